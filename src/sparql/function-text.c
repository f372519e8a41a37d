#include "sparql/function-text.h"

#include <math.h>
#include <string.h>

#include "sparql/value.h"

typedef KithCalling Calling;

/* A term that is a string, with a language or without; NULL for others. */
static const KithTerm *
string_of(const Calling *calling, KithId id)
{
  const KithTerm *term = kith_terms_get(calling->terms, id);
  KithValueKind kind = kith_value_of(term).kind;
  return kind == KITH_VALUE_STRING || kind == KITH_VALUE_WORDS ? term : NULL;
}

/* A string in the language of another. */
static KithId
like(Calling *calling, const char *text, const KithTerm *other)
{
  return kith_terms_literal(calling->terms, text, NULL, other->language);
}

/* Two strings of which the second may be sought in the first: it has no language, or the same. */
static gboolean
pair_of(const Calling *calling, const KithId *args, const KithTerm **text, const KithTerm **part)
{
  *text = string_of(calling, args[0]);
  *part = string_of(calling, args[1]);
  return *text && *part &&
         ((*part)->language == NULL ||
          ((*text)->language && g_ascii_strcasecmp((*text)->language, (*part)->language) == 0));
}

KithId
kith_text_concat(Calling *calling, const KithId *args, guint n)
{
  g_autoptr(GString) out = g_string_new(NULL);
  const char *language = NULL;
  for (guint i = 0; i < n; i++) {
    const KithTerm *term = string_of(calling, args[i]);
    if (term == NULL)
      return 0;
    g_string_append(out, term->value);
    language = i == 0 || g_strcmp0(language, term->language) == 0 ? term->language : NULL;
  }
  return kith_terms_literal(calling->terms, out->str, NULL, language);
}

KithId
kith_text_substr(Calling *calling, const KithId *args, guint n)
{
  const KithTerm *term = string_of(calling, args[0]);
  KithValue start = kith_value_of(kith_terms_get(calling->terms, args[1]));
  KithValue length = {.kind = KITH_VALUE_INTEGER, .number = INFINITY};
  if (n == 3)
    length = kith_value_of(kith_terms_get(calling->terms, args[2]));
  if (term == NULL || !kith_value_is_number(&start) || !kith_value_is_number(&length))
    return 0;
  double first = floor(start.number + 0.5), last = first + floor(length.number + 0.5);
  double end = (double)g_utf8_strlen(term->value, -1) + 1;
  if (first < 1)
    first = 1;
  if (last > end)
    last = end;
  if (!(first < last))
    return like(calling, "", term);
  g_autofree char *text = g_utf8_substring(term->value, (glong)first - 1, (glong)last - 1);
  return like(calling, text, term);
}

KithId
kith_text_strlen(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *term = string_of(calling, args[0]);
  return term ? kith_value_integer(calling->terms, g_utf8_strlen(term->value, -1)) : 0;
}

/* A string changed by a function of GLib's. */
static KithId
map_text(Calling *calling, KithId id, char *(*map)(const char *, gssize))
{
  const KithTerm *term = string_of(calling, id);
  g_autofree char *text = term ? map(term->value, -1) : NULL;
  return term ? like(calling, text, term) : 0;
}

KithId
kith_text_ucase(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return map_text(calling, args[0], g_utf8_strup);
}

KithId
kith_text_lcase(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return map_text(calling, args[0], g_utf8_strdown);
}

KithId
kith_text_encode(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *term = string_of(calling, args[0]);
  g_autofree char *text = term ? g_uri_escape_string(term->value, NULL, FALSE) : NULL;
  return term ? kith_terms_literal(calling->terms, text, NULL, NULL) : 0;
}

/* ---- parts ---- */

KithId
kith_text_contains(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *text, *part;
  return pair_of(calling, args, &text, &part)
             ? kith_terms_boolean(calling->terms, strstr(text->value, part->value) != NULL)
             : 0;
}

KithId
kith_text_starts(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *text, *part;
  return pair_of(calling, args, &text, &part)
             ? kith_terms_boolean(calling->terms, g_str_has_prefix(text->value, part->value))
             : 0;
}

KithId
kith_text_ends(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *text, *part;
  return pair_of(calling, args, &text, &part)
             ? kith_terms_boolean(calling->terms, g_str_has_suffix(text->value, part->value))
             : 0;
}

KithId
kith_text_before(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *text, *part;
  if (!pair_of(calling, args, &text, &part))
    return 0;
  const char *at = strstr(text->value, part->value);
  g_autofree char *before = g_strndup(text->value, at ? (gsize)(at - text->value) : 0);
  return at ? like(calling, before, text) : kith_terms_literal(calling->terms, "", NULL, NULL);
}

