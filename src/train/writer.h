/* A learnt network as a model file. */
#pragma once

#include "train/dataset.h"
#include "train/lemmas.h"

/* Starts a network with the weights of a model, which must have the same sizes and labels. */
gboolean kith_model_restore(const char *path, KithNet *net, const KithLabels *labels, GError **error);

/* The file's bytes, made of the averaged weights. */
GBytes *kith_model_write(const KithNet *net, const KithLabels *labels, const KithLemmaRules *lemmas,
                         const char *version);
