/* Names that a document has several times are of one type. */
#pragma once

#include "text/document.h"

/* Gives every name of the document the type that most names of the same words have, whatever their case. A
 * person's name in several words also speaks for its last word; what says what a name is ("the retailer
 * Acme", "residents of Lima", "Acme Inc.") counts as many names do. A tie leaves the type as it is. */
void kith_names_agree(KithDocument *document);
