/* Puts a scene into a Graphviz graph. */
#pragma once

#include "draw/gv.h"
#include "draw/sheet.h"

/* The graph's own attributes and the defaults of nodes and edges. */
void kith_paint_ground(Agraph_t *graph, KithTheme theme);
/* An actor's node, without a position. */
Agnode_t *kith_paint_actor(Agraph_t *graph, const KithDrawScene *scene, guint node);
/* A node that is nothing but text. */
Agnode_t *kith_paint_text(Agraph_t *graph, const char *id, const char *html, const char *class);
/* The markup of an edge's label, NULL where it has none. dx and dy say where b lies from a: arrows point
 * along. Owned by the caller. */
char *kith_paint_label(const KithSceneEdge *edge, KithTheme theme, double dx, double dy);
/* The length of an edge's arrowhead at its start or its end, in points; 0: none. */
double kith_paint_arrow(const KithSceneEdge *edge, gboolean at_start);
/* The whole sheet as a graph whose every place is fixed: what is rendered, and written as DOT. bare: without
 * title, legend and notes. Owned by the caller: agclose. */
Agraph_t *kith_paint_sheet(const KithSheet *sheet, const char *link_base, gboolean bare);
