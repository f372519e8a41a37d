/* Answers in the forms of SPARQL 1.1: Query Results JSON, CSV and TSV. */
#include <string.h>

#include "graph/json.h"
#include "rdf/formats.h"
#include "sparql/sparql.h"

static const KithTerm *
cell(const KithAnswer *answer, guint row, guint column)
{
  return ((const KithTerm **)answer->rows->pdata[row])[column];
}

static void
append_json_term(const KithTerm *term, GString *out)
{
  static const char *const kinds[] = {"uri", "bnode", "literal"};
  g_string_append_printf(out, "{\"type\": \"%s\", \"value\": ", kinds[term->kind]);
  kith_json_append_string(out, term->value);
  if (term->language || term->datatype) {
    g_string_append(out, term->language ? ", \"xml:lang\": " : ", \"datatype\": ");
    kith_json_append_string(out, term->language ? term->language : term->datatype);
  }
  g_string_append_c(out, '}');
}

void
kith_answer_to_json(const KithAnswer *answer, GString *out)
{
  if (answer->kind == KITH_ANSWER_BOOLEAN) {
    g_string_append_printf(out, "{\"head\": {}, \"boolean\": %s}\n", answer->truth ? "true" : "false");
    return;
  }
  g_string_append(out, "{\"head\": {\"vars\": [");
  for (guint i = 0; i < answer->n_columns; i++) {
    g_string_append(out, i ? ", " : "");
    kith_json_append_string(out, answer->columns[i]);
  }
  g_string_append(out, "]},\n \"results\": {\"bindings\": [");
  for (guint r = 0; r < answer->rows->len; r++) {
    gboolean any = FALSE;
    g_string_append(out, r ? ",\n  {" : "\n  {");
    for (guint i = 0; i < answer->n_columns; i++) {
      if (cell(answer, r, i) == NULL)
        continue;
      g_string_append(out, any ? ", " : "");
      kith_json_append_string(out, answer->columns[i]);
      g_string_append(out, ": ");
      append_json_term(cell(answer, r, i), out);
      any = TRUE;
    }
    g_string_append_c(out, '}');
  }
  g_string_append(out, "]}}\n");
}

static void
append_csv(const char *text, GString *out)
{
  if (strpbrk(text, "\",\r\n") == NULL) {
    g_string_append(out, text);
    return;
  }
  g_string_append_c(out, '"');
  for (const char *p = text; *p != '\0'; p++)
    g_string_append(out, *p == '"' ? "\"\"" : (const char[]){*p, '\0'});
  g_string_append_c(out, '"');
}

void
kith_answer_to_csv(const KithAnswer *answer, GString *out)
{
  if (answer->kind == KITH_ANSWER_BOOLEAN) {
    g_string_append(out, answer->truth ? "true\r\n" : "false\r\n");
    return;
  }
  for (guint i = 0; i < answer->n_columns; i++) {
    g_string_append(out, i ? "," : "");
    append_csv(answer->columns[i], out);
  }
  g_string_append(out, "\r\n");
  for (guint r = 0; r < answer->rows->len; r++) {
    for (guint i = 0; i < answer->n_columns; i++) {
      const KithTerm *term = cell(answer, r, i);
      g_string_append(out, i ? "," : "");
      g_string_append(out, term && term->kind == KITH_TERM_BLANK ? "_:" : "");
      append_csv(term ? term->value : "", out);
    }
    g_string_append(out, "\r\n");
  }
}

/* A term as in Turtle, without prefixes; numbers bare. */
static void
append_tsv_term(const KithTerm *term, GString *out)
{
  static const char from[] = "\t\n\r\"\\", to[] = "tnr\"\\";
  gboolean number = term->datatype && (strcmp(term->datatype, XSD_NS "integer") == 0 ||
                                       strcmp(term->datatype, XSD_NS "decimal") == 0);
  if (term->kind != KITH_TERM_LITERAL || number) {
    const char *open = term->kind == KITH_TERM_IRI ? "<" : term->kind == KITH_TERM_BLANK ? "_:" : "";
    g_string_append_printf(out, "%s%s%s", open, term->value, term->kind == KITH_TERM_IRI ? ">" : "");
    return;
  }
  g_string_append_c(out, '"');
  for (const char *p = term->value; *p != '\0'; p++) {
    const char *special = strchr(from, *p);
    if (special)
      g_string_append_printf(out, "\\%c", to[special - from]);
    else
      g_string_append_c(out, *p);
  }
  g_string_append_c(out, '"');
  if (term->language)
    g_string_append_printf(out, "@%s", term->language);
  else if (term->datatype)
    g_string_append_printf(out, "^^<%s>", term->datatype);
}

void
kith_answer_to_tsv(const KithAnswer *answer, GString *out)
{
  if (answer->kind == KITH_ANSWER_BOOLEAN) {
    g_string_append(out, answer->truth ? "true\n" : "false\n");
    return;
  }
  for (guint i = 0; i < answer->n_columns; i++)
    g_string_append_printf(out, "%s?%s", i ? "\t" : "", answer->columns[i]);
  g_string_append_c(out, '\n');
  for (guint r = 0; r < answer->rows->len; r++) {
    for (guint i = 0; i < answer->n_columns; i++) {
      g_string_append(out, i ? "\t" : "");
      if (cell(answer, r, i))
        append_tsv_term(cell(answer, r, i), out);
    }
    g_string_append_c(out, '\n');
  }
}

gboolean
kith_answer_to_turtle(const KithAnswer *answer, GString *out, GError **error)
{
  g_autoptr(KithOutput) output = kith_output_new_in_memory(out);
  return kith_statements_write(answer->terms, kith_rdf_format("turtle"), output, error);
}
