/* What hangs on the wrong one of two words put right: verbs of a coordination, relative clauses, appositions.
 */
#include "syntax/mend-parts.h"

#include <string.h>

/* So far is a verb looked for above another. */
enum { HIGHEST = 5 };

static gboolean
has_tag(const KithWord *word, const char *tags)
{
  return word->xpos != NULL && kith_mend_is_in(word->xpos, tags);
}

/* Whether a verb could have verb, a past form without a subject, beside it in one clause. */
static gboolean
is_beside(const KithWord *words, guint n, gint verb, gint above)
{
  if (words[above].upos != KITH_VERB || above > verb)
    return FALSE;
  if (has_tag(&words[verb], "VBD"))
    return has_tag(&words[above], "VBD VBZ VBP");
  const gint have = kith_mend_child(words, n, above, KITH_DEP_AUX);
  return has_tag(&words[above], "VBN") && have >= 0 && strcmp(words[have].lemma, "have") == 0;
}

/* Hangs a verb on another than it hung on; what stands behind it goes with it. */
static void
raise_verb(KithWord *words, guint n, gint verb, gint above)
{
  const gint first = words[verb].head;
  for (gint i = verb + 1; i < MIN((gint)n, verb + KITH_MEND_REACH); i++)
    if (words[i].head == first && words[i].upos != KITH_PUNCT)
      words[i].head = verb;
  words[verb].head = above;
}

/* "asked Rome to stop and accused Oslo": a past form is no second infinitive. "denied that it had fired and
 * accused Oslo": who denies is who accuses. */
static void
mend_second(KithWord *words, guint n, gint verb)
{
  const gint first = words[verb].head;
  if (words[verb].deprel != KITH_DEP_CONJ || first < 0 || first > verb || words[first].upos != KITH_VERB ||
      !has_tag(&words[verb], "VBD VBN") || kith_mend_child(words, n, verb, KITH_DEP_NSUBJ) >= 0 ||
      kith_mend_child(words, n, verb, KITH_DEP_AUX) >= 0 || kith_mend_child(words, n, verb, KITH_DEP_CC) < 0)
    return;
  gint above = words[first].head;
  if (above >= 0 && words[first].deprel == KITH_DEP_CCOMP && strcmp(words[above].lemma, "deny") == 0 &&
      has_tag(&words[above], "VBD VBN") &&
      kith_mend_is_in(words[verb].lemma,
                      "accuse blame say insist call describe tell claim warn threaten condemn urge argue")) {
    raise_verb(words, n, verb, above);
    return;
  }
  if (!has_tag(&words[first], "VB"))
    return;
  for (guint i = 0; i < HIGHEST && above >= 0; i++, above = words[above].head)
    if (is_beside(words, n, verb, above)) {
      raise_verb(words, n, verb, above);
      return;
    }
}

/* The head of the name that ends at a word; -1 for none. */
static gint
name_ending(const KithWord *words, gint last)
{
  for (guint i = 0; i < HIGHEST && last >= 0 && words[last].upos == KITH_PROPN; i++) {
    if (words[last].deprel != KITH_DEP_FLAT && words[last].deprel != KITH_DEP_COMPOUND)
      return last;
    last = words[last].head;
  }
  return -1;
}

/* "the objections of Peru, whose leader left", "talks with Roe, who left": what has a leader, or leaves, is
 * the name, not the event. */
