#include "sparql/store.h"

#include <stdlib.h>
#include <string.h>

/* A triple's terms in the order of an index, and the graph. */
struct KithStoreEntry {
  KithId key[3], graph;
};

enum { N_ORDERS = 3 };

/* For each index, which of subject, predicate, object comes first, second, third. */
static const guint orders[N_ORDERS][3] = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}};

struct KithStore {
  KithStoreEntry *entries[N_ORDERS]; /* the first is there from the start, the others when needed */
  gboolean sorted[N_ORDERS];
  gsize n;
  GArray *graphs; /* KithId */
};

KithStore *
kith_store_new(const KithStatements *statements, KithTerms *terms)
{
  KithStore *store = g_new0(KithStore, 1);
  KithId last = 0;
  store->n = statements->list->len;
  store->entries[0] = g_new(KithStoreEntry, store->n + 1);
  store->graphs = g_array_new(FALSE, FALSE, sizeof(KithId));
  for (guint i = 0; i < store->n; i++) {
    const KithStatement *s = kith_statement(statements, i);
    KithId graph = s->graph ? kith_terms_id(terms, s->graph) : 0;
    store->entries[0][i] =
        (KithStoreEntry){{kith_terms_id(terms, s->subject), kith_terms_id(terms, s->predicate),
                          kith_terms_id(terms, s->object)},
                         graph};
    if (graph != last) /* statements are sorted by graph */
      g_array_append_val(store->graphs, graph);
    last = graph;
  }
  return store;
}

void
kith_store_free(KithStore *store)
{
  if (store == NULL)
    return;
  for (guint i = 0; i < N_ORDERS; i++)
    g_free(store->entries[i]);
  g_array_unref(store->graphs);
  g_free(store);
}

const GArray *
kith_store_graphs(const KithStore *store)
{
  return store->graphs;
}

/* ---- indexes ---- */

static int
compare_entries(const void *a, const void *b)
{
  const KithStoreEntry *x = (const KithStoreEntry *)a, *y = (const KithStoreEntry *)b;
  for (guint i = 0; i < 3; i++)
    if (x->key[i] != y->key[i])
      return x->key[i] < y->key[i] ? -1 : 1;
  return (x->graph > y->graph) - (x->graph < y->graph);
}

/* The index of an order, made when it is first asked for. */
static const KithStoreEntry *
index_of(KithStore *store, guint order)
{
  if (store->sorted[order])
    return store->entries[order];
  if (order > 0) {
    store->entries[order] = g_new(KithStoreEntry, store->n + 1);
    for (gsize i = 0; i < store->n; i++) {
      const KithStoreEntry *from = &store->entries[0][i];
      KithId spo[3];
      for (guint k = 0; k < 3; k++)
        spo[orders[0][k]] = from->key[k];
      for (guint k = 0; k < 3; k++)
        store->entries[order][i].key[k] = spo[orders[order][k]];
      store->entries[order][i].graph = from->graph;
    }
  }
  qsort(store->entries[order], store->n, sizeof(KithStoreEntry), compare_entries);
  store->sorted[order] = TRUE;
  return store->entries[order];
}

/* The first of n sorted entries whose first terms are not before those of key (after: are behind them). */
static const KithStoreEntry *
bound(const KithStoreEntry *entries, gsize n, const KithId *key, guint n_terms, gboolean after)
{
  while (n > 0) {
    const KithStoreEntry *middle = entries + n / 2;
    guint i = 0;
    while (i < n_terms && middle->key[i] == key[i])
      i++;
    gboolean before = i < n_terms ? middle->key[i] < key[i] : after;
    if (before) {
      entries = middle + 1;
      n -= n / 2 + 1;
    } else {
      n /= 2;
    }
  }
  return entries;
}

/* Chooses the index whose first terms are those that the pattern gives; the order and the entries. */
static KithMatches
find(KithStore *store, const KithTriple *pattern)
{
  const KithId terms[3] = {pattern->subject, pattern->predicate, pattern->object};
  guint order = 0, n_terms = 0;
  for (guint i = 0; i < N_ORDERS; i++) {
    guint n = 0;
    while (n < 3 && terms[orders[i][n]] != 0)
      n++;
    if (n > n_terms) {
      n_terms = n;
      order = i;
    }
  }
  KithId key[3];
  for (guint i = 0; i < 3; i++)
    key[i] = terms[orders[order][i]];
  const KithStoreEntry *entries = index_of(store, order), *end = entries + store->n;
  if (n_terms > 0) {
    entries = bound(entries, store->n, key, n_terms, FALSE);
    end = bound(entries, (gsize)(end - entries), key, n_terms, TRUE);
  }
  return (KithMatches){.at = entries, .end = end, .order = order};
}

KithMatches
kith_store_match(KithStore *store, const KithScope *scope, const KithTriple *pattern)
{
  KithMatches matches = find(store, pattern);
  matches.scope = scope;
  return matches;
}

static gboolean
in_scope(const KithScope *scope, KithId graph)
{
  switch (scope->kind) {
  case KITH_SCOPE_ALL:
    return TRUE;
  case KITH_SCOPE_ONE:
    return graph == scope->graph;
  case KITH_SCOPE_SOME:
    break;
  }
  return g_hash_table_contains(scope->graphs, GUINT_TO_POINTER(graph));
}

gboolean
kith_matches_next(KithMatches *matches, KithTriple *triple)
{
  while (matches->at < matches->end) {
    const KithStoreEntry *entry = matches->at++;
    if (!in_scope(matches->scope, entry->graph) ||
        (matches->last && memcmp(entry->key, matches->last->key, sizeof entry->key) == 0))
      continue;
    KithId spo[3];
    for (guint i = 0; i < 3; i++)
      spo[orders[matches->order][i]] = entry->key[i];
    *triple = (KithTriple){spo[0], spo[1], spo[2]};
    matches->last = entry;
    return TRUE;
  }
  return FALSE;
}

gsize
kith_store_count(KithStore *store, const KithTriple *pattern)
{
  KithMatches matches = find(store, pattern);
  return (gsize)(matches.end - matches.at);
}

GArray *
kith_store_nodes(KithStore *store, const KithScope *scope)
{
  GArray *nodes = g_array_new(FALSE, FALSE, sizeof(KithId));
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  KithTriple any = {0, 0, 0}, triple;
  for (KithMatches matches = kith_store_match(store, scope, &any); kith_matches_next(&matches, &triple);) {
    if (g_hash_table_add(seen, GUINT_TO_POINTER(triple.subject)))
      g_array_append_val(nodes, triple.subject);
    if (g_hash_table_add(seen, GUINT_TO_POINTER(triple.object)))
      g_array_append_val(nodes, triple.object);
  }
  return nodes;
}
