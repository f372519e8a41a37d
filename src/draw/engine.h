/* A first place for everything, by one of Graphviz' engines. */
#pragma once

#include "draw/place.h"

/* Has an engine (one of kith_draw_layouts) place the boxes of a plan, whose sizes are known; the label of a
 * link is placed between the two that it joins. Overlaps may be left. KITH_ERROR_OUTPUT where Graphviz fails.
 */
gboolean kith_engine_place(KithPlan *plan, const char *engine, GError **error);
