#include "syntax/agree.h"

/* What a person's full name counts for the last word of it, where a name counts 1. */
enum { FULL_NAME = 2 };

typedef struct {
  guint count[KITH_N_NAMES];
} Votes;

/* The words [begin, end) in lower case with spaces between. */
static char *
key_of(const KithWord *begin, const KithWord *end, GString *joined)
{
  g_string_truncate(joined, 0);
  for (const KithWord *word = begin; word < end; word++) {
    g_string_append(joined, word->form);
    g_string_append_c(joined, ' ');
  }
  return g_utf8_strdown(joined->str, (gssize)joined->len);
}

static Votes *
votes_for(GHashTable *all, char *key)
{
  Votes *votes = g_hash_table_lookup(all, key);
  if (votes != NULL) {
    g_free(key);
    return votes;
  }
  votes = g_new0(Votes, 1);
  g_hash_table_insert(all, key, votes);
  return votes;
}

/* The end of the name that begins at word. */
static KithWord *
name_end(KithWord *word, const KithWord *end)
{
  KithWord *at = word + 1;
  while (at < end && at->name == word->name && !(at->flags & KITH_WORD_NAME_BEGIN))
    at++;
  return at;
}

typedef void (*Visit)(KithWord *begin, KithWord *end, GHashTable *all, GString *joined);

static void
count_name(KithWord *begin, KithWord *end, GHashTable *all, GString *joined)
{
  votes_for(all, key_of(begin, end, joined))->count[begin->name]++;
  if (begin->name == KITH_NAME_PER && end - begin > 1)
    votes_for(all, key_of(end - 1, end, joined))->count[KITH_NAME_PER] += FULL_NAME;
}

static void
settle_name(KithWord *begin, KithWord *end, GHashTable *all, GString *joined)
{
  const Votes *votes = votes_for(all, key_of(begin, end, joined));
  guint best = begin->name;
  for (guint type = KITH_NAME_NONE + 1; type < KITH_N_NAMES; type++)
    if (votes->count[type] > votes->count[best])
      best = type;
  for (KithWord *word = begin; word < end; word++)
    word->name = (guint8)best;
}

/* Calls visit for every name. */
static void
each_name(KithDocument *document, Visit visit, GHashTable *all, GString *joined)
{
  for (guint s = 0; s < document->sentences->len; s++) {
    const KithSentence *sentence = kith_document_sentence(document, s);
    KithWord *word = kith_document_words(document, sentence), *end = word + sentence->n_words;
    while (word < end) {
      KithWord *next = word->name == KITH_NAME_NONE ? word + 1 : name_end(word, end);
      if (word->name != KITH_NAME_NONE)
        visit(word, next, all, joined);
      word = next;
    }
  }
}

void
kith_names_agree(KithDocument *document)
{
  g_autoptr(GHashTable) all = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GString) joined = g_string_new(NULL);
  each_name(document, count_name, all, joined);
  each_name(document, settle_name, all, joined);
}
