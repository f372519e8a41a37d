#include "relation/clause.h"

#include <string.h>

static gint subject_at(const KithScene *scene, gint predicate, gboolean logical, guint depth);

gboolean
kith_clause_is_passive(const KithScene *scene, gint verb)
{
  if (scene->words[verb].upos != KITH_VERB)
    return FALSE;
  const char *tag = scene->words[verb].xpos;
  gboolean finite =
      tag != NULL && (strcmp(tag, "VBD") == 0 || strcmp(tag, "VBZ") == 0 || strcmp(tag, "VBP") == 0);
  /* what only several do is not done to them, whatever a tagger has: "the two sides conferred" */
  if (kith_scene_lemma_in(scene, verb, "agree clash collaborate confer cooperate meet negotiate") &&
      kith_tree_child(scene->tree, verb, KITH_DEP_AUX_PASS) < 0 &&
      kith_tree_child(scene->tree, verb, KITH_DEP_NSUBJ_PASS) >= 0)
    return FALSE;
  for (gint c = kith_tree_first(scene->tree, verb); c >= 0; c = kith_tree_next(scene->tree, c)) {
    KithDeprel rel = kith_scene_rel(scene, c);
    if (rel == KITH_DEP_AUX_PASS || (rel == KITH_DEP_NSUBJ_PASS && !finite) || rel == KITH_DEP_CSUBJ_PASS ||
        (rel == KITH_DEP_OBL_AGENT && !finite))
      return TRUE;
  }
  const char *xpos = scene->words[verb].xpos;
  KithDeprel rel = kith_scene_rel(scene, verb);
  gint head = kith_scene_head(scene, verb);
  if (g_strcmp0(xpos, "VBD") == 0 && rel == KITH_DEP_ADVCL && scene->tree->left[verb] == verb && verb < head)
    return TRUE; /* "Denied a visa, she left": nothing else begins so */
  if (xpos == NULL || strcmp(xpos, "VBN") != 0)
    return FALSE;
  if (rel == KITH_DEP_CONJ && head >= 0 && scene->words[head].upos == KITH_VERB &&
      kith_tree_child_universal(scene->tree, verb, KITH_DEP_AUX) < 0 &&
      kith_tree_child(scene->tree, verb, KITH_DEP_OBJ) < 0)
    return kith_tree_child(scene->tree, head, KITH_DEP_AUX_PASS) >= 0;
  return (rel == KITH_DEP_ACL || rel == KITH_DEP_ADVCL) &&
         kith_tree_child_universal(scene->tree, verb, KITH_DEP_AUX) < 0;
}

gboolean
kith_clause_is_predicate(const KithScene *scene, gint word)
{
  return scene->words[word].upos == KITH_VERB || kith_tree_child(scene->tree, word, KITH_DEP_COP) >= 0;
}

gboolean
kith_clause_is_infinitive(const KithScene *scene, gint verb)
{
  if (g_strcmp0(scene->words[verb].xpos, "VBG") == 0)
    return FALSE;
  for (gint c = kith_tree_first(scene->tree, verb); c >= 0 && c < verb; c = kith_tree_next(scene->tree, c))
    if (scene->words[c].upos == KITH_PART && strcmp(scene->lemmas[c], "to") == 0)
      return TRUE;
  return FALSE;
}

const char *
kith_clause_mark(const KithScene *scene, gint word)
{
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_MARK ||
        (kith_scene_rel(scene, c) == KITH_DEP_CASE && scene->words[word].upos == KITH_VERB))
      return scene->lemmas[c];
  return "";
}

/* "Side by side", "hand in hand", whatever a tree makes of it. */
static gboolean
is_abreast(const KithScene *scene, gint word)
{
  return word + 2 < (gint)scene->n && kith_scene_lemma_in(scene, word, "side hand shoulder arm") &&
         scene->words[word + 1].upos == KITH_ADP && strcmp(scene->lemmas[word], scene->lemmas[word + 2]) == 0;
}

const char *
kith_clause_particle(const KithScene *scene, gint verb)
{
  gint prt = kith_tree_child(scene->tree, verb, KITH_DEP_COMPOUND_PRT);
  if (prt < 0)
    prt = kith_scene_child_lemma(
        scene, verb, KITH_DEP_ADVMOD,
        "away back out off up down short together aside forward along apart ahead over around aback "
        "alongside home abroad in on closely jointly");
  for (gint c = kith_tree_first(scene->tree, verb); c >= 0 && prt < 0; c = kith_tree_next(scene->tree, c))
    if (c > verb && is_abreast(scene, c))
      prt = c;
  return prt >= 0 ? scene->lemmas[prt] : NULL;
}

/* The noun that a relative or participial clause hangs on; -1. */
static gint
clause_noun(const KithScene *scene, gint verb)
{
  KithDeprel rel = kith_scene_rel(scene, verb);
  return rel == KITH_DEP_ACL_RELCL || rel == KITH_DEP_ACL ? kith_scene_head(scene, verb) : -1;
}

