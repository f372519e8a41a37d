/* Merges generated documents and prints how long it takes, whether the bytes are the same in another order
 * and after a document is taken out again, and how well actors were told apart: the world that the documents
 * tell of is known, and has people of one name.
 *
 * usage: merge [DOCUMENTS [MENTIONS [FOLDER]]]   (1000 and 50000; FOLDER gets the graphs as JSON and Turtle)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/slug.h"
#include "graph/json.h"
#include "rdf/rdf.h"
#include "weave/identity.h"

enum { COUNTRIES = 30, BODIES = 300, PEOPLE = 3000, FIRST_NAMES = 60, LAST_NAMES = 120, TITLES = 20 };

static guint32 state = 1;

/* A number below n; the generator of Numerical Recipes. */
static guint
draw(guint n)
{
  state = state * 1664525 + 1013904223;
  return (state >> 8) % n;
}

/* An invented name: so many syllables by number. */
static char *
syllables(guint number, guint n)
{
  static const char *const all[] = {"ba", "do", "fi", "gu", "ha", "jo", "ki", "lu",
                                    "ma", "no", "pe", "ri", "sa", "to", "va", "ze"};
  GString *name = g_string_new(NULL);
  for (guint i = 0; i < n; i++, number /= G_N_ELEMENTS(all))
    g_string_append(name, all[number % G_N_ELEMENTS(all)]);
  name->str[0] = g_ascii_toupper(name->str[0]);
  return g_string_free(name, FALSE);
}

typedef struct {
  char *name, *last;
  guint body, title;
} Person;

typedef struct {
  char *country[COUNTRIES], *body[BODIES], *title[TITLES];
  Person people[PEOPLE];
} World;

static void
make_world(World *world)
{
  for (guint i = 0; i < COUNTRIES; i++)
    world->country[i] = g_strdup_printf("Country %u", i);
  for (guint i = 0; i < BODIES; i++) {
    g_autofree char *name = syllables(i * 37 + 5, 3);
    world->body[i] = g_strdup_printf("%s Works", name);
  }
  for (guint i = 0; i < TITLES; i++)
    world->title[i] = g_strdup_printf("officer %u", i);
  for (guint i = 0; i < PEOPLE; i++) {
    Person *person = &world->people[i];
    g_autofree char *first = syllables(draw(FIRST_NAMES) * 3 + 1, 2);
    person->last = syllables(draw(LAST_NAMES) * 29 + 4, 3);
    person->name = g_strdup_printf("%s %s", first, person->last);
    person->body = i % BODIES;
    person->title = draw(TITLES);
  }
}

static void
clear_world(World *world)
{
  for (guint i = 0; i < COUNTRIES; i++)
    g_free(world->country[i]);
  for (guint i = 0; i < BODIES; i++)
    g_free(world->body[i]);
  for (guint i = 0; i < TITLES; i++)
    g_free(world->title[i]);
  for (guint i = 0; i < PEOPLE; i++) {
    g_free(world->people[i].name);
    g_free(world->people[i].last);
  }
}

/* A document on its way. */
typedef struct {
  KithGraph *graph;
  GString *text;
  GHashTable *truth; /* actor id -> who it is, from 1 */
} Story;

static guint
add_actor(Story *story, const char *id, const char *label, KithActorType type, guint truth)
{
  KithActor *actor = kith_actor_new();
  const char *document = kith_graph_document(story->graph, 0)->id;
  g_autofree char *slug = kith_slug(label);
  actor->id = id ? g_strdup(id) : g_strdup_printf("%s/%s", document, slug);
  for (guint n = 2, i = 0; i < story->graph->actors->len; i++)
    if (strcmp(kith_graph_actor(story->graph, i)->id, actor->id) == 0) {
      g_free(actor->id);
      actor->id = g_strdup_printf("%s/%s-%u", document, slug, n++);
      i = 0;
    }
  actor->global = id != NULL;
  actor->label = g_strdup(label);
  actor->type = type;
  g_ptr_array_add(story->graph->actors, actor);
  if (truth > 0)
    g_hash_table_insert(story->truth, g_strdup(actor->id), GUINT_TO_POINTER(truth));
  return story->graph->actors->len - 1;
}

