#include "sparql/function.h"
#include "sparql/parser.h"

static KithExpression *
expression_new(KithParser *parser, KithOp op, KithExpression *args)
{
  KithExpression *expression = kith_parser_new0(parser, KithExpression);
  expression->op = op;
  expression->args = args;
  return expression;
}

static KithExpression *
expression_pair(KithParser *parser, KithOp op, KithExpression *left, KithExpression *right)
{
  left->next = right;
  return expression_new(parser, op, left);
}

/* Expressions in brackets, parted by commas; *n says how many. */
static KithExpression *
read_args(KithParser *parser, guint *n)
{
  KithExpression *args = NULL, **end = &args;
  *n = 0;
  kith_parser_expect(parser, "(");
  if (kith_parser_take(parser, ")"))
    return NULL;
  do {
    *end = kith_parser_expression(parser);
    end = &(*end)->next;
    ++*n;
  } while (kith_parser_take(parser, ","));
  kith_parser_expect(parser, ")");
  return args;
}

/* ---- aggregates ---- */

static const char *const aggregate_names[KITH_N_AGGREGATES] = {"COUNT", "SUM",    "MIN",         "MAX",
                                                               "AVG",   "SAMPLE", "GROUP_CONCAT"};

static void
read_separator(KithParser *parser, KithAggregate *aggregate)
{
  kith_parser_expect(parser, "SEPARATOR");
  kith_parser_expect(parser, "=");
  KithSlot text =
      parser->token.kind == KITH_TOKEN_STRING ? kith_parser_term(parser, FALSE) : kith_slot_term(0);
  if (text.index == 0)
    kith_parser_fail(parser, "a string should be here");
  else
    aggregate->separator = kith_terms_get(parser->terms, text.index)->value;
}

/* An aggregate of a kind, behind its name: a variable that has its value. */
static KithExpression *
read_aggregate(KithParser *parser, KithAggregateKind kind)
{
  KithSelect *select = g_steal_pointer(&parser->aggregates); /* none within */
  KithExpression *expression = expression_new(parser, KITH_OP_SLOT, NULL);
  if (select == NULL) {
    kith_parser_fail(parser, "there can be no %s here", aggregate_names[kind]);
    return expression;
  }
  KithAggregate *aggregate = kith_parser_new0(parser, KithAggregate);
  aggregate->kind = kind;
  aggregate->separator = " ";
  kith_parser_expect(parser, "(");
  aggregate->distinct = kith_parser_take(parser, "DISTINCT");
  if (kind != KITH_COUNT || !kith_parser_take(parser, "*"))
    aggregate->of = kith_parser_expression(parser);
  if (kind == KITH_GROUP_CONCAT && kith_parser_take(parser, ";"))
    read_separator(parser, aggregate);
  kith_parser_expect(parser, ")");
  expression->slot = kith_parser_hidden(parser);
  aggregate->variable = expression->slot.index;
  aggregate->next = select->aggregates;
  select->aggregates = aggregate;
  parser->aggregates = select;
  return expression;
}

/* ---- calls ---- */

static KithExpression *
read_exists(KithParser *parser, KithOp op)
{
  KithExpression *expression = expression_new(parser, op, NULL);
  expression->node = kith_parser_group(parser);
  return expression;
}

/* A call of a function of the language, behind its name. */
static KithExpression *
read_call(KithParser *parser, const KithFunction *function)
{
  guint n;
  KithExpression *call = expression_new(parser, function->op, NULL);
  call->function = function;
  call->args = read_args(parser, &n);
  if (n < function->min || n > function->max)
    kith_parser_fail(parser, "%s does not take %u arguments", function->name, n);
  else if (function->op == KITH_OP_BOUND && !(call->args->op == KITH_OP_SLOT && call->args->slot.is_variable))
    kith_parser_fail(parser, "BOUND takes a variable");
  return call;
}

/* A word that calls something; NULL and no problem where it is none of these. */
static KithExpression *
read_word(KithParser *parser)
{
  if (parser->token.kind != KITH_TOKEN_WORD)
    return NULL;
  if (kith_parser_take(parser, "EXISTS"))
    return read_exists(parser, KITH_OP_EXISTS);
  if (kith_parser_take(parser, "NOT")) {
    kith_parser_expect(parser, "EXISTS");
    return read_exists(parser, KITH_OP_NOT_EXISTS);
  }
  for (int i = 0; i < KITH_N_AGGREGATES; i++)
    if (kith_parser_take(parser, aggregate_names[i]))
      return read_aggregate(parser, (KithAggregateKind)i);
  const KithFunction *function = kith_function_named(&parser->token);
  if (function)
    kith_parser_advance(parser);
  return function ? read_call(parser, function) : NULL;
}

/* An IRI, which may call something. */
static KithExpression *
read_iri_or_call(KithParser *parser)
{
  KithExpression *expression = expression_new(parser, KITH_OP_SLOT, NULL);
  expression->slot = kith_slot_term(kith_parser_iri(parser));
  if (!kith_parser_is(parser, "("))
    return expression;
  guint n;
  const KithTerm *iri = kith_terms_get(parser->terms, expression->slot.index);
  expression->op = KITH_OP_CALL;
  expression->function = iri ? kith_function_of_iri(iri->value) : NULL;
  if (kith_parser_is(parser, "(")) {
    KithToken before = parser->token;
    kith_parser_advance(parser);
    if (!kith_parser_take(parser, "DISTINCT"))
      parser->token = before;
  }
  expression->args = read_args(parser, &n);
  if (expression->function && n != 1)
    kith_parser_fail(parser, "a cast takes one argument");
  return expression;
}

