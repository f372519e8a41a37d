#include "cli/table.h"

#include <stdarg.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { GAP = 2, MIN_WIDTH = 3 };

KithTable *
kith_table_new(const char *const *headings)
{
  KithTable *table = g_new0(KithTable, 1);
  table->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
  table->n_columns = g_strv_length((char **)headings);
  kith_table_add_cells(table, headings);
  return table;
}

void
kith_table_free(KithTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref(table->rows);
  g_free(table);
}

void
kith_table_add_cells(KithTable *table, const char *const *cells)
{
  char **row = g_new0(char *, (gsize)table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    row[i] = g_strdup(cells[i] ? cells[i] : "");
  g_ptr_array_add(table->rows, row);
}

void
kith_table_add(KithTable *table, ...)
{
  va_list args;
  va_start(args, table);
  g_autofree const char **cells = g_new0(const char *, (gsize)table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    cells[i] = va_arg(args, const char *);
  va_end(args);
  kith_table_add_cells(table, cells);
}

/* Terminal columns of a character. */
static guint
char_width(gunichar c)
{
  return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

static guint
text_width(const char *text)
{
  guint width = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
    width += char_width(g_utf8_get_char(p));
  return width;
}

/* What a terminal must not get from a text: controls, and marks that turn the direction of what follows. */
static gboolean
is_unsafe(gunichar c)
{
  return g_unichar_iscntrl(c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* A text that is safe to print. Owned by the caller. */
static char *
safe(const char *text)
{
  GString *out = g_string_new(NULL);
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (!is_unsafe(c))
      g_string_append_unichar(out, c);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c(out, ' ');
  }
  return g_string_free(out, FALSE);
}

/* Appends text cut to width columns, with an ellipsis where something is cut off, and padded unless it is
 * last. */
static void
append_cell(GString *out, const char *text, guint width, gboolean last)
{
  guint full = text_width(text), used = 0;
  guint room = full > width ? width - 1 : width;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (used + char_width(c) > room)
      break;
    g_string_append_unichar(out, c);
    used += char_width(c);
  }
  if (full > width) {
    g_string_append(out, "…");
    used++;
  }
  while (!last && used++ < width)
    g_string_append_c(out, ' ');
}

/* Takes columns from the widest until all fit. */
static void
fit(guint *widths, guint n, guint width)
{
  guint total = GAP * (n - 1);
  for (guint i = 0; i < n; i++)
    total += widths[i];
  while (total > width) {
    guint widest = 0;
    for (guint i = 1; i < n; i++)
      if (widths[i] > widths[widest])
        widest = i;
    if (widths[widest] <= MIN_WIDTH)
      return;
    widths[widest]--;
    total--;
  }
}

void
kith_table_format(const KithTable *table, guint width, gboolean colour, GString *out)
{
  guint n = table->n_columns;
  g_autofree guint *widths = g_new0(guint, n);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
  for (guint r = 0; r < table->rows->len; r++) {
    char **cells = (char **)table->rows->pdata[r], **clean = g_new0(char *, (gsize)n + 1);
    for (guint i = 0; i < n; i++) {
      clean[i] = safe(cells[i]);
      widths[i] = MAX(widths[i], text_width(clean[i]));
    }
    g_ptr_array_add(rows, clean);
  }
  if (width > 0)
    fit(widths, n, width);
  for (guint r = 0; r < rows->len; r++) {
    char **cells = (char **)rows->pdata[r];
    gboolean heading = colour && r == 0;
    g_string_append(out, heading ? "\033[1m" : "");
    gsize start = out->len;
    for (guint i = 0; i < n; i++) {
      append_cell(out, cells[i], widths[i], i + 1 == n);
      g_string_append(out, i + 1 < n ? "  " : "");
    }
    while (out->len > start && out->str[out->len - 1] == ' ')
      g_string_truncate(out, out->len - 1);
    g_string_append(out, heading ? "\033[0m\n" : "\n");
  }
}

void
kith_table_format_tsv(const KithTable *table, GString *out)
{
  for (guint r = 0; r < table->rows->len; r++) {
    char **cells = (char **)table->rows->pdata[r];
    for (guint i = 0; i < table->n_columns; i++) {
      g_string_append(out, i ? "\t" : "");
      for (const char *p = cells[i]; *p != '\0'; p++) {
        static const char from[] = "\t\n\r\\", to[] = "tnr\\";
        const char *special = strchr(from, *p);
        if (special)
          g_string_append_printf(out, "\\%c", to[special - from]);
        else
          g_string_append_c(out, *p);
      }
    }
    g_string_append_c(out, '\n');
  }
}

guint
kith_terminal_width(void)
{
  const char *columns = g_getenv("COLUMNS");
  guint64 given;
  struct winsize size;
  if (columns && g_ascii_string_to_unsigned(columns, 10, 1, 10000, &given, NULL))
    return (guint)given;
  if (!isatty(STDOUT_FILENO))
    return 0;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

gboolean
kith_terminal_colour(void)
{
  const char *forbidden = g_getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) && (forbidden == NULL || *forbidden == '\0') &&
         g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}

void
kith_append_styled(GString *out, const char *text, const char *style, gboolean colour)
{
  g_autofree char *clean = safe(text);
  if (colour)
    g_string_append_printf(out, "\033[%sm%s\033[0m", style, clean);
  else
    g_string_append(out, clean);
}

void
kith_append_wrapped(GString *out, const char *text, guint indent, guint width)
{
  g_autofree char *clean = safe(text);
  g_auto(GStrv) words = g_strsplit(clean, " ", -1);
  guint at = 0;
  for (char **word = words; *word; word++) {
    guint wide = text_width(*word);
    if (wide == 0)
      continue;
    gboolean fresh = at == 0 || (width > 0 && at + 1 + wide > width);
    if (fresh) {
      g_string_append_printf(out, "%s%*s", at ? "\n" : "", (int)indent, "");
      at = indent;
    } else {
      g_string_append_c(out, ' ');
      at++;
    }
    g_string_append(out, *word);
    at += wide;
  }
  g_string_append_c(out, '\n');
}
