#include "syntax/agree.h"

#include <string.h>

#include "syntax/mend-parts.h"
#include "text/wordlist.h"

/* What a person's full name counts for the last word of it, and a noun that says what a name is, where a name
 * counts 1. */
enum { FULL_NAME = 2, DESCRIBED = 20 };

/* A name: the words [begin, end) of the n of a sentence. */
typedef struct {
  KithWord *words;
  gint n, begin, end;
} Name;

typedef struct {
  guint count[KITH_N_NAMES];
} Votes;

/* The words [begin, end) in lower case with spaces between. */
static char *
key_of(const Name *name, gint begin, GString *joined)
{
  g_string_truncate(joined, 0);
  for (gint i = begin; i < name->end; i++) {
    g_string_append(joined, name->words[i].form);
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

/* The type of what a noun means: bodies and places that have names; KITH_NAME_NONE for others. */
static KithName
type_of(const KithWord *noun)
{
  if (noun->upos != KITH_NOUN)
    return KITH_NAME_NONE;
  if (kith_mend_is_in(noun->lemma,
                      "agency airline alliance association automaker band bank brand brewery carmaker chain "
                      "charity club coalition college committee company consortium cooperative corporation "
                      "council drugmaker federation firm foundation group institute institution insurer "
                      "league magazine manufacturer militia ministry movement network newspaper orchestra "
                      "organisation organization party quartet regulator retailer school squad startup store "
                      "subsidiary supermarket team trio union university website"))
    return KITH_NAME_ORG;
  return kith_mend_is_in(noun->lemma,
                         "archipelago borough bay city county country district hamlet island lake mountain "
                         "municipality parish peninsula port province region river suburb town valley "
                         "village volcano")
             ? KITH_NAME_LOC
             : KITH_NAME_NONE;
}

/* The type of what has such a thing: "residents of Lima", "the island of Cuba", "a stake in Acme". */
static KithName
type_of_owner(const KithWord *noun, const char *preposition)
{
  if (noun->upos != KITH_NOUN)
    return KITH_NAME_NONE;
  if (strcmp(preposition, "of") == 0 &&
      (type_of(noun) == KITH_NAME_LOC ||
       kith_mend_is_in(noun->lemma,
                       "airspace coast inhabitant outskirt outskirts population resident shore")))
    return KITH_NAME_LOC;
  return kith_mend_is_in(noun->lemma, strcmp(preposition, "in") == 0 ? "share shareholder stake"
                                                                     : "ceo employee shareholder subsidiary")
             ? KITH_NAME_ORG
             : KITH_NAME_NONE;
}

/* What a noun says of the name whose head it is on: "Acme is a retailer", "Acme, a retailer", "shareholders
 * of Acme"; KITH_NAME_NONE where it does not. */
static KithName
said_above(const Name *name, gint head)
{
  const KithWord *words = name->words;
  const gint above = words[head].head,
             preposition = kith_mend_child(words, (guint)name->n, head, KITH_DEP_CASE);
  if (above < 0)
    return KITH_NAME_NONE;
  if (words[head].deprel == KITH_DEP_APPOS || words[head].deprel == KITH_DEP_NMOD_DESC ||
      (words[head].deprel == KITH_DEP_NSUBJ &&
       kith_mend_child(words, (guint)name->n, above, KITH_DEP_COP) >= 0 &&
       kith_mend_child(words, (guint)name->n, above, KITH_DEP_CASE) < 0))
    return type_of(&words[above]);
  return words[head].deprel == KITH_DEP_NMOD && preposition >= 0
             ? type_of_owner(&words[above], words[preposition].lemma)
             : KITH_NAME_NONE;
}

/* What the sentence says that a name is; KITH_NAME_NONE where it does not. */
static KithName
described(const Name *name)
{
  const KithWord *words = name->words;
  gint head = name->begin;
  while (head + 1 < name->end && words[head].head >= name->begin && words[head].head < name->end)
    head++;
  KithName type = said_above(name, head);
  const gint first = MAX(name->begin - KITH_MEND_REACH, 0), last = MIN(name->end + KITH_MEND_REACH, name->n);
  for (gint i = first; type == KITH_NAME_NONE && i < last; i++)
    if (words[i].head == head && /* "the retailer Acme", "Acme, which is a retailer" */
        (words[i].deprel == KITH_DEP_APPOS || words[i].deprel == KITH_DEP_NMOD_DESC ||
         (words[i].deprel == KITH_DEP_ACL_RELCL &&
          kith_mend_child(words, (guint)name->n, i, KITH_DEP_COP) >= 0)))
      type = type_of(&words[i]);
  return type;
}

/* The end of the name that begins at a word. */
static gint
name_end(const KithWord *words, gint begin, gint n)
{
  gint at = begin + 1;
  while (at < n && words[at].name == words[begin].name && !(words[at].flags & KITH_WORD_NAME_BEGIN))
    at++;
  return at;
}

/* Whether a name ends in a firm's legal form: "Acme Inc". */
static gboolean
is_firms(const Name *name)
{
  const char *last = name->words[name->end - 1].form;
  return name->end - name->begin > 1 && g_ascii_strcasecmp(last, "co.") != 0 &&
         kith_is_legal_form(last, strlen(last));
}

/* Whether a name begins as only a thing's does: "P-12 Thunderbird". */
static gboolean
is_things(const Name *name)
{
  const char *form = name->words[name->begin].form;
  return g_ascii_isupper(form[0]) && strpbrk(form, "0123456789") != NULL && strchr(form, '-') != NULL;
}

typedef void (*Visit)(const Name *name, GHashTable *all, GString *joined);

static void
count_name(const Name *name, GHashTable *all, GString *joined)
{
  const KithName own = name->words[name->begin].name, type = is_firms(name) ? KITH_NAME_ORG : described(name);
  Votes *votes = votes_for(all, key_of(name, name->begin, joined));
  votes->count[own]++;
  if (type != KITH_NAME_NONE && own != KITH_NAME_MISC)
    votes->count[type] += DESCRIBED;
  if (own == KITH_NAME_PER && name->end - name->begin > 1)
    votes_for(all, key_of(name, name->end - 1, joined))->count[KITH_NAME_PER] += FULL_NAME;
}

static void
settle_name(const Name *name, GHashTable *all, GString *joined)
{
  const Votes *votes = votes_for(all, key_of(name, name->begin, joined));
  guint best = name->words[name->begin].name;
  for (guint type = KITH_NAME_NONE + 1; type < KITH_N_NAMES; type++)
    if (votes->count[type] > votes->count[best])
      best = type;
  if (best == KITH_NAME_PER && is_things(name))
    best = KITH_NAME_MISC;
  for (gint i = name->begin; i < name->end; i++)
    name->words[i].name = (guint8)best;
}

/* Calls visit for every name. */
static void
each_name(KithDocument *document, Visit visit, GHashTable *all, GString *joined)
{
  for (guint s = 0; s < document->sentences->len; s++) {
    const KithSentence *sentence = kith_document_sentence(document, s);
    Name name = {kith_document_words(document, sentence), (gint)sentence->n_words, 0, 0};
    for (; name.begin < name.n; name.begin = name.end) {
      name.end = name.begin + 1;
      if (name.words[name.begin].name == KITH_NAME_NONE)
        continue;
      name.end = name_end(name.words, name.begin, name.n);
      visit(&name, all, joined);
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
