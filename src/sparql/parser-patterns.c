#include "sparql/parser.h"

#include <string.h>

static KithNode *
node_new(KithParser *parser, KithNodeKind kind)
{
  KithNode *node = kith_parser_new0(parser, KithNode);
  node->kind = kind;
  return node;
}

/* ---- paths ---- */

static KithPath *
path_new(KithParser *parser, KithPathKind kind, KithPath *first, KithPath *second)
{
  KithPath *path = kith_parser_new0(parser, KithPath);
  path->kind = kind;
  path->first = first;
  path->second = second;
  return path;
}

static KithPath *read_path(KithParser *parser);

/* A link or 'a', with '^' before it if it may. */
static KithPath *
read_link(KithParser *parser)
{
  if (kith_parser_take(parser, "^"))
    return path_new(parser, KITH_PATH_INVERSE, read_link(parser), NULL);
  KithPath *path = path_new(parser, KITH_PATH_LINK, NULL, NULL);
  path->iri = parser->token.end - parser->token.begin == 1 && *parser->token.begin == 'a' &&
                      kith_parser_take(parser, "a")
                  ? kith_terms_iri(parser->terms, kith_iri(KITH_V_RDF_TYPE))
                  : kith_parser_iri(parser);
  return path;
}

/* What stands after '!'. */
static KithPath *
read_others(KithParser *parser)
{
  KithPath *path = path_new(parser, KITH_PATH_OTHER, NULL, NULL);
  if (!kith_parser_take(parser, "(")) {
    path->first = read_link(parser);
    return path;
  }
  if (kith_parser_take(parser, ")"))
    return path;
  KithPath **end = &path->first;
  do {
    *end = read_link(parser);
    end = &(*end)->next;
  } while (kith_parser_take(parser, "|"));
  kith_parser_expect(parser, ")");
  return path;
}

static KithPath *
read_step(KithParser *parser)
{
  if (kith_parser_take(parser, "^"))
    return path_new(parser, KITH_PATH_INVERSE, kith_parser_is(parser, "^") ? NULL : read_step(parser), NULL);
  KithPath *path;
  if (kith_parser_take(parser, "!")) {
    path = read_others(parser);
  } else if (kith_parser_take(parser, "(")) {
    path = read_path(parser);
    kith_parser_expect(parser, ")");
  } else {
    path = read_link(parser);
  }
  static const struct {
    const char *sign;
    gboolean zero, many;
  } repeats[] = {{"*", TRUE, TRUE}, {"+", FALSE, TRUE}, {"?", TRUE, FALSE}};
  for (gsize i = 0; i < G_N_ELEMENTS(repeats); i++)
    if (kith_parser_take(parser, repeats[i].sign)) {
      path = path_new(parser, KITH_PATH_REPEAT, path, NULL);
      path->zero = repeats[i].zero;
      path->many = repeats[i].many;
      return path;
    }
  return path;
}

static KithPath *
read_path(KithParser *parser)
{
  if (!kith_parser_enter(parser))
    return path_new(parser, KITH_PATH_LINK, NULL, NULL);
  KithPath *choice = NULL;
  do {
    KithPath *sequence = read_step(parser);
    while (kith_parser_take(parser, "/") && kith_parser_link(parser))
      sequence = path_new(parser, KITH_PATH_SEQUENCE, sequence, read_step(parser));
    choice = choice ? path_new(parser, KITH_PATH_CHOICE, choice, sequence) : sequence;
  } while (kith_parser_take(parser, "|") && kith_parser_link(parser));
  kith_parser_leave(parser);
  return choice;
}

/* ---- triples ---- */

typedef struct {
  KithParser *parser;
  KithPattern **end; /* where the next pattern goes */
} Triples;

