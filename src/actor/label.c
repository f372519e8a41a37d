/* Entities out of clusters: types, labels, aliases, ties, members. */
#include <string.h>

#include "actor/finder.h"
#include "actor/kinds.h"
#include "actor/spans.h"

enum { MAX_ALIAS = 120 };

static void
entity_free(gpointer data)
{
  KithEntity *entity = data;
  g_free(entity->label);
  g_ptr_array_unref(entity->aliases);
  g_array_unref(entity->mentions);
  g_array_unref(entity->members);
  g_free(entity);
}

static KithEntity *
entity_new(void)
{
  KithEntity *entity = g_new0(KithEntity, 1);
  entity->aliases = g_ptr_array_new_with_free_func(g_free);
  entity->mentions = g_array_new(FALSE, FALSE, sizeof(guint));
  entity->members = g_array_new(FALSE, FALSE, sizeof(guint));
  entity->country = KITH_NONE;
  return entity;
}

static gint
compare_guint(gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;
  return (x > y) - (x < y);
}

/* A relative pronoun that owns: "whose envoy" is an envoy. */
static gboolean
is_whose(const KithWord *word)
{
  return word->upos == KITH_PRON && g_strcmp0(word->xpos, "WP$") == 0;
}

/* The first word of a mention that is no article and, if wanted, no number. */
static guint
skip_front(const KithFinder *f, const KithFound *found, gboolean numbers)
{
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  guint i = numbers && found->m.kind == KITH_MENTION_NOMINAL ? found->core_begin : found->m.begin;
  while (i < found->m.head && (words[i].upos == KITH_DET || is_whose(&words[i]) ||
                               (numbers && words[i].upos == KITH_NUM) || words[i].upos == KITH_PUNCT))
    i++;
  return i;
}

/* Takes over an alias unless it is there, or is the label, or is too long to be a name of anything. */
static void
add_alias(KithEntity *entity, char *alias)
{
  gboolean known = strlen(alias) > MAX_ALIAS || *alias == '\0' || strcmp(alias, entity->label) == 0;
  for (guint i = 0; i < entity->aliases->len && !known; i++)
    known = strcmp(alias, g_ptr_array_index(entity->aliases, i)) == 0;
  if (known)
    g_free(alias);
  else
    g_ptr_array_add(entity->aliases, alias);
}

static void
add_aliases(const KithFinder *f, KithEntity *entity, const KithFound *found)
{
  guint s = found->m.sentence;
  if (found->m.kind == KITH_MENTION_PRONOUN || entity->aliases->len > 200)
    return;
  if (found->shared != 0) {
    add_alias(entity, kith_finder_shared_label(f, found));
    return;
  }
  if (!is_whose(&kith_finder_words(f, s)[found->m.begin]))
    add_alias(entity, kith_finder_text(f, s, found->m.begin, found->m.end));
  guint begin = skip_front(f, found, FALSE);
  if (found->m.kind == KITH_MENTION_NAME) {
    add_alias(entity, kith_finder_text(f, s, found->core_begin, found->core_end));
    add_alias(entity, kith_finder_text(f, s, begin, found->m.end));
    return;
  }
  guint end = MAX(found->m.head + 1, MIN(found->core_end, found->m.end));
  add_alias(entity, kith_finder_text(f, s, begin, found->m.end));
  add_alias(entity, kith_finder_text(f, s, begin, end));
  add_alias(entity, kith_finder_text(f, s, skip_front(f, found, TRUE), end));
}

/* How good a mention is as the label: names before descriptions, then more words, up to a point, then the
 * first. */
static guint
label_rank(const KithFinder *f, const KithFound *found)
{
  if (found->m.kind == KITH_MENTION_PRONOUN)
    return 0;
  if (found->m.kind == KITH_MENTION_NOMINAL)
    return found->called ? 2 : 1;
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  guint rank = 10;
  for (guint i = found->core_begin; i < found->core_end; i++)
    rank += words[i].upos != KITH_PUNCT;
  return found->m.metonym ? 3 : rank;
}

/* Where a description's label ends: behind its noun, or behind the people that it mostly is: "ten men, mostly
 * Danes", or the country that a people has: "people of Norland". */
