/* What terms are worth: numbers, truth, times; equality and order (SPARQL 1.1, 17). */
#pragma once

#include "sparql/terms.h"

typedef enum {
  KITH_VALUE_INTEGER, /* the numbers come first, in the order in which the one gives way to the other */
  KITH_VALUE_DECIMAL,
  KITH_VALUE_FLOAT,
  KITH_VALUE_DOUBLE,
  KITH_VALUE_BOOLEAN,
  KITH_VALUE_STRING,  /* without a language */
  KITH_VALUE_WORDS,   /* with one */
  KITH_VALUE_MOMENT,  /* xsd:dateTime */
  KITH_VALUE_DAY,     /* xsd:date */
  KITH_VALUE_BROKEN,  /* of a type among these, but not so spelt */
  KITH_VALUE_FOREIGN, /* of another type */
  KITH_VALUE_NODE,    /* no literal */
} KithValueKind;

typedef struct {
  KithValueKind kind;
  gint64 integer; /* of INTEGER */
  double number;  /* of all numbers; decimals are reckoned so, with 15 digits */
  gboolean truth; /* of BOOLEAN */
  /* of MOMENT and DAY */
  gint64 year;
  int month, day, hour, minute;
  double second;
  gboolean zoned;
  int zone; /* minutes east of UTC */
} KithValue;

KithValue kith_value_of(const KithTerm *term);

static inline gboolean
kith_value_is_number(const KithValue *value)
{
  return value->kind <= KITH_VALUE_DOUBLE;
}

/* The effective boolean value: 1, 0, or -1 where there is none. */
int kith_value_truth(const KithTerm *term);

/* Whether two terms are equal: 1, 0, or -1 where it cannot be told. */
int kith_value_equal(const KithTerm *a, const KithTerm *b);

/* Which is less, as '<' has it: *order is below 0, 0 or above 0. False where they cannot be compared. */
gboolean kith_value_compare(const KithTerm *a, const KithTerm *b, int *order);

/* The order of ORDER BY, MIN and MAX, of any terms; NULL first. */
int kith_value_order(const KithTerm *a, const KithTerm *b);

/* A number as a literal. */
KithId kith_value_integer(KithTerms *terms, gint64 value);
/* kind: DECIMAL, FLOAT or DOUBLE. 0 for a decimal that is none. */
KithId kith_value_number(KithTerms *terms, KithValueKind kind, double value);
