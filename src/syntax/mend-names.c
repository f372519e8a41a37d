/* Names and descriptions put right: titles, appositions, what a hyphen joins. */
#include "syntax/mend-parts.h"

#include <string.h>

#include "text/wordlist.h"

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
  while (words[at].head > verb && words[at].head < at)
    at = words[at].head; /* a name's first word */
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
  if (words[top].deprel == KITH_DEP_ACL && top >= 3 && words[top - 3].upos == KITH_PUNCT &&
      words[top].head >= 0 && kith_mend_is_nominal(&words[words[top].head]))
    return KITH_DEP_APPOS; /* "a singer, Lima-born Ana Roe" */
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
      (!kith_mend_is_in(words[verb].xpos, "VBN VBD") && strcmp(words[verb].form, "run") != 0) ||
      ((words[verb].flags | words[verb - 1].flags) & KITH_WORD_SPACE_BEFORE))
    return;
  const gint parts[] = {agent, verb, noun};
  gint top = -1;
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
    gint head = words[parts[i]].head;
    if (head == agent || head == verb || head == noun)
      continue;
    if (top >= 0 && head != words[top].head) /* two phrases */
      return;
    top = top < 0 || parts[i] == noun ? parts[i] : top;
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
  for (gint i = noun + 1; i < MIN((gint)n, noun + KITH_MEND_REACH) && words[noun].head >= 0; i++)
    if (words[i].head == verb)
      words[i].head = relation == KITH_DEP_OBL && words[i].deprel == KITH_DEP_OBL ? words[noun].head : noun;
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

/* "Secretary of State Ana Roe": the office describes the person, who is not part of what it is an office of.
 */
static void
mend_office(KithWord *words, gint name)
{
  const gint office = words[name].head, body = name - 1;
  if (office < 0 || office > name - 3 || words[name].name != KITH_NAME_PER ||
      words[name].deprel != KITH_DEP_NMOD || words[body].name != KITH_NAME_NONE ||
      words[body].upos != KITH_PROPN || words[body].head != name || words[body].deprel != KITH_DEP_COMPOUND ||
      words[office].upos != KITH_PROPN)
    return;
  gint mark = office + 1;
  while (mark < body && words[mark].deprel != KITH_DEP_CASE)
    mark++;
  if (mark != office + 1 || !kith_mend_is_in(words[mark].lemma, "of for") ||
      (words[mark].head != body && words[mark].head != name))
    return;
  for (gint i = mark; i < body; i++)
    if (words[i].head == name)
      words[i].head = body;
  words[body].head = office;
  words[body].deprel = KITH_DEP_NMOD;
  words[name].head = words[office].head;
  words[name].deprel = words[office].deprel;
  words[office].head = name;
  words[office].deprel = KITH_DEP_NMOD_DESC;
}

/* "Minister for Trade Ana Roe met him": of two subjects side by side the first tells what the second is. */
static void
mend_titled(KithWord *words, gint name)
{
  static const char offices[] =
      "minister secretary ambassador envoy representative adviser advisor commissioner "
      "coordinator spokesman spokeswoman spokesperson general";
  const gint verb = words[name].head, body = name - 1;
  if (name < 3 || words[name].name != KITH_NAME_PER || words[body].name == KITH_NAME_PER ||
      words[name].deprel != KITH_DEP_NSUBJ || verb < name)
    return;
  gint office = body;
  while (office >= 0 && !(words[office].head == verb && words[office].deprel == KITH_DEP_NSUBJ) &&
         words[office].upos != KITH_VERB && words[office].upos != KITH_PUNCT)
    office--;
  if (office < 0 || office > name - 3 || words[office].deprel != KITH_DEP_NSUBJ ||
      !kith_mend_is_in(words[office].lemma, offices) || words[office + 1].deprel != KITH_DEP_CASE ||
      !kith_mend_is_in(words[office + 1].lemma, "for to of on"))
    return;
  if (words[body].head == name && words[body].deprel == KITH_DEP_COMPOUND) {
    words[body].head = office;
    words[body].deprel = KITH_DEP_NMOD;
    for (gint i = office + 1; i < body; i++)
      words[i].head = words[i].head == name ? body : words[i].head;
  }
  words[office].head = name;
  words[office].deprel = KITH_DEP_NMOD_DESC;
}

