#include "text/cues.h"

#include <string.h>

#include "text/cue-table.h"
#include "text/wordlist.h"

enum {
  BUCKETS = 1024,
  MILD = 12,
  NOTICE = 50,
  MOST_MILD = 20,
  MOST_TOPIC = 28,
  ADDRESS = 12,
  POSSESSION = 20
};

/* For each hash of a first word, where its phrases begin in the table (index + 1). */
typedef struct {
  guint16 first[BUCKETS];
} CueIndex;

static guint
hash_word(const char *word, gsize length)
{
  guint hash = 5381;
  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guchar)g_ascii_tolower(word[i]);
  return (hash ^ (hash >> 10)) % BUCKETS;
}

/* Made once; first words that share a bucket take the next free one. */
static const CueIndex *
cue_index(void)
{
  static CueIndex index;
  static gsize made;
  if (g_once_init_enter(&made)) {
    const char *before = "";
    gsize before_length = 0;
    for (guint i = 0; i < kith_n_cues; i++) {
      const char *phrase = kith_cue_table[i].phrase;
      gsize length = strcspn(phrase, " ");
      if (length == before_length && strncmp(phrase, before, length) == 0)
        continue;
      guint bucket = hash_word(phrase, length);
      while (index.first[bucket] != 0)
        bucket = (bucket + 1) % BUCKETS;
      index.first[bucket] = (guint16)(i + 1);
      before = phrase;
      before_length = length;
    }
    g_once_init_leave(&made, 1);
  }
  return &index;
}

/* Whether a word is written like the n letters at letters (lower case), curly apostrophes as straight ones.
 */
static gboolean
same_word(const char *form, const char *letters, gsize n)
{
  gsize k = 0;
  for (gsize i = 0; i < n; i++) {
    if (letters[i] == '\'' && strncmp(form + k, "\xE2\x80\x99", 3) == 0)
      k += 3;
    else if (g_ascii_tolower(form[k]) == letters[i])
      k++;
    else
      return FALSE;
  }
  return form[k] == '\0';
}

/* How many of the n words a phrase takes; 0 where it does not match. */
static guint
match_phrase(const KithWord *words, guint n, const char *phrase)
{
  guint taken = 0;
  while (*phrase != '\0') {
    gsize length = strcspn(phrase, " ");
    if (taken >= n || !(phrase[0] == '*' || same_word(words[taken].form, phrase, length)))
      return 0;
    taken++;
    phrase += length + (phrase[length] == ' ');
  }
  return taken;
}

/* The best cue of each kind among the phrases that begin at words: the longest phrase. Returns its length. */
static guint
best_cue(const KithWord *words, guint n, const KithCue **best)
{
  const CueIndex *index = cue_index();
  gsize length = strlen(words[0].form);
  guint bucket = hash_word(words[0].form, length), taken = 0;
  for (; index->first[bucket] != 0; bucket = (bucket + 1) % BUCKETS) {
    guint i = index->first[bucket] - 1U;
    const char *first = kith_cue_table[i].phrase;
    gsize first_length = strcspn(first, " ");
    if (!same_word(words[0].form, first, first_length))
      continue;
    for (; i < kith_n_cues && strncmp(kith_cue_table[i].phrase, first, first_length) == 0 &&
           strchr(" ", kith_cue_table[i].phrase[first_length]) != NULL;
         i++) {
      guint m = match_phrase(words, n, kith_cue_table[i].phrase);
      if (m > taken || (m == taken && m > 0 && kith_cue_table[i].weight > (*best)->weight)) {
        taken = m;
        *best = &kith_cue_table[i];
      }
    }
    break;
  }
  return taken;
}

static gboolean
is_one_of(const char *const *list, gsize n, const char *form)
{
  return kith_wordlist_has(list, n, form, strlen(form));
}
#define ONE_OF(list, form) is_one_of((list), G_N_ELEMENTS(list), (form))