/* Writes words of the text that mention an actor. */
static void
mention(Story *story, guint i, const char *words)
{
  KithActor *actor = kith_graph_actor(story->graph, i);
  KithMentionSpan span = {.begin_chars = story->text->len, .end_chars = story->text->len + strlen(words)};
  g_array_append_val(actor->spans, span);
  if (strcmp(words, actor->label) != 0)
    g_ptr_array_add(actor->aliases, g_strdup(words));
  g_string_append(story->text, words);
}

/* A sentence "A words B." and its relation. */
static void
tell(Story *story, guint a, const char *name, const char *words, KithClass class, guint b)
{
  gsize begin = story->text->len;
  KithRelation *relation = kith_relation_new();
  mention(story, a, name);
  g_string_append_printf(story->text, " %s ", words);
  mention(story, b, kith_graph_actor(story->graph, b)->label);
  g_string_append_c(story->text, '.');
  relation->id = g_strdup_printf("%s/%s-%" G_GSIZE_FORMAT, kith_graph_document(story->graph, 0)->id,
                                 kith_class_name(class), begin);
  relation->source = a;
  relation->target = b;
  relation->class = class;
  relation->label = g_strdup(words);
  relation->confidence = 0.8;
  g_ptr_array_add(relation->evidence,
                  kith_evidence_new(0, begin, story->text->len, story->text->str + begin));
  g_ptr_array_add(story->graph->relations, relation);
  g_string_append_c(story->text, ' ');
}

/* A document of so many mentions, all about the people of one body and of another. */
static KithGraph *
tell_story(const World *world, guint number, guint mentions, GHashTable *truth)
{
  enum { CAST = 6 };
  Story story = {kith_graph_new(), g_string_new(NULL), truth};
  KithSource *source = kith_source_new();
  guint bodies[2] = {draw(BODIES), draw(BODIES)}, actors[2], cast[CAST], who[CAST];
  source->id = g_strdup_printf("story-%u-%08x", number, number * 2654435761u);
  source->date = g_strdup_printf("2021-%02u-%02u", 1 + draw(12), 1 + draw(28));
  g_ptr_array_add(story.graph->documents, source);
  story.graph->run.tool = g_strdup("bench");
  bodies[1] = bodies[1] == bodies[0] ? (bodies[0] + 1) % BODIES : bodies[1];
  for (guint i = 0; i < 2; i++) {
    const char *country = world->country[bodies[i] % COUNTRIES];
    g_autofree char *id = kith_slug(country);
    actors[i] =
        add_actor(&story, NULL, world->body[bodies[i]], KITH_ACTOR_ORGANIZATION, PEOPLE + bodies[i] + 1);
    if (i == 1 && bodies[0] % COUNTRIES == bodies[1] % COUNTRIES)
      break;
    guint land = add_actor(&story, id, country, KITH_ACTOR_COUNTRY, 0);
    if (draw(2))
      tell(&story, actors[i], world->body[bodies[i]], "is part of", KITH_CLASS_MEMBER, land);
    else
      tell(&story, land, country, "helped", KITH_CLASS_AID, actors[i]);
  }
  for (guint i = 0; i < CAST; i++) {
    guint step = draw(PEOPLE / BODIES / (CAST / 2)) + i / 2 * (PEOPLE / BODIES / (CAST / 2));
    who[i] = bodies[i % 2] + step * BODIES;
    const Person *person = &world->people[who[i]];
    cast[i] = add_actor(&story, NULL, person->name, KITH_ACTOR_PERSON, who[i] + 1);
    if (draw(10) < 6)
      tell(&story, cast[i], person->name, world->title[person->title], KITH_CLASS_ROLE, actors[i % 2]);
    else
      tell(&story, cast[i], person->name, "met", KITH_CLASS_CONSULT, actors[draw(2)]);
  }
  for (guint said = 15; said < mentions; said += 2) {
    guint a = draw(CAST), b = draw(CAST);
    if (a != b)
      tell(&story, cast[a], world->people[who[a]].last, "praised", KITH_CLASS_SUPPORT, cast[b]);
    else
      tell(&story, cast[a], world->people[who[a]].last, "blamed", KITH_CLASS_ACCUSE, actors[0]);
  }
  source->text = g_string_free(story.text, FALSE);
  kith_graph_sort(story.graph);
  return story.graph;
}

