/* kith build from the outside: what it writes, what it refuses, and that it is the same each time. */
#include <glib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "run.h"

static char *seed; /* the seed article's path */
static char *folder;

static char *
in_folder(const char *name)
{
  return g_build_filename(folder, name, NULL);
}

static JsonObject *
build_json(const char *path, JsonParser *parser)
{
  g_autofree char *line = g_strdup_printf("build -f json '%s'", path);
  g_auto(Run) run = run_kith(NULL, NULL, line);
  g_assert_cmpint(run.code, ==, 0);
  g_assert_cmpstr(run.err, ==, "");
  g_assert_true(json_parser_load_from_data(parser, run.out, (gssize)run.out_length, NULL));
  return json_node_get_object(json_parser_get_root(parser));
}

static JsonObject *
element(JsonObject *object, const char *member, guint i)
{
  return json_array_get_object_element(json_object_get_array_member(object, member), i);
}

static guint
size(JsonObject *object, const char *member)
{
  return json_array_get_length(json_object_get_array_member(object, member));
}

/* Fails where one of an object's spans (or pieces of evidence) lies within [begin, end). */
static void
assert_none_within(JsonObject *object, const char *member, gint64 begin, gint64 end)
{
  for (guint i = 0; i < size(object, member); i++) {
    JsonObject *span = element(object, member, i);
    g_assert_true(json_object_get_int_member(span, "end") <= begin ||
                  json_object_get_int_member(span, "begin") >= end);
  }
}

static void
assert_nothing_within(JsonObject *graph, gint64 begin, gint64 end)
{
  for (guint a = 0; a < size(graph, "actors"); a++)
    assert_none_within(element(graph, "actors", a), "spans", begin, end);
  for (guint r = 0; r < size(graph, "relations"); r++)
    assert_none_within(element(graph, "relations", r), "evidence", begin, end);
}

/* Every piece of evidence is exactly what its offsets cut out of the text. */
static void
assert_evidence(JsonObject *graph)
{
  const char *text = json_object_get_string_member(element(graph, "documents", 0), "text");
  guint checked = 0;
  for (guint r = 0; r < size(graph, "relations"); r++) {
    JsonObject *relation = element(graph, "relations", r);
    g_assert_cmpuint(size(relation, "evidence"), >, 0);
    for (guint i = 0; i < size(relation, "evidence"); i++, checked++) {
      JsonObject *evidence = element(relation, "evidence", i);
      const char *begin = g_utf8_offset_to_pointer(text, json_object_get_int_member(evidence, "begin"));
      const char *end = g_utf8_offset_to_pointer(text, json_object_get_int_member(evidence, "end"));
      g_autofree char *cut = g_strndup(begin, (gsize)(end - begin));
      g_assert_cmpstr(json_object_get_string_member(evidence, "text"), ==, cut);
    }
  }
  g_assert_cmpuint(checked, >, 0);
}

static gint64
chars_until(const char *text, const char *words)
{
  const char *at = strstr(text, words);
  g_assert_nonnull(at);
  return g_utf8_pointer_to_offset(text, at);
}

/* Whether some piece of evidence begins and ends with these words. */
static gboolean
is_evidence(JsonObject *graph, const char *first, const char *last)
{
  for (guint r = 0; r < size(graph, "relations"); r++) {
    JsonObject *relation = element(graph, "relations", r);
    for (guint i = 0; i < size(relation, "evidence"); i++) {
      const char *words = json_object_get_string_member(element(relation, "evidence", i), "text");
      if (g_str_has_prefix(words, first) && g_str_has_suffix(words, last))
        return TRUE;
    }
  }
  return FALSE;
}

static void
test_seed(void)
{
  g_autoptr(JsonParser) parser = json_parser_new();
  JsonObject *graph = build_json(seed, parser);
  JsonObject *document = element(graph, "documents", 0);
  const char *text = json_object_get_string_member(document, "text");
  g_assert_cmpstr(json_object_get_string_member(document, "title"), ==,
                  "US, Pakistani officials in strained talks on Afghanistan");
  assert_evidence(graph);
  assert_nothing_within(graph, chars_until(text, "Your support helps us"),
                        chars_until(text, "United States and Pakistani officials are meeting Friday"));
  g_assert_true(
      is_evidence(graph, "United States and Pakistani officials are meeting Friday", "under Taliban rule."));
}

