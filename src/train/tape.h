/* The network run on sentences to learn from: losses and gradients. */
#pragma once

#include "train/net.h"

enum { KITH_NO_LABEL = G_MAXUINT16 };

/* A sentence with its answers; labels are indexes of the network, KITH_NO_LABEL where there is none. */
typedef struct {
  const KithFeatures *features;
  const guint16 *upos, *xpos, *feats, *deprel;
  const gint32 *head;
  const guint32 *names;  /* possible name tags, a bit each */
  const guint32 *shapes; /* KITH_N_CASES a word: its shape in lines set in other cases; may be NULL */
  guint n;
  gboolean has_tree, has_names;
} KithExample;

/* Shares of what is dropped. */
typedef struct {
  float form, vector;                       /* whole embeddings of a word */
  float word, between, top, recurrent, mlp; /* a mask a sentence */
  float cases; /* sentences set wholly in upper case, in lower case, in title case: this share each */
} KithDropout;

typedef enum { KITH_LOSS_TAGS, KITH_LOSS_ARCS, KITH_LOSS_LABELS, KITH_LOSS_NAMES, KITH_N_LOSSES } KithLoss;

typedef struct _KithTape KithTape;
KithTape *kith_tape_new(const KithNet *net);
void kith_tape_free(KithTape *tape);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithTape, kith_tape_free)

/* Runs sentences sorted from long to short, with dropout drawn from seed (NULL: none); adds the losses, and
 * the gradient of their sum times scale. The net must be packed. */
void kith_tape_run(KithTape *tape, const KithExample *const *examples, guint n, const KithDropout *dropout,
                   guint64 seed, float scale, double losses[KITH_N_LOSSES], KithGradient *gradient);

/* The negative log-likelihood of the possible tags (n masks) under a linear-chain CRF; its gradient times
 * scale is added to demissions[n][stride] and dtransitions. */
double kith_crf_loss(const float *emissions, gsize stride, const float *transitions, const guint32 *possible,
                     guint n, float scale, float *demissions, float *dtransitions);
