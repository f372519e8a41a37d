/* Names that the tagger has as none: proper nouns that stand where only actors do. */
#include <string.h>

#include "actor/kinds.h"
#include "actor/spans.h"

enum { MAX_WORDS = 4, MAX_STEPS = 8, MAX_CHILDREN = 32 };

/* What only people, bodies and states do. */
static const char *const deeds[] = {
    "abandon",   "abduct",     "abolish",     "accuse",      "acknowledge", "acquire",     "adopt",
    "advise",    "agree",      "aid",         "allege",      "allow",       "amass",       "annex",
    "announce",  "apologise",  "apologize",   "appeal",      "applaud",     "appoint",     "approve",
    "arrest",    "assail",     "assassinate", "assure",      "attack",      "authorise",   "authorize",
    "back",      "ban",        "bargain",     "betray",      "blame",       "bolster",     "bomb",
    "bombard",   "boycott",    "broker",      "buy",         "campaign",    "capitulate",  "castigate",
    "censure",   "chair",      "chide",       "claim",       "clash",       "collaborate", "commend",
    "comment",   "complain",   "concede",     "condemn",     "confer",      "confiscate",  "congratulate",
    "conquer",   "conspire",   "consult",     "contribute",  "convict",     "cooperate",   "criticise",
    "criticize", "declare",    "decline",     "defend",      "demand",      "denounce",    "deny",
    "deplore",   "deploy",     "deport",      "detain",      "disband",     "dismiss",     "disown",
    "dispatch",  "donate",     "downplay",    "elect",       "embargo",     "employ",      "endorse",
    "evacuate",  "execute",    "expel",       "export",      "expropriate", "extradite",   "fight",
    "flee",      "forbid",     "forgive",     "forswear",    "found",       "fund",        "hail",
    "head",      "hijack",     "hire",        "implore",     "import",      "impose",      "imprison",
    "indict",    "infiltrate", "inform",      "insist",      "intercede",   "intervene",   "invade",
    "invest",    "invite",     "jail",        "join",        "kidnap",      "lambast",     "lend",
    "liaise",    "lobby",      "loot",        "mass",        "mediate",     "meet",        "mobilise",
    "mobilize",  "murder",     "nationalise", "nationalize", "negotiate",   "nominate",    "object",
    "oppose",    "order",      "oust",        "outlaw",      "overthrow",   "pardon",      "parley",
    "persuade",  "pillage",    "pledge",      "plot",        "plunder",     "postpone",    "praise",
    "press",     "pressure",   "proclaim",    "promise",     "propose",     "prosecute",   "protest",
    "purchase",  "quit",       "raid",        "ransack",     "ratify",      "rearm",       "rebuff",
    "rebuke",    "recognise",  "recognize",   "recruit",     "redeploy",    "refuse",      "regret",
    "reinstate", "reject",     "release",     "relent",      "renounce",    "repatriate",  "repudiate",
    "request",   "resign",     "restore",     "retaliate",   "retreat",     "sanction",    "scold",
    "seek",      "seize",      "sell",        "send",        "sever",       "shell",       "shun",
    "side",      "sign",       "slam",        "snub",        "storm",       "sue",         "summon",
    "supply",    "surrender",  "suspect",     "suspend",     "swear",       "tap",         "thank",
    "torture",   "trust",      "try",         "urge",        "veto",        "vilify",      "visit",
    "vote",      "vow",        "warn",        "welcome",     "withdraw",    "withhold",    NULL};

/* What is done by speaking and thinking: who is not told to be another is a person. */
static const char *const speech[] = {"argue", "ask",   "believe", "conclude", "deem",   "doubt",    "explain",
                                     "fear",  "hope",  "note",    "recall",   "remark", "remember", "reply",
                                     "say",   "state", "tell",    "testify",  "think",  "write",    NULL};

