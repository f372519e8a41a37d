/* Who somebody is told to be: "X is the minister", "X became chairman", "as the largest donor, X". */
#include <string.h>

#include "actor/finder.h"

static gboolean
is_negated(const KithTree *tree, gint32 word)
{
  for (gint32 c = kith_tree_first(tree, word); c >= 0; c = kith_tree_next(tree, c))
    if (kith_word_is(&tree->words[c], "not") || kith_word_is(&tree->words[c], "never") ||
        kith_word_is(&tree->words[c], "n't") || kith_word_is(&tree->words[c], "no"))
      return TRUE;
  return FALSE;
}

/* The subject of a nominal predicate, also of "continues to be the donor"; -1. */
static gint32
predicate_subject(const KithTree *tree, gint32 head)
{
  gint32 subject = kith_tree_child(tree, head, KITH_DEP_NSUBJ), verb = tree->words[head].head;
  if (subject >= 0 || tree->words[head].deprel != KITH_DEP_XCOMP || verb < 0 ||
      !kith_word_is(&tree->words[verb], "continue"))
    return subject;
  subject = kith_tree_child(tree, verb, KITH_DEP_NSUBJ);
  return subject < 0 && tree->words[verb].deprel == KITH_DEP_CONJ
             ? kith_tree_child(tree, tree->words[verb].head, KITH_DEP_NSUBJ)
             : subject;
}

/* "Ana Roe, a cook and daughter of", "Ana Roe was a cook and the daughter of": all that one apposition or
 * predicate says is said of the name before it. */
static void
join_also(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const guint s = found->m.sentence, head = found->m.head;
  const KithTree *tree = f->trees[s];
  const gint32 first = tree->words[head].head, cc = kith_tree_child(tree, (gint32)head, KITH_DEP_CC);
  if (found->m.kind != KITH_MENTION_NOMINAL || found->m.type != KITH_ACTOR_PERSON || found->plural ||
      tree->words[head].deprel != KITH_DEP_CONJ || first < 0 || cc < 1 ||
      !kith_word_is(&tree->words[cc], "and") || tree->words[cc - 1].upos == KITH_PUNCT ||
      kith_finder_case(f, s, head) != NULL || kith_tree_child(tree, (gint32)head, KITH_DEP_NMOD_POSS) >= 0 ||
      kith_tree_child(tree, (gint32)head, KITH_DEP_NSUBJ) >= 0)
    return;
  const gboolean predicate = kith_tree_child(tree, first, KITH_DEP_COP) >= 0 && !is_negated(tree, first);
  const gint32 described = tree->words[first].deprel == KITH_DEP_APPOS ? tree->words[first].head
                           : predicate                                 ? predicate_subject(tree, first)
                                                                       : -1;
  const guint other = described >= 0 ? kith_finder_at_head(f, s, (guint)described) : KITH_NONE;
  if (other != KITH_NONE && kith_found(f, other)->m.kind == KITH_MENTION_NAME &&
      kith_finder_may_unite(f, i, other))
    kith_finder_unite(f, other, i);
}

/* "X is the minister": subject and nominal predicate. */
static void
join_copula(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence;
  const KithTree *tree = f->trees[s];
  gint32 head = (gint32)found->m.head;
  if (found->m.kind == KITH_MENTION_PRONOUN || kith_tree_child(tree, head, KITH_DEP_COP) < 0 ||
      is_negated(tree, head))
    return;
  gint32 subject = predicate_subject(tree, head);
  if (subject < 0 || kith_finder_case(f, s, found->m.head) != NULL)
    return;
  for (gint32 c = kith_tree_first(tree, head); c >= 0; c = kith_tree_next(tree, c))
    if (tree->words[c].deprel == KITH_DEP_AUX && tree->words[c].xpos != NULL &&
        strcmp(tree->words[c].xpos, "MD") == 0)
      return;
  guint other = kith_finder_at_head(f, s, (guint)subject);
  if (other != KITH_NONE && kith_found(f, other)->m.kind != KITH_MENTION_PRONOUN &&
      kith_finder_may_unite(f, other, i))
    kith_finder_unite(f, other, i);
}

