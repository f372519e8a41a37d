/* Who is who, on sentences of tests/data/actor with given trees: which words name one entity, of what type,
 * under which label; what is no actor. */
#include "actor-help.h"

static gboolean
is_metonym(const Case *c, guint sentence, const char *form)
{
  return g_array_index(c->entities->mentions, KithMention, mention_at(c, sentence, form, 0)).metonym;
}

static void
test_metonyms(void)
{
  Case c;
  case_open(&c, "metonyms");
  assert_entity(&c, 0, "Washington", "United States", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 0, "Islamabad", "Pakistan", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 1, "Islamabad", "Islamabad", KITH_ACTOR_PLACE);
  assert_entity(&c, 2, "Kremlin", "Russia", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 3, "Washington", "Washington", KITH_ACTOR_PLACE);
  assert_entity(&c, 4, "Paris", "France", KITH_ACTOR_COUNTRY);
  g_assert_true(is_metonym(&c, 0, "Washington"));
  g_assert_true(is_metonym(&c, 2, "Kremlin"));
  g_assert_false(is_metonym(&c, 1, "Islamabad"));
  g_assert_cmpstr(entity_at(&c, 0, "Washington")->entry->code, ==, "USA");
  g_assert_true(has_alias(entity_at(&c, 0, "Washington"), "Washington"));
  case_close(&c);
}

static void
test_acronyms(void)
{
  Case c;
  case_open(&c, "acronyms");
  assert_entity(&c, 0, "Union", "Union of Coastal Fishers", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 0, "UCF") == entity_at(&c, 0, "Union"));
  g_assert_true(entity_at(&c, 1, "UCF") == entity_at(&c, 0, "Union"));
  assert_entity(&c, 3, "WHO", "World Health Organization", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 3, "WHO") == entity_at(&c, 2, "Organization"));
  g_assert_true(entity_at(&c, 3, "officials") != entity_at(&c, 3, "WHO"));
  /* what the gazetteer knows by the letters is not meant */
  g_assert_true(entity_at(&c, 5, "OPEC") == entity_at(&c, 4, "Council"));
  assert_entity(&c, 5, "OPEC", "Orchard Planters Export Council", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 6, "Dana", "Dana Roe", KITH_ACTOR_PERSON);
  g_assert_false(has_alias(entity_at(&c, 6, "Dana"), "well as Dr. Dana Roe"));
  g_assert_true(has_alias(entity_at(&c, 6, "Dana"), "Dr. Dana Roe"));
  case_close(&c);
}

static void
test_families(void)
{
  Case c;
  case_open(&c, "families");
  KithEntity *anna = entity_at(&c, 0, "Anna"), *peter = entity_at(&c, 0, "Peter");
  assert_entity(&c, 0, "Anna", "Anna Keller", KITH_ACTOR_PERSON);
  assert_entity(&c, 0, "Peter", "Peter Keller", KITH_ACTOR_PERSON);
  g_assert_true(anna != peter);
  g_assert_true(entity_at(&c, 1, "Keller") == anna);
  g_assert_true(entity_at(&c, 2, "Keller") == peter);
  g_assert_true(entity_at(&c, 3, "Keller") == peter);
  g_assert_true(entity_at(&c, 3, "he") == peter);
  g_assert_cmpint(anna->gender, ==, KITH_GENDER_FEMALE);
  g_assert_cmpint(peter->gender, ==, KITH_GENDER_MALE);
  g_assert_true(has_alias(anna, "Ms. Keller"));
  g_assert_true(has_alias(anna, "Keller"));
  case_close(&c);
}

static void
test_demonyms(void)
{
  Case c;
  case_open(&c, "demonyms");
  assert_entity(&c, 0, "officials", "Kenyan officials", KITH_ACTOR_GROUP);
  assert_entity(&c, 1, "Kenya", "Kenya", KITH_ACTOR_COUNTRY);
  KithEntity *officials = entity_at(&c, 0, "officials");
  g_assert_cmpuint(officials->country, !=, KITH_NONE);
  g_assert_true(g_ptr_array_index(c.entities->entities, officials->country) == entity_at(&c, 1, "Kenya"));
  /* an adjective alone brings no country into the text */
  assert_entity(&c, 0, "traders", "Ugandan traders", KITH_ACTOR_GROUP);
  g_assert_cmpuint(entity_at(&c, 0, "traders")->country, ==, KITH_NONE);
  g_assert_true(entity_at(&c, 2, "Kenyans") == entity_at(&c, 3, "people"));
  g_assert_true(entity_at(&c, 2, "Kenyans") != entity_at(&c, 1, "Kenya"));
  g_assert_false(officials->named);
  g_assert_true(officials->acts);
  case_close(&c);
}

