#include "relation/events.h"

#include <string.h>

/* The slots in which each class's target is sought, in order. */
static const char *const class_targets[KITH_N_CLASSES][10] = {
    [KITH_CLASS_CONSULT] = {"with", "obj", "to", "iobj", "alongside"},
    [KITH_CLASS_AGREE] = {"with", "to"},
    [KITH_CLASS_COOPERATE] = {"with", "obj", "alongside"},
    [KITH_CLASS_SUPPORT] = {"obj", "iobj", "for", "to", "of", "behind"},
    [KITH_CLASS_AID] = {"iobj", "to", "for", "obj", "of"},
    [KITH_CLASS_CONCEDE] = {"iobj", "to", "with", "obj", "on"},
    [KITH_CLASS_RETREAT] = {"from", "out of", "obj"},
    [KITH_CLASS_REQUEST] = {"obj", "iobj", "to", "on", "upon", "from", "of"},
    [KITH_CLASS_ACCUSE] = {"obj", "against", "at", "on", "of", "into", "toward", "towards"},
    [KITH_CLASS_REJECT] = {"obj", "iobj", "to", "of", "from", "against", "with"},
    [KITH_CLASS_THREATEN] = {"obj", "iobj", "to", "against", "with", "on"},
    [KITH_CLASS_PROTEST] = {"against", "obj", "at", "outside"},
    [KITH_CLASS_SANCTION] = {"obj", "on", "against", "with", "to"},
    [KITH_CLASS_MOBILIZE] = {"to", "against", "into", "in", "along", "near", "at", "on"},
    [KITH_CLASS_COERCE] = {"obj", "of", "on", "against", "from"},
    [KITH_CLASS_ASSAULT] = {"obj", "against", "on", "at", "in", "into", "of", "upon", "with"},
    [KITH_CLASS_SAY] = {"iobj", "obj", "to"},
    [KITH_CLASS_ROLE] = {"of", "for", "at", "with", "in"},
    [KITH_CLASS_MEMBER] = {"of", "obj", "to", "with", "in", "for"},
    [KITH_CLASS_LOCATED_IN] = {"in", "at", "to", "into", "on", "near", "obj"},
    [KITH_CLASS_RULES] = {"obj", "of", "over", "in"},
    [KITH_CLASS_ALLY] = {"with", "of", "to", "alongside", "obj"},
    [KITH_CLASS_ENEMY] = {"of", "against", "with", "to", "toward", "towards", "obj"},
    [KITH_CLASS_FAMILY] = {"of", "to", "with", "obj"},
    [KITH_CLASS_OTHER] = {"obj"},
};

/* The same for a verb whose entry asks for no preposition: without one only these mean the other end. */
static const char *const verb_targets[KITH_N_CLASSES][10] = {
    [KITH_CLASS_CONSULT] = {"with", "obj", "iobj", "alongside"},
    [KITH_CLASS_AGREE] = {"with"},
    [KITH_CLASS_COOPERATE] = {"with", "obj", "alongside"},
    [KITH_CLASS_SUPPORT] = {"obj", "iobj"},
    [KITH_CLASS_AID] = {"iobj", "obj"},
    [KITH_CLASS_CONCEDE] = {"iobj", "to", "obj"},
    [KITH_CLASS_RETREAT] = {"from", "out of", "obj"},
    [KITH_CLASS_REQUEST] = {"obj", "iobj"},
    [KITH_CLASS_ACCUSE] = {"obj"},
    [KITH_CLASS_REJECT] = {"obj", "iobj"},
    [KITH_CLASS_THREATEN] = {"obj", "iobj"},
    [KITH_CLASS_PROTEST] = {"against", "obj", "at", "outside"},
    [KITH_CLASS_SANCTION] = {"obj"},
    [KITH_CLASS_MOBILIZE] = {"to", "against", "into", "in", "along", "near", "at", "on"},
    [KITH_CLASS_COERCE] = {"obj"},
    [KITH_CLASS_ASSAULT] = {"obj", "against"},
    [KITH_CLASS_SAY] = {"iobj", "obj", "to"},
    [KITH_CLASS_ROLE] = {"obj", "of", "for"},
    [KITH_CLASS_MEMBER] = {"obj"},
    [KITH_CLASS_LOCATED_IN] = {"obj", "in", "at", "to", "into", "on"},
    [KITH_CLASS_RULES] = {"obj", "over"},
    [KITH_CLASS_ALLY] = {"with", "obj"},
    [KITH_CLASS_ENEMY] = {"obj", "against"},
    [KITH_CLASS_FAMILY] = {"obj", "to"},
    [KITH_CLASS_OTHER] = {"obj"},
};

