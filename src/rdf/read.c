#include <raptor2.h>
#include <string.h>

#include "base/error.h"
#include "rdf/describe.h"
#include "rdf/formats.h"
#include "rdf/iri.h"

enum { PIECE = 1 << 16 };

typedef struct {
  const char *name;
  KithStatements *statements;
  raptor_parser *parser;
  char *message; /* the first thing that was wrong, with its place; NULL: nothing */
} Parse;

/* The line at which Raptor is; 0: not known. */
static guint
line_of(raptor_locator *locator)
{
  int line = locator ? raptor_locator_line(locator) : -1;
  return line > 0 ? (guint)line : 0;
}

static void G_GNUC_PRINTF(3, 4) complain(Parse *parse, raptor_locator *locator, const char *format, ...)
{
  if (parse->message)
    return;
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  guint line = line_of(locator);
  g_autofree char *valid = g_utf8_make_valid(g_strstrip(text), -1);
  parse->message = line ? g_strdup_printf("%s:%u: %s", parse->name, line, valid)
                        : g_strdup_printf("%s: %s", parse->name, valid);
  if (parse->parser)
    raptor_parser_parse_abort(parse->parser);
}

static void
note(void *user_data, raptor_log_message *message)
{
  Parse *parse = (Parse *)user_data;
  raptor_locator *locator = message->locator;
  if (message->level < RAPTOR_LOG_LEVEL_ERROR)
    return;
  if (line_of(locator) == 0 && parse->parser)
    locator = raptor_parser_get_locator(parse->parser);
  complain(parse, locator, "%s", message->text);
}

/* Our form of a term, with Raptor's strings; false where it is none that RDF allows. */
static gboolean
term_of(Parse *parse, const raptor_term *from, KithTerm *to)
{
  *to = (KithTerm){KITH_TERM_IRI, NULL, NULL, NULL};
  raptor_locator *locator = raptor_parser_get_locator(parse->parser);
  if (from->type == RAPTOR_TERM_TYPE_URI) {
    to->value = (const char *)raptor_uri_as_string(from->value.uri);
  } else if (from->type == RAPTOR_TERM_TYPE_BLANK) {
    to->kind = KITH_TERM_BLANK;
    to->value = (const char *)from->value.blank.string;
    return TRUE;
  } else {
    to->kind = KITH_TERM_LITERAL;
    to->value = (const char *)from->value.literal.string;
    to->language = (const char *)from->value.literal.language;
    if (from->value.literal.datatype)
      to->datatype = (const char *)raptor_uri_as_string(from->value.literal.datatype);
    if (g_strcmp0(to->datatype, kith_iri(KITH_V_XSD_STRING)) == 0)
      to->datatype = NULL;
    if (to->value == NULL || strlen(to->value) != from->value.literal.string_len ||
        !g_utf8_validate(to->value, -1, NULL)) {
      complain(parse, locator, "a literal that is no UTF-8 text");
      return FALSE;
    }
  }
  const char *iri = to->kind == KITH_TERM_IRI ? to->value : to->datatype;
  if (iri == NULL || kith_iri_is_valid(iri))
    return TRUE;
  complain(parse, locator, "'%s' is no IRI", iri);
  return FALSE;
}

static void
take(void *user_data, raptor_statement *statement)
{
  Parse *parse = (Parse *)user_data;
  KithTerm subject, predicate, object, graph;
  if (parse->message || !term_of(parse, statement->subject, &subject) ||
      !term_of(parse, statement->predicate, &predicate) || !term_of(parse, statement->object, &object) ||
      (statement->graph && !term_of(parse, statement->graph, &graph)))
    return;
  kith_statements_add(parse->statements, &subject, &predicate, &object, statement->graph ? &graph : NULL,
                      line_of(raptor_parser_get_locator(parse->parser)));
}

/* In formats of lines: the last one must end in a dot, which Raptor does not mind. */
static gboolean
check_last_line(Parse *parse, const char *bytes, gsize length)
{
  gsize end = length;
  while (end > 0 && g_ascii_isspace(bytes[end - 1]))
    end--;
  gsize start = end;
  while (start > 0 && bytes[start - 1] != '\n')
    start--;
  if (kith_line_is_whole(bytes + start, end - start))
    return TRUE;
  guint line = 1;
  for (gsize i = 0; i < start; i++)
    line += bytes[i] == '\n';
  parse->message =
      g_strdup_printf("%s:%u: the last line does not end in a dot: the file is cut off", parse->name, line);
  return FALSE;
}

