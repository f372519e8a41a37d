#include <string.h>

#include "relation/events.h"

gboolean
kith_verb_passes_subject(const KithScene *scene, gint verb)
{
  if (kith_clause_pattern(scene, KITH_WORDS_LIGHT, verb) != NULL)
    return TRUE;
  const KithPattern *embed = kith_clause_pattern(scene, KITH_WORDS_EMBED, verb);
  if (embed != NULL && ((embed->flags & KITH_PATTERN_NEGATIVE) || embed->modality == KITH_PLANNED ||
                        kith_scene_lemma_in(scene, verb, "consider mull weigh contemplate ponder")))
    return TRUE;
  const KithPattern *pattern = kith_clause_pattern(scene, KITH_WORDS_VERB, verb);
  if (pattern != NULL && pattern->class != KITH_CLASS_REQUEST && pattern->class != KITH_CLASS_THREATEN &&
      pattern->class != KITH_CLASS_AGREE && pattern->class != KITH_CLASS_COOPERATE &&
      !(pattern->class == KITH_CLASS_CONSULT && pattern->preps == NULL))
    return FALSE;
  return pattern != NULL || embed != NULL;
}

static gint agent_above(const KithScene *scene, gint noun, KithClass class, gint *receiver, guint depth);

/* Who has the noun that this one depends on by a preposition. */
static gint
agent_of_noun(const KithScene *scene, gint noun, gint head, KithClass class, gint *receiver, guint depth)
{
  const char *prep = kith_scene_prep(scene, noun);
  /* "a round of talks": who has the one has the other */
  if (g_strcmp0(prep, "of") == 0 &&
      kith_scene_lemma_in(scene, head,
                          "round series set string wave campaign type kind sort form threat number"))
    return agent_above(scene, head, class, receiver, depth + 1);
  if (g_strcmp0(prep, "on") == 0 && kith_scene_lemma_in(scene, noun, "visit trip tour") &&
      kith_scene_entity(scene, head) != KITH_NONE)
    return head; /* "Ana Roe, on a visit to Chad" */
  if (prep == NULL || !(strcmp(prep, "in") == 0 || strcmp(prep, "of") == 0 || strcmp(prep, "for") == 0 ||
                        strcmp(prep, "to") == 0 || strcmp(prep, "at") == 0))
    return -1;
  if (class == KITH_CLASS_ASSAULT &&
      kith_scene_lemma_in(scene, head,
                          "support backing aid assistance help opposition objection contribution"))
    return -1; /* who helps a war, or is against it, does not wage it */
  guint entity = kith_scene_entity(scene, head);
  if (entity != KITH_NONE)
    return kith_scene_acts(scene, entity) && strcmp(prep, "of") != 0 ? head : -1;
  static const char *const givers[] = {"poss", "by", "from", "comp", "subj", NULL};
  KithArguments arguments;
  kith_noun_arguments(scene, head, &arguments);
  for (guint i = 0; givers[i] != NULL; i++)
    for (guint j = 0; j < arguments.n; j++)
      if (strcmp(arguments.items[j].slot, givers[i]) == 0)
        return arguments.items[j].word;
  return agent_above(scene, head, class, receiver, depth + 1);
}

/* Whether the verb says of its object that it did something: "blamed X for", "accused X of". */
static gboolean
blames(const KithScene *scene, gint verb)
{
  return kith_scene_lemma_in(
      scene, verb,
      "blame accuse condemn criticize criticise denounce convict suspect charge try jail sentence "
      "arrest punish sanction indict praise thank");
}

/* Whether a verb asks others for what its object names: "demanded the release of". */
static gboolean
is_asked(const KithScene *scene, gint noun, gint verb, KithClass class)
{
  const KithPattern *embed = kith_clause_pattern(scene, KITH_WORDS_EMBED, verb);
  return kith_scene_universal(scene, noun) == KITH_DEP_OBJ && embed != NULL &&
         embed->modality == KITH_DEMANDED &&
         (class == KITH_CLASS_CONCEDE || class == KITH_CLASS_COERCE || class == KITH_CLASS_RETREAT);
}

