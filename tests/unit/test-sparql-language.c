/* The language of questions: expressions, patterns, paths, aggregates, what is no query. The W3C's tests,
 * which are many more, are run by scripts/check-sparql. */
#include "config.h"

#include "base/error.h"
#include "rdf/formats.h"
#include "sparql/sparql.h"

#define PREFIX "PREFIX : <http://e.org/#> "

/* A triangle of people, a list, literals of all kinds, two named graphs. */
static const char data[] =
    "@prefix : <http://e.org/#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    ":a :knows :b ; :age 30 ; :name \"Ann\"@en, \"Anne\"@FR ; :born \"1991-02-03\"^^xsd:date .\n"
    ":b :knows :c ; :age 41.5 ; :name \"Bo\" ; :seen \"2021-10-08T12:30:45.5+02:00\"^^xsd:dateTime .\n"
    ":c :knows :a, _:x ; :age 1e2 ; :old true ; :code \"x\"^^:own . _:x :name \"Nobody\" .\n"
    ":one { :a :likes :c } :two { :a :likes :c . :b :likes :b }\n";

static KithStatements *
statements_new(void)
{
  g_autoptr(GError) error = NULL;
  KithStatements *statements =
      kith_statements_read("d.trig", data, strlen(data), kith_rdf_format("trig"), &error);
  g_assert_no_error(error);
  kith_statements_sort(statements);
  return statements;
}

typedef struct {
  const char *query, *answer; /* TSV without its first line, '|' for tab and ';' between lines */
} Case;

/* Asks a query; the answer as a case has it, or the error's words. Owned by the caller. */
static char *
ask(const KithStatements *statements, const char *query, KithDefaultGraph graph)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_strconcat(PREFIX, query, NULL);
  g_autoptr(KithAnswer) answer = kith_sparql_query(statements, text, graph, &error);
  g_autoptr(GString) out = g_string_new(NULL);
  if (answer == NULL)
    return g_strdup(error->message);
  if (answer->kind == KITH_ANSWER_GRAPH)
    g_assert_true(kith_answer_to_turtle(answer, out, NULL));
  else
    kith_answer_to_tsv(answer, out);
  if (answer->kind == KITH_ANSWER_ROWS)
    g_string_erase(out, 0, strchr(out->str, '\n') + 1 - out->str);
  g_string_replace(out, "http://e.org/#", "", 0);
  g_string_replace(out, "http://www.w3.org/2001/XMLSchema#", "xsd:", 0);
  g_string_replace(out, "\"true\"^^<xsd:boolean>", "true", 0);
  g_string_replace(out, "\"false\"^^<xsd:boolean>", "false", 0);
  g_strdelimit(out->str, "\t", '|');
  g_strdelimit(g_strchomp(out->str), "\n", ';');
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static void
check(const Case *cases, gsize n, KithDefaultGraph graph)
{
  g_autoptr(KithStatements) statements = statements_new();
  for (gsize i = 0; i < n; i++) {
    g_autofree char *answer = ask(statements, cases[i].query, graph);
    if (strcmp(answer, cases[i].answer) != 0)
      g_test_message("%s\n  %s\nnot %s", cases[i].query, answer, cases[i].answer), g_test_fail();
  }
}