/* Words that stand for what the sentence's speaker does with its reader. */
static void
see_word(KithCues *cues, const char *form)
{
  static const char *const reader[] = {"you", "your", "yours", "yourself"};
  static const char *const publisher[] = {"our", "ours", "us", "we"};
  static const char *const person[] = {"i", "me", "mine", "my", "myself"};
  static const char *const report[] = {
      "according", "added", "announced", "argued",    "asked",        "claimed",     "declared", "denied",
      "replied",   "said",  "says",      "spokesman", "spokesperson", "spokeswoman", "stated",   "warned"};
  switch (form[0] | 0x20) {
  case 'i':
  case 'm':
    cues->person = cues->person || ONE_OF(person, form);
    break;
  case 'y':
    cues->reader = cues->reader || ONE_OF(reader, form);
    break;
  case 'o':
  case 'w':
  case 'u':
    cues->publisher = cues->publisher || (ONE_OF(publisher, form) && strcmp(form, "US") != 0);
    cues->report = cues->report || ONE_OF(report, form);
    break;
  case 'a':
  case 'c':
  case 'd':
  case 'r':
  case 's':
    cues->report = cues->report || ONE_OF(report, form);
    break;
  default:
    break;
  }
}

/* What a publisher alone calls its own. */
static gboolean
is_ware(const char *form)
{
  static const char *const wares[] = {
      "app",         "apps",         "bulletin",     "correspondents", "coverage",  "e-paper",
      "journalism",  "journalists",  "newsletter",   "newsletters",    "newsroom",  "notifications",
      "paywall",     "podcast",      "podcasts",     "reporters",      "reporting", "subscriber",
      "subscribers", "subscription", "subscriptions"};
  return ONE_OF(wares, form);
}

/* What it alone asks of its readers. */
static gboolean
is_due(const char *form)
{
  static const char *const dues[] = {"consent", "contribution", "contributions", "cookie",
                                     "cookies", "donation",     "donations",     "gift",
                                     "inbox",   "membership",   "subscription"};
  return ONE_OF(dues, form);
}

/* What others call theirs too. */
static gboolean
is_mild_ware(const char *form)
{
  static const char *const wares[] = {"archive", "briefing", "briefings", "channel", "edition", "editors",
                                      "email",   "readers",  "site",      "stories", "website"};
  return ONE_OF(wares, form);
}

static gboolean
is_mild_due(const char *form)
{
  static const char *const dues[] = {"account",    "address", "browser",     "choices", "data",
                                     "device",     "email",   "experiences", "feed",    "generosity",
                                     "permission", "phone",   "preferences", "privacy", "settings"};
  return ONE_OF(dues, form);
}

/* Weighs "our free weekly newsletter", "your first donation" that begins at words[0]. */
static void
weigh_possession(KithCues *cues, const KithWord *words, guint n)
{
  gboolean our = g_ascii_strcasecmp(words[0].form, "our") == 0;
  if (!our && g_ascii_strcasecmp(words[0].form, "your") != 0)
    return;
  for (guint i = 1; i < n && i <= 3 && g_ascii_isalnum(words[i].form[0]); i++) {
    if (our ? is_ware(words[i].form) : is_due(words[i].form)) {
      cues->appeal += POSSESSION;
      return;
    }
    if (our ? is_mild_ware(words[i].form) : is_mild_due(words[i].form)) {
      cues->mild += MILD;
      return;
    }
  }
}

/* A URL, an e-mail address or a "@name". */
static gboolean
is_address(const KithWord *word)
{
  const char *form = word->form;
  return (strchr(form, '@') != NULL && form[1] != '\0') || g_str_has_prefix(form, "http") ||
         g_str_has_prefix(form, "www.");
}

