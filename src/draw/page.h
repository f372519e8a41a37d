/* The page to explore: one HTML file with the drawing, the graph, the article, and what finds its way in
 * them. */
#pragma once

#include "draw/scene.h"

/* What the page needs of a graph, as JSON in which no character can end or open an element: the graph itself,
 * and what the elements of the drawing stand for. Owned by the caller. */
char *kith_page_data(const KithGraph *graph, const KithDrawScene *scene);

/* Appends the page. svg is the drawing as kith_svg_finish makes it for a page, data what kith_page_data gave.
 * Its policy (Content Security Policy, https://www.w3.org/TR/CSP3/) lets nothing run or be fetched but the
 * style and the script that kith wrote, by their hashes. */
void kith_page_append(GString *out, const KithDrawScene *scene, const char *svg, const char *data);
