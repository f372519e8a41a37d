#include "text/split-model.h"

#include <string.h>

#include "text/chars.h"
#include "text/wordlist.h"

typedef enum {
  NOTHING,
  LOWER,
  TITLE,    /* "Xx" */
  CAPITALS, /* "XX" */
  CAPITAL,  /* "X" */
  MIXED,    /* "xX" */
  DIGITS,
  DIGIT_WORD,   /* digits and letters */
  ABBREVIATION, /* "Xx." before a name */
  OTHER_ABBREVIATION,
  INITIAL, /* "X." */
  DOTTED,  /* "U.S." */
  STOP,
  QUESTION,
  EXCLAMATION,
  ELLIPSIS,
  FINAL_RUN, /* "?!", "!!!" */
  COMMA,
  COLON,
  SEMICOLON,
  DASH,
  OPENING_QUOTE,
  CLOSING_QUOTE,
  STRAIGHT_QUOTE,
  OPENING_BRACKET,
  CLOSING_BRACKET,
  BULLET,
  ADDRESS,
  SMILE,
  SYMBOL,
  JOINED, /* "n't" */
} Shape;

/* Shapes of marks beyond ASCII. */
static Shape
wide_mark_shape(gunichar c)
{
  switch (c) {
  case KITH_CH_ELLIPSIS:
    return ELLIPSIS;
  case KITH_CH_EN_DASH:
  case KITH_CH_EM_DASH:
    return DASH;
  case KITH_CH_LDQUO:
  case KITH_CH_LSQUO:
  case KITH_CH_LAQUO:
    return OPENING_QUOTE;
  case KITH_CH_RDQUO:
  case KITH_CH_RSQUO:
  case KITH_CH_RAQUO:
    return CLOSING_QUOTE;
  case 0x2022:
  case 0xB7:
    return BULLET;
  default:
    return SYMBOL;
  }
}

static Shape
mark_shape(const char *form, gsize length)
{
  static const struct {
    char mark;
    guint8 shape;
  } marks[] = {
      {',', COMMA},           {':', COLON},           {';', SEMICOLON},       {'-', DASH},
      {'"', STRAIGHT_QUOTE},  {'\'', STRAIGHT_QUOTE}, {'(', OPENING_BRACKET}, {'[', OPENING_BRACKET},
      {'{', OPENING_BRACKET}, {')', CLOSING_BRACKET}, {']', CLOSING_BRACKET}, {'}', CLOSING_BRACKET},
      {'*', BULLET},
  };
  gsize next;
  char c = form[0];
  if ((guchar)c >= 0x80) {
    gunichar wide = kith_char_at(form, 0, &next);
    return next == length ? wide_mark_shape(wide) : SYMBOL;
  }
  if (c == '.' || c == '?' || c == '!') {
    if (length == 1)
      return c == '.' ? STOP : c == '?' ? QUESTION : EXCLAMATION;
    return strspn(form, ".") == length ? ELLIPSIS : strspn(form, ".?!") == length ? FINAL_RUN : SYMBOL;
  }
  if (length == 1) {
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
      if (c == marks[i].mark)
        return (Shape)marks[i].shape;
    return SYMBOL;
  }
  if (length == 2 && form[1] == c && strchr("`'-", c) != NULL)
    return c == '`' ? OPENING_QUOTE : c == '-' ? DASH : CLOSING_QUOTE;
  return strchr(":;=", c) != NULL ? SMILE : SYMBOL;
}

