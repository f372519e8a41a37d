#include "draw/place.h"

#include <math.h>
#include <string.h>

/* Costs; a point of line length is LENGTH. */
#define GAP 9.0           /* points wanted between boxes */
#define OVERLAP 40.0      /* two boxes nearer than that... */
#define OVERLAP_DEPTH 8.0 /* ... and for each point */
#define THROUGH_ACTOR 45.0
#define THROUGH_LABEL 22.0
#define THROUGH_POINT 0.8 /* for each point of the line within */
#define CROSSING 16.0
#define ACUTE 14.0 /* two lines leave an actor in nearly one direction */
#define LENGTH 0.11
#define TIE_LENGTH 0.2 /* of lines without a label: an office and its holder belong together */
#define STEEP 1.6      /* height counts more than width: so do screens, and labels lie flat */
#define DETOUR 0.5
#define SHOWN 17.0 /* points of a line that are wanted on either side of its label */
#define HIDDEN 1.2 /* for each point less */
#define GRAVITY 0.035

typedef struct {
  KithPlan *plan;
  double cx, cy; /* the centre of it all */
  gboolean *box_moves, *link_moves;
  guint *boxes, *links; /* what moves */
  guint n_boxes, n_links;
  guint **incident; /* by actor: its links, ended by KITH_NONE */
  guint64 random;
  double work; /* tests done */
} State;

/* A number in [0, 1): xorshift64* (Vigna 2016), the same on every machine. */
static double
draw_random(State *s)
{
  s->random ^= s->random >> 12;
  s->random ^= s->random << 25;
  s->random ^= s->random >> 27;
  return (double)(s->random * G_GUINT64_CONSTANT(2685821657736338717) >> 11) / 9007199254740992.0;
}

/* How far two boxes are into each other's surroundings, in points; 0: they are apart. */
static inline double
overlap(const KithBox *p, const KithBox *q, double gap)
{
  double dx = (p->w + q->w) / 2 + gap - fabs(p->x - q->x);
  double dy = (p->h + q->h) / 2 + gap - fabs(p->y - q->y);
  return dx > 0 && dy > 0 ? MIN(dx, dy) : 0;
}

/* The length of a line within a box and margin around it (Liang and Barsky 1984). */
static inline double
within(const KithBox *p, const KithBox *q, const KithBox *box, double margin)
{
  double hw = box->w / 2 + margin, hh = box->h / 2 + margin;
  double x = p->x - box->x, y = p->y - box->y, dx = q->x - p->x, dy = q->y - p->y;
  if ((x > hw && x + dx > hw) || (x < -hw && x + dx < -hw) || (y > hh && y + dy > hh) ||
      (y < -hh && y + dy < -hh))
    return 0;
  double t0 = 0, t1 = 1;
  const double step[] = {-dx, dx, -dy, dy}, room[] = {x + hw, hw - x, y + hh, hh - y};
  for (int i = 0; i < 4; i++) {
    if (step[i] == 0) {
      if (room[i] < 0)
        return 0;
      continue;
    }
    double t = room[i] / step[i];
    if (step[i] < 0)
      t0 = MAX(t0, t);
    else
      t1 = MIN(t1, t);
  }
  return t1 > t0 ? (t1 - t0) * sqrt(dx * dx + dy * dy) : 0;
}

static inline double
turn_of(const KithBox *a, const KithBox *b, const KithBox *c)
{
  return (b->x - a->x) * (c->y - a->y) - (b->y - a->y) * (c->x - a->x);
}

static inline gboolean
cross(const KithBox *p, const KithBox *q, const KithBox *r, const KithBox *s)
{
  if (MAX(p->x, q->x) < MIN(r->x, s->x) || MAX(r->x, s->x) < MIN(p->x, q->x) ||
      MAX(p->y, q->y) < MIN(r->y, s->y) || MAX(r->y, s->y) < MIN(p->y, q->y))
    return FALSE;
  return (turn_of(p, q, r) > 0) != (turn_of(p, q, s) > 0) && (turn_of(r, s, p) > 0) != (turn_of(r, s, q) > 0);
}

/* The parts of a link: one line, or two that meet in the label. */
static inline guint
parts(const KithPlan *plan, guint link, const KithBox *ends[3])
{
  const KithLink *l = &plan->links[link];
  guint n = 0;
  ends[n++] = &plan->boxes[l->a];
  if (l->label != KITH_NONE)
    ends[n++] = &plan->boxes[l->label];
  ends[n] = &plan->boxes[l->b];
  return n;
}

static inline gboolean
is_end(const KithLink *link, guint box)
{
  return link->a == box || link->b == box || link->label == box;
}

