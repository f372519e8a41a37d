#include "relation/standing.h"

#include <string.h>

#include "actor/kinds.h"
#include "relation/events.h"
#include "relation/guess.h"

static const KithEntity *
entity_of(const KithScene *scene, guint entity)
{
  return entity == KITH_NONE ? NULL : g_ptr_array_index(scene->entities->entities, entity);
}

static gboolean
is_type(const KithScene *scene, guint entity, KithActorType type)
{
  const KithEntity *given = entity_of(scene, entity);
  return given != NULL && given->type == type;
}

/* A body, a people or a country: what one can be a member of. */
static gboolean
has_members(const KithScene *scene, guint entity)
{
  return is_type(scene, entity, KITH_ACTOR_ORGANIZATION) || is_type(scene, entity, KITH_ACTOR_COUNTRY);
}

static gboolean
is_where(const KithScene *scene, guint entity)
{
  return is_type(scene, entity, KITH_ACTOR_PLACE) || is_type(scene, entity, KITH_ACTOR_COUNTRY);
}

/* Adds one claim between two entities. */
static void
add(const KithScene *scene, KithClass class, gint predicate, gint with, guint source, guint target,
    double confidence)
{
  if (source == KITH_NONE || target == KITH_NONE || source == target ||
      entity_of(scene, source)->members->len > 0 || entity_of(scene, target)->members->len > 0)
    return; /* what a collective is, its members are not for that */
  g_autoptr(GArray) sources = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(sources, source);
  g_array_append_val(targets, target);
  KithClaimParts parts = {.class = class,
                          .predicate = predicate,
                          .with = with,
                          .prep = -1,
                          .status = -1,
                          .modality = KITH_N_MODALITIES,
                          .confidence = confidence};
  kith_claims_add(scene, &parts, sources, targets);
}

/* The word of the person or group that holds a title: the noun's own, or the name that it stands before; -1.
 */
static gint
holder(const KithScene *scene, gint title)
{
  const GArray *mentions = scene->entities->mentions;
  for (guint i = scene->first_mention; i < scene->end_mention; i++) {
    const KithMention *mention = &g_array_index(mentions, KithMention, i);
    if ((guint)title < mention->begin || (guint)title >= mention->end || mention->kind != KITH_MENTION_NAME ||
        !is_type(scene, mention->entity, KITH_ACTOR_PERSON) || (gint)mention->head <= title)
      continue;
    return (gint)mention->head;
  }
  gint word = kith_noun_denoted(scene, title);
  if (word >= 0 && kith_scene_entity(scene, word) != KITH_NONE)
    return word;
  for (gint i = title + 1; i < (gint)scene->n && i < title + 6; i++) {
    guint entity = kith_scene_entity(scene, i);
    if (entity != KITH_NONE && is_type(scene, entity, KITH_ACTOR_PERSON) &&
        scene->words[i].upos == KITH_PROPN && scene->words[i - 1].upos == KITH_PROPN)
      return i;
    if (scene->words[i].upos != KITH_PROPN && scene->words[i].upos != KITH_NOUN &&
        scene->words[i].upos != KITH_ADP)
      break;
  }
  return word;
}

/* Adds who is named by a word behind a post, or whose thing it is: "director of Acme's sales". */
static void
resolve_held(const KithScene *scene, gint word, GArray *found)
{
  kith_scene_resolve_one(scene, word, found);
  gint owner = found->len == 0 ? kith_tree_child(scene->tree, word, KITH_DEP_NMOD_POSS) : -1;
  if (owner >= 0 && has_members(scene, kith_scene_entity(scene, owner)))
    kith_scene_resolve_one(scene, owner, found);
}

/* The first entity other than not among the words a prep or a slot of arguments names; KITH_NONE. */
static guint
slot_entity(const KithScene *scene, const KithArguments *arguments, const char *slot, guint not, gint *word)
{
  for (guint i = 0; i < arguments->n; i++) {
    if (strcmp(arguments->items[i].slot, slot) != 0)
      continue;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint));
    resolve_held(scene, arguments->items[i].word, found);
    for (guint j = 0; j < found->len; j++)
      if (g_array_index(found, guint, j) != not ) {
        *word = arguments->items[i].word;
        return g_array_index(found, guint, j);
      }
  }
  return KITH_NONE;
}

/* The mention nearest before word within the same phrase of names and nouns: "Foreign Ministry" in
 * "Pakistan's Foreign Ministry spokesman". KITH_NONE. */
