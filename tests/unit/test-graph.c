#include "base/error.h"
#include "graph/graph.h"
#include "sample-graph.h"

static void
test_sort(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  g_assert_true(kith_graph_check(graph, NULL));
  for (guint i = 1; i < graph->relations->len; i++)
    g_assert_cmpstr(kith_graph_relation(graph, i - 1)->id, <, kith_graph_relation(graph, i)->id);
  KithRelation *aid = kith_graph_relation(graph, 0);
  g_assert_cmpstr(aid->label, ==, "may help");
  g_assert_cmpstr(kith_graph_actor(graph, aid->attributed_to)->label, ==, "Ada Verne");
  /* turned round, and sorted again */
  for (guint i = 0; i < graph->actors->len / 2; i++) {
    gpointer *a = graph->actors->pdata, swap = a[i];
    a[i] = a[graph->actors->len - 1 - i];
    a[graph->actors->len - 1 - i] = swap;
  }
  guint n = graph->actors->len - 1;
  for (guint i = 0; i < graph->relations->len; i++) {
    KithRelation *relation = kith_graph_relation(graph, i);
    relation->source = n - relation->source;
    relation->target = n - relation->target;
    relation->attributed_to = relation->attributed_to == KITH_NONE ? KITH_NONE : n - relation->attributed_to;
    relation->place = relation->place == KITH_NONE ? KITH_NONE : n - relation->place;
  }
  KithActor *first = kith_graph_actor(graph, n);
  g_ptr_array_add(first->aliases, g_strdup("Verne"));
  g_ptr_array_add(first->aliases, g_strdup("Ada Verne"));
  g_ptr_array_add(first->aliases, g_strdup("A. Verne"));
  KithMentionSpan again = g_array_index(first->spans, KithMentionSpan, 0);
  g_array_append_val(first->spans, again);
  aid->confidence = 0.123456;
  kith_graph_sort(graph);
  g_assert_true(kith_graph_actor(graph, ADA) == first);
  g_assert_cmpuint(first->aliases->len, ==, 2);
  g_assert_cmpstr(first->aliases->pdata[0], ==, "A. Verne");
  g_assert_cmpuint(first->spans->len, ==, 1);
  aid = kith_graph_relation(graph, 0);
  g_assert_cmpuint(aid->source, ==, NORLAND);
  g_assert_cmpuint(aid->attributed_to, ==, ADA);
  g_assert_cmpuint(aid->place, ==, KITH_NONE);
  g_assert_cmpfloat(aid->confidence, ==, 0.1235);
}

/* Documents move too, and what points at them. */
static void
test_sort_documents(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  KithSource *other = kith_source_new();
  other->id = g_strdup("a-first");
  other->text = g_strdup("Nothing.");
  g_ptr_array_add(graph->documents, other);
  kith_graph_sort(graph);
  g_assert_true(kith_graph_document(graph, 0) == other);
  g_assert_cmpuint(g_array_index(kith_graph_actor(graph, ADA)->spans, KithMentionSpan, 0).document, ==, 1);
  g_assert_cmpuint(((KithEvidence *)kith_graph_relation(graph, 0)->evidence->pdata[0])->document, ==, 1);
  g_assert_true(kith_graph_check(graph, NULL));
}

typedef void (*Damage)(KithGraph *graph);

static void
second_actor(KithGraph *graph)
{
  KithActor *actor = kith_graph_actor(graph, BO);
  g_free(actor->id);
  actor->id = g_strdup(kith_graph_actor(graph, ADA)->id);
}

static void
no_label(KithGraph *graph)
{
  g_clear_pointer(&kith_graph_actor(graph, BO)->label, g_free);
}

static void
span_outside(KithGraph *graph)
{
  g_array_index(kith_graph_actor(graph, BO)->spans, KithMentionSpan, 0).end_chars = 1000;
}

static void
span_empty(KithGraph *graph)
{
  KithMentionSpan *span = &g_array_index(kith_graph_actor(graph, BO)->spans, KithMentionSpan, 0);
  span->end_chars = span->begin_chars;
}

static void
span_nowhere(KithGraph *graph)
{
  g_array_index(kith_graph_actor(graph, BO)->spans, KithMentionSpan, 0).document = 1;
}

static void
evidence_shifted(KithGraph *graph)
{
  KithEvidence *evidence = (KithEvidence *)kith_graph_relation(graph, 1)->evidence->pdata[0];
  evidence->begin_chars++;
  evidence->end_chars++;
}

