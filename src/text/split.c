#include "text/split.h"

#include <string.h>

#include "text/chars.h"
#include "text/wordlist.h"

static gboolean
is_final(const KithWord *word)
{
  return word->form[0] == '.' || word->form[0] == '?' || word->form[0] == '!' ||
         strcmp(word->form, "\xE2\x80\xA6") == 0;
}

static gboolean
is_closer(const KithWord *word)
{
  /* The first four close though white space stands before them. */
  static const char *const closers[] = {")",  "]", "\xE2\x80\x9D", "\xC2\xBB",
                                        "\"", "'", "''",           "\xE2\x80\x99"};
  for (guint i = 0; i < G_N_ELEMENTS(closers); i++)
    if (strcmp(word->form, closers[i]) == 0)
      return i < 4 || (word->flags & KITH_WORD_SPACE_BEFORE) == 0;
  return FALSE;
}

/* Whether a sentence ends before word i of the n words. */
static gboolean
ends_before(const KithWord *words, guint i)
{
  guint k = i - 1;
  while (k > 0 && is_closer(&words[k]))
    k--;
  gsize next;
  gunichar c = kith_char_at(words[i].form, 0, &next);
  KithCharKind kind = kith_char_kind(c);
  if (is_closer(&words[i]))
    return FALSE;
  if (is_final(&words[k]))
    return kind != KITH_CHAR_LOWER && (kind == KITH_CHAR_UPPER || (words[i].flags & KITH_WORD_SPACE_BEFORE));
  gsize length = strlen(words[k].form);
  if (length < 2 || words[k].form[length - 1] != '.')
    return FALSE;
  return kind == KITH_CHAR_UPPER && !kith_is_leading_abbreviation(words[k].form, length - 1) && length > 2 &&
         kith_is_function_word(words[i].form, strlen(words[i].form));
}

static void
add_sentence(KithDocument *document, guint first, guint end, guint paragraph)
{
  KithSentence sentence = {.first_word = first, .n_words = end - first, .paragraph = paragraph};
  const KithWord *words = &g_array_index(document->words, KithWord, first);
  sentence.span.begin = words[0].span.begin;
  sentence.span.end = words[end - first - 1].span.end;
  g_array_append_val(document->sentences, sentence);
}

void
kith_split(KithDocument *document, guint first_word, guint paragraph)
{
  guint first = first_word;
  const KithWord *words = (const KithWord *)(void *)document->words->data;
  for (guint i = first_word + 1; i < document->words->len; i++) {
    if (ends_before(words, i)) {
      add_sentence(document, first, i, paragraph);
      first = i;
    }
  }
  if (first < document->words->len)
    add_sentence(document, first, document->words->len, paragraph);
}
