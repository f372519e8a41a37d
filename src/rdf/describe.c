#include "rdf/describe.h"

#include <stdio.h>
#include <string.h>

#include "base/iso8601.h"
#include "rdf/iri.h"
#include "rdf/rdf.h"

typedef struct {
  const KithGraph *graph;
  const char *base;
  const KithSink *sink;
  char **documents, **contexts, **actors, **relations; /* IRIs, ended by NULL */
  const char *run;                                     /* its IRI; NULL: none */
  KithTerm *name; /* of the graph that is written to; NULL: the default one */
} Describer;

static void
say(const Describer *to, const char *subject, const KithTerm *predicate, const KithTerm *object)
{
  KithTerm term = {KITH_TERM_IRI, subject, NULL, NULL};
  to->sink->take(to->sink->data, &term, predicate, object, to->name);
}

static void
say_iri(const Describer *to, const char *subject, KithVocabulary predicate, const char *iri)
{
  KithTerm object = {KITH_TERM_IRI, iri, NULL, NULL};
  say(to, subject, kith_term(predicate), &object);
}

static void
say_type(const Describer *to, const char *subject, const KithTerm *type)
{
  say(to, subject, kith_term(KITH_V_RDF_TYPE), type);
}

/* A literal; nothing where it is NULL. */
static void
say_typed(const Describer *to, const char *subject, KithVocabulary predicate, const char *text,
          const char *datatype)
{
  KithTerm object = {KITH_TERM_LITERAL, text, datatype, NULL};
  if (text)
    say(to, subject, kith_term(predicate), &object);
}

static void
say_text(const Describer *to, const char *subject, KithVocabulary predicate, const char *text)
{
  say_typed(to, subject, predicate, text, NULL);
}

static void
say_count(const Describer *to, const char *subject, KithVocabulary predicate, gsize count)
{
  char digits[32];
  g_snprintf(digits, sizeof digits, "%" G_GSIZE_FORMAT, count);
  say_typed(to, subject, predicate, digits, kith_iri(KITH_V_XSD_COUNT));
}

/* A day of the calendar, "2021-10-08". */
static gboolean
is_day(const char *text)
{
  int year, month, day, length = 0;
  if (strlen(text) != 10 || sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || length != 10)
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit(text[i]))
      return FALSE;
  return year > 0 && month > 0 && day > 0 &&
         g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

/* A date: xsd:date where it is one, else a plain string. */
static void
say_day(const Describer *to, const char *subject, KithVocabulary predicate, const char *text)
{
  say_typed(to, subject, predicate, text, text && is_day(text) ? kith_iri(KITH_V_XSD_DATE) : NULL);
}

static void
say_strings(const Describer *to, const char *subject, KithVocabulary predicate, const GPtrArray *strings)
{
  for (guint i = 0; i < strings->len; i++)
    say_text(to, subject, predicate, (const char *)strings->pdata[i]);
}

/* Claims of a plain fact: what is so, by the text's own word, is an event or a post. */
static gboolean
is_fact(const KithRelation *relation)
{
  return relation->polarity == KITH_POSITIVE && relation->modality == KITH_ACTUAL;
}

/* ---- the default graph ---- */

static void
describe_run(const Describer *to)
{
  const KithRun *run = &to->graph->run;
  if (to->run == NULL)
    return;
  say_type(to, to->run, kith_term(KITH_V_PROV_ACTIVITY));
  say_text(to, to->run, KITH_V_KITH_TOOL, run->tool);
  say_text(to, to->run, KITH_V_KITH_MODEL, run->model);
  say_typed(to, to->run, KITH_V_PROV_ENDED, run->time, kith_iri(KITH_V_XSD_DATE_TIME));
}

/* employs[i]: actor i is where someone holds a post. Owned by the caller. */
static gboolean *
find_employers(const KithGraph *graph)
{
  gboolean *employs = g_new0(gboolean, graph->actors->len + 1);
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *relation = kith_graph_relation(graph, i);
    if (relation->class == KITH_CLASS_ROLE && is_fact(relation))
      employs[relation->target] = TRUE;
  }
  return employs;
}

