/* Runs the program under test ($KITH) and keeps what it says. */
#pragma once

#include <gio/gio.h>
#include <string.h>

typedef struct {
  int code; /* the exit code; -1 where a signal ended it */
  char *out;
  char *err;
  gsize out_length;
} Run;

static inline void
run_clear(Run *run)
{
  g_free(run->out);
  g_free(run->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Run, run_clear)

/* Runs kith with a command line (parsed as a shell would) in a locale (NULL: that of the tests) and a folder
 * (NULL: this one), with input or NULL on standard input. */
static inline Run
run_kith_in(const char *locale, const char *folder, const char *input, const char *line)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *command = g_strdup_printf("'%s' %s", g_getenv("KITH"), line);
  g_auto(GStrv) argv = NULL;
  g_shell_parse_argv(command, NULL, &argv, &error);
  g_assert_no_error(error);
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  if (locale)
    g_subprocess_launcher_setenv(launcher, "LC_ALL", locale, TRUE);
  if (folder)
    g_subprocess_launcher_set_cwd(launcher, folder);
  g_autoptr(GSubprocess) process = g_subprocess_launcher_spawnv(launcher, (const char *const *)argv, &error);
  g_assert_no_error(error);
  g_autoptr(GBytes) in = g_bytes_new(input ? input : "", input ? strlen(input) : 0);
  g_autoptr(GBytes) out = NULL;
  g_autoptr(GBytes) err = NULL;
  g_subprocess_communicate(process, in, NULL, &out, &err, NULL);
  Run run = {-1};
  if (g_subprocess_get_if_exited(process))
    run.code = g_subprocess_get_exit_status(process);
  run.out_length = out ? g_bytes_get_size(out) : 0;
  run.out = out && run.out_length ? g_strndup(g_bytes_get_data(out, NULL), run.out_length) : g_strdup("");
  gsize length = err ? g_bytes_get_size(err) : 0;
  run.err = length ? g_strndup(g_bytes_get_data(err, NULL), length) : g_strdup("");
  return run;
}

/* Runs kith with a command line (parsed as a shell would), in a folder or NULL, with input or NULL on
 * standard input. */
static inline Run
run_kith(const char *folder, const char *input, const char *line)
{
  return run_kith_in(NULL, folder, input, line);
}

/* Fails the test unless kith ends with this code and, where they are given, these words on standard error. */
static inline void
expect_run(const char *folder, const char *line, int code, const char *words)
{
  g_auto(Run) run = run_kith(folder, NULL, line);
  if (run.code != code || (words && strstr(run.err, words) == NULL))
    g_error("kith %s: exit code %d, not %d; standard error: %s", line, run.code, code, run.err);
}
