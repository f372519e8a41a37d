/* kith train: command lines that it refuses before it reads anything. */
#include "run.h"

static void
test_usage(void)
{
  static const struct {
    const char *line, *message;
  } cases[] = {
      {"train", "*--data and --output or --export are needed*"},
      {"train -o out.model", "*--data and --output or --export are needed*"},
      {"train -o out.model --data nowhere extra", "*too many arguments*"},
      {"train -o out.model --data nowhere --text text.txt", "*--text needs --teacher, --advice or --export*"},
      {"train -o out.model --data nowhere --resume", "*--resume needs --checkpoint*"},
      {"train -o out.model --data nowhere --text-every 0", "*--text-every: at least 1, not 0*"},
      {"train -o out.model --data nowhere --epochs 0", "*--epochs: at least 1, not 0*"},
      {"train -o out.model --data nowhere --epochs -1 --from a.model", "*--epochs: at least 0, not -1*"},
      {"train -o out.model --data nowhere --threads 0", "*--threads: at least 1*"},
      {"train -o out.model --data nowhere --sample 0", "*--sample: at least 1*"},
      {"train -o out.model --data nowhere --batch -5", "*--batch: at least 1*"},
      {"train -o out.model --data nowhere --score-every 0", "*--score-every: at least 1*"},
      {"train -o out.model --data nowhere --hidden 0", "*--hidden: at least 8*"},
      {"train -o out.model --data nowhere --hidden 100", "*--hidden: a multiple of 8, not 100*"},
      {"train -o out.model --data nowhere --hidden 2048", "*--hidden: at most 1024, not 2048*"},
      {"train -o out.model --data nowhere --repeat-names 101", "*--repeat-names: at most 100*"},
      {"train -o out.model --data nowhere --dropout -0.5", "*--dropout: at least 0, not -0.5*"},
      {"train -o out.model --data nowhere --rate -1", "*--rate: at least 0*"},
      {"train -o out.model --data nowhere --trust 1.5", "*--trust: at most 1, not 1.5*"},
      {"train -o out.model --data nowhere --trust-names nan", "*--trust-names: at least 0*"},
      {"train -o out.model --data nowhere --names-share 2", "*--names-share: at most 1*"},
      {"train -o out.model --data nowhere --names-weight -1", "*--names-weight: at least 0*"},
      {"train -o out.model --data nowhere --epochs many", "*many*"},
      {"train --nonsense", "*--nonsense*"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_auto(Run) run = run_kith(NULL, NULL, cases[i].line);
    if (run.code != 2 || *run.out != '\0' || !g_pattern_match_simple(cases[i].message, run.err) ||
        !g_pattern_match_simple("kith train: *--help*", run.err))
      g_test_message("kith %s: %d %s", cases[i].line, run.code, run.err), g_test_fail();
  }
}

/* What is not there is no usage error. */
static void
test_missing(void)
{
  g_auto(Run) run = run_kith(NULL, NULL, "train -o out.model --data nowhere");
  g_assert_cmpint(run.code, ==, 1);
  g_assert_true(g_pattern_match_simple("kith: nowhere*", run.err));
  g_assert_false(g_file_test("out.model", G_FILE_TEST_EXISTS));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/train/usage", test_usage);
  g_test_add_func("/train/missing", test_missing);
  return g_test_run();
}
