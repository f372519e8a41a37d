#include "syntax/kernel.h"

#include <string.h>

extern const KithKernel kith_kernel_plain;
#ifdef __x86_64__
extern const KithKernel kith_kernel_avx2, kith_kernel_avx512, kith_kernel_fma, kith_kernel_fma512,
    kith_kernel_sse4;
#endif

#ifdef __x86_64__
static gboolean
has_avx512(void)
{
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
}
#endif

const KithKernel *const *
kith_kernels(void)
{
  static const KithKernel *found[5];
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    guint n = 0;
#ifdef __x86_64__
    const char *wish = g_getenv("KITH_SIMD");
    gboolean plain = g_strcmp0(wish, "plain") == 0, sse4 = g_strcmp0(wish, "sse4") == 0;
    if (!plain && !sse4 && g_strcmp0(wish, "avx2") != 0 && has_avx512())
      found[n++] = &kith_kernel_avx512;
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
  if (kith_kernel() == &kith_kernel_avx512 && __builtin_cpu_supports("fma"))
    return &kith_kernel_fma512;
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

void
kith_pack8(KithMatrix8 *matrix, gsize column, const KithStripe stripes[2], const float *bias, float scale,
           guint zero)
{
  kith_kernel()->pack8(matrix, column, stripes, bias, scale, zero);
}
