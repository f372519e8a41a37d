/* Pronouns: agreement, what the tree forbids, and salience, after Lappin and Leass (1994) in outline; the
 * first person by who speaks. */
#include <string.h>

#include "actor/finder.h"
#include "actor/kinds.h"

enum { BACK = 3, MOST = 80, CHARGED = 6 };

/* Whether "it" does what the clause tells that another's verb leads to: "Acme said it will close". */
static gboolean
is_told_of(const KithFinder *f, const KithFound *pronoun, const KithFound *teller)
{
  const KithTree *tree = f->trees[pronoun->m.sentence];
  const KithWord *words = tree->words;
  gint32 verb = words[pronoun->m.head].head;
  return strcmp(pronoun->key, "it") == 0 && words[pronoun->m.head].deprel == KITH_DEP_NSUBJ && verb >= 0 &&
         words[verb].upos == KITH_VERB && words[verb].deprel == KITH_DEP_CCOMP &&
         words[teller->m.head].head == words[verb].head;
}

/* Whether a person by tag alone is a body, because "its" or "it" follows: "Acme has closed its plant". */
static gboolean
may_be_body(const KithFinder *f, const KithFound *pronoun, guint candidate)
{
  const KithFound *c = kith_found(f, candidate);
  return c->subject && c->m.sentence == pronoun->m.sentence && kith_cluster_is_weak(f, candidate) &&
         (strcmp(pronoun->key, "its") == 0 || is_told_of(f, pronoun, c));
}

/* Whether a mention may be what a pronoun of the third person means, by number, gender and kind. */
static gboolean
agrees(const KithFinder *f, const KithFound *pronoun, guint candidate)
{
  const KithCluster *cluster = kith_cluster_of(f, candidate);
  const KithFound *c = kith_found(f, candidate);
  gboolean human = pronoun->m.type == KITH_ACTOR_PERSON;
  if ((cluster->members != NULL && !pronoun->plural) || c->shared != 0)
    return FALSE; /* not one of those who stand together */
  if (human)
    return cluster->type == KITH_ACTOR_PERSON && !cluster->plural &&
           (cluster->gender == KITH_GENDER_UNKNOWN || cluster->gender == pronoun->gender);
  if (pronoun->plural)
    return cluster->type == KITH_ACTOR_GROUP || cluster->plural || cluster->type == KITH_ACTOR_ORGANIZATION ||
           (c->m.kind == KITH_MENTION_NOMINAL && c->plural) || cluster->members != NULL;
  gboolean one = cluster->type == KITH_ACTOR_ORGANIZATION && !c->many; /* "the group" that has a name */
  return (cluster->type != KITH_ACTOR_PERSON || may_be_body(f, pronoun, candidate)) && !cluster->plural &&
         !(c->m.kind == KITH_MENTION_NOMINAL && c->plural && !one);
}

/* Whether a verb has another's subject: "met X and urged him", "wrote to X, urging him". */
static gboolean
shares_subject(const KithTree *tree, gint32 verb, guint subject)
{
  for (guint step = 0; step < 6; step++) {
    const KithWord *word = &tree->words[verb];
    gboolean participle = word->deprel == KITH_DEP_ADVCL && g_strcmp0(word->xpos, "VBG") == 0 &&
                          kith_tree_child(tree, verb, KITH_DEP_MARK) < 0;
    if (word->upos != KITH_VERB || word->head < 0 ||
        kith_tree_child_universal(tree, verb, KITH_DEP_NSUBJ) >= 0 ||
        !(word->deprel == KITH_DEP_CONJ || participle))
      return FALSE;
    verb = word->head;
    gint32 above = kith_tree_child_universal(tree, verb, KITH_DEP_NSUBJ);
    if (above >= 0)
      return (guint)above == subject;
  }
  return FALSE;
}

/* Whether the tree keeps two mentions of one sentence apart: arguments of one verb, or one inside the other.
 */
