/* The graph as a picture. */
#pragma once

#include "graph/graph.h"

typedef struct {
  const char *format;    /* "dot", "svg", "png", "pdf", "html" */
  const char *layout;    /* a Graphviz engine ("dot", "sfdp", ...), or NULL: chosen by size and shape */
  const char *around;    /* draw only what lies within depth steps of this actor; NULL: all */
  guint depth;           /* steps; 0: 1 */
  const char *from, *to; /* draw only the shortest ways between these two actors; NULL: all */
  guint64 classes;       /* bit i: class i is drawn; 0: all */
  guint dpi;             /* pixels an inch of PNG, at most KITH_DRAW_MAX_DPI; 0: 96 */
  double min_confidence; /* relations below are left out */
  guint top;             /* at most so many actors, those most spoken of; 0: as many as stay legible */
  gboolean all;          /* every actor and relation, however many */
  gboolean dark;         /* light on dark */
  const char *title;     /* NULL: the document's */
  const char *link_base; /* SVG: actors link to this and their id; NULL: no links */
} KithDrawOptions;

#define KITH_DRAW_MAX_DPI 600

/* A picture that is laid out and can be had in several formats. */
typedef struct KithDrawing KithDrawing;

/* The formats that can be drawn, ended by NULL. Static. */
KITH_API const char *const *kith_draw_formats(void);

/* The layout engines that options may name, ended by NULL. Static. */
KITH_API const char *const *kith_draw_layouts(void);

/* Lays a graph out. options->format is not looked at; NULL options: the defaults. The graph must live no
 * longer than this call. KITH_ERROR_USAGE for an unknown engine, KITH_ERROR_NAME where a name means nobody or
 * several or nothing joins from and to, KITH_ERROR_OUTPUT where Graphviz fails. Owned by the caller. Calls
 * from several threads wait for each other. */
KITH_API KithDrawing *kith_drawing_new(const KithGraph *graph, const KithDrawOptions *options,
                                       GError **error);
KITH_API void kith_drawing_free(KithDrawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithDrawing, kith_drawing_free)

/* Appends the picture in a format (one of kith_draw_formats) to out: bytes, for PNG and PDF; UTF-8 else.
 * KITH_ERROR_USAGE for an unknown format, KITH_ERROR_OUTPUT where Graphviz fails; out is then as it was. */
KITH_API gboolean kith_drawing_render(KithDrawing *drawing, const char *format, GString *out, GError **error);

/* Both in one: appends the picture to out in options->format. Errors as above. */
KITH_API gboolean kith_draw(const KithGraph *graph, const KithDrawOptions *options, GString *out,
                            GError **error);