static KithExpression *
read_brackets(KithParser *parser)
{
  kith_parser_expect(parser, "(");
  KithExpression *expression = kith_parser_expression(parser);
  kith_parser_expect(parser, ")");
  return expression;
}

static KithExpression *
read_primary(KithParser *parser)
{
  if (kith_parser_is(parser, "("))
    return read_brackets(parser);
  KithExpression *expression = read_word(parser);
  if (expression)
    return expression;
  if (kith_parser_at_iri(parser))
    return read_iri_or_call(parser);
  expression = expression_new(parser, KITH_OP_SLOT, NULL);
  if (parser->token.kind == KITH_TOKEN_BLANK)
    kith_parser_fail(parser, "there can be no blank node here");
  expression->slot = kith_parser_term(parser, TRUE);
  return expression;
}

/* ---- operators, from those that bind most ---- */

static KithExpression *
read_unary(KithParser *parser)
{
  gboolean number = g_ascii_isdigit(*parser->token.end) || *parser->token.end == '.';
  if (!kith_parser_enter(parser))
    return expression_new(parser, KITH_OP_SLOT, NULL);
  KithExpression *expression;
  if (kith_parser_take(parser, "!"))
    expression = expression_new(parser, KITH_OP_NOT, read_unary(parser));
  else if (!number && kith_parser_take(parser, "-"))
    expression = expression_new(parser, KITH_OP_NEGATE, read_primary(parser));
  else {
    if (!number)
      kith_parser_take(parser, "+");
    expression = read_primary(parser);
  }
  kith_parser_leave(parser);
  return expression;
}

typedef struct {
  const char *sign;
  KithOp op;
} Operator;

/* The operator at hand of those in a table, which ends with a NULL; it is taken. */
static const Operator *
take_operator(KithParser *parser, const Operator *table)
{
  for (; table->sign; table++)
    if (kith_parser_take(parser, table->sign))
      return table;
  return NULL;
}

/* Operands of next, with operators of a table between them, grouped from the left. */
static KithExpression *
read_chain(KithParser *parser, const Operator *table, KithExpression *(*next)(KithParser *))
{
  KithExpression *left = next(parser);
  for (const Operator *operator; (operator= take_operator(parser, table)) && kith_parser_link(parser);)
    left = expression_pair(parser, operator->op, left, next(parser));
  return left;
}

static KithExpression *
read_product(KithParser *parser)
{
  static const Operator table[] = {{"*", KITH_OP_MULTIPLY}, {"/", KITH_OP_DIVIDE}, {NULL, KITH_OP_SLOT}};
  return read_chain(parser, table, read_unary);
}

static KithExpression *
read_sum(KithParser *parser)
{
  static const Operator table[] = {{"+", KITH_OP_ADD}, {"-", KITH_OP_SUBTRACT}, {NULL, KITH_OP_SLOT}};
  return read_chain(parser, table, read_product);
}

static KithExpression *
read_comparison(KithParser *parser)
{
  static const Operator table[] = {{"=", KITH_OP_EQUAL},       {"!=", KITH_OP_UNEQUAL},
                                   {"<=", KITH_OP_LESS_EQUAL}, {">=", KITH_OP_GREATER_EQUAL},
                                   {"<", KITH_OP_LESS},        {">", KITH_OP_GREATER},
                                   {NULL, KITH_OP_SLOT}};
  KithExpression *left = read_sum(parser);
  const Operator *operator= take_operator(parser, table);
  if (operator)
    return expression_pair(parser, operator->op, left, read_sum(parser));
  KithOp op = kith_parser_take(parser, "NOT") ? KITH_OP_NOT_IN : KITH_OP_IN;
  if (op == KITH_OP_NOT_IN)
    kith_parser_expect(parser, "IN");
  else if (!kith_parser_take(parser, "IN"))
    return left;
  guint n;
  return expression_pair(parser, op, left, read_args(parser, &n));
}

static KithExpression *
read_conjunction(KithParser *parser)
{
  static const Operator table[] = {{"&&", KITH_OP_AND}, {NULL, KITH_OP_SLOT}};
  return read_chain(parser, table, read_comparison);
}

KithExpression *
kith_parser_expression(KithParser *parser)
{
  static const Operator table[] = {{"||", KITH_OP_OR}, {NULL, KITH_OP_SLOT}};
  if (!kith_parser_enter(parser))
    return expression_new(parser, KITH_OP_SLOT, NULL);
  KithExpression *expression = read_chain(parser, table, read_conjunction);
  kith_parser_leave(parser);
  return expression;
}

KithExpression *
kith_parser_constraint(KithParser *parser)
{
  if (kith_parser_is(parser, "("))
    return read_brackets(parser);
  KithExpression *expression = read_word(parser);
  if (expression == NULL && kith_parser_at_iri(parser)) {
    expression = read_iri_or_call(parser);
    if (expression->op == KITH_OP_CALL)
      return expression;
  }
  if (expression == NULL || expression->op == KITH_OP_SLOT) {
    if (expression == NULL || parser->aggregates == NULL)
      kith_parser_fail(parser, "a condition should be here");
    expression = expression ? expression : expression_new(parser, KITH_OP_SLOT, NULL);
  }
  return expression;
}
