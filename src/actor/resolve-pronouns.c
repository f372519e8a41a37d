/* Pronouns: agreement, what the tree forbids, and salience, after Lappin and Leass (1994) in outline; the
 * first person by who speaks. */
#include <string.h>

#include "actor/finder.h"

enum { BACK = 3, MOST = 80 };

static const char *const saying[] = {
    "say",     "tell",   "add",       "write",     "ask",     "explain", "note",  "warn",     "announce",
    "claim",   "state",  "comment",   "report",    "insist",  "argue",   "reply", "respond",  "continue",
    "declare", "admit",  "conclude",  "remark",    "joke",    "recall",  "call",  "describe", "tweet",
    "post",    "stress", "emphasize", "reiterate", "believe", "think",   "read",  NULL};

/* Whether a mention may be what a pronoun of the third person means, by number, gender and kind. */
static gboolean
agrees(const KithFinder *f, const KithFound *pronoun, guint candidate)
{
  const KithCluster *cluster = kith_cluster_of(f, candidate);
  const KithFound *c = kith_found(f, candidate);
  gboolean human = pronoun->m.type == KITH_ACTOR_PERSON;
  if (cluster->members != NULL && !pronoun->plural)
    return FALSE;
  if (human)
    return cluster->type == KITH_ACTOR_PERSON && !cluster->plural &&
           (cluster->gender == KITH_GENDER_UNKNOWN || cluster->gender == pronoun->gender);
  if (pronoun->plural)
    return cluster->type == KITH_ACTOR_GROUP || cluster->plural || cluster->type == KITH_ACTOR_ORGANIZATION ||
           (c->m.kind == KITH_MENTION_NOMINAL && c->plural) || cluster->members != NULL;
  return cluster->type != KITH_ACTOR_PERSON && !cluster->plural &&
         !(c->m.kind == KITH_MENTION_NOMINAL && c->plural);
}

/* The verb or predicate that a word is an argument of, conjuncts passed over. */
static gint32
governor(const KithTree *tree, guint word)
{
  gint32 at = (gint32)word;
  for (guint step = 0; step < 20 && tree->words[at].deprel == KITH_DEP_CONJ && tree->words[at].head >= 0;
       step++)
    at = tree->words[at].head;
  return tree->words[at].head;
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
  if (!possessive && !reflexive && governor(tree, pronoun->m.head) == governor(tree, c->m.head))
    return TRUE;
  /* "its leader": not the leader; but "the man who lost his job" */
  if (kith_tree_dominates(tree, (gint32)c->m.head, (gint32)pronoun->m.head) && pronoun->m.head < c->m.head)
    return TRUE;
  return FALSE;
}

