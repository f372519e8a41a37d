#include "draw/scene.h"

#include <string.h>

#include "draw/choose.h"
#include "draw/label.h"

static void
node_free(gpointer data)
{
  KithSceneNode *node = data;
  g_free(node->id);
  g_free(node->title);
  g_ptr_array_unref(node->roles);
  g_free(node->tooltip);
  g_free(node);
}

static void
line_free(gpointer data)
{
  KithSceneLine *line = data;
  g_free(line->text);
  g_free(line);
}

static void
edge_free(gpointer data)
{
  KithSceneEdge *edge = data;
  g_free(edge->id);
  g_array_unref(edge->relations);
  g_ptr_array_unref(edge->lines);
  g_free(edge->tooltip);
  g_free(edge);
}

void
kith_draw_scene_free(KithDrawScene *scene)
{
  if (scene == NULL)
    return;
  g_free(scene->title);
  g_free(scene->byline);
  g_free(scene->description);
  g_ptr_array_unref(scene->nodes);
  g_ptr_array_unref(scene->edges);
  g_ptr_array_unref(scene->notes);
  g_free(scene);
}

/* Whether an id can be a name in DOT and XML as it stands. */
static gboolean
is_plain_id(const char *id)
{
  if (id == NULL || !(g_ascii_isalnum(*id)) || strlen(id) > 120)
    return FALSE;
  for (const char *p = id; *p; p++)
    if (!g_ascii_isalnum(*p) && strchr("-_./", *p) == NULL)
      return FALSE;
  return TRUE;
}

/* The actor's id, or one by its number where that would do harm or is there already. */
static char *
node_id(const KithActor *actor, guint number, GHashTable *taken)
{
  char *id = is_plain_id(actor->id) ? g_strdup(actor->id) : g_strdup_printf("actor-%u", number);
  while (!g_hash_table_add(taken, id)) {
    char *longer = g_strconcat(id, "-x", NULL);
    id = longer;
  }
  return g_strdup(id);
}

/* "Imran Khan (person). Also: Khan; Mr Khan" */
static char *
node_tooltip(const KithActor *actor, const char *title)
{
  GString *out = g_string_new(title);
  g_string_append_printf(out, " (%s)", kith_actor_type_name(actor->type));
  for (guint i = 0; actor->aliases && i < actor->aliases->len && i < 12; i++) {
    g_autofree char *alias = kith_label_clean(g_ptr_array_index(actor->aliases, i));
    g_string_append_printf(out, "%s%s", i == 0 ? "\nAlso: " : "; ", alias);
  }
  return g_string_free(out, FALSE);
}

/* A node for each chosen actor; map says which node an actor is. */
static void
add_nodes(KithDrawScene *scene, const KithGraph *graph, const KithChoice *choice, guint *map)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < graph->actors->len; i++) {
    if (!choice->actors[i])
      continue;
    const KithActor *actor = kith_graph_actor(graph, i);
    KithSceneNode *node = g_new0(KithSceneNode, 1);
    node->actor = i;
    node->type = actor->type;
    node->id = node_id(actor, i + 1, taken);
    node->title = kith_label_clean(actor->label);
    if (*node->title == '\0') {
      g_free(node->title);
      node->title = g_strdup("(no name)");
    }
    node->roles = g_ptr_array_new_with_free_func(g_free);
    node->tooltip = node_tooltip(actor, node->title);
    node->weight = choice->weights[i];
    node->isolated = choice->isolated[i];
    map[i] = scene->nodes->len;
    g_ptr_array_add(scene->nodes, node);
  }
}

/* The edge of a pair, made where there is none yet. */
static KithSceneEdge *
edge_of(KithDrawScene *scene, GHashTable *index, guint a, guint b)
{
  gint64 key = (gint64)MIN(a, b) << 32 | MAX(a, b);
  KithSceneEdge *edge = g_hash_table_lookup(index, &key);
  if (edge)
    return edge;
  edge = g_new0(KithSceneEdge, 1);
  edge->a = a;
  edge->b = b;
  edge->id = g_strdup_printf("edge-%u", scene->edges->len + 1);
  edge->relations = g_array_new(FALSE, FALSE, sizeof(guint));
  edge->lines = g_ptr_array_new_with_free_func(line_free);
  g_ptr_array_add(scene->edges, edge);
  g_hash_table_insert(index, g_memdup2(&key, sizeof key), edge);
  return edge;
}

/* The words of a relation. */
static char *
relation_text(const KithRelation *r)
{
  char *text = kith_label_clean(r->label);
  if (*text)
    return text;
  g_free(text);
  text = kith_label_clean(r->lemma);
  if (*text)
    return text;
  g_free(text);
  return g_strdup(kith_class_name(r->class));
}

