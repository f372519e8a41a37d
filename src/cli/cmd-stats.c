/* kith stats: a graph in numbers. */
#include <string.h>

#include "cli/commands.h"
#include "cli/inspect.h"
#include "graph/json.h"

enum { N_BUSIEST = 10 };

/* Rows of (what, name, number). */
typedef struct {
  GPtrArray *names; /* "what" and "name" in turn; static or of the graph */
  GArray *numbers;  /* guint */
} Stats;

static void
add(Stats *stats, const char *what, const char *name, guint number)
{
  g_ptr_array_add(stats->names, (gpointer)what);
  g_ptr_array_add(stats->names, (gpointer)name);
  g_array_append_val(stats->numbers, number);
}

/* The root of an actor's component, halving the way there (union-find). */
static guint
root_of(guint *parents, guint i)
{
  while (parents[i] != i)
    i = parents[i] = parents[parents[i]];
  return i;
}

/* How many parts of the graph no relation joins. */
static guint
count_components(const KithGraph *graph)
{
  guint n = graph->actors->len;
  g_autofree guint *parents = g_new(guint, (gsize)n + 1);
  for (guint i = 0; i < n; i++)
    parents[i] = i;
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *relation = kith_graph_relation(graph, i);
    guint a = root_of(parents, relation->source), b = root_of(parents, relation->target);
    if (a != b) {
      parents[a] = b;
      n--;
    }
  }
  return n;
}

/* The actors with the most relations. */
static void
add_busiest(Stats *stats, const KithGraph *graph)
{
  g_autofree guint *degrees = g_new0(guint, (gsize)graph->actors->len + 1);
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *relation = kith_graph_relation(graph, i);
    degrees[relation->source]++;
    if (relation->target != relation->source)
      degrees[relation->target]++;
  }
  for (guint k = 0; k < N_BUSIEST; k++) {
    guint best = KITH_NONE;
    for (guint i = 0; i < graph->actors->len; i++)
      if (degrees[i] > 0 && (best == KITH_NONE || degrees[i] > degrees[best]))
        best = i;
    if (best == KITH_NONE)
      return;
    add(stats, "relations of", kith_graph_actor(graph, best)->label, degrees[best]);
    degrees[best] = 0;
  }
}

static void
add_relations(Stats *stats, const KithGraph *graph)
{
  guint classes[KITH_N_CLASSES] = {0}, polarities[KITH_N_POLARITIES] = {0},
        modalities[KITH_N_MODALITIES] = {0};
  guint attributed = 0;
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *relation = kith_graph_relation(graph, i);
    classes[relation->class]++;
    polarities[relation->polarity]++;
    modalities[relation->modality]++;
    attributed += relation->attributed_to != KITH_NONE;
  }
  for (int i = 0; i < KITH_N_CLASSES; i++)
    if (classes[i])
      add(stats, "class", kith_class_name((KithClass)i), classes[i]);
  for (int i = 0; i < KITH_N_POLARITIES; i++)
    add(stats, "polarity", kith_polarity_name((KithPolarity)i), polarities[i]);
  for (int i = 0; i < KITH_N_MODALITIES; i++)
    add(stats, "modality", kith_modality_name((KithModality)i), modalities[i]);
  add(stats, "relations", "of somebody's statement", attributed);
}

static void
collect(Stats *stats, const KithGraph *graph)
{
  guint types[KITH_N_ACTOR_TYPES] = {0}, mentions = 0, evidence = 0;
  for (guint i = 0; i < graph->actors->len; i++) {
    types[kith_graph_actor(graph, i)->type]++;
    mentions += kith_graph_actor(graph, i)->spans->len;
  }
  for (guint i = 0; i < graph->relations->len; i++)
    evidence += kith_graph_relation(graph, i)->evidence->len;
  add(stats, "documents", "", graph->documents->len);
  add(stats, "actors", "", graph->actors->len);
  for (int i = 0; i < KITH_N_ACTOR_TYPES; i++)
    add(stats, "actors", kith_actor_type_name((KithActorType)i), types[i]);
  add(stats, "mentions", "", mentions);
  add(stats, "parts", "not joined", count_components(graph));
  add(stats, "relations", "", graph->relations->len);
  add(stats, "evidence", "", evidence);
  add_relations(stats, graph);
  add_busiest(stats, graph);
}

static int
print_json(const Stats *stats)
{
  g_autoptr(GString) out = g_string_new("[");
  for (guint i = 0; i < stats->numbers->len; i++) {
    g_string_append(out, i ? ",\n {\"what\": " : "{\"what\": ");
    kith_json_append_string(out, (const char *)stats->names->pdata[2 * i]);
    g_string_append(out, ", \"name\": ");
    kith_json_append_string(out, (const char *)stats->names->pdata[2 * i + 1]);
    g_string_append_printf(out, ", \"count\": %u}", g_array_index(stats->numbers, guint, i));
  }
  g_string_append(out, "]\n");
  return kith_inspect_print(out);
}

int
kith_cmd_stats(int argc, char **argv)
{
  static KithInspectOptions output;
  static const char *const headings[] = {"WHAT", "NAME", "COUNT", NULL};
  static const char *const tsv_headings[] = {"what", "name", "count", NULL};
  GOptionContext *context = g_option_context_new("GRAPH");
  g_option_context_set_summary(context, "Counts what is in a graph: actors, relations, classes, degrees.");
  kith_inspect_add_options(context, &output);
  int code;
  g_autoptr(KithGraph) graph = kith_inspect_open(context, 0, &argc, &argv, &output, &code);
  if (graph == NULL)
    return code;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));
  Stats stats = {names, numbers};
  collect(&stats, graph);
  if (output.json)
    return print_json(&stats);
  g_autoptr(KithTable) table = kith_table_new(output.tsv ? tsv_headings : headings);
  for (guint i = 0; i < numbers->len; i++) {
    g_autofree char *number = g_strdup_printf("%u", g_array_index(numbers, guint, i));
    kith_table_add(table, names->pdata[2 * i], names->pdata[2 * i + 1], number);
  }
  return kith_inspect_print_table(table, &output);
}
