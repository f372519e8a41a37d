/* The words that a triple is made of: what belongs to a relation, and to whom it is said. */
#pragma once

#include "relation/phrase.h"

/* Whether a conjunct is taken out of what is said: "the coast guard, not the navy". */
gboolean kith_wording_is_excepted(const KithScene *scene, gint c);
/* Adds word and its conjuncts to words (of gint). */
void kith_wording_conjuncts(const KithScene *scene, gint word, GArray *words);
/* The verb that comes before an infinitive in its relation: "seeks to establish", "flew to thank"; for all of
 * a coordination. -1 for none. */
gint kith_wording_governor(const KithScene *scene, gint predicate);
/* Whether a phrase before the verb denies it: "under no circumstances", "never before". */
gboolean kith_wording_denies(const KithScene *scene, gint predicate, gint c);
/* Marks a verb with auxiliaries, negation and particle; the copula of anything else. */
void kith_wording_mark(const KithScene *scene, gint predicate, gboolean *used);
/* Marks an object's phrase; without what hangs behind it where that has names: "held talks with Acme about".
 */
void kith_wording_mark_object(const KithScene *scene, gint object, gboolean *used);
/* Whether the object may stand in the relation: "sent aid to", "carried out an attack on". */
gboolean kith_wording_is_light(const KithScene *scene, gint object);
/* The words of the relation that is said of who (-1: those of the predicate alone), with those of with (-1
 * for none), then a preposition or "that" (NULL for none). */
char *kith_wording_relation(const KithScene *scene, gint predicate, gint who, gint with, const char *last);
