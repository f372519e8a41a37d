/* tests/gold/truth.jsonl: what is denied, what is not actual, and whose statement it is. */
#include "gold-help.h"

typedef struct {
  guint hits, given, wanted;
} Counts;

static double
f1(const Counts *counts)
{
  return counts->given + counts->wanted == 0 ? 0 : 2.0 * counts->hits / (counts->given + counts->wanted);
}

static void
print(const char *what, const Counts *counts)
{
  g_print("# %s: P %.3f R %.3f F1 %.3f (%u of %u given right, %u wanted)\n", what,
          (double)counts->hits / MAX(counts->given, 1), (double)counts->hits / MAX(counts->wanted, 1),
          f1(counts), counts->hits, counts->given, counts->wanted);
}

/* What is judged of a relation. */
typedef gboolean (*Judged)(const KithRelation *relation);
typedef gboolean (*Wanted)(JsonObject *given);

static gboolean
is_negative(const KithRelation *relation)
{
  return relation->polarity == KITH_NEGATIVE;
}

static gboolean
wants_negative(JsonObject *given)
{
  return strcmp(gold_string(given, "polarity"), "negative") == 0;
}

static gboolean
is_not_actual(const KithRelation *relation)
{
  return relation->modality != KITH_ACTUAL;
}

static gboolean
wants_not_actual(JsonObject *given)
{
  return strcmp(gold_string(given, "modality"), "actual") != 0;
}

/* Whether a relation has the value that is judged: the negation, or just this modality. */
static gboolean
agrees(const KithRelation *relation, JsonObject *given, Judged judged)
{
  return judged == is_negative ||
         strcmp(kith_modality_name(relation->modality), gold_string(given, "modality")) == 0;
}

/* The members of both lists that are wanted, as JsonObject *. */
static GPtrArray *
listed(JsonObject *object, Wanted wanted)
{
  GPtrArray *found = g_ptr_array_new();
  static const char *const lists[] = {"relations", "also"};
  for (guint k = 0; k < G_N_ELEMENTS(lists); k++)
    for (guint i = 0; i < gold_count(object, lists[k]); i++) {
      JsonObject *given = json_array_get_object_element(json_object_get_array_member(object, lists[k]), i);
      if (wanted(given))
        g_ptr_array_add(found, given);
    }
  return found;
}

/* Whether some relation of the graph that is judged so is the given one, or a reading of it (the same
 * trigger). */
static gboolean
is_found(const KithGraph *graph, JsonObject *object, JsonObject *given, Judged judged, Wanted wanted,
         gboolean class)
{
  g_autoptr(GPtrArray) readings = listed(object, wanted);
  for (guint i = 0; i < readings->len; i++) {
    JsonObject *reading = g_ptr_array_index(readings, i);
    if (reading != given && strcmp(gold_string(reading, "trigger"), gold_string(given, "trigger")) != 0)
      continue;
    for (guint j = 0; j < graph->relations->len; j++) {
      const KithRelation *relation = kith_graph_relation(graph, j);
      if (judged(relation) && gold_joins(graph, relation, reading, class) &&
          agrees(relation, reading, judged))
        return TRUE;
    }
  }
  return FALSE;
}

static void
count(const KithGraph *graph, JsonObject *object, Judged judged, Wanted wanted, gboolean class,
      Counts *counts)
{
  JsonArray *required = json_object_get_array_member(object, "relations");
  for (guint i = 0; i < json_array_get_length(required); i++) {
    JsonObject *given = json_array_get_object_element(required, i);
    if (!wanted(given))
      continue;
    counts->wanted++;
    if (is_found(graph, object, given, judged, wanted, class)) {
      counts->hits++;
      counts->given++;
    }
  }
  g_autoptr(GPtrArray) readings = listed(object, wanted);
  for (guint j = 0; j < graph->relations->len; j++) {
    const KithRelation *relation = kith_graph_relation(graph, j);
    gboolean right = FALSE;
    for (guint i = 0; i < readings->len && !right; i++)
      right = gold_joins(graph, relation, g_ptr_array_index(readings, i), class) &&
              agrees(relation, g_ptr_array_index(readings, i), judged);
    if (judged(relation) && !right)
      counts->given++;
  }
}

/* Whether a relation of the graph is the given one under the class asked for, with the speaker or with any.
 */