static void
mend_relative(KithWord *words, gint pronoun)
{
  static const char events[] =
      "talk talks objection cooperation meeting deal agreement accord attack sanction pressure criticism "
      "support decision protest negotiation visit dispute war conflict condemnation help contract pact bid "
      "relationship relation tie allegation accusation charge case verdict ruling interview arrest trial "
      "release death killing murder resignation appointment election nomination departure return arrival "
      "extradition fight battle clash row feud",
                    owned[] =
                        "leader president minister premier government army chief founder owner king "
                        "queen chairman chairwoman boss commander headquarters economy parliament ruler";
  const gboolean whose = strcmp(words[pronoun].lemma, "whose") == 0;
  if (pronoun < 2 || words[pronoun - 1].form[0] != ',' ||
      (!whose && (strcmp(words[pronoun].lemma, "who") != 0 ||
                  kith_deprel_universal((KithDeprel)words[pronoun].deprel) != KITH_DEP_NSUBJ)))
    return;
  const gint thing = words[pronoun].head, verb = whose && thing >= 0 ? words[thing].head : thing;
  const gint noun = verb >= 0 && words[verb].deprel == KITH_DEP_ACL_RELCL ? words[verb].head : -1;
  const gint name = name_ending(words, pronoun - 2);
  if (noun < 0 || name < 0 || noun >= name || words[noun].upos != KITH_NOUN || words[name].head != noun ||
      words[name].deprel != KITH_DEP_NMOD ||
      (!kith_mend_is_in(words[noun].lemma, events) &&
       (!whose || !kith_mend_is_in(words[thing].lemma, owned))))
    return;
  words[verb].head = name;
}

/* "the attacks in the old town of Lima which killed ten": what kills is the event, not where it was. */
static void
mend_deadly(KithWord *words, guint n, gint verb)
{
  static const char events[] =
      "attack bombing explosion blast strike airstrike air-strike shooting raid shelling assault "
      "accident crash earthquake flood fire clash ambush storm landslide";
  gint at = words[verb].head;
  const gint subject = kith_mend_child(words, n, verb, KITH_DEP_NSUBJ);
  if (words[verb].deprel != KITH_DEP_ACL_RELCL || at < 0 || subject < 0 ||
      !kith_mend_is_in(words[verb].lemma, "kill injure wound claim destroy target hit devastate") ||
      !kith_mend_is_in(words[subject].lemma, "which that"))
    return;
  for (guint i = 0; i < HIGHEST && words[at].deprel == KITH_DEP_NMOD && words[at].head >= 0; i++) {
    const gint preposition = kith_mend_child(words, n, at, KITH_DEP_CASE);
    if (preposition < 0 || !kith_mend_is_in(words[preposition].lemma, "in at on near of outside"))
      return;
    at = words[at].head;
    if (kith_mend_is_in(words[at].lemma, events)) {
      words[verb].head = at;
      return;
    }
  }
}

/* "In Lima, a city of poets, crowds met": of two subjects the one behind a name and a comma tells what the
 * name is. */
static void
mend_first_subject(KithWord *words, guint n, gint subject)
{
  const gint verb = words[subject].head, article = kith_mend_child(words, n, subject, KITH_DEP_DET);
  if (words[subject].deprel != KITH_DEP_NSUBJ || words[subject].upos != KITH_NOUN || verb < subject ||
      article < 2 || article > subject || strcmp(words[article].lemma, "a") != 0 ||
      words[article - 1].form[0] != ',')
    return;
  const gint name = name_ending(words, article - 2);
  if (name < 0)
    return;
  for (gint i = subject + 1; i < verb; i++)
    if (words[i].head == verb && words[i].deprel == KITH_DEP_NSUBJ) {
      words[subject].head = name;
      words[subject].deprel = KITH_DEP_APPOS;
      return;
    }
}

/* "named Ana Roe head of the bank": the post is what she is made, not what her name describes. */
static void
mend_post(KithWord *words, guint n, gint name)
{
  const gint post = words[name].head, verb = post >= 0 ? words[post].head : -1;
  gint last = name;
  while (last + 1 < (gint)n && words[last + 1].head == name && words[last + 1].deprel == KITH_DEP_FLAT)
    last++;
  if (words[name].deprel != KITH_DEP_COMPOUND || words[name].name != KITH_NAME_PER || post != last + 1 ||
      words[post].upos != KITH_NOUN || words[post].deprel != KITH_DEP_OBJ || verb != name - 1 ||
      !kith_mend_is_in(words[verb].lemma, "appoint name elect nominate"))
    return;
  words[name].head = words[post].head;
  words[name].deprel = KITH_DEP_OBJ;
  words[post].deprel = KITH_DEP_XCOMP;
}

