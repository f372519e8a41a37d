/* The network's shape: sizes, tensors and features, shared by those who run it and those who train it.
 *
 * A word's form gives embeddings (form, prefixes and suffixes, shape, frozen word vector), which a linear
 * layer with maxout and layer normalisation joins; two layers of bidirectional LSTM read the sentence; heads
 * on top give tags, biaffine arcs (Dozat and Manning 2017), relations by an additive scorer and names by a
 * linear-chain CRF. */
#pragma once

#include "base/api.h"

enum {
  KITH_N_AFFIXES = 8, /* prefixes and suffixes of 1 to 4 characters */
  KITH_N_PIECES = 3,  /* of the maxout */
  KITH_N_DISTANCES = 24,
  KITH_N_NAME_TAGS = 17, /* O, and B I E S of each type of name */
};

/* Sizes; all but the counts of labels and rows are multiples of 8. */
typedef struct {
  guint form, affix, shape, vector; /* widths of embeddings */
  guint n_forms, n_affixes, n_shapes, n_vectors;
  guint word;                  /* width of the joined word */
  guint hidden;                /* of an LSTM, per direction */
  guint tag, arc, label, name; /* widths of the heads' layers */
  guint n_upos, n_xpos, n_feats, n_deprels;
} KithSizes;

typedef enum { KITH_TENSOR_MATRIX, KITH_TENSOR_VECTOR, KITH_TENSOR_EMBEDDING } KithTensorKind;

typedef enum {
  KITH_T_FORM,
  KITH_T_AFFIX,
  KITH_T_SHAPE, /* embeddings */
  KITH_T_IN,
  KITH_T_IN_BIAS, /* input x 3 word */
  KITH_T_NORM_GAIN,
  KITH_T_NORM_BIAS,
  KITH_T_X1,
  KITH_T_BIAS1,
  KITH_T_FORWARD1,
  KITH_T_BACKWARD1, /* word x 8 hidden; hidden x 4 hidden */
  KITH_T_X2,
  KITH_T_BIAS2,
  KITH_T_FORWARD2,
  KITH_T_BACKWARD2,
  KITH_T_MLP,
  KITH_T_MLP_BIAS, /* 2 hidden x (tag, arc, arc, label, label, name) */
  KITH_T_TAGS,
  KITH_T_TAGS_BIAS, /* tag x (upos, xpos, feats) */
  KITH_T_NAMES,
  KITH_T_NAMES_BIAS,
  KITH_T_CRF,
  KITH_T_ARC,
  KITH_T_ARC_HEAD,
  KITH_T_ARC_ROOT,
  KITH_T_ARC_DISTANCE,
  KITH_T_LABEL,
  KITH_T_LABEL_BIAS,
  KITH_T_LABEL_DISTANCE,
  KITH_N_TENSORS
} KithTensor;

typedef struct {
  const char *name;
  KithTensorKind kind;
  gsize rows, cols;
} KithTensorShape;

/* The shape of a tensor in a network of these sizes. */
KithTensorShape kith_tensor_shape(const KithSizes *sizes, KithTensor tensor);

/* Where each part begins in the input of a word and in the layer below the heads. */
static inline guint
kith_input_width(const KithSizes *s)
{
  return s->form + KITH_N_AFFIXES * s->affix + s->shape + s->vector;
}

enum {
  KITH_MLP_TAG,
  KITH_MLP_ARC_DEP,
  KITH_MLP_ARC_HEAD,
  KITH_MLP_NAME,
  KITH_MLP_LABEL_DEP,
  KITH_MLP_LABEL_HEAD,
  KITH_MLP_END
};
/* The first column of a part of the layer below the heads; the end is its width. The two label parts come
 * last: they are linear, the others rectified. */
static inline guint
kith_mlp_offset(const KithSizes *s, guint part)
{
  const guint widths[] = {s->tag, s->arc, s->arc, s->name, s->label, s->label};
  guint offset = 0;
  for (guint i = 0; i < part; i++)
    offset += widths[i];
  return offset;
}

/* The bucket of the distance from a word to its head; the last is the root's. */
static inline guint
kith_distance_bucket(gint32 word, gint32 head)
{
  if (head < 0)
    return KITH_N_DISTANCES - 1;
  gint32 d = head - word, a = ABS(d);
  guint bucket = a <= 5    ? (guint)a - 1
                 : a <= 7  ? 5
                 : a <= 10 ? 6
                 : a <= 15 ? 7
                 : a <= 25 ? 8
                 : a <= 40 ? 9
                           : 10;
  return d < 0 ? bucket : 11 + bucket;
}

/* Names as tags. */
enum { KITH_TAG_O = 0 };
static inline guint
kith_name_tag(guint type, char part) /* type from 1; part of "BIES" */
{
  return 1 + 4 * (type - 1) + (part == 'B' ? 0 : part == 'I' ? 1 : part == 'E' ? 2 : 3);
}

/* Whether one tag may follow another; from or to G_MAXUINT is the sentence's edge. */
gboolean kith_name_may_follow(guint from, guint to);
