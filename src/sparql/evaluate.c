#include "sparql/evaluate.h"

#include <string.h>

gboolean
kith_evaluation_stopped(KithEvaluation *evaluation)
{
  if (evaluation->problem == NULL && kith_arena_is_full(evaluation->arena))
    evaluation->problem = "it has more solutions on the way than there is room for";
  return evaluation->problem != NULL;
}

KithRow
kith_row_new(const KithEvaluation *evaluation, const KithId *from)
{
  KithRow row = (KithRow)kith_arena_alloc(evaluation->arena, evaluation->width * sizeof(KithId));
  if (from)
    memcpy(row, from, evaluation->width * sizeof(KithId));
  return row;
}

KithRow
kith_evaluate_unit(KithEvaluation *evaluation)
{
  return kith_row_new(evaluation, evaluation->given);
}

static GPtrArray *
one_row(gconstpointer row)
{
  GPtrArray *rows = g_ptr_array_new();
  g_ptr_array_add(rows, (gpointer)row);
  return rows;
}

static void
append(GPtrArray *rows, const GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add(rows, more->pdata[i]);
}

static GPtrArray *
filter(KithEvaluation *evaluation, GPtrArray *rows, const KithExpression *conditions)
{
  guint kept = 0;
  for (guint i = 0; i < rows->len && !kith_evaluation_stopped(evaluation); i++)
    if (kith_expressions_hold(evaluation, conditions, (const KithId *)rows->pdata[i]))
      rows->pdata[kept++] = rows->pdata[i];
  g_ptr_array_set_size(rows, (gint)kept);
  return rows;
}

static GPtrArray *extend_rows(KithEvaluation *evaluation, const KithNode *node, const GPtrArray *rows,
                              const KithExpression *filters);

/* ---- graphs ---- */

/* Rows that may look into a graph: those that name it or leave it open. */
static GPtrArray *
rows_of_graph(KithEvaluation *evaluation, const KithNode *node, KithId graph, const GPtrArray *rows)
{
  GPtrArray *out = g_ptr_array_new();
  for (guint i = 0; i < rows->len; i++) {
    KithRow row = (KithRow)rows->pdata[i];
    KithId name = node->slot.is_variable ? row[node->slot.index] : node->slot.index;
    if (name == 0) {
      row = kith_row_new(evaluation, row);
      row[node->slot.index] = graph;
    }
    if (name == 0 || name == graph)
      g_ptr_array_add(out, row);
  }
  return out;
}

/* Rows extended by what a group finds in each graph that its name allows. */
static GPtrArray *
extend_in_graphs(KithEvaluation *evaluation, const KithNode *node, const GPtrArray *rows)
{
  GPtrArray *out = g_ptr_array_new();
  const KithScope *outer = evaluation->scope;
  const GArray *graphs = kith_store_graphs(evaluation->store);
  for (guint i = 0; i < graphs->len && !kith_evaluation_stopped(evaluation); i++) {
    KithId graph = g_array_index(graphs, KithId, i);
    if ((evaluation->named && !g_hash_table_contains(evaluation->named, GUINT_TO_POINTER(graph))) ||
        (!node->slot.is_variable && node->slot.index != graph))
      continue;
    g_autoptr(GPtrArray) mine = rows_of_graph(evaluation, node, graph, rows);
    if (mine->len == 0)
      continue;
    KithScope scope = {KITH_SCOPE_ONE, graph, NULL};
    evaluation->scope = &scope;
    g_autoptr(GPtrArray) found = NULL;
    if (node->children->plain) {
      found = extend_rows(evaluation, node->children, mine, node->children->filters);
    } else {
      g_autoptr(GPtrArray) inner = kith_evaluate_node(evaluation, node->children);
      found = kith_join(evaluation, mine, inner);
    }
    append(out, found);
    evaluation->scope = outer;
  }
  return out;
}

/* ---- plain nodes: each row is extended ---- */

/* filters: those that what is found must pass in the end, of the group that the node is or is in. */
static GPtrArray *
extend_rows(KithEvaluation *evaluation, const KithNode *node, const GPtrArray *rows,
            const KithExpression *filters)
{
  if (node->kind == KITH_NODE_PATTERNS)
    return kith_match_patterns(evaluation, node->patterns, filters, rows);
  if (node->kind == KITH_NODE_GRAPH)
    return extend_in_graphs(evaluation, node, rows);
  GPtrArray *out = g_ptr_array_new();
  if (node->kind == KITH_NODE_GROUP)
    append(out, rows);
  for (const KithNode *child = node->children; child; child = child->next) {
    const KithExpression *inner = child->kind == KITH_NODE_PATTERNS ? filters : child->filters;
    g_autoptr(GPtrArray) found =
        extend_rows(evaluation, child, node->kind == KITH_NODE_GROUP ? out : rows, inner);
    if (node->kind == KITH_NODE_GROUP)
      g_ptr_array_set_size(out, 0);
    append(out, found);
  }
  return node->kind == KITH_NODE_GROUP ? filter(evaluation, out, filters) : out;
}

/* Whether a group would be plain but for its filters, which OPTIONAL asks of the whole solution. */
static gboolean
is_plain_inside(const KithNode *group)
{
  for (const KithNode *child = group->children; child; child = child->next)
    if (!child->plain)
      return FALSE;
  return TRUE;
}

