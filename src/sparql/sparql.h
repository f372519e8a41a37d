/* Questions to statements in SPARQL 1.1. */
#pragma once

#include "rdf/statements.h"

typedef enum { KITH_ANSWER_ROWS, KITH_ANSWER_BOOLEAN, KITH_ANSWER_GRAPH } KithAnswerKind;

typedef struct {
  KithAnswerKind kind;
  gboolean truth; /* of ASK */
  char **columns; /* of SELECT: names without '?', ended by NULL */
  guint n_columns;
  GPtrArray *rows;       /* of SELECT: const KithTerm *[n_columns], owned; NULL for what is unbound */
  KithStatements *terms; /* owns the terms; of CONSTRUCT and DESCRIBE it holds the statements */
} KithAnswer;

void kith_answer_free(KithAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithAnswer, kith_answer_free)

/* What patterns outside GRAPH are met by, where the query has no FROM. */
typedef enum {
  KITH_DEFAULT_UNION, /* all graphs together */
  KITH_DEFAULT_OWN,   /* what is in no named graph */
} KithDefaultGraph;

/* Asks a query (SELECT, ASK, CONSTRUCT, DESCRIBE; the prefixes of kith_prefixes() are declared) of statements
 * (sorted: kith_statements_sort). KITH_ERROR_USAGE for what is no query, with the byte where it is wrong;
 * KITH_ERROR_LIMIT where the solutions take too much memory. FROM names graphs of the statements; SERVICE
 * asks nobody. Owned by the caller. */
KithAnswer *kith_sparql_query(const KithStatements *statements, const char *query, KithDefaultGraph graph,
                              GError **error);

/* Appends an answer of SELECT or ASK in SPARQL 1.1's JSON, CSV or TSV. */
void kith_answer_to_json(const KithAnswer *answer, GString *out);
void kith_answer_to_csv(const KithAnswer *answer, GString *out);
void kith_answer_to_tsv(const KithAnswer *answer, GString *out);

/* Appends the statements of an answer as Turtle. */
gboolean kith_answer_to_turtle(const KithAnswer *answer, GString *out, GError **error);
