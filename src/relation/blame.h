/* Who is blamed by whom condemns an act before it is told who did it. */
#pragma once

#include "relation/scene.h"

/* "Oslo condemned the attacks. On Monday rebels claimed attacks in Lima.": adds that who condemns an act
 * whose doer his sentence leaves out blames the only one to whom the sentences behind it give such an act.
 * scenes: of all sentences, NULL for those without; at: the sentence. */
void kith_blame_find(KithScene *const *scenes, guint n, guint at);
