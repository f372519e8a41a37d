/* What the tests of tests/gold/ share: its cases, the graph of a text, names that mean one actor, and the
 * list of the cases that are known to fail (tests/gold/known.tsv: the file's name without suffix, a tab, the
 * case's id).
 *
 * A test fails where a case fails that is not listed and where a listed one passes, so that neither a loss
 * nor a gain goes unseen. With KITH_GOLD_KNOWN=FILE the test appends the lines of its own list to FILE
 * instead and passes; KITH_GOLD_VERBOSE=1 says what is wrong with each case. */
#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "syntax/analyzer.h"
#include "text/reader.h"
#include "weave/weave.h"

typedef struct {
  KithModel *model;
  KithGazetteer *gazetteer;
  KithLexicon *lexicon;
} Gold;

static inline void
gold_open(Gold *gold)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *model = g_build_filename(g_getenv("KITH_DATA"), "kith-en.model", NULL);
  g_autofree char *gazetteer = g_build_filename(g_getenv("KITH_DATA"), "gazetteer", NULL);
  g_autofree char *lexicon = g_build_filename(g_getenv("KITH_DATA"), "lexicon.tsv", NULL);
  gold->model = kith_model_load(model, &error);
  g_assert_no_error(error);
  gold->gazetteer = kith_gazetteer_load(gazetteer, &error);
  g_assert_no_error(error);
  gold->lexicon = kith_lexicon_load(lexicon, &error);
  g_assert_no_error(error);
}

static inline void
gold_close(Gold *gold)
{
  kith_model_free(gold->model);
  kith_gazetteer_free(gold->gazetteer);
  kith_lexicon_free(gold->lexicon);
}

/* The objects of tests/gold/NAME.jsonl (JsonNode *). */
static inline GPtrArray *
gold_cases(const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *file = g_strconcat(name, ".jsonl", NULL);
  g_autofree char *path = g_test_build_filename(G_TEST_DIST, "gold", file, NULL);
  g_autofree char *text = NULL;
  g_assert_true(g_file_get_contents(path, &text, NULL, &error));
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  GPtrArray *cases = g_ptr_array_new_with_free_func((GDestroyNotify)json_node_unref);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0') {
      JsonNode *node = json_from_string(lines[i], &error);
      g_assert_no_error(error);
      g_ptr_array_add(cases, node);
    }
  return cases;
}

/* The string of a member; NULL where it is null or absent. */
static inline const char *
gold_string(JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member(object, member);
  return node != NULL && JSON_NODE_HOLDS_VALUE(node) ? json_node_get_string(node) : NULL;
}

/* The length of an array member; 0 where it is absent. */
static inline guint
gold_count(JsonObject *object, const char *member)
{
  return json_object_has_member(object, member)
             ? json_array_get_length(json_object_get_array_member(object, member))
             : 0;
}

static inline KithDocument *
gold_document(const char *id, const char *text, const char *date)
{
  g_autoptr(GError) error = NULL;
  KithDocument *document = kith_text_read(id, text, strlen(text), &error);
  g_assert_no_error(error);
  if (date != NULL) {
    g_free(document->date);
    document->date = g_strdup(date);
  }
  return document;
}

static inline KithGraph *
gold_graph(const Gold *gold, const char *id, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDocument) document = gold_document(id, text, NULL);
  KithResources resources = {gold->model, gold->gazetteer, gold->lexicon};
  KithGraph *graph = kith_weave(document, &resources, &error);
  g_assert_no_error(error);
  return graph;
}

/* The words of a name in lower case, without articles, possessives and marks; what follows a preposition is
 * left out. Owned by the caller. */
static inline GPtrArray *
gold_words(const char *name)
{
  g_autofree char *lower = g_utf8_strdown(name, -1);
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  for (char *at = lower; *at != '\0'; at++)
    if (strncmp(at, "\342\200\231", 3) == 0) {
      at[0] = '\'';
      memmove(at + 1, at + 3, strlen(at + 3) + 1);
    }
  g_auto(GStrv) parts = g_strsplit_set(lower, " \t\n,.;:()\"", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    gsize length = strlen(parts[i]);
    if (g_str_has_suffix(parts[i], "'s"))
      parts[i][length - 2] = '\0';
    else if (length > 0 && parts[i][length - 1] == '\'')
      parts[i][length - 1] = '\0';
    if (parts[i][0] == '\0' || strcmp(parts[i], "the") == 0 || strcmp(parts[i], "a") == 0 ||
        strcmp(parts[i], "an") == 0)
      continue;
    if (words->len > 0 &&
        (strcmp(parts[i], "of") == 0 || strcmp(parts[i], "from") == 0 || strcmp(parts[i], "in") == 0 ||
         strcmp(parts[i], "at") == 0 || strcmp(parts[i], "for") == 0))
      break;
    g_ptr_array_add(words, g_strdup(parts[i]));
  }
  return words;
}

