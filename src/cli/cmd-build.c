/* kith build: text to graph. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/graph-io.h"
#include "cli/input.h"
#include "cli/resources.h"
#include "rdf/rdf.h"
#include "weave/identity.h"

typedef struct {
  char *folder;
  char *format;
  char *formats;
  char *base;
  char *date;
  char *title;
  char *source;
  int threads;
} Options;

/* A document on its way to a graph, worked on by one thread at a time. */
typedef struct {
  KithDocument *document; /* lent */
  KithGraph *graph;
  GError *error;
} Job;

static void
free_job(gpointer data)
{
  Job *job = data;
  kith_graph_free(job->graph);
  g_clear_error(&job->error);
  g_free(job);
}

static void
weave_job(gpointer data, gpointer user_data)
{
  Job *job = data;
  job->graph = kith_weave(job->document, user_data, &job->error);
}

/* What the user says of the document stands above what the text says. */
static void
describe(KithDocument *document, const Options *options)
{
  const char *const given[] = {options->title, options->date, options->source};
  char **fields[] = {&document->title, &document->date, &document->source};
  for (gsize i = 0; i < G_N_ELEMENTS(given); i++)
    if (given[i]) {
      g_free(*fields[i]);
      *fields[i] = g_strdup(given[i]);
    }
  kith_document_update_id(document);
}

/* A graph for each document, in their order whatever the number of threads. */
static GPtrArray *
weave_all(GPtrArray *documents, const KithResources *resources, int threads, GError **error)
{
  g_autoptr(GPtrArray) jobs = g_ptr_array_new_with_free_func(free_job);
  GThreadPool *pool = NULL;
  if (threads > 1 && documents->len > 1)
    pool = g_thread_pool_new(weave_job, (gpointer)resources, threads, TRUE, error);
  for (guint i = 0; i < documents->len; i++) {
    Job *job = g_new0(Job, 1);
    job->document = g_ptr_array_index(documents, i);
    g_ptr_array_add(jobs, job);
    if (pool)
      g_thread_pool_push(pool, job, NULL);
    else
      weave_job(job, (gpointer)resources);
  }
  if (pool)
    g_thread_pool_free(pool, FALSE, TRUE);
  g_autoptr(GPtrArray) graphs = g_ptr_array_new_with_free_func((GDestroyNotify)kith_graph_free);
  for (guint i = 0; i < jobs->len; i++) {
    Job *job = g_ptr_array_index(jobs, i);
    if (job->error) {
      g_propagate_error(error, g_steal_pointer(&job->error));
      return NULL;
    }
    g_ptr_array_add(graphs, g_steal_pointer(&job->graph));
  }
  return g_steal_pointer(&graphs);
}

/* Two documents of one name would write the same files. */
static gboolean
check_names(GPtrArray *documents, GError **error)
{
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < documents->len; i++) {
    KithDocument *document = g_ptr_array_index(documents, i);
    if (!g_hash_table_add(names, document->name)) {
      g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "two inputs would both be written as '%s'",
                  document->name);
      return FALSE;
    }
  }
  return TRUE;
}

/* DIR/NAME.SUFFIX in every format, for every document. */
static gboolean
write_folder(const Options *options, char **formats, GPtrArray *documents, GPtrArray *graphs, GError **error)
{
  if (g_mkdir_with_parents(options->folder, 0777) < 0) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_IO, "%s: cannot make this folder", options->folder);
    return FALSE;
  }
  for (guint i = 0; i < documents->len; i++) {
    KithDocument *document = g_ptr_array_index(documents, i);
    g_autofree char *safe = g_strdelimit(g_strdup(document->name), "/", '-');
    g_autofree char *stem = g_build_filename(options->folder, safe, NULL);
    if (!kith_graph_io_write_all(g_ptr_array_index(graphs, i), formats, options->base, stem, error))
      return FALSE;
  }
  return TRUE;
}

/* One graph of all, to standard output. */
static gboolean
write_merged(const Options *options, const char *format, GPtrArray *graphs, GError **error)
{
  if (graphs->len == 1)
    return kith_graph_io_write(g_ptr_array_index(graphs, 0), format, options->base, "-", error);
  g_autoptr(KithGraph) all =
      kith_weave_merge((const KithGraph *const *)graphs->pdata, graphs->len, NULL, error);
  return all && kith_graph_io_write(all, format, options->base, "-", error);
}

