/* The lexicon's entries, as the rest of this folder reads them. */
#pragma once

#include "relation/lexicon.h"

typedef enum {
  KITH_WORDS_VERB,     /* "impose +sanction @on" */
  KITH_WORDS_NOUN,     /* an event's name: "talk @with" */
  KITH_WORDS_PERSON,   /* a noun for one of the ends: "opponent @of" */
  KITH_WORDS_ADJ,      /* "critical @of" */
  KITH_WORDS_LIGHT,    /* a verb that lends its subject to its object's noun: "hold", "carry out" */
  KITH_WORDS_EMBED,    /* a word that changes the status of what depends on it: "seek", "refuse", "plan" */
  KITH_WORDS_TITLE,    /* a post: "president" */
  KITH_WORDS_COMPOUND, /* what a hyphen joins to a name: "-led", "-based", "pro-" */
  KITH_N_WORDS
} KithWordsKind;

enum {
  KITH_PATTERN_NEGATIVE = 1 << 0, /* what it states is denied, or (embed) what depends on it */
  KITH_PATTERN_VISIT = 1 << 1,    /* consult for an official at a country, located-in for all others */
  KITH_PATTERN_RECEIVE = 1 << 2,  /* light: the subject is at the noun's other end ("faces opposition") */
  KITH_PATTERN_COUNTRY = 1 << 3,  /* title: held of a country, also where none is named */
  KITH_PATTERN_NONE = 1 << 4,     /* no relation at all, not even "other" */
  KITH_PATTERN_WEAK = 1 << 5,     /* less sure */
  KITH_PATTERN_OBJECT = 1 << 6, /* embed: the object, not the subject, does what depends on it (urge, ask) */
  KITH_PATTERN_SPEECH = 1 << 7, /* what depends on it is the subject's statement */
  KITH_PATTERN_DIRECT = 1 << 8, /* what is done to a thing is not done to its owner ("holds the keys of") */
  KITH_PATTERN_MUTUAL = 1 << 9, /* both do it to each other: "A and B clashed" */
  KITH_PATTERN_INFINITIVE =
      1 << 10,                 /* only with an infinitive: "wants Berlin to pay", "insists Berlin pay" */
  KITH_PATTERN_NOUN = 1 << 11, /* embed: of the noun alone ("an order"), not of the verb */
  KITH_PATTERN_OBLIGED =
      1 << 12,                 /* only with a clause that tells what has to be done: "said they must pay" */
  KITH_PATTERN_ALSO = 1 << 13, /* verb: less specific entries may say more: "bought Acme from Bolton" */
};

typedef struct {
  KithWordsKind kind;
  const char *const *particles; /* NULL: none asked for. All strings are interned */
  const char *const *objects; /* lemmas of the object's head, one of which must be there; NULL: any or none */
  const char *const *phrases; /* "under fire": one of which must be there; NULL: none asked for */
  const char *const *preps;   /* one of which must be there; NULL: any or none */
  const char *const *sources; /* slots to try in order; NULL: the kind's own */
  const char *const *targets;
  KithClass class;       /* KITH_N_CLASSES: none */
  KithModality modality; /* KITH_N_MODALITIES: as the words say */
  guint flags;
  guint source_types, target_types; /* bit per KithActorType; 0: any */
  guint rank;                       /* the higher the earlier it is tried */
} KithPattern;

/* The entries of a kind for a lemma (lower case), the most specific first; NULL for none. Lent. */
const GPtrArray *kith_lexicon_get(const KithLexicon *lexicon, KithWordsKind kind, const char *lemma);

/* Whether word is in a NULL-ended list (which may be NULL: no). */
gboolean kith_pattern_has(const char *const *list, const char *word);