static gboolean
is_imperative(const char *form)
{
  static const char *const verbs[] = {
      "accept",      "become",   "browse", "buy",      "check", "choose",  "claim",    "click", "consider",
      "contribute",  "discover", "donate", "download", "email", "enable",  "enjoy",    "enter", "explore",
      "find",        "follow",   "get",    "give",     "help",  "install", "join",     "keep",  "listen",
      "log",         "manage",   "pay",    "please",   "read",  "receive", "register", "save",  "scan",
      "see",         "select",   "send",   "share",    "sign",  "stand",   "start",    "stay",  "subscribe",
      "support",     "swipe",    "switch", "take",     "tap",   "tell",    "try",      "turn",  "unlock",
      "unsubscribe", "upgrade",  "view",   "visit",    "watch", "write"};
  return ONE_OF(verbs, form);
}

/* Whether a clause or phrase that begins so may stand before an imperative. */
static gboolean
is_condition(const char *form)
{
  static const char *const words[] = {"enjoying", "for", "if", "like", "to", "when", "while"};
  return ONE_OF(words, form);
}

/* Which marks of quotation are open. */
typedef struct {
  gboolean twofold, single;
} Quotation;

/* Follows the quotation marks; returns whether the word is within a quotation. */
static gboolean
within_quotation(Quotation *q, const KithWord *word)
{
  const char *form = word->form;
  if (g_ascii_isalnum(form[0]))
    return q->twofold || q->single;
  if (strcmp(form, "\"") == 0)
    q->twofold = !q->twofold;
  else if (strcmp(form, "\xE2\x80\x9C") == 0 || strcmp(form, "``") == 0)
    q->twofold = TRUE;
  else if (strcmp(form, "\xE2\x80\x9D") == 0 || strcmp(form, "''") == 0)
    q->twofold = FALSE;
  else if ((strcmp(form, "'") == 0 || strcmp(form, "\xE2\x80\x98") == 0) &&
           (word->flags & KITH_WORD_SPACE_BEFORE))
    q->single = TRUE;
  else if ((strcmp(form, "'") == 0 || strcmp(form, "\xE2\x80\x99") == 0) && !(word->flags & KITH_WORD_JOINED))
    q->single = FALSE;
  return q->twofold || q->single;
}

/* The cues of one sentence's n words. */
static KithCues
sentence_cues(const KithWord *words, guint n, Quotation *quotation)
{
  KithCues cues = {.quote = quotation->twofold || quotation->single};
  guint skip_to[3] = {0, 0, 0};
  gboolean begins = TRUE;       /* an imperative may stand here */
  gboolean conditional = FALSE; /* "If you like this, ...": it may stand behind a comma */
  for (guint i = 0; i < n; i++) {
    const char *form = words[i].form;
    if (within_quotation(quotation, &words[i]))
      continue;
    see_word(&cues, form);
    if (is_address(&words[i]))
      cues.topic += ADDRESS;
    if (!g_ascii_isalnum(form[0]) && form[0] != '%') {
      begins = begins || strchr(":-", form[0]) != NULL || (form[0] == ',' && conditional);
      cues.question = form[0] == '?';
      continue;
    }
    if (begins && is_imperative(form))
      cues.action = TRUE;
    conditional = conditional || (begins && is_condition(form));
    begins = (begins && g_ascii_strcasecmp(form, "to") == 0) || g_ascii_strcasecmp(form, "please") == 0 ||
             (cues.action && g_ascii_strcasecmp(form, "and") == 0);
    weigh_possession(&cues, words + i, n - i);
    const KithCue *cue = NULL;
    guint taken = best_cue(words + i, n - i, &cue);
    if (taken == 0 || i + taken <= skip_to[cue->kind])
      continue;
    skip_to[cue->kind] = i + taken;
    if (cue->kind == KITH_CUE_APPEAL)
      *(cue->weight <= MILD ? &cues.mild : &cues.appeal) += cue->weight;
    else
      *(cue->kind == KITH_CUE_TOPIC ? &cues.topic : &cues.soft) += cue->weight;
  }
  cues.quote = cues.quote || quotation->twofold || quotation->single;
  return cues;
}

