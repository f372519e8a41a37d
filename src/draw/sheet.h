/* A scene with a place for everything: what is painted. Points, y upwards. */
#pragma once

#include "draw/place.h"
#include "draw/scene.h"

typedef struct {
  double x, y;
} KithPoint;

/* A line: cubic Bezier pieces from the border of one box to the other's; where an arrowhead stands, the line
 * ends before it and the tip says where it points to. */
typedef struct {
  KithPoint points[64];
  guint n_points;
  gboolean has_start, has_end; /* arrowheads */
  KithPoint start, end;        /* their tips */
} KithCurve;

/* Text that is no actor: title, legend, notes. */
typedef struct {
  char *id;
  char *html;
  const char *class; /* static */
  KithBox box;
} KithText;

typedef enum { KITH_SAMPLE_ACTOR, KITH_SAMPLE_FAMILY, KITH_SAMPLE_TIE, KITH_SAMPLE_MARK } KithSampleKind;
enum { KITH_MARK_UNREAL, KITH_MARK_DENIED, KITH_MARK_WEIGHT, KITH_N_MARKS };

/* A sample in the legend; its text follows it in texts. */
typedef struct {
  KithSampleKind kind;
  guint value; /* type, family, tie or mark */
  KithBox box;
} KithSample;

typedef struct {
  const KithDrawScene *scene;
  KithBox *nodes;    /* by node */
  KithBox *labels;   /* by edge; no size where it has none */
  KithCurve *curves; /* by edge */
  GPtrArray *texts;  /* KithText * */
  GArray *samples;   /* KithSample */
  guint n_head;      /* the first texts: title and byline */
  KithBox page;      /* all of it */
} KithSheet;

/* Places everything. engine is one of kith_draw_layouts or NULL. The scene must outlive the sheet. NULL and
 * KITH_ERROR_OUTPUT where Graphviz fails. Owned by the caller. */
KithSheet *kith_sheet_new(const KithDrawScene *scene, const char *engine, GError **error);
void kith_sheet_free(KithSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithSheet, kith_sheet_free)
