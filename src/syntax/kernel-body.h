/* The kernels themselves; included once for each instruction set, which sets KERNEL_NAME and KERNEL_SYMBOL.
 */
#include <string.h>

#include "syntax/kernel.h"

typedef float v8 __attribute__((vector_size(32), aligned(4), may_alias));
typedef gint32 v8i __attribute__((vector_size(32), aligned(4), may_alias));

typedef gint16 v16h __attribute__((vector_size(32), aligned(2), may_alias));
typedef gint16 v8h __attribute__((vector_size(16), aligned(2), may_alias));
#ifdef __SSE2__
typedef short wide_h __attribute__((vector_size(32)));
typedef short half_h __attribute__((vector_size(16)));
typedef short half_h_unaligned __attribute__((vector_size(16), aligned(2), may_alias));
typedef gint32 half_i __attribute__((vector_size(16)));
typedef gint32 wide_i __attribute__((vector_size(32)));
#endif

typedef guint8 v32b __attribute__((vector_size(32), aligned(1), may_alias));
#ifdef __SSE2__
typedef char wide_b __attribute__((vector_size(32)));
typedef char half_b __attribute__((vector_size(16)));
#endif

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
#ifdef KERNEL_AVX2
  return __builtin_ia32_minps256(__builtin_ia32_maxps256(x, splat(low)), splat(high));
#else
  x = choose(x > splat(low), x, splat(low));
  return choose(x < splat(high), x, splat(high));
#endif
}

