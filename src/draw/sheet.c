#include "draw/sheet.h"

#include <string.h>

#include "draw/curve.h"
#include "draw/engine.h"
#include "draw/legend.h"
#include "draw/pack.h"
#include "draw/paint.h"

/* Parts of up to so many boxes are laid out by springs; larger ones by sfdp. */
#define MAX_SPRINGS 280
#define PART_GAP 16.0   /* points between parts that nothing joins */
#define MAX_EFFORT 40.0 /* millions of tests: half a second */
#define ASPECT 1.75     /* of the drawing without title and legend: a laptop's screen */

void
kith_sheet_free(KithSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free(sheet->nodes);
  g_free(sheet->labels);
  g_free(sheet->curves);
  if (sheet->texts)
    g_ptr_array_unref(sheet->texts);
  if (sheet->samples)
    g_array_unref(sheet->samples);
  g_free(sheet);
}

static void
take_size(KithBox *size, Agnode_t *n)
{
  size->w = ND_width(n) * 72;
  size->h = ND_height(n) * 72;
}

/* Has Graphviz measure everything that is text. */
static gboolean
measure(KithSheet *sheet, GError **error)
{
  const KithDrawScene *scene = sheet->scene;
  guint n_nodes = scene->nodes->len, n_edges = scene->edges->len, n_texts = sheet->texts->len;
  g_autofree Agnode_t **nodes = g_new0(Agnode_t *, n_nodes + n_edges + n_texts);
  GVC_t *gvc = kith_gv_enter();
  Agraph_t *graph = kith_gv_graph("measure");
  kith_paint_ground(graph, scene->theme);
  for (guint i = 0; i < n_nodes; i++)
    nodes[i] = kith_paint_actor(graph, scene, i);
  for (guint i = 0; i < n_edges; i++) {
    const KithSceneEdge *edge = kith_draw_scene_edge(scene, i);
    g_autofree char *id = g_strconcat("label:", edge->id, NULL),
                    *html = kith_paint_label(edge, scene->theme, 1, 0);
    if (html == NULL)
      continue;
    nodes[n_nodes + i] = kith_paint_text(graph, id, html, "label");
    kith_gv_set(nodes[n_nodes + i], "fontsize", "8.5");
  }
  for (guint i = 0; i < n_texts; i++) {
    const KithText *text = g_ptr_array_index(sheet->texts, i);
    nodes[n_nodes + n_edges + i] = kith_paint_text(graph, text->id, text->html, text->class);
  }
  for (guint i = 0; i < n_nodes + n_edges + n_texts; i++)
    if (nodes[i])
      kith_gv_set(nodes[i], "pos", "0,0");
  gboolean ok = gvLayout(gvc, graph, "nop2") == 0;
  for (guint i = 0; ok && i < n_nodes; i++)
    take_size(&sheet->nodes[i], nodes[i]);
  for (guint i = 0; ok && i < n_edges; i++)
    if (nodes[n_nodes + i])
      take_size(&sheet->labels[i], nodes[n_nodes + i]);
  for (guint i = 0; ok && i < n_texts; i++)
    take_size(&((KithText *)sheet->texts->pdata[i])->box, nodes[n_nodes + n_edges + i]);
  if (ok)
    gvFreeLayout(gvc, graph);
  agclose(graph);
  return kith_gv_leave(ok, "measure", error);
}

/* The parts of the scene that nothing joins, and what in their plans is what. */
typedef struct {
  KithPlan *plans;
  guint n_plans;
  guint *part; /* by node: its plan; KITH_NONE for those that stand apart */
  guint *box;  /* by node: its box there */
  guint *link; /* by edge: its link */
} Parts;

static void
parts_clear(Parts *parts)
{
  for (guint i = 0; i < parts->n_plans; i++) {
    g_free(parts->plans[i].boxes);
    g_free(parts->plans[i].links);
  }
  g_free(parts->plans);
  g_free(parts->part);
  g_free(parts->box);
  g_free(parts->link);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Parts, parts_clear)

/* Numbers the parts: each node takes the least number of those that it is joined to. */
static void
number_parts(Parts *parts, const KithDrawScene *scene)
{
  guint n = scene->nodes->len;
  for (guint i = 0; i < n; i++)
    parts->part[i] = kith_draw_scene_node(scene, i)->isolated ? KITH_NONE : i;
  for (gboolean changed = TRUE; changed;) {
    changed = FALSE;
    for (guint i = 0; i < scene->edges->len; i++) {
      const KithSceneEdge *edge = kith_draw_scene_edge(scene, i);
      guint *a = &parts->part[edge->a], *b = &parts->part[edge->b];
      changed |= *a != *b;
      *a = *b = MIN(*a, *b);
    }
  }
  g_autofree guint *number = g_new0(guint, n + 1);
  for (guint i = 0; i < n; i++)
    if (parts->part[i] == i)
      number[i] = parts->n_plans++;
  for (guint i = 0; i < n; i++)
    if (parts->part[i] != KITH_NONE)
      parts->part[i] = number[parts->part[i]];
}

