/* Plurals that stand for known ones: "the two countries", "both leaders", "the brothers A and B", and "they"
 * for two who were named apart. */
#include <string.h>

#include "actor/finder.h"
#include "actor/kinds.h"

/* In how many sentences before it a collective's members are looked for as a list. */
enum { LISTS = 2 };

guint
kith_finder_reach(const KithFinder *f, guint i)
{
  enum { REACH = 60 };
  guint s = kith_found(f, i)->m.sentence;
  guint first = f->first[s > KITH_FINDER_SENTENCES ? s - KITH_FINDER_SENTENCES : 0];
  return MAX(first, i > REACH ? i - REACH : 0);
}

gboolean
kith_finder_inside(const KithFinder *f, guint inner, guint outer)
{
  const KithFound *a = kith_found(f, inner), *b = kith_found(f, outer);
  return a->m.sentence == b->m.sentence && a->m.begin >= b->m.begin && a->m.end <= b->m.end && inner != outer;
}

/* The word of a mention that is a noun, or means the same: its head, or a title before a name; KITH_NONE. */
static guint
title_at(const KithFinder *f, guint candidate, const char *lemma)
{
  const KithFound *found = kith_found(f, candidate);
  const char *class = kith_noun_class(lemma);
  if (found->m.kind == KITH_MENTION_NOMINAL)
    return strcmp(kith_noun_class(found->key), class) == 0 ? found->m.head : KITH_NONE;
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  for (guint w = found->m.begin; w < found->core_begin; w++) {
    g_autofree char *title = kith_word_lemma(&words[w]);
    if (kith_word_is(&words[w], lemma) || strcmp(kith_noun_class(title), class) == 0)
      return w;
  }
  return KITH_NONE;
}

gboolean
kith_finder_titled(const KithFinder *f, guint candidate, const char *lemma)
{
  return title_at(f, candidate, lemma) != KITH_NONE;
}

/* The word right before a title that says which it is, "deputy", "prime", "transport"; NULL for none. */
static const KithWord *
office_word(const KithFinder *f, guint candidate, guint title)
{
  static const char *const ranks[] = {"vice", "deputy", "assistant", "prime", "first", NULL};
  const KithFound *found = kith_found(f, candidate);
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  if (title <= found->m.begin || f->demonyms[found->m.sentence][title - 1] != NULL)
    return NULL;
  const KithWord *before = &words[title - 1];
  gboolean noun = before->upos == KITH_NOUN || before->upos == KITH_PROPN ||
                  (before->upos == KITH_ADJ && kith_word_capitalized(before));
  gboolean office = noun && kith_title_has_office(kith_found(f, candidate)->key) &&
                    f->owner[found->m.sentence][title - 1] == 0;
  g_autofree char *lemma = kith_word_lemma(&words[title]);
  office |= noun && kith_title_has_office(lemma);
  return office || kith_word_in(before, ranks) ? before : NULL;
}

/* The word behind a title that says which it is, "Secretary of State", "minister for trade"; NULL for none.
 */
static const KithWord *
office_behind(const KithFinder *f, guint candidate, guint title)
{
  const KithFound *found = kith_found(f, candidate);
  const guint s = found->m.sentence, n = kith_finder_length(f, s);
  const KithWord *words = kith_finder_words(f, s);
  g_autofree char *lemma = kith_word_lemma(&words[title]);
  guint at = title + 1;
  if (!kith_title_has_office(lemma) || at + 1 >= n ||
      (!kith_word_is(&words[at], "of") && !kith_word_is(&words[at], "for")))
    return NULL;
  at += kith_word_is(&words[at + 1], "the") ? 2 : 1;
  gboolean own = found->m.kind == KITH_MENTION_NAME && at < found->core_begin;
  gboolean named = at >= n || (f->owner[s][at] != 0 && !own) || f->demonyms[s][at] != NULL;
  return !named && (kith_word_capitalized(&words[at]) ||
                    (words[at].upos == KITH_NOUN &&
                     kith_gazetteer_noun(f->gazetteer, words[at].form).kind == KITH_NOUN_UNKNOWN))
             ? &words[at]
             : NULL;
}

static const char *
without_ex(const char *office)
{
  return g_str_has_prefix(office, "ex-") ? office + 3 : office;
}

