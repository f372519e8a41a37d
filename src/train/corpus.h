/* Annotated text to learn from: treebanks, and texts with names. */
#pragma once

#include "base/api.h"
#include "text/document.h"
#include "text/ud.h"
#include "train/name-lists.h"

/* A word as annotated. Strings belong to the corpus. */
typedef struct {
  const char *form, *lemma, *xpos, *feats;
  const char *entity; /* of GUM's Entity= in MISC; NULL for none */
  gint32 head;        /* -1 the root */
  guint8 upos, deprel;
  guint32 names; /* bit t is set: name tag t is possible here; one bit where the annotation is sure */
} KithGoldWord;

typedef struct {
  guint first, n;
  gboolean has_tree, has_names; /* what is annotated; nothing of plain text */
  const char *kind;             /* of text: GUM's genre, or the corpus's name */
} KithGoldSentence;

typedef struct {
  GArray *words;     /* KithGoldWord */
  GArray *sentences; /* KithGoldSentence */
  GStringChunk *strings;
} KithCorpus;

typedef enum { KITH_NAMES_NONE, KITH_NAMES_GUM, KITH_NAMES_MISC } KithNamesSource;

KithCorpus *kith_corpus_new(void);
void kith_corpus_free(KithCorpus *corpus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithCorpus, kith_corpus_free)

/* Adds a CoNLL-U file. Its names come from nowhere, from GUM's Entity= or from NE= in MISC. Texts whose
 * meta::genre is one of exclude (NULL-terminated, or NULL) are left out. */
gboolean kith_corpus_add_conllu(KithCorpus *corpus, const char *path, KithNamesSource names,
                                const char *const *exclude, const char *kind, GError **error);

/* Adds a file of "token TAG" lines (IOB) or tab-parted "index token TAG ..." lines. Of every block of five
 * runs of 20 sentences the last is kept back: take says whether to take the four (0), the fifth (1) or all
 * (2). */
typedef enum { KITH_TAKE_TRAIN, KITH_TAKE_HELD_OUT, KITH_TAKE_ALL } KithTake;
gboolean kith_corpus_add_iob(KithCorpus *corpus, const char *path, KithTake take, const char *kind,
                             GError **error);

/* Adds re3d's texts (a JSON object a line), read by kith_text_read, but for those of the sources in exclude.
 * Its entities are of all kinds and partly made by machine: sure are those that are written as names, of
 * persons, organisations and places; within any other all is possible. */
gboolean kith_corpus_add_re3d(KithCorpus *corpus, const char *path, const char *const *exclude,
                              GError **error);

/* Adds plain text (read by kith_text_read): sentences of which nothing is known but what teachers say. */
gboolean kith_corpus_add_text(KithCorpus *corpus, const char *path, GError **error);

/* Adds a document's words, unannotated and in no sentence yet; the index of the first. */
guint kith_corpus_add_words(KithCorpus *corpus, const KithDocument *document);

/* Adds n lines that are a person's name alone, as under a letter or above an article. */
void kith_corpus_add_people(KithCorpus *corpus, const KithNameLists *lists, guint n);

/* Sets the possible name tags of a sentence's words from GUM's entities: a name is what
 * shared/tools/gum_names.py takes for one. Elsewhere a word may be of no name or of a name of another kind,
 * which GUM does not mark. */
gboolean kith_gum_names(KithGoldWord *words, guint n, GError **error);

/* Marks words [begin, end) as one name of a type. */
void kith_gold_set_name(KithGoldWord *words, guint begin, guint end, guint type);
/* O or anything of a name that is no person, organisation or place. */
guint32 kith_gold_other(void);

/* Keeps only every n-th sentence. */
void kith_corpus_thin(KithCorpus *corpus, guint n);

static inline KithGoldSentence *
kith_corpus_sentence(const KithCorpus *corpus, guint i)
{
  return &g_array_index(corpus->sentences, KithGoldSentence, i);
}

static inline gboolean
kith_gold_is_annotated(const KithGoldSentence *sentence)
{
  return sentence->has_tree || sentence->has_names;
}

static inline KithGoldWord *
kith_corpus_words(const KithCorpus *corpus, const KithGoldSentence *sentence)
{
  return &g_array_index(corpus->words, KithGoldWord, sentence->first);
}
