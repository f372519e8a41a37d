/* The questions of doc/QUERIES.md: each gets the answer that stands below it. */
#include "run.h"

/* The text between two marks from *at on, which moves behind it; NULL where there is none. Owned by the
 * caller. */
static char *
next_between(const char **at, const char *opening, const char *closing)
{
  const char *start = strstr(*at, opening);
  const char *end = start ? strstr(start + strlen(opening), closing) : NULL;
  if (end == NULL)
    return NULL;
  start += strlen(opening);
  *at = end + strlen(closing);
  return g_strndup(start, (gsize)(end - start));
}

static void
test_queries(void)
{
  g_autofree char *path = g_test_build_filename(G_TEST_DIST, "..", "doc", "QUERIES.md", NULL);
  g_autofree char *folder = g_test_build_filename(G_TEST_DIST, "data", "queries", NULL);
  g_autofree char *text = NULL;
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  const char *at = text;
  guint n = 0;
  for (;; n++) {
    g_autofree char *query = next_between(&at, "```sparql\n", "\n```\n");
    if (query == NULL)
      break;
    g_autofree char *answer = next_between(&at, "```\n", "```\n");
    g_auto(Run) run = run_kith(folder, query, "query harbour.json -");
    g_assert_nonnull(answer);
    if (run.code != 0 || strcmp(run.out, answer) != 0)
      g_test_message("%s\n%d %s\n%s%s", query, run.code, run.err, run.out, answer), g_test_fail();
  }
  g_assert_cmpuint(n, ==, 13);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cli/queries", test_queries);
  return g_test_run();
}