static gboolean
is_forbidden(const KithFinder *f, const KithFound *pronoun, const KithFound *c)
{
  if (c->m.sentence != pronoun->m.sentence)
    return FALSE;
  const KithTree *tree = f->trees[c->m.sentence];
  gboolean possessive = tree->words[pronoun->m.head].deprel == KITH_DEP_NMOD_POSS;
  gboolean reflexive = g_str_has_suffix(pronoun->key, "self") || g_str_has_suffix(pronoun->key, "selves");
  if (!possessive && !reflexive &&
      kith_tree_governor(tree, pronoun->m.head) == kith_tree_governor(tree, c->m.head))
    return TRUE;
  if (!possessive && !reflexive && kith_tree_governor(tree, pronoun->m.head) >= 0 &&
      shares_subject(tree, kith_tree_governor(tree, pronoun->m.head), c->m.head))
    return TRUE;
  /* "its leader": not the leader; but "the man who lost his job" */
  if (kith_tree_dominates(tree, (gint32)c->m.head, (gint32)pronoun->m.head) && pronoun->m.head < c->m.head)
    return TRUE;
  return FALSE;
}

/* Whether a mention is who is to do what a possessive stands in: "urged Lima to withdraw its troops". */
static gboolean
is_charged(const KithFinder *f, const KithFound *pronoun, const KithFound *c)
{
  static const char *const charging[] = {"urge",   "ask",   "tell",     "order",     "call",     "force",
                                         "allow",  "press", "persuade", "want",      "pressure", "require",
                                         "enable", "help",  "invite",   "encourage", "instruct", "request",
                                         "compel", "beg",   NULL};
  const KithTree *tree = f->trees[c->m.sentence];
  if (c->m.sentence != pronoun->m.sentence || tree->words[pronoun->m.head].deprel != KITH_DEP_NMOD_POSS)
    return FALSE;
  KithDeprel role = kith_deprel_universal((KithDeprel)tree->words[c->m.head].deprel);
  gint32 verb = tree->words[c->m.head].head, at = tree->words[pronoun->m.head].head;
  for (guint step = 0; step < 6 && at >= 0 && tree->words[at].deprel != KITH_DEP_XCOMP; step++)
    at = tree->words[at].head;
  return at >= 0 && verb >= 0 && tree->words[at].head == verb && c->m.head < (guint)at &&
         (role == KITH_DEP_OBJ || role == KITH_DEP_IOBJ || role == KITH_DEP_OBL) &&
         kith_word_in(&tree->words[verb], charging);
}

/* Whether a mention is who is helped with what a possessive stands in: "helped Lima in its struggle". */
static gboolean
is_helped(const KithFinder *f, const KithFound *pronoun, const KithFound *c)
{
  static const char *const helping[] = {"help", "aid",  "assist",    "support", "back",
                                        "join", "lead", "encourage", NULL};
  const KithTree *tree = f->trees[c->m.sentence];
  const gint32 thing =
      tree->words[pronoun->m.head].deprel == KITH_DEP_NMOD_POSS ? tree->words[pronoun->m.head].head : -1;
  if (c->m.sentence != pronoun->m.sentence || thing < 0 || c->m.head > pronoun->m.head ||
      tree->words[thing].deprel != KITH_DEP_OBL || tree->words[c->m.head].deprel != KITH_DEP_OBJ)
    return FALSE;
  const KithWord *marker = kith_finder_case(f, c->m.sentence, (guint)thing);
  const gint32 verb = tree->words[thing].head;
  return verb >= 0 && tree->words[c->m.head].head == verb && marker != NULL && kith_word_is(marker, "in") &&
         kith_word_in(&tree->words[verb], helping);
}

/* Whether a mention is whom pressure or a refusal waits for, "will press Lima until it withdraws", "no talks
 * with them unless they leave". */
static gboolean
is_awaited(const KithFinder *f, const KithFound *pronoun, const KithFound *c)
{
  static const char *const waiting[] = {"until", "unless", NULL};
  static const char *const pressing[] = {"pressure", "press",     "push",    "sanction", "target",
                                         "strike",   "isolate",   "boycott", "punish",   "fight",
                                         "bomb",     "negotiate", "talk",    "meet",     "lift",
                                         "embargo",  "block",     "besiege", "protest",  NULL};
  const KithTree *tree = f->trees[c->m.sentence];
  const gint32 verb = pronoun->subject ? tree->words[pronoun->m.head].head : -1;
  if (c->m.sentence != pronoun->m.sentence || c->subject || verb < 0 || c->m.head > pronoun->m.head ||
      tree->words[verb].deprel != KITH_DEP_ADVCL)
    return FALSE;
  const gint32 mark = kith_tree_child(tree, verb, KITH_DEP_MARK);
  if (mark < 0 || !kith_word_in(&tree->words[mark], waiting))
    return FALSE;
  for (guint w = 0; w < c->m.head; w++)
    if (kith_word_in(&tree->words[w], pressing))
      return TRUE;
  return FALSE;
}