/* Adds a relation to the lines of its edge: to one that says the same, or as a new one. */
static void
add_line(KithSceneEdge *edge, const KithRelation *r, gboolean forward)
{
  KithWay way = kith_class_is_symmetric(r->class) ? KITH_BOTH_WAYS : forward ? KITH_ONE_WAY : KITH_OTHER_WAY;
  g_autofree char *text = relation_text(r);
  g_autofree char *folded = g_utf8_casefold(text, -1);
  guint count = MAX(r->evidence->len, 1);
  for (guint i = 0; i < edge->lines->len; i++) {
    KithSceneLine *line = g_ptr_array_index(edge->lines, i);
    g_autofree char *other = g_utf8_casefold(line->text, -1);
    if (line->way == way && line->polarity == r->polarity && line->modality == r->modality &&
        line->family == kith_class_family(r->class) && g_str_equal(folded, other)) {
      line->count += count;
      return;
    }
  }
  KithSceneLine *line = g_new0(KithSceneLine, 1);
  line->text = g_steal_pointer(&text);
  line->family = kith_class_family(r->class);
  line->way = way;
  line->polarity = r->polarity;
  line->modality = r->modality;
  line->count = count;
  g_ptr_array_add(edge->lines, line);
}

/* Adds a title to the second lines of an actor. */
static void
add_role(KithSceneNode *node, const KithRelation *r)
{
  char *role = kith_label_clean(r->label);
  for (guint i = 0; i < node->roles->len; i++)
    if (g_ascii_strcasecmp(g_ptr_array_index(node->roles, i), role) == 0)
      *role = '\0';
  if (*role)
    g_ptr_array_add(node->roles, role);
  else
    g_free(role);
}

static void
add_edges(KithDrawScene *scene, const KithGraph *graph, const KithChoice *choice, const guint *map)
{
  g_autoptr(GHashTable) index = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < graph->relations->len; i++) {
    if (!choice->relations[i])
      continue;
    const KithRelation *r = kith_graph_relation(graph, i);
    KithSceneEdge *edge = edge_of(scene, index, map[r->source], map[r->target]);
    g_array_append_val(edge->relations, i);
    KithTie tie;
    if (!kith_style_is_tie(r->class, &tie))
      add_line(edge, r, edge->a == map[r->source]);
    else if (r->class == KITH_CLASS_ROLE)
      add_role(kith_draw_scene_node(scene, map[r->source]), r);
  }
}

/* Most evidence first; else in the order of the graph, which a stable sort keeps. */
static void
sort_lines(GPtrArray *lines)
{
  for (guint i = 1; i < lines->len; i++)
    for (guint j = i; j > 0; j--) {
      KithSceneLine *above = lines->pdata[j - 1], *below = lines->pdata[j];
      if (above->count >= below->count)
        break;
      lines->pdata[j - 1] = below;
      lines->pdata[j] = above;
    }
}

/* Turns an edge round. */
static void
turn(KithSceneEdge *edge)
{
  guint a = edge->a;
  edge->a = edge->b;
  edge->b = a;
  for (guint i = 0; i < edge->lines->len; i++) {
    KithSceneLine *line = g_ptr_array_index(edge->lines, i);
    if (line->way != KITH_BOTH_WAYS)
      line->way = line->way == KITH_ONE_WAY ? KITH_OTHER_WAY : KITH_ONE_WAY;
  }
}

/* Settles a mere tie: what it is, and from whom to whom. */
static void
settle_tie(KithSceneEdge *edge, const KithGraph *graph, const guint *map)
{
  edge->tie = KITH_TIE_LOCATED;
  for (guint i = 0; i < edge->relations->len; i++) {
    const KithRelation *r = kith_graph_relation(graph, g_array_index(edge->relations, guint, i));
    KithTie tie = KITH_TIE_LOCATED;
    kith_style_is_tie(r->class, &tie);
    if (i > 0 && tie >= edge->tie)
      continue;
    edge->tie = tie;
    edge->a = map[r->source];
    edge->b = map[r->target];
  }
  edge->family = KITH_FAMILY_STRUCTURE;
}

/* Settles what an edge looks like from its lines. */
static void
settle_edge(KithSceneEdge *edge)
{
  guint by_family[KITH_N_FAMILIES] = {0}, ways = 0;
  edge->denied = edge->unreal = TRUE;
  sort_lines(edge->lines);
  for (guint i = 0; i < edge->lines->len; i++) {
    const KithSceneLine *line = g_ptr_array_index(edge->lines, i);
    by_family[line->family] += line->count;
    edge->families |= 1u << line->family;
    edge->evidence += line->count;
    edge->denied &= line->polarity == KITH_NEGATIVE;
    edge->unreal &= line->modality != KITH_ACTUAL;
    ways |= 1u << line->way;
  }
  edge->way = ways == 1u << KITH_ONE_WAY ? KITH_ONE_WAY : KITH_BOTH_WAYS;
  static const KithFamily order[] = {KITH_FAMILY_CONFLICT, KITH_FAMILY_COOPERATION, KITH_FAMILY_WORDS,
                                     KITH_FAMILY_STRUCTURE};
  edge->family = order[0];
  for (gsize i = 1; i < G_N_ELEMENTS(order); i++)
    if (by_family[order[i]] > by_family[edge->family])
      edge->family = order[i];
  if (ways == 1u << KITH_OTHER_WAY) {
    turn(edge);
    edge->way = KITH_ONE_WAY;
  }
}

