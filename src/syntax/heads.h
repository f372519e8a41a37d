/* The heads of the network: from the encoder's output to tags, trees and names. */
#pragma once

#include "syntax/encoder.h"

typedef struct _KithHeads KithHeads;

/* Buffers for one thread. The model is lent. */
KithHeads *kith_heads_new(const KithModel *model);
void kith_heads_free(KithHeads *heads);

/* Fills in the predictions of n sentences, whose words lie one after the other in encoded: 2 hidden bytes
 * each, KITH_BYTE_ZERO for 0. */
void kith_heads_run(KithHeads *heads, const KithSequence *sequences, guint n, const guint8 *encoded);
