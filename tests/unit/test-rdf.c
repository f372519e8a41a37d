#include "config.h"

#include "base/error.h"
#include "graph/json.h"
#include "rdf/describe.h"
#include "rdf/iri.h"
#include "rdf/rdf.h"
#include "sample-graph.h"

static char *
write_graph(const KithGraph *graph, const char *format, const char *base)
{
  g_autoptr(GError) error = NULL;
  GString *out = g_string_new(NULL);
  kith_rdf_write(graph, kith_rdf_format(format), base, out, &error);
  g_assert_no_error(error);
  return g_string_free(out, FALSE);
}

static char *
json_of(const KithGraph *graph)
{
  GString *out = g_string_new(NULL);
  kith_graph_to_json(graph, out);
  return g_string_free(out, FALSE);
}

/* Written, read and written again in every format: the same graph, the same bytes; also where the format has
 * to be told by the content alone. */
static void
check_rounds(const KithGraph *graph, const char *base)
{
  g_autofree char *json = json_of(graph);
  for (const KithRdfFormat *format = kith_rdf_formats(); format->name; format++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *once = write_graph(graph, format->name, base);
    g_autofree char *name = g_strconcat("g.", format->suffix, NULL);
    const char *const names[] = {name, "standard input"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
      g_autoptr(KithGraph) again = kith_rdf_read(names[i], once, strlen(once), NULL, &error);
      g_assert_no_error(error);
      g_autofree char *twice = write_graph(again, format->name, NULL);
      g_assert_cmpstr(once, ==, twice);
      if (base == NULL) {
        g_autofree char *json_again = json_of(again);
        g_assert_cmpstr(json, ==, json_again);
      } else {
        g_assert_cmpstr(again->base, ==, base);
      }
    }
  }
}

static void
test_round(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  check_rounds(graph, NULL);
  check_rounds(graph, "https://graph.example/news/");
  check_rounds(graph, "https://graph.example/news#");
}

/* Names and ids that an IRI cannot hold as they are, and texts with all kinds of line ends. */
static void
test_hostile(void)
{
  static const char *const names[] = {"a \"quoted\" name",
                                      "<tag> & {brace} | \\ ^ `",
                                      "100% sure %41",
                                      "hash#tag?query",
                                      "שלום עולם",
                                      "‮gnp.exe‬",
                                      "🦊 fox 👩‍👩‍👧",
                                      "line\nbreak\ttab\rcr",
                                      "a:b",
                                      "colon: http://x",
                                      "tri\"\"\"ple",
                                      "'''",
                                      "private \uE000 use",
                                      "é e\u0301",
                                      "ends in backslash\\"};
  g_autoptr(KithGraph) graph = sample_graph();
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    KithActor *actor = kith_actor_new();
    KithRelation *relation = kith_relation_new();
    actor->id = g_strconcat("talks-0123abcd/", names[i], NULL);
    actor->label = g_strdup(names[i]);
    actor->type = KITH_ACTOR_GROUP;
    g_ptr_array_add(actor->aliases, g_strconcat(names[i], " alias", NULL));
    g_ptr_array_add(graph->actors, actor);
    relation->id = g_strconcat("talks-0123abcd/r/", names[i], NULL);
    relation->source = graph->actors->len - 1;
    relation->class = KITH_CLASS_ROLE;
    relation->label = g_strdup(names[i]);
    relation->lemma = g_strdup(names[i]);
    relation->confidence = 0.5;
    g_ptr_array_add(graph->relations, relation);
  }
  kith_graph_sort(graph);
  g_autofree char *json = json_of(graph);
  for (const KithRdfFormat *format = kith_rdf_formats(); format->name; format++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *once = write_graph(graph, format->name, NULL);
    g_autoptr(KithGraph) again = kith_rdf_read("standard input", once, strlen(once), NULL, &error);
    g_assert_no_error(error);
    g_autofree char *json_again = json_of(again);
    g_assert_cmpstr(json, ==, json_again);
  }
}

