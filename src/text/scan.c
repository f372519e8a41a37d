#include "text/scan.h"

#include <string.h>

#include "text/chars.h"
#include "text/wordlist.h"

gsize
kith_scan_chunk(const char *text, gsize i, gsize end)
{
  gsize next;
  while (i < end && kith_char_kind(kith_char_at(text, i, &next)) != KITH_CHAR_SPACE)
    i = next;
  return i;
}

gsize
kith_scan_letters(const char *text, gsize i, gsize end)
{
  gsize next;
  while (i < end && kith_kind_is_word(kith_char_kind(kith_char_at(text, i, &next))))
    i = next;
  return i;
}

/* The kind of the character at i, KITH_CHAR_SPACE from end on. */
static KithCharKind
kind_at(const char *text, gsize i, gsize end)
{
  gsize next;
  return i < end ? kith_char_kind(kith_char_at(text, i, &next)) : KITH_CHAR_SPACE;
}

/* Whether an abbreviation of one to three letters parted by full stops, that ends at i, goes on: "U.S" before
 * ".". */
static gsize
scan_dotted_letters(const char *text, gsize i, gsize end)
{
  gsize from = i, next, pairs = 0;
  while (i < end && kith_kind_is_letter(kind_at(text, i, end))) {
    kith_char_at(text, i, &next);
    if (next >= end || text[next] != '.')
      break;
    i = next + 1;
    pairs++;
  }
  if (pairs < 2) {
    if (pairs == 1 && kith_kind_is_letter(kind_at(text, i, end))) {
      kith_char_at(text, i, &next);
      if (!kith_kind_is_word(kind_at(text, next, end)))
        return next; /* "U.S" without the last full stop */
    }
    return from;
  }
  if (kith_kind_is_word(kind_at(text, i, end))) {
    kith_char_at(text, i, &next);
    if (!kith_kind_is_word(kind_at(text, next, end)))
      return next;
    if (g_ascii_isupper(text[i]) && g_ascii_isupper(text[from]) && pairs == 2)
      return i;                                                                            /* "U.S.Army" */
    return kind_at(text, i, end) == KITH_CHAR_UPPER ? i : kith_scan_letters(text, i, end); /* "M.Sc" */
  }
  return i;
}

/* The kind of what comes after white space at i. */
static KithCharKind
kind_after_space(const char *text, gsize i, gsize text_end)
{
  gsize next;
  while (i < text_end) {
    KithCharKind kind = kith_char_kind(kith_char_at(text, i, &next));
    if (kind != KITH_CHAR_SPACE)
      return kind;
    i = next;
  }
  return KITH_CHAR_SPACE;
}

/* Whether the full stop at dot belongs to the word from begin, by what the word is and what follows. */
static gboolean
takes_stop(const char *text, gsize begin, gsize dot, gsize end, gsize text_end)
{
  const char *word = text + begin;
  gsize length = dot - begin;
  gsize after = dot + 1;
  if (after < end && text[after] == '.')
    return FALSE;
  gboolean at_chunk_end = after >= end;
  KithCharKind following = at_chunk_end ? kind_after_space(text, after, text_end) : kind_at(text, after, end);
  if (length == 1 && kind_at(text, begin, end) == KITH_CHAR_UPPER) {
    if (word[0] == 'I')
      return FALSE;
    return following == KITH_CHAR_UPPER ||
           (following == KITH_CHAR_OTHER && !at_chunk_end && text[after] == ',');
  }
  if (length == 2 && g_ascii_strncasecmp(word, "no", 2) == 0)
    return following == KITH_CHAR_DIGIT;
  if (kith_is_leading_abbreviation(word, length) && g_ascii_isupper(word[0]))
    return following != KITH_CHAR_SPACE || kith_month(word, length) > 0;
  if (!kith_is_abbreviation(word, length))
    return FALSE;
  /* "Sat", "max", "mass" are words too: a full stop that ends a sentence is none of theirs. */
  gboolean ambiguous =
      (kith_is_weekday(word, length) || length == 3 || length == 4) && g_ascii_islower(word[0]);
  return !ambiguous || following == KITH_CHAR_LOWER || following == KITH_CHAR_OTHER ||
         following == KITH_CHAR_DIGIT || (length == 3 && strncmp(word, "etc", 3) == 0);
}

