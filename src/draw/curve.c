#include "draw/curve.h"

#include <math.h>

/* Where the line from the centre of a box towards a point leaves it; the point where it does not. */
static KithPoint
leave(const KithBox *box, KithPoint to)
{
  double dx = to.x - box->x, dy = to.y - box->y, hw = box->w / 2 + 0.5, hh = box->h / 2 + 0.5, t = 1;
  if (fabs(dx) > hw)
    t = MIN(t, hw / fabs(dx));
  if (fabs(dy) > hh)
    t = MIN(t, hh / fabs(dy));
  return (KithPoint){box->x + t * dx, box->y + t * dy};
}

static double
gap(KithPoint p, KithPoint q)
{
  return sqrt((p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y));
}

/* The point that lies length from p towards q, at most nearly all the way. */
static KithPoint
towards(KithPoint p, KithPoint q, double length)
{
  double all = gap(p, q);
  if (all < 1e-9)
    return p;
  double t = MIN(length / all, 0.9);
  return (KithPoint){p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)};
}

static void
add(KithCurve *curve, KithPoint p)
{
  curve->points[curve->n_points++] = p;
}

void
kith_curve_course(KithCurve *curve, const KithBox *a, const KithBox *b, const KithBox *via,
                  double start_arrow, double end_arrow)
{
  KithPoint ca = {a->x, a->y}, cb = {b->x, b->y};
  KithPoint middle = via ? (KithPoint){via->x, via->y} : (KithPoint){(ca.x + cb.x) / 2, (ca.y + cb.y) / 2};
  *curve = (KithCurve){.has_start = start_arrow > 0, .has_end = end_arrow > 0};
  KithPoint start = leave(a, via ? middle : cb), end = leave(b, via ? middle : ca);
  curve->start = start;
  curve->end = end;
  if (curve->has_start)
    start = towards(start, middle, start_arrow);
  if (curve->has_end)
    end = towards(end, middle, end_arrow);
  add(curve, start);
  if (via == NULL) {
    add(curve, towards(start, end, gap(start, end) / 3));
    add(curve, towards(end, start, gap(start, end) / 3));
    add(curve, end);
    return;
  }
  /* through the label, there parallel to the line between the ends */
  double chord = MAX(gap(start, end), 1e-9), tx = (end.x - start.x) / chord, ty = (end.y - start.y) / chord;
  double before = gap(start, middle) / 3, after = gap(middle, end) / 3;
  add(curve, towards(start, middle, before));
  add(curve, (KithPoint){middle.x - tx * before, middle.y - ty * before});
  add(curve, middle);
  add(curve, (KithPoint){middle.x + tx * after, middle.y + ty * after});
  add(curve, towards(end, middle, after));
  add(curve, end);
}
