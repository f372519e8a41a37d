/* Descriptions that take up an entity: "the country", "the minister", "these terrorists", "the two sides". */
#include <string.h>

#include "actor/finder.h"

enum { SENTENCES = KITH_FINDER_SENTENCES };

static const char *const armed[] = {"fighter",   "militant", "terrorist", "insurgent", "rebel",
                                    "extremist", "jihadist", "jihadi",    "gunman",    "force",
                                    "guerrilla", "guerilla", "soldier",   NULL};
static const char *const generic_bodies[] = {
    "group",       "organization", "organisation", "company",    "firm",         "agency",     "body",
    "party",       "movement",     "network",      "paper",      "newspaper",    "magazine",   "site",
    "website",     "corporation",  "institution",  "charity",    "club",         "airline",    "bank",
    "broadcaster", "service",      "watchdog",     "team",       "church",       "university", "school",
    "studio",      "label",        "ministry",     "department", "court",        "commission", "committee",
    "council",     "alliance",     "bloc",         "coalition",  "foundation",   "institute",  "association",
    "federation",  "union",        "army",         "militia",    "conglomerate", "carmaker",   "automaker",
    "drugmaker",   "chipmaker",    "manufacturer", "maker",      "giant",        "retailer",   "lender",
    "insurer",     "operator",     "producer",     "developer",  "startup",      "publisher",  "brewer",
    "supplier",    "utility",      "chain",        NULL};
/* Of these those that can be persons too. */
static const char *const makers[] = {"manufacturer", "maker",    "giant",    "retailer",  "lender",
                                     "insurer",      "operator", "producer", "developer", "publisher",
                                     "brewer",       "supplier", NULL};
static const char *const sexes[] = {"man", "woman", "boy", "girl", NULL};
static const char *const towns[] = {"city", "town", "village", "municipality", NULL};
static const char *const areas[] = {"region",    "province", "state", "district",  "island",
                                    "territory", "county",   "area",  "peninsula", NULL};

/* How much a mention is in the mind of a reader who comes to another. */
static double
salience(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  double score = c->subject ? 3 : c->acts ? 2 : 1;
  score -= 1.0 * (m->m.sentence - c->m.sentence);
  score += 0.25 * MIN(kith_cluster_of(f, candidate)->mentions->len, 8u);
  return score;
}

/* Whether the cluster's country lies in the region that an adjective of the description names. */
static gboolean
region_fits(const KithGazetteerEntry *country, const KithGazetteerEntry *region)
{
  if (region == NULL || region->type == KITH_ACTOR_ORGANIZATION)
    return TRUE;
  if (region->type == KITH_ACTOR_COUNTRY)
    return region == country;
  if (country == NULL || country->regions == NULL)
    return FALSE;
  g_auto(GStrv) regions = g_strsplit(country->regions, ";", -1);
  return g_strv_contains((const char *const *)regions, region->id);
}

/* A mention of the country that the document names most, where the description says nothing of its own;
 * KITH_NONE. */
static guint
main_country(const KithFinder *f, guint i)
{
  guint best = KITH_NONE, most = 0;
  for (guint j = 0; j < f->found->len && kith_found(f, i)->tie == NULL; j++) {
    const KithCluster *cluster = kith_cluster_of(f, j);
    if (cluster->type == KITH_ACTOR_COUNTRY && cluster->entry != NULL && cluster->mentions->len > most) {
      most = cluster->mentions->len;
      best = j;
    }
  }
  return best;
}

/* "The country" whose name does not stand near: the one whose adjective came last, named elsewhere or not. */
static gboolean
adopt_country(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const KithGazetteerEntry *entry = found->tie;
  for (guint j = i; j-- > kith_finder_reach(f, i) && (entry == NULL || entry->type != KITH_ACTOR_COUNTRY);)
    entry = kith_found(f, j)->tie;
  if (entry == NULL || entry->type != KITH_ACTOR_COUNTRY)
    return FALSE;
  for (guint j = 0; j < f->found->len; j++)
    if (kith_cluster_of(f, j)->entry == entry)
      return kith_cluster_join(f, j, i);
  KithCluster *cluster = kith_cluster_of(f, i);
  cluster->entry = entry;
  cluster->type = KITH_ACTOR_COUNTRY;
  cluster->typed = cluster->named = TRUE;
  return TRUE;
}

