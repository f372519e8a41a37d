/* Descriptions of persons: "the minister", "the 45-year-old", "the cellist". */
#include <string.h>

#include "actor/finder.h"
#include "actor/kinds.h"

static gboolean
is_titled(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate);
  if (c->indefinite && !c->subject && c->noun.title && !kith_cluster_of(f, candidate)->named)
    return FALSE; /* "to elect a president" is nobody */
  return c->m.kind != KITH_MENTION_PRONOUN && !c->plural &&
         kith_cluster_of(f, candidate)->type == KITH_ACTOR_PERSON && kith_finder_holds(f, candidate, i) &&
         kith_finder_ties_agree(f, candidate, i);
}

/* The age that a word tells, "61" or "61-year-old"; 0 for none. */
static guint
age_of(const KithWord *word)
{
  guint age = 0;
  const char *p = word->form;
  while (g_ascii_isdigit(*p) && age < 200)
    age = age * 10 + (guint)(*p++ - '0');
  return age < 120 && (*p == '\0' || g_str_has_prefix(p, "-year")) ? age : 0;
}

/* The age behind a person's name, "Jane Roe, 61,"; 0 for none. */
static guint
age_behind(const KithFinder *f, guint candidate)
{
  const KithFound *found = kith_found(f, candidate);
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  guint end = found->m.end;
  gboolean told = end + 1 < kith_finder_length(f, found->m.sentence) && strcmp(words[end].form, ",") == 0;
  return told ? age_of(&words[end + 1]) : 0;
}

static gboolean
is_named_person(const KithFinder *f, guint candidate, guint i)
{
  (void)i;
  const KithCluster *cluster = kith_cluster_of(f, candidate);
  return cluster->type == KITH_ACTOR_PERSON && cluster->named && !cluster->plural &&
         kith_found(f, candidate)->subject;
}

gboolean
kith_finder_join_aged(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  enum { FARTHEST = 2000 };
  guint age = 0;
  for (guint w = found->m.begin; w <= found->m.head && age == 0; w++)
    age = age_of(&words[w]);
  for (guint j = i; age > 0 && j-- > (i > FARTHEST ? i - FARTHEST : 0);)
    if (kith_found(f, j)->m.kind == KITH_MENTION_NAME && kith_cluster_of(f, j)->type == KITH_ACTOR_PERSON &&
        age_behind(f, j) == age)
      return kith_cluster_join(f, j, i);
  return kith_finder_join_latest(f, i, is_named_person, 3);
}

/* "The cellist", "the Yorkshireman": a noun that is no office, for the one person that the sentence before
 * names. */
static gboolean
join_trait(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence, only = KITH_NONE;
  if (((found->noun.listed || found->noun.title) && !kith_noun_is_trait(found->key)) ||
      found->noun.doubtful || found->tie != NULL || found->m.end != found->m.head + 1 ||
      kith_tree_child(f->trees[s], (gint32)found->m.head, KITH_DEP_NMOD_POSS) >= 0)
    return FALSE; /* "its biggest creditor" is told by whose it is */
  for (guint j = f->first[s > 0 ? s - 1 : 0]; j < i; j++) {
    const KithCluster *cluster = kith_cluster_of(f, j);
    if (cluster->type != KITH_ACTOR_PERSON || cluster->plural || !cluster->named)
      continue;
    if (only != KITH_NONE && kith_cluster_index(f, only) != kith_cluster_index(f, j))
      return FALSE;
    only = j;
  }
  return only != KITH_NONE && !kith_finder_inside(f, only, i) && !kith_finder_are_apart(f, only, i) &&
         kith_cluster_join(f, only, i);
}

gboolean
kith_finder_join_person(KithFinder *f, guint i)
{
  return kith_finder_join_latest(f, i, is_titled, KITH_FINDER_SENTENCES) ||
         kith_finder_join_only(f, i, is_titled) || join_trait(f, i);
}
