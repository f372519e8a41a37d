/* What nouns of actors have in common. */
#include "actor/kinds.h"

#include <string.h>

const char *
kith_noun_class(const char *lemma)
{
  static const char *const same[][2] = {
      {"justice", "judge"},
      {"magistrate", "judge"},
      {"premier", "prime minister"},
      {"spokesman", "spokesperson"},
      {"spokeswoman", "spokesperson"},
      {"chairman", "chair"},
      {"chairwoman", "chair"},
      {"chairperson", "chair"},
      {"legislator", "lawmaker"},
      {"congressman", "lawmaker"},
      {"congresswoman", "lawmaker"},
      {"attorney", "lawyer"},
      {"policeman", "officer"},
      {"policewoman", "officer"},
      {"businessman", "entrepreneur"},
      {"businesswoman", "entrepreneur"},
      {"actress", "actor"},
      {"organisation", "organization"},
      {"firm", "company"},
      {"corporation", "company"},
  };
  if (g_str_has_prefix(lemma, "ex-"))
    lemma += 3;
  for (guint i = 0; i < G_N_ELEMENTS(same); i++)
    if (strcmp(lemma, same[i][0]) == 0)
      return same[i][1];
  return lemma;
}

gboolean
kith_noun_is_firm(const char *lemma)
{
  static const char *const firms[] = {
      "operator", "maker",    "manufacturer", "producer", "supplier", "developer",   "retailer", "lender",
      "insurer",  "giant",    "publisher",    "brewer",   "bidder",   "startup",     "start-up", "group",
      "rival",    "owner",    "buyer",        "seller",   "trader",   "shareholder", "employer", "customer",
      "partner",  "carrier",  "competitor",   "investor", "creditor", "contractor",  "landlord", "sponsor",
      "exporter", "importer", "miner",        "builder",  "suitor",   "target",      NULL};
  return g_strv_contains(firms, lemma);
}

gboolean
kith_title_has_office(const char *lemma)
{
  static const char *const titles[] = {
      "minister", "secretary", "undersecretary", "commissioner", "correspondent", "editor", "attorney",
      "adviser",  "advisor",   "reporter",       "analyst",      "critic",        "envoy",  "officer",
      "judge",    "professor", "inspector",      "sergeant",     "student",       NULL};
  return g_strv_contains(titles, lemma);
}