static void
add_pattern(Triples *to, KithSlot subject, KithSlot predicate, KithPath *path, KithSlot object)
{
  while (path && (path->kind == KITH_PATH_INVERSE || path->kind == KITH_PATH_SEQUENCE)) {
    if (path->kind == KITH_PATH_INVERSE) {
      KithSlot swap = subject;
      subject = object;
      object = swap;
      path = path->first;
      continue;
    }
    KithSlot middle = kith_parser_hidden(to->parser);
    add_pattern(to, subject, predicate, path->first, middle);
    subject = middle;
    path = path->second;
  }
  KithPattern *pattern = kith_parser_new0(to->parser, KithPattern);
  if (path && path->kind == KITH_PATH_LINK) {
    predicate = kith_slot_term(path->iri);
    path = NULL;
  }
  *pattern = (KithPattern){subject, predicate, object, path, NULL};
  *to->end = pattern;
  to->end = &pattern->next;
}

static void
add_link(Triples *to, KithSlot subject, const char *iri, KithSlot object)
{
  add_pattern(to, subject, kith_slot_term(kith_terms_iri(to->parser->terms, iri)), NULL, object);
}

static void read_properties(Triples *to, KithSlot subject);
static KithSlot read_node(Triples *to, gboolean *complex);

/* Behind '(': a list of RDF. */
static KithSlot
read_list(Triples *to)
{
  KithParser *parser = to->parser;
  KithSlot nil = kith_slot_term(kith_terms_iri(parser->terms, RDF_NS "nil")), first = nil, last = nil;
  for (gboolean any = FALSE; parser->token.kind != KITH_TOKEN_END && !kith_parser_is(parser, ")");
       any = TRUE) {
    KithSlot cell = kith_parser_hidden(parser);
    if (any)
      add_link(to, last, RDF_NS "rest", cell);
    else
      first = cell;
    add_link(to, cell, RDF_NS "first", read_node(to, NULL));
    last = cell;
  }
  if (last.is_variable)
    add_link(to, last, RDF_NS "rest", nil);
  kith_parser_expect(parser, ")");
  return first;
}

/* A subject or object. complex: whether it says something by itself, so that no verb need follow. */
static KithSlot
read_node(Triples *to, gboolean *complex)
{
  KithParser *parser = to->parser;
  KithSlot slot = kith_slot_term(0);
  if (!kith_parser_is(parser, "(") && !kith_parser_is(parser, "["))
    return kith_parser_term(parser, TRUE);
  if (!kith_parser_enter(parser))
    return slot;
  if (kith_parser_take(parser, "(")) {
    slot = read_list(to);
    if (complex)
      *complex = slot.is_variable;
  } else {
    kith_parser_advance(parser);
    slot = kith_parser_hidden(parser);
    if (complex)
      *complex = !kith_parser_is(parser, "]");
    if (!kith_parser_is(parser, "]"))
      read_properties(to, slot);
    kith_parser_expect(parser, "]");
  }
  kith_parser_leave(parser);
  return slot;
}

static gboolean
at_verb(const KithParser *parser)
{
  return parser->token.kind == KITH_TOKEN_VARIABLE || kith_parser_at_iri(parser) ||
         kith_parser_is(parser, "a") || kith_parser_is(parser, "^") || kith_parser_is(parser, "!") ||
         kith_parser_is(parser, "(");
}

static void
read_properties(Triples *to, KithSlot subject)
{
  KithParser *parser = to->parser;
  if (!at_verb(parser))
    kith_parser_fail(parser, "a property should be here");
  while (at_verb(parser)) {
    KithSlot predicate = kith_slot_term(0);
    KithPath *path = NULL;
    if (parser->token.kind == KITH_TOKEN_VARIABLE)
      predicate = kith_parser_variable(parser);
    else
      path = parser->template ? read_link(parser) : read_path(parser);
    if (path && parser->template && path->kind != KITH_PATH_LINK)
      kith_parser_fail(parser, "a path cannot be made");
    do
      add_pattern(to, subject, predicate, path, read_node(to, NULL));
    while (kith_parser_take(parser, ","));
    if (!kith_parser_take(parser, ";"))
      return;
    while (kith_parser_take(parser, ";"))
      ;
  }
}

