#include "train/checkpoint.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "syntax/model-file.h"

typedef struct {
  char magic[8];
  KithSizes sizes;
  guint32 epoch;
  guint64 seed, steps, checksum;
} Header;

static const char magic[8] = "KITHCKP1";

gboolean
kith_checkpoint_write(const char *path, const KithNet *net, guint64 seed, guint epoch, GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  Header header;
  memset(&header, 0, sizeof header);
  memcpy(header.magic, magic, sizeof magic);
  header.sizes = net->sizes;
  header.epoch = epoch;
  header.seed = seed;
  header.steps = net->steps;
  g_byte_array_append(bytes, (const guint8 *)&header, sizeof header);
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    const KithParameter *p = &net->parameters[t];
    const float *const parts[] = {p->w, p->m, p->v, p->mean};
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
      g_byte_array_append(bytes, (const guint8 *)parts[i], (guint)(p->n * sizeof(float)));
  }
  header.checksum = kith_model_checksum(bytes->data + sizeof header, bytes->len - sizeof header);
  memcpy(bytes->data, &header, sizeof header);
  return kith_file_write(path, bytes->data, bytes->len, error);
}

gboolean
kith_checkpoint_read(const char *path, KithNet *net, guint64 seed, guint *epoch, GError **error)
{
  g_autoptr(GBytes) bytes = kith_file_read(path, G_MAXINT32, error);
  if (bytes == NULL)
    return FALSE;
  gsize size, expected = sizeof(Header);
  const guint8 *data = g_bytes_get_data(bytes, &size);
  Header header;
  for (guint t = 0; t < KITH_N_TENSORS; t++)
    expected += 4 * net->parameters[t].n * sizeof(float);
  if (size >= sizeof header)
    memcpy(&header, data, sizeof header);
  if (size != expected || memcmp(header.magic, magic, sizeof magic) != 0 ||
      memcmp(&header.sizes, &net->sizes, sizeof header.sizes) != 0 || header.seed != seed ||
      header.checksum != kith_model_checksum(data + sizeof header, size - sizeof header)) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: damaged, or a check point of another training",
                path);
    return FALSE;
  }
  data += sizeof header;
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    KithParameter *p = &net->parameters[t];
    float *const parts[] = {p->w, p->m, p->v, p->mean};
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++, data += p->n * sizeof(float))
      memcpy(parts[i], data, p->n * sizeof(float));
  }
  net->steps = header.steps;
  *epoch = header.epoch;
  return TRUE;
}
