#include "weave/weave.h"

#include <math.h>
#include <string.h>

#include "actor/entities.h"
#include "base/chars.h"
#include "base/slug.h"
#include "config.h"
#include "relation/claims.h"

/* One document on its way into a graph. */
typedef struct {
  const KithDocument *document;
  const KithEntities *entities;
  const KithClaims *claims;
  KithChars *chars;
  KithGraph *graph;
  guint *actor_of;       /* by entity: its actor in the graph, or KITH_NONE */
  const char **codes;    /* by entity: that of the country that it is or belongs to, or NULL */
  GHashTable *ids;       /* char * -> how often it was asked for */
  GHashTable *relations; /* what makes a relation one -> index + 1 */
} Weaver;

static const KithEntity *
entity_at(const Weaver *w, guint i)
{
  return (const KithEntity *)g_ptr_array_index(w->entities->entities, i);
}

static const KithClaim *
claim_at(const Weaver *w, guint i)
{
  return (const KithClaim *)g_ptr_array_index(w->claims->claims, i);
}

/* The id, or where it is taken the id with "-2", "-3", ... Owned by the caller. */
static char *
unique_id(Weaver *w, const char *wanted)
{
  char *id = g_strdup(wanted);
  while (g_hash_table_contains(w->ids, id)) {
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(w->ids, wanted)) + 1;
    g_hash_table_insert(w->ids, g_strdup(wanted), GUINT_TO_POINTER(n));
    g_free(id);
    id = g_strdup_printf("%s-%u", wanted, n);
  }
  g_hash_table_insert(w->ids, g_strdup(id), GUINT_TO_POINTER(1));
  return id;
}

static void
add_document(Weaver *w)
{
  KithSource *source = kith_source_new();
  source->id = g_strdup(w->document->id);
  source->title = g_strdup(w->document->title);
  source->date = g_strdup(w->document->date);
  source->source = g_strdup(w->document->source);
  source->author = g_strdup(w->document->author);
  source->text = g_strdup(w->document->text);
  g_ptr_array_add(w->graph->documents, source);
}

