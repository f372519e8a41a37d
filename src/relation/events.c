#include <string.h>

#include "relation/demands.h"
#include "relation/ends.h"

/* Whether an argument is in one of the slots. */
static gboolean
has_slot(const KithArguments *arguments, const char *const *slots)
{
  for (guint i = 0; i < arguments->n; i++)
    if (kith_pattern_has(slots, arguments->items[i].slot))
      return TRUE;
  return FALSE;
}

/* The lemma of what a quantity is of ("half of the land", "300 tons of food"); else the word's own. */
static const char *
measured(const KithScene *scene, gint word)
{
  static const char quantities[] =
      "half most part some all majority lot ton tonne kg kilogram kilo pound barrel gallon liter litre load "
      "truckload planeload shipload boatload container crate box bag sack package consignment batch worth "
      "number amount quantity round series string list set raft range";
  gint at = word;
  for (guint step = 0; step < 3; step++) {
    if (scene->words[at].upos != KITH_NUM && !kith_scene_lemma_in(scene, at, quantities))
      break;
    gint inner = kith_tree_first(scene->tree, at);
    while (inner >= 0 && (kith_scene_universal(scene, inner) != KITH_DEP_NMOD || inner < at))
      inner = kith_tree_next(scene->tree, inner);
    if (inner < 0)
      break;
    at = inner;
  }
  return scene->lemmas[at];
}

/* The noun among object and theme, or behind a preposition, that the entry asks for; -1 for none, -2 where it
 * asks for none. */
static gint
find_object(const KithScene *scene, const KithPattern *pattern, const KithArguments *arguments)
{
  if (pattern->objects == NULL && pattern->phrases == NULL)
    return -2;
  for (guint i = 0; pattern->phrases != NULL && i < arguments->n; i++) {
    g_autofree char *phrase =
        g_strconcat(arguments->items[i].slot, " ", scene->lemmas[arguments->items[i].word], NULL);
    if (kith_pattern_has(pattern->phrases, phrase))
      return arguments->items[i].word;
  }
  for (guint i = 0; pattern->objects != NULL && i < arguments->n; i++)
    if ((strcmp(arguments->items[i].slot, "obj") == 0 || strcmp(arguments->items[i].slot, "theme") == 0 ||
         strcmp(arguments->items[i].slot, "xcomp") == 0 || strcmp(arguments->items[i].slot, "as") == 0) &&
        (kith_pattern_has(pattern->objects, scene->lemmas[arguments->items[i].word]) ||
         kith_pattern_has(pattern->objects, measured(scene, arguments->items[i].word))))
      return arguments->items[i].word;
  return -1;
}

static void
add_argument(KithArguments *arguments, const char *slot, gint word)
{
  if (word >= 0 && arguments->n < G_N_ELEMENTS(arguments->items))
    arguments->items[arguments->n++] = (KithArgument){slot, word};
}

/* Adds what stands inside a noun's phrase; what hangs on the sum or the name behind its "of" belongs to the
 * noun ("a loan of 20 million dollars for Kenya"), and so does what hangs on a trade ("a ban on sales to
 * Kenya"). */
static void
add_phrase(const KithScene *scene, gint noun, guint depth, KithArguments *arguments)
{
  KithArguments inner;
  kith_noun_arguments(scene, noun, &inner);
  for (guint i = 0; i < inner.n; i++)
    if (strcmp(inner.items[i].slot, "of") != 0)
      add_argument(arguments, inner.items[i].slot, inner.items[i].word);
    else if (depth == 0 && scene->words[inner.items[i].word].upos != KITH_PRON)
      add_phrase(scene, inner.items[i].word, depth + 1, arguments);
  for (guint i = 0; depth == 0 && i < inner.n; i++)
    if (kith_scene_lemma_in(scene, inner.items[i].word, "import export trade travel flight sale"))
      add_phrase(scene, inner.items[i].word, depth + 1, arguments);
}

/* Whether an object is somebody unnamed who holds no post, so that a "to" behind him is the verb's: "handed
 * the suspects to Malta". */
