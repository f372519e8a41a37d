#include "relation/dates.h"

#include <stdio.h>
#include <string.h>

enum { EARLIEST = 1400, LATEST = 2999 }; /* years of documents */

/* A day, or what holds days. */
typedef enum { YEAR, MONTH, DAY, WEEK, HALF, QUARTER, DECADE, WEEKEND } Grain;

typedef struct {
  Grain grain;
  GDate day;     /* the first day of it */
  gboolean open; /* the year is not said: see settle() */
  guint month, mday;
  gint hour, minute; /* -1: not said */
} Point;

typedef struct {
  const KithScene *scene;
  GDate now;      /* of the document */
  gboolean known; /* whether it has one */
  KithTense tense;
} Reader;

static const char *
form(const Reader *r, gint at)
{
  return at >= 0 && at < (gint)r->scene->n ? r->scene->words[at].form : "";
}

static gboolean
is(const Reader *r, gint at, const char *list)
{
  const char *word = form(r, at);
  const gsize length = strlen(word);
  const char first = g_ascii_tolower(word[0]);
  for (const char *p = list; length > 0 && p != NULL; p = strchr(p, ' ')) {
    p += *p == ' ';
    if (g_ascii_tolower(*p) == first && g_ascii_strncasecmp(p, word, length) == 0 &&
        (p[length] == ' ' || p[length] == '\0'))
      return TRUE;
  }
  return FALSE;
}

/* Where word stands in a list parted by spaces, from 1; 0. Abbreviations of three or four letters count where
 * short. */
static guint
place_in(const char *word, const char *list, gboolean abbreviated)
{
  gsize length = strlen(word);
  guint n = 1;
  if (length > 0 && word[length - 1] == '.')
    length--;
  for (const char *p = list; *p != '\0'; n++) {
    const char *space = strchr(p, ' ');
    const gsize whole = space != NULL ? (gsize)(space - p) : strlen(p);
    if (length > 0 && g_ascii_tolower(*p) == g_ascii_tolower(*word) &&
        g_ascii_strncasecmp(p, word, length) == 0 &&
        (length == whole || (abbreviated && length >= 3 && length <= 4)))
      return n;
    p += whole;
    p += *p == ' ';
  }
  return 0;
}

static guint
month_of(const Reader *r, gint at)
{
  const char *word = form(r, at);
  if (!g_ascii_isupper(word[0]) ||
      (at >= 0 && at < (gint)r->scene->n && r->scene->words[at].upos == KITH_AUX))
    return 0;
  return place_in(
      word, "january february march april may june july august september october november december", TRUE);
}

static guint
weekday_of(const Reader *r, gint at)
{
  const char *word = form(r, at);
  return g_ascii_isupper(word[0])
             ? place_in(word, "monday tuesday wednesday thursday friday saturday sunday", TRUE)
             : 0;
}

/* A whole number ("3", "3rd", "three", "a"); 0 for none. */
static guint
number(const char *word, gboolean ordinal)
{
  guint value = 0, digits = 0;
  for (; g_ascii_isdigit(word[digits]) && digits < 5; digits++)
    value = value * 10 + (guint)(word[digits] - '0');
  if (digits == 0) {
    value = place_in(word, "one two three four five six seven eight nine ten eleven twelve", FALSE);
    if (value == 0 && (g_ascii_strcasecmp(word, "a") == 0 || g_ascii_strcasecmp(word, "an") == 0))
      value = 1;
    if (value == 0 && ordinal)
      value = place_in(word, "first second third fourth fifth sixth seventh eighth ninth tenth", FALSE);
    return value;
  }
  const char *rest = word + digits;
  gboolean tail = strcmp(rest, "st") == 0 || strcmp(rest, "nd") == 0 || strcmp(rest, "rd") == 0 ||
                  strcmp(rest, "th") == 0;
  return digits <= 4 && (*rest == '\0' || tail) ? value : 0;
}

