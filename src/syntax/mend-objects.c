/* Objects put right: of a verb, and what is no object of it. */
#include "syntax/mend-parts.h"

#include <string.h>

/* Verbs that take an object with a particle, each with its particles; where nothing else is their object, the
 * noun behind the particle is. */
static const struct {
  const char *verb, *particles;
} phrasal[] = {
    {"back", "up"},
    {"bail", "out"},
    {"beat", "up"},
    {"beef", "up"},
    {"blow", "up"},
    {"break", "off up"},
    {"bring", "in down back up"},
    {"buy", "up out"},
    {"call", "off in up"},
    {"carry", "out"},
    {"chase", "away off out"},
    {"cordon", "off"},
    {"cut", "off back"},
    {"drive", "out back away"},
    {"drop", "off"},
    {"fire", "off"},
    {"force", "out back"},
    {"give", "up back away"},
    {"gun", "down"},
    {"hand", "over out back in"},
    {"hold", "up back"},
    {"hunt", "down"},
    {"kick", "out off"},
    {"knock", "down out"},
    {"lay", "off out"},
    {"let", "in down off out"},
    {"lock", "up out"},
    {"mow", "down"},
    {"pay", "off back"},
    {"phase", "out in"},
    {"pick", "up out"},
    {"play", "down up"},
    {"pull", "out back down off"},
    {"push", "back out aside"},
    {"put", "off down up forward"},
    {"roll", "back out"},
    {"round", "up"},
    {"rule", "out"},
    {"scale", "back up down"},
    {"seal", "off"},
    {"sell", "off out"},
    {"send", "back off out in"},
    {"set", "up off aside"},
    {"shoot", "down"},
    {"shut", "down off out"},
    {"single", "out"},
    {"spin", "off"},
    {"step", "up"},
    {"strike", "down"},
    {"take", "in over on out up down back away"},
    {"tear", "down up"},
    {"throw", "out away"},
    {"track", "down"},
    {"turn", "down over in back away"},
    {"vote", "down out"},
    {"wind", "down up"},
    {"win", "over back"},
    {"wipe", "out"},
};

/* Verbs that have two objects, of whom the first gets the second. */
static const char two_objects[] =
    "give lend send offer award hand pay teach tell show grant sell owe deny promise "
    "bring allocate write fine refuse loan guarantee assign leave cost buy deal";

static gboolean
is_time(const KithWord *word)
{
  return kith_mend_is_in(
      word->lemma, "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April "
                   "June July August September October November December year month week weekend day night "
                   "morning afternoon evening hour minute today tomorrow yesterday tonight time once "
                   "decade century summer winter spring autumn fall season way percent mile kilometer "
                   "kilometre meter metre foot inch point");
}

/* Whether the verb has what follows it already: an object, a clause, a passive subject. */
static gboolean
is_filled(const KithWord *words, guint n, gint verb)
{
  return kith_mend_child(words, n, verb, KITH_DEP_OBJ) >= 0 ||
         kith_mend_child(words, n, verb, KITH_DEP_CCOMP) >= 0 ||
         kith_mend_child(words, n, verb, KITH_DEP_XCOMP) >= 0 ||
         kith_mend_child(words, n, verb, KITH_DEP_IOBJ) >= 0 ||
         kith_mend_child(words, n, verb, KITH_DEP_COP) >= 0;
}

static gboolean
is_passive(const KithWord *words, gint verb)
{
  for (guint i = (guint)MAX(verb - KITH_MEND_REACH, 0); i < (guint)verb; i++)
    if (words[i].head == verb &&
        (words[i].deprel == KITH_DEP_AUX_PASS || words[i].deprel == KITH_DEP_NSUBJ_PASS))
      return TRUE;
  return FALSE;
}

/* "took in the children": a preposition right behind its verb that is the verb's particle. */
static void
mend_particle(KithWord *words, guint n, gint verb)
{
  gint behind = verb + 1;
  if (behind + 1 >= (gint)n || is_filled(words, n, verb) || is_passive(words, verb))
    return;
  gint noun = words[behind].head;
  if (words[behind].deprel != KITH_DEP_CASE || noun <= behind || words[noun].head != verb ||
      words[noun].deprel != KITH_DEP_OBL || words[behind + 1].upos == KITH_ADP || is_time(&words[noun]) ||
      words[noun].upos == KITH_NUM)
    return;
  for (guint i = 0; i < G_N_ELEMENTS(phrasal); i++)
    if (strcmp(words[verb].lemma, phrasal[i].verb) == 0 &&
        kith_mend_is_in(words[behind].lemma, phrasal[i].particles)) {
      words[behind].head = verb;
      words[behind].deprel = KITH_DEP_COMPOUND_PRT;
      words[noun].deprel = KITH_DEP_OBJ;
      return;
    }
}