/* Whether a person of the description's sentence is told by the country: beside "U.S. envoy Lee", "the
 * country's minister" is another country's. */
static gboolean
has_official(const KithFinder *f, const KithCluster *country, guint i)
{
  const guint sentence = kith_found(f, i)->m.sentence;
  for (guint j = f->first[sentence]; j < i; j++)
    for (guint k = f->first[sentence]; k < f->first[sentence + 1] && kith_cluster_of(f, j) == country; k++)
      if (k != i && kith_found(f, k)->m.type == KITH_ACTOR_PERSON && kith_finder_inside(f, j, k))
        return TRUE;
  return FALSE;
}

/* A mention of the country that a reader has in mind at a description; KITH_NONE. */
static guint
salient_country(const KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint best = KITH_NONE;
  double best_score = 0;
  for (guint j = i; j-- > kith_finder_reach(f, i);) {
    const KithCluster *cluster = kith_cluster_of(f, j);
    if (cluster->type != KITH_ACTOR_COUNTRY || cluster->entry == NULL || kith_finder_inside(f, j, i) ||
        !region_fits(cluster->entry, found->tie))
      continue;
    double score = salience(f, j, i) - (has_official(f, cluster, i) ? 3 : 0);
    if (best == KITH_NONE || score > best_score) {
      best = j;
      best_score = score;
    }
  }
  return best;
}

/* "the country", "the South Asian nation", "the government", "the State". */
static gboolean
join_country(KithFinder *f, guint i)
{
  guint best = salient_country(f, i);
  if (best != KITH_NONE)
    return kith_cluster_join(f, best, i);
  if (adopt_country(f, i))
    return TRUE;
  best = main_country(f, i);
  return best != KITH_NONE && kith_cluster_join(f, best, i);
}

/* The latest mention before i whose cluster a test takes. */
typedef gboolean (*Test)(const KithFinder *f, guint candidate, guint i);

static gboolean
join_latest(KithFinder *f, guint i, Test test, guint sentences)
{
  guint s = kith_found(f, i)->m.sentence;
  guint first = MAX(kith_finder_reach(f, i), f->first[s > sentences ? s - sentences : 0]);
  for (guint j = i; j-- > first;)
    if (!kith_finder_inside(f, j, i) && !kith_finder_inside(f, i, j) && test(f, j, i))
      return kith_cluster_join(f, j, i);
  return FALSE;
}

/* The only cluster of all that the document has before i that a test takes, however far. */
static gboolean
join_only(KithFinder *f, guint i, Test test)
{
  enum { FARTHEST = 2000 };
  guint only = KITH_NONE;
  for (guint j = i; j-- > (i > FARTHEST ? i - FARTHEST : 0);) {
    if (kith_finder_inside(f, j, i) || kith_finder_inside(f, i, j) || !test(f, j, i))
      continue;
    if (only != KITH_NONE && kith_cluster_index(f, only) != kith_cluster_index(f, j))
      return FALSE;
    only = j;
  }
  return only != KITH_NONE && kith_cluster_join(f, only, i);
}

static gboolean
is_town(const KithFinder *f, guint candidate, guint i)
{
  (void)i;
  const KithFound *found = kith_found(f, candidate);
  return found->m.kind == KITH_MENTION_NAME && found->m.type == KITH_ACTOR_PLACE && !found->m.metonym &&
         (found->entry == NULL || found->entry->country != NULL || found->use == KITH_GAZ_CAPITAL);
}

/* A named place that has been called by the same noun: "the port town of X". */
static gboolean
is_called_town(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *found = kith_found(f, candidate);
  return found->m.kind == KITH_MENTION_NOMINAL && kith_cluster_of(f, candidate)->named &&
         kith_cluster_of(f, candidate)->type == KITH_ACTOR_PLACE &&
         strcmp(found->key, kith_found(f, i)->key) == 0;
}

