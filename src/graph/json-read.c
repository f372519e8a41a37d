#include <json-glib/json-glib.h>
#include <string.h>

#include "base/error.h"
#include "graph/json.h"
#include "graph/private.h"
#include "graph/scan.h"

typedef struct {
  const char *name;
  const char *bytes;
  gsize length;
  GString *path;                  /* of the value that is being read, as kith_json_locate takes it */
  GHashTable *documents, *actors; /* id -> index + 1; keys lent by the graph */
  KithGraph *graph;
  GError **error;
} Reader;

/* Sets "name:line:column: message" for an offset; FALSE. */
static gboolean
fail_at(const Reader *reader, gsize offset, const char *message)
{
  guint line = 1;
  gsize start = 0;
  for (gsize i = 0; i < offset && i < reader->length; i++)
    if (reader->bytes[i] == '\n') {
      line++;
      start = i + 1;
    }
  g_set_error(reader->error, KITH_ERROR, KITH_ERROR_INPUT, "%s:%u:%" G_GSIZE_FORMAT ": %s", reader->name,
              line, offset - start + 1, message);
  return FALSE;
}

/* The same for the value that is being read. */
static gboolean G_GNUC_PRINTF(2, 3) fail(const Reader *reader, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *message = g_strdup_vprintf(format, args);
  va_end(args);
  return fail_at(reader, kith_json_locate(reader->bytes, reader->length, reader->path->str), message);
}

/* Goes down to a key or an item; the old length of the path is for leave(). */
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

static gboolean
leave(Reader *reader, gsize before)
{
  g_string_truncate(reader->path, before);
  return TRUE;
}

/* The member of an object; NULL where it is not there or null. */
static JsonNode *
member(JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member(object, key);
  return node == NULL || JSON_NODE_HOLDS_NULL(node) ? NULL : node;
}

/* A string member into *out (which must be NULL before). */
static gboolean
read_string(Reader *reader, JsonObject *object, const char *key, gboolean required, char **out)
{
  JsonNode *node = member(object, key);
  if (node == NULL)
    return !required || fail(reader, "\"%s\" is missing", key);
  gsize before = enter(reader, key, 0);
  if (json_node_get_value_type(node) != G_TYPE_STRING)
    return fail(reader, "\"%s\" should be a string", key);
  *out = g_strdup(json_node_get_string(node));
  if (required && **out == '\0')
    return fail(reader, "\"%s\" is empty", key);
  return leave(reader, before);
}

/* An array member; *array is NULL where it is not there. */
static gboolean
read_array(Reader *reader, JsonObject *object, const char *key, JsonArray **array)
{
  JsonNode *node = member(object, key);
  *array = NULL;
  if (node == NULL)
    return TRUE;
  gsize before = enter(reader, key, 0);
  if (!JSON_NODE_HOLDS_ARRAY(node))
    return fail(reader, "\"%s\" should be an array", key);
  *array = json_node_get_array(node);
  return leave(reader, before);
}

static gboolean
read_strings(Reader *reader, JsonObject *object, const char *key, GPtrArray *out)
{
  JsonArray *array;
  if (!read_array(reader, object, key, &array))
    return FALSE;
  gsize before = enter(reader, key, 0);
  for (guint i = 0; array && i < json_array_get_length(array); i++) {
    JsonNode *node = json_array_get_element(array, i);
    gsize at = enter(reader, NULL, i);
    if (json_node_get_value_type(node) != G_TYPE_STRING)
      return fail(reader, "a string should be here");
    g_ptr_array_add(out, g_strdup(json_node_get_string(node)));
    leave(reader, at);
  }
  return leave(reader, before);
}

