/* Lines and paragraphs of plain text. */
#pragma once

#include "base/api.h"

/* The paragraphs of text (valid UTF-8, length bytes) as an array of KithSpan, without white space at their
 * ends; none is empty. A paragraph is a line, or the lines of a hard-wrapped block. Line ends are LF, CRLF,
 * CR, NEL, LS and PS. Owned by the caller. */
GArray *kith_layout_paragraphs(const char *text, gsize length);
