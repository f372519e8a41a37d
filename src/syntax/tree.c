#include "syntax/tree.h"

/* Whether following heads from word comes back to word. */
static gboolean
in_cycle(const gint32 *heads, guint n, gint32 word)
{
  gint32 at = heads[word];
  for (guint steps = 0; at >= 0 && steps < n; steps++) {
    if (at == word)
      return TRUE;
    at = heads[at];
  }
  return FALSE;
}

KithTree *
kith_tree_new(const KithWord *words, guint n)
{
  KithTree *tree = g_new0(KithTree, 1);
  tree->words = words;
  tree->n = n;
  tree->root = -1;
  gint32 *block = g_new(gint32, 5 * (gsize)MAX(n, 1));
  tree->first_child = block;
  tree->next_sibling = block + n;
  tree->left = block + 2 * (gsize)n;
  tree->right = block + 3 * (gsize)n;
  gint32 *heads = block + 4 * (gsize)n;
  for (guint i = 0; i < n; i++) {
    gint32 head = words[i].head;
    heads[i] = head >= 0 && head < (gint32)n && head != (gint32)i ? head : -1;
    tree->first_child[i] = tree->next_sibling[i] = -1;
    tree->left[i] = tree->right[i] = (gint32)i;
  }
  for (guint i = 0; i < n; i++)
    if (in_cycle(heads, n, (gint32)i))
      heads[i] = -1;
  for (gint32 i = (gint32)n - 1; i >= 0; i--) {
    if (heads[i] < 0) {
      tree->root = i;
      continue;
    }
    tree->next_sibling[i] = tree->first_child[heads[i]];
    tree->first_child[heads[i]] = i;
    for (gint32 h = heads[i]; h >= 0; h = heads[h]) {
      tree->left[h] = MIN(tree->left[h], i);
      tree->right[h] = MAX(tree->right[h], i);
    }
  }
  return tree;
}

void
kith_tree_free(KithTree *tree)
{
  if (tree == NULL)
    return;
  g_free(tree->first_child);
  g_free(tree);
}

gint32
kith_tree_child(const KithTree *tree, gint32 word, KithDeprel deprel)
{
  for (gint32 c = tree->first_child[word]; c >= 0; c = tree->next_sibling[c])
    if (tree->words[c].deprel == deprel)
      return c;
  return -1;
}

gint32
kith_tree_child_universal(const KithTree *tree, gint32 word, KithDeprel universal)
{
  for (gint32 c = tree->first_child[word]; c >= 0; c = tree->next_sibling[c])
    if (kith_deprel_universal((KithDeprel)tree->words[c].deprel) == universal)
      return c;
  return -1;
}

gboolean
kith_tree_dominates(const KithTree *tree, gint32 ancestor, gint32 word)
{
  for (guint steps = 0; word >= 0 && steps <= tree->n; steps++) {
    if (word == ancestor)
      return TRUE;
    gint32 head = tree->words[word].head;
    word = head < (gint32)tree->n ? head : -1;
  }
  return FALSE;
}
