#include "relation/scene.h"

#include <string.h>

/* The word by which the mention hangs in the tree: the one whose head lies outside. */
static gint
mention_top(const KithScene *scene, const KithMention *mention)
{
  for (guint i = mention->begin; i < mention->end; i++) {
    gint head = kith_scene_head(scene, (gint)i);
    if (scene->words[i].upos != KITH_PUNCT && (head < (gint)mention->begin || head >= (gint)mention->end))
      return (gint)i;
  }
  return (gint)mention->head;
}

/* The first mention of a sentence or a later one. */
static guint
lower_bound(const GArray *mentions, guint sentence)
{
  guint low = 0, high = mentions->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(mentions, KithMention, middle).sentence < sentence)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Fills in which mention each word heads; the smaller wins, and a head before a mere top. */
static void
map_mentions(KithScene *scene)
{
  for (guint i = 0; i < scene->n; i++)
    scene->mention[i] = KITH_NONE;
  const GArray *mentions = scene->entities->mentions;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = scene->first_mention; i < scene->end_mention; i++) {
      const KithMention *mention = &g_array_index(mentions, KithMention, i);
      if (mention->end > scene->n || mention->begin >= mention->end)
        continue;
      gint word = pass == 0 ? (gint)mention->head : mention_top(scene, mention);
      guint old = word < (gint)scene->n ? scene->mention[word] : i;
      if (old != KITH_NONE && pass == 0) {
        const KithMention *other = &g_array_index(mentions, KithMention, old);
        if (other->end - other->begin <= mention->end - mention->begin)
          continue;
        old = KITH_NONE;
      }
      if (old == KITH_NONE)
        scene->mention[word] = i;
    }
}

/* The verb that the lexicon has for an inflected form; NULL. */
static const char *
known_verb(const KithScene *scene, const char *form)
{
  static const char *const suffixes[] = {"ing", "ed", "en", "es", "s"};
  for (guint i = 0; i < G_N_ELEMENTS(suffixes); i++) {
    gsize length = strlen(form), cut = strlen(suffixes[i]);
    if (!g_str_has_suffix(form, suffixes[i]) || length < cut + 3)
      continue;
    g_autofree char *stem = g_strndup(form, length - cut);
    g_autofree char *silent = g_strconcat(stem, "e", NULL);
    g_autofree char *single = g_strndup(stem, strlen(stem) - 1);
    gboolean doubled = stem[strlen(stem) - 1] == stem[strlen(stem) - 2];
    const char *tries[] = {stem, silent, doubled ? single : stem};
    for (guint j = 0; j < G_N_ELEMENTS(tries); j++)
      if (kith_lexicon_get(scene->lexicon, KITH_WORDS_VERB, tries[j]) != NULL)
        return g_string_chunk_insert_const(scene->strings, tries[j]);
  }
  return NULL;
}

/* The entry that the lexicon has for a noun with the word before it, which is of it: "hunger strike" as
 * "hunger-strike"; NULL. */
static const char *
known_pair(const KithScene *scene, guint word, const char *lemma)
{
  const KithWord *before = word > 0 ? &scene->words[word - 1] : NULL;
  if (scene->words[word].upos != KITH_NOUN || before == NULL || before->head != (gint32)word ||
      (before->deprel != KITH_DEP_COMPOUND && before->deprel != KITH_DEP_AMOD))
    return NULL;
  g_autofree char *first = g_ascii_strdown(before->lemma != NULL ? before->lemma : before->form, -1);
  g_autofree char *pair = g_strconcat(first, "-", lemma, NULL);
  return kith_lexicon_get(scene->lexicon, KITH_WORDS_NOUN, pair) != NULL
             ? g_string_chunk_insert_const(scene->strings, pair)
             : NULL;
}

/* The lemma of a word in lower case; a verb's that the lemmatiser left inflected is made good where the
 * lexicon knows the verb. */
static const char *
find_lemma(const KithScene *scene, guint word)
{
  const char *lemma = scene->words[word].lemma;
  if (lemma == NULL || strcmp(lemma, "_") == 0)
    lemma = scene->words[word].form;
  g_autofree char *lower = g_ascii_strdown(lemma, -1);
  const char *known = known_pair(scene, word, lower);
  if (scene->words[word].upos == KITH_VERB &&
      kith_lexicon_get(scene->lexicon, KITH_WORDS_VERB, lower) == NULL) {
    g_autofree char *form = g_ascii_strdown(scene->words[word].form, -1);
    known = known_verb(scene, form);
  }
  return known != NULL ? known : g_string_chunk_insert_const(scene->strings, lower);
}

