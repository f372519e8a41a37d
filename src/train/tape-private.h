/* The buffers of a run, shared by its forward and backward halves. */
#pragma once

#include "train/tape.h"

/* A buffer of floats that grows. */
typedef struct {
  float *data;
  gsize size;
} TapeBuffer;

/* One recurrent layer. Rows lie step by step; columns of the two directions side by side. */
typedef struct {
  TapeBuffer gates;     /* [rows][8 hidden]: activations, then gradients */
  TapeBuffer cells[2];  /* [rows][hidden] */
  TapeBuffer before[2]; /* [rows][hidden]: the output of the step before, masked; zero at the start */
  TapeBuffer mask[2];   /* [sentences][hidden] */
  TapeBuffer out, dout; /* [rows][2 hidden] */
} TapeLayer;

struct _KithTape {
  const KithNet *net;
  const KithSubstitutes *substitutes;
  const KithKernel *kernel;
  const KithExample *const *examples;
  guint n, steps;
  gsize rows;
  guint64 seed;
  float scale;
  float names_weight;
  float share; /* of the advice given; 0: learn */
  double *losses;
  KithGradient *gradient;
  GArray *starts;    /* guint32 by step: its first row */
  GArray *features;  /* KithFeatures by row, after dropout */
  GByteArray *picks; /* piece that won, [rows][word] */
  TapeBuffer input, pieces, normal, spread, word, low_in;
  TapeBuffer word_mask, between_mask, top_mask, mlp_mask;
  TapeLayer layers[2];
  TapeBuffer top, mlp, dmlp, tags, names, dnames, arcs, darcs;
  TapeBuffer table, dtable, scores, turned, hidden, dhidden, label_scores;
  TapeBuffer packed, transposed, delta, recurrent[2];
};

float *kith_tape_room(TapeBuffer *buffer, gsize n);

static inline gsize
kith_padded(gsize n)
{
  return (n + KITH_PANEL - 1) / KITH_PANEL * KITH_PANEL;
}

static inline gsize
kith_tape_row(const KithTape *tape, guint sentence, guint step)
{
  return g_array_index(tape->starts, guint32, step) + sentence;
}

/* c = a * W (+ c) */
void kith_tape_multiply(KithTape *tape, gsize m, const float *a, gsize lda, KithTensor matrix, float *c,
                        gsize ldc, gboolean accumulate);
/* Given the gradient dc of a * W: adds to that of W, and where da is not NULL sets it (or adds). */
void kith_tape_back(KithTape *tape, gsize m, const float *a, gsize lda, KithTensor matrix, const float *dc,
                    gsize ldc, float *da, gsize ldda, gboolean accumulate);
/* Adds the sums of dc's columns to the gradient of a bias. */
void kith_tape_back_bias(KithTape *tape, gsize m, KithTensor bias, const float *dc, gsize ldc);

/* The losses of the heads, from tape->top and tape->mlp to tape->dmlp. */
void kith_tape_heads(KithTape *tape);
