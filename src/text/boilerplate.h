/* What in a document is the publisher's and not the article's: pleas for money, subscriptions, newsletters,
 * apps; related stories; notices; credits. A weighing of cues of address and appeal a sentence, smoothed over
 * neighbours; compare Kohlschuetter, Fankhauser, Nejdl: Boilerplate detection using shallow text features
 * (WSDM 2010). */
#pragma once

#include "text/document.h"

/* Sets the kind of boilerplate sentences of kind BODY or HEADLINE to KITH_SENTENCE_BOILERPLATE. */
void kith_boilerplate_mark(KithDocument *document);
