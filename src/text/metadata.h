/* Bylines, datelines and lines of dates. */
#pragma once

#include "text/document.h"

/* How many of the n words of a paragraph are its dateline: "ISLAMABAD (AP) -", "Paris, 3 March 2016 -"; 0 for
 * none. */
guint kith_dateline_length(const KithWord *words, guint n);

/* Whether the words are a byline, a line of dates or a credit of those who wrote; stores what they say in the
 * document's author and date where these are not yet set. */
gboolean kith_metadata_take(KithDocument *document, const KithWord *words, guint n);

/* Stores what a dateline of n words says in the document's place and date where these are not yet set. */
void kith_dateline_take(KithDocument *document, const KithWord *words, guint n);