KithId
kith_text_after(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *text, *part;
  if (!pair_of(calling, args, &text, &part))
    return 0;
  const char *at = strstr(text->value, part->value);
  return at ? like(calling, at + strlen(part->value), text)
            : kith_terms_literal(calling->terms, "", NULL, NULL);
}

KithId
kith_text_langmatches(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *language = string_of(calling, args[0]), *range = string_of(calling, args[1]);
  if (language == NULL || range == NULL)
    return 0;
  gsize length = strlen(range->value);
  gboolean matches = strcmp(range->value, "*") == 0
                         ? *language->value != '\0'
                         : g_ascii_strncasecmp(language->value, range->value, length) == 0 &&
                               (language->value[length] == '\0' || language->value[length] == '-');
  return kith_terms_boolean(calling->terms, matches);
}

/* ---- regular expressions ---- */

/* An expression with the flags i, s, m, x and q; NULL where one of them is none. Owned by the caller. */
static GRegex *
regex_of(const Calling *calling, KithId pattern, KithId flags)
{
  static const struct {
    char flag;
    GRegexCompileFlags value;
  } table[] = {
      {'i', G_REGEX_CASELESS}, {'s', G_REGEX_DOTALL}, {'m', G_REGEX_MULTILINE}, {'x', G_REGEX_EXTENDED}};
  const KithTerm *expression = string_of(calling, pattern);
  const KithTerm *given = flags ? string_of(calling, flags) : NULL;
  if (expression == NULL || (flags && given == NULL))
    return NULL;
  GRegexCompileFlags all = G_REGEX_DOLLAR_ENDONLY;
  gboolean literal = FALSE;
  for (const char *p = given ? given->value : ""; *p != '\0'; p++) {
    gsize i = 0;
    while (i < G_N_ELEMENTS(table) && table[i].flag != *p)
      i++;
    if (i < G_N_ELEMENTS(table))
      all |= table[i].value;
    else if (*p == 'q')
      literal = TRUE;
    else
      return NULL;
  }
  g_autofree char *plain = literal ? g_regex_escape_string(expression->value, -1) : NULL;
  return g_regex_new(plain ? plain : expression->value, all, 0, NULL);
}

KithId
kith_text_regex(Calling *calling, const KithId *args, guint n)
{
  const KithTerm *text = string_of(calling, args[0]);
  g_autoptr(GRegex) regex = text ? regex_of(calling, args[1], n == 3 ? args[2] : 0) : NULL;
  g_autoptr(GError) error = NULL;
  if (regex == NULL)
    return 0;
  gboolean matches = g_regex_match_full(regex, text->value, -1, 0, 0, NULL, &error);
  return error ? 0 : kith_terms_boolean(calling->terms, matches);
}

/* A replacement as XPath writes it ("$1") in GLib's form ("\g<1>"). Owned by the caller. */
static char *
replacement_of(const char *text)
{
  GString *out = g_string_new(NULL);
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '$' && g_ascii_isdigit(p[1]))
      g_string_append_printf(out, "\\g<%c>", *++p);
    else if (*p == '\\' && (p[1] == '$' || p[1] == '\\'))
      g_string_append(out, *++p == '$' ? "$" : "\\\\");
    else
      g_string_append_len(out, p, 1);
  }
  return g_string_free(out, FALSE);
}

KithId
kith_text_replace(Calling *calling, const KithId *args, guint n)
{
  const KithTerm *text = string_of(calling, args[0]), *by = string_of(calling, args[2]);
  g_autoptr(GRegex) regex = text && by ? regex_of(calling, args[1], n == 4 ? args[3] : 0) : NULL;
  if (regex == NULL || g_regex_match(regex, "", 0, NULL)) /* what matches nothing cannot be replaced */
    return 0;
  g_autofree char *replacement = replacement_of(by->value);
  g_autofree char *result = g_regex_replace(regex, text->value, -1, 0, replacement, 0, NULL);
  return result ? like(calling, result, text) : 0;
}

/* ---- digests ---- */

static KithId
digest(Calling *calling, KithId id, GChecksumType type)
{
  const KithTerm *term = string_of(calling, id);
  if (term == NULL || term->language)
    return 0;
  g_autofree char *sum = g_compute_checksum_for_string(type, term->value, -1);
  return kith_terms_literal(calling->terms, sum, NULL, NULL);
}

KithId
kith_text_md5(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return digest(calling, args[0], G_CHECKSUM_MD5);
}

KithId
kith_text_sha1(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return digest(calling, args[0], G_CHECKSUM_SHA1);
}

KithId
kith_text_sha256(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return digest(calling, args[0], G_CHECKSUM_SHA256);
}

KithId
kith_text_sha384(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return digest(calling, args[0], G_CHECKSUM_SHA384);
}

KithId
kith_text_sha512(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return digest(calling, args[0], G_CHECKSUM_SHA512);
}
