/* The tables of styles: every text can be read on its ground, and colours are told apart, also by those who
 * see no green. */
#include <math.h>

#include "config.h"

#include "draw/style.h"

typedef struct {
  double v[3];
} Triple;

/* Linear light of "#RRGGBB" (IEC 61966-2-1). */
static Triple
linear(const char *color)
{
  Triple t;
  g_assert_cmpint(color[0], ==, '#');
  for (int i = 0; i < 3; i++) {
    double c = (g_ascii_xdigit_value(color[1 + 2 * i]) * 16 + g_ascii_xdigit_value(color[2 + 2 * i])) / 255.0;
    t.v[i] = c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
  }
  return t;
}

static Triple
multiply(const double matrix[3][3], Triple t)
{
  Triple out;
  for (int i = 0; i < 3; i++)
    out.v[i] = matrix[i][0] * t.v[0] + matrix[i][1] * t.v[1] + matrix[i][2] * t.v[2];
  return out;
}

/* Contrast after WCAG 2.1. */
static double
contrast(const char *one, const char *other)
{
  double l[2];
  const char *const colors[] = {one, other};
  for (int i = 0; i < 2; i++) {
    Triple t = linear(colors[i]);
    l[i] = 0.2126 * t.v[0] + 0.7152 * t.v[1] + 0.0722 * t.v[2];
  }
  return (MAX(l[0], l[1]) + 0.05) / (MIN(l[0], l[1]) + 0.05);
}

/* As seen by a deuteranope: Machado, Oliveira, Fernandes 2009, severity 1. */
static Triple
deuteranope(Triple t)
{
  static const double matrix[3][3] = {
      {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}};
  Triple out = multiply(matrix, t);
  for (int i = 0; i < 3; i++)
    out.v[i] = CLAMP(out.v[i], 0, 1);
  return out;
}

/* CIE L*a*b*, D65. */
static Triple
lab(Triple t)
{
  static const double to_xyz[3][3] = {{0.4124564, 0.3575761, 0.1804375},
                                      {0.2126729, 0.7151522, 0.0721750},
                                      {0.0193339, 0.1191920, 0.9503041}};
  static const double white[3] = {0.95047, 1, 1.08883};
  Triple f = multiply(to_xyz, t);
  for (int i = 0; i < 3; i++) {
    double q = f.v[i] / white[i];
    f.v[i] = q > 216.0 / 24389 ? cbrt(q) : (24389.0 / 27 * q + 16) / 116;
  }
  return (Triple){{116 * f.v[1] - 16, 500 * (f.v[0] - f.v[1]), 200 * (f.v[1] - f.v[2])}};
}

/* CIE 1976 difference; about 2.3 is just noticed. */
static double
difference(Triple p, Triple q)
{
  return sqrt((p.v[0] - q.v[0]) * (p.v[0] - q.v[0]) + (p.v[1] - q.v[1]) * (p.v[1] - q.v[1]) +
              (p.v[2] - q.v[2]) * (p.v[2] - q.v[2]));
}

#define assert_readable(text, ground)                                                                        \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    if (contrast(text, ground) < 4.5)                                                                        \
      g_error("%s on %s: %.2f to 1", text, ground, contrast(text, ground));                                  \
  }                                                                                                          \
  G_STMT_END

static void
test_contrast(void)
{
  for (KithTheme theme = 0; theme < KITH_N_THEMES; theme++) {
    const KithThemeStyle *t = kith_style_theme(theme);
    const char *const grounds[] = {t->paper, t->wash};
    for (gsize i = 0; i < G_N_ELEMENTS(grounds); i++) {
      assert_readable(t->ink, grounds[i]);
      assert_readable(t->faint, grounds[i]);
      for (guint k = 0; k < KITH_N_FAMILIES; k++)
        assert_readable(kith_style_family(k)->colors[theme], grounds[i]);
    }
    assert_readable(t->mark_ink, t->mark);
    assert_readable(t->ink, t->mark_soft);
    for (guint i = 0; i < KITH_N_ACTOR_TYPES; i++) {
      const KithActorColors *c = &kith_style_actor(i)->colors[theme];
      assert_readable(c->text, c->fill);
      assert_readable(c->faint, c->fill);
    }
  }
}

/* What is no text: 3 to 1 (WCAG 2.1, 1.4.11), by its fill or by its border. */
static void
test_shapes(void)
{
  for (KithTheme theme = 0; theme < KITH_N_THEMES; theme++) {
    const KithThemeStyle *t = kith_style_theme(theme);
    g_assert_cmpfloat(contrast(t->focus, t->paper), >=, 3);
    g_assert_cmpfloat(contrast(t->tie, t->paper), >=, 2);
    for (guint i = 0; i < KITH_N_ACTOR_TYPES; i++)
      g_assert_cmpfloat(contrast(kith_style_actor(i)->colors[theme].border, t->paper), >=, 3);
  }
}

static void
test_deuteranopia(void)
{
  for (KithTheme theme = 0; theme < KITH_N_THEMES; theme++) {
    for (guint i = 0; i < KITH_N_FAMILIES; i++)
      for (guint k = 0; k < i; k++) {
        Triple p = linear(kith_style_family(i)->colors[theme]),
               q = linear(kith_style_family(k)->colors[theme]);
        g_assert_cmpfloat(difference(lab(p), lab(q)), >=, 25);
        g_assert_cmpfloat(difference(lab(deuteranope(p)), lab(deuteranope(q))), >=, 25);
      }
    for (guint i = 0; i < KITH_N_ACTOR_TYPES; i++)
      for (guint k = 0; k < i; k++) {
        Triple p = linear(kith_style_actor(i)->colors[theme].fill),
               q = linear(kith_style_actor(k)->colors[theme].fill);
        g_assert_cmpfloat(difference(lab(p), lab(q)), >=, 10);
        g_assert_cmpfloat(difference(lab(deuteranope(p)), lab(deuteranope(q))), >=, 10);
      }
  }
}

/* Nor by colour alone: no two types have one shape, no two families one arrowhead. */
static void
test_forms(void)
{
  for (guint i = 0; i < KITH_N_ACTOR_TYPES; i++)
    for (guint k = 0; k < i; k++) {
      const KithActorStyle *p = kith_style_actor(i), *q = kith_style_actor(k);
      gboolean same = g_str_equal(p->shape, q->shape) && g_str_equal(p->style, q->style) &&
                      g_str_equal(p->peripheries, q->peripheries);
      /* an organization and a country are both plain boxes: one light, the other dark */
      g_assert_true(!same ||
                    fabs(lab(linear(p->colors[0].fill)).v[0] - lab(linear(q->colors[0].fill)).v[0]) > 50);
    }
  for (guint i = 0; i < KITH_N_FAMILIES; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr(kith_style_family(i)->head, !=, kith_style_family(k)->head);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/style/contrast", test_contrast);
  g_test_add_func("/draw/style/shapes", test_shapes);
  g_test_add_func("/draw/style/deuteranopia", test_deuteranopia);
  g_test_add_func("/draw/style/forms", test_forms);
  return g_test_run();
}