/* Prefixes that UD English keeps in one word with what follows their hyphen. */
static gboolean
is_bound_prefix(const char *word, gsize length)
{
  static const char *const prefixes[] = {
      "anti",  "arch",  "bi",    "co",   "counter", "cross", "de",    "e",      "ex",     "extra",
      "hyper", "inter", "intra", "mega", "meta",    "micro", "mid",   "mini",   "multi",  "neo",
      "non",   "over",  "para",  "post", "pre",     "pro",   "proto", "pseudo", "psycho", "quasi",
      "re",    "semi",  "socio", "sub",  "super",   "trans", "ultra", "uni",    "vice",
  };
  return KITH_IN_LIST(prefixes, word, length);
}

/* Suffixes likewise. */
static gboolean
is_bound_suffix(const char *word, gsize length)
{
  static const char *const suffixes[] = {"esque", "ish", "wise"};
  return KITH_IN_LIST(suffixes, word, length);
}

/* Letters that are a unit and a token of their own behind digits: "5pm", "20km". */
static gboolean
is_unit(const char *word, gsize length)
{
  static const char *const units[] = {"am",  "bn", "c",  "cm",  "ft", "g",   "gb",   "ghz", "h",  "hr",
                                      "hrs", "hz", "in", "k",   "kb", "kg",  "km",   "kw",  "lb", "lbs",
                                      "m",   "mb", "mg", "mhz", "mi", "min", "mins", "ml",  "mm", "mph",
                                      "mw",  "oz", "pm", "sec", "tb", "x",   "yr",   "yrs"};
  return KITH_IN_LIST(units, word, length);
}

/* The end of the digits from i. */
static gsize
digits_end(const char *text, gsize i, gsize end)
{
  while (i < end && g_ascii_isdigit(text[i]))
    i++;
  return i;
}

/* The end of a number that begins at i: "7,000.5", "10:30", "9/11", "600-480". */
static gsize
scan_number(const char *text, gsize i, gsize end)
{
  gsize stop = digits_end(text, i, end);
  while (stop + 1 < end && g_ascii_isdigit(text[stop + 1])) {
    gsize group = digits_end(text, stop + 1, end);
    char mark = text[stop];
    if (mark == ',' && group - stop - 1 != 3)
      break;
    if (mark != ',' && mark != '.' && mark != ':' && mark != '/')
      break;
    stop = group;
  }
  if (stop + 1 < end && text[stop] == '\'' && g_ascii_isdigit(text[stop + 1]))
    return digits_end(text, stop + 1, end);
  return stop;
}

/* The end of the word's part after its hyphen at i, where word and part stay one token; i where they do not.
 */
static gsize
scan_hyphen(const char *text, gsize begin, gsize i, gsize end)
{
  gsize stop = kith_scan_letters(text, i + 1, end);
  if (stop == i + 1)
    return i;
  if (is_bound_prefix(text + begin, i - begin) || is_bound_suffix(text + i + 1, stop - i - 1))
    return stop;
  return i;
}

/* Whether the '&' at i joins capitals: "AT&T", "R&D". */
static gboolean
joins_capitals(const char *text, gsize begin, gsize i, gsize end)
{
  gsize stop = kith_scan_letters(text, i + 1, end);
  if (i - begin > 3 || stop - i - 1 > 3 || stop == i + 1)
    return FALSE;
  for (gsize k = begin; k < stop; k++)
    if (k != i && !g_ascii_isalpha(text[k]))
      return FALSE;
  return g_ascii_isupper(text[begin]) == g_ascii_isupper(text[i + 1]);
}

