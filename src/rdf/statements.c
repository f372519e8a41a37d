#include "rdf/statements.h"

#include <string.h>

int
kith_term_compare(const KithTerm *a, const KithTerm *b)
{
  if (a == b)
    return 0;
  if (a == NULL || b == NULL)
    return a == NULL ? -1 : 1;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  int order = strcmp(a->value, b->value);
  if (order == 0)
    order = g_strcmp0(a->datatype, b->datatype);
  return order != 0 ? order : g_strcmp0(a->language, b->language);
}

static guint
hash_term(gconstpointer key)
{
  const KithTerm *term = (const KithTerm *)key;
  return g_str_hash(term->value) * 3 + (guint)term->kind;
}

static gboolean
equal_terms(gconstpointer a, gconstpointer b)
{
  return kith_term_compare((const KithTerm *)a, (const KithTerm *)b) == 0;
}

static void
free_term(gpointer data)
{
  KithTerm *term = (KithTerm *)data;
  g_free((char *)term->value);
  g_free((char *)term->datatype);
  g_free((char *)term->language);
  g_free(term);
}

KithStatements *
kith_statements_new(void)
{
  KithStatements *statements = g_new0(KithStatements, 1);
  statements->list = g_array_new(FALSE, FALSE, sizeof(KithStatement));
  statements->terms = g_hash_table_new_full(hash_term, equal_terms, free_term, NULL);
  return statements;
}

void
kith_statements_free(KithStatements *statements)
{
  if (statements == NULL)
    return;
  g_array_unref(statements->list);
  g_hash_table_unref(statements->terms);
  g_free(statements);
}

const KithTerm *
kith_statements_term(KithStatements *statements, const KithTerm *term)
{
  if (term == NULL)
    return NULL;
  gpointer own = NULL;
  if (g_hash_table_lookup_extended(statements->terms, term, &own, NULL))
    return (const KithTerm *)own;
  KithTerm *copy = g_new(KithTerm, 1);
  *copy = (KithTerm){term->kind, g_strdup(term->value), g_strdup(term->datatype), g_strdup(term->language)};
  g_hash_table_add(statements->terms, copy);
  return copy;
}

void
kith_statements_add(KithStatements *statements, const KithTerm *subject, const KithTerm *predicate,
                    const KithTerm *object, const KithTerm *graph, guint line)
{
  KithStatement statement = {
      kith_statements_term(statements, subject), kith_statements_term(statements, predicate),
      kith_statements_term(statements, object), kith_statements_term(statements, graph), line};
  g_array_append_val(statements->list, statement);
}

static void
take(gpointer data, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
     const KithTerm *graph)
{
  kith_statements_add((KithStatements *)data, subject, predicate, object, graph, 0);
}

KithSink
kith_statements_sink(KithStatements *statements)
{
  return (KithSink){take, statements};
}

static int
compare_statements(gconstpointer a, gconstpointer b)
{
  const KithStatement *x = (const KithStatement *)a, *y = (const KithStatement *)b;
  int order = kith_term_compare(x->graph, y->graph);
  if (order == 0)
    order = kith_term_compare(x->subject, y->subject);
  if (order == 0)
    order = kith_term_compare(x->predicate, y->predicate);
  return order != 0 ? order : kith_term_compare(x->object, y->object);
}

void
kith_statements_sort(KithStatements *statements)
{
  GArray *list = statements->list;
  g_array_sort(list, compare_statements);
  guint kept = 0;
  for (guint i = 0; i < list->len; i++)
    if (kept == 0 || compare_statements(&g_array_index(list, KithStatement, i),
                                        &g_array_index(list, KithStatement, kept - 1)) != 0)
      g_array_index(list, KithStatement, kept++) = g_array_index(list, KithStatement, i);
  g_array_set_size(list, kept);
}
