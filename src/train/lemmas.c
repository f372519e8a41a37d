#include "train/lemmas.h"

#include <stdlib.h>
#include <string.h>

/* How often an ending with its tags takes a script; parent is the key of the next shorter ending, whose rule
 * holds where this one has none. */
typedef struct {
  guint64 key, parent;
  guint32 script;
  guint32 count;
  guint8 rank; /* length of the ending; the whole word after all endings */
} Evidence;

enum { WHOLE = KITH_MAX_LEMMA_SUFFIX + 1 };

/* The bytes that two strings share at their beginning, in whole characters. */
static gsize
common_prefix(const char *a, const char *b)
{
  gsize n = 0;
  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && (((guchar)a[n] & 0xc0) == 0x80 || ((guchar)b[n] & 0xc0) == 0x80))
    n--;
  return n;
}

char *
kith_lemma_script(const char *form, const char *lemma)
{
  g_autofree char *lower = g_utf8_strdown(form, -1);
  gsize low = common_prefix(lower, lemma), kept = common_prefix(form, lemma);
  gboolean keep = kept > low;
  gsize shared = keep ? kept : low, length = strlen(keep ? form : lower);
  if (shared == 0 || (shared == length - shared && shared == 1))
    return g_strconcat("=", lemma, NULL);
  return g_strdup_printf("%c%" G_GSIZE_FORMAT "|%s", keep ? 'k' : 'l', length - shared, lemma + shared);
}

static gint
compare_evidence(gconstpointer a, gconstpointer b)
{
  const Evidence *x = a, *y = b;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->script < y->script ? -1 : x->script > y->script;
}

/* The evidence of one word with one lemma for the tags given: its edit counts for all its endings and for the
 * whole word, the lemma itself for the whole word only. The edit wins where the two are as frequent; the
 * lemma where words in other cases have it by other edits ("I" and "i"). */
static void
add_evidence(GArray *evidence, const char *folded, guint upos, const char *xpos, guint32 edit, guint32 lemma,
             guint32 tokens)
{
  gsize length = strlen(folded), longest = MIN(length, (gsize)KITH_MAX_LEMMA_SUFFIX);
  guint64 parent = 0;
  for (gsize size = 0; size <= longest; size++) {
    if (size < length && ((guchar)folded[length - size] & 0xc0) == 0x80)
      continue;
    Evidence e = {kith_lemma_key(folded + length - size, size, FALSE, upos, xpos), parent, edit, 1,
                  (guint8)size};
    parent = e.key;
    if (edit != lemma)
      g_array_append_val(evidence, e);
  }
  const guint64 key = kith_lemma_key(folded, length, TRUE, upos, xpos);
  Evidence whole[] = {{key, parent, edit, 2 * tokens + 1, WHOLE}, {key, parent, lemma, 2 * tokens, WHOLE}};
  g_array_append_vals(evidence, whole, 2);
}

/* Chooses the best script of each key and drops rules that say what the shorter ending says. */
static void
choose_rules(GArray *evidence, GArray *rules)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  g_array_sort(evidence, compare_evidence);
  for (guint i = 0; i < evidence->len;) {
    const Evidence *first = &g_array_index(evidence, Evidence, i);
    guint32 best = 0, best_count = 0, total = 0;
    while (i < evidence->len && g_array_index(evidence, Evidence, i).key == first->key) {
      guint32 script = g_array_index(evidence, Evidence, i).script, count = 0;
      for (; i < evidence->len && g_array_index(evidence, Evidence, i).key == first->key &&
             g_array_index(evidence, Evidence, i).script == script;
           i++)
        count += g_array_index(evidence, Evidence, i).count;
      total += count;
      if (count > best_count) {
        best_count = count;
        best = script;
      }
    }
    gpointer inherited = NULL;
    gboolean has = g_hash_table_lookup_extended(known, &first->parent, NULL, &inherited);
    gboolean weak = first->rank != WHOLE && first->rank > 2 && (total < 2 || best_count * 3 < total * 2);
    if (has && (GPOINTER_TO_UINT(inherited) == best || weak)) {
      best = GPOINTER_TO_UINT(inherited);
    } else {
      KithTableEntry rule = {first->key, best};
      g_array_append_val(rules, rule);
    }
    g_hash_table_insert(known, g_memdup2(&first->key, sizeof(guint64)), GUINT_TO_POINTER(best));
  }
}

