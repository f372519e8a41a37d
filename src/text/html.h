/* A web page as a document. */
#pragma once

#include "text/document.h"

/* Reads an HTML page of length bytes (in the encoding that it says, UTF-8 where it says none) into a document
 * called name, whose text is that of the page's article: the longest <article>, else <main>, else the body,
 * without scripts, menus, forms and what else is no prose; a block is a paragraph, with an empty line before
 * the next. What the head says of title, date (a day), source and author is the document's. A page without
 * text is an error whose message gives name. */
KITH_API KithDocument *kith_html_read(const char *name, const char *bytes, gsize length, GError **error);
