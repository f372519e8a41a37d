/* Small fixed sets of ASCII words, sorted, looked up by bisection. */
#pragma once

#include "base/api.h"

/* The order of an entry of a list and the length bytes at word, these taken in lower case (ASCII). */
int kith_word_compare(const char *entry, const char *word, gsize length);

/* Whether the sorted list of n lower-case words holds the length bytes at word, ASCII case aside. */
gboolean kith_wordlist_has(const char *const *list, gsize n, const char *word, gsize length);
#define KITH_IN_LIST(list, word, length) kith_wordlist_has((list), G_N_ELEMENTS(list), (word), (length))

/* Abbreviations that are written with a full stop (without it here). */
gboolean kith_is_abbreviation(const char *word, gsize length);
/* Those that stand before a name or a number and so do not end a sentence: "Gen.", "No.", "Aug.". */
gboolean kith_is_leading_abbreviation(const char *word, gsize length);
/* The name of a month, or its abbreviation; 1 to 12, or 0. */
guint kith_month(const char *word, gsize length);
/* The name of a day of the week, or its abbreviation. */
gboolean kith_is_weekday(const char *word, gsize length);
/* Words that carry grammar rather than meaning: "the", "of", "and". */
gboolean kith_is_function_word(const char *word, gsize length);
/* Titles of rulers and scholars that are given names as well: "Sultan", "Sheikh". */
gboolean kith_is_honorific(const char *word, gsize length);
/* What stands last in a firm's full name and says what it is in law: "Inc.", "plc". */
gboolean kith_is_legal_form(const char *word, gsize length);
