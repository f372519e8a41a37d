#include <string.h>

#include "base/error.h"
#include "graph/private.h"

/* A text's length in code points and, every STEP of them, its byte offset: spans are cut out without walking
 * the text from its start. */
enum { STEP = 256 };

typedef struct {
  const char *text;
  GArray *offsets; /* gsize */
  gsize length_chars;
} Ruler;

static void
ruler_clear(gpointer data)
{
  g_clear_pointer(&((Ruler *)data)->offsets, g_array_unref);
}

static Ruler
ruler_new(const char *text)
{
  Ruler ruler = {text, g_array_new(FALSE, FALSE, sizeof(gsize)), 0};
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
    gsize offset = (gsize)(p - text);
    if (ruler.length_chars++ % STEP == 0)
      g_array_append_val(ruler.offsets, offset);
  }
  return ruler;
}

/* The byte at a code point's offset, which is inside the text or at its end. */
static const char *
ruler_at(const Ruler *ruler, gsize chars)
{
  gsize mark = chars / STEP;
  if (mark >= ruler->offsets->len)
    return ruler->text + strlen(ruler->text);
  return g_utf8_offset_to_pointer(ruler->text + g_array_index(ruler->offsets, gsize, mark),
                                  (glong)(chars % STEP));
}

typedef struct {
  const KithGraph *graph;
  GArray *rulers; /* one a document */
  KithPlace *place;
} Check;

/* A message if an id is missing or not the first of its name in seen. */
static char *
bad_id(GHashTable *seen, const char *what, char *id)
{
  if (id == NULL || *id == '\0')
    return g_strdup_printf("%s without an id", what);
  if (!g_utf8_validate(id, -1, NULL))
    return g_strdup_printf("%s whose id is not UTF-8", what);
  return g_hash_table_add(seen, id) ? NULL : g_strdup_printf("a second %s '%s'", what, id);
}

/* A message if a span is empty, out of its document, or in none; text may be NULL: not compared. */
static char *
bad_span(Check *check, guint document, gsize begin, gsize end, const char *text)
{
  if (document >= check->graph->documents->len)
    return g_strdup("in a document that is not there");
  if (begin >= end)
    return g_strdup_printf("characters %" G_GSIZE_FORMAT " to %" G_GSIZE_FORMAT " are none", begin, end);
  const Ruler *ruler = &g_array_index(check->rulers, Ruler, document);
  if (ruler->text == NULL)
    return NULL;
  if (end > ruler->length_chars)
    return g_strdup_printf("characters %" G_GSIZE_FORMAT " to %" G_GSIZE_FORMAT
                           " of a text of %" G_GSIZE_FORMAT,
                           begin, end, ruler->length_chars);
  const char *from = ruler_at(ruler, begin), *to = ruler_at(ruler, end);
  gsize length = (gsize)(to - from);
  if (text != NULL && (strlen(text) != length || memcmp(text, from, length) != 0))
    return g_strdup("the text is not what begin and end cut out");
  return NULL;
}

static char *
check_documents(Check *check)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  check->place->kind = "documents";
  for (guint i = 0; i < check->graph->documents->len; i++) {
    KithSource *source = kith_graph_document(check->graph, i);
    check->place->index = i;
    char *problem = bad_id(seen, "document", source->id);
    if (problem)
      return problem;
    if (source->text && !g_utf8_validate(source->text, -1, NULL))
      return g_strdup_printf("the text of document '%s' is not UTF-8", source->id);
    Ruler ruler = {NULL, NULL, 0};
    if (source->text)
      ruler = ruler_new(source->text);
    g_array_append_val(check->rulers, ruler);
  }
  return NULL;
}

/* What is wrong with what documents say of an actor, or with the ids that may be the same. */
static char *
bad_parts(Check *check, const KithActor *actor, GHashTable *parts, GHashTable *actors)
{
  guint before = KITH_NONE;
  check->place->item = "parts";
  for (guint k = 0; k < actor->parts->len; k++) {
    KithPart *part = (KithPart *)actor->parts->pdata[k];
    check->place->item_index = k;
    /* of the gazetteer's actors all parts have one id */
    if (part->id == NULL || *part->id == '\0' ||
        (strcmp(part->id, actor->id) != 0 &&
         (actor->global || g_hash_table_contains(actors, part->id) || !g_hash_table_add(parts, part->id))))
      return g_strdup_printf("part of actor '%s': its id '%s' is missing or another actor's", actor->id,
                             part->id ? part->id : "");
    if (part->label == NULL || *part->label == '\0' || kith_actor_type_name(part->type) == NULL)
      return g_strdup_printf("part of actor '%s': no label or no type", actor->id);
    if (part->document != KITH_NONE && part->document >= check->graph->documents->len)
      return g_strdup_printf("part of actor '%s': in a document that is not there", actor->id);
    if (k > 0 && part->document == before)
      return g_strdup_printf("part of actor '%s': a second one of its document", actor->id);
    before = part->document;
  }
  check->place->item = "closeMatch";
  for (guint k = 0; k < actor->close->len; k++) {
    check->place->item_index = k;
    if (!g_hash_table_contains(actors, actor->close->pdata[k]))
      return g_strdup_printf("actor '%s': there is no actor '%s' that it could be", actor->id,
                             (const char *)actor->close->pdata[k]);
  }
  check->place->item = NULL;
  return NULL;
}

