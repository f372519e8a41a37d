/* The kernels: right, and the same bytes on every instruction set. */
#include <math.h>
#include <string.h>

#include "syntax/kernel.h"
#include "train/net.h"

static void
fill(float *x, gsize n, guint64 *seed)
{
  for (gsize i = 0; i < n; i++)
    x[i] = 2 * kith_random_unit(seed) - 1;
}

static void
test_gemm(void)
{
  static const gsize shapes[][3] = {{1, 1, 1}, {5, 16, 7}, {13, 17, 31}, {6, 40, 64}, {9, 33, 3}};
  guint64 seed = 1;
  for (guint s = 0; s < G_N_ELEMENTS(shapes); s++) {
    gsize m = shapes[s][0], n = shapes[s][1], k = shapes[s][2], wide = (n + 15) / 16 * 16;
    g_autofree float *a = g_new(float, m *k), *b = g_new(float, k *n), *first = g_new(float, m *wide);
    g_autofree float *turned = g_new(float, k *n), *again = g_new(float, kith_packed_size(k, n));
    g_autofree float *packed = g_new(float, kith_packed_size(k, n)), *c = g_new(float, m *wide);
    fill(a, m * k, &seed);
    fill(b, k * n, &seed);
    for (gsize i = 0; i < k; i++)
      for (gsize j = 0; j < n; j++)
        turned[j * k + i] = b[i * n + j];
    kith_pack(packed, b, n, k, n);
    kith_pack_transposed(again, turned, k, k, n);
    g_assert_cmpmem(packed, kith_packed_size(k, n) * sizeof(float), again,
                    kith_packed_size(k, n) * sizeof(float));
    for (const KithKernel *const *kernel = kith_kernels(); *kernel != NULL; kernel++) {
      (*kernel)->gemm(m, n, k, a, k, packed, c, wide, FALSE);
      (*kernel)->gemm(m, n, k, a, k, packed, c, wide, TRUE);
      for (gsize i = 0; i < m; i++)
        for (gsize j = 0; j < n; j++) {
          double sum = 0;
          for (gsize x = 0; x < k; x++)
            sum += (double)a[i * k + x] * (double)b[x * n + j];
          g_assert_cmpfloat_with_epsilon((double)c[i * wide + j], 2 * sum, 1e-4);
        }
      if (*kernel == kith_kernel())
        memcpy(first, c, m * wide * sizeof(float));
      g_assert_cmpmem(first, m * wide * sizeof(float), c, m * wide * sizeof(float));
    }
    kith_kernel_for_training()->gemm(m, n, k, a, k, packed, c, wide, FALSE);
    for (gsize i = 0; i < m * wide; i++)
      g_assert_cmpfloat_with_epsilon(2 * c[i], first[i], 1e-4f);
  }
}

/* Products of whole numbers are near those of floats, and the same everywhere. */
static void
test_whole(void)
{
  static const gsize shapes[][3] = {{1, 1, 2}, {5, 16, 8}, {13, 17, 32}, {9, 40, 512}};
  guint64 seed = 1;
  for (guint s = 0; s < G_N_ELEMENTS(shapes); s++) {
    gsize m = shapes[s][0], n = shapes[s][1], k = shapes[s][2], wide = (n + 15) / 16 * 16;
    g_autofree float *a = g_new(float, m *k), *b = g_new(float, k *n),
                     *packed = g_new(float, kith_packed_size(k, n));
    g_autofree float *exact = g_new(float, m *wide), *c = g_new(float, m *wide),
                     *first = g_new(float, m *wide);
    g_autofree gint16 *a16 = g_new(gint16, m * k), *b16 = g_new(gint16, kith_packed_size(k, n));
    g_autofree float *rows = g_new(float, m), *columns = g_new(float, wide);
    fill(a, m * k, &seed);
    fill(b, k * n, &seed);
    a[0] = 40; /* one row of another size */
    kith_pack(packed, b, n, k, n);
    kith_pack16(b16, columns, packed, k, n);
    for (const KithKernel *const *kernel = kith_kernels(); *kernel != NULL; kernel++) {
      for (gsize i = 0; i < m; i++)
        rows[i] = (*kernel)->quantize(a + i * k, k, a16 + i * k);
      (*kernel)->gemm(m, n, k, a, k, packed, exact, wide, FALSE);
      (*kernel)->gemm16(m, n, k, a16, k, rows, b16, columns, c, wide, FALSE);
      (*kernel)->gemm16(m, n, k, a16, k, rows, b16, columns, c, wide, TRUE);
      for (gsize i = 0; i < m; i++)
        for (gsize j = 0; j < n; j++)
          g_assert_cmpfloat_with_epsilon(c[i * wide + j], 2 * exact[i * wide + j], i == 0 ? 0.4f : 0.02f);
      if (*kernel == kith_kernel())
        memcpy(first, c, m * wide * sizeof(float));
      g_assert_cmpmem(first, m * wide * sizeof(float), c, m * wide * sizeof(float));
    }
  }
}

