#include "actor/gazetteer.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/slug.h"

enum {
  COL_ID,
  COL_TYPE,
  COL_LABEL,
  COL_CODE,
  COL_COUNTRY,
  COL_SAME_AS,
  COL_NAMES,
  COL_DEMONYMS,
  COL_SEATS,
  COL_REGIONS,
  N_COLS
};

/* A line of a file, cut in place. */
typedef struct {
  char *col[N_COLS]; /* "" where there is none */
  guint line;
  KithActorType type;
  char *slug; /* made from the label where there is no id; NULL otherwise */
} Row;

/* A list of words, sorted by bytes and searched where it lies: "word\tcolumn\t...\n". */
typedef struct {
  char *text;
  gsize size;
} WordList;

struct _KithGazetteer {
  GPtrArray *texts;    /* char *: what entries and keys point into */
  GPtrArray *entries;  /* KithGazetteerEntry * */
  GHashTable *ids;     /* char * -> KithGazetteerEntry * */
  GHashTable *uses[4]; /* by KithGazetteerUse: name -> KithGazetteerEntry * */
  WordList words, nouns, given;
};

static gboolean
fail(GError **error, const char *path, guint line, const char *what, const char *which)
{
  g_set_error(error, KITH_ERROR, KITH_ERROR_MODEL, "%s:%u: %s '%s'", path, line, what, which);
  return FALSE;
}

/* Whether bytes are UTF-8: ASCII, which nearly all is, eight at a time. */
static gboolean
is_utf8(const char *data, gsize size, const char **end)
{
  gsize i = 0;
  while (i < size) {
    guint64 eight;
    if (i + 8 <= size &&
        (memcpy(&eight, data + i, 8), (eight & G_GUINT64_CONSTANT(0x8080808080808080)) == 0)) {
      i += 8;
      continue;
    }
    gsize length = MIN(size - i, 8);
    while (i + length < size && ((guchar)data[i + length] & 0xc0) == 0x80)
      length++;
    /* NUL bytes are found elsewhere */
    if (memchr(data + i, '\0', length) == NULL && !g_utf8_validate(data + i, (gssize)length, end))
      return FALSE;
    i += length;
  }
  return TRUE;
}

/* A file's text, checked for UTF-8, owned by the caller. */
static char *
read_text(const char *path, gsize *size, GError **error)
{
  g_autoptr(GBytes) bytes = kith_file_read(path, KITH_DEFAULT_MAX_SIZE, error);
  if (bytes == NULL)
    return NULL;
  const char *data = g_bytes_get_data(bytes, size);
  const char *end = data;
  if (!is_utf8(data, *size, &end)) {
    guint line = 1;
    for (const char *p = data; p < end; p++)
      line += *p == '\n';
    g_set_error(error, KITH_ERROR, KITH_ERROR_MODEL, "%s:%u: not UTF-8", path, line);
    return NULL;
  }
  char *text = g_malloc(*size + 1);
  if (*size > 0)
    memcpy(text, data, *size);
  text[*size] = '\0';
  return text;
}

static gboolean
is_id(const char *s)
{
  if (*s == '\0')
    return FALSE;
  for (; *s; s++)
    if (!g_ascii_islower(*s) && !g_ascii_isdigit(*s) && *s != '-')
      return FALSE;
  return TRUE;
}

static gboolean
is_code(const char *s)
{
  return strlen(s) == 3 && g_ascii_isupper(s[0]) && g_ascii_isupper(s[1]) && g_ascii_isupper(s[2]);
}

/* Whether s begins with a scheme and holds nothing that no IRI may hold (RFC 3987, roughly). */
static gboolean
is_iri(const char *s)
{
  gsize scheme = 0;
  while (g_ascii_isalnum(s[scheme]) || (s[scheme] && strchr("+.-", s[scheme]) != NULL))
    scheme++;
  if (!g_ascii_isalpha(*s) || s[scheme] != ':' || s[scheme + 1] == '\0')
    return FALSE;
  for (const char *p = s; *p; p++)
    if (*p <= ' ' && (guchar)*p < 0x80)
      return FALSE;
    else if ((guchar)*p < 0x80 && !g_ascii_isalnum(*p) && strchr("<>\"{}|\\^`", *p) != NULL)
      return FALSE;
  return TRUE;
}

static void
row_clear(gpointer data)
{
  g_free(((Row *)data)->slug);
}

/* A string without the white space around it, cut in place; end may tell where its NUL is. Almost all have
 * none. */
