#include "train/table.h"

KithHashSlot *
kith_table_build(const KithTableEntry *entries, gsize n, gsize *n_slots)
{
  gsize size = 16;
  while (size / 4 * 3 < n)
    size *= 2;
  KithHashSlot *slots = g_new0(KithHashSlot, size);
  for (gsize e = 0; e < n; e++) {
    guint32 check = kith_hash_check(entries[e].hash);
    gsize i = (guint32)entries[e].hash & (size - 1);
    while (slots[i].check != 0 && slots[i].check != check)
      i = (i + 1) & (size - 1);
    if (slots[i].check == 0)
      slots[i] = (KithHashSlot){check, entries[e].value};
  }
  *n_slots = size;
  return slots;
}
