#include "draw/page.h"

#include <string.h>

#include "base/iso8601.h"
#include "draw/label.h"
#include "draw/page-assets.h"
#include "graph/json.h"

/* Appends JSON so that it can stand in an element of HTML: what could be markup there is written as \u003c.
 */
static void
append_harmless(GString *out, const char *json)
{
  for (const char *p = json; *p; p++) {
    if (strchr("<>&", *p))
      g_string_append_printf(out, "\\u%04x", (guint)*p);
    else
      g_string_append_c(out, *p);
  }
}

static void
append_classes(GString *out)
{
  g_string_append(out, "{\"types\": [");
  for (guint i = 0; i < KITH_N_ACTOR_TYPES; i++)
    g_string_append_printf(out, "%s\"%s\"", i ? ", " : "", kith_actor_type_name(i));
  g_string_append(out, "],\n\"classes\": {");
  for (guint i = 0; i < KITH_N_CLASSES; i++)
    g_string_append_printf(out, "%s\"%s\": {\"name\": \"%s\", \"family\": \"%s\", \"symmetric\": %s}",
                           i ? ", " : "", kith_class_name(i), kith_class_name(i),
                           kith_family_name(kith_class_family(i)),
                           kith_class_is_symmetric(i) ? "true" : "false");
  g_string_append(out, "},\n");
}

/* The elements of the drawing: which actor, which relations. */
static void
append_elements(GString *out, const KithDrawScene *scene)
{
  g_string_append(out, "\"nodes\": [");
  for (guint i = 0; i < scene->nodes->len; i++) {
    const KithSceneNode *node = kith_draw_scene_node(scene, i);
    g_autofree char *id = g_strconcat("actor-", node->id, NULL);
    g_string_append(out, i ? ", {\"id\": " : "{\"id\": ");
    kith_json_append_string(out, id);
    g_string_append_printf(out, ", \"actor\": %u}", node->actor);
  }
  g_string_append(out, "],\n\"edges\": [");
  for (guint i = 0; i < scene->edges->len; i++) {
    const KithSceneEdge *edge = kith_draw_scene_edge(scene, i);
    g_string_append_printf(out, "%s{\"id\": \"%s\", \"relations\": [", i ? ", " : "", edge->id);
    for (guint k = 0; k < edge->relations->len; k++)
      g_string_append_printf(out, "%s%u", k ? ", " : "", g_array_index(edge->relations, guint, k));
    g_string_append(out, "]}");
  }
  g_string_append(out, "],\n");
}

/* Appends the first and the last day of a time, null for an open end; null for what has no days. */
static void
append_days(GString *out, const char *time)
{
  g_autofree char *first = NULL, *last = NULL;
  if (time == NULL || !kith_time_days(time, &first, &last)) {
    g_string_append(out, "null");
    return;
  }
  g_string_append_c(out, '[');
  kith_json_append_string(out, first);
  g_string_append(out, ", ");
  kith_json_append_string(out, last);
  g_string_append_c(out, ']');
}

/* The days of documents and of relations. */
static void
append_times(GString *out, const KithGraph *graph)
{
  g_string_append(out, "\"documentDays\": [");
  for (guint i = 0; i < graph->documents->len; i++) {
    g_string_append(out, i ? ", " : "");
    append_days(out, kith_graph_document(graph, i)->date);
  }
  g_string_append(out, "],\n\"relationDays\": [");
  for (guint i = 0; i < graph->relations->len; i++) {
    g_string_append(out, i ? ", " : "");
    append_days(out, kith_graph_relation(graph, i)->time);
  }
  g_string_append(out, "],\n");
}

char *
kith_page_data(const KithGraph *graph, const KithDrawScene *scene)
{
  g_autoptr(GString) json = g_string_new(NULL);
  append_classes(json);
  append_elements(json, scene);
  append_times(json, graph);
  g_string_append(json, "\"graph\": ");
  kith_graph_to_json(graph, json);
  g_string_append(json, "}");
  GString *out = g_string_sized_new(json->len + json->len / 16);
  append_harmless(out, json->str);
  return g_string_free(out, FALSE);
}

/* The colours of a theme as CSS variables. */
static void
append_variables(GString *out, const char *selector, KithTheme theme)
{
  const KithThemeStyle *t = kith_style_theme(theme);
  g_string_append_printf(out,
                         "%s{color-scheme:%s;--paper:%s;--ink:%s;--faint:%s;--tie:%s;--line:%s;--wash:%s;"
                         "--focus:%s;--mark:%s;--mark-ink:%s;--mark-soft:%s",
                         selector, t->name, t->paper, t->ink, t->faint, t->tie, t->line, t->wash, t->focus,
                         t->mark, t->mark_ink, t->mark_soft);
  for (guint i = 0; i < KITH_N_ACTOR_TYPES; i++) {
    const KithActorColors *c = &kith_style_actor(i)->colors[theme];
    const char *name = kith_actor_type_name(i);
    g_string_append_printf(out, ";--%s-fill:%s;--%s-border:%s;--%s-text:%s;--%s-faint:%s", name, c->fill,
                           name, c->border, name, c->text, name, c->faint);
  }
  for (guint i = 0; i < KITH_N_FAMILIES; i++)
    g_string_append_printf(out, ";--%s:%s", kith_family_name(i), kith_style_family(i)->colors[theme]);
  g_string_append(out, "}\n");
}

