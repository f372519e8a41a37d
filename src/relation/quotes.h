/* Statements in quotation marks, and below "The minister said:". */
#pragma once

#include "relation/claims.h"
#include "relation/scene.h"

/* Gives the claims (KithClaim *) in what somebody says the speaker, where they have none, and to him what
 * "we" does by speaking. A scene (or NULL) for each sentence of the document. */
void kith_quotes_attribute(const KithDocument *document, const KithEntities *entities,
                           KithScene *const *scenes, GPtrArray *claims);
