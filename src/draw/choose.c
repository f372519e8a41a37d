#include "draw/choose.h"

#include "base/error.h"
#include "draw/style.h"

/* More actors without a relation than this are named in a note only. */
#define MAX_ISOLATED 8
/* What stays legible on one page. */
#define MAX_ACTORS 60
#define MAX_PAIRS 110

void
kith_choice_free(KithChoice *choice)
{
  if (choice == NULL)
    return;
  g_free(choice->actors);
  g_free(choice->relations);
  g_free(choice->isolated);
  g_free(choice->weights);
  g_free(choice);
}

/* Marks the relations that pass the options, and weighs their ends. */
static void
pass_relations(KithChoice *choice, const KithGraph *graph, const KithDrawOptions *options)
{
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *r = kith_graph_relation(graph, i);
    if (r->source >= graph->actors->len || r->target >= graph->actors->len || r->source == r->target)
      continue;
    if (options->classes != 0 && !(options->classes >> r->class & 1))
      continue;
    if (r->confidence < options->min_confidence)
      continue;
    choice->relations[i] = TRUE;
    KithTie tie;
    double weight = MAX(r->evidence->len, 1) * (kith_style_is_tie(r->class, &tie) ? 0.5 : 1.0);
    choice->weights[r->source] += weight;
    choice->weights[r->target] += weight;
  }
}

/* How many steps along the relations that pass each actor is from one, KITH_NONE where farther than depth.
 * Owned by the caller. */
static guint *
steps_from(const KithChoice *choice, const KithGraph *graph, guint from, guint depth)
{
  guint *steps = g_new(guint, graph->actors->len);
  for (guint i = 0; i < graph->actors->len; i++)
    steps[i] = i == from ? 0 : KITH_NONE;
  gboolean grown = TRUE;
  for (guint step = 0; step < depth && grown; step++) {
    grown = FALSE;
    for (guint i = 0; i < graph->relations->len; i++) {
      const KithRelation *r = kith_graph_relation(graph, i);
      guint *s = &steps[r->source], *t = &steps[r->target];
      if (!choice->relations[i] || (*s != step && *t != step) || (*s != KITH_NONE && *t != KITH_NONE))
        continue;
      *(*s == step ? t : s) = step + 1;
      grown = TRUE;
    }
  }
  return steps;
}

/* Marks what lies within depth steps of an actor. */
static void
spread(KithChoice *choice, const KithGraph *graph, guint from, guint depth)
{
  g_autofree guint *steps = steps_from(choice, graph, from, depth);
  for (guint i = 0; i < graph->actors->len; i++)
    choice->actors[i] = steps[i] != KITH_NONE;
}

/* Marks the shortest ways between two actors, and only the relations along them. */
static gboolean
follow(KithChoice *choice, const KithGraph *graph, guint from, guint to, GError **error)
{
  const guint n = graph->actors->len;
  g_autofree guint *there = steps_from(choice, graph, from, n);
  g_autofree guint *back = steps_from(choice, graph, to, n);
  const guint length = there[to];
  if (from == to || length == KITH_NONE) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_NAME,
                from == to ? "'%s' and '%s' are one actor" : "no chain of relations joins %s and %s",
                kith_graph_actor(graph, from)->label, kith_graph_actor(graph, to)->label);
    return FALSE;
  }
  for (guint i = 0; i < n; i++)
    choice->actors[i] = there[i] != KITH_NONE && back[i] != KITH_NONE && there[i] + back[i] == length;
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *r = kith_graph_relation(graph, i);
    choice->relations[i] = choice->relations[i] && there[r->source] != there[r->target];
  }
  return TRUE;
}

/* Drops the relations whose ends are not both drawn. */
static guint
drop_loose(KithChoice *choice, const KithGraph *graph)
{
  guint dropped = 0;
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *r = kith_graph_relation(graph, i);
    if (!choice->relations[i] || (choice->actors[r->source] && choice->actors[r->target]))
      continue;
    choice->relations[i] = FALSE;
    dropped++;
  }
  return dropped;
}

typedef struct {
  double weight;
  guint first, second; /* an actor; or the ends of a pair */
} Ranked;

/* Heaviest first, then by index. */
static int
compare_ranked(gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;
  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return x->second < y->second ? -1 : x->second > y->second;
}

/* Keeps the heaviest actors (and the one that the picture is about). */
static void
thin_actors(KithChoice *choice, const KithGraph *graph, guint limit, guint centre)
{
  g_autoptr(GArray) ranked = g_array_new(FALSE, FALSE, sizeof(Ranked));
  for (guint i = 0; i < graph->actors->len; i++)
    if (choice->actors[i]) {
      Ranked r = {i == centre ? G_MAXDOUBLE : choice->weights[i], i, 0};
      g_array_append_val(ranked, r);
    }
  g_array_sort(ranked, compare_ranked);
  for (guint i = limit; i < ranked->len; i++) {
    choice->actors[g_array_index(ranked, Ranked, i).first] = FALSE;
    choice->left_actors++;
  }
}