/* "the capital": the seat of the country that is in the reader's mind, if the text names it. */
static gboolean
join_capital(KithFinder *f, guint i)
{
  guint country = salient_country(f, i);
  if (country == KITH_NONE)
    country = main_country(f, i);
  const KithGazetteerEntry *entry = country != KITH_NONE ? kith_cluster_of(f, country)->entry : NULL;
  for (guint j = 0; j < f->found->len && entry != NULL; j++) {
    const KithFound *found = kith_found(f, j);
    if (found->seat == entry && !found->m.metonym && found->m.type == KITH_ACTOR_PLACE)
      return kith_cluster_join(f, j, i);
  }
  return FALSE;
}

static gboolean
is_area(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *found = kith_found(f, candidate), *m = kith_found(f, i);
  if (found->m.kind != KITH_MENTION_NAME || found->m.type != KITH_ACTOR_PLACE ||
      found->use == KITH_GAZ_CAPITAL)
    return FALSE;
  return strcmp(m->key, "region") == 0 || strcmp(m->key, "area") == 0 || strstr(found->key, m->key) != NULL;
}

static gboolean
ties_agree(const KithFinder *f, guint a, guint b)
{
  const KithGazetteerEntry *x = kith_found(f, a)->tie, *y = kith_found(f, b)->tie;
  return x == NULL || y == NULL || x == y;
}

static gboolean
is_titled(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *m = kith_found(f, i);
  return kith_found(f, candidate)->m.kind != KITH_MENTION_PRONOUN && !kith_found(f, candidate)->plural &&
         kith_cluster_of(f, candidate)->type == KITH_ACTOR_PERSON &&
         kith_finder_titled(f, candidate, m->key) && ties_agree(f, candidate, i);
}

/* Whether what follows the heads of two descriptions differs: the Municipalities of two towns. */
static gboolean
tails_differ(const KithFinder *f, guint a, guint b)
{
  const KithFound *x = kith_found(f, a), *y = kith_found(f, b);
  if (x->m.end == x->m.head + 1 || y->m.end == y->m.head + 1 || x->m.kind == KITH_MENTION_NAME ||
      y->m.kind == KITH_MENTION_NAME)
    return FALSE;
  g_autofree char *old = kith_finder_text(f, x->m.sentence, x->m.head + 1, x->m.end);
  g_autofree char *new = kith_finder_text(f, y->m.sentence, y->m.head + 1, y->m.end);
  return strcmp(old, new) != 0;
}

/* A body whose name or description has the same noun. */
static gboolean
is_same_body(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  KithActorType type = kith_cluster_of(f, candidate)->type;
  if (c->m.kind == KITH_MENTION_PRONOUN || c->plural != m->plural || !ties_agree(f, candidate, i) ||
      tails_differ(f, candidate, i) || (type != KITH_ACTOR_ORGANIZATION && type != KITH_ACTOR_GROUP))
    return FALSE;
  if (c->m.kind == KITH_MENTION_NOMINAL)
    return strcmp(c->key, m->key) == 0;
  const KithWord *words = kith_finder_words(f, c->m.sentence);
  for (guint w = c->core_begin; w < c->core_end; w++)
    if (kith_word_is(&words[w], m->key))
      return TRUE;
  return FALSE;
}

static gboolean
is_acting_body(const KithFinder *f, guint candidate, guint i)
{
  (void)i;
  const KithFound *c = kith_found(f, candidate);
  return c->m.kind == KITH_MENTION_NAME && c->m.type == KITH_ACTOR_ORGANIZATION && c->acts;
}

static gboolean
is_named_body(const KithFinder *f, guint candidate, guint i)
{
  (void)i;
  const KithFound *c = kith_found(f, candidate);
  return c->m.kind == KITH_MENTION_NAME && c->m.type == KITH_ACTOR_ORGANIZATION;
}

/* A body by its name, or what may be one: a person by its tag alone. */
static gboolean
is_weak_body(const KithFinder *f, guint candidate, guint i)
{
  (void)i;
  const KithFound *c = kith_found(f, candidate);
  return c->m.kind == KITH_MENTION_NAME && c->acts && kith_cluster_is_weak(f, candidate);
}

