#include <string.h>

#include "base/error.h"
#include "graph/graph.h"

/* The indexes of things by id; keys are lent. */
static GHashTable *
index_of(const GPtrArray *items)
{
  GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert(index, *(char **)items->pdata[i], GUINT_TO_POINTER(i));
  return index;
}

static gboolean
look_up(GHashTable *index, const char *id, guint *place)
{
  gpointer value;
  gboolean found = g_hash_table_lookup_extended(index, id, NULL, &value);
  if (found)
    *place = GPOINTER_TO_UINT(value);
  return found;
}

static KithSource *
source_copy(const KithSource *from)
{
  KithSource *to = kith_source_new();
  to->id = g_strdup(from->id);
  to->title = g_strdup(from->title);
  to->date = g_strdup(from->date);
  to->source = g_strdup(from->source);
  to->author = g_strdup(from->author);
  to->text = g_strdup(from->text);
  return to;
}

/* Where to has nothing, what from has. */
static void
fill(char **to, const char *from)
{
  if (*to == NULL)
    *to = g_strdup(from);
}

/* Adds the documents of other; places[i] is where its document i has come to. */
static gboolean
merge_documents(KithGraph *graph, const KithGraph *other, guint *places, GError **error)
{
  g_autoptr(GHashTable) index = index_of(graph->documents);
  for (guint i = 0; i < other->documents->len; i++) {
    const KithSource *from = kith_graph_document(other, i);
    if (!look_up(index, from->id, &places[i])) {
      places[i] = graph->documents->len;
      g_ptr_array_add(graph->documents, source_copy(from));
      continue;
    }
    KithSource *to = kith_graph_document(graph, places[i]);
    if (to->text && from->text && strcmp(to->text, from->text) != 0) {
      g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "document '%s' has two different texts", from->id);
      return FALSE;
    }
    fill(&to->title, from->title);
    fill(&to->date, from->date);
    fill(&to->source, from->source);
    fill(&to->author, from->author);
    fill(&to->text, from->text);
  }
  return TRUE;
}

static void
add_strings(GPtrArray *to, const GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add(to, g_strdup((const char *)from->pdata[i]));
}

/* Adds the names, spans and identities of an actor to another; sorting takes out what is there twice. */
static void
merge_actor(KithActor *to, const KithActor *from, const guint *documents)
{
  if (to->label == NULL) {
    to->label = g_strdup(from->label);
    to->type = from->type;
    to->global = from->global;
  } else if (g_strcmp0(to->label, from->label) != 0) {
    g_ptr_array_add(to->aliases, g_strdup(from->label));
  }
  fill(&to->code, from->code);
  add_strings(to->aliases, from->aliases);
  add_strings(to->same_as, from->same_as);
  for (guint k = 0; k < from->spans->len; k++) {
    KithMentionSpan span = g_array_index(from->spans, KithMentionSpan, k);
    span.document = documents[span.document];
    g_array_append_val(to->spans, span);
  }
}

static void
merge_actors(KithGraph *graph, const KithGraph *other, const guint *documents, guint *places)
{
  g_autoptr(GHashTable) index = index_of(graph->actors);
  for (guint i = 0; i < other->actors->len; i++) {
    const KithActor *from = kith_graph_actor(other, i);
    if (!look_up(index, from->id, &places[i])) {
      KithActor *to = kith_actor_new();
      to->id = g_strdup(from->id);
      places[i] = graph->actors->len;
      g_ptr_array_add(graph->actors, to);
    }
    merge_actor(kith_graph_actor(graph, places[i]), from, documents);
  }
}

static KithRelation *
relation_copy(const KithRelation *from, const guint *actors)
{
  KithRelation *to = kith_relation_new();
  to->id = g_strdup(from->id);
  to->source = actors[from->source];
  to->target = actors[from->target];
  to->class = from->class;
  to->label = g_strdup(from->label);
  to->lemma = g_strdup(from->lemma);
  to->cameo = g_strdup(from->cameo);
  to->polarity = from->polarity;
  to->modality = from->modality;
  to->attributed_to = from->attributed_to == KITH_NONE ? KITH_NONE : actors[from->attributed_to];
  to->time = g_strdup(from->time);
  to->place = from->place == KITH_NONE ? KITH_NONE : actors[from->place];
  to->confidence = from->confidence;
  return to;
}

/* Adds the relations of other; of two of one id the surer one's confidence and the evidence of both. */
static void
merge_relations(KithGraph *graph, const KithGraph *other, const guint *documents, const guint *actors)
{
  g_autoptr(GHashTable) index = index_of(graph->relations);
  for (guint i = 0; i < other->relations->len; i++) {
    const KithRelation *from = kith_graph_relation(other, i);
    guint place;
    if (!look_up(index, from->id, &place)) {
      place = graph->relations->len;
      g_ptr_array_add(graph->relations, relation_copy(from, actors));
    }
    KithRelation *to = kith_graph_relation(graph, place);
    to->confidence = MAX(to->confidence, from->confidence);
    for (guint k = 0; k < from->evidence->len; k++) {
      const KithEvidence *evidence = (const KithEvidence *)from->evidence->pdata[k];
      g_ptr_array_add(to->evidence, kith_evidence_new(documents[evidence->document], evidence->begin_chars,
                                                      evidence->end_chars, evidence->text));
    }
  }
}

gboolean
kith_graph_merge(KithGraph *graph, const KithGraph *other, GError **error)
{
  if (!kith_graph_check(other, error))
    return FALSE;
  g_autofree guint *documents = g_new(guint, other->documents->len + 1);
  g_autofree guint *actors = g_new(guint, other->actors->len + 1);
  if (!merge_documents(graph, other, documents, error))
    return FALSE;
  merge_actors(graph, other, documents, actors);
  merge_relations(graph, other, documents, actors);
  fill(&graph->run.tool, other->run.tool);
  fill(&graph->run.model, other->run.model);
  fill(&graph->run.time, other->run.time);
  fill(&graph->base, other->base);
  kith_graph_sort(graph);
  return TRUE;
}
