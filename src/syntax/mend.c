#include "syntax/mend.h"

#include <string.h>

#include "syntax/mend-parts.h"

/* Past forms of irregular verbs that are taken for other verbs' or for none. */
static const struct {
  const char *form, *lemma;
} irregular[] = {
    {"awoke", "awake"},       {"bled", "bleed"},      {"dug", "dig"},       {"fed", "feed"},
    {"forbade", "forbid"},    {"forgave", "forgive"}, {"fled", "flee"},     {"forbidden", "forbid"},
    {"froze", "freeze"},      {"frozen", "freeze"},   {"knelt", "kneel"},   {"lent", "lend"},
    {"overran", "overrun"},   {"rewrote", "rewrite"}, {"shed", "shed"},     {"shot", "shoot"},
    {"slew", "slay"},         {"slid", "slide"},      {"struck", "strike"}, {"stuck", "stick"},
    {"tore", "tear"},         {"torn", "tear"},       {"trod", "tread"},    {"upheld", "uphold"},
    {"withheld", "withhold"}, {"outbid", "outbid"},
};

/* Plurals whose singular is not what the ending tells. */
static const struct {
  const char *form, *lemma;
} plurals[] = {
    {"elves", "elf"},        {"ex-wives", "ex-wife"}, {"housewives", "housewife"},
    {"midwives", "midwife"}, {"scarves", "scarf"},
};

static void
mend_lemma(KithWord *word)
{
  for (guint i = 0; word->upos == KITH_NOUN && i < G_N_ELEMENTS(plurals); i++)
    if (g_ascii_strcasecmp(word->form, plurals[i].form) == 0)
      word->lemma = plurals[i].lemma;
  if (word->upos != KITH_VERB)
    return;
  for (guint i = 0; i < G_N_ELEMENTS(irregular); i++)
    if (g_ascii_strcasecmp(word->form, irregular[i].form) == 0)
      word->lemma = irregular[i].lemma;
}

/* "demanded that Peru free them": what has a subject and an object is no adjective. */
static void
mend_adjective(KithWord *words, guint n, gint word)
{
  if (words[word].upos != KITH_ADJ || g_strcmp0(words[word].xpos, "JJ") != 0 ||
      kith_mend_child(words, n, word, KITH_DEP_OBJ) < word ||
      kith_mend_child(words, n, word, KITH_DEP_COP) >= 0)
    return;
  const gint subject = kith_mend_child(words, n, word, KITH_DEP_NSUBJ);
  if (subject < 0 || subject > word)
    return;
  words[word].upos = KITH_VERB;
  words[word].xpos = "VB";
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

/* "shelled the port of Lima at dawn": when is the verb's, not the place's. */
static void
mend_hour(KithWord *words, guint n, gint hour)
{
  const gint thing = words[hour].head, at = kith_mend_child(words, n, hour, KITH_DEP_CASE);
  const gint verb = thing >= 0 ? words[thing].head : -1;
  if (words[hour].deprel != KITH_DEP_NMOD || verb < 0 || thing > hour || at != hour - 1 ||
      !kith_mend_is_in(words[at].lemma, "at before after by until") || words[at - 1].upos != KITH_PROPN ||
      !kith_mend_is_in(words[hour].lemma,
                       "dawn dusk daybreak nightfall sunrise sunset noon midday midnight night"))
    return;
  gint above = verb;
  if (words[thing].deprel == KITH_DEP_CONJ && words[above].upos != KITH_VERB)
    above = words[above].head;
  if (above < 0 || words[above].upos != KITH_VERB || above > thing)
    return;
  words[hour].head = above;
  words[hour].deprel = KITH_DEP_OBL;
}

/* "Ana Roe on Friday ordered", "a court on Friday ruled": the day is the verb's, not that of who acts. */
static void
mend_name_day(KithWord *words, guint n, gint day)
{
  static const char acting[] =
      "agency army authority bank cabinet commission committee company council court firm government group "
      "judge jury lawmaker magistrate military militant minister ministry navy officer official opposition "
      "panel parliament party police president prosecutor protester rebel regulator senate soldier spokesman "
      "spokesperson spokeswoman tribunal union";
  const gint name = words[day].head, verb = name >= 0 ? words[name].head : -1;
  if (words[day].deprel != KITH_DEP_NMOD || name < 0 || name > day ||
      (words[name].upos != KITH_PROPN &&
       (words[name].upos != KITH_NOUN || !kith_mend_is_in(words[name].lemma, acting))) ||
      verb < day || words[verb].upos != KITH_VERB ||
      kith_deprel_universal((KithDeprel)words[name].deprel) != KITH_DEP_NSUBJ ||
      !kith_mend_is_in(words[day].lemma, "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"))
    return;
  const gint preposition = kith_mend_child(words, n, day, KITH_DEP_CASE);
  if (preposition < 0 || strcmp(words[preposition].lemma, "on") != 0)
    return;
  words[day].head = verb;
  words[day].deprel = KITH_DEP_OBL;
}

/* "fled from Lima to Quito": both are the verb's. */
static void
mend_way(KithWord *words, guint n, gint end)
{
  const gint begin = words[end].head, verb = begin >= 0 ? words[begin].head : -1;
  if (words[end].deprel != KITH_DEP_NMOD || begin < 0 || begin > end || verb < 0 || verb > begin ||
      words[verb].upos != KITH_VERB || words[begin].deprel != KITH_DEP_OBL)
    return;
  const gint to = kith_mend_child(words, n, end, KITH_DEP_CASE),
             from = kith_mend_child(words, n, begin, KITH_DEP_CASE);
  if (to < begin || from < verb || strcmp(words[to].lemma, "to") != 0 ||
      strcmp(words[from].lemma, "from") != 0)
    return;
  words[end].head = verb;
  words[end].deprel = KITH_DEP_OBL;
}

void
kith_mend_tree(KithWord *words, guint n)
{
  for (gint i = 0; i < (gint)n; i++)
    kith_mend_beside(words, n, i);
  for (gint i = 0; i < (gint)n; i++) {
    /* "plans to visit": a noun to the one tagger, a finite verb to the other */
    if (words[i].upos == KITH_NOUN && words[i].xpos != NULL &&
        kith_mend_is_in(words[i].xpos, "VBZ VBD VBP") && kith_mend_child(words, n, i, KITH_DEP_NSUBJ) >= 0)
      words[i].upos = KITH_VERB;
    mend_adjective(words, n, i);
    mend_lemma(&words[i]);
    mend_day(words, n, i);
    mend_hour(words, n, i);
    mend_name_day(words, n, i);
    mend_way(words, n, i);
    kith_mend_names(words, n, i);
    kith_mend_clauses(words, n, i);
    kith_mend_attached(words, n, i);
  }
  for (gint i = 0; i < (gint)n; i++)
    if (words[i].upos == KITH_VERB)
      kith_mend_objects(words, n, i);
}