static void
describe_actor(const Describer *to, guint i, gboolean employs)
{
  const KithActor *actor = kith_graph_actor(to->graph, i);
  const char *iri = to->actors[i];
  say_type(to, iri, kith_term_actor_type(actor->type));
  if (actor->type != KITH_ACTOR_PLACE)
    say_type(to, iri, kith_term(KITH_V_SEM_ACTOR));
  if (actor->type == KITH_ACTOR_PLACE || actor->type == KITH_ACTOR_COUNTRY)
    say_type(to, iri, kith_term(KITH_V_SEM_PLACE));
  if (employs)
    say_type(to, iri, kith_term(KITH_V_ORG_ORGANIZATION));
  say_text(to, iri, KITH_V_RDFS_LABEL, actor->label);
  say_strings(to, iri, KITH_V_SKOS_ALT_LABEL, actor->aliases);
  say_text(to, iri, KITH_V_KITH_COUNTRY_CODE, actor->code);
  for (guint k = 0; k < actor->same_as->len; k++)
    if (kith_iri_is_valid((const char *)actor->same_as->pdata[k]))
      say_iri(to, iri, KITH_V_OWL_SAME_AS, (const char *)actor->same_as->pdata[k]);
  for (guint k = 0; k < actor->parts->len; k++) {
    g_autofree char *part = kith_iri_of_id(to->base, ((const KithPart *)actor->parts->pdata[k])->id);
    if (strcmp(part, iri) != 0)
      say_iri(to, iri, KITH_V_OWL_SAME_AS, part);
  }
  for (guint k = 0; k < actor->close->len; k++) {
    g_autofree char *other = kith_iri_of_id(to->base, (const char *)actor->close->pdata[k]);
    say_iri(to, iri, KITH_V_SKOS_CLOSE_MATCH, other);
  }
}

/* The IRI of what a document says of an actor: "DOC#actor=imran-khan", "DOC#global=united-states". Owned by
 * the caller. */
static char *
appearance_iri(const Describer *to, const KithPart *part)
{
  const char *document = part->document == KITH_NONE ? NULL : to->documents[part->document];
  const char *home = document ? kith_graph_document(to->graph, part->document)->id : "";
  gsize length = strlen(home);
  gboolean own = length > 0 && strncmp(part->id, home, length) == 0 && part->id[length] == '/';
  g_autofree char *segment = kith_iri_segment(own ? part->id + length + 1 : part->id);
  return g_strconcat(document ? document : to->base, own ? "#actor=" : "#global=", segment, NULL);
}

/* What a document says of an actor that several have: enough to take the document out again. */
static void
describe_appearance(const Describer *to, guint actor, const KithPart *part)
{
  g_autofree char *iri = appearance_iri(to, part);
  g_autofree char *own = kith_iri_of_id(to->base, part->id);
  KithTerm type = *kith_term_actor_type(part->type);
  say_type(to, iri, kith_term(KITH_V_KITH_APPEARANCE));
  say_iri(to, iri, KITH_V_KITH_APPEARANCE_OF, to->actors[actor]);
  if (part->document != KITH_NONE)
    say_iri(to, iri, KITH_V_KITH_IN_DOCUMENT, to->documents[part->document]);
  say_iri(to, iri, KITH_V_KITH_AS_ACTOR, own);
  say(to, iri, kith_term(KITH_V_KITH_ACTOR_TYPE), &type);
  say_text(to, iri, KITH_V_KITH_NAME, part->label);
  say_strings(to, iri, KITH_V_KITH_OTHER_NAME, part->aliases);
  say_text(to, iri, KITH_V_KITH_COUNTRY_CODE, part->code);
  for (guint k = 0; k < part->same_as->len; k++)
    if (kith_iri_is_valid((const char *)part->same_as->pdata[k]))
      say_iri(to, iri, KITH_V_KITH_IDENTIFIED_AS, (const char *)part->same_as->pdata[k]);
  say_text(to, iri, KITH_V_KITH_WHY, part->why);
}

/* The IRI of the post that a title names. Owned by the caller. */
static char *
post_iri(const Describer *to, const char *title)
{
  g_autofree char *segment = kith_iri_segment(title);
  return g_strconcat(to->base, "post/", segment, NULL);
}

