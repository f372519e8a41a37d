#include "syntax/analyzer.h"

#include <stdlib.h>
#include <string.h>

#include "syntax/encoder.h"

enum {
  MAX_PIECE = 160,     /* words of a sentence that are analysed at once */
  WINDOW_WORDS = 8192, /* whose forms are projected together */
  BATCH_WORDS = 512,
};

/* A run of words that is analysed as one sentence: a sentence, or a part of one that is too long. */
typedef struct {
  guint first; /* in document->words */
  guint n;
  guint sentence;
} Piece;

typedef struct {
  const KithModel *model;
  KithDocument *document;
  KithEncoder *encoder;
  GArray *pieces;        /* of the window */
  GHashTable *form_rows; /* form -> row + 1; of the window */
  GPtrArray *forms;
  GArray *rows;               /* guint32 a word of the window */
  GArray *predictions;        /* KithPrediction a word of the window */
  GHashTable *lemmas;         /* form, tag -> lemma; of the document */
  const char **xpos, **feats; /* labels in the document's strings, when used */
} Analysis;

static gint
compare_pieces(gconstpointer a, gconstpointer b)
{
  const Piece *x = a, *y = b;
  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return x->first < y->first ? -1 : x->first > y->first;
}

/* The row of a word's form among those of the window. */
static guint32
form_row(Analysis *a, const char *form)
{
  guint row = GPOINTER_TO_UINT(g_hash_table_lookup(a->form_rows, form));
  if (row == 0) {
    g_ptr_array_add(a->forms, (gpointer)form);
    row = a->forms->len;
    g_hash_table_insert(a->form_rows, (gpointer)form, GUINT_TO_POINTER(row));
  }
  return row - 1;
}

static const char *
label_string(Analysis *a, const char **cache, char **names, guint label)
{
  if (cache[label] == NULL)
    cache[label] = kith_document_string(a->document, names[label], -1);
  return cache[label];
}

static const char *
lemma_string(Analysis *a, const KithWord *word)
{
  char key[128];
  gsize length = strlen(word->form), tags = strlen(word->xpos);
  gboolean fits = length + tags + 3 < sizeof key;
  if (fits) {
    key[0] = (char)(word->upos + 1);
    memcpy(key + 1, word->xpos, tags);
    key[1 + tags] = ' ';
    memcpy(key + 2 + tags, word->form, length + 1);
    const char *known = g_hash_table_lookup(a->lemmas, key);
    if (known != NULL)
      return known;
  }
  g_autofree char *lemma = kith_lemma_get(&a->model->lemmas, word->form, word->upos, word->xpos);
  const char *string = kith_document_string(a->document, lemma, -1);
  if (fits)
    g_hash_table_insert(a->lemmas, g_strdup(key), (gpointer)string);
  return string;
}

/* Writes what the network said into a word; the first word of a sentence has index base in its piece. */
static void
fill_word(Analysis *a, KithWord *word, const KithPrediction *p, guint base)
{
  const KithModel *model = a->model;
  word->upos = model->upos[p->upos];
  word->xpos = label_string(a, a->xpos, model->xpos, p->xpos);
  word->feats = label_string(a, a->feats, model->feats, p->feats);
  word->head = p->head < 0 ? KITH_HEAD_ROOT : (gint32)base + p->head;
  word->deprel = model->deprels[p->deprel];
  word->lemma = lemma_string(a, word);
  word->name = p->name == KITH_TAG_O ? KITH_NAME_NONE : (guint8)(1 + (p->name - 1) / 4);
  word->flags &= (guint8)~KITH_WORD_NAME_BEGIN;
  if (p->name != KITH_TAG_O && ((p->name - 1) % 4 == 0 || (p->name - 1) % 4 == 3))
    word->flags |= KITH_WORD_NAME_BEGIN;
}

/* Hangs the roots of a long sentence's later pieces to the first root. */
static void
tie_pieces(KithWord *words, guint n)
{
  gint32 root = -1;
  for (guint i = 0; i < n; i++) {
    if (words[i].head != KITH_HEAD_ROOT)
      continue;
    if (root < 0)
      root = (gint32)i;
    else {
      words[i].head = root;
      words[i].deprel = KITH_DEP_PARATAXIS;
    }
  }
}

