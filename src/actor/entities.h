/* Who is in the text: mentions, and the entities that they refer to. */
#pragma once

#include "actor/gazetteer.h"
#include "base/types.h"
#include "text/document.h"

typedef enum { KITH_MENTION_NAME, KITH_MENTION_NOMINAL, KITH_MENTION_PRONOUN } KithMentionKind;

/* A stretch of words that refers to an entity. */
typedef struct {
  guint sentence;   /* index in the document */
  guint begin, end; /* words of the sentence, half-open */
  guint
      head; /* the word that the tree hangs it by; for a name "Wendy Sherman" with title, still the name's */
  KithMentionKind kind;
  KithActorType type;
  guint entity;     /* index in entities */
  gboolean metonym; /* a capital or building that stands for its government */
  gboolean seat;    /* one that could, whether it does or not */
  guint8 step;      /* KithStep: which step joined it to others */
  guint by;         /* 1 + the index of the mention that it was joined to; 0: none */
} KithMention;

/* The steps of coreference, in their order. */
typedef enum {
  KITH_STEP_NONE,
  KITH_STEP_NAMES,    /* equal names, acronyms, parts of names */
  KITH_STEP_SYNTAX,   /* appositions, copulas */
  KITH_STEP_NOMINALS, /* descriptions */
  KITH_STEP_PRONOUNS,
  KITH_STEP_PEOPLES,
} KithStep;

/* One individual in the world, or one set. */
typedef struct {
  char *label; /* "Wendy Sherman", "United States" */
  KithActorType type;
  const KithGazetteerEntry *entry; /* of the gazetteer; NULL for all others */
  GPtrArray *aliases; /* char *, distinct, without the label: as written, with and without title */
  GArray *mentions;   /* guint: indexes of its mentions, in order of the text */
  GArray *members;    /* guint: the entities that a collective stands for ("the two countries"); else empty */
  guint country;      /* the entity whose demonym, genitive or compound it carries (Pakistani officials ->
                         Pakistan), or KITH_NONE */
  const KithGazetteerEntry *land; /* the country that it is, or that its words tie it to, whether the text
                                     names that or not; NULL */
  KithGender gender;
  gboolean plural;
  gboolean named; /* the text names it; all others ("reporters", "Pakistanis") are of use only where a
                     relation has them */
  gboolean acts;  /* a mention is subject, object, agent or addressee of a verb */
} KithEntity;

typedef struct {
  GArray *mentions;    /* KithMention, in order of sentence, begin, and the longer first */
  GPtrArray *entities; /* KithEntity *, in order of first mention */
  GArray *voices; /* guint, by sentence: the entity whose words it is though no quotation marks say so (below
                     "The minister said:", in an interview), or KITH_NONE; NULL: nobody's */
  guint home;     /* 1 + the country that the text was sent from, by its dateline; 0: it is none of them */
} KithEntities;

/* Finds the entities of an analysed document. Boilerplate and metadata have none. The gazetteer must outlive
 * the result. */
KITH_API KithEntities *kith_entities_find(const KithDocument *document, const KithGazetteer *gazetteer);
KITH_API void kith_entities_free(KithEntities *entities);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithEntities, kith_entities_free)

/* A link of a chain: the whole phrase that refers, relative clauses and all, but without appositions. */
typedef struct {
  guint sentence;
  guint begin, end; /* words of the sentence, half-open */
  guint chain;      /* the same number: the same thing */
  KithMentionKind kind;
  KithActorType type; /* of the mention by itself */
} KithChainLink;

/* The chains of coreference in an analysed document, as an array of KithChainLink owned by the caller, in
 * order of the text: the mentions of all entities, and those of things that are none for want of a name or
 * description, such as the "I" who writes. Chains of one link are there too. */
KITH_API GArray *kith_entities_chains(const KithDocument *document, const KithGazetteer *gazetteer);

/* The smallest mention whose head is this word, or else the smallest that covers it; KITH_NONE where none
 * does. */
KITH_API guint kith_entities_mention_at(const KithEntities *entities, guint sentence, guint word);

/* Why a mention is its entity's, in a few English words: "last word of 'Imran Khan'", "stands for the
 * government: subject of 'refuse'". NULL where there is nothing to say: it is the label, or the first mention
 * of its entity. Owned by the caller. */
KITH_API char *kith_entities_why(const KithEntities *entities, const KithDocument *document, guint mention);
