/* Statements in memory, and where a stream of them goes. */
#pragma once

#include "rdf/vocabulary.h"

/* Takes statements one by one. The terms are lent for the call; graph is NULL for the default graph. */
typedef struct {
  void (*take)(gpointer data, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
               const KithTerm *graph);
  gpointer data;
} KithSink;

/* Its terms belong to the collection; equal terms are one pointer. */
typedef struct {
  const KithTerm *subject, *predicate, *object, *graph;
  guint line; /* of the file it was read from, from 1; 0: none */
} KithStatement;

typedef struct {
  GArray *list;      /* KithStatement, in the order of adding */
  GHashTable *terms; /* KithTerm * of the collection, as a set */
} KithStatements;

KithStatements *kith_statements_new(void);
void kith_statements_free(KithStatements *statements);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithStatements, kith_statements_free)

/* The collection's own copy of a term; NULL for NULL. */
const KithTerm *kith_statements_term(KithStatements *statements, const KithTerm *term);

void kith_statements_add(KithStatements *statements, const KithTerm *subject, const KithTerm *predicate,
                         const KithTerm *object, const KithTerm *graph, guint line);

/* A sink that adds to the collection, which must outlive it. */
KithSink kith_statements_sink(KithStatements *statements);

static inline const KithStatement *
kith_statement(const KithStatements *statements, guint i)
{
  return &g_array_index(statements->list, KithStatement, i);
}

/* Order of terms: IRIs, blank nodes, literals; then by value, datatype, language; NULL first. */
int kith_term_compare(const KithTerm *a, const KithTerm *b);

/* Sorts by graph, subject, predicate, object, and drops what is said twice. */
void kith_statements_sort(KithStatements *statements);
