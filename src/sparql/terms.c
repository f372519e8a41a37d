#include "sparql/terms.h"

#include <string.h>

struct KithTerms {
  const KithStatements *statements;
  KithStatements *made;   /* terms that the statements lack */
  GPtrArray *list;        /* const KithTerm *, by number; the first is NULL */
  GHashTable *ids;        /* const KithTerm * (by address) -> number */
  KithStatements *folded; /* terms with a language, in small letters: those that differ in its case are one */
  guint n_blanks;
};

KithTerms *
kith_terms_new(const KithStatements *statements)
{
  KithTerms *terms = g_new0(KithTerms, 1);
  terms->statements = statements;
  terms->made = kith_statements_new();
  terms->list = g_ptr_array_new();
  terms->ids = g_hash_table_new(NULL, NULL);
  terms->folded = kith_statements_new();
  g_ptr_array_add(terms->list, NULL);
  return terms;
}

void
kith_terms_free(KithTerms *terms)
{
  if (terms == NULL)
    return;
  kith_statements_free(terms->made);
  kith_statements_free(terms->folded);
  g_ptr_array_unref(terms->list);
  g_hash_table_unref(terms->ids);
  g_free(terms);
}

/* The number of a term by its address, a new one where it has none. */
static KithId
number_of(KithTerms *terms, const KithTerm *term)
{
  KithId id = GPOINTER_TO_UINT(g_hash_table_lookup(terms->ids, term));
  if (id == 0) {
    id = terms->list->len;
    g_ptr_array_add(terms->list, (gpointer)term);
    g_hash_table_insert(terms->ids, (gpointer)term, GUINT_TO_POINTER(id));
  }
  return id;
}

/* The number of the first term that was the same but for the case of its language. */
static KithId
number_of_folded(KithTerms *terms, const KithTerm *term)
{
  g_autofree char *language = g_ascii_strdown(term->language, -1);
  KithTerm folded = {KITH_TERM_LITERAL, term->value, NULL, language};
  const KithTerm *key = kith_statements_term(terms->folded, &folded);
  KithId id = GPOINTER_TO_UINT(g_hash_table_lookup(terms->ids, key));
  if (id == 0) {
    id = number_of(terms, term);
    g_hash_table_insert(terms->ids, (gpointer)key, GUINT_TO_POINTER(id));
  }
  return id;
}

KithId
kith_terms_id(KithTerms *terms, const KithTerm *term)
{
  gpointer own;
  KithId id = GPOINTER_TO_UINT(g_hash_table_lookup(terms->ids, term));
  if (id != 0)
    return id;
  if (!g_hash_table_lookup_extended(terms->statements->terms, term, &own, NULL))
    own = (gpointer)kith_statements_term(terms->made, term);
  return term->language ? number_of_folded(terms, (const KithTerm *)own)
                        : number_of(terms, (const KithTerm *)own);
}

KithId
kith_terms_iri(KithTerms *terms, const char *iri)
{
  KithTerm term = {KITH_TERM_IRI, iri, NULL, NULL};
  return kith_terms_id(terms, &term);
}

KithId
kith_terms_literal(KithTerms *terms, const char *text, const char *datatype, const char *language)
{
  gboolean plain = datatype == NULL || strcmp(datatype, kith_iri(KITH_V_XSD_STRING)) == 0;
  KithTerm term = {KITH_TERM_LITERAL, text, plain ? NULL : datatype, language};
  return kith_terms_id(terms, &term);
}

KithId
kith_terms_boolean(KithTerms *terms, gboolean value)
{
  return kith_terms_literal(terms, value ? "true" : "false", XSD_NS "boolean", NULL);
}

KithId
kith_terms_blank(KithTerms *terms)
{
  char name[32];
  KithTerm term = {KITH_TERM_BLANK, name, NULL, NULL};
  do {
    g_snprintf(name, sizeof name, "q%u", terms->n_blanks++);
  } while (g_hash_table_contains(terms->statements->terms, &term));
  return kith_terms_id(terms, &term);
}

const KithTerm *
kith_terms_get(const KithTerms *terms, KithId id)
{
  return (const KithTerm *)terms->list->pdata[id];
}