static const char *const verb_sources[] = {"subj", NULL};
static const char *const noun_sources[] = {"poss", "by", "comp", "subj", NULL};

typedef struct {
  const KithScene *scene;
  const KithPattern *pattern;
  KithArguments arguments;
  gint word;   /* the predicate */
  gint with;   /* a noun that belongs to it, -1 */
  gint status; /* -1: the word's own */
  gboolean inherited;
  gboolean owner; /* the target was found as the owner of what is named */
} Event;

static GArray *
entities_new(void)
{
  return g_array_new(FALSE, FALSE, sizeof(guint));
}

/* Adds the doer of a noun that is no entity itself: "the country's decision", "legislation introduced by
 * senators". */
static void
resolve_doer(const KithScene *scene, gint noun, guint depth, GArray *found)
{
  KithArguments arguments;
  kith_noun_arguments(scene, noun, &arguments);
  for (guint i = 0; noun_sources[i] != NULL && found->len == 0; i++)
    for (guint j = 0; j < arguments.n && found->len == 0; j++)
      if (strcmp(arguments.items[j].slot, noun_sources[i]) == 0) {
        gint word = arguments.items[j].word;
        kith_scene_resolve(scene, word, found);
        if (found->len == 0 && depth < 2)
          resolve_doer(scene, word, depth + 1, found);
      }
  gint head = kith_scene_head(scene, noun);
  if (found->len == 0 && head >= 0 && scene->words[head].upos == KITH_VERB &&
      (kith_scene_rel(scene, noun) == KITH_DEP_OBJ || kith_scene_rel(scene, noun) == KITH_DEP_NSUBJ_PASS) &&
      kith_clause_pattern(scene, KITH_WORDS_EMBED, noun) != NULL) {
    gint subject = kith_clause_subject(scene, head);
    if (subject >= 0 && subject != noun)
      kith_scene_resolve(scene, subject, found);
  }
}

/* Whether an "of" after the noun names what it is done to ("the killing of"), not who does it. */
static gboolean
of_is_patient(const KithScene *scene, gint noun)
{
  const KithPattern *pattern = kith_clause_pattern(scene, KITH_WORDS_NOUN, noun);
  return pattern != NULL && !kith_pattern_has(pattern->sources, "of");
}

