/* A learnt network as a model file. */
#pragma once

#include "train/dataset.h"
#include "train/lemmas.h"

/* The file's bytes, made of the averaged weights. */
GBytes *kith_model_write(const KithNet *net, const KithLabels *labels, const KithLemmaRules *lemmas,
                         const char *version);
