#include "sparql/lexer.h"

#include <string.h>

/* ---- where tokens end: NULL where there is none of the kind at p ---- */

static const char *
iri_end(const char *p)
{
  for (p++; *p != '\0' && (guchar)*p > ' ' && strchr("<\"{}|^`\\", *p) == NULL; p++)
    if (*p == '>')
      return p + 1;
  return NULL;
}

static const char *
string_end(const char *p)
{
  const char quote[4] = {*p, *p, *p, '\0'};
  gsize n = strncmp(p, quote, 3) == 0 ? 3 : 1;
  for (p += n; *p != '\0'; p++) {
    if (strncmp(p, quote, n) == 0)
      return p + n;
    if (n == 1 && (*p == '\n' || *p == '\r'))
      return NULL;
    if (*p == '\\' && p[1] != '\0')
      p++;
  }
  return NULL;
}

/* A character that may begin a name, and one that may be within it (PN_CHARS_U, PN_CHARS). */
static gboolean
begins_name(const char *p)
{
  return (guchar)*p >= 0x80 || g_ascii_isalpha(*p) || *p == '_';
}

static gboolean
is_name_char(const char *p)
{
  return begins_name(p) || g_ascii_isdigit(*p) || *p == '-';
}

/* The end of name characters with dots between them. */
static const char *
word_end(const char *p)
{
  while (is_name_char(p) ||
         (*p == '.' && p[1 + strspn(p + 1, ".")] != '\0' && is_name_char(p + 1 + strspn(p + 1, "."))))
    p++;
  return p;
}

/* The end of the local part of a prefixed name that begins at p; p itself where there is none. */
static const char *
local_end(const char *p)
{
  const char *end = p;
  for (gboolean first = TRUE;; first = FALSE) {
    if (*p == '%' && g_ascii_isxdigit(p[1]) && g_ascii_isxdigit(p[2]))
      p += 3;
    else if (*p == '\\' && p[1] != '\0' && strchr("_~.-!$&'()*+,;=/?#@%", p[1]))
      p += 2;
    else if ((first ? begins_name(p) || g_ascii_isdigit(*p) : is_name_char(p)) || *p == ':')
      p++;
    else if (!first && *p == '.')
      p++;
    else
      return end;
    if (p[-1] != '.' || p[-2] == '\\')
      end = p;
  }
}

static const char *
variable_end(const char *p)
{
  if (!begins_name(p + 1) && !g_ascii_isdigit(p[1]))
    return NULL;
  for (p++; begins_name(p) || g_ascii_isdigit(*p);)
    p++;
  return p;
}

static const char *
language_end(const char *p)
{
  if (!g_ascii_isalpha(p[1]))
    return NULL;
  for (p++; g_ascii_isalpha(*p);)
    p++;
  while (*p == '-' && g_ascii_isalnum(p[1]))
    for (p++; g_ascii_isalnum(*p);)
      p++;
  return p;
}

/* The end and kind of a number without a sign. */
static const char *
number_end(const char *p, KithTokenKind *kind)
{
  const char *start = p;
  *kind = KITH_TOKEN_INTEGER;
  while (g_ascii_isdigit(*p))
    p++;
  const char *whole = p, *fraction = *p == '.' ? p + 1 : p;
  fraction += strspn(fraction, "0123456789");
  gboolean any = fraction > p + 1 || p > start;
  if (fraction > p + 1) {
    whole = fraction;
    *kind = KITH_TOKEN_DECIMAL;
  }
  if (any && (*fraction == 'e' || *fraction == 'E')) {
    const char *digits = fraction + 1 + (fraction[1] == '+' || fraction[1] == '-');
    if (g_ascii_isdigit(*digits)) {
      *kind = KITH_TOKEN_DOUBLE;
      return digits + strspn(digits, "0123456789");
    }
  }
  return whole;
}

/* ---- tokens ---- */

static KithToken
name_or_word(const char *p)
{
  const char *stop = begins_name(p) ? word_end(p) : p;
  if (*p == '_' && p[1] == ':') {
    gboolean label = begins_name(p + 2) || g_ascii_isdigit(p[2]);
    return (KithToken){label ? KITH_TOKEN_BLANK : KITH_TOKEN_BAD, p, label ? word_end(p + 2) : p + 2};
  }
  if (*stop == ':' && *p != '_')
    return (KithToken){KITH_TOKEN_NAME, p, local_end(stop + 1)};
  for (stop = p; g_ascii_isalnum(*stop) || *stop == '_';)
    stop++;
  return stop > p ? (KithToken){KITH_TOKEN_WORD, p, stop} : (KithToken){KITH_TOKEN_BAD, p, p + 1};
}