/* Whether what is done to a thing of somebody's is done to the owner: nobody meets or rules him by it. */
static gboolean
owner_stands_in(KithClass class)
{
  switch (class) {
  case KITH_CLASS_ACCUSE:
  case KITH_CLASS_SUPPORT:
  case KITH_CLASS_REJECT:
  case KITH_CLASS_REQUEST:
  case KITH_CLASS_THREATEN:
  case KITH_CLASS_COERCE:
  case KITH_CLASS_ASSAULT:
  case KITH_CLASS_SANCTION:
  case KITH_CLASS_AID:
  case KITH_CLASS_CONCEDE:
  case KITH_CLASS_PROTEST:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Whether the noun is what a country acts by: "Peru's government", "the French authorities". */
static gboolean
is_organ(const KithScene *scene, gint noun)
{
  return kith_scene_lemma_in(
      scene, noun,
      "government administration regime authority cabinet leadership side official junta "
      "military army force navy police parliament ministry delegation");
}

/* Adds the named place where a thing stands: an attack on "a market in Hajjah" is one on Hajjah. */
static void
resolve_site(const KithScene *scene, gint noun, GArray *found)
{
  KithArguments arguments;
  kith_noun_arguments(scene, noun, &arguments);
  for (guint i = 0; i < arguments.n && found->len == 0; i++)
    if (strcmp(arguments.items[i].slot, "in") == 0 || strcmp(arguments.items[i].slot, "at") == 0 ||
        strcmp(arguments.items[i].slot, "near") == 0)
      kith_scene_resolve(scene, arguments.items[i].word, found);
}

/* Adds what a word in a target's place stands for; a thing's owner where it is no entity itself. */
static void
resolve_target(Event *event, gint word, GArray *found)
{
  const KithScene *scene = event->scene;
  kith_scene_resolve(scene, word, found);
  KithClass class = event->pattern->class;
  if (found->len > 0 || kith_clause_is_predicate(scene, word))
    return;
  if (!is_organ(scene, word) && ((event->pattern->flags & KITH_PATTERN_WEAK) || !owner_stands_in(class)))
    return;
  resolve_doer(scene, word, 0, found);
  if (found->len == 0 && !of_is_patient(scene, word)) {
    KithArguments arguments;
    kith_noun_arguments(scene, word, &arguments);
    for (guint i = 0; i < arguments.n && found->len == 0; i++)
      if (strcmp(arguments.items[i].slot, "of") == 0)
        kith_scene_resolve(scene, arguments.items[i].word, found);
  }
  if (found->len == 0 && class == KITH_CLASS_ASSAULT)
    resolve_site(scene, word, found);
  event->owner = found->len > 0;
}

/* Leaves only the entities of the types asked for. */
static void
filter(const KithScene *scene, guint types, GArray *found)
{
  for (guint i = found->len; types != 0 && i-- > 0;) {
    const KithEntity *entity = g_ptr_array_index(scene->entities->entities, g_array_index(found, guint, i));
    if ((types & (1u << entity->type)) == 0)
      g_array_remove_index(found, i);
  }
}

/* Whether a place is said to act: a name, not "the square", that is a clause's own subject or has a
 * possessive or a party's preposition ("talks with California"). It stands for its people or government
 * there. */
static gboolean
is_acting_place(const KithScene *scene, gint word, const char *slot)
{
  guint mention = scene->mention[word];
  if (mention == KITH_NONE ||
      g_array_index(scene->entities->mentions, KithMention, mention).kind != KITH_MENTION_NAME)
    return FALSE;
  return strcmp(slot, "subj") == 0 || strcmp(slot, "by") == 0 || strcmp(slot, "with") == 0 ||
         strcmp(slot, "between") == 0 || strcmp(slot, "poss") == 0 || strcmp(slot, "among") == 0;
}

/* What may be at the other end of a class: nobody meets a place, nobody is in a person. */
static guint
class_types(KithClass class, gboolean target)
{
  const guint place = 1u << KITH_ACTOR_PLACE, all = (1u << KITH_N_ACTOR_TYPES) - 1;
  switch (class) {
  case KITH_CLASS_CONSULT:
  case KITH_CLASS_AGREE:
  case KITH_CLASS_SAY:
    return all & ~place;
  case KITH_CLASS_FAMILY:
    return 1u << KITH_ACTOR_PERSON | 1u << KITH_ACTOR_GROUP;
  case KITH_CLASS_LOCATED_IN:
    return target ? place | 1u << KITH_ACTOR_COUNTRY | 1u << KITH_ACTOR_ORGANIZATION : all;
  default:
    return target ? all : all & ~place;
  }
}

/* Finds the entities of one end in the slots, in order; the word that gave them goes to *word. */
static void
find_end(Event *event, const char *const *slots, gboolean target, GArray *found, gint *word)
{
  const KithScene *scene = event->scene;
  guint types = target ? event->pattern->target_types : event->pattern->source_types;
  if (types == 0 && !(event->pattern->flags & KITH_PATTERN_VISIT))
    types = class_types(event->pattern->class, target);
  for (guint i = 0; slots[i] != NULL && found->len == 0; i++)
    for (guint j = 0; j < event->arguments.n; j++) {
      const KithArgument *argument = &event->arguments.items[j];
      if (strcmp(argument->slot, slots[i]) != 0 || argument->word == event->with)
        continue;
      if (found->len == 0)
        event->owner = FALSE;
      if (target)
        resolve_target(event, argument->word, found);
      else {
        kith_scene_resolve(scene, argument->word, found);
        if (found->len == 0 && scene->words[argument->word].upos != KITH_PRON)
          resolve_doer(scene, argument->word, 0, found);
      }
      filter(scene,
             types != 0 && is_acting_place(scene, argument->word, slots[i]) ? types | 1u << KITH_ACTOR_PLACE
                                                                            : types,
             found);
      if (found->len > 0 && *word < 0)
        *word = argument->word;
    }
}

static gboolean
is_one_of(guint entity, const GArray *set)
{
  for (guint i = 0; i < set->len; i++)
    if (g_array_index(set, guint, i) == entity)
      return TRUE;
  return FALSE;
}

/* An official's visit to a country is consult, anybody else's coming is located-in. */
static KithClass
visit_class(const KithScene *scene, const GArray *sources, const GArray *targets)
{
  for (guint i = 0; i < targets->len; i++) {
    const KithEntity *target = g_ptr_array_index(scene->entities->entities, g_array_index(targets, guint, i));
    if (target->type == KITH_ACTOR_PERSON || target->type == KITH_ACTOR_ORGANIZATION ||
        target->type == KITH_ACTOR_GROUP)
      return KITH_CLASS_CONSULT;
    if (target->type != KITH_ACTOR_COUNTRY)
      return KITH_CLASS_LOCATED_IN;
  }
  for (guint i = 0; i < sources->len; i++) {
    guint source = g_array_index(sources, guint, i);
    for (guint j = 0; j < scene->claims->len; j++) {
      const KithClaim *claim = g_ptr_array_index(scene->claims, j);
      if (claim->class == KITH_CLASS_ROLE && claim->source == source)
        return is_one_of(claim->target, targets) ? KITH_CLASS_LOCATED_IN : KITH_CLASS_CONSULT;
    }
    const KithEntity *entity = g_ptr_array_index(scene->entities->entities, source);
    if (entity->type == KITH_ACTOR_COUNTRY)
      return KITH_CLASS_CONSULT;
    for (guint j = 0; entity->type == KITH_ACTOR_PERSON && j < entity->aliases->len; j++) {
      g_autofree char *first = g_ascii_strdown(g_ptr_array_index(entity->aliases, j), -1);
      first[strcspn(first, " ")] = '\0';
      if (kith_lexicon_get(scene->lexicon, KITH_WORDS_TITLE, first) != NULL)
        return KITH_CLASS_CONSULT;
    }
  }
  return KITH_CLASS_LOCATED_IN;
}

/* How sure a claim of this construction is. */
static double
confidence(const Event *event, gint target)
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
    g_autoptr(GArray) one = entities_new();
    g_autoptr(GArray) others = entities_new();
    g_array_append_val(one, g_array_index(set, guint, i));
    g_array_append_vals(others, &g_array_index(set, guint, i + 1), set->len - i - 1);
    added += kith_claims_add(scene, parts, one, others);
  }
  return added;
}

