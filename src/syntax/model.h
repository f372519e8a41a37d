/* A model in memory: views of its file. For the syntax stage and its trainer. */
#pragma once

#include "syntax/analyzer.h"
#include "syntax/features.h"
#include "syntax/kernel.h"
#include "syntax/lemma.h"

/* Rows of 8-bit numbers, each row with its factor. */
typedef struct {
  const float *scales;
  const gint8 *rows;
} KithRows;

/* A matrix in whole numbers (see kith_pack16). */
typedef struct {
  gint16 *packed;
  float *scales;
} KithMatrix16;

/* The matrices in bytes. An LSTM's takes a word's input and the output before it side by side (in the first
 * layer just the output); its columns are the four gates of eight units after those of the eight before. */
typedef enum {
  KITH_M_FORWARD1,
  KITH_M_BACKWARD1,
  KITH_M_FORWARD2,
  KITH_M_BACKWARD2,
  KITH_M_MLP,
  KITH_M_TAGS,
  KITH_M_NAMES,
  KITH_M_ARC,
  KITH_M_LABEL,
  KITH_N_MATRICES
} KithModelMatrix;

enum { KITH_ROWS_FORM, KITH_ROWS_AFFIX, KITH_ROWS_SHAPE, KITH_ROWS_VECTOR, KITH_N_ROWS };

/* A thread's buffers and the forms that it knows (analyzer.c). */
typedef struct _KithAnalyst KithAnalyst;
void kith_analyst_free(KithAnalyst *analyst);

/* Those of threads that are done, for the next document. */
typedef struct {
  GMutex lock;
  GPtrArray *analysts;
} KithIdle;

struct _KithModel {
  GBytes *bytes;
  char *version;
  KithSizes sizes;
  const float *tensor[KITH_N_TENSORS]; /* matrices packed, vectors plain; embeddings are in rows */
  /* made when the model is loaded: */
  KithMatrix16 in, x1;
  KithMatrix8 matrix[KITH_N_MATRICES];
  KithRows rows[KITH_N_ROWS];
  KithFormTables tables;
  KithLemmas lemmas;
  char **xpos, **feats;   /* names of labels */
  guint8 *upos, *deprels; /* labels as KithUpos and KithDeprel */
  char **scripts;
  KithIdle *idle;
};

/* A model out of the bytes of a file; path is for messages. The bytes are referenced. */
KithModel *kith_model_new_from_bytes(GBytes *bytes, const char *path, GError **error);

/* Rounds the tensors to the matrices of whole numbers. */
void kith_model_pack(KithModel *model);
void kith_model_unpack(KithModel *model);

/* row[0..width) of embeddings += nothing, = its numbers. */
static inline void
kith_rows_get(const KithRows *rows, guint32 row, guint width, float *out)
{
  const gint8 *from = rows->rows + (gsize)row * width;
  for (guint i = 0; i < width; i++)
    out[i] = rows->scales[row] * (float)from[i];
}

/* The input of the network for a form: all its embeddings side by side, kith_input_width() numbers. */
void kith_model_input(const KithModel *model, const char *form, float *out);
