/* Learning from older models (Hinton, Vinyals and Dean 2015): what they hold likely of the sentences to learn
 * from. */
#pragma once

#include "train/dataset.h"
#include "train/trainer.h"

/* Asks the options' teachers, of which there must be one, for advice on all examples, each as much as the
 * others, and sets how far it is trusted where there is an answer. Sentences without a tree get the heads
 * that the first model gives. The dataset must be what kith_dataset_new made of the corpus, with the same
 * max_words. As many are asked at once as the options have threads; the advice does not depend on it. */
gboolean kith_dataset_ask(KithDataset *dataset, const KithCorpus *corpus, const KithLabels *labels,
                          guint max_words, const KithTrainOptions *options, GError **error);
