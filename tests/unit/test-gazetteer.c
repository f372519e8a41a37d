/* The gazetteer: what is in it, what a user adds, and damaged files. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "actor/gazetteer.h"
#include "base/error.h"
#include "rdf/rdf.h"

static char *
data_folder(void)
{
  return g_build_filename(g_getenv("KITH_DATA"), "gazetteer", NULL);
}

static KithGazetteer *
load(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = data_folder();
  KithGazetteer *gazetteer = kith_gazetteer_load(path, &error);
  g_assert_no_error(error);
  return gazetteer;
}

static void
assert_name(const KithGazetteer *gazetteer, const char *name, const char *id, KithGazetteerUse use)
{
  KithGazetteerUse found = KITH_GAZ_NAME;
  const KithGazetteerEntry *entry = kith_gazetteer_find(gazetteer, name, &found);
  if (entry == NULL)
    g_test_message("nothing for '%s'", name);
  g_assert_nonnull(entry);
  g_assert_cmpstr(entry->id, ==, id);
  g_assert_cmpint(found, ==, use);
}

static void
test_names(void)
{
  g_autoptr(KithGazetteer) gazetteer = load();
  static const char *const us[] = {"United States", "US",      "U.S.",
                                   "USA",           "America", "United States of America"};
  for (guint i = 0; i < G_N_ELEMENTS(us); i++)
    assert_name(gazetteer, us[i], "united-states", KITH_GAZ_NAME);
  assert_name(gazetteer, "Pakistani", "pakistan", KITH_GAZ_DEMONYM);
  assert_name(gazetteer, "Islamabad", "pakistan", KITH_GAZ_CAPITAL);
  assert_name(gazetteer, "the Kremlin", "russia", KITH_GAZ_CAPITAL);
  assert_name(gazetteer, "Turkey", "turkey", KITH_GAZ_NAME);
  assert_name(gazetteer, "Türkiye", "turkey", KITH_GAZ_NAME);
  assert_name(gazetteer, "WHO", "world-health-organization", KITH_GAZ_NAME);
  assert_name(gazetteer, "Pyong'yang", "north-korea", KITH_GAZ_CAPITAL);
  assert_name(gazetteer, "Pyong’yang", "north-korea", KITH_GAZ_CAPITAL);
  g_assert_null(kith_gazetteer_find(gazetteer, "Pyongyang'", NULL));
  assert_name(gazetteer, "South Asian", "south-asia", KITH_GAZ_DEMONYM);
  assert_name(gazetteer, "Mosul", "mosul-iq", KITH_GAZ_NAME);
  assert_name(gazetteer, "Aichi", "aichi-jp23", KITH_GAZ_NAME);
  const KithGazetteerEntry *city = kith_gazetteer_find_use(gazetteer, "Islamabad", KITH_GAZ_CITY);
  g_assert_cmpstr(city->id, ==, "islamabad-pk");
  g_assert_cmpstr(city->country, ==, "pakistan");
  g_assert_cmpstr(city->same_as, ==, "https://sws.geonames.org/1176615/");
  g_assert_null(kith_gazetteer_find(gazetteer, "who", NULL));
  g_assert_null(kith_gazetteer_find(gazetteer, "", NULL));
  g_assert_null(kith_gazetteer_find_use(gazetteer, "Islamabad", KITH_GAZ_NAME));
  const KithGazetteerEntry *pakistan = kith_gazetteer_entry(gazetteer, "pakistan");
  g_assert_cmpstr(pakistan->label, ==, "Pakistan");
  g_assert_cmpstr(pakistan->code, ==, "PAK");
  g_assert_cmpint(pakistan->type, ==, KITH_ACTOR_COUNTRY);
  g_assert_nonnull(strstr(pakistan->regions, "south-asia"));
  g_assert_true(g_str_has_prefix(pakistan->same_as, "https://sws.geonames.org/"));
  g_assert_cmpstr(kith_gazetteer_entry(gazetteer, "mosul-iq")->country, ==, "iraq");
  g_assert_null(kith_gazetteer_entry(gazetteer, "atlantis"));
}

/* All 193 members of the United Nations are there as countries with code, capital and adjective. */
static void
test_countries(void)
{
  g_autoptr(KithGazetteer) gazetteer = load();
  static const char *const some[] = {"Afghan",   "Brazilian", "Chadian", "Dutch",   "Emirati",
                                     "Fijian",   "Greek",     "Irish",   "Kuwaiti", "Laotian",
                                     "Malagasy", "Nepalese",  "Omani",   "Qatari",  "Swedish",
                                     "Tunisian", "Ugandan",   "Welsh",   "Yemeni",  "Zambian"};
  for (guint i = 0; i < G_N_ELEMENTS(some); i++)
    g_assert_nonnull(kith_gazetteer_find_use(gazetteer, some[i], KITH_GAZ_DEMONYM));
  static const char *const codes[] = {"afghanistan", "dr-congo", "ivory-coast",  "north-korea",
                                      "czechia",     "eswatini", "vatican-city", "east-timor",
                                      "taiwan",      "palestine"};
  for (guint i = 0; i < G_N_ELEMENTS(codes); i++) {
    const KithGazetteerEntry *entry = kith_gazetteer_entry(gazetteer, codes[i]);
    g_assert_nonnull(entry);
    g_assert_cmpuint(strlen(entry->code), ==, 3);
  }
}

