#include "train/advice.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"

static const char magic[] = "kith-advice-1\n";

enum {
  N_LISTS = 4,
  N_KINDS = N_LISTS + 1, /* and heads */
  RECORD = 4 * N_KINDS * KITH_N_GUESSES + 2 * KITH_N_NAME_TAGS
};

/* The rest of a file. */
typedef struct {
  const char *path;
  const guint8 *at, *end;
  GError **error;
} Reader;

static gboolean
fail(const Reader *reader, const char *what)
{
  g_set_error(reader->error, KITH_ERROR, KITH_ERROR_INPUT, "%s: %s", reader->path, what);
  return FALSE;
}

static guint16
read_short(const guint8 *at)
{
  return (guint16)(at[0] | at[1] << 8);
}

static gboolean
read_number(Reader *reader, guint32 *number)
{
  if (reader->end - reader->at < 4)
    return fail(reader, "ends too early");
  *number = read_short(reader->at) | (guint32)read_short(reader->at + 2) << 16;
  reader->at += 4;
  return TRUE;
}

/* Reads a list of labels: where each is in names from first on, KITH_NO_LABEL where it is not. */
static gboolean
read_labels(Reader *reader, const GPtrArray *names, guint first, GArray *places)
{
  guint32 n;
  if (!read_number(reader, &n))
    return FALSE;
  for (guint32 i = 0; i < n; i++) {
    const guint8 *end = memchr(reader->at, '\0', (gsize)(reader->end - reader->at));
    if (end == NULL)
      return fail(reader, "ends too early");
    guint16 place = KITH_NO_LABEL;
    for (guint k = first; k < names->len; k++)
      if (strcmp(g_ptr_array_index(names, k), (const char *)reader->at) == 0)
        place = (guint16)k;
    g_array_append_val(places, place);
    reader->at = end + 1;
  }
  return TRUE;
}

/* Adds a guess at reader->at; places NULL: labels are taken as they are. */
static gboolean
add_guess(Reader *reader, const GArray *places, float share, KithGuess *guess)
{
  for (guint i = 0; i < KITH_N_GUESSES; i++, reader->at += 4) {
    guint label = read_short(reader->at);
    const float part = share * (float)read_short(reader->at + 2) / 65535;
    if (part <= 0)
      continue;
    if (places != NULL && label >= places->len)
      return fail(reader, "a label is out of range");
    label = places != NULL ? g_array_index(places, guint16, label) : label;
    if (label != KITH_NO_LABEL)
      kith_guess_add(guess, label, part);
  }
  return TRUE;
}

static gboolean
add_word(Reader *reader, GArray *const *places, float share, guint n, KithAdvice *advice)
{
  KithGuess *const guesses[] = {&advice->upos, &advice->xpos, &advice->feats, &advice->deprel, &advice->head};
  for (guint g = 0; g < N_KINDS; g++)
    if (!add_guess(reader, g < N_LISTS ? places[g] : NULL, share, guesses[g]))
      return FALSE;
  for (guint i = 0; i < KITH_N_GUESSES; i++)
    if (advice->head.share[i] > 0 && advice->head.label[i] > n)
      return fail(reader, "a head lies outside its sentence");
  for (guint tag = 0; tag < KITH_N_NAME_TAGS; tag++, reader->at += 2)
    advice->names[tag] += share * (float)read_short(reader->at) / 65535;
  return TRUE;
}

static gboolean
read_words(Reader *reader, const KithCorpus *corpus, GArray *const *places, guint max_words, float share,
           KithAdvice *advice)
{
  gsize wanted = 0;
  for (guint s = 0; s < corpus->sentences->len; s++)
    wanted += kith_corpus_sentence(corpus, s)->n;
  if ((gsize)(reader->end - reader->at) != wanted * RECORD)
    return fail(reader, "is not about these words");
  for (guint s = 0; s < corpus->sentences->len; s++) {
    const guint n = kith_corpus_sentence(corpus, s)->n;
    if (n > max_words) {
      reader->at += (gsize)n * RECORD;
      continue;
    }
    for (guint i = 0; i < n; i++)
      if (!add_word(reader, places, share, n, advice++))
        return FALSE;
  }
  return TRUE;
}

gboolean
kith_advice_read(const char *path, const KithCorpus *corpus, const KithLabels *labels, guint max_words,
                 float share, KithAdvice *advice, GError **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, error);
  if (file == NULL)
    return FALSE;
  const gsize size = g_mapped_file_get_length(file);
  const guint8 *data = (const guint8 *)g_mapped_file_get_contents(file);
  Reader reader = {path, data + strlen(magic), data + size, error};
  if (size < strlen(magic) || memcmp(data, magic, strlen(magic)) != 0)
    return fail(&reader, "no advice of a kind that kith reads");
  const GPtrArray *const names[] = {labels->upos, labels->xpos, labels->feats, labels->deprels};
  GArray *places[N_LISTS];
  gboolean ok = TRUE;
  for (guint i = 0; i < N_LISTS; i++) {
    places[i] = g_array_new(FALSE, FALSE, sizeof(guint16));
    ok = ok && read_labels(&reader, names[i], i + 1 == N_LISTS, places[i]); /* not the root's relation */
  }
  ok = ok && read_words(&reader, corpus, places, max_words, share, advice);
  for (guint i = 0; i < N_LISTS; i++)
    g_array_unref(places[i]);
  return ok;
}
