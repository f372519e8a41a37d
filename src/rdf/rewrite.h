/* A SPARQL query as Tracker 3.4 has to be given it. */
#pragma once

#include <glib.h>

typedef struct {
  char *form;     /* "SELECT", "ASK", "CONSTRUCT", "DESCRIBE" */
  char *text;     /* what the engine is asked */
  GArray *places; /* gsize pairs: where a piece begins in text and in the query as it was given; sorted */
} KithRewritten;

/* Rewrites a query (UTF-8):
 * - prefixed names become IRIs, by the query's prefixes or kith_prefixes(): Tracker's own prefixes would go
 * before;
 * - IRIs and strings are marked (kith_engine_mark);
 * - ASK becomes a count, and '*' the list of variables: with a variable for a property Tracker does neither;
 * - objects of variable properties and of rdf:type are not rdfs:Resource, a class that Tracker gives to
 * everything, and are compared with an IRI as text, for so they are kept. False and a KITH_ERROR_USAGE for
 * what is no query or has a prefix that is not declared. */
gboolean kith_rewrite(const char *query, KithRewritten *rewritten, GError **error);
void kith_rewritten_clear(KithRewritten *rewritten);

/* The byte of the query as it was given that a byte of the rewritten one comes from. */
gsize kith_rewritten_place(const KithRewritten *rewritten, gsize byte);