/* What is done to people, bodies and states alone. */
static const char *const undergone[] = {
    "accuse",    "advise",    "antagonise", "antagonize", "appease",   "ask",     "assist",       "assure",
    "befriend",  "blackmail", "blame",      "chide",      "commend",   "condemn", "congratulate", "convince",
    "criticise", "criticize", "denounce",   "embargo",    "exhort",    "hail",    "help",         "host",
    "implore",   "inform",    "intimidate", "invade",     "isolate",   "lend",    "meet",         "notify",
    "oust",      "penalise",  "penalize",   "persuade",   "placate",   "praise",  "press",        "pressure",
    "prosecute", "reassure",  "rebuke",     "recognise",  "recognize", "remind",  "rule",         "sanction",
    "snub",      "sue",       "tell",       "thank",      "urge",      "vilify",  "warn",         NULL};

/* And to people alone. */
static const char *const suffered[] = {
    "abduct", "arrest", "assassinate", "behead",  "charge", "convict",   "deport",
    "detain", "elect",  "evacuate",    "execute", "expel",  "extradite", "imprison",
    "indict", "jail",   "kidnap",      "murder",  "pardon", "scold",     NULL};

/* What only they have, hold, win, lose or give, whatever the verb. */
static const char *const done_with[] = {
    "accord",     "accusation", "agreement",    "aid",        "airstrike",    "alliance", "ally",
    "ambassador", "apology",    "artillery",    "assistance", "asylum",       "bid",      "border",
    "ceasefire",  "concern",    "condemnation", "condolence", "consulate",    "contract", "cooperation",
    "deal",       "delegation", "diplomat",     "election",   "embargo",      "embassy",  "emissary",
    "envoy",      "exercise",   "fire",         "grant",      "independence", "job",      "loan",
    "mediation",  "missile",    "negotiation",  "offensive",  "offer",        "pact",     "peace",
    "pressure",   "profit",     "referendum",   "relation",   "sanction",     "seat",     "soldier",
    "solidarity", "stake",      "summit",       "sympathy",   "talk",         "tank",     "tie",
    "treaty",     "troop",      "truce",        "venture",    "vote",         "war",      "warship",
    NULL};

/* Verbs and adjectives that only say how the deed behind them comes about: "is about to restore". */
static const char *const ways[] = {
    "able",      "about", "aim",   "attempt", "become",   "begin",    "choose",    "continue",
    "decide",    "due",   "eager", "expect",  "fail",     "hesitate", "hope",      "intend",
    "likely",    "need",  "plan",  "poised",  "prepare",  "ready",    "reluctant", "remain",
    "seek",      "set",   "start", "stop",    "threaten", "try",      "unable",    "unlikely",
    "unwilling", "vow",   "want",  "willing", "wish",     NULL};

/* Whose a state or a land is, or what it is of. */
static const char *const of_states[] = {
    "airspace",   "ambassador", "army",     "border",  "capital",  "citizen",    "constitution",
    "delegation", "embassy",    "emperor",  "envoy",   "flag",     "government", "independence",
    "invasion",   "king",       "minister", "monarch", "navy",     "parliament", "premier",
    "president",  "prince",     "queen",    "refugee", "republic", "soldier",    "throne",
    "treaty",     "troop",      NULL};

/* The same of bodies. */
static const char *const of_bodies[] = {"ceo",       "chairman",     "chairwoman",  "employee",
                                        "executive", "headquarters", "share",       "shareholder",
                                        "spokesman", "spokesperson", "spokeswoman", "subsidiary",
                                        NULL};