static double
link_box_cost(const KithPlan *plan, guint link, guint box)
{
  if (is_end(&plan->links[link], box))
    return 0;
  const KithBox *ends[3];
  guint n = parts(plan, link, ends);
  double inside = 0;
  for (guint i = 0; i < n; i++)
    inside += within(ends[i], ends[i + 1], &plan->boxes[box], 4);
  return inside > 0 ? (box < plan->n_actors ? THROUGH_ACTOR : THROUGH_LABEL) + THROUGH_POINT * inside : 0;
}

/* The cost of two lines that leave one actor nearly alike. */
static double
acute_cost(const KithPlan *plan, const KithLink *p, const KithLink *q, guint shared)
{
  const KithBox *o = &plan->boxes[shared];
  const KithBox *u = &plan->boxes[p->label != KITH_NONE ? p->label : p->a == shared ? p->b : p->a];
  const KithBox *v = &plan->boxes[q->label != KITH_NONE ? q->label : q->a == shared ? q->b : q->a];
  double ux = u->x - o->x, uy = u->y - o->y, vx = v->x - o->x, vy = v->y - o->y;
  double dot = ux * vx + uy * vy, norm = (ux * ux + uy * uy) * (vx * vx + vy * vy);
  return dot > 0 && dot * dot > 0.93 * norm ? ACUTE : 0;
}

static double
link_link_cost(const KithPlan *plan, guint i, guint j)
{
  const KithLink *p = &plan->links[i], *q = &plan->links[j];
  double cost = 0;
  if (p->a == q->a || p->a == q->b)
    cost += acute_cost(plan, p, q, p->a);
  if (p->b == q->a || p->b == q->b)
    cost += acute_cost(plan, p, q, p->b);
  const KithBox *e[3], *f[3];
  guint n = parts(plan, i, e), m = parts(plan, j, f);
  for (guint k = 0; k < n; k++)
    for (guint l = 0; l < m; l++)
      if (e[k] != f[l] && e[k] != f[l + 1] && e[k + 1] != f[l] && e[k + 1] != f[l + 1] &&
          cross(e[k], e[k + 1], f[l], f[l + 1]))
        cost += CROSSING;
  return cost;
}

static inline double
distance(const KithBox *p, const KithBox *q)
{
  double dx = p->x - q->x, dy = STEEP * (p->y - q->y);
  return sqrt(dx * dx + dy * dy);
}

/* The points that are missing between a label and an end of its line. */
static inline double
hidden(const KithBox *label, const KithBox *end)
{
  double dx = fabs(label->x - end->x) - (label->w + end->w) / 2;
  double dy = fabs(label->y - end->y) - (label->h + end->h) / 2;
  return MAX(0, SHOWN - MAX(dx, dy));
}

/* Length and detour of one link. */
static double
link_cost(const KithPlan *plan, guint link)
{
  const KithBox *ends[3];
  guint n = parts(plan, link, ends);
  double length = distance(ends[0], ends[1]);
  if (n == 1)
    return TIE_LENGTH * length;
  double second = distance(ends[1], ends[2]);
  double straight = distance(ends[0], ends[2]);
  return HIDDEN * (hidden(ends[1], ends[0]) + hidden(ends[1], ends[2])) + LENGTH * (length + second) +
         DETOUR * (length + second - straight) + 0.06 * fabs(length - second);
}

/* The pull of the centre. */
static double
box_cost(const State *s, guint box)
{
  const KithBox *b = &s->plan->boxes[box];
  double x = b->x - s->cx, y = (b->y - s->cy) * s->plan->aspect;
  return GRAVITY * sqrt(x * x + y * y);
}

static double
box_box_cost(const KithPlan *plan, guint i, guint j)
{
  double depth = overlap(&plan->boxes[i], &plan->boxes[j], GAP);
  return depth > 0 ? OVERLAP + OVERLAP_DEPTH * depth : 0;
}

/* The cost of all in which something that moves takes part. */
static double
moving_cost(State *s)
{
  KithPlan *plan = s->plan;
  double cost = 0;
  for (guint i = 0; i < s->n_boxes; i++) {
    guint box = s->boxes[i];
    cost += box_cost(s, box);
    for (guint j = 0; j < plan->n_boxes; j++)
      if (j != box && !(s->box_moves[j] && j < box))
        cost += box_box_cost(plan, box, j);
    for (guint j = 0; j < plan->n_links; j++)
      if (!s->link_moves[j])
        cost += link_box_cost(plan, j, box);
  }
  for (guint i = 0; i < s->n_links; i++) {
    guint link = s->links[i];
    cost += link_cost(plan, link);
    for (guint j = 0; j < plan->n_boxes; j++)
      cost += link_box_cost(plan, link, j);
    for (guint j = 0; j < plan->n_links; j++)
      if (j != link && !(s->link_moves[j] && j < link))
        cost += link_link_cost(plan, link, j);
  }
  s->work += (double)(s->n_boxes + s->n_links) * (plan->n_boxes + plan->n_links);
  return cost;
}

