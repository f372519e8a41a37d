/* The network run on sentences to learn from: losses and gradients. */
#pragma once

#include "train/name-lists.h"
#include "train/net.h"

enum { KITH_NO_LABEL = G_MAXUINT16 };

/* What older models hold likely: labels with their shares, which add up to 1; of heads the sentence's length
 * is the root. */
enum { KITH_N_GUESSES = 4 };
typedef struct {
  guint16 label[KITH_N_GUESSES];
  float share[KITH_N_GUESSES];
} KithGuess;

/* What they say of a word: distributions over its labels, and the probability of every name tag. */
typedef struct {
  KithGuess upos, xpos, feats, deprel, head;
  float names[KITH_N_NAME_TAGS];
} KithAdvice;

/* A sentence with its answers; labels are indexes of the network, KITH_NO_LABEL where there is none. */
typedef struct {
  const KithFeatures *features;
  const guint16 *upos, *xpos, *feats, *deprel;
  const gint32 *head;
  const guint32 *names;  /* possible name tags, a bit each */
  const guint8 *swaps;   /* KithSwap: what name may stand for the word; may be NULL */
  const guint32 *shapes; /* KITH_N_CASES a word: its shape in lines set in other cases; may be NULL */
  guint n;
  gboolean has_tree, has_names;
  KithAdvice *advice; /* or NULL */
  float trust;        /* the advice's share where there is an answer too; elsewhere it is all there is */
  float trust_names;  /* the weight of the advice on names; the answer's, if there is one, is what is left */
} KithExample;

/* Shares of what is dropped. */
typedef struct {
  float form, vector;                       /* whole embeddings of a word */
  float word, between, top, recurrent, mlp; /* a mask a sentence */
  float names;                              /* names, where other names can stand */
  float cases; /* sentences set wholly in upper case, in lower case, in title case: this share each */
} KithDropout;

typedef enum { KITH_LOSS_TAGS, KITH_LOSS_ARCS, KITH_LOSS_LABELS, KITH_LOSS_NAMES, KITH_N_LOSSES } KithLoss;

typedef struct _KithTape KithTape;

/* What names look like, by KithSwap: KithFeatures. */
typedef struct {
  GArray *names[KITH_N_SWAPS];
} KithSubstitutes;

/* substitutes is lent, may be NULL. */
KithTape *kith_tape_new(const KithNet *net, const KithSubstitutes *substitutes);
void kith_tape_free(KithTape *tape);
/* What the loss of names weighs: few words are part of names, and few sentences have them annotated. */
enum { KITH_NAMES_WEIGHT = 4 };
void kith_tape_set_names_weight(KithTape *tape, float weight);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithTape, kith_tape_free)

/* Runs sentences sorted from long to short, with dropout drawn from seed (NULL: none); adds the losses, and
 * the gradient of their sum times scale. The net must be packed. */
void kith_tape_run(KithTape *tape, const KithExample *const *examples, guint n, const KithDropout *dropout,
                   guint64 seed, float scale, double losses[KITH_N_LOSSES], KithGradient *gradient);

/* Runs sentences as kith_tape_run does, without dropout, and adds what the network says to their advice,
 * weighted by share; relations are those to the examples' heads, whether they have a tree or not. */
void kith_tape_advise(KithTape *tape, const KithExample *const *examples, guint n, float share);
/* Adds a label's share to a guess, of which the least likely give way. */
void kith_guess_add(KithGuess *guess, guint label, float share);

/* The negative log-likelihood of the possible tags (n masks) under a linear-chain CRF; its gradient times
 * scale is added to demissions[n][stride] and dtransitions. */
double kith_crf_loss(const float *emissions, gsize stride, const float *transitions, const guint32 *possible,
                     guint n, float scale, float *demissions, float *dtransitions);
/* Adds the probability of every tag at each word times share, to out[n]. */
void kith_crf_marginals(const float *emissions, gsize stride, const float *transitions, guint n, float share,
                        KithAdvice *out);
/* The cross entropy of a CRF and the advice, as far as emissions decide it; its gradient times scale is added
 * to demissions. */
double kith_crf_advised_loss(const float *emissions, gsize stride, const float *transitions,
                             const KithAdvice *advice, guint n, float scale, float *demissions);
