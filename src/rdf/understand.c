#include <string.h>

#include "base/error.h"
#include "rdf/describe.h"
#include "rdf/iri.h"
#include "rdf/rdf.h"

typedef struct {
  const char *name;
  const KithStatements *statements;
  GHashTable *about;   /* KithTerm * -> GArray of guint: the statements about a subject */
  GPtrArray *subjects; /* const KithTerm *, sorted */
  const KithTerm
      *own[KITH_N_VOCABULARY]; /* the collection's copies of the vocabulary; NULL: not used in it */
  GHashTable *documents, *actors, *contexts; /* KithTerm * -> index + 1 */
  const char *base;
  KithGraph *graph;
  GError **error;
} Reader;

static const KithTerm *
own_term(const Reader *reader, const KithTerm *term)
{
  gpointer own = NULL;
  g_hash_table_lookup_extended(reader->statements->terms, term, &own, NULL);
  return (const KithTerm *)own;
}

/* Sets "name:line: message", the line being where the subject first stands. FALSE. */
static gboolean G_GNUC_PRINTF(3, 4)
    fail(const Reader *reader, const KithTerm *subject, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *message = g_strdup_vprintf(format, args);
  va_end(args);
  const GArray *about = (const GArray *)g_hash_table_lookup(reader->about, subject);
  guint line = about ? kith_statement(reader->statements, g_array_index(about, guint, 0))->line : 0;
  g_autofree char *place = line ? g_strdup_printf(":%u", line) : g_strdup("");
  g_set_error(reader->error, KITH_ERROR, KITH_ERROR_INPUT, "%s%s: <%s>: %s", reader->name, place,
              subject->value, message);
  return FALSE;
}

static int
compare_terms(gconstpointer a, gconstpointer b)
{
  return kith_term_compare(*(const KithTerm *const *)a, *(const KithTerm *const *)b);
}

/* The objects of a subject's property, sorted and distinct. Freed by the caller. */
static GPtrArray *
objects(const Reader *reader, const KithTerm *subject, KithVocabulary predicate)
{
  GPtrArray *found = g_ptr_array_new();
  const GArray *about = (const GArray *)g_hash_table_lookup(reader->about, subject);
  const KithTerm *own = reader->own[predicate];
  for (guint i = 0; own && about && i < about->len; i++) {
    const KithStatement *statement = kith_statement(reader->statements, g_array_index(about, guint, i));
    if (statement->predicate == own)
      g_ptr_array_add(found, (gpointer)statement->object);
  }
  g_ptr_array_sort(found, compare_terms);
  for (guint i = found->len; i-- > 1;)
    if (found->pdata[i] == found->pdata[i - 1])
      g_ptr_array_remove_index(found, i);
  return found;
}

/* The least object of a property; NULL where there is none. */
static const KithTerm *
object(const Reader *reader, const KithTerm *subject, KithVocabulary predicate)
{
  g_autoptr(GPtrArray) found = objects(reader, subject, predicate);
  return found->len ? (const KithTerm *)found->pdata[0] : NULL;
}

/* Its text; NULL where there is none. Owned by the caller. */
static char *
text(const Reader *reader, const KithTerm *subject, KithVocabulary predicate)
{
  const KithTerm *term = object(reader, subject, predicate);
  return term && *term->value ? g_strdup(term->value) : NULL;
}

static gboolean
has_type(const Reader *reader, const KithTerm *subject, const KithTerm *type)
{
  g_autoptr(GPtrArray) types = objects(reader, subject, KITH_V_RDF_TYPE);
  for (guint i = 0; i < types->len; i++)
    if (kith_term_compare((const KithTerm *)types->pdata[i], type) == 0)
      return TRUE;
  return FALSE;
}

/* Which of n terms is a type of the subject: the first; n where none is. */
static int
which_type(const Reader *reader, const KithTerm *subject, const KithTerm *(*type)(int i), int n)
{
  g_autoptr(GPtrArray) types = objects(reader, subject, KITH_V_RDF_TYPE);
  for (int i = 0; i < n; i++)
    for (guint k = 0; k < types->len; k++)
      if (kith_term_compare((const KithTerm *)types->pdata[k], type(i)) == 0)
        return i;
  return n;
}

static const KithTerm *
actor_type(int i)
{
  return kith_term_actor_type((KithActorType)i);
}