static guint
before(const KithScene *scene, gint word, guint not, gboolean *by_genitive)
{
  for (gint i = word - 1; i >= 0 && i > word - 8; i--) {
    guint entity = kith_scene_entity(scene, i);
    const KithWord *at = &scene->words[i];
    if (kith_scene_rel(scene, i) == KITH_DEP_DET && kith_scene_lemma_in(scene, i, "the a an"))
      break; /* "after talks in Paris the minister left" */
    if (entity != KITH_NONE && entity != not &&at->upos != KITH_PRON)
      return entity;
    if (entity != KITH_NONE && entity != not &&g_strcmp0(at->xpos, "PRP$") == 0) {
      *by_genitive = TRUE;
      return entity;
    }
    if (at->upos == KITH_PART && strcmp(scene->lemmas[i], "'s") == 0)
      *by_genitive = TRUE;
    else if (at->upos != KITH_NOUN && at->upos != KITH_PROPN && at->upos != KITH_ADJ &&
             at->upos != KITH_PART && !(at->upos == KITH_PUNCT && strcmp(at->form, "-") == 0) &&
             at->upos != KITH_DET)
      break;
  }
  return KITH_NONE;
}

/* Whether one may be it to a person: "his lawyer", "a spokeswoman for her". */
static gboolean
serves_person(const KithScene *scene, gint title)
{
  return kith_scene_lemma_in(
      scene, title,
      "lawyer attorney solicitor barrister counsel spokesman spokeswoman spokesperson aide "
      "adviser advisor agent manager assistant bodyguard chauffeur biographer trainer coach "
      "secretary doctor physician publicist nurse accountant driver");
}

/* "Jane Roe, commander, Harbour Command": the body that a comma parts from its post; KITH_NONE. */
static guint
behind_comma(const KithScene *scene, gint title)
{
  const guint begin = (guint)title + 2;
  const gint who = kith_scene_head(scene, title);
  if (kith_scene_rel(scene, title) != KITH_DEP_APPOS || begin >= scene->n ||
      strcmp(scene->words[title + 1].form, ",") != 0)
    return KITH_NONE;
  for (guint i = scene->first_mention; i < scene->end_mention; i++) {
    const KithMention *mention = &g_array_index(scene->entities->mentions, KithMention, i);
    KithDeprel rel = kith_scene_universal(scene, (gint)mention->head);
    if (mention->begin == begin && mention->kind == KITH_MENTION_NAME &&
        is_type(scene, mention->entity, KITH_ACTOR_ORGANIZATION) &&
        ((rel == KITH_DEP_APPOS && kith_scene_head(scene, (gint)mention->head) == who) ||
         rel == KITH_DEP_LIST))
      return mention->entity;
  }
  return KITH_NONE;
}

/* "Secretary-General Jane Roe", "the secretary general": a body's, never a country's. */
static gboolean
is_secretary_general(const KithScene *scene, gint title)
{
  return kith_scene_lemma_in(scene, title, "secretary") && title + 1 < (gint)scene->n &&
         (strcmp(scene->lemmas[title + 1], "general") == 0 ||
          (title + 2 < (gint)scene->n && strcmp(scene->words[title + 1].form, "-") == 0 &&
           strcmp(scene->lemmas[title + 2], "general") == 0));
}

/* Whether the holder's country is to be sought in the text: a country's post, or "attorney general" alone. */
static gboolean
is_of_country(const KithScene *scene, gint title, const KithPattern *pattern)
{
  if ((pattern->flags & KITH_PATTERN_COUNTRY) == 0 || is_secretary_general(scene, title))
    return FALSE;
  return strcmp(scene->lemmas[title], "attorney") != 0 ||
         (title + 1 < (gint)scene->n && strcmp(scene->lemmas[title + 1], "general") == 0);
}

/* The body or country a title is held of; KITH_NONE. */
static guint
title_body(const KithScene *scene, gint title, const KithPattern *pattern, guint person)
{
  static const char *const after[] = {"of", "for", "at", "with", "in", "from"};
  KithArguments arguments;
  kith_noun_arguments(scene, title, &arguments);
  gboolean country = is_of_country(scene, title, pattern), genitive = FALSE;
  gint word = -1;
  guint body = before(scene, title, person, &genitive);
  if (body != KITH_NONE &&
      (is_type(scene, body, KITH_ACTOR_PERSON) || is_type(scene, body, KITH_ACTOR_GROUP)))
    body = is_type(scene, body, KITH_ACTOR_GROUP) && genitive ? body : KITH_NONE;
  /* "Union president Jane Roe", but no minister is a body's */
  country &=
      body == KITH_NONE || (!kith_scene_lemma_in(scene, title, "president vice-president ex-president") &&
                            !(title > 0 && kith_scene_lemma_in(scene, title, "secretary") &&
                              kith_scene_lemma_in(scene, title - 1, "press")));
  if (body != KITH_NONE && (!country || is_where(scene, body) || genitive))
    return body;
  for (guint i = 0; i < G_N_ELEMENTS(after); i++) {
    guint other = slot_entity(scene, &arguments, after[i], person, &word);
    if (other == KITH_NONE || is_type(scene, other, KITH_ACTOR_PERSON))
      continue;
    if (i == 0 || (!country && i < 3) || is_type(scene, other, KITH_ACTOR_ORGANIZATION))
      return other;
  }
  guint poss = slot_entity(scene, &arguments, "poss", person, &word);
  if (poss == KITH_NONE && serves_person(scene, title))
    poss = slot_entity(scene, &arguments, "of", person, &word);
  if (poss == KITH_NONE && serves_person(scene, title))
    poss = slot_entity(scene, &arguments, "for", person, &word);
  if (poss != KITH_NONE && (!is_type(scene, poss, KITH_ACTOR_PERSON) || serves_person(scene, title)))
    return poss;
  return country ? KITH_NONE : body != KITH_NONE ? body : behind_comma(scene, title);
}

