#include "relation/lexicon.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "relation/pattern.h"

enum { MAX_INCLUDES = 8, MAX_COLUMNS = 5 };

struct _KithLexicon {
  GHashTable *words[KITH_N_WORDS]; /* lemma -> GPtrArray of KithPattern */
  GHashTable *sets;                /* "talk" -> char **: "&talk" in a pattern */
  GStringChunk *strings;
  GPtrArray *patterns; /* owns every entry */
  GPtrArray *lists;    /* owns every list of words */
};

/* Where a line stands and what it is read into. */
typedef struct {
  KithLexicon *lexicon;
  const char *path;
  guint line;
  guint depth;
} Reader;

static const char *const kind_names[KITH_N_WORDS] = {"verb",  "noun",  "person", "adj",
                                                     "light", "embed", "title",  "compound"};

static const struct {
  const char *name;
  guint flag;
} flag_names[] = {
    {"negative", KITH_PATTERN_NEGATIVE},
    {"visit", KITH_PATTERN_VISIT},
    {"receive", KITH_PATTERN_RECEIVE},
    {"country", KITH_PATTERN_COUNTRY},
    {"none", KITH_PATTERN_NONE},
    {"weak", KITH_PATTERN_WEAK},
    {"object", KITH_PATTERN_OBJECT},
    {"speech", KITH_PATTERN_SPEECH},
    {"direct", KITH_PATTERN_DIRECT},
    {"mutual", KITH_PATTERN_MUTUAL},
    {"infinitive", KITH_PATTERN_INFINITIVE},
    {"noun", KITH_PATTERN_NOUN},
    {"obliged", KITH_PATTERN_OBLIGED},
    {"also", KITH_PATTERN_ALSO},
};

static gboolean read_file(KithLexicon *lexicon, const char *path, guint depth, GError **error);

/* Sets "path:line: what is wrong"; returns FALSE. */
static gboolean G_GNUC_PRINTF(3, 4) bad_line(const Reader *reader, GError **error, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *what = g_strdup_vprintf(format, args);
  va_end(args);
  g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s:%u: %s", reader->path, reader->line, what);
  return FALSE;
}

/* A list of words parted by separator, each in the lexicon's own memory; "&set" is replaced by the set's
 * words. NULL and an error for an empty word or an unknown set. */
static const char *const *
read_list(const Reader *reader, const char *text, const char *separator, GError **error)
{
  KithLexicon *lexicon = reader->lexicon;
  GPtrArray *list = g_ptr_array_new();
  g_auto(GStrv) words = g_strsplit(text, separator, -1);
  for (guint i = 0; words[i] != NULL; i++) {
    if (words[i][0] == '&') {
      char **set = g_hash_table_lookup(lexicon->sets, words[i] + 1);
      if (set == NULL) {
        bad_line(reader, error, "no set \"%s\" before this line", words[i] + 1);
        g_ptr_array_free(list, TRUE);
        return NULL;
      }
      for (guint j = 0; set[j] != NULL; j++)
        g_ptr_array_add(list, set[j]);
    } else if (words[i][0] == '\0') {
      bad_line(reader, error, "an empty word in \"%s\"", text);
      g_ptr_array_free(list, TRUE);
      return NULL;
    } else {
      g_strdelimit(words[i], "_", ' ');
      g_ptr_array_add(list, g_string_chunk_insert_const(lexicon->strings, words[i]));
    }
  }
  g_ptr_array_add(list, NULL);
  gpointer *items = g_ptr_array_free(list, FALSE);
  g_ptr_array_add(lexicon->lists, items);
  return (const char *const *)items;
}

/* "subj,poss>obj,to": the slots of both ends. "-" or nothing: the kind's own. */
static gboolean
read_roles(const Reader *reader, const char *text, KithPattern *pattern, GError **error)
{
  if (text[0] == '\0' || strcmp(text, "-") == 0)
    return TRUE;
  g_auto(GStrv) ends = g_strsplit(text, ">", -1);
  if (g_strv_length(ends) != 2)
    return bad_line(reader, error, "\"%s\" is not SOURCE>TARGET", text);
  if (ends[0][0] != '\0' && (pattern->sources = read_list(reader, ends[0], ",", error)) == NULL)
    return FALSE;
  return ends[1][0] == '\0' || (pattern->targets = read_list(reader, ends[1], ",", error)) != NULL;
}

/* "person|group" as bits. */
static gboolean
read_types(const Reader *reader, const char *text, guint *types, GError **error)
{
  g_auto(GStrv) names = g_strsplit(text, "|", -1);
  for (guint i = 0; names[i] != NULL; i++) {
    KithActorType type;
    if (!kith_actor_type_parse(names[i], &type))
      return bad_line(reader, error, "\"%s\" is no type of actor", names[i]);
    *types |= 1u << type;
  }
  return TRUE;
}