/* The key of an unordered pair. */
static gint64
pair_key(const KithRelation *r)
{
  return (gint64)MIN(r->source, r->target) << 32 | MAX(r->source, r->target);
}

/* The pairs that relations join, heaviest first. */
static GArray *
rank_pairs(const KithChoice *choice, const KithGraph *graph)
{
  g_autoptr(GHashTable) index = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(Ranked));
  for (guint i = 0; i < graph->relations->len; i++) {
    if (!choice->relations[i])
      continue;
    const KithRelation *r = kith_graph_relation(graph, i);
    gint64 key = pair_key(r);
    guint at = GPOINTER_TO_UINT(g_hash_table_lookup(index, &key));
    if (at == 0) {
      Ranked pair = {0, MIN(r->source, r->target), MAX(r->source, r->target)};
      g_array_append_val(pairs, pair);
      at = pairs->len;
      g_hash_table_insert(index, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(at));
    }
    KithTie tie;
    Ranked *pair = &g_array_index(pairs, Ranked, at - 1);
    pair->weight += kith_style_is_tie(r->class, &tie) ? 0.9 : MAX(r->evidence->len, 1) + r->confidence / 100;
  }
  g_array_sort(pairs, compare_ranked);
  return pairs;
}

/* Keeps the heaviest pairs. */
static guint
thin_pairs(KithChoice *choice, const KithGraph *graph, guint limit)
{
  g_autoptr(GArray) pairs = rank_pairs(choice, graph);
  if (pairs->len <= limit)
    return 0;
  g_autoptr(GHashTable) left = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = limit; i < pairs->len; i++) {
    const Ranked *pair = &g_array_index(pairs, Ranked, i);
    gint64 key = (gint64)pair->first << 32 | pair->second;
    g_hash_table_add(left, g_memdup2(&key, sizeof key));
  }
  guint dropped = 0;
  for (guint i = 0; i < graph->relations->len; i++) {
    if (!choice->relations[i])
      continue;
    gint64 key = pair_key(kith_graph_relation(graph, i));
    if (g_hash_table_contains(left, &key)) {
      choice->relations[i] = FALSE;
      dropped++;
    }
  }
  return dropped;
}

/* Marks actors whom no drawn relation touches; leaves them out where they are many or thinning made them so.
 */
static void
part_isolated(KithChoice *choice, const KithGraph *graph, guint centre)
{
  g_autofree gboolean *touched = g_new0(gboolean, graph->actors->len);
  for (guint i = 0; i < graph->relations->len; i++)
    if (choice->relations[i]) {
      touched[kith_graph_relation(graph, i)->source] = TRUE;
      touched[kith_graph_relation(graph, i)->target] = TRUE;
    }
  guint n = 0;
  for (guint i = 0; i < graph->actors->len; i++)
    n += choice->isolated[i] = choice->actors[i] && !touched[i];
  /* one whose relations are left out is not to be called one without */
  for (guint i = 0; i < graph->actors->len; i++)
    if (choice->isolated[i] && i != centre && (n > MAX_ISOLATED || choice->weights[i] > 0)) {
      choice->isolated[i] = choice->actors[i] = FALSE;
      if (choice->weights[i] > 0)
        choice->left_actors++;
      else
        choice->left_isolated++;
    }
}

/* Marks the actors that the options ask for; stores the one that the picture is about, if any. */
static gboolean
focus(KithChoice *choice, const KithGraph *graph, const KithDrawOptions *options, guint *centre,
      GError **error)
{
  if (options->from || options->to) {
    guint from = *centre = kith_graph_find(graph, options->from ? options->from : "", error);
    guint to = from == KITH_NONE ? KITH_NONE : kith_graph_find(graph, options->to ? options->to : "", error);
    return to != KITH_NONE && follow(choice, graph, from, to, error);
  }
  if (options->around) {
    *centre = kith_graph_find(graph, options->around, error);
    if (*centre == KITH_NONE)
      return FALSE;
    spread(choice, graph, *centre, MAX(options->depth, 1));
    return TRUE;
  }
  for (guint i = 0; i < graph->actors->len; i++)
    choice->actors[i] = TRUE;
  return TRUE;
}

KithChoice *
kith_choice_new(const KithGraph *graph, const KithDrawOptions *options, GError **error)
{
  guint centre = KITH_NONE, n = graph->actors->len;
  g_autoptr(KithChoice) choice = g_new0(KithChoice, 1);
  choice->actors = g_new0(gboolean, n + 1);
  choice->isolated = g_new0(gboolean, n + 1);
  choice->relations = g_new0(gboolean, graph->relations->len + 1);
  choice->weights = g_new0(double, n + 1);
  pass_relations(choice, graph, options);
  if (!focus(choice, graph, options, &centre, error))
    return NULL;
  drop_loose(choice, graph);
  if (!options->all) {
    part_isolated(choice, graph, centre);
    thin_actors(choice, graph, options->top ? options->top : MAX_ACTORS, centre);
    choice->left_relations = drop_loose(choice, graph);
    choice->left_relations += thin_pairs(choice, graph, MAX_PAIRS);
  }
  part_isolated(choice, graph, centre);
  return g_steal_pointer(&choice);
}
