/* Whom descriptions, pronouns and short names mean where several are at hand, and what is nobody at all. */
#include "actor-help.h"

/* Where a description begins and ends, and what is a body's part or nobody at all. */
static void
test_bounds(void)
{
  Case c;
  case_open(&c, "bounds");
  assert_entity(&c, 0, "teachers", "teachers", KITH_ACTOR_GROUP);
  assert_entity(&c, 1, "group", "Red Dune", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 2, "Dune") == entity_at(&c, 1, "group"));
  g_assert_cmpuint(mention_at(&c, 3, "force", 0), ==, KITH_NONE);
  g_assert_cmpuint(mention_at(&c, 4, "ambassador", 0), ==, KITH_NONE);
  assert_entity(&c, 5, "mission", "UNMAX", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 5, "U.N.") != entity_at(&c, 5, "mission"));
  g_assert_true(entity_at(&c, 5, "Soldiers") != entity_at(&c, 5, "mission"));
  g_assert_true(entity_at(&c, 6, "police") == entity_at(&c, 7, "police"));
  assert_entity(&c, 8, "army", "army", KITH_ACTOR_ORGANIZATION);
  g_assert_true(g_ptr_array_index(c.entities->entities, entity_at(&c, 8, "army")->country) ==
                entity_at(&c, 4, "Chad"));
  assert_entity(&c, 9, "governor", "Constant Muhin", KITH_ACTOR_PERSON);
  assert_entity(&c, 10, "Front", "Citizens' Front", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 11, "contractor", "Pavo Hoek", KITH_ACTOR_PERSON);
  case_close(&c);
}

/* Short names that countries share with others, and what an area is called. */
static void
test_namesakes(void)
{
  Case c;
  case_open(&c, "namesakes");
  assert_entity(&c, 1, "Congo", "DR Congo", KITH_ACTOR_COUNTRY);
  assert_entity(&c, 2, "Trinidad", "Trinidad", KITH_ACTOR_PLACE);
  assert_entity(&c, 2, "department", "Arava", KITH_ACTOR_PLACE);
  assert_entity(&c, 4, "county", "Stone County", KITH_ACTOR_PLACE);
  case_close(&c);
}

/* "Both sides" of what was between two; who is urged is whose "its" is. */
static void
test_sides(void)
{
  Case c;
  case_open(&c, "sides");
  const KithEntity *both = entity_at(&c, 2, "sides");
  g_assert_nonnull(both);
  g_assert_cmpuint(both->members->len, ==, 2);
  g_assert_true(g_ptr_array_index(c.entities->entities, g_array_index(both->members, guint, 0)) ==
                entity_at(&c, 0, "Chad"));
  g_assert_true(entity_at(&c, 3, "its") == entity_at(&c, 0, "Chad"));
  case_close(&c);
}

/* Two peoples with one noun, who do something to each other; where they do not they are as good as one. */
static void
test_shared(void)
{
  Case c;
  case_open(&c, "shared");
  const KithEntity *both = entity_at(&c, 0, "troops");
  g_assert_cmpuint(both->members->len, ==, 2);
  assert_entity(&c, 0, "Indian", "Indian troops", KITH_ACTOR_GROUP);
  assert_entity(&c, 0, "Chinese", "Chinese troops", KITH_ACTOR_GROUP);
  g_assert_cmpstr(entity_at(&c, 0, "Chinese")->land->code, ==, "CHN");
  g_assert_true(entity_at(&c, 1, "troops") == both);
  g_assert_cmpuint(entity_at(&c, 2, "police")->members->len, ==, 0);
  g_assert_cmpuint(entity_at(&c, 3, "governments")->members->len, ==, 2);
  assert_entity(&c, 3, "Russian", "Russia", KITH_ACTOR_COUNTRY);
  case_close(&c);
}

/* Who did what a noun behind tells; who mans what fights; those who are hurt; a name whose words are nouns.
 */
static void
test_doers(void)
{
  Case c;
  case_open(&c, "doers");
  assert_entity(&c, 0, "rebel", "rebels", KITH_ACTOR_GROUP);
  assert_entity(&c, 1, "army", "army", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 2, "planes", "Turkish planes", KITH_ACTOR_GROUP);
  assert_entity(&c, 3, "wounded", "wounded", KITH_ACTOR_GROUP);
  assert_entity(&c, 4, "Frank", "Frank King", KITH_ACTOR_PERSON);
  g_assert_cmpuint(mention_at(&c, 5, "tanks", 0), ==, KITH_NONE); /* of whom is named */
  case_close(&c);
}