/* The word that a possessor, an agent or a compound names as the doer of a noun; -1. */
static gint
noun_doer(const KithScene *scene, gint noun)
{
  gint c = kith_tree_child(scene->tree, noun, KITH_DEP_NMOD_POSS);
  if (c >= 0)
    return c;
  for (c = kith_tree_first(scene->tree, noun); c >= 0; c = kith_tree_next(scene->tree, c)) {
    KithDeprel rel = kith_scene_universal(scene, c);
    if ((rel == KITH_DEP_COMPOUND || rel == KITH_DEP_AMOD) &&
        (kith_scene_entity(scene, c) != KITH_NONE || scene->land[c] != KITH_NONE))
      return c;
    if ((rel == KITH_DEP_NMOD || rel == KITH_DEP_OBL) && g_strcmp0(kith_scene_prep(scene, c), "by") == 0)
      return c;
  }
  return -1;
}

gboolean
kith_clause_is_ranked(const KithScene *scene, gint word)
{
  static const char ranks[] = "first second third last latest only next";
  if (kith_scene_lemma_in(scene, word, ranks))
    return TRUE;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0 && c < word; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_AMOD && kith_scene_lemma_in(scene, c, ranks))
      return TRUE;
  return FALSE;
}

/* Who is to do what a verb gives him time or leave for: "gave them two days to go"; -1. */
static gint
time_taker(const KithScene *scene, gint verb)
{
  gint taker = kith_scene_lemma_in(scene, verb, "give allow grant leave")
                   ? kith_tree_child(scene->tree, verb, KITH_DEP_IOBJ)
                   : -1;
  return taker >= 0 ? kith_scene_antecedent(scene, taker) : -1;
}

gint
kith_clause_helped(const KithScene *scene, gint noun)
{
  const gint head = kith_scene_head(scene, noun);
  if (!kith_scene_lemma_in(scene, noun, "fight battle war struggle campaign effort drive operation") ||
      g_strcmp0(kith_scene_prep(scene, noun), "in") != 0 || head < 0 ||
      kith_tree_child(scene->tree, noun, KITH_DEP_NMOD_POSS) >= 0)
    return -1;
  const gboolean verb = scene->words[head].upos == KITH_VERB;
  const KithPattern *pattern = kith_clause_pattern(scene, verb ? KITH_WORDS_VERB : KITH_WORDS_NOUN, head);
  const gboolean helps =
      pattern != NULL && (pattern->class == KITH_CLASS_SUPPORT || pattern->class == KITH_CLASS_AID);
  const gint object = verb ? kith_clause_object(scene, head) : head;
  if (verb && helps && object >= 0 && kith_scene_entity(scene, object) != KITH_NONE)
    return object;
  if (object < 0 || (!verb && !helps) ||
      !kith_scene_lemma_in(scene, object, "support help aid assistance backing solidarity"))
    return -1;
  for (gint c = kith_tree_first(scene->tree, object); c >= 0; c = kith_tree_next(scene->tree, c)) {
    const char *prep = kith_scene_universal(scene, c) == KITH_DEP_NMOD ? kith_scene_prep(scene, c) : NULL;
    if (prep != NULL && kith_scene_entity(scene, c) != KITH_NONE &&
        (strcmp(prep, "for") == 0 || strcmp(prep, "to") == 0 || strcmp(prep, "of") == 0))
      return c;
  }
  return -1;
}

/* Who does what an infinitive after a noun says ("attempts to remove"): the noun's doer, or who has it. */
static gint
infinitive_subject(const KithScene *scene, gint noun, guint depth)
{
  if (kith_clause_is_ranked(scene, noun) && kith_tree_child(scene->tree, noun, KITH_DEP_COP) >= 0)
    return subject_at(scene, noun, FALSE, depth + 1);
  if (kith_scene_entity(scene, noun) != KITH_NONE)
    return noun;
  const KithPattern *embed = kith_clause_pattern(scene, KITH_WORDS_EMBED, noun);
  for (gint c = embed != NULL && embed->modality == KITH_DEMANDED ? kith_tree_first(scene->tree, noun) : -1;
       c >= 0; c = kith_tree_next(scene->tree, c)) {
    const char *prep = kith_scene_universal(scene, c) == KITH_DEP_NMOD ? kith_scene_prep(scene, c) : NULL;
    if (prep != NULL && (strcmp(prep, "to") == 0 || strcmp(prep, "on") == 0 || strcmp(prep, "for") == 0))
      return c; /* who is asked: "an appeal to Rome to help" */
  }
  gint doer = noun_doer(scene, noun);
  if (doer < 0)
    doer = kith_clause_helped(scene, noun);
  if (doer >= 0)
    return doer;
  if (kith_tree_child(scene->tree, noun, KITH_DEP_COP) >= 0 && kith_scene_prep(scene, noun) != NULL)
    return subject_at(scene, noun, FALSE, depth + 1); /* "is under pressure to" */
  gint acl = kith_tree_child(scene->tree, noun, KITH_DEP_ACL);
  if (acl >= 0 && kith_clause_is_passive(scene, acl) && (doer = subject_at(scene, acl, TRUE, depth + 1)) >= 0)
    return doer;
  KithDeprel rel = kith_scene_universal(scene, noun);
  gint head = kith_scene_head(scene, noun);
  gint given = head >= 0 && rel == KITH_DEP_OBJ ? time_taker(scene, head) : -1;
  if (given >= 0)
    return given;
  if (head >= 0 &&
      (rel == KITH_DEP_OBJ || rel == KITH_DEP_OBL || rel == KITH_DEP_NSUBJ || rel == KITH_DEP_XCOMP))
    return subject_at(scene, head, TRUE, depth + 1);
  if (head >= 0 && (rel == KITH_DEP_NMOD || rel == KITH_DEP_CONJ))
    return infinitive_subject(scene, head, depth + 1);
  return -1;
}