static guint
label_end(const KithFinder *f, const KithFound *found)
{
  static const char *const mostly[] = {"mostly", "mainly", "largely", "chiefly", "predominantly", NULL};
  guint s = found->m.sentence, people = found->m.head + 3;
  const KithWord *words = kith_finder_words(f, s);
  if (found->people && people < kith_finder_length(f, s) && kith_word_is(&words[people - 2], "of")) {
    guint name = people - (kith_is_article(&words[people - 1]) ? 0 : 1);
    return f->owner[s][name] != 0 ? name + 1 : people - 2;
  }
  return people < kith_finder_length(f, s) && strcmp(words[people - 2].form, ",") == 0 &&
                 kith_word_in(&words[people - 1], mostly) && f->demonyms[s][people] != NULL &&
                 words[people].deprel == KITH_DEP_APPOS && words[people].head == (gint32)found->m.head
             ? people + 1
             : MAX(found->m.head + 1, found->core_end);
}

static char *
make_label(const KithFinder *f, const KithCluster *cluster)
{
  if (cluster->entry != NULL)
    return g_strdup(cluster->entry->label);
  const KithFound *best = NULL;
  guint best_rank = 0;
  for (guint i = 0; i < cluster->mentions->len; i++) {
    const KithFound *found = kith_found(f, g_array_index(cluster->mentions, guint, i));
    guint rank = label_rank(f, found);
    if (best == NULL || rank > best_rank) {
      best = found;
      best_rank = rank;
    }
  }
  if (best->m.kind == KITH_MENTION_NAME)
    return kith_finder_text(f, best->m.sentence, best->core_begin, best->core_end);
  if (best->shared != 0)
    return kith_finder_shared_label(f, best);
  guint begin = best->core_begin > best->m.begin ? skip_front(f, best, TRUE) : skip_front(f, best, FALSE);
  char *label = kith_finder_text(f, best->m.sentence, begin, label_end(f, best));
  const KithWord *head = &kith_finder_words(f, best->m.sentence)[best->m.head];
  if (head->deprel != KITH_DEP_COMPOUND || best->m.type != KITH_ACTOR_GROUP || best->many)
    return label;
  g_autofree char *one = label; /* "a rebel attack": the rebels' */
  return g_strconcat(one, "s", NULL);
}

/* The type that most of its names have; the cluster's own where it is sure or has no names. */
static KithActorType
vote_type(const KithFinder *f, const KithCluster *cluster)
{
  if (cluster->entry != NULL)
    return cluster->entry->type;
  guint votes[KITH_N_ACTOR_TYPES] = {0};
  for (guint i = 0; i < cluster->mentions->len; i++) {
    const KithFound *found = kith_found(f, g_array_index(cluster->mentions, guint, i));
    if (found->m.kind == KITH_MENTION_NAME)
      votes[found->m.type]++;
  }
  KithActorType best = cluster->type;
  for (guint t = 0; t < KITH_N_ACTOR_TYPES; t++)
    if (votes[t] > votes[best])
      best = (KithActorType)t;
  return best;
}

/* Whether a place's description has a name of its own: "Shire valley". */
static gboolean
has_name(const KithFinder *f, const KithFound *found)
{
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  for (guint w = found->m.begin; w < found->m.head; w++) {
    guint name = kith_finder_at_head(f, found->m.sentence, w);
    if (words[w].upos == KITH_PROPN && words[w].deprel == KITH_DEP_COMPOUND &&
        (name == KITH_NONE || kith_found(f, name)->entry == NULL))
      return TRUE;
  }
  return FALSE;
}

/* Whether an unnamed place is somebody's target: "stormed the refinery", but not "closed the border"; or
 * where people are. */
static gboolean
is_acted_on(const KithFinder *f, const KithFound *found)
{
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  KithDeprel role =
      (KithDeprel)words[kith_tree_first_conjunct(f->trees[found->m.sentence], found->m.head)].deprel;
  return found->lived || has_name(f, found) ||
         (!kith_noun_is_area(found->key) && (role == KITH_DEP_OBJ || role == KITH_DEP_NSUBJ_PASS));
}

/* Whether a cluster is an entity: pronouns that mean nothing known and "the country" of no country are not.
 */
static gboolean
is_entity(const KithFinder *f, const KithCluster *cluster)
{
  if (cluster->mentions == NULL)
    return FALSE;
  if (cluster->members != NULL || cluster->named || cluster->entry != NULL)
    return TRUE;
  gboolean nominal = FALSE;
  for (guint i = 0; i < cluster->mentions->len && !nominal; i++) {
    const KithFound *found = kith_found(f, g_array_index(cluster->mentions, guint, i));
    /* "the country" is none by itself, "member states" are */
    gboolean country =
        found->noun.kind == KITH_NOUN_COUNTRY && !(found->many && found->m.head > found->core_begin);
    nominal = found->m.kind == KITH_MENTION_NOMINAL && !country &&
              (found->noun.kind != KITH_NOUN_PLACE || is_acted_on(f, found)) &&
              strcmp(found->key, "side") != 0 && strcmp(found->key, "capital") != 0;
  }
  return nominal;
}