static void
parts_init(Parts *parts, const KithSheet *sheet)
{
  const KithDrawScene *scene = sheet->scene;
  guint n_nodes = scene->nodes->len, n_edges = scene->edges->len;
  *parts = (Parts){.part = g_new0(guint, n_nodes + 1),
                   .box = g_new0(guint, n_nodes + 1),
                   .link = g_new0(guint, n_edges + 1)};
  number_parts(parts, scene);
  parts->plans = g_new0(KithPlan, parts->n_plans + 1);
  for (guint i = 0; i < n_nodes; i++)
    if (parts->part[i] != KITH_NONE)
      parts->box[i] = parts->plans[parts->part[i]].n_actors++;
  for (guint i = 0; i < n_edges; i++)
    parts->link[i] = parts->plans[parts->part[kith_draw_scene_edge(scene, i)->a]].n_links++;
  for (guint i = 0; i < parts->n_plans; i++) {
    KithPlan *plan = &parts->plans[i];
    plan->aspect = ASPECT;
    plan->n_boxes = plan->n_actors;
    plan->boxes = g_new0(KithBox, plan->n_actors + plan->n_links + 1);
    plan->links = g_new0(KithLink, plan->n_links + 1);
  }
  for (guint i = 0; i < n_nodes; i++)
    if (parts->part[i] != KITH_NONE)
      parts->plans[parts->part[i]].boxes[parts->box[i]] = sheet->nodes[i];
  for (guint i = 0; i < n_edges; i++) {
    const KithSceneEdge *edge = kith_draw_scene_edge(scene, i);
    KithPlan *plan = &parts->plans[parts->part[edge->a]];
    KithLink *link = &plan->links[parts->link[i]];
    *link = (KithLink){parts->box[edge->a], parts->box[edge->b], KITH_NONE};
    if (edge->lines->len == 0)
      continue;
    link->label = plan->n_boxes++;
    plan->boxes[link->label] = sheet->labels[i];
  }
}

/* Takes the places from the plans. */
static void
take_places(KithSheet *sheet, const Parts *parts)
{
  const KithDrawScene *scene = sheet->scene;
  for (guint i = 0; i < scene->nodes->len; i++)
    if (parts->part[i] != KITH_NONE)
      sheet->nodes[i] = parts->plans[parts->part[i]].boxes[parts->box[i]];
  for (guint i = 0; i < scene->edges->len; i++) {
    const KithPlan *plan = &parts->plans[parts->part[kith_draw_scene_edge(scene, i)->a]];
    const KithLink *link = &plan->links[parts->link[i]];
    if (link->label != KITH_NONE)
      sheet->labels[i] = plan->boxes[link->label];
  }
}

/* The engine for a graph of this size and shape. */
static const char *
choose_engine(const KithPlan *plan)
{
  return plan->n_boxes <= MAX_SPRINGS ? "neato" : "sfdp";
}

/* How much work the placing is worth: a move costs as much as there are boxes and lines, and each of them
 * wants as many moves; bounded, since a picture must come soon. */
static double
effort_for(const KithPlan *plan)
{
  double size = plan->n_boxes + plan->n_links;
  return MIN(MAX_EFFORT, 0.003 * size * size);
}

/* Widens or flattens towards the aspect that is wanted. */
static void
stretch(KithPlan *plan)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, low = G_MAXDOUBLE, high = -G_MAXDOUBLE;
  for (guint i = 0; i < plan->n_boxes; i++) {
    left = MIN(left, plan->boxes[i].x);
    right = MAX(right, plan->boxes[i].x);
    low = MIN(low, plan->boxes[i].y);
    high = MAX(high, plan->boxes[i].y);
  }
  double wide = MAX(right - left, 1), tall = MAX(high - low, 1);
  double factor = CLAMP(plan->aspect * tall / wide, 0.6, 1.8);
  for (guint i = 0; i < plan->n_boxes; i++)
    plan->boxes[i].x *= factor;
}

/* The courses of all lines, once their ends and labels stand. */
static void
lay_curves(KithSheet *sheet)
{
  const KithDrawScene *scene = sheet->scene;
  for (guint i = 0; i < scene->edges->len; i++) {
    const KithSceneEdge *edge = kith_draw_scene_edge(scene, i);
    const KithBox *via = edge->lines->len > 0 ? &sheet->labels[i] : NULL;
    double start = kith_paint_arrow(edge, TRUE), end = kith_paint_arrow(edge, FALSE);
    kith_curve_course(&sheet->curves[i], &sheet->nodes[edge->a], &sheet->nodes[edge->b], via, start, end);
  }
}

/* Places the actors and labels of one part. */
static gboolean
place_part(KithPlan *plan, const char *engine, GError **error)
{
  if (!kith_engine_place(plan, engine ? engine : choose_engine(plan), error))
    return FALSE;
  if (g_strcmp0(engine, "dot") != 0) {
    stretch(plan);
    kith_place_improve(plan, effort_for(plan));
  }
  kith_place_part(plan, 4);
  return TRUE;
}

/* Places actors, labels and lines of all that is connected. */
static gboolean
place(KithSheet *sheet, const char *engine, GError **error)
{
  g_auto(Parts) parts;
  parts_init(&parts, sheet);
  for (guint i = 0; i < parts.n_plans; i++)
    if (!place_part(&parts.plans[i], engine, error))
      return FALSE;
  kith_pack_plans(parts.plans, parts.n_plans, PART_GAP, ASPECT);
  take_places(sheet, &parts);
  lay_curves(sheet);
  return TRUE;
}

KithSheet *
kith_sheet_new(const KithDrawScene *scene, const char *engine, GError **error)
{
  g_autoptr(KithSheet) sheet = g_new0(KithSheet, 1);
  sheet->scene = scene;
  sheet->nodes = g_new0(KithBox, scene->nodes->len + 1);
  sheet->labels = g_new0(KithBox, scene->edges->len + 1);
  sheet->curves = g_new0(KithCurve, scene->edges->len + 1);
  kith_legend_fill(sheet);
  if (!measure(sheet, error))
    return NULL;
  if (!place(sheet, engine, error))
    return NULL;
  kith_legend_place(sheet);
  return g_steal_pointer(&sheet);
}
