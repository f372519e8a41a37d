#include "syntax/analyzer.h"

#include <stdlib.h>
#include <string.h>

#include "syntax/agree.h"
#include "syntax/encoder.h"
#include "syntax/forms.h"
#include "syntax/mend.h"

enum {
  MAX_PIECE = 160,     /* words of a sentence that are analysed at once */
  WINDOW_WORDS = 4096, /* that a thread takes at once */
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
  gint next;      /* the window that nobody has taken yet; atomic */
  GMutex strings; /* held by who adds to the document's strings */
} Work;

/* What a thread works with. It outlives the document: the model keeps it for the next one, with the forms
 * that it knows. */
struct _KithAnalyst {
  KithEncoder *encoder;
  KithForms *forms;
  GArray *pieces;
  GArray *rows;      /* guint32 a word of the window: of forms */
  GPtrArray *inputs; /* a word of the window: what its form gives */
};

/* An analyst at work on a document. */
typedef struct {
  Work *work;
  KithAnalyst *analyst;
  GHashTable *lemmas;         /* form and tags -> lemma */
  const char **xpos, **feats; /* labels in the document's strings, when used */
} Worker;

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
    Piece piece = {sentence->first_word + from, worker->analyst->rows->len + from, to - from};
    g_array_append_val(worker->analyst->pieces, piece);
  }
  for (guint i = 0; i < sentence->n_words; i++) {
    guint32 row = kith_forms_add(worker->analyst->forms, words[i].form);
    g_array_append_val(worker->analyst->rows, row);
  }
}

static const char *
document_string(Work *work, const char *string)
{
  g_mutex_lock(&work->strings);
  const char *own = kith_document_string(work->document, string, -1);
  g_mutex_unlock(&work->strings);
  return own;
}

static const char *
label_string(Worker *worker, const char **cache, char **names, guint label)
{
  if (cache[label] == NULL)
    cache[label] = document_string(worker->work, names[label]);
  return cache[label];
}

static const char *
lemma_string(Worker *worker, const KithWord *word)
{
  char key[128];
  gsize length = strlen(word->form), tags = strlen(word->xpos);
  gboolean fits = length + tags + 3 < sizeof key;
  if (fits) {
    key[0] = (char)(word->upos + 1);
    memcpy(key + 1, word->xpos, tags);
    key[1 + tags] = ' ';
    memcpy(key + 2 + tags, word->form, length + 1);
    const char *known = g_hash_table_lookup(worker->lemmas, key);
    if (known != NULL)
      return known;
  }
  g_autofree char *lemma = kith_lemma_get(&worker->work->model->lemmas, word->form, word->upos, word->xpos);
  const char *string = document_string(worker->work, lemma);
  if (fits)
    g_hash_table_insert(worker->lemmas, g_strdup(key), (gpointer)string);
  return string;
}