/* The IRI of a time. Owned by the caller. */
static char *
time_iri(const Describer *to, const char *time)
{
  g_auto(GStrv) parts = g_strsplit(time, "/", 2);
  g_autofree char *begin = kith_iri_segment(parts[0] ? parts[0] : "");
  g_autofree char *end = parts[0] && parts[1] ? kith_iri_segment(parts[1]) : NULL;
  /* ".." would be a step up in an IRI's path */
  if (strcmp(begin, "..") == 0)
    g_strlcpy(begin, "-", 2);
  if (end && strcmp(end, "..") == 0)
    g_strlcpy(end, "-", 2);
  return g_strconcat(to->base, "time/", begin, end ? "/" : "", end, NULL);
}

static gboolean
is_post(const KithRelation *relation)
{
  return relation->class == KITH_CLASS_ROLE && is_fact(relation);
}

static gboolean
is_event(const KithRelation *relation)
{
  return is_fact(relation) && !kith_class_is_state(relation->class);
}

static void
describe_time(const Describer *to, const char *time)
{
  g_autofree char *iri = time_iri(to, time);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  say_type(to, iri, kith_term(KITH_V_SEM_TIME));
  kith_time_days(time, &first, &last); /* a duration has neither */
  say_day(to, iri, KITH_V_SEM_BEGIN, first);
  say_day(to, iri, KITH_V_SEM_END, last);
}

/* The titles of posts and the times that relations use, once each, in order. */
static void
describe_shared(const Describer *to)
{
  g_autoptr(GTree) posts = g_tree_new((GCompareFunc)(void (*)(void))strcmp);
  g_autoptr(GTree) times = g_tree_new((GCompareFunc)(void (*)(void))strcmp);
  for (guint i = 0; i < to->graph->relations->len; i++) {
    KithRelation *relation = kith_graph_relation(to->graph, i);
    if (is_post(relation) && relation->label && *relation->label)
      g_tree_insert(posts, relation->label, relation->label);
    if (is_event(relation) && relation->time && *relation->time)
      g_tree_insert(times, relation->time, relation->time);
  }
  for (GTreeNode *node = g_tree_node_first(posts); node; node = g_tree_node_next(node)) {
    const char *title = (const char *)g_tree_node_key(node);
    g_autofree char *iri = post_iri(to, title);
    say_type(to, iri, kith_term(KITH_V_ORG_ROLE));
    say_text(to, iri, KITH_V_RDFS_LABEL, title);
  }
  for (GTreeNode *node = g_tree_node_first(times); node; node = g_tree_node_next(node))
    describe_time(to, (const char *)g_tree_node_key(node));
}

/* ---- a document's graph ---- */

static void
describe_document(const Describer *to, guint i)
{
  const KithSource *source = kith_graph_document(to->graph, i);
  const char *iri = to->documents[i], *context = to->contexts[i];
  say_type(to, iri, kith_term(KITH_V_SCHEMA_NEWS_ARTICLE));
  say_text(to, iri, KITH_V_DCTERMS_IDENTIFIER, source->id);
  say_text(to, iri, KITH_V_DCTERMS_TITLE, source->title);
  say_day(to, iri, KITH_V_DCTERMS_DATE, source->date);
  if (source->source && kith_iri_is_valid(source->source))
    say_iri(to, iri, KITH_V_DCTERMS_SOURCE, source->source);
  else
    say_text(to, iri, KITH_V_DCTERMS_SOURCE, source->source);
  say_text(to, iri, KITH_V_SCHEMA_AUTHOR, source->author);
  say_type(to, context, kith_term(KITH_V_NIF_CONTEXT));
  say_type(to, context, kith_term(KITH_V_NIF_RFC5147));
  say_iri(to, context, KITH_V_NIF_SOURCE_URL, iri);
  if (source->text == NULL)
    return;
  say_count(to, context, KITH_V_NIF_BEGIN, 0);
  say_count(to, context, KITH_V_NIF_END, (gsize)g_utf8_strlen(source->text, -1));
  say_text(to, context, KITH_V_NIF_IS_STRING, source->text);
}