/* "The company": the body that was named last and acted, or was named. */
static gboolean
join_body(KithFinder *f, guint i)
{
  if (join_latest(f, i, is_acting_body, 2) || join_latest(f, i, is_named_body, 2))
    return TRUE;
  if (!join_latest(f, i, is_weak_body, 2))
    return FALSE;
  kith_cluster_retype(f, i, KITH_ACTOR_ORGANIZATION);
  return TRUE;
}

/* "The 45-year-old": a named person, first of all who acted. */
static gboolean
is_named_person(const KithFinder *f, guint candidate, guint i)
{
  (void)i;
  const KithCluster *cluster = kith_cluster_of(f, candidate);
  return cluster->type == KITH_ACTOR_PERSON && cluster->named && !cluster->plural &&
         kith_found(f, candidate)->subject;
}

/* "The men": a group of persons, not of the other sex. */
static gboolean
is_group(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  return c->m.kind == KITH_MENTION_NOMINAL && c->m.type == KITH_ACTOR_GROUP &&
         c->noun.kind == KITH_NOUN_PERSON && (c->gender == KITH_GENDER_UNKNOWN || c->gender == m->gender);
}

/* "The island": a place or country named shortly before. */
static gboolean
is_island(const KithFinder *f, guint candidate, guint i)
{
  (void)i;
  const KithFound *c = kith_found(f, candidate);
  return c->m.kind == KITH_MENTION_NAME && !c->m.metonym &&
         (c->m.type == KITH_ACTOR_PLACE || c->m.type == KITH_ACTOR_COUNTRY);
}

static gboolean
is_acting_island(const KithFinder *f, guint candidate, guint i)
{
  return is_island(f, candidate, i) && kith_found(f, candidate)->subject;
}

static const char *const vague[] = {"several", "many", "some",   "few",   "various",
                                    "certain", "more", "most",   "all",   "numerous",
                                    "own",     "same", "entire", "whole", NULL};

/* The words before a description's head, articles and numbers aside, in lower case. */
static char *
modifiers(const KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  GString *text = g_string_new(" ");
  for (guint w = found->m.begin; w < found->m.head; w++)
    if (kith_word_in(&words[w], vague))
      continue;
    else if (words[w].upos == KITH_ADJ || words[w].upos == KITH_NOUN || words[w].upos == KITH_PROPN ||
             words[w].upos == KITH_VERB) {
      g_autofree char *lemma = kith_word_lemma(&words[w]);
      g_string_append_printf(text, "%s ", lemma);
    }
  return g_string_free(text, FALSE);
}

/* The cluster of the owner that a genitive or compound names; KITH_NONE. */
static guint
owner_of(const KithFinder *f, guint i)
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

/* Whether a description has the head of an earlier one and says nothing new. */
static gboolean
is_same_description(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  if (c->m.kind != KITH_MENTION_NOMINAL || c->plural != m->plural || strcmp(c->key, m->key) != 0 ||
      !ties_agree(f, candidate, i) || c->people != m->people || tails_differ(f, candidate, i))
    return FALSE;
  guint owner = owner_of(f, i);
  if (owner != KITH_NONE && owner == owner_of(f, candidate) && !m->plural)
    return TRUE;
  g_autofree char *old = modifiers(f, candidate), *new = modifiers(f, i);
  if (!m->plural && m->definite && m->tie != NULL && m->tie == c->tie && m->m.type == KITH_ACTOR_ORGANIZATION)
    return TRUE; /* "the Afghan team", "the six-member Afghan team" */
  if (m->plural && strcmp(new, " ") == 0 && m->m.end == m->m.head + 1 && m->tie == NULL && c->tie == NULL)
    return TRUE;
  if (strcmp(old, new) == 0)
    return m->definite || (m->plural && c->m.end - c->m.head == m->m.end - m->m.head);
  if (!m->definite)
    return FALSE;
  g_auto(GStrv) words = g_strsplit(new, " ", -1);
  for (char **w = words; *w; w++) {
    g_autofree char *padded = g_strdup_printf(" %s ", *w);
    if (**w && strstr(old, padded) == NULL)
      return FALSE;
  }
  return TRUE;
}

