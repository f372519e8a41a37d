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

static void
add_edge(Agraph_t *graph, Agnode_t *from, Agnode_t *to, double length)
{
  kith_gv_set_number(agedge(graph, from, to, NULL, TRUE), "len", length);
}

/* The plan as a graph in which a label is a node between two. */
static Agraph_t *
subdivided(const KithPlan *plan, Agnode_t **nodes)
{
  static const char *const defaults[][2] = {
      {"overlap", "prism"}, {"sep", "+7"},       {"start", "7"},     {"splines", ""},
      {"rankdir", "LR"},    {"nodesep", "0.22"}, {"ranksep", "0.3"},
  };
  Agraph_t *graph = kith_gv_graph("skeleton");
  kith_gv_default(graph, AGNODE, "shape", "box");
  kith_gv_default(graph, AGNODE, "fixedsize", "true");
  kith_gv_default(graph, AGNODE, "label", "");
  kith_gv_default(graph, AGEDGE, "label", "");
  for (gsize i = 0; i < G_N_ELEMENTS(defaults); i++)
    kith_gv_default(graph, AGRAPH, defaults[i][0], defaults[i][1]);
  for (guint i = 0; i < plan->n_boxes; i++)
    nodes[i] = add_box(graph, i, &plan->boxes[i]);
  for (guint i = 0; i < plan->n_links; i++) {
    const KithLink *l = &plan->links[i];
    if (l->label == KITH_NONE) {
      add_edge(graph, nodes[l->a], nodes[l->b], 0.9);
      continue;
    }
    const KithBox *label = &plan->boxes[l->label];
    double length = 0.55 + (label->w + label->h) / 4 / 72;
    add_edge(graph, nodes[l->a], nodes[l->label], length);
    add_edge(graph, nodes[l->label], nodes[l->b], length);
  }
  return graph;
}

/* A place on a grid of 1/64 point: Graphviz's places differ in their last bits from run to run, which must
 * neither decide what is done next nor how a number is rounded. */
static double
snap(double place)
{
  return round(place * 64) / 64;
}

gboolean
kith_engine_place(KithPlan *plan, const char *engine, GError **error)
{
  g_autofree Agnode_t **nodes = g_new0(Agnode_t *, plan->n_boxes + 1);
  GVC_t *gvc = kith_gv_enter();
  Agraph_t *graph = subdivided(plan, nodes);
  gboolean ok = gvLayout(gvc, graph, engine) == 0;
  for (guint i = 0; ok && i < plan->n_boxes; i++) {
    plan->boxes[i].x = snap(ND_coord(nodes[i]).x);
    plan->boxes[i].y = snap(ND_coord(nodes[i]).y);
  }
  if (ok)
    gvFreeLayout(gvc, graph);
  agclose(graph);
  return kith_gv_leave(ok, "lay out", error);
}