/* A stretch of a document's text that a relation rests on, or that mentions an actor. */
typedef struct {
  gsize begin, end;
  guint actor;      /* KITH_NONE: evidence */
  const char *text; /* of evidence */
  const char *why;  /* of a mention */
} Stretch;

static int
compare_stretches(gconstpointer a, gconstpointer b)
{
  const Stretch *x = (const Stretch *)a, *y = (const Stretch *)b;
  if (x->begin != y->begin)
    return x->begin < y->begin ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  return x->actor == y->actor ? 0 : x->actor < y->actor ? -1 : 1;
}

/* All stretches, an array a document; the arrays are freed with the whole. */
static GPtrArray *
find_stretches(const KithGraph *graph)
{
  GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < graph->documents->len; i++)
    g_ptr_array_add(all, g_array_new(FALSE, FALSE, sizeof(Stretch)));
  for (guint i = 0; i < graph->actors->len; i++) {
    const KithActor *actor = kith_graph_actor(graph, i);
    for (guint k = 0; k < actor->spans->len; k++) {
      const KithMentionSpan *span = &g_array_index(actor->spans, KithMentionSpan, k);
      Stretch stretch = {span->begin_chars, span->end_chars, i, NULL, span->why};
      g_array_append_val((GArray *)all->pdata[span->document], stretch);
    }
  }
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *relation = kith_graph_relation(graph, i);
    for (guint k = 0; k < relation->evidence->len; k++) {
      const KithEvidence *evidence = (const KithEvidence *)relation->evidence->pdata[k];
      Stretch stretch = {evidence->begin_chars, evidence->end_chars, KITH_NONE, evidence->text, NULL};
      g_array_append_val((GArray *)all->pdata[evidence->document], stretch);
    }
  }
  for (guint i = 0; i < all->len; i++)
    g_array_sort((GArray *)all->pdata[i], compare_stretches);
  return all;
}

/* The IRI of a stretch of a document (RFC 5147). Owned by the caller. */
static char *
stretch_iri(const Describer *to, guint document, gsize begin, gsize end)
{
  return g_strdup_printf("%s#char=%" G_GSIZE_FORMAT ",%" G_GSIZE_FORMAT, to->documents[document], begin, end);
}

/* Why the stretches first to last - 1 mention their actors; where there are several actors, after the id of
 * each. */
static void
describe_reasons(const Describer *to, const char *iri, const GArray *stretches, guint first, guint last)
{
  guint actors = 0;
  for (guint i = first; i < last; i++)
    actors += g_array_index(stretches, Stretch, i).actor != KITH_NONE;
  for (guint i = first; i < last; i++) {
    const Stretch *stretch = &g_array_index(stretches, Stretch, i);
    g_autofree char *whose =
        actors > 1 && stretch->why
            ? g_strdup_printf("%s: %s", kith_graph_actor(to->graph, stretch->actor)->id, stretch->why)
            : g_strdup(stretch->why);
    say_text(to, iri, KITH_V_KITH_WHY, whose);
  }
}

/* One phrase: the stretches first to last - 1, which are the same characters. text: these characters, or
 * NULL. */
static void
describe_phrase(const Describer *to, guint document, const GArray *stretches, guint first, guint last,
                const char *text)
{
  const Stretch *stretch = &g_array_index(stretches, Stretch, first);
  g_autofree char *iri = stretch_iri(to, document, stretch->begin, stretch->end);
  gboolean whole = strcmp(iri, to->contexts[document]) == 0; /* its offsets are there already */
  say_type(to, iri, kith_term(KITH_V_NIF_PHRASE));
  if (!whole) {
    say_count(to, iri, KITH_V_NIF_BEGIN, stretch->begin);
    say_count(to, iri, KITH_V_NIF_END, stretch->end);
  }
  say_text(to, iri, KITH_V_NIF_ANCHOR, text);
  say_iri(to, iri, KITH_V_NIF_REFERENCE_CONTEXT, to->contexts[document]);
  for (guint i = first, before = KITH_NONE; i < last; i++) {
    guint actor = g_array_index(stretches, Stretch, i).actor;
    if (actor != KITH_NONE && actor != before)
      say_iri(to, iri, KITH_V_ITSRDF_IDENT_REF, to->actors[actor]);
    before = actor;
  }
  describe_reasons(to, iri, stretches, first, last);
}

