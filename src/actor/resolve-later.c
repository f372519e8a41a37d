/* Descriptions that are told by their words: "the appeals court" is the Court of Appeal, a headline's
 * "ex-mayor" the article's former mayor. */
#include <string.h>

#include "actor/finder.h"
#include "actor/kinds.h"

/* In how many sentences a name or description that comes later is looked for. */
enum { AHEAD = 5, HEADLINE_AHEAD = 5 };

/* The nouns and adjectives of words [begin, end) as " a b ", plurals as singulars. */
static char *
content_of(const KithFinder *f, guint s, guint begin, guint end, guint *n)
{
  const KithWord *words = kith_finder_words(f, s);
  GString *text = g_string_new(" ");
  *n = 0;
  for (guint w = begin; w < end; w++) {
    gboolean central =
        w + 1 < end && kith_word_is(&words[w], "central") && kith_word_is(&words[w + 1], "bank");
    if (central || (words[w].upos != KITH_ADJ && words[w].upos != KITH_NOUN && words[w].upos != KITH_PROPN))
      continue; /* "Norland's central bank" is the Bank of Norland */
    g_autofree char *form = g_utf8_strdown(words[w].form, -1);
    gsize length = strlen(form);
    if (length > 4 && form[length - 1] == 's' && form[length - 2] != 's')
      form[length - 1] = '\0';
    g_string_append_printf(text, "%s ", form);
    ++*n;
  }
  return g_string_free(text, FALSE);
}

/* Whether a body's name has all the words of a description. */
static gboolean
has_words(const KithFinder *f, guint name, char *const *wanted)
{
  const KithFound *found = kith_found(f, name);
  guint n;
  g_autofree char *words = content_of(f, found->m.sentence, found->core_begin, found->m.end, &n);
  for (; *wanted != NULL; wanted++) {
    g_autofree char *word = g_strdup_printf(" %s ", *wanted);
    if (**wanted != '\0' && strstr(words, word) == NULL)
      return FALSE;
  }
  return TRUE;
}

gboolean
kith_finder_join_worded(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence, n;
  if (found->m.type != KITH_ACTOR_ORGANIZATION || found->plural || found->m.end != found->m.head + 1)
    return FALSE;
  g_autofree char *content = content_of(f, s, found->m.begin, found->m.end, &n);
  if (n < 2)
    return FALSE;
  g_auto(GStrv) wanted = g_strsplit(content, " ", -1);
  guint last = f->first[MIN(s + AHEAD, f->doc->sentences->len)], best = KITH_NONE;
  guint first = found->definite ? kith_finder_reach(f, i) : i + 1;
  for (guint j = first; j < last; j++) {
    const KithFound *c = kith_found(f, j);
    if (j == i || c->m.kind != KITH_MENTION_NAME || c->m.type != KITH_ACTOR_ORGANIZATION ||
        kith_finder_inside(f, j, i) || (c->tie != NULL && found->tie != NULL && c->tie != found->tie) ||
        !has_words(f, j, wanted))
      continue;
    if (best != KITH_NONE && kith_cluster_index(f, best) != kith_cluster_index(f, j))
      return FALSE; /* two of them */
    best = j;
  }
  return best != KITH_NONE && kith_cluster_join(f, best, i);
}

/* How many sentences of the body stand before one, at most some. */
static guint
body_before(const KithFinder *f, guint s)
{
  enum { MOST = 8 };
  guint n = 0;
  for (guint k = s; k-- > 0 && n < MOST;)
    n += kith_document_sentence(f->doc, k)->kind == KITH_SENTENCE_BODY;
  return n;
}

/* "Striking workers in Norland": a place behind the noun, which the text need not repeat. */
static gboolean
is_placed(const KithFinder *f, const KithFound *found)
{
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  return found->m.head + 1 < found->m.end && kith_word_is(&words[found->m.head + 1], "in");
}

