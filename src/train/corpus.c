#include "train/corpus.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "syntax/network.h"
#include "text/reader.h"

enum { BLOCK = 20, MAX_FILE = 1 << 30 };

KithCorpus *
kith_corpus_new(void)
{
  KithCorpus *corpus = g_new(KithCorpus, 1);
  corpus->words = g_array_new(FALSE, TRUE, sizeof(KithGoldWord));
  corpus->sentences = g_array_new(FALSE, TRUE, sizeof(KithGoldSentence));
  corpus->strings = g_string_chunk_new(1 << 16);
  return corpus;
}

void
kith_corpus_free(KithCorpus *corpus)
{
  if (corpus == NULL)
    return;
  g_array_unref(corpus->words);
  g_array_unref(corpus->sentences);
  g_string_chunk_free(corpus->strings);
  g_free(corpus);
}

guint
kith_corpus_add_words(KithCorpus *corpus, const KithDocument *document)
{
  guint first = corpus->words->len;
  for (guint i = 0; i < document->words->len; i++) {
    const KithWord *word = &g_array_index(document->words, KithWord, i);
    KithGoldWord gold = {.form = g_string_chunk_insert_const(corpus->strings, word->form), .head = -1};
    g_array_append_val(corpus->words, gold);
  }
  return first;
}

gboolean
kith_corpus_add_text(KithCorpus *corpus, const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = kith_file_read(path, MAX_FILE, error);
  if (bytes == NULL)
    return FALSE;
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  g_autoptr(KithDocument) document = kith_text_read(path, data, size, error);
  if (document == NULL)
    return FALSE;
  guint first = kith_corpus_add_words(corpus, document);
  for (guint s = 0; s < document->sentences->len; s++) {
    const KithSentence *sentence = kith_document_sentence(document, s);
    KithGoldSentence gold = {first + sentence->first_word, sentence->n_words, FALSE, FALSE, "text"};
    if (gold.n > 0)
      g_array_append_val(corpus->sentences, gold);
  }
  return TRUE;
}

void
kith_corpus_thin(KithCorpus *corpus, guint n)
{
  guint kept = 0;
  for (guint i = 0; i < corpus->sentences->len; i += n)
    *kith_corpus_sentence(corpus, kept++) = *kith_corpus_sentence(corpus, i);
  g_array_set_size(corpus->sentences, kept);
}

void
kith_corpus_add_people(KithCorpus *corpus, const KithNameLists *lists, guint n)
{
  const GPtrArray *const parts[] = {lists->names[KITH_SWAP_GIVEN], lists->names[KITH_SWAP_FAMILY]};
  for (guint i = 0; parts[0]->len > 0 && parts[1]->len > 0 && i < n; i++) {
    KithGoldSentence sentence = {corpus->words->len, 2, FALSE, TRUE, "people"};
    KithGoldWord words[2] = {{.head = -1}, {.head = -1}};
    for (guint k = 0; k < 2; k++) /* spread over the list */
      words[k].form = g_string_chunk_insert_const(
          corpus->strings, g_ptr_array_index(parts[k], (gsize)i * 7919 % parts[k]->len));
    kith_gold_set_name(words, 0, 2, KITH_NAME_PER);
    g_array_append_vals(corpus->words, words, 2);
    g_array_append_val(corpus->sentences, sentence);
  }
}

guint32
kith_gold_other(void)
{
  guint32 mask = 1u << KITH_TAG_O;
  for (const char *p = "BIES"; *p != '\0'; p++)
    mask |= 1u << kith_name_tag(KITH_NAME_MISC, *p);
  return mask;
}

void
kith_gold_set_name(KithGoldWord *words, guint begin, guint end, guint type)
{
  for (guint i = begin; i < end; i++) {
    char part = end - begin == 1 ? 'S' : i == begin ? 'B' : i + 1 == end ? 'E' : 'I';
    words[i].names = 1u << kith_name_tag(type, part);
  }
}

/* The type of a tag's name ("B-PER", "I-MISC"); 0 for O, G_MAXUINT for what is no tag. */
static guint
tag_type(const char *tag)
{
  static const char *const types[] = {"PER", "ORG", "LOC", "MISC"};
  if (strcmp(tag, "O") == 0)
    return 0;
  if ((tag[0] != 'B' && tag[0] != 'I') || tag[1] != '-')
    return G_MAXUINT;
  for (guint i = 0; i < G_N_ELEMENTS(types); i++)
    if (strcmp(tag + 2, types[i]) == 0)
      return i + 1;
  return G_MAXUINT;
}

