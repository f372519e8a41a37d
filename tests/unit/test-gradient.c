/* The hand-written gradients against central differences. */
#include <math.h>
#include <string.h>

#include "syntax/decode.h"
#include "train/tape.h"

enum { N_SENTENCES = 4, MAX_N = 7 };

static const KithSizes sizes = {.form = 8,
                                .affix = 8,
                                .shape = 8,
                                .vector = 5,
                                .n_forms = 11,
                                .n_affixes = 30,
                                .n_shapes = 7,
                                .n_vectors = 9,
                                .word = 16,
                                .hidden = 8,
                                .tag = 16,
                                .arc = 16,
                                .label = 16,
                                .name = 8,
                                .n_upos = 5,
                                .n_xpos = 7,
                                .n_feats = 4,
                                .n_deprels = 6};

typedef struct {
  KithFeatures features[MAX_N];
  guint16 upos[MAX_N], xpos[MAX_N], feats[MAX_N], deprel[MAX_N];
  gint32 head[MAX_N];
  guint32 names[MAX_N];
  KithAdvice advice[MAX_N];
  KithExample example;
} Sentence;

enum { PLAIN, DROPOUT, ADVICE };

static void
fill(Sentence *s, guint n, guint64 *seed, gboolean tree, gboolean names)
{
  for (guint i = 0; i < n; i++) {
    KithFeatures *f = &s->features[i];
    f->form = (guint32)(kith_random(seed) % sizes.n_forms);
    f->vector = (guint32)(kith_random(seed) % sizes.n_vectors);
    f->shape = (guint32)(kith_random(seed) % sizes.n_shapes);
    for (guint a = 0; a < KITH_N_AFFIXES; a++)
      f->affix[a] = (guint32)(kith_random(seed) % sizes.n_affixes);
    s->upos[i] = (guint16)(kith_random(seed) % sizes.n_upos);
    s->xpos[i] = (guint16)(kith_random(seed) % sizes.n_xpos);
    s->feats[i] = i == 1 ? KITH_NO_LABEL : (guint16)(kith_random(seed) % sizes.n_feats);
    s->head[i] = (gint32)i - 1;
    s->deprel[i] = (guint16)(i == 0 ? 0 : 1 + kith_random(seed) % (sizes.n_deprels - 1));
    s->names[i] = i % 3 == 2 ? 1u | 1u << kith_name_tag(4, 'S') : 1u;
  }
  if (n > 3)
    s->head[3] = 1;
  if (n > 5) {
    s->names[3] = 1u << kith_name_tag(1, 'B');
    s->names[4] = 1u << kith_name_tag(1, 'E');
  }
  s->example = (KithExample){.features = s->features,
                             .upos = s->upos,
                             .xpos = s->xpos,
                             .feats = s->feats,
                             .deprel = s->deprel,
                             .head = s->head,
                             .names = s->names,
                             .n = n,
                             .has_tree = tree,
                             .has_names = names};
}

/* Advice on everything, of shares that add up to 1. */
static void
add_advice(Sentence *s, guint64 *seed)
{
  memset(s->advice, 0, sizeof s->advice);
  for (guint i = 0; i < s->example.n; i++) {
    KithAdvice *a = &s->advice[i];
    KithGuess *const guesses[] = {&a->upos, &a->xpos, &a->feats, &a->deprel, &a->head};
    const guint n[] = {sizes.n_upos, sizes.n_xpos, sizes.n_feats, sizes.n_deprels - 1, s->example.n + 1};
    for (guint g = 0; g < G_N_ELEMENTS(guesses); g++) {
      guint label = (guint)(kith_random(seed) % n[g]) + (g == 3);
      kith_guess_add(guesses[g], g == 4 && label == i ? s->example.n : label, 0.75f);
      kith_guess_add(guesses[g], g == 4 ? s->example.n : g == 3, 0.25f);
    }
    a->names[KITH_TAG_O] = 0.5f;
    a->names[kith_name_tag(2, 'S')] = 0.5f;
  }
  s->example.advice = s->advice;
  s->example.trust = 0.4f;
  s->example.trust_names = 0.3f;
}

static double
total(const double losses[KITH_N_LOSSES])
{
  double sum = 0;
  for (guint i = 0; i < KITH_N_LOSSES; i++)
    sum += losses[i];
  return sum;
}