static void
target_nobody(KithGraph *graph)
{
  kith_graph_relation(graph, 1)->target = 5;
}

static void
source_none(KithGraph *graph)
{
  kith_graph_relation(graph, 1)->source = KITH_NONE;
}

static void
place_nobody(KithGraph *graph)
{
  kith_graph_relation(graph, 1)->place = 17;
}

static void
too_sure(KithGraph *graph)
{
  kith_graph_relation(graph, 1)->confidence = 1.5;
}

static void
not_a_number(KithGraph *graph)
{
  kith_graph_relation(graph, 1)->confidence = g_ascii_strtod("nan", NULL);
}

static void
second_relation(KithGraph *graph)
{
  KithRelation *relation = kith_graph_relation(graph, 1);
  g_free(relation->id);
  relation->id = g_strdup(kith_graph_relation(graph, 0)->id);
}

static void
second_document(KithGraph *graph)
{
  KithSource *source = kith_source_new();
  source->id = g_strdup("talks-0123abcd");
  g_ptr_array_add(graph->documents, source);
}

/* One character past the end of the text. */
static void
span_too_long(KithGraph *graph)
{
  KithMentionSpan *span = &g_array_index(kith_graph_actor(graph, 0)->spans, KithMentionSpan, 0);
  span->end_chars = (gsize)g_utf8_strlen(kith_graph_document(graph, 0)->text, -1) + 1;
}

static void
no_id(KithGraph *graph)
{
  g_clear_pointer(&kith_graph_document(graph, 0)->id, g_free);
}

static void
no_class(KithGraph *graph)
{
  kith_graph_relation(graph, 1)->class = KITH_N_CLASSES;
}

static void
bad_text(KithGraph *graph)
{
  kith_graph_document(graph, 0)->text[3] = '\xff';
}

