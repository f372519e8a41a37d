#include "cli/input.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "syntax/conllu.h"
#include "text/html.h"
#include "text/reader.h"

typedef struct {
  const char *kind; /* "text" (NULL means it too), "html", "lines", "conllu", "jsonl" */
  gsize max_size;   /* of one file, in bytes */
} Options;

static char *chosen_kind;
static char *chosen_size;

static KithDocument *
read_jsonl_line(const char *name, const char *line, gsize length, GError **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable();
  g_autoptr(GError) local = NULL;
  if (!json_parser_load_from_data(parser, line, (gssize)length, &local)) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: not JSON: %s", name, local->message);
    return NULL;
  }
  JsonNode *root = json_parser_get_root(parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT(root)) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: not a JSON object", name);
    return NULL;
  }
  JsonObject *object = json_node_get_object(root);
  static const char *const members[] = {"text", "id", "title", "date", "source"};
  const char *values[G_N_ELEMENTS(members)];
  for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
    JsonNode *node = json_object_get_member(object, members[i]);
    gboolean text = node && JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_STRING;
    if (node && !JSON_NODE_HOLDS_NULL(node) && !text) {
      g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: '%s' is not a string", name, members[i]);
      return NULL;
    }
    values[i] = text ? json_node_get_string(node) : NULL;
  }
  if (values[0] == NULL) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: no 'text'", name);
    return NULL;
  }
  KithDocument *document = kith_text_read(values[1] ? values[1] : name, values[0], strlen(values[0]), error);
  if (document == NULL)
    return NULL;
  char **fields[] = {&document->title, &document->date, &document->source};
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
    if (values[i + 2]) {
      g_free(*fields[i]);
      *fields[i] = g_strdup(values[i + 2]);
    }
  kith_document_update_id(document);
  return document;
}

/* A document a line; blank lines are passed over. */
static gboolean
read_jsonl(const char *name, const char *bytes, gsize length, GPtrArray *documents, GError **error)
{
  const char *end = bytes + length;
  guint number = 0, before = documents->len;
  for (const char *at = bytes; at < end;) {
    const char *stop = memchr(at, '\n', (gsize)(end - at));
    stop = stop ? stop : end;
    number++;
    gsize size = (gsize)(stop - at);
    if (strspn(at, " \t\r\n") < size) {
      g_autofree char *where = g_strdup_printf("%s:%u", name, number);
      KithDocument *document = read_jsonl_line(where, at, size, error);
      if (document == NULL)
        return FALSE;
      g_ptr_array_add(documents, document);
    }
    at = stop + 1;
  }
  if (documents->len == before)
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: no documents", name);
  return documents->len > before;
}

typedef KithDocument *(*Reader)(const char *name, const char *bytes, gsize length, GError **error);

/* The kinds of one document a file. */
static const struct {
  const char *name;
  Reader read;
} kinds[] = {
    {"text", kith_text_read},
    {"html", kith_html_read},
    {"lines", kith_text_read_lines},
    {"conllu", kith_conllu_read},
};

static Reader
find_reader(const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (kind == NULL || strcmp(kinds[i].name, kind) == 0)
      return kinds[i].read;
  return NULL;
}

void
kith_input_add_options(GOptionContext *context)
{
  static const GOptionEntry entries[] = {
      {"input", 0, 0, G_OPTION_ARG_STRING, &chosen_kind,
       "text (default), html, lines (a sentence a line, tokens parted by spaces), conllu, jsonl (a document "
       "a "
       "line)",
       "KIND"},
      {"max-size", 0, 0, G_OPTION_ARG_STRING, &chosen_size,
       "Refuse files of more bytes (K, M, G may follow; default 64M)", "SIZE"},
      {NULL},
  };
  g_option_context_add_main_entries(context, entries, NULL);
}

/* A size in bytes with K, M or G behind it. */
static gboolean
parse_size(const char *text, gsize *size)
{
  static const char units[] = "KMG";
  char *end;
  guint64 value = g_ascii_strtoull(text, &end, 10);
  const char *unit = *end ? strchr(units, g_ascii_toupper(*end)) : NULL;
  if (end == text || !g_ascii_isdigit(*text) || (*end && (unit == NULL || end[1])) || value > G_MAXUINT32)
    return FALSE;
  *size = (gsize)(value << (unit ? 10 * (unit - units + 1) : 0));
  return *size > 0;
}

