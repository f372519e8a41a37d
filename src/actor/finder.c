#include "actor/finder.h"

#include <string.h>

char *
kith_finder_text(const KithFinder *f, guint sentence, guint begin, guint end)
{
  const KithWord *words = kith_finder_words(f, sentence);
  GString *text = g_string_new(NULL);
  for (guint i = begin; i < end; i++) {
    if (i > begin && (words[i].flags & KITH_WORD_SPACE_BEFORE))
      g_string_append_c(text, ' ');
    g_string_append(text, words[i].form);
  }
  return g_string_free(text, FALSE);
}

char *
kith_word_lemma(const KithWord *word)
{
  gboolean given = word->lemma != NULL && strcmp(word->lemma, "_") != 0;
  return g_utf8_strdown(given ? word->lemma : word->form, -1);
}

gboolean
kith_word_is(const KithWord *word, const char *lemma)
{
  if (word->lemma != NULL && g_ascii_strcasecmp(word->lemma, lemma) == 0)
    return TRUE;
  return g_ascii_strcasecmp(word->form, lemma) == 0;
}

gboolean
kith_word_in(const KithWord *word, const char *const *list)
{
  for (; *list != NULL; list++)
    if (kith_word_is(word, *list))
      return TRUE;
  return FALSE;
}

gboolean
kith_word_is_date(const KithWord *word)
{
  static const char *const dates[] = {"Monday",    "Tuesday", "Wednesday", "Thursday", "Friday",
                                      "Saturday",  "Sunday",  "January",   "February", "March",
                                      "April",     "May",     "June",      "July",     "August",
                                      "September", "October", "November",  "December", NULL};
  return g_strv_contains(dates, word->form);
}

gboolean
kith_word_capitalized(const KithWord *word)
{
  return g_unichar_isupper(g_utf8_get_char(word->form));
}

gboolean
kith_word_plural(const KithWord *word)
{
  if (kith_word_is(word, "police"))
    return FALSE; /* a body, whichever number a tagger gives it */
  if (word->xpos != NULL && (strcmp(word->xpos, "NNS") == 0 || strcmp(word->xpos, "NNPS") == 0))
    return TRUE;
  return word->feats != NULL && strstr(word->feats, "Number=Plur") != NULL;
}

guint
kith_finder_at_head(const KithFinder *f, guint sentence, guint word)
{
  guint best = KITH_NONE;
  for (guint i = f->first[sentence]; i < f->first[sentence + 1]; i++) {
    const KithFound *m = kith_found(f, i);
    if (m->m.head == word && (best == KITH_NONE || m->m.kind < kith_found(f, best)->m.kind))
      best = i;
  }
  return best;
}

const KithWord *
kith_finder_case(const KithFinder *f, guint sentence, guint word)
{
  const KithTree *tree = f->trees[sentence];
  gint32 child = kith_tree_child(tree, (gint32)word, KITH_DEP_CASE);
  /* "'s" marks the owner, not a place */
  while (child >= 0 && (tree->words[child].deprel != KITH_DEP_CASE || tree->words[child].upos == KITH_PART ||
                        (guint)child > word))
    child = kith_tree_next(tree, child);
  return child >= 0 ? &tree->words[child] : NULL;
}

guint
kith_cluster_index(const KithFinder *f, guint mention)
{
  guint i = mention;
  while (g_array_index(f->clusters, KithCluster, i).joined != KITH_NONE)
    i = g_array_index(f->clusters, KithCluster, i).joined;
  /* shorten the way for the next time */
  for (guint j = mention; j != i;) {
    KithCluster *cluster = &g_array_index(f->clusters, KithCluster, j);
    j = cluster->joined;
    cluster->joined = i;
  }
  return i;
}

KithCluster *
kith_cluster_of(const KithFinder *f, guint mention)
{
  return &g_array_index(f->clusters, KithCluster, kith_cluster_index(f, mention));
}

gboolean
kith_cluster_is_weak(const KithFinder *f, guint mention)
{
  const KithCluster *cluster = kith_cluster_of(f, mention);
  if (cluster->type != KITH_ACTOR_PERSON || !cluster->named || cluster->entry != NULL ||
      cluster->gender != KITH_GENDER_UNKNOWN)
    return FALSE;
  for (guint i = 0; i < cluster->mentions->len; i++) {
    const KithFound *found = kith_found(f, g_array_index(cluster->mentions, guint, i));
    if (found->m.kind == KITH_MENTION_NAME ? !found->weak : found->m.type == KITH_ACTOR_PERSON)
      return FALSE;
  }
  return TRUE;
}