static gboolean
read_offset(Reader *reader, JsonObject *object, const char *key, gsize *out)
{
  JsonNode *node = member(object, key);
  if (node == NULL)
    return fail(reader, "\"%s\" is missing", key);
  gsize before = enter(reader, key, 0);
  if (json_node_get_value_type(node) != G_TYPE_INT64 || json_node_get_int(node) < 0)
    return fail(reader, "\"%s\" should be a count of characters", key);
  *out = (gsize)json_node_get_int(node);
  return leave(reader, before);
}

/* A member that is the id of a thing read before; without it: *out stays, unless it is required. */
static gboolean
read_reference(Reader *reader, JsonObject *object, const char *key, GHashTable *things, gboolean required,
               guint *out)
{
  g_autofree char *id = NULL;
  if (!read_string(reader, object, key, required, &id))
    return FALSE;
  if (id == NULL)
    return TRUE;
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(things, id));
  if (place == 0) {
    enter(reader, key, 0);
    return fail(reader, "there is no %s '%s'", things == reader->actors ? "actor" : "document", id);
  }
  *out = place - 1;
  return TRUE;
}

/* Reads "key", an array of objects, item by item. */
typedef gboolean (*ReadItem)(Reader *reader, JsonObject *object, gpointer into);

static gboolean
read_objects(Reader *reader, JsonObject *object, const char *key, ReadItem read_item, gpointer into)
{
  JsonArray *array;
  if (!read_array(reader, object, key, &array))
    return FALSE;
  gsize before = enter(reader, key, 0);
  for (guint i = 0; array && i < json_array_get_length(array); i++) {
    JsonNode *node = json_array_get_element(array, i);
    gsize at = enter(reader, NULL, i);
    if (!JSON_NODE_HOLDS_OBJECT(node))
      return fail(reader, "an object should be here");
    if (!read_item(reader, json_node_get_object(node), into))
      return FALSE;
    leave(reader, at);
  }
  return leave(reader, before);
}

/* Notes the id of the last thing of an array. */
static gboolean
note_id(Reader *reader, GHashTable *things, const char *id, guint place)
{
  if (g_hash_table_contains(things, id)) {
    enter(reader, "id", 0);
    return fail(reader, "the id '%s' is there already", id);
  }
  g_hash_table_insert(things, (gpointer)id, GUINT_TO_POINTER(place + 1));
  return TRUE;
}

static gboolean
read_document(Reader *reader, JsonObject *object, gpointer into G_GNUC_UNUSED)
{
  KithSource *source = kith_source_new();
  g_ptr_array_add(reader->graph->documents, source);
  return read_string(reader, object, "id", TRUE, &source->id) &&
         read_string(reader, object, "title", FALSE, &source->title) &&
         read_string(reader, object, "date", FALSE, &source->date) &&
         read_string(reader, object, "source", FALSE, &source->source) &&
         read_string(reader, object, "author", FALSE, &source->author) &&
         read_string(reader, object, "text", FALSE, &source->text) &&
         note_id(reader, reader->documents, source->id, reader->graph->documents->len - 1);
}

static gboolean
read_span(Reader *reader, JsonObject *object, gpointer into)
{
  KithMentionSpan span = {.document = 0};
  if (!read_reference(reader, object, "document", reader->documents, TRUE, &span.document) ||
      !read_offset(reader, object, "begin", &span.begin_chars) ||
      !read_offset(reader, object, "end", &span.end_chars) ||
      !read_string(reader, object, "why", FALSE, &span.why))
    return FALSE;
  g_array_append_val((GArray *)into, span);
  return TRUE;
}

/* The member "type". */
static gboolean
read_type(Reader *reader, JsonObject *object, KithActorType *type)
{
  g_autofree char *name = NULL;
  if (!read_string(reader, object, "type", TRUE, &name))
    return FALSE;
  if (kith_actor_type_parse(name, type))
    return TRUE;
  enter(reader, "type", 0);
  return fail(reader, "'%s' is no type of actor", name);
}