/* What two have with each other, or one with another. */
static const char *const sides[] = {"accord",
                                    "accusation",
                                    "aggression",
                                    "agreement",
                                    "aid",
                                    "alliance",
                                    "ally",
                                    "anger",
                                    "animosity",
                                    "apology",
                                    "attack",
                                    "ban",
                                    "border",
                                    "boycott",
                                    "ceasefire",
                                    "clash",
                                    "condemnation",
                                    "conflict",
                                    "contact",
                                    "cooperation",
                                    "deal",
                                    "demand",
                                    "demonstration",
                                    "dialogue",
                                    "displeasure",
                                    "dispute",
                                    "dissatisfaction",
                                    "embargo",
                                    "enemy",
                                    "enmity",
                                    "exercise",
                                    "feud",
                                    "fighting",
                                    "friend",
                                    "hostility",
                                    "invasion",
                                    "negotiation",
                                    "neighbor",
                                    "neighbour",
                                    "offensive",
                                    "pact",
                                    "peace",
                                    "pressure",
                                    "protest",
                                    "quarrel",
                                    "raid",
                                    "rapprochement",
                                    "reconciliation",
                                    "relation",
                                    "request",
                                    "rift",
                                    "rival",
                                    "sanction",
                                    "shelling",
                                    "skirmish",
                                    "solidarity",
                                    "standoff",
                                    "strike",
                                    "support",
                                    "talk",
                                    "threat",
                                    "tie",
                                    "treaty",
                                    "truce",
                                    "venture",
                                    "war",
                                    "withdrawal",
                                    NULL};

/* The prepositions by which a name hangs on these, and on the verbs below. */
static const char *const of_marks[] = {"of", "to", "for", "from", "with", "between", NULL};
static const char *const side_marks[] = {"with", "against", "between", "on", "of", "by", "from", "to", NULL};

