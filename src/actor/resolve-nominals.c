/* Descriptions that take up an entity: "the country", "the minister", "these terrorists", "the two sides". */
#include <string.h>

#include "actor/finder.h"
#include "actor/kinds.h"

enum { SENTENCES = KITH_FINDER_SENTENCES };

static const char *const sexes[] = {"man", "woman", "boy", "girl", NULL};
/* Whether a body of the headline is meant that is told there by its noun alone: it is first of all what the
 * text names. */
static gboolean
is_headlines(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  return kith_document_sentence(f->doc, c->m.sentence)->kind == KITH_SENTENCE_HEADLINE && m->definite &&
         !m->plural && m->m.type == KITH_ACTOR_ORGANIZATION && !kith_cluster_of(f, candidate)->named;
}

/* The headline's body of the same noun, where the text names none. */
static gboolean
is_headlined_so(const KithFinder *f, guint candidate, guint i)
{
  return is_headlines(f, candidate, i) && kith_found(f, candidate)->m.kind == KITH_MENTION_NOMINAL &&
         strcmp(kith_found(f, candidate)->key, kith_found(f, i)->key) == 0 &&
         kith_finder_ties_agree(f, candidate, i);
}

/* Whether a body's name or description has the same noun; in a name, one that means the same will do. */
static gboolean
has_noun(const KithFinder *f, guint candidate, guint i, gboolean alike)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  KithActorType type = kith_cluster_of(f, candidate)->type;
  if (c->m.kind == KITH_MENTION_PRONOUN || c->plural != m->plural || is_headlines(f, candidate, i) ||
      !kith_finder_ties_agree(f, candidate, i) || kith_finder_tails_differ(f, candidate, i) ||
      (type != KITH_ACTOR_ORGANIZATION && type != KITH_ACTOR_GROUP))
    return FALSE;
  if (c->m.kind == KITH_MENTION_NOMINAL)
    return strcmp(c->key, m->key) == 0;
  const KithWord *words = kith_finder_words(f, c->m.sentence);
  for (guint w = c->core_begin; w < c->core_end && !kith_finder_is_other_force(f, candidate, i); w++) {
    g_autofree char *lemma = kith_word_lemma(&words[w]);
    if (kith_word_is(&words[w], m->key) ||
        (alike && strcmp(kith_noun_class(lemma), kith_noun_class(m->key)) == 0))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_same_body(const KithFinder *f, guint candidate, guint i)
{
  return has_noun(f, candidate, i, FALSE);
}

/* "Parliament" where there is a National Assembly. */
static gboolean
is_like_body(const KithFinder *f, guint candidate, guint i)
{
  return has_noun(f, candidate, i, TRUE);
}

/* Those who make up a body, and the body. */
static const char *const made_up[][2] = {
    {"juror", "jury"}, {"prosecutor", "prosecution"}, {"officer", "police"}};

/* "Jurors" where there is a jury, "the prosecution" where there are prosecutors. */
static gboolean
is_made_up(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  for (guint k = 0; k < G_N_ELEMENTS(made_up); k++) {
    guint own = strcmp(m->key, made_up[k][0]) == 0 && m->many ? 0 : 1;
    if (strcmp(m->key, made_up[k][own]) == 0 && strcmp(c->key, made_up[k][1 - own]) == 0)
      return c->m.kind == KITH_MENTION_NOMINAL && (own == 0 || c->many) &&
             kith_finder_ties_agree(f, candidate, i) && c->m.end == c->m.head + 1;
  }
  return FALSE;
}

/* "The strikers" where there are striking workers. */
static gboolean
is_doing(const KithFinder *f, guint candidate, guint i)
{
  enum { MOST = 20 };
  const KithCluster *cluster = kith_cluster_of(f, candidate);
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  static const char *const doers[] = {"striker", "protester", "marcher", "picketer", NULL};
  if (c->m.kind != KITH_MENTION_NOMINAL || !c->many || !g_strv_contains(doers, m->key))
    return FALSE; /* a trade is not what somebody is just doing */
  g_autofree char *doing = g_strdup_printf("%.*sing", (int)strlen(m->key) - 2, m->key);
  for (guint k = 0; k < MIN(cluster->mentions->len, MOST); k++) {
    const KithFound *other = kith_found(f, g_array_index(cluster->mentions, guint, k));
    const KithWord *words = kith_finder_words(f, other->m.sentence);
    for (guint w = other->m.begin; w < other->m.head; w++)
      if (g_ascii_strcasecmp(words[w].form, doing) == 0)
        return TRUE;
  }
  return FALSE;
}

/* "The men": a group of persons, not of the other sex. */
static gboolean
is_group(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  return c->m.kind == KITH_MENTION_NOMINAL && c->m.type == KITH_ACTOR_GROUP &&
         c->noun.kind == KITH_NOUN_PERSON && (c->gender == KITH_GENDER_UNKNOWN || c->gender == m->gender);
}

static const char *const vague[] = {"several", "many",  "some", "few",      "various", "certain",
                                    "more",    "most",  "all",  "numerous", "own",     "same",
                                    "entire",  "whole", "riot", NULL};

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

/* The number in a description's words; NULL for none. */
static const char *
number_of(const KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  for (guint w = found->m.begin; w < found->m.head; w++)
    if (words[w].upos == KITH_NUM)
      return words[w].form;
  return NULL;
}

/* "63 people", "12 people": others. */
static gboolean
numbers_differ(const KithFinder *f, guint a, guint b)
{
  const char *x = number_of(f, a), *y = number_of(f, b);
  return x != NULL && y != NULL && g_ascii_strcasecmp(x, y) != 0;
}

/* Whose a description is by its genitive or its "of": "Roe's government", "the government of Jane Roe";
 * KITH_NONE. */
static guint
possessor_of(const KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const KithTree *tree = f->trees[found->m.sentence];
  for (gint32 c = kith_tree_first(tree, (gint32)found->m.head); c >= 0; c = kith_tree_next(tree, c)) {
    const KithWord *marker = tree->words[c].deprel == KITH_DEP_NMOD && (guint)c > found->m.head
                                 ? kith_finder_case(f, found->m.sentence, (guint)c)
                                 : NULL;
    guint at = tree->words[c].deprel == KITH_DEP_NMOD_POSS || (marker != NULL && kith_word_is(marker, "of"))
                   ? kith_finder_at_head(f, found->m.sentence, (guint)c)
                   : KITH_NONE;
    if (at != KITH_NONE)
      return kith_cluster_index(f, at);
  }
  return KITH_NONE;
}

/* "Its forces", whose they are the pronoun's step tells later. */
static gboolean
has_pronoun(const KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const KithTree *tree = f->trees[found->m.sentence];
  gint32 owner = kith_tree_child(tree, (gint32)found->m.head, KITH_DEP_NMOD_POSS);
  return owner >= 0 && tree->words[owner].upos == KITH_PRON;
}

/* Whether two descriptions are told to be different ones'. */
static gboolean
possessors_differ(const KithFinder *f, guint a, guint b)
{
  if (has_pronoun(f, b) && !has_pronoun(f, a))
    return kith_found(f, b)->plural || kith_found(f, a)->tie != NULL || possessor_of(f, a) != KITH_NONE;
  guint x = possessor_of(f, a), y = possessor_of(f, b);
  return x != KITH_NONE && y != KITH_NONE && x != y && g_array_index(f->clusters, KithCluster, x).named &&
         g_array_index(f->clusters, KithCluster, y).named;
}

/* Whether a description has the head of an earlier one and says nothing new. */
static gboolean
is_same_description(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  if (is_headlines(f, candidate, i))
    return FALSE;
  if (c->m.kind != KITH_MENTION_NOMINAL || c->plural != m->plural || strcmp(c->key, m->key) != 0 ||
      !kith_finder_ties_agree(f, candidate, i) || c->people != m->people ||
      kith_finder_tails_differ(f, candidate, i))
    return FALSE;
  if (numbers_differ(f, candidate, i) || possessors_differ(f, candidate, i) ||
      (c->noun.kind == KITH_NOUN_GROUP && c->many != m->many))
    return FALSE; /* "the families" are no family */
  guint owner = kith_finder_owner(f, i);
  if (owner != KITH_NONE && owner == kith_finder_owner(f, candidate) && !m->plural)
    return TRUE;
  if (m->noun.title && m->m.type == KITH_ACTOR_PERSON && !kith_finder_holds(f, candidate, i))
    return FALSE; /* "the Secretary of State" is no foreign secretary */
  g_autofree char *old = modifiers(f, candidate), *new = modifiers(f, i);
  if (!m->plural && m->definite && m->tie != NULL && m->tie == c->tie && m->m.type == KITH_ACTOR_ORGANIZATION)
    return TRUE; /* "the Afghan team", "the six-member Afghan team" */
  if (m->plural && strcmp(new, " ") == 0 && m->m.end == m->m.head + 1 && m->tie == NULL && c->tie == NULL)
    return TRUE;
  if (strcmp(old, new) == 0)
    return m->definite ||
           (m->plural && (c->m.end - c->m.head == m->m.end - m->m.head ||
                          (strcmp(new, " ") != 0 && m->tie == NULL && number_of(f, i) == NULL)));
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

/* "The attackers" where there were gunmen. */
static gboolean
is_same_band(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  return c->m.kind == KITH_MENTION_NOMINAL && c->many && kith_finder_ties_agree(f, candidate, i) &&
         !possessors_differ(f, candidate, i) && strcmp(kith_noun_class(c->key), kith_noun_class(m->key)) == 0;
}

/* "His fighters": somebody's, and not the body themselves. */
static gboolean
is_owned(const KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  return kith_tree_child(f->trees[found->m.sentence], (gint32)found->m.head, KITH_DEP_NMOD_POSS) >= 0;
}

/* Whether a noun tells that somebody fights, for no state. */
static gboolean
is_band_noun(const char *key)
{
  return kith_noun_is_armed(key) && strcmp(key, "force") != 0 && strcmp(key, "soldier") != 0;
}

/* "The fighters" where there were militants, but not Kurdish ones. */
static gboolean
is_like_band(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate);
  const KithWord *words = kith_finder_words(f, c->m.sentence);
  for (guint w = c->m.begin; w < c->m.head; w++)
    if (words[w].name != KITH_NAME_NONE)
      return FALSE;
  return c->m.kind == KITH_MENTION_NOMINAL && c->many && is_band_noun(c->key) &&
         is_band_noun(kith_found(f, i)->key) && kith_finder_ties_agree(f, candidate, i) &&
         !possessors_differ(f, candidate, i);
}

/* "The fighters", "these brutal terrorists": nothing that tells one band from another. */
static gboolean
is_bare_band(const KithFinder *f, const KithFound *found)
{
  static const char *const judging[] = {"brutal",   "evil",    "barbaric", "cowardly", "murderous",
                                        "ruthless", "vicious", "violent",  "savage",   NULL};
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  guint before = found->m.head - found->m.begin;
  return before <= 1 || (before == 2 && kith_word_in(&words[found->m.head - 1], judging));
}

/* A body that has been told by its fighters: "ISIL militants"; forces and soldiers are states' as well. */
static gboolean
is_armed_body(const KithFinder *f, guint candidate, guint i)
{
  (void)i;
  const KithCluster *cluster = kith_cluster_of(f, candidate);
  if (cluster->type != KITH_ACTOR_ORGANIZATION || !cluster->named)
    return FALSE;
  for (guint k = 0; k < cluster->mentions->len; k++) {
    const KithFound *found = kith_found(f, g_array_index(cluster->mentions, guint, k));
    if (found->m.kind == KITH_MENTION_NOMINAL && is_band_noun(found->key))
      return TRUE;
  }
  return FALSE;
}

/* A named body that acts and whose words do not tell that it is another sort. */
static gboolean
is_acting_band(const KithFinder *f, guint candidate, guint i)
{
  (void)i;
  const KithFound *c = kith_found(f, candidate);
  gboolean group = c->m.kind == KITH_MENTION_NOMINAL && kith_cluster_of(f, candidate)->named && !c->many;
  if ((c->m.kind != KITH_MENTION_NAME && !group) || c->m.type != KITH_ACTOR_ORGANIZATION || !c->acts)
    return FALSE;
  guint kinds = kith_finder_kinds(f, candidate);
  return kinds == 0 || (kinds & KITH_BODY_ARMED) != 0;
}

/* Whether a description of an office was last used of nobody, "to elect a president". */
static gboolean
is_office_of_nobody(const KithFinder *f, guint i)
{
  if (!kith_found(f, i)->noun.title || !kith_found(f, i)->definite)
    return FALSE;
  for (guint j = i; j-- > kith_finder_reach(f, i);)
    if (is_same_description(f, j, i))
      return kith_found(f, j)->indefinite && !kith_found(f, j)->subject && !kith_cluster_of(f, j)->named;
  return FALSE;
}

static gboolean
join_nominal(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const char *key = found->key;
  gboolean bare = found->m.head - found->m.begin <= 1;
  gboolean joined;
  if (kith_finder_join_place(f, i, &joined))
    return joined;
  if (kith_finder_join_kind(f, i))
    return TRUE;
  if (g_str_has_suffix(key, "old") && found->definite && found->noun.kind == KITH_NOUN_PERSON &&
      !found->noun.listed && !found->plural)
    return kith_finder_join_aged(f, i);
  if (found->definite && !found->plural && kith_noun_is_firm(key) && kith_finder_join_body(f, i))
    return TRUE;
  if (found->definite && found->many && bare && g_strv_contains(sexes, key) &&
      kith_finder_join_latest(f, i, is_group, 2))
    return TRUE;
  if (is_office_of_nobody(f, i) && kith_finder_join_person(f, i))
    return TRUE;
  if (kith_finder_join_latest(f, i, is_same_description, SENTENCES))
    return TRUE;
  if (bare && found->m.end == found->m.head + 1 && (found->many || found->definite) &&
      (kith_finder_join_latest(f, i, is_made_up, SENTENCES) ||
       (found->many && kith_finder_join_latest(f, i, is_doing, SENTENCES))))
    return TRUE;
  if (!found->definite)
    return FALSE;
  if (found->m.type == KITH_ACTOR_PERSON)
    return kith_finder_join_person(f, i);
  if (found->many && kith_noun_is_armed(key))
    bare = is_bare_band(f, found);
  if (found->many)
    return bare && (kith_finder_join_latest(f, i, is_same_band, SENTENCES) ||
                    kith_finder_join_latest(f, i, is_like_band, 1) ||
                    (kith_noun_is_armed(key) && !is_owned(f, i) &&
                     (kith_finder_join_latest(f, i, is_armed_body, SENTENCES) ||
                      kith_finder_join_latest(f, i, is_acting_band, 2))));
  return (bare &&
          (kith_finder_join_latest(f, i, is_same_body, SENTENCES) ||
           ((kith_body_kinds(key) & KITH_BODY_NAMED) != 0 &&
            (kith_finder_join_only(f, i, is_same_body) || kith_finder_join_only(f, i, is_like_body))))) ||
         kith_finder_join_body(f, i) || kith_finder_join_latest(f, i, is_headlined_so, SENTENCES);
}

/* Whether all that is told of a mention's cluster is its own noun. */
static gboolean
is_only_called(const KithFinder *f, guint i)
{
  const GArray *mentions = kith_cluster_of(f, i)->mentions;
  for (guint k = 0; k < mentions->len; k++)
    if (strcmp(kith_found(f, g_array_index(mentions, guint, k))->key, kith_found(f, i)->key) != 0)
      return FALSE;
  return TRUE;
}

/* "Navy spokesman", "the Coalition": a body's noun alone that the tagger has as a name, where the text has
 * told whose it is. */
static gboolean
is_plain_name(const KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  gboolean alone = found->core_begin == 0 || found->m.begin + 1 == found->core_begin;
  return found->m.kind == KITH_MENTION_NAME && found->entry == NULL && alone &&
         found->core_end == found->core_begin + 1 && found->m.type == KITH_ACTOR_ORGANIZATION &&
         (kith_body_kinds(found->key) & KITH_BODY_NAMED) != 0 && is_only_called(f, i);
}

static gboolean
is_told_so(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate);
  return c->m.kind == KITH_MENTION_NOMINAL && !c->plural && strcmp(c->key, kith_found(f, i)->key) == 0 &&
         kith_cluster_of(f, candidate)->type == KITH_ACTOR_ORGANIZATION;
}

