#include "sparql/parser.h"

#include <stdarg.h>
#include <string.h>

#include "base/error.h"

enum { MAX_DEPTH = 200, MAX_LINKS = 4000, MAX_LENGTH = 1 << 20 };

void
kith_parser_advance(KithParser *parser)
{
  if (parser->problem)
    return;
  parser->token = kith_token_next(parser->token.end);
  if (parser->token.kind == KITH_TOKEN_BAD)
    kith_parser_fail(parser, "this cannot be read");
}

gboolean
kith_parser_is(const KithParser *parser, const char *word)
{
  return kith_token_is(&parser->token, word);
}

gboolean
kith_parser_take(KithParser *parser, const char *word)
{
  gboolean is = kith_parser_is(parser, word);
  if (is)
    kith_parser_advance(parser);
  return is;
}

void
kith_parser_expect(KithParser *parser, const char *word)
{
  if (!kith_parser_take(parser, word))
    kith_parser_fail(parser, "'%s' should be here", word);
}

void
kith_parser_fail(KithParser *parser, const char *format, ...)
{
  static const char nothing[] = "";
  if (parser->problem)
    return;
  va_list args;
  va_start(args, format);
  parser->problem = g_strdup_vprintf(format, args);
  va_end(args);
  parser->problem_at = (gsize)(parser->token.begin - parser->text);
  parser->token = (KithToken){KITH_TOKEN_END, nothing, nothing};
}

gboolean
kith_parser_enter(KithParser *parser)
{
  if (parser->depth == MAX_DEPTH)
    kith_parser_fail(parser, "this is nested too deep");
  parser->depth++;
  return parser->depth <= MAX_DEPTH;
}

void
kith_parser_leave(KithParser *parser)
{
  parser->depth--;
}

gboolean
kith_parser_link(KithParser *parser)
{
  if (parser->n_links == MAX_LINKS)
    kith_parser_fail(parser, "there are too many operators");
  return parser->problem == NULL && ++parser->n_links;
}

/* ---- the forms ---- */

static void
read_prologue(KithParser *parser)
{
  for (const KithPrefix *p = kith_prefixes(); p->prefix; p++)
    g_hash_table_insert(parser->prefixes, g_strdup(p->prefix), g_strdup(p->iri));
  for (;;) {
    if (kith_parser_take(parser, "BASE")) {
      char *base = parser->token.kind == KITH_TOKEN_IRI ? kith_parser_iri_text(parser) : NULL;
      if (base == NULL)
        kith_parser_fail(parser, "an IRI should be here");
      g_free(parser->base);
      parser->base = base;
    } else if (kith_parser_take(parser, "PREFIX")) {
      const KithToken name = parser->token;
      if (name.kind != KITH_TOKEN_NAME || strchr(name.begin, ':') != name.end - 1) {
        kith_parser_fail(parser, "a prefix with a colon should be here");
        return;
      }
      kith_parser_advance(parser);
      char *iri = parser->token.kind == KITH_TOKEN_IRI ? kith_parser_iri_text(parser) : g_strdup("");
      if (*iri == '\0' && parser->token.kind == KITH_TOKEN_NAME)
        kith_parser_fail(parser, "an IRI should be here");
      g_hash_table_insert(parser->prefixes, g_strndup(name.begin, (gsize)(name.end - name.begin) - 1), iri);
    } else {
      return;
    }
  }
}

static void
read_dataset(KithParser *parser)
{
  while (kith_parser_take(parser, "FROM")) {
    gboolean named = kith_parser_take(parser, "NAMED");
    KithId iri = kith_parser_iri(parser);
    g_array_append_val(named ? parser->query->named : parser->query->from, iri);
  }
}

static void
read_construct(KithParser *parser)
{
  KithQuery *query = parser->query;
  gboolean whole = kith_parser_is(parser, "{");
  if (whole) {
    kith_parser_advance(parser);
    query->template = kith_parser_triples(parser, TRUE);
    kith_parser_expect(parser, "}");
    g_hash_table_remove_all(parser->labels); /* those of the pattern are others */
  }
  read_dataset(parser);
  if (whole) {
    kith_parser_where(parser, &query->select);
    return;
  }
  kith_parser_expect(parser, "WHERE");
  kith_parser_expect(parser, "{");
  KithNode *patterns = kith_parser_new0(parser, KithNode), *group = kith_parser_new0(parser, KithNode);
  group->kind = KITH_NODE_GROUP;
  group->children = patterns;
  patterns->kind = KITH_NODE_PATTERNS;
  query->template = patterns->patterns = kith_parser_triples(parser, TRUE);
  query->select.where = group;
  kith_parser_expect(parser, "}");
}

