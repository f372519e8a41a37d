/* Advice from programs other than kith (a pretrained network, say), in a file beside the exported corpus. */
#pragma once

#include "train/dataset.h"

/* Reads what a file says of every word of the corpus that kith_corpus_export wrote, and adds it times share
 * to advice, which has the words of the dataset's sentences (up to max_words words). The file, all numbers
 * little-endian: "kith-advice-1\n"; four lists of labels (UPOS, XPOS, features, relations), each its number
 * (4 bytes) and so many strings that end in 0; then for every word five guesses (UPOS, XPOS, features,
 * relation, head), each four pairs of a label and its share in 65535ths (2 bytes each; of heads the word's
 * index in the sentence, its length for the root), and the probability of every name tag in 65535ths (2 bytes
 * each). */
gboolean kith_advice_read(const char *path, const KithCorpus *corpus, const KithLabels *labels,
                          guint max_words, float share, KithAdvice *advice, GError **error);
