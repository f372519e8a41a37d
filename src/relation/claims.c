#include "relation/claims.h"

#include "relation/events.h"
#include "relation/standing.h"

static void
claim_free(gpointer data)
{
  KithClaim *claim = data;
  g_free(claim->label);
  g_free(claim->lemma);
  g_free(claim->time);
  g_free(claim);
}

/* In order of the text, then by class and ends, so that the order does not depend on how they were found. */
static gint
compare_claims(gconstpointer a, gconstpointer b)
{
  const KithClaim *x = *(const KithClaim *const *)a, *y = *(const KithClaim *const *)b;
  const guint64 keys[][2] = {{x->sentence, y->sentence}, {x->trigger.begin, y->trigger.begin},
                             {x->class, y->class},       {x->source, y->source},
                             {x->target, y->target},     {x->trigger.end, y->trigger.end},
                             {x->polarity, y->polarity}, {x->modality, y->modality}};
  for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

KithClaims *
kith_claims_find(const KithDocument *document, const KithEntities *entities, const KithLexicon *lexicon)
{
  KithClaims *claims = g_new0(KithClaims, 1);
  claims->claims = g_ptr_array_new_with_free_func(claim_free);
  guint n = document->sentences->len;
  g_autofree KithScene **scenes = g_new0(KithScene *, MAX(n, 1));
  for (guint i = 0; i < n; i++) {
    scenes[i] = kith_scene_new(document, entities, lexicon, i, claims->claims);
    if (scenes[i] != NULL)
      kith_standing_find(scenes[i]);
  }
  kith_standing_countries(entities, scenes, n);
  for (guint i = 0; i < n; i++)
    if (scenes[i] != NULL)
      kith_events_find(scenes[i]);
  for (guint i = 0; i < n; i++)
    kith_scene_free(scenes[i]);
  g_ptr_array_sort(claims->claims, compare_claims);
  return claims;
}

void
kith_claims_free(KithClaims *claims)
{
  if (claims == NULL)
    return;
  g_ptr_array_unref(claims->claims);
  g_free(claims);
}
