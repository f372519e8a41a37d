/* Questions to a graph in SPARQL 1.1. */
#pragma once

#include "graph/graph.h"
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

/* What can be asked of a file (as kith_rdf_read takes it): all its statements and, where it has no named
 * graphs and is in kith's vocabulary, one for each document. Owned by the caller. */
KithStatements *kith_sparql_statements(const char *name, const char *bytes, gsize length, GError **error);

/* The same of a graph in memory. Owned by the caller. */
KithStatements *kith_sparql_statements_of(const KithGraph *graph);

/* Asks a query (SELECT, ASK, CONSTRUCT, DESCRIBE; the prefixes of kith_prefixes() are declared). Without
 * GRAPH a pattern is met by all graphs together. What the statements have no word for meets nothing. The
 * engine (libtracker-sparql) ends the process on some queries that it does not know, so this is for a process
 * of its own; it needs a folder for temporary files. Numbers come as integers and decimals, languages of
 * literals are not kept. Owned by the caller. */
KithAnswer *kith_sparql_query(const KithStatements *statements, const char *query, GError **error);

/* Appends an answer of SELECT or ASK in SPARQL 1.1's JSON, CSV or TSV. */
void kith_answer_to_json(const KithAnswer *answer, GString *out);
void kith_answer_to_csv(const KithAnswer *answer, GString *out);
void kith_answer_to_tsv(const KithAnswer *answer, GString *out);

/* Appends the statements of an answer as Turtle. */
gboolean kith_answer_to_turtle(const KithAnswer *answer, GString *out, GError **error);
