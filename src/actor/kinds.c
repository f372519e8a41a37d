/* What nouns of actors have in common. */
#include "actor/kinds.h"

#include <string.h>

/* Sorted by bytes. */
static const struct {
  const char *noun;
  guint kinds;
} nouns[] = {
    {"academy", KITH_BODY_SCHOOL | KITH_BODY_STATE},
    {"agency", KITH_BODY_STATE | KITH_BODY_WORLD | KITH_BODY_MEDIA | KITH_BODY_FIRM},
    {"airline", KITH_BODY_FIRM},
    {"airways", KITH_BODY_FIRM},
    {"alliance", KITH_BODY_PARTY | KITH_BODY_WORLD | KITH_BODY_CIVIL | KITH_BODY_ARMED},
    {"archdiocese", KITH_BODY_FAITH},
    {"army", KITH_BODY_ARMED | KITH_BODY_STATE | KITH_BODY_NAMED},
    {"assembly", KITH_BODY_STATE | KITH_BODY_WORLD | KITH_BODY_CIVIL | KITH_BODY_SPORT | KITH_BODY_NAMED},
    {"association", KITH_BODY_CIVIL | KITH_BODY_SPORT},
    {"authority", KITH_BODY_STATE},
    {"automaker", KITH_BODY_FIRM},
    {"bank", KITH_BODY_FIRM | KITH_BODY_STATE},
    {"bidder", KITH_BODY_FIRM},
    {"bloc", KITH_BODY_PARTY | KITH_BODY_WORLD},
    {"blog", KITH_BODY_MEDIA},
    {"body", KITH_BODY_CIVIL | KITH_BODY_WORLD | KITH_BODY_STATE},
    {"bookmaker", KITH_BODY_FIRM},
    {"brewer", KITH_BODY_FIRM},
    {"broadcaster", KITH_BODY_MEDIA},
    {"brokerage", KITH_BODY_FIRM},
    {"builder", KITH_BODY_FIRM},
    {"bureau", KITH_BODY_STATE},
    {"business", KITH_BODY_FIRM},
    {"cabinet", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"carmaker", KITH_BODY_FIRM},
    {"carrier", KITH_BODY_FIRM},
    {"cartel", KITH_BODY_ARMED},
    {"caucus", KITH_BODY_PARTY},
    {"chain", KITH_BODY_FIRM},
    {"chamber", KITH_BODY_CIVIL},
    {"channel", KITH_BODY_MEDIA},
    {"charity", KITH_BODY_CIVIL},
    {"chipmaker", KITH_BODY_FIRM},
    {"church", KITH_BODY_FAITH},
    {"clinic", KITH_BODY_HOUSE | KITH_BODY_FIRM},
    {"club", KITH_BODY_SPORT | KITH_BODY_CIVIL},
    {"coalition", KITH_BODY_PARTY | KITH_BODY_WORLD | KITH_BODY_CIVIL | KITH_BODY_NAMED},
    {"college", KITH_BODY_SCHOOL},
    {"commission", KITH_BODY_STATE | KITH_BODY_WORLD | KITH_BODY_CIVIL | KITH_BODY_SPORT | KITH_BODY_NAMED},
    {"committee", KITH_BODY_STATE | KITH_BODY_WORLD | KITH_BODY_CIVIL | KITH_BODY_SPORT | KITH_BODY_NAMED},
    {"communists", KITH_BODY_PARTY},
    {"company", KITH_BODY_FIRM},
    {"confederation", KITH_BODY_CIVIL},
    {"conglomerate", KITH_BODY_FIRM},
    {"congregation", KITH_BODY_FAITH},
    {"congress", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"conservatives", KITH_BODY_PARTY},
    {"contractor", KITH_BODY_FIRM},
    {"corporation", KITH_BODY_FIRM},
    {"council", KITH_BODY_STATE | KITH_BODY_WORLD | KITH_BODY_CIVIL | KITH_BODY_SPORT | KITH_BODY_NAMED},
    {"court", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"daily", KITH_BODY_MEDIA},
    {"democrats", KITH_BODY_PARTY},
    {"department", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"developer", KITH_BODY_FIRM},
    {"diocese", KITH_BODY_FAITH},
    {"directorate", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"drugmaker", KITH_BODY_FIRM},
    {"embassy", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"enterprise", KITH_BODY_FIRM},
    {"exporter", KITH_BODY_FIRM},
    {"faction", KITH_BODY_PARTY | KITH_BODY_ARMED},
    {"factory", KITH_BODY_FIRM},
    {"federation", KITH_BODY_CIVIL | KITH_BODY_SPORT},
    {"firm", KITH_BODY_FIRM},
    {"force", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"forum", KITH_BODY_CIVIL | KITH_BODY_WORLD},
    {"foundation", KITH_BODY_CIVIL | KITH_BODY_HOUSE | KITH_BODY_FIRM},
    {"front", KITH_BODY_ARMED | KITH_BODY_PARTY},
    {"fund", KITH_BODY_FIRM},
    {"gallery", KITH_BODY_HOUSE},
    {"gang", KITH_BODY_ARMED},
    {"giant", KITH_BODY_FIRM},
    {"greens", KITH_BODY_PARTY},
    {"group", KITH_BODY_FIRM | KITH_BODY_PARTY | KITH_BODY_ARMED | KITH_BODY_CIVIL | KITH_BODY_MEDIA},
    {"gunmaker", KITH_BODY_FIRM},
    {"holdings", KITH_BODY_FIRM},
    {"hospital", KITH_BODY_HOUSE | KITH_BODY_FIRM},
    {"hotel", KITH_BODY_FIRM},
    {"importer", KITH_BODY_FIRM},
    {"industries", KITH_BODY_FIRM},
    {"inspectorate", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"institute", KITH_BODY_SCHOOL | KITH_BODY_STATE | KITH_BODY_CIVIL},
    {"institution", KITH_BODY_STATE | KITH_BODY_CIVIL | KITH_BODY_SCHOOL | KITH_BODY_HOUSE | KITH_BODY_WORLD |
                        KITH_BODY_FIRM},
    {"insurer", KITH_BODY_FIRM},
    {"junta", KITH_BODY_STATE | KITH_BODY_ARMED | KITH_BODY_NAMED},
    {"label", KITH_BODY_FIRM | KITH_BODY_MEDIA},
    {"landlord", KITH_BODY_FIRM},
    {"league", KITH_BODY_CIVIL | KITH_BODY_SPORT | KITH_BODY_PARTY},
    {"lender", KITH_BODY_FIRM},
    {"liberals", KITH_BODY_PARTY},
    {"library", KITH_BODY_HOUSE},
    {"lines", KITH_BODY_FIRM},
    {"lobby", KITH_BODY_CIVIL},
    {"mafia", KITH_BODY_ARMED},
    {"magazine", KITH_BODY_MEDIA},
    {"maker", KITH_BODY_FIRM},
    {"manufacturer", KITH_BODY_FIRM},
    {"militia", KITH_BODY_ARMED},
    {"miner", KITH_BODY_FIRM},
    {"ministry", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"mission", KITH_BODY_WORLD | KITH_BODY_STATE | KITH_BODY_FAITH},
    {"mosque", KITH_BODY_FAITH},
    {"motors", KITH_BODY_FIRM},
    {"movement", KITH_BODY_PARTY | KITH_BODY_ARMED | KITH_BODY_CIVIL},
    {"museum", KITH_BODY_HOUSE},
    {"nationalists", KITH_BODY_PARTY},
    {"navy", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"network", KITH_BODY_ARMED | KITH_BODY_CIVIL | KITH_BODY_MEDIA | KITH_BODY_FIRM},
    {"newspaper", KITH_BODY_MEDIA},
    {"newsroom", KITH_BODY_MEDIA},
    {"ngo", KITH_BODY_CIVIL},
    {"nonprofit", KITH_BODY_CIVIL},
    {"office", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"operator", KITH_BODY_FIRM},
    {"organisation", KITH_BODY_ARMED | KITH_BODY_CIVIL | KITH_BODY_WORLD | KITH_BODY_STATE},
    {"organization", KITH_BODY_ARMED | KITH_BODY_CIVIL | KITH_BODY_WORLD | KITH_BODY_STATE},
    {"outlet", KITH_BODY_MEDIA},
    {"paper", KITH_BODY_MEDIA},
    {"parish", KITH_BODY_FAITH},
    {"parliament", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"partners", KITH_BODY_FIRM},
    {"party", KITH_BODY_PARTY},
    {"phonemaker", KITH_BODY_FIRM},
    {"planemaker", KITH_BODY_FIRM},
    {"plant", KITH_BODY_FIRM},
    {"platform", KITH_BODY_FIRM},
    {"police", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"portal", KITH_BODY_MEDIA | KITH_BODY_FIRM},
    {"producer", KITH_BODY_FIRM},
    {"prosecutor", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"publisher", KITH_BODY_FIRM | KITH_BODY_MEDIA},
    {"refinery", KITH_BODY_FIRM},
    {"regulator", KITH_BODY_STATE},
    {"republicans", KITH_BODY_PARTY},
    {"restaurant", KITH_BODY_FIRM},
    {"retailer", KITH_BODY_FIRM},
    {"school", KITH_BODY_SCHOOL},
    {"secretariat", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"sect", KITH_BODY_ARMED},
    {"senate", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"service", KITH_BODY_STATE | KITH_BODY_MEDIA},
    {"shipbuilder", KITH_BODY_FIRM},
    {"shipper", KITH_BODY_FIRM},
    {"side", KITH_BODY_SPORT},
    {"site", KITH_BODY_MEDIA | KITH_BODY_FIRM},
    {"socialists", KITH_BODY_PARTY},
    {"society", KITH_BODY_CIVIL},
    {"squad", KITH_BODY_SPORT},
    {"start-up", KITH_BODY_FIRM},
    {"startup", KITH_BODY_FIRM},
    {"station", KITH_BODY_MEDIA},
    {"steelmaker", KITH_BODY_FIRM},
    {"studio", KITH_BODY_FIRM | KITH_BODY_MEDIA},
    {"subsidiary", KITH_BODY_FIRM},
    {"supermarket", KITH_BODY_FIRM},
    {"supplier", KITH_BODY_FIRM},
    {"synagogue", KITH_BODY_FAITH},
    {"tabloid", KITH_BODY_MEDIA},
    {"team", KITH_BODY_SPORT},
    {"temple", KITH_BODY_FAITH},
    {"theater", KITH_BODY_HOUSE},
    {"theatre", KITH_BODY_HOUSE},
    {"toymaker", KITH_BODY_FIRM},
    {"trader", KITH_BODY_FIRM},
    {"treasury", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"tribunal", KITH_BODY_STATE | KITH_BODY_NAMED},
    {"truckmaker", KITH_BODY_FIRM},
    {"trust", KITH_BODY_CIVIL | KITH_BODY_HOUSE | KITH_BODY_FIRM},
    {"union", KITH_BODY_CIVIL | KITH_BODY_WORLD},
    {"unit", KITH_BODY_STATE | KITH_BODY_ARMED},
    {"university", KITH_BODY_SCHOOL},
    {"utility", KITH_BODY_FIRM},
    {"watchdog", KITH_BODY_STATE | KITH_BODY_CIVIL | KITH_BODY_WORLD},
    {"website", KITH_BODY_MEDIA | KITH_BODY_FIRM},
    {"weekly", KITH_BODY_MEDIA},
    {"wing", KITH_BODY_PARTY | KITH_BODY_ARMED},
};

