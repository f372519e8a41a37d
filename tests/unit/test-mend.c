/* Trees put right: each mend, and what looks like its case but is none. */
#include <glib.h>

#include "syntax/mend.h"
#include "text/ud.h"

/* A word of a sentence; heads count from 0, -1 for the root. */
#define WORD(form_, lemma_, upos_, head_, rel_)                                                              \
  {                                                                                                          \
    .form = form_, .lemma = lemma_, .upos = KITH_##upos_, .head = (head_) < 0 ? KITH_HEAD_ROOT : (head_),    \
    .deprel = KITH_DEP_##rel_                                                                                \
  }

static void
test_particle(void)
{
  KithWord words[] = {
      WORD("Norway", "Norway", PROPN, 1, NSUBJ),
      WORD("took", "take", VERB, -1, ROOT),
      WORD("in", "in", ADP, 4, CASE),
      WORD("the", "the", DET, 4, DET),
      WORD("children", "child", NOUN, 1, OBL),
  };
  kith_mend_tree(words, G_N_ELEMENTS(words));
  g_assert_cmpint(words[2].head, ==, 1);
  g_assert_cmpint(words[2].deprel, ==, KITH_DEP_COMPOUND_PRT);
  g_assert_cmpint(words[4].deprel, ==, KITH_DEP_OBJ);
}

/* "Foreign Minister Sultan Roe": the ruler's title is part of the name, and the office describes it; "King
 * Roe" is a king. */
static void
test_honorific(void)
{
  static const char *const forms[] = {"Sultan", "Sultan", "Sultan", "King"};
  for (guint t = 0; t < G_N_ELEMENTS(forms); t++) {
    KithWord words[] = {
        WORD("Foreign", "Foreign", ADJ, 1, AMOD),      WORD("Minister", "Minister", PROPN, 2, COMPOUND),
        WORD(forms[t], forms[t], PROPN, 3, NMOD_DESC), WORD("Roe", "Roe", PROPN, 4, NSUBJ),
        WORD("left", "leave", VERB, -1, ROOT),
    };
    words[3].name = KITH_NAME_PER;
    words[3].flags = KITH_WORD_NAME_BEGIN;
    if (t == 1) {
      words[1].head = 3;
      words[1].deprel = KITH_DEP_NMOD_DESC;
    }
    if (t == 2) { /* two subjects */
      words[1].head = 4;
      words[1].deprel = KITH_DEP_NSUBJ;
    }
    kith_mend_tree(words, G_N_ELEMENTS(words));
    const gboolean named = t < 3;
    g_assert_cmpint(words[2].name, ==, named ? KITH_NAME_PER : KITH_NAME_NONE);
    g_assert_cmpint(words[2].flags & KITH_WORD_NAME_BEGIN, ==, named ? KITH_WORD_NAME_BEGIN : 0);
    g_assert_cmpint(words[3].flags & KITH_WORD_NAME_BEGIN, ==, named ? 0 : KITH_WORD_NAME_BEGIN);
    g_assert_cmpint(words[2].deprel, ==, named ? KITH_DEP_COMPOUND : KITH_DEP_NMOD_DESC);
    g_assert_cmpint(words[1].head, ==, named ? 3 : 2);
    g_assert_cmpint(words[1].deprel, ==, named ? KITH_DEP_NMOD_DESC : KITH_DEP_COMPOUND);
    g_assert_cmpint(words[0].head, ==, 1);
  }
}

/* "in Acme-run towns": the towns, whatever the parser hung on what; but not where a space stands between. */
static void
test_hyphen(void)
{
  for (guint spaced = 0; spaced < 2; spaced++) {
    KithWord words[] = {
        WORD("They", "they", PRON, 1, NSUBJ),
        WORD("met", "meet", VERB, -1, ROOT),
        WORD("in", "in", ADP, 3, CASE),
        WORD("Acme", "Acme", PROPN, 5, OBL),
        WORD("-", "-", PUNCT, 3, PUNCT),
        WORD("run", "run", VERB, 1, ADVCL),
        WORD("Volga", "Volga", PROPN, 7, COMPOUND),
        WORD("towns", "town", NOUN, 5, OBJ),
    };
    words[5].xpos = "VBN";
    if (spaced)
      words[4].flags = words[5].flags = KITH_WORD_SPACE_BEFORE;
    kith_mend_tree(words, G_N_ELEMENTS(words));
    g_assert_cmpint(words[7].head, ==, spaced ? 5 : 1);
    g_assert_cmpint(words[7].deprel, ==, spaced ? KITH_DEP_OBJ : KITH_DEP_OBL);
    g_assert_cmpint(words[5].head, ==, spaced ? 1 : 7);
    g_assert_cmpint(words[3].head, ==, 5);
    g_assert_cmpint(words[3].deprel, ==, spaced ? KITH_DEP_OBL : KITH_DEP_COMPOUND);
    g_assert_cmpint(words[2].head, ==, spaced ? 3 : 7);
  }
}

