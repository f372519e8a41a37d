/* Several peoples with one noun: "Indian and Pakistani troops" are two, whom a clause may have for both its
 * ends. */
#include <string.h>

#include "actor/finder.h"

/* Whose adjective or name a word before a noun is; NULL. */
static const KithGazetteerEntry *
land_at(const KithFinder *f, guint s, guint word)
{
  const KithGazetteerEntry *entry = f->demonyms[s][word];
  if (entry == NULL && f->owner[s][word] != 0)
    entry = kith_found(f, f->owner[s][word] - 1)->entry;
  return entry != NULL && entry->type == KITH_ACTOR_COUNTRY ? entry : NULL;
}

/* The words before a noun that are coordinated and each of another country, in order (guint); none where the
 * coordination has anything else. Owned by the caller. */
static GArray *
lands_before(const KithFinder *f, guint s, guint noun)
{
  const KithTree *tree = f->trees[s];
  GArray *lands = g_array_new(FALSE, FALSE, sizeof(guint));
  gint32 first = kith_tree_first(tree, (gint32)noun);
  while (first >= 0 && (guint)first < noun && kith_tree_child(tree, first, KITH_DEP_CONJ) < 0)
    first = kith_tree_next(tree, first);
  if (first < 0 || (guint)first >= noun || land_at(f, s, (guint)first) == NULL)
    return lands;
  const guint begin = (guint)first;
  g_array_append_val(lands, begin);
  for (gint32 c = kith_tree_first(tree, first); c >= 0; c = kith_tree_next(tree, c)) {
    if (tree->words[c].deprel != KITH_DEP_CONJ)
      continue;
    const guint word = (guint)c;
    const guint last = g_array_index(lands, guint, lands->len - 1);
    if (word >= noun || word < last || land_at(f, s, word) == NULL ||
        land_at(f, s, word) == land_at(f, s, last)) {
      g_array_set_size(lands, 0);
      return lands;
    }
    g_array_append_val(lands, word);
  }
  return lands;
}

/* Whether those whom a noun means do something to each other, so far as a tree tells: a clause has them for
 * its subject and no other for its object, or something is between them. Others are as good as one. */
static gboolean
is_apart(const KithFinder *f, const KithFound *noun)
{
  const KithTree *tree = f->trees[noun->m.sentence];
  const KithWord *marker = kith_finder_case(f, noun->m.sentence, noun->m.head);
  if (marker != NULL)
    return kith_word_is(marker, "between") || kith_word_is(marker, "among");
  const KithWord *head = &tree->words[noun->m.head];
  if (head->deprel != KITH_DEP_NSUBJ || head->head < 0)
    return FALSE;
  const gint32 object = kith_tree_child(tree, head->head, KITH_DEP_OBJ);
  for (guint i = f->found->len; object >= 0 && i-- > 0 && kith_found(f, i)->m.sentence == noun->m.sentence;)
    if (kith_found(f, i)->m.head == (guint)object)
      return FALSE;
  return object < 0 || f->owner[noun->m.sentence][object] == 0;
}

/* One of the peoples: as the noun's mention, but for its own word and country. An office that the article
 * makes one is held by one of each: "the Greek and Turkish presidents". */
static void
add_people(KithFinder *f, const KithFound *noun, guint word, gboolean last)
{
  guint s = noun->m.sentence, head = noun->m.head;
  KithFound found = {.m = noun->m,
                     .noun = noun->noun,
                     .gender = noun->gender,
                     .tie = land_at(f, s, word),
                     .plural = noun->plural,
                     .many = noun->many,
                     .definite = noun->definite,
                     .indefinite = noun->indefinite,
                     .shared = head + 1};
  found.m.begin = found.core_begin = found.m.head = word;
  found.m.end = last ? head + 1 : word + 1;
  found.core_end = word + 1;
  found.key = g_strdup(noun->key);
  gboolean body = strcmp(noun->key, "government") == 0;
  if (body || (noun->definite && noun->noun.title && noun->noun.kind == KITH_NOUN_PERSON)) {
    found.plural = found.many = FALSE;
    found.m.type = body ? KITH_ACTOR_ORGANIZATION : KITH_ACTOR_PERSON;
  }
  g_array_append_val(f->found, found);
}

void
kith_finder_share(KithFinder *f, guint s)
{
  const guint n = f->found->len;
  for (guint i = n; i-- > 0 && kith_found(f, i)->m.sentence == s;) {
    const KithFound noun = *kith_found(f, i);
    if (noun.m.kind != KITH_MENTION_NOMINAL || !is_apart(f, &noun) ||
        (!noun.plural && !kith_word_is(&f->trees[s]->words[noun.m.head], "police")))
      continue;
    g_autoptr(GArray) lands = lands_before(f, s, noun.m.head);
    for (guint k = 0; lands->len > 1 && k < lands->len; k++)
      add_people(f, &noun, g_array_index(lands, guint, k), k + 1 == lands->len);
  }
}

gboolean
kith_finder_join_shared(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const guint s = found->m.sentence;
  if (found->shared != 0)
    return FALSE;
  g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint j = f->first[s]; j < f->first[s + 1]; j++)
    if (kith_found(f, j)->shared == found->m.head + 1) {
      guint cluster = kith_cluster_index(f, j);
      g_array_append_val(members, cluster);
    }
  if (members->len == 0)
    return FALSE;
  kith_finder_give_members(f, i, g_steal_pointer(&members));
  return TRUE;
}

char *
kith_finder_shared_label(const KithFinder *f, const KithFound *found)
{
  const KithTree *tree = f->trees[found->m.sentence];
  guint noun = found->shared - 1, begin = noun;
  while (begin > found->m.head + 1 && tree->words[begin - 1].head == (gint32)noun)
    begin--;
  g_autofree char *land = kith_finder_text(f, found->m.sentence, found->m.head, found->m.head + 1);
  g_autofree char *rest = kith_finder_text(f, found->m.sentence, begin, noun + 1);
  return g_strconcat(land, " ", rest, NULL);
}
