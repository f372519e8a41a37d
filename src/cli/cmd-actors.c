/* kith actors: who is in a graph. */
#include "base/error.h"
#include "cli/commands.h"
#include "cli/inspect.h"
#include "graph/json.h"

static const KithGraph *sorted_graph; /* of the comparison below; one thread sorts */

/* The most often mentioned first, then by label and id. */
static int
compare_actors(gconstpointer a, gconstpointer b)
{
  const KithActor *x = kith_graph_actor(sorted_graph, *(const guint *)a);
  const KithActor *y = kith_graph_actor(sorted_graph, *(const guint *)b);
  if (x->spans->len != y->spans->len)
    return x->spans->len > y->spans->len ? -1 : 1;
  int order = g_strcmp0(x->label, y->label);
  return order != 0 ? order : g_strcmp0(x->id, y->id);
}

/* The actors of a type (KITH_N_ACTOR_TYPES: of all), in order. Freed by the caller. */
static GArray *
chosen(const KithGraph *graph, KithActorType type)
{
  GArray *list = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < graph->actors->len; i++)
    if (type == KITH_N_ACTOR_TYPES || kith_graph_actor(graph, i)->type == type)
      g_array_append_val(list, i);
  sorted_graph = graph;
  g_array_sort(list, compare_actors);
  return list;
}

static int
print_json(const KithGraph *graph, const GArray *list)
{
  g_autoptr(GString) out = g_string_new("[");
  for (guint k = 0; k < list->len; k++) {
    g_string_append(out, k ? ",\n " : "");
    kith_graph_actor_to_json(graph, g_array_index(list, guint, k), out);
  }
  g_string_append(out, "]\n");
  return kith_inspect_print(out);
}

static int
print_table(const KithGraph *graph, const GArray *list, const KithInspectOptions *options)
{
  static const char *const headings[] = {"ACTOR", "TYPE", "MENTIONS", "ALSO", "ID", NULL};
  static const char *const tsv_headings[] = {"actor", "type", "mentions", "also", "id", NULL};
  g_autoptr(KithTable) table = kith_table_new(options->tsv ? tsv_headings : headings);
  for (guint k = 0; k < list->len; k++) {
    const KithActor *actor = kith_graph_actor(graph, g_array_index(list, guint, k));
    g_autofree char *count = g_strdup_printf("%u", actor->spans->len);
    g_ptr_array_add(actor->aliases, NULL);
    g_autofree char *also = g_strjoinv("; ", (char **)actor->aliases->pdata);
    g_ptr_array_remove_index(actor->aliases, actor->aliases->len - 1);
    kith_table_add(table, actor->label, kith_actor_type_name(actor->type), count, also, actor->id);
  }
  return kith_inspect_print_table(table, options);
}

int
kith_cmd_actors(int argc, char **argv)
{
  static KithInspectOptions output;
  static char *type_name;
  static const GOptionEntry entries[] = {
      {"type", 't', 0, G_OPTION_ARG_FILENAME, &type_name,
       "Only person, organization, country, place or group", "TYPE"},
      {NULL},
  };
  GOptionContext *context = g_option_context_new("GRAPH");
  g_option_context_set_summary(context, "Lists the actors of a graph, the most often mentioned first.");
  g_option_context_add_main_entries(context, entries, NULL);
  kith_inspect_add_options(context, &output);
  int code;
  g_autoptr(KithGraph) graph = kith_inspect_open(context, 0, &argc, &argv, &output, &code);
  if (graph == NULL)
    return code;
  KithActorType type = KITH_N_ACTOR_TYPES;
  if (type_name && !kith_actor_type_parse(type_name, &type))
    return kith_cli_usage(argv[0], "'%s' is no type: person, organization, country, place or group",
                          type_name);
  g_autoptr(GArray) list = chosen(graph, type);
  return output.json ? print_json(graph, list) : print_table(graph, list, &output);
}