/* "Doctors said they": whether a mention says what a pronoun is the subject of. */
static gboolean
says_so(const KithFinder *f, const KithFound *pronoun, const KithFound *c)
{
  const KithTree *tree = f->trees[c->m.sentence];
  if (c->m.sentence != pronoun->m.sentence || !c->subject || !pronoun->subject)
    return FALSE;
  gint32 told = tree->words[pronoun->m.head].head;
  return told >= 0 && tree->words[told].deprel == KITH_DEP_CCOMP &&
         tree->words[told].head == tree->words[c->m.head].head;
}

/* "Acme's chief executive said it": whether a mention is whose speaker tells what a pronoun stands in. */
static gboolean
is_spoken_for(const KithFinder *f, const KithFound *pronoun, const KithFound *c)
{
  const KithTree *tree = f->trees[c->m.sentence];
  if (c->m.sentence != pronoun->m.sentence || pronoun->m.type == KITH_ACTOR_PERSON || c->subject ||
      pronoun->m.head < c->m.head)
    return FALSE;
  gint32 told = (gint32)pronoun->m.head;
  for (guint step = 0; step < 8 && told >= 0 && tree->words[told].deprel != KITH_DEP_CCOMP; step++)
    told = tree->words[told].head;
  gint32 verb = told >= 0 ? tree->words[told].head : -1;
  gint32 speaker = verb >= 0 ? kith_tree_child(tree, verb, KITH_DEP_NSUBJ) : -1;
  guint person = speaker >= 0 ? kith_finder_at_head(f, c->m.sentence, (guint)speaker) : KITH_NONE;
  return person != KITH_NONE && kith_word_says(&tree->words[verb]) &&
         kith_cluster_of(f, person)->type == KITH_ACTOR_PERSON && tree->words[c->m.head].head == speaker &&
         c->m.head < (guint)speaker;
}

/* "Its chairman" at the beginning takes up whom the sentence before was of. */
static gboolean
is_taken_up(const KithFinder *f, const KithFound *pronoun, const KithFound *c)
{
  const KithTree *tree = f->trees[pronoun->m.sentence], *before = f->trees[c->m.sentence];
  return pronoun->m.begin == 0 && tree->words[pronoun->m.head].deprel == KITH_DEP_NMOD_POSS &&
         c->m.sentence + 1 == pronoun->m.sentence && c->subject &&
         kith_tree_governor(before, c->m.head) == before->root;
}

/* "Several hundred of them": some of many, and so not of a body. */
static gboolean
is_partitive(const KithFinder *f, const KithFound *pronoun)
{
  const KithWord *marker = kith_finder_case(f, pronoun->m.sentence, pronoun->m.head);
  return pronoun->plural && marker != NULL && kith_word_is(marker, "of");
}

/* Whether a body is one of fighters, named in the pronoun's sentence: "the war on Acme and its support for
 * them". */
static gboolean
is_band(const KithFinder *f, const KithFound *pronoun, guint candidate)
{
  const KithFound *c = kith_found(f, candidate);
  if (c->m.sentence != pronoun->m.sentence ||
      kith_cluster_of(f, candidate)->type != KITH_ACTOR_ORGANIZATION ||
      (kith_finder_kinds(f, candidate) & KITH_BODY_ARMED) == 0)
    return FALSE;
  if (c->m.kind != KITH_MENTION_NAME)
    return TRUE;
  g_autofree char *last = kith_word_lemma(&kith_finder_words(f, c->m.sentence)[c->core_end - 1]);
  return (kith_body_kinds(last) & KITH_BODY_WORLD) == 0; /* "the Organization of Growers" */
}

