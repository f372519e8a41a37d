#include "syntax/decode.h"

#include <string.h>

/* More than any sum of scores in a sentence: an arc from the root costs so much that just one is taken. */
#define ROOT_PRICE 1e6

/* Slots are words or contracted cycles, slot n is the root. Words and cycles form a forest: node i < n is a
 * word, the others are cycles in the order of contraction. */
typedef struct {
  guint n, width, n_nodes;
  double *score; /* [child slot][head slot] */
  guint32 *edge; /* the words behind it: child * width + head */
  guint32 *node; /* by slot: its node */
  guint32 *in;   /* by slot: the slot of its best head */
  guint8 *active, *in_cycle;
  guint32 *parent; /* by node: the cycle that it went into */
  guint32 *chosen; /* by node: the edge into it */
  guint32 *cycle;  /* slots of the cycle at hand */
  guint32 *stamp;
} Mst;

/* The best head of a slot. */
static void
find_best(Mst *mst, guint v)
{
  guint best = G_MAXUINT;
  for (guint u = 0; u < mst->width; u++)
    if (u != v && mst->active[u] &&
        (best == G_MAXUINT || mst->score[v * mst->width + u] > mst->score[v * mst->width + best]))
      best = u;
  mst->in[v] = best;
}

/* Puts a cycle of best heads into mst->cycle; returns its length, 0 if there is none. */
static guint
find_cycle(Mst *mst)
{
  memset(mst->stamp, 0, mst->width * sizeof(guint32));
  for (guint v = 0; v < mst->n; v++) {
    if (!mst->active[v] || mst->stamp[v] != 0)
      continue;
    guint u = v;
    while (u != mst->n && mst->stamp[u] == 0) {
      mst->stamp[u] = v + 1;
      u = mst->in[u];
    }
    if (u == mst->n || mst->stamp[u] != v + 1)
      continue;
    guint length = 0, x = u;
    do {
      mst->cycle[length++] = x;
      x = mst->in[x];
    } while (x != u);
    return length;
  }
  return 0;
}

/* The edges between the cycle and a slot outside become those of the cycle's first slot. */
static void
join_edges(Mst *mst, guint length, guint v)
{
  const gsize w = mst->width;
  guint rep = mst->cycle[0], out = rep, into = rep;
  double best = 0;
  for (guint i = 0; i < length; i++) {
    guint x = mst->cycle[i];
    if (v != mst->n && mst->score[v * w + x] > mst->score[v * w + out]) /* nothing is the root's head */
      out = x;
    double gain = mst->score[x * w + v] - mst->score[x * w + mst->in[x]];
    if (i == 0 || gain > best) {
      best = gain;
      into = x;
    }
  }
  if (v != mst->n) {
    mst->score[v * w + rep] = mst->score[v * w + out];
    mst->edge[v * w + rep] = mst->edge[v * w + out];
  }
  mst->edge[rep * w + v] = mst->edge[into * w + v];
  mst->stamp[v] = into; /* the score is stored when all gains are known */
  mst->score[into * w + v] = best;
}

static void
contract(Mst *mst, guint length)
{
  const gsize w = mst->width;
  guint rep = mst->cycle[0], node = mst->n_nodes++;
  memset(mst->in_cycle, 0, w);
  for (guint i = 0; i < length; i++) {
    guint x = mst->cycle[i];
    mst->in_cycle[x] = TRUE;
    mst->parent[mst->node[x]] = node;
    mst->chosen[mst->node[x]] = mst->edge[x * w + mst->in[x]];
  }
  for (guint v = 0; v < w; v++)
    if (mst->active[v] && !mst->in_cycle[v])
      join_edges(mst, length, v);
  for (guint v = 0; v < w; v++)
    if (mst->active[v] && !mst->in_cycle[v])
      mst->score[rep * w + v] = mst->score[mst->stamp[v] * w + v];
  for (guint i = 1; i < length; i++)
    mst->active[mst->cycle[i]] = FALSE;
  mst->node[rep] = node;
  for (guint v = 0; v < mst->n; v++)
    if (mst->active[v] && v != rep && mst->in_cycle[mst->in[v]])
      mst->in[v] = rep;
  find_best(mst, rep);
}