static gboolean
read_part(Reader *reader, JsonObject *object, gpointer into)
{
  KithPart *part = kith_part_new();
  g_ptr_array_add((GPtrArray *)into, part);
  return read_string(reader, object, "id", TRUE, &part->id) &&
         read_reference(reader, object, "document", reader->documents, FALSE, &part->document) &&
         read_string(reader, object, "label", TRUE, &part->label) && read_type(reader, object, &part->type) &&
         read_string(reader, object, "code", FALSE, &part->code) &&
         read_strings(reader, object, "aliases", part->aliases) &&
         read_strings(reader, object, "sameAs", part->same_as) &&
         read_string(reader, object, "why", FALSE, &part->why);
}

static gboolean
read_actor(Reader *reader, JsonObject *object, gpointer into G_GNUC_UNUSED)
{
  KithActor *actor = kith_actor_new();
  g_ptr_array_add(reader->graph->actors, actor);
  if (!read_string(reader, object, "id", TRUE, &actor->id) ||
      !read_string(reader, object, "label", TRUE, &actor->label) ||
      !read_string(reader, object, "code", FALSE, &actor->code) ||
      !read_strings(reader, object, "aliases", actor->aliases) ||
      !read_strings(reader, object, "sameAs", actor->same_as) ||
      !read_objects(reader, object, "spans", read_span, actor->spans) ||
      !read_objects(reader, object, "parts", read_part, actor->parts) ||
      !read_strings(reader, object, "closeMatch", actor->close) || !read_type(reader, object, &actor->type))
    return FALSE;
  actor->global = kith_id_is_global(actor->id);
  return note_id(reader, reader->actors, actor->id, reader->graph->actors->len - 1);
}

static gboolean
read_evidence(Reader *reader, JsonObject *object, gpointer into)
{
  KithEvidence *evidence = kith_evidence_new(0, 0, 0, NULL);
  g_ptr_array_add((GPtrArray *)into, evidence);
  return read_reference(reader, object, "document", reader->documents, TRUE, &evidence->document) &&
         read_offset(reader, object, "begin", &evidence->begin_chars) &&
         read_offset(reader, object, "end", &evidence->end_chars) &&
         read_string(reader, object, "text", FALSE, &evidence->text);
}

/* The values of a relation that are one of a few words; class is required. */
static gboolean
read_words(Reader *reader, JsonObject *object, KithRelation *relation)
{
  g_autofree char *class = NULL, *polarity = NULL, *modality = NULL;
  if (!read_string(reader, object, "class", TRUE, &class) ||
      !read_string(reader, object, "polarity", FALSE, &polarity) ||
      !read_string(reader, object, "modality", FALSE, &modality))
    return FALSE;
  const char *key = NULL, *value = NULL;
  if (!kith_class_parse(class, &relation->class))
    key = "class", value = class;
  else if (polarity && !kith_polarity_parse(polarity, &relation->polarity))
    key = "polarity", value = polarity;
  else if (modality && !kith_modality_parse(modality, &relation->modality))
    key = "modality", value = modality;
  if (key == NULL)
    return TRUE;
  enter(reader, key, 0);
  return fail(reader, "'%s' is no %s", value, key);
}

static gboolean
read_confidence(Reader *reader, JsonObject *object, KithRelation *relation)
{
  JsonNode *node = member(object, "confidence");
  relation->confidence = 1;
  if (node == NULL)
    return TRUE;
  gsize before = enter(reader, "confidence", 0);
  GType type = json_node_get_value_type(node);
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return fail(reader, "\"confidence\" should be a number");
  relation->confidence = json_node_get_double(node);
  return leave(reader, before);
}