/* What one does with another by a preposition: the verb, and those of it. */
static const struct {
  const char *verb;
  const char *marks[4];
  KithName ner;
} dealings[] = {
    {"agree", {"with"}, KITH_NAME_ORG},
    {"ally", {"with"}, KITH_NAME_ORG},
    {"angry", {"with", "at"}, KITH_NAME_ORG},
    {"apologise", {"to"}, KITH_NAME_ORG},
    {"apologize", {"to"}, KITH_NAME_ORG},
    {"appeal", {"to"}, KITH_NAME_ORG},
    {"bargain", {"with"}, KITH_NAME_ORG},
    {"bow", {"to"}, KITH_NAME_ORG},
    {"buy", {"from"}, KITH_NAME_ORG},
    {"call", {"on", "upon"}, KITH_NAME_ORG},
    {"capitulate", {"to"}, KITH_NAME_ORG},
    {"clash", {"with"}, KITH_NAME_ORG},
    {"collaborate", {"with"}, KITH_NAME_ORG},
    {"complain", {"to"}, KITH_NAME_ORG},
    {"comply", {"with"}, KITH_NAME_ORG},
    {"confer", {"with"}, KITH_NAME_ORG},
    {"conspire", {"against", "with"}, KITH_NAME_ORG},
    {"consult", {"with"}, KITH_NAME_ORG},
    {"cooperate", {"with"}, KITH_NAME_ORG},
    {"cross", {"into"}, KITH_NAME_LOC},
    {"deliver", {"to"}, KITH_NAME_ORG},
    {"demonstrate", {"against"}, KITH_NAME_ORG},
    {"depart", {"for", "from"}, KITH_NAME_LOC},
    {"deport", {"to", "from"}, KITH_NAME_LOC},
    {"disagree", {"with"}, KITH_NAME_ORG},
    {"donate", {"to"}, KITH_NAME_ORG},
    {"export", {"to"}, KITH_NAME_ORG},
    {"extradite", {"to", "from"}, KITH_NAME_LOC},
    {"fight", {"with", "against"}, KITH_NAME_ORG},
    {"flee", {"to", "from", "into"}, KITH_NAME_LOC},
    {"fly", {"to", "from"}, KITH_NAME_LOC},
    {"friendly", {"with", "to"}, KITH_NAME_ORG},
    {"grateful", {"to"}, KITH_NAME_ORG},
    {"hostile", {"to"}, KITH_NAME_ORG},
    {"import", {"from"}, KITH_NAME_ORG},
    {"impose", {"on"}, KITH_NAME_ORG},
    {"inflict", {"on"}, KITH_NAME_ORG},
    {"intercede", {"with"}, KITH_NAME_ORG},
    {"intervene", {"in"}, KITH_NAME_LOC},
    {"invest", {"in"}, KITH_NAME_ORG},
    {"leave", {"for"}, KITH_NAME_LOC},
    {"lend", {"to"}, KITH_NAME_ORG},
    {"loyal", {"to"}, KITH_NAME_ORG},
    {"march", {"into"}, KITH_NAME_LOC},
    {"meet", {"with"}, KITH_NAME_ORG},
    {"merge", {"with"}, KITH_NAME_ORG},
    {"mobilise", {"against"}, KITH_NAME_ORG},
    {"mobilize", {"against"}, KITH_NAME_ORG},
    {"negotiate", {"with"}, KITH_NAME_ORG},
    {"object", {"to"}, KITH_NAME_ORG},
    {"plead", {"with"}, KITH_NAME_ORG},
    {"plot", {"against", "with"}, KITH_NAME_ORG},
    {"protest", {"against"}, KITH_NAME_ORG},
    {"quarrel", {"with"}, KITH_NAME_ORG},
    {"rally", {"against"}, KITH_NAME_ORG},
    {"retaliate", {"against"}, KITH_NAME_ORG},
    {"retreat", {"from"}, KITH_NAME_LOC},
    {"sail", {"to", "for", "toward"}, KITH_NAME_LOC},
    {"sell", {"to"}, KITH_NAME_ORG},
    {"send", {"to"}, KITH_NAME_ORG},
    {"share", {"with"}, KITH_NAME_ORG},
    {"ship", {"to"}, KITH_NAME_ORG},
    {"side", {"with"}, KITH_NAME_ORG},
    {"sign", {"with"}, KITH_NAME_ORG},
    {"speak", {"to", "with"}, KITH_NAME_ORG},
    {"spy", {"for", "on"}, KITH_NAME_ORG},
    {"supply", {"to"}, KITH_NAME_ORG},
    {"surrender", {"to"}, KITH_NAME_ORG},
    {"sympathise", {"with"}, KITH_NAME_ORG},
    {"sympathize", {"with"}, KITH_NAME_ORG},
    {"talk", {"to", "with"}, KITH_NAME_ORG},
    {"trade", {"with"}, KITH_NAME_ORG},
    {"travel", {"to"}, KITH_NAME_LOC},
    {"withdraw", {"from"}, KITH_NAME_LOC},
    {"withhold", {"from"}, KITH_NAME_ORG},
    {"work", {"with"}, KITH_NAME_ORG},
    {"yield", {"to"}, KITH_NAME_ORG},
};

/* What only a land or a town is done to. */
static const char *const lands[] = {"annex",    "besiege", "bomb",    "bombard",   "invade",
                                    "liberate", "occupy",  "overrun", "recapture", "retake",
                                    "pound",    "shell",   NULL};

/* A run of proper nouns that may be a name. */
typedef struct {
  guint sentence, begin, end, head;
} Run;

/* What is found out about a form. */
typedef struct {
  KithName ner;
  gboolean sure;
} Guess;

/* Whether a word is one of a list; lemmas of words that nobody has taught the tagger may lack an end or keep
 * one: "invad", "shel", "raide", "troops". */
static gboolean
is_one_of(const KithWord *word, const char *const *list)
{
  if (kith_word_in(word, list))
    return TRUE;
  g_autofree char *lemma = kith_word_lemma(word);
  gsize length = strlen(lemma);
  if (length < 2)
    return FALSE;
  const char last = lemma[length - 1];
  g_autofree char *whole = g_strconcat(lemma, "e", NULL);
  g_autofree char *doubled = g_strdup_printf("%s%c", lemma, last);
  if (g_strv_contains(list, whole) || g_strv_contains(list, doubled))
    return TRUE;
  if (length <= 3 || (last != 's' && last != 'e'))
    return FALSE;
  lemma[length - 1] = '\0';
  return g_strv_contains(list, lemma);
}