gboolean
kith_finder_holds(const KithFinder *f, guint candidate, guint i)
{
  guint title = title_at(f, candidate, kith_found(f, i)->key);
  if (title == KITH_NONE)
    return FALSE;
  static const char *const apart[] = {"vice", "deputy", "assistant", NULL};
  const KithWord *held = office_word(f, candidate, title),
                 *meant = office_word(f, i, kith_found(f, i)->m.head);
  if (held == NULL)
    held = office_behind(f, candidate, title);
  if (meant == NULL)
    meant = office_behind(f, i, kith_found(f, i)->m.head);
  if (held == NULL || meant == NULL)
    return (held == NULL || !kith_word_in(held, apart)) && (meant == NULL || !kith_word_in(meant, apart));
  g_autofree char *a = g_ascii_strdown(held->form, -1), *b = g_ascii_strdown(meant->form, -1);
  return strcmp(without_ex(a), without_ex(b)) == 0;
}

/* The mention that a conjunct's head is of: at it, or the name right behind it ("goalkeeper Jane Roe"). */
static guint
conjunct_at(const KithFinder *f, guint s, guint word)
{
  guint at = kith_finder_at_head(f, s, word);
  for (guint j = f->first[s]; at == KITH_NONE && j < f->first[s + 1]; j++)
    if (kith_found(f, j)->m.kind == KITH_MENTION_NAME && kith_found(f, j)->core_begin == word + 1)
      at = j;
  return at;
}

/* Adds a cluster to members, each once. */
static void
add_member(GArray *members, guint cluster)
{
  for (guint k = 0; k < members->len; k++)
    if (g_array_index(members, guint, k) == cluster)
      return;
  g_array_append_val(members, cluster);
}

GArray *
kith_finder_list(const KithFinder *f, guint first)
{
  const KithFound *found = kith_found(f, first);
  const KithTree *tree = f->trees[found->m.sentence];
  GArray *members = g_array_new(FALSE, FALSE, sizeof(guint));
  guint head = found->m.head;
  /* a name behind its title hangs on it, and the conjuncts too */
  gint32 up = tree->words[head].head;
  if (up >= 0 && kith_tree_child(tree, (gint32)head, KITH_DEP_CONJ) < 0 &&
      found->core_begin == (guint)up + 1 &&
      kith_deprel_universal((KithDeprel)tree->words[head].deprel) != KITH_DEP_CONJ)
    head = (guint)up;
  if (tree->words[head].deprel == KITH_DEP_CONJ || kith_tree_child(tree, (gint32)head, KITH_DEP_CC) >= 0)
    return members;
  add_member(members, kith_cluster_index(f, first));
  for (gint32 c = kith_tree_first(tree, (gint32)head); c >= 0; c = kith_tree_next(tree, c)) {
    guint other =
        tree->words[c].deprel == KITH_DEP_CONJ ? conjunct_at(f, found->m.sentence, (guint)c) : KITH_NONE;
    if (tree->words[c].deprel != KITH_DEP_CONJ)
      continue;
    if (other == KITH_NONE || kith_found(f, other)->m.kind == KITH_MENTION_PRONOUN) {
      g_array_set_size(members, 0); /* one of them is nobody that is known */
      return members;
    }
    add_member(members, kith_cluster_index(f, other));
  }
  return members;
}

/* What a collective's members are. */
typedef struct {
  guint size; /* how many; 0: two or more */
  gboolean side;
  KithNounKind kind;
  KithGender gender;
  const char *title; /* that all have, if they can */
} Wanted;

static const char *const sides[] = {"side",  "neighbour", "neighbor", "rival", "pair", "duo",     "trio",
                                    "party", "couple",    "two",      "three", "four", "sibling", NULL};

/* The number that a determiner or numeral before the head gives; 0. */
static guint
size_of(const KithFinder *f, const KithFound *found)
{
  static const char *const numbers[] = {"two", "2", "both", "neither", "three", "3", "four", "4", NULL};
  const KithTree *tree = f->trees[found->m.sentence];
  for (gint32 c = kith_tree_first(tree, (gint32)found->m.head); c >= 0 && (guint)c < found->m.head;
       c = kith_tree_next(tree, c))
    for (guint k = 0; numbers[k] != NULL; k++)
      if (kith_word_is(&tree->words[c], numbers[k]) && (found->definite || k == 2 || k == 3))
        return k < 4 ? 2 : k < 6 ? 3 : 4;
  return 0;
}

