#include "text/metadata.h"

#include <string.h>

#include "text/chars.h"
#include "text/wordlist.h"

enum { MAX_LINE = 24, MAX_DATELINE = 16, MAX_BYLINE = 16 };

/* The words of a line of dates beside the date: "Updated 3:45 PM EST". */
static gboolean
is_date_word(const char *form)
{
  static const char *const words[] = {
      "a.m.",     "ago",     "am",  "at",     "bst",     "by",          "cest",      "cet",   "date",
      "edt",      "eet",     "est", "et",     "first",   "gmt",         "hour",      "hours", "hrs",
      "ist",      "last",    "min", "minute", "minutes", "modified",    "msk",       "of",    "on",
      "p.m.",     "pdt",     "pm",  "posted", "pst",     "publication", "published", "read",  "release",
      "released", "revised", "st",  "th",     "the",     "time",        "updated",   "utc"};
  gsize length = strlen(form);
  return KITH_IN_LIST(words, form, length) || kith_is_weekday(form, length) || kith_month(form, length) > 0;
}

static gboolean
starts_upper(const char *form)
{
  gsize next;
  return kith_char_kind(kith_char_at(form, 0, &next)) == KITH_CHAR_UPPER;
}

static gboolean
is_letters(const char *form)
{
  gsize next;
  return kith_kind_is_letter(kith_char_kind(kith_char_at(form, 0, &next)));
}

/* All letters capital, two or more of them: "KABUL". */
static gboolean
is_capitals(const char *form)
{
  guint n = 0;
  for (gsize i = 0, next; form[i] != '\0'; i = next, n++)
    if (kith_char_kind(kith_char_at(form, i, &next)) == KITH_CHAR_LOWER)
      return FALSE;
  return n >= 2 && is_letters(form);
}

