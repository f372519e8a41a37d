/* Descriptions of countries and places: "the country", "the government", "the capital", "the town". */
#include <string.h>

#include "actor/finder.h"
#include "actor/kinds.h"
#include "actor/spans.h"

static const char *const towns[] = {"city", "town", "village", "municipality", NULL};
static const char *const areas[] = {"region",    "province", "state", "district",  "island",
                                    "territory", "county",   "area",  "peninsula", NULL};

/* How much more a reader has the country in mind that the text is of. */
static const double HOME = 2;

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

/* "The country" whose name does not stand near: the one whose adjective came last, named elsewhere or not;
 * or a given one. */
static gboolean
adopt_country(KithFinder *f, guint i, const KithGazetteerEntry *given)
{
  const KithFound *found = kith_found(f, i);
  const KithGazetteerEntry *entry = given != NULL ? given : found->tie;
  for (guint j = i; j-- > kith_finder_reach(f, i) && (entry == NULL || entry->type != KITH_ACTOR_COUNTRY);)
    entry = kith_finder_tie(f, kith_found(f, j));
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

const KithGazetteerEntry *
kith_finder_home(const KithFinder *f)
{
  const char *from = f->doc->place, *comma = from != NULL ? strstr(from, ", ") : NULL;
  g_autofree char *town =
      from != NULL ? g_strndup(from, comma != NULL ? (gsize)(comma - from) : strlen(from)) : NULL;
  const KithGazetteerEntry *country =
      comma != NULL ? kith_gazetteer_find(f->gazetteer, comma + 2, NULL) : NULL;
  if (country != NULL && country->type == KITH_ACTOR_COUNTRY)
    return country;
  const KithGazetteerEntry *place = town != NULL ? kith_gazetteer_find(f->gazetteer, town, NULL) : NULL;
  return place == NULL                       ? NULL
         : place->type == KITH_ACTOR_COUNTRY ? place
         : place->country != NULL            ? kith_gazetteer_entry(f->gazetteer, place->country)
                                             : NULL;
}

/* Whether the text is of a country: its headline names it, or what it was sent from lies there. */
static gboolean
is_home(const KithFinder *f, const KithCluster *country)
{
  enum { TOP = 4 }; /* sentences that headlines can be among */
  for (guint s = 0; s < MIN(TOP, f->doc->sentences->len); s++)
    for (guint j = f->first[s]; j < f->first[s + 1]; j++)
      if (kith_document_sentence(f->doc, s)->kind == KITH_SENTENCE_HEADLINE &&
          kith_cluster_of(f, j) == country)
        return TRUE;
  return country->entry != NULL && country->entry == kith_finder_home(f);
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
    double score =
        salience(f, j, i) - (has_official(f, cluster, i) ? 3 : 0) + (is_home(f, cluster) ? HOME : 0);
    if (best == KITH_NONE || score > best_score) {
      best = j;
      best_score = score;
    }
  }
  return best;
}

/* Whose capital stands behind "the government in": the country; NULL. */
static const KithGazetteerEntry *
seat_behind(const KithFinder *f, const KithFound *found)
{
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  guint name = found->m.head + 2;
  if (found->m.end <= name || !kith_word_is(&words[found->m.head + 1], "in"))
    return NULL;
  for (guint j = f->first[found->m.sentence]; j < f->first[found->m.sentence + 1]; j++)
    if (kith_found(f, j)->core_begin == name && kith_found(f, j)->core_end == found->m.end)
      return kith_found(f, j)->seat;
  return NULL;
}

/* Whether the country that the text was sent from, of which there are only adjectives before a description,
 * is nearer than a named one. */
static gboolean
is_home_meant(const KithFinder *f, guint i, guint named, const KithGazetteerEntry **home)
{
  const KithFound *found = kith_found(f, i);
  *home = kith_finder_home(f);
  if (*home == NULL || found->tie != NULL || kith_cluster_of(f, named)->entry == *home ||
      kith_found(f, named)->subject)
    return FALSE;
  guint last = kith_found(f, named)->m.sentence, first = last > 0 ? last - 1 : 0;
  for (guint s = first; s <= found->m.sentence; s++)
    for (guint w = 0; f->trees[s] != NULL && w < f->trees[s]->n; w++)
      if (f->demonyms[s][w] == *home)
        return TRUE;
  return FALSE;
}

