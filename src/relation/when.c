#include "relation/when.h"

#include <string.h>

#include "relation/dates.h"

/* Whether the predicate speaks of the future. */
static KithTense
tense_of(const KithScene *scene, gint predicate)
{
  const char *xpos = scene->words[predicate].xpos;
  gboolean future =
      kith_scene_child_lemma(scene, predicate, KITH_DEP_AUX, "will shall would 'll wo may might could can") >=
          0 ||
      kith_clause_is_infinitive(scene, predicate) ||
      (g_strcmp0(xpos, "VBG") == 0 && kith_tree_child(scene->tree, predicate, KITH_DEP_AUX) >= 0) ||
      ((g_strcmp0(xpos, "VBZ") == 0 || g_strcmp0(xpos, "VBP") == 0) &&
       kith_document_sentence(scene->document, scene->sentence)->kind == KITH_SENTENCE_BODY);
  for (gint c = kith_tree_first(scene->tree, predicate); c >= 0 && future; c = kith_tree_next(scene->tree, c))
    if (kith_scene_universal(scene, c) == KITH_DEP_AUX &&
        (kith_scene_lemma_in(scene, c, "have") || g_ascii_strncasecmp(scene->words[c].form, "w", 1) == 0) &&
        !kith_scene_lemma_in(scene, c, "will would wo"))
      future = FALSE; /* "has been", "was meeting" */
  return future ? KITH_TENSE_FUTURE : KITH_TENSE_PAST;
}

/* The predicate whose clause a word stands in. */
static gint
clause_of(const KithScene *scene, gint word)
{
  for (guint i = 0; i < 3 * KITH_MAX_CLIMB && word >= 0; i++) {
    gint head = kith_scene_head(scene, word);
    if (kith_clause_is_predicate(scene, word) || head < 0)
      return word;
    word = head;
  }
  return word;
}

/* How well an expression dates the predicate: its own adverbial first, what is inside a noun's phrase later,
 * a duration last; 0 for not at all. */
static guint
weigh(const KithScene *scene, gint predicate, const KithTimeWords *time)
{
  gint head = -1;
  for (gint i = time->begin; i < time->end; i++) {
    gint above = kith_scene_head(scene, i);
    if (above < time->begin || above >= time->end) {
      head = i;
      if (above == predicate)
        break;
    }
  }
  if (head < 0 || clause_of(scene, head) != predicate)
    return 0;
  KithDeprel rel = kith_scene_universal(scene, head);
  if (kith_scene_rel(scene, head) == KITH_DEP_NMOD_POSS)
    return time->span ? 0 : 1;
  guint weight = kith_scene_head(scene, head) == predicate ? 8 : 4;
  if (rel == KITH_DEP_OBL || rel == KITH_DEP_ADVMOD)
    weight++;
  return time->span ? weight - 3 : weight;
}

/* Whether a duration is how long it takes, not how old or how long something is: "for", none, or the object.
 */
static gboolean
is_duration(const KithScene *scene, const KithTimeWords *time)
{
  if (!time->span)
    return TRUE;
  if (time->begin > 0 && scene->words[time->begin - 1].upos == KITH_ADP)
    return kith_scene_lemma_in(scene, time->begin - 1, "for over throughout");
  if (time->end < (gint)scene->n &&
      (kith_scene_lemma_in(scene, time->end, "after before later earlier old since") ||
       strcmp(scene->words[time->end].form, "-") == 0 || scene->words[time->end].upos == KITH_NOUN ||
       (scene->words[time->end].upos == KITH_ADP && kith_scene_lemma_in(scene, time->end,
                                                                        "of in"
                                                                        "to"))))
    return FALSE;
  return TRUE;
}

/* The time said in the predicate's own clause. */
static char *
time_below(const KithScene *scene, gint predicate)
{
  KithTense tense = tense_of(scene, predicate);
  char *best = NULL;
  guint weight = 0;
  for (gint i = scene->tree->left[predicate]; i <= scene->tree->right[predicate]; i++) {
    KithTimeWords time = {0};
    if (!kith_dates_read(scene, i, tense, &time))
      continue;
    guint here = is_duration(scene, &time) ? weigh(scene, predicate, &time) : 0;
    if (here > weight) {
      weight = here;
      g_free(best);
      best = time.value;
    } else {
      g_free(time.value);
    }
    i = time.end - 1;
  }
  return best;
}

char *
kith_when(const KithScene *scene, gint predicate)
{
  gint at = predicate;
  for (guint i = 0; i < 3 && at >= 0; i++) {
    char *time = time_below(scene, at);
    if (time != NULL)
      return time;
    KithDeprel rel = kith_scene_universal(scene, at);
    if (rel != KITH_DEP_XCOMP && rel != KITH_DEP_OBJ && rel != KITH_DEP_CONJ && rel != KITH_DEP_OBL)
      return NULL;
    at = kith_scene_head(scene, at);
  }
  return NULL;
}

guint
kith_where(const KithScene *scene, gint predicate, guint source, guint target)
{
  gint at = predicate;
  for (guint i = 0; i < 2 && at >= 0; i++) {
    for (gint c = kith_tree_first(scene->tree, at); c >= 0; c = kith_tree_next(scene->tree, c)) {
      const char *prep = kith_scene_prep(scene, c);
      const KithEntity *place = kith_scene_entity_at(scene, c);
      guint entity = kith_scene_entity(scene, c);
      if (prep != NULL && place != NULL && (strcmp(prep, "in") == 0 || strcmp(prep, "at") == 0) &&
          entity != source && entity != target &&
          (place->type == KITH_ACTOR_PLACE || place->type == KITH_ACTOR_COUNTRY))
        return entity;
    }
    KithDeprel rel = kith_scene_universal(scene, at);
    at = rel == KITH_DEP_XCOMP || rel == KITH_DEP_OBJ ? kith_scene_head(scene, at) : -1;
  }
  return KITH_NONE;
}
