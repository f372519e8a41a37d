#include "graph/graph.h"

#include <math.h>
#include <string.h>

#include "graph/private.h"

static void
source_free(gpointer data)
{
  KithSource *source = (KithSource *)data;
  g_free(source->id);
  g_free(source->title);
  g_free(source->date);
  g_free(source->source);
  g_free(source->author);
  g_free(source->text);
  g_free(source);
}

static void
part_free(gpointer data)
{
  KithPart *part = (KithPart *)data;
  g_free(part->id);
  g_free(part->label);
  g_free(part->code);
  g_free(part->why);
  g_ptr_array_unref(part->aliases);
  g_ptr_array_unref(part->same_as);
  g_free(part);
}

static void
span_clear(gpointer data)
{
  g_clear_pointer(&((KithMentionSpan *)data)->why, g_free);
}

static void
actor_free(gpointer data)
{
  KithActor *actor = (KithActor *)data;
  g_free(actor->id);
  g_free(actor->label);
  g_free(actor->code);
  g_ptr_array_unref(actor->aliases);
  g_ptr_array_unref(actor->same_as);
  g_array_unref(actor->spans);
  g_ptr_array_unref(actor->parts);
  g_ptr_array_unref(actor->close);
  g_free(actor);
}

void
kith_evidence_free(KithEvidence *evidence)
{
  if (evidence)
    g_free(evidence->text);
  g_free(evidence);
}

static void
evidence_free(gpointer data)
{
  kith_evidence_free((KithEvidence *)data);
}

void
kith_relation_free(KithRelation *relation)
{
  if (relation == NULL)
    return;
  g_free(relation->id);
  g_free(relation->label);
  g_free(relation->lemma);
  g_free(relation->cameo);
  g_free(relation->time);
  g_ptr_array_unref(relation->evidence);
  g_free(relation);
}

static void
relation_free(gpointer data)
{
  kith_relation_free((KithRelation *)data);
}

KithGraph *
kith_graph_new(void)
{
  KithGraph *graph = g_new0(KithGraph, 1);
  graph->documents = g_ptr_array_new_with_free_func(source_free);
  graph->actors = g_ptr_array_new_with_free_func(actor_free);
  graph->relations = g_ptr_array_new_with_free_func(relation_free);
  return graph;
}

void
kith_graph_free(KithGraph *graph)
{
  if (graph == NULL)
    return;
  g_ptr_array_unref(graph->documents);
  g_ptr_array_unref(graph->actors);
  g_ptr_array_unref(graph->relations);
  g_free(graph->run.tool);
  g_free(graph->run.model);
  g_free(graph->run.time);
  g_free(graph->base);
  g_free(graph);
}

KithSource *
kith_source_new(void)
{
  return g_new0(KithSource, 1);
}

KithActor *
kith_actor_new(void)
{
  KithActor *actor = g_new0(KithActor, 1);
  actor->aliases = g_ptr_array_new_with_free_func(g_free);
  actor->same_as = g_ptr_array_new_with_free_func(g_free);
  actor->spans = g_array_new(FALSE, TRUE, sizeof(KithMentionSpan));
  g_array_set_clear_func(actor->spans, span_clear);
  actor->parts = g_ptr_array_new_with_free_func(part_free);
  actor->close = g_ptr_array_new_with_free_func(g_free);
  return actor;
}

KithPart *
kith_part_new(void)
{
  KithPart *part = g_new0(KithPart, 1);
  part->document = KITH_NONE;
  part->aliases = g_ptr_array_new_with_free_func(g_free);
  part->same_as = g_ptr_array_new_with_free_func(g_free);
  return part;
}

KithRelation *
kith_relation_new(void)
{
  KithRelation *relation = g_new0(KithRelation, 1);
  relation->attributed_to = KITH_NONE;
  relation->place = KITH_NONE;
  relation->evidence = g_ptr_array_new_with_free_func(evidence_free);
  return relation;
}

KithEvidence *
kith_evidence_new(guint document, gsize begin_chars, gsize end_chars, const char *text)
{
  KithEvidence *evidence = g_new0(KithEvidence, 1);
  evidence->document = document;
  evidence->begin_chars = begin_chars;
  evidence->end_chars = end_chars;
  evidence->text = g_strdup(text);
  return evidence;
}

gboolean
kith_id_is_global(const char *id)
{
  return strpbrk(id, "/:") == NULL;
}

char *
kith_decimal(double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(digits, sizeof digits, "%.4f", CLAMP(value, -1e9, 1e9));
  gsize end = strlen(digits);
  while (digits[end - 1] == '0' && digits[end - 2] != '.')
    end--;
  return g_strndup(digits, end);
}

/* ---- sorting ---- */

