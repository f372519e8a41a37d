/* JSON-LD and GraphML: the context in data/, what other programs write, what is refused. */
#include <string.h>

#include "base/error.h"
#include "graph/graphml.h"
#include "rdf/formats.h"
#include "rdf/jsonld.h"
#include "sample-graph.h"

/* The file in data/ is the context that kith writes into its documents. */
static void
test_context(void)
{
  g_autofree char *path = g_test_build_filename(G_TEST_DIST, "..", "data", "kith-context.jsonld", NULL);
  g_autofree char *content = NULL;
  g_autoptr(GString) want = g_string_new("{\"@context\": ");
  kith_jsonld_append_context(want);
  g_string_append(want, "}\n");
  g_assert_true(g_file_get_contents(path, &content, NULL, NULL));
  g_assert_cmpstr(content, ==, want->str);
}

/* The statements of a document as N-Quads, sorted; NULL and an error. Owned by the caller. */
static char *
lines_of(const char *text, GError **error)
{
  g_autoptr(KithStatements) statements = kith_statements_read("f.jsonld", text, strlen(text), NULL, error);
  g_autoptr(GString) out = g_string_new(NULL);
  if (statements == NULL)
    return NULL;
  kith_statements_sort(statements);
  g_autoptr(KithOutput) output = kith_output_new_in_memory(out);
  g_assert_true(kith_statements_write(statements, kith_rdf_format("nquads"), output, error));
  return g_strdup(out->str);
}

static void
test_good(void)
{
  static const struct {
    const char *in, *out;
  } cases[] = {
      {"{\"@context\": {\"p\": \"x:p\", \"ex\": \"http://e/#\"}, \"@id\": \"ex:a\", \"p\": \"v\", \"gone\": "
       "1}",
       "<http://e/#a> <x:p> \"v\" .\n"},
      {"[{\"@id\": \"x:a\", \"@type\": [\"x:T\", \"x:U\"]}]",
       "<x:a> <" RDF_NS "type> <x:T> .\n<x:a> <" RDF_NS "type> <x:U> .\n"},
      {"{\"@context\": \"" KITH_CONTEXT_IRI
       "\", \"@id\": \"x:r\", \"source\": \"x:a\", \"confidence\": \"0.5\","
       " \"label\": null}",
       "<x:r> <" KITH_NS "confidence> \"0.5\"^^<" XSD_NS "decimal> .\n<x:r> <" KITH_NS "source> <x:a> .\n"},
      {"{\"@context\": [{\"@version\": 1.1, \"@vocab\": \"x:v/\"}], \"@graph\": [{\"@id\": \"x:g\", "
       "\"@graph\":"
       " {\"@id\": \"_:b\", \"p\": {\"@id\": \"_:kb1\", \"q\": {\"q\": true}}}}]}",
       "_:b <x:v/p> _:kb1u <x:g> .\n_:kb1 <x:v/q> \"true\"^^<" XSD_NS "boolean> <x:g> .\n"
       "_:kb1u <x:v/q> _:kb1 <x:g> .\n"},
      {"{\"@id\": \"x:a\", \"x:p\": [{\"@value\": \"chat\", \"@language\": \"fr\"}, {\"@value\": 2}, 1.5,"
       " {\"@value\": \"d\", \"@type\": \"x:t\"}, {\"@value\": null}]}",
       "<x:a> <x:p> \"1.5\"^^<" XSD_NS "double> .\n<x:a> <x:p> \"2\"^^<" XSD_NS "integer> .\n"
       "<x:a> <x:p> \"chat\"@fr .\n<x:a> <x:p> \"d\"^^<x:t> .\n"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *out = lines_of(cases[i].in, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(out, ==, cases[i].out);
  }
}

static void
test_bad(void)
{
  static const char *const cases[][2] = {
      {"{\"@id\": \"x:a\",\n \"x:p\": \"v\"", "f.jsonld:2: *"},
      {"{\"@id\": \"x:a\"} x", "f.jsonld:1: something follows*"},
      {"{\"@id\": \"x:a\"}", "*there is no statement in it"},
      {"{\n\"@id\": \"a b\", \"x:p\": 1}", "f.jsonld:*: 'a b' is no IRI"},
      {"{\"@id\": 1, \"x:p\": 1}", "f.jsonld:1: an \"@id\" must be a text"},
      {"{\"@id\": \"_:\", \"x:p\": 1}", "f.jsonld:1: '_:' is no name*"},
      {"{\"@id\": \"x:a\",\n\"x:p\": {\"@list\": []}}", "f.jsonld:2: '@list', which*"},
      {"{\"@context\": \"https://elsewhere.example/\", \"@id\": \"x:a\"}", "f.jsonld:1: the context*"},
      {"{\"@context\":\n{\"p\": {\"@id\": \"x:p\", \"@container\": \"@list\"}}, \"@id\": \"x:a\"}",
       "f.jsonld:2: '@container'*"},
      {"{\"@context\": {\"p\": \"nothing\"}, \"@id\": \"x:a\"}", "*the term 'p' has no IRI"},
      {"{\"@id\": \"x:a\", \"x:p\": [[1]]}", "*an array within an array"},
      {"{\"@id\": \"x:a\", \"x:p\": {\"@value\": []}}", "*\"@value\" must be*"},
      {"{\"@id\": \"x:a\", \"x:p\": \"\\uffff\"}", "f.jsonld:1: *U+FFFF*"},
      {"[1]", "f.jsonld:1: a node object*"},
      {"{\"@id\": \"x:a\", \"x:p\": \"\xff\"}", "f.jsonld:1: this is not UTF-8 text"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *out = lines_of(cases[i][0], &error);
    if (out || !g_pattern_match_simple(cases[i][1], error->message))
      g_test_message("%" G_GSIZE_FORMAT ": %s", i, error ? error->message : out), g_test_fail();
  }
}

static void
test_graphml(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  g_autoptr(GString) out = g_string_new(NULL);
  g_autofree char *label = g_steal_pointer(&kith_graph_actor(graph, 0)->label);
  kith_graph_actor(graph, 0)->label = g_strdup("<a> & \"b\"\f");
  kith_graph_to_graphml(graph, out);
  static const char *const parts[] = {"<node id=\"talks-0123abcd/norland\">\n",
                                      "<data key=\"n0\">&#60;a&#62; &#38; &#34;b&#34;\xef\xbf\xbd</data>\n",
                                      "source=\"talks-0123abcd/ada-verne\" target=\"talks-0123abcd/bo-",
                                      "<data key=\"e1\">consult</data>\n",
                                      "<data key=\"e9\">0.75</data>\n",
                                      "did not attack Sudland",
                                      "</graphml>\n"};
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    if (strstr(out->str, parts[i]) == NULL)
      g_test_message("%s", parts[i]), g_test_fail();
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/jsonld/context", test_context);
  g_test_add_func("/jsonld/good", test_good);
  g_test_add_func("/jsonld/bad", test_bad);
  g_test_add_func("/jsonld/graphml", test_graphml);
  return g_test_run();
}
