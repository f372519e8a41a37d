#include "rdf/formats.h"

#include <string.h>

#include "rdf/writer.h"

static const KithFormat formats[] = {
    {{"turtle", "ttl", FALSE}, "n3", "turtle", TRUE, &kith_trig_writer},
    {{"ntriples", "nt", FALSE}, "n-triples", NULL, FALSE, &kith_lines_writer},
    {{"nquads", "nq", TRUE}, "n-quads", NULL, FALSE, &kith_lines_writer},
    {{"trig", "trig", TRUE}, NULL, "trig", FALSE, &kith_trig_writer},
    {{"rdfxml", "rdf", FALSE}, "xml owl rdf/xml", "rdfxml", FALSE, &kith_raptor_writer},
    {{"jsonld", "jsonld", TRUE}, "json-ld", NULL, TRUE, &kith_jsonld_writer},
};
enum { TURTLE, NTRIPLES, NQUADS, TRIG, RDFXML, JSONLD };

const KithRdfFormat *
kith_rdf_formats(void)
{
  static KithRdfFormat list[G_N_ELEMENTS(formats) + 1];
  static gsize done = 0;
  if (g_once_init_enter(&done)) {
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
      list[i] = formats[i].public;
    g_once_init_leave(&done, 1);
  }
  return list;
}

/* Whether a name is one of the words of a list. */
static gboolean
is_word_of(const char *name, const char *list)
{
  g_auto(GStrv) words = g_strsplit(list ? list : "", " ", -1);
  return g_strv_contains((const char *const *)words, name);
}

const KithRdfFormat *
kith_rdf_format(const char *name)
{
  g_autofree char *lower = g_ascii_strdown(name, -1);
  const KithRdfFormat *list = kith_rdf_formats();
  for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
    if (strcmp(lower, list[i].name) == 0 || strcmp(lower, list[i].suffix) == 0 ||
        is_word_of(lower, formats[i].suffixes))
      return &list[i];
  return NULL;
}

const KithFormat *
kith_format(const KithRdfFormat *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
    if (strcmp(formats[i].public.name, format->name) == 0)
      return &formats[i];
  g_return_val_if_reached(NULL);
}

const char *
kith_find_noncharacter(const char *text, gsize length)
{
  const char *end = text + length;
  for (const char *p = text; (p = (const char *)memchr(p, 0xef, (gsize)(end - p))) && end - p >= 3; p++)
    if ((guchar)p[1] == 0xbf && (guchar)p[2] >= 0xbe)
      return p;
  return NULL;
}

const char *
kith_term_problem(const KithTerm *term)
{
  if (term->kind == KITH_TERM_LITERAL && kith_find_noncharacter(term->value, strlen(term->value)))
    return "a text has U+FFFE or U+FFFF, which are no characters";
  return NULL;
}

/* ---- by the look of the content ---- */

typedef struct {
  const char *at, *end;
} Cursor;

static void
skip_space(Cursor *cursor, gboolean lines)
{
  while (cursor->at < cursor->end) {
    char c = *cursor->at;
    if (c == '#')
      while (cursor->at < cursor->end && *cursor->at != '\n')
        cursor->at++;
    else if (c == ' ' || c == '\t' || (lines && (c == '\n' || c == '\r')))
      cursor->at++;
    else
      return;
  }
}

/* Skips what is in quotes of one character, with its escapes, on one line. */
static void
skip_quoted(Cursor *cursor, char quote)
{
  for (cursor->at++; cursor->at < cursor->end && *cursor->at != quote && *cursor->at != '\n'; cursor->at++)
    if (*cursor->at == '\\' && cursor->at + 1 < cursor->end)
      cursor->at++;
  if (cursor->at < cursor->end && *cursor->at == quote)
    cursor->at++;
}

