/* Readable identifiers. */
#pragma once

#include "base/api.h"

/* A lower-case ASCII slug of UTF-8 text for use in an IRI: letters without their accents, digits, single
 * hyphens; letters of other scripts are kept as they are (IRIs allow them), all else parts words. "x" where
 * nothing is left. Owned by the caller. */
KITH_API char *kith_slug(const char *text);
