#include "actor/entities.h"

#include "actor/finder.h"
#include "actor/spans.h"

static void
found_clear(gpointer data)
{
  g_free(((KithFound *)data)->key);
}

static void
cluster_clear(gpointer data)
{
  KithCluster *cluster = data;
  g_clear_pointer(&cluster->mentions, g_array_unref);
  g_clear_pointer(&cluster->members, g_array_unref);
}

/* Order of the text; of two that begin together the longer first, and names before others. */
static gint
compare_found(gconstpointer a, gconstpointer b)
{
  const KithMention *x = &((const KithFound *)a)->m, *y = &((const KithFound *)b)->m;
  if (x->sentence != y->sentence)
    return x->sentence < y->sentence ? -1 : 1;
  if (x->begin != y->begin)
    return x->begin < y->begin ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  if (x->head != y->head)
    return x->head < y->head ? -1 : 1;
  return (gint)x->kind - (gint)y->kind;
}

/* Whether a sentence is the article's own and has been parsed. */
static gboolean
is_read(const KithDocument *document, const KithSentence *sentence)
{
  if (sentence->n_words == 0 ||
      (sentence->kind != KITH_SENTENCE_BODY && sentence->kind != KITH_SENTENCE_HEADLINE))
    return FALSE;
  const KithWord *words = kith_document_words(document, sentence);
  for (guint i = 0; i < sentence->n_words; i++)
    if (words[i].head == KITH_HEAD_UNSET || words[i].upos == KITH_UPOS_NONE)
      return FALSE;
  return TRUE;
}

static void
finder_init(KithFinder *f, const KithDocument *document, const KithGazetteer *gazetteer)
{
  guint n = document->sentences->len;
  f->doc = document;
  f->gazetteer = gazetteer;
  f->families = g_hash_table_new(g_str_hash, g_str_equal);
  f->trees = g_new0(KithTree *, n + 1);
  f->owner = g_new0(guint *, n + 1);
  f->demonyms = g_new0(const KithGazetteerEntry **, n + 1);
  f->first = g_new0(guint, n + 2);
  f->voices = g_new(guint, n + 1);
  f->found = g_array_new(FALSE, TRUE, sizeof(KithFound));
  g_array_set_clear_func(f->found, found_clear);
  f->clusters = g_array_new(FALSE, TRUE, sizeof(KithCluster));
  g_array_set_clear_func(f->clusters, cluster_clear);
  for (guint s = 0; s < n; s++) {
    const KithSentence *sentence = kith_document_sentence(document, s);
    f->voices[s] = KITH_NONE;
    if (!is_read(document, sentence))
      continue;
    f->trees[s] = kith_tree_new(kith_document_words(document, sentence), sentence->n_words);
    f->owner[s] = g_new0(guint, sentence->n_words);
    f->demonyms[s] = g_new0(const KithGazetteerEntry *, sentence->n_words);
  }
}

static void
finder_clear(KithFinder *f)
{
  for (guint s = 0; s < f->doc->sentences->len; s++) {
    kith_tree_free(f->trees[s]);
    g_free(f->owner[s]);
    g_free(f->demonyms[s]);
  }
  g_hash_table_unref(f->families);
  g_free(f->trees);
  g_free(f->owner);
  g_free(f->demonyms);
  g_free(f->first);
  g_free(f->voices);
  g_array_unref(f->found);
  g_array_unref(f->clusters);
}

static gboolean
tells_currency(const KithFinder *f, guint s, guint word)
{
  return kith_is_currency(kith_finder_words(f, s), kith_finder_length(f, s), word + 1);
}

/* Drops the countries of whose dollars alone the text speaks, by no name or adjective of theirs: "US$ 20". */
static void
drop_currencies(KithFinder *f)
{
  g_autoptr(GHashTable) spoken = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    if (found->entry != NULL && !tells_currency(f, found->m.sentence, found->m.head))
      g_hash_table_add(spoken, (gpointer)found->entry);
  }
  for (guint s = 0; s < f->doc->sentences->len; s++)
    for (guint w = 0; f->demonyms[s] != NULL && w < kith_finder_length(f, s); w++)
      if (f->demonyms[s][w] != NULL && !tells_currency(f, s, w))
        g_hash_table_add(spoken, (gpointer)f->demonyms[s][w]);
  for (guint i = 0; i < f->found->len; i++) {
    KithFound *found = kith_found(f, i);
    if (found->entry != NULL && tells_currency(f, found->m.sentence, found->m.head) &&
        !g_hash_table_contains(spoken, found->entry))
      found->dropped = TRUE;
  }
}