static void
test_words(void)
{
  g_autoptr(KithGazetteer) gazetteer = load();
  g_assert_cmpint(kith_gazetteer_noun(gazetteer, "reporter").kind, ==, KITH_NOUN_PERSON);
  g_assert_cmpint(kith_gazetteer_noun(gazetteer, "ministry").kind, ==, KITH_NOUN_ORGANIZATION);
  g_assert_cmpint(kith_gazetteer_noun(gazetteer, "crowd").kind, ==, KITH_NOUN_GROUP);
  g_assert_cmpint(kith_gazetteer_noun(gazetteer, "city").kind, ==, KITH_NOUN_PLACE);
  g_assert_cmpint(kith_gazetteer_noun(gazetteer, "country").kind, ==, KITH_NOUN_COUNTRY);
  g_assert_cmpint(kith_gazetteer_noun(gazetteer, "monday").kind, ==, KITH_NOUN_NEVER);
  g_assert_cmpint(kith_gazetteer_noun(gazetteer, "prime minister").kind, ==, KITH_NOUN_PERSON);
  g_assert_cmpint(kith_gazetteer_noun(gazetteer, "xyzzy").kind, ==, KITH_NOUN_UNKNOWN);
  g_assert_cmpint(kith_gazetteer_noun(gazetteer, "").kind, ==, KITH_NOUN_UNKNOWN);
  g_assert_true(kith_gazetteer_noun(gazetteer, "head").doubtful);
  g_assert_true(kith_gazetteer_noun(gazetteer, "gen.").title);
  g_assert_false(kith_gazetteer_noun(gazetteer, "reporter").title);
  g_assert_cmpint(kith_gazetteer_noun(gazetteer, "mrs.").gender, ==, KITH_GENDER_FEMALE);
  g_assert_cmpint(kith_gazetteer_noun(gazetteer, "husband").gender, ==, KITH_GENDER_MALE);
  KithGender gender = KITH_GENDER_UNKNOWN;
  g_assert_true(kith_gazetteer_given_name(gazetteer, "Mary", &gender));
  g_assert_cmpint(gender, ==, KITH_GENDER_FEMALE);
  g_assert_true(kith_gazetteer_given_name(gazetteer, "Aaron", &gender)); /* the list's ends are found */
  g_assert_true(kith_gazetteer_given_name(gazetteer, "Zulma", NULL));
  g_assert_false(kith_gazetteer_given_name(gazetteer, "Zzz", NULL));
}

static char *
write_file(const char *content, gssize length)
{
  char *path = NULL;
  int fd = g_file_open_tmp("kith-gazetteer-XXXXXX", &path, NULL);
  g_assert_cmpint(fd, >=, 0);
  g_close(fd, NULL);
  g_assert_true(g_file_set_contents(path, content, length, NULL));
  return path;
}

