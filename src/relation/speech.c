/* Whose statement a relation is. */
#include <string.h>

#include "relation/speech.h"
#include "relation/status.h"

/* Whether a "case" of word is "according to". */
static gboolean
is_according(const KithScene *scene, gint word)
{
  const char *prep = kith_scene_prep(scene, word);
  return prep != NULL && (strcmp(prep, "according to") == 0 || strcmp(prep, "in view of") == 0);
}

/* The entity that a phrase stands for, or its owner ("according to the ministry's statement"); KITH_NONE. */
static guint
speaker(const KithScene *scene, gint word)
{
  if (word < 0)
    return KITH_NONE;
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint));
  kith_scene_resolve_one(scene, word, found);
  for (gint c = found->len > 0 ? -1 : kith_tree_first(scene->tree, word); c >= 0 && found->len == 0;
       c = kith_tree_next(scene->tree, c)) {
    const char *prep = kith_scene_prep(scene, c);
    if (kith_scene_rel(scene, c) == KITH_DEP_NMOD_POSS || kith_scene_rel(scene, c) == KITH_DEP_COMPOUND ||
        (kith_scene_rel(scene, c) == KITH_DEP_NMOD && prep != NULL &&
         (strcmp(prep, "by") == 0 || strcmp(prep, "from") == 0 || strcmp(prep, "of") == 0)))
      kith_scene_resolve_one(scene, c, found);
    else if (kith_scene_rel(scene, c) == KITH_DEP_ACL && kith_clause_is_passive(scene, c) &&
             kith_clause_subject(scene, c) >= 0)
      kith_scene_resolve_one(scene, kith_clause_subject(scene, c), found); /* "a letter signed by" */
  }
  return found->len > 0 ? g_array_index(found, guint, 0) : KITH_NONE;
}

gboolean
kith_speech_is(const KithScene *scene, gint word)
{
  const GPtrArray *entries = kith_lexicon_get(scene->lexicon, KITH_WORDS_EMBED, scene->lemmas[word]);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (((const KithPattern *)g_ptr_array_index(entries, i))->flags & KITH_PATTERN_SPEECH)
      return TRUE;
  return FALSE;
}

/* What is said, where a parser took it for the subject of the verb behind it: "The firm knew, wrote the
 * paper"; -1. */
static gint
fronted(const KithScene *scene, gint verb)
{
  gint c = kith_tree_child_universal(scene->tree, verb, KITH_DEP_NSUBJ);
  return c >= 0 && c < verb && scene->words[c].upos == KITH_VERB && scene->words[verb - 1].upos == KITH_PUNCT
             ? c
             : -1;
}

/* The object behind a verb of speech, or who stands in a recipient's place right behind it; -1. */
static gint
object_behind(const KithScene *scene, gint verb)
{
  gint object = kith_tree_child(scene->tree, verb, KITH_DEP_OBJ);
  if (object >= 0)
    return object > verb ? object : -1;
  gint other = kith_tree_child(scene->tree, verb, KITH_DEP_IOBJ);
  return other >= 0 && scene->tree->left[other] == verb + 1 ? other : -1;
}

/* Who speaks in an aside that a parser ran into the clause around it: "France, John Roe says, left"; -1. */
static gint
aside_subject(const KithScene *scene, gint verb)
{
  gint subject = kith_tree_child_universal(scene->tree, verb, KITH_DEP_NSUBJ);
  gint clause = kith_tree_child(scene->tree, verb, KITH_DEP_CCOMP);
  gint named = subject >= 0 ? kith_tree_child(scene->tree, subject, KITH_DEP_APPOS) : -1;
  return named > subject && clause > verb && scene->tree->right[named] == verb - 1 &&
                 verb + 1 < (gint)scene->n && scene->words[verb + 1].upos == KITH_PUNCT &&
                 scene->words[scene->tree->left[named] - 1].upos == KITH_PUNCT &&
                 kith_tree_child_universal(scene->tree, clause, KITH_DEP_NSUBJ) < 0
             ? named
             : -1;
}

