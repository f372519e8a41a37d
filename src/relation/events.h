/* Claims from predicates: verbs, nouns of events, relational nouns and adjectives. */
#pragma once

#include "relation/status.h"

/* What a claim is made of. */
typedef struct {
  KithClass class;
  gint predicate;        /* the word that carries it */
  gint with;             /* a noun that belongs to the predicate ("hold talks"), or -1 */
  gint prep;             /* the word whose preposition belongs to it ("with X"), or -1 */
  gint status;           /* the word whose truth status it has; the predicate where -1 */
  guint flags;           /* of the entry: KITH_PATTERN_* */
  KithModality modality; /* of the entry; KITH_N_MODALITIES: as the words say */
  double confidence;
} KithClaimParts;

/* Adds a claim for each pair of the two sets of entities (of guint). Returns how many. */
guint kith_claims_add(const KithScene *scene, const KithClaimParts *parts, const GArray *sources,
                      const GArray *targets);

/* Finds the claims that predicates make. */
void kith_events_find(const KithScene *scene);

/* The word whose entity a relational noun stands for: "Khan, an opponent of", "X is one of Y's partners"; -1.
 */
gint kith_noun_denoted(const KithScene *scene, gint noun);