static KithToken
sign(const char *p)
{
  static const char *const pairs[] = {"^^", "&&", "||", "!=", "<=", ">="};
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++)
    if (strncmp(p, pairs[i], 2) == 0)
      return (KithToken){KITH_TOKEN_SIGN, p, p + 2};
  return (KithToken){strchr("{}()[].,;*/+-!|^?=<>", *p) ? KITH_TOKEN_SIGN : KITH_TOKEN_BAD, p, p + 1};
}

KithToken
kith_token_next(const char *p)
{
  const char *end = NULL;
  KithTokenKind kind;
  while (g_ascii_isspace(*p) || *p == '#')
    if (*p++ == '#')
      p += strcspn(p, "\r\n");
  if (*p == '\0')
    return (KithToken){KITH_TOKEN_END, p, p};
  if (*p == '<' && (end = iri_end(p)))
    return (KithToken){KITH_TOKEN_IRI, p, end};
  if (*p == '"' || *p == '\'')
    return (end = string_end(p)) ? (KithToken){KITH_TOKEN_STRING, p, end}
                                 : (KithToken){KITH_TOKEN_BAD, p, p + 1};
  if ((*p == '?' || *p == '$') && (end = variable_end(p)))
    return (KithToken){KITH_TOKEN_VARIABLE, p, end};
  if (*p == '@' && (end = language_end(p)))
    return (KithToken){KITH_TOKEN_LANGUAGE, p, end};
  if (g_ascii_isdigit(*p) || (*p == '.' && g_ascii_isdigit(p[1]))) {
    end = number_end(p, &kind);
    return (KithToken){kind, p, end};
  }
  if (begins_name(p) || *p == ':')
    return name_or_word(p);
  return sign(p);
}

gboolean
kith_token_is(const KithToken *token, const char *word)
{
  gsize n = strlen(word);
  return (token->kind == KITH_TOKEN_WORD || token->kind == KITH_TOKEN_SIGN) &&
         (gsize)(token->end - token->begin) == n && g_ascii_strncasecmp(token->begin, word, n) == 0;
}

/* ---- escapes ---- */

char *
kith_token_text(const KithToken *token)
{
  static const char from[] = "tbnrf\\\"'", to[] = "\t\b\n\r\f\\\"'";
  const char *p = token->begin, *end = token->end;
  gboolean string = token->kind == KITH_TOKEN_STRING;
  if (string) {
    gsize n = end - p >= 6 && p[1] == *p && p[2] == *p ? 3 : 1;
    p += n;
    end -= n;
  }
  GString *out = g_string_sized_new((gsize)(end - p));
  for (; p < end; p++) {
    const char *special = string && *p == '\\' ? strchr(from, p[1]) : NULL;
    if (string && *p == '\\' && (special == NULL || p[1] == '\0')) {
      g_string_free(out, TRUE);
      return NULL;
    }
    if (special)
      g_string_append_c(out, to[special - from]);
    else if (*p != '\\')
      g_string_append_c(out, *p);
    if (special)
      p++;
  }
  return g_string_free(out, FALSE);
}

char *
kith_query_unescape(const char *text)
{
  GString *out = g_string_new(NULL);
  for (const char *p = text; *p != '\0'; p++) {
    gsize n = *p != '\\' ? 0 : p[1] == 'u' ? 4 : p[1] == 'U' ? 8 : 0;
    if (n == 0) {
      g_string_append_c(out, *p);
      if (*p == '\\' && p[1] == '\\')
        g_string_append_c(out, *++p);
      continue;
    }
    gunichar c = 0;
    for (gsize i = 0; i < n; i++) {
      int digit = g_ascii_xdigit_value(p[2 + i]);
      if (digit < 0) {
        g_string_free(out, TRUE);
        return NULL;
      }
      c = c << 4 | (gunichar)digit;
    }
    if (c == 0 || !g_unichar_validate(c)) {
      g_string_free(out, TRUE);
      return NULL;
    }
    g_string_append_unichar(out, c);
    p += n + 1;
  }
  return g_string_free(out, FALSE);
}
