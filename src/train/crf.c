/* The loss of names: a linear-chain CRF (Lafferty et al. 2001) whose answer may leave several tags open. */
#include <math.h>
#include <string.h>

#include "train/tape.h"

enum { N = KITH_N_NAME_TAGS };

/* Forward and backward sums in scaled probabilities. */
typedef struct {
  guint n;
  double weight[N][N];  /* exp of transitions, 0 where one may not follow */
  double *local;        /* [n][N] exp of emissions */
  double *alpha, *beta; /* [n][N] */
  double *scale;        /* [n] */
} Chain;

/* Sums over all sequences of possible tags (NULL: any); their logarithm. */
static double
sum_chain(Chain *c, const guint32 *possible)
{
  double log_sum = 0;
  for (guint i = 0; i < c->n; i++) {
    double *a = c->alpha + i * N, total = 0;
    for (guint t = 0; t < N; t++) {
      a[t] = 0;
      if ((possible != NULL && !(possible[i] >> t & 1)) ||
          (i + 1 == c->n && !kith_name_may_follow(t, G_MAXUINT)))
        continue;
      if (i == 0)
        a[t] = kith_name_may_follow(G_MAXUINT, t) ? c->local[t] : 0;
      else {
        for (guint f = 0; f < N; f++)
          a[t] += (a - N)[f] * c->weight[f][t];
        a[t] *= c->local[i * N + t];
      }
      total += a[t];
    }
    c->scale[i] = total > 0 ? total : 1e-300;
    for (guint t = 0; t < N; t++)
      a[t] /= c->scale[i];
    log_sum += log(c->scale[i]);
  }
  for (guint i = c->n; i-- > 0;) {
    double *b = c->beta + i * N;
    for (guint t = 0; t < N; t++) {
      b[t] = 0;
      if (i + 1 == c->n)
        b[t] = kith_name_may_follow(t, G_MAXUINT);
      else
        for (guint u = 0; u < N; u++)
          if (possible == NULL || (possible[i + 1] >> u & 1))
            b[t] += c->weight[t][u] * c->local[(i + 1) * N + u] * b[N + u];
      if (i + 1 < c->n)
        b[t] /= c->scale[i + 1];
    }
  }
  return log_sum;
}

/* Adds factor times the expected counts. */
static void
add_expected(const Chain *c, const guint32 *possible, float factor, gsize stride, float *demissions,
             float *dtransitions)
{
  for (guint i = 0; i < c->n; i++)
    for (guint t = 0; t < N; t++) {
      demissions[i * stride + t] += factor * (float)(c->alpha[i * N + t] * c->beta[i * N + t]);
      if (i == 0 || (possible != NULL && !(possible[i] >> t & 1)))
        continue;
      double into = c->local[i * N + t] * c->beta[i * N + t] / c->scale[i];
      for (guint f = 0; f < N; f++)
        dtransitions[f * N + t] += factor * (float)(c->alpha[(i - 1) * N + f] * c->weight[f][t] * into);
    }
}

/* Sets a chain up; the caller frees what is returned. */
static double *
start_chain(Chain *chain, const float *emissions, gsize stride, const float *transitions, guint n)
{
  double *block = g_new(double, (gsize)n *(3 * N + 1));
  chain->n = n;
  chain->local = block;
  chain->alpha = block + (gsize)n * N;
  chain->beta = block + (gsize)n * N * 2;
  chain->scale = block + (gsize)n * N * 3;
  for (guint f = 0; f < N; f++)
    for (guint t = 0; t < N; t++)
      chain->weight[f][t] = kith_name_may_follow(f, t) ? exp((double)transitions[f * N + t]) : 0;
  for (guint i = 0; i < n; i++) {
    const float *e = emissions + i * stride;
    float max = e[0];
    for (guint t = 1; t < N; t++)
      max = MAX(max, e[t]);
    for (guint t = 0; t < N; t++)
      chain->local[i * N + t] = exp((double)(e[t] - max));
  }
  return block;
}

double
kith_crf_loss(const float *emissions, gsize stride, const float *transitions, const guint32 *possible,
              guint n, float scale, float *demissions, float *dtransitions)
{
  Chain chain;
  g_autofree double *block = start_chain(&chain, emissions, stride, transitions, n);
  double all = sum_chain(&chain, NULL);
  if (demissions != NULL)
    add_expected(&chain, NULL, scale, stride, demissions, dtransitions);
  double some = sum_chain(&chain, possible);
  if (demissions != NULL)
    add_expected(&chain, possible, -scale, stride, demissions, dtransitions);
  return all - some;
}

void
kith_crf_marginals(const float *emissions, gsize stride, const float *transitions, guint n, float share,
                   KithAdvice *out)
{
  Chain chain;
  g_autofree double *block = start_chain(&chain, emissions, stride, transitions, n);
  sum_chain(&chain, NULL);
  for (guint i = 0; i < n; i++)
    for (guint t = 0; t < N; t++)
      out[i].names[t] += share * (float)(chain.alpha[i * N + t] * chain.beta[i * N + t]);
}

double
kith_crf_advised_loss(const float *emissions, gsize stride, const float *transitions,
                      const KithAdvice *advice, guint n, float scale, float *demissions)
{
  Chain chain;
  g_autofree double *block = start_chain(&chain, emissions, stride, transitions, n);
  double loss = sum_chain(&chain, NULL);
  for (guint i = 0; i < n; i++)
    for (guint t = 0; t < N; t++) {
      float p = (float)(chain.alpha[i * N + t] * chain.beta[i * N + t]), q = advice[i].names[t];
      loss -= (double)q * log(MAX(chain.local[i * N + t], 1e-300)); /* the greatest emission cancels out */
      demissions[i * stride + t] += scale * (p - q);
    }
  return loss;
}
