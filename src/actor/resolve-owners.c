/* What somebody's is: "her lawyer" who was named as such, "my client" of a lawyer, "his party". After the
 * pronouns, whose owners they tell. */
#include <string.h>

#include "actor/finder.h"
#include "actor/kinds.h"

/* Whether an owner has but one of these at a time. */
static gboolean
is_single(const char *lemma)
{
  static const char *const single[] = {"wife",
                                       "husband",
                                       "father",
                                       "mother",
                                       "dad",
                                       "mom",
                                       "mum",
                                       "spouse",
                                       "widow",
                                       "widower",
                                       "fiancee",
                                       "director",
                                       "president",
                                       "chairman",
                                       "chair",
                                       "chairwoman",
                                       "leader",
                                       "founder",
                                       "owner",
                                       "coach",
                                       "captain",
                                       "predecessor",
                                       "head",
                                       "executive",
                                       "chief",
                                       "boss",
                                       "governor",
                                       "mayor",
                                       "ceo",
                                       "lawyer",
                                       "attorney",
                                       "spokesman",
                                       "manager",
                                       "spokeswoman",
                                       "spokesperson",
                                       "principal",
                                       "secretary-general",
                                       "counterpart",
                                       "deputy",
                                       "employer",
                                       NULL};
  return g_strv_contains(single, lemma);
}

/* Whether a mention stands for a kind of person under the same owner as another. */
static gboolean
is_same_role(const KithFinder *f, guint candidate, guint i, guint owner)
{
  const KithFound *c = kith_found(f, candidate);
  return candidate != i && c->m.kind != KITH_MENTION_PRONOUN && !c->plural &&
         kith_cluster_of(f, candidate)->type == kith_cluster_of(f, i)->type &&
         kith_finder_titled(f, candidate, kith_found(f, i)->key) && kith_finder_owner(f, candidate) == owner;
}

/* "Its director" where "Rioni's director, Jane Roe," was; the nearest of them. */
static gboolean
join_role(KithFinder *f, guint i, guint owner)
{
  enum { REACH = 200 };
  if (!is_single(kith_found(f, i)->key))
    return FALSE;
  for (guint k = 1; k < REACH; k++) {
    if (k <= i && is_same_role(f, i - k, i, owner))
      return kith_cluster_join(f, i - k, i);
    if (i + k < f->found->len && is_same_role(f, i + k, i, owner))
      return kith_cluster_join(f, i + k, i);
  }
  return FALSE;
}

/* "Its forces", "their supporters" again: the same noun under the same owner. */
static gboolean
join_again(KithFinder *f, guint i, guint owner)
{
  enum { BACK = 60 };
  const KithFound *found = kith_found(f, i);
  for (guint j = i; j-- > (i > BACK ? i - BACK : 0);) {
    const KithFound *c = kith_found(f, j);
    if (c->m.kind == KITH_MENTION_NOMINAL && c->many == found->many && strcmp(c->key, found->key) == 0 &&
        c->definite && kith_finder_ties_agree(f, j, i) && kith_finder_owner(f, j) == owner)
      return kith_cluster_join(f, j, i);
  }
  return FALSE;
}

/* A mention of the country that a person has by his title or its genitive: "Norland's ambassador"; KITH_NONE.
 */
static guint
country_of(const KithFinder *f, guint person)
{
  const GArray *mentions = g_array_index(f->clusters, KithCluster, person).mentions;
  for (guint k = 0; k < mentions->len; k++) {
    const KithFound *found = kith_found(f, g_array_index(mentions, guint, k));
    const KithGazetteerEntry *tie = found->m.kind != KITH_MENTION_PRONOUN ? found->tie : NULL;
    for (guint w = found->m.begin; w < found->core_begin && tie == NULL && found->m.kind == KITH_MENTION_NAME;
         w++)
      tie = f->demonyms[found->m.sentence][w];
    for (guint j = 0; tie != NULL && tie->type == KITH_ACTOR_COUNTRY && j < f->found->len; j++)
      if (kith_cluster_of(f, j)->entry == tie)
        return j;
  }
  return KITH_NONE;
}

/* "His government": the country's that he or it is of. */
static gboolean
join_government(KithFinder *f, guint i, guint owner)
{
  const KithFound *found = kith_found(f, i);
  const KithTree *tree = f->trees[found->m.sentence];
  gint32 whose = kith_tree_child(tree, (gint32)found->m.head, KITH_DEP_NMOD_POSS);
  if (strcmp(found->key, "government") != 0 || whose < 0 || tree->words[whose].upos != KITH_PRON)
    return FALSE;
  const KithCluster *cluster = &g_array_index(f->clusters, KithCluster, owner);
  guint country = cluster->type == KITH_ACTOR_COUNTRY  ? g_array_index(cluster->mentions, guint, 0)
                  : cluster->type == KITH_ACTOR_PERSON ? country_of(f, owner)
                                                       : KITH_NONE;
  if (country == KITH_NONE)
    return cluster->type == KITH_ACTOR_PERSON && kith_finder_join_country(f, i);
  return kith_cluster_join(f, country, i);
}