KithScene *
kith_scene_new(const KithDocument *document, const KithEntities *entities, const KithLexicon *lexicon,
               guint sentence, GPtrArray *claims, GHashTable *known)
{
  const KithSentence *given = kith_document_sentence(document, sentence);
  if (given->n_words == 0 || given->kind == KITH_SENTENCE_BOILERPLATE ||
      given->kind == KITH_SENTENCE_METADATA)
    return NULL;
  KithScene *scene = g_new0(KithScene, 1);
  scene->document = document;
  scene->entities = entities;
  scene->lexicon = lexicon;
  scene->sentence = sentence;
  scene->words = kith_document_words(document, given);
  scene->n = given->n_words;
  scene->tree = kith_tree_new(scene->words, scene->n);
  scene->strings = g_string_chunk_new(1024);
  scene->lemmas = g_new(const char *, scene->n);
  scene->mention = g_new(guint, scene->n);
  scene->heads = g_new(gint, scene->n);
  scene->land = g_new(guint, scene->n);
  scene->spoken = g_new0(gboolean, scene->n);
  scene->demonym = g_new0(gboolean, scene->n);
  scene->claims = claims;
  scene->known = known;
  for (guint i = 0; i < scene->n; i++)
    scene->lemmas[i] = find_lemma(scene, i);
  for (guint i = 0; i < scene->n; i++)
    scene->heads[i] = -1, scene->land[i] = KITH_NONE;
  for (guint i = 0; i < scene->n; i++)
    for (gint c = kith_tree_first(scene->tree, (gint)i); c >= 0; c = kith_tree_next(scene->tree, c))
      scene->heads[c] = (gint)i;
  scene->first_mention = lower_bound(entities->mentions, sentence);
  scene->end_mention = lower_bound(entities->mentions, sentence + 1);
  map_mentions(scene);
  return scene;
}

/* Whether a word ends an adjective of two words: "Costa Rican". */
static gboolean
ends_demonym(const KithScene *scene, const KithGazetteer *gazetteer, guint word)
{
  if (word == 0 || !g_ascii_isupper(scene->words[word - 1].form[0]))
    return FALSE;
  g_autofree char *two = g_strconcat(scene->words[word - 1].form, " ", scene->words[word].form, NULL);
  return kith_gazetteer_find_use(gazetteer, two, KITH_GAZ_DEMONYM) != NULL;
}

void
kith_scene_find_adjectives(KithScene *scene, const KithGazetteer *gazetteer, GHashTable *by_id)
{
  for (guint i = 0; i < scene->n; i++) {
    const KithWord *word = &scene->words[i];
    if ((word->upos != KITH_ADJ && word->upos != KITH_PROPN) || scene->mention[i] != KITH_NONE ||
        !g_ascii_isupper(word->form[0]))
      continue;
    const KithGazetteerEntry *entry = kith_gazetteer_find_use(gazetteer, word->form, KITH_GAZ_DEMONYM);
    scene->demonym[i] =
        (entry != NULL && entry->type != KITH_ACTOR_ORGANIZATION) || ends_demonym(scene, gazetteer, i);
    guint entity = entry != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(by_id, entry->id)) : 0;
    if (entity > 0)
      scene->land[i] = entity - 1;
  }
}

void
kith_scene_free(KithScene *scene)
{
  if (scene == NULL)
    return;
  kith_tree_free(scene->tree);
  g_string_chunk_free(scene->strings);
  g_free(scene->lemmas);
  g_free(scene->mention);
  g_free(scene->heads);
  g_free(scene->land);
  g_free(scene->spoken);
  g_free(scene->demonym);
  g_free(scene);
}

gboolean
kith_scene_lemma_in(const KithScene *scene, gint word, const char *list)
{
  const char *lemma = scene->lemmas[word];
  gsize length = strlen(lemma);
  for (const char *at = list; length > 0 && (at = strstr(at, lemma)) != NULL; at += length)
    if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

gint
kith_scene_child_lemma(const KithScene *scene, gint word, KithDeprel universal, const char *list)
{
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_universal(scene, c) == universal && kith_scene_lemma_in(scene, c, list))
      return c;
  return -1;
}

/* Adds the lemmas of what is fixed to word ("to" of "according to"). */
static void
append_fixed(const KithScene *scene, gint word, GString *out)
{
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_FIXED)
      g_string_append_printf(out, " %s", scene->lemmas[c]);
}

/* Appends the prepositions that hang on word to prep; behind it only a relative pronoun's: "the boat that
 * they fired on". */
