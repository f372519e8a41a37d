#include "draw/svg.h"

#include <string.h>

#include "base/error.h"
#include "draw/label.h"

#define FONTS "'DejaVu Sans', Verdana, 'Bitstream Vera Sans', sans-serif"

typedef struct {
  const KithDrawScene *scene;
  GHashTable *tooltips; /* by id: lent text */
  GString *out;
  GArray *dropped; /* gboolean for each open element */
  guint titles;    /* open <title> elements */
  gboolean for_page;
} Writer;

/* Graphviz' wrappers of what has a tooltip; a link is kept where it leads somewhere. */
static gboolean
is_wrapper(const char *name, const char **names, const char **values)
{
  for (guint i = 0; names[i]; i++) {
    if (strcmp(name, "g") == 0 && strcmp(names[i], "id") == 0)
      return g_str_has_prefix(values[i], "a_");
    if (strcmp(name, "a") == 0 && strcmp(names[i], "xlink:href") == 0)
      return FALSE;
  }
  return strcmp(name, "a") == 0;
}

static void
append_attribute(GString *out, const char *name, const char *value)
{
  g_string_append_printf(out, " %s=\"", name);
  kith_label_append_xml(out, value);
  g_string_append_c(out, '"');
}

static void
append_element(GString *out, const char *name, const char *id, const char *text)
{
  g_string_append_printf(out, "\n<%s", name);
  if (id)
    append_attribute(out, "id", id);
  g_string_append_c(out, '>');
  for (const char *p = text; *p; p++) {
    const char piece[] = {*p, '\0'};
    if (strchr("&<>", *p))
      kith_label_append_xml(out, piece);
    else
      g_string_append_c(out, *p);
  }
  g_string_append_printf(out, "</%s>", name);
}

static void
append_attributes(Writer *w, const char *name, const char **names, const char **values)
{
  for (guint i = 0; names[i]; i++) {
    if (strcmp(names[i], "font-family") == 0) {
      if (!w->for_page)
        append_attribute(w->out, names[i], FONTS);
    } else if (strcmp(names[i], "xmlns") == 0 && w->for_page)
      continue;
    else if (strcmp(values[i], "transparent") == 0)
      append_attribute(w->out, names[i], "none");
    else if (strcmp(names[i], "xlink:title") != 0)
      append_attribute(w->out, names[i], values[i]);
  }
  if (strcmp(name, "svg") == 0) {
    if (!w->for_page)
      append_attribute(w->out, "style", "max-width:100%;height:auto");
    append_attribute(w->out, "role", "img");
    append_attribute(w->out, "aria-labelledby", "kith-title kith-desc");
  }
}

static void
open_element(GMarkupParseContext *context, const char *name, const char **names, const char **values,
             gpointer data, GError **error)
{
  (void)context, (void)error;
  Writer *w = data;
  gboolean title = strcmp(name, "title") == 0, drop = title || is_wrapper(name, names, values);
  w->titles += title;
  g_array_append_val(w->dropped, drop);
  if (drop)
    return;
  g_string_append_printf(w->out, "<%s", name);
  append_attributes(w, name, names, values);
  g_string_append_c(w->out, '>');
  if (strcmp(name, "svg") == 0) {
    append_element(w->out, "title", "kith-title", w->scene->title);
    append_element(w->out, "desc", "kith-desc", w->scene->description);
  }
  for (guint i = 0; names[i]; i++) {
    const char *tooltip = strcmp(names[i], "id") == 0 ? g_hash_table_lookup(w->tooltips, values[i]) : NULL;
    if (tooltip)
      append_element(w->out, "title", NULL, tooltip);
  }
}

static void
close_element(GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  (void)context, (void)error;
  Writer *w = data;
  gboolean drop = g_array_index(w->dropped, gboolean, w->dropped->len - 1);
  g_array_set_size(w->dropped, w->dropped->len - 1);
  w->titles -= strcmp(name, "title") == 0;
  if (drop)
    return;
  const char last = w->out->str[w->out->len - 1];
  if (last == '>' && strcmp(name, "g") != 0 && strcmp(name, "svg") != 0 && strcmp(name, "a") != 0) {
    w->out->str[w->out->len - 1] = '/'; /* an empty element */
    g_string_append_c(w->out, '>');
    return;
  }
  g_string_append_printf(w->out, "</%s>", name);
}

static void
text(GMarkupParseContext *context, const char *content, gsize length, gpointer data, GError **error)
{
  (void)context, (void)error;
  Writer *w = data;
  if (w->titles > 0)
    return;
  const char *blank = content;
  while (g_ascii_isspace(*blank))
    blank++;
  if (blank == content + length) { /* between elements: a line at most */
    if (w->out->str[w->out->len - 1] != '\n')
      g_string_append_c(w->out, '\n');
    return;
  }
  for (const char *p = content; p < content + length; p++) {
    if (g_str_has_prefix(p, "\342\201\240")) { /* see kith_label_append_html */
      p += 2;
      continue;
    }
    const char piece[] = {*p, '\0'};
    if (strchr("&<>", *p))
      kith_label_append_xml(w->out, piece);
    else
      g_string_append_c(w->out, *p);
  }
}

/* The tooltips of the scene by the id of their element. */
static GHashTable *
tooltips(const KithDrawScene *scene)
{
  GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < scene->nodes->len; i++) {
    const KithSceneNode *node = kith_draw_scene_node(scene, i);
    g_hash_table_insert(table, g_strconcat("actor-", node->id, NULL), node->tooltip);
  }
  for (guint i = 0; i < scene->edges->len; i++)
    g_hash_table_insert(table, g_strdup(kith_draw_scene_edge(scene, i)->id),
                        kith_draw_scene_edge(scene, i)->tooltip);
  return table;
}

gboolean
kith_svg_finish(const char *svg, gsize length, const KithDrawScene *scene, gboolean for_page, GString *out,
                GError **error)
{
  static const GMarkupParser parser = {open_element, close_element, text, NULL, NULL};
  g_autoptr(GHashTable) table = for_page ? g_hash_table_new(g_str_hash, g_str_equal) : tooltips(scene);
  g_autoptr(GArray) dropped = g_array_new(FALSE, FALSE, sizeof(gboolean));
  const gsize before = out->len;
  Writer w = {scene, table, out, dropped, 0, for_page};
  if (!for_page)
    g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_autoptr(GError) inner = NULL;
  g_autoptr(GMarkupParseContext) context =
      g_markup_parse_context_new(&parser, G_MARKUP_DEFAULT_FLAGS, &w, NULL);
  if (g_markup_parse_context_parse(context, svg, length, &inner) &&
      g_markup_parse_context_end_parse(context, &inner)) {
    g_string_append_c(out, '\n');
    return TRUE;
  }
  g_string_truncate(out, before);
  g_set_error(error, KITH_ERROR, KITH_ERROR_OUTPUT, "the SVG of Graphviz is not well-formed: %s",
              inner->message);
  return FALSE;
}
