#include "text/boilerplate.h"

#include <string.h>

#include "text/chars.h"
#include "text/credit.h"
#include "text/cues.h"
#include "text/wordlist.h"

enum {
  ENOUGH = 30, /* weight of a sentence that is boilerplate by itself */
  BESIDE = 14, /* of one that is beside such */
  MAX_GAP = 4, /* sentences between two such ones that go with them */
  MAX_GAP_WORDS = 90,
  MAX_RELATED = 8, /* titles below "Related stories" */
  MAX_TITLE = 24,  /* words of a title */
};

/* What a sentence was found to be. */
typedef enum { BODY, PLEA, LINE } Mark;

typedef struct {
  KithDocument *document;
  GArray *cues;
  guint n;
  int *weight;
  Mark *mark;
  guint *first; /* of its paragraph, and the sentence after the paragraph's last */
  guint *end;
} Marker;

static const KithWord *
words_of(const Marker *m, guint i)
{
  return kith_document_words(m->document, kith_document_sentence(m->document, i));
}

static guint
length_of(const Marker *m, guint i)
{
  return kith_document_sentence(m->document, i)->n_words;
}

static const KithCues *
cues_of(const Marker *m, guint i)
{
  return &g_array_index(m->cues, KithCues, i);
}

static gboolean
is_letter(const KithWord *word)
{
  gsize next;
  return kith_kind_is_letter(kith_char_kind(kith_char_at(word->form, 0, &next)));
}

static gboolean
is_upper(const KithWord *word)
{
  gsize next;
  return kith_char_kind(kith_char_at(word->form, 0, &next)) == KITH_CHAR_UPPER;
}

/* Whether the sentence ends like one. */
static gboolean
has_end(const Marker *m, guint i)
{
  const KithWord *words = words_of(m, i);
  for (guint k = length_of(m, i); k-- > 0 && length_of(m, i) - k <= 3;)
    if (strchr(".!?", words[k].form[0]) != NULL || strcmp(words[k].form, "\xE2\x80\xA6") == 0)
      return TRUE;
  return FALSE;
}

/* Whether the paragraph is this sentence alone, a line without a sentence's end. */
static gboolean
is_line(const Marker *m, guint i)
{
  return m->end[i] - m->first[i] == 1 && !has_end(m, i);
}

/* The sentence's first words in lower case, a space between, in buffer; FALSE where they are more than fit.
 */
static gboolean
spell(const Marker *m, guint i, guint most, char *buffer, gsize size)
{
  const KithWord *words = words_of(m, i);
  gsize used = 0;
  guint taken = 0;
  for (guint k = 0; k < length_of(m, i) && taken < most; k++) {
    if (!is_letter(&words[k]) && !g_ascii_isdigit(words[k].form[0]))
      continue;
    gsize length = strlen(words[k].form);
    if (used + length + 2 > size)
      return FALSE;
    if (used > 0 && !(words[k].flags & KITH_WORD_JOINED))
      buffer[used++] = ' ';
    for (gsize c = 0; c < length; c++)
      buffer[used++] = g_ascii_tolower(words[k].form[c]);
    taken++;
  }
  buffer[used] = '\0';
  return TRUE;
}

/* Lines of a page's furniture that stand alone. */
static gboolean
is_furniture(const char *line)
{
  static const char *const lines[] = {"accept",
                                      "accept all",
                                      "accept cookies",
                                      "ad",
                                      "ad feedback",
                                      "advertisement",
                                      "advertisement continue reading",
                                      "advertisements",
                                      "back to top",
                                      "bookmark",
                                      "close",
                                      "comment",
                                      "comments",
                                      "contact us",
                                      "continue",
                                      "cookie policy",
                                      "cookies",
                                      "copy link",
                                      "donate",
                                      "donate now",
                                      "download app",
                                      "email",
                                      "email address",
                                      "enter email",
                                      "enter your email",
                                      "expand",
                                      "facebook",
                                      "follow",
                                      "get started",
                                      "get the app",
                                      "gift article",
                                      "gift this article",
                                      "give now",
                                      "join",
                                      "join now",
                                      "join us",
                                      "learn more",
                                      "linkedin",
                                      "listen",
                                      "load more",
                                      "log in",
                                      "login",
                                      "manage cookies",
                                      "manage preferences",
                                      "menu",
                                      "more details",
                                      "newsletter",
                                      "newsletters",
                                      "no thanks",
                                      "not now",
                                      "ok",
                                      "our newsletters",
                                      "play",
                                      "play video",
                                      "please wait",
                                      "print",
                                      "privacy policy",
                                      "promoted",
                                      "reddit",
                                      "register",
                                      "register now",
                                      "reject all",
                                      "save",
                                      "search",
                                      "share",
                                      "share this",
                                      "show comments",
                                      "show more",
                                      "sign in",
                                      "sign up",
                                      "sign up now",
                                      "skip",
                                      "skip ad",
                                      "skip advertisement",
                                      "sponsored",
                                      "sponsored content",
                                      "subscribe",
                                      "subscribe now",
                                      "support us",
                                      "telegram",
                                      "terms of use",
                                      "tweet",
                                      "twitter",
                                      "view all",
                                      "view comments",
                                      "whatsapp"};
  return KITH_IN_LIST(lines, line, strlen(line));
}

