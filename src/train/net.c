#include "train/net.h"

#include <math.h>
#include <string.h>

static const float CLIP_NORM = 5.0f, MEAN_DECAY = 0.998f;

/* Uniform weights of Glorot's width for matrices, wider ones for embeddings, ones and zeros for vectors. */
static void
init_parameter(KithParameter *p, KithTensor tensor, guint hidden, guint64 *seed)
{
  float width = 0;
  if (p->shape.kind == KITH_TENSOR_MATRIX)
    width = sqrtf(6.0f / (float)(p->shape.rows + p->shape.cols));
  else if (p->shape.kind == KITH_TENSOR_EMBEDDING)
    width = 0.5f; /* large enough to tell words apart from the start */
  if (tensor == KITH_T_IN)
    width *= 1.5f;
  if (tensor == KITH_T_X1 || tensor == KITH_T_X2 ||
      (p->shape.kind == KITH_TENSOR_MATRIX && p->shape.cols == 4 * hidden))
    width = sqrtf(3.0f / (float)p->shape.rows) * 0.8f;
  if (tensor == KITH_T_ARC_ROOT)
    width = 0.1f;
  for (gsize i = 0; i < p->n; i++)
    p->w[i] = width > 0 ? (2 * kith_random_unit(seed) - 1) * width : 0;
  if (tensor == KITH_T_NORM_GAIN)
    for (gsize i = 0; i < p->n; i++)
      p->w[i] = 1;
  if (tensor == KITH_T_BIAS1 || tensor == KITH_T_BIAS2)
    for (gsize i = 0; i < hidden; i++) /* remember at first */
      p->w[hidden + i] = p->w[5 * hidden + i] = 1;
}

KithNet *
kith_net_new(const KithSizes *sizes, const float *vectors, guint64 seed)
{
  KithNet *net = g_new0(KithNet, 1);
  net->sizes = *sizes;
  net->vectors = vectors;
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    KithParameter *p = &net->parameters[t];
    p->shape = kith_tensor_shape(sizes, t);
    p->n = p->shape.rows * p->shape.cols;
    p->w = g_new(float, p->n);
    p->m = g_new0(float, p->n);
    p->v = g_new0(float, p->n);
    p->mean = g_new(float, p->n);
    if (p->shape.kind == KITH_TENSOR_MATRIX) {
      p->packed = g_new(float, kith_packed_size(p->shape.rows, p->shape.cols));
      p->transposed = g_new(float, kith_packed_size(p->shape.cols, p->shape.rows));
    }
    init_parameter(p, t, sizes->hidden, &seed);
    memcpy(p->mean, p->w, p->n * sizeof(float));
  }
  return net;
}

void
kith_net_free(KithNet *net)
{
  if (net == NULL)
    return;
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    KithParameter *p = &net->parameters[t];
    g_free(p->w);
    g_free(p->m);
    g_free(p->v);
    g_free(p->mean);
    g_free(p->packed);
    g_free(p->transposed);
  }
  g_free(net);
}

void
kith_net_pack(KithNet *net)
{
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    KithParameter *p = &net->parameters[t];
    if (p->packed == NULL)
      continue;
    kith_pack(p->packed, p->w, p->shape.cols, p->shape.rows, p->shape.cols);
    kith_pack_transposed(p->transposed, p->w, p->shape.cols, p->shape.cols, p->shape.rows);
  }
}

KithGradient *
kith_gradient_new(const KithNet *net)
{
  KithGradient *gradient = g_new0(KithGradient, 1);
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    /* room for a last panel that is not full */
    gradient->g[t] = g_new0(float, net->parameters[t].n + KITH_PANEL);
    if (t < KITH_N_EMBEDDINGS) {
      gradient->touched[t] = g_new0(guint8, net->parameters[t].shape.rows);
      gradient->rows[t] = g_array_new(FALSE, FALSE, sizeof(guint32));
    }
  }
  return gradient;
}

void
kith_gradient_free(KithGradient *gradient)
{
  if (gradient == NULL)
    return;
  for (guint t = 0; t < KITH_N_TENSORS; t++)
    g_free(gradient->g[t]);
  for (guint t = 0; t < KITH_N_EMBEDDINGS; t++) {
    g_free(gradient->touched[t]);
    g_array_unref(gradient->rows[t]);
  }
  g_free(gradient);
}

