#include "base/types.h"

#include <string.h>

static const char *const actor_types[KITH_N_ACTOR_TYPES] = {
    [KITH_ACTOR_PERSON] = "person",   [KITH_ACTOR_ORGANIZATION] = "organization",
    [KITH_ACTOR_COUNTRY] = "country", [KITH_ACTOR_PLACE] = "place",
    [KITH_ACTOR_GROUP] = "group",
};

static const char *const families[KITH_N_FAMILIES] = {
    [KITH_FAMILY_COOPERATION] = "cooperation",
    [KITH_FAMILY_CONFLICT] = "conflict",
    [KITH_FAMILY_WORDS] = "words",
    [KITH_FAMILY_STRUCTURE] = "structure",
};

static const char *const polarities[KITH_N_POLARITIES] = {
    [KITH_POSITIVE] = "positive",
    [KITH_NEGATIVE] = "negative",
};

static const char *const modalities[KITH_N_MODALITIES] = {
    [KITH_ACTUAL] = "actual",     [KITH_PLANNED] = "planned",           [KITH_POSSIBLE] = "possible",
    [KITH_DEMANDED] = "demanded", [KITH_HYPOTHETICAL] = "hypothetical",
};

enum { SYMMETRIC = 1, STATE = 2 };

static const struct {
  const char *name;
  const char *cameo;
  KithFamily family;
  int traits;
} classes[KITH_N_CLASSES] = {
    [KITH_CLASS_CONSULT] = {"consult", "04", KITH_FAMILY_COOPERATION, SYMMETRIC},
    [KITH_CLASS_AGREE] = {"agree", "03", KITH_FAMILY_COOPERATION, SYMMETRIC},
    [KITH_CLASS_COOPERATE] = {"cooperate", "06", KITH_FAMILY_COOPERATION, SYMMETRIC},
    [KITH_CLASS_SUPPORT] = {"support", "05", KITH_FAMILY_COOPERATION, 0},
    [KITH_CLASS_AID] = {"aid", "07", KITH_FAMILY_COOPERATION, 0},
    [KITH_CLASS_CONCEDE] = {"concede", "08", KITH_FAMILY_COOPERATION, 0},
    [KITH_CLASS_RETREAT] = {"retreat", "08", KITH_FAMILY_CONFLICT, 0},
    [KITH_CLASS_REQUEST] = {"request", "10", KITH_FAMILY_WORDS, 0},
    [KITH_CLASS_ACCUSE] = {"accuse", "11", KITH_FAMILY_CONFLICT, 0},
    [KITH_CLASS_REJECT] = {"reject", "12", KITH_FAMILY_CONFLICT, 0},
    [KITH_CLASS_THREATEN] = {"threaten", "13", KITH_FAMILY_CONFLICT, 0},
    [KITH_CLASS_PROTEST] = {"protest", "14", KITH_FAMILY_CONFLICT, 0},
    [KITH_CLASS_SANCTION] = {"sanction", "16", KITH_FAMILY_CONFLICT, 0},
    [KITH_CLASS_MOBILIZE] = {"mobilize", "15", KITH_FAMILY_CONFLICT, 0},
    [KITH_CLASS_COERCE] = {"coerce", "17", KITH_FAMILY_CONFLICT, 0},
    [KITH_CLASS_ASSAULT] = {"assault", "19", KITH_FAMILY_CONFLICT, 0},
    [KITH_CLASS_SAY] = {"say", "01", KITH_FAMILY_WORDS, 0},
    [KITH_CLASS_ROLE] = {"role", NULL, KITH_FAMILY_STRUCTURE, STATE},
    [KITH_CLASS_MEMBER] = {"member", NULL, KITH_FAMILY_STRUCTURE, STATE},
    [KITH_CLASS_LOCATED_IN] = {"located-in", NULL, KITH_FAMILY_STRUCTURE, STATE},
    [KITH_CLASS_RULES] = {"rules", NULL, KITH_FAMILY_STRUCTURE, STATE},
    [KITH_CLASS_ALLY] = {"ally", NULL, KITH_FAMILY_COOPERATION, SYMMETRIC | STATE},
    [KITH_CLASS_ENEMY] = {"enemy", NULL, KITH_FAMILY_CONFLICT, SYMMETRIC | STATE},
    [KITH_CLASS_FAMILY] = {"family", NULL, KITH_FAMILY_STRUCTURE, SYMMETRIC | STATE},
    [KITH_CLASS_OTHER] = {"other", NULL, KITH_FAMILY_WORDS, 0},
};

/* The index of name in a table of n names; -1 where it is not there. */
static int
find(const char *const *names, int n, const char *name)
{
  for (int i = 0; name && i < n; i++)
    if (strcmp(names[i], name) == 0)
      return i;
  return -1;
}

#define NAME_OF(table, value) ((guint)(value) < G_N_ELEMENTS(table) ? (table)[value] : NULL)

const char *
kith_actor_type_name(KithActorType type)
{
  return NAME_OF(actor_types, type);
}

const char *
kith_class_name(KithClass class)
{
  return (guint) class < KITH_N_CLASSES ? classes[class].name : NULL;
}

const char *
kith_family_name(KithFamily family)
{
  return NAME_OF(families, family);
}

const char *
kith_polarity_name(KithPolarity polarity)
{
  return NAME_OF(polarities, polarity);
}

const char *
kith_modality_name(KithModality modality)
{
  return NAME_OF(modalities, modality);
}

gboolean
kith_actor_type_parse(const char *name, KithActorType *type)
{
  int i = find(actor_types, KITH_N_ACTOR_TYPES, name);
  if (i >= 0)
    *type = (KithActorType)i;
  return i >= 0;
}

gboolean
kith_class_parse(const char *name, KithClass *class)
{
  for (int i = 0; name && i < KITH_N_CLASSES; i++)
    if (strcmp(classes[i].name, name) == 0) {
      *class = (KithClass)i;
      return TRUE;
    }
  return FALSE;
}

gboolean
kith_polarity_parse(const char *name, KithPolarity *polarity)
{
  int i = find(polarities, KITH_N_POLARITIES, name);
  if (i >= 0)
    *polarity = (KithPolarity)i;
  return i >= 0;
}

gboolean
kith_modality_parse(const char *name, KithModality *modality)
{
  int i = find(modalities, KITH_N_MODALITIES, name);
  if (i >= 0)
    *modality = (KithModality)i;
  return i >= 0;
}

gboolean
kith_class_is_symmetric(KithClass class)
{
  return (classes[class].traits & SYMMETRIC) != 0;
}

gboolean
kith_class_is_state(KithClass class)
{
  return (classes[class].traits & STATE) != 0;
}

KithFamily
kith_class_family(KithClass class)
{
  return classes[class].family;
}

const char *
kith_class_cameo(KithClass class)
{
  return classes[class].cameo;
}