static double
score_of(const KithFinder *f, const KithFound *pronoun, guint candidate)
{
  const KithFound *c = kith_found(f, candidate);
  const KithCluster *cluster = kith_cluster_of(f, candidate);
  guint distance = pronoun->m.sentence - c->m.sentence;
  double score = distance == 0 ? 3 : 4 - 4.0 * distance;
  score += c->subject ? 6 : c->acts ? 3 : 0;
  score += is_taken_up(f, pronoun, c) ? 2 : 0;
  score += is_charged(f, pronoun, c) || is_helped(f, pronoun, c) ? CHARGED
           : is_awaited(f, pronoun, c)                           ? 2 * CHARGED
           : says_so(f, pronoun, c)                              ? 2
           : is_spoken_for(f, pronoun, c)                        ? CHARGED
                                                                 : 0;
  score += c->m.kind == KITH_MENTION_NAME ? 1 : c->m.kind == KITH_MENTION_PRONOUN ? 1.5 : 0;
  score += 0.5 * MIN(cluster->mentions->len, 6u);
  score += cluster->named ? 1.5 : 0;
  score += pronoun->subject && c->subject ? 1.5 : 0;
  score -= c->quoted != pronoun->quoted ? 2 : 0;
  score += pronoun->m.type == KITH_ACTOR_PERSON && cluster->gender != KITH_GENDER_UNKNOWN ? 1 : 0;
  if (pronoun->plural)
    score += cluster->type == KITH_ACTOR_GROUP || c->plural ? 2
             : is_partitive(f, pronoun)                     ? -6
             : is_band(f, pronoun, candidate)               ? 0
                                                            : -3;
  else if (pronoun->m.type != KITH_ACTOR_PERSON)
    score -= cluster->type == KITH_ACTOR_PLACE ? 3 : cluster->type == KITH_ACTOR_PERSON ? 2 : 0;
  return score;
}

/* How well a noun that is no actor would do for "it" or "they": the law, the talks. */
static double
rival_score(const KithFinder *f, const KithFound *pronoun)
{
  double best = -100;
  guint first = pronoun->m.sentence > 0 ? pronoun->m.sentence - 1 : 0;
  for (guint s = first; s <= pronoun->m.sentence; s++) {
    const KithTree *tree = f->trees[s];
    for (guint w = 0; tree != NULL && w < tree->n; w++) {
      const KithWord *word = &tree->words[w];
      if (s == pronoun->m.sentence && w >= pronoun->m.head)
        break;
      gboolean plural =
          word->xpos != NULL && (strcmp(word->xpos, "NNS") == 0 || strcmp(word->xpos, "NNPS") == 0);
      KithDeprel role = kith_deprel_universal((KithDeprel)word->deprel);
      if (word->upos != KITH_NOUN || plural != pronoun->plural || f->owner[s][w] != 0 ||
          (role != KITH_DEP_NSUBJ && role != KITH_DEP_OBJ) || kith_finder_at_head(f, s, w) != KITH_NONE)
        continue;
      double score = s == pronoun->m.sentence ? 3 : 0;
      score += role == KITH_DEP_NSUBJ ? 6 + (pronoun->subject ? 1.5 : 0) : 3;
      best = MAX(best, score);
    }
  }
  return best;
}

/* Whether a mention is spoken to: "told reporters", "said to the growers". */
static gboolean
is_addressee(const KithFinder *f, guint i)
{
  static const char *const telling[] = {"tell",    "ask",   "urge",   "warn",    "inform",    "assure",
                                        "remind",  "thank", "advise", "address", "apologize", "apologise",
                                        "appeal",  "write", "speak",  "talk",    "say",       "promise",
                                        "explain", "reply", NULL};
  const KithFound *found = kith_found(f, i);
  const KithTree *tree = f->trees[found->m.sentence];
  const KithWord *word = &tree->words[found->m.head];
  if (found->quoted || word->head < 0 || found->m.kind == KITH_MENTION_PRONOUN ||
      !kith_word_in(&tree->words[word->head], telling))
    return FALSE;
  KithDeprel role = kith_deprel_universal((KithDeprel)word->deprel);
  const KithWord *marker = kith_finder_case(f, found->m.sentence, found->m.head);
  return role == KITH_DEP_OBJ || role == KITH_DEP_IOBJ ||
         (role == KITH_DEP_OBL && marker != NULL && kith_word_is(marker, "to"));
}

/* The first of a list of persons or bodies that "they" can mean, "A and B" in this sentence or the last two;
 * KITH_NONE. Its score comes back. */
