/* Triples that fit patterns. */
#include "sparql/evaluate.h"

/* What a pattern asks for in a row: a term, or 0 where the place is open. */
static KithId
asked(KithSlot slot, const KithId *row)
{
  return slot.is_variable ? row[slot.index] : slot.index;
}

static KithTriple
triple_asked(const KithPattern *pattern, const KithId *row)
{
  return (KithTriple){asked(pattern->subject, row), pattern->path ? 0 : asked(pattern->predicate, row),
                      asked(pattern->object, row)};
}

/* Sets what is open in a row; false where it is set to something else. */
static gboolean
set_slot(KithSlot slot, KithId id, KithId *row)
{
  if (!slot.is_variable)
    return slot.index == id;
  if (row[slot.index] == 0)
    row[slot.index] = id;
  return row[slot.index] == id;
}

/* Whether a place stands for the same open variable as another. */
static gboolean
same_open(KithSlot a, KithSlot b, const KithId *row)
{
  return a.is_variable && b.is_variable && a.index == b.index && row[a.index] == 0;
}

/* One pattern, for all rows. */
typedef struct {
  KithEvaluation *evaluation;
  const KithPattern *pattern;
  const GPtrArray *conditions; /* KithExpression: what new rows must fulfil */
  GPtrArray *out;              /* the new rows */
} Step;

static gboolean
conditions_hold(const Step *step, const KithId *row)
{
  for (guint i = 0; i < step->conditions->len; i++)
    if (!kith_expression_holds(step->evaluation, (const KithExpression *)step->conditions->pdata[i], row))
      return FALSE;
  return TRUE;
}

/* Adds a row extended by a triple; not where one variable would have to be two things. */
static void
add_row(const Step *step, const KithTriple *triple, const KithId *row)
{
  const KithPattern *pattern = step->pattern;
  if ((same_open(pattern->subject, pattern->object, row) && triple->subject != triple->object) ||
      (!pattern->path && same_open(pattern->subject, pattern->predicate, row) &&
       triple->subject != triple->predicate) ||
      (!pattern->path && same_open(pattern->predicate, pattern->object, row) &&
       triple->predicate != triple->object))
    return;
  KithRow extended = kith_row_new(step->evaluation, row);
  set_slot(pattern->subject, triple->subject, extended);
  if (pattern->path == NULL)
    set_slot(pattern->predicate, triple->predicate, extended);
  set_slot(pattern->object, triple->object, extended);
  if (conditions_hold(step, extended))
    g_ptr_array_add(step->out, extended);
  else
    kith_arena_return(step->evaluation->arena, extended);
}

static void
match_triples(const Step *step, const KithId *row)
{
  KithEvaluation *evaluation = step->evaluation;
  KithTriple triple, open = triple_asked(step->pattern, row);
  KithMatches matches = kith_store_match(evaluation->store, evaluation->scope, &open);
  while (!kith_evaluation_stopped(evaluation) && kith_matches_next(&matches, &triple))
    add_row(step, &triple, row);
}

/* Where a path leads from one node (backwards: to it); the other end must fit what the row asks for. */
static void
match_path_from(const Step *step, KithId from, gboolean backwards, const KithId *row)
{
  g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(KithId));
  KithId other = asked(backwards ? step->pattern->subject : step->pattern->object, row);
  kith_path_ends(step->evaluation, step->pattern->path, from, backwards, ends);
  for (guint i = 0; i < ends->len && !kith_evaluation_stopped(step->evaluation); i++) {
    KithId end = g_array_index(ends, KithId, i);
    KithTriple triple = {backwards ? end : from, 0, backwards ? from : end};
    if (other == 0 || other == end)
      add_row(step, &triple, row);
  }
}

static void
match_path(const Step *step, const KithId *row)
{
  KithEvaluation *evaluation = step->evaluation;
  KithId subject = asked(step->pattern->subject, row), object = asked(step->pattern->object, row);
  if (subject || object) {
    match_path_from(step, subject ? subject : object, subject == 0, row);
    return;
  }
  g_autoptr(GArray) nodes = kith_store_nodes(evaluation->store, evaluation->scope);
  for (guint i = 0; i < nodes->len && !kith_evaluation_stopped(evaluation); i++)
    match_path_from(step, g_array_index(nodes, KithId, i), FALSE, row);
}

/* ---- which pattern first ---- */

static gboolean
is_bound(KithSlot slot, const gboolean *bound)
{
  return slot.is_variable && bound[slot.index];
}

/* About how many triples a pattern finds for one row: what its terms find, less for each bound variable. */
static double
cost_of(KithEvaluation *evaluation, const KithPattern *pattern, const gboolean *bound)
{
  static const double few = 4, some = 30, path = 50;
  gboolean subject = is_bound(pattern->subject, bound), object = is_bound(pattern->object, bound);
  KithTriple terms = {pattern->subject.is_variable ? 0 : pattern->subject.index,
                      pattern->path || pattern->predicate.is_variable ? 0 : pattern->predicate.index,
                      pattern->object.is_variable ? 0 : pattern->object.index};
  double cost = (double)kith_store_count(evaluation->store, &terms);
  if (pattern->path && !terms.subject && !terms.object && !subject && !object)
    return cost * path;
  if (subject && (object || terms.object))
    return 1;
  if (subject)
    cost = MIN(cost, few);
  if (object)
    cost = MIN(cost, some);
  return pattern->path ? MIN(cost, few) * path : cost;
}

