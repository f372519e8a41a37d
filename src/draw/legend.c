#include "draw/legend.h"

#include "draw/label.h"

enum { TITLE_COLUMNS = 64, NOTE_COLUMNS = 110 };
#define MIN_WIDTH 430.0
#define GAP 14.0

static void
text_free(gpointer data)
{
  KithText *text = data;
  g_free(text->id);
  g_free(text->html);
  g_free(text);
}

/* Adds a text of a size and colour. */
static void
add_text(KithSheet *sheet, const char *class, const char *text, guint columns, const char *size,
         const char *color, gboolean bold)
{
  if (sheet->texts == NULL)
    sheet->texts = g_ptr_array_new_with_free_func(text_free);
  GString *html = g_string_new(NULL);
  g_auto(GStrv) lines = kith_label_wrap(text, columns, 3);
  g_string_append_printf(html,
                         "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>"
                         "<TD ALIGN=\"LEFT\" BALIGN=\"LEFT\"><FONT POINT-SIZE=\"%s\" COLOR=\"%s\">%s",
                         size, color, bold ? "<B>" : "");
  for (guint i = 0; lines[i]; i++) {
    if (i > 0)
      g_string_append(html, "<BR/>");
    kith_label_append_html(html, lines[i]);
  }
  g_string_append_printf(html, "%s</FONT></TD></TR></TABLE>", bold ? "</B>" : "");
  KithText *t = g_new0(KithText, 1);
  t->id = g_strdup_printf("%s:%u", class, sheet->texts->len + 1);
  t->html = g_string_free(html, FALSE);
  t->class = class;
  g_ptr_array_add(sheet->texts, t);
}

static void
add_sample(KithSheet *sheet, KithSampleKind kind, guint value, const char *text)
{
  KithSample sample = {kind, value, {0, 0, KITH_SAMPLE_WIDTH, KITH_SAMPLE_HEIGHT}};
  g_array_append_val(sheet->samples, sample);
  add_text(sheet, "legend", text, 60, "9", kith_style_theme(sheet->scene->theme)->ink, FALSE);
}

/* A sample for each truth status and strength that occurs. */
static void
add_marks(KithSheet *sheet)
{
  gboolean denied = FALSE, unreal = FALSE, heavy = FALSE;
  for (guint i = 0; i < sheet->scene->edges->len; i++) {
    const KithSceneEdge *edge = kith_draw_scene_edge(sheet->scene, i);
    if (edge->lines->len == 0)
      continue;
    for (guint k = 0; k < edge->lines->len; k++)
      denied |= ((KithSceneLine *)edge->lines->pdata[k])->polarity == KITH_NEGATIVE;
    unreal |= edge->unreal && !edge->denied;
    heavy |= edge->evidence > 1;
  }
  if (unreal)
    add_sample(sheet, KITH_SAMPLE_MARK, KITH_MARK_UNREAL, "planned, demanded, possible");
  if (denied)
    add_sample(sheet, KITH_SAMPLE_MARK, KITH_MARK_DENIED, "✗ denied");
  if (heavy)
    add_sample(sheet, KITH_SAMPLE_MARK, KITH_MARK_WEIGHT, "thicker: said more often");
}

/* The legend's samples, in a fixed order, each only if it occurs. */
static void
add_samples(KithSheet *sheet)
{
  const KithDrawScene *scene = sheet->scene;
  guint types = 0, families = 0, ties = 0;
  for (guint i = 0; i < scene->nodes->len; i++)
    types |= 1u << kith_draw_scene_node(scene, i)->type;
  for (guint i = 0; i < scene->edges->len; i++) {
    const KithSceneEdge *edge = kith_draw_scene_edge(scene, i);
    families |= edge->families;
    if (edge->lines->len == 0)
      ties |= 1u << edge->tie;
  }
  for (guint i = 0; i < KITH_N_ACTOR_TYPES; i++)
    if (types >> i & 1)
      add_sample(sheet, KITH_SAMPLE_ACTOR, i, kith_style_actor(i)->name);
  for (guint i = 0; i < KITH_N_FAMILIES; i++)
    if (families >> i & 1)
      add_sample(sheet, KITH_SAMPLE_FAMILY, i, kith_style_family(i)->name);
  for (guint i = 0; i < KITH_N_TIES; i++)
    if (ties >> i & 1)
      add_sample(sheet, KITH_SAMPLE_TIE, i, kith_style_tie(i)->name);
  add_marks(sheet);
}

/* Whether some actors stand apart. */
static gboolean
has_isolated(const KithDrawScene *scene)
{
  for (guint i = 0; i < scene->nodes->len; i++)
    if (kith_draw_scene_node(scene, i)->isolated)
      return TRUE;
  return FALSE;
}