/* Whether a noun means a body or a thing that people are of, or a place. */
static gboolean
is_body(const KithWord *word)
{
  return word->name == KITH_NAME_LOC || word->name == KITH_NAME_ORG ||
         kith_mend_is_in(
             word->lemma,
             "agency airline airport army association authority bank board body brigade broadcaster bureau "
             "cabinet "
             "charity "
             "church city club college commission committee company council country court district embassy "
             "federation firm force fund government group hospital institute island league ministry mission "
             "mosque movement museum navy newspaper office opera orchestra paper parish parliament party "
             "police "
             "port prison province region republic school ship squad station team theatre theater town "
             "tribunal union unit university vessel village yacht case trial inquiry investigation project "
             "campaign film show "
             "book song album study talks negotiation");
}

/* "the mayor of Lima, Ana Roe": a person is the mayor, not the town, nor one more town. */
static void
mend_holder(KithWord *words, guint n, gint name)
{
  gint body = words[name].head;
  if (body >= 0 && words[body].name == KITH_NAME_ORG && words[body].deprel == KITH_DEP_APPOS &&
      words[body].head == body - 1)
    body--; /* "a reporter for the paper Hoy, Ana Roe" */
  const gint office = body >= 0 ? words[body].head : -1;
  if (words[name].name != KITH_NAME_PER || body < 0 || body >= name || office < 0 || office >= body ||
      words[body].name == KITH_NAME_PER || words[body].deprel != KITH_DEP_NMOD ||
      words[office].upos != KITH_NOUN || !is_body(&words[body]) || words[name - 1].form[0] != ',' ||
      !(words[name].deprel == KITH_DEP_APPOS ||
        (words[name].deprel == KITH_DEP_CONJ && kith_mend_child(words, n, name, KITH_DEP_CC) < 0)))
    return;
  const gint preposition = kith_mend_child(words, n, body, KITH_DEP_CASE);
  if (preposition < 0 || !kith_mend_is_in(words[preposition].lemma, "of for at in to on") ||
      kith_mend_child(words, n, office, KITH_DEP_APPOS) >= 0)
    return;
  words[name].head = office;
  words[name].deprel = KITH_DEP_APPOS;
}

static const char place_nouns[] =
    "city town village valley region province district suburb island port country capital "
    "state county area territory neighborhood neighbourhood stronghold resort "
    "enclave peninsula settlement municipality";

/* "In Lima, Peru's capital, dockers met": the capital is Lima, and who met stands behind it. */
static void
mend_fronted_place(KithWord *words, guint n, gint verb)
{
  const gint noun = kith_mend_child(words, n, verb, KITH_DEP_NSUBJ);
  if (noun < 3 || noun > verb || !kith_mend_is_in(words[noun].lemma, place_nouns) ||
      words[noun + 1].form[0] != ',')
    return;
  gint who = kith_mend_child(words, n, noun, KITH_DEP_CONJ);
  for (gint i = noun + 1; i < verb && who < 0; i++)
    if (words[i].head == verb && kith_deprel_universal((KithDeprel)words[i].deprel) == KITH_DEP_NSUBJ)
      who = i; /* two subjects */
  if (who < noun || who > verb || kith_mend_child(words, n, who, KITH_DEP_CC) >= 0)
    return;
  gint begin = noun;
  for (gint i = noun - 1; i >= 0 && (words[i].head == noun || words[i].head == i - 1); i--)
    begin = words[i].head == noun ? i : begin; /* with "Peru's", whose mark hangs on "Peru" */
  if (begin < 2)
    return;
  const gint place = begin - (words[begin].form[0] == ',' ? 1 : 2);
  if (place < 1 || words[place].upos != KITH_PROPN || words[place].head != verb ||
      words[place + 1].form[0] != ',' || kith_mend_child(words, n, place, KITH_DEP_CASE) < 0)
    return;
  for (gint i = who + 1; i < verb; i++)
    if (words[i].head == noun && words[i].deprel == KITH_DEP_CONJ)
      words[i].head = who;
  words[who].head = verb;
  words[who].deprel = words[noun].deprel;
  words[noun].head = place;
  words[noun].deprel = KITH_DEP_APPOS;
}

