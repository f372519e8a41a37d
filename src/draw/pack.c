#include "draw/pack.h"

#include <math.h>

#define MAX_CELLS 600 /* of the grid, each way */
#define MIN_CELL 8.0  /* points */

typedef struct {
  int x, y;
} Cell;

typedef struct {
  guint8 *taken; /* size * size */
  int size;
  double cell;
  int left, right, low, high; /* of what is taken */
} Grid;

static gboolean
is_taken(const Grid *grid, int x, int y)
{
  return x >= 0 && y >= 0 && x < grid->size && y < grid->size && grid->taken[y * grid->size + x];
}

typedef struct {
  double left, right, low, high;
} Extent;

static Extent
extent_of(const KithPlan *plan)
{
  Extent e = {G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE};
  for (guint i = 0; i < plan->n_boxes; i++) {
    const KithBox *b = &plan->boxes[i];
    e.left = MIN(e.left, b->x - b->w / 2);
    e.right = MAX(e.right, b->x + b->w / 2);
    e.low = MIN(e.low, b->y - b->h / 2);
    e.high = MAX(e.high, b->y + b->h / 2);
  }
  return e;
}

/* Adds the cells of a rectangle. */
static void
add_rectangle(GArray *cells, const Extent *origin, double cell, const Extent *r)
{
  for (int y = (int)floor((r->low - origin->low) / cell); y <= (int)floor((r->high - origin->low) / cell);
       y++)
    for (int x = (int)floor((r->left - origin->left) / cell);
         x <= (int)floor((r->right - origin->left) / cell); x++) {
      Cell c = {x, y};
      g_array_append_val(cells, c);
    }
}

/* Adds the cells along a line. */
static void
add_line(GArray *cells, const Extent *origin, double cell, const KithBox *p, const KithBox *q)
{
  int steps = (int)ceil(hypot(q->x - p->x, q->y - p->y) / (cell / 2)) + 1;
  for (int i = 0; i <= steps; i++) {
    double x = p->x + (q->x - p->x) * i / steps, y = p->y + (q->y - p->y) * i / steps;
    Cell c = {(int)floor((x - origin->left) / cell), (int)floor((y - origin->low) / cell)};
    const Cell *last = cells->len ? &g_array_index(cells, Cell, cells->len - 1) : NULL;
    if (last == NULL || last->x != c.x || last->y != c.y)
      g_array_append_val(cells, c);
  }
}

/* What a plan covers, as cells from its lower left corner on; its boxes with a margin. */
static GArray *
cells_of(const KithPlan *plan, const Extent *origin, double cell, double margin)
{
  GArray *cells = g_array_new(FALSE, FALSE, sizeof(Cell));
  for (guint i = 0; i < plan->n_boxes; i++) {
    const KithBox *b = &plan->boxes[i];
    Extent r = {b->x - b->w / 2 - margin, b->x + b->w / 2 + margin, b->y - b->h / 2 - margin,
                b->y + b->h / 2 + margin};
    add_rectangle(cells, origin, cell, &r);
  }
  for (guint i = 0; i < plan->n_links; i++) {
    const KithLink *l = &plan->links[i];
    const KithBox *a = &plan->boxes[l->a], *b = &plan->boxes[l->b];
    const KithBox *via = l->label == KITH_NONE ? b : &plan->boxes[l->label];
    add_line(cells, origin, cell, a, via);
    if (via != b)
      add_line(cells, origin, cell, via, b);
  }
  return cells;
}

static gboolean
fits(const Grid *grid, const GArray *cells, int dx, int dy)
{
  for (guint i = 0; i < cells->len; i++) {
    const Cell *c = &g_array_index(cells, Cell, i);
    if (is_taken(grid, c->x + dx, c->y + dy))
      return FALSE;
  }
  return TRUE;
}

