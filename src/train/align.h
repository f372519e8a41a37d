/* Scoring an analysis whose tokens and sentences may differ from the gold ones, in the manner of the CoNLL
 * 2018 shared task (Zeman et al. 2018). */
#pragma once

#include "text/document.h"

/* How many there are on each side and how many agree. */
typedef struct {
  guint gold, found, right;
} KithCount;

typedef enum {
  KITH_COUNT_TOKENS,
  KITH_COUNT_SENTENCES,
  KITH_COUNT_WORDS,
  KITH_COUNT_UPOS,
  KITH_COUNT_XPOS,
  KITH_COUNT_LEMMAS,
  KITH_COUNT_UAS,
  KITH_COUNT_LAS,
  KITH_N_COUNTS
} KithCountKind;

/* Compares two analyses of one text; false and an error where their characters (white space aside) differ.
 * Adds to counts. */
gboolean kith_score_documents(const KithDocument *gold, const KithDocument *found,
                              KithCount counts[KITH_N_COUNTS], GError **error);

/* F1 in percent, 0 where there is nothing. */
double kith_count_f1(const KithCount *count);

/* The plain text of a document as the sentences have it: one space between sentences, an empty line between
 * paragraphs. Owned by the caller. */
char *kith_document_raw_text(const KithDocument *document);
