/* Learns the weights of the sentence splitter from CoNLL-U treebanks: logistic regression over the gaps
 * between words, with AdaGrad (Duchi, Hazan, Singer 2011), the weights in 8 bits. A developer's tool, not
 * installed:
 *
 *   train-splitter OUTPUT.c TRAIN.conllu... writes src/text/split-weights.c
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "text/document.h"
#include "text/split-model.h"
#include "text/tokenize.h"

enum { SIZE = 1 << KITH_SPLIT_BITS, EPOCHS = 6, GLUED = 60 /* one space in so many is left out */ };

static const double rate = 0.08, decay = 2e-6;

/* One gap: its features, and whether a sentence ends there. */
typedef struct {
  guint32 features[KITH_SPLIT_FEATURES];
  gboolean ends;
} Gap;

/* A paragraph as it is read: the sentences' texts with a space between, and where each begins. */
typedef struct {
  GString *text;
  GArray *begins; /* gsize */
  guint64 random;
} Paragraph;

static guint64
next_random(guint64 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

static gboolean
begins_sentence(const Paragraph *paragraph, gsize at)
{
  for (guint i = 0; i < paragraph->begins->len; i++)
    if (g_array_index(paragraph->begins, gsize, i) == at)
      return TRUE;
  return FALSE;
}

/* Appends the gaps of a paragraph, and empties it. */
static void
take_paragraph(Paragraph *paragraph, GArray *gaps)
{
  if (paragraph->text->len > 0) {
    g_autoptr(KithDocument) document = kith_document_new("p", paragraph->text->str, paragraph->text->len);
    kith_tokenize(document, 0, document->length);
    guint n = document->words->len;
    const KithWord *words = (const KithWord *)(void *)document->words->data;
    g_autofree guint8 *shapes = g_new0(guint8, n + 1);
    for (guint i = 0; i < n; i++)
      shapes[i] = kith_split_shape(&words[i]);
    KithSplitContext context = {.words = words, .n = n, .shapes = shapes};
    kith_split_see_paragraph(&context);
    kith_split_pass(&context, 0);
    for (guint i = 1; i < n; i++) {
      gboolean ends = begins_sentence(paragraph, words[i].span.begin);
      if (kith_split_is_candidate(&context, i)) {
        Gap gap = {.ends = ends};
        kith_split_features(&context, i, gap.features);
        g_array_append_val(gaps, gap);
      }
      if (ends) {
        context.begin = i;
        context.quoted = context.bracketed = FALSE;
      }
      kith_split_pass(&context, i);
    }
  }
  g_string_truncate(paragraph->text, 0);
  g_array_set_size(paragraph->begins, 0);
}

/* Appends the gaps of a treebank. */
static gboolean
read_treebank(const char *path, GArray *gaps, GError **error)
{
  g_autoptr(GBytes) bytes = kith_file_read(path, (gsize)1 << 30, error);
  if (bytes == NULL)
    return FALSE;
  Paragraph paragraph = {g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(gsize)), 88172645463325252ULL};
  g_autofree char *text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix(lines[i], "# newdoc") || g_str_has_prefix(lines[i], "# newpar"))
      take_paragraph(&paragraph, gaps);
    if (!g_str_has_prefix(lines[i], "# text = "))
      continue;
    char last = paragraph.text->len > 0 ? paragraph.text->str[paragraph.text->len - 1] : '\0';
    if (paragraph.text->len > 0 && !(last == '.' && next_random(&paragraph.random) % GLUED == 0))
      g_string_append_c(paragraph.text, ' ');
    gsize at = paragraph.text->len;
    g_array_append_val(paragraph.begins, at);
    g_string_append(paragraph.text, lines[i] + strlen("# text = "));
  }
  take_paragraph(&paragraph, gaps);
  g_string_free(paragraph.text, TRUE);
  g_array_unref(paragraph.begins);
  return TRUE;
}

