#include "train/writer.h"

#include <string.h>

#include "base/error.h"
#include "syntax/model-file.h"
#include "syntax/model.h"

/* Names, a line each. */
static void
add_names(KithModelWriter *writer, const char *section, GPtrArray *names)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < names->len; i++) {
    if (i > 0)
      g_string_append_c(text, '\n');
    g_string_append(text, g_ptr_array_index(names, i));
  }
  kith_model_writer_add(writer, section, text->str, text->len);
}

/* Factors of the rows, then the rows. */
static void
add_rows(KithModelWriter *writer, const char *section, const float *scales, const gint8 *rows, gsize n,
         gsize width)
{
  g_autofree guint8 *block = g_malloc(n * (sizeof(float) + width));
  memcpy(block, scales, n * sizeof(float));
  memcpy(block + n * sizeof(float), rows, n * width);
  kith_model_writer_add(writer, section, block, n * (sizeof(float) + width));
}

static void
add_table(KithModelWriter *writer, const char *section, const KithHashTable *table)
{
  kith_model_writer_add(writer, section, table->slots, ((gsize)table->mask + 1) * sizeof(KithHashSlot));
}

static void
add_parameter(KithModelWriter *writer, const KithParameter *p)
{
  const KithTensorShape *s = &p->shape;
  if (s->kind == KITH_TENSOR_VECTOR) {
    kith_model_writer_add(writer, s->name, p->mean, p->n * sizeof(float));
  } else if (s->kind == KITH_TENSOR_MATRIX) {
    gsize size = kith_packed_size(s->rows, s->cols);
    g_autofree float *packed = g_new(float, size);
    kith_pack(packed, p->mean, s->cols, s->rows, s->cols);
    kith_model_writer_add(writer, s->name, packed, size * sizeof(float));
  } else {
    g_autofree float *scales = g_new(float, s->rows);
    g_autofree gint8 *rows = g_new(gint8, p->n);
    for (gsize i = 0; i < s->rows; i++)
      scales[i] = kith_quantize(p->mean + i * s->cols, s->cols, rows + i * s->cols);
    add_rows(writer, s->name, scales, rows, s->rows, s->cols);
  }
}

GBytes *
kith_model_write(const KithNet *net, const KithLabels *labels, const KithLemmaRules *lemmas,
                 const char *version)
{
  KithModelWriter *writer = kith_model_writer_new();
  kith_model_writer_add(writer, "version", version, strlen(version));
  kith_model_writer_add(writer, "sizes", &net->sizes, sizeof net->sizes);
  add_names(writer, "upos", labels->upos);
  add_names(writer, "xpos", labels->xpos);
  add_names(writer, "feats", labels->feats);
  add_names(writer, "deprels", labels->deprels);
  for (guint t = 0; t < KITH_N_TENSORS; t++)
    add_parameter(writer, &net->parameters[t]);
  const KithVectors *v = labels->vectors;
  add_rows(writer, "vectors", v->scales, v->rows, v->n, v->width);
  add_table(writer, "forms", &labels->tables.forms);
  add_table(writer, "vector-words", &labels->tables.vectors);
  add_table(writer, "lists", &labels->tables.lists);
  gsize n_slots;
  g_autofree KithHashSlot *slots =
      kith_table_build((KithTableEntry *)(void *)lemmas->rules->data, lemmas->rules->len, &n_slots);
  kith_model_writer_add(writer, "lemmas", slots, n_slots * sizeof(KithHashSlot));
  add_names(writer, "scripts", lemmas->scripts);
  return kith_model_writer_finish(writer);
}

static gboolean
same_names(char **names, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    if (names[i] == NULL || strcmp(names[i], g_ptr_array_index(others, i)) != 0)
      return FALSE;
  return names[others->len] == NULL;
}

void
kith_net_restore(KithNet *net, const KithModel *model)
{
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    KithParameter *p = &net->parameters[t];
    if (p->shape.kind == KITH_TENSOR_VECTOR)
      memcpy(p->w, model->tensor[t], p->n * sizeof(float));
    else if (p->shape.kind == KITH_TENSOR_MATRIX)
      kith_unpack(p->w, p->shape.cols, model->tensor[t], p->shape.rows, p->shape.cols);
    else
      for (gsize i = 0; i < MIN(p->shape.rows, kith_tensor_shape(&model->sizes, t).rows); i++)
        kith_rows_get(&model->rows[KITH_ROWS_FORM + t], (guint32)i, (guint)p->shape.cols,
                      p->w + i * p->shape.cols);
    memcpy(p->mean, p->w, p->n * sizeof(float));
  }
}

/* The embeddings of forms from where the model has them; those it does not know become like its unknown one.
 */
static void
restore_forms(KithNet *net, const KithModel *model, GPtrArray *forms)
{
  KithParameter *p = &net->parameters[KITH_T_FORM];
  const gsize width = p->shape.cols;
  for (guint i = 0; i < forms->len; i++) {
    const char *form = g_ptr_array_index(forms, i);
    guint32 row = kith_hash_find(&model->tables.forms, kith_form_hash(form, strlen(form)), 0);
    kith_rows_get(&model->rows[KITH_ROWS_FORM], row, (guint)width, p->w + (i + 1) * width);
  }
  memcpy(p->mean, p->w, p->n * sizeof(float));
}

gboolean
kith_model_restore(const char *path, KithNet *net, const KithLabels *labels, GError **error)
{
  g_autoptr(KithModel) model = kith_model_load(path, error);
  if (model == NULL)
    return FALSE;
  KithSizes sizes = model->sizes; /* words may differ */
  sizes.n_forms = net->sizes.n_forms;
  sizes.n_vectors = net->sizes.n_vectors;
  if (memcmp(&sizes, &net->sizes, sizeof sizes) != 0 || !same_names(model->xpos, labels->xpos) ||
      !same_names(model->feats, labels->feats)) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: made of other data, or with other sizes", path);
    return FALSE;
  }
  kith_net_restore(net, model);
  restore_forms(net, model, labels->forms);
  return TRUE;
}