/* Whether a verb's clause, or the one that it leads to, is one of a list: "restore", "is about to restore".
 */
static gboolean
leads_to(const KithTree *tree, guint verb, const char *const *list)
{
  guint at = verb;
  for (guint step = 0; step < MAX_STEPS; step++) {
    if (is_one_of(&tree->words[at], list))
      return TRUE;
    gint32 next =
        kith_word_in(&tree->words[at], ways) ? kith_tree_child(tree, (gint32)at, KITH_DEP_XCOMP) : -1;
    if (next < 0)
      return FALSE;
    at = (guint)next;
  }
  return FALSE;
}

/* The type of the name that a run is coordinated with; none. */
static KithName
beside(const KithFinder *f, const Run *run)
{
  static const KithName ner[KITH_N_ACTOR_TYPES] = {KITH_NAME_PER, KITH_NAME_ORG, KITH_NAME_LOC, KITH_NAME_LOC,
                                                   KITH_NAME_NONE};
  const KithTree *tree = f->trees[run->sentence];
  const KithWord *head = &tree->words[run->head];
  gint32 up = head->deprel == KITH_DEP_CONJ ? head->head : (gint32)run->head;
  if (up < 0)
    return KITH_NAME_NONE;
  guint owner = f->owner[run->sentence][up];
  guint step = 0;
  for (gint32 c = kith_tree_first(tree, up); owner == 0 && c >= 0 && step++ < MAX_CHILDREN;
       c = kith_tree_next(tree, c))
    if (tree->words[c].deprel == KITH_DEP_CONJ && (guint)c != run->head)
      owner = f->owner[run->sentence][c];
  return owner > 0 ? ner[kith_found(f, owner - 1)->m.type] : KITH_NAME_NONE;
}

/* Whether a word hangs on another that it is one of or the name of: "the firm Xul and its rival Zal". */
static gboolean
stands_for(const KithFinder *f, const KithWord *words, guint word)
{
  gint32 up = words[word].head;
  if (up < 0)
    return FALSE;
  KithNounKind kind = kith_span_noun(f, &words[up]).kind;
  return words[word].deprel == KITH_DEP_CONJ ||
         (words[word].deprel == KITH_DEP_APPOS && kind != KITH_NOUN_UNKNOWN && kind != KITH_NOUN_NEVER);
}

/* The top of a coordination or apposition that a word is in. */
static guint
top_of(const KithFinder *f, const KithTree *tree, guint word)
{
  for (guint step = 0; step < MAX_STEPS && stands_for(f, tree->words, word); step++)
    word = (guint)tree->words[word].head;
  return word;
}

/* What a run is by a noun that it belongs to: "Xul's army", "ambassador to Xul", "ties with Xul". */
static gboolean
guess_by_noun(const KithWord *noun, KithDeprel deprel, const KithWord *marker, Guess *guess)
{
  if (noun->upos != KITH_NOUN)
    return FALSE;
  gboolean owned = deprel == KITH_DEP_NMOD_POSS || deprel == KITH_DEP_COMPOUND ||
                   (marker != NULL && kith_word_in(marker, of_marks));
  gboolean side = deprel == KITH_DEP_NSUBJ || (marker != NULL && kith_word_in(marker, side_marks));
  g_autofree char *lemma = kith_word_lemma(noun);
  if (owned && is_one_of(noun, of_states))
    *guess = (Guess){KITH_NAME_LOC, TRUE};
  else if (marker != NULL && kith_word_is(marker, "of") && kith_noun_is_area(lemma))
    *guess = (Guess){KITH_NAME_LOC, TRUE};
  else if (owned && is_one_of(noun, of_bodies))
    *guess = (Guess){KITH_NAME_ORG, TRUE};
  else if (side && is_one_of(noun, sides))
    *guess = (Guess){KITH_NAME_ORG, FALSE};
  else
    return FALSE;
  return TRUE;
}

