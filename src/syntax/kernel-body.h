/* The kernels themselves; included once for each instruction set, which sets KERNEL_NAME and KERNEL_SYMBOL.
 */
#include <string.h>

#include "syntax/kernel.h"

typedef float v8 __attribute__((vector_size(32), aligned(4), may_alias));
typedef gint32 v8i __attribute__((vector_size(32), aligned(4), may_alias));

#define INLINE static inline __attribute__((always_inline))

INLINE v8
load(const float *p)
{
  return *(const v8 *)p;
}

INLINE void
store(float *p, v8 x)
{
  *(v8 *)p = x;
}

INLINE v8
splat(float x)
{
  return (v8){x, x, x, x, x, x, x, x};
}

/* Where mask is set a, else b. */
INLINE v8
choose(v8i mask, v8 a, v8 b)
{
  return (v8)((mask & (v8i)a) | (~mask & (v8i)b));
}

INLINE v8
clamp(v8 x, float low, float high)
{
  x = choose(x > splat(low), x, splat(low));
  return choose(x < splat(high), x, splat(high));
}

/* e^x by Cody-Waite reduction and the polynomial of Cephes' expf; x within +-87. */
INLINE v8
exp8(v8 x)
{
  x = clamp(x, -87.0f, 87.0f);
  v8 n = (x * splat(1.44269504088896341f) + splat(12582912.0f)) - splat(12582912.0f);
  v8 r = (x - n * splat(0.693359375f)) - n * splat(-2.12194440e-4f);
  v8 p = splat(1.9875691500e-4f);
  p = p * r + splat(1.3981999507e-3f);
  p = p * r + splat(8.3334519073e-3f);
  p = p * r + splat(4.1665795894e-2f);
  p = p * r + splat(1.6666665459e-1f);
  p = p * r + splat(5.0000001201e-1f);
  p = p * r * r + r + splat(1.0f);
  v8i e = (__builtin_convertvector(n, v8i) + 127) << 23;
  return p * (v8)e;
}

INLINE v8
sigmoid8(v8 x)
{
  return splat(1.0f) / (splat(1.0f) + exp8(-x));
}

INLINE v8
tanh8(v8 x)
{
  return splat(1.0f) - splat(2.0f) / (exp8(x + x) + splat(1.0f));
}

INLINE float
sum8(v8 x)
{
  return ((x[0] + x[4]) + (x[1] + x[5])) + ((x[2] + x[6]) + (x[3] + x[7]));
}

#ifdef KERNEL_FMA
#define MULTIPLY_ADD(c, s, b) (c) = (v8)_mm256_fmadd_ps((__m256)(s), (__m256)(b), (__m256)(c))
#else
#define MULTIPLY_ADD(c, s, b) (c) += (s) * (b)
#endif

