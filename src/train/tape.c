#include "train/tape-private.h"

#include <math.h>
#include <string.h>

float *
kith_tape_room(TapeBuffer *buffer, gsize n)
{
  if (buffer->size < n) {
    g_free(buffer->data);
    buffer->size = n + n / 4;
    buffer->data = g_new(float, buffer->size);
  }
  return buffer->data;
}

KithTape *
kith_tape_new(const KithNet *net, const KithSubstitutes *substitutes)
{
  KithTape *tape = g_new0(KithTape, 1);
  tape->net = net;
  tape->substitutes = substitutes;
  tape->names_weight = KITH_NAMES_WEIGHT;
  tape->kernel = kith_kernel_for_training();
  tape->starts = g_array_new(FALSE, FALSE, sizeof(guint32));
  tape->features = g_array_new(FALSE, FALSE, sizeof(KithFeatures));
  tape->picks = g_byte_array_new();
  return tape;
}

void
kith_tape_set_names_weight(KithTape *tape, float weight)
{
  tape->names_weight = weight;
}

void
kith_tape_free(KithTape *t)
{
  if (t == NULL)
    return;
  TapeBuffer *const buffers[] = {
      &t->input,        &t->pieces,       &t->normal,     &t->spread,   &t->word,         &t->low_in,
      &t->word_mask,    &t->between_mask, &t->top_mask,   &t->mlp_mask, &t->top,          &t->mlp,
      &t->dmlp,         &t->tags,         &t->names,      &t->dnames,   &t->arcs,         &t->darcs,
      &t->table,        &t->dtable,       &t->scores,     &t->turned,   &t->hidden,       &t->dhidden,
      &t->label_scores, &t->packed,       &t->transposed, &t->delta,    &t->recurrent[0], &t->recurrent[1]};
  for (gsize i = 0; i < G_N_ELEMENTS(buffers); i++)
    g_free(buffers[i]->data);
  for (guint l = 0; l < 2; l++) {
    TapeLayer *layer = &t->layers[l];
    g_free(layer->gates.data);
    g_free(layer->out.data);
    g_free(layer->dout.data);
    for (guint d = 0; d < 2; d++) {
      g_free(layer->cells[d].data);
      g_free(layer->before[d].data);
      g_free(layer->mask[d].data);
    }
  }
  g_array_unref(t->starts);
  g_array_unref(t->features);
  g_byte_array_unref(t->picks);
  g_free(t);
}

void
kith_tape_multiply(KithTape *tape, gsize m, const float *a, gsize lda, KithTensor matrix, float *c, gsize ldc,
                   gboolean accumulate)
{
  const KithParameter *p = &tape->net->parameters[matrix];
  tape->kernel->gemm(m, p->shape.cols, p->shape.rows, a, lda, p->packed, c, ldc, accumulate);
}

/* The transpose of a[m][k] in tape->transposed, stride m. */
static const float *
transpose(KithTape *tape, const float *a, gsize lda, gsize m, gsize k)
{
  enum { TILE = 16 };
  float *out = kith_tape_room(&tape->transposed, m * k);
  for (gsize i = 0; i < m; i += TILE)
    for (gsize j = 0; j < k; j += TILE)
      for (gsize x = i; x < MIN(i + TILE, m); x++)
        for (gsize y = j; y < MIN(j + TILE, k); y++)
          out[y * m + x] = a[x * lda + y];
  return out;
}

void
kith_tape_back(KithTape *tape, gsize m, const float *a, gsize lda, KithTensor matrix, const float *dc,
               gsize ldc, float *da, gsize ldda, gboolean accumulate)
{
  const KithParameter *p = &tape->net->parameters[matrix];
  const gsize rows = p->shape.rows, cols = p->shape.cols, wide = kith_padded(cols);
  if (da != NULL)
    tape->kernel->gemm(m, rows, cols, dc, ldc, p->transposed, da, ldda, accumulate);
  float *packed = kith_tape_room(&tape->packed, kith_packed_size(m, cols));
  kith_pack(packed, dc, ldc, m, cols);
  const float *turned = transpose(tape, a, lda, m, rows);
  float *g = tape->gradient->g[matrix];
  if (wide == cols) {
    tape->kernel->gemm(rows, cols, m, turned, m, packed, g, cols, TRUE);
    return;
  }
  float *delta = kith_tape_room(&tape->delta, rows * wide);
  tape->kernel->gemm(rows, cols, m, turned, m, packed, delta, wide, FALSE);
  for (gsize i = 0; i < rows; i++)
    tape->kernel->axpy(g + i * cols, delta + i * wide, 1, cols);
}

