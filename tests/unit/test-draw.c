/* Pictures as a whole: what is in them, that they are sound, the same each time, and harmless. */
#include <locale.h>
#include <string.h>

#include "config.h"

#include "base/error.h"
#include "draw-graph.h"
#include "draw/draw.h"

#ifdef KITH_SANITIZED
/* Whole stacks, or the suppressions of tests/lsan.supp see no more than g_malloc. */
KITH_API const char *__asan_default_options(void);
const char *
__asan_default_options(void)
{
  return "fast_unwind_on_malloc=0";
}
#endif

static char *
render_with(const KithGraph *graph, const KithDrawOptions *options, gsize *length)
{
  g_autoptr(GError) error = NULL;
  GString *out = g_string_new(NULL);
  gboolean ok = kith_draw(graph, options, out, &error);
  g_assert_no_error(error);
  g_assert_true(ok);
  if (length)
    *length = out->len;
  return g_string_free(out, FALSE);
}

static char *
render(const KithGraph *graph, const char *format)
{
  KithDrawOptions options = {.format = format};
  return render_with(graph, &options, NULL);
}

/* What a reading of an SVG finds. */
typedef struct {
  GString *text;      /* of <text> elements, a line each */
  GString *titles;    /* of <title> elements */
  GPtrArray *classes; /* of <g> elements */
  guint text_open, title_open, scripts;
} Seen;

static void
svg_open(GMarkupParseContext *context, const char *name, const char **names, const char **values,
         gpointer data, GError **error)
{
  (void)context, (void)error;
  Seen *seen = data;
  seen->text_open += strcmp(name, "text") == 0;
  seen->title_open += strcmp(name, "title") == 0;
  seen->scripts += strcmp(name, "script") == 0 || strcmp(name, "b") == 0 || strcmp(name, "img") == 0;
  for (guint i = 0; names[i]; i++) {
    if (strcmp(names[i], "class") == 0)
      g_ptr_array_add(seen->classes, g_strdup(values[i]));
    if (g_str_has_prefix(names[i], "on"))
      seen->scripts++;
  }
}

static void
svg_close(GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  (void)context, (void)error;
  Seen *seen = data;
  if (strcmp(name, "text") == 0) {
    seen->text_open--;
    g_string_append_c(seen->text, '\n');
  }
  if (strcmp(name, "title") == 0) {
    seen->title_open--;
    g_string_append_c(seen->titles, '\n');
  }
}

static void
svg_text(GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  (void)context, (void)error;
  Seen *seen = data;
  if (seen->text_open)
    g_string_append_len(seen->text, text, (gssize)length);
  if (seen->title_open)
    g_string_append_len(seen->titles, text, (gssize)length);
}

static void
seen_clear(Seen *seen)
{
  g_string_free(seen->text, TRUE);
  g_string_free(seen->titles, TRUE);
  g_ptr_array_unref(seen->classes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Seen, seen_clear)

/* Reads an SVG, which must be well-formed and without script. */
static Seen
read_svg(const char *svg)
{
  static const GMarkupParser parser = {svg_open, svg_close, svg_text, NULL, NULL};
  Seen seen = {g_string_new(NULL), g_string_new(NULL), g_ptr_array_new_with_free_func(g_free), 0, 0, 0};
  g_autoptr(GError) error = NULL;
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, &seen, NULL);
  g_markup_parse_context_parse(context, svg, -1, &error);
  g_assert_no_error(error);
  g_markup_parse_context_end_parse(context, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(seen.scripts, ==, 0);
  return seen;
}

static guint
count_class(const Seen *seen, const char *prefix)
{
  guint n = 0;
  for (guint i = 0; i < seen->classes->len; i++)
    n += g_str_has_prefix(seen->classes->pdata[i], prefix);
  return n;
}

/* Whether one line of the text is exactly this. */
static gboolean
has_line(const Seen *seen, const char *line)
{
  g_auto(GStrv) lines = g_strsplit(seen->text->str, "\n", -1);
  return g_strv_contains((const char *const *)lines, line);
}

#define assert_line(seen, line)                                                                              \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    if (!has_line(seen, line))                                                                               \
      g_error("no line '%s' in:\n%s", line, (seen)->text->str);                                              \
  }                                                                                                          \
  G_STMT_END

