#include <string.h>

#include "base/error.h"
#include "graph/graph.h"

/* A graph that others are poured into, and where its things are: id -> index + 1, keys lent. Its actors have
 * all their parts until pool_finish(). */
typedef struct {
  KithGraph *graph;
  GHashTable *documents, *actors, *relations;
} Pool;

/* One graph on its way into a pool: where its things have come to. */
typedef struct {
  Pool *pool;
  const KithGraph *from;
  guint *documents; /* by document */
  guint *actors;    /* by actor: the pool's, of its own id or of its first part's */
} Pour;

static guint
look_up(GHashTable *index, const char *id)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(index, id)) - 1;
}

/* Whether b is better to keep than a: the least, and any before none. */
static gboolean
goes_before(const char *a, const char *b)
{
  return b != NULL && (a == NULL || strcmp(b, a) < 0);
}

/* Keeps of two strings the one that goes before. */
static void
keep(char **to, const char *from)
{
  if (!goes_before(*to, from))
    return;
  g_free(*to);
  *to = g_strdup(from);
}

static void
add_strings(GPtrArray *to, const GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add(to, g_strdup((const char *)from->pdata[i]));
}

static gboolean
pour_documents(Pour *pour, GError **error)
{
  KithGraph *graph = pour->pool->graph;
  for (guint i = 0; i < pour->from->documents->len; i++) {
    const KithSource *from = kith_graph_document(pour->from, i);
    guint place = look_up(pour->pool->documents, from->id);
    if (place == KITH_NONE) {
      KithSource *fresh = kith_source_new();
      place = graph->documents->len;
      fresh->id = g_strdup(from->id);
      g_ptr_array_add(graph->documents, fresh);
      g_hash_table_insert(pour->pool->documents, fresh->id, GUINT_TO_POINTER(place + 1));
    }
    KithSource *to = kith_graph_document(graph, place);
    pour->documents[i] = place;
    if (to->text && from->text && strcmp(to->text, from->text) != 0) {
      g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "document '%s' has two different texts", from->id);
      return FALSE;
    }
    keep(&to->title, from->title);
    keep(&to->date, from->date);
    keep(&to->source, from->source);
    keep(&to->author, from->author);
    keep(&to->text, from->text);
  }
  return TRUE;
}

/* The pool's actor of an id. */
static guint
pool_actor(Pool *pool, const char *id)
{
  guint place = look_up(pool->actors, id);
  if (place != KITH_NONE)
    return place;
  KithActor *actor = kith_actor_new();
  actor->id = g_strdup(id);
  actor->global = kith_id_is_global(id);
  place = pool->graph->actors->len;
  g_ptr_array_add(pool->graph->actors, actor);
  g_hash_table_insert(pool->actors, actor->id, GUINT_TO_POINTER(place + 1));
  return place;
}

/* Adds to an actor of the pool what a document (KITH_NONE: none) says of it. A label that differs becomes an
 * alias. */
static void
add_part(KithActor *actor, guint document, const KithPart *from)
{
  KithPart *to = NULL;
  /* documents come one after the other: the last part is the likely one */
  for (guint i = actor->parts->len; i-- > 0 && to == NULL;)
    if (((KithPart *)actor->parts->pdata[i])->document == document)
      to = (KithPart *)actor->parts->pdata[i];
  if (to == NULL) {
    to = kith_part_new();
    to->id = g_strdup(actor->id);
    to->document = document;
    to->type = from->type;
    g_ptr_array_add(actor->parts, to);
  }
  if (to->label && strcmp(to->label, from->label) != 0)
    g_ptr_array_add(to->aliases, g_strdup(goes_before(to->label, from->label) ? to->label : from->label));
  keep(&to->label, from->label);
  keep(&to->code, from->code);
  to->type = MIN(to->type, from->type);
  add_strings(to->aliases, from->aliases);
  add_strings(to->same_as, from->same_as);
}

/* The documents that an actor without parts is known from, in order: those of its spans, the one that its id
 * begins with, the graph's only one; or none. Freed by the caller. */
static GArray *
documents_of(const KithGraph *graph, const KithActor *actor)
{
  GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < actor->spans->len; i++) {
    guint document = g_array_index(actor->spans, KithMentionSpan, i).document;
    if (found->len == 0 || g_array_index(found, guint, found->len - 1) != document)
      g_array_append_val(found, document);
  }
  const char *slash = strchr(actor->id, '/');
  for (guint i = 0; slash && found->len == 0 && i < graph->documents->len; i++)
    if (strncmp(kith_graph_document(graph, i)->id, actor->id, (gsize)(slash - actor->id)) == 0 &&
        kith_graph_document(graph, i)->id[slash - actor->id] == '\0')
      g_array_append_val(found, i);
  guint document = graph->documents->len == 1 ? 0 : KITH_NONE;
  if (found->len == 0)
    g_array_append_val(found, document);
  return found;
}