static char *
strip(char *start, char *end)
{
  if (end == NULL)
    end = start + strlen(start);
  while (end > start && g_ascii_isspace(end[-1]))
    *--end = '\0';
  while (g_ascii_isspace(*start))
    start++;
  return start;
}

/* Cuts a line at its tabs; false where there are too many. */
static gboolean
cut_row(char *line, Row *row)
{
  guint n = 0;
  for (char *next = line; next != NULL; n++) {
    char *start = next;
    next = strchr(start, '\t');
    if (n >= N_COLS)
      return FALSE;
    if (next != NULL)
      *next++ = '\0';
    row->col[n] = strip(start, next != NULL ? next - 1 : NULL);
  }
  char *empty = line + strlen(line);
  for (; n < N_COLS; n++)
    row->col[n] = empty;
  return TRUE;
}

/* Checks a row's columns by themselves. */
static gboolean
check_row(Row *row, const char *path, GError **error)
{
  if (*row->col[COL_ID] == '\0') {
    if (*row->col[COL_LABEL] == '\0')
      return fail(error, path, row->line, "neither id nor label", "");
    row->slug = kith_slug(row->col[COL_LABEL]);
    row->col[COL_ID] = row->slug;
  } else if (!is_id(row->col[COL_ID]))
    return fail(error, path, row->line, "no id of lower-case letters, digits and hyphens:", row->col[COL_ID]);
  if (!kith_actor_type_parse(row->col[COL_TYPE], &row->type))
    return fail(error, path, row->line, "unknown type", row->col[COL_TYPE]);
  if (*row->col[COL_CODE] && !is_code(row->col[COL_CODE]))
    return fail(error, path, row->line, "no code of three capital letters:", row->col[COL_CODE]);
  if (*row->col[COL_SAME_AS] && !is_iri(row->col[COL_SAME_AS]))
    return fail(error, path, row->line, "no absolute IRI:", row->col[COL_SAME_AS]);
  return TRUE;
}

/* Cuts a text into rows, in place. lines: what each line's number is in path; NULL: its own. */
static GArray *
parse_rows(char *text, const char *path, const guint *lines, GError **error)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(Row));
  g_array_set_clear_func(rows, row_clear);
  guint count = 0;
  for (char *line = text, *next; line != NULL && *line; line = next) {
    guint number = lines ? lines[count++] : ++count;
    next = strchr(line, '\n');
    if (next != NULL)
      *next++ = '\0';
    if (*line == '#' || *line == '\0' || *line == '\r')
      continue;
    Row row = {.line = number};
    if (!cut_row(line, &row)) {
      fail(error, path, number, "more than ten columns in the line of", line);
      return NULL;
    }
    gboolean good = check_row(&row, path, error);
    g_array_append_val(rows, row);
    if (!good)
      return NULL;
  }
  return g_steal_pointer(&rows);
}

/* Checks what rows say of each other and of the entries there are. */
static gboolean
check_references(const KithGazetteer *gazetteer, const GArray *rows, const char *path, GError **error)
{
  g_autoptr(GHashTable) fresh = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = &g_array_index(rows, Row, i);
    if (*row->col[COL_LABEL] == '\0' && !g_hash_table_contains(gazetteer->ids, row->col[COL_ID]) &&
        !g_hash_table_contains(fresh, row->col[COL_ID]))
      return fail(error, path, row->line, "no label for the new id", row->col[COL_ID]);
    g_hash_table_add(fresh, row->col[COL_ID]);
  }
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = &g_array_index(rows, Row, i);
    const char *country = row->col[COL_COUNTRY];
    if (*country && !g_hash_table_contains(gazetteer->ids, country) && !g_hash_table_contains(fresh, country))
      return fail(error, path, row->line, "unknown country", country);
  }
  return TRUE;
}

/* Adds names parted by ';', cutting the list. A name that is there stays unless wins is set. */
static void
add_names(GHashTable *table, char *list, KithGazetteerEntry *entry, gboolean wins)
{
  for (char *name = list; name != NULL && *name;) {
    char *next = strchr(name, ';');
    if (next != NULL)
      *next++ = '\0';
    name = strip(name, next != NULL ? next - 1 : NULL);
    if (*name && (wins || !g_hash_table_contains(table, name)))
      g_hash_table_insert(table, name, entry);
    name = next;
  }
}

static const char *
or_null(const char *s)
{
  return *s ? s : NULL;
}

