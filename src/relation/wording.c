#include "relation/wording.h"

#include <string.h>

enum { SHORT = 4 };

gboolean
kith_wording_is_excepted(const KithScene *scene, gint c)
{
  const gint not = kith_scene_child_lemma(scene, c, KITH_DEP_ADVMOD, "not");
  return not >= 0 && not < c &&
         not == scene->tree->left[c] + (scene->words[scene->tree->left[c]].upos == KITH_PUNCT);
}

/* Whether a word belongs to the order of words alone: "Did they leave?", "not only did they leave". */
static gboolean
is_unsaid(const KithScene *scene, gint predicate, gint c)
{
  if (kith_scene_universal(scene, c) == KITH_DEP_AUX && strcmp(scene->lemmas[c], "do") == 0) {
    const gint subject = kith_tree_child_universal(scene->tree, predicate, KITH_DEP_NSUBJ);
    return subject > c && subject < predicate;
  }
  return c + 1 < (gint)scene->n && strcmp(scene->lemmas[c], "not") == 0 &&
         kith_scene_lemma_in(scene, c + 1, "only just merely simply");
}

/* Whether an adverb stands between the subject and the copula: "has long been mayor". */
static gboolean
is_inside(const KithScene *scene, gint predicate, gint c)
{
  const gint subject = kith_tree_child_universal(scene->tree, predicate, KITH_DEP_NSUBJ);
  return subject >= 0 && subject < c && c < kith_tree_child(scene->tree, predicate, KITH_DEP_COP) &&
         kith_tree_first(scene->tree, c) < 0;
}

void
kith_wording_conjuncts(const KithScene *scene, gint word, GArray *words)
{
  g_array_append_val(words, word);
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_CONJ && !kith_clause_is_predicate(scene, c) &&
        !kith_phrase_is_firm(scene, c) && !kith_wording_is_excepted(scene, c))
      g_array_append_val(words, c);
}

gint
kith_wording_governor(const KithScene *scene, gint predicate)
{
  for (guint i = 0; i < KITH_MAX_CLIMB && kith_scene_rel(scene, predicate) == KITH_DEP_CONJ &&
                    kith_tree_child_universal(scene->tree, predicate, KITH_DEP_NSUBJ) < 0;
       i++)
    predicate = kith_scene_head(scene, predicate);
  KithDeprel rel = kith_scene_rel(scene, predicate);
  gint head = kith_scene_head(scene, predicate);
  if (head < 0 || (scene->words[head].upos != KITH_VERB && scene->words[head].upos != KITH_ADJ) ||
      kith_tree_child_universal(scene->tree, predicate, KITH_DEP_NSUBJ) >= 0)
    return -1;
  if (rel == KITH_DEP_XCOMP)
    return head;
  /* "flew to thank", "accused of hiding" */
  gboolean gerund = g_strcmp0(scene->words[predicate].xpos, "VBG") == 0 &&
                    kith_scene_child_lemma(scene, predicate, KITH_DEP_MARK, "of from for") >= 0;
  return rel == KITH_DEP_ADVCL && predicate > head && scene->words[head].upos == KITH_VERB &&
                 (gerund || kith_clause_is_infinitive(scene, predicate))
             ? head
             : -1;
}

/* Whether two verbs have one form; participle and past are easily mixed up in a coordination. */
static gboolean
same_form(const KithScene *scene, gint verb, gint first)
{
  const char *a = scene->words[verb].xpos, *b = scene->words[first].xpos;
  return g_strcmp0(a, b) == 0 || (g_strcmp0(a, "VBD") == 0 && g_strcmp0(b, "VBN") == 0);
}

/* Marks the auxiliaries that a verb shares with the first of its coordination: "have praised and thanked". */
static void
mark_shared(const KithScene *scene, gint verb, gboolean *used)
{
  gint head = verb;
  for (guint i = 0; i < KITH_MAX_CLIMB && kith_scene_rel(scene, head) == KITH_DEP_CONJ &&
                    kith_tree_child_universal(scene->tree, head, KITH_DEP_NSUBJ) < 0 &&
                    kith_tree_child_universal(scene->tree, head, KITH_DEP_AUX) < 0;
       i++)
    head = kith_scene_head(scene, head);
  if (head < 0 || head == verb || !same_form(scene, verb, head))
    return;
  for (gint c = kith_tree_first(scene->tree, head); c >= 0 && c < head; c = kith_tree_next(scene->tree, c))
    if ((kith_scene_universal(scene, c) == KITH_DEP_AUX && !is_unsaid(scene, head, c)) ||
        (kith_scene_rel(scene, c) == KITH_DEP_MARK && scene->words[c].upos == KITH_PART &&
         kith_scene_child_lemma(scene, verb, KITH_DEP_MARK, "to") < 0))
      used[c] = TRUE;
}

gboolean
kith_wording_denies(const KithScene *scene, gint predicate, gint c)
{
  if (c > predicate)
    return FALSE;
  if (kith_scene_universal(scene, c) == KITH_DEP_OBL)
    return kith_scene_child_lemma(scene, c, KITH_DEP_DET, "no") >= 0 &&
           kith_scene_lemma_in(scene, c,
                               "circumstance circumstances way means mean account condition time point");
  return scene->tree->left[c] < c && kith_scene_lemma_in(scene, scene->tree->left[c], "never") &&
         scene->tree->right[c] == c;
}

