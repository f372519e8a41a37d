#include "syntax/analyzer.h"

#include <stdlib.h>
#include <string.h>

#include "syntax/encoder.h"
#include "syntax/forms.h"

enum {
  MAX_PIECE = 160,     /* words of a sentence that are analysed at once */
  WINDOW_WORDS = 8192, /* whose forms are projected together */
  BATCH_WORDS = 2048,
  BATCH_SENTENCES = 48,
};

/* A run of words that is analysed as one sentence: a sentence, or a part of one that is too long. */
typedef struct {
  guint first; /* in document->words */
  guint row;   /* its first word in the window's rows */
  guint n;
} Piece;

/* Sentences whose forms are projected together, worked on by one thread. */
typedef struct {
  guint first, n; /* sentences */
  guint n_words;
} Window;

/* What all threads share. */
typedef struct {
  const KithModel *model;
  KithDocument *document;
  KithPrediction *predictions; /* by word of the document */
  GArray *windows;
  gint next; /* the window that nobody has taken yet; atomic */
} Work;

/* What a thread needs for a window. */
typedef struct {
  Work *work;
  KithEncoder *encoder;
  KithForms *forms;
  GArray *pieces;
  GArray *rows;      /* guint32 a word of the window: of forms */
  GPtrArray *inputs; /* a word of the window: what its form gives */
} Worker;

/* What it takes to write predictions into words. */
typedef struct {
  const KithModel *model;
  KithDocument *document;
  GHashTable *lemmas;         /* form and tags -> lemma */
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

/* Takes the words of a sentence into the window, in pieces of near equal length. */
static void
take_sentence(Worker *worker, const KithSentence *sentence)
{
  const KithWord *words = kith_document_words(worker->work->document, sentence);
  guint n_pieces = (sentence->n_words + MAX_PIECE - 1) / MAX_PIECE;
  for (guint i = 0; i < n_pieces; i++) {
    guint from = (guint)((guint64)sentence->n_words * i / n_pieces);
    guint to = (guint)((guint64)sentence->n_words * (i + 1) / n_pieces);
    Piece piece = {sentence->first_word + from, worker->rows->len + from, to - from};
    g_array_append_val(worker->pieces, piece);
  }
  for (guint i = 0; i < sentence->n_words; i++) {
    guint32 row = kith_forms_add(worker->forms, words[i].form);
    g_array_append_val(worker->rows, row);
  }
}

/* Analyses the sentences of a window, batch by batch, the long ones first. */
static void
run_window(Worker *worker, const Window *window)
{
  Work *work = worker->work;
  GArray *pieces = worker->pieces;
  g_array_set_size(pieces, 0);
  g_array_set_size(worker->rows, 0);
  kith_forms_reserve(worker->forms, window->n_words);
  for (guint i = 0; i < window->n; i++)
    take_sentence(worker, kith_document_sentence(work->document, window->first + i));
  g_array_sort(pieces, compare_pieces);
  kith_forms_project(worker->forms);
  g_ptr_array_set_size(worker->inputs, (gint)worker->rows->len);
  for (guint i = 0; i < worker->rows->len; i++)
    worker->inputs->pdata[i] =
        (gpointer)kith_forms_get(worker->forms, g_array_index(worker->rows, guint32, i));
  const gint16 *const *inputs = (const gint16 *const *)worker->inputs->pdata;
  g_autofree KithSequence *batch = g_new(KithSequence, MAX(pieces->len, 1));
  for (guint i = 0; i < pieces->len;) {
    guint n = 0, words = 0;
    for (; i < pieces->len && (n == 0 || (words < BATCH_WORDS && n < BATCH_SENTENCES)); i++, n++) {
      const Piece *piece = &g_array_index(pieces, Piece, i);
      batch[n] = (KithSequence){inputs + piece->row, work->predictions + piece->first, piece->n, 0};
      words += piece->n;
    }
    kith_encoder_run(worker->encoder, batch, n);
  }
}

/* A thread: takes windows until none is left. */
static gpointer
work_on(gpointer data)
{
  Work *work = data;
  g_autoptr(KithEncoder) encoder = kith_encoder_new(work->model);
  g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_autoptr(KithForms) forms = kith_forms_new(work->model);
  g_autoptr(GPtrArray) inputs = g_ptr_array_new();
  Worker worker = {work, encoder, forms, pieces, rows, inputs};
  for (;;) {
    guint i = (guint)g_atomic_int_add(&work->next, 1);
    if (i >= work->windows->len)
      return NULL;
    run_window(&worker, &g_array_index(work->windows, Window, i));
  }
}

/* Parts the document into windows of at least WINDOW_WORDS words. */
static GArray *
make_windows(const KithDocument *document)
{
  GArray *windows = g_array_new(FALSE, FALSE, sizeof(Window));
  Window window = {0};
  for (guint i = 0; i < document->sentences->len; i++) {
    window.n_words += kith_document_sentence(document, i)->n_words;
    window.n++;
    if (window.n_words < WINDOW_WORDS && i + 1 < document->sentences->len)
      continue;
    g_array_append_val(windows, window);
    window = (Window){.first = i + 1};
  }
  return windows;
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

/* Writes a sentence's predictions into its words. */
static void
fill_sentence(Analysis *a, const KithSentence *sentence, const KithPrediction *predictions)
{
  KithWord *words = kith_document_words(a->document, sentence);
  guint n_pieces = (sentence->n_words + MAX_PIECE - 1) / MAX_PIECE;
  for (guint i = 0; i < n_pieces; i++) {
    guint from = (guint)((guint64)sentence->n_words * i / n_pieces);
    guint to = (guint)((guint64)sentence->n_words * (i + 1) / n_pieces);
    for (guint w = from; w < to; w++)
      fill_word(a, &words[w], &predictions[sentence->first_word + w], from);
  }
  tie_pieces(words, sentence->n_words);
}

void
kith_model_analyze_threads(const KithModel *model, KithDocument *document, guint threads)
{
  g_autoptr(GArray) windows = make_windows(document);
  g_autofree KithPrediction *predictions = g_new0(KithPrediction, MAX(document->words->len, 1));
  Work work = {model, document, predictions, windows, 0};
  g_autoptr(GPtrArray) others = g_ptr_array_new();
  for (guint i = 1; i < MIN(threads, windows->len); i++)
    g_ptr_array_add(others, g_thread_new("analyze", work_on, &work));
  work_on(&work);
  for (guint i = 0; i < others->len; i++)
    g_thread_join(g_ptr_array_index(others, i));
  g_autoptr(GHashTable) lemmas = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree const char **xpos = g_new0(const char *, model->sizes.n_xpos);
  g_autofree const char **feats = g_new0(const char *, model->sizes.n_feats);
  Analysis a = {model, document, lemmas, xpos, feats};
  for (guint i = 0; i < document->sentences->len; i++)
    fill_sentence(&a, kith_document_sentence(document, i), predictions);
}

void
kith_model_analyze(const KithModel *model, KithDocument *document)
{
  kith_model_analyze_threads(model, document, 1);
}
