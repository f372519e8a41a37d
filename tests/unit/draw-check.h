/* Measures where a drawing puts things. */
#pragma once

#include <math.h>

#include "draw/sheet.h"

static inline gboolean
overlap(const KithBox *p, const KithBox *q)
{
  return fabs(p->x - q->x) + 0.5 < (p->w + q->w) / 2 && fabs(p->y - q->y) + 0.5 < (p->h + q->h) / 2;
}

static inline gboolean
is_within(const KithBox *page, double x, double y, double hw, double hh)
{
  return x - hw >= page->x - page->w / 2 - 5 && x + hw <= page->x + page->w / 2 + 5 &&
         y - hh >= page->y - page->h / 2 - 5 && y + hh <= page->y + page->h / 2 + 5;
}

/* Every box of a sheet: actors, labels, texts. */
static inline GArray *
all_boxes(const KithSheet *sheet)
{
  GArray *boxes = g_array_new(FALSE, FALSE, sizeof(KithBox));
  g_array_append_vals(boxes, sheet->nodes, sheet->scene->nodes->len);
  for (guint i = 0; i < sheet->scene->edges->len; i++)
    if (sheet->labels[i].w > 0)
      g_array_append_val(boxes, sheet->labels[i]);
  for (guint i = 0; i < sheet->texts->len; i++)
    g_array_append_val(boxes, ((KithText *)sheet->texts->pdata[i])->box);
  for (guint i = 0; i < sheet->samples->len; i++)
    g_array_append_val(boxes, g_array_index(sheet->samples, KithSample, i).box);
  return boxes;
}

/* No two boxes overlap, nothing lies outside the page, lines end at their actors. */
static inline void
check_sheet(const KithGraph *graph, const char *engine)
{
  static const KithDrawOptions none;
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDrawScene) scene = kith_draw_scene_new(graph, &none, &error);
  g_assert_no_error(error);
  g_autoptr(KithSheet) sheet = kith_sheet_new(scene, engine, &error);
  g_assert_no_error(error);
  g_autoptr(GArray) boxes = all_boxes(sheet);
  for (guint i = 0; i < boxes->len; i++) {
    const KithBox *one = &g_array_index(boxes, KithBox, i);
    g_assert_cmpfloat(one->w, >, 0);
    g_assert_cmpfloat(one->h, >, 0);
    g_assert_true(is_within(&sheet->page, one->x, one->y, one->w / 2, one->h / 2));
    for (guint j = 0; j < i; j++)
      g_assert_false(overlap(one, &g_array_index(boxes, KithBox, j)));
  }
  for (guint i = 0; i < scene->edges->len; i++) {
    const KithCurve *curve = &sheet->curves[i];
    g_assert_cmpuint(curve->n_points % 3, ==, 1);
    for (guint k = 0; k < curve->n_points; k++)
      g_assert_true(is_within(&sheet->page, curve->points[k].x, curve->points[k].y, 0, 0));
    const KithBox *b = &sheet->nodes[kith_draw_scene_edge(scene, i)->b];
    KithPoint end = curve->has_end ? curve->end : curve->points[curve->n_points - 1];
    g_assert_cmpfloat(fabs(end.x - b->x), <, b->w / 2 + 8);
    g_assert_cmpfloat(fabs(end.y - b->y), <, b->h / 2 + 8);
  }
}
