#include "syntax/heads.h"

#include <string.h>

#include "syntax/decode.h"

enum { BLOCK = 96 }; /* words, whole sentences of them, that are worked on together */

/* A buffer of floats that grows. */
typedef struct {
  float *data;
  gsize size;
} Buffer;

struct _KithHeads {
  const KithModel *model;
  const KithKernel *kernel;
  Buffer mlp, tags, names, arcs, table, panel, scores, hidden, labels, scales, distance;
  guint8 *rounded;
  gsize n_rounded;
  gsize longest; /* of the sentences that distance is made for */
  gint32 *found;
};

static float *
room(Buffer *buffer, gsize n)
{
  if (buffer->size < n) {
    g_free(buffer->data);
    buffer->size = n + n / 2;
    buffer->data = g_new(float, buffer->size);
  }
  return buffer->data;
}

static gsize
padded(gsize n)
{
  return (n + KITH_BYTE_PANEL - 1) / KITH_BYTE_PANEL * KITH_BYTE_PANEL;
}

KithHeads *
kith_heads_new(const KithModel *model)
{
  KithHeads *heads = g_new0(KithHeads, 1);
  heads->model = model;
  heads->kernel = kith_kernel();
  return heads;
}

void
kith_heads_free(KithHeads *h)
{
  if (h == NULL)
    return;
  Buffer *const buffers[] = {&h->mlp,    &h->tags,   &h->names,  &h->arcs,   &h->table,   &h->panel,
                             &h->scores, &h->hidden, &h->labels, &h->scales, &h->distance};
  for (gsize i = 0; i < G_N_ELEMENTS(buffers); i++)
    g_free(buffers[i]->data);
  g_free(h->rounded);
  g_free(h->found);
  g_free(h);
}

/* c = max(a, 0) * matrix + its bias. */
static void
multiply(KithHeads *h, gsize m, const float *a, gsize lda, KithModelMatrix which, float *c, gsize ldc)
{
  const KithMatrix8 *w = &h->model->matrix[which];
  float *scales = room(&h->scales, m);
  if (h->n_rounded < m * w->k) {
    h->n_rounded = m * w->k;
    g_free(h->rounded);
    h->rounded = g_malloc(h->n_rounded);
  }
  for (gsize i = 0; i < m; i++)
    scales[i] = h->kernel->quantize_bytes(a + i * lda, w->k, h->rounded + i * w->k);
  h->kernel->gemm8(m, w->n, w->k, h->rounded, w->k, scales, w->packed, w->scales, w->bias, c, ldc);
}

static guint16
best_of(const float *x, guint n)
{
  guint best = 0;
  float most = x[0];
  for (guint i = 1; i < n; i++)
    if (x[i] > most) {
      most = x[i];
      best = i;
    }
  return (guint16)best;
}

/* What each distance of a head adds to its score: by head - word + longest. */
static const float *
distances(KithHeads *h, gsize n)
{
  if (n > h->longest) {
    h->longest = MAX(n, 160);
    float *by = room(&h->distance, 2 * h->longest + 1);
    const float *weights = h->model->tensor[KITH_T_ARC_DISTANCE];
    const gint32 word = (gint32)h->longest;
    for (gint32 head = 0; head <= 2 * word; head++)
      by[head] = head == word ? 0 : weights[kith_distance_bucket(word, head)];
    g_free(h->found);
    h->found = g_new(gint32, h->longest);
  }
  return h->distance.data + h->longest;
}

/* Heads: scores of all pairs of a sentence, and the best tree. */
static void
parse(KithHeads *h, const KithSequence *seq, const float *mlp, const float *arcs)
{
  const KithModel *model = h->model;
  const KithSizes *s = &model->sizes;
  const gsize width = kith_mlp_offset(s, KITH_MLP_END), n = seq->n, stride = padded(n + 1), a = s->arc;
  const float *heads = mlp + kith_mlp_offset(s, KITH_MLP_ARC_HEAD), *root = model->tensor[KITH_T_ARC_ROOT];
  const float *bias = model->tensor[KITH_T_ARC_HEAD], *by_distance = distances(h, n);
  float *table = room(&h->table, (n + 1) * a), *panel = room(&h->panel, stride * a);
  float *scores = room(&h->scores, n * stride);
  for (gsize j = 0; j < n; j++)
    memcpy(table + j * a, heads + j * padded(width), a * sizeof(float));
  h->kernel->relu(table, n * a);
  memcpy(table + n * a, root, a * sizeof(float));
  kith_pack_transposed(panel, table, a, a, n + 1);
  for (gsize j = 0; j <= n; j++)
    scores[j] = h->kernel->dot(bias, table + j * a, a);
  for (gsize i = 1; i < n; i++)
    memcpy(scores + i * stride, scores, (n + 1) * sizeof(float));
  h->kernel->gemm(n, n + 1, a, arcs, padded(a), panel, scores, stride, TRUE);
  for (gsize i = 0; i < n; i++) {
    h->kernel->axpy(scores + i * stride, by_distance - i, 1, n);
    scores[i * stride + n] += model->tensor[KITH_T_ARC_DISTANCE][KITH_N_DISTANCES - 1];
  }
  kith_decode_tree(scores, stride, (guint)n, h->found);
  for (gsize i = 0; i < n; i++)
    seq->out[i].head = h->found[i];
}

