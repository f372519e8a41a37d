/* The graph as a picture. */
#pragma once

#include "graph/graph.h"

typedef struct {
  const char *format; /* "dot", "svg", "png", "pdf" */
  const char *layout; /* a Graphviz engine ("dot", "sfdp", ...), or NULL: chosen by size and shape */
  const char *around; /* draw only what lies within depth steps of this actor; NULL: all */
  guint depth;        /* 1 unless said otherwise */
  guint64 classes;    /* bit i: class i is drawn; 0: all */
} KithDrawOptions;

/* The formats that can be drawn, ended by NULL. Static. */
KITH_API const char *const *kith_draw_formats(void);

/* Appends the picture to out. */
KITH_API gboolean kith_draw(const KithGraph *graph, const KithDrawOptions *options, GString *out,
                            GError **error);
