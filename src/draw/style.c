#include "draw/style.h"

static const KithThemeStyle themes[KITH_N_THEMES] = {
    [KITH_THEME_LIGHT] = {"light", "#FFFFFF", "#1A1A1A", "#5E5E5E", "#A6A6A6", "#D5D9DD", "#F5F6F4",
                          "#0A5FD6", "#FFD76A", "#1A1A1A", "#FFF4CF"},
    [KITH_THEME_DARK] = {"dark", "#14181D", "#ECEFF1", "#A9B2BB", "#6B747C", "#39424B", "#1B2026", "#7DB8FF",
                         "#F2C14E", "#14181D", "#3A3218"},
};

static const KithActorStyle actors[KITH_N_ACTOR_TYPES] = {
    [KITH_ACTOR_PERSON] = {"person",
                           "box",
                           "rounded,filled",
                           "1",
                           1.0,
                           {{"#FFF1CC", "#8A6100", "#1A1A1A", "#5A4A1E"},
                            {"#4A3C12", "#D9A93A", "#FFFFFF", "#EBDDB0"}}},
    [KITH_ACTOR_ORGANIZATION] = {"organization",
                                 "box",
                                 "filled",
                                 "1",
                                 1.0,
                                 {{"#CFE3F3", "#2B5F8C", "#1A1A1A", "#2F4A61"},
                                  {"#173E60", "#6FB1E4", "#FFFFFF", "#C2DCF0"}}},
    [KITH_ACTOR_COUNTRY] = {"country",
                            "box",
                            "filled",
                            "1",
                            1.0,
                            {{"#1F3552", "#1F3552", "#FFFFFF", "#D5DEE8"},
                             {"#DCE6F2", "#DCE6F2", "#10243C", "#33485F"}}},
    [KITH_ACTOR_PLACE] = {"place",
                          "underline",
                          "filled",
                          "1",
                          1.0,
                          {{"#F4F4F0", "#6B6B60", "#1A1A1A", "#55554C"},
                           {"#22262A", "#98A0A6", "#ECEFF1", "#B9C0C6"}}},
    [KITH_ACTOR_GROUP] = {"group",
                          "box",
                          "rounded,filled",
                          "2",
                          1.0,
                          {{"#DDB4CC", "#7F4A70", "#1A1A1A", "#5C3B53"},
                           {"#6A3A60", "#D99CC6", "#FFFFFF", "#F0D3E6"}}},
};

static const KithFamilyStyle families[KITH_N_FAMILIES] = {
    [KITH_FAMILY_COOPERATION] = {"cooperation", "normal", 1.4, {"#0066A6", "#5CB8F5"}},
    [KITH_FAMILY_CONFLICT] = {"conflict", "vee", 2.0, {"#B54500", "#FF8A4C"}},
    [KITH_FAMILY_WORDS] = {"words and other acts", "onormal", 1.1, {"#2B2B2B", "#F0F2F4"}},
    [KITH_FAMILY_STRUCTURE] = {"rule and kinship", "odiamond", 1.1, {"#77705A", "#A39B82"}},
};

static const KithTieStyle ties[KITH_N_TIES] = {
    [KITH_TIE_BELONGS] = {"belongs to, holds office in", "none", "solid", 0.9},
    [KITH_TIE_LOCATED] = {"is in", "odot", "solid", 0.9},
};

const KithThemeStyle *
kith_style_theme(KithTheme theme)
{
  return &themes[theme];
}

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