static const KithTerm *
class_type(int i)
{
  return kith_term_class((KithClass)i);
}

static void
index_statements(Reader *reader)
{
  for (guint i = 0; i < reader->statements->list->len; i++) {
    const KithTerm *subject = kith_statement(reader->statements, i)->subject;
    GArray *about = (GArray *)g_hash_table_lookup(reader->about, subject);
    if (about == NULL) {
      about = g_array_new(FALSE, FALSE, sizeof(guint));
      g_hash_table_insert(reader->about, (gpointer)subject, about);
      g_ptr_array_add(reader->subjects, (gpointer)subject);
    }
    g_array_append_val(about, i);
  }
  g_ptr_array_sort(reader->subjects, compare_terms);
  for (int i = 0; i < KITH_N_VOCABULARY; i++)
    reader->own[i] = own_term(reader, kith_term((KithVocabulary)i));
}

static char *
id_of(const Reader *reader, const KithTerm *term)
{
  return kith_id_of_iri(reader->base, term->value);
}

/* What stands before the document's id in its IRI; NULL where it does not end in it. Owned by the caller. */
static char *
base_of(const Reader *reader, const KithTerm *document)
{
  g_autofree char *id = text(reader, document, KITH_V_DCTERMS_IDENTIFIER);
  g_autofree char *end = id ? kith_iri_of_id("", id) : NULL;
  if (end == NULL || !g_str_has_suffix(document->value, end))
    return NULL;
  g_autofree char *base = g_strndup(document->value, strlen(document->value) - strlen(end));
  return kith_iri_is_valid(base) ? g_steal_pointer(&base) : NULL;
}

static gboolean
is_document(const Reader *reader, const KithTerm *subject)
{
  return subject->kind == KITH_TERM_IRI && has_type(reader, subject, kith_term(KITH_V_SCHEMA_NEWS_ARTICLE)) &&
         object(reader, subject, KITH_V_DCTERMS_IDENTIFIER);
}

/* Adds a document that an IRI names, once; its place. */
static guint
add_document(Reader *reader, const KithTerm *iri)
{
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(reader->documents, iri));
  if (place > 0)
    return place - 1;
  KithSource *source = kith_source_new();
  source->id = id_of(reader, iri);
  source->title = text(reader, iri, KITH_V_DCTERMS_TITLE);
  source->date = text(reader, iri, KITH_V_DCTERMS_DATE);
  source->source = text(reader, iri, KITH_V_DCTERMS_SOURCE);
  source->author = text(reader, iri, KITH_V_SCHEMA_AUTHOR);
  g_ptr_array_add(reader->graph->documents, source);
  g_hash_table_insert(reader->documents, (gpointer)iri, GUINT_TO_POINTER(reader->graph->documents->len));
  return reader->graph->documents->len - 1;
}

static gboolean
read_documents(Reader *reader)
{
  g_autofree char *base = NULL;
  for (guint i = 0; i < reader->subjects->len && base == NULL; i++)
    if (is_document(reader, (const KithTerm *)reader->subjects->pdata[i]))
      base = base_of(reader, (const KithTerm *)reader->subjects->pdata[i]);
  if (base && strcmp(base, KITH_DEFAULT_BASE) != 0)
    reader->base = reader->graph->base = g_steal_pointer(&base);
  for (guint i = 0; i < reader->subjects->len; i++) {
    const KithTerm *subject = (const KithTerm *)reader->subjects->pdata[i];
    const KithTerm *url = object(reader, subject, KITH_V_NIF_SOURCE_URL);
    if (is_document(reader, subject))
      add_document(reader, subject);
    if (url == NULL)
      continue;
    if (url->kind != KITH_TERM_IRI)
      return fail(reader, subject, "its nif:sourceUrl is no IRI");
    guint place = add_document(reader, url);
    KithSource *source = kith_graph_document(reader->graph, place);
    if (source->text)
      return fail(reader, subject, "a second text of <%s>", url->value);
    source->text = text(reader, subject, KITH_V_NIF_IS_STRING);
    g_hash_table_insert(reader->contexts, (gpointer)subject, GUINT_TO_POINTER(place + 1));
  }
  return TRUE;
}

static void
add_texts(const Reader *reader, const KithTerm *subject, KithVocabulary predicate, GPtrArray *into)
{
  g_autoptr(GPtrArray) found = objects(reader, subject, predicate);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add(into, g_strdup(((const KithTerm *)found->pdata[i])->value));
}

