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
  gboolean report;    /* somebody said something: news */
  gboolean quote;     /* begins or ends in a quotation */
} KithCues;

/* Adds up the cues of each of the document's sentences: an array of KithCues, one a sentence. Owned by the
 * caller. */
GArray *kith_cues_find(const KithDocument *document);

/* The weight of a sentence by itself; 30 and more is boilerplate, 15 and more beside such is. */
int kith_cues_weight(const KithCues *cues);

/* Whether the table of cues is in order, so that all are found (for the tests). */
gboolean kith_cues_table_is_sorted(void);
