#include "relation/gifts.h"

#include "relation/ends.h"

gboolean
kith_gift_is(const KithScene *scene, gint noun)
{
  const GPtrArray *entries = scene->words[noun].upos == KITH_NOUN
                                 ? kith_lexicon_get(scene->lexicon, KITH_WORDS_NOUN, scene->lemmas[noun])
                                 : NULL;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (((const KithPattern *)g_ptr_array_index(entries, i))->class == KITH_CLASS_AID)
      return TRUE;
  return kith_scene_lemma_in(scene, noun, "money fund package tranche");
}

void
kith_gift_givers(const KithScene *scene, gint noun, GArray *found)
{
  enum { FURTHEST = 2 }; /* sentences */
  if (!kith_gift_is(scene, noun) ||
      kith_scene_child_lemma(scene, noun, KITH_DEP_DET, "the this these such") < 0)
    return;
  const KithClaim *meant = NULL;
  for (guint i = scene->claims->len; i-- > 0;) {
    const KithClaim *claim = g_ptr_array_index(scene->claims, i);
    if (kith_claim_is_past(scene, claim, meant, FURTHEST))
      return;
    if (claim->class != KITH_CLASS_AID || claim->polarity == KITH_NEGATIVE ||
        claim->sentence >= scene->sentence)
      continue;
    meant = claim;
    if (!kith_entities_have(found, claim->source))
      g_array_append_val(found, claim->source);
  }
}
