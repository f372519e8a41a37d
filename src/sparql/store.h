/* Statements, to be found by any of their terms. */
#pragma once

#include "sparql/terms.h"

typedef struct {
  KithId subject, predicate, object;
} KithTriple;

/* Which graphs are looked at. */
typedef struct {
  enum { KITH_SCOPE_ALL, KITH_SCOPE_ONE, KITH_SCOPE_SOME } kind;
  KithId graph;       /* ONE: its number; 0: what is in no named graph */
  GHashTable *graphs; /* SOME: numbers (GUINT_TO_POINTER), lent */
} KithScope;

typedef struct KithStore KithStore;

/* The statements must be sorted (kith_statements_sort). Owned by the caller. */
KithStore *kith_store_new(const KithStatements *statements, KithTerms *terms);
void kith_store_free(KithStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithStore, kith_store_free)

/* The named graphs in the order of the statements: KithId. Lent. */
const GArray *kith_store_graphs(const KithStore *store);

typedef struct KithStoreEntry KithStoreEntry;

/* What is left of a search. */
typedef struct {
  const KithStoreEntry *at, *end, *last;
  const KithScope *scope;
  guint order;
} KithMatches;

/* Starts a search for triples; 0 is any term. A triple that is in several of the graphs is found once. */
KithMatches kith_store_match(KithStore *store, const KithScope *scope, const KithTriple *pattern);
gboolean kith_matches_next(KithMatches *matches, KithTriple *triple);

/* How many the search can find at most, in all graphs. */
gsize kith_store_count(KithStore *store, const KithTriple *pattern);

/* All subjects and objects in scope, each once: KithId. Owned by the caller. */
GArray *kith_store_nodes(KithStore *store, const KithScope *scope);