static void
append_cases(const KithScene *scene, gint word, GString *prep)
{
  const gboolean stranded =
      scene->words[word].upos == KITH_PRON && kith_scene_antecedent(scene, word) != word;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c)) {
    if (kith_scene_rel(scene, c) != KITH_DEP_CASE || strcmp(scene->lemmas[c], "'s") == 0 ||
        (c > word && !stranded))
      continue;
    if (prep->len > 0)
      g_string_append_c(prep, ' ');
    g_autofree char *form = g_ascii_strdown(scene->words[c].form, -1);
    g_string_append(prep, scene->words[c].upos == KITH_VERB ? form : scene->lemmas[c]);
    append_fixed(scene, c, prep);
  }
}

const char *
kith_scene_prep(const KithScene *scene, gint word)
{
  g_autoptr(GString) prep = g_string_new(NULL);
  append_cases(scene, word, prep);
  if (prep->len == 0) { /* a parser may hang it on the possessor: "with the firm's requests" */
    gint owner = kith_tree_child(scene->tree, word, KITH_DEP_NMOD_POSS);
    if (owner >= 0)
      append_cases(scene, owner, prep);
  }
  return prep->len > 0 ? g_string_chunk_insert_const(scene->strings, prep->str) : NULL;
}

guint
kith_scene_entity(const KithScene *scene, gint word)
{
  guint mention = scene->mention[word];
  return mention == KITH_NONE ? KITH_NONE
                              : g_array_index(scene->entities->mentions, KithMention, mention).entity;
}

const KithEntity *
kith_scene_entity_at(const KithScene *scene, gint word)
{
  guint entity = kith_scene_entity(scene, word);
  return entity == KITH_NONE ? NULL : g_ptr_array_index(scene->entities->entities, entity);
}

/* Whether word is what "it was" brings to the fore: "it was the army that left". */
static gboolean
is_cleft(const KithScene *scene, gint word)
{
  return kith_tree_child(scene->tree, word, KITH_DEP_COP) >= 0 &&
         kith_scene_child_lemma(scene, word, KITH_DEP_NSUBJ, "it") >= 0;
}

/* What is brought to the fore where an aside stands between it and its clause: "It was the army, they say,
 * that left"; -1. */
static gint
cleft_aside(const KithScene *scene, gint that)
{
  gint verb = scene->heads[that];
  gint aside = verb >= 0 && kith_scene_rel(scene, verb) == KITH_DEP_CCOMP ? scene->heads[verb] : -1;
  gint top = aside >= 0 && kith_scene_rel(scene, aside) == KITH_DEP_PARATAXIS ? scene->heads[aside] : -1;
  return top >= 0 && top < aside && scene->tree->left[verb] + 1 >= that &&
                 kith_scene_lemma_in(scene, that, "that who which") &&
                 kith_scene_universal(scene, that) == KITH_DEP_NSUBJ && is_cleft(scene, top)
             ? top
             : -1;
}

gboolean
kith_scene_is_told(const KithScene *scene, gint clause)
{
  gint noun = scene->heads[clause], verb = noun >= 0 ? scene->heads[noun] : -1;
  gint that = scene->tree->left[clause];
  KithDeprel rel = kith_scene_rel(scene, clause);
  if (verb < 0 || (rel != KITH_DEP_ACL_RELCL && rel != KITH_DEP_ACL) ||
      (kith_scene_rel(scene, noun) != KITH_DEP_OBJ && kith_scene_rel(scene, noun) != KITH_DEP_IOBJ))
    return FALSE;
  return kith_scene_lemma_in(scene, verb, "tell inform assure remind notify warn convince persuade") &&
         strcmp(scene->lemmas[that], "that") == 0 &&
         kith_tree_child_universal(scene->tree, clause, KITH_DEP_NSUBJ) > that &&
         kith_tree_child(scene->tree, verb, KITH_DEP_CCOMP) < 0;
}

/* What somebody calls a thing that has no other name: the noun of "what it called blackmail", "what he
 * described as fraud"; -1. */
static gint
called(const KithScene *scene, gint what)
{
  const gint verb = kith_tree_child(scene->tree, what, KITH_DEP_ACL_RELCL);
  if (verb < 0 ||
      !kith_scene_lemma_in(scene, verb, "call describe term label dub brand characterize characterise see"))
    return -1;
  gint noun = kith_tree_child(scene->tree, verb, KITH_DEP_XCOMP);
  if (noun < 0)
    noun = kith_tree_child(scene->tree, verb, KITH_DEP_OBJ);
  for (gint c = kith_tree_first(scene->tree, verb); c >= 0 && noun < 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_OBL && g_strcmp0(kith_scene_prep(scene, c), "as") == 0)
      noun = c;
  return noun > verb && scene->words[noun].upos == KITH_NOUN ? noun : -1;
}

