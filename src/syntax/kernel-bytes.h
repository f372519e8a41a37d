/* Products of matrices in bytes; a part of kernel-body.h. */
/* Sums of bytes are worked out in vectors that the machine has. */
#ifdef KERNEL_AVX2
typedef v32b bytes8;
typedef v16h pairs8;
typedef v8i sums8;
#else
typedef guint8 bytes8 __attribute__((vector_size(16), aligned(1), may_alias));
typedef v8h pairs8;
typedef gint32 sums8 __attribute__((vector_size(16), aligned(4), may_alias));
#endif
/* Sums in a vector, and vectors in a panel. */
enum { WIDTH8 = sizeof(sums8) / sizeof(gint32), VECTORS8 = KITH_BYTE_PANEL / WIDTH8 };

/* Sums of two products each of numbers from 0 to KITH_BYTE_UNIT and signed ones, which fit. */
INLINE pairs8
multiply_bytes(bytes8 a, bytes8 b)
{
#ifdef KERNEL_AVX2
  return (pairs8)__builtin_ia32_pmaddubsw256((wide_b)a, (wide_b)b);
#elif defined(KERNEL_SSE4)
  return (pairs8)__builtin_ia32_pmaddubsw128((half_b)a, (half_b)b);
#else
  pairs8 x = (pairs8)a, y = (pairs8)b;
  return (x & 0xff) * ((pairs8)(y << 8) >> 8) + (x >> 8) * (y >> 8);
#endif
}

/* Sums of neighbours. */
INLINE sums8
add_pairs(pairs8 x)
{
#ifdef KERNEL_AVX2
  return (sums8)__builtin_ia32_pmaddwd256((wide_h)x,
                                          (wide_h){1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
#elif defined(__SSE2__)
  return (sums8)__builtin_ia32_pmaddwd128((half_h)x, (half_h){1, 1, 1, 1, 1, 1, 1, 1});
#else
  return ((sums8)((sums8)x << 16) >> 16) + ((sums8)x >> 16);
#endif
}

/* Four numbers again and again. */
INLINE bytes8
splat_four(const guint8 *p)
{
  gint32 four;
  memcpy(&four, p, sizeof four);
#ifdef KERNEL_AVX2
  return (bytes8)(sums8){four, four, four, four, four, four, four, four};
#else
  return (bytes8)(sums8){four, four, four, four};
#endif
}

#ifdef KERNEL_AVX512
/* The sums of some rows by a panel. Products of bytes are added up in 32 bits at once, which gives the same
 * numbers, for no sum in 16 bits overflows. */
INLINE void
sum_rows8_wide(gsize rows, gsize k, const guint8 *a, gsize lda, const gint8 *b, gint32 *out)
{
  __m512i low[8], high[8];
#pragma GCC unroll 8
  for (gsize r = 0; r < rows; r++)
    low[r] = high[r] = _mm512_setzero_si512();
  for (gsize i = 0; i < k; i += 4, b += 4 * KITH_BYTE_PANEL) {
    __m512i left = _mm512_loadu_si512(b), right = _mm512_loadu_si512(b + 2 * KITH_BYTE_PANEL);
#pragma GCC unroll 8
    for (gsize r = 0; r < rows; r++) {
      gint32 four;
      memcpy(&four, a + r * lda + i, sizeof four);
      low[r] = _mm512_dpbusd_epi32(low[r], _mm512_set1_epi32(four), left);
      high[r] = _mm512_dpbusd_epi32(high[r], _mm512_set1_epi32(four), right);
    }
  }
#pragma GCC unroll 8
  for (gsize r = 0; r < rows; r++) {
    _mm512_storeu_si512(out + r * KITH_BYTE_PANEL, low[r]);
    _mm512_storeu_si512(out + r * KITH_BYTE_PANEL + KITH_BYTE_PANEL / 2, high[r]);
  }
}
#define SUM_ROWS8 sum_rows8_wide
#else
#define START8(j) sums8 s##j = {0}
#define START_GROUP8(j) pairs8 p##j = {0}
#define STEP8(j) p##j += multiply_bytes(x, *(const bytes8 *)(b + sizeof(bytes8) * (j)))
#define END_GROUP8(j) s##j += add_pairs(p##j)
#define END8(j) *(sums8 *)(out + WIDTH8 * (j)) = s##j
#define EACH4(DO)                                                                                            \
  DO(0);                                                                                                     \
  DO(1);                                                                                                     \
  DO(2);                                                                                                     \
  DO(3)

/* The sums of one row by four vectors of columns: measured to be faster than blocks of several rows, for all
 * that is read again. They are in 16 bits over KITH_BYTE_GROUP numbers, see kith_pack8. */
INLINE void
sum_row8(gsize k, const guint8 *a, const gint8 *b, gint32 *out)
{
  EACH4(START8);
  for (gsize i = 0; i < k;) {
    EACH4(START_GROUP8);
    for (gsize end = k - i > KITH_BYTE_GROUP ? i + KITH_BYTE_GROUP : k; i < end; i += 8) {
      bytes8 x = splat_four(a + i);
      EACH4(STEP8);
      b += 4 * KITH_BYTE_PANEL;
      x = splat_four(a + i + 4);
      EACH4(STEP8);
      b += 4 * KITH_BYTE_PANEL;
    }
    EACH4(END_GROUP8);
  }
  EACH4(END8);
}

/* The sums of one row by a panel. */
INLINE void
sum_rows8_narrow(gsize rows, gsize k, const guint8 *a, gsize lda, const gint8 *b, gint32 *out)
{
  for (gsize r = 0; r < rows; r++)
    for (guint v = 0; v < VECTORS8; v += 4)
      sum_row8(k, a + r * lda, b + v * sizeof(bytes8), out + r * KITH_BYTE_PANEL + v * WIDTH8);
}
#define SUM_ROWS8 sum_rows8_narrow
#endif

/* Some rows by a panel. */
INLINE void
rows8(gsize rows, gsize k, const guint8 *a, gsize lda, const float *row_scales, const gint8 *b,
      const float *scales, const float *bias, float *c, gsize ldc)
{
  gint32 sums[8 * KITH_BYTE_PANEL];
  SUM_ROWS8(rows, k, a, lda, b, sums);
  for (gsize r = 0; r < rows; r++) {
    v8 row_scale = splat(row_scales ? row_scales[r] : 1.0f);
#pragma GCC unroll 4
    for (guint j = 0; j < KITH_BYTE_PANEL; j += 8)
      store(c + r * ldc + j, __builtin_convertvector(*(const v8i *)(sums + r * KITH_BYTE_PANEL + j), v8) *
                                     (row_scale * load(scales + j)) +
                                 load(bias + j));
  }
}

static void
gemm8(gsize m, gsize n, gsize k, const guint8 *a, gsize lda, const float *row_scales, const gint8 *b,
      const float *scales, const float *bias, float *c, gsize ldc)
{
  for (gsize j = 0; j < n; j += KITH_BYTE_PANEL, b += KITH_BYTE_PANEL * k) {
    gsize i = 0;
#ifdef KERNEL_AVX512
    for (; i + 8 <= m; i += 8)
      rows8(8, k, a + i * lda, lda, row_scales ? row_scales + i : NULL, b, scales + j, bias + j,
            c + i * ldc + j, ldc);
#endif
    for (; i < m; i++)
      rows8(1, k, a + i * lda, lda, row_scales ? row_scales + i : NULL, b, scales + j, bias + j,
            c + i * ldc + j, ldc);
  }
}
