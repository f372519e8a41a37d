/* Which country or firm the holder of a post serves where no words tell. */
#include "relation/guess.h"

#include <string.h>

#include "actor/kinds.h"

/* Whether a mention in the title's own sentence is where somebody goes or what is done about it, not who
 * does. */
static gboolean
is_elsewhere(const KithScene *scene, const KithMention *mention)
{
  gint word = (gint)mention->head;
  if (word >= (gint)scene->n)
    return FALSE;
  if (kith_scene_rel(scene, word) == KITH_DEP_APPOS && kith_scene_head(scene, word) >= 0)
    word = kith_scene_head(scene, word);
  const char *prep = kith_scene_prep(scene, word);
  return prep != NULL && strcmp(prep, "of") != 0 && strcmp(prep, "by") != 0 && strcmp(prep, "for") != 0;
}

/* The gazetteer's ids of the countries that have such a title, parted by '|'; NULL: all may. */
static const char *
known_countries(const KithScene *scene, gint title)
{
  static const struct {
    const char *title, *with, *ids;
  } known[] = {
      {"secretary", "state", "united-states"},
      {"secretary", "foreign",
       "united-kingdom|india|pakistan|bangladesh|nepal|sri-lanka|philippines|hong-kong"},
      {"minister", "middle", "united-kingdom"}, /* "for the Middle East", of the "Foreign Office" */
      {"minister", "office", "united-kingdom"},
      {"senator", "republican", "united-states"},
      {"senator", "democratic", "united-states"},
      {"congressman", NULL, "united-states"},
      {"congresswoman", NULL, "united-states"},
      {"chancellor", "exchequer", "united-kingdom"},
      {"taoiseach", NULL, "ireland"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
    if (strcmp(scene->lemmas[title], known[i].title) != 0)
      continue;
    if (known[i].with == NULL)
      return known[i].ids;
    for (gint j = MAX(title - 2, 0); j < (gint)scene->n && j <= title + 3; j++)
      if (strcmp(scene->lemmas[j], known[i].with) == 0)
        return known[i].ids;
  }
  return NULL;
}

/* Whether another than this person heads the country by an adjective before his title: of President Roe and
 * Kenyan leader Ana Doe only one is Kenya's. */
static gboolean
is_headed(const KithScene *scene, guint country, guint person, gint title)
{
  static const char heads[] = "president leader king queen emperor monarch ruler";
  if (!kith_scene_lemma_in(scene, title, heads))
    return FALSE;
  for (gint i = 0; i < (gint)scene->n; i++) {
    gint noun = scene->land[i] == country ? kith_scene_head(scene, i) : -1;
    while (noun >= 0 && noun + 1 < (gint)scene->n && !kith_scene_lemma_in(scene, noun, heads) && noun > i)
      noun--;
    if (noun > i && noun != title && kith_scene_entity(scene, kith_scene_head(scene, i)) != person)
      return TRUE;
  }
  return FALSE;
}

/* Whether another person of the sentence is known to serve this country. */
static gboolean
is_taken(const KithScene *scene, guint country, guint person)
{
  for (guint j = 0; j < scene->claims->len; j++) {
    const KithClaim *claim = g_ptr_array_index(scene->claims, j);
    if (claim->class != KITH_CLASS_ROLE || claim->target != country || claim->source == person ||
        claim->sure < 0.6)
      continue;
    for (guint i = 0; i < scene->n; i++)
      if (kith_scene_entity(scene, (gint)i) == claim->source)
        return TRUE;
  }
  return FALSE;
}

/* What the country that the text was sent from has beside what is said of it: a little less than a mention in
 * the sentence. */
static const double HOME = 0.8;

/* The same for one that the headline names. */
static const double HEADLINE = 0.5;

/* What an adjective of a country in the title's sentence has: "of the Indian state, told Prime Minister". */
static const double ADJECTIVE = 0.5;

/* The same for one of those whom the holder is named with: "President Roe and the Chilean people". */
static const double BESIDE = 3;

/* Whether an adjective's noun and somebody are coordinated. */
static gboolean
is_beside(const KithScene *scene, gint adjective, guint person)
{
  gint noun = kith_scene_head(scene, adjective);
  if (noun < 0)
    return FALSE;
  if (kith_scene_rel(scene, noun) == KITH_DEP_CONJ)
    return kith_scene_head(scene, noun) >= 0 &&
           kith_scene_entity(scene, kith_scene_head(scene, noun)) == person;
  for (gint c = kith_tree_first(scene->tree, noun); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_CONJ && kith_scene_entity(scene, c) == person)
      return TRUE;
  return FALSE;
}

/* Whether a title is held abroad: "Ambassador John Roe" is sent by another country than the one he is in. */
static gboolean
is_held_abroad(const KithScene *scene, gint title)
{
  return kith_scene_lemma_in(scene, title, "ambassador envoy consul chargé adviser advisor representative");
}

/* Whether the text has a country only as where somebody goes to or comes from. */
static gboolean
is_passed(const KithScene *scene, const KithEntity *country)
{
  for (guint j = 0; j < country->mentions->len; j++) {
    const KithMention *mention =
        &g_array_index(scene->entities->mentions, KithMention, g_array_index(country->mentions, guint, j));
    const KithWord *words =
        kith_document_words(scene->document, kith_document_sentence(scene->document, mention->sentence));
    gint at = (gint)mention->head;
    if (words[at].deprel == KITH_DEP_CONJ && words[at].head >= 0)
      at = words[at].head;
    if (kith_deprel_universal((KithDeprel)words[at].deprel) != KITH_DEP_OBL)
      return FALSE;
  }
  return TRUE;
}

/* Whether the sentence tells of a country as where somebody is on a visit; of those who hold a post abroad,
 * as where they go at all: "travelled to Chad and Mali". */
static gboolean
is_destination(const KithScene *scene, const KithEntity *country, gboolean abroad)
{
  for (guint j = 0; j < country->mentions->len; j++) {
    const KithMention *mention =
        &g_array_index(scene->entities->mentions, KithMention, g_array_index(country->mentions, guint, j));
    gint word = (gint)mention->head;
    if (mention->sentence != scene->sentence || word >= (gint)scene->n)
      continue;
    if (kith_scene_rel(scene, word) == KITH_DEP_CONJ)
      word = kith_scene_head(scene, word);
    const char *prep = kith_scene_prep(scene, word);
    const gint head = kith_scene_head(scene, word);
    gboolean to = g_strcmp0(prep, "to") == 0, visit = to && head >= 0 &&
                                                      kith_scene_lemma_in(scene, head, "visit trip tour") &&
                                                      scene->words[head].upos == KITH_NOUN;
    if (visit || (abroad && (to || g_strcmp0(prep, "in") == 0)))
      return TRUE;
  }
  return FALSE;
}

guint
kith_guess_country(const KithScene *scene, guint person, gint title)
{
  const gboolean abroad = is_held_abroad(scene, title);
  const char *known = known_countries(scene, title);
  g_auto(GStrv) ids = known != NULL ? g_strsplit(known, "|", -1) : NULL;
  const guint home = scene->entities->home > 0 ? scene->entities->home - 1 : KITH_NONE;
  const GPtrArray *all = scene->entities->entities;
  guint best = KITH_NONE;
  double best_score = 0;
  for (guint i = 0; i < all->len; i++) {
    const KithEntity *country = g_ptr_array_index(all, i);
    if (country->type != KITH_ACTOR_COUNTRY)
      continue;
    gboolean taken = is_taken(scene, i, person);
    double score = i == home ? HOME : 0, headline = 0;
    if (is_destination(scene, country, abroad) || (abroad && is_passed(scene, country)) ||
        is_headed(scene, i, person, title))
      continue;
    if (ids != NULL &&
        (country->entry == NULL || !g_strv_contains((const char *const *)ids, country->entry->id)))
      continue;
    if (ids != NULL && ids[1] == NULL)
      return i;
    for (guint j = 0; j < country->mentions->len; j++) {
      guint index = g_array_index(country->mentions, guint, j);
      const KithMention *mention = &g_array_index(scene->entities->mentions, KithMention, index);
      gint distance = (gint)scene->sentence - (gint)mention->sentence;
      if (i != home && headline == 0 &&
          kith_document_sentence(scene->document, mention->sentence)->kind == KITH_SENTENCE_HEADLINE)
        score += headline = HEADLINE;
      double weight = distance < 0 ? 0.5 : distance == 0 && is_elsewhere(scene, mention) ? 0.2 : 1.0;
      score += weight / (1.0 + ABS(distance));
    }
    for (guint w = 0; w < scene->n; w++)
      score += scene->land[w] != i ? 0 : is_beside(scene, (gint)w, person) ? BESIDE : ADJECTIVE;
    if (taken || (i == home && abroad))
      score *= 0.25;
    if (score > best_score) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

/* Whether a body is a firm as far as its words tell, or may be one. */
static gboolean
may_be_firm(const KithEntity *body)
{
  guint kinds = 0;
  g_auto(GStrv) words = g_strsplit(body->label, " ", -1);
  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *word = g_utf8_strdown(words[i], -1);
    kinds |= kith_body_kinds(word);
  }
  for (guint k = 0; k < body->aliases->len; k++) {
    const char *alias = g_ptr_array_index(body->aliases, k), *last = strrchr(alias, ' ');
    kinds |= kith_body_kinds(last != NULL ? last + 1 : alias);
  }
  return body->type == KITH_ACTOR_ORGANIZATION && body->named &&
         (kinds == 0 || (kinds & KITH_BODY_FIRM) != 0);
}

guint
kith_guess_firm(const KithScene *scene, guint person)
{
  enum { BACK = 3 };
  const GPtrArray *all = scene->entities->entities;
  guint best = KITH_NONE;
  double best_score = 0;
  for (guint j = 0; j < scene->claims->len; j++) {
    const KithClaim *claim = g_ptr_array_index(scene->claims, j);
    if (claim->class == KITH_CLASS_ROLE && claim->source == person)
      return KITH_NONE;
  }
  for (guint i = 0; i < all->len; i++) {
    const KithEntity *body = g_ptr_array_index(all, i);
    double score = 0;
    for (guint j = 0; body->type == KITH_ACTOR_ORGANIZATION && j < body->mentions->len; j++) {
      guint index = g_array_index(body->mentions, guint, j);
      const KithMention *mention = &g_array_index(scene->entities->mentions, KithMention, index);
      gint distance = (gint)scene->sentence - (gint)mention->sentence;
      if (distance >= 0 && distance <= BACK)
        score += (distance == 0 && is_elsewhere(scene, mention) ? 0.2 : 1.0) / (1.0 + distance);
    }
    if (score > best_score && may_be_firm(body)) {
      best = i;
      best_score = score;
    }
  }
  return best;
}