/* Names of IOB tags (types by word, begin by word) into the words' masks. */
static void
set_tagged(KithGoldWord *words, const guint *types, const gboolean *begins, guint n)
{
  for (guint i = 0; i < n; i++)
    words[i].names = 1u << KITH_TAG_O;
  for (guint i = 0; i < n;) {
    guint end = i + 1;
    while (types[i] != 0 && end < n && types[end] == types[i] && !begins[end])
      end++;
    if (types[i] != 0)
      kith_gold_set_name(words, i, end, types[i]);
    i = end;
  }
}

/* Where a reader stands. */
typedef struct {
  KithCorpus *corpus;
  const char *path;
  guint line;
  GArray *sentence; /* KithGoldWord */
  GArray *types;    /* guint a word: IOB tags */
  GArray *begins;   /* gboolean a word */
  GError **error;
} Reader;

static gboolean
reader_fail(const Reader *reader, const char *what)
{
  g_set_error(reader->error, KITH_ERROR, KITH_ERROR_INPUT, "%s:%u: %s", reader->path, reader->line, what);
  return FALSE;
}

static void
reader_init(Reader *reader, KithCorpus *corpus, const char *path, GError **error)
{
  *reader = (Reader){.corpus = corpus, .path = path, .error = error};
  reader->sentence = g_array_new(FALSE, TRUE, sizeof(KithGoldWord));
  reader->types = g_array_new(FALSE, TRUE, sizeof(guint));
  reader->begins = g_array_new(FALSE, TRUE, sizeof(gboolean));
}

static void
reader_clear(Reader *reader)
{
  g_array_unref(reader->sentence);
  g_array_unref(reader->types);
  g_array_unref(reader->begins);
}

static void
reader_reset(Reader *reader)
{
  g_array_set_size(reader->sentence, 0);
  g_array_set_size(reader->types, 0);
  g_array_set_size(reader->begins, 0);
}

/* Moves the sentence read so far into the corpus. */
static void
reader_flush(Reader *reader, gboolean has_tree, gboolean has_names, const char *kind)
{
  KithCorpus *corpus = reader->corpus;
  if (reader->sentence->len == 0)
    return;
  KithGoldSentence sentence = {corpus->words->len, reader->sentence->len, has_tree, has_names,
                               g_string_chunk_insert_const(corpus->strings, kind)};
  g_array_append_vals(corpus->words, reader->sentence->data, reader->sentence->len);
  g_array_append_val(corpus->sentences, sentence);
  reader_reset(reader);
}

static const char *
intern(const Reader *reader, const char *string)
{
  return g_string_chunk_insert_const(reader->corpus->strings, string);
}

static gboolean
add_tag(Reader *reader, const char *tag)
{
  guint type = tag_type(tag);
  gboolean begin = tag[0] == 'B';
  if (type == G_MAXUINT)
    return reader_fail(reader, "not a name tag");
  g_array_append_val(reader->types, type);
  g_array_append_val(reader->begins, begin);
  return TRUE;
}

/* The value of a key in MISC, owned by the caller; NULL for none. */
static char *
misc_value(const char *misc, const char *key)
{
  g_auto(GStrv) parts = g_strsplit(misc, "|", -1);
  gsize length = strlen(key);
  for (char **p = parts; *p != NULL; p++)
    if (strncmp(*p, key, length) == 0)
      return g_strdup(*p + length);
  return NULL;
}

/* A line of ten columns into a word. */
static gboolean
add_columns(Reader *reader, char *line, KithNamesSource names)
{
  g_auto(GStrv) cols = g_strsplit(line, "\t", 11);
  if (g_strv_length(cols) != 10)
    return reader_fail(reader, "CoNLL-U has 10 columns");
  if (strchr(cols[0], '-') != NULL || strchr(cols[0], '.') != NULL)
    return TRUE;
  KithGoldWord word = {intern(reader, cols[1]), intern(reader, cols[2]), intern(reader, cols[4]),
                       intern(reader, cols[5])};
  word.head = (gint32)g_ascii_strtoll(cols[6], NULL, 10) - 1;
  word.upos = (guint8)kith_upos_parse(cols[3]);
  word.deprel = (guint8)kith_deprel_parse(cols[7]);
  g_autofree char *value = misc_value(cols[9], names == KITH_NAMES_GUM ? "Entity=" : "NE=");
  if (names == KITH_NAMES_GUM && value != NULL)
    word.entity = intern(reader, value);
  g_array_append_val(reader->sentence, word);
  return names != KITH_NAMES_MISC || add_tag(reader, value != NULL ? value : "O");
}

