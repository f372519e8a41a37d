/* The table of formats, and what a writer and a reader of one need. */
#pragma once

#include "base/output.h"
#include "rdf/rdf.h"
#include "rdf/statements.h"

typedef struct {
  KithRdfFormat public;
  const char *suffixes; /* others that it is known by, space between; NULL: none */
  const char *parser;   /* Raptor's name of its parser; NULL: read by kith */
  gboolean sorted;      /* statements are sorted before they are written */
  const struct KithWriterClass *writer;
} KithFormat;

/* The row of a public format. */
const KithFormat *kith_format(const KithRdfFormat *format);

/* The format that bytes seem to be in, by their look; NULL where it cannot be told. */
const KithRdfFormat *kith_format_guess(const char *bytes, gsize length);

/* NULL, or why a term cannot be written (static): Raptor reads literals only up to U+FFFE or U+FFFF, without
 * a word, and refuses their escapes. */
const char *kith_term_problem(const KithTerm *term);

/* The first of these two in a text; NULL: there is none. */
const char *kith_find_noncharacter(const char *text, gsize length);

/* The format of a file: by the suffix of its name, or else by its look. NULL and an error where it cannot be
 * told. */
const KithRdfFormat *kith_statements_format(const char *name, const char *bytes, gsize length,
                                            GError **error);

/* Parses bytes (format as in kith_rdf_read) and sends all statements to the sink; *line is the line it is at,
 * 0 where that is not known. */
gboolean kith_statements_parse(const char *name, const char *bytes, gsize length, const KithRdfFormat *format,
                               const KithSink *sink, guint *line, GError **error);

/* The same into memory. Owned by the caller. */
KithStatements *kith_statements_read(const char *name, const char *bytes, gsize length,
                                     const KithRdfFormat *format, GError **error);

/* Appends statements, sorted, in a format. */
gboolean kith_statements_write(const KithStatements *statements, const KithRdfFormat *format,
                               KithOutput *output, GError **error);
