/* The vocabulary: every namespace and every IRI of it, once. */
#pragma once

#include "base/types.h"

typedef enum { KITH_TERM_IRI, KITH_TERM_BLANK, KITH_TERM_LITERAL } KithTermKind;

/* A node of RDF. Strings are lent. */
typedef struct {
  KithTermKind kind;
  const char *value;    /* the IRI, the blank node's name, the literal's text; UTF-8 */
  const char *datatype; /* of a literal: its IRI; NULL: a plain string */
  const char *language; /* of a literal; NULL: none */
} KithTerm;

#define KITH_NS "https://w3id.org/kith/ns#"
#define SEM_NS "http://semanticweb.cs.vu.nl/2009/11/sem/"
#define NIF_NS "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
#define ITSRDF_NS "http://www.w3.org/2005/11/its/rdf#"
#define PROV_NS "http://www.w3.org/ns/prov#"
#define ORG_NS "http://www.w3.org/ns/org#"
#define FOAF_NS "http://xmlns.com/foaf/0.1/"
#define SKOS_NS "http://www.w3.org/2004/02/skos/core#"
#define DCTERMS_NS "http://purl.org/dc/terms/"
#define OWL_NS "http://www.w3.org/2002/07/owl#"
#define RDF_NS "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS_NS "http://www.w3.org/2000/01/rdf-schema#"
#define XSD_NS "http://www.w3.org/2001/XMLSchema#"
#define SCHEMA_NS "https://schema.org/"