/* Writes what the network said into a word; the first word of a sentence has index base in its piece. */
static void
fill_word(Worker *worker, KithWord *word, const KithPrediction *p, guint base)
{
  const KithModel *model = worker->work->model;
  word->upos = model->upos[p->upos];
  word->xpos = label_string(worker, worker->xpos, model->xpos, p->xpos);
  word->feats = label_string(worker, worker->feats, model->feats, p->feats);
  word->head = p->head < 0 ? KITH_HEAD_ROOT : (gint32)base + p->head;
  word->deprel = model->deprels[p->deprel];
  word->lemma = lemma_string(worker, word);
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

/* A name that begins with a capital does not end in common words written small: they are cut off. */
static void
cut_names(KithWord *words, guint n)
{
  for (guint end = n; end > 0; end--) {
    const KithWord *last = &words[end - 1];
    gboolean inside = last->name != KITH_NAME_NONE && !(last->flags & KITH_WORD_NAME_BEGIN);
    gboolean ends =
        end == n || words[end].name == KITH_NAME_NONE || (words[end].flags & KITH_WORD_NAME_BEGIN);
    if (!inside || !ends || last->upos == KITH_PROPN || !g_ascii_islower(last->form[0]))
      continue;
    guint begin = end - 1;
    while (begin > 0 && !(words[begin].flags & KITH_WORD_NAME_BEGIN))
      begin--;
    if (g_unichar_isupper(g_utf8_get_char(words[begin].form)))
      words[end - 1].name = KITH_NAME_NONE;
  }
}

/* Writes a sentence's predictions into its words. */
static void
fill_sentence(Worker *worker, const KithSentence *sentence)
{
  KithWord *words = kith_document_words(worker->work->document, sentence);
  guint n_pieces = (sentence->n_words + MAX_PIECE - 1) / MAX_PIECE;
  for (guint i = 0; i < n_pieces; i++) {
    guint from = (guint)((guint64)sentence->n_words * i / n_pieces);
    guint to = (guint)((guint64)sentence->n_words * (i + 1) / n_pieces);
    for (guint w = from; w < to; w++)
      fill_word(worker, &words[w], &worker->work->predictions[sentence->first_word + w], from);
  }
  tie_pieces(words, sentence->n_words);
  cut_names(words, sentence->n_words);
  kith_mend_tree(words, sentence->n_words);
}

/* Analyses the sentences of a window, batch by batch, the long ones first. */
static void
run_window(Worker *worker, const Window *window)
{
  Work *work = worker->work;
  GArray *pieces = worker->analyst->pieces;
  g_array_set_size(pieces, 0);
  g_array_set_size(worker->analyst->rows, 0);
  kith_forms_reserve(worker->analyst->forms, window->n_words);
  for (guint i = 0; i < window->n; i++)
    take_sentence(worker, kith_document_sentence(work->document, window->first + i));
  g_array_sort(pieces, compare_pieces);
  kith_forms_project(worker->analyst->forms);
  g_ptr_array_set_size(worker->analyst->inputs, (gint)worker->analyst->rows->len);
  for (guint i = 0; i < worker->analyst->rows->len; i++)
    worker->analyst->inputs->pdata[i] =
        (gpointer)kith_forms_get(worker->analyst->forms, g_array_index(worker->analyst->rows, guint32, i));
  const gint16 *const *inputs = (const gint16 *const *)worker->analyst->inputs->pdata;
  g_autofree KithSequence *batch = g_new(KithSequence, MAX(pieces->len, 1));
  for (guint i = 0; i < pieces->len;) {
    guint n = 0, words = 0;
    for (; i < pieces->len && (n == 0 || (words < BATCH_WORDS && n < BATCH_SENTENCES)); i++, n++) {
      const Piece *piece = &g_array_index(pieces, Piece, i);
      batch[n] = (KithSequence){inputs + piece->row, work->predictions + piece->first, piece->n, 0};
      words += piece->n;
    }
    kith_encoder_run(worker->analyst->encoder, batch, n);
  }
  for (guint i = 0; i < window->n; i++)
    fill_sentence(worker, kith_document_sentence(work->document, window->first + i));
}

static KithAnalyst *
analyst_new(const KithModel *model)
{
  KithAnalyst *analyst = g_new(KithAnalyst, 1);
  analyst->encoder = kith_encoder_new(model);
  analyst->forms = kith_forms_new(model);
  analyst->pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
  analyst->rows = g_array_new(FALSE, FALSE, sizeof(guint32));
  analyst->inputs = g_ptr_array_new();
  return analyst;
}

void
kith_analyst_free(KithAnalyst *analyst)
{
  kith_encoder_free(analyst->encoder);
  kith_forms_free(analyst->forms);
  g_array_unref(analyst->pieces);
  g_array_unref(analyst->rows);
  g_ptr_array_unref(analyst->inputs);
  g_free(analyst);
}

/* An analyst that is at hand, or a new one. */
static KithAnalyst *
take_analyst(const KithModel *model)
{
  KithIdle *idle = model->idle;
  g_mutex_lock(&idle->lock);
  KithAnalyst *analyst =
      idle->analysts->len > 0 ? g_ptr_array_steal_index_fast(idle->analysts, idle->analysts->len - 1) : NULL;
  g_mutex_unlock(&idle->lock);
  return analyst != NULL ? analyst : analyst_new(model);
}

static void
give_back(const KithModel *model, KithAnalyst *analyst)
{
  g_mutex_lock(&model->idle->lock);
  g_ptr_array_add(model->idle->analysts, analyst);
  g_mutex_unlock(&model->idle->lock);
}

/* A thread: takes windows until none is left. */
static gpointer
work_on(gpointer data)
{
  Work *work = data;
  const KithModel *model = work->model;
  KithAnalyst *analyst = take_analyst(model);
  g_autoptr(GHashTable) lemmas = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree const char **xpos = g_new0(const char *, model->sizes.n_xpos);
  g_autofree const char **feats = g_new0(const char *, model->sizes.n_feats);
  Worker worker = {work, analyst, lemmas, xpos, feats};
  for (;;) {
    guint i = (guint)g_atomic_int_add(&work->next, 1);
    if (i >= work->windows->len)
      break;
    run_window(&worker, &g_array_index(work->windows, Window, i));
  }
  give_back(model, analyst);
  return NULL;
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

void
kith_model_analyze_threads(const KithModel *model, KithDocument *document, guint threads)
{
  g_autoptr(GArray) windows = make_windows(document);
  g_autofree KithPrediction *predictions = g_new0(KithPrediction, MAX(document->words->len, 1));
  Work work = {model, document, predictions, windows, 0, {0}};
  g_mutex_init(&work.strings);
  g_autoptr(GPtrArray) others = g_ptr_array_new();
  for (guint i = 1; i < MIN(threads, windows->len); i++)
    g_ptr_array_add(others, g_thread_new("analyze", work_on, &work));
  work_on(&work);
  for (guint i = 0; i < others->len; i++)
    g_thread_join(g_ptr_array_index(others, i));
  g_mutex_clear(&work.strings);
  kith_names_agree(document);
}

void
kith_model_analyze(const KithModel *model, KithDocument *document)
{
  kith_model_analyze_threads(model, document, 1);
}