static void
test_pronouns(void)
{
  Case c;
  case_open(&c, "pronouns");
  g_assert_true(entity_at(&c, 0, "she") == entity_at(&c, 0, "Maria"));
  g_assert_true(entity_at(&c, 1, "her") == entity_at(&c, 0, "Maria"));
  g_assert_true(entity_at(&c, 2, "its") == entity_at(&c, 2, "company"));
  g_assert_true(entity_at(&c, 2, "they") == entity_at(&c, 2, "workers"));
  g_assert_true(entity_at(&c, 2, "it") == entity_at(&c, 2, "company"));
  g_assert_true(entity_at(&c, 4, "He") == entity_at(&c, 3, "Weber"));
  g_assert_true(entity_at(&c, 5, "him") == entity_at(&c, 3, "Weber"));
  g_assert_false(has_alias(entity_at(&c, 0, "Maria"), "she"));
  case_close(&c);
}

static void
test_quotes(void)
{
  Case c;
  case_open(&c, "quotes");
  KithEntity *speaker = entity_at(&c, 0, "Omar");
  assert_entity(&c, 0, "Omar", "Omar Diallo", KITH_ACTOR_PERSON);
  g_assert_true(entity_at(&c, 1, "I") == speaker);
  g_assert_true(entity_at(&c, 1, "My") == speaker);
  g_assert_true(entity_at(&c, 1, "me") == speaker);
  g_assert_true(has_alias(speaker, "President Omar Diallo"));
  case_close(&c);
}

static void
test_titles(void)
{
  Case c;
  case_open(&c, "titles");
  assert_entity(&c, 0, "Lena", "Lena Berg", KITH_ACTOR_PERSON);
  assert_entity(&c, 1, "minister", "Lena Berg", KITH_ACTOR_PERSON);
  assert_entity(&c, 1, "lawyer", "Tom Okafor", KITH_ACTOR_PERSON);
  assert_entity(&c, 3, "critic", "Tom Okafor", KITH_ACTOR_PERSON);
  g_assert_true(entity_at(&c, 2, "her") == entity_at(&c, 0, "Lena"));
  g_assert_true(has_alias(entity_at(&c, 0, "Lena"), "Deputy Foreign Minister Lena Berg"));
  g_assert_true(entity_at(&c, 3, "ministry") != entity_at(&c, 1, "minister"));
  case_close(&c);
}

static void
test_descriptions(void)
{
  Case c;
  case_open(&c, "descriptions");
  assert_entity(&c, 1, "country", "Pakistan", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 2, "Government", "Pakistan", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 2, "city", "Lahore", KITH_ACTOR_PLACE);
  assert_entity(&c, 3, "city", "Lahore", KITH_ACTOR_PLACE);
  assert_entity(&c, 1, "China", "China", KITH_ACTOR_COUNTRY);
  case_close(&c);
  case_open(&c, "statement");
  assert_entity(&c, 1, "We", "Canada", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 2, "country", "Canada", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 0, "Tunis", "Tunis", KITH_ACTOR_PLACE);
  g_assert_true(entity_at(&c, 1, "people") != entity_at(&c, 1, "Tunisia"));
  case_close(&c);
  /* who meets "the country's" chief is no official of that country */
  case_open(&c, "officials");
  assert_entity(&c, 1, "country", "Kenya", KITH_ACTOR_COUNTRY);
  case_close(&c);
}

/* Names that the tagger has cut, run together or taken for persons, and what is said of bodies. */
static void
test_bodies(void)
{
  Case c;
  case_open(&c, "bodies");
  assert_entity(&c, 0, "Nordia", "Nordia", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 0, "Helen", "Helen Frost", KITH_ACTOR_PERSON);
  assert_entity(&c, 0, "Pike", "Harlow & Pike", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 1, "Karl", "Karl Dahl", KITH_ACTOR_PERSON);
  g_assert_true(entity_at(&c, 1, "Transport") == entity_at(&c, 1, "Karl"));
  assert_entity(&c, 1, "Tarnex", "Tarnex", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 2, "Malmex", "Malmex", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 3, "bank", "Malmex", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 3, "firm", "Tarnex", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 4, "Union", "Weavers' Union", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 5, "union", "Weavers' Union", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 5, "company") != entity_at(&c, 5, "union"));
  assert_entity(&c, 6, "Arbitration", "Court of Arbitration for Trade", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 7, "court", "Court of Arbitration for Trade", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 7, "foundation", "foundation", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 8, "governor", "Tovar Ccala", KITH_ACTOR_PERSON);
  assert_entity(&c, 9, "BRUSSELS", "Brussels", KITH_ACTOR_PLACE);
  assert_entity(&c, 10, "bloc", "European Union", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 10, "alliance", "NATO", KITH_ACTOR_ORGANIZATION);
  case_close(&c);
}