/* The place in the pool of an actor as a document has it. */
static guint
pool_place(const Pour *pour, guint i, guint document)
{
  const KithActor *actor = kith_graph_actor(pour->from, i);
  if (actor->global || actor->parts->len == 0)
    return pour->actors[i];
  guint low = 0, high = actor->parts->len;
  while (low < high) { /* sorted by document */
    guint mid = low + (high - low) / 2;
    if (((KithPart *)actor->parts->pdata[mid])->document < document)
      low = mid + 1;
    else
      high = mid;
  }
  const KithPart *part = low < actor->parts->len ? (const KithPart *)actor->parts->pdata[low] : NULL;
  return part && part->document == document ? look_up(pour->pool->actors, part->id) : pour->actors[i];
}

static guint
pool_document(const Pour *pour, guint document)
{
  return document == KITH_NONE ? KITH_NONE : pour->documents[document];
}

static void
pour_actor(Pour *pour, guint i)
{
  Pool *pool = pour->pool;
  const KithActor *actor = kith_graph_actor(pour->from, i);
  const KithPart whole = {
      .id = actor->id,
      .label = actor->label,
      .type = actor->type,
      .code = actor->code,
      .aliases = actor->aliases,
      .same_as = actor->same_as,
  };
  for (guint k = 0; k < actor->parts->len; k++) {
    const KithPart *part = (const KithPart *)actor->parts->pdata[k];
    guint place = pool_actor(pool, part->id);
    add_part(kith_graph_actor(pool->graph, place), pool_document(pour, part->document), part);
    pour->actors[i] = k == 0 ? place : pour->actors[i];
  }
  if (actor->parts->len == 0) {
    g_autoptr(GArray) documents = documents_of(pour->from, actor);
    pour->actors[i] = pool_actor(pool, actor->id);
    for (guint k = 0; k < documents->len; k++)
      add_part(kith_graph_actor(pool->graph, pour->actors[i]),
               pool_document(pour, g_array_index(documents, guint, k)), &whole);
  }
  for (guint k = 0; k < actor->spans->len; k++) {
    KithMentionSpan span = g_array_index(actor->spans, KithMentionSpan, k);
    KithActor *to = kith_graph_actor(pool->graph, pool_place(pour, i, span.document));
    span.document = pour->documents[span.document];
    span.why = g_strdup(span.why);
    g_array_append_val(to->spans, span);
  }
}

/* Which of two relations of one id to keep the fields of: the surer one, or the first in a fixed order. */
static int
compare_relations(const KithGraph *graph, const KithRelation *a, const KithRelation *b)
{
  if (a->confidence > b->confidence || a->confidence < b->confidence)
    return a->confidence > b->confidence ? -1 : 1;
  const guint numbers[][2] = {{a->class, b->class}, {a->polarity, b->polarity}, {a->modality, b->modality}};
  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
    if (numbers[i][0] != numbers[i][1])
      return numbers[i][0] < numbers[i][1] ? -1 : 1;
  const guint ends[][2] = {{a->source, b->source},
                           {a->target, b->target},
                           {a->attributed_to, b->attributed_to},
                           {a->place, b->place}};
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
    const char *x = ends[i][0] == KITH_NONE ? NULL : kith_graph_actor(graph, ends[i][0])->id;
    const char *y = ends[i][1] == KITH_NONE ? NULL : kith_graph_actor(graph, ends[i][1])->id;
    if (g_strcmp0(x, y) != 0)
      return g_strcmp0(x, y);
  }
  const char *const texts[][2] = {
      {a->label, b->label}, {a->lemma, b->lemma}, {a->cameo, b->cameo}, {a->time, b->time}};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    if (g_strcmp0(texts[i][0], texts[i][1]) != 0)
      return g_strcmp0(texts[i][0], texts[i][1]);
  return 0;
}

