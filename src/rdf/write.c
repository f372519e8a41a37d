#include <raptor2.h>
#include <string.h>

#include "base/error.h"
#include "rdf/describe.h"
#include "rdf/iri.h"
#include "rdf/writer.h"

/* ---- RDF/XML by Raptor: its plain serializer, for the one that abbreviates loses blank nodes in a cycle
 * ---- */

typedef struct {
  raptor_world *world;
  raptor_serializer *serializer;
  raptor_iostream *stream;
} Raptor;

static void
note(void *user_data, raptor_log_message *message)
{
  if (message->level >= RAPTOR_LOG_LEVEL_ERROR)
    kith_writer_fail((KithWriter *)user_data, message->text);
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
take(KithWriter *writer, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
     const KithTerm *graph G_GNUC_UNUSED)
{
  Raptor *raptor = (Raptor *)writer->state;
  raptor_statement *statement = raptor_new_statement(raptor->world);
  statement->subject = term_new(raptor->world, subject);
  statement->predicate = term_new(raptor->world, predicate);
  statement->object = term_new(raptor->world, object);
  if (raptor_serializer_serialize_statement(raptor->serializer, statement) != 0)
    kith_writer_fail(writer, "a statement cannot be written");
  raptor_free_statement(statement);
}

static void
declare_prefixes(Raptor *raptor)
{
  for (const KithPrefix *p = kith_prefixes(); p->prefix; p++) {
    raptor_uri *uri = raptor_new_uri(raptor->world, (const unsigned char *)p->iri);
    raptor_serializer_set_namespace(raptor->serializer, uri, (const unsigned char *)p->prefix);
    raptor_free_uri(uri);
  }
}

static int
write_byte(void *context, const int byte)
{
  g_string_append_c(((KithWriter *)context)->out, (char)byte);
  return 0;
}

static int
write_bytes(void *context, const void *data, size_t size, size_t n)
{
  KithWriter *writer = (KithWriter *)context;
  g_string_append_len(writer->out, (const char *)data, (gssize)(size * n));
  kith_output_pump(writer->output);
  return (int)n;
}

/* Raptor's own stream to a string takes seven times the memory of the string. */
static const raptor_iostream_handler to_output = {
    .version = 2, .write_byte = write_byte, .write_bytes = write_bytes};

static gpointer
begin(KithWriter *writer)
{
  Raptor *raptor = g_new0(Raptor, 1);
  raptor->world = raptor_new_world();
  raptor_world_set_log_handler(raptor->world, writer, note);
  if (raptor_world_open(raptor->world) == 0) {
    raptor->stream = raptor_new_iostream_from_handler(raptor->world, writer, &to_output);
    raptor->serializer = raptor_new_serializer(raptor->world, "rdfxml");
  }
  if (raptor->stream && raptor->serializer) {
    declare_prefixes(raptor);
    raptor_serializer_start_to_iostream(raptor->serializer, NULL, raptor->stream);
  } else {
    kith_writer_fail(writer, "Raptor does not start");
  }
  return raptor;
}

static void
end(KithWriter *writer)
{
  if (raptor_serializer_serialize_end(((Raptor *)writer->state)->serializer) != 0)
    kith_writer_fail(writer, "the end cannot be written");
}

static void
raptor_free(gpointer state)
{
  Raptor *raptor = (Raptor *)state;
  if (raptor->serializer)
    raptor_free_serializer(raptor->serializer);
  if (raptor->stream)
    raptor_free_iostream(raptor->stream);
  raptor_free_world(raptor->world);
  g_free(raptor);
}

const KithWriterClass kith_raptor_writer = {begin, take, end, raptor_free};

/* ---- a graph, statements ---- */

/* Sends the statements of one subject in one graph, first to last - 1: its types, then the rest. */
static void
send_subject(const KithSink *sink, const KithStatements *statements, guint first, guint last)
{
  for (int types = 1; types >= 0; types--)
    for (guint i = first; i < last; i++) {
      const KithStatement *s = kith_statement(statements, i);
      if ((kith_term_compare(s->predicate, kith_term(KITH_V_RDF_TYPE)) == 0) == types)
        sink->take(sink->data, s->subject, s->predicate, s->object, s->graph);
    }
}

gboolean
kith_statements_write(const KithStatements *statements, const KithRdfFormat *format, KithOutput *output,
                      GError **error)
{
  g_autoptr(KithWriter) writer = kith_writer_new(format, output);
  KithSink sink = kith_writer_sink(writer);
  for (guint i = 0, last; i < statements->list->len; i = last) {
    const KithStatement *s = kith_statement(statements, i);
    for (last = i + 1; last < statements->list->len; last++) {
      const KithStatement *next = kith_statement(statements, last);
      if (next->subject != s->subject || next->graph != s->graph)
        break;
    }
    send_subject(&sink, statements, i, last);
  }
  return kith_writer_end(writer, error);
}

/* What is written of a graph where the format wants all statements in order. */
static gboolean
write_sorted(const KithGraph *graph, const KithRdfFormat *format, const char *base, KithOutput *output,
             GError **error)
{
  g_autoptr(KithStatements) statements = kith_statements_new();
  KithSink sink = kith_statements_sink(statements);
  kith_describe(graph, base, format->datasets, &sink);
  kith_statements_sort(statements);
  return kith_statements_write(statements, format, output, error);
}

gboolean
kith_rdf_write_to(const KithGraph *graph, const KithRdfFormat *format, const char *base, KithOutput *output,
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
  if (kith_format(format)->sorted)
    return write_sorted(graph, format, base, output, error);
  g_autoptr(KithWriter) writer = kith_writer_new(format, output);
  KithSink sink = kith_writer_sink(writer);
  kith_describe(graph, base, format->datasets, &sink);
  return kith_writer_end(writer, error);
}

gboolean
kith_rdf_write(const KithGraph *graph, const KithRdfFormat *format, const char *base, GString *out,
               GError **error)
{
  gsize before = out->len;
  g_autoptr(KithOutput) output = kith_output_new_in_memory(out);
  gboolean ok = kith_rdf_write_to(graph, format, base, output, error);
  if (!ok)
    g_string_truncate(out, before);
  return ok;
}
