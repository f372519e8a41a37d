/* Predicates and their arguments: who does it, to whom, with what preposition; across coordination, control,
 * relative and participial clauses. */
#pragma once

#include "relation/scene.h"

/* A participant of a predicate. */
typedef struct {
  const char
      *slot; /* "subj", "obj", "iobj", "theme" (object of a passive), "poss", "comp", or a preposition */
  gint word;
} KithArgument;

typedef struct {
  KithArgument items[24];
  guint n;
} KithArguments;

/* Whether the verb is passive (a participle after its noun counts). */
gboolean kith_clause_is_passive(const KithScene *scene, gint verb);
/* Whether word is a predicate that can have a subject: a verb, or anything with a copula. */
gboolean kith_clause_is_predicate(const KithScene *scene, gint word);
/* Whether a word tells a place in a row, so that an infinitive behind it is done: "the first to
 * congratulate", "the only firm to sue". */
gboolean kith_clause_is_ranked(const KithScene *scene, gint word);
/* Whether the clause has the infinitive's "to". */
gboolean kith_clause_is_infinitive(const KithScene *scene, gint verb);
/* The marker of a clause ("if", "without", "to"), lower case; "" for none. */
const char *kith_clause_mark(const KithScene *scene, gint word);

/* Who does it: subject, passive agent, or what control, coordination or a participle's noun gives; -1. */
gint kith_clause_subject(const KithScene *scene, gint predicate);
/* The grammatical subject, a passive's included; -1. */
gint kith_clause_surface_subject(const KithScene *scene, gint predicate);
/* Who fights or strives where others help: "support for Mali in the fight", of the noun behind "in"; -1. */
gint kith_clause_helped(const KithScene *scene, gint noun);
/* The first predicate of a coordination, or word itself. */
gint kith_clause_first_conjunct(const KithScene *scene, gint word);
/* To whom it is done; -1. */
gint kith_clause_object(const KithScene *scene, gint verb);
/* All participants of a verb or other predicate. */
void kith_clause_arguments(const KithScene *scene, gint predicate, KithArguments *arguments);
/* All participants that stand within a noun's phrase. */
void kith_noun_arguments(const KithScene *scene, gint noun, KithArguments *arguments);

/* The particle of a phrasal verb ("out" of "rule out"), lent; NULL. */
const char *kith_clause_particle(const KithScene *scene, gint verb);

/* The entry of kind EMBED or LIGHT that fits the word with its particle and prepositions; NULL. */
const KithPattern *kith_clause_pattern(const KithScene *scene, KithWordsKind kind, gint word);
