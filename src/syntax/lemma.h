/* Lemmas by rules: the ending of a word and its tags choose an edit. Rules are learnt from treebanks; the
 * longest ending that has one decides, the whole word first. */
#pragma once

#include "syntax/hash.h"

enum { KITH_MAX_LEMMA_SUFFIX = 8 };

typedef struct {
  KithHashTable rules; /* kith_lemma_key -> index of a script */
  const char *const *scripts;
  guint n_scripts;
} KithLemmas;

/* An edit: 'l' (lower the case first) or 'k' (keep it), the number of bytes cut off the end, and what is put
 * there instead: "l3y" makes "Cities" "city". "=" before the rest: the whole lemma. */

/* The key of an ending of a lower-case form; whole marks that the ending is the whole word. */
static inline guint64
kith_lemma_key(const char *ending, gsize length, gboolean whole, guint upos, const char *xpos)
{
  guint64 seed = (guint64)upos * 2 + (whole ? 1 : 0);
  return kith_hash64(kith_hash64(seed + 77, xpos, xpos != NULL ? __builtin_strlen(xpos) : 0), ending, length);
}

/* The lemma of a form; owned by the caller. */
char *kith_lemma_get(const KithLemmas *lemmas, const char *form, guint upos, const char *xpos);

/* Applies a script to a form; NULL where it does not fit. Owned by the caller. */
char *kith_lemma_apply(const char *script, const char *form);

/* The lower-case form that keys are made of (straight quotes), owned by the caller. */
char *kith_lemma_fold(const char *form);
