#include "sparql/sparql.h"

#include <string.h>

#include "base/error.h"
#include "sparql/evaluate.h"

/* Bytes that the rows of one query may take. */
#define MAX_ROWS ((gsize)1 << 29)

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

static KithAnswer *
answer_new(KithForm form)
{
  KithAnswer *answer = g_new0(KithAnswer, 1);
  answer->kind = form == KITH_FORM_SELECT ? KITH_ANSWER_ROWS
                 : form == KITH_FORM_ASK  ? KITH_ANSWER_BOOLEAN
                                          : KITH_ANSWER_GRAPH;
  answer->rows = g_ptr_array_new_with_free_func(g_free);
  answer->terms = kith_statements_new();
  return answer;
}

/* ---- SELECT ---- */

static void
take_rows(const KithEvaluation *evaluation, const GPtrArray *rows, KithAnswer *answer)
{
  const KithColumn *columns = evaluation->query->select.columns;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const KithColumn *column = columns; column; column = column->next)
    g_ptr_array_add(names, g_strdup((const char *)evaluation->query->variables->pdata[column->variable]));
  answer->n_columns = names->len;
  g_ptr_array_add(names, NULL);
  answer->columns = (char **)g_ptr_array_steal(names, NULL);
  for (guint i = 0; i < rows->len; i++) {
    const KithId *from = (const KithId *)rows->pdata[i];
    const KithTerm **row = g_new0(const KithTerm *, (gsize)answer->n_columns + 1);
    guint k = 0;
    for (const KithColumn *column = columns; column; column = column->next)
      row[k++] =
          kith_statements_term(answer->terms, kith_terms_get(evaluation->terms, from[column->variable]));
    g_ptr_array_add(answer->rows, row);
  }
}

/* ---- CONSTRUCT ---- */

/* The term of a place in the template for a row; blank nodes are new for each row. */
static const KithTerm *
made_term(const KithEvaluation *evaluation, KithSlot slot, const KithId *row, KithId *blanks)
{
  KithId id = slot.is_variable ? row[slot.index] : slot.index;
  if (slot.is_variable &&
      g_str_has_prefix((const char *)evaluation->query->variables->pdata[slot.index], "_:")) {
    if (blanks[slot.index] == 0)
      blanks[slot.index] = kith_terms_blank(evaluation->terms);
    id = blanks[slot.index];
  }
  return kith_terms_get(evaluation->terms, id);
}

static void
construct(const KithEvaluation *evaluation, const GPtrArray *rows, KithStatements *to)
{
  g_autofree KithId *blanks = g_new0(KithId, evaluation->width + 1);
  for (guint i = 0; i < rows->len; i++) {
    const KithId *row = (const KithId *)rows->pdata[i];
    memset(blanks, 0, evaluation->width * sizeof(KithId));
    for (const KithPattern *p = evaluation->query->template; p; p = p->next) {
      const KithTerm *subject = made_term(evaluation, p->subject, row, blanks);
      const KithTerm *predicate = made_term(evaluation, p->predicate, row, blanks);
      const KithTerm *object = made_term(evaluation, p->object, row, blanks);
      if (subject && predicate && object && subject->kind != KITH_TERM_LITERAL &&
          predicate->kind == KITH_TERM_IRI)
        kith_statements_add(to, subject, predicate, object, NULL, 0);
    }
  }
}

/* ---- DESCRIBE ---- */

static void
note_described(const KithEvaluation *evaluation, KithId id, GHashTable *subjects)
{
  const KithTerm *term = kith_terms_get(evaluation->terms, id);
  if (term)
    g_hash_table_add(subjects, (gpointer)term);
}

