/* The last touch to Graphviz' SVG. */
#pragma once

#include "draw/scene.h"

/* Appends Graphviz' SVG, read and written again: with the scene's title and description for screen readers,
 * tooltips as <title> of their actors and edges, fonts that fall back to others of the same width, and
 * without what browsers do not need. For a page: as an element of it, whose style and tooltips the page sees
 * to. KITH_ERROR_OUTPUT where it is not well-formed. */
gboolean kith_svg_finish(const char *svg, gsize length, const KithDrawScene *scene, gboolean for_page,
                         GString *out, GError **error);
