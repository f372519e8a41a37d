#include "rdf/engine.h"

#include <glib/gstdio.h>
#include <libtracker-sparql/tracker-sparql.h>
#include <string.h>

#include "base/error.h"
#include "rdf/iri.h"

struct KithEngine {
  TrackerSparqlConnection *connection;
};

static const char *const marks[][2] = {
    {"http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2000/01/rdf-schema-#"},
    {"http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.1-/"},
};

#define REAL_RESOURCE "http://www.w3.org/2000/01/rdf-schema#Resource"

static char *
replace(const char *text, int from)
{
  GString *out = g_string_new(text);
  for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
    g_string_replace(out, marks[i][from], marks[i][!from], 0);
  return g_string_free(out, FALSE);
}

char *
kith_engine_mark(const char *text)
{
  return replace(text, 0);
}

char *
kith_engine_unmark(const char *text)
{
  return replace(text, 1);
}

/* ---- the ontology ---- */

/* What the objects of a property are. */
typedef enum {
  RANGE_NONE,
  RANGE_INTEGER,
  RANGE_DOUBLE,
  RANGE_DATE,
  RANGE_BOOLEAN,
  RANGE_STRING,
  RANGE_RESOURCE
} Range;

static const char *const range_names[] = {
    [RANGE_NONE] = "xsd:string",        [RANGE_INTEGER] = "xsd:integer", [RANGE_DOUBLE] = "xsd:double",
    [RANGE_DATE] = "xsd:date",          [RANGE_BOOLEAN] = "xsd:boolean", [RANGE_STRING] = "xsd:string",
    [RANGE_RESOURCE] = "rdfs:Resource",
};

/* Whether text has one of these shapes: '#' a digit. */
static gboolean
has_shape(const char *text, const char *shape)
{
  for (; *text != '\0' && *shape != '\0'; text++, shape++)
    if (*shape == '#' ? !g_ascii_isdigit(*text) : *text != *shape)
      return FALSE;
  return *text == *shape;
}

static gboolean
is_number(const char *text, gboolean integer)
{
  char *end;
  if (integer) {
    gint64 value;
    return g_ascii_string_to_signed(text, 10, G_MININT64, G_MAXINT64, &value, NULL);
  }
  g_ascii_strtod(text, &end);
  return end != text && *end == '\0' && strpbrk(text, "xXnN") == NULL;
}

static Range
range_of(const KithTerm *object)
{
  static const char *const integers[] = {"integer",        "int", "long", "short", "nonNegativeInteger",
                                         "positiveInteger"};
  if (object->kind != KITH_TERM_LITERAL)
    return RANGE_RESOURCE;
  if (object->datatype == NULL || !g_str_has_prefix(object->datatype, XSD_NS))
    return RANGE_STRING;
  const char *type = object->datatype + strlen(XSD_NS);
  for (gsize i = 0; i < G_N_ELEMENTS(integers); i++)
    if (strcmp(type, integers[i]) == 0)
      return is_number(object->value, TRUE) ? RANGE_INTEGER : RANGE_STRING;
  if (strcmp(type, "decimal") == 0 || strcmp(type, "double") == 0 || strcmp(type, "float") == 0)
    return is_number(object->value, FALSE) ? RANGE_DOUBLE : RANGE_STRING;
  if (strcmp(type, "date") == 0)
    return has_shape(object->value, "####-##-##") ? RANGE_DATE : RANGE_STRING;
  if (strcmp(type, "boolean") == 0)
    return strcmp(object->value, "true") == 0 || strcmp(object->value, "false") == 0 ? RANGE_BOOLEAN
                                                                                     : RANGE_STRING;
  return RANGE_STRING;
}

/* What holds both. */
static Range
join(Range a, Range b)
{
  if (a == RANGE_NONE || a == b)
    return b;
  if ((a == RANGE_INTEGER && b == RANGE_DOUBLE) || (a == RANGE_DOUBLE && b == RANGE_INTEGER))
    return RANGE_DOUBLE;
  return RANGE_STRING;
}

typedef struct {
  GHashTable *properties; /* marked IRI -> Range */
  GHashTable *classes;    /* marked IRI, a set */
} Schema;

static gboolean
is_type(const KithTerm *predicate)
{
  return strcmp(predicate->value, kith_iri(KITH_V_RDF_TYPE)) == 0;
}

