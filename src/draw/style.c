#include "draw/style.h"

static const KithActorStyle actors[KITH_N_ACTOR_TYPES] = {
    [KITH_ACTOR_PERSON] = {"person", "box", "rounded,filled", "#FFF1CC", "#8A6100", KITH_INK, "#5A4A1E", "1",
                           1.0},
    [KITH_ACTOR_ORGANIZATION] = {"organization", "box", "filled", "#CFE3F3", "#2B5F8C", KITH_INK, "#2F4A61",
                                 "1", 1.0},
    [KITH_ACTOR_COUNTRY] = {"country", "box", "filled", "#1F3552", "#1F3552", "#FFFFFF", "#D5DEE8", "1", 1.0},
    [KITH_ACTOR_PLACE] = {"place", "hexagon", "filled", "#F4F4F0", "#6B6B60", KITH_INK, "#55554C", "1", 1.0},
    [KITH_ACTOR_GROUP] = {"group", "box", "rounded,filled", "#EBD3E3", "#7F4A70", KITH_INK, "#5C3B53", "2",
                          1.0},
};

static const KithFamilyStyle families[KITH_N_FAMILIES] = {
    [KITH_FAMILY_COOPERATION] = {"cooperation", "#0066A6", "normal", 1.4},
    [KITH_FAMILY_CONFLICT] = {"conflict", "#B54500", "vee", 2.0},
    [KITH_FAMILY_WORDS] = {"words and other acts", "#4B4B4B", "onormal", 1.1},
    [KITH_FAMILY_STRUCTURE] = {"rule and kinship", "#7A6A1E", "odiamond", 1.1},
};

static const KithTieStyle ties[KITH_N_TIES] = {
    [KITH_TIE_BELONGS] = {"belongs to, holds office in", "#A6A6A6", "none", "solid", 0.9},
    [KITH_TIE_LOCATED] = {"is in", "#A6A6A6", "odot", "solid", 0.9},
};

const KithActorStyle *
kith_style_actor(KithActorType type)
{
  return &actors[type];
}

const KithFamilyStyle *
kith_style_family(KithFamily family)
{
  return &families[family];
}

const KithTieStyle *
kith_style_tie(KithTie tie)
{
  return &ties[tie];
}

gboolean
kith_style_is_tie(KithClass class, KithTie *tie)
{
  switch (class) {
  case KITH_CLASS_ROLE:
  case KITH_CLASS_MEMBER:
    *tie = KITH_TIE_BELONGS;
    return TRUE;
  case KITH_CLASS_LOCATED_IN:
    *tie = KITH_TIE_LOCATED;
    return TRUE;
  default:
    return FALSE;
  }
}
