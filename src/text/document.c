#include "text/document.h"

#include <string.h>

#include "base/slug.h"

KithDocument *
kith_document_new(const char *name, const char *text, gsize length)
{
  KithDocument *document = g_new0(KithDocument, 1);
  document->name = g_strdup(name);
  document->text = g_strndup(text, length);
  document->length = length;
  document->sentences = g_array_new(FALSE, TRUE, sizeof(KithSentence));
  document->words = g_array_new(FALSE, TRUE, sizeof(KithWord));
  document->strings = g_string_chunk_new(4096);
  kith_document_update_id(document);
  return document;
}

void
kith_document_free(KithDocument *document)
{
  if (document == NULL)
    return;
  g_free(document->name);
  g_free(document->id);
  g_free(document->title);
  g_free(document->date);
  g_free(document->source);
  g_free(document->author);
  g_free(document->place);
  g_free(document->text);
  g_array_unref(document->sentences);
  g_array_unref(document->words);
  g_string_chunk_free(document->strings);
  g_free(document);
}

void
kith_document_update_id(KithDocument *document)
{
  g_autofree char *slug = kith_slug(document->source ? document->source : document->name);
  g_autofree char *sum =
      g_compute_checksum_for_string(G_CHECKSUM_SHA256, document->text, (gssize)document->length);
  g_free(document->id);
  document->id = g_strdup_printf("%s-%.8s", slug, sum);
}

const char *
kith_document_string(KithDocument *document, const char *string, gssize length)
{
  if (length < 0)
    return g_string_chunk_insert_const(document->strings, string);
  return g_string_chunk_insert_len(document->strings, string, length);
}

gboolean
kith_words_quote(const KithWord *words, guint from, guint to, gboolean open)
{
  for (guint i = from; i < to; i++)
    if (strcmp(words[i].form, "\xE2\x80\x9C") == 0 || strcmp(words[i].form, "``") == 0)
      open = TRUE;
    else if (strcmp(words[i].form, "\xE2\x80\x9D") == 0 || strcmp(words[i].form, "''") == 0)
      open = FALSE;
    else if (strcmp(words[i].form, "\"") == 0)
      open = !open;
  return open;
}