static double
score_of(const KithFinder *f, const KithFound *pronoun, guint candidate)
{
  const KithFound *c = kith_found(f, candidate);
  const KithCluster *cluster = kith_cluster_of(f, candidate);
  guint distance = pronoun->m.sentence - c->m.sentence;
  double score = distance == 0 ? 3 : 4 - 4.0 * distance;
  score += c->subject ? 6 : c->acts ? 3 : 0;
  score += c->m.kind == KITH_MENTION_NAME ? 1 : c->m.kind == KITH_MENTION_PRONOUN ? 1.5 : 0;
  score += 0.5 * MIN(cluster->mentions->len, 6u);
  score += cluster->named ? 1.5 : 0;
  score += pronoun->subject && c->subject ? 1.5 : 0;
  score -= c->quoted != pronoun->quoted ? 2 : 0;
  if (pronoun->plural)
    score += cluster->type == KITH_ACTOR_GROUP || c->plural ? 2 : -3;
  else if (pronoun->m.type != KITH_ACTOR_PERSON)
    score -= cluster->type == KITH_ACTOR_PLACE ? 3 : 0;
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

/* Who says what a sentence quotes: the subject of a verb of saying outside the quotation marks; KITH_NONE. */
static guint
speaker_in(const KithFinder *f, guint s)
{
  for (guint i = f->first[s]; f->trees[s] != NULL && i < f->first[s + 1]; i++) {
    const KithFound *found = kith_found(f, i);
    gint32 verb = f->trees[s]->words[found->m.head].head;
    if (found->quoted || !found->subject || found->person == 1 || found->person == 2 || verb < 0 ||
        found->m.type == KITH_ACTOR_PLACE)
      continue;
    if (kith_word_in(&f->trees[s]->words[verb], saying))
      return i;
  }
  return KITH_NONE;
}

/* The speaker of a quotation in a sentence: in it, before it in the same paragraph, behind it, or the last
 * one. */
static guint
speaker_of(const KithFinder *f, guint s)
{
  guint speaker = speaker_in(f, s);
  guint paragraph = kith_document_sentence(f->doc, s)->paragraph;
  for (guint k = 1; k <= 3 && speaker == KITH_NONE && k <= s; k++)
    if (kith_document_sentence(f->doc, s - k)->paragraph == paragraph)
      speaker = speaker_in(f, s - k);
  for (guint k = 1; k <= 3 && speaker == KITH_NONE && s + k < f->doc->sentences->len; k++)
    if (kith_document_sentence(f->doc, s + k)->paragraph == paragraph)
      speaker = speaker_in(f, s + k);
  for (guint k = 1; k <= 3 && speaker == KITH_NONE && k <= s; k++)
    speaker = speaker_in(f, s - k);
  return speaker;
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
  guint speaker = pronoun->quoted ? speaker_of(f, s) : KITH_NONE;
  for (guint j = i; j-- > first;) {
    const KithFound *c = kith_found(f, j);
    if (speaker != KITH_NONE && kith_cluster_index(f, speaker) == kith_cluster_index(f, j))
      continue;
    if (c->person == 1 || c->person == 2 || !agrees(f, pronoun, j) || is_forbidden(f, pronoun, c) ||
        (c->m.kind == KITH_MENTION_PRONOUN && kith_cluster_of(f, j)->mentions->len == 1))
      continue;
    double score = score_of(f, pronoun, j);
    if (best == KITH_NONE || score > best_score) {
      best = j;
      best_score = score;
    }
  }
  if (best == KITH_NONE)
    return;
  if (pronoun->m.type != KITH_ACTOR_PERSON && rival_score(f, pronoun) > best_score - 2)
    return;
  KithCluster *cluster = kith_cluster_of(f, best);
  if (cluster->gender == KITH_GENDER_UNKNOWN && pronoun->gender != KITH_GENDER_UNKNOWN)
    cluster->gender = pronoun->gender;
  kith_found(f, i)->m.type = cluster->type;
  kith_cluster_of(f, i)->type = cluster->type;
  kith_cluster_join(f, best, i);
}

/* The country or body for which "we" speaks outside quotes: the last that was a subject. */
static guint
body_of_statement(const KithFinder *f, guint i)
{
  for (guint j = i; j-- > (i > MOST ? i - MOST : 0);) {
    const KithFound *found = kith_found(f, j);
    KithActorType type = kith_cluster_of(f, j)->type;
    if (found->subject && !found->quoted && (type == KITH_ACTOR_COUNTRY || type == KITH_ACTOR_ORGANIZATION) &&
        kith_cluster_of(f, j)->named)
      return j;
  }
  return KITH_NONE;
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
          inner->m.kind == KITH_MENTION_NAME &&
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

static void
join_first(KithFinder *f, guint i)
{
  const KithFound *pronoun = kith_found(f, i);
  guint speaker = pronoun->quoted ? speaker_of(f, pronoun->m.sentence) : KITH_NONE;
  guint target = KITH_NONE;
  if (!pronoun->plural)
    target = speaker;
  else if (speaker != KITH_NONE) {
    KithActorType type = kith_cluster_of(f, speaker)->type;
    target = type == KITH_ACTOR_PERSON ? body_of_speaker(f, speaker) : speaker;
  } else if (!pronoun->quoted)
    target = body_of_statement(f, i);
  if (target == KITH_NONE || kith_cluster_index(f, target) == kith_cluster_index(f, i)) {
    join_talk(f, i);
    return;
  }
  kith_found(f, i)->m.type = kith_cluster_of(f, target)->type;
  kith_cluster_of(f, i)->type = kith_cluster_of(f, target)->type;
  kith_cluster_join(f, target, i);
}

void
kith_finder_resolve_pronouns(KithFinder *f)
{
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    if (found->m.kind != KITH_MENTION_PRONOUN || kith_cluster_of(f, i)->mentions->len > 1)
      continue;
    if (found->person == 3)
      join_third(f, i);
    else if (found->person == 1)
      join_first(f, i);
    else if (found->person == 2)
      join_talk(f, i);
  }
}
