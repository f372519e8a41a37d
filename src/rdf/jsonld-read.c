/* The reader of JSON-LD, of as much of it as rdf/jsonld.h says. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/error.h"
#include "graph/scan.h"
#include "rdf/formats.h"
#include "rdf/iri.h"
#include "rdf/jsonld.h"
#include "rdf/lines.h"

typedef struct {
  const char *name, *bytes;
  gsize length;
  const KithSink *sink;
  GString *path;       /* of the value that is read, as kith_json_locate takes it */
  GHashTable *terms;   /* name -> Meaning */
  char *vocab;         /* of "@vocab"; NULL: none */
  GStringChunk *texts; /* IRIs and names that are made */
  guint n_blank;
  GError **error;
} Reader;

/* What a word of the context means. */
typedef struct {
  char *iri, *type; /* as in KithTermName */
  gboolean prefix;
} Meaning;

static void
meaning_free(gpointer data)
{
  Meaning *meaning = (Meaning *)data;
  g_free(meaning->iri);
  g_free(meaning->type);
  g_free(meaning);
}

/* Sets "name:line: message" for the value that is read; false. */
static gboolean G_GNUC_PRINTF(2, 3) fail(const Reader *reader, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *message = g_strdup_vprintf(format, args);
  va_end(args);
  gsize offset = kith_json_locate(reader->bytes, reader->length, reader->path->str);
  guint line = 1;
  for (gsize i = 0; i < offset; i++)
    line += reader->bytes[i] == '\n';
  if (*reader->error == NULL)
    g_set_error(reader->error, KITH_ERROR, KITH_ERROR_INPUT, "%s:%u: %s", reader->name, line, message);
  return FALSE;
}

/* Goes down to a member or an item; the old length of the path is for leave(). */
static gsize
enter(Reader *reader, const char *key, guint index)
{
  gsize before = reader->path->len;
  if (key)
    g_string_append_printf(reader->path, "/%s", key);
  else
    g_string_append_printf(reader->path, "/%u", index);
  return before;
}

static void
leave(Reader *reader, gsize before)
{
  g_string_truncate(reader->path, before);
}

/* ---- IRIs and the context ---- */

/* An IRI in full: a term where terms is true, a prefix and a name, or as it is. NULL where it is none. */
static const char *
expand(Reader *reader, const char *text, gboolean terms)
{
  const Meaning *meaning = terms ? (const Meaning *)g_hash_table_lookup(reader->terms, text) : NULL;
  if (meaning)
    return meaning->iri;
  const char *colon = strchr(text, ':');
  if (colon == NULL && terms && reader->vocab) {
    g_autofree char *iri = g_strconcat(reader->vocab, text, NULL);
    return kith_iri_is_valid(iri) ? g_string_chunk_insert(reader->texts, iri) : NULL;
  }
  if (colon && strncmp(colon, "://", 3) != 0) {
    g_autofree char *prefix = g_strndup(text, (gsize)(colon - text));
    meaning = (const Meaning *)g_hash_table_lookup(reader->terms, prefix);
    if (meaning && meaning->prefix) {
      g_autofree char *iri = g_strconcat(meaning->iri, colon + 1, NULL);
      return kith_iri_is_valid(iri) ? g_string_chunk_insert(reader->texts, iri) : NULL;
    }
  }
  return kith_iri_is_valid(text) ? text : NULL;
}

static void
add_meaning(Reader *reader, const char *name, const char *iri, const char *type, gboolean prefix)
{
  Meaning *meaning = g_new(Meaning, 1);
  *meaning = (Meaning){g_strdup(iri), g_strdup(type), prefix};
  g_hash_table_insert(reader->terms, g_strdup(name), meaning);
}

/* The string of a member; NULL where it is none. */
static const char *
string_of(JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member(object, key);
  return node && json_node_get_value_type(node) == G_TYPE_STRING ? json_node_get_string(node) : NULL;
}

/* A term that is defined by an object. */
static gboolean
read_definition(Reader *reader, const char *name, JsonObject *definition)
{
  static const char *const known[] = {"@id", "@type", NULL};
  g_autoptr(GList) members = json_object_get_members(definition);
  for (GList *i = members; i; i = i->next)
    if (!g_strv_contains(known, (const char *)i->data))
      return fail(reader, "'%s' in a context, which kith does not read", (const char *)i->data);
  const char *id = string_of(definition, "@id"), *type = string_of(definition, "@type");
  const char *iri = expand(reader, id ? id : name, TRUE);
  if (iri == NULL || *iri == '@')
    return fail(reader, "the term '%s' has no IRI", name);
  const char *full = type && *type != '@' ? expand(reader, type, TRUE) : type;
  if (type && (full == NULL || (*full == '@' && strcmp(full, "@id") != 0 && strcmp(full, "@vocab") != 0)))
    return fail(reader, "'%s' is no type that kith reads", type);
  add_meaning(reader, name, iri, full, FALSE);
  return TRUE;
}