static void
test_user(void)
{
  g_autoptr(KithGazetteer) gazetteer = load();
  g_autoptr(GError) error = NULL;
  g_autofree char *path =
      write_file("# mine\n"
                 "\torganization\tHarbour Guild\t\tkenya\thttps://example.org/guild\tHG;the Guild\n"
                 "kenya\tcountry\t\t\t\t\tMy Kenya\t\tthe Old Fort\n"
                 "\r\n"
                 "guild-men\tgroup\tGuild men\t\tharbour-guild\t\tMen of the Guild\r\n",
                 -1);
  g_assert_true(kith_gazetteer_add_file(gazetteer, path, &error));
  g_assert_no_error(error);
  assert_name(gazetteer, "Harbour Guild", "harbour-guild", KITH_GAZ_NAME);
  assert_name(gazetteer, "the Guild", "harbour-guild", KITH_GAZ_NAME);
  assert_name(gazetteer, "My Kenya", "kenya", KITH_GAZ_NAME);
  assert_name(gazetteer, "the Old Fort", "kenya", KITH_GAZ_CAPITAL);
  assert_name(gazetteer, "Men of the Guild", "guild-men", KITH_GAZ_NAME);
  assert_name(gazetteer, "Kenyan", "kenya", KITH_GAZ_DEMONYM);
  g_assert_cmpstr(kith_gazetteer_entry(gazetteer, "harbour-guild")->same_as, ==, "https://example.org/guild");
  g_assert_cmpstr(kith_gazetteer_entry(gazetteer, "kenya")->code, ==, "KEN");
  g_unlink(path);
}

static void
test_bad_user(void)
{
  static const struct {
    const char *content;
    gssize length;
    const char *message;
  } bad[] = {
      {"x\tplanet\tX\n", -1, ":1: unknown type 'planet'"},
      {"# c\nX Y\tplace\tX\n", -1, ":2: no id of lower-case letters"},
      {"\tplace\n", -1, ":1: neither id nor label"},
      {"brand-new\tplace\n", -1, ":1: no label for the new id 'brand-new'"},
      {"x\tcountry\tX\tpak\n", -1, ":1: no code of three capital letters: 'pak'"},
      {"x\tplace\tX\t\tatlantis\n", -1, ":1: unknown country 'atlantis'"},
      {"x\tplace\tX\t\t\tnot an iri\n", -1, ":1: no absolute IRI: 'not an iri'"},
      {"x\tplace\tX\t\t\t\t\t\t\t\t\n", -1, ":1: more than ten columns"},
      {"x\tplace\tX\ny\tplace\t\xff\n", -1, ":2: not UTF-8"},
      {"x\tplace\tX\0y\n", 12, "NUL"},
      {"x\n", -1, ":1: unknown type ''"},
  };
  g_autoptr(KithGazetteer) gazetteer = load();
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *path = write_file(bad[i].content, bad[i].length);
    g_assert_false(kith_gazetteer_add_file(gazetteer, path, &error));
    g_assert_nonnull(error);
    g_assert_true(error->domain == KITH_ERROR);
    if (strstr(bad[i].message, "NUL") == NULL)
      g_assert_nonnull(strstr(error->message, bad[i].message));
    g_assert_nonnull(strstr(error->message, path));
    g_assert_null(kith_gazetteer_entry(gazetteer, "x"));
    g_unlink(path);
  }
  g_autoptr(GError) error = NULL;
  g_assert_false(kith_gazetteer_add_file(gazetteer, "/nonexistent/file.tsv", &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_IO);
}

#define TURTLE                                                                                               \
  "@prefix schema: <https://schema.org/> .\n"                                                                \
  "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"                                                 \
  "@prefix kith: <https://w3id.org/kith/ns#> .\n"

/* Adds what a Turtle text describes. */
static gboolean
add_turtle(KithGazetteer *gazetteer, const char *turtle, GError **error)
{
  g_autoptr(GString) rows = g_string_new(NULL);
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  return kith_rdf_names("g.ttl", turtle, strlen(turtle), rows, lines, error) &&
         kith_gazetteer_add_rows(gazetteer, "g.ttl", rows->str, (const guint *)(gpointer)lines->data, error);
}