/* Ages, offices whose holders are named later, what somebody became, what is somebody's. */
static void
test_persons(void)
{
  Case c;
  case_open(&c, "persons");
  assert_entity(&c, 0, "judge", "Rita Falk", KITH_ACTOR_PERSON);
  g_assert_false(has_alias(entity_at(&c, 0, "judge"), "judge on Monday"));
  assert_entity(&c, 0, "minister", "Olga Stern", KITH_ACTOR_PERSON);
  assert_entity(&c, 3, "wife", "Anna Keller", KITH_ACTOR_PERSON);
  g_assert_true(entity_at(&c, 4, "old") == entity_at(&c, 1, "Rita"));
  g_assert_cmpuint(g_array_index(c.entities->mentions, KithMention, mention_at(&c, 4, "old", 1)).entity, ==,
                   g_array_index(c.entities->mentions, KithMention, mention_at(&c, 1, "Tom", 0)).entity);
  assert_entity(&c, 6, "client", "Tom Berg", KITH_ACTOR_PERSON);
  assert_entity(&c, 7, "adviser", "Olga Stern", KITH_ACTOR_PERSON);
  g_assert_true(entity_at(&c, 8, "cellist") != entity_at(&c, 8, "Berg"));
  assert_entity(&c, 10, "party", "Liberal Centre", KITH_ACTOR_ORGANIZATION);
  g_assert_cmpuint(g_array_index(c.entities->mentions, KithMention, mention_at(&c, 11, "Rondo", 1)).entity,
                   ==, g_array_index(c.entities->mentions, KithMention, mention_at(&c, 11, "TV", 0)).entity);
  case_close(&c);
  /* whom the first sentence leaves unnamed, the second names with his age */
  case_open(&c, "lead");
  assert_entity(&c, 0, "cellist", "Jane Roe", KITH_ACTOR_PERSON);
  assert_entity(&c, 2, "Ovalis", "Ovalis", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 2, "Exley", "Exley Capital", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 3, "dean", "Alan Grove", KITH_ACTOR_PERSON);
  case_close(&c);
}

/* What stands beside a name or a speaker without being it, ships that fight, two words for one body. */
static void
test_apposed(void)
{
  Case c;
  case_open(&c, "apposed");
  assert_entity(&c, 0, "airline", "Vectra", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 1, "director", "John Roe", KITH_ACTOR_PERSON);
  assert_entity(&c, 1, "keeper", "keeper", KITH_ACTOR_PERSON);
  assert_entity(&c, 2, "frigate", "frigate", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 2, "boat", "boat", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 2, "tanker", "Danish tanker", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 2, "station", "radio station", KITH_ACTOR_ORGANIZATION);
  g_assert_null(entity_at(&c, 3, "boat"));
  assert_entity(&c, 4, "state", "Texas", KITH_ACTOR_PLACE);
  case_close(&c);
}

static void
test_collectives(void)
{
  Case c;
  case_open(&c, "collectives");
  KithEntity *both = entity_at(&c, 1, "countries");
  g_assert_nonnull(both);
  g_assert_cmpuint(both->members->len, ==, 2);
  gboolean france = FALSE, germany = FALSE;
  for (guint i = 0; i < 2; i++) {
    KithEntity *member = g_ptr_array_index(c.entities->entities, g_array_index(both->members, guint, i));
    france |= member == entity_at(&c, 0, "France");
    germany |= member == entity_at(&c, 0, "Germany");
  }
  g_assert_true(france && germany);
  case_close(&c);
}

static void
test_nested(void)
{
  Case c;
  case_open(&c, "nested");
  assert_entity(&c, 0, "Pakistan", "Pakistan", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 0, "Ministry", "Foreign Ministry", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 0, "U.S.", "United States", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 0, "coalition", "U.S.-led coalition", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 1, "Department", "United States Department of State", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 2, "ministry", "Foreign Ministry", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 2, "officials", "U.S. officials", KITH_ACTOR_GROUP);
  g_assert_true(has_alias(entity_at(&c, 0, "Ministry"), "Pakistan's Foreign Ministry"));
  case_close(&c);
}

static void
test_armed(void)
{
  Case c;
  case_open(&c, "armed");
  assert_entity(&c, 0, "fighters", "Islamic State of Iraq and the Levant", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 2, "terrorists", "Islamic State of Iraq and the Levant", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 1, "city") == entity_at(&c, 0, "Mosul"));
  g_assert_true(has_alias(entity_at(&c, 1, "ISIL"), "ISIL"));
  case_close(&c);
}

static void
test_copula(void)
{
  Case c;
  case_open(&c, "copula");
  assert_entity(&c, 0, "mayor", "Ravi Menon", KITH_ACTOR_PERSON);
  assert_entity(&c, 1, "mayor", "Ravi Menon", KITH_ACTOR_PERSON);
  assert_entity(&c, 2, "architect", "Grace Adeyemi", KITH_ACTOR_PERSON);
  assert_entity(&c, 2, "mayor", "Ravi Menon", KITH_ACTOR_PERSON);
  case_close(&c);
}

static void
test_groups(void)
{
  Case c;
  case_open(&c, "groups");
  g_assert_true(entity_at(&c, 1, "teenagers") == entity_at(&c, 0, "teenagers"));
  g_assert_true(entity_at(&c, 0, "group") == entity_at(&c, 0, "teenagers"));
  g_assert_true(has_alias(entity_at(&c, 1, "lawmakers"), "lawmakers"));
  assert_entity(&c, 2, "Afghans", "Afghans", KITH_ACTOR_GROUP);
  g_assert_true(has_alias(entity_at(&c, 2, "Afghans"), "55% of Afghans"));
  case_close(&c);
}

