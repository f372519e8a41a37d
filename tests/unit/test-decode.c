/* Trees and names decoded, against all that could be. */
#include <string.h>

#include "syntax/decode.h"
#include "train/net.h"

/* Whether heads are a tree with one root. */
static gboolean
is_tree(const gint32 *heads, guint n)
{
  guint roots = 0;
  for (guint i = 0; i < n; i++) {
    gint32 at = (gint32)i;
    for (guint steps = 0; at >= 0; at = heads[at])
      if (steps++ > n)
        return FALSE;
    roots += heads[i] < 0;
  }
  return roots == 1;
}

static double
sum_of(const float *scores, gsize stride, guint n, const gint32 *heads)
{
  double sum = 0;
  for (guint i = 0; i < n; i++)
    sum += (double)scores[i * stride + (heads[i] < 0 ? n : (guint)heads[i])];
  return sum;
}

/* The best sum of all trees. */
static double
best_tree(const float *scores, gsize stride, guint n)
{
  gint32 heads[8];
  double best = -1e9;
  guint total = 1;
  for (guint i = 0; i < n; i++)
    total *= n + 1;
  for (guint code = 0; code < total; code++) {
    guint rest = code;
    for (guint i = 0; i < n; i++, rest /= n + 1)
      heads[i] = (gint32)(rest % (n + 1)) - 1;
    if (is_tree(heads, n))
      best = MAX(best, sum_of(scores, stride, n, heads));
  }
  return best;
}

static void
test_tree(void)
{
  enum { STRIDE = 16 };
  guint64 seed = 2;
  for (guint round = 0; round < 600; round++) {
    guint n = 1 + round % 5;
    float scores[5 * STRIDE];
    for (guint i = 0; i < G_N_ELEMENTS(scores); i++)
      scores[i] = round % 3 == 0 ? (float)(kith_random(&seed) % 4) : 10 * kith_random_unit(&seed) - 5;
    gint32 heads[8];
    kith_decode_tree(scores, STRIDE, n, heads);
    g_assert_true(is_tree(heads, n));
    g_assert_cmpfloat_with_epsilon(sum_of(scores, STRIDE, n, heads), best_tree(scores, STRIDE, n), 1e-4);
  }
}

/* Many cycles within cycles: still a tree, and no worse than what moving one head could give. */
static void
test_long_tree(void)
{
  enum { N = 150, STRIDE = 160 };
  guint64 seed = 4;
  g_autofree float *scores = g_new(float, N *STRIDE);
  for (guint round = 0; round < 5; round++) {
    for (guint i = 0; i < N * STRIDE; i++)
      scores[i] = kith_random_unit(&seed);
    for (guint i = 0; i < N; i++)
      scores[i * STRIDE + (i ^ 1) % N] += 5; /* words love their neighbour */
    gint32 heads[N];
    kith_decode_tree(scores, STRIDE, N, heads);
    g_assert_true(is_tree(heads, N));
    for (guint i = 0; i < N; i++)
      for (gint32 h = 0; h < N; h++) {
        gint32 old = heads[i];
        if (old < 0 || h == (gint32)i)
          continue;
        heads[i] = h;
        gboolean better =
            is_tree(heads, N) && scores[i * STRIDE + (guint)h] > scores[i * STRIDE + (guint)old];
        heads[i] = old;
        g_assert_false(better);
      }
  }
}

/* The best well-formed sequence by brute force; returns its score. */
static float
best_names(const float *emissions, const float *transitions, guint n, guint i, guint last, float score)
{
  if (i == n)
    return kith_name_may_follow(last, G_MAXUINT) ? score : -1e9f;
  float best = -1e9f;
  for (guint t = 0; t < KITH_N_NAME_TAGS; t++)
    if (kith_name_may_follow(i == 0 ? G_MAXUINT : last, t)) {
      float s = score + emissions[i * 32 + t] + (i == 0 ? 0 : transitions[last * KITH_N_NAME_TAGS + t]);
      best = MAX(best, best_names(emissions, transitions, n, i + 1, t, s));
    }
  return best;
}

static void
test_names(void)
{
  guint64 seed = 6;
  float emissions[4 * 32], transitions[KITH_N_NAME_TAGS * KITH_N_NAME_TAGS];
  for (guint round = 0; round < 200; round++) {
    guint n = 1 + round % 4;
    guint8 tags[4];
    for (guint i = 0; i < G_N_ELEMENTS(emissions); i++)
      emissions[i] = 4 * kith_random_unit(&seed);
    for (guint i = 0; i < G_N_ELEMENTS(transitions); i++)
      transitions[i] = 2 * kith_random_unit(&seed);
    kith_decode_names(emissions, 32, transitions, n, tags);
    float score = 0;
    for (guint i = 0; i < n; i++) {
      g_assert_true(kith_name_may_follow(i == 0 ? G_MAXUINT : tags[i - 1], tags[i]));
      score +=
          emissions[i * 32 + tags[i]] + (i == 0 ? 0 : transitions[tags[i - 1] * KITH_N_NAME_TAGS + tags[i]]);
    }
    g_assert_true(kith_name_may_follow(tags[n - 1], G_MAXUINT));
    g_assert_cmpfloat_with_epsilon(score, best_names(emissions, transitions, n, 0, 0, 0), 1e-3f);
  }
}

static void
test_tags(void)
{
  g_assert_true(kith_name_may_follow(kith_name_tag(2, 'B'), kith_name_tag(2, 'E')));
  g_assert_false(kith_name_may_follow(kith_name_tag(2, 'B'), kith_name_tag(3, 'E')));
  g_assert_false(kith_name_may_follow(kith_name_tag(2, 'B'), KITH_TAG_O));
  g_assert_false(kith_name_may_follow(KITH_TAG_O, kith_name_tag(1, 'I')));
  g_assert_false(kith_name_may_follow(kith_name_tag(1, 'I'), G_MAXUINT));
  g_assert_true(kith_name_may_follow(kith_name_tag(1, 'S'), kith_name_tag(1, 'B')));
  g_assert_cmpuint(kith_name_tag(4, 'S'), ==, KITH_N_NAME_TAGS - 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/decode/tree", test_tree);
  g_test_add_func("/decode/long-tree", test_long_tree);
  g_test_add_func("/decode/names", test_names);
  g_test_add_func("/decode/tags", test_tags);
  return g_test_run();
}
