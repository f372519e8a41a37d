#include "text/chars.h"

KithCharKind
kith_char_kind(gunichar c)
{
  if (c < 0x80) {
    if (g_ascii_islower((char)c))
      return KITH_CHAR_LOWER;
    if (g_ascii_isupper((char)c))
      return KITH_CHAR_UPPER;
    if (g_ascii_isdigit((char)c))
      return KITH_CHAR_DIGIT;
    return c <= ' ' || c == 0x7F ? KITH_CHAR_SPACE : KITH_CHAR_OTHER;
  }
  switch (g_unichar_type(c)) {
  case G_UNICODE_UPPERCASE_LETTER:
  case G_UNICODE_TITLECASE_LETTER:
    return KITH_CHAR_UPPER;
  case G_UNICODE_LOWERCASE_LETTER:
  case G_UNICODE_MODIFIER_LETTER:
  case G_UNICODE_OTHER_LETTER:
  case G_UNICODE_SPACING_MARK:
  case G_UNICODE_ENCLOSING_MARK:
  case G_UNICODE_NON_SPACING_MARK:
  case G_UNICODE_FORMAT:
    return KITH_CHAR_LOWER;
  case G_UNICODE_DECIMAL_NUMBER:
    return KITH_CHAR_DIGIT;
  case G_UNICODE_CONTROL:
  case G_UNICODE_LINE_SEPARATOR:
  case G_UNICODE_PARAGRAPH_SEPARATOR:
  case G_UNICODE_SPACE_SEPARATOR:
    return KITH_CHAR_SPACE;
  default:
    return KITH_CHAR_OTHER;
  }
}
