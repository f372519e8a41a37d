#include "text/boilerplate.h"

#include <string.h>

#include "text/chars.h"
#include "text/credit.h"
#include "text/cues.h"
#include "text/furniture.h"
#include "text/wordlist.h"

enum {
  POOLED = 40,      /* weight of a paragraph in all */
  POOLED_EACH = 10, /* and a sentence of it on the mean */
  MAX_GAP = 4,      /* sentences between two such ones that go with them */
  MAX_GAP_WORDS = 90,
  MAX_RELATED = 8,   /* titles below "Related stories" */
  MAX_TITLE = 24,    /* words of a title */
  MAX_CONTACTS = 12, /* lines below "Media contacts" */
  MAX_CONTACT = 12,  /* words of one */
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

/* Whether the sentence begins with "Read more:", "Related:", "WATCH |", "Tags:". */
static gboolean
has_label(const Marker *m, guint i)
{
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
  if (!kith_is_link_label(label))
    return FALSE;
  /* "More: " can begin a sentence; "MORE:" and "More |" are labels. */
  return !kith_is_word_label(label) || words[k].form[0] == '|' || g_ascii_isupper(label[1]) || !has_end(m, i);
}

/* "Read more about ...", "Read the full story here". */
static gboolean
begins_link(const Marker *m, guint i)
{
  char line[64];
  return length_of(m, i) <= 30 && is_letter(words_of(m, i)) && !cues_of(m, i)->report &&
         spell(m, i, 3, line, sizeof line) && kith_begins_link(line);
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
  if (i > 0 && (has_label(m, i) || begins_link(m, i)))
    return LINE;
  if (m->end[i] - m->first[i] == 1 && n <= 7 && spell(m, i, 7, line, sizeof line) &&
      (kith_is_furniture(line) || kith_is_related_header(line) || kith_is_counter(line)))
    return LINE;
  int line_bonus = is_line(m, i) && cues_of(m, i)->action && m->weight[i] > 0 ? 8 : 0;
  return i > 0 && m->weight[i] + line_bonus >= KITH_CUES_ENOUGH ? PLEA : BODY;
}

/* A line without a sentence's end, or a question alone. */
static gboolean
is_title(const Marker *m, guint i)
{
  const KithSentence *sentence = kith_document_sentence(m->document, i);
  return is_line(m, i) || (m->end[i] - m->first[i] == 1 && m->document->text[sentence->span.end - 1] == '?');
}

/* Marks the titles of other articles below a header that says so. */
static void
mark_related(Marker *m)
{
  char line[64];
  for (guint i = 0; i + 1 < m->n; i++) {
    if (m->mark[i] != LINE || !spell(m, i, 7, line, sizeof line) || !kith_is_related_header(line))
      continue;
    for (guint k = i + 1, taken = 0;
         k < m->n && taken < MAX_RELATED && is_title(m, k) && length_of(m, k) <= MAX_TITLE; k++, taken++)
      m->mark[k] = LINE;
  }
}

/* Marks whom to ask, below a line that says so: names, numbers, addresses. */
static void
mark_contacts(Marker *m)
{
  char line[64];
  for (guint i = 1; i < m->n; i++) {
    if (!is_title(m, i) || length_of(m, i) > 7 || !spell(m, i, 7, line, sizeof line) ||
        !kith_is_contact_header(line))
      continue;
    m->mark[i] = LINE;
    for (guint k = i + 1;
         k < m->n && k <= i + MAX_CONTACTS && !has_end(m, k) && length_of(m, k) <= MAX_CONTACT; k++)
      m->mark[k] = LINE;
  }
}

/* Marks what stands beside a plea and has cues, if fewer. */
static void
spread(Marker *m)
{
  for (guint i = 1; i < m->n; i++)
    if (m->mark[i] == BODY && m->mark[i - 1] == PLEA && m->weight[i] >= KITH_CUES_BESIDE)
      m->mark[i] = PLEA;
  for (guint i = m->n - 1; i-- > 1;)
    if (m->mark[i] == BODY && m->mark[i + 1] == PLEA && m->weight[i] >= KITH_CUES_BESIDE)
      m->mark[i] = PLEA;
}

/* The weight of a sentence, with its topics where it addresses nobody but its paragraph may. */
static int
cue_sum(const Marker *m, guint i)
{
  const KithCues *cues = cues_of(m, i);
  gboolean addressed = cues->reader || cues->publisher || cues->action;
  return MAX(0, m->weight[i]) + (addressed ? 0 : MIN(cues->topic, 28));
}

/* Whether a paragraph (the sentences from begin to end) as a whole is a plea: an address that is foreign to
 * the text, and cues enough in all, though none of its sentences may have enough. */
static gboolean
is_plea_paragraph(const Marker *m, guint begin, guint end)
{
  int sum = 0;
  gboolean odd = FALSE;
  for (guint i = begin; i < end; i++) {
    const KithCues *cues = cues_of(m, i);
    if (cues->report || cues->quote)
      return FALSE;
    odd = odd || cues->odd_reader || cues->odd_publisher || cues->odd_action;
    sum += cue_sum(m, i);
  }
  return odd && sum >= POOLED && sum >= POOLED_EACH * (int)(end - begin);
}

/* Marks the sentences with a cue of paragraphs that are pleas as a whole. */
static void
pool(Marker *m)
{
  for (guint i = m->n > 0 ? m->end[0] : 0; i < m->n; i = m->end[i])
    if (is_plea_paragraph(m, i, m->end[i]))
      for (guint k = i; k < m->end[i]; k++)
        if (m->mark[k] == BODY && cue_sum(m, k) > 0)
          m->mark[k] = PLEA;
}

/* Marks the buttons of a form: short lines that speak to or for the reader, beside what is marked. */
static void
mark_buttons(Marker *m)
{
  for (guint i = 1; i < m->n; i++) {
    const KithCues *cues = cues_of(m, i);
    gboolean beside = m->mark[i - 1] != BODY || (i + 1 < m->n && m->mark[i + 1] != BODY);
    gboolean speaks = cues->reader || cues->publisher || cues->person || cues->action;
    if (m->mark[i] == BODY && beside && speaks && is_line(m, i) && length_of(m, i) <= 7)
      m->mark[i] = PLEA;
  }
}

/* Marks the rest of a paragraph that begins with a copyright. */
static void
mark_notices(Marker *m)
{
  for (guint i = 0; i < m->n; i = m->end[i])
    if (is_copyright(m, i))
      for (guint k = i; k < m->end[i]; k++)
        m->mark[k] = LINE;
}

/* Marks in a plea's paragraph what addresses somebody and has any cue. */
static void
spread_in_paragraphs(Marker *m)
{
  for (guint i = 0; i < m->n; i = m->end[i]) {
    gboolean plea = FALSE;
    for (guint k = i; k < m->end[i]; k++)
      plea = plea || m->mark[k] == PLEA;
    for (guint k = i; plea && k < m->end[i]; k++)
      if (m->mark[k] == BODY && m->weight[k] >= KITH_CUES_BESIDE / 2)
        m->mark[k] = PLEA;
  }
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

/* Marks the whole of a plea's paragraph where no sentence of it tells news. */
static void
complete(Marker *m)
{
  for (guint i = 0; i < m->n; i = m->end[i]) {
    gboolean plea = FALSE, news = FALSE;
    for (guint k = i; k < m->end[i]; k++) {
      plea = plea || m->mark[k] == PLEA;
      news = news ||
             (m->mark[k] == BODY && (has_particulars(m, k) || cues_of(m, k)->report || cues_of(m, k)->quote));
    }
    for (guint k = i; plea && !news && k < m->end[i]; k++)
      m->mark[k] = PLEA;
  }
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
  if (cues->report || cues->quote || length_of(m, i) > 35)
    return FALSE;
  if (has_particulars(m, i))
    return length_of(m, i) <= 22 && (cues->topic >= 14 || cues->topic + cues->soft >= 13);
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
  kith_cues_compare(cues);
  for (guint i = 0; i < n; i++)
    weight[i] = kith_cues_weight(&g_array_index(cues, KithCues, i));
  for (guint i = 0; i < n; i++)
    mark[i] = judge(&m, i);
  mark_notices(&m);
  mark_related(&m);
  mark_contacts(&m);
  pool(&m);
  spread(&m);
  spread_in_paragraphs(&m);
  complete(&m);
  bridge(&m);
  trim_edges(&m);
  mark_buttons(&m);
  bridge(&m);
  for (guint i = 0; i < n; i++)
    if (mark[i] != BODY && kith_document_sentence(document, i)->kind != KITH_SENTENCE_METADATA)
      kith_document_sentence(document, i)->kind = KITH_SENTENCE_BOILERPLATE;
}
