/* Which actors of several documents are one, and graphs made one by it. */
#pragma once

#include "graph/graph.h"

/* Makes one graph of several, which are left as they are: the same thing once (kith_graph_pool), without the
 * documents whose ids are in without (ended by NULL, or NULL: all stay), and actors that belong to documents
 * joined where what the documents say shows them to be one. The result depends on the documents alone: not on
 * the order or number of the graphs, nor on what was merged before, so a document that is taken out leaves
 * exactly what there would be without it. Owned by the caller.
 *
 * Actors of one type whose names may be one are compared (weave/evidence.h): what agrees and what does not
 * has weights, as in Fellegi and Sunter (A theory for record linkage, 1969), with an upper threshold from
 * which two are one and a lower one from which they may be (closeMatch). An actor joins the likeliest of
 * those that there are already, one by one, those that most is known of first (as in Rao, McNamee and Dredze,
 * Streaming cross document entity coreference resolution, 2010); then groups that have come to be one are
 * joined. Two actors of one document are never joined: its reader had them side by side. The joined actor has
 * the id that it has in the oldest of its documents. */
KITH_API KithGraph *kith_weave_merge(const KithGraph *const *graphs, guint n, const char *const *without,
                                     GError **error);
