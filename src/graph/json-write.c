#include "graph/json.h"

void
kith_json_append_string(GString *out, const char *text)
{
  if (text == NULL) {
    g_string_append(out, "null");
    return;
  }
  g_string_append_c(out, '"');
  const char *from = text;
  for (const char *p = text; *p != '\0'; p++) {
    guchar c = (guchar)*p;
    if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
      continue;
    g_string_append_len(out, from, p - from);
    from = p + 1;
    static const char letters[] = "btn\0fr"; /* from U+0008 */
    if (c == '"' || c == '\\')
      g_string_append_printf(out, "\\%c", c);
    else if (c >= 8 && c <= 13 && letters[c - 8] != '\0')
      g_string_append_printf(out, "\\%c", letters[c - 8]);
    else
      g_string_append_printf(out, "\\u%04x", c);
  }
  g_string_append(out, from);
  g_string_append_c(out, '"');
}

/* ,"key": "text" */
static void
append_field(GString *out, const char *key, const char *text)
{
  g_string_append_printf(out, ", \"%s\": ", key);
  kith_json_append_string(out, text);
}

static void
append_strings(GString *out, const char *key, const GPtrArray *strings)
{
  g_string_append_printf(out, ", \"%s\": [", key);
  for (guint i = 0; i < strings->len; i++) {
    g_string_append(out, i ? ", " : "");
    kith_json_append_string(out, (const char *)strings->pdata[i]);
  }
  g_string_append_c(out, ']');
}

/* {"document": "...", "begin": 1, "end": 2 */
static void
append_span(const KithGraph *graph, guint document, gsize begin, gsize end, GString *out)
{
  g_string_append(out, "{\"document\": ");
  kith_json_append_string(out, kith_graph_document(graph, document)->id);
  g_string_append_printf(out, ", \"begin\": %" G_GSIZE_FORMAT ", \"end\": %" G_GSIZE_FORMAT, begin, end);
}

static void
append_document(const KithSource *source, GString *out)
{
  g_string_append(out, "{\"id\": ");
  kith_json_append_string(out, source->id);
  append_field(out, "title", source->title);
  append_field(out, "date", source->date);
  append_field(out, "source", source->source);
  if (source->author)
    append_field(out, "author", source->author);
  append_field(out, "text", source->text);
  g_string_append_c(out, '}');
}

/* What a document says of an actor; what is empty is left out. */
static void
append_part(const KithGraph *graph, const KithPart *part, GString *out)
{
  g_string_append(out, "{\"id\": ");
  kith_json_append_string(out, part->id);
  append_field(out, "document",
               part->document == KITH_NONE ? NULL : kith_graph_document(graph, part->document)->id);
  append_field(out, "label", part->label);
  append_field(out, "type", kith_actor_type_name(part->type));
  if (part->code)
    append_field(out, "code", part->code);
  append_strings(out, "aliases", part->aliases);
  if (part->same_as->len)
    append_strings(out, "sameAs", part->same_as);
  if (part->why)
    append_field(out, "why", part->why);
  g_string_append_c(out, '}');
}

static void
append_actor(const KithGraph *graph, const KithActor *actor, GString *out)
{
  g_string_append(out, "{\"id\": ");
  kith_json_append_string(out, actor->id);
  append_field(out, "label", actor->label);
  append_field(out, "type", kith_actor_type_name(actor->type));
  if (actor->code)
    append_field(out, "code", actor->code);
  append_strings(out, "aliases", actor->aliases);
  append_strings(out, "sameAs", actor->same_as);
  g_string_append(out, ", \"spans\": [");
  for (guint i = 0; i < actor->spans->len; i++) {
    const KithMentionSpan *span = &g_array_index(actor->spans, KithMentionSpan, i);
    g_string_append(out, i ? ", " : "");
    append_span(graph, span->document, span->begin_chars, span->end_chars, out);
    if (span->why)
      append_field(out, "why", span->why);
    g_string_append_c(out, '}');
  }
  g_string_append_c(out, ']');
  for (guint i = 0; i < actor->parts->len; i++) {
    g_string_append(out, i ? ", " : ", \"parts\": [");
    append_part(graph, (const KithPart *)actor->parts->pdata[i], out);
  }
  g_string_append(out, actor->parts->len ? "]" : "");
  if (actor->close->len)
    append_strings(out, "closeMatch", actor->close);
  g_string_append_c(out, '}');
}

