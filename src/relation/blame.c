#include "relation/blame.h"

#include <string.h>

#include "relation/clause.h"
#include "relation/ends.h"

/* Whether a sentence has a claim of a class by a predicate. */
static gboolean
is_told(const KithScene *scene, KithClass class, gint predicate)
{
  for (guint i = 0; i < scene->claims->len; i++) {
    const KithClaim *claim = g_ptr_array_index(scene->claims, i);
    if (claim->sentence == scene->sentence && claim->class == class && claim->predicate == (guint)predicate)
      return TRUE;
  }
  return FALSE;
}

/* Adds the doers of an act with this noun in the next sentences. */
static void
find_doers(KithScene *const *scenes, guint n, guint at, const char *noun, GArray *found)
{
  enum { AHEAD = 2 };
  const GPtrArray *claims = scenes[at]->claims;
  for (guint i = 0; i < claims->len; i++) {
    const KithClaim *claim = g_ptr_array_index(claims, i);
    if (claim->sentence <= at || claim->sentence > at + AHEAD || claim->sentence >= n ||
        claim->class != KITH_CLASS_ASSAULT || claim->polarity == KITH_NEGATIVE ||
        claim->modality != KITH_ACTUAL ||
        scenes[claim->sentence]->words[claim->predicate].upos != KITH_NOUN ||
        strcmp(scenes[claim->sentence]->lemmas[claim->predicate], noun) != 0)
      continue;
    if (!kith_entities_have(found, claim->source))
      g_array_append_val(found, claim->source);
  }
}

void
kith_blame_find(KithScene *const *scenes, guint n, guint at)
{
  const KithScene *scene = scenes[at];
  for (gint verb = 0; verb < (gint)scene->n; verb++) {
    const gint act = kith_scene_lemma_in(scene, verb, "condemn denounce deplore decry") &&
                             scene->words[verb].upos == KITH_VERB && !kith_clause_is_passive(scene, verb)
                         ? kith_clause_object(scene, verb)
                         : -1;
    const gint subject = act >= 0 ? kith_clause_subject(scene, verb) : -1;
    if (subject < 0 || is_told(scene, KITH_CLASS_ACCUSE, verb))
      continue;
    g_autoptr(GArray) sources = kith_entities_none(), targets = kith_entities_none();
    kith_scene_resolve(scene, subject, sources);
    find_doers(scenes, n, at, scene->lemmas[act], targets);
    KithClaimParts parts = {.class = KITH_CLASS_ACCUSE,
                            .predicate = verb,
                            .with = -1,
                            .prep = -1,
                            .status = -1,
                            .modality = KITH_N_MODALITIES,
                            .confidence = 0.6};
    if (targets->len == 1)
      kith_claims_add(scene, &parts, sources, targets);
  }
}
