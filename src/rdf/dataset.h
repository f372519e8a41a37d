/* All that a file or graph says, each document in a named graph of its own. */
#pragma once

#include "graph/graph.h"
#include "rdf/statements.h"

/* What can be asked of a file (as kith_rdf_read takes it): all its statements and, where it has no named
 * graphs and is in kith's vocabulary, one for each document. Sorted. Owned by the caller. */
KithStatements *kith_dataset_read(const char *name, const char *bytes, gsize length, GError **error);

/* The same of a graph in memory. Owned by the caller. */
KithStatements *kith_dataset_of(const KithGraph *graph);