/* "amid mounting criticism, it left": a participle behind a preposition that takes none is the noun's. */
static void
mend_amid(KithWord *words, guint n, gint verb)
{
  const gint amid = verb - 1, noun = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  if (amid < 0 || !has_tag(&words[verb], "VBG") || words[verb].deprel != KITH_DEP_ADVCL || noun != verb + 1 ||
      words[noun].upos != KITH_NOUN || words[amid].head != verb ||
      !kith_mend_is_in(words[amid].lemma, "amid amidst despite"))
    return;
  words[noun].head = words[verb].head;
  words[noun].deprel = KITH_DEP_OBL;
  words[verb].head = words[amid].head = noun;
  words[verb].deprel = KITH_DEP_AMOD;
  words[amid].deprel = KITH_DEP_CASE;
  for (gint i = noun + 1; i < MIN((gint)n, noun + KITH_MEND_REACH); i++)
    if (words[i].head == verb)
      words[i].head = noun;
}

/* "denied on Thursday charges by Rome": a day behind the verb is no part of what it does. */
static void
mend_day_before(KithWord *words, guint n, gint day)
{
  const gint thing = words[day].head, verb = thing >= 0 ? words[thing].head : -1;
  if (words[day].deprel != KITH_DEP_COMPOUND || thing < day || verb != day - 2 || verb < 0 ||
      words[verb].upos != KITH_VERB || words[thing].deprel != KITH_DEP_OBL ||
      !has_tag(&words[thing], "NN NNS") || words[day - 1].head != thing ||
      strcmp(words[day - 1].lemma, "on") != 0 ||
      !kith_mend_is_in(words[day].lemma, "Monday Tuesday Wednesday Thursday Friday Saturday Sunday") ||
      kith_mend_is_in(words[thing].lemma, "morning afternoon evening night") ||
      kith_mend_child(words, n, verb, KITH_DEP_OBJ) >= 0)
    return;
  words[day - 1].head = day;
  words[day].head = verb;
  words[day].deprel = KITH_DEP_OBL;
  words[thing].deprel = KITH_DEP_OBJ;
}

/* "defended the right of rebels to resist": whose right something is, is who does it. */
static void
mend_right(KithWord *words, guint n, gint owner)
{
  const gint right = words[owner].head, verb = right >= 0 ? words[right].head : -1;
  if (words[owner].deprel != KITH_DEP_NMOD || right < 0 || owner < right ||
      words[right].deprel != KITH_DEP_OBJ ||
      !kith_mend_is_in(words[right].lemma, "right plan decision refusal ability authority attempt effort"))
    return;
  for (gint i = owner + 2; i < MIN((gint)n, owner + 8); i++)
    if (words[i].upos == KITH_VERB && words[i].head == verb && words[i].deprel == KITH_DEP_ADVCL &&
        has_tag(&words[i], "VB") && strcmp(words[i - 1].lemma, "to") == 0 && words[i - 1].head == i) {
      words[i].head = owner;
      words[i].deprel = KITH_DEP_ACL;
      return;
    }
}

/* Nouns of what is done by somebody. */
static const char deeds[] =
    "attack bombing killing murder assassination arrest detention abduction kidnapping seizure invasion "
    "raid strike shelling massacre execution torture abuse violation decision plan attempt threat "
    "refusal call demand announcement treatment mistreatment use test launch deployment occupation "
    "takeover coup crackdown persecution burning beheading lynching poisoning stabbing statement remark "
    "comment publication claim allegation "
    "destruction demolition looting capture slaughter expulsion deportation purchase acquisition "
    "rejection condemnation";