static double
loss_of(KithNet *net, KithTape *tape, const KithExample *const *examples, const KithDropout *dropout,
        guint64 draw, KithGradient *gradient)
{
  double losses[KITH_N_LOSSES] = {0};
  kith_net_pack(net);
  kith_gradient_clear(gradient, net);
  kith_tape_run(tape, examples, N_SENTENCES, dropout, draw, 1, losses, gradient);
  return total(losses);
}

/* The share of a tensor's weights, of at most 60 looked at, whose gradient is not what central differences
 * say. */
static double
share_of_wrong(KithNet *net, KithTape *tape, const KithExample *const *examples, guint tensor,
               const KithDropout *dropout, guint64 draw)
{
  const float h = 1e-3f;
  g_autoptr(KithGradient) gradient = kith_gradient_new(net);
  g_autoptr(KithGradient) scrap = kith_gradient_new(net);
  KithParameter *p = &net->parameters[tensor];
  double squares = 0;
  guint n = 0, wrong = 0;
  gsize step = MAX(p->n / 60, 1);
  g_assert_true(isfinite(loss_of(net, tape, examples, dropout, draw, gradient)));
  for (gsize i = draw % step; i < p->n; i += step, n++) {
    const float old = p->w[i];
    p->w[i] = old + h;
    double up = loss_of(net, tape, examples, dropout, draw, scrap);
    p->w[i] = old - h;
    double down = loss_of(net, tape, examples, dropout, draw, scrap);
    p->w[i] = old;
    double numeric = (up - down) / (2 * (double)h), exact = (double)gradient->g[tensor][i];
    squares += numeric * numeric;
    wrong += fabs(numeric - exact) > 0.03 * fabs(exact) + 0.01;
  }
  g_test_message("%s: gradient %g, %u of %u differ", p->shape.name, sqrt(squares), wrong, n);
  g_assert_cmpfloat(squares, >, 0);
  return (double)wrong / n;
}

static void
test_tape(gconstpointer data)
{
  const gint mode = GPOINTER_TO_INT(data);
  static const KithDropout some = {.form = 0.2f,
                                   .vector = 0.2f,
                                   .word = 0.2f,
                                   .between = 0.2f,
                                   .top = 0.2f,
                                   .recurrent = 0.2f,
                                   .mlp = 0.2f};
  const KithDropout *dropout = mode == DROPOUT ? &some : NULL;
  guint64 seed = mode == ADVICE ? 3 : 6;
  float vectors[9 * 5];
  for (guint i = 0; i < G_N_ELEMENTS(vectors); i++)
    vectors[i] = i < 5 ? 0 : kith_random_unit(&seed) - 0.5f;
  g_autoptr(KithNet) net = kith_net_new(&sizes, vectors, 4);
  g_autoptr(KithTape) tape = kith_tape_new(net, NULL);
  Sentence s[N_SENTENCES];
  const KithExample *examples[N_SENTENCES];
  static const guint lengths[] = {7, 6, 6, 1};
  for (guint i = 0; i < N_SENTENCES; i++) {
    fill(&s[i], lengths[i], &seed, i != 1, i != 2);
    if (mode == ADVICE && i != 3)
      add_advice(&s[i], &seed);
    examples[i] = &s[i].example;
  }
  for (guint t = KITH_N_EMBEDDINGS; t < KITH_N_TENSORS;
       t++) /* no zeros, whose gradient would stay untested */
    for (gsize i = 0; i < net->parameters[t].n; i++)
      net->parameters[t].w[i] += 0.2f * (kith_random_unit(&seed) - 0.5f);
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    if (mode == ADVICE && t == KITH_T_CRF) /* advice on names does not move it */
      continue;
    /* a step that passes a corner of a rectifier or of the maxout differs with every right, and then with the
     * draw */
    double share = 1;
    for (guint64 draw = 99; draw < 103 && share > 0.05; draw++)
      share = MIN(share, share_of_wrong(net, tape, examples, t, dropout, draw));
    g_assert_cmpfloat(share, <=, 0.05);
  }
}

/* All sequences of tags of a sentence: their weights summed by brute force. */
static double
brute_force(const float *emissions, const float *transitions, const guint32 *possible, guint n, guint i,
            guint last, double weight)
{
  if (i == n)
    return kith_name_may_follow(last, G_MAXUINT) ? weight : 0;
  double sum = 0;
  for (guint t = 0; t < KITH_N_NAME_TAGS; t++) {
    if (!kith_name_may_follow(i == 0 ? G_MAXUINT : last, t) || (possible != NULL && !(possible[i] >> t & 1)))
      continue;
    double w = exp((double)emissions[i * KITH_N_NAME_TAGS + t]) *
               (i == 0 ? 1 : exp((double)transitions[last * KITH_N_NAME_TAGS + t]));
    sum += brute_force(emissions, transitions, possible, n, i + 1, t, weight * w);
  }
  return sum;
}

