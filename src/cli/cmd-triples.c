/* kith triples: open triples, a line each. */
#include "base/file.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/resources.h"
#include "relation/triples.h"

/* Analyses the documents of a file and appends their triples; sentences are counted on from *number. */
static gboolean
read_triples(const char *path, const KithInputOptions *input, const KithLoaded *loaded, guint *number,
             GString *out, GError **error)
{
  g_autoptr(GPtrArray) documents = kith_input_read(path, input, error);
  if (documents == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++) {
    KithDocument *document = g_ptr_array_index(documents, i);
    kith_model_analyze(loaded->model, document);
    kith_triples_write(document, loaded->lexicon, *number, out);
    *number += document->sentences->len;
  }
  return TRUE;
}

int
kith_cmd_triples(int argc, char **argv)
{
  int code = KITH_EXIT_DONE;
  KithInputOptions input;
  g_auto(KithLoaded) loaded = {0};
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GOptionContext) context = g_option_context_new(
      "[FILE...] - open triples: sentence, argument 1, relation, argument 2, confidence, more");
  g_option_context_add_group(context, kith_input_group());
  g_option_context_add_group(context, kith_resources_group());
  if (!kith_cli_parse(context, &argc, &argv, &code))
    return code;
  if (!kith_input_options(&input, &error) || !kith_resources_load(&loaded, &error))
    return kith_cli_fail(&error);
  guint number = 1;
  for (int i = 1; i < MAX(argc, 2); i++)
    if (!read_triples(argc > 1 ? argv[i] : "-", &input, &loaded, &number, out, &error))
      return kith_cli_fail(&error);
  if (!kith_file_write("-", out->str, out->len, &error))
    return kith_cli_fail(&error);
  return KITH_EXIT_DONE;
}