guint
kith_body_kinds(const char *lemma)
{
  guint low = 0, high = G_N_ELEMENTS(nouns);
  while (low < high) {
    guint mid = (low + high) / 2;
    int order = strcmp(lemma, nouns[mid].noun);
    if (order == 0)
      return nouns[mid].kinds;
    if (order < 0)
      high = mid;
    else
      low = mid + 1;
  }
  return 0;
}

gboolean
kith_body_table_is_sorted(void)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS(nouns); i++)
    if (strcmp(nouns[i].noun, nouns[i + 1].noun) >= 0)
      return FALSE;
  return TRUE;
}

gboolean
kith_body_is_called(const char *id, const char *lemma)
{
  static const char *const bodies[][2] = {{"nato", "alliance"}, {"european-union", "bloc"}};
  for (guint i = 0; i < G_N_ELEMENTS(bodies); i++)
    if (strcmp(bodies[i][0], id) == 0 && strcmp(bodies[i][1], lemma) == 0)
      return TRUE;
  return FALSE;
}

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
      {"gov.", "governor"},
      {"gov", "governor"},
      {"pres.", "president"},
      {"sen.", "senator"},
      {"prof.", "professor"},
      {"gen.", "general"},
      {"gunman", "attacker"},
      {"assailant", "attacker"},
      {"raider", "attacker"},
      {"kidnapper", "attacker"},
      {"abductor", "attacker"},
      {"captor", "attacker"},
      {"bandit", "attacker"},
      {"demonstrator", "protester"},
      {"protestor", "protester"},
      {"marcher", "protester"},
      {"guerrilla", "rebel"},
      {"guerilla", "rebel"},
      {"insurgent", "rebel"},
      {"troop", "soldier"},
      {"corporation", "company"},
      {"assembly", "parliament"},
      {"legislature", "parliament"},
  };
  if (g_str_has_prefix(lemma, "ex-"))
    lemma += 3;
  for (guint i = 0; i < G_N_ELEMENTS(same); i++)
    if (lemma[0] == same[i][0][0] && strcmp(lemma, same[i][0]) == 0)
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