/* "a bus in Lima, a city of ships": the place is the city. */
static void
mend_place(KithWord *words, guint n, gint noun)
{
  const gint thing = words[noun].head, article = kith_mend_child(words, n, noun, KITH_DEP_DET);
  if (words[noun].deprel != KITH_DEP_APPOS || thing < 0 || thing > noun || article < 1 ||
      words[article - 1].form[0] != ',' || words[thing].upos != KITH_NOUN ||
      !kith_mend_is_in(words[noun].lemma, place_nouns) ||
      kith_mend_is_in(words[thing].lemma, words[noun].lemma))
    return;
  const gint place = article - 2;
  gint top = place;
  while (top > thing && words[top].head != thing && words[top].head > thing && words[top].head <= place)
    top = words[top].head;
  if (top <= thing || words[top].head != thing || words[top].deprel != KITH_DEP_NMOD ||
      words[top].upos != KITH_PROPN)
    return;
  words[noun].head = top;
}

/* "a nurse from Lima and mother of two": who is of a place is coordinated, not the place. */
static void
mend_also(KithWord *words, guint n, gint noun)
{
  gint place = words[noun].head;
  if (place >= 0 && words[place].deprel == KITH_DEP_APPOS && words[place].head >= 0 &&
      words[place].head < place)
    place = words[place].head; /* "of the singer Roe and a cousin of" */
  const gint first = place >= 0 ? words[place].head : -1;
  const gint article = kith_mend_child(words, n, noun, KITH_DEP_DET);
  if (words[noun].deprel != KITH_DEP_CONJ || words[noun].upos != KITH_NOUN || words[noun].xpos == NULL ||
      strcmp(words[noun].xpos, "NN") != 0 || first < 0 || place > noun ||
      words[words[noun].head].upos != KITH_PROPN || words[place].deprel != KITH_DEP_NMOD ||
      words[first].upos != KITH_NOUN ||
      (article >= 0 && (!kith_mend_is_in(words[article].lemma, "a an") ||
                        kith_mend_child(words, n, first, KITH_DEP_COP) < 0)) ||
      kith_mend_child(words, n, noun, KITH_DEP_CASE) >= 0 ||
      kith_mend_child(words, n, noun, KITH_DEP_NMOD) < noun ||
      (words[first].deprel != KITH_DEP_APPOS && kith_mend_child(words, n, first, KITH_DEP_COP) < 0))
    return;
  words[noun].head = first;
}

/* "Acme and its rival, Ovia, sued": the name right behind a description that ends a coordination is its. */
static void
mend_last_named(KithWord *words, guint n, gint name)
{
  const gint first = words[name].head, noun = name - 2;
  if ((words[name].deprel != KITH_DEP_CONJ && words[name].deprel != KITH_DEP_APPOS) || first < 0 ||
      first >= noun || words[name].upos != KITH_PROPN || words[name - 1].form[0] != ',' ||
      words[noun].upos != KITH_NOUN || words[noun].head != first || words[noun].deprel != KITH_DEP_CONJ ||
      kith_mend_child(words, n, noun, KITH_DEP_CC) < 0 || kith_mend_child(words, n, name, KITH_DEP_CC) >= 0 ||
      kith_mend_child(words, n, noun, KITH_DEP_NMOD) >= noun)
    return;
  words[name].head = noun;
  words[name].deprel = KITH_DEP_APPOS;
}