static void
read_describe(KithParser *parser)
{
  KithQuery *query = parser->query;
  query->select.star = kith_parser_take(parser, "*");
  while (!query->select.star && (parser->token.kind == KITH_TOKEN_VARIABLE || kith_parser_at_iri(parser))) {
    KithSlot slot = parser->token.kind == KITH_TOKEN_VARIABLE ? kith_parser_variable(parser)
                                                              : kith_slot_term(kith_parser_iri(parser));
    g_array_append_val(query->described, slot);
  }
  if (!query->select.star && query->described->len == 0)
    kith_parser_fail(parser, "'*', a variable or an IRI should be here");
  read_dataset(parser);
  if (kith_parser_is(parser, "WHERE") || kith_parser_is(parser, "{")) {
    kith_parser_where(parser, &query->select);
  } else {
    query->select.where = kith_parser_new0(parser, KithNode);
    query->select.where->kind = KITH_NODE_GROUP;
  }
}

static void
read_form(KithParser *parser)
{
  KithQuery *query = parser->query;
  if (kith_parser_is(parser, "SELECT")) {
    kith_parser_select(parser, &query->select);
    read_dataset(parser);
    kith_parser_where(parser, &query->select);
  } else if (kith_parser_take(parser, "ASK")) {
    query->form = KITH_FORM_ASK;
    read_dataset(parser);
    kith_parser_where(parser, &query->select);
  } else if (kith_parser_take(parser, "CONSTRUCT")) {
    query->form = KITH_FORM_CONSTRUCT;
    read_construct(parser);
  } else if (kith_parser_take(parser, "DESCRIBE")) {
    query->form = KITH_FORM_DESCRIBE;
    read_describe(parser);
  } else {
    kith_parser_fail(parser, "should be SELECT, ASK, CONSTRUCT or DESCRIBE");
    return;
  }
  query->select.star = query->select.star || query->form != KITH_FORM_SELECT;
  kith_parser_modifiers(parser, &query->select);
  if (parser->token.kind != KITH_TOKEN_END)
    kith_parser_fail(parser, "the query should end here");
  if (parser->problem == NULL)
    kith_node_mark_plain(query->select.where, query->variables->len);
}

/* ---- the whole ---- */

KithQuery *
kith_query_parse(const char *given, KithTerms *terms, GError **error)
{
  g_autofree char *text = g_utf8_validate(given, -1, NULL) ? kith_query_unescape(given) : NULL;
  if (text == NULL || strlen(text) > MAX_LENGTH) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "query: %s",
                text ? "it is longer than a megabyte" : "this is not UTF-8 text, or an escape in it is none");
    return NULL;
  }
  g_autoptr(KithQuery) query = g_new0(KithQuery, 1);
  g_autoptr(GHashTable) prefixes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) variables = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) homes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  query->arena = kith_arena_new(G_MAXSIZE);
  query->described = g_array_new(FALSE, FALSE, sizeof(KithSlot));
  query->from = g_array_new(FALSE, FALSE, sizeof(KithId));
  query->named = g_array_new(FALSE, FALSE, sizeof(KithId));
  query->variables = g_ptr_array_new_with_free_func(g_free);
  KithParser parser = {.text = text,
                       .token = {KITH_TOKEN_SIGN, text, text},
                       .query = query,
                       .terms = terms,
                       .prefixes = prefixes,
                       .variables = variables,
                       .labels = labels,
                       .homes = homes};
  kith_parser_advance(&parser);
  read_prologue(&parser);
  read_form(&parser);
  query->base = parser.base;
  if (parser.problem == NULL)
    return g_steal_pointer(&query);
  g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "query: at byte %" G_GSIZE_FORMAT "%s %s",
              parser.problem_at, g_str_has_prefix(parser.problem, "should") ? "" : ":", parser.problem);
  g_free(parser.problem);
  return NULL;
}

void
kith_query_free(KithQuery *query)
{
  if (query == NULL)
    return;
  kith_arena_free(query->arena);
  g_array_unref(query->described);
  g_array_unref(query->from);
  g_array_unref(query->named);
  g_ptr_array_unref(query->variables);
  g_free(query->base);
  g_free(query);
}