/* All phrases of a document, each with its text. */
static void
describe_phrases(const Describer *to, guint document, const GArray *stretches)
{
  const char *at = kith_graph_document(to->graph, document)->text;
  gsize chars = 0;
  for (guint i = 0, last; i < stretches->len; i = last) {
    const Stretch *stretch = &g_array_index(stretches, Stretch, i);
    const char *text = NULL;
    for (last = i; last < stretches->len; last++) {
      const Stretch *next = &g_array_index(stretches, Stretch, last);
      if (next->begin != stretch->begin || next->end != stretch->end)
        break;
      text = next->text ? next->text : text;
    }
    g_autofree char *cut = NULL;
    if (at) {
      at = g_utf8_offset_to_pointer(at, (glong)(stretch->begin - chars));
      chars = stretch->begin;
      cut = g_utf8_substring(at, 0, (glong)(stretch->end - stretch->begin));
    }
    describe_phrase(to, document, stretches, i, last, cut ? cut : text);
  }
}

/* ---- relations ---- */

static void
describe_event(const Describer *to, const KithRelation *relation, const char *iri)
{
  const guint ends[] = {relation->source, relation->target};
  say_type(to, iri, kith_term(KITH_V_SEM_EVENT));
  for (gsize k = 0; k < G_N_ELEMENTS(ends); k++) {
    gboolean place = kith_graph_actor(to->graph, ends[k])->type == KITH_ACTOR_PLACE;
    if ((k == 0 || ends[1] != ends[0]) && !(place && ends[k] == relation->place))
      say_iri(to, iri, place ? KITH_V_SEM_HAS_PLACE : KITH_V_SEM_HAS_ACTOR, to->actors[ends[k]]);
  }
  if (relation->place != KITH_NONE)
    say_iri(to, iri, KITH_V_SEM_HAS_PLACE, to->actors[relation->place]);
  if (relation->time && *relation->time) {
    g_autofree char *time = time_iri(to, relation->time);
    say_iri(to, iri, KITH_V_SEM_HAS_TIME, time);
  }
}

static void
describe_post(const Describer *to, const KithRelation *relation, const char *iri)
{
  say_type(to, iri, kith_term(KITH_V_ORG_MEMBERSHIP));
  say_iri(to, iri, KITH_V_ORG_MEMBER, to->actors[relation->source]);
  say_iri(to, iri, KITH_V_ORG_HAS_ORGANIZATION, to->actors[relation->target]);
  if (relation->label && *relation->label) {
    g_autofree char *post = post_iri(to, relation->label);
    say_iri(to, iri, KITH_V_ORG_HAS_ROLE, post);
  }
}

static void
describe_relation(const Describer *to, guint i)
{
  const KithRelation *relation = kith_graph_relation(to->graph, i);
  const char *iri = to->relations[i];
  g_autofree char *confidence = kith_decimal(relation->confidence);
  say_type(to, iri, kith_term_class(relation->class));
  say_type(to, iri, kith_term(KITH_V_KITH_RELATION));
  say_iri(to, iri, KITH_V_KITH_SOURCE, to->actors[relation->source]);
  say_iri(to, iri, KITH_V_KITH_TARGET, to->actors[relation->target]);
  say_text(to, iri, KITH_V_RDFS_LABEL, relation->label);
  say_text(to, iri, KITH_V_KITH_LEMMA, relation->lemma);
  say(to, iri, kith_term(KITH_V_KITH_POLARITY), kith_term_polarity(relation->polarity));
  say(to, iri, kith_term(KITH_V_KITH_MODALITY), kith_term_modality(relation->modality));
  say_typed(to, iri, KITH_V_KITH_CONFIDENCE, confidence, kith_iri(KITH_V_XSD_DECIMAL));
  if (relation->attributed_to != KITH_NONE)
    say_iri(to, iri, KITH_V_KITH_ATTRIBUTED_TO, to->actors[relation->attributed_to]);
  say_text(to, iri, KITH_V_KITH_CAMEO_CODE, relation->cameo);
  say_day(to, iri, KITH_V_KITH_TIME, relation->time);
  if (relation->place != KITH_NONE)
    say_iri(to, iri, KITH_V_KITH_PLACE, to->actors[relation->place]);
  if (is_event(relation))
    describe_event(to, relation, iri);
  if (is_post(relation))
    describe_post(to, relation, iri);
  for (guint k = 0; k < relation->evidence->len; k++) {
    const KithEvidence *evidence = (const KithEvidence *)relation->evidence->pdata[k];
    g_autofree char *phrase = stretch_iri(to, evidence->document, evidence->begin_chars, evidence->end_chars);
    say_iri(to, iri, KITH_V_PROV_DERIVED, phrase);
  }
  if (to->run)
    say_iri(to, iri, KITH_V_PROV_GENERATED, to->run);
}

