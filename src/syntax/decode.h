/* From scores to structures: the best tree, the best tags of names. */
#pragma once

#include "syntax/network.h"

/* The maximum spanning tree with a single root (Chu and Liu 1965; Edmonds 1967). scores[i * stride + j] is
 * that of word i having word j as head, j = n the root; n >= 1. heads gets an index or -1 for the root. */
void kith_decode_tree(const float *scores, gsize stride, guint n, gint32 *heads);

/* The best sequence of name tags by Viterbi: emissions[i * stride + tag], transitions[from][to]. Sequences
 * are well formed (see kith_name_may_follow). n >= 1. */
void kith_decode_names(const float *emissions, gsize stride, const float *transitions, guint n, guint8 *tags);