/* "As the largest donor, Chad ...": a description behind the first word is the subject's. */
static void
join_as(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const guint s = found->m.sentence;
  const KithTree *tree = f->trees[s];
  const KithWord *marker = kith_finder_case(f, s, found->m.head);
  const gint32 verb = tree->words[found->m.head].head;
  const gint32 subject = verb > (gint32)found->m.head ? kith_tree_child(tree, verb, KITH_DEP_NSUBJ) : -1;
  if (found->m.kind != KITH_MENTION_NOMINAL || found->m.begin != 1 || marker != &tree->words[0] ||
      !kith_word_is(marker, "as") || subject < (gint32)found->m.head)
    return;
  const guint other = kith_finder_at_head(f, s, (guint)subject);
  if (other != KITH_NONE && kith_found(f, other)->m.kind == KITH_MENTION_NAME &&
      kith_finder_may_unite(f, i, other))
    kith_finder_unite(f, other, i);
}

/* The verb's argument in a relation, which is no pronoun; KITH_NONE. */
static guint
argument_of(const KithFinder *f, guint s, gint32 verb, KithDeprel relation)
{
  gint32 child = kith_tree_child(f->trees[s], verb, relation);
  guint at = child >= 0 ? kith_finder_at_head(f, s, (guint)child) : KITH_NONE;
  gboolean relative = at != KITH_NONE && kith_found(f, at)->m.kind == KITH_MENTION_PRONOUN &&
                      kith_found(f, at)->person == 0 && kith_cluster_of(f, at)->mentions->len > 1;
  if (relative) /* "who later served as": whom it means */
    at = g_array_index(kith_cluster_of(f, at)->mentions, guint, 0);
  return at != KITH_NONE && kith_found(f, at)->m.kind != KITH_MENTION_PRONOUN ? at : KITH_NONE;
}

/* "X became chairman", "X serves as an adviser", "X was elected president", "they named X director". */
static void
join_became(KithFinder *f, guint i)
{
  static const char *const becoming[] = {"become", "remain", NULL};
  static const char *const serving[] = {"serve", "work",    "act",     "resign", "retire",
                                        "quit",  "succeed", "replace", "follow", NULL};
  static const char *const naming[] = {"elect", "appoint", "name", "nominate", NULL};
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence;
  const KithTree *tree = f->trees[s];
  const KithWord *word = &tree->words[found->m.head];
  const KithWord *marker = kith_finder_case(f, s, found->m.head);
  KithDeprel role = kith_deprel_universal((KithDeprel)word->deprel);
  const gboolean body = found->m.type == KITH_ACTOR_ORGANIZATION;
  if (found->m.kind != KITH_MENTION_NOMINAL || (found->m.type != KITH_ACTOR_PERSON && !body) ||
      found->plural || word->head < 0 || (guint)word->head > found->m.head || kith_cluster_of(f, i)->named)
    return;
  const KithWord *verb = &tree->words[word->head];
  gboolean as = marker != NULL && kith_word_is(marker, "as");
  gboolean object = (role == KITH_DEP_OBJ || role == KITH_DEP_XCOMP) && (marker == NULL || as);
  guint other = KITH_NONE;
  if ((object && !body && kith_word_in(verb, becoming)) || (as && kith_word_in(verb, serving)))
    other = argument_of(f, s, word->head, KITH_DEP_NSUBJ);
  else if (!body && (object || as) && kith_word_in(verb, naming)) {
    other = argument_of(f, s, word->head, KITH_DEP_NSUBJ_PASS);
    if (other == KITH_NONE)
      other = argument_of(f, s, word->head, KITH_DEP_OBJ);
  } else if (!body && as && role == KITH_DEP_OBL && verb->upos == KITH_VERB) {
    /* "won a third term as president": nobody else is seen so */
    guint seen = argument_of(f, s, word->head, KITH_DEP_OBJ);
    if (seen == KITH_NONE && kith_tree_child(tree, word->head, KITH_DEP_NSUBJ_PASS) < 0)
      other = argument_of(f, s, word->head, KITH_DEP_NSUBJ);
  }
  if (other != KITH_NONE && other != i && kith_found(f, other)->m.type == found->m.type &&
      kith_finder_may_unite(f, other, i))
    kith_finder_unite(f, other, i);
}

void
kith_finder_join_predicates(KithFinder *f, guint i)
{
  join_also(f, i);
  join_copula(f, i);
  join_as(f, i);
  join_became(f, i);
}