/* The country of "president of Norland" in a headline; NULL. */
static const KithGazetteerEntry *
country_behind(const KithFinder *f, const KithFound *found)
{
  const KithTree *tree = f->trees[found->m.sentence];
  gint32 of = kith_tree_child(tree, (gint32)found->m.head, KITH_DEP_NMOD);
  const KithWord *marker =
      of > (gint32)found->m.head ? kith_finder_case(f, found->m.sentence, (guint)of) : NULL;
  guint at = marker != NULL && kith_word_is(marker, "of")
                 ? kith_finder_at_head(f, found->m.sentence, (guint)of)
                 : KITH_NONE;
  const KithGazetteerEntry *entry = at != KITH_NONE ? kith_found(f, at)->entry : NULL;
  return found->noun.title && !found->plural && entry != NULL && entry->type == KITH_ACTOR_COUNTRY ? entry
                                                                                                   : NULL;
}

/* Whether a name's title is told to be another country's: "Chilean President Jane Roe". */
static gboolean
is_foreign(const KithFinder *f, guint name, const KithGazetteerEntry *country)
{
  const KithFound *found = kith_found(f, name);
  for (guint w = found->m.begin; w < found->core_begin; w++)
    if (f->demonyms[found->m.sentence][w] != NULL && f->demonyms[found->m.sentence][w] != country)
      return TRUE;
  for (guint j = f->first[found->m.sentence]; j < name; j++)
    if (kith_finder_inside(f, j, name) && kith_found(f, j)->entry != NULL &&
        kith_found(f, j)->entry != country)
      return TRUE;
  return FALSE;
}

/* "Minister for the Coast": an office that tells what of. */
static gboolean
is_in_charge(const KithFound *found)
{
  return found->noun.title && !found->plural && found->m.end > found->m.head + 1;
}

/* In how many sentences behind it a description may be named that says who it is; 0 where it does not. */
static guint
reach_ahead(const KithFinder *f, const KithFound *found)
{
  guint s = found->m.sentence;
  if (kith_document_sentence(f->doc, s)->kind == KITH_SENTENCE_HEADLINE)
    return found->m.end == found->m.head + 1 || (found->many && is_placed(f, found)) ||
                   country_behind(f, found) != NULL || is_in_charge(found)
               ? HEADLINE_AHEAD
               : 0;
  gboolean office = found->noun.listed && !kith_noun_is_trait(found->key) && found->definite;
  return found->m.type == KITH_ACTOR_PERSON && !found->plural && (office || body_before(f, s) == 0) ? AHEAD
                                                                                                    : 0;
}

/* Whether the text names another person behind a sentence who holds what a description tells: "Judge Jane
 * Roe" for "a judge". */
static gboolean
is_named_later(const KithFinder *f, guint i, guint lead)
{
  for (guint j = lead + 1; j < f->found->len; j++) {
    const KithFound *c = kith_found(f, j);
    if (c->m.kind == KITH_MENTION_NAME && c->m.type == KITH_ACTOR_PERSON &&
        kith_cluster_index(f, j) != kith_cluster_index(f, lead) &&
        kith_finder_titled(f, j, kith_found(f, i)->key))
      return TRUE;
  }
  return FALSE;
}

/* Whether a sentence is about an unnamed person: its subject, or the only one of whom the text does not give
 * another name: "A judge freed a cellist". */
static gboolean
is_about(const KithFinder *f, guint i, guint lead)
{
  const KithFound *found = kith_found(f, i);
  for (guint j = f->first[found->m.sentence]; !found->subject && j < f->first[found->m.sentence + 1]; j++) {
    const KithFound *c = kith_found(f, j);
    if (j != i && c->m.kind == KITH_MENTION_NOMINAL && c->m.type == KITH_ACTOR_PERSON && !c->plural &&
        !kith_cluster_of(f, j)->named && !is_named_later(f, j, lead))
      return FALSE;
  }
  return !is_named_later(f, i, lead);
}

