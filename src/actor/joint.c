/* Several nouns for people with one article or complement mean one group: "the families and friends of the
 * victims". */
#include <string.h>

#include "actor/finder.h"
#include "actor/spans.h"

/* "Loved ones". */
static gboolean
is_loved_one(const KithTree *tree, guint word)
{
  const gint32 how = kith_tree_child(tree, (gint32)word, KITH_DEP_AMOD);
  return kith_word_is(&tree->words[word], "one") && how >= 0 &&
         (kith_word_is(&tree->words[how], "love") || kith_word_is(&tree->words[how], "loved"));
}

/* Whether a word is a common noun for several people. */
static gboolean
is_people(const KithFinder *f, guint s, guint word)
{
  const KithTree *tree = f->trees[s];
  const KithWord *w = &tree->words[word];
  if (w->upos != KITH_NOUN)
    return FALSE;
  KithNoun noun = kith_span_noun(f, w);
  return is_loved_one(tree, word) || kith_word_is(w, "family") ||
         (kith_word_plural(w) && (noun.kind == KITH_NOUN_PERSON || noun.kind == KITH_NOUN_GROUP) &&
          !noun.doubtful);
}

/* Whether nothing stands before a noun that could belong to it alone; a first one may have an article or an
 * owner. */
static gboolean
is_bare(const KithTree *tree, guint word, gboolean first)
{
  for (gint32 c = kith_tree_first(tree, (gint32)word); c >= 0 && (guint)c < word;
       c = kith_tree_next(tree, c)) {
    KithDeprel rel = (KithDeprel)tree->words[c].deprel;
    gboolean whose = rel == KITH_DEP_NMOD_POSS || (rel == KITH_DEP_DET && kith_is_article(&tree->words[c]));
    gboolean clause =
        rel == KITH_DEP_NSUBJ || rel == KITH_DEP_COP || rel == KITH_DEP_AUX; /* of a predicate */
    if (rel != KITH_DEP_CC && rel != KITH_DEP_CASE && rel != KITH_DEP_PUNCT &&
        !(first && (whose || clause)) && !(is_loved_one(tree, word) && rel == KITH_DEP_AMOD))
      return FALSE;
  }
  return TRUE;
}

/* Whether two nouns are those who are close to somebody. */
static gboolean
are_close(const KithTree *tree, guint a, guint b)
{
  static const char *const close[] = {"family",    "friend",   "relative", "colleague",
                                      "neighbour", "neighbor", NULL};
  return (kith_word_in(&tree->words[a], close) || is_loved_one(tree, a)) &&
         (kith_word_in(&tree->words[b], close) || is_loved_one(tree, b));
}

/* Whether the two may do something to each other, so far as a tree tells: who is between them or does what a
 * clause tells need not be one, unless a phrase behind the last is of both. */
static gboolean
may_differ(const KithFinder *f, guint s, guint first, guint last)
{
  const KithTree *tree = f->trees[s];
  const KithWord *marker = kith_finder_case(f, s, first);
  if (marker != NULL && (kith_word_is(marker, "between") || kith_word_is(marker, "among")))
    return TRUE;
  const gint32 of = kith_tree_child(tree, (gint32)last, KITH_DEP_NMOD);
  return kith_deprel_universal((KithDeprel)tree->words[first].deprel) == KITH_DEP_NSUBJ &&
         (of < 0 || !kith_word_is(kith_finder_case(f, s, (guint)of), "of"));
}

guint
kith_finder_joint_last(const KithFinder *f, guint s, guint word)
{
  const KithTree *tree = f->trees[s];
  const gint32 last = kith_tree_child(tree, (gint32)word, KITH_DEP_CONJ);
  if (last <= (gint32)word || (guint)last > word + 3 || !kith_word_is(&tree->words[word + 1], "and") ||
      tree->words[word].deprel == KITH_DEP_CONJ || kith_tree_first_conjunct(tree, (guint)last) != word ||
      !is_people(f, s, word) || !is_people(f, s, (guint)last) || !is_bare(tree, word, TRUE) ||
      !is_bare(tree, (guint)last, FALSE))
    return word;
  return are_close(tree, word, (guint)last) || !may_differ(f, s, word, (guint)last) ? (guint)last : word;
}

gboolean
kith_finder_is_joint(const KithFinder *f, guint s, guint word)
{
  const KithWord *w = &f->trees[s]->words[word];
  return w->deprel == KITH_DEP_CONJ && w->head >= 0 && w->head < (gint32)word &&
         kith_finder_joint_last(f, s, (guint)w->head) == word;
}
