/* The TriG writer (W3C TriG, 2014), which Raptor does not have: a statement at a time, subject by subject. */
#include <string.h>

#include "rdf/describe.h"
#include "rdf/formats.h"

typedef struct {
  GString *out;
  char *graph, *subject, *predicate; /* of the statement before; NULL: none */
  const char *problem;               /* what could not be written; NULL: nothing */
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
  for (const KithPrefix *p = kith_prefixes(); p->prefix; p++) {
    gsize n = strlen(p->iri);
    if (strncmp(iri, p->iri, n) == 0 && is_local_name(iri + n)) {
      g_string_append_printf(out, "%s:%s", p->prefix, iri + n);
      return;
    }
  }
  g_string_append_printf(out, "<%s>", iri);
}

static void
append_quoted(GString *out, const char *text)
{
  g_string_append_c(out, '"');
  for (const char *p = text; *p != '\0'; p++) {
    guchar c = (guchar)*p;
    const char *escape = c == '"'    ? "\\\""
                         : c == '\\' ? "\\\\"
                         : c == '\n' ? "\\n"
                         : c == '\r' ? "\\r"
                                     : NULL;
    if (escape)
      g_string_append(out, escape);
    else if (c == '\t')
      g_string_append(out, "\\t");
    else if (c < 0x20 || c == 0x7f)
      g_string_append_printf(out, "\\u%04X", c);
    else
      g_string_append_c(out, (char)c);
  }
  g_string_append_c(out, '"');
}

static void
append_term(GString *out, const KithTerm *term)
{
  if (term->kind == KITH_TERM_IRI) {
    append_iri(out, term->value);
    return;
  }
  if (term->kind == KITH_TERM_BLANK) {
    g_string_append_printf(out, "_:%s", term->value);
    return;
  }
  append_quoted(out, term->value);
  if (term->language) {
    g_string_append_printf(out, "@%s", term->language);
  } else if (term->datatype) {
    g_string_append(out, "^^");
    append_iri(out, term->datatype);
  }
}

/* Ends the subject that is open. */
static void
close_subject(Trig *trig)
{
  if (trig->subject)
    g_string_append(trig->out, " .\n");
  g_clear_pointer(&trig->subject, g_free);
  g_clear_pointer(&trig->predicate, g_free);
}

static void
change_graph(Trig *trig, const KithTerm *graph)
{
  if (g_strcmp0(trig->graph, graph ? graph->value : NULL) == 0)
    return;
  close_subject(trig);
  if (trig->graph)
    g_string_append(trig->out, "}\n");
  g_free(trig->graph);
  trig->graph = graph ? g_strdup(graph->value) : NULL;
  if (graph) {
    g_string_append_c(trig->out, '\n');
    append_iri(trig->out, graph->value);
    g_string_append(trig->out, " {\n");
  }
}

static void
take(gpointer data, const KithTerm *subject, const KithTerm *predicate, const KithTerm *object,
     const KithTerm *graph)
{
  Trig *trig = (Trig *)data;
  if (trig->problem == NULL)
    trig->problem = kith_term_problem(object);
  change_graph(trig, graph);
  if (g_strcmp0(trig->subject, subject->value) != 0) {
    close_subject(trig);
    trig->subject = g_strdup(subject->value);
    g_string_append_c(trig->out, '\n');
    append_term(trig->out, subject);
    g_string_append(trig->out, "\n    ");
  } else if (strcmp(trig->predicate, predicate->value) == 0) {
    g_string_append(trig->out, ", ");
    append_term(trig->out, object);
    return;
  } else {
    g_string_append(trig->out, " ;\n    ");
  }
  g_free(trig->predicate);
  trig->predicate = g_strdup(predicate->value);
  if (strcmp(predicate->value, kith_iri(KITH_V_RDF_TYPE)) == 0)
    g_string_append_c(trig->out, 'a');
  else
    append_term(trig->out, predicate);
  g_string_append_c(trig->out, ' ');
  append_term(trig->out, object);
}

const char *
kith_trig_write(const KithGraph *graph, const char *base, GString *out)
{
  Trig trig = {out, NULL, NULL, NULL, NULL};
  KithSink sink = {take, &trig};
  for (const KithPrefix *p = kith_prefixes(); p->prefix; p++)
    g_string_append_printf(out, "@prefix %s: <%s> .\n", p->prefix, p->iri);
  kith_describe(graph, base, TRUE, &sink);
  change_graph(&trig, NULL);
  close_subject(&trig);
  return trig.problem;
}
