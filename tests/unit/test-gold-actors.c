/* tests/gold/actors.jsonl: who is who in short texts, a test a case. Those listed in tests/gold/known.tsv are
 * expected to fail, and the test fails where one of them passes. */
#include "gold-help.h"

#include "actor/entities.h"

static Gold gold;
static char **known;      /* lines of known.tsv */
static GPtrArray *failed; /* const char *, with KITH_GOLD_KNOWN */

/* A case while it is looked at. */
typedef struct {
  JsonObject *object;
  KithDocument *document;
  KithEntities *entities;
  GString *wrong; /* what is, a line each */
} Case;

static const char *
text_of(const Case *c)
{
  return gold_string(c->object, "text");
}

static gboolean
is_letter(const char *p)
{
  return g_unichar_isalnum(g_utf8_get_char(p));
}

/* Whether the bytes [begin, begin + length) are whole words. */
static gboolean
is_whole(const char *text, gsize begin, gsize length)
{
  if (begin > 0 && is_letter(g_utf8_prev_char(text + begin)) && is_letter(text + begin))
    return FALSE;
  const char *end = text + begin + length;
  return !(*end != '\0' && is_letter(end) && is_letter(g_utf8_prev_char(end)));
}

/* Where "word@n" is; false where it is not. */
static gboolean
find_counted(const char *text, const char *word, gsize length, guint n, KithSpan *span)
{
  for (gsize i = 0; text[i] != '\0'; i++)
    if (g_ascii_strncasecmp(text + i, word, length) == 0 && is_whole(text, i, length) && --n == 0) {
      *span = (KithSpan){i, i + length};
      return TRUE;
    }
  return FALSE;
}

/* Whether a span lies inside a longer mention of any of the case's actors. */
static gboolean
is_in_longer(const Case *c, KithSpan span)
{
  JsonArray *actors = json_object_get_array_member(c->object, "actors");
  for (guint a = 0; a < json_array_get_length(actors); a++) {
    JsonArray *mentions = json_object_get_array_member(json_array_get_object_element(actors, a), "mentions");
    for (guint m = 0; m < json_array_get_length(mentions); m++) {
      const char *other = json_array_get_string_element(mentions, m);
      if (strlen(other) <= span.end - span.begin || strchr(other, '@') != NULL)
        continue;
      for (const char *p = strstr(text_of(c), other); p != NULL; p = strstr(p + 1, other)) {
        gsize begin = (gsize)(p - text_of(c));
        if (begin <= span.begin && begin + strlen(other) >= span.end)
          return TRUE;
      }
    }
  }
  return FALSE;
}

/* The spans that a mention of the annotation means; owned by the caller. */
static GArray *
spans_of(const Case *c, const char *mention)
{
  GArray *spans = g_array_new(FALSE, FALSE, sizeof(KithSpan));
  const char *at = strrchr(mention, '@');
  KithSpan span;
  if (at != NULL) {
    if (find_counted(text_of(c), mention, (gsize)(at - mention), (guint)atoi(at + 1), &span))
      g_array_append_val(spans, span);
    return spans;
  }
  gsize length = strlen(mention);
  /* outside all longer ones, or else inside: the "FAO" of "FAO experts" */
  for (guint inside = 0; inside < 2 && spans->len == 0; inside++)
    for (const char *p = strstr(text_of(c), mention); p != NULL; p = strstr(p + 1, mention)) {
      span = (KithSpan){(gsize)(p - text_of(c)), (gsize)(p - text_of(c)) + length};
      if (is_whole(text_of(c), span.begin, length) && (inside || !is_in_longer(c, span)))
        g_array_append_val(spans, span);
    }
  return spans;
}

