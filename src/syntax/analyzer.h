/* The language model and what it says of words: tags, lemmas, trees, names. */
#pragma once

#include "base/api.h"
#include "text/document.h"

typedef struct _KithModel KithModel;

/* Maps a model file. A missing, damaged or foreign one: NULL and an error that names the path. Immutable, and
 * shared freely between threads. */
KITH_API KithModel *kith_model_load(const char *path, GError **error);
KITH_API void kith_model_free(KithModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithModel, kith_model_free)

/* The model's version, as written into RDF ("kith-en 1, 2026-11-25"). Owned by the model. */
KITH_API const char *kith_model_version(const KithModel *model);

/* Fills in lemma, xpos, feats, head, upos, deprel and name of every word of the document. */
KITH_API void kith_model_analyze(const KithModel *model, KithDocument *document);

/* The same on several threads; the result does not depend on how many. */
KITH_API void kith_model_analyze_threads(const KithModel *model, KithDocument *document, guint threads);
