#include "config.h"

#include "base/error.h"
#include "rdf/dataset.h"
#include "rdf/describe.h"
#include "rdf/formats.h"
#include "rdf/rdf.h"
#include "sparql/sparql.h"
#include "sample-graph.h"

static KithAnswer *
ask(const KithStatements *statements, const char *query, GError **error)
{
  return kith_sparql_query(statements, query, KITH_DEFAULT_UNION, error);
}

static KithStatements *
sample_statements(void)
{
  g_autoptr(KithGraph) graph = sample_graph();
  return kith_dataset_of(graph);
}

static void
test_select(void)
{
  static const struct {
    const char *query, *csv;
  } cases[] = {
      {"SELECT ?l {?a a kith:Person; rdfs:label ?l} ORDER BY ?l",
       "l\r\nAda Verne\r\n\"Bo \"\"Żółw\"\" Lind\"\r\n"},
      {"SELECT (COUNT(*) AS ?n) {?s ?p ?o}", "n\r\n146\r\n"},
      {"SELECT ?g (COUNT(?r) AS ?n) {GRAPH ?g {?r a kith:Relation}} GROUP BY ?g",
       "g,n\r\nurn:kith:talks-0123abcd,4\r\n"},
      {"SELECT ?b ?u {?a kith:consult ?b FILTER(STRENDS(STR(?a), \"verne\")) OPTIONAL {?b kith:countryCode "
       "?u}}",
       "b,u\r\nurn:kith:talks-0123abcd/bo-%22żółw%22-lind,\r\n"},
      {"SELECT ?x (COUNT(?r) AS ?n) {?r kith:source|kith:target ?x} GROUP BY ?x ORDER BY DESC(?n) ?x LIMIT 1",
       "x,n\r\nurn:kith:talks-0123abcd/norland,3\r\n"},
      {"SELECT ?x {?x a kith:Nobody; kith:nothing ?y}", "x\r\n"},
      {"SELECT ?l {?r kith:polarity kith:Negative; rdfs:label ?l MINUS {?r kith:modality kith:Planned}}",
       "l\r\ndid not attack\r\n"},
      {"SELECT ?l {?r a kith:Relation; rdfs:label ?l FILTER NOT EXISTS {?r a sem:Event} FILTER EXISTS {?r "
       "kith:attributedTo ?w}}",
       "l\r\nmay help\r\n"},
      {"SELECT ?i {?s nif:beginIndex ?i FILTER(?i > 100)} ORDER BY ?i", "i\r\n110\r\n121\r\n"},
      {"SELECT (AVG(?c) AS ?a) {?r kith:confidence ?c}", "a\r\n0.8125\r\n"},
  };
  g_autoptr(KithStatements) statements = sample_statements();
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(KithAnswer) answer = ask(statements, cases[i].query, &error);
    g_assert_no_error(error);
    g_autoptr(GString) csv = g_string_new(NULL);
    kith_answer_to_csv(answer, csv);
    if (strcmp(csv->str, cases[i].csv) != 0)
      g_test_message("%s\n%s", cases[i].query, csv->str), g_test_fail();
  }
}

static void
test_ask_and_graphs(void)
{
  g_autoptr(KithStatements) statements = sample_statements();
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(KithAnswer) yes = ask(statements, "ASK {?s ?p kith:Negative}", &error);
  g_autoptr(KithAnswer) no = ask(statements, "ASK {?s kith:polarity kith:Positive; kith:lemma 'x'}", &error);
  g_assert_no_error(error);
  g_assert_true(yes->truth);
  g_assert_false(no->truth);
  kith_answer_to_json(yes, out);
  kith_answer_to_csv(no, out);
  kith_answer_to_tsv(no, out);
  g_assert_cmpstr(out->str, ==, "{\"head\": {}, \"boolean\": true}\nfalse\r\nfalse\n");
  g_autoptr(KithAnswer) made =
      ask(statements, "CONSTRUCT {?b kith:knows ?a; kith:since 'x'} WHERE {?a kith:role ?b}", &error);
  g_autoptr(KithAnswer) about = ask(statements, "DESCRIBE <urn:kith:talks-0123abcd/sudland>", &error);
  g_assert_no_error(error);
  g_string_truncate(out, 0);
  g_assert_true(kith_answer_to_turtle(made, out, &error));
  g_assert_nonnull(strstr(out->str, "kith:knows <urn:kith:talks-0123abcd/ada-verne>"));
  g_assert_nonnull(strstr(out->str, "kith:since \"x\""));
  g_string_truncate(out, 0);
  g_assert_true(kith_answer_to_turtle(about, out, &error));
  g_assert_nonnull(strstr(out->str, "rdfs:label \"Sudland\""));
  g_assert_null(strstr(out->str, "Norland"));
}

