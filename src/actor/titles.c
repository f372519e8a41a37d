/* What stands before a name inside its stretch: countries, titles, offices. */
#include <string.h>

#include "actor/spans.h"
#include "text/wordlist.h"

guint
kith_span_behind_country(const KithFinder *f, guint s, guint begin, guint end)
{
  for (guint k = MIN(begin + 3, end); k > begin; k--) {
    g_autofree char *text = kith_finder_text(f, s, begin, k);
    const KithGazetteerEntry *entry = kith_gazetteer_find(f->gazetteer, text, NULL);
    if (entry != NULL && (entry->type == KITH_ACTOR_COUNTRY || entry->type == KITH_ACTOR_PLACE))
      return k;
  }
  return begin;
}

/* Whether a word is made as names of trades are: "Beekeeper". */
static gboolean
is_agent(const char *form)
{
  static const char *const endings[] = {"maker",  "keeper",  "worker",  "player",   "fighter", "owner",
                                        "seller", "writer",  "grower",  "driver",   "runner",  "holder",
                                        "leader", "founder", "ologist", "ographer", "woman",   NULL};
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix(form, endings[i]))
      return TRUE;
  return FALSE;
}

/* Where a person's name begins whose office of several words was tagged with it, "Foreign Minister Roe"; 0
 * for none. */
static guint
behind_office(const KithFinder *f, guint s, guint begin, guint end)
{
  const KithWord *words = kith_finder_words(f, s);
  if (kith_gazetteer_given_name(f->gazetteer, words[begin].form, NULL) ||
      (words[begin].upos != KITH_ADJ && kith_span_noun(f, &words[begin]).kind == KITH_NOUN_UNKNOWN))
    return 0; /* "Acme President Jane Roe" has the name of a body before it */
  for (guint k = end - 1; k-- > begin + 1;) {
    const KithNoun noun = kith_span_noun(f, &words[k]);
    if (noun.title && noun.kind == KITH_NOUN_PERSON && words[k].head > (gint32)k &&
        words[k - 1].head == (gint32)k)
      return k + 1;
  }
  return 0;
}

guint
kith_span_behind_titles(const KithFinder *f, guint s, guint begin, guint end, KithName ner)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint k = end - 1; k-- > begin;)
    if (g_str_has_suffix(words[k].form, ".") && strlen(words[k].form) > 2 &&
        kith_span_noun(f, &words[k]).title)
      return k + 1; /* "Education Mr. Weber" */
  const guint office = ner == KITH_NAME_PER ? behind_office(f, s, begin, end) : 0;
  if (office > 0)
    return office;
  guint i = kith_span_behind_country(f, s, begin, end);
  if (i + 1 >= end || !kith_span_noun(f, &words[i]).title)
    i = begin;
  /* "Sultan Ahmed Roe" behind "Foreign Minister" */
  if (i > 0 && i == begin && kith_is_honorific(words[i].form, strlen(words[i].form)) &&
      kith_span_noun(f, &words[i - 1]).title)
    return i;
  KithNoun first = kith_span_noun(f, &words[i]);
  gboolean known = first.kind == KITH_NOUN_PERSON && !first.doubtful && !first.title &&
                   words[i].upos != KITH_ADJ; /* "National Institute" */
  if (i + 2 < end &&
      (known || (i == 0 && is_agent(words[i].form)) ||
       ((ner != KITH_NAME_ORG ||
         kith_span_noun(f, &words[end - 1]).kind == KITH_NOUN_UNKNOWN) && /* "the Danish Bee Society" */
        kith_gazetteer_find_use(f->gazetteer, words[i].form, KITH_GAZ_DEMONYM) != NULL)) &&
      (!kith_gazetteer_given_name(f->gazetteer, words[i].form, NULL) ||
       (i > 0 && kith_is_article(&words[i - 1]))))
    i++; /* "Goalkeeper John Roe", "the Dane John Roe" */
  while (i + 1 < end && kith_span_noun(f, &words[i]).title) {
    i++;
    if (i + 2 < end && (kith_word_is(&words[i], "of") || kith_word_is(&words[i], "for"))) {
      guint k = i + 1;
      while (k + 1 < end && !kith_gazetteer_given_name(f->gazetteer, words[k].form, NULL))
        k++;
      if (k + 1 == end)
        return begin;
      i = k;
    }
  }
  return i;
}