#define ROW(r)                                                                                               \
  do {                                                                                                       \
    v8 s = splat(a[(r)*lda + i]);                                                                            \
    MULTIPLY_ADD(c##r##0, s, b0);                                                                            \
    MULTIPLY_ADD(c##r##1, s, b1);                                                                            \
  } while (0)
#define START(r)                                                                                             \
  v8 c##r##0 = accumulate ? load(c + (r)*ldc) : splat(0),                                                    \
     c##r##1 = accumulate ? load(c + (r)*ldc + 8) : splat(0)
#define END(r)                                                                                               \
  do {                                                                                                       \
    store(c + (r)*ldc, c##r##0);                                                                             \
    store(c + (r)*ldc + 8, c##r##1);                                                                         \
  } while (0)

/* Six rows by sixteen columns. */
static void
block6(gsize k, const float *a, gsize lda, const float *b, float *c, gsize ldc, gboolean accumulate)
{
  START(0);
  START(1);
  START(2);
  START(3);
  START(4);
  START(5);
  for (gsize i = 0; i < k; i++, b += KITH_PANEL) {
    v8 b0 = load(b), b1 = load(b + 8);
    ROW(0);
    ROW(1);
    ROW(2);
    ROW(3);
    ROW(4);
    ROW(5);
  }
  END(0);
  END(1);
  END(2);
  END(3);
  END(4);
  END(5);
}

static void
block3(gsize k, const float *a, gsize lda, const float *b, float *c, gsize ldc, gboolean accumulate)
{
  START(0);
  START(1);
  START(2);
  for (gsize i = 0; i < k; i++, b += KITH_PANEL) {
    v8 b0 = load(b), b1 = load(b + 8);
    ROW(0);
    ROW(1);
    ROW(2);
  }
  END(0);
  END(1);
  END(2);
}

static void
block1(gsize k, const float *a, gsize lda, const float *b, float *c, gsize ldc, gboolean accumulate)
{
  START(0);
  for (gsize i = 0; i < k; i++, b += KITH_PANEL) {
    v8 b0 = load(b), b1 = load(b + 8);
    ROW(0);
  }
  END(0);
}

static void
gemm(gsize m, gsize n, gsize k, const float *a, gsize lda, const float *b, float *c, gsize ldc,
     gboolean accumulate)
{
  for (gsize j = 0; j < n; j += KITH_PANEL, b += KITH_PANEL * k) {
    gsize i = 0;
    for (; i + 6 <= m; i += 6)
      block6(k, a + i * lda, lda, b, c + i * ldc + j, ldc, accumulate);
    for (; i + 3 <= m; i += 3)
      block3(k, a + i * lda, lda, b, c + i * ldc + j, ldc, accumulate);
    for (; i < m; i++)
      block1(k, a + i * lda, lda, b, c + i * ldc + j, ldc, accumulate);
  }
}

static void
lstm(float *gates, const float *c_prev, float *c, float *out, gsize h)
{
  for (gsize i = 0; i < h; i += 8) {
    v8 in = sigmoid8(load(gates + i)), forget = sigmoid8(load(gates + h + i));
    v8 new = tanh8(load(gates + 2 * h + i)), show = sigmoid8(load(gates + 3 * h + i));
    v8 cell = in * new;
    if (c_prev != NULL)
      cell += forget * load(c_prev + i);
    store(gates + i, in);
    store(gates + h + i, forget);
    store(gates + 2 * h + i, new);
    store(gates + 3 * h + i, show);
    store(c + i, cell);
    store(out + i, show * tanh8(cell));
  }
}

static void
lstm_back(float *gates, const float *c_prev, const float *c, const float *dout, float *dc, gsize h)
{
  v8 one = splat(1.0f);
  for (gsize i = 0; i < h; i += 8) {
    v8 in = load(gates + i), forget = load(gates + h + i), new = load(gates + 2 * h + i);
    v8 show = load(gates + 3 * h + i), t = tanh8(load(c + i)), d = load(dout + i);
    v8 dcell = load(dc + i) + d * show * (one - t * t);
    v8 old = c_prev != NULL ? load(c_prev + i) : splat(0);
    store(gates + i, dcell * new *in *(one - in));
    store(gates + h + i, dcell * old * forget * (one - forget));
    store(gates + 2 * h + i, dcell * in * (one - new *new));
    store(gates + 3 * h + i, d * t * show * (one - show));
    store(dc + i, dcell * forget);
  }
}

static float
softmax(float *x, gsize n)
{
  float max = x[0];
  for (gsize i = 1; i < n; i++)
    max = x[i] > max ? x[i] : max;
  v8 total = splat(0);
  gsize i = 0;
  for (; i + 8 <= n; i += 8) {
    v8 e = exp8(load(x + i) - splat(max));
    store(x + i, e);
    total += e;
  }
  if (i < n) {
    float rest[8] = {-1e9f, -1e9f, -1e9f, -1e9f, -1e9f, -1e9f, -1e9f, -1e9f};
    memcpy(rest, x + i, (n - i) * sizeof(float));
    v8 e = exp8(load(rest) - splat(max));
    store(rest, e);
    memcpy(x + i, rest, (n - i) * sizeof(float));
    for (gsize j = 0; j < n - i; j++)
      total[j] += rest[j];
  }
  return sum8(total);
}

static void
axpy(float *y, const float *x, float factor, gsize n)
{
  gsize i = 0;
  for (; i + 8 <= n; i += 8)
    store(y + i, load(y + i) + load(x + i) * splat(factor));
  for (; i < n; i++)
    y[i] += x[i] * factor;
}

static void
relu(float *x, gsize n)
{
  gsize i = 0;
  for (; i + 8 <= n; i += 8) {
    v8 a = load(x + i);
    store(x + i, choose(a > splat(0), a, splat(0)));
  }
  for (; i < n; i++)
    x[i] = x[i] > 0 ? x[i] : 0;
}

static float
dot(const float *x, const float *y, gsize n)
{
  v8 total = splat(0);
  gsize i = 0;
  for (; i + 8 <= n; i += 8)
    total += load(x + i) * load(y + i);
  float sum = sum8(total);
  for (; i < n; i++)
    sum += x[i] * y[i];
  return sum;
}

/* A square root of positive numbers in plain operations of the type: three steps of Newton's from a bit
 * trick. */
INLINE v8
sqrt8(v8 x)
{
  v8i bits = (v8i)x;
  v8 y = (v8)((bits >> 1) + 0x1fbd1df5);
  for (int i = 0; i < 3; i++)
    y = splat(0.5f) * (y + x / y);
  return y;
}

static void
adam_step(float *w, float *m, float *v, const float *g, const KithAdam *adam, gsize n)
{
  gsize i = 0;
  for (; i < n; i += 8) {
    float in[4][8] = {{0}};
    gsize part = n - i < 8 ? n - i : 8;
    gboolean whole = part == 8;
    if (!whole) {
      memcpy(in[0], w + i, part * sizeof(float));
      memcpy(in[1], m + i, part * sizeof(float));
      memcpy(in[2], v + i, part * sizeof(float));
      memcpy(in[3], g + i, part * sizeof(float));
    }
    v8 grad = load(whole ? g + i : in[3]);
    v8 first = load(whole ? m + i : in[1]) * splat(adam->beta1) + grad * splat(1 - adam->beta1);
    v8 second = load(whole ? v + i : in[2]) * splat(adam->beta2) + grad * grad * splat(1 - adam->beta2);
    v8 root = sqrt8(second * splat(adam->correction2) + splat(1e-24f));
    v8 step = splat(adam->rate * adam->correction1) * first / (root + splat(adam->epsilon));
    v8 weight = load(whole ? w + i : in[0]) - step;
    if (whole) {
      store(w + i, weight);
      store(m + i, first);
      store(v + i, second);
      continue;
    }
    store(in[0], weight);
    store(in[1], first);
    store(in[2], second);
    memcpy(w + i, in[0], part * sizeof(float));
    memcpy(m + i, in[1], part * sizeof(float));
    memcpy(v + i, in[2], part * sizeof(float));
  }
}

const KithKernel KERNEL_SYMBOL = {
    .name = KERNEL_NAME,
    .gemm = gemm,
    .lstm = lstm,
    .lstm_back = lstm_back,
    .softmax = softmax,
    .axpy = axpy,
    .relu = relu,
    .dot = dot,
    .adam = adam_step,
};
