#include "text/tokenize.h"

#include <string.h>

#include "text/chars.h"
#include "text/contraction.h"
#include "text/scan.h"

/* What is being read. */
typedef struct {
  KithDocument *document;
  const char *text;
  gsize begin, end;       /* of the paragraph */
  gsize chunk, chunk_end; /* the run without white space that we are in */
  gboolean in_single;     /* a single quotation mark is open */
} Tokenizer;

static void
add_word(Tokenizer *t, gsize begin, gsize length, guint flags)
{
  KithWord word = {.span = {begin, begin + length}, .head = KITH_HEAD_UNSET, .flags = (guint8)flags};
  word.form = kith_document_string(t->document, t->text + begin, (gssize)length);
  g_array_append_val(t->document->words, word);
}

/* Adds the token from begin to end, as several words where it is a contraction. */
static void
add_token(Tokenizer *t, gsize begin, gsize end, gboolean is_word)
{
  gsize parts[KITH_MAX_PARTS] = {end - begin};
  guint n = is_word && end - begin > 1 ? kith_contraction_parts(t->text + begin, end - begin, parts) : 1;
  guint flags = begin == t->chunk ? KITH_WORD_SPACE_BEFORE : 0;
  for (guint i = 0; i < n; i++) {
    add_word(t, begin, parts[i], i == 0 ? flags : KITH_WORD_JOINED);
    begin += parts[i];
  }
}

/* An apostrophe at i that is not inside a word: "'90s", "'em", the end of "workers'", or a quotation mark.
 * Returns the end of the token that begins with it, or i where it is only a mark. */
static gsize
leading_apostrophe(const Tokenizer *t, gsize i)
{
  gsize next;
  kith_char_at(t->text, i, &next);
  if (next >= t->chunk_end)
    return i;
  gsize end = kith_scan_letters(t->text, next, t->chunk_end);
  gsize n = end - next;
  if (n == 0 || n > 5)
    return i;
  const char *s = t->text + next;
  if (g_ascii_isdigit(s[0]) && g_ascii_isdigit(s[n > 1]) && (n == 2 || (n == 3 && s[2] == 's')))
    return end;
  static const char *const shortened[] = {"cause", "cuz", "d", "em", "ll", "m", "n", "re", "s", "til", "ve"};
  for (guint k = 0; k < G_N_ELEMENTS(shortened); k++)
    if (strlen(shortened[k]) == n && g_ascii_strncasecmp(s, shortened[k], n) == 0)
      return end;
  return i;
}

/* Whether an apostrophe that follows a word (whose last letter is last) is the possessive's, not a closing
 * mark. */
static gboolean
is_possessive(const Tokenizer *t, gunichar last)
{
  return !t->in_single && (last == 's' || last == 'S' || last == 'x' || last == 'z');
}

/* The end of the token that begins at i, which is not white space; *is_word: letters or digits. */
static gsize
token_end(Tokenizer *t, gsize i, gboolean *is_word)
{
  gsize next, end = kith_scan_special(t->text, t->chunk, i, t->chunk_end);
  *is_word = FALSE;
  if (end > i)
    return end;
  gunichar c = kith_char_at(t->text, i, &next);
  if (kith_kind_is_word(kith_char_kind(c))) {
    *is_word = TRUE;
    end = kith_scan_word(t->text, i, t->chunk_end, t->end);
    if (end < t->chunk_end) {
      gsize at, after;
      gunichar last = kith_char_before(t->text, i, end, &at);
      gunichar mark = kith_char_at(t->text, end, &after);
      gboolean stands_alone =
          after >= t->chunk_end || !kith_kind_is_word(kith_char_kind(kith_char_at(t->text, after, &at)));
      if (kith_char_is_apostrophe(mark) && stands_alone && is_possessive(t, last))
        end = after;
    }
    return end;
  }
  if (kith_char_is_apostrophe(c) || c == KITH_CH_LSQUO) {
    end = leading_apostrophe(t, i);
    if (end > i)
      return end;
    if (t->in_single)
      t->in_single = FALSE;
    else if (next < t->chunk_end && c != '`')
      t->in_single = TRUE;
  }
  return kith_scan_marks(t->text, i, t->chunk_end);
}

void
kith_tokenize(KithDocument *document, gsize begin, gsize end)
{
  Tokenizer t = {.document = document, .text = document->text, .begin = begin, .end = end};
  gsize next;
  for (gsize i = begin; i < end;) {
    gunichar c = kith_char_at(t.text, i, &next);
    if (kith_char_kind(c) == KITH_CHAR_SPACE) {
      i = next;
      continue;
    }
    t.chunk = i;
    t.chunk_end = kith_scan_chunk(t.text, i, end);
    while (i < t.chunk_end) {
      gboolean is_word;
      gsize stop = token_end(&t, i, &is_word);
      add_token(&t, i, stop, is_word);
      i = stop;
    }
  }
}