static void
test_content(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  g_autofree char *svg = render(graph, "svg");
  g_auto(Seen) seen = read_svg(svg);
  g_assert_cmpuint(count_class(&seen, "node actor "), ==, graph->actors->len);
  g_assert_cmpuint(count_class(&seen, "edge relation "), ==, 10);
  static const char *const lines[] = {"Norland and Sudland talk about the strait",
                                      "The Eastport Courier, 2021-10-08",
                                      "Norland",
                                      "Ada Verne",
                                      "foreign minister",
                                      "Sudland's Fleet of",
                                      "the Southern Strait",
                                      "Eastport Courier",
                                      "met",
                                      "warned of war against",
                                      "(possible)",
                                      "told ×2",
                                      "Named, but in no relation:"};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
    assert_line(&seen, lines[i]);
  g_assert_nonnull(strstr(seen.text->str, " ✗ seized (denied)"));
  g_assert_nonnull(strstr(svg, "id=\"actor-news/bo-lind\""));
  g_assert_nonnull(strstr(seen.titles->str, "Bo Lind (person)"));
  g_assert_nonnull(strstr(seen.titles->str, "Ada Verne – met – Bo Lind (consult)\n  “Something”"));
  g_assert_nonnull(strstr(seen.titles->str, "(coerce, denied)"));
}

/* All three relations of one pair are one edge, whose lines show who does what. */
static void
test_gathered(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  g_autofree char *svg = render(graph, "svg");
  g_auto(Seen) seen = read_svg(svg);
  g_auto(GStrv) lines = g_strsplit(seen.text->str, "\n", -1);
  const char *blames = NULL, *rebuffs = NULL, *talking = NULL;
  for (char **line = lines; *line; line++) {
    if (g_str_has_suffix(*line, " blames"))
      blames = *line;
    if (g_str_has_suffix(*line, " rebuffs"))
      rebuffs = *line;
    if (g_str_has_suffix(*line, " are talking with"))
      talking = *line;
  }
  g_assert_nonnull(blames);
  g_assert_nonnull(rebuffs);
  g_assert_nonnull(talking);
  g_assert_cmpint(strncmp(blames, rebuffs, 3), !=, 0);
  g_assert_true(g_str_has_prefix(talking, "↔") || g_str_has_prefix(talking, "↕"));
}

static void
test_legend(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  g_autofree char *svg = render(graph, "svg");
  g_auto(Seen) seen = read_svg(svg);
  static const char *const all[] = {"person",
                                    "organization",
                                    "country",
                                    "place",
                                    "group",
                                    "cooperation",
                                    "conflict",
                                    "belongs to, holds office in",
                                    "is in",
                                    "✗ denied",
                                    "planned, demanded, possible",
                                    "thicker: said more often"};
  for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
    assert_line(&seen, all[i]);
  g_autoptr(KithGraph) small = draw_graph_new("Two");
  draw_actor(small, "a", "Aland", KITH_ACTOR_COUNTRY);
  draw_actor(small, "b", "Beland", KITH_ACTOR_COUNTRY);
  draw_relation(small, 0, KITH_CLASS_AID, 1, "helps");
  g_autofree char *small_svg = render(small, "svg");
  g_auto(Seen) few = read_svg(small_svg);
  assert_line(&few, "country");
  assert_line(&few, "cooperation");
  for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
    g_assert_true(i == 2 || i == 5 || !has_line(&few, all[i]));
}

/* Whether bytes, null bytes among them, have a text in them. */
static gboolean
has_bytes(const GString *bytes, const char *sought)
{
  const gsize length = strlen(sought);
  for (gsize i = 0; i + length <= bytes->len; i++)
    if (memcmp(bytes->str + i, sought, length) == 0)
      return TRUE;
  return FALSE;
}

