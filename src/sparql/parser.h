/* What the parts of the parser share. A parser that has met a problem only sees the end of the text from then
 * on, so whoever calls need not ask after each step. */
#pragma once

#include "sparql/lexer.h"
#include "sparql/query.h"

typedef struct {
  const char *text;
  KithToken token; /* at hand */
  KithQuery *query;
  KithTerms *terms;
  GHashTable *prefixes;  /* prefix -> IRI, owned */
  char *base;            /* NULL: none was given */
  GHashTable *variables; /* name -> its index + 1 */
  GHashTable *labels;    /* of blank nodes -> variable's index + 1 */
  GHashTable *homes;     /* of blank nodes -> which run of triples they are in */
  guint run, n_runs;     /* the run of triples at hand: a label must not be in two */
  guint depth, n_links;
  KithSelect *aggregates; /* where aggregates may stand: whose they are; else NULL */
  gboolean template;      /* only plain triples may stand here */
  char *problem;          /* the first that was met */
  gsize problem_at;
} KithParser;

#define kith_parser_new0(parser, type) kith_arena_new0((parser)->query->arena, type)

/* Where what is added to a list goes. */
#define KITH_LIST_END(list)                                                                                  \
  ({                                                                                                         \
    __typeof__(&(list)) end = &(list);                                                                       \
    while (*end)                                                                                             \
      end = &(*end)->next;                                                                                   \
    end;                                                                                                     \
  })

void kith_parser_advance(KithParser *parser);
gboolean kith_parser_is(const KithParser *parser, const char *word);
/* Advances over a word or sign if it is at hand. */
gboolean kith_parser_take(KithParser *parser, const char *word);
/* The same, and a problem where it is not. */
void kith_parser_expect(KithParser *parser, const char *word);
void kith_parser_fail(KithParser *parser, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Each bounded recursion goes through these; false (and a problem) where it is too deep. */
gboolean kith_parser_enter(KithParser *parser);
void kith_parser_leave(KithParser *parser);
/* The same for what is read in a loop and walked in a recursion: chains of operators and paths. */
gboolean kith_parser_link(KithParser *parser);

/* ---- terms (parser-terms.c) ---- */

KithSlot kith_slot_term(KithId id);
KithSlot kith_slot_variable(guint32 index);
/* A variable that no name in the query has. */
KithSlot kith_parser_hidden(KithParser *parser);
KithSlot kith_parser_variable(KithParser *parser);
gboolean kith_parser_at_iri(const KithParser *parser);
KithId kith_parser_iri(KithParser *parser);
/* The text of an IRI in angle brackets, resolved. Owned by the caller. */
char *kith_parser_iri_text(KithParser *parser);
/* IRI, literal, variable or labelled blank node; problem where there is none of those allowed. */
KithSlot kith_parser_term(KithParser *parser, gboolean variables);

/* ---- patterns (parser-patterns.c) ---- */

/* A group in braces. */
KithNode *kith_parser_group(KithParser *parser);
/* Triples up to the closing brace, which stays at hand; with template only those that CONSTRUCT can make. */
KithPattern *kith_parser_triples(KithParser *parser, gboolean template);
/* VALUES, behind the word. */
KithNode *kith_parser_data(KithParser *parser);

/* ---- expressions (parser-expressions.c) ---- */

KithExpression *kith_parser_expression(KithParser *parser);
/* What may stand after FILTER, HAVING: in brackets or a call. */
KithExpression *kith_parser_constraint(KithParser *parser);

/* ---- SELECT (parser-select.c) ---- */

/* From the word SELECT to its last column. */
void kith_parser_select(KithParser *parser, KithSelect *select);
/* WHERE with its group; the modifiers from GROUP BY to VALUES. */
void kith_parser_where(KithParser *parser, KithSelect *select);
void kith_parser_modifiers(KithParser *parser, KithSelect *select);