/* Values of expressions; "" is an error. */
static void
test_expressions(void)
{
  static const Case cases[] = {
      {"1 + 2 * 3", "7"},
      {"7 - 2 - 1", "4"},
      {"-(2)", "-2"},
      {"1 / 4", "0.25"},
      {"1 / 0", ""},
      {"1e0 / 0", "\"INF\"^^<xsd:double>"},
      {"1.5 + 1", "2.5"},
      {"0.1 + 0.2", "0.3"},
      {"2e0 * 3", "\"6.0E0\"^^<xsd:double>"},
      {"9223372036854775807 + 1", ""},
      {"1 = 1.0", "true"},
      {"\"a\" = \"a\"@en", "false"},
      {"\"x\"@en = \"x\"@EN", "true"},
      {"\"1\" = 1", "false"},
      {"\"x\"^^:own = \"y\"^^:own", ""},
      {":a = :b", "false"},
      {":a < :b", ""},
      {"\"a\" < \"b\"", "true"},
      {"\"2021-01-01T00:00:00Z\"^^xsd:dateTime < \"2021-01-01T00:00:00-01:00\"^^xsd:dateTime", "true"},
      {"2 IN (1, 2.0, 1/0)", "true"},
      {"3 IN (1, 1/0)", ""},
      {"3 NOT IN (1, 2)", "true"},
      {"true || 1/0", "true"},
      {"false || 1/0", ""},
      {"false && 1/0", "false"},
      {"!\"\"", "true"},
      {"!\"no\"^^xsd:integer", "true"},
      {"!:a", ""},
      {"IF(1 < 2, \"yes\", 1/0)", "\"yes\""},
      {"COALESCE(1/0, ?none, 3)", "3"},
      {"BOUND(?none)", "false"},
      {"STR(:a)", "\"a\""},
      {"LANG(\"a\"@en-GB)", "\"en-GB\""},
      {"LANG(1)", "\"\""},
      {"LANG(:a)", ""},
      {"LANGMATCHES(\"en-GB\", \"EN\")", "true"},
      {"LANGMATCHES(\"enx\", \"en\")", "false"},
      {"DATATYPE(1.5)", "<xsd:decimal>"},
      {"DATATYPE(\"a\"@en)", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>"},
      {"isNumeric(\"1\"^^xsd:int)", "true"},
      {"isNumeric(\"x\"^^xsd:int)", "false"},
      {"IRI(\"http://e.org/#q\")", "<q>"},
      {"STRLANG(\"a\", \"de\")", "\"a\"@de"},
      {"STRDT(\"5\", xsd:integer) + 1", "6"},
      {"ABS(-2)", "2"},
      {"ROUND(2.5)", "3.0"},
      {"ROUND(-2.5)", "-2.0"},
      {"CEIL(-0.5)", "0.0"},
      {"FLOOR(-0.5)", "-1.0"},
      {"CONCAT(\"a\"@en, \"b\"@en)", "\"ab\"@en"},
      {"CONCAT(\"a\"@en, \"b\")", "\"ab\""},
      {"SUBSTR(\"żółw\", 2, 2)", "\"ół\""},
      {"SUBSTR(\"abc\", 0, 2)", "\"a\""},
      {"SUBSTR(\"abc\"@en, 9)", "\"\"@en"},
      {"STRLEN(\"żółw\")", "4"},
      {"UCASE(\"żó\"@pl)", "\"ŻÓ\"@pl"},
      {"ENCODE_FOR_URI(\"a b/é~\")", "\"a%20b%2F%C3%A9~\""},
      {"CONTAINS(\"abc\"@en, \"b\")", "true"},
      {"CONTAINS(\"abc\", \"b\"@en)", ""},
      {"STRBEFORE(\"abc\"@en, \"c\")", "\"ab\"@en"},
      {"STRAFTER(\"abc\", \"x\")", "\"\""},
      {"STRAFTER(\"abc\", \"\")", "\"abc\""},
      {"REGEX(\"Harbour\", \"^h.r\", \"i\")", "true"},
      {"REGEX(\"a.c\", \"a.c\", \"q\")", "true"},
      {"REGEX(\"abc\", \"a.c\", \"q\")", "false"},
      {"REGEX(\"a\", \"(\")", ""},
      {"REGEX(\"a\", \"a\", \"k\")", ""},
      {"REPLACE(\"abcd\", \"b(.)\", \"<$1\\\\$>\")", "\"a<c$>d\""},
      {"REPLACE(\"abc\", \"x*\", \"-\")", ""},
      {"MD5(\"abc\")", "\"900150983cd24fb0d6963f7d28e17f72\""},
      {"YEAR(\"1991-02-03\"^^xsd:date)", "1991"},
      {"MONTH(\"-0044-03-15\"^^xsd:date)", "3"},
      {"SECONDS(\"2021-10-08T12:30:45.5+02:00\"^^xsd:dateTime)", "45.5"},
      {"TZ(\"2021-10-08T12:30:45.5+02:00\"^^xsd:dateTime)", "\"+02:00\""},
      {"TIMEZONE(\"2021-10-08T12:30:45-02:30\"^^xsd:dateTime)", "\"-PT2H30M\"^^<xsd:dayTimeDuration>"},
      {"DAY(\"2021-13-08\"^^xsd:date)", ""},
      {"DATATYPE(NOW())", "<xsd:dateTime>"},
      {"STRLEN(STRUUID())", "36"},
      {"RAND() < 1", "true"},
      {"BNODE(\"a\") = BNODE(\"a\")", "true"},
      {"BNODE(\"a\") = BNODE(\"b\")", "false"},
      {"xsd:integer(\" 12 \")", "12"},
      {"xsd:integer(2.9)", "2"},
      {"xsd:integer(\"2.9\")", ""},
      {"xsd:boolean(\"0\")", "false"},
      {"xsd:double(\"1e400\") > 1", "true"},
      {"xsd:string(1)", "\"1\""},
      {"xsd:date(\"2021-10-08T12:30:45Z\"^^xsd:dateTime)", "\"2021-10-08Z\"^^<xsd:date>"},
      {"xsd:dateTime(\"2021-10-08Z\"^^xsd:date)", "\"2021-10-08T00:00:00Z\"^^<xsd:dateTime>"},
      {":unheard(1)", ""},
      {"\"\\u00e9\\t\"", "\"é\\t\""},
  };
  g_autoptr(KithStatements) statements = statements_new();
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *query = g_strdup_printf("SELECT (%s AS ?x) {}", cases[i].query);
    g_autofree char *answer = ask(statements, query, KITH_DEFAULT_UNION);
    if (strcmp(answer, cases[i].answer) != 0)
      g_test_message("%s: %s, not %s", cases[i].query, answer, cases[i].answer), g_test_fail();
  }
}

