#include "syntax/forms.h"

#include <string.h>

enum {
  BLOCK = 96,       /* forms that are worked out together */
  CHUNK = 256,      /* rows that lie side by side */
  MAX_ROWS = 16384, /* that are kept from one window to the next */
};

struct _KithForms {
  const KithModel *model;
  const KithKernel *kernel;
  GHashTable *rows;    /* form -> row + 1 */
  GStringChunk *names; /* of the forms */
  GPtrArray *forms;    /* by row */
  GPtrArray *chunks;   /* gint16 [CHUNK][8 hidden] */
  guint n_done;        /* rows that are filled in */
  float *input, *joined, *word, *gates, *scales;
  gint16 *rounded;
};

static gsize
padded(gsize n)
{
  return (n + KITH_PANEL - 1) / KITH_PANEL * KITH_PANEL;
}

KithForms *
kith_forms_new(const KithModel *model)
{
  const KithSizes *s = &model->sizes;
  const gsize in = kith_input_width(s);
  KithForms *forms = g_new0(KithForms, 1);
  forms->model = model;
  forms->kernel = kith_kernel();
  forms->rows = g_hash_table_new(g_str_hash, g_str_equal);
  forms->names = g_string_chunk_new(4096);
  forms->forms = g_ptr_array_new();
  forms->chunks = g_ptr_array_new_with_free_func(g_aligned_free);
  forms->input = g_new(float, BLOCK *in);
  forms->joined = g_new(float, BLOCK *padded(KITH_N_PIECES * (gsize)s->word));
  forms->word = g_new(float, BLOCK *(gsize)s->word);
  forms->gates = g_new(float, BLOCK * 8 * (gsize)s->hidden);
  forms->scales = g_new(float, BLOCK);
  forms->rounded = g_new(gint16, BLOCK * MAX(in, s->word));
  return forms;
}

void
kith_forms_free(KithForms *forms)
{
  if (forms == NULL)
    return;
  g_hash_table_unref(forms->rows);
  g_string_chunk_free(forms->names);
  g_ptr_array_unref(forms->forms);
  g_ptr_array_unref(forms->chunks);
  g_free(forms->input);
  g_free(forms->joined);
  g_free(forms->word);
  g_free(forms->gates);
  g_free(forms->scales);
  g_free(forms->rounded);
  g_free(forms);
}

void
kith_forms_reserve(KithForms *forms, guint n)
{
  if (forms->forms->len + n <= MAX_ROWS)
    return;
  g_hash_table_remove_all(forms->rows);
  g_string_chunk_clear(forms->names);
  g_ptr_array_set_size(forms->forms, 0);
  forms->n_done = 0;
}

guint32
kith_forms_add(KithForms *forms, const char *form)
{
  guint row = GPOINTER_TO_UINT(g_hash_table_lookup(forms->rows, form));
  if (row == 0) {
    char *name = g_string_chunk_insert(forms->names, form);
    g_ptr_array_add(forms->forms, name);
    row = forms->forms->len;
    g_hash_table_insert(forms->rows, name, GUINT_TO_POINTER(row));
  }
  return row - 1;
}

static gint16 *
get_row(const KithForms *forms, guint32 row)
{
  gint16 *chunk = g_ptr_array_index(forms->chunks, row / CHUNK);
  return chunk + row % CHUNK * 8 * (gsize)forms->model->sizes.hidden;
}

const gint16 *
kith_forms_get(const KithForms *forms, guint32 row)
{
  return get_row(forms, row);
}

/* Maxout of three pieces, then layer normalisation. */
static void
join_word(const KithModel *model, const float *pieces, float *out)
{
  const guint d = model->sizes.word;
  const float *gain = model->tensor[KITH_T_NORM_GAIN], *bias = model->tensor[KITH_T_NORM_BIAS];
  float sum = 0, squares = 0;
  for (guint i = 0; i < d; i++) {
    float x = pieces[i];
    for (guint p = 1; p < KITH_N_PIECES; p++)
      x = MAX(x, pieces[p * d + i]);
    out[i] = x;
    sum += x;
  }
  float mean = sum / (float)d;
  for (guint i = 0; i < d; i++)
    squares += (out[i] - mean) * (out[i] - mean);
  float scale = 1 / __builtin_sqrtf(squares / (float)d + 1e-5f);
  for (guint i = 0; i < d; i++)
    out[i] = (out[i] - mean) * scale * gain[i] + bias[i];
}

/* c[m][cols] = a * matrix + bias, the rows of a rounded first. */
static void
multiply(KithForms *forms, gsize m, const float *a, const KithMatrix16 *matrix, KithTensor tensor,
         KithTensor bias, float *c, gsize ldc)
{
  const KithModel *model = forms->model;
  const KithTensorShape shape = kith_tensor_shape(&model->sizes, tensor);
  for (gsize i = 0; i < m; i++) {
    forms->scales[i] =
        forms->kernel->quantize(a + i * shape.rows, shape.rows, forms->rounded + i * shape.rows);
    memcpy(c + i * ldc, model->tensor[bias], shape.cols * sizeof(float));
  }
  forms->kernel->gemm16(m, shape.cols, shape.rows, forms->rounded, shape.rows, forms->scales, matrix->packed,
                        matrix->scales, c, ldc, TRUE);
}

/* Gates side by side, as the tensor has them, to the gates of eight units after those of the eight before. */
static void
store_gates(const KithForms *forms, const float *gates, gint16 *out)
{
  const gsize h = forms->model->sizes.hidden;
  for (gsize direction = 0; direction < 2; direction++, gates += 4 * h)
    for (gsize unit = 0; unit < h; unit += 8)
      for (gsize gate = 0; gate < 4; gate++, out += 8)
        forms->kernel->round16(gates + gate * h + unit, KITH_GATE_UNIT, 8, out);
}

void
kith_forms_project(KithForms *forms)
{
  const KithModel *model = forms->model;
  const KithSizes *s = &model->sizes;
  const gsize in = kith_input_width(s), wide = padded(KITH_N_PIECES * (gsize)s->word),
              out = 8 * (gsize)s->hidden;
  while (forms->chunks->len * CHUNK < forms->forms->len)
    g_ptr_array_add(forms->chunks, g_aligned_alloc(CHUNK * out, sizeof(gint16), 64));
  while (forms->n_done < forms->forms->len) {
    guint first = forms->n_done, m = MIN(forms->forms->len - first, BLOCK);
    for (guint i = 0; i < m; i++)
      kith_model_input(model, g_ptr_array_index(forms->forms, first + i), forms->input + i * in);
    multiply(forms, m, forms->input, &model->in, KITH_T_IN, KITH_T_IN_BIAS, forms->joined, wide);
    for (guint i = 0; i < m; i++)
      join_word(model, forms->joined + i * wide, forms->word + i * s->word);
    multiply(forms, m, forms->word, &model->x1, KITH_T_X1, KITH_T_BIAS1, forms->gates, out);
    for (guint i = 0; i < m; i++)
      store_gates(forms, forms->gates + i * out, get_row(forms, first + i));
    forms->n_done += m;
  }
}