static void
test_relatives(void)
{
  Case c;
  case_open(&c, "relatives");
  g_assert_true(entity_at(&c, 0, "who") == entity_at(&c, 0, "rebels"));
  g_assert_true(entity_at(&c, 0, "whose") == entity_at(&c, 0, "doctor"));
  assert_entity(&c, 1, "government", "Weber government", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 1, "Weber") == entity_at(&c, 1, "government"));
  assert_entity(&c, 1, "company", "Initech UK", KITH_ACTOR_ORGANIZATION);
  case_close(&c);
}

/* Dates, sums, laws, weapons; boilerplate and metadata; sentences without analysis. */
static void
test_offices(void)
{
  Case c;
  case_open(&c, "offices");
  KithEntity *president = entity_at(&c, 0, "Ada");
  g_assert_true(entity_at(&c, 2, "president") == president); /* not the vice president */
  g_assert_true(entity_at(&c, 4, "minister") == entity_at(&c, 3, "Cy"));
  g_assert_true(entity_at(&c, 5, "president") != president); /* nobody yet */
  g_assert_true(entity_at(&c, 6, "president") == president);
  g_assert_true(entity_at(&c, 8, "government") == entity_at(&c, 7, "Norway"));
  case_close(&c);
}

static void
test_mended(void)
{
  Case c;
  case_open(&c, "mended");
  assert_entity(&c, 0, "Danube", "Danube Courier", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 1, "Q&K", "Q&K", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 2, "Lands", "Common House for Northern Lands", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 2, "COHNOL") == entity_at(&c, 2, "Lands"));
  assert_entity(&c, 3, "party", "Harbour Front", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 4, "wing", "rival wing", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 5, "nurses", "seven nurses", KITH_ACTOR_GROUP);
  assert_entity(&c, 5, "agents", "agents", KITH_ACTOR_GROUP);
  assert_entity(&c, 6, "envoy", "envoy", KITH_ACTOR_PERSON);
  g_assert_true(entity_at(&c, 7, "executive") == entity_at(&c, 7, "Eva"));
  assert_entity(&c, 8, "U.S.", "United States", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 9, "Socialists", "Socialists", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 10, "Anna", "Anna Brenner", KITH_ACTOR_PERSON);
  assert_entity(&c, 10, "University", "Orrin University", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 11, "Aksel", "Aksel Thorup", KITH_ACTOR_PERSON);
  g_assert_true(entity_at(&c, 12, "GHF") == entity_at(&c, 12, "Forces"));
  assert_entity(&c, 13, "OPQ", "OPQ", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 14, "Institute", "National Institute for Rose Culture", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 15, "UNICEF") != entity_at(&c, 15, "UNESCO"));
  assert_entity(&c, 16, "QRS", "QRS", KITH_ACTOR_ORGANIZATION);
  case_close(&c);
}

static void
test_parts(void)
{
  Case c;
  case_open(&c, "parts");
  KithEntity *bank = entity_at(&c, 1, "Bank");
  g_assert_true(entity_at(&c, 0, "bank") == bank);
  g_assert_true(entity_at(&c, 2, "regulator") == bank);
  g_assert_cmpuint(mention_at(&c, 3, "It", 0), ==, KITH_NONE);
  assert_entity(&c, 4, "lender", "Kelpo", KITH_ACTOR_ORGANIZATION); /* not who controls it */
  guint region = mention_at(&c, 5, "region", 0);
  g_assert_true(region == KITH_NONE ||
                g_array_index(c.entities->mentions, KithMention, region).head != 3); /* not its own city */
  assert_entity(&c, 6, "girls", "31 girls", KITH_ACTOR_GROUP);
  case_close(&c);
}

static void
test_parties(void)
{
  Case c;
  case_open(&c, "parties");
  assert_entity(&c, 0, "Acme", "Acme Mining", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 1, "Democrats", "Social Democrats", KITH_ACTOR_ORGANIZATION);
  g_assert_null(entity_at(&c, 1, "Democrats")->entry);
  g_assert_true(entity_at(&c, 2, "company") == entity_at(&c, 0, "Acme")); /* no party is one */
  assert_entity(&c, 3, "Congress", "Congress", KITH_ACTOR_ORGANIZATION);
  g_assert_null(entity_at(&c, 3, "Congress")->entry); /* of a country that the text does not speak of */
  assert_entity(&c, 4, "Kelpo", "Kelpo", KITH_ACTOR_ORGANIZATION);
  /* a name whose noun is no body's, by what stands beside it */
  assert_entity(&c, 5, "Dream", "Danish Dream", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 6, "Dream") == entity_at(&c, 5, "Dream"));
  case_close(&c);
  case_open(&c, "rivals");
  g_assert_true(entity_at(&c, 1, "party") != entity_at(&c, 0, "party"));
  case_close(&c);
}