static void
add_box(State *s, guint box)
{
  if (!s->box_moves[box])
    s->boxes[s->n_boxes++] = box;
  s->box_moves[box] = TRUE;
}

static void
add_link(State *s, guint link)
{
  if (!s->link_moves[link])
    s->links[s->n_links++] = link;
  s->link_moves[link] = TRUE;
}

static void
clear(State *s)
{
  for (guint i = 0; i < s->n_boxes; i++)
    s->box_moves[s->boxes[i]] = FALSE;
  for (guint i = 0; i < s->n_links; i++)
    s->link_moves[s->links[i]] = FALSE;
  s->n_boxes = s->n_links = 0;
}

/* What moves with an actor: its lines and their labels. */
static void
add_actor(State *s, guint actor)
{
  add_box(s, actor);
  for (const guint *l = s->incident[actor]; *l != KITH_NONE; l++) {
    add_link(s, *l);
    if (s->plan->links[*l].label != KITH_NONE)
      add_box(s, s->plan->links[*l].label);
  }
}

/* Puts the labels of an actor's lines between their ends. */
static void
centre_labels(State *s, guint actor)
{
  KithPlan *plan = s->plan;
  for (const guint *l = s->incident[actor]; *l != KITH_NONE; l++) {
    const KithLink *link = &plan->links[*l];
    if (link->label == KITH_NONE)
      continue;
    const KithBox *a = &plan->boxes[link->a], *b = &plan->boxes[link->b];
    double t = 0.35 + 0.3 * draw_random(s);
    plan->boxes[link->label].x = a->x + t * (b->x - a->x);
    plan->boxes[link->label].y = a->y + t * (b->y - a->y);
  }
}

/* Moves an actor by a step; its labels half as far. */
static void
shift_actor(State *s, guint actor, double dx, double dy)
{
  KithPlan *plan = s->plan;
  plan->boxes[actor].x += dx;
  plan->boxes[actor].y += dy;
  if (draw_random(s) < 0.3) {
    centre_labels(s, actor);
    return;
  }
  for (const guint *l = s->incident[actor]; *l != KITH_NONE; l++)
    if (plan->links[*l].label != KITH_NONE) {
      plan->boxes[plan->links[*l].label].x += dx / 2;
      plan->boxes[plan->links[*l].label].y += dy / 2;
    }
}

static void
swap_actors(State *s, guint i, guint j)
{
  KithBox *p = &s->plan->boxes[i], *q = &s->plan->boxes[j];
  double x = p->x, y = p->y;
  p->x = q->x;
  p->y = q->y;
  q->x = x;
  q->y = y;
  centre_labels(s, i);
  centre_labels(s, j);
}

/* The link that a label belongs to is found by its number: labels follow the actors in the order of the
 * links. */
static void
prepare_label(State *s, const guint *owner, guint label)
{
  add_box(s, label);
  add_link(s, owner[label]);
}

static void
shift_label(State *s, const guint *owner, guint label, double reach)
{
  KithPlan *plan = s->plan;
  const KithLink *link = &plan->links[owner[label]];
  KithBox *box = &plan->boxes[label];
  if (draw_random(s) < 0.4) {
    const KithBox *a = &plan->boxes[link->a], *b = &plan->boxes[link->b];
    double t = 0.25 + 0.5 * draw_random(s);
    box->x = a->x + t * (b->x - a->x);
    box->y = a->y + t * (b->y - a->y);
  }
  box->x += (draw_random(s) - 0.5) * reach;
  box->y += (draw_random(s) - 0.5) * reach;
}

/* One move, kept where it costs no more than threshold. */
static void
step(State *s, const guint *owner, double reach, double threshold, KithBox *saved)
{
  KithPlan *plan = s->plan;
  guint box = (guint)(draw_random(s) * plan->n_boxes), other = KITH_NONE;
  if (box >= plan->n_actors) {
    prepare_label(s, owner, box);
  } else {
    add_actor(s, box);
    if (draw_random(s) < 0.12)
      other = (guint)(draw_random(s) * plan->n_actors);
    if (other != KITH_NONE && other != box)
      add_actor(s, other);
  }
  for (guint i = 0; i < s->n_boxes; i++)
    saved[i] = plan->boxes[s->boxes[i]];
  double before = moving_cost(s);
  if (box >= plan->n_actors)
    shift_label(s, owner, box, reach);
  else if (other != KITH_NONE && other != box)
    swap_actors(s, box, other);
  else
    shift_actor(s, box, (draw_random(s) - 0.5) * 2 * reach, (draw_random(s) - 0.5) * 1.4 * reach);
  if (moving_cost(s) - before > threshold)
    for (guint i = 0; i < s->n_boxes; i++)
      plan->boxes[s->boxes[i]] = saved[i];
  clear(s);
}

