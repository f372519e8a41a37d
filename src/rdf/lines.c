#include "rdf/lines.h"

#include <string.h>

#include "base/error.h"
#include "rdf/formats.h"
#include "rdf/iri.h"

enum { PIECE = 1 << 16 };

typedef struct {
  const char *name;
  gboolean quads;
  KithPull pull;
  gpointer data;
  const KithSink *sink;
  guint *line;
  GError **error;
  char *at;            /* in the line that is read, which ends in a NUL byte */
  const char *problem; /* static */
  gboolean cut;        /* the last line: it has no line end */
} Lines;

/* ---- a line ---- */

/* Says what is wrong; false. */
static gboolean
wrong(Lines *lines, const char *problem)
{
  lines->problem = lines->problem ? lines->problem : problem;
  return FALSE;
}

static void
skip_blanks(Lines *lines)
{
  while (*lines->at == ' ' || *lines->at == '\t')
    lines->at++;
}

/* Reads n hexadecimal digits. */
static gboolean
read_hex(const char *digits, int n, gunichar *code)
{
  *code = 0;
  for (int i = 0; i < n; i++) {
    int digit = g_ascii_xdigit_value(digits[i]);
    if (digit < 0)
      return FALSE;
    *code = *code * 16 + (gunichar)digit;
  }
  return TRUE;
}