/* The target's slots of an entry: its own, or its preposition, or those of its class. */
static const char *const *
target_slots(const KithPattern *pattern)
{
  if (pattern->targets != NULL)
    return pattern->targets;
  if (pattern->preps != NULL)
    return pattern->preps;
  if (pattern->kind == KITH_WORDS_VERB && pattern->objects == NULL)
    return verb_targets[pattern->class];
  const char *const *slots = class_targets[pattern->class];
  while (pattern->objects != NULL && *slots != NULL &&
         (strcmp(*slots, "obj") == 0 || strcmp(*slots, "iobj") == 0) && slots[1] != NULL)
    slots++;
  return slots;
}

/* Whom a threat to do something is meant for: to whom it would be done. */
static void
find_threatened(Event *event, GArray *targets, gint *target)
{
  const KithScene *scene = event->scene;
  static const char *const slots[] = {"obj", "against", "on", "to", "from", "with", NULL};
  gint deed = kith_tree_child(scene->tree, event->word, KITH_DEP_XCOMP);
  if (deed < 0 || scene->words[deed].upos != KITH_VERB)
    return;
  Event inner = {.scene = scene, .word = deed, .with = -1, .status = -1, .pattern = event->pattern};
  kith_clause_arguments(scene, deed, &inner.arguments);
  find_end(&inner, slots, TRUE, targets, target);
}

/* What somebody resigns from who holds a post: "the head of the bank resigned". */
static void
find_post(const Event *event, const GArray *sources, GArray *targets)
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

/* Whom a noun without a target of its own is addressed to: who rejects a request, accepts an apology, acts at
 * somebody's request. */
