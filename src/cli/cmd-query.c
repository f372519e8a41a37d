/* kith query: questions in SPARQL. */
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/inspect.h"
#include "sparql/sparql.h"

typedef struct {
  KithInspectOptions output;
  gboolean csv, own_default_graph;
} Options;

/* A term as a person wants it: IRIs short where a prefix is known, literals as they are. Owned by the caller.
 */
static char *
plain_term(const KithTerm *term)
{
  if (term == NULL)
    return g_strdup("");
  for (const KithPrefix *p = kith_prefixes(); term->kind == KITH_TERM_IRI && p->prefix; p++)
    if (g_str_has_prefix(term->value, p->iri))
      return g_strdup_printf("%s:%s", p->prefix, term->value + strlen(p->iri));
  if (term->kind == KITH_TERM_IRI)
    return g_strdup_printf("<%s>", term->value);
  return g_strconcat(term->kind == KITH_TERM_BLANK ? "_:" : "", term->value, NULL);
}

static void
format_table(const KithAnswer *answer, GString *out)
{
  if (answer->kind == KITH_ANSWER_BOOLEAN) {
    g_string_append(out, answer->truth ? "yes\n" : "no\n");
    return;
  }
  if (answer->columns == NULL)
    return;
  g_autoptr(KithTable) table = kith_table_new((const char *const *)answer->columns);
  for (guint r = 0; r < answer->rows->len; r++) {
    const KithTerm **row = (const KithTerm **)answer->rows->pdata[r];
    g_auto(GStrv) cells = g_new0(char *, (gsize)answer->n_columns + 1);
    for (guint i = 0; i < answer->n_columns; i++)
      cells[i] = plain_term(row[i]);
    kith_table_add_cells(table, (const char *const *)cells);
  }
  kith_table_format(table, kith_terminal_width(), kith_terminal_colour(), out);
}

static gboolean
format_answer(const KithAnswer *answer, const Options *options, GString *out, GError **error)
{
  if (answer->kind == KITH_ANSWER_GRAPH)
    return kith_answer_to_turtle(answer, out, error);
  if (options->output.json)
    kith_answer_to_json(answer, out);
  else if (options->output.tsv)
    kith_answer_to_tsv(answer, out);
  else if (options->csv)
    kith_answer_to_csv(answer, out);
  else
    format_table(answer, out);
  return TRUE;
}

/* Asks and prints; an exit code. */
static int
answer_query(const KithStatements *statements, const char *query, const Options *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) out = g_string_new(NULL);
  KithDefaultGraph graph = options->own_default_graph ? KITH_DEFAULT_OWN : KITH_DEFAULT_UNION;
  g_autoptr(KithAnswer) answer = kith_sparql_query(statements, query, graph, &error);
  if (answer == NULL || !format_answer(answer, options, out, &error))
    return kith_cli_fail(&error);
  return kith_inspect_print(out);
}

/* The text of the query, which "-" says is on standard input. Owned by the caller. */
static char *
read_query(const char *argument, GError **error)
{
  if (strcmp(argument, "-") != 0)
    return g_strdup(argument);
  g_autoptr(GBytes) bytes = kith_file_read(NULL, (gsize)1 << 20, error);
  return bytes ? g_strndup((const char *)g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes)) : NULL;
}

static int
query_graph(const char *path, const char *argument, const Options *options)
{
  g_autoptr(GError) error = NULL;
  if (strcmp(path, "-") == 0 && strcmp(argument, "-") == 0)
    return kith_cli_usage(g_get_prgname(), "graph and query cannot both be on standard input");
  g_autofree char *query = read_query(argument, &error);
  g_autoptr(KithStatements) statements = query ? kith_graph_io_statements(path, &error) : NULL;
  if (statements == NULL)
    return kith_cli_fail(&error);
  return answer_query(statements, query, options);
}

int
kith_cmd_query(int argc, char **argv)
{
  static Options options;
  static const GOptionEntry entries[] = {
      {"csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, "Print CSV as SPARQL 1.1 has it", NULL},
      {"own-default-graph", 0, 0, G_OPTION_ARG_NONE, &options.own_default_graph,
       "Without GRAPH look only at what is in no named graph, not in all graphs", NULL},
      {NULL},
  };
  g_autoptr(GOptionContext) context = g_option_context_new("GRAPH SPARQL|-");
  g_option_context_set_summary(
      context, "Asks a graph in SPARQL 1.1; its prefixes are declared, each document is a named graph. "
               "CONSTRUCT and\nDESCRIBE answer in Turtle.");
  g_option_context_add_main_entries(context, entries, NULL);
  kith_inspect_add_options(context, &options.output);
  int code;
  if (!kith_cli_parse(context, &argc, &argv, &code))
    return code;
  if (options.output.json + options.output.tsv + options.csv > 1)
    return kith_cli_usage(argv[0], "--json, --csv and --tsv exclude each other");
  if (argc != 3)
    return kith_cli_usage(argv[0], "a graph and a query are needed");
  return query_graph(argv[1], argv[2], &options);
}
