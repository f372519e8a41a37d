#include "syntax/network.h"

KithTensorShape
kith_tensor_shape(const KithSizes *s, KithTensor tensor)
{
  const gsize in = kith_input_width(s), word = s->word, h = s->hidden, mlp = kith_mlp_offset(s, KITH_MLP_END);
  const gsize tags = s->n_upos + s->n_xpos + s->n_feats;
  const KithTensorShape shapes[KITH_N_TENSORS] = {
      [KITH_T_FORM] = {"form", KITH_TENSOR_EMBEDDING, s->n_forms, s->form},
      [KITH_T_AFFIX] = {"affix", KITH_TENSOR_EMBEDDING, s->n_affixes, s->affix},
      [KITH_T_SHAPE] = {"shape", KITH_TENSOR_EMBEDDING, s->n_shapes, s->shape},
      [KITH_T_IN] = {"in", KITH_TENSOR_MATRIX, in, KITH_N_PIECES * word},
      [KITH_T_IN_BIAS] = {"in-bias", KITH_TENSOR_VECTOR, 1, KITH_N_PIECES * word},
      [KITH_T_NORM_GAIN] = {"norm-gain", KITH_TENSOR_VECTOR, 1, word},
      [KITH_T_NORM_BIAS] = {"norm-bias", KITH_TENSOR_VECTOR, 1, word},
      [KITH_T_X1] = {"x1", KITH_TENSOR_MATRIX, word, 8 * h},
      [KITH_T_BIAS1] = {"bias1", KITH_TENSOR_VECTOR, 1, 8 * h},
      [KITH_T_FORWARD1] = {"forward1", KITH_TENSOR_MATRIX, h, 4 * h},
      [KITH_T_BACKWARD1] = {"backward1", KITH_TENSOR_MATRIX, h, 4 * h},
      [KITH_T_X2] = {"x2", KITH_TENSOR_MATRIX, 2 * h, 8 * h},
      [KITH_T_BIAS2] = {"bias2", KITH_TENSOR_VECTOR, 1, 8 * h},
      [KITH_T_FORWARD2] = {"forward2", KITH_TENSOR_MATRIX, h, 4 * h},
      [KITH_T_BACKWARD2] = {"backward2", KITH_TENSOR_MATRIX, h, 4 * h},
      [KITH_T_MLP] = {"mlp", KITH_TENSOR_MATRIX, 2 * h, mlp},
      [KITH_T_MLP_BIAS] = {"mlp-bias", KITH_TENSOR_VECTOR, 1, mlp},
      [KITH_T_TAGS] = {"tags", KITH_TENSOR_MATRIX, s->tag, tags},
      [KITH_T_TAGS_BIAS] = {"tags-bias", KITH_TENSOR_VECTOR, 1, tags},
      [KITH_T_NAMES] = {"names", KITH_TENSOR_MATRIX, s->name, KITH_N_NAME_TAGS},
      [KITH_T_NAMES_BIAS] = {"names-bias", KITH_TENSOR_VECTOR, 1, KITH_N_NAME_TAGS},
      [KITH_T_CRF] = {"crf", KITH_TENSOR_VECTOR, KITH_N_NAME_TAGS, KITH_N_NAME_TAGS},
      [KITH_T_ARC] = {"arc", KITH_TENSOR_MATRIX, s->arc, s->arc},
      [KITH_T_ARC_HEAD] = {"arc-head", KITH_TENSOR_VECTOR, 1, s->arc},
      [KITH_T_ARC_ROOT] = {"arc-root", KITH_TENSOR_VECTOR, 1, s->arc},
      [KITH_T_ARC_DISTANCE] = {"arc-distance", KITH_TENSOR_VECTOR, 1, KITH_N_DISTANCES},
      [KITH_T_LABEL] = {"label", KITH_TENSOR_MATRIX, s->label, s->n_deprels},
      [KITH_T_LABEL_BIAS] = {"label-bias", KITH_TENSOR_VECTOR, 1, s->n_deprels},
      [KITH_T_LABEL_DISTANCE] = {"label-distance", KITH_TENSOR_VECTOR, KITH_N_DISTANCES, s->label},
  };
  return shapes[tensor];
}

gboolean
kith_name_may_follow(guint from, guint to)
{
  gboolean open = from != G_MAXUINT && from != KITH_TAG_O && (from - 1) % 4 < 2; /* after B or I */
  gboolean goes_on = to != G_MAXUINT && to != KITH_TAG_O && ((to - 1) % 4 == 1 || (to - 1) % 4 == 2);
  if (open != goes_on)
    return FALSE;
  return !open || (from - 1) / 4 == (to - 1) / 4;
}
