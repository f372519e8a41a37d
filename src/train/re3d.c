/* Names out of re3d's entities. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "syntax/network.h"
#include "text/reader.h"
#include "train/corpus.h"

static const double SURE = 0.8;

enum { KNOWN_TITLE = 1, KNOWN_PLACE, KNOWN_PRONOUN };

/* A run of words that an entity covers. */
typedef struct {
  guint begin, end; /* in the document's words */
  guint type;       /* KithName, 0 for others */
  double confidence;
} Cover;

static guint
entity_type(const char *name)
{
  if (strcmp(name, "Person") == 0)
    return KITH_NAME_PER;
  if (strcmp(name, "Organisation") == 0)
    return KITH_NAME_ORG;
  if (strcmp(name, "Location") == 0)
    return KITH_NAME_LOC;
  return strcmp(name, "Nationality") == 0 ? KITH_NAME_MISC : 0;
}

static gboolean
is_capital(const char *form)
{
  return g_unichar_isupper(g_utf8_get_char(form));
}

/* Whether the words [begin, end) are written as one name: capitals, small words only inside, no plural of
 * people. */
static gboolean
looks_like_name(const KithGoldWord *words, guint begin, guint end)
{
  static const char *const inner[] = {"of", "and", "for", "al", "-", "de", "bin", NULL};
  if (begin >= end || end - begin > 6 || !is_capital(words[begin].form) || !is_capital(words[end - 1].form))
    return FALSE;
  for (guint i = begin; i < end; i++)
    if (!is_capital(words[i].form) && !g_strv_contains(inner, words[i].form))
      return FALSE;
  const char *last = words[end - 1].form;
  return end - begin > 1 || (strlen(last) > 2 && !g_str_has_suffix(last, "s"));
}

/* The words that the characters [begin, end) of the document touch. */
static Cover
find_words(const KithDocument *document, gsize begin, gsize end)
{
  gsize from = (gsize)(g_utf8_offset_to_pointer(document->text, (glong)begin) - document->text);
  gsize to = (gsize)(g_utf8_offset_to_pointer(document->text, (glong)end) - document->text);
  Cover cover = {G_MAXUINT, 0, 0, 0};
  for (guint i = 0; i < document->words->len; i++) {
    const KithWord *word = &g_array_index(document->words, KithWord, i);
    if (word->span.begin < to && word->span.end > from) {
      cover.begin = MIN(cover.begin, i);
      cover.end = i + 1;
    }
  }
  return cover;
}

static gint
longer_first(gconstpointer a, gconstpointer b)
{
  const Cover *x = a, *y = b;
  guint p = x->end - x->begin, q = y->end - y->begin;
  if (p != q)
    return p > q ? -1 : 1;
  return x->begin < y->begin ? -1 : x->begin > y->begin;
}

/* The words [begin, end) with spaces between, owned by the caller. */
static char *
join_words(const KithGoldWord *words, guint begin, guint end)
{
  GString *out = g_string_new(NULL);
  for (guint i = begin; i < end; i++)
    g_string_append_printf(out, "%s%s", i > begin ? " " : "", words[i].form);
  return g_string_free(out, FALSE);
}

/* What the texts read so far know: the words that stand before names as titles, the names of places,
 * the pronouns. */
static GHashTable *
find_known(const KithCorpus *corpus)
{
  const guint32 single = 1u << kith_name_tag(KITH_NAME_LOC, 'S'),
                last = 1u << kith_name_tag(KITH_NAME_LOC, 'E');
  GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint s = 0; s < corpus->sentences->len; s++) {
    const KithGoldSentence *sentence = kith_corpus_sentence(corpus, s);
    const KithGoldWord *words = kith_corpus_words(corpus, sentence);
    for (guint i = 0; sentence->has_tree && i < sentence->n; i++)
      if (words[i].deprel == KITH_DEP_NMOD_DESC)
        g_hash_table_insert(known, g_strdup(words[i].form), GUINT_TO_POINTER(KNOWN_TITLE));
    for (guint i = 0; sentence->has_tree && i < sentence->n; i++)
      if (words[i].upos == KITH_PRON && !g_hash_table_contains(known, words[i].form))
        g_hash_table_insert(known, g_strdup(words[i].form), GUINT_TO_POINTER(KNOWN_PRONOUN));
    for (guint i = 0, begin = 0; sentence->has_names && i < sentence->n; i++) {
      if (words[i].names == single || words[i].names == 1u << kith_name_tag(KITH_NAME_LOC, 'B'))
        begin = i;
      if (words[i].names == single || words[i].names == last)
        g_hash_table_insert(known, join_words(words, begin, i + 1), GUINT_TO_POINTER(KNOWN_PLACE));
    }
  }
  return known;
}

static gboolean
is_known(GHashTable *known, const char *string, guint as)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(known, string)) == as;
}

/* Whether what is left of an entity is a name of its type for sure: posts are no organizations, and countries
 * that act are places elsewhere. */
static gboolean
is_sure(const KithGoldWord *words, const Cover *c, GHashTable *known)
{
  if (!looks_like_name(words, c->begin, c->end) || is_known(known, words[c->begin].form, KNOWN_PRONOUN))
    return FALSE;
  if (c->type == KITH_NAME_PER)
    return c->end - c->begin <= 4;
  g_autofree char *name = join_words(words, c->begin, c->end);
  if (c->type == KITH_NAME_ORG && is_known(known, name, KNOWN_PLACE))
    return FALSE;
  for (guint i = c->begin; i < c->end; i++)
    if (is_known(known, words[i].form, KNOWN_TITLE))
      return FALSE;
  return TRUE;
}

