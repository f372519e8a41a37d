/* kith triples: open triples, a line each. */
#include "base/file.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/resources.h"
#include "relation/triples.h"

/* Whether the input brought its own trees. */
static gboolean
is_analyzed(const KithDocument *document)
{
  for (guint i = 0; i < document->words->len; i++)
    if (g_array_index(document->words, KithWord, i).head == KITH_HEAD_UNSET)
      return FALSE;
  return TRUE;
}

/* The triples of all files; sentences are counted through. */
static gboolean
write_triples(int n, char **paths, GString *out, GError **error)
{
  g_auto(KithLoaded) loaded = {0};
  if (!kith_resources_load(&loaded, error))
    return FALSE;
  g_autoptr(GPtrArray) documents = kith_input_read_all(n, paths, 1, error);
  if (documents == NULL || !kith_resources_wait(&loaded, error))
    return FALSE;
  guint number = 1;
  for (guint i = 0; i < documents->len; i++) {
    KithDocument *document = g_ptr_array_index(documents, i);
    if (!is_analyzed(document))
      kith_model_analyze(loaded.model, document);
    kith_triples_write(document, loaded.lexicon, number, out);
    number += document->sentences->len;
  }
  return TRUE;
}

int
kith_cmd_triples(int argc, char **argv)
{
  int code = KITH_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GOptionContext) context = g_option_context_new(
      "[FILE...] - open triples: sentence, argument 1, relation, argument 2, confidence, more");
  kith_input_add_options(context);
  kith_resources_add_options(context);
  if (!kith_cli_parse(context, &argc, &argv, &code))
    return code;
  if (!write_triples(argc - 1, argv + 1, out, &error) || !kith_file_write("-", out->str, out->len, &error))
    return kith_cli_fail(&error);
  return KITH_EXIT_DONE;
}
