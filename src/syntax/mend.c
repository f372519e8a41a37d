#include "syntax/mend.h"

#include <string.h>

#include "syntax/mend-parts.h"
#include "text/ud.h"
#include "text/wordlist.h"

/* Past forms of irregular verbs that are taken for other verbs' or for none. */
static const struct {
  const char *form, *lemma;
} irregular[] = {
    {"awoke", "awake"},   {"bled", "bleed"},       {"dug", "dig"},           {"fed", "feed"},
    {"fled", "flee"},     {"forbidden", "forbid"}, {"froze", "freeze"},      {"frozen", "freeze"},
    {"knelt", "kneel"},   {"lent", "lend"},        {"overran", "overrun"},   {"rewrote", "rewrite"},
    {"shed", "shed"},     {"shot", "shoot"},       {"slew", "slay"},         {"slid", "slide"},
    {"struck", "strike"}, {"stuck", "stick"},      {"tore", "tear"},         {"torn", "tear"},
    {"trod", "tread"},    {"upheld", "uphold"},    {"withheld", "withhold"}, {"outbid", "outbid"},
};

/* "Norway suspended aid": a finite verb with a subject of its own that is taken for its object's adjective.
 */
static void
mend_finite(KithWord *words, guint n, gint verb)
{
  gint noun = words[verb].head;
  if (words[verb].deprel != KITH_DEP_AMOD || noun <= verb ||
      kith_mend_child(words, n, verb, KITH_DEP_NSUBJ) < 0 ||
      kith_mend_child(words, n, noun, KITH_DEP_NSUBJ) >= 0 ||
      kith_mend_child(words, n, noun, KITH_DEP_COP) >= 0)
    return;
  words[verb].head = words[noun].head;
  words[verb].deprel = words[noun].deprel;
  words[noun].head = verb;
  words[noun].deprel = KITH_DEP_OBJ;
  for (guint i = (guint)noun; i < MIN(n, (guint)noun + KITH_MEND_REACH); i++)
    if (words[i].head == noun && words[i].deprel == KITH_DEP_PUNCT)
      words[i].head = verb;
}

/* "the miner Acme denied": a description and a name behind it are one subject. */
static void
mend_subjects(KithWord *words, guint n, gint verb)
{
  gint noun = kith_mend_child(words, n, verb, KITH_DEP_NSUBJ);
  if (noun < 0 || words[noun].upos != KITH_NOUN)
    return;
  for (gint i = noun + 1; i < verb && i < noun + 4; i++) {
    if (words[i].head == verb && words[i].upos == KITH_PROPN &&
        kith_deprel_universal((KithDeprel)words[i].deprel) == KITH_DEP_NSUBJ) {
      words[i].head = noun;
      words[i].deprel = KITH_DEP_APPOS;
      return;
    }
    if (words[i].upos != KITH_PROPN)
      return;
  }
}

/* "it had armed": the auxiliary has no subject of its own. */
static void
mend_auxiliary(KithWord *words, gint word)
{
  gint aux = words[word].head;
  if (aux >= 0 && kith_deprel_universal((KithDeprel)words[word].deprel) == KITH_DEP_NSUBJ &&
      words[aux].upos == KITH_AUX && kith_deprel_universal((KithDeprel)words[aux].deprel) == KITH_DEP_AUX)
    words[word].head = words[aux].head;
}

/* "..., a witness told the court": a finite verb is the clause, not its subject's. */
static void
mend_reporting(KithWord *words, guint n, gint verb)
{
  gint noun = words[verb].head;
  if (words[verb].deprel != KITH_DEP_ACL || noun < 0 || noun >= verb ||
      words[noun].deprel != KITH_DEP_PARATAXIS ||
      (words[noun].upos != KITH_NOUN && words[noun].upos != KITH_PROPN) || words[verb].xpos == NULL ||
      !kith_mend_is_in(words[verb].xpos, "VBD VBZ VBP") ||
      kith_mend_child(words, n, verb, KITH_DEP_NSUBJ) >= 0)
    return;
  words[verb].head = words[noun].head;
  words[verb].deprel = KITH_DEP_PARATAXIS;
  words[noun].head = verb;
  words[noun].deprel = KITH_DEP_NSUBJ;
}