/* The same by the noun above it, or by the one right before its preposition, wherever that hangs: "closed its
 * border with Xul". */
static gboolean
guess_by_nouns(const KithFinder *f, const Run *run, guint top, guint above, Guess *guess)
{
  const KithWord *words = f->trees[run->sentence]->words;
  const KithWord *marker = kith_finder_case(f, run->sentence, top);
  KithDeprel deprel = (KithDeprel)words[top].deprel;
  guint before = marker != NULL ? (guint)(marker - words) : 0;
  switch (deprel) {
  case KITH_DEP_COMPOUND:
    if (words[run->begin].name != KITH_NAME_NONE)
      return FALSE;
    break;
  case KITH_DEP_NMOD:
  case KITH_DEP_OBL:
    if (before > 0 && before < top && guess_by_noun(&words[before - 1], deprel, marker, guess))
      return TRUE;
    break;
  case KITH_DEP_NMOD_POSS:
    marker = NULL;
    break;
  case KITH_DEP_NSUBJ:
    break;
  default:
    return FALSE;
  }
  return guess_by_noun(&words[above], deprel, marker, guess);
}

/* Whether a verb's object is what only actors have: "held elections". */
static gboolean
is_done_with(const KithTree *tree, guint verb)
{
  gint32 object = kith_tree_child(tree, (gint32)verb, KITH_DEP_OBJ);
  return tree->words[verb].upos == KITH_VERB && object >= 0 && is_one_of(&tree->words[object], done_with);
}

/* What a run is by the preposition that it hangs on a verb with. */
static gboolean
guess_by_dealing(const KithFinder *f, const Run *run, guint top, guint verb, Guess *guess)
{
  const KithWord *marker = kith_finder_case(f, run->sentence, top);
  for (guint i = 0; marker != NULL && i < G_N_ELEMENTS(dealings); i++)
    if (kith_word_is(&f->trees[run->sentence]->words[verb], dealings[i].verb) &&
        kith_word_in(marker, dealings[i].marks)) {
      /* "sided with the Xul": with whom one deals, even with an article before the name */
      *guess = (Guess){dealings[i].ner, !kith_word_is(&f->trees[run->sentence]->words[verb], "agree")};
      return TRUE;
    }
  return FALSE;
}

/* What a run is by the verb that it is an argument of. */
static gboolean
guess_by_verb(const KithFinder *f, const Run *run, guint top, guint verb, Guess *guess)
{
  const KithTree *tree = f->trees[run->sentence];
  *guess = (Guess){KITH_NAME_ORG, FALSE};
  switch (tree->words[top].deprel) {
  case KITH_DEP_NSUBJ:
    if (leads_to(tree, verb, deeds) || leads_to(tree, verb, sides) || is_done_with(tree, verb))
      return TRUE;
    guess->ner = KITH_NAME_PER;
    return leads_to(tree, verb, speech);
  case KITH_DEP_OBL_AGENT:
    return is_one_of(&tree->words[verb], deeds);
  case KITH_DEP_NSUBJ_PASS:
  case KITH_DEP_OBJ:
    if (is_one_of(&tree->words[verb], undergone))
      return TRUE;
    guess->ner = KITH_NAME_LOC;
    if (is_one_of(&tree->words[verb], lands))
      return TRUE;
    guess->ner = KITH_NAME_PER;
    return is_one_of(&tree->words[verb], suffered);
  case KITH_DEP_IOBJ:
    return TRUE;
  case KITH_DEP_OBL:
    return guess_by_dealing(f, run, top, verb, guess);
  default:
    return FALSE;
  }
}

/* Whether a run is taken on a guess that is not sure: neither what the tagger has as a thing and that only
 * speaks, nor "the Charter". */
