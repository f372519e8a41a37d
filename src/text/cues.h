/* Cues that a sentence speaks for the publisher rather than of the news. */
#pragma once

#include "text/document.h"

/* What is found in one sentence. Weights are tenths of what suffices by itself. */
typedef struct {
  int appeal;         /* phrases that address a reader: "sign up for our newsletter" */
  int mild;           /* such phrases that other texts have too: "help us" */
  int topic;          /* the publisher's wares: "journalism", "subscription"; counts only with an address */
  int soft;           /* what such texts like to speak of; counts only between cues */
  gboolean reader;    /* "you", "your", outside quotations */
  gboolean publisher; /* "we", "us", "our", outside quotations */
  gboolean action;    /* an imperative at the beginning: "donate", "download" */
  gboolean odd_reader, odd_publisher, odd_action; /* such address is foreign to the rest of the text */
  gboolean person;                                /* "I", "my", outside quotations */
  gboolean question;                              /* ends with a question mark */
  gboolean report;                                /* somebody said something: news */
  gboolean quote;                                 /* begins or ends in a quotation */
} KithCues;

/* Adds up the cues of each of the document's sentences: an array of KithCues, one a sentence. Owned by the
 * caller. */
GArray *kith_cues_find(const KithDocument *document);

/* Sees which address is foreign to the text: news hardly ever speaks to its reader outside quotations,
 * interviews and guides do all the time. */
void kith_cues_compare(GArray *all);

/* What suffices for a sentence by itself, and beside one for which it does. */
enum { KITH_CUES_ENOUGH = 30, KITH_CUES_BESIDE = 14 };

/* The weight of a sentence by itself. */
int kith_cues_weight(const KithCues *cues);

/* Whether the table of cues is in order, so that all are found (for the tests). */
gboolean kith_cues_table_is_sorted(void);