/* name, namespace, local name */
#define KITH_VOCABULARY(X)                                                                                   \
  X(RDF_TYPE, RDF_NS, "type")                                                                                \
  X(RDF_LANG_STRING, RDF_NS, "langString")                                                                   \
  X(RDFS_LABEL, RDFS_NS, "label")                                                                            \
  X(OWL_SAME_AS, OWL_NS, "sameAs")                                                                           \
  X(SKOS_ALT_LABEL, SKOS_NS, "altLabel")                                                                     \
  X(SKOS_CLOSE_MATCH, SKOS_NS, "closeMatch")                                                                 \
  X(XSD_STRING, XSD_NS, "string")                                                                            \
  X(XSD_DECIMAL, XSD_NS, "decimal")                                                                          \
  X(XSD_COUNT, XSD_NS, "nonNegativeInteger")                                                                 \
  X(XSD_DATE, XSD_NS, "date")                                                                                \
  X(XSD_DATE_TIME, XSD_NS, "dateTime")                                                                       \
  X(DCTERMS_IDENTIFIER, DCTERMS_NS, "identifier")                                                            \
  X(DCTERMS_TITLE, DCTERMS_NS, "title")                                                                      \
  X(DCTERMS_DATE, DCTERMS_NS, "date")                                                                        \
  X(DCTERMS_SOURCE, DCTERMS_NS, "source")                                                                    \
  X(SCHEMA_NEWS_ARTICLE, SCHEMA_NS, "NewsArticle")                                                           \
  X(SCHEMA_AUTHOR, SCHEMA_NS, "author")                                                                      \
  X(SEM_ACTOR, SEM_NS, "Actor")                                                                              \
  X(SEM_PLACE, SEM_NS, "Place")                                                                              \
  X(SEM_EVENT, SEM_NS, "Event")                                                                              \
  X(SEM_TIME, SEM_NS, "Time")                                                                                \
  X(SEM_HAS_ACTOR, SEM_NS, "hasActor")                                                                       \
  X(SEM_HAS_PLACE, SEM_NS, "hasPlace")                                                                       \
  X(SEM_HAS_TIME, SEM_NS, "hasTime")                                                                         \
  X(SEM_BEGIN, SEM_NS, "hasBeginTimeStamp")                                                                  \
  X(SEM_END, SEM_NS, "hasEndTimeStamp")                                                                      \
  X(NIF_CONTEXT, NIF_NS, "Context")                                                                          \
  X(NIF_RFC5147, NIF_NS, "RFC5147String")                                                                    \
  X(NIF_PHRASE, NIF_NS, "Phrase")                                                                            \
  X(NIF_IS_STRING, NIF_NS, "isString")                                                                       \
  X(NIF_SOURCE_URL, NIF_NS, "sourceUrl")                                                                     \
  X(NIF_BEGIN, NIF_NS, "beginIndex")                                                                         \
  X(NIF_END, NIF_NS, "endIndex")                                                                             \
  X(NIF_ANCHOR, NIF_NS, "anchorOf")                                                                          \
  X(NIF_REFERENCE_CONTEXT, NIF_NS, "referenceContext")                                                       \
  X(ITSRDF_IDENT_REF, ITSRDF_NS, "taIdentRef")                                                               \
  X(PROV_ACTIVITY, PROV_NS, "Activity")                                                                      \
  X(PROV_DERIVED, PROV_NS, "wasDerivedFrom")                                                                 \
  X(PROV_GENERATED, PROV_NS, "wasGeneratedBy")                                                               \
  X(PROV_ENDED, PROV_NS, "endedAtTime")                                                                      \
  X(ORG_MEMBERSHIP, ORG_NS, "Membership")                                                                    \
  X(ORG_ORGANIZATION, ORG_NS, "Organization")                                                                \
  X(ORG_HAS_ORGANIZATION, ORG_NS, "organization")                                                            \
  X(ORG_MEMBER, ORG_NS, "member")                                                                            \
  X(ORG_HAS_ROLE, ORG_NS, "role")                                                                            \
  X(ORG_ROLE, ORG_NS, "Role")                                                                                \
  X(KITH_RELATION, KITH_NS, "Relation")                                                                      \
  X(KITH_SOURCE, KITH_NS, "source")                                                                          \
  X(KITH_TARGET, KITH_NS, "target")                                                                          \
  X(KITH_LEMMA, KITH_NS, "lemma")                                                                            \
  X(KITH_POLARITY, KITH_NS, "polarity")                                                                      \
  X(KITH_MODALITY, KITH_NS, "modality")                                                                      \
  X(KITH_CONFIDENCE, KITH_NS, "confidence")                                                                  \
  X(KITH_ATTRIBUTED_TO, KITH_NS, "attributedTo")                                                             \
  X(KITH_CAMEO_CODE, KITH_NS, "cameoCode")                                                                   \
  X(KITH_COUNTRY_CODE, KITH_NS, "countryCode")                                                               \
  X(KITH_TIME, KITH_NS, "time")                                                                              \
  X(KITH_PLACE, KITH_NS, "place")                                                                            \
  X(KITH_APPEARANCE, KITH_NS, "Appearance")                                                                  \
  X(KITH_APPEARANCE_OF, KITH_NS, "appearanceOf")                                                             \
  X(KITH_IN_DOCUMENT, KITH_NS, "inDocument")                                                                 \
  X(KITH_AS_ACTOR, KITH_NS, "asActor")                                                                       \
  X(KITH_ACTOR_TYPE, KITH_NS, "actorType")                                                                   \
  X(KITH_NAME, KITH_NS, "name")                                                                              \
  X(KITH_OTHER_NAME, KITH_NS, "otherName")                                                                   \
  X(KITH_IDENTIFIED_AS, KITH_NS, "identifiedAs")                                                             \
  X(KITH_WHY, KITH_NS, "why")                                                                                \
  X(KITH_TOOL, KITH_NS, "tool")                                                                              \
  X(KITH_MODEL, KITH_NS, "model")

#define X(name, ns, local) KITH_V_##name,
typedef enum { KITH_VOCABULARY(X) KITH_N_VOCABULARY } KithVocabulary;
#undef X

/* The IRIs above as terms; static. */
extern const KithTerm kith_vocabulary[KITH_N_VOCABULARY];

static inline const KithTerm *
kith_term(KithVocabulary name)
{
  return &kith_vocabulary[name];
}

static inline const char *
kith_iri(KithVocabulary name)
{
  return kith_vocabulary[name].value;
}

/* The terms made of kith's names: kith:LocatedIn, kith:locatedIn, kith:Person, kith:Negative, kith:Planned.
 * Static. */
const KithTerm *kith_term_class(KithClass class);
const KithTerm *kith_term_edge(KithClass class);
const KithTerm *kith_term_actor_type(KithActorType type);
const KithTerm *kith_term_polarity(KithPolarity polarity);
const KithTerm *kith_term_modality(KithModality modality);

typedef struct {
  const char *prefix; /* "kith" */
  const char *iri;    /* its namespace */
  gsize length;       /* of the namespace */
} KithPrefix;

/* The prefixes that are written and predeclared in queries, in a fixed order, ended by a NULL prefix. Static.
 */
const KithPrefix *kith_prefixes(void);
