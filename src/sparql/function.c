#include "sparql/function.h"

#include <math.h>
#include <string.h>

#include "sparql/function-text.h"
#include "sparql/value.h"

typedef KithCalling Calling;

static const KithTerm *
get(const Calling *calling, KithId id)
{
  return kith_terms_get(calling->terms, id);
}

static KithId
text_id(Calling *calling, const char *text)
{
  return kith_terms_literal(calling->terms, text, NULL, NULL);
}

/* ---- what a term is ---- */

static KithId
fn_str(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *term = get(calling, args[0]);
  return term->kind == KITH_TERM_BLANK ? 0 : text_id(calling, term->value);
}

static KithId
fn_lang(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *term = get(calling, args[0]);
  return term->kind == KITH_TERM_LITERAL ? text_id(calling, term->language ? term->language : "") : 0;
}

static KithId
fn_datatype(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *term = get(calling, args[0]);
  if (term->kind != KITH_TERM_LITERAL)
    return 0;
  return kith_terms_iri(calling->terms, term->language   ? kith_iri(KITH_V_RDF_LANG_STRING)
                                        : term->datatype ? term->datatype
                                                         : kith_iri(KITH_V_XSD_STRING));
}

static KithId
fn_same_term(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return kith_terms_boolean(calling->terms, args[0] == args[1]);
}

static KithId
fn_is_iri(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return kith_terms_boolean(calling->terms, get(calling, args[0])->kind == KITH_TERM_IRI);
}

static KithId
fn_is_blank(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return kith_terms_boolean(calling->terms, get(calling, args[0])->kind == KITH_TERM_BLANK);
}

static KithId
fn_is_literal(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return kith_terms_boolean(calling->terms, get(calling, args[0])->kind == KITH_TERM_LITERAL);
}

static KithId
fn_is_numeric(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  KithValue value = kith_value_of(get(calling, args[0]));
  return kith_terms_boolean(calling->terms, kith_value_is_number(&value));
}

/* ---- new terms ---- */

static KithId
fn_iri(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *term = get(calling, args[0]);
  if (term->kind == KITH_TERM_IRI)
    return args[0];
  if (kith_value_of(term).kind != KITH_VALUE_STRING)
    return 0;
  g_autofree char *scheme = g_uri_parse_scheme(term->value);
  g_autofree char *whole =
      scheme || calling->base == NULL
          ? g_strdup(term->value)
          : g_uri_resolve_relative(calling->base, term->value, G_URI_FLAGS_ENCODED, NULL);
  return whole ? kith_terms_iri(calling->terms, whole) : 0;
}

static KithId
fn_bnode(Calling *calling, const KithId *args, guint n)
{
  if (n == 0)
    return kith_terms_blank(calling->terms);
  const KithTerm *label = get(calling, args[0]);
  if (kith_value_of(label).kind != KITH_VALUE_STRING)
    return 0;
  KithId id = GPOINTER_TO_UINT(g_hash_table_lookup(calling->nodes, label->value));
  if (id == 0) {
    id = kith_terms_blank(calling->terms);
    g_hash_table_insert(calling->nodes, g_strdup(label->value), GUINT_TO_POINTER(id));
  }
  return id;
}

static KithId
fn_strdt(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *text = get(calling, args[0]), *type = get(calling, args[1]);
  if (kith_value_of(text).kind != KITH_VALUE_STRING || type->kind != KITH_TERM_IRI)
    return 0;
  return kith_terms_literal(calling->terms, text->value, type->value, NULL);
}

static KithId
fn_strlang(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *text = get(calling, args[0]), *language = get(calling, args[1]);
  if (kith_value_of(text).kind != KITH_VALUE_STRING || kith_value_of(language).kind != KITH_VALUE_STRING ||
      *language->value == '\0')
    return 0;
  return kith_terms_literal(calling->terms, text->value, NULL, language->value);
}

static KithId
fn_uuid(Calling *calling, const KithId *args G_GNUC_UNUSED, guint n G_GNUC_UNUSED)
{
  g_autofree char *uuid = g_uuid_string_random(), *iri = g_strconcat("urn:uuid:", uuid, NULL);
  return kith_terms_iri(calling->terms, iri);
}

static KithId
fn_struuid(Calling *calling, const KithId *args G_GNUC_UNUSED, guint n G_GNUC_UNUSED)
{
  g_autofree char *uuid = g_uuid_string_random();
  return text_id(calling, uuid);
}

/* ---- numbers ---- */

static double
round_half_up(double x)
{
  return floor(x + 0.5);
}

