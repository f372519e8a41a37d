#include "syntax/features.h"

enum { MAX_CHARS = 64 };

/* Typographic variants of a character as their plain one. */
static gunichar
plain_char(gunichar c)
{
  switch (c) {
  case 0x2018:
  case 0x2019:
  case 0x201a:
  case 0x201b:
  case 0x02bc:
  case 0x2032:
  case 0x00b4:
  case '`':
    return '\'';
  case 0x201c:
  case 0x201d:
  case 0x201e:
  case 0x201f:
  case 0x2033:
  case 0x00ab:
  case 0x00bb:
    return '"';
  case 0x2010:
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2212:
    return '-';
  default:
    return c;
  }
}

/* Decodes at most MAX_CHARS characters, plain. */
static guint
decode(const char *form, gunichar out[MAX_CHARS])
{
  guint n = 0;
  for (const char *p = form; *p != '\0' && n < MAX_CHARS; p = g_utf8_next_char(p))
    out[n++] = plain_char(g_utf8_get_char(p));
  return n;
}

static gunichar
fold(gunichar c, gboolean digits)
{
  if (c < 0x80) {
    if (digits && g_ascii_isdigit(c))
      return '0';
    return (gunichar)g_ascii_tolower((char)c);
  }
  return g_unichar_tolower(c);
}

static gsize
encode(const gunichar *chars, guint n, gboolean digits, char out[KITH_FORM_SIZE])
{
  gsize length = 0;
  for (guint i = 0; i < n; i++)
    length += (gsize)g_unichar_to_utf8(fold(chars[i], digits), out + length);
  out[length] = '\0';
  return length;
}

gsize
kith_form_normalize(const char *form, gboolean digits, char out[KITH_FORM_SIZE])
{
  gunichar chars[MAX_CHARS];
  return encode(chars, decode(form, chars), digits, out);
}

/* "Xxx", "dd", "X.X.": the kinds of characters, runs cut to three; with the lists of names that the form is
 * in.
 */
static guint32
shape_of(const gunichar *chars, guint n, guint32 lists)
{
  char shape[MAX_CHARS];
  guint length = 0, run = 0;
  for (guint i = 0; i < n; i++) {
    gunichar c = chars[i];
    char kind = c < 0x80 && g_ascii_isdigit(c) ? 'd'
                : g_unichar_isupper(c)         ? 'X'
                : g_unichar_isalpha(c)         ? 'x'
                : c < 0x80                     ? (char)c
                                               : '*';
    run = length > 0 && shape[length - 1] == kind ? run + 1 : 1;
    if (run <= 3)
      shape[length++] = kind;
  }
  return (guint32)kith_hash64(1 + ((guint64)lists << 32), shape, length);
}

void
kith_features_get(const KithSizes *sizes, const KithFormTables *tables, const char *form, KithFeatures *out)
{
  gunichar chars[MAX_CHARS];
  char normal[KITH_FORM_SIZE];
  guint n = decode(form, chars);
  gsize length = encode(chars, n, TRUE, normal);
  const guint64 hash = kith_form_hash(normal, length);
  out->form = kith_hash_find(&tables->forms, hash, 0);
  if (out->form >= sizes->n_forms)
    out->form = 0;
  gsize offsets[MAX_CHARS + 1];
  guint n_chars = 0;
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char(p))
    offsets[n_chars++] = (gsize)(p - normal);
  offsets[n_chars] = length;
  for (guint i = 0; i < KITH_N_AFFIXES / 2; i++) {
    guint size = MIN(i + 1, n_chars);
    out->affix[i] = (guint32)(kith_hash64(2 + i, normal, offsets[size]) % sizes->n_affixes);
    gsize from = offsets[n_chars - size];
    out->affix[KITH_N_AFFIXES / 2 + i] =
        (guint32)(kith_hash64(10 + i, normal + from, length - from) % sizes->n_affixes);
  }
  out->shape = shape_of(chars, n, kith_hash_find(&tables->lists, hash, 0)) % sizes->n_shapes;
  length = encode(chars, n, FALSE, normal);
  out->vector = kith_hash_find(&tables->vectors, kith_form_hash(normal, length), 0);
  if (out->vector >= sizes->n_vectors)
    out->vector = 0;
}

guint32
kith_features_shape(const KithSizes *sizes, const KithFormTables *tables, const char *form, KithCase line)
{
  gunichar chars[MAX_CHARS];
  char normal[KITH_FORM_SIZE];
  guint n = decode(form, chars);
  gsize length = encode(chars, n, TRUE, normal);
  const guint32 lists = kith_hash_find(&tables->lists, kith_form_hash(normal, length), 0);
  for (guint i = 0; i < n; i++)
    if (line == KITH_CASE_LOWER)
      chars[i] = g_unichar_tolower(chars[i]);
    else if (line == KITH_CASE_UPPER || (i == 0 && n > 3)) /* small words of headlines stay small */
      chars[i] = g_unichar_toupper(chars[i]);
  return shape_of(chars, n, lists) % sizes->n_shapes;
}