static gboolean
is_taken(const KithWord *words, const Run *run, KithName ner)
{
  gboolean speaks = ner == KITH_NAME_PER && words[run->head].deprel == KITH_DEP_NSUBJ;
  for (guint w = run->begin; w < run->end && speaks; w++)
    if (words[w].name != KITH_NAME_NONE)
      return FALSE;
  return run->begin == 0 || !kith_is_article(&words[run->begin - 1]) ||
         g_strcmp0(words[run->head].xpos, "NNPS") == 0 || kith_is_acronym(words[run->head].form) ||
         (run->end > run->begin + 1 && kith_is_titled_body(&words[run->end - 1]));
}

/* The type that a run's own words tell; none. */
static KithName
own_type(const KithFinder *f, const Run *run)
{
  const KithTree *tree = f->trees[run->sentence];
  gboolean single = run->end == run->begin + 1;
  if (kith_is_firms(&tree->words[run->end - 1]) ||
      (single && kith_is_acronym(tree->words[run->begin].form)) ||
      kith_tree_child(tree, (gint32)run->head, KITH_DEP_NMOD_POSS) >= 0)
    return KITH_NAME_ORG; /* "Norland's Xul" is no person */
  return kith_span_noun(f, &tree->words[run->end - 1]).kind == KITH_NOUN_PERSON ||
                 kith_gazetteer_given_name(f->gazetteer, tree->words[run->begin].form, NULL)
             ? KITH_NAME_PER
             : KITH_NAME_NONE;
}

/* What a run is by where it stands. False: nothing that an actor need be. */
static gboolean
guess_run(const KithFinder *f, const Run *run, Guess *guess)
{
  const KithTree *tree = f->trees[run->sentence];
  guint top = top_of(f, tree, run->head);
  gint32 above = tree->words[top].head;
  /* a heading in capitals tells nothing */
  if (above < 0 || (above > 0 && kith_word_capitalized(&tree->words[above])))
    return FALSE;
  if (!guess_by_nouns(f, run, top, (guint)above, guess) && !guess_by_verb(f, run, top, (guint)above, guess))
    return FALSE;
  if (!guess->sure && !is_taken(tree->words, run, guess->ner))
    return FALSE;
  KithName other = beside(f, run), own = own_type(f, run);
  if (other != KITH_NAME_NONE)
    *guess = (Guess){other, TRUE};
  else if (!guess->sure && own != KITH_NAME_NONE)
    guess->ner = own;
  return TRUE;
}

/* Whether a word may be part of such a run. */
static gboolean
may_be_part(const KithFinder *f, guint s, guint w)
{
  const KithWord *word = &kith_finder_words(f, s)[w];
  return word->upos == KITH_PROPN && f->owner[s][w] == 0 && f->demonyms[s][w] == NULL &&
         kith_word_capitalized(word) && !kith_word_is_date(word) && !kith_span_noun(f, word).title;
}

/* The run that begins at a word, its end in any case; false where it is none. */
static gboolean
run_at(const KithFinder *f, guint s, guint begin, Run *run)
{
  const KithWord *words = kith_finder_words(f, s);
  guint n = kith_finder_length(f, s);
  guint end = begin;
  while (end < n && may_be_part(f, s, end))
    end++;
  *run = (Run){s, begin, end, begin};
  if (end == begin || end > begin + MAX_WORDS || (begin > 0 && words[begin - 1].upos == KITH_PROPN) ||
      (end < n && words[end].upos == KITH_PROPN && !kith_is_owner_mark(&words[end])))
    return FALSE;
  for (guint w = begin; w < end; w++)
    if (words[w].head < (gint32)begin || words[w].head >= (gint32)end) {
      run->head = w;
      break;
    }
  for (guint w = begin; w < end; w++)
    if (words[w].name != KITH_NAME_NONE && words[w].name != KITH_NAME_MISC)
      return end > begin + 1 &&
             kith_is_titled_body(&words[end - 1]); /* tagged as a place and left out for its noun */
  KithNoun last = kith_span_noun(f, &words[end - 1]);
  return strlen(words[end - 1].form) > 2 && (last.kind == KITH_NOUN_UNKNOWN || last.doubtful ||
                                             (end == begin + 1 && kith_is_family(f, s, begin)));
}