/* A relation as it stands in the pool, without its evidence. */
static KithRelation *
relation_copy(const Pour *pour, const KithRelation *from)
{
  guint home = from->evidence->len ? ((KithEvidence *)from->evidence->pdata[0])->document : KITH_NONE;
  KithRelation *to = kith_relation_new();
  to->id = g_strdup(from->id);
  to->source = pool_place(pour, from->source, home);
  to->target = pool_place(pour, from->target, home);
  to->class = from->class;
  to->label = g_strdup(from->label);
  to->lemma = g_strdup(from->lemma);
  to->cameo = g_strdup(from->cameo);
  to->polarity = from->polarity;
  to->modality = from->modality;
  if (from->attributed_to != KITH_NONE)
    to->attributed_to = pool_place(pour, from->attributed_to, home);
  to->time = g_strdup(from->time);
  if (from->place != KITH_NONE)
    to->place = pool_place(pour, from->place, home);
  to->confidence = from->confidence;
  return to;
}

static void
pour_relation(const Pour *pour, const KithRelation *from)
{
  Pool *pool = pour->pool;
  KithRelation *fresh = relation_copy(pour, from);
  for (guint k = 0; k < from->evidence->len; k++) {
    const KithEvidence *evidence = (const KithEvidence *)from->evidence->pdata[k];
    g_ptr_array_add(fresh->evidence,
                    kith_evidence_new(pour->documents[evidence->document], evidence->begin_chars,
                                      evidence->end_chars, evidence->text));
  }
  guint place = look_up(pool->relations, from->id);
  if (place == KITH_NONE) {
    g_ptr_array_add(pool->graph->relations, fresh);
    g_hash_table_insert(pool->relations, fresh->id, GUINT_TO_POINTER(pool->graph->relations->len));
    return;
  }
  /* the one that is kept takes the other's evidence; the other's array goes with the other */
  KithRelation *known = kith_graph_relation(pool->graph, place);
  if (compare_relations(pool->graph, fresh, known) < 0) {
    KithRelation swap = *known;
    char *id = known->id; /* the index has it */
    *known = *fresh;
    *fresh = swap;
    fresh->id = known->id;
    known->id = id;
  }
  for (guint k = 0; k < fresh->evidence->len; k++) {
    const KithEvidence *evidence = (const KithEvidence *)fresh->evidence->pdata[k];
    g_ptr_array_add(known->evidence, kith_evidence_new(evidence->document, evidence->begin_chars,
                                                       evidence->end_chars, evidence->text));
  }
  kith_relation_free(fresh);
}

static int
compare_runs(const KithRun *a, const KithRun *b)
{
  const char *const texts[][2] = {{a->tool, b->tool}, {a->model, b->model}, {a->time, b->time}};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    if (g_strcmp0(texts[i][0], texts[i][1]) != 0)
      return g_strcmp0(texts[i][0], texts[i][1]);
  return 0;
}

/* Of several runs the last in order is kept, of several bases the first. */
static void
pour_run(Pool *pool, const KithGraph *from)
{
  KithRun *run = &pool->graph->run;
  keep(&pool->graph->base, from->base);
  if (compare_runs(&from->run, run) <= 0)
    return;
  g_free(run->tool);
  g_free(run->model);
  g_free(run->time);
  *run = (KithRun){g_strdup(from->run.tool), g_strdup(from->run.model), g_strdup(from->run.time)};
}

static gboolean
pour_graph(Pool *pool, const KithGraph *from, GError **error)
{
  g_autofree guint *documents = g_new(guint, from->documents->len + 1);
  g_autofree guint *actors = g_new(guint, from->actors->len + 1);
  Pour pour = {pool, from, documents, actors};
  if (!kith_graph_check(from, error) || !pour_documents(&pour, error))
    return FALSE;
  for (guint i = 0; i < from->actors->len; i++)
    pour_actor(&pour, i);
  for (guint i = 0; i < from->relations->len; i++)
    pour_relation(&pour, kith_graph_relation(from, i));
  pour_run(pool, from);
  return TRUE;
}

/* ---- actors out of parts ---- */

/* Of the parts' labels the one that most have; of these the longest, and then the first by bytes. Lent. */
static const char *
common_label(const KithActor *actor)
{
  g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
  const char *best = NULL;
  guint most = 0;
  for (guint i = 0; i < actor->parts->len; i++) {
    char *label = ((KithPart *)actor->parts->pdata[i])->label;
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, label)) + 1;
    g_hash_table_insert(counts, label, GUINT_TO_POINTER(count));
  }
  for (guint i = 0; i < actor->parts->len; i++) {
    const char *label = ((KithPart *)actor->parts->pdata[i])->label;
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, label));
    gsize here = strlen(label), there = best ? strlen(best) : 0;
    if (best == NULL || count > most || (count == most && here > there) ||
        (count == most && here == there && strcmp(label, best) < 0)) {
      best = label;
      most = count;
    }
  }
  return best;
}