static Shape
word_shape(const char *form, gsize length)
{
  guint upper = 0, lower = 0, digits = 0, dots = 0, others = 0, n = 0;
  gboolean first_upper = FALSE;
  for (gsize i = 0, next; i < length && n < 24; i = next, n++) {
    gunichar c = kith_char_at(form, i, &next);
    switch (kith_char_kind(c)) {
    case KITH_CHAR_UPPER:
      upper++;
      first_upper = first_upper || i == 0;
      break;
    case KITH_CHAR_LOWER:
      lower++;
      break;
    case KITH_CHAR_DIGIT:
      digits++;
      break;
    default:
      dots += c == '.';
      others += c == '/' || c == '@';
    }
  }
  if (others > 0 && (lower > 2 || upper > 2))
    return ADDRESS;
  if (digits > 0)
    return upper + lower > 0 ? DIGIT_WORD : DIGITS;
  if (form[length - 1] == '.') {
    if (dots > 1)
      return DOTTED;
    if (length == 2)
      return INITIAL;
    return kith_is_leading_abbreviation(form, length - 1) ? ABBREVIATION : OTHER_ABBREVIATION;
  }
  if (upper == 0)
    return LOWER;
  if (lower == 0)
    return upper == 1 ? CAPITAL : CAPITALS;
  return first_upper && upper == 1 ? TITLE : MIXED;
}

guint8
kith_split_shape(const KithWord *word)
{
  gsize next, length = strlen(word->form);
  if (word->flags & KITH_WORD_JOINED)
    return JOINED;
  if (!kith_kind_is_word(kith_char_kind(kith_char_at(word->form, 0, &next)))) {
    if (length > 2 && kith_kind_is_word(kith_char_kind(kith_char_at(word->form, next, &next))))
      return (guint8)word_shape(word->form, length);
    return (guint8)mark_shape(word->form, length);
  }
  return (guint8)word_shape(word->form, length);
}

static gboolean
is_closing(const KithSplitContext *c, guint i)
{
  guint shape = c->shapes[i];
  return shape == CLOSING_QUOTE || shape == CLOSING_BRACKET ||
         (shape == STRAIGHT_QUOTE && !(c->words[i].flags & KITH_WORD_SPACE_BEFORE));
}

/* The last word before the gap that closes nothing. */
static guint
last_before(const KithSplitContext *c, guint i)
{
  guint k = i - 1;
  while (k > c->begin && i - k < 4 && is_closing(c, k))
    k--;
  return k;
}

static gboolean
is_end_shape(guint shape)
{
  return shape >= STOP && shape <= FINAL_RUN;
}

gboolean
kith_split_is_candidate(const KithSplitContext *c, guint i)
{
  guint next = c->shapes[i], before = c->shapes[i - 1];
  if (next == JOINED || next == COMMA || is_end_shape(next) || next == SEMICOLON || next == COLON)
    return FALSE;
  if (is_closing(c, i))
    return FALSE;
  if (is_end_shape(before) || is_closing(c, i - 1))
    return TRUE;
  if (!(c->words[i].flags & KITH_WORD_SPACE_BEFORE))
    return FALSE;
  if (before >= ABBREVIATION && before <= DOTTED)
    return next != LOWER;
  return next != LOWER || (before != LOWER && before != COMMA && before != TITLE);
}

/* A number for the word in lower case. */
static guint32
word_hash(const KithSplitContext *c, guint i)
{
  if (i >= c->n)
    return 0;
  guint32 hash = 2166136261U;
  for (const char *p = c->words[i].form; *p != '\0'; p++)
    hash = (hash ^ (guchar)g_ascii_tolower(*p)) * 16777619U;
  return hash;
}

static guint
shape_at(const KithSplitContext *c, guint i)
{
  return i < c->n ? c->shapes[i] : NOTHING;
}

static guint
bucket(guint n)
{
  return n <= 4 ? n : n <= 6 ? 5 : n <= 9 ? 6 : n <= 14 ? 7 : n <= 22 ? 8 : n <= 35 ? 9 : n <= 60 ? 10 : 11;
}

/* The place of the feature of kind number that has this value. */
static guint32
place(guint number, guint32 value)
{
  guint32 hash = (value + number * 0x9E3779B9U) * 0x85EBCA6BU;
  hash ^= hash >> 15;
  hash *= 0xC2B2AE35U;
  hash ^= hash >> 13;
  return hash >> (32 - KITH_SPLIT_BITS);
}

