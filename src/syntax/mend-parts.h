/* What the parts of the tree mender share; for src/syntax/mend*.c alone. */
#pragma once

#include "text/document.h"

/* Children are looked for within so many words on either side. */
enum { KITH_MEND_REACH = 40 };

/* Whether word is in the space-parted list. */
gboolean kith_mend_is_in(const char *word, const char *list);

/* The first child of head with the universal relation, of n words; -1. */
gint kith_mend_child(const KithWord *words, guint n, gint head, KithDeprel universal);

/* Whether a word is a noun or a proper noun. */
gboolean kith_mend_is_nominal(const KithWord *word);

/* Puts right clauses at a word: predicates, subjects, what depends on what. */
void kith_mend_clauses(KithWord *words, guint n, gint word);

/* Puts right what hangs on the wrong one of two words: verbs of a coordination, relative clauses. */
void kith_mend_attached(KithWord *words, guint n, gint word);

/* Puts right names and descriptions at a word: titles, appositions, what a hyphen joins. */
void kith_mend_names(KithWord *words, guint n, gint word);

/* Puts right what the verb's objects are: particles taken for prepositions, recipients taken for a part of
 * what they get, names taken for a second object. */
void kith_mend_objects(KithWord *words, guint n, gint verb);

/* "sued the airline Acme": a name right behind a noun that hangs where the noun does, as a second object or
 * the like, is what the noun describes. */
void kith_mend_beside(KithWord *words, guint n, gint noun);