static void
find_addressee(Event *event, GArray *targets, gint *target)
{
  const KithScene *scene = event->scene;
  KithClass class = event->pattern->class;
  gint noun = event->with >= 0 ? event->with : event->word;
  gint head = kith_scene_head(scene, noun);
  if (head < 0 || scene->words[head].upos != KITH_VERB ||
      !(class == KITH_CLASS_REQUEST || class == KITH_CLASS_CONCEDE || class == KITH_CLASS_ACCUSE ||
        class == KITH_CLASS_THREATEN || class == KITH_CLASS_AID || class == KITH_CLASS_SUPPORT))
    return;
  KithDeprel rel = kith_scene_universal(scene, noun);
  gboolean response =
      rel == KITH_DEP_OBJ &&
      kith_scene_lemma_in(scene, head,
                          "reject accept refuse decline dismiss deny ignore receive welcome grant answer "
                          "consider heed rebuff spurn snub face defy resist honor honour approve meet");
  const char *prep = kith_scene_prep(scene, noun);
  gboolean bidden = rel == KITH_DEP_OBL && class == KITH_CLASS_REQUEST && g_strcmp0(prep, "at") == 0;
  gint subject = response || bidden ? kith_clause_subject(scene, head) : -1;
  if (subject < 0 || event->inherited)
    return;
  kith_scene_resolve(scene, subject, targets);
  filter(scene, class_types(class, TRUE), targets);
  *target = targets->len > 0 ? subject : *target;
}

/* The parties for whom officials act: "the presidents of A, B and C signed". */
static void
find_parties(const KithScene *scene, gint noun, GArray *found)
{
  KithArguments arguments;
  if (noun < 0 || kith_lexicon_get(scene->lexicon, KITH_WORDS_TITLE, scene->lemmas[noun]) == NULL)
    return;
  kith_noun_arguments(scene, noun, &arguments);
  for (guint i = 0; i < arguments.n && found->len < 2; i++)
    if (strcmp(arguments.items[i].slot, "of") == 0 || strcmp(arguments.items[i].slot, "from") == 0) {
      g_array_set_size(found, 0);
      kith_scene_resolve(scene, arguments.items[i].word, found);
    }
}

/* Adds the claims of an event whose arguments are gathered. Returns how many. */
static guint
add_event(Event *event)
{
  const KithScene *scene = event->scene;
  const KithPattern *pattern = event->pattern;
  gboolean verb = pattern->kind == KITH_WORDS_VERB;
  g_autoptr(GArray) sources = entities_new();
  g_autoptr(GArray) targets = entities_new();
  gint source = -1, target = -1;
  KithClaimParts parts = {.class = pattern->class,
                          .predicate = event->word,
                          .with = event->with,
                          .prep = -1,
                          .status = event->status,
                          .flags = pattern->flags,
                          .modality = pattern->modality};
  if (kith_class_is_symmetric(pattern->class) && pattern->targets == NULL) {
    static const char *const between[] = {"between", "among", NULL};
    find_end(event, between, TRUE, targets, &target);
    parts.prep = target;
    parts.confidence = confidence(event, target);
    if (targets->len > 1)
      return add_pairs(scene, &parts, targets);
    g_array_set_size(targets, 0);
  }
  find_end(event,
           pattern->sources != NULL ? pattern->sources
           : verb                   ? verb_sources
                                    : noun_sources,
           FALSE, sources, &source);
  if (sources->len == 0)
    return 0;
  find_end(event, target_slots(pattern), TRUE, targets, &target);
  if (targets->len == 0 && pattern->class == KITH_CLASS_THREATEN && verb)
    find_threatened(event, targets, &target);
  if (targets->len == 0 && pattern->class == KITH_CLASS_RETREAT && verb)
    find_post(event, sources, targets);
  if (targets->len == 0 && !verb && pattern->kind == KITH_WORDS_NOUN)
    find_addressee(event, targets, &target);
  if (targets->len == 0 && sources->len == 1 && kith_class_is_symmetric(pattern->class) &&
      pattern->preps == NULL) {
    g_autoptr(GArray) parties = entities_new();
    find_parties(scene, source, parties);
    if (parties->len > 1)
      return add_pairs(scene, &parts, parties);
  }
  if (target == source)
    g_array_set_size(targets, 0);
  parts.prep = target >= 0 && target > event->word ? target : -1;
  parts.confidence = confidence(event, target);
  if (pattern->flags & KITH_PATTERN_VISIT)
    parts.class = visit_class(scene, sources, targets);
  if (targets->len == 0 && kith_class_is_symmetric(pattern->class) && sources->len > 1 &&
      pattern->preps == NULL)
    return add_pairs(scene, &parts, sources);
  return targets->len == 0 ? 0 : kith_claims_add(scene, &parts, sources, targets);
}

/* Whether an argument is in one of the slots. */
static gboolean
has_slot(const KithArguments *arguments, const char *const *slots)
{
  for (guint i = 0; i < arguments->n; i++)
    if (kith_pattern_has(slots, arguments->items[i].slot))
      return TRUE;
  return FALSE;
}