/* "told the court that he had left": what is told is no part of who is told, nor is it a relative clause. */
static void
mend_content(KithWord *words, guint n, gint verb)
{
  gint noun = words[verb].head;
  if ((words[verb].deprel != KITH_DEP_ACL_RELCL && words[verb].deprel != KITH_DEP_ACL) || noun < 0)
    return;
  gint mark = kith_mend_child(words, n, verb, KITH_DEP_MARK);
  if (mark < 0 || !kith_mend_is_in(words[mark].lemma, "that"))
    return;
  words[verb].deprel = KITH_DEP_ACL;
  gint teller = words[noun].head;
  if (teller >= 0 && teller < noun &&
      (words[noun].deprel == KITH_DEP_IOBJ || words[noun].deprel == KITH_DEP_OBJ) &&
      kith_mend_child(words, n, verb, KITH_DEP_NSUBJ) > mark &&
      kith_mend_child(words, n, teller, KITH_DEP_CCOMP) < 0 &&
      kith_mend_is_in(words[teller].lemma,
                      "tell inform assure warn convince persuade remind notify promise advise teach")) {
    words[verb].head = teller;
    words[verb].deprel = KITH_DEP_CCOMP;
  }
}

/* ", wrote the paper": a verb of speech before its subject, which is no object. */
static void
mend_inverted(KithWord *words, guint n, gint verb)
{
  gint object = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  if (verb == 0 || object <= verb || words[verb - 1].upos != KITH_PUNCT || words[verb].xpos == NULL ||
      (words[verb].deprel != KITH_DEP_CCOMP && words[verb].deprel != KITH_DEP_PARATAXIS) ||
      !kith_mend_is_in(words[verb].xpos, "VBD VBZ") || words[verb].head >= verb ||
      !kith_mend_is_in(
          words[verb].lemma,
          "say write report reply add argue warn claim complain recall ask announce insist explain "
          "note read declare state predict conclude") ||
      kith_mend_child(words, n, verb, KITH_DEP_NSUBJ) >= 0 ||
      kith_mend_child(words, n, verb, KITH_DEP_MARK) >= 0 ||
      kith_mend_child(words, n, verb, KITH_DEP_AUX) >= 0)
    return;
  words[verb].deprel = KITH_DEP_PARATAXIS;
  words[object].deprel = KITH_DEP_NSUBJ;
}

static void
mend_lemma(KithWord *word)
{
  for (guint i = 0; i < G_N_ELEMENTS(irregular); i++)
    if (g_ascii_strcasecmp(word->form, irregular[i].form) == 0)
      word->lemma = irregular[i].lemma;
}

/* "flew to Rome on Monday for talks", "spoke by telephone with her": what is done on a day or by a device is
 * no part of its name. */
static void
mend_day(KithWord *words, guint n, gint phrase)
{
  gint day = words[phrase].head;
  if (words[phrase].deprel != KITH_DEP_NMOD || day < 0 || day >= phrase || words[day].head < 0 ||
      kith_deprel_universal((KithDeprel)words[day].deprel) != KITH_DEP_OBL ||
      !kith_mend_is_in(
          words[day].lemma,
          "Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday today telephone phone"))
    return;
  gint preposition = kith_mend_child(words, n, phrase, KITH_DEP_CASE);
  if (preposition < 0 || kith_mend_is_in(words[preposition].lemma, "of 's"))
    return;
  words[phrase].head = words[day].head;
  words[phrase].deprel = KITH_DEP_OBL;
}

/* The noun that a participle at `verb` is an adjective of: the last of the nouns behind it; -1. */
static gint
noun_behind(const KithWord *words, guint n, gint verb)
{
  gint at = verb + 1;
  while (at < (gint)n && words[at].upos == KITH_ADJ)
    at++;
  if (at >= (gint)n || !kith_mend_is_nominal(&words[at]))
    return -1;
  while (at + 1 < (gint)n && kith_mend_is_nominal(&words[at + 1]))
    at++;
  return at;
}

/* What the relation of a phrase becomes when its noun takes the place of a participle; KITH_DEP_DEP: that
 * cannot be told. */
static KithDeprel
place_of(const KithWord *words, gint top, gint noun)
{
  const KithDeprel relation = kith_deprel_universal((KithDeprel)words[top].deprel);
  if (kith_mend_is_nominal(&words[top]) || top == noun)
    return (KithDeprel)words[top].deprel;
  for (gint i = MAX(top - KITH_MEND_REACH, 0); i < noun; i++)
    if (words[i].deprel == KITH_DEP_CASE &&
        (words[i].head == top || words[i].head == noun || words[i].head == top - 2))
      return words[top].head >= 0 && kith_mend_is_nominal(&words[words[top].head]) ? KITH_DEP_NMOD
                                                                                   : KITH_DEP_OBL;
  if (relation == KITH_DEP_NSUBJ || relation == KITH_DEP_OBJ || relation == KITH_DEP_OBL ||
      relation == KITH_DEP_NMOD)
    return relation;
  return KITH_DEP_DEP;
}

