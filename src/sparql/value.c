#include "sparql/value.h"

#include <math.h>
#include <string.h>

/* ---- reading ---- */

/* The kind of a type's local name; FOREIGN for others. */
static KithValueKind
kind_of_type(const char *datatype)
{
  static const struct {
    const char *name;
    KithValueKind kind;
  } types[] = {
      {"integer", KITH_VALUE_INTEGER},
      {"decimal", KITH_VALUE_DECIMAL},
      {"double", KITH_VALUE_DOUBLE},
      {"boolean", KITH_VALUE_BOOLEAN},
      {"dateTime", KITH_VALUE_MOMENT},
      {"date", KITH_VALUE_DAY},
      {"float", KITH_VALUE_FLOAT},
      {"nonNegativeInteger", KITH_VALUE_INTEGER},
      {"int", KITH_VALUE_INTEGER},
      {"long", KITH_VALUE_INTEGER},
      {"short", KITH_VALUE_INTEGER},
      {"byte", KITH_VALUE_INTEGER},
      {"positiveInteger", KITH_VALUE_INTEGER},
      {"nonPositiveInteger", KITH_VALUE_INTEGER},
      {"negativeInteger", KITH_VALUE_INTEGER},
      {"unsignedInt", KITH_VALUE_INTEGER},
      {"unsignedLong", KITH_VALUE_INTEGER},
      {"unsignedShort", KITH_VALUE_INTEGER},
      {"unsignedByte", KITH_VALUE_INTEGER},
      {"string", KITH_VALUE_STRING},
  };
  if (!g_str_has_prefix(datatype, XSD_NS))
    return KITH_VALUE_FOREIGN;
  for (gsize i = 0; i < G_N_ELEMENTS(types); i++)
    if (strcmp(datatype + strlen(XSD_NS), types[i].name) == 0)
      return types[i].kind;
  return KITH_VALUE_FOREIGN;
}

static gboolean
read_integer(const char *text, KithValue *value)
{
  const char *digits = text + (*text == '+' || *text == '-');
  if (*digits == '\0' || digits[strspn(digits, "0123456789")] != '\0')
    return FALSE;
  value->number = g_ascii_strtod(text, NULL);
  return g_ascii_string_to_signed(text + (*text == '+'), 10, G_MININT64, G_MAXINT64, &value->integer, NULL);
}

static gboolean
read_decimal(const char *text, KithValue *value)
{
  const char *p = text + (*text == '+' || *text == '-');
  gsize whole = strspn(p, "0123456789"), rest = 0;
  p += whole;
  if (*p == '.') {
    rest = strspn(++p, "0123456789");
    p += rest;
  }
  value->number = g_ascii_strtod(text, NULL);
  return whole + rest > 0 && *p == '\0';
}

static gboolean
read_double(const char *text, KithValue *value)
{
  static const struct {
    const char *text;
    double number;
  } special[] = {{"INF", INFINITY}, {"+INF", INFINITY}, {"-INF", -INFINITY}, {"NaN", NAN}};
  char *end;
  for (gsize i = 0; i < G_N_ELEMENTS(special); i++)
    if (strcmp(text, special[i].text) == 0) {
      value->number = special[i].number;
      return TRUE;
    }
  value->number = g_ascii_strtod(text, &end);
  return end != text && *end == '\0' && text[strspn(text, "+-.0123456789eE")] == '\0';
}

/* Digits at *p, n or (n == 0) at least four for a year; moves *p behind them. */
static gboolean
read_digits(const char **p, gsize n, gint64 *number)
{
  gsize given = strspn(*p, "0123456789");
  if (n ? given < n : given < 4 || given > 12)
    return FALSE;
  *number = 0;
  for (gsize i = 0; i < (n ? n : given); i++)
    *number = *number * 10 + *(*p)++ - '0';
  return TRUE;
}

static gboolean
read_zone(const char *p, KithValue *value)
{
  gint64 hours, minutes;
  value->zoned = *p != '\0';
  if (*p == '\0' || strcmp(p, "Z") == 0)
    return TRUE;
  int sign = *p == '-' ? -1 : 1;
  if ((*p != '+' && *p != '-') || strlen(p) != 6 || p[3] != ':')
    return FALSE;
  const char *at = p + 1, *rest = p + 4;
  if (!read_digits(&at, 2, &hours) || !read_digits(&rest, 2, &minutes))
    return FALSE;
  value->zone = sign * (int)(hours * 60 + minutes);
  return hours <= 14 && minutes <= 59;
}

static gboolean
read_clock(const char **p, KithValue *value)
{
  gint64 hour, minute, second;
  if (*(*p)++ != 'T' || !read_digits(p, 2, &hour) || *(*p)++ != ':' || !read_digits(p, 2, &minute) ||
      *(*p)++ != ':' || !read_digits(p, 2, &second))
    return FALSE;
  value->hour = (int)hour;
  value->minute = (int)minute;
  value->second = (double)second;
  if (**p == '.') {
    const char *start = *p;
    *p += 1 + strspn(*p + 1, "0123456789");
    g_autofree char *fraction = g_strndup(start, (gsize)(*p - start));
    value->second += g_ascii_strtod(fraction, NULL);
  }
  return hour <= 24 && minute <= 59 && second <= 59;
}

