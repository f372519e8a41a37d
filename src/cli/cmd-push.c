/* kith push: a graph into a triple store. */
#include "rdf/push.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/inspect.h"
#include "rdf/formats.h"
#include "rdf/dataset.h"

typedef struct {
  char *graph, *user, *ca_file;
  gboolean update, replace;
  int batch, timeout, retries;
} Options;

/* The statements of a file as they stand in it, sorted; of JSON those of its graph. Owned by the caller. */
static KithStatements *
read_statements(const char *path, GError **error)
{
  g_auto(KithGraphInput) input = {NULL};
  if (!kith_graph_input_read(path, &input, error))
    return NULL;
  if (input.json) {
    g_autoptr(KithGraph) graph = kith_graph_input_graph(&input, error);
    return graph ? kith_dataset_of(graph) : NULL;
  }
  KithStatements *statements = kith_statements_read(input.name, input.data, input.length, NULL, error);
  if (statements)
    kith_statements_sort(statements);
  return statements;
}

/* Whether an address is of this machine. */
static gboolean
is_local(const char *endpoint)
{
  g_autoptr(GUri) uri = g_uri_parse(endpoint, G_URI_FLAGS_NONE, NULL);
  const char *host = uri ? g_uri_get_host(uri) : NULL;
  return host &&
         (strcmp(host, "localhost") == 0 || g_str_has_prefix(host, "127.") || strcmp(host, "::1") == 0);
}

static gboolean
check_options(const Options *options, const char *endpoint, const KithPush *push, GError **error)
{
  if (options->batch < 0 || options->timeout < 0 || options->retries < 0)
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "--batch, --timeout and --retries are counts");
  else if (options->user && strchr(options->user, ':'))
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE,
                "--user: a name alone; its password belongs in $KITH_PASSWORD or a netrc file");
  else {
    if ((push->password || push->token) && g_str_has_prefix(endpoint, "http:") && !is_local(endpoint))
      fprintf(stderr, "kith: warning: the password goes over http:, which anybody on the way can read\n");
    return TRUE;
  }
  return FALSE;
}

static int
push_graph(const char *path, const char *endpoint, const Options *options)
{
  g_autoptr(GError) error = NULL;
  KithPush push = {.endpoint = endpoint,
                   .graph = options->graph,
                   .update = options->update,
                   .replace = options->replace,
                   .batch = (guint)options->batch,
                   .timeout = (guint)options->timeout,
                   .retries = (guint)options->retries,
                   .user = options->user,
                   .password = g_getenv("KITH_PASSWORD"),
                   .netrc = g_getenv("NETRC"),
                   .token = g_getenv("KITH_TOKEN"),
                   .ca_file = options->ca_file};
  if (!check_options(options, endpoint, &push, &error))
    return kith_cli_fail(&error);
  g_autoptr(KithStatements) statements = read_statements(path, &error);
  if (statements == NULL || !kith_push(statements, &push, &error))
    return kith_cli_fail(&error);
  printf("%" G_GUINT64_FORMAT " statements, %u request%s\n", push.sent, push.requests,
         push.requests == 1 ? "" : "s");
  return KITH_EXIT_DONE;
}

int
kith_cmd_push(int argc, char **argv)
{
  static Options options = {.retries = 5};
  static const GOptionEntry entries[] = {
      {"graph", 'g', 0, G_OPTION_ARG_FILENAME, &options.graph,
       "Put all into this named graph (default: each statement where the file has it)", "IRI"},
      {"update", 0, 0, G_OPTION_ARG_NONE, &options.update,
       "ENDPOINT takes SPARQL Update (default: the Graph Store Protocol)", NULL},
      {"replace", 0, 0, G_OPTION_ARG_NONE, &options.replace, "Empty the graphs that are written to first",
       NULL},
      {"user", 'u', 0, G_OPTION_ARG_FILENAME, &options.user,
       "User's name; the password comes from $KITH_PASSWORD or a netrc file", "NAME"},
      {"batch", 0, 0, G_OPTION_ARG_INT, &options.batch, "Statements a request (10000)", "N"},
      {"timeout", 0, 0, G_OPTION_ARG_INT, &options.timeout, "Seconds for a request (60)", "N"},
      {"retries", 0, 0, G_OPTION_ARG_INT, &options.retries,
       "Tries more for a request that may yet succeed, each after a longer pause (5)", "N"},
      {"ca-file", 0, 0, G_OPTION_ARG_FILENAME, &options.ca_file,
       "Certificates to trust instead of the system's", "FILE"},
      {NULL},
  };
  g_autoptr(GOptionContext) context = g_option_context_new("GRAPH ENDPOINT");
  g_option_context_set_summary(context, "Sends a graph to a triple store. A push that was cut off can be "
                                        "repeated: nothing is doubled.");
  g_option_context_add_main_entries(context, entries, NULL);
  int code;
  if (!kith_cli_parse(context, &argc, &argv, &code))
    return code;
  if (argc != 3)
    return kith_cli_usage(argv[0], "a graph and the address of a store are needed");
  return push_graph(argv[1], argv[2], &options);
}
