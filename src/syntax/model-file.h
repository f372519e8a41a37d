/* The model as one file: a header with magic, format and checksum, a table of named sections, and the
 * sections, each at a multiple of 64 bytes. Numbers are little-endian; the file is used where it is mapped.
 */
#pragma once

#include "base/api.h"

#define KITH_MODEL_MAGIC "KITHMDL\n"
enum { KITH_MODEL_FORMAT = 1, KITH_SECTION_NAME = 16, KITH_MODEL_ALIGN = 64 };

typedef struct {
  char magic[8];
  guint32 format;
  guint32 n_sections;
  guint64 size;     /* of the whole file */
  guint64 checksum; /* of all after the header */
  char reserved[32];
} KithModelHeader;

typedef struct {
  char name[KITH_SECTION_NAME]; /* padded with NUL */
  guint64 offset, size;
} KithModelSection;

/* The checksum of size bytes: four interleaved multiplicative hashes of 8-byte words. */
guint64 kith_model_checksum(const void *data, gsize size);

/* Checks header, checksum and table of a whole file; path is for the message. */
gboolean kith_model_file_check(const guint8 *data, gsize size, const char *path, GError **error);

/* A section's bytes and size; NULL where the file has none of this name. The file must have been checked. */
const void *kith_model_file_section(const guint8 *data, const char *name, gsize *size);

/* Makes a file out of sections added one by one. */
typedef struct _KithModelWriter KithModelWriter;
KithModelWriter *kith_model_writer_new(void);
void kith_model_writer_add(KithModelWriter *writer, const char *name, const void *data, gsize size);
/* The finished file; frees the writer. */
GBytes *kith_model_writer_finish(KithModelWriter *writer);
