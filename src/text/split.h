/* Sentences. */
#pragma once

#include "text/document.h"

/* Parts the words from first_word on (to the document's last), which are one paragraph, into sentences and
 * appends these to the document, all of kind KITH_SENTENCE_BODY. */
void kith_split(KithDocument *document, guint first_word, guint paragraph);
