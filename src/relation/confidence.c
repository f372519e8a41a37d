#include "relation/events.h"

enum { LEVELS = 4, MOST = 2 };

/* Percent of claims that are right, by what they are (events, states), by how many ends are described, by
 * what their construction says: below 0.6, 0.7, 0.8, and above. Made by scripts/fit-confidence. */
static const guint8 right[2][MOST + 1][LEVELS] = {
    {{60, 76, 78, 78}, {40, 45, 52, 58}, {20, 25, 25, 25}},
    {{63, 68, 70, 73}, {20, 25, 44, 50}, {10, 15, 15, 15}},
};

double
kith_confidence(KithClass class, guint described, double sure)
{
  guint level = sure >= 0.8 ? 3 : sure >= 0.7 ? 2 : sure >= 0.6 ? 1 : 0;
  return right[kith_class_is_state(class)][MIN(described, MOST)][level] / 100.0;
}
