/* The hand-written gradients against central differences. */
#include <math.h>

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
  KithExample example;
} Sentence;

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
test_tape(gconstpointer with_dropout)
{
  static const KithDropout some = {.form = 0.2f,
                                   .vector = 0.2f,
                                   .word = 0.2f,
                                   .between = 0.2f,
                                   .top = 0.2f,
                                   .recurrent = 0.2f,
                                   .mlp = 0.2f};
  const KithDropout *dropout = GPOINTER_TO_INT(with_dropout) ? &some : NULL;
  guint64 seed = 5;
  float vectors[9 * 5];
  for (guint i = 0; i < G_N_ELEMENTS(vectors); i++)
    vectors[i] = i < 5 ? 0 : kith_random_unit(&seed) - 0.5f;
  g_autoptr(KithNet) net = kith_net_new(&sizes, vectors, 4);
  g_autoptr(KithTape) tape = kith_tape_new(net);
  Sentence s[N_SENTENCES];
  const KithExample *examples[N_SENTENCES];
  static const guint lengths[] = {7, 6, 6, 1};
  for (guint i = 0; i < N_SENTENCES; i++) {
    fill(&s[i], lengths[i], &seed, i != 1, i != 2);
    examples[i] = &s[i].example;
  }
  for (guint t = KITH_N_EMBEDDINGS; t < KITH_N_TENSORS;
       t++) /* no zeros, whose gradient would stay untested */
    for (gsize i = 0; i < net->parameters[t].n; i++)
      net->parameters[t].w[i] += 0.2f * (kith_random_unit(&seed) - 0.5f);
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
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

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_data_func("/train/gradient/plain", GINT_TO_POINTER(FALSE), test_tape);
  g_test_add_data_func("/train/gradient/dropout", GINT_TO_POINTER(TRUE), test_tape);
  g_test_add_func("/train/crf/brute-force", test_crf);
  return g_test_run();
}