static gboolean
has_speaker(const KithGraph *graph, JsonObject *object, JsonObject *given, gboolean any)
{
  for (guint k = 0; k < 2; k++) {
    const char *list = k == 0 ? "relations" : "also";
    for (guint i = 0; i < gold_count(object, list); i++) {
      JsonObject *reading = json_array_get_object_element(json_object_get_array_member(object, list), i);
      const char *speaker = gold_string(reading, "attributedTo");
      if (strcmp(gold_string(reading, "trigger"), gold_string(given, "trigger")) != 0 ||
          (k == 0 && reading != given))
        continue;
      for (guint j = 0; j < graph->relations->len; j++) {
        const KithRelation *relation = kith_graph_relation(graph, j);
        if (gold_joins(graph, relation, reading, FALSE) &&
            (any || (speaker == NULL ? relation->attributed_to == KITH_NONE
                                     : gold_is_called(graph, relation->attributed_to, speaker))))
          return TRUE;
      }
    }
  }
  return FALSE;
}

/* Whether the case's own point is met: each of its relations that is denied, not actual or somebody's is so
 * in the graph, class aside, and none else is. */
static gboolean
is_right(const KithGraph *graph, JsonObject *object)
{
  Counts negative = {0}, modal = {0};
  count(graph, object, is_negative, wants_negative, FALSE, &negative);
  count(graph, object, is_not_actual, wants_not_actual, FALSE, &modal);
  gboolean right = negative.hits == negative.wanted && negative.given == negative.hits &&
                   modal.hits == modal.wanted && modal.given == modal.hits;
  JsonArray *required = json_object_get_array_member(object, "relations");
  for (guint i = 0; i < json_array_get_length(required) && right; i++) {
    JsonObject *given = json_array_get_object_element(required, i);
    right = has_speaker(graph, object, given, strcmp(gold_string(object, "kind"), "speaker") != 0);
  }
  return right;
}

static void
test_truth(void)
{
  Gold gold;
  gold_open(&gold);
  g_autoptr(GPtrArray) cases = gold_cases("truth");
  g_autoptr(GPtrArray) failed = g_ptr_array_new();
  Counts negative[2] = {{0}}, modal[2] = {{0}}, speaker = {0}, found = {0};
  for (guint i = 0; i < cases->len; i++) {
    JsonObject *object = json_node_get_object(g_ptr_array_index(cases, i));
    const char *id = gold_string(object, "id");
    g_autoptr(KithGraph) graph = gold_graph(&gold, id, gold_string(object, "text"));
    for (guint class = 0; class < 2; class ++) {
      count(graph, object, is_negative, wants_negative, class == 1, &negative[class]);
      count(graph, object, is_not_actual, wants_not_actual, class == 1, &modal[class]);
    }
    JsonArray *required = json_object_get_array_member(object, "relations");
    for (guint j = 0; j < json_array_get_length(required); j++) {
      JsonObject *given = json_array_get_object_element(required, j);
      gboolean seen = has_speaker(graph, object, given, TRUE);
      found.wanted++;
      found.hits += seen;
      if (strcmp(gold_string(object, "kind"), "speaker") == 0 && gold_string(given, "attributedTo") != NULL) {
        speaker.wanted++;
        speaker.given += seen;
        speaker.hits += has_speaker(graph, object, given, FALSE);
      }
    }
    gboolean right = is_right(graph, object);
    if (!right)
      g_ptr_array_add(failed, (gpointer)id);
    if (gold_verbose()) {
      g_print("# %s %s %s\n", right ? "ok" : "WRONG", id, gold_string(object, "text"));
      for (guint j = 0; j < json_array_get_length(required) && !right; j++) {
        JsonObject *r = json_array_get_object_element(required, j);
        g_print("#   want %s | %s %s %s @%s | %s | %s\n", gold_string(r, "source"), gold_string(r, "class"),
                gold_string(r, "polarity"), gold_string(r, "modality"), gold_string(r, "attributedTo"),
                gold_string(r, "target"), gold_string(r, "trigger"));
      }
      if (!right)
        gold_print(graph);
    }
  }
  print("negative, by ends", &negative[0]);
  print("negative, by ends and class", &negative[1]);
  print("not actual, by ends", &modal[0]);
  print("not actual, by ends and class", &modal[1]);
  g_print("# speaker: %u of %u right, %u of the relations are there\n", speaker.hits, speaker.wanted,
          speaker.given);
  g_print("# relations, by ends: %u of %u; cases right: %u of %u\n", found.hits, found.wanted,
          cases->len - failed->len, cases->len);
  gold_check_known("truth", failed);
  gold_close(&gold);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/gold/truth", test_truth);
  return g_test_run();
}