static gboolean
is_handed(const KithScene *scene, gint object)
{
  return scene->words[object].upos == KITH_NOUN && kith_scene_entity(scene, object) != KITH_NONE &&
         kith_lexicon_get(scene->lexicon, KITH_WORDS_TITLE, scene->lemmas[object]) == NULL &&
         kith_lexicon_get(scene->lexicon, KITH_WORDS_PERSON, scene->lemmas[object]) == NULL;
}

/* Adds what stands behind "to" in a noun's phrase. */
static void
add_to(const KithScene *scene, gint noun, KithArguments *arguments)
{
  KithArguments inner;
  kith_noun_arguments(scene, noun, &inner);
  for (guint i = 0; i < inner.n; i++)
    if (strcmp(inner.items[i].slot, "to") == 0)
      add_argument(arguments, "to", inner.items[i].word);
}

/* Adds what stands around the noun that an entry asks for; of what is an actor itself, all but its parts and
 * kind. */
static void
add_noun(const KithScene *scene, gint noun, KithArguments *arguments)
{
  gboolean actor = kith_scene_entity(scene, noun) != KITH_NONE;
  KithArguments inner;
  kith_noun_arguments(scene, noun, &inner);
  for (guint i = 0; i < inner.n; i++)
    if (!actor || (strcmp(inner.items[i].slot, "of") != 0 && strcmp(inner.items[i].slot, "comp") != 0))
      add_argument(arguments, inner.items[i].slot, inner.items[i].word);
}

/* Adds the arguments inside the object's phrase to the verb's, where the object is no entity itself, and of
 * what a sum is given as ("millions in aid to Chad"). Those behind "of" go to owned: the object's own. */
static void
add_inner(const KithScene *scene, KithArguments *arguments, KithArguments *owned)
{
  guint n = arguments->n;
  for (guint i = 0; i < n; i++) {
    const KithArgument *outer = &arguments->items[i];
    gboolean object = strcmp(outer->slot, "obj") == 0 || strcmp(outer->slot, "theme") == 0;
    gboolean given = strcmp(outer->slot, "in") == 0 &&
                     kith_lexicon_get(scene->lexicon, KITH_WORDS_NOUN, scene->lemmas[outer->word]) != NULL;
    if (object && is_handed(scene, outer->word))
      add_to(scene, outer->word, arguments);
    if ((!object && !given) || kith_scene_entity(scene, outer->word) != KITH_NONE ||
        scene->words[outer->word].upos == KITH_PRON)
      continue;
    add_phrase(scene, outer->word, 0, arguments);
  }
  *owned = *arguments;
  for (guint i = 0; i < n; i++) {
    const KithArgument *outer = &arguments->items[i];
    KithArguments inner;
    if ((strcmp(outer->slot, "obj") != 0 && strcmp(outer->slot, "theme") != 0) ||
        kith_scene_entity(scene, outer->word) != KITH_NONE)
      continue;
    kith_noun_arguments(scene, outer->word, &inner);
    for (guint j = 0; j < inner.n; j++)
      if (strcmp(inner.items[j].slot, "of") == 0)
        add_argument(owned, "of", inner.items[j].word);
  }
}