/* The preposition "by" of a word, behind another; -1. */
static gint
by_of(const KithWord *words, guint n, gint word, gint behind)
{
  const gint by = kith_mend_child(words, n, word, KITH_DEP_CASE);
  return by > behind && strcmp(words[by].lemma, "by") == 0 ? by : -1;
}

/* "condemned the killing of pilgrims by rebels": a verb that is no passive has no agent; the deed has. */
static void
mend_doer(KithWord *words, guint n, gint doer)
{
  const gint verb = words[doer].head;
  if (words[doer].deprel != KITH_DEP_OBL || verb < 0 || verb > doer || !kith_mend_is_nominal(&words[doer]) ||
      words[verb].upos != KITH_VERB || !has_tag(&words[verb], "VBD VBZ VBP VB VBG") ||
      kith_mend_is_in(words[doer].lemma,
                      "Monday Tuesday Wednesday Thursday Friday Saturday Sunday year end month week day "
                      "midnight noon dawn dusk hour mail post phone telephone force law vote letter"))
    return;
  const gint deed = kith_mend_child(words, n, verb, KITH_DEP_OBJ), by = by_of(words, n, doer, deed);
  if (by < 0 || deed < verb || !kith_mend_is_in(words[deed].lemma, deeds))
    return;
  words[doer].head = deed;
  words[doer].deprel = KITH_DEP_NMOD;
}

/* "the destruction of the city's archive by rebels": who does it hangs on the deed, not on what it is done
 * to. */
static void
mend_undergone(KithWord *words, guint n, gint doer)
{
  const gint thing = words[doer].head, deed = thing >= 0 ? words[thing].head : -1;
  if (words[doer].deprel != KITH_DEP_NMOD || deed < 0 || deed > thing || thing > doer ||
      words[thing].deprel != KITH_DEP_NMOD || !kith_mend_is_in(words[deed].lemma, deeds) ||
      by_of(words, n, doer, thing) < 0)
    return;
  const gint of = kith_mend_child(words, n, thing, KITH_DEP_CASE);
  if (of > deed && strcmp(words[of].lemma, "of") == 0)
    words[doer].head = deed;
}

/* "denounced what it called blackmail by Rome": who does what something is called is no agent of calling it.
 */
static void
mend_called(KithWord *words, guint n, gint verb)
{
  const gint what = words[verb].head;
  if (words[verb].deprel != KITH_DEP_ACL_RELCL || what < 0 || strcmp(words[what].lemma, "what") != 0 ||
      kith_mend_child(words, n, verb, KITH_DEP_NSUBJ) < 0)
    return;
  gint thing = kith_mend_child(words, n, verb, KITH_DEP_XCOMP);
  if (thing < 0)
    thing = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  const gint by = thing >= 0 ? kith_mend_child(words, n, verb, KITH_DEP_OBL) : -1;
  const gint preposition = by > thing ? kith_mend_child(words, n, by, KITH_DEP_CASE) : -1;
  if (preposition < thing || preposition < 0 || words[thing].upos != KITH_NOUN ||
      strcmp(words[preposition].lemma, "by") != 0)
    return;
  words[by].head = thing;
  words[by].deprel = KITH_DEP_NMOD;
}

/* "Responding to the report Ana Roe, the envoy to Peru, said": of a name that hangs in the participle's
 * clause and what stands behind its comma, the name is the subject. */
static void
mend_speaker(KithWord *words, guint n, gint subject)
{
  const gint verb = words[subject].head, article = kith_mend_child(words, n, subject, KITH_DEP_DET);
  if (words[subject].deprel != KITH_DEP_NSUBJ || verb < subject || !kith_mend_is_nominal(&words[subject]) ||
      article < 4 || article > subject || words[article - 1].form[0] != ',')
    return;
  const gint name = name_ending(words, article - 2);
  if (name < 0 || words[name].name != KITH_NAME_PER || words[name].head >= name ||
      kith_mend_child(words, n, name, KITH_DEP_CASE) >= 0 ||
      kith_mend_child(words, n, name, KITH_DEP_CC) >= 0)
    return;
  gint above = words[name].head;
  for (guint i = 0; i < HIGHEST && above > 0 && words[above].deprel != KITH_DEP_ADVCL; i++)
    above = words[above].head;
  if (above != 0 || words[above].head != verb || !has_tag(&words[above], "VBG VBN") ||
      words[name].head == above)
    return;
  words[name].head = verb;
  words[name].deprel = KITH_DEP_NSUBJ;
  words[subject].head = name;
  words[subject].deprel = KITH_DEP_APPOS;
}