/* The terms that are described: those named, and what is in the rows. Owned by the caller. */
static GHashTable *
described(const KithEvaluation *evaluation, const GPtrArray *rows)
{
  const KithQuery *query = evaluation->query;
  GHashTable *subjects = g_hash_table_new(NULL, NULL);
  for (guint k = 0; k < query->described->len; k++) {
    KithSlot slot = g_array_index(query->described, KithSlot, k);
    if (!slot.is_variable)
      note_described(evaluation, slot.index, subjects);
    for (guint i = 0; slot.is_variable && i < rows->len; i++)
      note_described(evaluation, ((KithRow)rows->pdata[i])[slot.index], subjects);
  }
  for (const KithColumn *c = query->described->len == 0 ? query->select.columns : NULL; c; c = c->next)
    for (guint i = 0; i < rows->len; i++)
      note_described(evaluation, ((KithRow)rows->pdata[i])[c->variable], subjects);
  return subjects;
}

/* All that the statements say of the subjects, and of the blank nodes that they come to in saying it. */
static void
describe(const KithStatements *statements, GHashTable *subjects, KithStatements *to)
{
  for (guint before = 0; before != g_hash_table_size(subjects);) {
    before = g_hash_table_size(subjects);
    for (guint i = 0; i < statements->list->len; i++) {
      const KithStatement *s = kith_statement(statements, i);
      if (s->object->kind == KITH_TERM_BLANK && g_hash_table_contains(subjects, s->subject))
        g_hash_table_add(subjects, (gpointer)s->object);
    }
  }
  for (guint i = 0; i < statements->list->len; i++) {
    const KithStatement *s = kith_statement(statements, i);
    if (g_hash_table_contains(subjects, s->subject))
      kith_statements_add(to, s->subject, s->predicate, s->object, NULL, 0);
  }
}

/* ---- the whole ---- */

static KithAnswer *
answer_of(KithEvaluation *evaluation, const KithStatements *statements)
{
  g_autoptr(GPtrArray) rows = kith_evaluate_select(evaluation, &evaluation->query->select);
  KithAnswer *answer = answer_new(evaluation->query->form);
  switch (evaluation->query->form) {
  case KITH_FORM_SELECT:
    take_rows(evaluation, rows, answer);
    break;
  case KITH_FORM_ASK:
    answer->truth = rows->len > 0;
    break;
  case KITH_FORM_CONSTRUCT:
    construct(evaluation, rows, answer->terms);
    break;
  case KITH_FORM_DESCRIBE: {
    g_autoptr(GHashTable) subjects = described(evaluation, rows);
    describe(statements, subjects, answer->terms);
    break;
  }
  }
  kith_statements_sort(answer->terms);
  return answer;
}

/* The set of some graphs. Owned by the caller. */
static GHashTable *
graph_set(const GArray *graphs)
{
  GHashTable *set = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < graphs->len; i++)
    g_hash_table_add(set, GUINT_TO_POINTER(g_array_index(graphs, KithId, i)));
  return set;
}

KithAnswer *
kith_sparql_query(const KithStatements *statements, const char *text, KithDefaultGraph graph, GError **error)
{
  g_autoptr(KithTerms) terms = kith_terms_new(statements);
  g_autoptr(KithStore) store = kith_store_new(statements, terms);
  g_autoptr(KithQuery) query = kith_query_parse(text, terms, error);
  if (query == NULL)
    return NULL;
  g_autoptr(KithArena) arena = kith_arena_new(MAX_ROWS);
  g_autoptr(GHashTable) from = graph_set(query->from);
  g_autoptr(GHashTable) named = graph_set(query->named);
  g_autoptr(GHashTable) nodes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc();
  gboolean chosen = query->from->len + query->named->len > 0;
  KithScope scope = {chosen                      ? KITH_SCOPE_SOME
                     : graph == KITH_DEFAULT_OWN ? KITH_SCOPE_ONE
                                                 : KITH_SCOPE_ALL,
                     0, from};
  KithEvaluation evaluation = {.query = query,
                               .terms = terms,
                               .store = store,
                               .arena = arena,
                               .width = query->variables->len,
                               .scope = &scope,
                               .named = chosen ? named : NULL,
                               .calling = {terms, query->base, now, nodes}};
  g_autoptr(KithAnswer) answer = answer_of(&evaluation, statements);
  if (evaluation.problem == NULL)
    return g_steal_pointer(&answer);
  g_set_error(error, KITH_ERROR, KITH_ERROR_LIMIT, "query: %s", evaluation.problem);
  return NULL;
}
