/* Text for a picture: made harmless, wrapped, escaped. */
#pragma once

#include "base/api.h"

/* Text as it may stand in a picture: valid UTF-8, runs of white space one space, none at the ends, control
 * characters, marks that turn the writing direction and noncharacters left out. Never NULL. Owned by the
 * caller. */
char *kith_label_clean(const char *text);

/* Clean text in lines of at most width columns (a wide character takes two), broken at spaces, after hyphens,
 * or within a word that is longer than a line; at most max_lines, the last then ending in an ellipsis. Ended
 * by NULL; at least one line. Owned by the caller. */
char **kith_label_wrap(const char *clean, guint width, guint max_lines);

/* Appends text for Graphviz' HTML-like labels: what is markup there is escaped. */
void kith_label_append_html(GString *out, const char *clean);

/* Appends text as XML character data, with line ends as references; good for SVG, and for Graphviz' escaped
 * strings, since backslashes and quotes become references, too. */
void kith_label_append_xml(GString *out, const char *text);