static void
test_patterns(void)
{
  static const Case cases[] = {
      {"SELECT ?x {?x :knows ?x}", ""},
      {"SELECT ?x {?x :likes ?x}", "<b>"},
      {"SELECT ?p ?o {:c ?p ?o FILTER(isLiteral(?o))} ORDER BY ?p",
       "<age>|\"1e2\"^^<xsd:double>;<code>|\"x\"^^<own>;<old>|true"},
      {"SELECT ?x {?x :name \"anne\"}", ""},
      {"SELECT ?x {?x :name \"Anne\"@fr}", "<a>"},
      {"SELECT ?x ?n {?x :knows ?y OPTIONAL {?y :name ?n FILTER(LANG(?n) = \"en\")} FILTER(?x != :b)} "
       "ORDER BY ?x ?n",
       "<a>|;<c>|;<c>|\"Ann\"@en"},
      {"SELECT ?x ?b {?x :age ?a OPTIONAL {{?x :born ?b FILTER(BOUND(?a))}}} ORDER BY ?x", "<a>|;<b>|;<c>|"},
      {"SELECT ?x {?x :age ?a MINUS {?x :born ?b}} ORDER BY ?x", "<b>;<c>"},
      {"SELECT ?x {?x :age ?a MINUS {?y :born ?b}} ORDER BY ?x", "<a>;<b>;<c>"},
      {"SELECT ?x {?x :age ?a FILTER NOT EXISTS {?x :born ?b FILTER(?a = 30)}} ORDER BY ?x", "<b>;<c>"},
      {"SELECT ?x {?x :age ?a FILTER EXISTS {?x :knows ?y MINUS {?x :old ?z}}} ORDER BY ?x", "<a>;<b>;<c>"},
      {"SELECT ?x {{?x :born ?b} UNION {?x :old ?o} UNION {?x :born ?c}}", "<a>;<c>;<a>"},
      {"SELECT ?x ?y {VALUES (?p ?y) {(:knows :b) (UNDEF :c)} ?x ?p ?y} ORDER BY ?x ?y",
       "<a>|<b>;<a>|<c>;<b>|<c>"},
      {"SELECT ?x ?y {?x :knows ?y VALUES (?x ?y) {(:a UNDEF) (UNDEF :c)}} ORDER BY ?x", "<a>|<b>;<b>|<c>"},
      {"SELECT ?x ?p {VALUES ?p {:old :born} ?x ?p ?y} ORDER BY ?x", "<a>|<born>;<c>|<old>"},
      {"SELECT ?x ?y {?x :age ?a BIND(?a * 2 AS ?y) FILTER(?y < 80)}", "<a>|60"},
      {"SELECT ?y {:a :age ?a {BIND(?a AS ?y)}}", ""},
      {"SELECT ?x ?n {?x :born ?d {SELECT ?x (COUNT(*) AS ?n) {?x :name ?a} GROUP BY ?x}}", "<a>|2"},
      {"SELECT ?g ?x {GRAPH ?g {?x :likes ?y}} ORDER BY ?g ?x", "<one>|<a>;<two>|<a>;<two>|<b>"},
      {"SELECT ?x {GRAPH :two {?x :likes :c}}", "<a>"},
      {"SELECT ?x {GRAPH :none {?x :likes :c}}", ""},
      {"SELECT ?x {GRAPH ?g {?x :likes :c OPTIONAL {?x :knows ?k}}}", "<a>;<a>"},
      {"SELECT ?x ?y {?x :likes ?y} ORDER BY ?x", "<a>|<c>;<b>|<b>"},
      {"SELECT ?x FROM :one {?x :likes ?y}", "<a>"},
      {"SELECT ?g FROM NAMED :two {GRAPH ?g {:a :likes ?y}}", "<two>"},
      {"SELECT ?x FROM NAMED :two {?x :likes ?y}", ""},
      {"SELECT ?y {[ :old true ] :knows ?y FILTER(isIRI(?y))}", "<a>"},
      {"SELECT (COUNT(*) AS ?n) {?x :knows ?y . ?z :age ?w}", "12"},
      {"SELECT DISTINCT ?p {?s ?p ?o} ORDER BY ?p LIMIT 2 OFFSET 1", "<born>;<code>"},
      {"SELECT * {:b :knows ?y ; :name ?n . _:q :old ?z}", "<c>|\"Bo\"|true"},
      {"ASK {:a :knows/:knows/:knows :a}", "true"},
      {"ASK FROM :one {:b ?p ?o}", "false"},
      {"SELECT ?x {SERVICE SILENT <http://e.org/> {?x ?y ?z}}", ""},
  };
  check(cases, G_N_ELEMENTS(cases), KITH_DEFAULT_UNION);
  static const Case own[] = {
      {"SELECT ?x {?x :likes ?y}", ""},
      {"SELECT ?x {?x :old ?y GRAPH ?g {?z :likes ?x}}", "<c>;<c>"},
  };
  check(own, G_N_ELEMENTS(own), KITH_DEFAULT_OWN);
}