/* "pulled out of the town": two prepositions; "set off on Monday": a day. */
static void
test_no_particle(void)
{
  KithWord words[] = {
      WORD("Troops", "troops", NOUN, 1, NSUBJ), WORD("pulled", "pull", VERB, -1, ROOT),
      WORD("out", "out", ADP, 5, CASE),         WORD("of", "of", ADP, 5, CASE),
      WORD("the", "the", DET, 5, DET),          WORD("town", "town", NOUN, 1, OBL),
  };
  kith_mend_tree(words, G_N_ELEMENTS(words));
  g_assert_cmpint(words[2].deprel, ==, KITH_DEP_CASE);
  g_assert_cmpint(words[5].deprel, ==, KITH_DEP_OBL);
  KithWord day[] = {
      WORD("They", "they", PRON, 1, NSUBJ),
      WORD("set", "set", VERB, -1, ROOT),
      WORD("off", "off", ADP, 3, CASE),
      WORD("Monday", "Monday", PROPN, 1, OBL),
  };
  kith_mend_tree(day, G_N_ELEMENTS(day));
  g_assert_cmpint(day[3].deprel, ==, KITH_DEP_OBL);
}

static void
test_object(void)
{
  KithWord words[] = {
      WORD("Norway", "Norway", PROPN, 1, NSUBJ),    WORD("shut", "shut", VERB, -1, ROOT),
      WORD("down", "down", ADP, 1, COMPOUND_PRT),   WORD("the", "the", DET, 4, DET),
      WORD("newspaper", "newspaper", NOUN, 1, OBL),
  };
  kith_mend_tree(words, G_N_ELEMENTS(words));
  g_assert_cmpint(words[4].deprel, ==, KITH_DEP_OBJ);
}

static void
test_recipient(void)
{
  KithWord words[] = {
      WORD("Norway", "Norway", PROPN, 1, NSUBJ),
      WORD("lent", "loan", VERB, -1, ROOT),
      WORD("Chad", "Chad", PROPN, 1, OBJ),
      WORD("ships", "ship", NOUN, 1, OBJ),
  };
  kith_mend_tree(words, G_N_ELEMENTS(words));
  g_assert_cmpstr(words[1].lemma, ==, "lend");
  g_assert_cmpint(words[2].deprel, ==, KITH_DEP_IOBJ);
  g_assert_cmpint(words[3].deprel, ==, KITH_DEP_OBJ);
}

static void
test_finite(void)
{
  KithWord words[] = {
      WORD("Norway", "Norway", PROPN, 1, NSUBJ),
      WORD("suspended", "suspend", VERB, 2, AMOD),
      WORD("aid", "aid", NOUN, -1, ROOT),
      WORD(".", ".", PUNCT, 2, PUNCT),
  };
  kith_mend_tree(words, G_N_ELEMENTS(words));
  g_assert_cmpint(words[1].head, ==, KITH_HEAD_ROOT);
  g_assert_cmpint(words[1].deprel, ==, KITH_DEP_ROOT);
  g_assert_cmpint(words[2].head, ==, 1);
  g_assert_cmpint(words[2].deprel, ==, KITH_DEP_OBJ);
  g_assert_cmpint(words[3].head, ==, 1);
}

/* "flew on Monday for talks": but "the end of the Monday of the week" stays. */
static void
test_day(void)
{
  KithWord words[] = {
      WORD("Ruiz", "Ruiz", PROPN, 1, NSUBJ), WORD("flew", "fly", VERB, -1, ROOT),
      WORD("on", "on", ADP, 3, CASE),        WORD("Monday", "Monday", PROPN, 1, OBL),
      WORD("for", "for", ADP, 5, CASE),      WORD("talks", "talk", NOUN, 3, NMOD),
      WORD("of", "of", ADP, 7, CASE),        WORD("weeks", "week", NOUN, 3, NMOD),
  };
  kith_mend_tree(words, G_N_ELEMENTS(words));
  g_assert_cmpint(words[5].head, ==, 1);
  g_assert_cmpint(words[5].deprel, ==, KITH_DEP_OBL);
  g_assert_cmpint(words[7].head, ==, 3);
}

/* "shelled the port of Lima at dawn": the verb's hour; "a vigil at dawn" has one of its own. */
static void
test_hour(void)
{
  KithWord words[] = {
      WORD("Rebels", "rebel", NOUN, 1, NSUBJ), WORD("shelled", "shell", VERB, -1, ROOT),
      WORD("Lima", "Lima", PROPN, 1, OBJ),     WORD("and", "and", CCONJ, 4, CC),
      WORD("Quito", "Quito", PROPN, 2, CONJ),  WORD("at", "at", ADP, 6, CASE),
      WORD("dawn", "dawn", NOUN, 4, NMOD),
  };
  kith_mend_tree(words, G_N_ELEMENTS(words));
  g_assert_cmpint(words[6].head, ==, 1);
  g_assert_cmpint(words[6].deprel, ==, KITH_DEP_OBL);
  KithWord vigil[] = {
      WORD("They", "they", PRON, 1, NSUBJ),  WORD("held", "hold", VERB, -1, ROOT),
      WORD("vigils", "vigil", NOUN, 1, OBJ), WORD("at", "at", ADP, 4, CASE),
      WORD("dawn", "dawn", NOUN, 2, NMOD),
  };
  kith_mend_tree(vigil, G_N_ELEMENTS(vigil));
  g_assert_cmpint(vigil[4].head, ==, 2);
}