void
kith_cluster_retype(KithFinder *f, guint mention, KithActorType type)
{
  KithCluster *cluster = kith_cluster_of(f, mention);
  cluster->type = type;
  for (guint i = 0; i < cluster->mentions->len; i++)
    kith_found(f, g_array_index(cluster->mentions, guint, i))->m.type = type;
}

/* The type of two clusters that are one: what is sure goes first, then names, then what comes first. */
static void
join_types(KithCluster *into, const KithCluster *from)
{
  gboolean better =
      (from->typed && !into->typed) || (from->typed == into->typed && from->named && !into->named);
  if (better) {
    into->type = from->type;
    into->plural = from->plural;
  }
  into->typed |= from->typed;
  into->named |= from->named;
  if (into->entry == NULL)
    into->entry = from->entry;
  if (into->gender == KITH_GENDER_UNKNOWN)
    into->gender = from->gender;
}

/* Notes on the lesser of two mentions that it was joined to the other: a pronoun is lesser than a
 * description, and that than a name; of equal ones b, which the step looks at. One that has been joined
 * before stays. */
static void
note_join(const KithFinder *f, guint a, guint b)
{
  KithMention *x = &kith_found(f, a)->m, *y = &kith_found(f, b)->m;
  gboolean a_first = x->kind > y->kind;
  KithMention *joined = (a_first || y->by != 0) && x->by == 0 ? x : y;
  if (joined->by != 0)
    return;
  joined->by = 1 + (joined == y ? a : b);
  joined->step = (guint8)f->step;
}

/* Whether two clusters can be one by what they stand for: two collectives only of the same ones, a collective
 * and a plural without a name. */
static gboolean
members_agree(const KithCluster *a, const KithCluster *b)
{
  if (a->members != NULL && b->members != NULL)
    return a->members->len == b->members->len &&
           memcmp(a->members->data, b->members->data, a->members->len * sizeof(guint)) == 0;
  const KithCluster *other = a->members != NULL ? b : a;
  return (a->members == NULL && b->members == NULL) ||
         (!other->named && (other->plural || other->type == KITH_ACTOR_GROUP));
}

gboolean
kith_cluster_join(KithFinder *f, guint a, guint b)
{
  guint i = kith_cluster_index(f, a), j = kith_cluster_index(f, b);
  if (i == j)
    return TRUE;
  KithCluster *into = &g_array_index(f->clusters, KithCluster, MIN(i, j));
  KithCluster *from = &g_array_index(f->clusters, KithCluster, MAX(i, j));
  if (into->entry != NULL && from->entry != NULL && into->entry != from->entry)
    return FALSE;
  if (into->gender != KITH_GENDER_UNKNOWN && from->gender != KITH_GENDER_UNKNOWN &&
      into->gender != from->gender)
    return FALSE;
  if (!members_agree(into, from))
    return FALSE;
  if (into->members == NULL)
    into->members = g_steal_pointer(&from->members);
  join_types(into, from);
  note_join(f, a, b);
  g_array_append_vals(into->mentions, from->mentions->data, from->mentions->len);
  g_clear_pointer(&from->mentions, g_array_unref);
  from->joined = MIN(i, j);
  return TRUE;
}

/* Whether a mention is one of several with the same noun, which a description without a country cannot mean.
 */
static gboolean
is_one_of_them(const KithFinder *f, guint candidate, guint i)
{
  return kith_found(f, candidate)->shared != 0 && kith_found(f, i)->tie == NULL;
}

gboolean
kith_finder_join_latest(KithFinder *f, guint i, KithTest test, guint sentences)
{
  guint s = kith_found(f, i)->m.sentence;
  guint first = MAX(kith_finder_reach(f, i), f->first[s > sentences ? s - sentences : 0]);
  for (guint j = i; j-- > first;)
    if (!kith_finder_inside(f, j, i) && !kith_finder_inside(f, i, j) && !kith_finder_are_apart(f, j, i) &&
        !is_one_of_them(f, j, i) && test(f, j, i))
      return kith_cluster_join(f, j, i);
  return FALSE;
}

