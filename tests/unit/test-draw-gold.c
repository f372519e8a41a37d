/* Drawings of real articles: of each gold text, kith's own graph and the gold one. */
#include <string.h>

#include "config.h"

#include "draw-check.h"
#include "graph/json.h"

#ifdef KITH_SANITIZED
/* Whole stacks, or the suppressions of tests/lsan.supp see no more than g_malloc. */
KITH_API const char *__asan_default_options(void);
const char *
__asan_default_options(void)
{
  return "fast_unwind_on_malloc=0";
}
#endif

/* The graph that kith makes of texts, or NULL without a kith to make it. */
static KithGraph *
build(const char *path)
{
  const char *kith = g_getenv("KITH");
  g_autofree char *out = NULL;
  g_autoptr(GError) error = NULL;
  const char *argv[] = {kith, "build", "--format", "json", path, NULL};
  int status = 0;
  if (kith == NULL)
    return NULL;
  g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error(error);
  g_assert_cmpint(status, ==, 0);
  KithGraph *graph = kith_graph_from_json(path, out, strlen(out), &error);
  g_assert_no_error(error);
  return graph;
}

static void
check_text(const char *path)
{
  g_autoptr(KithGraph) graph = build(path);
  if (graph == NULL)
    return g_test_skip("no KITH");
  g_test_message("%s: %u actors, %u relations", path, graph->actors->len, graph->relations->len);
  g_assert_cmpuint(graph->actors->len, >, 0);
  check_sheet(graph, NULL);
}

static void
test_seed(void)
{
  g_autofree char *path =
      g_build_filename(g_getenv("G_TEST_SRCDIR"), "..", "seeds", "us-pakistan-talks.txt", NULL);
  check_text(path);
}

/* Every text in a folder; false where there is none. */
static gboolean
check_folder(const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  gboolean any = FALSE;
  for (const char *name; dir && (name = g_dir_read_name(dir)) != NULL;) {
    if (!g_str_has_suffix(name, ".txt"))
      continue;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    check_text(path);
    any = TRUE;
  }
  return any;
}

static void
test_gold(void)
{
  const char *shared = g_getenv("KITH_SHARED");
  g_autofree char *folder = shared ? g_build_filename(shared, "data", "gold", NULL) : NULL;
  if (folder == NULL || !check_folder(folder))
    g_test_skip("the gold texts are not here");
}

static void
test_articles(void)
{
  g_autofree char *folder = g_build_filename(g_getenv("G_TEST_SRCDIR"), "gold", "articles", NULL);
  if (!check_folder(folder))
    g_test_skip("no articles");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/gold/seed", test_seed);
  g_test_add_func("/draw/gold/nine", test_gold);
  g_test_add_func("/draw/gold/articles", test_articles);
  return g_test_run();
}