gint
kith_scene_antecedent(const KithScene *scene, gint word)
{
  const char *xpos = scene->words[word].xpos;
  if (strcmp(scene->lemmas[word], "what") == 0 && called(scene, word) >= 0)
    return called(scene, word);
  if (scene->words[word].upos != KITH_PRON || xpos == NULL || strcmp(scene->lemmas[word], "what") == 0)
    return word;
  if (cleft_aside(scene, word) >= 0)
    return cleft_aside(scene, word);
  if (scene->heads[word] >= 0 && scene->tree->left[scene->heads[word]] == word &&
      kith_scene_is_told(scene, scene->heads[word]))
    return word;
  if (xpos[0] != 'W' && strcmp(xpos, "IN") != 0)
    return word;
  gint at = word;
  for (guint i = 0; i < KITH_MAX_CLIMB && at >= 0; i++) {
    gint head = kith_scene_head(scene, at);
    if ((kith_scene_rel(scene, at) == KITH_DEP_ACL_RELCL ||
         (kith_scene_rel(scene, at) == KITH_DEP_ADVCL_RELCL && head >= 0 && is_cleft(scene, head))) &&
        head >= 0 && head < word)
      return head;
    at = head;
  }
  return word;
}

/* Adds an entity, or the members of a collective, to found; each once. */
static void
add_entity(const KithScene *scene, guint entity, GArray *found)
{
  const KithEntity *given = g_ptr_array_index(scene->entities->entities, entity);
  if (given->members != NULL && given->members->len > 0) {
    for (guint i = 0; i < given->members->len; i++) {
      guint member = g_array_index(given->members, guint, i);
      gboolean there = FALSE;
      for (guint j = 0; j < found->len; j++)
        there |= g_array_index(found, guint, j) == member;
      if (!there && member < scene->entities->entities->len)
        g_array_append_val(found, member);
    }
    return;
  }
  for (guint i = 0; i < found->len; i++)
    if (g_array_index(found, guint, i) == entity)
      return;
  g_array_append_val(found, entity);
}

/* Whether what follows in "of" is what is meant: "hundreds of Afghans", "55% of Pakistanis", "one of the
 * groups". */
static gboolean
is_quantity(const KithScene *scene, gint word)
{
  return scene->words[word].upos == KITH_NUM ||
         kith_scene_lemma_in(
             scene, word,
             "number group hundred thousand million billion dozen score % percent majority minority some "
             "nobody many most one two three all rest half part several both each any few none handful bulk "
             "lot bunch swarm throng pack batch contingent string array "
             "series couple pair third quarter plenty kind sort type team crowd mass wave city town "
             "village state province island bit remainder remnant scourge menace");
}

/* Whether a word means some of what the phrase c beside it names: "one of the groups", "nobody in the
 * cabinet". */
static gboolean
is_part(const KithScene *scene, gint word, gint c)
{
  const char *prep = kith_scene_prep(scene, c);
  if (prep == NULL || !is_quantity(scene, word))
    return FALSE;
  return strcmp(prep, "of") == 0 || (kith_scene_lemma_in(scene, word, "nobody none no-one anyone everyone") &&
                                     (strcmp(prep, "in") == 0 || strcmp(prep, "from") == 0 ||
                                      strcmp(prep, "among") == 0 || strcmp(prep, "at") == 0));
}

/* Whether what reads as an apposition is the middle of a list: "A, B and C". */
static gboolean
is_listed(const KithScene *scene, gint word)
{
  if (scene->words[word].upos != KITH_PROPN || kith_scene_entity(scene, word) == KITH_NONE)
    return FALSE;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_CONJ && kith_scene_entity(scene, c) != KITH_NONE &&
        kith_tree_child(scene->tree, c, KITH_DEP_CC) >= 0)
      return TRUE;
  return FALSE;
}

/* Whether a phrase names examples of what it hangs on: "including", "such as". */
static gboolean
is_example(const KithScene *scene, gint word)
{
  const char *prep = kith_scene_universal(scene, word) == KITH_DEP_NMOD ? kith_scene_prep(scene, word) : NULL;
  return prep != NULL && (strcmp(prep, "including") == 0 || strcmp(prep, "such as") == 0 ||
                          (strcmp(prep, "like") == 0 && scene->words[word].upos == KITH_PROPN));
}

