/* Products of matrices in floats; a part of kernel-body.h. */
#if defined(KERNEL_FMA) && defined(KERNEL_AVX512)
/* Up to eight rows by sixteen columns. */
INLINE void
block(gsize rows, gsize k, const float *a, gsize lda, const float *b, float *c, gsize ldc,
      gboolean accumulate)
{
  __m512 sums[8];
#pragma GCC unroll 8
  for (gsize r = 0; r < rows; r++)
    sums[r] = accumulate ? _mm512_loadu_ps(c + r * ldc) : _mm512_setzero_ps();
  for (gsize i = 0; i < k; i++, b += KITH_PANEL) {
    __m512 row = _mm512_loadu_ps(b);
#pragma GCC unroll 8
    for (gsize r = 0; r < rows; r++)
      sums[r] = _mm512_fmadd_ps(_mm512_set1_ps(a[r * lda + i]), row, sums[r]);
  }
#pragma GCC unroll 8
  for (gsize r = 0; r < rows; r++)
    _mm512_storeu_ps(c + r * ldc, sums[r]);
}

/* All rows by sixteen columns; the same sums as those of the narrower blocks. */
static void
panel_wide(gsize m, gsize k, const float *a, gsize lda, const float *b, float *c, gsize ldc,
           gboolean accumulate)
{
  for (; m >= 8; m -= 8, a += 8 * lda, c += 8 * ldc)
    block(8, k, a, lda, b, c, ldc, accumulate);
  switch (m) {
  case 7:
    return block(7, k, a, lda, b, c, ldc, accumulate);
  case 6:
    return block(6, k, a, lda, b, c, ldc, accumulate);
  case 5:
    return block(5, k, a, lda, b, c, ldc, accumulate);
  case 4:
    return block(4, k, a, lda, b, c, ldc, accumulate);
  case 3:
    return block(3, k, a, lda, b, c, ldc, accumulate);
  case 2:
    return block(2, k, a, lda, b, c, ldc, accumulate);
  case 1:
    return block(1, k, a, lda, b, c, ldc, accumulate);
  default:
    return;
  }
}
#define PANEL panel_wide
#else
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
panel_narrow(gsize m, gsize k, const float *a, gsize lda, const float *b, float *c, gsize ldc,
             gboolean accumulate)
{
  gsize i = 0;
  for (; i + 6 <= m; i += 6)
    block6(k, a + i * lda, lda, b, c + i * ldc, ldc, accumulate);
  for (; i + 3 <= m; i += 3)
    block3(k, a + i * lda, lda, b, c + i * ldc, ldc, accumulate);
  for (; i < m; i++)
    block1(k, a + i * lda, lda, b, c + i * ldc, ldc, accumulate);
}
#define PANEL panel_narrow
#endif

static void
gemm(gsize m, gsize n, gsize k, const float *a, gsize lda, const float *b, float *c, gsize ldc,
     gboolean accumulate)
{
  for (gsize j = 0; j < n; j += KITH_PANEL, b += KITH_PANEL * k)
    PANEL(m, k, a, lda, b, c + j, ldc, accumulate);
}