/* "ISIL terrorists" are ISIL; "these terrorists" are what was called so. */
static gboolean
join_armed(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence;
  const KithTree *tree = f->trees[s];
  if (!found->plural || !g_strv_contains(armed, found->key))
    return FALSE;
  for (gint32 c = kith_tree_first(tree, (gint32)found->m.head); c >= 0 && (guint)c < found->m.head;
       c = kith_tree_next(tree, c)) {
    guint other =
        tree->words[c].deprel == KITH_DEP_COMPOUND ? kith_finder_at_head(f, s, (guint)c) : KITH_NONE;
    if (other != KITH_NONE && kith_found(f, other)->m.kind == KITH_MENTION_NAME &&
        kith_cluster_of(f, other)->type == KITH_ACTOR_ORGANIZATION)
      return kith_cluster_join(f, other, i);
  }
  return FALSE;
}

/* "the M5S party", "the Haqqani network": a body's name and then what it is. */
static gboolean
join_named_kind(KithFinder *f, guint i)
{
  static const char *const kinds[] = {"party",        "group",     "movement", "network", "organization",
                                      "organisation", "militia",   "faction",  "gang",    "cartel",
                                      "company",      "newspaper", "magazine", "airline", "broadcaster",
                                      "militant",     "coalition", NULL};
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence;
  const KithTree *tree = f->trees[s];
  if (found->plural || !g_strv_contains(kinds, found->key))
    return FALSE;
  gint32 c = kith_tree_child(tree, (gint32)found->m.head, KITH_DEP_COMPOUND);
  guint other = c >= 0 ? kith_finder_at_head(f, s, (guint)c) : KITH_NONE;
  if (other == KITH_NONE || kith_found(f, other)->m.kind != KITH_MENTION_NAME ||
      kith_found(f, other)->core_end != found->m.head ||
      kith_cluster_of(f, other)->type != KITH_ACTOR_ORGANIZATION)
    return FALSE;
  return kith_cluster_join(f, other, i);
}

static gboolean
is_armed_body(const KithFinder *f, guint candidate, guint i)
{
  (void)i;
  const KithCluster *cluster = kith_cluster_of(f, candidate);
  if (cluster->type != KITH_ACTOR_ORGANIZATION || !cluster->named)
    return FALSE;
  for (guint k = 0; k < cluster->mentions->len; k++) {
    const KithFound *found = kith_found(f, g_array_index(cluster->mentions, guint, k));
    if (found->m.kind == KITH_MENTION_NOMINAL && g_strv_contains(armed, found->key))
      return TRUE;
  }
  return FALSE;
}

/* Whether a description holds a name that tells it from others: "the U.S.-led coalition", not "the
 * Oslo-based company". */
static gboolean
has_name_inside(const KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  gboolean name = FALSE;
  for (guint w = found->m.begin; w < found->m.head; w++) {
    if (kith_word_is(&words[w], "based"))
      return FALSE;
    name |= f->owner[found->m.sentence][w] != 0;
  }
  return name || owner_of(f, i) != KITH_NONE;
}

/* "The cellist", "the Yorkshireman": a noun that is no office, for the one person that the sentence before
 * names. */
static gboolean
join_trait(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence, only = KITH_NONE;
  if (found->noun.listed || found->noun.title || found->noun.doubtful || found->tie != NULL ||
      found->m.end != found->m.head + 1)
    return FALSE;
  for (guint j = f->first[s > 0 ? s - 1 : 0]; j < i; j++) {
    const KithCluster *cluster = kith_cluster_of(f, j);
    if (cluster->type != KITH_ACTOR_PERSON || cluster->plural || !cluster->named)
      continue;
    if (only != KITH_NONE && kith_cluster_index(f, only) != kith_cluster_index(f, j))
      return FALSE;
    only = j;
  }
  return only != KITH_NONE && !kith_finder_inside(f, only, i) && kith_cluster_join(f, only, i);
}