static void
test_check(void)
{
  static const struct {
    Damage damage;
    const char *message;
  } cases[] = {
      {second_actor, "*second actor 'talks-0123abcd/ada-verne'*"},
      {no_label, "*no label*"},
      {span_outside, "*mention of actor*characters 48 to 1000 of a text of 156*"},
      {span_too_long, "*to 157 of a text of 156*"},
      {span_empty, "*are none*"},
      {span_nowhere, "*document that is not there*"},
      {evidence_shifted, "*evidence of relation 'talks-0123abcd/assault-90'*not what begin and end cut out*"},
      {target_nobody, "*its target is no actor*"},
      {source_none, "*its source is no actor*"},
      {place_nobody, "*its place is no actor*"},
      {too_sure, "*confidence*"},
      {not_a_number, "*confidence*"},
      {second_relation, "*second relation*"},
      {second_document, "*second document*"},
      {no_id, "*document without an id*"},
      {no_class, "*no such class*"},
      {bad_text, "*not UTF-8*"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(KithGraph) graph = sample_graph();
    g_autoptr(GError) error = NULL;
    cases[i].damage(graph);
    g_assert_false(kith_graph_check(graph, &error));
    g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
    if (!g_pattern_match_simple(cases[i].message, error->message))
      g_error("case %" G_GSIZE_FORMAT ": %s", i, error->message);
  }
}

/* Spans far into a long text of characters of many lengths. */
static void
test_check_long(void)
{
  g_autoptr(KithGraph) graph = kith_graph_new();
  KithSource *source = kith_source_new();
  GString *text = g_string_new(NULL);
  for (int i = 0; i < 1000; i++)
    g_string_append(text, "aé€🦊");
  source->id = g_strdup("long");
  source->text = g_string_free(text, FALSE);
  g_ptr_array_add(graph->documents, source);
  static const struct {
    gsize begin, end;
    const char *text;
  } good[] = {
      {0, 2, "aé"}, {255, 257, "🦊a"}, {256, 257, "a"}, {3998, 4000, "€🦊"}, {2050, 2052, "€🦊"}};
  for (gsize i = 0; i < G_N_ELEMENTS(good); i++) {
    KithActor *actor = kith_actor_new();
    KithRelation *relation = kith_relation_new();
    actor->id = g_strdup_printf("a%" G_GSIZE_FORMAT, i);
    actor->label = g_strdup("A");
    relation->id = g_strdup_printf("r%" G_GSIZE_FORMAT, i);
    g_ptr_array_add(graph->actors, actor);
    g_ptr_array_add(relation->evidence, kith_evidence_new(0, good[i].begin, good[i].end, good[i].text));
    g_ptr_array_add(graph->relations, relation);
  }
  g_assert_true(kith_graph_check(graph, NULL));
  ((KithEvidence *)kith_graph_relation(graph, 3)->evidence->pdata[0])->end_chars = 4001;
  g_assert_false(kith_graph_check(graph, NULL));
}

static void
test_find(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  KithActor *bo = kith_graph_actor(graph, BO), *sudland = kith_graph_actor(graph, SUDLAND);
  g_ptr_array_add(bo->aliases, g_strdup("The Tall"));
  g_ptr_array_add(sudland->aliases, g_strdup("the  tall"));
  g_ptr_array_add(sudland->aliases, g_strdup("Norland"));
  static const struct {
    const char *name;
    guint actor;
  } good[] = {
      {"Ada Verne", ADA},   {"  ADA   verne ", ADA},
      {"verne", ADA},       {"talks-0123abcd/ada-verne", ADA},
      {"ada-verne", ADA},   {"bo \"ŻÓŁW\" lind", BO},
      {"norland", NORLAND}, /* a label goes before an alias */
      {"Ada", ADA},         {"LIND", BO},
      {"zółw", BO},         {"Bo \"Zołw\"", BO},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(good); i++)
    g_assert_cmpuint(kith_graph_find(graph, good[i].name, NULL), ==, good[i].actor);
  static const struct {
    const char *name, *message;
  } bad[] = {
      {"the tall", "'the tall' names 2 actors: Bo*, Sudland (talks-0123abcd/sudland)"},
      {"Suland", "no actor is named 'Suland'; near it: *Sudland*"},
      {"Ad", "no actor is named 'Ad'; near it: Ada Verne (talks-0123abcd/ada-verne)"},
      {"Xyzzy", "no actor is named 'Xyzzy'"},
      {"", "no actor is named ''"},
      {"  ", "no actor is named '  '"},
      {"\xff", "no actor is named '*'"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_autoptr(GError) error = NULL;
    g_assert_cmpuint(kith_graph_find(graph, bad[i].name, &error), ==, KITH_NONE);
    g_assert_error(error, KITH_ERROR, KITH_ERROR_NAME);
    if (!g_pattern_match_simple(bad[i].message, error->message))
      g_error("'%s': %s", bad[i].name, error->message);
  }
}

static void
test_find_many(void)
{
  g_autoptr(KithGraph) graph = kith_graph_new();
  g_autoptr(GError) error = NULL;
  for (int i = 0; i < 14; i++) {
    KithActor *actor = kith_actor_new();
    actor->id = g_strdup_printf("d/%02d", i);
    actor->label = g_strdup("Khan");
    g_ptr_array_add(graph->actors, actor);
  }
  g_assert_cmpuint(kith_graph_find(graph, "khan", &error), ==, KITH_NONE);
  g_assert_true(g_str_has_suffix(error->message, "Khan (d/09) and 4 more"));
}

static void
test_merge(void)
{
  g_autoptr(KithGraph) all = kith_graph_new(), one = sample_graph(), two = sample_graph();
  g_assert_true(kith_graph_merge(all, one, NULL));
  g_assert_true(kith_graph_merge(all, one, NULL));
  g_assert_true(kith_graph_check(all, NULL));
  g_assert_cmpuint(all->documents->len, ==, 1);
  g_assert_cmpuint(all->actors->len, ==, one->actors->len);
  g_assert_cmpuint(all->relations->len, ==, one->relations->len);
  g_assert_cmpstr(all->run.tool, ==, "kith 0.1.0");

  /* another document, with a text and an actor of its own, and two that are there already */
  KithSource *source = kith_graph_document(two, 0);
  g_free(source->id);
  source->id = g_strdup("again-0123abcd");
  KithActor *ada = kith_graph_actor(two, ADA);
  g_free(ada->label);
  ada->label = g_strdup("Ada V.");
  g_free(kith_graph_actor(two, BO)->id);
  kith_graph_actor(two, BO)->id = g_strdup("again-0123abcd/bo");
  kith_graph_relation(two, 0)->confidence = 0.9;
  g_assert_true(kith_graph_merge(all, two, NULL));
  g_assert_true(kith_graph_check(all, NULL));
  g_assert_cmpuint(all->documents->len, ==, 2);
  g_assert_cmpuint(all->actors->len, ==, 6);
  KithActor *merged = kith_graph_actor(all, kith_graph_find(all, "talks-0123abcd/ada-verne", NULL));
  g_assert_cmpstr(merged->label, ==, "Ada Verne");
  g_assert_cmpstr(merged->aliases->pdata[0], ==, "Ada V.");
  g_assert_cmpuint(merged->spans->len, ==, 2);
  g_assert_cmpuint(kith_graph_relation(all, 0)->evidence->len, ==, 2);
  g_assert_cmpfloat(kith_graph_relation(all, 0)->confidence, ==, 0.9);
  guint place = kith_graph_relation(all, 2)->place;
  g_assert_cmpstr(kith_graph_actor(all, place)->label, ==, "Eastport");
}

static void
test_merge_bad(void)
{
  g_autoptr(KithGraph) all = sample_graph(), other = sample_graph(), broken = sample_graph();
  g_autoptr(GError) error = NULL;
  kith_graph_relation(broken, 0)->target = 99;
  g_assert_false(kith_graph_merge(all, broken, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
  g_clear_error(&error);
  g_ptr_array_set_size(other->actors, 0);
  g_ptr_array_set_size(other->relations, 0);
  kith_graph_document(other, 0)->text[0] = 'O';
  g_assert_false(kith_graph_merge(all, other, &error));
  g_assert_cmpstr(error->message, ==, "document 'talks-0123abcd' has two different texts");
}

static void
test_path(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  g_autoptr(GArray) path = kith_graph_path(graph, BO, SUDLAND);
  g_assert_cmpuint(path->len, ==, 3);
  static const char *const labels[] = {"met", "foreign minister", "may help"};
  for (guint i = 0; i < path->len; i++)
    g_assert_cmpstr(kith_graph_relation(graph, g_array_index(path, guint, i))->label, ==, labels[i]);
  g_autoptr(GArray) none = kith_graph_path(graph, BO, EASTPORT);
  g_assert_cmpuint(none->len, ==, 0);
  g_autoptr(GArray) self = kith_graph_path(graph, BO, BO);
  g_assert_cmpuint(self->len, ==, 0);
}

/* A ring of actors: the shorter way round is taken. */
static void
test_path_ring(void)
{
  g_autoptr(KithGraph) graph = kith_graph_new();
  const guint n = 101;
  for (guint i = 0; i < n; i++) {
    KithRelation *relation = kith_relation_new();
    relation->source = i;
    relation->target = (i + 1) % n;
    g_ptr_array_add(graph->actors, kith_actor_new());
    g_ptr_array_add(graph->relations, relation);
  }
  g_autoptr(GArray) forward = kith_graph_path(graph, 0, 50), backward = kith_graph_path(graph, 0, 51);
  g_assert_cmpuint(forward->len, ==, 50);
  g_assert_cmpuint(g_array_index(forward, guint, 0), ==, 0);
  g_assert_cmpuint(backward->len, ==, 50);
  g_assert_cmpuint(g_array_index(backward, guint, 0), ==, 100);
}

static void
test_decimal(void)
{
  static const struct {
    double value;
    const char *text;
  } cases[] = {{0, "0.0"},          {1, "1.0"},   {0.91, "0.91"}, {0.99999, "1.0"},
               {0.12345, "0.1235"}, {0.1, "0.1"}, {10, "10.0"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *text = kith_decimal(cases[i].value);
    g_assert_cmpstr(text, ==, cases[i].text);
  }
  g_assert_true(kith_id_is_global("united-states"));
  g_assert_false(kith_id_is_global("talks-0123abcd/ada"));
  g_assert_false(kith_id_is_global("https://x.example"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/graph/sort", test_sort);
  g_test_add_func("/graph/sort/documents", test_sort_documents);
  g_test_add_func("/graph/check", test_check);
  g_test_add_func("/graph/check/long", test_check_long);
  g_test_add_func("/graph/find", test_find);
  g_test_add_func("/graph/find/many", test_find_many);
  g_test_add_func("/graph/merge", test_merge);
  g_test_add_func("/graph/merge/bad", test_merge_bad);
  g_test_add_func("/graph/path", test_path);
  g_test_add_func("/graph/path/ring", test_path_ring);
  g_test_add_func("/graph/decimal", test_decimal);
  return g_test_run();
}
