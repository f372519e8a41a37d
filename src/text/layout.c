#include "text/layout.h"

#include <string.h>

#include "text/chars.h"
#include "text/mail.h"
#include "text/wordlist.h"

/* Lines longer than this are not hard-wrapped. */
enum { MAX_WRAP = 130, MIN_WRAP = 40 };

typedef struct {
  KithSpan span;     /* without white space at its ends; empty for a blank line */
  guint width;       /* characters, white space at the ends left out; at most MAX_WRAP + 1 */
  guint first_width; /* of its first word */
  gboolean lower;    /* begins with a lower-case letter */
  gboolean closed;   /* ends like a sentence */
  gboolean open;     /* ends with a comma or a word that wants another */
  gboolean byline;   /* "By JANE ROE and JOHN DOE" */
  gboolean ragged;   /* white space before its first word */
  gboolean trailing; /* white space after its last */
} Line;

static gboolean
is_line_end(gunichar c)
{
  return c == '\n' || c == '\r' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Fills in width and first_width. */
static void
measure(Line *line, const char *text)
{
  gsize next;
  gboolean in_first = TRUE;
  for (gsize i = line->span.begin; i < line->span.end && line->width <= MAX_WRAP; i = next) {
    in_first = in_first && kith_char_kind(kith_char_at(text, i, &next)) != KITH_CHAR_SPACE;
    kith_char_at(text, i, &next);
    line->width++;
    if (in_first)
      line->first_width++;
  }
}

/* Fills in how the line ends. */
static void
see_end(Line *line, const char *text)
{
  gsize i = line->span.end, at;
  gunichar c = kith_char_before(text, line->span.begin, i, &at);
  line->open = c == ',' || c == ';' || c == KITH_CH_EM_DASH || c == KITH_CH_EN_DASH;
  while (i > line->span.begin &&
         (c == '"' || c == '\'' || c == ')' || c == ']' || c == KITH_CH_RDQUO || c == KITH_CH_RSQUO)) {
    i = at;
    c = kith_char_before(text, line->span.begin, i, &at);
  }
  line->closed = c == '.' || c == '?' || c == '!' || c == KITH_CH_ELLIPSIS || c == ':';
  gsize begin = i;
  while (begin > line->span.begin && g_ascii_isalpha(text[begin - 1]) && i - begin < 12)
    begin--;
  if (i == line->span.end && i > begin && kith_is_function_word(text + begin, i - begin))
    line->open = TRUE;
}

/* Whether a line is "By" and nothing but names. */
static gboolean
is_byline(const char *line, gsize length)
{
  if (length < 6 || g_ascii_strncasecmp(line, "by ", 3) != 0 || line[0] != 'B')
    return FALSE;
  g_autofree char *rest = g_strndup(line + 3, length - 3);
  g_auto(GStrv) words = g_strsplit(rest, " ", -1);
  guint n = g_strv_length(words);
  for (guint i = 0; i < n; i++) {
    gsize next;
    gboolean upper =
        words[i][0] != '\0' && kith_char_kind(kith_char_at(words[i], 0, &next)) == KITH_CHAR_UPPER;
    if (!upper && (i == 0 || i + 1 == n || strcmp(words[i], "and") != 0))
      return FALSE;
  }
  return n >= 2;
}

/* The line of text from begin to end (its line end left out). */
static Line
make_line(const char *text, gsize begin, gsize end)
{
  Line line = {.span = {begin, end}};
  gsize next, at;
  while (line.span.begin < end &&
         kith_char_kind(kith_char_at(text, line.span.begin, &next)) == KITH_CHAR_SPACE)
    line.span.begin = next;
  while (line.span.end > line.span.begin &&
         kith_char_kind(kith_char_before(text, line.span.begin, line.span.end, &at)) == KITH_CHAR_SPACE)
    line.span.end = at;
  if (line.span.begin == line.span.end)
    return line;
  line.ragged = line.span.begin > begin;
  line.trailing = line.span.end < end;
  line.lower = kith_char_kind(kith_char_at(text, line.span.begin, &next)) == KITH_CHAR_LOWER;
  measure(&line, text);
  line.byline = line.width <= MAX_WRAP && is_byline(text + line.span.begin, line.span.end - line.span.begin);
  see_end(&line, text);
  return line;
}

static GArray *
find_lines(const char *text, gsize length)
{
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(Line));
  gsize begin = 0, next;
  for (gsize i = 0; i < length;) {
    gunichar c = kith_char_at(text, i, &next);
    if (is_line_end(c)) {
      if (c == '\r' && next < length && text[next] == '\n')
        next++;
      Line line = make_line(text, begin, i);
      g_array_append_val(lines, line);
      begin = next;
    }
    i = next;
  }
  if (begin < length) {
    Line line = make_line(text, begin, length);
    g_array_append_val(lines, line);
  }
  return lines;
}

