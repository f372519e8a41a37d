/* The network run on sentences. */
#pragma once

#include "syntax/model.h"

/* What the network says of a word. */
typedef struct {
  guint16 upos, xpos, feats, deprel; /* labels of the model */
  gint32 head;                       /* in its sentence, -1 the root */
  guint8 name;                       /* a name tag */
} KithPrediction;

/* A sentence for the network. */
typedef struct {
  const guint32 *forms; /* a row of the projected forms a word */
  KithPrediction *out;
  guint n; /* at least 1 */
} KithSequence;

typedef struct _KithEncoder KithEncoder;

/* Buffers for runs of one model, for one thread. The model is lent. */
KithEncoder *kith_encoder_new(const KithModel *model);
void kith_encoder_free(KithEncoder *encoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithEncoder, kith_encoder_free)

/* The first layer's input projections of n forms, 8 hidden floats each; lent until the next call. */
const float *kith_encoder_project(KithEncoder *encoder, const char *const *forms, guint n);

/* Analyses sentences, which must be sorted from long to short. The result does not depend on what else is in
 * the batch. */
void kith_encoder_run(KithEncoder *encoder, const KithSequence *sequences, guint n, const float *projected);
