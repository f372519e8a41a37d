/* Reading: checks, lines and paragraphs, sentences, headline and metadata. */
#include "text-help.h"

#include "base/error.h"

static void
assert_bad(const char *bytes, gsize length, const char *message)
{
  g_autoptr(GError) error = NULL;
  g_assert_null(kith_text_read("in.txt", bytes, length, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
  g_assert_cmpstr(error->message, ==, message);
  g_clear_error(&error);
  g_assert_null(kith_text_read_lines("in.txt", bytes, length, &error));
  g_assert_cmpstr(error->message, ==, message);
}

static void
test_bad(void)
{
  assert_bad("", 0, "in.txt: no text, nothing but white space at byte 0");
  assert_bad("\xEF\xBB\xBF \r\n\t", 7, "in.txt: no text, nothing but white space at byte 0");
  assert_bad("ab\0cd", 5, "in.txt: a NUL byte at byte 2");
  assert_bad("caf\xE9 noir", 9, "in.txt: invalid UTF-8 at byte 3");
  assert_bad("\xEF\xBB\xBF"
             "ab\xC3",
             6, "in.txt: invalid UTF-8 at byte 5");
}

/* A page's source is refused, not read as news; a tag in a text does no harm. */
static void
test_html(void)
{
  static const char text[] = " \n<!DOCTYPE HTML>\n<p>The minister resigned.</p>\n";
  g_autoptr(GError) error = NULL;
  g_assert_null(kith_text_read("in.txt", text, strlen(text), &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
  g_assert_cmpstr(error->message, ==, "in.txt: this is HTML, which --input html reads");
  g_autoptr(KithDocument) document = read_text("<html5> is a tag that no page has.");
  g_assert_cmpuint(document->sentences->len, >, 0);
}

/* An e-mail's header gives title and date, and is not read. */
static void
test_mail(void)
{
  g_autoptr(KithDocument) mail = read_text("From: Morning Post <post@example.org>\r\n"
                                           "To: reader@example.org\r\n"
                                           "Subject: Ministers meet\r\n"
                                           " in the capital\r\n"
                                           "Date: Tue, 3 Oct 2023 06:00:12 +0000\r\n\r\n"
                                           "The two ministers met in the capital on Monday.\r\n");
  g_autofree char *kinds = spell_kinds(mail);
  g_assert_cmpstr(kinds, ==, "MMMM.");
  g_assert_cmpstr(mail->title, ==, "Ministers meet in the capital");
  g_assert_cmpstr(mail->date, ==, "2023-10-03");
  check_document(mail);
  g_autoptr(KithDocument) none =
      read_text("Date: unknown\nSource: a village\n\nThe two ministers met on Monday.\n");
  g_assert_cmpstr(none->date, ==, NULL);
  g_autoptr(KithDocument) bad =
      read_text("Subject: Talks\nDate: Tue, 99 Foo 2023\n\nThe ministers met on Monday.\n");
  g_assert_cmpstr(bad->title, ==, "Talks");
  g_assert_cmpstr(bad->date, ==, NULL);
}

/* What stands above a title is none; a byline is never the end of a wrapped title. */
static void
test_title(void)
{
  g_autoptr(KithDocument) page = read_text("Skip to main content\nWe value your privacy\n"
                                           "We and our partners use cookies to store information on your "
                                           "device.\nAccept All\nHome\nPolitics\nHome > Politics\n"
                                           "Minister resigns over a contract\n\n"
                                           "The minister resigned on Friday after a long inquiry.\n");
  g_assert_cmpstr(page->title, ==, "Minister resigns over a contract");
  g_autoptr(KithDocument) release = read_text("FOR IMMEDIATE RELEASE\n\nAcme to buy a rival\n\n"
                                              "Acme said on Monday that it would buy a rival.\n");
  g_assert_cmpstr(release->title, ==, "Acme to buy a rival");
  g_autoptr(KithDocument) wire =
      read_text("Envoys of the two neighbours hold talks on their border\nBy JANE ROE and JOHN DOE\n\n"
                "NEWTOWN (AP) _ Envoys of the two countries met on Wednesday for talks.\n");
  g_autofree char *kinds = spell_kinds(wire);
  g_assert_cmpstr(kinds, ==, "HMM.");
  g_assert_cmpstr(wire->author, ==, "JANE ROE and JOHN DOE");
  g_assert_cmpstr(wire->place, ==, "Newtown");
}

/* No sentence is without bound. */
static void
test_long(void)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < 2000; i++)
    g_string_append(text, "the minister met the king and ");
  g_autoptr(KithDocument) document = read_text(text->str);
  g_string_free(text, TRUE);
  check_document(document);
  for (guint i = 0; i < document->sentences->len; i++)
    g_assert_cmpuint(kith_document_sentence(document, i)->n_words, <=, 500);
}

static void
test_mark_and_lines(void)
{
  g_autoptr(KithDocument) document =
      read_text("\xEF\xBB\xBFTitle here\r\n\r\nOne is done. Two is done.\rThree is done.\r\n");
  check_document(document);
  g_assert_cmpstr(document->text, ==, "Title here\r\n\r\nOne is done. Two is done.\rThree is done.\r\n");
  g_assert_cmpuint(document->sentences->len, ==, 4);
  static const guint paragraphs[] = {0, 1, 1, 2};
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint(kith_document_sentence(document, i)->paragraph, ==, paragraphs[i]);
  g_assert_cmpstr(document->title, ==, "Title here");
}

/* A block of lines broken at one width is one paragraph; lines that are paragraphs stay so. */
static void
test_wrapped(void)
{
  g_autoptr(KithDocument) document = read_text("Ministers agree on a border treaty\n\n"
                                               "The foreign ministers of the two countries signed a treaty\n"
                                               "on Monday that settles where the border between them runs\n"
                                               "after a quarrel of forty years. Both parliaments must now\n"
                                               "agree to it.\n\n"
                                               "The treaty was welcomed by their neighbours, who had long\n"
                                               "urged the two governments to talk.\n");
  g_assert_cmpuint(document->sentences->len, ==, 4);
  g_assert_cmpuint(kith_document_sentence(document, 1)->paragraph, ==, 1);
  g_assert_cmpuint(kith_document_sentence(document, 2)->paragraph, ==, 1);
  g_assert_cmpuint(kith_document_sentence(document, 3)->paragraph, ==, 2);
  check_document(document);
  g_autoptr(KithDocument) lines =
      read_text("The minister left on Monday.\nHer deputy stayed.\nNobody knew why.\n");
  g_assert_cmpuint(lines->sentences->len, ==, 3);
  g_assert_cmpuint(kith_document_sentence(lines, 2)->paragraph, ==, 2);
}

typedef struct {
  const char *text, *sentences; /* '|' between the sentences */
} Split;

static const Split splits[] = {
    {"Gen. Bajwa met Dr. Smith. They talked.", "Gen. Bajwa met Dr. Smith.|They talked."},
    {"He left the U.S. in May. She stayed in the U.S. The talks failed.",
     "He left the U.S. in May.|She stayed in the U.S.|The talks failed."},
    {"Support makes all the difference.United States officials are meeting.",
     "Support makes all the difference.|United States officials are meeting."},
    {"It runs on example.com and on U.S.-led forces.", "It runs on example.com and on U.S.-led forces."},
    {"\"We agree,\" he said. \"We will sign.\" Then he left.",
     "\"We agree,\" he said.|\"We will sign.\"|Then he left."},
    {"He spoke of \xE2\x80\x9Cways to cooperate. \xE2\x80\x9D",
     "He spoke of \xE2\x80\x9Cways to cooperate. \xE2\x80\x9D"},
    {"Who won? Nobody did! The vote was close.", "Who won?|Nobody did!|The vote was close."},
    {"They waited... and nothing came. It rained.", "They waited... and nothing came.|It rained."},
    {"But why? Mr. Xi met Commander X. The talks failed.",
     "But why?|Mr. Xi met Commander X.|The talks failed."},
    {"A school in Milan. Image: Anna Keller.", "A school in Milan.|Image: Anna Keller."},
    {"A crowd in Paris (Photo by Anna Keller/AFP)", "A crowd in Paris|(Photo by Anna Keller/AFP)"},
};

static void
test_sentences(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(splits); i++) {
    g_autoptr(KithDocument) document = read_text(splits[i].text);
    g_auto(GStrv) expected = g_strsplit(splits[i].sentences, "|", -1);
    check_document(document);
    for (guint k = 0; k < document->sentences->len && expected[k] != NULL; k++) {
      g_autofree char *text = sentence_text(document, k);
      g_assert_cmpstr(text, ==, expected[k]);
    }
    g_assert_cmpuint(document->sentences->len, ==, g_strv_length(expected));
  }
}

typedef struct {
  const char *text, *kinds, *title, *date, *author, *place;
} Head;

static const Head heads[] = {
    {"Talks fail again\n\nFriday, July 21, 2017\n\nThe talks failed on Friday.", "HM.", "Talks fail again",
     "2017-07-21", NULL, NULL},
    {"Talks fail again\nBy Jane Doe, Staff Writer\nThe talks failed on Friday.", "HM.", "Talks fail again",
     NULL, "Jane Doe", NULL},
    {"Talks fail again\nUpdated 3 March 2016 at 10:30 GMT\nISLAMABAD (AP) \xE2\x80\x94 The talks failed.",
     "HMM.", "Talks fail again", "2016-03-03", NULL, "Islamabad"},
    {"Talks fail\nKABUL, Afghanistan (AP) - The talks failed.", "HM.", "Talks fail", NULL, NULL,
     "Kabul, Afghanistan"},
    {"Talks fail\nParis, 3 March 2016 \xE2\x80\x93 The talks failed.", "HM.", "Talks fail", "2016-03-03",
     NULL, "Paris"},
    {"Talks fail\nLondon (CNN)The talks failed.", "HM.", "Talks fail", NULL, NULL, "London"},
    {"Talks fail\nASUNCI\xC3\x93N (AP) - The talks failed.", "HM.", "Talks fail", NULL, NULL,
     "Asunci\xC3\xB3n"},
    {"Will the talks fail?\nThe talks failed on Friday.", "H.", "Will the talks fail?", NULL, NULL, NULL},
    {"The talks failed on Friday. Nobody knew why.\nA new round\nThey met again.", "..H.", NULL, NULL, NULL,
     NULL},
    {"Talks fail\nBy the time the ministers met, it was over.\nThey left.", "H..", "Talks fail", NULL, NULL,
     NULL},
    {"Talks fail\nThe talks failed.\nReporting by Jane Doe in Kabul; editing by John Roe", "H.M",
     "Talks fail", NULL, NULL, NULL},
};

static void
test_head(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(heads); i++) {
    g_autoptr(KithDocument) document = read_text(heads[i].text);
    g_autofree char *kinds = spell_kinds(document);
    g_test_message("%s", heads[i].text);
    g_assert_cmpstr(kinds, ==, heads[i].kinds);
    g_assert_cmpstr(document->title, ==, heads[i].title);
    g_assert_cmpstr(document->date, ==, heads[i].date);
    g_assert_cmpstr(document->author, ==, heads[i].author);
    g_assert_cmpstr(document->place, ==, heads[i].place);
    check_document(document);
  }
}

