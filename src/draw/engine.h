/* Graphviz' layout engines, given sizes and ties only: they see boxes and lines, no text. */
#pragma once

#include "draw/sheet.h"

/* Places the plan's boxes with an engine; lines without engine's own courses are left to the caller. Where
 * the engine is dot, the curves of all links are set, too (curves may be NULL else). engine is a name of
 * kith_draw_layouts. links tell dot what has arrowheads: scene edges in the order of the links.
 * KITH_ERROR_OUTPUT. */
gboolean kith_engine_place(KithPlan *plan, const char *engine, const KithDrawScene *scene, const guint *edges,
                           KithCurve *curves, GError **error);
