/* The words of a query. */
#pragma once

#include <glib.h>

typedef enum {
  KITH_TOKEN_END,
  KITH_TOKEN_BAD,
  KITH_TOKEN_IRI,      /* <...> */
  KITH_TOKEN_NAME,     /* prefix:local */
  KITH_TOKEN_BLANK,    /* _:label */
  KITH_TOKEN_VARIABLE, /* ?name */
  KITH_TOKEN_LANGUAGE, /* @en */
  KITH_TOKEN_INTEGER,
  KITH_TOKEN_DECIMAL,
  KITH_TOKEN_DOUBLE,
  KITH_TOKEN_STRING,
  KITH_TOKEN_WORD,
  KITH_TOKEN_SIGN, /* punctuation */
} KithTokenKind;

typedef struct {
  KithTokenKind kind;
  const char *begin, *end; /* in the text of the query */
} KithToken;

/* The next token at or after a place in a query; it ends where the one after it is to be sought. */
KithToken kith_token_next(const char *at);

/* Whether a token is this word (case aside) or sign. */
gboolean kith_token_is(const KithToken *token, const char *word);

/* The text of a string without its quotes, or of another token, with what is escaped in it put right; NULL
 * where an escape is none. Owned by the caller. */
char *kith_token_text(const KithToken *token);

/* A query with \uXXXX and \UXXXXXXXX as the characters that they stand for; NULL where one is none. Owned by
 * the caller. */
char *kith_query_unescape(const char *text);
