#include "relation/status.h"

#include <string.h>

#include "relation/speech.h"

/* What is gathered on the way up from a word. */
typedef struct {
  const KithScene *scene;
  gboolean negative;
  KithModality modality; /* KITH_N_MODALITIES: nothing said yet */
  gboolean own;          /* a "not" by the next word is that word's alone */
  gboolean will;         /* planned by "will" or "would" alone */
  gint from;             /* the word before on the way, whose own "no" is counted; -1 */
} Climb;

/* A first word on it stands; a demand around a plan makes it demanded. */
static void
set_modality(Climb *climb, KithModality modality)
{
  if (climb->modality == KITH_N_MODALITIES || (climb->modality == KITH_PLANNED && modality == KITH_DEMANDED))
    climb->modality = modality;
}

/* Whether a bill, a plan or the like is what the clause of word describes. */
static gboolean
describes_plan(const KithScene *scene, gint word)
{
  gint head = kith_scene_head(scene, word);
  return head >= 0 && kith_scene_rel(scene, word) == KITH_DEP_ACL_RELCL &&
         kith_scene_lemma_in(
             scene, head,
             "bill legislation law plan proposal deal agreement measure draft resolution scheme "
             "project pact treaty amendment idea package programme program strategy");
}

gboolean
kith_status_is_inverted(const KithScene *scene, gint word)
{
  gint subject = kith_tree_child_universal(scene->tree, word, KITH_DEP_NSUBJ);
  if (strcmp(scene->words[scene->n - 1].form, "?") == 0)
    return FALSE;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_universal(scene, c) == KITH_DEP_AUX || kith_scene_rel(scene, c) == KITH_DEP_COP) {
      g_autofree char *form = g_ascii_strdown(scene->words[c].form, -1);
      return c < subject && c == scene->tree->left[word] &&
             (strcmp(form, "had") == 0 || strcmp(form, "were") == 0 || strcmp(form, "should") == 0);
    }
  return FALSE;
}

/* Whether a clause is a condition: "if", "unless", "assuming that", "had they known". */
static gboolean
is_condition(const KithScene *scene, gint word)
{
  return kith_scene_child_lemma(scene, word, KITH_DEP_MARK, "if unless lest assuming provided supposing") >=
             0 ||
         kith_status_is_inverted(scene, word) ||
         (kith_scene_lemma_in(scene, word, "assume suppose provide") &&
          kith_scene_rel(scene, word) == KITH_DEP_ADVCL &&
          kith_tree_child(scene->tree, word, KITH_DEP_CCOMP) >= 0);
}

/* Whether the clause of word has a condition, or says what would have been. */
static gboolean
is_conditional(const KithScene *scene, gint word)
{
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_ADVCL && is_condition(scene, c))
      return TRUE;
  gint head = kith_scene_rel(scene, word) == KITH_DEP_CCOMP ? kith_scene_head(scene, word) : -1;
  for (gint c = head > word ? kith_tree_first(scene->tree, head) : -1; c >= 0 && c < word;
       c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_ADVCL && is_condition(scene, c))
      return TRUE; /* "If they left, he would stay, she said", hung on "said" */
  return kith_scene_child_lemma(scene, word, KITH_DEP_AUX, "have") >= 0;
}

/* "would": the future of what somebody said in the past, or of a plan; otherwise only possible. */
static KithModality
would(const KithScene *scene, gint word)
{
  return describes_plan(scene, word) || kith_scene_rel(scene, word) == KITH_DEP_CCOMP ? KITH_PLANNED
                                                                                      : KITH_POSSIBLE;
}

/* What "would" says of a verb: what somebody would like to do is planned, but what is done by saying so is
 * done: "would like to thank". */
static void
see_would(Climb *climb, gint verb)
{
  const KithScene *scene = climb->scene;
  const gint wished =
      kith_scene_lemma_in(scene, verb, "like love") ? kith_tree_child(scene->tree, verb, KITH_DEP_XCOMP) : -1;
  if (wished >= 0 &&
      kith_scene_lemma_in(scene, wished,
                          "thank congratulate welcome ask urge commend praise apologize apologise "
                          "express extend invite remind"))
    return;
  if (wished >= 0)
    set_modality(climb, KITH_PLANNED);
  else
    set_modality(climb, is_conditional(scene, verb) ? KITH_HYPOTHETICAL : would(scene, verb));
}