static guint
best_list(const KithFinder *f, guint i, double *score)
{
  enum { LISTS = 2 };
  const KithFound *pronoun = kith_found(f, i);
  guint s = pronoun->m.sentence, best = KITH_NONE;
  for (guint j = i; j-- > f->first[s > LISTS ? s - LISTS : 0];) {
    const KithFound *c = kith_found(f, j);
    if (c->m.kind == KITH_MENTION_PRONOUN || c->m.type == KITH_ACTOR_PLACE || is_forbidden(f, pronoun, c))
      continue;
    g_autoptr(GArray) members = kith_finder_list(f, j);
    gboolean fits = members->len > 1;
    for (guint k = 0; fits && k < members->len; k++) {
      const KithCluster *cluster = &g_array_index(f->clusters, KithCluster, g_array_index(members, guint, k));
      fits = cluster->type != KITH_ACTOR_PLACE && cluster->members == NULL &&
             (cluster->type == KITH_ACTOR_PERSON) == (kith_cluster_of(f, j)->type == KITH_ACTOR_PERSON);
    }
    /* several are a plural, whatever each of them is */
    double own =
        score_of(f, pronoun, j) + (kith_cluster_of(f, j)->type == KITH_ACTOR_GROUP || c->plural ? 0 : 5);
    if (fits && (best == KITH_NONE || own > *score)) {
      best = j;
      *score = own;
    }
  }
  return best;
}

/* Two persons, bodies or countries whom one verb joins as subject and object: "A met B. They ..."; NULL.
 * Owned by the caller. */
static GArray *
met_pair(const KithFinder *f, guint i)
{
  guint s = kith_found(f, i)->m.sentence;
  for (guint at = s + 1; at-- > (s > 0 ? s - 1 : 0);)
    for (guint j = MIN(i, f->first[at + 1]); j-- > f->first[at];) {
      const KithFound *subject = kith_found(f, j);
      const KithTree *tree = f->trees[at];
      if (!subject->subject || subject->m.kind == KITH_MENTION_PRONOUN)
        continue;
      for (guint k = j + 1; k < MIN(i, f->first[at + 1]); k++) {
        const KithFound *object = kith_found(f, k);
        KithDeprel role = kith_deprel_universal((KithDeprel)tree->words[object->m.head].deprel);
        const KithWord *marker = kith_finder_case(f, at, object->m.head);
        gboolean with = role == KITH_DEP_OBL && marker != NULL && kith_word_is(marker, "with");
        if (object->m.kind == KITH_MENTION_PRONOUN || kith_cluster_index(f, j) == kith_cluster_index(f, k) ||
            kith_cluster_of(f, j)->type != kith_cluster_of(f, k)->type || kith_cluster_of(f, k)->members ||
            kith_cluster_of(f, j)->members || !(role == KITH_DEP_OBJ || role == KITH_DEP_IOBJ || with) ||
            kith_tree_governor(tree, object->m.head) != kith_tree_governor(tree, subject->m.head) ||
            kith_cluster_of(f, j)->type == KITH_ACTOR_PLACE)
          continue;
        GArray *members = g_array_new(FALSE, FALSE, sizeof(guint));
        guint a = kith_cluster_index(f, j), b = kith_cluster_index(f, k);
        g_array_append_val(members, a);
        g_array_append_val(members, b);
        return members;
      }
    }
  return NULL;
}

/* "They" for those who are named apart; false where what else it can mean does better. */
static gboolean
join_split(KithFinder *f, guint i, guint best, double best_score)
{
  double score = 0;
  guint list = best_list(f, i, &score);
  if (list != KITH_NONE && (best == KITH_NONE || score > best_score)) {
    if (rival_score(f, kith_found(f, i)) > score - 2)
      return TRUE;
    kith_finder_give_members(f, i, kith_finder_list(f, list));
    return TRUE;
  }
  GArray *pair = best == KITH_NONE || best_score < 2 ? met_pair(f, i) : NULL;
  if (pair == NULL)
    return FALSE;
  kith_finder_give_members(f, i, pair);
  return TRUE;
}

/* "When he landed, Roe was arrested": a pronoun in a clause before the main one means that one's subject. */
static void
join_ahead(KithFinder *f, guint i)
{
  const KithFound *pronoun = kith_found(f, i);
  guint s = pronoun->m.sentence;
  const KithTree *tree = f->trees[s];
  gint32 clause = (gint32)pronoun->m.head;
  for (guint step = 0; step < 20 && clause >= 0 && tree->words[clause].deprel != KITH_DEP_ADVCL; step++)
    clause = tree->words[clause].head;
  if (clause < 0 || tree->words[clause].deprel != KITH_DEP_ADVCL || tree->words[clause].head < clause)
    return;
  for (guint j = i + 1; j < f->first[s + 1]; j++) {
    const KithFound *c = kith_found(f, j);
    if (c->subject && c->m.kind != KITH_MENTION_PRONOUN &&
        kith_tree_governor(tree, c->m.head) == tree->words[clause].head && agrees(f, pronoun, j)) {
      kith_found(f, i)->m.type = kith_cluster_of(f, j)->type;
      kith_cluster_of(f, i)->type = kith_cluster_of(f, j)->type;
      kith_cluster_join(f, j, i);
      return;
    }
  }
}

