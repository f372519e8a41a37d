/* The functions of SPARQL 1.1. */
#pragma once

#include "sparql/lexer.h"
#include "sparql/query.h"

/* What functions need of the query that they are called in. */
typedef struct {
  KithTerms *terms;
  char *base;        /* of IRI(); NULL: none */
  GDateTime *now;    /* when the query began */
  GHashTable *nodes; /* of BNODE(label): label -> KithId, for the solution at hand */
} KithCalling;

typedef struct KithFunction {
  const char *name;
  guint min, max; /* arguments */
  KithOp op;      /* KITH_OP_CALL, or one that does not need all its arguments */
  KithId (*call)(KithCalling *calling, const KithId *args, guint n);
} KithFunction;

/* The function of a name, case aside, and of the IRI of a type to cast to; NULL for none. Static. */
const KithFunction *kith_function_named(const KithToken *name);
const KithFunction *kith_function_of_iri(const char *iri);