/* "is helping farmers, along with fishers and bakers": what stands beside the object is one as well. */
static void
mend_along(KithWord *words, guint n, gint along)
{
  const gint beside = words[along].head;
  if (along + 1 >= (gint)n || !kith_mend_is_in(words[along].lemma, "along together") ||
      strcmp(words[along + 1].lemma, "with") != 0 || words[along + 1].head != beside || beside < along ||
      words[beside].deprel != KITH_DEP_OBL || words[along - 1].form[0] != ',')
    return;
  const gint verb = words[beside].head, object = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  if (object < verb || object > along)
    return;
  for (gint i = object + 1; i < along; i++)
    if (words[i].head == verb && words[i].upos != KITH_PUNCT)
      return; /* something else stands between them */
  words[beside].head = object;
  words[beside].deprel = KITH_DEP_CONJ;
}

/* "took the town of Lima in Peru": a place right behind another one's name is where that is. */
static void
mend_where(KithWord *words, gint where)
{
  const gint verb = words[where].head;
  if (where < 3 || words[where].deprel != KITH_DEP_OBL || words[where].name != KITH_NAME_LOC || verb < 0 ||
      verb > where - 3 || words[where - 1].head != where || strcmp(words[where - 1].form, "in") != 0 ||
      words[where - 2].name != KITH_NAME_LOC)
    return;
  const gint place = name_ending(words, where - 2);
  if (place <= verb)
    return;
  words[where].head = place;
  words[where].deprel = KITH_DEP_NMOD;
}

/* "the start of efforts to take Lima": what is to be done is the efforts'. */
static void
mend_begun(KithWord *words, guint n, gint deed)
{
  const gint start = words[deed].head, to = kith_mend_child(words, n, deed, KITH_DEP_MARK);
  if (words[deed].deprel != KITH_DEP_ACL || start < 0 || start > deed || to < start ||
      strcmp(words[to].form, "to") != 0 ||
      !kith_mend_is_in(words[start].lemma,
                       "start beginning launch resumption continuation end failure success"))
    return;
  for (gint i = to - 1; i > start; i--) {
    const gint of = words[i].head == start && words[i].deprel == KITH_DEP_NMOD
                        ? kith_mend_child(words, n, i, KITH_DEP_CASE)
                        : -1;
    if (of > start && strcmp(words[of].form, "of") == 0) {
      words[deed].head = i;
      return;
    }
  }
}

/* "Acts of terror in Lima": where they are is the acts'. */
static void
mend_act(KithWord *words, guint n, gint where)
{
  const gint terror = words[where].head, act = terror >= 0 ? words[terror].head : -1;
  if (words[where].deprel != KITH_DEP_NMOD || act < 0 || act > terror || terror > where ||
      words[terror].deprel != KITH_DEP_NMOD || words[terror].upos != KITH_NOUN ||
      !kith_mend_is_in(words[act].lemma, "act wave campaign reign") ||
      !kith_mend_is_in(words[terror].lemma, "terror terrorism violence aggression war sabotage"))
    return;
  const gint in = kith_mend_child(words, n, where, KITH_DEP_CASE);
  if (in > terror && kith_mend_is_in(words[in].lemma, "in on against at"))
    words[where].head = act;
}

