/* Inside the actor stage: mentions and clusters while they are being found. */
#pragma once

#include "actor/entities.h"
#include "syntax/tree.h"

/* A mention with what coreference needs of it. */
typedef struct {
  KithMention m;                   /* as it will be given out; m.entity is its cluster meanwhile */
  guint core_begin, core_end;      /* a name without title and article; a description without its
                                      measure ("a group of"), up to the head */
  const KithGazetteerEntry *entry; /* that it names; NULL */
  KithGazetteerUse use;
  const KithGazetteerEntry *seat; /* whose government the place seats; NULL */
  const KithGazetteerEntry *tie;  /* the country or body whose adjective, genitive or compound it carries */
  char *key;                      /* the core in lower case, its spaces single */
  KithNoun noun;                  /* of the head, for a nominal */
  KithGender gender;
  gboolean plural;
  gboolean many;       /* the noun itself is plural, not only what it means ("the team") */
  gboolean definite;   /* "the", "this", a genitive */
  gboolean indefinite; /* "a", "some", no article before a plural */
  gboolean called;     /* a description that is as good as a name: "the Weber government" */
  gboolean told;       /* a name whose type the words around it tell */
  gboolean weak;       /* a name of one word that is a person's by its tag alone */
  gboolean dropped;    /* part of a longer mention and none of its own */
  gboolean people;     /* "Pakistanis", "the Iraqi people" */
  gboolean subject;    /* of a clause */
  gboolean acts;       /* subject, object, agent or addressee */
  gboolean lived;      /* an unnamed place where its clause puts people */
  gboolean quoted;     /* inside quotation marks */
  guint8 person;       /* of a pronoun: 1, 2, 3; 0 for a relative one */
  guint shared; /* 1 + the noun that several peoples have in common, where it is one of them: "Indian" in
                   "Indian and Pakistani troops"; 0 */
} KithFound;

/* What corefers. */
typedef struct {
  GArray *mentions; /* guint, in no order */
  KithActorType type;
  gboolean typed; /* the type is sure: gazetteer, title */
  const KithGazetteerEntry *entry;
  gboolean named;
  gboolean plural;
  KithGender gender;
  guint joined;    /* the cluster that it went into, or KITH_NONE */
  GArray *members; /* guint: clusters that it stands for; NULL for none */
} KithCluster;

typedef struct {
  const KithDocument *doc;
  const KithGazetteer *gazetteer;
  GHashTable *families; /* the last words of persons' longer names, as written */
  KithTree **trees;     /* by sentence; NULL for one that is not read */
  guint **owner;        /* by sentence and word: 1 + the index of the name mention that holds it; 0 */
  const KithGazetteerEntry ***demonyms; /* by sentence and word: whose demonym it is; NULL */
  GArray *found;                        /* KithFound, in order of the text once sorted */
  guint *first;                         /* by sentence, and one more: its first mention */
  guint *voices;    /* by sentence: the mention whose words it is without quotation marks; KITH_NONE */
  GArray *clusters; /* KithCluster; a mention's own is at its index */
  KithStep step;    /* that is being taken */
} KithFinder;

static inline KithFound *
kith_found(const KithFinder *f, guint i)
{
  return &g_array_index(f->found, KithFound, i);
}

static inline const KithWord *
kith_finder_words(const KithFinder *f, guint sentence)
{
  return kith_document_words(f->doc, kith_document_sentence(f->doc, sentence));
}

static inline guint
kith_finder_length(const KithFinder *f, guint sentence)
{
  return kith_document_sentence(f->doc, sentence)->n_words;
}

/* The cluster that a mention is in now. */
KithCluster *kith_cluster_of(const KithFinder *f, guint mention);
/* The same as an index. */
guint kith_cluster_index(const KithFinder *f, guint mention);
/* Makes one cluster of those of two mentions. False, and nothing done, where they name different things of
 * the gazetteer, or their genders differ. */
gboolean kith_cluster_join(KithFinder *f, guint a, guint b);

/* Whether a cluster is a person by weak names alone, and so may be a body. */
gboolean kith_cluster_is_weak(const KithFinder *f, guint mention);
/* Gives a cluster's names, and itself, a type. */
void kith_cluster_retype(KithFinder *f, guint mention, KithActorType type);