/* Whether the title says by an adjective whose it is ("the Tajik minister"), though the text may not speak of
 * that country. */
static gboolean
has_adjective(const KithScene *scene, gint title)
{
  for (gint i = title - 1; i >= 0 && i >= title - 4; i--) {
    if (scene->demonym[i])
      return TRUE;
    if (scene->words[i].upos != KITH_ADJ && scene->words[i].upos != KITH_NOUN &&
        scene->words[i].upos != KITH_PROPN)
      return FALSE;
  }
  return FALSE;
}

/* The country in the text of a department that a title names, as the gazetteer knows it: "Pentagon adviser";
 * the body itself where the text has no country for it, or it is no country's: "UN envoy". KITH_NONE. */
static guint
department_country(const KithScene *scene, guint department)
{
  const KithEntity *body = entity_of(scene, department);
  if (body == NULL || body->type != KITH_ACTOR_ORGANIZATION || body->entry == NULL)
    return KITH_NONE;
  for (guint i = 0; body->entry->country != NULL && i < scene->entities->entities->len; i++) {
    const KithEntity *country = entity_of(scene, i);
    if (country->entry != NULL && country->type == KITH_ACTOR_COUNTRY &&
        strcmp(country->entry->id, body->entry->country) == 0)
      return i;
  }
  return department;
}

/* The country of a holder of a post whom nothing ties to one yet; KITH_NONE. */
static guint
find_country(const KithScene *scene, gint title, guint person, gboolean *guessed)
{
  for (guint j = 0; j < scene->claims->len; j++) {
    const KithClaim *claim = g_ptr_array_index(scene->claims, j);
    if (claim->class == KITH_CLASS_ROLE && claim->source == person)
      return KITH_NONE;
  }
  gboolean genitive = FALSE;
  guint country = entity_of(scene, person)->country, own = department_country(scene, country);
  if (own == KITH_NONE)
    own = department_country(scene, before(scene, title, person, &genitive));
  if (own != KITH_NONE)
    return own;
  *guessed = country == KITH_NONE;
  /* "her counterpart" is another country's than hers */
  if (country == KITH_NONE && !has_adjective(scene, title) &&
      strcmp(scene->lemmas[title], "counterpart") != 0)
    country = kith_guess_country(scene, person, title);
  return country;
}

/* Whether a title is a firm's: its holder's firm is the one that is spoken of. */
static gboolean
is_of_firm(const KithScene *scene, gint title)
{
  return kith_scene_lemma_in(scene, title, "ceo cfo coo cto chairman chairwoman chairperson") ||
         (title > 0 &&
          ((kith_scene_lemma_in(scene, title, "executive officer") &&
            kith_scene_lemma_in(scene, title - 1, "chief executive operating financial")) ||
           (kith_scene_lemma_in(scene, title, "chief director") &&
            kith_scene_lemma_in(scene, title - 1, "finance marketing operations sales technology"))));
}

/* The body whose post a title is by its name, where the text has that body: the EU's "High Representative";
 * KITH_NONE. */
static guint
known_body(const KithScene *scene, gint title)
{
  if (title < 1 || !kith_scene_lemma_in(scene, title, "representative") ||
      !kith_scene_lemma_in(scene, title - 1, "high"))
    return KITH_NONE;
  for (guint i = 0; i < scene->entities->entities->len; i++) {
    const KithEntity *body = entity_of(scene, i);
    if (body->entry != NULL && strcmp(body->entry->id, "european-union") == 0)
      return i;
  }
  return KITH_NONE;
}

/* Adds what a post's holder is: first those whose body the words name, then (guess) the others, who serve no
 * country whose post is taken. */
