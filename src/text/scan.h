/* Hand-written scanners: each takes text (valid UTF-8), where to begin and where to end, looks at a bounded
 * stretch ahead or at what it takes, and returns the byte after what it takes. */
#pragma once

#include "base/api.h"

/* The end of the run without white space that begins at i. */
gsize kith_scan_chunk(const char *text, gsize i, gsize end);
/* The end of the run of letters and digits that begins at i. */
gsize kith_scan_letters(const char *text, gsize i, gsize end);
/* The end of a token that has a form of its own (URL, e-mail address, host or file name, telephone number,
 * "#tag",
 * "@name", emoticon) within the chunk that begins at chunk; i where there is none. */
gsize kith_scan_special(const char *text, gsize chunk, gsize i, gsize end);
/* The end of the word or number that begins at i, with the connectors inside ("U.S.", "O'Brien", "7,000",
 * "AT&T", "co-founder") and an abbreviation's full stop. What stands after the chunk, up to text_end, is
 * looked at to tell abbreviations from sentence ends. */
gsize kith_scan_word(const char *text, gsize i, gsize end, gsize text_end);
/* The end of the punctuation or symbol at i: one character, or a run such as "...", "?!", "--". */
gsize kith_scan_marks(const char *text, gsize i, gsize end);