void
kith_tape_back_bias(KithTape *tape, gsize m, KithTensor bias, const float *dc, gsize ldc)
{
  for (gsize i = 0; i < m; i++)
    tape->kernel->axpy(tape->gradient->g[bias], dc + i * ldc, 1, tape->net->parameters[bias].shape.cols);
}

/* A mask of n x width: 0 with the given probability, else what keeps the mean. */
static float *
draw_mask(KithTape *tape, TapeBuffer *buffer, gsize n, gsize width, float drop)
{
  float *mask = kith_tape_room(buffer, n * width), keep = 1 / (1 - drop);
  for (gsize i = 0; i < n * width; i++)
    mask[i] = drop > 0 && kith_random_unit(&tape->seed) < drop ? 0 : keep;
  return mask;
}

static void
draw_masks(KithTape *tape, const KithDropout *d)
{
  const KithSizes *s = &tape->net->sizes;
  draw_mask(tape, &tape->word_mask, tape->n, s->word, d->word);
  draw_mask(tape, &tape->between_mask, tape->n, 2 * s->hidden, d->between);
  draw_mask(tape, &tape->top_mask, tape->n, 2 * s->hidden, d->top);
  draw_mask(tape, &tape->mlp_mask, tape->n, kith_mlp_offset(s, KITH_MLP_END), d->mlp);
  for (guint l = 0; l < 2; l++)
    for (guint i = 0; i < 2; i++)
      draw_mask(tape, &tape->layers[l].mask[i], tape->n, s->hidden, d->recurrent);
}

/* The features of a word, or those of a name drawn in its place. */
static const KithFeatures *
draw_features(KithTape *tape, const KithExample *example, guint word, float share)
{
  const guint swap = example->swaps != NULL ? example->swaps[word] : KITH_SWAP_NONE;
  if (share <= 0 || tape->substitutes == NULL || swap == KITH_SWAP_NONE ||
      tape->substitutes->names[swap]->len == 0 || kith_random_unit(&tape->seed) >= share)
    return &example->features[word];
  const GArray *names = tape->substitutes->names[swap];
  return &g_array_index(names, KithFeatures, kith_random(&tape->seed) % names->len);
}

/* Lays the words out step by step and draws which embeddings they lose. */
static void
lay_out(KithTape *tape, const KithDropout *dropout)
{
  const KithExample *const *ex = tape->examples;
  tape->steps = ex[0]->n;
  g_array_set_size(tape->starts, tape->steps + 1);
  guint32 *starts = (guint32 *)(void *)tape->starts->data;
  starts[0] = 0;
  for (guint t = 0, active = tape->n; t < tape->steps; t++) {
    while (ex[active - 1]->n <= t)
      active--;
    starts[t + 1] = starts[t] + active;
  }
  tape->rows = starts[tape->steps];
  g_array_set_size(tape->features, (guint)tape->rows);
  for (guint i = 0; i < tape->n; i++) {
    guint line = KITH_N_CASES;
    if (dropout->cases > 0 && ex[i]->shapes != NULL)
      line = (guint)(kith_random_unit(&tape->seed) / dropout->cases);
    for (guint t = 0; t < ex[i]->n; t++) {
      KithFeatures *f = &g_array_index(tape->features, KithFeatures, kith_tape_row(tape, i, t));
      *f = *draw_features(tape, ex[i], t, dropout->names);
      if (dropout->form > 0 && kith_random_unit(&tape->seed) < dropout->form)
        f->form = 0;
      if (dropout->vector > 0 && kith_random_unit(&tape->seed) < dropout->vector)
        f->vector = 0;
      if (line < KITH_N_CASES)
        f->shape = ex[i]->shapes[t * KITH_N_CASES + line];
    }
  }
}