/* Makes an actor's own fields out of its parts, which are sorted; one part alone is the actor itself and
 * goes. */
static void
combine(KithActor *actor)
{
  guint votes[KITH_N_ACTOR_TYPES] = {0};
  if (actor->parts->len == 0)
    return;
  g_free(actor->label);
  actor->label = g_strdup(common_label(actor));
  g_clear_pointer(&actor->code, g_free);
  g_ptr_array_set_size(actor->aliases, 0);
  g_ptr_array_set_size(actor->same_as, 0);
  for (guint i = 0; i < actor->parts->len; i++) {
    const KithPart *part = (const KithPart *)actor->parts->pdata[i];
    votes[part->type]++;
    keep(&actor->code, part->code);
    g_ptr_array_add(actor->aliases, g_strdup(part->label));
    add_strings(actor->aliases, part->aliases);
    add_strings(actor->same_as, part->same_as);
  }
  actor->type = 0;
  for (guint t = 1; t < KITH_N_ACTOR_TYPES; t++)
    if (votes[t] > votes[actor->type])
      actor->type = (KithActorType)t;
  if (actor->parts->len == 1)
    g_ptr_array_set_size(actor->parts, 0);
}

/* Combines all actors and sorts; twice, for labels are chosen of sorted parts. */
static void
finish(KithGraph *graph)
{
  kith_graph_sort(graph);
  for (guint i = 0; i < graph->actors->len; i++)
    combine(kith_graph_actor(graph, i));
  kith_graph_sort(graph);
}

KithGraph *
kith_graph_pool(const KithGraph *const *graphs, guint n, GError **error)
{
  g_autoptr(GHashTable) documents = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) actors = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) relations = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(KithGraph) graph = kith_graph_new();
  Pool pool = {graph, documents, actors, relations};
  for (guint i = 0; i < n; i++)
    if (!pour_graph(&pool, graphs[i], error))
      return NULL;
  finish(graph);
  return g_steal_pointer(&graph);
}

gboolean
kith_graph_merge(KithGraph *graph, const KithGraph *other, GError **error)
{
  const KithGraph *const both[] = {graph, other};
  KithGraph *pool = kith_graph_pool(both, 2, error);
  if (pool == NULL)
    return FALSE;
  KithGraph swap = *graph;
  *graph = *pool;
  *pool = swap;
  kith_graph_free(pool);
  return TRUE;
}

/* ---- joining and taking apart ---- */

/* What an actor of one document says of itself, as a part. Owned by the caller. */
static KithPart *
own_part(const KithGraph *graph, const KithActor *actor)
{
  g_autoptr(GArray) documents = documents_of(graph, actor);
  KithPart *part = kith_part_new();
  part->id = g_strdup(actor->id);
  part->document = g_array_index(documents, guint, 0);
  part->label = g_strdup(actor->label);
  part->type = actor->type;
  part->code = g_strdup(actor->code);
  add_strings(part->aliases, actor->aliases);
  add_strings(part->same_as, actor->same_as);
  return part;
}

/* Makes what actor i is a part of another. */
static void
join_actor(KithGraph *graph, guint i, guint into, const char *why)
{
  KithActor *from = kith_graph_actor(graph, i), *to = kith_graph_actor(graph, into);
  KithPart *part = own_part(graph, from);
  if (to->parts->len == 0)
    g_ptr_array_add(to->parts, own_part(graph, to));
  part->why = g_strdup(why);
  g_ptr_array_add(to->parts, part);
  for (guint k = 0; k < from->spans->len; k++) {
    KithMentionSpan span = g_array_index(from->spans, KithMentionSpan, k);
    span.why = g_strdup(span.why);
    g_array_append_val(to->spans, span);
  }
}

/* Takes out of an array what does not stay; order is kept. */
static void
cut(GPtrArray *things, const gboolean *stays)
{
  g_autofree gpointer *sorted = g_new(gpointer, things->len + 1);
  guint kept = 0, gone = things->len;
  for (guint i = 0; i < things->len; i++)
    sorted[stays[i] ? kept++ : --gone] = things->pdata[i];
  for (guint i = 0; i < things->len; i++)
    things->pdata[i] = sorted[i];
  g_ptr_array_set_size(things, (gint)kept); /* frees the others */
}

/* Moves the ends of relations to where actors have come to (KITH_NONE: nowhere), and takes out actors that
 * are nowhere, those that do not stay, and relations without an end. */
