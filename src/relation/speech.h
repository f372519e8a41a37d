/* Who says what. */
#pragma once

#include "relation/clause.h"

/* Whether the word reports speech. */
gboolean kith_speech_is(const KithScene *scene, gint word);
/* The subject of a verb of speech; behind the verb a parser may take it for the object ("said the minister").
 * -1. */
gint kith_speech_subject(const KithScene *scene, gint verb);
/* The verb of speech that ends a sentence behind what was said ("..., a judge in Rome ruled"), wherever a
 * parser hung it; its subject goes to *who. -1 for none. */
gint kith_speech_tail(const KithScene *scene, gint *who);
/* Whether a clause that a parser hung on the noun before it is what a verb of speech says to that noun: "told
 * the agency that Chad had paid". */
gboolean kith_speech_is_content(const KithScene *scene, gint clause);
/* Whose statement what a word says is: an entity, or KITH_NONE. */
guint kith_speech_speaker(const KithScene *scene, gint word);

/* The entity that speaks in this sentence outside its quotation marks, open at its start or not; KITH_NONE.
 */
guint kith_speech_of_sentence(const KithScene *scene, gboolean open);
/* Toggles *open at each quotation mark from one word on and before another (the sentence's length: to its
 * end). */
void kith_speech_quotes(const KithScene *scene, guint from, guint word, gboolean *open);
