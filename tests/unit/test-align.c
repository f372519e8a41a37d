/* Scores of analyses whose tokens differ, as the shared task counts them. */
#include <string.h>

#include "base/error.h"
#include "syntax/conllu.h"
#include "train/align.h"

static KithDocument *
read(const char *text)
{
  g_autoptr(GError) error = NULL;
  KithDocument *document = kith_conllu_read("test", text, strlen(text), &error);
  g_assert_no_error(error);
  return document;
}

static void
check(const char *gold_text, const char *found_text, const guint expected[KITH_N_COUNTS][3])
{
  g_autoptr(KithDocument) gold = read(gold_text), found = read(found_text);
  g_autoptr(GError) error = NULL;
  KithCount counts[KITH_N_COUNTS] = {{0}};
  kith_score_documents(gold, found, counts, &error);
  g_assert_no_error(error);
  for (guint i = 0; i < KITH_N_COUNTS; i++) {
    g_assert_cmpuint(counts[i].gold, ==, expected[i][0]);
    g_assert_cmpuint(counts[i].found, ==, expected[i][1]);
    g_assert_cmpuint(counts[i].right, ==, expected[i][2]);
  }
}

static const char gold_text[] = "1\tDogs\tdog\tNOUN\tNNS\t_\t4\tnsubj\t_\t_\n"
                                "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                "2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n"
                                "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
                                "4\tbark\tbark\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
                                "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
                                "\n"
                                "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n"
                                "\n";

static void
test_same(void)
{
  static const guint all[KITH_N_COUNTS][3] = {{5, 5, 5}, {2, 2, 2}, {6, 6, 6}, {6, 6, 6},
                                              {6, 6, 6}, {6, 6, 6}, {6, 6, 6}, {6, 6, 6}};
  check(gold_text, gold_text, all);
}

/* One sentence instead of two, other tags, a subtype, a wrong head, a token in two. */
static void
test_other(void)
{
  static const char found_text[] = "1\tDogs\tdogs\tPROPN\tNNS\t_\t4\tnsubj:pass\t_\t_\n"
                                   "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                   "2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n"
                                   "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n"
                                   "4\tbark\tbark\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
                                   "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
                                   "6\tY\ty\tX\tX\t_\t4\tdep\t_\tSpaceAfter=No\n"
                                   "7\tes\tes\tX\tX\t_\t4\tdep\t_\t_\n"
                                   "\n";
  static const guint some[KITH_N_COUNTS][3] = {{5, 6, 4}, {2, 1, 0}, {6, 7, 5}, {6, 7, 4},
                                               {6, 7, 5}, {6, 7, 4}, {6, 7, 4}, {6, 7, 4}};
  check(gold_text, found_text, some);
}

/* A token of two words that the other side has as one word, and the other way round: words pair by form. */
static void
test_zones(void)
{
  static const char whole[] = "1\tDogs\tdog\tNOUN\tNNS\t_\t3\tnsubj\t_\t_\n"
                              "2\tdon't\tdo\tAUX\tVBP\t_\t3\taux\t_\t_\n"
                              "3\tbark\tbark\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
                              "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
                              "\n"
                              "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n"
                              "\n";
  static const char parted[] = "1\tDogs\tdog\tNOUN\tNNS\t_\t4\tnsubj\t_\t_\n"
                               "2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\tSpaceAfter=No\n"
                               "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
                               "4\tbark\tbark\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
                               "5\t.\t.\tPUNCT\t.\t_\t_\tpunct\t_\t_\n"
                               "\n"
                               "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n"
                               "\n";
  static const guint first[KITH_N_COUNTS][3] = {{5, 5, 5}, {2, 2, 2}, {6, 5, 4}, {6, 5, 4},
                                                {6, 5, 4}, {6, 5, 4}, {6, 5, 4}, {6, 5, 4}};
  /* the last full stop is unattached */
  static const guint second[KITH_N_COUNTS][3] = {{5, 6, 4}, {2, 2, 2}, {6, 6, 6}, {6, 6, 6},
                                                 {6, 6, 6}, {6, 6, 6}, {6, 6, 5}, {6, 6, 5}};
  check(gold_text, whole, first);
  check(gold_text, parted, second);
}

static void
test_different(void)
{
  g_autoptr(KithDocument) gold = read(gold_text), found = read("1\tDogs\t_\t_\t_\t_\t0\troot\t_\t_\n\n");
  g_autoptr(GError) error = NULL;
  KithCount counts[KITH_N_COUNTS] = {{0}};
  g_assert_false(kith_score_documents(gold, found, counts, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
}

static void
test_f1(void)
{
  KithCount count = {.gold = 4, .found = 6, .right = 3}, none = {0};
  g_assert_cmpfloat(kith_count_f1(&count), ==, 60);
  g_assert_cmpfloat(kith_count_f1(&none), ==, 0);
}

static void
test_raw(void)
{
  g_autoptr(KithDocument) document = read("# newpar\n1\tOne\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                                          "2\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
                                          "1\tTwo\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
                                          "# newpar\n1\tThree\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
  g_autofree char *text = kith_document_raw_text(document);
  g_assert_cmpstr(text, ==, "One. Two\n\nThree\n");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/align/same", test_same);
  g_test_add_func("/align/other", test_other);
  g_test_add_func("/align/zones", test_zones);
  g_test_add_func("/align/different", test_different);
  g_test_add_func("/align/f1", test_f1);
  g_test_add_func("/align/raw", test_raw);
  return g_test_run();
}
