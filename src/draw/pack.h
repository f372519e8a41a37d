/* Parts of a drawing that nothing joins, put side by side. */
#pragma once

#include "draw/place.h"

/* Moves whole plans, each of which has its own origin, until none lies on another (gap points stay between
 * their boxes and lines) and all together are about as wide by as high as aspect says: the largest first, the
 * others in the gaps of those that stand. Polyominoes on a grid: Freivalds, Dogrusoz, Kikusts 2002,
 * "Disconnected graph layout and the polyomino packing approach". */
void kith_pack_plans(KithPlan *plans, guint n_plans, double gap, double aspect);
