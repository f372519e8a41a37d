/* Documents out of files and standard input, in the forms of --input. */
#pragma once

#include <glib.h>

#include "text/document.h"

typedef struct {
  const char *kind; /* "text" (NULL means it too), "lines", "conllu", "jsonl" */
  gsize max_size;   /* of one file, in bytes */
} KithInputOptions;

/* The options that choose a form, for a command's GOptionGroup; what they set is read by
 * kith_input_options(). The group passes to the caller. */
GOptionGroup *kith_input_group(void);
/* What the options of the group were set to; false and a KITH_ERROR_USAGE where a value is none. */
gboolean kith_input_options(KithInputOptions *options, GError **error);

/* The documents of one file ("-": standard input), one for most kinds. A document whose text does not look
 * English gets a warning on standard error. Elements are KithDocument *, freed with the array. */
GPtrArray *kith_input_read(const char *path, const KithInputOptions *options, GError **error);
