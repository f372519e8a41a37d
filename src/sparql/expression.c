#include "sparql/evaluate.h"
#include "sparql/value.h"

typedef KithEvaluation Evaluation;
typedef KithExpression Expression;

static const KithTerm *
term_value(Evaluation *evaluation, const Expression *expression, const KithId *row)
{
  return kith_terms_get(evaluation->terms, kith_expression_value(evaluation, expression, row));
}

static int truth_of(Evaluation *evaluation, const Expression *expression, const KithId *row);

/* ---- arithmetic ---- */

static KithId
calculate_integers(Evaluation *evaluation, KithOp op, gint64 a, gint64 b)
{
  gint64 result;
  gboolean over = op == KITH_OP_ADD        ? __builtin_add_overflow(a, b, &result)
                  : op == KITH_OP_SUBTRACT ? __builtin_sub_overflow(a, b, &result)
                                           : __builtin_mul_overflow(a, b, &result);
  return over ? 0 : kith_value_integer(evaluation->terms, result);
}

static KithId
calculate(Evaluation *evaluation, KithOp op, const KithTerm *left, const KithTerm *right)
{
  KithValue a = kith_value_of(left), b = kith_value_of(right);
  if (!kith_value_is_number(&a) || !kith_value_is_number(&b))
    return 0;
  KithValueKind kind = MAX(a.kind, b.kind);
  if (kind == KITH_VALUE_INTEGER && op != KITH_OP_DIVIDE)
    return calculate_integers(evaluation, op, a.integer, b.integer);
  if (kind == KITH_VALUE_INTEGER)
    kind = KITH_VALUE_DECIMAL;
  if (op == KITH_OP_DIVIDE && kind == KITH_VALUE_DECIMAL && b.number == 0)
    return 0;
  double result = op == KITH_OP_ADD        ? a.number + b.number
                  : op == KITH_OP_SUBTRACT ? a.number - b.number
                  : op == KITH_OP_MULTIPLY ? a.number * b.number
                                           : a.number / b.number;
  return kith_value_number(evaluation->terms, kind, result);
}

static KithId
negate(Evaluation *evaluation, const KithTerm *term)
{
  KithValue value = kith_value_of(term);
  if (value.kind == KITH_VALUE_INTEGER)
    return calculate_integers(evaluation, KITH_OP_SUBTRACT, 0, value.integer);
  return kith_value_is_number(&value) ? kith_value_number(evaluation->terms, value.kind, -value.number) : 0;
}

/* ---- comparisons ---- */

static int
compare(KithOp op, const KithTerm *left, const KithTerm *right)
{
  int order;
  if (left == NULL || right == NULL)
    return -1;
  if (op == KITH_OP_EQUAL || op == KITH_OP_UNEQUAL) {
    int equal = kith_value_equal(left, right);
    return equal < 0 ? -1 : equal == (op == KITH_OP_EQUAL);
  }
  if (!kith_value_compare(left, right, &order)) {
    KithValue a = kith_value_of(left), b = kith_value_of(right);
    return kith_value_is_number(&a) && kith_value_is_number(&b) ? 0 : -1; /* not a number */
  }
  switch (op) {
  case KITH_OP_LESS:
    return order < 0;
  case KITH_OP_GREATER:
    return order > 0;
  case KITH_OP_LESS_EQUAL:
    return order <= 0;
  default:
    return order >= 0;
  }
}

/* Whether the first argument is equal to one of the others. */
static int
is_in(Evaluation *evaluation, const Expression *expression, const KithId *row)
{
  const KithTerm *what = term_value(evaluation, expression->args, row);
  int found = what ? 0 : -1;
  for (const Expression *arg = expression->args->next; arg && what && found <= 0; arg = arg->next) {
    int equal = compare(KITH_OP_EQUAL, what, term_value(evaluation, arg, row));
    if (equal != 0)
      found = equal;
  }
  return found;
}

static int
either(Evaluation *evaluation, const Expression *expression, const KithId *row)
{
  int left = truth_of(evaluation, expression->args, row);
  if (left == 1)
    return 1;
  int right = truth_of(evaluation, expression->args->next, row);
  return right == 1 ? 1 : MIN(left, right);
}

static int
both(Evaluation *evaluation, const Expression *expression, const KithId *row)
{
  int left = truth_of(evaluation, expression->args, row);
  if (left == 0)
    return 0;
  int right = truth_of(evaluation, expression->args->next, row);
  return right == 0 ? 0 : MIN(left, right);
}