/* The name right behind a description that is an entity of its own: "the airline Acme"; -1. */
static gint
named(const KithScene *scene, gint word)
{
  const KithMention *mention = &g_array_index(scene->entities->mentions, KithMention, scene->mention[word]);
  if (mention->kind != KITH_MENTION_NOMINAL)
    return -1;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c)) {
    guint index = scene->mention[c];
    KithDeprel rel = kith_scene_rel(scene, c);
    if (index == KITH_NONE || c < word || (rel != KITH_DEP_APPOS && rel != KITH_DEP_FLAT) ||
        kith_tree_child(scene->tree, c, KITH_DEP_CC) >= 0 || is_listed(scene, c))
      continue;
    const KithMention *other = &g_array_index(scene->entities->mentions, KithMention, index);
    if (other->kind == KITH_MENTION_NAME &&
        (other->type == KITH_ACTOR_PLACE) == (mention->type == KITH_ACTOR_PLACE) &&
        !(other->type == KITH_ACTOR_PERSON && mention->type == KITH_ACTOR_ORGANIZATION))
      return c; /* but "the head of the mission, Jane Roe" */
  }
  return -1;
}

/* The name of the place that a noun only tells the kind of: "Lima province"; -1. */
static gint
place_named(const KithScene *scene, gint word)
{
  if (!kith_scene_lemma_in(
          scene, word,
          "district province region county state city town village prefecture governorate area "
          "island valley municipality territory"))
    return -1;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0 && c < word; c = kith_tree_next(scene->tree, c)) {
    const KithEntity *place =
        kith_scene_rel(scene, c) == KITH_DEP_COMPOUND ? kith_scene_entity_at(scene, c) : NULL;
    if (place != NULL && place->type == KITH_ACTOR_PLACE)
      return c;
  }
  return -1;
}

/* The country of "Syrian territory", "the Turkish side"; KITH_NONE. */
static guint
whose_land(const KithScene *scene, gint word)
{
  if (!kith_scene_lemma_in(scene, word, "territory soil side airspace"))
    return KITH_NONE;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0 && c < word; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_AMOD && scene->land[c] != KITH_NONE)
      return scene->land[c];
  return KITH_NONE;
}

static void
resolve_at(const KithScene *scene, gint word, gboolean conjuncts, guint depth, GArray *found)
{
  if (depth > KITH_MAX_CLIMB)
    return;
  word = kith_scene_antecedent(scene, word);
  guint entity = kith_scene_entity(scene, word);
  guint before = found->len;
  gint name = entity != KITH_NONE ? named(scene, word) : -1;
  if (name >= 0)
    entity = kith_scene_entity(scene, name);
  if (entity == KITH_NONE)
    entity = scene->land[word];
  if (entity == KITH_NONE)
    entity = whose_land(scene, word);
  if (entity == KITH_NONE && place_named(scene, word) >= 0)
    entity = kith_scene_entity(scene, place_named(scene, word));
  if (entity != KITH_NONE)
    add_entity(scene, entity, found);
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c)) {
    KithDeprel rel = kith_scene_rel(scene, c);
    if (conjuncts && rel == KITH_DEP_CONJ)
      resolve_at(scene, c, TRUE, depth + 1, found);
    else if (conjuncts &&
             ((rel == KITH_DEP_APPOS && entity != KITH_NONE && is_listed(scene, c)) || is_example(scene, c)))
      resolve_at(scene, c, TRUE, depth + 1, found);
    else if (entity != KITH_NONE || found->len > before)
      continue;
    else if (kith_scene_universal(scene, c) == KITH_DEP_NMOD && is_part(scene, word, c))
      resolve_at(scene, c, TRUE, depth + 1, found);
    else if (rel == KITH_DEP_APPOS || (rel == KITH_DEP_FLAT && scene->words[word].upos != KITH_VERB))
      resolve_at(scene, c, FALSE, depth + 1, found);
  }
}

void
kith_scene_resolve(const KithScene *scene, gint word, GArray *found)
{
  resolve_at(scene, word, TRUE, 0, found);
}

void
kith_scene_resolve_one(const KithScene *scene, gint word, GArray *found)
{
  resolve_at(scene, word, FALSE, 0, found);
}

gboolean
kith_scene_acts(const KithScene *scene, guint entity)
{
  const KithEntity *given = g_ptr_array_index(scene->entities->entities, entity);
  return given->type != KITH_ACTOR_PLACE;
}
