#include "text/split.h"

#include <string.h>

#include "text/chars.h"
#include "text/credit.h"
#include "text/metadata.h"
#include "text/split-model.h"
#include "text/wordlist.h"

/* Words of a sentence at most: no sentence is as long, and what looks at all of one takes time by the square.
 */
enum { MAX_SENTENCE = 500 };

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
  if (g_ascii_isalnum(word->form[0]))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(closers); i++)
    if (strcmp(word->form, closers[i]) == 0)
      return i < 4 || (word->flags & KITH_WORD_SPACE_BEFORE) == 0;
  return FALSE;
}

/* Whether word i follows a sentence's end without white space: "difference.United". */
static gboolean
is_glued(const KithSplitContext *c, guint i)
{
  gsize next;
  const char *form = c->words[i].form;
  return i > 1 && !(c->words[i].flags & KITH_WORD_SPACE_BEFORE) && is_final(&c->words[i - 1]) &&
         kith_char_kind(kith_char_at(form, 0, &next)) == KITH_CHAR_UPPER && form[next] != '\0' &&
         g_ascii_islower(form[next]) && strlen(c->words[i - 2].form) > 1;
}

/* Whether a word is an abbreviation that stands behind what it belongs to: "p.m.", "Corp.". */
static gboolean
is_trailing_abbreviation(const char *form, gsize length)
{
  static const char *const trailing[] = {"a.d", "a.m", "b.c", "bhd", "bros", "co",  "corp", "cos", "esq",
                                         "etc", "inc", "jr",  "ltd", "p.m",  "phd", "plc",  "pty", "sr"};
  return length > 2 && form[length - 1] == '.' && KITH_IN_LIST(trailing, form, length - 1);
}

/* Whether an abbreviation of several letters ("U.S."), or one behind what it belongs to in a paragraph that
 * ends with a full stop, ends a sentence before word i: a word follows that has a capital only because it
 * begins one. */
static gboolean
ends_with_abbreviation(const KithSplitContext *c, guint i)
{
  const char *before = c->words[i - 1].form, *form = c->words[i].form;
  gsize length = strlen(before);
  gboolean letters = (length == 2 || (length >= 4 && before[length - 3] == '.')) &&
                     before[length - 1] == '.' && g_ascii_isupper(before[0]);
  return (letters || ((c->density & 1) && is_trailing_abbreviation(before, length))) &&
         g_ascii_isupper(form[0]) && g_ascii_islower(form[1]) && kith_is_function_word(form, strlen(form));
}

/* Whether a full stop or question mark of its own stands before word i, and word i, behind white space, is
 * capitalised: "But why? Mr. Xi ...". */
static gboolean
ends_plainly(const KithSplitContext *c, guint i)
{
  const char *before = c->words[i - 1].form, *form = c->words[i].form;
  return (strcmp(before, ".") == 0 || strcmp(before, "?") == 0) && i - c->begin > 2 &&
         (c->words[i].flags & KITH_WORD_SPACE_BEFORE) && !(c->words[i - 1].flags & KITH_WORD_SPACE_BEFORE) &&
         !c->bracketed && g_ascii_isupper(form[0]) && g_ascii_islower(form[1]);
}

/* Whether a sentence ends before word i. */
static gboolean
ends_before(const KithSplitContext *c, guint i)
{
  if (!kith_split_is_candidate(c, i))
    return FALSE;
  if (is_glued(c, i) || ends_with_abbreviation(c, i) || ends_plainly(c, i))
    return TRUE;
  guint32 features[KITH_SPLIT_FEATURES];
  kith_split_features(c, i, features);
  int sum = 0;
  for (guint f = 0; f < KITH_SPLIT_FEATURES; f++)
    sum += kith_split_weights[features[f]];
  return sum > kith_split_margin(c, i);
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
  if (!bracket && !g_ascii_isupper(c))
    return FALSE;
  if (!bracket && before[strlen(before) - 1] != '.' && !is_final(&words[i - 1]) && !is_closer(&words[i - 1]))
    return FALSE;
  *length = kith_credit_length(words + i, n - i);
  return *length > 0;
}

/* How many words from word i on are a credit and a full stop that belongs to it; 0 where none begins there.
 */
static guint
credit_at(const KithWord *words, guint i, guint n)
{
  guint credit = 0;
  if (i == 0 || !begins_credit(words, i, n, &credit))
    return 0;
  return i + credit < n && is_final(&words[i + credit]) ? credit + 1 : credit;
}

void
kith_split(KithDocument *document, guint first_word, guint paragraph)
{
  guint n = document->words->len - first_word;
  if (n == 0)
    return;
  const KithWord *words = &g_array_index(document->words, KithWord, first_word);
  g_autofree guint8 *shapes = g_new(guint8, n);
  for (guint i = 0; i < n; i++)
    shapes[i] = kith_split_shape(&words[i]);
  KithSplitContext context = {.words = words, .n = n, .shapes = shapes};
  kith_split_see_paragraph(&context);
  guint dateline = kith_dateline_length(words, n), credit_end = 0;
  for (guint i = 0; i < n; i++) {
    guint credit = i >= credit_end ? credit_at(words, i, n) : 0;
    gboolean ends = i > 0 && (credit > 0 || i == dateline || i == credit_end ||
                              (i > credit_end && ends_before(&context, i)) ||
                              (i - context.begin >= MAX_SENTENCE && !(words[i].flags & KITH_WORD_JOINED)));
    if (credit > 0)
      credit_end = i + credit;
    if (ends && i > context.begin) {
      add_sentence(document, first_word + context.begin, first_word + i, paragraph);
      context.begin = i;
      context.quoted = context.bracketed = FALSE;
    }
    kith_split_pass(&context, i);
  }
  add_sentence(document, first_word + context.begin, first_word + n, paragraph);
}