static void
test_paths(void)
{
  static const Case cases[] = {
      {"SELECT ?y {:a :knows+ ?y FILTER(isIRI(?y))} ORDER BY ?y", "<a>;<b>;<c>"},
      {"SELECT ?y {:a :knows* ?y FILTER(isIRI(?y))} ORDER BY ?y", "<a>;<b>;<c>"},
      {"SELECT ?y {:a :knows? ?y} ORDER BY ?y", "<a>;<b>"},
      {"SELECT ?x {?x :knows+ :b} ORDER BY ?x", "<a>;<b>;<c>"},
      {"SELECT ?y {:nobody :knows* ?y}", "<nobody>"},
      {"SELECT ?y {:b ^:knows ?y}", "<a>"},
      {"SELECT ?y {:a :knows/^:knows ?y}", "<a>"},
      {"SELECT ?y {:a (:knows|:likes) ?y} ORDER BY ?y", "<b>;<c>"},
      {"SELECT ?y {:a (:knows|:likes)/:old ?y}", "true"},
      {"SELECT ?y {:a (:knows/:knows)* ?y FILTER(isIRI(?y))} ORDER BY ?y", "<a>;<b>;<c>"},
      {"SELECT ?y {:b !(:knows|:name|:age|:seen) ?y}", "<b>"},
      {"SELECT ?y {:b !(^:likes) ?y}", "<a>"},
      {"SELECT ?y {:a ^(:knows|^:likes) ?y} ORDER BY ?y", "<c>;<c>"},
      {"SELECT (COUNT(*) AS ?n) {?x :knows* ?y FILTER(isIRI(?x) && isIRI(?y) && EXISTS {?x :age ?a})}", "9"},
      {"ASK {:a :knows+ :a}", "true"},
  };
  check(cases, G_N_ELEMENTS(cases), KITH_DEFAULT_UNION);
}