/* "handed over two men to Lima": not more than two. */
static void
mend_over(KithWord *words, guint n, gint verb)
{
  const gint over = verb + 1;
  if (over + 1 >= (gint)n || !kith_mend_is_in(words[verb].lemma, "hand turn") ||
      strcmp(words[over].form, "over") != 0 || words[over].head <= over ||
      words[words[over].head].upos != KITH_NUM)
    return;
  words[over].head = verb;
  words[over].deprel = KITH_DEP_COMPOUND_PRT;
}

/* "shut down the newspaper": what stands behind the verb without a preposition is its object. */
static void
mend_object(KithWord *words, guint n, gint verb)
{
  if (is_filled(words, n, verb) || is_passive(words, verb))
    return;
  for (gint i = verb + 1; i < (gint)n && i < verb + 8; i++) {
    if (words[i].upos == KITH_PUNCT || words[i].upos == KITH_ADP)
      if (words[i].deprel != KITH_DEP_COMPOUND_PRT)
        return;
    if (words[i].head != verb || words[i].deprel != KITH_DEP_OBL)
      continue;
    if ((words[i].upos == KITH_NOUN || words[i].upos == KITH_PROPN) && !is_time(&words[i]) &&
        kith_mend_child(words, n, i, KITH_DEP_CASE) < 0 && kith_mend_child(words, n, i, KITH_DEP_NUMMOD) < 0)
      words[i].deprel = KITH_DEP_OBJ;
    return;
  }
}

/* "lent Rome two ships": of two objects the first is who gets the second. */
static void
mend_recipient(KithWord *words, guint n, gint verb)
{
  gint first = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  if (first <= verb || !kith_mend_is_in(words[verb].lemma, two_objects))
    return;
  for (gint i = first + 1; i < (gint)MIN(n, (guint)verb + KITH_MEND_REACH); i++)
    if (words[i].head == verb && words[i].deprel == KITH_DEP_OBJ && words[i].upos != KITH_PRON &&
        kith_mend_child(words, n, i, KITH_DEP_CASE) < 0) {
      words[first].deprel = KITH_DEP_IOBJ;
      return;
    }
}

/* The head of the words from first to last where it alone has its head outside them; -1. */
static gint
only_head(const KithWord *words, gint first, gint last)
{
  gint head = -1;
  for (gint i = first; i <= last; i++)
    if (words[i].head < first || words[i].head > last) {
      if (head >= 0)
        return -1;
      head = i;
    }
  return head;
}

/* Verbs that take somebody as something, and what as; a name alone before a post. */
static const struct {
  const char *verbs, *as;
  gboolean named;
} taking[] = {
    {"take hold keep", "hostage prisoner captive", FALSE},
    {"find hold deem consider rule", "guilty liable responsible accountable", FALSE},
    {"elect appoint name make declare proclaim crown",
     "president chairman chairwoman chair chief mayor king queen governor leader minister secretary captain "
     "director "
     "ambassador speaker judge bishop coach premier chancellor senator champion winner",
     TRUE},
};

/* "took the mayor hostage": who is taken, and as what, where both are one noun to the parser. */
static void
mend_taken(KithWord *words, guint n, gint verb)
{
  const gint as = kith_mend_child(words, n, verb, KITH_DEP_OBJ), last = as - 1;
  if (as < verb + 2 || !kith_mend_is_nominal(&words[last]))
    return;
  guint k = 0;
  while (k < G_N_ELEMENTS(taking) && !(kith_mend_is_in(words[verb].lemma, taking[k].verbs) &&
                                       kith_mend_is_in(words[as].lemma, taking[k].as)))
    k++;
  if (k == G_N_ELEMENTS(taking))
    return;
  const gint whom = taking[k].named ? only_head(words, verb + 1, last) : last;
  if (whom < 0 || words[whom].head != as || words[whom].deprel != KITH_DEP_COMPOUND ||
      (taking[k].named && words[whom].name != KITH_NAME_PER))
    return;
  words[whom].head = verb;
  words[whom].deprel = KITH_DEP_OBJ;
  words[as].deprel = KITH_DEP_XCOMP;
  if (!taking[k].named && words[as].xpos != NULL && strcmp(words[as].lemma, "guilty") == 0)
    words[as].upos = KITH_ADJ;
  for (gint i = verb + 1; i < last; i++)
    if (words[i].head == as)
      words[i].head = whom;
}

/* Whether what is given may be given to the name before it: two nouns ("gas masks") and no people, and nobody
 * else gets it. */
