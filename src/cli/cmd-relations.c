/* kith relations: what is said in a graph. */
#include <string.h>

#include "base/error.h"
#include "base/iso8601.h"
#include "cli/commands.h"
#include "cli/inspect.h"
#include "graph/json.h"

typedef struct {
  KithInspectOptions output;
  char *actor, *class, *since, *modality, *polarity;
} Options;

/* What a relation must be to be listed. */
typedef struct {
  guint actor;     /* KITH_NONE: any */
  guint64 classes; /* bit i: class i; 0: any */
  const char *since;
  KithModality modality; /* KITH_N_MODALITIES: any */
  KithPolarity polarity; /* KITH_N_POLARITIES: any */
} Filter;

/* A year, month or day: "2021", "2021-10", "2021-10-08". */
static gboolean
is_date(const char *text)
{
  static const char *const shapes[] = {"####", "####-##", "####-##-##"};
  gboolean found = FALSE;
  for (gsize k = 0; k < G_N_ELEMENTS(shapes) && !found; k++) {
    found = strlen(text) == strlen(shapes[k]);
    for (gsize i = 0; found && text[i] != '\0'; i++)
      found = shapes[k][i] == '#' ? g_ascii_isdigit(text[i]) : text[i] == '-';
  }
  return found;
}

static gboolean
make_filter(const KithGraph *graph, const Options *options, Filter *filter, GError **error)
{
  *filter = (Filter){KITH_NONE, 0, options->since, KITH_N_MODALITIES, KITH_N_POLARITIES};
  if (options->since && !is_date(options->since))
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "--since: not a date like 2021-10-08: '%s'",
                options->since);
  else if (options->modality && !kith_modality_parse(options->modality, &filter->modality))
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE,
                "'%s' is no modality: actual, planned, possible, demanded or hypothetical",
                options->modality);
  else if (options->polarity && !kith_polarity_parse(options->polarity, &filter->polarity))
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "'%s' is no polarity: positive or negative",
                options->polarity);
  else if (options->class && !kith_cli_classes(options->class, &filter->classes, error))
    return FALSE;
  else if (options->actor)
    return (filter->actor = kith_graph_find(graph, options->actor, error)) != KITH_NONE;
  else
    return TRUE;
  return FALSE;
}

static gboolean
passes(const KithGraph *graph, const KithRelation *relation, const Filter *filter)
{
  if (filter->actor != KITH_NONE && relation->source != filter->actor && relation->target != filter->actor)
    return FALSE;
  if (filter->classes && !(filter->classes >> relation->class & 1))
    return FALSE;
  if (filter->modality != KITH_N_MODALITIES && relation->modality != filter->modality)
    return FALSE;
  if (filter->polarity != KITH_N_POLARITIES && relation->polarity != filter->polarity)
    return FALSE;
  if (filter->since == NULL)
    return TRUE;
  const char *date = kith_relation_date(graph, relation);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  /* an interval counts by its end; what is open or only a duration cannot be told to be before */
  return date && (!kith_time_days(date, &first, &last) || last == NULL || strcmp(last, filter->since) >= 0);
}

static int
print_json(const KithGraph *graph, const Filter *filter)
{
  g_autoptr(GString) out = g_string_new("[");
  for (guint i = 0; i < graph->relations->len; i++)
    if (passes(graph, kith_graph_relation(graph, i), filter)) {
      g_string_append(out, out->len > 1 ? ",\n " : "");
      kith_graph_relation_to_json(graph, i, out);
    }
  g_string_append(out, "]\n");
  return kith_inspect_print(out);
}

static int
print_table(const KithGraph *graph, const Filter *filter, const KithInspectOptions *output)
{
  g_autoptr(KithTable) table = kith_relation_table_new(output->tsv);
  for (guint i = 0; i < graph->relations->len; i++)
    if (passes(graph, kith_graph_relation(graph, i), filter))
      kith_relation_table_add(table, graph, i, output->tsv);
  return kith_inspect_print_table(table, output);
}

int
kith_cmd_relations(int argc, char **argv)
{
  static Options options;
  static const GOptionEntry entries[] = {
      {"actor", 'a', 0, G_OPTION_ARG_FILENAME, &options.actor, "Only those with this actor at either end",
       "NAME"},
      {"class", 'c', 0, G_OPTION_ARG_FILENAME, &options.class, "Only these classes, parted by commas",
       "CLASS"},
      {"since", 's', 0, G_OPTION_ARG_FILENAME, &options.since,
       "Only those of this day or later, by their own time or their document's", "DATE"},
      {"modality", 'm', 0, G_OPTION_ARG_FILENAME, &options.modality,
       "Only actual, planned, possible, demanded or hypothetical", "MODALITY"},
      {"polarity", 'p', 0, G_OPTION_ARG_FILENAME, &options.polarity, "Only positive or negative", "POLARITY"},
      {NULL},
  };
  GOptionContext *context = g_option_context_new("GRAPH");
  g_option_context_set_summary(context,
                               "Lists the relations of a graph: what is said, by whom, and how surely.");
  g_option_context_add_main_entries(context, entries, NULL);
  kith_inspect_add_options(context, &options.output);
  int code;
  g_autoptr(GError) error = NULL;
  Filter filter;
  g_autoptr(KithGraph) graph = kith_inspect_open(context, 0, &argc, &argv, &options.output, &code);
  if (graph == NULL)
    return code;
  if (!make_filter(graph, &options, &filter, &error))
    return kith_cli_fail(&error);
  return options.output.json ? print_json(graph, &filter) : print_table(graph, &filter, &options.output);
}
