/* JSON-LD 1.1 (W3C, 2020): the context that kith's graphs are written with. */
#pragma once

#include "rdf/statements.h"

typedef struct {
  const char *name; /* "source"; terms of JSON-LD are no prefixes, so no IRI is taken for a short one */
  const char *iri;
  const char *type; /* "@id", a datatype's IRI, or NULL: what its values are where they do not say */
} KithTermName;

/* All terms of the context in order, ended by a NULL name. Static. */
const KithTermName *kith_jsonld_terms(void);

/* The address by which documents may name the context instead of holding it. */
#define KITH_CONTEXT_IRI "https://w3id.org/kith/context.jsonld"

/* Appends the value of "@context". */
void kith_jsonld_append_context(GString *out);

/* Reads JSON-LD as kith writes it, and what else keeps to this: contexts in the document (or kith's address)
 * at its top, made of terms, prefixes and types; no lists, containers, reversed or scoped properties. */
gboolean kith_jsonld_read(const char *name, const char *bytes, gsize length, const KithSink *sink,
                          GError **error);
