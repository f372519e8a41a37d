/* A sentence's dependency tree, made for walking down: the parser gives heads, this gives children. */
#pragma once

#include "text/document.h"

typedef struct {
  const KithWord *words;
  guint n;
  gint32 root;         /* the first root; -1 in an empty sentence */
  gint32 *first_child; /* by word: its leftmost child, -1 for none */
  gint32 *next_sibling;
  gint32 *left, *right; /* by word: the ends of its subtree, the last word included */
} KithTree;

/* The tree of n words whose heads are set; a head out of range counts as a root and a cycle is cut. It lends
 * the words. */
KithTree *kith_tree_new(const KithWord *words, guint n);
void kith_tree_free(KithTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithTree, kith_tree_free)

/* for (gint32 c = kith_tree_first(t, i); c >= 0; c = kith_tree_next(t, c)) walks the children left to right.
 */
static inline gint32
kith_tree_first(const KithTree *tree, gint32 word)
{
  return tree->first_child[word];
}

static inline gint32
kith_tree_next(const KithTree *tree, gint32 child)
{
  return tree->next_sibling[child];
}

/* The first child with this relation (exact), -1 for none. */
gint32 kith_tree_child(const KithTree *tree, gint32 word, KithDeprel deprel);
/* The same, subtypes counting as their universal relation. */
gint32 kith_tree_child_universal(const KithTree *tree, gint32 word, KithDeprel universal);
/* Whether word lies in the subtree of ancestor (a word is in its own). */
gboolean kith_tree_dominates(const KithTree *tree, gint32 ancestor, gint32 word);
