/* Which actors of several documents are one. All people, bodies and places are invented. */
#include <glib.h>
#include <string.h>

#include "base/error.h"
#include "base/slug.h"
#include "graph/json.h"
#include "rdf/rdf.h"
#include "weave/identity.h"

/* ---- documents ---- */

/* A document whose text is this; its graph has no actors yet. */
static KithGraph *
story(const char *id, const char *date, const char *text)
{
  KithGraph *graph = kith_graph_new();
  KithSource *source = kith_source_new();
  source->id = g_strdup(id);
  source->date = g_strdup(date);
  source->text = g_strdup(text);
  g_ptr_array_add(graph->documents, source);
  graph->run.tool = g_strdup("kith test");
  return graph;
}

/* Adds an actor with mentions: words of the text in their order, parted by '|', the first of them its label.
 * A global id, or NULL: the document's. Its index. */
static guint
actor(KithGraph *graph, const char *id, KithActorType type, const char *mentions)
{
  KithActor *who = kith_actor_new();
  const KithSource *source = kith_graph_document(graph, 0);
  g_auto(GStrv) words = g_strsplit(mentions, "|", -1);
  g_autofree char *slug = kith_slug(words[0]);
  const char *from = source->text;
  who->id = id ? g_strdup(id) : g_strdup_printf("%s/%s", source->id, slug);
  for (guint i = 0; i < graph->actors->len; i++)
    if (strcmp(who->id, kith_graph_actor(graph, i)->id) == 0) {
      g_free(who->id);
      who->id = g_strdup_printf("%s/%s-2", source->id, slug);
    }
  who->global = id != NULL;
  who->type = type;
  who->label = g_strdup(words[0]);
  for (char **word = words; *word; word++) {
    const char *at = strstr(from, *word);
    g_assert_nonnull(at);
    KithMentionSpan span = {.begin_chars = (gsize)g_utf8_pointer_to_offset(source->text, at)};
    span.end_chars = span.begin_chars + (gsize)g_utf8_strlen(*word, -1);
    g_array_append_val(who->spans, span);
    if (word > words)
      g_ptr_array_add(who->aliases, g_strdup(*word));
    from = at + strlen(*word);
  }
  g_ptr_array_add(graph->actors, who);
  return graph->actors->len - 1;
}

/* Adds a relation that rests on the whole text. */
static void
relation(KithGraph *graph, guint source, KithClass class, guint target, const char *label)
{
  KithRelation *what = kith_relation_new();
  const KithSource *document = kith_graph_document(graph, 0);
  what->id = g_strdup_printf("%s/%s-%u", document->id, kith_class_name(class), graph->relations->len);
  what->source = source;
  what->target = target;
  what->class = class;
  what->label = g_strdup(label);
  what->confidence = 0.5;
  gsize length = (gsize)g_utf8_strlen(document->text, -1);
  g_ptr_array_add(what->evidence, kith_evidence_new(0, 0, length, document->text));
  g_ptr_array_add(graph->relations, what);
}

/* "NAME, the TITLE of BODY, ...", with a pronoun for the person at the end. */
static KithGraph *
officer(const char *id, const char *date, const char *name, const char *title, const char *body,
        const char *pronoun)
{
  g_autofree char *text =
      g_strdup_printf("%s, the %s of %s, spoke; then %s left.", name, title, body, pronoun);
  g_autofree char *mentions = g_strdup_printf("%s|%s", name, pronoun);
  KithGraph *graph = story(id, date, text);
  guint who = actor(graph, NULL, KITH_ACTOR_PERSON, mentions);
  guint where = actor(graph, NULL, KITH_ACTOR_ORGANIZATION, body);
  relation(graph, who, KITH_CLASS_ROLE, where, title);
  kith_graph_sort(graph);
  return graph;
}

static KithGraph *
merge_without(GPtrArray *graphs, const char *const *without)
{
  g_autoptr(GError) error = NULL;
  KithGraph *all = kith_weave_merge((const KithGraph *const *)graphs->pdata, graphs->len, without, &error);
  g_assert_no_error(error);
  g_assert_true(kith_graph_check(all, NULL));
  return all;
}