static void
test_formats(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  g_autoptr(KithDrawing) drawing = kith_drawing_new(graph, NULL, NULL);
  g_autoptr(GString) png = g_string_new("x"), pdf = g_string_new(NULL), dot = g_string_new(NULL);
  g_assert_true(kith_drawing_render(drawing, "png", png, NULL));
  g_assert_true(kith_drawing_render(drawing, "pdf", pdf, NULL));
  g_assert_true(kith_drawing_render(drawing, "dot", dot, NULL));
  g_assert_cmpmem(png->str, 9, "x\x89PNG\r\n\x1a\n", 9);
  g_assert_cmpuint(png->len, >, 20000);
  g_assert_true(g_str_has_prefix(pdf->str, "%PDF-"));
  g_assert_cmpuint(pdf->len, >, 10000);
  g_assert_true(has_bytes(pdf, "/FontFile")); /* fonts are in it */
  g_assert_true(has_bytes(pdf, "/CreationDate (D:20000101000000"));
  g_assert_true(g_str_has_prefix(dot->str, "digraph "));
  g_assert_nonnull(strstr(dot->str, "layout=nop2"));
}

/* Pixels in a PNG's header. */
static guint
png_width(const char *png)
{
  const guchar *b = (const guchar *)png + 16;
  return (guint)b[0] << 24 | (guint)b[1] << 16 | (guint)b[2] << 8 | b[3];
}

static void
test_dpi(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  KithDrawOptions options = {.format = "png"};
  g_autofree char *normal = render_with(graph, &options, NULL);
  options.dpi = 192;
  g_autofree char *fine = render_with(graph, &options, NULL);
  g_assert_cmpuint(png_width(normal), >, 400);
  g_assert_cmpuint(png_width(fine), >=, 2 * png_width(normal) - 2);
  g_assert_cmpuint(png_width(fine), <=, 2 * png_width(normal) + 2);
}

static void
test_same_bytes(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  static const char *const locales[] = {"C", "de_DE.UTF-8", "tr_TR.UTF-8"};
  for (const char *const *format = kith_draw_formats(); *format; format++) {
    KithDrawOptions options = {.format = *format};
    gsize length;
    g_autofree char *first = render_with(graph, &options, &length);
    for (gsize i = 0; i < G_N_ELEMENTS(locales); i++) {
      if (setlocale(LC_ALL, locales[i]) == NULL) {
        g_test_message("no locale %s here", locales[i]);
        continue;
      }
      gsize again_length;
      g_autofree char *again = render_with(graph, &options, &again_length);
      g_assert_cmpmem(first, length, again, again_length);
      g_assert_cmpstr(setlocale(LC_ALL, NULL), ==, locales[i]);
    }
    setlocale(LC_ALL, "C");
  }
}

static void
test_hostile(void)
{
  g_autofree char *long_label = g_strnfill(10000, 'w');
  const char *const labels[] = {"<b>bold</b>",
                                "\"quoted\" 'single'",
                                "back\\slash\\",
                                "two\nlines\r\n\tand more",
                                "\\N \\G \\L",
                                "\327\251\327\234\327\225\327\235 \342\200\256evil",
                                "🦊🦊",
                                "",
                                "&lt;script&gt;alert(1)&lt;/script&gt;",
                                "<script>alert(1)</script>",
                                "]]><!-- -->",
                                "\xff\xfe broken",
                                "\" onload=\"alert(1)",
                                "><TABLE><TR>",
                                long_label};
  g_autoptr(KithGraph) graph = draw_graph_new("<img src=x onerror=alert(1)> & \"Co\"");
  for (guint i = 0; i < G_N_ELEMENTS(labels); i++) {
    draw_actor(graph, labels[i], labels[i], i % KITH_N_ACTOR_TYPES);
    draw_relation(graph, i, i % KITH_N_CLASSES, i > 0 ? i - 1 : 1, labels[(i * 7) % G_N_ELEMENTS(labels)]);
  }
  g_autofree char *svg = render(graph, "svg");
  g_auto(Seen) seen = read_svg(svg);
  g_assert_cmpuint(count_class(&seen, "node actor "), ==, G_N_ELEMENTS(labels));
  assert_line(&seen, "<b>bold</b>");
  assert_line(&seen, "\\N \\G \\L");
  assert_line(&seen, "back\\slash\\");
  assert_line(&seen, "(no name)");
  assert_line(&seen, "two lines and more");
  assert_line(&seen, "\327\251\327\234\327\225\327\235 evil");
  assert_line(&seen, "<img src=x onerror=alert(1)> & \"Co\"");
  g_assert_nonnull(strstr(seen.text->str, "&lt;script&gt;"));
  g_assert_true(g_utf8_validate(svg, -1, NULL));
  static const char *const others[] = {"dot", "png", "pdf"};
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
    g_autofree char *other = render(graph, others[i]);
    g_assert_nonnull(other);
  }
}

