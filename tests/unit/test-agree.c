/* Names of one document are of one type. */
#include <string.h>

#include "syntax/agree.h"
#include "syntax/conllu.h"

/* A document of sentences, whose words are "form" or "form/B-TYPE", parted by spaces. */
static KithDocument *
make_document(const char *const *sentences)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) text = g_string_new(NULL);
  for (; *sentences != NULL; sentences++) {
    g_auto(GStrv) words = g_strsplit(*sentences, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
      char *tag = strchr(words[i], '/');
      if (tag != NULL)
        *tag++ = '\0';
      g_string_append_printf(text, "%u\t%s\t_\tX\t_\t_\t%u\t%s\t_\t%s%s\n", i + 1, words[i], i > 0,
                             i > 0 ? "dep" : "root", tag != NULL ? "NE=" : "_", tag != NULL ? tag : "");
    }
    g_string_append_c(text, '\n');
  }
  KithDocument *document = kith_conllu_read("test", text->str, text->len, &error);
  g_assert_no_error(error);
  return document;
}

static void
expect_name(const KithDocument *document, guint word, KithName name)
{
  g_assert_cmpint(g_array_index(document->words, KithWord, word).name, ==, name);
}

/* Two against one, whatever the case. */
static void
test_most(void)
{
  static const char *const sentences[] = {"Acme/B-ORG rose", "ACME/B-PER fell", "acme/B-ORG rests", NULL};
  g_autoptr(KithDocument) document = make_document(sentences);
  kith_names_agree(document);
  for (guint word = 0; word < 6; word += 2)
    expect_name(document, word, KITH_NAME_ORG);
  expect_name(document, 1, KITH_NAME_NONE);
}

/* All words of a name change together; one beside it that has the same type stays another name. */
static void
test_whole(void)
{
  static const char *const sentences[] = {"Blue/B-LOC Bank/I-LOC Oslo/B-LOC", "Blue/B-ORG Bank/I-ORG",
                                          "Blue/B-ORG Bank/I-ORG", NULL};
  g_autoptr(KithDocument) document = make_document(sentences);
  kith_names_agree(document);
  expect_name(document, 0, KITH_NAME_ORG);
  expect_name(document, 1, KITH_NAME_ORG);
  expect_name(document, 2, KITH_NAME_LOC);
}

static void
test_tie(void)
{
  static const char *const sentences[] = {"Acme/B-ORG rose", "Acme/B-PER fell", NULL};
  g_autoptr(KithDocument) document = make_document(sentences);
  kith_names_agree(document);
  expect_name(document, 0, KITH_NAME_ORG);
  expect_name(document, 2, KITH_NAME_PER);
}

/* A full name speaks for the last word, not for the first. */
static void
test_full_name(void)
{
  static const char *const sentences[] = {"John/B-PER Roe/I-PER spoke", "Roe/B-LOC left", "John/B-LOC left",
                                          NULL};
  g_autoptr(KithDocument) document = make_document(sentences);
  kith_names_agree(document);
  expect_name(document, 3, KITH_NAME_PER);
  expect_name(document, 5, KITH_NAME_LOC);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/agree/most", test_most);
  g_test_add_func("/agree/whole", test_whole);
  g_test_add_func("/agree/tie", test_tie);
  g_test_add_func("/agree/full-name", test_full_name);
  return g_test_run();
}
