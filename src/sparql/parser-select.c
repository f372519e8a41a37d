#include "sparql/parser.h"

/* ---- what SELECT lists ---- */

/* "(expression AS ?variable)" behind the bracket. */
static KithColumn
read_named(KithParser *parser)
{
  KithColumn column = {0, kith_parser_expression(parser), NULL};
  kith_parser_expect(parser, "AS");
  column.variable = kith_parser_variable(parser).index;
  kith_parser_expect(parser, ")");
  return column;
}

static void
read_columns(KithParser *parser, KithSelect *select)
{
  parser->aggregates = select;
  KithColumn **end = &select->columns;
  while (parser->token.kind == KITH_TOKEN_VARIABLE || kith_parser_is(parser, "(")) {
    *end = kith_parser_new0(parser, KithColumn);
    if (kith_parser_take(parser, "("))
      **end = read_named(parser);
    else
      (*end)->variable = kith_parser_variable(parser).index;
    end = &(*end)->next;
  }
  parser->aggregates = NULL;
  if (select->columns == NULL)
    kith_parser_fail(parser, "'*' or a variable should be here");
}

/* The columns of '*': what the pattern can bind and has a name. */
static void
spell_star(KithParser *parser, KithSelect *select)
{
  const GPtrArray *names = parser->query->variables;
  g_autofree gboolean *visible = g_new0(gboolean, names->len + 1);
  kith_node_visible(select->where, visible);
  KithColumn **end = &select->columns;
  for (guint i = 0; i < names->len; i++)
    if (visible[i] && !g_str_has_prefix((const char *)names->pdata[i], "_:")) {
      *end = kith_parser_new0(parser, KithColumn);
      (*end)->variable = i;
      end = &(*end)->next;
    }
}

/* The same of a query with groups that lists no columns: its keys. */
static KithColumn *
keys_of(KithParser *parser, const KithSelect *select)
{
  KithColumn *columns = NULL;
  for (const KithColumn *key = select->groups; key; key = key->next) {
    KithColumn *column = kith_parser_new0(parser, KithColumn);
    column->variable = key->variable;
    *KITH_LIST_END(columns) = column;
  }
  return columns;
}

/* ---- what may stand together ---- */

static const char *
name_of(const KithParser *parser, guint variable)
{
  return (const char *)parser->query->variables->pdata[variable];
}

/* A column of a grouped query must be of keys and aggregates. */
static void
check_grouped(KithParser *parser, const KithSelect *select, const KithColumn *column, const gboolean *keys)
{
  guint n = parser->query->variables->len;
  g_autofree gboolean *asked = g_new0(gboolean, n + 1);
  if (column->expression)
    kith_expression_variables(column->expression, asked);
  else
    asked[column->variable] = TRUE;
  for (const KithAggregate *a = select->aggregates; a; a = a->next)
    asked[a->variable] = FALSE;
  for (guint i = 0; i < n; i++)
    if (asked[i] && !keys[i])
      kith_parser_fail(parser, "?%s is neither a key of GROUP BY nor in an aggregate", name_of(parser, i));
}

static void
check_columns(KithParser *parser, const KithSelect *select)
{
  guint n = parser->query->variables->len;
  g_autofree gboolean *visible = g_new0(gboolean, n + 1), *keys = g_new0(gboolean, n + 1);
  kith_node_visible(select->where, visible);
  for (const KithColumn *key = select->groups; key; key = key->next)
    keys[key->variable] = TRUE;
  for (const KithColumn *column = select->columns; column; column = column->next) {
    if (column->expression && (visible[column->variable] || (select->grouped && keys[column->variable])))
      kith_parser_fail(parser, "?%s has a value already", name_of(parser, column->variable));
    if (select->grouped)
      check_grouped(parser, select, column, keys);
    visible[column->variable] = visible[column->variable] || column->expression;
    keys[column->variable] = TRUE;
  }
}

void
kith_parser_select(KithParser *parser, KithSelect *select)
{
  kith_parser_expect(parser, "SELECT");
  select->distinct = kith_parser_take(parser, "DISTINCT");
  if (!select->distinct)
    kith_parser_take(parser, "REDUCED");
  select->star = kith_parser_take(parser, "*");
  if (!select->star)
    read_columns(parser, select);
}

/* ---- behind the pattern ---- */

void
kith_parser_where(KithParser *parser, KithSelect *select)
{
  kith_parser_take(parser, "WHERE");
  select->where = kith_parser_group(parser);
}