static double
score(const double *weights, const Gap *gap)
{
  double sum = 0;
  for (guint i = 0; i < KITH_SPLIT_FEATURES; i++)
    sum += weights[gap->features[i]];
  return sum;
}

/* Whether the gap is kept out of training: a run of 200 in 2,000. */
static gboolean
is_kept(guint i)
{
  return i / 200 % 10 == 9;
}

/* Learns from all gaps but the kept ones. */
static void
learn(const GArray *gaps, double *weights)
{
  g_autofree double *squares = g_new0(double, SIZE);
  g_autofree guint *order = g_new(guint, gaps->len);
  guint64 random = 0x2545F4914F6CDD1DULL;
  for (guint i = 0; i < gaps->len; i++)
    order[i] = i;
  for (guint epoch = 0; epoch < EPOCHS; epoch++) {
    double loss = 0;
    for (guint i = gaps->len; i-- > 1;) {
      guint k = (guint)(next_random(&random) % (i + 1)), other = order[k];
      order[k] = order[i];
      order[i] = other;
    }
    for (guint i = 0; i < gaps->len; i++) {
      const Gap *gap = &g_array_index(gaps, Gap, order[i]);
      if (is_kept(order[i]))
        continue;
      double p = 1 / (1 + exp(-score(weights, gap))), slope = p - gap->ends;
      loss -= log(MAX(1e-12, gap->ends ? p : 1 - p));
      for (guint f = 0; f < KITH_SPLIT_FEATURES; f++) {
        guint32 at = gap->features[f];
        double g = slope + decay * weights[at];
        squares[at] += g * g;
        weights[at] -= rate * g / (sqrt(squares[at]) + 1e-8);
      }
    }
    fprintf(stderr, "epoch %u: loss %.5f a gap\n", epoch + 1, loss / gaps->len / 0.9);
  }
}

/* Says how good the weights are on the gaps kept. */
static void
report(const GArray *gaps, const gint8 *weights)
{
  guint right = 0, given = 0, gold = 0;
  for (guint i = 0; i < gaps->len; i++) {
    const Gap *gap = &g_array_index(gaps, Gap, i);
    int sum = 0;
    if (!is_kept(i))
      continue;
    for (guint f = 0; f < KITH_SPLIT_FEATURES; f++)
      sum += weights[gap->features[f]];
    given += sum > 0;
    gold += gap->ends;
    right += sum > 0 && gap->ends;
  }
  fprintf(stderr, "F1 %.2f of the %u sentence ends kept out of training\n",
          200.0 * right / MAX(1, given + gold), gold);
}

int
main(int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
  if (argc < 3) {
    fprintf(stderr, "usage: train-splitter OUTPUT.c TRAIN.conllu...\n");
    return 2;
  }
  for (int i = 2; i < argc; i++) {
    if (!read_treebank(argv[i], gaps, &error)) {
      fprintf(stderr, "%s\n", error->message);
      return 1;
    }
  }
  g_autofree double *weights = g_new0(double, SIZE);
  g_autofree gint8 *small = g_new0(gint8, SIZE);
  learn(gaps, weights);
  for (guint i = 0; i < SIZE; i++)
    small[i] = (gint8)CLAMP(lrint(weights[i] * 40), -127, 127);
  report(gaps, small);
  g_autoptr(GString) out =
      g_string_new("/* Made by train-splitter (src/train/train-splitter.c); see there. */\n"
                   "#include \"text/split-model.h\"\n\n/* clang-format off */\n");
  g_string_append(out, "const gint8 kith_split_weights[1 << KITH_SPLIT_BITS] = {");
  for (guint i = 0; i < SIZE; i++)
    g_string_append_printf(out, "%s%d,", i % 64 == 0 ? "\n" : "", small[i]);
  g_string_append(out, "\n};\n/* clang-format on */\n");
  if (!kith_file_write(argv[1], out->str, out->len, &error)) {
    fprintf(stderr, "%s\n", error->message);
    return 1;
  }
  return 0;
}