/* The five articles with pleas planted in them: nothing of a graph lies within a plea. */
static void
test_planted(void)
{
  g_autofree char *pleas = g_test_build_filename(G_TEST_DIST, "gold", "boilerplate", NULL);
  g_autoptr(GDir) dir = g_dir_open(pleas, 0, NULL);
  g_assert_nonnull(dir);
  guint articles = 0;
  for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
    if (!g_str_has_suffix(name, ".ranges"))
      continue;
    g_autofree char *ranges_path = g_build_filename(pleas, name, NULL);
    g_autofree char *ranges = NULL;
    g_assert_true(g_file_get_contents(ranges_path, &ranges, NULL, NULL));
    g_autofree char *article = g_strndup(ranges_path, strlen(ranges_path) - strlen(".ranges"));
    g_autofree char *path = g_strconcat(article, ".txt", NULL);
    g_autoptr(JsonParser) parser = json_parser_new();
    JsonObject *graph = build_json(path, parser);
    assert_evidence(graph);
    g_auto(GStrv) lines = g_strsplit(ranges, "\n", -1);
    for (char **line = lines; *line && **line; line++) {
      char *end = NULL;
      gint64 from = g_ascii_strtoll(*line, &end, 10);
      gint64 to = g_ascii_strtoll(end, &end, 10);
      g_assert_cmpint(to, >, from);
      assert_nothing_within(graph, from, to);
    }
    articles++;
  }
  g_assert_cmpuint(articles, ==, 5);
}

/* A text with characters of more than one byte before everything: offsets are in code points. */
static void
test_offsets(void)
{
  g_autofree char *path = in_folder("offsets.txt");
  static const char text[] = "\xEF\xBB\xBF“Żółć” — 😀 a café in Łódź.\r\n\r\nFrance’s president met Germany’s "
                             "chancellor in Paris on Monday.\r\nChina accused Japan of “spying”.\r\n";
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
  g_autoptr(JsonParser) parser = json_parser_new();
  JsonObject *graph = build_json(path, parser);
  assert_evidence(graph);
  g_assert_cmpstr(json_object_get_string_member(element(graph, "documents", 0), "text"), ==, text + 3);
}

static void
test_folder(void)
{
  g_autofree char *out = in_folder("out");
  g_autofree char *line = g_strdup_printf("build -o '%s' --formats turtle,json,dot,svg,png '%s'", out, seed);
  expect_run(NULL, line, 0, NULL);
  static const char *const suffixes[] = {"ttl", "json", "dot", "svg", "png"};
  static const char *const starts[] = {"@prefix", "{", "digraph", "<?xml", "\x89PNG"};
  for (gsize i = 0; i < G_N_ELEMENTS(suffixes); i++) {
    g_autofree char *name = g_strdup_printf("us-pakistan-talks.%s", suffixes[i]);
    g_autofree char *path = g_build_filename(out, name, NULL);
    g_autofree char *text = NULL;
    gsize length;
    g_assert_true(g_file_get_contents(path, &text, &length, NULL));
    g_assert_cmpuint(length, >, 1000);
    g_assert_true(g_str_has_prefix(text, starts[i]));
    g_unlink(path);
  }
  g_assert_cmpint(g_rmdir(out), ==, 0);
}

/* The same bytes twice, with other threads and in other locales. */
static void
test_same(void)
{
  static const char *const locales[] = {"C", "de_DE.UTF-8", "tr_TR.UTF-8"};
  static const char *const formats[] = {"turtle", "json", "dot", "svg"};
  for (gsize f = 0; f < G_N_ELEMENTS(formats); f++) {
    g_autofree char *first = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(locales); i++) {
      g_autofree char *line =
          g_strdup_printf("build -f %s --threads %d '%s'", formats[f], i == 1 ? 2 : 1, seed);
      g_auto(Run) run = run_kith_in(locales[i], NULL, NULL, line);
      g_assert_cmpint(run.code, ==, 0);
      if (first == NULL)
        first = g_strdup(run.out);
      g_assert_cmpstr(run.out, ==, first);
    }
  }
}