/* Whether a sentence begins with a person's name and his age, or what he is: "Jane Roe, 57, ...". */
static gboolean
introduces(const KithFinder *f, guint s)
{
  static const char *const introducing[] = {"a", "an", "who", "whose", NULL};
  if (f->first[s] == f->first[s + 1])
    return FALSE;
  const KithFound *name = kith_found(f, f->first[s]);
  const KithTree *tree = f->trees[s];
  return name->m.kind == KITH_MENTION_NAME && name->m.type == KITH_ACTOR_PERSON && name->m.begin == 0 &&
         name->subject && name->m.end + 1 < tree->n && strcmp(tree->words[name->m.end].form, ",") == 0 &&
         (g_ascii_isdigit(*tree->words[name->m.end + 1].form) ||
          kith_word_in(&tree->words[name->m.end + 1], introducing));
}

/* "A cellist was charged. Jane Roe, 57, ...": an unnamed person of the first sentence, and who begins one of
 * the next, a picture's caption passed over, with his age or with what he is. */
static gboolean
join_lead(KithFinder *f, guint i)
{
  enum { NEXT = 5 };
  const KithFound *found = kith_found(f, i);
  guint first = found->m.sentence + 1, next = first;
  if (body_before(f, found->m.sentence) > 0 || (found->definite && !found->noun.listed) || found->plural ||
      found->m.type != KITH_ACTOR_PERSON ||
      kith_document_sentence(f->doc, found->m.sentence)->kind != KITH_SENTENCE_BODY)
    return FALSE;
  while (next < MIN(first + NEXT, f->doc->sentences->len) && (f->trees[next] == NULL || !introduces(f, next)))
    next++;
  if (next >= MIN(first + NEXT, f->doc->sentences->len))
    return FALSE;
  guint j = f->first[next];
  for (guint k = f->first[first]; k < j; k++)
    if (kith_found(f, k)->m.type == KITH_ACTOR_PERSON && kith_found(f, k)->subject &&
        kith_cluster_index(f, k) != kith_cluster_index(f, j))
      return FALSE;
  return kith_cluster_index(f, j) >= f->first[first] && is_about(f, i, j) && kith_cluster_join(f, j, i);
}

/* "Swiss lender sells unit": the headline's firm, and the only one of that country that the text's beginning
 * names. */
static gboolean
join_national(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence, best = KITH_NONE, wanted = kith_body_kinds(found->key);
  if (found->tie == NULL || found->tie->type != KITH_ACTOR_COUNTRY || found->many || wanted == 0 ||
      (wanted & KITH_BODY_NAMED) != 0)
    return FALSE;
  for (guint j = f->first[s + 1]; j < f->first[MIN(s + HEADLINE_AHEAD, f->doc->sentences->len)]; j++) {
    const KithFound *c = kith_found(f, j);
    guint kinds =
        c->m.kind == KITH_MENTION_NAME && c->m.type == KITH_ACTOR_ORGANIZATION ? kith_finder_kinds(f, j) : 0;
    if (c->m.kind != KITH_MENTION_NAME || c->m.type != KITH_ACTOR_ORGANIZATION || c->entry != NULL ||
        (kinds != 0 && (kinds & wanted) == 0) || kith_finder_country(f, j) != found->tie)
      continue;
    if (best != KITH_NONE && kith_cluster_index(f, best) != kith_cluster_index(f, j))
      return FALSE;
    best = j;
  }
  return best != KITH_NONE && kith_cluster_join(f, best, i);
}

/* "Opposition alliance concedes": the headline's body, and the only one of the text that has the noun as its
 * name's last word. */
static gboolean
join_so_named(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint best = KITH_NONE;
  if (found->m.type != KITH_ACTOR_ORGANIZATION || found->plural || kith_body_kinds(found->key) == 0)
    return FALSE;
  for (guint j = f->first[found->m.sentence + 1]; j < f->found->len; j++) {
    const KithFound *c = kith_found(f, j);
    const KithWord *words = kith_finder_words(f, c->m.sentence);
    if (c->m.kind != KITH_MENTION_NAME || c->m.type != KITH_ACTOR_ORGANIZATION ||
        !kith_word_is(&words[c->core_end - 1], found->key))
      continue;
    if (!kith_finder_ties_agree(f, i, j) ||
        (best != KITH_NONE && kith_cluster_index(f, best) != kith_cluster_index(f, j)))
      return FALSE;
    best = j;
  }
  return best != KITH_NONE && kith_cluster_join(f, best, i);
}

