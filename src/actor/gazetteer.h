/* Countries, their capitals and demonyms, the organizations and places of the world; nouns, titles and given
 * names. */
#pragma once

#include "base/types.h"

typedef struct _KithGazetteer KithGazetteer;

typedef struct {
  const char *id;    /* the same everywhere: "united-states" */
  const char *label; /* "United States" */
  KithActorType type;
  const char *code;    /* ISO 3166 alpha-3 of a country ("USA"); NULL otherwise */
  const char *country; /* the id of the country it belongs to or lies in; NULL for none */
  const char *same_as; /* an IRI, where the source has one; NULL otherwise */
  const char *regions; /* ids of the regions that it lies in, parted by ';'; NULL for none */
} KithGazetteerEntry;

/* How a name refers to its entry. */
typedef enum {
  KITH_GAZ_NAME,    /* "Pakistan", "UNHCR" */
  KITH_GAZ_DEMONYM, /* "Pakistani": the adjective or the person */
  KITH_GAZ_CAPITAL, /* "Islamabad", "the Kremlin": a place that can stand for its country's government */
  KITH_GAZ_CITY,    /* "Islamabad" again, the city itself: only kith_gazetteer_find_use has it */
} KithGazetteerUse;

/* What a noun is for, by its commonest senses. */
typedef enum {
  KITH_NOUN_UNKNOWN, /* of no use for actors, or not known */
  KITH_NOUN_NEVER,   /* settled by hand: never an actor */
  KITH_NOUN_PERSON,
  KITH_NOUN_GROUP,
  KITH_NOUN_ORGANIZATION,
  KITH_NOUN_COUNTRY, /* "country", "nation" */
  KITH_NOUN_PLACE,
} KithNounKind;

typedef enum { KITH_GENDER_UNKNOWN, KITH_GENDER_MALE, KITH_GENDER_FEMALE } KithGender;

typedef struct {
  KithNounKind kind;
  gboolean doubtful; /* other senses of it are commoner */
  gboolean listed;   /* in the list made by hand */
  gboolean title;    /* it stands before persons' names */
  KithGender gender;
} KithNoun;

/* Reads the gazetteer: path is the folder that holds its files (data/gazetteer: world.tsv, countries.tsv,
 * places.tsv, regions.tsv, capitals.tsv, groups.tsv, words.tsv, nouns.tsv, given.tsv), all of which must be
 * there. NULL and an error for a missing or damaged one ("path:line: what is wrong"). Immutable but for
 * kith_gazetteer_add_file. */
KITH_API KithGazetteer *kith_gazetteer_load(const char *path, GError **error);

/* Adds a user's file, whose names go before those there are; an error gives "path:line: what is wrong", and
 * nothing is added. UTF-8, a line an entry, columns parted by tabs; lines that begin with '#' and empty ones
 * are skipped:
 *
 *   id  type  label  code  country  same-as  names  demonyms  seats  regions
 *
 * id: lower-case letters, digits and hyphens; empty: the label's slug. The id of an entry that is there adds
 * to it. type: person, organization, country, place or group. label: needed unless the id is known. code:
 * three capital letters. country: the id of an entry. same-as: an absolute IRI. The last four are lists
 * parted by ';': other names, demonyms ("Pakistani"), places that stand for it ("Islamabad"), ids of regions.
 * Columns at the end may be left out. */
KITH_API gboolean kith_gazetteer_add_file(KithGazetteer *gazetteer, const char *path, GError **error);
/* The same of rows in memory, which came from another form of file: lines[i] is the line of path that row i
 * stands on, for messages. */
KITH_API gboolean kith_gazetteer_add_rows(KithGazetteer *gazetteer, const char *path, const char *rows,
                                          const guint *lines, GError **error);
KITH_API void kith_gazetteer_free(KithGazetteer *gazetteer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithGazetteer, kith_gazetteer_free)

/* The entry that a name (words parted by single spaces, case as written) refers to, and how; NULL for none.
 * use may be NULL. Where a name has several uses, a name comes before a capital, and that before a demonym.
 * Countries and places are found in capitals too ("NEW DELHI").
 * Entries are lent until the gazetteer is freed. */
KITH_API const KithGazetteerEntry *kith_gazetteer_find(const KithGazetteer *gazetteer, const char *name,
                                                       KithGazetteerUse *use);
/* The same for one use only: "Brussels" is a capital of the European Union as well as a city. */
KITH_API const KithGazetteerEntry *kith_gazetteer_find_use(const KithGazetteer *gazetteer, const char *name,
                                                           KithGazetteerUse use);
/* The entry of an id; NULL for none. */
KITH_API const KithGazetteerEntry *kith_gazetteer_entry(const KithGazetteer *gazetteer, const char *id);

/* What is known of a common noun (its lemma in lower case, two words with a space). */
KITH_API KithNoun kith_gazetteer_noun(const KithGazetteer *gazetteer, const char *lemma);
/* Whether a capitalised word is a given name, and of which gender. gender may be NULL. */
KITH_API gboolean kith_gazetteer_given_name(const KithGazetteer *gazetteer, const char *word,
                                            KithGender *gender);