static gboolean
is_dash(const char *form)
{
  static const char *const dashes[] = {"-", "--", "_", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95", "|"};
  for (guint i = 0; i < G_N_ELEMENTS(dashes); i++)
    if (strcmp(form, dashes[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The number that a word is or begins with ("21st"), up to most; 0 for none. */
static guint
number_of(const char *form, guint most)
{
  guint value = 0;
  gsize i = 0;
  for (; g_ascii_isdigit(form[i]) && i < 5; i++)
    value = value * 10 + (guint)(form[i] - '0');
  gboolean suffix = form[i] == '\0' || (i <= 2 && strlen(form + i) == 2 && g_ascii_islower(form[i]));
  return i > 0 && suffix && value <= most ? value : 0;
}

static guint
year_of(const char *form)
{
  guint year = strlen(form) == 4 ? number_of(form, 2200) : 0;
  return year >= 1000 ? year : 0;
}

/* A day in ISO 8601 out of "July 21, 2017", "21 July 2017" or "2017-07-21" that begins at word i; NULL for
 * none. */
static char *
date_at(const KithWord *words, guint i, guint n)
{
  const char *form = words[i].form;
  guint year = 0, month = 0, day = 0, k = i + 1;
  if (strlen(form) >= 10 && form[4] == '-' && form[7] == '-' && (form[10] == '\0' || form[10] == 'T')) {
    year = (guint)g_ascii_strtoull(form, NULL, 10);
    month = (guint)g_ascii_strtoull(form + 5, NULL, 10);
    day = (guint)g_ascii_strtoull(form + 8, NULL, 10);
  } else if ((month = kith_month(form, strlen(form))) > 0) {
    if (k < n && (day = number_of(words[k].form, 31)) > 0)
      k++;
  } else if ((day = number_of(form, 31)) > 0) {
    if (k < n && strcmp(words[k].form, "of") == 0)
      k++;
    month = k < n ? kith_month(words[k].form, strlen(words[k].form)) : 0;
    k++;
  }
  if (year == 0 && k < n && strcmp(words[k].form, ",") == 0)
    k++;
  if (year == 0 && k < n)
    year = year_of(words[k].form);
  if (!g_date_valid_dmy((GDateDay)MIN(day, 255), (GDateMonth)MIN(month, 13), (GDateYear)MIN(year, 65535)))
    return NULL;
  return g_strdup_printf("%04u-%02u-%02u", year, month, day);
}

/* Stores the first date among the words. */
static void
take_date(KithDocument *document, const KithWord *words, guint n)
{
  for (guint i = 0; i < n && document->date == NULL; i++)
    document->date = date_at(words, i, n);
}

/* Whether the words are a date and what may stand beside one. */
static gboolean
is_date_line(const KithWord *words, guint n)
{
  gboolean month = FALSE, number = FALSE, label = FALSE;
  if (n < 2 || n > MAX_LINE)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    const char *form = words[i].form;
    if (g_ascii_isdigit(form[0]))
      number = TRUE;
    else if (is_letters(form) && !is_date_word(form))
      return FALSE;
    else if (i == 0 && is_letters(form) && kith_month(form, strlen(form)) == 0)
      label = TRUE; /* "Updated", "Friday" */
    month = month || kith_month(form, strlen(form)) > 0 ||
            (strlen(form) >= 10 && form[4] == '-' && form[7] == '-');
  }
  return number && (month || label);
}

/* Words that may stand beside the names in a byline. */
static gboolean
is_byline_word(const char *form)
{
  static const char *const words[] = {
      "a",         "analyst",       "and",       "associated", "at",      "by",     "chief",
      "columnist", "correspondent", "de",        "del",        "der",     "di",     "diplomatic",
      "editor",    "for",           "foreign",   "from",       "in",      "of",     "our",
      "press",     "reporter",      "reporters", "senior",     "special", "staff",  "the",
      "to",        "van",           "von",       "with",       "world",   "writer", "writers"};
  return KITH_IN_LIST(words, form, strlen(form));
}

/* How many words of a byline's author follow from i: names up to a mark, "in", "for" or the end. */
static guint
author_length(const KithWord *words, guint i, guint n)
{
  static const char *const stops[] = {"at", "for", "from", "in", "with"};
  guint k = i;
  for (; k < n; k++) {
    const char *form = words[k].form;
    if (KITH_IN_LIST(stops, form, strlen(form)) ||
        (!is_letters(form) && strcmp(form, "&") != 0 && form[0] != '\''))
      break;
  }
  return k - i;
}

static char *
dup_range(const KithDocument *document, const KithWord *words, guint n)
{
  g_autofree char *text =
      g_strndup(document->text + words[0].span.begin, words[n - 1].span.end - words[0].span.begin);
  /* One space for each run of white space. */
  g_auto(GStrv) parts = g_strsplit_set(text, " \t\r\n", -1);
  GString *out = g_string_new(NULL);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (parts[i][0] == '\0')
      continue;
    if (out->len > 0)
      g_string_append_c(out, ' ');
    g_string_append(out, parts[i]);
  }
  return g_string_free(out, FALSE);
}

/* Whether the n words are "By NAME, Staff Writer | DATE". */
static gboolean
is_byline(const KithWord *words, guint n)
{
  guint names = 0;
  if (n < 2 || n > MAX_LINE || g_ascii_strcasecmp(words[0].form, "by") != 0 || !starts_upper(words[0].form))
    return FALSE;
  for (guint i = 1; i < n; i++) {
    const char *form = words[i].form;
    if (!is_letters(form))
      continue;
    if (starts_upper(form))
      names++;
    else if (!is_byline_word(form) && !is_date_word(form))
      return FALSE;
  }
  return names >= 1 && starts_upper(words[1].form) && strcmp(words[n - 1].form, ":") != 0;
}

/* Credits at an article's end: "Reporting by A in B; editing by C", "Associated Press writers A and B
 * contributed". */
static gboolean
is_writers_credit(const KithWord *words, guint n)
{
  static const char *const works[] = {"additional", "editing", "reporting", "writing"};
  if (n < 3 || n > 80)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (KITH_IN_LIST(works, words[i].form, strlen(words[i].form)) && starts_upper(words[0].form) &&
        strcmp(words[i + 1].form, "by") == 0)
      return TRUE;
  for (guint i = 2; i + 3 < n; i++) {
    if (strcmp(words[i].form, "contributed") != 0 || strcmp(words[i + 1].form, "to") != 0)
      continue;
    gsize last = i + 2;
    if (strcmp(words[last].form, "this") == 0 &&
        (strcmp(words[last + 1].form, "report") == 0 || strcmp(words[last + 1].form, "story") == 0 ||
         strcmp(words[last + 1].form, "article") == 0))
      return TRUE;
  }
  return FALSE;
}

gboolean
kith_metadata_take(KithDocument *document, const KithWord *words, guint n)
{
  if (is_date_line(words, n)) {
    take_date(document, words, n);
    return TRUE;
  }
  if (is_byline(words, n)) {
    guint length = author_length(words, 1, n);
    if (document->author == NULL && length > 0)
      document->author = dup_range(document, words + 1, length);
    take_date(document, words, n);
    return TRUE;
  }
  return is_writers_credit(words, n);
}

/* A bracketed agency "(AP)" at word i: how many words it takes, 0 for none. */
static guint
agency_length(const KithWord *words, guint i, guint n)
{
  if (i >= n || words[i].form[0] != '(')
    return 0;
  for (guint k = i + 1; k < n && k - i <= 5; k++) {
    if (words[k].form[0] == ')')
      return k > i + 1 ? k + 1 - i : 0;
    if (!starts_upper(words[k].form) && strcmp(words[k].form, "/") != 0)
      return 0;
  }
  return 0;
}

/* Labels before a colon that are no town: "WATCH: ...". */
static gboolean
is_label(const char *form)
{
  static const char *const labels[] = {
      "also",      "analysis", "breaking", "comment", "correction", "editorial", "exclusive", "explained",
      "explainer", "fact",     "factbox",  "how",     "interview",  "listen",    "live",      "more",
      "note",      "opinion",  "photos",   "poll",    "read",       "related",   "source",    "sources",
      "timeline",  "update",   "updated",  "video",   "watch",      "what",      "why"};
  return KITH_IN_LIST(labels, form, strlen(form));
}

guint
kith_dateline_length(const KithWord *words, guint n)
{
  gboolean agency = FALSE, dated = FALSE,
           capitals =
               n > 0 && is_capitals(words[0].form) && strlen(words[0].form) > 3 && !is_label(words[0].form);
  for (guint i = 0; i + 1 < n && i < MAX_DATELINE; i++) {
    const char *form = words[i].form;
    guint length = agency_length(words, i, n);
    if (length > 0) {
      agency = TRUE;
      i += length - 1;
      /* "London (CNN)Text": no dash, but the agency and its text touch */
      if (i + 1 < n && !(words[i + 1].flags & KITH_WORD_SPACE_BEFORE) && starts_upper(words[i + 1].form))
        return i + 1;
      continue;
    }
    if (is_dash(form)) {
      gboolean spaced = (words[i].flags & KITH_WORD_SPACE_BEFORE) ||
                        (words[i + 1].flags & KITH_WORD_SPACE_BEFORE) || strlen(form) > 1;
      return i > 0 && spaced && (agency || capitals || (dated && starts_upper(words[0].form))) ? i + 1 : 0;
    }
    if (strcmp(form, ":") == 0)
      return i > 0 && capitals && i <= 3 ? i + 1 : 0;
    if (kith_month(form, strlen(form)) > 0)
      dated = TRUE;
    else if (is_letters(form) && !starts_upper(form))
      return 0;
    else if (!is_letters(form) && !g_ascii_isdigit(form[0]) && strchr(",./'", form[0]) == NULL)
      return 0;
  }
  return 0;
}

/* "KABUL" as "Kabul"; capitals after the first letter of a word become small. */
static char *
title_case(const char *name)
{
  GString *copy = g_string_new(NULL);
  gboolean inside = FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    g_string_append_unichar(copy, inside ? g_unichar_tolower(c) : c);
    inside = g_unichar_isalpha(c);
  }
  return g_string_free(copy, FALSE);
}

void
kith_dateline_take(KithDocument *document, const KithWord *words, guint n)
{
  guint length = 0;
  while (length < n && is_letters(words[length].form) &&
         kith_month(words[length].form, strlen(words[length].form)) == 0)
    length++;
  guint city = length;
  if (length > 0 && length + 1 < n && strcmp(words[length].form, ",") == 0 &&
      is_letters(words[length + 1].form) &&
      kith_month(words[length + 1].form, strlen(words[length + 1].form)) == 0)
    length += 2;
  while (length > city && length < n && is_letters(words[length].form))
    length++;
  if (document->place == NULL && city > 0) {
    g_autofree char *place = dup_range(document, words, length);
    g_autofree char *city_name = dup_range(document, words, city);
    gboolean shout = is_capitals(words[0].form);
    g_autofree char *city_title = title_case(city_name);
    document->place = shout ? g_strconcat(city_title, place + strlen(city_name), NULL) : g_strdup(place);
  }
  take_date(document, words, n);
}