/* How the names of a file's entries win over those there are, and what use they are of. */
typedef struct {
  gboolean wins;
  KithGazetteerUse use;
} Manner;

static void
commit_row(KithGazetteer *gazetteer, Row *row, Manner manner)
{
  gboolean wins = manner.wins;
  KithGazetteerEntry *entry = g_hash_table_lookup(gazetteer->ids, row->col[COL_ID]);
  if (entry == NULL) {
    entry = g_new0(KithGazetteerEntry, 1);
    g_ptr_array_add(gazetteer->entries, entry);
    entry->id = row->col[COL_ID];
    entry->type = row->type;
    if (row->slug != NULL) {
      entry->id = row->slug;
      g_ptr_array_add(gazetteer->texts, g_steal_pointer(&row->slug));
    }
    g_hash_table_insert(gazetteer->ids, (gpointer)entry->id, entry);
  }
  if (*row->col[COL_LABEL]) {
    entry->label = row->col[COL_LABEL];
    if (wins || !g_hash_table_contains(gazetteer->uses[manner.use], entry->label))
      g_hash_table_insert(gazetteer->uses[manner.use], (gpointer)entry->label, entry);
  }
  const char **fields[] = {&entry->code, &entry->country, &entry->same_as, &entry->regions};
  const guint columns[] = {COL_CODE, COL_COUNTRY, COL_SAME_AS, COL_REGIONS};
  for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
    if (*row->col[columns[i]])
      *fields[i] = or_null(row->col[columns[i]]);
  add_names(gazetteer->uses[manner.use], row->col[COL_NAMES], entry, wins);
  add_names(gazetteer->uses[KITH_GAZ_DEMONYM], row->col[COL_DEMONYMS], entry, wins);
  add_names(gazetteer->uses[KITH_GAZ_CAPITAL], row->col[COL_SEATS], entry, wins);
}

/* Adds a text of entries, which it takes over: all of it or nothing. */
static gboolean
add_text(KithGazetteer *gazetteer, const char *path, char *text, const guint *lines, Manner manner,
         GError **error)
{
  g_autofree char *own = text;
  g_autoptr(GArray) rows = parse_rows(own, path, lines, error);
  if (rows == NULL || !check_references(gazetteer, rows, path, error))
    return FALSE;
  g_ptr_array_add(gazetteer->texts, g_steal_pointer(&own));
  for (guint i = 0; i < rows->len; i++)
    commit_row(gazetteer, &g_array_index(rows, Row, i), manner);
  return TRUE;
}

static gboolean
add_file(KithGazetteer *gazetteer, const char *path, Manner manner, GError **error)
{
  gsize size;
  g_autofree char *text = read_text(path, &size, error);
  if (text == NULL)
    return FALSE;
  if (strlen(text) != size) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_MODEL, "%s: a NUL byte at byte %" G_GSIZE_FORMAT, path,
                strlen(text));
    return FALSE;
  }
  return add_text(gazetteer, path, g_steal_pointer(&text), NULL, manner, error);
}

