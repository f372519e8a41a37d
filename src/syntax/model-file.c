#include "syntax/model-file.h"

#include <string.h>

#include "base/error.h"

G_STATIC_ASSERT(sizeof(KithModelHeader) == 64);
G_STATIC_ASSERT(sizeof(KithModelSection) == 32);

guint64
kith_model_checksum(const void *data, gsize size)
{
  const guint8 *p = data;
  const guint64 prime = G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
  guint64 lane[4] = {1, 2, 3, 4}, word;
  gsize i = 0;
  for (; i + 32 <= size; i += 32)
    for (guint j = 0; j < 4; j++) {
      memcpy(&word, p + i + 8 * j, 8);
      lane[j] = (lane[j] ^ word) * prime;
      lane[j] ^= lane[j] >> 29;
    }
  for (; i < size; i++)
    lane[i % 4] = (lane[i % 4] ^ p[i]) * prime;
  guint64 sum = size;
  for (guint j = 0; j < 4; j++) {
    sum = (sum ^ lane[j]) * prime;
    sum ^= sum >> 32;
  }
  return sum;
}

static gboolean
damaged(GError **error, const char *path, const char *what)
{
  g_set_error(error, KITH_ERROR, KITH_ERROR_MODEL, "%s: %s", path, what);
  return FALSE;
}

gboolean
kith_model_file_check(const guint8 *data, gsize size, const char *path, GError **error)
{
  KithModelHeader header;
  if (G_BYTE_ORDER != G_LITTLE_ENDIAN)
    return damaged(error, path, "models are little-endian, this machine is not");
  if (size < sizeof header || memcmp(data, KITH_MODEL_MAGIC, 8) != 0)
    return damaged(error, path, "not a model of kith");
  memcpy(&header, data, sizeof header);
  if (header.format != KITH_MODEL_FORMAT) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_MODEL, "%s: model of format %u, this kith reads format %d",
                path, header.format, KITH_MODEL_FORMAT);
    return FALSE;
  }
  if (header.size != size) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_MODEL,
                "%s: damaged model: %" G_GSIZE_FORMAT " bytes, should be %" G_GUINT64_FORMAT, path, size,
                header.size);
    return FALSE;
  }
  if (kith_model_checksum(data + sizeof header, size - sizeof header) != header.checksum)
    return damaged(error, path, "damaged model: the checksum is wrong");
  if (header.n_sections > (size - sizeof header) / sizeof(KithModelSection))
    return damaged(error, path, "damaged model: the table of sections is too long");
  const KithModelSection *sections = (const void *)(data + sizeof header);
  for (guint i = 0; i < header.n_sections; i++)
    if (sections[i].offset % KITH_MODEL_ALIGN != 0 || sections[i].offset > size ||
        sections[i].size > size - sections[i].offset ||
        memchr(sections[i].name, 0, KITH_SECTION_NAME) == NULL)
      return damaged(error, path, "damaged model: a section lies outside the file");
  return TRUE;
}

const void *
kith_model_file_section(const guint8 *data, const char *name, gsize *size)
{
  KithModelHeader header;
  memcpy(&header, data, sizeof header);
  const KithModelSection *sections = (const void *)(data + sizeof header);
  for (guint i = 0; i < header.n_sections; i++)
    if (strcmp(sections[i].name, name) == 0) {
      *size = sections[i].size;
      return data + sections[i].offset;
    }
  *size = 0;
  return NULL;
}

struct _KithModelWriter {
  GArray *sections;   /* KithModelSection */
  GByteArray *bodies; /* from the first section on */
};

static void
pad(GByteArray *bytes)
{
  static const guint8 zeros[KITH_MODEL_ALIGN];
  if (bytes->len % KITH_MODEL_ALIGN != 0)
    g_byte_array_append(bytes, zeros, KITH_MODEL_ALIGN - bytes->len % KITH_MODEL_ALIGN);
}

KithModelWriter *
kith_model_writer_new(void)
{
  KithModelWriter *writer = g_new(KithModelWriter, 1);
  writer->sections = g_array_new(FALSE, TRUE, sizeof(KithModelSection));
  writer->bodies = g_byte_array_new();
  return writer;
}

void
kith_model_writer_add(KithModelWriter *writer, const char *name, const void *data, gsize size)
{
  KithModelSection section = {.offset = writer->bodies->len, .size = size};
  g_return_if_fail(strlen(name) < KITH_SECTION_NAME);
  memcpy(section.name, name, strlen(name));
  g_array_append_val(writer->sections, section);
  g_byte_array_append(writer->bodies, data, (guint)size);
  pad(writer->bodies);
}

GBytes *
kith_model_writer_finish(KithModelWriter *writer)
{
  GByteArray *file = g_byte_array_new();
  KithModelHeader header = {
      .magic = KITH_MODEL_MAGIC, .format = KITH_MODEL_FORMAT, .n_sections = writer->sections->len};
  gsize start = sizeof header + writer->sections->len * sizeof(KithModelSection);
  start = (start + KITH_MODEL_ALIGN - 1) / KITH_MODEL_ALIGN * KITH_MODEL_ALIGN;
  for (guint i = 0; i < writer->sections->len; i++)
    g_array_index(writer->sections, KithModelSection, i).offset += start;
  g_byte_array_append(file, (const guint8 *)&header, sizeof header);
  g_byte_array_append(file, (const guint8 *)writer->sections->data,
                      writer->sections->len * (guint)sizeof(KithModelSection));
  pad(file);
  g_byte_array_append(file, writer->bodies->data, writer->bodies->len);
  header.size = file->len;
  header.checksum = kith_model_checksum(file->data + sizeof header, file->len - sizeof header);
  memcpy(file->data, &header, sizeof header);
  g_array_unref(writer->sections);
  g_byte_array_unref(writer->bodies);
  g_free(writer);
  return g_byte_array_free_to_bytes(file);
}
