#include "relation/quotes.h"

#include "relation/clause.h"
#include "relation/demands.h"
#include "relation/speech.h"

/* Where a sentence stands in the quotations of its paragraph. */
typedef struct {
  gboolean open; /* a quotation is open at its start */
  guint speaker; /* who speaks in it, outside the marks */
} Quoted;

/* The speaker of a quotation that runs on: the one of the sentence before, else of the next that has one. */
static guint
find_speaker(const KithDocument *document, const Quoted *quoted, guint sentence)
{
  guint paragraph = kith_document_sentence(document, sentence)->paragraph;
  if (quoted[sentence].speaker != KITH_NONE)
    return quoted[sentence].speaker;
  for (guint i = sentence; i-- > 0 && kith_document_sentence(document, i)->paragraph == paragraph;)
    if (quoted[i].speaker != KITH_NONE)
      return quoted[i].speaker;
  for (guint i = sentence + 1; i < document->sentences->len &&
                               kith_document_sentence(document, i)->paragraph == paragraph && quoted[i].open;
       i++)
    if (quoted[i].speaker != KITH_NONE)
      return quoted[i].speaker;
  return KITH_NONE;
}

/* Where each sentence stands; owned by the caller. */
static Quoted *
find_quoted(const KithDocument *document, KithScene *const *scenes)
{
  const guint n = document->sentences->len;
  Quoted *quoted = g_new0(Quoted, MAX(n, 1));
  gboolean open = FALSE;
  for (guint i = 0; i < n; i++) {
    if (i == 0 ||
        kith_document_sentence(document, i)->paragraph != kith_document_sentence(document, i - 1)->paragraph)
      open = FALSE;
    quoted[i].open = open;
    quoted[i].speaker = scenes[i] != NULL ? kith_speech_of_sentence(scenes[i], open) : KITH_NONE;
    if (scenes[i] != NULL)
      kith_speech_quotes(scenes[i], 0, scenes[i]->n, &open);
  }
  return quoted;
}

static guint
voice_of(const KithEntities *entities, guint sentence)
{
  return entities->voices != NULL ? g_array_index(entities->voices, guint, sentence) : KITH_NONE;
}

/* Adds what speakers say in statements and quotations that others have to do. */
static void
add_demands(const KithDocument *document, const KithEntities *entities, KithScene *const *scenes,
            const Quoted *quoted)
{
  for (guint i = 0; i < document->sentences->len; i++) {
    gboolean inside = quoted[i].open;
    for (guint w = 0; scenes[i] != NULL && w < scenes[i]->n; w++) {
      kith_speech_quotes(scenes[i], w > 0 ? w - 1 : 0, w, &inside);
      guint speaker = inside ? find_speaker(document, quoted, i) : KITH_NONE;
      speaker = speaker != KITH_NONE ? speaker : voice_of(entities, i);
      if (speaker != KITH_NONE)
        kith_demands_add(scenes[i], (gint)w, speaker);
    }
  }
}

/* Gives the statements inside quotation marks that have no speaker yet the one of their quotation, and those
 * of a voice theirs. */
static void
attribute(const KithDocument *document, const KithEntities *entities, KithScene *const *scenes,
          const Quoted *quoted, GPtrArray *claims)
{
  guint sentence = G_MAXUINT, at = 0; /* how far the marks are counted: claims come mostly in order */
  gboolean inside = FALSE;
  for (guint i = 0; i < claims->len; i++) {
    KithClaim *claim = g_ptr_array_index(claims, i);
    if (claim->sentence != sentence || claim->predicate < at) {
      sentence = claim->sentence;
      inside = quoted[sentence].open;
      at = 0;
    }
    kith_speech_quotes(scenes[sentence], at, claim->predicate, &inside);
    at = claim->predicate;
    const guint voice = voice_of(entities, claim->sentence);
    if (claim->attributed_to != KITH_NONE || (!inside && voice == KITH_NONE) ||
        claim->class == KITH_CLASS_ROLE || claim->class == KITH_CLASS_MEMBER)
      continue;
    guint speaker = inside ? find_speaker(document, quoted, claim->sentence) : KITH_NONE;
    speaker = speaker != KITH_NONE ? speaker : voice;
    if (speaker != claim->source || !kith_class_is_state(claim->class))
      claim->attributed_to = speaker;
  }
}

/* Whether a claim's words are a deed of speaking, which is the speaker's own: "we condemn", "we call on". */
static gboolean
is_spoken(const KithScene *scene, const KithClaim *claim)
{
  switch (claim->class) {
  case KITH_CLASS_REQUEST:
  case KITH_CLASS_ACCUSE:
    return TRUE;
  case KITH_CLASS_SUPPORT:
    return kith_scene_lemma_in(scene, claim->predicate,
                               "thank praise welcome congratulate commend applaud salute hail honor honour");
  default:
    return FALSE;
  }
}

/* The country that a person holds a post of, by the claims; KITH_NONE. */
static guint
country_served(const KithEntities *entities, const GPtrArray *claims, guint person)
{
  for (guint i = 0; i < claims->len; i++) {
    const KithClaim *claim = g_ptr_array_index(claims, i);
    const KithEntity *target = g_ptr_array_index(entities->entities, claim->target);
    if (claim->class == KITH_CLASS_ROLE && claim->source == person && target->type == KITH_ACTOR_COUNTRY)
      return claim->target;
  }
  return KITH_NONE;
}

/* What "we" do who are a speaker's government or body: by speaking he does it himself; where nothing else was
 * found that "we" could mean, his country does the rest. */
static void
settle_we(const KithEntities *entities, KithScene *const *scenes, GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++) {
    KithClaim *claim = g_ptr_array_index(claims, i);
    const KithScene *scene = scenes[claim->sentence];
    const guint speaker = claim->attributed_to;
    const gint subject = speaker != KITH_NONE ? kith_clause_subject(scene, claim->predicate) : -1;
    if (subject < 0 || scene->words[subject].upos != KITH_PRON ||
        !kith_scene_lemma_in(scene, subject, "we") || kith_scene_entity(scene, subject) != claim->source ||
        ((const KithEntity *)g_ptr_array_index(entities->entities, speaker))->type != KITH_ACTOR_PERSON)
      continue;
    const KithEntity *we = g_ptr_array_index(entities->entities, claim->source);
    guint doer = claim->source;
    if (is_spoken(scene, claim))
      doer = we->type == KITH_ACTOR_COUNTRY ? speaker : doer;
    else if (claim->source == speaker)
      doer = country_served(entities, claims, speaker);
    if (doer != KITH_NONE && doer != claim->target)
      claim->source = doer;
  }
}

void
kith_quotes_attribute(const KithDocument *document, const KithEntities *entities, KithScene *const *scenes,
                      GPtrArray *claims)
{
  g_autofree Quoted *quoted = find_quoted(document, scenes);
  add_demands(document, entities, scenes, quoted);
  attribute(document, entities, scenes, quoted, claims);
  settle_we(entities, scenes, claims);
}
