#include "text/headline.h"

#include <string.h>

#include "text/mail.h"
#include "text/metadata.h"

enum { MAX_HEADLINE = 180, HEAD_PARAGRAPHS = 8 }; /* bytes; where an article's head may reach */

/* Whether a paragraph from byte begin to end looks like a title: short, and no mark that ends a sentence. */
static gboolean
is_title(const KithDocument *document, gsize begin, gsize end)
{
  const char *text = document->text;
  if (end - begin > MAX_HEADLINE)
    return FALSE;
  char last = text[end - 1];
  gsize i = end - 1;
  if ((last == '"' || last == '\'' || last == ')') && i > begin)
    last = text[i - 1];
  else if (end - begin >= 6 &&
           (memcmp(text + end - 3, "\xE2\x80\x9D", 3) == 0 || memcmp(text + end - 3, "\xE2\x80\x99", 3) == 0))
    last = text[end - 4];
  return strchr(".:;,", last) == NULL &&
         memcmp(text + end - MIN(3, end - begin), "\xE2\x80\xA6", MIN(3, end - begin)) != 0;
}

/* The text from begin to end on one line. Owned by the caller. */
static char *
one_line(const char *text, gsize begin, gsize end)
{
  GString *out = g_string_sized_new(end - begin);
  for (gsize i = begin; i < end; i++) {
    gboolean space = text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t';
    if (!space)
      g_string_append_c(out, text[i]);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c(out, ' ');
  }
  return g_string_free(out, FALSE);
}

/* Whether the sentences from first to end are one question or exclamation, or have no end at all. */
static gboolean
ends_like_title(const KithDocument *document, guint first, guint end)
{
  for (guint i = first; i + 1 < end; i++)
    if (document->text[kith_document_sentence(document, i)->span.end - 1] == '.')
      return FALSE;
  const KithSentence *last = kith_document_sentence(document, end - 1);
  char mark = document->text[last->span.end - 1];
  return (mark != '?' && mark != '!') || (end - first == 1 && first == 0);
}

static void
mark_paragraph(KithDocument *document, guint first, guint end, guint paragraph, gboolean more)
{
  KithSentence *head = kith_document_sentence(document, first);
  gsize begin = head->span.begin, stop = kith_document_sentence(document, end - 1)->span.end;
  guint n_words = kith_document_sentence(document, end - 1)->first_word +
                  kith_document_sentence(document, end - 1)->n_words - head->first_word;
  const KithWord *words = kith_document_words(document, head);
  if (paragraph > 0 && kith_metadata_take(document, words, n_words)) {
    for (guint i = first; i < end; i++)
      kith_document_sentence(document, i)->kind = KITH_SENTENCE_METADATA;
    return;
  }
  guint dateline =
      paragraph < HEAD_PARAGRAPHS && document->place == NULL ? kith_dateline_length(words, n_words) : 0;
  if (dateline > 0 && dateline == head->n_words) {
    head->kind = KITH_SENTENCE_METADATA;
    kith_dateline_take(document, words, dateline);
    return;
  }
  if (!is_title(document, begin, stop) || !ends_like_title(document, first, end) || (paragraph == 0 && !more))
    return;
  for (guint i = first; i < end; i++)
    kith_document_sentence(document, i)->kind = KITH_SENTENCE_HEADLINE;
}

static void
mark_mail_header(KithDocument *document, guint first, guint end)
{
  g_autofree char *line = one_line(document->text, kith_document_sentence(document, first)->span.begin,
                                   kith_document_sentence(document, end - 1)->span.end);
  kith_mail_header_take(document, line);
  for (guint i = first; i < end; i++)
    kith_document_sentence(document, i)->kind = KITH_SENTENCE_METADATA;
}

void
kith_headline_mark(KithDocument *document)
{
  guint n = document->sentences->len;
  gsize header_end = kith_mail_header_end(document->text, document->length);
  for (guint i = 0, paragraph = 0; i < n; paragraph++) {
    guint end = i + 1, number = kith_document_sentence(document, i)->paragraph;
    while (end < n && kith_document_sentence(document, end)->paragraph == number)
      end++;
    if (kith_document_sentence(document, i)->span.begin < header_end)
      mark_mail_header(document, i, end);
    else
      mark_paragraph(document, i, end, paragraph, end < n);
    i = end;
  }
}

void
kith_headline_title(KithDocument *document)
{
  enum { FAR = 40 };
  for (guint i = 0, end; i < MIN(document->sentences->len, FAR); i = end) {
    const KithSentence *head = kith_document_sentence(document, i);
    for (end = i + 1; end < document->sentences->len; end++)
      if (kith_document_sentence(document, end)->paragraph != head->paragraph)
        break;
    if (head->kind == KITH_SENTENCE_BODY || (document->title != NULL && strchr(document->title, ' ') != NULL))
      return;
    if (head->kind != KITH_SENTENCE_HEADLINE)
      continue;
    g_autofree char *line =
        one_line(document->text, head->span.begin, kith_document_sentence(document, end - 1)->span.end);
    /* "Home > Politics" tells where on a site one is; a word alone is the name of a section, or the like */
    if (strstr(line, " > ") != NULL || (document->title != NULL && strchr(line, ' ') == NULL))
      continue;
    g_free(document->title);
    document->title = g_steal_pointer(&line);
  }
}