/* Words of a sentence as text, white space between them single. Owned by the caller. */
char *kith_finder_text(const KithFinder *f, guint sentence, guint begin, guint end);
/* Whether a word has this lemma or, where it has none, this form (lower case). */
gboolean kith_word_is(const KithWord *word, const char *lemma);
/* Whether a word's form or lemma is one of a NULL-ended list, case aside. */
gboolean kith_word_in(const KithWord *word, const char *const *list);
/* A word's lemma in lower case, or its form's. Owned by the caller. */
char *kith_word_lemma(const KithWord *word);
gboolean kith_word_capitalized(const KithWord *word);
/* Whether a noun is plural by its tag. */
gboolean kith_word_plural(const KithWord *word);
/* Whether a verb is one of saying. */
gboolean kith_word_says(const KithWord *word);
/* A weekday or month. */
gboolean kith_word_is_date(const KithWord *word);
/* The mention of a sentence whose head is this word (names first); KITH_NONE. */
guint kith_finder_at_head(const KithFinder *f, guint sentence, guint word);
/* The first case marker (preposition) of a word in lower case; NULL for none. */
const KithWord *kith_finder_case(const KithFinder *f, guint sentence, guint word);

/* resolve-syntax.c: whether two mentions that a tree puts as one can be one. */
gboolean kith_finder_may_unite(const KithFinder *f, guint a, guint b);
/* Makes one of two mentions; of a person's noun and a body the body. */
void kith_finder_unite(KithFinder *f, guint a, guint b);
/* predicates.c: joins a description with whom its clause tells to be so. */
void kith_finder_join_predicates(KithFinder *f, guint mention);

/* voices.c: finds whose words sentences are that stand in no quotation marks: voices, and quoted of mentions.
 */
void kith_finder_voices(KithFinder *f);
/* The person whose statement or speech the text's first lines say it is; KITH_NONE. */
guint kith_finder_author(const KithFinder *f);
/* Whether a mention says something in its sentence, outside quotation marks. */
gboolean kith_finder_speaks(const KithFinder *f, guint mention);
/* The speaker of a quotation at a mention: in its sentence, before it in the same paragraph, behind it, or
 * the last one; KITH_NONE. */
guint kith_finder_speaker(const KithFinder *f, guint mention);

/* In how many sentences before it a description's antecedent is looked for. */
enum { KITH_FINDER_SENTENCES = 12 };
/* collectives.c: the first mention that a description may still reach back to. */
guint kith_finder_reach(const KithFinder *f, guint mention);
/* Whose adjective, genitive or compound a mention carries, in a title as well ("Peruvian President Ana Roe"):
 * an entry of the gazetteer; NULL. */
const KithGazetteerEntry *kith_finder_tie(const KithFinder *f, const KithFound *found);
/* Whether a mention stands inside another one's words (a title, an owner) in the same sentence. */
gboolean kith_finder_inside(const KithFinder *f, guint inner, guint outer);
/* Whether a mention has a noun for its head, or as a title. */
gboolean kith_finder_titled(const KithFinder *f, guint mention, const char *lemma);
/* Whether a mention has a description's noun so, and is not told to hold another office: "the president" is
 * no vice president, "the labour minister" no prime minister. */
gboolean kith_finder_holds(const KithFinder *f, guint mention, guint i);
/* The clusters (guint) of a list of mentions, "A, B and C", of which this is the first; one or none where it
 * is no list or has unknown ones. Owned by the caller. */
GArray *kith_finder_list(const KithFinder *f, guint first);
/* Makes a mention the collective of clusters (taken over), or one with a collective that has the same. */
void kith_finder_give_members(KithFinder *f, guint mention, GArray *members);
/* Finds the members of "the two countries"; false where the description is none such. */
gboolean kith_finder_members(KithFinder *f, guint mention);

/* shared.c: adds the peoples that have one noun in common, "Indian and Pakistani troops"; before sorting. */
void kith_finder_share(KithFinder *f, guint sentence);
/* Makes the mention of such a noun their collective; false where it is none. */
gboolean kith_finder_join_shared(KithFinder *f, guint mention);
/* What one of them is called: "Indian troops". Owned by the caller. */
char *kith_finder_shared_label(const KithFinder *f, const KithFound *found);

/* The first of the coordination that a word is in. */
guint kith_tree_first_conjunct(const KithTree *tree, guint word);
/* The verb or predicate that a word is an argument of, conjuncts passed over; -1. */
gint32 kith_tree_governor(const KithTree *tree, guint word);
/* Whether one verb has two mentions for its subject and object, so that they are two: "Acme sued the firm".
 */
gboolean kith_finder_are_apart(const KithFinder *f, guint a, guint b);
/* What a description looks for: whether a mention before it will do. */
typedef gboolean (*KithTest)(const KithFinder *f, guint candidate, guint i);
/* Joins with the latest mention of these sentences before i that a test takes. */
gboolean kith_finder_join_latest(KithFinder *f, guint i, KithTest test, guint sentences);
/* Joins with the only cluster before i that a test takes, however far. */
gboolean kith_finder_join_only(KithFinder *f, guint i, KithTest test);