/* A member of a context. */
static gboolean
read_context_member(Reader *reader, const char *name, JsonNode *node)
{
  const char *text = json_node_get_value_type(node) == G_TYPE_STRING ? json_node_get_string(node) : NULL;
  if (strcmp(name, "@version") == 0)
    return TRUE;
  if (strcmp(name, "@vocab") == 0 && text && kith_iri_is_valid(text)) {
    g_free(reader->vocab);
    reader->vocab = g_strdup(text);
    return TRUE;
  }
  if (*name == '@')
    return fail(reader, "'%s' in a context, which kith does not read", name);
  if (JSON_NODE_HOLDS_OBJECT(node))
    return read_definition(reader, name, json_node_get_object(node));
  const char *iri = text && *text != '@' ? expand(reader, text, TRUE) : NULL;
  if (iri == NULL)
    return fail(reader, "the term '%s' has no IRI", name);
  add_meaning(reader, name, iri, NULL, strchr(":/?#[]@", iri[strlen(iri) - 1]) != NULL);
  return TRUE;
}

/* Those that are prefixes first, for the others are made of them. */
static gboolean
read_context(Reader *reader, JsonNode *node)
{
  if (json_node_get_value_type(node) == G_TYPE_STRING) {
    if (strcmp(json_node_get_string(node), KITH_CONTEXT_IRI) != 0)
      return fail(reader, "the context '%s' is not in the document", json_node_get_string(node));
    for (const KithTermName *term = kith_jsonld_terms(); term->name; term++)
      add_meaning(reader, term->name, term->iri, term->type, FALSE);
    return TRUE;
  }
  if (!JSON_NODE_HOLDS_OBJECT(node))
    return fail(reader, "a context must be an object");
  JsonObject *object = json_node_get_object(node);
  g_autoptr(GList) members = json_object_get_members(object);
  for (int objects = 0; objects < 2; objects++)
    for (GList *i = members; i; i = i->next) {
      JsonNode *value = json_object_get_member(object, (const char *)i->data);
      gsize before = enter(reader, (const char *)i->data, 0);
      if (JSON_NODE_HOLDS_OBJECT(value) == objects &&
          !read_context_member(reader, (const char *)i->data, value))
        return FALSE;
      leave(reader, before);
    }
  return TRUE;
}

static gboolean
read_contexts(Reader *reader, JsonNode *node)
{
  if (!JSON_NODE_HOLDS_ARRAY(node))
    return read_context(reader, node);
  JsonArray *array = json_node_get_array(node);
  for (guint i = 0; i < json_array_get_length(array); i++) {
    gsize before = enter(reader, NULL, i);
    if (!read_context(reader, json_array_get_element(array, i)))
      return FALSE;
    leave(reader, before);
  }
  return TRUE;
}

/* ---- nodes ---- */

/* What is said of whom where. */
typedef struct {
  const KithTerm *subject, *predicate, *graph;
  const char *type; /* of the predicate's values */
} Place;

static void
say(const Reader *reader, const Place *place, const KithTerm *object)
{
  reader->sink->take(reader->sink->data, place->subject, place->predicate, object, place->graph);
}

/* An IRI or a blank node by its name; a name that nodes without one might have gets a letter more. */
static gboolean
read_name(Reader *reader, const char *text, gboolean terms, KithTerm *term)
{
  *term = (KithTerm){KITH_TERM_IRI, NULL, NULL, NULL};
  if (g_str_has_prefix(text, "_:")) {
    const char *name = text + 2;
    term->kind = KITH_TERM_BLANK;
    if (*name == '\0' || name[kith_lines_blank_name(name)] != '\0')
      return fail(reader, "'%s' is no name of a blank node", text);
    gboolean near = g_str_has_prefix(name, "kb") && name[2 + strspn(name + 2, "0123456789u")] == '\0';
    g_autofree char *own = g_strconcat(name, near ? "u" : "", NULL);
    term->value = g_string_chunk_insert(reader->texts, own);
    return TRUE;
  }
  const char *iri = expand(reader, text, terms);
  if (iri == NULL)
    return fail(reader, "'%s' is no IRI", text);
  term->value = g_string_chunk_insert(reader->texts, iri);
  return TRUE;
}