/* Whose something is, and whom pronouns and descriptions take up of several. */
static void
test_whose(void)
{
  Case c;
  case_open(&c, "whose");
  g_assert_true(entity_at(&c, 1, "they") == entity_at(&c, 1, "Doctors"));
  g_assert_cmpuint(entity_at(&c, 2, "children")->members->len, ==, 0);
  g_assert_true(entity_at(&c, 3, "families") != entity_at(&c, 3, "family"));
  assert_entity(&c, 4, "group", "Harbour International", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 4, "soldiers") != entity_at(&c, 4, "U.N."));
  assert_entity(&c, 5, "charity", "Hands of Mercy", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 6, "Hands") == entity_at(&c, 5, "charity"));
  assert_entity(&c, 8, "Its", "Hill Country Growers", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 9, "group", "Red Dune", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 9, "Xul", "Xul Sol", KITH_ACTOR_ORGANIZATION);
  g_assert_true(entity_at(&c, 10, "it") == entity_at(&c, 10, "group"));
  case_close(&c);
  /* a judge of whom the text has the name is not who it goes on with */
  case_open(&c, "judge");
  assert_entity(&c, 0, "judge", "Anna Weber", KITH_ACTOR_PERSON);
  case_close(&c);
}

/* Countries and their governments where several are at hand. */
static void
test_states(void)
{
  Case c;
  case_open(&c, "states");
  assert_entity(&c, 0, "president", "Karl Dahl", KITH_ACTOR_PERSON);
  const KithEntity *both = entity_at(&c, 2, "countries");
  g_assert_cmpuint(both->members->len, ==, 2);
  for (guint k = 0; k < 2; k++)
    g_assert_true(g_ptr_array_index(c.entities->entities, g_array_index(both->members, guint, k)) !=
                  entity_at(&c, 2, "Norway"));
  g_assert_true(entity_at(&c, 2, "governments") == both);
  assert_entity(&c, 3, "government", "Kenya", KITH_ACTOR_COUNTRY);
  g_assert_true(entity_at(&c, 5, "farmers") != entity_at(&c, 4, "farmers"));
  g_assert_cmpuint(mention_at(&c, 6, "party", 0), ==, KITH_NONE);
  assert_entity(&c, 7, "Lima", "Lima", KITH_ACTOR_PLACE);
  case_close(&c);
}

/* What somebody is by what is told of him later, by kin, or for a term; short names of bodies. */
static void
test_terms(void)
{
  Case c;
  case_open(&c, "terms");
  assert_entity(&c, 0, "judge", "Anna Weber", KITH_ACTOR_PERSON);
  assert_entity(&c, 0, "doctor", "Karl Dahl", KITH_ACTOR_PERSON);
  assert_entity(&c, 3, "husband", "Karl Dahl", KITH_ACTOR_PERSON);
  assert_entity(&c, 5, "Forum", "Coastal Fishing Forum", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 6, "owner", "Tasman Ltd", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 7, "president", "Tom Okafor", KITH_ACTOR_PERSON);
  case_close(&c);
}

/* Bodies of another sort, and whose "its" is at the beginning. */
static void
test_sorts(void)
{
  Case c;
  case_open(&c, "sorts");
  g_assert_true(entity_at(&c, 1, "agency") != entity_at(&c, 0, "Agency"));
  g_assert_true(entity_at(&c, 3, "Its") == entity_at(&c, 2, "union"));
  g_assert_cmpuint(mention_at(&c, 3, "congress", 0), ==, KITH_NONE);
  case_close(&c);
}

/* What a minister is in charge of is no party, and whose a creditor is tells that he is none of those named
 * before.
 */
static void
test_posts(void)
{
  Case c;
  case_open(&c, "posts");
  g_assert_true(entity_at(&c, 1, "creditor") != entity_at(&c, 0, "Grace"));
  g_assert_true(entity_at(&c, 1, "Labour") == entity_at(&c, 1, "Karl"));
  case_close(&c);
}