/* The end of a run of letters, digits and what joins them inside a word. */
static gsize
scan_plain_word(const char *text, gsize begin, gsize end)
{
  gsize i = kith_scan_letters(text, begin, end);
  while (i < end) {
    gsize next, stop;
    gunichar c = kith_char_at(text, i, &next);
    if (kith_char_is_apostrophe(c) && next < end && kith_kind_is_word(kind_at(text, next, end)))
      i = kith_scan_letters(text, next, end);
    else if (c == '_' || (c == '&' && joins_capitals(text, begin, i, end)))
      i = kith_scan_letters(text, next, end);
    else if (c == '-' && (stop = scan_hyphen(text, begin, i, end)) > i)
      i = stop;
    else if (c == '/' && i - begin == 1 && kith_scan_letters(text, next, end) > next &&
             (kith_scan_letters(text, next, end) - next == 1 || text[begin] == 's'))
      i = kith_scan_letters(text, next, end);
    else
      break;
  }
  return i;
}

/* Where a word of digits and letters is to be cut: after the digits where a unit follows; else its end. */
static gsize
cut_unit(const char *text, gsize digits, gsize end)
{
  gsize stop = kith_scan_letters(text, digits, end);
  return is_unit(text + digits, stop - digits) && !(g_ascii_isupper(text[digits]) && stop - digits == 1)
             ? digits
             : stop;
}

gsize
kith_scan_word(const char *text, gsize i, gsize end, gsize text_end)
{
  if (g_ascii_isdigit(text[i])) {
    gsize stop = scan_number(text, i, end);
    if (stop < end && kith_kind_is_letter(kind_at(text, stop, end))) {
      gsize cut = cut_unit(text, stop, end);
      return cut > stop ? scan_plain_word(text, i, end) > cut ? scan_plain_word(text, i, end) : cut : cut;
    }
    if (stop + 1 < end && kith_char_is_apostrophe((guchar)text[stop]) && g_ascii_isalpha(text[stop + 1]))
      return scan_plain_word(text, stop, end) > stop ? scan_plain_word(text, stop, end) : stop;
    return stop;
  }
  gsize stop = scan_dotted_letters(text, i, end);
  if (stop > i)
    return stop;
  stop = scan_plain_word(text, i, end);
  if (stop < end && text[stop] == '.' && takes_stop(text, i, stop, end, text_end))
    stop++;
  return stop;
}

/* Whether marks of one kind and another make one token: the full stops, question and exclamation marks. */
static gboolean
is_final_mark(char c)
{
  return c == '.' || c == '?' || c == '!';
}

gsize
kith_scan_marks(const char *text, gsize i, gsize end)
{
  gsize next;
  gunichar c = kith_char_at(text, i, &next);
  if (c < 0x80 && is_final_mark((char)c)) {
    while (next < end && is_final_mark(text[next]))
      next++;
    return next;
  }
  if (c < 0x80 && strchr("-=*_+~#<>|^", (int)c) != NULL) {
    while (next < end && text[next] == (char)c)
      next++;
    return next;
  }
  if ((c == '`' || c == '\'') && next < end && text[next] == (char)c)
    return next + 1;
  if (c == '[' && end - i >= 5 && memcmp(text + i, "[...]", 5) == 0)
    return i + 5;
  if (c == KITH_CH_ELLIPSIS || c == KITH_CH_EM_DASH || c == KITH_CH_EN_DASH) {
    gsize after;
    while (next < end && kith_char_at(text, next, &after) == c)
      next = after;
    return next;
  }
  while (next < end && c >= 0x80) { /* marks, joiners, variation selectors of an emoji */
    gsize after;
    gunichar d = kith_char_at(text, next, &after);
    if (!g_unichar_ismark(d) && d != 0x200D && !(d >= 0x1F3FB && d <= 0x1F3FF))
      break;
    next = after;
  }
  return next;
}
