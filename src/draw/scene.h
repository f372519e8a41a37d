/* What of a graph is drawn, and what is written on it: actors and relations chosen, parallel relations
 * gathered. No geometry here, and nothing of Graphviz. */
#pragma once

#include "draw/draw.h"
#include "draw/style.h"

typedef struct {
  guint actor; /* index in the graph */
  KithActorType type;
  char *id;          /* name of the node; unique in the scene, harmless in DOT and XML */
  char *title;       /* clean label */
  GPtrArray *roles;  /* char *, clean: second lines */
  char *tooltip;     /* plain text of several lines */
  double weight;     /* how much is said of it */
  gboolean isolated; /* without any edge in the scene: drawn apart */
} KithSceneNode;

typedef enum { KITH_ONE_WAY, KITH_OTHER_WAY, KITH_BOTH_WAYS } KithWay;

/* Relations of one edge that say the same. */
typedef struct {
  char *text; /* clean */
  KithFamily family;
  KithWay way; /* from a to b, from b to a, symmetric */
  KithPolarity polarity;
  KithModality modality;
  guint count; /* pieces of evidence */
} KithSceneLine;

/* All relations between two actors. */
typedef struct {
  guint a, b;        /* indexes of nodes; one-way edges go from a to b */
  char *id;          /* unique in the scene, harmless in XML */
  GArray *relations; /* guint, indexes in the graph */
  GPtrArray *lines;  /* KithSceneLine *, most evidence first; empty for a mere tie */
  KithWay way;
  KithFamily family; /* the one with most evidence */
  KithTie tie;       /* where lines is empty */
  guint families;    /* bit i: family i has a line */
  gboolean denied;   /* every line is */
  gboolean unreal;   /* no line is actual */
  guint evidence;    /* pieces behind the lines */
  char *tooltip;
} KithSceneEdge;

typedef struct {
  KithTheme theme;
  char *title;       /* clean, never empty */
  char *byline;      /* source and date, clean; NULL where neither is known */
  char *description; /* one sentence for readers who do not see the picture */
  GPtrArray *nodes;  /* KithSceneNode * */
  GPtrArray *edges;  /* KithSceneEdge * */
  GPtrArray *notes;  /* char *: what was left out */
} KithDrawScene;

/* Chooses and gathers; options as in draw.h, never NULL here. KITH_ERROR_NAME where around means nobody or
 * several. Owned by the caller. */
KithDrawScene *kith_draw_scene_new(const KithGraph *graph, const KithDrawOptions *options, GError **error);
void kith_draw_scene_free(KithDrawScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithDrawScene, kith_draw_scene_free)

static inline KithSceneNode *
kith_draw_scene_node(const KithDrawScene *scene, guint i)
{
  return (KithSceneNode *)g_ptr_array_index(scene->nodes, i);
}

static inline KithSceneEdge *
kith_draw_scene_edge(const KithDrawScene *scene, guint i)
{
  return (KithSceneEdge *)g_ptr_array_index(scene->edges, i);
}
