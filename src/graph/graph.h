/* The knowledge graph: documents, actors, relations between them, and the evidence of each. No language here.
 * Offsets are half-open and in Unicode code points of the document's text. */
#pragma once

#include "base/types.h"

typedef struct {
  char *id;    /* slug and hash: "us-pakistan-talks-1a2b3c4d" */
  char *title; /* the next four may be NULL */
  char *date;  /* ISO 8601 day */
  char *source;
  char *author;
  char *text; /* NULL only in a graph read from elsewhere */
} KithSource;

typedef struct {
  guint document; /* index in the graph's documents */
  gsize begin_chars, end_chars;
  char *why; /* why it is this actor: "last word of a longer name: Imran Khan"; NULL: nothing to say.
              * Owned by the array that the span is in */
} KithMentionSpan;

/* What one document says of an actor that several have. */
typedef struct {
  char *id;       /* the actor's in the document's own graph */
  guint document; /* KITH_NONE: none */
  char *label;
  KithActorType type;
  char *code; /* as an actor's, and so the next two */
  GPtrArray *aliases;
  GPtrArray *same_as;
  char *why; /* what shows that it is the actor: "the same name; ..."; NULL: nothing to say */
} KithPart;

typedef struct {
  char *id; /* "united-states" (global), "DOC/imran-khan"; unique in the graph */
  char *label;
  KithActorType type;
  char *code;         /* ISO 3166 alpha-3 of the country that it is, belongs to or lies in; NULL */
  gboolean global;    /* of the gazetteer: the same actor in every document; kith_id_is_global of its id */
  GPtrArray *aliases; /* char *, sorted, distinct, without the label */
  GPtrArray *same_as; /* char *, IRIs, sorted */
  GArray *spans;      /* KithMentionSpan, sorted by document and offset */
  GPtrArray *parts;   /* KithPart *, sorted by document, at most one a document; none: the actor is of one
                       * document, as it stands. All above is then made of them */
  GPtrArray *close;   /* char *, ids of actors that may be the same, sorted; each has this one's in turn */
} KithActor;

typedef struct {
  guint document;
  gsize begin_chars, end_chars;
  char *text; /* exactly what the offsets cut out of the document */
} KithEvidence;

typedef struct {
  char *id;             /* by document, class and offsets; unique */
  guint source, target; /* indexes of actors */
  KithClass class;
  char *label; /* "is meeting with" */
  char *lemma; /* "meet with" */
  char *cameo; /* two digits, or NULL */
  KithPolarity polarity;
  KithModality modality;
  guint attributed_to; /* index of an actor, or KITH_NONE */
  char *time;          /* ISO 8601, see kith_time_days(); or a duration ("P20Y"); NULL */
  guint place;         /* index of an actor, or KITH_NONE */
  double confidence;   /* 0 to 1 */
  GPtrArray *evidence; /* KithEvidence *, sorted by document and offset; at least one, but none in
                        * some graphs read from elsewhere */
} KithRelation;

typedef struct {
  char *tool;  /* "kith 0.1.0"; may be NULL in a graph read from elsewhere */
  char *model; /* version of the model, or NULL */
  char *time;  /* xsd:dateTime, only where asked for; NULL */
} KithRun;

/* Arrays own their elements. */
typedef struct {
  GPtrArray *documents; /* KithSource * */
  GPtrArray *actors;    /* KithActor * */
  GPtrArray *relations; /* KithRelation * */
  KithRun run;
  char *base; /* the base of its IRIs where it was read from RDF or JSON that says so; NULL: the usual one */
} KithGraph;

KITH_API KithGraph *kith_graph_new(void);
KITH_API void kith_graph_free(KithGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithGraph, kith_graph_free)

KITH_API KithSource *kith_source_new(void);
KITH_API KithActor *kith_actor_new(void);
KITH_API KithPart *kith_part_new(void);         /* of no document */
KITH_API KithRelation *kith_relation_new(void); /* attributed_to and place are KITH_NONE */
KITH_API KithEvidence *kith_evidence_new(guint document, gsize begin_chars, gsize end_chars,
                                         const char *text);

KITH_API void kith_evidence_free(KithEvidence *evidence);
KITH_API void kith_relation_free(KithRelation *relation);

/* Whether an actor's id belongs to no document: "united-states", not "DOC/imran-khan", not an IRI. */
KITH_API gboolean kith_id_is_global(const char *id);

/* A number in canonical decimal form with at most four digits after the point and at least one ("0.91",
 * "1.0"). Owned by the caller. */
KITH_API char *kith_decimal(double value);

static inline KithActor *
kith_graph_actor(const KithGraph *graph, guint i)
{
  return (KithActor *)g_ptr_array_index(graph->actors, i);
}

static inline KithRelation *
kith_graph_relation(const KithGraph *graph, guint i)
{
  return (KithRelation *)g_ptr_array_index(graph->relations, i);
}

static inline KithSource *
kith_graph_document(const KithGraph *graph, guint i)
{
  return (KithSource *)g_ptr_array_index(graph->documents, i);
}

/* Sorts documents, actors, relations and all within them by id (aliases, spans, evidence by value) and
 * renumbers the indexes, so that equal graphs are equal in memory and in every output. Repeated aliases,
 * spans and evidence go; confidences are rounded to four digits, which is what outputs show. */
KITH_API void kith_graph_sort(KithGraph *graph);

/* Checks that ids are unique, indexes in range, offsets inside the text, evidence the text that it cuts out.
 */
KITH_API gboolean kith_graph_check(const KithGraph *graph, GError **error);

/* The actor that a name means: its id exactly, or its label, an alias, or the end of its id, case, accents
 * and spaces aside; a label goes before an alias; else the one that has it as whole words of a name. None or
 * several: KITH_NONE and an error that lists the candidates (near misses by part or by edit distance). */
KITH_API guint kith_graph_find(const KithGraph *graph, const char *name, GError **error);

/* All of several graphs (which are left as they are) in a new one, sorted; actors that had been joined are
 * apart again. What has the same id is the same thing, once, with the names, spans and evidence of all; where
 * graphs differ in a document's title, an actor's type and the like, the choice does not depend on their
 * order. An error where one is not sound (kith_graph_check) or one document has two texts. Owned by the
 * caller. */
KITH_API KithGraph *kith_graph_pool(const KithGraph *const *graphs, guint n, GError **error);

/* Adds other to graph: the pool of the two. On an error the graph is as it was. */
KITH_API gboolean kith_graph_merge(KithGraph *graph, const KithGraph *other, GError **error);

/* Takes a document (its id) and all that is known from it alone out of a pool. An error where it is not
 * there. */
KITH_API gboolean kith_graph_drop_document(KithGraph *graph, const char *id, GError **error);

/* Joins actors of a pool: into[i] is the actor that actor i becomes a part of (itself: it stays), why[i] (or
 * NULL) the reason, as in KithPart. Those that others are joined to must stay, and no two parts may be of one
 * document. Sorts the graph. */
KITH_API void kith_graph_join(KithGraph *graph, const guint *into, char *const *why);

/* A shortest chain of relations between two actors, direction aside: indexes of relations in order; empty
 * where there is none. Owned by the caller. */
KITH_API GArray *kith_graph_path(const KithGraph *graph, guint from, guint to);