/* Firms with and without their legal form; where shares are dealt in and addresses are nobody. */
static void
test_firms(void)
{
  Case c;
  case_open(&c, "firms");
  KithEntity *acme = entity_at(&c, 0, "plc");
  assert_entity(&c, 0, "plc", "Acme Foods plc", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 1, "Foods") == acme);
  g_assert_cmpuint(mention_at(&c, 0, "LSE", 0), ==, KITH_NONE);
  g_assert_cmpuint(mention_at(&c, 0, "ACM", 0), ==, KITH_NONE);
  assert_entity(&c, 2, "Cort", "Cort", KITH_ACTOR_ORGANIZATION); /* what has shares is no person */
  g_assert_cmpuint(mention_at(&c, 2, "CRT", 0), ==, KITH_NONE);
  g_assert_cmpuint(mention_at(&c, 3, "www.acme.example", 0), ==, KITH_NONE);
  case_close(&c);
}

static void
test_binding(void)
{
  Case c;
  case_open(&c, "binding");
  g_assert_true(entity_at(&c, 0, "judge") == entity_at(&c, 1, "Ada"));
  g_assert_true(entity_at(&c, 2, "him") == entity_at(&c, 2, "Dan")); /* not who wrote */
  g_assert_true(entity_at(&c, 3, "him") == entity_at(&c, 3, "Bo"));
  g_assert_true(entity_at(&c, 5, "Navy") == entity_at(&c, 4, "navy"));
  g_assert_true(entity_at(&c, 6, "fighters") != entity_at(&c, 4, "navy"));
  case_close(&c);
}

static void
test_served(void)
{
  Case c;
  case_open(&c, "served");
  g_assert_true(entity_at(&c, 1, "government") == entity_at(&c, 0, "Norway"));
  g_assert_true(entity_at(&c, 2, "speaker") == entity_at(&c, 2, "Ada"));
  assert_entity(&c, 3, "police", "police", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 4, "Front", "Popular Front", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 4, "U.N.", "United Nations", KITH_ACTOR_ORGANIZATION);
  g_assert_cmpstr(entity_at(&c, 4, "agency")->entry->id, ==, "unhcr");
  case_close(&c);
}

/* Countries by their governments, and bodies and families by less or more than their names. */
static void
test_governments(void)
{
  Case c;
  case_open(&c, "governments");
  assert_entity(&c, 0, "Government", "United Kingdom", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 1, "government", "United States", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 2, "state", "Chile", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 3, "state", "Indian state", KITH_ACTOR_ORGANIZATION); /* one of many */
  g_assert_true(entity_at(&c, 5, "Tamimi") == entity_at(&c, 4, "Abu"));
  assert_entity(&c, 6, "Computer", "Kenyan Computer Society", KITH_ACTOR_ORGANIZATION);
  case_close(&c);
}

/* What only tells whose dollars, and letters behind a name, are nobody. */
static void
test_sums(void)
{
  Case c;
  case_open(&c, "sums");
  g_assert_cmpuint(mention_at(&c, 0, "US", 0), ==, KITH_NONE);
  assert_entity(&c, 1, "Norland", "Norland Bank", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 2, "Mark", "Mark Roe", KITH_ACTOR_PERSON);
  assert_entity(&c, 2, "Ana", "Ana Sol", KITH_ACTOR_PERSON);
  g_assert_cmpuint(mention_at(&c, 2, "SC", 0), ==, KITH_NONE);
  case_close(&c);
}

/* Second names that are given behind the first. */
static void
test_aliases(void)
{
  Case c;
  case_open(&c, "aliases");
  g_assert_true(entity_at(&c, 0, "Karim") == entity_at(&c, 0, "Omar"));
  g_assert_true(entity_at(&c, 1, "Abu") == entity_at(&c, 1, "Max"));
  g_assert_true(entity_at(&c, 2, "Ada") == entity_at(&c, 2, "Ana"));
  g_assert_true(entity_at(&c, 3, "Bo") != entity_at(&c, 3, "Jane"));
  case_close(&c);
}

/* The office of a post is a body; that of somebody named is his. */
static void
test_posthouses(void)
{
  Case c;
  case_open(&c, "posthouses");
  assert_entity(&c, 0, "office", "Los Angeles Sheriff's office", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 1, "office") == entity_at(&c, 0, "office"));
  assert_entity(&c, 2, "Sol", "Sol", KITH_ACTOR_PERSON);
  case_close(&c);
}

/* Who is unnamed at first and named behind a caption; fighters who were militants. */
static void
test_captions(void)
{
  Case c;
  case_open(&c, "captions");
  g_assert_true(entity_at(&c, 0, "cook") == entity_at(&c, 2, "Ana"));
  g_assert_true(entity_at(&c, 3, "fighters") == entity_at(&c, 3, "militants"));
  case_close(&c);
}

