/* Words as UD English (EWT, GUM) has them. */
#pragma once

#include "text/document.h"

/* Appends to the document the words of its text from byte begin to byte end, which is one paragraph: forms,
 * spans, KITH_WORD_JOINED and KITH_WORD_SPACE_BEFORE. Every character but white space is in exactly one word.
 * Linear in the length. */
void kith_tokenize(KithDocument *document, gsize begin, gsize end);