static gboolean
read_relation(Reader *reader, JsonObject *object, gpointer into G_GNUC_UNUSED)
{
  KithRelation *relation = kith_relation_new();
  g_ptr_array_add(reader->graph->relations, relation);
  return read_string(reader, object, "id", TRUE, &relation->id) &&
         read_reference(reader, object, "source", reader->actors, TRUE, &relation->source) &&
         read_reference(reader, object, "target", reader->actors, TRUE, &relation->target) &&
         read_words(reader, object, relation) &&
         read_string(reader, object, "label", FALSE, &relation->label) &&
         read_string(reader, object, "lemma", FALSE, &relation->lemma) &&
         read_string(reader, object, "cameo", FALSE, &relation->cameo) &&
         read_string(reader, object, "time", FALSE, &relation->time) &&
         read_reference(reader, object, "attributedTo", reader->actors, FALSE, &relation->attributed_to) &&
         read_reference(reader, object, "place", reader->actors, FALSE, &relation->place) &&
         read_confidence(reader, object, relation) &&
         read_objects(reader, object, "evidence", read_evidence, relation->evidence);
}

static gboolean
read_run(Reader *reader, JsonObject *root)
{
  JsonNode *node = member(root, "run");
  if (!read_string(reader, root, "base", FALSE, &reader->graph->base))
    return FALSE;
  if (node == NULL)
    return TRUE;
  gsize before = enter(reader, "run", 0);
  if (!JSON_NODE_HOLDS_OBJECT(node))
    return fail(reader, "\"run\" should be an object");
  JsonObject *object = json_node_get_object(node);
  KithRun *run = &reader->graph->run;
  return read_string(reader, object, "tool", FALSE, &run->tool) &&
         read_string(reader, object, "model", FALSE, &run->model) &&
         read_string(reader, object, "time", FALSE, &run->time) && leave(reader, before);
}

/* Reads the whole; the graph is in the order of the file. */
static gboolean
read_root(Reader *reader, JsonNode *root)
{
  if (!JSON_NODE_HOLDS_OBJECT(root))
    return fail(reader, "a graph is an object");
  JsonObject *object = json_node_get_object(root);
  if (!json_object_has_member(object, "actors") && !json_object_has_member(object, "documents"))
    return fail(reader, "this is no graph: it has neither \"documents\" nor \"actors\"");
  return read_objects(reader, object, "documents", read_document, NULL) &&
         read_objects(reader, object, "actors", read_actor, NULL) &&
         read_objects(reader, object, "relations", read_relation, NULL) && read_run(reader, object);
}

/* What the checks of a graph find, with its place in the file. */
static gboolean
check(Reader *reader)
{
  KithPlace place;
  g_autofree char *problem = kith_graph_problem(reader->graph, &place);
  if (problem == NULL)
    return TRUE;
  g_string_printf(reader->path, "/%s/%u", place.kind, place.index);
  if (place.item)
    g_string_append_printf(reader->path, "/%s", place.item);
  if (place.item && place.item_index != KITH_NONE)
    g_string_append_printf(reader->path, "/%u", place.item_index);
  return fail(reader, "%s", problem);
}

KithGraph *
kith_graph_from_json(const char *name, const char *bytes, gsize length, GError **error)
{
  if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
    bytes += 3;
    length -= 3;
  }
  Reader reader = {name, bytes, length, NULL, NULL, NULL, NULL, error};
  gsize offset;
  const char *problem = kith_json_scan(bytes, length, &offset);
  if (problem) {
    fail_at(&reader, offset, problem);
    return NULL;
  }
  g_autoptr(JsonParser) parser = json_parser_new_immutable();
  g_autoptr(GError) local = NULL;
  if (!json_parser_load_from_data(parser, bytes, (gssize)length, &local)) {
    fail_at(&reader, 0, local->message);
    return NULL;
  }
  g_autoptr(GString) path = g_string_new(NULL);
  g_autoptr(GHashTable) documents = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) actors = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(KithGraph) graph = kith_graph_new();
  reader.path = path;
  reader.documents = documents;
  reader.actors = actors;
  reader.graph = graph;
  if (!read_root(&reader, json_parser_get_root(parser)) || !check(&reader))
    return NULL;
  kith_graph_sort(graph);
  return g_steal_pointer(&graph);
}