/* Checks the heads and works out the names of a finished sentence, and stores it. */
static gboolean
finish_tree(Reader *reader, KithNamesSource names, const char *kind)
{
  guint n = reader->sentence->len;
  KithGoldWord *words = (KithGoldWord *)(void *)reader->sentence->data;
  for (guint i = 0; i < n; i++)
    if (words[i].head < -1 || words[i].head >= (gint32)n)
      return reader_fail(reader, "a head lies outside the sentence above");
  if (names == KITH_NAMES_GUM && !kith_gum_names(words, n, reader->error)) {
    g_prefix_error(reader->error, "%s:%u: ", reader->path, reader->line);
    return FALSE;
  }
  if (names == KITH_NAMES_MISC && n > 0)
    set_tagged(words, (guint *)(void *)reader->types->data, (gboolean *)(void *)reader->begins->data, n);
  reader_flush(reader, TRUE, names != KITH_NAMES_NONE, kind);
  return TRUE;
}

static gboolean
read_lines(const char *path, char ***lines, GError **error)
{
  g_autoptr(GBytes) bytes = kith_file_read(path, MAX_FILE, error);
  if (bytes == NULL)
    return FALSE;
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  if (!g_utf8_validate_len(data, size, NULL)) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: not UTF-8", path);
    return FALSE;
  }
  g_autofree char *text = g_strndup(data, size);
  *lines = g_strsplit(text, "\n", -1);
  for (char **p = *lines; *p != NULL; p++)
    g_strchomp(*p);
  return TRUE;
}

gboolean
kith_corpus_add_conllu(KithCorpus *corpus, const char *path, KithNamesSource names,
                       const char *const *exclude, const char *kind, GError **error)
{
  static const char genre[] = "# meta::genre = ";
  g_auto(GStrv) lines = NULL;
  if (!read_lines(path, &lines, error))
    return FALSE;
  g_autofree char *current = g_strdup(kind);
  gboolean skip = FALSE, ok = TRUE;
  Reader reader;
  reader_init(&reader, corpus, path, error);
  for (char **p = lines; ok && *p != NULL; p++) {
    reader.line++;
    if (g_str_has_prefix(*p, "# newdoc")) {
      skip = FALSE;
    } else if (g_str_has_prefix(*p, genre)) {
      g_free(current);
      current = g_strdup(*p + strlen(genre));
      skip = exclude != NULL && g_strv_contains(exclude, current);
    } else if (**p == '\0') {
      if (skip)
        reader_reset(&reader);
      else
        ok = finish_tree(&reader, names, current);
    } else if (**p != '#') {
      ok = add_columns(&reader, *p, names);
    }
  }
  ok = ok && (skip || finish_tree(&reader, names, current));
  reader_clear(&reader);
  return ok;
}

/* A line "token TAG" or "index token TAG ..." into a word. */
static gboolean
add_token(Reader *reader, const char *line)
{
  gboolean tabs = strchr(line, '\t') != NULL;
  g_auto(GStrv) cols = g_strsplit(line, tabs ? "\t" : " ", -1);
  guint n = g_strv_length(cols);
  if (n < (tabs ? 3 : 2))
    return reader_fail(reader, "a token and its tag are expected");
  KithGoldWord word = {.form = intern(reader, cols[tabs ? 1 : 0]), .head = -1};
  g_array_append_val(reader->sentence, word);
  return add_tag(reader, cols[tabs ? 2 : 1]);
}

gboolean
kith_corpus_add_iob(KithCorpus *corpus, const char *path, KithTake take, const char *kind, GError **error)
{
  g_auto(GStrv) lines = NULL;
  if (!read_lines(path, &lines, error))
    return FALSE;
  guint index = 0;
  gboolean ok = TRUE;
  Reader reader;
  reader_init(&reader, corpus, path, error);
  for (char **p = lines; ok; p++) {
    reader.line++;
    if (*p != NULL && **p != '\0') {
      /* a comment; but "# O" is a token */
      ok = (**p == '#' && strlen(*p) > 3 && strchr(*p, '\t') == NULL && strchr(*p, '=') != NULL) ||
           add_token(&reader, *p);
      continue;
    }
    guint n = reader.sentence->len;
    if (n > 0) {
      gboolean held_out = index++ / BLOCK % 5 == 4;
      set_tagged((KithGoldWord *)(void *)reader.sentence->data, (guint *)(void *)reader.types->data,
                 (gboolean *)(void *)reader.begins->data, n);
      if (take == KITH_TAKE_ALL || held_out == (take == KITH_TAKE_HELD_OUT))
        reader_flush(&reader, FALSE, TRUE, kind);
      else
        reader_reset(&reader);
    }
    if (*p == NULL)
      break;
  }
  reader_clear(&reader);
  return ok;
}