static gboolean
is_gift(const KithWord *words, guint n, gint verb, gint name_end, gint gift)
{
  if (words[name_end + 1].upos != KITH_NOUN || name_end + 1 == gift || words[gift].upos != KITH_NOUN ||
      !kith_mend_is_in(words[verb].lemma, "send give lend offer grant hand pay promise owe deny") ||
      kith_mend_is_in(words[gift].lemma,
                      "troop troops soldier force official officer team member expert worker "
                      "observer inspector envoy delegate representative citizen resident "
                      "peacekeeper adviser advisor diplomat national shareholder employee"))
    return FALSE;
  for (gint i = gift + 1; i < MIN((gint)n, gift + KITH_MEND_REACH); i++)
    if (words[i].deprel == KITH_DEP_CASE && kith_mend_is_in(words[i].lemma, "to into") && words[i].head > i &&
        (words[words[i].head].head == verb || words[words[i].head].head == gift))
      return FALSE;
  return TRUE;
}

/* "lent Lima $2 million", "promised Lima two boats", "sent Lima gas masks": the name behind the verb, which
 * the parser drew into what is given, is who gets it. */
static void
mend_bare_recipient(KithWord *words, guint n, gint verb)
{
  gint gift = kith_mend_child(words, n, verb, KITH_DEP_OBJ), last = verb + 1;
  if (gift < verb + 2 || !kith_mend_is_in(words[verb].lemma, two_objects) || words[last].upos != KITH_PROPN)
    return;
  while (last + 1 < gift && words[last + 1].upos == KITH_PROPN)
    last++;
  gint name = only_head(words, verb + 1, last), next = last + 1;
  if (name < 0 || next > gift || words[name].head < next || words[name].head > gift ||
      (words[name].deprel != KITH_DEP_COMPOUND && words[name].deprel != KITH_DEP_NMOD_UNMARKED))
    return;
  gboolean counted =
      words[next].upos == KITH_NUM || words[next].upos == KITH_SYM || words[next].upos == KITH_DET;
  if (!counted && !is_gift(words, n, verb, last, gift))
    return;
  words[name].head = verb;
  words[name].deprel = KITH_DEP_IOBJ;
}

/* "granted the pilots asylum": people of a noun's kind before what they are given, with an article or owner
 * of their own. */
static void
mend_people(KithWord *words, guint n, gint verb)
{
  static const char *const ends[] = {"ers", "ors", "ists", "ees", "ians", "ants", "men", "ents"};
  const gint gift = kith_mend_child(words, n, verb, KITH_DEP_OBJ), people = gift - 1;
  if (people < verb + 2 ||
      !kith_mend_is_in(words[verb].lemma, "give grant offer promise deny send lend award pay owe") ||
      words[people].head != gift || words[people].deprel != KITH_DEP_COMPOUND || words[people].xpos == NULL ||
      strcmp(words[people].xpos, "NNS") != 0 ||
      (words[verb + 1].upos != KITH_DET && words[verb + 1].upos != KITH_PRON) ||
      kith_mend_is_in(words[gift].lemma, "union leader group member team official organization"))
    return;
  gboolean person =
      kith_mend_is_in(words[people].lemma, "family victim nurse woman child refugee people citizen soldier "
                                           "rebel student worker villager widow troop");
  for (guint k = 0; k < G_N_ELEMENTS(ends); k++)
    person = person || g_str_has_suffix(words[people].form, ends[k]);
  if (!person)
    return;
  for (gint i = verb + 1; i < people; i++)
    if (words[i].head == gift)
      words[i].head = people;
  words[people].head = verb;
  words[people].deprel = KITH_DEP_IOBJ;
}

/* "pay the families of the victims $40 million": a sum without a preposition is what is given. */
static void
mend_sum(KithWord *words, guint n, gint verb)
{
  const gint object = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  if (object < verb || !kith_mend_is_in(words[verb].lemma, two_objects) ||
      !kith_mend_is_nominal(&words[object]))
    return;
  for (gint i = object + 1; i < MIN((gint)n, object + KITH_MEND_REACH); i++)
    if (words[i].head == object && words[i].upos == KITH_SYM &&
        kith_deprel_universal((KithDeprel)words[i].deprel) == KITH_DEP_NMOD &&
        kith_mend_child(words, n, i, KITH_DEP_CASE) < 0 && words[i - 1].upos != KITH_PUNCT) {
      words[object].deprel = KITH_DEP_IOBJ;
      words[i].head = verb;
      words[i].deprel = KITH_DEP_OBJ;
      return;
    }
}

/* "take the port to court": where somebody is brought, whether the parser hung it on him or took it for a
 * verb. */
