/* kith path: how two actors are connected. */
#include <stdio.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/inspect.h"
#include "graph/json.h"

static int
print_tsv(const KithGraph *graph, const GArray *path, const KithInspectOptions *options)
{
  g_autoptr(KithTable) table = kith_relation_table_new(TRUE);
  for (guint i = 0; i < path->len; i++)
    kith_relation_table_add(table, graph, g_array_index(path, guint, i), TRUE);
  return kith_inspect_print_table(table, options);
}

static int
print_path(const KithGraph *graph, const GArray *path, gboolean json)
{
  g_autoptr(GString) out = g_string_new(json ? "[" : NULL);
  for (guint i = 0; i < path->len; i++) {
    guint relation = g_array_index(path, guint, i);
    if (json) {
      g_string_append(out, i ? ",\n " : "");
      kith_graph_relation_to_json(graph, relation, out);
    } else {
      kith_relation_print(graph, relation, kith_terminal_width(), kith_terminal_colour(), out);
    }
  }
  g_string_append(out, json ? "]\n" : "");
  return kith_inspect_print(out);
}

int
kith_cmd_path(int argc, char **argv)
{
  static KithInspectOptions options;
  GOptionContext *context = g_option_context_new("GRAPH NAME NAME");
  g_option_context_set_summary(context,
                               "Shows a shortest chain of relations between two actors, direction aside.");
  kith_inspect_add_options(context, &options);
  int code;
  g_autoptr(GError) error = NULL;
  g_autoptr(KithGraph) graph = kith_inspect_open(context, 2, &argc, &argv, &options, &code);
  if (graph == NULL)
    return code;
  guint from = kith_graph_find(graph, argv[2], &error);
  guint to = from == KITH_NONE ? KITH_NONE : kith_graph_find(graph, argv[3], &error);
  if (to == KITH_NONE)
    return kith_cli_fail(&error);
  if (from == to)
    return kith_cli_usage(argv[0], "'%s' and '%s' are the same actor", argv[2], argv[3]);
  g_autoptr(GArray) path = kith_graph_path(graph, from, to);
  if (path->len > 0)
    return options.tsv ? print_tsv(graph, path, &options) : print_path(graph, path, options.json);
  g_set_error(&error, KITH_ERROR, KITH_ERROR_NAME, "no chain of relations joins %s and %s",
              kith_graph_actor(graph, from)->label, kith_graph_actor(graph, to)->label);
  return kith_cli_fail(&error);
}
