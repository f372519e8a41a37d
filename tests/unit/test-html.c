/* Web pages become documents. */
#include <string.h>

#include "base/error.h"
#include "text/html.h"

static KithDocument *
read_page(const char *page)
{
  g_autoptr(GError) error = NULL;
  KithDocument *document = kith_html_read("page", page, strlen(page), &error);
  g_assert_no_error(error);
  return document;
}

/* Only the article's prose is the text: a paragraph a block, white space as one space, entities as what they
 * stand for. */
static void
test_article(void)
{
  g_autoptr(KithDocument) document = read_page(
      "<!DOCTYPE html><html><head><title>Acme sues Roe | The Times</title><style>p { color: red }</style>"
      "<script>var x = \"Peru\";</script></head><body><nav><ul><li>Home<li>World</ul></nav>"
      "<div role=dialog>We use cookies</div><article><header><h1>Acme sues\n Roe</h1></header>"
      "<p>Acme&nbsp;&amp; Co <b>sued</b> <i>Ana</i>\n  Roe.<p>Roe left.<br>Acme won.<aside>Read more</aside>"
      "<figure><figcaption>Photo</figcaption></figure><ul><li>One.</li><li hidden>Two.</li></ul></article>"
      "<article><p>Teaser.</article><footer>Copyright</footer></body></html>");
  g_assert_cmpstr(document->text, ==,
                  "Acme sues Roe\n\nAcme & Co sued Ana Roe.\n\nRoe left.\nAcme won.\n\nOne.");
  g_assert_cmpstr(document->title, ==, "Acme sues Roe");
}

/* Without an article the main part or the body is the text; a title from the head stands above it. */
static void
test_body(void)
{
  g_autoptr(KithDocument) main_part = read_page("<body>Menu <div role='main'><p>Acme rose.</div></body>");
  g_assert_cmpstr(main_part->text, ==, "Acme rose.");
  g_autoptr(KithDocument) plain = read_page("Acme rose.");
  g_assert_cmpstr(plain->text, ==, "Acme rose.");
  g_autoptr(KithDocument) titled = read_page(
      "<meta property='og:title' content='Acme rises'><h1>The Times</h1><article>It did.</article>");
  g_assert_cmpstr(titled->text, ==, "Acme rises\n\nIt did.");
}

static void
test_head(void)
{
  g_autoptr(KithDocument) document =
      read_page("<head><meta property='article:published_time' content='2024-03-05T10:00:00Z'>"
                "<meta property='og:url' content='https://news.example/1'><meta name='author' content=' Ana "
                "Roe '></head>"
                "<p>Acme rose.</p>");
  g_assert_cmpstr(document->date, ==, "2024-03-05");
  g_assert_cmpstr(document->source, ==, "https://news.example/1");
  g_assert_cmpstr(document->author, ==, "Ana Roe");
  g_assert_true(g_str_has_prefix(document->id, "https-newsexample-1-"));
  g_autoptr(KithDocument) other =
      read_page("<meta name='date' content='2024-13-05'>"
                "<meta property='og:url' content='javascript:x'><p>Acme rose.</p>");
  g_assert_null(other->date);
  g_assert_null(other->source);
}

/* The encoding is UTF-8 where the bytes are, else what the page says. */
static void
test_encoding(void)
{
  g_autoptr(KithDocument) unicode = read_page("<p>Malm\xc3\xb6 rose.</p>");
  g_assert_cmpstr(unicode->text, ==, "Malmö rose.");
  g_autoptr(KithDocument) latin = read_page("<meta charset='iso-8859-1'><p>Malm\xf6 rose.</p>");
  g_assert_cmpstr(latin->text, ==, "Malmö rose.");
}

static void
test_bad(void)
{
  static const char *const pages[] = {"", "<html><body><script>x</script></body></html>",
                                      "<article></article>"};
  g_autoptr(GError) error = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(pages); i++) {
    g_assert_null(kith_html_read("page", pages[i], strlen(pages[i]), &error));
    g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
    g_clear_error(&error);
  }
  g_assert_null(kith_html_read("page", "<p>a\0b", 6, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
  g_autoptr(GString) deep = g_string_new(NULL); /* nothing hangs */
  for (guint i = 0; i < 20000; i++)
    g_string_append(deep, "<article><div>");
  g_string_append(deep, "Acme rose.");
  g_autoptr(KithDocument) document = kith_html_read("page", deep->str, deep->len, NULL);
  g_assert_true(document == NULL || strstr(document->text, "Acme") != NULL);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/html/article", test_article);
  g_test_add_func("/html/body", test_body);
  g_test_add_func("/html/head", test_head);
  g_test_add_func("/html/encoding", test_encoding);
  g_test_add_func("/html/bad", test_bad);
  return g_test_run();
}