static gboolean
read_actors(Reader *reader)
{
  for (guint i = 0; i < reader->subjects->len; i++) {
    const KithTerm *subject = (const KithTerm *)reader->subjects->pdata[i];
    int type = which_type(reader, subject, actor_type, KITH_N_ACTOR_TYPES);
    if (type == KITH_N_ACTOR_TYPES)
      continue;
    if (subject->kind != KITH_TERM_IRI)
      return fail(reader, subject, "an actor is named by an IRI");
    KithActor *actor = kith_actor_new();
    g_ptr_array_add(reader->graph->actors, actor);
    actor->id = id_of(reader, subject);
    actor->global = kith_id_is_global(actor->id);
    actor->type = (KithActorType)type;
    actor->label = text(reader, subject, KITH_V_RDFS_LABEL);
    if (actor->label == NULL)
      return fail(reader, subject, "an actor without an rdfs:label");
    actor->code = text(reader, subject, KITH_V_KITH_COUNTRY_CODE);
    add_texts(reader, subject, KITH_V_RDFS_LABEL, actor->aliases);
    add_texts(reader, subject, KITH_V_SKOS_ALT_LABEL, actor->aliases);
    add_texts(reader, subject, KITH_V_OWL_SAME_AS, actor->same_as);
    g_hash_table_insert(reader->actors, (gpointer)subject, GUINT_TO_POINTER(reader->graph->actors->len));
  }
  return TRUE;
}

/* Which actors may be the same: those that are here. */
static void
read_close_matches(const Reader *reader)
{
  GHashTableIter iter;
  gpointer subject, place;
  g_hash_table_iter_init(&iter, reader->actors);
  while (g_hash_table_iter_next(&iter, &subject, &place)) {
    g_autoptr(GPtrArray) found = objects(reader, (const KithTerm *)subject, KITH_V_SKOS_CLOSE_MATCH);
    KithActor *actor = kith_graph_actor(reader->graph, GPOINTER_TO_UINT(place) - 1);
    for (guint k = 0; k < found->len; k++) {
      guint other = GPOINTER_TO_UINT(g_hash_table_lookup(reader->actors, found->pdata[k]));
      if (other > 0)
        g_ptr_array_add(actor->close, g_strdup(kith_graph_actor(reader->graph, other - 1)->id));
    }
  }
}

/* Takes a string out of an array that owns its strings. */
static void
remove_string(GPtrArray *strings, const char *string)
{
  for (guint i = strings->len; i-- > 0;)
    if (strcmp((const char *)strings->pdata[i], string) == 0)
      g_ptr_array_remove_index(strings, i);
}

/* What one document says of an actor; its IRI there is no identifier of the actor. */
static gboolean
read_appearance(Reader *reader, const KithTerm *subject)
{
  const KithTerm *of = object(reader, subject, KITH_V_KITH_APPEARANCE_OF);
  const KithTerm *document = object(reader, subject, KITH_V_KITH_IN_DOCUMENT);
  const KithTerm *own = object(reader, subject, KITH_V_KITH_AS_ACTOR);
  const KithTerm *type = object(reader, subject, KITH_V_KITH_ACTOR_TYPE);
  guint place = of ? GPOINTER_TO_UINT(g_hash_table_lookup(reader->actors, of)) : 0;
  guint home = document ? GPOINTER_TO_UINT(g_hash_table_lookup(reader->documents, document)) : 0;
  if (place == 0)
    return fail(reader, subject, "its kith:appearanceOf is no actor here");
  if (document && home == 0)
    return fail(reader, subject, "its kith:inDocument is no document here");
  if (own == NULL || own->kind != KITH_TERM_IRI)
    return fail(reader, subject, "its kith:asActor is no IRI");
  KithActor *actor = kith_graph_actor(reader->graph, place - 1);
  KithPart *part = kith_part_new();
  g_ptr_array_add(actor->parts, part);
  part->id = id_of(reader, own);
  part->document = home > 0 ? home - 1 : KITH_NONE;
  part->type = KITH_N_ACTOR_TYPES;
  for (int i = 0; i < KITH_N_ACTOR_TYPES; i++)
    if (type && kith_term_compare(type, actor_type(i)) == 0)
      part->type = (KithActorType)i;
  part->label = text(reader, subject, KITH_V_KITH_NAME);
  if (part->label == NULL || part->type == KITH_N_ACTOR_TYPES)
    return fail(reader, subject, "an appearance needs a kith:name and a kith:actorType");
  part->code = text(reader, subject, KITH_V_KITH_COUNTRY_CODE);
  part->why = text(reader, subject, KITH_V_KITH_WHY);
  add_texts(reader, subject, KITH_V_KITH_OTHER_NAME, part->aliases);
  add_texts(reader, subject, KITH_V_KITH_IDENTIFIED_AS, part->same_as);
  remove_string(actor->same_as, own->value);
  return TRUE;
}

