/* IRIs: made of ids, and checked. */
#pragma once

#include "base/api.h"

/* Whether an IRI is absolute and has no character that RFC 3987 forbids. */
gboolean kith_iri_is_valid(const char *iri);

/* The IRI of an id below a base; an id that has a scheme is an IRI by itself. Characters that an IRI must not
 * have there, '%', '#' and '?' are percent-encoded in UTF-8. Owned by the caller. */
char *kith_iri_of_id(const char *base, const char *id);

/* The id that kith_iri_of_id makes this IRI of: the part after the base, decoded, or the whole IRI. Owned by
 * the caller. */
char *kith_id_of_iri(const char *base, const char *iri);

/* A text as one segment of an IRI's path, from which it can be told again: spaces are written '_'. Owned by
 * the caller. */
char *kith_iri_segment(const char *text);
