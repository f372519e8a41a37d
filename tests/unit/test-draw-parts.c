/* The parts of a picture: labels, and where things stand. */
#include <math.h>
#include <string.h>

#include "config.h"

#include "draw-check.h"
#include "draw-graph.h"
#include "draw/gv.h"
#include "draw/label.h"
#include "draw/place.h"
#include "draw/paint.h"
#include "draw/sheet.h"

#ifdef KITH_SANITIZED
/* Whole stacks, or the suppressions of tests/lsan.supp see no more than g_malloc. */
KITH_API const char *__asan_default_options(void);
const char *
__asan_default_options(void)
{
  return "fast_unwind_on_malloc=0";
}
#endif

static void
test_clean(void)
{
  static const char *const pairs[][2] = {
      {"plain", "plain"},
      {"  a \n\t b  ", "a b"},
      {"a\001b", "ab"},
      {"a\342\200\256b", "ab"},
      {NULL, ""},
      {"\xff", "\357\277\275"},
      {"Zo\303\253", "Zo\303\253"},
      {"\357\273\277x", "x"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
    g_autofree char *clean = kith_label_clean(pairs[i][0]);
    g_assert_cmpstr(clean, ==, pairs[i][1]);
  }
}

static void
test_wrap(void)
{
  static const struct {
    const char *text;
    guint width, max;
    const char *lines;
  } rows[] = {
      {"", 10, 3, ""},
      {"one", 10, 3, "one"},
      {"one two three", 7, 3, "one two|three"},
      {"exactly ten", 11, 3, "exactly ten"},
      {"abcdefghijkl", 5, 3, "abcde|fghij|kl"},
      {"abcdefghijkl", 5, 2, "abcde|fghi…"},
      {"one two three four", 4, 2, "one|two…"},
      {"well-known man", 6, 3, "well-|known|man"},
      {"日本語新聞", 4, 3, "日本|語新|聞"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_auto(GStrv) lines = kith_label_wrap(rows[i].text, rows[i].width, rows[i].max);
    g_autofree char *joined = g_strjoinv("|", lines);
    g_assert_cmpstr(joined, ==, rows[i].lines);
  }
}

static void
test_escape(void)
{
  g_autoptr(GString) html = g_string_new(NULL), xml = g_string_new(NULL);
  kith_label_append_html(html, "<a & \"b\">");
  g_assert_cmpstr(html->str, ==, "&lt;a &amp; &quot;b&quot;&gt;");
  kith_label_append_xml(xml, "a\\n\n'&amp;");
  g_assert_cmpstr(xml->str, ==, "a&#92;n&#10;&#39;&amp;amp;");
}

static void
test_boxes_article(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  check_sheet(graph, NULL);
}

static void
test_boxes_engines(void)
{
  g_autoptr(KithGraph) graph = draw_article();
  static const char *const engines[] = {"dot", "neato", "fdp", "sfdp", "twopi", "circo"};
  for (gsize i = 0; i < G_N_ELEMENTS(engines); i++)
    check_sheet(graph, engines[i]);
}

static void
test_boxes_star(void)
{
  g_autoptr(KithGraph) graph = draw_graph_new("A star");
  guint hub = draw_actor(graph, "hub", "Hub", KITH_ACTOR_COUNTRY);
  for (guint i = 0; i < 40; i++) {
    g_autofree char *id = g_strdup_printf("leaf%u", i);
    guint leaf = draw_actor(graph, id, id, i % KITH_N_ACTOR_TYPES);
    draw_relation(graph, hub, i % KITH_N_CLASSES, leaf, "did a thing that takes words to");
  }
  check_sheet(graph, NULL);
}

static void
test_boxes_tree(void)
{
  g_autoptr(KithGraph) graph = draw_graph_new("A tree");
  draw_actor(graph, "root", "Root", KITH_ACTOR_PERSON);
  for (guint i = 1; i < 9; i++) {
    g_autofree char *id = g_strdup_printf("node%u", i);
    draw_actor(graph, id, id, KITH_ACTOR_PERSON);
    draw_relation(graph, (i - 1) / 2, KITH_CLASS_SUPPORT, i, "praised");
  }
  check_sheet(graph, NULL);
}

static void
test_boxes_parts(void)
{
  g_autoptr(KithGraph) graph = draw_graph_new("Pairs that have nothing to do with each other");
  for (guint i = 0; i < 24; i++) {
    g_autofree char *id = g_strdup_printf("node%u", i);
    draw_actor(graph, id, id, KITH_ACTOR_GROUP);
    if (i % 3 != 0)
      draw_relation(graph, i, KITH_CLASS_ASSAULT, i - 1, "attacked");
  }
  check_sheet(graph, NULL);
}

static void
test_boxes_many(void)
{
  g_autoptr(KithGraph) graph = draw_many(55, 140);
  check_sheet(graph, NULL);
}

/* What Graphviz draws of a graph with an engine, as plain SVG. */
static char *
svg_of(GVC_t *gvc, Agraph_t *graph, const char *engine)
{
  char *data = NULL;
  unsigned int length = 0;
  g_assert_cmpint(gvLayout(gvc, graph, engine), ==, 0);
  g_assert_cmpint(gvRenderData(gvc, graph, "svg:svg:core", &data, &length), ==, 0);
  gvFreeLayout(gvc, graph);
  char *svg = g_strndup(data, length);
  gvFreeRenderData(data);
  return svg;
}

static int
compare_lines(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The lines of an SVG in an order of their own: edges come in another after reading. */
static char **
sorted_lines(const char *svg)
{
  char **lines = g_strsplit(svg, "\n", -1);
  qsort(lines, g_strv_length(lines), sizeof *lines, compare_lines);
  return lines;
}

/* The DOT that is written, read again and laid out as the command dot does, is the same picture. */
static void
test_dot(void)
{
  static const KithDrawOptions none;
  g_autoptr(KithGraph) graph = draw_article();
  draw_actor(graph, "odd\\\"id", "a\\N \"b\" <i>c</i> &lt; d\\", KITH_ACTOR_PERSON);
  g_autoptr(KithDrawScene) scene = kith_draw_scene_new(graph, &none, NULL);
  g_autoptr(KithSheet) sheet = kith_sheet_new(scene, NULL, NULL);
  g_autoptr(GString) dot = g_string_new(NULL);
  GVC_t *gvc = kith_gv_enter();
  Agraph_t *made = kith_paint_sheet(sheet, NULL, FALSE);
  g_assert_true(kith_gv_write(made, dot));
  g_autofree char *svg = svg_of(gvc, made, "nop2");
  agclose(made);
  Agraph_t *read = agmemread(dot->str);
  g_assert_nonnull(read);
  g_autofree char *again = svg_of(gvc, read, "dot");
  agclose(read);
  kith_gv_leave(TRUE, "draw", NULL);
  g_auto(GStrv) expected = sorted_lines(svg), found = sorted_lines(again);
  g_assert_cmpstrv(found, expected);
}

static void
test_part(void)
{
  KithBox boxes[30];
  for (guint i = 0; i < 30; i++)
    boxes[i] = (KithBox){5, 5, 10 + i, 10};
  KithPlan plan = {.boxes = boxes, .n_actors = 20, .n_boxes = 30, .aspect = 1.5};
  kith_place_part(&plan, 3);
  for (guint i = 0; i < 30; i++)
    for (guint j = 0; j < i; j++)
      g_assert_true(fabs(boxes[i].x - boxes[j].x) > (boxes[i].w + boxes[j].w) / 2 + 2.9 ||
                    fabs(boxes[i].y - boxes[j].y) > (boxes[i].h + boxes[j].h) / 2 + 2.9);
}

/* Two lines that cross need not. */
static void
test_improve(void)
{
  KithBox boxes[4] = {{0, 0, 40, 20}, {200, 150, 40, 20}, {0, 150, 40, 20}, {200, 0, 40, 20}};
  KithLink links[2] = {{0, 1, KITH_NONE}, {2, 3, KITH_NONE}};
  KithPlan plan = {.boxes = boxes, .n_actors = 4, .n_boxes = 4, .links = links, .n_links = 2, .aspect = 1.5};
  double before = kith_place_cost(&plan);
  kith_place_improve(&plan, 0.2);
  g_assert_cmpfloat(kith_place_cost(&plan), <, before - 15);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/label/clean", test_clean);
  g_test_add_func("/draw/label/wrap", test_wrap);
  g_test_add_func("/draw/label/escape", test_escape);
  g_test_add_func("/draw/dot", test_dot);
  g_test_add_func("/draw/place/part", test_part);
  g_test_add_func("/draw/place/improve", test_improve);
  g_test_add_func("/draw/boxes/article", test_boxes_article);
  g_test_add_func("/draw/boxes/engines", test_boxes_engines);
  g_test_add_func("/draw/boxes/star", test_boxes_star);
  g_test_add_func("/draw/boxes/tree", test_boxes_tree);
  g_test_add_func("/draw/boxes/parts", test_boxes_parts);
  g_test_add_func("/draw/boxes/many", test_boxes_many);
  return g_test_run();
}