/* "Her husband" where she was told to be "Roe's wife": Roe. */
static gboolean
join_inverse(KithFinder *f, guint i, guint owner)
{
  static const char *const kin[][2] = {{"husband", "wife"},    {"wife", "husband"},    {"uncle", "nephew"},
                                       {"uncle", "niece"},     {"aunt", "nephew"},     {"aunt", "niece"},
                                       {"father", "son"},      {"father", "daughter"}, {"mother", "son"},
                                       {"mother", "daughter"}, {"boss", "aide"},       {"client", "lawyer"}};
  const KithFound *found = kith_found(f, i);
  const GArray *mentions = g_array_index(f->clusters, KithCluster, owner).mentions;
  for (guint k = 0; k < MIN(mentions->len, 50u); k++)
    for (guint n = 0; n < G_N_ELEMENTS(kin); n++) {
      guint j = g_array_index(mentions, guint, k);
      const KithFound *c = kith_found(f, j);
      if (strcmp(found->key, kin[n][0]) != 0 || c->m.kind != KITH_MENTION_NOMINAL ||
          strcmp(c->key, kin[n][1]) != 0)
        continue;
      guint other = kith_finder_owner(f, j);
      if (other != KITH_NONE && other != owner && other != kith_cluster_index(f, i) &&
          g_array_index(f->clusters, KithCluster, other).type == KITH_ACTOR_PERSON)
        return kith_cluster_join(f, other, i);
    }
  return FALSE;
}

/* "My client": whose lawyer the owner is. */
static gboolean
join_client(KithFinder *f, guint i, guint owner)
{
  const KithCluster *lawyer = &g_array_index(f->clusters, KithCluster, owner);
  if (strcmp(kith_found(f, i)->key, "client") != 0)
    return FALSE;
  for (guint k = 0; k < MIN(lawyer->mentions->len, 50u); k++) {
    guint j = g_array_index(lawyer->mentions, guint, k);
    guint client = kith_finder_titled(f, j, "lawyer") ? kith_finder_owner(f, j) : KITH_NONE;
    if (client != KITH_NONE && client != kith_cluster_index(f, i) &&
        g_array_index(f->clusters, KithCluster, client).type == KITH_ACTOR_PERSON)
      return kith_cluster_join(f, client, i);
  }
  return FALSE;
}

/* Whether a body's mention is told to be a person's: "her Liberal Union", "Jane Roe of the Liberal Union". */
static gboolean
belongs_to(const KithFinder *f, guint body, guint person)
{
  const KithFound *found = kith_found(f, body);
  const KithTree *tree = f->trees[found->m.sentence];
  if (kith_finder_owner(f, body) == person)
    return TRUE;
  const KithWord *marker = kith_finder_case(f, found->m.sentence, found->m.head);
  gint32 above = tree->words[found->m.head].head;
  guint at = marker != NULL && kith_word_is(marker, "of") && above >= 0
                 ? kith_finder_at_head(f, found->m.sentence, (guint)above)
                 : KITH_NONE;
  return at != KITH_NONE && kith_cluster_index(f, at) == person;
}

/* "His party": the only one of the sort that is told to be the owner's. */
static gboolean
join_party(KithFinder *f, guint i, guint owner)
{
  guint kinds = kith_body_kinds(kith_found(f, i)->key), best = KITH_NONE;
  if (kinds == 0 || (kinds & KITH_BODY_NAMED) != 0 ||
      g_array_index(f->clusters, KithCluster, owner).type != KITH_ACTOR_PERSON)
    return FALSE;
  enum { BACK = 400, AHEAD = 100 };
  for (guint j = i > BACK ? i - BACK : 0; j < MIN(i + AHEAD, f->found->len); j++) {
    const KithFound *c = kith_found(f, j);
    guint own =
        c->m.kind == KITH_MENTION_NAME && c->m.type == KITH_ACTOR_ORGANIZATION ? kith_finder_kinds(f, j) : 0;
    if (c->m.kind != KITH_MENTION_NAME || c->m.type != KITH_ACTOR_ORGANIZATION ||
        (own != 0 && (own & kinds) == 0) || !belongs_to(f, j, owner))
      continue;
    if (best != KITH_NONE && kith_cluster_index(f, best) != kith_cluster_index(f, j))
      return FALSE;
    best = j;
  }
  return best != KITH_NONE && kith_cluster_join(f, best, i);
}

void
kith_finder_resolve_owners(KithFinder *f)
{
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    guint owner = found->m.kind == KITH_MENTION_NOMINAL && !kith_cluster_of(f, i)->named
                      ? kith_finder_owner(f, i)
                      : KITH_NONE;
    if (owner != KITH_NONE && found->plural && owner != kith_cluster_index(f, i))
      join_again(f, i, owner);
    else if (owner != KITH_NONE && owner != kith_cluster_index(f, i) && !join_role(f, i, owner) &&
             !join_government(f, i, owner) && !join_inverse(f, i, owner) && !join_client(f, i, owner))
      join_party(f, i, owner);
  }
}
