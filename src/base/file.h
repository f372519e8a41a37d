/* Bounded reading and atomic writing. */
#pragma once

#include <gio/gio.h>

#include "base/api.h"

/* The size beyond which an input is refused unless the user says otherwise: 64 MiB. */
#define KITH_DEFAULT_MAX_SIZE ((gsize)64 << 20)

/* Reads a whole file, or standard input where path is "-" or NULL. More than max_size bytes, a folder, a
 * missing or unreadable file: NULL and an error that names the path. Ownership of the bytes passes to the
 * caller. */
KITH_API GBytes *kith_file_read(const char *path, gsize max_size, GError **error);

/* Maps a file that does not change while it is used (a model). NULL and an error as above. */
KITH_API GBytes *kith_file_map(const char *path, GError **error);

/* Writes a whole file so that there is either the old one or all of the new one, or appends to standard
 * output where path is "-" or NULL. A device or a pipe is written in place. */
KITH_API gboolean kith_file_write(const char *path, const void *data, gsize size, GError **error);
