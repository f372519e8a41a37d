/* Which actors and relations of a graph are drawn. */
#pragma once

#include "draw/draw.h"

typedef struct {
  gboolean *actors;     /* by index: drawn */
  gboolean *relations;  /* by index: drawn */
  gboolean *isolated;   /* by index: drawn, but no relation with it is */
  double *weights;      /* by index: how much the relations that pass the options say of the actor */
  guint left_isolated;  /* actors left out for want of a relation */
  guint left_actors;    /* actors left out to keep the picture legible */
  guint left_relations; /* relations left out to keep it legible */
} KithChoice;

/* Owned by the caller; NULL and KITH_ERROR_NAME where a name in the options means nobody or
 * several, or nothing joins from and to. */
KithChoice *kith_choice_new(const KithGraph *graph, const KithDrawOptions *options, GError **error);
void kith_choice_free(KithChoice *choice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithChoice, kith_choice_free)
