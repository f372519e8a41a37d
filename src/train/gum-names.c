/* Names out of GUM's Entity= annotation, by the rules of shared/tools/gum_names.py. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "syntax/network.h"
#include "text/document.h"
#include "train/corpus.h"

/* A mention under construction or done. */
typedef struct {
  guint start, end;
  guint type;      /* KithName, 0 for others */
  char *key;       /* the part before the first hyphen: what closes it */
  GArray *minspan; /* guint, in words of the sentence */
} Mention;

static void
mention_clear(gpointer data)
{
  Mention *mention = data;
  g_free(mention->key);
  if (mention->minspan != NULL)
    g_array_unref(mention->minspan);
}

static guint
entity_type(const char *name)
{
  if (strcmp(name, "person") == 0)
    return KITH_NAME_PER;
  if (strcmp(name, "organization") == 0)
    return KITH_NAME_ORG;
  return strcmp(name, "place") == 0 ? KITH_NAME_LOC : 0;
}

/* Opens the mention that text (between brackets) describes at a word. */
static gboolean
open_mention(GArray *stack, const char *text, gsize length, guint at)
{
  g_autofree char *copy = g_strndup(text, length);
  g_auto(GStrv) fields = g_strsplit(copy, "-", -1);
  if (g_strv_length(fields) < 6)
    return FALSE;
  Mention mention = {at, at, entity_type(fields[1]), g_strdup(fields[0]),
                     g_array_new(FALSE, FALSE, sizeof(guint))};
  g_auto(GStrv) places = g_strsplit(fields[5], ",", -1);
  for (char **p = places; *p != NULL; p++) {
    guint word = at + (guint)g_ascii_strtoull(*p, NULL, 10) - 1;
    g_array_append_val(mention.minspan, word);
  }
  g_array_append_val(stack, mention);
  return TRUE;
}

/* Closes the last open mention with this key (empty: the last of all). */
static gboolean
close_mention(GArray *stack, GArray *done, const char *key, gsize length, guint end)
{
  for (guint k = stack->len; k-- > 0;) {
    Mention *mention = &g_array_index(stack, Mention, k);
    if (length > 0 && (strlen(mention->key) != length || strncmp(mention->key, key, length) != 0))
      continue;
    Mention closed = *mention;
    closed.end = end;
    g_array_append_val(done, closed);
    memset(mention, 0, sizeof *mention);
    g_array_remove_index(stack, k);
    return TRUE;
  }
  return FALSE;
}

/* The mentions of one word's note: "(id-type-..." opens, "id)" or "(...)" closes. */
static gboolean
read_note(GArray *stack, GArray *done, const char *note, guint at)
{
  for (const char *p = note; *p != '\0';) {
    gsize length;
    if (*p == '(') {
      length = strcspn(++p, "()");
      if (!open_mention(stack, p, length, at))
        return FALSE;
      p += length;
      if (*p == ')') {
        if (!close_mention(stack, done, "", 0, at + 1))
          return FALSE;
        p++;
      }
    } else {
      length = strcspn(p, "()");
      if (p[length] != ')' || !close_mention(stack, done, p, length, at + 1))
        return FALSE;
      p += length + 1;
    }
  }
  return TRUE;
}

static gboolean
is_proper(const KithGoldWord *word)
{
  return word->upos == KITH_PROPN || g_str_has_prefix(word->xpos, "NNP");
}

static gboolean
is_flat(const KithGoldWord *word)
{
  return kith_deprel_universal(word->deprel) == KITH_DEP_FLAT;
}

static gboolean
is_hyphen(const KithGoldWord *word)
{
  return strcmp(word->form, "-") == 0 || strcmp(word->form, "–") == 0;
}

/* Whether a "&" of the mention hangs on word i. */
static gboolean
has_ampersand(const KithGoldWord *words, const Mention *m, guint i)
{
  for (guint c = m->start; c < m->end; c++)
    if (words[c].head == (gint32)i && strcmp(words[c].form, "&") == 0)
      return TRUE;
  return FALSE;
}

/* Whether word i, which hangs on a word of the name (its head itself if is_head), belongs to the name too. */
static gboolean
belongs(const KithGoldWord *words, const Mention *m, guint i, gboolean is_head)
{
  const KithGoldWord *word = &words[i];
  switch (word->deprel) {
  case KITH_DEP_COMPOUND:
  case KITH_DEP_AMOD:
  case KITH_DEP_NMOD_UNMARKED:
  case KITH_DEP_APPOS:
    if (is_proper(word))
      return TRUE;
    break;
  case KITH_DEP_CONJ:
    if (is_proper(word) && (!is_head || has_ampersand(words, m, i)))
      return TRUE;
    break;
  case KITH_DEP_CC:
    if (!is_head)
      return TRUE;
    break;
  default:
    break;
  }
  return is_flat(word) || is_hyphen(word);
}

