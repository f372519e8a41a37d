/* "The Clean Rivers Initiative": what is named as an undertaking is a body where it acts, or has people. */
#include "actor/spans.h"

/* Whether a word is the noun of such a name. */
static gboolean
is_undertaking(const KithWord *word)
{
  static const char *const nouns[] = {"project",   "initiative",  "programme", "program", "campaign",
                                      "scheme",    "mission",     "network",   "appeal",  "partnership",
                                      "challenge", "observatory", NULL};
  return word->upos == KITH_PROPN && kith_word_capitalized(word) && kith_word_in(word, nouns);
}

/* Whether only who can act stands where a word does: as the subject of a verb, whom one joins, who has a
 * head. */
static gboolean
stands_for_people(const KithFinder *f, guint s, guint word)
{
  static const char *const joined[] = {"join", "found", "lead", "head", "direct", "run", "chair", NULL};
  static const char *const had[] = {"director",    "founder", "co-founder", "chairman",    "chairwoman",
                                    "head",        "leader",  "spokesman",  "spokeswoman", "spokesperson",
                                    "coordinator", "member",  "manager",    "president",   "panel",
                                    "volunteer",   NULL};
  static const char *const happening[] = {"be",     "begin", "start", "end", "take",
                                          "happen", "run",   "last",  NULL};
  const KithTree *tree = f->trees[s];
  const KithWord *w = &tree->words[word];
  if (w->head < 0)
    return FALSE;
  const KithWord *on = &tree->words[w->head];
  switch (w->deprel) {
  case KITH_DEP_NSUBJ:
    return on->upos == KITH_VERB && !kith_word_in(on, happening);
  case KITH_DEP_OBJ:
    return on->upos == KITH_VERB && kith_word_in(on, joined);
  case KITH_DEP_NMOD:
  case KITH_DEP_NMOD_POSS:
    return on->upos == KITH_NOUN && kith_word_in(on, had);
  default:
    return FALSE;
  }
}

void
kith_spans_add_undertakings(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint w = 1; w < kith_finder_length(f, s); w++) {
    if (!is_undertaking(&words[w]) || !stands_for_people(f, s, w))
      continue;
    guint begin = w;
    while (begin > 0 && kith_word_capitalized(&words[begin - 1]) && f->demonyms[s][begin - 1] == NULL &&
           !kith_is_article(&words[begin - 1]) &&
           (words[begin - 1].upos == KITH_PROPN || words[begin - 1].upos == KITH_ADJ ||
            words[begin - 1].upos == KITH_NOUN))
      begin--;
    gboolean taken = begin + 1 > w || kith_document_sentence(f->doc, s)->kind != KITH_SENTENCE_BODY;
    for (guint i = 0; i < spans->len && !taken; i++) {
      const KithNameSpan *span = &g_array_index(spans, KithNameSpan, i);
      taken = span->begin <= w && begin < span->end;
    }
    KithNameSpan span = {begin, w + 1, KITH_NAME_ORG, NULL, KITH_GAZ_NAME, TRUE};
    if (!taken)
      g_array_append_val(spans, span);
  }
}
