/* CoNLL-U: what is read is written again, bad files name their line. */
#include <glib.h>
#include <string.h>

#include "base/error.h"
#include "syntax/conllu.h"

static const char good[] = "# newdoc id = x\n"
                           "# newpar\n"
                           "# sent_id = s-1\n"
                           "# text = Ann can't go.\n"
                           "1\tAnn\tAnn\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tNE=B-PER|Note=1\n"
                           "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                           "2\tca\tcan\tAUX\tMD\tVerbForm=Fin\t4\taux\t_\t_\n"
                           "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
                           "4\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
                           "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
                           "\n"
                           "# newpar\n"
                           "# sent_id = s-2\n"
                           "# text = Donate\n"
                           "1\tDonate\tdonate\tVERB\tVB\t_\t0\troot\t_\tBoilerplate=Yes\n"
                           "\n";

static KithDocument *
read_good(void)
{
  g_autoptr(GError) error = NULL;
  KithDocument *document = kith_conllu_read("good", good, strlen(good), &error);
  g_assert_no_error(error);
  return document;
}

static void
test_read(void)
{
  g_autoptr(KithDocument) document = read_good();
  g_assert_cmpstr(document->text, ==, "Ann can't go.\n\nDonate");
  g_assert_cmpuint(document->sentences->len, ==, 2);
  const KithSentence *first = kith_document_sentence(document, 0);
  const KithWord *words = kith_document_words(document, first);
  g_assert_cmpuint(first->n_words, ==, 5);
  g_assert_cmpstr(first->id, ==, "s-1");
  g_assert_cmpint(words[0].name, ==, KITH_NAME_PER);
  g_assert_true(words[0].flags & KITH_WORD_NAME_BEGIN);
  g_assert_cmpstr(words[0].misc, ==, "Note=1");
  g_assert_cmpint(words[0].head, ==, 3);
  g_assert_cmpint(words[3].head, ==, KITH_HEAD_ROOT);
  g_assert_true(words[2].flags & KITH_WORD_JOINED);
  g_assert_false(words[1].flags & KITH_WORD_JOINED);
  g_assert_true(words[1].flags & KITH_WORD_SPACE_BEFORE);
  g_assert_cmpuint(words[2].span.begin, ==, 6);
  g_assert_cmpuint(words[2].span.end, ==, 9);
  g_assert_cmpuint(words[4].span.begin, ==, 12);
  const KithSentence *second = kith_document_sentence(document, 1);
  g_assert_cmpint(second->kind, ==, KITH_SENTENCE_BOILERPLATE);
  g_assert_cmpuint(second->paragraph, ==, 1);
}

static void
test_round(void)
{
  g_autoptr(KithDocument) document = read_good();
  g_autoptr(GString) out = g_string_new(NULL);
  kith_conllu_write(document, out);
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDocument) again = kith_conllu_read("good", out->str, out->len, &error);
  g_assert_no_error(error);
  g_assert_cmpstr(again->text, ==, document->text);
  g_assert_nonnull(strstr(out->str, "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"));
  g_assert_nonnull(strstr(out->str, "1\tAnn\tAnn\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tNE=B-PER|Note=1\n"));
  g_assert_nonnull(strstr(out->str, "\tBoilerplate=Yes\n"));
  g_autoptr(GString) twice = g_string_new(NULL);
  g_free(again->id);
  again->id = g_strdup(document->id);
  kith_conllu_write(again, twice);
  g_assert_cmpstr(twice->str, ==, out->str);
}

/* A multiword token whose parts are not its letters. */
static void
test_unspelt_parts(void)
{
  static const char text[] = "1-2\tdunno\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                             "1\tdo\t_\tAUX\t_\t_\t2\taux\t_\t_\n"
                             "2\tknow\t_\tVERB\t_\t_\t0\troot\t_\t_\n"
                             "3\t!\t!\tPUNCT\t.\t_\t2\tpunct\t_\t_\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDocument) document = kith_conllu_read("x", text, strlen(text), &error);
  g_assert_no_error(error);
  g_assert_cmpstr(document->text, ==, "dunno!");
  const KithWord *words = kith_document_words(document, kith_document_sentence(document, 0));
  g_assert_cmpuint(words[1].span.begin, ==, 0);
  g_assert_cmpuint(words[1].span.end, ==, 5);
  g_assert_null(words[1].lemma);
  g_assert_false(words[2].flags & KITH_WORD_SPACE_BEFORE);
}

static void
test_bad(void)
{
  static const struct {
    const char *text, *message;
  } cases[] = {
      {"1\tA\n", "bad:1: not the ten columns"},
      {"2\tA\ta\tX\t_\t_\t0\troot\t_\t_\n", "bad:1: not the next word's number: '2'"},
      {"1\tA\ta\tX\t_\t_\tx\troot\t_\t_\n", "bad:1: not a head: 'x'"},
      {"1\tA\ta\tX\t_\t_\t7\troot\t_\t_\n\n", "bad:2: a head in this sentence"},
      {"1\tA\ta\tX\t_\t_\t1\troot\t_\t_\n\n", "bad:2: a head in this sentence"},
      {"1\tA\ta\tX\t_\t_\t0\troot\t_\tNE=B-CAT\n", "bad:1: not the tag of a name: 'B-CAT'"},
      {"1\tA\ta\tX\t_\t\t0\troot\t_\t_\n", "bad:1: an empty column"},
      {"3-4\tA\t_\t_\t_\t_\t_\t_\t_\t_\n", "bad:1: no multiword token can stand here: '3-4'"},
      {"1-1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n", "bad:1: no multiword token can stand here: '1-1'"},
      {"1-2\tA\t_\t_\t_\t_\t_\t_\t_\t_\n1\tA\ta\tX\t_\t_\t0\troot\t_\t_\n\n",
       "bad:3: the sentence ends within"},
      {"# nothing\n\n", "bad: no words"},
      {"1\t\xff\ta\tX\t_\t_\t0\troot\t_\t_\n", "bad: not UTF-8 text at byte 2"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(KithDocument) document = kith_conllu_read("bad", cases[i].text, strlen(cases[i].text), &error);
    g_assert_null(document);
    g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
    if (!g_str_has_prefix(error->message, cases[i].message))
      g_error("case %" G_GSIZE_FORMAT ": '%s'", i, error->message);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/conllu/read", test_read);
  g_test_add_func("/conllu/round", test_round);
  g_test_add_func("/conllu/unspelt-parts", test_unspelt_parts);
  g_test_add_func("/conllu/bad", test_bad);
  return g_test_run();
}
