/* Documents out of files and standard input, in the forms of --input. */
#pragma once

#include <glib.h>

#include "text/document.h"

typedef struct {
  const char *kind; /* "text" (NULL means it too), "lines", "conllu", "jsonl" */
  gsize max_size;   /* of one file, in bytes */
} KithInputOptions;

/* Adds the options that choose a form to a command's; what they set is read by kith_input_options(). */
void kith_input_add_options(GOptionContext *context);
/* What these options were set to; false and a KITH_ERROR_USAGE where a value is none. */
gboolean kith_input_options(KithInputOptions *options, GError **error);

/* The documents of one file ("-": standard input), one for most kinds. A document whose text does not look
 * English gets a warning on standard error. Elements are KithDocument *, freed with the array. */
GPtrArray *kith_input_read(const char *path, const KithInputOptions *options, GError **error);