/* Whether a description is a collective, and of what. */
static gboolean
is_collective(const KithFinder *f, const KithFound *found, Wanted *wanted)
{
  const char *key = found->key;
  *wanted = (Wanted){.size = size_of(f, found),
                     .side = g_strv_contains(sides, key),
                     .kind = found->noun.kind,
                     .gender = found->gender,
                     .title = key};
  if (found->noun.kind == KITH_NOUN_PERSON && !wanted->side &&
      kith_tree_child(f->trees[found->m.sentence], (gint32)found->m.head, KITH_DEP_NMOD_POSS) >= 0) {
    wanted->size = 0; /* "her four children" are none of those before */
    return FALSE;
  }
  if (strcmp(key, "government") == 0)
    wanted->kind = KITH_NOUN_COUNTRY;
  gboolean bare = found->m.end == found->m.head + 1;
  if (found->definite && bare && wanted->size == 0 && wanted->side) {
    if (strcmp(key, "pair") == 0 || strcmp(key, "duo") == 0 || strcmp(key, "couple") == 0)
      wanted->size = 2;
    else if (strcmp(key, "trio") == 0)
      wanted->size = 3;
    else if (found->plural && strcmp(key, "party") != 0)
      wanted->size = 2;
  }
  return wanted->size > 0 && bare && (found->plural || wanted->side || wanted->size == 2) &&
         (wanted->side || found->noun.kind == KITH_NOUN_COUNTRY || found->noun.kind == KITH_NOUN_PERSON ||
          found->noun.kind == KITH_NOUN_ORGANIZATION || found->noun.kind == KITH_NOUN_GROUP);
}

static gboolean
member_fits(const KithFinder *f, const Wanted *wanted, guint cluster_index)
{
  const KithCluster *cluster = &g_array_index(f->clusters, KithCluster, cluster_index);
  if (cluster->members != NULL || (cluster->plural && cluster->type == KITH_ACTOR_GROUP))
    return FALSE;
  if (wanted->side)
    return cluster->named && cluster->type != KITH_ACTOR_PLACE;
  switch (wanted->kind) {
  case KITH_NOUN_COUNTRY:
    return cluster->type == KITH_ACTOR_COUNTRY;
  case KITH_NOUN_PERSON:
    return cluster->type == KITH_ACTOR_PERSON &&
           (wanted->gender == KITH_GENDER_UNKNOWN || cluster->gender == KITH_GENDER_UNKNOWN ||
            cluster->gender == wanted->gender);
  default:
    return cluster->type == KITH_ACTOR_ORGANIZATION && cluster->named;
  }
}

/* The members of a list that fits: names that stand right behind ("the brothers A and B"), or the latest
 * before. */
static GArray *
listed_members(const KithFinder *f, guint i, const Wanted *wanted)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence;
  guint from = f->first[s > LISTS ? s - LISTS : 0];
  for (guint j = MIN(i + 4, f->found->len); j-- > from;) {
    const KithFound *c = kith_found(f, j);
    gboolean behind = j > i && c->m.sentence == s && c->m.begin == found->m.head + 1;
    if ((j >= i && !behind) || c->m.kind == KITH_MENTION_PRONOUN || kith_finder_inside(f, j, i))
      continue;
    g_autoptr(GArray) members = kith_finder_list(f, j);
    gboolean fits = members->len > 1 && (members->len == wanted->size || (behind && wanted->size == 0));
    for (guint k = 0; fits && k < members->len; k++)
      fits = member_fits(f, wanted, g_array_index(members, guint, k));
    if (fits)
      return g_steal_pointer(&members);
  }
  return NULL;
}

/* Whether a mention is whose clause a collective stands in, alone, and so none of its members: "Norland,
 * which mediated between the two countries". */
static gboolean
is_beside(const KithFinder *f, guint j, guint i)
{
  const KithFound *c = kith_found(f, j), *m = kith_found(f, i);
  const KithTree *tree = f->trees[m->m.sentence];
  if (c->m.sentence != m->m.sentence || kith_tree_child(tree, (gint32)c->m.head, KITH_DEP_CONJ) >= 0 ||
      tree->words[c->m.head].deprel == KITH_DEP_CONJ)
    return FALSE;
  gint32 verb = kith_tree_governor(tree, c->m.head);
  return kith_tree_dominates(tree, (gint32)c->m.head, (gint32)m->m.head) ||
         (c->subject && verb >= 0 && kith_tree_dominates(tree, verb, (gint32)m->m.head));
}

/* "U.S. and Pakistani officials ... the two countries": the last countries that the sentence names or has
 * adjectives of. */
