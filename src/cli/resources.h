/* Model, gazetteer and lexicon, from kith's data folder or where the options say. */
#pragma once

#include "weave/weave.h"

typedef struct {
  KithModel *model;
  KithGazetteer *gazetteer; /* this and the next once kith_resources_wait() has returned */
  KithLexicon *lexicon;
  GThread *words; /* that loads these two; NULL when it is done */
  GError *words_error;
} KithLoaded;

/* Adds the options --model, --gazetteer, --lexicon to a command's. */
void kith_resources_add_options(GOptionContext *context);

/* Loads the model, and begins to load gazetteer and lexicon beside it: loaded must stay where it is until it
 * is cleared. False and an error where the model is missing or damaged. */
gboolean kith_resources_load(KithLoaded *loaded, GError **error);
/* Waits for gazetteer and lexicon; false and an error where one is missing or damaged. */
gboolean kith_resources_wait(KithLoaded *loaded, GError **error);
void kith_resources_clear(KithLoaded *loaded);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(KithLoaded, kith_resources_clear)

/* The model alone: of this path, or where it is NULL of the environment's KITH_MODEL, or else kith's own. */
KithModel *kith_resources_load_model(const char *path, GError **error);