/* Whether a verb says that its subject did what it names or answers for: "claimed the attack", "claimed
 * responsibility for the attack". */
static gboolean
takes_credit(const KithScene *scene, gint verb, KithClass class)
{
  return class == KITH_CLASS_ASSAULT && kith_scene_lemma_in(scene, verb, "claim admit");
}

/* The end of a verb's phrase with "from"; -1. */
static gint
from_whom(const KithScene *scene, gint verb)
{
  KithArguments arguments;
  kith_clause_arguments(scene, verb, &arguments);
  for (guint i = 0; i < arguments.n; i++)
    if (strcmp(arguments.items[i].slot, "from") == 0)
      return arguments.items[i].word;
  return -1;
}

/* Whether a verb's subject is who fights in what a phrase beside it tells: "took the town after fierce
 * fighting with rebels", but not "died in". */
static gboolean
is_fought(const KithScene *scene, gint noun, gint verb, const char *prep)
{
  return kith_scene_lemma_in(scene, noun, "fighting battle clash skirmish combat gunfight firefight") &&
         (strcmp(prep, "after") == 0 || strcmp(prep, "following") == 0 || strcmp(prep, "in") == 0 ||
          strcmp(prep, "during") == 0) &&
         !kith_clause_is_passive(scene, verb) && kith_clause_object(scene, verb) >= 0 &&
         !kith_scene_lemma_in(scene, verb, "lose suffer flee leave say report see kill wound injure claim");
}

/* Who does what a verb's object or adverbial names. */
static gint
agent_of_verb(const KithScene *scene, gint noun, gint head, KithClass class, gint *receiver)
{
  KithDeprel rel = kith_scene_universal(scene, noun);
  const KithPattern *light = kith_clause_pattern(scene, KITH_WORDS_LIGHT, head);
  if (rel == KITH_DEP_OBL) {
    const char *prep = kith_scene_prep(scene, noun);
    const KithPattern *embed = kith_clause_pattern(scene, KITH_WORDS_EMBED, head);
    if (prep == NULL)
      return -1;
    if (strcmp(prep, "for") == 0 && kith_scene_lemma_in(scene, head, "responsible"))
      return kith_clause_subject(scene, head);
    if ((strcmp(prep, "for") == 0 || strcmp(prep, "of") == 0 || strcmp(prep, "over") == 0) &&
        blames(scene, head))
      return kith_clause_object(scene, head);
    gboolean meant = strcmp(prep, "without") == 0 ||
                     (light != NULL && kith_pattern_has(light->preps, prep)) ||
                     (embed != NULL && kith_pattern_has(embed->preps, prep));
    if (strcmp(prep, "on") == 0 && kith_scene_lemma_in(scene, noun, "visit trip tour"))
      return kith_clause_subject(scene, head); /* "said on a visit to Chad" */
    gboolean together = class == KITH_CLASS_CONSULT || class == KITH_CLASS_COOPERATE ||
                        class == KITH_CLASS_AGREE || class == KITH_CLASS_SUPPORT;
    if (!meant && !is_fought(scene, noun, head, prep) &&
        !(together &&
          (strcmp(prep, "in") == 0 || strcmp(prep, "for") == 0 || strcmp(prep, "at") == 0 ||
           strcmp(prep, "during") == 0 || strcmp(prep, "after") == 0 || strcmp(prep, "under") == 0 ||
           strcmp(prep, "through") == 0 || strcmp(prep, "before") == 0 || strcmp(prep, "following") == 0 ||
           strcmp(prep, "ahead of") == 0)))
      return -1;
    /* what is asked for is done by who is asked, not by who asks */
    if (embed != NULL && (embed->flags & KITH_PATTERN_OBJECT) && kith_pattern_has(embed->preps, prep) &&
        !together && class != KITH_CLASS_SANCTION)
      return kith_clause_object(scene, head);
  } else if (!kith_verb_passes_subject(scene, head) && !takes_credit(scene, head, class)) {
    return -1;
  } else if (is_asked(scene, noun, head, class)) {
    return from_whom(scene, head);
  }
  gint subject = kith_clause_subject(scene, head);
  if (subject < 0 && rel == KITH_DEP_OBL && light != NULL && kith_clause_is_passive(scene, head))
    subject = kith_clause_surface_subject(scene, head); /* "was involved in the attack" */
  if (rel == KITH_DEP_OBJ && light != NULL && (light->flags & KITH_PATTERN_RECEIVE)) {
    *receiver = subject;
    return from_whom(scene, head);
  }
  return subject == noun ? -1 : subject;
}

