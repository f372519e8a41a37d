#include "base/slug.h"

char *
kith_slug(const char *text)
{
  g_autofree char *folded = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
  GString *slug = g_string_new(NULL);
  gboolean gap = FALSE;
  for (const char *p = folded ? folded : ""; *p != '\0'; p = g_utf8_next_char(p)) {
    gunichar c = g_unichar_tolower(g_utf8_get_char(p));
    if (g_unichar_ismark(c) || c == '\'' || c == 0x2019 || c == '.')
      continue;
    if (!g_unichar_isalnum(c)) {
      gap = slug->len > 0;
      continue;
    }
    if (gap)
      g_string_append_c(slug, '-');
    gap = FALSE;
    g_string_append_unichar(slug, c);
  }
  if (slug->len == 0)
    g_string_append_c(slug, 'x');
  return g_string_free(slug, FALSE);
}