float *
kith_gradient_row(KithGradient *gradient, const KithNet *net, guint embedding, guint32 row)
{
  if (!gradient->touched[embedding][row]) {
    gradient->touched[embedding][row] = TRUE;
    g_array_append_val(gradient->rows[embedding], row);
  }
  return gradient->g[embedding] + (gsize)row * net->parameters[embedding].shape.cols;
}

void
kith_gradient_clear(KithGradient *gradient, const KithNet *net)
{
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    const KithParameter *p = &net->parameters[t];
    if (t >= KITH_N_EMBEDDINGS) {
      memset(gradient->g[t], 0, p->n * sizeof(float));
      continue;
    }
    for (guint i = 0; i < gradient->rows[t]->len; i++) {
      guint32 row = g_array_index(gradient->rows[t], guint32, i);
      gradient->touched[t][row] = FALSE;
      memset(gradient->g[t] + row * p->shape.cols, 0, p->shape.cols * sizeof(float));
    }
    g_array_set_size(gradient->rows[t], 0);
  }
}

void
kith_gradient_add(KithGradient *to, const KithGradient *from, const KithNet *net)
{
  const KithKernel *kernel = kith_kernel();
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    const KithParameter *p = &net->parameters[t];
    if (t >= KITH_N_EMBEDDINGS) {
      kernel->axpy(to->g[t], from->g[t], 1, p->n);
      continue;
    }
    for (guint i = 0; i < from->rows[t]->len; i++) {
      guint32 row = g_array_index(from->rows[t], guint32, i);
      kernel->axpy(kith_gradient_row(to, net, t, row), from->g[t] + row * p->shape.cols, 1, p->shape.cols);
    }
  }
}

/* The factor that brings the gradient's norm down to the bound. */
static float
clip_factor(const KithNet *net, const KithGradient *gradient)
{
  const KithKernel *kernel = kith_kernel();
  double squares = 0;
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    const KithParameter *p = &net->parameters[t];
    const float *g = gradient->g[t];
    if (t >= KITH_N_EMBEDDINGS) {
      squares += (double)kernel->dot(g, g, p->n);
      continue;
    }
    for (guint i = 0; i < gradient->rows[t]->len; i++) {
      const float *row = g + g_array_index(gradient->rows[t], guint32, i) * p->shape.cols;
      squares += (double)kernel->dot(row, row, p->shape.cols);
    }
  }
  double norm = sqrt(squares);
  return norm > (double)CLIP_NORM ? (float)((double)CLIP_NORM / norm) : 1.0f;
}

/* Scales a part of the gradient and takes the step for it. */
static void
step_part(KithParameter *p, float *g, gsize from, gsize n, float factor, const KithAdam *adam)
{
  if (factor < 1)
    for (gsize i = 0; i < n; i++)
      g[from + i] *= factor;
  kith_kernel()->adam(p->w + from, p->m + from, p->v + from, g + from, adam, n);
}

/* mean += (w - mean) * share */
static void
average(KithParameter *p, float share)
{
  const KithKernel *kernel = kith_kernel();
  kernel->axpy(p->mean, p->mean, -share, p->n);
  kernel->axpy(p->mean, p->w, share, p->n);
}

void
kith_net_step(KithNet *net, const KithGradient *gradient, float rate)
{
  enum { MEAN_EVERY = 4 };
  double step = (double)++net->steps;
  KithAdam adam = {.rate = rate, .beta1 = 0.9f, .beta2 = 0.98f, .epsilon = 1e-8f};
  adam.correction1 = (float)(1 / (1 - pow(0.9, step)));
  adam.correction2 = (float)(1 / (1 - pow(0.98, step)));
  float factor = clip_factor(net, gradient);
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    KithParameter *p = &net->parameters[t];
    if (t >= KITH_N_EMBEDDINGS) {
      step_part(p, gradient->g[t], 0, p->n, factor, &adam);
      continue;
    }
    for (guint i = 0; i < gradient->rows[t]->len; i++)
      step_part(p, gradient->g[t], g_array_index(gradient->rows[t], guint32, i) * p->shape.cols,
                p->shape.cols, factor, &adam);
  }
  if (net->steps % MEAN_EVERY != 0)
    return;
  double decay = MIN(pow((double)MEAN_DECAY, MEAN_EVERY), (1 + step) / (10 + step));
  for (guint t = 0; t < KITH_N_TENSORS; t++)
    average(&net->parameters[t], (float)(1 - decay));
}
