/* Writers: one a format, a statement at a time. */
#pragma once

#include "base/output.h"
#include "rdf/formats.h"

typedef struct KithWriter KithWriter;

/* What a format's writer does; all but take may be NULL. */
typedef struct KithWriterClass {
  gpointer (*begin)(KithWriter *writer);
  void (*take)(KithWriter *writer, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
               const KithTerm *graph);
  void (*end)(KithWriter *writer);
  void (*free)(gpointer state);
} KithWriterClass;

struct KithWriter {
  const KithFormat *format;
  KithOutput *output;
  GString *out;   /* its buffer */
  char *problem;  /* the first that cannot be written; NULL: nothing */
  gpointer state; /* of the format's writer */
};

extern const KithWriterClass kith_lines_writer, kith_trig_writer, kith_raptor_writer, kith_jsonld_writer;

/* Opens a document of a format; output must outlive it. Owned by the caller. */
KithWriter *kith_writer_new(const KithRdfFormat *format, KithOutput *output);

/* Where its statements go. The graph is left out where the format has none. */
KithSink kith_writer_sink(KithWriter *writer);

/* Notes what cannot be written, once. */
void kith_writer_fail(KithWriter *writer, const char *problem);

/* Ends the document. False and a KITH_ERROR_OUTPUT where something could not be written. */
gboolean kith_writer_end(KithWriter *writer, GError **error);

void kith_writer_free(KithWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithWriter, kith_writer_free)
