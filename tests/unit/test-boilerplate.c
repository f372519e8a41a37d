/* The publisher's text is marked, all of it, and nothing of the article's. */
#include "text-help.h"

#include "text/cues.h"

/* A file of the tests' folder. Owned by the caller. */
static char *
read_file(const char *folder, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_test_build_filename(G_TEST_DIST, folder, name, NULL);
  char *text = NULL;
  g_file_get_contents(path, &text, NULL, &error);
  g_assert_no_error(error);
  return text;
}

/* The ranges "begin TAB end" (code points) of a sidecar file, as bytes of text. */
static GArray *
read_ranges(const char *folder, const char *name, const char *text)
{
  GArray *ranges = g_array_new(FALSE, FALSE, sizeof(KithSpan));
  g_autofree char *content = read_file(folder, name);
  g_auto(GStrv) lines = g_strsplit(content, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++) {
    char *tab = NULL;
    long begin = (long)g_ascii_strtoull(lines[i], &tab, 10), end = (long)g_ascii_strtoull(tab, NULL, 10);
    KithSpan span = {(gsize)(g_utf8_offset_to_pointer(text, begin) - text),
                     (gsize)(g_utf8_offset_to_pointer(text, end) - text)};
    g_array_append_val(ranges, span);
  }
  g_assert_cmpuint(ranges->len, >, 0);
  return ranges;
}

static void
check_article(const KithDocument *document, const GArray *ranges)
{
  check_document(document);
  for (guint i = 0; i < document->sentences->len; i++) {
    const KithSentence *sentence = kith_document_sentence(document, i);
    gboolean within = FALSE;
    for (guint k = 0; k < ranges->len; k++) {
      KithSpan range = g_array_index(ranges, KithSpan, k);
      gboolean inside = sentence->span.begin >= range.begin && sentence->span.end <= range.end;
      gboolean apart = sentence->span.end <= range.begin || sentence->span.begin >= range.end;
      g_assert_true(inside || apart); /* no sentence is partly the article's */
      within = within || inside;
    }
    g_autofree char *text = sentence_text(document, i);
    g_test_message("%d %s", sentence->kind, text);
    g_assert_cmpint(sentence->kind == KITH_SENTENCE_BOILERPLATE, ==, within);
  }
}

static void
test_article(gconstpointer data)
{
  const char *name = data;
  g_autofree char *file = g_strconcat(name, ".txt", NULL), *sidecar = g_strconcat(name, ".ranges", NULL);
  g_autofree char *text = read_file("gold/boilerplate", file);
  g_autoptr(GArray) ranges = read_ranges("gold/boilerplate", sidecar, text);
  g_autoptr(KithDocument) document = read_text(text);
  check_article(document, ranges);
}

/* The article with the plea in the middle that runs into its text. */
static void
test_seed(void)
{
  g_autofree char *text = read_file("../seeds", "us-pakistan-talks.txt");
  g_autoptr(KithDocument) document = read_text(text);
  const char *begin = strstr(text, "Your support helps"),
             *end = strstr(text, "United States and Pakistani officials");
  g_assert_nonnull(begin);
  g_assert_nonnull(end);
  g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, sizeof(KithSpan));
  KithSpan span = {(gsize)(begin - text), (gsize)(end - text)};
  g_array_append_val(ranges, span);
  check_article(document, ranges);
  g_assert_cmpstr(document->title, ==, "US, Pakistani officials in strained talks on Afghanistan");
}

/* News of donations, newsletters, subscriptions, cookies and apps is news. */
static void
test_news(void)
{
  g_autofree char *text = read_file("data/text", "news-of-publishers.txt");
  g_autoptr(KithDocument) document = read_text(text);
  for (guint i = 0; i < document->sentences->len; i++) {
    g_autofree char *sentence = sentence_text(document, i);
    g_test_message("%s", sentence);
    g_assert_cmpint(kith_document_sentence(document, i)->kind, !=, KITH_SENTENCE_BOILERPLATE);
  }
}

static const char before[] =
    "Ministers meet in Nairobi\n\nThe ministers of Kenya and Tanzania met in Nairobi on Monday.\n\n";
static const char after[] =
    "\n\nKenyan Foreign Minister Grace Atieno told reporters that she would lift the ban. \"We need your "
    "support,\" she said.\n\nTanzania welcomed the announcement.";

static const char *const pleas[] = {
    "Subscribe now and read all our stories for $1 a week.",
    "Read more: Turkey and Greece agree to talk",
    "Related stories\nKenya's parliament passes budget\nWhat next for the region?",
    "We use cookies to improve your experience. You can manage your choices in the settings.",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Photograph: Lars Holm/Reuters",
    "(Photo by Anna Keller/AFP via Getty Images)",
    "Copyright 2021 The Northern Press. All rights reserved. Nothing may be republished.",
    "Share this article",
    "23 comments",
    "Follow @worlddesk on X",
    "Join the conversation: tell us what you think in the comments.",
    "Download our app for breaking news alerts. It is available on the App Store and Google Play.",
    "Quality reporting takes time. It takes people. And it takes money. If our work matters to you, please "
    "join us as a member.",
    "WATCH: Crowds gather outside parliament",
    "Image source, Getty Images",
    "Media contacts:\nJane Roe\nAcme Foods\n+44 20 7946 0000\npress@acme.example",
    "Press contact: Jane Roe, press@acme.example",
};

static void
test_pleas(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(pleas); i++) {
    g_autofree char *text = g_strconcat(before, pleas[i], after, NULL);
    g_autoptr(KithDocument) document = read_text(text);
    g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, sizeof(KithSpan));
    KithSpan span = {strlen(before), strlen(before) + strlen(pleas[i])};
    g_array_append_val(ranges, span);
    g_test_message("%s", pleas[i]);
    check_article(document, ranges);
  }
}

/* An interview speaks to "you" all the time. */
static void
test_interview(void)
{
  g_autoptr(KithDocument) document = read_text(
      "An interview with the mayor\n\n"
      "Why did you stand for mayor?\n\n"
      "I wanted to help our town. We had lost the factory, and I thought you could do something about it.\n\n"
      "Did the people support you?\n\n"
      "They did. I told them: you know me, and I know our problems. I asked them to join us, and many "
      "did.\n\n"
      "What would you say to our readers who want to follow you?\n\n"
      "I would say that you need friends. My work is easy when our people trust me.");
  for (guint i = 0; i < document->sentences->len; i++)
    g_assert_cmpint(kith_document_sentence(document, i)->kind, !=, KITH_SENTENCE_BOILERPLATE);
}

static void
test_table(void)
{
  g_assert_true(kith_cues_table_is_sorted());
}

int
main(int argc, char **argv)
{
  static const char *const articles[] = {"aid-convoy", "border-crossing", "central-bank", "election-recount",
                                         "fisheries-treaty"};
  g_test_init(&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(articles); i++) {
    g_autofree char *path = g_strconcat("/boilerplate/", articles[i], NULL);
    g_test_add_data_func(path, articles[i], test_article);
  }
  g_test_add_func("/boilerplate/seed", test_seed);
  g_test_add_func("/boilerplate/news", test_news);
  g_test_add_func("/boilerplate/pleas", test_pleas);
  g_test_add_func("/boilerplate/interview", test_interview);
  g_test_add_func("/boilerplate/table", test_table);
  return g_test_run();
}