static GPtrArray *
several(void)
{
  return g_ptr_array_new_with_free_func((GDestroyNotify)kith_graph_free);
}

/* What the merge of two graphs, which it frees, says of an actor's two names. */
typedef enum { ONE, UNSURE, APART } Verdict;

static Verdict
verdict(KithGraph *one, const char *id, KithGraph *other, const char *other_id)
{
  g_autoptr(GPtrArray) graphs = several();
  g_ptr_array_add(graphs, one);
  g_ptr_array_add(graphs, other);
  g_autoptr(KithGraph) all = merge_without(graphs, NULL);
  guint x = kith_graph_find(all, id, NULL), y = kith_graph_find(all, other_id, NULL);
  g_assert_true(x != KITH_NONE && y != KITH_NONE);
  const KithActor *a = kith_graph_actor(all, x), *b = kith_graph_actor(all, y);
  gboolean close = g_ptr_array_find_with_equal_func(a->close, b->id, g_str_equal, NULL);
  g_assert_true(close == (gboolean)g_ptr_array_find_with_equal_func(b->close, a->id, g_str_equal, NULL));
  return x == y ? ONE : close ? UNSURE : APART;
}

/* ---- people ---- */

static void
test_same_post(void)
{
  KithGraph *a = officer("a-1", "2021-01-02", "Lena Brandt", "mayor", "Millford", "she");
  KithGraph *b = officer("b-1", "2021-01-01", "Lena Brandt", "mayor", "Millford", "she");
  g_autoptr(GPtrArray) graphs = several();
  g_ptr_array_add(graphs, a);
  g_ptr_array_add(graphs, b);
  g_autoptr(KithGraph) all = merge_without(graphs, NULL);
  g_assert_cmpuint(all->actors->len, ==, 2);
  const KithActor *lena = kith_graph_actor(all, kith_graph_find(all, "Lena Brandt", NULL));
  /* the id is the oldest document's, the other stays a part and a name that finds it */
  g_assert_cmpstr(lena->id, ==, "b-1/lena-brandt");
  g_assert_cmpuint(lena->parts->len, ==, 2);
  g_assert_cmpuint(lena->spans->len, ==, 4);
  g_assert_true(kith_graph_actor(all, kith_graph_find(all, "a-1/lena-brandt", NULL)) == lena);
  const KithPart *part = (const KithPart *)lena->parts->pdata[0];
  g_assert_cmpstr(part->id, ==, "a-1/lena-brandt");
  g_assert_cmpstr(part->why, ==, "the same name; a post as mayor; a post in Millford");
  g_assert_null(((const KithPart *)lena->parts->pdata[1])->why);
  for (guint i = 0; i < 2; i++)
    g_assert_true(kith_graph_actor(all, kith_graph_relation(all, i)->source) == lena);
}

static void
test_other_post(void)
{
  g_assert_cmpint(verdict(officer("a-1", NULL, "Lena Brandt", "mayor", "Millford", "she"), "a-1/lena-brandt",
                          officer("b-1", NULL, "Lena Brandt", "captain", "Porto Sport", "she"),
                          "b-1/lena-brandt"),
                  ==, APART);
}

/* The post is the same, but she is no he. */
static void
test_other_gender(void)
{
  g_assert_cmpint(verdict(officer("a-1", NULL, "Sasha Lind", "mayor", "Millford", "she"), "a-1/sasha-lind",
                          officer("b-1", NULL, "Sasha Lind", "mayor", "Millford", "he"), "b-1/sasha-lind"),
                  ==, APART);
}

