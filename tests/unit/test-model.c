/* A tiny training from end to end: the same bytes each time, a model that knows what it was shown, and files
 * that are no such model. */
#include <string.h>

#include "base/error.h"
#include "syntax/model-file.h"
#include "syntax/model.h"
#include "train/score.h"
#include "train/trainer.h"
#include "train-help.h"

static const char treebank[] = "# newdoc id = a\n"
                               "# meta::genre = news\n"
                               "1\tMaria\tMaria\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\tNE=B-PER\n"
                               "2\tVale\tVale\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\tNE=I-PER\n"
                               "3\tvisited\tvisit\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
                               "4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_\n"
                               "5\tcities\tcity\tNOUN\tNNS\tNumber=Plur\t3\tobj\t_\t_\n"
                               "6\tof\tof\tADP\tIN\t_\t7\tcase\t_\t_\n"
                               "7\tRuritania\tRuritania\tPROPN\tNNP\tNumber=Sing\t5\tnmod\t_\tNE=B-LOC\n"
                               "8\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
                               "\n"
                               "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n"
                               "2\tparties\tparty\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t_\t_\n"
                               "3\tare\tbe\tAUX\tVBP\t_\t4\taux\t_\t_\n"
                               "4\tleaving\tleave\tVERB\tVBG\t_\t0\troot\t_\t_\n"
                               "\n"
                               "# newdoc id = b\n"
                               "# meta::genre = fiction\n"
                               "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n"
                               "2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"
                               "\n";

static KithCorpus *
read_corpus(const char *const *exclude)
{
  KithCorpus *corpus = kith_corpus_new();
  add_treebank(corpus, treebank, exclude);
  return corpus;
}

static void
count_epochs(guint epoch, guint epochs, const double losses[KITH_N_LOSSES], gsize words, GBytes *model,
             gpointer data)
{
  g_assert_cmpuint(epoch, <=, epochs);
  g_assert_cmpuint(words, >, 0);
  g_assert_nonnull(model);
  g_assert_cmpfloat(losses[KITH_LOSS_ARCS], >=, 0);
  ++*(guint *)data;
}

static KithTrainOptions
small_options(void)
{
  KithTrainOptions options;
  kith_train_options_init(&options);
  options.hidden = options.word = 16;
  options.epochs = 8;
  options.rate = 0.01f;
  return options;
}

static GBytes *
train(const KithTrainOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithCorpus) corpus = read_corpus(NULL);
  GBytes *model = kith_train(corpus, options, &error);
  g_assert_no_error(error);
  return model;
}

static void
test_same_bytes(void)
{
  KithTrainOptions options = small_options();
  g_autoptr(GBytes) first = train(&options), second = train(&options);
  options.threads = 2;
  g_autoptr(GBytes) third = train(&options);
  options.seed = 2;
  g_autoptr(GBytes) other = train(&options);
  g_assert_true(g_bytes_equal(first, second));
  g_assert_true(g_bytes_equal(first, third));
  g_assert_false(g_bytes_equal(first, other));
}

