/* The family that a text is about: where it tells of one couple, "the parents", "the Roes" are the two, "his
 * daughter" is their child, "her mother" the wife. */
#include <string.h>

#include "actor/finder.h"

typedef struct {
  KithFinder *f;
  guint one, other; /* clusters */
  guint child;      /* a mention of the only one; KITH_NONE */
} Family;

static gboolean
is_person_cluster(const KithFinder *f, guint cluster)
{
  const KithCluster *c = &g_array_index(f->clusters, KithCluster, cluster);
  return c->type == KITH_ACTOR_PERSON && c->members == NULL;
}

/* Finds the couple of whom one is told to be the other's wife or husband; false for none and for several. */
static gboolean
find_couple(Family *family)
{
  KithFinder *f = family->f;
  family->one = family->other = family->child = KITH_NONE;
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    if (found->m.kind != KITH_MENTION_NOMINAL || found->plural ||
        (strcmp(found->key, "wife") != 0 && strcmp(found->key, "husband") != 0))
      continue;
    guint one = kith_finder_owner(f, i), other = kith_cluster_index(f, i);
    if (one == KITH_NONE || one == other || !is_person_cluster(f, one) || !is_person_cluster(f, other))
      continue;
    if (family->one != KITH_NONE && !(family->one == one && family->other == other) &&
        !(family->one == other && family->other == one))
      return FALSE;
    family->one = one;
    family->other = other;
  }
  return family->one != KITH_NONE;
}

static gboolean
is_of_couple(const Family *family, guint cluster)
{
  if (cluster == family->one || cluster == family->other)
    return TRUE;
  const GArray *members =
      cluster != KITH_NONE ? g_array_index(family->f->clusters, KithCluster, cluster).members : NULL;
  for (guint k = 0; members != NULL && k < members->len; k++)
    if (g_array_index(members, guint, k) == family->one || g_array_index(members, guint, k) == family->other)
      return TRUE;
  return FALSE;
}

/* "Their child", "his daughter". */
static gboolean
is_their_child(const Family *family, guint i)
{
  static const char *const children[] = {"child", "daughter", "son", "baby", "toddler", "infant", NULL};
  const KithFound *found = kith_found(family->f, i);
  return found->m.kind == KITH_MENTION_NOMINAL && !found->plural && g_strv_contains(children, found->key) &&
         is_of_couple(family, kith_finder_owner(family->f, i));
}

/* Finds the only child that has a name, and joins what else is called theirs with it. */
static void
join_children(Family *family)
{
  KithFinder *f = family->f;
  for (guint i = 0; i < f->found->len; i++) {
    if (!is_their_child(family, i) || !kith_cluster_of(f, i)->named)
      continue;
    if (family->child != KITH_NONE && kith_cluster_index(f, family->child) != kith_cluster_index(f, i)) {
      family->child = KITH_NONE;
      return;
    }
    family->child = i;
  }
  for (guint i = 0; family->child != KITH_NONE && i < f->found->len; i++)
    if (is_their_child(family, i) && !kith_cluster_of(f, i)->named)
      kith_cluster_join(f, family->child, i);
}

static void
give_couple(const Family *family, guint i)
{
  GArray *members = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(members, family->one);
  g_array_append_val(members, family->other);
  KithCluster *cluster = kith_cluster_of(family->f, i);
  cluster->named = FALSE;
  cluster->plural = TRUE;
  cluster->type = KITH_ACTOR_GROUP;
  kith_finder_give_members(family->f, i, members);
}

/* Whether a name is the plural of the couple's: "the Roes". */
static gboolean
is_family_name(const Family *family, const KithFound *found)
{
  KithFinder *f = family->f;
  gsize length = strlen(found->key);
  if (found->m.kind != KITH_MENTION_NAME || found->entry != NULL || length < 3 ||
      found->key[length - 1] != 's' || strchr(found->key, ' ') != NULL || found->core_begin == 0 ||
      !kith_word_is(&kith_finder_words(f, found->m.sentence)[found->core_begin - 1], "the"))
    return FALSE;
  const GArray *mentions = g_array_index(f->clusters, KithCluster, family->one).mentions;
  for (guint k = 0; k < mentions->len; k++) {
    const KithFound *name = kith_found(f, g_array_index(mentions, guint, k));
    const char *last = name->m.kind == KITH_MENTION_NAME ? strrchr(name->key, ' ') : NULL;
    if (last != NULL && strlen(last + 1) + 1 == length && strncmp(last + 1, found->key, length - 1) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether nobody is told to be whose a noun tells: "the parents", in a headline "parents". */
static gboolean
is_nobodys(const KithFinder *f, const KithFound *found)
{
  return kith_tree_child(f->trees[found->m.sentence], (gint32)found->m.head, KITH_DEP_NMOD_POSS) < 0 &&
         (found->definite ||
          kith_document_sentence(f->doc, found->m.sentence)->kind == KITH_SENTENCE_HEADLINE);
}

/* Joins a description of the couple, or of one by what they are to the child. */
static void
join_parent(const Family *family, guint i)
{
  KithFinder *f = family->f;
  const KithFound *found = kith_found(f, i);
  if (is_family_name(family, found)) {
    give_couple(family, i);
    return;
  }
  if (family->child == KITH_NONE || found->m.kind != KITH_MENTION_NOMINAL || kith_cluster_of(f, i)->named ||
      kith_cluster_of(f, i)->members != NULL)
    return;
  guint owner = kith_finder_owner(f, i), child = kith_cluster_index(f, family->child);
  if (found->many && strcmp(found->key, "parent") == 0 && (owner == child || is_nobodys(f, found)))
    give_couple(family, i);
  gboolean mother = strcmp(found->key, "mother") == 0;
  if (owner != child || found->plural || (!mother && strcmp(found->key, "father") != 0))
    return;
  KithGender wanted = mother ? KITH_GENDER_FEMALE : KITH_GENDER_MALE;
  const guint both[] = {family->one, family->other};
  for (guint k = 0; k < G_N_ELEMENTS(both); k++) {
    const KithCluster *parent = &g_array_index(f->clusters, KithCluster, both[k]);
    if (parent->gender == wanted && parent->mentions != NULL) {
      kith_cluster_join(f, g_array_index(parent->mentions, guint, 0), i);
      return;
    }
  }
}

void
kith_finder_families(KithFinder *f)
{
  Family family = {.f = f};
  if (!find_couple(&family))
    return;
  join_children(&family);
  for (guint i = 0; i < f->found->len; i++)
    join_parent(&family, i);
}