/* Which entities become actors: those with a name, and those that a claim needs. */
static gboolean *
wanted_entities(const Weaver *w)
{
  guint n = w->entities->entities->len;
  gboolean *wanted = g_new0(gboolean, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    wanted[i] = entity_at(w, i)->named;
  for (guint i = 0; i < w->claims->claims->len; i++) {
    const KithClaim *claim = claim_at(w, i);
    wanted[claim->source] = wanted[claim->target] = TRUE;
    if (claim->attributed_to != KITH_NONE)
      wanted[claim->attributed_to] = TRUE;
    if (claim->place != KITH_NONE)
      wanted[claim->place] = TRUE;
  }
  return wanted;
}

/* Whether a claim ties its source to the country of its target: a post, a membership, or where a body, a
 * people or a place is. Where a person is, is not his country. */
static gboolean
is_tie(const Weaver *w, const KithClaim *claim)
{
  gboolean at =
      claim->class == KITH_CLASS_LOCATED_IN && entity_at(w, claim->source)->type != KITH_ACTOR_PERSON;
  return (at || claim->class == KITH_CLASS_ROLE || claim->class == KITH_CLASS_MEMBER) &&
         claim->polarity == KITH_POSITIVE && claim->modality == KITH_ACTUAL;
}

/* The country that each entity is or belongs to: by its own words, or else by what it is told to be of, be it
 * through another: the minister of a country, a spokesman of its army. What the gazetteer knows, it knows. */
static void
find_codes(Weaver *w)
{
  enum { STEPS = 3 };
  w->codes = g_new0(const char *, MAX(w->entities->entities->len, 1));
  for (guint i = 0; i < w->entities->entities->len; i++)
    if (entity_at(w, i)->land != NULL)
      w->codes[i] = entity_at(w, i)->land->code;
  for (guint step = 0; step < STEPS; step++)
    for (guint i = 0; i < w->claims->claims->len; i++) {
      const KithClaim *claim = claim_at(w, i);
      if (w->codes[claim->source] == NULL && entity_at(w, claim->source)->entry == NULL && is_tie(w, claim))
        w->codes[claim->source] = w->codes[claim->target];
    }
}

static void
add_spans(const Weaver *w, const KithEntity *entity, KithActor *actor)
{
  for (guint i = 0; i < entity->mentions->len; i++) {
    guint index = g_array_index(entity->mentions, guint, i);
    const KithMention *mention = &g_array_index(w->entities->mentions, KithMention, index);
    const KithSentence *sentence = kith_document_sentence(w->document, mention->sentence);
    const KithWord *words = kith_document_words(w->document, sentence);
    KithMentionSpan span = {
        .document = 0,
        .begin_chars = kith_chars_before(w->chars, words[mention->begin].span.begin),
        .end_chars = kith_chars_before(w->chars, words[mention->end - 1].span.end),
        .why = kith_entities_why(w->entities, w->document, index),
    };
    g_array_append_val(actor->spans, span);
  }
}

static void
add_actor(Weaver *w, guint index)
{
  const KithEntity *entity = entity_at(w, index);
  KithActor *actor = kith_actor_new();
  g_autofree char *slug = kith_slug(entity->label);
  g_autofree char *local = g_strdup_printf("%s/%s", w->document->id, slug);
  actor->id = unique_id(w, entity->entry ? entity->entry->id : local);
  actor->label = g_strdup(entity->label);
  actor->type = entity->type;
  actor->code = g_strdup(w->codes[index]);
  if (entity->entry) {
    actor->global = TRUE;
    if (entity->entry->same_as)
      g_ptr_array_add(actor->same_as, g_strdup(entity->entry->same_as));
  }
  for (guint i = 0; i < entity->aliases->len; i++)
    g_ptr_array_add(actor->aliases, g_strdup(g_ptr_array_index(entity->aliases, i)));
  add_spans(w, entity, actor);
  w->actor_of[index] = w->graph->actors->len;
  g_ptr_array_add(w->graph->actors, actor);
}

static void
add_actors(Weaver *w)
{
  g_autofree gboolean *wanted = wanted_entities(w);
  for (guint i = 0; i < w->entities->entities->len; i++) {
    w->actor_of[i] = KITH_NONE;
    if (wanted[i])
      add_actor(w, i);
  }
}

/* The sentence of a claim as evidence. */
static KithEvidence *
evidence_of(const Weaver *w, const KithClaim *claim)
{
  KithSpan span = kith_document_sentence(w->document, claim->sentence)->span;
  g_autofree char *text = g_strndup(w->document->text + span.begin, span.end - span.begin);
  return kith_evidence_new(0, kith_chars_before(w->chars, span.begin), kith_chars_before(w->chars, span.end),
                           text);
}

/* Adds a sentence to a relation that has been stated before, unless it is there. */
static void
add_evidence(const Weaver *w, KithRelation *relation, const KithClaim *claim)
{
  KithEvidence *more = evidence_of(w, claim);
  for (guint i = 0; i < relation->evidence->len; i++) {
    const KithEvidence *known = g_ptr_array_index(relation->evidence, i);
    if (known->begin_chars == more->begin_chars && known->end_chars == more->end_chars) {
      kith_evidence_free(more);
      relation->confidence = MAX(relation->confidence, claim->confidence);
      return;
    }
  }
  g_ptr_array_add(relation->evidence, more);
  /* two sentences that say the same are independent witnesses */
  relation->confidence = 1 - (1 - relation->confidence) * (1 - claim->confidence);
}

static KithRelation *
relation_of(Weaver *w, const KithClaim *claim)
{
  KithRelation *relation = kith_relation_new();
  g_autofree char *id = g_strdup_printf(
      "%s/%s-%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT, w->document->id, kith_class_name(claim->class),
      kith_chars_before(w->chars, claim->trigger.begin), kith_chars_before(w->chars, claim->trigger.end));
  relation->id = unique_id(w, id);
  relation->source = w->actor_of[claim->source];
  relation->target = w->actor_of[claim->target];
  relation->class = claim->class;
  relation->label = g_strdup(claim->label);
  relation->lemma = g_strdup(claim->lemma);
  relation->cameo = g_strdup(claim->cameo);
  relation->polarity = claim->polarity;
  relation->modality = claim->modality;
  if (claim->attributed_to != KITH_NONE)
    relation->attributed_to = w->actor_of[claim->attributed_to];
  if (claim->place != KITH_NONE)
    relation->place = w->actor_of[claim->place];
  relation->time = g_strdup(claim->time);
  relation->confidence = claim->confidence;
  g_ptr_array_add(relation->evidence, evidence_of(w, claim));
  return relation;
}

/* A claim's identity: who, what, whom, and with what truth; the ends of symmetric classes in either order. */
static char *
claim_key(const KithClaim *claim)
{
  guint a = claim->source, b = claim->target;
  if (kith_class_is_symmetric(claim->class) && a > b) {
    a = claim->target;
    b = claim->source;
  }
  return g_strdup_printf("%u %d %u %d %d %u", a, claim->class, b, claim->polarity, claim->modality,
                         claim->attributed_to);
}

static void
add_relations(Weaver *w)
{
  for (guint i = 0; i < w->claims->claims->len; i++) {
    const KithClaim *claim = claim_at(w, i);
    if (claim->source == claim->target)
      continue;
    char *key = claim_key(claim);
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(w->relations, key));
    if (known) {
      add_evidence(w, kith_graph_relation(w->graph, known - 1), claim);
      g_free(key);
      continue;
    }
    g_ptr_array_add(w->graph->relations, relation_of(w, claim));
    g_hash_table_insert(w->relations, key, GUINT_TO_POINTER(w->graph->relations->len));
  }
}

