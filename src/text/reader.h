/* Plain text into a document: decoding, paragraphs, boilerplate, sentences, words. */
#pragma once

#include "text/document.h"

/* Reads UTF-8 plain text into a document called name: checks it, finds headline, paragraphs, sentences and
 * words, marks boilerplate and metadata. A byte-order mark is dropped; a NUL byte, invalid UTF-8 or a text
 * with nothing but white space is an error whose message gives name and the byte's position. */
KITH_API KithDocument *kith_text_read(const char *name, const char *bytes, gsize length, GError **error);

/* Given tokens: a sentence a line, its tokens parted by spaces (--input lines). */
KITH_API KithDocument *kith_text_read_lines(const char *name, const char *bytes, gsize length,
                                            GError **error);

/* How English the text looks, by its function words, 0 to 1; below 0.3 a warning is due. */
KITH_API double kith_text_englishness(const KithDocument *document);