/* "in Acme-run towns": of a noun, a hyphen, a participle and a noun the last is what is spoken of. */
static void
mend_hyphen(KithWord *words, guint n, gint verb)
{
  const gint agent = verb - 2, noun = noun_behind(words, n, verb);
  if (agent < 0 || noun < 0 || strcmp(words[verb - 1].form, "-") != 0 ||
      !kith_mend_is_nominal(&words[agent]) || words[verb].xpos == NULL ||
      !kith_mend_is_in(words[verb].xpos, "VBN VBD") ||
      ((words[verb].flags | words[verb - 1].flags) & KITH_WORD_SPACE_BEFORE))
    return;
  const gint parts[] = {agent, verb, noun};
  gint top = -1;
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
    gint head = words[parts[i]].head;
    if (head == agent || head == verb || head == noun)
      continue;
    if (top >= 0) /* two phrases */
      return;
    top = parts[i];
  }
  const KithDeprel relation = top < 0 ? KITH_DEP_DEP : place_of(words, top, noun);
  if (relation == KITH_DEP_DEP)
    return;
  words[noun].head = words[top].head;
  words[noun].deprel = (guint8)relation;
  words[verb].head = noun;
  words[verb].deprel = KITH_DEP_AMOD;
  words[agent].head = verb;
  words[agent].deprel = KITH_DEP_COMPOUND;
  for (gint i = MAX(agent - KITH_MEND_REACH, 0); i < agent; i++)
    if ((words[i].head == agent || words[i].head == verb) &&
        (words[i].deprel == KITH_DEP_CASE || words[i].deprel == KITH_DEP_DET))
      words[i].head = noun;
}

/* "Foreign Minister Sultan Ahmed Roe": a ruler's title between an office and a name is a given name, which
 * the parser takes for the office's head, or the tagger for no part of the name. */
static void
mend_honorific(KithWord *words, guint n, gint i)
{
  const gint next = i + 1;
  if (next >= (gint)n || i == 0 || words[next].name != KITH_NAME_PER || words[i].name != KITH_NAME_NONE ||
      words[i].head != next || words[i].deprel != KITH_DEP_NMOD_DESC ||
      !kith_is_honorific(words[i].form, strlen(words[i].form)))
    return;
  const gint office = i - 1;
  const gboolean inside = words[office].head == i && words[office].deprel == KITH_DEP_COMPOUND,
                 beside = words[office].head == next && words[office].deprel == KITH_DEP_NMOD_DESC,
                 twin = words[office].upos == KITH_PROPN && words[office].head == words[next].head &&
                        words[office].deprel == words[next].deprel; /* "met Minister, met Sultan Roe" */
  if (!inside && !beside && !twin)
    return;
  for (gint k = MAX(i - KITH_MEND_REACH, 0); k < i; k++)
    if (words[k].head == i)
      words[k].head = office;
  words[office].head = next;
  words[office].deprel = KITH_DEP_NMOD_DESC;
  words[i].deprel = KITH_DEP_COMPOUND;
  words[i].name = KITH_NAME_PER;
  words[i].flags |= KITH_WORD_NAME_BEGIN;
  words[next].flags &= (guint8)~KITH_WORD_NAME_BEGIN;
}

void
kith_mend_tree(KithWord *words, guint n)
{
  for (gint i = 0; i < (gint)n; i++)
    kith_mend_beside(words, n, i);
  for (gint i = 0; i < (gint)n; i++) {
    mend_day(words, n, i);
    mend_honorific(words, n, i);
    mend_auxiliary(words, i);
    /* "plans to visit": a noun to the one tagger, a finite verb to the other */
    if (words[i].upos == KITH_NOUN && words[i].xpos != NULL &&
        kith_mend_is_in(words[i].xpos, "VBZ VBD VBP") && kith_mend_child(words, n, i, KITH_DEP_NSUBJ) >= 0)
      words[i].upos = KITH_VERB;
    if (words[i].upos != KITH_VERB)
      continue;
    mend_content(words, n, i);
    mend_inverted(words, n, i);
    mend_subjects(words, n, i);
    mend_reporting(words, n, i);
    mend_lemma(&words[i]);
    mend_hyphen(words, n, i);
    mend_finite(words, n, i);
    kith_mend_objects(words, n, i);
  }
}