/* "The Forum" where there is a Coastal Forum. */
static gboolean
is_long_name(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate);
  const KithWord *words = kith_finder_words(f, c->m.sentence);
  return c->m.kind == KITH_MENTION_NAME && c->m.type == KITH_ACTOR_ORGANIZATION &&
         c->core_end > c->core_begin + 1 && kith_word_is(&words[c->core_end - 1], kith_found(f, i)->key) &&
         kith_finder_ties_agree(f, candidate, i);
}

void
kith_finder_resolve_nominals(KithFinder *f)
{
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    if (is_plain_name(f, i))
      kith_finder_join_latest(f, i, is_told_so, SENTENCES);
    if (found->called && found->m.begin + 2 >= found->m.end && found->m.head + 1 == found->m.end)
      kith_finder_join_latest(f, i, is_long_name, SENTENCES);
    if (found->m.kind != KITH_MENTION_NOMINAL || kith_cluster_of(f, i)->named ||
        kith_finder_join_shared(f, i) || kith_finder_members(f, i))
      continue;
    if (!kith_finder_join_stating(f, i) && !join_nominal(f, i) && !kith_finder_join_worded(f, i))
      kith_finder_join_ahead(f, i);
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
    guint owner = kith_finder_owner(f, i);
    const KithGazetteerEntry *entry = owner != KITH_NONE ? kith_cluster_of(f, owner)->entry : NULL;
    for (guint j = 0; j < f->found->len && entry != NULL && entry->type == KITH_ACTOR_COUNTRY; j++)
      if (kith_found(f, j)->people && kith_found(f, j)->tie == entry) {
        kith_cluster_join(f, j, i);
        break;
      }
  }
}
