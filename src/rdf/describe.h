/* A graph as statements, and statements as a graph (the table in the manual page kith(1), VOCABULARY). */
#pragma once

#include "graph/graph.h"
#include "rdf/statements.h"

/* Sends all that a sorted, sound graph says to sink, subject by subject: first the default graph (the run,
 * actors, titles of posts, times), then, where datasets is true, a named graph for each document, otherwise
 * the same in the default graph; no statement twice in one graph. */
void kith_describe(const KithGraph *graph, const char *base, gboolean datasets, const KithSink *sink);

/* Makes the graph of statements in this vocabulary, whoever wrote them; those in no vocabulary of kith's are
 * passed over. Sorted and checked; name is for messages ("name:line: what is wrong"). Owned by the caller. */
KithGraph *kith_understand(const char *name, const KithStatements *statements, GError **error);
