/* Code points of text known to be valid UTF-8, and what kind each is. */
#pragma once

#include "base/api.h"

typedef enum {
  KITH_CHAR_SPACE, /* white space and control characters */
  KITH_CHAR_LOWER, /* letters, lower case or without case, and marks that follow a letter */
  KITH_CHAR_UPPER,
  KITH_CHAR_DIGIT,
  KITH_CHAR_OTHER, /* punctuation and symbols */
} KithCharKind;

/* Often met code points beyond ASCII. */
enum {
  KITH_CH_LSQUO = 0x2018,
  KITH_CH_RSQUO = 0x2019,
  KITH_CH_LDQUO = 0x201C,
  KITH_CH_RDQUO = 0x201D,
  KITH_CH_ELLIPSIS = 0x2026,
  KITH_CH_EN_DASH = 0x2013,
  KITH_CH_EM_DASH = 0x2014,
  KITH_CH_LAQUO = 0xAB,
  KITH_CH_RAQUO = 0xBB,
};

KithCharKind kith_char_kind(gunichar c);

/* The code point at byte i of text (i < end); *next is the byte after it. */
static inline gunichar
kith_char_at(const char *text, gsize i, gsize *next)
{
  guchar byte = (guchar)text[i];
  if (byte < 0x80) {
    *next = i + 1;
    return byte;
  }
  *next = i + (gsize)(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4);
  return g_utf8_get_char(text + i);
}

/* The code point before byte i of text (i > begin); *at is its first byte. 0 where i is begin. */
static inline gunichar
kith_char_before(const char *text, gsize begin, gsize i, gsize *at)
{
  if (i <= begin) {
    *at = i;
    return 0;
  }
  gsize k = i - 1;
  while (((guchar)text[k] & 0xC0) == 0x80)
    k--;
  *at = k;
  return g_utf8_get_char(text + k);
}

static inline gboolean
kith_kind_is_word(KithCharKind kind)
{
  return kind == KITH_CHAR_LOWER || kind == KITH_CHAR_UPPER || kind == KITH_CHAR_DIGIT;
}

static inline gboolean
kith_kind_is_letter(KithCharKind kind)
{
  return kind == KITH_CHAR_LOWER || kind == KITH_CHAR_UPPER;
}

/* Whether c can stand for an apostrophe. */
static inline gboolean
kith_char_is_apostrophe(gunichar c)
{
  return c == '\'' || c == KITH_CH_RSQUO || c == '`' || c == 0x2BC || c == 0xB4;
}
