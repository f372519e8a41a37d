/* The arithmetic of the network. Every kernel exists once in C with vector types and is compiled for the
 * plain machine, for SSE4, for AVX2 and for AVX-512; all of them add up in the same order without fused
 * operations, so their results are the same bytes. */
#pragma once

#include <glib.h>

/* The width of a panel of packed columns. */
enum { KITH_PANEL = 16 };
/* The greatest whole number that a quantised weight or activation has: 11 bits and a sign. */
enum { KITH_UNIT = 2047 };

/* Bytes: the greatest activation, the one that stands for 0 where there are negative ones, and how many
 * products are added up in 16 bits, half of them in each sum. */
enum { KITH_BYTE_UNIT = 127, KITH_BYTE_ZERO = 64, KITH_BYTE_GROUP = 32 };
/* The width of a panel of their columns; the four gates of eight units fill one. */
enum { KITH_BYTE_PANEL = 32 };
/* 1 as an input to gates. */
enum { KITH_GATE_UNIT = 2048 };

/* A matrix in bytes, for gemm8. */
typedef struct {
  gint8 *packed;
  float *scales, *bias; /* by column; columns are rounded up to a panel */
  gsize k, n;
} KithMatrix8;

/* Some rows of eight columns of a packed matrix. */
typedef struct {
  const float *first; /* rows are KITH_PANEL apart */
  gsize rows;
} KithStripe;

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
  /* The same product as gemm in whole numbers: c = a * b * row scale * column scale. k is even and at most
   * 512, so that no sum overflows. */
  void (*gemm16)(gsize m, gsize n, gsize k, const gint16 *a, gsize lda, const float *row_scales,
                 const gint16 *b, const float *column_scales, float *c, gsize ldc, gboolean accumulate);
  /* Rounds a row to whole numbers of at most KITH_UNIT; the scale that brings them back. */
  float (*quantize)(const float *x, gsize n, gint16 *out);
  /* Rounds numbers times a factor, those out of range to its ends. n is a multiple of 8. */
  void (*round16)(const float *x, float factor, gsize n, gint16 *out);
  /* The same product in bytes: c = a * b * row scale * scale + bias, of numbers from 0 to KITH_BYTE_UNIT and
   * a matrix made by kith_pack8. Without row_scales they are 1. c has room for n rounded up to a panel. k is
   * a multiple of 4 and at most 1024. */
  void (*gemm8)(gsize m, gsize n, gsize k, const guint8 *a, gsize lda, const float *row_scales,
                const gint8 *b, const float *scales, const float *bias, float *c, gsize ldc);
  /* One step of eight units of an LSTM for m words: gates [m][KITH_BYTE_PANEL], to which is added what stands
   * at the offset of each word's inputs (KITH_GATE_UNIT for 1; NULL: nothing) and whose next ones are fetched
   * ahead; cells [m][stride], in and out; out [m][ldo] from 1 to KITH_BYTE_UNIT, KITH_BYTE_ZERO for 0. */
  void (*lstm8)(gsize m, const float *gates, const gint16 *const *inputs, const gint16 *const *next,
                gsize offset, float *cells, gsize stride, guint8 *out, gsize ldo);
  /* Rounds a row, what is below 0 to 0 and its greatest number to KITH_BYTE_UNIT; the scale that brings them
   * back. n is a multiple of 8. */
  float (*quantize_bytes)(const float *x, gsize n, guint8 *out);
  /* kith_pack8 */
  void (*pack8)(KithMatrix8 *matrix, gsize column, const KithStripe stripes[2], const float *bias,
                float scale, guint zero);
  /* One Adam step of n weights. */
  void (*adam)(float *w, float *m, float *v, const float *g, const KithAdam *adam, gsize n);
} KithKernel;

/* The best kernels of this machine; KITH_SIMD=plain, sse4 or avx2 in the environment asks for no better ones.
 */
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

/* Room for a k x n matrix, to be filled stripe by stripe. k is a multiple of 8. */
void kith_matrix8_init(KithMatrix8 *matrix, gsize k, gsize n);
void kith_matrix8_clear(KithMatrix8 *matrix);
/* Rounds eight columns, which are two stripes one above the other, and makes them columns `column` to
 * column + 7. Their factor is the greatest by which no group's sum in 16 bits can overflow, whatever the
 * activations. `bias` (8 numbers, or NULL) is theirs; scale is that of an activation of 1; zero the
 * activation that stands for 0, whose share is taken off the bias. */
void kith_pack8(KithMatrix8 *matrix, gsize column, const KithStripe stripes[2], const float *bias,
                float scale, guint zero);

/* The reverse of kith_pack. */
void kith_unpack(float *b, gsize ldb, const float *packed, gsize k, gsize n);

/* Packs the transpose of b[n][k]. */
void kith_pack_transposed(float *packed, const float *b, gsize ldb, gsize k, gsize n);
