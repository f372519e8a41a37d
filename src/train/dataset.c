#include "train/dataset.h"

#include <stdlib.h>
#include <string.h>

#include "text/document.h"

/* Counts of strings. */
static void
count(GHashTable *counts, const char *string)
{
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, string));
  g_hash_table_replace(counts, g_strdup(string), GUINT_TO_POINTER(n + 1));
}

static gint
compare_strings(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The strings counted at least least times, in order. Frees the counts. */
static GPtrArray *
frequent(GHashTable *counts, guint least)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init(&iter, counts);
  while (g_hash_table_iter_next(&iter, &key, &value))
    if (GPOINTER_TO_UINT(value) >= least)
      g_ptr_array_add(names, g_strdup(key));
  g_ptr_array_sort(names, compare_strings);
  g_hash_table_unref(counts);
  return names;
}

static GHashTable *
new_counts(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static KithHashTable
build_table(const KithTableEntry *entries, gsize n)
{
  gsize n_slots;
  const KithHashSlot *slots = kith_table_build(entries, n, &n_slots);
  return (KithHashTable){slots, (guint32)(n_slots - 1)};
}

/* A table of all strings by their hash, from 1 on. */
static KithHashTable
number_forms(GPtrArray *forms)
{
  g_autofree KithTableEntry *entries = g_new(KithTableEntry, MAX(forms->len, 1));
  for (guint i = 0; i < forms->len; i++) {
    const char *form = g_ptr_array_index(forms, i);
    entries[i] = (KithTableEntry){kith_form_hash(form, strlen(form)), i + 1};
  }
  return build_table(entries, forms->len);
}

/* The same of the words that have a vector. */
static KithHashTable
number_hashes(const GArray *hashes)
{
  g_autofree KithTableEntry *entries = g_new(KithTableEntry, MAX(hashes->len, 1));
  for (guint i = 0; i < hashes->len; i++)
    entries[i] = (KithTableEntry){g_array_index(hashes, guint64, i), i + 1};
  return build_table(entries, hashes->len);
}

/* The lists that each name is in, bit k for that of KithSwap k. */
static KithHashTable
mark_names(const KithNameLists *lists)
{
  g_autoptr(GHashTable) marks = new_counts();
  char normal[KITH_FORM_SIZE];
  for (guint k = 0; lists != NULL && k < KITH_N_SWAPS; k++)
    for (guint i = 0; i < lists->names[k]->len; i++) {
      kith_form_normalize(g_ptr_array_index(lists->names[k], i), TRUE, normal);
      guint mark = GPOINTER_TO_UINT(g_hash_table_lookup(marks, normal)) | 1u << k;
      g_hash_table_replace(marks, g_strdup(normal), GUINT_TO_POINTER(mark));
    }
  guint n;
  g_autofree const char **names = (const char **)g_hash_table_get_keys_as_array(marks, &n);
  qsort(names, n, sizeof *names, compare_strings);
  g_autofree KithTableEntry *entries = g_new(KithTableEntry, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    entries[i] = (KithTableEntry){kith_form_hash(names[i], strlen(names[i])),
                                  GPOINTER_TO_UINT(g_hash_table_lookup(marks, names[i]))};
  return build_table(entries, n);
}

static void
count_labels(const KithCorpus *corpus, KithLabels *labels)
{
  GHashTable *xpos = new_counts(), *feats = new_counts(), *deprels = new_counts(), *forms = new_counts();
  char normal[KITH_FORM_SIZE];
  for (guint s = 0; s < corpus->sentences->len; s++) {
    const KithGoldSentence *sentence = kith_corpus_sentence(corpus, s);
    const KithGoldWord *words = kith_corpus_words(corpus, sentence);
    for (guint i = 0; kith_gold_is_annotated(sentence) && i < sentence->n; i++) {
      kith_form_normalize(words[i].form, TRUE, normal);
      count(forms, normal);
      if (!sentence->has_tree)
        continue;
      count(xpos, words[i].xpos);
      count(feats, words[i].feats);
      if (words[i].deprel != KITH_DEP_ROOT)
        count(deprels, kith_deprel_name(words[i].deprel));
    }
  }
  labels->xpos = frequent(xpos, 1);
  labels->feats = frequent(feats, 3);
  labels->deprels = frequent(deprels, 1);
  g_ptr_array_insert(labels->deprels, 0, g_strdup("root"));
  labels->forms = frequent(forms, 2);
  labels->upos = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < KITH_N_UPOS; i++)
    g_ptr_array_add(labels->upos, g_strdup(kith_upos_name(i)));
}

KithLabels *
kith_labels_new(const KithCorpus *corpus, const char *vectors_path, guint n_vectors,
                const KithNameLists *names, GError **error)
{
  g_autoptr(KithLabels) labels = g_new0(KithLabels, 1);
  count_labels(corpus, labels);
  g_autoptr(GHashTable) wanted = new_counts();
  char normal[KITH_FORM_SIZE];
  for (guint s = 0; s < corpus->sentences->len; s++) {
    const KithGoldSentence *sentence = kith_corpus_sentence(corpus, s);
    const KithGoldWord *words = kith_corpus_words(corpus, sentence);
    for (guint i = 0; kith_gold_is_annotated(sentence) && i < sentence->n; i++) {
      kith_form_normalize(words[i].form, FALSE, normal);
      count(wanted, normal);
    }
  }
  labels->vectors = kith_vectors_read(vectors_path, n_vectors, wanted, error);
  if (labels->vectors == NULL)
    return NULL;
  labels->tables.forms = number_forms(labels->forms);
  labels->tables.vectors = number_hashes(labels->vectors->hashes);
  labels->tables.lists = mark_names(names);
  return g_steal_pointer(&labels);
}

void
kith_labels_free(KithLabels *labels)
{
  if (labels == NULL)
    return;
  GPtrArray *const arrays[] = {labels->upos, labels->xpos, labels->feats, labels->deprels, labels->forms};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    if (arrays[i] != NULL)
      g_ptr_array_unref(arrays[i]);
  const KithHashTable *const tables[] = {&labels->tables.forms, &labels->tables.vectors,
                                         &labels->tables.lists};
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
    g_free((KithHashSlot *)tables[i]->slots);
  kith_vectors_free(labels->vectors);
  g_free(labels);
}

/* Indexes of names. */
static GHashTable *
index_names(GPtrArray *names)
{
  GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_insert(index, g_ptr_array_index(names, i), GUINT_TO_POINTER(i + 1));
  return index;
}

static guint16
find_name(GHashTable *index, const char *name)
{
  guint i = GPOINTER_TO_UINT(g_hash_table_lookup(index, name));
  return i == 0 ? KITH_NO_LABEL : (guint16)(i - 1);
}

static void
allocate(KithDataset *d, gsize n)
{
  d->examples = g_array_new(FALSE, TRUE, sizeof(KithExample));
  d->features = g_new(KithFeatures, n);
  d->upos = g_new(guint16, n);
  d->xpos = g_new(guint16, n);
  d->feats = g_new(guint16, n);
  d->deprel = g_new(guint16, n);
  d->head = g_new(gint32, n);
  d->names = g_new(guint32, n);
  d->shapes = g_new(guint32, n * KITH_N_CASES);
  d->swaps = g_new0(guint8, n);
}

/* Whether a form is a capital and small letters, at least three. */
static gboolean
is_plain_name(const char *form)
{
  if (g_utf8_strlen(form, -1) < 3 || !g_unichar_isupper(g_utf8_get_char(form)))
    return FALSE;
  for (const char *p = g_utf8_next_char(form); *p != '\0'; p = g_utf8_next_char(p))
    if (!g_unichar_islower(g_utf8_get_char(p)))
      return FALSE;
  return TRUE;
}

/* What may stand for the words of a sentence's names: of persons the first and the last word, of places and
 * organizations names of one word. */
static void
set_swaps(const KithGoldWord *words, guint n, const KithNameLists *lists, guint8 *swaps)
{
  memset(swaps, KITH_SWAP_NONE, n);
  for (guint i = 0; i < n; i++) {
    const guint32 mask = words[i].names;
    if (!is_plain_name(words[i].form))
      continue;
    if (mask == 1u << kith_name_tag(KITH_NAME_LOC, 'S'))
      swaps[i] = KITH_SWAP_PLACE;
    else if (mask == 1u << kith_name_tag(KITH_NAME_ORG, 'S'))
      swaps[i] = KITH_SWAP_ORGANIZATION;
    else if (mask == 1u << kith_name_tag(KITH_NAME_PER, 'B'))
      swaps[i] = KITH_SWAP_GIVEN;
    else if (mask == 1u << kith_name_tag(KITH_NAME_PER, 'E'))
      swaps[i] = KITH_SWAP_FAMILY;
    else if (mask == 1u << kith_name_tag(KITH_NAME_PER, 'S'))
      swaps[i] = g_hash_table_contains(lists->given, words[i].form) ? KITH_SWAP_GIVEN : KITH_SWAP_FAMILY;
  }
}

/* The features of all names of the lists, and of the data's organizations of one word. */
static void
fill_substitutes(KithDataset *d, const KithLabels *labels, const KithSizes *sizes, const KithNameLists *lists)
{
  for (guint k = 0; k < KITH_N_SWAPS; k++) {
    d->substitutes.names[k] = g_array_new(FALSE, FALSE, sizeof(KithFeatures));
    for (guint i = 0; lists != NULL && i < lists->names[k]->len; i++) {
      KithFeatures features;
      kith_features_get(sizes, &labels->tables, g_ptr_array_index(lists->names[k], i), &features);
      g_array_append_val(d->substitutes.names[k], features);
    }
  }
  for (gsize i = 0; lists != NULL && i < d->n_words; i++)
    if (d->swaps[i] == KITH_SWAP_ORGANIZATION)
      g_array_append_val(d->substitutes.names[KITH_SWAP_ORGANIZATION], d->features[i]);
}

KithDataset *
kith_dataset_new(const KithCorpus *corpus, const KithLabels *labels, const KithSizes *sizes,
                 const KithNameLists *lists, guint max_words)
{
  KithDataset *d = g_new0(KithDataset, 1);
  allocate(d, MAX(corpus->words->len, 1));
  g_autoptr(GHashTable) xpos = index_names(labels->xpos);
  g_autoptr(GHashTable) feats = index_names(labels->feats);
  g_autoptr(GHashTable) deprels = index_names(labels->deprels);
  for (guint s = 0; s < corpus->sentences->len; s++) {
    const KithGoldSentence *sentence = kith_corpus_sentence(corpus, s);
    const KithGoldWord *words = kith_corpus_words(corpus, sentence);
    if (sentence->n > max_words)
      continue;
    gsize at = d->n_words;
    KithExample example = {.features = d->features + at,
                           .upos = d->upos + at,
                           .xpos = d->xpos + at,
                           .feats = d->feats + at,
                           .deprel = d->deprel + at,
                           .head = d->head + at,
                           .names = d->names + at,
                           .shapes = d->shapes + at * KITH_N_CASES,
                           .swaps = d->swaps + at,
                           .n = sentence->n,
                           .has_tree = sentence->has_tree,
                           .has_names = sentence->has_names};
    if (lists != NULL && sentence->has_names)
      set_swaps(words, sentence->n, lists, d->swaps + at);
    for (guint i = 0; i < sentence->n; i++, at++) {
      kith_features_get(sizes, &labels->tables, words[i].form, &d->features[at]);
      d->upos[at] = words[i].upos;
      d->xpos[at] = sentence->has_tree ? find_name(xpos, words[i].xpos) : KITH_NO_LABEL;
      d->feats[at] = sentence->has_tree ? find_name(feats, words[i].feats) : KITH_NO_LABEL;
      d->deprel[at] =
          sentence->has_tree ? find_name(deprels, kith_deprel_name(words[i].deprel)) : KITH_NO_LABEL;
      d->head[at] = words[i].head;
      d->names[at] = words[i].names;
      for (guint c = 0; c < KITH_N_CASES; c++)
        d->shapes[at * KITH_N_CASES + c] = kith_features_shape(sizes, &labels->tables, words[i].form, c);
    }
    d->n_words = at;
    g_array_append_val(d->examples, example);
  }
  fill_substitutes(d, labels, sizes, lists);
  return d;
}

void
kith_dataset_free(KithDataset *d)
{
  if (d == NULL)
    return;
  g_array_unref(d->examples);
  g_free(d->features);
  g_free(d->upos);
  g_free(d->xpos);
  g_free(d->feats);
  g_free(d->deprel);
  g_free(d->head);
  g_free(d->names);
  g_free(d->shapes);
  g_free(d->swaps);
  g_free(d->advice);
  for (guint k = 0; k < KITH_N_SWAPS; k++)
    g_array_unref(d->substitutes.names[k]);
  g_free(d);
}
