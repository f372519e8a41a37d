#include "train/trainer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "train/checkpoint.h"
#include "train/teacher.h"
#include "train/writer.h"

enum { MAX_WORDS = 160, N_SHARDS = 2, WARM_UP = 400 };

/* A share of each batch; always the same one, whichever thread works on it. */
typedef struct {
  const struct _Trainer *trainer;
  KithTape *tape;
  KithGradient *gradient;
  GPtrArray *examples; /* KithExample *, from long to short */
  double losses[KITH_N_LOSSES];
  guint64 seed;
} Shard;

typedef struct _Trainer {
  const KithTrainOptions *options;
  KithLabels *labels;
  KithLemmaRules *lemmas;
  KithDataset *data;
  KithNet *net;
  Shard shards[N_SHARDS];
  float scale;
  guint first_epoch;
  gsize n_words; /* of the epoch so far */
} Trainer;

void
kith_train_options_init(KithTrainOptions *options)
{
  *options = (KithTrainOptions){.hidden = 160,
                                .word = 160,
                                .epochs = 30,
                                .threads = 1,
                                .batch = 250,
                                .seed = 1,
                                .text_every = 1,
                                .n_vectors = 110000,
                                .version = "kith-en",
                                .trust = 0.5f,
                                .names_weight = KITH_NAMES_WEIGHT,
                                .rate = 0.002f};
  options->dropout = (KithDropout){.form = 0.17f,
                                   .vector = 0.05f,
                                   .word = 0.2f,
                                   .between = 0.3f,
                                   .top = 0.3f,
                                   .recurrent = 0.2f,
                                   .mlp = 0.3f,
                                   .names = 0.3f,
                                   .cases = 0.02f};
}

static KithSizes
choose_sizes(const KithTrainOptions *options, const KithLabels *labels)
{
  return (KithSizes){
      .form = 64,
      .affix = 32,
      .shape = 32,
      .vector = labels->vectors->width,
      .n_forms = labels->forms->len + 1,
      .n_affixes = 1 << 15,
      .n_shapes = 1 << 11,
      .n_vectors = labels->vectors->n,
      .word = options->word,
      .hidden = options->hidden,
      .tag = 128,
      .arc = 128,
      .label = 128,
      .name = 64,
      .n_upos = labels->upos->len,
      .n_xpos = labels->xpos->len,
      .n_feats = labels->feats->len,
      .n_deprels = labels->deprels->len,
  };
}

static gint
compare_length(gconstpointer a, gconstpointer b)
{
  const KithExample *x = *(const KithExample *const *)a, *y = *(const KithExample *const *)b;
  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return x->features < y->features ? -1 : x->features > y->features;
}

static void
shuffle(gpointer *items, guint n, guint64 *seed)
{
  for (guint i = n; i > 1; i--) {
    guint j = (guint)(kith_random(seed) % i);
    gpointer swap = items[i - 1];
    items[i - 1] = items[j];
    items[j] = swap;
  }
}

/* The sentences of an epoch: all that are annotated, and of the others those whose turn it is. */
static GPtrArray *
choose_examples(const KithDataset *data, guint text_every, guint epoch)
{
  GPtrArray *chosen = g_ptr_array_sized_new(data->examples->len);
  for (guint i = 0; i < data->examples->len; i++) {
    KithExample *example = &g_array_index(data->examples, KithExample, i);
    if (example->has_tree || example->has_names || (i + epoch) % text_every == 0)
      g_ptr_array_add(chosen, example);
  }
  return chosen;
}

/* The batches of an epoch: sentences in an order drawn by seed, up to most_words words each. Elements are
 * GPtrArray of KithExample *. */
static GPtrArray *
make_batches(const Trainer *trainer, guint epoch)
{
  const guint most_words = trainer->options->batch;
  g_autoptr(GPtrArray) drawn = choose_examples(trainer->data, trainer->options->text_every, epoch);
  const guint n = drawn->len;
  guint64 seed = trainer->options->seed * 7919 + epoch;
  shuffle(drawn->pdata, n, &seed);
  GPtrArray *batches = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  GPtrArray *batch = NULL;
  gsize words = 0;
  for (guint i = 0; i < n; i++) {
    KithExample *example = g_ptr_array_index(drawn, i);
    if (batch == NULL || words + example->n > most_words) {
      g_ptr_array_add(batches, batch = g_ptr_array_new());
      words = 0;
    }
    words += example->n;
    g_ptr_array_add(batch, example);
  }
  return batches;
}

