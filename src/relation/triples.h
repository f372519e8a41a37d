/* Open triples: who, what, whom, in the sentence's own words. */
#pragma once

#include "relation/lexicon.h"
#include "text/document.h"

/* Appends the triples of an analysed document to out, a line each: the sentence's number (first is that of
 * the first one), argument 1, relation, argument 2, confidence, further arguments, parted by tabs; the words
 * as in the tokens, a space between. All sentences are read, whatever their kind. */
KITH_API void kith_triples_write(const KithDocument *document, const KithLexicon *lexicon, guint first,
                                 GString *out);