/* The subject of an open complement: the governor's object under verbs that have one there, else its subject.
 */
static gint
controlled_subject(const KithScene *scene, gint head, guint depth)
{
  if (scene->words[head].upos != KITH_VERB && kith_tree_child(scene->tree, head, KITH_DEP_COP) < 0 &&
      scene->words[head].upos != KITH_ADJ)
    return infinitive_subject(scene, head, depth);
  if (!kith_scene_lemma_in(scene, head, "promise vow pledge threaten offer use spend take cost have")) {
    gint object = kith_tree_child(scene->tree, head, KITH_DEP_OBJ);
    if (object < 0)
      object = kith_tree_child(scene->tree, head, KITH_DEP_IOBJ);
    if (object >= 0)
      return kith_scene_antecedent(scene, object);
    const KithPattern *embed = kith_clause_pattern(scene, KITH_WORDS_EMBED, head);
    if (embed != NULL && (embed->flags & KITH_PATTERN_OBJECT) != 0 && embed->preps != NULL)
      for (gint c = kith_tree_first(scene->tree, head); c >= 0; c = kith_tree_next(scene->tree, c))
        if (kith_scene_universal(scene, c) == KITH_DEP_OBL) {
          const char *prep = kith_scene_prep(scene, c);
          if (prep != NULL && kith_pattern_has(embed->preps, prep))
            return c;
        }
  }
  return subject_at(scene, head, FALSE, depth);
}

/* The subject of a clause that hangs on another as its adverbial: "for providing" under an accusation is the
 * accused's doing. */
static gint
adverbial_subject(const KithScene *scene, gint predicate, gint head, guint depth)
{
  const char *mark = kith_clause_mark(scene, predicate);
  if (strcmp(mark, "against") == 0 && kith_scene_lemma_in(scene, head, "warn caution advise counsel")) {
    gint warned = kith_clause_object(scene, head); /* "warned them against going" */
    if (warned < 0)
      warned = kith_tree_child(scene->tree, head, KITH_DEP_IOBJ);
    return warned >= 0 ? kith_scene_antecedent(scene, warned) : subject_at(scene, head, FALSE, depth);
  }
  if (strcmp(mark, "for") == 0 || strcmp(mark, "from") == 0 || strcmp(mark, "of") == 0) {
    gint object = kith_tree_child(scene->tree, head, KITH_DEP_OBJ);
    if (object >= 0 &&
        (mark[0] == 'f' ||
         kith_scene_lemma_in(scene, head, "accuse suspect convict acquit clear absolve exonerate warn")))
      return kith_scene_antecedent(scene, object);
    if (kith_clause_is_passive(scene, head))
      return subject_at(scene, head, FALSE, depth);
    gint noun =
        kith_scene_child_lemma(scene, head, KITH_DEP_OBL, "sanction punishment penalty criticism praise");
    if (noun < 0 && object < 0)
      noun = scene->words[head].upos == KITH_NOUN ? head : -1;
    for (gint c = noun < 0 ? -1 : kith_tree_first(scene->tree, noun); c >= 0;
         c = kith_tree_next(scene->tree, c))
      if (kith_scene_universal(scene, c) == KITH_DEP_NMOD && kith_scene_entity(scene, c) != KITH_NONE)
        return c;
  }
  if (kith_clause_is_infinitive(scene, predicate) && time_taker(scene, head) >= 0)
    return time_taker(scene, head);
  const KithPattern *embed = kith_clause_pattern(scene, KITH_WORDS_EMBED, head);
  if (embed != NULL && (embed->flags & KITH_PATTERN_OBJECT) && kith_clause_is_infinitive(scene, predicate))
    return controlled_subject(scene, head, depth + 1);
  gint above = kith_scene_head(scene, head);
  if (above >= 0 && kith_scene_rel(scene, head) == KITH_DEP_XCOMP && scene->words[head].upos == KITH_ADJ)
    return controlled_subject(scene, above, depth + 1);             /* "found him guilty of taking bribes" */
  if (above >= 0 && kith_scene_rel(scene, head) == KITH_DEP_ADVMOD) /* "far from praising them, he ..." */
    return subject_at(scene, above, FALSE, depth + 1);
  if (!kith_clause_is_predicate(scene, head))
    return kith_scene_entity(scene, head) != KITH_NONE ? head : infinitive_subject(scene, head, depth);
  return subject_at(scene, head, FALSE, depth);
}

