/* What other programs are told of the corpus, and what they say of it. */
#include <string.h>

#include "base/error.h"
#include "syntax/model.h"
#include "train/advice.h"
#include "train/export.h"
#include "train/score.h"
#include "train/trainer.h"
#include "train-help.h"

static const char treebank[] = "1\tACME\tACME\tPROPN\tNNP\t_\t2\tnsubj\t_\tNE=B-ORG\n"
                               "2\tsued\tsue\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                               "3\tGlobex\tGlobex\tPROPN\tNNP\t_\t2\tobj\t_\tNE=B-ORG\n"
                               "\n"
                               "1\tcities\tcity\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n"
                               "2\tthe\tthe\tDET\tDT\t_\t0\troot\t_\t_\n"
                               "3\tvisited\tvisit\tVERB\tVBD\t_\t1\tcase\t_\tNE=B-ORG\n"
                               "4\tof\tof\tADP\tIN\t_\t3\tdet\t_\t_\n"
                               "\n";
static const char *const relations[] = {"root", "nsubj", "case", "det", "obj", "nowhere"};
enum { N_WORDS = 7, RECORD = 4 * 5 * KITH_N_GUESSES + 2 * KITH_N_NAME_TAGS };

static KithCorpus *
read_corpus(void)
{
  KithCorpus *corpus = kith_corpus_new();
  add_treebank(corpus, treebank, NULL);
  return corpus;
}

/* Nothing is known of the second sentence. */
static void
forget_second(KithCorpus *corpus)
{
  kith_corpus_sentence(corpus, 1)->has_tree = FALSE;
  kith_corpus_sentence(corpus, 1)->has_names = FALSE;
}

static void
add_short(GByteArray *out, guint number)
{
  const guint8 bytes[] = {(guint8)number, (guint8)(number >> 8)};
  g_byte_array_append(out, bytes, 2);
}

static void
add_list(GByteArray *out, const char *const *labels, guint n)
{
  add_short(out, n);
  add_short(out, 0);
  for (guint i = 0; i < n; i++)
    g_byte_array_append(out, (const guint8 *)labels[i], (guint)strlen(labels[i]) + 1);
}

/* A guess that is sure. */
static void
add_guess(GByteArray *out, guint label)
{
  for (guint i = 0; i < KITH_N_GUESSES; i++) {
    add_short(out, i == 1 ? label : 0);
    add_short(out, i == 1 ? 65535 : 0);
  }
}

/* Advice as in the treebank; head is what it says of the last word's. */
static GByteArray *
make_advice(guint head)
{
  static const char *const upos[] = {"VERB", "NOUN", "DET", "ADP", "PROPN"};
  static const char *const xpos[] = {"VBD"}, *const feats[] = {"_", "Case=Odd"};
  static const guint tags[N_WORDS] = {4, 0, 4, 1, 2, 0, 3}, labels[N_WORDS] = {1, 0, 4, 1, 0, 2, 3};
  const guint heads[N_WORDS] = {1, 3, 1, 1, 4, 0, head};
  GByteArray *out = g_byte_array_new();
  g_byte_array_append(out, (const guint8 *)"kith-advice-1\n", 14);
  add_list(out, upos, G_N_ELEMENTS(upos));
  add_list(out, xpos, G_N_ELEMENTS(xpos));
  add_list(out, feats, G_N_ELEMENTS(feats));
  add_list(out, relations, G_N_ELEMENTS(relations));
  for (guint i = 0; i < N_WORDS; i++) {
    const guint name = i == 0 || i == 2 || i == 5 ? kith_name_tag(KITH_NAME_ORG, 'S') : KITH_TAG_O;
    const guint guesses[] = {tags[i], 0, 1, labels[i], heads[i]};
    for (guint g = 0; g < G_N_ELEMENTS(guesses); g++)
      add_guess(out, guesses[g]);
    for (guint t = 0; t < KITH_N_NAME_TAGS; t++)
      add_short(out, t == name ? 65535 : 0);
  }
  return out;
}

static void
test_export(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithCorpus) corpus = read_corpus();
  forget_second(corpus);
  g_autofree char *path = write_temporary("export.conllu", "", 0), *text = NULL;
  kith_corpus_export(corpus, path, &error);
  g_assert_no_error(error);
  g_assert_true(g_file_get_contents(path, &text, NULL, &error));
  g_assert_cmpstr(text, ==,
                  "# kind = test\n"
                  "1\tACME\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\tNames=100\n"
                  "2\tsued\t_\tVERB\tVBD\t_\t0\troot\t_\tNames=1\n"
                  "3\tGlobex\t_\tPROPN\tNNP\t_\t2\tobj\t_\tNames=100\n"
                  "\n"
                  "# kind = test\n"
                  "1\tcities\t_\t_\t_\t_\t_\t_\t_\t_\n"
                  "2\tthe\t_\t_\t_\t_\t_\t_\t_\t_\n"
                  "3\tvisited\t_\t_\t_\t_\t_\t_\t_\t_\n"
                  "4\tof\t_\t_\t_\t_\t_\t_\t_\t_\n"
                  "\n");
  g_unlink(path);
  g_assert_false(kith_corpus_export(corpus, "/no/such/folder/export", &error));
  g_assert_nonnull(error);
}

