#include "sparql/parser.h"

#include <string.h>

KithSlot
kith_slot_term(KithId id)
{
  return (KithSlot){FALSE, id};
}

KithSlot
kith_slot_variable(guint32 index)
{
  return (KithSlot){TRUE, index};
}

KithSlot
kith_parser_hidden(KithParser *parser)
{
  guint index = parser->query->variables->len;
  g_ptr_array_add(parser->query->variables, g_strdup_printf("_:%u", index));
  return kith_slot_variable(index);
}

KithSlot
kith_parser_variable(KithParser *parser)
{
  if (parser->token.kind != KITH_TOKEN_VARIABLE) {
    kith_parser_fail(parser, "a variable should be here");
    return kith_slot_term(0);
  }
  const char *begin = parser->token.begin + 1;
  g_autofree char *name = g_strndup(begin, (gsize)(parser->token.end - begin));
  guint found = GPOINTER_TO_UINT(g_hash_table_lookup(parser->variables, name));
  if (found == 0) {
    found = parser->query->variables->len + 1;
    g_ptr_array_add(parser->query->variables, g_strdup(name));
    g_hash_table_insert(parser->variables, g_steal_pointer(&name), GUINT_TO_POINTER(found));
  }
  kith_parser_advance(parser);
  return kith_slot_variable(found - 1);
}

/* ---- IRIs ---- */

gboolean
kith_parser_at_iri(const KithParser *parser)
{
  return parser->token.kind == KITH_TOKEN_IRI || parser->token.kind == KITH_TOKEN_NAME;
}

char *
kith_parser_iri_text(KithParser *parser)
{
  const KithToken *token = &parser->token;
  g_autofree char *text = g_strndup(token->begin + 1, (gsize)(token->end - token->begin) - 2);
  kith_parser_advance(parser);
  g_autofree char *scheme = g_uri_parse_scheme(text);
  if (scheme || parser->base == NULL)
    return g_steal_pointer(&text);
  char *whole = g_uri_resolve_relative(parser->base, text, G_URI_FLAGS_ENCODED, NULL);
  return whole ? whole : g_steal_pointer(&text);
}

static KithId
prefixed_name(KithParser *parser)
{
  const KithToken *token = &parser->token;
  const char *colon = strchr(token->begin, ':');
  g_autofree char *prefix = g_strndup(token->begin, (gsize)(colon - token->begin));
  const char *iri = (const char *)g_hash_table_lookup(parser->prefixes, prefix);
  if (iri == NULL) {
    kith_parser_fail(parser, "the prefix '%s:' is not declared", prefix);
    return 0;
  }
  KithToken local = {KITH_TOKEN_NAME, colon + 1, token->end};
  g_autofree char *rest = kith_token_text(&local), *whole = g_strconcat(iri, rest, NULL);
  kith_parser_advance(parser);
  return kith_terms_iri(parser->terms, whole);
}

KithId
kith_parser_iri(KithParser *parser)
{
  if (parser->token.kind == KITH_TOKEN_NAME)
    return prefixed_name(parser);
  if (parser->token.kind == KITH_TOKEN_IRI) {
    g_autofree char *text = kith_parser_iri_text(parser);
    return kith_terms_iri(parser->terms, text);
  }
  kith_parser_fail(parser, "an IRI should be here");
  return 0;
}

/* ---- other terms ---- */

static KithId
number(KithParser *parser, const char *sign)
{
  static const char *const types[] = {XSD_NS "integer", XSD_NS "decimal", XSD_NS "double"};
  const KithToken *token = &parser->token;
  g_autofree char *digits = kith_token_text(token), *text = g_strconcat(sign, digits, NULL);
  KithId id = kith_terms_literal(parser->terms, text, types[token->kind - KITH_TOKEN_INTEGER], NULL);
  kith_parser_advance(parser);
  return id;
}

static KithId
string(KithParser *parser)
{
  g_autofree char *text = kith_token_text(&parser->token);
  if (text == NULL) {
    kith_parser_fail(parser, "an escape in a string that is none");
    return 0;
  }
  kith_parser_advance(parser);
  if (parser->token.kind == KITH_TOKEN_LANGUAGE) {
    const KithToken *token = &parser->token;
    g_autofree char *language = g_strndup(token->begin + 1, (gsize)(token->end - token->begin) - 1);
    kith_parser_advance(parser);
    return kith_terms_literal(parser->terms, text, NULL, language);
  }
  if (!kith_parser_take(parser, "^^"))
    return kith_terms_literal(parser->terms, text, NULL, NULL);
  KithId type = kith_parser_iri(parser);
  return type ? kith_terms_literal(parser->terms, text, kith_terms_get(parser->terms, type)->value, NULL) : 0;
}

/* A labelled blank node: a variable without a name, the same in one run of triples. */
static KithSlot
labelled(KithParser *parser)
{
  const KithToken *token = &parser->token;
  g_autofree char *label = g_strndup(token->begin, (gsize)(token->end - token->begin));
  guint found = GPOINTER_TO_UINT(g_hash_table_lookup(parser->labels, label));
  if (found && GPOINTER_TO_UINT(g_hash_table_lookup(parser->homes, label)) != parser->run) {
    kith_parser_fail(parser, "the blank node '%s' is in another pattern, too", label);
    return kith_slot_term(0);
  }
  KithSlot slot = found ? kith_slot_variable(found - 1) : kith_parser_hidden(parser);
  g_hash_table_insert(parser->labels, g_strdup(label), GUINT_TO_POINTER(slot.index + 1));
  g_hash_table_insert(parser->homes, g_steal_pointer(&label), GUINT_TO_POINTER(parser->run));
  kith_parser_advance(parser);
  return slot;
}

KithSlot
kith_parser_term(KithParser *parser, gboolean variables)
{
  const KithToken *token = &parser->token;
  if (variables && token->kind == KITH_TOKEN_VARIABLE)
    return kith_parser_variable(parser);
  if (variables && token->kind == KITH_TOKEN_BLANK)
    return labelled(parser);
  if (kith_parser_at_iri(parser))
    return kith_slot_term(kith_parser_iri(parser));
  if (token->kind == KITH_TOKEN_STRING)
    return kith_slot_term(string(parser));
  if (token->kind >= KITH_TOKEN_INTEGER && token->kind <= KITH_TOKEN_DOUBLE)
    return kith_slot_term(number(parser, ""));
  if ((kith_parser_is(parser, "+") || kith_parser_is(parser, "-")) &&
      (g_ascii_isdigit(*token->end) || *token->end == '.')) {
    const char *sign = kith_parser_is(parser, "-") ? "-" : "+";
    kith_parser_advance(parser);
    return kith_slot_term(number(parser, sign));
  }
  for (int truth = 0; truth < 2; truth++)
    if (kith_parser_take(parser, truth ? "true" : "false"))
      return kith_slot_term(kith_terms_boolean(parser->terms, truth));
  kith_parser_fail(parser, "a term should be here");
  return kith_slot_term(0);
}
