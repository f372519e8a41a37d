/* Why a mention is its entity's, told afterwards from what the steps left: which step joined it, and to what.
 */
#include <string.h>

#include "actor/entities.h"
#include "syntax/tree.h"

enum { LONGEST_CHARS = 60 };

static const KithMention *
mention_at(const KithEntities *entities, guint i)
{
  return &g_array_index(entities->mentions, KithMention, i);
}

static const KithWord *
words_of(const KithDocument *document, const KithMention *mention)
{
  return kith_document_words(document, kith_document_sentence(document, mention->sentence));
}

/* The words of a mention with single spaces, without an article before or a genitive after, cut where they
 * are long. Owned by the caller. */
static char *
text_of(const KithDocument *document, const KithMention *mention)
{
  const KithWord *words = words_of(document, mention);
  guint begin = mention->begin, end = mention->end;
  GString *text = g_string_new(NULL);
  if (begin + 1 < end && words[begin].upos == KITH_DET)
    begin++;
  if (begin + 1 < end && words[end - 1].upos == KITH_PART)
    end--;
  for (guint i = begin; i < end; i++) {
    if (i > begin && (words[i].flags & KITH_WORD_SPACE_BEFORE))
      g_string_append_c(text, ' ');
    g_string_append(text, words[i].form);
  }
  if (g_utf8_strlen(text->str, -1) > LONGEST_CHARS) {
    g_string_truncate(text, (gsize)(g_utf8_offset_to_pointer(text->str, LONGEST_CHARS) - text->str));
    g_string_append(text, "...");
  }
  return g_string_free(text, FALSE);
}

static gboolean
is_equal(const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold(a, -1), *y = g_utf8_casefold(b, -1);
  return strcmp(x, y) == 0;
}

/* Whether a name is capitals (and points) that begin the words of another, small words aside. */
static gboolean
is_initials(const char *acronym, const char *name)
{
  guint letters = 0;
  for (const char *p = acronym; *p; p++) {
    if (!g_ascii_isupper(*p) && *p != '.' && *p != '&')
      return FALSE;
    letters += g_ascii_isupper(*p) != 0;
  }
  return letters >= 2 && strchr(name, ' ') != NULL;
}

/* What a shorter name is of a longer one: "last word of"; NULL: nothing simple. */
static const char *
part_of(const char *shorter, const char *longer)
{
  gsize s = strlen(shorter), l = strlen(longer);
  gboolean one = strchr(shorter, ' ') == NULL;
  if (s >= l)
    return NULL;
  if (strcmp(longer + l - s, shorter) == 0 && longer[l - s - 1] == ' ')
    return one ? "last word of" : "last words of";
  if (strncmp(longer, shorter, s) == 0 && longer[s] == ' ')
    return one ? "first word of" : "first words of";
  return strstr(longer, shorter) ? "part of" : NULL;
}

/* Why two names are one. */
static char *
why_names(const KithEntity *entity, const char *text, const char *other)
{
  const char *part;
  if (is_equal(text, other))
    return g_strdup_printf("the same name as '%s'", other);
  if (entity->entry)
    return g_strdup_printf("a name of %s in the gazetteer", entity->label);
  if (is_initials(text, other))
    return g_strdup_printf("initials of '%s'", other);
  if (is_initials(other, text))
    return g_strdup_printf("the long form of '%s'", other);
  if ((part = part_of(text, other)) != NULL)
    return g_strdup_printf("%s '%s'", part, other);
  if (part_of(other, text))
    return g_strdup_printf("a longer form of '%s'", other);
  return g_strdup_printf("a form of the name '%s'", other);
}

