/* The examples of the man page do what it says. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* The man page's example as a shell would be given it. */
static char *
unescape(const char *roff)
{
  GString *text = g_string_new(NULL);
  for (const char *p = roff; *p; p++) {
    if (*p == '\\' && p[1] == '-')
      p++;
    else if (*p == '\\' && p[1] == 'e') {
      g_string_append_c(text, '\\');
      p++;
      continue;
    }
    g_string_append_c(text, *p);
  }
  return g_string_free(text, FALSE);
}

static void
run_example(const char *example, const char *folder)
{
  g_autofree char *command = unescape(example);
  g_autofree char *script = g_strdup_printf("set -e; kith() { \"$KITH\" \"$@\"; }\n%s", command);
  char *argv[] = {(char *)"sh", (char *)"-c", script, NULL};
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  int status = 0;
  g_autoptr(GError) error = NULL;
  g_assert_true(
      g_spawn_sync(folder, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, &error));
  if (!g_spawn_check_wait_status(status, NULL))
    g_error("example:\n%s\n%s", command, err);
}

static void
test_examples(void)
{
  g_autofree char *path = g_test_build_filename(G_TEST_DIST, "..", "doc", "kith.1", NULL);
  g_autofree char *seed = g_test_build_filename(G_TEST_DIST, "..", "seeds", "us-pakistan-talks.txt", NULL);
  g_autofree char *page = NULL;
  g_autofree char *article = NULL;
  g_assert_true(g_file_get_contents(path, &page, NULL, NULL));
  g_assert_true(g_file_get_contents(seed, &article, NULL, NULL));
  g_autofree char *folder = g_dir_make_tmp("kith-manual-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename(folder, "article.txt", NULL);
  g_assert_true(g_file_set_contents(copy, article, -1, NULL));
  guint examples = 0;
  for (char *at = strstr(page, "\n.nf\n"); at != NULL; at = strstr(at, "\n.nf\n")) {
    at += strlen("\n.nf\n");
    char *end = strstr(at, "\n.fi");
    g_assert_nonnull(end);
    g_autofree char *example = g_strndup(at, (gsize)(end - at));
    run_example(example, folder);
    examples++;
  }
  g_assert_cmpuint(examples, >=, 3);
  char *argv[] = {(char *)"rm", (char *)"-r", folder, NULL};
  g_assert_true(g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/manual/examples", test_examples);
  return g_test_run();
}