/* Whether two names may be one actor's: one's words are the last words of the other's ("Wendy Sherman",
 * "Deputy Secretary Wendy Sherman"; "court", "court in Colombo"). */
static inline gboolean
gold_same_name(const char *a, const char *b)
{
  g_autoptr(GPtrArray) x = gold_words(a);
  g_autoptr(GPtrArray) y = gold_words(b);
  guint n = MIN(x->len, y->len);
  for (guint i = 1; i <= n; i++)
    if (strcmp(g_ptr_array_index(x, x->len - i), g_ptr_array_index(y, y->len - i)) != 0)
      return FALSE;
  return n > 0;
}

/* Whether an actor goes by the name. */
static inline gboolean
gold_is_called(const KithGraph *graph, guint index, const char *name)
{
  if (index == KITH_NONE || name == NULL)
    return FALSE;
  const KithActor *actor = kith_graph_actor(graph, index);
  gboolean same = gold_same_name(actor->label, name);
  for (guint i = 0; i < actor->aliases->len && !same; i++)
    same = gold_same_name(g_ptr_array_index(actor->aliases, i), name);
  return same;
}

/* Whether a relation of the graph is the one given: its ends and, where asked for, its class. */
static inline gboolean
gold_joins(const KithGraph *graph, const KithRelation *relation, JsonObject *given, gboolean class)
{
  const char *source = gold_string(given, "source"), *target = gold_string(given, "target");
  KithClass wanted = KITH_CLASS_OTHER;
  g_assert_true(kith_class_parse(gold_string(given, "class"), &wanted));
  if (class && relation->class != wanted)
    return FALSE;
  if (gold_is_called(graph, relation->source, source) && gold_is_called(graph, relation->target, target))
    return TRUE;
  return (!class || kith_class_is_symmetric(wanted)) && gold_is_called(graph, relation->source, target) &&
         gold_is_called(graph, relation->target, source);
}

static inline gboolean
gold_has_status(const KithRelation *relation, JsonObject *given)
{
  return strcmp(kith_polarity_name(relation->polarity), gold_string(given, "polarity")) == 0 &&
         strcmp(kith_modality_name(relation->modality), gold_string(given, "modality")) == 0;
}

static inline gboolean
gold_verbose(void)
{
  return g_getenv("KITH_GOLD_VERBOSE") != NULL;
}

/* Prints the relations of a graph, for KITH_GOLD_VERBOSE. */
static inline void
gold_print(const KithGraph *graph)
{
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *r = kith_graph_relation(graph, i);
    g_print("#     %s | %s %s %s @%s | %s | %s\n", kith_graph_actor(graph, r->source)->label,
            kith_class_name(r->class), kith_polarity_name(r->polarity), kith_modality_name(r->modality),
            r->attributed_to == KITH_NONE ? "-" : kith_graph_actor(graph, r->attributed_to)->label,
            kith_graph_actor(graph, r->target)->label, r->label);
  }
}

/* Compares the cases that failed (ids, const char *) with those listed as known. */
static inline void
gold_check_known(const char *name, GPtrArray *failed)
{
  const char *write = g_getenv("KITH_GOLD_KNOWN");
  g_autofree char *path = g_test_build_filename(G_TEST_DIST, "gold", "known.tsv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *prefix = g_strconcat(name, "\t", NULL);
  if (write != NULL) {
    FILE *file = fopen(write, "a");
    g_assert_nonnull(file);
    for (guint i = 0; i < failed->len; i++)
      fprintf(file, "%s\t%s\n", name, (const char *)g_ptr_array_index(failed, i));
    g_assert_cmpint(fclose(file), ==, 0);
    return;
  }
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  guint wrong = 0;
  for (guint i = 0; lines[i] != NULL; i++) {
    const char *id = g_str_has_prefix(lines[i], prefix) ? lines[i] + strlen(prefix) : NULL;
    gboolean fails = id == NULL;
    for (guint j = 0; j < failed->len && !fails; j++)
      fails = strcmp(g_ptr_array_index(failed, j), id) == 0;
    if (!fails) {
      g_test_message("%s is listed as known to fail, and passes", id);
      wrong++;
    }
  }
  for (guint j = 0; j < failed->len; j++) {
    g_autofree char *line = g_strconcat(prefix, g_ptr_array_index(failed, j), NULL);
    if (!g_strv_contains((const char *const *)lines, line)) {
      g_test_message("%s fails, and is not listed", (const char *)g_ptr_array_index(failed, j));
      wrong++;
    }
  }
  g_assert_cmpuint(wrong, ==, 0);
}