/* The country that a text was sent from, which a dateline may name behind the town. */
static void
test_home(void)
{
  static const struct {
    const char *place, *home;
  } cases[] = {{"Kisumu, Kenya", "Kenya"}, {"Nairobi", "Kenya"}, {"Lima", NULL}, {NULL, NULL}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    Case c;
    case_open(&c, "states");
    g_free(c.document->place);
    c.document->place = g_strdup(cases[i].place);
    kith_entities_free(c.entities);
    c.entities = kith_entities_find(c.document, gazetteer);
    const KithEntity *home =
        c.entities->home > 0 ? g_ptr_array_index(c.entities->entities, c.entities->home - 1) : NULL;
    g_assert_cmpstr(home != NULL ? home->label : NULL, ==, cases[i].home);
    case_close(&c);
  }
}

/* A body's name that opens a sentence as a common noun would. */
static void
test_opening(void)
{
  Case c;
  case_open(&c, "opening");
  g_assert_true(entity_at(&c, 1, "Coalition") == entity_at(&c, 0, "Coalition"));
  case_close(&c);
}

/* Rooms that have names, and groups that have no noun. */
static void
test_those(void)
{
  Case c;
  case_open(&c, "those");
  assert_entity(&c, 0, "Room", "Press Briefing Room", KITH_ACTOR_PLACE);
  assert_entity(&c, 1, "those", "those in need", KITH_ACTOR_GROUP);
  assert_entity(&c, 2, "those", "those persecuted by the rebels", KITH_ACTOR_GROUP);
  case_close(&c);
}

/* Offices that were tagged with a name; those who are told by an adjective; a predicate of two nouns. */
static void
test_offices_held(void)
{
  Case c;
  case_open(&c, "terms-of-office");
  assert_entity(&c, 0, "Lind", "Lind", KITH_ACTOR_PERSON);
  assert_entity(&c, 1, "Those", "Those responsible for the attack", KITH_ACTOR_GROUP);
  g_assert_true(entity_at(&c, 2, "friends") == entity_at(&c, 2, "family"));
  case_close(&c);
}

/* A country's forces, units by number and initials, persons with and without their generation. */
static void
test_forces(void)
{
  Case c;
  case_open(&c, "forces");
  g_assert_true(entity_at(&c, 1, "forces") == entity_at(&c, 0, "Forces"));
  g_assert_true(entity_at(&c, 2, "rebels") != entity_at(&c, 0, "Forces"));
  g_assert_true(entity_at(&c, 2, "forces") != entity_at(&c, 0, "Forces"));
  g_assert_true(entity_at(&c, 4, "ARW") == entity_at(&c, 3, "Wing"));
  g_assert_true(entity_at(&c, 6, "Roe") == entity_at(&c, 5, "Roe"));
  case_close(&c);
}

/* The entity whose words a sentence is; NULL. */
static KithEntity *
voice_of(const Case *c, guint sentence)
{
  guint voice = g_array_index(c->entities->voices, guint, sentence);
  return voice == KITH_NONE ? NULL : g_ptr_array_index(c->entities->entities, voice);
}

/* A statement below "The minister said:", up to where the text speaks of her again. */
static void
test_voices(void)
{
  Case c;
  case_open(&c, "voices");
  KithEntity *minister = entity_at(&c, 1, "Roe");
  g_assert_null(voice_of(&c, 0));
  g_assert_null(voice_of(&c, 1));
  for (guint s = 2; s < 5; s++)
    g_assert_true(voice_of(&c, s) == minister);
  g_assert_null(voice_of(&c, 5));
  g_assert_true(entity_at(&c, 2, "I") == minister);
  g_assert_true(entity_at(&c, 4, "We") == entity_at(&c, 0, "Peru"));
  g_assert_true(entity_at(&c, 6, "She") == minister);
  case_close(&c);
}

/* Words that go on over paragraphs, each of which begins with a quotation mark. */
static void
test_running(void)
{
  Case c;
  case_open(&c, "running");
  KithEntity *minister = entity_at(&c, 1, "Roe"), *spokesman = entity_at(&c, 6, "Veld");
  for (guint s = 2; s < 4; s++)
    g_assert_true(voice_of(&c, s) == minister);
  g_assert_null(voice_of(&c, 4)); /* who says it is told in it */
  g_assert_null(voice_of(&c, 5));
  g_assert_null(voice_of(&c, 6));
  g_assert_true(voice_of(&c, 7) == spokesman);
  g_assert_true(entity_at(&c, 7, "I") == spokesman);
  g_assert_null(voice_of(&c, 8));
  case_close(&c);
}