/* The word of a sentence that a span's words hang by; KITH_NONE. */
static guint
head_of(const KithWord *words, guint n, KithSpan span)
{
  guint head = KITH_NONE;
  for (guint i = 0; i < n; i++) {
    if (words[i].span.begin < span.begin || words[i].span.end > span.end || words[i].upos == KITH_PUNCT ||
        (words[i].upos == KITH_PART && words[i].deprel == KITH_DEP_CASE))
      continue;
    gboolean outside = words[i].head < 0 || words[words[i].head].span.begin < span.begin ||
                       words[words[i].head].span.end > span.end;
    if (outside && (head == KITH_NONE || words[i].deprel != KITH_DEP_DET))
      head = i;
  }
  return head;
}

/* The entity that kith has at a span; KITH_NONE. */
static guint
entity_at(const Case *c, KithSpan span)
{
  guint best = KITH_NONE;
  for (guint s = 0; s < c->document->sentences->len; s++) {
    const KithSentence *sentence = kith_document_sentence(c->document, s);
    if (sentence->span.end <= span.begin || sentence->span.begin >= span.end)
      continue;
    const KithWord *words = kith_document_words(c->document, sentence);
    guint head = head_of(words, sentence->n_words, span);
    for (guint i = 0; i < c->entities->mentions->len; i++) {
      const KithMention *m = &g_array_index(c->entities->mentions, KithMention, i);
      if (m->sentence != s)
        continue;
      if (m->head == head)
        return m->entity;
      /* a name whose head the tree has elsewhere */
      if (m->kind == KITH_MENTION_NAME && words[m->end - 1].span.end == span.end &&
          words[m->begin].span.begin <= span.begin)
        best = m->entity;
    }
  }
  return best;
}

static void G_GNUC_PRINTF(2, 3) complain(Case *c, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_string_append(c->wrong, "\n#     ");
  g_string_append_vprintf(c->wrong, format, args);
  va_end(args);
}

static const char *
label_of(const Case *c, guint entity)
{
  return entity == KITH_NONE ? "nobody"
                             : ((KithEntity *)g_ptr_array_index(c->entities->entities, entity))->label;
}

/* How many of the case's actors have a mention. */
static guint
owners_of(const Case *c, const char *mention)
{
  JsonArray *actors = json_object_get_array_member(c->object, "actors");
  guint n = 0;
  for (guint a = 0; a < json_array_get_length(actors); a++) {
    JsonArray *mentions = json_object_get_array_member(json_array_get_object_element(actors, a), "mentions");
    for (guint m = 0; m < json_array_get_length(mentions); m++)
      n += strcmp(json_array_get_string_element(mentions, m), mention) == 0;
  }
  return n;
}

/* The entity of an actor's first mention that is found and its own. */
static guint
entity_of(const Case *c, JsonObject *actor)
{
  JsonArray *mentions = json_object_get_array_member(actor, "mentions");
  for (guint m = 0; m < json_array_get_length(mentions); m++) {
    const char *mention = json_array_get_string_element(mentions, m);
    g_autoptr(GArray) spans = spans_of(c, mention);
    guint entity = spans->len > 0 && owners_of(c, mention) == 1
                       ? entity_at(c, g_array_index(spans, KithSpan, 0))
                       : KITH_NONE;
    if (entity != KITH_NONE)
      return entity;
  }
  return KITH_NONE;
}

static gboolean
has_member(const Case *c, guint group, guint member)
{
  if (group == KITH_NONE)
    return FALSE;
  const KithEntity *entity = g_ptr_array_index(c->entities->entities, group);
  for (guint i = 0; i < entity->members->len; i++)
    if (g_array_index(entity->members, guint, i) == member)
      return TRUE;
  return FALSE;
}

/* A mention of several actors: a group that has these members and no others. */
static gboolean
is_group_of(const Case *c, guint group, guint own, guint size)
{
  return has_member(c, group, own) &&
         ((KithEntity *)g_ptr_array_index(c->entities->entities, group))->members->len == size;
}

