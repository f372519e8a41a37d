#include "rdf/iri.h"

#include <string.h>

/* The characters of RFC 3987's ucschar, but for those that turn the direction of writing (section 4.1). */
static gboolean
is_ucschar(gunichar c)
{
  if (c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
    return FALSE;
  if (c < 0x10000)
    return (c >= 0xa0 && c <= 0xd7ff) || (c >= 0xf900 && c <= 0xfdcf) || (c >= 0xfdf0 && c <= 0xffef);
  return (c & 0xffff) <= 0xfffd && c <= 0xefffd && (c < 0xe0000 || c >= 0xe1000);
}

/* Whether a character may stand in an IRI at all, a percent sign aside. */
static gboolean
is_iri_char(gunichar c)
{
  if (c >= 0x80)
    return is_ucschar(c);
  return g_ascii_isalnum((char)c) || (c != 0 && strchr("-._~:/?#[]@!$&'()*+,;=", (int)c) != NULL);
}

/* The length of "scheme:" at the start; 0 where there is none. */
static gsize
scheme_length(const char *text)
{
  if (!g_ascii_isalpha(*text))
    return 0;
  const char *p = text;
  while (g_ascii_isalnum(*p) || *p == '+' || *p == '-' || *p == '.')
    p++;
  return *p == ':' ? (gsize)(p - text) + 1 : 0;
}

gboolean
kith_iri_is_valid(const char *iri)
{
  static const char plain[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=";
  if (scheme_length(iri) == 0)
    return FALSE;
  iri += strspn(iri, plain);
  if (*iri == '\0')
    return TRUE;
  if (!g_utf8_validate(iri, -1, NULL))
    return FALSE;
  for (const char *p = iri; *p != '\0'; p = g_utf8_next_char(p)) {
    if (*p == '%') {
      if (!g_ascii_isxdigit(p[1]) || !g_ascii_isxdigit(p[2]))
        return FALSE;
    } else if (!is_iri_char(g_utf8_get_char(p))) {
      return FALSE;
    }
  }
  return TRUE;
}

/* Appends text; the characters of extra and those that no IRI has are percent-encoded. */
static void
encode(GString *out, const char *text, const char *extra)
{
  for (const char *p = text; *p != '\0';) {
    const char *next = g_utf8_next_char(p);
    gunichar c = g_utf8_get_char(p);
    if (is_iri_char(c) && !(c < 0x80 && strchr(extra, (int)c)))
      g_string_append_len(out, p, next - p);
    else
      for (; p < next; p++)
        g_string_append_printf(out, "%%%02X", (guchar)*p);
    p = next;
  }
}

char *
kith_iri_of_id(const char *base, const char *id)
{
  gboolean absolute = scheme_length(id) > 0;
  GString *iri = g_string_new(absolute ? NULL : base);
  if (absolute && kith_iri_is_valid(id))
    g_string_append(iri, id);
  else
    encode(iri, id, absolute ? "" : "%#?[]:");
  return g_string_free(iri, FALSE);
}

/* Takes the percent signs out; NULL for what is then no text. */
static char *
decode(const char *text)
{
  g_autofree char *plain = g_uri_unescape_string(text, NULL);
  return plain && g_utf8_validate(plain, -1, NULL) ? g_steal_pointer(&plain) : NULL;
}

char *
kith_id_of_iri(const char *base, const char *iri)
{
  gsize n = strlen(base);
  if (strncmp(iri, base, n) == 0 && iri[n] != '\0') {
    g_autofree char *id = decode(iri + n);
    g_autofree char *back = id ? kith_iri_of_id(base, id) : NULL;
    if (g_strcmp0(back, iri) == 0)
      return g_steal_pointer(&id);
  }
  return g_strdup(iri);
}

char *
kith_iri_segment(const char *text)
{
  GString *out = g_string_new(NULL);
  encode(out, text, "%#?[]:/_");
  g_string_replace(out, "%20", "_", 0);
  return g_string_free(out, FALSE);
}