void
kith_legend_fill(KithSheet *sheet)
{
  const KithDrawScene *scene = sheet->scene;
  const KithThemeStyle *theme = kith_style_theme(scene->theme);
  add_text(sheet, "title", scene->title, TITLE_COLUMNS, "17", theme->ink, TRUE);
  if (scene->byline)
    add_text(sheet, "byline", scene->byline, NOTE_COLUMNS, "9", theme->faint, FALSE);
  sheet->n_head = sheet->texts->len;
  if (has_isolated(scene))
    add_text(sheet, "heading", "Named, but in no relation:", NOTE_COLUMNS, "9", theme->faint, FALSE);
  sheet->samples = g_array_new(FALSE, FALSE, sizeof(KithSample));
  add_samples(sheet);
  for (guint i = 0; i < scene->notes->len; i++)
    add_text(sheet, "note", g_ptr_array_index(scene->notes, i), NOTE_COLUMNS, "9", theme->faint, FALSE);
}

static KithText *
text_at(const KithSheet *sheet, guint i)
{
  return g_ptr_array_index(sheet->texts, i);
}

/* The left, right, lower and upper end of what is drawn. */
typedef struct {
  double left, right, low, high;
} Extent;

static void
include(Extent *e, double x, double y, double hw, double hh)
{
  e->left = MIN(e->left, x - hw);
  e->right = MAX(e->right, x + hw);
  e->low = MIN(e->low, y - hh);
  e->high = MAX(e->high, y + hh);
}

static Extent
extent(const KithSheet *sheet)
{
  Extent e = {G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE};
  for (guint i = 0; i < sheet->scene->nodes->len; i++) {
    const KithBox *b = &sheet->nodes[i];
    if (!kith_draw_scene_node(sheet->scene, i)->isolated)
      include(&e, b->x, b->y, b->w / 2, b->h / 2);
  }
  for (guint i = 0; i < sheet->scene->edges->len; i++) {
    const KithBox *b = &sheet->labels[i];
    if (b->w > 0)
      include(&e, b->x, b->y, b->w / 2, b->h / 2);
    for (guint k = 0; k < sheet->curves[i].n_points; k++)
      include(&e, sheet->curves[i].points[k].x, sheet->curves[i].points[k].y, 3, 3);
  }
  return e.left > e.right ? (Extent){0, MIN_WIDTH, 0, 0} : e;
}

/* Puts a box behind the last one of a row, or at the start of the next row. */
static void
flow(KithBox *box, double width, const Extent *e, double *x, double *top, double *row)
{
  if (*x > e->left && *x + width > e->right) {
    *x = e->left;
    *top -= *row + 6;
    *row = 0;
  }
  box->x = *x + box->w / 2;
  *row = MAX(*row, box->h);
  box->y = *top - box->h / 2;
  *x += width;
}

/* Places a text at the left under top; returns the new top. */
static double
stack(KithText *text, double left, double top)
{
  text->box.x = left + text->box.w / 2;
  text->box.y = top - text->box.h / 2;
  return top - text->box.h;
}

/* The actors that stand apart, under a heading. */
static double
place_isolated(KithSheet *sheet, const Extent *e, guint *text, double top)
{
  if (!has_isolated(sheet->scene))
    return top;
  top = stack(text_at(sheet, (*text)++), e->left, top - GAP) - 5;
  double x = e->left, row = 0;
  for (guint i = 0; i < sheet->scene->nodes->len; i++)
    if (kith_draw_scene_node(sheet->scene, i)->isolated)
      flow(&sheet->nodes[i], sheet->nodes[i].w + 10, e, &x, &top, &row);
  return top - row;
}

static double
place_samples(KithSheet *sheet, const Extent *e, guint *text, double top)
{
  double x = e->left, row = 0;
  for (guint i = 0; i < sheet->samples->len; i++) {
    KithSample *sample = &g_array_index(sheet->samples, KithSample, i);
    KithText *t = text_at(sheet, (*text)++);
    flow(&sample->box, sample->box.w + 5 + t->box.w + 16, e, &x, &top, &row);
    t->box.x = sample->box.x + sample->box.w / 2 + 5 + t->box.w / 2;
    t->box.y = sample->box.y;
  }
  return top - row;
}

void
kith_legend_place(KithSheet *sheet)
{
  Extent e = extent(sheet);
  double width = MAX(e.right - e.left, MIN_WIDTH), middle = (e.left + e.right) / 2;
  for (guint i = 0; i < sheet->n_head; i++)
    width = MAX(width, text_at(sheet, i)->box.w);
  e.left = middle - width / 2;
  e.right = middle + width / 2;
  double height = GAP;
  for (guint i = 0; i < sheet->n_head; i++)
    height += text_at(sheet, i)->box.h + 3;
  double top = e.high + height;
  const double page_top = top;
  guint text = 0;
  while (text < sheet->n_head)
    top = stack(text_at(sheet, text++), e.left, top) - 3;
  top = place_isolated(sheet, &e, &text, e.low);
  top = place_samples(sheet, &e, &text, top - GAP - 4);
  for (top -= 6; text < sheet->texts->len; text++)
    top = stack(text_at(sheet, text), e.left, top) - 2;
  sheet->page = (KithBox){middle, (page_top + top) / 2, width, page_top - top};
}