static void
test_aggregates(void)
{
  static const Case cases[] = {
      {"SELECT (COUNT(*) AS ?n) (SUM(?a) AS ?s) (AVG(?a) AS ?m) {?x :age ?a}",
       "3|\"1.715E2\"^^<xsd:double>|\"5.7166666666666664E1\"^^<xsd:double>"},
      {"SELECT (MIN(?a) AS ?n) (MAX(?a) AS ?m) {?x :age ?a}", "30|\"1e2\"^^<xsd:double>"},
      {"SELECT (SUM(?a) AS ?s) (COUNT(?a) AS ?n) {?x :name|:age ?a}", "|7"},
      {"SELECT (COUNT(DISTINCT ?y) AS ?n) {?x :knows|:likes ?y}", "4"},
      {"SELECT (COUNT(DISTINCT *) AS ?n) {{:a :age ?y} UNION {:a :age ?y}}", "1"},
      {"SELECT ?x (COUNT(?y) AS ?n) {?x :knows ?y} GROUP BY ?x HAVING (COUNT(?y) > 1)", "<c>|2"},
      {"SELECT ?x {?x :knows ?y} GROUP BY ?x ORDER BY DESC(COUNT(?y)) ?x", "<c>;<a>;<b>"},
      {"SELECT ?l (GROUP_CONCAT(?n; SEPARATOR=\", \") AS ?s) {?x :name ?n} GROUP BY (LANG(?n) AS ?l) ORDER "
       "BY ?l",
       "\"\"|\"Bo, Nobody\";\"FR\"|\"Anne\";\"en\"|\"Ann\""},
      {"SELECT (COUNT(*) AS ?n) {?x :none ?y}", "0"},
      {"SELECT ?x (COUNT(*) AS ?n) {?x :none ?y} GROUP BY ?x", ""},
      {"SELECT (SAMPLE(?y) + 1 AS ?z) {:a :age ?y}", "31"},
      {"SELECT (AVG(?y) AS ?z) {:a :none ?y}", "0"},
  };
  check(cases, G_N_ELEMENTS(cases), KITH_DEFAULT_UNION);
}