static void
test_crf(void)
{
  enum { N = 4 };
  guint64 seed = 8;
  float emissions[N * KITH_N_NAME_TAGS], transitions[KITH_N_NAME_TAGS * KITH_N_NAME_TAGS];
  for (guint round = 0; round < 20; round++) {
    guint n = 1 + round % N;
    guint32 possible[N];
    for (guint i = 0; i < G_N_ELEMENTS(emissions); i++)
      emissions[i] = 4 * kith_random_unit(&seed) - 2;
    for (guint i = 0; i < G_N_ELEMENTS(transitions); i++)
      transitions[i] = 2 * kith_random_unit(&seed) - 1;
    for (guint i = 0; i < n; i++)
      possible[i] = 1u | ((guint32)kith_random(&seed) & 0x1ffff);
    double loss = kith_crf_loss(emissions, KITH_N_NAME_TAGS, transitions, possible, n, 1, NULL, NULL);
    double expected = log(brute_force(emissions, transitions, NULL, n, 0, 0, 1)) -
                      log(brute_force(emissions, transitions, possible, n, 0, 0, 1));
    g_assert_cmpfloat_with_epsilon(loss, expected, 1e-6);
  }
}

/* The least likely labels give way. */
static void
test_guess(void)
{
  KithGuess guess = {0};
  const float shares[] = {0.1f, 0.4f, 0.05f, 0.2f, 0.15f, 0.01f};
  for (guint i = 0; i < G_N_ELEMENTS(shares); i++)
    kith_guess_add(&guess, 10 + i, shares[i]);
  kith_guess_add(&guess, 11, 0.1f);
  float sum = 0;
  for (guint i = 0; i < KITH_N_GUESSES; i++) {
    sum += guess.share[i];
    g_assert_cmpuint(guess.label[i], !=, 12);
    g_assert_cmpuint(guess.label[i], !=, 15);
    if (guess.label[i] == 11)
      g_assert_cmpfloat_with_epsilon(guess.share[i], 0.5f, 1e-6f);
  }
  g_assert_cmpfloat_with_epsilon(sum, 0.95f, 1e-6f);
}

/* Of one word they are a softmax over what may stand alone; of more they add up to 1 a word. */
static void
test_marginals(void)
{
  float emissions[3 * KITH_N_NAME_TAGS], transitions[KITH_N_NAME_TAGS * KITH_N_NAME_TAGS] = {0};
  KithAdvice advice[3] = {0};
  for (guint i = 0; i < G_N_ELEMENTS(emissions); i++)
    emissions[i] = 0;
  emissions[kith_name_tag(1, 'S')] = logf(4);
  kith_crf_marginals(emissions, KITH_N_NAME_TAGS, transitions, 1, 1, advice);
  g_assert_cmpfloat_with_epsilon(advice[0].names[kith_name_tag(1, 'S')], 0.5f, 1e-5f); /* 4 of O + 4 + 3 */
  g_assert_cmpfloat_with_epsilon(advice[0].names[kith_name_tag(1, 'B')], 0, 1e-6f);
  memset(advice, 0, sizeof advice);
  kith_crf_marginals(emissions, KITH_N_NAME_TAGS, transitions, 3, 0.5f, advice);
  for (guint i = 0; i < 3; i++) {
    float sum = 0;
    for (guint t = 0; t < KITH_N_NAME_TAGS; t++)
      sum += advice[i].names[t];
    g_assert_cmpfloat_with_epsilon(sum, 0.5f, 1e-5f);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_data_func("/train/gradient/plain", GINT_TO_POINTER(PLAIN), test_tape);
  g_test_add_data_func("/train/gradient/dropout", GINT_TO_POINTER(DROPOUT), test_tape);
  g_test_add_data_func("/train/gradient/advice", GINT_TO_POINTER(ADVICE), test_tape);
  g_test_add_func("/train/guess", test_guess);
  g_test_add_func("/train/crf/marginals", test_marginals);
  g_test_add_func("/train/crf/brute-force", test_crf);
  return g_test_run();
}
