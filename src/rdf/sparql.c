#include "rdf/sparql.h"

#include <libtracker-sparql/tracker-sparql.h>
#include <string.h>

#include "base/error.h"
#include "graph/json.h"
#include "rdf/describe.h"
#include "rdf/engine.h"
#include "rdf/formats.h"
#include "rdf/iri.h"
#include "rdf/rewrite.h"

/* How often a query is tried again with a word that was unknown. */
enum { MAX_TRIES = 32 };

void
kith_answer_free(KithAnswer *answer)
{
  if (answer == NULL)
    return;
  g_strfreev(answer->columns);
  g_clear_pointer(&answer->rows, g_ptr_array_unref);
  kith_statements_free(answer->terms);
  g_free(answer);
}

/* ---- what can be asked ---- */

KithStatements *
kith_sparql_statements_of(const KithGraph *graph)
{
  KithStatements *statements = kith_statements_new();
  KithSink sink = kith_statements_sink(statements);
  kith_describe(graph, graph->base ? graph->base : KITH_DEFAULT_BASE, TRUE, &sink);
  kith_statements_sort(statements);
  return statements;
}

static guint
hash_triple(gconstpointer key)
{
  const KithStatement *s = (const KithStatement *)key;
  return g_direct_hash(s->subject) * 31 + g_direct_hash(s->predicate) * 7 + g_direct_hash(s->object);
}

static gboolean
equal_triples(gconstpointer a, gconstpointer b)
{
  const KithStatement *x = (const KithStatement *)a, *y = (const KithStatement *)b;
  return x->subject == y->subject && x->predicate == y->predicate && x->object == y->object;
}

/* Adds to all those of more whose triple is in no graph of all. */
static void
add_missing(KithStatements *all, const KithStatements *more)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(hash_triple, equal_triples, g_free, NULL);
  guint n = all->list->len;
  for (guint i = 0; i < n; i++)
    g_hash_table_add(seen, g_memdup2(kith_statement(all, i), sizeof(KithStatement)));
  for (guint i = 0; i < more->list->len; i++) {
    const KithStatement *s = kith_statement(more, i);
    KithStatement own = {kith_statements_term(all, s->subject), kith_statements_term(all, s->predicate),
                         kith_statements_term(all, s->object), kith_statements_term(all, s->graph), 0};
    if (!g_hash_table_contains(seen, &own))
      g_array_append_val(all->list, own);
  }
}

KithStatements *
kith_sparql_statements(const char *name, const char *bytes, gsize length, GError **error)
{
  g_autoptr(KithStatements) raw = kith_statements_read(name, bytes, length, NULL, error);
  if (raw == NULL)
    return NULL;
  gboolean named = FALSE;
  for (guint i = 0; i < raw->list->len && !named; i++)
    named = kith_statement(raw, i)->graph != NULL;
  g_autoptr(KithGraph) graph = named ? NULL : kith_understand(name, raw, NULL);
  if (graph == NULL) {
    kith_statements_sort(raw);
    return g_steal_pointer(&raw);
  }
  KithStatements *all = kith_sparql_statements_of(graph);
  add_missing(all, raw);
  kith_statements_sort(all);
  return all;
}

/* ---- the query ---- */

/* Adds what an error says is unknown to its table; false where it says nothing of the kind. */
static gboolean
learn(const GError *error, GHashTable *properties, GHashTable *classes)
{
  const char *kinds[] = {"Unknown property '", "Unknown class '"};
  GHashTable *tables[] = {properties, classes};
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    const char *start = strstr(error->message, kinds[i]);
    const char *end = start ? strchr(start + strlen(kinds[i]), '\'') : NULL;
    if (end == NULL)
      continue;
    char *iri = g_strndup(start + strlen(kinds[i]), (gsize)(end - start) - strlen(kinds[i]));
    if (kith_iri_is_valid(iri) && !g_hash_table_contains(tables[i], iri))
      return g_hash_table_add(tables[i], iri);
    g_free(iri);
  }
  return FALSE;
}