static void
see_auxiliary(Climb *climb, gint verb, gint aux)
{
  const KithScene *scene = climb->scene;
  if (kith_status_is_inverted(scene, verb))
    set_modality(climb, KITH_HYPOTHETICAL); /* "Should they leave, ..." */
  else if (kith_scene_lemma_in(scene, aux, "will shall 'll wo")) {
    climb->will = climb->modality == KITH_N_MODALITIES;
    set_modality(climb, KITH_PLANNED);
  } else if (kith_scene_lemma_in(scene, aux, "would 'd")) {
    if (strcmp(scene->lemmas[aux], "'d") != 0 || g_strcmp0(scene->words[verb].xpos, "VB") == 0)
      see_would(climb, verb);
  } else if (kith_scene_lemma_in(scene, aux, "can could may might ca"))
    set_modality(climb, KITH_POSSIBLE);
  else if (kith_scene_lemma_in(scene, aux, "should must ought need"))
    set_modality(climb, KITH_DEMANDED);
  else if (strcmp(scene->lemmas[aux], "be") == 0 && kith_clause_is_infinitive(scene, verb) &&
           !kith_scene_lemma_in(scene, verb, "blame")) /* "is to blame": has done it */
    set_modality(climb, KITH_PLANNED);
}

static void
see_adverb(Climb *climb, gint word)
{
  const KithScene *scene = climb->scene;
  gboolean only = word + 1 < (gint)scene->n && kith_scene_lemma_in(scene, word + 1, "only just merely");
  gboolean longer = kith_scene_lemma_in(scene, word, "longer long") &&
                    kith_scene_child_lemma(scene, word, KITH_DEP_ADVMOD, "no any") >= 0 &&
                    g_ascii_strncasecmp(scene->words[word].form, "longer", 6) == 0;
  if ((kith_scene_lemma_in(scene, word, "not n't never hardly barely neither nor no") && !only) ||
      (kith_scene_lemma_in(scene, word, "before again") &&
       kith_scene_child_lemma(scene, word, KITH_DEP_ADVMOD, "never") >= 0) ||
      (longer && kith_scene_child_lemma(scene, word, KITH_DEP_ADVMOD, "no") >= 0))
    climb->negative = !climb->negative;
  else if (kith_scene_lemma_in(scene, word,
                               "possibly potentially maybe perhaps allegedly supposedly purportedly"))
    set_modality(climb, KITH_POSSIBLE);
}

/* Whether "no" or the like stands before a noun. */
static gboolean
is_none(const KithScene *scene, gint noun)
{
  return kith_scene_child_lemma(scene, noun, KITH_DEP_DET, "no neither") >= 0 ||
         kith_scene_child_lemma(scene, noun, KITH_DEP_ADVMOD, "no not neither") >= 0 ||
         kith_scene_child_lemma(scene, noun, KITH_DEP_CC, "neither nor") >= 0 ||
         kith_scene_lemma_in(scene, noun, "nobody no-one none nothing");
}

/* Whether a set phrase denies the predicate: "by no means", "under no circumstances", "far from praising",
 * "has yet to". */
static gboolean
denied_by_phrase(const KithScene *scene, gint word)
{
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c)) {
    if (kith_scene_lemma_in(scene, c, "means mean way circumstance circumstances account condition") &&
        kith_scene_child_lemma(scene, c, KITH_DEP_DET, "no") >= 0)
      return TRUE;
  }
  gint left = scene->tree->left[word];
  gint far = kith_scene_head(scene, word);
  if (far >= 0 && strcmp(kith_clause_mark(scene, word), "from") == 0 &&
      kith_scene_lemma_in(scene, far, "far"))
    return TRUE;
  if (left + 1 < word && g_strcmp0(scene->words[word].xpos, "VBG") == 0 &&
      g_ascii_strcasecmp(scene->words[left].form, "far") == 0 && strcmp(scene->lemmas[left + 1], "from") == 0)
    return TRUE;
  gint head = kith_scene_head(scene, word);
  return head >= 0 && kith_scene_rel(scene, word) == KITH_DEP_XCOMP &&
         kith_clause_is_infinitive(scene, word) && kith_scene_lemma_in(scene, head, "have remain be") &&
         (kith_scene_child_lemma(scene, head, KITH_DEP_ADVMOD, "yet") >= 0 ||
          kith_scene_child_lemma(scene, word, KITH_DEP_ADVMOD, "yet") >= 0);
}