/* Subject and object of a verb that no entry knows, where both are entities. */
static void
add_other(const KithScene *scene, gint verb, const KithArguments *arguments)
{
  static const KithPattern other = {.kind = KITH_WORDS_VERB, .class = KITH_CLASS_OTHER};
  g_autoptr(GArray) sources = kith_entities_none();
  g_autoptr(GArray) targets = kith_entities_none();
  for (guint i = 0; i < arguments->n; i++) {
    const KithArgument *argument = &arguments->items[i];
    if (strcmp(argument->slot, "subj") == 0)
      kith_scene_resolve(scene, argument->word, sources);
    else if (strcmp(argument->slot, "obj") == 0)
      kith_scene_resolve(scene, argument->word, targets);
  }
  kith_ends_filter(scene, kith_class_types(other.class, FALSE), sources);
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

/* The infinitive that somebody is asked for, "called for them to go", and who: *who, however a parser hangs
 * him. -1. */
static gint
asked_for(const KithScene *scene, gint verb, gint *who)
{
  for (gint deed = kith_tree_first(scene->tree, verb); deed >= 0; deed = kith_tree_next(scene->tree, deed)) {
    KithDeprel rel = kith_scene_rel(scene, deed);
    if (deed < verb || !kith_clause_is_infinitive(scene, deed) ||
        (rel != KITH_DEP_ADVCL && rel != KITH_DEP_XCOMP && rel != KITH_DEP_CCOMP))
      continue;
    gint to = deed - 1;
    while (to > verb && strcmp(scene->lemmas[to], "to") != 0)
      to--;
    *who = kith_tree_child_universal(scene->tree, deed, KITH_DEP_NSUBJ);
    for (gint c = kith_tree_first(scene->tree, verb); c >= 0 && *who < 0; c = kith_tree_next(scene->tree, c))
      if (c > verb && scene->tree->right[c] + 1 == to)
        *who = c;
    gint left = *who >= 0 ? scene->tree->left[*who] : -1;
    if (left > verb && scene->tree->right[*who] + 1 == to &&
        (strcmp(scene->lemmas[left], "for") == 0 || strcmp(scene->lemmas[left - 1], "for") == 0))
      return deed;
  }
  return -1;
}

/* Whether the verb has the infinitive that an entry asks for, or what stands for one: "insists they pay".
 * Words of a new quotation are none. */
static gboolean
has_infinitive(const KithScene *scene, const KithPattern *pattern, gint verb)
{
  gint who, deed = kith_tree_child(scene->tree, verb, KITH_DEP_XCOMP);
  if (deed < 0)
    deed = kith_tree_child(scene->tree, verb, KITH_DEP_CCOMP);
  if (pattern->preps != NULL)
    deed = asked_for(scene, verb, &who);
  if (deed < 0)
    return FALSE;
  for (gint i = verb + 2; i < deed; i++)
    if (g_strcmp0(scene->words[i].xpos, "``") == 0 && scene->words[i - 1].upos == KITH_PUNCT)
      return FALSE;
  return kith_clause_is_infinitive(scene, deed) || kith_status_is_subjunctive(scene, deed, verb) ||
         (g_strcmp0(scene->words[deed].xpos, "VB") == 0 &&
          kith_tree_child(scene->tree, deed, KITH_DEP_AUX) < 0);
}

/* Whether the verb's clause tells what its subject has to do: "said that they should leave". */
static gboolean
obliges(const KithScene *scene, gint verb)
{
  gint clause = kith_tree_child(scene->tree, verb, KITH_DEP_CCOMP);
  return clause >= 0 && kith_demand_is(scene, clause);
}

/* Whether an entry's particle, prepositions and infinitive stand by the verb, whose arguments are given. */
static gboolean
fits_verb(const KithScene *scene, const KithPattern *pattern, gint verb, const KithArguments *arguments)
{
  const char *particle = kith_clause_particle(scene, verb);
  if (pattern->particles != NULL && (particle == NULL || !kith_pattern_has(pattern->particles, particle)))
    return FALSE;
  if (pattern->preps != NULL && !has_slot(arguments, pattern->preps))
    return FALSE;
  if (pattern->flags & KITH_PATTERN_INFINITIVE)
    return has_infinitive(scene, pattern, verb);
  if (pattern->flags & KITH_PATTERN_OBLIGED)
    return obliges(scene, verb);
  return pattern->particles != NULL || pattern->preps == NULL || pattern->objects != NULL ||
         kith_tree_child(scene->tree, verb, KITH_DEP_COMPOUND_PRT) < 0 ||
         kith_pattern_has(pattern->preps, particle); /* "the boat that they fired on" */
}

/* Whether what the verb refuses is a deed of both sides that its object names: "ruled out talks with". Both
 * are told: that it is refused, and that it is not done. */
static gboolean
rules_out(const KithScene *scene, gint verb)
{
  gint object = kith_clause_object(scene, verb);
  const KithPattern *embed = kith_clause_pattern(scene, KITH_WORDS_EMBED, verb);
  const KithPattern *noun = object >= 0 ? kith_clause_pattern(scene, KITH_WORDS_NOUN, object) : NULL;
  return noun != NULL && embed != NULL && (embed->flags & KITH_PATTERN_NEGATIVE) != 0 &&
         kith_class_is_symmetric(noun->class);
}

/* Whether a verb has an object, and whether that is somebody who is sent, not who is sent to help; of what is
 * nobody at all *nobody tells. */
static gboolean
has_somebody(const KithScene *scene, const KithArguments *arguments, gboolean *nobody)
{
  static const char sent[] =
      "he she they who refugee migrant immigrant prisoner detainee deportee exile suspect "
      "hostage child people man woman family";
  *nobody = FALSE;
  for (guint i = 0; i < arguments->n; i++)
    if (strcmp(arguments->items[i].slot, "obj") == 0 || strcmp(arguments->items[i].slot, "theme") == 0) {
      g_autoptr(GArray) found = kith_entities_none();
      kith_scene_resolve(scene, arguments->items[i].word, found);
      *nobody = found->len == 0;
      const KithEntity *one =
          found->len > 0 ? g_ptr_array_index(scene->entities->entities, g_array_index(found, guint, 0))
                         : NULL;
      return (one != NULL && one->type == KITH_ACTOR_PERSON) ||
             kith_scene_lemma_in(scene, arguments->items[i].word, sent);
    }
  return FALSE;
}

/* Whether what is moved is not what an entry means: it tells where who moves goes, or whom he moves, and it
 * is a thing ("returned the paintings to Chad"); it tells who gets a thing, and it is somebody ("sent them to
 * Chad"). */
static gboolean
moves_other(const KithScene *scene, const KithPattern *pattern, const KithArguments *arguments)
{
  gboolean nobody, somebody = has_somebody(scene, arguments, &nobody);
  if (pattern->class == KITH_CLASS_LOCATED_IN)
    return nobody && pattern->sources != NULL && kith_pattern_has(pattern->sources, "obj") &&
           kith_pattern_has(pattern->sources, "subj");
  return somebody && pattern->class == KITH_CLASS_AID && pattern->objects == NULL &&
         pattern->targets == NULL && pattern->preps != NULL && kith_pattern_has(pattern->preps, "to");
}

static void
find_verb(const KithScene *scene, gint verb)
{
  const GPtrArray *entries = kith_lexicon_get(scene->lexicon, KITH_WORDS_VERB, scene->lemmas[verb]);
  KithEvent event = {.scene = scene, .word = verb, .with = -1, .status = -1};
  static const char *const object_slot[] = {"obj", NULL}, *const for_slot[] = {"for", NULL},
                           *const beside[] = {"alongside", NULL}, *const with_slot[] = {"with", NULL};
  KithArguments plain, all, owned;
  kith_clause_arguments(scene, verb, &plain);
  gint who;
  if (asked_for(scene, verb, &who) >= 0 && !has_slot(&plain, for_slot))
    add_argument(&plain, "for", who);
  all = plain;
  add_inner(scene, &all, &owned);
  gboolean seized = FALSE, joined = FALSE, placed = FALSE;
  for (guint i = 0; entries != NULL && i < entries->len; i++) {
    const KithPattern *pattern = event.pattern = g_ptr_array_index(entries, i);
    if ((joined || placed) && pattern->class != KITH_CLASS_COOPERATE)
      continue;
    if (seized && (pattern->class != KITH_CLASS_LOCATED_IN || pattern->sources == NULL ||
                   kith_pattern_has(pattern->sources, "subj")))
      continue;
    event.arguments = pattern->objects != NULL ? owned : all;
    gint object = find_object(scene, pattern, &event.arguments);
    if (object >= 0 && (pattern->phrases != NULL || kith_scene_entity(scene, object) != KITH_NONE))
      add_noun(scene, object, &event.arguments); /* "agreed to a truce with", "recalled its envoy from" */
    if (object == -1 || !fits_verb(scene, pattern, verb, &event.arguments) ||
        ((pattern->flags & KITH_PATTERN_VISIT) && pattern->preps != NULL && object < 0 &&
         has_slot(&event.arguments, object_slot)))
      continue;
    if (object >= 0 && (pattern->flags & KITH_PATTERN_WEAK) && speaks_itself(scene, verb, object))
      continue;
    if (moves_other(scene, pattern, &plain))
      continue;
    event.with = object;
    if ((pattern->flags & KITH_PATTERN_NONE) == 0 && kith_event_add(&event) == 0)
      continue;
    if (object >= 0 && !(pattern->class == KITH_CLASS_REJECT && rules_out(scene, verb)) &&
        (pattern->targets == NULL || !kith_pattern_has(pattern->targets, "poss")))
      scene->spoken[object] = TRUE;
    if (pattern->class == KITH_CLASS_COERCE)
      seized = TRUE; /* and where he is held? */
    else if (pattern->class == KITH_CLASS_ASSAULT && has_slot(&plain, beside))
      joined = TRUE; /* "fights against them beside ..." */
    else if (pattern->flags & KITH_PATTERN_ALSO)
      continue;
    else if (pattern->class == KITH_CLASS_LOCATED_IN && has_slot(&plain, with_slot))
      placed = TRUE; /* "trained at the camp with them" */
    else if (pattern->class != KITH_CLASS_LOCATED_IN || !has_slot(&plain, object_slot))
      return; /* where somebody is brought is not all that is done */
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

/* What stands around an event's noun, without who does it by what it hangs on. A phrase that hangs on the
 * name behind "of" is the event's: "the extradition of John Roe from Malta". */
static void
noun_arguments(const KithScene *scene, gint noun, KithArguments *arguments)
{
  kith_noun_arguments(scene, noun, arguments);
  gint head = kith_scene_rel(scene, noun) == KITH_DEP_NSUBJ ? kith_scene_head(scene, noun) : -1;
  const char *toward = head >= 0 && kith_tree_child(scene->tree, head, KITH_DEP_COP) >= 0
                           ? kith_scene_prep(scene, head)
                           : NULL;
  if (toward != NULL)
    add_argument(arguments, toward, head); /* "the attack was on Lima" */
  gint next = kith_scene_rel(scene, noun) == KITH_DEP_OBL ? kith_tree_next(scene->tree, noun) : -1;
  const char *with = next >= 0 && kith_scene_rel(scene, next) == KITH_DEP_OBL &&
                             scene->tree->left[next] == scene->tree->right[noun] + 1
                         ? kith_scene_prep(scene, next)
                         : NULL;
  if (with != NULL && (strcmp(with, "with") == 0 || strcmp(with, "between") == 0))
    add_argument(arguments, with, next); /* "came for talks with them", parted by a parser */
  for (guint i = 0, n = arguments->n; i < n; i++) {
    KithArguments inner;
    gboolean by =
        strcmp(arguments->items[i].slot, "by") == 0 || strcmp(arguments->items[i].slot, "from") == 0;
    gboolean stationed =
        kith_scene_lemma_in(scene, noun, "deployment presence buildup build-up mobilization");
    if (strcmp(arguments->items[i].slot, "of") != 0 && !by)
      continue;
    kith_noun_arguments(scene, arguments->items[i].word, &inner);
    for (guint j = 0; j < inner.n; j++)
      if (strcmp(inner.items[j].slot, "by") == 0 || strcmp(inner.items[j].slot, "from") == 0 ||
          strcmp(inner.items[j].slot, "to") == 0 || strcmp(inner.items[j].slot, "with") == 0 ||
          strcmp(inner.items[j].slot, "against") == 0 || (by && strcmp(inner.items[j].slot, "on") == 0) ||
          (by && strcmp(inner.items[j].slot, "of") == 0) ||
          (stationed && strcmp(inner.items[j].slot, "in") == 0))
        add_argument(arguments, inner.items[j].slot, inner.items[j].word);
  }
}

/* Adds who is at the other end of a noun whose "of" names the doer: "won the backing of X", "with the help of
 * X", "under the control of X". */
static void
add_receiver(gint receiver, KithArguments *arguments)
{
  for (guint i = 0; i < arguments->n; i++)
    if (strcmp(arguments->items[i].slot, "of") == 0)
      arguments->items[i].slot = "by";
  add_argument(arguments, "to", receiver);
  add_argument(arguments, "of", receiver);
}

/* Adds who undergoes what a noun names: "faces attacks by them". */
static void
add_sufferer(gint receiver, KithArguments *arguments)
{
  static const char *const slots[] = {"to", "on", "against"};
  for (guint i = 0; i < G_N_ELEMENTS(slots); i++)
    add_argument(arguments, slots[i], receiver);
}

/* Who gets what a phrase says that somebody else does: the subject of what is done "with the help of" others
 * or stands "under the control of" others; -1. */
static gint
phrase_receiver(const KithScene *scene, gint noun)
{
  const char *prep = kith_scene_prep(scene, noun);
  gint head = kith_scene_head(scene, noun);
  gboolean help = g_strcmp0(prep, "with") == 0 || g_strcmp0(prep, "without") == 0;
  gboolean under = g_strcmp0(prep, "under") == 0;
  if ((!help && !under) ||
      (help && !kith_scene_lemma_in(scene, noun, "help support backing assistance aid approval blessing")) ||
      (under && !kith_scene_lemma_in(scene, noun,
                                     "control rule attack fire investigation pressure arrest "
                                     "occupation command protection siege threat")))
    return -1;
  gint subject = kith_tree_child_universal(scene->tree, noun, KITH_DEP_NSUBJ);
  if (subject >= 0)
    return kith_scene_antecedent(scene, subject);
  if (head < 0)
    return -1;
  if (kith_scene_universal(scene, noun) == KITH_DEP_NMOD)
    return head;
  if (kith_scene_universal(scene, noun) != KITH_DEP_OBL)
    return -1;
  return under && kith_clause_object(scene, head) >= 0 ? kith_clause_object(scene, head)
                                                       : kith_clause_subject(scene, head);
}

/* Adds what the verb over a noun has beside it. */
static void
add_outer(const KithScene *scene, gint verb, gint noun, KithArguments *arguments)
{
  KithArguments outer;
  kith_clause_arguments(scene, verb, &outer);
  for (guint j = 0; j < outer.n; j++)
    if (outer.items[j].word != noun && strcmp(outer.items[j].slot, "subj") != 0 &&
        strcmp(outer.items[j].slot, "obj") != 0 && strcmp(outer.items[j].slot, "in") != 0)
      add_argument(arguments, outer.items[j].slot, outer.items[j].word);
}

/* Whether a verb only says that there is what a noun names, or what made somebody do it: "fighting erupted
 * between", "brought a protest from Oslo to Rome". */
static gboolean
brings(const KithScene *scene, gint noun)
{
  gint head = kith_scene_head(scene, noun);
  KithDeprel rel = kith_scene_rel(scene, noun);
  return head >= 0 &&
         ((rel == KITH_DEP_OBJ &&
           kith_scene_lemma_in(scene, head, "bring draw prompt provoke trigger spark elicit cause earn")) ||
          (rel == KITH_DEP_NSUBJ &&
           kith_scene_lemma_in(scene, head,
                               "erupt break flare rage begin start resume continue end occur "
                               "open collapse intensify escalate fail happen")));
}

static void
find_noun(const KithScene *scene, gint noun)
{
  const GPtrArray *entries = kith_lexicon_get(scene->lexicon, KITH_WORDS_NOUN, scene->lemmas[noun]);
  if (entries == NULL || scene->spoken[noun])
    return;
  KithEvent event = {.scene = scene, .word = noun, .with = -1, .status = noun};
  KithArguments own;
  noun_arguments(scene, noun, &own);
  gint verb = light_verb(scene, noun), given = phrase_receiver(scene, noun);
  for (guint i = 0; i < entries->len; i++) {
    event.pattern = g_ptr_array_index(entries, i);
    event.arguments = own;
    gint receiver = -1;
    gint agent = given >= 0 ? -1 : kith_noun_agent(scene, noun, event.pattern->class, &receiver);
    event.inherited = agent >= 0;
    gboolean lent = event.pattern->class == KITH_CLASS_SUPPORT || event.pattern->class == KITH_CLASS_AID;
    if (given >= 0 || (receiver >= 0 && agent < 0 && lent))
      add_receiver(given >= 0 ? given : receiver, &event.arguments);
    else
      add_sufferer(receiver, &event.arguments);
    add_argument(&event.arguments, "subj", agent);
    if (verb >= 0) {
      add_outer(scene, verb, noun, &event.arguments);
      event.word = verb;
      event.with = noun;
    } else if (brings(scene, noun)) {
      add_outer(scene, kith_scene_head(scene, noun), noun, &event.arguments);
    }
    if (event.pattern->preps != NULL && !has_slot(&event.arguments, event.pattern->preps))
      continue;
    if ((event.pattern->flags & KITH_PATTERN_NONE) || kith_event_add(&event) > 0)
      return;
  }
}

/* Whether a word names a place. */
static gboolean
is_place(const KithScene *scene, gint word)
{
  const KithEntity *entity = kith_scene_entity_at(scene, word);
  return entity != NULL && scene->words[word].upos == KITH_PROPN &&
         (entity->type == KITH_ACTOR_PLACE || entity->type == KITH_ACTOR_COUNTRY);
}

static gint
denoted(const KithScene *scene, gint noun, guint depth)
{
  gint head = kith_scene_head(scene, noun);
  KithDeprel rel = kith_scene_rel(scene, noun);
  gint subject = kith_tree_child_universal(scene->tree, noun, KITH_DEP_NSUBJ);
  if (subject >= 0) /* "she is the widow"; but "our thoughts are with the widow" */
    return kith_scene_prep(scene, noun) == NULL ? kith_scene_antecedent(scene, subject) : -1;
  if (rel == KITH_DEP_OBL && g_strcmp0(kith_scene_prep(scene, noun), "as") == 0 &&
      kith_scene_lemma_in(scene, head,
                          "appoint name elect confirm nominate swear install inaugurate choose designate "
                          "reappoint reelect re-elect"))
    return kith_clause_object(scene, head); /* whoever else may have held the post */
  if (rel == KITH_DEP_OBL && strcmp(scene->lemmas[noun], "part") == 0 &&
      g_strcmp0(kith_scene_prep(scene, noun), "as") == 0 && !kith_clause_is_passive(scene, head) &&
      !kith_scene_lemma_in(scene, head, "accept consider describe include regard see treat view"))
    return kith_clause_subject(scene, head); /* "trained them as part of a mission" */
  if (rel == KITH_DEP_NMOD && head >= 0 && depth < KITH_MAX_CLIMB &&
      kith_tree_child_universal(scene->tree, head, KITH_DEP_NSUBJ) >= 0 &&
      kith_scene_lemma_in(scene, head, "one some many most two several both all part"))
    return denoted(scene, head, depth + 1);
  if (head >= 0 && (rel == KITH_DEP_XCOMP || rel == KITH_DEP_OBJ) &&
      kith_scene_lemma_in(scene, head, "become remain stay"))
    return kith_clause_subject(scene, head);
  if (head >= 0 && rel == KITH_DEP_APPOS && head < noun && kith_scene_entity(scene, head) != KITH_NONE)
    return head;
  if (head >= 0 && rel == KITH_DEP_CONJ && depth < KITH_MAX_CLIMB && is_place(scene, head) &&
      kith_scene_rel(scene, head) == KITH_DEP_NMOD)
    return denoted(scene, kith_scene_head(scene, head), depth + 1); /* "a cook from Lima and daughter of" */
  gboolean before_name = head > noun && scene->words[head].upos == KITH_PROPN &&
                         (rel == KITH_DEP_COMPOUND || rel == KITH_DEP_NMOD_DESC || rel == KITH_DEP_AMOD);
  if (kith_scene_entity(scene, noun) != KITH_NONE &&
      !(before_name && kith_scene_entity(scene, head) != KITH_NONE))
    return noun;
  if (head < 0 || depth > KITH_MAX_CLIMB)
    return kith_tree_child(scene->tree, noun, KITH_DEP_APPOS);
  if (rel == KITH_DEP_APPOS || rel == KITH_DEP_NMOD_DESC || rel == KITH_DEP_COMPOUND ||
      rel == KITH_DEP_AMOD || rel == KITH_DEP_NMOD_UNMARKED)
    return kith_scene_entity(scene, head) != KITH_NONE ? head : denoted(scene, head, depth + 1);
  gint named = kith_tree_child(scene->tree, noun, KITH_DEP_APPOS);
  if (rel == KITH_DEP_CONJ)
    return named >= 0 && kith_scene_entity(scene, named) != KITH_NONE ? named
                                                                      : denoted(scene, head, depth + 1);
  if (rel == KITH_DEP_ACL)
    return head;
  if (rel == KITH_DEP_NMOD &&
      kith_scene_lemma_in(scene, head, "one some many most two several both all part"))
    return denoted(scene, head, depth + 1);
  if (rel == KITH_DEP_OBL && g_strcmp0(kith_scene_prep(scene, noun), "as") == 0 &&
      kith_scene_lemma_in(scene, head, "succeed replace follow serve act retire resign quit"))
    return kith_clause_is_passive(scene, head) ? -1 : kith_clause_subject(scene, head);
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

gboolean
kith_noun_is_rank(const KithScene *scene, gint word)
{
  return kith_scene_lemma_in(scene, word, "deputy assistant vice") && word + 1 < (gint)scene->n &&
         kith_lexicon_get(scene->lexicon, KITH_WORDS_TITLE, scene->lemmas[word + 1]) != NULL;
}

static void
find_relational(const KithScene *scene, gint word, KithWordsKind kind)
{
  static const char *const owner[] = {"poss", "of", "comp", NULL};
  const GPtrArray *entries = kith_lexicon_get(scene->lexicon, kind, scene->lemmas[word]);
  if (scene->words[word].upos == KITH_PROPN && scene->words[word].name != KITH_NAME_NONE)
    return; /* a part of a name */
  if (kith_noun_is_rank(scene, word))
    return;
  gint who = entries != NULL ? denoted(scene, word, 0) : -1;
  if (who < 0)
    return;
  KithEvent event = {.scene = scene, .word = word, .with = -1, .status = -1};
  kith_noun_arguments(scene, word, &event.arguments);
  for (guint i = 0; i < event.arguments.n; i++)
    if (event.arguments.items[i].word == who)
      return;
  if (event.arguments.n >= G_N_ELEMENTS(event.arguments.items))
    return;
  event.arguments.items[event.arguments.n++] = (KithArgument){"self", who};
  gint verb = kith_scene_rel(scene, word) == KITH_DEP_CCOMP ? kith_scene_head(scene, word) : -1;
  const KithPattern *embed = verb >= 0 ? kith_clause_pattern(scene, KITH_WORDS_EMBED, verb) : NULL;
  gboolean told = embed != NULL && (embed->flags & KITH_PATTERN_SPEECH) != 0 &&
                  kith_status(scene, word).polarity == KITH_POSITIVE;
  if (told)
    add_argument(&event.arguments, "teller", kith_clause_subject(scene, verb));
  for (guint i = 0; i < entries->len; i++) {
    const KithPattern *entry = g_ptr_array_index(entries, i);
    if (entry->preps != NULL && !has_slot(&event.arguments, entry->preps))
      continue;
    static const char *const self[] = {"self", NULL};
    KithPattern pattern = *entry;
    event.pattern = &pattern;
    event.status = told && kith_pattern_has(pattern.sources, "teller") ? verb : -1;
    if (pattern.sources == NULL)
      pattern.sources = self;
    if (pattern.targets == NULL && pattern.preps == NULL)
      pattern.targets = kind == KITH_WORDS_PERSON ? owner : kith_class_targets(pattern.class);
    if (kith_event_add(&event) > 0)
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
    case KITH_VERB: /* "is to blame" */
      if (kith_tree_child(scene->tree, i, KITH_DEP_COP) >= 0)
        find_relational(scene, i, KITH_WORDS_ADJ);
      break;
    case KITH_ADJ:
    case KITH_ADV:
      find_relational(scene, i, KITH_WORDS_ADJ);
      break;
    default:
      break;
    }
}