static gpointer
run_shard(gpointer data)
{
  Shard *shard = data;
  const Trainer *trainer = shard->trainer;
  kith_gradient_clear(shard->gradient, trainer->net);
  kith_tape_run(shard->tape, (const KithExample *const *)shard->examples->pdata, shard->examples->len,
                &trainer->options->dropout, shard->seed, trainer->scale, shard->losses, shard->gradient);
  return NULL;
}

/* Runs the shards, each in a thread of its own if there may be more than one. */
static void
run_shards(Trainer *trainer)
{
  GThread *threads[N_SHARDS] = {NULL};
  for (guint i = 1; i < N_SHARDS && trainer->options->threads > 1; i++)
    threads[i] = g_thread_new("shard", run_shard, &trainer->shards[i]);
  for (guint i = 0; i < N_SHARDS; i++)
    if (threads[i] != NULL)
      g_thread_join(threads[i]);
    else
      run_shard(&trainer->shards[i]);
}

/* The rate rises over the first steps and falls to nothing at the end. */
static float
rate_at(const KithTrainOptions *options, guint64 step, guint64 n_steps)
{
  double warm_up = MIN((double)WARM_UP, (double)n_steps / 10 + 1);
  double warm = MIN(1.0, (double)(step + 1) / warm_up);
  return (float)((double)options->rate * warm * (1 - (double)step / (double)n_steps));
}

static void
run_batch(Trainer *trainer, GPtrArray *batch, float rate)
{
  gsize words = 0;
  g_ptr_array_sort(batch, compare_length);
  for (guint s = 0; s < N_SHARDS; s++)
    g_ptr_array_set_size(trainer->shards[s].examples, 0);
  for (guint i = 0; i < batch->len; i++) {
    const KithExample *example = g_ptr_array_index(batch, i);
    words += example->n;
    g_ptr_array_add(trainer->shards[i % N_SHARDS].examples, (gpointer)example);
  }
  for (guint s = 0; s < N_SHARDS; s++) {
    guint64 seed = trainer->options->seed * 1000003 + trainer->net->steps * N_SHARDS + s;
    trainer->shards[s].seed = kith_random(&seed);
  }
  trainer->n_words += words;
  trainer->scale = 1.0f / (float)words;
  kith_net_pack(trainer->net);
  run_shards(trainer);
  for (guint s = 1; s < N_SHARDS; s++)
    kith_gradient_add(trainer->shards[0].gradient, trainer->shards[s].gradient, trainer->net);
  kith_net_step(trainer->net, trainer->shards[0].gradient, rate);
}

static void
run_epoch(Trainer *trainer, guint epoch, double losses[KITH_N_LOSSES])
{
  const KithTrainOptions *options = trainer->options;
  g_autoptr(GPtrArray) batches = make_batches(trainer, epoch);
  for (guint s = 0; s < N_SHARDS; s++)
    memset(trainer->shards[s].losses, 0, sizeof trainer->shards[s].losses);
  trainer->n_words = 0;
  for (guint b = 0; b < batches->len; b++) {
    guint64 step = (guint64)epoch * batches->len + b;
    run_batch(trainer, g_ptr_array_index(batches, b),
              rate_at(options, step, (guint64)options->epochs * batches->len));
  }
  for (guint l = 0; l < KITH_N_LOSSES; l++) {
    losses[l] = 0;
    for (guint s = 0; s < N_SHARDS; s++)
      losses[l] += trainer->shards[s].losses[l] / (double)MAX(trainer->n_words, 1);
  }
}

/* Adds the sentences that have names but no tree so often that there are n of each. */
static void
repeat_names(KithDataset *data, guint n)
{
  const guint len = data->examples->len;
  for (guint k = 1; k < n; k++)
    for (guint i = 0; i < len; i++) {
      KithExample example = g_array_index(data->examples, KithExample, i);
      if (example.has_names && !example.has_tree)
        g_array_append_val(data->examples, example);
    }
}

static void
trainer_clear(Trainer *trainer)
{
  for (guint s = 0; s < N_SHARDS; s++) {
    kith_tape_free(trainer->shards[s].tape);
    kith_gradient_free(trainer->shards[s].gradient);
    if (trainer->shards[s].examples != NULL)
      g_ptr_array_unref(trainer->shards[s].examples);
  }
  kith_net_free(trainer->net);
  kith_dataset_free(trainer->data);
  kith_lemma_rules_free(trainer->lemmas);
  kith_labels_free(trainer->labels);
}

