/* The commands that read graphs, from the outside: good and bad command lines. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "run.h"

static char *data;   /* tests/data */
static char *folder; /* a folder that is gone afterwards */

/* A command line, the exit code, and what the output or the errors must look like (patterns; NULL: anything).
 */
typedef struct {
  const char *line;
  int code;
  const char *out, *err;
} Case;

static void
check_cases(const Case *cases, gsize n, const char *input)
{
  for (gsize i = 0; i < n; i++) {
    g_auto(Run) run = run_kith(data, input, cases[i].line);
    gboolean ok = run.code == cases[i].code &&
                  (cases[i].out == NULL || g_pattern_match_simple(cases[i].out, run.out)) &&
                  (cases[i].err == NULL || g_pattern_match_simple(cases[i].err, run.err));
    if (!ok) {
      g_test_message("kith %s: %d\n%s\n%s", cases[i].line, run.code, run.out, run.err);
      g_test_fail();
    }
  }
}

static void
test_good(void)
{
  static const Case cases[] = {
      {"actors good/talks.json", 0, "ACTOR*Ada Verne*person*1*Verne*talks-0123abcd/ada-verne\n*", ""},
      {"actors good/talks.ttl --type country", 0, "ACTOR *\nNorland *\nSudland *\n", ""},
      {"actors good/talks.ttl --tsv", 0, "actor\ttype\tmentions\talso\tid\nAda Verne\tperson\t1\tVerne\t*",
       ""},
      {"actors good/talks.ttl --json", 0, "[{\"id\": \"talks-0123abcd/ada-verne\", *}]\n", ""},
      {"relations good/talks.json", 0, "SOURCE*may help*possible, said by Ada Verne*met*foreign minister*",
       ""},
      {"relations good/talks.json --actor 'bo \"żółw\" lind'", 0, "SOURCE *\nAda Verne *met*\n", ""},
      {"relations good/talks.json --class aid,assault --tsv", 0,
       "source*\nNorland\tmay help\t*\nNorland\tdid not attack\t*\n", ""},
      {"relations good/talks.json --modality possible --json", 0, "[{\"id\": \"talks-0123abcd/aid-120\"*}]\n",
       ""},
      {"relations good/talks.json --polarity negative --tsv", 0, "source*\nNorland\tdid not attack\t*", ""},
      {"relations good/talks.json --since 2021-10-09 --tsv", 0, "source*\nNorland\tmay help\t*", ""},
      {"relations good/talks.json --since 2022", 0, "SOURCE*SURE\n", ""},
      {"show good/talks.ttl VERNE", 0,
       "Ada Verne  person\n*also: Verne\n*Roles:\n*foreign minister*Relations:\n*at Eastport*", ""},
      {"show good/talks.ttl verne --json", 0, "{\"actor\": *\"relations\": [\n*}]}\n", ""},
      {"path good/talks.ttl 'Bo \"Żółw\" Lind' Sudland", 0, "*met*foreign minister*may help*", ""},
      {"path good/talks.ttl verne norland --json", 0, "[{*foreign minister*}]\n", ""},
      {"stats good/talks.ttl", 0, "WHAT*documents*1\n*consult*1\n*negative*1\n*", ""},
      {"draw good/talks.ttl -f svg --link-base https://example.org/", 0, "*https://example.org/*", ""},
      {"draw good/talks.ttl -f svg --link-base actors/", 0, "*\"actors/*", ""},
      {"stats good/talks.ttl --tsv", 0, "what\tname\tcount\ndocuments\t\t1\n*", ""},
      {"stats good/talks.ttl --json", 0, "[{\"what\": \"documents\", \"name\": \"\", \"count\": 1},*", ""},
      {"convert good/talks.ttl -f nt", 0, "<urn:kith:*", ""},
      {"convert good/talks.ttl -f NQuads --base https://g.example/", 0, "<https://g.example/run/*", ""},
      {"convert good/talks.ttl -f dot", 0, "*digraph*", ""},
      {"merge good/talks.ttl good/talks.json", 0, "@prefix*", ""},
      {"query good/talks.ttl 'SELECT ?l {?a a kith:Country; rdfs:label ?l} ORDER BY ?l'", 0,
       "l\nNorland\nSudland\n", ""},
      {"query good/talks.json 'ASK {?a kith:consult ?b}'", 0, "yes\n", ""},
      {"query good/talks.json 'ASK {?a kith:consult ?b}' --own-default-graph --csv", 0, "false\r\n", ""},
      {"query good/talks.json 'SELECT ?s {?s kith:unheardOf ?o}' --csv", 0, "s\r\n", ""},
      {"actors --help", 0, "Usage:*kith actors*--json*", ""},
  };
  check_cases(cases, G_N_ELEMENTS(cases), NULL);
}

