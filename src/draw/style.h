/* The visual language: one row for each type of actor, family of relations, truth status, with the colours of
 * the light theme and of the dark one. Types differ in shape and in lightness, families in colour, arrowhead
 * and width, so that neither a grey print nor a colour-blind reader loses them (colours after Okabe and Ito,
 * moved until text in them has a contrast of 4.5 to 1 on its ground). */
#pragma once

#include "base/types.h"

#define KITH_FONT "DejaVu Sans"

typedef enum { KITH_THEME_LIGHT, KITH_THEME_DARK, KITH_N_THEMES } KithTheme;

/* Colours as "#RRGGBB". */
typedef struct {
  const char *name;
  const char *paper;
  const char *ink;
  const char *faint; /* notes, bylines */
  const char *tie;   /* lines of standing ties that need no words */
  /* of the page only */
  const char *line;      /* rules */
  const char *wash;      /* a ground apart from the paper */
  const char *focus;     /* what is chosen */
  const char *mark;      /* marked words, as by a pen... */
  const char *mark_ink;  /* ...and the text in them */
  const char *mark_soft; /* a marked sentence */
} KithThemeStyle;

typedef struct {
  const char *fill;
  const char *border;
  const char *text;
  const char *faint; /* second line */
} KithActorColors;

typedef struct {
  const char *name;  /* in the legend */
  const char *shape; /* Graphviz */
  const char *style;
  const char *peripheries;
  double pen; /* points */
  KithActorColors colors[KITH_N_THEMES];
} KithActorStyle;

typedef struct {
  const char *name;
  const char *head; /* arrowhead */
  double pen;       /* points, with one piece of evidence */
  const char *colors[KITH_N_THEMES];
} KithFamilyStyle;

/* How the standing ties are drawn that need no words. */
typedef struct {
  const char *name;
  const char *head;
  const char *style;
  double pen;
} KithTieStyle;

typedef enum { KITH_TIE_BELONGS, KITH_TIE_LOCATED, KITH_N_TIES } KithTie;

/* Static rows; the argument must be in range. */
const KithThemeStyle *kith_style_theme(KithTheme theme);
const KithActorStyle *kith_style_actor(KithActorType type);
const KithFamilyStyle *kith_style_family(KithFamily family);
const KithTieStyle *kith_style_tie(KithTie tie);

/* Whether relations of the class are drawn as a tie without words; stores which. */
gboolean kith_style_is_tie(KithClass class, KithTie *tie);
