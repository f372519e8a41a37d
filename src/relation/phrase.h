/* Phrases in a sentence's own words, for open triples. */
#pragma once

#include "relation/clause.h"

/* The words marked, without marks of punctuation at either end. Owned by the caller. */
char *kith_words_marked(const KithScene *scene, const gboolean *used);

/* Marks the phrase of word: what belongs to it in the tree without what parts from it (relative clauses,
 * appositions after a comma, brackets, conjuncts, its own preposition, and where it is a predicate its
 * clause). */
void kith_phrase_mark(const KithScene *scene, gint word, gboolean *used);
/* The same as text. Owned by the caller. */
char *kith_phrase_text(const KithScene *scene, gint word);

/* Whether c, a conjunct or the sign before it, belongs to a firm's name: "Roe & Sons". */
gboolean kith_phrase_is_firm(const KithScene *scene, gint c);
/* Whether c, a child of word, stands right beside it as the name of the same thing: "the singer Jane
 * Roe". */
gboolean kith_phrase_is_close(const KithScene *scene, gint word, gint c);
/* The name that a description has right behind it or is called by: "the cook Jane Roe", "a cook named Jane
 * Roe"; -1. */
gint kith_phrase_called(const KithScene *scene, gint word);
/* The word by which to call what word calls by a description: the name in "her husband, John Roe"; else
 * word. */
gint kith_phrase_name(const KithScene *scene, gint word);

/* The name and the title before it ("banker John Roe"), both as text owned by the caller; FALSE where the
 * phrase of word has no title. */
gboolean kith_phrase_title(const KithScene *scene, gint word, char **name, char **title);

/* The words of a phrase's preposition as written; NULL for none. Owned by the caller. */
char *kith_phrase_prep(const KithScene *scene, gint word);
