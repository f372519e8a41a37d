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

/* Adds a claim for each pair of the two sets of entities (of guint) that the sentence has not told yet.
 * Returns how many are told. */
guint kith_claims_add(const KithScene *scene, const KithClaimParts *parts, const GArray *sources,
                      const GArray *targets);

/* Finds the claims that predicates make. */
void kith_events_find(const KithScene *scene);

/* "Deputy Ambassador": a rank of the title behind it, and no post by itself. */
gboolean kith_noun_is_rank(const KithScene *scene, gint word);
/* The word whose entity a relational noun stands for: "Khan, an opponent of", "X is one of Y's partners"; -1.
 */
gint kith_noun_denoted(const KithScene *scene, gint noun);

/* Whether a verb hands its subject on to the noun in its object: "hold talks", "plan attacks". */
gboolean kith_verb_passes_subject(const KithScene *scene, gint verb);
/* The doer of an event's noun by what it depends on: the subject of "hold talks", the people "in talks"; -1.
 * Under a verb of receiving the subject goes to *receiver. */
gint kith_noun_agent(const KithScene *scene, gint noun, KithClass class, gint *receiver);

/* How sure a claim is, from 0 to 1: what construction says (sure), corrected by how often such claims are
 * right, which scripts/fit-confidence counts. described: how many of its ends are called by a common noun. */
double kith_confidence(KithClass class, guint described, double sure);