/* Guesses a run, and notes it for its words. */
static void
note_run(const KithFinder *f, const Run *run, GHashTable *guesses)
{
  Guess guess;
  if (!guess_run(f, run, &guess))
    return;
  g_autofree char *text = kith_finder_text(f, run->sentence, run->begin, run->end);
  Guess *old = g_hash_table_lookup(guesses, text);
  if (old == NULL)
    g_hash_table_insert(guesses, g_steal_pointer(&text), g_memdup2(&guess, sizeof guess));
  else if (guess.sure && !old->sure)
    *old = guess;
}

/* Whether what is a person by its tag alone stands where only a land does: "invaded Xul". */
static gboolean
is_land(const KithFinder *f, const KithFound *found)
{
  const KithTree *tree = f->trees[found->m.sentence];
  Run run = {found->m.sentence, found->core_begin, found->core_end, found->m.head};
  guint top = top_of(f, tree, found->m.head);
  gint32 above = tree->words[top].head;
  Guess guess;
  if (above < 0 || tree->words[top].deprel == KITH_DEP_COMPOUND ||
      tree->words[top].deprel == KITH_DEP_NMOD_POSS)
    return FALSE;
  if (tree->words[top].deprel == KITH_DEP_OBL) /* "fled to Xul Mar" */
    return guess_by_dealing(f, &run, top, (guint)above, &guess) && guess.ner == KITH_NAME_LOC;
  if (!found->weak)
    return FALSE;
  if (tree->words[top].deprel == KITH_DEP_OBJ || tree->words[top].deprel == KITH_DEP_NSUBJ_PASS)
    return is_one_of(&tree->words[above], lands);
  return guess_by_nouns(f, &run, top, (guint)above, &guess) && guess.sure && guess.ner == KITH_NAME_LOC;
}

/* Whether a name is a person's without a title or the like beside it. */
static gboolean
is_untold(const KithFound *found)
{
  return found->weak || (found->m.kind == KITH_MENTION_NAME && found->m.type == KITH_ACTOR_PERSON &&
                         !found->told && found->m.begin == found->core_begin);
}

/* Makes places of the persons by tag alone that stand where only a land does, if only once. */
static void
settle_lands(KithFinder *f)
{
  g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < f->found->len; i++)
    if (is_untold(kith_found(f, i)) && is_land(f, kith_found(f, i)))
      g_hash_table_add(keys, kith_found(f, i)->key);
  for (guint i = 0; i < f->found->len; i++) {
    KithFound *found = kith_found(f, i);
    if (is_untold(found) && g_hash_table_contains(keys, found->key)) {
      found->m.type = KITH_ACTOR_PLACE;
      found->weak = FALSE;
    }
  }
}

gboolean
kith_finder_acting(KithFinder *f)
{
  settle_lands(f);
  g_autoptr(GHashTable) guesses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(Run));
  for (guint s = 0; s < f->doc->sentences->len; s++) {
    guint n = f->trees[s] != NULL ? kith_finder_length(f, s) : 0;
    for (guint i = 0; i < n;) {
      Run run;
      if (run_at(f, s, i, &run)) {
        g_array_append_val(runs, run);
        note_run(f, &run, guesses);
      }
      i = MAX(i + 1, run.end);
    }
  }
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = &g_array_index(runs, Run, i);
    g_autofree char *text = kith_finder_text(f, run->sentence, run->begin, run->end);
    const Guess *guess = g_hash_table_lookup(guesses, text);
    if (guess != NULL)
      kith_finder_add_name(f, run->sentence,
                           &(KithNameSpan){run->begin, run->end, guess->ner, NULL, KITH_GAZ_NAME, FALSE});
  }
  return g_hash_table_size(guesses) > 0;
}