/* A string, number or truth value, in a type or a language that is said with it (NULL: none). */
static gboolean
read_scalar(Reader *reader, const Place *place, JsonNode *node, const char *type, const char *language)
{
  GType kind = json_node_get_value_type(node);
  KithTerm term = {KITH_TERM_LITERAL, NULL, type, language};
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  if (kind == G_TYPE_STRING) {
    term.value = json_node_get_string(node);
  } else if (kind == G_TYPE_BOOLEAN) {
    term.value = json_node_get_boolean(node) ? "true" : "false";
    term.datatype = type ? type : XSD_NS "boolean";
  } else if (kind == G_TYPE_INT64) {
    g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT, json_node_get_int(node));
    term.value = digits;
    term.datatype = type ? type : XSD_NS "integer";
  } else {
    term.value = g_ascii_dtostr(digits, sizeof digits, json_node_get_double(node));
    term.datatype = type ? type : XSD_NS "double";
  }
  if (g_strcmp0(term.datatype, kith_iri(KITH_V_XSD_STRING)) == 0)
    term.datatype = NULL;
  if (strlen(term.value) > KITH_MAX_LITERAL)
    return fail(reader, "a text of more than 64 MiB");
  const char *problem = kith_term_problem(&term);
  if (problem)
    return fail(reader, "%s", problem);
  say(reader, place, &term);
  return TRUE;
}

static gboolean
read_value_object(Reader *reader, const Place *place, JsonObject *object)
{
  static const char *const known[] = {"@value", "@type", "@language", "@index", NULL};
  g_autoptr(GList) members = json_object_get_members(object);
  for (GList *i = members; i; i = i->next)
    if (!g_strv_contains(known, (const char *)i->data))
      return fail(reader, "'%s' beside \"@value\"", (const char *)i->data);
  JsonNode *value = json_object_get_member(object, "@value");
  const char *given = string_of(object, "@type"), *language = string_of(object, "@language");
  const char *type = given ? expand(reader, given, TRUE) : NULL;
  if (given && (type == NULL || language))
    return fail(reader, language ? "a type and a language" : "'%s' is no IRI", given);
  return JSON_NODE_HOLDS_NULL(value) ||
         (JSON_NODE_HOLDS_VALUE(value)
              ? read_scalar(reader, place, value, type, language)
              : fail(reader, "\"@value\" must be a text, a number or a truth value"));
}

static gboolean read_node(Reader *reader, JsonObject *object, const KithTerm *graph, KithTerm *name);

/* A value of a property, not an array; at most KITH_JSON_DEPTH deep, as the scan has seen to. */
static gboolean
read_value(Reader *reader, const Place *place, JsonNode *node)
{
  KithTerm object;
  gboolean vocab = g_strcmp0(place->type, "@vocab") == 0;
  if (JSON_NODE_HOLDS_NULL(node))
    return TRUE;
  if (JSON_NODE_HOLDS_OBJECT(node)) {
    JsonObject *members = json_node_get_object(node);
    if (json_object_has_member(members, "@value"))
      return read_value_object(reader, place, members);
    if (!read_node(reader, members, place->graph, &object))
      return FALSE;
  } else if (JSON_NODE_HOLDS_ARRAY(node)) {
    return fail(reader, "an array within an array");
  } else if (place->type && *place->type == '@' && json_node_get_value_type(node) == G_TYPE_STRING) {
    if (!read_name(reader, json_node_get_string(node), vocab, &object))
      return FALSE;
  } else {
    return read_scalar(reader, place, node, place->type && *place->type == '@' ? NULL : place->type, NULL);
  }
  say(reader, place, &object);
  return TRUE;
}

/* All values of a property. */
static gboolean
read_values(Reader *reader, const Place *place, JsonNode *node)
{
  if (!JSON_NODE_HOLDS_ARRAY(node))
    return read_value(reader, place, node);
  JsonArray *array = json_node_get_array(node);
  for (guint i = 0; i < json_array_get_length(array); i++) {
    gsize before = enter(reader, NULL, i);
    if (!read_value(reader, place, json_array_get_element(array, i)))
      return FALSE;
    leave(reader, before);
  }
  return TRUE;
}

/* All nodes of a graph. */
static gboolean
read_nodes(Reader *reader, JsonNode *node, const KithTerm *graph)
{
  KithTerm name;
  if (JSON_NODE_HOLDS_OBJECT(node))
    return read_node(reader, json_node_get_object(node), graph, &name);
  if (!JSON_NODE_HOLDS_ARRAY(node))
    return fail(reader, "a node object should be here");
  JsonArray *array = json_node_get_array(node);
  for (guint i = 0; i < json_array_get_length(array); i++) {
    gsize before = enter(reader, NULL, i);
    JsonNode *item = json_array_get_element(array, i);
    if (!JSON_NODE_HOLDS_OBJECT(item))
      return fail(reader, "a node object should be here");
    if (!read_node(reader, json_node_get_object(item), graph, &name))
      return FALSE;
    leave(reader, before);
  }
  return TRUE;
}

