/* What SELECT does with the solutions of its pattern: groups, values, order, columns (SPARQL 1.1, 18.2.4 and
 * 18.2.5). */
#include "sparql/evaluate.h"
#include "sparql/value.h"

/* ---- rows as keys ---- */

/* The values of some columns as text that is equal where they are. Owned by the caller. */
static GBytes *
key_of(const KithId *row, const KithColumn *columns)
{
  g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(KithId));
  for (; columns; columns = columns->next)
    g_array_append_val(ids, row[columns->variable]);
  return g_bytes_new(ids->data, ids->len * sizeof(KithId));
}

/* Sets the columns that have an expression, in each row. */
static void
set_columns(KithEvaluation *evaluation, const KithColumn *columns, GPtrArray *rows)
{
  gboolean any = FALSE;
  for (const KithColumn *column = columns; column; column = column->next)
    any = any || column->expression;
  for (guint i = 0; any && i < rows->len && !kith_evaluation_stopped(evaluation); i++) {
    KithRow row = kith_row_new(evaluation, (const KithId *)rows->pdata[i]);
    rows->pdata[i] = row;
    g_hash_table_remove_all(evaluation->calling.nodes);
    for (const KithColumn *column = columns; column; column = column->next)
      if (column->expression)
        row[column->variable] = kith_expression_value(evaluation, column->expression, row);
  }
}

/* ---- aggregates ---- */

/* The values of an aggregate's expression in a group, those that are errors aside; *errors: how many. */
static GArray *
values_of(KithEvaluation *evaluation, const KithAggregate *aggregate, const GPtrArray *group, guint *errors)
{
  GArray *values = g_array_new(FALSE, FALSE, sizeof(KithId));
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  *errors = 0;
  for (guint i = 0; i < group->len; i++) {
    KithId value = kith_expression_value(evaluation, aggregate->of, (const KithId *)group->pdata[i]);
    if (value == 0)
      ++*errors;
    else if (!aggregate->distinct || g_hash_table_add(seen, GUINT_TO_POINTER(value)))
      g_array_append_val(values, value);
  }
  return values;
}

/* How many rows, or how many different ones. */
static gint64
count_rows(const KithEvaluation *evaluation, const GPtrArray *group, gboolean distinct)
{
  if (!distinct)
    return group->len;
  g_autoptr(GHashTable) seen =
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  for (guint i = 0; i < group->len; i++)
    g_hash_table_add(seen, g_bytes_new(group->pdata[i], evaluation->width * sizeof(KithId)));
  return g_hash_table_size(seen);
}

/* The sum or the mean of numbers; 0 where one is none. */
static KithId
sum_of(KithEvaluation *evaluation, const GArray *values, gboolean mean)
{
  KithValueKind kind = KITH_VALUE_INTEGER;
  gint64 whole = 0;
  double sum = 0;
  gboolean over = FALSE;
  for (guint i = 0; i < values->len; i++) {
    KithValue value = kith_value_of(kith_terms_get(evaluation->terms, g_array_index(values, KithId, i)));
    if (!kith_value_is_number(&value))
      return 0;
    kind = MAX(kind, value.kind);
    sum += value.number;
    over = over || __builtin_add_overflow(whole, value.integer, &whole);
  }
  if (values->len == 0)
    return kith_value_integer(evaluation->terms, 0);
  if (kind == KITH_VALUE_INTEGER && !mean)
    return over ? 0 : kith_value_integer(evaluation->terms, whole);
  return kith_value_number(evaluation->terms, MAX(kind, KITH_VALUE_DECIMAL), mean ? sum / values->len : sum);
}

static KithId
extreme_of(KithEvaluation *evaluation, const GArray *values, int sign)
{
  KithId best = 0;
  for (guint i = 0; i < values->len; i++) {
    KithId value = g_array_index(values, KithId, i);
    if (best == 0 || sign * kith_value_order(kith_terms_get(evaluation->terms, value),
                                             kith_terms_get(evaluation->terms, best)) >
                         0)
      best = value;
  }
  return best;
}

/* The texts in a row; 0 where one has none. */
static KithId
concatenate(KithEvaluation *evaluation, const GArray *values, const char *separator)
{
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < values->len; i++) {
    const KithTerm *term = kith_terms_get(evaluation->terms, g_array_index(values, KithId, i));
    if (term->kind == KITH_TERM_BLANK)
      return 0;
    g_string_append(out, i ? separator : "");
    g_string_append(out, term->value);
  }
  return kith_terms_literal(evaluation->terms, out->str, NULL, NULL);
}

static KithId
aggregate_value(KithEvaluation *evaluation, const KithAggregate *aggregate, const GPtrArray *group)
{
  guint errors;
  if (aggregate->of == NULL)
    return kith_value_integer(evaluation->terms, count_rows(evaluation, group, aggregate->distinct));
  g_autoptr(GArray) values = values_of(evaluation, aggregate, group, &errors);
  switch (aggregate->kind) {
  case KITH_COUNT:
    return kith_value_integer(evaluation->terms, values->len);
  case KITH_SUM:
  case KITH_AVG:
    return errors ? 0 : sum_of(evaluation, values, aggregate->kind == KITH_AVG);
  case KITH_MIN:
    return extreme_of(evaluation, values, -1);
  case KITH_MAX:
    return extreme_of(evaluation, values, 1);
  case KITH_GROUP_CONCAT:
    return errors ? 0 : concatenate(evaluation, values, aggregate->separator);
  default:
    return values->len > 0 ? g_array_index(values, KithId, 0) : 0;
  }
}