static gboolean
read_appearances(Reader *reader)
{
  if (own_term(reader, kith_term(KITH_V_KITH_APPEARANCE)) == NULL)
    return TRUE;
  for (guint i = 0; i < reader->subjects->len; i++) {
    const KithTerm *subject = (const KithTerm *)reader->subjects->pdata[i];
    if (has_type(reader, subject, kith_term(KITH_V_KITH_APPEARANCE)) && !read_appearance(reader, subject))
      return FALSE;
  }
  return TRUE;
}

/* A literal that counts characters. */
static gboolean
read_count(const Reader *reader, const KithTerm *subject, KithVocabulary predicate, gsize *count)
{
  g_autofree char *digits = text(reader, subject, predicate);
  guint64 value;
  if (digits == NULL || !g_ascii_string_to_unsigned(digits, 10, 0, G_MAXINT32, &value, NULL))
    return fail(reader, subject, "a phrase needs a nif:beginIndex and a nif:endIndex that are counts");
  *count = (gsize)value;
  return TRUE;
}

/* The document and offsets of a phrase. */
static gboolean
read_phrase(const Reader *reader, const KithTerm *phrase, KithMentionSpan *span)
{
  const KithTerm *context = object(reader, phrase, KITH_V_NIF_REFERENCE_CONTEXT);
  guint document = context ? GPOINTER_TO_UINT(g_hash_table_lookup(reader->contexts, context)) : 0;
  if (document == 0)
    return fail(reader, phrase, "a phrase whose nif:referenceContext is not the text of a document here");
  *span = (KithMentionSpan){.document = document - 1};
  return read_count(reader, phrase, KITH_V_NIF_BEGIN, &span->begin_chars) &&
         read_count(reader, phrase, KITH_V_NIF_END, &span->end_chars);
}

/* Why a phrase mentions an actor, one of n; NULL where nothing says it. Owned by the caller. */
static char *
read_reason(const Reader *reader, const KithTerm *phrase, const KithActor *actor, guint n)
{
  g_autoptr(GPtrArray) found = objects(reader, phrase, KITH_V_KITH_WHY);
  g_autofree char *whose = g_strconcat(actor->id, ": ", NULL);
  for (guint i = 0; i < found->len; i++) {
    const char *why = ((const KithTerm *)found->pdata[i])->value;
    if (n == 1)
      return g_strdup(why);
    if (g_str_has_prefix(why, whose))
      return g_strdup(why + strlen(whose));
  }
  return NULL;
}

static gboolean
read_mentions(Reader *reader)
{
  for (guint i = 0; i < reader->subjects->len; i++) {
    const KithTerm *subject = (const KithTerm *)reader->subjects->pdata[i];
    g_autoptr(GPtrArray) found = objects(reader, subject, KITH_V_ITSRDF_IDENT_REF);
    for (guint k = 0; k < found->len; k++) {
      guint place = GPOINTER_TO_UINT(g_hash_table_lookup(reader->actors, found->pdata[k]));
      KithMentionSpan span;
      if (place == 0)
        continue; /* some other tool's link */
      if (!read_phrase(reader, subject, &span))
        return FALSE;
      KithActor *actor = kith_graph_actor(reader->graph, place - 1);
      span.why = read_reason(reader, subject, actor, found->len);
      g_array_append_val(actor->spans, span);
    }
  }
  return TRUE;
}