/* A member of a node object. */
static gboolean
read_member(Reader *reader, const KithTerm *name, const KithTerm *graph, const char *key, JsonNode *value)
{
  Place place = {name, kith_term(KITH_V_RDF_TYPE), graph, "@vocab"};
  if (strcmp(key, "@id") == 0 || strcmp(key, "@index") == 0)
    return TRUE;
  if (strcmp(key, "@type") == 0)
    return read_values(reader, &place, value);
  if (strcmp(key, "@graph") == 0)
    return graph ? fail(reader, "a graph within a graph") : read_nodes(reader, value, name);
  if (*key == '@')
    return fail(reader, "'%s', which kith does not read here", key);
  const Meaning *meaning = (const Meaning *)g_hash_table_lookup(reader->terms, key);
  const char *iri = expand(reader, key, TRUE);
  if (iri == NULL)
    return TRUE; /* JSON-LD passes over what is no property */
  KithTerm predicate = {KITH_TERM_IRI, iri, NULL, NULL};
  place.predicate = &predicate;
  place.type = meaning ? meaning->type : NULL;
  return read_values(reader, &place, value);
}

/* A node object and all that it says; *name is the node. */
static gboolean
read_node(Reader *reader, JsonObject *object, const KithTerm *graph, KithTerm *name)
{
  const char *id = string_of(object, "@id");
  g_autofree char *blank = id ? NULL : g_strdup_printf("kb%u", ++reader->n_blank);
  *name = (KithTerm){KITH_TERM_BLANK, blank ? g_string_chunk_insert(reader->texts, blank) : NULL, NULL, NULL};
  if (id == NULL && json_object_has_member(object, "@id"))
    return fail(reader, "an \"@id\" must be a text");
  if (id && !read_name(reader, id, FALSE, name))
    return FALSE;
  g_autoptr(GList) members = json_object_get_members(object);
  for (GList *i = members; i; i = i->next) {
    gsize before = enter(reader, (const char *)i->data, 0);
    if (!read_member(reader, name, graph, (const char *)i->data,
                     json_object_get_member(object, (const char *)i->data)))
      return FALSE;
    leave(reader, before);
  }
  return TRUE;
}

/* The document: a context and a default graph, or a node, or an array of nodes. */
static gboolean
read_document(Reader *reader, JsonNode *root)
{
  KithTerm name;
  if (!JSON_NODE_HOLDS_OBJECT(root))
    return read_nodes(reader, root, NULL);
  JsonObject *object = json_node_get_object(root);
  JsonNode *context = json_object_get_member(object, "@context");
  if (context) {
    gsize before = enter(reader, "@context", 0);
    if (!read_contexts(reader, context))
      return FALSE;
    leave(reader, before);
    json_object_remove_member(object, "@context");
  }
  JsonNode *graph = json_object_get_member(object, "@graph");
  if (graph == NULL || json_object_get_size(object) > 1)
    return read_node(reader, object, NULL, &name);
  gsize before = enter(reader, "@graph", 0);
  if (!read_nodes(reader, graph, NULL))
    return FALSE;
  leave(reader, before);
  return TRUE;
}

/* Checks that it is JSON at all, as json-glib does not. */
static gboolean
check_json(const char *name, const char *bytes, gsize length, GError **error)
{
  gsize offset;
  const char *problem = kith_json_scan(bytes, length, &offset);
  if (problem == NULL)
    return TRUE;
  guint line = 1;
  for (gsize i = 0; i < offset && i < length; i++)
    line += bytes[i] == '\n';
  g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s:%u: %s", name, line, problem);
  return FALSE;
}

gboolean
kith_jsonld_read(const char *name, const char *bytes, gsize length, const KithSink *sink, GError **error)
{
  if (!check_json(name, bytes, length, error))
    return FALSE;
  g_autoptr(JsonParser) parser = json_parser_new();
  g_autoptr(GError) local = NULL;
  if (!json_parser_load_from_data(parser, bytes, (gssize)length, &local)) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: %s", name, local->message);
    return FALSE;
  }
  g_autoptr(GHashTable) terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, meaning_free);
  g_autoptr(GString) path = g_string_new(NULL);
  g_autoptr(GStringChunk) texts = g_string_chunk_new(4096);
  Reader reader = {name, bytes, length, sink, path, terms, NULL, texts, 0, &local};
  gboolean ok = read_document(&reader, json_parser_get_root(parser));
  g_free(reader.vocab);
  if (!ok)
    g_propagate_error(error, g_steal_pointer(&local));
  return ok;
}