/* Decodes the escape at *from (a backslash) to *to, both moved on. texts: those of literals too. */
static gboolean
unescape(Lines *lines, char **from, char **to, gboolean texts)
{
  static const char names[] = "tbnrf\"'\\", values[] = "\t\b\n\r\f\"'\\";
  char c = (*from)[1];
  const char *found = c != '\0' && texts ? strchr(names, c) : NULL;
  if (found) {
    *(*to)++ = values[found - names];
    *from += 2;
    return TRUE;
  }
  gunichar code;
  int n = c == 'u' ? 4 : c == 'U' ? 8 : 0;
  if (n == 0 || !read_hex(*from + 2, n, &code) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    return wrong(lines, "an escape that is none");
  if (code == 0)
    return wrong(lines, "U+0000 in a text");
  *to += g_unichar_to_utf8(code, *to);
  *from += 2 + n;
  return TRUE;
}

/* At '<': the IRI, decoded in place. */
static gboolean
read_iri(Lines *lines, const char **iri)
{
  char *from = ++lines->at, *to = from;
  *iri = from;
  while (*from != '>') {
    if (*from == '\0')
      return wrong(lines, "an IRI that does not end");
    if (*from == '\\') {
      if (!unescape(lines, &from, &to, FALSE))
        return FALSE;
    } else {
      *to++ = *from++;
    }
  }
  *to = '\0';
  lines->at = from + 1;
  if (kith_iri_is_valid(*iri))
    return TRUE;
  g_set_error(lines->error, KITH_ERROR, KITH_ERROR_INPUT, "%s:%u: '%.500s' is no IRI", lines->name,
              *lines->line, *iri);
  return FALSE;
}

/* PN_CHARS of the specification, beside ASCII. */
static gboolean
is_name_letter(gunichar c)
{
  static const gunichar ranges[][2] = {{0xc0, 0xd6},     {0xd8, 0xf6},     {0xf8, 0x37d},
                                       {0x37f, 0x1fff},  {0x200c, 0x200d}, {0x203f, 0x2040},
                                       {0x2070, 0x218f}, {0x2c00, 0x2fef}, {0x3001, 0xd7ff},
                                       {0xf900, 0xfdcf}, {0xfdf0, 0xfffd}, {0x10000, 0xeffff}};
  for (gsize i = 0; i < G_N_ELEMENTS(ranges); i++)
    if (c >= ranges[i][0] && c <= ranges[i][1])
      return TRUE;
  return c == 0xb7;
}

gsize
kith_lines_blank_name(const char *text)
{
  const char *p = text, *end = text;
  while (*p != '\0') {
    gboolean letter = (guchar)*p < 0x80 ? g_ascii_isalnum(*p) || *p == '_' || *p == ':'
                                        : is_name_letter(g_utf8_get_char(p));
    gboolean later = p > text && (*p == '-' || *p == '.');
    if (!letter && !later)
      break;
    p = g_utf8_next_char(p);
    if (p[-1] != '.')
      end = p;
  }
  return (gsize)(end - text);
}

/* At the opening quote: the text, decoded in place. */
static gboolean
read_text(Lines *lines, const char **text)
{
  char *from = lines->at + 1, *to = from;
  *text = from;
  for (;;) {
    gsize plain = strcspn(from, "\"\\\r");
    if (to != from)
      memmove(to, from, plain);
    from += plain;
    to += plain;
    if (*from == '"')
      break;
    if (*from == '\0' || *from == '\r')
      return wrong(lines, lines->cut ? "a text that does not end: the file is cut off"
                                     : "a text that does not end on its line");
    if (!unescape(lines, &from, &to, TRUE))
      return FALSE;
  }
  *to = '\0';
  lines->at = from + 1;
  if ((gsize)(to - *text) > KITH_MAX_LITERAL)
    return wrong(lines, "a text of more than 64 MiB");
  if (kith_find_noncharacter(*text, (gsize)(to - *text)))
    return wrong(lines, "U+FFFE or U+FFFF in it, which are no characters");
  return TRUE;
}

/* Ends the n bytes after the place in a NUL: they move over the byte there. The text, from which the place
 * moves on. */
static const char *
close_name(Lines *lines, gsize n)
{
  char *text = lines->at;
  memmove(text, text + 1, n);
  text[n] = '\0';
  lines->at += n + 1;
  return text;
}

/* At '@': a language tag. */
static gboolean
read_language(Lines *lines, const char **language)
{
  const char *p = lines->at + 1;
  while (g_ascii_isalpha(*p))
    p++;
  if (p == lines->at + 1)
    return wrong(lines, "a language tag that is none");
  while (*p == '-' && g_ascii_isalnum(p[1]))
    for (p++; g_ascii_isalnum(*p);)
      p++;
  *language = close_name(lines, (gsize)(p - lines->at) - 1);
  return TRUE;
}

static gboolean
read_literal(Lines *lines, KithTerm *term)
{
  term->kind = KITH_TERM_LITERAL;
  if (!read_text(lines, &term->value))
    return FALSE;
  if (*lines->at == '@')
    return read_language(lines, &term->language);
  if (strncmp(lines->at, "^^<", 3) != 0)
    return TRUE;
  lines->at += 2;
  if (!read_iri(lines, &term->datatype))
    return FALSE;
  if (strcmp(term->datatype, kith_iri(KITH_V_XSD_STRING)) == 0)
    term->datatype = NULL;
  return TRUE;
}

static gboolean
read_term(Lines *lines, KithTerm *term)
{
  *term = (KithTerm){KITH_TERM_IRI, NULL, NULL, NULL};
  if (*lines->at == '<')
    return read_iri(lines, &term->value);
  if (*lines->at == '"')
    return read_literal(lines, term);
  if (*lines->at != '_' || lines->at[1] != ':')
    return wrong(lines, lines->cut && *lines->at == '\0' ? "the file is cut off within a statement"
                                                         : "an IRI, a blank node or a text should be here");
  gsize n = kith_lines_blank_name(lines->at + 2);
  if (n == 0)
    return wrong(lines, "a blank node without a name");
  lines->at++;
  term->kind = KITH_TERM_BLANK;
  term->value = close_name(lines, n);
  return TRUE;
}

/* One statement up to its dot. */
static gboolean
read_statement(Lines *lines)
{
  KithTerm terms[4];
  int n = 0;
  for (; n < 4 && (n < 3 || strchr(".\r", *lines->at) == NULL); n++) {
    if (!read_term(lines, &terms[n]))
      return FALSE;
    skip_blanks(lines);
  }
  gboolean subject = terms[0].kind != KITH_TERM_LITERAL;
  if (!subject || terms[1].kind != KITH_TERM_IRI)
    return wrong(lines, subject ? "a predicate must be an IRI" : "a subject cannot be a text");
  if (n == 4 && (!lines->quads || terms[3].kind == KITH_TERM_LITERAL))
    return wrong(lines, lines->quads ? "a graph cannot be a text" : "a fourth term, which N-Triples has not");
  if (*lines->at != '.')
    return wrong(lines, lines->cut && *lines->at == '\0'
                            ? "the last line does not end in a dot: the file is cut off"
                            : "a dot should end the statement here");
  lines->at++;
  lines->sink->take(lines->sink->data, &terms[0], &terms[1], &terms[2], n == 4 ? &terms[3] : NULL);
  return TRUE;
}

/* All statements of a line, which a carriage return may part. Its end becomes a NUL byte. */
static gboolean
read_line(Lines *lines, char *text, gsize length)
{
  text[length] = '\0';
  if (strlen(text) < length)
    return wrong(lines, "a NUL byte");
  if (!g_utf8_validate_len(text, length, NULL))
    return wrong(lines, "this is not UTF-8 text");
  for (lines->at = text;;) {
    skip_blanks(lines);
    if (*lines->at == '#')
      lines->at += strcspn(lines->at, "\r");
    if (*lines->at == '\0')
      return TRUE;
    if (*lines->at == '\r')
      lines->at++;
    else if (!read_statement(lines))
      return FALSE;
  }
}

/* ---- a file ---- */

typedef struct {
  char *bytes;
  gsize size, from, to; /* room; what is not read yet */
} Buffer;

enum { MAX_LINE = 6 << 26 }; /* a literal of the largest size, all in escapes, and some */

/* Adds a piece to the buffer; what was read goes, and the room grows where a line fills it. */
static gssize
fill(Lines *lines, Buffer *buffer)
{
  if (buffer->from > 0) {
    memmove(buffer->bytes, buffer->bytes + buffer->from, buffer->to - buffer->from);
    buffer->to -= buffer->from;
    buffer->from = 0;
  }
  if (buffer->to + PIECE + 4 > buffer->size) {
    buffer->size = MAX(buffer->size * 2, 4 * PIECE);
    buffer->bytes = g_realloc(buffer->bytes, buffer->size);
  }
  gssize got =
      lines->pull(lines->data, buffer->bytes + buffer->to, buffer->size - buffer->to - 4, lines->error);
  if (got > 0)
    buffer->to += (gsize)got;
  return got;
}

/* Reads the line at the start of the buffer. */
static gboolean
take_line(Lines *lines, Buffer *buffer, gsize length)
{
  char *text = buffer->bytes + buffer->from;
  (*lines->line)++;
  buffer->from += length + 1;
  return read_line(lines, text, length);
}

static gboolean
read_lines(Lines *lines, Buffer *buffer)
{
  gsize seen = 0;
  for (;;) {
    gsize left = buffer->to - buffer->from;
    char *start = buffer->bytes + buffer->from;
    char *end = left > seen ? memchr(start + seen, '\n', left - seen) : NULL;
    if (end) {
      seen = 0;
      if (!take_line(lines, buffer, (gsize)(end - start)))
        return FALSE;
      continue;
    }
    seen = left;
    if (left > MAX_LINE) {
      (*lines->line)++;
      return wrong(lines, "a line that is too long: a text of more than 64 MiB");
    }
    gssize got = fill(lines, buffer);
    if (got < 0)
      return FALSE;
    if (got == 0) {
      lines->cut = TRUE;
      return left == 0 || take_line(lines, buffer, left);
    }
  }
}

gboolean
kith_lines_read(const char *name, gboolean quads, KithPull pull, gpointer data, const KithSink *sink,
                guint *line, GError **error)
{
  GError *local = NULL;
  Lines lines = {name, quads, pull, data, sink, line, &local, NULL, NULL, FALSE};
  Buffer buffer = {NULL, 0, 0, 0};
  *line = 0;
  gboolean ok = read_lines(&lines, &buffer);
  g_free(buffer.bytes);
  if (!ok && local == NULL)
    g_set_error(&local, KITH_ERROR, KITH_ERROR_INPUT, "%s:%u: %s", name, *line, lines.problem);
  if (local)
    g_propagate_error(error, local);
  return ok;
}

/* ---- writing ---- */

/* Which bytes of a literal are escaped: its letter after a backslash, or 'u' for \u00XX. */
static const char *
escapes(void)
{
  static char table[256];
  static gsize done = 0;
  if (g_once_init_enter(&done)) {
    for (int i = 0; i < 0x20; i++)
      table[i] = 'u';
    table[0x7f] = 'u';
    table['\t'] = 't';
    table['\b'] = 'b';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\f'] = 'f';
    table['"'] = '"';
    table['\\'] = '\\';
    g_once_init_leave(&done, 1);
  }
  return table;
}

void
kith_lines_append_quoted(GString *out, const char *text)
{
  const char *table = escapes(), *from = text;
  g_string_append_c(out, '"');
  for (const char *p = text;; p++) {
    char escape = table[(guchar)*p];
    if (escape == 0)
      continue;
    g_string_append_len(out, from, p - from);
    if (*p == '\0')
      break;
    if (escape == 'u')
      g_string_append_printf(out, "\\u%04X", (guchar)*p);
    else
      g_string_append_len(out, (const char[]){'\\', escape}, 2);
    from = p + 1;
  }
  g_string_append_c(out, '"');
}

void
kith_lines_append_blank(GString *out, const char *name)
{
  g_string_append_len(out, "_:", 2);
  if (*name != '\0' && name[kith_lines_blank_name(name)] == '\0' && strchr(name, ':') == NULL) {
    g_string_append(out, name);
    return;
  }
  g_string_append(out, "kith");
  for (const char *p = name; *p != '\0'; p++)
    g_string_append_printf(out, "%02x", (guchar)*p);
}

static void
append_iri(GString *out, const char *iri)
{
  g_string_append_c(out, '<');
  g_string_append(out, iri);
  g_string_append_c(out, '>');
}

void
kith_lines_append_term(GString *out, const KithTerm *term)
{
  if (term->kind == KITH_TERM_IRI) {
    append_iri(out, term->value);
  } else if (term->kind == KITH_TERM_BLANK) {
    kith_lines_append_blank(out, term->value);
  } else {
    kith_lines_append_quoted(out, term->value);
    if (term->language) {
      g_string_append_c(out, '@');
      g_string_append(out, term->language);
    } else if (term->datatype) {
      g_string_append_len(out, "^^", 2);
      append_iri(out, term->datatype);
    }
  }
}

void
kith_lines_append(GString *out, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
                  const KithTerm *graph)
{
  const KithTerm *const terms[] = {subject, predicate, object, graph};
  for (int i = 0; i < 4 && terms[i]; i++) {
    kith_lines_append_term(out, terms[i]);
    g_string_append_c(out, ' ');
  }
  g_string_append_len(out, ".\n", 2);
}