static void
move_ends(KithGraph *graph, const guint *places, const gboolean *stays)
{
  g_autofree gboolean *whole = g_new(gboolean, graph->relations->len + 1);
  for (guint i = 0; i < graph->relations->len; i++) {
    KithRelation *relation = kith_graph_relation(graph, i);
    guint *ends[] = {&relation->source, &relation->target, &relation->attributed_to, &relation->place};
    for (gsize k = 0; k < G_N_ELEMENTS(ends); k++)
      if (*ends[k] != KITH_NONE)
        *ends[k] = places[*ends[k]];
    whole[i] = relation->source != KITH_NONE && relation->target != KITH_NONE;
  }
  cut(graph->relations, whole);
  cut(graph->actors, stays);
}

void
kith_graph_join(KithGraph *graph, const guint *into, char *const *why)
{
  guint n = graph->actors->len, kept = 0;
  g_autofree guint *places = g_new(guint, n + 1);
  g_autofree gboolean *stays = g_new(gboolean, n + 1);
  for (guint i = 0; i < n; i++) {
    stays[i] = into[i] == i;
    places[i] = stays[i] ? kept++ : 0;
    if (!stays[i])
      join_actor(graph, i, into[i], why[i]);
  }
  for (guint i = 0; i < n; i++)
    places[i] = places[into[i]];
  move_ends(graph, places, stays);
  finish(graph);
}

/* Takes a document out of an actor; false where nothing is left of it. */
static gboolean
forget(const KithGraph *graph, KithActor *actor, guint document)
{
  if (actor->parts->len == 0) {
    g_autoptr(GArray) documents = documents_of(graph, actor);
    return g_array_index(documents, guint, 0) != document;
  }
  for (guint k = actor->parts->len; k-- > 0;)
    if (((KithPart *)actor->parts->pdata[k])->document == document)
      g_ptr_array_remove_index(actor->parts, k);
  for (guint k = actor->spans->len; k-- > 0;)
    if (g_array_index(actor->spans, KithMentionSpan, k).document == document)
      g_array_remove_index(actor->spans, k);
  return actor->parts->len > 0;
}

/* Takes a document's evidence out of relations, and those that rested on it alone. */
static void
forget_evidence(KithGraph *graph, guint document)
{
  g_autofree gboolean *stays = g_new(gboolean, graph->relations->len + 1);
  for (guint i = 0; i < graph->relations->len; i++) {
    KithRelation *relation = kith_graph_relation(graph, i);
    guint before = relation->evidence->len;
    for (guint k = before; k-- > 0;)
      if (((KithEvidence *)relation->evidence->pdata[k])->document == document)
        g_ptr_array_remove_index(relation->evidence, k);
    stays[i] = before == 0 || relation->evidence->len > 0;
  }
  cut(graph->relations, stays);
}

/* Numbers documents as they are without this one. */
static void
renumber(KithGraph *graph, guint document)
{
  for (guint i = 0; i < graph->actors->len; i++) {
    KithActor *actor = kith_graph_actor(graph, i);
    for (guint k = 0; k < actor->spans->len; k++) {
      KithMentionSpan *span = &g_array_index(actor->spans, KithMentionSpan, k);
      span->document -= span->document > document;
    }
    for (guint k = 0; k < actor->parts->len; k++) {
      KithPart *part = (KithPart *)actor->parts->pdata[k];
      part->document -= part->document != KITH_NONE && part->document > document;
    }
  }
  for (guint i = 0; i < graph->relations->len; i++) {
    GPtrArray *evidence = kith_graph_relation(graph, i)->evidence;
    for (guint k = 0; k < evidence->len; k++) {
      guint *at = &((KithEvidence *)evidence->pdata[k])->document;
      *at -= *at > document;
    }
  }
}

gboolean
kith_graph_drop_document(KithGraph *graph, const char *id, GError **error)
{
  guint document = 0, kept = 0;
  while (document < graph->documents->len && strcmp(kith_graph_document(graph, document)->id, id) != 0)
    document++;
  if (document == graph->documents->len) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_NAME, "there is no document '%s'", id);
    return FALSE;
  }
  g_autofree guint *places = g_new(guint, graph->actors->len + 1);
  g_autofree gboolean *stays = g_new(gboolean, graph->actors->len + 1);
  for (guint i = 0; i < graph->actors->len; i++) {
    stays[i] = forget(graph, kith_graph_actor(graph, i), document);
    places[i] = stays[i] ? kept++ : KITH_NONE;
  }
  forget_evidence(graph, document);
  move_ends(graph, places, stays);
  g_ptr_array_remove_index(graph->documents, document);
  renumber(graph, document);
  finish(graph);
  return TRUE;
}
