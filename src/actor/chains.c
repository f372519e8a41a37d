/* What refers to one thing, pronouns of no known one too, with whole phrases. */
#include <string.h>

#include "actor/finder.h"

/* Whether what hangs on a phrase's head by this relation is no part of the phrase. */
static gboolean
is_outside(const KithTree *tree, guint head, guint child)
{
  const KithWord *word = &tree->words[child];
  switch (kith_deprel_universal((KithDeprel)word->deprel)) {
  case KITH_DEP_CC:
  case KITH_DEP_CONJ:
  case KITH_DEP_APPOS:
  case KITH_DEP_PARATAXIS:
  case KITH_DEP_COP:
  case KITH_DEP_AUX:
  case KITH_DEP_MARK:
  case KITH_DEP_NSUBJ:
  case KITH_DEP_CSUBJ:
  case KITH_DEP_EXPL:
  case KITH_DEP_ADVCL:
  case KITH_DEP_DISCOURSE:
  case KITH_DEP_VOCATIVE:
  case KITH_DEP_DISLOCATED:
  case KITH_DEP_OBL:
    return TRUE;
  case KITH_DEP_CASE:
    return !(child > head && word->upos == KITH_PART); /* the owner's mark is */
  case KITH_DEP_ADVMOD:
    /* "only the army"; but "nearly all troops" */
    return child < head && word->upos == KITH_ADV && kith_tree_child(tree, (gint32)head, KITH_DEP_COP) >= 0;
  default:
    return FALSE;
  }
}

/* The child of head in whose subtree a word lies; head itself for head. */
static gint32
branch_of(const KithTree *tree, guint head, guint word)
{
  gint32 at = (gint32)word;
  while (at >= 0 && at != (gint32)head && tree->words[at].head != (gint32)head)
    at = tree->words[at].head;
  return at;
}

/* The whole phrase of a head: all that hangs on it without a gap, but for what is_outside says. */
static void
whole_phrase(const KithTree *tree, guint head, guint *begin, guint *end)
{
  guint a = head, b = head + 1;
  while (a > 0 && kith_tree_dominates(tree, (gint32)head, (gint32)a - 1)) {
    gint32 branch = branch_of(tree, head, a - 1);
    if (branch < 0 || is_outside(tree, head, (guint)branch))
      break;
    a--;
  }
  while (b < tree->n && kith_tree_dominates(tree, (gint32)head, (gint32)b)) {
    gint32 branch = branch_of(tree, head, b);
    if (branch < 0 || is_outside(tree, head, (guint)branch))
      break;
    b++;
  }
  while (a < head && tree->words[a].upos == KITH_PUNCT)
    a++;
  while (b > head + 1 && tree->words[b - 1].upos == KITH_PUNCT)
    b--;
  *begin = a;
  *end = b;
}

GArray *
kith_finder_chains(const KithFinder *f)
{
  GArray *chains = g_array_new(FALSE, FALSE, sizeof(KithChainLink));
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    if (found->m.kind == KITH_MENTION_PRONOUN && found->person == 0)
      continue; /* a relative one stands inside the phrase that it means */
    KithChainLink link = {.sentence = found->m.sentence,
                          .chain = kith_cluster_index(f, i),
                          .kind = found->m.kind,
                          .type = found->m.type};
    whole_phrase(f->trees[link.sentence], found->m.head, &link.begin, &link.end);
    link.begin = MIN(link.begin, found->core_begin);
    link.end = MAX(link.end, found->core_end);
    g_array_append_val(chains, link);
  }
  return chains;
}