GArray *
kith_cues_find(const KithDocument *document)
{
  guint n = document->sentences->len;
  GArray *all = g_array_sized_new(FALSE, TRUE, sizeof(KithCues), n);
  Quotation quotation = {FALSE, FALSE};
  for (guint i = 0; i < n; i++) {
    const KithSentence *sentence = kith_document_sentence(document, i);
    if (i == 0 || sentence->paragraph != kith_document_sentence(document, i - 1)->paragraph)
      quotation = (Quotation){FALSE, FALSE};
    KithCues cues = sentence_cues(kith_document_words(document, sentence), sentence->n_words, &quotation);
    g_array_append_val(all, cues);
  }
  return all;
}

void
kith_cues_compare(GArray *all)
{
  guint rest = 0, reader = 0, publisher = 0, person = 0;
  for (guint i = 0; i < all->len; i++) {
    const KithCues *cues = &g_array_index(all, KithCues, i);
    if (kith_cues_weight(cues) >= KITH_CUES_BESIDE)
      continue;
    rest++;
    reader += cues->reader;
    publisher += cues->publisher;
    person += cues->person;
  }
  gboolean impersonal = person * 25 <= rest;
  for (guint i = 0; i < all->len; i++) {
    KithCues *cues = &g_array_index(all, KithCues, i);
    cues->odd_reader = cues->reader && impersonal && (reader <= 2 || reader * 8 <= rest);
    cues->odd_publisher = cues->publisher && impersonal && (publisher <= 1 || publisher * 14 <= rest);
    cues->odd_action = cues->action && impersonal && (reader <= 2 || reader * 8 <= rest);
  }
}

/* The weight of whom the sentence speaks to, and for whom; more where the text does not do so elsewhere, and
 * where there are wares to speak of. */
static int
address_weight(const KithCues *cues, gboolean wares)
{
  int weight = 0;
  if (wares) {
    weight += cues->reader ? (cues->odd_reader ? 8 : 3) : 0;
    weight += cues->publisher ? (cues->odd_publisher ? 8 : 4) : 0;
    weight += cues->action ? (cues->odd_action ? 8 : 3) : 0;
  }
  weight += (cues->odd_reader ? 10 : 0) + (cues->odd_publisher ? 6 : 0) + (cues->odd_action ? 6 : 0);
  if (cues->odd_reader && cues->publisher)
    weight += 6;
  if (cues->odd_action && cues->odd_publisher)
    weight += 8;
  return weight + (cues->odd_reader || cues->odd_publisher ? MIN(cues->soft, 10) / 2 : 0);
}

int
kith_cues_weight(const KithCues *cues)
{
  int weight = cues->appeal + MIN(cues->mild, MOST_MILD);
  if (cues->reader || cues->publisher || cues->action)
    weight += MIN(cues->topic, MOST_TOPIC);
  else if (cues->appeal < NOTICE)
    weight = MAX(0, weight - 10); /* nobody is addressed: news of such things has these words too */
  weight += address_weight(cues, weight > 0);
  if (cues->person)
    weight -= 16; /* people speak of themselves, publishers hardly */
  if (cues->question && cues->appeal < KITH_CUES_ENOUGH)
    weight -= 10;
  if (cues->report)
    weight -= 20;
  if (cues->quote)
    weight -= 8;
  /* The wares alone, or a mild phrase, are enough only beside something better. */
  gboolean dialogue = cues->reader && (cues->mild > 0 || (cues->publisher && cues->topic + cues->soft >= 10));
  gboolean clear = cues->appeal > 0 || cues->action || dialogue;
  return clear ? weight : MIN(weight, KITH_CUES_ENOUGH - 2);
}

gboolean
kith_cues_table_is_sorted(void)
{
  for (guint i = 0; i + 1 < kith_n_cues; i++)
    if (strcmp(kith_cue_table[i].phrase, kith_cue_table[i + 1].phrase) >= 0)
      return FALSE;
  return TRUE;
}
