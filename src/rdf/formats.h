/* The table of formats, and what a writer and a reader of one need. */
#pragma once

#include "rdf/rdf.h"
#include "rdf/statements.h"

typedef struct {
  KithRdfFormat public;
  const char *suffixes; /* others that it is known by, space between; NULL: none */
  const char *raptor;   /* Raptor's name of its serializer; NULL: written by kith */
  const char *parser;   /* Raptor's name of its parser */
  gboolean lines;       /* a statement a line, ended by a dot */
} KithFormat;

/* The row of a public format. */
const KithFormat *kith_format(const KithRdfFormat *format);

/* The format that bytes seem to be in, by their look; NULL where it cannot be told. */
const KithRdfFormat *kith_format_guess(const char *bytes, gsize length);

/* Whether a line of N-Triples or N-Quads is a statement that comes to its dot, or none. */
gboolean kith_line_is_whole(const char *line, gsize length);

/* Appends what a graph says as TriG; NULL, or what cannot be written (static). */
const char *kith_trig_write(const KithGraph *graph, const char *base, GString *out);

/* NULL, or why a term cannot be written (static): Raptor reads literals only up to U+FFFE or U+FFFF, without
 * a word, and refuses their escapes. */
const char *kith_term_problem(const KithTerm *term);

/* Whether text has one of these two. */
gboolean kith_has_noncharacter(const char *text, gsize length);

/* Parses bytes (format as in kith_rdf_read). Owned by the caller. */
KithStatements *kith_statements_read(const char *name, const char *bytes, gsize length,
                                     const KithRdfFormat *format, GError **error);

/* Appends statements, sorted, in a format that Raptor writes. */
gboolean kith_statements_write(const KithStatements *statements, const KithRdfFormat *format, GString *out,
                               GError **error);
