#include "draw/label.h"

#include <string.h>

/* The longest text that is looked at: labels are shortened long before. */
#define MAX_CLEAN_CHARS 2000
#define WORD_JOINER "\342\201\240"

/* Whether a character has no place in a picture: it is invisible and changes what stands around it. */
static gboolean
is_harmful(gunichar c)
{
  if (g_unichar_iscntrl(c) || !g_unichar_validate(c) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB))
    return TRUE;
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0x200E || c == 0x200F ||
         c == 0x061C || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE ||
         (c >= 0xE0000 && c <= 0xE007F);
}

char *
kith_label_clean(const char *text)
{
  g_autofree char *valid = g_utf8_make_valid(text ? text : "", -1);
  GString *out = g_string_new(NULL);
  gboolean space = FALSE;
  guint n = 0;
  for (const char *p = valid; *p && n < MAX_CLEAN_CHARS; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_isspace(c) || c == 0x2028 || c == 0x2029) {
      space = TRUE;
      continue;
    }
    if (is_harmful(c))
      continue;
    if (space && out->len > 0)
      g_string_append_c(out, ' ');
    space = FALSE;
    g_string_append_unichar(out, c);
    n++;
  }
  return g_string_free(out, FALSE);
}

/* The columns of a character. */
static guint
columns(gunichar c)
{
  if (g_unichar_iszerowidth(c))
    return 0;
  return g_unichar_iswide(c) ? 2 : 1;
}

/* The end of the line that starts at text: the last good place to break within width columns. */
static const char *
line_end(const char *text, guint width)
{
  const char *best = NULL;
  guint used = 0;
  for (const char *p = text; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (c == ' ')
      best = p;
    used += columns(c);
    if (used > width)
      return best && best > text ? best : (p > text ? p : g_utf8_next_char(p));
    if ((c == '-' || c == 0x2010 || c == 0x2013 || c == 0x2014 || c == '/') && p > text)
      best = g_utf8_next_char(p);
  }
  return text + strlen(text);
}

/* Shortens a line to make place for an ellipsis and adds it. */
static char *
with_ellipsis(const char *line, guint width)
{
  const char *end = line;
  guint used = 0;
  for (; *end; end = g_utf8_next_char(end)) {
    used += columns(g_utf8_get_char(end));
    if (used + 1 > width)
      break;
  }
  g_autofree char *cut = g_strndup(line, end - line);
  return g_strconcat(g_strchomp(cut), "…", NULL);
}

char **
kith_label_wrap(const char *clean, guint width, guint max_lines)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new();
  const char *p = clean;
  do {
    const char *end = line_end(p, width);
    g_autofree char *line = g_strndup(p, end - p);
    g_strchomp(line);
    while (*end == ' ')
      end++;
    gboolean last = lines->len + 1 >= max_lines && *end != '\0';
    g_ptr_array_add(lines, last ? with_ellipsis(line, width) : g_steal_pointer(&line));
    if (last)
      break;
    p = end;
  } while (*p);
  g_ptr_array_add(lines, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&lines), FALSE);
}

/* Appends one character as markup needs it; TRUE where it was special. */
static gboolean
append_special(GString *out, char c)
{
  switch (c) {
  case '&':
    g_string_append(out, "&amp;");
    return TRUE;
  case '<':
    g_string_append(out, "&lt;");
    return TRUE;
  case '>':
    g_string_append(out, "&gt;");
    return TRUE;
  case '"':
    g_string_append(out, "&quot;");
    return TRUE;
  default:
    return FALSE;
  }
}

/* Whether Graphviz would take the text after an ampersand for the rest of a reference. */
static gboolean
looks_like_reference(const char *text)
{
  gsize n = *text == '#';
  while (g_ascii_isalnum(text[n]))
    n++;
  return n > 0 && text[n] == ';';
}

void
kith_label_append_html(GString *out, const char *clean)
{
  for (const char *p = clean; *p; p++) {
    if (!append_special(out, *p))
      g_string_append_c(out, *p);
    /* Graphviz decodes the label, and on output leaves alone what looks like a reference; and it puts names
     * of nodes and graphs for "\N" and the like. A word joiner, which has no width, keeps them as written.
     * The SVG is rid of it afterwards. */
    if ((*p == '&' && looks_like_reference(p + 1)) || (*p == '\\' && p[1] && strchr("GNETHL\\", p[1])))
      g_string_append(out, WORD_JOINER);
  }
}

void
kith_label_append_xml(GString *out, const char *text)
{
  for (const char *p = text; *p; p++) {
    if (append_special(out, *p))
      continue;
    if (*p == '\\' || *p == '\n' || *p == '\'')
      g_string_append_printf(out, "&#%d;", *p);
    else
      g_string_append_c(out, *p);
  }
}