static void
test_turtle(void)
{
  g_autoptr(KithGazetteer) gazetteer = load();
  g_autoptr(GError) error = NULL;
  g_assert_true(add_turtle(gazetteer,
                           TURTLE
                           "<https://example.org/guild> a schema:NewsMediaOrganization ;\n"
                           "  schema:name \"Harbour News\"@en ; skos:prefLabel \"Harbour Guild\"@en-GB,\n"
                           "    \"Hafengilde\"@de ; skos:altLabel \"HG\" ; kith:country <urn:kith:kenya> .\n"
                           "<urn:kith:kenya> a kith:Country ; kith:seat \"the Old Fort\" ;\n"
                           "  kith:demonym \"Kenyian\" .\n"
                           "<http://example.org/here> a <http://schema.org/City> ; schema:name \"Hereby\" ;\n"
                           "  schema:containedInPlace <urn:kith:kenya> .\n"
                           "<urn:kith:nordia> a kith:Country ; skos:prefLabel \"Nordia\" ;\n"
                           "  kith:countryCode \"NRD\" ; schema:sameAs <https://example.org/nordia> .\n"
                           "<https://example.org/list> a skos:ConceptScheme ; skos:prefLabel \"A list\" .\n",
                           &error));
  g_assert_no_error(error);
  assert_name(gazetteer, "Harbour Guild", "harbour-guild", KITH_GAZ_NAME);
  assert_name(gazetteer, "Harbour News", "harbour-guild", KITH_GAZ_NAME);
  assert_name(gazetteer, "HG", "harbour-guild", KITH_GAZ_NAME);
  assert_name(gazetteer, "the Old Fort", "kenya", KITH_GAZ_CAPITAL);
  assert_name(gazetteer, "Kenyian", "kenya", KITH_GAZ_DEMONYM);
  assert_name(gazetteer, "Hereby", "hereby", KITH_GAZ_NAME);
  g_assert_null(kith_gazetteer_find(gazetteer, "Hafengilde", NULL));
  g_assert_null(kith_gazetteer_find(gazetteer, "A list", NULL));
  const KithGazetteerEntry *guild = kith_gazetteer_entry(gazetteer, "harbour-guild");
  g_assert_cmpstr(guild->label, ==, "Harbour Guild");
  g_assert_cmpstr(guild->same_as, ==, "https://example.org/guild");
  g_assert_cmpstr(guild->country, ==, "kenya");
  g_assert_cmpint(guild->type, ==, KITH_ACTOR_ORGANIZATION);
  g_assert_cmpstr(kith_gazetteer_entry(gazetteer, "kenya")->code, ==, "KEN");
  const KithGazetteerEntry *nordia = kith_gazetteer_entry(gazetteer, "nordia");
  g_assert_cmpstr(nordia->same_as, ==, "https://example.org/nordia");
  g_assert_cmpstr(nordia->code, ==, "NRD");
}

static void
test_bad_turtle(void)
{
  static const struct {
    const char *turtle, *message;
  } bad[] = {
      {TURTLE "<x:a> a schema:Organization .\n", "g.ttl:4: <x:a> has no name in English or no language"},
      {TURTLE "\n<x:a> skos:prefLabel \"A\" .\n", "g.ttl:5: <x:a> has a name but no type*"},
      {TURTLE "<x:a> a skos:Concept ; skos:prefLabel \"A\" .\n", "g.ttl:4: <x:a> has a name but no type*"},
      {TURTLE "<x:a> a kith:Group ;\n skos:prefLabel \"A;B\" .\n", "g.ttl:5: no name, or one with ';'*"},
      {TURTLE "<x:a> a kith:Group ; skos:prefLabel \"A\" ; kith:country <urn:kith:nowhere> .\n",
       "g.ttl:4: unknown country 'nowhere'"},
      {TURTLE "<x:b> a kith:Group ; skos:prefLabel \"B\" .\n"
              "<x:a> a kith:Country ; skos:prefLabel \"A\" ; kith:countryCode \"xx\" .\n",
       "g.ttl:5: no code of three capital letters: 'xx'"},
      {TURTLE "<x:a> a kith:Group ; skos:prefLabel <x:b> .\n", "g.ttl:4: a name is a literal, not <x:b>"},
      {TURTLE "<x:a> a kith:Group ; skos:prefLabel \"A\" ; schema:sameAs \"b\" .\n",
       "g.ttl:4: what it is the same as is an IRI, not 'b'"},
      {TURTLE "<urn:kith:A_b> a kith:Group ; skos:prefLabel \"A\" .\n",
       "g.ttl:4: no id of lower-case letters, digits and hyphens: 'A_b'"},
      {TURTLE "<x:a> a skos:ConceptScheme .\n", "g.ttl: no actor in it*"},
      {TURTLE "<x:a> a kith:Group ;; , .\n", "g.ttl:4: *"},
  };
  g_autoptr(KithGazetteer) gazetteer = load();
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_autoptr(GError) error = NULL;
    g_assert_false(add_turtle(gazetteer, bad[i].turtle, &error));
    g_assert_nonnull(error);
    if (!g_pattern_match_simple(bad[i].message, error->message))
      g_error("'%s' is not '%s'", error->message, bad[i].message);
    g_assert_null(kith_gazetteer_entry(gazetteer, "a"));
    g_assert_null(kith_gazetteer_entry(gazetteer, "b"));
  }
}

