/* Credits of pictures: "Image: NAME.", "(Photo by NAME/AGENCY)", "Photograph: NAME". */
#pragma once

#include "text/document.h"

/* How many of the n words a picture credit takes that begins at words[0], a sentence's or a bracket's first
 * word; 0 where there is none. */
guint kith_credit_length(const KithWord *words, guint n);
