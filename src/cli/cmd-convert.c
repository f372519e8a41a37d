/* kith convert, kith merge: graphs out of graphs. */
#include <string.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/inspect.h"
#include "rdf/rdf.h"
#include "weave/identity.h"

typedef struct {
  char *format, *output, *base;
  char **without; /* of merge alone */
} Options;

/* The entries that both commands have. */
static void
add_entries(GOptionContext *context, Options *options)
{
  const GOptionEntry entries[] = {
      {"format", 'f', 0, G_OPTION_ARG_FILENAME, &options->format,
       "turtle, ntriples, nquads, trig, rdfxml, jsonld, json, graphml, dot, svg, png, ... (by the file's "
       "suffix)",
       "FORMAT"},
      {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, "File to write (standard output)", "FILE"},
      {"base", 0, 0, G_OPTION_ARG_FILENAME, &options->base, "What IRIs begin with (as in the graph)", "IRI"},
      {NULL},
  };
  g_option_context_add_main_entries(context, entries, NULL);
}

/* The format that is named, or that the output's suffix tells; NULL and a usage error where neither does. */
static const char *
chosen_format(const Options *options, const char *otherwise, GError **error)
{
  const char *dot = options->output ? strrchr(options->output, '.') : NULL;
  const char *format = options->format;
  if (format == NULL && dot && kith_graph_io_suffix(dot + 1))
    format = dot + 1;
  if (format == NULL)
    format = otherwise;
  if (format == NULL)
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "which format? See -f");
  return format && kith_graph_io_known(format, error) ? format : NULL;
}

/* The file of lines at a path that can be written as it comes; NULL: it must be read as a whole. *from: its
 * format. Owned by the caller. */
static GInputStream *
open_lines(const char *path, const KithRdfFormat *to, const KithRdfFormat **from)
{
  const char *dot = strrchr(path, '.');
  *from = dot ? kith_rdf_format(dot + 1) : NULL;
  if (*from == NULL || !kith_rdf_can_stream(*from, to) || !g_file_test(path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  g_autoptr(GFile) file = g_file_new_for_path(path);
  return (GInputStream *)g_file_read(file, NULL, NULL);
}

/* RDF to RDF: every statement. */
static gboolean
transcribe(const KithGraphInput *input, GInputStream *lines, const KithRdfFormat *from, const char *path,
           const KithRdfFormat *to, const char *output_path, GError **error)
{
  g_autoptr(KithOutput) output = kith_output_new(output_path, error);
  if (output == NULL)
    return FALSE;
  gboolean ok = lines ? kith_rdf_transcribe_lines(path, from, lines, to, output, error)
                      : kith_rdf_transcribe(input->name, input->data, input->length, to, output, error);
  return ok && kith_output_finish(output, error);
}

/* Converts the file at path. */
static gboolean
convert(const char *path, const char *format, const Options *options, GError **error)
{
  const KithRdfFormat *to = options->base ? NULL : kith_rdf_format(format), *from = NULL;
  g_autoptr(GInputStream) lines = to ? open_lines(path, to, &from) : NULL;
  if (lines)
    return transcribe(NULL, lines, from, path, to, options->output, error);
  g_auto(KithGraphInput) input = {NULL};
  if (!kith_graph_input_read(path, &input, error))
    return FALSE;
  if (to && !input.json)
    return transcribe(&input, NULL, NULL, path, to, options->output, error);
  g_autoptr(KithGraph) graph = kith_graph_input_graph(&input, error);
  return graph && kith_graph_io_write(graph, format, options->base, options->output, error);
}

int
kith_cmd_convert(int argc, char **argv)
{
  static Options options;
  g_autoptr(GOptionContext) context = g_option_context_new("GRAPH");
  g_option_context_set_summary(context, "Writes a graph in another format; from RDF to RDF every statement, "
                                        "whatever its vocabulary.");
  add_entries(context, &options);
  int code;
  g_autoptr(GError) error = NULL;
  if (!kith_cli_parse(context, &argc, &argv, &code))
    return code;
  if (argc < 2)
    return kith_cli_usage(argv[0], "which graph?");
  if (argc > 2)
    return kith_cli_usage(argv[0], "'%s' is one argument too many", argv[2]);
  const char *format = chosen_format(&options, NULL, &error);
  if (format == NULL || !convert(argv[1], format, &options, &error))
    return kith_cli_fail(&error);
  return KITH_EXIT_DONE;
}

/* Reads all graphs; NULL and an error where one cannot be read. */
static GPtrArray *
read_graphs(int n, char **paths, GError **error)
{
  g_autoptr(GPtrArray) graphs = g_ptr_array_new_with_free_func((GDestroyNotify)kith_graph_free);
  for (int i = 0; i < n; i++) {
    KithGraph *graph = kith_graph_io_read(paths[i], error);
    if (graph == NULL)
      return NULL;
    g_ptr_array_add(graphs, graph);
  }
  return g_steal_pointer(&graphs);
}

int
kith_cmd_merge(int argc, char **argv)
{
  static Options options;
  static const GOptionEntry entries[] = {
      {"without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.without,
       "Leave a document out, by its id; may be given again", "DOC"},
      {NULL},
  };
  g_autoptr(GOptionContext) context = g_option_context_new("GRAPH...");
  g_option_context_set_summary(context,
                               "Makes one graph of many, the same actor once (as Turtle unless -f or -o say "
                               "otherwise). A merged graph can be merged again, also by itself with "
                               "--without: it is as if that document had never been in it.");
  add_entries(context, &options);
  g_option_context_add_main_entries(context, entries, NULL);
  int code;
  g_autoptr(GError) error = NULL;
  if (!kith_cli_parse(context, &argc, &argv, &code))
    return code;
  if (argc < 2)
    return kith_cli_usage(argv[0], "which graphs?");
  const char *format = chosen_format(&options, "turtle", &error);
  g_autoptr(GPtrArray) graphs = format ? read_graphs(argc - 1, argv + 1, &error) : NULL;
  g_autoptr(KithGraph) all = graphs ? kith_weave_merge((const KithGraph *const *)graphs->pdata, graphs->len,
                                                       (const char *const *)options.without, &error)
                                    : NULL;
  if (all == NULL || !kith_graph_io_write(all, format, options.base, options.output, &error))
    return kith_cli_fail(&error);
  return KITH_EXIT_DONE;
}