/* Plurals whose singular is not what their ending tells. */
static void
test_plurals(void)
{
  KithWord words[] = {WORD("Midwives", "midwive", NOUN, 1, NSUBJ), WORD("left", "leave", VERB, -1, ROOT)};
  kith_mend_tree(words, G_N_ELEMENTS(words));
  g_assert_cmpstr(words[0].lemma, ==, "midwife");
}

/* "the miner Acme said it had left": two subjects are one, the auxiliary's is the verb's. */
static void
test_subjects(void)
{
  KithWord words[] = {
      WORD("The", "the", DET, 1, DET),       WORD("miner", "miner", NOUN, 3, NSUBJ),
      WORD("Acme", "Acme", PROPN, 3, NSUBJ), WORD("said", "say", VERB, -1, ROOT),
      WORD("it", "it", PRON, 5, NSUBJ),      WORD("had", "have", AUX, 6, AUX),
      WORD("left", "leave", VERB, 3, CCOMP),
  };
  kith_mend_tree(words, G_N_ELEMENTS(words));
  g_assert_cmpint(words[2].head, ==, 1);
  g_assert_cmpint(words[2].deprel, ==, KITH_DEP_APPOS);
  g_assert_cmpint(words[4].head, ==, 6);
}

/* "Ruiz left, a witness told" and "plans to": finite verbs taken for a noun's clause and for a noun. */
static void
test_finite_verbs(void)
{
  KithWord words[] = {
      WORD("Ruiz", "Ruiz", PROPN, 1, NSUBJ), WORD("left", "leave", VERB, -1, ROOT),
      WORD("a", "a", DET, 3, DET),           WORD("witness", "witness", NOUN, 1, PARATAXIS),
      WORD("told", "tell", VERB, 3, ACL),
  };
  words[4].xpos = "VBD";
  kith_mend_tree(words, G_N_ELEMENTS(words));
  g_assert_cmpint(words[4].head, ==, 1);
  g_assert_cmpint(words[4].deprel, ==, KITH_DEP_PARATAXIS);
  g_assert_cmpint(words[3].head, ==, 4);
  g_assert_cmpint(words[3].deprel, ==, KITH_DEP_NSUBJ);
  KithWord plans[] = {WORD("Ruiz", "Ruiz", PROPN, 1, NSUBJ), WORD("plans", "plan", NOUN, -1, ROOT)};
  plans[1].xpos = "VBZ";
  kith_mend_tree(plans, G_N_ELEMENTS(plans));
  g_assert_cmpint(plans[1].upos, ==, KITH_VERB);
}

/* "told Ruiz that Weber left": what is told. */
static void
test_content(void)
{
  KithWord words[] = {
      WORD("They", "they", PRON, 1, NSUBJ),    WORD("told", "tell", VERB, -1, ROOT),
      WORD("Ruiz", "Ruiz", PROPN, 1, OBJ),     WORD("that", "that", SCONJ, 5, MARK),
      WORD("Weber", "Weber", PROPN, 5, NSUBJ), WORD("left", "leave", VERB, 2, ACL_RELCL),
  };
  kith_mend_tree(words, G_N_ELEMENTS(words));
  g_assert_cmpint(words[5].head, ==, 1);
  g_assert_cmpint(words[5].deprel, ==, KITH_DEP_CCOMP);
}

/* "Ruiz left, wrote the paper" */
static void
test_inverted(void)
{
  KithWord words[] = {
      WORD("Ruiz", "Ruiz", PROPN, 1, NSUBJ), WORD("left", "leave", VERB, -1, ROOT),
      WORD(",", ",", PUNCT, 3, PUNCT),       WORD("wrote", "write", VERB, 1, CCOMP),
      WORD("the", "the", DET, 5, DET),       WORD("paper", "paper", NOUN, 3, OBJ),
  };
  words[3].xpos = "VBD";
  kith_mend_tree(words, G_N_ELEMENTS(words));
  g_assert_cmpint(words[3].deprel, ==, KITH_DEP_PARATAXIS);
  g_assert_cmpint(words[5].deprel, ==, KITH_DEP_NSUBJ);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/mend/particle", test_particle);
  g_test_add_func("/mend/hyphen", test_hyphen);
  g_test_add_func("/mend/honorific", test_honorific);
  g_test_add_func("/mend/no-particle", test_no_particle);
  g_test_add_func("/mend/object", test_object);
  g_test_add_func("/mend/recipient", test_recipient);
  g_test_add_func("/mend/finite", test_finite);
  g_test_add_func("/mend/day", test_day);
  g_test_add_func("/mend/hour", test_hour);
  g_test_add_func("/mend/plurals", test_plurals);
  g_test_add_func("/mend/inverted", test_inverted);
  g_test_add_func("/mend/content", test_content);
  g_test_add_func("/mend/subjects", test_subjects);
  g_test_add_func("/mend/finite-verbs", test_finite_verbs);
  return g_test_run();
}