/* Adds what the vocabulary, the statements and the query know. */
static void
fill_schema(Schema *schema, const KithStatements *statements, GHashTable *properties, GHashTable *classes)
{
  GHashTableIter iter;
  gpointer key;
  for (int i = 0; i < KITH_N_CLASSES; i++) {
    g_hash_table_add(schema->classes, g_strdup(kith_term_class((KithClass)i)->value));
    g_hash_table_insert(schema->properties, g_strdup(kith_term_edge((KithClass)i)->value),
                        GINT_TO_POINTER(RANGE_RESOURCE)); /* else no path has it beside others */
  }
  for (int i = 0; i < KITH_N_ACTOR_TYPES; i++)
    g_hash_table_add(schema->classes, g_strdup(kith_term_actor_type((KithActorType)i)->value));
  for (g_hash_table_iter_init(&iter, properties); g_hash_table_iter_next(&iter, &key, NULL);)
    g_hash_table_insert(schema->properties, g_strdup((const char *)key), GINT_TO_POINTER(RANGE_NONE));
  for (g_hash_table_iter_init(&iter, classes); g_hash_table_iter_next(&iter, &key, NULL);)
    g_hash_table_add(schema->classes, g_strdup((const char *)key));
  for (guint i = 0; i < statements->list->len; i++) {
    const KithStatement *s = kith_statement(statements, i);
    if (is_type(s->predicate)) {
      g_hash_table_add(schema->classes, kith_engine_mark(s->object->value));
    } else {
      char *property = kith_engine_mark(s->predicate->value);
      Range range = (Range)GPOINTER_TO_INT(g_hash_table_lookup(schema->properties, property));
      g_hash_table_insert(schema->properties, property, GINT_TO_POINTER(join(range, range_of(s->object))));
    }
  }
}

/* The namespace of an IRI: up to the last '#', '/' or ':'. Owned by the caller. */
static char *
namespace_of(const char *iri)
{
  gsize end = strlen(iri);
  while (end > 0 && strchr("#/:", iri[end - 1]) == NULL)
    end--;
  return g_strndup(iri, end);
}

/* Declares the namespaces of IRIs, each once; the first is called the ontology. */
static void
append_namespaces(GHashTable *seen, GList *iris, GString *out)
{
  for (GList *i = iris; i; i = i->next) {
    char *name = namespace_of((const char *)i->data);
    guint n = g_hash_table_size(seen);
    if (strcmp(name, RDF_NS) == 0 || !g_hash_table_add(seen, name)) {
      if (strcmp(name, RDF_NS) == 0)
        g_free(name);
      continue;
    }
    g_string_append_printf(out, "<%s> a nrl:Namespace%s ; nrl:prefix \"ns%u\"%s .\n", name,
                           n == 0 ? ", nrl:Ontology" : "", n,
                           n == 0 ? " ; nrl:lastModified \"2021-01-01T00:00:00Z\"" : "");
  }
}

/* The ontology in the form that Tracker reads. Owned by the caller. */
static char *
ontology_of(const Schema *schema)
{
  GString *out = g_string_new("@prefix nrl: <http://tracker.api.gnome.org/ontology/v3/nrl#> .\n"
                              "@prefix rdf: <" RDF_NS "> .\n@prefix rdfs: <" RDFS_NS
                              "> .\n@prefix xsd: <" XSD_NS "> .\n");
  g_autoptr(GList) properties =
      g_list_sort(g_hash_table_get_keys(schema->properties), (GCompareFunc)g_strcmp0);
  g_autoptr(GList) classes = g_list_sort(g_hash_table_get_keys(schema->classes), (GCompareFunc)g_strcmp0);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  append_namespaces(seen, properties, out);
  append_namespaces(seen, classes, out);
  for (GList *i = classes; i; i = i->next)
    g_string_append_printf(out, "<%s> a rdfs:Class ; rdfs:subClassOf rdfs:Resource .\n",
                           (const char *)i->data);
  for (GList *i = properties; i; i = i->next) {
    Range range = (Range)GPOINTER_TO_INT(g_hash_table_lookup(schema->properties, i->data));
    g_string_append_printf(out, "<%s> a rdf:Property ; rdfs:domain rdfs:Resource ; rdfs:range %s .\n",
                           (const char *)i->data, range_names[range]);
  }
  return g_string_free(out, FALSE);
}

/* ---- loading ---- */

