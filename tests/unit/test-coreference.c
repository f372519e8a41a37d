/* The measures of coreference on published examples, chains out of GUM's notes, and the figure that kith has
 * to reach. */
#include <math.h>
#include <string.h>

#include "../cli/run.h"
#include "base/error.h"
#include "syntax/conllu.h"
#include "train/coreference.h"

/* Chains as words of letters, a letter a mention: "a bc". */
static GArray *
chains_of(const char *text)
{
  GArray *chains = g_array_new(FALSE, FALSE, sizeof(KithChained));
  guint chain = 7;
  for (const char *p = text; *p; p++)
    if (*p == ' ')
      chain++;
    else {
      KithChained mention = {(guint)*p, (guint)*p + 1, chain};
      g_array_append_val(chains, mention);
    }
  return chains;
}

static KithChainScore
score_of(const char *gold, const char *found)
{
  KithChainScore score = {{0}};
  g_autoptr(GArray) right = chains_of(gold), given = chains_of(found);
  kith_chains_score(right, given, &score);
  return score;
}

static void
expect(const char *what, const KithPartial *partial, double recall, double precision)
{
  if (fabs(kith_partial_recall(partial) - 100 * recall) > 0.01 ||
      fabs(kith_partial_precision(partial) - 100 * precision) > 0.01)
    g_error("%s: recall %.3f, precision %.3f; not %.3f, %.3f", what, kith_partial_recall(partial),
            kith_partial_precision(partial), 100 * recall, 100 * precision);
}

/* The cases of the CoNLL reference scorer's TestCases.README, doubled mentions taken out as it does. */
static void
test_reference(void)
{
  static const struct {
    const char *found;
    double recall, precision;
  } cases[] = {
      {"a bc def", 1, 1},
      {"a de", 0.6, 0.9},
      {"a bcx defy z", 0.88571, 0.66429},
      {"a bcx dy z", 0.73333, 0.55},
      {"a bcxB dy z", 0.68889, 0.51667},
      {"a bcx dy Bz", 0.73333, 0.55},
      {"a bcxb dy z", 0.73333, 0.55},
      {"a bcx dy bz", 0.73333, 0.55},
      {"a bcx dy bbbbbbbbbbz", 0.73333, 0.55},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    KithChainScore score = score_of("a bc def", cases[i].found);
    expect(cases[i].found, &score.ceaf_e, cases[i].recall, cases[i].precision);
  }
  /* by hand, from the definitions, for the second and the fourth */
  KithChainScore missing = score_of("a bc def", "a de");
  expect("MUC", &missing.muc, 1. / 3, 1);
  expect("B-cubed", &missing.b_cubed, (1 + 4. / 3) / 6, 1);
  expect("mentions", &missing.mentions, 3. / 6, 1);
  KithChainScore both = score_of("a bc def", "a bcx dy z");
  expect("MUC", &both.muc, 1. / 3, 1. / 3);
  expect("B-cubed", &both.b_cubed, (1 + 2 + 1. / 3) / 6, (1 + 4. / 3 + 1. / 2) / 7);
}

/* The examples of Bagga and Baldwin (1998) and, for CEAF-e's F1, of Luo (2005). */
static void
test_papers(void)
{
  static const char gold[] = "12345 67 89ABC";
  KithChainScore first = score_of(gold, "12345 6789ABC"), second = score_of(gold, "1234589ABC 67");
  expect("MUC", &first.muc, 1, 0.9);
  expect("MUC", &second.muc, 1, 0.9);
  expect("B-cubed", &first.b_cubed, 1, 16. / 21);
  expect("B-cubed", &second.b_cubed, 1, 7. / 12);
  KithChainScore one = score_of(gold, "123456789ABC"), none = score_of(gold, "1 2 3 4 5 6 7 8 9 A B C");
  g_assert_cmpfloat_with_epsilon(kith_partial_f1(&first.ceaf_e), 73.3, 0.05);
  g_assert_cmpfloat_with_epsilon(kith_partial_f1(&second.ceaf_e), 66.7, 0.05);
  g_assert_cmpfloat_with_epsilon(kith_partial_f1(&one.ceaf_e), 29.4, 0.05);
  g_assert_cmpfloat_with_epsilon(kith_partial_f1(&none.ceaf_e), 17.8, 0.05);
  expect("MUC", &none.muc, 0, 0);
  /* of Vilain et al. (1995): links, whichever way they are drawn */
  KithChainScore split = score_of("ABCD", "AB CD");
  expect("MUC", &split.muc, 2. / 3, 1);
  KithChainScore joined = score_of("AB CD", "ABCD");
  expect("MUC", &joined.muc, 1, 2. / 3);
}