/* Whether a mention stands in what a pronoun is said to have said: "'a friend to all,' he said". */
static gboolean
is_in_own_words(const KithFinder *f, guint i, guint j)
{
  const KithFound *c = kith_found(f, j);
  return c->quoted && c->m.sentence == kith_found(f, i)->m.sentence && kith_finder_speaks(f, i);
}

static void
join_third(KithFinder *f, guint i)
{
  const KithFound *pronoun = kith_found(f, i);
  guint s = pronoun->m.sentence;
  guint first = f->first[s > BACK ? s - BACK : 0];
  first = MAX(first, i > MOST ? i - MOST : 0);
  guint best = KITH_NONE;
  double best_score = 0;
  /* who speaks says "I" of himself */
  guint speaker = pronoun->quoted ? kith_finder_speaker(f, i) : KITH_NONE;
  for (guint j = i; j-- > first;) {
    const KithFound *c = kith_found(f, j);
    if (speaker != KITH_NONE && kith_cluster_index(f, speaker) == kith_cluster_index(f, j))
      continue;
    if (c->person == 1 || c->person == 2 || !agrees(f, pronoun, j) || is_in_own_words(f, i, j) ||
        is_forbidden(f, pronoun, c) ||
        (c->m.kind == KITH_MENTION_PRONOUN && kith_cluster_of(f, j)->mentions->len == 1))
      continue;
    double score = score_of(f, pronoun, j);
    if (best == KITH_NONE || score > best_score) {
      best = j;
      best_score = score;
    }
  }
  if (pronoun->plural && join_split(f, i, best, best_score))
    return;
  if (best == KITH_NONE) {
    join_ahead(f, i);
    return;
  }
  if (pronoun->m.type != KITH_ACTOR_PERSON && rival_score(f, pronoun) > best_score - 2)
    return;
  if (pronoun->m.type != KITH_ACTOR_PERSON && !pronoun->plural && kith_cluster_is_weak(f, best))
    kith_cluster_retype(f, best, KITH_ACTOR_ORGANIZATION);
  KithCluster *cluster = kith_cluster_of(f, best);
  if (cluster->gender == KITH_GENDER_UNKNOWN && pronoun->gender != KITH_GENDER_UNKNOWN)
    cluster->gender = pronoun->gender;
  kith_found(f, i)->m.type = cluster->type;
  kith_cluster_of(f, i)->type = cluster->type;
  kith_cluster_join(f, best, i);
}

/* Whether a mention is a country that takes a stand outside quotes, "The U.S. reaffirms". */
static gboolean
takes_stand(const KithFinder *f, guint i)
{
  static const char *const stands[] = {"reaffirm", "support", "stand",        "condemn", "remain",
                                       "welcome",  "commend", "urge",         "call",    "continue",
                                       "extend",   "offer",   "express",      "applaud", "join",
                                       "pledge",   "commit",  "congratulate", NULL};
  const KithFound *found = kith_found(f, i);
  const KithWord *words = f->trees[found->m.sentence]->words;
  const gint32 verb = words[found->m.head].head;
  return found->subject && !found->quoted && found->m.kind == KITH_MENTION_NAME && verb >= 0 &&
         kith_cluster_of(f, i)->type == KITH_ACTOR_COUNTRY && kith_word_in(&words[verb], stands);
}

/* Whether a mention is in the words of a speaker, or in nobody's (KITH_NONE). */
static gboolean
is_said_by(const KithFinder *f, guint mention, guint speaker)
{
  guint own = kith_found(f, mention)->quoted ? kith_finder_speaker(f, mention) : KITH_NONE;
  return own == KITH_NONE || speaker == KITH_NONE
             ? own == speaker && !kith_found(f, mention)->quoted
             : kith_cluster_index(f, own) == kith_cluster_index(f, speaker);
}

/* Whether a mention is what "we" may speak for: a country or body that acts, no band that is spoken of. */
static gboolean
may_state(const KithFinder *f, guint mention)
{
  const KithCluster *cluster = kith_cluster_of(f, mention);
  const KithFound *found = kith_found(f, mention);
  if (!found->subject || !cluster->named || found->m.kind == KITH_MENTION_PRONOUN)
    return FALSE;
  return cluster->type == KITH_ACTOR_COUNTRY ||
         (cluster->type == KITH_ACTOR_ORGANIZATION && (kith_finder_kinds(f, mention) & KITH_BODY_ARMED) == 0);
}