static void
test_answers(void)
{
  g_autoptr(KithStatements) statements = sample_statements();
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) json = g_string_new(NULL), tsv = g_string_new(NULL);
  g_autoptr(KithAnswer) answer =
      ask(statements,
          "SELECT ?c ?d ?l ?n {?r kith:lemma ?n; kith:confidence ?c; sem:hasTime/sem:hasBeginTimeStamp ?d "
          "OPTIONAL {?r kith:attributedTo ?l}}",
          &error);
  g_assert_no_error(error);
  kith_answer_to_json(answer, json);
  kith_answer_to_tsv(answer, tsv);
  g_assert_cmpstr(json->str, ==,
                  "{\"head\": {\"vars\": [\"c\", \"d\", \"l\", \"n\"]},\n \"results\": {\"bindings\": [\n"
                  "  {\"c\": {\"type\": \"literal\", \"value\": \"0.75\", \"datatype\": "
                  "\"http://www.w3.org/2001/XMLSchema#decimal\"}, \"d\": {\"type\": \"literal\", \"value\": "
                  "\"2021-10-08\", \"datatype\": \"http://www.w3.org/2001/XMLSchema#date\"}, "
                  "\"n\": {\"type\": \"literal\", \"value\": \"meet\"}}]}}\n");
  g_assert_cmpstr(
      tsv->str, ==,
      "?c\t?d\t?l\t?n\n0.75\t\"2021-10-08\"^^<http://www.w3.org/2001/XMLSchema#date>\t\t\"meet\"\n");
}

static void
test_query_bad(void)
{
  g_autoptr(KithStatements) statements = sample_statements();
  static const char *const queries[] = {"SELECT ?a {?a", "SELECT ?a {?a kith:b }", "SELECT ?a {?a kith:b ?c",
                                        "SELECT \xff {?a ?b ?c}"};
  for (gsize i = 0; i < G_N_ELEMENTS(queries); i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(KithAnswer) answer = ask(statements, queries[i], &error);
    g_assert_null(answer);
    g_assert_error(error, KITH_ERROR, KITH_ERROR_USAGE);
    g_assert_true(g_str_has_prefix(error->message, "query: "));
  }
}

/* What is in no vocabulary of kith's can be asked too: all kinds of literals, blank nodes, labels twice. */
static void
test_foreign(void)
{
  static const char text[] =
      "@prefix : <http://e.org/#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
      ":a :n 1, 2 ; :m 1.5, 2 ; :x true ; :y \"1\", :b ; :z [ :n 7 ] ; rdfs:label \"A\"@en, \"B\" ; a :T, "
      "rdfs:Class ;\n"
      "  :t \"q\\\"\\n\\t\\\\\" .\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(KithStatements) statements = kith_dataset_read("f.ttl", text, strlen(text), &error);
  g_assert_no_error(error);
  g_autoptr(KithAnswer) answer =
      ask(statements,
          "PREFIX : <http://e.org/#> SELECT (SUM(?n) AS ?s) (COUNT(DISTINCT ?l) AS ?k) (MAX(?m) AS ?o) "
          "{?a :n ?n; :m ?m; rdfs:label ?l; a rdfs:Class; :z/:n 7; :t ?t FILTER(CONTAINS(?t, '\"\\n'))}",
          &error);
  g_assert_no_error(error);
  g_autoptr(GString) csv = g_string_new(NULL);
  kith_answer_to_csv(answer, csv);
  g_assert_cmpstr(csv->str, ==, "s,k,o\r\n12,2,2\r\n");
}

/* data/kith.ttl says what every word of kith's own vocabulary is. */
static void
test_ontology(void)
{
  g_autofree char *path = g_build_filename(g_getenv("KITH_DATA"), "kith.ttl", NULL), *text = NULL;
  gsize length;
  g_autoptr(GError) error = NULL;
  g_assert_true(g_file_get_contents(path, &text, &length, &error));
  g_autoptr(KithStatements) all = kith_statements_read(path, text, length, NULL, &error);
  g_assert_no_error(error);
  g_autoptr(GHashTable) labelled = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < all->list->len; i++)
    if (g_str_has_suffix(kith_statement(all, i)->predicate->value, "#comment"))
      g_hash_table_add(labelled, (gpointer)kith_statement(all, i)->subject->value);
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  for (int i = 0; i < KITH_N_VOCABULARY; i++)
    if (g_str_has_prefix(kith_iri((KithVocabulary)i), KITH_NS))
      g_ptr_array_add(words, (gpointer)kith_iri((KithVocabulary)i));
  for (int i = 0; i < KITH_N_CLASSES; i++) {
    g_ptr_array_add(words, (gpointer)kith_term_class((KithClass)i)->value);
    g_ptr_array_add(words, (gpointer)kith_term_edge((KithClass)i)->value);
  }
  for (int i = 0; i < KITH_N_ACTOR_TYPES; i++)
    g_ptr_array_add(words, (gpointer)kith_term_actor_type((KithActorType)i)->value);
  for (int i = 0; i < KITH_N_POLARITIES; i++)
    g_ptr_array_add(words, (gpointer)kith_term_polarity((KithPolarity)i)->value);
  for (int i = 0; i < KITH_N_MODALITIES; i++)
    g_ptr_array_add(words, (gpointer)kith_term_modality((KithModality)i)->value);
  for (guint i = 0; i < words->len; i++)
    if (!g_hash_table_contains(labelled, words->pdata[i]))
      g_test_message("not in kith.ttl: %s", (char *)words->pdata[i]), g_test_fail();
  g_assert_cmpstr(kith_term_class(KITH_CLASS_LOCATED_IN)->value, ==, KITH_NS "LocatedIn");
  g_assert_cmpstr(kith_term_edge(KITH_CLASS_LOCATED_IN)->value, ==, KITH_NS "locatedIn");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/sparql/select", test_select);
  g_test_add_func("/sparql/ask", test_ask_and_graphs);
  g_test_add_func("/sparql/answers", test_answers);
  g_test_add_func("/sparql/bad", test_query_bad);
  g_test_add_func("/sparql/foreign", test_foreign);
  g_test_add_func("/sparql/ontology", test_ontology);
  return g_test_run();
}
