#include "draw/sheet.h"

#include <string.h>

#include "draw/curve.h"
#include "draw/engine.h"
#include "draw/legend.h"
#include "draw/paint.h"

/* Graphs up to these sizes are laid in layers where they are trees, and by springs else; above, by sfdp. */
#define MAX_TREE 14
#define MAX_SPRINGS 140
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

/* The plan of what is connected, and what in it is what. */
typedef struct {
  KithPlan plan;
  guint *actors; /* by box: the node */
  guint *edges;  /* by link: the edge */
} Part;

static void
part_clear(Part *part)
{
  g_free(part->plan.boxes);
  g_free(part->plan.links);
  g_free(part->actors);
  g_free(part->edges);
}

static void
part_init(Part *part, const KithSheet *sheet)
{
  const KithDrawScene *scene = sheet->scene;
  guint n_nodes = scene->nodes->len, n_edges = scene->edges->len;
  g_autofree guint *box_of = g_new0(guint, n_nodes + 1);
  *part = (Part){.plan = {.aspect = ASPECT}};
  KithPlan *plan = &part->plan;
  plan->boxes = g_new0(KithBox, n_nodes + n_edges + 1);
  plan->links = g_new0(KithLink, n_edges + 1);
  part->actors = g_new0(guint, n_nodes + 1);
  part->edges = g_new0(guint, n_edges + 1);
  for (guint i = 0; i < n_nodes; i++) {
    if (kith_draw_scene_node(scene, i)->isolated)
      continue;
    box_of[i] = plan->n_actors;
    part->actors[plan->n_actors] = i;
    plan->boxes[plan->n_actors++] = sheet->nodes[i];
  }
  plan->n_boxes = plan->n_actors;
  for (guint i = 0; i < n_edges; i++) {
    const KithSceneEdge *edge = kith_draw_scene_edge(scene, i);
    KithLink link = {box_of[edge->a], box_of[edge->b], KITH_NONE};
    if (edge->lines->len > 0) {
      link.label = plan->n_boxes;
      plan->boxes[plan->n_boxes++] = sheet->labels[i];
    }
    part->edges[plan->n_links] = i;
    plan->links[plan->n_links++] = link;
  }
}

/* The engine for a graph of this size and shape. */
static const char *
choose_engine(const KithPlan *plan)
{
  if (plan->n_links < plan->n_actors && plan->n_actors <= MAX_TREE)
    return "dot";
  return plan->n_boxes <= MAX_SPRINGS * 2 ? "neato" : "sfdp";
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
    kith_curve_course(&sheet->curves[i], &sheet->nodes[edge->a], kith_draw_scene_node(scene, edge->a)->type,
                      &sheet->nodes[edge->b], kith_draw_scene_node(scene, edge->b)->type, via, start, end);
  }
}

/* Places actors, labels and lines of what is connected. */
static gboolean
place(KithSheet *sheet, Part *part, const char *engine, GError **error)
{
  KithPlan *plan = &part->plan;
  if (plan->n_actors == 0)
    return TRUE;
  if (engine == NULL)
    engine = choose_engine(plan);
  gboolean layers = strcmp(engine, "dot") == 0;
  g_autofree KithCurve *curves = g_new0(KithCurve, plan->n_links + 1);
  if (!kith_engine_place(plan, engine, sheet->scene, part->edges, curves, error))
    return FALSE;
  if (!layers) {
    stretch(plan);
    kith_place_improve(plan, effort_for(plan));
    kith_place_part(plan, 4);
  }
  for (guint i = 0; i < plan->n_actors; i++)
    sheet->nodes[part->actors[i]] = plan->boxes[i];
  for (guint i = 0; i < plan->n_links; i++) {
    sheet->curves[part->edges[i]] = curves[i];
    if (plan->links[i].label != KITH_NONE)
      sheet->labels[part->edges[i]] = plan->boxes[plan->links[i].label];
  }
  if (!layers)
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
  Part part;
  part_init(&part, sheet);
  gboolean ok = place(sheet, &part, engine, error);
  part_clear(&part);
  if (!ok)
    return NULL;
  kith_legend_place(sheet);
  return g_steal_pointer(&sheet);
}
