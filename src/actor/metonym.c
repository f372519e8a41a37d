/* Capitals and seats: the government, or the place? */
#include <string.h>

#include "actor/finder.h"

static const char *const place_cases[] = {
    "in",         "at",    "near",   "outside", "around", "across", "inside", "within", "through",
    "throughout", "into",  "toward", "towards", "over",   "above",  "via",    "off",    "beyond",
    "along",      "north", "south",  "east",    "west",   "onto",   NULL};

/* What may be done by, for and against a place as such: who moves goes to the city, not the government. */
static const char *const motions[] = {
    "go",        "come",     "travel",    "fly",    "arrive",   "return",    "head",      "move",
    "drive",     "walk",     "march",     "flee",   "trip",     "visit",     "flight",    "journey",
    "road",      "route",    "way",       "train",  "bus",      "leave",     "bring",     "send",
    "take",      "transfer", "transport", "deploy", "withdraw", "advance",   "retreat",   "migrate",
    "evacuate",  "relocate", "tour",      "rush",   "hurry",    "ship",      "deport",    "extradite",
    "drag",      "escape",   "close",     "next",   "mile",     "kilometer", "kilometre", "km",
    "north",     "south",    "east",      "west",   "born",     "live",      "based",     "stay",
    "resident",  "native",   "capital",   "city",   "town",     "reach",     "enter",     "capture",
    "bomb",      "shell",    "storm",     "seize",  "besiege",  "surround",  "liberate",  "retake",
    "recapture", "visit",    "see",       "love",   "attack",   "raid",      "reduce",    "flatten",
    "level",     "pound",    "bombard",   "occupy", "overrun",  "defend",    "hold",      "control",
    "destroy",   "shake",    "rock",      NULL};

static const char *const place_nouns[] = {
    "street",       "airport",       "suburb",     "mayor",      "resident",   "hotel",
    "neighborhood", "neighbourhood", "outskirts",  "center",     "centre",     "district",
    "hospital",     "university",    "museum",     "stadium",    "station",    "subway",
    "metro",        "population",    "weather",    "area",       "region",     "police",
    "court",        "zoo",           "restaurant", "university", "marathon",   "office",
    "bureau",       "apartment",     "home",       "house",      "conference", "summit",
    "attack",       "bombing",       "park",       "square",     "club",       "team",
    "school",       "city",          "skyline",    "river",      "church",     "prison",
    "jail",         "fire",          "time",       "meeting",    "talks",      "olympics",
    "games",        "exchange",      NULL};

/* What lies or goes between places. */
static const char *const links[] = {"border",   "highway",  "road",    "route",     "railway",  "line",
                                    "flight",   "train",    "ferry",   "bridge",    "corridor", "distance",
                                    "pipeline", "motorway", "halfway", "somewhere", NULL};

/* Whether a verb has a phrase with "by", "with" or "behind". */
static gboolean
stands_by(const KithTree *tree, gint32 verb)
{
  static const char *const markers[] = {"by", "with", "behind", NULL};
  for (gint32 c = kith_tree_first(tree, verb); c >= 0; c = kith_tree_next(tree, c)) {
    gint32 marker = kith_tree_child(tree, c, KITH_DEP_CASE);
    if (marker >= 0 && tree->words[c].deprel == KITH_DEP_OBL && kith_word_in(&tree->words[marker], markers))
      return TRUE;
  }
  return FALSE;
}

/* The reading where the place is the subject of a clause. */
static gboolean
subject_acts(const KithTree *tree, const KithWord *word)
{
  static const char *const states[] = {"lie",  "be",     "fall",  "see",       "experience", "stand",
                                       "host", "suffer", "flood", "celebrate", "wake",       NULL};
  if (word->head < 0)
    return FALSE;
  const KithWord *verb = &tree->words[word->head];
  if (kith_tree_child(tree, word->head, KITH_DEP_COP) >= 0)
    return verb->upos == KITH_ADJ || verb->upos == KITH_VERB;
  if (kith_word_is(verb, "stand")) /* "stood ready", "stood by its ally" */
    return kith_tree_child(tree, word->head, KITH_DEP_XCOMP) >= 0 || stands_by(tree, word->head);
  return (verb->upos == KITH_VERB) && !kith_word_in(verb, states) && word->deprel != KITH_DEP_NSUBJ_PASS;
}

