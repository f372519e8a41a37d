/* Tokens with a form of their own. */
#include <string.h>

#include "text/chars.h"
#include "text/scan.h"
#include "text/wordlist.h"

enum { MAX_LOCAL = 64, MAX_HOST = 255 };

static gboolean
starts_with(const char *text, gsize i, gsize end, const char *prefix)
{
  gsize length = strlen(prefix);
  return end - i >= length && g_ascii_strncasecmp(text + i, prefix, length) == 0;
}

/* Takes from the end of an address what is more likely the sentence's than the address's. */
static gsize
trim_address(const char *text, gsize i, gsize stop)
{
  gboolean open = memchr(text + i, '(', stop - i) != NULL;
  while (stop > i) {
    gsize at;
    gunichar c = kith_char_before(text, i, stop, &at);
    gboolean mark = c < 0x80 ? strchr(".,;:!?'\"]}>*", (int)c) != NULL || (c == ')' && !open)
                             : kith_char_kind(c) == KITH_CHAR_OTHER;
    if (!mark)
      break;
    stop = at;
  }
  return stop;
}

/* A URL with its scheme, or one that begins with "www.". */
static gsize
scan_url(const char *text, gsize i, gsize end)
{
  static const char *const prefixes[] = {"http://", "https://", "ftp://", "mailto:", "www.", "doi:10."};
  if (strchr("hHfFmMwWdD", text[i]) == NULL)
    return i;
  for (guint k = 0; k < G_N_ELEMENTS(prefixes); k++) {
    if (!starts_with(text, i, end, prefixes[k]))
      continue;
    gsize stop = i;
    while (stop < end && text[stop] != '<' && text[stop] != '>' && text[stop] != '"' && text[stop] != '|')
      stop++;
    stop = trim_address(text, i, stop);
    return stop > i + strlen(prefixes[k]) ? stop : i;
  }
  return i;
}