typedef struct {
  guint from, class, to;
} Edge;

static int
compare_edges(gconstpointer a, gconstpointer b)
{
  const Edge *x = (const Edge *)a, *y = (const Edge *)b;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  if (x->class != y->class)
    return x->class < y->class ? -1 : 1;
  return x->to == y->to ? 0 : x->to < y->to ? -1 : 1;
}

/* The plain edges of relations: claims of fact that are nobody's statement. */
static void
describe_edges(const Describer *to, const GArray *relations)
{
  g_autoptr(GArray) edges = g_array_new(FALSE, FALSE, sizeof(Edge));
  for (guint i = 0; i < relations->len; i++) {
    const KithRelation *relation = kith_graph_relation(to->graph, g_array_index(relations, guint, i));
    if (!is_fact(relation) || relation->attributed_to != KITH_NONE)
      continue;
    Edge edge = {relation->source, relation->class, relation->target};
    Edge back = {relation->target, relation->class, relation->source};
    g_array_append_val(edges, edge);
    if (kith_class_is_symmetric(relation->class))
      g_array_append_val(edges, back);
  }
  g_array_sort(edges, compare_edges);
  for (guint i = 0; i < edges->len; i++) {
    const Edge *edge = &g_array_index(edges, Edge, i);
    KithTerm object = {KITH_TERM_IRI, to->actors[edge->to], NULL, NULL};
    if (i == 0 || compare_edges(edge, edge - 1) != 0)
      say(to, to->actors[edge->from], kith_term_edge((KithClass)edge->class), &object);
  }
}

/* ---- the whole ---- */

/* The IRIs of things whose first field is their id. */
static char **
iris_of(const char *base, const GPtrArray *things)
{
  char **iris = g_new0(char *, things->len + 1);
  for (guint i = 0; i < things->len; i++)
    iris[i] = kith_iri_of_id(base, *(char **)things->pdata[i]);
  return iris;
}

static char **
context_iris(const KithGraph *graph, char **documents)
{
  char **iris = g_new0(char *, graph->documents->len + 1);
  for (guint i = 0; i < graph->documents->len; i++) {
    const char *text = kith_graph_document(graph, i)->text;
    iris[i] = text ? g_strdup_printf("%s#char=0,%ld", documents[i], g_utf8_strlen(text, -1))
                   : g_strconcat(documents[i], "#char=0,", NULL);
  }
  return iris;
}

/* The IRI of the run; NULL where nothing is known of it. Owned by the caller. */
static char *
run_iri(const KithGraph *graph, const char *base)
{
  const KithRun *run = &graph->run;
  if (run->tool == NULL && run->model == NULL && run->time == NULL)
    return NULL;
  g_autofree char *tool = kith_iri_segment(run->tool ? run->tool : "");
  g_autofree char *model = kith_iri_segment(run->model ? run->model : "");
  g_autofree char *time = kith_iri_segment(run->time ? run->time : "");
  return g_strconcat(base, "run/", tool, "/", model, run->time ? "/" : "", time, NULL);
}

/* The document that a relation is said in; KITH_NONE: none. */
static guint
home_of(const KithRelation *relation)
{
  return relation->evidence->len ? ((KithEvidence *)relation->evidence->pdata[0])->document : KITH_NONE;
}