/* What the options were set to; false and a KITH_ERROR_USAGE where a value is none. */
static gboolean
read_options(Options *options, GError **error)
{
  options->kind = chosen_kind;
  options->max_size = KITH_DEFAULT_MAX_SIZE;
  if (chosen_size && !parse_size(chosen_size, &options->max_size)) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "--max-size: not a size: '%s'", chosen_size);
    return FALSE;
  }
  if (find_reader(options->kind) == NULL && strcmp(options->kind, "jsonl") != 0) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE,
                "--input: no kind '%s' (text, html, lines, conllu, jsonl)", options->kind);
    return FALSE;
  }
  return TRUE;
}

/* What a file's documents are called: its base name without the last suffix. */
static char *
document_name(const char *path)
{
  if (path == NULL || strcmp(path, "-") == 0)
    return g_strdup("document");
  char *name = g_path_get_basename(path);
  char *dot = strrchr(name, '.');
  if (dot && dot != name)
    *dot = '\0';
  return name;
}

/* What errors call a file. */
static const char *
shown_name(const char *path)
{
  return path == NULL || strcmp(path, "-") == 0 ? "standard input" : path;
}

/* Errors name the path, documents the base name. */
static KithDocument *
read_one(const char *path, Reader reader, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  KithDocument *document = reader(shown_name(path), data ? data : "", length, error);
  if (document == NULL)
    return NULL;
  g_free(document->name);
  document->name = document_name(path);
  kith_document_update_id(document);
  return document;
}

/* A file on its way. */
typedef struct {
  const char *path;
  const Options *options;
  GPtrArray *documents; /* what is in it; owned by the list that comes out */
  GError *error;
} Reading;

/* Reads the documents of one file. */
static void
read_file(gpointer data, G_GNUC_UNUSED gpointer unused)
{
  Reading *reading = data;
  g_autoptr(GBytes) bytes = kith_file_read(reading->path, reading->options->max_size, &reading->error);
  if (bytes == NULL)
    return;
  Reader reader = find_reader(reading->options->kind);
  if (reader == NULL) {
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);
    read_jsonl(shown_name(reading->path), text ? text : "", length, reading->documents, &reading->error);
    return;
  }
  KithDocument *document = read_one(reading->path, reader, bytes, &reading->error);
  if (document)
    g_ptr_array_add(reading->documents, document);
}

/* Reads files, several at a time where that is allowed. */
static void
read_files(GArray *readings, guint threads)
{
  GThreadPool *pool =
      threads > 1 && readings->len > 1 ? g_thread_pool_new(read_file, NULL, (gint)threads, TRUE, NULL) : NULL;
  for (guint i = 0; i < readings->len; i++)
    if (pool != NULL)
      g_thread_pool_push(pool, &g_array_index(readings, Reading, i), NULL);
    else
      read_file(&g_array_index(readings, Reading, i), NULL);
  if (pool != NULL)
    g_thread_pool_free(pool, FALSE, TRUE);
}

static void
reading_clear(gpointer data)
{
  Reading *reading = data;
  g_ptr_array_unref(reading->documents);
  g_clear_error(&reading->error);
}

/* The documents of all files in their order, or the first file's error. */
static GPtrArray *
gather(GArray *readings, GError **error)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func((GDestroyNotify)kith_document_free);
  for (guint i = 0; i < readings->len; i++) {
    Reading *reading = &g_array_index(readings, Reading, i);
    if (reading->error != NULL) {
      g_propagate_error(error, g_steal_pointer(&reading->error));
      return NULL;
    }
    g_ptr_array_extend_and_steal(documents, g_ptr_array_ref(reading->documents));
  }
  return g_steal_pointer(&documents);
}

GPtrArray *
kith_input_read_all(int n, char **paths, guint threads, GError **error)
{
  Options options;
  if (!read_options(&options, error))
    return NULL;
  g_autoptr(GArray) readings = g_array_new(FALSE, FALSE, sizeof(Reading));
  g_array_set_clear_func(readings, reading_clear);
  for (int i = 0; i < MAX(n, 1); i++) {
    GPtrArray *found = g_ptr_array_new_with_free_func((GDestroyNotify)kith_document_free);
    Reading reading = {n > 0 ? paths[i] : "-", &options, found, NULL};
    g_array_append_val(readings, reading);
  }
  read_files(readings, threads);
  g_autoptr(GPtrArray) documents = gather(readings, error);
  if (documents == NULL)
    return NULL;
  for (guint i = 0; i < documents->len; i++) {
    KithDocument *document = g_ptr_array_index(documents, i);
    if (kith_text_englishness(document) < 0.3)
      fprintf(stderr, "kith: warning: %s does not look like English text\n", document->name);
  }
  return g_steal_pointer(&documents);
}