/* The verb whose subject does what a time is spent on: "spent two years negotiating"; -1. */
static gint
time_spender(const KithScene *scene, gint predicate, gint noun)
{
  if (g_strcmp0(scene->words[predicate].xpos, "VBG") != 0 ||
      !kith_scene_lemma_in(scene, noun,
                           "year month week day hour minute decade time part half night morning life career"))
    return -1;
  for (guint i = 0; i < KITH_MAX_CLIMB && noun >= 0; i++) {
    KithDeprel rel = kith_scene_universal(scene, noun);
    noun = kith_scene_head(scene, noun);
    if (noun >= 0 && scene->words[noun].upos == KITH_VERB)
      return rel == KITH_DEP_OBJ || rel == KITH_DEP_OBL ? noun : -1;
  }
  return -1;
}

/* Who speaks in a clause beside another, where a parser took the speaker for an apposition of the noun
 * before: "They left a mess, the owner, John Roe, told the paper"; -1. */
static gint
appositive_subject(const KithScene *scene, gint predicate)
{
  gint at = predicate - 1, found = -1;
  if (kith_tree_child(scene->tree, predicate, KITH_DEP_OBJ) > predicate &&
      !kith_scene_lemma_in(scene, predicate, "tell inform assure remind"))
    return -1; /* "said the minister" */
  while (at >= 0 && scene->words[at].upos == KITH_PUNCT)
    at--;
  for (guint i = 0; i < KITH_MAX_CLIMB && at >= 0; i++) {
    if (kith_scene_rel(scene, at) == KITH_DEP_APPOS)
      found = at;
    else if (kith_scene_universal(scene, at) != KITH_DEP_FLAT && kith_scene_rel(scene, at) != KITH_DEP_CONJ)
      break;
    at = kith_scene_head(scene, at);
  }
  return found;
}

/* What the clause gives where it has no subject of its own. */
static gint
inherited_subject(const KithScene *scene, gint predicate, gboolean logical, guint depth)
{
  gint head = kith_scene_head(scene, predicate);
  const gboolean cleft =
      scene->words[predicate].upos == KITH_PROPN || scene->words[predicate].upos == KITH_NOUN;
  if (head < 0 || (cleft && kith_tree_child(scene->tree, predicate, KITH_DEP_EXPL) >= 0))
    return -1; /* "it is Oslo that they left, he said" */
  switch (kith_scene_rel(scene, predicate)) {
  case KITH_DEP_CONJ:
    return subject_at(scene, head, logical && kith_clause_is_passive(scene, predicate), depth + 1);
  case KITH_DEP_XCOMP:
    return controlled_subject(scene, head, depth + 1);
  case KITH_DEP_PARATAXIS:
    return scene->words[predicate].upos == KITH_VERB && predicate > head
               ? appositive_subject(scene, predicate)
               : -1;
  case KITH_DEP_ADVCL:
    return adverbial_subject(scene, predicate, head, depth + 1);
  case KITH_DEP_CCOMP:
    return scene->words[head].upos == KITH_VERB ? subject_at(scene, head, FALSE, depth + 1) : -1;
  case KITH_DEP_ACL:
    if (time_spender(scene, predicate, head) >= 0)
      return subject_at(scene, time_spender(scene, predicate, head), FALSE, depth + 1);
    if (kith_clause_is_infinitive(scene, predicate) ||
        (kith_scene_entity(scene, head) == KITH_NONE && kith_clause_mark(scene, predicate)[0] != '\0'))
      return infinitive_subject(scene, head, depth + 1);
    return head;
  case KITH_DEP_ACL_RELCL:
    return head;
  default:
    return -1;
  }
}

/* Who is meant by "at the hands of": the word behind its "of"; -1. */
static gint
whose_hands(const KithScene *scene, gint hands)
{
  if (!kith_scene_lemma_in(scene, hands, "hand") || g_strcmp0(kith_scene_prep(scene, hands), "at") != 0)
    return -1;
  for (gint c = kith_tree_first(scene->tree, hands); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_NMOD && g_strcmp0(kith_scene_prep(scene, c), "of") == 0)
      return c;
  return -1;
}

