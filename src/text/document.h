/* A document: its text, and what the stages find in it, stage by stage. The text stage fills in paragraphs,
 * sentences and words with their spans; the syntax stage the analysis of each word. Fields are read freely;
 * a stage writes only its own. */
#pragma once

#include "base/api.h"
#include "text/ud.h"

/* Types of names (NER). */
typedef enum {
  KITH_NAME_NONE,
  KITH_NAME_PER,
  KITH_NAME_ORG,
  KITH_NAME_LOC,
  KITH_NAME_MISC,
  KITH_N_NAMES
} KithName;

/* Heads that are no word's index. */
enum { KITH_HEAD_ROOT = -1, KITH_HEAD_UNSET = -2 };

/* Flags of a word. */
enum {
  KITH_WORD_JOINED = 1 << 0,       /* of one token with the word before it ("n't" in "don't") */
  KITH_WORD_NAME_BEGIN = 1 << 1,   /* first of its name (B-) */
  KITH_WORD_SPACE_BEFORE = 1 << 2, /* white space (or the start of the text) before it */
};

/* A syntactic word. Strings belong to the document, and equal strings need not be one pointer. */
typedef struct {
  KithSpan span;     /* of the document's text */
  const char *form;  /* as written; never NULL */
  const char *lemma; /* NULL until analysed; likewise the next two */
  const char *xpos;  /* Penn Treebank tag */
  const char *feats; /* UD features in CoNLL-U form, "_" for none */
  const char *misc;  /* of CoNLL-U input, without NE=, SpaceAfter= and Boilerplate=; NULL for none */
  gint32 head;       /* index in the sentence, or KITH_HEAD_* */
  guint8 upos;       /* KithUpos */
  guint8 deprel;     /* KithDeprel */
  guint8 name;       /* KithName */
  guint8 flags;
} KithWord;

typedef enum {
  KITH_SENTENCE_BODY,
  KITH_SENTENCE_HEADLINE,    /* headlines, subheads, standfirsts without a full stop: read, but not prose */
  KITH_SENTENCE_BOILERPLATE, /* the publisher's, not the article's: pleas, related stories, notices, credits
                              */
  KITH_SENTENCE_METADATA, /* byline, dateline, date line: kept in the document's fields, not read as text */
} KithSentenceKind;

typedef struct {
  KithSpan span;    /* from the first word's begin to the last word's end */
  guint first_word; /* in document->words */
  guint n_words;
  guint paragraph; /* counted from 0 */
  KithSentenceKind kind;
  const char *id; /* of CoNLL-U input ("# sent_id"); NULL otherwise */
} KithSentence;

typedef struct {
  char *name;        /* file's base name without its last suffix, or "document" */
  char *id;          /* slug of the source or name and 8 hexadecimal digits of the text's SHA-256 */
  char *title;       /* the headline; these four may be NULL */
  char *date;        /* ISO 8601, a day */
  char *source;      /* IRI or path it came from */
  char *author;      /* from the byline */
  char *place;       /* from the dateline */
  char *text;        /* UTF-8, without byte-order mark, line ends kept; NUL-terminated */
  gsize length;      /* bytes */
  GArray *sentences; /* KithSentence */
  GArray *words;     /* KithWord */
  GStringChunk *strings;
} KithDocument;

/* An empty document that owns copies of name and text (valid UTF-8, length bytes). Its id is set. */
KITH_API KithDocument *kith_document_new(const char *name, const char *text, gsize length);
KITH_API void kith_document_free(KithDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithDocument, kith_document_free)

/* Makes the id anew from source (or name) and text. */
KITH_API void kith_document_update_id(KithDocument *document);

static inline KithSentence *
kith_document_sentence(const KithDocument *document, guint i)
{
  return &g_array_index(document->sentences, KithSentence, i);
}

/* The words of a sentence: sentence->n_words of them. Valid until words are added. */
static inline KithWord *
kith_document_words(const KithDocument *document, const KithSentence *sentence)
{
  return &g_array_index(document->words, KithWord, sentence->first_word);
}

/* Whether a quotation in double marks is open behind words [from, to), where one was open or not before them.
 */
KITH_API gboolean kith_words_quote(const KithWord *words, guint from, guint to, gboolean open);

/* A copy of string (length bytes, or -1: NUL-terminated) that lives as long as the document. */
KITH_API const char *kith_document_string(KithDocument *document, const char *string, gssize length);
