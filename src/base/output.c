#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

enum { PIECE = 1 << 20 };

static void
fail(GError **error, const char *path, int errsv)
{
  if (error && *error == NULL)
    g_set_error(error, KITH_ERROR, KITH_ERROR_IO, "%s: %s", path, g_strerror(errsv));
}

/* Opens what is to be written: the file itself where it is a device or a pipe, else one beside it. */
static gboolean
open_file(KithOutput *output, GError **error)
{
  struct stat st;
  if (g_stat(output->path, &st) == 0 && !S_ISREG(st.st_mode)) {
    output->fd = g_open(output->path, O_WRONLY | O_CLOEXEC, 0);
  } else {
    output->part = g_strconcat(output->path, ".XXXXXX", NULL);
    output->fd = g_mkstemp_full(output->part, O_WRONLY | O_CLOEXEC, 0666);
    if (output->fd < 0)
      g_clear_pointer(&output->part, g_free);
  }
  if (output->fd < 0)
    fail(error, output->path, errno);
  return output->fd >= 0;
}

KithOutput *
kith_output_new(const char *path, GError **error)
{
  g_autoptr(KithOutput) output = g_new0(KithOutput, 1);
  output->buffer = g_string_sized_new(PIECE + PIECE / 4);
  output->fd = STDOUT_FILENO;
  if (path == NULL || strcmp(path, "-") == 0) {
    output->path = g_strdup("standard output");
  } else {
    output->path = g_strdup(path);
    if (!open_file(output, error))
      return NULL;
  }
  return g_steal_pointer(&output);
}

KithOutput *
kith_output_new_in_memory(GString *buffer)
{
  KithOutput *output = g_new0(KithOutput, 1);
  output->buffer = buffer;
  output->fd = -1;
  return output;
}

static void
write_buffer(KithOutput *output)
{
  const char *data = output->buffer->str;
  gsize size = output->error ? 0 : output->buffer->len;
  while (size > 0) {
    gssize put = write(output->fd, data, size);
    if (put < 0 && errno == EINTR)
      continue;
    if (put < 0) {
      fail(&output->error, output->path, errno);
      break;
    }
    data += put;
    size -= (gsize)put;
  }
  g_string_truncate(output->buffer, 0);
}

void
kith_output_pump(KithOutput *output)
{
  if (output->fd >= 0 && output->buffer->len >= PIECE)
    write_buffer(output);
}

gboolean
kith_output_finish(KithOutput *output, GError **error)
{
  if (output->fd < 0)
    return TRUE;
  write_buffer(output);
  if (output->fd != STDOUT_FILENO) {
    if (close(output->fd) < 0)
      fail(&output->error, output->path, errno);
    output->fd = STDOUT_FILENO;
  }
  if (output->part && output->error == NULL) {
    if (g_rename(output->part, output->path) == 0)
      g_clear_pointer(&output->part, g_free);
    else
      fail(&output->error, output->path, errno);
  }
  if (output->error)
    g_propagate_error(error, g_steal_pointer(&output->error));
  else
    return TRUE;
  return FALSE;
}

void
kith_output_free(KithOutput *output)
{
  if (output == NULL)
    return;
  if (output->path)
    g_string_free(output->buffer, TRUE);
  if (output->fd > STDOUT_FILENO)
    close(output->fd);
  if (output->part)
    g_unlink(output->part);
  g_clear_error(&output->error);
  g_free(output->path);
  g_free(output->part);
  g_free(output);
}