/* The child that is the passive's agent; -1. */
static gint
agent_child(const KithScene *scene, gint verb)
{
  gint object = kith_tree_child(scene->tree, verb, KITH_DEP_OBJ);
  for (gint c = object > verb ? kith_tree_first(scene->tree, object) : -1; c >= 0;
       c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_NMOD && g_strcmp0(kith_scene_prep(scene, c), "by") == 0 &&
        kith_scene_entity(scene, c) != KITH_NONE &&
        (kith_clause_pattern(scene, KITH_WORDS_NOUN, object) == NULL ||
         kith_scene_lemma_in(scene, verb, "give grant offer award lend send hand pay")))
      return c; /* "denied a visa by Rome", "given a loan by Rome" */
  for (gint c = kith_tree_first(scene->tree, verb); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_OBL_AGENT ||
        (kith_scene_rel(scene, c) == KITH_DEP_OBL && g_strcmp0(kith_scene_prep(scene, c), "by") == 0 &&
         kith_scene_entity(scene, c) != KITH_NONE))
      return c;
    else if (whose_hands(scene, c) >= 0)
      return whose_hands(scene, c);
  return -1;
}

/* logical: who does it; otherwise the clause's grammatical subject. */
static gint
subject_at(const KithScene *scene, gint predicate, gboolean logical, guint depth)
{
  if (depth > KITH_MAX_CLIMB)
    return -1;
  if (logical && kith_clause_is_passive(scene, predicate)) {
    gint agent = agent_child(scene, predicate);
    gint head = kith_scene_head(scene, predicate);
    if (agent < 0 && kith_scene_lemma_in(scene, predicate, "base headquarter locate situate know"))
      return -1; /* "was founded by Roe and is based in Lima" */
    if (agent < 0 && kith_scene_rel(scene, predicate) == KITH_DEP_CONJ && head >= 0 &&
        kith_clause_is_passive(scene, head))
      agent = agent_child(scene, head);
    for (gint c = agent >= 0 ? -1 : kith_tree_first(scene->tree, predicate); c >= 0;
         c = kith_tree_next(scene->tree, c))
      if (kith_scene_rel(scene, c) == KITH_DEP_CONJ && agent < 0 && kith_clause_is_passive(scene, c) &&
          kith_tree_child_universal(scene->tree, c, KITH_DEP_NSUBJ) < 0)
        agent = agent_child(scene, c);
    return agent;
  }
  gint subject = -1;
  for (gint c = kith_tree_first(scene->tree, predicate); c >= 0; c = kith_tree_next(scene->tree, c)) {
    KithDeprel rel = kith_scene_universal(scene, c);
    if (rel == KITH_DEP_NSUBJ && kith_scene_rel(scene, c) != KITH_DEP_NSUBJ_OUTER && subject < 0)
      subject = c;
    if (rel == KITH_DEP_CSUBJ)
      return -1;
  }
  if (subject < 0 && scene->words[predicate].upos == KITH_VERB)
    for (gint c = kith_tree_first(scene->tree, predicate); c >= 0; c = kith_tree_next(scene->tree, c))
      if (kith_scene_rel(scene, c) == KITH_DEP_NSUBJ_OUTER)
        subject = c;
  return subject >= 0 ? kith_scene_antecedent(scene, subject)
                      : inherited_subject(scene, predicate, logical, depth);
}

gint
kith_clause_subject(const KithScene *scene, gint predicate)
{
  return subject_at(scene, predicate, TRUE, 0);
}

gint
kith_clause_surface_subject(const KithScene *scene, gint predicate)
{
  return subject_at(scene, predicate, FALSE, 0);
}

gint
kith_clause_first_conjunct(const KithScene *scene, gint word)
{
  for (guint i = 0; i < KITH_MAX_CLIMB && kith_scene_rel(scene, word) == KITH_DEP_CONJ; i++) {
    gint head = kith_scene_head(scene, word);
    if (head < 0)
      break;
    word = head;
  }
  return word;
}

/* Whether the relative clause of verb already says what its noun is in it: a pronoun, "where", or "that" as a
 * mark of a whole clause, which a parser may hang on the noun before it. */
static gboolean
relative_is_filled(const KithScene *scene, gint verb)
{
  if (kith_scene_child_lemma(scene, verb, KITH_DEP_ADVMOD, "where when why how") >= 0 ||
      kith_tree_child(scene->tree, verb, KITH_DEP_MARK) >= 0)
    return TRUE;
  for (gint i = scene->tree->left[verb]; i <= scene->tree->right[verb]; i++) {
    const gint noun = kith_scene_antecedent(scene, i);
    if (noun != i && !kith_tree_dominates(scene->tree, verb, noun)) /* no clause inside this one */
      return TRUE;
  }
  return FALSE;
}

/* The object that a verb shares with one further on in its coordination: "praised, thanked and rewarded
 * them"; -1. */
static gint
object_ahead(const KithScene *scene, gint verb, gint first)
{
  for (gint c = kith_tree_first(scene->tree, verb); c >= 0; c = kith_tree_next(scene->tree, c)) {
    /* "the firm hired, and its owner praised, the cook" */
    gint shared = kith_scene_rel(scene, c) == KITH_DEP_CONJ && scene->words[c].upos == KITH_VERB
                      ? kith_tree_child(scene->tree, c, KITH_DEP_OBJ)
                      : -1;
    if (shared > c && scene->words[c + 1].upos == KITH_PUNCT && scene->words[verb + 1].upos == KITH_PUNCT)
      return shared;
  }
  for (gint i = verb + 1; i < (gint)scene->n; i++) {
    guint8 upos = scene->words[i].upos;
    if (upos == KITH_PUNCT || upos == KITH_CCONJ || upos == KITH_ADV)
      continue;
    if (upos != KITH_VERB || kith_clause_first_conjunct(scene, i) != first ||
        kith_tree_child_universal(scene->tree, i, KITH_DEP_NSUBJ) >= 0)
      return -1;
    gint object = kith_tree_child(scene->tree, i, KITH_DEP_OBJ);
    if (object >= 0)
      return object > i ? object : -1;
  }
  return -1;
}