void
kith_wording_mark(const KithScene *scene, gint predicate, gboolean *used)
{
  gboolean verb = scene->words[predicate].upos == KITH_VERB;
  used[predicate] = used[predicate] || verb;
  for (gint c = kith_tree_first(scene->tree, predicate); c >= 0; c = kith_tree_next(scene->tree, c)) {
    KithDeprel rel = kith_scene_universal(scene, c);
    gboolean bare = kith_tree_first(scene->tree, c) < 0;
    if (is_unsaid(scene, predicate, c))
      continue;
    if (rel == KITH_DEP_AUX || rel == KITH_DEP_COP || kith_scene_rel(scene, c) == KITH_DEP_COMPOUND_PRT ||
        (rel == KITH_DEP_ADVMOD &&
         (kith_scene_lemma_in(scene, c, "not n't never also no longer") || is_inside(scene, predicate, c) ||
          (verb && bare &&
           (c == predicate - 1 || (c == predicate + 1 && scene->words[c].upos == KITH_ADP) ||
            (c == predicate + 1 && kith_scene_lemma_in(scene, c, "back away out off up down over")))))) ||
        (rel == KITH_DEP_MARK &&
         (scene->words[c].upos == KITH_PART ||
          (kith_wording_governor(scene, predicate) >= 0 && kith_scene_lemma_in(scene, c, "of from for")))))
      used[c] = TRUE;
    /* "was fired at by": a preposition without its noun */
    if (verb && bare && c == predicate + 1 && scene->words[c].upos == KITH_ADP && rel == KITH_DEP_OBL)
      used[c] = TRUE;
    if (kith_wording_denies(scene, predicate, c))
      for (gint i = scene->tree->left[c]; i < predicate; i++)
        if (kith_tree_dominates(scene->tree, c, i) && scene->words[i].upos != KITH_PUNCT)
          used[i] = TRUE;
  }
  if (verb)
    mark_shared(scene, predicate, used);
}

void
kith_wording_mark_object(const KithScene *scene, gint object, gboolean *used)
{
  kith_phrase_mark(scene, object, used);
  for (gint c = kith_tree_first(scene->tree, object); c >= 0; c = kith_tree_next(scene->tree, c)) {
    gboolean named = FALSE;
    for (gint i = scene->tree->left[c]; i <= scene->tree->right[c]; i++)
      named = named || scene->words[i].name != KITH_NAME_NONE;
    if (c < object || !named || kith_scene_rel(scene, c) != KITH_DEP_NMOD)
      continue;
    for (gint i = scene->tree->left[c]; i <= scene->tree->right[c]; i++)
      used[i] = FALSE;
  }
}

gboolean
kith_wording_is_light(const KithScene *scene, gint object)
{
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  guint n = 0;
  if (object < 0 ||
      (scene->words[object].upos != KITH_NOUN && g_strcmp0(scene->words[object].xpos, "NNPS") != 0))
    return FALSE;
  kith_wording_mark_object(scene, object, used);
  for (guint i = 0; i < scene->n; i++) {
    n += used[i];
    if (used[i] && scene->words[i].name != KITH_NAME_NONE)
      return FALSE;
  }
  return n <= SHORT;
}

/* Marks the words of the relation: the predicate's and those of the verbs that it completes, up to the last
 * that is said of who. */
static void
mark_relation(const KithScene *scene, gint predicate, gint who, gboolean *used)
{
  gboolean reached = FALSE;
  for (guint i = 0; i < KITH_MAX_CLIMB && predicate >= 0; i++) {
    kith_wording_mark(scene, predicate, used);
    if (scene->words[predicate].upos == KITH_ADJ)
      used[predicate] = TRUE;
    gint above = kith_wording_governor(scene, predicate);
    reached = reached || kith_clause_surface_subject(scene, predicate) == who;
    if (above < 0 || (reached && kith_clause_surface_subject(scene, above) != who))
      return;
    gint object = kith_scene_rel(scene, predicate) == KITH_DEP_ADVCL
                      ? kith_tree_child(scene->tree, above, KITH_DEP_OBJ)
                      : -1;
    if (object > above && kith_wording_is_light(scene, object) && kith_clause_is_infinitive(scene, predicate))
      kith_phrase_mark(scene, object, used);
    predicate = above;
  }
}

char *
kith_wording_relation(const KithScene *scene, gint predicate, gint who, gint with, const char *last)
{
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  if (who >= 0)
    mark_relation(scene, predicate, who, used);
  else
    kith_wording_mark(scene, predicate, used);
  if (with >= 0)
    kith_wording_mark_object(scene, with, used);
  for (gint i = with >= 0 && kith_scene_universal(scene, with) == KITH_DEP_OBL ? scene->tree->left[with]
                                                                               : with;
       i < with; i++)
    used[i] = TRUE;
  g_autofree char *words = kith_words_marked(scene, used);
  return last != NULL ? g_strconcat(words, *words != '\0' ? " " : "", last, NULL) : g_steal_pointer(&words);
}