static void
append_quoted(GString *out, const char *text)
{
  g_string_append_c(out, '"');
  for (const char *p = text; *p != '\0'; p++) {
    static const char from[] = "\"\\\n\r\t\b\f", to[] = "\"\\nrtbf";
    const char *special = strchr(from, *p);
    if (special)
      g_string_append_printf(out, "\\%c", to[special - from]);
    else
      g_string_append_c(out, *p);
  }
  g_string_append_c(out, '"');
}

/* A term as SPARQL has it, in a property's range. Blank nodes become IRIs: each statement is a request of its
 * own. */
static void
append_term(GString *out, const KithTerm *term, Range range)
{
  g_autofree char *value = kith_engine_mark(term->value);
  if (term->kind == KITH_TERM_BLANK) {
    g_autofree char *iri = g_strconcat("urn:blank:", value, NULL);
    g_free(value);
    value = g_steal_pointer(&iri);
  }
  if (range == RANGE_RESOURCE || range == RANGE_NONE)
    g_string_append_printf(out, "<%s>", value);
  else if (range == RANGE_INTEGER || range == RANGE_DOUBLE || range == RANGE_BOOLEAN)
    g_string_append(out, value);
  else
    append_quoted(out, value);
}

/* Appends the statements first to last - 1, which are about one subject in one graph. */
static void
append_subject(GString *out, const KithStatements *statements, guint first, guint last, const Schema *schema)
{
  const KithStatement *s = kith_statement(statements, first);
  if (s->graph) {
    g_string_append(out, "GRAPH ");
    append_term(out, s->graph, RANGE_RESOURCE);
    g_string_append(out, " { ");
  }
  append_term(out, s->subject, RANGE_RESOURCE);
  g_string_append(out, " a <" REAL_RESOURCE ">");
  for (guint i = first; i < last; i++) {
    const KithStatement *statement = kith_statement(statements, i);
    g_autofree char *property = kith_engine_mark(statement->predicate->value);
    Range range = RANGE_RESOURCE;
    if (!is_type(statement->predicate))
      range = (Range)GPOINTER_TO_INT(g_hash_table_lookup(schema->properties, property));
    g_string_append_printf(out, " ; <%s> ", property);
    append_term(out, statement->object, range);
  }
  g_string_append(out, s->graph ? " }\n" : " .\n");
}

static gboolean
run_update(KithEngine *engine, const char *update, GError **error)
{
  g_autoptr(GError) local = NULL;
  tracker_sparql_connection_update(engine->connection, update, NULL, &local);
  if (local)
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "the SPARQL engine cannot load the graph: %s",
                local->message);
  return local == NULL;
}

enum { MAX_REQUEST = 1 << 20 };

/* Loads all statements, in requests of at most about a megabyte. */
static gboolean
load(KithEngine *engine, const KithStatements *statements, const Schema *schema, GError **error)
{
  g_autoptr(GString) request = g_string_new("INSERT DATA {\n");
  guint n = statements->list->len;
  for (guint i = 0, last; i < n; i = last) {
    const KithStatement *s = kith_statement(statements, i);
    for (last = i + 1; last < n; last++) {
      const KithStatement *next = kith_statement(statements, last);
      if (next->subject != s->subject || next->graph != s->graph)
        break;
    }
    append_subject(request, statements, i, last, schema);
    if (request->len < MAX_REQUEST && last < n)
      continue;
    g_string_append_c(request, '}');
    if (!run_update(engine, request->str, error))
      return FALSE;
    g_string_assign(request, "INSERT DATA {\n");
  }
  return TRUE;
}

/* Takes out the triples that Tracker keeps about its ontology and about when things came in: nobody asked for
 * them. It has read them already and does not need them. */
static gboolean
hide(KithEngine *engine, GError **error)
{
  static const char *const updates[] = {
      "DELETE {?s nrl:added ?x} WHERE {?s nrl:added ?x}",
      "DELETE {?s nrl:modified ?x} WHERE {?s nrl:modified ?x}",
      "DELETE {?s rdfs:comment ?x} WHERE {?s rdfs:comment ?x}",
      "DELETE {?s rdfs:label ?x} WHERE {?s rdfs:label ?x}",
      "DELETE {?s a rdfs:Resource} WHERE {?s a rdf:Property}",
      "DELETE {?s a rdfs:Resource} WHERE {?s a nrl:Namespace}",
      "DELETE {?s a rdfs:Resource} WHERE {?s a rdf:List}",
      "DELETE {?s a rdfs:Resource} WHERE {?s a rdfs:Class}",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(updates); i++)
    if (!run_update(engine, updates[i], error))
      return FALSE;
  return TRUE;
}

