/* What a statement says that others have to do. */
#pragma once

#include "relation/scene.h"

/* Whether a clause tells what its subject has to do: "Chad should leave", "Chad needs to leave". */
gboolean kith_demand_is(const KithScene *scene, gint clause);

/* Adds what a speaker, whose words a predicate is in, asks by it of somebody else, if it does: "Chad must
 * leave", "it is essential that Chad pay". Returns how many claims. */
guint kith_demands_add(const KithScene *scene, gint predicate, guint speaker);