/* The formats asked for, checked before any work is done. */
static char **
chosen_formats(const Options *options, GError **error)
{
  const char *list = options->formats ? options->formats : options->format;
  if (list == NULL)
    list = options->folder ? "turtle,json,dot,svg" : "turtle";
  g_auto(GStrv) formats = g_strsplit(list, ",", -1);
  if (options->folder == NULL && g_strv_length(formats) != 1) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "several formats need a folder to be written to (-o)");
    return NULL;
  }
  for (char **format = formats; *format; format++)
    if (!kith_graph_io_known(*format, error))
      return NULL;
  return g_steal_pointer(&formats);
}

static gboolean
check_options(const Options *options, GError **error)
{
  g_autoptr(GDateTime) day = NULL;
  if (options->date) {
    g_autofree char *stamp = g_strdup_printf("%sT00:00:00Z", options->date);
    day = strlen(options->date) == 10 ? g_date_time_new_from_iso8601(stamp, NULL) : NULL;
  }
  if (options->date && day == NULL)
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "--date: not a day like 2021-10-08: '%s'",
                options->date);
  else if (options->threads < 0 || options->threads > 1024)
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "--threads: 0 (one a core) to 1024, not %d",
                options->threads);
  else
    return TRUE;
  return FALSE;
}

static gboolean
build(const Options *options, int n, char **paths, GError **error)
{
  if (!check_options(options, error))
    return FALSE;
  g_auto(GStrv) formats = chosen_formats(options, error);
  if (formats == NULL)
    return FALSE;
  const int threads = options->threads ? options->threads : (int)g_get_num_processors();
  g_autoptr(GPtrArray) documents = kith_input_read_all(n, paths, (guint)threads, error);
  if (documents == NULL || (options->folder && !check_names(documents, error)))
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    describe(g_ptr_array_index(documents, i), options);
  g_auto(KithLoaded) loaded = {NULL};
  if (!kith_resources_load(&loaded, error))
    return FALSE;
  if (documents->len == 1)
    kith_weave_analyze(g_ptr_array_index(documents, 0), loaded.model, (guint)threads);
  if (!kith_resources_wait(&loaded, error))
    return FALSE;
  KithResources resources = {loaded.model, loaded.gazetteer, loaded.lexicon};
  g_autoptr(GPtrArray) graphs = weave_all(documents, &resources, threads, error);
  if (graphs == NULL)
    return FALSE;
  if (options->folder)
    return write_folder(options, formats, documents, graphs, error);
  return write_merged(options, formats[0], graphs, error);
}

int
kith_cmd_build(int argc, char **argv)
{
  static Options options;
  static const GOptionEntry entries[] = {
      {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options.folder,
       "Write DIR/NAME.ttl, .json, .dot, .svg, a graph a file (without: one graph to standard output)",
       "DIR"},
      {"format", 'f', 0, G_OPTION_ARG_STRING, &options.format,
       "Format to write: turtle (default), json, svg, ...", "FORMAT"},
      {"formats", 0, 0, G_OPTION_ARG_STRING, &options.formats, "Formats to write with -o, parted by commas",
       "LIST"},
      {"base", 0, 0, G_OPTION_ARG_STRING, &options.base, "What IRIs begin with (urn:kith:)", "IRI"},
      {"title", 0, 0, G_OPTION_ARG_STRING, &options.title, "The text's title", "TEXT"},
      {"date", 0, 0, G_OPTION_ARG_STRING, &options.date, "The text's day, as 2021-10-08", "DATE"},
      {"source", 0, 0, G_OPTION_ARG_STRING, &options.source, "Where the text comes from", "IRI"},
      {"threads", 0, 0, G_OPTION_ARG_INT, &options.threads, "Threads to work on (one a core)", "N"},
      {NULL},
  };
  g_autoptr(GOptionContext) context = g_option_context_new("[FILE...]");
  g_option_context_set_summary(context, "Reads news text and writes the graph of its actors and relations.");
  g_option_context_add_main_entries(context, entries, NULL);
  kith_input_add_options(context);
  kith_resources_add_options(context);
  int code;
  if (!kith_cli_parse(context, &argc, &argv, &code))
    return code;
  g_autoptr(GError) error = NULL;
  if (!build(&options, argc - 1, argv + 1, &error))
    return kith_cli_fail(&error);
  return KITH_EXIT_DONE;
}
