/* The writer of Turtle and TriG (W3C, 2014), for which Raptor has none or one that loses blank nodes in a
 * cycle: a statement at a time, subject by subject as they come. */
#include <string.h>

#include "rdf/lines.h"
#include "rdf/writer.h"

typedef struct {
  GString *graph, *subject, *predicate; /* of the statement before, as they are written; empty: none */
  GString *term;                        /* what is being compared */
} Trig;

/* Whether text can stand after a prefix as it is. */
static gboolean
is_local_name(const char *text)
{
  if (!g_ascii_isalpha(*text) && *text != '_')
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum(*p) && *p != '_' && *p != '-')
      return FALSE;
  return TRUE;
}

static void
append_iri(GString *out, const char *iri)
{
  for (const KithPrefix *p = kith_prefixes(); p->prefix; p++)
    if (strncmp(iri, p->iri, p->length) == 0 && is_local_name(iri + p->length)) {
      g_string_append(out, p->prefix);
      g_string_append_c(out, ':');
      g_string_append(out, iri + p->length);
      return;
    }
  g_string_append_c(out, '<');
  g_string_append(out, iri);
  g_string_append_c(out, '>');
}

static void
append_term(GString *out, const KithTerm *term)
{
  if (term->kind == KITH_TERM_IRI) {
    append_iri(out, term->value);
  } else if (term->kind == KITH_TERM_LITERAL && term->language == NULL && term->datatype != NULL) {
    kith_lines_append_quoted(out, term->value);
    g_string_append_len(out, "^^", 2);
    append_iri(out, term->datatype);
  } else {
    kith_lines_append_term(out, term);
  }
}

static gpointer
begin(KithWriter *writer)
{
  Trig *trig = g_new(Trig, 1);
  *trig = (Trig){g_string_new(NULL), g_string_new(NULL), g_string_new(NULL), g_string_new(NULL)};
  for (const KithPrefix *p = kith_prefixes(); p->prefix; p++)
    g_string_append_printf(writer->out, "@prefix %s: <%s> .\n", p->prefix, p->iri);
  return trig;
}

/* Ends the subject that is open. */
static void
close_subject(const Trig *trig, GString *out)
{
  if (trig->subject->len > 0)
    g_string_append(out, " .\n");
  g_string_truncate(trig->subject, 0);
  g_string_truncate(trig->predicate, 0);
}

/* Whether a term is the one kept; it is then. */
static gboolean
is_same(const Trig *trig, GString *kept, const KithTerm *term)
{
  g_string_truncate(trig->term, 0);
  if (term)
    append_term(trig->term, term);
  if (g_string_equal(kept, trig->term))
    return TRUE;
  g_string_truncate(kept, 0);
  g_string_append_len(kept, trig->term->str, (gssize)trig->term->len);
  return FALSE;
}

static void
change_graph(const Trig *trig, GString *out, const KithTerm *graph)
{
  gboolean open = trig->graph->len > 0;
  if (is_same(trig, trig->graph, graph))
    return;
  close_subject(trig, out);
  if (open)
    g_string_append(out, "}\n");
  if (graph) {
    g_string_append_c(out, '\n');
    g_string_append_len(out, trig->graph->str, (gssize)trig->graph->len);
    g_string_append(out, " {\n");
  }
}

static void
take(KithWriter *writer, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
     const KithTerm *graph)
{
  const Trig *trig = (const Trig *)writer->state;
  GString *out = writer->out;
  gboolean first = trig->subject->len == 0;
  change_graph(trig, out, graph);
  first = first || trig->subject->len == 0;
  if (!is_same(trig, trig->subject, subject)) {
    g_string_append(out, first ? "\n" : " .\n\n");
    g_string_append_len(out, trig->subject->str, (gssize)trig->subject->len);
    g_string_append(out, "\n    ");
    g_string_truncate(trig->predicate, 0);
  } else if (!is_same(trig, trig->predicate, predicate)) {
    g_string_append(out, " ;\n    ");
  } else {
    g_string_append(out, ", ");
    append_term(out, object);
    return;
  }
  is_same(trig, trig->predicate, predicate);
  if (strcmp(predicate->value, kith_iri(KITH_V_RDF_TYPE)) == 0)
    g_string_append_c(out, 'a');
  else
    g_string_append_len(out, trig->predicate->str, (gssize)trig->predicate->len);
  g_string_append_c(out, ' ');
  append_term(out, object);
}

static void
end(KithWriter *writer)
{
  const Trig *trig = (const Trig *)writer->state;
  change_graph(trig, writer->out, NULL);
  close_subject(trig, writer->out);
}

static void
trig_free(gpointer state)
{
  Trig *trig = (Trig *)state;
  g_string_free(trig->graph, TRUE);
  g_string_free(trig->subject, TRUE);
  g_string_free(trig->predicate, TRUE);
  g_string_free(trig->term, TRUE);
  g_free(trig);
}

const KithWriterClass kith_trig_writer = {begin, take, end, trig_free};