/* An actor that a relation points to; *actor stays where there is none, which only some allow. */
static gboolean
read_end(const Reader *reader, const KithTerm *subject, KithVocabulary predicate, gboolean required,
         guint *actor)
{
  g_autoptr(GPtrArray) found = objects(reader, subject, predicate);
  const char *property = strrchr(kith_iri(predicate), '#') + 1;
  if (found->len == 0)
    return !required || fail(reader, subject, "a relation without a kith:%s", property);
  if (found->len > 1)
    return fail(reader, subject, "a relation with more than one kith:%s", property);
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(reader->actors, found->pdata[0]));
  if (place == 0)
    return fail(reader, subject, "its kith:%s <%s> is no actor here", property,
                ((const KithTerm *)found->pdata[0])->value);
  *actor = place - 1;
  return TRUE;
}

/* The value of a property among n terms, or their names as a literal; *value stays where there is none. */
static gboolean
read_word(const Reader *reader, const KithTerm *subject, KithVocabulary predicate, int n,
          const KithTerm *(*term)(int i), const char *(*name)(int i), int *value)
{
  const KithTerm *given = object(reader, subject, predicate);
  if (given == NULL)
    return TRUE;
  for (int i = 0; i < n; i++)
    if (kith_term_compare(given, term(i)) == 0 ||
        (given->kind == KITH_TERM_LITERAL && strcmp(given->value, name(i)) == 0)) {
      *value = i;
      return TRUE;
    }
  return fail(reader, subject, "'%s' is no kith:%s", given->value, strrchr(kith_iri(predicate), '#') + 1);
}

static const KithTerm *
polarity_term(int i)
{
  return kith_term_polarity((KithPolarity)i);
}

static const char *
polarity_name(int i)
{
  return kith_polarity_name((KithPolarity)i);
}

static const KithTerm *
modality_term(int i)
{
  return kith_term_modality((KithModality)i);
}

static const char *
modality_name(int i)
{
  return kith_modality_name((KithModality)i);
}

static gboolean
read_confidence(const Reader *reader, const KithTerm *subject, double *confidence)
{
  g_autofree char *digits = text(reader, subject, KITH_V_KITH_CONFIDENCE);
  char *end;
  *confidence = digits ? g_ascii_strtod(digits, &end) : 1;
  if (digits && (*end != '\0' || !(*confidence >= 0 && *confidence <= 1)))
    return fail(reader, subject, "the confidence '%s' is no number from 0 to 1", digits);
  return TRUE;
}

/* When it was: kith:time, or what the sem:Time says. Owned by the caller. */
static char *
read_time(const Reader *reader, const KithTerm *subject)
{
  char *own = text(reader, subject, KITH_V_KITH_TIME);
  const KithTerm *time = object(reader, subject, KITH_V_SEM_HAS_TIME);
  if (own || time == NULL)
    return own;
  g_autofree char *begin = text(reader, time, KITH_V_SEM_BEGIN);
  g_autofree char *end = text(reader, time, KITH_V_SEM_END);
  if (begin && end && strcmp(begin, end) != 0)
    return g_strconcat(begin, "/", end, NULL);
  return begin ? g_steal_pointer(&begin) : g_steal_pointer(&end);
}

static gboolean
read_evidence(const Reader *reader, const KithTerm *subject, GPtrArray *evidence)
{
  g_autoptr(GPtrArray) phrases = objects(reader, subject, KITH_V_PROV_DERIVED);
  for (guint i = 0; i < phrases->len; i++) {
    const KithTerm *phrase = (const KithTerm *)phrases->pdata[i];
    KithMentionSpan span;
    if (!read_phrase(reader, phrase, &span))
      return FALSE;
    g_autofree char *words = text(reader, phrase, KITH_V_NIF_ANCHOR);
    const char *all = kith_graph_document(reader->graph, span.document)->text;
    if (words == NULL && all && span.begin_chars < span.end_chars &&
        span.end_chars <= (gsize)g_utf8_strlen(all, -1))
      words = g_utf8_substring(all, (glong)span.begin_chars, (glong)span.end_chars);
    g_ptr_array_add(evidence, kith_evidence_new(span.document, span.begin_chars, span.end_chars, words));
  }
  return TRUE;
}