/* A function of a number that keeps its type. */
static KithId
map_number(Calling *calling, const KithId *args, double (*map)(double))
{
  KithValue value = kith_value_of(get(calling, args[0]));
  if (value.kind == KITH_VALUE_INTEGER)
    return map == fabs && value.integer < 0 ? kith_value_integer(calling->terms, -value.integer) : args[0];
  return kith_value_is_number(&value) ? kith_value_number(calling->terms, value.kind, map(value.number)) : 0;
}

static KithId
fn_abs(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return map_number(calling, args, fabs);
}

static KithId
fn_ceil(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return map_number(calling, args, ceil);
}

static KithId
fn_floor(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return map_number(calling, args, floor);
}

static KithId
fn_round(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return map_number(calling, args, round_half_up);
}

static KithId
fn_rand(Calling *calling, const KithId *args G_GNUC_UNUSED, guint n G_GNUC_UNUSED)
{
  return kith_value_number(calling->terms, KITH_VALUE_DOUBLE, g_random_double());
}

/* ---- times ---- */

static KithId
fn_now(Calling *calling, const KithId *args G_GNUC_UNUSED, guint n G_GNUC_UNUSED)
{
  g_autofree char *text = g_date_time_format(calling->now, "%Y-%m-%dT%H:%M:%S.%fZ");
  return kith_terms_literal(calling->terms, text, kith_iri(KITH_V_XSD_DATE_TIME), NULL);
}

/* A time, or a day if that will do. */
static gboolean
time_of(const Calling *calling, KithId id, gboolean day, KithValue *value)
{
  *value = kith_value_of(get(calling, id));
  return value->kind == KITH_VALUE_MOMENT || (day && value->kind == KITH_VALUE_DAY);
}

static KithId
fn_year(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  KithValue value;
  return time_of(calling, args[0], TRUE, &value) ? kith_value_integer(calling->terms, value.year) : 0;
}

static KithId
fn_month(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  KithValue value;
  return time_of(calling, args[0], TRUE, &value) ? kith_value_integer(calling->terms, value.month) : 0;
}

static KithId
fn_day(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  KithValue value;
  return time_of(calling, args[0], TRUE, &value) ? kith_value_integer(calling->terms, value.day) : 0;
}

static KithId
fn_hours(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  KithValue value;
  return time_of(calling, args[0], FALSE, &value) ? kith_value_integer(calling->terms, value.hour) : 0;
}

static KithId
fn_minutes(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  KithValue value;
  return time_of(calling, args[0], FALSE, &value) ? kith_value_integer(calling->terms, value.minute) : 0;
}

static KithId
fn_seconds(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  KithValue value;
  return time_of(calling, args[0], FALSE, &value)
             ? kith_value_number(calling->terms, KITH_VALUE_DECIMAL, value.second)
             : 0;
}

static KithId
fn_tz(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  KithValue value;
  if (!time_of(calling, args[0], FALSE, &value))
    return 0;
  const char *text = get(calling, args[0])->value;
  return text_id(calling, !value.zoned ? "" : g_str_has_suffix(text, "Z") ? "Z" : text + strlen(text) - 6);
}

static KithId
fn_timezone(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  KithValue value;
  if (!time_of(calling, args[0], FALSE, &value) || !value.zoned)
    return 0;
  int minutes = ABS(value.zone);
  g_autoptr(GString) text = g_string_new(value.zone < 0 ? "-PT" : "PT");
  if (minutes >= 60)
    g_string_append_printf(text, "%dH", minutes / 60);
  if (minutes % 60)
    g_string_append_printf(text, "%dM", minutes % 60);
  if (minutes == 0)
    g_string_append(text, "0S");
  return kith_terms_literal(calling->terms, text->str, XSD_NS "dayTimeDuration", NULL);
}

/* ---- casts ---- */

/* A literal's or (for a string) an IRI's text as another type, where it is so spelt. */
static KithId
cast_text(Calling *calling, const KithTerm *term, const char *type)
{
  KithTerm as = {KITH_TERM_LITERAL, term->value, type, NULL};
  g_autofree char *text = g_strstrip(g_strdup(term->value));
  as.value = text;
  return kith_value_of(&as).kind < KITH_VALUE_BROKEN ? kith_terms_id(calling->terms, &as) : 0;
}

static KithId
cast_string(Calling *calling, const KithId *args, guint n)
{
  const KithTerm *term = get(calling, args[0]);
  KithValue value = kith_value_of(term);
  if (value.kind == KITH_VALUE_BOOLEAN)
    return text_id(calling, value.truth ? "true" : "false");
  return fn_str(calling, args, n);
}

