/* The matrices in whole numbers that a model is run with. */
#include <string.h>

#include "syntax/model.h"

static void
pack_whole(const KithModel *model, KithTensor tensor, KithMatrix16 *matrix)
{
  KithTensorShape shape = kith_tensor_shape(&model->sizes, tensor);
  gsize n = kith_packed_size(shape.rows, shape.cols);
  matrix->packed = g_new(gint16, n);
  matrix->scales = g_new(float, n / shape.rows);
  kith_pack16(matrix->packed, matrix->scales, model->tensor[tensor], shape.rows, shape.cols);
}

/* Eight columns of a tensor. */
static KithStripe
stripe(const KithModel *model, KithTensor tensor, gsize column)
{
  gsize rows = kith_tensor_shape(&model->sizes, tensor).rows;
  return (KithStripe){model->tensor[tensor] + column / KITH_PANEL * KITH_PANEL * rows + column % KITH_PANEL,
                      rows};
}

/* Input (below KITH_T_X2: none) and recurrent weights of one direction of a layer. */
static void
pack_lstm(KithModel *model, KithModelMatrix which, KithTensor recurrent, gboolean second, gboolean backward)
{
  const gsize h = model->sizes.hidden, from = backward ? 4 * h : 0;
  KithMatrix8 *matrix = &model->matrix[which];
  kith_matrix8_init(matrix, second ? 3 * h : h, 4 * h);
  for (gsize unit = 0; unit < h; unit += 8)
    for (gsize gate = 0; gate < 4; gate++) {
      gsize source = gate * h + unit;
      KithStripe none = {NULL, 0}, own = stripe(model, recurrent, source);
      KithStripe input = second ? stripe(model, KITH_T_X2, from + source) : none;
      const float *bias = second ? model->tensor[KITH_T_BIAS2] + from + source : NULL;
      kith_pack8(matrix, unit * 4 + gate * 8, (KithStripe[2]){input, own}, bias,
                 1.0f / (KITH_BYTE_UNIT - KITH_BYTE_ZERO), KITH_BYTE_ZERO);
    }
}

/* The matrix of a head; its bias NULL or a tensor. */
static void
pack_head(KithModel *model, KithModelMatrix which, KithTensor tensor, const float *bias, float scale,
          guint zero)
{
  KithTensorShape shape = kith_tensor_shape(&model->sizes, tensor);
  KithMatrix8 *matrix = &model->matrix[which];
  kith_matrix8_init(matrix, shape.rows, shape.cols);
  for (gsize j = 0; j < shape.cols; j += 8) {
    float part[8] = {0};
    if (bias != NULL)
      memcpy(part, bias + j, MIN(shape.cols - j, 8) * sizeof(float));
    kith_pack8(matrix, j, (KithStripe[2]){stripe(model, tensor, j), {NULL, 0}}, part, scale, zero);
  }
}

void
kith_model_pack(KithModel *model)
{
  pack_whole(model, KITH_T_IN, &model->in);
  pack_whole(model, KITH_T_X1, &model->x1);
  pack_lstm(model, KITH_M_FORWARD1, KITH_T_FORWARD1, FALSE, FALSE);
  pack_lstm(model, KITH_M_BACKWARD1, KITH_T_BACKWARD1, FALSE, TRUE);
  pack_lstm(model, KITH_M_FORWARD2, KITH_T_FORWARD2, TRUE, FALSE);
  pack_lstm(model, KITH_M_BACKWARD2, KITH_T_BACKWARD2, TRUE, TRUE);
  pack_head(model, KITH_M_MLP, KITH_T_MLP, model->tensor[KITH_T_MLP_BIAS],
            1.0f / (KITH_BYTE_UNIT - KITH_BYTE_ZERO), KITH_BYTE_ZERO);
  pack_head(model, KITH_M_TAGS, KITH_T_TAGS, model->tensor[KITH_T_TAGS_BIAS], 1, 0);
  pack_head(model, KITH_M_NAMES, KITH_T_NAMES, model->tensor[KITH_T_NAMES_BIAS], 1, 0);
  pack_head(model, KITH_M_ARC, KITH_T_ARC, NULL, 1, 0);
  pack_head(model, KITH_M_LABEL, KITH_T_LABEL, model->tensor[KITH_T_LABEL_BIAS], 1, 0);
}

void
kith_model_unpack(KithModel *model)
{
  KithMatrix16 *const whole[] = {&model->in, &model->x1};
  for (gsize i = 0; i < G_N_ELEMENTS(whole); i++) {
    g_free(whole[i]->packed);
    g_free(whole[i]->scales);
  }
  for (guint i = 0; i < KITH_N_MATRICES; i++)
    kith_matrix8_clear(&model->matrix[i]);
}
