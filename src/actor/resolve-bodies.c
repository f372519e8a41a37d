/* Descriptions of bodies: "the company", "the Swiss lender", "the Blue party", "ISIL terrorists", "the
 * rebels". */
#include <string.h>

#include "actor/finder.h"
#include "actor/kinds.h"

/* So many mentions of a body are looked at: more tell nothing new. */
#define MOST 50u

/* "ISIL terrorists" are ISIL. */
static gboolean
join_armed(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence;
  const KithTree *tree = f->trees[s];
  if (!found->plural || !kith_noun_is_armed(found->key) || strcmp(found->key, "soldier") == 0)
    return FALSE; /* "U.N. soldiers" are not the U.N. */
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

/* The name that stands before a body's noun, but for what tells its sort: "the Xul rebel group"; KITH_NONE.
 */
static guint
name_before(const KithFinder *f, const KithFound *found)
{
  guint s = found->m.sentence, end = found->m.head;
  const KithWord *words = kith_finder_words(f, s);
  gboolean part = (kith_body_kinds(found->key) & (KITH_BODY_STATE | KITH_BODY_WORLD)) != 0;
  while (!part && end > found->m.begin + 1 && words[end - 1].head == (gint32)found->m.head &&
         (words[end - 1].upos == KITH_NOUN || words[end - 1].upos == KITH_ADJ) &&
         !kith_word_capitalized(&words[end - 1]))
    end--;
  for (gint32 c = kith_tree_first(f->trees[s], (gint32)found->m.head); c >= 0 && (guint)c < end;
       c = kith_tree_next(f->trees[s], c)) {
    guint other = words[c].deprel == KITH_DEP_COMPOUND ? kith_finder_at_head(f, s, (guint)c) : KITH_NONE;
    if (other != KITH_NONE && kith_found(f, other)->m.kind == KITH_MENTION_NAME &&
        kith_found(f, other)->core_end == end)
      return other;
  }
  return KITH_NONE;
}

/* "the Blue party", "the Haqqani network": a body's name and then what it is. */
static gboolean
join_named_kind(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  static const char *const parts[] = {"mission", "delegation", "office", "branch", "division", "unit", NULL};
  if (found->many || (kith_body_kinds(found->key) == 0 && strcmp(found->key, "militant") != 0) ||
      g_strv_contains(parts, found->key))
    return FALSE; /* "the U.N. mission" is a part of it */
  guint other = name_before(f, found);
  if (other == KITH_NONE)
    return FALSE;
  static const char *const bands[] = {"militia", "gang", "cartel", "guerrilla", "sect", NULL};
  if (kith_cluster_of(f, other)->type == KITH_ACTOR_PLACE && kith_found(f, other)->entry == NULL &&
      g_strv_contains(bands, found->key))
    kith_cluster_retype(f, other, KITH_ACTOR_ORGANIZATION);
  KithActorType type = kith_cluster_of(f, other)->type;
  /* "a group called the Blue Guard" is a group by its noun alone */
  return (type == KITH_ACTOR_ORGANIZATION || type == KITH_ACTOR_GROUP) && kith_cluster_join(f, other, i);
}

/* Whether a name is that of a country's forces and of no others: "the Iraqi Security Forces". */
static gboolean
is_forces(const KithFinder *f, const KithFound *name)
{
  static const char *const plain[] = {"security", "armed", "defense", "defence", "military", NULL};
  const KithWord *words = kith_finder_words(f, name->m.sentence);
  if (name->m.kind != KITH_MENTION_NAME || strcmp(words[name->core_end - 1].form, "Forces") != 0)
    return FALSE;
  for (guint w = name->core_begin + 1; w + 1 < name->core_end; w++)
    if (!kith_word_in(&words[w], plain))
      return FALSE;
  return TRUE;
}

/* "Iraqi forces" where the text names one body of Iraq's that is called so, "the Iraqi Security Forces". */
static gboolean
join_forces(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint best = KITH_NONE;
  if (found->tie == NULL || !found->many || strcmp(found->key, "force") != 0 ||
      found->m.end != found->m.head + 1 || found->m.head < 1 ||
      f->demonyms[found->m.sentence][found->m.head - 1] != found->tie)
    return FALSE; /* "Iraqi special forces" are some of them */
  for (guint j = 0; j < f->found->len; j++) {
    const KithGazetteerEntry *entry = kith_cluster_of(f, j)->entry;
    if (!is_forces(f, kith_found(f, j)) || (entry != NULL ? g_strcmp0(entry->country, found->tie->id) != 0
                                                          : kith_finder_country(f, j) != found->tie))
      continue;
    if (best != KITH_NONE && kith_cluster_index(f, best) != kith_cluster_index(f, j))
      return FALSE;
    best = j;
  }
  return best != KITH_NONE && kith_cluster_join(f, best, i);
}

gboolean
kith_finder_join_kind(KithFinder *f, guint i)
{
  return join_armed(f, i) || join_named_kind(f, i) || join_forces(f, i);
}

guint
kith_finder_kinds(const KithFinder *f, guint mention)
{
  const KithCluster *cluster = kith_cluster_of(f, mention);
  guint kinds =
      cluster->entry != NULL && strcmp(cluster->entry->id, "united-nations") == 0 ? KITH_BODY_WORLD : 0;
  for (guint k = 0; k < MIN(cluster->mentions->len, MOST); k++) {
    const KithFound *found = kith_found(f, g_array_index(cluster->mentions, guint, k));
    const KithWord *words = kith_finder_words(f, found->m.sentence);
    if (found->m.kind == KITH_MENTION_NOMINAL)
      kinds |= kith_body_kinds(found->key);
    for (guint w = found->core_begin; found->m.kind == KITH_MENTION_NAME && w < found->core_end; w++) {
      g_autofree char *lemma = kith_word_lemma(&words[w]), *form = g_utf8_strdown(words[w].form, -1);
      kinds |= kith_body_kinds(lemma) | kith_body_kinds(form);
    }
  }
  return kinds;
}

const KithGazetteerEntry *
kith_finder_country(const KithFinder *f, guint mention)
{
  const KithCluster *cluster = kith_cluster_of(f, mention);
  for (guint k = 0; k < MIN(cluster->mentions->len, MOST); k++) {
    const KithFound *found = kith_found(f, g_array_index(cluster->mentions, guint, k));
    const KithGazetteerEntry *tie = found->tie;
    for (guint w = found->m.begin; w < found->core_begin && tie == NULL; w++)
      tie = f->demonyms[found->m.sentence][w];
    for (guint w = found->m.begin; w < found->m.end && tie == NULL && found->m.kind == KITH_MENTION_NOMINAL;
         w++) {
      guint name = f->owner[found->m.sentence][w];
      const char *id = NULL;
      for (guint j = f->first[found->m.sentence]; name > 0 && j < f->first[found->m.sentence + 1]; j++)
        if (kith_found(f, j)->core_begin == w && kith_found(f, j)->entry != NULL)
          id = kith_found(f, j)->entry->country;
      tie = id != NULL ? kith_gazetteer_entry(f->gazetteer, id) : NULL;
    }
    if (tie != NULL && tie->type == KITH_ACTOR_COUNTRY)
      return tie;
  }
  return NULL;
}

/* What a description's words before its noun tell of a body. */
typedef struct {
  gboolean other;                    /* something that tells it from others: "the U.S.-led coalition" */
  gboolean seated;                   /* a place: "the Oslo-based company" */
  guint place;                       /* its cluster */
  const KithGazetteerEntry *country; /* whose adjective it is */
} Modifiers;

static Modifiers
modifiers_of(const KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence;
  const KithWord *words = kith_finder_words(f, s);
  Modifiers modifiers = {.place = KITH_NONE};
  for (guint w = found->m.begin; w < found->m.head; w++) {
    guint at = kith_finder_at_head(f, s, w);
    gboolean named = f->owner[s][w] != 0;
    if (f->demonyms[s][w] != NULL && !named)
      modifiers.country = f->demonyms[s][w];
    else if (at != KITH_NONE && kith_found(f, at)->m.kind == KITH_MENTION_NAME &&
             kith_found(f, at)->m.type == KITH_ACTOR_PLACE && words[w].deprel != KITH_DEP_NMOD_POSS) {
      modifiers.seated = TRUE;
      modifiers.place = kith_cluster_index(f, at);
    } else if ((!named && words[w].upos == KITH_PROPN && kith_word_capitalized(&words[w]) &&
                f->demonyms[s][w] == NULL) || /* "the ruling Danish Dream party": the tagger's name or not */
               (named && at != KITH_NONE) ||
               (at != KITH_NONE && words[w].deprel == KITH_DEP_NMOD_POSS) ||
               (words[w].deprel == KITH_DEP_NMOD_POSS && words[w].upos == KITH_PRON))
      modifiers.other = TRUE;
  }
  return modifiers;
}

/* Whether a body is named with a place right behind it: "Acme, based in Oslo", "a company in Oslo". */
static gboolean
is_seated(const KithFinder *f, guint body, guint place)
{
  enum { BEHIND = 7 };
  const GArray *mentions = kith_cluster_of(f, body)->mentions;
  for (guint k = 0; k < MIN(mentions->len, MOST); k++) {
    const KithFound *found = kith_found(f, g_array_index(mentions, guint, k));
    for (guint j = f->first[found->m.sentence]; j < f->first[found->m.sentence + 1]; j++)
      if (kith_cluster_index(f, j) == place && kith_found(f, j)->m.begin >= found->core_begin &&
          kith_found(f, j)->m.begin <= found->m.end + BEHIND)
        return TRUE;
  }
  return FALSE;
}

/* Whether a body is told to be of another country than a place lies in. */
static gboolean
is_abroad(const KithFinder *f, guint body, guint place)
{
  const KithGazetteerEntry *there = g_array_index(f->clusters, KithCluster, place).entry,
                           *country = kith_finder_country(f, body);
  return country != NULL && there != NULL && there->country != NULL &&
         strcmp(there->country, country->id) != 0;
}

/* Whether a cluster has a name, or a description of the same meaning, in the noun of a description. */
static gboolean
is_called(const KithFinder *f, guint mention, const char *key)
{
  const KithCluster *cluster = kith_cluster_of(f, mention);
  if (cluster->entry != NULL && kith_body_is_called(cluster->entry->id, key))
    return TRUE;
  for (guint k = 0; k < MIN(cluster->mentions->len, MOST); k++) {
    const KithFound *found = kith_found(f, g_array_index(cluster->mentions, guint, k));
    const KithWord *words = kith_finder_words(f, found->m.sentence);
    if (found->m.kind == KITH_MENTION_NOMINAL &&
        strcmp(kith_noun_class(found->key), kith_noun_class(key)) == 0)
      return TRUE;
    for (guint w = found->core_begin; found->m.kind == KITH_MENTION_NAME && w < found->core_end; w++) {
      g_autofree char *lemma = kith_word_lemma(&words[w]);
      if (kith_word_is(&words[w], key) || strcmp(kith_noun_class(lemma), kith_noun_class(key)) == 0)
        return TRUE;
    }
  }
  return FALSE;
}

gboolean
kith_finder_is_other_force(const KithFinder *f, guint candidate, guint i)
{
  static const char *const forces[] = {"army", "navy", "military", NULL};
  static const char *const plain[] = {"national", "royal", "armed", "federal", "regular", "people", NULL};
  const KithFound *c = kith_found(f, candidate);
  if (!g_strv_contains(forces, kith_found(f, i)->key) || c->m.kind != KITH_MENTION_NAME || c->entry != NULL ||
      c->tie != NULL)
    return FALSE;
  const KithWord *words = kith_finder_words(f, c->m.sentence);
  for (guint w = c->core_begin; w + 1 < c->core_end; w++)
    if (words[w].upos != KITH_PUNCT && words[w].upos != KITH_PART && !kith_word_in(&words[w], plain))
      return TRUE;
  return FALSE;
}

/* In how many sentences before it a body is looked for that says nothing of what it is, and one that does. */
enum { NEAR = 2, FAR = 5 };

/* How well a body's mention would do for a description; negative: not at all. */
static double
score_of(const KithFinder *f, guint candidate, guint i, const Modifiers *modifiers)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  const KithCluster *cluster = kith_cluster_of(f, candidate);
  gboolean weak = c->m.kind == KITH_MENTION_NAME && kith_cluster_is_weak(f, candidate);
  guint distance = m->m.sentence - c->m.sentence, wanted = kith_body_kinds(m->key);
  if (kith_finder_is_other_force(f, candidate, i) || (cluster->type != KITH_ACTOR_ORGANIZATION && !weak) ||
      cluster->plural || cluster->members != NULL || c->m.kind == KITH_MENTION_PRONOUN || c->plural)
    return -1;
  if (!cluster->named && kith_document_sentence(f->doc, c->m.sentence)->kind == KITH_SENTENCE_HEADLINE)
    return -1; /* "League bans owner" is first of all what the text names */
  guint kinds = kith_finder_kinds(f, candidate);
  gboolean called = is_called(f, candidate, m->key);
  gboolean state = (wanted & ~(guint)(KITH_BODY_STATE | KITH_BODY_MEDIA)) == 0; /* only one known to be so */
  if (!called && ((wanted & KITH_BODY_NAMED) != 0 || ((kinds != 0 || state) && (kinds & wanted) == 0)))
    return -1;
  const KithGazetteerEntry *country = modifiers->country != NULL ? kith_finder_country(f, candidate) : NULL;
  gboolean agrees = country != NULL && country == modifiers->country;
  if ((country != NULL && !agrees) || (!cluster->named && !called))
    return -1;
  if (modifiers->seated && is_abroad(f, candidate, modifiers->place))
    return -1;
  agrees |= modifiers->seated && is_seated(f, candidate, modifiers->place);
  if (distance > (kinds != 0 ? FAR : NEAR) && !called && !agrees)
    return -1;
  double score = 20 - distance + (c->acts ? 2 : 0) + (c->subject ? 0.5 : 0) + (kinds != 0 ? 0.5 : 0) +
                 (called ? 2.5 : 0) + (agrees ? 4 : 0) - (weak ? 3 : 0);
  return MAX(score, 0);
}

