#include "train/teacher.h"

#include <string.h>

#include "syntax/model.h"
#include "train/advice.h"
#include "train/score.h"
#include "train/writer.h"

enum { BATCH_WORDS = 1000, MAX_ASKED = 2 };

/* A model that gives advice. */
typedef struct {
  KithModel *model;
  float *vectors;
  KithNet *net;
  KithTape *tape;
  KithFeatures *features;                 /* of the dataset's words by its own tables */
  guint16 *upos, *xpos, *feats, *deprels; /* its labels as the dataset's, KITH_NO_LABEL where it has none */
  const KithDataset *dataset;             /* what to read, lent */
  float share;
  KithAdvice *advice; /* on the dataset's words */
} Teacher;

static void
teacher_clear(Teacher *t)
{
  kith_tape_free(t->tape);
  kith_net_free(t->net);
  kith_model_free(t->model);
  g_free(t->vectors);
  g_free(t->features);
  g_free(t->upos);
  g_free(t->xpos);
  g_free(t->feats);
  g_free(t->deprels);
  g_free(t->advice);
}

/* Where each of n names is in others. */
static guint16 *
match_names(char **names, guint n, GPtrArray *others)
{
  guint16 *places = g_new(guint16, n);
  for (guint i = 0; i < n; i++) {
    places[i] = KITH_NO_LABEL;
    for (guint k = 0; k < others->len; k++)
      if (strcmp(names[i], g_ptr_array_index(others, k)) == 0)
        places[i] = (guint16)k;
  }
  return places;
}

/* The teacher's labels in the dataset's numbers. */
static void
match_labels(Teacher *t, const KithLabels *labels)
{
  const KithSizes *s = &t->model->sizes;
  g_autofree char **upos = g_new(char *, s->n_upos), **deprels = g_new(char *, s->n_deprels);
  for (guint i = 0; i < s->n_upos; i++)
    upos[i] = (char *)kith_upos_name(t->model->upos[i]);
  for (guint i = 0; i < s->n_deprels; i++)
    deprels[i] = (char *)kith_deprel_name(t->model->deprels[i]);
  t->upos = match_names(upos, s->n_upos, labels->upos);
  t->deprels = match_names(deprels, s->n_deprels, labels->deprels);
  t->xpos = match_names(t->model->xpos, s->n_xpos, labels->xpos);
  t->feats = match_names(t->model->feats, s->n_feats, labels->feats);
}

/* The features of the dataset's words, in its order. */
static void
look_up(Teacher *t, const KithDataset *dataset, const KithCorpus *corpus, guint max_words)
{
  const KithModel *model = t->model;
  gsize at = 0;
  t->features = g_new(KithFeatures, MAX(dataset->n_words, 1));
  for (guint s = 0; s < corpus->sentences->len; s++) {
    const KithGoldSentence *sentence = kith_corpus_sentence(corpus, s);
    const KithGoldWord *words = kith_corpus_words(corpus, sentence);
    for (guint i = 0; sentence->n <= max_words && i < sentence->n; i++)
      kith_features_get(&model->sizes, &model->tables, words[i].form, &t->features[at++]);
  }
}

static gboolean
teacher_init(Teacher *t, const char *path, const KithLabels *labels, GError **error)
{
  *t = (Teacher){.model = kith_model_load(path, error)};
  if (t->model == NULL)
    return FALSE;
  const KithSizes *s = &t->model->sizes;
  t->vectors = g_new(float, (gsize)s->n_vectors * s->vector);
  for (guint i = 0; i < s->n_vectors; i++)
    kith_rows_get(&t->model->rows[KITH_ROWS_VECTOR], i, s->vector, t->vectors + (gsize)i * s->vector);
  t->net = kith_net_new(s, t->vectors, 1);
  kith_net_restore(t->net, t->model);
  kith_net_pack(t->net);
  t->tape = kith_tape_new(t->net, NULL);
  match_labels(t, labels);
  return TRUE;
}