/* Embeddings side by side. */
static void
gather(KithTape *tape)
{
  const KithNet *net = tape->net;
  const KithSizes *s = &net->sizes;
  float *out = kith_tape_room(&tape->input, tape->rows * kith_input_width(s));
  for (gsize r = 0; r < tape->rows; r++) {
    const KithFeatures *f = &g_array_index(tape->features, KithFeatures, r);
    memcpy(out, net->parameters[KITH_T_FORM].w + (gsize)f->form * s->form, s->form * sizeof(float));
    out += s->form;
    for (guint i = 0; i < KITH_N_AFFIXES; i++, out += s->affix)
      memcpy(out, net->parameters[KITH_T_AFFIX].w + (gsize)f->affix[i] * s->affix, s->affix * sizeof(float));
    memcpy(out, net->parameters[KITH_T_SHAPE].w + (gsize)f->shape * s->shape, s->shape * sizeof(float));
    memcpy(out + s->shape, net->vectors + (gsize)f->vector * s->vector, s->vector * sizeof(float));
    out += s->shape + s->vector;
  }
}

static void
set_bias(const KithTape *tape, KithTensor bias, gsize rows, float *c, gsize ldc)
{
  const KithParameter *p = &tape->net->parameters[bias];
  for (gsize i = 0; i < rows; i++)
    memcpy(c + i * ldc, p->w, p->n * sizeof(float));
}

/* Maxout and layer normalisation of a row: the normalised numbers are kept beside the result. */
static void
join_row(const KithNet *net, const float *pieces, guint8 *picks, float *normal, float *spread, float *out)
{
  const guint d = net->sizes.word;
  const float *gain = net->parameters[KITH_T_NORM_GAIN].w, *bias = net->parameters[KITH_T_NORM_BIAS].w;
  float sum = 0, squares = 0;
  for (guint i = 0; i < d; i++) {
    guint8 best = 0;
    for (guint8 p = 1; p < KITH_N_PIECES; p++)
      if (pieces[p * d + i] > pieces[best * d + i])
        best = p;
    picks[i] = best;
    normal[i] = pieces[best * d + i];
    sum += normal[i];
  }
  float mean = sum / (float)d;
  for (guint i = 0; i < d; i++)
    squares += (normal[i] - mean) * (normal[i] - mean);
  *spread = 1 / sqrtf(squares / (float)d + 1e-5f);
  for (guint i = 0; i < d; i++) {
    normal[i] = (normal[i] - mean) * *spread;
    out[i] = normal[i] * gain[i] + bias[i];
  }
}

/* rows[row(s, t)] *= mask[s] */
static void
apply_mask(const KithTape *tape, float *rows, const float *mask, gsize width)
{
  for (guint t = 0; t < tape->steps; t++)
    for (gsize r = kith_tape_row(tape, 0, t), i = 0; r < kith_tape_row(tape, 0, t + 1); r++, i++)
      for (gsize k = 0; k < width; k++)
        rows[r * width + k] *= mask[i * width + k];
}

static void
embed(KithTape *tape)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize in = kith_input_width(s), wide = kith_padded((gsize)KITH_N_PIECES * s->word);
  gather(tape);
  float *pieces = kith_tape_room(&tape->pieces, tape->rows * wide);
  float *normal = kith_tape_room(&tape->normal, tape->rows * s->word);
  float *spread = kith_tape_room(&tape->spread, tape->rows);
  float *word = kith_tape_room(&tape->word, tape->rows * s->word);
  g_byte_array_set_size(tape->picks, (guint)(tape->rows * s->word));
  set_bias(tape, KITH_T_IN_BIAS, tape->rows, pieces, wide);
  kith_tape_multiply(tape, tape->rows, tape->input.data, in, KITH_T_IN, pieces, wide, TRUE);
  for (gsize r = 0; r < tape->rows; r++)
    join_row(tape->net, pieces + r * wide, tape->picks->data + r * s->word, normal + r * s->word, spread + r,
             word + r * s->word);
  apply_mask(tape, word, tape->word_mask.data, s->word);
}