static void
test_middle_names(void)
{
  static const struct {
    const char *a, *b;
    Verdict verdict;
  } cases[] = {
      {"Tom H. Okafor", "Tom Henry Okafor", ONE},    {"Tom Okafor", "Tom Henry Okafor", ONE},
      {"Tom H. Okafor", "Tom Peter Okafor", APART},  {"Tom Okafor Jr.", "Tom Okafor Sr.", APART},
      {"José Núñez Vidal", "Jose Nunez Vidal", ONE}, {"Tom Okafor", "Tim Okafor", APART},
      {"Adil al-Rashid", "Adil Al Rashid", ONE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *x = kith_slug(cases[i].a), *y = kith_slug(cases[i].b);
    g_autofree char *id = g_strconcat("a-1/", x, NULL), *other = g_strconcat("b-1/", y, NULL);
    g_test_message("%s, %s", cases[i].a, cases[i].b);
    g_assert_cmpint(verdict(officer("a-1", NULL, cases[i].a, "mayor", "Millford", "he"), id,
                            officer("b-1", NULL, cases[i].b, "mayor", "Millford", "he"), other),
                    ==, cases[i].verdict);
  }
}

/* A document that says nothing of a person but the name: nobody can be sure. */
static KithGraph *
name_alone(const char *id, const char *name)
{
  g_autofree char *text = g_strdup_printf("%s slept.", name);
  KithGraph *graph = story(id, NULL, text);
  actor(graph, NULL, KITH_ACTOR_PERSON, name);
  return graph;
}

static void
test_unsure(void)
{
  g_assert_cmpint(verdict(officer("a-1", NULL, "Lena Brandt", "mayor", "Millford", "she"), "a-1/lena-brandt",
                          name_alone("b-1", "Lena Brandt"), "b-1/lena-brandt"),
                  ==, UNSURE);
  /* one name alone is less than that */
  g_assert_cmpint(
      verdict(name_alone("a-1", "Brandt"), "a-1/brandt", name_alone("b-1", "Brandt"), "b-1/brandt"), ==,
      APART);
}

/* Company: two others in both texts are enough, a country is not, other people altogether speak against it.
 */
static KithGraph *
with_company(const char *id, const char *company)
{
  g_auto(GStrv) names = g_strsplit(company, "|", -1);
  g_autofree char *list = g_strjoinv(", ", names);
  g_autofree char *text = g_strconcat("Lena Brandt, ", list, " came.", NULL);
  KithGraph *graph = story(id, NULL, text);
  actor(graph, NULL, KITH_ACTOR_PERSON, "Lena Brandt");
  for (char **name = names; *name; name++) {
    gboolean land = strcmp(*name, "Norland") == 0;
    actor(graph, land ? "norland" : NULL, land ? KITH_ACTOR_COUNTRY : KITH_ACTOR_PERSON, *name);
  }
  kith_graph_sort(graph);
  return graph;
}

static Verdict
in_company(const char *a, const char *b)
{
  return verdict(with_company("a-1", a), "a-1/lena-brandt", with_company("b-1", b), "b-1/lena-brandt");
}

static void
test_company(void)
{
  g_assert_cmpint(in_company("Tom Okafor|Ines Duarte", "Ines Duarte|Tom Okafor"), ==, ONE);
  g_assert_cmpint(in_company("Tom Okafor|Norland", "Ines Duarte|Norland"), ==, UNSURE);
  g_assert_cmpint(in_company("Tom Okafor|Ines Duarte", "Kai Moreno|Uma Petrov"), ==, APART);
}

/* ---- bodies and others ---- */

/* A body of a country, of which it is a part. */
static KithGraph *
ministry(const char *id, const char *country_id, const char *country, const char *name, KithActorType type)
{
  g_autofree char *text = g_strdup_printf("The %s of %s spoke.", name, country);
  KithGraph *graph = story(id, NULL, text);
  guint body = actor(graph, NULL, type, name);
  guint land = actor(graph, country_id, KITH_ACTOR_COUNTRY, country);
  relation(graph, body, KITH_CLASS_MEMBER, land, "of");
  kith_graph_sort(graph);
  return graph;
}

static void
test_bodies(void)
{
  const KithActorType type = KITH_ACTOR_ORGANIZATION;
  g_assert_cmpint(
      verdict(ministry("a-1", "norland", "Norland", "Foreign Ministry", type), "a-1/foreign-ministry",
              ministry("b-1", "norland", "Norland", "Foreign Ministry", type), "b-1/foreign-ministry"),
      ==, ONE);
  g_assert_cmpint(
      verdict(ministry("a-1", "norland", "Norland", "Foreign Ministry", type), "a-1/foreign-ministry",
              ministry("b-1", "sudland", "Sudland", "Foreign Ministry", type), "b-1/foreign-ministry"),
      ==, APART);
  /* descriptions and groups are nobody's names */
  g_assert_cmpint(
      verdict(ministry("a-1", "norland", "Norland", "army chief", KITH_ACTOR_PERSON), "a-1/army-chief",
              ministry("b-1", "norland", "Norland", "army chief", KITH_ACTOR_PERSON), "b-1/army-chief"),
      ==, APART);
  g_assert_cmpint(verdict(ministry("a-1", "norland", "Norland", "Farmers", KITH_ACTOR_GROUP), "a-1/farmers",
                          ministry("b-1", "norland", "Norland", "Farmers", KITH_ACTOR_GROUP), "b-1/farmers"),
                  ==, APART);
}

/* Two people whom one document tells apart stay two, whoever another document's is. */
static void
test_one_document(void)
{
  KithGraph *both = story("a-1", NULL, "Lena Brandt, mayor of Millford, met Lena Brandt of Porto Sport.");
  guint mayor = actor(both, NULL, KITH_ACTOR_PERSON, "Lena Brandt");
  guint other = actor(both, NULL, KITH_ACTOR_PERSON, "Lena Brandt");
  guint town = actor(both, NULL, KITH_ACTOR_ORGANIZATION, "Millford");
  guint club = actor(both, NULL, KITH_ACTOR_ORGANIZATION, "Porto Sport");
  relation(both, mayor, KITH_CLASS_ROLE, town, "mayor");
  relation(both, other, KITH_CLASS_MEMBER, club, "of");
  kith_graph_sort(both);
  g_autoptr(GPtrArray) graphs = several();
  g_ptr_array_add(graphs, both);
  g_ptr_array_add(graphs, officer("b-1", NULL, "Lena Brandt", "mayor", "Millford", "she"));
  g_autoptr(KithGraph) all = merge_without(graphs, NULL);
  guint first = kith_graph_find(all, "a-1/lena-brandt", NULL),
        second = kith_graph_find(all, "a-1/lena-brandt-2", NULL);
  g_assert_true(first != second);
  g_assert_cmpuint(kith_graph_find(all, "b-1/lena-brandt", NULL), ==, first);
}

/* The gazetteer's actors are one by their ids; what each document calls them is kept apart. */
static void
test_global(void)
{
  g_autoptr(GPtrArray) graphs = several();
  g_ptr_array_add(graphs, ministry("a-1", "norland", "Norland", "Court", KITH_ACTOR_ORGANIZATION));
  g_ptr_array_add(graphs, ministry("b-1", "norland", "Norland", "Council", KITH_ACTOR_ORGANIZATION));
  KithActor *again = kith_graph_actor((KithGraph *)graphs->pdata[1], 1);
  g_assert_cmpstr(again->id, ==, "norland");
  g_ptr_array_add(again->aliases, g_strdup("the North"));
  g_autoptr(KithGraph) all = merge_without(graphs, NULL);
  const KithActor *land = kith_graph_actor(all, kith_graph_find(all, "norland", NULL));
  g_assert_cmpuint(land->parts->len, ==, 2);
  g_assert_cmpuint(land->aliases->len, ==, 1);
  const char *const without[] = {"b-1", NULL};
  g_autoptr(KithGraph) less = merge_without(graphs, without);
  land = kith_graph_actor(less, kith_graph_find(less, "norland", NULL));
  g_assert_cmpuint(land->parts->len, ==, 0);
  g_assert_cmpuint(land->aliases->len, ==, 0);
}

/* ---- promises ---- */

/* A dozen documents that have people of one name, some joined, some unsure, some apart. */
static GPtrArray *
dozen(void)
{
  GPtrArray *graphs = several();
  static const char *const company[] = {"Tom Okafor|Ines Duarte", "Ines Duarte|Tom Okafor",
                                        "Tom Okafor|Norland",     "Norland|Kai Moreno",
                                        "Uma Petrov|Kai Moreno",  "Kai Moreno|Norland"};
  for (guint i = 0; i < G_N_ELEMENTS(company); i++) {
    g_autofree char *id = g_strdup_printf("c%u-1", i);
    g_ptr_array_add(graphs, with_company(id, company[i]));
  }
  g_ptr_array_add(graphs, officer("o1-1", "2020-05-05", "Lena Brandt", "mayor", "Millford", "she"));
  g_ptr_array_add(graphs, officer("o2-1", "2020-05-04", "Lena Brandt", "mayor", "Millford", "she"));
  g_ptr_array_add(graphs, officer("o3-1", "2020-05-03", "Lena K. Brandt", "head", "Millford", "she"));
  g_ptr_array_add(graphs, officer("o4-1", "2020-05-02", "Lena Brandt", "captain", "Porto Sport", "he"));
  g_ptr_array_add(graphs, name_alone("n1-1", "Lena Brandt"));
  g_ptr_array_add(graphs, ministry("m1-1", "norland", "Norland", "Court", KITH_ACTOR_ORGANIZATION));
  return graphs;
}

static char *
json_of(const KithGraph *graph)
{
  GString *out = g_string_new(NULL);
  kith_graph_to_json(graph, out);
  return g_string_free(out, FALSE);
}

static void
test_any_order(void)
{
  g_autoptr(GPtrArray) graphs = dozen();
  KithGraph *other_run = (KithGraph *)graphs->pdata[3];
  g_free(other_run->run.tool);
  other_run->run.tool = g_strdup("kith other");
  g_autoptr(KithGraph) all = merge_without(graphs, NULL);
  g_autofree char *json = json_of(all);
  g_assert_nonnull(strstr(json, "\"parts\": ["));
  g_assert_nonnull(strstr(json, "\"closeMatch\": ["));
  for (guint round = 0; round < 20; round++) {
    for (guint i = graphs->len; i > 1; i--) {
      guint k = (guint)g_test_rand_int_range(0, (gint32)i);
      gpointer swap = graphs->pdata[i - 1];
      graphs->pdata[i - 1] = graphs->pdata[k];
      graphs->pdata[k] = swap;
    }
    g_autoptr(KithGraph) again = merge_without(graphs, NULL);
    g_autofree char *other = json_of(again);
    g_assert_cmpstr(other, ==, json);
  }
}

/* Merging what is merged, with itself and with its documents, changes nothing. */
static void
test_twice(void)
{
  g_autoptr(GPtrArray) graphs = dozen();
  g_autoptr(KithGraph) all = merge_without(graphs, NULL);
  g_autofree char *json = json_of(all);
  g_ptr_array_add(graphs, merge_without(graphs, NULL));
  g_ptr_array_add(graphs, merge_without(graphs, NULL));
  g_autoptr(KithGraph) again = merge_without(graphs, NULL);
  g_autofree char *other = json_of(again);
  g_assert_cmpstr(other, ==, json);
}

/* A graph through a format and back. */
static KithGraph *
through(const KithGraph *graph, const char *format)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) out = g_string_new(NULL);
  KithGraph *back;
  if (strcmp(format, "json") == 0) {
    kith_graph_to_json(graph, out);
    back = kith_graph_from_json("g.json", out->str, out->len, &error);
  } else {
    kith_rdf_write(graph, kith_rdf_format(format), NULL, out, &error);
    g_assert_no_error(error);
    back = kith_rdf_read("g", out->str, out->len, kith_rdf_format(format), &error);
  }
  g_assert_no_error(error);
  return back;
}

