#include "cli/resources.h"

#include <string.h>

#include "base/file.h"
#include "cli/cli.h"
#include "rdf/rdf.h"

static char *model_path;
static char **gazetteer_paths;
static char **lexicon_paths;

void
kith_resources_add_options(GOptionContext *context)
{
  static const GOptionEntry entries[] = {
      {"model", 0, 0, G_OPTION_ARG_FILENAME, &model_path, "Use another language model", "FILE"},
      {"gazetteer", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &gazetteer_paths, "Add actors that are known by name",
       "FILE"},
      {"lexicon", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &lexicon_paths, "Add words for classes of relations",
       "FILE"},
      {NULL},
  };
  g_option_context_add_main_entries(context, entries, NULL);
}

KithModel *
kith_resources_load_model(const char *path, GError **error)
{
  const char *given = path ? path : g_getenv("KITH_MODEL");
  g_autofree char *found = given && *given ? g_strdup(given) : kith_cli_data("kith-en.model");
  return kith_model_load(found, error);
}

/* Adds a user's file of actors: RDF by its suffix, or else the gazetteer's own form. */
static gboolean
add_gazetteer(KithGazetteer *gazetteer, const char *path, GError **error)
{
  const char *dot = strrchr(path, '.');
  if (dot == NULL || kith_rdf_format(dot + 1) == NULL)
    return kith_gazetteer_add_file(gazetteer, path, error);
  g_autoptr(GBytes) bytes = kith_file_read(path, KITH_DEFAULT_MAX_SIZE, error);
  g_autoptr(GString) rows = g_string_new(NULL);
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  if (bytes == NULL)
    return FALSE;
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  return kith_rdf_names(path, data, length, rows, lines, error) &&
         kith_gazetteer_add_rows(gazetteer, path, rows->str, (const guint *)(gpointer)lines->data, error);
}

/* Loads gazetteer and lexicon, and what the user adds to them. */
static gboolean
load_words(KithLoaded *loaded, GError **error)
{
  g_autofree char *gazetteer = kith_cli_data("gazetteer");
  g_autofree char *lexicon = kith_cli_data("lexicon.tsv");
  loaded->gazetteer = kith_gazetteer_load(gazetteer, error);
  loaded->lexicon = loaded->gazetteer ? kith_lexicon_load(lexicon, error) : NULL;
  if (loaded->lexicon == NULL)
    return FALSE;
  for (char **path = gazetteer_paths; path && *path; path++)
    if (!add_gazetteer(loaded->gazetteer, *path, error))
      return FALSE;
  for (char **path = lexicon_paths; path && *path; path++)
    if (!kith_lexicon_add_file(loaded->lexicon, *path, error))
      return FALSE;
  return TRUE;
}

static gpointer
words_thread(gpointer data)
{
  KithLoaded *loaded = data;
  load_words(loaded, &loaded->words_error);
  return NULL;
}

gboolean
kith_resources_load(KithLoaded *loaded, GError **error)
{
  loaded->words = g_thread_new("words", words_thread, loaded);
  loaded->model = kith_resources_load_model(model_path, error);
  return loaded->model != NULL;
}

gboolean
kith_resources_wait(KithLoaded *loaded, GError **error)
{
  g_clear_pointer(&loaded->words, g_thread_join);
  if (loaded->words_error == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&loaded->words_error));
  return FALSE;
}

void
kith_resources_clear(KithLoaded *loaded)
{
  g_clear_pointer(&loaded->words, g_thread_join);
  g_clear_error(&loaded->words_error);
  g_clear_pointer(&loaded->model, kith_model_free);
  g_clear_pointer(&loaded->gazetteer, kith_gazetteer_free);
  g_clear_pointer(&loaded->lexicon, kith_lexicon_free);
}