/* The relation of every word to its head. Label 0 is the root's, and only the root's. */
static void
label(KithHeads *h, const KithSequence *seq, const float *mlp)
{
  const KithModel *model = h->model;
  const KithSizes *s = &model->sizes;
  const gsize width = padded(kith_mlp_offset(s, KITH_MLP_END)), l = s->label, stride = padded(s->n_deprels);
  const guint dep = kith_mlp_offset(s, KITH_MLP_LABEL_DEP), head = kith_mlp_offset(s, KITH_MLP_LABEL_HEAD);
  const float *distance = model->tensor[KITH_T_LABEL_DISTANCE];
  float *hidden = room(&h->hidden, seq->n * l), *out = room(&h->labels, seq->n * stride);
  for (guint i = 0; i < seq->n; i++) {
    gint32 to = seq->out[i].head;
    memcpy(hidden + i * l, mlp + i * width + dep, l * sizeof(float));
    if (to < 0) /* the root's label is known */
      continue;
    h->kernel->axpy(hidden + i * l, mlp + (gsize)to * width + head, 1, l);
    h->kernel->axpy(hidden + i * l, distance + kith_distance_bucket((gint32)i, to) * l, 1, l);
  }
  multiply(h, seq->n, hidden, l, KITH_M_LABEL, out, stride);
  for (guint i = 0; i < seq->n; i++)
    seq->out[i].deprel =
        seq->out[i].head < 0 ? 0 : (guint16)(1 + best_of(out + i * stride + 1, s->n_deprels - 1));
}

static void
tag(KithHeads *h, const KithSequence *seq, const float *tags, const float *names)
{
  const KithSizes *s = &h->model->sizes;
  const gsize stride = padded((gsize)s->n_upos + s->n_xpos + s->n_feats),
              name_stride = padded(KITH_N_NAME_TAGS);
  g_autofree guint8 *name_tags = g_new(guint8, seq->n);
  kith_decode_names(names, name_stride, h->model->tensor[KITH_T_CRF], seq->n, name_tags);
  for (guint i = 0; i < seq->n; i++, tags += stride) {
    seq->out[i].upos = best_of(tags, s->n_upos);
    seq->out[i].xpos = best_of(tags + s->n_upos, s->n_xpos);
    seq->out[i].feats = best_of(tags + s->n_upos + s->n_xpos, s->n_feats);
    seq->out[i].name = name_tags[i];
  }
}

/* Sentences of so many words together. */
static void
run_block(KithHeads *h, const KithSequence *seq, guint n, gsize rows, const guint8 *encoded)
{
  const KithModel *model = h->model;
  const KithSizes *s = &model->sizes;
  const KithMatrix8 *w = &model->matrix[KITH_M_MLP];
  const gsize width = padded(kith_mlp_offset(s, KITH_MLP_END)), name_stride = padded(KITH_N_NAME_TAGS);
  const gsize tag_stride = padded((gsize)s->n_upos + s->n_xpos + s->n_feats);
  float *mlp = room(&h->mlp, rows * width), *tags = room(&h->tags, rows * tag_stride);
  float *names = room(&h->names, rows * name_stride), *arcs = room(&h->arcs, rows * padded(s->arc));
  h->kernel->gemm8(rows, w->n, w->k, encoded, w->k, NULL, w->packed, w->scales, w->bias, mlp, width);
  multiply(h, rows, mlp, width, KITH_M_TAGS, tags, tag_stride);
  multiply(h, rows, mlp + kith_mlp_offset(s, KITH_MLP_NAME), width, KITH_M_NAMES, names, name_stride);
  multiply(h, rows, mlp + kith_mlp_offset(s, KITH_MLP_ARC_DEP), width, KITH_M_ARC, arcs, padded(s->arc));
  for (guint i = 0; i < n; i++) {
    gsize row = seq[i].row - seq[0].row;
    tag(h, &seq[i], tags + row * tag_stride, names + row * name_stride);
    parse(h, &seq[i], mlp + row * width, arcs + row * padded(s->arc));
    label(h, &seq[i], mlp + row * width);
  }
}

void
kith_heads_run(KithHeads *h, const KithSequence *seq, guint n, const guint8 *encoded)
{
  const gsize width = 2 * (gsize)h->model->sizes.hidden;
  for (guint i = 0; i < n;) {
    guint first = i;
    gsize rows = 0;
    for (; i < n && rows < BLOCK; i++)
      rows += seq[i].n;
    run_block(h, seq + first, i - first, rows, encoded + seq[first].row * width);
  }
}