typedef struct {
  guint actor;
  const KithPart *part;
} Appearance;

/* What documents say of actors, by document; the last array has those of none. */
static GPtrArray *
appearances_by_document(const KithGraph *graph)
{
  GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  for (guint i = 0; i <= graph->documents->len; i++)
    g_ptr_array_add(all, g_array_new(FALSE, FALSE, sizeof(Appearance)));
  for (guint i = 0; i < graph->actors->len; i++) {
    const GPtrArray *parts = kith_graph_actor(graph, i)->parts;
    for (guint k = 0; k < parts->len; k++) {
      Appearance appearance = {i, (const KithPart *)parts->pdata[k]};
      guint home = MIN(appearance.part->document, graph->documents->len);
      g_array_append_val((GArray *)all->pdata[home], appearance);
    }
  }
  return all;
}

static void
describe_appearances(const Describer *to, const GArray *appearances)
{
  for (guint i = 0; i < appearances->len; i++) {
    const Appearance *appearance = &g_array_index(appearances, Appearance, i);
    describe_appearance(to, appearance->actor, appearance->part);
  }
}

/* One document's part; document KITH_NONE: the relations that are in none. */
static void
describe_part(const Describer *to, guint document, const GArray *relations, const GPtrArray *stretches)
{
  if (document != KITH_NONE) {
    describe_document(to, document);
    describe_phrases(to, document, (const GArray *)stretches->pdata[document]);
  }
  for (guint i = 0; i < relations->len; i++)
    describe_relation(to, g_array_index(relations, guint, i));
}

/* The indexes of relations by document; the last array has those in none. */
static GPtrArray *
relations_by_document(const KithGraph *graph)
{
  GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  for (guint i = 0; i <= graph->documents->len; i++)
    g_ptr_array_add(all, g_array_new(FALSE, FALSE, sizeof(guint)));
  for (guint i = 0; i < graph->relations->len; i++) {
    guint home = home_of(kith_graph_relation(graph, i));
    g_array_append_val((GArray *)all->pdata[MIN(home, graph->documents->len)], i);
  }
  return all;
}

static void
describe_all(Describer *to, gboolean datasets)
{
  guint n = to->graph->documents->len;
  g_autofree gboolean *employs = find_employers(to->graph);
  g_autoptr(GPtrArray) stretches = find_stretches(to->graph);
  g_autoptr(GPtrArray) relations = relations_by_document(to->graph);
  g_autoptr(GPtrArray) appearances = appearances_by_document(to->graph);
  g_autoptr(GArray) every = g_array_new(FALSE, FALSE, sizeof(guint));
  describe_run(to);
  for (guint i = 0; i < to->graph->actors->len; i++)
    describe_actor(to, i, employs[i]);
  describe_shared(to);
  describe_appearances(to, (const GArray *)appearances->pdata[n]);
  describe_part(to, KITH_NONE, (const GArray *)relations->pdata[n], NULL);
  if (datasets)
    describe_edges(to, (const GArray *)relations->pdata[n]);
  for (guint i = 0; i < n; i++) {
    KithTerm name = {KITH_TERM_IRI, to->documents[i], NULL, NULL};
    to->name = datasets ? &name : NULL;
    describe_appearances(to, (const GArray *)appearances->pdata[i]);
    describe_part(to, i, (const GArray *)relations->pdata[i], stretches);
    if (datasets)
      describe_edges(to, (const GArray *)relations->pdata[i]);
    to->name = NULL;
  }
  for (guint i = 0; !datasets && i < to->graph->relations->len; i++)
    g_array_append_val(every, i);
  describe_edges(to, every);
}

void
kith_describe(const KithGraph *graph, const char *base, gboolean datasets, const KithSink *sink)
{
  g_auto(GStrv) documents = iris_of(base, graph->documents);
  g_auto(GStrv) contexts = context_iris(graph, documents);
  g_auto(GStrv) actors = iris_of(base, graph->actors);
  g_auto(GStrv) relations = iris_of(base, graph->relations);
  g_autofree char *run = run_iri(graph, base);
  Describer to = {graph, base, sink, documents, contexts, actors, relations, run, NULL};
  describe_all(&to, datasets);
}