static void
test_illegal_xml(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  g_autoptr(GString) out = g_string_new("before");
  g_autoptr(GError) error = NULL;
  g_ptr_array_add(kith_graph_actor(graph, ADA)->aliases, g_strdup("form\ffeed"));
  g_assert_false(kith_rdf_write(graph, kith_rdf_format("rdfxml"), NULL, out, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_OUTPUT);
  g_assert_cmpstr(out->str, ==, "before");
}

/* Raptor reads no further than these: they are refused, in and out. */
static void
test_noncharacters(void)
{
  for (const KithRdfFormat *format = kith_rdf_formats(); format->name; format++) {
    g_autoptr(KithGraph) graph = sample_graph();
    g_autoptr(GString) out = g_string_new("before");
    g_autoptr(GError) error = NULL;
    g_ptr_array_add(kith_graph_actor(graph, ADA)->aliases, g_strdup("a\xef\xbf\xbfz"));
    g_assert_false(kith_rdf_write(graph, format, NULL, out, &error));
    g_assert_error(error, KITH_ERROR, KITH_ERROR_OUTPUT);
    g_assert_cmpstr(out->str, ==, "before");
  }
}

static gboolean
says(const KithStatements *statements, const char *subject, const char *predicate, const char *object)
{
  for (guint i = 0; i < statements->list->len; i++) {
    const KithStatement *s = kith_statement(statements, i);
    if (g_str_has_suffix(s->subject->value, subject) && g_str_has_suffix(s->predicate->value, predicate) &&
        (object == NULL || g_str_has_suffix(s->object->value, object)))
      return TRUE;
  }
  return FALSE;
}

/* The table of the contract, statement by statement. */
static void
test_statements(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  g_autoptr(KithStatements) all = kith_statements_new();
  KithSink sink = kith_statements_sink(all);
  kith_describe(graph, KITH_DEFAULT_BASE, FALSE, &sink);
  static const struct {
    gboolean said;
    const char *subject, *predicate, *object;
  } cases[] = {
      {TRUE, "urn:kith:talks-0123abcd/ada-verne", "rdf-syntax-ns#type", "kith/ns#Person"},
      {TRUE, "/ada-verne", "#type", "sem/Actor"},
      {TRUE, "/ada-verne", "rdf-schema#label", "Ada Verne"},
      {TRUE, "/ada-verne", "core#altLabel", "Verne"},
      {TRUE, "/ada-verne", "owl#sameAs", "https://people.example/ada"},
      {TRUE, "/eastport", "#type", "sem/Place"},
      {FALSE, "/eastport", "#type", "sem/Actor"},
      {TRUE, "/norland", "ns#countryCode", "NRL"},
      {TRUE, "/norland", "#type", "org#Organization"},
      {FALSE, "/sudland", "#type", "org#Organization"},
      /* a claim of fact: an event, and an edge both ways */
      {TRUE, "/consult-44", "#type", "ns#Consult"},
      {TRUE, "/consult-44", "#type", "ns#Relation"},
      {TRUE, "/consult-44", "#type", "sem/Event"},
      {TRUE, "/consult-44", "hasActor", "/ada-verne"},
      {TRUE, "/consult-44", "hasPlace", "/eastport"},
      {TRUE, "/consult-44", "hasTime", "urn:kith:time/2021-10-08"},
      {TRUE, "time/2021-10-08", "hasBeginTimeStamp", "2021-10-08"},
      {TRUE, "time/2021-10-08", "hasEndTimeStamp", "2021-10-08"},
      {TRUE, "/consult-44", "ns#source", "/ada-verne"},
      {TRUE, "/consult-44", "ns#confidence", "0.75"},
      {TRUE, "/consult-44", "ns#lemma", "meet"},
      {TRUE, "/consult-44", "ns#cameoCode", "04"},
      {TRUE, "/consult-44", "ns#polarity", "ns#Positive"},
      {TRUE, "/consult-44", "prov#wasDerivedFrom", "talks-0123abcd#char=0,85"},
      {TRUE, "/consult-44", "prov#wasGeneratedBy", "urn:kith:run/kith_0.1.0/1"},
      {TRUE, "/ada-verne", "ns#consult", "/bo-%22żółw%22-lind"},
      {TRUE, "/bo-%22żółw%22-lind", "ns#consult", "/ada-verne"},
      /* denied: neither */
      {TRUE, "/assault-90", "#type", "ns#Assault"},
      {TRUE, "/assault-90", "ns#polarity", "ns#Negative"},
      {FALSE, "/assault-90", "#type", "sem/Event"},
      {FALSE, "/assault-90", "hasActor", NULL},
      {FALSE, "/norland", "ns#assault", NULL},
      /* possible, and said by somebody: neither */
      {TRUE, "/aid-120", "ns#attributedTo", "/ada-verne"},
      {TRUE, "/aid-120", "ns#modality", "ns#Possible"},
      {TRUE, "/aid-120", "ns#time", "2021-10-08/2021-10-10"},
      {FALSE, "/aid-120", "#type", "sem/Event"},
      {FALSE, "/norland", "ns#aid", NULL},
      /* a post: a membership, an edge one way, no event */
      {TRUE, "/role-11", "#type", "ns#Role"},
      {TRUE, "/role-11", "#type", "org#Membership"},
      {TRUE, "/role-11", "org#member", "/ada-verne"},
      {TRUE, "/role-11", "org#organization", "/norland"},
      {TRUE, "/role-11", "org#role", "urn:kith:post/foreign_minister"},
      {TRUE, "post/foreign_minister", "rdf-schema#label", "foreign minister"},
      {FALSE, "/role-11", "#type", "sem/Event"},
      {TRUE, "/ada-verne", "ns#role", "/norland"},
      {FALSE, "/norland", "ns#role", NULL},
      /* document, text, phrases */
      {TRUE, "urn:kith:talks-0123abcd", "#type", "NewsArticle"},
      {TRUE, "urn:kith:talks-0123abcd", "terms/date", "2021-10-08"},
      {TRUE, "urn:kith:talks-0123abcd", "terms/source", "https://news.example/talks?id=1&x=é"},
      {TRUE, "talks-0123abcd#char=0,156", "#type", "nif-core#Context"},
      {TRUE, "talks-0123abcd#char=0,156", "isString", SAMPLE_TEXT},
      {TRUE, "talks-0123abcd#char=0,156", "sourceUrl", "urn:kith:talks-0123abcd"},
      {TRUE, "talks-0123abcd#char=0,9", "anchorOf", "Ada Verne"},
      {TRUE, "talks-0123abcd#char=0,9", "taIdentRef", "/ada-verne"},
      {TRUE, "talks-0123abcd#char=0,9", "referenceContext", "#char=0,156"},
      {TRUE, "talks-0123abcd#char=0,85", "endIndex", "85"},
      {FALSE, "talks-0123abcd#char=0,85", "taIdentRef", NULL},
      {TRUE, "run/kith_0.1.0/1", "#type", "prov#Activity"},
      {FALSE, "run/kith_0.1.0/1", "endedAtTime", NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    if (says(all, cases[i].subject, cases[i].predicate, cases[i].object) != cases[i].said)
      g_test_message("%s %s %s", cases[i].subject, cases[i].predicate, cases[i].object), g_test_fail();
  guint n = all->list->len;
  kith_statements_sort(all);
  g_assert_cmpuint(all->list->len, ==, n); /* nothing twice */
}

/* An attributed claim of fact is an event, but no plain edge; a role that is denied no membership. */
static void
test_claims(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  kith_graph_relation(graph, 2)->attributed_to = NORLAND;
  kith_graph_relation(graph, 3)->polarity = KITH_NEGATIVE;
  g_autoptr(KithStatements) all = kith_statements_new();
  KithSink sink = kith_statements_sink(all);
  kith_describe(graph, KITH_DEFAULT_BASE, FALSE, &sink);
  g_assert_true(says(all, "/consult-44", "#type", "sem/Event"));
  g_assert_false(says(all, "/ada-verne", "ns#consult", NULL));
  g_assert_true(says(all, "/role-11", "#type", "ns#Role"));
  g_assert_false(says(all, "/role-11", "#type", "org#Membership"));
  g_assert_false(says(all, "/norland", "#type", "org#Organization"));
}

/* What an actor is the same as is written where it is an IRI, and else is not. */
static void
test_same_as(void)
{
  static const char *const bad[] = {"not an iri", "https://e.example/a b", "no-scheme",
                                    "https://e.example/<x>"};
  static const char *const formats[] = {"turtle", "ntriples", "nquads", "trig", "rdfxml"};
  g_autoptr(KithGraph) graph = sample_graph();
  KithActor *ada = kith_graph_actor(graph, ADA);
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
    g_ptr_array_add(ada->same_as, g_strdup(bad[i]));
  for (gsize f = 0; f < G_N_ELEMENTS(formats); f++) {
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    g_assert_true(kith_rdf_write(graph, kith_rdf_format(formats[f]), NULL, out, &error));
    g_assert_no_error(error);
    g_autoptr(KithGraph) back = kith_rdf_read("g", out->str, out->len, kith_rdf_format(formats[f]), &error);
    g_assert_no_error(error);
    const GPtrArray *same_as = kith_graph_actor(back, ADA)->same_as;
    g_assert_cmpuint(same_as->len, ==, 1);
    g_assert_cmpstr(same_as->pdata[0], ==, "https://people.example/ada");
  }
}

/* Two documents: a named graph each, the actors in the default one. */
static void
test_datasets(void)
{
  g_autoptr(KithGraph) graph = sample_graph(), other = sample_graph();
  KithSource *source = kith_graph_document(other, 0);
  g_free(source->id);
  source->id = g_strdup("more-0123abcd");
  for (guint i = 0; i < other->relations->len; i++) {
    KithRelation *relation = kith_graph_relation(other, i);
    g_autofree char *old = relation->id;
    relation->id = g_strdup_printf("more-0123abcd/%u", i);
  }
  g_assert_true(kith_graph_merge(graph, other, NULL));
  check_rounds(graph, NULL);
  g_autoptr(KithStatements) all = kith_statements_new();
  KithSink sink = kith_statements_sink(all);
  kith_describe(graph, KITH_DEFAULT_BASE, TRUE, &sink);
  for (guint i = 0; i < all->list->len; i++) {
    const KithStatement *s = kith_statement(all, i);
    const char *name = s->graph ? s->graph->value : "";
    if (g_str_has_suffix(s->predicate->value, "altLabel"))
      g_assert_cmpstr(name, ==, "");
    if (g_str_has_prefix(s->subject->value, "urn:kith:more"))
      g_assert_cmpstr(name, ==, "urn:kith:more-0123abcd");
    if (g_str_has_suffix(s->subject->value, "/consult-44"))
      g_assert_cmpstr(name, ==, "urn:kith:talks-0123abcd");
  }
}

static void
test_iris(void)
{
  static const struct {
    const char *iri;
    gboolean valid;
  } iris[] = {{"urn:kith:a", TRUE},
              {"https://a.example/ż?q#f", TRUE},
              {"a b:c", FALSE},
              {"no-scheme", FALSE},
              {"https://a b", FALSE},
              {"https://a/%2", FALSE},
              {"x:<", FALSE},
              {"x:\x01", FALSE},
              {"x:\xff", FALSE},
              {"x:\u202e", FALSE},
              {"x:🦊", TRUE},
              {"1x:a", FALSE},
              {"", FALSE},
              {"https://a/%2F", TRUE},
              {"x:\uE000", FALSE},
              {"x:\uFFFE", FALSE}};
  for (gsize i = 0; i < G_N_ELEMENTS(iris); i++)
    if (kith_iri_is_valid(iris[i].iri) != iris[i].valid)
      g_test_message("%s", iris[i].iri), g_test_fail();
  static const char *const ids[] = {"united-states", "doc/imran-khan", "a b", "50%",
                                    "a#b?c",         "x/ü/🦊",      "1:2", "[x]"};
  for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
    g_autofree char *iri = kith_iri_of_id("urn:kith:", ids[i]);
    g_autofree char *id = kith_id_of_iri("urn:kith:", iri);
    g_assert_true(kith_iri_is_valid(iri));
    g_assert_cmpstr(id, ==, ids[i]);
  }
  static const char *const kept[] = {"https://other.example/a", "urn:kith:%41", "urn:kith:", "urn:kith:%FF",
                                     "urn:kith:%00"};
  for (gsize i = 0; i < G_N_ELEMENTS(kept); i++) {
    g_autofree char *id = kith_id_of_iri("urn:kith:", kept[i]);
    g_autofree char *iri = kith_iri_of_id("urn:kith:", id);
    g_assert_cmpstr(id, ==, kept[i]);
    g_assert_cmpstr(iri, ==, kept[i]);
  }
  g_autofree char *segment = kith_iri_segment("Head/chief of_the ~x%20");
  g_assert_cmpstr(segment, ==, "Head%2Fchief_of%5Fthe_~x%2520");
}

static void
test_base(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  static const char *const bad[] = {"", "graph/", "https://a.example", "https://a b/", "urn:<:"};
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    g_assert_false(kith_rdf_write(graph, kith_rdf_format("turtle"), bad[i], out, &error));
    g_assert_error(error, KITH_ERROR, KITH_ERROR_USAGE);
    g_assert_cmpuint(out->len, ==, 0);
  }
  kith_graph_relation(graph, 0)->target = 77;
  g_autoptr(GString) out = g_string_new(NULL);
  g_assert_false(kith_rdf_write(graph, kith_rdf_format("turtle"), NULL, out, NULL));
}

static void
test_formats(void)
{
  static const struct {
    const char *name, *found;
  } names[] = {{"turtle", "turtle"}, {"TTL", "turtle"}, {"nt", "ntriples"}, {"nq", "nquads"},
               {"trig", "trig"},     {"rdf", "rdfxml"}, {"xml", "rdfxml"},  {"rdfxml", "rdfxml"},
               {"json", NULL},       {"", NULL}};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    const KithRdfFormat *format = kith_rdf_format(names[i].name);
    g_assert_cmpstr(format ? format->name : NULL, ==, names[i].found);
  }
}