static void
find_title(const KithScene *scene, gint title, gboolean guess)
{
  const KithPattern *pattern = kith_clause_pattern(scene, KITH_WORDS_TITLE, title);
  gint who = pattern != NULL ? holder(scene, title) : -1;
  guint person = who >= 0 ? kith_scene_entity(scene, who) : KITH_NONE;
  gboolean group = is_type(scene, person, KITH_ACTOR_GROUP);
  if (kith_noun_is_rank(scene, title))
    return;
  if (person == KITH_NONE || !(group || is_type(scene, person, KITH_ACTOR_PERSON)))
    return;
  guint body = title_body(scene, title, pattern, person);
  gboolean guessed = FALSE;
  if (body == KITH_NONE)
    body = known_body(scene, title);
  if (strcmp(scene->lemmas[title], "counterpart") == 0 && !is_type(scene, body, KITH_ACTOR_COUNTRY))
    body = KITH_NONE; /* "his counterpart" is not his */
  if (guess != (body == KITH_NONE))
    return;
  if (guess && !entity_of(scene, person)->named &&
      kith_scene_child_lemma(scene, title, KITH_DEP_DET, "a an") >= 0)
    return;                                                    /* "to elect a president": nobody's yet */
  if (guess && !group && is_of_country(scene, title, pattern)) /* "diplomats" may be of several */
    body = find_country(scene, title, person, &guessed);
  if (guess && body == KITH_NONE && !group && entity_of(scene, person)->named && is_of_firm(scene, title)) {
    body = kith_guess_firm(scene, person);
    guessed = TRUE;
  }
  add(scene, group ? KITH_CLASS_MEMBER : pattern->class, title, -1, person, body, guessed ? 0.5 : 0.85);
}

static gboolean
may_be_post(const KithScene *scene, gint word)
{
  guint8 upos = scene->words[word].upos;
  return upos == KITH_NOUN || upos == KITH_PROPN ||
         (upos == KITH_ADJ && (kith_scene_rel(scene, word) == KITH_DEP_APPOS ||
                               kith_scene_rel(scene, word) == KITH_DEP_NMOD_DESC ||
                               kith_tree_child(scene->tree, word, KITH_DEP_NMOD_POSS) >= 0));
}

/* "X in Y", "X of Y", "X from Y": where it is or what it belongs to. */
static void
find_phrase(const KithScene *scene, gint word, guint entity)
{
  gboolean person = is_type(scene, entity, KITH_ACTOR_PERSON),
           group = is_type(scene, entity, KITH_ACTOR_GROUP);
  gboolean relational = kith_lexicon_get(scene->lexicon, KITH_WORDS_PERSON, scene->lemmas[word]) != NULL ||
                        kith_lexicon_get(scene->lexicon, KITH_WORDS_TITLE, scene->lemmas[word]) != NULL;
  KithArguments arguments;
  kith_noun_arguments(scene, word, &arguments);
  for (guint i = 0; i < arguments.n; i++) {
    const char *slot = arguments.items[i].slot;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint));
    kith_scene_resolve(scene, arguments.items[i].word, found);
    for (guint j = 0; j < found->len; j++) {
      guint other = g_array_index(found, guint, j);
      gboolean where = is_where(scene, other);
      if (strcmp(slot, "in") == 0 || strcmp(slot, "at") == 0 || strcmp(slot, "inside") == 0 ||
          strcmp(slot, "within") == 0 || strcmp(slot, "across") == 0 || strcmp(slot, "throughout") == 0 ||
          (strcmp(slot, "on") == 0 && /* "on Syrian soil", but no expert on Syria */
           (is_type(scene, other, KITH_ACTOR_PLACE) ||
            kith_scene_entity(scene, arguments.items[i].word) == KITH_NONE))) {
        if (where && !is_type(scene, entity, KITH_ACTOR_COUNTRY))
          add(scene, KITH_CLASS_LOCATED_IN, word, arguments.items[i].word, entity, other, 0.75);
        else if ((person || group) && is_type(scene, other, KITH_ACTOR_ORGANIZATION) && !relational)
          add(scene, KITH_CLASS_MEMBER, word, arguments.items[i].word, entity, other, 0.6);
      } else if (strcmp(slot, "from") == 0 || strcmp(slot, "of") == 0) {
        if (relational && strcmp(slot, "of") == 0 && !(is_type(scene, entity, KITH_ACTOR_PLACE) && where))
          continue;
        if (where && is_type(scene, other, KITH_ACTOR_PLACE))
          add(scene, KITH_CLASS_LOCATED_IN, word, arguments.items[i].word, entity, other, 0.7);
        else if (((person || group) && has_members(scene, other)) ||
                 (is_type(scene, entity, KITH_ACTOR_ORGANIZATION) &&
                  is_type(scene, other, KITH_ACTOR_COUNTRY)))
          add(scene, KITH_CLASS_MEMBER, word, arguments.items[i].word, entity, other, 0.7);
        else if (is_type(scene, entity, KITH_ACTOR_PLACE) && where)
          add(scene, KITH_CLASS_LOCATED_IN, word, arguments.items[i].word, entity, other, 0.6);
      }
    }
  }
}