/* Whether nouns before a description's own tell which public body it is, and a candidate has them nowhere:
 * "the flood relief agency". */
static gboolean
is_of_other_sort(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *m = kith_found(f, i);
  const KithWord *words = kith_finder_words(f, m->m.sentence);
  const GArray *mentions = kith_cluster_of(f, candidate)->mentions;
  for (guint w = m->m.begin;
       w < m->m.head && (kith_body_kinds(m->key) & (KITH_BODY_STATE | KITH_BODY_SPORT)) != 0; w++) {
    if (words[w].upos != KITH_NOUN || words[w].deprel != KITH_DEP_COMPOUND ||
        words[w].head != (gint32)m->m.head)
      continue;
    gboolean there = FALSE;
    for (guint k = 0; k < MIN(mentions->len, MOST); k++) {
      const KithFound *c = kith_found(f, g_array_index(mentions, guint, k));
      const KithWord *others = kith_finder_words(f, c->m.sentence);
      for (guint v = c->m.begin; v < c->m.end; v++)
        there |= g_ascii_strcasecmp(others[v].form, words[w].form) == 0;
    }
    if (!there)
      return TRUE;
  }
  return FALSE;
}

/* "The foundation that owns the museum": a clause right behind the noun tells which. */
static gboolean
is_restricted(const KithFinder *f, const KithFound *found)
{
  const KithTree *tree = f->trees[found->m.sentence];
  for (gint32 c = kith_tree_first(tree, (gint32)found->m.head); c >= 0; c = kith_tree_next(tree, c))
    if ((guint)c > found->m.head &&
        kith_deprel_universal((KithDeprel)tree->words[c].deprel) == KITH_DEP_ACL &&
        tree->words[found->m.head + 1].upos != KITH_PUNCT)
      return TRUE;
  return FALSE;
}

gboolean
kith_finder_join_body(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  if (kith_body_kinds(found->key) == 0 || found->m.end != found->m.head + 1 || is_restricted(f, found))
    return FALSE;
  Modifiers modifiers = modifiers_of(f, i);
  if (modifiers.other)
    return FALSE;
  guint best = KITH_NONE;
  double best_score = 0;
  for (guint j = i; j-- > kith_finder_reach(f, i);) {
    if (kith_finder_inside(f, j, i) || kith_finder_inside(f, i, j) || kith_finder_are_apart(f, j, i) ||
        is_of_other_sort(f, j, i))
      continue;
    double score = score_of(f, j, i, &modifiers);
    if (score >= 0 && (best == KITH_NONE || score > best_score)) {
      best = j;
      best_score = score;
    }
  }
  if (best == KITH_NONE)
    return FALSE;
  if (kith_cluster_is_weak(f, best))
    kith_cluster_retype(f, best, KITH_ACTOR_ORGANIZATION);
  if (found->m.type == KITH_ACTOR_PERSON)
    kith_cluster_retype(f, i, KITH_ACTOR_ORGANIZATION);
  return kith_cluster_join(f, best, i);
}
