#include "syntax/encoder.h"

#include <string.h>

#include "syntax/decode.h"

/* A buffer of floats that grows. */
typedef struct {
  float *data;
  gsize size;
} Buffer;

/* The same for whole numbers. */
typedef struct {
  gint16 *data;
  gsize size;
} WholeBuffer;

struct _KithEncoder {
  const KithModel *model;
  const KithKernel *kernel;
  Buffer input, joined, word, projected, gates, cells, mlp, tags, names, arcs, panel, scores, hidden, labels;
  Buffer row_scales;
  WholeBuffer low, high, sentence, rounded; /* outputs of the recurrent layers in units; other rows rounded */
  guint32 *starts;                          /* by time step: its first row; one more at the end */
  guint n_starts;
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

static gint16 *
whole_room(WholeBuffer *buffer, gsize n)
{
  if (buffer->size < n) {
    g_free(buffer->data);
    buffer->size = n + n / 2;
    buffer->data = g_new(gint16, buffer->size);
  }
  return buffer->data;
}

static gsize
padded(gsize n)
{
  return (n + KITH_PANEL - 1) / KITH_PANEL * KITH_PANEL;
}

KithEncoder *
kith_encoder_new(const KithModel *model)
{
  KithEncoder *encoder = g_new0(KithEncoder, 1);
  encoder->model = model;
  encoder->kernel = kith_kernel();
  return encoder;
}

void
kith_encoder_free(KithEncoder *e)
{
  if (e == NULL)
    return;
  Buffer *const buffers[] = {&e->input, &e->joined, &e->word,   &e->projected, &e->gates,
                             &e->cells, &e->mlp,    &e->tags,   &e->names,     &e->arcs,
                             &e->panel, &e->scores, &e->hidden, &e->labels,    &e->row_scales};
  WholeBuffer *const whole[] = {&e->low, &e->high, &e->sentence, &e->rounded};
  for (gsize i = 0; i < G_N_ELEMENTS(buffers); i++)
    g_free(buffers[i]->data);
  for (gsize i = 0; i < G_N_ELEMENTS(whole); i++)
    g_free(whole[i]->data);
  g_free(e->starts);
  g_free(e);
}

/* c[m][cols] = a * matrix + bias, the bias NULL or a row; a in whole numbers. */
static void
multiply_whole(const KithEncoder *e, gsize m, const gint16 *a, gsize lda, const float *row_scales,
               KithTensor matrix, const float *bias, float *c, gsize ldc)
{
  KithTensorShape shape = kith_tensor_shape(&e->model->sizes, matrix);
  const KithMatrix16 *w = &e->model->matrix[matrix];
  if (bias != NULL)
    for (gsize i = 0; i < m; i++)
      memcpy(c + i * ldc, bias, shape.cols * sizeof(float));
  e->kernel->gemm16(m, shape.cols, shape.rows, a, lda, row_scales, w->packed, w->scales, c, ldc,
                    bias != NULL);
}

/* The same with rows of any numbers, which are rounded first. */
static void
multiply(KithEncoder *e, gsize m, const float *a, gsize lda, KithTensor matrix, const float *bias, float *c,
         gsize ldc)
{
  const gsize k = kith_tensor_shape(&e->model->sizes, matrix).rows;
  gint16 *rounded = whole_room(&e->rounded, m * k);
  float *scales = room(&e->row_scales, m);
  for (gsize i = 0; i < m; i++)
    scales[i] = e->kernel->quantize(a + i * lda, k, rounded + i * k);
  multiply_whole(e, m, rounded, k, scales, matrix, bias, c, ldc);
}

/* Maxout of three pieces, then layer normalisation. */
static void
join_word(const KithModel *model, const float *pieces, float *out)
{
  const guint d = model->sizes.word;
  const float *gain = model->tensor[KITH_T_NORM_GAIN], *bias = model->tensor[KITH_T_NORM_BIAS];
  float sum = 0, squares = 0;
  for (guint i = 0; i < d; i++) {
    float x = pieces[i];
    for (guint p = 1; p < KITH_N_PIECES; p++)
      x = MAX(x, pieces[p * d + i]);
    out[i] = x;
    sum += x;
  }
  float mean = sum / (float)d;
  for (guint i = 0; i < d; i++)
    squares += (out[i] - mean) * (out[i] - mean);
  float scale = 1 / __builtin_sqrtf(squares / (float)d + 1e-5f);
  for (guint i = 0; i < d; i++)
    out[i] = (out[i] - mean) * scale * gain[i] + bias[i];
}

const float *
kith_encoder_project(KithEncoder *e, const char *const *forms, guint n)
{
  enum { BLOCK = 96 };
  const KithModel *model = e->model;
  const KithSizes *s = &model->sizes;
  const gsize in = kith_input_width(s), wide = KITH_N_PIECES * s->word, out = 8 * (gsize)s->hidden;
  float *input = room(&e->input, BLOCK * in), *joined = room(&e->joined, BLOCK * padded(wide));
  float *word = room(&e->word, BLOCK * (gsize)s->word), *projected = room(&e->projected, MAX(n, 1) * out);
  for (guint first = 0; first < n; first += BLOCK) {
    guint m = MIN(n - first, BLOCK);
    for (guint i = 0; i < m; i++)
      kith_model_input(model, forms[first + i], input + i * in);
    multiply(e, m, input, in, KITH_T_IN, model->tensor[KITH_T_IN_BIAS], joined, padded(wide));
    for (guint i = 0; i < m; i++)
      join_word(model, joined + i * padded(wide), word + i * s->word);
    multiply(e, m, word, s->word, KITH_T_X1, model->tensor[KITH_T_BIAS1], projected + first * out, out);
  }
  return projected;
}

/* Runs an LSTM over the batch: gates (with the input's part in them) to out[rows][2 hidden], columns from
 * offset on. */
static void
run_lstm(KithEncoder *e, guint steps, KithTensor matrix, gboolean backward, float *gates, gint16 *out)
{
  const gsize h = e->model->sizes.hidden, width = 8 * h;
  const KithMatrix16 *w = &e->model->matrix[matrix];
  float *cells = e->cells.data;
  if (backward) {
    gates += 4 * h;
    out += h;
  }
  for (guint i = 0; i < steps; i++) {
    guint t = backward ? steps - 1 - i : i;
    gsize row = e->starts[t], m = e->starts[t + 1] - row, before = 0, n_before = 0;
    if (i > 0) {
      guint p = backward ? t + 1 : t - 1;
      before = e->starts[p];
      n_before = MIN(m, e->starts[p + 1] - e->starts[p]);
      e->kernel->gemm16(n_before, 4 * h, h, out + before * 2 * h, 2 * h, NULL, w->packed, w->scales,
                        gates + row * width, width, TRUE);
    }
    for (gsize r = 0; r < m; r++)
      e->kernel->lstm16(gates + (row + r) * width, r < n_before ? cells + (before + r) * h : NULL,
                        cells + (row + r) * h, out + (row + r) * 2 * h, h);
  }
}

static void
run_layer(KithEncoder *e, guint steps, KithTensor forward, float *gates, gint16 *out)
{
  run_lstm(e, steps, forward, FALSE, gates, out);
  run_lstm(e, steps, forward + 1, TRUE, gates, out);
}

/* The two recurrent layers; the words of the sentences one after the other are left in e->sentence. */
static void
encode(KithEncoder *e, const KithSequence *seq, guint n, gsize rows, const float *projected)
{
  const KithModel *model = e->model;
  const gsize h = model->sizes.hidden, width = 8 * h;
  const guint steps = seq[0].n;
  if (e->n_starts < steps + 1) {
    e->n_starts = steps + 1;
    e->starts = g_renew(guint32, e->starts, e->n_starts);
  }
  e->starts[0] = 0;
  for (guint t = 0, active = n; t < steps; t++) {
    while (seq[active - 1].n <= t)
      active--;
    e->starts[t + 1] = e->starts[t] + active;
  }
  float *gates = room(&e->gates, rows * width);
  gint16 *low = whole_room(&e->low, rows * 2 * h), *high = whole_room(&e->high, rows * 2 * h);
  gint16 *flat = whole_room(&e->sentence, rows * 2 * h);
  room(&e->cells, rows * h);
  for (guint i = 0; i < n; i++)
    for (guint t = 0; t < seq[i].n; t++)
      memcpy(gates + (e->starts[t] + i) * width, projected + seq[i].forms[t] * width, width * sizeof(float));
  run_layer(e, steps, KITH_T_FORWARD1, gates, low);
  multiply_whole(e, rows, low, 2 * h, NULL, KITH_T_X2, model->tensor[KITH_T_BIAS2], gates, width);
  run_layer(e, steps, KITH_T_FORWARD2, gates, high);
  for (guint i = 0; i < n; i++)
    for (guint t = 0; t < seq[i].n; t++, flat += 2 * h)
      memcpy(flat, high + (e->starts[t] + i) * 2 * h, 2 * h * sizeof(gint16));
}

static guint16
best_of(const float *x, guint n)
{
  guint best = 0;
  for (guint i = 1; i < n; i++)
    if (x[i] > x[best])
      best = i;
  return (guint16)best;
}

/* Heads: scores of all pairs of a sentence, and the best tree. */
static void
parse(KithEncoder *e, const KithSequence *seq, const float *mlp, const float *arcs)
{
  const KithModel *model = e->model;
  const KithSizes *s = &model->sizes;
  const gsize width = kith_mlp_offset(s, KITH_MLP_END), n = seq->n, stride = padded(n + 1), a = s->arc;
  const float *heads = mlp + kith_mlp_offset(s, KITH_MLP_ARC_HEAD), *root = model->tensor[KITH_T_ARC_ROOT];
  const float *bias = model->tensor[KITH_T_ARC_HEAD], *distance = model->tensor[KITH_T_ARC_DISTANCE];
  float *table = room(&e->hidden, (n + 1) * a), *panel = room(&e->panel, stride * a);
  float *scores = room(&e->scores, n * stride);
  for (gsize j = 0; j < n; j++)
    memcpy(table + j * a, heads + j * width, a * sizeof(float));
  memcpy(table + n * a, root, a * sizeof(float));
  kith_pack_transposed(panel, table, a, a, n + 1);
  for (gsize j = 0; j <= n; j++)
    scores[j] = e->kernel->dot(bias, table + j * a, a);
  for (gsize i = 1; i < n; i++)
    memcpy(scores + i * stride, scores, (n + 1) * sizeof(float));
  e->kernel->gemm(n, n + 1, a, arcs, padded(a), panel, scores, stride, TRUE);
  for (gsize i = 0; i < n; i++) {
    for (gsize j = 0; j < n; j++)
      if (i != j)
        scores[i * stride + j] += distance[kith_distance_bucket((gint32)i, (gint32)j)];
    scores[i * stride + n] += distance[KITH_N_DISTANCES - 1];
  }
  g_autofree gint32 *found = g_new(gint32, n);
  kith_decode_tree(scores, stride, (guint)n, found);
  for (gsize i = 0; i < n; i++)
    seq->out[i].head = found[i];
}

/* The relation of every word to its head. Label 0 is the root's, and only the root's. */
static void
label(KithEncoder *e, const KithSequence *seq, const float *mlp)
{
  const KithModel *model = e->model;
  const KithSizes *s = &model->sizes;
  const gsize width = kith_mlp_offset(s, KITH_MLP_END), l = s->label, stride = padded(s->n_deprels);
  const guint dep = kith_mlp_offset(s, KITH_MLP_LABEL_DEP), head = kith_mlp_offset(s, KITH_MLP_LABEL_HEAD);
  const float *distance = model->tensor[KITH_T_LABEL_DISTANCE];
  float *hidden = room(&e->hidden, seq->n * l), *out = room(&e->labels, seq->n * stride);
  for (guint i = 0; i < seq->n; i++) {
    gint32 h = seq->out[i].head;
    if (h < 0) { /* the root's label is known */
      memset(hidden + i * l, 0, l * sizeof(float));
      continue;
    }
    const float *x = mlp + i * width + dep, *y = mlp + (gsize)h * width + head;
    const float *z = distance + kith_distance_bucket((gint32)i, h) * l;
    for (gsize k = 0; k < l; k++)
      hidden[i * l + k] = x[k] + y[k] + z[k];
  }
  e->kernel->relu(hidden, seq->n * l);
  multiply(e, seq->n, hidden, l, KITH_T_LABEL, model->tensor[KITH_T_LABEL_BIAS], out, stride);
  for (guint i = 0; i < seq->n; i++)
    seq->out[i].deprel =
        seq->out[i].head < 0 ? 0 : (guint16)(1 + best_of(out + i * stride + 1, s->n_deprels - 1));
}

static void
tag(KithEncoder *e, const KithSequence *seq, const float *tags, const float *names)
{
  const KithSizes *s = &e->model->sizes;
  const gsize stride = padded((gsize)s->n_upos + s->n_xpos + s->n_feats),
              name_stride = padded(KITH_N_NAME_TAGS);
  g_autofree guint8 *name_tags = g_new(guint8, seq->n);
  kith_decode_names(names, name_stride, e->model->tensor[KITH_T_CRF], seq->n, name_tags);
  for (guint i = 0; i < seq->n; i++, tags += stride) {
    seq->out[i].upos = best_of(tags, s->n_upos);
    seq->out[i].xpos = best_of(tags + s->n_upos, s->n_xpos);
    seq->out[i].feats = best_of(tags + s->n_upos + s->n_xpos, s->n_feats);
    seq->out[i].name = name_tags[i];
  }
}

void
kith_encoder_run(KithEncoder *e, const KithSequence *seq, guint n, const float *projected)
{
  const KithModel *model = e->model;
  const KithSizes *s = &model->sizes;
  gsize rows = 0;
  for (guint i = 0; i < n; i++)
    rows += seq[i].n;
  encode(e, seq, n, rows, projected);
  const gsize width = kith_mlp_offset(s, KITH_MLP_END), h2 = 2 * (gsize)s->hidden;
  const gsize tag_stride = padded((gsize)s->n_upos + s->n_xpos + s->n_feats),
              name_stride = padded(KITH_N_NAME_TAGS);
  float *mlp = room(&e->mlp, rows * padded(width)), *tags = room(&e->tags, rows * tag_stride);
  float *names = room(&e->names, rows * name_stride), *arcs = room(&e->arcs, rows * padded(s->arc));
  multiply_whole(e, rows, e->sentence.data, h2, NULL, KITH_T_MLP, model->tensor[KITH_T_MLP_BIAS], mlp, width);
  for (gsize i = 0; i < rows; i++)
    e->kernel->relu(mlp + i * width, kith_mlp_offset(s, KITH_MLP_LABEL_DEP));
  multiply(e, rows, mlp, width, KITH_T_TAGS, model->tensor[KITH_T_TAGS_BIAS], tags, tag_stride);
  multiply(e, rows, mlp + kith_mlp_offset(s, KITH_MLP_NAME), width, KITH_T_NAMES,
           model->tensor[KITH_T_NAMES_BIAS], names, name_stride);
  multiply(e, rows, mlp + kith_mlp_offset(s, KITH_MLP_ARC_DEP), width, KITH_T_ARC, NULL, arcs,
           padded(s->arc));
  for (guint i = 0; i < n; i++) {
    tag(e, &seq[i], tags, names);
    parse(e, &seq[i], mlp, arcs);
    label(e, &seq[i], mlp);
    mlp += seq[i].n * width;
    tags += seq[i].n * tag_stride;
    names += seq[i].n * name_stride;
    arcs += seq[i].n * padded(s->arc);
  }
}