/* "Migrants coming from Chad": whose they are. */
static void
find_origin(const KithScene *scene, gint word, guint entity)
{
  for (gint verb = kith_tree_first(scene->tree, word); verb >= 0; verb = kith_tree_next(scene->tree, verb)) {
    KithArguments arguments;
    if (!is_type(scene, entity, KITH_ACTOR_GROUP) || kith_scene_universal(scene, verb) != KITH_DEP_ACL ||
        !kith_scene_lemma_in(scene, verb, "come flee arrive hail originate escape"))
      continue;
    kith_clause_arguments(scene, verb, &arguments);
    for (guint i = 0; i < arguments.n; i++) {
      g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint));
      if (strcmp(arguments.items[i].slot, "from") == 0)
        kith_scene_resolve(scene, arguments.items[i].word, found);
      for (guint j = 0; j < found->len; j++)
        if (is_type(scene, g_array_index(found, guint, j), KITH_ACTOR_COUNTRY))
          add(scene, KITH_CLASS_MEMBER, verb, arguments.items[i].word, entity, g_array_index(found, guint, j),
              0.6);
    }
  }
}

/* "The Court of Trade in Lima": where a name of several nouns is, which a tree hangs on the last of them. */
static void
find_tail(const KithScene *scene, gint word, guint entity)
{
  if (scene->mention[word] == KITH_NONE)
    return;
  const KithMention *mention = &g_array_index(scene->entities->mentions, KithMention, scene->mention[word]);
  gint last = (gint)mention->end - 1;
  if (mention->kind == KITH_MENTION_NAME && last > word && scene->mention[last] == KITH_NONE &&
      mention->type == KITH_ACTOR_ORGANIZATION)
    find_phrase(scene, last, entity);
}

/* "An Acme engineer": a body whose name stands before what somebody does there. */
static gboolean
is_hand(const KithScene *scene, gint word, gint noun)
{
  const KithEntity *person = kith_scene_entity_at(scene, noun), *body = kith_scene_entity_at(scene, word);
  return scene->words[noun].upos == KITH_NOUN && kith_scene_rel(scene, word) == KITH_DEP_COMPOUND &&
         person != NULL && body != NULL && person->type == KITH_ACTOR_PERSON &&
         body->type == KITH_ACTOR_ORGANIZATION;
}

/* Whether a body's noun tells what somebody belongs to whose it is: "his party". */
static gboolean
is_party(const KithScene *scene, gint word)
{
  guint kinds = kith_body_kinds(scene->lemmas[word]);
  return (kinds & KITH_BODY_PARTY) != 0 && (kinds & KITH_BODY_FIRM) == 0;
}

/* "The county's health department": a place's own authority. */
static gboolean
is_local(const KithScene *scene, gint word, gint owner)
{
  return kith_scene_rel(scene, owner) == KITH_DEP_NMOD_POSS &&
         is_type(scene, kith_scene_entity(scene, owner), KITH_ACTOR_PLACE) &&
         (kith_body_kinds(scene->lemmas[word]) & KITH_BODY_STATE) != 0;
}

/* "The Bergen law firm", "Bergen residents": where a noun's first word puts it. */
static void
find_seat(const KithScene *scene, gint word, guint entity)
{
  gint first = word;
  while (first > 0 && kith_scene_rel(scene, first - 1) == KITH_DEP_COMPOUND &&
         kith_scene_head(scene, first - 1) <= word)
    first--;
  const KithEntity *place = first < word ? kith_scene_entity_at(scene, first) : NULL;
  if (scene->words[word].upos == KITH_NOUN && scene->words[first].upos == KITH_PROPN && place != NULL &&
      place->type == KITH_ACTOR_PLACE &&
      !(first + 1 < word && strcmp(scene->words[first + 1].form, "-") == 0))
    add(scene, KITH_CLASS_LOCATED_IN, word, first, entity, kith_scene_entity(scene, first), 0.7);
}

/* "Alpha Company, 2nd Battalion": a unit, and behind the comma the one that it is part of. */
static gboolean
are_units(const KithScene *scene, gint part, gint whole)
{
  return kith_noun_is_unit(scene->lemmas[part]) && kith_noun_is_unit(scene->lemmas[whole]) &&
         strcmp(scene->lemmas[part], scene->lemmas[whole]) != 0;
}

/* The place whose name a comma parts from a word that a tree hangs on another: Oslo for the last of "in
 * Bergen, south of Oslo, Norway"; else the other. */
static guint
place_before(const KithScene *scene, gint word, guint other)
{
  const gint left = scene->tree->left[word];
  if (left < 2 || strcmp(scene->words[left - 1].form, ",") != 0 || scene->words[left - 2].upos != KITH_PROPN)
    return other;
  const guint mention = kith_entities_mention_at(scene->entities, scene->sentence, (guint)left - 2);
  const guint entity = mention != KITH_NONE
                           ? g_array_index(scene->entities->mentions, KithMention, mention).entity
                           : KITH_NONE;
  return is_type(scene, entity, KITH_ACTOR_PLACE) && entity != kith_scene_entity(scene, word) ? entity
                                                                                              : other;
}