/* Triples with one subject. */
static void
read_triple(Triples *to)
{
  gboolean complex = FALSE;
  KithSlot subject = read_node(to, &complex);
  if (!complex || at_verb(to->parser))
    read_properties(to, subject);
}

KithPattern *
kith_parser_triples(KithParser *parser, gboolean template)
{
  KithPattern *patterns = NULL;
  Triples to = {parser, &patterns};
  parser->template = template;
  while (parser->token.kind != KITH_TOKEN_END && !kith_parser_is(parser, "}")) {
    read_triple(&to);
    if (!kith_parser_take(parser, "."))
      break;
  }
  parser->template = FALSE;
  return patterns;
}

/* ---- groups ---- */

KithNode *
kith_parser_data(KithParser *parser)
{
  KithNode *node = node_new(parser, KITH_NODE_VALUES);
  g_autoptr(GArray) variables = g_array_new(FALSE, FALSE, sizeof(guint32));
  gboolean list = kith_parser_take(parser, "(");
  while (parser->token.kind == KITH_TOKEN_VARIABLE && (list || variables->len == 0)) {
    KithSlot slot = kith_parser_variable(parser);
    g_array_append_val(variables, slot.index);
  }
  if (list)
    kith_parser_expect(parser, ")");
  else if (variables->len == 0)
    kith_parser_fail(parser, "a variable should be here");
  node->n_variables = variables->len;
  node->variables = (guint32 *)kith_arena_alloc(parser->query->arena, sizeof(guint32) * (variables->len + 1));
  if (variables->len > 0)
    memcpy(node->variables, variables->data, sizeof(guint32) * variables->len);
  kith_parser_expect(parser, "{");
  for (KithDataRow **end = &node->rows; parser->token.kind != KITH_TOKEN_END && !kith_parser_is(parser, "}");
       end = &(*end)->next) {
    *end = kith_parser_new0(parser, KithDataRow);
    (*end)->terms =
        (KithId *)kith_arena_alloc(parser->query->arena, sizeof(KithId) * (node->n_variables + 1));
    if (list)
      kith_parser_expect(parser, "(");
    for (guint i = 0; i < node->n_variables; i++)
      (*end)->terms[i] = kith_parser_take(parser, "UNDEF") ? 0 : kith_parser_term(parser, FALSE).index;
    if (list)
      kith_parser_expect(parser, ")");
  }
  kith_parser_expect(parser, "}");
  return node;
}

static KithNode *
read_bind(KithParser *parser, const KithNode *group)
{
  KithNode *node = node_new(parser, KITH_NODE_BIND);
  kith_parser_expect(parser, "(");
  node->filters = kith_parser_expression(parser);
  kith_parser_expect(parser, "AS");
  KithToken token = parser->token;
  node->slot = kith_parser_variable(parser);
  g_autofree gboolean *visible = g_new0(gboolean, parser->query->variables->len + 1);
  kith_node_visible(group, visible);
  if (node->slot.is_variable && visible[node->slot.index])
    kith_parser_fail(parser, "'%.*s' has a value already", (int)(token.end - token.begin), token.begin);
  kith_parser_expect(parser, ")");
  return node;
}

/* A group, with UNION and others where they follow. */
static KithNode *
read_union(KithParser *parser)
{
  KithNode *first = kith_parser_group(parser);
  if (!kith_parser_is(parser, "UNION"))
    return first;
  KithNode *node = node_new(parser, KITH_NODE_UNION);
  node->children = first;
  KithNode **end = &first->next;
  while (kith_parser_take(parser, "UNION")) {
    *end = kith_parser_group(parser);
    end = &(*end)->next;
  }
  return node;
}

