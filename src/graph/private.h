/* What the files of the graph share among themselves. */
#pragma once

#include "graph/graph.h"

/* Where in a graph something is wrong. */
typedef struct {
  const char *kind; /* "documents", "actors", "relations"; static */
  guint index;
  const char *item; /* "evidence", "spans", or another key of the JSON form; NULL: the thing itself. Static */
  guint item_index; /* KITH_NONE: no array */
} KithPlace;

/* The first thing that is wrong with a graph, and where; NULL where nothing is. Owned by the caller. */
char *kith_graph_problem(const KithGraph *graph, KithPlace *place);
