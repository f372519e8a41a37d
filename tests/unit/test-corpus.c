/* Reading what there is to learn from. */
#include <string.h>

#include "base/error.h"
#include "syntax/network.h"
#include "text/document.h"
#include "train/corpus.h"
#include "train/dataset.h"
#include "train-help.h"

/* The names of a sentence as "begin-end TYPE" parted by commas. */
static char *
names_of(const KithCorpus *corpus, guint sentence)
{
  static const char *const types[] = {"", "PER", "ORG", "LOC", "MISC"};
  const KithGoldSentence *s = kith_corpus_sentence(corpus, sentence);
  const KithGoldWord *words = kith_corpus_words(corpus, s);
  GString *out = g_string_new(NULL);
  guint begin = 0;
  for (guint i = 0; i < s->n; i++)
    for (guint type = 1; type <= 4; type++) {
      if (words[i].names == 1u << kith_name_tag(type, 'B') ||
          words[i].names == 1u << kith_name_tag(type, 'S'))
        begin = i;
      if (words[i].names == 1u << kith_name_tag(type, 'E') ||
          words[i].names == 1u << kith_name_tag(type, 'S'))
        g_string_append_printf(out, "%s%u-%u %s", out->len > 0 ? "," : "", begin, i + 1, types[type]);
    }
  return g_string_free(out, FALSE);
}

/* A sentence in short: form/UPOS/XPOS/head/deprel/Entity, parted by spaces. */
static void
check_gum(const char *words, const char *expected)
{
  g_autoptr(GString) text = g_string_new("# newdoc id = GUM_test\n# meta::genre = news\n");
  g_auto(GStrv) parts = g_strsplit(words, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    g_auto(GStrv) f = g_strsplit(parts[i], "/", 6);
    g_assert_cmpuint(g_strv_length(f), >=, 5);
    gboolean has = f[5] != NULL && *f[5] != '\0';
    g_string_append_printf(text, "%u\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t%s%s\n", i + 1, f[0], f[0], f[1], f[2],
                           f[3], f[4], has ? "SpaceAfter=No|Entity=" : "_", has ? f[5] : "");
  }
  g_autofree char *path = write_temporary("corpus", text->str, -1);
  g_autoptr(KithCorpus) corpus = kith_corpus_new();
  g_autoptr(GError) error = NULL;
  kith_corpus_add_conllu(corpus, path, KITH_NAMES_GUM, NULL, "gum", &error);
  g_unlink(path);
  g_assert_no_error(error);
  g_assert_cmpuint(corpus->sentences->len, ==, 1);
  g_assert_cmpstr(kith_corpus_sentence(corpus, 0)->kind, ==, "news");
  g_autofree char *found = names_of(corpus, 0);
  g_assert_cmpstr(found, ==, expected);
}