static void
assert_fails(const KithGraph *graph, const KithDrawOptions *options, int code, const char *says)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) out = g_string_new("kept");
  g_assert_false(kith_draw(graph, options, out, &error));
  g_assert_error(error, KITH_ERROR, code);
  g_assert_nonnull(strstr(error->message, says));
  g_assert_cmpstr(out->str, ==, "kept");
}

static void
test_errors(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  assert_fails(graph, &(KithDrawOptions){.format = "bmp"}, KITH_ERROR_USAGE, "bmp");
  assert_fails(graph, &(KithDrawOptions){.format = NULL}, KITH_ERROR_USAGE, "format");
  assert_fails(graph, &(KithDrawOptions){.format = "svg", .layout = "spring"}, KITH_ERROR_USAGE, "spring");
  assert_fails(graph, &(KithDrawOptions){.format = "svg", .dpi = 100000}, KITH_ERROR_USAGE, "100000");
  assert_fails(graph, &(KithDrawOptions){.format = "svg", .around = "Nobody"}, KITH_ERROR_NAME, "Nobody");
}

static void
test_around(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  KithDrawOptions options = {.format = "svg", .around = "bo lind"};
  g_autofree char *near_svg = render_with(graph, &options, NULL);
  g_auto(Seen) near = read_svg(near_svg);
  g_assert_cmpuint(count_class(&near, "node actor "), ==, 4);
  assert_line(&near, "Sudland");
  g_assert_false(has_line(&near, "Eastport"));
  options.depth = 2;
  g_autofree char *far_svg = render_with(graph, &options, NULL);
  g_auto(Seen) far = read_svg(far_svg);
  g_assert_cmpuint(count_class(&far, "node actor "), ==, 7);
}

static void
test_path(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  KithDrawOptions options = {.format = "svg", .from = "bo lind", .to = "eastport"};
  g_autofree char *svg = render_with(graph, &options, NULL);
  g_auto(Seen) seen = read_svg(svg);
  g_assert_cmpuint(count_class(&seen, "node actor "), ==, 3);
  g_assert_cmpuint(count_class(&seen, "edge relation "), ==, 2);
  assert_line(&seen, "Norland");
  /* both of the shortest ways */
  options.from = "fishers";
  options.to = "bo lind";
  g_autofree char *both_svg = render_with(graph, &options, NULL);
  g_auto(Seen) both = read_svg(both_svg);
  g_assert_cmpuint(count_class(&both, "node actor "), ==, 4);
  g_assert_true(has_line(&both, "Norland") && has_line(&both, "Ada Verne"));
  g_assert_cmpuint(count_class(&both, "edge relation "), ==, 4);
  assert_fails(graph, &(KithDrawOptions){.format = "svg", .from = "ada verne", .to = "Eastport Courier"},
               KITH_ERROR_NAME, "no chain of relations joins Ada Verne and Eastport Courier");
  assert_fails(graph, &(KithDrawOptions){.format = "svg", .from = "ada verne", .to = "verne"},
               KITH_ERROR_NAME, "one actor");
  assert_fails(graph, &(KithDrawOptions){.format = "svg", .from = "ada verne"}, KITH_ERROR_NAME, "");
}

static void
test_dark(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  KithDrawOptions options = {.format = "svg", .dark = TRUE};
  g_autofree char *svg = render_with(graph, &options, NULL);
  g_auto(Seen) seen = read_svg(svg);
  assert_line(&seen, "Norland");
  g_assert_nonnull(strstr(svg, "#14181d"));
  g_assert_null(strstr(svg, "\"#ffffff\" stroke=\"none\"")); /* no white ground */
}

static guint
count_text(const char *text, const char *sought)
{
  guint n = 0;
  for (const char *at = strstr(text, sought); at; at = strstr(at + 1, sought))
    n++;
  return n;
}