/* "Kidnapped citizens from Chad": where they are from is no way that they go. */
static void
mend_taken(KithWord *words, guint n, gint land)
{
  const gint verb = words[land].head, from = kith_mend_child(words, n, land, KITH_DEP_CASE);
  const gint people = from - 1;
  if (verb < 0 || people <= verb || from > land || words[land].upos != KITH_PROPN ||
      kith_deprel_universal((KithDeprel)words[land].deprel) == KITH_DEP_NMOD ||
      strcmp(words[from].lemma, "from") != 0 || words[people].head != verb ||
      words[people].deprel != KITH_DEP_OBJ || !has_tag(&words[people], "NNS") ||
      !kith_mend_is_in(words[people].lemma,
                       "citizen national worker soldier villager student tourist woman man "
                       "girl boy fighter official civilian journalist") ||
      !kith_mend_is_in(words[verb].lemma, "kill abduct kidnap murder arrest detain meet attack wound injure "
                                          "behead execute host receive train interview recruit jail"))
    return;
  words[land].head = people;
  words[land].deprel = KITH_DEP_NMOD;
}

/* Who works with others, or helps them. */
static const char partners[] = "partner ally friend colleague community coalition neighbour "
                               "neighbor force",
                  joined[] = "work cooperate collaborate coordinate partner stand join team strive unite",
                  helped[] = "support help train equip arm fund back assist aid defend protect strengthen";

/* "Works with its partners in Peru": where they are. "works with them in Peru and the community to end it":
 * what for is why one works, not what they are. */
static void
mend_partners(KithWord *words, guint n, gint word)
{
  if (words[word].deprel == KITH_DEP_OBL && words[word].upos == KITH_PROPN && words[word].head >= 0) {
    const gint in = kith_mend_child(words, n, word, KITH_DEP_CASE), verb = words[word].head;
    const gint partner = in - 1, owner = partner > 0 ? kith_mend_child(words, n, partner, KITH_DEP_NMOD) : -1;
    if (in > verb + 1 && in < word && words[partner].head == verb &&
        kith_mend_is_in(words[in].lemma, "in across throughout from") && words[partner].upos == KITH_NOUN &&
        kith_mend_is_in(words[partner].lemma, partners) && owner >= 0 &&
        words[owner].deprel == KITH_DEP_NMOD_POSS &&
        (words[partner].deprel == KITH_DEP_OBL || words[partner].deprel == KITH_DEP_OBJ) &&
        kith_mend_is_in(words[verb].lemma, words[partner].deprel == KITH_DEP_OBJ ? helped : joined)) {
      words[word].head = partner;
      words[word].deprel = KITH_DEP_NMOD;
    }
    return;
  }
  gint above = words[word].head;
  if (words[word].deprel != KITH_DEP_ACL || above < 0 || above > word || !has_tag(&words[word], "VB") ||
      strcmp(words[word - 1].lemma, "to") != 0 ||
      (words[above].upos != KITH_PROPN && !kith_mend_is_in(words[above].lemma, partners)))
    return;
  for (guint i = 0; i < HIGHEST && above >= 0 && kith_mend_is_nominal(&words[above]); i++) {
    const gint with = kith_mend_child(words, n, above, KITH_DEP_CASE);
    if (words[above].deprel == KITH_DEP_OBL && with >= 0 && strcmp(words[with].lemma, "with") != 0)
      return;
    above = words[above].head;
  }
  if (above < 0 || words[above].upos != KITH_VERB || !kith_mend_is_in(words[above].lemma, joined))
    return;
  words[word].head = above;
  words[word].deprel = KITH_DEP_ADVCL;
}