/* Several files, read on several threads: the same bytes, in their order. */
static void
test_several(void)
{
  g_autoptr(GString) paths = g_string_new(NULL);
  char *files[12];
  for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *name = g_strdup_printf("several-%02u.txt", i);
    char *path = files[i] = in_folder(name);
    g_autofree char *text = g_strdup_printf("China accused Japan of spying on %u May 2020.\n", i + 1);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_string_append_printf(paths, " '%s'", path);
  }
  g_autofree char *one = g_strdup_printf("build -f json --threads 1%s", paths->str);
  g_autofree char *three = g_strdup_printf("build -f json --threads 3%s", paths->str);
  g_auto(Run) a = run_kith(NULL, NULL, one);
  g_auto(Run) b = run_kith(NULL, NULL, three);
  g_assert_cmpint(a.code, ==, 0);
  g_assert_cmpstr(a.out, ==, b.out);
  const char *first = strstr(a.out, "several-00"), *last = strstr(a.out, "several-11");
  g_assert_nonnull(first);
  g_assert_true(last > first);
  for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
    g_unlink(files[i]);
    g_free(files[i]);
  }
}

static void
test_standard_input(void)
{
  g_auto(Run) text = run_kith(NULL, "China accused Japan of spying on Monday.\n", "build");
  g_assert_cmpint(text.code, ==, 0);
  g_assert_nonnull(strstr(text.out, "kith:Accuse"));
  g_auto(Run) lines =
      run_kith(NULL,
               "{\"id\":\"a\",\"text\":\"China accused Japan of spying.\",\"date\":\"2020-02-02\"}\n\n"
               "{\"id\":\"b\",\"text\":\"Japan accused China of spying.\"}\n",
               "build --input jsonl -f json -");
  g_assert_cmpint(lines.code, ==, 0);
  g_autoptr(JsonParser) parser = json_parser_new();
  g_assert_true(json_parser_load_from_data(parser, lines.out, -1, NULL));
  JsonObject *graph = json_node_get_object(json_parser_get_root(parser));
  g_assert_cmpuint(size(graph, "documents"), ==, 2);
  g_assert_cmpuint(size(graph, "actors"), ==, 2);
  g_assert_cmpuint(size(graph, "relations"), ==, 2);
  g_assert_cmpstr(json_object_get_string_member(element(graph, "documents", 0), "date"), ==, "2020-02-02");
}

/* Where nothing says whose prime minister it is, the text's own country is likelier than one that is told of
 * later. */
static void
test_dateline(void)
{
  g_auto(Run) run =
      run_kith(NULL,
               "Court rules on tender\n\nOSLO, March 3 (News Agency) - A court in Oslo ruled on Tuesday. "
               "Prime Minister John Roe welcomed the ruling.\n\nPoland and Latvia, whose firms had bid, have "
               "asked Norway to reopen the tender. Poland objected to it.\n",
               "build -f json");
  g_assert_cmpint(run.code, ==, 0);
  g_autoptr(JsonParser) parser = json_parser_new();
  g_assert_true(json_parser_load_from_data(parser, run.out, -1, NULL));
  JsonObject *graph = json_node_get_object(json_parser_get_root(parser));
  guint posts = 0;
  for (guint i = 0; i < size(graph, "relations"); i++) {
    JsonObject *relation = element(graph, "relations", i);
    if (strcmp(json_object_get_string_member(relation, "class"), "role") != 0)
      continue;
    g_assert_cmpstr(json_object_get_string_member(relation, "target"), ==, "norway");
    posts++;
  }
  g_assert_cmpuint(posts, ==, 1);
}