static gboolean
exists(Evaluation *evaluation, const KithNode *group, const KithId *row)
{
  const KithId *given = evaluation->given;
  evaluation->given = row;
  g_autoptr(GPtrArray) rows = kith_evaluate_node(evaluation, group);
  evaluation->given = given;
  return rows->len > 0;
}

/* The effective boolean value of an expression: 1, 0, or -1 for an error. */
static int
truth_of(Evaluation *evaluation, const Expression *expression, const KithId *row)
{
  const Expression *args = expression->args;
  int truth;
  switch (expression->op) {
  case KITH_OP_OR:
    return either(evaluation, expression, row);
  case KITH_OP_AND:
    return both(evaluation, expression, row);
  case KITH_OP_NOT:
    truth = truth_of(evaluation, args, row);
    return truth < 0 ? -1 : !truth;
  case KITH_OP_IN:
    return is_in(evaluation, expression, row);
  case KITH_OP_NOT_IN:
    truth = is_in(evaluation, expression, row);
    return truth < 0 ? -1 : !truth;
  case KITH_OP_EXISTS:
  case KITH_OP_NOT_EXISTS:
    return exists(evaluation, expression->node, row) == (expression->op == KITH_OP_EXISTS);
  case KITH_OP_BOUND:
    return row[args->slot.index] != 0;
  case KITH_OP_EQUAL:
  case KITH_OP_UNEQUAL:
  case KITH_OP_LESS:
  case KITH_OP_GREATER:
  case KITH_OP_LESS_EQUAL:
  case KITH_OP_GREATER_EQUAL:
    return compare(expression->op, term_value(evaluation, args, row),
                   term_value(evaluation, args->next, row));
  default:
    return kith_value_truth(term_value(evaluation, expression, row));
  }
}

/* ---- calls ---- */

static KithId
coalesce(Evaluation *evaluation, const Expression *expression, const KithId *row)
{
  KithId id = 0;
  for (const Expression *arg = expression->args; arg && id == 0; arg = arg->next)
    id = kith_expression_value(evaluation, arg, row);
  return id;
}

static KithId
choose(Evaluation *evaluation, const Expression *expression, const KithId *row)
{
  int truth = truth_of(evaluation, expression->args, row);
  const Expression *then = expression->args->next;
  return truth < 0 ? 0 : kith_expression_value(evaluation, truth ? then : then->next, row);
}

/* A call of a function that needs all its arguments. */
static KithId
call(Evaluation *evaluation, const Expression *expression, const KithId *row)
{
  const KithFunction *function = expression->function;
  g_autoptr(GArray) args = g_array_new(FALSE, FALSE, sizeof(KithId));
  for (const Expression *arg = expression->args; arg && function; arg = arg->next) {
    KithId id = kith_expression_value(evaluation, arg, row);
    if (id == 0)
      return 0;
    g_array_append_val(args, id);
  }
  return function ? function->call(&evaluation->calling, (const KithId *)(gpointer)args->data, args->len) : 0;
}

KithId
kith_expression_value(Evaluation *evaluation, const Expression *expression, const KithId *row)
{
  const Expression *args = expression->args;
  switch (expression->op) {
  case KITH_OP_SLOT:
    return expression->slot.is_variable ? row[expression->slot.index] : expression->slot.index;
  case KITH_OP_ADD:
  case KITH_OP_SUBTRACT:
  case KITH_OP_MULTIPLY:
  case KITH_OP_DIVIDE:
    return calculate(evaluation, expression->op, term_value(evaluation, args, row),
                     term_value(evaluation, args->next, row));
  case KITH_OP_NEGATE:
    return negate(evaluation, term_value(evaluation, args, row));
  case KITH_OP_IF:
    return choose(evaluation, expression, row);
  case KITH_OP_COALESCE:
    return coalesce(evaluation, expression, row);
  case KITH_OP_CALL:
    return call(evaluation, expression, row);
  default:
    break;
  }
  int truth = truth_of(evaluation, expression, row);
  return truth < 0 ? 0 : kith_terms_boolean(evaluation->terms, truth);
}

gboolean
kith_expression_holds(Evaluation *evaluation, const Expression *condition, const KithId *row)
{
  return truth_of(evaluation, condition, row) == 1;
}

gboolean
kith_expressions_hold(Evaluation *evaluation, const Expression *list, const KithId *row)
{
  for (; list; list = list->next)
    if (!kith_expression_holds(evaluation, list, row))
      return FALSE;
  return TRUE;
}
