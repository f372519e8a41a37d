#include "rdf/dataset.h"

#include "rdf/describe.h"
#include "rdf/formats.h"

KithStatements *
kith_dataset_of(const KithGraph *graph)
{
  KithStatements *statements = kith_statements_new();
  KithSink sink = kith_statements_sink(statements);
  kith_describe(graph, graph->base ? graph->base : KITH_DEFAULT_BASE, TRUE, &sink);
  kith_statements_sort(statements);
  return statements;
}

static guint
hash_triple(gconstpointer key)
{
  const KithStatement *s = (const KithStatement *)key;
  return g_direct_hash(s->subject) * 31 + g_direct_hash(s->predicate) * 7 + g_direct_hash(s->object);
}

static gboolean
equal_triples(gconstpointer a, gconstpointer b)
{
  const KithStatement *x = (const KithStatement *)a, *y = (const KithStatement *)b;
  return x->subject == y->subject && x->predicate == y->predicate && x->object == y->object;
}

/* Adds to all those of more whose triple is in no graph of all. */
static void
add_missing(KithStatements *all, const KithStatements *more)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(hash_triple, equal_triples, g_free, NULL);
  guint n = all->list->len;
  for (guint i = 0; i < n; i++)
    g_hash_table_add(seen, g_memdup2(kith_statement(all, i), sizeof(KithStatement)));
  for (guint i = 0; i < more->list->len; i++) {
    const KithStatement *s = kith_statement(more, i);
    KithStatement own = {kith_statements_term(all, s->subject), kith_statements_term(all, s->predicate),
                         kith_statements_term(all, s->object), kith_statements_term(all, s->graph), 0};
    if (!g_hash_table_contains(seen, &own))
      g_array_append_val(all->list, own);
  }
}

KithStatements *
kith_dataset_read(const char *name, const char *bytes, gsize length, GError **error)
{
  g_autoptr(KithStatements) raw = kith_statements_read(name, bytes, length, NULL, error);
  if (raw == NULL)
    return NULL;
  gboolean named = FALSE;
  for (guint i = 0; i < raw->list->len && !named; i++)
    named = kith_statement(raw, i)->graph != NULL;
  g_autoptr(KithGraph) graph = named ? NULL : kith_understand(name, raw, NULL);
  if (graph == NULL) {
    kith_statements_sort(raw);
    return g_steal_pointer(&raw);
  }
  KithStatements *all = kith_dataset_of(graph);
  add_missing(all, raw);
  kith_statements_sort(all);
  return all;
}