static const char *const files[] = {"countries.tsv", "world.tsv", "groups.tsv", "places.tsv", "regions.tsv",
                                    "capitals.tsv",  "words.tsv", "nouns.tsv",  "given.tsv"};

/* A copy of the gazetteer in a folder of its own, with one file changed: without it, or with other content.
 */
static char *
copy_with(const char *changed, const char *content, gssize length)
{
  char *folder = g_dir_make_tmp("kith-gazetteer-XXXXXX", NULL);
  g_autofree char *from = data_folder();
  for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *source = g_build_filename(from, files[i], NULL);
    g_autofree char *target = g_build_filename(folder, files[i], NULL);
    g_autofree char *text = NULL;
    gsize size = 0;
    if (strcmp(files[i], changed) == 0) {
      if (content != NULL)
        g_assert_true(g_file_set_contents(target, content, length, NULL));
      continue;
    }
    g_assert_true(g_file_get_contents(source, &text, &size, NULL));
    g_assert_true(g_file_set_contents(target, text, (gssize)size, NULL));
  }
  return folder;
}

static void
remove_folder(const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(folder, files[i], NULL);
    g_unlink(path);
  }
  g_rmdir(folder);
}

static void
assert_load_fails(const char *changed, const char *content, gssize length)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = copy_with(changed, content, length);
  g_assert_null(kith_gazetteer_load(folder, &error));
  g_assert_nonnull(error);
  g_assert_nonnull(strstr(error->message, changed));
  remove_folder(folder);
}

static void
test_damage(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(files); i++)
    assert_load_fails(files[i], NULL, 0);
  assert_load_fails("nouns.tsv", "b\tp\na\tp\n", -1);
  assert_load_fails("nouns.tsv", "a\tp\na\tp\n", -1);
  assert_load_fails("nouns.tsv", "a\tp\nb\tp", -1);
  assert_load_fails("given.tsv", "Ann\n", -1);
  assert_load_fails("given.tsv", "\tf\n", -1);
  assert_load_fails("given.tsv", "Ann\tf\r\n", -1);
  assert_load_fails("words.tsv", "a\xff\tp\n", -1);
  assert_load_fails("places.tsv", "x\tplace\tX\t\tatlantis\n", -1);
  assert_load_fails("countries.tsv", "\0\0\0", 3);
  g_autoptr(GError) error = NULL;
  g_assert_null(kith_gazetteer_load("/nonexistent", &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_IO);
  /* an empty list is a list */
  g_autofree char *folder = copy_with("given.tsv", "", 0);
  g_autoptr(GError) none = NULL;
  g_autoptr(KithGazetteer) gazetteer = kith_gazetteer_load(folder, &none);
  g_assert_no_error(none);
  g_assert_false(kith_gazetteer_given_name(gazetteer, "Mary", NULL));
  remove_folder(folder);
  kith_gazetteer_free(NULL);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/gazetteer/names", test_names);
  g_test_add_func("/gazetteer/countries", test_countries);
  g_test_add_func("/gazetteer/words", test_words);
  g_test_add_func("/gazetteer/user", test_user);
  g_test_add_func("/gazetteer/bad-user", test_bad_user);
  g_test_add_func("/gazetteer/turtle", test_turtle);
  g_test_add_func("/gazetteer/bad-turtle", test_bad_turtle);
  g_test_add_func("/gazetteer/damage", test_damage);
  return g_test_run();
}