/* The engine's words about a query: their first line, with places in the query as it was given. */
static void
set_query_error(GError **error, const char *message, const KithRewritten *query)
{
  g_autoptr(GString) text = g_string_new(NULL);
  const char *at = strstr(message, "at byte ");
  char *rest = (char *)message;
  if (at) {
    gsize byte = (gsize)g_ascii_strtoull(at + strlen("at byte "), &rest, 10);
    g_string_append_len(text, message, at - message);
    g_string_append_printf(text, "at byte %" G_GSIZE_FORMAT, kith_rewritten_place(query, byte));
  }
  g_string_append_len(text, rest, (gssize)strcspn(rest, "\n"));
  g_autofree char *plain = kith_engine_unmark(text->str);
  g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "query: %s", g_strchomp(plain));
}

/* ---- answers ---- */

typedef struct {
  const KithStatements *statements;
  KithAnswer *answer;
  GHashTable *subjects; /* of DESCRIBE: the values of the things described */
} Collector;

/* The literal of a text that came out of the engine as a number or a day. */
static KithTerm
typed_literal(const char *value, int type)
{
  KithTerm term = {KITH_TERM_LITERAL, value, NULL, NULL};
  const char *digits = *value == '-' ? value + 1 : value;
  if (type == TRACKER_SPARQL_VALUE_TYPE_INTEGER || type == TRACKER_SPARQL_VALUE_TYPE_DOUBLE)
    term.datatype = digits[strspn(digits, "0123456789")] == '\0'    ? XSD_NS "integer"
                    : digits[strspn(digits, "0123456789.")] == '\0' ? XSD_NS "decimal"
                                                                    : XSD_NS "double";
  else if (type == TRACKER_SPARQL_VALUE_TYPE_DATETIME)
    term.datatype = strlen(value) == 10 ? XSD_NS "date" : XSD_NS "dateTime";
  else if (type == TRACKER_SPARQL_VALUE_TYPE_BOOLEAN)
    term.datatype = XSD_NS "boolean";
  return term;
}

/* The name of a blank node that was loaded as an IRI; NULL: it was none. */
static const char *
blank_name(const char *value)
{
  return g_str_has_prefix(value, "urn:blank:") ? value + strlen("urn:blank:") : NULL;
}

static KithTerm
term_of(const char *value, int type)
{
  if (type == TRACKER_SPARQL_VALUE_TYPE_URI)
    return blank_name(value) ? (KithTerm){KITH_TERM_BLANK, blank_name(value), NULL, NULL}
                             : (KithTerm){KITH_TERM_IRI, value, NULL, NULL};
  if (type == TRACKER_SPARQL_VALUE_TYPE_BLANK_NODE)
    return (KithTerm){KITH_TERM_BLANK, value, NULL, NULL};
  return typed_literal(value, type);
}

static void
take_row(gpointer data, int n, char **names, char **values, const int *types)
{
  KithAnswer *answer = ((Collector *)data)->answer;
  if (values == NULL) {
    answer->columns = g_strdupv(names);
    answer->n_columns = (guint)n;
    return;
  }
  const KithTerm **row = g_new0(const KithTerm *, (gsize)n + 1);
  for (int i = 0; i < n; i++)
    if (values[i] && types[i] != TRACKER_SPARQL_VALUE_TYPE_UNBOUND) {
      KithTerm term = term_of(values[i], types[i]);
      row[i] = kith_statements_term(answer->terms, &term);
    }
  g_ptr_array_add(answer->rows, row);
}

static void
take_subject(gpointer data, int n, char **names G_GNUC_UNUSED, char **values, const int *types G_GNUC_UNUSED)
{
  if (n > 0 && values && values[0])
    g_hash_table_add(((Collector *)data)->subjects, g_strdup(values[0]));
}

/* A term that the engine gave as mere text: as it is in the statements, or else an IRI if it can be one. */
static KithTerm
guess_term(const Collector *to, const char *value, gboolean literal)
{
  KithTerm iri = term_of(value, TRACKER_SPARQL_VALUE_TYPE_URI);
  if (!literal || g_hash_table_contains(to->statements->terms, &iri))
    return iri;
  GHashTableIter iter;
  gpointer key;
  for (g_hash_table_iter_init(&iter, to->statements->terms); g_hash_table_iter_next(&iter, &key, NULL);) {
    const KithTerm *term = (const KithTerm *)key;
    if (term->kind == KITH_TERM_LITERAL && strcmp(term->value, value) == 0)
      return *term;
  }
  return kith_iri_is_valid(value) ? iri : (KithTerm){KITH_TERM_LITERAL, value, NULL, NULL};
}

