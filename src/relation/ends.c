#include "relation/ends.h"

#include <string.h>

#include "relation/gifts.h"

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

const char *const kith_verb_sources[] = {"subj", NULL};
const char *const kith_noun_sources[] = {"poss", "by", "comp", "subj", NULL};

/* Whether an "of" after the noun names what it is done to ("the killing of"), not who does it. */
static gboolean
of_is_patient(const KithScene *scene, gint noun)
{
  const KithPattern *pattern = kith_clause_pattern(scene, KITH_WORDS_NOUN, noun);
  return pattern != NULL && !kith_pattern_has(pattern->sources, "of");
}

/* Whether an attack's noun has a relative clause of which it is the subject. */
static gboolean
is_relative(const KithScene *scene, gint noun)
{
  const KithPattern *pattern = kith_clause_pattern(scene, KITH_WORDS_NOUN, noun);
  gint clause = pattern != NULL && pattern->class == KITH_CLASS_ASSAULT
                    ? kith_tree_child(scene->tree, noun, KITH_DEP_ACL_RELCL)
                    : -1;
  return clause >= 0 && kith_clause_subject(scene, clause) == noun;
}

/* Adds the doer of a noun that is no entity itself: "the country's decision", "legislation introduced by
 * senators". Where there is no judge (-1), it may be who has it, too: "made a decision". Where a word is the
 * judge, it is not who judges: "a decision criticised by senators". */
