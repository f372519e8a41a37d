#include <math.h>
#include <string.h>

#include "draw/label.h"
#include "draw/legend.h"
#include "draw/paint.h"

#define ARROW_SCALE 0.75

/* The arrowhead of an edge: that of its family or tie; a bar before it where all is denied. */
static char *
arrowhead(const KithSceneEdge *edge)
{
  if (edge->lines->len == 0)
    return g_strdup(kith_style_tie(edge->tie)->head);
  const char *head = kith_style_family(edge->family)->head;
  return edge->denied ? g_strconcat("tee", head, NULL) : g_strdup(head);
}

double
kith_paint_arrow(const KithSceneEdge *edge, gboolean at_start)
{
  if (at_start && (edge->lines->len == 0 || edge->way != KITH_BOTH_WAYS))
    return 0;
  g_autofree char *head = arrowhead(edge);
  if (strcmp(head, "none") == 0)
    return 0;
  /* lengths of Graphviz' arrowheads, in tens of points */
  double length = strstr(head, "diamond") ? 1.2 : strstr(head, "dot") ? 0.8 : 1.0;
  if (g_str_has_prefix(head, "tee"))
    length += 0.25;
  return 10 * length * (edge->lines->len == 0 ? 0.4 : ARROW_SCALE);
}

static void
append_point(GString *out, KithPoint p)
{
  if (out->len > 0 && out->str[out->len - 1] != ',')
    g_string_append_c(out, ' ');
  kith_gv_append_number(out, p.x);
  g_string_append_c(out, ',');
  kith_gv_append_number(out, p.y);
}

static void
set_curve(Agedge_t *e, const KithCurve *curve)
{
  g_autoptr(GString) pos = g_string_new(NULL);
  if (curve->has_start) {
    g_string_append(pos, "s,");
    append_point(pos, curve->start);
  }
  if (curve->has_end) {
    g_string_append(pos, pos->len ? " e," : "e,");
    append_point(pos, curve->end);
  }
  for (guint i = 0; i < curve->n_points; i++)
    append_point(pos, curve->points[i]);
  kith_gv_set(e, "pos", pos->str);
}

static void
set_position(void *object, const char *name, const KithBox *place)
{
  g_autoptr(GString) pos = g_string_new(NULL);
  append_point(pos, (KithPoint){place->x, place->y});
  kith_gv_set(object, name, pos->str);
}

/* What an edge looks like, apart from its course. */
static void
style_edge(Agedge_t *e, const KithSceneEdge *edge, KithTheme theme)
{
  g_autofree char *head = arrowhead(edge);
  gboolean tie = edge->lines->len == 0;
  const KithFamilyStyle *family = kith_style_family(edge->family);
  kith_gv_set(e, "color", tie ? kith_style_theme(theme)->tie : family->colors[theme]);
  kith_gv_set(e, "fillcolor", tie ? kith_style_theme(theme)->paper : family->colors[theme]);
  kith_gv_set_number(e, "penwidth",
                     tie ? kith_style_tie(edge->tie)->pen
                         : family->pen + MIN(2.5, 0.6 * (edge->evidence - 1)));
  kith_gv_set(e, "arrowhead", head);
  kith_gv_set(e, "arrowtail", head);
  kith_gv_set_number(e, "arrowsize", tie ? 0.4 : ARROW_SCALE);
  kith_gv_set(e, "dir",
              strcmp(head, "none") == 0             ? "none"
              : !tie && edge->way == KITH_BOTH_WAYS ? "both"
                                                    : "forward");
  kith_gv_set(e, "style", tie ? "solid" : edge->denied ? "dashed" : edge->unreal ? "dotted" : "solid");
  g_autofree char *class =
      g_strconcat("relation ", tie ? "tie" : kith_family_name(edge->family),
                  !tie && edge->denied ? " denied" : "", !tie && edge->unreal ? " unreal" : "", NULL);
  g_autoptr(GString) tooltip = g_string_new(NULL);
  kith_label_append_xml(tooltip, edge->tooltip);
  kith_gv_set(e, "class", class);
  kith_gv_set(e, "id", edge->id);
  kith_gv_set(e, "tooltip", tooltip->str);
  kith_gv_set(e, "labeltooltip", tooltip->str);
}

static void
paint_edge(Agraph_t *graph, const KithSheet *sheet, Agnode_t **nodes, guint i)
{
  const KithSceneEdge *edge = kith_draw_scene_edge(sheet->scene, i);
  g_autofree char *key = g_strdup(edge->id);
  Agedge_t *e = agedge(graph, nodes[edge->a], nodes[edge->b], key, TRUE);
  style_edge(e, edge, sheet->scene->theme);
  set_curve(e, &sheet->curves[i]);
  const KithBox *a = &sheet->nodes[edge->a], *b = &sheet->nodes[edge->b];
  g_autofree char *label = kith_paint_label(edge, sheet->scene->theme, b->x - a->x, b->y - a->y);
  if (label == NULL)
    return;
  kith_gv_set_html(e, "label", label);
  set_position(e, "lp", &sheet->labels[i]);
}