static void
take_statement(gpointer data, int n, char **names G_GNUC_UNUSED, char **values,
               const int *types G_GNUC_UNUSED)
{
  Collector *to = (Collector *)data;
  if (n < 3 || !values || !values[0] || !values[1] || !values[2])
    return;
  KithTerm subject = guess_term(to, values[0], FALSE), predicate = guess_term(to, values[1], FALSE);
  KithTerm object = guess_term(to, values[2], TRUE);
  kith_statements_add(to->answer->terms, &subject, &predicate, &object, NULL, 0);
}

/* All that the statements say about the things described. */
static void
describe_subjects(Collector *to)
{
  for (guint i = 0; i < to->statements->list->len; i++) {
    const KithStatement *s = kith_statement(to->statements, i);
    if (g_hash_table_contains(to->subjects, s->subject->value))
      kith_statements_add(to->answer->terms, s->subject, s->predicate, s->object, NULL, 0);
  }
}

static KithAnswer *
answer_new(const char *form)
{
  KithAnswer *answer = g_new0(KithAnswer, 1);
  answer->kind = strcmp(form, "SELECT") == 0 ? KITH_ANSWER_ROWS
                 : strcmp(form, "ASK") == 0  ? KITH_ANSWER_BOOLEAN
                                             : KITH_ANSWER_GRAPH;
  answer->rows = g_ptr_array_new_with_free_func(g_free);
  answer->terms = kith_statements_new();
  return answer;
}

/* Asks once; the error is the engine's own. */
static gboolean
ask(KithEngine *engine, const char *query, const char *form, Collector *to, GError **error)
{
  if (strcmp(form, "DESCRIBE") == 0) {
    if (!kith_engine_run(engine, query, take_subject, to, error))
      return FALSE;
    describe_subjects(to);
  } else if (strcmp(form, "CONSTRUCT") == 0) {
    if (!kith_engine_run(engine, query, take_statement, to, error))
      return FALSE;
  } else if (!kith_engine_run(engine, query, take_row, to, error)) {
    return FALSE;
  }
  const KithTerm *first = to->answer->rows->len ? ((const KithTerm **)to->answer->rows->pdata[0])[0] : NULL;
  to->answer->truth = first && strcmp(first->value, "0") != 0;
  if (to->answer->kind == KITH_ANSWER_GRAPH)
    kith_statements_sort(to->answer->terms);
  return TRUE;
}

/* Asks until the engine knows all words of the query. */
static KithAnswer *
ask_patiently(const KithStatements *statements, const KithRewritten *query, GError **error)
{
  g_autoptr(GHashTable) properties = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) classes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0;; i++) {
    g_autoptr(GError) local = NULL;
    g_autoptr(KithEngine) engine = kith_engine_new(statements, properties, classes, error);
    if (engine == NULL)
      return NULL;
    g_autoptr(KithAnswer) answer = answer_new(query->form);
    g_autoptr(GHashTable) subjects = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Collector to = {statements, answer, subjects};
    if (ask(engine, query->text, query->form, &to, &local))
      return g_steal_pointer(&answer);
    if (i < MAX_TRIES && learn(local, properties, classes))
      continue;
    set_query_error(error, local->message, query);
    return NULL;
  }
}

KithAnswer *
kith_sparql_query(const KithStatements *statements, const char *query, GError **error)
{
  if (!g_utf8_validate(query, -1, NULL)) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "query: this is not UTF-8 text");
    return NULL;
  }
  KithRewritten rewritten;
  if (!kith_rewrite(query, &rewritten, error))
    return NULL;
  KithAnswer *answer = ask_patiently(statements, &rewritten, error);
  kith_rewritten_clear(&rewritten);
  return answer;
}