/* ---- measuring ---- */

static double
seconds_since(gint64 start)
{
  return (double)(g_get_monotonic_time() - start) / 1e6;
}

/* The merge of documents as JSON; out says how long each step took, in seconds, or is NULL. Owned by the
 * caller. */
static char *
merged(GPtrArray *graphs, const char *const *without, double *out, KithGraph **result)
{
  gint64 start = g_get_monotonic_time();
  g_autoptr(GError) error = NULL;
  g_autoptr(KithGraph) all =
      kith_weave_merge((const KithGraph *const *)graphs->pdata, graphs->len, without, &error);
  if (all == NULL)
    g_error("%s", error->message);
  GString *json = g_string_new(NULL);
  if (out)
    out[0] = seconds_since(start);
  kith_graph_to_json(all, json);
  if (out)
    out[1] = seconds_since(start) - out[0];
  if (result)
    *result = g_steal_pointer(&all);
  return g_string_free(json, FALSE);
}

static guint
truth_of(GHashTable *truth, const char *id)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(truth, id));
}

/* Pairs of documents' actors: those that are one, those that were joined, and those of both. */
static void
count_pairs(const KithGraph *graph, GHashTable *truth, double *one, double *joined, double *both)
{
  g_autoptr(GHashTable) sizes = g_hash_table_new(NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;
  *one = *joined = *both = 0;
  g_hash_table_iter_init(&iter, truth);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    guint before = GPOINTER_TO_UINT(g_hash_table_lookup(sizes, value));
    *one += before;
    g_hash_table_insert(sizes, value, GUINT_TO_POINTER(before + 1));
  }
  for (guint i = 0; i < graph->actors->len; i++) {
    const GPtrArray *parts = kith_graph_actor(graph, i)->parts;
    g_hash_table_remove_all(sizes);
    for (guint k = 0, n = 0; k < parts->len; k++) {
      guint who = truth_of(truth, ((KithPart *)parts->pdata[k])->id);
      if (who == 0)
        continue;
      key = GUINT_TO_POINTER(who);
      guint before = GPOINTER_TO_UINT(g_hash_table_lookup(sizes, key));
      *both += before;
      *joined += n++;
      g_hash_table_insert(sizes, key, GUINT_TO_POINTER(before + 1));
    }
  }
}

static void
write_graphs(GPtrArray *graphs, const char *folder)
{
  for (guint i = 0; i < graphs->len; i++) {
    const KithGraph *graph = (const KithGraph *)graphs->pdata[i];
    g_autofree char *json = g_strdup_printf("%s/%u.json", folder, i);
    g_autofree char *turtle = g_strdup_printf("%s/%u.ttl", folder, i);
    g_autoptr(GString) out = g_string_new(NULL);
    kith_graph_to_json(graph, out);
    kith_file_write(json, out->str, out->len, NULL);
    g_string_truncate(out, 0);
    kith_rdf_write(graph, kith_rdf_format("turtle"), NULL, out, NULL);
    kith_file_write(turtle, out->str, out->len, NULL);
  }
}

