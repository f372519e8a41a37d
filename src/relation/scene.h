/* One sentence as this folder sees it: tree, lemmas, and which entity each word stands for. */
#pragma once

#include "actor/entities.h"
#include "relation/claims.h"
#include "relation/pattern.h"
#include "syntax/tree.h"

/* No chain in a tree is followed further than this. */
enum { KITH_MAX_CLIMB = 10 };

typedef struct {
  const KithDocument *document;
  const KithEntities *entities;
  const KithLexicon *lexicon;
  guint sentence;
  const KithWord *words;
  guint n;
  KithTree *tree;
  gint *heads;         /* by word, as in the tree: no cycles; -1 for a root */
  const char **lemmas; /* by word, ASCII lower case */
  guint *mention;      /* by word: the mention that it heads, or KITH_NONE */
  guint *land;         /* by word: the country whose adjective it is, or KITH_NONE */
  gboolean *demonym;   /* by word: a country's adjective, spoken of or not */
  gboolean *spoken;    /* by word: a noun that a claim of its verb has used up */
  GStringChunk *strings;
  guint first_mention, end_mention; /* the sentence's, in the entities' mentions */
  GPtrArray *claims;                /* KithClaim *: where to put what is found */
  GHashTable *known;                /* keys of the claims that are there */
} KithScene;

/* NULL for a sentence without words. All but strings is lent. */
KithScene *kith_scene_new(const KithDocument *document, const KithEntities *entities,
                          const KithLexicon *lexicon, guint sentence, GPtrArray *claims, GHashTable *known);
/* Notes whose adjectives the words are ("French"): of countries in by_id (id -> entity + 1) alone. */
void kith_scene_find_adjectives(KithScene *scene, const KithGazetteer *gazetteer, GHashTable *by_id);
void kith_scene_free(KithScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithScene, kith_scene_free)

static inline KithDeprel
kith_scene_rel(const KithScene *scene, gint word)
{
  return (KithDeprel)scene->words[word].deprel;
}

static inline KithDeprel
kith_scene_universal(const KithScene *scene, gint word)
{
  return kith_deprel_universal((KithDeprel)scene->words[word].deprel);
}

/* The head of word, -1 for a root. */
static inline gint
kith_scene_head(const KithScene *scene, gint word)
{
  return scene->heads[word];
}

/* Whether the lemma of word is in the space-parted list. */
gboolean kith_scene_lemma_in(const KithScene *scene, gint word, const char *list);

/* The first child of word with this universal relation whose lemma is in list; -1. */
gint kith_scene_child_lemma(const KithScene *scene, gint word, KithDeprel universal, const char *list);

/* The preposition of a phrase ("with", "out of", "according to"), lent; NULL for none. */
const char *kith_scene_prep(const KithScene *scene, gint word);

/* The entity that word by itself stands for (it is the head of its mention); KITH_NONE. */
guint kith_scene_entity(const KithScene *scene, gint word);
const KithEntity *kith_scene_entity_at(const KithScene *scene, gint word);

/* Whether a clause that a parser took for a relative one is what somebody is told: "told the court that Chad
 * had paid". */
gboolean kith_scene_is_told(const KithScene *scene, gint clause);

/* A relative pronoun's antecedent; any other word itself. */
gint kith_scene_antecedent(const KithScene *scene, gint word);

/* Appends to found (of guint) the entities that a phrase stands for: its own, its conjuncts', the members of
 * a collective, what a quantity is of ("hundreds of Afghans"), what stands in apposition. Each once. */
void kith_scene_resolve(const KithScene *scene, gint word, GArray *found);
/* The same for the word without its conjuncts. */
void kith_scene_resolve_one(const KithScene *scene, gint word, GArray *found);

/* Whether the entity is a person, a group, an organization or a country. */
gboolean kith_scene_acts(const KithScene *scene, guint entity);
