/* What there is to learn from, for programs other than kith. */
#pragma once

#include "train/corpus.h"

/* Writes a corpus as CoNLL-U: "_" where nothing is annotated; the possible name tags of a word as a bit mask
 * in MISC (Names=HEX). Texts of all sources follow each other in the order in which kith learns from them. */
gboolean kith_corpus_export(const KithCorpus *corpus, const char *path, GError **error);