#define HEAD                                                                                                 \
  "@prefix kith: <https://w3id.org/kith/ns#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"   \
  "@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .\n"                       \
  "@prefix prov: <http://www.w3.org/ns/prov#> .\n"
#define TWO "<x:a> a kith:Person ; rdfs:label \"A\" .\n<x:b> a kith:Person ; rdfs:label \"B\" .\n"

/* A graph that another tool wrote: its own IRIs, only what must be there. */
static void
test_foreign(void)
{
  static const char text[] =
      HEAD TWO "<x:r> a kith:Aid ; kith:source <x:a> ; kith:target <x:b> ; kith:polarity \"negative\" ;\n"
               "  prov:wasDerivedFrom <x:p> ; <http://other.example/p> [ a <x:Blank> ] .\n"
               "<x:p> nif:beginIndex 0 ; nif:endIndex 5 ; nif:referenceContext <x:c> .\n"
               "<x:c> nif:sourceUrl <x:d> ; nif:isString \"Hello world\"@en .\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(KithGraph) graph = kith_rdf_read("f.ttl", text, strlen(text), NULL, &error);
  g_assert_no_error(error);
  KithRelation *relation = kith_graph_relation(graph, 0);
  g_assert_cmpstr(relation->id, ==, "x:r");
  g_assert_cmpint(relation->polarity, ==, KITH_NEGATIVE);
  g_assert_cmpint(relation->modality, ==, KITH_ACTUAL);
  g_assert_cmpstr(((KithEvidence *)relation->evidence->pdata[0])->text, ==, "Hello");
  g_autofree char *once = write_graph(graph, "turtle", NULL);
  g_autoptr(KithGraph) again = kith_rdf_read("f.ttl", once, strlen(once), NULL, &error);
  g_assert_no_error(error);
  g_autofree char *twice = write_graph(again, "turtle", NULL);
  g_assert_cmpstr(once, ==, twice);
}

