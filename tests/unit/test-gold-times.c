/* tests/gold/times.jsonl: the time of a sentence's main event. */
#include "gold-help.h"

#include "relation/when.h"

/* The time of the sentence's main event: its root, or what is reported at the root. */
static char *
main_time(const KithScene *scene)
{
  for (gint i = 0; i < (gint)scene->n; i++)
    if (kith_scene_head(scene, i) < 0) {
      char *time = kith_when(scene, i);
      gint clause = kith_tree_child(scene->tree, i, KITH_DEP_CCOMP);
      return time == NULL && clause >= 0 ? kith_when(scene, clause) : time;
    }
  return NULL;
}

/* The time that is found for the text; owned by the caller. */
static char *
find_time(const Gold *gold, JsonObject *object)
{
  g_autoptr(KithDocument) document =
      gold_document(gold_string(object, "id"), gold_string(object, "text"), gold_string(object, "date"));
  kith_weave_analyze(document, gold->model, 1);
  g_autoptr(KithEntities) entities = kith_entities_find(document, gold->gazetteer);
  g_autoptr(GPtrArray) claims = g_ptr_array_new();
  for (guint i = 0; i < document->sentences->len; i++) {
    g_autoptr(KithScene) scene = kith_scene_new(document, entities, gold->lexicon, i, claims, NULL);
    char *time = scene != NULL ? main_time(scene) : NULL;
    if (time != NULL)
      return time;
  }
  return NULL;
}

static void
test_times(void)
{
  Gold gold;
  gold_open(&gold);
  g_autoptr(GPtrArray) cases = gold_cases("times");
  g_autoptr(GPtrArray) failed = g_ptr_array_new();
  for (guint i = 0; i < cases->len; i++) {
    JsonObject *object = json_node_get_object(g_ptr_array_index(cases, i));
    g_autofree char *time = find_time(&gold, object);
    gboolean right = g_strcmp0(time, gold_string(object, "time")) == 0;
    if (!right)
      g_ptr_array_add(failed, (gpointer)gold_string(object, "id"));
    if (gold_verbose())
      g_print("# %s %s %s: want %s, got %s: %s\n", right ? "ok" : "WRONG", gold_string(object, "id"),
              gold_string(object, "date"), gold_string(object, "time"), time, gold_string(object, "text"));
  }
  g_print("# times: %u of %u right\n", cases->len - failed->len, cases->len);
  gold_check_known("times", failed);
  gold_close(&gold);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/gold/times", test_times);
  return g_test_run();
}
