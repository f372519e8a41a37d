/* Governments that are called after who heads them: "Roe's regime" and "the Roe regime" are one, which "the
 * regime" alone means as well. */
#include <string.h>

#include "actor/finder.h"

static const char *const headed[] = {"regime", "administration", "government", "cabinet", NULL};

/* Whether a word is a person's name as far as is known; part of a longer mention it is no one's. */
static gboolean
may_be_person(const KithFinder *f, guint s, guint word)
{
  const guint at = kith_finder_at_head(f, s, word);
  return kith_finder_words(f, s)[word].upos == KITH_PROPN && f->demonyms[s][word] == NULL &&
         (at == KITH_NONE ||
          (kith_found(f, at)->m.type == KITH_ACTOR_PERSON && kith_found(f, at)->entry == NULL));
}

/* After whom a government is called: the last word of the name in lower case, owned by the caller; NULL. */
static char *
namesake(const KithFinder *f, const KithFound *found)
{
  const guint s = found->m.sentence;
  const KithTree *tree = f->trees[s];
  if (found->m.kind != KITH_MENTION_NOMINAL || found->many || !g_strv_contains(headed, found->key))
    return NULL;
  for (gint32 c = kith_tree_first(tree, (gint32)found->m.head); c >= 0; c = kith_tree_next(tree, c)) {
    const KithDeprel rel = (KithDeprel)tree->words[c].deprel;
    const KithWord *marker = rel == KITH_DEP_NMOD ? kith_finder_case(f, s, (guint)c) : NULL;
    if ((rel != KITH_DEP_COMPOUND && rel != KITH_DEP_NMOD_POSS &&
         (marker == NULL || !kith_word_is(marker, "of"))) ||
        !may_be_person(f, s, (guint)c))
      continue;
    gint32 last = c;
    for (gint32 d = kith_tree_first(tree, c); d >= 0; d = kith_tree_next(tree, d))
      last = tree->words[d].deprel == KITH_DEP_FLAT ? d : last;
    return g_utf8_strdown(tree->words[last].form, -1);
  }
  return NULL;
}

/* Whether nothing stands by the noun but an article, or the adjective of a country: "the Peruvian regime". */
static gboolean
is_plain(const KithFinder *f, const KithFound *found)
{
  static const char *const alone[] = {"regime", "administration", NULL};
  const guint before = found->m.head - found->m.begin;
  return found->m.kind == KITH_MENTION_NOMINAL && !found->many && g_strv_contains(alone, found->key) &&
         found->m.end == found->m.head + 1 &&
         ((before == 1 && found->definite) ||
          (before >= 1 && before <= 2 && f->demonyms[found->m.sentence][found->m.head - 1] != NULL &&
           strcmp(found->key, "regime") == 0));
}

void
kith_finder_resolve_regimes(KithFinder *f)
{
  g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) only = g_hash_table_new(g_str_hash, g_str_equal); /* by noun; 0: several */
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    g_autofree char *name = namesake(f, found);
    if (name == NULL)
      continue;
    g_autofree char *called = g_strconcat(name, " ", found->key, NULL);
    const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(first, called));
    if (known > 0) {
      kith_cluster_join(f, known - 1, i);
      continue;
    }
    g_hash_table_insert(first, g_steal_pointer(&called), GUINT_TO_POINTER(i + 1));
    g_hash_table_insert(only, found->key,
                        GUINT_TO_POINTER(g_hash_table_contains(only, found->key) ? 0 : i + 1));
  }
  for (guint i = 0; i < f->found->len; i++) {
    const guint meant = GPOINTER_TO_UINT(g_hash_table_lookup(only, kith_found(f, i)->key));
    if (meant > 0 && is_plain(f, kith_found(f, i)))
      kith_cluster_join(f, meant - 1, i);
  }
}