/* What is said of a name, and the preposition before it, hang on its head, not on another of its words. */
static void
mend_inner(KithWord *words, gint word)
{
  const gint inner = words[word].head;
  if (inner >= 0 && words[inner].deprel == KITH_DEP_FLAT && words[inner].head >= 0 &&
      words[inner].head < inner &&
      (word > inner ? words[word].deprel == KITH_DEP_ACL_RELCL || words[word].deprel == KITH_DEP_ACL ||
                          words[word].deprel == KITH_DEP_APPOS
                    : word < words[inner].head && words[word].deprel == KITH_DEP_CASE))
    words[word].head = words[inner].head;
  /* "by the singer Ana Roe": the preposition is the name's */
  if (inner >= 0 && words[word].deprel == KITH_DEP_CASE && word < inner &&
      words[inner].deprel == KITH_DEP_NMOD_DESC && words[inner].head > inner)
    words[word].head = words[inner].head;
}

/* "Burkina, Faso", two phrases of one verb: the words of one name. */
static void
mend_parts(KithWord *words, guint n, gint word)
{
  if (word > 0 && words[word].name != KITH_NAME_NONE && words[word].name == words[word - 1].name &&
      (words[word].flags & KITH_WORD_NAME_BEGIN) == 0 && words[word].upos == KITH_PROPN &&
      words[word - 1].upos == KITH_PROPN && words[word].head == words[word - 1].head &&
      words[word].deprel == words[word - 1].deprel && words[word].deprel != KITH_DEP_FLAT &&
      words[word].deprel != KITH_DEP_COMPOUND && words[word].head >= 0) {
    words[word].head = word - 1;
    words[word].deprel = KITH_DEP_FLAT;
    const gint preposition = kith_mend_child(words, n, word, KITH_DEP_CASE);
    if (preposition >= 0 && preposition < word)
      words[preposition].head = word - 1;
  }
}

/* The noun that a phrase before a word hangs on, where it tells of a talk or a fight; -1. */
static gint
event_above(const KithWord *words, gint at, const char *events)
{
  for (guint i = 0; i < 4 && at >= 0; i++, at = words[at].head) {
    if (words[at].upos == KITH_NOUN && kith_mend_is_in(words[at].lemma, events))
      return at;
    if (words[at].deprel != KITH_DEP_NMOD && words[at].deprel != KITH_DEP_CONJ &&
        words[at].deprel != KITH_DEP_APPOS)
      return -1;
  }
  return -1;
}

/* "talks between A and B about the pipeline": what the talks are about is no part of B. */
static void
mend_topic(KithWord *words, guint n, gint phrase)
{
  const gint party = words[phrase].head, preposition = kith_mend_child(words, n, phrase, KITH_DEP_CASE);
  if (words[phrase].deprel != KITH_DEP_NMOD || party < 0 || party > phrase || preposition < party ||
      !kith_mend_is_in(words[preposition].lemma, "about over"))
    return;
  const gint talk = event_above(
      words, words[party].head,
      "agreement talk talks deal dispute negotiation discussion quarrel row conversation meeting debate "
      "consultation accord pact treaty war conflict feud argument");
  if (talk >= 0 && talk < party)
    words[phrase].head = talk;
}

/* "heard of threats by the mayor, Ana Roe, against judges": behind a comma that closes an apposition the
 * phrase is the event's. */
static void
mend_against(KithWord *words, guint n, gint phrase)
{
  const gint verb = words[phrase].head, preposition = kith_mend_child(words, n, phrase, KITH_DEP_CASE);
  if (words[phrase].deprel != KITH_DEP_OBL || verb < 0 || verb > phrase || preposition < verb + 3 ||
      strcmp(words[preposition].lemma, "against") != 0 || words[preposition - 1].form[0] != ',')
    return;
  gint inner = preposition - 2;
  while (inner > verb && words[inner].deprel != KITH_DEP_APPOS)
    inner = words[inner].head < inner ? words[inner].head : verb;
  const gint event =
      inner > verb ? event_above(words, words[inner].head,
                                 "threat attack charge campaign case lawsuit complaint protest sanction war "
                                 "fight allegation accusation crime strike raid")
                   : -1;
  if (event > verb) {
    words[phrase].head = event;
    words[phrase].deprel = KITH_DEP_NMOD;
  }
}