static KithNode *
with_group(KithParser *parser, KithNodeKind kind, KithSlot slot)
{
  KithNode *node = node_new(parser, kind);
  node->slot = slot;
  node->children = kith_parser_group(parser);
  return node;
}

static KithSlot
read_graph_name(KithParser *parser)
{
  return parser->token.kind == KITH_TOKEN_VARIABLE ? kith_parser_variable(parser)
                                                   : kith_slot_term(kith_parser_iri(parser));
}

/* A part of a group that is neither triples nor a filter; NULL where none is at hand. */
static KithNode *
read_part(KithParser *parser, const KithNode *group)
{
  KithSlot none = kith_slot_term(0);
  if (kith_parser_is(parser, "{"))
    return read_union(parser);
  if (kith_parser_take(parser, "OPTIONAL"))
    return with_group(parser, KITH_NODE_OPTIONAL, none);
  if (kith_parser_take(parser, "MINUS"))
    return with_group(parser, KITH_NODE_MINUS, none);
  if (kith_parser_take(parser, "GRAPH"))
    return with_group(parser, KITH_NODE_GRAPH, read_graph_name(parser));
  if (kith_parser_take(parser, "SERVICE")) {
    gboolean silent = kith_parser_take(parser, "SILENT");
    KithNode *node = with_group(parser, KITH_NODE_SERVICE, read_graph_name(parser));
    node->silent = silent;
    return node;
  }
  if (kith_parser_take(parser, "BIND"))
    return read_bind(parser, group);
  if (kith_parser_take(parser, "VALUES"))
    return kith_parser_data(parser);
  return NULL;
}

/* Triples, to the last part of the group where that is triples, too. */
static void
add_triples(KithParser *parser, KithNode *group)
{
  KithNode *last = group->children;
  while (last && last->next)
    last = last->next;
  if (last == NULL || last->kind != KITH_NODE_PATTERNS) {
    last = node_new(parser, KITH_NODE_PATTERNS);
    *KITH_LIST_END(group->children) = last;
  }
  Triples to = {parser, KITH_LIST_END(last->patterns)};
  read_triple(&to);
}

/* What stands in the braces of a group. */
static void
read_parts(KithParser *parser, KithNode *group)
{
  gboolean dot = TRUE; /* triples may follow */
  while (parser->token.kind != KITH_TOKEN_END && !kith_parser_is(parser, "}")) {
    guint run = parser->run;
    if (kith_parser_take(parser, "FILTER")) {
      *KITH_LIST_END(group->filters) = kith_parser_constraint(parser);
      parser->run = run;
      kith_parser_take(parser, ".");
      dot = TRUE;
      continue;
    }
    KithNode *part = read_part(parser, group);
    if (part) {
      *KITH_LIST_END(group->children) = part;
      parser->run = ++parser->n_runs;
    } else if (dot) {
      add_triples(parser, group);
    } else {
      kith_parser_fail(parser, "'.' or '}' should be here");
    }
    dot = kith_parser_take(parser, ".") || part;
  }
}

KithNode *
kith_parser_group(KithParser *parser)
{
  KithNode *group = node_new(parser, KITH_NODE_GROUP);
  if (!kith_parser_enter(parser))
    return group;
  KithSelect *aggregates = g_steal_pointer(&parser->aggregates);
  parser->run = ++parser->n_runs;
  kith_parser_expect(parser, "{");
  if (kith_parser_is(parser, "SELECT")) {
    KithNode *node = node_new(parser, KITH_NODE_SELECT);
    node->select = kith_parser_new0(parser, KithSelect);
    kith_parser_select(parser, node->select);
    kith_parser_where(parser, node->select);
    kith_parser_modifiers(parser, node->select);
    group->children = node;
  } else {
    read_parts(parser, group);
  }
  kith_parser_expect(parser, "}");
  parser->run = ++parser->n_runs;
  parser->aggregates = aggregates;
  kith_parser_leave(parser);
  return group;
}