/* The greatest sums there can be do not overflow. */
static void
test_whole_limit(void)
{
  enum { K = 512, N = 16 };
  g_autofree float *b = g_new(float, K *N), *packed = g_new(float, K *N);
  gint16 a[K];
  g_autofree gint16 *b16 = g_new(gint16, K * N);
  float columns[N], c[N];
  for (guint i = 0; i < K * N; i++)
    b[i] = i % N == 3 ? -1 : 1;
  for (guint i = 0; i < K; i++)
    a[i] = KITH_UNIT;
  kith_pack(packed, b, N, K, N);
  kith_pack16(b16, columns, packed, K, N);
  for (const KithKernel *const *kernel = kith_kernels(); *kernel != NULL; kernel++) {
    const float unit = 1.0f / KITH_UNIT;
    (*kernel)->gemm16(1, N, K, a, K, &unit, b16, columns, c, N, FALSE);
    for (guint j = 0; j < N; j++)
      g_assert_cmpfloat_with_epsilon(c[j], j == 3 ? -K : K, 1e-2f);
  }
}

/* A matrix of bytes out of b[k][n]; n a multiple of 8. */
static void
pack_bytes(KithMatrix8 *matrix, const float *b, gsize k, gsize n, const float *bias, float scale, guint zero)
{
  g_autofree float *packed = g_new(float, kith_packed_size(k, n));
  kith_pack(packed, b, n, k, n);
  kith_matrix8_init(matrix, k, n);
  for (gsize j = 0; j < n; j += 8) {
    const float *first = packed + j / KITH_PANEL * KITH_PANEL * k + j % KITH_PANEL;
    /* in two parts, as an LSTM's input and output are */
    const KithStripe stripes[2] = {{first, k / 3}, {first + k / 3 * KITH_PANEL, k - k / 3}};
    kith_pack8(matrix, j, stripes, bias ? bias + j : NULL, scale, zero);
  }
}

/* Products of bytes are near those of floats, and the same everywhere. */
static void
test_bytes(void)
{
  static const gsize shapes[][3] = {{1, 8, 8}, {5, 16, 24}, {13, 32, 32}, {3, 40, 160}, {2, 72, 480}};
  guint64 seed = 4;
  for (guint s = 0; s < G_N_ELEMENTS(shapes); s++) {
    gsize m = shapes[s][0], n = shapes[s][1], k = shapes[s][2], wide = (n + 31) / 32 * 32;
    g_autofree float *b = g_new(float, k *n), *bias = g_new(float, n), *first = g_new0(float, m *wide);
    g_autofree float *c = g_new0(float, m *wide), *scales = g_new(float, m);
    g_autofree guint8 *a = g_new(guint8, m * k);
    KithMatrix8 matrix;
    fill(b, k * n, &seed);
    fill(bias, n, &seed);
    for (gsize i = 0; i < m * k; i++)
      a[i] = (guint8)(1 + kith_random(&seed) % 127);
    for (gsize i = 0; i < m; i++)
      scales[i] = (float)(i + 1);
    pack_bytes(&matrix, b, k, n, bias, 1.0f / 63, KITH_BYTE_ZERO);
    for (const KithKernel *const *kernel = kith_kernels(); *kernel != NULL; kernel++) {
      (*kernel)->gemm8(m, n, k, a, k, NULL, matrix.packed, matrix.scales, matrix.bias, c, wide);
      for (gsize i = 0; i < m; i++)
        for (gsize j = 0; j < n; j++) {
          double sum = (double)bias[j], size = 0;
          for (gsize x = 0; x < k; x++) {
            sum += (a[i * k + x] - 64) / 63.0 * (double)b[x * n + j];
            size += 1;
          }
          g_assert_cmpfloat_with_epsilon((double)c[i * wide + j], sum, 0.05 + 0.025 * sqrt(size));
        }
      (*kernel)->gemm8(m, n, k, a, k, scales, matrix.packed, matrix.scales, matrix.bias, c, wide);
      if (*kernel == kith_kernel())
        memcpy(first, c, m * wide * sizeof(float));
      g_assert_cmpmem(first, m * wide * sizeof(float), c, m * wide * sizeof(float));
    }
    kith_matrix8_clear(&matrix);
  }
}

/* The greatest sums there can be do not overflow: all activations the greatest, columns of one sign, of
 * numbers that are rounded up, and with one great number among small ones. */
