/* What the tests of the text stage share. */
#pragma once

#include <string.h>

#include "text/reader.h"

/* Reads text that must be readable. */
static inline KithDocument *
read_text(const char *text)
{
  g_autoptr(GError) error = NULL;
  KithDocument *document = kith_text_read("test", text, strlen(text), &error);
  g_assert_no_error(error);
  return document;
}

/* All words with '|' between, '+' before a joined one, and "||" between sentences. */
static inline char *
spell_words(const KithDocument *document)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < document->sentences->len; i++) {
    const KithSentence *sentence = kith_document_sentence(document, i);
    const KithWord *words = kith_document_words(document, sentence);
    for (guint k = 0; k < sentence->n_words; k++) {
      const char *between = words[k].flags & KITH_WORD_JOINED ? "+" : k > 0 ? "|" : "||";
      g_string_append_printf(out, "%s%s", out->len > 0 ? between : "", words[k].form);
    }
  }
  return g_string_free(out, FALSE);
}

/* The text of sentence i. Owned by the caller. */
static inline char *
sentence_text(const KithDocument *document, guint i)
{
  const KithSentence *sentence = kith_document_sentence(document, i);
  return g_strndup(document->text + sentence->span.begin, sentence->span.end - sentence->span.begin);
}

/* The kinds of the sentences, a letter each: "." body, H headline, B boilerplate, M metadata. */
static inline char *
spell_kinds(const KithDocument *document)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < document->sentences->len; i++)
    g_string_append_c(out, ".HBM"[kith_document_sentence(document, i)->kind]);
  return g_string_free(out, FALSE);
}

/* Checks what must hold of every document: spans in order, inside the text, and exactly the forms; every
 * character but white space in one word. */
static inline void
check_document(const KithDocument *document)
{
  gsize at = 0;
  guint word = 0;
  for (guint i = 0; i < document->sentences->len; i++) {
    const KithSentence *sentence = kith_document_sentence(document, i);
    g_assert_cmpuint(sentence->first_word, ==, word);
    g_assert_cmpuint(sentence->n_words, >, 0);
    const KithWord *words = kith_document_words(document, sentence);
    g_assert_cmpuint(sentence->span.begin, ==, words[0].span.begin);
    g_assert_cmpuint(sentence->span.end, ==, words[sentence->n_words - 1].span.end);
    g_assert_false(words[0].flags & KITH_WORD_JOINED);
    for (guint k = 0; k < sentence->n_words; k++, word++) {
      KithSpan span = words[k].span;
      g_assert_cmpuint(span.begin, >=, at);
      g_assert_cmpuint(span.end, >, span.begin);
      g_assert_cmpuint(span.end, <=, document->length);
      g_assert_cmpuint(strlen(words[k].form), ==, span.end - span.begin);
      g_assert_cmpmem(words[k].form, strlen(words[k].form), document->text + span.begin,
                      span.end - span.begin);
      for (; at < span.begin; at = (gsize)(g_utf8_next_char(document->text + at) - document->text)) {
        gunichar c = g_utf8_get_char(document->text + at);
        g_assert_true(g_unichar_isspace(c) || g_unichar_iscntrl(c));
      }
      at = span.end;
    }
  }
  g_assert_cmpuint(word, ==, document->words->len);
}
