/* Bytes to code points: outputs count characters, everything inside counts bytes. */
#pragma once

#include "base/api.h"

typedef struct _KithChars KithChars;

/* An index of valid UTF-8 text, which it lends; text must outlive it. */
KITH_API KithChars *kith_chars_new(const char *text, gsize length);
KITH_API void kith_chars_free(KithChars *chars);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithChars, kith_chars_free)

/* How many code points begin before this byte (at most the text's length). */
KITH_API gsize kith_chars_before(const KithChars *chars, gsize byte);