static void
mend_court(KithWord *words, guint n, gint verb)
{
  const gint object = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  if (object < verb || !kith_mend_is_in(words[verb].lemma, "take bring drag haul send"))
    return;
  for (gint i = object + 2; i < MIN((gint)n, object + KITH_MEND_REACH); i++) {
    gint at = words[i].head;
    if (strcmp(words[i - 1].lemma, "to") != 0 || words[i - 1].head != i ||
        !kith_mend_is_in(words[i].lemma, "court trial justice task jail prison"))
      continue;
    for (guint k = 0; k < KITH_MEND_REACH && at > object; k++)
      at = words[at].head;
    if (at != object && !(at == verb && words[i].deprel == KITH_DEP_ADVCL))
      continue;
    words[i].head = verb;
    words[i].deprel = KITH_DEP_OBL;
    words[i].upos = KITH_NOUN;
    words[i - 1].upos = KITH_ADP;
    words[i - 1].deprel = KITH_DEP_CASE;
    return;
  }
}

/* "paid the nurses a visit": what has an article of its own and no comma before it is given to them. */
static void
mend_gift(KithWord *words, guint n, gint verb)
{
  gint object = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  gint gift = object > verb && kith_mend_is_in(words[verb].lemma, two_objects)
                  ? kith_mend_child(words, n, object, KITH_DEP_APPOS)
                  : -1;
  gint article =
      gift > object && words[gift].upos == KITH_NOUN ? kith_mend_child(words, n, gift, KITH_DEP_DET) : -1;
  if (article < 0 || !kith_mend_is_in(words[article].lemma, "a an") || words[article - 1].upos == KITH_PUNCT)
    return;
  words[object].deprel = KITH_DEP_IOBJ;
  words[gift].head = verb;
  words[gift].deprel = KITH_DEP_OBJ;
}

/* "sued Acme": who alone is the object of a verb that gives and tells nothing is no recipient ("charged
 * me" may be of money). */
static void
mend_sole_object(KithWord *words, guint n, gint verb)
{
  const gint whom = kith_mend_child(words, n, verb, KITH_DEP_IOBJ);
  if (whom > verb && (kith_mend_is_nominal(&words[whom]) || !kith_mend_is_in(words[verb].lemma, "charge")) &&
      kith_mend_child(words, n, verb, KITH_DEP_OBJ) < 0 &&
      kith_mend_child(words, n, verb, KITH_DEP_CCOMP) < 0 &&
      !kith_mend_is_in(words[verb].lemma, two_objects) &&
      !kith_mend_is_in(words[verb].lemma,
                       "advise allow answer ask believe cause convince email excuse feed forgive "
                       "inform notify permit persuade remind serve text thank trust urge warn"))
    words[whom].deprel = KITH_DEP_OBJ;
}

/* "praised, thanked and rewarded the nurses": what stands behind the last verb is the object of all, so of
 * the first, and not of one between. */
static void
mend_middle(KithWord *words, guint n, gint verb)
{
  const gint first = words[verb].head, object = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  if (words[verb].deprel != KITH_DEP_CONJ || first < 0 || first > verb || object < verb ||
      kith_mend_child(words, n, first, KITH_DEP_OBJ) >= 0)
    return;
  for (gint last = verb + 1; last < object; last++)
    if (words[last].head == first && words[last].deprel == KITH_DEP_CONJ && words[last].upos == KITH_VERB &&
        kith_mend_child(words, n, last, KITH_DEP_CC) >= 0 && !is_filled(words, n, last) &&
        kith_mend_child(words, n, last, KITH_DEP_NSUBJ) < 0) {
      words[object].head = first;
      return;
    }
}

/* "come under pressure from them": whom it comes from is the verb's. */
static void
mend_under(KithWord *words, guint n, gint verb)
{
  const gint state = verb + 2;
  if (state >= (gint)n || !kith_mend_is_in(words[verb].lemma, "come go fall get") ||
      strcmp(words[verb + 1].lemma, "under") != 0 || words[state].head != verb ||
      words[state].deprel != KITH_DEP_OBL)
    return;
  const gint whom = kith_mend_child(words, n, state, KITH_DEP_NMOD);
  const gint from = whom > state ? kith_mend_child(words, n, whom, KITH_DEP_CASE) : -1;
  if (from != state + 1 || strcmp(words[from].lemma, "from") != 0)
    return;
  words[whom].head = verb;
  words[whom].deprel = KITH_DEP_OBL;
}

