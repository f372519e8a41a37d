/* tests/gold/clauses.jsonl: the relations and the open triples of each construction. */
#include "gold-help.h"

#include "relation/triples.h"

/* A word of an expected triple. */
typedef struct {
  char *form;
  gboolean optional;
} Slot;

static void
slot_clear(gpointer data)
{
  g_free(((Slot *)data)->form);
}

static gboolean
is_article(const char *word)
{
  return strcmp(word, "the") == 0 || strcmp(word, "a") == 0 || strcmp(word, "an") == 0;
}

/* Words that a title may be made of, and that may be there or not. */
static gboolean
is_title(const char *word)
{
  static const char *const titles[] = {
      "mr",       "mrs",      "ms",      "dr",      "gen",     "general",   "president",  "prime", "prince",
      "princess", "minister", "senator", "captain", "colonel", "judge",     "king",       "queen", "governor",
      "mayor",    "bishop",   "sheikh",  "deputy",  "chief",   "professor", "ambassador", "sir",   NULL};
  return g_strv_contains(titles, word);
}

/* The words of a text in lower case, marks left out, "'s" by itself. [ and ] enclose optional ones. */
static GArray *
slots(const char *text)
{
  GArray *found = g_array_new(FALSE, FALSE, sizeof(Slot));
  g_array_set_clear_func(found, slot_clear);
  gboolean optional = FALSE;
  g_autofree char *lower = g_utf8_strdown(text, -1);
  for (const char *at = lower; *at != '\0';) {
    if (*at == '[' || *at == ']') {
      optional = *at++ == '[';
      continue;
    }
    gsize length = strcspn(at, " []\t,.;:\"()-");
    if (length == 0) {
      at++;
      continue;
    }
    g_autofree char *word = g_strndup(at, length);
    at += length;
    gsize cut = g_str_has_suffix(word, "'s") && length > 2 ? length - 2 : length;
    if (cut == length && length > 3 && (g_str_has_suffix(word, "n't") || g_str_has_suffix(word, "'re")))
      cut = length - 3;
    if (cut == length && length > 1 && word[length - 1] == '\'')
      cut = length - 1;
    for (gsize from = 0; from < length; from = cut, cut = length) {
      Slot slot = {g_strndup(word + from, cut - from), optional};
      slot.optional |= is_article(slot.form) || is_title(slot.form) || strcmp(slot.form, "'") == 0;
      g_array_append_val(found, slot);
    }
  }
  return found;
}

static const Slot *
slot_at(const GArray *array, guint i)
{
  return &g_array_index(array, Slot, i);
}

/* Whether the words from i on are those expected from j on, optional ones there or not; articles and titles
 * of what is given may be left out too. */
static gboolean
matches(const GArray *given, guint i, guint given_end, const GArray *wanted, guint j, guint wanted_end)
{
  while (i < given_end || j < wanted_end) {
    if (i < given_end && j < wanted_end && strcmp(slot_at(given, i)->form, slot_at(wanted, j)->form) == 0) {
      if (slot_at(wanted, j)->optional && matches(given, i, given_end, wanted, j + 1, wanted_end))
        return TRUE;
      i++;
      j++;
    } else if (j < wanted_end && slot_at(wanted, j)->optional)
      j++;
    else if (i < given_end && (slot_at(given, i)->optional))
      i++;
    else
      return FALSE;
  }
  return TRUE;
}

static gboolean
same_words(const char *given, const char *wanted)
{
  g_autoptr(GArray) a = slots(given);
  g_autoptr(GArray) b = slots(wanted);
  return matches(a, 0, a->len, b, 0, b->len);
}

/* Relation and argument 2, where prepositions and particles at the seam may stand on either side. */
static gboolean
same_rest(const char *relation, const char *object, const char *wanted_relation, const char *wanted_object)
{
  enum { FURTHEST = 3 };
  g_autofree char *all = g_strdup_printf("%s %s", relation, object);
  g_autofree char *wanted_all = g_strdup_printf("%s %s", wanted_relation, wanted_object);
  g_autoptr(GArray) a = slots(all);
  g_autoptr(GArray) b = slots(wanted_all);
  g_autoptr(GArray) a_relation = slots(relation);
  g_autoptr(GArray) b_relation = slots(wanted_relation);
  static const char *const seam[] = {"to",   "in",      "on",    "at",    "of",     "for",   "with",
                                     "from", "by",      "into",  "about", "over",   "out",   "off",
                                     "up",   "down",    "after", "as",    "onto",   "under", "near",
                                     "upon", "against", "away",  "back",  "during", "among", NULL};
  for (gint shift = -FURTHEST; shift <= FURTHEST; shift++) {
    gint cut = (gint)a_relation->len + shift;
    if (cut < 0 || cut > (gint)a->len)
      continue;
    gboolean allowed = TRUE;
    for (gint i = MIN(cut, (gint)a_relation->len); i < MAX(cut, (gint)a_relation->len); i++)
      allowed = allowed && g_strv_contains(seam, slot_at(a, (guint)i)->form);
    if (allowed && matches(a, 0, (guint)cut, b, 0, b_relation->len) &&
        matches(a, (guint)cut, a->len, b, b_relation->len, b->len))
      return TRUE;
  }
  return FALSE;
}

/* Whether a triple with this argument 1 is among those given (lines of kith triples). */
static gboolean
has_triple(char **lines, const char *subject, const char *relation, const char *object)
{
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto(GStrv) columns = g_strsplit(lines[i], "\t", -1);
    if (g_strv_length(columns) >= 4 && same_words(columns[1], subject) &&
        same_rest(columns[2], columns[3], relation, object))
      return TRUE;
  }
  return FALSE;
}