gint
kith_speech_subject(const KithScene *scene, gint verb)
{
  gint aside = aside_subject(scene, verb);
  if (aside >= 0)
    return aside;
  gint object = kith_tree_child(scene->tree, verb, KITH_DEP_OBJ);
  if (kith_scene_lemma_in(scene, verb, "quote cite")) {
    if (kith_clause_is_passive(scene, verb))
      return kith_clause_object(scene, verb); /* "a sailor was quoted as saying" */
    if (object >= 0)
      return object; /* "the paper quoted a sailor as saying" */
  }
  gint behind = object_behind(scene, verb);
  gboolean free =
      fronted(scene, verb) >= 0 || (kith_tree_child_universal(scene->tree, verb, KITH_DEP_NSUBJ) < 0 &&
                                    (kith_scene_rel(scene, verb) == KITH_DEP_PARATAXIS ||
                                     kith_tree_child(scene->tree, verb, KITH_DEP_CCOMP) >= 0));
  if (kith_scene_lemma_in(scene, verb, "tell inform assure remind") && kith_clause_subject(scene, verb) >= 0)
    free = FALSE; /* whom it names behind the verb is told */
  if (free && behind >= 0 && kith_tree_child(scene->tree, verb, KITH_DEP_AUX) < 0 &&
      kith_scene_rel(scene, verb) != KITH_DEP_CONJ)
    return behind;
  return kith_clause_subject(scene, verb);
}

/* Whether a word ends a sentence with its marks and is a verb's form for who speaks now or spoke then. */
static gboolean
is_finite(const KithScene *scene, gint word)
{
  const char *xpos = scene->words[word].xpos;
  return g_strcmp0(xpos, "VBD") == 0 || g_strcmp0(xpos, "VBZ") == 0 || g_strcmp0(xpos, "VBP") == 0;
}

/* The last verb of a sentence where it is one of speech; a parser may take it for a noun ("the navy
 * estimates"). -1. */
static gint
last_speech(const KithScene *scene)
{
  gint last = (gint)scene->n - 1;
  while (last > 0 && scene->words[last].upos == KITH_PUNCT)
    last--;
  if (last > 0 && g_strcmp0(scene->words[last].xpos, "NNS") == 0 && kith_speech_is(scene, last) &&
      kith_scene_rel(scene, last) == KITH_DEP_PARATAXIS)
    return last;
  for (gint i = last; i > 0; i--)
    if (scene->words[i].upos == KITH_VERB || scene->words[i].upos == KITH_AUX)
      return is_finite(scene, i) && kith_speech_is(scene, i) ? i : -1;
  return -1;
}

/* Who speaks by the verb that ends the sentence; -1. */
static gint
tail_subject(const KithScene *scene, gint verb)
{
  KithDeprel rel = kith_scene_rel(scene, verb);
  gint head = kith_scene_head(scene, verb);
  gint subject = kith_tree_child_universal(scene->tree, verb, KITH_DEP_NSUBJ);
  if (scene->words[verb].upos != KITH_VERB)
    return kith_tree_child(scene->tree, verb, KITH_DEP_COMPOUND);
  if (subject >= 0)
    return subject < verb && kith_scene_antecedent(scene, subject) == subject &&
                   (rel == KITH_DEP_ACL_RELCL || rel == KITH_DEP_ACL || rel == KITH_DEP_PARATAXIS ||
                    (rel == KITH_DEP_ADVCL && kith_clause_mark(scene, verb)[0] == '\0'))
               ? subject
               : -1;
  if (rel == KITH_DEP_PARATAXIS)
    return kith_clause_subject(scene, verb);
  return (rel == KITH_DEP_ACL || rel == KITH_DEP_ACL_RELCL) && head >= 0 && head < verb &&
                 kith_scene_rel(scene, head) == KITH_DEP_APPOS
             ? head
             : -1;
}

gint
kith_speech_tail(const KithScene *scene, gint *who)
{
  gint verb = last_speech(scene);
  *who = verb >= 0 ? tail_subject(scene, verb) : -1;
  if (*who < 0)
    return -1;
  gint left = scene->tree->left[*who];
  if (left < 2 || (scene->words[left].upos != KITH_PUNCT && scene->words[left - 1].upos != KITH_PUNCT))
    return -1;
  for (gint i = 0; i < left; i++)
    if (scene->words[i].upos == KITH_VERB || scene->words[i].upos == KITH_AUX)
      return verb;
  return -1;
}