static int
compare_strings(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static int
compare_offsets(guint document_a, gsize begin_a, gsize end_a, guint document_b, gsize begin_b, gsize end_b)
{
  if (document_a != document_b)
    return document_a < document_b ? -1 : 1;
  if (begin_a != begin_b)
    return begin_a < begin_b ? -1 : 1;
  return end_a == end_b ? 0 : end_a < end_b ? -1 : 1;
}

static int
compare_spans(gconstpointer a, gconstpointer b)
{
  const KithMentionSpan *x = (const KithMentionSpan *)a, *y = (const KithMentionSpan *)b;
  return compare_offsets(x->document, x->begin_chars, x->end_chars, y->document, y->begin_chars,
                         y->end_chars);
}

static int
compare_evidence(gconstpointer a, gconstpointer b)
{
  const KithEvidence *x = *(KithEvidence *const *)a, *y = *(KithEvidence *const *)b;
  return compare_offsets(x->document, x->begin_chars, x->end_chars, y->document, y->begin_chars,
                         y->end_chars);
}

/* Sorts strings and drops repeated ones, empty ones and the one to leave out (or NULL). */
static void
sort_strings(GPtrArray *strings, const char *without)
{
  g_ptr_array_sort(strings, compare_strings);
  for (guint i = strings->len; i-- > 0;) {
    const char *string = (const char *)g_ptr_array_index(strings, i);
    const char *before = i > 0 ? (const char *)g_ptr_array_index(strings, i - 1) : without;
    if (*string == '\0' || g_strcmp0(string, before) == 0 || g_strcmp0(string, without) == 0)
      g_ptr_array_remove_index(strings, i);
  }
}

/* The order of spans, and of equal ones the one with a reason first. */
static int
compare_spans_whole(gconstpointer a, gconstpointer b)
{
  const KithMentionSpan *x = (const KithMentionSpan *)a, *y = (const KithMentionSpan *)b;
  int order = compare_spans(a, b);
  if (order != 0 || x->why == NULL || y->why == NULL)
    return order ? order : (x->why == NULL) - (y->why == NULL);
  return strcmp(x->why, y->why);
}

static void
sort_spans(GArray *spans)
{
  g_array_sort(spans, compare_spans_whole);
  for (guint i = spans->len; i-- > 1;) {
    KithMentionSpan *span = &g_array_index(spans, KithMentionSpan, i);
    if (compare_spans(span, span - 1) == 0)
      g_array_remove_index(spans, i);
  }
}

static int
compare_parts(gconstpointer a, gconstpointer b)
{
  const KithPart *x = *(KithPart *const *)a, *y = *(KithPart *const *)b;
  if (x->document != y->document)
    return x->document < y->document ? -1 : 1;
  return g_strcmp0(x->id, y->id);
}

static void
sort_evidence(GPtrArray *evidence)
{
  g_ptr_array_sort(evidence, compare_evidence);
  for (guint i = evidence->len; i-- > 1;)
    if (compare_evidence(&evidence->pdata[i], &evidence->pdata[i - 1]) == 0)
      g_ptr_array_remove_index(evidence, i);
}

typedef struct {
  gpointer item;
  guint old;
} Slot;

/* Orders by id, which is the first field of every item; the old place parts equal ones. */
static int
compare_slots(gconstpointer a, gconstpointer b)
{
  const Slot *x = (const Slot *)a, *y = (const Slot *)b;
  const char *id_x = *(char *const *)x->item, *id_y = *(char *const *)y->item;
  int order = g_strcmp0(id_x, id_y);
  return order != 0 ? order : x->old < y->old ? -1 : x->old > y->old;
}

/* Sorts items by id; returns the new index of each old one, owned by the caller. */
static guint *
sort_by_id(GPtrArray *items)
{
  g_autofree Slot *slots = g_new(Slot, items->len + 1);
  guint *places = g_new(guint, items->len + 1);
  for (guint i = 0; i < items->len; i++)
    slots[i] = (Slot){items->pdata[i], i};
  if (items->len > 1)
    qsort(slots, items->len, sizeof *slots, compare_slots);
  for (guint i = 0; i < items->len; i++) {
    items->pdata[i] = slots[i].item;
    places[slots[i].old] = i;
  }
  return places;
}

/* The new index of an old one; one out of range stays what it is, for kith_graph_check to find. */
static guint
renumbered(const guint *places, guint n, guint i)
{
  return i < n ? places[i] : i;
}

/* Sorts all within an actor; documents: their new places. */
static void
sort_actor(KithActor *actor, const guint *documents, guint n_documents)
{
  for (guint k = 0; k < actor->spans->len; k++) {
    KithMentionSpan *span = &g_array_index(actor->spans, KithMentionSpan, k);
    span->document = renumbered(documents, n_documents, span->document);
  }
  sort_spans(actor->spans);
  sort_strings(actor->aliases, actor->label);
  sort_strings(actor->same_as, NULL);
  sort_strings(actor->close, NULL);
  for (guint k = 0; k < actor->parts->len; k++) {
    KithPart *part = (KithPart *)actor->parts->pdata[k];
    part->document = renumbered(documents, n_documents, part->document);
    sort_strings(part->aliases, part->label);
    sort_strings(part->same_as, NULL);
  }
  g_ptr_array_sort(actor->parts, compare_parts);
}

void
kith_graph_sort(KithGraph *graph)
{
  guint n_documents = graph->documents->len, n_actors = graph->actors->len;
  g_autofree guint *documents = sort_by_id(graph->documents);
  g_autofree guint *actors = sort_by_id(graph->actors);
  g_free(sort_by_id(graph->relations));
  for (guint i = 0; i < n_actors; i++)
    sort_actor(kith_graph_actor(graph, i), documents, n_documents);
  for (guint i = 0; i < graph->relations->len; i++) {
    KithRelation *relation = kith_graph_relation(graph, i);
    relation->source = renumbered(actors, n_actors, relation->source);
    relation->target = renumbered(actors, n_actors, relation->target);
    relation->attributed_to = renumbered(actors, n_actors, relation->attributed_to);
    relation->place = renumbered(actors, n_actors, relation->place);
    for (guint k = 0; k < relation->evidence->len; k++) {
      KithEvidence *evidence = (KithEvidence *)relation->evidence->pdata[k];
      evidence->document = renumbered(documents, n_documents, evidence->document);
    }
    sort_evidence(relation->evidence);
    relation->confidence = round(relation->confidence * 1e4) / 1e4;
  }
}