/* Whether two mentions carry no different countries or bodies. */
gboolean kith_finder_ties_agree(const KithFinder *f, guint a, guint b);
/* Whether what follows the heads of two descriptions differs: the Municipalities of two towns. */
gboolean kith_finder_tails_differ(const KithFinder *f, guint a, guint b);
/* The cluster of the owner that a description's genitive or compound names; KITH_NONE. */
guint kith_finder_owner(const KithFinder *f, guint mention);

/* resolve-aliases.c: joins a second name with the person's first: "born Ana Sol". */
void kith_finder_join_alias(KithFinder *f, guint i);
/* resolve-bodies.c: joins a description with the body that it is: "ISIL fighters", "the Blue party". */
gboolean kith_finder_join_kind(KithFinder *f, guint i);
/* What sorts of body (KithBodyKind) a mention's cluster is by its names and descriptions; 0 where they tell
 * nothing. */
guint kith_finder_kinds(const KithFinder *f, guint mention);
/* The country that a mention's cluster carries, by an adjective, a genitive or a place inside a description;
 * NULL. */
const KithGazetteerEntry *kith_finder_country(const KithFinder *f, guint mention);
/* Whether a name is another force than a country's, which "the army" alone means: "the White Army". */
gboolean kith_finder_is_other_force(const KithFinder *f, guint candidate, guint i);
/* "The company", "the Swiss lender": the body that a reader has in mind. */
gboolean kith_finder_join_body(KithFinder *f, guint i);
/* resolve-places.c: whether a description is a country's or place's; and whether it was joined. */
gboolean kith_finder_join_place(KithFinder *f, guint i, gboolean *joined);
/* The country that the text was sent from, which a dateline may name behind the town; NULL. */
const KithGazetteerEntry *kith_finder_home(const KithFinder *f);
/* Joins a description of a country or government with the country that the text was sent from, or else the
 * one that a reader has in mind. */
gboolean kith_finder_join_country(KithFinder *f, guint i);
/* resolve-persons.c: "the minister", "the cellist": the person who has the title, or is meant. */
gboolean kith_finder_join_person(KithFinder *f, guint i);
/* "The 45-year-old". */
gboolean kith_finder_join_aged(KithFinder *f, guint i);
/* resolve-later.c: joins a description with what is named by the same words: "the appeals court" and "the
 * Court of Appeal". */
gboolean kith_finder_join_worded(KithFinder *f, guint mention);
/* Joins a headline's description with the body's ("Ex-mayor jailed"), and an office with its holder, who is
 * named later. */
gboolean kith_finder_join_ahead(KithFinder *f, guint mention);
/* "Trade Minister welcomes ruling. Jane Roe said: ...": joins an office without a name above a statement with
 * the first person who makes one, where nobody else holds it. */
gboolean kith_finder_join_stating(KithFinder *f, guint mention);
/* joint.c: the last of nouns that mean one group together, "families and friends", of which a word is the
 * first; the word itself where it is alone. */
guint kith_finder_joint_last(const KithFinder *f, guint sentence, guint word);
/* Whether a word is the last of such nouns, and so no actor by itself. */
gboolean kith_finder_is_joint(const KithFinder *f, guint sentence, guint word);
/* The steps, in order. */
void kith_finder_names(KithFinder *f);                            /* names.c: mentions that are names */
void kith_finder_nominals(KithFinder *f);                         /* nominals.c: descriptions and pronouns */
void kith_finder_add_pronoun(KithFinder *f, guint s, guint word); /* pronouns.c: one, if the word is one */
void kith_finder_describe(KithFinder *f);         /* nominals.c: number, gender, roles, after sorting */
void kith_finder_metonyms(KithFinder *f);         /* metonym.c: which capitals stand for governments */
void kith_finder_resolve_names(KithFinder *f);    /* resolve-names.c */
void kith_finder_resolve_syntax(KithFinder *f);   /* resolve-syntax.c: appositions, copulas, "the city of" */
void kith_finder_resolve_regimes(KithFinder *f);  /* regimes.c: "Roe's regime", "the regime" */
void kith_finder_resolve_nominals(KithFinder *f); /* resolve-nominals.c: "the country", "the militants" */
void kith_finder_resolve_pronouns(KithFinder *f); /* resolve-pronouns.c */
void kith_finder_resolve_owners(KithFinder *f); /* resolve-owners.c: "her lawyer", "my client", "his party" */
void kith_finder_families(KithFinder *f);       /* families.c: "the parents", "the Roes", "their child" */
void kith_finder_resolve_peoples(KithFinder *f); /* resolve-nominals.c: "its people" */
/* chains.c: all that was found, by cluster: an array of KithChainLink owned by the caller */
GArray *kith_finder_chains(const KithFinder *f);
/* label.c: entities with labels and aliases out of clusters. */
KithEntities *kith_finder_entities(KithFinder *f);