/* The links of each actor. */
static guint **
incidence(const KithPlan *plan)
{
  guint **incident = g_new0(guint *, plan->n_actors + 1);
  g_autofree guint *degree = g_new0(guint, plan->n_actors + 1);
  for (guint i = 0; i < plan->n_links; i++) {
    degree[plan->links[i].a]++;
    degree[plan->links[i].b]++;
  }
  for (guint i = 0; i < plan->n_actors; i++) {
    incident[i] = g_new(guint, degree[i] + 1);
    incident[i][0] = KITH_NONE;
    degree[i] = 0;
  }
  for (guint i = 0; i < plan->n_links; i++) {
    const guint ends[] = {plan->links[i].a, plan->links[i].b};
    for (int k = 0; k < 2; k++) {
      incident[ends[k]][degree[ends[k]]++] = i;
      incident[ends[k]][degree[ends[k]]] = KITH_NONE;
    }
  }
  return incident;
}

static void
find_centre(State *s)
{
  s->cx = s->cy = 0;
  for (guint i = 0; i < s->plan->n_boxes; i++) {
    s->cx += s->plan->boxes[i].x / s->plan->n_boxes;
    s->cy += s->plan->boxes[i].y / s->plan->n_boxes;
  }
}

static void
state_init(State *s, KithPlan *plan)
{
  *s = (State){.plan = plan, .random = G_GUINT64_CONSTANT(0x9E3779B97F4A7C15)};
  s->box_moves = g_new0(gboolean, plan->n_boxes + 1);
  s->link_moves = g_new0(gboolean, plan->n_links + 1);
  s->boxes = g_new0(guint, plan->n_boxes + 1);
  s->links = g_new0(guint, plan->n_links + 1);
  s->incident = incidence(plan);
  find_centre(s);
}

static void
state_clear(State *s)
{
  g_free(s->box_moves);
  g_free(s->link_moves);
  g_free(s->boxes);
  g_free(s->links);
  for (guint i = 0; i < s->plan->n_actors; i++)
    g_free(s->incident[i]);
  g_free(s->incident);
}

void
kith_place_improve(KithPlan *plan, double effort)
{
  if (plan->n_boxes < 2 || plan->n_actors == 0)
    return;
  State s;
  state_init(&s, plan);
  g_autofree guint *owner = g_new0(guint, plan->n_boxes);
  for (guint i = 0; i < plan->n_links; i++)
    if (plan->links[i].label != KITH_NONE)
      owner[plan->links[i].label] = i;
  g_autofree KithBox *saved = g_new(KithBox, plan->n_boxes);
  const double limit = effort * 1e6;
  while (s.work < limit) {
    double left = 1 - s.work / limit;
    step(&s, owner, 12 + 320 * left * left, 30 * left * left * left, saved);
  }
  state_clear(&s);
}

double
kith_place_cost(const KithPlan *plan)
{
  KithPlan copy = *plan;
  State s;
  state_init(&s, &copy);
  for (guint i = 0; i < plan->n_boxes; i++)
    add_box(&s, i);
  for (guint i = 0; i < plan->n_links; i++)
    add_link(&s, i);
  double cost = moving_cost(&s);
  state_clear(&s);
  return cost;
}

/* One round of pushing; the number of pairs that were too near. */
static guint
push(KithPlan *plan, double gap)
{
  guint pushed = 0;
  for (guint i = 0; i < plan->n_boxes; i++)
    for (guint j = i + 1; j < plan->n_boxes; j++) {
      KithBox *p = &plan->boxes[i], *q = &plan->boxes[j];
      double dx = (p->w + q->w) / 2 + gap - fabs(p->x - q->x);
      double dy = (p->h + q->h) / 2 + gap - fabs(p->y - q->y);
      if (dx <= 1e-6 || dy <= 1e-6)
        continue;
      pushed++;
      /* a label gives way to an actor */
      double share = i < plan->n_actors && j >= plan->n_actors ? 0.2 : 0.5;
      double way = dx < dy ? (p->x <= q->x ? dx : -dx) : (p->y <= q->y ? dy : -dy);
      way += way > 0 ? 0.01 : -0.01;
      *(dx < dy ? &p->x : &p->y) -= way * share;
      *(dx < dy ? &q->x : &q->y) += way * (1 - share);
    }
  return pushed;
}

void
kith_place_part(KithPlan *plan, double gap)
{
  for (int round = 0; round < 60; round++) {
    int tries = plan->n_boxes > 400 ? 12 : 60;
    while (tries-- > 0)
      if (push(plan, gap) == 0)
        return;
    for (guint i = 0; i < plan->n_boxes; i++) {
      plan->boxes[i].x *= 1.06;
      plan->boxes[i].y *= 1.06;
    }
  }
}
