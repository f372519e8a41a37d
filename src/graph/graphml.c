#include "graph/graphml.h"

#include <string.h>

/* A property of nodes or edges. */
typedef struct {
  const char *id, *of, *name, *type;
} Key;

static const Key keys[] = {
    {"n0", "node", "label", "string"},        {"n1", "node", "type", "string"},
    {"n2", "node", "aliases", "string"},      {"n3", "node", "countryCode", "string"},
    {"n4", "node", "mentions", "int"},        {"n5", "node", "sameAs", "string"},
    {"e0", "edge", "label", "string"},        {"e1", "edge", "class", "string"},
    {"e2", "edge", "lemma", "string"},        {"e3", "edge", "cameo", "string"},
    {"e4", "edge", "polarity", "string"},     {"e5", "edge", "modality", "string"},
    {"e6", "edge", "attributedTo", "string"}, {"e7", "edge", "time", "string"},
    {"e8", "edge", "place", "string"},        {"e9", "edge", "confidence", "double"},
    {"e10", "edge", "document", "string"},    {"e11", "edge", "evidence", "string"},
};
enum {
  LABEL,
  TYPE,
  ALIASES,
  CODE,
  MENTIONS,
  SAME_AS,
  E_LABEL,
  CLASS,
  LEMMA,
  CAMEO,
  POLARITY,
  MODALITY,
  SPEAKER,
  TIME,
  PLACE,
  CONFIDENCE,
  DOCUMENT,
  EVIDENCE
};

/* Appends text as XML 1.0 has it, in an attribute or an element. */
static void
append_escaped(GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (c == '<' || c == '>' || c == '&' || c == '"' || c == '\t' || c == '\n' || c == '\r')
      g_string_append_printf(out, "&#%u;", c);
    else if (c < 0x20 || c == 0xfffe || c == 0xffff)
      g_string_append(out, "\xef\xbf\xbd");
    else
      g_string_append_unichar(out, c);
  }
}

/* Appends a property; nothing where it is NULL or empty. */
static void
append_data(GString *out, int key, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf(out, "   <data key=\"%s\">", keys[key].id);
  append_escaped(out, text);
  g_string_append(out, "</data>\n");
}

/* The strings of an array with a separator between. Owned by the caller. */
static char *
join(const GPtrArray *strings, const char *separator)
{
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < strings->len; i++)
    g_string_append_printf(all, "%s%s", i ? separator : "", (const char *)strings->pdata[i]);
  return g_string_free(all, FALSE);
}

static void
append_actor(GString *out, const KithActor *actor)
{
  g_autofree char *aliases = join(actor->aliases, "; "), *same = join(actor->same_as, " ");
  g_autofree char *mentions = g_strdup_printf("%u", actor->spans->len);
  g_string_append(out, "  <node id=\"");
  append_escaped(out, actor->id);
  g_string_append(out, "\">\n");
  append_data(out, LABEL, actor->label);
  append_data(out, TYPE, kith_actor_type_name(actor->type));
  append_data(out, ALIASES, aliases);
  append_data(out, CODE, actor->code);
  append_data(out, MENTIONS, mentions);
  append_data(out, SAME_AS, same);
  g_string_append(out, "  </node>\n");
}

/* The id of an actor in a relation; NULL for none. */
static const char *
id_of(const KithGraph *graph, guint actor)
{
  return actor == KITH_NONE ? NULL : kith_graph_actor(graph, actor)->id;
}

static void
append_relation(GString *out, const KithGraph *graph, const KithRelation *relation)
{
  const char *const attributes[] = {
      "id", relation->id, "source", id_of(graph, relation->source), "target", id_of(graph, relation->target)};
  g_autoptr(GString) evidence = g_string_new(NULL);
  g_autofree char *confidence = kith_decimal(relation->confidence);
  const char *document = NULL;
  for (guint i = 0; i < relation->evidence->len; i++) {
    const KithEvidence *piece = (const KithEvidence *)relation->evidence->pdata[i];
    document = document ? document : kith_graph_document(graph, piece->document)->id;
    g_string_append_printf(evidence, "%s%s", i ? "\n" : "", piece->text ? piece->text : "");
  }
  g_string_append(out, "  <edge");
  for (gsize i = 0; i < G_N_ELEMENTS(attributes); i += 2) {
    g_string_append_printf(out, " %s=\"", attributes[i]);
    append_escaped(out, attributes[i + 1]);
    g_string_append_c(out, '"');
  }
  g_string_append(out, ">\n");
  append_data(out, E_LABEL, relation->label);
  append_data(out, CLASS, kith_class_name(relation->class));
  append_data(out, LEMMA, relation->lemma);
  append_data(out, CAMEO, relation->cameo);
  append_data(out, POLARITY, kith_polarity_name(relation->polarity));
  append_data(out, MODALITY, kith_modality_name(relation->modality));
  append_data(out, SPEAKER, id_of(graph, relation->attributed_to));
  append_data(out, TIME, relation->time);
  append_data(out, PLACE, id_of(graph, relation->place));
  append_data(out, CONFIDENCE, confidence);
  append_data(out, DOCUMENT, document);
  append_data(out, EVIDENCE, evidence->str);
  g_string_append(out, "  </edge>\n");
}

void
kith_graph_to_graphml(const KithGraph *graph, GString *out)
{
  g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
                       "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                       "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
                       "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    g_string_append_printf(out, " <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
                           keys[i].id, keys[i].of, keys[i].name, keys[i].type);
  g_string_append(out, " <graph id=\"kith\" edgedefault=\"directed\">\n");
  for (guint i = 0; i < graph->actors->len; i++)
    append_actor(out, kith_graph_actor(graph, i));
  for (guint i = 0; i < graph->relations->len; i++)
    append_relation(out, graph, kith_graph_relation(graph, i));
  g_string_append(out, " </graph>\n</graphml>\n");
}