/* Lines that stand above titles of other articles. */
static gboolean
is_related_header(const char *line)
{
  static const char *const lines[] = {"also in the news",
                                      "also read",
                                      "don't miss",
                                      "editor's picks",
                                      "editors picks",
                                      "editors' picks",
                                      "explore more",
                                      "further reading",
                                      "in other news",
                                      "latest news",
                                      "latest stories",
                                      "more coverage",
                                      "more from this section",
                                      "more news",
                                      "more on this",
                                      "more on this story",
                                      "more on this topic",
                                      "more stories",
                                      "most popular",
                                      "most read",
                                      "most viewed",
                                      "must read",
                                      "must reads",
                                      "popular",
                                      "read also",
                                      "read more",
                                      "read next",
                                      "recommended",
                                      "recommended for you",
                                      "recommended reading",
                                      "recommended stories",
                                      "related",
                                      "related articles",
                                      "related content",
                                      "related coverage",
                                      "related links",
                                      "related news",
                                      "related posts",
                                      "related reading",
                                      "related stories",
                                      "related topics",
                                      "related video",
                                      "related videos",
                                      "see also",
                                      "suggested reading",
                                      "top stories",
                                      "topics",
                                      "trending",
                                      "trending now",
                                      "up next",
                                      "what to read next",
                                      "you may also like",
                                      "you might also like"};
  return KITH_IN_LIST(lines, line, strlen(line));
}

/* Whether the sentence begins with "Read more:", "Related:", "WATCH |", "Tags:". */
static gboolean
has_label(const Marker *m, guint i)
{
  static const char *const labels[] = {"also read",
                                       "filed under",
                                       "more",
                                       "more on this",
                                       "must read",
                                       "read",
                                       "read also",
                                       "read more",
                                       "read next",
                                       "recommended",
                                       "related",
                                       "related article",
                                       "related articles",
                                       "related stories",
                                       "related story",
                                       "see also",
                                       "share",
                                       "source",
                                       "sources",
                                       "tags",
                                       "topics",
                                       "watch",
                                       "watch more"};
  static const char *const loud[] = {"more", "read", "watch"};
  const KithWord *words = words_of(m, i);
  guint n = length_of(m, i), k = 0;
  gsize used = 0;
  char label[32] = "";
  while (k < n && k < 4 && is_letter(&words[k]) && used + strlen(words[k].form) + 2 < sizeof label) {
    used += (gsize)g_snprintf(label + used, sizeof label - used, "%s%s", k > 0 ? " " : "", words[k].form);
    k++;
  }
  if (k == 0 || k >= n || (strcmp(words[k].form, ":") != 0 && strcmp(words[k].form, "|") != 0))
    return FALSE;
  if (!KITH_IN_LIST(labels, label, used))
    return FALSE;
  /* "More: " can begin a sentence; "MORE:" and "More |" are labels. */
  return !KITH_IN_LIST(loud, label, used) || words[k].form[0] == '|' || g_ascii_isupper(label[1]) ||
         !has_end(m, i);
}

/* "23 comments", "Comments (23)", "5 min read", "1.2K shares", "3 minutes ago". */
static gboolean
is_counter(const char *line)
{
  static const char *const units[] = {"ago",      "comment",   "comments",    "likes",
                                      "min read", "mins read", "minute read", "minutes read",
                                      "reads",    "share",     "shares",      "views"};
  gboolean digit = strpbrk(line, "0123456789") != NULL;
  gsize length = strlen(line);
  if (!digit || length > 24)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(units); i++)
    if (g_str_has_suffix(line, units[i]) || (g_str_has_prefix(line, units[i]) && i > 0))
      return TRUE;
  return FALSE;
}

