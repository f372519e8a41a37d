#include <string.h>

#include "base/error.h"
#include "graph/graph.h"

/* How many candidates an error lists, and how long a name may be for its near misses to be sought. */
enum { MAX_LISTED = 10, MAX_EDIT_CHARS = 64 };

/* Case, compatibility forms, accents and white space aside; "" for what is not UTF-8. Owned by the caller. */
static char *
fold(const char *name)
{
  g_autofree char *plain = g_utf8_normalize(name, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold(plain ? plain : "", -1);
  GString *out = g_string_new(NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (c >= 0x300 && c <= 0x36F)
      continue;
    if (!g_unichar_isspace(c))
      g_string_append_unichar(out, c);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c(out, ' ');
  }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate(out, out->len - 1);
  return g_string_free(out, FALSE);
}

/* Edits (insertions, deletions, substitutions) that make b of a; stops at more than limit. Two rows of the
 * table of Wagner and Fischer (1974). */
static guint
edit_distance(const gunichar *a, glong n, const gunichar *b, glong m, guint limit)
{
  guint rows[2][MAX_EDIT_CHARS + 1];
  for (glong j = 0; j <= m; j++)
    rows[0][j] = (guint)j;
  for (glong i = 1; i <= n; i++) {
    guint *row = rows[i % 2], *above = rows[(i - 1) % 2];
    guint least = row[0] = (guint)i;
    for (glong j = 1; j <= m; j++) {
      row[j] = MIN(above[j - 1] + (a[i - 1] != b[j - 1]), MIN(above[j], row[j - 1]) + 1);
      least = MIN(least, row[j]);
    }
    if (least > limit)
      return least;
  }
  return rows[n % 2][m];
}

/* Whether a name could have been meant by another (both folded): one is in the other, or few edits part them.
 */
static gboolean
is_near(const char *meant, const char *given)
{
  if (*given == '\0' || *meant == '\0')
    return FALSE;
  if (strstr(meant, given) || (strlen(meant) > 3 && strstr(given, meant)))
    return TRUE;
  glong n, m;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast(meant, -1, &n);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast(given, -1, &m);
  if (n > MAX_EDIT_CHARS || m > MAX_EDIT_CHARS || m < 3)
    return FALSE;
  guint limit = m < 6 ? 1 : m < 12 ? 2 : 3;
  return edit_distance(a, n, b, m, limit) <= limit;
}

typedef gboolean (*Match)(const char *meant, const char *given);

static gboolean
is_equal(const char *meant, const char *given)
{
  return strcmp(meant, given) == 0;
}

/* Whether a name (both folded) is made of whole words of another. */
static gboolean
is_part(const char *meant, const char *given)
{
  const gsize length = strlen(given);
  for (const char *at = strstr(meant, given); at; at = strstr(at + 1, given)) {
    gboolean starts = at == meant || !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at)));
    if (starts && !g_unichar_isalnum(g_utf8_get_char(at + length)))
      return TRUE;
  }
  return FALSE;
}

/* The part of an id that names the actor in its document. */
static const char *
short_id(const char *id)
{
  const char *slash = strrchr(id, '/');
  return slash ? slash + 1 : id;
}

enum { BY_LABEL = 1, BY_ALIAS = 2, BY_ID = 4 };

static gboolean
matches(const KithActor *actor, const char *given, int by, Match match)
{
  if (by & BY_LABEL) {
    g_autofree char *label = fold(actor->label);
    if (match(label, given))
      return TRUE;
  }
  if (by & BY_ID) {
    g_autofree char *id = fold(short_id(actor->id));
    if (match(id, given))
      return TRUE;
  }
  for (guint i = 0; (by & BY_ALIAS) && i < actor->aliases->len; i++) {
    g_autofree char *alias = fold((const char *)actor->aliases->pdata[i]);
    if (match(alias, given))
      return TRUE;
  }
  return FALSE;
}

/* Indexes of the actors that match, owned by the caller. */
static GArray *
candidates(const KithGraph *graph, const char *given, int by, Match match)
{
  GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < graph->actors->len; i++)
    if (matches(kith_graph_actor(graph, i), given, by, match))
      g_array_append_val(found, i);
  return found;
}

/* "Label (id), Label (id) and 3 more". */
static char *
list(const KithGraph *graph, const GArray *found)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < found->len && i < MAX_LISTED; i++) {
    const KithActor *actor = kith_graph_actor(graph, g_array_index(found, guint, i));
    g_string_append_printf(out, "%s%s (%s)", i ? ", " : "", actor->label, actor->id);
  }
  if (found->len > MAX_LISTED)
    g_string_append_printf(out, " and %u more", found->len - MAX_LISTED);
  return g_string_free(out, FALSE);
}