/* The object of a verb as it stands in the tree; -1. Beside a real one "that" only begins the clause. A name
 * right behind the verb is one too where a parser takes it for a measure: "raided Lima, police say". */
static gint
own_object(const KithScene *scene, gint verb)
{
  gint object = kith_tree_child(scene->tree, verb, KITH_DEP_OBJ);
  for (gint c = object; c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_OBJ && c > verb && object < verb &&
        kith_scene_lemma_in(scene, object, "that"))
      return c;
  if (object >= 0)
    return object == scene->tree->left[verb] && kith_scene_is_told(scene, verb) ? -1 : object;
  for (gint c = kith_tree_first(scene->tree, verb); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_OBL_UNMARKED && scene->tree->left[c] == verb + 1 &&
        scene->words[c].upos == KITH_PROPN && kith_scene_entity(scene, c) != KITH_NONE)
      return c;
  return -1;
}

gint
kith_clause_object(const KithScene *scene, gint verb)
{
  if (kith_clause_is_passive(scene, verb))
    return subject_at(scene, verb, FALSE, 0);
  gint object = own_object(scene, verb);
  if (object >= 0)
    return kith_scene_antecedent(scene, object);
  gint first = kith_clause_first_conjunct(scene, verb);
  if (first != verb && (object = kith_tree_child(scene->tree, first, KITH_DEP_OBJ)) > verb)
    return kith_scene_antecedent(scene, object);
  if ((object = object_ahead(scene, verb, first)) >= 0)
    return kith_scene_antecedent(scene, object);
  gint top = verb;
  while (kith_scene_rel(scene, top) == KITH_DEP_XCOMP && kith_scene_head(scene, top) >= 0)
    top = kith_scene_head(scene, top); /* ends: heads have no cycles */
  gint noun = clause_noun(scene, top);
  if (noun >= 0 && kith_scene_rel(scene, top) == KITH_DEP_ACL_RELCL && !kith_scene_is_told(scene, top) &&
      !relative_is_filled(scene, top) && kith_tree_child_universal(scene->tree, top, KITH_DEP_NSUBJ) >= 0)
    return noun;
  return -1;
}

static void
add(KithArguments *arguments, const char *slot, gint word)
{
  if (slot == NULL || word < 0 || arguments->n >= G_N_ELEMENTS(arguments->items))
    return;
  for (guint i = 0; i < arguments->n; i++)
    if (arguments->items[i].word == word && strcmp(arguments->items[i].slot, slot) == 0)
      return;
  KithArgument *item = &arguments->items[arguments->n++];
  item->slot = slot;
  item->word = word;
}

/* Whether a word is a weekday's or month's name. */
static gboolean
is_day(const KithScene *scene, gint word)
{
  return kith_scene_lemma_in(
      scene, word,
      "monday tuesday wednesday thursday friday saturday sunday january february march april "
      "june july august september october november december");
}

/* Adds the prepositional phrases of word (those that follow after, if after is a word). */
static void
add_oblique(const KithScene *scene, gint word, gint after, KithArguments *arguments)
{
  const char *before = NULL;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c)) {
    KithDeprel rel = kith_scene_universal(scene, c);
    if ((rel != KITH_DEP_OBL && rel != KITH_DEP_NMOD) || c < after)
      continue;
    if (kith_scene_rel(scene, c) == KITH_DEP_NMOD_POSS ||
        (kith_scene_rel(scene, c) == KITH_DEP_OBL_AGENT &&
         (scene->words[word].upos != KITH_VERB || kith_clause_is_passive(scene, word))))
      continue; /* but "stood by them" */
    const char *prep = kith_scene_prep(scene, c);
    if (prep == NULL && before != NULL && kith_tree_child(scene->tree, c, KITH_DEP_CC) >= 0)
      prep = before; /* "with A as well as B", hung on the verb */
    before = prep;
    gint target = kith_scene_antecedent(scene, c);
    add(arguments, prep, target);
    add(arguments, "by", whose_hands(scene, c));
    gboolean when = is_day(scene, c) || scene->words[c].upos == KITH_NUM;
    for (gint d = when ? kith_tree_first(scene->tree, c) : -1; d >= 0; d = kith_tree_next(scene->tree, d))
      if (kith_scene_rel(scene, d) == KITH_DEP_NMOD && d > c) /* "talks on Monday between them" */
        add(arguments, kith_scene_prep(scene, d), d);
    for (gint d = kith_tree_first(scene->tree, c); d >= 0; d = kith_tree_next(scene->tree, d))
      if (kith_scene_rel(scene, d) == KITH_DEP_CONJ && prep != NULL) {
        const char *other = kith_scene_prep(scene, d);
        if (other != NULL && strcmp(other, prep) != 0)
          add(arguments, other, d);
      }
  }
}

