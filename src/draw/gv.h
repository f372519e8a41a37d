/* Graphviz behind a door: one context, one thread at a time, the C locale, its messages kept. */
#pragma once

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wundef"
#pragma GCC diagnostic ignored "-Wstrict-prototypes"
#include <gvc.h>
#pragma GCC diagnostic pop

#include "base/api.h"

/* Takes the door: Graphviz is not made for threads. From here to kith_gv_leave its messages are collected. */
GVC_t *kith_gv_enter(void);
/* Gives the door back. Where ok is false, sets an error (KITH_ERROR_OUTPUT) from what Graphviz said while
 * doing something ("lay out"). Returns ok. */
gboolean kith_gv_leave(gboolean ok, const char *doing, GError **error);

/* An empty directed graph; written by kith_gv_write. Owned by the caller: agclose. */
Agraph_t *kith_gv_graph(const char *name);
/* Appends a graph as DOT. */
gboolean kith_gv_write(Agraph_t *graph, GString *out);

/* Sets an attribute of a graph, node or edge; the default elsewhere is empty. kith_gv_set_html sets a label
 * that is markup (without the outer angle brackets). */
void kith_gv_set(void *object, const char *name, const char *value);
void kith_gv_set_html(void *object, const char *name, const char *html);
/* A number with two decimals at most, whatever the locale. */
void kith_gv_set_number(void *object, const char *name, double value);
/* A default for all nodes (AGNODE), edges (AGEDGE) or the graph (AGRAPH). */
void kith_gv_default(Agraph_t *graph, int kind, const char *name, const char *value);

/* Appends a number with two decimals at most, whatever the locale. */
void kith_gv_append_number(GString *out, double value);
