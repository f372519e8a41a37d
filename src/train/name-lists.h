/* Lists of names, to put in the place of those in texts: a name learnt from is seen with many others around
 * the same words, so that its words and those around it count, not the name (Dai and Adel 2020). */
#pragma once

#include "base/api.h"

typedef enum {
  KITH_SWAP_NONE,
  KITH_SWAP_GIVEN,
  KITH_SWAP_FAMILY,
  KITH_SWAP_PLACE,
  KITH_SWAP_ORGANIZATION, /* has no list: of one word in the data */
  KITH_N_SWAPS
} KithSwap;

typedef struct {
  GPtrArray *names[KITH_N_SWAPS]; /* char * */
  GHashTable *given;              /* those of names[KITH_SWAP_GIVEN] */
} KithNameLists;

/* Reads lines "kind TAB name", the kinds being given, family and place. NULL and an error that names file and
 * line. */
KithNameLists *kith_name_lists_read(const char *path, GError **error);
void kith_name_lists_free(KithNameLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithNameLists, kith_name_lists_free)