/* The entity that the demonym, genitive or compound of a mention names, if the text has it. */
static void
set_country(const KithFinder *f, KithEntities *entities, GHashTable *by_entry)
{
  for (guint i = 0; i < entities->entities->len; i++) {
    KithEntity *entity = g_ptr_array_index(entities->entities, i);
    for (guint k = 0; entity->members->len == 0 && k < entity->mentions->len && entity->country == KITH_NONE;
         k++) {
      const KithFound *found = kith_found(f, g_array_index(entity->mentions, guint, k));
      const KithGazetteerEntry *tie = kith_finder_tie(f, found);
      gpointer other = tie != NULL ? g_hash_table_lookup(by_entry, tie) : NULL;
      if (other == NULL && entity->entry != NULL && entity->entry->country != NULL)
        other = g_hash_table_lookup(by_entry, kith_gazetteer_entry(f->gazetteer, entity->entry->country));
      if (other != NULL && GPOINTER_TO_UINT(other) - 1 != i)
        entity->country = GPOINTER_TO_UINT(other) - 1;
    }
  }
}

/* The country whose name or adjective, or whose town's name, a body's or place's name has in it: "Nairobi
 * University"; NULL. */
static const KithGazetteerEntry *
land_in_name(const KithFinder *f, const KithFound *found)
{
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  for (guint w = found->core_begin; found->m.type != KITH_ACTOR_PERSON && w < found->core_end; w++) {
    const KithGazetteerEntry *entry = f->demonyms[found->m.sentence][w];
    if (entry == NULL && words[w].upos == KITH_PROPN && found->core_end > found->core_begin + 1)
      entry = kith_gazetteer_find(f->gazetteer, words[w].form, NULL);
    if (entry != NULL && entry->type != KITH_ACTOR_COUNTRY)
      entry = entry->type == KITH_ACTOR_PLACE && entry->country != NULL
                  ? kith_gazetteer_entry(f->gazetteer, entry->country)
                  : NULL;
    if (entry != NULL)
      return entry;
  }
  return NULL;
}

/* The country of those whom a description says that it is from: "doctors from two Danish charities"; NULL. */
static const KithGazetteerEntry *
land_behind(const KithFinder *f, const KithFound *found)
{
  const KithTree *tree = f->trees[found->m.sentence];
  for (gint32 c = kith_tree_first(tree, (gint32)found->m.head); c >= 0; c = kith_tree_next(tree, c)) {
    const KithWord *marker =
        (guint)c > found->m.head ? kith_finder_case(f, found->m.sentence, (guint)c) : NULL;
    const guint from = marker != NULL && kith_word_is(marker, "from")
                           ? kith_finder_at_head(f, found->m.sentence, (guint)c)
                           : KITH_NONE;
    if (from != KITH_NONE)
      return kith_finder_country(f, from);
  }
  return NULL;
}

/* The country that an entity is or belongs to by its own words, or by what the gazetteer has of it; NULL. */
static const KithGazetteerEntry *
land_of(const KithFinder *f, const KithEntity *entity)
{
  const KithGazetteerEntry *entry = entity->entry;
  if (entry != NULL && entry->type != KITH_ACTOR_COUNTRY)
    return entry->country != NULL ? kith_gazetteer_entry(f->gazetteer, entry->country) : NULL;
  if (entry != NULL || entity->members->len > 0)
    return entry;
  const KithGazetteerEntry *land = kith_finder_country(f, g_array_index(entity->mentions, guint, 0));
  for (guint k = 0; land == NULL && k < entity->mentions->len; k++) {
    const KithFound *found = kith_found(f, g_array_index(entity->mentions, guint, k));
    const KithGazetteerEntry *tie = kith_finder_tie(f, found);
    if (tie != NULL && tie->country != NULL)
      land = kith_gazetteer_entry(f->gazetteer, tie->country); /* "Taliban fighters" */
    else if (found->m.kind != KITH_MENTION_PRONOUN)
      land = found->m.kind == KITH_MENTION_NAME ? land_in_name(f, found) : land_behind(f, found);
  }
  return land;
}