/* The actor of an id, its own or one of its parts'; KITH_NONE. */
static guint
by_id(const KithGraph *graph, const char *id)
{
  for (guint i = 0; i < graph->actors->len; i++)
    if (strcmp(kith_graph_actor(graph, i)->id, id) == 0)
      return i;
  for (guint i = 0; i < graph->actors->len; i++) {
    const GPtrArray *parts = kith_graph_actor(graph, i)->parts;
    for (guint k = 0; k < parts->len; k++)
      if (strcmp(((const KithPart *)parts->pdata[k])->id, id) == 0)
        return i;
  }
  return KITH_NONE;
}

guint
kith_graph_find(const KithGraph *graph, const char *name, GError **error)
{
  guint exact = by_id(graph, name);
  if (exact != KITH_NONE)
    return exact;
  g_autofree char *given = fold(name);
  static const struct {
    int by;
    Match match;
  } ways[] = {{BY_LABEL, is_equal}, {BY_ALIAS, is_equal}, {BY_ID, is_equal}, {BY_LABEL | BY_ALIAS, is_part}};
  for (gsize k = 0; k < G_N_ELEMENTS(ways) && *given != '\0'; k++) {
    g_autoptr(GArray) found = candidates(graph, given, ways[k].by, ways[k].match);
    if (found->len == 1)
      return g_array_index(found, guint, 0);
    if (found->len > 1) {
      g_autofree char *listed = list(graph, found);
      g_set_error(error, KITH_ERROR, KITH_ERROR_NAME, "'%s' names %u actors: %s", name, found->len, listed);
      return KITH_NONE;
    }
  }
  g_autoptr(GArray) near = candidates(graph, given, BY_LABEL | BY_ALIAS | BY_ID, is_near);
  g_autofree char *shown = g_utf8_make_valid(name, -1);
  g_autofree char *listed = list(graph, near);
  g_set_error(error, KITH_ERROR, KITH_ERROR_NAME, "no actor is named '%s'%s%s", shown,
              near->len ? "; near it: " : "", listed);
  return KITH_NONE;
}

/* ---- paths ---- */

/* The relations of each actor: those of actor i are list[first[i]] to list[first[i + 1] - 1]. */
typedef struct {
  guint *first;
  guint *list;
} Incidence;

static Incidence
incidence_new(const KithGraph *graph)
{
  guint n = graph->actors->len, m = graph->relations->len;
  Incidence all = {g_new0(guint, (gsize)n + 2), g_new(guint, 2 * (gsize)m + 1)};
  for (guint r = 0; r < m; r++) {
    const KithRelation *relation = kith_graph_relation(graph, r);
    all.first[relation->source + 2]++;
    all.first[relation->target + 2]++;
  }
  for (guint i = 2; i < n + 2; i++)
    all.first[i] += all.first[i - 1];
  for (guint r = 0; r < m; r++) {
    const KithRelation *relation = kith_graph_relation(graph, r);
    all.list[all.first[relation->source + 1]++] = r;
    all.list[all.first[relation->target + 1]++] = r;
  }
  return all;
}

static void
incidence_clear(Incidence *all)
{
  g_free(all->first);
  g_free(all->list);
}

/* The relation by which a breadth-first search from an actor first came to each other one; KITH_NONE where it
 * did not come. Owned by the caller. */
static guint *
search(const KithGraph *graph, const Incidence *all, guint from, guint to)
{
  guint n = graph->actors->len, head = 0, tail = 0;
  guint *by = g_new(guint, n);
  g_autofree guint *queue = g_new(guint, n);
  for (guint i = 0; i < n; i++)
    by[i] = KITH_NONE;
  queue[tail++] = from;
  while (head < tail && by[to] == KITH_NONE) {
    guint at = queue[head++];
    for (guint k = all->first[at]; k < all->first[at + 1]; k++) {
      const KithRelation *relation = kith_graph_relation(graph, all->list[k]);
      guint other = relation->source == at ? relation->target : relation->source;
      if (other == from || by[other] != KITH_NONE)
        continue;
      by[other] = all->list[k];
      queue[tail++] = other;
    }
  }
  return by;
}

GArray *
kith_graph_path(const KithGraph *graph, guint from, guint to)
{
  GArray *path = g_array_new(FALSE, FALSE, sizeof(guint));
  g_return_val_if_fail(from < graph->actors->len && to < graph->actors->len, path);
  if (from == to)
    return path;
  Incidence all = incidence_new(graph);
  g_autofree guint *by = search(graph, &all, from, to);
  incidence_clear(&all);
  for (guint at = to; at != from && by[at] != KITH_NONE;) {
    const KithRelation *relation = kith_graph_relation(graph, by[at]);
    g_array_prepend_val(path, by[at]);
    at = relation->source == at ? relation->target : relation->source;
  }
  return path;
}