static void
test_bytes_limit(void)
{
  enum { K = 480, N = 32 };
  g_autofree float *b = g_new(float, K *N);
  guint8 a[K];
  memset(a, KITH_BYTE_UNIT, sizeof a);
  for (guint i = 0; i < K * N; i++) {
    guint column = i % N, row = i / N;
    b[i] = column < 8 ? 1 : column < 16 ? -1 : column < 24 ? (row % 16 == 3 ? 2 : 0.51f) : (row % 7 ? -1 : 1);
  }
  KithMatrix8 matrix;
  pack_bytes(&matrix, b, K, N, NULL, 1.0f / KITH_BYTE_UNIT, 0);
  for (const KithKernel *const *kernel = kith_kernels(); *kernel != NULL; kernel++) {
    float c[N];
    (*kernel)->gemm8(1, N, K, a, K, NULL, matrix.packed, matrix.scales, matrix.bias, c, N);
    for (guint j = 0; j < N; j++) {
      double sum = 0;
      for (guint x = 0; x < K; x++)
        sum += (double)b[x * N + j];
      g_assert_cmpfloat_with_epsilon((double)c[j], sum, 0.04 * K);
    }
  }
  kith_matrix8_clear(&matrix);
}

/* Rows to bytes and to 16 bits. */
static void
test_round(void)
{
  const float x[16] = {-3, 0, 1, 2, 0.5f, 0.49f / 127, 1.01f / 127, 2, 1, 1, 1, 1, -1, 1, 1, 1};
  const guint8 bytes[16] = {0, 0, 64, 127, 32, 0, 1, 127, 64, 64, 64, 64, 0, 64, 64, 64};
  const float far[8] = {40, -40, 0.5f, -0.5f, 1.0f / 2048, -1.4f / 2048, 0, 15.9f};
  const gint16 near[8] = {32767, -32767, 1024, -1024, 1, -1, 0, 32563};
  for (const KithKernel *const *kernel = kith_kernels(); *kernel != NULL; kernel++) {
    guint8 out[16];
    gint16 whole[8];
    float none[8] = {-1, -2, 0, 0, -1, 0, 0, 0};
    g_assert_cmpfloat_with_epsilon((*kernel)->quantize_bytes(x, 16, out), 2.0f / 127, 1e-9f);
    g_assert_cmpmem(out, 16, bytes, 16);
    (*kernel)->quantize_bytes(none, 8, out);
    for (guint i = 0; i < 8; i++)
      g_assert_cmpuint(out[i], ==, 0);
    (*kernel)->round16(far, KITH_GATE_UNIT, 8, whole);
    g_assert_cmpmem(whole, sizeof whole, near, sizeof near);
  }
}

/* A step of an LSTM in bytes, with and without the share of the form. */
static void
test_lstm_bytes(void)
{
  enum { M = 3, H = 16 };
  guint64 seed = 5;
  float gates[M * 32], cells[M * H], first[M * H] = {0};
  gint16 input[64] = {0}, other[64] = {0};
  const gint16 *const inputs[M] = {input, other, input};
  guint8 first_out[M * H] = {0};
  fill(gates, M * 32, &seed);
  fill(cells, M * H, &seed);
  gates[0] = 200;
  gates[9] = -300;
  for (guint i = 0; i < 64; i++)
    input[i] = (gint16)(kith_random(&seed) % 4096);
  for (const KithKernel *const *kernel = kith_kernels(); *kernel != NULL; kernel++) {
    float after[M * H];
    guint8 out[M * H] = {0};
    memcpy(after, cells, sizeof cells);
    (*kernel)->lstm8(M, gates, inputs, inputs, 32, after, H, out, H);
    (*kernel)->lstm8(M, gates, NULL, NULL, 0, after + 8, H, out + 8, H);
    for (guint i = 0; i < M * H; i++) {
      guint row = i / H, unit = i % 8;
      const float *g = gates + row * 32;
      double x[4];
      for (guint k = 0; k < 4; k++)
        x[k] = (double)g[8 * k + unit] + (i % H < 8 ? inputs[row][32 + 8 * k + unit] / 2048.0 : 0);
      double cell = tanh(x[2]) / (1 + exp(-x[0])) + (double)cells[i] / (1 + exp(-x[1]));
      g_assert_cmpfloat_with_epsilon((double)after[i], cell, 2e-4);
      g_assert_cmpfloat_with_epsilon(out[i], 64 + 63 * tanh(cell) / (1 + exp(-x[3])), 0.53);
    }
    if (*kernel == kith_kernel()) {
      memcpy(first, after, sizeof after);
      memcpy(first_out, out, sizeof out);
    }
    g_assert_cmpmem(first, sizeof first, after, sizeof after);
    g_assert_cmpmem(first_out, sizeof first_out, out, sizeof out);
  }
}

