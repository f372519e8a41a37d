/* N-Triples and N-Quads (W3C, RDF 1.1), a line at a time: read and written in memory that does not grow with
 * the file. */
#pragma once

#include "rdf/statements.h"

/* Gives up to n bytes of what is read; 0 at the end; -1 and an error. */
typedef gssize (*KithPull)(gpointer data, char *into, gsize n, GError **error);

/* The largest text of a literal, in bytes: that of a document. */
#define KITH_MAX_LITERAL ((gsize)64 << 20)

/* Reads all lines; graphs are allowed where quads is true. Terms are lent to the sink for the call; *line is
 * the line it is at. Blank nodes keep their names. False and "name:line: what is wrong". */
gboolean kith_lines_read(const char *name, gboolean quads, KithPull pull, gpointer data, const KithSink *sink,
                         guint *line, GError **error);

/* Appends a statement with its line end; the graph (NULL: none) is the fourth term. */
void kith_lines_append(GString *out, const KithTerm *subject, const KithTerm *predicate,
                       const KithTerm *object, const KithTerm *graph);

/* Appends a term in the form of N-Triples, which SPARQL and Turtle know too. */
void kith_lines_append_term(GString *out, const KithTerm *term);

/* Appends a blank node, "_:" and its name, spelt out in hexadecimal where not every format could have it. */
void kith_lines_append_blank(GString *out, const char *name);

/* Appends text between quotes, with N-Triples' escapes. */
void kith_lines_append_quoted(GString *out, const char *text);

/* The length of a blank node's name (after "_:") at the start of a text that ends in a NUL byte; 0: none. */
gsize kith_lines_blank_name(const char *text);