/* Adds what a preposition without its noun belongs to: "was fired at", "the boat that they fired on". */
static void
add_stranded(const KithScene *scene, gint predicate, KithArguments *arguments)
{
  gint prep = predicate + 1;
  if (prep >= (gint)scene->n || scene->words[predicate].upos != KITH_VERB ||
      scene->words[prep].upos != KITH_ADP || kith_scene_head(scene, prep) != predicate ||
      kith_tree_first(scene->tree, prep) >= 0)
    return;
  KithDeprel rel = kith_scene_rel(scene, predicate);
  gint noun = -1;
  if (kith_clause_is_passive(scene, predicate))
    noun = kith_clause_surface_subject(scene, predicate);
  else if (rel == KITH_DEP_ACL_RELCL &&
           kith_tree_child_universal(scene->tree, predicate, KITH_DEP_NSUBJ) >= 0)
    noun = kith_scene_head(scene, predicate);
  add(arguments, scene->lemmas[prep], noun);
}

void
kith_clause_arguments(const KithScene *scene, gint predicate, KithArguments *arguments)
{
  arguments->n = 0;
  gboolean passive = kith_clause_is_passive(scene, predicate);
  add(arguments, "subj", kith_clause_subject(scene, predicate));
  if (scene->words[predicate].upos == KITH_VERB) {
    gint object = kith_clause_object(scene, predicate);
    add(arguments, "obj", object);
    gint inner = kith_tree_child(scene->tree, predicate, KITH_DEP_OBJ);
    if (passive && inner >= 0) {
      add(arguments, "theme", inner);
      add(arguments, "iobj", object);
    }
    gint recipient = kith_tree_child(scene->tree, predicate, KITH_DEP_IOBJ);
    add(arguments, "iobj", recipient);
    if (!passive && inner >= 0 &&
        (scene->words[inner].upos == KITH_SYM || scene->words[inner].upos == KITH_NUM))
      add(arguments, "obj", recipient); /* "fined Acme $2 million" */
  }
  add_stranded(scene, predicate, arguments);
  add(arguments, "xcomp", kith_tree_child(scene->tree, predicate, KITH_DEP_XCOMP));
  gint clause = kith_tree_child(scene->tree, predicate, KITH_DEP_CCOMP);
  if (clause >= 0)
    add(arguments, "clause", kith_tree_child_universal(scene->tree, clause, KITH_DEP_NSUBJ));
  add_oblique(scene, predicate, -1, arguments);
  gint first = kith_clause_first_conjunct(scene, predicate);
  if (first != predicate)
    add_oblique(scene, first, predicate, arguments);
  KithDeprel rel = kith_scene_rel(scene, predicate);
  gint noun = clause_noun(scene, predicate);
  if (noun >= 0 && rel == KITH_DEP_ACL_RELCL)
    for (gint c = kith_tree_first(scene->tree, predicate); c >= 0; c = kith_tree_next(scene->tree, c))
      if (kith_scene_rel(scene, c) == KITH_DEP_ADVMOD && kith_scene_lemma_in(scene, c, "where"))
        add(arguments, "in", noun);
}

/* Adds whose a thing is, or whose deed it is said to be, by a participle behind it: "goods belonging to
 * Acme", "an attack blamed on Acme". */
static void
add_participle(const KithScene *scene, gint participle, KithArguments *arguments)
{
  static const struct {
    const char *lemma, *prep, *slot;
  } ties[] = {{"belong", "to", "of"}, {"blame", "on", "by"}, {"attribute", "to", "by"}};
  for (guint i = 0; i < G_N_ELEMENTS(ties); i++)
    for (gint c = kith_scene_lemma_in(scene, participle, ties[i].lemma)
                      ? kith_tree_first(scene->tree, participle)
                      : -1;
         c >= 0; c = kith_tree_next(scene->tree, c))
      if (kith_scene_rel(scene, c) == KITH_DEP_OBL && g_strcmp0(kith_scene_prep(scene, c), ties[i].prep) == 0)
        add(arguments, ties[i].slot, c);
}

/* Whether a country's name before sanctions is theirs on whom they are: "new Chad sanctions". Letters are of
 * who imposes them: "EU sanctions". */
static gboolean
is_under(const KithScene *scene, gint noun, gint country)
{
  const KithEntity *entity = kith_scene_entity_at(scene, country);
  const gint sanctions = kith_scene_child_lemma(scene, noun, KITH_DEP_COMPOUND, "sanction embargo");
  return (sanctions >= 0 || kith_scene_lemma_in(scene, noun, "sanction embargo")) &&
         scene->words[country].upos == KITH_PROPN && entity != NULL && entity->type == KITH_ACTOR_COUNTRY &&
         g_ascii_islower(scene->words[country].form[1]);
}

