#include "base/iso8601.h"

#include <stdio.h>
#include <string.h>

static char *
write_day(guint year, guint month, guint day)
{
  return g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year)
             ? g_strdup_printf("%04u-%02u-%02u", year, month, day)
             : NULL;
}

/* The Monday or Sunday of a week of ISO 8601. */
static char *
week_day(guint year, guint week, gboolean last)
{
  GDate day;
  if (year == 0 || year > 9999 || week == 0 || week > 53)
    return NULL;
  g_date_clear(&day, 1);
  g_date_set_dmy(&day, 4, G_DATE_JANUARY, (GDateYear)year); /* always in week 1 */
  g_date_subtract_days(&day, (guint)g_date_get_weekday(&day) - 1);
  g_date_add_days(&day, 7 * (week - 1) + (last ? 6 : 0));
  return write_day(g_date_get_year(&day), g_date_get_month(&day), g_date_get_day(&day));
}

/* The first or last day of one end; NULL where it is none. */
static char *
end_day(const char *text, gboolean last)
{
  guint year = 0, month = 0, day = 0;
  int used = 0;
  gsize length = strcspn(text, "T");
  g_autofree char *date = g_strndup(text, length);
  if (strspn(date, "0123456789-W") != length || length < 4)
    return NULL;
  if (length == 8 && sscanf(date, "%4u-W%2u%n", &year, &month, &used) == 2 && used == 8)
    return week_day(year, month, last);
  if (length == 10 && sscanf(date, "%4u-%2u-%2u%n", &year, &month, &day, &used) == 3 && used == 10)
    return write_day(year, month, day);
  if (length == 7 && sscanf(date, "%4u-%2u%n", &year, &month, &used) == 2 && used == 7 && month >= 1 &&
      month <= 12 && year > 0)
    return write_day(year, month, last ? g_date_get_days_in_month((GDateMonth)month, (GDateYear)year) : 1);
  if (length == 4 && sscanf(date, "%4u%n", &year, &used) == 1 && used == 4)
    return write_day(year, last ? 12 : 1, last ? 31 : 1);
  return NULL;
}

gboolean
kith_time_days(const char *time, char **first, char **last)
{
  *first = *last = NULL;
  if (time == NULL)
    return FALSE;
  g_auto(GStrv) ends = g_strsplit(time, "/", -1);
  guint n = g_strv_length(ends);
  if (n == 0 || n > 2)
    return FALSE;
  gboolean from = strcmp(ends[0], "..") == 0, to = strcmp(ends[n - 1], "..") == 0;
  g_autofree char *a = from ? NULL : end_day(ends[0], FALSE);
  g_autofree char *b = to ? NULL : end_day(ends[n - 1], TRUE);
  if ((a == NULL && !(from && n == 2)) || (b == NULL && !(to && n == 2)) || (from && to))
    return FALSE;
  *first = g_steal_pointer(&a);
  *last = g_steal_pointer(&b);
  return TRUE;
}