/* The country that does most in the text, as the subject of verbs of its own: a government's statement is of
 * what it does; KITH_NONE. */
static guint
acting_country(const KithFinder *f)
{
  g_autoptr(GHashTable) deeds = g_hash_table_new(NULL, NULL);
  guint best = KITH_NONE, most = 0;
  for (guint j = 0; j < f->found->len; j++) {
    const KithFound *found = kith_found(f, j);
    const KithWord *words = kith_finder_words(f, found->m.sentence), *word = &words[found->m.head];
    if (kith_cluster_of(f, j)->type != KITH_ACTOR_COUNTRY || !may_state(f, j) ||
        word->deprel != KITH_DEP_NSUBJ || word->head < 0 || words[word->head].upos != KITH_VERB)
      continue;
    gpointer key = GUINT_TO_POINTER(kith_cluster_index(f, j));
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(deeds, key)) + 1;
    g_hash_table_insert(deeds, key, GUINT_TO_POINTER(n));
    if (n > most) {
      most = n;
      best = j;
    }
  }
  return best;
}

/* The country or body for which "we" speaks in a statement that is a speaker's or (KITH_NONE) nobody's: for
 * which it did before, else a country that takes a stand, else the last that was a subject. A person speaks
 * for the country that acts. */
static guint
body_of_statement(const KithFinder *f, guint i, guint speaker)
{
  const guint first = i > MOST ? i - MOST : 0, last = MIN(f->found->len, i + MOST);
  for (guint j = i; j-- > first;) {
    const KithFound *found = kith_found(f, j);
    if (found->person == 1 && found->plural && kith_cluster_of(f, j)->named && is_said_by(f, j, speaker))
      return j;
  }
  if (speaker != KITH_NONE)
    return acting_country(f);
  for (guint j = first; j < last; j++)
    if (takes_stand(f, j))
      return j;
  for (guint j = i; j-- > first;)
    if (may_state(f, j) && !kith_found(f, j)->quoted)
      return j;
  return KITH_NONE;
}

/* "A former minister": what somebody was. */
static gboolean
is_past(const KithFinder *f, const KithFound *found)
{
  static const char *const past[] = {"former", "ex", "onetime", "one-time", "late", "retired", NULL};
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  for (guint w = found->m.begin; w < found->m.head; w++)
    if (kith_word_in(&words[w], past) || g_str_has_prefix(words[w].form, "ex-"))
      return TRUE;
  return FALSE;
}

/* A mention of the country or body that a speaker has by his title: "Pakistan's Foreign Ministry spokesman".
 */
static guint
body_of_speaker(const KithFinder *f, guint speaker)
{
  const KithCluster *cluster = kith_cluster_of(f, speaker);
  for (guint k = 0; k < cluster->mentions->len; k++) {
    guint own = g_array_index(cluster->mentions, guint, k);
    const KithFound *found = kith_found(f, own);
    for (guint j = f->first[found->m.sentence]; j < f->first[found->m.sentence + 1]; j++) {
      const KithFound *inner = kith_found(f, j);
      if (inner->m.begin >= found->m.begin && inner->m.end <= found->m.end && j != own &&
          inner->m.kind == KITH_MENTION_NAME && !is_past(f, found) &&
          (inner->m.type == KITH_ACTOR_COUNTRY || inner->m.type == KITH_ACTOR_ORGANIZATION))
        return j;
    }
  }
  return KITH_NONE;
}

/* The "I" who writes, the "we" for whom nobody is named, the "you" who is spoken to: one in the whole text,
 * but in quotation marks one in a paragraph. Without a name they are no entities. */
static void
join_talk(KithFinder *f, guint i)
{
  const KithFound *pronoun = kith_found(f, i);
  guint paragraph = kith_document_sentence(f->doc, pronoun->m.sentence)->paragraph;
  for (guint j = i; j-- > 0;) {
    const KithFound *found = kith_found(f, j);
    if (pronoun->quoted && kith_document_sentence(f->doc, found->m.sentence)->paragraph != paragraph)
      return;
    if (found->m.kind != KITH_MENTION_PRONOUN || found->person != pronoun->person ||
        found->quoted != pronoun->quoted || (found->person == 1 && found->plural != pronoun->plural) ||
        kith_cluster_of(f, j)->named)
      continue;
    kith_cluster_join(f, j, i);
    return;
  }
}

