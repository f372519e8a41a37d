/* From words to classes: "hold talks with" is consult. */
#pragma once

#include "base/types.h"

typedef struct _KithLexicon KithLexicon;

/* Reads the lexicon of kith or a user's (--lexicon); a bad line is an error "path:line: what is wrong". */
KITH_API KithLexicon *kith_lexicon_load(const char *path, GError **error);
/* Adds another file, whose entries win. */
KITH_API gboolean kith_lexicon_add_file(KithLexicon *lexicon, const char *path, GError **error);
KITH_API void kith_lexicon_free(KithLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithLexicon, kith_lexicon_free)
