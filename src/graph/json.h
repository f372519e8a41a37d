/* The graph as JSON (the form of the scorers and of scripts). */
#pragma once

#include "graph/graph.h"

/* Appends the graph as JSON: UTF-8, keys in a fixed order, a final line end. */
KITH_API void kith_graph_to_json(const KithGraph *graph, GString *out);
/* Reads it; name is for messages. NULL and "name:line:column: what is wrong". */
KITH_API KithGraph *kith_graph_from_json(const char *name, const char *bytes, gsize length, GError **error);