/* "Copyright 2021", "(c) 2021 ...", "© ...". */
static gboolean
is_copyright(const Marker *m, guint i)
{
  const KithWord *words = words_of(m, i);
  guint n = length_of(m, i);
  if (strcmp(words[0].form, "\xC2\xA9") == 0)
    return TRUE;
  if (n > 1 && g_ascii_strcasecmp(words[0].form, "copyright") == 0)
    return g_ascii_isdigit(words[1].form[0]) || words[1].form[0] == '(' ||
           strcmp(words[1].form, "\xC2\xA9") == 0 || is_line(m, i);
  return n > 3 && words[0].form[0] == '(' && g_ascii_strcasecmp(words[1].form, "c") == 0 &&
         words[2].form[0] == ')' && g_ascii_isdigit(words[3].form[0]);
}

/* "REUTERS/Name", "Getty Images", "AFP via Getty Images" alone on a line. */
static gboolean
is_agency_line(const Marker *m, guint i)
{
  static const char *const agencies[] = {"afp", "ap", "epa", "getty", "reuters"};
  const KithWord *words = words_of(m, i);
  guint n = length_of(m, i), lower = 0;
  gboolean agency = FALSE, mark = FALSE;
  if (!is_line(m, i) || n > 9 || n < 2)
    return FALSE;
  for (guint k = 0; k < n; k++) {
    const char *form = words[k].form;
    agency = agency || KITH_IN_LIST(agencies, form, strlen(form));
    mark = mark || form[0] == '/' || strcmp(form, "Images") == 0 || strcmp(form, "via") == 0 ||
           strcmp(form, "|") == 0;
    lower += is_letter(&words[k]) && !is_upper(&words[k]) && strcmp(form, "via") != 0;
  }
  return agency && mark && lower == 0;
}

/* What the sentence is by itself. */
static Mark
judge(const Marker *m, guint i)
{
  char line[64];
  guint n = length_of(m, i);
  if (kith_credit_length(words_of(m, i), n) == n || is_copyright(m, i) || is_agency_line(m, i))
    return LINE;
  if (i > 0 && has_label(m, i))
    return LINE;
  if (m->end[i] - m->first[i] == 1 && n <= 7 && spell(m, i, 7, line, sizeof line) &&
      (is_furniture(line) || is_related_header(line) || is_counter(line)))
    return LINE;
  return i > 0 && m->weight[i] >= ENOUGH ? PLEA : BODY;
}

/* Marks the titles of other articles below a header that says so. */
static void
mark_related(Marker *m)
{
  char line[64];
  for (guint i = 0; i + 1 < m->n; i++) {
    if (m->mark[i] != LINE || !spell(m, i, 7, line, sizeof line) || !is_related_header(line))
      continue;
    for (guint k = i + 1, taken = 0;
         k < m->n && taken < MAX_RELATED && is_line(m, k) && length_of(m, k) <= MAX_TITLE; k++, taken++)
      m->mark[k] = LINE;
  }
}

/* Marks what stands beside a plea and has cues, if fewer. */
static void
spread(Marker *m)
{
  for (guint i = 1; i < m->n; i++)
    if (m->mark[i] == BODY && m->mark[i - 1] == PLEA && m->weight[i] >= BESIDE)
      m->mark[i] = PLEA;
  for (guint i = m->n - 1; i-- > 1;)
    if (m->mark[i] == BODY && m->mark[i + 1] == PLEA && m->weight[i] >= BESIDE)
      m->mark[i] = PLEA;
}

/* Whether the sentence names something inside it or counts: what articles do in nearly each sentence. */
static gboolean
has_particulars(const Marker *m, guint i)
{
  const KithWord *words = words_of(m, i);
  for (guint k = 1; k < length_of(m, i); k++)
    if (g_ascii_isdigit(words[k].form[0]) ||
        (is_upper(&words[k]) && strcmp(words[k].form, "I") != 0 && is_letter(&words[k - 1])))
      return TRUE;
  return FALSE;
}

