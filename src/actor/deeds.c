#include "actor/deeds.h"

#include <string.h>

#include "actor/kinds.h"
#include "actor/spans.h"

/* Verbs whose subjects are persons or bodies. */
static const char *const human_verbs[] = {
    "abduct",    "accuse",    "acknowledge", "acquit",    "add",       "admit",     "agree",    "announce",
    "apologise", "apologize", "appeal",      "applaud",   "appoint",   "argue",     "arrest",   "ask",
    "believe",   "blame",     "boycott",     "call",      "celebrate", "claim",     "complain", "concede",
    "condemn",   "confirm",   "convict",     "criticise", "criticize", "decide",    "declare",  "defend",
    "demand",    "denounce",  "deny",        "detain",    "dismiss",   "dispute",   "elect",    "endorse",
    "explain",   "fire",      "flee",        "hail",      "hire",      "hope",      "insist",   "investigate",
    "invite",    "join",      "kidnap",      "kill",      "meet",      "negotiate", "note",     "offer",
    "oppose",    "order",     "persuade",    "plead",     "pledge",    "praise",    "pray",     "promise",
    "protest",   "raid",      "recruit",     "refuse",    "reject",    "report",    "request",  "resign",
    "reveal",    "say",       "sentence",    "shoot",     "sign",      "speak",     "state",    "storm",
    "sue",       "suggest",   "support",     "surrender", "talk",      "tell",      "testify",  "thank",
    "think",     "threaten",  "urge",        "vote",      "vow",       "want",      "warn",     "welcome",
    "write",     "march",     "demonstrate", "rally",     "riot",      "gather",    NULL};

/* Whether a verb is one of the list, whose lemma may be wrong ("raide" of "raided"). */
static gboolean
is_form_of(const KithWord *verb, const char *const *list)
{
  static const char *const endings[] = {"s", "d", "ed", "es", "ing", NULL};
  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_has_prefix(verb->form, list[i]) && g_strv_contains(endings, verb->form + strlen(list[i])))
      return TRUE;
  return kith_word_in(verb, list);
}

/* Whether a ship or the like fights or is fought here, or has its captain told, and so means those on board.
 */
static gboolean
is_crewed(const KithTree *tree, guint word)
{
  static const char *const crew[] = {"captain", "skipper", "master", "crew", "commander", "sailor", NULL};
  static const char *const crewed[] = {"ship",    "warship", "tanker", "freighter", "frigate",
                                       "trawler", "vessel",  "boat",   "destroyer", "submarine",
                                       "convoy",  "cutter",  NULL};
  static const char *const fights[] = {
      "fire", "ram",    "sink",   "shell",     "board",   "chase",  "attack", "seize",  "hijack", "bomb",
      "raid", "escort", "rescue", "intercept", "torpedo", "ambush", "detain", "harass", NULL};
  const KithWord *words = tree->words, *w = &words[word];
  KithDeprel role = kith_deprel_universal((KithDeprel)w->deprel);
  if (!kith_word_in(w, crewed))
    return FALSE;
  for (gint32 c = kith_tree_first(tree, (gint32)word); c >= 0; c = kith_tree_next(tree, c))
    if (words[c].deprel == KITH_DEP_ACL_RELCL && is_form_of(&words[c], fights))
      return TRUE; /* "the trawler that they fired on" */
  if (w->head < 0)
    return FALSE;
  if (w->deprel == KITH_DEP_NMOD || w->deprel == KITH_DEP_NMOD_POSS)
    return kith_word_in(&words[w->head], crew);
  return is_form_of(&words[w->head], fights) &&
         (role == KITH_DEP_NSUBJ || role == KITH_DEP_OBJ || w->deprel == KITH_DEP_OBL_AGENT);
}

/* "A wing led by": what has a leader is a body. */
static gboolean
is_led(const KithFinder *f, guint s, guint word)
{
  static const char *const leading[] = {"lead", "head", "command", "found", "chair", NULL};
  const KithTree *tree = f->trees[s];
  for (gint32 c = kith_tree_first(tree, (gint32)word); c >= 0; c = kith_tree_next(tree, c))
    if (tree->words[c].deprel == KITH_DEP_ACL && kith_word_in(&tree->words[c], leading) &&
        kith_tree_child(tree, c, KITH_DEP_OBL_AGENT) >= 0)
      return TRUE;
  return FALSE;
}

/* Whether here is done to a word what is done to people and bodies: "investigated the laboratory". */
static gboolean
is_body_done_to(const KithWord *words, const KithWord *word)
{
  static const char *const undergone[] = {"accuse", "audit",     "blame",    "fine", "fund",        "indict",
                                          "found",  "prosecute", "sanction", "sue",  "investigate", NULL};
  return (word->deprel == KITH_DEP_OBJ || word->deprel == KITH_DEP_NSUBJ_PASS) && word->head >= 0 &&
         !kith_word_is(word, "state") && is_form_of(&words[word->head], undergone);
}