/* The noun among object and theme that the entry asks for; -1 for none, -2 where it asks for none. */
static gint
find_object(const KithScene *scene, const KithPattern *pattern, const KithArguments *arguments)
{
  if (pattern->objects == NULL)
    return -2;
  for (guint i = 0; i < arguments->n; i++)
    if ((strcmp(arguments->items[i].slot, "obj") == 0 || strcmp(arguments->items[i].slot, "theme") == 0 ||
         strcmp(arguments->items[i].slot, "xcomp") == 0 || strcmp(arguments->items[i].slot, "as") == 0) &&
        kith_pattern_has(pattern->objects, scene->lemmas[arguments->items[i].word]))
      return arguments->items[i].word;
  return -1;
}

/* Adds the arguments inside the object's phrase to the verb's, where the object is no entity itself. */
static void
add_inner(const KithScene *scene, KithArguments *arguments)
{
  guint n = arguments->n;
  for (guint i = 0; i < n; i++) {
    const KithArgument *outer = &arguments->items[i];
    if ((strcmp(outer->slot, "obj") != 0 && strcmp(outer->slot, "theme") != 0) ||
        kith_scene_entity(scene, outer->word) != KITH_NONE || scene->words[outer->word].upos == KITH_PRON)
      continue;
    KithArguments inner;
    kith_noun_arguments(scene, outer->word, &inner);
    for (guint j = 0; j < inner.n && arguments->n < G_N_ELEMENTS(arguments->items); j++)
      if (strcmp(inner.items[j].slot, "of") != 0)
        arguments->items[arguments->n++] = inner.items[j];
  }
}

/* Subject and object of a verb that no entry knows, where both are entities. */
static void
add_other(const KithScene *scene, gint verb, const KithArguments *arguments)
{
  static const KithPattern other = {.kind = KITH_WORDS_VERB, .class = KITH_CLASS_OTHER};
  g_autoptr(GArray) sources = entities_new();
  g_autoptr(GArray) targets = entities_new();
  for (guint i = 0; i < arguments->n; i++) {
    const KithArgument *argument = &arguments->items[i];
    if (strcmp(argument->slot, "subj") == 0)
      kith_scene_resolve(scene, argument->word, sources);
    else if (strcmp(argument->slot, "obj") == 0)
      kith_scene_resolve(scene, argument->word, targets);
  }
  filter(scene, class_types(other.class, FALSE), sources);
  KithClaimParts parts = {.class = other.class,
                          .predicate = verb,
                          .with = -1,
                          .prep = -1,
                          .status = -1,
                          .modality = KITH_N_MODALITIES,
                          .confidence = 0.4};
  kith_claims_add(scene, &parts, sources, targets);
}

/* Whether the verb only carries other words: it has no relation of its own. */
static gboolean
is_empty(const KithScene *scene, gint verb)
{
  return kith_clause_pattern(scene, KITH_WORDS_LIGHT, verb) != NULL ||
         kith_clause_pattern(scene, KITH_WORDS_EMBED, verb) != NULL ||
         kith_scene_lemma_in(scene, verb, "be have do get go make take come give let become say include");
}

/* Whether the noun in a light verb's object says what happens. */
static gboolean
speaks_itself(const KithScene *scene, gint verb, gint noun)
{
  return kith_lexicon_get(scene->lexicon, KITH_WORDS_NOUN, scene->lemmas[noun]) != NULL &&
         kith_clause_pattern(scene, KITH_WORDS_LIGHT, verb) != NULL;
}