/* Governments called after somebody. */
static void
test_headed(void)
{
  Case c;
  case_open(&c, "headed");
  assert_entity(&c, 2, "regime", "Veld regime", KITH_ACTOR_ORGANIZATION);
  KithEntity *regime = entity_at(&c, 2, "regime");
  g_assert_true(entity_at(&c, 0, "regime") == regime);
  g_assert_true(entity_at(&c, 1, "regime") == regime);
  g_assert_true(entity_at(&c, 3, "regime") == regime);
  g_assert_true(entity_at(&c, 4, "regime") == regime);
  case_close(&c);
}

/* A statement's "we" is the country that takes a stand in it, wherever. */
static void
test_stand(void)
{
  Case c;
  case_open(&c, "stand");
  KithEntity *states = entity_at(&c, 3, "States");
  g_assert_true(entity_at(&c, 0, "We") == states);
  g_assert_true(entity_at(&c, 2, "We") == states);
  case_close(&c);
}

/* An interview: who speaks is told by labels, initials and all. */
static void
test_talk(void)
{
  Case c;
  case_open(&c, "talk");
  KithEntity *mayor = entity_at(&c, 2, "Lopez");
  g_assert_true(voice_of(&c, 1) == entity_at(&c, 0, "Daily"));
  g_assert_true(voice_of(&c, 2) == mayor);
  g_assert_true(entity_at(&c, 2, "I") == mayor);
  g_assert_true(entity_at(&c, 4, "I") == mayor);
  g_assert_true(entity_at(&c, 5, "I") == mayor);
  g_assert_null(voice_of(&c, 6)); /* a question is nobody's who is named */
  case_close(&c);
}

/* Offices: whose they are though only a statement names him, and which of two secretaries is meant. */
static void
test_holders(void)
{
  Case c;
  case_open(&c, "holders");
  g_assert_true(entity_at(&c, 0, "Minister") == entity_at(&c, 1, "Roe"));
  g_assert_true(entity_at(&c, 2, "Foreign") == entity_at(&c, 3, "Veld"));
  g_assert_true(entity_at(&c, 2, "State") == entity_at(&c, 3, "Ruiz"));
  g_assert_true(entity_at(&c, 4, "Secretary") == entity_at(&c, 3, "Ruiz"));
  case_close(&c);
}

/* A people that shares its country with the government, a panel with and without an adjective and by its
 * letters, a body and a country side by side. */
static void
test_institutions(void)
{
  Case c;
  case_open(&c, "institutions");
  assert_entity(&c, 0, "people", "people of Peru", KITH_ACTOR_GROUP);
  g_assert_true(entity_at(&c, 0, "people") != entity_at(&c, 1, "people"));
  KithEntity *panel = entity_at(&c, 2, "Panel");
  g_assert_true(entity_at(&c, 3, "Panel") == panel);
  g_assert_true(entity_at(&c, 3, "PoE") == panel);
  g_assert_true(entity_at(&c, 4, "PoE") == panel);
  assert_entity(&c, 5, "EU", "European Union", KITH_ACTOR_ORGANIZATION);
  assert_entity(&c, 5, "Iran", "Iran", KITH_ACTOR_COUNTRY);
  case_close(&c);
}

/* "We" of somebody whose country is the one that acts, and of a government that is named below. */
static void
test_governments(void)
{
  Case c;
  case_open(&c, "pledges");
  KithEntity *norway = entity_at(&c, 0, "Norway");
  g_assert_true(entity_at(&c, 2, "We") == norway);
  g_assert_true(entity_at(&c, 4, "We") == norway);
  g_assert_true(voice_of(&c, 4) == entity_at(&c, 1, "Roe"));
  g_assert_null(voice_of(&c, 1)); /* who says it is told in the sentence itself */
  case_close(&c);
  case_open(&c, "regime"); /* that is called after nobody */
  g_assert_true(entity_at(&c, 1, "regime") == entity_at(&c, 0, "Syria"));
  case_close(&c);
  case_open(&c, "condolences");
  norway = entity_at(&c, 3, "Norway");
  g_assert_true(entity_at(&c, 0, "We") == norway);
  g_assert_true(entity_at(&c, 2, "We") == norway);
  g_assert_true(entity_at(&c, 5, "We") == norway);
  case_close(&c);
}

/* For whom pressure waits; countries without names; an area of something that has a name, cut at its hyphen.
 */
