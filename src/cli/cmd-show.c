/* kith show: all about one actor. */
#include "base/error.h"
#include "cli/commands.h"
#include "cli/inspect.h"
#include "graph/json.h"

/* Appends "Title:" and the relations of the actor that are roles, or those that are not. */
static void
append_relations(const KithGraph *graph, guint actor, gboolean roles, const char *title, GString *out)
{
  guint width = kith_terminal_width();
  gboolean colour = kith_terminal_colour(), any = FALSE;
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *relation = kith_graph_relation(graph, i);
    if ((relation->source != actor && relation->target != actor) ||
        (relation->class == KITH_CLASS_ROLE) != roles)
      continue;
    if (!any)
      g_string_append_printf(out, "\n%s:\n", title);
    any = TRUE;
    kith_relation_print(graph, i, width, colour, out);
  }
}

static void
append_strings(const GPtrArray *strings, const char *title, GString *out)
{
  for (guint i = 0; i < strings->len; i++) {
    g_string_append(out, i ? "; " : title);
    kith_append_styled(out, (const char *)strings->pdata[i], "0", FALSE);
  }
  g_string_append(out, strings->len ? "\n" : "");
}

/* Each mention with its words and why it is this actor; then what showed that documents' actors are one. */
static void
append_reasons(const KithGraph *graph, const KithActor *actor, GString *out)
{
  for (guint i = 0; i < actor->spans->len; i++) {
    const KithMentionSpan *span = &g_array_index(actor->spans, KithMentionSpan, i);
    const KithSource *source = kith_graph_document(graph, span->document);
    gboolean cut = source->text && span->end_chars <= (gsize)g_utf8_strlen(source->text, -1);
    g_autofree char *words =
        cut ? g_utf8_substring(source->text, (glong)span->begin_chars, (glong)span->end_chars)
            : g_strdup("?");
    g_string_append(out, i ? "    \"" : "\nMentions:\n    \"");
    kith_append_styled(out, words, "0", FALSE);
    g_string_append_printf(out, "\" (%s%s%" G_GSIZE_FORMAT ")", graph->documents->len > 1 ? source->id : "",
                           graph->documents->len > 1 ? " " : "", span->begin_chars);
    g_string_append(out, span->why ? ": " : "");
    kith_append_styled(out, span->why ? span->why : "", "0", FALSE);
    g_string_append_c(out, '\n');
  }
  for (guint i = 0; i < actor->parts->len; i++) {
    const KithPart *part = (const KithPart *)actor->parts->pdata[i];
    g_string_append(out, i ? "    " : "\nOne actor of several documents:\n    ");
    kith_append_styled(out, part->id, "0", FALSE);
    g_string_append(out, part->why ? ": " : "");
    kith_append_styled(out, part->why ? part->why : "", "0", FALSE);
    g_string_append_c(out, '\n');
  }
}

static int
print_text(const KithGraph *graph, guint i, gboolean why)
{
  const KithActor *actor = kith_graph_actor(graph, i);
  g_autoptr(GString) out = g_string_new(NULL);
  kith_append_styled(out, actor->label, "1", kith_terminal_colour());
  g_string_append_printf(out, "  %s\n  id: ", kith_actor_type_name(actor->type));
  kith_append_styled(out, actor->id, "0", FALSE);
  g_string_append_c(out, '\n');
  append_strings(actor->aliases, "  also: ", out);
  append_strings(actor->same_as, "  same as: ", out);
  append_strings(actor->close, "  may be: ", out);
  g_string_append_printf(out, "  mentions: %u\n", actor->spans->len);
  if (why)
    append_reasons(graph, actor, out);
  append_relations(graph, i, TRUE, "Roles", out);
  append_relations(graph, i, FALSE, "Relations", out);
  return kith_inspect_print(out);
}

static int
print_json(const KithGraph *graph, guint actor)
{
  g_autoptr(GString) out = g_string_new("{\"actor\": ");
  gboolean any = FALSE;
  kith_graph_actor_to_json(graph, actor, out);
  g_string_append(out, ",\n \"relations\": [");
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *relation = kith_graph_relation(graph, i);
    if (relation->source != actor && relation->target != actor)
      continue;
    g_string_append(out, any ? ",\n  " : "\n  ");
    kith_graph_relation_to_json(graph, i, out);
    any = TRUE;
  }
  g_string_append(out, "]}\n");
  return kith_inspect_print(out);
}

/* The actor's relations as a table. */
static int
print_tsv(const KithGraph *graph, guint actor, const KithInspectOptions *options)
{
  g_autoptr(KithTable) table = kith_relation_table_new(TRUE);
  for (guint i = 0; i < graph->relations->len; i++)
    if (kith_graph_relation(graph, i)->source == actor || kith_graph_relation(graph, i)->target == actor)
      kith_relation_table_add(table, graph, i, TRUE);
  return kith_inspect_print_table(table, options);
}

int
kith_cmd_show(int argc, char **argv)
{
  static gboolean why;
  static KithInspectOptions options;
  static const GOptionEntry entries[] = {
      {"why", 0, 0, G_OPTION_ARG_NONE, &why, "Say of each mention why it is this actor", NULL},
      {NULL},
  };
  GOptionContext *context = g_option_context_new("GRAPH NAME");
  g_option_context_set_summary(context, "Shows one actor: names, roles, relations, each with its sentence.");
  g_option_context_add_main_entries(context, entries, NULL);
  kith_inspect_add_options(context, &options);
  int code;
  g_autoptr(GError) error = NULL;
  g_autoptr(KithGraph) graph = kith_inspect_open(context, 1, &argc, &argv, &options, &code);
  if (graph == NULL)
    return code;
  guint actor = kith_graph_find(graph, argv[2], &error);
  if (actor == KITH_NONE)
    return kith_cli_fail(&error);
  if (options.tsv)
    return print_tsv(graph, actor, &options);
  return options.json ? print_json(graph, actor) : print_text(graph, actor, why);
}
