#include "draw/draw.h"

#include <string.h>

#include "base/error.h"
#include "draw/gv.h"
#include "draw/page.h"
#include "draw/paint.h"
#include "draw/sheet.h"
#include "draw/svg.h"

struct KithDrawing {
  KithDrawScene *scene;
  KithSheet *sheet;
  char *link_base;
  guint dpi;
  char *data; /* of the page */
};

typedef struct {
  const char *name;
  const char *renderer; /* Graphviz' name of it; NULL: DOT as it stands */
  gboolean (*finish)(const KithDrawing *drawing, const GString *raw, GString *out, GError **error);
  gboolean bare; /* without title, legend and notes */
} Format;

static gboolean
finish_bytes(const KithDrawing *drawing, const GString *raw, GString *out, GError **error)
{
  (void)drawing, (void)error;
  g_string_append_len(out, raw->str, (gssize)raw->len);
  return TRUE;
}

static gboolean
finish_svg(const KithDrawing *drawing, const GString *raw, GString *out, GError **error)
{
  return kith_svg_finish(raw->str, raw->len, drawing->scene, FALSE, out, error);
}

static gboolean
finish_page(const KithDrawing *drawing, const GString *raw, GString *out, GError **error)
{
  g_autoptr(GString) svg = g_string_new(NULL);
  if (!kith_svg_finish(raw->str, raw->len, drawing->scene, TRUE, svg, error))
    return FALSE;
  kith_page_append(out, drawing->scene, svg->str, drawing->data);
  return TRUE;
}

/* The PDF of cairo says when it was made; that it was made in 2000 leaves equal drawings equal. */
static gboolean
finish_pdf(const KithDrawing *drawing, const GString *raw, GString *out, GError **error)
{
  static const char key[] = "/CreationDate (D:", constant[] = "20000101000000";
  const gsize start = out->len;
  finish_bytes(drawing, raw, out, error);
  for (gsize i = start; i + sizeof key + sizeof constant < out->len; i++)
    if (memcmp(out->str + i, key, sizeof key - 1) == 0) {
      char *digit = out->str + i + sizeof key - 1;
      for (gsize k = 0; k < sizeof constant - 1 && g_ascii_isdigit(digit[k]); k++)
        digit[k] = constant[k];
    }
  return TRUE;
}

static const Format formats[] = {
    {"dot", NULL, finish_bytes, FALSE},
    {"svg", "svg:svg:core", finish_svg, FALSE},
    {"png", "png:cairo:cairo", finish_bytes, FALSE},
    {"pdf", "pdf:cairo:cairo", finish_pdf, FALSE},
    {"html", "svg:svg:core", finish_page, TRUE},
};

const char *const *
kith_draw_formats(void)
{
  static const char *const names[] = {"dot", "svg", "png", "pdf", "html", NULL};
  G_STATIC_ASSERT(G_N_ELEMENTS(names) == G_N_ELEMENTS(formats) + 1);
  return names;
}

const char *const *
kith_draw_layouts(void)
{
  static const char *const names[] = {"dot", "neato", "fdp", "sfdp", "twopi", "circo", NULL};
  return names;
}

static const Format *
find_format(const char *name, GError **error)
{
  for (gsize i = 0; name && i < G_N_ELEMENTS(formats); i++)
    if (strcmp(formats[i].name, name) == 0)
      return &formats[i];
  g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE,
              "there is no picture format '%s' (dot, svg, png, pdf, html)", name ? name : "");
  return NULL;
}

void
kith_drawing_free(KithDrawing *drawing)
{
  if (drawing == NULL)
    return;
  kith_sheet_free(drawing->sheet);
  kith_draw_scene_free(drawing->scene);
  g_free(drawing->link_base);
  g_free(drawing->data);
  g_free(drawing);
}

KithDrawing *
kith_drawing_new(const KithGraph *graph, const KithDrawOptions *options, GError **error)
{
  static const KithDrawOptions none;
  if (options == NULL)
    options = &none;
  if (options->layout && !g_strv_contains(kith_draw_layouts(), options->layout)) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE,
                "there is no layout '%s' (dot, neato, fdp, sfdp, twopi, circo)", options->layout);
    return NULL;
  }
  if (options->dpi > KITH_DRAW_MAX_DPI) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "%u dots an inch are more than %d", options->dpi,
                KITH_DRAW_MAX_DPI);
    return NULL;
  }
  g_autoptr(KithDrawing) drawing = g_new0(KithDrawing, 1);
  drawing->dpi = options->dpi ? options->dpi : 96;
  drawing->link_base = g_strdup(options->link_base);
  drawing->scene = kith_draw_scene_new(graph, options, error);
  if (drawing->scene == NULL)
    return NULL;
  drawing->data = kith_page_data(graph, drawing->scene);
  drawing->sheet = kith_sheet_new(drawing->scene, options->layout, error);
  return drawing->sheet ? g_steal_pointer(&drawing) : NULL;
}

/* Has Graphviz render the sheet. */
static gboolean
render(KithDrawing *drawing, const Format *format, Agraph_t *graph, GVC_t *gvc, GString *raw)
{
  char *data = NULL;
  unsigned int length = 0;
  if (strcmp(format->name, "png") == 0)
    kith_gv_set_number(graph, "dpi", drawing->dpi);
  if (gvLayout(gvc, graph, "nop2") != 0)
    return FALSE;
  gboolean ok = gvRenderData(gvc, graph, format->renderer, &data, &length) == 0 && data != NULL && length > 0;
  if (ok)
    g_string_append_len(raw, data, length);
  if (data)
    gvFreeRenderData(data);
  gvFreeLayout(gvc, graph);
  return ok;
}

gboolean
kith_drawing_render(KithDrawing *drawing, const char *name, GString *out, GError **error)
{
  const Format *format = find_format(name, error);
  if (format == NULL)
    return FALSE;
  g_autoptr(GString) raw = g_string_new(NULL);
  GVC_t *gvc = kith_gv_enter();
  Agraph_t *graph = kith_paint_sheet(drawing->sheet, drawing->link_base, format->bare);
  gboolean ok = format->renderer ? render(drawing, format, graph, gvc, raw) : kith_gv_write(graph, raw);
  agclose(graph);
  if (!kith_gv_leave(ok, "render", error))
    return FALSE;
  return format->finish(drawing, raw, out, error);
}

gboolean
kith_draw(const KithGraph *graph, const KithDrawOptions *options, GString *out, GError **error)
{
  const char *name = options ? options->format : NULL;
  if (find_format(name, error) == NULL)
    return FALSE;
  g_autoptr(KithDrawing) drawing = kith_drawing_new(graph, options, error);
  return drawing && kith_drawing_render(drawing, name, out, error);
}
