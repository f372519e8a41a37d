/* Making the hash tables of a model's file. */
#pragma once

#include "syntax/hash.h"

typedef struct {
  guint64 hash;
  guint32 value;
} KithTableEntry;

/* Slots (a power of two of them, at most three quarters in use) for distinct hashes; of equal ones the first
 * stays. Owned by the caller. */
KithHashSlot *kith_table_build(const KithTableEntry *entries, gsize n, gsize *n_slots);
