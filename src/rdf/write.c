#include <raptor2.h>
#include <string.h>

#include "base/error.h"
#include "rdf/describe.h"
#include "rdf/formats.h"
#include "rdf/iri.h"

typedef struct {
  raptor_world *world;
  raptor_serializer *serializer;
  char *message; /* the first error of the log, or NULL */
  gboolean datasets;
} Writer;

static void
note(void *user_data, raptor_log_message *message)
{
  Writer *writer = (Writer *)user_data;
  if (message->level >= RAPTOR_LOG_LEVEL_ERROR && writer->message == NULL)
    writer->message = g_strdup(message->text);
}

/* Raptor's form of a term, owned by the caller. */
static raptor_term *
term_new(raptor_world *world, const KithTerm *term)
{
  const unsigned char *value = (const unsigned char *)term->value;
  if (term->kind == KITH_TERM_IRI)
    return raptor_new_term_from_uri_string(world, value);
  if (term->kind == KITH_TERM_BLANK)
    return raptor_new_term_from_blank(world, value);
  raptor_uri *datatype = term->datatype ? raptor_new_uri(world, (const unsigned char *)term->datatype) : NULL;
  raptor_term *literal =
      raptor_new_term_from_literal(world, value, datatype, (const unsigned char *)term->language);
  if (datatype)
    raptor_free_uri(datatype);
  return literal;
}

static void
take(gpointer data, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
     const KithTerm *graph)
{
  Writer *writer = (Writer *)data;
  const char *problem = kith_term_problem(object);
  if (problem && writer->message == NULL)
    writer->message = g_strdup(problem);
  if (writer->message)
    return;
  raptor_statement *statement = raptor_new_statement(writer->world);
  statement->subject = term_new(writer->world, subject);
  statement->predicate = term_new(writer->world, predicate);
  statement->object = term_new(writer->world, object);
  statement->graph = graph && writer->datasets ? term_new(writer->world, graph) : NULL;
  if (raptor_serializer_serialize_statement(writer->serializer, statement) != 0 && writer->message == NULL)
    writer->message = g_strdup("a statement cannot be written");
  raptor_free_statement(statement);
}

static void
declare_prefixes(Writer *writer)
{
  for (const KithPrefix *p = kith_prefixes(); p->prefix; p++) {
    raptor_uri *uri = raptor_new_uri(writer->world, (const unsigned char *)p->iri);
    raptor_serializer_set_namespace(writer->serializer, uri, (const unsigned char *)p->prefix);
    raptor_free_uri(uri);
  }
}

/* Raptor's Turtle writer leaves carriage returns as they are, which its reader refuses or makes line feeds
 * of; outside of literals there are none. */
static void
append_escaped(GString *out, const char *bytes, gsize length)
{
  for (gsize i = 0, from = 0; i <= length; i++)
    if (i == length || bytes[i] == '\r') {
      g_string_append_len(out, bytes + from, (gssize)(i - from));
      if (i < length)
        g_string_append(out, "\\r");
      from = i + 1;
    }
}

static int
write_byte(void *context, const int byte)
{
  g_string_append_c((GString *)context, (char)byte);
  return 0;
}

static int
write_bytes(void *context, const void *data, size_t size, size_t n)
{
  g_string_append_len((GString *)context, (const char *)data, (gssize)(size * n));
  return (int)n;
}

/* Raptor's own stream to a string takes seven times the memory of the string. */
static const raptor_iostream_handler to_string = {
    .version = 2, .write_byte = write_byte, .write_bytes = write_bytes};

/* Where the statements come from that are to be written: a graph or a collection. */
typedef struct {
  const KithGraph *graph;
  const char *base;
  const KithStatements *statements;
} Origin;

static void
feed(Writer *writer, const Origin *origin)
{
  KithSink sink = {take, writer};
  if (origin->graph)
    kith_describe(origin->graph, origin->base, writer->datasets, &sink);
  for (guint i = 0; origin->statements && i < origin->statements->list->len; i++) {
    const KithStatement *s = kith_statement(origin->statements, i);
    take(writer, s->subject, s->predicate, s->object, s->graph);
  }
}

/* Writes to a string by Raptor. */
static gboolean
serialize(Writer *writer, const Origin *origin, const KithFormat *format, GString *out)
{
  raptor_iostream *stream = raptor_new_iostream_from_handler(writer->world, out, &to_string);
  writer->serializer = raptor_new_serializer(writer->world, format->raptor);
  if (stream && writer->serializer) {
    declare_prefixes(writer);
    raptor_serializer_start_to_iostream(writer->serializer, NULL, stream);
    feed(writer, origin);
    if (raptor_serializer_serialize_end(writer->serializer) != 0 && writer->message == NULL)
      writer->message = g_strdup("the end cannot be written");
  } else {
    writer->message = g_strdup("Raptor has no such serializer");
  }
  if (writer->serializer)
    raptor_free_serializer(writer->serializer);
  if (stream)
    raptor_free_iostream(stream);
  return writer->message == NULL;
}

static gboolean
write_by_raptor(const Origin *origin, const KithFormat *format, GString *out, GError **error)
{
  Writer writer = {raptor_new_world(), NULL, NULL, format->public.datasets};
  g_autoptr(GString) bytes = g_string_new(NULL);
  raptor_world_set_log_handler(writer.world, &writer, note);
  gboolean ok = raptor_world_open(writer.world) == 0 && serialize(&writer, origin, format, bytes);
  if (ok)
    append_escaped(out, bytes->str, bytes->len);
  else
    g_set_error(error, KITH_ERROR, KITH_ERROR_OUTPUT, "this graph cannot be written as %s: %s",
                format->public.name, writer.message ? writer.message : "Raptor does not start");
  raptor_free_world(writer.world);
  g_free(writer.message);
  return ok;
}

gboolean
kith_rdf_write(const KithGraph *graph, const KithRdfFormat *format, const char *base, GString *out,
               GError **error)
{
  if (base == NULL)
    base = graph->base ? graph->base : KITH_DEFAULT_BASE;
  if (!kith_iri_is_valid(base) || strchr(":/#?=", base[strlen(base) - 1]) == NULL) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE,
                "'%s' is no base: an absolute IRI that ends in ':', '/', '#', '?' or '='", base);
    return FALSE;
  }
  if (!kith_graph_check(graph, error))
    return FALSE;
  const KithFormat *row = kith_format(format);
  if (row->raptor)
    return write_by_raptor(&(Origin){graph, base, NULL}, row, out, error);
  gsize before = out->len;
  const char *problem = kith_trig_write(graph, base, out);
  if (problem == NULL)
    return TRUE;
  g_string_truncate(out, before);
  g_set_error(error, KITH_ERROR, KITH_ERROR_OUTPUT, "this graph cannot be written as trig: %s", problem);
  return FALSE;
}

gboolean
kith_statements_write(const KithStatements *statements, const KithRdfFormat *format, GString *out,
                      GError **error)
{
  return write_by_raptor(&(Origin){NULL, NULL, statements}, kith_format(format), out, error);
}