/* What stands by a predicate itself: auxiliaries, "not", "no" by its subject or object, "without", "if". */
static void
see_clause(Climb *climb, gint word)
{
  const KithScene *scene = climb->scene;
  gboolean before = climb->negative;
  if (kith_scene_rel(scene, word) == KITH_DEP_ADVCL && is_condition(scene, word))
    set_modality(climb, KITH_HYPOTHETICAL);
  const char *prep = kith_scene_prep(scene, word);
  gint head = kith_scene_head(scene, word);
  if (prep != NULL &&
      (strcmp(prep, "in case of") == 0 || strcmp(prep, "in the event of") == 0 ||
       (strcmp(prep, "of") == 0 && head >= 0 && kith_scene_lemma_in(scene, head, "event case") &&
        g_strcmp0(kith_scene_prep(scene, head), "in") == 0)))
    set_modality(climb, KITH_HYPOTHETICAL);
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c)) {
    KithDeprel rel = kith_scene_rel(scene, c);
    KithDeprel universal = kith_scene_universal(scene, c);
    if (rel == KITH_DEP_AUX)
      see_auxiliary(climb, word, c);
    else if (rel == KITH_DEP_ADVMOD || rel == KITH_DEP_CC_PRECONJ || rel == KITH_DEP_CC)
      see_adverb(climb, c);
    else if (rel == KITH_DEP_COP)
      see_auxiliary(climb, word, c);
    else if (c != climb->from &&
             (universal == KITH_DEP_NSUBJ || universal == KITH_DEP_OBJ || rel == KITH_DEP_DET) &&
             (is_none(scene, c) || (rel == KITH_DEP_DET && kith_scene_lemma_in(scene, c, "no neither"))))
      climb->negative = !climb->negative;
    else if (rel == KITH_DEP_CASE && kith_scene_lemma_in(scene, c, "due") &&
             scene->words[word].upos == KITH_VERB)
      set_modality(climb, KITH_PLANNED); /* "is due to meet" */
    else if ((rel == KITH_DEP_MARK || rel == KITH_DEP_CASE) &&
             (kith_scene_lemma_in(scene, c, "without instead") ||
              kith_scene_child_lemma(scene, c, KITH_DEP_ADVMOD, "never") >= 0)) /* "never before" */
      climb->negative = !climb->negative;
    else if (rel == KITH_DEP_MARK && kith_scene_lemma_in(scene, c, "if unless lest whether"))
      set_modality(climb, KITH_HYPOTHETICAL);
    else if (rel == KITH_DEP_AMOD && !kith_clause_is_predicate(scene, word)) {
      g_autofree char *form = g_ascii_strdown(scene->words[c].form, -1);
      static const char *const planned[] = {"planned",   "proposed", "future",   "upcoming", "forthcoming",
                                            "scheduled", "imminent", "intended", "looming",  NULL};
      if (kith_pattern_has(planned, form))
        set_modality(climb, KITH_PLANNED);
      else if (kith_scene_lemma_in(scene, c,
                                   "possible potential fear feared allege alleged suspect suspected likely"))
        set_modality(climb, KITH_POSSIBLE);
    }
  }
  if (denied_by_phrase(scene, word))
    climb->negative = !climb->negative;
  if (climb->own)
    climb->negative = before;
  climb->own = FALSE;
}

/* Auxiliaries and "not" stand by the first of several predicates. */
static gboolean
shares_auxiliary(const KithScene *scene, gint word)
{
  return kith_scene_rel(scene, word) == KITH_DEP_CONJ &&
         kith_tree_child_universal(scene->tree, word, KITH_DEP_NSUBJ) < 0 &&
         kith_tree_child(scene->tree, word, KITH_DEP_AUX) < 0 &&
         kith_tree_child(scene->tree, word, KITH_DEP_COP) < 0;
}

/* The entry that says what the governor of word makes of it; NULL. */
static const KithPattern *
embedding(const KithScene *scene, gint head)
{
  return kith_clause_pattern(scene, KITH_WORDS_EMBED, head);
}

/* Whether a verb says something of its own about what depends on it ("condemned attacks"). */
static gboolean
is_judgement(const KithScene *scene, gint head)
{
  return scene->words[head].upos == KITH_VERB && embedding(scene, head) == NULL &&
         kith_clause_pattern(scene, KITH_WORDS_LIGHT, head) == NULL &&
         kith_lexicon_get(scene->lexicon, KITH_WORDS_VERB, scene->lemmas[head]) != NULL;
}

/* Takes over what an embedding word says; negation only where it reaches down. */
static void
embed(Climb *climb, const KithPattern *pattern)
{
  if (pattern == NULL)
    return;
  if (pattern->flags & KITH_PATTERN_NEGATIVE)
    climb->negative = !climb->negative;
  if (pattern->modality == KITH_POSSIBLE && climb->modality == KITH_PLANNED && climb->will)
    climb->modality = KITH_POSSIBLE; /* "a risk that they will" */
  if (pattern->modality != KITH_N_MODALITIES && pattern->modality != KITH_ACTUAL)
    set_modality(climb, pattern->modality);
}

