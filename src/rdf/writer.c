#include "rdf/writer.h"

#include "base/error.h"
#include "rdf/lines.h"

KithWriter *
kith_writer_new(const KithRdfFormat *format, KithOutput *output)
{
  KithWriter *writer = g_new0(KithWriter, 1);
  writer->format = kith_format(format);
  writer->output = output;
  writer->out = output->buffer;
  if (writer->format->writer->begin)
    writer->state = writer->format->writer->begin(writer);
  return writer;
}

static void
take(gpointer data, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
     const KithTerm *graph)
{
  KithWriter *writer = (KithWriter *)data;
  const char *problem = kith_term_problem(object);
  if (problem)
    kith_writer_fail(writer, problem);
  if (writer->problem)
    return;
  writer->format->writer->take(writer, subject, predicate, object,
                               writer->format->public.datasets ? graph : NULL);
  kith_output_pump(writer->output);
}

KithSink
kith_writer_sink(KithWriter *writer)
{
  return (KithSink){take, writer};
}

void
kith_writer_fail(KithWriter *writer, const char *problem)
{
  if (writer->problem == NULL)
    writer->problem = g_utf8_make_valid(problem, -1);
}

gboolean
kith_writer_end(KithWriter *writer, GError **error)
{
  if (writer->problem == NULL && writer->format->writer->end)
    writer->format->writer->end(writer);
  if (writer->problem == NULL)
    return TRUE;
  g_set_error(error, KITH_ERROR, KITH_ERROR_OUTPUT, "this graph cannot be written as %s: %s",
              writer->format->public.name, writer->problem);
  return FALSE;
}

void
kith_writer_free(KithWriter *writer)
{
  if (writer == NULL)
    return;
  if (writer->format->writer->free)
    writer->format->writer->free(writer->state);
  g_free(writer->problem);
  g_free(writer);
}

/* ---- N-Triples and N-Quads ---- */

static void
take_line(KithWriter *writer, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
          const KithTerm *graph)
{
  kith_lines_append(writer->out, subject, predicate, object, graph);
}

const KithWriterClass kith_lines_writer = {NULL, take_line, NULL, NULL};
