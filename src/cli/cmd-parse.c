/* kith parse: the language analysis alone, as CoNLL-U. */
#include "base/file.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/resources.h"
#include "syntax/analyzer.h"
#include "syntax/conllu.h"

/* A document on its way, worked on by one thread at a time. */
typedef struct {
  KithDocument *document; /* lent */
  GString *out;
  guint threads; /* for this document */
} Job;

static void
analyze(gpointer data, gpointer model)
{
  Job *job = data;
  kith_model_analyze_threads(model, job->document, job->threads);
  kith_conllu_write_threads(job->document, job->out, job->threads);
}

/* Analyses documents, several at a time or one on several threads, and prints them in their order. */
static gboolean
parse_documents(GPtrArray *documents, KithModel *model, int threads, GError **error)
{
  g_autofree Job *jobs = g_new0(Job, MAX(documents->len, 1));
  GThreadPool *pool =
      threads > 1 && documents->len > 1 ? g_thread_pool_new(analyze, model, threads, TRUE, NULL) : NULL;
  for (guint i = 0; i < documents->len; i++) {
    jobs[i] =
        (Job){g_ptr_array_index(documents, i), g_string_new(NULL), documents->len > 1 ? 1 : (guint)threads};
    if (pool != NULL)
      g_thread_pool_push(pool, &jobs[i], NULL);
    else
      analyze(&jobs[i], model);
  }
  if (pool != NULL)
    g_thread_pool_free(pool, FALSE, TRUE);
  gboolean ok = TRUE;
  for (guint i = 0; i < documents->len; i++) {
    ok = ok && kith_file_write("-", jobs[i].out->str, jobs[i].out->len, error);
    g_string_free(jobs[i].out, TRUE);
  }
  return ok;
}

static gboolean
parse_files(int n, char **paths, const char *model_path, int threads, GError **error)
{
  g_autoptr(KithModel) model = kith_resources_load_model(model_path, error);
  if (model == NULL)
    return FALSE;
  g_autoptr(GPtrArray) all = kith_input_read_all(n, paths, (guint)threads, error);
  if (all == NULL)
    return FALSE;
  return parse_documents(all, model, threads, error);
}

int
kith_cmd_parse(int argc, char **argv)
{
  g_autofree char *model = NULL;
  int threads = 1, code = KITH_EXIT_DONE;
  const GOptionEntry entries[] = {
      {"model", 0, 0, G_OPTION_ARG_FILENAME, &model, "Use another language model", "FILE"},
      {"threads", 0, 0, G_OPTION_ARG_INT, &threads, "Work on so many threads (default 1)", "N"},
      {NULL},
  };
  g_autoptr(GOptionContext) context =
      g_option_context_new("[FILE...] - tags, lemmas, trees and names as CoNLL-U");
  g_autoptr(GError) error = NULL;
  g_option_context_add_main_entries(context, entries, NULL);
  kith_input_add_options(context);
  if (!kith_cli_parse(context, &argc, &argv, &code))
    return code;
  if (threads < 1 || threads > 256)
    return kith_cli_usage("kith parse", "--threads must be between 1 and 256");
  if (!parse_files(argc - 1, argv + 1, model, threads, &error))
    return kith_cli_fail(&error);
  return KITH_EXIT_DONE;
}
