/* Clauses put right: what the predicate is, who its subject is, and what depends on what. */
#include "syntax/mend-parts.h"

#include <string.h>

/* Whether a verb is finite by its tag; -es and -ed forms alone where sure is set. */
static gboolean
is_finite(const KithWord *word, gboolean sure)
{
  return word->upos == KITH_VERB && word->xpos != NULL &&
         kith_mend_is_in(word->xpos, sure ? "VBD VBZ" : "VBD VBZ VBP");
}

static gboolean
has(const KithWord *words, guint n, gint head, KithDeprel universal)
{
  return kith_mend_child(words, n, head, universal) >= 0;
}

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

/* "it had armed": the auxiliary has no subject of its own. */
static void
mend_auxiliary(KithWord *words, gint word)
{
  gint aux = words[word].head;
  if (aux >= 0 && kith_deprel_universal((KithDeprel)words[word].deprel) == KITH_DEP_NSUBJ &&
      words[aux].upos == KITH_AUX && kith_deprel_universal((KithDeprel)words[aux].deprel) == KITH_DEP_AUX)
    words[word].head = words[aux].head;
}

/* "Norway has broken relations": a participle right behind "have" is its verb, not an adjective of a noun
 * that the subject is said to have; behind an auxiliary whatever the subject. */
static void
mend_perfect(KithWord *words, guint n, gint verb)
{
  const gint have = verb - 1, object = words[verb].head;
  if (have < 1 || object < verb || words[verb].deprel != KITH_DEP_AMOD || words[verb].xpos == NULL ||
      strcmp(words[verb].xpos, "VBN") != 0 || strcmp(words[have].lemma, "have") != 0 ||
      words[object].head != have || words[object].deprel != KITH_DEP_OBJ)
    return;
  const gint subject = kith_mend_child(words, n, have, KITH_DEP_NSUBJ);
  if (words[have].upos != KITH_AUX && (subject != have - 1 || words[subject].upos != KITH_PROPN))
    return;
  words[verb].head = words[have].head;
  words[verb].deprel = words[have].deprel;
  for (gint i = MAX(0, have - KITH_MEND_REACH); i < MIN((gint)n, have + KITH_MEND_REACH); i++)
    if (words[i].head == have)
      words[i].head = verb;
  words[have].head = verb;
  words[have].deprel = KITH_DEP_AUX;
  words[have].upos = KITH_AUX;
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

static const char speaking[] =
    "say write report reply add argue warn claim complain recall ask announce insist explain note read "
    "declare "
    "state predict conclude order joke quip remark observe concede admit boast lament shout";

/* The clause before a verb of speech that it holds, whatever the parser calls it; -1. */
static gint
said_before(const KithWord *words, guint n, gint verb)
{
  for (gint i = MAX(verb - KITH_MEND_REACH, 0); i < verb; i++)
    if (words[i].head == verb && words[i].upos == KITH_VERB && !has(words, n, i, KITH_DEP_MARK) &&
        words[i].xpos != NULL && strcmp(words[i].xpos, "VBG") != 0)
      switch (kith_deprel_universal((KithDeprel)words[i].deprel)) {
      case KITH_DEP_ADVCL:
      case KITH_DEP_CCOMP:
      case KITH_DEP_CSUBJ:
      case KITH_DEP_NSUBJ:
      case KITH_DEP_PARATAXIS:
        return i;
      default:
        break;
      }
  return -1;
}

/* Whether a verb stands beside the clause before it as its speaker's: hung on it, with a comma alone. */
static gboolean
is_beside_said(const KithWord *words, guint n, gint verb)
{
  if (words[verb].deprel == KITH_DEP_CCOMP || words[verb].deprel == KITH_DEP_PARATAXIS)
    return words[verb].head < verb;
  if (words[verb].deprel != KITH_DEP_CONJ || words[verb].head >= verb || has(words, n, verb, KITH_DEP_CC))
    return FALSE;
  for (gint i = verb + 1; i < MIN((gint)n, verb + KITH_MEND_REACH); i++)
    if (words[i].head == words[verb].head && words[i].deprel == KITH_DEP_CONJ)
      return FALSE; /* "he left, told the paper and slept" */
  return TRUE;
}

/* ", wrote the paper": a verb of speech before its subject, which is no object. */
static void
mend_inverted(KithWord *words, guint n, gint verb)
{
  gint object = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  if (object < 0)
    object = kith_mend_child(words, n, verb, KITH_DEP_IOBJ);
  if (object < 0 && words[verb].deprel == KITH_DEP_CONJ &&
      kith_mend_child(words, n, verb, KITH_DEP_NSUBJ) > verb)
    object = kith_mend_child(words, n, verb, KITH_DEP_NSUBJ); /* its subject already, but a conjunct */
  if (verb == 0 || object <= verb || words[verb - 1].upos != KITH_PUNCT || words[verb].xpos == NULL ||
      !kith_mend_is_nominal(&words[object]) || !kith_mend_is_in(words[verb].xpos, "VBD VBZ VBN") ||
      !kith_mend_is_in(words[verb].lemma, speaking) ||
      (has(words, n, verb, KITH_DEP_NSUBJ) && said_before(words, n, verb) < 0 &&
       words[object].deprel != KITH_DEP_NSUBJ) ||
      has(words, n, verb, KITH_DEP_MARK) || has(words, n, verb, KITH_DEP_AUX))
    return;
  gint said = said_before(words, n, verb);
  if (said >= 0)
    words[said].deprel = KITH_DEP_CCOMP;
  else if (is_beside_said(words, n, verb))
    words[verb].deprel = KITH_DEP_PARATAXIS;
  else
    return;
  words[object].deprel = KITH_DEP_NSUBJ;
}

/* Whether a verb that the noun at the root is above is the clause that the noun is the subject of. */
static gboolean
is_clause_of(const KithWord *words, guint n, gint root, gint verb)
{
  enum { STEPS = 4 };
  const KithDeprel rel = (KithDeprel)words[verb].deprel;
  if (!is_finite(&words[verb], TRUE) || has(words, n, verb, KITH_DEP_NSUBJ) ||
      has(words, n, verb, KITH_DEP_CSUBJ) || has(words, n, verb, KITH_DEP_EXPL) ||
      has(words, n, verb, KITH_DEP_MARK) || has(words, n, verb, KITH_DEP_CC) ||
      (rel != KITH_DEP_CONJ && rel != KITH_DEP_ADVCL && rel != KITH_DEP_NMOD))
    return FALSE;
  gint at = words[verb].head;
  for (guint i = 0; i < STEPS && at > root; i++) {
    if (at > verb || words[at].deprel == KITH_DEP_ACL_RELCL || words[at].deprel == KITH_DEP_PARATAXIS)
      return FALSE;
    at = words[at].head;
  }
  return at == root;
}

/* "talks with the navy worries him", where the verb is a phrase's noun to the parser: the noun before it
 * takes its place; FALSE where there is none. */
static gboolean
free_verb(KithWord *words, guint n, gint verb)
{
  gint noun = kith_mend_child(words, n, verb, KITH_DEP_COMPOUND);
  if (words[verb].deprel != KITH_DEP_NMOD)
    return !has(words, n, verb, KITH_DEP_CASE);
  if (noun < 0 || noun != verb - 1)
    return FALSE;
  for (gint i = MAX(noun - KITH_MEND_REACH, 0); i < noun; i++)
    if (words[i].head == verb)
      words[i].head = noun;
  words[noun].head = words[verb].head;
  words[noun].deprel = KITH_DEP_NMOD;
  return TRUE;
}

/* Makes a verb behind the root the root, with what stands behind it, and the old root its dependent. */
static void
take_root(KithWord *words, guint n, gint root, gint verb, KithDeprel relation)
{
  words[verb].head = KITH_HEAD_ROOT;
  words[verb].deprel = KITH_DEP_ROOT;
  words[root].head = verb;
  words[root].deprel = (guint8)relation;
  for (gint i = verb + 1; i < (gint)n; i++)
    if (words[i].head == root)
      words[i].head = verb;
}

/* "Talks between them collapsed", a noun with a finite verb behind it that has no subject: its subject. */
static void
mend_root(KithWord *words, guint n, gint root)
{
  if (words[root].head != KITH_HEAD_ROOT || !kith_mend_is_nominal(&words[root]) ||
      has(words, n, root, KITH_DEP_COP) || has(words, n, root, KITH_DEP_NSUBJ))
    return;
  for (gint i = root + 1; i < MIN((gint)n, root + KITH_MEND_REACH); i++) {
    if (words[i].form[0] == ':' || words[i].form[0] == ';')
      return;
    if (!is_clause_of(words, n, root, i) || !free_verb(words, n, i))
      continue;
    take_root(words, n, root, i, KITH_DEP_NSUBJ);
    return;
  }
}

/* "Among the guests was Ana Roe": where somebody is stands first, and who it is behind the verb. */
static void
mend_among(KithWord *words, guint n, gint who)
{
  const gint be = kith_mend_child(words, n, who, KITH_DEP_COP);
  if (words[who].head != KITH_HEAD_ROOT || !kith_mend_is_nominal(&words[who]) || be < 2 || be > who ||
      has(words, n, who, KITH_DEP_NSUBJ) || has(words, n, who, KITH_DEP_EXPL) ||
      has(words, n, who, KITH_DEP_CASE))
    return;
  gint place = kith_mend_child(words, n, who, KITH_DEP_NMOD);
  if (place < 0 || place > be)
    place = kith_mend_child(words, n, who, KITH_DEP_OBL);
  if (place < 0 || place > be)
    return;
  const gint preposition = kith_mend_child(words, n, place, KITH_DEP_CASE);
  if (preposition < 0 || preposition > place ||
      !kith_mend_is_in(words[preposition].lemma, "among amongst behind beside in inside near on with under"))
    return;
  for (gint i = 0; i < be; i++)
    if (words[i].head == who && i != place && words[i].upos != KITH_PUNCT)
      return;
  words[place].head = KITH_HEAD_ROOT;
  words[place].deprel = KITH_DEP_ROOT;
  words[who].head = place;
  words[who].deprel = KITH_DEP_NSUBJ;
  words[be].head = place;
  for (gint i = MAX(0, be - KITH_MEND_REACH); i < MIN((gint)n, who + KITH_MEND_REACH); i++)
    if (words[i].head == who && words[i].deprel == KITH_DEP_PUNCT && (i < be || i == (gint)n - 1))
      words[i].head = place;
}

/* "Denied a visa by Peru, she showed her work": a participle before a clause that has a subject only says
 * more. */
static void
mend_fronted(KithWord *words, guint n, gint verb)
{
  if (verb > 1 || words[verb].head != KITH_HEAD_ROOT || words[verb].xpos == NULL ||
      !kith_mend_is_in(words[verb].xpos, "VBD VBN") || has(words, n, verb, KITH_DEP_NSUBJ) ||
      has(words, n, verb, KITH_DEP_AUX))
    return;
  gboolean by = strcmp(words[verb].xpos, "VBN") == 0, comma = FALSE;
  for (gint i = verb + 1; i < MIN((gint)n, verb + KITH_MEND_REACH); i++) {
    by = by || (!comma && strcmp(words[i].lemma, "by") == 0);
    comma = comma || words[i].form[0] == ',';
    const KithDeprel rel = kith_deprel_universal((KithDeprel)words[i].deprel);
    if (!comma || !by || words[i].head != verb || !is_finite(&words[i], FALSE) ||
        !has(words, n, i, KITH_DEP_NSUBJ) ||
        (rel != KITH_DEP_PARATAXIS && rel != KITH_DEP_CCOMP && rel != KITH_DEP_ADVCL) ||
        has(words, n, i, KITH_DEP_MARK))
      continue;
    take_root(words, n, verb, i, KITH_DEP_ADVCL);
    return;
  }
}

/* "Asked about the deal, the minister said no": where a verb has no subject, the noun behind the comma of
 * what comes before it is its subject, not one more name of the last noun there. */
static void
mend_fronted_subject(KithWord *words, guint n, gint verb)
{
  if (!is_finite(&words[verb], TRUE) || words[verb].head != KITH_HEAD_ROOT ||
      has(words, n, verb, KITH_DEP_NSUBJ) || has(words, n, verb, KITH_DEP_CSUBJ) ||
      has(words, n, verb, KITH_DEP_EXPL))
    return;
  gint clause = kith_mend_child(words, n, verb, KITH_DEP_ADVCL);
  if (clause < 0 || clause > verb)
    clause = kith_mend_child(words, n, verb, KITH_DEP_CCOMP);
  if (clause < 0 || clause > verb || words[clause].xpos == NULL ||
      !kith_mend_is_in(words[clause].xpos, "VBD VBN VBG"))
    return;
  for (gint i = clause + 1; i < verb; i++) {
    const gint article = kith_mend_child(words, n, i, KITH_DEP_DET),
               begin = article >= 0 && article < i ? article : i;
    gint at = words[i].head;
    if (words[i].deprel != KITH_DEP_APPOS || begin < 1 || words[begin - 1].form[0] != ',' || at > i)
      continue;
    for (guint k = 0; k < KITH_MEND_REACH && at > clause; k++)
      at = words[at].head;
    if (at != clause)
      continue;
    words[i].head = verb;
    words[i].deprel = KITH_DEP_NSUBJ;
    words[clause].deprel = KITH_DEP_ADVCL;
    return;
  }
}

/* "at a hotel Acme owns": a clause without a mark whose subject stands right behind a noun, which is its
 * object. */
static void
mend_contact(KithWord *words, guint n, gint verb)
{
  if (!is_finite(&words[verb], FALSE) || words[verb].deprel != KITH_DEP_ADVCL ||
      has(words, n, verb, KITH_DEP_MARK) || has(words, n, verb, KITH_DEP_OBJ) ||
      has(words, n, verb, KITH_DEP_CCOMP) || words[verb].head < 0 || has(words, n, verb, KITH_DEP_XCOMP) ||
      verb < 3 || words[verb].head > verb)
    return;
  gint subject = verb - 1, noun = subject - 1;
  if (words[subject].upos != KITH_PROPN || words[noun].upos != KITH_NOUN || words[noun].head != verb ||
      !has(words, n, noun, KITH_DEP_CASE) ||
      (words[subject].head != verb &&
       (words[subject].head != noun || words[subject].deprel != KITH_DEP_APPOS)))
    return;
  gboolean phrase = words[words[verb].head].upos == KITH_VERB;
  words[noun].head = words[verb].head;
  words[noun].deprel = phrase ? KITH_DEP_OBL : KITH_DEP_NMOD;
  words[verb].head = noun;
  words[verb].deprel = KITH_DEP_ACL_RELCL;
  words[subject].head = verb;
  words[subject].deprel = KITH_DEP_NSUBJ;
}

/* "urged the banks to lend": what somebody is to do is the verb's, not his. */
static void
mend_control(KithWord *words, guint n, gint verb)
{
  gint whom = words[verb].head, asking = whom >= 0 ? words[whom].head : -1;
  gint mark = kith_mend_child(words, n, verb, KITH_DEP_MARK);
  if (words[verb].deprel != KITH_DEP_ACL || whom > verb || words[whom].deprel != KITH_DEP_IOBJ ||
      asking < 0 || mark < 0 || words[mark].upos != KITH_PART || has(words, n, asking, KITH_DEP_OBJ) ||
      has(words, n, asking, KITH_DEP_XCOMP))
    return;
  words[verb].head = asking;
  words[verb].deprel = KITH_DEP_XCOMP;
}

/* "refused on Monday to pay": what is refused, and not what for. */
static void
mend_complement(KithWord *words, guint n, gint verb)
{
  if (words[verb].deprel != KITH_DEP_ADVCL)
    return;
  const gint above = words[verb].head, mark = kith_mend_child(words, n, verb, KITH_DEP_MARK);
  if (above < 0 || above > mark || mark < 2 || words[mark].upos != KITH_PART ||
      words[mark - 1].upos == KITH_PUNCT || words[above].upos != KITH_VERB ||
      has(words, n, above, KITH_DEP_OBJ) || has(words, n, above, KITH_DEP_XCOMP) ||
      has(words, n, above, KITH_DEP_CCOMP) || has(words, n, above, KITH_DEP_AUX_PASS) ||
      !kith_mend_is_in(words[above].lemma,
                       "agree attempt decide decline hope intend offer plan pledge promise "
                       "refuse threaten vote vow"))
    return;
  words[verb].deprel = KITH_DEP_XCOMP;
}

/* "wants Acme, not Roe, to pay": what somebody is wanted to do, on whatever the parser hung it. */
static void
mend_wanted(KithWord *words, guint n, gint verb)
{
  const gint asking = words[verb].head, mark = kith_mend_child(words, n, verb, KITH_DEP_MARK);
  const gint whom = asking >= 0 ? kith_mend_child(words, n, asking, KITH_DEP_OBJ) : -1;
  if (words[verb].deprel != KITH_DEP_ADVCL || asking < 0 || asking > verb || mark < 0 ||
      words[mark].upos != KITH_PART || whom < asking || whom > mark ||
      has(words, n, asking, KITH_DEP_XCOMP) || has(words, n, verb, KITH_DEP_NSUBJ) ||
      has(words, n, asking, KITH_DEP_IOBJ) ||
      !kith_mend_is_in(words[asking].lemma, "want expect urge persuade force order encourage compel"))
    return;
  words[verb].deprel = KITH_DEP_XCOMP;
}

/* Whether a name stands among the words from first to last. */
static gboolean
is_named(const KithWord *words, gint first, gint last)
{
  for (gint i = first; i <= last; i++)
    if (words[i].upos == KITH_PROPN)
      return TRUE;
  return FALSE;
}

/* "accused the firm Acme of theft", "convicted the man in the hat of stealing it": the charge is the verb's,
 * on whatever noun of its object the parser hung it. */
static void
mend_charge(KithWord *words, guint n, gint verb)
{
  static const char charging[] = "accuse acquit convict suspect clear absolve exonerate";
  static const char taking_of[] = "warn inform notify remind assure convince rob deprive strip rid";
  const gboolean charges = kith_mend_is_in(words[verb].lemma, charging);
  if (!charges && !kith_mend_is_in(words[verb].lemma, taking_of))
    return;
  gint object = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  if (object < 0)
    object = kith_mend_child(words, n, verb, KITH_DEP_IOBJ);
  if (object < 0 && (kith_mend_child(words, n, verb, KITH_DEP_NSUBJ) >= 0 ||
                     words[verb].deprel == KITH_DEP_ACL || words[verb].deprel == KITH_DEP_ADVCL))
    object = kith_mend_child(words, n, verb, KITH_DEP_OBL); /* "was accused by the court of" */
  if (object < verb)
    return;
  for (gint i = object + 1; i < MIN((gint)n, verb + KITH_MEND_REACH); i++) {
    if (words[i].lemma == NULL || strcmp(words[i].lemma, "of") != 0 || words[i].head <= i)
      continue;
    gint charge = words[i].head, at = words[charge].head;
    const gboolean gerund = charges &&
                            (words[charge].deprel == KITH_DEP_ACL ||
                             (words[charge].deprel == KITH_DEP_NMOD && words[charge].upos == KITH_VERB)) &&
                            ((words[charge].xpos != NULL && strcmp(words[charge].xpos, "VBG") == 0) ||
                             (i + 1 < (gint)n && g_ascii_strcasecmp(words[i + 1].form, "having") == 0));
    const gboolean noun = words[charge].deprel == KITH_DEP_NMOD && words[charge].upos == KITH_NOUN;
    gboolean parted = words[i - 1].upos == KITH_PUNCT;
    if (noun && at == object && is_named(words, object, i - 1))
      parted = TRUE;
    gint beside =
        -1; /* "the firm running it of selling it": a participle right behind the object is its own */
    for (guint k = 0; k < KITH_MEND_REACH && at > object; k++) {
      if (words[at].head == verb && words[at].deprel == KITH_DEP_ADVCL && words[at - 1].upos != KITH_PUNCT &&
          !has(words, n, at, KITH_DEP_MARK))
        beside = at;
      at = beside == at ? object : words[at].head;
    }
    if (at != object || !(gerund || (noun && parted)))
      continue;
    if (beside >= 0) {
      words[beside].head = object;
      words[beside].deprel = KITH_DEP_ACL;
    }
    if (gerund)
      words[i].deprel = KITH_DEP_MARK;
    words[charge].head = verb;
    words[charge].deprel = gerund ? KITH_DEP_ADVCL : KITH_DEP_OBL;
    return;
  }
}

/* "let Acme train nurses": whom a verb lets do something, whose verb is a noun to the tagger. */
static void
mend_let(KithWord *words, guint n, gint let)
{
  if (strcmp(words[let].lemma, "let") != 0 || let + 3 >= (gint)n || words[let + 1].upos != KITH_PROPN)
    return;
  gint who = let + 1;
  while (who + 1 < (gint)n && words[who + 1].upos == KITH_PROPN)
    who++;
  gint verb = who + 1, object = verb + 1;
  if (object >= (gint)n || words[verb].xpos == NULL || strcmp(words[verb].xpos, "NN") != 0 ||
      words[who].head != verb || !kith_mend_is_nominal(&words[object]))
    return;
  if (words[verb].head == object && words[object].head == let) /* "train nurses" as one noun */
    words[object].head = verb;
  else if (words[verb].head != let || words[object].head != verb)
    return;
  words[object].deprel = KITH_DEP_OBJ;
  words[verb].head = let;
  words[verb].deprel = KITH_DEP_XCOMP;
  words[verb].upos = KITH_VERB;
  words[verb].xpos = "VB";
  words[who].head = let;
  words[who].deprel = KITH_DEP_OBJ;
}

/* "the boat that they fired on": a pronoun that has a preposition is no object. */
static void
mend_stranded(KithWord *words, guint n, gint pronoun)
{
  if (words[pronoun].upos == KITH_PRON && words[pronoun].deprel == KITH_DEP_OBJ &&
      words[pronoun].head > pronoun &&
      kith_mend_child(words, n, pronoun, KITH_DEP_CASE) > words[pronoun].head)
    words[pronoun].deprel = KITH_DEP_OBL;
}

/* "met Acme, which had left the port, and may meet Roe": behind the comma that ends a relative clause the
 * main one goes on, where it has an auxiliary of its own. */
static void
mend_resumed(KithWord *words, guint n, gint verb)
{
  const gint inner = words[verb].head, noun = inner >= 0 ? words[inner].head : -1;
  const gint cc = kith_mend_child(words, n, verb, KITH_DEP_CC),
             aux = kith_mend_child(words, n, verb, KITH_DEP_AUX);
  if (words[verb].deprel != KITH_DEP_CONJ || noun < 0 || inner > verb || noun > inner ||
      words[inner].deprel != KITH_DEP_ACL_RELCL || cc < 1 || cc > verb || words[cc - 1].form[0] != ',' ||
      aux < cc || has(words, n, verb, KITH_DEP_NSUBJ))
    return;
  const gint main = words[noun].head;
  const gint pronoun = kith_mend_child(words, n, inner, KITH_DEP_NSUBJ);
  if (main < 0 || main > noun || words[main].upos != KITH_VERB || pronoun < 1 ||
      words[pronoun - 1].form[0] != ',' || words[pronoun].upos != KITH_PRON ||
      !has(words, n, main, KITH_DEP_NSUBJ))
    return;
  words[verb].head = main;
}

/* "hired the pilot Acme had fired", where the second verb is what is said to the parser: the first says
 * nothing. */
static void
mend_shared(KithWord *words, guint n, gint verb)
{
  const gint above = words[verb].head, subject = kith_mend_child(words, n, verb, KITH_DEP_NSUBJ);
  const gint noun = subject - 1;
  if (words[verb].deprel != KITH_DEP_CCOMP || above < 0 || above > noun || noun < 1 ||
      words[subject].upos != KITH_PROPN || words[noun].upos != KITH_NOUN || words[noun].head != above ||
      words[noun].deprel != KITH_DEP_OBJ || has(words, n, verb, KITH_DEP_MARK) ||
      has(words, n, verb, KITH_DEP_OBJ) || has(words, n, verb, KITH_DEP_CCOMP) ||
      has(words, n, verb, KITH_DEP_XCOMP) ||
      kith_mend_is_in(
          words[above].lemma,
          "tell inform assure warn convince persuade remind notify promise show teach advise bet ask alert "
          "reassure caution satisfy"))
    return;
  words[verb].head = noun;
  words[verb].deprel = KITH_DEP_ACL_RELCL;
}

/* "Iran, warned the minister, is arming them": a verb of speech between commas has its subject behind it, and
 * the noun before the commas is that of the clause. */
static void
mend_aside(KithWord *words, guint n, gint verb)
{
  const gint noun = kith_mend_child(words, n, verb, KITH_DEP_NSUBJ),
             speaker = kith_mend_child(words, n, verb, KITH_DEP_OBJ);
  const gint said = kith_mend_child(words, n, verb, KITH_DEP_CCOMP);
  if (noun < 0 || verb < 2 || words[verb - 1].form[0] != ',' || noun > verb - 2 || speaker < verb ||
      said < speaker || !kith_mend_is_nominal(&words[speaker]) ||
      !kith_mend_is_in(words[verb].lemma, speaking) || has(words, n, said, KITH_DEP_NSUBJ) ||
      has(words, n, said, KITH_DEP_MARK) ||
      (!is_finite(&words[said], FALSE) && !has(words, n, said, KITH_DEP_AUX)))
    return;
  gint comma = said - 1;
  while (comma > speaker && words[comma].form[0] != ',')
    comma--;
  if (comma == speaker)
    return;
  words[noun].head = said;
  words[speaker].deprel = KITH_DEP_NSUBJ;
}

/* "Peru, whose boats Chad had seized": what is somebody's is the object, where the verb has a subject behind
 * it. */
static void
mend_whose(KithWord *words, guint n, gint verb)
{
  const gint thing = kith_mend_child(words, n, verb, KITH_DEP_NSUBJ), who = thing + 1;
  if (words[verb].deprel != KITH_DEP_ACL_RELCL || thing < 1 || who >= verb ||
      has(words, n, verb, KITH_DEP_OBJ) || words[thing - 1].head != thing ||
      strcmp(words[thing - 1].lemma, "whose") != 0 ||
      kith_deprel_universal((KithDeprel)words[thing].deprel) != KITH_DEP_NSUBJ ||
      words[thing].deprel == KITH_DEP_NSUBJ_PASS)
    return;
  const gboolean apart = words[who].head == verb && words[who].upos == KITH_PRON &&
                         kith_deprel_universal((KithDeprel)words[who].deprel) == KITH_DEP_NSUBJ;
  const gboolean beside = words[who].head == thing && words[who].deprel == KITH_DEP_APPOS &&
                          (words[who].name == KITH_NAME_LOC || words[who].name == KITH_NAME_ORG);
  if (!apart && !beside)
    return;
  words[thing].deprel = KITH_DEP_OBJ;
  words[who].head = verb;
  words[who].deprel = KITH_DEP_NSUBJ;
}

/* "the promise it made to Peru, which mediates": behind a clause of a noun's a second one is that of the name
 * before its comma. */
static void
mend_second(KithWord *words, guint n, gint verb)
{
  const gint noun = words[verb].head, pronoun = kith_mend_child(words, n, verb, KITH_DEP_NSUBJ);
  if (words[verb].deprel != KITH_DEP_ACL_RELCL || noun < 0 || pronoun < noun + 3 || pronoun > verb ||
      !kith_mend_is_in(words[pronoun].lemma, "which who") || words[pronoun - 1].form[0] != ',' ||
      words[noun].upos != KITH_NOUN || words[pronoun - 2].upos != KITH_PROPN)
    return;
  gint name = pronoun - 2;
  while (words[name].deprel == KITH_DEP_FLAT && words[name].head > noun && words[name].head < name)
    name = words[name].head;
  const gint clause = words[name].head;
  if (clause <= noun || clause > name || words[clause].head != noun ||
      words[clause].deprel != KITH_DEP_ACL_RELCL)
    return;
  words[verb].head = name;
}

/* "met Roe, whom Acme had fired, at a hotel": behind the comma that ends a relative clause a phrase is the
 * main verb's. */
static void
mend_after_relative(KithWord *words, guint n, gint phrase)
{
  const gint inner = words[phrase].head, noun = inner >= 0 ? words[inner].head : -1;
  const gint preposition = kith_mend_child(words, n, phrase, KITH_DEP_CASE),
             main = noun >= 0 ? words[noun].head : -1;
  if (words[phrase].deprel != KITH_DEP_OBL || inner < 0 || inner > phrase ||
      words[inner].deprel != KITH_DEP_ACL_RELCL || noun > inner || main < 0 || main > noun ||
      words[main].upos != KITH_VERB || preposition < inner + 2 || words[preposition - 1].form[0] != ',')
    return;
  gint begin = inner;
  for (gint i = inner - 1; i > noun; i--)
    if (words[i].head == inner)
      begin = i;
  while (begin > noun && words[begin].form[0] == ',')
    begin++;
  if (words[begin].upos == KITH_PRON && words[begin - 1].form[0] == ',')
    words[phrase].head = main;
}

/* "is in Lima, not in Quito", "met in Lima, not in Quito": what is taken out stands beside what is said. */
static void
mend_excepted(KithWord *words, guint n, gint word)
{
  const gint not = kith_mend_child(words, n, word, KITH_DEP_ADVMOD),
             preposition = kith_mend_child(words, n, word, KITH_DEP_CASE);
  const KithDeprel rel = kith_deprel_universal((KithDeprel)words[word].deprel);
  gint beside = words[word].head;
  if ((rel != KITH_DEP_NMOD && rel != KITH_DEP_OBL) || beside < 0 || beside > word || preposition < 2 ||
      not < 1 || not != preposition - 1 || strcmp(words[not ].lemma, "not") != 0 ||
      words[not -1].form[0] != ',')
    return;
  for (gint i = not -1; i > beside && rel == KITH_DEP_OBL; i--)
    if (words[i].head == beside && kith_deprel_universal((KithDeprel)words[i].deprel) == KITH_DEP_OBL)
      beside = i;
  if (!kith_mend_is_nominal(&words[beside]) || !has(words, n, beside, KITH_DEP_CASE))
    return;
  words[word].head = beside;
  words[word].deprel = KITH_DEP_CONJ;
}

/* "Never before has it rained": "never" is said of "before". */
static void
mend_never(KithWord *words, guint n, gint never)
{
  const gint before = never + 1;
  if (before < (gint)n && strcmp(words[never].lemma, "never") == 0 &&
      kith_mend_is_in(words[before].lemma, "before again") && words[before].head == words[never].head &&
      words[never].head > before && words[before].deprel == KITH_DEP_ADVMOD)
    words[never].head = before;
}

void
kith_mend_clauses(KithWord *words, guint n, gint word)
{
  mend_auxiliary(words, word);
  mend_root(words, n, word);
  mend_among(words, n, word);
  mend_stranded(words, n, word);
  mend_never(words, n, word);
  mend_excepted(words, n, word);
  mend_after_relative(words, n, word);
  if (words[word].upos != KITH_VERB)
    return;
  mend_content(words, n, word);
  mend_inverted(words, n, word);
  mend_aside(words, n, word);
  mend_reporting(words, n, word);
  mend_finite(words, n, word);
  mend_perfect(words, n, word);
  mend_fronted(words, n, word);
  mend_fronted_subject(words, n, word);
  mend_contact(words, n, word);
  mend_shared(words, n, word);
  mend_control(words, n, word);
  mend_wanted(words, n, word);
  mend_complement(words, n, word);
  mend_let(words, n, word);
  mend_charge(words, n, word);
  mend_resumed(words, n, word);
  mend_whose(words, n, word);
  mend_second(words, n, word);
}