/* What the tagger has as no name, by what it does and undergoes. */
static void
test_acting(void)
{
  Case c;
  case_open(&c, "acting");
  assert_entity(&c, 0, "Velmora", "Velmora", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 1, "Orvane", "Orvane", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 2, "Kelvane", "Kelvane", KITH_ACTOR_PLACE);
  assert_entity(&c, 3, "Dortan", "Dortan", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 4, "Tarsk", "Tarsk", KITH_ACTOR_PLACE); /* as Sweden is */
  assert_entity(&c, 5, "Zandor", "Zandor", KITH_ACTOR_PLACE);
  assert_entity(&c, 6, "Brennik", "Brennik", KITH_ACTOR_PERSON);
  assert_entity(&c, 7, "Qazim", "Qazim", KITH_ACTOR_PERSON);
  assert_entity(&c, 8, "Belmir", "Belmir", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 9, "Ostrim", "Ostrim", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 14, "Velmora") == entity_at(&c, 0, "Velmora"));
  assert_entity(&c, 15, "Lethe", "Lethe", KITH_ACTOR_ORGANIZATION); /* no person, for it is somebody's */
  assert_entity(&c, 16, "Ambrel", "Ambrel", KITH_ACTOR_PLACE);
  /* "known as" */
  assert_entity(&c, 17, "Nightwell", "Nightwell", KITH_ACTOR_GROUP);
  g_assert_true(entity_at(&c, 17, "hackers") == entity_at(&c, 17, "Nightwell"));
  assert_entity(&c, 18, "Grimbald", "Grimbald", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 18, "gang") == entity_at(&c, 18, "Grimbald"));
  g_assert_true(entity_at(&c, 19, "driver") != entity_at(&c, 19, "Brunner"));
  assert_entity(&c, 20, "Zandt", "Zandt", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 21, "Kestry", "Kestry", KITH_ACTOR_PLACE); /* for all that it is tagged as a person */
  /* a trade for a family name, but not behind an article */
  assert_entity(&c, 22, "Porter", "Porter", KITH_ACTOR_PERSON);
  g_assert_cmpuint(mention_at(&c, 23, "Weaver", 0), ==, KITH_NONE);
  assert_entity(&c, 24, "Ombria", "Ombria", KITH_ACTOR_ORGANIZATION); /* no person, for it is "it" */
  g_assert_true(entity_at(&c, 24, "it") == entity_at(&c, 24, "Ombria"));
  assert_entity(&c, 25, "Umbrel", "Umbrel", KITH_ACTOR_PLACE);
  /* with whom one sides, what is shelled, where one flees to or is from */
  assert_entity(&c, 26, "Qorvane", "Qorvane", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 27, "Ostra", "Ostra", KITH_ACTOR_PLACE);
  assert_entity(&c, 28, "Velm", "Dan Velm", KITH_ACTOR_PLACE);
  assert_entity(&c, 29, "Bergen", "Bergen", KITH_ACTOR_PLACE);
  /* nothing that only actors do */
  g_assert_cmpuint(mention_at(&c, 10, "Ombrel", 0), ==, KITH_NONE);
  g_assert_cmpuint(mention_at(&c, 11, "Jorvan", 0), ==, KITH_NONE);
  g_assert_cmpuint(mention_at(&c, 12, "Haldor", 0), ==, KITH_NONE);
  g_assert_cmpuint(mention_at(&c, 13, "Haldor", 0), ==, KITH_NONE);
  g_assert_cmpuint(mention_at(&c, 9, "Monday", 0), ==, KITH_NONE);
  case_close(&c);
}

/* Places and ships that stand for who is there, groups without a noun, and the same words where they do not.
 */
static void
test_lived(void)
{
  Case c;
  case_open(&c, "lived");
  assert_entity(&c, 0, "Those", "Those who attacked the ferry", KITH_ACTOR_GROUP);
  g_assert_cmpuint(mention_at(&c, 1, "Those", 0), ==, KITH_NONE);
  assert_entity(&c, 2, "trawler", "trawler", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 3, "freighter", "freighter", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 4, "prison", "prison", KITH_ACTOR_PLACE);
  g_assert_cmpuint(mention_at(&c, 5, "prison", 0), ==, KITH_NONE);
  assert_entity(&c, 6, "islands", "islands", KITH_ACTOR_PLACE);
  g_assert_cmpuint(mention_at(&c, 7, "islands", 0), ==, KITH_NONE);
  assert_entity(&c, 8, "laboratory", "laboratory", KITH_ACTOR_ORGANIZATION);
  g_assert_cmpuint(mention_at(&c, 9, "laboratory", 0), ==, KITH_NONE);
  g_assert_cmpstr(entity_at(&c, 10, "country")->label, ==, "Norway");
  g_assert_true(entity_at(&c, 11, "mother") == entity_at(&c, 11, "Ada"));
  assert_entity(&c, 12, "office", "customs office", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 13, "casinos", "two casinos", KITH_ACTOR_PLACE);
  case_close(&c);
}

