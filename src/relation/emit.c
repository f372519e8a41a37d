#include "relation/events.h"

#include <string.h>

#include "relation/when.h"

/* The words that a predicate is written with, as flags by word. */
static void
mark_words(const KithScene *scene, const KithClaimParts *parts, gboolean *used)
{
  gint words[2] = {parts->predicate, parts->with};
  for (guint i = 0; i < 2; i++) {
    if (words[i] < 0)
      continue;
    used[words[i]] = TRUE;
    for (gint c = kith_tree_first(scene->tree, words[i]); c >= 0; c = kith_tree_next(scene->tree, c)) {
      KithDeprel rel = kith_scene_rel(scene, c);
      if (rel == KITH_DEP_AUX || rel == KITH_DEP_AUX_PASS || rel == KITH_DEP_COP ||
          rel == KITH_DEP_COMPOUND_PRT ||
          (rel == KITH_DEP_ADVMOD && kith_scene_lemma_in(scene, c, "not n't never")) ||
          (rel == KITH_DEP_DET && kith_scene_lemma_in(scene, c, "no")))
        used[c] = TRUE;
    }
  }
  if (parts->prep >= 0)
    for (gint c = kith_tree_first(scene->tree, parts->prep); c >= 0; c = kith_tree_next(scene->tree, c))
      if (kith_scene_rel(scene, c) == KITH_DEP_CASE && c < parts->prep)
        used[c] = TRUE;
}

/* Whether a word may belong to the title of entity: a noun or adjective that names nobody else. */
static gboolean
may_be_title(const KithScene *scene, gint word, guint entity)
{
  const KithWord *w = &scene->words[word];
  if (w->upos != KITH_NOUN && w->upos != KITH_PROPN && w->upos != KITH_ADJ && w->upos != KITH_ADP)
    return FALSE;
  guint at = kith_entities_mention_at(scene->entities, scene->sentence, (guint)word);
  return at == KITH_NONE || g_array_index(scene->entities->mentions, KithMention, at).entity == entity;
}

/* The rest of a title as it is written: what stands before its noun ("Prime"), and what stands between it and
 * the name ("of State"). */
static void
mark_title(const KithScene *scene, gint noun, guint holder, gboolean *used)
{
  enum { FURTHEST = 6 };
  for (gint i = noun - 1; i >= 0 && scene->words[i].upos != KITH_ADP && may_be_title(scene, i, holder); i--)
    used[i] = TRUE;
  gint name = noun + 1;
  while (name < (gint)scene->n && name <= noun + FURTHEST && scene->words[name].name != KITH_NAME_PER &&
         may_be_title(scene, name, holder))
    name++;
  if (name < (gint)scene->n && scene->words[name].name == KITH_NAME_PER)
    for (gint i = noun + 1; i < name; i++)
      used[i] = TRUE;
}

/* Fills in label, lemma and trigger. */
static void
write_label(const KithScene *scene, const KithClaimParts *parts, KithClaim *claim)
{
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  mark_words(scene, parts, used);
  if (claim->class == KITH_CLASS_ROLE && scene->words[parts->predicate].upos != KITH_VERB)
    mark_title(scene, parts->predicate, claim->source, used);
  g_autoptr(GString) label = g_string_new(NULL);
  g_autoptr(GString) lemma = g_string_new(NULL);
  gint first = -1, last = -1;
  for (gint i = 0; i < (gint)scene->n; i++) {
    if (!used[i])
      continue;
    const KithWord *word = &scene->words[i];
    if (label->len > 0 && !((word->flags & KITH_WORD_JOINED) && last == i - 1))
      g_string_append_c(label, ' ');
    g_string_append(label, word->form);
    if (word->upos != KITH_AUX && word->upos != KITH_PART && word->upos != KITH_DET) {
      if (lemma->len > 0)
        g_string_append_c(lemma, ' ');
      g_string_append(lemma, scene->lemmas[i]);
    }
    first = first < 0 ? i : first;
    last = i;
  }
  claim->trigger.begin = scene->words[first].span.begin;
  claim->trigger.end = scene->words[last].span.end;
  claim->label = g_strdup(label->str);
  claim->lemma = g_strdup(lemma->len > 0 ? lemma->str : label->str);
}

/* Whether the claim of these ends is there already; from now on it is. */
static gboolean
is_known(const KithScene *scene, const KithClaim *claim)
{
  gboolean turn = kith_class_is_symmetric(claim->class) && claim->source > claim->target;
  return !g_hash_table_add(scene->known, g_strdup_printf("%u %d %d %d %u %u", claim->sentence, claim->class,
                                                         claim->polarity, claim->modality,
                                                         turn ? claim->target : claim->source,
                                                         turn ? claim->source : claim->target));
}

