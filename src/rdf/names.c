/* Actors that a user knows by name, out of RDF: SKOS, schema.org, FOAF, kith's own words. */
#include <string.h>

#include "base/error.h"
#include "base/slug.h"
#include "rdf/formats.h"
#include "rdf/iri.h"
#include "rdf/rdf.h"

#define SCHEMA_HTTP_NS "http://schema.org/"

/* What a property says of an actor. */
typedef enum { LABEL, NAME, DEMONYM, SEAT, REGION, CODE, COUNTRY, SAME_AS } Column;

/* Properties; of labels the first to be found is the label, the others are names. */
static const struct {
  const char *iri;
  Column column;
} properties[] = {
    {SKOS_NS "prefLabel", LABEL},
    {RDFS_NS "label", LABEL},
    {SCHEMA_NS "name", LABEL},
    {FOAF_NS "name", LABEL},
    {SKOS_NS "altLabel", NAME},
    {SKOS_NS "hiddenLabel", NAME},
    {SCHEMA_NS "alternateName", NAME},
    {KITH_NS "demonym", DEMONYM},
    {KITH_NS "seat", SEAT},
    {KITH_NS "region", REGION},
    {KITH_NS "countryCode", CODE},
    {KITH_NS "country", COUNTRY},
    {SCHEMA_NS "addressCountry", COUNTRY},
    {SCHEMA_NS "containedInPlace", COUNTRY},
    {OWL_NS "sameAs", SAME_AS},
    {SCHEMA_NS "sameAs", SAME_AS},
};

/* Classes beside kith's own. */
static const struct {
  const char *iri, *type;
} classes[] = {
    {SCHEMA_NS "Person", "person"},
    {FOAF_NS "Person", "person"},
    {SCHEMA_NS "Organization", "organization"},
    {SCHEMA_NS "GovernmentOrganization", "organization"},
    {SCHEMA_NS "NewsMediaOrganization", "organization"},
    {SCHEMA_NS "Corporation", "organization"},
    {SCHEMA_NS "NGO", "organization"},
    {SCHEMA_NS "PoliticalParty", "organization"},
    {SCHEMA_NS "EducationalOrganization", "organization"},
    {SCHEMA_NS "SportsTeam", "organization"},
    {FOAF_NS "Organization", "organization"},
    {ORG_NS "Organization", "organization"},
    {SCHEMA_NS "Country", "country"},
    {SCHEMA_NS "Place", "place"},
    {SCHEMA_NS "City", "place"},
    {SCHEMA_NS "State", "place"},
    {SCHEMA_NS "AdministrativeArea", "place"},
    {FOAF_NS "Group", "group"},
};

/* A subject on its way to a row. */
typedef struct {
  const KithTerm *subject;
  guint line;        /* where it first stands */
  const char *type;  /* NULL: none that is known */
  gboolean typed;    /* with another one than skos:Concept */
  guint rank;        /* of the label among properties */
  const char *label; /* lent, and so the next three */
  const char *code;
  const char *same_as;
  const KithTerm *country;
  GPtrArray *lists[REGION + 1]; /* NAME to REGION: const char * */
  char *id;
} Named;

typedef struct {
  const char *name;
  GHashTable *by_subject; /* KithTerm * -> Named * */
  GPtrArray *all;         /* Named *, in the order of the file */
  GError **error;
} Reader;

static void
named_free(gpointer data)
{
  Named *named = (Named *)data;
  for (int i = NAME; i <= REGION; i++)
    g_ptr_array_unref(named->lists[i]);
  g_free(named->id);
  g_free(named);
}

static gboolean G_GNUC_PRINTF(3, 4) fail(const Reader *reader, guint line, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *message = g_strdup_vprintf(format, args);
  va_end(args);
  g_set_error(reader->error, KITH_ERROR, KITH_ERROR_INPUT, "%s:%u: %s", reader->name, line, message);
  return FALSE;
}

static Named *
named_of(Reader *reader, const KithStatement *statement)
{
  Named *named = (Named *)g_hash_table_lookup(reader->by_subject, statement->subject);
  if (named)
    return named;
  named = g_new0(Named, 1);
  named->subject = statement->subject;
  named->line = statement->line;
  named->rank = G_N_ELEMENTS(properties);
  for (int i = NAME; i <= REGION; i++)
    named->lists[i] = g_ptr_array_new();
  g_ptr_array_add(reader->all, named);
  g_hash_table_insert(reader->by_subject, (gpointer)statement->subject, named);
  return named;
}

/* Whether an IRI is this one; schema.org's are written with http as well. */
static gboolean
is_iri(const char *iri, const char *wanted)
{
  gsize http = strlen(SCHEMA_HTTP_NS), https = strlen(SCHEMA_NS);
  if (g_str_has_prefix(iri, SCHEMA_HTTP_NS) && g_str_has_prefix(wanted, SCHEMA_NS))
    return strcmp(iri + http, wanted + https) == 0;
  return strcmp(iri, wanted) == 0;
}

static void
take_type(Named *named, const char *iri)
{
  for (gsize i = 0; i < G_N_ELEMENTS(classes) && named->type == NULL; i++)
    if (is_iri(iri, classes[i].iri))
      named->type = classes[i].type;
  for (int i = 0; i < KITH_N_ACTOR_TYPES; i++)
    if (strcmp(iri, kith_term_actor_type((KithActorType)i)->value) == 0)
      named->type = kith_actor_type_name((KithActorType)i); /* kith's own goes before others */
  named->typed |= strcmp(iri, SKOS_NS "Concept") != 0;
}

