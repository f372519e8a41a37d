#include "draw/engine.h"

#include <math.h>
#include <string.h>

#include "draw/gv.h"

/* A node that is a mere box. */
static Agnode_t *
add_box(Agraph_t *graph, guint i, const KithBox *size)
{
  g_autofree char *name = g_strdup_printf("n%u", i);
  Agnode_t *n = agnode(graph, name, TRUE);
  kith_gv_set_number(n, "width", size->w / 72);
  kith_gv_set_number(n, "height", size->h / 72);
  return n;
}

static Agraph_t *
skeleton(void)
{
  Agraph_t *graph = kith_gv_graph("skeleton");
  kith_gv_default(graph, AGNODE, "shape", "box");
  kith_gv_default(graph, AGNODE, "fixedsize", "true");
  kith_gv_default(graph, AGNODE, "label", "");
  kith_gv_default(graph, AGEDGE, "label", "");
  return graph;
}

/* For engines that know no labels: a label is a node between two. */
static Agraph_t *
subdivided(const KithPlan *plan, Agnode_t **nodes)
{
  Agraph_t *graph = skeleton();
  kith_gv_default(graph, AGRAPH, "overlap", "prism");
  kith_gv_default(graph, AGRAPH, "sep", "+7");
  kith_gv_default(graph, AGRAPH, "start", "7");
  kith_gv_default(graph, AGRAPH, "splines", "");
  kith_gv_default(graph, AGRAPH, "outputorder", "edgesfirst");
  for (guint i = 0; i < plan->n_boxes; i++)
    nodes[i] = add_box(graph, i, &plan->boxes[i]);
  for (guint i = 0; i < plan->n_links; i++) {
    const KithLink *l = &plan->links[i];
    if (l->label == KITH_NONE) {
      Agedge_t *e = agedge(graph, nodes[l->a], nodes[l->b], NULL, TRUE);
      kith_gv_set(e, "len", "1.1");
      continue;
    }
    const KithBox *label = &plan->boxes[l->label];
    double len = 0.55 + (label->w + label->h) / 4 / 72;
    Agedge_t *e = agedge(graph, nodes[l->a], nodes[l->label], NULL, TRUE);
    Agedge_t *f = agedge(graph, nodes[l->label], nodes[l->b], NULL, TRUE);
    kith_gv_set_number(e, "len", len);
    kith_gv_set_number(f, "len", len);
  }
  return graph;
}

/* For dot: labels are the edges' own, of the right size. */
static Agraph_t *
layered(const KithPlan *plan, const KithDrawScene *scene, const guint *which, Agnode_t **nodes,
        Agedge_t **edges)
{
  Agraph_t *graph = skeleton();
  kith_gv_default(graph, AGRAPH, "rankdir", "LR");
  kith_gv_default(graph, AGRAPH, "nodesep", "0.25");
  kith_gv_default(graph, AGRAPH, "ranksep", "0.35");
  for (guint i = 0; i < plan->n_actors; i++)
    nodes[i] = add_box(graph, i, &plan->boxes[i]);
  for (guint i = 0; i < plan->n_links; i++) {
    const KithLink *l = &plan->links[i];
    const KithSceneEdge *edge = kith_draw_scene_edge(scene, which[i]);
    edges[i] = agedge(graph, nodes[l->a], nodes[l->b], NULL, TRUE);
    kith_gv_set(edges[i], "dir",
                edge->lines->len == 0         ? "none"
                : edge->way == KITH_BOTH_WAYS ? "both"
                                              : "forward");
    if (l->label == KITH_NONE)
      continue;
    g_autofree char *label =
        g_strdup_printf("<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" "
                        "WIDTH=\"%d\" HEIGHT=\"%d\">"
                        "<TR><TD></TD></TR></TABLE>",
                        (int)ceil(plan->boxes[l->label].w), (int)ceil(plan->boxes[l->label].h));
    kith_gv_set_html(edges[i], "label", label);
  }
  return graph;
}

static KithPoint
point_of(pointf p)
{
  return (KithPoint){p.x, p.y};
}

/* Takes the course of an edge that dot has laid. */
static void
take_curve(Agedge_t *e, KithCurve *curve)
{
  memset(curve, 0, sizeof *curve);
  if (ED_spl(e) == NULL || ED_spl(e)->size < 1)
    return;
  const bezier *b = &ED_spl(e)->list[0];
  for (int i = 0; i < b->size && curve->n_points < G_N_ELEMENTS(curve->points); i++)
    curve->points[curve->n_points++] = point_of(b->list[i]);
  curve->n_points -= (curve->n_points - 1) % 3;
  curve->has_start = b->sflag != 0;
  curve->has_end = b->eflag != 0;
  curve->start = point_of(b->sp);
  curve->end = point_of(b->ep);
}

static void
take_layers(KithPlan *plan, Agedge_t **edges, KithCurve *curves)
{
  for (guint i = 0; i < plan->n_links; i++) {
    take_curve(edges[i], &curves[i]);
    if (plan->links[i].label == KITH_NONE || ED_label(edges[i]) == NULL)
      continue;
    KithBox *label = &plan->boxes[plan->links[i].label];
    label->x = ED_label(edges[i])->pos.x;
    label->y = ED_label(edges[i])->pos.y;
  }
}

gboolean
kith_engine_place(KithPlan *plan, const char *engine, const KithDrawScene *scene, const guint *which,
                  KithCurve *curves, GError **error)
{
  gboolean layers = strcmp(engine, "dot") == 0;
  g_autofree Agnode_t **nodes = g_new0(Agnode_t *, plan->n_boxes + 1);
  g_autofree Agedge_t **edges = g_new0(Agedge_t *, plan->n_links + 1);
  GVC_t *gvc = kith_gv_enter();
  Agraph_t *graph = layers ? layered(plan, scene, which, nodes, edges) : subdivided(plan, nodes);
  gboolean ok = gvLayout(gvc, graph, engine) == 0;
  for (guint i = 0; ok && i < (layers ? plan->n_actors : plan->n_boxes); i++) {
    plan->boxes[i].x = ND_coord(nodes[i]).x;
    plan->boxes[i].y = ND_coord(nodes[i]).y;
  }
  if (ok && layers)
    take_layers(plan, edges, curves);
  if (ok)
    gvFreeLayout(gvc, graph);
  agclose(graph);
  return kith_gv_leave(ok, "lay out", error);
}