/* Whether a line's word comes before another line's, by bytes up to the tab. */
static int
compare_words(const char *a, gsize a_length, const char *b, gsize b_length)
{
  int order = memcmp(a, b, MIN(a_length, b_length));
  return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

static gsize
word_length(const char *line)
{
  gsize length = 0; /* short: sooner done by hand than by strcspn */
  while (line[length] != '\t' && line[length] != '\n' && line[length] != '\0')
    length++;
  return length;
}

/* Reads a word list, drops its comments and checks that it is sorted. */
static gboolean
load_words(WordList *list, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  gsize size;
  g_autofree char *text = read_text(path, &size, error);
  if (text == NULL)
    return FALSE;
  const char *before = NULL;
  gsize at = 0;
  guint number = 1;
  while (at < size) {
    const char *line = text + at;
    gsize length = strcspn(line, "\n");
    if (at + length >= size || line[length] != '\n')
      return fail(error, path, number, "the file is cut off at", line);
    if (*line != '#') {
      gsize word = word_length(line);
      if (word == 0 || line[word] != '\t' || memchr(line, '\r', length) != NULL)
        return fail(error, path, number, "a word, a tab and more are expected, not", "");
      if (before != NULL && compare_words(before, word_length(before), line, word) >= 0)
        return fail(error, path, number, "not in order here", "");
      before = line;
    }
    at += length + 1;
    number++;
  }
  gsize skip = 0;
  while (text[skip] == '#')
    skip += strcspn(text + skip, "\n") + 1;
  list->size = size - skip;
  memmove(text, text + skip, list->size + 1);
  list->text = g_steal_pointer(&text);
  return TRUE;
}

/* What stands after the word's tab, to the line's end; NULL where the list lacks it. */
static const char *
find_word(const WordList *list, const char *word)
{
  gsize length = strlen(word);
  gsize low = 0, high = list->size;
  while (low < high) {
    gsize mid = low + (high - low) / 2;
    gsize start = mid;
    while (start > low && list->text[start - 1] != '\n')
      start--;
    const char *line_end = strchr(list->text + mid, '\n');
    const gsize end = line_end != NULL ? (gsize)(line_end - list->text) + 1 : list->size;
    gsize here = word_length(list->text + start);
    int order = compare_words(word, length, list->text + start, here);
    if (order == 0)
      return list->text + start + here + 1;
    if (order < 0)
      high = start;
    else
      low = end;
  }
  return NULL;
}

KithGazetteer *
kith_gazetteer_load(const char *path, GError **error)
{
  g_return_val_if_fail(path != NULL, NULL);
  g_autoptr(KithGazetteer) gazetteer = g_new0(KithGazetteer, 1);
  gazetteer->texts = g_ptr_array_new_with_free_func(g_free);
  gazetteer->entries = g_ptr_array_new_with_free_func(g_free);
  gazetteer->ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS(gazetteer->uses); i++)
    gazetteer->uses[i] = g_hash_table_new(g_str_hash, g_str_equal);
  static const struct {
    const char *name;
    Manner manner;
  } files[] = {{"countries.tsv", {FALSE, KITH_GAZ_NAME}}, {"world.tsv", {TRUE, KITH_GAZ_NAME}},
               {"groups.tsv", {FALSE, KITH_GAZ_NAME}},    {"places.tsv", {FALSE, KITH_GAZ_NAME}},
               {"regions.tsv", {FALSE, KITH_GAZ_NAME}},   {"capitals.tsv", {FALSE, KITH_GAZ_CITY}}};
  for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *file = g_build_filename(path, files[i].name, NULL);
    if (!add_file(gazetteer, file, files[i].manner, error))
      return NULL;
  }
  if (!load_words(&gazetteer->words, path, "words.tsv", error) ||
      !load_words(&gazetteer->nouns, path, "nouns.tsv", error) ||
      !load_words(&gazetteer->given, path, "given.tsv", error))
    return NULL;
  return g_steal_pointer(&gazetteer);
}

gboolean
kith_gazetteer_add_file(KithGazetteer *gazetteer, const char *path, GError **error)
{
  return add_file(gazetteer, path, (Manner){TRUE, KITH_GAZ_NAME}, error);
}

gboolean
kith_gazetteer_add_rows(KithGazetteer *gazetteer, const char *path, const char *rows, const guint *lines,
                        GError **error)
{
  return add_text(gazetteer, path, g_strdup(rows), lines, (Manner){TRUE, KITH_GAZ_NAME}, error);
}

void
kith_gazetteer_free(KithGazetteer *gazetteer)
{
  if (gazetteer == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS(gazetteer->uses); i++)
    g_hash_table_unref(gazetteer->uses[i]);
  g_hash_table_unref(gazetteer->ids);
  g_ptr_array_unref(gazetteer->entries);
  g_ptr_array_unref(gazetteer->texts);
  g_free(gazetteer->words.text);
  g_free(gazetteer->nouns.text);
  g_free(gazetteer->given.text);
  g_free(gazetteer);
}

/* Whether a name is written in capitals, as in datelines, and is longer than acronyms are. */
static gboolean
is_shouted(const char *name)
{
  guint letters = 0;
  for (const char *p = name; *p; p++) {
    if (*p != ' ' && !g_ascii_isupper(*p))
      return FALSE;
    letters += *p != ' ';
  }
  return letters >= 4;
}

/* "NEW DELHI" as "New Delhi". Owned by the caller. */
static char *
quieten(const char *name)
{
  char *quiet = g_strdup(name);
  for (char *p = quiet; *p; p++)
    if (p > quiet && p[-1] != ' ')
      *p = g_ascii_tolower(*p);
  return quiet;
}

/* A name without the apostrophes among its letters, "Sana'a" as "Sanaa", of which transcriptions have more or
 * less; NULL where it has none. Owned by the caller. */