/* Why two mentions of one sentence are one by its tree. */
static char *
why_syntax(const KithDocument *document, const KithMention *mention, const KithMention *by, const char *other)
{
  const KithWord *words = words_of(document, mention);
  if (mention->sentence != by->sentence)
    return g_strdup_printf("said to be '%s'", other);
  const KithWord *a = &words[mention->head], *b = &words[by->head];
  if ((a->head == (gint32)by->head && kith_deprel_universal((KithDeprel)a->deprel) == KITH_DEP_APPOS) ||
      (b->head == (gint32)mention->head && kith_deprel_universal((KithDeprel)b->deprel) == KITH_DEP_APPOS))
    return g_strdup_printf("in apposition to '%s'", other);
  if (mention->begin >= by->begin && mention->end <= by->end)
    return g_strdup_printf("the title in '%s'", other);
  return g_strdup_printf("said in its sentence to be '%s'", other);
}

static char *
why_pronoun(const KithWord *word, const char *other)
{
  static const char *const first[] = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", NULL};
  for (const char *const *p = first; *p; p++)
    if (g_ascii_strcasecmp(word->form, *p) == 0)
      return g_strdup_printf("first person in the words of '%s'", other);
  return g_strdup_printf("pronoun for '%s'", other);
}

/* How a mention stands to the word that governs it: "subject of 'refuse'", "after 'with'". */
static char *
standing_of(const KithDocument *document, const KithMention *mention)
{
  const KithWord *words = words_of(document, mention);
  guint n = kith_document_sentence(document, mention->sentence)->n_words;
  const KithWord *word = &words[mention->head];
  const KithWord *on = word->head >= 0 && (guint)word->head < n ? &words[word->head] : NULL;
  KithDeprel relation = kith_deprel_universal((KithDeprel)word->deprel);
  if (on == NULL)
    return g_strdup("by itself");
  for (guint i = mention->begin > 2 ? mention->begin - 2 : 0; i < mention->head; i++)
    if (words[i].head == (gint32)mention->head && words[i].deprel == KITH_DEP_CASE)
      return g_strdup_printf("after '%s'", words[i].form);
  const char *what = relation == KITH_DEP_NSUBJ                              ? "subject of"
                     : relation == KITH_DEP_OBJ || relation == KITH_DEP_IOBJ ? "object of"
                     : relation == KITH_DEP_CONJ                             ? "beside"
                     : (KithDeprel)word->deprel == KITH_DEP_NMOD_POSS        ? "owner of"
                                                                             : "before";
  return g_strdup_printf("%s '%s'", what, on->form);
}

static char *
why_seat(const KithDocument *document, const KithMention *mention)
{
  g_autofree char *standing = standing_of(document, mention);
  return g_strdup_printf(mention->metonym ? "stands for the government: %s"
                                          : "the place itself, not the government: %s",
                         standing);
}

char *
kith_entities_why(const KithEntities *entities, const KithDocument *document, guint index)
{
  const KithMention *mention = mention_at(entities, index);
  const KithEntity *entity = g_ptr_array_index(entities->entities, mention->entity);
  if (mention->seat)
    return why_seat(document, mention);
  g_autofree char *text = text_of(document, mention);
  if (mention->kind == KITH_MENTION_NAME && strcmp(text, entity->label) == 0)
    return NULL;
  if (mention->kind == KITH_MENTION_NAME && entity->entry)
    return g_strdup_printf("a name of %s in the gazetteer", entity->label);
  if (mention->by == 0 || mention->by > entities->mentions->len)
    return NULL;
  const KithMention *by = mention_at(entities, mention->by - 1);
  g_autofree char *other = text_of(document, by);
  if (mention->kind == KITH_MENTION_PRONOUN)
    return why_pronoun(&words_of(document, mention)[mention->head], other);
  switch ((KithStep)mention->step) {
  case KITH_STEP_NAMES:
    return why_names(entity, text, other);
  case KITH_STEP_SYNTAX:
    return why_syntax(document, mention, by, other);
  default:
    if (mention->kind == KITH_MENTION_NAME && by->kind == KITH_MENTION_NAME)
      return why_names(entity, text, other);
    return is_equal(text, other) ? g_strdup_printf("the same words as before, '%s'", other)
                                 : g_strdup_printf("a description of '%s'", other);
  }
}
