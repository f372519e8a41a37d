#include "base/chars.h"

/* A count is kept for every block of this many bytes. */
enum { BLOCK = 256 };

struct _KithChars {
  const char *text;
  gsize length;
  gsize *before; /* by block: code points that begin before it */
};

/* How many of the bytes in [begin, end) begin a code point. */
static gsize
count(const char *text, gsize begin, gsize end)
{
  gsize n = 0;
  for (gsize i = begin; i < end; i++)
    n += ((guchar)text[i] & 0xC0) != 0x80;
  return n;
}

KithChars *
kith_chars_new(const char *text, gsize length)
{
  KithChars *chars = g_new0(KithChars, 1);
  chars->text = text;
  chars->length = length;
  chars->before = g_new(gsize, length / BLOCK + 1);
  gsize n = 0;
  for (gsize block = 0; block <= length / BLOCK; block++) {
    chars->before[block] = n;
    n += count(text, block * BLOCK, MIN((block + 1) * BLOCK, length));
  }
  return chars;
}

void
kith_chars_free(KithChars *chars)
{
  if (chars == NULL)
    return;
  g_free(chars->before);
  g_free(chars);
}

gsize
kith_chars_before(const KithChars *chars, gsize byte)
{
  byte = MIN(byte, chars->length);
  gsize block = byte / BLOCK;
  return chars->before[block] + count(chars->text, block * BLOCK, byte);
}
