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

/* Whether the word reports speech. */
gboolean kith_status_is_speech(const KithScene *scene, gint word);
/* The subject of a verb of speech; behind the verb a parser may take it for the object ("said the minister").
 * -1. */
gint kith_status_who_says(const KithScene *scene, gint verb);

/* The entity that speaks in this sentence outside its quotation marks, open at its start or not; KITH_NONE.
 */
guint kith_status_speaker(const KithScene *scene, gboolean open);
/* Toggles *open at each quotation mark from one word on and before another (the sentence's length: to its
 * end). */
void kith_status_quotes(const KithScene *scene, guint from, guint word, gboolean *open);
