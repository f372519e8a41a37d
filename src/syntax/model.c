#include "syntax/model.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "syntax/model-file.h"

typedef struct {
  KithModel *model;
  const guint8 *data;
  const char *path;
  GError **error;
} Loader;

static gboolean
bad_section(const Loader *l, const char *name)
{
  g_set_error(l->error, KITH_ERROR, KITH_ERROR_MODEL,
              "%s: damaged model: section '%s' is missing or has a wrong size", l->path, name);
  return FALSE;
}

/* A section that must have this size. */
static const void *
section(const Loader *l, const char *name, gsize size)
{
  gsize found;
  const void *data = kith_model_file_section(l->data, name, &found);
  if (data == NULL || found != size) {
    bad_section(l, name);
    return NULL;
  }
  return data;
}

/* A section of text, copied; NULL if missing. */
static char *
text_section(const Loader *l, const char *name)
{
  gsize size;
  const char *text = kith_model_file_section(l->data, name, &size);
  if (text == NULL || !g_utf8_validate_len(text, size, NULL)) {
    bad_section(l, name);
    return NULL;
  }
  return g_strndup(text, size);
}

/* A section of n names, a line each. */
static char **
names_section(const Loader *l, const char *name, guint n)
{
  g_autofree char *text = text_section(l, name);
  if (text == NULL)
    return NULL;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  if (g_strv_length(lines) != n) {
    bad_section(l, name);
    return NULL;
  }
  return g_steal_pointer(&lines);
}

static gboolean
load_table(const Loader *l, const char *name, KithHashTable *table)
{
  gsize size;
  table->slots = kith_model_file_section(l->data, name, &size);
  gsize n = size / sizeof(KithHashSlot);
  if (table->slots == NULL || n == 0 || (n & (n - 1)) != 0 || n > G_MAXUINT32 ||
      n * sizeof(KithHashSlot) != size)
    return bad_section(l, name);
  table->mask = (guint32)(n - 1);
  return TRUE;
}

static gboolean
load_rows(const Loader *l, const char *name, gsize n, gsize width, KithRows *rows)
{
  const void *data = section(l, name, n * (sizeof(float) + width));
  if (data == NULL)
    return FALSE;
  rows->scales = data;
  rows->rows = (const gint8 *)data + n * sizeof(float);
  return TRUE;
}

/* Whether sizes are such that no product of them overflows and every kernel can run. */
static gboolean
check_sizes(const KithSizes *s)
{
  const guint widths[] = {s->form, s->affix, s->shape, s->word, s->hidden, s->tag, s->arc, s->label, s->name};
  for (gsize i = 0; i < G_N_ELEMENTS(widths); i++)
    if (widths[i] == 0 || widths[i] % 8 != 0 || widths[i] > 4096)
      return FALSE;
  const guint counts[] = {s->vector, s->n_forms, s->n_affixes, s->n_shapes, s->n_vectors,
                          s->n_upos, s->n_xpos,  s->n_feats,   s->n_deprels};
  for (gsize i = 0; i < G_N_ELEMENTS(counts); i++)
    if (counts[i] == 0 || counts[i] > 1 << 24)
      return FALSE;
  /* the kernels hold sums of 512 products of 12 bits, and 1024 of bytes */
  return s->vector <= 4096 && kith_input_width(s) % 2 == 0 && kith_input_width(s) <= 512 && s->word <= 512 &&
         2 * s->hidden <= 512 && s->tag <= 512 && s->arc <= 512 && s->label <= 512 && s->name <= 512;
}

static gboolean
load_tensors(const Loader *l)
{
  KithModel *model = l->model;
  const KithSizes *s = &model->sizes;
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    KithTensorShape shape = kith_tensor_shape(s, t);
    if (shape.kind == KITH_TENSOR_EMBEDDING) {
      if (!load_rows(l, shape.name, shape.rows, shape.cols, &model->rows[KITH_ROWS_FORM + (t - KITH_T_FORM)]))
        return FALSE;
      continue;
    }
    gsize n =
        shape.kind == KITH_TENSOR_MATRIX ? kith_packed_size(shape.rows, shape.cols) : shape.rows * shape.cols;
    model->tensor[t] = section(l, shape.name, n * sizeof(float));
    if (model->tensor[t] == NULL)
      return FALSE;
  }
  return load_rows(l, "vectors", s->n_vectors, s->vector, &model->rows[KITH_ROWS_VECTOR]);
}

