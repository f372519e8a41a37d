#include "relation/events.h"

enum { LEVELS = 4, MOST = 2 };

/* Percent of claims that are right, by what they are (events, states), by how many ends are described, by
 * what their construction says: below 0.6, 0.7, 0.8, and above. Made by scripts/fit-confidence. */
static const guint8 right[2][MOST + 1][LEVELS] = {
    {{60, 77, 80, 84}, {40, 45, 55, 68}, {22, 28, 30, 32}},
    {{65, 70, 77, 82}, {25, 35, 56, 61}, {12, 18, 20, 20}},
};

double
kith_confidence(KithClass class, guint described, double sure)
{
  guint level = sure >= 0.8 ? 3 : sure >= 0.7 ? 2 : sure >= 0.6 ? 1 : 0;
  return right[kith_class_is_state(class)][MIN(described, MOST)][level] / 100.0;
}