static gboolean
read_time(const char *text, KithValue *value)
{
  const char *p = text + (*text == '-');
  gint64 month, day;
  if (!read_digits(&p, 0, &value->year) || *p++ != '-' || !read_digits(&p, 2, &month) || *p++ != '-' ||
      !read_digits(&p, 2, &day))
    return FALSE;
  if (*text == '-')
    value->year = -value->year;
  value->month = (int)month;
  value->day = (int)day;
  if (month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  return (value->kind == KITH_VALUE_DAY || read_clock(&p, value)) && read_zone(p, value);
}

static gboolean
read_boolean(const char *text, KithValue *value)
{
  value->truth = strcmp(text, "true") == 0 || strcmp(text, "1") == 0;
  return value->truth || strcmp(text, "false") == 0 || strcmp(text, "0") == 0;
}

KithValue
kith_value_of(const KithTerm *term)
{
  KithValue value = {.kind = KITH_VALUE_NODE};
  if (term == NULL || term->kind != KITH_TERM_LITERAL)
    return value;
  value.kind = term->language   ? KITH_VALUE_WORDS
               : term->datatype ? kind_of_type(term->datatype)
                                : KITH_VALUE_STRING;
  gboolean right = TRUE;
  if (value.kind == KITH_VALUE_INTEGER) {
    right = read_integer(term->value, &value);
  } else if (value.kind == KITH_VALUE_DECIMAL) {
    right = read_decimal(term->value, &value);
  } else if (value.kind == KITH_VALUE_FLOAT || value.kind == KITH_VALUE_DOUBLE) {
    right = read_double(term->value, &value);
    if (value.kind == KITH_VALUE_FLOAT)
      value.number = (double)(float)value.number;
  } else if (value.kind == KITH_VALUE_BOOLEAN) {
    right = read_boolean(term->value, &value);
  } else if (value.kind == KITH_VALUE_MOMENT || value.kind == KITH_VALUE_DAY) {
    right = read_time(term->value, &value);
  }
  if (!right)
    value.kind = KITH_VALUE_BROKEN;
  return value;
}

/* ---- comparing ---- */

/* Days from a fixed day, in the calendar of today carried to all times. */
static gint64
days_of(const KithValue *value)
{
  gint64 year = value->year - (value->month <= 2), era = (year >= 0 ? year : year - 399) / 400;
  gint64 of_era = year - era * 400;
  gint64 day = (153 * (value->month + (value->month > 2 ? -3 : 9)) + 2) / 5 + value->day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + day;
}

static double
seconds_of(const KithValue *value)
{
  return (double)days_of(value) * 86400 + value->hour * 3600 + (value->minute - value->zone) * 60.0 +
         value->second;
}

/* A time with a zone against one without: they are 14 hours apart or cannot be compared. */
static gboolean
compare_times(const KithValue *a, const KithValue *b, int *order)
{
  double difference = seconds_of(a) - seconds_of(b);
  *order = (difference > 0) - (difference < 0);
  return a->zoned == b->zoned || fabs(difference) > 14 * 3600;
}

int
kith_value_truth(const KithTerm *term)
{
  KithValue value = kith_value_of(term);
  if (kith_value_is_number(&value))
    return value.number != 0 && !isnan(value.number);
  if (value.kind == KITH_VALUE_BOOLEAN)
    return value.truth;
  if (value.kind == KITH_VALUE_STRING || value.kind == KITH_VALUE_WORDS)
    return *term->value != '\0';
  if (value.kind != KITH_VALUE_BROKEN)
    return -1;
  KithValueKind kind = kind_of_type(term->datatype);
  return kind <= KITH_VALUE_BOOLEAN ? 0 : -1;
}

gboolean
kith_value_compare(const KithTerm *a, const KithTerm *b, int *order)
{
  KithValue x = kith_value_of(a), y = kith_value_of(b);
  *order = 0;
  if (x.kind == KITH_VALUE_INTEGER && y.kind == KITH_VALUE_INTEGER) {
    *order = (x.integer > y.integer) - (x.integer < y.integer);
    return TRUE;
  }
  if (kith_value_is_number(&x) && kith_value_is_number(&y)) {
    *order = (x.number > y.number) - (x.number < y.number);
    return !isnan(x.number) && !isnan(y.number);
  }
  if (x.kind != y.kind)
    return FALSE;
  if (x.kind == KITH_VALUE_STRING)
    *order = strcmp(a->value, b->value);
  else if (x.kind == KITH_VALUE_BOOLEAN)
    *order = x.truth - y.truth;
  else if (x.kind == KITH_VALUE_MOMENT || x.kind == KITH_VALUE_DAY)
    return compare_times(&x, &y, order);
  else
    return FALSE;
  return TRUE;
}

int
kith_value_equal(const KithTerm *a, const KithTerm *b)
{
  int order;
  if (a->kind == KITH_TERM_LITERAL && b->kind == KITH_TERM_LITERAL && !a->datatype && !b->datatype &&
      !a->language && !b->language)
    return strcmp(a->value, b->value) == 0; /* the most usual case */
  KithValue x = kith_value_of(a), y = kith_value_of(b);
  gboolean numbers = kith_value_is_number(&x) && kith_value_is_number(&y);
  if (numbers && (isnan(x.number) || isnan(y.number)))
    return 0;
  if (kith_term_compare(a, b) == 0)
    return 1;
  if (x.kind == KITH_VALUE_NODE || y.kind == KITH_VALUE_NODE)
    return 0;
  if (x.kind == KITH_VALUE_WORDS && y.kind == KITH_VALUE_WORDS)
    return strcmp(a->value, b->value) == 0 && g_ascii_strcasecmp(a->language, b->language) == 0;
  if (kith_value_compare(a, b, &order))
    return order == 0;
  if ((x.kind == KITH_VALUE_WORDS) != (y.kind == KITH_VALUE_WORDS))
    return 0;
  gboolean known = x.kind < KITH_VALUE_BROKEN && y.kind < KITH_VALUE_BROKEN;
  return known && x.kind != y.kind ? 0 : -1; /* values of two known types are different */
}

/* What comes first among literals that '<' does not compare. */
static int
class_of(KithValueKind kind)
{
  return kind <= KITH_VALUE_DOUBLE ? 0 : (int)kind;
}

int
kith_value_order(const KithTerm *a, const KithTerm *b)
{
  static const int ranks[] = {[KITH_TERM_BLANK] = 1, [KITH_TERM_IRI] = 2, [KITH_TERM_LITERAL] = 3};
  int x = a ? ranks[a->kind] : 0, y = b ? ranks[b->kind] : 0, order;
  if (x != y || a == b)
    return x - y;
  if (a->kind != KITH_TERM_LITERAL)
    return kith_term_compare(a, b);
  if (kith_value_compare(a, b, &order) && order != 0)
    return order;
  order = class_of(kith_value_of(a).kind) - class_of(kith_value_of(b).kind);
  return order != 0 ? order : kith_term_compare(a, b);
}

/* ---- writing ---- */

KithId
kith_value_integer(KithTerms *terms, gint64 value)
{
  char text[32];
  g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, value);
  return kith_terms_literal(terms, text, XSD_NS "integer", NULL);
}