/* "The friends and loved ones of Roe": no second verb but a noun beside the first. */
static void
mend_loved(KithWord *words, guint n, gint ones)
{
  const gint loved = ones - 1, and = ones - 2, friends = ones - 3;
  if (friends < 0 || g_ascii_strcasecmp(words[loved].form, "loved") != 0 || words[ones].head != loved ||
      words[loved].deprel != KITH_DEP_CONJ || words[and].upos != KITH_CCONJ ||
      words[friends].upos != KITH_NOUN || strcmp(words[ones].form, "ones") != 0)
    return;
  for (gint i = loved; i < MIN((gint)n, loved + KITH_MEND_REACH); i++)
    if (words[i].head == loved)
      words[i].head = ones;
  words[ones].head = friends;
  words[ones].deprel = KITH_DEP_CONJ;
  words[loved].head = words[and].head = ones;
  words[loved].deprel = KITH_DEP_AMOD;
}

/* "Ana Roe, 42, from Lima, met him": where somebody is from hangs on who it is, between their commas. */
static void
mend_origin(KithWord *words, guint n, gint place)
{
  const gint verb = words[place].head;
  if (place < 3 || words[place].deprel != KITH_DEP_OBL || words[place].upos != KITH_PROPN || verb < place ||
      words[place - 1].head != place || g_ascii_strcasecmp(words[place - 1].form, "from") != 0 ||
      strcmp(words[place - 2].form, ",") != 0)
    return;
  const gint subject = kith_mend_child(words, n, verb, KITH_DEP_NSUBJ);
  gint end = place + 1;
  while (end < verb && (words[end].head == place || words[end].upos == KITH_PUNCT))
    end++; /* "from Lima, Peru," */
  if (subject < 0 || subject > place || words[subject].upos != KITH_PROPN ||
      strcmp(words[end - 1].form, ",") != 0)
    return;
  words[place].head = subject;
  words[place].deprel = KITH_DEP_NMOD;
}

/* "The Taliban and Afghan officials": a body and people of a country, not people of both; but "the Labour and
 * Conservative parties". */
static void
mend_body_and_people(KithWord *words, guint n, gint people)
{
  const gint land = people - 1, and = people - 2, body = people - 3, the = people - 4;
  if (the < 0 || words[body].upos != KITH_PROPN || words[body].head != people ||
      words[body].deprel != KITH_DEP_COMPOUND || words[land].upos != KITH_ADJ || words[land].head != body ||
      words[land].deprel != KITH_DEP_CONJ || !g_ascii_isupper(words[land].form[0]) ||
      words[and].upos != KITH_CCONJ || words[the].head != people ||
      g_ascii_strcasecmp(words[the].form, "the") != 0 ||
      !kith_mend_is_in(words[people].lemma,
                       "official leader diplomat negotiator representative force troop soldier "
                       "minister authority delegate envoy fighter lawmaker officer"))
    return;
  for (gint i = MAX(people - KITH_MEND_REACH, 0); i < MIN((gint)n, people + KITH_MEND_REACH); i++)
    if (i != body && i != land && words[i].head == people && i < people)
      words[i].head = body; /* article and preposition */
  words[body].head = words[people].head;
  words[body].deprel = words[people].deprel;
  words[people].head = body;
  words[people].deprel = KITH_DEP_CONJ;
  words[land].head = words[and].head = people;
  words[land].deprel = KITH_DEP_AMOD;
}

void
kith_mend_attached(KithWord *words, guint n, gint word)
{
  mend_where(words, word);
  mend_act(words, n, word);
  mend_loved(words, n, word);
  mend_body_and_people(words, n, word);
  mend_origin(words, n, word);
  mend_taken(words, n, word);
  mend_partners(words, n, word);
  mend_relative(words, word);
  mend_first_subject(words, n, word);
  mend_speaker(words, n, word);
  mend_undergone(words, n, word);
  if (word > 0)
    mend_along(words, n, word);
  mend_post(words, n, word);
  mend_doer(words, n, word);
  mend_day_before(words, n, word);
  mend_right(words, n, word);
  if (words[word].upos != KITH_VERB)
    return;
  mend_begun(words, n, word);
  mend_second(words, n, word);
  mend_deadly(words, n, word);
  mend_amid(words, n, word);
  mend_called(words, n, word);
}
