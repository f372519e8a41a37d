/* CoNLL-U in and out (universaldependencies.org/format.html). */
#pragma once

#include "text/document.h"

/* Reads CoNLL-U: sentences, words, whatever analysis the columns hold; names from NE= in MISC. The document's
 * text is put together from the forms and SpaceAfter=No, a paragraph at each "# newpar"/"# newdoc". A line
 * that is not CoNLL-U is an error "name:line: what is wrong". Empty nodes are skipped; multiword tokens
 * become joined words. */
KITH_API KithDocument *kith_conllu_read(const char *name, const char *bytes, gsize length, GError **error);

/* Appends the document in CoNLL-U to out. */
KITH_API void kith_conllu_write(const KithDocument *document, GString *out);
/* The same by several threads, the same bytes. */
KITH_API void kith_conllu_write_threads(const KithDocument *document, GString *out, guint threads);
