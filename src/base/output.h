/* Bytes on their way to a file, so that no more than a piece of them is in memory. */
#pragma once

#include "base/api.h"

/* What is appended to buffer goes out at the next kith_output_pump() that finds it large, or at the end. */
typedef struct {
  GString *buffer;
  char *path;    /* for messages and the rename; NULL: in memory */
  char *part;    /* the file that is written; NULL: path itself, or standard output */
  int fd;        /* -1: in memory */
  GError *error; /* the first failure */
} KithOutput;

/* Opens a file, or standard output where path is "-" or NULL. The file appears under its name when it is
 * whole; a device or a pipe is written in place. NULL and an error that names the path. Owned by the caller.
 */
KITH_API KithOutput *kith_output_new(const char *path, GError **error);

/* One that only collects: buffer is the caller's and must outlive it. Owned by the caller. */
KITH_API KithOutput *kith_output_new_in_memory(GString *buffer);

/* Writes what is in the buffer where it is more than a piece. A failure waits for the end. */
KITH_API void kith_output_pump(KithOutput *output);

/* Writes the rest and puts the file in its place. False and an error where anything failed. */
KITH_API gboolean kith_output_finish(KithOutput *output, GError **error);

/* Frees it; a file that is not finished is not there. */
KITH_API void kith_output_free(KithOutput *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithOutput, kith_output_free)