/* Whose deed its subject is said to be: "was blamed on", "is attributed to"; -1. */
static gint
blamed(const KithScene *scene, gint verb)
{
  KithArguments arguments;
  kith_clause_arguments(scene, verb, &arguments);
  for (guint i = 0; i < arguments.n; i++)
    if (strcmp(arguments.items[i].slot, "on") == 0 || strcmp(arguments.items[i].slot, "to") == 0)
      return arguments.items[i].word;
  return -1;
}

/* The doer of an event's noun by what it depends on: the subject of "hold talks", the people "in talks".
 * Under a verb of receiving the subject goes to *receiver. */
static gint
agent_above(const KithScene *scene, gint noun, KithClass class, gint *receiver, guint depth)
{
  gint head = kith_scene_head(scene, noun);
  if (depth > KITH_MAX_CLIMB)
    return -1;
  const gint helped = class == KITH_CLASS_ASSAULT ? kith_clause_helped(scene, noun) : -1;
  if (helped >= 0)
    return helped;
  gint subject = kith_tree_child_universal(scene->tree, noun, KITH_DEP_NSUBJ);
  if (subject >= 0)
    return kith_scene_antecedent(scene, subject);
  for (gint c = kith_tree_first(scene->tree, noun); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_ACL_RELCL && scene->words[c].upos == KITH_VERB &&
        kith_verb_passes_subject(scene, c) && kith_clause_object(scene, c) == noun)
      return kith_clause_subject(scene, c);
  if (head < 0)
    return -1;
  switch (kith_scene_universal(scene, noun)) {
  case KITH_DEP_OBJ:
  case KITH_DEP_OBL:
  case KITH_DEP_XCOMP:
    return scene->words[head].upos == KITH_VERB || scene->words[head].upos == KITH_ADJ
               ? agent_of_verb(scene, noun, head, class, receiver)
               : -1;
  case KITH_DEP_NSUBJ:
    if (kith_scene_rel(scene, noun) == KITH_DEP_NSUBJ_PASS &&
        kith_scene_lemma_in(scene, head, "blame attribute"))
      return blamed(scene, head);
    if (kith_scene_rel(scene, noun) == KITH_DEP_NSUBJ_PASS &&
        (kith_verb_passes_subject(scene, head) || takes_credit(scene, head, class)))
      return kith_clause_subject(scene, head);
    return -1;
  case KITH_DEP_NMOD:
    return agent_of_noun(scene, noun, head, class, receiver, depth);
  case KITH_DEP_CONJ: {
    if (scene->words[head].upos == KITH_VERB)
      return -1;
    gint doer = kith_tree_child(scene->tree, head, KITH_DEP_NMOD_POSS);
    return doer >= 0 ? doer : agent_above(scene, head, class, receiver, depth + 1);
  }
  default:
    return -1;
  }
}

gint
kith_noun_agent(const KithScene *scene, gint noun, KithClass class, gint *receiver)
{
  return agent_above(scene, noun, class, receiver, 0);
}