/* What in the drawing takes which of the variables. */
static void
append_rules(GString *out, KithTheme drawn)
{
  for (guint i = 0; i < KITH_N_ACTOR_TYPES; i++) {
    const char *n = kith_actor_type_name(i);
    g_string_append_printf(out,
                           ".node.%s :is(path,polygon,polyline):not([stroke=none]){stroke:var(--%s-border)}\n"
                           ".node.%s :is(path,polygon):not([fill=none]){fill:var(--%s-fill)}\n"
                           ".node.%s text{fill:var(--%s-faint)}\n"
                           ".node.%s text[font-weight=bold]{fill:var(--%s-text)}\n",
                           n, n, n, n, n, n, n, n);
  }
  for (guint i = 0; i < KITH_N_FAMILIES; i++) {
    const char *n = kith_family_name(i);
    g_autofree char *color = g_ascii_strdown(kith_style_family(i)->colors[drawn], -1);
    g_string_append_printf(
        out,
        ".edge.%s :is(path,polygon,ellipse):not([stroke=none]){stroke:var(--%s)}\n"
        ".edge.%s :is(path,polygon,ellipse):not([stroke=none],[fill=none]){fill:var(--%s)}\n"
        ".edge text[fill=\"%s\"]{fill:var(--%s)}\n",
        n, n, n, n, color, n);
  }
}

static char *
page_style(KithTheme drawn)
{
  GString *out = g_string_new("\n");
  append_variables(out, ":root", KITH_THEME_LIGHT);
  append_variables(out, ":root[data-theme=dark]", KITH_THEME_DARK);
  g_string_append(out, "@media (prefers-color-scheme:dark){");
  append_variables(out, ":root:not([data-theme])", KITH_THEME_DARK);
  g_string_append(out, "}\n");
  append_rules(out, drawn);
  g_string_append(out, kith_page_css);
  return g_string_free(out, FALSE);
}

/* "'sha256-...'" of the text of an element. Owned by the caller. */
static char *
source_of(const char *text)
{
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_checksum_update(sum, (const guchar *)text, (gssize)strlen(text));
  g_checksum_get_digest(sum, digest, &length);
  g_autofree char *base64 = g_base64_encode(digest, length);
  return g_strconcat("'sha256-", base64, "'", NULL);
}

/* Text as the content of an element or of an attribute in double quotes. */
static char *
escaped(const char *text)
{
  GString *out = g_string_new(NULL);
  kith_label_append_xml(out, text ? text : "");
  return g_string_free(out, FALSE);
}

typedef struct {
  const char *name, *value;
} Slot;

/* Fills in "{{name}}"; values are taken as they are and not looked at again. */
static void
fill(GString *out, const char *form, const Slot *slots)
{
  for (const char *open; (open = strstr(form, "{{")) != NULL;) {
    const char *close = strstr(open, "}}");
    if (close == NULL)
      break;
    g_string_append_len(out, form, open - form);
    const gsize length = close - open - 2;
    for (const Slot *slot = slots; slot->name; slot++)
      if (strlen(slot->name) == length && strncmp(slot->name, open + 2, length) == 0)
        g_string_append(out, slot->value);
    form = close + 2;
  }
  g_string_append(out, form);
}

void
kith_page_append(GString *out, const KithDrawScene *scene, const char *svg, const char *data)
{
  g_autofree char *style = page_style(scene->theme);
  g_autofree char *script = g_strconcat("\n(() => {\n'use strict';\n\n", kith_page_script, "})();\n", NULL);
  g_autofree char *style_source = source_of(style), *script_source = source_of(script);
  g_autofree char *policy =
      g_strdup_printf("default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'",
                      style_source, script_source);
  g_autofree char *title = escaped(scene->title), *byline = escaped(scene->byline);
  g_autoptr(GString) notes = g_string_new(NULL);
  for (guint i = 0; i < scene->notes->len; i++) {
    g_string_append(notes, i ? " " : "");
    kith_label_append_xml(notes, g_ptr_array_index(scene->notes, i));
  }
  const Slot slots[] = {
      {"policy", policy},    {"title", title}, {"byline", byline}, {"style", style}, {"drawing", svg},
      {"notes", notes->str}, {"data", data},   {"script", script}, {NULL, NULL},
  };
  fill(out, kith_page_html, slots);
}