/* One direction of a layer. */
static void
run_direction(KithTape *tape, TapeLayer *layer, guint direction, KithTensor matrix)
{
  const gsize h = tape->net->sizes.hidden, width = 8 * h;
  float *gates = layer->gates.data + direction * 4 * h, *out = layer->out.data + direction * h;
  float *cells = kith_tape_room(&layer->cells[direction], tape->rows * h);
  float *before = kith_tape_room(&layer->before[direction], tape->rows * h);
  const float *mask = layer->mask[direction].data;
  memset(before, 0, tape->rows * h * sizeof(float));
  for (guint i = 0; i < tape->steps; i++) {
    guint t = direction ? tape->steps - 1 - i : i;
    gsize row = kith_tape_row(tape, 0, t), m = kith_tape_row(tape, 0, t + 1) - row, last = 0, n = 0;
    if (i > 0) {
      guint p = direction ? t + 1 : t - 1;
      last = kith_tape_row(tape, 0, p);
      n = MIN(m, kith_tape_row(tape, 0, p + 1) - last);
      for (gsize r = 0; r < n; r++)
        for (gsize k = 0; k < h; k++)
          before[(row + r) * h + k] = out[(last + r) * 2 * h + k] * mask[r * h + k];
      kith_tape_multiply(tape, n, before + row * h, h, matrix, gates + row * width, width, TRUE);
    }
    for (gsize r = 0; r < m; r++)
      tape->kernel->lstm(gates + (row + r) * width, r < n ? cells + (last + r) * h : NULL,
                         cells + (row + r) * h, out + (row + r) * 2 * h, h);
  }
}

/* A layer over in[rows][matrix rows]. */
static void
run_layer(KithTape *tape, TapeLayer *layer, const float *in, KithTensor first)
{
  const gsize width = 8 * (gsize)tape->net->sizes.hidden;
  float *gates = kith_tape_room(&layer->gates, tape->rows * width);
  kith_tape_room(&layer->out, tape->rows * width / 4);
  set_bias(tape, first + 1, tape->rows, gates, width);
  kith_tape_multiply(tape, tape->rows, in, tape->net->parameters[first].shape.rows, first, gates, width,
                     TRUE);
  run_direction(tape, layer, 0, first + 2);
  run_direction(tape, layer, 1, first + 3);
}

/* From the top layer's rows to sentences one after the other (or back), masked. */
static void
reorder(const KithTape *tape, float *rows, float *flat, gboolean back)
{
  const gsize width = 2 * (gsize)tape->net->sizes.hidden;
  const float *mask = tape->top_mask.data;
  for (guint i = 0; i < tape->n; i++, mask += width)
    for (guint t = 0; t < tape->examples[i]->n; t++, flat += width) {
      float *row = rows + kith_tape_row(tape, i, t) * width;
      for (gsize k = 0; k < width; k++)
        if (back)
          row[k] = flat[k] * mask[k];
        else
          flat[k] = row[k] * mask[k];
    }
}

