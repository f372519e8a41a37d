/* When and where something is said to happen. */
#pragma once

#include "relation/clause.h"

/* The time of a predicate in ISO 8601, as precise as the words ("2021-10-05", "2021-W40", "2021-09",
 * "2021-10-05/2021-10-07", "2016-10/..", "P20Y"), reckoned from the document's date, tense and order
 * respected; NULL where none is said. Owned by the caller. */
char *kith_when(const KithScene *scene, gint predicate);

/* The place (an entity other than the two) where a predicate is said to happen, or KITH_NONE. */
guint kith_where(const KithScene *scene, gint predicate, guint source, guint target);
