#include "text/reader.h"

#include <string.h>

#include "base/error.h"
#include "text/boilerplate.h"
#include "text/chars.h"
#include "text/headline.h"
#include "text/layout.h"
#include "text/split.h"
#include "text/tokenize.h"
#include "text/wordlist.h"

/* Whether text is a page's source, where tags and scripts would be read as news. */
static gboolean
is_html(const char *text, gsize length)
{
  static const char *const openings[] = {"<!doctype html", "<html", "<head"};
  gsize i = 0;
  while (i < length && g_ascii_isspace(text[i]))
    i++;
  for (guint k = 0; k < G_N_ELEMENTS(openings); k++) {
    gsize n = strlen(openings[k]);
    if (length - i > n && g_ascii_strncasecmp(text + i, openings[k], n) == 0 &&
        (text[i + n] == '>' || g_ascii_isspace(text[i + n])))
      return TRUE;
  }
  return FALSE;
}

/* Checks bytes, and leaves a byte-order mark out of them. */
static gboolean
check_text(const char *name, const char **bytes, gsize *length, GError **error)
{
  gsize skipped = *length >= 3 && memcmp(*bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  *bytes += skipped;
  *length -= skipped;
  const char *bad = NULL;
  if (!g_utf8_validate_len(*bytes, *length, &bad)) {
    gsize at = (gsize)(bad - *bytes);
    const char *what = *bad == '\0' ? "a NUL byte" : "invalid UTF-8";
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: %s at byte %" G_GSIZE_FORMAT, name, what,
                at + skipped);
    return FALSE;
  }
  for (gsize i = 0, next; i < *length; i = next)
    if (kith_char_kind(kith_char_at(*bytes, i, &next)) != KITH_CHAR_SPACE)
      return TRUE;
  g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: no text, nothing but white space at byte %d", name,
              0);
  return FALSE;
}

KithDocument *
kith_text_read(const char *name, const char *bytes, gsize length, GError **error)
{
  if (!check_text(name, &bytes, &length, error))
    return NULL;
  if (is_html(bytes, length)) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: this is HTML, which --input html reads", name);
    return NULL;
  }
  KithDocument *document = kith_document_new(name, bytes, length);
  g_autoptr(GArray) paragraphs = kith_layout_paragraphs(document->text, document->length);
  for (guint i = 0; i < paragraphs->len; i++) {
    KithSpan span = g_array_index(paragraphs, KithSpan, i);
    guint first_word = document->words->len;
    kith_tokenize(document, span.begin, span.end);
    kith_split(document, first_word, i);
  }
  kith_headline_mark(document);
  kith_boilerplate_mark(document);
  kith_headline_title(document);
  return document;
}

/* Appends the tokens of the line from begin to end as a sentence. */
static void
add_line(KithDocument *document, gsize begin, gsize end)
{
  KithSentence sentence = {.first_word = document->words->len, .paragraph = document->sentences->len};
  for (gsize i = begin; i < end; i++) {
    gsize stop = i;
    while (stop < end && document->text[stop] != ' ' && document->text[stop] != '\t' &&
           document->text[stop] != '\r')
      stop++;
    if (stop == i)
      continue;
    KithWord word = {.span = {i, stop}, .head = KITH_HEAD_UNSET, .flags = KITH_WORD_SPACE_BEFORE};
    word.form = kith_document_string(document, document->text + i, (gssize)(stop - i));
    g_array_append_val(document->words, word);
    sentence.n_words++;
    sentence.span.end = stop;
    if (sentence.n_words == 1)
      sentence.span.begin = i;
    i = stop;
  }
  if (sentence.n_words > 0)
    g_array_append_val(document->sentences, sentence);
}

KithDocument *
kith_text_read_lines(const char *name, const char *bytes, gsize length, GError **error)
{
  if (!check_text(name, &bytes, &length, error))
    return NULL;
  KithDocument *document = kith_document_new(name, bytes, length);
  for (gsize begin = 0, end; begin < document->length; begin = end + 1) {
    const char *stop = memchr(document->text + begin, '\n', document->length - begin);
    end = stop != NULL ? (gsize)(stop - document->text) : document->length;
    add_line(document, begin, end);
  }
  return document;
}

double
kith_text_englishness(const KithDocument *document)
{
  guint letters = 0, function = 0;
  for (guint i = 0; i < document->words->len; i++) {
    const char *form = g_array_index(document->words, KithWord, i).form;
    gsize next;
    if (!kith_kind_is_letter(kith_char_kind(kith_char_at(form, 0, &next))))
      continue;
    letters++;
    function += kith_is_function_word(form, strlen(form));
  }
  /* English prose has 35 to 50 function words in a hundred: that is 1. */
  return letters == 0 ? 0 : MIN(1.0, (double)function / letters / 0.35);
}
