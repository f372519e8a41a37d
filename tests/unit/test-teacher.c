/* Learning from a model, and names put in the place of names. */
#include <string.h>

#include "base/error.h"
#include "syntax/model.h"
#include "train/dataset.h"
#include "train/score.h"
#include "train/trainer.h"
#include "train-help.h"

static const char treebank[] = "1\tMaria\tMaria\tPROPN\tNNP\t_\t3\tnsubj\t_\tNE=B-PER\n"
                               "2\tVale\tVale\tPROPN\tNNP\t_\t1\tflat\t_\tNE=I-PER\n"
                               "3\tvisited\tvisit\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                               "4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_\n"
                               "5\tcities\tcity\tNOUN\tNNS\t_\t3\tobj\t_\t_\n"
                               "6\tof\tof\tADP\tIN\t_\t7\tcase\t_\t_\n"
                               "7\tRuritania\tRuritania\tPROPN\tNNP\t_\t5\tnmod\t_\tNE=B-LOC\n"
                               "\n"
                               "1\tACME\tACME\tPROPN\tNNP\t_\t2\tnsubj\t_\tNE=B-ORG\n"
                               "2\tsued\tsue\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                               "3\tGlobex\tGlobex\tPROPN\tNNP\t_\t2\tobj\t_\tNE=B-ORG\n"
                               "\n"
                               /* so odd that nobody finds out by himself */
                               "1\tcities\tcity\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n"
                               "2\tthe\tthe\tDET\tDT\t_\t0\troot\t_\t_\n"
                               "3\tvisited\tvisit\tVERB\tVBD\t_\t1\tcase\t_\tNE=B-ORG\n"
                               "4\tof\tof\tADP\tIN\t_\t3\tdet\t_\t_\n"
                               "\n";
static const char lists[] = "# comment\n"
                            "given\tDebra\n"
                            "given\tMaria\n"
                            "family\tKowalski\n"
                            "place\tSyldavia\n";

static KithCorpus *
read_corpus_times(guint n)
{
  KithCorpus *corpus = kith_corpus_new();
  for (guint i = 0; i < n; i++)
    add_treebank(corpus, treebank, NULL);
  return corpus;
}

static KithCorpus *
read_corpus(void)
{
  return read_corpus_times(1);
}

static KithTrainOptions
small_options(void)
{
  KithTrainOptions options;
  kith_train_options_init(&options);
  options.hidden = options.word = 16;
  options.epochs = 60;
  options.rate = 0.01f;
  options.dropout = (KithDropout){.names = 0.3f};
  return options;
}

static GBytes *
train(const KithCorpus *corpus, const KithTrainOptions *options)
{
  g_autoptr(GError) error = NULL;
  GBytes *model = kith_train(corpus, options, &error);
  g_assert_no_error(error);
  return model;
}

/* Right heads with right relations, and names, in the sentence given. */
static KithScore
score_sentence(GBytes *bytes, const KithCorpus *corpus, guint sentence)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithModel) model = kith_model_new_from_bytes(bytes, "test", &error);
  g_assert_no_error(error);
  g_autoptr(KithDocument) document = kith_corpus_document(corpus);
  kith_model_analyze(model, document);
  KithScore all = {0}, others = {0};
  kith_score_document(corpus, document, &all);
  kith_corpus_sentence(corpus, sentence)->has_tree = FALSE;
  kith_corpus_sentence(corpus, sentence)->has_names = FALSE;
  kith_score_document(corpus, document, &others);
  all.words -= others.words;
  all.labels -= others.labels;
  all.right_names -= others.right_names;
  return all;
}

/* A sentence of which nothing is annotated is learnt from the teachers; without them it is not. */
static void
test_learns(void)
{
  KithTrainOptions options = small_options();
  g_autoptr(KithCorpus) known = read_corpus();
  g_autoptr(GBytes) teacher = train(known, &options);
  gsize size;
  const void *data = g_bytes_get_data(teacher, &size);
  g_autofree char *path = write_temporary("teacher.model", data, (gssize)size);
  const char *const teachers[] = {path, path, NULL};
  g_autoptr(KithCorpus) half = read_corpus();
  kith_corpus_sentence(half, 2)->has_tree = FALSE;
  kith_corpus_sentence(half, 2)->has_names = FALSE;
  options.seed = 3;
  options.trust_names = 0.9f;
  g_autoptr(GBytes) alone = train(half, &options);
  options.teachers = teachers;
  g_autoptr(GBytes) student = train(half, &options), again = train(half, &options);
  g_assert_true(g_bytes_equal(student, again));
  g_autoptr(KithCorpus) a = read_corpus(), b = read_corpus(), c = read_corpus();
  KithScore of_teacher = score_sentence(teacher, a, 2), of_student = score_sentence(student, b, 2),
            of_alone = score_sentence(alone, c, 2);
  g_assert_cmpuint(of_teacher.words, ==, 4);
  g_assert_cmpuint(of_teacher.labels, ==, 4);
  g_assert_cmpuint(of_teacher.right_names, ==, 1);
  g_assert_cmpuint(of_student.labels, ==, 4);
  g_assert_cmpuint(of_student.right_names, ==, 1);
  g_assert_cmpuint(of_alone.labels, <, 4);
  g_assert_cmpuint(of_alone.right_names, ==, 0);
  g_unlink(path);
}