gboolean
kith_deeds_settle(const KithFinder *f, guint s, guint word, const KithGazetteerEntry *tie)
{
  const KithWord *words = kith_finder_words(f, s);
  if ((tie != NULL && tie->type != KITH_ACTOR_PLACE) || is_crewed(f->trees[s], word))
    return TRUE;
  const KithWord *w = &words[word];
  for (gint32 c = kith_tree_first(f->trees[s], (gint32)word); c >= 0 && (guint)c < word;
       c = kith_tree_next(f->trees[s], c))
    if (f->trees[s]->words[c].upos == KITH_VERB && kith_tree_first(f->trees[s], c) >= 0 &&
        f->demonyms[s][kith_tree_first(f->trees[s], c)] != NULL)
      return TRUE; /* "the Chilean-led mission" */
    else if (kith_word_is(w, "side") &&
             kith_word_in(&words[c], (const char *[]){"both", "neither", "two", NULL}))
      return TRUE;
  if (w->deprel == KITH_DEP_OBL_AGENT || is_led(f, s, word) || is_body_done_to(words, w))
    return TRUE;
  if (w->deprel != KITH_DEP_NSUBJ || w->head < 0)
    return FALSE;
  gboolean human = kith_word_in(&words[w->head], human_verbs);
  for (gint32 c = kith_tree_first(f->trees[s], w->head); c >= 0 && !human; c = kith_tree_next(f->trees[s], c))
    human = words[c].deprel == KITH_DEP_CONJ && kith_word_in(&words[c], human_verbs);
  return human;
}

gboolean
kith_deeds_fight_over(const KithWord *words, guint argument, guint word)
{
  static const char *const deeds[] = {"attack", "raid",    "storm",    "shell",  "bomb",    "seize", "burn",
                                      "torch",  "loot",    "threaten", "occupy", "besiege", "hit",   "strike",
                                      "search", "destroy", "ransack",  "target", "capture", NULL};
  g_autofree char *lemma = kith_word_lemma(&words[word]);
  return words[argument].head >= 0 && is_form_of(&words[words[argument].head], deeds) &&
         !kith_noun_is_area(lemma);
}

gboolean
kith_deeds_live_in(const KithFinder *f, guint s, guint word)
{
  static const char *const helped[] = {"supply", "feed", "evacuate", "help", NULL};
  static const char *const held[] = {"hold", "imprison", "jail", "intern", "confine", "incarcerate", NULL};
  const KithTree *tree = f->trees[s];
  const KithWord *w = &tree->words[word], *marker = kith_finder_case(f, s, word);
  if (w->head < 0)
    return FALSE;
  if (w->deprel == KITH_DEP_OBJ || w->deprel == KITH_DEP_NSUBJ_PASS)
    return kith_word_plural(w) && is_form_of(&tree->words[w->head], helped);
  if (w->deprel == KITH_DEP_OBL)
    return marker != NULL && kith_word_in(marker, kith_before_places) &&
           kith_word_in(&tree->words[w->head], held);
  const gint32 clause = kith_tree_child(tree, (gint32)word, KITH_DEP_ACL_RELCL);
  return clause > (gint32)word && kith_word_in(&tree->words[clause], held) &&
         kith_tree_child(tree, clause, KITH_DEP_OBL) >= 0;
}

gboolean
kith_deeds_has_doer(const KithWord *words, guint word)
{
  static const char *const doers[] = {"army",       "coalition",  "junta",      "regime",   "government",
                                      "guerrilla",  "insurgent",  "militant",   "military", "militia",
                                      "navy",       "opposition", "parliament", "police",   "rebel",
                                      "separatist", NULL};
  static const char *const deeds[] = {
      "aircraft",  "artillery", "drone",       "gunship",   "helicopter", "jet",       "plane",    "warplane",
      "airstrike", "fire",      "gunfire",     "incursion", "onslaught",  "strike",    "ambush",   "assault",
      "attack",    "ban",       "bombardment", "bombing",   "bill",       "crackdown", "decision", "demand",
      "killing",   "offer",     "offensive",   "order",     "plan",       "pledge",    "promise",  "proposal",
      "raid",      "refusal",   "request",     "shelling",  "threat",     "warning",   NULL};
  const gint32 head = words[word].head;
  return words[word].deprel == KITH_DEP_COMPOUND && head == (gint32)word + 1 &&
         words[word].upos == KITH_NOUN && words[head].upos == KITH_NOUN &&
         kith_word_in(&words[word], doers) && kith_word_in(&words[head], deeds);
}

gboolean
kith_deeds_is_manned(const KithFinder *f, guint s, guint word)
{
  static const char *const craft[] = {"plane",     "aircraft", "warplane", "bomber",  "tank",
                                      "bulldozer", "gunboat",  "gunner",   "battery", NULL};
  static const char *const fights[] = {"attack",  "bomb",     "shell",   "strafe", "hit",     "strike",
                                       "pound",   "fire",     "shoot",   "raid",   "kill",    "launch",
                                       "flatten", "demolish", "destroy", "sink",   "violate", NULL};
  const KithTree *tree = f->trees[s];
  const KithWord *w = &tree->words[word];
  if (w->deprel != KITH_DEP_NSUBJ || w->head < 0 || !kith_word_in(w, craft) ||
      !is_form_of(&tree->words[w->head], fights))
    return FALSE;
  const KithGazetteerEntry *land = NULL;
  for (gint32 c = kith_tree_first(tree, (gint32)word); c >= 0 && (guint)c < word && land == NULL;
       c = kith_tree_next(tree, c))
    land = f->demonyms[s][c];
  for (guint i = 0; land != NULL && i < f->found->len; i++)
    if (kith_found(f, i)->entry == land)
      land = NULL; /* who is named acts himself */
  return land != NULL;
}
