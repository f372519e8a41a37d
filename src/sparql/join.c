/* Joins of rows: those of one side are found by what both sides have bound in all rows. */
#include "sparql/evaluate.h"

/* The values of the variables that rows are found by. */
typedef struct {
  guint n;
  KithId ids[];
} Key;

typedef struct {
  const GPtrArray *rows;
  GArray *variables; /* guint: of the key */
  GHashTable *first; /* Key -> index of its first row + 1 */
  guint *next;       /* of each row: the index of the next with the same key + 1; 0: none */
  Key *scratch;
} Lookup;

static guint
hash_key(gconstpointer data)
{
  const Key *key = (const Key *)data;
  guint hash = key->n;
  for (guint i = 0; i < key->n; i++)
    hash = (hash ^ key->ids[i]) * 2654435761u;
  return hash ^ hash >> 15;
}

static gboolean
equal_keys(gconstpointer a, gconstpointer b)
{
  const Key *x = (const Key *)a, *y = (const Key *)b;
  for (guint i = 0; i < x->n; i++)
    if (x->ids[i] != y->ids[i])
      return FALSE;
  return TRUE;
}

static gsize
size_of_key(guint n)
{
  return sizeof(Key) + n * sizeof(KithId);
}

static void
fill_key(const Lookup *lookup, const KithId *row, Key *key)
{
  key->n = lookup->variables->len;
  for (guint i = 0; i < key->n; i++)
    key->ids[i] = row[g_array_index(lookup->variables, guint, i)];
}

static gboolean
bound_in_all(const GPtrArray *rows, guint variable)
{
  for (guint i = 0; i < rows->len; i++)
    if (((KithRow)rows->pdata[i])[variable] == 0)
      return FALSE;
  return TRUE;
}

static void
lookup_init(Lookup *lookup, const KithEvaluation *evaluation, const GPtrArray *left, const GPtrArray *right)
{
  lookup->rows = right;
  lookup->variables = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < evaluation->width; i++)
    if (bound_in_all(right, i) && bound_in_all(left, i))
      g_array_append_val(lookup->variables, i);
  lookup->first = g_hash_table_new_full(hash_key, equal_keys, g_free, NULL);
  lookup->next = g_new0(guint, right->len + 1);
  gsize size = size_of_key(lookup->variables->len);
  lookup->scratch = (Key *)g_malloc0(size);
  for (guint i = right->len; i-- > 0;) { /* from the end: each is put before those after it */
    Key *key = (Key *)g_malloc0(size);
    fill_key(lookup, (const KithId *)right->pdata[i], key);
    lookup->next[i] = GPOINTER_TO_UINT(g_hash_table_lookup(lookup->first, key));
    g_hash_table_replace(lookup->first, key, GUINT_TO_POINTER(i + 1));
  }
}

static void
lookup_clear(Lookup *lookup)
{
  g_array_unref(lookup->variables);
  g_hash_table_unref(lookup->first);
  g_free(lookup->next);
  g_free(lookup->scratch);
}

/* The index + 1 of the first row that has the key of another; the ones after it are in next. */
static guint
find_first(const Lookup *lookup, const KithId *row)
{
  fill_key(lookup, row, lookup->scratch);
  return GPOINTER_TO_UINT(g_hash_table_lookup(lookup->first, lookup->scratch));
}

static gboolean
fit(const KithEvaluation *evaluation, const KithId *a, const KithId *b)
{
  for (guint i = 0; i < evaluation->width; i++)
    if (a[i] && b[i] && a[i] != b[i])
      return FALSE;
  return TRUE;
}

static KithRow
merge(const KithEvaluation *evaluation, const KithId *a, const KithId *b)
{
  KithRow row = kith_row_new(evaluation, a);
  for (guint i = 0; i < evaluation->width; i++)
    if (row[i] == 0)
      row[i] = b[i];
  return row;
}

/* ---- the joins ---- */

/* Adds each row of the left with each that fits it for which the conditions hold; alone: and those that have
 * none by themselves. */
static GPtrArray *
join(KithEvaluation *evaluation, const GPtrArray *left, const GPtrArray *right,
     const KithExpression *conditions, gboolean alone)
{
  GPtrArray *out = g_ptr_array_new();
  Lookup lookup;
  lookup_init(&lookup, evaluation, left, right);
  for (guint i = 0; i < left->len && !kith_evaluation_stopped(evaluation); i++) {
    KithRow row = (KithRow)left->pdata[i];
    gboolean any = FALSE;
    for (guint k = find_first(&lookup, row); k > 0 && !kith_evaluation_stopped(evaluation);
         k = lookup.next[k - 1]) {
      const KithId *other = (const KithId *)right->pdata[k - 1];
      KithRow both = fit(evaluation, row, other) ? merge(evaluation, row, other) : NULL;
      if (both && !kith_expressions_hold(evaluation, conditions, both)) {
        kith_arena_return(evaluation->arena, both);
        continue;
      }
      if (both == NULL)
        continue;
      g_ptr_array_add(out, both);
      any = TRUE;
    }
    if (alone && !any)
      g_ptr_array_add(out, row);
  }
  lookup_clear(&lookup);
  return out;
}

GPtrArray *
kith_join(KithEvaluation *evaluation, const GPtrArray *left, const GPtrArray *right)
{
  return join(evaluation, left, right, NULL, FALSE);
}

GPtrArray *
kith_left_join(KithEvaluation *evaluation, const GPtrArray *left, const GPtrArray *right,
               const KithExpression *conditions)
{
  return join(evaluation, left, right, conditions, TRUE);
}

/* Whether two rows have a variable in common that was not given from outside. */
static gboolean
overlap(const KithEvaluation *evaluation, const KithId *a, const KithId *b)
{
  for (guint i = 0; i < evaluation->width; i++)
    if (a[i] && b[i] && !(evaluation->given && evaluation->given[i]))
      return TRUE;
  return FALSE;
}

GPtrArray *
kith_minus(KithEvaluation *evaluation, const GPtrArray *left, const GPtrArray *right)
{
  GPtrArray *out = g_ptr_array_new();
  Lookup lookup;
  lookup_init(&lookup, evaluation, left, right);
  for (guint i = 0; i < left->len && !kith_evaluation_stopped(evaluation); i++) {
    const KithId *row = (const KithId *)left->pdata[i];
    gboolean found = FALSE;
    for (guint k = find_first(&lookup, row); k > 0 && !found; k = lookup.next[k - 1]) {
      const KithId *other = (const KithId *)right->pdata[k - 1];
      found = fit(evaluation, row, other) && overlap(evaluation, row, other);
    }
    if (!found)
      g_ptr_array_add(out, left->pdata[i]);
  }
  lookup_clear(&lookup);
  return out;
}
