/* Which country or firm the holder of a post serves where no words tell. */
#pragma once

#include "relation/scene.h"

/* The country that a title's holder most likely serves where the title does not say: the one most spoken of
 * nearby, the text's own before others, save those whose officials the sentence has already. KITH_NONE. */
guint kith_guess_country(const KithScene *scene, guint person, gint title);
/* The firm that a title's holder most likely serves where the title does not say; KITH_NONE. */
guint kith_guess_firm(const KithScene *scene, guint person);
