/* The last touch to Graphviz' SVG. */
#pragma once

#include "draw/scene.h"

/* Appends Graphviz' SVG, read and written again: with the scene's title and description for screen readers,
 * tooltips as <title> of their actors and edges, fonts that fall back to others of the same width, and
 * without what browsers do not need. KITH_ERROR_OUTPUT where it is not well-formed. */
gboolean kith_svg_finish(const char *svg, gsize length, const KithDrawScene *scene, GString *out,
                         GError **error);