static void
resolve_doer(const KithScene *scene, gint noun, gint judge, guint depth, GArray *found)
{
  KithArguments arguments;
  static const char *const doers[] = {"by", "poss", "comp", "subj", NULL}; /* "her arrest by soldiers" */
  kith_noun_arguments(scene, noun, &arguments);
  for (guint i = 0; doers[i] != NULL && found->len == 0; i++)
    for (guint j = 0; j < arguments.n && found->len == 0; j++)
      if (strcmp(arguments.items[j].slot, doers[i]) == 0 && arguments.items[j].word != judge) {
        gint word = arguments.items[j].word;
        kith_scene_resolve(scene, word, found);
        if (found->len == 0 && depth < 2)
          resolve_doer(scene, word, judge, depth + 1, found);
      }
  for (guint i = 0; i < arguments.n && found->len == 0; i++)
    if (strcmp(arguments.items[i].slot, "of") == 0 && of_is_patient(scene, noun)) {
      KithArguments inner; /* "the killing of Roe by soldiers" */
      kith_noun_arguments(scene, arguments.items[i].word, &inner);
      for (guint j = 0; j < inner.n && found->len == 0; j++)
        if (strcmp(inner.items[j].slot, "by") == 0)
          kith_scene_resolve(scene, inner.items[j].word, found);
    }
  for (guint i = 0; i < arguments.n && found->len == 0; i++)
    if ((strcmp(arguments.items[i].slot, "of") == 0 || strcmp(arguments.items[i].slot, "from") == 0) &&
        kith_scene_lemma_in(scene, noun,
                            "aircraft jet plane warplane drone helicopter warship ship tank artillery"))
      kith_scene_resolve(scene, arguments.items[i].word, found); /* "the jets of the coalition" */
  gint head = kith_scene_head(scene, noun), receiver = -1;
  if (judge < 0 && found->len == 0 && is_relative(scene, noun)) { /* "claimed the attack that killed ten" */
    const gint doer = kith_noun_agent(scene, noun, KITH_CLASS_ASSAULT, &receiver);
    if (doer >= 0)
      kith_scene_resolve(scene, doer, found);
  }
  if (judge < 0 && found->len == 0 && head >= 0 && scene->words[head].upos == KITH_VERB &&
      (kith_scene_rel(scene, noun) == KITH_DEP_OBJ || kith_scene_rel(scene, noun) == KITH_DEP_NSUBJ_PASS) &&
      kith_clause_pattern(scene, KITH_WORDS_EMBED, noun) != NULL) {
    gint subject = kith_clause_subject(scene, head);
    if (subject >= 0 && subject != noun)
      kith_scene_resolve(scene, subject, found);
  }
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

/* The prepositions of where a way leads. */
static const char *const ways_into[] = {"to", "into", NULL};

/* Adds the named place where a thing stands, or a way leads: an attack on "a market in Lima" is one on Lima,
 * who closes "the roads leading into Lima" closes it. */
static void
resolve_site(const KithScene *scene, gint noun, GArray *found)
{
  KithArguments arguments;
  kith_noun_arguments(scene, noun, &arguments);
  gint leading = kith_tree_child(scene->tree, noun, KITH_DEP_ACL);
  if (leading >= 0 && kith_scene_lemma_in(scene, leading, "lead connect link"))
    for (gint c = kith_tree_first(scene->tree, leading); c >= 0; c = kith_tree_next(scene->tree, c))
      if (kith_scene_rel(scene, c) == KITH_DEP_OBL && kith_scene_prep(scene, c) != NULL &&
          kith_pattern_has(ways_into, kith_scene_prep(scene, c)))
        kith_scene_resolve(scene, c, found);
  for (guint i = 0; i < arguments.n && found->len == 0; i++)
    if (strcmp(arguments.items[i].slot, "in") == 0 || strcmp(arguments.items[i].slot, "at") == 0 ||
        strcmp(arguments.items[i].slot, "near") == 0)
      kith_scene_resolve(scene, arguments.items[i].word, found);
}

/* Whether a judgement of what was done is one of who did it. */
static gboolean
judges_deed(KithClass class)
{
  return class == KITH_CLASS_ACCUSE || class == KITH_CLASS_SUPPORT || class == KITH_CLASS_REJECT ||
         class == KITH_CLASS_PROTEST;
}

/* Adds who did what a clause tells and a noun behind it sums up: "was suspended by the ministry, a step that
 * the union condemned". */
static void
resolve_summary(const KithScene *scene, gint noun, gint judge, GArray *found)
{
  g_autoptr(GArray) judges = kith_entities_none();
  if (judge >= 0)
    kith_scene_resolve(scene, judge, judges);
  if (!kith_scene_lemma_in(
          scene, noun,
          "step move decision gesture ruling act verdict measure action remark statement comment "
          "attack assertion claim accusation charge allegation policy practice strategy plan") ||
      kith_scene_rel(scene, noun) != KITH_DEP_APPOS)
    return;
  gint at = kith_scene_head(scene, noun);
  for (guint i = 0; i < KITH_MAX_CLIMB && at >= 0; i++, at = kith_scene_head(scene, at))
    if (scene->words[at].upos == KITH_VERB &&
        !(kith_scene_rel(scene, at) == KITH_DEP_XCOMP && kith_clause_is_infinitive(scene, at))) {
      gint doer = kith_clause_subject(scene, at);
      if (doer >= 0)
        kith_scene_resolve(scene, doer, found);
      if (found->len != 1 || !kith_entities_have(judges, g_array_index(found, guint, 0)))
        return;
      g_array_set_size(found, 0); /* "accused Chad of lying, a charge that Chad denied" */
    }
}

/* Whether the name is a court's or a judge's. */
static gboolean
is_court(const KithScene *scene, guint entity)
{
  const KithEntity *given = g_ptr_array_index(scene->entities->entities, entity);
  g_autofree char *label = g_utf8_strdown(given->label, -1);
  static const char *const words[] = {"court", "judge", "tribunal", "jury", "magistrate", "panel"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strstr(label, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether one of a noun's entries is of the class, and that of a deed with one doer. */
static gboolean
is_deed(const GPtrArray *entries, KithClass class)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (((const KithPattern *)g_ptr_array_index(entries, i))->class == class)
      return class != KITH_CLASS_AID && !kith_class_is_symmetric(class);
  return FALSE;
}

/* Whether a claim is of an act that "the move" may mean. */
static gboolean
is_act(const KithClaim *claim)
{
  switch (claim->class) {
  case KITH_CLASS_SANCTION:
  case KITH_CLASS_COERCE:
  case KITH_CLASS_ASSAULT:
  case KITH_CLASS_MOBILIZE:
  case KITH_CLASS_RETREAT:
  case KITH_CLASS_CONCEDE:
  case KITH_CLASS_REJECT:
  case KITH_CLASS_THREATEN:
  case KITH_CLASS_AID:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Whether a deed told before was done to what a noun's own words say: "condemned the attack in Lima" is of no
 * other. */
static gboolean
is_done_there(const KithScene *scene, gint noun, const KithClaim *claim)
{
  static const char *const where[] = {"in", "at", "on", "against", "near", NULL};
  g_autoptr(GArray) there = kith_entities_none();
  KithArguments arguments;
  kith_noun_arguments(scene, noun, &arguments);
  for (guint i = 0; i < arguments.n; i++)
    if (kith_pattern_has(where, arguments.items[i].slot))
      kith_scene_resolve(scene, arguments.items[i].word, there);
  return there->len == 0 || kith_entities_have(there, claim->target) ||
         kith_entities_have(there, claim->place);
}

gboolean
kith_claim_is_past(const KithScene *scene, const KithClaim *claim, const KithClaim *meant, guint furthest)
{
  return claim->sentence + furthest < scene->sentence ||
         (meant != NULL && (claim->sentence != meant->sentence || claim->predicate != meant->predicate));
}

/* Adds the doers of the last deed told that a noun with an article may mean: "condemned the attack",
 * "welcomed the ruling", "praised the move" (of the sentence before). Nobody judges his own. */
static void
resolve_deed(const KithEvent *event, gint noun, GArray *found)
{
  enum { FURTHEST = 6 }; /* sentences */
  const KithScene *scene = event->scene;
  if (kith_scene_child_lemma(scene, noun, KITH_DEP_DET, "the this that") < 0)
    return;
  gboolean ruling =
      kith_scene_lemma_in(scene, noun, "ruling verdict judgment judgement sentence acquittal conviction");
  const GPtrArray *entries = kith_lexicon_get(scene->lexicon, KITH_WORDS_NOUN, scene->lemmas[noun]);
  g_autoptr(GArray) judges = kith_entities_none();
  const gint subject = event->pattern->kind == KITH_WORDS_VERB ? kith_clause_subject(scene, event->word) : -1;
  if (subject >= 0)
    kith_scene_resolve(scene, subject, judges);
  gboolean move = kith_scene_lemma_in(scene, noun, "move decision step measure operation action response");
  const KithClaim *meant = NULL;
  for (guint i = scene->claims->len; i-- > 0;) {
    const KithClaim *claim = g_ptr_array_index(scene->claims, i);
    if (kith_claim_is_past(scene, claim, meant, FURTHEST))
      return;
    if (kith_class_is_state(claim->class) || claim->polarity == KITH_NEGATIVE ||
        (meant != NULL && claim->class != meant->class) || kith_entities_have(judges, claim->source))
      continue;
    if (ruling ? is_court(scene, claim->source) && claim->class != KITH_CLASS_SAY
        : move ? is_act(claim) && claim->sentence + 2 >= scene->sentence
               : is_deed(entries, claim->class) && is_done_there(scene, noun, claim)) {
      meant = claim;
      if (!kith_entities_have(found, claim->source))
        g_array_append_val(found, claim->source);
    }
  }
}

/* Adds between whom it is or whom it is from: "welcomed the accord between them", "condemned threats from
 * them". */
static void
resolve_parties(const KithScene *scene, gint noun, GArray *found)
{
  KithArguments arguments;
  kith_noun_arguments(scene, noun, &arguments);
  for (guint i = 0; i < arguments.n; i++)
    if (strcmp(arguments.items[i].slot, "between") == 0)
      kith_scene_resolve(scene, arguments.items[i].word, found);
}

/* Adds whose border it is: "along the border with Chad", "on Chad's border". */
static void
resolve_neighbour(const KithScene *scene, gint border, GArray *found)
{
  static const char *const slots[] = {"with", "of", "poss", "comp", NULL};
  KithArguments arguments;
  kith_noun_arguments(scene, border, &arguments);
  for (guint i = 0; slots[i] != NULL; i++)
    for (guint j = 0; j < arguments.n && found->len == 0; j++)
      if (strcmp(arguments.items[j].slot, slots[i]) == 0)
        kith_scene_resolve(scene, arguments.items[j].word, found);
}

/* Adds whose an unnamed place is that is attacked or searched: "raided the headquarters of Acme". */
static void
add_occupant(const KithEvent *event, gint word, GArray *found)
{
  static const char *const slots[] = {"poss", "of", NULL};
  const KithScene *scene = event->scene;
  KithClass class = event->pattern->class;
  KithArguments arguments;
  if (found->len == 0 || (class != KITH_CLASS_COERCE && class != KITH_CLASS_ASSAULT) ||
      !kith_scene_lemma_in(scene, word,
                           "headquarters office base position compound camp outpost checkpoint home house"))
    return;
  kith_noun_arguments(scene, word, &arguments);
  for (guint i = 0; i < arguments.n; i++)
    if (kith_pattern_has(slots, arguments.items[i].slot))
      kith_scene_resolve(scene, arguments.items[i].word, found);
}

/* Adds what a word in a target's place stands for; a thing's owner where it is no entity itself. */
static void
resolve_target(KithEvent *event, gint word, GArray *found)
{
  const KithScene *scene = event->scene;
  kith_scene_resolve(scene, word, found);
  add_occupant(event, word, found);
  if (found->len == 0 && scene->words[word].upos == KITH_NUM) { /* "ten of its boats" */
    gint measured = kith_tree_child(scene->tree, word, KITH_DEP_NMOD);
    word = measured >= 0 ? measured : word;
  }
  KithClass class = event->pattern->class;
  if (found->len == 0 && class == KITH_CLASS_MOBILIZE && kith_scene_lemma_in(scene, word, "border frontier"))
    resolve_neighbour(scene, word, found);
  if (found->len > 0 || kith_clause_is_predicate(scene, word))
    return;
  if (!is_organ(scene, word) &&
      ((event->pattern->flags & (KITH_PATTERN_WEAK | KITH_PATTERN_DIRECT)) || !owner_stands_in(class)))
    return;
  const gint doer = event->pattern->kind == KITH_WORDS_VERB ? kith_clause_subject(scene, event->word) : -1;
  resolve_doer(scene, word, !judges_deed(class) ? -1 : doer >= 0 ? doer : (gint)scene->n, 0, found);
  if (found->len == 0 && judges_deed(class))
    resolve_parties(scene, word, found);
  if (found->len == 0 && !of_is_patient(scene, word)) {
    KithArguments arguments;
    kith_noun_arguments(scene, word, &arguments);
    for (guint i = 0; i < arguments.n && found->len == 0; i++)
      if (strcmp(arguments.items[i].slot, "of") == 0)
        kith_scene_resolve(scene, arguments.items[i].word, found);
  }
  if (found->len == 0 &&
      (class == KITH_CLASS_ASSAULT ||
       (class == KITH_CLASS_COERCE && kith_scene_lemma_in(scene, word, "road route bridge access link"))))
    resolve_site(scene, word, found);
  if (found->len == 0 && judges_deed(class))
    resolve_summary(scene, word, doer, found);
  if (found->len == 0 && judges_deed(class))
    resolve_deed(event, word, found);
  event->owner = found->len > 0;
}

/* Leaves only the entities of the types asked for. */
void
kith_ends_filter(const KithScene *scene, guint types, GArray *found)
{
  for (guint i = found->len; types != 0 && i-- > 0;) {
    const KithEntity *entity = g_ptr_array_index(scene->entities->entities, g_array_index(found, guint, i));
    if ((types & (1u << entity->type)) == 0)
      g_array_remove_index(found, i);
  }
}

/* "the city of Lima": a noun with the name of what it means. */
static gboolean
has_name_behind(const KithScene *scene, gint word)
{
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c))
    if (c > word && kith_scene_rel(scene, c) == KITH_DEP_NMOD && scene->words[c].upos == KITH_PROPN &&
        kith_scene_entity(scene, c) == kith_scene_entity(scene, word))
      return TRUE;
  return FALSE;
}

/* Whether a place is said to act: a name or a noun with one, not "the square", that is a clause's own subject
 * or has a possessive or a party's preposition ("talks with California"). It stands for its people or
 * government there. A name that the gazetteer does not know as a place's does so where it gives or is spoken
 * to as well. */
static gboolean
is_acting_place(const KithScene *scene, gint word, const char *slot, gboolean target)
{
  guint mention = scene->mention[word];
  if (mention == KITH_NONE ||
      (g_array_index(scene->entities->mentions, KithMention, mention).kind != KITH_MENTION_NAME &&
       !has_name_behind(scene, word)))
    return FALSE;
  if (kith_scene_entity_at(scene, word)->entry == NULL &&
      (target ? strcmp(slot, "obj") == 0 || strcmp(slot, "iobj") == 0 || strcmp(slot, "to") == 0
              : strcmp(slot, "from") == 0))
    return TRUE;
  return strcmp(slot, "subj") == 0 || strcmp(slot, "by") == 0 || strcmp(slot, "with") == 0 ||
         strcmp(slot, "between") == 0 || strcmp(slot, "poss") == 0 || strcmp(slot, "among") == 0;
}

/* What may be at the other end of a class: nobody meets a place, nobody is in a person. */
guint
kith_class_types(KithClass class, gboolean target)
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
void
kith_event_find_end(KithEvent *event, const char *const *slots, gboolean target, GArray *found, gint *word)
{
  const KithScene *scene = event->scene;
  guint types = target ? event->pattern->target_types : event->pattern->source_types;
  if (types == 0 && !(event->pattern->flags & KITH_PATTERN_VISIT))
    types = kith_class_types(event->pattern->class, target);
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
          resolve_doer(scene, argument->word, -1, 0, found);
        if (found->len == 0 &&
            (event->pattern->class == KITH_CLASS_AID || event->pattern->class == KITH_CLASS_SUPPORT))
          kith_gift_givers(scene, argument->word, found);
      }
      kith_ends_filter(scene,
                       types != 0 && is_acting_place(scene, argument->word, slots[i], target)
                           ? types | 1u << KITH_ACTOR_PLACE
                           : types,
                       found);
      if (found->len > 0 && *word < 0)
        *word = argument->word;
    }
}

const char *const *
kith_class_targets(KithClass class)
{
  return class_targets[class];
}

/* The target's slots of an entry: its own, or its preposition, or those of its class. */
const char *const *
kith_event_target_slots(const KithPattern *pattern)
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