void
kith_split_features(const KithSplitContext *c, guint i, guint32 f[KITH_SPLIT_FEATURES])
{
  guint k = last_before(c, i), n = 0, length = bucket(i - c->begin);
  guint space = (c->words[i].flags & KITH_WORD_SPACE_BEFORE) ? 1 : 0, closers = i - 1 - k;
  guint sk = c->shapes[k], sn = c->shapes[i], sn2 = shape_at(c, i + 1), sn3 = shape_at(c, i + 2);
  guint sb = k > c->begin ? c->shapes[k - 1] : NOTHING, sb2 = k > c->begin + 1 ? c->shapes[k - 2] : NOTHING;
  guint32 wk = word_hash(c, k), wn = word_hash(c, i), wn2 = word_hash(c, i + 1);
  guint32 wb = k > c->begin ? word_hash(c, k - 1) : 1;
  guint pair = (sk << 5 | sn) << 1 | space;
  guint state = (c->quoted ? 1U : 0) | (c->bracketed ? 2U : 0);
#define ADD(value)                                                                                           \
  do {                                                                                                       \
    f[n] = place(n, (value));                                                                                \
    n++;                                                                                                     \
  } while (0)
  ADD(0);
  ADD(pair);
  ADD(pair << 5 | sn2);
  ADD(pair << 5 | sb);
  ADD((pair << 5 | sb) << 5 | sn2);
  ADD((pair << 5 | sb) << 5 | sb2);
  ADD((pair << 5 | sn2) << 5 | sn3);
  ADD(wk);
  ADD(wn);
  ADD(wb * 31 + sk);
  ADD(wk * 31 + sn * 2 + space);
  ADD(wn * 31 + sk);
  ADD(wn * 63 + sk * 2 + (sb == LOWER));
  ADD(wb * 1021 + pair);
  ADD(wk * 127 + wn);
  ADD(wn * 127 + wn2);
  ADD((guint32)length << 5 | sk);
  ADD((guint32)length << 11 | pair);
  ADD((guint32)state << 11 | pair);
  ADD((guint32)closers << 11 | pair);
  ADD((guint32)c->density << 11 | pair);
  ADD(((guint32)c->density << 5 | length) << 5 | sk);
  ADD((guint32)bucket((guint)strlen(c->words[k > c->begin ? k - 1 : k].form)) << 11 | pair);
  ADD(c->begin == 0 ? (length << 11 | pair) : 0);
  ADD((guint32)bucket(c->n - i) << 11 | pair);
  ADD((((guint32)sb << 5 | sk) << 4 | length) << 5 | sn);
  ADD(wk * 31 + wb);
  ADD(wn2 * 1021 + pair);
#undef ADD
  g_assert(n == KITH_SPLIT_FEATURES);
}

int
kith_split_margin(const KithSplitContext *c, guint i)
{
  enum { MARGIN = 80 }; /* odds of 7 to 1, the weights being in 40ths */
  guint before = c->shapes[last_before(c, i)];
  return before < ABBREVIATION || before == JOINED ? MARGIN : 0;
}

void
kith_split_see_paragraph(KithSplitContext *c)
{
  guint ends = 0;
  for (guint i = 0; i < c->n; i++)
    ends += is_end_shape(c->shapes[i]);
  guint last = c->n - 1;
  while (last > 0 && is_closing(c, last))
    last--;
  guint each = ends == 0           ? 5
               : c->n / ends <= 12 ? 0
               : c->n / ends <= 20 ? 1
               : c->n / ends <= 30 ? 2
               : c->n / ends <= 50 ? 3
                                   : 4;
  c->density = each << 1 | is_end_shape(c->shapes[last]);
}

void
kith_split_pass(KithSplitContext *c, guint i)
{
  switch (c->shapes[i]) {
  case OPENING_QUOTE:
    c->quoted = TRUE;
    break;
  case CLOSING_QUOTE:
    c->quoted = FALSE;
    break;
  case STRAIGHT_QUOTE:
    if (c->words[i].form[0] == '"')
      c->quoted = !c->quoted;
    break;
  case OPENING_BRACKET:
    c->bracketed = TRUE;
    break;
  case CLOSING_BRACKET:
    c->bracketed = FALSE;
    break;
  default:
    break;
  }
}