static KithId
cast_number(Calling *calling, const KithTerm *term, KithValueKind kind, const char *type)
{
  KithValue value = kith_value_of(term);
  if (value.kind == KITH_VALUE_BOOLEAN)
    value.number = value.truth;
  else if (!kith_value_is_number(&value))
    return value.kind == KITH_VALUE_STRING ? cast_text(calling, term, type) : 0;
  if (kind != KITH_VALUE_INTEGER)
    return kith_value_number(calling->terms, kind, value.number);
  if (value.kind == KITH_VALUE_INTEGER)
    return kith_value_integer(calling->terms, value.integer);
  return isfinite(value.number) && fabs(value.number) < 9e18
             ? kith_value_integer(calling->terms, (gint64)value.number)
             : 0;
}

static KithId
cast_integer(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return cast_number(calling, get(calling, args[0]), KITH_VALUE_INTEGER, XSD_NS "integer");
}

static KithId
cast_decimal(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return cast_number(calling, get(calling, args[0]), KITH_VALUE_DECIMAL, XSD_NS "decimal");
}

static KithId
cast_float(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return cast_number(calling, get(calling, args[0]), KITH_VALUE_FLOAT, XSD_NS "float");
}

static KithId
cast_double(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  return cast_number(calling, get(calling, args[0]), KITH_VALUE_DOUBLE, XSD_NS "double");
}

static KithId
cast_boolean(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *term = get(calling, args[0]);
  KithValue value = kith_value_of(term);
  if (kith_value_is_number(&value))
    return kith_terms_boolean(calling->terms, value.number != 0 && !isnan(value.number));
  KithId id = value.kind == KITH_VALUE_STRING || value.kind == KITH_VALUE_BOOLEAN
                  ? cast_text(calling, term, XSD_NS "boolean")
                  : 0;
  return id ? kith_terms_boolean(calling->terms, kith_value_of(get(calling, id)).truth) : 0;
}

static KithId
cast_time(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *term = get(calling, args[0]);
  KithValue value = kith_value_of(term);
  if (value.kind == KITH_VALUE_MOMENT)
    return args[0];
  if (value.kind != KITH_VALUE_DAY)
    return value.kind == KITH_VALUE_STRING ? cast_text(calling, term, kith_iri(KITH_V_XSD_DATE_TIME)) : 0;
  gsize length = strlen(term->value), zone = !value.zoned ? 0 : g_str_has_suffix(term->value, "Z") ? 1 : 6;
  g_autofree char *text =
      g_strdup_printf("%.*sT00:00:00%s", (int)(length - zone), term->value, term->value + length - zone);
  return kith_terms_literal(calling->terms, text, kith_iri(KITH_V_XSD_DATE_TIME), NULL);
}

static KithId
cast_day(Calling *calling, const KithId *args, guint n G_GNUC_UNUSED)
{
  const KithTerm *term = get(calling, args[0]);
  KithValue value = kith_value_of(term);
  if (value.kind == KITH_VALUE_DAY)
    return args[0];
  if (value.kind != KITH_VALUE_MOMENT)
    return value.kind == KITH_VALUE_STRING ? cast_text(calling, term, kith_iri(KITH_V_XSD_DATE)) : 0;
  const char *end = term->value + strlen(term->value);
  const char *zone = !value.zoned ? end : end[-1] == 'Z' ? end - 1 : end - 6;
  g_autofree char *text =
      g_strdup_printf("%.*s%s", (int)(strchr(term->value, 'T') - term->value), term->value, zone);
  return kith_terms_literal(calling->terms, text, kith_iri(KITH_V_XSD_DATE), NULL);
}

/* ---- the tables ---- */

