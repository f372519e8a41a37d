/* Learning the rules of lemmas. */
#pragma once

#include "syntax/lemma.h"
#include "train/corpus.h"
#include "train/table.h"

typedef struct {
  GArray *rules;      /* KithTableEntry: key -> script */
  GPtrArray *scripts; /* char * */
} KithLemmaRules;

/* The rules that a corpus's trees teach. */
KithLemmaRules *kith_lemma_rules_learn(const KithCorpus *corpus);
void kith_lemma_rules_free(KithLemmaRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithLemmaRules, kith_lemma_rules_free)

/* The script that makes lemma out of form; owned by the caller. */
char *kith_lemma_script(const char *form, const char *lemma);