/* Whether an entity goes by a common noun: "bus drivers". */
static gboolean
is_described(const KithScene *scene, guint entity)
{
  const char *label = ((const KithEntity *)g_ptr_array_index(scene->entities->entities, entity))->label;
  const char *last = strrchr(label, ' ');
  return g_ascii_islower(last != NULL ? last[1] : label[0]);
}

/* Whether the sentence takes somebody out of a coordination: "supports A but not B", "A rather than B". */
static gboolean
is_taken_out(const KithScene *scene, guint entity)
{
  for (gint i = 0; i < (gint)scene->n; i++)
    if (kith_scene_rel(scene, i) == KITH_DEP_CONJ && kith_scene_entity(scene, i) == entity &&
        (kith_scene_child_lemma(scene, i, KITH_DEP_ADVMOD, "not") >= 0 ||
         kith_scene_child_lemma(scene, i, KITH_DEP_CC, "not rather") >= 0))
      return TRUE;
  return FALSE;
}

static gboolean
add_claim(const KithScene *scene, const KithClaimParts *parts, const KithStatus *status, guint source,
          guint target)
{
  g_autofree KithClaim *claim = g_new0(KithClaim, 1);
  claim->source = source;
  claim->target = target;
  claim->class = parts->class;
  claim->sentence = scene->sentence;
  claim->predicate = (guint)parts->predicate;
  claim->cameo = kith_class_cameo(parts->class);
  claim->polarity = status->polarity;
  gboolean denied = (parts->flags & KITH_PATTERN_NEGATIVE) != 0;
  if (!kith_class_is_state(parts->class) && (is_taken_out(scene, source) || is_taken_out(scene, target)))
    denied = !denied;
  if (denied)
    claim->polarity = claim->polarity == KITH_POSITIVE ? KITH_NEGATIVE : KITH_POSITIVE;
  claim->modality = status->modality;
  if (parts->modality != KITH_N_MODALITIES && claim->modality == KITH_ACTUAL)
    claim->modality = parts->modality;
  claim->attributed_to = status->attributed_to;
  claim->place = KITH_NONE;
  claim->confidence = kith_confidence(parts->class, is_described(scene, source) + is_described(scene, target),
                                      parts->confidence);
  if (is_known(scene, claim))
    return TRUE;
  write_label(scene, parts, claim);
  if (!kith_class_is_state(claim->class)) {
    claim->time = kith_when(scene, parts->predicate);
    claim->place = kith_where(scene, parts->predicate, source, target);
  }
  g_ptr_array_add(scene->claims, g_steal_pointer(&claim));
  return TRUE;
}

/* Whether the claim is the build of a noun phrase: as such it is neither planned nor denied with the
 * sentence; nor is where a place lies ("will be in Lima, Peru"). */
static gboolean
is_plain_tie(const KithScene *scene, const KithClaimParts *parts, const GArray *sources)
{
  return kith_class_is_state(parts->class) && scene->words[parts->predicate].upos != KITH_VERB &&
         parts->status < 0 &&
         (kith_tree_child(scene->tree, parts->predicate, KITH_DEP_COP) < 0 ||
          (parts->class == KITH_CLASS_LOCATED_IN && sources->len > 0 &&
           scene->words[parts->predicate].upos == KITH_PROPN &&
           g_array_index(sources, guint, 0) == kith_scene_entity(scene, parts->predicate)));
}

/* Whether both are of those whom one noun means, and so nothing to each other by it: "Chadian and Sudanese
 * soldiers". */
static gboolean
are_together(const KithScene *scene, gint noun, guint a, guint b)
{
  const KithEntity *collective = kith_scene_entity_at(scene, noun);
  guint found = 0;
  for (guint i = 0; collective != NULL && i < collective->members->len; i++) {
    guint member = g_array_index(collective->members, guint, i);
    found += member == a || member == b;
  }
  return found == 2;
}

guint
kith_claims_add(const KithScene *scene, const KithClaimParts *parts, const GArray *sources,
                const GArray *targets)
{
  guint added = 0;
  KithStatus status = kith_status(scene, parts->status >= 0 ? parts->status : parts->predicate);
  if (kith_class_is_state(parts->class) && parts->class != KITH_CLASS_LOCATED_IN &&
      parts->class != KITH_CLASS_RULES)
    status.attributed_to = KITH_NONE;
  if (is_plain_tie(scene, parts, sources)) {
    status.polarity = KITH_POSITIVE;
    status.modality = KITH_ACTUAL;
  }
  for (guint i = 0; i < sources->len; i++)
    for (guint j = 0; j < targets->len; j++) {
      guint source = g_array_index(sources, guint, i), target = g_array_index(targets, guint, j);
      if (source != target && !are_together(scene, parts->predicate, source, target) &&
          add_claim(scene, parts, &status, source, target))
        added++;
    }
  return added;
}