gboolean
kith_finder_join_ahead(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence, best = KITH_NONE, ahead = reach_ahead(f, found);
  gboolean headline = kith_document_sentence(f->doc, s)->kind == KITH_SENTENCE_HEADLINE;
  for (guint j = f->first[s + 1]; ahead > 0 && j < f->first[MIN(s + ahead, f->doc->sentences->len)]; j++) {
    const KithFound *c = kith_found(f, j);
    if (c->plural != found->plural || c->m.kind == KITH_MENTION_PRONOUN ||
        kith_cluster_of(f, j)->type != kith_cluster_of(f, i)->type || !kith_finder_holds(f, j, i) ||
        !kith_finder_ties_agree(f, i, j))
      continue;
    if (country_behind(f, found) != NULL &&
        (is_foreign(f, j, country_behind(f, found)) ||
         (c->m.kind == KITH_MENTION_NOMINAL && strcmp(c->key, found->key) != 0)))
      continue;
    if (headline && country_behind(f, found) == NULL && is_in_charge(found) &&
        (!is_in_charge(c) || c->m.kind != KITH_MENTION_NOMINAL || kith_finder_tails_differ(f, i, j)))
      continue;
    /* "to elect a president" is nobody */
    if (headline && c->indefinite && !c->subject && best != KITH_NONE)
      continue;
    /* who has been named before is somebody else */
    if (!headline &&
        (!kith_cluster_of(f, j)->named || kith_cluster_index(f, j) < i || kith_finder_tails_differ(f, i, j)))
      continue;
    /* an office that the text has without a name and then with one */
    gboolean named = kith_cluster_of(f, j)->named;
    if (best != KITH_NONE && found->noun.title && named != kith_cluster_of(f, best)->named) {
      best = named ? j : best;
      continue;
    }
    if (best != KITH_NONE && kith_cluster_index(f, best) != kith_cluster_index(f, j))
      return FALSE;
    best = j;
  }
  if (best != KITH_NONE)
    return kith_cluster_join(f, best, i);
  return (headline && (join_national(f, i) || join_so_named(f, i))) || join_lead(f, i);
}

/* Whether somebody's name has a title so. */
static gboolean
is_held(const KithFinder *f, const char *title)
{
  for (guint j = 0; j < f->found->len; j++)
    if (kith_found(f, j)->m.kind == KITH_MENTION_NAME && kith_finder_titled(f, j, title))
      return TRUE;
  return FALSE;
}

gboolean
kith_finder_join_stating(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const guint s = found->m.sentence, end = f->first[MIN(s + AHEAD, f->doc->sentences->len)];
  if (!found->noun.title || found->plural || !found->subject ||
      (!found->definite && kith_document_sentence(f->doc, s)->kind != KITH_SENTENCE_HEADLINE) ||
      found->m.type != KITH_ACTOR_PERSON || body_before(f, s) > 1)
    return FALSE;
  for (guint j = f->first[s]; j < end; j++) {
    const KithFound *c = kith_found(f, j);
    if (c->m.kind != KITH_MENTION_NAME || c->m.type != KITH_ACTOR_PERSON || kith_finder_inside(f, i, j))
      continue;
    const KithWord *words = kith_finder_words(f, c->m.sentence);
    const guint colon = kith_finder_speaks(f, j) ? (guint)words[c->m.head].head + 1 : KITH_NONE;
    if (colon < kith_finder_length(f, c->m.sentence) && strcmp(words[colon].form, ":") == 0)
      return c->core_begin == c->m.begin && c->m.sentence > s && !is_held(f, found->key) &&
             kith_cluster_join(f, j, i);
  }
  return FALSE;
}