/* Back through one direction: gates become gradients, and the weights' are added. */
static void
back_direction(KithTape *tape, TapeLayer *layer, guint direction, KithTensor matrix)
{
  const gsize h = tape->net->sizes.hidden, width = 8 * h;
  float *gates = layer->gates.data + direction * 4 * h;
  const float *dout = layer->dout.data + direction * h, *cells = layer->cells[direction].data;
  const float *mask = layer->mask[direction].data;
  float *carried = kith_tape_room(&tape->recurrent[0], tape->n * kith_padded(h));
  float *dcell = kith_tape_room(&tape->recurrent[1], tape->n * h + h);
  float *sum = dcell + tape->n * h;
  memset(carried, 0, tape->n * kith_padded(h) * sizeof(float));
  memset(dcell, 0, tape->n * h * sizeof(float));
  for (guint i = tape->steps; i-- > 0;) {
    guint t = direction ? tape->steps - 1 - i : i;
    gsize row = kith_tape_row(tape, 0, t), m = kith_tape_row(tape, 0, t + 1) - row, last = 0, n = 0;
    if (i > 0) {
      guint p = direction ? t + 1 : t - 1;
      last = kith_tape_row(tape, 0, p);
      n = MIN(m, kith_tape_row(tape, 0, p + 1) - last);
    }
    for (gsize r = 0; r < m; r++) {
      for (gsize k = 0; k < h; k++)
        sum[k] = dout[(row + r) * 2 * h + k] + carried[r * kith_padded(h) + k];
      tape->kernel->lstm_back(gates + (row + r) * width, r < n ? cells + (last + r) * h : NULL,
                              cells + (row + r) * h, sum, dcell + r * h, h);
    }
    if (n > 0)
      tape->kernel->gemm(n, h, 4 * h, gates + row * width, width, tape->net->parameters[matrix].transposed,
                         carried, kith_padded(h), FALSE);
    for (gsize r = 0; r < n; r++)
      for (gsize k = 0; k < h; k++)
        carried[r * kith_padded(h) + k] *= mask[r * h + k];
  }
  kith_tape_back(tape, tape->rows, layer->before[direction].data, h, matrix, gates, width, NULL, 0, FALSE);
}

/* Back through a layer; din[rows][matrix rows] is set. */
static void
back_layer(KithTape *tape, TapeLayer *layer, const float *in, KithTensor first, float *din)
{
  const gsize width = 8 * (gsize)tape->net->sizes.hidden, in_width = tape->net->parameters[first].shape.rows;
  back_direction(tape, layer, 0, first + 2);
  back_direction(tape, layer, 1, first + 3);
  kith_tape_back(tape, tape->rows, in, in_width, first, layer->gates.data, width, din, kith_padded(in_width),
                 FALSE);
  kith_tape_back_bias(tape, tape->rows, first + 1, layer->gates.data, width);
}

/* Back through maxout and layer normalisation: dword (masked already) to dpieces. */
static void
back_join(KithTape *tape, const float *dword, gsize ldd, float *dpieces, gsize wide)
{
  const guint d = tape->net->sizes.word;
  const float *gain = tape->net->parameters[KITH_T_NORM_GAIN].w;
  float *dgain = tape->gradient->g[KITH_T_NORM_GAIN], *dbias = tape->gradient->g[KITH_T_NORM_BIAS];
  for (gsize r = 0; r < tape->rows; r++, dword += ldd, dpieces += wide) {
    const float *normal = tape->normal.data + r * d;
    const guint8 *picks = tape->picks->data + r * d;
    float sum = 0, cross = 0;
    for (guint i = 0; i < d; i++) {
      dgain[i] += dword[i] * normal[i];
      dbias[i] += dword[i];
      sum += dword[i] * gain[i];
      cross += dword[i] * gain[i] * normal[i];
    }
    memset(dpieces, 0, wide * sizeof(float));
    for (guint i = 0; i < d; i++)
      dpieces[picks[i] * d + i] =
          tape->spread.data[r] * (dword[i] * gain[i] - sum / (float)d - normal[i] * cross / (float)d);
  }
}

/* Adds the input's gradient to the embeddings'. */
static void
scatter(KithTape *tape, const float *din, gsize ldd)
{
  const KithNet *net = tape->net;
  const KithSizes *s = &net->sizes;
  for (gsize r = 0; r < tape->rows; r++) {
    const KithFeatures *f = &g_array_index(tape->features, KithFeatures, r);
    const float *d = din + r * ldd;
    tape->kernel->axpy(kith_gradient_row(tape->gradient, net, KITH_T_FORM, f->form), d, 1, s->form);
    d += s->form;
    for (guint i = 0; i < KITH_N_AFFIXES; i++, d += s->affix)
      tape->kernel->axpy(kith_gradient_row(tape->gradient, net, KITH_T_AFFIX, f->affix[i]), d, 1, s->affix);
    tape->kernel->axpy(kith_gradient_row(tape->gradient, net, KITH_T_SHAPE, f->shape), d, 1, s->shape);
  }
}

