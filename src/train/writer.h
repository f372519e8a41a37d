/* A learnt network as a model file. */
#pragma once

#include "syntax/model.h"
#include "train/dataset.h"
#include "train/lemmas.h"

/* Starts a network with the weights of a model, which must have the same sizes and labels but for its words.
 */
gboolean kith_model_restore(const char *path, KithNet *net, const KithLabels *labels, GError **error);

/* The same without a check that they are. */
void kith_net_restore(KithNet *net, const KithModel *model);

/* The file's bytes, made of the averaged weights. */
GBytes *kith_model_write(const KithNet *net, const KithLabels *labels, const KithLemmaRules *lemmas,
                         const char *version);