static gboolean
read_flag(const Reader *reader, const char *word, KithPattern *pattern, GError **error)
{
  if (g_str_has_prefix(word, "from="))
    return read_types(reader, word + 5, &pattern->source_types, error);
  if (g_str_has_prefix(word, "to="))
    return read_types(reader, word + 3, &pattern->target_types, error);
  if (kith_modality_parse(word, &pattern->modality))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS(flag_names); i++)
    if (strcmp(word, flag_names[i].name) == 0) {
      pattern->flags |= flag_names[i].flag;
      return TRUE;
    }
  return bad_line(reader, error, "\"%s\" is no flag", word);
}

/* "planned,weak,to=country|place" */
static gboolean
read_flags(const Reader *reader, const char *text, KithPattern *pattern, GError **error)
{
  if (text[0] == '\0' || strcmp(text, "-") == 0)
    return TRUE;
  g_auto(GStrv) words = g_strsplit(text, ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!read_flag(reader, words[i], pattern, error))
      return FALSE;
  return TRUE;
}

/* "impose|clap down +sanction|&penalty @on", "come =under_fire @from": fills in the entry, and heads with the
 * lemmas that it begins with. */
static gboolean
read_words(const Reader *reader, const char *text, KithPattern *pattern, const char *const **heads,
           GError **error)
{
  g_auto(GStrv) parts = g_strsplit(text, " ", -1);
  *heads = NULL;
  for (guint i = 0; parts[i] != NULL; i++) {
    const char *const **list = NULL;
    const char *words = parts[i] + (strchr("+@=", parts[i][0]) != NULL);
    if (parts[i][0] == '+')
      list = &pattern->objects;
    else if (parts[i][0] == '@')
      list = &pattern->preps;
    else if (parts[i][0] == '=')
      list = &pattern->phrases;
    else
      list = *heads == NULL ? heads : &pattern->particles;
    if (*list != NULL)
      return bad_line(reader, error, "\"%s\" has too many parts", text);
    if ((*list = read_list(reader, words, "|", error)) == NULL)
      return FALSE;
  }
  if (*heads == NULL)
    return bad_line(reader, error, "\"%s\" has no word to begin with", text);
  return TRUE;
}

/* Adds an entry under each of its first words, where its rank puts it. Weak ones come after all others; then
 * the more specific first, and among equals the one read last. */
static void
add_pattern(KithLexicon *lexicon, KithPattern *pattern, const char *const *heads)
{
  const guint clauses = KITH_PATTERN_INFINITIVE | KITH_PATTERN_OBLIGED;
  guint specific = (pattern->objects != NULL || pattern->phrases != NULL ? 4 : 0) +
                   (pattern->preps != NULL ? 2 : 0) +
                   (pattern->particles != NULL || (pattern->flags & clauses) ? 1 : 0) +
                   (pattern->flags & KITH_PATTERN_WEAK ? 0 : 8);
  pattern->rank = specific << 24 | (lexicon->patterns->len & 0xffffff);
  g_ptr_array_add(lexicon->patterns, pattern);
  for (guint i = 0; heads[i] != NULL; i++) {
    GPtrArray *entries = g_hash_table_lookup(lexicon->words[pattern->kind], heads[i]);
    if (entries == NULL) {
      entries = g_ptr_array_new();
      g_hash_table_insert(lexicon->words[pattern->kind], (gpointer)heads[i], entries);
    }
    guint at = 0;
    while (at < entries->len && ((const KithPattern *)g_ptr_array_index(entries, at))->rank > pattern->rank)
      at++;
    g_ptr_array_insert(entries, (gint)at, pattern);
  }
}

/* The third column: a class, or for an embed word a status. */
static gboolean
read_class(const Reader *reader, const char *text, KithPattern *pattern, GError **error)
{
  if (strcmp(text, "-") == 0)
    return TRUE;
  if (pattern->kind == KITH_WORDS_EMBED)
    return read_flags(reader, text, pattern, error);
  if (kith_class_parse(text, &pattern->class))
    return TRUE;
  return bad_line(reader, error, "\"%s\" is no class of relation", text);
}

static gboolean
read_entry(const Reader *reader, char **columns, guint n, KithWordsKind kind, GError **error)
{
  KithPattern blank = {.kind = kind, .class = KITH_N_CLASSES, .modality = KITH_N_MODALITIES};
  KithPattern *pattern = g_new(KithPattern, 1);
  const char *const *heads = NULL;
  *pattern = blank;
  if (read_words(reader, columns[1], pattern, &heads, error) &&
      (n <= 2 || read_class(reader, columns[2], pattern, error)) &&
      (n <= 3 || read_roles(reader, columns[3], pattern, error)) &&
      (n <= 4 || read_flags(reader, columns[4], pattern, error))) {
    gboolean classless =
        kind == KITH_WORDS_LIGHT || kind == KITH_WORDS_EMBED || (pattern->flags & KITH_PATTERN_NONE);
    if ((kind == KITH_WORDS_LIGHT || kind == KITH_WORDS_EMBED) && pattern->objects != NULL) {
      bad_line(reader, error, "\"%s\": such an entry takes no object", columns[1]);
      g_free(pattern);
      return FALSE;
    }
    if (classless || pattern->class != KITH_N_CLASSES) {
      add_pattern(reader->lexicon, pattern, heads);
      return TRUE;
    }
    bad_line(reader, error, "\"%s\" has no class", columns[1]);
  }
  g_free(pattern);
  return FALSE;
}