static void
check_actor(Case *c, JsonObject *actor)
{
  const char *name = gold_string(actor, "name");
  guint own = entity_of(c, actor);
  if (own == KITH_NONE) {
    complain(c, "%s is nobody", name);
    return;
  }
  KithActorType type = ((KithEntity *)g_ptr_array_index(c->entities->entities, own))->type;
  if (strcmp(kith_actor_type_name(type), gold_string(actor, "type")) != 0)
    complain(c, "%s is a %s, not a %s", name, kith_actor_type_name(type), gold_string(actor, "type"));
  JsonArray *mentions = json_object_get_array_member(actor, "mentions");
  for (guint m = 0; m < json_array_get_length(mentions); m++) {
    const char *mention = json_array_get_string_element(mentions, m);
    g_autoptr(GArray) spans = spans_of(c, mention);
    guint owners = owners_of(c, mention);
    if (spans->len == 0)
      g_error("%s: no '%s' in the text", gold_string(c->object, "id"), mention);
    for (guint i = 0; i < spans->len; i++) {
      guint entity = entity_at(c, g_array_index(spans, KithSpan, i));
      if (owners > 1 ? !is_group_of(c, entity, own, owners) : entity != own)
        complain(c, "%s: '%s' is %s", name, mention, label_of(c, entity));
    }
  }
}

static void
check_apart(Case *c)
{
  JsonArray *actors = json_object_get_array_member(c->object, "actors");
  for (guint a = 0; a < json_array_get_length(actors); a++)
    for (guint b = 0; b < a; b++) {
      JsonObject *x = json_array_get_object_element(actors, a), *y = json_array_get_object_element(actors, b);
      guint own = entity_of(c, x);
      if (own != KITH_NONE && own == entity_of(c, y))
        complain(c, "%s and %s are one", gold_string(x, "name"), gold_string(y, "name"));
    }
}

static void
test_case(gconstpointer data)
{
  g_autoptr(GString) wrong = g_string_new(NULL);
  Case c = {.object = json_node_get_object((JsonNode *)data), .wrong = wrong};
  const char *id = gold_string(c.object, "id");
  g_autofree char *line = g_strconcat("actors\t", id, NULL);
  gboolean listed = g_strv_contains((const char *const *)known, line);
  c.document = gold_document(id, text_of(&c), NULL);
  kith_weave_analyze(c.document, gold.model, 1);
  c.entities = kith_entities_find(c.document, gold.gazetteer);
  JsonArray *actors = json_object_get_array_member(c.object, "actors");
  for (guint a = 0; a < json_array_get_length(actors); a++)
    check_actor(&c, json_array_get_object_element(actors, a));
  check_apart(&c);
  if (gold_verbose())
    g_print("# %s %s: %s%s\n", wrong->len > 0 ? "WRONG" : "ok", id, text_of(&c), wrong->str);
  if (wrong->len > 0)
    g_ptr_array_add(failed, (gpointer)id);
  if (g_getenv("KITH_GOLD_KNOWN") == NULL) {
    if (wrong->len > 0 && listed)
      g_test_incomplete("known to fail");
    else if (wrong->len > 0)
      g_error("%s fails, and is not listed:%s", id, wrong->str);
    else if (listed)
      g_error("%s is listed as known to fail, and passes", id);
  }
  kith_entities_free(c.entities);
  kith_document_free(c.document);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_autoptr(GPtrArray) cases = gold_cases("actors");
  g_autofree char *path = g_test_build_filename(G_TEST_DIST, "gold", "known.tsv", NULL);
  g_autofree char *text = NULL;
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  known = g_strsplit(text, "\n", -1);
  failed = g_ptr_array_new();
  gold_open(&gold);
  for (guint i = 0; i < cases->len; i++) {
    JsonNode *node = g_ptr_array_index(cases, i);
    g_autofree char *name = g_strconcat("/gold/actors/", gold_string(json_node_get_object(node), "id"), NULL);
    g_test_add_data_func(name, node, test_case);
  }
  int status = g_test_run();
  g_print("# actors: %u of %u right\n", cases->len - failed->len, cases->len);
  if (g_getenv("KITH_GOLD_KNOWN") != NULL)
    gold_check_known("actors", failed);
  gold_close(&gold);
  g_strfreev(known);
  g_ptr_array_unref(failed);
  return status;
}
