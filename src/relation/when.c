#include "relation/when.h"

#include <stdio.h>
#include <string.h>

static const char *const weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                     "july",    "august",   "september", "october", "november", "december"};

/* The number (from 1) of a name or its abbreviation of three letters or more in a table; 0. */
static guint
lookup(const char *const *table, guint n, const char *form)
{
  g_autofree char *lower = g_ascii_strdown(form, -1);
  gsize length = strlen(lower);
  if (length > 0 && lower[length - 1] == '.')
    lower[--length] = '\0';
  for (guint i = 0; length >= 3 && i < n; i++)
    if (strncmp(table[i], lower, length) == 0 && (length == strlen(table[i]) || length <= 4))
      return i + 1;
  return 0;
}

static char *
day_string(const GDate *day)
{
  return g_strdup_printf("%04u-%02u-%02u", g_date_get_year(day), g_date_get_month(day), g_date_get_day(day));
}

/* An interval of whole days, both included. */
static char *
interval(const GDate *from, const GDate *to)
{
  g_autofree char *begin = day_string(from);
  g_autofree char *end = day_string(to);
  return g_strdup_printf("%s/%s", begin, end);
}

/* The document's date. */
static gboolean
today(const KithScene *scene, GDate *date)
{
  guint year = 0, month = 0, day = 0;
  g_date_clear(date, 1);
  if (scene->document->date == NULL ||
      sscanf(scene->document->date, "%4u-%2u-%2u", &year, &month, &day) != 3 || year > 9999 ||
      !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_set_dmy(date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

/* A whole number of up to four digits ("3", "3rd"); 0 for none. */
static guint
number(const char *form)
{
  guint value = 0, digits = 0;
  for (; g_ascii_isdigit(form[digits]) && digits < 5; digits++)
    value = value * 10 + (guint)(form[digits] - '0');
  return digits == 0 || digits > 4 ||
                 (form[digits] != '\0' && strcmp(form + digits, "st") != 0 &&
                  strcmp(form + digits, "nd") != 0 && strcmp(form + digits, "rd") != 0 &&
                  strcmp(form + digits, "th") != 0)
             ? 0
             : value;
}

/* The weekday before (or, for the future, after) the document's date; the day itself counts. */
static char *
from_weekday(const GDate *now, guint weekday, gboolean future, gboolean last)
{
  GDate day = *now;
  gint shift = (gint)weekday - (gint)g_date_get_weekday(now);
  if (future && shift < 0)
    shift += 7;
  if (!future && (shift > 0 || (last && shift == 0)))
    shift -= 7;
  if (shift < 0)
    g_date_subtract_days(&day, (guint)-shift);
  else
    g_date_add_days(&day, (guint)shift);
  return day_string(&day);
}

/* A month with what stands beside it: "Aug. 13", "13 August", "July 2014", "May". NULL where the words do not
 * make a date ("may"). */
static char *
from_month(const KithScene *scene, gint at, guint month, const GDate *now, gboolean known, gboolean future)
{
  guint day = 0, year = 0;
  for (gint i = MAX(at - 2, 0); i < (gint)scene->n && i <= at + 4; i++) {
    guint value = number(scene->words[i].form);
    if (value > 0 && value <= 31 && day == 0 && (i == at - 1 || i == at + 1))
      day = value;
    else if (value >= 1000 && value < 3000 && i > at)
      year = value;
  }
  if (year == 0) {
    if (!known)
      return NULL;
    year = g_date_get_year(now);
    gboolean later = month > (guint)g_date_get_month(now) ||
                     (month == (guint)g_date_get_month(now) && day > g_date_get_day(now));
    gboolean earlier = month < (guint)g_date_get_month(now);
    if (later && !future)
      year--;
    else if (earlier && future)
      year++;
  }
  if (day > 0 && g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return g_strdup_printf("%04u-%02u-%02u", year, month, day);
  if (day == 0 && scene->words[at].upos == KITH_PROPN)
    return g_strdup_printf("%04u-%02u-01/%04u-%02u-%02u", year, month, year, month,
                           (guint)g_date_get_days_in_month((GDateMonth)month, (GDateYear)year));
  return NULL;
}

/* "last month", "next week", "this year". */
static char *
from_unit(const KithScene *scene, gint at, const GDate *now)
{
  if (at == 0 || !kith_scene_lemma_in(scene, at - 1, "last next this past previous coming"))
    return NULL;
  gint shift = kith_scene_lemma_in(scene, at - 1, "next coming") ? 1
               : kith_scene_lemma_in(scene, at - 1, "this")      ? 0
                                                                 : -1;
  GDate from = *now, to;
  if (strcmp(scene->lemmas[at], "week") == 0) {
    g_date_subtract_days(&from, (guint)g_date_get_weekday(now) - 1);
    if (shift != 0)
      (shift > 0 ? g_date_add_days : g_date_subtract_days)(&from, 7);
    to = from;
    g_date_add_days(&to, 6);
  } else if (strcmp(scene->lemmas[at], "month") == 0) {
    g_date_set_day(&from, 1);
    if (shift != 0)
      (shift > 0 ? g_date_add_months : g_date_subtract_months)(&from, 1);
    to = from;
    g_date_set_day(&to, g_date_get_days_in_month(g_date_get_month(&from), g_date_get_year(&from)));
  } else if (strcmp(scene->lemmas[at], "year") == 0) {
    guint year = (guint)((gint)g_date_get_year(now) + shift);
    return g_strdup_printf("%04u-01-01/%04u-12-31", year, year);
  } else {
    return NULL;
  }
  return interval(&from, &to);
}

/* What the word at makes of a time; NULL. */
static char *
time_at(const KithScene *scene, gint at, gboolean future)
{
  GDate now;
  gboolean known = today(scene, &now);
  guint month = lookup(months, G_N_ELEMENTS(months), scene->words[at].form);
  if (month > 0 && scene->words[at].upos != KITH_AUX && scene->words[at].upos != KITH_VERB)
    return from_month(scene, at, month, &now, known, future);
  guint year = number(scene->words[at].form);
  if (year >= 1500 && year < 2100 && scene->words[at].upos == KITH_NUM && at > 0 &&
      kith_scene_lemma_in(scene, at - 1, "in since by during until"))
    return g_strdup_printf("%04u-01-01/%04u-12-31", year, year);
  if (!known)
    return NULL;
  guint weekday = scene->words[at].upos == KITH_PROPN
                      ? lookup(weekdays, G_N_ELEMENTS(weekdays), scene->words[at].form)
                      : 0;
  if (weekday > 0)
    return from_weekday(&now, weekday, future || (at > 0 && kith_scene_lemma_in(scene, at - 1, "next")),
                        at > 0 && kith_scene_lemma_in(scene, at - 1, "last"));
  GDate day = now;
  if (kith_scene_lemma_in(scene, at, "today tonight"))
    return day_string(&day);
  if (strcmp(scene->lemmas[at], "yesterday") == 0) {
    g_date_subtract_days(&day, 1);
    return day_string(&day);
  }
  if (strcmp(scene->lemmas[at], "tomorrow") == 0) {
    g_date_add_days(&day, 1);
    return day_string(&day);
  }
  return from_unit(scene, at, &now);
}

/* Whether the predicate speaks of the future. */
static gboolean
is_future(const KithScene *scene, gint predicate)
{
  return kith_scene_child_lemma(scene, predicate, KITH_DEP_AUX, "will shall would 'll wo") >= 0 ||
         kith_clause_is_infinitive(scene, predicate) || g_strcmp0(scene->words[predicate].xpos, "VBG") == 0;
}

/* The time among the adverbials of a predicate, or its own noun's. */
static char *
time_below(const KithScene *scene, gint predicate)
{
  gboolean future = is_future(scene, predicate);
  for (gint c = kith_tree_first(scene->tree, predicate); c >= 0; c = kith_tree_next(scene->tree, c)) {
    KithDeprel rel = kith_scene_universal(scene, c);
    if (rel != KITH_DEP_OBL && rel != KITH_DEP_NMOD && rel != KITH_DEP_ADVMOD)
      continue;
    const char *prep = kith_scene_prep(scene, c);
    if (prep != NULL && (strcmp(prep, "since") == 0 || strcmp(prep, "until") == 0))
      continue;
    for (gint i = scene->tree->left[c]; i <= scene->tree->right[c]; i++) {
      if (i != c && scene->words[i].upos == KITH_VERB)
        break;
      char *time = time_at(scene, i, future);
      if (time != NULL)
        return time;
    }
  }
  return NULL;
}

char *
kith_when(const KithScene *scene, gint predicate)
{
  gint at = predicate;
  for (guint i = 0; i < 3 && at >= 0; i++) {
    char *time = time_below(scene, at);
    if (time != NULL)
      return time;
    KithDeprel rel = kith_scene_universal(scene, at);
    if (rel != KITH_DEP_XCOMP && rel != KITH_DEP_OBJ && rel != KITH_DEP_CONJ && rel != KITH_DEP_OBL)
      return NULL;
    at = kith_scene_head(scene, at);
  }
  return NULL;
}

guint
kith_where(const KithScene *scene, gint predicate, guint source, guint target)
{
  gint at = predicate;
  for (guint i = 0; i < 2 && at >= 0; i++) {
    for (gint c = kith_tree_first(scene->tree, at); c >= 0; c = kith_tree_next(scene->tree, c)) {
      const char *prep = kith_scene_prep(scene, c);
      const KithEntity *place = kith_scene_entity_at(scene, c);
      guint entity = kith_scene_entity(scene, c);
      if (prep != NULL && place != NULL && (strcmp(prep, "in") == 0 || strcmp(prep, "at") == 0) &&
          entity != source && entity != target &&
          (place->type == KITH_ACTOR_PLACE || place->type == KITH_ACTOR_COUNTRY))
        return entity;
    }
    KithDeprel rel = kith_scene_universal(scene, at);
    at = rel == KITH_DEP_XCOMP || rel == KITH_DEP_OBJ ? kith_scene_head(scene, at) : -1;
  }
  return KITH_NONE;
}