static void
take(Grid *grid, const GArray *cells, int dx, int dy)
{
  for (guint i = 0; i < cells->len; i++) {
    int x = g_array_index(cells, Cell, i).x + dx, y = g_array_index(cells, Cell, i).y + dy;
    if (x < 0 || y < 0 || x >= grid->size || y >= grid->size)
      continue;
    grid->taken[y * grid->size + x] = 1;
    grid->left = MIN(grid->left, x);
    grid->right = MAX(grid->right, x);
    grid->low = MIN(grid->low, y);
    grid->high = MAX(grid->high, y);
  }
}

/* The place that makes the whole least, by its shape, then by how near to the middle it is. */
static Cell
best_place(const Grid *grid, const GArray *cells, int wide, int tall, double aspect)
{
  Cell best = {grid->right + 2, grid->low};
  double least = G_MAXDOUBLE;
  const double cx = (grid->left + grid->right - wide) / 2.0, cy = (grid->low + grid->high - tall) / 2.0;
  for (int y = grid->low - tall - 1; y <= grid->high + 1; y++)
    for (int x = grid->left - wide - 1; x <= grid->right + 1; x++) {
      int w = MAX(grid->right, x + wide) - MIN(grid->left, x);
      int h = MAX(grid->high, y + tall) - MIN(grid->low, y);
      double cost = MAX(w, h * aspect) + 0.15 * (w + h * aspect) + 0.04 * hypot(x - cx, (y - cy) * aspect);
      if (cost >= least || !fits(grid, cells, x, y))
        continue;
      least = cost;
      best = (Cell){x, y};
    }
  return best;
}

/* Puts a plan's lower left corner where a cell is. */
static void
move_plan(KithPlan *plan, const Extent *origin, double x, double y)
{
  for (guint i = 0; i < plan->n_boxes; i++) {
    plan->boxes[i].x += x - origin->left;
    plan->boxes[i].y += y - origin->low;
  }
}

typedef struct {
  guint plan;
  double area;
} Ranked;

static int
compare_ranked(gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;
  if (x->area != y->area)
    return x->area > y->area ? -1 : 1;
  return x->plan < y->plan ? -1 : x->plan > y->plan;
}

/* Largest first; gives the size of all together, too. */
static GArray *
rank(const KithPlan *plans, guint n_plans, double gap, double *all)
{
  GArray *ranked = g_array_new(FALSE, FALSE, sizeof(Ranked));
  *all = 0;
  for (guint i = 0; i < n_plans; i++) {
    Extent e = extent_of(&plans[i]);
    double w = e.right - e.left + gap, h = e.high - e.low + gap;
    Ranked r = {i, w * h};
    *all += MAX(w, h);
    g_array_append_val(ranked, r);
  }
  g_array_sort(ranked, compare_ranked);
  return ranked;
}

void
kith_pack_plans(KithPlan *plans, guint n_plans, double gap, double aspect)
{
  double all;
  g_autoptr(GArray) ranked = rank(plans, n_plans, gap, &all);
  Grid grid = {.size = MAX_CELLS, .cell = MAX(MIN_CELL, 2 * all / MAX_CELLS)};
  grid.left = grid.low = grid.size;
  g_autofree guint8 *taken = grid.taken = g_malloc0((gsize)grid.size * grid.size);
  for (guint i = 0; i < ranked->len; i++) {
    KithPlan *plan = &plans[g_array_index(ranked, Ranked, i).plan];
    Extent e = extent_of(plan);
    /* half the gap each, and a cell for what the grid rounds off */
    g_autoptr(GArray) cells = cells_of(plan, &e, grid.cell, gap / 2);
    int wide = (int)ceil((e.right - e.left) / grid.cell), tall = (int)ceil((e.high - e.low) / grid.cell);
    Cell at = {(grid.size - wide) / 2, (grid.size - tall) / 2};
    if (i > 0)
      at = best_place(&grid, cells, wide, tall, aspect);
    take(&grid, cells, at.x, at.y);
    move_plan(plan, &e, at.x * grid.cell, at.y * grid.cell);
  }
}