static guint
year_of(const Reader *r, gint at)
{
  const char *word = form(r, at);
  return strlen(word) == 4 && strspn(word, "0123456789") == 4 && word[0] >= '1' && word[0] <= '2' &&
                 strcmp(word, "1400") > 0
             ? number(word, FALSE)
             : 0;
}

static gboolean
set_day(GDate *date, guint year, guint month, guint day)
{
  if (year == 0 || year > 9999 || !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_clear(date, 1);
  g_date_set_dmy(date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

/* Moves a date by so many units. */
static void
shift(GDate *date, gint by, Grain unit)
{
  guint n = (guint)ABS(by);
  if (unit == YEAR || unit == MONTH)
    (by < 0 ? g_date_subtract_months : g_date_add_months)(date, unit == YEAR ? 12 * n : n);
  else
    (by < 0 ? g_date_subtract_days : g_date_add_days)(date, unit == WEEK ? 7 * n : n);
}

/* Gives a point without a year the one that the tense asks for: the latest on or before the document's date,
 * or the next. FALSE where that cannot be told. */
static gboolean
settle(const Reader *r, Point *point)
{
  if (!point->open)
    return TRUE;
  if (!r->known)
    return FALSE;
  guint year = g_date_get_year(&r->now), day = point->grain == DAY ? point->mday : 1;
  gint sign = r->tense == KITH_TENSE_FUTURE ? 1 : -1;
  guint now_month = g_date_get_month(&r->now), now_day = g_date_get_day(&r->now);
  gint later = point->month != now_month ? (gint)point->month - (gint)now_month
               : point->grain == DAY     ? (gint)day - (gint)now_day
                                         : 0;
  if (later * sign < 0)
    year += (guint)sign;
  point->open = FALSE;
  return set_day(&point->day, year, point->month, day);
}

/* MONTH DAY, DAY MONTH, MONTH, each with a year or not; YEAR alone where the words before ask for one.
 * Returns the word after it, or at. */
static gint
read_date(const Reader *r, gint at, Point *point)
{
  guint day = 0, month = month_of(r, at), year = 0;
  gint i = at;
  point->hour = -1;
  if (month > 0) {
    i++;
    i += is(r, i, ".");
    guint value = number(form(r, i), FALSE);
    if (value > 0 && value <= 31 && g_ascii_isdigit(form(r, i)[0])) {
      day = value;
      i++;
    }
  } else {
    day = g_ascii_isdigit(form(r, at)[0]) ? number(form(r, at), FALSE) : 0;
    i = at + 1 + (is(r, at + 1, "of") ? 1 : 0);
    month = month_of(r, i);
    if (day == 0 || day > 31 || month == 0)
      return at;
    i++;
    i += is(r, i, ".");
  }
  gint comma = i + is(r, i, ", of");
  if ((year = year_of(r, comma)) > 0)
    i = comma + 1;
  point->grain = day > 0 ? DAY : MONTH;
  point->month = month;
  point->mday = day;
  point->open = year == 0;
  if (year > 0 && !set_day(&point->day, year, month, MAX(day, 1)))
    return at;
  return settle(r, point) ? i : at;
}

static gint
read_year(const Reader *r, gint at, Point *point)
{
  guint year = year_of(r, at);
  if (year == 0 || r->scene->words[at].upos != KITH_NUM || !set_day(&point->day, year, 1, 1))
    return at;
  point->grain = YEAR;
  point->open = FALSE;
  point->hour = -1;
  return at + 1;
}

/* [last|this|next] WEEKDAY [night|morning|...] */
static gint
read_weekday(const Reader *r, gint at, Point *point)
{
  gboolean last = is(r, at, "last past"), next = is(r, at, "next coming"), this = is(r, at, "this");
  gint i = at + (last || next || this);
  guint weekday = weekday_of(r, i);
  if (weekday == 0 || !r->known)
    return at;
  gint by = (gint)weekday - (gint)g_date_get_weekday(&r->now);
  if (!this) {
    gboolean future = next || (!last && r->tense == KITH_TENSE_FUTURE);
    if (future && by <= 0)
      by += 7;
    else if (!future && (by > 0 || (last && by == 0)))
      by -= 7;
  }
  point->day = r->now;
  shift(&point->day, by, DAY);
  point->grain = DAY;
  point->open = FALSE;
  point->hour = -1;
  i++;
  return i + is(r, i, "night morning afternoon evening noon midday");
}

/* today, yesterday, feasts, "the 12th", "the weekend", "the 1990s" */
static gint
read_named(const Reader *r, gint at, Point *point)
{
  static const struct {
    const char *first, *second, *third;
    guint month, day;
  } feasts[] = {
      {"New", "Year", "Eve", 12, 31},   {"New", "Year", "Day", 1, 1},    {"Christmas", "Day", "", 12, 25},
      {"Christmas", "Eve", "", 12, 24}, {"Boxing", "Day", "", 12, 26},   {"Valentine", "Day", "", 2, 14},
      {"May", "Day", "", 5, 1},         {"Halloween", "", "", 10, 31},   {"Christmas", "", "", 12, 25},
      {"Women", "Day", "", 3, 8},       {"Armistice", "Day", "", 11, 11}};
  point->hour = -1;
  point->open = FALSE;
  point->grain = DAY;
  for (guint i = 0; i < G_N_ELEMENTS(feasts); i++) {
    gint k = at;
    const char *const parts[] = {feasts[i].first, feasts[i].second, feasts[i].third};
    gboolean fits = TRUE;
    for (guint p = 0; p < 3 && parts[p][0] != '\0' && fits; p++) {
      k += p > 0 && is(r, k, "'s \342\200\231s '");
      fits = strcmp(form(r, k), parts[p]) == 0;
      k++;
    }
    if (fits) {
      point->open = TRUE;
      point->month = feasts[i].month;
      point->mday = feasts[i].day;
      return settle(r, point) ? k : at;
    }
  }
  if (!r->known)
    return at;
  point->day = r->now;
  if (is(r, at, "today tonight"))
    return at + 1;
  if (is(r, at, "yesterday tomorrow")) {
    shift(&point->day, is(r, at, "yesterday") ? -1 : 1, DAY);
    return at + 1 + is(r, at + 1, "night morning afternoon evening");
  }
  if (is(r, at, "the") && is(r, at + 1, "weekend")) {
    gint by = 6 - (gint)g_date_get_weekday(&r->now); /* its Saturday */
    if (r->tense == KITH_TENSE_PAST && by > -1)
      by -= 7;
    else if (r->tense == KITH_TENSE_FUTURE && by < 0)
      by += 7;
    shift(&point->day, by, DAY);
    point->grain = WEEKEND;
    return at + 2;
  }
  return at;
}

/* "the 12th" */
static gint
read_ordinal(const Reader *r, gint at, Point *point)
{
  const char *word = form(r, at + 1);
  guint day = g_ascii_isdigit(word[0]) && !g_ascii_isdigit(word[strlen(word) - 1]) ? number(word, FALSE) : 0;
  if (!r->known || !is(r, at, "the") || day == 0 || day > 31 ||
      (at + 2 < (gint)r->scene->n && r->scene->words[at + 2].upos == KITH_NOUN))
    return at;
  GDate date = r->now;
  for (guint i = 0; i < 12; i++) {
    gboolean valid = set_day(&point->day, g_date_get_year(&date), g_date_get_month(&date), day);
    gint order = valid ? g_date_compare(&point->day, &r->now) : 0;
    if (valid && (r->tense == KITH_TENSE_FUTURE ? order > 0 : order <= 0)) {
      point->grain = DAY;
      point->open = FALSE;
      point->hour = -1;
      return at + 2;
    }
    g_date_set_day(&date, 1);
    shift(&date, r->tense == KITH_TENSE_FUTURE ? 1 : -1, MONTH);
  }
  return at;
}

/* The unit of time that a noun names; FALSE for none. times: how many of the grain it is. */
static gboolean
unit_of(const Reader *r, gint at, Grain *grain, guint *times)
{
  *times = 1;
  if (is(r, at, "day days night nights"))
    *grain = DAY;
  else if (is(r, at, "week weeks fortnight"))
    *grain = WEEK;
  else if (is(r, at, "month months"))
    *grain = MONTH;
  else if (is(r, at, "year years"))
    *grain = YEAR;
  else if (is(r, at, "decade decades")) {
    *grain = YEAR;
    *times = 10;
  } else if (is(r, at, "century centuries")) {
    *grain = YEAR;
    *times = 100;
  } else
    return FALSE;
  if (is(r, at, "fortnight"))
    *times = 2;
  return TRUE;
}

/* A point as coarse as the unit. */
static void
coarsen(Point *point, Grain unit)
{
  point->grain = unit;
  point->open = FALSE;
  point->hour = -1;
}

/* "last month", "this year", "three weeks ago", "in three days" */
static gint
read_relative(const Reader *r, gint at, Point *point)
{
  Grain unit;
  guint times;
  gboolean last = is(r, at, "last past previous"), next = is(r, at, "next coming"), this = is(r, at, "this");
  if (!r->known)
    return at;
  point->day = r->now;
  if ((last || next || this) && unit_of(r, at + 1, &unit, &times) && unit != DAY && times == 1) {
    g_date_set_day(&point->day, unit == WEEK ? g_date_get_day(&r->now) : 1);
    shift(&point->day, last ? -1 : next ? 1 : 0, unit);
    coarsen(point, unit);
    return at + 2;
  }
  guint n = number(form(r, at), FALSE);
  if (n == 0 || n > 1000 || !unit_of(r, at + 1, &unit, &times))
    return at;
  gboolean ago = is(r, at + 2, "ago"), ahead = at > 0 && is(r, at - 1, "in") && r->tense == KITH_TENSE_FUTURE;
  if ((!ago && !ahead) || (gint)(n * times) >= g_date_get_year(&r->now))
    return at;
  if (unit == MONTH)
    g_date_set_day(&point->day, 1);
  if (unit == YEAR)
    set_day(&point->day, g_date_get_year(&r->now), 1, 1);
  shift(&point->day, (gint)(n * times) * (ago ? -1 : 1), unit);
  coarsen(point, unit);
  return at + 2 + ago;
}

/* "the second quarter [of 2022]", "the first half", "the 1990s" */
static gint
read_part(const Reader *r, gint at, Point *point)
{
  gint i = at + is(r, at, "the");
  const char *word = form(r, i);
  guint decade = strlen(word) == 5 && word[4] == 's' && strspn(word, "0123456789") == 4 && word[3] == '0'
                     ? (guint)g_ascii_strtoull(word, NULL, 10)
                     : 0;
  if (decade >= 1400 && decade < 2100 && set_day(&point->day, decade, 1, 1)) {
    coarsen(point, DECADE);
    return i + 1;
  }
  guint n = place_in(word, "first second third fourth", FALSE);
  gboolean quarter = is(r, i + 1, "quarter"), half = is(r, i + 1, "half");
  if (n == 0 || !(quarter || (half && n <= 2)))
    return at;
  guint year = is(r, i + 2, "of") ? year_of(r, i + 3) : 0, first = (n - 1) * (quarter ? 3 : 6) + 1;
  gint end = year > 0 ? i + 4 : i + 2;
  if (year == 0 && !r->known)
    return at;
  if (year == 0) {
    guint now = g_date_get_month(&r->now);
    year = g_date_get_year(&r->now);
    if (r->tense == KITH_TENSE_PAST && first > now)
      year--;
    else if (r->tense == KITH_TENSE_FUTURE && first + (quarter ? 2 : 5) < now)
      year++;
  }
  if (!set_day(&point->day, year, first, 1))
    return at;
  coarsen(point, quarter ? QUARTER : HALF);
  return end;
}

/* "9:30 a.m.", "9 p.m."; the word after it, or at. */
static gint
read_clock(const Reader *r, gint at, gint *hour, gint *minute)
{
  guint h = 0, m = 0;
  int used = 0;
  const char *word = form(r, at);
  if (!g_ascii_isdigit(word[0]))
    return at;
  gboolean full =
      (sscanf(word, "%2u:%2u%n", &h, &m, &used) == 2 || sscanf(word, "%2u.%2u%n", &h, &m, &used) == 2) &&
      word[used] == '\0';
  if (!full)
    h = number(word, FALSE);
  gboolean am = is(r, at + 1, "a.m. am a.m"), pm = is(r, at + 1, "p.m. pm p.m");
  if (h > 23 || m > 59 || (!am && !pm && !(full && strchr(word, ':') != NULL)))
    return at;
  *hour = (gint)(pm && h < 12 ? h + 12 : am && h == 12 ? 0 : h);
  *minute = (gint)m;
  return at + 1 + (am || pm);
}

static gint
read_point(const Reader *r, gint at, Point *point)
{
  gint (*const ways[])(const Reader *, gint, Point *) = {
      read_named, read_date, read_weekday, read_relative, read_part, read_ordinal, read_year};
  gint hour = -1, minute = 0, i = read_clock(r, at, &hour, &minute);
  if (i > at) {
    i += is(r, i, "on");
  } else {
    while (is(r, i, "late early mid about around") || (is(r, i, "-") && is(r, i - 1, "mid late early")))
      i++;
    if (is(r, i, "on") && i > at)
      i++;
    if (is(r, i, "the") && is(r, i + 1, "end start beginning middle") && is(r, i + 2, "of"))
      i += 3;
  }
  const char *word = form(r, i);
  if (g_str_has_prefix(word, "mid-") || g_str_has_prefix(word, "Mid-")) {
    guint month = place_in(word + 4,
                           "january february march april may june july august september october november "
                           "december",
                           TRUE);
    *point = (Point){.grain = MONTH, .open = TRUE, .month = month, .hour = -1};
    return month > 0 && settle(r, point) ? i + 1 : at;
  }
  for (guint k = 0; k < G_N_ELEMENTS(ways); k++) {
    gint end = ways[k](r, i, point);
    if (end > i) {
      if (hour >= 0 && point->grain == DAY) {
        point->hour = hour;
        point->minute = minute;
      }
      return end;
    }
  }
  return at;
}

/* A point as ISO 8601; last: the last day, month or year of what holds several. Owned by the caller. */
static char *
write_point(const Point *point, gboolean last)
{
  GDate day = point->day;
  guint year = g_date_get_year(&day), month = g_date_get_month(&day);
  switch (point->grain) {
  case YEAR:
    return g_strdup_printf("%04u", year);
  case MONTH:
    return g_strdup_printf("%04u-%02u", year, month);
  case WEEK: {
    guint week = g_date_get_iso8601_week_of_year(&day);
    GDate thursday = day;
    shift(&thursday, 4 - (gint)g_date_get_weekday(&day), DAY);
    return g_strdup_printf("%04u-W%02u", (guint)g_date_get_year(&thursday), week);
  }
  case HALF:
    return g_strdup_printf("%04u-%02u", year, last ? month + 5 : month);
  case QUARTER:
    return g_strdup_printf("%04u-%02u", year, last ? month + 2 : month);
  case DECADE:
    return g_strdup_printf("%04u", last ? year + 9 : year);
  case WEEKEND:
    shift(&day, last ? 1 : 0, DAY);
    break;
  default:
    break;
  }
  g_autofree char *text = g_strdup_printf("%04u-%02u-%02u", (guint)g_date_get_year(&day),
                                          (guint)g_date_get_month(&day), (guint)g_date_get_day(&day));
  return point->hour >= 0 ? g_strdup_printf("%sT%02d:%02d", text, point->hour, point->minute)
                          : g_steal_pointer(&text);
}

static char *
write_points(const Point *first, const Point *last)
{
  g_autofree char *a = write_point(first, FALSE);
  g_autofree char *b = write_point(last, TRUE);
  return strcmp(a, b) == 0 ? g_steal_pointer(&a) : g_strdup_printf("%s/%s", a, b);
}

/* "three days": a duration. */
static gint
read_duration(const Reader *r, gint at, char **value)
{
  guint n = number(form(r, at), FALSE), times = 1;
  Grain unit;
  gint i = at + 1;
  if (n == 0)
    return at;
  i += is(r, i, "full whole more straight consecutive long");
  if (is(r, i, "hour hours minute minutes"))
    *value = g_strdup_printf("PT%u%c", n, is(r, i, "hour hours") ? 'H' : 'M');
  else if (unit_of(r, i, &unit, &times))
    *value = g_strdup_printf("P%u%c", n * times,
                             unit == DAY     ? 'D'
                             : unit == WEEK  ? 'W'
                             : unit == MONTH ? 'M'
                                             : 'Y');
  else
    return at;
  return i + 1;
}

/* "from 3 to 9 March": a day whose month stands behind the second. */
static gint
read_days(const Reader *r, gint at, Point *first, Point *last)
{
  guint day = number(form(r, at), FALSE);
  gint i = at + 1;
  if (day == 0 || day > 31 || !g_ascii_isdigit(form(r, at)[0]) || !is(r, i, "to and - \342\200\223 until"))
    return at;
  gint end = read_date(r, i + 1, last);
  if (end == i + 1 || last->grain != DAY)
    return at;
  *first = *last;
  return set_day(&first->day, g_date_get_year(&last->day), g_date_get_month(&last->day), day) ? end : at;
}

/* FIRST to LAST after "from" or "between"; the word after it, or at. */
static gint
read_interval(const Reader *r, gint at, gboolean between, Point *first, Point *last)
{
  gint end = read_days(r, at, first, last);
  if (end > at)
    return end;
  gint i = read_point(r, at, first);
  if (i == at || !is(r, i, between ? "and" : "to until through till"))
    return at;
  gint stop = read_point(r, i + 1, last);
  if (stop == i + 1)
    return at;
  /* "between Oct. 28 and Nov. 19": both of one year */
  if (g_date_compare(&first->day, &last->day) > 0 && first->grain == last->grain)
    shift(&last->day, first->grain == DAY && weekday_of(r, at) > 0 ? 7 : 1,
          weekday_of(r, at) > 0 ? DAY : YEAR);
  return stop;
}

static gboolean
read_here(const Reader *r, gint at, KithTimeWords *found)
{
  Point first, last;
  gboolean between = at > 0 && is(r, at - 1, "between"), from = at > 0 && is(r, at - 1, "from");
  found->begin = at;
  found->span = FALSE;
  if (between || from) {
    found->end = read_interval(r, at, between, &first, &last);
    if (found->end > at) {
      found->value = write_points(&first, &last);
      return TRUE;
    }
  }
  found->end = read_point(r, at, &first);
  if (found->end > at) {
    g_autofree char *a = write_point(&first, FALSE);
    g_autofree char *b = write_point(&first, TRUE);
    if (at > 0 && (is(r, at - 1, "since") || from))
      found->value = g_strconcat(a, "/..", NULL);
    else if (at > 0 && is(r, at - 1, "until till"))
      found->value = g_strconcat("../", b, NULL);
    else
      found->value = write_points(&first, &first);
    return TRUE;
  }
  found->end = read_duration(r, at, &found->value);
  found->span = found->end > at;
  return found->span;
}

/* The document's date; one of another age is none, so that no reckoning leaves the calendar. */
static gboolean
today(const KithScene *scene, GDate *date)
{
  guint year = 0, month = 0, day = 0;
  return scene->document->date != NULL &&
         sscanf(scene->document->date, "%4u-%2u-%2u", &year, &month, &day) == 3 && year >= EARLIEST &&
         year <= LATEST && set_day(date, year, month, day);
}

gboolean
kith_dates_read(const KithScene *scene, gint at, KithTense tense, KithTimeWords *found)
{
  Reader r = {.scene = scene, .tense = tense};
  r.known = today(scene, &r.now);
  return read_here(&r, at, found);
}
