#include "cli/graph-io.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "draw/draw.h"
#include "graph/graphml.h"
#include "graph/json.h"
#include "rdf/rdf.h"
#include "rdf/dataset.h"

/* The largest graph that is read, in bytes. */
#define MAX_GRAPH (8 * KITH_DEFAULT_MAX_SIZE)

/* How one kind of format is written; the same signature for all. */
typedef gboolean (*Render)(const KithGraph *graph, const char *format, const char *base, GString *out,
                           GError **error);

static gboolean
render_rdf(const KithGraph *graph, const char *format, const char *base, GString *out, GError **error)
{
  return kith_rdf_write(graph, kith_rdf_format(format), base, out, error);
}

static gboolean
render_json(const KithGraph *graph, const char *format G_GNUC_UNUSED, const char *base G_GNUC_UNUSED,
            GString *out, GError **error)
{
  if (!kith_graph_check(graph, error))
    return FALSE;
  kith_graph_to_json(graph, out);
  return TRUE;
}

static gboolean
render_graphml(const KithGraph *graph, const char *format G_GNUC_UNUSED, const char *base G_GNUC_UNUSED,
               GString *out, GError **error)
{
  if (!kith_graph_check(graph, error))
    return FALSE;
  kith_graph_to_graphml(graph, out);
  return TRUE;
}

static gboolean
render_picture(const KithGraph *graph, const char *format, const char *base G_GNUC_UNUSED, GString *out,
               GError **error)
{
  KithDrawOptions options = {.format = format, .depth = 1};
  return kith_draw(graph, &options, out, error);
}

/* What a format is called, what its files end in, and who writes it. */
typedef struct {
  const char *name, *suffix;
  Render render;
} Format;

/* All formats, RDF first. Freed by the caller; what it holds is static. */
static GArray *
formats(void)
{
  GArray *all = g_array_new(FALSE, FALSE, sizeof(Format));
  for (const KithRdfFormat *rdf = kith_rdf_formats(); rdf->name; rdf++) {
    Format format = {rdf->name, rdf->suffix, render_rdf};
    g_array_append_val(all, format);
  }
  Format json = {"json", "json", render_json};
  g_array_append_val(all, json);
  Format graphml = {"graphml", "graphml", render_graphml};
  g_array_append_val(all, graphml);
  for (const char *const *name = kith_draw_formats(); *name; name++) {
    Format picture = {*name, *name, render_picture};
    g_array_append_val(all, picture);
  }
  return all;
}

