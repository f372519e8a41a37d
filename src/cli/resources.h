/* Model, gazetteer and lexicon, from kith's data folder or where the options say. */
#pragma once

#include "weave/weave.h"

typedef struct {
  KithModel *model;
  KithGazetteer *gazetteer;
  KithLexicon *lexicon;
} KithLoaded;

/* Adds the options --model, --gazetteer, --lexicon to a command's. */
void kith_resources_add_options(GOptionContext *context);

/* Loads all three; false and an error where one is missing or damaged. */
gboolean kith_resources_load(KithLoaded *loaded, GError **error);
void kith_resources_clear(KithLoaded *loaded);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(KithLoaded, kith_resources_clear)

/* The model alone: of this path, or where it is NULL of the environment's KITH_MODEL, or else kith's own. */
KithModel *kith_resources_load_model(const char *path, GError **error);