/* Takes out the mentions that were found to be none. */
static void
drop_found(KithFinder *f)
{
  for (guint i = f->found->len; i-- > 0;)
    if (kith_found(f, i)->dropped)
      g_array_remove_index(f->found, i);
}

/* Sorts the mentions and notes where each sentence's begin. */
static void
sort_found(KithFinder *f)
{
  g_array_sort(f->found, compare_found);
  guint i = 0;
  for (guint s = 0; s <= f->doc->sentences->len; s++) {
    while (i < f->found->len && kith_found(f, i)->m.sentence < s)
      i++;
    f->first[s] = i;
  }
}

/* A cluster for each mention. */
static void
init_clusters(KithFinder *f)
{
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    KithCluster cluster = {.type = found->m.type,
                           .entry = found->entry,
                           .plural = found->plural,
                           .gender = found->gender,
                           .joined = KITH_NONE};
    cluster.typed = found->entry != NULL;
    cluster.named = found->m.kind == KITH_MENTION_NAME || found->people || found->called;
    cluster.mentions = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(cluster.mentions, i);
    g_array_append_val(f->clusters, cluster);
  }
}

/* All steps but the last: mentions, and what is one. */
static void
finder_run(KithFinder *f, const KithDocument *document, const KithGazetteer *gazetteer)
{
  finder_init(f, document, gazetteer);
  kith_finder_names(f);
  kith_finder_nominals(f);
  drop_currencies(f);
  drop_found(f);
  sort_found(f);
  kith_finder_describe(f);
  kith_finder_voices(f);
  kith_finder_metonyms(f);
  init_clusters(f);
  f->step = KITH_STEP_NAMES;
  kith_finder_resolve_names(f);
  f->step = KITH_STEP_SYNTAX;
  kith_finder_resolve_syntax(f);
  kith_finder_resolve_regimes(f);
  f->step = KITH_STEP_NOMINALS;
  kith_finder_resolve_nominals(f);
  f->step = KITH_STEP_PRONOUNS;
  kith_finder_resolve_pronouns(f);
  f->step = KITH_STEP_NOMINALS;
  kith_finder_resolve_owners(f);
  kith_finder_families(f);
  f->step = KITH_STEP_PEOPLES;
  kith_finder_resolve_peoples(f);
}

GArray *
kith_entities_chains(const KithDocument *document, const KithGazetteer *gazetteer)
{
  g_return_val_if_fail(document != NULL && gazetteer != NULL, NULL);
  KithFinder f = {0};
  finder_run(&f, document, gazetteer);
  GArray *chains = kith_finder_chains(&f);
  finder_clear(&f);
  return chains;
}

KithEntities *
kith_entities_find(const KithDocument *document, const KithGazetteer *gazetteer)
{
  g_return_val_if_fail(document != NULL && gazetteer != NULL, NULL);
  KithFinder f = {0};
  finder_run(&f, document, gazetteer);
  KithEntities *entities = kith_finder_entities(&f);
  finder_clear(&f);
  return entities;
}

void
kith_entities_free(KithEntities *entities)
{
  if (entities == NULL)
    return;
  g_array_unref(entities->mentions);
  g_clear_pointer(&entities->voices, g_array_unref);
  g_ptr_array_unref(entities->entities);
  g_free(entities);
}

guint
kith_entities_mention_at(const KithEntities *entities, guint sentence, guint word)
{
  /* the first mention of the sentence, by halves: mentions are sorted */
  guint low = 0, high = entities->mentions->len;
  while (low < high) {
    guint mid = low + (high - low) / 2;
    if (g_array_index(entities->mentions, KithMention, mid).sentence < sentence)
      low = mid + 1;
    else
      high = mid;
  }
  guint best = KITH_NONE, best_length = 0;
  gboolean best_head = FALSE;
  for (guint i = low; i < entities->mentions->len; i++) {
    const KithMention *mention = &g_array_index(entities->mentions, KithMention, i);
    if (mention->sentence != sentence)
      break;
    gboolean head = mention->head == word;
    if (!head && (word < mention->begin || word >= mention->end))
      continue;
    guint length = mention->end - mention->begin;
    if (best == KITH_NONE || head > best_head || (head == best_head && length < best_length)) {
      best = i;
      best_length = length;
      best_head = head;
    }
  }
  return best;
}
