/* The graph as RDF, in and out, and questions to it. */
#pragma once

#include "graph/graph.h"

#define KITH_DEFAULT_BASE "urn:kith:"

/* One row a format of RDF. */
typedef struct {
  const char *name;   /* "turtle" */
  const char *suffix; /* "ttl" */
  gboolean datasets;  /* holds named graphs */
} KithRdfFormat;

/* The formats that can be written, ended by a NULL name. Static. */
KITH_API const KithRdfFormat *kith_rdf_formats(void);
/* By name or suffix; NULL for none. */
KITH_API const KithRdfFormat *kith_rdf_format(const char *name);

/* Appends the graph (sorted) in a format to out. The base IRI ends in a character that parts (":", "/", "#").
 */
KITH_API gboolean kith_rdf_write(const KithGraph *graph, const KithRdfFormat *format, const char *base,
                                 GString *out, GError **error);

/* Reads a graph in kith's vocabulary from any of the formats; format NULL: by the suffix of name, or else by
 * a look at the content. Errors read "name:line: what is wrong". */
KITH_API KithGraph *kith_rdf_read(const char *name, const char *bytes, gsize length,
                                  const KithRdfFormat *format, GError **error);
