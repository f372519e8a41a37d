/* The graph as RDF, in and out, and questions to it. */
#pragma once

#include <gio/gio.h>

#include "base/output.h"
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

/* The same to a file or what else an output is, without a copy of the whole in memory where the format allows
 * it (N-Triples, N-Quads, TriG). */
KITH_API gboolean kith_rdf_write_to(const KithGraph *graph, const KithRdfFormat *format, const char *base,
                                    KithOutput *output, GError **error);

/* Reads a graph in kith's vocabulary from any of the formats; format NULL: by the suffix of name, or else by
 * a look at the content. Errors read "name:line: what is wrong". */
KITH_API KithGraph *kith_rdf_read(const char *name, const char *bytes, gsize length,
                                  const KithRdfFormat *format, GError **error);

/* Writes all statements of a file in another format, those that are not in kith's vocabulary too, without
 * making a graph of them; blank nodes may get other names. A format that has named graphs gets one for each
 * document (as kith_rdf_write has it) of a file in kith's vocabulary that has none. The input is as in
 * kith_rdf_read. */
KITH_API gboolean kith_rdf_transcribe(const char *name, const char *bytes, gsize length,
                                      const KithRdfFormat *format, KithOutput *output, GError **error);

/* The same of N-Triples or N-Quads that are read from a stream bit by bit; to a format that takes them as
 * they come. */
KITH_API gboolean kith_rdf_transcribe_lines(const char *name, const KithRdfFormat *from, GInputStream *stream,
                                            const KithRdfFormat *to, KithOutput *output, GError **error);

/* Whether lines of one format can be written in the other as they come. */
KITH_API gboolean kith_rdf_can_stream(const KithRdfFormat *from, const KithRdfFormat *to);

/* Appends the actors that an RDF file describes (format by name or look) as rows of the gazetteer's form
 * (kith_gazetteer_add_rows; columns parted by tabs, a line each) and, for each, the line of the file where it
 * begins (guint). Types: kith's, schema.org's, FOAF's, org:Organization; names in English or in no language:
 * skos:prefLabel, rdfs:label, schema:name, skos:altLabel, ...; kith:demonym, kith:seat, kith:countryCode,
 * kith:country. An IRI that is not kith's is what the actor is the same as. Errors read "name:line: what is
 * wrong". */
KITH_API gboolean kith_rdf_names(const char *name, const char *bytes, gsize length, GString *rows,
                                 GArray *lines, GError **error);
