#include "base/error.h"
#include "graph/json.h"
#include "sample-graph.h"

static KithGraph *
read_text(const char *text, GError **error)
{
  return kith_graph_from_json("g.json", text, strlen(text), error);
}

static void
test_round(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  g_autoptr(GString) once = g_string_new(NULL), twice = g_string_new(NULL);
  g_autoptr(GError) error = NULL;
  graph->base = g_strdup("https://graph.example/");
  kith_graph_to_json(graph, once);
  g_autoptr(KithGraph) again = read_text(once->str, &error);
  g_assert_no_error(error);
  kith_graph_to_json(again, twice);
  g_assert_cmpstr(once->str, ==, twice->str);
  g_assert_true(g_utf8_validate(once->str, -1, NULL));
  g_assert_cmpint(once->str[once->len - 1], ==, '\n');
}

static void
test_shape(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  g_autoptr(GString) out = g_string_new(NULL), empty = g_string_new(NULL);
  kith_graph_relation_to_json(graph, 2, out);
  g_assert_cmpstr(
      out->str, ==,
      "{\"id\": \"talks-0123abcd/consult-44\", \"source\": \"talks-0123abcd/ada-verne\", "
      "\"class\": \"consult\", \"target\": \"talks-0123abcd/bo-\\\"żółw\\\"-lind\", \"label\": \"met\", "
      "\"lemma\": \"meet\", \"cameo\": \"04\", \"polarity\": \"positive\", \"modality\": \"actual\", "
      "\"attributedTo\": null, \"time\": \"2021-10-08\", \"place\": \"talks-0123abcd/eastport\", "
      "\"confidence\": 0.75, \"evidence\": [{\"document\": \"talks-0123abcd\", \"begin\": 0, \"end\": 85, "
      "\"text\": \"Ada Verne, the foreign minister of Norland, met Bo \\\"Żółw\\\" Lind in Eastport on "
      "Friday.\"}]}");
  g_string_truncate(out, 0);
  kith_graph_actor_to_json(graph, ADA, out);
  g_assert_cmpstr(out->str, ==,
                  "{\"id\": \"talks-0123abcd/ada-verne\", \"label\": \"Ada Verne\", \"type\": \"person\", "
                  "\"aliases\": [\"Verne\"], \"sameAs\": [\"https://people.example/ada\"], "
                  "\"spans\": [{\"document\": \"talks-0123abcd\", \"begin\": 0, \"end\": 9}]}");
  g_autoptr(KithGraph) none = kith_graph_new();
  kith_graph_to_json(none, empty);
  g_autoptr(KithGraph) again = read_text(empty->str, NULL);
  g_assert_nonnull(again);
}

static void
test_strings(void)
{
  g_autoptr(GString) out = g_string_new(NULL);
  kith_json_append_string(out, "a\"b\\c\n\r\t\b\f\v\x01\x7f é🦊");
  g_assert_cmpstr(out->str, ==, "\"a\\\"b\\\\c\\n\\r\\t\\b\\f\\u000b\\u0001\\u007f é🦊\"");
  g_string_truncate(out, 0);
  kith_json_append_string(out, NULL);
  g_assert_cmpstr(out->str, ==, "null");
}

/* Escapes and what may be left out. */
static void
test_lenient(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithGraph) graph = read_text(
      "\xef\xbb\xbf {\"extra\": [[{}], 1.5e3, true], \"documents\": [], \"actors\": [\n"
      "{\"id\": \"b\", \"label\": \"\\ud83e\\udd8a \\u00e9\\/\", \"type\": \"group\", \"aliases\": null},\n"
      "{\"id\": \"a\", \"label\": \"A\", \"type\": \"person\"}],\n"
      "\"relations\": [{\"id\": \"r\", \"source\": \"b\", \"target\": \"a\", \"class\": \"located-in\"}]}",
      &error);
  g_assert_no_error(error);
  g_assert_cmpstr(kith_graph_actor(graph, 1)->label, ==, "🦊 é/");
  KithRelation *relation = kith_graph_relation(graph, 0);
  g_assert_cmpuint(relation->source, ==, 1);
  g_assert_cmpint(relation->class, ==, KITH_CLASS_LOCATED_IN);
  g_assert_cmpuint(relation->place, ==, KITH_NONE);
  g_assert_true(kith_graph_actor(graph, 1)->global);
}

#define ACTOR "{\"id\": \"a\", \"label\": \"A\", \"type\": \"person\"}"
#define DOCUMENT "{\"id\": \"d\", \"text\": \"Hello.\"}"