/* "the country's second-largest city", "Pakistan's Foreign Ministry", "Taliban fighters", "Bergen, Norway".
 */
static void
find_modifiers(const KithScene *scene, gint word, guint entity)
{
  gboolean place = is_type(scene, entity, KITH_ACTOR_PLACE),
           body = is_type(scene, entity, KITH_ACTOR_ORGANIZATION);
  gboolean group = is_type(scene, entity, KITH_ACTOR_GROUP);
  gboolean relational = kith_lexicon_get(scene->lexicon, KITH_WORDS_PERSON, scene->lemmas[word]) != NULL ||
                        kith_lexicon_get(scene->lexicon, KITH_WORDS_TITLE, scene->lemmas[word]) != NULL;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c)) {
    guint other = kith_scene_entity(scene, c);
    KithDeprel rel = kith_scene_rel(scene, c);
    if (other == KITH_NONE || other == entity ||
        (c + 1 < (gint)scene->n && c < word && strcmp(scene->words[c + 1].form, "-") == 0))
      continue;
    gboolean owns = rel == KITH_DEP_NMOD_POSS || rel == KITH_DEP_COMPOUND || rel == KITH_DEP_AMOD;
    if (rel == KITH_DEP_NMOD_POSS && body && is_party(scene, word) &&
        is_type(scene, other, KITH_ACTOR_PERSON))
      add(scene, KITH_CLASS_MEMBER, word, c, other, entity, 0.7);
    else if (owns && place && is_where(scene, other))
      add(scene, KITH_CLASS_LOCATED_IN, word, c, entity, other, 0.75);
    else if (rel == KITH_DEP_NMOD_POSS && is_type(scene, entity, KITH_ACTOR_PERSON) &&
             scene->words[word].upos == KITH_PROPN && has_members(scene, other))
      add(scene, KITH_CLASS_MEMBER, word, c, entity, other, 0.7); /* "Norway's Ana Roe" */
    else if (owns && !relational &&
             ((body && (has_members(scene, other) || is_local(scene, word, c))) ||
              (group && has_members(scene, other)) || is_hand(scene, c, word)))
      add(scene, KITH_CLASS_MEMBER, word, c, entity, other, 0.75);
    else if (c > word && strcmp(scene->words[c - 1].form, "(") == 0 &&
             is_type(scene, entity, KITH_ACTOR_PERSON) && is_type(scene, other, KITH_ACTOR_ORGANIZATION))
      add(scene, KITH_CLASS_MEMBER, word, c, entity, other, 0.7); /* "Ana Roe (Labour, Lima)" */
    else if ((rel == KITH_DEP_APPOS || rel == KITH_DEP_NMOD_UNMARKED || rel == KITH_DEP_NMOD_NPMOD ||
              rel == KITH_DEP_LIST) &&
             c > word && ((place && is_where(scene, other)) || (body && are_units(scene, word, c))) &&
             scene->words[c].upos == KITH_PROPN && kith_tree_child(scene->tree, c, KITH_DEP_CC) < 0)
      add(scene, place ? KITH_CLASS_LOCATED_IN : KITH_CLASS_MEMBER, word, c,
          place ? place_before(scene, c, entity) : entity, other, 0.7);
  }
}

/* "the capital, Islamabad": in the country of the text whose capital it is. */
static void
find_capital(const KithScene *scene, gint word)
{
  if (strcmp(scene->lemmas[word], "capital") != 0)
    return;
  gint who = kith_noun_denoted(scene, word);
  const KithEntity *place = who >= 0 ? kith_scene_entity_at(scene, who) : NULL;
  if (place == NULL || place->type != KITH_ACTOR_PLACE || place->entry == NULL ||
      place->entry->country == NULL)
    return;
  for (guint i = 0; i < scene->entities->entities->len; i++) {
    const KithEntity *country = g_ptr_array_index(scene->entities->entities, i);
    if (country->type == KITH_ACTOR_COUNTRY && country->entry != NULL &&
        strcmp(country->entry->id, place->entry->country) == 0)
      add(scene, KITH_CLASS_LOCATED_IN, word, -1, kith_scene_entity(scene, who), i, 0.7);
  }
}

/* The word whose seat a subject tells: "the union" of "whose headquarters are in Lima"; the subject itself.
 */
static gint
seated(const KithScene *scene, gint subject)
{
  gint owner = kith_scene_lemma_in(scene, subject, "headquarters headquarter seat office base")
                   ? kith_tree_child(scene->tree, subject, KITH_DEP_NMOD_POSS)
                   : -1;
  return owner >= 0 ? kith_scene_antecedent(scene, owner) : subject;
}

