/* Graphs in and out, in all formats: RDF, JSON, pictures. */
#pragma once

#include "graph/graph.h"
#include "rdf/statements.h"

/* A file's content, and what it is. */
typedef struct {
  GBytes *bytes;
  const char *name; /* for messages; lent by the path */
  const char *data;
  gsize length;
  gboolean json; /* kith's JSON, not RDF */
} KithGraphInput;

/* Reads a file ("-": standard input) and tells by its suffix, or else by a look at it, whether it is JSON. */
gboolean kith_graph_input_read(const char *path, KithGraphInput *input, GError **error);
void kith_graph_input_clear(KithGraphInput *input);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(KithGraphInput, kith_graph_input_clear)

/* The graph in it. Owned by the caller. */
KithGraph *kith_graph_input_graph(const KithGraphInput *input, GError **error);

/* Reads a graph from a file ("-": standard input) in any form of RDF or as JSON, told by the suffix, or else
 * by a look at the content. Owned by the caller. */
KithGraph *kith_graph_io_read(const char *path, GError **error);

/* The same as statements, for queries; of RDF also those that are not in kith's vocabulary. Owned by the
 * caller. */
KithStatements *kith_graph_io_statements(const char *path, GError **error);

/* The suffix of a format's files ("ttl" of "turtle"), by the format's name or a suffix; NULL: there is no
 * such format. Static. */
const char *kith_graph_io_suffix(const char *format);

/* Whether there is a format of this name or suffix; a KITH_ERROR_USAGE lists those there are. */
gboolean kith_graph_io_known(const char *format, GError **error);

/* Appends the graph in a format. base: of the IRIs, NULL for the graph's own or the usual one. */
gboolean kith_graph_io_render(const KithGraph *graph, const char *format, const char *base, GString *out,
                              GError **error);

/* Writes the graph in a format to a file ("-" or NULL: standard output), all of it or nothing. An unknown
 * format is a KITH_ERROR_USAGE that lists those there are. */
gboolean kith_graph_io_write(const KithGraph *graph, const char *format, const char *base, const char *path,
                             GError **error);

/* Writes the graph in each format (NULL ends them) to STEM.SUFFIX; pictures are laid out once for all. Errors
 * as above; files written before one stay. */
gboolean kith_graph_io_write_all(const KithGraph *graph, char **formats, const char *base, const char *stem,
                                 GError **error);