/* "four euros a day": the time is the measure's. */
static void
mend_rate(KithWord *words, guint n, gint verb)
{
  for (gint i = verb + 3; i < MIN((gint)n, verb + KITH_MEND_REACH); i++) {
    const gint sum = i - 2;
    if (words[i].head == verb && kith_deprel_universal((KithDeprel)words[i].deprel) == KITH_DEP_OBL &&
        words[i - 1].head == i && kith_mend_is_in(words[i - 1].lemma, "a an each per every") &&
        kith_mend_is_in(words[i].lemma, "second minute hour day night week month year shift person head") &&
        words[sum].head == verb && words[sum].deprel != KITH_DEP_NSUBJ &&
        (words[sum].upos == KITH_SYM || kith_mend_child(words, n, sum, KITH_DEP_NUMMOD) >= 0)) {
      words[i].head = sum;
      words[i].deprel = KITH_DEP_NMOD_UNMARKED;
    }
  }
}

/* "From Lima came two nurses": verbs that have no object have their subject behind them, where something else
 * stands before. */
static void
mend_behind(KithWord *words, guint n, gint verb)
{
  const gint subject = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  if (subject < verb ||
      !kith_mend_is_in(words[verb].lemma, "come arrive emerge appear lie stand sit fall go") ||
      kith_mend_child(words, n, verb, KITH_DEP_NSUBJ) >= 0 ||
      kith_mend_child(words, n, verb, KITH_DEP_AUX) >= 0 || verb < 2 || words[verb - 1].head != verb ||
      words[verb - 1].deprel != KITH_DEP_OBL)
    return;
  words[subject].deprel = KITH_DEP_NSUBJ;
}

void
kith_mend_beside(KithWord *words, guint n, gint noun)
{
  const KithDeprel rel = (KithDeprel)words[noun].deprel;
  gint name = noun + 1;
  if (words[noun].upos != KITH_NOUN || name >= (gint)n || words[name].upos != KITH_PROPN ||
      (rel != KITH_DEP_OBJ && rel != KITH_DEP_IOBJ && rel != KITH_DEP_OBL && rel != KITH_DEP_NMOD))
    return;
  if (rel == KITH_DEP_OBJ && words[noun].xpos != NULL && strcmp(words[noun].xpos, "NNS") == 0 &&
      kith_mend_is_in(words[words[noun].head].lemma, two_objects))
    return; /* "taught the sailors Greek" */
  for (guint i = 0; i < KITH_MEND_REACH && words[name].head > name; i++)
    name = words[name].head;
  if (words[name].upos != KITH_PROPN || words[name].head != words[noun].head || words[name].deprel != rel ||
      is_time(&words[name]))
    return;
  for (gint i = MAX(0, name - KITH_MEND_REACH); i < noun; i++)
    if (words[i].head == name && words[i].deprel != KITH_DEP_CASE)
      return;
  for (gint i = MAX(0, name - KITH_MEND_REACH); i < noun; i++)
    if (words[i].head == name)
      words[i].head = noun; /* "of the poet Roe": the preposition is of both */
  words[name].head = noun;
  words[name].deprel = KITH_DEP_APPOS;
}

/* "Condemns in the strongest terms the attack": what stands behind how it is said is what is condemned. */
static void
mend_terms(KithWord *words, guint n, gint verb)
{
  const gint terms = kith_mend_child(words, n, verb, KITH_DEP_OBL);
  if (terms < verb || !kith_mend_is_in(words[terms].lemma, "term manner way tone") ||
      kith_mend_child(words, n, verb, KITH_DEP_OBJ) >= 0 ||
      kith_mend_child(words, n, verb, KITH_DEP_CCOMP) >= 0)
    return;
  const gint thing = kith_mend_child(words, n, terms, KITH_DEP_APPOS);
  if (thing < terms || !kith_mend_is_nominal(&words[thing]))
    return;
  for (gint i = terms + 1; i < thing; i++)
    if (words[i].upos == KITH_PUNCT)
      return;
  words[thing].head = verb;
  words[thing].deprel = KITH_DEP_OBJ;
}

void
kith_mend_objects(KithWord *words, guint n, gint verb)
{
  mend_terms(words, n, verb);
  mend_particle(words, n, verb);
  mend_over(words, n, verb);
  mend_object(words, n, verb);
  mend_taken(words, n, verb);
  mend_recipient(words, n, verb);
  mend_bare_recipient(words, n, verb);
  mend_people(words, n, verb);
  mend_gift(words, n, verb);
  mend_sum(words, n, verb);
  mend_court(words, n, verb);
  mend_sole_object(words, n, verb);
  mend_behind(words, n, verb);
  mend_rate(words, n, verb);
  mend_middle(words, n, verb);
  mend_under(words, n, verb);
}
