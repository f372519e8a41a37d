/* kith evaluate: scores of a model on annotated text. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/evaluate-chains.h"
#include "syntax/conllu.h"
#include "syntax/model.h"
#include "text/reader.h"
#include "train/align.h"
#include "train/score.h"

static const char *const count_names[KITH_N_COUNTS] = {"Tokens", "Sentences", "Words", "UPOS",
                                                       "XPOS",   "Lemmas",    "UAS",   "LAS"};

static void
print_counts(const char *regime, const KithCount counts[KITH_N_COUNTS])
{
  printf("%s\n", regime);
  for (guint i = 0; i < KITH_N_COUNTS; i++)
    printf("  %-10s %6.2f\n", count_names[i], kith_count_f1(&counts[i]));
}

/* The document read again without its analysis. */
static KithDocument *
read_plain(const char *path, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  return kith_conllu_read(path, data, size, error);
}

/* From the raw text. */
static gboolean
evaluate_raw(const KithModel *model, const KithDocument *gold, GError **error)
{
  KithCount counts[KITH_N_COUNTS] = {{0}};
  g_autofree char *text = kith_document_raw_text(gold);
  g_autoptr(KithDocument) found = kith_text_read(gold->name, text, strlen(text), error);
  if (found == NULL)
    return FALSE;
  kith_model_analyze(model, found);
  if (!kith_score_documents(gold, found, counts, error))
    return FALSE;
  print_counts("raw text", counts);
  return TRUE;
}

/* With gold tokens; and with gold tokens and tags, from which lemmas are made. */
static gboolean
evaluate_tokens(const KithModel *model, const KithDocument *gold, KithDocument *found, GError **error)
{
  KithCount counts[KITH_N_COUNTS] = {{0}}, tagged[KITH_N_COUNTS] = {{0}};
  kith_model_analyze(model, found);
  if (!kith_score_documents(gold, found, counts, error))
    return FALSE;
  print_counts("gold tokens", counts);
  for (guint i = 0; i < found->words->len; i++) {
    KithWord *word = &g_array_index(found->words, KithWord, i);
    const KithWord *right = &g_array_index(gold->words, KithWord, i);
    word->upos = right->upos;
    word->xpos = right->xpos;
    g_autofree char *lemma =
        kith_lemma_get(&model->lemmas, word->form, word->upos, word->xpos ? word->xpos : "_");
    word->lemma = kith_document_string(found, lemma, -1);
  }
  if (!kith_score_documents(gold, found, tagged, error))
    return FALSE;
  print_counts("gold tokens and tags", tagged);
  return TRUE;
}

/* Names; false and no error where the file has none. */
static gboolean
evaluate_names(const KithModel *model, const char *path, KithNamesSource source, gboolean iob, KithTake take,
               GError **error)
{
  g_autoptr(KithCorpus) corpus = kith_corpus_new();
  gboolean ok = iob ? kith_corpus_add_iob(corpus, path, take, "gold", error)
                    : kith_corpus_add_conllu(corpus, path, source, NULL, "gold", error);
  if (!ok)
    return FALSE;
  KithScore score = kith_score_model(model, corpus);
  if (score.gold_names > 0)
    printf("names (PER, ORG, LOC; gold tokens)\n  %-10s %6.2f\n  %-10s %6.2f\n  %-10s %6.2f\n", "Precision",
           100.0 * score.right_names / MAX(score.found_names, 1), "Recall",
           100.0 * score.right_names / score.gold_names, "F1", kith_score_names(&score));
  return TRUE;
}

static gboolean
evaluate(const KithModel *model, const char *path, gboolean from_gum, gboolean held_out, GError **error)
{
  printf("%s\n", path);
  if (!g_str_has_suffix(path, ".conllu"))
    return evaluate_names(model, path, KITH_NAMES_NONE, TRUE, held_out ? KITH_TAKE_HELD_OUT : KITH_TAKE_ALL,
                          error);
  g_autoptr(GBytes) bytes = kith_file_read(path, KITH_DEFAULT_MAX_SIZE, error);
  if (bytes == NULL)
    return FALSE;
  g_autoptr(KithDocument) gold = read_plain(path, bytes, error);
  g_autoptr(KithDocument) found = gold != NULL ? read_plain(path, bytes, error) : NULL;
  return found != NULL && evaluate_raw(model, gold, error) && evaluate_tokens(model, gold, found, error) &&
         evaluate_names(model, path, from_gum ? KITH_NAMES_GUM : KITH_NAMES_MISC, FALSE, KITH_TAKE_ALL,
                        error);
}

int
kith_cmd_evaluate(int argc, char **argv)
{
  gboolean from_gum = FALSE, held_out = FALSE, coreference = FALSE, gold = FALSE;
  int code = KITH_EXIT_DONE;
  const GOptionEntry entries[] = {
      {"from-gum", 0, 0, G_OPTION_ARG_NONE, &from_gum,
       "Gold names are those of GUM's Entity=, not of NE=", NULL},
      {"coreference", 0, 0, G_OPTION_ARG_NONE, &coreference,
       "Score who is who instead, by GUM's Entity=, from raw text", NULL},
      {"gold-trees", 0, 0, G_OPTION_ARG_NONE, &gold,
       "With --coreference: take the file's own sentences, tags, trees and NE=", NULL},
      {"held-out", 0, 0, G_OPTION_ARG_NONE, &held_out,
       "Of files with names only (IOB): just the part that kith train keeps back", NULL},
      {NULL},
  };
  g_autoptr(GOptionContext) context = g_option_context_new(
      "FILE... - score a model from raw text, from gold tokens, from gold tokens and tags");
  g_autoptr(GError) error = NULL;
  kith_resources_add_options(context);
  g_option_context_add_main_entries(context, entries, NULL);
  if (!kith_cli_parse(context, &argc, &argv, &code))
    return code;
  if (argc < 2)
    return kith_cli_usage("kith evaluate", "a CoNLL-U or IOB file is needed");
  g_auto(KithLoaded) loaded = {0};
  if (!kith_resources_load(&loaded, &error))
    return kith_cli_fail(&error);
  for (int i = 1; i < argc; i++)
    if (!(coreference ? kith_evaluate_chains(&loaded, argv[i], gold, &error)
                      : evaluate(loaded.model, argv[i], from_gum, held_out, &error)))
      return kith_cli_fail(&error);
  return KITH_EXIT_DONE;
}
