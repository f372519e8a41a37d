/* The visual language: one row for each type of actor, family of relations, truth status. Types differ in
 * shape and in lightness, families in colour, arrowhead and width, so that neither a grey print nor a
 * colour-blind reader loses them (colours after Okabe and Ito, darkened until text in them has a contrast
 * of 4.5 to 1 on the ground). */
#pragma once

#include "base/types.h"

#define KITH_FONT "DejaVu Sans"
#define KITH_PAPER "#FFFFFF"
#define KITH_INK "#1A1A1A"
#define KITH_FAINT "#5E5E5E" /* second lines, notes */

typedef struct {
  const char *name;  /* in the legend */
  const char *shape; /* Graphviz */
  const char *style;
  const char *fill;
  const char *border;
  const char *text;
  const char *faint; /* second line */
  const char *peripheries;
  double pen; /* points */
} KithActorStyle;

typedef struct {
  const char *name;
  const char *color;
  const char *head; /* arrowhead */
  double pen;       /* points, with one piece of evidence */
} KithFamilyStyle;

/* How the standing ties are drawn that need no words. */
typedef struct {
  const char *name;
  const char *color;
  const char *head;
  const char *style;
  double pen;
} KithTieStyle;

typedef enum { KITH_TIE_BELONGS, KITH_TIE_LOCATED, KITH_N_TIES } KithTie;

/* Static rows; the argument must be in range. */
const KithActorStyle *kith_style_actor(KithActorType type);
const KithFamilyStyle *kith_style_family(KithFamily family);
const KithTieStyle *kith_style_tie(KithTie tie);

/* Whether relations of the class are drawn as a tie without words; stores which. */
gboolean kith_style_is_tie(KithClass class, KithTie *tie);