static char *
check_parts(Check *check)
{
  g_autoptr(GHashTable) parts = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) actors = g_hash_table_new(g_str_hash, g_str_equal);
  check->place->kind = "actors";
  for (guint i = 0; i < check->graph->actors->len; i++)
    g_hash_table_add(actors, kith_graph_actor(check->graph, i)->id);
  for (guint i = 0; i < check->graph->actors->len; i++) {
    check->place->index = i;
    char *problem = bad_parts(check, kith_graph_actor(check->graph, i), parts, actors);
    if (problem)
      return problem;
  }
  return NULL;
}

static char *
check_actors(Check *check)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  check->place->kind = "actors";
  for (guint i = 0; i < check->graph->actors->len; i++) {
    KithActor *actor = kith_graph_actor(check->graph, i);
    check->place->index = i;
    char *problem = bad_id(seen, "actor", actor->id);
    if (problem)
      return problem;
    if (actor->label == NULL || *actor->label == '\0')
      return g_strdup_printf("actor '%s' has no label", actor->id);
    if (kith_actor_type_name(actor->type) == NULL)
      return g_strdup_printf("actor '%s' has no type", actor->id);
    for (guint k = 0; k < actor->spans->len; k++) {
      KithMentionSpan *span = &g_array_index(actor->spans, KithMentionSpan, k);
      g_autofree char *why = bad_span(check, span->document, span->begin_chars, span->end_chars, NULL);
      check->place->item = "spans";
      check->place->item_index = k;
      if (why)
        return g_strdup_printf("mention of actor '%s': %s", actor->id, why);
    }
    check->place->item = NULL;
  }
  return NULL;
}

/* What is wrong with a relation's fields, its evidence aside. */
static char *
check_fields(Check *check, const KithRelation *relation)
{
  const struct {
    const char *key;
    guint actor;
    gboolean optional;
  } ends[] = {{"source", relation->source, FALSE},
              {"target", relation->target, FALSE},
              {"attributedTo", relation->attributed_to, TRUE},
              {"place", relation->place, TRUE}};
  for (gsize k = 0; k < G_N_ELEMENTS(ends); k++)
    if (ends[k].actor >= check->graph->actors->len && !(ends[k].optional && ends[k].actor == KITH_NONE)) {
      check->place->item = ends[k].key;
      return g_strdup_printf("relation '%s': its %s is no actor of the graph", relation->id, ends[k].key);
    }
  if (!kith_class_name(relation->class) || !kith_polarity_name(relation->polarity) ||
      !kith_modality_name(relation->modality))
    return g_strdup_printf("relation '%s': no such class, polarity or modality", relation->id);
  if (!(relation->confidence >= 0 && relation->confidence <= 1)) {
    check->place->item = "confidence";
    return g_strdup_printf("relation '%s': the confidence is not between 0 and 1", relation->id);
  }
  return NULL;
}

static char *
check_relations(Check *check)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  check->place->kind = "relations";
  for (guint i = 0; i < check->graph->relations->len; i++) {
    KithRelation *relation = kith_graph_relation(check->graph, i);
    check->place->index = i;
    char *problem = bad_id(seen, "relation", relation->id);
    if (problem == NULL)
      problem = check_fields(check, relation);
    if (problem)
      return problem;
    for (guint k = 0; k < relation->evidence->len; k++) {
      KithEvidence *evidence = (KithEvidence *)relation->evidence->pdata[k];
      g_autofree char *why =
          bad_span(check, evidence->document, evidence->begin_chars, evidence->end_chars, evidence->text);
      check->place->item = "evidence";
      check->place->item_index = k;
      if (why)
        return g_strdup_printf("evidence of relation '%s': %s", relation->id, why);
    }
    check->place->item = NULL;
  }
  return NULL;
}

char *
kith_graph_problem(const KithGraph *graph, KithPlace *place)
{
  *place = (KithPlace){NULL, 0, NULL, KITH_NONE};
  g_autoptr(GArray) rulers = g_array_new(FALSE, FALSE, sizeof(Ruler));
  g_array_set_clear_func(rulers, ruler_clear);
  Check check = {graph, rulers, place};
  char *problem = check_documents(&check);
  if (problem == NULL)
    problem = check_actors(&check);
  if (problem == NULL)
    problem = check_parts(&check);
  if (problem == NULL)
    problem = check_relations(&check);
  return problem;
}

gboolean
kith_graph_check(const KithGraph *graph, GError **error)
{
  KithPlace place;
  g_autofree char *problem = kith_graph_problem(graph, &place);
  if (problem)
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s", problem);
  return problem == NULL;
}