/* ---- groups ---- */

/* The rows of each group, in the order of their first ones. Owned by the caller. */
static GPtrArray *
group_rows(const KithSelect *select, const GPtrArray *rows)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  g_autoptr(GHashTable) found =
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  for (guint i = 0; i < rows->len; i++) {
    g_autoptr(GBytes) key = key_of((const KithId *)rows->pdata[i], select->groups);
    GPtrArray *group = (GPtrArray *)g_hash_table_lookup(found, key);
    if (group == NULL) {
      group = g_ptr_array_new();
      g_ptr_array_add(groups, group);
      g_hash_table_insert(found, g_bytes_ref(key), group);
    }
    g_ptr_array_add(group, rows->pdata[i]);
  }
  if (groups->len == 0 && select->groups == NULL)
    g_ptr_array_add(groups, g_ptr_array_new());
  return groups;
}

/* A row for each group: its keys and aggregates. Owned by the caller. */
static GPtrArray *
aggregate_rows(KithEvaluation *evaluation, const KithSelect *select, GPtrArray *rows)
{
  set_columns(evaluation, select->groups, rows);
  g_autoptr(GPtrArray) groups = group_rows(select, rows);
  GPtrArray *out = g_ptr_array_new();
  for (guint i = 0; i < groups->len && !kith_evaluation_stopped(evaluation); i++) {
    const GPtrArray *group = (const GPtrArray *)groups->pdata[i];
    KithRow row = kith_row_new(evaluation, NULL);
    for (const KithColumn *key = select->groups; key && group->len > 0; key = key->next)
      row[key->variable] = ((KithRow)group->pdata[0])[key->variable];
    for (const KithAggregate *a = select->aggregates; a; a = a->next)
      row[a->variable] = aggregate_value(evaluation, a, group);
    if (kith_expressions_hold(evaluation, select->having, row))
      g_ptr_array_add(out, row);
  }
  return out;
}

/* ---- order ---- */

typedef struct {
  KithRow row;
  const KithTerm **keys;
} Sorted;

static int
compare_sorted(gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorted *x = (const Sorted *)a, *y = (const Sorted *)b;
  guint i = 0;
  for (const KithOrder *order = (const KithOrder *)data; order; order = order->next, i++) {
    int less = kith_value_order(x->keys[i], y->keys[i]);
    if (less != 0)
      return order->descending ? -less : less;
  }
  return 0;
}

static void
sort_rows(KithEvaluation *evaluation, const KithOrder *order, GPtrArray *rows)
{
  guint n = 0;
  for (const KithOrder *by = order; by; by = by->next)
    n++;
  if (n == 0)
    return;
  g_autoptr(GArray) sorted = g_array_new(FALSE, FALSE, sizeof(Sorted));
  for (guint i = 0; i < rows->len; i++) {
    Sorted one = {(KithRow)rows->pdata[i],
                  (const KithTerm **)kith_arena_alloc(evaluation->arena, n * sizeof(KithTerm *))};
    guint k = 0;
    for (const KithOrder *by = order; by; by = by->next)
      one.keys[k++] = kith_terms_get(evaluation->terms, kith_expression_value(evaluation, by->by, one.row));
    g_array_append_val(sorted, one);
  }
  g_array_sort_with_data(sorted, compare_sorted, (gpointer)order);
  for (guint i = 0; i < sorted->len; i++)
    rows->pdata[i] = g_array_index(sorted, Sorted, i).row;
}

/* ---- columns ---- */

/* Rows with nothing but the columns, different ones if so asked, from offset to limit. */
static GPtrArray *
project(KithEvaluation *evaluation, const KithSelect *select, const GPtrArray *rows)
{
  GPtrArray *out = g_ptr_array_new();
  g_autoptr(GHashTable) seen =
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  gint64 offset = select->offset;
  for (guint i = 0; i < rows->len && !kith_evaluation_stopped(evaluation); i++) {
    const KithId *from = (const KithId *)rows->pdata[i];
    if (select->limit >= 0 && out->len >= select->limit)
      break;
    if ((select->distinct && !g_hash_table_add(seen, key_of(from, select->columns))) || offset-- > 0)
      continue;
    KithRow row = kith_row_new(evaluation, NULL);
    for (const KithColumn *column = select->columns; column; column = column->next)
      row[column->variable] = from[column->variable];
    g_ptr_array_add(out, row);
  }
  return out;
}

GPtrArray *
kith_evaluate_select(KithEvaluation *evaluation, const KithSelect *select)
{
  g_autoptr(GPtrArray) rows = kith_evaluate_node(evaluation, select->where);
  if (select->grouped) {
    g_autoptr(GPtrArray) found = g_steal_pointer(&rows);
    rows = aggregate_rows(evaluation, select, found);
  }
  if (select->values) {
    g_autoptr(GPtrArray) values = kith_evaluate_node(evaluation, select->values);
    g_autoptr(GPtrArray) found = g_steal_pointer(&rows);
    rows = kith_join(evaluation, found, values);
  }
  set_columns(evaluation, select->columns, rows);
  sort_rows(evaluation, select->order, rows);
  return project(evaluation, select, rows);
}
