/* When and where something is said to happen. */
#pragma once

#include "relation/clause.h"

/* The time of a predicate as an ISO 8601 day or interval ("2021-10-05", "2021-09-01/2021-09-30"), reckoned
 * from the document's date; NULL where none is said. Owned by the caller. */
char *kith_when(const KithScene *scene, gint predicate);

/* The place (an entity other than the two) where a predicate is said to happen, or KITH_NONE. */
guint kith_where(const KithScene *scene, gint predicate, guint source, guint target);
