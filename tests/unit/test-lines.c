/* N-Triples and N-Quads: every rule of the grammar, bit by bit, and what is no statement; blank nodes. */
#include <string.h>

#include "base/error.h"
#include "rdf/lines.h"
#include "rdf/writer.h"

/* A text that is given out a few bytes at a time. */
typedef struct {
  const char *text;
  gsize left, piece;
} Drip;

static gssize
drip(gpointer data, char *into, gsize n, GError **error G_GNUC_UNUSED)
{
  Drip *from = (Drip *)data;
  gsize got = MIN(MIN(n, from->piece), from->left);
  memcpy(into, from->text, got);
  from->text += got;
  from->left -= got;
  return (gssize)got;
}

/* Reads text in pieces and writes it again in a format. Owned by the caller; NULL and an error. */
static char *
rewrite(const char *text, gsize piece, gboolean quads, const char *format, GError **error)
{
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(KithOutput) output = kith_output_new_in_memory(out);
  g_autoptr(KithWriter) writer = kith_writer_new(kith_rdf_format(format), output);
  KithSink sink = kith_writer_sink(writer);
  guint line;
  if (!kith_lines_read("f", quads, drip, &(Drip){text, strlen(text), piece}, &sink, &line, error) ||
      !kith_writer_end(writer, error))
    return NULL;
  return g_strdup(out->str);
}

