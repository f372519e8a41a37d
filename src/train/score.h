/* How well a model does on annotated text with given tokens. */
#pragma once

#include "syntax/analyzer.h"
#include "train/corpus.h"

typedef struct {
  guint words, upos, xpos, feats, lemmas, heads, labels; /* of words with a tree; how many are right */
  guint gold_names, found_names, right_names;            /* exact spans of persons, organisations, places */
} KithScore;

/* The document of a corpus's words, without analysis. Owned by the caller. */
KithDocument *kith_corpus_document(const KithCorpus *corpus);

/* Adds to score what an analysed document of the corpus got right. */
void kith_score_document(const KithCorpus *corpus, const KithDocument *document, KithScore *score);

/* Analyses and scores. */
KithScore kith_score_model(const KithModel *model, const KithCorpus *corpus);

/* F1 of names in percent; 0 where there are none. */
double kith_score_names(const KithScore *score);
