#include "cli/cli.h"

#include <stdio.h>

#include "base/error.h"
#include "base/types.h"

gboolean
kith_cli_parse(GOptionContext *context, int *argc, char ***argv, int *exit_code)
{
  g_autoptr(GError) error = NULL;
  if (g_option_context_parse(context, argc, argv, &error)) {
    if (*argc > 1 && g_str_equal((*argv)[1], "--"))
      for (int i = 1; i < (*argc)--; i++)
        (*argv)[i] = (*argv)[i + 1];
    return TRUE;
  }
  *exit_code = kith_cli_usage(g_get_prgname(), "%s", error->message);
  return FALSE;
}

int
kith_cli_fail(GError **error)
{
  int code = g_error_matches(*error, KITH_ERROR, KITH_ERROR_USAGE) ? KITH_EXIT_USAGE : KITH_EXIT_FAILED;
  fprintf(stderr, "kith: %s\n", (*error)->message);
  g_clear_error(error);
  return code;
}

int
kith_cli_usage(const char *command, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *message = g_strdup_vprintf(format, args);
  va_end(args);
  fprintf(stderr, "%s: %s\nTry '%s --help'.\n", command, message, command);
  return KITH_EXIT_USAGE;
}

gboolean
kith_cli_classes(const char *list, guint64 *classes, GError **error)
{
  g_auto(GStrv) names = g_strsplit(list, ",", -1);
  for (char **name = names; *name; name++) {
    KithClass class;
    if (!kith_class_parse(g_strstrip(*name), &class)) {
      g_autoptr(GString) all = g_string_new(NULL);
      for (int i = 0; i < KITH_N_CLASSES; i++)
        g_string_append_printf(all, "%s%s", i ? ", " : "", kith_class_name((KithClass)i));
      g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "--class: '%s' is no class of relations; there are %s",
                  *name, all->str);
      return FALSE;
    }
    *classes |= G_GUINT64_CONSTANT(1) << class;
  }
  return TRUE;
}

char *
kith_cli_data(const char *name)
{
  const char *folder = g_getenv("KITH_DATA");
  if (folder != NULL && *folder != '\0')
    return g_build_filename(folder, name, NULL);
  char *installed = g_build_filename(KITH_DATADIR, name, NULL);
  if (g_file_test(installed, G_FILE_TEST_EXISTS))
    return installed;
  g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
  g_autofree char *dir = self ? g_path_get_dirname(self) : NULL;
  static const char *const beside[] = {"data", "../data", "../share/kith"};
  for (gsize i = 0; dir && i < G_N_ELEMENTS(beside); i++) {
    g_autofree char *path = g_build_filename(dir, beside[i], name, NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
      g_free(installed);
      return g_steal_pointer(&path);
    }
  }
  return installed;
}