/* Starts with the mean of the weights of several models of the same ancestor, which is often better than each
 * (Wortsman and others 2022, "model soups"). */
static gboolean
restore_mean(KithNet *net, const KithLabels *labels, const char *const *paths, GError **error)
{
  const KithKernel *kernel = kith_kernel();
  for (guint i = 0; paths[i] != NULL; i++) {
    if (!kith_model_restore(paths[i], net, labels, error))
      return FALSE;
    for (guint t = 0; t < KITH_N_TENSORS; t++)
      kernel->axpy(net->parameters[t].m, net->parameters[t].w, 1, net->parameters[t].n);
  }
  const float share = 1.0f / (float)g_strv_length((char **)paths);
  for (guint t = 0; t < KITH_N_TENSORS; t++) {
    KithParameter *p = &net->parameters[t];
    for (gsize i = 0; i < p->n; i++) {
      p->w[i] = p->mean[i] = p->m[i] * share;
      p->m[i] = 0;
    }
  }
  return TRUE;
}

static gboolean
trainer_init(Trainer *trainer, const KithCorpus *corpus, const KithTrainOptions *options, GError **error)
{
  *trainer = (Trainer){.options = options};
  trainer->labels = kith_labels_new(corpus, options->vectors, options->n_vectors, options->names, error);
  if (trainer->labels == NULL)
    return FALSE;
  KithSizes sizes = choose_sizes(options, trainer->labels);
  trainer->lemmas = kith_lemma_rules_learn(corpus);
  trainer->data = kith_dataset_new(corpus, trainer->labels, &sizes, options->names, MAX_WORDS);
  if ((options->teachers != NULL || options->advice != NULL) &&
      !kith_dataset_ask(trainer->data, corpus, trainer->labels, MAX_WORDS, options, error))
    return FALSE;
  repeat_names(trainer->data, options->repeat);
  if (trainer->data->examples->len == 0) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "nothing to learn from");
    return FALSE;
  }
  trainer->net = kith_net_new(&sizes, trainer->labels->vectors->values, options->seed);
  for (guint s = 0; s < N_SHARDS; s++) {
    trainer->shards[s].trainer = trainer;
    trainer->shards[s].tape = kith_tape_new(trainer->net, &trainer->data->substitutes);
    kith_tape_set_names_weight(trainer->shards[s].tape, options->names_weight);
    trainer->shards[s].gradient = kith_gradient_new(trainer->net);
    trainer->shards[s].examples = g_ptr_array_new();
  }
  if (options->starts != NULL && !restore_mean(trainer->net, trainer->labels, options->starts, error))
    return FALSE;
  if (!options->resume)
    return TRUE;
  if (!kith_checkpoint_read(options->checkpoint, trainer->net, options->seed, &trainer->first_epoch, error))
    return FALSE;
  if (trainer->first_epoch < options->epochs)
    return TRUE;
  g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "%s: all epochs are done", options->checkpoint);
  return FALSE;
}

/* The model after so many epochs, reported. */
static GBytes *
report_model(const Trainer *trainer, guint epoch, const double losses[KITH_N_LOSSES])
{
  const KithTrainOptions *options = trainer->options;
  GBytes *model = kith_model_write(trainer->net, trainer->labels, trainer->lemmas, options->version);
  if (options->report != NULL)
    options->report(epoch, options->epochs, losses, trainer->n_words, model, options->data);
  return model;
}

GBytes *
kith_train(const KithCorpus *corpus, const KithTrainOptions *options, GError **error)
{
  Trainer trainer;
  GBytes *model = NULL;
  double losses[KITH_N_LOSSES] = {0};
  g_return_val_if_fail(!options->resume || options->checkpoint != NULL, NULL);
  gboolean ok = trainer_init(&trainer, corpus, options, error);
  const guint last = options->stop_after > 0 ? MIN(options->stop_after, options->epochs) : options->epochs;
  if (ok && options->epochs == 0)
    model = report_model(&trainer, 0, losses);
  for (guint epoch = trainer.first_epoch; ok && epoch < last; epoch++) {
    run_epoch(&trainer, epoch, losses);
    g_clear_pointer(&model, g_bytes_unref);
    if (options->checkpoint != NULL &&
        !kith_checkpoint_write(options->checkpoint, trainer.net, options->seed, epoch + 1, error))
      break;
    model = report_model(&trainer, epoch + 1, losses);
  }
  trainer_clear(&trainer);
  return model;
}
