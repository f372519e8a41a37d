#include "relation/demands.h"

#include <string.h>

#include "relation/clause.h"
#include "relation/ends.h"

static const char obliging[] = "should must ought";

gboolean
kith_demand_is(const KithScene *scene, gint clause)
{
  if (scene->words[clause].upos == KITH_ADJ) /* "must be ready to talk" */
    return kith_tree_child(scene->tree, clause, KITH_DEP_COP) >= 0 &&
           kith_scene_child_lemma(scene, clause, KITH_DEP_AUX, obliging) >= 0;
  return scene->words[clause].upos == KITH_VERB && !kith_clause_is_passive(scene, clause) &&
         (kith_scene_child_lemma(scene, clause, KITH_DEP_AUX, obliging) >= 0 ||
          (kith_scene_lemma_in(scene, clause, "need have") &&
           kith_tree_child(scene->tree, clause, KITH_DEP_XCOMP) >= 0 &&
           kith_tree_child(scene->tree, clause, KITH_DEP_OBJ) < 0));
}

/* The clause behind "it is essential", "it is important for Chad to pay"; -1. */
static gint
needed(const KithScene *scene, gint adjective)
{
  static const char needful[] = "essential vital crucial imperative important necessary critical urgent";
  if (scene->words[adjective].upos != KITH_ADJ || !kith_scene_lemma_in(scene, adjective, needful) ||
      kith_tree_child(scene->tree, adjective, KITH_DEP_COP) < 0)
    return -1;
  for (gint c = kith_tree_first(scene->tree, adjective); c >= 0; c = kith_tree_next(scene->tree, c))
    if (c > adjective && scene->words[c].upos == KITH_VERB && !kith_clause_is_passive(scene, c) &&
        (kith_scene_universal(scene, c) == KITH_DEP_CSUBJ ||
         kith_scene_universal(scene, c) == KITH_DEP_CCOMP ||
         kith_scene_universal(scene, c) == KITH_DEP_ADVCL))
      return c;
  return -1;
}

/* Whether a clause is no statement: a question, "should Chad pay, ...", "must have paid", "if Chad must". */
static gboolean
is_doubtful(const KithScene *scene, gint clause, gint subject, gint modal)
{
  const gint have = kith_scene_child_lemma(scene, clause, KITH_DEP_AUX, "have");
  const char *mark = kith_clause_mark(scene, clause);
  return strcmp(scene->words[scene->n - 1].form, "?") == 0 || subject > modal ||
         (have > modal && modal >= 0) || (*mark != '\0' && strcmp(mark, "that") != 0);
}

guint
kith_demands_add(const KithScene *scene, gint predicate, guint speaker)
{
  gint clause = predicate, carrier = predicate, with = -1;
  if (kith_demand_is(scene, predicate)) {
    carrier = kith_scene_child_lemma(scene, predicate, KITH_DEP_AUX, obliging);
    with = carrier >= 0 ? predicate : kith_tree_child(scene->tree, predicate, KITH_DEP_XCOMP);
    carrier = carrier >= 0 ? carrier : predicate;
  } else if ((clause = needed(scene, predicate)) < 0)
    return 0;
  const gint subject = kith_clause_subject(scene, clause);
  if (subject < 0 ||
      (scene->words[subject].upos == KITH_PRON && kith_scene_lemma_in(scene, subject, "we i you")) ||
      (clause == predicate && is_doubtful(scene, clause, subject, carrier)))
    return 0;
  g_autoptr(GArray) sources = kith_entities_none(), targets = kith_entities_none();
  g_array_append_val(sources, speaker);
  kith_scene_resolve(scene, subject, targets);
  for (guint i = targets->len; i-- > 0;)
    if (!kith_scene_acts(scene, g_array_index(targets, guint, i)))
      g_array_remove_index(targets, i);
  KithClaimParts parts = {.class = KITH_CLASS_REQUEST,
                          .predicate = carrier,
                          .with = with,
                          .prep = -1,
                          .status = -1,
                          .modality = KITH_N_MODALITIES,
                          .confidence = 0.6};
  return kith_claims_add(scene, &parts, sources, targets);
}