/* Sets the heads of sentences without a tree to those that a model gives. */
static void
set_heads(KithDataset *dataset, const KithCorpus *corpus, guint max_words, const KithModel *model)
{
  g_autoptr(KithDocument) document = kith_corpus_document(corpus);
  kith_model_analyze(model, document);
  gsize at = 0;
  for (guint s = 0; s < corpus->sentences->len; s++) {
    const KithGoldSentence *sentence = kith_corpus_sentence(corpus, s);
    const KithWord *words = &g_array_index(document->words, KithWord, sentence->first);
    if (sentence->n > max_words)
      continue;
    for (guint i = 0; !sentence->has_tree && i < sentence->n; i++)
      dataset->head[at + i] = words[i].head;
    at += sentence->n;
  }
}

/* Adds a teacher's guess to that of all, in the dataset's numbers. */
static void
add_guess(KithGuess *all, const KithGuess *own, const guint16 *places)
{
  for (guint i = 0; i < KITH_N_GUESSES; i++)
    if (own->share[i] > 0 && (places == NULL || places[own->label[i]] != KITH_NO_LABEL))
      kith_guess_add(all, places != NULL ? places[own->label[i]] : own->label[i], own->share[i]);
}

static void
add_advice(const Teacher *t, const KithAdvice *own, KithAdvice *all, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    add_guess(&all[i].upos, &own[i].upos, t->upos);
    add_guess(&all[i].xpos, &own[i].xpos, t->xpos);
    add_guess(&all[i].feats, &own[i].feats, t->feats);
    add_guess(&all[i].deprel, &own[i].deprel, t->deprels);
    add_guess(&all[i].head, &own[i].head, NULL);
    for (guint tag = 0; tag < KITH_N_NAME_TAGS; tag++)
      all[i].names[tag] += own[i].names[tag];
  }
}

static gint
longer_first(gconstpointer a, gconstpointer b)
{
  const KithExample *x = *(const KithExample *const *)a, *y = *(const KithExample *const *)b;
  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return x->features < y->features ? -1 : x->features > y->features;
}

/* Has a teacher (data) read all sentences. */
static gpointer
ask(gpointer data)
{
  Teacher *t = data;
  const KithDataset *dataset = t->dataset;
  t->advice = g_new0(KithAdvice, MAX(dataset->n_words, 1));
  g_autofree KithExample *examples = g_new(KithExample, MAX(dataset->examples->len, 1));
  g_autoptr(GPtrArray) order = g_ptr_array_new();
  for (guint i = 0; i < dataset->examples->len; i++) {
    examples[i] = g_array_index(dataset->examples, KithExample, i);
    const gsize at = (gsize)(examples[i].features - dataset->features);
    examples[i].features = t->features + at;
    examples[i].advice = t->advice + at;
    g_ptr_array_add(order, &examples[i]);
  }
  g_ptr_array_sort(order, longer_first);
  for (guint from = 0, to; from < order->len; from = to) {
    gsize words = 0;
    for (to = from; to < order->len && words < BATCH_WORDS; to++)
      words += ((const KithExample *)g_ptr_array_index(order, to))->n;
    kith_tape_advise(t->tape, (const KithExample *const *)order->pdata + from, to - from, t->share);
  }
  return NULL;
}

/* Makes the shares of a guess add up to 1 (or all to 0). */
static void
normalize(KithGuess *guess)
{
  float sum = 0;
  for (guint i = 0; i < KITH_N_GUESSES; i++)
    sum += guess->share[i];
  for (guint i = 0; sum > 0 && i < KITH_N_GUESSES; i++)
    guess->share[i] /= sum;
}