static const KithFunction functions[] = {
    {"STR", 1, 1, KITH_OP_CALL, fn_str},
    {"LANG", 1, 1, KITH_OP_CALL, fn_lang},
    {"DATATYPE", 1, 1, KITH_OP_CALL, fn_datatype},
    {"BOUND", 1, 1, KITH_OP_BOUND, NULL},
    {"IF", 3, 3, KITH_OP_IF, NULL},
    {"COALESCE", 0, G_MAXUINT, KITH_OP_COALESCE, NULL},
    {"sameTerm", 2, 2, KITH_OP_CALL, fn_same_term},
    {"isIRI", 1, 1, KITH_OP_CALL, fn_is_iri},
    {"isURI", 1, 1, KITH_OP_CALL, fn_is_iri},
    {"isBLANK", 1, 1, KITH_OP_CALL, fn_is_blank},
    {"isLITERAL", 1, 1, KITH_OP_CALL, fn_is_literal},
    {"isNUMERIC", 1, 1, KITH_OP_CALL, fn_is_numeric},
    {"IRI", 1, 1, KITH_OP_CALL, fn_iri},
    {"URI", 1, 1, KITH_OP_CALL, fn_iri},
    {"BNODE", 0, 1, KITH_OP_CALL, fn_bnode},
    {"STRDT", 2, 2, KITH_OP_CALL, fn_strdt},
    {"STRLANG", 2, 2, KITH_OP_CALL, fn_strlang},
    {"UUID", 0, 0, KITH_OP_CALL, fn_uuid},
    {"STRUUID", 0, 0, KITH_OP_CALL, fn_struuid},
    {"ABS", 1, 1, KITH_OP_CALL, fn_abs},
    {"CEIL", 1, 1, KITH_OP_CALL, fn_ceil},
    {"FLOOR", 1, 1, KITH_OP_CALL, fn_floor},
    {"ROUND", 1, 1, KITH_OP_CALL, fn_round},
    {"RAND", 0, 0, KITH_OP_CALL, fn_rand},
    {"NOW", 0, 0, KITH_OP_CALL, fn_now},
    {"YEAR", 1, 1, KITH_OP_CALL, fn_year},
    {"MONTH", 1, 1, KITH_OP_CALL, fn_month},
    {"DAY", 1, 1, KITH_OP_CALL, fn_day},
    {"HOURS", 1, 1, KITH_OP_CALL, fn_hours},
    {"MINUTES", 1, 1, KITH_OP_CALL, fn_minutes},
    {"SECONDS", 1, 1, KITH_OP_CALL, fn_seconds},
    {"TIMEZONE", 1, 1, KITH_OP_CALL, fn_timezone},
    {"TZ", 1, 1, KITH_OP_CALL, fn_tz},
    {"CONCAT", 0, G_MAXUINT, KITH_OP_CALL, kith_text_concat},
    {"SUBSTR", 2, 3, KITH_OP_CALL, kith_text_substr},
    {"STRLEN", 1, 1, KITH_OP_CALL, kith_text_strlen},
    {"UCASE", 1, 1, KITH_OP_CALL, kith_text_ucase},
    {"LCASE", 1, 1, KITH_OP_CALL, kith_text_lcase},
    {"ENCODE_FOR_URI", 1, 1, KITH_OP_CALL, kith_text_encode},
    {"CONTAINS", 2, 2, KITH_OP_CALL, kith_text_contains},
    {"STRSTARTS", 2, 2, KITH_OP_CALL, kith_text_starts},
    {"STRENDS", 2, 2, KITH_OP_CALL, kith_text_ends},
    {"STRBEFORE", 2, 2, KITH_OP_CALL, kith_text_before},
    {"STRAFTER", 2, 2, KITH_OP_CALL, kith_text_after},
    {"LANGMATCHES", 2, 2, KITH_OP_CALL, kith_text_langmatches},
    {"REGEX", 2, 3, KITH_OP_CALL, kith_text_regex},
    {"REPLACE", 3, 4, KITH_OP_CALL, kith_text_replace},
    {"MD5", 1, 1, KITH_OP_CALL, kith_text_md5},
    {"SHA1", 1, 1, KITH_OP_CALL, kith_text_sha1},
    {"SHA256", 1, 1, KITH_OP_CALL, kith_text_sha256},
    {"SHA384", 1, 1, KITH_OP_CALL, kith_text_sha384},
    {"SHA512", 1, 1, KITH_OP_CALL, kith_text_sha512},
};

static const KithFunction casts[] = {
    {"string", 1, 1, KITH_OP_CALL, cast_string},   {"integer", 1, 1, KITH_OP_CALL, cast_integer},
    {"decimal", 1, 1, KITH_OP_CALL, cast_decimal}, {"float", 1, 1, KITH_OP_CALL, cast_float},
    {"double", 1, 1, KITH_OP_CALL, cast_double},   {"boolean", 1, 1, KITH_OP_CALL, cast_boolean},
    {"dateTime", 1, 1, KITH_OP_CALL, cast_time},   {"date", 1, 1, KITH_OP_CALL, cast_day},
};

const KithFunction *
kith_function_named(const KithToken *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS(functions); i++)
    if (kith_token_is(name, functions[i].name))
      return &functions[i];
  return NULL;
}

const KithFunction *
kith_function_of_iri(const char *iri)
{
  for (gsize i = 0; i < G_N_ELEMENTS(casts); i++)
    if (g_str_has_prefix(iri, XSD_NS) && strcmp(iri + strlen(XSD_NS), casts[i].name) == 0)
      return &casts[i];
  return NULL;
}