static void
test_refused(void)
{
  g_autofree char *bad = in_folder("bad.txt");
  g_autofree char *nul = in_folder("nul.txt");
  g_autofree char *empty = in_folder("empty.txt");
  g_assert_true(g_file_set_contents(bad, "Good text \xff here.", -1, NULL));
  g_assert_true(g_file_set_contents(nul, "Good\0text", 9, NULL));
  g_assert_true(g_file_set_contents(empty, " \n\t\n", -1, NULL));
  static const struct {
    const char *line;
    int code;
    const char *words;
  } cases[] = {
      {"build bad.txt", 1, "byte 10"},
      {"build nul.txt", 1, "byte 4"},
      {"build empty.txt", 1, "empty.txt"},
      {"build nothing-here.txt", 1, "nothing-here.txt"},
      {"build --threads 2 nothing-here.txt bad.txt nul.txt", 1, "nothing-here.txt"},
      {"build --threads 2 bad.txt nul.txt nothing-here.txt", 1, "bad.txt"},
      {"build .", 1, "directory"},
      {"build --max-size 3 bad.txt", 1, "larger than 3 bytes"},
      {"build --max-size 1K bad.txt", 1, "byte 10"},
      {"build --max-size 3X bad.txt", 2, "--max-size"},
      {"build --format gif bad.txt", 2, "gif"},
      {"build --formats turtle,json bad.txt", 2, "-o"},
      {"build --date yesterday bad.txt", 2, "--date"},
      {"build --threads -3 bad.txt", 2, "--threads"},
      {"build --input pdf bad.txt", 2, "pdf"},
      {"build --input conllu bad.txt", 1, "bad.txt"},
      {"build --input jsonl bad.txt", 1, "bad.txt:1"},
      {"build --input html nul.txt", 1, "NUL"},
      {"build --no-such-option", 2, "no-such-option"},
      {"frobnicate", 2, "frobnicate"},
      {"", 2, "Usage"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    expect_run(folder, cases[i].line, cases[i].code, cases[i].words);
  g_autofree char *same = g_strdup_printf("build -o '%s' '%s' '%s'", folder, seed, seed);
  expect_run(NULL, same, 2, "us-pakistan-talks");
  g_autofree char *foreign = g_strdup_printf("build --model '%s' '%s'", seed, seed);
  expect_run(NULL, foreign, 1, "us-pakistan-talks.txt");
  g_unlink(bad);
  g_unlink(nul);
  g_unlink(empty);
}

/* No space left: a message and exit code 1, for standard output too. */
static void
test_full(void)
{
  g_autofree char *line = g_strdup_printf("\"$KITH\" build '%s' > /dev/full", seed);
  g_autofree char *err = NULL;
  char *argv[] = {(char *)"sh", (char *)"-c", line, NULL};
  int status = 0;
  g_assert_true(g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &err, &status, NULL));
  g_assert_false(g_spawn_check_wait_status(status, NULL));
  g_assert_nonnull(strstr(err, "No space left"));
}

static void
test_help(void)
{
  static const char *const lines[] = {"--help", "--version", "build --help"};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    g_auto(Run) run = run_kith(NULL, NULL, lines[i]);
    g_assert_cmpint(run.code, ==, 0);
    g_assert_nonnull(strstr(run.out, "kith"));
    g_assert_cmpstr(run.err, ==, "");
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  seed = g_test_build_filename(G_TEST_DIST, "..", "seeds", "us-pakistan-talks.txt", NULL);
  folder = g_dir_make_tmp("kith-build-XXXXXX", NULL);
  g_test_add_func("/build/seed", test_seed);
  g_test_add_func("/build/planted", test_planted);
  g_test_add_func("/build/offsets", test_offsets);
  g_test_add_func("/build/folder", test_folder);
  g_test_add_func("/build/same", test_same);
  g_test_add_func("/build/several", test_several);
  g_test_add_func("/build/standard-input", test_standard_input);
  g_test_add_func("/build/dateline", test_dateline);
  g_test_add_func("/build/refused", test_refused);
  g_test_add_func("/build/full", test_full);
  g_test_add_func("/build/help", test_help);
  int status = g_test_run();
  g_autofree char *offsets = in_folder("offsets.txt");
  g_unlink(offsets);
  if (g_rmdir(folder) != 0)
    g_printerr("# left behind: %s\n", folder);
  g_free(folder);
  g_free(seed);
  return status;
}