/* Asks the teachers at models[0..n), up to MAX_ASKED, side by side; their advice is added in their order. */
static gboolean
ask_some(KithDataset *dataset, const KithCorpus *corpus, const KithLabels *labels, guint max_words,
         const char *const *models, guint n, float share, GError **error)
{
  Teacher teachers[MAX_ASKED] = {0};
  GThread *threads[MAX_ASKED] = {NULL};
  gboolean ok = TRUE;
  for (guint m = 0; ok && m < n; m++) {
    ok = teacher_init(&teachers[m], models[m], labels, error);
    teachers[m].dataset = dataset;
    teachers[m].share = share;
    if (ok)
      look_up(&teachers[m], dataset, corpus, max_words);
  }
  for (guint m = 1; ok && m < n; m++)
    threads[m] = g_thread_new("teacher", ask, &teachers[m]);
  if (ok)
    ask(&teachers[0]);
  for (guint m = 0; m < n; m++) {
    if (threads[m] != NULL)
      g_thread_join(threads[m]);
    if (ok)
      add_advice(&teachers[m], teachers[m].advice, dataset->advice, dataset->n_words);
    teacher_clear(&teachers[m]);
  }
  return ok;
}

/* Sets the heads of what has no tree to the likeliest of the advice so far. */
static void
take_heads(KithDataset *dataset)
{
  for (guint e = 0; e < dataset->examples->len; e++) {
    const KithExample *example = &g_array_index(dataset->examples, KithExample, e);
    const gsize first = (gsize)(example->features - dataset->features);
    for (guint i = 0; !example->has_tree && i < example->n; i++) {
      const KithGuess *guess = &dataset->advice[first + i].head;
      guint best = 0;
      for (guint k = 1; k < KITH_N_GUESSES; k++)
        if (guess->share[k] > guess->share[best])
          best = k;
      dataset->head[first + i] =
          guess->share[best] > 0 && guess->label[best] < example->n ? guess->label[best] : -1;
    }
  }
}

/* Sets the heads of what has no tree to those that the first model gives: advice on relations is about them.
 */
static gboolean
choose_heads(KithDataset *dataset, const KithCorpus *corpus, guint max_words, const char *path,
             GError **error)
{
  g_autoptr(KithModel) model = kith_model_load(path, error);
  if (model == NULL)
    return FALSE;
  set_heads(dataset, corpus, max_words, model);
  return TRUE;
}

gboolean
kith_dataset_ask(KithDataset *dataset, const KithCorpus *corpus, const KithLabels *labels, guint max_words,
                 const KithTrainOptions *options, GError **error)
{
  const char *const *models = options->teachers, *const *files = options->advice;
  const guint n = models != NULL ? g_strv_length((char **)models) : 0,
              step = MIN(options->threads, MAX_ASKED);
  const guint n_files = files != NULL ? g_strv_length((char **)files) : 0;
  const float share = 1.0f / (float)(n + n_files);
  dataset->advice = g_new0(KithAdvice, MAX(dataset->n_words, 1));
  for (guint f = 0; f < n_files; f++)
    if (!kith_advice_read(files[f], corpus, labels, max_words, share, dataset->advice, error))
      return FALSE;
  if (n_files > 0)
    take_heads(dataset);
  else if (!choose_heads(dataset, corpus, max_words, models[0], error))
    return FALSE;
  for (guint m = 0; m < n; m += step)
    if (!ask_some(dataset, corpus, labels, max_words, models + m, MIN(step, n - m), share, error))
      return FALSE;
  for (gsize i = 0; i < dataset->n_words; i++) {
    KithAdvice *a = &dataset->advice[i];
    KithGuess *const guesses[] = {&a->upos, &a->xpos, &a->feats, &a->deprel, &a->head};
    for (guint g = 0; g < G_N_ELEMENTS(guesses); g++)
      normalize(guesses[g]);
  }
  for (guint i = 0; i < dataset->examples->len; i++) {
    KithExample *example = &g_array_index(dataset->examples, KithExample, i);
    example->advice = dataset->advice + (example->features - dataset->features);
    example->trust = options->trust;
    example->trust_names = options->trust_names;
  }
  return TRUE;
}