/* The reading after a preposition or a genitive, by what it hangs on. */
static gboolean
oblique_acts(const KithFinder *f, const KithFound *found)
{
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  const KithWord *word = &words[found->m.head];
  const KithWord *marker = kith_finder_case(f, found->m.sentence, found->m.head);
  const KithWord *on = word->head >= 0 ? &words[word->head] : NULL;
  if (word->deprel == KITH_DEP_NMOD_POSS)
    return on != NULL && !kith_word_in(on, place_nouns);
  if (marker == NULL || kith_word_in(marker, place_cases))
    return FALSE;
  if (kith_word_is(marker, "with") || kith_word_is(marker, "between") || kith_word_is(marker, "against") ||
      kith_word_is(marker, "by"))
    return !(on != NULL && kith_word_in(on, links));
  static const char *const from_whom[] = {"demand",  "receive",     "get",      "win", "hear",   "want",
                                          "need",    "seek",        "obtain",   "buy", "borrow", "request",
                                          "extract", "independent", "distance", NULL};
  static const char *const to_whom[] = {
      "give",  "sell",     "offer",     "release",   "speak", "say",     "appeal",    "talk",
      "write", "complain", "apologize", "apologise", "lend",  "supply",  "provide",   "respond",
      "reply", "submit",   "belong",    "hand",      "pay",   "owe",     "present",   "promise",
      "turn",  "listen",   "explain",   "announce",  "grant", "concede", "surrender", NULL};
  if (on != NULL && on->upos == KITH_VERB && kith_word_is(marker, "from"))
    return kith_word_in(on, from_whom);
  if (on != NULL && on->upos == KITH_VERB && kith_word_is(marker, "to"))
    return kith_word_in(on, to_whom);
  static const char *const on_places[] = {
      "attack",  "raid",        "strike",   "airstrike", "assault", "offensive", "march", "advance",
      "bombing", "bombardment", "shelling", "onslaught", "rocket",  "missile",   "bomb",  NULL};
  if (on != NULL && kith_word_is(marker, "on") && kith_word_in(on, on_places))
    return FALSE; /* "the raid on Lima" */
  if (on != NULL && on->name == KITH_NAME_PER && kith_word_is(marker, "from"))
    return FALSE; /* "Jane Roe, from Lima" */
  if (kith_word_is(marker, "to") || kith_word_is(marker, "from") || kith_word_is(marker, "for") ||
      kith_word_is(marker, "on"))
    return on != NULL && !kith_word_in(on, motions) && word->deprel != KITH_DEP_ROOT;
  return FALSE;
}

/* Whether a word is what "it was" brings to the fore, to say what it does: "it was Lima that paid". */
static gboolean
is_cleft(const KithTree *tree, gint32 word)
{
  gint32 subject = kith_tree_child(tree, word, KITH_DEP_NSUBJ);
  gint32 clause = kith_tree_child(tree, word, KITH_DEP_ACL_RELCL);
  if (clause < 0)
    clause = kith_tree_child(tree, word, KITH_DEP_ADVCL_RELCL);
  return subject >= 0 && kith_word_is(&tree->words[subject], "it") &&
         kith_tree_child(tree, word, KITH_DEP_COP) >= 0 && clause >= 0 &&
         kith_tree_child(tree, clause, KITH_DEP_NSUBJ) == tree->left[clause];
}

static gboolean
stands_for_government(const KithFinder *f, const KithFound *found)
{
  const KithTree *tree = f->trees[found->m.sentence];
  const KithWord *word = &tree->words[found->m.head];
  guint at = found->m.head;
  for (guint step = 0; step < 20 && tree->words[at].deprel == KITH_DEP_CONJ && tree->words[at].head >= 0;
       step++) {
    /* a conjunct with its own preposition speaks for itself */
    if (kith_finder_case(f, found->m.sentence, at) != NULL)
      break;
    at = (guint)tree->words[at].head;
  }
  KithFound like = *found;
  like.m.head = at;
  word = &tree->words[at];
  /* "Washington, D.C.", "Baghdad, Iraq": an address */
  if (found->m.end + 1 < tree->n && strcmp(tree->words[found->m.end].form, ",") == 0 &&
      f->owner[found->m.sentence][found->m.end + 1] != 0 &&
      tree->words[found->m.end + 1].head == (gint32)found->m.head)
    return FALSE;
  switch (kith_deprel_universal((KithDeprel)word->deprel)) {
  case KITH_DEP_NSUBJ:
    return subject_acts(tree, word);
  case KITH_DEP_IOBJ:
    return TRUE; /* nobody gives a place anything */
  case KITH_DEP_OBJ:
    return word->head >= 0 && !kith_word_in(&tree->words[word->head], motions);
  case KITH_DEP_OBL:
  case KITH_DEP_NMOD:
    return oblique_acts(f, &like);
  case KITH_DEP_ROOT:
    return is_cleft(tree, (gint32)at);
  default:
    return FALSE;
  }
}

/* Buildings are never meant as a place where they act, and seldom elsewhere; "in the White House" is one. */
static gboolean
is_seat(const KithFound *found)
{
  return strstr(found->key, "house") != NULL || strstr(found->key, "street") != NULL ||
         strstr(found->key, "kremlin") != NULL || strstr(found->key, "whitehall") != NULL;
}

void
kith_finder_metonyms(KithFinder *f)
{
  for (guint i = 0; i < f->found->len; i++) {
    KithFound *found = kith_found(f, i);
    if (found->entry == NULL || found->use != KITH_GAZ_CAPITAL)
      continue;
    gboolean acts = stands_for_government(f, found);
    const KithWord *marker = kith_finder_case(f, found->m.sentence, found->m.head);
    if (is_seat(found) && (marker == NULL || !kith_word_in(marker, place_cases)))
      acts = TRUE;
    found->seat = found->entry;
    found->m.metonym = acts;
    found->m.type = acts ? found->entry->type : KITH_ACTOR_PLACE;
    if (acts)
      continue;
    g_autofree char *name = kith_finder_text(f, found->m.sentence, found->core_begin, found->core_end);
    found->entry = kith_gazetteer_find_use(f->gazetteer, name, KITH_GAZ_CITY);
  }
}