/* Plain text is sentences of which nothing is known, whose words are no labels; some of them an epoch. */
static void
test_text(void)
{
  static const char text[] = "Zyx zyx met nobody. Zyx left.\n\nZyx came back.\n";
  g_autoptr(GError) error = NULL;
  g_autofree char *path = write_temporary("plain.txt", text, -1);
  g_autoptr(KithCorpus) corpus = read_corpus();
  g_assert_true(kith_corpus_add_text(corpus, path, &error));
  g_assert_no_error(error);
  g_assert_cmpuint(corpus->sentences->len, ==, 6);
  const KithGoldSentence *last = kith_corpus_sentence(corpus, 5);
  g_assert_cmpuint(last->n, ==, 4);
  g_assert_false(kith_gold_is_annotated(last));
  g_assert_cmpstr(kith_corpus_words(corpus, last)[1].form, ==, "came");
  g_autoptr(KithLabels) labels = kith_labels_new(corpus, NULL, 0, NULL, &error);
  for (guint i = 0; i < labels->forms->len; i++)
    g_assert_cmpstr(g_ptr_array_index(labels->forms, i), !=, "zyx");
  KithTrainOptions options = small_options();
  options.epochs = 8;
  g_autoptr(GBytes) teacher = train(corpus, &options);
  gsize size;
  const void *data = g_bytes_get_data(teacher, &size);
  g_autofree char *model = write_temporary("teacher.model", data, (gssize)size);
  const char *const teachers[] = {model, NULL};
  options.teachers = teachers;
  g_autoptr(GBytes) all = train(corpus, &options);
  options.text_every = 3;
  g_autoptr(GBytes) parts = train(corpus, &options);
  g_assert_false(g_bytes_equal(all, parts));
  g_unlink(model);
  g_assert_true(g_file_set_contents(path, "\xff", 1, &error));
  g_assert_false(kith_corpus_add_text(corpus, path, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
  g_clear_error(&error);
  g_unlink(path);
  g_assert_false(kith_corpus_add_text(corpus, path, &error));
  g_assert_nonnull(error);
}

static void
test_no_teacher(void)
{
  static const char *const teachers[] = {"/no/such/model", NULL};
  g_autoptr(GError) error = NULL;
  g_autoptr(KithCorpus) corpus = read_corpus();
  KithTrainOptions options = small_options();
  options.teachers = teachers;
  g_assert_null(kith_train(corpus, &options, &error));
  g_assert_nonnull(error);
  g_assert_nonnull(strstr(error->message, "/no/such/model"));
}

/* The weights of a model whose words were others are those of its own words. */
static void
test_start(void)
{
  KithTrainOptions options = small_options();
  options.epochs = 40;
  g_autoptr(KithCorpus) corpus = read_corpus();
  g_autoptr(GBytes) first = train(corpus, &options);
  gsize size;
  const void *data = g_bytes_get_data(first, &size);
  g_autofree char *path = write_temporary("first.model", data, (gssize)size);
  /* twice, so that all forms are frequent enough to be known */
  g_autoptr(KithCorpus) more = read_corpus_times(2);
  const char *const starts[] = {path, NULL};
  options.starts = starts;
  options.epochs = 0;
  g_autoptr(GBytes) second = train(more, &options);
  KithScore score = score_sentence(second, more, 0);
  g_assert_cmpuint(score.labels, ==, 7);
  g_unlink(path);
}

/* Of two models the start is the mean of their weights. */
static void
test_mean(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithCorpus) corpus = read_corpus();
  KithModel *models[3] = {NULL};
  char *paths[3] = {NULL};
  for (guint i = 0; i < 3; i++) {
    KithTrainOptions options = small_options();
    const char *const starts[] = {paths[0], paths[1], NULL};
    options.epochs = i < 2 ? 2 : 0;
    options.seed = i + 1;
    options.starts = i < 2 ? NULL : starts;
    g_autoptr(GBytes) bytes = train(corpus, &options);
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    g_autofree char *name = g_strdup_printf("mean%u.model", i);
    paths[i] = write_temporary(name, data, (gssize)size);
    models[i] = kith_model_load(paths[i], &error);
    g_assert_no_error(error);
  }
  const KithTensorShape shape = kith_tensor_shape(&models[0]->sizes, KITH_T_MLP);
  gboolean differ = FALSE;
  for (gsize i = 0; i < shape.rows * shape.cols; i++) {
    float a = models[0]->tensor[KITH_T_MLP][i], b = models[1]->tensor[KITH_T_MLP][i];
    g_assert_cmpfloat_with_epsilon(models[2]->tensor[KITH_T_MLP][i], (a + b) / 2, 1e-6f);
    differ = differ || ABS(a - b) > 1e-4f;
  }
  g_assert_true(differ);
  for (guint i = 0; i < 3; i++) {
    kith_model_free(models[i]);
    g_unlink(paths[i]);
    g_free(paths[i]);
  }
}

static KithNameLists *
read_lists(const char *text, GError **error)
{
  g_autofree char *path = write_temporary("names.tsv", text, -1);
  KithNameLists *names = kith_name_lists_read(path, error);
  g_unlink(path);
  return names;
}

static void
test_lists(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithNameLists) names = read_lists(lists, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(names->names[KITH_SWAP_GIVEN]->len, ==, 2);
  g_assert_cmpuint(names->names[KITH_SWAP_FAMILY]->len, ==, 1);
  g_assert_cmpuint(names->names[KITH_SWAP_PLACE]->len, ==, 1);
  static const char *const bad[] = {"given Debra\n", "given\tA\nfamil\tB\n", "given\t\n", "\tA\n",
                                    "place\t\xff\n"};
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_assert_null(read_lists(bad[i], &error));
    g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, i == 1 ? ":2: " : ":1: "));
    g_clear_error(&error);
  }
  g_assert_null(kith_name_lists_read("/no/such/names", &error));
  g_assert_nonnull(error);
}

