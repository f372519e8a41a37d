#include "draw/paint.h"

#include <math.h>

#include "draw/label.h"

enum {
  TITLE_COLUMNS = 20,
  TITLE_LINES = 3,
  ROLE_COLUMNS = 26,
  MAX_ROLES = 2,
  LINE_COLUMNS = 24,
  MAX_LINES = 3
};

void
kith_paint_ground(Agraph_t *graph, KithTheme theme)
{
  static const struct {
    int kind;
    const char *name, *value;
  } defaults[] = {
      {AGRAPH, "charset", "UTF-8"},    {AGRAPH, "layout", "nop2"},      {AGRAPH, "outputorder", "edgesfirst"},
      {AGRAPH, "fontname", KITH_FONT}, {AGRAPH, "pad", "0.22"},         {AGNODE, "fontname", KITH_FONT},
      {AGNODE, "fontsize", "10"},      {AGNODE, "margin", "0.09,0.05"}, {AGNODE, "height", "0.1"},
      {AGNODE, "width", "0.1"},        {AGEDGE, "fontname", KITH_FONT}, {AGEDGE, "fontsize", "8.5"},
      {AGNODE, "label", ""},           {AGEDGE, "label", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(defaults); i++)
    kith_gv_default(graph, defaults[i].kind, defaults[i].name, defaults[i].value);
  kith_gv_default(graph, AGRAPH, "bgcolor", kith_style_theme(theme)->paper);
}

/* Appends text in lines. */
static void
append_wrapped(GString *out, const char *clean, guint width, guint max_lines)
{
  g_auto(GStrv) lines = kith_label_wrap(clean, width, max_lines);
  for (guint i = 0; lines[i]; i++) {
    if (i > 0)
      g_string_append(out, "<BR/>");
    kith_label_append_html(out, lines[i]);
  }
}

/* An actor's name, the larger the more is said of it, and its posts below. */
static char *
actor_label(const KithSceneNode *node, const KithActorColors *colors)
{
  GString *out = g_string_new(NULL);
  int size = 10 + (int)MIN(4, floor(sqrt(node->weight) * 0.7));
  g_string_append_printf(out, "<FONT POINT-SIZE=\"%d\" COLOR=\"%s\"><B>", size, colors->text);
  append_wrapped(out, node->title, TITLE_COLUMNS, TITLE_LINES);
  g_string_append(out, "</B></FONT>");
  for (guint i = 0; i < node->roles->len && i < MAX_ROLES; i++) {
    g_string_append_printf(out, "<BR/><FONT POINT-SIZE=\"8\" COLOR=\"%s\">", colors->faint);
    append_wrapped(out, g_ptr_array_index(node->roles, i), ROLE_COLUMNS, 2);
    g_string_append(out, "</FONT>");
  }
  return g_string_free(out, FALSE);
}

Agnode_t *
kith_paint_actor(Agraph_t *graph, const KithDrawScene *scene, guint index)
{
  const KithSceneNode *node = kith_draw_scene_node(scene, index);
  const KithActorStyle *style = kith_style_actor(node->type);
  const KithActorColors *colors = &style->colors[scene->theme];
  Agnode_t *n = agnode(graph, node->id, TRUE);
  g_autofree char *label = actor_label(node, colors);
  g_autofree char *class = g_strdup_printf("actor %s", kith_actor_type_name(node->type));
  g_autofree char *id = g_strconcat("actor-", node->id, NULL);
  g_autoptr(GString) tooltip = g_string_new(NULL);
  kith_label_append_xml(tooltip, node->tooltip);
  kith_gv_set_html(n, "label", label);
  kith_gv_set(n, "shape", style->shape);
  kith_gv_set(n, "style", style->style);
  kith_gv_set(n, "fillcolor", colors->fill);
  kith_gv_set(n, "color", colors->border);
  kith_gv_set(n, "peripheries", style->peripheries);
  kith_gv_set_number(n, "penwidth", style->pen);
  kith_gv_set(n, "class", class);
  kith_gv_set(n, "id", id);
  kith_gv_set(n, "tooltip", tooltip->str);
  return n;
}

Agnode_t *
kith_paint_text(Agraph_t *graph, const char *id, const char *html, const char *class)
{
  g_autofree char *name = g_strdup(id);
  Agnode_t *n = agnode(graph, name, TRUE);
  kith_gv_set_html(n, "label", html);
  kith_gv_set(n, "shape", "none");
  kith_gv_set(n, "margin", "0");
  kith_gv_set(n, "class", class);
  kith_gv_set(n, "id", id);
  kith_gv_set(n, "tooltip", " ");
  return n;
}

/* The arrow nearest to a direction. */
static const char *
arrow(double dx, double dy, KithWay way)
{
  static const char *const arrows[] = {"→", "↗", "↑", "↖", "←", "↙", "↓", "↘"};
  static const char *const both[] = {"↔", "↔", "↕", "↔", "↔", "↔", "↕", "↔"};
  double ax = fabs(dx), ay = fabs(dy);
  guint octant = ay * 2.4 < ax ? 0 : ax * 2.4 < ay ? 2 : 1;
  if (dx < 0)
    octant = 4 - octant;
  if (dy < 0)
    octant = (8 - octant) % 8;
  if (way == KITH_BOTH_WAYS)
    return both[octant];
  return arrows[way == KITH_OTHER_WAY ? (octant + 4) % 8 : octant];
}

/* Appends one line of a label: its direction where that is not the edge's, its words, its truth status. */
static void
append_line(GString *out, const KithSceneLine *line, KithTheme theme, const char *direction)
{
  const KithFamilyStyle *style = kith_style_family(line->family);
  g_string_append_printf(out, "<FONT COLOR=\"%s\">", style->colors[theme]);
  g_autoptr(GString) text = g_string_new(direction);
  if (*direction)
    g_string_append_c(text, ' ');
  if (line->polarity == KITH_NEGATIVE)
    g_string_append(text, "✗ ");
  g_string_append(text, line->text);
  if (line->count > 1)
    g_string_append_printf(text, " ×%u", line->count);
  if (line->polarity == KITH_NEGATIVE || line->modality != KITH_ACTUAL)
    g_string_append_printf(text, " (%s%s%s)", line->polarity == KITH_NEGATIVE ? "denied" : "",
                           line->polarity == KITH_NEGATIVE && line->modality != KITH_ACTUAL ? ", " : "",
                           line->modality == KITH_ACTUAL ? "" : kith_modality_name(line->modality));
  append_wrapped(out, text->str, LINE_COLUMNS, 2);
  g_string_append(out, "</FONT>");
}

char *
kith_paint_label(const KithSceneEdge *edge, KithTheme theme, double dx, double dy)
{
  if (edge->lines->len == 0)
    return NULL;
  gboolean mixed = FALSE;
  for (guint i = 1; i < edge->lines->len; i++)
    mixed |= ((KithSceneLine *)edge->lines->pdata[i])->way != ((KithSceneLine *)edge->lines->pdata[0])->way;
  GString *out = g_string_new(NULL);
  g_string_append_printf(out,
                         "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\" "
                         "BGCOLOR=\"%s\"><TR><TD>",
                         kith_style_theme(theme)->paper);
  guint shown = edge->lines->len > MAX_LINES + 1 ? MAX_LINES : edge->lines->len;
  for (guint i = 0; i < shown; i++) {
    const KithSceneLine *line = g_ptr_array_index(edge->lines, i);
    if (i > 0)
      g_string_append(out, "<BR/>");
    append_line(out, line, theme, mixed ? arrow(dx, dy, line->way) : "");
  }
  if (shown < edge->lines->len)
    g_string_append_printf(out, "<BR/><FONT COLOR=\"%s\">and %u more</FONT>", kith_style_theme(theme)->faint,
                           edge->lines->len - shown);
  g_string_append(out, "</TD></TR></TABLE>");
  return g_string_free(out, FALSE);
}