/* Descriptions beside the names that they mean. */
static void
test_splits(void)
{
  Case c;
  case_open(&c, "splits");
  kith_entities_free(c.entities);
  kith_document_sentence(c.document, 0)->kind = KITH_SENTENCE_HEADLINE;
  c.entities = kith_entities_find(c.document, gazetteer);
  g_assert_true(entity_at(&c, 0, "alliance") == entity_at(&c, 1, "Alliance"));
  g_assert_true(entity_at(&c, 3, "army") != entity_at(&c, 2, "Army")); /* of the country */
  g_assert_true(entity_at(&c, 5, "jurors") == entity_at(&c, 4, "jury"));
  g_assert_true(entity_at(&c, 7, "parliament") == entity_at(&c, 6, "Assembly"));
  assert_entity(&c, 8, "firm", "Adrin Pulse", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 8, "firm") == entity_at(&c, 8, "Pulse"));
  assert_entity(&c, 9, "Liberal", "Liberal Center", KITH_ACTOR_ORGANIZATION); /* tagged as a place */
  assert_entity(&c, 10, "group", "Green Harbour", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 11, "Velm", "Banco Velm", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 12, "Velm") == entity_at(&c, 11, "Velm"));
  g_assert_true(entity_at(&c, 14, "strikers") == entity_at(&c, 13, "miners"));
  g_assert_true(entity_at(&c, 16, "prosecution") == entity_at(&c, 15, "prosecutors"));
  g_assert_true(entity_at(&c, 18, "officers") == entity_at(&c, 17, "Police"));
  assert_entity(&c, 19, "women", "Desperate women, mostly Danes", KITH_ACTOR_GROUP);
  g_assert_true(has_alias(entity_at(&c, 19, "women"), "Desperate women"));
  case_close(&c);
}

static void
test_nothing(void)
{
  Case c;
  case_open(&c, "nothing");
  g_assert_cmpuint(c.entities->entities->len, ==, 0);
  g_assert_cmpuint(c.entities->mentions->len, ==, 0);
  g_assert_cmpuint(kith_entities_mention_at(c.entities, 0, 0), ==, KITH_NONE);
  case_close(&c);
  case_open(&c, "titles");
  kith_document_sentence(c.document, 0)->kind = KITH_SENTENCE_BOILERPLATE;
  kith_document_sentence(c.document, 1)->kind = KITH_SENTENCE_METADATA;
  kith_document_words(c.document, kith_document_sentence(c.document, 2))[0].head = KITH_HEAD_UNSET;
  g_autoptr(KithEntities) entities = kith_entities_find(c.document, gazetteer);
  for (guint i = 0; i < entities->mentions->len; i++)
    g_assert_cmpuint(g_array_index(entities->mentions, KithMention, i).sentence, >=, 3);
  g_assert_cmpuint(entities->mentions->len, >, 0);
  case_close(&c);
  g_autoptr(KithDocument) empty = kith_document_new("empty", "", 0);
  g_autoptr(KithEntities) none = kith_entities_find(empty, gazetteer);
  g_assert_cmpuint(none->entities->len, ==, 0);
}

static const char *const all[] = {"acronyms", "apposed",  "armed",        "bodies",    "collectives",
                                  "copula",   "demonyms", "descriptions", "families",  "groups",
                                  "lead",     "metonyms", "nested",       "nothing",   "persons",
                                  "pronouns", "quotes",   "relatives",    "statement", "titles"};

/* What holds of every result: order, ranges, each mention in its entity's list, labels that are no aliases;
 * and the same again the second time. */
static void
test_sound(void)
{
  for (guint k = 0; k < G_N_ELEMENTS(all); k++) {
    Case c;
    case_open(&c, all[k]);
    g_autoptr(KithEntities) again = kith_entities_find(c.document, gazetteer);
    g_assert_cmpuint(again->mentions->len, ==, c.entities->mentions->len);
    guint total = 0;
    for (guint i = 0; i < c.entities->mentions->len; i++) {
      const KithMention *m = &g_array_index(c.entities->mentions, KithMention, i);
      const KithSentence *s = kith_document_sentence(c.document, m->sentence);
      g_assert_cmpuint(m->begin, <=, m->head);
      g_assert_cmpuint(m->head, <, m->end);
      g_assert_cmpuint(m->end, <=, s->n_words);
      g_assert_cmpuint(m->entity, ==, g_array_index(again->mentions, KithMention, i).entity);
      if (i > 0)
        g_assert_cmpuint(m[-1].sentence, <=, m->sentence);
      if (i > 0 && m[-1].sentence == m->sentence)
        g_assert_true(m[-1].begin < m->begin || (m[-1].begin == m->begin && m[-1].end >= m->end));
    }
    for (guint i = 0; i < c.entities->entities->len; i++) {
      const KithEntity *entity = g_ptr_array_index(c.entities->entities, i);
      g_assert_cmpstr(entity->label, !=, "");
      g_assert_false(has_alias(entity, entity->label));
      g_assert_true(entity->country == KITH_NONE || entity->country < c.entities->entities->len);
      for (guint j = 0; j < entity->mentions->len; j++)
        g_assert_cmpuint(
            g_array_index(c.entities->mentions, KithMention, g_array_index(entity->mentions, guint, j))
                .entity,
            ==, i);
      total += entity->mentions->len;
    }
    g_assert_cmpuint(total, ==, c.entities->mentions->len);
    case_close(&c);
  }
}

