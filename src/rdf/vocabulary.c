#include "rdf/vocabulary.h"

#define X(name, ns, local) [KITH_V_##name] = {KITH_TERM_IRI, ns local, NULL, NULL},
const KithTerm kith_vocabulary[KITH_N_VOCABULARY] = {KITH_VOCABULARY(X)};
#undef X

#define PREFIX(prefix, iri)                                                                                  \
  {                                                                                                          \
    prefix, iri, sizeof(iri) - 1                                                                             \
  }
static const KithPrefix prefixes[] = {
    PREFIX("kith", KITH_NS),       PREFIX("sem", SEM_NS),       PREFIX("nif", NIF_NS),
    PREFIX("itsrdf", ITSRDF_NS),   PREFIX("prov", PROV_NS),     PREFIX("org", ORG_NS),
    PREFIX("foaf", FOAF_NS),       PREFIX("skos", SKOS_NS),     PREFIX("rdf", RDF_NS),
    PREFIX("dcterms", DCTERMS_NS), PREFIX("owl", OWL_NS),       PREFIX("rdfs", RDFS_NS),
    PREFIX("xsd", XSD_NS),         PREFIX("schema", SCHEMA_NS), {NULL, NULL, 0},
};
#undef PREFIX

const KithPrefix *
kith_prefixes(void)
{
  return prefixes;
}

/* "located-in" as kith:LocatedIn (a class or an individual) or kith:locatedIn (a property). */
static KithTerm
camel(const char *name, gboolean upper)
{
  GString *iri = g_string_new(KITH_NS);
  for (const char *p = name; *p != '\0'; p++) {
    if (*p == '-')
      upper = TRUE;
    else
      g_string_append_c(iri, upper ? g_ascii_toupper(*p) : *p);
    upper = upper && *p == '-';
  }
  return (KithTerm){KITH_TERM_IRI, g_string_free(iri, FALSE), NULL, NULL};
}

static struct {
  KithTerm classes[KITH_N_CLASSES], edges[KITH_N_CLASSES], types[KITH_N_ACTOR_TYPES];
  KithTerm polarities[KITH_N_POLARITIES], modalities[KITH_N_MODALITIES];
} names;

/* Makes the names, once in the life of the process. */
static void
make_names(void)
{
  static gsize done = 0;
  if (!g_once_init_enter(&done))
    return;
  for (int i = 0; i < KITH_N_CLASSES; i++) {
    names.classes[i] = camel(kith_class_name((KithClass)i), TRUE);
    names.edges[i] = camel(kith_class_name((KithClass)i), FALSE);
  }
  for (int i = 0; i < KITH_N_ACTOR_TYPES; i++)
    names.types[i] = camel(kith_actor_type_name((KithActorType)i), TRUE);
  for (int i = 0; i < KITH_N_POLARITIES; i++)
    names.polarities[i] = camel(kith_polarity_name((KithPolarity)i), TRUE);
  for (int i = 0; i < KITH_N_MODALITIES; i++)
    names.modalities[i] = camel(kith_modality_name((KithModality)i), TRUE);
  g_once_init_leave(&done, 1);
}

const KithTerm *
kith_term_class(KithClass class)
{
  make_names();
  return &names.classes[class];
}

const KithTerm *
kith_term_edge(KithClass class)
{
  make_names();
  return &names.edges[class];
}

const KithTerm *
kith_term_actor_type(KithActorType type)
{
  make_names();
  return &names.types[type];
}

const KithTerm *
kith_term_polarity(KithPolarity polarity)
{
  make_names();
  return &names.polarities[polarity];
}

const KithTerm *
kith_term_modality(KithModality modality)
{
  make_names();
  return &names.modalities[modality];
}
