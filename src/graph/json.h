/* The graph as JSON (the form of the scorers and of scripts). */
#pragma once

#include "graph/graph.h"

/* Appends the graph as JSON: UTF-8, keys in a fixed order, an item a line, a final line end. */
KITH_API void kith_graph_to_json(const KithGraph *graph, GString *out);

/* Appends one actor or relation as a JSON object, as it stands in the whole; no line end. */
KITH_API void kith_graph_actor_to_json(const KithGraph *graph, guint actor, GString *out);
KITH_API void kith_graph_relation_to_json(const KithGraph *graph, guint relation, GString *out);

/* Appends a JSON string with its quotes (UTF-8; "null" for NULL). */
KITH_API void kith_json_append_string(GString *out, const char *text);

/* Reads a graph, checks it (kith_graph_check) and sorts it; name is for messages. Strict JSON (RFC 8259) in
 * UTF-8, nested at most 64 deep; keys it does not know are passed over. NULL and "name:line:column: what is
 * wrong" (the column in bytes). Owned by the caller. */
KITH_API KithGraph *kith_graph_from_json(const char *name, const char *bytes, gsize length, GError **error);