static KithEntity *
make_entity(const KithFinder *f, KithCluster *cluster)
{
  KithEntity *entity = entity_new();
  g_array_sort(cluster->mentions, compare_guint);
  entity->label = make_label(f, cluster);
  entity->type = vote_type(f, cluster);
  entity->entry = cluster->entry;
  entity->gender = cluster->gender;
  entity->plural = cluster->plural;
  for (guint i = 0; i < cluster->mentions->len; i++) {
    guint mention = g_array_index(cluster->mentions, guint, i);
    const KithFound *found = kith_found(f, mention);
    add_aliases(f, entity, found);
    entity->acts |= found->acts;
    entity->named |= found->m.kind == KITH_MENTION_NAME || found->called || entity->entry != NULL;
    g_array_append_val(entity->mentions, mention);
  }
  return entity;
}

/* Gives out the mentions that belong to entities, and numbers them anew. */
static void
give_mentions(const KithFinder *f, KithEntities *entities, const guint *entity_of)
{
  g_autofree guint *number = g_new(guint, f->found->len + 1);
  for (guint i = 0; i < f->found->len; i++) {
    KithMention mention = kith_found(f, i)->m;
    guint entity = entity_of[kith_cluster_index(f, i)];
    number[i] = entities->mentions->len;
    if (entity == KITH_NONE)
      continue;
    mention.entity = entity;
    mention.seat = kith_found(f, i)->seat != NULL;
    g_array_append_val(entities->mentions, mention);
  }
  for (guint i = 0; i < entities->mentions->len; i++) {
    KithMention *mention = &g_array_index(entities->mentions, KithMention, i);
    mention->by = mention->by > 0 ? number[mention->by - 1] + 1 : 0;
  }
  for (guint i = 0; i < entities->entities->len; i++) {
    KithEntity *entity = g_ptr_array_index(entities->entities, i);
    for (guint k = 0; k < entity->mentions->len; k++)
      g_array_index(entity->mentions, guint, k) = number[g_array_index(entity->mentions, guint, k)];
  }
}

static void
give_voices(const KithFinder *f, KithEntities *entities, const guint *entity_of)
{
  const guint n = f->doc->sentences->len;
  entities->voices = g_array_sized_new(FALSE, FALSE, sizeof(guint), n);
  for (guint s = 0; s < n; s++) {
    const guint voice =
        f->voices[s] == KITH_NONE ? KITH_NONE : entity_of[kith_cluster_index(f, f->voices[s])];
    g_array_append_val(entities->voices, voice);
  }
}

KithEntities *
kith_finder_entities(KithFinder *f)
{
  KithEntities *entities = g_new0(KithEntities, 1);
  entities->mentions = g_array_new(FALSE, FALSE, sizeof(KithMention));
  entities->entities = g_ptr_array_new_with_free_func(entity_free);
  g_autoptr(GHashTable) by_entry = g_hash_table_new(NULL, NULL);
  g_autofree guint *entity_of = g_new(guint, f->clusters->len + 1);
  for (guint i = 0; i < f->clusters->len; i++) {
    KithCluster *cluster = &g_array_index(f->clusters, KithCluster, i);
    entity_of[i] = KITH_NONE;
    if (!is_entity(f, cluster))
      continue;
    entity_of[i] = entities->entities->len;
    if (cluster->entry != NULL)
      g_hash_table_insert(by_entry, (gpointer)cluster->entry, GUINT_TO_POINTER(entity_of[i] + 1));
    g_ptr_array_add(entities->entities, make_entity(f, cluster));
  }
  for (guint i = 0; i < f->clusters->len; i++) {
    const KithCluster *cluster = &g_array_index(f->clusters, KithCluster, i);
    for (guint k = 0; entity_of[i] != KITH_NONE && cluster->members != NULL && k < cluster->members->len;
         k++) {
      guint member = entity_of[kith_cluster_index(f, g_array_index(cluster->members, guint, k))];
      KithEntity *entity = g_ptr_array_index(entities->entities, entity_of[i]);
      if (member != KITH_NONE && member != entity_of[i])
        g_array_append_val(entity->members, member);
    }
  }
  set_country(f, entities, by_entry);
  for (guint i = 0; i < entities->entities->len; i++) {
    KithEntity *entity = g_ptr_array_index(entities->entities, i);
    entity->land = land_of(f, entity);
  }
  const KithGazetteerEntry *home = kith_finder_home(f);
  entities->home = home != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(by_entry, home)) : 0;
  give_voices(f, entities, entity_of);
  give_mentions(f, entities, entity_of);
  return entities;
}