gboolean
kith_noun_is_armed(const char *lemma)
{
  static const char *const armed[] = {"fighter",   "militant", "terrorist", "insurgent", "rebel",
                                      "extremist", "jihadist", "jihadi",    "gunman",    "force",
                                      "guerrilla", "guerilla", "soldier",   NULL};
  return g_strv_contains(armed, lemma);
}

gboolean
kith_noun_is_trait(const char *lemma)
{
  static const char *const traits[] = {
      "activist",     "actor",       "actress",       "artist",    "athlete",    "author",     "blogger",
      "boy",          "businessman", "businesswoman", "comedian",  "diplomat",   "dissident",  "economist",
      "entrepreneur", "filmmaker",   "girl",          "historian", "imam",       "journalist", "lawmaker",
      "man",          "musician",    "physician",     "player",    "politician", "researcher", "scientist",
      "singer",       "teenager",    "woman",         "worker",    "writer",     NULL};
  return g_strv_contains(traits, lemma);
}

gboolean
kith_noun_is_unit(const char *lemma)
{
  static const char *const units[] = {"squad",      "platoon",   "battery",  "company",  "troop",
                                      "detachment", "battalion", "squadron", "regiment", "brigade",
                                      "division",   "corps",     "wing",     NULL};
  return g_strv_contains(units, lemma);
}

gboolean
kith_noun_is_area(const char *lemma)
{
  static const char *const areas[] = {
      "area",        "region",     "zone",      "border",       "frontier",      "city",       "town",
      "village",     "street",     "road",      "district",     "province",      "county",     "lake",
      "river",       "sea",        "ocean",     "mountain",     "coast",         "island",     "suburb",
      "capital",     "location",   "venue",     "neighborhood", "neighbourhood", "downtown",   "outskirts",
      "continent",   "hemisphere", "territory", "desert",       "forest",        "valley",     "peninsula",
      "homeland",    "stronghold", "enclave",   "square",       "park",          "bridge",     "market",
      "marketplace", "home",       "house",     "door",         "scene",         "settlement", "depot",
      NULL};
  return g_strv_contains(areas, lemma);
}