/* What may stand for which word; people as lines. */
static void
test_swaps(void)
{
  static const guint8 expected[] = {KITH_SWAP_GIVEN, KITH_SWAP_FAMILY,       KITH_SWAP_NONE,  KITH_SWAP_NONE,
                                    KITH_SWAP_NONE,  KITH_SWAP_NONE,         KITH_SWAP_PLACE, KITH_SWAP_NONE,
                                    KITH_SWAP_NONE,  KITH_SWAP_ORGANIZATION, KITH_SWAP_NONE,  KITH_SWAP_NONE,
                                    KITH_SWAP_NONE,  KITH_SWAP_NONE};
  g_autoptr(GError) error = NULL;
  g_autoptr(KithNameLists) names = read_lists(lists, &error);
  g_autoptr(KithCorpus) corpus = read_corpus();
  g_autoptr(KithLabels) labels = kith_labels_new(corpus, NULL, 0, names, &error);
  g_assert_no_error(error);
  const KithSizes sizes = {.n_forms = 100, .n_affixes = 100, .n_shapes = 100, .n_vectors = 1};
  g_autoptr(KithDataset) data = kith_dataset_new(corpus, labels, &sizes, names, 100);
  g_assert_cmpmem(data->swaps, data->n_words, expected, sizeof expected);
  g_assert_cmpuint(data->substitutes.names[KITH_SWAP_GIVEN]->len, ==, 2);
  g_assert_cmpuint(data->substitutes.names[KITH_SWAP_ORGANIZATION]->len, ==, 1);
  g_autoptr(KithDataset) none = kith_dataset_new(corpus, labels, &sizes, NULL, 100);
  for (gsize i = 0; i < none->n_words; i++)
    g_assert_cmpuint(none->swaps[i], ==, KITH_SWAP_NONE);
  kith_corpus_add_people(corpus, names, 3);
  g_assert_cmpuint(corpus->sentences->len, ==, 6);
  const KithGoldSentence *line = kith_corpus_sentence(corpus, 5);
  const KithGoldWord *words = kith_corpus_words(corpus, line);
  g_assert_false(line->has_tree);
  g_assert_true(line->has_names);
  g_assert_cmpstr(words[1].form, ==, "Kowalski");
  g_assert_cmpuint(words[0].names, ==, 1u << kith_name_tag(KITH_NAME_PER, 'B'));
  g_assert_cmpuint(words[1].names, ==, 1u << kith_name_tag(KITH_NAME_PER, 'E'));
}

/* Names are drawn where there are lists, and not without; words of the lists look other than those of none.
 */
static void
test_swapped(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithNameLists) names = read_lists(lists, &error);
  g_autoptr(KithCorpus) corpus = read_corpus();
  KithTrainOptions options = small_options();
  g_autoptr(GBytes) no_lists = train(corpus, &options);
  options.names = names;
  g_autoptr(GBytes) swapped = train(corpus, &options);
  options.dropout.names = 0;
  g_autoptr(GBytes) listed = train(corpus, &options);
  options.names = NULL;
  g_autoptr(GBytes) none = train(corpus, &options);
  g_assert_true(g_bytes_equal(no_lists, none));
  g_assert_false(g_bytes_equal(swapped, listed));
  g_assert_false(g_bytes_equal(listed, none));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/teacher/learns", test_learns);
  g_test_add_func("/teacher/text", test_text);
  g_test_add_func("/teacher/none", test_no_teacher);
  g_test_add_func("/teacher/start", test_start);
  g_test_add_func("/teacher/mean", test_mean);
  g_test_add_func("/names/lists", test_lists);
  g_test_add_func("/names/swaps", test_swaps);
  g_test_add_func("/names/swapped", test_swapped);
  return g_test_run();
}