/* Scores add up over documents, and nothing is no score. */
static void
test_sums(void)
{
  KithChainScore score = score_of("", "");
  g_assert_cmpfloat(kith_chains_mean(&score), ==, 0);
  g_autoptr(GArray) gold = chains_of("ab c"), found = chains_of("ab c");
  kith_chains_drop_single(gold);
  g_assert_cmpuint(gold->len, ==, 2);
  kith_chains_score(gold, found, &score);
  expect("mentions", &score.mentions, 1, 2. / 3);
  kith_chains_drop_single(found);
  kith_chains_score(gold, found, &score);
  expect("mentions", &score.mentions, 1, 4. / 5);
  expect("MUC", &score.muc, 1, 1);
  expect("CEAF-e", &score.ceaf_e, 1, 2. / 3);
}

static void
test_notes(void)
{
  static const char text[] =
      "1\tÉlan\tÉlan\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(1-organization-new-cf1-1-coref(2-person-new-cf2-1-"
      "sgl)\n"
      "2\tnews\tnews\tNOUN\tNN\t_\t1\tflat\t_\tSpaceAfter=No|Entity=1)(3-abstract-new-cf3-1-sgl)\n"
      "3\tit\tit\tPRON\tPRP\t_\t1\tdep\t_\tEntity=(1-organization-giv:act-cf1-1-ana)\n\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDocument) document = kith_conllu_read("test", text, strlen(text), &error);
  g_assert_no_error(error);
  g_autoptr(GArray) chains = kith_gum_chains(document, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(chains->len, ==, 3);
  const KithChained *link = &g_array_index(chains, KithChained, 0);
  g_assert_cmpuint(link[0].begin, ==, 0);
  g_assert_cmpuint(link[0].end, ==, 4);
  g_assert_cmpuint(link[1].begin, ==, 0);
  g_assert_cmpuint(link[1].end, ==, 8);
  g_assert_cmpuint(link[2].begin, ==, 8);
  g_assert_cmpuint(link[2].end, ==, 10);
  g_assert_cmpuint(link[1].chain, ==, link[2].chain);
  g_assert_cmpuint(link[1].chain, !=, link[0].chain);
  static const char *const bad[] = {"Entity=1)", "Entity=()", "Entity=(1-person", "Entity=x"};
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_autofree char *line = g_strdup_printf("1\tX\tX\tPROPN\tNNP\t_\t0\troot\t_\t%s\n\n", bad[i]);
    g_autoptr(KithDocument) other = kith_conllu_read("test", line, strlen(line), &error);
    g_assert_no_error(error);
    g_autoptr(GArray) none = kith_gum_chains(other, &error);
    if (i == 2) { /* open to the end: no mention, and no harm */
      g_assert_no_error(error);
      g_assert_cmpuint(none->len, ==, 0);
    } else {
      g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
      g_clear_error(&error);
    }
  }
}

/* The mean of the last row, "all", of what kith evaluate --coreference prints. */
static double
mean_of(const Run *run)
{
  const char *all = strstr(run->out, "\nall");
  g_assert_nonnull(all);
  g_autofree char *line = g_strchomp(g_strdup(all + 1));
  return g_ascii_strtod(strrchr(line, ' '), NULL);
}

/* GUM dev from raw text. */
static void
test_raw(void)
{
  const char *data = g_getenv("KITH_DATA"), *shared = g_getenv("KITH_SHARED");
  g_autofree char *model = data != NULL ? g_build_filename(data, "kith-en.model", NULL) : NULL;
  g_autofree char *gum =
      shared != NULL ? g_build_filename(shared, "data", "treebank", "gum-dev.conllu", NULL) : NULL;
  if (model == NULL || gum == NULL || !g_file_test(model, G_FILE_TEST_EXISTS) ||
      !g_file_test(gum, G_FILE_TEST_EXISTS)) {
    g_test_skip("no model or no treebank");
    return;
  }
  g_autofree char *line = g_strdup_printf("evaluate --coreference '%s'", gum);
  g_auto(Run) run = run_kith(NULL, NULL, line);
  g_assert_cmpstr(run.err, ==, "");
  g_assert_cmpint(run.code, ==, 0);
  g_assert_cmpfloat(mean_of(&run), >=, 50);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/coreference/reference", test_reference);
  g_test_add_func("/coreference/papers", test_papers);
  g_test_add_func("/coreference/sums", test_sums);
  g_test_add_func("/coreference/notes", test_notes);
  g_test_add_func("/coreference/raw", test_raw);
  return g_test_run();
}
