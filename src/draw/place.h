/* Where things stand: boxes (actors, and the labels of edges) moved until none lies on another and few lines
 * cross or run through a box. Geometry only, in points, y upwards; the same input gives the same result. */
#pragma once

#include "base/api.h"

typedef struct {
  double x, y; /* centre */
  double w, h;
} KithBox;

typedef struct {
  guint a, b;  /* boxes of the two actors */
  guint label; /* box of the label, through whose centre the line goes; KITH_NONE: a straight line */
} KithLink;

typedef struct {
  KithBox *boxes; /* actors first, then labels */
  guint n_actors, n_boxes;
  KithLink *links;
  guint n_links;
  double aspect; /* width by height that is wanted */
} KithPlan;

/* Improves positions by threshold accepting (Dueck and Scheuer 1990, J. Comput. Phys. 90) over overlaps,
 * lines through boxes, crossings, lengths, angles; effort bounds the work, in millions of tests of two
 * things. */
void kith_place_improve(KithPlan *plan, double effort);

/* Pushes boxes apart until the nearest are gap points from each other. */
void kith_place_part(KithPlan *plan, double gap);

/* The cost that kith_place_improve lowers. */
double kith_place_cost(const KithPlan *plan);