/* Labels are those of the same names; what is unknown, and the root's relation, is no advice. */
static void
test_read(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithCorpus) corpus = read_corpus();
  g_autoptr(KithLabels) labels = kith_labels_new(corpus, NULL, 0, NULL, &error);
  g_autoptr(GByteArray) bytes = make_advice(2);
  g_autofree char *path = write_temporary("advice", bytes->data, bytes->len);
  KithAdvice advice[N_WORDS] = {0};
  kith_advice_read(path, corpus, labels, 100, 0.5f, advice, &error);
  g_assert_no_error(error);
  guint at = 0;
  while (advice[3].deprel.share[at] <= 0)
    at++;
  g_assert_cmpstr(g_ptr_array_index(labels->deprels, advice[3].deprel.label[at]), ==, "nsubj");
  g_assert_cmpfloat(advice[3].deprel.share[at], ==, 0.5f);
  g_assert_cmpfloat(advice[5].names[kith_name_tag(KITH_NAME_ORG, 'S')], ==, 0.5f);
  for (guint i = 0; i < KITH_N_GUESSES; i++) {
    g_assert_cmpfloat(advice[4].deprel.share[i], ==, 0);
    g_assert_cmpfloat(advice[4].feats.share[i], ==, 0);
  }
  /* longer sentences are left out */
  KithAdvice few[3] = {0};
  kith_advice_read(path, corpus, labels, 3, 1, few, &error);
  g_assert_no_error(error);
  g_assert_cmpfloat(few[2].names[kith_name_tag(KITH_NAME_ORG, 'S')], ==, 1);
  g_unlink(path);
}

/* What is only advised of is learnt. */
static void
test_learnt(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GByteArray) bytes = make_advice(2);
  g_autofree char *path = write_temporary("advice", bytes->data, bytes->len);
  const char *const files[] = {path, NULL};
  g_autoptr(KithCorpus) corpus = read_corpus(), whole = read_corpus();
  forget_second(corpus);
  KithTrainOptions options;
  kith_train_options_init(&options);
  options.hidden = options.word = 16;
  options.epochs = 60;
  options.rate = 0.01f;
  options.dropout = (KithDropout){0};
  options.trust_names = 0.9f;
  options.advice = files;
  g_autoptr(GBytes) student = kith_train(corpus, &options, &error);
  g_assert_no_error(error);
  g_autoptr(KithModel) model = kith_model_new_from_bytes(student, "test", &error);
  g_assert_no_error(error);
  g_autoptr(KithDocument) document = kith_corpus_document(whole);
  kith_model_analyze(model, document);
  KithScore score = {0};
  kith_score_document(whole, document, &score);
  g_assert_cmpuint(score.heads, ==, N_WORDS);
  g_assert_cmpuint(score.labels, ==, 5); /* two relations are not among the labels */
  g_assert_cmpuint(score.right_names, ==, 3);
  g_unlink(path);
}

static void
assert_refused(const GByteArray *bytes, const char *why)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithCorpus) corpus = read_corpus();
  g_autoptr(KithLabels) labels = kith_labels_new(corpus, NULL, 0, NULL, &error);
  g_autofree char *path = write_temporary("advice", bytes->data, bytes->len);
  KithAdvice advice[N_WORDS] = {0};
  g_assert_false(kith_advice_read(path, corpus, labels, 100, 1, advice, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
  g_assert_nonnull(strstr(error->message, why));
  g_unlink(path);
}

static void
test_refused(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GByteArray) bytes = make_advice(9);
  assert_refused(bytes, "a head lies outside its sentence");
  g_byte_array_set_size(bytes, bytes->len - 1);
  assert_refused(bytes, "is not about these words");
  g_byte_array_set_size(bytes, 20);
  assert_refused(bytes, "ends too early");
  g_byte_array_set_size(bytes, 16);
  assert_refused(bytes, "ends too early");
  g_byte_array_set_size(bytes, 3);
  assert_refused(bytes, "no advice");
  g_autoptr(GByteArray) odd = make_advice(2);
  odd->data[odd->len - N_WORDS * RECORD + 4] = 5; /* a sixth tag of five */
  assert_refused(odd, "a label is out of range");
  static const char *const files[] = {"/no/such/advice", NULL};
  g_autoptr(KithCorpus) corpus = read_corpus();
  KithTrainOptions options;
  kith_train_options_init(&options);
  options.advice = files;
  g_assert_null(kith_train(corpus, &options, &error));
  g_assert_nonnull(strstr(error->message, "/no/such/advice"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/train/advice/export", test_export);
  g_test_add_func("/train/advice/read", test_read);
  g_test_add_func("/train/advice/learnt", test_learnt);
  g_test_add_func("/train/advice/refused", test_refused);
  return g_test_run();
}