static void
test_lines(void)
{
  static const char text[] = "He -LRB- a 's \xE2\x80\x9C\n\n  two  words\t!\r\nlast";
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDocument) document = kith_text_read_lines("l", text, strlen(text), &error);
  g_assert_no_error(error);
  g_autofree char *words = spell_words(document);
  g_assert_cmpstr(words, ==, "He|-LRB-|a|'s|\xE2\x80\x9C||two|words|!||last");
  g_assert_cmpuint(kith_document_sentence(document, 2)->paragraph, ==, 2);
  check_document(document);
}

static void
test_englishness(void)
{
  g_autoptr(KithDocument) english =
      read_text("The minister said that they would not go to the talks in the city.");
  g_autoptr(KithDocument) german =
      read_text("Der Minister sagte, dass sie nicht zu den Verhandlungen in der Stadt gehen.");
  g_autoptr(KithDocument) numbers = read_text("1 2 3");
  g_assert_cmpfloat(kith_text_englishness(english), >, 0.9);
  g_assert_cmpfloat(kith_text_englishness(german), <, 0.3);
  g_assert_cmpfloat(kith_text_englishness(numbers), ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/reader/bad", test_bad);
  g_test_add_func("/reader/mark-and-lines", test_mark_and_lines);
  g_test_add_func("/reader/html", test_html);
  g_test_add_func("/reader/mail", test_mail);
  g_test_add_func("/reader/title", test_title);
  g_test_add_func("/reader/long", test_long);
  g_test_add_func("/reader/wrapped", test_wrapped);
  g_test_add_func("/reader/sentences", test_sentences);
  g_test_add_func("/reader/head", test_head);
  g_test_add_func("/reader/lines", test_lines);
  g_test_add_func("/reader/englishness", test_englishness);
  return g_test_run();
}
