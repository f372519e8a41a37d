/* Claims that the build of noun phrases makes: posts, memberships, places, and what a hyphen joins to a name.
 */
#pragma once

#include "relation/events.h"

/* Finds them in one sentence. To be called before kith_events_find, which asks who is an official. */
void kith_standing_find(const KithScene *scene);

/* Adds what the entities themselves carry, once each: a group with a country's adjective is the country's.
 * The scenes are by sentence, NULL where a sentence is not read. */
void kith_standing_countries(const KithEntities *entities, KithScene *const *scenes, guint n_scenes);