/* "brought a protest from Lima to Quito": where it goes is the protest's, as is where it comes from. */
static void
mend_addressee(KithWord *words, guint n, gint phrase)
{
  const gint verb = words[phrase].head, to = kith_mend_child(words, n, phrase, KITH_DEP_CASE),
             sender = to - 1;
  if (words[phrase].deprel != KITH_DEP_OBL || verb < 0 || to < verb + 3 ||
      strcmp(words[to].lemma, "to") != 0 || words[sender].deprel != KITH_DEP_NMOD)
    return;
  const gint from = kith_mend_child(words, n, sender, KITH_DEP_CASE), event = words[sender].head;
  if (from < event || event < verb || strcmp(words[from].lemma, "from") != 0 || words[event].head != verb ||
      (words[event].deprel != KITH_DEP_OBJ && words[event].deprel != KITH_DEP_OBL) ||
      !kith_mend_is_in(words[event].lemma,
                       "protest complaint appeal warning request demand plea threat message rebuke apology"))
    return;
  words[phrase].head = event;
  words[phrase].deprel = KITH_DEP_NMOD;
}

/* "to its border with Chad": whose it is too. */
static void
mend_border(KithWord *words, guint n, gint phrase)
{
  if (words[phrase].deprel != KITH_DEP_OBL)
    return;
  const gint with = kith_mend_child(words, n, phrase, KITH_DEP_CASE), border = with - 1;
  if (border < 1 || strcmp(words[with].lemma, "with") != 0 || words[border].upos != KITH_NOUN ||
      !kith_mend_is_in(words[border].lemma, "border frontier") || words[border].head == phrase)
    return;
  words[phrase].head = border;
  words[phrase].deprel = KITH_DEP_NMOD;
}

/* "fired at New Kent", where each word of one name has a place of its own: the last has it, and the first's
 * preposition. */
static void
mend_two_heads(KithWord *words, guint n, gint first)
{
  const gint last = first + 1;
  if (last >= (gint)n || first < 1 || words[first].upos != KITH_PROPN || words[last].upos != KITH_PROPN ||
      words[first].name == KITH_NAME_NONE || words[last].name != words[first].name ||
      (words[last].flags & KITH_WORD_NAME_BEGIN) || words[first - 1].deprel != KITH_DEP_CASE ||
      words[last].head == words[first].head || words[last].head < 0 || words[last].head >= first ||
      words[first].head < 0 || words[first].head >= first ||
      words[words[first].head].name != KITH_NAME_NONE || words[words[last].head].name != KITH_NAME_NONE)
    return;
  words[first - 1].head = last;
  words[first].head = last;
  words[first].deprel = KITH_DEP_COMPOUND;
}

void
kith_mend_names(KithWord *words, guint n, gint word)
{
  mend_two_heads(words, n, word);
  mend_border(words, n, word);
  mend_inner(words, word);
  mend_honorific(words, n, word);
  mend_office(words, word);
  mend_titled(words, word);
  mend_holder(words, n, word);
  mend_place(words, n, word);
  mend_fronted_place(words, n, word);
  mend_also(words, n, word);
  mend_last_named(words, n, word);
  mend_parts(words, n, word);
  mend_topic(words, n, word);
  mend_against(words, n, word);
  mend_addressee(words, n, word);
  if (words[word].upos == KITH_VERB || words[word].upos == KITH_ADJ)
    mend_subjects(words, n, word);
  if (words[word].upos != KITH_VERB && strcmp(words[word].form, "run") != 0)
    return;
  mend_hyphen(words, n, word);
}
