/* Trees put right where the parser is known to go wrong and the words leave no doubt. */
#pragma once

#include "text/document.h"

/* Mends tags and tree of a sentence's n words: what is an object, a subject, a clause, and of which word
 * (mend-objects.c, mend-clauses.c), names and what is said of them (mend-names.c), a phrase hung on the day
 * or the place before it. */
void kith_mend_tree(KithWord *words, guint n);