/* Whether a sentence begins with somebody for whom things are as it says: "For John Roe, it is clear that".
 */
static gboolean
is_viewer(const KithScene *scene, gint c)
{
  gint head = kith_scene_head(scene, c), after = scene->tree->right[c] + 1;
  gint left = scene->tree->left[c];
  const KithEntity *entity = kith_scene_entity_at(scene, c);
  return (left == 0 || (left == 1 && scene->words[0].upos == KITH_PUNCT)) && head > c && entity != NULL &&
         entity->type != KITH_ACTOR_PLACE && entity->type != KITH_ACTOR_COUNTRY && after < (gint)scene->n &&
         (scene->words[after].upos == KITH_PUNCT || scene->words[after].upos == KITH_PRON) &&
         (kith_tree_child(scene->tree, head, KITH_DEP_COP) >= 0 ||
          kith_tree_child(scene->tree, head, KITH_DEP_EXPL) >= 0);
}

/* Whose view a phrase beside the statement names: "in the words of X", "in X's view", "as X put it", "if X is
 * to be believed"; -1. */
static gint
viewer(const KithScene *scene, gint c)
{
  KithDeprel rel = kith_scene_universal(scene, c);
  if (rel == KITH_DEP_OBL || rel == KITH_DEP_NMOD || rel == KITH_DEP_OBJ) {
    const char *prep = kith_scene_prep(scene, c);
    if (g_strcmp0(prep, "for") == 0 || g_strcmp0(prep, "to") == 0)
      return is_viewer(scene, c) ? c : -1;
    if (g_strcmp0(prep, "in") != 0 ||
        !kith_scene_lemma_in(
            scene, c,
            "view word words account opinion telling eye eyes assessment estimate version description "
            "judgment judgement estimation report"))
      return -1;
    gint owner = kith_tree_child(scene->tree, c, KITH_DEP_NMOD_POSS);
    for (gint d = kith_tree_first(scene->tree, c); d >= 0 && owner < 0; d = kith_tree_next(scene->tree, d))
      if (kith_scene_rel(scene, d) == KITH_DEP_NMOD && g_strcmp0(kith_scene_prep(scene, d), "of") == 0)
        owner = d;
    return owner;
  }
  if (rel == KITH_DEP_ADVCL && strcmp(kith_clause_mark(scene, c), "if") == 0 &&
      kith_scene_lemma_in(scene, c, "believe trust") && kith_clause_is_passive(scene, c))
    return kith_clause_surface_subject(scene, c); /* "if she is to be believed" */
  return rel == KITH_DEP_ADVCL && strcmp(kith_clause_mark(scene, c), "as") == 0 &&
                 (kith_speech_is(scene, c) || kith_scene_lemma_in(scene, c, "put see have"))
             ? kith_clause_subject(scene, c)
             : -1;
}

/* Whether a verb tells what its object did: "blames them for attacking". */
static gboolean
charges(const KithScene *scene, gint verb)
{
  return kith_scene_lemma_in(scene, verb,
                             "accuse blame criticise criticize denounce condemn charge suspect fault");
}

/* Whether a verb of speech denies what it governs. */
static gboolean
denies(const KithScene *scene, gint word)
{
  const KithPattern *pattern = kith_clause_pattern(scene, KITH_WORDS_EMBED, word);
  return pattern != NULL && (pattern->flags & KITH_PATTERN_SPEECH) &&
         (pattern->flags & KITH_PATTERN_NEGATIVE);
}