static GArray *
countries_of_sentence(const KithFinder *f, guint i, guint size)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence;
  g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint w = found->m.begin; w-- > 0 && members->len < size;) {
    const KithGazetteerEntry *entry = f->demonyms[s][w];
    for (guint j = f->first[s]; entry == NULL && j < f->first[s + 1]; j++)
      if (kith_found(f, j)->m.kind == KITH_MENTION_NAME && w >= kith_found(f, j)->core_begin &&
          w < kith_found(f, j)->core_end && !is_beside(f, j, i))
        entry = kith_cluster_of(f, j)->entry;
    for (guint j = 0; entry != NULL && entry->type == KITH_ACTOR_COUNTRY && j < f->found->len; j++)
      if (kith_cluster_of(f, j)->entry == entry) {
        add_member(members, kith_cluster_index(f, j));
        break;
      }
  }
  return members->len == size ? g_steal_pointer(&members) : NULL;
}

/* The last different ones that fit; of persons first those who have the noun for a title. */
static GArray *
latest_members(const KithFinder *f, guint i, const Wanted *wanted)
{
  for (guint titled = wanted->kind == KITH_NOUN_PERSON && !wanted->side ? 2 : 1; titled-- > 0;) {
    g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint j = i; j-- > kith_finder_reach(f, i) && members->len < wanted->size;) {
      guint cluster = kith_cluster_index(f, j);
      gboolean fits = member_fits(f, wanted, cluster) && !kith_finder_inside(f, j, i) &&
                      !(wanted->kind == KITH_NOUN_COUNTRY && is_beside(f, j, i));
      if (fits && titled) {
        const GArray *mentions = g_array_index(f->clusters, KithCluster, cluster).mentions;
        fits = FALSE;
        for (guint k = 0; k < mentions->len && !fits; k++)
          fits = kith_finder_titled(f, g_array_index(mentions, guint, k), wanted->title);
      }
      if (fits)
        add_member(members, cluster);
    }
    if (members->len == wanted->size)
      return g_steal_pointer(&members);
  }
  return NULL;
}

static gint
by_number(gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;
  return (x > y) - (x < y);
}

/* "Both sides": the two that something was last told to be between, however far back. */
static GArray *
parties_between(const KithFinder *f, guint i, const Wanted *wanted)
{
  enum { FARTHEST = 400 };
  gboolean parties = wanted->side || wanted->kind == KITH_NOUN_COUNTRY;
  for (guint j = i; parties && wanted->size == 2 && j-- > (i > FARTHEST ? i - FARTHEST : 0);) {
    const KithFound *c = kith_found(f, j);
    const KithWord *marker = kith_finder_case(f, c->m.sentence, c->m.head);
    if (marker == NULL || !kith_word_is(marker, "between"))
      continue;
    g_autoptr(GArray) members = kith_finder_list(f, j);
    gboolean fits = members->len == 2;
    for (guint k = 0; fits && k < members->len; k++)
      fits = member_fits(f, wanted, g_array_index(members, guint, k));
    if (fits)
      return g_steal_pointer(&members);
  }
  return NULL;
}

void
kith_finder_give_members(KithFinder *f, guint i, GArray *members)
{
  g_array_sort(members, by_number);
  /* the same ones under another word: one collective */
  for (guint j = 0; j < f->clusters->len; j++) {
    const KithCluster *other = &g_array_index(f->clusters, KithCluster, j);
    if (other->mentions == NULL || other->members == NULL || other->members->len != members->len ||
        memcmp(other->members->data, members->data, members->len * sizeof(guint)) != 0)
      continue;
    g_array_unref(members);
    kith_cluster_join(f, g_array_index(other->mentions, guint, 0), i);
    return;
  }
  KithCluster *cluster = kith_cluster_of(f, i);
  cluster->members = members;
  cluster->type = KITH_ACTOR_GROUP;
}

gboolean
kith_finder_members(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  Wanted wanted;
  gboolean collective = is_collective(f, found, &wanted);
  if (!collective && !found->plural)
    return FALSE;
  GArray *members =
      collective && wanted.kind == KITH_NOUN_COUNTRY ? countries_of_sentence(f, i, wanted.size) : NULL;
  if (members == NULL)
    members = listed_members(f, i, &wanted);
  if (members == NULL)
    members = parties_between(f, i, &wanted);
  if (members == NULL && collective)
    members = latest_members(f, i, &wanted);
  if (members == NULL)
    return FALSE;
  kith_finder_give_members(f, i, members);
  return TRUE;
}
