#include "sparql/query.h"

static void
add_slot(KithSlot slot, gboolean *variables)
{
  if (slot.is_variable)
    variables[slot.index] = TRUE;
}

static void
add_patterns(const KithPattern *patterns, gboolean *variables)
{
  for (; patterns; patterns = patterns->next) {
    add_slot(patterns->subject, variables);
    add_slot(patterns->predicate, variables);
    add_slot(patterns->object, variables);
  }
}

void
kith_node_visible(const KithNode *node, gboolean *variables)
{
  switch (node->kind) {
  case KITH_NODE_MINUS:
    return;
  case KITH_NODE_PATTERNS:
    add_patterns(node->patterns, variables);
    return;
  case KITH_NODE_VALUES:
    for (guint i = 0; i < node->n_variables; i++)
      variables[node->variables[i]] = TRUE;
    return;
  case KITH_NODE_SELECT:
    for (const KithColumn *column = node->select->columns; column; column = column->next)
      variables[column->variable] = TRUE;
    return;
  case KITH_NODE_GRAPH:
  case KITH_NODE_BIND:
  case KITH_NODE_SERVICE:
    add_slot(node->slot, variables);
    break;
  case KITH_NODE_GROUP:
  case KITH_NODE_UNION:
  case KITH_NODE_OPTIONAL:
    break;
  }
  for (const KithNode *child = node->children; child; child = child->next)
    kith_node_visible(child, variables);
}

void
kith_expression_variables(const KithExpression *expression, gboolean *variables)
{
  if (expression->op == KITH_OP_SLOT)
    add_slot(expression->slot, variables);
  for (const KithExpression *arg = expression->args; arg; arg = arg->next)
    kith_expression_variables(arg, variables);
}

gboolean
kith_expression_exists(const KithExpression *expression)
{
  gboolean found = expression->node != NULL;
  for (const KithExpression *arg = expression->args; arg && !found; arg = arg->next)
    found = kith_expression_exists(arg);
  return found;
}

/* ---- plain nodes ---- */

static void
mark_in_expression(KithExpression *expression, guint n)
{
  if (expression->node)
    kith_node_mark_plain(expression->node, n);
  for (KithExpression *arg = expression->args; arg; arg = arg->next)
    mark_in_expression(arg, n);
}

/* Whether a group's filters ask only for what its own triples bind in any case. */
static gboolean
filters_are_plain(const KithNode *group, guint n)
{
  g_autofree gboolean *bound = g_new0(gboolean, n + 1), *asked = g_new0(gboolean, n + 1);
  for (const KithNode *child = group->children; child; child = child->next)
    if (child->kind == KITH_NODE_PATTERNS)
      add_patterns(child->patterns, bound);
  for (const KithExpression *filter = group->filters; filter; filter = filter->next) {
    kith_expression_variables(filter, asked);
    if (kith_expression_exists(filter))
      return FALSE;
  }
  for (guint i = 0; i < n; i++)
    if (asked[i] && !bound[i])
      return FALSE;
  return TRUE;
}

void
kith_node_mark_plain(KithNode *node, guint n)
{
  node->plain = node->kind == KITH_NODE_PATTERNS || node->kind == KITH_NODE_GROUP ||
                node->kind == KITH_NODE_UNION || node->kind == KITH_NODE_GRAPH;
  for (KithNode *child = node->children; child; child = child->next) {
    kith_node_mark_plain(child, n);
    node->plain = node->plain && child->plain;
  }
  if (node->select) {
    kith_node_mark_plain(node->select->where, n);
    if (node->select->having)
      mark_in_expression(node->select->having, n);
  }
  for (KithExpression *filter = node->filters; filter; filter = filter->next)
    mark_in_expression(filter, n);
  if (node->kind == KITH_NODE_GROUP && node->plain && node->filters)
    node->plain = filters_are_plain(node, n);
}