/* ---- the parts of a group ---- */

static GPtrArray *evaluate_group(KithEvaluation *evaluation, const KithNode *group, gboolean filters);

static GPtrArray *
add_optional(KithEvaluation *evaluation, const KithNode *group, const GPtrArray *rows)
{
  if (!is_plain_inside(group)) {
    g_autoptr(GPtrArray) right = evaluate_group(evaluation, group, FALSE);
    return kith_left_join(evaluation, rows, right, group->filters);
  }
  GPtrArray *out = g_ptr_array_new();
  for (guint i = 0; i < rows->len && !kith_evaluation_stopped(evaluation); i++) {
    g_autoptr(GPtrArray) row = one_row(rows->pdata[i]);
    g_autoptr(GPtrArray) found = extend_rows(evaluation, group, row, group->filters);
    append(out, found->len > 0 ? found : row);
  }
  return out;
}

static GPtrArray *
add_value(KithEvaluation *evaluation, const KithNode *node, const GPtrArray *rows)
{
  GPtrArray *out = g_ptr_array_new();
  for (guint i = 0; i < rows->len && !kith_evaluation_stopped(evaluation); i++) {
    KithRow row = kith_row_new(evaluation, (const KithId *)rows->pdata[i]);
    g_hash_table_remove_all(evaluation->calling.nodes);
    KithId value = kith_expression_value(evaluation, node->filters, row);
    if (row[node->slot.index] == 0)
      row[node->slot.index] = value;
    if (row[node->slot.index] == value || value == 0)
      g_ptr_array_add(out, row);
  }
  return out;
}

/* filters: of the group that the node is in. */
static GPtrArray *
join_node(KithEvaluation *evaluation, const KithNode *node, const GPtrArray *rows,
          const KithExpression *filters)
{
  if (node->plain)
    return extend_rows(evaluation, node, rows, node->kind == KITH_NODE_PATTERNS ? filters : node->filters);
  g_autoptr(GPtrArray) found = kith_evaluate_node(evaluation, node);
  return kith_join(evaluation, rows, found);
}

static GPtrArray *
evaluate_group(KithEvaluation *evaluation, const KithNode *group, gboolean filters)
{
  GPtrArray *rows = one_row(kith_evaluate_unit(evaluation));
  for (const KithNode *child = group->children; child && rows->len > 0; child = child->next) {
    GPtrArray *next = NULL;
    if (child->kind == KITH_NODE_OPTIONAL) {
      next = add_optional(evaluation, child->children, rows);
    } else if (child->kind == KITH_NODE_BIND) {
      next = add_value(evaluation, child, rows);
    } else if (child->kind == KITH_NODE_MINUS) {
      g_autoptr(GPtrArray) right = evaluate_group(evaluation, child->children, TRUE);
      next = kith_minus(evaluation, rows, right);
    } else {
      next = join_node(evaluation, child, rows, filters ? group->filters : NULL);
    }
    g_ptr_array_unref(rows);
    rows = next;
  }
  return filters ? filter(evaluation, rows, group->filters) : rows;
}

/* ---- other nodes by themselves ---- */

static GPtrArray *
evaluate_values(KithEvaluation *evaluation, const KithNode *node)
{
  GPtrArray *rows = g_ptr_array_new();
  for (const KithDataRow *data = node->rows; data && !kith_evaluation_stopped(evaluation);
       data = data->next) {
    KithRow row = kith_row_new(evaluation, NULL);
    for (guint i = 0; i < node->n_variables; i++)
      row[node->variables[i]] = data->terms[i];
    g_ptr_array_add(rows, row);
  }
  return rows;
}

static GPtrArray *
evaluate_union(KithEvaluation *evaluation, const KithNode *node)
{
  GPtrArray *rows = g_ptr_array_new();
  for (const KithNode *child = node->children; child; child = child->next) {
    g_autoptr(GPtrArray) found = evaluate_group(evaluation, child, TRUE);
    append(rows, found);
  }
  return rows;
}

/* A SELECT within, which sees nothing of what is given from outside. */
static GPtrArray *
evaluate_inner_select(KithEvaluation *evaluation, const KithSelect *select)
{
  const KithId *given = evaluation->given;
  evaluation->given = NULL;
  GPtrArray *rows = kith_evaluate_select(evaluation, select);
  evaluation->given = given;
  return rows;
}

GPtrArray *
kith_evaluate_node(KithEvaluation *evaluation, const KithNode *node)
{
  switch (node->kind) {
  case KITH_NODE_GROUP:
    return evaluate_group(evaluation, node, TRUE);
  case KITH_NODE_UNION:
    return evaluate_union(evaluation, node);
  case KITH_NODE_VALUES:
    return evaluate_values(evaluation, node);
  case KITH_NODE_SELECT:
    return evaluate_inner_select(evaluation, node->select);
  case KITH_NODE_SERVICE:
    if (!node->silent)
      evaluation->problem = "SERVICE: no other store is asked";
    break;
  default:
    break;
  }
  g_autoptr(GPtrArray) unit = one_row(kith_evaluate_unit(evaluation));
  return node->kind == KITH_NODE_SERVICE ? g_steal_pointer(&unit) : extend_in_graphs(evaluation, node, unit);
}