static gboolean
load_labels(const Loader *l)
{
  KithModel *model = l->model;
  const KithSizes *s = &model->sizes;
  g_auto(GStrv) upos = names_section(l, "upos", s->n_upos);
  g_auto(GStrv) deprels = upos ? names_section(l, "deprels", s->n_deprels) : NULL;
  model->xpos = deprels ? names_section(l, "xpos", s->n_xpos) : NULL;
  model->feats = model->xpos ? names_section(l, "feats", s->n_feats) : NULL;
  if (model->feats == NULL)
    return FALSE;
  model->upos = g_new(guint8, s->n_upos);
  for (guint i = 0; i < s->n_upos; i++)
    model->upos[i] = (guint8)kith_upos_parse(upos[i]);
  model->deprels = g_new(guint8, s->n_deprels);
  for (guint i = 0; i < s->n_deprels; i++)
    model->deprels[i] = (guint8)kith_deprel_parse(deprels[i]);
  g_autofree char *scripts = text_section(l, "scripts");
  if (scripts == NULL || !load_table(l, "lemmas", &model->lemmas.rules))
    return FALSE;
  model->scripts = g_strsplit(scripts, "\n", -1);
  model->lemmas.scripts = (const char *const *)model->scripts;
  model->lemmas.n_scripts = g_strv_length(model->scripts);
  return TRUE;
}

KithModel *
kith_model_new_from_bytes(GBytes *bytes, const char *path, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data(bytes, &size);
  if (!kith_model_file_check(data, size, path, error))
    return NULL;
  g_autoptr(KithModel) model = g_new0(KithModel, 1);
  model->bytes = g_bytes_ref(bytes);
  model->idle = g_new0(KithIdle, 1);
  g_mutex_init(&model->idle->lock);
  model->idle->analysts = g_ptr_array_new_with_free_func((GDestroyNotify)kith_analyst_free);
  Loader loader = {model, data, path, error};
  const KithSizes *sizes = section(&loader, "sizes", sizeof(KithSizes));
  if (sizes == NULL)
    return NULL;
  model->sizes = *sizes;
  if (!check_sizes(sizes)) {
    bad_section(&loader, "sizes");
    return NULL;
  }
  model->version = text_section(&loader, "version");
  if (model->version == NULL || !load_tensors(&loader) || !load_labels(&loader) ||
      !load_table(&loader, "forms", &model->tables.forms) ||
      !load_table(&loader, "vector-words", &model->tables.vectors) ||
      !load_table(&loader, "lists", &model->tables.lists))
    return NULL;
  kith_model_pack(model);
  return g_steal_pointer(&model);
}

KithModel *
kith_model_load(const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = kith_file_map(path, error);
  if (bytes == NULL)
    return NULL;
  return kith_model_new_from_bytes(bytes, path, error);
}

void
kith_model_free(KithModel *model)
{
  if (model == NULL)
    return;
  g_ptr_array_unref(model->idle->analysts);
  g_mutex_clear(&model->idle->lock);
  g_free(model->idle);
  g_bytes_unref(model->bytes);
  kith_model_unpack(model);
  g_free(model->version);
  g_strfreev(model->xpos);
  g_strfreev(model->feats);
  g_strfreev(model->scripts);
  g_free(model->upos);
  g_free(model->deprels);
  g_free(model);
}

const char *
kith_model_version(const KithModel *model)
{
  return model->version;
}

void
kith_model_input(const KithModel *model, const char *form, float *out)
{
  const KithSizes *s = &model->sizes;
  KithFeatures f;
  kith_features_get(s, &model->tables, form, &f);
  kith_rows_get(&model->rows[KITH_ROWS_FORM], f.form, s->form, out);
  out += s->form;
  for (guint i = 0; i < KITH_N_AFFIXES; i++, out += s->affix)
    kith_rows_get(&model->rows[KITH_ROWS_AFFIX], f.affix[i], s->affix, out);
  kith_rows_get(&model->rows[KITH_ROWS_SHAPE], f.shape, s->shape, out);
  kith_rows_get(&model->rows[KITH_ROWS_VECTOR], f.vector, s->vector, out + s->shape);
}