gboolean
kith_finder_join_only(KithFinder *f, guint i, KithTest test)
{
  enum { FARTHEST = 2000 };
  guint only = KITH_NONE;
  for (guint j = i; j-- > (i > FARTHEST ? i - FARTHEST : 0);) {
    if (kith_finder_inside(f, j, i) || kith_finder_inside(f, i, j) || is_one_of_them(f, j, i) ||
        !test(f, j, i))
      continue;
    if (only != KITH_NONE && kith_cluster_index(f, only) != kith_cluster_index(f, j))
      return FALSE;
    only = j;
  }
  return only != KITH_NONE && kith_cluster_join(f, only, i);
}

gboolean
kith_finder_ties_agree(const KithFinder *f, guint a, guint b)
{
  const KithGazetteerEntry *x = kith_found(f, a)->tie, *y = kith_found(f, b)->tie;
  return x == NULL || y == NULL || x == y;
}

gboolean
kith_finder_tails_differ(const KithFinder *f, guint a, guint b)
{
  const KithFound *x = kith_found(f, a), *y = kith_found(f, b);
  if (x->m.end == x->m.head + 1 || y->m.end == y->m.head + 1 || x->m.kind == KITH_MENTION_NAME ||
      y->m.kind == KITH_MENTION_NAME)
    return FALSE;
  g_autofree char *old = kith_finder_text(f, x->m.sentence, x->m.head + 1, x->m.end);
  g_autofree char *new = kith_finder_text(f, y->m.sentence, y->m.head + 1, y->m.end);
  return strcmp(old, new) != 0;
}

guint
kith_finder_owner(const KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const KithTree *tree = f->trees[found->m.sentence];
  for (gint32 c = kith_tree_first(tree, (gint32)found->m.head); c >= 0 && (guint)c < found->m.head;
       c = kith_tree_next(tree, c))
    if (tree->words[c].deprel == KITH_DEP_NMOD_POSS || tree->words[c].deprel == KITH_DEP_COMPOUND) {
      guint owner = kith_finder_at_head(f, found->m.sentence, (guint)c);
      if (owner != KITH_NONE)
        return kith_cluster_index(f, owner);
    }
  return KITH_NONE;
}

guint
kith_tree_first_conjunct(const KithTree *tree, guint word)
{
  for (guint step = 0; step < 20 && tree->words[word].deprel == KITH_DEP_CONJ && tree->words[word].head >= 0;
       step++)
    word = (guint)tree->words[word].head;
  return word;
}

gint32
kith_tree_governor(const KithTree *tree, guint word)
{
  return tree->words[kith_tree_first_conjunct(tree, word)].head;
}

/* The word that a noun stands for in its clause: "third" in "a third of the lender". */
static guint
whole_of(const KithTree *tree, guint word)
{
  static const char *const parts[] = {"third", "half", "quarter", "part", "percent", "%",     "share",
                                      "stake", "most", "some",    "all",  "rest",    "fifth", NULL};
  const KithWord *w = &tree->words[word];
  return w->deprel == KITH_DEP_NMOD && w->head >= 0 && kith_word_in(&tree->words[w->head], parts)
             ? (guint)w->head
             : word;
}

gboolean
kith_finder_are_apart(const KithFinder *f, guint a, guint b)
{
  const KithFound *x = kith_found(f, a), *y = kith_found(f, b);
  if (x->m.sentence != y->m.sentence)
    return FALSE;
  const KithTree *tree = f->trees[x->m.sentence];
  const KithWord *head = &tree->words[x->m.head];
  guint subject = head->deprel == KITH_DEP_APPOS && head->head >= 0 ? (guint)head->head : x->m.head;
  gint32 verb = kith_tree_governor(tree, subject);
  guint whole = whole_of(tree, y->m.head);
  return verb >= 0 && verb == kith_tree_governor(tree, whole) && tree->words[verb].upos == KITH_VERB &&
         (x->acts || subject != x->m.head) &&
         (y->acts || (whole != y->m.head && tree->words[whole].deprel == KITH_DEP_OBJ));
}

const KithGazetteerEntry *
kith_finder_tie(const KithFinder *f, const KithFound *found)
{
  if (found->tie != NULL || found->m.kind != KITH_MENTION_NAME)
    return found->tie;
  for (guint w = found->m.begin; w < found->core_begin; w++)
    if (f->demonyms[found->m.sentence][w] != NULL)
      return f->demonyms[found->m.sentence][w];
  return NULL;
}
