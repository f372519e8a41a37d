#include <raptor2.h>
#include <string.h>

#include "base/error.h"
#include "rdf/describe.h"
#include "rdf/formats.h"
#include "rdf/iri.h"
#include "rdf/jsonld.h"
#include "rdf/lines.h"
#include "rdf/writer.h"

enum { PIECE = 1 << 16 };

typedef struct {
  const char *name;
  const KithSink *sink;
  guint *line; /* at which it is; 0: not known */
  raptor_parser *parser;
  guint n_blank; /* how many blank nodes had no name */
  gsize n_taken; /* statements so far */
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
  g_strdelimit(valid, "\r\n", ' ');
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
    if (from->value.literal.string_len > KITH_MAX_LITERAL) {
      complain(parse, locator, "a text of more than 64 MiB");
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
  parse->n_taken++;
  if (parse->message || !term_of(parse, statement->subject, &subject) ||
      !term_of(parse, statement->predicate, &predicate) || !term_of(parse, statement->object, &object) ||
      (statement->graph && !term_of(parse, statement->graph, &graph)))
    return;
  *parse->line = line_of(raptor_parser_get_locator(parse->parser));
  parse->sink->take(parse->sink->data, &subject, &predicate, &object, statement->graph ? &graph : NULL);
}

/* Names a blank node: by its name in the file or, where it has none, "kb1", "kb2" and so on, from which names
 * in the file are kept apart by a letter more. What is given is freed by Raptor. */
static unsigned char *
name_blank(void *user_data, unsigned char *given)
{
  Parse *parse = (Parse *)user_data;
  const char *name = (const char *)given;
  g_autofree char *own = NULL;
  if (name == NULL)
    own = g_strdup_printf("kb%u", ++parse->n_blank);
  else if (g_str_has_prefix(name, "kb") && name[2 + strspn(name + 2, "0123456789u")] == '\0')
    own = g_strconcat(name, "u", NULL);
  else
    return given;
  gsize size = strlen(own) + 1;
  unsigned char *copy = (unsigned char *)raptor_alloc_memory(size);
  memcpy(copy, own, size);
  if (given)
    raptor_free_memory(given);
  return copy;
}

/* Gives the parser all bytes: XML in pieces, because libxml2 refuses to look ahead more than 10 MB, and as
 * long as it says something now and then; the rest as a whole. */
static gboolean
feed(Parse *parse, const char *bytes, gsize length, const KithFormat *format)
{
  const gsize piece = strcmp(format->parser, "rdfxml") == 0 ? PIECE : length;
  for (gsize at = 0, silent = 0; at < length; at += piece) {
    gsize n = MIN(piece, length - at), before = parse->n_taken;
    if (raptor_parser_parse_chunk(parse->parser, (const unsigned char *)bytes + at, n, at + n == length) != 0)
      return FALSE;
    silent = parse->n_taken == before ? silent + n : 0;
    if (silent > KITH_MAX_LITERAL && piece < length) {
      complain(parse, raptor_parser_get_locator(parse->parser), "a text of more than 64 MiB");
      return FALSE;
    }
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

const KithRdfFormat *
kith_statements_format(const char *name, const char *bytes, gsize length, GError **error)
{
  const char *dot = strrchr(name, '.');
  const KithRdfFormat *format = dot ? kith_rdf_format(dot + 1) : NULL;
  if (format == NULL)
    format = kith_format_guess(bytes, length);
  if (format == NULL)
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: this is no form of RDF that kith knows", name);
  return format;
}

/* The line of a byte. */
static guint
line_at(const char *bytes, gsize offset)
{
  guint line = 1;
  for (gsize i = 0; i < offset; i++)
    line += bytes[i] == '\n';
  return line;
}

/* Where a quoted text of Turtle ends that begins at p: at its last quote, or at end. */
static const char *
quoted_end(const char *p, const char *end)
{
  const char quote = *p;
  const gboolean three = end - p >= 3 && p[1] == quote && p[2] == quote;
  for (p += three ? 3 : 1; p < end; p++) {
    if (*p == '\\')
      p++;
    else if (*p == quote && (!three || (end - p >= 3 && p[1] == quote && p[2] == quote)))
      return three ? p + 2 : p;
  }
  return end;
}

/* A quoted text in Turtle or TriG that is larger than a literal may be; NULL where there is none. Raptor
 * holds several copies of a text before it gives it out. */
static const char *
find_long_text(const char *bytes, gsize length)
{
  const char *end = bytes + length;
  for (const char *p = bytes; p < end && (gsize)(end - p) > KITH_MAX_LITERAL; p++) {
    const char close = *p == '<' ? '>' : *p == '#' ? '\n' : '\0';
    if (*p == '\\') {
      p++;
    } else if (close) {
      const char *at = (const char *)memchr(p, close, (gsize)(end - p));
      p = at ? at : end - 1;
    } else if (*p == '"' || *p == '\'') {
      const char *at = quoted_end(p, end);
      if ((gsize)(at - p) > KITH_MAX_LITERAL)
        return p;
      p = at;
    }
  }
  return NULL;
}

/* What can be seen before parsing: a wrong encoding, no characters, a text without end. */
static gboolean
check_bytes(Parse *parse, const char *bytes, gsize length, const KithFormat *format)
{
  const char *bad;
  if (!g_utf8_validate_len(bytes, length, &bad) && strcmp(format->parser, "rdfxml") != 0) {
    gsize at = (gsize)(bad - bytes);
    parse->message = g_strdup_printf("%s:%u: byte %" G_GSIZE_FORMAT " of the file is not UTF-8 text",
                                     parse->name, line_at(bytes, at), at + 1);
  } else if ((bad = kith_find_noncharacter(bytes, length))) {
    parse->message = g_strdup_printf("%s:%u: U+FFFE or U+FFFF in it, which are no characters", parse->name,
                                     line_at(bytes, (gsize)(bad - bytes)));
  } else if (strcmp(format->parser, "rdfxml") != 0 && (bad = find_long_text(bytes, length))) {
    parse->message = g_strdup_printf("%s:%u: a text of more than 64 MiB", parse->name,
                                     line_at(bytes, (gsize)(bad - bytes)));
  }
  return parse->message == NULL;
}

/* Parses by Raptor. */
static gboolean
parse_by_raptor(Parse *parse, const char *bytes, gsize length, const KithFormat *format, GError **error)
{
  if (check_bytes(parse, bytes, length, format)) {
    raptor_world *world = raptor_new_world();
    raptor_world_set_log_handler(world, parse, note);
    raptor_world_set_generate_bnodeid_handler(world, parse, name_blank);
    if (raptor_world_open(world) == 0)
      parse_bytes(parse, world, bytes, length, format);
    else
      complain(parse, NULL, "Raptor does not start");
    raptor_free_world(world);
  }
  if (parse->message == NULL)
    return TRUE;
  g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s", parse->message);
  g_free(parse->message);
  return FALSE;
}

/* What is left of bytes in memory. */
typedef struct {
  const char *bytes;
  gsize left;
} Memory;

static gssize
pull_memory(gpointer data, char *into, gsize n, GError **error G_GNUC_UNUSED)
{
  Memory *memory = (Memory *)data;
  gsize got = MIN(n, memory->left);
  memcpy(into, memory->bytes, got);
  memory->bytes += got;
  memory->left -= got;
  return (gssize)got;
}

gboolean
kith_statements_parse(const char *name, const char *bytes, gsize length, const KithRdfFormat *format,
                      const KithSink *sink, guint *line, GError **error)
{
  if (length == 0) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: the file is empty", name);
    return FALSE;
  }
  if (format == NULL && (format = kith_statements_format(name, bytes, length, error)) == NULL)
    return FALSE;
  if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
    bytes += 3;
    length -= 3;
  }
  const KithFormat *row = kith_format(format);
  *line = 0;
  if (row->parser)
    return parse_by_raptor(&(Parse){.name = name, .sink = sink, .line = line}, bytes, length, row, error);
  if (row->writer == &kith_jsonld_writer)
    return kith_jsonld_read(name, bytes, length, sink, error);
  return kith_lines_read(name, format->datasets, pull_memory, &(Memory){bytes, length}, sink, line, error);
}

typedef struct {
  KithStatements *statements;
  guint line;
} Collector;

static void
collect(gpointer data, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
        const KithTerm *graph)
{
  Collector *to = (Collector *)data;
  kith_statements_add(to->statements, subject, predicate, object, graph, to->line);
}

KithStatements *
kith_statements_read(const char *name, const char *bytes, gsize length, const KithRdfFormat *format,
                     GError **error)
{
  g_autoptr(KithStatements) statements = kith_statements_new();
  Collector to = {statements, 0};
  KithSink sink = {collect, &to};
  if (!kith_statements_parse(name, bytes, length, format, &sink, &to.line, error))
    return NULL;
  if (statements->list->len > 0)
    return g_steal_pointer(&statements);
  g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: there is no statement in it", name);
  return NULL;
}

KithGraph *
kith_rdf_read(const char *name, const char *bytes, gsize length, const KithRdfFormat *format, GError **error)
{
  g_autoptr(KithStatements) statements = kith_statements_read(name, bytes, length, format, error);
  return statements ? kith_understand(name, statements, error) : NULL;
}
