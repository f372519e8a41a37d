#include "cli/inspect.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"

void
kith_inspect_add_options(GOptionContext *context, KithInspectOptions *options)
{
  const GOptionEntry entries[] = {
      {"json", 0, 0, G_OPTION_ARG_NONE, &options->json, "Print JSON", NULL},
      {"tsv", 0, 0, G_OPTION_ARG_NONE, &options->tsv, "Print values parted by tabs, after a line of headings",
       NULL},
      {NULL},
  };
  g_option_context_add_main_entries(context, entries, NULL);
}

int
kith_inspect_print(const GString *out)
{
  g_autoptr(GError) error = NULL;
  return kith_file_write(NULL, out->str, out->len, &error) ? KITH_EXIT_DONE : kith_cli_fail(&error);
}

int
kith_inspect_print_table(const KithTable *table, const KithInspectOptions *options)
{
  g_autoptr(GString) out = g_string_new(NULL);
  if (options->tsv)
    kith_table_format_tsv(table, out);
  else
    kith_table_format(table, kith_terminal_width(), kith_terminal_colour(), out);
  return kith_inspect_print(out);
}

KithGraph *
kith_inspect_open(GOptionContext *context, guint n_more, int *argc, char ***argv,
                  const KithInspectOptions *options, int *code)
{
  g_autoptr(GOptionContext) own = context;
  g_autoptr(GError) error = NULL;
  if (!kith_cli_parse(own, argc, argv, code))
    return NULL;
  const char *command = g_get_prgname();
  KithGraph *graph = NULL;
  if (options && options->json && options->tsv)
    *code = kith_cli_usage(command, "--json and --tsv exclude each other");
  else if (*argc < 2)
    *code = kith_cli_usage(command, "which graph? A file, or '-' for standard input");
  else if ((guint)*argc < 2 + n_more)
    *code = kith_cli_usage(command, "%u more argument%s needed", 2 + n_more - (guint)*argc,
                           2 + n_more - (guint)*argc > 1 ? "s are" : " is");
  else if ((guint)*argc > 2 + n_more)
    *code = kith_cli_usage(command, "'%s' is one argument too many", (*argv)[2 + n_more]);
  else if ((graph = kith_graph_io_read((*argv)[1], &error)) == NULL)
    *code = kith_cli_fail(&error);
  return graph;
}

char *
kith_relation_status(const KithGraph *graph, const KithRelation *relation)
{
  GString *out = g_string_new(NULL);
  if (relation->polarity != KITH_POSITIVE)
    g_string_append(out, kith_polarity_name(relation->polarity));
  if (relation->modality != KITH_ACTUAL)
    g_string_append_printf(out, "%s%s", out->len ? ", " : "", kith_modality_name(relation->modality));
  if (relation->attributed_to != KITH_NONE)
    g_string_append_printf(out, "%ssaid by %s", out->len ? ", " : "",
                           kith_graph_actor(graph, relation->attributed_to)->label);
  return g_string_free(out, FALSE);
}

const char *
kith_relation_date(const KithGraph *graph, const KithRelation *relation)
{
  if (relation->time)
    return relation->time;
  if (relation->evidence->len == 0)
    return NULL;
  const KithEvidence *evidence = (const KithEvidence *)relation->evidence->pdata[0];
  return kith_graph_document(graph, evidence->document)->date;
}

KithTable *
kith_relation_table_new(gboolean tsv)
{
  static const char *const headings[] = {"SOURCE", "RELATION", "TARGET", "CLASS",
                                         "STATUS", "DATE",     "SURE",   NULL};
  static const char *const tsv_headings[] = {"source", "relation", "target",   "class", "status",
                                             "date",   "sure",     "evidence", NULL};
  return kith_table_new(tsv ? tsv_headings : headings);
}

void
kith_relation_table_add(KithTable *table, const KithGraph *graph, guint i, gboolean tsv)
{
  const KithRelation *relation = kith_graph_relation(graph, i);
  g_autofree char *status = kith_relation_status(graph, relation);
  g_autofree char *confidence = kith_decimal(relation->confidence);
  const char *evidence =
      relation->evidence->len ? ((KithEvidence *)relation->evidence->pdata[0])->text : NULL;
  kith_table_add(table, kith_graph_actor(graph, relation->source)->label, relation->label,
                 kith_graph_actor(graph, relation->target)->label, kith_class_name(relation->class), status,
                 kith_relation_date(graph, relation), confidence, tsv ? evidence : NULL);
}

void
kith_relation_print(const KithGraph *graph, guint i, guint width, gboolean colour, GString *out)
{
  const KithRelation *relation = kith_graph_relation(graph, i);
  const char *class = kith_class_name(relation->class);
  g_autofree char *status = kith_relation_status(graph, relation);
  const char *label = relation->label ? relation->label : class;
  g_string_append(out, "  ");
  kith_append_styled(out, kith_graph_actor(graph, relation->source)->label, "1", colour);
  g_string_append(out, " -- ");
  kith_append_styled(out, label, "36", colour);
  g_string_append(out, kith_class_is_symmetric(relation->class) ? " -- " : " --> ");
  kith_append_styled(out, kith_graph_actor(graph, relation->target)->label, "1", colour);
  g_string_append_printf(out, "  [%s%s", class, *status ? ", " : "");
  kith_append_styled(out, status, "33", colour && *status);
  if (relation->time) {
    g_string_append(out, ", ");
    kith_append_styled(out, relation->time, "0", FALSE);
  }
  if (relation->place != KITH_NONE) {
    g_string_append(out, ", at ");
    kith_append_styled(out, kith_graph_actor(graph, relation->place)->label, "0", FALSE);
  }
  g_string_append(out, "]\n");
  for (guint k = 0; k < relation->evidence->len; k++) {
    const KithEvidence *evidence = (const KithEvidence *)relation->evidence->pdata[k];
    if (evidence->text)
      kith_append_wrapped(out, evidence->text, 6, width);
  }
}