/* What statements of governments and armies have: governments in several words, coalitions, feasts. */
static void
test_statements(void)
{
  Case c;
  case_open(&c, "statements");
  assert_entity(&c, 0, "government", "South Africa", KITH_ACTOR_COUNTRY);
  g_assert_true(entity_at(&c, 1, "government") == entity_at(&c, 1, "Peru"));
  g_assert_null(entity_at(&c, 2, "Republic"));
  g_assert_true(entity_at(&c, 4, "coalition") != entity_at(&c, 3, "Boko"));
  g_assert_true(entity_at(&c, 5, "Coalition") == entity_at(&c, 4, "coalition"));
  assert_entity(&c, 6, "Command", "Combined Land Command", KITH_ACTOR_ORGANIZATION);
  /* several nouns for one group, and two groups */
  assert_entity(&c, 7, "families", "families and friends", KITH_ACTOR_GROUP);
  g_assert_true(entity_at(&c, 7, "friends") == entity_at(&c, 7, "families"));
  assert_entity(&c, 8, "friends", "friends and loved ones", KITH_ACTOR_GROUP);
  g_assert_true(entity_at(&c, 8, "victims") != entity_at(&c, 8, "friends"));
  g_assert_true(entity_at(&c, 9, "Doctors") != entity_at(&c, 9, "nurses"));
  g_assert_nonnull(entity_at(&c, 9, "nurses"));
  /* an undertaking where it acts, and where it only happens */
  assert_entity(&c, 10, "Initiative", "Clean Rivers Initiative", KITH_ACTOR_ORGANIZATION);
  g_assert_null(entity_at(&c, 11, "Initiative"));
  assert_entity(&c, 12, "Rebel", "Rebels", KITH_ACTOR_GROUP);
  assert_entity(&c, 13, "Division", "82nd Airborne Division", KITH_ACTOR_ORGANIZATION);
  case_close(&c);
}

/* The nouns of bodies are searched by halves. */
static void
test_kinds(void)
{
  g_assert_true(kith_body_table_is_sorted());
  g_assert_cmpuint(kith_body_kinds("museum"), ==, KITH_BODY_HOUSE);
  g_assert_cmpuint(kith_body_kinds("table"), ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(g_getenv("KITH_DATA"), "gazetteer", NULL);
  gazetteer = kith_gazetteer_load(path, &error);
  g_assert_no_error(error);
  g_test_add_func("/actor/metonyms", test_metonyms);
  g_test_add_func("/actor/acting", test_acting);
  g_test_add_func("/actor/acronyms", test_acronyms);
  g_test_add_func("/actor/families", test_families);
  g_test_add_func("/actor/demonyms", test_demonyms);
  g_test_add_func("/actor/pronouns", test_pronouns);
  g_test_add_func("/actor/quotes", test_quotes);
  g_test_add_func("/actor/titles", test_titles);
  g_test_add_func("/actor/descriptions", test_descriptions);
  g_test_add_func("/actor/bodies", test_bodies);
  g_test_add_func("/actor/kinds", test_kinds);
  g_test_add_func("/actor/apposed", test_apposed);
  g_test_add_func("/actor/collectives", test_collectives);
  g_test_add_func("/actor/nested", test_nested);
  g_test_add_func("/actor/armed", test_armed);
  g_test_add_func("/actor/copula", test_copula);
  g_test_add_func("/actor/groups", test_groups);
  g_test_add_func("/actor/persons", test_persons);
  g_test_add_func("/actor/relatives", test_relatives);
  g_test_add_func("/actor/offices", test_offices);
  g_test_add_func("/actor/mended", test_mended);
  g_test_add_func("/actor/parts", test_parts);
  g_test_add_func("/actor/parties", test_parties);
  g_test_add_func("/actor/firms", test_firms);
  g_test_add_func("/actor/binding", test_binding);
  g_test_add_func("/actor/served", test_served);
  g_test_add_func("/actor/governments", test_governments);
  g_test_add_func("/actor/sums", test_sums);
  g_test_add_func("/actor/posthouses", test_posthouses);
  g_test_add_func("/actor/captions", test_captions);
  g_test_add_func("/actor/aliases", test_aliases);
  g_test_add_func("/actor/lived", test_lived);
  g_test_add_func("/actor/splits", test_splits);
  g_test_add_func("/actor/nothing", test_nothing);
  g_test_add_func("/actor/statements", test_statements);
  g_test_add_func("/actor/sound", test_sound);
  int status = g_test_run();
  kith_gazetteer_free(gazetteer);
  return status;
}
