#include "text/contraction.h"

#include <string.h>

#include "text/chars.h"
#include "text/wordlist.h"

/* Tokens without an apostrophe that UD English takes apart, sorted, and the length of the first part. */
static const struct {
  const char *token;
  guint8 first;
} fused[] = {
    {"aint", 2},   {"arent", 3}, {"cannot", 3}, {"cant", 2},   {"couldnt", 5},  {"didnt", 3},  {"doesnt", 4},
    {"dont", 2},   {"gonna", 3}, {"gotta", 3},  {"hadnt", 3},  {"hasnt", 3},    {"havent", 4}, {"hes", 2},
    {"im", 1},     {"isnt", 2},  {"itll", 2},   {"ive", 1},    {"shouldnt", 6}, {"thats", 4},  {"theres", 5},
    {"theyre", 4}, {"wanna", 3}, {"wasnt", 3},  {"werent", 4}, {"whats", 4},    {"wont", 2},   {"wouldnt", 5},
    {"youll", 3},  {"youre", 3}, {"youve", 3},
};

/* The bytes of the apostrophe that ends just before byte i of token, or 0. */
static gsize
apostrophe_before(const char *token, gsize i)
{
  if (i >= 1 && (token[i - 1] == '\'' || token[i - 1] == '`'))
    return 1;
  if (i >= 3 && memcmp(token + i - 3, "\xE2\x80\x99", 3) == 0)
    return 3;
  return i >= 2 && (memcmp(token + i - 2, "\xCA\xBC", 2) == 0 || memcmp(token + i - 2, "\xC2\xB4", 2) == 0)
             ? 2
             : 0;
}

/* Whether the bytes of token before i are digits ("1990"): a decade's "'s" is no word of its own. */
static gboolean
is_decade(const char *token, gsize i)
{
  for (gsize k = 0; k < i; k++)
    if (!g_ascii_isdigit(token[k]))
      return FALSE;
  return i >= 2 && token[i - 1] == '0';
}

/* Where the last word of a token of length bytes begins, or 0 when it is one word. */
static gsize
clitic_begin(const char *token, gsize length)
{
  static const struct {
    const char *letters;
    guint8 length;
  } tails[] = {{"s", 1}, {"m", 1}, {"d", 1}, {"ll", 2}, {"ve", 2}, {"re", 2}};
  gsize mark = 0;
  if (length >= 4 && g_ascii_tolower(token[length - 1]) == 't') {
    mark = apostrophe_before(token, length - 1);
    gsize n = length - 1 - mark;
    return mark > 0 && n >= 2 && g_ascii_tolower(token[n - 1]) == 'n' ? n - 1 : 0;
  }
  for (guint i = 0; i < G_N_ELEMENTS(tails); i++) {
    gsize n = tails[i].length;
    if (length <= n || g_ascii_strncasecmp(token + length - n, tails[i].letters, n) != 0)
      continue;
    mark = apostrophe_before(token, length - n);
    if (mark > 0)
      return i == 0 && is_decade(token, length - n - mark) ? 0 : length - n - mark;
  }
  mark = apostrophe_before(token, length);
  return mark > 0 && length > mark ? length - mark : 0;
}

/* The length of the first part of a fused token, or 0. */
static gsize
fused_first(const char *token, gsize length)
{
  gsize low = 0, high = G_N_ELEMENTS(fused);
  while (low < high) {
    gsize middle = low + (high - low) / 2;
    int order = kith_word_compare(fused[middle].token, token, length);
    if (order == 0)
      return fused[middle].first;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return 0;
}

guint
kith_contraction_parts(const char *token, gsize length, gsize parts[KITH_MAX_PARTS])
{
  gsize first = length >= 2 && length <= 8 ? fused_first(token, length) : 0;
  if (first > 0) {
    parts[0] = first;
    parts[1] = length - first;
    return 2;
  }
  if (length == 5 && g_ascii_strncasecmp(token, "dunno", 5) == 0) {
    parts[0] = 2;
    parts[1] = 1;
    parts[2] = 2;
    return 3;
  }
  gsize tails[KITH_MAX_PARTS - 1];
  guint n = 0;
  for (gsize at; n < G_N_ELEMENTS(tails) && (at = clitic_begin(token, length)) > 0; length = at)
    tails[n++] = length - at;
  parts[0] = length;
  for (guint i = 0; i < n; i++)
    parts[i + 1] = tails[n - 1 - i];
  return n + 1;
}
