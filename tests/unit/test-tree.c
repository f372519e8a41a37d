/* Trees: children in order, subtrees, and what is no tree. */
#include <glib.h>

#include "syntax/tree.h"

/* 0 <- 1 -> 3 -> 2, 4 */
static const KithWord words[] = {
    {.form = "A", .head = 1, .deprel = KITH_DEP_NSUBJ_PASS},
    {.form = "saw", .head = KITH_HEAD_ROOT, .deprel = KITH_DEP_ROOT},
    {.form = "the", .head = 3, .deprel = KITH_DEP_DET},
    {.form = "cat", .head = 1, .deprel = KITH_DEP_OBJ},
    {.form = ".", .head = 1, .deprel = KITH_DEP_PUNCT},
};

static void
test_walk(void)
{
  g_autoptr(KithTree) tree = kith_tree_new(words, G_N_ELEMENTS(words));
  g_assert_cmpint(tree->root, ==, 1);
  g_assert_cmpint(kith_tree_first(tree, 1), ==, 0);
  g_assert_cmpint(kith_tree_next(tree, 0), ==, 3);
  g_assert_cmpint(kith_tree_next(tree, 3), ==, 4);
  g_assert_cmpint(kith_tree_next(tree, 4), ==, -1);
  g_assert_cmpint(tree->left[3], ==, 2);
  g_assert_cmpint(tree->right[3], ==, 3);
  g_assert_cmpint(tree->left[1], ==, 0);
  g_assert_cmpint(tree->right[1], ==, 4);
  g_assert_cmpint(kith_tree_child(tree, 1, KITH_DEP_NSUBJ), ==, -1);
  g_assert_cmpint(kith_tree_child_universal(tree, 1, KITH_DEP_NSUBJ), ==, 0);
  g_assert_cmpint(kith_tree_child(tree, 1, KITH_DEP_OBJ), ==, 3);
  g_assert_true(kith_tree_dominates(tree, 1, 2));
  g_assert_true(kith_tree_dominates(tree, 3, 3));
  g_assert_false(kith_tree_dominates(tree, 3, 0));
}

/* Cycles and heads out of range end in a forest, not in a loop. */
static void
test_no_tree(void)
{
  KithWord bad[] = {{.head = 1},  {.head = 2}, {.head = 0},
                    {.head = 99}, {.head = 4}, {.head = KITH_HEAD_UNSET}};
  g_autoptr(KithTree) tree = kith_tree_new(bad, G_N_ELEMENTS(bad));
  guint reached = 0;
  for (gint32 i = 0; i < (gint32)tree->n; i++)
    for (gint32 c = kith_tree_first(tree, i); c >= 0 && reached < 100; c = kith_tree_next(tree, c))
      reached++;
  g_assert_cmpuint(reached, <, tree->n);
  g_assert_false(kith_tree_dominates(tree, 3, 0));
  g_autoptr(KithTree) empty = kith_tree_new(NULL, 0);
  g_assert_cmpint(empty->root, ==, -1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tree/walk", test_walk);
  g_test_add_func("/tree/no-tree", test_no_tree);
  return g_test_run();
}