/* Each document taken out, from memory and from files of each format: the bytes of a merge without it. */
static void
test_undo(void)
{
  static const char *const formats[] = {"json", "turtle", "ntriples", "nquads", "trig", "rdfxml"};
  g_autoptr(GPtrArray) graphs = dozen();
  g_autoptr(KithGraph) all = merge_without(graphs, NULL);
  g_autofree char *whole = json_of(all);
  for (gsize f = 0; f < G_N_ELEMENTS(formats); f++) {
    g_autoptr(GPtrArray) one = several();
    g_ptr_array_add(one, through(all, formats[f]));
    g_autofree char *same = json_of((const KithGraph *)one->pdata[0]);
    g_assert_cmpstr(same, ==, whole);
    for (guint i = 0; i < graphs->len; i++) {
      const char *const without[] = {kith_graph_document((const KithGraph *)graphs->pdata[i], 0)->id, NULL};
      g_autoptr(KithGraph) undone = merge_without(one, without);
      g_autoptr(GPtrArray) rest = g_ptr_array_new();
      for (guint k = 0; k < graphs->len; k++)
        if (k != i)
          g_ptr_array_add(rest, graphs->pdata[k]);
      g_autoptr(KithGraph) never = merge_without(rest, NULL);
      g_autofree char *a = json_of(undone), *b = json_of(never);
      g_assert_cmpstr(a, ==, b);
    }
  }
}