/* The same for what came in with the statements. */
static gboolean
hide_times(KithEngine *engine, GError **error)
{
  static const char *const updates[] = {
      "DELETE {GRAPH ?g {?s nrl:added ?x}} WHERE {GRAPH ?g {?s nrl:added ?x}}",
      "DELETE {GRAPH ?g {?s nrl:modified ?x}} WHERE {GRAPH ?g {?s nrl:modified ?x}}",
      "DELETE {?s nrl:added ?x} WHERE {?s nrl:added ?x}",
      "DELETE {?s nrl:modified ?x} WHERE {?s nrl:modified ?x}",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(updates); i++)
    if (!run_update(engine, updates[i], error))
      return FALSE;
  return TRUE;
}

/* Opens a connection in memory with an ontology, which Tracker wants in a folder. */
static gboolean
open_engine(KithEngine *engine, const char *ontology, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autofree char *folder = g_dir_make_tmp("kith-XXXXXX", &local);
  g_autofree char *file = folder ? g_build_filename(folder, "90-kith.ontology", NULL) : NULL;
  if (file && g_file_set_contents(file, ontology, -1, &local)) {
    g_autoptr(GFile) location = g_file_new_for_path(folder);
    engine->connection =
        tracker_sparql_connection_new(TRACKER_SPARQL_CONNECTION_FLAGS_NONE, NULL, location, NULL, &local);
  }
  if (file) {
    g_unlink(file);
    g_rmdir(folder);
  }
  if (engine->connection == NULL)
    g_set_error(error, KITH_ERROR, KITH_ERROR_OUTPUT, "the SPARQL engine does not start: %s",
                local ? local->message : "no reason given");
  return engine->connection != NULL;
}

KithEngine *
kith_engine_new(const KithStatements *statements, GHashTable *properties, GHashTable *classes, GError **error)
{
  g_autoptr(GHashTable) all_properties = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) all_classes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(KithEngine) engine = g_new0(KithEngine, 1);
  Schema schema = {all_properties, all_classes};
  fill_schema(&schema, statements, properties, classes);
  g_autofree char *ontology = ontology_of(&schema);
  if (!open_engine(engine, ontology, error) || !hide(engine, error) ||
      !load(engine, statements, &schema, error) || !hide_times(engine, error))
    return NULL;
  return g_steal_pointer(&engine);
}

void
kith_engine_free(KithEngine *engine)
{
  if (engine == NULL)
    return;
  g_clear_object(&engine->connection);
  g_free(engine);
}

/* The name of a column: where Tracker gives an expression of SQL for it (of '*'), the variable in it. Owned
 * by the caller. */
static char *
column_name(const char *given)
{
  const char *start = given ? strstr(given, "\"v_") : NULL;
  const char *end = start ? strchr(start + 1, '"') : NULL;
  return end ? g_strndup(start + 3, (gsize)(end - start) - 3) : g_strdup(given ? given : "");
}

gboolean
kith_engine_run(KithEngine *engine, const char *query, KithEngineRow row, gpointer data, GError **error)
{
  g_autoptr(TrackerSparqlCursor) cursor =
      tracker_sparql_connection_query(engine->connection, query, NULL, error);
  if (cursor == NULL)
    return FALSE;
  int n = tracker_sparql_cursor_get_n_columns(cursor);
  g_auto(GStrv) names = g_new0(char *, (gsize)n + 1);
  g_autofree int *types = g_new0(int, (gsize)n + 1);
  GError *local = NULL;
  for (int i = 0; i < n; i++)
    names[i] = column_name(tracker_sparql_cursor_get_variable_name(cursor, i));
  row(data, n, names, NULL, NULL);
  while (tracker_sparql_cursor_next(cursor, NULL, &local)) {
    g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < n; i++) {
      const char *value = tracker_sparql_cursor_get_string(cursor, i, NULL);
      types[i] = (int)tracker_sparql_cursor_get_value_type(cursor, i);
      g_ptr_array_add(values, value ? kith_engine_unmark(value) : NULL);
    }
    row(data, n, names, (char **)values->pdata, types);
  }
  if (local)
    g_propagate_error(error, local);
  return local == NULL;
}