/* The country for whose government a ministry's people speak, where the text names it; else the ministry. */
static guint
government_of(const KithFinder *f, guint body)
{
  const KithGazetteerEntry *entry = kith_cluster_of(f, body)->entry;
  if (entry == NULL || entry->country == NULL)
    return body;
  const char *space = strrchr(entry->label, ' ');
  g_autofree char *last = g_utf8_strdown(space != NULL ? space + 1 : entry->label, -1);
  const guint kinds = kith_finder_kinds(f, body) | kith_body_kinds(last);
  if ((kinds & KITH_BODY_STATE) == 0 || (kinds & KITH_BODY_ARMED) != 0)
    return body;
  for (guint i = 0; i < f->found->len; i++) {
    const KithCluster *cluster = kith_cluster_of(f, i);
    if (cluster->entry != NULL && cluster->type == KITH_ACTOR_COUNTRY &&
        strcmp(cluster->entry->id, entry->country) == 0)
      return i;
  }
  return body;
}

/* Whether a name has an office before it that speaks for a government. */
static gboolean
has_office(const KithFinder *f, const KithFound *found)
{
  static const char *const offices[] = {"minister",    "secretary",    "president", "premier",
                                        "chancellor",  "ambassador",   "envoy",     "spokesman",
                                        "spokeswoman", "spokesperson", NULL};
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  for (guint w = found->m.begin; w < found->core_begin; w++)
    if (kith_word_in(&words[w], offices))
      return TRUE;
  return FALSE;
}

static void
join_first(KithFinder *f, guint i)
{
  const KithFound *pronoun = kith_found(f, i);
  guint speaker = pronoun->quoted ? kith_finder_speaker(f, i) : KITH_NONE;
  guint target = KITH_NONE;
  if (!pronoun->plural)
    target = pronoun->quoted ? speaker : kith_finder_author(f);
  else if (speaker != KITH_NONE) {
    KithActorType type = kith_cluster_of(f, speaker)->type;
    target = type == KITH_ACTOR_PERSON ? body_of_speaker(f, speaker) : speaker;
    if (target != KITH_NONE)
      target = government_of(f, target);
    else if (f->voices[pronoun->m.sentence] == speaker)
      target = body_of_statement(f, i, speaker);
    if (target == KITH_NONE && pronoun->subject && has_office(f, kith_found(f, speaker)))
      target = speaker; /* who speaks for what he serves, whatever it is */
  } else if (!pronoun->quoted)
    target = body_of_statement(f, i, KITH_NONE);
  if (target == KITH_NONE || kith_cluster_index(f, target) == kith_cluster_index(f, i)) {
    join_talk(f, i);
    return;
  }
  kith_found(f, i)->m.type = kith_cluster_of(f, target)->type;
  kith_cluster_of(f, i)->type = kith_cluster_of(f, target)->type;
  kith_cluster_join(f, target, i);
}

/* "You" in quotation marks: who is spoken to in the sentence or the one before it. */
static void
join_second(KithFinder *f, guint i)
{
  const KithFound *pronoun = kith_found(f, i);
  guint s = pronoun->m.sentence;
  for (guint at = s + 1; pronoun->quoted && at-- > (s > 0 ? s - 1 : 0);)
    for (guint j = f->first[at]; f->trees[at] != NULL && j < f->first[at + 1]; j++)
      if (is_addressee(f, j) && kith_cluster_of(f, j)->type != KITH_ACTOR_PLACE) {
        KithCluster *cluster = kith_cluster_of(f, i);
        cluster->type = kith_cluster_of(f, j)->type;
        cluster->plural = kith_cluster_of(f, j)->plural;
        kith_found(f, i)->m.type = cluster->type;
        kith_cluster_join(f, j, i);
        return;
      }
  join_talk(f, i);
}

void
kith_finder_resolve_pronouns(KithFinder *f)
{
  /* who speaks can be "she", so "I" comes afterwards */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < f->found->len; i++) {
      const KithFound *found = kith_found(f, i);
      if (found->m.kind != KITH_MENTION_PRONOUN || kith_cluster_of(f, i)->mentions->len > 1)
        continue;
      if (pass == 0 && found->person == 3)
        join_third(f, i);
      else if (pass == 1 && found->person == 1)
        join_first(f, i);
      else if (pass == 1 && found->person == 2)
        join_second(f, i);
    }
}
