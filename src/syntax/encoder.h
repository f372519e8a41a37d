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
  const gint16 *const *forms; /* a word's gates (forms.h) */
  KithPrediction *out;
  guint n;   /* at least 1 */
  gsize row; /* its first word among those of the batch; kith_encoder_run sets it */
} KithSequence;

typedef struct _KithEncoder KithEncoder;

/* Buffers for runs of one model, for one thread. The model is lent. */
KithEncoder *kith_encoder_new(const KithModel *model);
void kith_encoder_free(KithEncoder *encoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithEncoder, kith_encoder_free)

/* Analyses sentences, which must be sorted from long to short. The result does not depend on what else is in
 * the batch. */
void kith_encoder_run(KithEncoder *encoder, KithSequence *sequences, guint n);
