/* The ends of an event: which words stand for its source and its target. */
#pragma once

#include "relation/events.h"

/* A predicate, the entry that is tried on it, and what stands around it. */
typedef struct {
  const KithScene *scene;
  const KithPattern *pattern;
  KithArguments arguments;
  gint word;   /* the predicate */
  gint with;   /* a noun that belongs to it, -1 */
  gint status; /* -1: the word's own */
  gboolean inherited;
  gboolean owner; /* the target was found as the owner of what is named */
} KithEvent;

/* The slots of the source, in order: of a verb, of an event's noun. NULL-ended. */
extern const char *const kith_verb_sources[];
extern const char *const kith_noun_sources[];

/* An empty list of entities (guint). Owned by the caller. */
static inline GArray *
kith_entities_none(void)
{
  return g_array_new(FALSE, FALSE, sizeof(guint));
}

/* Whether an entity is in a list of entities (guint). */
static inline gboolean
kith_entities_have(const GArray *list, guint entity)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index(list, guint, i) == entity)
      return TRUE;
  return FALSE;
}

/* Whether a claim stands too far (in sentences) before a sentence to be taken up by it, or is of another
 * predicate than one that is (NULL: none yet). */
gboolean kith_claim_is_past(const KithScene *scene, const KithClaim *claim, const KithClaim *meant,
                            guint furthest);

/* The slots of a class's target, in order, NULL-ended. Static. */
const char *const *kith_class_targets(KithClass class);
/* The slots of an entry's target: its own, or its preposition, or those of its class. Lent. */
const char *const *kith_event_target_slots(const KithPattern *pattern);
/* What may be at an end of a class: a bit per KithActorType. */
guint kith_class_types(KithClass class, gboolean target);
/* Leaves only the entities of the types (a bit per KithActorType; 0: any). */
void kith_ends_filter(const KithScene *scene, guint types, GArray *found);
/* Finds the entities of one end in the slots, in order; the word that gave them goes to *word. */
void kith_event_find_end(KithEvent *event, const char *const *slots, gboolean target, GArray *found,
                         gint *word);

/* Adds the claims of an event whose arguments are gathered. Returns how many. */
guint kith_event_add(KithEvent *event);