static void
test_lstm(void)
{
  enum { H = 24 };
  guint64 seed = 3;
  float gates[4 * H], before[H], first[6 * H];
  fill(gates, 4 * H, &seed);
  fill(before, H, &seed);
  gates[0] = 200; /* far out, where an unclamped exponential would overflow */
  gates[1] = -200;
  gates[2 * H] = 300;
  for (const KithKernel *const *kernel = kith_kernels(); *kernel != NULL; kernel++) {
    float out[6 * H];
    memcpy(out, gates, sizeof gates);
    (*kernel)->lstm(out, before, out + 4 * H, out + 5 * H, H);
    for (guint i = 0; i < H; i++) {
      double in = 1 / (1 + exp(-(double)gates[i])), forget = 1 / (1 + exp(-(double)gates[H + i]));
      double cell = in * tanh((double)gates[2 * H + i]) + forget * (double)before[i];
      g_assert_cmpfloat_with_epsilon((double)out[4 * H + i], cell, 1e-5);
      g_assert_cmpfloat_with_epsilon((double)out[5 * H + i],
                                     tanh(cell) / (1 + exp(-(double)gates[3 * H + i])), 1e-5);
    }
    if (*kernel == kith_kernel())
      memcpy(first, out, sizeof out);
    g_assert_cmpmem(first, sizeof first, out, sizeof out);
  }
}

static void
test_rows(void)
{
  enum { N = 21 };
  guint64 seed = 9;
  float x[N], y[N], e[N], first[3 * N + 2];
  fill(x, N, &seed);
  fill(y, N, &seed);
  for (const KithKernel *const *kernel = kith_kernels(); *kernel != NULL; kernel++) {
    float out[3 * N + 2];
    memset(out, 0, sizeof out);
    memcpy(e, x, sizeof e);
    out[3 * N] = (*kernel)->softmax(e, N);
    double sum = 0, max = -9, product = 0;
    for (guint i = 0; i < N; i++)
      max = MAX(max, (double)x[i]);
    for (guint i = 0; i < N; i++) {
      sum += exp((double)x[i] - max);
      product += (double)x[i] * (double)y[i];
      g_assert_cmpfloat_with_epsilon((double)e[i], exp((double)x[i] - max), 1e-5);
    }
    g_assert_cmpfloat_with_epsilon((double)out[3 * N], sum, 1e-4);
    memcpy(out, e, sizeof e);
    memcpy(out + N, y, sizeof y);
    (*kernel)->axpy(out + N, x, 0.5f, N);
    memcpy(out + 2 * N, x, sizeof x);
    (*kernel)->relu(out + 2 * N, N);
    for (guint i = 0; i < N; i++) {
      g_assert_cmpfloat(out[N + i], ==, y[i] + x[i] * 0.5f);
      g_assert_cmpfloat(out[2 * N + i], ==, MAX(x[i], 0));
    }
    out[3 * N + 1] = (*kernel)->dot(x, y, N);
    g_assert_cmpfloat_with_epsilon((double)out[3 * N + 1], product, 1e-5);
    if (*kernel == kith_kernel())
      memcpy(first, out, sizeof out);
    g_assert_cmpmem(first, sizeof first, out, sizeof out);
  }
}

static void
test_adam(void)
{
  enum { N = 11 };
  const KithAdam adam = {
      .rate = 0.01f, .beta1 = 0.9f, .beta2 = 0.99f, .correction1 = 10, .correction2 = 100, .epsilon = 1e-8f};
  for (const KithKernel *const *kernel = kith_kernels(); *kernel != NULL; kernel++) {
    float w[N] = {0}, m[N] = {0}, v[N] = {0}, g[N];
    for (guint i = 0; i < N; i++)
      g[i] = i % 2 == 0 ? 0.5f : -2e-3f;
    (*kernel)->adam(w, m, v, g, &adam, N);
    for (guint i = 0; i < N; i++) { /* the first step is the rate, against the gradient */
      g_assert_cmpfloat_with_epsilon(w[i], i % 2 == 0 ? -0.01f : 0.01f, 1e-5f);
      g_assert_cmpfloat_with_epsilon(m[i], 0.1f * g[i], 1e-6f);
    }
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/kernel/gemm", test_gemm);
  g_test_add_func("/kernel/whole", test_whole);
  g_test_add_func("/kernel/whole/limit", test_whole_limit);
  g_test_add_func("/kernel/bytes", test_bytes);
  g_test_add_func("/kernel/bytes/limit", test_bytes_limit);
  g_test_add_func("/kernel/bytes/lstm", test_lstm_bytes);
  g_test_add_func("/kernel/round", test_round);
  g_test_add_func("/kernel/lstm", test_lstm);
  g_test_add_func("/kernel/rows", test_rows);
  g_test_add_func("/kernel/adam", test_adam);
  return g_test_run();
}