/* The lowest bytes of eight numbers. */
INLINE void
store_bytes(guint8 *p, v8i x)
{
#ifdef KERNEL_AVX2
  wide_h pairs = __builtin_ia32_packssdw256((wide_i)(x & 0xff), (wide_i)(x & 0xff));
  v8i fours = (v8i)__builtin_ia32_packuswb256(pairs, pairs);
  const gint32 bytes[2] = {fours[0], fours[4]};
  memcpy(p, bytes, sizeof bytes);
#else
  for (guint i = 0; i < 8; i++)
    p[i] = (guint8)x[i];
#endif
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

#include "syntax/kernel-float.h"

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

/* Eight sums of two products each. */
INLINE v8i
multiply_pairs(v16h a, v16h b)
{
#ifdef KERNEL_AVX2
  return (v8i)__builtin_ia32_pmaddwd256((wide_h)a, (wide_h)b);
#elif defined(__SSE2__)
  union {
    v16h whole;
    half_h half[2];
  } x = {a}, y = {b};
  union {
    v8i whole;
    half_i half[2];
  } z;
  z.half[0] = (half_i)__builtin_ia32_pmaddwd128(x.half[0], y.half[0]);
  z.half[1] = (half_i)__builtin_ia32_pmaddwd128(x.half[1], y.half[1]);
  return z.whole;
#else
  v8i sum;
  for (int i = 0; i < 8; i++)
    sum[i] = a[2 * i] * b[2 * i] + a[2 * i + 1] * b[2 * i + 1];
  return sum;
#endif
}

/* A pair of numbers eight times. */
INLINE v16h
splat_pair(const gint16 *p)
{
  gint32 pair;
  memcpy(&pair, p, sizeof pair);
  return (v16h)(v8i){pair, pair, pair, pair, pair, pair, pair, pair};
}

/* Scales sixteen sums and stores them. */
INLINE void
store_scaled(v8i low, v8i high, float row_scale, const float *column_scales, float *c, gboolean accumulate)
{
  v8 x = __builtin_convertvector(low, v8) * (splat(row_scale) * load(column_scales));
  v8 y = __builtin_convertvector(high, v8) * (splat(row_scale) * load(column_scales + 8));
  store(c, accumulate ? (v8)(load(c) + x) : x);
  store(c + 8, accumulate ? (v8)(load(c + 8) + y) : y);
}

#define START16(r) v8i c##r##0 = {0}, c##r##1 = {0}
#define ROW16(r)                                                                                             \
  do {                                                                                                       \
    v16h s = splat_pair(a + (r)*lda + i);                                                                    \
    c##r##0 += multiply_pairs(s, b0);                                                                        \
    c##r##1 += multiply_pairs(s, b1);                                                                        \
  } while (0)
#define END16(r) store_scaled(c##r##0, c##r##1, row_scales[r], column_scales, c + (r)*ldc, accumulate)
#define BLOCK16_ARGUMENTS                                                                                    \
  gsize k, const gint16 *a, gsize lda, const float *row_scales, const gint16 *b, const float *column_scales, \
      float *c, gsize ldc, gboolean accumulate

static void
block6_16(BLOCK16_ARGUMENTS)
{
  START16(0);
  START16(1);
  START16(2);
  START16(3);
  START16(4);
  START16(5);
  for (gsize i = 0; i < k; i += 2, b += 2 * KITH_PANEL) {
    v16h b0 = *(const v16h *)b, b1 = *(const v16h *)(b + KITH_PANEL);
    ROW16(0);
    ROW16(1);
    ROW16(2);
    ROW16(3);
    ROW16(4);
    ROW16(5);
  }
  END16(0);
  END16(1);
  END16(2);
  END16(3);
  END16(4);
  END16(5);
}

static void
block3_16(BLOCK16_ARGUMENTS)
{
  START16(0);
  START16(1);
  START16(2);
  for (gsize i = 0; i < k; i += 2, b += 2 * KITH_PANEL) {
    v16h b0 = *(const v16h *)b, b1 = *(const v16h *)(b + KITH_PANEL);
    ROW16(0);
    ROW16(1);
    ROW16(2);
  }
  END16(0);
  END16(1);
  END16(2);
}

static void
block1_16(BLOCK16_ARGUMENTS)
{
  START16(0);
  for (gsize i = 0; i < k; i += 2, b += 2 * KITH_PANEL) {
    v16h b0 = *(const v16h *)b, b1 = *(const v16h *)(b + KITH_PANEL);
    ROW16(0);
  }
  END16(0);
}

static void
gemm16(gsize m, gsize n, gsize k, const gint16 *a, gsize lda, const float *row_scales, const gint16 *b,
       const float *column_scales, float *c, gsize ldc, gboolean accumulate)
{
  for (gsize j = 0; j < n; j += KITH_PANEL, b += KITH_PANEL * k) {
    gsize i = 0;
    for (gsize step; i < m; i += step) {
      const float *scales = row_scales + i;
      step = m - i >= 6 ? 6 : m - i >= 3 ? 3 : 1;
      (step == 6 ? block6_16
       : step == 3
           ? block3_16
           : block1_16)(k, a + i * lda, lda, scales, b, column_scales + j, c + i * ldc + j, ldc, accumulate);
    }
  }
}

#include "syntax/kernel-bytes.h"

/* Rounds to the nearest whole number. */
INLINE v8i
round8(v8 x)
{
  return __builtin_convertvector((x + splat(12582912.0f)) - splat(12582912.0f), v8i);
}

/* e^x for LSTM gates: 2^n by the exponent, the minimax polynomial of three degrees between; 8e-5
 * off, relative. */
INLINE v8
quick_exp8(v8 x)
{
  x = clamp(x, -30.0f, 30.0f) * splat(1.44269504088896341f);
  v8 shifted = x + splat(12582912.0f);
  v8 f = x - (shifted - splat(12582912.0f));
  v8 p = (splat(0.05517166f) * f + splat(0.24261112f)) * f + splat(0.69326099f);
  p = p * f + splat(0.99992807f);
  return (v8)((v8i)p + ((v8i)shifted << 23));
}

/* Eight numbers of 16 bits. */
INLINE v8i
widen(const gint16 *p)
{
#ifdef KERNEL_AVX2
  return (v8i)__builtin_ia32_pmovsxwd256(*(const half_h_unaligned *)p);
#else
  return __builtin_convertvector(*(const v8h *)p, v8i);
#endif
}

/* Eight units of a word's LSTM; gates are those of the units (input, forget, candidate, output). */
INLINE void
lstm8_word(const float *gates, const gint16 *input, float *cells, guint8 *out)
{
  v8 gate[4];
#pragma GCC unroll 4
  for (guint g = 0; g < 4; g++) {
    gate[g] = load(gates + 8 * g);
    if (input != NULL)
      gate[g] += __builtin_convertvector(widen(input + 8 * g), v8) * splat(1.0f / KITH_GATE_UNIT);
  }
  v8 one = splat(1.0f), a = quick_exp8(-gate[0]), b = quick_exp8(gate[2] * splat(-2.0f));
  v8 cell = (one - b) / ((one + a) * (one + b));
  cell += load(cells) / (one + quick_exp8(-gate[1]));
  store(cells, cell);
  v8 c = quick_exp8(-gate[3]), d = quick_exp8(cell * splat(-2.0f));
  v8 shown = (one - d) / ((one + c) * (one + d)) * splat(KITH_BYTE_ZERO - 1);
  store_bytes(out, (v8i)(shown + splat(12582912.0f + KITH_BYTE_ZERO)));
}

static void
lstm8(gsize m, const float *gates, const gint16 *const *inputs, const gint16 *const *next, gsize offset,
      float *cells, gsize stride, guint8 *out, gsize ldo)
{
  for (gsize r = 0; r < m; r++) {
    if (inputs == NULL) {
      lstm8_word(gates + r * KITH_BYTE_PANEL, NULL, cells + r * stride, out + r * ldo);
      continue;
    }
    __builtin_prefetch(next[r] + offset);
    lstm8_word(gates + r * KITH_BYTE_PANEL, inputs[r] + offset, cells + r * stride, out + r * ldo);
  }
}

static float
quantize(const float *x, gsize n, gint16 *out)
{
  float max = 0;
  gsize i = 0;
  v8 most = splat(0);
  for (; i + 8 <= n; i += 8) {
    v8 v = load(x + i);
    v = choose(v < splat(0), -v, v);
    most = choose(v > most, v, most);
  }
  for (int j = 0; j < 8; j++)
    max = most[j] > max ? most[j] : max;
  for (gsize j = i; j < n; j++)
    max = x[j] > max ? x[j] : -x[j] > max ? -x[j] : max;
  float factor = max > 1e-30f ? KITH_UNIT / max : 0;
  for (i = 0; i + 8 <= n; i += 8)
    *(v8h *)(out + i) = __builtin_convertvector(round8(load(x + i) * splat(factor)), v8h);
  for (; i < n; i++)
    out[i] = (gint16)round8(splat(x[i] * factor))[0];
  return max / KITH_UNIT;
}

static void
round16(const float *x, float factor, gsize n, gint16 *out)
{
  for (gsize i = 0; i < n; i += 8)
    *(v8h *)(out + i) = __builtin_convertvector(
        round8(clamp(load(x + i) * splat(factor), -(float)G_MAXINT16, (float)G_MAXINT16)), v8h);
}

static float
quantize_bytes(const float *x, gsize n, guint8 *out)
{
  v8 most = splat(0);
  float max = 0;
  for (gsize i = 0; i < n; i += 8) {
    v8 v = load(x + i);
    most = choose(v > most, v, most);
  }
  for (int j = 0; j < 8; j++)
    max = most[j] > max ? most[j] : max;
  v8 factor = splat(max > 1e-30f ? KITH_BYTE_UNIT / max : 0);
  for (gsize i = 0; i < n; i += 8) {
    v8 v = load(x + i);
    store_bytes(out + i, (v8i)(choose(v > splat(0), v, splat(0)) * factor + splat(12582912.0f)));
  }
  return max / KITH_BYTE_UNIT;
}

INLINE v8
greater(v8 a, v8 b)
{
#ifdef KERNEL_AVX2
  return __builtin_ia32_maxps256(a, b);
#else
  return choose(a > b, a, b);
#endif
}

/* Eight numbers of a row of two stripes. */
INLINE const float *
stripe_row(const KithStripe stripes[2], gsize row)
{
  return row < stripes[0].rows ? stripes[0].first + row * KITH_PANEL
                               : stripes[1].first + (row - stripes[0].rows) * KITH_PANEL;
}

/* By how much the columns may be multiplied: neither a number nor the sum of the positive or the negative
 * ones that are added up in 16 bits may become too great. Each number may be rounded up by a half. */
static void
find_factors(const KithStripe stripes[2], gsize k, float factors[8])
{
  enum { MOST = G_MAXINT16 / KITH_BYTE_UNIT - KITH_BYTE_GROUP / 4 };
  const v8 none = {0};
  v8 one = none, sum = none;
  for (gsize from = 0; from < k; from += KITH_BYTE_GROUP)
    for (gsize half = 0; half < 4; half += 2) {
      v8 above = none, below = none;
      for (gsize i = from; i < MIN(k, from + KITH_BYTE_GROUP); i++) {
        if (i % 4 - half > 1)
          continue;
        v8 x = load(stripe_row(stripes, i));
        v8 up = greater(x, none), down = greater(-x, none);
        above += up;
        below += down;
        one = greater(one, up);
        one = greater(one, down);
      }
      sum = greater(sum, above);
      sum = greater(sum, below);
    }
  for (guint c = 0; c < 8; c++)
    factors[c] = one[c] > 0 ? MIN((G_MAXINT8 - 0.5f) / one[c], MOST / sum[c]) : 0;
}

static void
pack8(KithMatrix8 *matrix, gsize column, const KithStripe stripes[2], const float *bias, float scale,
      guint zero)
{
  const v8 magic = splat(12582912.0f);
  const gsize k = matrix->k;
  float factors[8];
  v8i sum = {0};
  gint8 *out = matrix->packed + column / KITH_BYTE_PANEL * KITH_BYTE_PANEL * k + column % KITH_BYTE_PANEL * 4;
  find_factors(stripes, k, factors);
  v8 factor = load(factors);
  for (gsize i = 0; i < k; i += 4, out += 4 * KITH_BYTE_PANEL) {
    v8i bytes = {0};
    for (gsize r = 0; r < 4; r++) {
      v8 x = load(stripe_row(stripes, i + r)) * factor + magic;
      v8i whole = (v8i)x - (v8i)magic;
      sum += whole;
      bytes |= (whole & 0xff) << (gint32)(8 * r);
    }
    memcpy(out, &bytes, sizeof bytes);
  }
  for (guint c = 0; c < 8; c++) {
    gsize j = column + c;
    matrix->scales[j] = factors[c] > 0 ? scale / factors[c] : 0;
    matrix->bias[j] = (bias != NULL ? bias[c] : 0) - (float)zero * (float)sum[c] * matrix->scales[j];
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
    .gemm16 = gemm16,
    .quantize = quantize,
    .round16 = round16,
    .gemm8 = gemm8,
    .lstm8 = lstm8,
    .pack8 = pack8,
    .quantize_bytes = quantize_bytes,
    .softmax = softmax,
    .axpy = axpy,
    .relu = relu,
    .dot = dot,
    .adam = adam_step,
};
