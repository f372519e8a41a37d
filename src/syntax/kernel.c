#include "syntax/kernel.h"

#include <string.h>

extern const KithKernel kith_kernel_plain;
#ifdef __x86_64__
extern const KithKernel kith_kernel_avx2, kith_kernel_fma, kith_kernel_sse4;
#endif

typedef float v8 __attribute__((vector_size(32), aligned(4), may_alias));
typedef gint32 v8i __attribute__((vector_size(32), aligned(1), may_alias));

const KithKernel *const *
kith_kernels(void)
{
  static const KithKernel *found[4];
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    guint n = 0;
#ifdef __x86_64__
    const char *wish = g_getenv("KITH_SIMD");
    gboolean plain = g_strcmp0(wish, "plain") == 0, sse4 = g_strcmp0(wish, "sse4") == 0;
    if (!plain && !sse4 && __builtin_cpu_supports("avx2"))
      found[n++] = &kith_kernel_avx2;
    if (!plain && __builtin_cpu_supports("sse4.1"))
      found[n++] = &kith_kernel_sse4;
#endif
    found[n++] = &kith_kernel_plain;
    g_once_init_leave(&once, 1);
  }
  return found;
}

const KithKernel *
kith_kernel(void)
{
  return kith_kernels()[0];
}

const KithKernel *
kith_kernel_for_training(void)
{
#ifdef __x86_64__
  if (kith_kernel() == &kith_kernel_avx2 && __builtin_cpu_supports("fma"))
    return &kith_kernel_fma;
#endif
  return kith_kernel();
}

void
kith_pack(float *packed, const float *b, gsize ldb, gsize k, gsize n)
{
  for (gsize j = 0; j < n; j += KITH_PANEL) {
    gsize width = MIN(n - j, (gsize)KITH_PANEL);
    for (gsize i = 0; i < k; i++, packed += KITH_PANEL) {
      memcpy(packed, b + i * ldb + j, width * sizeof(float));
      memset(packed + width, 0, (KITH_PANEL - width) * sizeof(float));
    }
  }
}

void
kith_unpack(float *b, gsize ldb, const float *packed, gsize k, gsize n)
{
  for (gsize j = 0; j < n; j += KITH_PANEL)
    for (gsize i = 0; i < k; i++, packed += KITH_PANEL)
      memcpy(b + i * ldb + j, packed, MIN(n - j, (gsize)KITH_PANEL) * sizeof(float));
}

void
kith_pack_transposed(float *packed, const float *b, gsize ldb, gsize k, gsize n)
{
  for (gsize j = 0; j < n; j += KITH_PANEL, packed += KITH_PANEL * k) {
    gsize width = MIN(n - j, (gsize)KITH_PANEL);
    if (width < KITH_PANEL)
      memset(packed, 0, KITH_PANEL * k * sizeof(float));
    for (gsize c = 0; c < width; c++)
      for (gsize i = 0; i < k; i++)
        packed[i * KITH_PANEL + c] = b[(j + c) * ldb + i];
  }
}

void
kith_pack16(gint16 *packed16, float *scales, const float *packed, gsize k, gsize n)
{
  for (gsize j = 0; j < n; j += KITH_PANEL, packed += KITH_PANEL * k, scales += KITH_PANEL) {
    float max[KITH_PANEL] = {0}, factor[KITH_PANEL];
    for (gsize i = 0; i < k; i++)
      for (gsize c = 0; c < KITH_PANEL; c++)
        max[c] = MAX(max[c], ABS(packed[i * KITH_PANEL + c]));
    for (gsize c = 0; c < KITH_PANEL; c++) {
      scales[c] = max[c] / KITH_UNIT;
      factor[c] = max[c] > 0 ? KITH_UNIT / max[c] : 0;
    }
    for (gsize i = 0; i < k; i += 2)
      for (gsize c = 0; c < KITH_PANEL; c++)
        for (gsize r = 0; r < 2; r++) {
          float x = packed[(i + r) * KITH_PANEL + c] * factor[c];
          *packed16++ = (gint16)(x + (x < 0 ? -0.5f : 0.5f));
        }
  }
}

void
kith_matrix8_init(KithMatrix8 *matrix, gsize k, gsize n)
{
  gsize wide = (n + KITH_BYTE_PANEL - 1) / KITH_BYTE_PANEL * KITH_BYTE_PANEL;
  *matrix = (KithMatrix8){.packed = g_new0(gint8, k * wide),
                          .scales = g_new0(float, wide),
                          .bias = g_new0(float, wide),
                          .k = k,
                          .n = n};
}

void
kith_matrix8_clear(KithMatrix8 *matrix)
{
  g_free(matrix->packed);
  g_free(matrix->scales);
  g_free(matrix->bias);
}

/* Eight numbers of a row of two stripes. */
static inline const float *
stripe_row(const KithStripe stripes[2], gsize row)
{
  return row < stripes[0].rows ? stripes[0].first + row * KITH_PANEL
                               : stripes[1].first + (row - stripes[0].rows) * KITH_PANEL;
}

/* The greatest of a and b, number by number. */
#define GREATER(a, b) ((v8)(((v8i)((a) > (b)) & (v8i)(a)) | (~(v8i)((a) > (b)) & (v8i)(b))))

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
        v8 x = *(const v8 *)stripe_row(stripes, i);
        v8 up = GREATER(x, none), down = GREATER(-x, none);
        above += up;
        below += down;
        one = GREATER(one, up);
        one = GREATER(one, down);
      }
      sum = GREATER(sum, above);
      sum = GREATER(sum, below);
    }
  for (guint c = 0; c < 8; c++)
    factors[c] = one[c] > 0 ? MIN((G_MAXINT8 - 0.5f) / one[c], MOST / sum[c]) : 0;
}

void
kith_pack8(KithMatrix8 *matrix, gsize column, const KithStripe stripes[2], const float *bias, float scale,
           guint zero)
{
  const v8 magic = {12582912, 12582912, 12582912, 12582912, 12582912, 12582912, 12582912, 12582912};
  const gsize k = matrix->k;
  float factors[8];
  v8i sum = {0};
  gint8 *out = matrix->packed + column / KITH_BYTE_PANEL * KITH_BYTE_PANEL * k + column % KITH_BYTE_PANEL * 4;
  find_factors(stripes, k, factors);
  v8 factor = *(const v8 *)factors;
  for (gsize i = 0; i < k; i += 4, out += 4 * KITH_BYTE_PANEL) {
    v8i bytes = {0};
    for (gsize r = 0; r < 4; r++) {
      v8 x = *(const v8 *)stripe_row(stripes, i + r) * factor + magic;
      v8i whole = (v8i)x - (v8i)magic;
      sum += whole;
      bytes |= (whole & 0xff) << (gint32)(8 * r);
    }
    *(v8i *)out = bytes;
  }
  for (guint c = 0; c < 8; c++) {
    gsize j = column + c;
    matrix->scales[j] = factors[c] > 0 ? scale / factors[c] : 0;
    matrix->bias[j] = (bias != NULL ? bias[c] : 0) - (float)zero * (float)sum[c] * matrix->scales[j];
  }
}