gboolean
kith_speech_is_content(const KithScene *scene, gint clause)
{
  gint noun = kith_scene_head(scene, clause);
  gint verb = noun >= 0 ? kith_scene_head(scene, noun) : -1;
  KithDeprel rel = kith_scene_rel(scene, clause);
  if (verb < 0 || (rel != KITH_DEP_ACL_RELCL && rel != KITH_DEP_ACL) ||
      scene->words[verb].upos != KITH_VERB || !kith_speech_is(scene, verb) ||
      kith_tree_child(scene->tree, verb, KITH_DEP_CCOMP) >= 0)
    return FALSE;
  gint that = scene->tree->left[clause];
  if (kith_scene_is_told(scene, clause))
    return TRUE;
  return strcmp(scene->lemmas[that], "that") == 0 &&
         kith_tree_child_universal(scene->tree, clause, KITH_DEP_NSUBJ) > that &&
         (scene->words[that].upos == KITH_SCONJ ||
          kith_tree_child(scene->tree, clause, KITH_DEP_OBJ) > clause ||
          kith_clause_object(scene, clause) > clause);
}

/* Whose belief or firm word a clause is: "has no doubt that", "made it clear that"; -1. */
static gint
believer(const KithScene *scene, gint clause)
{
  gint head = kith_scene_head(scene, clause);
  if (head < 0)
    return -1;
  gint above = kith_scene_head(scene, head);
  if (kith_scene_rel(scene, clause) == KITH_DEP_ACL && strcmp(kith_clause_mark(scene, clause), "that") == 0)
    return above >= 0 && kith_scene_rel(scene, head) == KITH_DEP_OBJ &&
                   kith_scene_lemma_in(
                       scene, head,
                       "doubt belief conviction view opinion impression suspicion fear concern "
                       "confidence certainty") &&
                   kith_scene_lemma_in(scene, above, "have express voice share leave hold repeat")
               ? kith_clause_subject(scene, above)
               : -1;
  return kith_scene_rel(scene, clause) == KITH_DEP_CCOMP && above >= 0 &&
                 kith_scene_lemma_in(scene, above, "make") &&
                 kith_scene_lemma_in(scene, head, "clear plain known public certain")
             ? kith_clause_subject(scene, above)
             : -1;
}

/* Whether a clause is what a verb of speech before it says. */
static gboolean
is_reported(const KithScene *scene, gint clause)
{
  gint head = kith_scene_head(scene, clause);
  return head >= 0 && head < clause && kith_scene_rel(scene, clause) == KITH_DEP_CCOMP &&
         kith_speech_is(scene, head);
}

/* Whose statement it is: the nearest speech verb above it or in brackets beside it, or "according to". */
static guint
attribution(const KithScene *scene, gint word)
{
  guint found = KITH_NONE;
  gint at = word;
  for (guint i = 0; i < 3 * KITH_MAX_CLIMB && at >= 0 && found == KITH_NONE; i++) {
    for (gint c = kith_tree_first(scene->tree, at); c >= 0 && found == KITH_NONE;
         c = kith_tree_next(scene->tree, c)) {
      KithDeprel rel = kith_scene_universal(scene, c);
      if (c != word && rel == KITH_DEP_PARATAXIS && kith_speech_is(scene, c) && !is_reported(scene, at))
        found = speaker(scene, kith_speech_subject(scene, c));
      else if ((rel == KITH_DEP_OBL || rel == KITH_DEP_NMOD || rel == KITH_DEP_ADVMOD) &&
               is_according(scene, c))
        found = speaker(scene, c);
      else if (c != word && !kith_tree_dominates(scene->tree, c, word) && viewer(scene, c) >= 0)
        found = speaker(scene, viewer(scene, c));
      else if (kith_scene_rel(scene, c) == KITH_DEP_NSUBJ_OUTER && kith_speech_is(scene, c))
        found = speaker(scene, c); /* "the ministry's claim is that" */
    }
    gint head = kith_scene_head(scene, at);
    KithDeprel rel = kith_scene_universal(scene, at);
    if (head >= 0 && found == KITH_NONE && (kith_speech_is(scene, head) || charges(scene, head)) &&
        !kith_status_is_inverted(scene, head) &&
        (rel == KITH_DEP_CCOMP || rel == KITH_DEP_PARATAXIS || fronted(scene, head) == at ||
         (rel == KITH_DEP_CSUBJ && kith_clause_is_passive(scene, head)) ||
         (rel == KITH_DEP_OBJ && at != word && kith_speech_is(scene, at) && denies(scene, head)) ||
         (rel == KITH_DEP_OBJ && at != word &&
          kith_scene_lemma_in(scene, at, "how what who why where when")) ||
         (rel == KITH_DEP_ADVCL && strcmp(kith_clause_mark(scene, at), "of") == 0) ||
         (rel == KITH_DEP_ADVCL && strcmp(kith_clause_mark(scene, at), "for") == 0 && charges(scene, head)) ||
         (rel == KITH_DEP_ADVCL && at > head &&
          kith_scene_child_lemma(scene, at, KITH_DEP_ADVMOD, "how") >= 0) ||
         (rel == KITH_DEP_XCOMP && denies(scene, head)) ||
         (rel == KITH_DEP_ACL && (at != word || strcmp(kith_clause_mark(scene, at), "that") == 0))))
      found = speaker(scene, scene->words[head].upos == KITH_VERB ? kith_speech_subject(scene, head) : head);
    if (head >= 0 && found == KITH_NONE && believer(scene, at) >= 0)
      found = speaker(scene, believer(scene, at));
    if (head >= 0 && found == KITH_NONE && kith_speech_is_content(scene, at)) {
      gint verb = kith_scene_head(scene, head);
      found = speaker(scene, kith_speech_subject(scene, verb));
    }
    at = head;
  }
  return found;
}

