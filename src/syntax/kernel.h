/* The arithmetic of the network. Every kernel exists once in C with vector types and is compiled for the
 * plain machine and for AVX2; all of them add up in the same order without fused operations, so their results
 * are the same bytes. */
#pragma once

#include <glib.h>

/* The width of a panel of packed columns. */
enum { KITH_PANEL = 16 };
/* The greatest whole number that a quantised weight or activation has: 11 bits and a sign. */
enum { KITH_UNIT = 2047 };

typedef struct {
  float rate, beta1, beta2, correction1, correction2, epsilon;
} KithAdam;

typedef struct {
  const char *name;
  /* c[m][n] = (accumulate ? c : 0) + a[m][k] * b[k][n], b packed. Strides in floats. c has room for n rounded
   * up to a panel. */
  void (*gemm)(gsize m, gsize n, gsize k, const float *a, gsize lda, const float *b, float *c, gsize ldc,
               gboolean accumulate);
  /* One step of an LSTM for one word: gates [4][h] (input, forget, candidate, output) are replaced by their
   * activations; c_prev NULL is zero. h is a multiple of 8. */
  void (*lstm)(float *gates, const float *c_prev, float *c, float *out, gsize h);
  /* Its gradient: gates are the activations and become the gradient before activation; dc is in and out. */
  void (*lstm_back)(float *gates, const float *c_prev, const float *c, const float *dout, float *dc, gsize h);
  /* x[i] = exp(x[i] - max x); the sum. */
  float (*softmax)(float *x, gsize n);
  /* y += x * factor */
  void (*axpy)(float *y, const float *x, float factor, gsize n);
  /* x = max(x, 0) */
  void (*relu)(float *x, gsize n);
  float (*dot)(const float *x, const float *y, gsize n);
  /* The same product as gemm in whole numbers: c = a * b * row scale * column scale. Without row_scales every
   * row is one of numbers within +-1 times KITH_UNIT. k is even and at most 512, so that no sum overflows. */
  void (*gemm16)(gsize m, gsize n, gsize k, const gint16 *a, gsize lda, const float *row_scales,
                 const gint16 *b, const float *column_scales, float *c, gsize ldc, gboolean accumulate);
  /* lstm whose output is whole numbers, KITH_UNIT for 1; gates are left as they are. */
  void (*lstm16)(const float *gates, const float *c_prev, float *c, gint16 *out, gsize h);
  /* Rounds a row to whole numbers of at most KITH_UNIT; the scale that brings them back. */
  float (*quantize)(const float *x, gsize n, gint16 *out);
  /* One Adam step of n weights. */
  void (*adam)(float *w, float *m, float *v, const float *g, const KithAdam *adam, gsize n);
} KithKernel;

/* The best kernels of this machine; KITH_SIMD=plain in the environment asks for the plain ones. */
const KithKernel *kith_kernel(void);
/* All that can run here, ended by NULL. */
const KithKernel *const *kith_kernels(void);

/* Those for learning: with fused operations where the machine has them, so that a training run gives the same
 * bytes on machines of one kind only. */
const KithKernel *kith_kernel_for_training(void);

/* Number of floats of a packed k x n matrix. */
static inline gsize
kith_packed_size(gsize k, gsize n)
{
  return (n + KITH_PANEL - 1) / KITH_PANEL * KITH_PANEL * k;
}

/* Packs b[k][n] (row stride ldb) into panels of 16 columns; the last is filled up with zeros. */
void kith_pack(float *packed, const float *b, gsize ldb, gsize k, gsize n);
/* Rounds a packed matrix to whole numbers, pairs of rows side by side as gemm16 reads them; scales has room
 * for n rounded up to a panel. k is even. */
void kith_pack16(gint16 *packed16, float *scales, const float *packed, gsize k, gsize n);

/* The reverse of kith_pack. */
void kith_unpack(float *b, gsize ldb, const float *packed, gsize k, gsize n);

/* Packs the transpose of b[n][k]. */
void kith_pack_transposed(float *packed, const float *b, gsize ldb, gsize k, gsize n);