/* The same, or a triple for each of a coordination's members. */
static gboolean
has_triples(char **lines, const char *subject, const char *relation, const char *object)
{
  if (has_triple(lines, subject, relation, object))
    return TRUE;
  g_autofree char *commas = g_strdelimit(g_strdup(subject), ";", ',');
  g_autoptr(GString) list = g_string_new(commas);
  if (g_str_has_prefix(list->str, "Both ")) /* the coordination's, not its first member's */
    g_string_erase(list, 0, (gssize)strlen("Both "));
  g_string_replace(list, " and ", ",", 0);
  g_string_replace(list, " or ", ",", 0);
  g_auto(GStrv) parts = g_strsplit(list->str, ",", -1);
  if (g_strv_length(parts) < 2)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip(parts[i]) != '\0' && !has_triple(lines, parts[i], relation, object))
      return FALSE;
  return TRUE;
}

static guint
count_triples(const Gold *gold, JsonObject *object)
{
  g_autoptr(KithDocument) document =
      gold_document(gold_string(object, "id"), gold_string(object, "text"), NULL);
  kith_weave_analyze(document, gold->model, 1);
  g_autoptr(GString) out = g_string_new(NULL);
  kith_triples_write(document, gold->lexicon, 1, out);
  g_auto(GStrv) lines = g_strsplit(out->str, "\n", -1);
  JsonArray *wanted = json_object_get_array_member(object, "triples");
  guint found = 0;
  for (guint i = 0; i < json_array_get_length(wanted); i++) {
    JsonArray *triple = json_array_get_array_element(wanted, i);
    const char *part[3];
    for (guint k = 0; k < 3; k++)
      part[k] = json_array_get_string_element(triple, k);
    gboolean there = has_triples(lines, part[0], part[1], part[2]);
    found += there;
    if (!there && gold_verbose())
      g_print("#   no triple %s | %s | %s\n", part[0], part[1], part[2]);
  }
  if (gold_verbose() && found < json_array_get_length(wanted))
    for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
      g_print("#     %s\n", lines[i]);
  return found;
}

static gboolean
has_relation(const KithGraph *graph, JsonObject *object, JsonObject *given)
{
  for (guint k = 0; k < 2; k++) {
    const char *list = k == 0 ? "relations" : "also";
    for (guint i = 0; i < gold_count(object, list); i++) {
      JsonObject *reading = json_array_get_object_element(json_object_get_array_member(object, list), i);
      if ((k == 0 && reading != given) ||
          strcmp(gold_string(reading, "trigger"), gold_string(given, "trigger")) != 0)
        continue;
      for (guint j = 0; j < graph->relations->len; j++) {
        const KithRelation *relation = kith_graph_relation(graph, j);
        if (gold_joins(graph, relation, reading, TRUE) && gold_has_status(relation, reading))
          return TRUE;
      }
    }
  }
  return FALSE;
}

static guint
count_relations(const Gold *gold, JsonObject *object)
{
  g_autoptr(KithGraph) graph = gold_graph(gold, gold_string(object, "id"), gold_string(object, "text"));
  JsonArray *wanted = json_object_get_array_member(object, "relations");
  guint found = 0;
  for (guint i = 0; i < json_array_get_length(wanted); i++) {
    JsonObject *given = json_array_get_object_element(wanted, i);
    gboolean there = has_relation(graph, object, given);
    found += there;
    if (!there && gold_verbose())
      g_print("#   no relation %s | %s %s %s | %s | %s\n", gold_string(given, "source"),
              gold_string(given, "class"), gold_string(given, "polarity"), gold_string(given, "modality"),
              gold_string(given, "target"), gold_string(given, "trigger"));
  }
  if (gold_verbose() && found < json_array_get_length(wanted))
    gold_print(graph);
  return found;
}

static void
test_clauses(void)
{
  Gold gold;
  gold_open(&gold);
  g_autoptr(GPtrArray) cases = gold_cases("clauses");
  g_autoptr(GPtrArray) failed = g_ptr_array_new();
  guint relations = 0, all_relations = 0, triples = 0, all_triples = 0, whole_relations = 0,
        whole_triples = 0;
  for (guint i = 0; i < cases->len; i++) {
    JsonObject *object = json_node_get_object(g_ptr_array_index(cases, i));
    const char *id = gold_string(object, "id");
    if (gold_verbose())
      g_print("# == %s %s\n", id, gold_string(object, "text"));
    guint r = count_relations(&gold, object), t = count_triples(&gold, object);
    guint wanted_r = gold_count(object, "relations"), wanted_t = gold_count(object, "triples");
    relations += r;
    all_relations += wanted_r;
    triples += t;
    all_triples += wanted_t;
    whole_relations += r == wanted_r;
    whole_triples += t == wanted_t;
    if (r < wanted_r || t < wanted_t)
      g_ptr_array_add(failed, (gpointer)id);
  }
  g_print("# relations: %u of %u, all of a case's in %u of %u\n", relations, all_relations, whole_relations,
          cases->len);
  g_print("# triples: %u of %u, all of a case's in %u of %u\n", triples, all_triples, whole_triples,
          cases->len);
  g_print("# clauses: %u of %u right\n", cases->len - failed->len, cases->len);
  gold_check_known("clauses", failed);
  gold_close(&gold);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/gold/clauses", test_clauses);
  return g_test_run();
}
