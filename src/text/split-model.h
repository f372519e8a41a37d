/* The learned part of the sentence splitter: features of a gap between two words, and their weights. */
#pragma once

#include "text/document.h"

enum {
  KITH_SPLIT_FEATURES = 28, /* of a gap */
  KITH_SPLIT_BITS = 15,     /* of a feature's place in the table */
};

/* What is known of the paragraph when a gap is looked at. */
typedef struct {
  const KithWord *words;
  guint n;
  const guint8 *shapes; /* one a word */
  guint begin;          /* of the sentence that may end at the gap */
  gboolean quoted;      /* a quotation is open */
  gboolean bracketed;   /* a bracket is open */
  guint density;        /* how many full stops the paragraph has, in steps; and whether it ends with one */
} KithSplitContext;

/* The shape of a word, 0 to 31; 0 is kept for what is outside the paragraph. */
guint8 kith_split_shape(const KithWord *word);

/* Whether a sentence can end before word i at all. */
gboolean kith_split_is_candidate(const KithSplitContext *context, guint i);

/* The places of the features of the gap before word i. */
void kith_split_features(const KithSplitContext *context, guint i, guint32 features[KITH_SPLIT_FEATURES]);

/* What the weights' sum must exceed: more than 0 where no mark stands before the gap. */
int kith_split_margin(const KithSplitContext *context, guint i);

/* Fills in context->density. */
void kith_split_see_paragraph(KithSplitContext *context);

/* Takes word i into the quotation and bracket state. */
void kith_split_pass(KithSplitContext *context, guint i);

/* Where those of a gap add up to more than 0, a sentence ends. */
extern const gint8 kith_split_weights[1 << KITH_SPLIT_BITS];
