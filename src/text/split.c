#include "text/split.h"

#include <string.h>

#include "text/chars.h"
#include "text/credit.h"
#include "text/metadata.h"
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

/* Whether a picture's credit begins at word i, behind a sentence's end, a closing bracket, an abbreviation or
 * an opening bracket of its own; *length: how many words it takes. */
static gboolean
begins_credit(const KithWord *words, guint i, guint n, guint *length)
{
  char c = words[i].form[0];
  gboolean bracket = c == '(' || c == '[';
  const char *before = words[i - 1].form;
  gboolean after_end =
      is_final(&words[i - 1]) || is_closer(&words[i - 1]) || before[strlen(before) - 1] == '.';
  if (!bracket && !(after_end && g_ascii_isupper(c)))
    return FALSE;
  *length = kith_credit_length(words + i, n - i);
  return *length > 0;
}

void
kith_split(KithDocument *document, guint first_word, guint paragraph)
{
  guint n = document->words->len, first = first_word;
  const KithWord *words = (const KithWord *)(void *)document->words->data;
  if (first == n)
    return;
  guint dateline = kith_dateline_length(words + first, n - first), credit = 0;
  for (guint i = first_word + 1; i < n; i++) {
    gboolean ends;
    if (begins_credit(words, i, n, &credit)) {
      add_sentence(document, first, i, paragraph);
      first = i;
      i += credit - 1;
      if (i + 1 < n && is_final(&words[i + 1]))
        i++;
      ends = i + 1 < n;
      if (ends) {
        add_sentence(document, first, i + 1, paragraph);
        first = i + 1;
      }
      continue;
    }
    ends = i == first_word + dateline || ends_before(words, i);
    if (ends && i > first) {
      add_sentence(document, first, i, paragraph);
      first = i;
    }
  }
  add_sentence(document, first, n, paragraph);
}