/* The entity before a headline's colon, "Police: gunman shot at bus", or behind its last colon or dash,
 * "Gunman shot at bus - police"; KITH_NONE. */
static guint
beside_colon(const KithScene *scene, gint word)
{
  const GArray *mentions = scene->entities->mentions;
  for (guint i = scene->first_mention; i < scene->end_mention; i++) {
    const KithMention *mention = &g_array_index(mentions, KithMention, i);
    if (mention->begin == 0 && mention->end < scene->n && (gint)mention->end < word &&
        strcmp(scene->words[mention->end].form, ":") == 0)
      return mention->entity;
    if (mention->end == scene->n && mention->begin > 1 && word < (gint)mention->begin &&
        kith_scene_acts(scene, mention->entity) && scene->words[mention->begin - 1].upos == KITH_PUNCT &&
        (scene->words[mention->begin - 1].flags & KITH_WORD_JOINED) == 0 &&
        strchr(":-\342", scene->words[mention->begin - 1].form[0]) != NULL)
      return mention->entity;
  }
  return KITH_NONE;
}

void
kith_speech_quotes(const KithScene *scene, guint from, guint word, gboolean *open)
{
  *open = kith_words_quote(scene->words, from, MIN(word, scene->n), *open);
}

guint
kith_speech_of_sentence(const KithScene *scene, gboolean open)
{
  gboolean inside = open;
  gint colon = -1;
  for (guint i = 0; i < scene->n; i++) {
    if (i > 0)
      kith_speech_quotes(scene, i - 1, i, &inside);
    if (inside && i > 1 && colon < 0 && strcmp(scene->words[i - 2].form, ":") == 0)
      colon = (gint)i - 2;
    if (inside || scene->words[i].upos != KITH_VERB || !kith_speech_is(scene, (gint)i))
      continue;
    guint found = speaker(scene, kith_speech_subject(scene, (gint)i));
    if (found != KITH_NONE)
      return found;
  }
  for (gint i = 0; i < colon; i++)
    if (scene->words[i].upos == KITH_VERB && kith_tree_child_universal(scene->tree, i, KITH_DEP_NSUBJ) >= 0)
      return speaker(scene, kith_clause_subject(scene, i)); /* whoever it tells of before the colon */
  return KITH_NONE;
}

guint
kith_speech_speaker(const KithScene *scene, gint word)
{
  gint who = -1;
  guint found = attribution(scene, word);
  if (found == KITH_NONE && kith_speech_tail(scene, &who) >= 0 && word < scene->tree->left[who])
    found = speaker(scene, who);
  if (found == KITH_NONE)
    found = beside_colon(scene, word);
  return found;
}
