/* Training: from data to a model file. */
#pragma once

#include "train/corpus.h"
#include "train/tape.h"

typedef struct {
  guint hidden, word; /* widths; 0: as usual */
  guint epochs;       /* 0: the model as it starts */
  guint stop_after;   /* epochs after which to stop, to go on later; 0: at the end */
  guint threads;
  guint batch; /* words of a step; small ones learn faster from nothing, great ones are better to go on */
  guint64 seed;
  guint n_vectors;             /* the most frequent words with a vector */
  const char *vectors;         /* file of word vectors, or NULL */
  const KithNameLists *names;  /* to put in the place of names; or NULL */
  const char *version;         /* of the model */
  const char *checkpoint;      /* file for check points after each epoch, or NULL */
  gboolean resume;             /* go on from the check point */
  const char *const *starts;   /* models the mean of whose weights to start from, NULL-terminated; or NULL */
  const char *const *teachers; /* models to learn from as well, NULL-terminated; or NULL */
  const char *const *advice;   /* files of advice to learn from as well, NULL-terminated; or NULL */
  float trust, trust_names;    /* how far, from 0 to 1 */
  guint text_every;            /* plain text is seen in parts, one of so many an epoch */
  guint repeat;                /* how often to see sentences with names alone in an epoch; 0 is 1 */
  float names_weight;          /* of the loss of names */
  KithDropout dropout;
  float rate;
  /* called after each epoch with the model so far; may be NULL */
  void (*report)(guint epoch, guint epochs, const double losses[KITH_N_LOSSES], gsize words, GBytes *model,
                 gpointer data);
  gpointer data;
} KithTrainOptions;

/* Fills in what is usual. */
void kith_train_options_init(KithTrainOptions *options);

/* Learns from a corpus; the bytes of the model file, the same for the same corpus, options and kith, whatever
 * the number of threads. */
GBytes *kith_train(const KithCorpus *corpus, const KithTrainOptions *options, GError **error);
