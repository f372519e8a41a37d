#include <string.h>

#include "relation/ends.h"
#include "relation/gifts.h"

/* Whether two sets have the same entities. */
static gboolean
are_same(const GArray *a, const GArray *b)
{
  for (guint i = 0; i < a->len; i++)
    if (!kith_entities_have(b, g_array_index(a, guint, i)))
      return FALSE;
  return a->len == b->len;
}

/* Whether the verb's phrase says that it is an official's journey: "arrived on a state visit", "for
 * consultations". */
static gboolean
is_official(const KithScene *scene, gint verb)
{
  for (gint c = kith_tree_first(scene->tree, verb); c >= 0; c = kith_tree_next(scene->tree, c)) {
    if (kith_scene_universal(scene, c) != KITH_DEP_OBL)
      continue;
    if (kith_scene_lemma_in(scene, c, "visit trip tour") &&
        (kith_scene_child_lemma(scene, c, KITH_DEP_AMOD, "official diplomatic working goodwill") >= 0 ||
         kith_scene_child_lemma(scene, c, KITH_DEP_COMPOUND, "state goodwill") >= 0))
      return TRUE;
    if (kith_scene_lemma_in(scene, c, "consultation negotiation talk") &&
        g_strcmp0(kith_scene_prep(scene, c), "for") == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether an entity is somebody who travels for others: a person with a title, a delegation. */
static gboolean
is_envoy(const KithScene *scene, const KithEntity *entity)
{
  if (entity->type != KITH_ACTOR_PERSON)
    return g_str_has_suffix(entity->label, "delegation");
  for (guint i = 0; i < entity->aliases->len; i++) {
    g_autofree char *lower = g_ascii_strdown(g_ptr_array_index(entity->aliases, i), -1);
    g_auto(GStrv) words = g_strsplit(lower, " ", -1);
    for (guint j = 0; words[j] != NULL; j++)
      if (kith_lexicon_get(scene->lexicon, KITH_WORDS_TITLE, words[j]) != NULL)
        return TRUE;
  }
  return FALSE;
}

/* Whether somebody has a post in a body or land that the gazetteer knows. */
static gboolean
serves_known(const KithScene *scene, guint person)
{
  for (guint i = 0; i < scene->claims->len; i++) {
    const KithClaim *claim = g_ptr_array_index(scene->claims, i);
    if (claim->class == KITH_CLASS_ROLE && claim->source == person &&
        ((const KithEntity *)g_ptr_array_index(scene->entities->entities, claim->target))->entry != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Whether one of those who travel is sent to other states by one that no list has: then so may be where he
 * goes. */
static gboolean
are_diplomats(const KithScene *scene, const GArray *sources)
{
  static const char *const posts[] = {"foreign minister", "foreign secretary", "envoy", "ambassador"};
  for (guint i = 0; i < sources->len; i++) {
    guint source = g_array_index(sources, guint, i);
    const KithEntity *entity = g_ptr_array_index(scene->entities->entities, source);
    if (entity->type != KITH_ACTOR_PERSON || serves_known(scene, source))
      continue;
    g_autofree char *lower = g_ascii_strdown(entity->label, -1);
    for (guint j = 0; j < G_N_ELEMENTS(posts); j++)
      if (strstr(lower, posts[j]) != NULL)
        return TRUE;
  }
  return FALSE;
}

/* An official's visit to a country is consult, anybody else's coming is located-in. */
static KithClass
visit_class(const KithScene *scene, gint verb, const GArray *sources, const GArray *targets)
{
  for (guint i = 0; i < targets->len; i++) {
    const KithEntity *target = g_ptr_array_index(scene->entities->entities, g_array_index(targets, guint, i));
    if (target->type == KITH_ACTOR_PERSON || target->type == KITH_ACTOR_ORGANIZATION ||
        target->type == KITH_ACTOR_GROUP)
      return KITH_CLASS_CONSULT;
    if (target->type == KITH_ACTOR_COUNTRY)
      continue;
    return target->entry == NULL && (is_official(scene, verb) || are_diplomats(scene, sources))
               ? KITH_CLASS_CONSULT
               : KITH_CLASS_LOCATED_IN;
  }
  if (is_official(scene, verb))
    return KITH_CLASS_CONSULT;
  for (guint i = 0; i < sources->len; i++) {
    guint source = g_array_index(sources, guint, i);
    for (guint j = 0; j < scene->claims->len; j++) {
      const KithClaim *claim = g_ptr_array_index(scene->claims, j);
      if (claim->class == KITH_CLASS_ROLE && claim->source == source)
        return kith_entities_have(targets, claim->target) ? KITH_CLASS_LOCATED_IN : KITH_CLASS_CONSULT;
    }
    const KithEntity *entity = g_ptr_array_index(scene->entities->entities, source);
    if (entity->type == KITH_ACTOR_COUNTRY || is_envoy(scene, entity))
      return KITH_CLASS_CONSULT;
  }
  return KITH_CLASS_LOCATED_IN;
}

/* Whether an official of elsewhere pays a visit, and so meets those who are there, be it a town: "arrived in
 * Lima on a visit", "toured the port". */
static gboolean
is_call(const KithScene *scene, gint verb, const GArray *sources)
{
  gboolean visit = kith_scene_lemma_in(scene, verb, "visit tour");
  for (gint c = kith_tree_first(scene->tree, verb); c >= 0 && !visit; c = kith_tree_next(scene->tree, c))
    visit =
        (kith_scene_universal(scene, c) == KITH_DEP_OBL || kith_scene_universal(scene, c) == KITH_DEP_OBJ) &&
        kith_scene_lemma_in(scene, c, "visit");
  for (guint i = 0; visit && i < sources->len; i++)
    visit = is_envoy(scene, g_ptr_array_index(scene->entities->entities, g_array_index(sources, guint, i)));
  return visit;
}

/* How sure a claim of this construction is. */
static double
confidence(const KithEvent *event, gint target)
{
  double sure = event->pattern->kind == KITH_WORDS_VERB ? 0.85 : 0.75;
  if (event->inherited)
    sure -= 0.15;
  if (event->owner || target < 0)
    sure -= 0.2;
  if (event->pattern->flags & KITH_PATTERN_WEAK)
    sure -= 0.2;
  return MAX(sure, 0.1);
}

/* Pairs of one set: "talks between A and B", "A and B met". */
static guint
add_pairs(const KithScene *scene, const KithClaimParts *parts, const GArray *set)
{
  guint added = 0;
  for (guint i = 0; i + 1 < set->len; i++) {
    g_autoptr(GArray) one = kith_entities_none();
    g_autoptr(GArray) others = kith_entities_none();
    g_array_append_val(one, g_array_index(set, guint, i));
    g_array_append_vals(others, &g_array_index(set, guint, i + 1), set->len - i - 1);
    added += kith_claims_add(scene, parts, one, others);
    if (!kith_class_is_symmetric(parts->class))
      added += kith_claims_add(scene, parts, others, one);
  }
  return added;
}

/* The slots of whom a deed would do good or be done with: of a refused one not those of "refused to attack
 * them", but of what may be neither, and of a promised one none. */
static const char *const *
good_slots(const KithScene *scene, gint deed, const char *const *others)
{
  const KithPattern *pattern = kith_clause_pattern(scene, KITH_WORDS_VERB, deed);
  if (pattern == NULL)
    return others;
  switch (pattern->class) {
  case KITH_CLASS_CONSULT:
  case KITH_CLASS_AGREE:
  case KITH_CLASS_COOPERATE:
  case KITH_CLASS_SUPPORT:
  case KITH_CLASS_AID:
  case KITH_CLASS_CONCEDE:
    return kith_event_target_slots(pattern);
  default:
    return others;
  }
}

/* Adds what stands behind the object of a deed that is no actor itself: "to cut ties with them"; and who made
 * the request that it answers: "to respond to a demand from them". */
static void
add_behind(const KithScene *scene, gint deed, KithArguments *arguments)
{
  gint object = kith_clause_object(scene, deed);
  KithArguments inner;
  for (guint i = 0, n = arguments->n; i < n; i++) {
    gint asked = arguments->items[i].word;
    if (strcmp(arguments->items[i].slot, "to") != 0 ||
        !kith_scene_lemma_in(scene, asked, "demand call appeal offer invitation proposal ultimatum"))
      continue;
    kith_noun_arguments(scene, asked, &inner);
    for (guint j = 0; j < inner.n && arguments->n < G_N_ELEMENTS(arguments->items); j++)
      if (kith_pattern_has(kith_noun_sources, inner.items[j].slot) ||
          strcmp(inner.items[j].slot, "from") == 0)
        arguments->items[arguments->n++] = (KithArgument){"to", inner.items[j].word};
  }
  if (object < 0 || kith_scene_entity(scene, object) != KITH_NONE)
    return;
  kith_noun_arguments(scene, object, &inner);
  for (guint i = 0; i < inner.n && arguments->n < G_N_ELEMENTS(arguments->items); i++)
    if (!kith_pattern_has(kith_noun_sources, inner.items[i].slot))
      arguments->items[arguments->n++] = inner.items[i];
}

/* Whom a threat, a refusal or a promise to do something is meant for: to or with whom it would be done. */
static void
find_meant(KithEvent *event, GArray *targets, gint *target)
{
  const KithScene *scene = event->scene;
  static const char *const done_to[] = {"obj", "against", "on", "to", "from", "with", NULL},
                           *const done_with[] = {"with", "to", "iobj", NULL},
                           *const given[] = {"iobj", "to", NULL}, *const none[] = {NULL};
  const char *const *slots = done_to;
  gboolean verb = event->pattern->kind == KITH_WORDS_VERB;
  gint word = event->with >= 0 && !verb ? event->with : event->word;
  KithDeprel link = event->pattern->class == KITH_CLASS_SAY ? KITH_DEP_CCOMP : KITH_DEP_XCOMP;
  gint deed = kith_tree_child(scene->tree, word, verb ? link : KITH_DEP_ACL);
  KithEvent inner = {.scene = scene, .word = deed, .with = -1, .status = -1, .pattern = event->pattern};
  if (deed >= 0 && scene->words[deed].upos == KITH_VERB && (verb || kith_clause_is_infinitive(scene, deed))) {
    kith_clause_arguments(scene, deed, &inner.arguments);
    add_behind(scene, deed, &inner.arguments);
    if (event->pattern->class == KITH_CLASS_REJECT)
      slots = good_slots(scene, deed, done_with);
    if (event->pattern->class == KITH_CLASS_AGREE)
      slots = good_slots(
          scene, deed,
          kith_scene_lemma_in(scene, deed, "send give pay grant deliver supply lend return") ? given : none);
    if (event->pattern->class == KITH_CLASS_REJECT &&
        kith_status(scene, event->word).polarity == KITH_NEGATIVE)
      return; /* "did not refuse to meet them" only says that it was done */
  } else if (verb && (deed = kith_clause_object(scene, event->word)) >= 0 &&
             kith_lexicon_get(scene->lexicon, KITH_WORDS_NOUN, scene->lemmas[deed]) != NULL) {
    inner.word = event->word; /* whose subject acts: "threatened attacks on them" */
    kith_noun_arguments(scene, deed, &inner.arguments);
  } else
    return;
  kith_event_find_end(&inner, slots, TRUE, targets, target);
}

/* Whom a threat is meant for that has a condition: "threatened to leave unless they agreed". */
static void
find_warned(const KithEvent *event, const GArray *sources, GArray *targets, gint *target)
{
  const KithScene *scene = event->scene;
  const gint deed = kith_tree_child(scene->tree, event->word, KITH_DEP_XCOMP);
  const gint heads[] = {event->word, deed};
  if (deed < 0 || !kith_scene_lemma_in(scene, event->word, "threaten"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS(heads) && targets->len == 0; i++)
    for (gint c = heads[i] >= 0 ? kith_tree_first(scene->tree, heads[i]) : -1; c >= 0 && targets->len == 0;
         c = kith_tree_next(scene->tree, c)) {
      gint subject = kith_scene_rel(scene, c) == KITH_DEP_ADVCL &&
                             kith_scene_child_lemma(scene, c, KITH_DEP_MARK, "unless until") >= 0
                         ? kith_clause_subject(scene, c)
                         : -1;
      if (subject < 0)
        continue;
      kith_scene_resolve(scene, subject, targets);
      kith_ends_filter(scene, kith_class_types(KITH_CLASS_THREATEN, TRUE), targets);
      for (guint j = targets->len; j-- > 0;)
        if (kith_entities_have(sources, g_array_index(targets, guint, j)))
          g_array_remove_index(targets, j);
      *target = targets->len > 0 ? subject : *target;
    }
}

/* What somebody resigns from who holds a post: "the head of the bank resigned". */
static void
find_post(const KithEvent *event, const GArray *sources, GArray *targets)
{
  const KithScene *scene = event->scene;
  if (!kith_scene_lemma_in(scene, event->word, "resign quit retire step stand") || sources->len != 1)
    return;
  for (guint i = 0; i < scene->claims->len && targets->len == 0; i++) {
    const KithClaim *claim = g_ptr_array_index(scene->claims, i);
    if (claim->source == g_array_index(sources, guint, 0) && claim->sentence == scene->sentence &&
        claim->class == KITH_CLASS_ROLE)
      g_array_append_val(targets, claim->target);
  }
}

/* Whether a phrase with this preposition tells what somebody else does to who acts: "left amid protests
 * from". */
static gboolean
is_circumstance(const char *prep)
{
  static const char *const preps[] = {"without", "amid",      "despite",     "under",
                                      "after",   "following", "in spite of", NULL};
  return kith_pattern_has(preps, prep);
}

/* Whom a noun without a target of its own is addressed to: who rejects a request, accepts an apology, acts at
 * somebody's request. */
static void
find_addressee(KithEvent *event, GArray *targets, gint *target)
{
  const KithScene *scene = event->scene;
  KithClass class = event->pattern->class;
  gint noun = event->with >= 0 ? event->with : event->word;
  gint head = kith_scene_head(scene, noun);
  if (head < 0 || scene->words[head].upos != KITH_VERB ||
      !(class == KITH_CLASS_REQUEST || class == KITH_CLASS_PROTEST || class == KITH_CLASS_REJECT ||
        class == KITH_CLASS_CONCEDE || class == KITH_CLASS_ACCUSE || class == KITH_CLASS_THREATEN ||
        class == KITH_CLASS_AID || class == KITH_CLASS_SUPPORT))
    return;
  KithDeprel rel = kith_scene_universal(scene, noun);
  gboolean response =
      rel == KITH_DEP_OBJ &&
      kith_scene_lemma_in(scene, head,
                          "reject accept refuse decline dismiss deny ignore receive welcome grant answer "
                          "consider heed rebuff spurn snub face defy resist honor honour approve meet");
  const char *prep = kith_scene_prep(scene, noun);
  gboolean bidden = rel == KITH_DEP_OBL && class == KITH_CLASS_REQUEST && g_strcmp0(prep, "at") == 0;
  gboolean amid = rel == KITH_DEP_OBL && prep != NULL && is_circumstance(prep) && class != KITH_CLASS_AID &&
                  class != KITH_CLASS_SUPPORT && class != KITH_CLASS_CONCEDE;
  gboolean thanked = rel == KITH_DEP_OBL && (class == KITH_CLASS_AID || class == KITH_CLASS_SUPPORT) &&
                     g_strcmp0(prep, "for") == 0 && kith_scene_lemma_in(scene, head, "thank praise");
  /* "welcomed support for the talks" */
  if (response && (class == KITH_CLASS_AID || class == KITH_CLASS_SUPPORT))
    for (guint i = 0; i < event->arguments.n; i++)
      response &= strcmp(event->arguments.items[i].slot, "for") != 0;
  gint subject = response || bidden || thanked || amid ? kith_clause_subject(scene, head) : -1;
  if (subject < 0 || (event->inherited && !thanked && !amid))
    return;
  kith_scene_resolve(scene, subject, targets);
  kith_ends_filter(scene, kith_class_types(class, TRUE), targets);
  *target = targets->len > 0 ? subject : *target;
}

/* The parties for whom officials act: "the presidents of A, B and C signed". */
static void
find_parties(const KithScene *scene, gint noun, GArray *found)
{
  KithArguments arguments;
  if (noun < 0 ||
      (kith_lexicon_get(scene->lexicon, KITH_WORDS_TITLE, scene->lemmas[noun]) == NULL &&
       !kith_scene_lemma_in(scene, noun, "delegation team side troop force army navy government")))
    return;
  kith_noun_arguments(scene, noun, &arguments);
  for (guint i = 0; i < arguments.n && found->len < 2; i++)
    if (strcmp(arguments.items[i].slot, "of") == 0 || strcmp(arguments.items[i].slot, "from") == 0 ||
        strcmp(arguments.items[i].slot, "comp") == 0) {
      g_array_set_size(found, 0);
      kith_scene_resolve(scene, arguments.items[i].word, found);
    }
}

/* Whether what the entry says is done by each of several to the others. */
static gboolean
is_mutual(const KithPattern *pattern)
{
  return kith_class_is_symmetric(pattern->class) || (pattern->flags & KITH_PATTERN_MUTUAL) != 0;
}

/* All that a phrase names, where a parser lost its coordination: "between Acme and Volvo Trucks". */
static void
find_named(const KithScene *scene, gint word, GArray *found)
{
  g_array_set_size(found, 0);
  for (gint i = scene->tree->left[word]; i <= scene->tree->right[word]; i++)
    if (scene->mention[i] != KITH_NONE && scene->words[i].upos == KITH_PROPN &&
        kith_scene_rel(scene, i) != KITH_DEP_NMOD_POSS)
      kith_scene_resolve_one(scene, i, found);
}

/* The parties of a meeting at which something is done that has no doer: "was agreed at talks between A and
 * B". */
static void
find_meeting(const KithEvent *event, GArray *found, gint *word)
{
  const KithScene *scene = event->scene;
  if (event->pattern->kind != KITH_WORDS_VERB || !kith_clause_is_passive(scene, event->word) ||
      kith_clause_subject(scene, event->word) >= 0)
    return;
  for (guint i = 0; i < event->arguments.n; i++) {
    const KithArgument *outer = &event->arguments.items[i];
    KithArguments inner;
    if ((strcmp(outer->slot, "at") != 0 && strcmp(outer->slot, "in") != 0 &&
         strcmp(outer->slot, "during") != 0 && strcmp(outer->slot, "after") != 0) ||
        kith_lexicon_get(scene->lexicon, KITH_WORDS_NOUN, scene->lemmas[outer->word]) == NULL)
      continue;
    kith_noun_arguments(scene, outer->word, &inner);
    for (guint j = 0; j < inner.n && found->len == 0; j++)
      if (strcmp(inner.items[j].slot, "between") == 0) {
        *word = inner.items[j].word;
        kith_scene_resolve(scene, *word, found);
      }
  }
}

/* The parties of what is between several: "talks between A and B". FALSE for fewer than two. */
static gboolean
find_between(KithEvent *event, GArray *found, gint *word)
{
  static const char *const between[] = {"between", "among", NULL};
  kith_event_find_end(event, between, TRUE, found, word);
  for (guint i = 0; i < event->arguments.n && found->len < 2; i++)
    if (strcmp(event->arguments.items[i].slot, "between") == 0) {
      *word = event->arguments.items[i].word;
      find_named(event->scene, *word, found);
    }
  if (found->len == 0)
    find_meeting(event, found, word);
  return found->len > 1;
}

/* The pairs among the sources themselves: "A and B met", "the presidents of A and B signed". */
static guint
add_among(const KithEvent *event, const KithClaimParts *parts, const GArray *sources, gint source)
{
  const KithPattern *pattern = event->pattern;
  gboolean itself = pattern->kind == KITH_WORDS_PERSON && source == event->word;
  /* what is sold or paid goes to somebody else: "A and B sold ships" */
  gboolean gives = pattern->targets != NULL && kith_pattern_has(pattern->targets, "iobj");
  const gint object = pattern->objects == NULL && (pattern->flags & KITH_PATTERN_MUTUAL) != 0
                          ? kith_clause_object(event->scene, event->word)
                          : -1;
  gboolean other = object >= 0 && !kith_scene_lemma_in(event->scene, object, "each one");
  /* "A and B fight crime", but "fight each other" */
  if (other || !is_mutual(pattern) || (pattern->preps != NULL && pattern->targets == NULL) || itself || gives)
    return 0;
  if (sources->len > 1)
    return add_pairs(event->scene, parts, sources);
  g_autoptr(GArray) parties = kith_entities_none();
  find_parties(event->scene, source, parties);
  return parties->len > 1 ? add_pairs(event->scene, parts, parties) : 0;
}

/* Whether somebody warns of what he will do himself: "warned them that it would leave". */
static gboolean
warns_of_own(const KithEvent *event, const GArray *sources)
{
  const KithScene *scene = event->scene;
  gint clause = kith_tree_child(scene->tree, event->word, KITH_DEP_CCOMP);
  if (event->pattern->class != KITH_CLASS_SAY || !kith_scene_lemma_in(scene, event->word, "warn caution") ||
      clause < 0 ||
      kith_scene_child_lemma(scene, clause, KITH_DEP_AUX, "will would 'll 'd shall may might could") < 0)
    return FALSE;
  gint subject = kith_clause_subject(scene, clause);
  g_autoptr(GArray) found = kith_entities_none();
  if (subject >= 0)
    kith_scene_resolve_one(scene, subject, found);
  return found->len > 0 && kith_entities_have(sources, g_array_index(found, guint, 0));
}

/* Whether what is done so is done by speaking or giving, which one can do for others. */
static gboolean
is_done_for(KithClass class)
{
  switch (class) {
  case KITH_CLASS_CONSULT:
  case KITH_CLASS_AGREE:
  case KITH_CLASS_SUPPORT:
  case KITH_CLASS_AID:
  case KITH_CLASS_CONCEDE:
  case KITH_CLASS_REQUEST:
  case KITH_CLASS_ACCUSE:
  case KITH_CLASS_REJECT:
  case KITH_CLASS_SAY:
    return TRUE;
  default:
    return FALSE;
  }
}

/* "On behalf of the club and its fans, I thank": those for whom somebody speaks do so too. */
static void
add_represented(const KithEvent *event, GArray *sources, gint *source)
{
  enum { CLIMB = 3 }; /* "on behalf of the club, I would like to thank" */
  const KithScene *scene = event->scene;
  gint verb = event->word;
  if (event->pattern->kind != KITH_WORDS_VERB || !is_done_for(event->pattern->class) ||
      kith_clause_is_passive(scene, verb))
    return;
  for (guint step = 0; step < CLIMB && verb >= 0 && scene->words[verb].upos == KITH_VERB; step++) {
    for (gint c = kith_tree_first(scene->tree, verb); c >= 0; c = kith_tree_next(scene->tree, c)) {
      if (kith_scene_universal(scene, c) != KITH_DEP_OBL || !kith_scene_lemma_in(scene, c, "behalf"))
        continue;
      gint who = kith_tree_child(scene->tree, c, KITH_DEP_NMOD);
      g_autoptr(GArray) found = kith_entities_none();
      if (who >= 0)
        kith_scene_resolve(scene, who, found);
      kith_ends_filter(scene, kith_class_types(event->pattern->class, FALSE), found);
      for (guint i = 0; i < found->len; i++)
        if (!kith_entities_have(sources, g_array_index(found, guint, i)))
          g_array_append_val(sources, g_array_index(found, guint, i));
      *source = *source < 0 ? who : *source;
    }
    verb = kith_scene_universal(scene, verb) == KITH_DEP_XCOMP ? kith_scene_head(scene, verb) : -1;
  }
}

/* The targets of an event that stand in none of its slots: whom a threat, a refusal or a promise is meant
 * for, the post that somebody leaves, whom a request is addressed to. */
static void
find_implied(KithEvent *event, const GArray *sources, GArray *targets, gint *target)
{
  const KithScene *scene = event->scene;
  const KithClass class = event->pattern->class;
  gboolean verb = event->pattern->kind == KITH_WORDS_VERB;
  gint said = event->with >= 0 && !verb ? event->with : event->word;
  if (class == KITH_CLASS_THREATEN ||
      (class == KITH_CLASS_REJECT && kith_scene_lemma_in(scene, said, "refuse decline refusal")) ||
      (class == KITH_CLASS_AGREE && verb &&
       kith_scene_lemma_in(scene, said, "promise pledge agree offer undertake consent commit vow swear")))
    find_meant(event, targets, target);
  if (targets->len == 0 && class == KITH_CLASS_THREATEN && verb)
    find_warned(event, sources, targets, target);
  if (targets->len == 0 && class == KITH_CLASS_RETREAT && verb)
    find_post(event, sources, targets);
  if (targets->len == 0 && event->pattern->kind == KITH_WORDS_NOUN)
    find_addressee(event, targets, target);
}

/* "Works with Mali to defeat them", "a part of the coalition to defeat them": with whom one works to fight
 * somebody fights too (whom one helps with others is another matter), and a coalition does what it is for. */
static void
add_partners(const KithEvent *event, GArray *sources)
{
  static const char *const together[] = {"with", "alongside"};
  const KithScene *scene = event->scene;
  const gint first = kith_clause_first_conjunct(scene, event->word);
  const gint above = kith_scene_head(scene, first), to = kith_tree_child(scene->tree, first, KITH_DEP_MARK);
  if (event->pattern->kind != KITH_WORDS_VERB || kith_class_is_symmetric(event->pattern->class) ||
      above < 0 || to < 1 || to > first || !kith_clause_is_infinitive(scene, first))
    return;
  g_autoptr(GArray) found = kith_entities_none();
  if (kith_scene_lemma_in(scene, to - 1, "coalition alliance"))
    kith_scene_resolve(scene, to - 1, found);
  KithArguments arguments;
  if (event->pattern->class == KITH_CLASS_ASSAULT &&
      kith_scene_lemma_in(scene, above, "work cooperate collaborate partner strive unite")) {
    kith_clause_arguments(scene, above, &arguments);
    for (guint i = 0; i < arguments.n; i++)
      for (guint k = 0; k < G_N_ELEMENTS(together); k++)
        if (strcmp(arguments.items[i].slot, together[k]) == 0)
          kith_scene_resolve(scene, arguments.items[i].word, found);
  }
  kith_ends_filter(scene, kith_class_types(event->pattern->class, FALSE), found);
  for (guint i = 0; i < found->len; i++)
    if (!kith_entities_have(sources, g_array_index(found, guint, i)))
      g_array_append_val(sources, g_array_index(found, guint, i));
}

/* Whether the sentence or one of those before it speaks of sanctions. */
static gboolean
is_of_sanctions(const KithScene *scene)
{
  enum { BACK = 3 };
  for (guint s = scene->sentence > BACK ? scene->sentence - BACK : 0; s <= scene->sentence; s++) {
    const KithSentence *sentence = kith_document_sentence(scene->document, s);
    const KithWord *words = kith_document_words(scene->document, sentence);
    for (guint i = 0; i < sentence->n_words; i++)
      if (words[i].upos == KITH_NOUN && g_ascii_strcasecmp(words[i].lemma, "sanction") == 0)
        return TRUE;
  }
  return FALSE;
}

/* The class of an event by what surrounds it: sanctions target firms, and what a gift supports is aided. */
static KithClass
settled_class(const KithEvent *event, const GArray *sources, const GArray *targets, gint source)
{
  const KithScene *scene = event->scene;
  const KithPattern *pattern = event->pattern;
  if (pattern->flags & KITH_PATTERN_VISIT)
    return visit_class(scene, event->word, sources, targets);
  if (pattern->class == KITH_CLASS_SUPPORT && pattern->kind == KITH_WORDS_VERB && source >= 0 &&
      kith_gift_is(scene, source))
    return KITH_CLASS_AID;
  if (pattern->class == KITH_CLASS_ASSAULT && kith_scene_lemma_in(scene, event->word, "target") &&
      is_of_sanctions(scene))
    return KITH_CLASS_SANCTION;
  return pattern->class;
}

guint
kith_event_add(KithEvent *event)
{
  const KithScene *scene = event->scene;
  const KithPattern *pattern = event->pattern;
  gboolean verb = pattern->kind == KITH_WORDS_VERB;
  g_autoptr(GArray) sources = kith_entities_none();
  g_autoptr(GArray) targets = kith_entities_none();
  gint source = -1, target = -1;
  KithClaimParts parts = {.class = pattern->class,
                          .predicate = event->word,
                          .with = event->with,
                          .prep = -1,
                          .status = event->status,
                          .flags = pattern->flags,
                          .modality = pattern->modality};
  if (is_mutual(pattern) && (pattern->targets == NULL || !kith_class_is_symmetric(pattern->class))) {
    gboolean several = find_between(event, targets, &target);
    parts.prep = target;
    parts.confidence = confidence(event, target);
    if (several)
      return add_pairs(scene, &parts, targets);
    g_array_set_size(targets, 0);
    target = -1;
  }
  kith_event_find_end(event,
                      pattern->sources != NULL ? pattern->sources
                      : verb                   ? kith_verb_sources
                                               : kith_noun_sources,
                      FALSE, sources, &source);
  add_represented(event, sources, &source);
  add_partners(event, sources);
  if (sources->len == 0)
    return 0;
  kith_event_find_end(event, kith_event_target_slots(pattern), TRUE, targets, &target);
  if (warns_of_own(event, sources)) {
    parts.class = KITH_CLASS_THREATEN;
    if (targets->len == 1 && kith_entities_have(sources, g_array_index(targets, guint, 0))) {
      g_array_set_size(targets, 0); /* "warned that it would attack them" */
      find_meant(event, targets, &target);
    }
  }
  if (targets->len == 0)
    find_implied(event, sources, targets, &target);
  if (target == source || (event->owner && are_same(targets, sources)))
    g_array_set_size(targets, 0); /* "A and B welcomed their accord" */
  parts.prep = target >= 0 && target > event->word ? target : -1;
  parts.confidence = confidence(event, target);
  if (parts.class == pattern->class)
    parts.class = settled_class(event, sources, targets, source);
  if (parts.class == KITH_CLASS_LOCATED_IN && (pattern->flags & KITH_PATTERN_VISIT) != 0 &&
      is_call(scene, event->word, sources)) {
    KithClaimParts call = parts;
    call.class = KITH_CLASS_CONSULT;
    kith_claims_add(scene, &call, sources, targets);
  }
  return targets->len == 0 ? add_among(event, &parts, sources, source)
                           : kith_claims_add(scene, &parts, sources, targets);
}
