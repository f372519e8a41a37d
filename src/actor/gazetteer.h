/* Countries, their capitals and demonyms, and the organizations of the world. */
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
} KithGazetteerEntry;

/* How a name refers to its entry. */
typedef enum {
  KITH_GAZ_NAME,    /* "Pakistan", "UNHCR" */
  KITH_GAZ_DEMONYM, /* "Pakistani": the adjective or the person */
  KITH_GAZ_CAPITAL, /* "Islamabad", "the Kremlin": a place that can stand for its country's government */
} KithGazetteerUse;

/* Reads the compiled gazetteer. NULL and an error for a missing or damaged one. Immutable. */
KITH_API KithGazetteer *kith_gazetteer_load(const char *path, GError **error);
/* Adds a user's file (TSV); an error gives "path:line: what is wrong". */
KITH_API gboolean kith_gazetteer_add_file(KithGazetteer *gazetteer, const char *path, GError **error);
KITH_API void kith_gazetteer_free(KithGazetteer *gazetteer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithGazetteer, kith_gazetteer_free)

/* The entry that a name (words parted by single spaces, case as written) refers to, and how; NULL for none.
 */
KITH_API const KithGazetteerEntry *kith_gazetteer_find(const KithGazetteer *gazetteer, const char *name,
                                                       KithGazetteerUse *use);
/* The entry of an id; NULL for none. */
KITH_API const KithGazetteerEntry *kith_gazetteer_entry(const KithGazetteer *gazetteer, const char *id);