/* The page: a policy with two hashes, two scripts, and what it is told only as data. */
static void
test_page(void)
{
  g_autoptr(KithGraph) graph = draw_graph_new("</title><script>alert(1)</script>");
  draw_actor(graph, "a", "</script><script>alert(2)</script>", KITH_ACTOR_PERSON);
  draw_actor(graph, "b", "{{script}}", KITH_ACTOR_PERSON);
  draw_relation(graph, 0, KITH_CLASS_ACCUSE, 1, "<!--<script>");
  g_autofree char *page = render(graph, "html");
  g_assert_true(g_str_has_prefix(page, "<!DOCTYPE html>"));
  g_assert_nonnull(strstr(page, "content=\"default-src 'none'; style-src 'sha256-"));
  g_assert_nonnull(strstr(page, "; script-src 'sha256-"));
  g_assert_cmpuint(count_text(page, "<script"), ==, 2);
  g_assert_cmpuint(count_text(page, "</script>"), ==, 2);
  g_assert_cmpuint(count_text(page, "<style>"), ==, 1);
  g_assert_null(strstr(page, " style="));
  g_assert_null(strstr(page, "http-equiv=\"refresh"));
  g_assert_nonnull(strstr(page, "\\u003cscript\\u003ealert(2)"));
  g_assert_nonnull(strstr(page, ">{{script}}</text>"));
  g_assert_cmpuint(count_text(page, "'use strict'"), ==, 1);
}

static void
test_classes(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  KithDrawOptions options = {.format = "svg", .classes = G_GUINT64_CONSTANT(1) << KITH_CLASS_SAY};
  g_autofree char *svg = render_with(graph, &options, NULL);
  g_auto(Seen) seen = read_svg(svg);
  g_assert_cmpuint(count_class(&seen, "edge relation "), ==, 1);
  assert_line(&seen, "told ×2");
}

/* Whether some line of the text begins so. */
static gboolean
has_start(const Seen *seen, const char *start)
{
  g_autofree char *pattern = g_strconcat("\n", start, NULL);
  return strstr(seen->text->str, pattern) != NULL;
}

static void
test_left_out(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  for (guint i = 0; i < 20; i++) {
    g_autofree char *id = g_strdup_printf("lonely%u", i);
    draw_actor(graph, id, id, KITH_ACTOR_PERSON);
  }
  g_autofree char *svg = render(graph, "svg");
  g_auto(Seen) seen = read_svg(svg);
  g_assert_cmpuint(count_class(&seen, "node actor "), ==, 7);
  assert_line(&seen, "21 actors without relations not drawn.");
  KithDrawOptions options = {.format = "svg", .top = 4};
  g_autofree char *top_svg = render_with(graph, &options, NULL);
  g_auto(Seen) top = read_svg(top_svg);
  g_assert_cmpuint(count_class(&top, "node actor "), ==, 4);
  g_assert_true(has_start(&top, "Left out, being mentioned least: 3 actors, "));
}

static void
test_many(void)
{
  g_autoptr(KithGraph) graph = draw_many(500, 2000);
  g_autofree char *svg = render(graph, "svg");
  g_auto(Seen) seen = read_svg(svg);
  g_assert_cmpuint(count_class(&seen, "node actor "), <=, 60);
  g_assert_cmpuint(count_class(&seen, "node actor "), >=, 30);
  g_assert_true(has_start(&seen, "Left out, being mentioned least: 4"));
  g_assert_false(has_start(&seen, "Named, but in no relation:"));
}

static void
test_empty(void)
{
  g_autoptr(KithGraph) graph = kith_graph_new();
  for (const char *const *format = kith_draw_formats(); *format; format++) {
    g_autofree char *picture = render(graph, *format);
    g_assert_cmpuint(strlen(picture), >, 4);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/content", test_content);
  g_test_add_func("/draw/gathered", test_gathered);
  g_test_add_func("/draw/legend", test_legend);
  g_test_add_func("/draw/formats", test_formats);
  g_test_add_func("/draw/dpi", test_dpi);
  g_test_add_func("/draw/same-bytes", test_same_bytes);
  g_test_add_func("/draw/hostile", test_hostile);
  g_test_add_func("/draw/errors", test_errors);
  g_test_add_func("/draw/around", test_around);
  g_test_add_func("/draw/path", test_path);
  g_test_add_func("/draw/dark", test_dark);
  g_test_add_func("/draw/page", test_page);
  g_test_add_func("/draw/classes", test_classes);
  g_test_add_func("/draw/left-out", test_left_out);
  g_test_add_func("/draw/many", test_many);
  g_test_add_func("/draw/empty", test_empty);
  return g_test_run();
}
