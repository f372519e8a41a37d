/* From one format to another, statement by statement. */
#include "base/error.h"
#include "rdf/lines.h"
#include "rdf/dataset.h"
#include "rdf/writer.h"

/* Passes statements on and counts them. */
typedef struct {
  KithSink to;
  guint64 count;
  gboolean datasets; /* graphs are passed on too */
} Counter;

static void
count(gpointer data, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
      const KithTerm *graph)
{
  Counter *counter = (Counter *)data;
  counter->count++;
  counter->to.take(counter->to.data, subject, predicate, object, counter->datasets ? graph : NULL);
}

/* Ends the writing; nothing at all is an error. */
static gboolean
finish(KithWriter *writer, const Counter *counter, const char *name, GError **error)
{
  if (counter->count > 0)
    return kith_writer_end(writer, error);
  g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: there is no statement in it", name);
  return FALSE;
}

gboolean
kith_rdf_can_stream(const KithRdfFormat *from, const KithRdfFormat *to)
{
  return kith_format(from)->parser == NULL && kith_format(from)->writer == &kith_lines_writer &&
         !kith_format(to)->sorted && (from->datasets || !to->datasets);
}

static gssize
pull_stream(gpointer data, char *into, gsize n, GError **error)
{
  return g_input_stream_read((GInputStream *)data, into, n, NULL, error);
}

gboolean
kith_rdf_transcribe_lines(const char *name, const KithRdfFormat *from, GInputStream *stream,
                          const KithRdfFormat *to, KithOutput *output, GError **error)
{
  g_autoptr(KithWriter) writer = kith_writer_new(to, output);
  Counter counter = {kith_writer_sink(writer), 0, to->datasets};
  KithSink sink = {count, &counter};
  guint line;
  return kith_lines_read(name, from->datasets, pull_stream, stream, &sink, &line, error) &&
         finish(writer, &counter, name, error);
}

/* All statements in memory, in order. Owned by the caller. */
static KithStatements *
collect(const char *name, const char *bytes, gsize length, const KithRdfFormat *from, gboolean datasets,
        GError **error)
{
  if (datasets && !from->datasets)
    return kith_dataset_read(name, bytes, length, error);
  g_autoptr(KithStatements) statements = kith_statements_new();
  Counter counter = {kith_statements_sink(statements), 0, datasets};
  KithSink sink = {count, &counter};
  guint line;
  if (!kith_statements_parse(name, bytes, length, from, &sink, &line, error))
    return NULL;
  kith_statements_sort(statements);
  if (counter.count > 0)
    return g_steal_pointer(&statements);
  g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: there is no statement in it", name);
  return NULL;
}

gboolean
kith_rdf_transcribe(const char *name, const char *bytes, gsize length, const KithRdfFormat *format,
                    KithOutput *output, GError **error)
{
  const KithRdfFormat *from = kith_statements_format(name, bytes, length, error);
  if (from == NULL)
    return FALSE;
  if (kith_format(format)->sorted || (format->datasets && !from->datasets)) {
    g_autoptr(KithStatements) statements = collect(name, bytes, length, from, format->datasets, error);
    return statements && kith_statements_write(statements, format, output, error);
  }
  g_autoptr(KithWriter) writer = kith_writer_new(format, output);
  Counter counter = {kith_writer_sink(writer), 0, format->datasets};
  KithSink sink = {count, &counter};
  guint line;
  return kith_statements_parse(name, bytes, length, from, &sink, &line, error) &&
         finish(writer, &counter, name, error);
}