static void
test_gum(void)
{
  /* a title stays outside */
  check_gum(
      "Dr./PROPN/NNP/2/nmod:desc/(1-person-new-x-c-2,3-s Ann/PROPN/NNP/4/nsubj/ Lee/PROPN/NNP/2/flat/1) "
      "left/VERB/VBD/0/root/",
      "1-3 PER");
  /* the article does; the place within is part of the longer name */
  check_gum("the/DET/DT/2/det/(1-organization-new-x-c-2-s University/PROPN/NNP/0/root/ of/ADP/IN/4/case/ "
            "Leeds/PROPN/NNP/2/nmod/(2-place-new-x-c-1-s)1)",
            "1-4 ORG");
  /* 'of the' too, but not for a person */
  check_gum("Bank/PROPN/NNP/0/root/(1-organization-new-x-c-1-s of/ADP/IN/4/case/ the/DET/DT/4/det/ "
            "North/PROPN/NNP/1/nmod/1)",
            "0-4 ORG");
  check_gum("Earl/PROPN/NNP/0/root/(1-person-new-x-c-1-s of/ADP/IN/3/case/ Kent/PROPN/NNP/1/nmod/1)", "");
  /* after a common noun the flat words are the name */
  check_gum("singer/NOUN/NN/0/root/(1-person-new-x-c-1-s Al/PROPN/NNP/1/flat/ Poe/PROPN/NNP/1/flat/1)",
            "1-3 PER");
  /* plural people and common nouns are none; other kinds of entity neither */
  check_gum("Danes/PROPN/NNPS/0/root/(1-person-new-x-c-1-s)", "");
  check_gum("towns/NOUN/NNS/0/root/(1-place-new-x-c-1-s)", "");
  check_gum("Easter/PROPN/NNP/0/root/(1-time-new-x-c-1-s)", "");
  /* a person with article is a description */
  check_gum("this/DET/DT/2/det/(1-person-new-x-c-2-s President/PROPN/NNP/0/root/1)", "");
  /* "&" joins, "and" only below the first */
  check_gum("Food/PROPN/NNP/0/root/(1-organization-new-x-c-1-s &/CCONJ/CC/3/cc/ Drink/PROPN/NNP/1/conj/1)",
            "0-3 ORG");
  check_gum("Rome/PROPN/NNP/0/root/(1-place-new-x-c-1-s and/CCONJ/CC/3/cc/ Oslo/PROPN/NNP/1/conj/1)",
            "0-1 LOC");
  /* hyphens within */
  check_gum("Jo/PROPN/NNP/0/root/(1-person-new-x-c-1-s Hart/PROPN/NNP/1/flat/ -/PUNCT/HYPH/4/punct/ "
            "Gunn/PROPN/NNP/2/flat/1)",
            "0-4 PER");
}

static void
expect_error(const char *text, gboolean iob, KithNamesSource names, const char *message)
{
  g_autofree char *path = write_temporary("corpus", text, -1);
  g_autoptr(KithCorpus) corpus = kith_corpus_new();
  g_autoptr(GError) error = NULL;
  gboolean ok = iob ? kith_corpus_add_iob(corpus, path, KITH_TAKE_ALL, "x", &error)
                    : kith_corpus_add_conllu(corpus, path, names, NULL, "x", &error);
  g_unlink(path);
  g_assert_false(ok);
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
  if (strstr(error->message, message) == NULL || strstr(error->message, path) == NULL)
    g_error("'%s' does not say '%s'", error->message, message);
}

static void
test_bad(void)
{
  expect_error("1\ta\tb\n\n", FALSE, KITH_NAMES_NONE, ":1: CoNLL-U has 10 columns");
  expect_error("1\ta\ta\tX\tX\t_\t7\tdep\t_\t_\n\n", FALSE, KITH_NAMES_NONE, "a head lies outside");
  expect_error("1\ta\ta\tX\tX\t_\t0\troot\t_\tEntity=(1-person\n\n", FALSE, KITH_NAMES_GUM,
               "not well formed");
  expect_error("1\ta\ta\tX\tX\t_\t0\troot\t_\tEntity=3)\n\n", FALSE, KITH_NAMES_GUM, "not well formed");
  expect_error("1\ta\ta\tX\tX\t_\t0\troot\t_\tNE=PER\n\n", FALSE, KITH_NAMES_MISC, "not a name tag");
  expect_error("Rome B-CITY\n", TRUE, 0, ":1: not a name tag");
  expect_error("ok O\nalone\n", TRUE, 0, ":2: a token and its tag");
  expect_error("a\xff O\n", TRUE, 0, "not UTF-8");
}

static void
test_iob(void)
{
  g_autoptr(GString) text =
      g_string_new("# sent_id = 1\n1\tAda\tI-PER\t-\n2\tLee\tI-PER\t-\n3\tRome\tB-LOC\t-\n\n");
  for (guint i = 1; i < 250; i++)
    g_string_append_printf(text, "# O\nA%u %s\nB I-ORG\n\n", i, i % 2 == 0 ? "B-ORG" : "I-MISC");
  g_autofree char *path = write_temporary("corpus", text->str, -1);
  g_autoptr(KithCorpus) all = kith_corpus_new(), most = kith_corpus_new(), rest = kith_corpus_new();
  g_assert_true(kith_corpus_add_iob(all, path, KITH_TAKE_ALL, "x", NULL));
  g_assert_true(kith_corpus_add_iob(most, path, KITH_TAKE_TRAIN, "x", NULL));
  g_assert_true(kith_corpus_add_iob(rest, path, KITH_TAKE_HELD_OUT, "x", NULL));
  g_unlink(path);
  g_assert_cmpuint(all->sentences->len, ==, 250);
  g_assert_cmpuint(most->sentences->len, ==, 210);
  g_assert_cmpuint(rest->sentences->len, ==, 40);
  g_autofree char *first = names_of(all, 0), *second = names_of(all, 1), *third = names_of(all, 2);
  g_assert_cmpstr(first, ==, "0-2 PER,2-3 LOC");
  g_assert_cmpstr(second, ==, "1-2 MISC,2-3 ORG"); /* "#" with a tag is a token */
  g_assert_cmpstr(third, ==, "1-3 ORG");
  g_assert_cmpstr(kith_corpus_words(rest, kith_corpus_sentence(rest, 0))[1].form, ==, "A80");
}