static void
test_waiting(void)
{
  Case c;
  case_open(&c, "waiting");
  g_assert_true(entity_at(&c, 0, "it") == entity_at(&c, 0, "Chile"));
  assert_entity(&c, 1, "countries", "donor countries", KITH_ACTOR_GROUP);
  guint area = mention_at(&c, 3, "area", 0);
  g_assert_true(area == KITH_NONE || entity_at(&c, 3, "area") != entity_at(&c, 2, "Kirkuk"));
  case_close(&c);
}

/* The couple that a text tells of, under other words. */
static void
test_household(void)
{
  Case c;
  case_open(&c, "household");
  for (guint s = 1; s < 3; s++) {
    const KithEntity *both = entity_at(&c, s, s == 1 ? "parents" : "Roes");
    g_assert_nonnull(both);
    g_assert_cmpuint(both->members->len, ==, 2);
  }
  g_assert_true(entity_at(&c, 0, "child") == entity_at(&c, 0, "Gloria"));
  g_assert_true(entity_at(&c, 3, "mother") == entity_at(&c, 0, "Ana"));
  g_assert_cmpuint(entity_at(&c, 4, "parents")->members->len, ==, 0);
  case_close(&c);
}

/* "Them" for fighters in the same sentence; leaders with and without a place behind them. */
static void
test_bands(void)
{
  Case c;
  case_open(&c, "bands");
  g_assert_true(entity_at(&c, 1, "them") == entity_at(&c, 1, "Path"));
  g_assert_true(entity_at(&c, 2, "leaders") == entity_at(&c, 3, "leaders"));
  case_close(&c);
}

/* Whose statement it is that an "I" is in; who is helped with his efforts; a given name less; two predicates;
 * a donor that is a body; a body before its press secretary. */
static void
test_spoken(void)
{
  Case c;
  case_open(&c, "spoken");
  g_assert_true(entity_at(&c, 1, "I") == entity_at(&c, 0, "Jane"));
  g_assert_true(entity_at(&c, 2, "its") == entity_at(&c, 2, "Niger"));
  g_assert_true(entity_at(&c, 4, "Juan") == entity_at(&c, 3, "Juan"));
  g_assert_true(entity_at(&c, 5, "cook") == entity_at(&c, 5, "Tom"));
  g_assert_true(entity_at(&c, 5, "son") == entity_at(&c, 5, "Tom"));
  g_assert_true(entity_at(&c, 6, "donor") == entity_at(&c, 6, "NATO"));
  assert_entity(&c, 7, "Pentagon", "Pentagon", KITH_ACTOR_ORGANIZATION);
  case_close(&c);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(g_getenv("KITH_DATA"), "gazetteer", NULL);
  gazetteer = kith_gazetteer_load(path, &error);
  g_assert_no_error(error);
  g_test_add_func("/referents/bounds", test_bounds);
  g_test_add_func("/referents/namesakes", test_namesakes);
  g_test_add_func("/referents/sides", test_sides);
  g_test_add_func("/referents/shared", test_shared);
  g_test_add_func("/referents/doers", test_doers);
  g_test_add_func("/referents/whose", test_whose);
  g_test_add_func("/referents/states", test_states);
  g_test_add_func("/referents/terms", test_terms);
  g_test_add_func("/referents/sorts", test_sorts);
  g_test_add_func("/referents/posts", test_posts);
  g_test_add_func("/referents/home", test_home);
  g_test_add_func("/referents/opening", test_opening);
  g_test_add_func("/referents/forces", test_forces);
  g_test_add_func("/referents/offices-held", test_offices_held);
  g_test_add_func("/referents/those", test_those);
  g_test_add_func("/referents/voices", test_voices);
  g_test_add_func("/referents/running", test_running);
  g_test_add_func("/referents/headed", test_headed);
  g_test_add_func("/referents/stand", test_stand);
  g_test_add_func("/referents/talk", test_talk);
  g_test_add_func("/referents/holders", test_holders);
  g_test_add_func("/referents/institutions", test_institutions);
  g_test_add_func("/referents/governments", test_governments);
  g_test_add_func("/referents/waiting", test_waiting);
  g_test_add_func("/referents/household", test_household);
  g_test_add_func("/referents/bands", test_bands);
  g_test_add_func("/referents/spoken", test_spoken);
  int status = g_test_run();
  kith_gazetteer_free(gazetteer);
  return status;
}