static void
back_embed(KithTape *tape, float *dword, gsize ldd)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize in = kith_input_width(s), wide = kith_padded((gsize)KITH_N_PIECES * s->word);
  for (guint t = 0; t < tape->steps; t++)
    for (gsize r = kith_tape_row(tape, 0, t), i = 0; r < kith_tape_row(tape, 0, t + 1); r++, i++)
      for (gsize k = 0; k < s->word; k++)
        dword[r * ldd + k] *= tape->word_mask.data[i * s->word + k];
  back_join(tape, dword, ldd, tape->pieces.data, wide);
  float *din = kith_tape_room(&tape->dmlp, tape->rows * kith_padded(in));
  kith_tape_back(tape, tape->rows, tape->input.data, in, KITH_T_IN, tape->pieces.data, wide, din,
                 kith_padded(in), FALSE);
  kith_tape_back_bias(tape, tape->rows, KITH_T_IN_BIAS, tape->pieces.data, wide);
  scatter(tape, din, kith_padded(in));
}

/* The sentences through the network up to the heads. */
static void
run_forward(KithTape *tape, const KithDropout *dropout)
{
  static const KithDropout none;
  const gsize h2 = 2 * (gsize)tape->net->sizes.hidden;
  dropout = dropout != NULL ? dropout : &none;
  lay_out(tape, dropout);
  draw_masks(tape, dropout);
  embed(tape);
  run_layer(tape, &tape->layers[0], tape->word.data, KITH_T_X1);
  float *low = kith_tape_room(&tape->low_in, tape->rows * h2);
  memcpy(low, tape->layers[0].out.data, tape->rows * h2 * sizeof(float));
  apply_mask(tape, low, tape->between_mask.data, h2);
  run_layer(tape, &tape->layers[1], low, KITH_T_X2);
  reorder(tape, tape->layers[1].out.data, kith_tape_room(&tape->top, tape->rows * h2), FALSE);
}

/* And back, from tape->dmlp. */
static void
run_backward(KithTape *tape)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize h2 = 2 * (gsize)s->hidden, mlp = kith_mlp_offset(s, KITH_MLP_END);
  float *low = tape->low_in.data;
  float *dtop =
      kith_tape_room(&tape->pieces, tape->rows * MAX(h2, kith_padded((gsize)KITH_N_PIECES * s->word)));
  kith_tape_back(tape, tape->rows, tape->top.data, h2, KITH_T_MLP, tape->dmlp.data, kith_padded(mlp), dtop,
                 h2, FALSE);
  kith_tape_back_bias(tape, tape->rows, KITH_T_MLP_BIAS, tape->dmlp.data, kith_padded(mlp));
  reorder(tape, kith_tape_room(&tape->layers[1].dout, tape->rows * h2), dtop, TRUE);
  float *dlow = kith_tape_room(&tape->layers[0].dout, tape->rows * h2);
  back_layer(tape, &tape->layers[1], low, KITH_T_X2, dlow);
  apply_mask(tape, dlow, tape->between_mask.data, h2);
  float *dword = kith_tape_room(&tape->top, tape->rows * MAX(h2, kith_padded(s->word)));
  back_layer(tape, &tape->layers[0], tape->word.data, KITH_T_X1, dword);
  back_embed(tape, dword, kith_padded(s->word));
}

void
kith_tape_run(KithTape *tape, const KithExample *const *examples, guint n, const KithDropout *dropout,
              guint64 seed, float scale, double losses[KITH_N_LOSSES], KithGradient *gradient)
{
  if (n == 0)
    return;
  tape->examples = examples;
  tape->n = n;
  tape->seed = seed;
  tape->scale = scale;
  tape->share = 0;
  tape->losses = losses;
  tape->gradient = gradient;
  run_forward(tape, dropout);
  kith_tape_heads(tape);
  run_backward(tape);
}

void
kith_tape_advise(KithTape *tape, const KithExample *const *examples, guint n, float share)
{
  if (n == 0)
    return;
  tape->examples = examples;
  tape->n = n;
  tape->share = share;
  run_forward(tape, NULL);
  kith_tape_heads(tape);
}