/* set NAME a|b|c */
static gboolean
read_set(const Reader *reader, char **columns, guint n, GError **error)
{
  if (n != 3 || columns[1][0] == '\0')
    return bad_line(reader, error, "a set needs a name and its words");
  const char *const *list = read_list(reader, columns[2], "|", error);
  if (list == NULL)
    return FALSE;
  g_hash_table_insert(reader->lexicon->sets,
                      g_string_chunk_insert_const(reader->lexicon->strings, columns[1]), (gpointer)list);
  return TRUE;
}

/* include FILE, beside this one. */
static gboolean
read_include(const Reader *reader, char **columns, guint n, GError **error)
{
  if (n != 2)
    return bad_line(reader, error, "an include needs one file");
  if (reader->depth >= MAX_INCLUDES)
    return bad_line(reader, error, "files include each other too deeply");
  g_autofree char *folder = g_path_get_dirname(reader->path);
  g_autofree char *path = g_build_filename(folder, columns[1], NULL);
  return read_file(reader->lexicon, path, reader->depth + 1, error);
}

static gboolean
read_line(const Reader *reader, char *line, GError **error)
{
  g_strchomp(line);
  if (line[0] == '\0' || line[0] == '#')
    return TRUE;
  if (!g_utf8_validate(line, -1, NULL))
    return bad_line(reader, error, "not UTF-8");
  g_auto(GStrv) columns = g_strsplit(line, "\t", -1);
  guint n = g_strv_length(columns);
  if (n < 2 || n > MAX_COLUMNS)
    return bad_line(reader, error, "%u columns, not 2 to %d", n, MAX_COLUMNS);
  if (strcmp(columns[0], "set") == 0)
    return read_set(reader, columns, n, error);
  if (strcmp(columns[0], "include") == 0)
    return read_include(reader, columns, n, error);
  for (guint kind = 0; kind < KITH_N_WORDS; kind++)
    if (strcmp(columns[0], kind_names[kind]) == 0)
      return read_entry(reader, columns, n, (KithWordsKind)kind, error);
  return bad_line(reader, error, "\"%s\" is no kind of entry", columns[0]);
}

static gboolean
read_file(KithLexicon *lexicon, const char *path, guint depth, GError **error)
{
  g_autoptr(GBytes) bytes = kith_file_read(path, KITH_DEFAULT_MAX_SIZE, error);
  if (bytes == NULL)
    return FALSE;
  gsize length = 0;
  const char *data = g_bytes_get_data(bytes, &length);
  Reader reader = {.lexicon = lexicon, .path = path, .line = 0, .depth = depth};
  for (gsize at = 0; at < length;) {
    const char *end = memchr(data + at, '\n', length - at);
    gsize size = end != NULL ? (gsize)(end - (data + at)) : length - at;
    reader.line++;
    if (memchr(data + at, '\0', size) != NULL)
      return bad_line(&reader, error, "a NUL byte");
    g_autofree char *line = g_strndup(data + at, size);
    if (!read_line(&reader, line, error))
      return FALSE;
    at += size + 1;
  }
  return TRUE;
}

KithLexicon *
kith_lexicon_load(const char *path, GError **error)
{
  g_autoptr(KithLexicon) lexicon = g_new0(KithLexicon, 1);
  for (guint i = 0; i < KITH_N_WORDS; i++)
    lexicon->words[i] =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  lexicon->sets = g_hash_table_new(g_str_hash, g_str_equal);
  lexicon->strings = g_string_chunk_new(4096);
  lexicon->patterns = g_ptr_array_new_with_free_func(g_free);
  lexicon->lists = g_ptr_array_new_with_free_func(g_free);
  if (!kith_lexicon_add_file(lexicon, path, error))
    return NULL;
  return g_steal_pointer(&lexicon);
}

gboolean
kith_lexicon_add_file(KithLexicon *lexicon, const char *path, GError **error)
{
  return read_file(lexicon, path, 0, error);
}

void
kith_lexicon_free(KithLexicon *lexicon)
{
  if (lexicon == NULL)
    return;
  for (guint i = 0; i < KITH_N_WORDS; i++)
    g_hash_table_unref(lexicon->words[i]);
  g_hash_table_unref(lexicon->sets);
  g_ptr_array_unref(lexicon->patterns);
  g_ptr_array_unref(lexicon->lists);
  g_string_chunk_free(lexicon->strings);
  g_free(lexicon);
}

const GPtrArray *
kith_lexicon_get(const KithLexicon *lexicon, KithWordsKind kind, const char *lemma)
{
  return g_hash_table_lookup(lexicon->words[kind], lemma);
}

gboolean
kith_pattern_has(const char *const *list, const char *word)
{
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (strcmp(list[i], word) == 0)
      return TRUE;
  return FALSE;
}
