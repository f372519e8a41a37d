/* Lemmas: the edits, what is learnt, and what is made of words never seen. */
#include <glib/gstdio.h>
#include <string.h>

#include "train/lemmas.h"

static void
check_script(const char *form, const char *lemma, const char *script)
{
  g_autofree char *found = kith_lemma_script(form, lemma);
  g_autofree char *made = kith_lemma_apply(found, form);
  g_assert_cmpstr(found, ==, script);
  g_assert_cmpstr(made, ==, lemma);
}

static void
test_scripts(void)
{
  check_script("cities", "city", "l3|y");
  check_script("Cities", "city", "l3|y");
  check_script("Khan", "Khan", "k0|");
  check_script("khan", "khan", "l0|");
  check_script("Greens", "Green", "k1|");
  check_script("was", "be", "=be");
  check_script("MILITARY", "military", "l0|");
  check_script("cafés", "café", "l1|");
  check_script("naïve", "naive", "l4|ive");
  g_assert_null(kith_lemma_apply("l9|x", "short"));
  g_assert_null(kith_lemma_apply("l5|", "short"));
  g_assert_null(kith_lemma_apply("k1|", "é")); /* not within a character */
  g_assert_null(kith_lemma_apply("junk", "word"));
  g_assert_null(kith_lemma_apply("l2", "word"));
}

static void
test_fold(void)
{
  g_autofree char *folded = kith_lemma_fold("Don’t É");
  g_assert_cmpstr(folded, ==, "don't é");
}

/* A corpus of words with tags and lemmas. */
static KithCorpus *
make_corpus(void)
{
  static const struct {
    const char *form;
    guint8 upos;
    const char *xpos, *lemma;
    guint times;
  } words[] = {
      {"cities", KITH_NOUN, "NNS", "city", 2},   {"parties", KITH_NOUN, "NNS", "party", 2},
      {"stories", KITH_NOUN, "NNS", "story", 1}, {"dogs", KITH_NOUN, "NNS", "dog", 1},
      {"cats", KITH_NOUN, "NNS", "cat", 1},      {"talks", KITH_NOUN, "NNS", "talk", 1},
      {"talks", KITH_VERB, "VBZ", "talk", 1},    {"men", KITH_NOUN, "NNS", "man", 1},
      {"Khan", KITH_PROPN, "NNP", "Khan", 1},    {"Sherman", KITH_PROPN, "NNP", "Sherman", 1},
      {"visited", KITH_VERB, "VBD", "visit", 1}, {"walked", KITH_VERB, "VBD", "walk", 1},
      {"was", KITH_AUX, "VBD", "be", 3},         {"left", KITH_VERB, "VBD", "leave", 2},
      {"left", KITH_ADJ, "JJ", "left", 1},       {"odd", KITH_X, "FW", "_", 4},
      {"I", KITH_PRON, "PRP", "I", 9},           {"i", KITH_PRON, "PRP", "I", 2},
  };
  KithCorpus *corpus = kith_corpus_new();
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    for (guint k = 0; k < words[i].times; k++) {
      KithGoldWord word = {.form = words[i].form,
                           .lemma = words[i].lemma,
                           .xpos = words[i].xpos,
                           .feats = "_",
                           .head = -1,
                           .upos = words[i].upos};
      g_array_append_val(corpus->words, word);
    }
  KithGoldSentence sentence = {.n = corpus->words->len, .has_tree = TRUE, .kind = "test"};
  g_array_append_val(corpus->sentences, sentence);
  return corpus;
}

static void
test_learn(void)
{
  static const struct {
    const char *form;
    guint upos;
    const char *xpos, *lemma;
  } cases[] = {
      {"cities", KITH_NOUN, "NNS", "city"},
      {"Men", KITH_NOUN, "NNS", "man"},
      {"was", KITH_AUX, "VBD", "be"},
      {"left", KITH_VERB, "VBD", "leave"},
      {"left", KITH_ADJ, "JJ", "left"},
      {"Qureshi", KITH_PROPN, "NNP", "Qureshi"},
      {"ladies", KITH_NOUN, "NNS", "lady"},
      {"birds", KITH_NOUN, "NNS", "bird"},
      {"jumped", KITH_VERB, "VBD", "jump"},
      {"jumped", KITH_VERB, "unheard-of", "jump"},
      {"anything", KITH_SYM, "SYM", "anything"},
      {"", KITH_NOUN, "NN", ""},
      {"i", KITH_PRON, "PRP", "I"},
      {"I", KITH_PRON, "PRP", "I"},
  };
  g_autoptr(KithCorpus) corpus = make_corpus();
  g_autoptr(KithLemmaRules) rules = kith_lemma_rules_learn(corpus);
  gsize n_slots;
  g_autofree KithHashSlot *slots =
      kith_table_build((KithTableEntry *)(void *)rules->rules->data, rules->rules->len, &n_slots);
  KithLemmas lemmas = {
      {slots, (guint32)(n_slots - 1)}, (const char *const *)rules->scripts->pdata, rules->scripts->len};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *lemma = kith_lemma_get(&lemmas, cases[i].form, cases[i].upos, cases[i].xpos);
    g_assert_cmpstr(lemma, ==, cases[i].lemma);
  }
}

/* Tables: every key is found, no other. */
static void
test_table(void)
{
  enum { N = 5000 };
  g_autofree KithTableEntry *entries = g_new(KithTableEntry, N);
  for (guint i = 0; i < N; i++)
    entries[i] = (KithTableEntry){kith_hash64(i, "key", 3), i};
  gsize n_slots;
  g_autofree KithHashSlot *slots = kith_table_build(entries, N, &n_slots);
  KithHashTable table = {slots, (guint32)(n_slots - 1)};
  g_assert_cmpuint(n_slots, ==, 8192);
  for (guint i = 0; i < N; i++)
    g_assert_cmpuint(kith_hash_find(&table, entries[i].hash, G_MAXUINT32), ==, i);
  for (guint i = 0; i < N; i++)
    g_assert_cmpuint(kith_hash_find(&table, kith_hash64(i, "other", 5), G_MAXUINT32), ==, G_MAXUINT32);
  memset(slots, 1, n_slots * sizeof *slots); /* a full table ends the search too */
  g_assert_cmpuint(kith_hash_find(&table, 7, 42), ==, 42);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/lemma/scripts", test_scripts);
  g_test_add_func("/lemma/fold", test_fold);
  g_test_add_func("/lemma/learn", test_learn);
  g_test_add_func("/lemma/table", test_table);
  return g_test_run();
}