/* Gives the parser all bytes: XML in pieces, because libxml2 refuses to look ahead more than 10 MB; the rest
 * as a whole. */
static gboolean
feed(Parse *parse, const char *bytes, gsize length, const KithFormat *format)
{
  const gsize piece = strcmp(format->parser, "rdfxml") == 0 ? PIECE : length;
  for (gsize at = 0; at < length; at += piece) {
    gsize n = MIN(piece, length - at);
    if (raptor_parser_parse_chunk(parse->parser, (const unsigned char *)bytes + at, n, at + n == length) != 0)
      return FALSE;
  }
  return TRUE;
}

static void
parse_bytes(Parse *parse, raptor_world *world, const char *bytes, gsize length, const KithFormat *format)
{
  raptor_uri *base = raptor_new_uri(world, (const unsigned char *)"urn:kith:");
  parse->parser = raptor_new_parser(world, format->parser);
  if (parse->parser && base) {
    raptor_parser_set_option(parse->parser, RAPTOR_OPTION_NO_NET, NULL, 1);
    raptor_parser_set_option(parse->parser, RAPTOR_OPTION_NO_FILE, NULL, 1);
    raptor_parser_set_option(parse->parser, RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, NULL, 0);
    raptor_parser_set_statement_handler(parse->parser, parse, take);
    if (raptor_parser_parse_start(parse->parser, base) != 0 || !feed(parse, bytes, length, format))
      complain(parse, NULL, "this is not %s", format->public.name);
  } else {
    complain(parse, NULL, "Raptor cannot read %s", format->public.name);
  }
  if (parse->parser)
    raptor_free_parser(parse->parser);
  if (base)
    raptor_free_uri(base);
  parse->parser = NULL;
}

/* The format of a file: by its suffix, or else by its look. */
static const KithRdfFormat *
format_of(const char *name, const char *bytes, gsize length)
{
  const char *dot = strrchr(name, '.');
  const KithRdfFormat *format = dot ? kith_rdf_format(dot + 1) : NULL;
  return format ? format : kith_format_guess(bytes, length);
}

/* What can be seen before parsing: emptiness, a wrong encoding, a missing end. */
static gboolean
check_bytes(Parse *parse, const char *bytes, gsize length, const KithFormat *format)
{
  const char *bad;
  if (length == 0)
    parse->message = g_strdup_printf("%s: the file is empty", parse->name);
  else if (!g_utf8_validate_len(bytes, length, &bad) && strcmp(format->parser, "rdfxml") != 0)
    parse->message = g_strdup_printf("%s: byte %" G_GSIZE_FORMAT " is not UTF-8 text", parse->name,
                                     (gsize)(bad - bytes) + 1);
  else if (kith_has_noncharacter(bytes, length))
    parse->message = g_strdup_printf("%s: U+FFFE or U+FFFF in it, which are no characters", parse->name);
  else
    return !format->lines || check_last_line(parse, bytes, length);
  return FALSE;
}

KithStatements *
kith_statements_read(const char *name, const char *bytes, gsize length, const KithRdfFormat *format,
                     GError **error)
{
  if (format == NULL)
    format = format_of(name, bytes, length);
  if (format == NULL) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: this is no form of RDF that kith knows", name);
    return NULL;
  }
  if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
    bytes += 3;
    length -= 3;
  }
  Parse parse = {name, kith_statements_new(), NULL, NULL};
  const KithFormat *row = kith_format(format);
  if (check_bytes(&parse, bytes, length, row)) {
    raptor_world *world = raptor_new_world();
    raptor_world_set_log_handler(world, &parse, note);
    if (raptor_world_open(world) == 0)
      parse_bytes(&parse, world, bytes, length, row);
    else
      complain(&parse, NULL, "Raptor does not start");
    raptor_free_world(world);
  }
  if (parse.message == NULL && parse.statements->list->len == 0)
    parse.message = g_strdup_printf("%s: there is no statement in it", name);
  if (parse.message == NULL)
    return parse.statements;
  g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s", parse.message);
  g_free(parse.message);
  kith_statements_free(parse.statements);
  return NULL;
}

KithGraph *
kith_rdf_read(const char *name, const char *bytes, gsize length, const KithRdfFormat *format, GError **error)
{
  g_autoptr(KithStatements) statements = kith_statements_read(name, bytes, length, format, error);
  return statements ? kith_understand(name, statements, error) : NULL;
}