static void
find_verb(const KithScene *scene, gint verb)
{
  const GPtrArray *entries = kith_lexicon_get(scene->lexicon, KITH_WORDS_VERB, scene->lemmas[verb]);
  Event event = {.scene = scene, .word = verb, .with = -1, .status = -1};
  kith_clause_arguments(scene, verb, &event.arguments);
  KithArguments plain = event.arguments;
  add_inner(scene, &event.arguments);
  static const char *const object_slot[] = {"obj", NULL};
  const char *particle = kith_clause_particle(scene, verb);
  for (guint i = 0; entries != NULL && i < entries->len; i++) {
    event.pattern = g_ptr_array_index(entries, i);
    if (event.pattern->particles != NULL &&
        (particle == NULL || !kith_pattern_has(event.pattern->particles, particle)))
      continue;
    if (event.pattern->preps != NULL && !has_slot(&event.arguments, event.pattern->preps))
      continue;
    if (event.pattern->particles == NULL && event.pattern->preps != NULL && event.pattern->objects == NULL &&
        kith_tree_child(scene->tree, verb, KITH_DEP_COMPOUND_PRT) >= 0)
      continue;
    gint object = find_object(scene, event.pattern, &event.arguments);
    if (object == -1 || ((event.pattern->flags & KITH_PATTERN_VISIT) && event.pattern->preps != NULL &&
                         object < 0 && has_slot(&event.arguments, object_slot)))
      continue;
    if (object >= 0 && (event.pattern->flags & KITH_PATTERN_WEAK) && speaks_itself(scene, verb, object))
      continue;
    event.with = object;
    if ((event.pattern->flags & KITH_PATTERN_NONE) == 0 && add_event(&event) == 0)
      continue;
    if (object >= 0 && (event.pattern->targets == NULL || !kith_pattern_has(event.pattern->targets, "poss")))
      scene->spoken[object] = TRUE;
    return;
  }
  if (entries == NULL && !is_empty(scene, verb))
    add_other(scene, verb, &plain);
}

/* The light verb over a noun, for the label; -1. */
static gint
light_verb(const KithScene *scene, gint noun)
{
  gint head = kith_scene_head(scene, noun);
  KithDeprel rel = kith_scene_rel(scene, noun);
  if (head >= 0 && rel == KITH_DEP_NSUBJ && kith_tree_child(scene->tree, head, KITH_DEP_EXPL) >= 0)
    return head;
  if (head >= 0 && scene->words[head].upos == KITH_VERB &&
      (rel == KITH_DEP_OBJ || rel == KITH_DEP_NSUBJ_PASS || rel == KITH_DEP_OBL) &&
      kith_verb_passes_subject(scene, head))
    return head;
  return -1;
}

static void
find_noun(const KithScene *scene, gint noun)
{
  const GPtrArray *entries = kith_lexicon_get(scene->lexicon, KITH_WORDS_NOUN, scene->lemmas[noun]);
  if (entries == NULL || scene->spoken[noun])
    return;
  Event event = {.scene = scene, .word = noun, .with = -1, .status = noun};
  KithArguments own;
  kith_noun_arguments(scene, noun, &own);
  gint verb = light_verb(scene, noun);
  for (guint i = 0; i < entries->len; i++) {
    event.pattern = g_ptr_array_index(entries, i);
    event.arguments = own;
    gint receiver = -1;
    gint agent = kith_noun_agent(scene, noun, event.pattern->class, &receiver);
    event.inherited = agent >= 0;
    if (agent >= 0 && own.n < G_N_ELEMENTS(own.items))
      event.arguments.items[event.arguments.n++] = (KithArgument){"subj", agent};
    if (receiver >= 0 && event.arguments.n < G_N_ELEMENTS(own.items))
      event.arguments.items[event.arguments.n++] = (KithArgument){"to", receiver};
    if (verb >= 0) {
      KithArguments outer;
      kith_clause_arguments(scene, verb, &outer);
      for (guint j = 0; j < outer.n && event.arguments.n < G_N_ELEMENTS(own.items); j++)
        if (outer.items[j].word != noun && strcmp(outer.items[j].slot, "subj") != 0 &&
            strcmp(outer.items[j].slot, "obj") != 0 && strcmp(outer.items[j].slot, "in") != 0)
          event.arguments.items[event.arguments.n++] = outer.items[j];
      event.word = verb;
      event.with = noun;
    }
    if (event.pattern->preps != NULL && !has_slot(&event.arguments, event.pattern->preps))
      continue;
    if ((event.pattern->flags & KITH_PATTERN_NONE) || add_event(&event) > 0)
      return;
  }
}