/* By name or suffix, case aside; false where there is none. */
static gboolean
find_format(const char *name, Format *found)
{
  g_autoptr(GArray) all = formats();
  const KithRdfFormat *rdf = kith_rdf_format(name);
  const char *known = rdf ? rdf->name : name;
  for (guint i = 0; i < all->len; i++) {
    const Format *format = &g_array_index(all, Format, i);
    if (g_ascii_strcasecmp(format->name, known) == 0 || g_ascii_strcasecmp(format->suffix, known) == 0) {
      *found = *format;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
kith_graph_io_suffix(const char *format)
{
  Format found;
  return find_format(format, &found) ? found.suffix : NULL;
}

/* Whether content without a telling suffix is kith's JSON: it opens with a brace and a quoted key that is
 * none of JSON-LD, or an empty object. */
static gboolean
looks_like_json(const char *bytes, gsize length)
{
  gsize i = length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  for (int brace = 0; i < length; i++) {
    if (g_ascii_isspace(bytes[i]))
      continue;
    if (brace)
      return (bytes[i] == '"' && !(i + 1 < length && bytes[i + 1] == '@')) || bytes[i] == '}';
    if (bytes[i] != '{')
      return FALSE;
    brace = 1;
  }
  return FALSE;
}

gboolean
kith_graph_input_read(const char *path, KithGraphInput *input, GError **error)
{
  input->name = path == NULL || strcmp(path, "-") == 0 ? "standard input" : path;
  input->bytes = kith_file_read(path, MAX_GRAPH, error);
  if (input->bytes == NULL)
    return FALSE;
  input->data = (const char *)g_bytes_get_data(input->bytes, &input->length);
  const char *dot = strrchr(input->name, '.');
  if (dot && g_ascii_strcasecmp(dot, ".json") == 0)
    input->json = TRUE;
  else
    input->json = !(dot && kith_rdf_format(dot + 1)) && looks_like_json(input->data, input->length);
  if (input->length > 0)
    return TRUE;
  g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: the file is empty", input->name);
  return FALSE;
}

void
kith_graph_input_clear(KithGraphInput *input)
{
  g_clear_pointer(&input->bytes, g_bytes_unref);
}

KithGraph *
kith_graph_input_graph(const KithGraphInput *input, GError **error)
{
  return input->json ? kith_graph_from_json(input->name, input->data, input->length, error)
                     : kith_rdf_read(input->name, input->data, input->length, NULL, error);
}

KithGraph *
kith_graph_io_read(const char *path, GError **error)
{
  g_auto(KithGraphInput) input = {NULL};
  return kith_graph_input_read(path, &input, error) ? kith_graph_input_graph(&input, error) : NULL;
}

KithStatements *
kith_graph_io_statements(const char *path, GError **error)
{
  g_auto(KithGraphInput) input = {NULL};
  if (!kith_graph_input_read(path, &input, error))
    return NULL;
  if (!input.json)
    return kith_dataset_read(input.name, input.data, input.length, error);
  g_autoptr(KithGraph) graph = kith_graph_input_graph(&input, error);
  return graph ? kith_dataset_of(graph) : NULL;
}

gboolean
kith_graph_io_known(const char *format, GError **error)
{
  Format found;
  if (find_format(format, &found))
    return TRUE;
  g_autoptr(GString) list = g_string_new(NULL);
  g_autoptr(GArray) all = formats();
  for (guint i = 0; i < all->len; i++)
    g_string_append_printf(list, "%s%s", i ? ", " : "", g_array_index(all, Format, i).name);
  g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "there is no format '%s'; there are %s", format,
              list->str);
  return FALSE;
}

gboolean
kith_graph_io_render(const KithGraph *graph, const char *format, const char *base, GString *out,
                     GError **error)
{
  Format found;
  if (!find_format(format, &found))
    return kith_graph_io_known(format, error);
  return found.render(graph, found.name, base, out, error);
}

gboolean
kith_graph_io_write(const KithGraph *graph, const char *format, const char *base, const char *path,
                    GError **error)
{
  g_autoptr(GString) out = g_string_new(NULL);
  const KithRdfFormat *rdf = kith_rdf_format(format);
  if (rdf == NULL)
    return kith_graph_io_render(graph, format, base, out, error) &&
           kith_file_write(path, out->str, out->len, error);
  g_autoptr(KithOutput) output = kith_output_new(path, error);
  return output && kith_rdf_write_to(graph, rdf, base, output, error) && kith_output_finish(output, error);
}

gboolean
kith_graph_io_write_all(const KithGraph *graph, char **formats_wanted, const char *base, const char *stem,
                        GError **error)
{
  g_autoptr(KithDrawing) drawing = NULL;
  for (char **wanted = formats_wanted; *wanted; wanted++) {
    Format format;
    if (!find_format(*wanted, &format))
      return kith_graph_io_known(*wanted, error);
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *path = g_strconcat(stem, ".", format.suffix, NULL);
    gboolean picture = format.render == render_picture;
    if (picture && drawing == NULL && (drawing = kith_drawing_new(graph, NULL, error)) == NULL)
      return FALSE;
    if (!(picture ? kith_drawing_render(drawing, format.name, out, error)
                  : format.render(graph, format.name, base, out, error)) ||
        !kith_file_write(path, out->str, out->len, error))
      return FALSE;
  }
  return TRUE;
}