/* Analyses the pieces of a window, batch by batch, the long ones first. */
static void
run_window(Analysis *a, guint first_word)
{
  GArray *pieces = a->pieces;
  if (pieces->len == 0)
    return;
  g_array_sort(pieces, compare_pieces);
  const float *projected =
      kith_encoder_project(a->encoder, (const char *const *)a->forms->pdata, a->forms->len);
  g_autofree KithSequence *batch = g_new(KithSequence, pieces->len);
  const guint32 *rows = (const guint32 *)(const void *)a->rows->data;
  KithPrediction *out = (KithPrediction *)(void *)a->predictions->data;
  for (guint i = 0; i < pieces->len;) {
    guint n = 0, words = 0;
    for (; i < pieces->len && (n == 0 || words < BATCH_WORDS); i++, n++) {
      const Piece *piece = &g_array_index(pieces, Piece, i);
      guint at = piece->first - first_word;
      batch[n] = (KithSequence){rows + at, out + at, piece->n};
      words += piece->n;
    }
    kith_encoder_run(a->encoder, batch, n, projected);
  }
  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = &g_array_index(pieces, Piece, i);
    const KithSentence *sentence = kith_document_sentence(a->document, piece->sentence);
    for (guint w = piece->first; w < piece->first + piece->n; w++)
      fill_word(a, &g_array_index(a->document->words, KithWord, w), out + (w - first_word),
                piece->first - sentence->first_word);
  }
}

/* Takes the words of a sentence into the window, in pieces of near equal length. */
static void
take_sentence(Analysis *a, guint index)
{
  const KithSentence *sentence = kith_document_sentence(a->document, index);
  guint n_pieces = (sentence->n_words + MAX_PIECE - 1) / MAX_PIECE;
  for (guint i = 0; i < n_pieces; i++) {
    guint from = (guint)((guint64)sentence->n_words * i / n_pieces);
    guint to = (guint)((guint64)sentence->n_words * (i + 1) / n_pieces);
    Piece piece = {sentence->first_word + from, to - from, index};
    g_array_append_val(a->pieces, piece);
  }
  const KithWord *words = kith_document_words(a->document, sentence);
  for (guint i = 0; i < sentence->n_words; i++) {
    guint32 row = form_row(a, words[i].form);
    g_array_append_val(a->rows, row);
  }
  g_array_set_size(a->predictions, a->rows->len);
}

static void
clear_window(Analysis *a)
{
  g_array_set_size(a->pieces, 0);
  g_array_set_size(a->rows, 0);
  g_array_set_size(a->predictions, 0);
  g_ptr_array_set_size(a->forms, 0);
  g_hash_table_remove_all(a->form_rows);
}

void
kith_model_analyze(const KithModel *model, KithDocument *document)
{
  g_autoptr(KithEncoder) encoder = kith_encoder_new(model);
  g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_autoptr(GArray) predictions = g_array_new(FALSE, TRUE, sizeof(KithPrediction));
  g_autoptr(GPtrArray) forms = g_ptr_array_new();
  g_autoptr(GHashTable) form_rows = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) lemmas = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree const char **xpos = g_new0(const char *, model->sizes.n_xpos);
  g_autofree const char **feats = g_new0(const char *, model->sizes.n_feats);
  Analysis a = {model, document, encoder, pieces, form_rows, forms, rows, predictions, lemmas, xpos, feats};
  guint first_word = 0;
  for (guint i = 0; i < document->sentences->len; i++) {
    const KithSentence *sentence = kith_document_sentence(document, i);
    if (rows->len == 0)
      first_word = sentence->first_word;
    take_sentence(&a, i);
    if (rows->len >= WINDOW_WORDS || i + 1 == document->sentences->len) {
      run_window(&a, first_word);
      clear_window(&a);
    }
  }
  for (guint i = 0; i < document->sentences->len; i++) {
    const KithSentence *sentence = kith_document_sentence(document, i);
    tie_pieces(kith_document_words(document, sentence), sentence->n_words);
  }
}