static void
test_no_such_document(void)
{
  g_autoptr(GPtrArray) graphs = dozen();
  g_autoptr(GError) error = NULL;
  const char *const without[] = {"nowhere-1", NULL};
  g_assert_null(kith_weave_merge((const KithGraph *const *)graphs->pdata, graphs->len, without, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_NAME);
  g_assert_cmpstr(error->message, ==, "there is no document 'nowhere-1'");
}

/* What queries see: one actor with all its relations, its other IRIs by owl:sameAs, doubts as
 * skos:closeMatch; appearances are no actors. */
static void
test_turtle(void)
{
  g_autoptr(GPtrArray) graphs = dozen();
  g_autoptr(KithGraph) all = merge_without(graphs, NULL);
  g_autoptr(GString) out = g_string_new(NULL);
  g_assert_true(kith_rdf_write(all, kith_rdf_format("ntriples"), NULL, out, NULL));
  static const char *const there[] = {
      "<urn:kith:o2-1/lena-brandt> <http://www.w3.org/2002/07/owl#sameAs> <urn:kith:o1-1/lena-brandt> .",
      "<urn:kith:n1-1/lena-brandt> <http://www.w3.org/2004/02/skos/core#closeMatch> <urn:kith:",
      "<urn:kith:o1-1/role-0> <https://w3id.org/kith/ns#source> <urn:kith:o2-1/lena-brandt> .",
      "<urn:kith:o1-1#actor=lena-brandt> <https://w3id.org/kith/ns#appearanceOf> ",
      "<urn:kith:m1-1#global=norland> <https://w3id.org/kith/ns#appearanceOf> <urn:kith:norland> .",
  };
  static const char *const not_there[] = {
      "<urn:kith:o1-1/lena-brandt> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
      "<urn:kith:o1-1/lena-brandt> <http://www.w3.org/2000/01/rdf-schema#label>",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(there); i++)
    if (strstr(out->str, there[i]) == NULL)
      g_error("not there: %s", there[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(not_there); i++)
    g_assert_null(strstr(out->str, not_there[i]));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/identity/people/same-post", test_same_post);
  g_test_add_func("/identity/people/other-post", test_other_post);
  g_test_add_func("/identity/people/other-gender", test_other_gender);
  g_test_add_func("/identity/people/middle-names", test_middle_names);
  g_test_add_func("/identity/people/unsure", test_unsure);
  g_test_add_func("/identity/people/company", test_company);
  g_test_add_func("/identity/bodies", test_bodies);
  g_test_add_func("/identity/one-document", test_one_document);
  g_test_add_func("/identity/global", test_global);
  g_test_add_func("/identity/any-order", test_any_order);
  g_test_add_func("/identity/twice", test_twice);
  g_test_add_func("/identity/undo", test_undo);
  g_test_add_func("/identity/no-such-document", test_no_such_document);
  g_test_add_func("/identity/turtle", test_turtle);
  return g_test_run();
}
