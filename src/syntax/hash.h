/* Hashes of byte strings, and the open-addressing table that model files hold. */
#pragma once

#include <glib.h>

/* A 64-bit hash (FNV-1a, mixed by MurmurHash3's finalizer) of length bytes after those that seed stands for.
 */
static inline guint64
kith_hash64(guint64 seed, const void *bytes, gsize length)
{
  const guint8 *p = bytes;
  guint64 h = seed ^ G_GUINT64_CONSTANT(0xcbf29ce484222325);
  for (gsize i = 0; i < length; i++)
    h = (h ^ p[i]) * G_GUINT64_CONSTANT(0x100000001b3);
  h = (h ^ (h >> 33)) * G_GUINT64_CONSTANT(0xff51afd7ed558ccd);
  h = (h ^ (h >> 33)) * G_GUINT64_CONSTANT(0xc4ceb9fe1a85ec53);
  return h ^ (h >> 33);
}

/* Keys are known by 32 bits of their hash and by where they lie: of a million unknown words fewer than one is
 * taken for a known one. */
typedef struct {
  guint32 check; /* upper half of the hash, never 0; 0 marks an empty slot */
  guint32 value;
} KithHashSlot;

typedef struct {
  const KithHashSlot *slots;
  guint32 mask; /* number of slots - 1, a power of two less one */
} KithHashTable;

static inline guint32
kith_hash_check(guint64 hash)
{
  guint32 check = (guint32)(hash >> 32);
  return check != 0 ? check : 1;
}

/* The value of a key's hash, or missing. */
static inline guint32
kith_hash_find(const KithHashTable *table, guint64 hash, guint32 missing)
{
  guint32 check = kith_hash_check(hash);
  for (guint32 i = (guint32)hash & table->mask, steps = 0; steps <= table->mask;
       i = (i + 1) & table->mask, steps++) {
    if (table->slots[i].check == check)
      return table->slots[i].value;
    if (table->slots[i].check == 0)
      break;
  }
  return missing;
}
