#include "weave/identity.h"

#include <string.h>

#include "weave/evidence.h"

/* A block is all actors of one key. Beyond so many groups in one, a newcomer is compared with the first ones
 * only, and no more joins are looked for among them: the time stays bounded. */
enum { MOST_GROUPS = 256, MOST_CLOSE = 3 };

typedef struct {
  KithGraph *graph;
  const KithEvidenceBase *base;
  guint *into; /* by actor */
  char **why;  /* by actor; NULL for the first of a group */
} Joiner;

/* An actor with the place that it has in the order of comparing. */
typedef struct {
  guint actor, weight;
  KithFigure *figure;
} Entrant;

static void
free_figure(gpointer figure)
{
  kith_figure_free((KithFigure *)figure);
}

/* Those that most is known of first; then by id, which is the order of the graph. */
static int
compare_entrants(gconstpointer a, gconstpointer b)
{
  const Entrant *x = (const Entrant *)a, *y = (const Entrant *)b;
  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return x->actor < y->actor ? -1 : x->actor > y->actor;
}

/* Joins figure b to a, and notes why. */
static void
join(const Joiner *joiner, KithFigure *a, const KithFigure *b)
{
  g_autoptr(GString) why = g_string_new(NULL);
  kith_figure_score(joiner->base, a, b, why);
  joiner->why[g_array_index(b->actors, guint, 0)] = g_strdup(why->str);
  kith_figure_add(a, b);
}

/* Puts each entrant into the group that it is likeliest to be of, or into a new one. */
static GPtrArray *
make_groups(const Joiner *joiner, const GArray *entrants)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func(free_figure);
  for (guint i = 0; i < entrants->len; i++) {
    KithFigure *figure = g_array_index(entrants, Entrant, i).figure;
    KithFigure *best = NULL;
    int most = KITH_SCORE_SURE - 1;
    for (guint k = 0; k < MIN(groups->len, MOST_GROUPS); k++) {
      KithFigure *group = (KithFigure *)groups->pdata[k];
      int score =
          kith_figure_overlaps(group, figure) ? -1 : kith_figure_score(joiner->base, group, figure, NULL);
      if (score > most) {
        best = group;
        most = score;
      }
    }
    if (best == NULL) {
      g_ptr_array_add(groups, figure);
      continue;
    }
    join(joiner, best, figure);
    kith_figure_free(figure);
  }
  return groups;
}

/* Joins groups that have come to know enough to be one. */
static void
join_groups(const Joiner *joiner, GPtrArray *groups)
{
  for (guint i = 0; groups->len <= MOST_GROUPS && i < groups->len; i++)
    for (guint k = i + 1; k < groups->len; k++) {
      KithFigure *a = (KithFigure *)groups->pdata[i], *b = (KithFigure *)groups->pdata[k];
      if (kith_figure_overlaps(a, b) || kith_figure_score(joiner->base, a, b, NULL) < KITH_SCORE_SURE)
        continue;
      join(joiner, a, b);
      g_ptr_array_remove_index(groups, k);
      k = i; /* it may now know enough for one that it did not before */
    }
}

/* Whether actor a is older than b: by the day of its document, those without one last, then by id. */
static gboolean
is_older(const KithGraph *graph, guint a, guint b)
{
  const KithMentionSpan *x = &g_array_index(kith_graph_actor(graph, a)->spans, KithMentionSpan, 0);
  const KithMentionSpan *y = &g_array_index(kith_graph_actor(graph, b)->spans, KithMentionSpan, 0);
  const char *day_x = kith_graph_document(graph, x->document)->date;
  const char *day_y = kith_graph_document(graph, y->document)->date;
  if ((day_x == NULL) != (day_y == NULL))
    return day_x != NULL;
  int order = g_strcmp0(day_x, day_y);
  return order != 0 ? order < 0 : a < b;
}

/* The actor that the others of a group are joined to. It needs no reason; the group's first one gets it. */
static guint
choose_first(const Joiner *joiner, const KithFigure *group)
{
  guint seed = g_array_index(group->actors, guint, 0), oldest = seed;
  for (guint i = 1; i < group->actors->len; i++)
    if (is_older(joiner->graph, g_array_index(group->actors, guint, i), oldest))
      oldest = g_array_index(group->actors, guint, i);
  if (oldest != seed) {
    joiner->why[seed] = joiner->why[oldest];
    joiner->why[oldest] = NULL;
  }
  for (guint i = 0; i < group->actors->len; i++)
    joiner->into[g_array_index(group->actors, guint, i)] = oldest;
  return oldest;
}

typedef struct {
  int score;
  guint group;
} Likeness;

