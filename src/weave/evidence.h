/* What graphs of several documents say for and against two of their actors being one. */
#pragma once

#include "graph/graph.h"

/* An item is a thing that two actors can have in common: an actor of the gazetteer, or a name; a post's
 * title. */
typedef struct _KithEvidenceBase KithEvidenceBase;

/* What is known of one actor, or of several that are taken for one: sets of items, each with how many of the
 * actors have it. */
typedef struct {
  GArray *actors;      /* guint: indexes of the graph's actors, the first one first */
  GArray *documents;   /* guint, one for each actor, sorted */
  GPtrArray *names;    /* char *: slugs of their labels, distinct, owned */
  GHashTable *titles;  /* of posts: item -> count, and so the others */
  GHashTable *posts;   /* what they hold a post in */
  GHashTable *ties;    /* what they are tied to by another state: member, located-in, family, ... */
  GHashTable *lands;   /* countries of these two */
  GHashTable *mates;   /* what else relations join them to */
  GHashTable *company; /* the other actors of their documents */
  guint he, she;       /* pronouns and titles of each gender */
  KithActorType type;
} KithFigure;

/* Gathers what a pool (kith_graph_pool) knows; the graph is lent and must not change. */
KithEvidenceBase *kith_evidence_base_new(const KithGraph *graph);
void kith_evidence_base_free(KithEvidenceBase *base);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithEvidenceBase, kith_evidence_base_free)

/* What actors of one key may be one: the type and name of an actor of one document, of persons the first and
 * the last word; NULL for actors that are never joined: the gazetteer's, those without a name, groups,
 * persons with one name alone. Owned by the caller. */
char *kith_evidence_key(const KithEvidenceBase *base, guint actor);

/* The figure of one actor that has a key. Owned by the caller. */
KithFigure *kith_figure_new(const KithEvidenceBase *base, guint actor);
void kith_figure_free(KithFigure *figure);

/* How much there is to know of a figure: posts and ties before others. */
guint kith_figure_weight(const KithFigure *figure);

/* Takes all of another figure in, which stays as it is. */
void kith_figure_add(KithFigure *figure, const KithFigure *other);

/* Whether both have an actor of one document, which its reader took for two. */
gboolean kith_figure_overlaps(const KithFigure *a, const KithFigure *b);

/* From this score on two figures are one; from the lower one on they may be. */
enum { KITH_SCORE_SURE = 8, KITH_SCORE_UNSURE = 3 };

/* The weights of what agrees less those of what does not, in the manner of Fellegi and Sunter (A theory for
 * record linkage, 1969), set by hand: evidence.c has the table. why (or NULL): what it rests on is appended.
 */
int kith_figure_score(const KithEvidenceBase *base, const KithFigure *a, const KithFigure *b, GString *why);