/* Whether a pattern has to do with what is bound. */
static gboolean
is_joined(const KithPattern *pattern, const gboolean *bound)
{
  return is_bound(pattern->subject, bound) || is_bound(pattern->object, bound) ||
         (!pattern->path && is_bound(pattern->predicate, bound));
}

/* Takes the pattern that is to be matched next out of an array. */
static const KithPattern *
take_next(KithEvaluation *evaluation, GPtrArray *patterns, const gboolean *bound, gboolean any_bound)
{
  static const double apart = 1000; /* times worse: all rows with all rows */
  guint best = 0;
  double least = 0;
  for (guint i = 0; i < patterns->len; i++) {
    const KithPattern *pattern = (const KithPattern *)patterns->pdata[i];
    double cost = cost_of(evaluation, pattern, bound);
    if (any_bound && !is_joined(pattern, bound) && cost > 1)
      cost *= apart;
    if (i == 0 || cost < least) {
      best = i;
      least = cost;
    }
  }
  return (const KithPattern *)g_ptr_array_remove_index(patterns, best);
}

/* Notes the variables of a pattern that all rows have bound. */
static void
note_bound(const GPtrArray *rows, KithSlot slot, gboolean *bound)
{
  if (!slot.is_variable || rows->len == 0)
    return;
  bound[slot.index] = TRUE;
  for (guint i = 0; i < rows->len && bound[slot.index]; i++)
    bound[slot.index] = ((KithRow)rows->pdata[i])[slot.index] != 0;
}

static void
note_pattern(const GPtrArray *rows, const KithPattern *pattern, gboolean *bound)
{
  note_bound(rows, pattern->subject, bound);
  note_bound(rows, pattern->object, bound);
  if (!pattern->path)
    note_bound(rows, pattern->predicate, bound);
}

/* The same of what conditions ask for. */
static void
note_conditions(const GPtrArray *rows, const KithExpression *conditions, gboolean *bound, guint n)
{
  g_autofree gboolean *variables = g_new0(gboolean, n + 1);
  for (; conditions; conditions = conditions->next)
    kith_expression_variables(conditions, variables);
  for (guint i = 0; i < n; i++)
    if (variables[i] && !bound[i])
      note_bound(rows, (KithSlot){TRUE, i}, bound);
}

static gboolean
mentions(const KithPattern *pattern, guint32 variable)
{
  return (pattern->subject.is_variable && pattern->subject.index == variable) ||
         (pattern->object.is_variable && pattern->object.index == variable) ||
         (!pattern->path && pattern->predicate.is_variable && pattern->predicate.index == variable);
}

/* The conditions that ask only for what is bound after a pattern, and for something that was not before: they
 * can be put to its rows. Owned by the caller. */
static GPtrArray *
ready_conditions(const KithExpression *conditions, const KithPattern *pattern, const gboolean *bound, guint n)
{
  GPtrArray *ready = g_ptr_array_new();
  for (const KithExpression *condition = conditions; condition; condition = condition->next) {
    g_autofree gboolean *variables = g_new0(gboolean, n + 1);
    gboolean fresh = FALSE, open = kith_expression_exists(condition);
    kith_expression_variables(condition, variables);
    for (guint i = 0; i < n; i++)
      if (variables[i] && !bound[i]) {
        fresh = TRUE;
        open = open || !mentions(pattern, i);
      }
    if (fresh && !open)
      g_ptr_array_add(ready, (gpointer)condition);
  }
  return ready;
}

GPtrArray *
kith_match_patterns(KithEvaluation *evaluation, const KithPattern *patterns, const KithExpression *conditions,
                    const GPtrArray *rows)
{
  g_autofree gboolean *bound = g_new0(gboolean, evaluation->width + 1);
  g_autoptr(GPtrArray) left = g_ptr_array_new();
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add(found, rows->pdata[i]);
  for (; patterns; patterns = patterns->next) {
    g_ptr_array_add(left, (gpointer)patterns);
    note_pattern(rows, patterns, bound);
  }
  gboolean any_bound = FALSE;
  for (guint i = 0; i < evaluation->width; i++)
    any_bound = any_bound || bound[i];
  note_conditions(rows, conditions, bound, evaluation->width);
  while (left->len > 0 && found->len > 0) {
    const KithPattern *pattern = take_next(evaluation, left, bound, any_bound);
    g_autoptr(GPtrArray) ready = ready_conditions(conditions, pattern, bound, evaluation->width);
    g_autoptr(GPtrArray) next = g_ptr_array_new();
    const Step step = {evaluation, pattern, ready, next};
    for (guint i = 0; i < found->len && !kith_evaluation_stopped(evaluation); i++)
      (pattern->path ? match_path : match_triples)(&step, (const KithId *)found->pdata[i]);
    g_ptr_array_unref(found);
    found = g_steal_pointer(&next);
    note_pattern(found, pattern, bound);
    any_bound = TRUE;
  }
  return g_steal_pointer(&found);
}