/* Whether a line was broken because the next line's first word did not fit into width characters. */
static gboolean
is_full(const Line *line, const Line *next, guint width)
{
  return line->width + 1 + next->first_width + 1 >= width;
}

/* The width to which the n lines of a block are wrapped, or 0 where they are not. */
static guint
wrap_width(const Line *lines, guint n, guint document_width)
{
  guint width = 0, full = 0, unclosed = 0;
  for (guint i = 0; i < n; i++)
    width = MAX(width, lines[i].width);
  if (n < 2 || width > MAX_WRAP || width < MIN_WRAP)
    return 0;
  if (document_width > 0 && n < 4)
    width = MAX(width, document_width);
  for (guint i = 0; i + 1 < n; i++) {
    full += is_full(&lines[i], &lines[i + 1], width - width / 8);
    unclosed += !lines[i].closed;
  }
  gboolean most_full = full * 10 >= (n - 1) * 6;
  return most_full && unclosed * 3 >= n - 1 && (n > 2 || document_width > 0 || lines[1].lower) ? width : 0;
}

/* Whether line is the same paragraph as the line before it. */
static gboolean
continues(const Line *before, const Line *line, guint width)
{
  if (line->byline)
    return FALSE;
  if (line->lower && !before->closed && (before->open || before->trailing || line->ragged))
    return TRUE;
  if (width == 0)
    return FALSE;
  if (line->ragged && !line->lower && before->closed)
    return FALSE;
  return is_full(before, line, width - width / 5) || (line->lower && !before->closed);
}

/* The width of a hard-wrapped document's lines, 0 where it has longer ones. */
static guint
find_document_width(const GArray *lines)
{
  guint width = 0, filled = 0, long_ones = 0;
  for (guint i = 0; i < lines->len; i++)
    width = MAX(width, g_array_index(lines, Line, i).width);
  if (width > MAX_WRAP || width < MIN_WRAP)
    return 0;
  for (guint i = 0; i < lines->len; i++) {
    guint w = g_array_index(lines, Line, i).width;
    filled += w > 0;
    long_ones += w * 5 >= width * 4;
  }
  return long_ones * 3 >= filled ? width : 0;
}

GArray *
kith_layout_paragraphs(const char *text, gsize length)
{
  g_autoptr(GArray) lines = find_lines(text, length);
  GArray *paragraphs = g_array_new(FALSE, FALSE, sizeof(KithSpan));
  guint document_width = find_document_width(lines);
  gsize header_end = kith_mail_header_end(text, length);
  for (guint i = 0; i < lines->len;) {
    const Line *block = &g_array_index(lines, Line, i);
    guint n = 0;
    while (i + n < lines->len && block[n].span.end > block[n].span.begin)
      n++;
    guint width = wrap_width(block, n, document_width);
    for (guint k = 0; k < n; k++) {
      gboolean header = block[k].span.begin < header_end;
      if (k > 0 && (header ? block[k].ragged : continues(&block[k - 1], &block[k], width)))
        g_array_index(paragraphs, KithSpan, paragraphs->len - 1).end = block[k].span.end;
      else
        g_array_append_val(paragraphs, block[k].span);
    }
    i += MAX(n, 1);
  }
  return paragraphs;
}