static gint
denoted(const KithScene *scene, gint noun, guint depth)
{
  gint head = kith_scene_head(scene, noun);
  KithDeprel rel = kith_scene_rel(scene, noun);
  gint subject = kith_tree_child_universal(scene->tree, noun, KITH_DEP_NSUBJ);
  if (subject >= 0)
    return kith_scene_antecedent(scene, subject);
  if (rel == KITH_DEP_NMOD && head >= 0 && depth < KITH_MAX_CLIMB &&
      kith_tree_child_universal(scene->tree, head, KITH_DEP_NSUBJ) >= 0 &&
      kith_scene_lemma_in(scene, head, "one some many most two several both all part"))
    return denoted(scene, head, depth + 1);
  if (head >= 0 && rel == KITH_DEP_XCOMP && kith_scene_lemma_in(scene, head, "become remain stay"))
    return kith_clause_subject(scene, head);
  if (kith_scene_entity(scene, noun) != KITH_NONE)
    return noun;
  if (head < 0 || depth > KITH_MAX_CLIMB)
    return kith_tree_child(scene->tree, noun, KITH_DEP_APPOS);
  if (rel == KITH_DEP_APPOS || rel == KITH_DEP_NMOD_DESC || rel == KITH_DEP_COMPOUND ||
      rel == KITH_DEP_AMOD || rel == KITH_DEP_NMOD_UNMARKED)
    return kith_scene_entity(scene, head) != KITH_NONE ? head : denoted(scene, head, depth + 1);
  if (rel == KITH_DEP_CONJ)
    return denoted(scene, head, depth + 1);
  if (rel == KITH_DEP_ACL)
    return head;
  if (rel == KITH_DEP_NMOD &&
      kith_scene_lemma_in(scene, head, "one some many most two several both all part"))
    return denoted(scene, head, depth + 1);
  if (rel == KITH_DEP_XCOMP || (rel == KITH_DEP_OBL && g_strcmp0(kith_scene_prep(scene, noun), "as") == 0)) {
    gint object = kith_clause_is_passive(scene, head) ? -1 : kith_tree_child(scene->tree, head, KITH_DEP_OBJ);
    if (kith_clause_is_passive(scene, head))
      return kith_clause_object(scene, head);
    return object >= 0 ? object : kith_clause_subject(scene, head);
  }
  if ((rel == KITH_DEP_ADVCL || rel == KITH_DEP_DISLOCATED || rel == KITH_DEP_PARATAXIS) &&
      kith_clause_is_predicate(scene, head) && kith_clause_mark(scene, noun)[0] == '\0')
    return kith_clause_subject(scene, head);
  return kith_tree_child(scene->tree, noun, KITH_DEP_APPOS);
}

gint
kith_noun_denoted(const KithScene *scene, gint noun)
{
  return denoted(scene, noun, 0);
}

static void
find_relational(const KithScene *scene, gint word, KithWordsKind kind)
{
  static const char *const owner[] = {"poss", "of", "comp", NULL};
  const GPtrArray *entries = kith_lexicon_get(scene->lexicon, kind, scene->lemmas[word]);
  if (scene->words[word].upos == KITH_PROPN && scene->words[word].name != KITH_NAME_NONE)
    return; /* a part of a name */
  gint who = entries != NULL ? denoted(scene, word, 0) : -1;
  if (who < 0)
    return;
  Event event = {.scene = scene, .word = word, .with = -1, .status = -1};
  kith_noun_arguments(scene, word, &event.arguments);
  for (guint i = 0; i < event.arguments.n; i++)
    if (event.arguments.items[i].word == who)
      return;
  if (event.arguments.n >= G_N_ELEMENTS(event.arguments.items))
    return;
  event.arguments.items[event.arguments.n++] = (KithArgument){"self", who};
  for (guint i = 0; i < entries->len; i++) {
    const KithPattern *entry = g_ptr_array_index(entries, i);
    if (entry->preps != NULL && !has_slot(&event.arguments, entry->preps))
      continue;
    static const char *const self[] = {"self", NULL};
    KithPattern pattern = *entry;
    event.pattern = &pattern;
    if (pattern.sources == NULL)
      pattern.sources = self;
    if (pattern.targets == NULL && pattern.preps == NULL)
      pattern.targets = kind == KITH_WORDS_PERSON ? owner : class_targets[pattern.class];
    if (add_event(&event) > 0)
      return;
  }
}

void
kith_events_find(const KithScene *scene)
{
  for (gint i = 0; i < (gint)scene->n; i++)
    if (scene->words[i].upos == KITH_VERB)
      find_verb(scene, i);
  for (gint i = 0; i < (gint)scene->n; i++)
    switch (scene->words[i].upos) {
    case KITH_NOUN:
    case KITH_PROPN:
      find_noun(scene, i);
      find_relational(scene, i, KITH_WORDS_PERSON);
      break;
    case KITH_ADJ:
    case KITH_ADV:
      find_relational(scene, i, KITH_WORDS_ADJ);
      break;
    default:
      break;
    }
}