static void
test_resume(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = write_temporary("checkpoint", "", 0);
  KithTrainOptions options = small_options();
  guint n = 0;
  g_autoptr(GBytes) whole = train(&options);
  /* stopped in the midst of it: as if killed after five epochs of eight */
  g_autoptr(KithCorpus) corpus = read_corpus(NULL);
  options.checkpoint = path;
  options.stop_after = 5;
  g_autoptr(GBytes) part = kith_train(corpus, &options, &error);
  g_assert_no_error(error);
  g_assert_false(g_bytes_equal(whole, part));
  options.stop_after = 0;
  options.resume = TRUE;
  options.report = count_epochs;
  options.data = &n;
  g_autoptr(GBytes) rest = kith_train(corpus, &options, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(n, ==, 3);
  g_assert_true(g_bytes_equal(whole, rest));
  /* all done; of another run; damaged */
  g_assert_null(kith_train(corpus, &options, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_USAGE);
  g_clear_error(&error);
  options.seed = 77;
  g_assert_null(kith_train(corpus, &options, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
  g_clear_error(&error);
  g_file_set_contents(path, "KITHCKP1", -1, NULL);
  options.seed = 1;
  g_assert_null(kith_train(corpus, &options, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
  g_unlink(path);
}

static void
test_learns(void)
{
  g_autoptr(GError) error = NULL;
  KithTrainOptions options = small_options();
  options.epochs = 400;
  options.version = "kith-test 7";
  options.dropout = (KithDropout){.form = 0.1f};
  g_autoptr(GBytes) bytes = train(&options);
  g_autoptr(KithModel) model = kith_model_new_from_bytes(bytes, "test", &error);
  g_assert_no_error(error);
  g_assert_cmpstr(kith_model_version(model), ==, "kith-test 7");
  g_autoptr(KithCorpus) corpus = read_corpus(NULL);
  KithScore score = kith_score_model(model, corpus);
  g_assert_cmpuint(score.words, ==, 14);
  g_assert_cmpuint(score.upos, ==, 14);
  g_assert_cmpuint(score.xpos, ==, 14);
  g_assert_cmpuint(score.lemmas, ==, 14);
  g_assert_cmpuint(score.heads, ==, 14);
  g_assert_cmpuint(score.labels, ==, 14);
  g_assert_cmpuint(score.gold_names, ==, 2);
  g_assert_cmpfloat(kith_score_names(&score), ==, 100);
}

/* A sentence far longer than is analysed at once still gets one tree; an empty document and strange words do
 * no harm. */
static void
test_long(void)
{
  g_autoptr(GError) error = NULL;
  KithTrainOptions options = small_options();
  g_autoptr(GBytes) bytes = train(&options);
  g_autoptr(KithModel) model = kith_model_new_from_bytes(bytes, "test", &error);
  g_assert_no_error(error);
  g_autoptr(KithCorpus) corpus = kith_corpus_new();
  KithGoldSentence sentence = {.n = 1000};
  static const char *const forms[] = {"Maria", "é", "\u202e", "😀😀", "cities", "", "123,456", "'"};
  for (guint i = 0; i < sentence.n; i++) {
    KithGoldWord word = {.form = forms[i % G_N_ELEMENTS(forms)]};
    g_array_append_val(corpus->words, word);
  }
  g_array_append_val(corpus->sentences, sentence);
  g_autoptr(KithDocument) document = kith_corpus_document(corpus);
  kith_model_analyze(model, document);
  guint roots = 0;
  for (guint i = 0; i < sentence.n; i++) {
    const KithWord *word = &g_array_index(document->words, KithWord, i);
    g_assert_cmpint(word->head, >=, KITH_HEAD_ROOT);
    g_assert_cmpint(word->head, <, (gint32)sentence.n);
    g_assert_true((word->head == KITH_HEAD_ROOT) == (word->deprel == KITH_DEP_ROOT));
    g_assert_nonnull(word->lemma);
    g_assert_nonnull(word->xpos);
    g_assert_nonnull(word->feats);
    roots += word->head == KITH_HEAD_ROOT;
    gint32 at = (gint32)i;
    for (guint steps = 0; at >= 0; at = g_array_index(document->words, KithWord, at).head)
      g_assert_cmpuint(steps++, <=, sentence.n);
  }
  g_assert_cmpuint(roots, ==, 1);
  g_autoptr(KithDocument) empty = kith_document_new("empty", "", 0);
  kith_model_analyze(model, empty);
}

/* What a sentence gets does not depend on what else the document holds. */
static void
test_alone(void)
{
  g_autoptr(GError) error = NULL;
  KithTrainOptions options = small_options();
  options.epochs = 2;
  g_autoptr(GBytes) bytes = train(&options);
  g_autoptr(KithModel) model = kith_model_new_from_bytes(bytes, "test", &error);
  g_assert_no_error(error);
  g_autoptr(KithCorpus) corpus = read_corpus(NULL);
  g_autoptr(KithDocument) all = kith_corpus_document(corpus);
  kith_model_analyze(model, all);
  for (guint s = 0; s < corpus->sentences->len; s++) {
    g_autoptr(KithDocument) one = kith_corpus_document(corpus);
    KithSentence only = *kith_document_sentence(one, s);
    g_array_set_size(one->sentences, 0);
    g_array_append_val(one->sentences, only);
    kith_model_analyze(model, one);
    for (guint i = only.first_word; i < only.first_word + only.n_words; i++) {
      const KithWord *a = &g_array_index(all->words, KithWord, i),
                     *b = &g_array_index(one->words, KithWord, i);
      g_assert_cmpint(a->head, ==, b->head);
      g_assert_cmpint(a->deprel, ==, b->deprel);
      g_assert_cmpstr(a->xpos, ==, b->xpos);
    }
  }
}

/* Nor on how many threads there are. */
static void
test_threads(void)
{
  g_autoptr(GError) error = NULL;
  KithTrainOptions options = small_options();
  options.epochs = 2;
  g_autoptr(GBytes) bytes = train(&options);
  g_autoptr(KithModel) model = kith_model_new_from_bytes(bytes, "test", &error);
  g_assert_no_error(error);
  g_autoptr(KithCorpus) corpus = kith_corpus_new();
  static const char *const forms[] = {"Maria", "visited", "the", "cities", "of", "Ruritania", "."};
  for (guint s = 0; s < 2500; s++) {
    KithGoldSentence sentence = {.first = corpus->words->len, .n = 3 + s % 17};
    for (guint i = 0; i < sentence.n; i++) {
      KithGoldWord word = {.form = forms[(s + i * i) % G_N_ELEMENTS(forms)]};
      g_array_append_val(corpus->words, word);
    }
    g_array_append_val(corpus->sentences, sentence);
  }
  g_assert_cmpuint(corpus->words->len, >, 20000); /* several windows */
  g_autoptr(KithDocument) one = kith_corpus_document(corpus), many = kith_corpus_document(corpus);
  kith_model_analyze(model, one);
  kith_model_analyze_threads(model, many, 3);
  for (guint i = 0; i < corpus->words->len; i++) {
    const KithWord *a = &g_array_index(one->words, KithWord, i),
                   *b = &g_array_index(many->words, KithWord, i);
    g_assert_cmpint(a->head, ==, b->head);
    g_assert_cmpint(a->deprel, ==, b->deprel);
    g_assert_cmpint(a->name, ==, b->name);
    g_assert_cmpstr(a->lemma, ==, b->lemma);
    g_assert_cmpstr(a->feats, ==, b->feats);
  }
}

static void
expect_bad(const void *data, gsize size, const char *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new(data, size);
  g_assert_null(kith_model_new_from_bytes(bytes, "some.model", &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_MODEL);
  g_assert_true(g_str_has_prefix(error->message, "some.model: "));
  if (message != NULL && strstr(error->message, message) == NULL)
    g_error("'%s' does not say '%s'", error->message, message);
}

static void
test_damaged(void)
{
  KithTrainOptions options = small_options();
  options.epochs = 1;
  g_autoptr(GBytes) bytes = train(&options);
  gsize size;
  const guint8 *data = g_bytes_get_data(bytes, &size);
  expect_bad("", 0, "not a model");
  expect_bad(data, 63, "not a model");
  expect_bad("PK\3\4 some other file that is long enough to hold a header, but is no model at all", 80,
             "not a model");
  expect_bad(data, size - 1, "bytes, should be");
  expect_bad(data, size / 2, "damaged");
  g_autofree guint8 *copy = g_memdup2(data, size);
  static const double places[] = {0.0001, 0.01, 0.3, 0.7, 0.999999};
  for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
    gsize at = 64 + (gsize)(places[i] * (double)(size - 64));
    copy[at] ^= 1;
    expect_bad(copy, size, "checksum");
    copy[at] ^= 1;
  }
  copy[8] = 99;
  expect_bad(copy, size, "format 99");
}

/* Files with a right checksum whose content is wrong: a hand at work, or another version. */
static void
test_forged(void)
{
  KithTrainOptions options = small_options();
  options.epochs = 1;
  g_autoptr(GBytes) bytes = train(&options);
  const guint8 *data = g_bytes_get_data(bytes, NULL);
  KithModelHeader header;
  memcpy(&header, data, sizeof header);
  const KithModelSection *sections = (const void *)(data + sizeof header);
  for (guint left_out = 0; left_out <= header.n_sections; left_out++) {
    KithModelWriter *writer = kith_model_writer_new();
    for (guint i = 0; i < header.n_sections; i++)
      if (i != left_out)
        kith_model_writer_add(writer, sections[i].name, data + sections[i].offset, sections[i].size);
    g_autoptr(GBytes) forged = kith_model_writer_finish(writer);
    gsize size;
    const void *content = g_bytes_get_data(forged, &size);
    if (left_out < header.n_sections)
      expect_bad(content, size, sections[left_out].name);
    else
      g_assert_true(g_bytes_equal(forged, bytes));
  }
  for (guint cut = 0; cut < header.n_sections; cut++) {
    KithModelWriter *writer = kith_model_writer_new();
    for (guint i = 0; i < header.n_sections; i++)
      kith_model_writer_add(writer, sections[i].name, data + sections[i].offset,
                            i == cut ? sections[i].size / 2 : sections[i].size);
    g_autoptr(GBytes) forged = kith_model_writer_finish(writer);
    if (strcmp(sections[cut].name, "version") == 0 || strcmp(sections[cut].name, "scripts") == 0 ||
        sections[cut].size % (2 * sizeof(KithHashSlot)) == 0)
      continue; /* half of it is as good */
    gsize size;
    const void *content = g_bytes_get_data(forged, &size);
    expect_bad(content, size, NULL);
  }
}

static void
test_files(void)
{
  g_autoptr(GError) error = NULL;
  g_assert_null(kith_model_load("/nowhere/at/all.model", &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_IO);
  g_clear_error(&error);
  KithTrainOptions options = small_options();
  options.epochs = 1;
  g_autoptr(GBytes) bytes = train(&options);
  gsize size;
  const void *data = g_bytes_get_data(bytes, &size);
  g_autofree char *path = write_temporary("good.model", data, (gssize)size);
  g_autoptr(KithModel) model = kith_model_load(path, &error);
  g_assert_no_error(error);
  g_assert_nonnull(model);
  g_unlink(path);
}

static void
test_excluded(void)
{
  static const char *const kinds[] = {"fiction", NULL};
  g_autoptr(KithCorpus) all = read_corpus(NULL), some = read_corpus(kinds);
  g_assert_cmpuint(all->sentences->len, ==, 3);
  g_assert_cmpuint(some->sentences->len, ==, 2);
  g_assert_cmpstr(kith_corpus_sentence(all, 2)->kind, ==, "fiction");
  kith_corpus_thin(all, 2);
  g_assert_cmpuint(all->sentences->len, ==, 2);
  g_assert_cmpstr(kith_corpus_sentence(all, 1)->kind, ==, "fiction");
}

static void
test_nothing(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithCorpus) corpus = kith_corpus_new();
  KithTrainOptions options = small_options();
  g_assert_null(kith_train(corpus, &options, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/model/same-bytes", test_same_bytes);
  g_test_add_func("/model/resume", test_resume);
  g_test_add_func("/model/learns", test_learns);
  g_test_add_func("/model/long", test_long);
  g_test_add_func("/model/alone", test_alone);
  g_test_add_func("/model/threads", test_threads);
  g_test_add_func("/model/damaged", test_damaged);
  g_test_add_func("/model/forged", test_forged);
  g_test_add_func("/model/files", test_files);
  g_test_add_func("/model/excluded", test_excluded);
  g_test_add_func("/model/nothing", test_nothing);
  return g_test_run();
}