static void
test_bad(void)
{
  static const struct {
    const char *text, *message;
  } cases[] = {
      {"", "g.json:1:1: the file ends*"},
      {"\n {\"actors\": [", "g.json:2:14: the file ends*"},
      {"{\"actors\": []} x", "g.json:1:16: something follows*"},
      {"{\"actors\": [],}", "g.json:1:15: a key*"},
      {"{\"actors\" []}", "g.json:1:11: a colon*"},
      {"{\"actors\": [1 2]}", "g.json:1:15: a comma*"},
      {"{actors: []}", "g.json:1:2: a key*"},
      {"{'actors': []}", "g.json:1:2: a key*"},
      {"var x = {\"actors\": []}", "g.json:1:1: this is no JSON value"},
      {"{\"actors\": [\"\\q\"]}", "*an escape that JSON*"},
      {"{\"actors\": [\"\\u12g4\"]}", "*hexadecimal*"},
      {"{\"actors\": [\"\\ud800\"]}", "*surrogate*"},
      {"{\"actors\": [\"\\udc00\"]}", "*surrogate*"},
      {"{\"actors\": [\"\\ud800\\u0041\"]}", "*surrogate*"},
      {"{\"actors\": [\"\\u0000\"]}", "*U+0000*"},
      {"{\"actors\": [\"a\nb\"]}", "g.json:1:15: a control*"},
      {"{\"actors\": [\"abc", "*ends within a string"},
      {"{\"actors\": [\"a\xff\"]}", "g.json:1:15: this is not UTF-8*"},
      {"{\"actors\": [01]}", "*a comma*"},
      {"{\"actors\": [-]}", "*no digit*"},
      {"{\"actors\": [1.]}", "*after the point*"},
      {"{\"actors\": [1e]}", "*exponent*"},
      {"{\"actors\": [nul]}", "*no JSON value*"},
      {"[]", "g.json:1:1: a graph is an object"},
      {"{}", "*this is no graph*"},
      {"{\"actors\": {}}", "g.json:1:12: \"actors\" should be an array"},
      {"{\"actors\": [\n  7]}", "g.json:2:3: an object should be here"},
      {"{\"actors\": [{}]}", "g.json:1:13: \"id\" is missing"},
      {"{\"actors\": [{\"id\": \"\"}]}", "g.json:1:20: \"id\" is empty"},
      {"{\"actors\": [{\"id\": 5}]}", "g.json:1:20: \"id\" should be a string"},
      {"{\"actors\": [{\"id\": \"a\", \"label\": \"A\", \"type\": \"robot\"}]}",
       "g.json:1:47: 'robot' is no type*"},
      {"{\"actors\": [" ACTOR ", " ACTOR "]}", "g.json:1:65: the id 'a' is there already"},
      {"{\"actors\": [{\"id\": \"d/a\", \"label\": \"A\", \"type\": \"person\", \"closeMatch\": [\"z\"]}]}",
       "g.json:1:*: actor 'd/a': there is no actor 'z' that it could be"},
      {"{\"actors\": [{\"id\": \"d/a\", \"label\": \"A\", \"type\": \"person\", \"parts\": [{\"id\": "
       "\"d/b\", \"label\": \"B\", \"type\": \"robot\"}]}]}",
       "g.json:1:*: 'robot' is no type*"},
      {"{\"actors\": [{\"id\": \"d/a\", \"label\": \"A\", \"type\": \"person\", \"parts\": [{\"id\": "
       "\"d/b\", \"label\": \"B\", \"type\": \"person\", \"document\": \"z\"}]}]}",
       "g.json:1:*: there is no document 'z'"},
      {"{\"actors\": [{\"id\": \"d/a\", \"label\": \"A\", \"type\": \"person\", \"parts\": [{\"id\": \"b\", "
       "\"label\": \"B\", \"type\": \"person\"}, {\"id\": \"c\", \"label\": \"C\", "
       "\"type\": \"person\"}]}]}",
       "g.json:1:*: part of actor 'd/a': a second one of its document"},
      {"{\"actors\": [" ACTOR
       ", {\"id\": \"d/a\", \"label\": \"A\", \"type\": \"person\", \"parts\": [{\"id\": \"a\", "
       "\"label\": \"A\", \"type\": \"person\"}]}]}",
       "g.json:1:*: part of actor 'd/a': its id 'a' is missing or another actor's"},
      {"{\"actors\": [{\"id\": \"a\", \"label\": \"A\", \"type\": \"person\", \"aliases\": [1]}]}",
       "*a string should*"},
      {"{\"actors\": [{\"id\": \"a\", \"label\": \"A\", \"type\": \"person\", \"spans\": [{\"document\": "
       "\"x\"}]}]}",
       "*there is no document 'x'"},
      {"{\"documents\": [" DOCUMENT "], \"actors\": [{\"id\": \"a\", \"label\": \"A\", \"type\": \"person\", "
       "\"spans\": [{\"document\": \"d\", \"begin\": -1, \"end\": 2}]}]}",
       "*\"begin\" should be a count*"},
      {"{\"documents\": [" DOCUMENT "], \"actors\": [{\"id\": \"a\", \"label\": \"A\", \"type\": \"person\", "
       "\"spans\": [{\"document\": \"d\", \"begin\": 1.5, \"end\": 2}]}]}",
       "*\"begin\" should be a count*"},
      {"{\"documents\": [" DOCUMENT "], \"actors\": [{\"id\": \"a\", \"label\": \"A\", \"type\": \"person\", "
       "\"spans\":\n[{\"document\": \"d\", \"begin\": 1, \"end\": 2000}]}]}",
       "g.json:2:2: mention of actor 'a'*"},
      {"{\"documents\": [" DOCUMENT "], \"actors\": [{\"id\": \"a\", \"label\": \"A\", \"type\": \"person\", "
       "\"spans\": [{\"document\": \"d\", \"begin\": 9223372036854775807, \"end\": 99999999999999999999}]}]}",
       "g.json:*"},
      {"{\"actors\": [" ACTOR "], \"relations\": [{\"id\": \"r\", \"source\": \"a\", \"target\": \"b\"}]}",
       "*there is no actor 'b'"},
      {"{\"actors\": [" ACTOR
       "], \"relations\": [{\"id\": \"r\", \"source\": \"a\", \"target\": \"a\", \"class\": \"x\"}]}",
       "*'x' is no class"},
      {"{\"actors\": [" ACTOR "], \"relations\": [{\"id\": \"r\", \"source\": \"a\", \"target\": \"a\", "
       "\"class\": \"aid\", \"modality\": \"maybe\"}]}",
       "*'maybe' is no modality"},
      {"{\"actors\": [" ACTOR "], \"relations\": [{\"id\": \"r\", \"source\": \"a\", \"target\": \"a\", "
       "\"class\": \"aid\", \"confidence\": \"high\"}]}",
       "*\"confidence\" should be a number"},
      {"{\"actors\": [" ACTOR "], \"relations\": [{\"id\": \"r\", \"source\": \"a\", \"target\": \"a\", "
       "\"class\": \"aid\",\n\"confidence\": 7}]}",
       "g.json:2:15: *between 0 and 1"},
      {"{\"documents\": [" DOCUMENT "], \"actors\": [" ACTOR
       "], \"relations\": [{\"id\": \"r\", \"source\": \"a\", "
       "\"target\": \"a\", \"class\": \"aid\", \"evidence\": [{\"document\": \"d\", \"begin\": 0, \"end\": "
       "5, "
       "\"text\": \"Hallo\"}]}]}",
       "*not what begin and end cut out"},
      {"{\"actors\": [], \"run\": []}", "*\"run\" should be an object"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(KithGraph) graph = read_text(cases[i].text, &error);
    g_assert_null(graph);
    g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
    if (!g_pattern_match_simple(cases[i].message, error->message))
      g_test_message("%s: %s", cases[i].text, error->message), g_test_fail();
  }
}

static void
test_deep(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < 1000000; i++)
    g_string_append_c(text, '[');
  g_autoptr(KithGraph) graph = read_text(text->str, &error);
  g_assert_null(graph);
  g_assert_cmpstr(error->message, ==, "g.json:1:65: nested too deep");
}

/* Every prefix of a graph's file is refused: no crash, no silence. */
static void
test_truncated(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  g_autoptr(GString) whole = g_string_new(NULL);
  kith_graph_to_json(graph, whole);
  for (gsize n = 0; n + 1 < whole->len; n++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(KithGraph) part = kith_graph_from_json("g.json", whole->str, n, &error);
    g_assert_null(part);
    g_assert_nonnull(error);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/json/round", test_round);
  g_test_add_func("/json/shape", test_shape);
  g_test_add_func("/json/strings", test_strings);
  g_test_add_func("/json/lenient", test_lenient);
  g_test_add_func("/json/bad", test_bad);
  g_test_add_func("/json/deep", test_deep);
  g_test_add_func("/json/truncated", test_truncated);
  return g_test_run();
}