static gboolean
read_relation(Reader *reader, const KithTerm *subject, int class)
{
  KithRelation *relation = kith_relation_new();
  int polarity = KITH_POSITIVE, modality = KITH_ACTUAL;
  g_ptr_array_add(reader->graph->relations, relation);
  relation->id = id_of(reader, subject);
  relation->class = class < KITH_N_CLASSES ? (KithClass) class : KITH_CLASS_OTHER;
  relation->label = text(reader, subject, KITH_V_RDFS_LABEL);
  relation->lemma = text(reader, subject, KITH_V_KITH_LEMMA);
  relation->cameo = text(reader, subject, KITH_V_KITH_CAMEO_CODE);
  relation->time = read_time(reader, subject);
  if (!read_end(reader, subject, KITH_V_KITH_SOURCE, TRUE, &relation->source) ||
      !read_end(reader, subject, KITH_V_KITH_TARGET, TRUE, &relation->target) ||
      !read_end(reader, subject, KITH_V_KITH_ATTRIBUTED_TO, FALSE, &relation->attributed_to) ||
      !read_end(reader, subject, KITH_V_KITH_PLACE, FALSE, &relation->place) ||
      !read_word(reader, subject, KITH_V_KITH_POLARITY, KITH_N_POLARITIES, polarity_term, polarity_name,
                 &polarity) ||
      !read_word(reader, subject, KITH_V_KITH_MODALITY, KITH_N_MODALITIES, modality_term, modality_name,
                 &modality) ||
      !read_confidence(reader, subject, &relation->confidence))
    return FALSE;
  relation->polarity = (KithPolarity)polarity;
  relation->modality = (KithModality)modality;
  return read_evidence(reader, subject, relation->evidence);
}

static gboolean
read_relations(Reader *reader)
{
  for (guint i = 0; i < reader->subjects->len; i++) {
    const KithTerm *subject = (const KithTerm *)reader->subjects->pdata[i];
    int class = which_type(reader, subject, class_type, KITH_N_CLASSES);
    if (class == KITH_N_CLASSES && !has_type(reader, subject, kith_term(KITH_V_KITH_RELATION)) &&
        !object(reader, subject, KITH_V_KITH_SOURCE))
      continue;
    if (subject->kind != KITH_TERM_IRI)
      return fail(reader, subject, "a relation is named by an IRI");
    if (!read_relation(reader, subject, class))
      return FALSE;
  }
  return TRUE;
}

static void
read_run(Reader *reader)
{
  KithRun *run = &reader->graph->run;
  for (guint i = 0; i < reader->subjects->len; i++) {
    const KithTerm *subject = (const KithTerm *)reader->subjects->pdata[i];
    if (run->tool || run->model || run->time || !has_type(reader, subject, kith_term(KITH_V_PROV_ACTIVITY)))
      continue;
    run->tool = text(reader, subject, KITH_V_KITH_TOOL);
    run->model = text(reader, subject, KITH_V_KITH_MODEL);
    run->time = text(reader, subject, KITH_V_PROV_ENDED);
  }
}

static gboolean
read_all(Reader *reader)
{
  if (!read_documents(reader) || !read_actors(reader) || !read_appearances(reader) ||
      !read_mentions(reader) || !read_relations(reader))
    return FALSE;
  read_close_matches(reader);
  read_run(reader);
  KithGraph *graph = reader->graph;
  if (graph->documents->len + graph->actors->len == 0) {
    g_set_error(reader->error, KITH_ERROR, KITH_ERROR_INPUT,
                "%s: nothing in it is in kith's vocabulary: no actor and no document", reader->name);
    return FALSE;
  }
  kith_graph_sort(graph);
  g_autoptr(GError) local = NULL;
  if (kith_graph_check(graph, &local))
    return TRUE;
  g_set_error(reader->error, KITH_ERROR, KITH_ERROR_INPUT, "%s: %s", reader->name, local->message);
  return FALSE;
}

KithGraph *
kith_understand(const char *name, const KithStatements *statements, GError **error)
{
  g_autoptr(GHashTable) about = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  g_autoptr(GPtrArray) subjects = g_ptr_array_new();
  g_autoptr(GHashTable) documents = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) actors = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) contexts = g_hash_table_new(NULL, NULL);
  g_autoptr(KithGraph) graph = kith_graph_new();
  Reader reader = {.name = name,
                   .statements = statements,
                   .about = about,
                   .subjects = subjects,
                   .documents = documents,
                   .actors = actors,
                   .contexts = contexts,
                   .base = KITH_DEFAULT_BASE,
                   .graph = graph,
                   .error = error};
  index_statements(&reader);
  return read_all(&reader) ? g_steal_pointer(&graph) : NULL;
}
