/* Trees put right where the parser is known to go wrong and the words leave no doubt. */
#pragma once

#include "text/document.h"

/* Mends tags and tree of a sentence's n words: particles taken for prepositions ("took in the children"), a
 * phrase hung on the day before it ("on Monday for talks"), an object that is none by its label, a finite
 * verb taken for an adjective of its object, "Acme-run towns" hung on "run". */
void kith_mend_tree(KithWord *words, guint n);