static void
test_good(void)
{
  static const struct {
    const char *in, *out;
  } cases[] = {
      {"", ""},
      {"# only\n\n  \t# comments\r\n", ""},
      {"<x:a> <x:b> <x:c> .\n", "<x:a> <x:b> <x:c> .\n"},
      {"<x:a><x:b><x:c>.", "<x:a> <x:b> <x:c> .\n"},
      {"\t<x:a>  <x:b>\t\"c\"  .  # done\r\n_:a <x:b> _:c.d.", "<x:a> <x:b> \"c\" .\n_:a <x:b> _:c.d .\n"},
      {"<x:a> <x:b> _:c<x:g>.", "<x:a> <x:b> _:c <x:g> .\n"},
      {"<x:a> <x:b> \"c\"@en-GB<x:g>.", "<x:a> <x:b> \"c\"@en-GB <x:g> .\n"},
      {"<x:a> <x:b> \"c\"@en.", "<x:a> <x:b> \"c\"@en .\n"},
      {"<x:a> <x:b> \"\" .\r<x:a> <x:b> \"\"^^<x:t> .", "<x:a> <x:b> \"\" .\n<x:a> <x:b> \"\"^^<x:t> .\n"},
      {"<x:a> <x:b> \"c\"^^<http://www.w3.org/2001/XMLSchema#string> .", "<x:a> <x:b> \"c\" .\n"},
      {"<x:\\u00E9> <x:b> \"\\t\\b\\n\\r\\f\\\"\\'\\\\\\u0041\\U0001F98A\\u0001\" .",
       "<x:é> <x:b> \"\\t\\b\\n\\r\\f\\\"'\\\\A🦊\\u0001\" .\n"},
      {"_:a <x:b> _:b .\n_:b <x:b> _:a .\n", "_:a <x:b> _:b .\n_:b <x:b> _:a .\n"},
      {"_:a:b <x:b> _:0-é .\n", "_:kith613a62 <x:b> _:0-é .\n"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    for (gsize piece = 1; piece < 100; piece += 9) {
      g_autoptr(GError) error = NULL;
      g_autofree char *out = rewrite(cases[i].in, piece, TRUE, "nquads", &error);
      g_assert_no_error(error);
      g_assert_cmpstr(out, ==, cases[i].out);
    }
}

static void
test_bad(void)
{
  static const char *const cases[][2] = {
      {"\n<x:a> <x:b> <x:c>", "f:2: the last line does not end in a dot: the file is cut off"},
      {"<x:a> <x:b> <x:c>\n", "f:1: a dot should*"},
      {"<x:a> <x:b>", "f:1: the file is cut off*"},
      {"<x:a> <x:b> \"c", "f:1: a text that does not end: the file is cut off"},
      {"<x:a> <x:b> \"c\n\" .", "f:1: a text that does not end on its line"},
      {"<x:a> <x:b> <x:c", "f:1: an IRI that does not end"},
      {"<x:a> <x:b> <x: c> .", "f:1: 'x: c' is no IRI"},
      {"<x:a> <x:b> <c> .", "f:1: 'c' is no IRI"},
      {"<x:a> <x:\\u0020> <x:c> .", "f:1: 'x: ' is no IRI"},
      {"\"a\" <x:b> <x:c> .", "f:1: a subject cannot be a text"},
      {"<x:a> _:b <x:c> .", "f:1: a predicate must be an IRI"},
      {"<x:a> <x:b> <x:c> <x:g> .", "f:1: a fourth term*"},
      {"<x:a> <x:b> <x:c> . <x:d> .", "f:1: an IRI, a blank node or a text should be here"},
      {"<x:a> <x:b> \"c\"@ .", "f:1: a language tag*"},
      {"<x:a> <x:b> \"c\"@1 .", "f:1: a language tag*"},
      {"<x:a> <x:b> \"\\x\" .", "f:1: an escape that is none"},
      {"<x:a> <x:b> \"\\uD800\" .", "f:1: an escape that is none"},
      {"<x:a> <x:b> \"\\u0000\" .", "f:1: U+0000*"},
      {"<x:a> <x:b> \"\\uFFFF\" .", "f:1: U+FFFE or*"},
      {"<x:a> <x:b> \"\xe9\" .", "f:1: this is not UTF-8 text"},
      {"<x:a> <x:b> _: .", "f:1: a blank node without a name"},
      {"a b c .", "f:1: an IRI, a blank node*"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    for (gsize piece = 1; piece < 100; piece += 9) {
      g_autoptr(GError) error = NULL;
      g_assert_null(rewrite(cases[i][0], piece, FALSE, "ntriples", &error));
      g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
      if (!g_pattern_match_simple(cases[i][1], error->message))
        g_test_message("%s", error->message), g_test_fail();
    }
}

/* A literal of more than 64 MiB, and one that never ends, are refused without being kept whole for long. */
static void
test_large(void)
{
  gsize size = (KITH_MAX_LITERAL + 1) * 1;
  g_autofree char *text = g_malloc(size + 32);
  memcpy(text, "<x:a> <x:b> \"", 13);
  memset(text + 13, 'x', size);
  memcpy(text + 13 + size, "\" .\n", 5);
  g_autoptr(GError) error = NULL;
  g_assert_null(rewrite(text, 1 << 20, FALSE, "ntriples", &error));
  g_assert_cmpstr(error->message, ==, "f:1: a text of more than 64 MiB");
}

/* The same in Turtle and RDF/XML, which Raptor reads; quotes in comments, IRIs and escapes open no text. */
static void
test_large_elsewhere(void)
{
  static const struct {
    const char *name, *begin, *end, *message;
  } cases[] = {
      {"f.ttl", "# it's \"\n<x:a'> <x:b> \"\"\"\"\\\"\n", "\"\"\" .\n",
       "f.ttl:2: a text of more than 64 MiB"},
      {"f.ttl", "<x:a> <x:b> '", "", "f.ttl:1: a text of more than 64 MiB"},
      {"f.rdf",
       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"x:\">\n"
       "<rdf:Description rdf:about=\"x:a\"><e:b>",
       "</e:b></rdf:Description></rdf:RDF>", "f.rdf:2: a text of more than 64 MiB"},
  };
  gsize size = KITH_MAX_LITERAL + (1 << 20);
  g_autofree char *filler = g_strnfill(size, 'x');
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *text = g_strconcat(cases[i].begin, filler, cases[i].end, NULL);
    g_autoptr(GError) error = NULL;
    g_assert_null(kith_statements_read(cases[i].name, text, strlen(text), NULL, &error));
    g_assert_cmpstr(error->message, ==, cases[i].message);
  }
}

/* Blank nodes without a name, and named as those might be, stay apart; a cycle survives in every format. */
static void
test_blank(void)
{
  static const char turtle[] = "_:kb1 <x:b> [ <x:b> _:kb1u ] .\n_:kb1u <x:b> _:kb1 . _:c <x:b> _:c .\n";
  for (const KithRdfFormat *format = kith_rdf_formats(); format->name; format++) {
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(KithOutput) output = kith_output_new_in_memory(out);
    kith_rdf_transcribe("f.ttl", turtle, strlen(turtle), format, output, &error);
    g_assert_no_error(error);
    g_autoptr(KithStatements) back = kith_statements_read("g", out->str, out->len, format, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(back->list->len, ==, 4);
    guint nodes = 0, loops = 0;
    GHashTableIter iter;
    gpointer term;
    for (g_hash_table_iter_init(&iter, back->terms); g_hash_table_iter_next(&iter, &term, NULL);)
      nodes += ((const KithTerm *)term)->kind == KITH_TERM_BLANK;
    for (guint i = 0; i < 4; i++)
      loops += kith_statement(back, i)->subject == kith_statement(back, i)->object;
    g_assert_cmpuint(nodes, ==, 4);
    g_assert_cmpuint(loops, ==, 1);
  }
}

/* What RDF has and kith's vocabulary has not goes through: languages, types, numbers as they are written. */
static void
test_literals(void)
{
  static const char lines[] =
      "<x:a> <x:b> \"\\r\\n\\t é\" .\n<x:a> <x:b> \"1\"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n"
      "<x:a> <x:b> \"1.0\"^^<http://www.w3.org/2001/XMLSchema#double> .\n"
      "<x:a> <x:b> \"chat\" .\n<x:a> <x:b> \"chat\"@en .\n<x:a> <x:b> \"chat\"@fr-be .\n"
      "<x:a> <x:b> \"true\"^^<x:type> .\n";
  for (const KithRdfFormat *format = kith_rdf_formats(); format->name; format++) {
    g_autoptr(GString) there = g_string_new(NULL), back = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(KithOutput) output = kith_output_new_in_memory(there),
                          output_back = kith_output_new_in_memory(back);
    kith_rdf_transcribe("f.nt", lines, strlen(lines), format, output, &error);
    g_assert_no_error(error);
    g_autoptr(KithStatements) read = kith_statements_read("g", there->str, there->len, format, &error);
    g_assert_no_error(error);
    kith_statements_sort(read);
    kith_statements_write(read, kith_rdf_format("ntriples"), output_back, &error);
    g_assert_cmpstr(back->str, ==, lines);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/lines/good", test_good);
  g_test_add_func("/lines/bad", test_bad);
  g_test_add_func("/lines/large", test_large);
  g_test_add_func("/lines/large-elsewhere", test_large_elsewhere);
  g_test_add_func("/lines/blank", test_blank);
  g_test_add_func("/lines/literals", test_literals);
  return g_test_run();
}