static void
read_groups(KithParser *parser, KithSelect *select)
{
  KithColumn **end = &select->groups;
  select->grouped = TRUE;
  do {
    *end = kith_parser_new0(parser, KithColumn);
    if (parser->token.kind == KITH_TOKEN_VARIABLE) {
      (*end)->variable = kith_parser_variable(parser).index;
    } else if (kith_parser_take(parser, "(")) {
      (*end)->expression = kith_parser_expression(parser);
      (*end)->variable =
          (kith_parser_take(parser, "AS") ? kith_parser_variable(parser) : kith_parser_hidden(parser)).index;
      kith_parser_expect(parser, ")");
    } else {
      (*end)->expression = kith_parser_constraint(parser);
      (*end)->variable = kith_parser_hidden(parser).index;
    }
    end = &(*end)->next;
  } while (parser->token.kind == KITH_TOKEN_VARIABLE || kith_parser_is(parser, "(") ||
           kith_parser_at_iri(parser) ||
           (parser->token.kind == KITH_TOKEN_WORD && !kith_parser_is(parser, "HAVING") &&
            !kith_parser_is(parser, "ORDER") && !kith_parser_is(parser, "LIMIT") &&
            !kith_parser_is(parser, "OFFSET") && !kith_parser_is(parser, "VALUES")));
}

/* Conditions of HAVING, all of which must hold. */
static void
read_having(KithParser *parser, KithSelect *select)
{
  select->grouped = TRUE;
  parser->aggregates = select;
  do
    *KITH_LIST_END(select->having) = kith_parser_constraint(parser);
  while (kith_parser_is(parser, "(") || kith_parser_at_iri(parser));
  parser->aggregates = NULL;
}

static void
read_order(KithParser *parser, KithSelect *select)
{
  KithOrder **end = &select->order;
  parser->aggregates = select;
  do {
    *end = kith_parser_new0(parser, KithOrder);
    (*end)->descending = kith_parser_take(parser, "DESC");
    if ((*end)->descending || kith_parser_take(parser, "ASC")) {
      kith_parser_expect(parser, "(");
      (*end)->by = kith_parser_expression(parser);
      kith_parser_expect(parser, ")");
    } else if (parser->token.kind == KITH_TOKEN_VARIABLE) {
      (*end)->by = kith_parser_new0(parser, KithExpression);
      (*end)->by->slot = kith_parser_variable(parser);
    } else {
      (*end)->by = kith_parser_constraint(parser);
    }
    end = &(*end)->next;
  } while (parser->token.kind == KITH_TOKEN_VARIABLE || kith_parser_is(parser, "(") ||
           kith_parser_at_iri(parser) ||
           (parser->token.kind == KITH_TOKEN_WORD && !kith_parser_is(parser, "LIMIT") &&
            !kith_parser_is(parser, "OFFSET") && !kith_parser_is(parser, "VALUES")));
  parser->aggregates = NULL;
}

static gint64
read_count(KithParser *parser)
{
  gint64 count = 0;
  g_autofree char *digits = kith_token_text(&parser->token);
  if (parser->token.kind != KITH_TOKEN_INTEGER ||
      !g_ascii_string_to_signed(digits, 10, 0, G_MAXINT64, &count, NULL))
    kith_parser_fail(parser, "a count should be here");
  kith_parser_advance(parser);
  return count;
}

void
kith_parser_modifiers(KithParser *parser, KithSelect *select)
{
  select->limit = -1;
  if (kith_parser_take(parser, "GROUP")) {
    kith_parser_expect(parser, "BY");
    read_groups(parser, select);
  }
  if (kith_parser_take(parser, "HAVING"))
    read_having(parser, select);
  if (kith_parser_take(parser, "ORDER")) {
    kith_parser_expect(parser, "BY");
    read_order(parser, select);
  }
  for (int i = 0; i < 2; i++) {
    if (kith_parser_take(parser, "LIMIT"))
      select->limit = read_count(parser);
    if (kith_parser_take(parser, "OFFSET"))
      select->offset = read_count(parser);
  }
  if (kith_parser_take(parser, "VALUES"))
    select->values = kith_parser_data(parser);
  select->grouped = select->grouped || select->aggregates;
  gboolean listed = select != &parser->query->select || parser->query->form == KITH_FORM_SELECT;
  if (select->star && select->grouped && listed)
    kith_parser_fail(parser, "'*' does not go with groups");
  else if (select->star && select->grouped)
    select->columns = keys_of(parser, select);
  else if (select->star && parser->problem == NULL)
    spell_star(parser, select);
  if (!select->star && parser->problem == NULL)
    check_columns(parser, select);
}