/* Opens the cycles, the last first: the edge into a cycle replaces that of the member it reaches. */
static void
expand(Mst *mst)
{
  for (guint v = 0; v < mst->n; v++)
    if (mst->active[v])
      mst->chosen[mst->node[v]] = mst->edge[v * mst->width + mst->in[v]];
  for (guint node = mst->n_nodes; node-- > mst->n;) {
    guint x = mst->chosen[node] / mst->width;
    while (mst->parent[x] != node)
      x = mst->parent[x];
    mst->chosen[x] = mst->chosen[node];
  }
}

/* The best head of each word by itself; whether that is a tree with one root. */
static gboolean
greedy(const float *scores, gsize stride, guint n, gint32 *heads)
{
  guint roots = 0;
  for (guint i = 0; i < n; i++) {
    const float *row = scores + i * stride;
    guint best = n;
    for (guint j = 0; j < n; j++)
      if (j != i && row[j] > row[best])
        best = j;
    heads[i] = best == n ? -1 : (gint32)best;
    roots += best == n;
  }
  if (roots != 1)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    guint steps = 0;
    for (gint32 h = (gint32)i; h >= 0; h = heads[h])
      if (steps++ > n)
        return FALSE;
  }
  return TRUE;
}

void
kith_decode_tree(const float *scores, gsize stride, guint n, gint32 *heads)
{
  if (greedy(scores, stride, n, heads))
    return;
  const gsize w = n + 1;
  Mst mst = {.n = n, .width = n + 1, .n_nodes = n};
  g_autofree double *score = mst.score = g_new(double, w *w);
  g_autofree guint32 *edge = mst.edge = g_new(guint32, w * w);
  g_autofree guint32 *block = g_new(guint32, 8 * w);
  g_autofree guint8 *flags = g_new(guint8, 2 * w);
  mst.node = block;
  mst.in = block + w;
  mst.cycle = block + 2 * w;
  mst.stamp = block + 3 * w;
  mst.parent = block + 4 * w;
  mst.chosen = block + 6 * w;
  mst.active = flags;
  mst.in_cycle = flags + w;
  memset(mst.active, TRUE, w);
  for (guint i = 0; i < n; i++) {
    mst.node[i] = i;
    for (guint j = 0; j < w; j++) {
      score[i * w + j] = (double)scores[i * stride + j] - (j == n ? ROOT_PRICE : 0);
      edge[i * w + j] = (guint32)(i * w + j);
    }
  }
  for (guint i = 0; i < n; i++)
    find_best(&mst, i);
  for (guint length; (length = find_cycle(&mst)) > 0;)
    contract(&mst, length);
  expand(&mst);
  for (guint i = 0; i < n; i++) {
    guint head = mst.chosen[i] % mst.width;
    heads[i] = head == n ? -1 : (gint32)head;
  }
}

void
kith_decode_names(const float *emissions, gsize stride, const float *transitions, guint n, guint8 *tags)
{
  enum { N = KITH_N_NAME_TAGS };
  const float never = -1e30f;
  float score[N], next[N];
  g_autofree guint8 *back = g_new(guint8, (gsize)n * N);
  /* by tag, those that may come before it, in order */
  guint8 before[N][N], n_before[N] = {0};
  for (guint t = 0; t < N; t++)
    for (guint f = 0; f < N; f++)
      if (kith_name_may_follow(f, t))
        before[t][n_before[t]++] = (guint8)f;
  for (guint t = 0; t < N; t++)
    score[t] = kith_name_may_follow(G_MAXUINT, t) ? emissions[t] : never;
  for (guint i = 1; i < n; i++) {
    for (guint t = 0; t < N; t++) {
      float best = never;
      guint from = KITH_TAG_O;
      for (guint k = 0; k < n_before[t]; k++) {
        guint f = before[t][k];
        float sum = score[f] + transitions[f * N + t];
        from = sum > best ? f : from;
        best = sum > best ? sum : best;
      }
      back[i * N + t] = (guint8)from;
      next[t] = best + emissions[i * stride + t];
    }
    memcpy(score, next, sizeof score);
  }
  guint last = KITH_TAG_O;
  for (guint t = 0; t < N; t++)
    if (kith_name_may_follow(t, G_MAXUINT) && score[t] > score[last])
      last = t;
  for (guint i = n; i-- > 0;) {
    tags[i] = (guint8)last;
    if (i > 0)
      last = back[i * N + last];
  }
}