/* "Baghdad is in Iraq": a place as predicate. */
static void
find_copular_place(const KithScene *scene, gint word, guint entity)
{
  const char *prep = kith_scene_prep(scene, word);
  if (prep == NULL || !is_where(scene, entity) || kith_tree_child(scene->tree, word, KITH_DEP_COP) < 0 ||
      !(strcmp(prep, "in") == 0 || strcmp(prep, "at") == 0 || strcmp(prep, "from") == 0 ||
        strcmp(prep, "on") == 0))
    return;
  gint subject = kith_clause_subject(scene, word);
  if (subject < 0)
    return;
  g_autoptr(GArray) sources = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(guint));
  kith_scene_resolve(scene, seated(scene, subject), sources);
  kith_scene_resolve(scene, word, targets);
  KithClaimParts parts = {.class = KITH_CLASS_LOCATED_IN,
                          .predicate = word,
                          .with = -1,
                          .prep = word,
                          .status = -1,
                          .modality = KITH_N_MODALITIES,
                          .confidence = 0.75};
  kith_claims_add(scene, &parts, sources, targets);
}

/* The noun that a compound of name, hyphen and participle describes; -1. */
static gint
described(const KithScene *scene, gint word)
{
  gint head = kith_scene_head(scene, word);
  if (head > word)
    return head;
  for (gint i = word + 1; i < (gint)scene->n && i < word + 6; i++) {
    if (kith_scene_entity(scene, i) != KITH_NONE)
      return i;
    if (scene->words[i].upos == KITH_VERB || scene->words[i].upos == KITH_PUNCT ||
        scene->words[i].upos == KITH_ADP)
      break;
  }
  return -1;
}

/* "Taliban-ruled Afghanistan", "US-led coalition", "London-based group", "pro-Russian rebels". */
static void
find_hyphen(const KithScene *scene, gint hyphen)
{
  if (hyphen < 1 || hyphen + 1 >= (gint)scene->n || strcmp(scene->words[hyphen].form, "-") != 0)
    return;
  gint left = hyphen - 1, right = hyphen + 1;
  gboolean prefix = kith_lexicon_get(scene->lexicon, KITH_WORDS_COMPOUND, scene->lemmas[left]) != NULL;
  gint word = prefix ? left : right, name = prefix ? right : left;
  g_autofree char *form = g_ascii_strdown(scene->words[word].form, -1);
  const GPtrArray *entries = kith_lexicon_get(scene->lexicon, KITH_WORDS_COMPOUND, form);
  gint noun = entries != NULL ? described(scene, right) : -1;
  if (noun < 0 || noun == name)
    return;
  const KithPattern *pattern = g_ptr_array_index(entries, 0);
  g_autoptr(GArray) names = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) nouns = g_array_new(FALSE, FALSE, sizeof(guint));
  kith_scene_resolve_one(scene, name, names);
  kith_scene_resolve_one(scene, noun, nouns);
  KithClaimParts parts = {.class = pattern->class,
                          .predicate = word,
                          .with = name,
                          .prep = -1,
                          .status = -1,
                          .flags = pattern->flags,
                          .modality = pattern->modality,
                          .confidence = 0.8};
  gboolean turned = kith_pattern_has(pattern->sources, "obj");
  kith_claims_add(scene, &parts, turned ? nouns : names, turned ? names : nouns);
}

/* The place that a noun is the predicate of: "Lima is a city in Peru"; KITH_NONE. */
static guint
place_called(const KithScene *scene, gint noun)
{
  const gint subject =
      kith_tree_child(scene->tree, noun, KITH_DEP_COP) >= 0 ? kith_clause_subject(scene, noun) : -1;
  const guint entity =
      subject >= 0 ? kith_scene_entity(scene, kith_scene_antecedent(scene, subject)) : KITH_NONE;
  return is_type(scene, entity, KITH_ACTOR_PLACE) ? entity : KITH_NONE;
}

/* What is said to be one of several: Acme in "Acme is one of the largest banks in Peru"; KITH_NONE. */
static guint
one_of(const KithScene *scene, gint noun)
{
  const gint one = kith_scene_rel(scene, noun) == KITH_DEP_NMOD ? kith_scene_head(scene, noun) : -1;
  const gint subject = one >= 0 && kith_scene_lemma_in(scene, one, "one") &&
                               kith_tree_child(scene->tree, one, KITH_DEP_COP) >= 0
                           ? kith_clause_subject(scene, one)
                           : -1;
  const guint entity =
      subject >= 0 ? kith_scene_entity(scene, kith_scene_antecedent(scene, subject)) : KITH_NONE;
  return is_type(scene, entity, KITH_ACTOR_ORGANIZATION) ? entity : KITH_NONE;
}

