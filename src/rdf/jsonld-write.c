/* The writer of JSON-LD: a node object for each subject, a graph object for each named graph. */
#include <string.h>

#include "graph/json.h"
#include "rdf/jsonld.h"
#include "rdf/lines.h"
#include "rdf/writer.h"

/* ---- the context ---- */

/* What the values of a property of the vocabulary are. */
static const char *
type_of(KithVocabulary name)
{
  static const KithVocabulary resources[] = {KITH_V_OWL_SAME_AS,
                                             KITH_V_SKOS_CLOSE_MATCH,
                                             KITH_V_SEM_HAS_ACTOR,
                                             KITH_V_SEM_HAS_PLACE,
                                             KITH_V_SEM_HAS_TIME,
                                             KITH_V_NIF_SOURCE_URL,
                                             KITH_V_NIF_REFERENCE_CONTEXT,
                                             KITH_V_ITSRDF_IDENT_REF,
                                             KITH_V_PROV_DERIVED,
                                             KITH_V_PROV_GENERATED,
                                             KITH_V_ORG_HAS_ORGANIZATION,
                                             KITH_V_ORG_MEMBER,
                                             KITH_V_ORG_HAS_ROLE,
                                             KITH_V_KITH_SOURCE,
                                             KITH_V_KITH_TARGET,
                                             KITH_V_KITH_POLARITY,
                                             KITH_V_KITH_MODALITY,
                                             KITH_V_KITH_ATTRIBUTED_TO,
                                             KITH_V_KITH_PLACE};
  for (gsize i = 0; i < G_N_ELEMENTS(resources); i++)
    if (resources[i] == name)
      return "@id";
  if (name == KITH_V_NIF_BEGIN || name == KITH_V_NIF_END)
    return kith_iri(KITH_V_XSD_COUNT);
  return name == KITH_V_KITH_CONFIDENCE ? kith_iri(KITH_V_XSD_DECIMAL) : NULL;
}

static void
add_term(GArray *terms, GHashTable *names, const char *iri, const char *type)
{
  const KithPrefix *p = kith_prefixes();
  while (!g_str_has_prefix(iri, p->iri))
    p++;
  const char *local = iri + p->length;
  gboolean taken = g_hash_table_contains(names, local);
  KithTermName term = {taken ? g_strdup_printf("%s_%s", p->prefix, local) : g_strdup(local), iri, type};
  g_hash_table_add(names, (gpointer)term.name);
  g_array_append_val(terms, term);
}

/* Kith's own words first: the others that are called the same get their prefix. */
static const KithTermName *
make_terms(void)
{
  GArray *terms = g_array_new(TRUE, TRUE, sizeof(KithTermName));
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  for (int i = 0; i < KITH_N_ACTOR_TYPES; i++)
    add_term(terms, names, kith_term_actor_type((KithActorType)i)->value, NULL);
  for (int i = 0; i < KITH_N_CLASSES; i++)
    add_term(terms, names, kith_term_class((KithClass)i)->value, NULL);
  for (int i = 0; i < KITH_N_CLASSES; i++)
    add_term(terms, names, kith_term_edge((KithClass)i)->value, "@id");
  for (int own = 1; own >= 0; own--)
    for (int i = 0; i < KITH_N_VOCABULARY; i++) {
      const char *iri = kith_iri((KithVocabulary)i);
      gboolean plain = g_str_has_prefix(iri, RDF_NS) || g_str_has_prefix(iri, XSD_NS);
      if (!plain && g_str_has_prefix(iri, KITH_NS) == own)
        add_term(terms, names, iri, type_of((KithVocabulary)i));
    }
  return (const KithTermName *)g_array_free(terms, FALSE);
}

const KithTermName *
kith_jsonld_terms(void)
{
  static const KithTermName *terms;
  static gsize done = 0;
  if (g_once_init_enter(&done)) {
    terms = make_terms();
    g_once_init_leave(&done, 1);
  }
  return terms;
}

void
kith_jsonld_append_context(GString *out)
{
  g_string_append(out, "{\n  \"@version\": 1.1");
  for (const KithTermName *term = kith_jsonld_terms(); term->name; term++) {
    g_string_append_printf(out, ",\n  \"%s\": {\"@id\": \"%s\"", term->name, term->iri);
    if (term->type)
      g_string_append_printf(out, ", \"@type\": \"%s\"", term->type);
    g_string_append_c(out, '}');
  }
  g_string_append(out, "\n }");
}

/* ---- the writer ---- */

typedef struct {
  GHashTable *terms;                  /* IRI -> KithTermName */
  KithTerm graph, subject, predicate; /* that are open; values owned, NULL: none */
  GString *values;                    /* of the predicate */
  guint n_values;
  gboolean any; /* a node has been written in the open graph */
} Jsonld;

static void
keep(KithTerm *kept, const KithTerm *term)
{
  g_free((char *)kept->value);
  *kept = (KithTerm){term ? term->kind : KITH_TERM_IRI, term ? g_strdup(term->value) : NULL, NULL, NULL};
}

static gboolean
is_kept(const KithTerm *kept, const KithTerm *term)
{
  return g_strcmp0(kept->value, term ? term->value : NULL) == 0 && (term == NULL || kept->kind == term->kind);
}

/* Appends an IRI or a blank node as a JSON string. */
static void
append_name(GString *out, const KithTerm *term)
{
  g_autoptr(GString) blank = g_string_new(NULL);
  if (term->kind == KITH_TERM_BLANK)
    kith_lines_append_blank(blank, term->value);
  kith_json_append_string(out, term->kind == KITH_TERM_BLANK ? blank->str : term->value);
}

