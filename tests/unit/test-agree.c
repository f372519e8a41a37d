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

/* A text that says what a name is counts more than how often the name is taken for something else. */
static void
test_described(void)
{
  static const struct {
    const char *sentence; /* its first word's type is looked at */
    KithName name;
  } cases[] = {
      {"1\tAcme\tAcme\tPROPN\t_\t_\t4\tnsubj\t_\tNE=B-PER\n2\tis\tbe\tAUX\t_\t_\t4\tcop\t_\t_\n"
       "3\ta\ta\tDET\t_\t_\t4\tdet\t_\t_\n4\tretailer\tretailer\tNOUN\t_\t_\t0\troot\t_\t_\n",
       KITH_NAME_ORG},
      {"1\tAcme\tAcme\tPROPN\t_\t_\t4\tnsubj\t_\tNE=B-PER\n2\tis\tbe\tAUX\t_\t_\t4\tcop\t_\t_\n"
       "3\tin\tin\tADP\t_\t_\t4\tcase\t_\t_\n4\ttown\ttown\tNOUN\t_\t_\t0\troot\t_\t_\n",
       KITH_NAME_PER},
      {"1\tAcme\tAcme\tPROPN\t_\t_\t0\troot\t_\tNE=B-PER\n2\t,\t,\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
       "3\ta\ta\tDET\t_\t_\t4\tdet\t_\t_\n4\tvillage\tvillage\tNOUN\t_\t_\t1\tappos\t_\t_\n",
       KITH_NAME_LOC},
      {"1\tAcme\tAcme\tPROPN\t_\t_\t3\tnmod\t_\tNE=B-PER\n2\tof\tof\tADP\t_\t_\t1\tcase\t_\t_\n"
       "3\tresidents\tresident\tNOUN\t_\t_\t0\troot\t_\t_\n",
       KITH_NAME_LOC},
      {"1\tAcme\tAcme\tPROPN\t_\t_\t3\tnmod\t_\tNE=B-PER\n2\tof\tof\tADP\t_\t_\t1\tcase\t_\t_\n"
       "3\toutskirts\toutskirt\tNOUN\t_\t_\t0\troot\t_\t_\n",
       KITH_NAME_LOC},
      {"1\tAcme\tAcme\tPROPN\t_\t_\t0\troot\t_\tNE=B-PER\n2\t,\t,\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
       "3\ta\ta\tDET\t_\t_\t4\tdet\t_\t_\n4\tnovel\tnovel\tNOUN\t_\t_\t1\tappos\t_\t_\n",
       KITH_NAME_PER},
  };
  static const char *const others[] = {"Acme/B-PER Inc./I-PER rose", "P-12/B-PER Swallow/I-PER rose", NULL};
  g_autoptr(KithDocument) formed = make_document(others);
  kith_names_agree(formed);
  expect_name(formed, 0, KITH_NAME_ORG);
  expect_name(formed, 3, KITH_NAME_MISC);
  static const char again[] = "\n1\tAcme\tAcme\tPROPN\t_\t_\t0\troot\t_\tNE=B-PER\n";
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *text = g_strconcat(cases[i].sentence, again, again, "\n", NULL);
    g_autoptr(KithDocument) document = kith_conllu_read("test", text, strlen(text), &error);
    g_assert_no_error(error);
    kith_names_agree(document);
    expect_name(document, 0, cases[i].name);
    expect_name(document, document->words->len - 1, cases[i].name);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/agree/most", test_most);
  g_test_add_func("/agree/whole", test_whole);
  g_test_add_func("/agree/tie", test_tie);
  g_test_add_func("/agree/full-name", test_full_name);
  g_test_add_func("/agree/described", test_described);
  return g_test_run();
}