/* The longest run of words around head that belong to one name with it. */
static void
find_run(const KithGoldWord *words, const Mention *m, guint head, guint *begin, guint *end)
{
  g_autofree guint8 *inside = g_new0(guint8, m->end + 1);
  g_autofree guint *todo = g_new(guint, m->end + 1);
  guint n = 0;
  todo[n++] = head;
  inside[head] = TRUE;
  for (guint t = 0; t < n; t++)
    for (guint i = m->start; i < m->end; i++)
      if (!inside[i] && words[i].head == (gint32)todo[t] && belongs(words, m, i, todo[t] == head)) {
        inside[i] = TRUE;
        todo[n++] = i;
      }
  guint a = head, b = head;
  while (a > m->start && inside[a - 1])
    a--;
  while (b + 1 < m->end && inside[b + 1])
    b++;
  while (a < head && (words[a].deprel == KITH_DEP_CC || words[a].deprel == KITH_DEP_PUNCT))
    a++;
  while (b > head && (words[b].deprel == KITH_DEP_CC || words[b].deprel == KITH_DEP_PUNCT))
    b--;
  *begin = a;
  *end = b + 1;
}

/* The head of a mention: of its minspan, or else the first, that attaches outside. */
static guint
find_head(const KithGoldWord *words, const Mention *m)
{
  for (guint k = 0; k < m->minspan->len; k++) {
    guint i = g_array_index(m->minspan, guint, k);
    if (i >= m->start && i < m->end &&
        (words[i].head < (gint32)m->start || words[i].head >= (gint32)m->end) && words[i].upos != KITH_PUNCT)
      return i;
  }
  for (guint i = m->start; i < m->end; i++)
    if ((words[i].head < (gint32)m->start || words[i].head >= (gint32)m->end) && words[i].upos != KITH_PUNCT)
      return i;
  return g_array_index(m->minspan, guint, 0);
}

/* Whether a person's head [a, b) without a flat word is a description. */
static gboolean
is_description(const KithGoldWord *words, guint n, const Mention *m, guint head, guint a, guint b)
{
  for (guint i = a; i < b; i++)
    if (is_flat(&words[i]))
      return FALSE;
  if (strcmp(words[head].xpos, "NNPS") == 0 || (b < n && strcmp(words[b].form, "of") == 0))
    return TRUE;
  for (guint i = m->start; i < m->end; i++)
    if (words[i].head == (gint32)head &&
        (words[i].deprel == KITH_DEP_DET || words[i].deprel == KITH_DEP_NMOD_POSS ||
         words[i].deprel == KITH_DEP_NUMMOD))
      return TRUE;
  return FALSE;
}

/* "University {of NSW}": the end of the name with what "of" adds. */
static guint
extend_of(const KithGoldWord *words, const Mention *m, guint a, guint b)
{
  while (b < m->end && strcmp(words[b].form, "of") == 0) {
    gint32 h = words[b].head;
    if (h < 0 || words[h].head < (gint32)a || words[h].head >= (gint32)b || !is_proper(&words[h]))
      break;
    if (h < (gint32)m->start || h >= (gint32)m->end)
      break;
    guint c, d;
    find_run(words, m, (guint)h, &c, &d);
    if (c != b + 1 && !(c == b + 2 && strcmp(words[b + 1].form, "the") == 0))
      break;
    b = d;
  }
  return b;
}

/* The name that a mention holds. */
static gboolean
find_name(const KithGoldWord *words, guint n, const Mention *m, guint *begin, guint *end)
{
  guint head = find_head(words, m), a, b;
  if (head < m->start || head >= m->end)
    return FALSE;
  find_run(words, m, head, &a, &b);
  if (words[head].upos != KITH_PROPN) {
    a = head + 1;
    if (a >= b || !is_proper(&words[a]))
      return FALSE;
  } else if (m->type == KITH_NAME_PER && is_description(words, n, m, head, a, b)) {
    return FALSE;
  }
  if (m->type != KITH_NAME_PER)
    b = extend_of(words, m, a, b);
  *begin = a;
  *end = b;
  return TRUE;
}

typedef struct {
  guint begin, end, type, order;
} Name;

static gint
longer_first(gconstpointer a, gconstpointer b)
{
  const Name *x = a, *y = b;
  guint p = x->end - x->begin, q = y->end - y->begin;
  if (p != q)
    return p > q ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

gboolean
kith_gum_names(KithGoldWord *words, guint n, GError **error)
{
  g_autoptr(GArray) stack = g_array_new(FALSE, TRUE, sizeof(Mention));
  g_autoptr(GArray) done = g_array_new(FALSE, TRUE, sizeof(Mention));
  g_autoptr(GArray) names = g_array_new(FALSE, TRUE, sizeof(Name));
  g_array_set_clear_func(stack, mention_clear);
  g_array_set_clear_func(done, mention_clear);
  for (guint i = 0; i < n; i++)
    if (words[i].entity != NULL && !read_note(stack, done, words[i].entity, i)) {
      g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "'Entity=%s' is not well formed", words[i].entity);
      return FALSE;
    }
  for (guint k = 0; k < done->len; k++) {
    const Mention *m = &g_array_index(done, Mention, k);
    Name name = {.type = m->type, .order = k};
    if (m->type != 0 && find_name(words, n, m, &name.begin, &name.end))
      g_array_append_val(names, name);
  }
  g_array_sort(names, longer_first);
  g_autofree guint8 *taken = g_new0(guint8, n + 1);
  for (guint i = 0; i < n; i++)
    words[i].names = kith_gold_other();
  for (guint k = 0; k < names->len; k++) {
    const Name *name = &g_array_index(names, Name, k);
    gboolean is_free = TRUE;
    for (guint i = name->begin; i < name->end; i++)
      is_free = is_free && !taken[i];
    if (!is_free)
      continue;
    memset(taken + name->begin, TRUE, name->end - name->begin);
    kith_gold_set_name(words, name->begin, name->end, name->type);
  }
  return TRUE;
}