/* The id of an actor, or NULL for KITH_NONE. */
static const char *
actor_id(const KithGraph *graph, guint actor)
{
  return actor == KITH_NONE ? NULL : kith_graph_actor(graph, actor)->id;
}

static void
append_relation(const KithGraph *graph, const KithRelation *relation, GString *out)
{
  g_autofree char *confidence = kith_decimal(relation->confidence);
  g_string_append(out, "{\"id\": ");
  kith_json_append_string(out, relation->id);
  append_field(out, "source", actor_id(graph, relation->source));
  append_field(out, "class", kith_class_name(relation->class));
  append_field(out, "target", actor_id(graph, relation->target));
  append_field(out, "label", relation->label);
  append_field(out, "lemma", relation->lemma);
  append_field(out, "cameo", relation->cameo);
  append_field(out, "polarity", kith_polarity_name(relation->polarity));
  append_field(out, "modality", kith_modality_name(relation->modality));
  append_field(out, "attributedTo", actor_id(graph, relation->attributed_to));
  append_field(out, "time", relation->time);
  append_field(out, "place", actor_id(graph, relation->place));
  g_string_append_printf(out, ", \"confidence\": %s, \"evidence\": [", confidence);
  for (guint i = 0; i < relation->evidence->len; i++) {
    const KithEvidence *evidence = (const KithEvidence *)relation->evidence->pdata[i];
    g_string_append(out, i ? ", " : "");
    append_span(graph, evidence->document, evidence->begin_chars, evidence->end_chars, out);
    append_field(out, "text", evidence->text);
    g_string_append_c(out, '}');
  }
  g_string_append(out, "]}");
}

void
kith_graph_actor_to_json(const KithGraph *graph, guint actor, GString *out)
{
  append_actor(graph, kith_graph_actor(graph, actor), out);
}

void
kith_graph_relation_to_json(const KithGraph *graph, guint relation, GString *out)
{
  append_relation(graph, kith_graph_relation(graph, relation), out);
}

/* Between the items of an array: a line each. */
static void
next_line(GString *out, guint i)
{
  g_string_append(out, i ? ",\n  " : "\n  ");
}

static void
append_run(const KithGraph *graph, GString *out)
{
  const KithRun *run = &graph->run;
  if (graph->base) {
    g_string_append(out, ",\n \"base\": ");
    kith_json_append_string(out, graph->base);
  }
  if (run->tool == NULL && run->model == NULL && run->time == NULL)
    return;
  g_string_append(out, ",\n \"run\": {\"tool\": ");
  kith_json_append_string(out, run->tool);
  append_field(out, "model", run->model);
  append_field(out, "time", run->time);
  g_string_append_c(out, '}');
}

void
kith_graph_to_json(const KithGraph *graph, GString *out)
{
  g_string_append(out, "{\"documents\": [");
  for (guint i = 0; i < graph->documents->len; i++) {
    next_line(out, i);
    append_document(kith_graph_document(graph, i), out);
  }
  g_string_append(out, "],\n \"actors\": [");
  for (guint i = 0; i < graph->actors->len; i++) {
    next_line(out, i);
    append_actor(graph, kith_graph_actor(graph, i), out);
  }
  g_string_append(out, "],\n \"relations\": [");
  for (guint i = 0; i < graph->relations->len; i++) {
    next_line(out, i);
    append_relation(graph, kith_graph_relation(graph, i), out);
  }
  g_string_append_c(out, ']');
  append_run(graph, out);
  g_string_append(out, "}\n");
}
