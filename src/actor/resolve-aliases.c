/* Second names of persons, as they are given behind the first: "Jane Roe, born Ana Sol", "John Roe (a.k.a.
 * Max Weber)", "Max Weber, whose real name is John Roe". */
#include <string.h>

#include "actor/finder.h"

/* Words that give a second name right behind them. */
static const char *const givers[] = {"born",    "née",      "né",     "nee",       "alias",
                                     "aka",     "a.k.a.",   "a.k.a",  "nickname",  "pseudonym",
                                     "moniker", "codename", "guerre", "code-name", NULL};

/* What a name is that tells no other thing than a second name: "real name", "by the name". */
static const char *const sorts[] = {"real", "birth", "given", "stage",  "code", "maiden",
                                    "full", "the",   "pen",   "second", NULL};

static gboolean
is_quote(const KithWord *word)
{
  return word->upos == KITH_PUNCT && strpbrk(word->form, ",;().:") == NULL;
}

/* Where the words begin that give the name behind them; 0 for none. */
static guint
giver_before(const KithWord *words, guint begin)
{
  guint at = begin;
  while (at > 1 && is_quote(&words[at - 1]))
    at--;
  if (at > 1 && words[at - 1].upos == KITH_AUX && kith_word_is(&words[at - 1], "be"))
    at--; /* "whose real name is" */
  if (at < 2)
    return 0;
  g_autofree char *form = g_utf8_strdown(words[at - 1].form, -1);
  if (at >= 3 && strcmp(form, "name") == 0)
    return kith_word_in(&words[at - 2], sorts) ? at - 2 : 0;
  return g_strv_contains(givers, form) ? at - 1 : 0;
}

/* The person's name that is followed by a comma or bracket and then, shortly, by a word; KITH_NONE. */
static guint
named_before(const KithFinder *f, guint s, guint word)
{
  enum { GAP = 12 };
  const KithWord *words = kith_finder_words(f, s);
  guint found = KITH_NONE;
  for (guint j = f->first[s]; j < f->first[s + 1]; j++) {
    const KithFound *c = kith_found(f, j);
    if (c->m.kind == KITH_MENTION_NAME && c->core_end <= word &&
        (found == KITH_NONE || c->core_end > kith_found(f, found)->core_end))
      found = j;
  }
  if (found == KITH_NONE || kith_found(f, found)->m.type != KITH_ACTOR_PERSON)
    return KITH_NONE;
  guint end = kith_found(f, found)->core_end;
  return word > end && word <= end + GAP &&
                 (strcmp(words[end].form, ",") == 0 || strcmp(words[end].form, "(") == 0)
             ? found
             : KITH_NONE;
}

void
kith_finder_join_alias(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  if (found->m.kind != KITH_MENTION_NAME || found->entry != NULL || found->core_begin < 3)
    return;
  guint giver = giver_before(kith_finder_words(f, found->m.sentence), found->core_begin);
  guint first = giver > 0 ? named_before(f, found->m.sentence, giver) : KITH_NONE;
  if (first == KITH_NONE)
    return;
  if (found->m.type != KITH_ACTOR_PERSON)
    kith_cluster_retype(f, i, KITH_ACTOR_PERSON);
  kith_cluster_join(f, first, i);
}