static void
test_bad(void)
{
  static const Case cases[] = {
      {"actors", 2, "", "kith actors: which graph?*--help*"},
      {"actors a b", 2, "", "kith actors: 'b' is one argument too many*"},
      {"actors good/talks.ttl --nonsense", 2, "", "kith actors: *--nonsense*--help*"},
      {"actors good/talks.ttl --json --tsv", 2, "", "*exclude each other*"},
      {"actors good/talks.ttl --type robot", 2, "", "*'robot' is no type*"},
      {"actors missing.ttl", 1, "", "kith: missing.ttl: *"},
      {"actors good", 1, "", "kith: good: Is a directory\n"},
      {"actors /dev/null", 1, "", "kith: /dev/null: the file is empty\n"},
      {"relations good/talks.ttl --actor Nobody", 1, "", "kith: no actor is named 'Nobody'\n"},
      {"relations good/talks.ttl --class nonsense", 2, "", "*'nonsense' is no class*consult*"},
      {"relations good/talks.ttl --since yesterday", 2, "", "*--since: not a date*"},
      {"relations good/talks.ttl --modality maybe", 2, "", "*no modality*"},
      {"relations good/talks.ttl --polarity neutral", 2, "", "*no polarity*"},
      {"show good/talks.ttl", 2, "", "*1 more argument is needed*"},
      {"show good/talks.ttl Suland", 1, "", "*near it: *Sudland (talks-0123abcd/sudland)\n"},
      {"path good/talks.ttl", 2, "", "*2 more arguments are needed*"},
      {"path good/talks.ttl norland Eastport", 1, "", "*no chain of relations joins Norland and Eastport\n"},
      {"path good/talks.ttl norland NORLAND", 2, "", "*the same actor*"},
      {"draw good/talks.ttl --link-base javascript:", 2, "", "*--link-base: http, https, file or urn*"},
      {"convert good/talks.ttl", 2, "", "*which format*"},
      {"convert good/talks.ttl -f docx", 2, "", "*there is no format 'docx'; there are turtle, *json*"},
      {"convert good/talks.ttl -f ttl --base nonsense", 2, "", "*'nonsense' is no base*"},
      {"convert good/talks.ttl -f ttl -o /nowhere/at/all.ttl", 1, "", "kith: *"},
      {"convert good/talks.ttl -f ttl -o /dev/full", 1, "", "kith: /dev/full: *"},
      {"draw good/talks.ttl --class nonsense", 2, "", "*'nonsense' is no class*consult*"},
      {"merge", 2, "", "*which graphs*"},
      {"merge good/talks.ttl bad/two-texts.json", 1, "", "*two different texts\n"},
      {"query good/talks.ttl", 2, "", "*a graph and a query are needed*"},
      {"query good/talks.ttl 'SELECT ?x {'", 2, "", "kith: query: *"},
      {"query good/talks.ttl 'DROP ALL'", 2, "", "kith: query: at byte 0 should be SELECT*"},
      {"query good/talks.ttl 'ASK {SERVICE <http://e.org/> {?a ?b ?c}}'", 1, "", "kith: query: SERVICE: *"},
      {"query good/talks.ttl 'ASK {}' --json --csv", 2, "", "*exclude each other*"},
      {"query - -", 2, "", "*both*"},
      {"query bad/cut.ttl 'ASK {?a ?b ?c}'", 1, "", "kith: bad/cut.ttl:*"},
  };
  check_cases(cases, G_N_ELEMENTS(cases), NULL);
}

/* Every file of data/bad is refused by every command, with its name and nothing else said. */
static void
test_bad_files(void)
{
  g_autofree char *path = g_build_filename(data, "bad", NULL);
  g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
  g_assert_nonnull(dir);
  for (const char *name; (name = g_dir_read_name(dir));) {
    if (strcmp(name, "two-texts.json") == 0)
      continue; /* bad only beside another */
    const char *const lines[] = {"stats bad/%s", "convert bad/%s -f json"};
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
      g_autoptr(GString) line = g_string_new(lines[i]);
      g_autofree char *start = g_strdup_printf("kith: bad/%s:", name);
      g_string_replace(line, "%s", name, 1);
      g_auto(Run) run = run_kith(data, NULL, line->str);
      if (run.code != 1 || *run.out != '\0' || !g_str_has_prefix(run.err, start))
        g_test_message("kith %s: %d %s", line->str, run.code, run.err), g_test_fail();
    }
  }
}