/* The name in what an entity covers: without article, title and genitive. */
static Cover
strip(const KithGoldWord *words, Cover c, GHashTable *known)
{
  if (g_ascii_strcasecmp(words[c.begin].form, "the") == 0)
    c.begin++;
  if (c.begin < c.end &&
      (strcmp(words[c.end - 1].form, "'s") == 0 || strcmp(words[c.end - 1].form, "’s") == 0))
    c.end--;
  for (guint i = c.begin; c.type == KITH_NAME_PER && i < c.end; i++)
    if (is_known(known, words[i].form, KNOWN_TITLE))
      c.begin = i + 1;
  return c;
}

/* What may be where the entities say so. words are the document's. */
static void
set_names(KithGoldWord *words, guint n, GArray *covers, GHashTable *known)
{
  const guint32 any = (1u << KITH_N_NAME_TAGS) - 1;
  g_autofree guint8 *taken = g_new0(guint8, n + 1);
  for (guint i = 0; i < n; i++)
    words[i].names = i > 0 && is_capital(words[i].form) ? any : kith_gold_other();
  for (guint k = 0; k < covers->len; k++) {
    const Cover *c = &g_array_index(covers, Cover, k);
    for (guint i = c->begin; i < c->end; i++)
      words[i].names = c->type == KITH_NAME_MISC ? kith_gold_other() : any;
  }
  g_array_sort(covers, longer_first);
  for (guint k = 0; k < covers->len; k++) {
    Cover c = g_array_index(covers, Cover, k);
    if (c.type == 0 || c.type == KITH_NAME_MISC || c.confidence < SURE)
      continue;
    c = strip(words, c, known);
    gboolean is_free = is_sure(words, &c, known);
    for (guint i = c.begin; is_free && i < c.end; i++)
      is_free = !taken[i];
    if (!is_free)
      continue;
    memset(taken + c.begin, TRUE, c.end - c.begin);
    kith_gold_set_name(words, c.begin, c.end, c.type);
  }
}

/* Opens the ends of names at sentence borders: what crosses one is not known. */
static void
add_document(KithCorpus *corpus, const KithDocument *document, GArray *covers, GHashTable *known)
{
  guint first = kith_corpus_add_words(corpus, document);
  KithGoldWord *words = &g_array_index(corpus->words, KithGoldWord, first);
  set_names(words, document->words->len, covers, known);
  for (guint s = 0; s < document->sentences->len; s++) {
    const KithSentence *sentence = kith_document_sentence(document, s);
    if (sentence->n_words == 0)
      continue;
    KithGoldSentence gold = {first + sentence->first_word, sentence->n_words, FALSE, TRUE, "re3d"};
    KithGoldWord *own = words + sentence->first_word;
    for (guint t = 1; t < KITH_N_NAME_TAGS; t++) {
      if (own[sentence->n_words - 1].names == 1u << t && !kith_name_may_follow(t, G_MAXUINT))
        gold.has_names = FALSE;
      if (own[0].names == 1u << t && !kith_name_may_follow(G_MAXUINT, t))
        gold.has_names = FALSE;
    }
    g_array_append_val(corpus->sentences, gold);
  }
}

static gboolean
add_line(KithCorpus *corpus, const char *line, const char *name, const char *const *exclude,
         GHashTable *known, GError **error)
{
  g_autoptr(JsonParser) parser = json_parser_new();
  if (!json_parser_load_from_data(parser, line, -1, error)) {
    g_prefix_error(error, "%s: ", name);
    return FALSE;
  }
  JsonNode *root = json_parser_get_root(parser);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT(root) ? json_node_get_object(root) : NULL;
  const char *text = object ? json_object_get_string_member_with_default(object, "text", NULL) : NULL;
  if (text == NULL || !json_object_has_member(object, "entities")) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: 'text' and 'entities' are expected", name);
    return FALSE;
  }
  const char *source = json_object_get_string_member_with_default(object, "source", "");
  if (exclude != NULL && g_strv_contains(exclude, source))
    return TRUE;
  g_autoptr(KithDocument) document = kith_text_read(name, text, strlen(text), error);
  if (document == NULL)
    return FALSE;
  g_autoptr(GArray) covers = g_array_new(FALSE, FALSE, sizeof(Cover));
  JsonArray *entities = json_object_get_array_member(object, "entities");
  glong length = g_utf8_strlen(document->text, -1);
  for (guint i = 0; i < json_array_get_length(entities); i++) {
    JsonObject *entity = json_array_get_object_element(entities, i);
    gint64 begin = json_object_get_int_member_with_default(entity, "begin", 0);
    gint64 end = json_object_get_int_member_with_default(entity, "end", 0);
    if (begin < 0 || begin >= end || end > length)
      continue;
    Cover cover = find_words(document, (gsize)begin, (gsize)end);
    cover.type = entity_type(json_object_get_string_member_with_default(entity, "type", ""));
    cover.confidence = json_object_get_double_member_with_default(entity, "confidence", 0);
    if (cover.begin < cover.end)
      g_array_append_val(covers, cover);
  }
  add_document(corpus, document, covers, known);
  return TRUE;
}

gboolean
kith_corpus_add_re3d(KithCorpus *corpus, const char *path, const char *const *exclude, GError **error)
{
  g_autoptr(GBytes) bytes = kith_file_read(path, 1 << 28, error);
  if (bytes == NULL)
    return FALSE;
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  g_autofree char *text = g_strndup(data, size);
  g_autoptr(GHashTable) known = find_known(corpus);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *name = g_strdup_printf("%s:%u", path, i + 1);
    if (*g_strstrip(lines[i]) != '\0' && !add_line(corpus, lines[i], name, exclude, known, error))
      return FALSE;
  }
  return TRUE;
}
