/* The network while it learns: weights in float with their moments, and gradients. */
#pragma once

#include "syntax/features.h"
#include "syntax/kernel.h"
#include "syntax/network.h"

/* Embedding tables come first among the tensors. */
enum { KITH_N_EMBEDDINGS = KITH_T_SHAPE + 1 };

typedef struct {
  KithTensorShape shape;
  gsize n;                    /* rows * cols */
  float *w, *m, *v, *mean;    /* weights, Adam's moments, running average of the weights */
  float *packed, *transposed; /* of a matrix, made by kith_net_pack */
} KithParameter;

typedef struct {
  KithSizes sizes;
  KithParameter parameters[KITH_N_TENSORS];
  const float *vectors; /* frozen, n_vectors rows, row 0 zeros; lent */
  guint64 steps;
} KithNet;

/* A network with weights drawn with the seed. */
KithNet *kith_net_new(const KithSizes *sizes, const float *vectors, guint64 seed);
void kith_net_free(KithNet *net);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithNet, kith_net_free)

/* Packs the matrices for a step. */
void kith_net_pack(KithNet *net);

typedef struct {
  float *g[KITH_N_TENSORS];
  guint8 *touched[KITH_N_EMBEDDINGS]; /* by row */
  GArray *rows[KITH_N_EMBEDDINGS];    /* guint32: rows touched */
} KithGradient;

KithGradient *kith_gradient_new(const KithNet *net);
void kith_gradient_free(KithGradient *gradient);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithGradient, kith_gradient_free)
/* Sets to zero what was touched. */
void kith_gradient_clear(KithGradient *gradient, const KithNet *net);
/* to += from */
void kith_gradient_add(KithGradient *to, const KithGradient *from, const KithNet *net);
/* The row of an embedding's gradient, marked as touched. */
float *kith_gradient_row(KithGradient *gradient, const KithNet *net, guint embedding, guint32 row);

/* One step of Adam (Kingma and Ba 2015; lazy for embeddings) at a rate, gradient clipped to norm 5, and of
 * the running average of the weights. */
void kith_net_step(KithNet *net, const KithGradient *gradient, float rate);

/* Numbers that look random (splitmix64). */
static inline guint64
kith_random(guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* In [0, 1). */
static inline float
kith_random_unit(guint64 *state)
{
  return (float)(kith_random(state) >> 40) * (1.0f / 16777216.0f);
}