static void
test_bad(void)
{
  static const struct {
    const char *name, *text, *message;
  } cases[] = {
      {"f.ttl", "", "f.ttl: the file is empty"},
      {"f.ttl", HEAD "<x:a> a kith:Person", "f.ttl:*"},
      {"f.ttl", HEAD "<x:a> a kith:Person ; rdfs:label \"A .\n", "f.ttl:*"},
      {"f.ttl", HEAD "<x:a> a nope:Person .\n", "f.ttl:5: *"},
      {"f.ttl", HEAD "<x: a> a kith:Person .\n", "f.ttl:5: *"},
      {"f.ttl", HEAD "<x:a> a kith:Person .\n", "f.ttl:5: <x:a>: an actor without an rdfs:label"},
      {"f.ttl", HEAD "<x:a> <x:b> <x:c> .\n", "f.ttl: nothing in it is in kith's vocabulary*"},
      {"f.ttl", HEAD TWO "<x:r> a kith:Aid ; kith:source <x:a> .\n",
       "f.ttl:7: <x:r>: a relation without a kith:target"},
      {"f.ttl", HEAD TWO "<x:r> a kith:Aid ; kith:source <x:a> ; kith:target <x:z> .\n",
       "f.ttl:7:*is no actor here"},
      {"f.ttl", HEAD TWO "<x:r> a kith:Aid ; kith:source <x:a>, <x:b> ; kith:target <x:b> .\n",
       "*more than one kith:source"},
      {"f.ttl",
       HEAD TWO "<x:r> a kith:Aid ; kith:source <x:a> ; kith:target <x:b> ; kith:confidence \"high\" .\n",
       "*the confidence 'high'*"},
      {"f.ttl",
       HEAD TWO "<x:r> a kith:Aid ; kith:source <x:a> ; kith:target <x:b> ; kith:modality kith:Maybe .\n",
       "*is no kith:modality"},
      {"f.ttl",
       HEAD TWO "<x:r> a kith:Aid ; kith:source <x:a> ; kith:target <x:b> ; prov:wasDerivedFrom <x:p> .\n",
       "*nif:referenceContext is not the text*"},
      {"f.ttl",
       HEAD TWO "<x:r> a kith:Aid ; kith:source <x:a> ; kith:target <x:b> ; prov:wasDerivedFrom <x:p> .\n"
                "<x:p> nif:referenceContext <x:c> ; nif:beginIndex 3 ; nif:endIndex 30 .\n"
                "<x:c> nif:sourceUrl <x:d> ; nif:isString \"Hello\" .",
       "*evidence of relation 'x:r': characters 3 to 30 of a text of 5"},
      {"f.ttl",
       HEAD TWO "<x:r> a kith:Aid ; kith:source <x:a> ; kith:target <x:b> ; prov:wasDerivedFrom <x:p> .\n"
                "<x:p> nif:referenceContext <x:c> ; nif:beginIndex -3 ; nif:endIndex 30 .\n"
                "<x:c> nif:sourceUrl <x:d> ; nif:isString \"Hello\" .",
       "*that are counts"},
      {"f.ttl", HEAD "[] a kith:Person ; rdfs:label \"A\" .\n", "*an actor is named by an IRI"},
      {"f.nt", "<x:a> <x:b> \"c\" .\n<x:a> <x:b> \"d\"", "f.nt:2: the last line does not end in a dot*"},
      {"f.nt", "<x:a> <x:b> \"c\" .\n<x:a> <x:b> \"d", "f.nt:2: *the file is cut off"},
      {"f.nt", "<x:a> <x b> \"c\" .\n", "f.nt:1: *"},
      {"f.nt", "<x:a> <x:b> \"\xff\" .\n", "f.nt:1: this is not UTF-8 text"},
      {"f.nt", "<x:a> <x:b> \"a\xef\xbf\xbe z\" .\n", "f.nt:1: U+FFFE or*"},
      {"f.nq", "<x:a> <x:b> <x:c> <x:d>", "f.nq:1: the last line*"},
      {"f.trig", "<x:g> { <x:a> <x:b> <x:c> .", "f.trig*"},
      {"f.rdf", "<?xml version=\"1.0\"?><rdf:RDF", "f.rdf*"},
      {"f.rdf", "<html/>", "f.rdf*"},
      {"f.xyz", "Ada met Bo.", "f.xyz: this is no form of RDF*"},
      {"f", "\x01\x02", "f: this is no form of RDF*"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(KithGraph) graph =
        kith_rdf_read(cases[i].name, cases[i].text, strlen(cases[i].text), NULL, &error);
    if (graph || !g_pattern_match_simple(cases[i].message, error->message))
      g_test_message("%" G_GSIZE_FORMAT ": %s", i, error ? error->message : "no error"), g_test_fail();
    else
      g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
  }
}

/* Entities that grow without bound. */
static void
test_laughs(void)
{
  g_autoptr(GString) text = g_string_new("<?xml version=\"1.0\"?>\n<!DOCTYPE r [\n<!ENTITY l0 \"ha\">\n");
  for (int i = 1; i < 30; i++) {
    g_string_append_printf(text, "<!ENTITY l%d \"", i);
    for (int k = 0; k < 10; k++)
      g_string_append_printf(text, "&l%d;", i - 1);
    g_string_append(text, "\">\n");
  }
  g_string_append(text,
                  "]>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:x=\"x:\">"
                  "<rdf:Description rdf:about=\"x:a\"><x:b>&l29;</x:b></rdf:Description></rdf:RDF>\n");
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time();
  g_autoptr(KithGraph) graph = kith_rdf_read("f.rdf", text->str, text->len, NULL, &error);
  g_assert_null(graph);
  g_assert_nonnull(error);
  g_assert_cmpint(g_get_monotonic_time() - start, <, 20 * G_USEC_PER_SEC);
}

#ifdef KITH_SANITIZED
enum { STEP = 131 };
#else
enum { STEP = 13 };
#endif

/* Every prefix of a file ends in an error, or where a statement ends in a graph that is as sound. */
static void
test_truncated(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  for (const KithRdfFormat *format = kith_rdf_formats(); format->name; format++) {
    g_autofree char *whole = write_graph(graph, format->name, NULL);
    gsize length = strlen(whole), step = g_test_thorough() ? 1 : STEP;
    guint silent = 0;
    for (gsize n = 0; n + 2 < length; n += step) {
      g_autoptr(GError) error = NULL;
      g_autoptr(KithGraph) part = kith_rdf_read("g", whole, n, format, &error);
      g_assert_true((part == NULL) == (error != NULL));
      gboolean between = n > 0 && strchr(".\n}", whole[n - 1]);
      if (part && !between)
        g_test_message("%s cut after %" G_GSIZE_FORMAT ": '%.20s'", format->name, n, whole + n - MIN(n, 20)),
            silent++;
    }
    g_assert_cmpuint(silent, ==, 0);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/rdf/round", test_round);
  g_test_add_func("/rdf/hostile", test_hostile);
  g_test_add_func("/rdf/illegal-xml", test_illegal_xml);
  g_test_add_func("/rdf/noncharacters", test_noncharacters);
  g_test_add_func("/rdf/statements", test_statements);
  g_test_add_func("/rdf/claims", test_claims);
  g_test_add_func("/rdf/same-as", test_same_as);
  g_test_add_func("/rdf/datasets", test_datasets);
  g_test_add_func("/rdf/iris", test_iris);
  g_test_add_func("/rdf/base", test_base);
  g_test_add_func("/rdf/formats", test_formats);
  g_test_add_func("/rdf/foreign", test_foreign);
  g_test_add_func("/rdf/bad", test_bad);
  g_test_add_func("/rdf/laughs", test_laughs);
  g_test_add_func("/rdf/truncated", test_truncated);
  return g_test_run();
}
