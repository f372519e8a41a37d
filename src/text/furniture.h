/* Lines of a page that are no part of its text. All are asked for in lower case, their words parted by a
 * space. */
#pragma once

#include "base/api.h"

/* A line that stands alone: "advertisement", "share", "sign up". */
gboolean kith_is_furniture(const char *line);
/* A line that stands above titles of other articles: "related stories". */
gboolean kith_is_related_header(const char *line);
/* A line above whom to ask: "Media contacts". */
gboolean kith_is_contact_header(const char *line);
/* What stands before a colon and a link: "read more", "watch", "tags". */
gboolean kith_is_link_label(const char *label);
/* Those labels that are words of a text, too, and labels only in capitals or before what is no sentence:
 * "more". */
gboolean kith_is_word_label(const char *label);
/* A line that begins like a link: "read the full". */
gboolean kith_begins_link(const char *line);
/* "23 comments", "comments 23", "5 min read", "3 minutes ago". */
gboolean kith_is_counter(const char *line);