/* "the country", "the South Asian nation", "the government", "the State". */
static gboolean
join_country(KithFinder *f, guint i)
{
  const KithGazetteerEntry *home, *seat = seat_behind(f, kith_found(f, i));
  if (seat != NULL)
    return adopt_country(f, i, seat);
  guint best = salient_country(f, i);
  if (best != KITH_NONE && is_home_meant(f, i, best, &home))
    return adopt_country(f, i, home);
  if (best != KITH_NONE)
    return kith_cluster_join(f, best, i);
  home = kith_found(f, i)->tie == NULL ? kith_finder_home(f) : NULL;
  if (adopt_country(f, i, home))
    return TRUE;
  best = main_country(f, i);
  return best != KITH_NONE && kith_cluster_join(f, best, i);
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

/* "Bergen, the region's main city": what stands before the comma is not the region. */
static gboolean
is_owned_by(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  const KithWord *words = kith_finder_words(f, m->m.sentence);
  return c->m.sentence == m->m.sentence && c->m.end + 1 == m->m.begin &&
         strcmp(words[c->m.end].form, ",") == 0 && words[m->m.head].deprel == KITH_DEP_NMOD_POSS;
}

/* "The Xul region": a name of its own, which is not the place's. */
static gboolean
has_other_name(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *c = kith_found(f, candidate), *m = kith_found(f, i);
  const KithWord *words = kith_finder_words(f, m->m.sentence);
  for (guint w = m->m.head + 1; w < m->m.end; w++) { /* "the market area of the Al-Roe district" */
    g_autofree char *name = g_utf8_strdown(words[w].form, -1);
    if (words[w].upos == KITH_PROPN && kith_word_capitalized(&words[w]) && strstr(c->key, name) == NULL)
      return TRUE;
  }
  if (m->m.head == m->m.begin || words[m->m.head - 1].upos != KITH_PROPN ||
      words[m->m.head - 1].deprel != KITH_DEP_COMPOUND)
    return FALSE;
  g_autofree char *own = g_utf8_strdown(words[m->m.head - 1].form, -1);
  return strstr(c->key, own) == NULL;
}

/* Whether a place has been called a town, and so is no region. */
static gboolean
is_told_town(const KithFinder *f, guint candidate)
{
  const GArray *mentions = kith_cluster_of(f, candidate)->mentions;
  for (guint k = 0; k < mentions->len; k++) {
    const KithFound *found = kith_found(f, g_array_index(mentions, guint, k));
    if (found->m.kind == KITH_MENTION_NOMINAL && g_strv_contains(towns, found->key))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_area(const KithFinder *f, guint candidate, guint i)
{
  const KithFound *found = kith_found(f, candidate), *m = kith_found(f, i);
  if (found->m.kind != KITH_MENTION_NAME || found->m.type != KITH_ACTOR_PLACE ||
      found->use == KITH_GAZ_CAPITAL || is_owned_by(f, candidate, i) || has_other_name(f, candidate, i) ||
      is_told_town(f, candidate))
    return FALSE;
  return strcmp(m->key, "region") == 0 || strcmp(m->key, "area") == 0 || strstr(found->key, m->key) != NULL;
}

/* "The county" where Lake County was. */
static gboolean
is_area_named_so(const KithFinder *f, guint candidate, guint i)
{
  return is_area(f, candidate, i) && strstr(kith_found(f, candidate)->key, kith_found(f, i)->key) != NULL;
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

/* Whether "state" means the country: "the State", "the Iraqi state", but not "in the Indian state". */
static gboolean
is_state(const KithFinder *f, const KithFound *found)
{
  static const char *const there[] = {"in", "across", "throughout", "of", "from", NULL};
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  if (strcmp(found->key, "state") != 0)
    return FALSE;
  if (kith_word_capitalized(&words[found->m.head]))
    return TRUE;
  const KithWord *marker = kith_finder_case(f, found->m.sentence, found->m.head);
  return found->tie != NULL && found->tie->type == KITH_ACTOR_COUNTRY &&
         f->demonyms[found->m.sentence][found->m.head - 1] == found->tie &&
         found->m.end == found->m.head + 1 && (marker == NULL || !kith_word_in(marker, there));
}

/* Whether a word is one of a name of this entry. */
static gboolean
is_named_by(const KithFinder *f, guint s, guint word, const KithGazetteerEntry *entry)
{
  for (guint j = f->first[s]; j < f->first[s + 1]; j++)
    if (kith_found(f, j)->entry == entry && kith_found(f, j)->core_begin <= word &&
        word < kith_found(f, j)->core_end)
      return entry != NULL;
  return FALSE;
}

/* Whether nothing stands before a government but what any has, and the country whose it is: "New Zealand's
 * freely elected". */
static gboolean
is_plain_before(const KithFinder *f, const KithFound *found)
{
  static const char *const kinds[] = {"unity",    "interim",  "transitional", "caretaker",  "outgoing",
                                      "incoming", "national", "federal",      "central",    "elected",
                                      "military", "civilian", "current",      "new",        "elect",
                                      "present",  "previous", "sovereign",    "legitimate", NULL};
  const guint s = found->m.sentence;
  const KithWord *words = kith_finder_words(f, s);
  for (guint w = found->m.begin; w < found->m.head; w++) {
    gboolean kind = kith_word_in(&words[w], kinds) && words[w].head == (gint32)found->m.head;
    gboolean how = words[w].upos == KITH_ADV && words[w].head > (gint32)w &&
                   words[w].head < (gint32)found->m.head; /* "democratically elected" */
    if (!kind && !how && !kith_is_article(&words[w]) && !kith_is_owner_mark(&words[w]) &&
        (found->tie == NULL || f->demonyms[s][w] != found->tie) && !is_named_by(f, s, w, found->tie))
      return FALSE;
  }
  return TRUE;
}

/* "The regime" where the text calls none after somebody: a government like others. */
static gboolean
is_plain_regime(const KithFinder *f, const KithFound *found)
{
  if (strcmp(found->key, "regime") != 0 || found->m.head != found->m.begin + 1 ||
      found->m.end != found->m.head + 1)
    return FALSE;
  for (guint j = 0; j < f->found->len; j++) {
    const KithFound *other = kith_found(f, j);
    if (strcmp(kith_finder_words(f, other->m.sentence)[other->m.head].form, "regime") == 0 &&
        (other->m.head != other->m.begin + 1 || other->m.end != other->m.head + 1))
      return FALSE;
  }
  return TRUE;
}

/* Whether a description is a country's government: "the government", "the Swiss government", "the State". */
static gboolean
is_government(const KithFinder *f, const KithFound *found)
{
  gboolean country = found->tie != NULL && found->tie->type == KITH_ACTOR_COUNTRY;
  return (strcmp(found->key, "government") == 0 || is_state(f, found) || is_plain_regime(f, found)) &&
         found->definite && !found->plural &&
         (found->m.end <= found->m.head + 2 || seat_behind(f, found) != NULL) &&
         (found->m.head <= found->m.begin + 1 ||
          ((country || found->tie == NULL) && is_plain_before(f, found)));
}

gboolean
kith_finder_join_country(KithFinder *f, guint i)
{
  const KithGazetteerEntry *home = kith_finder_home(f);
  return home != NULL ? adopt_country(f, i, home) : join_country(f, i);
}

gboolean
kith_finder_join_place(KithFinder *f, guint i, gboolean *joined)
{
  const KithFound *found = kith_found(f, i);
  const char *key = found->key;
  gboolean bare = found->m.end == found->m.head + 1;
  *joined = FALSE;
  if (found->noun.kind == KITH_NOUN_COUNTRY && !found->plural) {
    *joined = found->definite && join_country(f, i);
    return TRUE;
  }
  if (is_government(f, found)) {
    /* "his government" waits for who he is */
    const KithTree *tree = f->trees[found->m.sentence];
    gint32 owner = kith_tree_child(tree, (gint32)found->m.head, KITH_DEP_NMOD_POSS);
    *joined = (owner < 0 || tree->words[owner].upos != KITH_PRON) && join_country(f, i);
    return TRUE;
  }
  if (strcmp(key, "capital") == 0 && found->definite && bare) {
    *joined = join_capital(f, i);
    return TRUE;
  }
  if (!found->definite || found->plural || found->noun.kind != KITH_NOUN_PLACE)
    return FALSE;
  if (g_strv_contains(towns, key) && bare)
    *joined = kith_finder_join_only(f, i, is_called_town) || kith_finder_join_latest(f, i, is_town, 5);
  if (!*joined && strcmp(key, "island") == 0 && bare)
    *joined =
        kith_finder_join_latest(f, i, is_acting_island, 2) || kith_finder_join_latest(f, i, is_island, 2);
  if (!*joined && g_strv_contains(areas, key))
    *joined = (bare && kith_finder_join_latest(f, i, is_called_town, KITH_FINDER_SENTENCES)) ||
              kith_finder_join_latest(f, i, is_area, 5) ||
              (bare && kith_finder_join_latest(f, i, is_area_named_so, KITH_FINDER_SENTENCES));
  return *joined || (kith_body_kinds(key) & KITH_BODY_MEDIA) == 0; /* "the station" can be a broadcaster */
}