/* Whether the paragraph of sentence i holds a plea. */
static gboolean
in_plea_paragraph(const Marker *m, guint i)
{
  for (guint k = m->first[i]; k < m->end[i]; k++)
    if (m->mark[k] == PLEA)
      return TRUE;
  return FALSE;
}

/* Whether sentence i, between two pleas, can be theirs. */
static gboolean
can_bridge(const Marker *m, guint i)
{
  const KithCues *cues = cues_of(m, i);
  if (cues->report || cues->quote)
    return FALSE;
  if (in_plea_paragraph(m, i))
    return TRUE;
  int soft = cues->soft + (cues->reader || cues->publisher ? 10 : 0) + MAX(m->weight[i], 0) + cues->topic / 2;
  return soft >= 10 || (soft >= 5 && !has_particulars(m, i));
}

/* Marks what stands between two pleas and tells no news. */
static void
bridge(Marker *m)
{
  for (guint i = 0; i < m->n;) {
    if (m->mark[i] != BODY || i == 0 || m->mark[i - 1] != PLEA) {
      i++;
      continue;
    }
    guint end = i, words = 0;
    gboolean can = TRUE;
    while (end < m->n && m->mark[end] == BODY && end - i <= MAX_GAP) {
      can = can && can_bridge(m, end);
      words += length_of(m, end);
      end++;
    }
    if (can && end < m->n && end - i <= MAX_GAP && words <= MAX_GAP_WORDS && m->mark[end] == PLEA)
      for (guint k = i; k < end; k++)
        m->mark[k] = PLEA;
    i = end;
  }
}

/* Whether sentence i, beside a plea in its paragraph or a line beside one, goes with it. */
static gboolean
can_join(const Marker *m, guint i)
{
  const KithCues *cues = cues_of(m, i);
  if (cues->report || cues->quote || has_particulars(m, i) || length_of(m, i) > 35)
    return FALSE;
  return cues->soft >= 5 || cues->reader || cues->publisher || cues->action || cues->topic > 0;
}

/* Marks the ends of a plea's paragraph that tell no news, and a short line right before it. */
static void
trim_edges(Marker *m)
{
  for (guint i = m->n; i-- > 1;)
    if (m->mark[i] == PLEA && m->mark[i - 1] == BODY && i > 1 && can_join(m, i - 1) &&
        (m->first[i - 1] == m->first[i] || (is_line(m, i - 1) && length_of(m, i - 1) <= 8)))
      m->mark[i - 1] = PLEA;
  for (guint i = 1; i < m->n; i++)
    if (m->mark[i - 1] == PLEA && m->mark[i] == BODY && m->first[i - 1] == m->first[i] && can_join(m, i))
      m->mark[i] = PLEA;
}

static void
find_paragraphs(Marker *m)
{
  for (guint i = 0; i < m->n;) {
    guint end = i + 1, paragraph = kith_document_sentence(m->document, i)->paragraph;
    while (end < m->n && kith_document_sentence(m->document, end)->paragraph == paragraph)
      end++;
    for (guint k = i; k < end; k++) {
      m->first[k] = i;
      m->end[k] = end;
    }
    i = end;
  }
}

void
kith_boilerplate_mark(KithDocument *document)
{
  guint n = document->sentences->len;
  if (n == 0)
    return;
  g_autoptr(GArray) cues = kith_cues_find(document);
  g_autofree int *weight = g_new0(int, n);
  g_autofree Mark *mark = g_new0(Mark, n);
  g_autofree guint *first = g_new0(guint, n);
  g_autofree guint *end = g_new0(guint, n);
  Marker m = {
      .document = document, .cues = cues, .n = n, .weight = weight, .mark = mark, .first = first, .end = end};
  find_paragraphs(&m);
  for (guint i = 0; i < n; i++)
    weight[i] = kith_cues_weight(&g_array_index(cues, KithCues, i));
  for (guint i = 0; i < n; i++)
    mark[i] = judge(&m, i);
  mark_related(&m);
  spread(&m);
  bridge(&m);
  trim_edges(&m);
  bridge(&m);
  for (guint i = 0; i < n; i++)
    if (mark[i] != BODY && kith_document_sentence(document, i)->kind != KITH_SENTENCE_METADATA)
      kith_document_sentence(document, i)->kind = KITH_SENTENCE_BOILERPLATE;
}
