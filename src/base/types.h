/* The kinds of things in a graph: types of actors, classes of relations, truth status.
 * Each has a lower-case name, the one used in JSON, in options and (in another case) in RDF. */
#pragma once

#include "base/api.h"

typedef enum {
  KITH_ACTOR_PERSON,
  KITH_ACTOR_ORGANIZATION,
  KITH_ACTOR_COUNTRY,
  KITH_ACTOR_PLACE,
  KITH_ACTOR_GROUP,
  KITH_N_ACTOR_TYPES
} KithActorType;

typedef enum {
  KITH_CLASS_CONSULT,
  KITH_CLASS_AGREE,
  KITH_CLASS_COOPERATE,
  KITH_CLASS_SUPPORT,
  KITH_CLASS_AID,
  KITH_CLASS_CONCEDE,
  KITH_CLASS_RETREAT,
  KITH_CLASS_REQUEST,
  KITH_CLASS_ACCUSE,
  KITH_CLASS_REJECT,
  KITH_CLASS_THREATEN,
  KITH_CLASS_PROTEST,
  KITH_CLASS_SANCTION,
  KITH_CLASS_MOBILIZE,
  KITH_CLASS_COERCE,
  KITH_CLASS_ASSAULT,
  KITH_CLASS_SAY,
  KITH_CLASS_ROLE,
  KITH_CLASS_MEMBER,
  KITH_CLASS_LOCATED_IN,
  KITH_CLASS_RULES,
  KITH_CLASS_ALLY,
  KITH_CLASS_ENEMY,
  KITH_CLASS_FAMILY,
  KITH_CLASS_OTHER,
  KITH_N_CLASSES
} KithClass;

/* What a class belongs to in a drawing and a legend. */
typedef enum {
  KITH_FAMILY_COOPERATION,
  KITH_FAMILY_CONFLICT,
  KITH_FAMILY_WORDS,
  KITH_FAMILY_STRUCTURE,
  KITH_N_FAMILIES
} KithFamily;

typedef enum { KITH_POSITIVE, KITH_NEGATIVE, KITH_N_POLARITIES } KithPolarity;

typedef enum {
  KITH_ACTUAL,
  KITH_PLANNED,
  KITH_POSSIBLE,
  KITH_DEMANDED,
  KITH_HYPOTHETICAL,
  KITH_N_MODALITIES
} KithModality;

/* Names are static strings; an out-of-range value is the caller's bug and gives NULL. */
KITH_API const char *kith_actor_type_name(KithActorType type);
KITH_API const char *kith_class_name(KithClass class);
KITH_API const char *kith_family_name(KithFamily family);
KITH_API const char *kith_polarity_name(KithPolarity polarity);
KITH_API const char *kith_modality_name(KithModality modality);

/* The value of a name (exact, lower case); false, and nothing stored, where there is none. */
KITH_API gboolean kith_actor_type_parse(const char *name, KithActorType *type);
KITH_API gboolean kith_class_parse(const char *name, KithClass *class);
KITH_API gboolean kith_polarity_parse(const char *name, KithPolarity *polarity);
KITH_API gboolean kith_modality_parse(const char *name, KithModality *modality);

/* Whether source and target may be exchanged: consult, agree, cooperate, ally, enemy, family. */
KITH_API gboolean kith_class_is_symmetric(KithClass class);
/* Whether the class is a standing tie rather than something that happens:
 * role, member, located-in, rules, ally, enemy, family. */
KITH_API gboolean kith_class_is_state(KithClass class);
KITH_API KithFamily kith_class_family(KithClass class);
/* The two digits of the CAMEO root that comes nearest ("04" for consult); NULL for states and other. */
KITH_API const char *kith_class_cameo(KithClass class);