/* Whether a word still waits for its analysis. */
static gboolean
needs_analysis(const KithDocument *document)
{
  for (guint i = 0; i < document->words->len; i++) {
    const KithWord *word = &g_array_index(document->words, KithWord, i);
    if (word->head == KITH_HEAD_UNSET || word->lemma == NULL)
      return TRUE;
  }
  return FALSE;
}

void
kith_weave_analyze(KithDocument *document, const KithModel *model, guint threads)
{
  if (needs_analysis(document))
    kith_model_analyze_threads(model, document, threads);
}

KithGraph *
kith_weave(KithDocument *document, const KithResources *resources, GError **error)
{
  kith_weave_analyze(document, resources->model, 1);
  g_autoptr(KithEntities) entities = kith_entities_find(document, resources->gazetteer);
  g_autoptr(KithClaims) claims =
      kith_claims_find(document, entities, resources->lexicon, resources->gazetteer);
  g_autoptr(KithChars) chars = kith_chars_new(document->text, document->length);
  g_autoptr(KithGraph) graph = kith_graph_new();
  Weaver w = {document, entities, claims, chars, graph};
  w.actor_of = g_new(guint, MAX(entities->entities->len, 1));
  w.ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  w.relations = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  graph->run.tool = g_strdup("kith " PACKAGE_VERSION);
  graph->run.model = resources->model ? g_strdup(kith_model_version(resources->model)) : NULL;
  find_codes(&w);
  add_document(&w);
  add_actors(&w);
  add_relations(&w);
  g_hash_table_unref(w.ids);
  g_hash_table_unref(w.relations);
  g_free(w.actor_of);
  g_free(w.codes);
  kith_graph_sort(graph);
  return kith_graph_check(graph, error) ? g_steal_pointer(&graph) : NULL;
}
