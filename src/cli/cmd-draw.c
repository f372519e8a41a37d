/* kith draw: a picture of the graph. */
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/graph-io.h"
#include "draw/draw.h"

typedef struct {
  char *output;
  char *format;
  char *classes;
  char **path;
  double min_confidence;
  int depth;
  int dpi;
  int top;
  KithDrawOptions draw;
} Options;

/* The format asked for, else that of the file's suffix, else SVG. */
static const char *
choose_format(const Options *options)
{
  if (options->format)
    return options->format;
  const char *suffix = options->output ? strrchr(options->output, '.') : NULL;
  return suffix && strchr(suffix, '/') == NULL ? suffix + 1 : "svg";
}

static gboolean
check_number(const char *name, int value, int low, int high, GError **error)
{
  if (value >= low && value <= high)
    return TRUE;
  g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "--%s: %d to %d, not %d", name, low, high, value);
  return FALSE;
}

/* Whether a link to such an IRI leads somewhere, and runs nothing. */
static gboolean
check_link_base(const char *base, GError **error)
{
  g_autofree char *scheme = base ? g_uri_parse_scheme(base) : NULL;
  if (scheme == NULL || g_strv_contains((const char *const[]){"http", "https", "file", "urn", NULL}, scheme))
    return TRUE;
  g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "--link-base: http, https, file or urn, not '%s'", scheme);
  return FALSE;
}

/* Turns what the user gave into what the library takes. */
static gboolean
settle(Options *options, GError **error)
{
  KithDrawOptions *draw = &options->draw;
  if (!check_number("depth", options->depth, 0, 1000, error) ||
      !check_number("dpi", options->dpi, 0, KITH_DRAW_MAX_DPI, error) ||
      !check_number("top", options->top, 0, G_MAXINT, error) || !check_link_base(draw->link_base, error))
    return FALSE;
  draw->depth = (guint)options->depth;
  draw->dpi = (guint)options->dpi;
  draw->top = (guint)options->top;
  draw->min_confidence = options->min_confidence;
  if (options->path && g_strv_length(options->path) != 2) {
    g_set_error_literal(error, KITH_ERROR, KITH_ERROR_USAGE, "--path: between two actors, once");
    return FALSE;
  }
  draw->from = options->path ? options->path[0] : NULL;
  draw->to = options->path ? options->path[1] : NULL;
  draw->format = choose_format(options);
  if (!g_strv_contains(kith_draw_formats(), draw->format)) {
    g_autofree char *known = g_strjoinv(", ", (char **)kith_draw_formats());
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "there is no picture format '%s' (%s)", draw->format,
                known);
    return FALSE;
  }
  return options->classes == NULL || kith_cli_classes(options->classes, &draw->classes, error);
}

static gboolean
draw_graph(Options *options, const char *path, GError **error)
{
  if (!settle(options, error))
    return FALSE;
  g_autoptr(KithGraph) graph = kith_graph_io_read(path, error);
  if (graph == NULL)
    return FALSE;
  g_autoptr(GString) out = g_string_new(NULL);
  return kith_draw(graph, &options->draw, out, error) &&
         kith_file_write(options->output, out->str, out->len, error);
}

/* The command line with "--path A B" as "--path A --path B", which is what GOption can take. Owned by the
 * caller; the strings are lent, and the array lives as long as they. */
static char **
part_paths(int *argc, char **argv)
{
  GPtrArray *parted = g_ptr_array_new();
  for (int i = 0; i < *argc; i++) {
    g_ptr_array_add(parted, argv[i]);
    if (strcmp(argv[i], "--path") != 0 || i + 2 >= *argc)
      continue;
    g_ptr_array_add(parted, argv[i + 1]);
    g_ptr_array_add(parted, argv[i]);
    g_ptr_array_add(parted, argv[i + 2]);
    i += 2;
  }
  *argc = (int)parted->len;
  g_ptr_array_add(parted, NULL);
  return (char **)g_ptr_array_free(parted, FALSE);
}

int
kith_cmd_draw(int argc, char **argv)
{
  static Options options;
  static const GOptionEntry entries[] = {
      {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Write to FILE (standard output)", "FILE"},
      {"format", 'f', 0, G_OPTION_ARG_STRING, &options.format,
       "svg, png, pdf, dot or html (as FILE's suffix says, else svg)", "FORMAT"},
      {"around", 0, 0, G_OPTION_ARG_STRING, &options.draw.around, "Only what is near this actor", "NAME"},
      {"depth", 0, 0, G_OPTION_ARG_INT, &options.depth, "How near: so many steps (1)", "N"},
      {"path", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.path, "Only the shortest ways between two actors",
       "NAME NAME"},
      {"class", 0, 0, G_OPTION_ARG_STRING, &options.classes, "Only relations of these classes",
       "CLASS[,CLASS]"},
      {"min-confidence", 0, 0, G_OPTION_ARG_DOUBLE, &options.min_confidence, "Only relations as sure as this",
       "NUMBER"},
      {"top", 0, 0, G_OPTION_ARG_INT, &options.top, "At most so many actors, those mentioned most", "N"},
      {"all", 0, 0, G_OPTION_ARG_NONE, &options.draw.all, "Every actor and relation, legible or not", NULL},
      {"layout", 0, 0, G_OPTION_ARG_STRING, &options.draw.layout,
       "dot, neato, fdp, sfdp, twopi or circo (chosen by size and shape)", "ENGINE"},
      {"dpi", 0, 0, G_OPTION_ARG_INT, &options.dpi, "Pixels an inch of a PNG (96)", "N"},
      {"dark", 0, 0, G_OPTION_ARG_NONE, &options.draw.dark, "Light on dark", NULL},
      {"title", 0, 0, G_OPTION_ARG_STRING, &options.draw.title, "Title (the document's)", "TEXT"},
      {"link-base", 0, 0, G_OPTION_ARG_STRING, &options.draw.link_base, "Link actors to IRI and their id",
       "IRI"},
      {NULL},
  };
  g_autoptr(GOptionContext) context = g_option_context_new("GRAPH");
  g_option_context_set_summary(context, "Draws the graph, or (FILE.html) makes a page to explore it.");
  g_option_context_add_main_entries(context, entries, NULL);
  int code;
  g_autofree char **parted = part_paths(&argc, argv);
  argv = parted;
  if (!kith_cli_parse(context, &argc, &argv, &code))
    return code;
  if (argc != 2)
    return kith_cli_usage(argv[0], "one GRAPH is needed");
  g_autoptr(GError) error = NULL;
  if (!draw_graph(&options, argv[1], &error))
    return kith_cli_fail(&error);
  return KITH_EXIT_DONE;
}