static gint
compare_strings(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* How often each distinct word with tags and lemma occurs: keys joined by tabs, in order. */
static GPtrArray *
count_types(const KithCorpus *corpus, GHashTable *counts)
{
  for (guint s = 0; s < corpus->sentences->len; s++) {
    const KithGoldSentence *sentence = kith_corpus_sentence(corpus, s);
    const KithGoldWord *words = kith_corpus_words(corpus, sentence);
    for (guint i = 0; sentence->has_tree && i < sentence->n; i++) {
      if (strcmp(words[i].lemma, "_") == 0 && strcmp(words[i].form, "_") != 0)
        continue;
      g_autofree char *key =
          g_strdup_printf("%s\t%u\t%s\t%s", words[i].form, words[i].upos, words[i].xpos, words[i].lemma);
      guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
      g_hash_table_insert(counts, g_steal_pointer(&key), GUINT_TO_POINTER(count + 1));
    }
  }
  guint n;
  g_autofree gpointer *found = g_hash_table_get_keys_as_array(counts, &n);
  GPtrArray *keys = g_ptr_array_new();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add(keys, found[i]);
  g_ptr_array_sort(keys, compare_strings);
  return keys;
}

/* The index of a script, added to the list if it is new. */
static guint32
intern_script(GHashTable *index, GPtrArray *scripts, const char *script)
{
  gpointer found = NULL;
  if (!g_hash_table_lookup_extended(index, script, NULL, &found)) {
    found = GUINT_TO_POINTER(scripts->len);
    g_ptr_array_add(scripts, g_strdup(script));
    g_hash_table_insert(index, g_ptr_array_index(scripts, scripts->len - 1), found);
  }
  return GPOINTER_TO_UINT(found);
}

/* Keeps only the scripts that a rule uses, in their order. */
static void
drop_unused(KithLemmaRules *rules)
{
  g_autofree guint32 *number = g_new0(guint32, rules->scripts->len + 1);
  GPtrArray *kept = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < rules->rules->len; i++)
    number[g_array_index(rules->rules, KithTableEntry, i).value] = 1;
  for (guint i = 0; i < rules->scripts->len; i++)
    if (number[i] != 0) {
      number[i] = kept->len;
      g_ptr_array_add(kept, g_strdup(g_ptr_array_index(rules->scripts, i)));
    }
  for (guint i = 0; i < rules->rules->len; i++) {
    KithTableEntry *rule = &g_array_index(rules->rules, KithTableEntry, i);
    rule->value = number[rule->value];
  }
  g_ptr_array_unref(rules->scripts);
  rules->scripts = kept;
}

KithLemmaRules *
kith_lemma_rules_learn(const KithCorpus *corpus)
{
  KithLemmaRules *out = g_new(KithLemmaRules, 1);
  out->rules = g_array_new(FALSE, FALSE, sizeof(KithTableEntry));
  out->scripts = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) keys = count_types(corpus, counts);
  g_autoptr(GHashTable) index = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GArray) evidence = g_array_new(FALSE, FALSE, sizeof(Evidence));
  for (guint i = 0; i < keys->len; i++) {
    const char *key = g_ptr_array_index(keys, i);
    g_auto(GStrv) parts = g_strsplit(key, "\t", 4);
    g_autofree char *script = kith_lemma_script(parts[0], parts[3]);
    g_autofree char *as_is = g_strconcat("=", parts[3], NULL);
    g_autofree char *folded = kith_lemma_fold(parts[0]);
    guint32 edit = intern_script(index, out->scripts, script),
            lemma = intern_script(index, out->scripts, as_is);
    guint upos = (guint)g_ascii_strtoull(parts[1], NULL, 10);
    guint tokens = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
    add_evidence(evidence, folded, upos, parts[2], edit, lemma, tokens);
    add_evidence(evidence, folded, upos, "", edit, lemma, tokens);
  }
  choose_rules(evidence, out->rules);
  drop_unused(out);
  return out;
}

void
kith_lemma_rules_free(KithLemmaRules *rules)
{
  if (rules == NULL)
    return;
  g_array_unref(rules->rules);
  g_ptr_array_unref(rules->scripts);
  g_free(rules);
}
