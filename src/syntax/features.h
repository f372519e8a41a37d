/* What a word looks like: the rows of the embedding tables that its form alone decides. */
#pragma once

#include "syntax/hash.h"
#include "syntax/network.h"

typedef struct {
  guint32 form;   /* 0: not known */
  guint32 vector; /* 0: none, whose row is zeros */
  guint32 affix[KITH_N_AFFIXES];
  guint32 shape;
} KithFeatures;

/* The form as embeddings see it: lower case, straight quotes, plain hyphens, digits as 0 if digits is true.
 * At most 64 characters of it. The size of out is KITH_FORM_SIZE; returns its length in bytes. */
enum { KITH_FORM_SIZE = 64 * 6 + 1 };
gsize kith_form_normalize(const char *form, gboolean digits, char out[KITH_FORM_SIZE]);

/* What is known of forms, by kith_form_hash: the rows of their embeddings, and which lists of names they are
 * in (bits; see KithNameLists). */
typedef struct {
  KithHashTable forms, vectors, lists;
} KithFormTables;

/* The features of a form (UTF-8). The lists that it is in are part of its shape. */
void kith_features_get(const KithSizes *sizes, const KithFormTables *tables, const char *form,
                       KithFeatures *out);

/* Cases that a line may be set in. */
typedef enum { KITH_CASE_UPPER, KITH_CASE_LOWER, KITH_CASE_TITLE, KITH_N_CASES } KithCase;
/* The shape that a form would have in a line set in another case: the one feature that case changes. */
guint32 kith_features_shape(const KithSizes *sizes, const KithFormTables *tables, const char *form,
                            KithCase line);

/* The key of a normalised form in these tables. */
static inline guint64
kith_form_hash(const char *normalized, gsize length)
{
  return kith_hash64(0, normalized, length);
}