static gboolean
join_nominal(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const char *key = found->key;
  gboolean bare = found->m.head - found->m.begin <= 1;
  if (found->noun.kind == KITH_NOUN_COUNTRY && !found->plural)
    return found->definite && join_country(f, i);
  gboolean state = strcmp(key, "state") == 0 &&
                   kith_word_capitalized(&kith_finder_words(f, found->m.sentence)[found->m.head]);
  if ((strcmp(key, "government") == 0 || state) && found->definite && !found->plural &&
      found->m.end <= found->m.head + 2 &&
      (bare ||
       (found->tie != NULL && found->tie->type == KITH_ACTOR_COUNTRY && found->m.head - found->m.begin <= 2)))
    return join_country(f, i);
  if (strcmp(key, "capital") == 0 && found->definite && found->m.end == found->m.head + 1)
    return join_capital(f, i);
  if (found->definite && !found->plural && found->noun.kind == KITH_NOUN_PLACE)
    return (g_strv_contains(towns, key) && found->m.end == found->m.head + 1 &&
            (join_only(f, i, is_called_town) || join_latest(f, i, is_town, 5))) ||
           (strcmp(key, "island") == 0 && found->m.end == found->m.head + 1 &&
            (join_latest(f, i, is_acting_island, 2) || join_latest(f, i, is_island, 2))) ||
           (g_strv_contains(areas, key) && join_latest(f, i, is_area, 5));
  if (join_armed(f, i) || join_named_kind(f, i))
    return TRUE;
  if (g_str_has_suffix(key, "old") && found->definite && found->noun.kind == KITH_NOUN_PERSON &&
      !found->noun.listed && !found->plural)
    return join_latest(f, i, is_named_person, 3);
  if (found->definite && !found->plural && g_strv_contains(makers, key) &&
      found->m.end == found->m.head + 1 && !has_name_inside(f, i) && join_body(f, i))
    return TRUE;
  if (found->definite && found->many && bare && g_strv_contains(sexes, key) && join_latest(f, i, is_group, 2))
    return TRUE;
  if (join_latest(f, i, is_same_description, SENTENCES))
    return TRUE;
  if (!found->definite)
    return FALSE;
  if (found->m.type == KITH_ACTOR_PERSON)
    return join_latest(f, i, is_titled, SENTENCES) || join_only(f, i, is_titled) || join_trait(f, i);
  if (found->many && g_strv_contains(armed, key))
    return bare && (join_latest(f, i, is_armed_body, SENTENCES) || join_latest(f, i, is_acting_body, 2));
  if (found->many)
    return FALSE;
  if (bare && join_latest(f, i, is_same_body, SENTENCES))
    return TRUE;
  return g_strv_contains(generic_bodies, key) && found->m.end == found->m.head + 1 &&
         !has_name_inside(f, i) && join_body(f, i);
}

void
kith_finder_resolve_nominals(KithFinder *f)
{
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    if (found->m.kind != KITH_MENTION_NOMINAL || kith_cluster_of(f, i)->named || kith_finder_members(f, i))
      continue;
    if (!join_nominal(f, i) && !kith_finder_join_worded(f, i))
      kith_finder_join_headline(f, i);
  }
}

/* "Its 220 million people": the people of the country that a genitive means, where the text has them. */
void
kith_finder_resolve_peoples(KithFinder *f)
{
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    if (found->m.kind != KITH_MENTION_NOMINAL || found->people || !found->plural ||
        !kith_word_is(&kith_finder_words(f, found->m.sentence)[found->m.head], "people"))
      continue;
    guint owner = owner_of(f, i);
    const KithGazetteerEntry *entry = owner != KITH_NONE ? kith_cluster_of(f, owner)->entry : NULL;
    for (guint j = 0; j < f->found->len && entry != NULL && entry->type == KITH_ACTOR_COUNTRY; j++)
      if (kith_found(f, j)->people && kith_found(f, j)->tie == entry) {
        kith_cluster_join(f, j, i);
        break;
      }
  }
}
