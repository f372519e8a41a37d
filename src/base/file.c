#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

static gboolean
is_standard(const char *path)
{
  return path == NULL || strcmp(path, "-") == 0;
}

static gboolean
fail(GError **error, const char *path, int errsv)
{
  g_set_error(error, KITH_ERROR, KITH_ERROR_IO, "%s: %s", path, g_strerror(errsv));
  return FALSE;
}

/* Passes on GLib's error under the path that the user knows (GLib's may name a temporary file). */
static void
fail_with(GError **error, const char *path, const GError *cause)
{
  const char *reason = strrchr(cause->message, ':');
  g_set_error(error, KITH_ERROR, KITH_ERROR_IO, "%s: %s", path, reason ? reason + 2 : cause->message);
}

/* Reads fd to its end; at most max_size bytes. */
static GBytes *
read_all(int fd, const char *name, gsize max_size, GError **error)
{
  g_autoptr(GByteArray) all = g_byte_array_new();
  gsize step = 1 << 16;
  for (;;) {
    if (all->len > max_size) {
      g_set_error(error, KITH_ERROR, KITH_ERROR_LIMIT,
                  "%s: larger than %" G_GSIZE_FORMAT " bytes (see --max-size)", name, max_size);
      return NULL;
    }
    gsize old = all->len;
    g_byte_array_set_size(all, (guint)(old + step));
    gssize got = read(fd, all->data + old, step);
    if (got < 0 && errno == EINTR)
      got = 0;
    else if (got <= 0) {
      g_byte_array_set_size(all, (guint)old);
      if (got == 0)
        return g_byte_array_free_to_bytes(g_steal_pointer(&all));
      fail(error, name, errno);
      return NULL;
    }
    g_byte_array_set_size(all, (guint)(old + (gsize)got));
    step = MIN(MAX(step, all->len), (gsize)1 << 24);
  }
}

GBytes *
kith_file_read(const char *path, gsize max_size, GError **error)
{
  max_size = MIN(max_size, (gsize)G_MAXINT32);
  if (is_standard(path))
    return read_all(STDIN_FILENO, "standard input", max_size, error);
  int fd = g_open(path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0) {
    fail(error, path, errno);
    return NULL;
  }
  struct stat st;
  GBytes *bytes = NULL;
  if (fstat(fd, &st) < 0)
    fail(error, path, errno);
  else if (S_ISDIR(st.st_mode))
    fail(error, path, EISDIR);
  else
    bytes = read_all(fd, path, max_size, error);
  close(fd);
  return bytes;
}

GBytes *
kith_file_map(const char *path, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(GMappedFile) map = g_mapped_file_new(path, FALSE, &local);
  if (map == NULL) {
    fail_with(error, path, local);
    return NULL;
  }
  return g_mapped_file_get_bytes(map);
}

/* Writes all of data to fd. */
static gboolean
write_all(int fd, const char *name, const char *data, gsize size, GError **error)
{
  while (size > 0) {
    gssize put = write(fd, data, size);
    if (put < 0 && errno == EINTR)
      continue;
    if (put < 0)
      return fail(error, name, errno);
    data += put;
    size -= (gsize)put;
  }
  return TRUE;
}

gboolean
kith_file_write(const char *path, const void *data, gsize size, GError **error)
{
  if (is_standard(path))
    return write_all(STDOUT_FILENO, "standard output", data, size, error);
  struct stat st;
  if (g_stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
    int fd = g_open(path, O_WRONLY | O_CLOEXEC, 0);
    if (fd < 0)
      return fail(error, path, errno);
    gboolean ok = write_all(fd, path, data, size, error);
    if (close(fd) < 0 && ok)
      ok = fail(error, path, errno);
    return ok;
  }
  g_autoptr(GError) local = NULL;
  if (!g_file_set_contents_full(path, data, (gssize)size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &local)) {
    fail_with(error, path, local);
    return FALSE;
  }
  return TRUE;
}
