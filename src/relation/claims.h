/* What is said of the entities: claims, each with its class, truth status and words. */
#pragma once

#include "actor/entities.h"
#include "base/types.h"
#include "relation/lexicon.h"
#include "text/document.h"

typedef struct {
  guint source, target; /* entities */
  KithClass class;
  guint sentence;
  guint predicate;   /* the word that carries it */
  KithSpan trigger;  /* bytes: from the first to the last word of the predicate */
  char *label;       /* "is meeting with" */
  char *lemma;       /* "meet with" */
  const char *cameo; /* two digits; NULL for none. Static */
  KithPolarity polarity;
  KithModality modality;
  guint attributed_to; /* the entity whose statement it is, or KITH_NONE */
  char *time;          /* ISO 8601: see kith_when(); NULL */
  guint place;         /* an entity, or KITH_NONE */
  double sure;         /* what its construction says */
  double confidence;   /* 0 to 1: how often such claims are right */
} KithClaim;

typedef struct {
  GPtrArray *claims; /* KithClaim *, in order of the text */
} KithClaims;

/* Finds the claims of an analysed document about its entities. The gazetteer, which may be NULL, tells whose
 * adjective "French" is. */
KITH_API KithClaims *kith_claims_find(const KithDocument *document, const KithEntities *entities,
                                      const KithLexicon *lexicon, const KithGazetteer *gazetteer);
KITH_API void kith_claims_free(KithClaims *claims);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithClaims, kith_claims_free)
