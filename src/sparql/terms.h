/* Terms as numbers: equal terms have the same one. */
#pragma once

#include "rdf/statements.h"

/* 0: none, what is unbound or cannot be had. */
typedef guint32 KithId;

typedef struct KithTerms KithTerms;

/* The terms of statements, which must outlive it, and those that a query makes. Owned by the caller. */
KithTerms *kith_terms_new(const KithStatements *statements);
void kith_terms_free(KithTerms *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithTerms, kith_terms_free)

/* The number of a term, a new one where it had none. The term is copied if need be. */
KithId kith_terms_id(KithTerms *terms, const KithTerm *term);

/* The same of an IRI, and of a literal: datatype and language may be NULL. */
KithId kith_terms_iri(KithTerms *terms, const char *iri);
KithId kith_terms_literal(KithTerms *terms, const char *text, const char *datatype, const char *language);
KithId kith_terms_boolean(KithTerms *terms, gboolean value);

/* A new blank node. */
KithId kith_terms_blank(KithTerms *terms);

/* The term of a number; NULL for 0. Lent for the life of terms. */
const KithTerm *kith_terms_get(const KithTerms *terms, KithId id);