void
kith_standing_find(const KithScene *scene)
{
  for (gint i = 0; i < (gint)scene->n; i++)
    if (may_be_post(scene, i))
      find_title(scene, i, FALSE);
  for (gint i = 0; i < (gint)scene->n; i++) {
    guint entity = kith_scene_entity(scene, i);
    guint8 upos = scene->words[i].upos;
    if (may_be_post(scene, i)) {
      find_title(scene, i, TRUE);
      find_capital(scene, i);
    }
    if (upos == KITH_PUNCT)
      find_hyphen(scene, i);
    if (entity == KITH_NONE && upos == KITH_NOUN && kith_scene_rel(scene, i) == KITH_DEP_APPOS)
      entity = kith_scene_entity(scene, kith_scene_head(scene, i));
    if (entity == KITH_NONE && upos == KITH_NOUN)
      entity = place_called(scene, i);
    if (upos == KITH_NOUN && one_of(scene, i) != KITH_NONE)
      entity = one_of(scene, i);
    if (entity == KITH_NONE || upos == KITH_PRON)
      continue;
    find_phrase(scene, i, entity);
    find_origin(scene, i, entity);
    find_tail(scene, i, entity);
    find_modifiers(scene, i, entity);
    find_seat(scene, i, entity);
    find_copular_place(scene, i, entity);
  }
}

/* Whether a claim joins the two as a member or a place already. */
static gboolean
is_tied(const KithScene *scene, guint source, guint target)
{
  for (guint i = 0; i < scene->claims->len; i++) {
    const KithClaim *claim = g_ptr_array_index(scene->claims, i);
    if (((claim->source == source && claim->target == target) ||
         (claim->source == target && claim->target == source && claim->class == KITH_CLASS_MEMBER)) &&
        (claim->class == KITH_CLASS_MEMBER || claim->class == KITH_CLASS_LOCATED_IN ||
         claim->class == KITH_CLASS_ROLE))
      return TRUE;
  }
  return FALSE;
}

/* Whether a noun says by itself how it stands to its owner ("Taliban enemies"). */
static gboolean
is_relational(const KithScene *scene, guint word)
{
  const GPtrArray *entries = kith_lexicon_get(scene->lexicon, KITH_WORDS_PERSON, scene->lemmas[word]);
  for (guint i = 0; entries != NULL && i < entries->len; i++) {
    KithClass class = ((const KithPattern *)g_ptr_array_index(entries, i))->class;
    if (class == KITH_CLASS_ENEMY || class == KITH_CLASS_ALLY || class == KITH_CLASS_ACCUSE ||
        class == KITH_CLASS_REJECT || class == KITH_CLASS_SUPPORT)
      return TRUE;
  }
  return FALSE;
}

/* Whether a mention's own words name the country: "Iraqi Kurdistan", "U.S. Navy"; not what only a gazetteer
 * knows. */
static gboolean
names_country(const KithScene *scene, const KithMention *mention, const KithEntity *country)
{
  for (guint i = mention->begin; i < mention->end && i < scene->n; i++) {
    const char *form = scene->words[i].form;
    if (strlen(form) >= 4 && strlen(country->label) >= 4 && g_ascii_strncasecmp(form, country->label, 4) == 0)
      return TRUE;
    for (guint j = 0; j < country->aliases->len; j++)
      if (g_ascii_strcasecmp(form, g_ptr_array_index(country->aliases, j)) == 0)
        return TRUE;
  }
  return FALSE;
}

void
kith_standing_countries(const KithEntities *entities, KithScene *const *scenes, guint n_scenes)
{
  for (guint i = 0; i < entities->entities->len; i++) {
    const KithEntity *entity = g_ptr_array_index(entities->entities, i);
    if (entity->country == KITH_NONE || entity->country == i || entity->type == KITH_ACTOR_COUNTRY ||

        (entity->members != NULL && entity->members->len > 0))
      continue;
    const KithMention *best = NULL;
    for (guint j = 0; j < entity->mentions->len; j++) {
      const KithMention *mention =
          &g_array_index(entities->mentions, KithMention, g_array_index(entity->mentions, guint, j));
      if (mention->sentence < n_scenes && scenes[mention->sentence] != NULL &&
          mention->kind != KITH_MENTION_PRONOUN &&
          (best == NULL || (best->end - best->begin < 2 && mention->end - mention->begin >= 2)))
        best = mention;
    }
    if (best != NULL && entity->entry != NULL && entity->type != KITH_ACTOR_GROUP &&
        !names_country(scenes[best->sentence], best, g_ptr_array_index(entities->entities, entity->country)))
      continue;
    if (best == NULL || best->head >= scenes[best->sentence]->n ||
        is_relational(scenes[best->sentence], best->head) ||
        is_tied(scenes[best->sentence], i, entity->country))
      continue;
    const KithEntity *country = g_ptr_array_index(entities->entities, entity->country);
    gboolean place = entity->type == KITH_ACTOR_PLACE || country->type == KITH_ACTOR_PLACE;
    add(scenes[best->sentence], place ? KITH_CLASS_LOCATED_IN : KITH_CLASS_MEMBER, (gint)best->head, -1, i,
        entity->country, 0.8);
  }
}
