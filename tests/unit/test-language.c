/* The commands train, evaluate and parse, run as programs on a tiny treebank. */
#include <glib/gstdio.h>
#include <string.h>

static char *folder, *model;

/* What a run of kith printed. */
typedef struct {
  int status;
  char *out, *err;
} Run;

static Run
run_kith(const char *input, const char *first, ...)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) argv = g_ptr_array_new();
  Run run = {0};
  va_list args;
  g_ptr_array_add(argv, (gpointer)(g_getenv("KITH") ? g_getenv("KITH") : "./kith"));
  va_start(args, first);
  for (const char *arg = first; arg != NULL; arg = va_arg(args, const char *))
    g_ptr_array_add(argv, (gpointer)arg);
  va_end(args);
  g_ptr_array_add(argv, NULL);
  g_autofree char *file = NULL;
  if (input != NULL) {
    file = g_build_filename(folder, "input.txt", NULL);
    g_assert_true(g_file_set_contents(file, input, -1, NULL));
    g_ptr_array_insert(argv, (gint)argv->len - 1, file);
  }
  g_spawn_sync(NULL, (char **)argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &run.out, &run.err, &run.status,
               &error);
  g_assert_no_error(error);
  return run;
}

static void
run_clear(Run *run)
{
  g_free(run->out);
  g_free(run->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Run, run_clear)

static int
exit_code(const Run *run)
{
  return run->status >> 8 & 0xff;
}

static void
expect_code(const Run *run, int code)
{
  if (exit_code(run) != code)
    g_error("exit code %d, not %d: %s", exit_code(run), code, run->err);
}

static void
put(const char *name, const char *text)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname(path);
  g_mkdir_with_parents(parent, 0700);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static const char sentence[] =
    "1\tMaria\tMaria\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-person-new-nnn-cf1-1-sgl)\n"
    "2\tvisited\tvisit\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
    "3\tRuritania\tRuritania\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tEntity=(2-place-new-nnn-cf1-1-sgl)|"
    "SpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

static void
make_data(void)
{
  folder = g_dir_make_tmp("kith-language-XXXXXX", NULL);
  model = g_build_filename(folder, "tiny.model", NULL);
  g_autoptr(GString) gum = g_string_new("# newdoc id = a\n# meta::genre = news\n");
  for (guint i = 0; i < 6; i++)
    g_string_append(gum, sentence);
  put("treebank/gum-train.conllu", gum->str);
  put("treebank/gum-dev.conllu", sentence);
  put("treebank/ewt-train.conllu", sentence);
  put("treebank/ewt-dev.conllu", sentence);
  put("entities/wikigold-train.conll", "Maria I-PER\nslept O\n\n");
  put("entities/ewt-dev.iob2", "1\tMaria\tB-PER\t-\n2\tslept\tO\t-\n\n");
  put("entities/re3d.jsonl", "{\"source\": \"S\", \"text\": \"Maria slept.\", \"entities\": []}\n");
}

static void
test_train(void)
{
  g_autofree char *checkpoint = g_build_filename(folder, "state", NULL);
  g_auto(Run) run =
      run_kith(NULL, "train", "--data", folder, "-o", model, "--epochs", "150", "--hidden", "16", "--dropout",
               "0", "--checkpoint", checkpoint, "--model-version", "tiny 1", NULL);
  expect_code(&run, 0);
  g_assert_nonnull(strstr(run.err, "epoch 150 of 150"));
  g_assert_nonnull(strstr(run.err, "GUM dev"));
  g_assert_true(g_file_test(model, G_FILE_TEST_IS_REGULAR));
  g_auto(Run) again = run_kith(NULL, "train", "--data", folder, "-o", model, "--epochs", "150", "--hidden",
                               "16", "--dropout", "0", "--checkpoint", checkpoint, "--resume", NULL);
  expect_code(&again, 2);
  g_assert_nonnull(strstr(again.err, "all epochs are done"));
}

/* A second stage that starts from the first one's weights. */
static void
test_train_from(void)
{
  g_autofree char *second = g_build_filename(folder, "second.model", NULL);
  g_auto(Run) run = run_kith(NULL, "train", "--data", folder, "-o", second, "--epochs", "1", "--hidden", "16",
                             "--from", model, "--rate", "0.00001", "--repeat-names", "3", NULL);
  expect_code(&run, 0);
  g_assert_nonnull(strstr(run.err, "las 100.00"));
  g_unlink(second);
  g_auto(Run) other =
      run_kith(NULL, "train", "--data", folder, "-o", second, "--hidden", "24", "--from", model, NULL);
  expect_code(&other, 1);
  g_assert_nonnull(strstr(other.err, "with other sizes"));
}

static void
test_train_bad(void)
{
  g_auto(Run) none = run_kith(NULL, "train", NULL);
  expect_code(&none, 2);
  g_auto(Run) zero = run_kith(NULL, "train", "--data", folder, "-o", model, "--epochs", "0", NULL);
  expect_code(&zero, 2);
  g_auto(Run) odd = run_kith(NULL, "train", "--data", folder, "-o", model, "--hidden", "13", NULL);
  expect_code(&odd, 2);
  g_auto(Run) resume = run_kith(NULL, "train", "--data", folder, "-o", model, "--resume", NULL);
  expect_code(&resume, 2);
  g_auto(Run) many = run_kith(NULL, "train", "--data", folder, "-o", model, "more", NULL);
  expect_code(&many, 2);
  g_auto(Run) missing = run_kith(NULL, "train", "--data", "/nowhere", "-o", model, NULL);
  expect_code(&missing, 1);
  g_assert_nonnull(strstr(missing.err, "/nowhere"));
  g_auto(Run) full =
      run_kith(NULL, "train", "--data", folder, "-o", "/dev/full", "--epochs", "1", "--hidden", "8", NULL);
  expect_code(&full, 1);
}

static void
test_parse(void)
{
  static const char expected[] =
      "1\tMaria\tMaria\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tNE=B-PER\n"
      "2\tvisited\tvisit\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
      "3\tRuritania\tRuritania\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tSpaceAfter=No|NE=B-LOC\n"
      "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n";
  g_auto(Run) text = run_kith("Maria visited Ruritania.\n", "parse", "--model", model, NULL);
  expect_code(&text, 0);
  g_autofree char *plain = g_strdup(expected);
  if (strstr(text.out, plain) == NULL) { /* the order within MISC is CoNLL-U's writer's */
    char *at = strstr(plain, "SpaceAfter=No|NE=B-LOC");
    memcpy(at, "NE=B-LOC|SpaceAfter=No", strlen("NE=B-LOC|SpaceAfter=No"));
  }
  if (strstr(text.out, plain) == NULL)
    g_error("parsed as:\n%s", text.out);
  g_auto(Run) lines =
      run_kith("Maria visited Ruritania .\n", "parse", "--model", model, "--input", "lines", NULL);
  expect_code(&lines, 0);
  g_assert_nonnull(strstr(lines.out, "3\tRuritania\tRuritania\tPROPN"));
  g_auto(Run) conllu = run_kith(sentence, "parse", "--model", model, "--input", "conllu", NULL);
  expect_code(&conllu, 0);
  g_assert_nonnull(strstr(conllu.out, "2\tvisited\tvisit\tVERB\tVBD"));
}

/* Several files at a time: the same bytes, in their order. */
static void
test_threads(void)
{
  g_autoptr(GString) all = g_string_new(NULL);
  for (guint i = 0; i < 40; i++)
    g_string_append_printf(all, "{\"text\": \"Maria visited Ruritania %u times.\", \"id\": \"d%u\"}\n", i, i);
  g_auto(Run) one = run_kith(all->str, "parse", "--model", model, "--input", "jsonl", NULL);
  g_auto(Run) four =
      run_kith(all->str, "parse", "--model", model, "--input", "jsonl", "--threads", "4", NULL);
  expect_code(&one, 0);
  expect_code(&four, 0);
  g_assert_cmpstr(one.out, ==, four.out);
  g_assert_nonnull(strstr(one.out, "39"));
}

/* One long document on several threads: the same bytes, and nothing left out. */
static void
test_threads_long(void)
{
  g_autoptr(GString) all = g_string_new(NULL);
  for (guint i = 0; i < 2400; i++)
    g_string_append_printf(all, "Maria%u visited Ruritania %u times.\n\n", i % 7, i);
  g_auto(Run) one = run_kith(all->str, "parse", "--model", model, NULL);
  g_auto(Run) three = run_kith(all->str, "parse", "--model", model, "--threads", "3", NULL);
  expect_code(&one, 0);
  expect_code(&three, 0);
  g_assert_cmpstr(one.out, ==, three.out);
  g_assert_nonnull(strstr(one.out, "\t2399\t"));
}

static void
test_parse_bad(void)
{
  g_auto(Run) threads = run_kith("x", "parse", "--model", model, "--threads", "0", NULL);
  expect_code(&threads, 2);
  g_auto(Run) missing = run_kith("x", "parse", "--model", "/nowhere.model", NULL);
  expect_code(&missing, 1);
  g_assert_nonnull(strstr(missing.err, "/nowhere.model"));
  g_autofree char *foreign = g_build_filename(folder, "treebank", "gum-dev.conllu", NULL);
  g_auto(Run) other = run_kith("x", "parse", "--model", foreign, NULL);
  expect_code(&other, 1);
  g_assert_nonnull(strstr(other.err, "not a model of kith"));
  g_auto(Run) file = run_kith(NULL, "parse", "--model", model, "/nowhere.txt", NULL);
  expect_code(&file, 1);
  g_auto(Run) kind = run_kith("x", "parse", "--model", model, "--input", "odd", NULL);
  expect_code(&kind, 2);
  g_assert_cmpstr(kind.out, ==, "");
}

static void
test_evaluate(void)
{
  g_autofree char *gum = g_build_filename(folder, "treebank", "gum-dev.conllu", NULL);
  g_autofree char *iob = g_build_filename(folder, "entities", "ewt-dev.iob2", NULL);
  g_auto(Run) run = run_kith(NULL, "evaluate", "--model", model, "--from-gum", gum, iob, NULL);
  expect_code(&run, 0);
  g_assert_nonnull(strstr(run.out, "raw text"));
  g_assert_nonnull(strstr(run.out, "gold tokens\n"));
  g_assert_nonnull(strstr(run.out, "gold tokens and tags\n"));
  g_assert_nonnull(strstr(run.out, "LAS        100.00"));
  g_assert_nonnull(strstr(run.out, "F1         100.00"));
  g_auto(Run) none = run_kith(NULL, "evaluate", "--model", model, NULL);
  expect_code(&none, 2);
  g_auto(Run) missing = run_kith(NULL, "evaluate", "--model", model, "/nowhere.conllu", NULL);
  expect_code(&missing, 1);
  g_auto(Run) bad = run_kith(NULL, "evaluate", "--model", iob, gum, NULL);
  expect_code(&bad, 1);
}

/* The model that kith ships, where it does. */
static void
test_shipped(void)
{
  const char *data = g_getenv("KITH_DATA");
  g_autofree char *path = data != NULL ? g_build_filename(data, "kith-en.model", NULL) : NULL;
  if (path == NULL || !g_file_test(path, G_FILE_TEST_EXISTS)) {
    g_test_skip("no model in the data folder");
    return;
  }
  g_auto(Run) run =
      run_kith("Ann Walker is meeting with officials from Norway in Oslo. The talks were opened by her.\n",
               "parse", "--model", path, NULL);
  expect_code(&run, 0);
  g_assert_nonnull(strstr(run.out, "\tAnn\tAnn\tPROPN\tNNP\t"));
  g_assert_nonnull(strstr(run.out, "4\tmeeting\tmeet\tVERB\tVBG\t"));
  g_assert_nonnull(strstr(run.out, "NE=B-PER"));
  g_assert_nonnull(strstr(run.out, "\tnsubj:pass\t"));
  g_assert_nonnull(strstr(run.out, "\tobl:agent\t"));
  g_assert_nonnull(strstr(run.out, "NE=B-LOC"));
  g_autofree char *file = g_build_filename(folder, "input.txt", NULL);
  g_autofree char *text = g_strdup_printf("--model=%s", path);
  static const char *const sets[] = {"plain", "sse4", "avx2"};
  for (guint i = 0; i < G_N_ELEMENTS(sets); i++) {
    g_setenv("KITH_SIMD", sets[i], TRUE);
    g_auto(Run) other = run_kith(NULL, "parse", text, file, NULL);
    g_unsetenv("KITH_SIMD");
    g_assert_cmpstr(other.out, ==, run.out);
  }
}

static void
remove_data(void)
{
  static const char *const names[] = {"treebank/gum-train.conllu",
                                      "treebank/gum-dev.conllu",
                                      "treebank/ewt-train.conllu",
                                      "treebank/ewt-dev.conllu",
                                      "entities/wikigold-train.conll",
                                      "entities/ewt-dev.iob2",
                                      "entities/re3d.jsonl",
                                      "treebank",
                                      "entities",
                                      "input.txt",
                                      "state",
                                      "tiny.model",
                                      "."};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path =
        strcmp(names[i], ".") == 0 ? g_strdup(folder) : g_build_filename(folder, names[i], NULL);
    g_remove(path);
  }
  g_free(folder);
  g_free(model);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  make_data();
  g_test_add_func("/language/train", test_train);
  g_test_add_func("/language/train/from", test_train_from);
  g_test_add_func("/language/train/bad", test_train_bad);
  g_test_add_func("/language/parse", test_parse);
  g_test_add_func("/language/parse/threads", test_threads);
  g_test_add_func("/language/parse/threads/long", test_threads_long);
  g_test_add_func("/language/parse/bad", test_parse_bad);
  g_test_add_func("/language/evaluate", test_evaluate);
  g_test_add_func("/language/shipped", test_shipped);
  int status = g_test_run();
  remove_data();
  return status;
}