/* Whether the preposition that a verb asks for has a noun already ("calls for sanctions ... for giving"). */
static gboolean
has_phrase(const KithScene *scene, gint verb, const char *wanted)
{
  for (gint c = kith_tree_first(scene->tree, verb); c >= 0; c = kith_tree_next(scene->tree, c)) {
    const char *prep = kith_scene_universal(scene, c) == KITH_DEP_OBL ? kith_scene_prep(scene, c) : NULL;
    if (prep != NULL && strcmp(prep, wanted) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
kith_status_is_subjunctive(const KithScene *scene, gint word, gint head)
{
  const char *xpos = scene->words[word].xpos;
  if (scene->words[word].upos != KITH_VERB || kith_tree_child(scene->tree, word, KITH_DEP_AUX) >= 0 ||
      kith_tree_child(scene->tree, word, KITH_DEP_COP) >= 0 || kith_clause_mark(scene, word)[0] == '\0')
    return FALSE;
  if (g_strcmp0(xpos, "VB") == 0)
    return TRUE;
  gint subject = kith_tree_child_universal(scene->tree, word, KITH_DEP_NSUBJ);
  return g_strcmp0(xpos, "VBP") == 0 && subject >= 0 &&
         (g_strcmp0(scene->words[subject].xpos, "NN") == 0 ||
          g_strcmp0(scene->words[subject].xpos, "NNP") == 0) &&
         kith_tree_child(scene->tree, subject, KITH_DEP_CONJ) < 0 &&
         kith_scene_lemma_in(scene, head,
                             "insist demand urge ask propose recommend request require order suggest");
}

/* Whether somebody is wanted to do it: "want Berlin to sanction". */
static gboolean
is_wanted(const KithScene *scene, gint word, gint head)
{
  return kith_scene_lemma_in(scene, head, "want wish expect prefer like need require") &&
         (kith_tree_child(scene->tree, head, KITH_DEP_OBJ) >= 0 ||
          kith_tree_child_universal(scene->tree, word, KITH_DEP_NSUBJ) >= 0) &&
         kith_clause_is_infinitive(scene, word);
}

/* A clause's complement ("said that ..."): what its governor makes of it; the governor, or -1 where its own
 * status does not reach down. */
static gint
step_complement(Climb *climb, gint word, gint head)
{
  const KithScene *scene = climb->scene;
  const KithPattern *pattern = embedding(scene, head);
  if (pattern == NULL)
    return -1;
  if (kith_status_is_subjunctive(scene, word, head))
    set_modality(climb, KITH_DEMANDED); /* "insisted that they leave" */
  embed(climb, pattern);
  return pattern->flags & KITH_PATTERN_SPEECH ? -1 : head;
}

/* An adverbial clause: a purpose is planned, unless its governor asks somebody for it. */
static gint
step_adverbial(Climb *climb, gint word, gint head)
{
  const KithScene *scene = climb->scene;
  gint above = kith_scene_head(scene, head);
  if (above >= 0 && kith_scene_lemma_in(scene, head, "short") &&
      kith_scene_lemma_in(scene, above, "stop fall")) {
    climb->negative = !climb->negative; /* "stopped short of accusing" */
    return above;
  }
  const KithPattern *pattern = embedding(scene, head);
  if (kith_clause_is_infinitive(scene, word)) {
    if (pattern == NULL || !(pattern->flags & KITH_PATTERN_OBJECT)) {
      set_modality(climb, KITH_PLANNED);
      return -1;
    }
    embed(climb, pattern);
    return head;
  }
  const char *mark = kith_clause_mark(scene, word);
  if (pattern != NULL && pattern->particles != NULL && mark[0] == '\0' && word > head &&
      g_strcmp0(scene->words[word].xpos, "VBG") == 0) {
    embed(climb, pattern); /* "ruled out attacking" */
    return head;
  }
  if (scene->words[word].upos != KITH_VERB || pattern == NULL || pattern->preps == NULL ||
      !kith_pattern_has(pattern->preps, mark) || has_phrase(scene, head, mark))
    return -1;
  embed(climb, pattern);
  return head;
}

/* A clause that hangs on a noun: "plan to attack", "urged the rebels to leave". */
static gint
step_adnominal(Climb *climb, gint word, gint head)
{
  const KithScene *scene = climb->scene;
  gboolean infinitive = kith_clause_is_infinitive(scene, word);
  if (kith_scene_rel(scene, word) == KITH_DEP_ACL_RELCL ||
      (!infinitive && kith_clause_mark(scene, word)[0] == '\0'))
    return -1;
  gint above = kith_scene_head(scene, head);
  const KithPattern *asked = above >= 0 && kith_scene_entity(scene, head) != KITH_NONE && infinitive
                                 ? embedding(scene, above)
                                 : NULL;
  if (asked != NULL && (asked->flags & KITH_PATTERN_OBJECT)) {
    embed(climb, asked);
    return above;
  }
  const KithPattern *pattern = embedding(scene, head);
  if (!infinitive && kith_scene_lemma_in(scene, head, "event case eventuality") &&
      g_strcmp0(kith_scene_prep(scene, head), "in") == 0)
    set_modality(climb, KITH_HYPOTHETICAL); /* "in the event that" */
  if (is_none(scene, head) && kith_scene_lemma_in(scene, head, "doubt question"))
    return -1; /* "no doubt that": no doubt is left */
  if (pattern != NULL)
    embed(climb, pattern);
  else if (infinitive && !kith_clause_is_ranked(scene, head))
    set_modality(climb, KITH_PLANNED);
  return pattern == NULL && is_none(scene, head) ? -1
                                                 : head; /* "no ports to sail from" denies the ports alone */
}

/* One step up from word; the next word whose surroundings matter, or -1. */
static gint
step(Climb *climb, gint word)
{
  const KithScene *scene = climb->scene;
  gint head = kith_scene_head(scene, word);
  gboolean clause = kith_clause_is_predicate(scene, word);
  if (head >= 0 && clause && kith_scene_rel(scene, word) == KITH_DEP_CONJ && !shares_auxiliary(scene, word)) {
    word = head; /* what stands over the first of several predicates stands over all */
    head = kith_scene_rel(scene, word) == KITH_DEP_CONJ ? -1 : kith_scene_head(scene, word);
    clause = kith_clause_is_predicate(scene, word);
  }
  if (head < 0)
    return -1;
  switch (kith_scene_universal(scene, word)) {
  case KITH_DEP_XCOMP:
    if (is_wanted(scene, word, head) ||
        (kith_clause_is_infinitive(scene, word) && kith_scene_lemma_in(scene, head, "tell ask warn remind")))
      set_modality(climb, KITH_DEMANDED);
    embed(climb, embedding(scene, head));
    return head;
  case KITH_DEP_CCOMP:
    if (is_wanted(scene, word, head))
      set_modality(climb, KITH_DEMANDED);
    return step_complement(climb, word, head);
  case KITH_DEP_CSUBJ:
    return step_complement(climb, word, head);
  case KITH_DEP_ADVCL:
    return step_adverbial(climb, word, head);
  case KITH_DEP_ACL:
    return step_adnominal(climb, word, head);
  case KITH_DEP_CONJ:
    climb->own = clause && kith_scene_child_lemma(scene, word, KITH_DEP_CC, "or nor") < 0;
    return head;
  case KITH_DEP_OBJ:
  case KITH_DEP_OBL:
  case KITH_DEP_NMOD:
    if (clause || is_judgement(scene, head))
      return -1;
    /* to offer an apology is to apologise */
    if (!kith_scene_lemma_in(scene, head, "offer extend") ||
        !kith_scene_lemma_in(
            scene, word,
            "apology condolence condolences congratulation congratulations thanks praise sympathy "
            "tribute prayer blessing regret greeting"))
      embed(climb, embedding(scene, head));
    return kith_clause_is_predicate(scene, head) || kith_scene_universal(scene, word) == KITH_DEP_NMOD ? head
                                                                                                       : -1;
  case KITH_DEP_NSUBJ:
    return kith_scene_rel(scene, word) == KITH_DEP_NSUBJ_PASS ? head : -1;
  default:
    return -1;
  }
}

KithStatus
kith_status(const KithScene *scene, gint word)
{
  Climb climb = {.scene = scene, .negative = FALSE, .modality = KITH_N_MODALITIES, .from = -1};
  gint at = word;
  for (guint i = 0; i < KITH_MAX_CLIMB && at >= 0; i++) {
    see_clause(&climb, at);
    climb.from = at;
    at = step(&climb, at);
  }
  KithStatus status = {
      .polarity = climb.negative ? KITH_NEGATIVE : KITH_POSITIVE,
      .modality = climb.modality == KITH_N_MODALITIES ? KITH_ACTUAL : climb.modality,
      .attributed_to = kith_speech_speaker(scene, word),
  };
  return status;
}