/* A decimal without an exponent, with a point. */
static void
write_decimal(double value, char text[G_ASCII_DTOSTR_BUF_SIZE + 32])
{
  int whole = value == 0 ? 1 : (int)floor(log10(fabs(value))) + 1;
  char format[16];
  g_snprintf(format, sizeof format, "%%.%df", CLAMP(15 - whole, 1, 18));
  g_ascii_formatd(text, G_ASCII_DTOSTR_BUF_SIZE + 32, format, value);
  char *end = text + strlen(text);
  while (end[-1] == '0' && end[-2] != '.')
    *--end = '\0';
  if (strcmp(text, "-0.0") == 0)
    memcpy(text, "0.0", sizeof "0.0");
}

/* A double as XML Schema's canonical form has it: 1.5E2. */
static void
write_double(double value, gboolean single, char text[G_ASCII_DTOSTR_BUF_SIZE + 32])
{
  if (!isfinite(value)) {
    g_strlcpy(text, isnan(value) ? "NaN" : value > 0 ? "INF" : "-INF", G_ASCII_DTOSTR_BUF_SIZE);
    return;
  }
  for (int digits = 1; digits <= 17; digits++) {
    char format[16];
    g_snprintf(format, sizeof format, "%%.%dE", digits);
    g_ascii_formatd(text, G_ASCII_DTOSTR_BUF_SIZE, format, value);
    double back = g_ascii_strtod(text, NULL);
    if (single ? (float)back == (float)value : back == value)
      break;
  }
  char *e = strchr(text, 'E');
  int exponent = (int)g_ascii_strtoll(e + 1, NULL, 10);
  g_snprintf(e, 16, "E%d", exponent);
}

KithId
kith_value_number(KithTerms *terms, KithValueKind kind, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE + 32];
  if (kind == KITH_VALUE_DECIMAL) {
    if (!isfinite(value) || fabs(value) >= 1e18)
      return 0;
    write_decimal(value, text);
    return kith_terms_literal(terms, text, XSD_NS "decimal", NULL);
  }
  write_double(value, kind == KITH_VALUE_FLOAT, text);
  return kith_terms_literal(terms, text, kind == KITH_VALUE_FLOAT ? XSD_NS "float" : XSD_NS "double", NULL);
}