/* Appends "- Sherman [consult, planned] is meeting with: Bajwa" and the sentence. */
static void
append_relation(GString *out, const KithGraph *graph, const KithRelation *r)
{
  g_autofree char *source = kith_label_clean(kith_graph_actor(graph, r->source)->label);
  g_autofree char *target = kith_label_clean(kith_graph_actor(graph, r->target)->label);
  g_autofree char *text = relation_text(r);
  g_string_append_printf(out, "%s%s – %s – %s (%s%s%s%s)", out->len ? "\n" : "", source, text, target,
                         kith_class_name(r->class), r->polarity == KITH_NEGATIVE ? ", denied" : "",
                         r->modality == KITH_ACTUAL ? "" : ", ",
                         r->modality == KITH_ACTUAL ? "" : kith_modality_name(r->modality));
  for (guint i = 0; i < r->evidence->len && i < 3; i++) {
    const KithEvidence *evidence = g_ptr_array_index(r->evidence, i);
    g_autofree char *clean = kith_label_clean(evidence->text);
    g_auto(GStrv) lines = kith_label_wrap(clean, 300, 1);
    g_string_append_printf(out, "\n  “%s”", lines[0]);
  }
}

/* What an edge says when it is pointed at: each relation with its evidence. */
static char *
edge_tooltip(const KithSceneEdge *edge, const KithGraph *graph)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < edge->relations->len && i < 10; i++)
    append_relation(out, graph, kith_graph_relation(graph, g_array_index(edge->relations, guint, i)));
  if (edge->relations->len > 10)
    g_string_append_printf(out, "\nand %u more", edge->relations->len - 10);
  return g_string_free(out, FALSE);
}

/* Title, source and date of a graph of one document; else how many there are. */
static void
head(KithDrawScene *scene, const KithGraph *graph, const KithDrawOptions *options)
{
  g_autofree char *title = kith_label_clean(options->title);
  const KithSource *only = graph->documents->len == 1 ? kith_graph_document(graph, 0) : NULL;
  if (*title == '\0' && only) {
    g_free(title);
    title = kith_label_clean(only->title ? only->title : only->id);
  }
  if (*title == '\0') {
    g_free(title);
    title = graph->documents->len > 1
                ? g_strdup_printf("Actors and relations in %u documents", graph->documents->len)
                : g_strdup("Actors and relations");
  }
  scene->title = g_steal_pointer(&title);
  if (only == NULL)
    return;
  g_autofree char *source = kith_label_clean(only->source);
  g_autofree char *date = kith_label_clean(only->date);
  if (*source || *date)
    scene->byline = g_strconcat(source, *source && *date ? ", " : "", date, NULL);
}

/* "1 actor", "12 actors" */
static char *
counted(guint n, const char *what)
{
  return g_strdup_printf("%u %s%s", n, what, n == 1 ? "" : "s");
}

static void
add_notes(KithDrawScene *scene, const KithChoice *choice)
{
  g_autofree char *isolated = counted(choice->left_isolated, "actor");
  g_autofree char *actors = counted(choice->left_actors, "actor");
  g_autofree char *relations = counted(choice->left_relations, "relation");
  if (choice->left_isolated)
    g_ptr_array_add(scene->notes, g_strdup_printf("%s without relations not drawn.", isolated));
  if (choice->left_actors || choice->left_relations)
    g_ptr_array_add(scene->notes,
                    g_strdup_printf("Left out, being mentioned least: %s, %s.", actors, relations));
}

KithDrawScene *
kith_draw_scene_new(const KithGraph *graph, const KithDrawOptions *options, GError **error)
{
  g_autoptr(KithChoice) choice = kith_choice_new(graph, options, error);
  if (choice == NULL)
    return NULL;
  KithDrawScene *scene = g_new0(KithDrawScene, 1);
  scene->theme = options->dark ? KITH_THEME_DARK : KITH_THEME_LIGHT;
  scene->nodes = g_ptr_array_new_with_free_func(node_free);
  scene->edges = g_ptr_array_new_with_free_func(edge_free);
  scene->notes = g_ptr_array_new_with_free_func(g_free);
  g_autofree guint *map = g_new0(guint, graph->actors->len + 1);
  head(scene, graph, options);
  add_nodes(scene, graph, choice, map);
  add_edges(scene, graph, choice, map);
  for (guint i = 0; i < scene->edges->len; i++) {
    KithSceneEdge *edge = kith_draw_scene_edge(scene, i);
    if (edge->lines->len == 0)
      settle_tie(edge, graph, map);
    else
      settle_edge(edge);
    edge->tooltip = edge_tooltip(edge, graph);
  }
  add_notes(scene, choice);
  scene->description =
      g_strdup_printf("A network of %u actors joined by %u lines; each line names what the text "
                      "says of the two.",
                      scene->nodes->len, scene->edges->len);
  return scene;
}