/* A sample line, between two points that are not drawn. */
static void
paint_sample_line(Agraph_t *graph, const KithSample *sample, KithTheme theme, guint i)
{
  KithSceneEdge edge = {
      .lines = g_ptr_array_new(), .way = KITH_ONE_WAY, .tooltip = (char *)" ", .evidence = 1};
  edge.id = g_strdup_printf("sample-%u", i);
  if (sample->kind == KITH_SAMPLE_TIE)
    edge.tie = sample->value;
  else
    g_ptr_array_add(edge.lines, &edge); /* only counted */
  edge.family = sample->kind == KITH_SAMPLE_FAMILY ? sample->value : KITH_FAMILY_WORDS;
  edge.unreal = sample->kind == KITH_SAMPLE_MARK && sample->value == KITH_MARK_UNREAL;
  edge.denied = sample->kind == KITH_SAMPLE_MARK && sample->value == KITH_MARK_DENIED;
  if (sample->kind == KITH_SAMPLE_MARK && sample->value == KITH_MARK_WEIGHT)
    edge.evidence = 5;
  KithBox ends[2] = {sample->box, sample->box};
  Agnode_t *nodes[2];
  for (int k = 0; k < 2; k++) {
    g_autofree char *name = g_strdup_printf("sample:%u%c", i, 'a' + k);
    nodes[k] = agnode(graph, name, TRUE);
    ends[k].x += (k == 0 ? -0.5 : 0.5) * sample->box.w;
    ends[k].w = ends[k].h = 0;
    kith_gv_set(nodes[k], "style", "invis");
    kith_gv_set(nodes[k], "shape", "point");
    set_position(nodes[k], "pos", &ends[k]);
  }
  Agedge_t *e = agedge(graph, nodes[0], nodes[1], edge.id, TRUE);
  style_edge(e, &edge, theme);
  kith_gv_set(e, "class", "legend");
  gboolean plain = sample->kind == KITH_SAMPLE_MARK && sample->value == KITH_MARK_WEIGHT;
  if (plain)
    kith_gv_set(e, "dir", "none");
  double arrow = plain ? 0 : kith_paint_arrow(&edge, FALSE), y = sample->box.y, x = ends[0].x,
         w = sample->box.w - arrow;
  KithCurve curve = {.points = {{x, y}, {x + w / 3, y}, {x + w * 2 / 3, y}, {x + w, y}}, .n_points = 4};
  curve.has_end = arrow > 0;
  curve.end = (KithPoint){x + sample->box.w, y};
  set_curve(e, &curve);
  g_free(edge.id);
  g_ptr_array_unref(edge.lines);
}

static void
paint_sample_actor(Agraph_t *graph, const KithSample *sample, KithTheme theme, guint i)
{
  const KithActorStyle *style = kith_style_actor(sample->value);
  g_autofree char *name = g_strdup_printf("sample:%u", i);
  Agnode_t *n = agnode(graph, name, TRUE);
  kith_gv_set(n, "shape", style->shape);
  kith_gv_set(n, "style", style->style);
  kith_gv_set(n, "fillcolor", style->colors[theme].fill);
  kith_gv_set(n, "color", style->colors[theme].border);
  kith_gv_set(n, "peripheries", style->peripheries);
  kith_gv_set(n, "fixedsize", "true");
  kith_gv_set(n, "label", " "); /* cgraph writes no empty one, and then dot would write the name */
  kith_gv_set(n, "fontsize", "2");
  double inset = 8 * (*style->peripheries - '1');
  kith_gv_set_number(n, "width", (sample->box.w - inset) / 72);
  kith_gv_set_number(n, "height", (sample->box.h - inset) / 72);
  kith_gv_set(n, "class", "legend");
  kith_gv_set(n, "id", name);
  kith_gv_set(n, "tooltip", " ");
  set_position(n, "pos", &sample->box);
}

Agraph_t *
kith_paint_sheet(const KithSheet *sheet, const char *link_base, gboolean bare)
{
  const KithDrawScene *scene = sheet->scene;
  Agraph_t *graph = kith_gv_graph("kith");
  kith_paint_ground(graph, scene->theme);
  g_autofree Agnode_t **nodes = g_new0(Agnode_t *, scene->nodes->len + 1);
  for (guint i = 0; i < scene->nodes->len; i++) {
    nodes[i] = kith_paint_actor(graph, scene, i);
    set_position(nodes[i], "pos", &sheet->nodes[i]);
    if (link_base) {
      g_autofree char *url = g_strconcat(link_base, kith_draw_scene_node(scene, i)->id, NULL);
      g_autoptr(GString) escaped = g_string_new(NULL);
      kith_label_append_xml(escaped, url);
      kith_gv_set(nodes[i], "URL", escaped->str);
    }
  }
  for (guint i = 0; i < scene->edges->len; i++)
    paint_edge(graph, sheet, nodes, i);
  for (guint i = 0; i < sheet->samples->len && !bare; i++) {
    const KithSample *sample = &g_array_index(sheet->samples, KithSample, i);
    if (sample->kind == KITH_SAMPLE_ACTOR)
      paint_sample_actor(graph, sample, scene->theme, i);
    else
      paint_sample_line(graph, sample, scene->theme, i);
  }
  for (guint i = 0; i < sheet->texts->len; i++) {
    const KithText *text = g_ptr_array_index(sheet->texts, i);
    if (bare && strcmp(text->class, "heading") != 0)
      continue;
    Agnode_t *n = kith_paint_text(graph, text->id, text->html, text->class);
    set_position(n, "pos", &text->box);
  }
  return graph;
}