void
kith_noun_arguments(const KithScene *scene, gint noun, KithArguments *arguments)
{
  arguments->n = 0;
  const gint of = noun;
  const gint list = kith_scene_head(scene, noun);
  if (kith_scene_rel(scene, noun) == KITH_DEP_COMPOUND && list > noun &&
      scene->words[list].upos == KITH_NOUN && kith_scene_lemma_in(scene, noun, "sanction embargo"))
    noun = list; /* "EU sanctions listings on Chad" */
  add(arguments, "poss", kith_tree_child(scene->tree, noun, KITH_DEP_NMOD_POSS));
  for (gint c = kith_tree_first(scene->tree, noun); c >= 0; c = kith_tree_next(scene->tree, c)) {
    KithDeprel rel = kith_scene_universal(scene, c);
    if ((rel == KITH_DEP_COMPOUND || rel == KITH_DEP_AMOD || kith_scene_rel(scene, c) == KITH_DEP_NMOD_DESC ||
         kith_scene_rel(scene, c) == KITH_DEP_NMOD_UNMARKED) &&
        c < noun && (kith_scene_entity(scene, c) != KITH_NONE || scene->land[c] != KITH_NONE))
      add(arguments, is_under(scene, of, c) ? "on" : "comp", c);
    if (kith_scene_rel(scene, c) == KITH_DEP_OBL_AGENT)
      add(arguments, "by", c);
    if (kith_scene_rel(scene, c) == KITH_DEP_ACL && g_strcmp0(scene->words[c].xpos, "VB") == 0 &&
        kith_tree_child(scene->tree, c, KITH_DEP_AUX) < 0) /* "the call for them to leave" */
      add(arguments, "clause", kith_tree_child_universal(scene->tree, c, KITH_DEP_NSUBJ));
    if (kith_scene_rel(scene, c) == KITH_DEP_ACL && kith_clause_is_passive(scene, c))
      add(arguments, "by", agent_child(scene, c));
    if (kith_scene_rel(scene, c) == KITH_DEP_ACL)
      add_participle(scene, c, arguments);
  }
  add_oblique(scene, noun, -1, arguments);
  gint first = kith_clause_first_conjunct(scene, noun);
  if (first != noun) {
    add_oblique(scene, first, noun, arguments);
    gint doer = kith_tree_child(scene->tree, first, KITH_DEP_NMOD_POSS);
    if (doer >= 0 && arguments->n == 0)
      add(arguments, "poss", doer);
  }
}

/* Whether the entry's particle, object and preposition stand by word. */
static gboolean
fits(const KithScene *scene, const KithPattern *pattern, gint word)
{
  guint8 upos = scene->words[word].upos;
  if ((pattern->flags & KITH_PATTERN_NOUN) && upos != KITH_NOUN && upos != KITH_PROPN)
    return FALSE;
  if (pattern->kind == KITH_WORDS_EMBED && pattern->particles == NULL && pattern->preps != NULL &&
      kith_tree_child(scene->tree, word, KITH_DEP_COMPOUND_PRT) >= 0)
    return FALSE; /* "called off talks on": not "called on" */
  if (pattern->particles != NULL) {
    const char *particle = kith_clause_particle(scene, word);
    if (particle == NULL || !kith_pattern_has(pattern->particles, particle))
      return FALSE;
  }
  if (pattern->objects != NULL) {
    gint object = kith_clause_object(scene, word);
    gint xcomp = kith_tree_child(scene->tree, word, KITH_DEP_XCOMP);
    if (xcomp >= 0 && kith_pattern_has(pattern->objects, scene->lemmas[xcomp]))
      object = xcomp;
    if (object < 0 || !kith_pattern_has(pattern->objects, scene->lemmas[object]))
      return FALSE;
  }
  if (pattern->preps == NULL)
    return TRUE;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c)) {
    KithDeprel rel = kith_scene_universal(scene, c);
    const char *prep =
        rel == KITH_DEP_OBL || rel == KITH_DEP_NMOD ? kith_scene_prep(scene, c)
        : (rel == KITH_DEP_ADVCL || rel == KITH_DEP_ACL || rel == KITH_DEP_XCOMP || rel == KITH_DEP_CCOMP) &&
                (!kith_clause_is_infinitive(scene, c) || strcmp(kith_clause_mark(scene, c), "for") == 0)
            ? kith_clause_mark(scene, c)
            : NULL;
    if (prep != NULL && kith_pattern_has(pattern->preps, prep))
      return TRUE;
  }
  return FALSE;
}

const KithPattern *
kith_clause_pattern(const KithScene *scene, KithWordsKind kind, gint word)
{
  const GPtrArray *entries = kith_lexicon_get(scene->lexicon, kind, scene->lemmas[word]);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (fits(scene, g_ptr_array_index(entries, i), word))
      return g_ptr_array_index(entries, i);
  return NULL;
}