static char *
without_apostrophes(const char *name)
{
  static const char curly[] = "\xE2\x80\x99";
  if (strpbrk(name, "'\xE2") == NULL)
    return NULL; /* nearly all, and many are asked for */
  GString *text = g_string_new(NULL);
  gboolean cut = FALSE;
  for (const char *p = name; *p;) {
    const gsize length = *p == '\'' ? 1 : g_str_has_prefix(p, curly) ? strlen(curly) : 0;
    if (length > 0 && p > name && g_ascii_isalpha(p[-1]) && g_ascii_isalpha(p[length])) {
      p += length;
      cut = TRUE;
    } else
      g_string_append_c(text, *p++);
  }
  return g_string_free(text, !cut);
}

const KithGazetteerEntry *
kith_gazetteer_find_use(const KithGazetteer *gazetteer, const char *name, KithGazetteerUse use)
{
  g_return_val_if_fail((guint)use < G_N_ELEMENTS(gazetteer->uses), NULL);
  const KithGazetteerEntry *entry = g_hash_table_lookup(gazetteer->uses[use], name);
  g_autofree char *plain = entry == NULL ? without_apostrophes(name) : NULL;
  if (plain != NULL)
    return g_hash_table_lookup(gazetteer->uses[use], plain);
  if (entry != NULL || use == KITH_GAZ_DEMONYM || !is_shouted(name))
    return entry;
  g_autofree char *quiet = quieten(name);
  entry = g_hash_table_lookup(gazetteer->uses[use], quiet);
  gboolean place = entry != NULL && (use != KITH_GAZ_NAME || entry->type == KITH_ACTOR_COUNTRY ||
                                     entry->type == KITH_ACTOR_PLACE);
  return place ? entry : NULL;
}

const KithGazetteerEntry *
kith_gazetteer_find(const KithGazetteer *gazetteer, const char *name, KithGazetteerUse *use)
{
  static const KithGazetteerUse order[] = {KITH_GAZ_NAME, KITH_GAZ_CAPITAL, KITH_GAZ_DEMONYM};
  for (guint i = 0; i < G_N_ELEMENTS(order); i++) {
    const KithGazetteerEntry *entry = kith_gazetteer_find_use(gazetteer, name, order[i]);
    if (entry != NULL) {
      if (use != NULL)
        *use = order[i];
      return entry;
    }
  }
  return NULL;
}

const KithGazetteerEntry *
kith_gazetteer_entry(const KithGazetteer *gazetteer, const char *id)
{
  return g_hash_table_lookup(gazetteer->ids, id);
}

static KithGender
gender_of(char letter)
{
  return letter == 'm' ? KITH_GENDER_MALE : letter == 'f' ? KITH_GENDER_FEMALE : KITH_GENDER_UNKNOWN;
}

/* The kind that a column "p" or "p?" means. */
static KithNounKind
noun_kind(const char *column)
{
  switch (*column) {
  case 'p':
    return KITH_NOUN_PERSON;
  case 'g':
    return KITH_NOUN_GROUP;
  case 'o':
    return KITH_NOUN_ORGANIZATION;
  case 'c':
    return KITH_NOUN_COUNTRY;
  case 'l':
    return KITH_NOUN_PLACE;
  case '-':
    return KITH_NOUN_NEVER;
  default:
    return KITH_NOUN_UNKNOWN;
  }
}

KithNoun
kith_gazetteer_noun(const KithGazetteer *gazetteer, const char *lemma)
{
  KithNoun noun = {.kind = KITH_NOUN_UNKNOWN};
  const char *columns = find_word(&gazetteer->words, lemma);
  if (columns != NULL) {
    noun.kind = noun_kind(columns);
    noun.listed = TRUE;
    noun.doubtful = noun.kind != KITH_NOUN_UNKNOWN && columns[1] == '?';
    columns += strcspn(columns, "\t\n");
    if (*columns == '\t') {
      noun.gender = gender_of(*++columns);
      columns += strcspn(columns, "\t\n");
    }
    noun.title = columns[0] == '\t' && columns[1] == 't';
  }
  if (noun.kind == KITH_NOUN_UNKNOWN && (columns = find_word(&gazetteer->nouns, lemma)) != NULL) {
    noun.kind = noun_kind(columns);
    noun.doubtful = columns[1] == '?';
  }
  return noun;
}

gboolean
kith_gazetteer_given_name(const KithGazetteer *gazetteer, const char *word, KithGender *gender)
{
  const char *column = find_word(&gazetteer->given, word);
  if (column != NULL && gender != NULL)
    *gender = gender_of(*column);
  return column != NULL;
}
