/* What is done by and to a noun that may be an actor or none: only actors are sued, and who raids a casino
 * acts on it. */
#pragma once

#include "actor/finder.h"

/* Whether a doubtful noun ("head", "source", "laboratory") is an actor here; tie is the entry whose adjective
 * or genitive it carries, NULL for none. */
gboolean kith_deeds_settle(const KithFinder *f, guint s, guint word, const KithGazetteerEntry *tie);
/* Whether a building or the like is attacked or seized here: "raided a casino". The argument is the first of
 * the coordination that the word is in. */
gboolean kith_deeds_fight_over(const KithWord *words, guint argument, guint word);
/* Whether a place stands for who is there: "supplied the islands", "the prison in which they were held". */
gboolean kith_deeds_live_in(const KithFinder *f, guint s, guint word);

/* Whether a noun before another names who did what that tells: "a rebel attack", "the government offer". */
gboolean kith_deeds_has_doer(const KithWord *words, guint word);
/* Whether a craft or gun of a country that is not named fights here, and so means those who man it: "Turkish
 * planes bombed". */
gboolean kith_deeds_is_manned(const KithFinder *f, guint sentence, guint word);