/* Appends an object of a property whose values are of a type. */
static void
append_value(GString *out, const KithTerm *object, const char *type)
{
  if (object->kind != KITH_TERM_LITERAL) {
    gboolean bare = g_strcmp0(type, "@id") == 0;
    g_string_append(out, bare ? "" : "{\"@id\": ");
    append_name(out, object);
    g_string_append(out, bare ? "" : "}");
  } else if (object->language == NULL && g_strcmp0(object->datatype, type) == 0) {
    kith_json_append_string(out, object->value);
  } else {
    g_string_append(out, "{\"@value\": ");
    kith_json_append_string(out, object->value);
    if (object->language || object->datatype) {
      g_string_append(out, object->language ? ", \"@language\": " : ", \"@type\": ");
      kith_json_append_string(out, object->language ? object->language : object->datatype);
    }
    g_string_append_c(out, '}');
  }
}

/* Writes the property that is open with its values. */
static void
close_property(Jsonld *jsonld, GString *out)
{
  if (jsonld->predicate.value == NULL)
    return;
  const KithTermName *term =
      (const KithTermName *)g_hash_table_lookup(jsonld->terms, jsonld->predicate.value);
  g_string_append(out, ",\n   ");
  kith_json_append_string(out, term ? term->name : jsonld->predicate.value);
  g_string_append(out, jsonld->n_values > 1 ? ": [" : ": ");
  g_string_append_len(out, jsonld->values->str, (gssize)jsonld->values->len);
  g_string_append(out, jsonld->n_values > 1 ? "]" : "");
  g_string_truncate(jsonld->values, 0);
  jsonld->n_values = 0;
  keep(&jsonld->predicate, NULL);
}

static void
close_node(Jsonld *jsonld, GString *out)
{
  close_property(jsonld, out);
  if (jsonld->subject.value)
    g_string_append_c(out, '}');
  keep(&jsonld->subject, NULL);
}

/* Opens an object with its id. */
static void
open_object(Jsonld *jsonld, GString *out, const KithTerm *name)
{
  g_string_append(out, jsonld->any ? ",\n  {\"@id\": " : "\n  {\"@id\": ");
  append_name(out, name);
  jsonld->any = TRUE;
}

static void
change_graph(Jsonld *jsonld, GString *out, const KithTerm *graph)
{
  if (is_kept(&jsonld->graph, graph))
    return;
  close_node(jsonld, out);
  if (jsonld->graph.value)
    g_string_append(out, "]}");
  if (graph) {
    open_object(jsonld, out, graph);
    g_string_append(out, ", \"@graph\": [");
    jsonld->any = FALSE;
  } else {
    jsonld->any = TRUE;
  }
  keep(&jsonld->graph, graph);
}

static gpointer
begin(KithWriter *writer)
{
  Jsonld *jsonld = g_new0(Jsonld, 1);
  jsonld->terms = g_hash_table_new(g_str_hash, g_str_equal);
  jsonld->values = g_string_new(NULL);
  for (const KithTermName *term = kith_jsonld_terms(); term->name; term++)
    g_hash_table_insert(jsonld->terms, (gpointer)term->iri, (gpointer)term);
  g_string_append(writer->out, "{\"@context\": ");
  kith_jsonld_append_context(writer->out);
  g_string_append(writer->out, ",\n \"@graph\": [");
  return jsonld;
}

static void
take(KithWriter *writer, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
     const KithTerm *graph)
{
  Jsonld *jsonld = (Jsonld *)writer->state;
  GString *out = writer->out;
  change_graph(jsonld, out, graph);
  if (!is_kept(&jsonld->subject, subject)) {
    close_node(jsonld, out);
    open_object(jsonld, out, subject);
    keep(&jsonld->subject, subject);
  }
  gboolean type =
      object->kind != KITH_TERM_LITERAL && strcmp(predicate->value, kith_iri(KITH_V_RDF_TYPE)) == 0;
  KithTerm key = {KITH_TERM_IRI, type ? "@type" : predicate->value, NULL, NULL};
  if (!is_kept(&jsonld->predicate, &key)) {
    close_property(jsonld, out);
    keep(&jsonld->predicate, &key);
  }
  const KithTermName *term =
      (const KithTermName *)g_hash_table_lookup(jsonld->terms, type ? object->value : predicate->value);
  g_string_append(jsonld->values, jsonld->n_values++ ? ", " : "");
  if (type && term && object->kind == KITH_TERM_IRI)
    kith_json_append_string(jsonld->values, term->name);
  else
    append_value(jsonld->values, object, type ? "@id" : term ? term->type : NULL);
}

static void
end(KithWriter *writer)
{
  change_graph((Jsonld *)writer->state, writer->out, NULL);
  close_node((Jsonld *)writer->state, writer->out);
  g_string_append(writer->out, "\n ]}\n");
}

static void
jsonld_free(gpointer state)
{
  Jsonld *jsonld = (Jsonld *)state;
  g_hash_table_unref(jsonld->terms);
  g_string_free(jsonld->values, TRUE);
  g_free((char *)jsonld->graph.value);
  g_free((char *)jsonld->subject.value);
  g_free((char *)jsonld->predicate.value);
  g_free(jsonld);
}

const KithWriterClass kith_jsonld_writer = {begin, take, end, jsonld_free};