/* Standard input, told by its look; the same graph in all formats, back again. */
static void
test_formats(void)
{
  static const char *const formats[] = {"turtle", "ntriples", "nquads", "trig", "rdfxml", "json"};
  g_auto(Run) whole = run_kith(data, NULL, "convert good/talks.ttl -f json");
  g_assert_cmpint(whole.code, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
    g_autofree char *to = g_strdup_printf("convert - -f %s", formats[i]);
    g_auto(Run) there = run_kith(data, whole.out, to);
    g_assert_cmpint(there.code, ==, 0);
    g_auto(Run) again = run_kith(data, there.out, to);
    g_assert_cmpstr(again.out, ==, there.out);
    g_auto(Run) back = run_kith(data, there.out, "convert - -f json");
    g_assert_cmpstr(back.out, ==, whole.out);
  }
}

/* What cannot be written whole is not there: neither a file nor, over an old one, a part. */
static void
test_output(void)
{
  g_autofree char *file = g_build_filename(folder, "out.nt", NULL);
  g_autofree char *line = g_strdup_printf("convert good/talks.json -o '%s'", file);
  g_autofree char *content = NULL;
  g_auto(Run) written = run_kith(data, NULL, line);
  g_assert_cmpint(written.code, ==, 0);
  g_assert_true(g_file_get_contents(file, &content, NULL, NULL));
  g_assert_true(g_str_has_prefix(content, "<urn:kith:"));
  g_autofree char *bad = g_strdup_printf("convert bad/cut.ttl -o '%s'", file);
  g_auto(Run) refused = run_kith(data, NULL, bad);
  g_assert_cmpint(refused.code, ==, 1);
  g_autofree char *still = NULL;
  g_assert_true(g_file_get_contents(file, &still, NULL, NULL));
  g_assert_cmpstr(still, ==, content);
  g_unlink(file);
  g_auto(Run) query = run_kith(data, "ASK {?a a kith:Person}", "query good/talks.json -");
  g_assert_cmpstr(query.out, ==, "yes\n");
}

/* A full device on standard output is a failure of every command. */
static void
test_full(void)
{
  static const char *const lines[] = {"actors good/talks.ttl", "stats good/talks.ttl",
                                      "convert good/talks.ttl -f ttl",
                                      "query good/talks.ttl \"ASK {?a ?b ?c}\""};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    g_autofree char *shell =
        g_strdup_printf("cd '%s' && '%s' %s >/dev/full", data, g_getenv("KITH"), lines[i]);
    const char *argv[] = {"/bin/sh", "-c", shell, NULL};
    g_autofree char *err = NULL;
    int status;
    g_assert_true(g_spawn_sync(NULL, (char **)argv, NULL, 0, NULL, NULL, NULL, &err, &status, NULL));
    g_assert_false(g_spawn_check_wait_status(status, NULL));
    g_assert_true(g_str_has_prefix(err, "kith: standard output: "));
  }
}

/* A table is cut to the terminal's width, and no text reaches the terminal's controls. */
static void
test_tables(void)
{
  g_autofree char *command =
      g_strdup_printf("cd '%s' && COLUMNS=50 '%s' relations good/talks.ttl", data, g_getenv("KITH"));
  const char *argv[] = {"/bin/sh", "-c", command, NULL};
  g_autofree char *out = NULL;
  g_assert_true(g_spawn_sync(NULL, (char **)argv, NULL, 0, NULL, NULL, &out, NULL, NULL, NULL));
  g_auto(GStrv) lines = g_strsplit(out, "\n", -1);
  for (char **line = lines; *line; line++)
    g_assert_cmpint(g_utf8_strlen(*line, -1), <=, 50);
  g_assert_nonnull(strstr(out, "…"));
  static const char graph[] =
      "{\"actors\": [{\"id\": \"a\", \"label\": \"x\\u001b[31my\\u202ez\", \"type\": \"group\"}]}";
  g_auto(Run) run = run_kith(data, graph, "actors -");
  g_assert_nonnull(strstr(run.out, "x [31my z"));
  g_auto(Run) tsv =
      run_kith(data, "{\"actors\": [{\"id\": \"a\", \"label\": \"x\\ty\\n\\\\z\", \"type\": \"group\"}]}",
               "actors - --tsv");
  g_assert_nonnull(strstr(tsv.out, "x\\ty\\n\\\\z\tgroup"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  data = g_test_build_filename(G_TEST_DIST, "data", NULL);
  folder = g_dir_make_tmp("kith-graph-XXXXXX", NULL);
  g_assert_nonnull(folder);
  g_test_add_func("/cli/graph/good", test_good);
  g_test_add_func("/cli/graph/bad", test_bad);
  g_test_add_func("/cli/graph/bad-files", test_bad_files);
  g_test_add_func("/cli/graph/formats", test_formats);
  g_test_add_func("/cli/graph/output", test_output);
  g_test_add_func("/cli/graph/full", test_full);
  g_test_add_func("/cli/graph/tables", test_tables);
  int code = g_test_run();
  g_rmdir(folder);
  g_free(folder);
  g_free(data);
  return code;
}