/* A name that a row can hold: in English or in no language. */
static gboolean
take_name(const Reader *reader, Named *named, const KithStatement *statement, guint property)
{
  const KithTerm *object = statement->object;
  Column column = properties[property].column;
  if (object->kind != KITH_TERM_LITERAL && column != REGION)
    return fail(reader, statement->line, "a name is a literal, not <%s>", object->value);
  if (object->language && g_ascii_strncasecmp(object->language, "en", 2) != 0)
    return TRUE;
  if (*object->value == '\0' || strpbrk(object->value, ";\t\r\n"))
    return fail(reader, statement->line, "no name, or one with ';', a tab or a line end: '%s'",
                object->value);
  if (column != LABEL) {
    g_ptr_array_add(named->lists[column], (gpointer)object->value);
    return TRUE;
  }
  const char *other = object->value;
  if (property < named->rank) {
    other = named->label;
    named->label = object->value;
    named->rank = property;
  }
  if (other && strcmp(other, named->label) != 0)
    g_ptr_array_add(named->lists[NAME], (gpointer)other);
  return TRUE;
}

static gboolean
take(Reader *reader, const KithStatement *statement)
{
  if (statement->subject->kind != KITH_TERM_IRI)
    return TRUE;
  Named *named = named_of(reader, statement);
  if (strcmp(statement->predicate->value, kith_iri(KITH_V_RDF_TYPE)) == 0) {
    take_type(named, statement->object->value);
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS(properties); i++) {
    if (!is_iri(statement->predicate->value, properties[i].iri))
      continue;
    switch (properties[i].column) {
    case CODE:
      named->code = statement->object->value;
      return TRUE;
    case COUNTRY:
      named->country = statement->object;
      return TRUE;
    case SAME_AS:
      if (statement->object->kind != KITH_TERM_IRI)
        return fail(reader, statement->line, "what it is the same as is an IRI, not '%s'",
                    statement->object->value);
      named->same_as = named->same_as ? named->same_as : statement->object->value;
      return TRUE;
    default:
      return take_name(reader, named, statement, i);
    }
  }
  return TRUE;
}

/* The id of an actor: what kith's own IRI has after its base, or the label's slug. */
static gboolean
name_id(const Reader *reader, Named *named)
{
  const char *iri = named->subject->value;
  if (named->type == NULL && named->label && !named->typed)
    return fail(reader, named->line, "<%s> has a name but no type: schema:Organization, kith:Person, ...",
                iri);
  if (named->type == NULL)
    return TRUE; /* something else: a scheme, a document */
  if (named->label == NULL && !g_str_has_prefix(iri, KITH_DEFAULT_BASE))
    return fail(reader, named->line, "<%s> has no name in English or no language", iri);
  named->id = g_str_has_prefix(iri, KITH_DEFAULT_BASE) ? kith_id_of_iri(KITH_DEFAULT_BASE, iri)
                                                       : kith_slug(named->label);
  return TRUE;
}

/* The id of a country: of a subject of the file, of kith's own IRI, or the slug of a name. NULL for none.
 * Owned by the caller. */
static char *
country_id(const Reader *reader, const KithTerm *country)
{
  const Named *there = country ? (const Named *)g_hash_table_lookup(reader->by_subject, country) : NULL;
  if (country == NULL)
    return NULL;
  if (there)
    return g_strdup(there->id);
  if (country->kind == KITH_TERM_LITERAL)
    return kith_slug(country->value);
  return g_str_has_prefix(country->value, KITH_DEFAULT_BASE)
             ? kith_id_of_iri(KITH_DEFAULT_BASE, country->value)
             : NULL;
}

static void
append_list(const GPtrArray *list, GString *rows)
{
  g_string_append_c(rows, '\t');
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf(rows, "%s%s", i ? ";" : "", (const char *)list->pdata[i]);
}

static void
append_row(const Reader *reader, const Named *named, GString *rows)
{
  g_autofree char *country = country_id(reader, named->country);
  const char *iri = named->subject->value;
  const char *own = g_str_has_prefix(iri, KITH_DEFAULT_BASE) ? NULL : iri;
  const char *same_as = own ? own : named->same_as;
  g_string_append_printf(rows, "%s\t%s\t%s\t%s\t%s\t%s", named->id, named->type,
                         named->label ? named->label : "", named->code ? named->code : "",
                         country ? country : "", same_as ? same_as : "");
  for (int i = NAME; i <= REGION; i++)
    append_list(named->lists[i], rows);
  g_string_append_c(rows, '\n');
}

gboolean
kith_rdf_names(const char *name, const char *bytes, gsize length, GString *rows, GArray *lines,
               GError **error)
{
  g_autoptr(KithStatements) statements = kith_statements_read(name, bytes, length, NULL, error);
  if (statements == NULL)
    return FALSE;
  g_autoptr(GHashTable) by_subject = g_hash_table_new(NULL, NULL);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(named_free);
  Reader reader = {name, by_subject, all, error};
  for (guint i = 0; i < statements->list->len; i++)
    if (!take(&reader, kith_statement(statements, i)))
      return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (!name_id(&reader, (Named *)all->pdata[i]))
      return FALSE;
  for (guint i = 0; i < all->len; i++) {
    const Named *named = (const Named *)all->pdata[i];
    if (named->id == NULL)
      continue;
    append_row(&reader, named, rows);
    g_array_append_val(lines, named->line);
  }
  if (lines->len > 0)
    return TRUE;
  g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT,
              "%s: no actor in it: nothing of a type like schema:Organization", name);
  return FALSE;
}
