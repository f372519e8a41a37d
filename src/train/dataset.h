/* From annotated text to what the network learns from: its labels and known forms, and sentences as numbers.
 */
#pragma once

#include "train/corpus.h"
#include "train/table.h"
#include "train/tape.h"
#include "train/vectors.h"

typedef struct {
  GPtrArray *upos, *xpos, *feats, *deprels; /* names; deprels begin with root */
  GPtrArray *forms;      /* known forms, normalised; the first row is that of unknown ones */
  KithFormTables tables; /* their slots belong to the labels */
  KithVectors *vectors;
} KithLabels;

/* The labels of a corpus. Vectors come from a file (see kith_vectors_read; NULL: none); names (may be NULL)
 * are features of the words that are in them. */
KithLabels *kith_labels_new(const KithCorpus *corpus, const char *vectors_path, guint n_vectors,
                            const KithNameLists *names, GError **error);
void kith_labels_free(KithLabels *labels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithLabels, kith_labels_free)

typedef struct {
  GArray *examples; /* KithExample, views of the arrays below */
  KithFeatures *features;
  guint16 *upos, *xpos, *feats, *deprel;
  gint32 *head;
  guint32 *names, *shapes;
  guint8 *swaps;
  KithSubstitutes substitutes;
  KithAdvice *advice; /* NULL without teachers */
  gsize n_words;
} KithDataset;

/* The sentences of a corpus as examples; those of more than max_words words are left out. lists (may be NULL)
 * hold what may stand for the words of names. */
KithDataset *kith_dataset_new(const KithCorpus *corpus, const KithLabels *labels, const KithSizes *sizes,
                              const KithNameLists *lists, guint max_words);
void kith_dataset_free(KithDataset *dataset);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithDataset, kith_dataset_free)
