#include "text/mail.h"

#include <string.h>

enum { MAX_FIELD = 40 };

/* The length of a field's name at the beginning of a line, its colon not counted; 0 where there is none. */
static gsize
field_length(const char *line, gsize length)
{
  gsize i = 0;
  while (i < length && i < MAX_FIELD && (g_ascii_isalpha(line[i]) || (i > 0 && line[i] == '-')))
    i++;
  return i > 0 && i + 1 < length && line[i] == ':' && g_ascii_isupper(line[0]) ? i : 0;
}

static gboolean
is_field(const char *line, gsize length, const char *name)
{
  return field_length(line, length) == strlen(name) && g_ascii_strncasecmp(line, name, strlen(name)) == 0;
}

gsize
kith_mail_header_end(const char *text, gsize length)
{
  guint fields = 0;
  gboolean mail = FALSE;
  for (gsize i = 0; i < length;) {
    const char *stop = memchr(text + i, '\n', length - i);
    gsize end = stop != NULL ? (gsize)(stop - text) : length, n = end - i;
    if (n > 0 && text[end - 1] == '\r')
      n--;
    if (n == 0)
      return mail && fields >= 2 ? i : 0;
    gboolean folded = fields > 0 && (text[i] == ' ' || text[i] == '\t');
    if (!folded && field_length(text + i, n) == 0)
      return 0;
    fields += !folded;
    mail = mail || is_field(text + i, n, "Subject") || is_field(text + i, n, "From");
    i = end + 1;
  }
  return 0;
}

/* "Tue, 3 Oct 2023 06:00:12 +0000" (RFC 5322, 3.3) as a day in ISO 8601; NULL for anything else. */
static char *
day_of(const char *value)
{
  static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const char *comma = strchr(value, ',');
  g_auto(GStrv) parts = g_strsplit(comma != NULL ? comma + 1 + strspn(comma + 1, " ") : value, " ", 4);
  if (g_strv_length(parts) < 3)
    return NULL;
  guint day = (guint)MIN(g_ascii_strtoull(parts[0], NULL, 10), 99), month = 0;
  guint year = (guint)MIN(g_ascii_strtoull(parts[2], NULL, 10), 9999);
  for (guint m = 0; m < G_N_ELEMENTS(months); m++)
    if (g_ascii_strcasecmp(parts[1], months[m]) == 0)
      month = m + 1;
  if (year < 1000 || !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return NULL;
  return g_strdup_printf("%04u-%02u-%02u", year, month, day);
}

void
kith_mail_header_take(KithDocument *document, const char *line)
{
  gsize length = strlen(line), field = field_length(line, length);
  if (field == 0)
    return;
  const char *value = line + field + 1 + strspn(line + field + 1, " ");
  if (document->title == NULL && *value != '\0' && is_field(line, length, "Subject"))
    document->title = g_strdup(value);
  else if (document->date == NULL && is_field(line, length, "Date"))
    document->date = day_of(value);
}