/* Another order of the same things. */
static GPtrArray *
shuffled(const GPtrArray *graphs)
{
  GPtrArray *other = g_ptr_array_new();
  for (guint i = 0; i < graphs->len; i++)
    g_ptr_array_add(other, graphs->pdata[i]);
  for (guint i = other->len; i > 1; i--) {
    guint k = draw(i);
    gpointer swap = other->pdata[i - 1];
    other->pdata[i - 1] = other->pdata[k];
    other->pdata[k] = swap;
  }
  return other;
}

/* Prints the table; 1 where a promise is broken. */
static int
measure(GPtrArray *graphs, GHashTable *truth)
{
  double times[2], one, joined, both;
  guint mentions = 0, actors = 0, close = 0, unjoined = 0;
  g_autoptr(KithGraph) all = NULL;
  for (guint i = 0; i < graphs->len; i++) {
    const KithGraph *graph = (const KithGraph *)graphs->pdata[i];
    actors += graph->actors->len;
    for (guint k = 0; k < graph->actors->len; k++)
      mentions += kith_graph_actor(graph, k)->spans->len;
  }
  g_autofree char *json = merged(graphs, NULL, times, &all);
  g_autoptr(GPtrArray) other = shuffled(graphs);
  g_autofree char *again = merged(other, NULL, NULL, NULL);
  const char *last = kith_graph_document((const KithGraph *)graphs->pdata[graphs->len - 1], 0)->id;
  const char *const without[] = {last, NULL};
  g_autoptr(GPtrArray) whole = g_ptr_array_new();
  g_ptr_array_add(whole, all);
  gint64 start = g_get_monotonic_time();
  g_autofree char *undone = merged(whole, without, NULL, NULL);
  double undo = seconds_since(start);
  g_ptr_array_set_size(other, 0);
  for (guint i = 0; i + 1 < graphs->len; i++)
    g_ptr_array_add(other, graphs->pdata[i]);
  g_autofree char *never = merged(other, NULL, NULL, NULL);
  count_pairs(all, truth, &one, &joined, &both);
  for (guint i = 0; i < all->actors->len; i++) {
    close += kith_graph_actor(all, i)->close->len;
    unjoined += kith_graph_actor(all, i)->parts->len == 0;
  }
  printf("documents\t%u\nmentions\t%u\nactors of documents\t%u\nactors\t%u (%u of one document)\n",
         graphs->len, mentions, actors, all->actors->len, unjoined);
  printf("close matches\t%u\nmerging\t%.2f s\nits JSON\t%.2f s, %.1f MB\n", close / 2, times[0], times[1],
         (double)strlen(json) / 1e6);
  printf("pairs that are one\t%.0f, joined %.0f: precision %.4f, recall %.4f\n", one, joined,
         joined > 0 ? both / joined : 1, one > 0 ? both / one : 1);
  printf("another order\t%s\nwithout one, %.2f s\t%s\n",
         strcmp(json, again) == 0 ? "the same bytes" : "OTHER BYTES", undo,
         strcmp(undone, never) == 0 ? "the same bytes" : "OTHER BYTES");
  return strcmp(json, again) != 0 || strcmp(undone, never) != 0;
}

int
main(int argc, char **argv)
{
  guint documents = argc > 1 ? (guint)atoi(argv[1]) : 1000;
  guint mentions = argc > 2 ? (guint)atoi(argv[2]) : 50000;
  g_autoptr(GPtrArray) graphs = g_ptr_array_new_with_free_func((GDestroyNotify)kith_graph_free);
  g_autoptr(GHashTable) truth = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  World *world = g_new0(World, 1);
  if (documents < 2)
    return fprintf(stderr, "usage: merge [DOCUMENTS [MENTIONS [FOLDER]]]\n"), 2;
  make_world(world);
  for (guint i = 0; i < documents; i++)
    g_ptr_array_add(graphs, tell_story(world, i, mentions / documents, truth));
  if (argc > 3)
    write_graphs(graphs, argv[3]);
  int code = measure(graphs, truth);
  clear_world(world);
  g_free(world);
  return code;
}