static int
compare_likenesses(gconstpointer a, gconstpointer b)
{
  const Likeness *x = (const Likeness *)a, *y = (const Likeness *)b;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->group < y->group ? -1 : x->group > y->group;
}

static void
note_close(KithGraph *graph, guint a, guint b)
{
  const guint ends[][2] = {{a, b}, {b, a}};
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
    GPtrArray *close = kith_graph_actor(graph, ends[i][0])->close;
    const char *id = kith_graph_actor(graph, ends[i][1])->id;
    if (!g_ptr_array_find_with_equal_func(close, id, g_str_equal, NULL))
      g_ptr_array_add(close, g_strdup(id));
  }
}

/* Notes for each group the few that it is likest to of those that it may be. */
static void
find_close(const Joiner *joiner, const GPtrArray *groups, const guint *firsts)
{
  guint n = MIN(groups->len, MOST_GROUPS);
  for (guint i = 0; i < n; i++) {
    g_autoptr(GArray) like = g_array_new(FALSE, FALSE, sizeof(Likeness));
    for (guint k = 0; k < n; k++) {
      const KithFigure *a = (const KithFigure *)groups->pdata[i], *b = (const KithFigure *)groups->pdata[k];
      if (i == k || kith_figure_overlaps(a, b))
        continue;
      Likeness likeness = {kith_figure_score(joiner->base, a, b, NULL), k};
      if (likeness.score >= KITH_SCORE_UNSURE)
        g_array_append_val(like, likeness);
    }
    g_array_sort(like, compare_likenesses);
    for (guint k = 0; k < MIN(like->len, MOST_CLOSE); k++)
      note_close(joiner->graph, firsts[i], firsts[g_array_index(like, Likeness, k).group]);
  }
}

/* Decides a block: indexes of actors, in order. */
static void
decide(const Joiner *joiner, const GArray *block)
{
  g_autoptr(GArray) entrants = g_array_new(FALSE, FALSE, sizeof(Entrant));
  for (guint i = 0; i < block->len; i++) {
    Entrant entrant = {.actor = g_array_index(block, guint, i)};
    entrant.figure = kith_figure_new(joiner->base, entrant.actor);
    entrant.weight = kith_figure_weight(entrant.figure);
    g_array_append_val(entrants, entrant);
  }
  g_array_sort(entrants, compare_entrants);
  g_autoptr(GPtrArray) groups = make_groups(joiner, entrants);
  join_groups(joiner, groups);
  g_autofree guint *firsts = g_new(guint, groups->len + 1);
  for (guint i = 0; i < groups->len; i++)
    firsts[i] = choose_first(joiner, (const KithFigure *)groups->pdata[i]);
  find_close(joiner, groups, firsts);
}

/* The actors of each key that several have, in the order of the keys' first ones. Freed by the caller. */
static GPtrArray *
find_blocks(const KithGraph *graph, const KithEvidenceBase *base)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  g_autoptr(GHashTable) by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < graph->actors->len; i++) {
    char *key = kith_evidence_key(base, i);
    GArray *block = key ? (GArray *)g_hash_table_lookup(by_key, key) : NULL;
    if (key && block == NULL) {
      block = g_array_new(FALSE, FALSE, sizeof(guint));
      g_ptr_array_add(blocks, block);
      g_hash_table_insert(by_key, g_steal_pointer(&key), block);
    }
    if (block)
      g_array_append_val(block, i);
    g_free(key);
  }
  return blocks;
}

/* Joins the actors of a pool that are one. */
static void
join_actors(KithGraph *graph)
{
  guint n = graph->actors->len;
  g_autoptr(KithEvidenceBase) base = kith_evidence_base_new(graph);
  g_autofree guint *into = g_new(guint, n + 1);
  g_autofree char **why = g_new0(char *, n + 1);
  g_autoptr(GPtrArray) blocks = find_blocks(graph, base);
  Joiner joiner = {graph, base, into, why};
  for (guint i = 0; i < n; i++)
    into[i] = i;
  for (guint i = 0; i < blocks->len; i++)
    if (((GArray *)blocks->pdata[i])->len > 1)
      decide(&joiner, (const GArray *)blocks->pdata[i]);
  kith_graph_join(graph, into, why);
  for (guint i = 0; i < n; i++)
    g_free(why[i]);
}

KithGraph *
kith_weave_merge(const KithGraph *const *graphs, guint n, const char *const *without, GError **error)
{
  g_autoptr(KithGraph) graph = kith_graph_pool(graphs, n, error);
  for (; graph && without && *without; without++)
    if (!kith_graph_drop_document(graph, *without, error))
      return NULL;
  if (graph)
    join_actors(graph);
  return g_steal_pointer(&graph);
}