/* Skips a term of N-Quads; false where there is none. */
static gboolean
skip_term(Cursor *cursor)
{
  if (cursor->at >= cursor->end)
    return FALSE;
  char c = *cursor->at;
  if (c == '"')
    skip_quoted(cursor, '"');
  else if (c == '<')
    skip_quoted(cursor, '>');
  else if (c != '_')
    return FALSE;
  while (cursor->at < cursor->end && !strchr(" \t\r\n.", *cursor->at)) {
    if (*cursor->at == '<')
      skip_quoted(cursor, '>');
    else
      cursor->at++;
  }
  return TRUE;
}

/* Whether every line is a statement of N-Triples or N-Quads; *quads where one has a fourth term. */
static gboolean
is_lines(Cursor cursor, gboolean *quads)
{
  for (skip_space(&cursor, TRUE); cursor.at < cursor.end; skip_space(&cursor, TRUE)) {
    int terms = 0;
    while (skip_term(&cursor)) {
      terms++;
      skip_space(&cursor, FALSE);
    }
    if (terms < 3 || terms > 4)
      return FALSE;
    *quads = *quads || terms == 4;
    if (cursor.at < cursor.end && *cursor.at++ != '.')
      return FALSE;
  }
  return TRUE;
}

/* Whether a brace stands outside of strings, IRIs and comments. */
static gboolean
has_brace(Cursor cursor)
{
  while (cursor.at < cursor.end) {
    gsize left = (gsize)(cursor.end - cursor.at);
    char c = *cursor.at;
    if (c == '{')
      return TRUE;
    if (left >= 3 && (strncmp(cursor.at, "\"\"\"", 3) == 0 || strncmp(cursor.at, "'''", 3) == 0)) {
      const char quote[4] = {c, c, c, '\0'};
      const char *close = cursor.at + 3;
      while (close + 3 <= cursor.end && strncmp(close, quote, 3) != 0)
        close += *close == '\\' ? 2 : 1;
      cursor.at = MIN(close + 3, cursor.end);
    } else if (c == '"' || c == '\'' || c == '<') {
      skip_quoted(&cursor, c == '<' ? '>' : c);
    } else if (c == '#') {
      skip_space(&cursor, TRUE);
    } else {
      cursor.at++;
    }
  }
  return FALSE;
}

/* Whether it opens as JSON does in no other format: a brace and a quote, or a bracket and a brace. */
static gboolean
is_jsonld(Cursor cursor)
{
  const char opening = *cursor.at++;
  while (cursor.at < cursor.end && g_ascii_isspace(*cursor.at))
    cursor.at++;
  return cursor.at < cursor.end &&
         ((opening == '{' && *cursor.at == '"') || (opening == '[' && *cursor.at == '{'));
}

const KithRdfFormat *
kith_format_guess(const char *bytes, gsize length)
{
  Cursor cursor = {bytes, bytes + length};
  gboolean quads = FALSE;
  if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
    cursor.at += 3;
  skip_space(&cursor, TRUE);
  gsize left = (gsize)(cursor.end - cursor.at);
  if (left == 0)
    return NULL;
  static const char *const xml[] = {"<?xml", "<rdf:RDF", "<!DOCTYPE", "<!--"};
  for (gsize i = 0; i < G_N_ELEMENTS(xml); i++)
    if (left >= strlen(xml[i]) && strncmp(cursor.at, xml[i], strlen(xml[i])) == 0)
      return &kith_rdf_formats()[RDFXML];
  if (is_jsonld(cursor))
    return &kith_rdf_formats()[JSONLD];
  if (is_lines(cursor, &quads))
    return &kith_rdf_formats()[quads ? NQUADS : NTRIPLES];
  if (has_brace(cursor))
    return &kith_rdf_formats()[TRIG];
  static const char *const turtle[] = {"@prefix", "@base", "<", "_:", "[", "prefix", "base", "("};
  for (gsize i = 0; i < G_N_ELEMENTS(turtle); i++)
    if (left >= strlen(turtle[i]) && g_ascii_strncasecmp(cursor.at, turtle[i], strlen(turtle[i])) == 0)
      return &kith_rdf_formats()[TURTLE];
  return NULL;
}
