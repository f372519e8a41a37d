/* The graph as GraphML, for Gephi, yEd, networkx and igraph: out only. */
#pragma once

#include "graph/graph.h"

/* Appends a sorted, sound graph: a node an actor, a directed edge a relation, whose evidence is one text.
 * Characters that XML cannot hold become U+FFFD. */
KITH_API void kith_graph_to_graphml(const KithGraph *graph, GString *out);