static void
test_re3d(void)
{
  static const char json[] =
      "{\"source\": \"A\", \"text\": \"Foreign Minister Ann Lee met the Board of Trade in Rome, said Danish "
      "officials.\", "
      "\"entities\": [{\"begin\": 0, \"end\": 24, \"type\": \"Person\", \"confidence\": 1},"
      "{\"begin\": 29, \"end\": 47, \"type\": \"Organisation\", \"confidence\": 1},"
      "{\"begin\": 51, \"end\": 55, \"type\": \"Location\", \"confidence\": 1},"
      "{\"begin\": 62, \"end\": 68, \"type\": \"Nationality\", \"confidence\": 0},"
      "{\"begin\": 900, \"end\": 910, \"type\": \"Location\", \"confidence\": 1},"
      "{\"begin\": 62, \"end\": 78, \"type\": \"Organisation\", \"confidence\": 1}]}\n"
      "\n{\"source\": \"B\", \"text\": \"Left out.\", \"entities\": []}\n";
  static const char *const exclude[] = {"B", NULL};
  g_autofree char *titles = write_temporary("corpus",
                                            "1\tMinister\tMinister\tPROPN\tNNP\t_\t2\tnmod:desc\t_\t_\n"
                                            "2\tPoe\tPoe\tPROPN\tNNP\t_\t0\troot\t_\t_\n\n",
                                            -1);
  g_autofree char *path = write_temporary("corpus", json, -1);
  g_autoptr(KithCorpus) corpus = kith_corpus_new();
  g_autoptr(GError) error = NULL;
  g_assert_true(kith_corpus_add_conllu(corpus, titles, KITH_NAMES_NONE, NULL, "x", &error));
  kith_corpus_add_re3d(corpus, path, exclude, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(corpus->sentences->len, ==, 2);
  g_autofree char *names = names_of(corpus, 1);
  g_assert_cmpstr(names, ==, "2-4 PER,6-9 ORG,10-11 LOC");
  const KithGoldWord *words = kith_corpus_words(corpus, kith_corpus_sentence(corpus, 1));
  g_assert_cmpuint(words[4].names, ==, kith_gold_other());
  g_assert_cmpuint(words[14].names, ==, (1u << KITH_N_NAME_TAGS) - 1); /* "officials": all is possible */
  g_unlink(titles);
  g_assert_true(g_file_set_contents(path, "{\"text\": 7}", -1, NULL));
  g_assert_false(kith_corpus_add_re3d(corpus, path, NULL, &error));
  g_assert_nonnull(error);
  g_clear_error(&error);
  g_assert_true(g_file_set_contents(path, "no json", -1, NULL));
  g_assert_false(kith_corpus_add_re3d(corpus, path, NULL, &error));
  g_assert_nonnull(error);
  g_unlink(path);
}

static void
test_vectors(void)
{
  g_autoptr(GString) json =
      g_string_new("{\"size\":3,\"words\":[\"the\",\"q\\\"q\",\"caf\\u00e9\",\"rare\"],\"unkVector\":[0],"
                   "\"vectors\":{");
  static const char *const words[] = {"the", "q\\\"q", "caf\\u00e9", "rare"};
  for (guint w = 0; w < G_N_ELEMENTS(words); w++) {
    g_string_append_printf(json, "%s\"%s\":[", w > 0 ? "," : "", words[w]);
    for (guint i = 0; i < 102; i++)
      g_string_append_printf(json, "%s%d", i > 0 ? "," : "", w == 0 ? (int)i - 50 : (int)w);
    g_string_append(json, "]");
  }
  g_string_append(json, "}}");
  g_autofree char *path = write_temporary("corpus", json->str, -1);
  g_autoptr(GHashTable) wanted = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GError) error = NULL;
  g_hash_table_add(wanted, (gpointer) "café");
  g_autoptr(KithVectors) v = kith_vectors_read(path, 2, wanted, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(v->n, ==, 4); /* none, two frequent ones and the wanted one */
  g_assert_cmpfloat(v->values[0], ==, 0);
  g_assert_cmpfloat_with_epsilon(v->values[100], -50, 0.3f);
  g_assert_cmpfloat_with_epsilon(v->values[150], 0, 1e-6f);
  g_assert_cmpfloat_with_epsilon(v->values[300], 2, 0.02f);
  g_assert_cmpuint(g_array_index(v->hashes, guint64, 2), ==, kith_form_hash("café", strlen("café")));
  g_assert_true(g_file_set_contents(path, "{\"words\":[\"a\"],\"vectors\":{\"a\":[1,2]}}", -1, NULL));
  g_assert_null(kith_vectors_read(path, 5, wanted, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
  g_unlink(path);
}

static void
test_features(void)
{
  char out[KITH_FORM_SIZE];
  kith_form_normalize("“Don’t—2021–É", TRUE, out);
  g_assert_cmpstr(out, ==, "\"don't—0000-é");
  kith_form_normalize("2021", FALSE, out);
  g_assert_cmpstr(out, ==, "2021");
  const KithSizes sizes = {.n_forms = 3, .n_affixes = 1000, .n_shapes = 1000, .n_vectors = 2};
  KithTableEntry entry = {kith_form_hash("rome", 4), 2};
  gsize n;
  g_autofree KithHashSlot *slots = kith_table_build(&entry, 1, &n);
  KithHashTable table = {slots, (guint32)(n - 1)};
  const KithHashSlot none = {0, 0};
  const KithFormTables tables = {table, table, {&none, 0}}, listed = {table, table, table};
  KithFeatures a, b, c;
  kith_features_get(&sizes, &tables, "Rome", &a);
  kith_features_get(&sizes, &tables, "ROME", &b);
  kith_features_get(&sizes, &tables, "Home", &c);
  g_assert_cmpuint(a.form, ==, 2);
  g_assert_cmpuint(a.vector, ==, 0); /* out of range */
  g_assert_cmpuint(c.form, ==, 0);
  g_assert_cmpmem(a.affix, sizeof a.affix, b.affix, sizeof b.affix);
  g_assert_cmpuint(a.shape, !=, b.shape);
  g_assert_cmpuint(a.shape, ==, c.shape);
  g_assert_cmpuint(a.affix[7], !=, c.affix[7]); /* the last four */
  g_assert_cmpuint(a.affix[6], ==, c.affix[6]); /* the last three */
  g_assert_cmpuint(kith_features_shape(&sizes, &tables, "Rome", KITH_CASE_UPPER), ==, b.shape);
  g_assert_cmpuint(kith_features_shape(&sizes, &tables, "rome", KITH_CASE_TITLE), ==, a.shape);
  /* a name of a list looks other than a word of no list, in every case */
  kith_features_get(&sizes, &listed, "Rome", &b);
  g_assert_cmpuint(b.shape, !=, a.shape);
  g_assert_cmpuint(kith_features_shape(&sizes, &listed, "ROME", KITH_CASE_TITLE), !=, a.shape);
  kith_features_get(&sizes, &listed, "Home", &c);
  g_assert_cmpuint(c.shape, ==, a.shape);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/corpus/gum", test_gum);
  g_test_add_func("/corpus/bad", test_bad);
  g_test_add_func("/corpus/iob", test_iob);
  g_test_add_func("/corpus/re3d", test_re3d);
  g_test_add_func("/corpus/vectors", test_vectors);
  g_test_add_func("/corpus/features", test_features);
  return g_test_run();
}
