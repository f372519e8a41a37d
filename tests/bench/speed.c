/* How fast `kith parse` is, as a table: one document and several, one thread and two, each instruction set;
 * that all give the same bytes; start-up and peak memory.
 *
 * usage: speed KITH TEXT [RUNS]     (the program, a text of 1 MB or more, runs of which the best counts: 3)
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

enum { PARTS = 8 };

/* A run: its time on the clock and of the processor, its memory, what it printed. */
typedef struct {
  double wall, cpu, megabytes;
  char *out;
} Run;

static void
fail(const char *what, const char *why)
{
  fprintf(stderr, "speed: %s: %s\n", what, why);
  exit(1);
}

static Run
run(const char *const *argv, const char *simd, const char *input)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "KITH_SIMD", simd, TRUE);
  g_autofree char *path = g_build_filename(g_get_tmp_dir(), "kith-speed.out", NULL);
  g_autoptr(GString) line = g_string_new("exec");
  for (const char *const *arg = argv; *arg != NULL; arg++) {
    g_autofree char *quoted = g_shell_quote(*arg);
    g_string_append_printf(line, " %s", quoted);
  }
  g_string_append_printf(line, " <%s >%s", input, path);
  const char *shell[] = {"/bin/sh", "-c", line->str, NULL};
  GPid pid;
  struct rusage usage;
  int status;
  gint64 start = g_get_monotonic_time();
  if (!g_spawn_async(NULL, (char **)shell, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error))
    fail(argv[0], error->message);
  if (wait4(pid, &status, 0, &usage) < 0 || status != 0)
    fail(argv[0], "did not succeed");
  Run result = {.wall = (double)(g_get_monotonic_time() - start) / 1e6};
  result.cpu = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
               (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  result.megabytes = (double)usage.ru_maxrss / 1024;
  if (!g_file_get_contents(path, &result.out, NULL, &error))
    fail(path, error->message);
  g_unlink(path);
  return result;
}

/* The best of some runs, each time by itself. */
static Run
best_of(guint n, const char *const *argv, const char *simd, const char *input)
{
  Run best = run(argv, simd, input);
  for (guint i = 1; i < n; i++) {
    Run next = run(argv, simd, input);
    best.wall = MIN(best.wall, next.wall);
    best.cpu = MIN(best.cpu, next.cpu);
    best.megabytes = MAX(best.megabytes, next.megabytes);
    if (strcmp(best.out, next.out) != 0)
      fail(argv[0], "two runs differ");
    g_free(next.out);
  }
  return best;
}

static guint
count_words(const char *conllu)
{
  guint n = 0;
  for (const char *at = conllu; *at != '\0'; at++) {
    gsize digits = strspn(at, "0123456789");
    n += digits > 0 && at[digits] == '\t';
    at = strchr(at, '\n');
    if (at == NULL)
      break;
  }
  return n;
}

/* The text in parts, cut at ends of lines; their paths. */
static char **
write_parts(const char *folder, const char *text, gsize length)
{
  char **paths = g_new0(char *, PARTS + 1);
  gsize from = 0;
  for (guint i = 0; i < PARTS; i++) {
    gsize to = length * (i + 1) / PARTS;
    while (to < length && text[to - 1] != '\n')
      to++;
    g_autofree char *name = g_strdup_printf("part-%u.txt", i);
    paths[i] = g_build_filename(folder, name, NULL);
    if (!g_file_set_contents(paths[i], text + from, (gssize)(to - from), NULL))
      fail(paths[i], "cannot be written");
    from = to;
  }
  return paths;
}

static void
print_row(const char *what, const Run *r, guint words)
{
  printf("%-34s %7.2f s %7.2f s %9.0f %9.0f %6.0f MB\n", what, r->wall, r->cpu, words / r->wall,
         words / r->cpu, r->megabytes);
}

int
main(int argc, char **argv)
{
  g_autofree char *text = NULL, *folder = g_dir_make_tmp("kith-speed-XXXXXX", NULL);
  gsize length;
  if (argc < 3 || !g_file_get_contents(argv[2], &text, &length, NULL))
    fail("usage", "speed KITH TEXT [RUNS]");
  const guint n = argc > 3 ? (guint)atoi(argv[3]) : 3;
  g_auto(GStrv) parts = write_parts(folder, text, length);
  const char *one[] = {argv[1], "parse", argv[2], NULL},
             *two[] = {argv[1], "parse", "--threads", "2", argv[2], NULL};
  const char *several[PARTS + 3] = {argv[1], "parse"},
                              *several_two[PARTS + 5] = {argv[1], "parse", "--threads", "2"};
  memcpy(several + 2, parts, PARTS * sizeof(char *));
  memcpy(several_two + 4, parts, PARTS * sizeof(char *));
  const struct {
    const char *name, *simd;
    const char *const *argv;
    guint like; /* the row that has the same bytes */
  } rows[] = {
      {"one document, one thread", "", one, 0},    {"one document, two threads", "", two, 0},
      {"8 documents, one thread", "", several, 2}, {"8 documents, two threads", "", several_two, 2},
      {"one document, AVX2", "avx2", one, 0},      {"one document, SSE4", "sse4", one, 0},
      {"one document, plain C", "plain", one, 0},
  };
  Run runs[G_N_ELEMENTS(rows)];
  double load = 0;
  getloadavg(&load, 1);
  printf("%s, %.2f MB, best of %u, load of the machine at first %.1f\n%-34s %9s %9s %9s %9s %9s\n", argv[2],
         (double)length / 1e6, n, load, "", "clock", "CPU", "words/s", "of CPU", "memory");
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    runs[i] = best_of(n, rows[i].argv, rows[i].simd, "/dev/null");
    print_row(rows[i].name, &runs[i], count_words(runs[i].out));
    if (strcmp(runs[i].out, runs[rows[i].like].out) != 0)
      fail(rows[i].name, "other bytes");
  }
  const char *start[] = {argv[1], "parse", "--input", "lines", "-", NULL};
  g_autofree char *sentence = g_build_filename(folder, "sentence.txt", NULL);
  g_file_set_contents(sentence, "Yes .\n", -1, NULL);
  Run alone = best_of(5 * n, start, "", sentence);
  printf("two threads: %.2f times one on one document, %.2f on 8; start-up %.0f ms (CPU %.0f ms)\n",
         runs[0].wall / runs[1].wall, runs[2].wall / runs[3].wall, 1000 * alone.wall, 1000 * alone.cpu);
  for (guint i = 0; i < PARTS; i++)
    g_unlink(parts[i]);
  g_unlink(sentence);
  g_rmdir(folder);
  return 0;
}
