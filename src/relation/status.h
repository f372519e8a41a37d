/* What a statement is worth: denied or not, real or planned, and whose it is. */
#pragma once

#include "relation/clause.h"

typedef struct {
  KithPolarity polarity;
  KithModality modality;
  guint attributed_to; /* an entity or KITH_NONE */
} KithStatus;

/* The status of what word (a verb, a noun, an adjective) says. */
KithStatus kith_status(const KithScene *scene, gint word);

/* Whether a clause's auxiliary stands before its subject though the sentence asks nothing: "Had they known".
 */
gboolean kith_status_is_inverted(const KithScene *scene, gint word);
/* Whether the clause of word under head says what is to be: "insisted that they leave", "demanded that the
 * firm pay". */
gboolean kith_status_is_subjunctive(const KithScene *scene, gint word, gint head);