static void
test_graphs(void)
{
  g_autoptr(KithStatements) statements = statements_new();
  static const struct {
    const char *query, *part, *other;
  } cases[] = {
      {"CONSTRUCT {?y :known ?x} WHERE {?x :knows ?y FILTER(isIRI(?y))}", "<known> <b>", "_:"},
      {"CONSTRUCT {[] :of ?x ; ?b \"no\"} WHERE {?x :born ?b}", "<of> <a>", "no"},
      {"CONSTRUCT WHERE {:a :age ?x}", "30", "knows"},
      {"DESCRIBE :c", "\"Nobody\"", "Ann"},
      {"DESCRIBE ?x {?x :born ?y}", "\"Ann\"@en", "Bo"},
      {"DESCRIBE * {?x :born ?y}", "\"Ann\"@en", "Bo"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *answer = ask(statements, cases[i].query, KITH_DEFAULT_UNION);
    g_strdelimit(answer, "\n\t", ' ');
    if (!strstr(answer, cases[i].part) || strstr(answer, cases[i].other))
      g_test_message("%s\n%s", cases[i].query, answer), g_test_fail();
  }
}

/* What is no query, and where it is wrong; bytes are counted from behind the prefix. */
static void
test_bad(void)
{
  static const Case cases[] = {
      {"", "should be SELECT*"},
      {"DROP ALL", "should be SELECT*"},
      {"SELECT {?x ?y ?z}", ": '\\*' or a variable*"},
      {"SELECT ?x {?x :p }", ": a term should be here"},
      {"SELECT ?x {?x :p ?y", ": '}' should be here"},
      {"SELECT ?x {?x foo:p ?y}", ": the prefix 'foo:' is not declared"},
      {"SELECT ?x {?x :p ?y} LIMIT -1", ": a count*"},
      {"SELECT ?x {?x :p ?y} then", ": the query should end here"},
      {"SELECT ?x {?x :p \"a\\q\"}", ": an escape*"},
      {"SELECT ?x {?x :p \"a}", ": this cannot be read"},
      {"SELECT ?x {?x :p ?y BIND(1 AS ?y)}", ": '?y' has a value already"},
      {"SELECT (1 AS ?x) {?x :p ?y}", ": ?x has a value already"},
      {"SELECT ?x (COUNT(*) AS ?n) {?x :p ?y}", ": ?x is neither a key*"},
      {"SELECT * {?x :p ?y} GROUP BY ?x", ": '\\*' does not go*"},
      {"SELECT ?x {?x :p ?y FILTER(COUNT(?y) > 1)}", ": there can be no COUNT here"},
      {"SELECT (SUM(COUNT(?x)) AS ?n) {?x :p ?y}", ": there can be no COUNT here"},
      {"SELECT ?x {_:a :p ?x OPTIONAL {_:a :q ?y}}", ": the blank node '_:a'*"},
      {"SELECT (STRLEN(1, 2) AS ?n) {}", ": STRLEN does not take 2 arguments"},
      {"SELECT ?x {?x :p ?y FILTER(BOUND(1))}", ": BOUND takes a variable"},
      {"CONSTRUCT {?x :p/:q ?y} WHERE {?x :p ?y}", ": *should be here"},
      {"SELECT ?x {VALUES (?x ?y) {(1)}}", ": a term should be here"},
  };
  g_autoptr(KithStatements) statements = statements_new();
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *answer = ask(statements, cases[i].query, KITH_DEFAULT_UNION);
    const char *what = answer + strlen("query: at byte ");
    what = g_str_has_prefix(answer, "query: at byte ") ? what + strspn(what, "0123456789") : answer;
    g_autofree char *plain = g_strdelimit(g_strdup(what), "*", '\\');
    g_autofree char *pattern = g_strconcat(*cases[i].answer == ':' ? "" : " ", cases[i].answer, NULL);
    g_autoptr(GString) wanted = g_string_new(pattern);
    g_string_replace(wanted, "\\*", "\\", 0);
    if (!g_pattern_match_simple(wanted->str, plain))
      g_test_message("%s\n%s", cases[i].query, answer), g_test_fail();
  }
}

/* Texts that are made to hurt end with a message. */
static void
test_hostile(void)
{
  g_autoptr(KithStatements) statements = statements_new();
  static const char *const pieces[] = {"{",    "(",     "!",   "[ :p ",    "SELECT ?x {",
                                       "1 + ", ":p / ", "\\u", "{} UNION "};
  static const char *const starts[] = {"ASK ",        "ASK {FILTER ", "ASK {FILTER(",
                                       "ASK {?x :p ", "SELECT * {",   "ASK {FILTER(",
                                       "ASK {?x ",    "ASK {",        "ASK {"};
  for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
    g_autoptr(GString) query = g_string_new(starts[i]);
    for (gsize k = 0; k < 50000; k++)
      g_string_append(query, pieces[i]);
    g_autofree char *answer = ask(statements, query->str, KITH_DEFAULT_UNION);
    if (!g_str_has_prefix(answer, "query: "))
      g_test_message("%s: %.100s", pieces[i], answer), g_test_fail();
  }
  g_autoptr(GString) product = g_string_new("ASK {");
  for (gsize k = 0; k < 12; k++)
    g_string_append_printf(product, "?a%zu ?b%zu ?c%zu . ", k, k, k);
  g_string_append_c(product, '}');
  g_autofree char *answer = ask(statements, product->str, KITH_DEFAULT_UNION);
  g_assert_cmpstr(answer, ==, "query: it has more solutions on the way than there is room for");
  g_autofree char *service = ask(statements, "ASK {SERVICE :x {?a ?b ?c}}", KITH_DEFAULT_UNION);
  g_assert_cmpstr(service, ==, "query: SERVICE: no other store is asked");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/sparql/expressions", test_expressions);
  g_test_add_func("/sparql/patterns", test_patterns);
  g_test_add_func("/sparql/paths", test_paths);
  g_test_add_func("/sparql/aggregates", test_aggregates);
  g_test_add_func("/sparql/graphs", test_graphs);
  g_test_add_func("/sparql/language/bad", test_bad);
  g_test_add_func("/sparql/language/hostile", test_hostile);
  return g_test_run();
}