static gboolean
is_address_char(char c)
{
  return g_ascii_isalnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

/* An e-mail address; older archives write "name...@host". */
static gsize
scan_email(const char *text, gsize i, gsize end)
{
  gsize at = i, limit = MIN(end, i + MAX_LOCAL);
  while (at < limit && is_address_char(text[at]))
    at++;
  if (at == i || at >= end || text[at] != '@')
    return i;
  gsize stop = at + 1;
  limit = MIN(end, stop + MAX_HOST);
  while (stop < limit &&
         (g_ascii_isalnum(text[stop]) || text[stop] == '.' || text[stop] == '-' || text[stop] == '_'))
    stop++;
  stop = trim_address(text, i, stop);
  return stop > at + 1 ? stop : i;
}

/* Endings of host names and of file names that are met in text. */
static gboolean
is_ending(const char *word, gsize length)
{
  static const char *const endings[] = {
      "ac",  "ai",   "app", "asp", "aspx", "au",  "be",   "biz", "br",   "ca",   "ch",   "cn",  "co",
      "com", "csv",  "cz",  "de",  "dk",   "doc", "docx", "edu", "es",   "eu",   "exe",  "fi",  "fm",
      "fr",  "gif",  "gov", "htm", "html", "ie",  "il",   "in",  "info", "int",  "io",   "ir",  "it",
      "jp",  "jpeg", "jpg", "js",  "kr",   "ly",  "me",   "mil", "mp3",  "mp4",  "mx",   "net", "news",
      "nl",  "no",   "nz",  "org", "pdf",  "php", "pk",   "pl",  "png",  "ppt",  "pptx", "pt",  "py",
      "ru",  "se",   "tv",  "txt", "ua",   "uk",  "us",   "wav", "xls",  "xlsx", "xml",  "zip",
  };
  return KITH_IN_LIST(endings, word, length);
}

/* Endings that are words too: only a host that goes on ("co.uk") or a path makes them one. */
static gboolean
is_word_ending(const char *word, gsize length)
{
  static const char *const words[] = {"ac", "ai",  "app", "be", "co",   "de", "fm",
                                      "in", "int", "it",  "me", "news", "no", "us"};
  return KITH_IN_LIST(words, word, length);
}

/* A host name with or without a path, a file name, a newsgroup: "example.com/a", "report.doc",
 * "alt.religion.x". */
static gsize
scan_host(const char *text, gsize i, gsize end)
{
  gsize limit = MIN(end, i + MAX_HOST), stop = i, last = i, dots = 0;
  gboolean lower = TRUE;
  while (stop < limit &&
         (g_ascii_isalnum(text[stop]) || ((text[stop] == '.' || text[stop] == '-' || text[stop] == '_') &&
                                          stop > i && stop + 1 < end && g_ascii_isalnum(text[stop + 1])))) {
    if (text[stop] == '.') {
      dots++;
      last = stop + 1;
    }
    lower = lower && !g_ascii_isupper(text[stop]) && !g_ascii_isdigit(text[stop]);
    stop++;
  }
  if (dots == 0 || !g_ascii_isalpha(text[last]))
    return i;
  gboolean path = stop + 1 < end && text[stop] == '/' && g_ascii_isalnum(text[stop + 1]);
  gboolean ending = is_ending(text + last, stop - last) &&
                    (dots > 1 || path || !is_word_ending(text + last, stop - last)) &&
                    (g_ascii_islower(text[last]) || g_ascii_isupper(text[last + 1]));
  if (!ending)
    return dots >= 2 && lower && stop - i > 2 * dots + 2 ? stop : i;
  if (path)
    stop = trim_address(text, i, end);
  return stop;
}

/* A telephone number: groups of digits parted by hyphens, the last of four, or with a country's "+". */
static gsize
scan_phone(const char *text, gsize i, gsize end)
{
  gsize stop = i, limit = MIN(end, i + 24), groups = 0, digits = 0, last = 0;
  gboolean plus = text[i] == '+';
  if (plus)
    stop++;
  while (stop < limit) {
    gsize from = stop;
    while (stop < limit && g_ascii_isdigit(text[stop]))
      stop++;
    last = stop - from;
    if (last == 0)
      return i;
    digits += last;
    groups++;
    if (stop + 1 < limit && (text[stop] == '-' || (text[stop] == '/' && groups == 1 && last == 3)) &&
        g_ascii_isdigit(text[stop + 1]))
      stop++;
    else
      break;
  }
  if (stop < end && g_ascii_isalpha(text[stop]))
    return i;
  if (plus)
    return digits > 0 ? stop : i;
  if (groups == 2 && digits <= 8 && text[i + digits - last] == '-' && last == 4 && digits - last == 4)
    return i; /* years: "1939-1945" */
  return groups >= 2 && (last == 4 || groups == 3) && digits >= 5 ? stop : i;
}

/* An emoticon that is all of the rest of its chunk, or all but marks. */
static gsize
scan_emoticon(const char *text, gsize chunk, gsize i, gsize end)
{
  static const char *const emoticons[] = {":-)", ":-(", ";-)", ":-D", ":-P", ":-/", "^_^", ">:(", ":'(",
                                          ":)",  ":(",  ";)",  ":D",  ":P",  ":/",  "=)",  "=(",  ":|",
                                          "<3",  ":O",  ":p",  "=D",  "xD",  ":]",  ":["};
  if (strchr(":;=^><x", text[i]) == NULL || (i > chunk && g_ascii_isdigit(text[i - 1])))
    return i;
  for (guint k = 0; k < G_N_ELEMENTS(emoticons); k++) {
    gsize length = strlen(emoticons[k]);
    if (end - i < length || memcmp(text + i, emoticons[k], length) != 0)
      continue;
    gsize stop = i + length;
    if (stop < end && (g_ascii_isalnum(text[stop]) || text[stop] == '/'))
      continue;
    if (length == 2 && text[i] == ':' && i > chunk && stop < end)
      continue;
    return stop;
  }
  return i;
}

gsize
kith_scan_special(const char *text, gsize chunk, gsize i, gsize end)
{
  gsize stop;
  char c = text[i];
  if (g_ascii_isalnum(c)) {
    if ((stop = scan_url(text, i, end)) > i || (stop = scan_email(text, i, end)) > i)
      return stop;
    if (g_ascii_isdigit(c) && (stop = scan_phone(text, i, end)) > i)
      return stop;
    if ((stop = scan_host(text, i, end)) > i)
      return stop;
    return c == 'x' ? scan_emoticon(text, chunk, i, end) : i;
  }
  if (c == '+' && i == chunk && i + 1 < end && g_ascii_isdigit(text[i + 1]))
    return scan_phone(text, i, end);
  if ((c == '#' || c == '@') && i + 1 < end && g_ascii_isalpha(text[i + 1]) &&
      (i == chunk || text[i - 1] == '('))
    return kith_scan_letters(text, i + 1, end);
  return (guchar)c < 0x80 ? scan_emoticon(text, chunk, i, end) : i;
}
