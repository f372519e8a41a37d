/* Property paths (SPARQL 1.1, 18.4). */
#include "sparql/evaluate.h"

/* The ends of one triple from a node. */
static void
add_links(KithEvaluation *evaluation, KithId predicate, KithId from, gboolean backwards, GArray *ends)
{
  KithTriple triple, open = {backwards ? 0 : from, predicate, backwards ? from : 0};
  KithMatches matches = kith_store_match(evaluation->store, evaluation->scope, &open);
  while (kith_matches_next(&matches, &triple))
    g_array_append_val(ends, *(backwards ? &triple.subject : &triple.object));
}

/* The ends of triples of which the predicate is none of those listed (of the inverse ones among them, if
 * inverse), looked at from the side that backwards says. */
static void
add_others(KithEvaluation *evaluation, const KithPath *list, gboolean inverse, KithId from,
           gboolean backwards, GArray *ends)
{
  KithTriple triple, open = {backwards ? 0 : from, 0, backwards ? from : 0};
  KithMatches matches = kith_store_match(evaluation->store, evaluation->scope, &open);
  while (kith_matches_next(&matches, &triple)) {
    gboolean listed = FALSE;
    for (const KithPath *link = list; link && !listed; link = link->next)
      listed = (link->kind == KITH_PATH_INVERSE) == inverse &&
               (inverse ? link->first : link)->iri == triple.predicate;
    if (!listed)
      g_array_append_val(ends, *(backwards ? &triple.subject : &triple.object));
  }
}

static void
add_not_listed(KithEvaluation *evaluation, const KithPath *list, KithId from, gboolean backwards,
               GArray *ends)
{
  gboolean links = list == NULL, inverses = FALSE;
  for (const KithPath *link = list; link; link = link->next) {
    inverses = inverses || link->kind == KITH_PATH_INVERSE;
    links = links || link->kind != KITH_PATH_INVERSE;
  }
  if (links)
    add_others(evaluation, list, FALSE, from, backwards, ends);
  if (inverses)
    add_others(evaluation, list, TRUE, from, !backwards, ends);
}

/* All nodes that repeats of a path lead to, each once. */
static void
add_repeats(KithEvaluation *evaluation, const KithPath *path, KithId from, gboolean backwards, GArray *ends)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  g_autoptr(GArray) queue = g_array_new(FALSE, FALSE, sizeof(KithId));
  if (path->zero) {
    g_hash_table_add(seen, GUINT_TO_POINTER(from));
    g_array_append_val(ends, from);
  }
  g_array_append_val(queue, from);
  for (guint i = 0; i < queue->len && !kith_evaluation_stopped(evaluation); i++) {
    g_autoptr(GArray) next = g_array_new(FALSE, FALSE, sizeof(KithId));
    kith_path_ends(evaluation, path->first, g_array_index(queue, KithId, i), backwards, next);
    for (guint k = 0; k < next->len; k++) {
      KithId end = g_array_index(next, KithId, k);
      if (!g_hash_table_add(seen, GUINT_TO_POINTER(end)))
        continue;
      g_array_append_val(ends, end);
      if (path->many)
        g_array_append_val(queue, end);
    }
  }
}

void
kith_path_ends(KithEvaluation *evaluation, const KithPath *path, KithId from, gboolean backwards,
               GArray *ends)
{
  switch (path->kind) {
  case KITH_PATH_LINK:
    add_links(evaluation, path->iri, from, backwards, ends);
    return;
  case KITH_PATH_INVERSE:
    kith_path_ends(evaluation, path->first, from, !backwards, ends);
    return;
  case KITH_PATH_CHOICE:
    kith_path_ends(evaluation, path->first, from, backwards, ends);
    kith_path_ends(evaluation, path->second, from, backwards, ends);
    return;
  case KITH_PATH_REPEAT:
    add_repeats(evaluation, path, from, backwards, ends);
    return;
  case KITH_PATH_OTHER:
    add_not_listed(evaluation, path->first, from, backwards, ends);
    return;
  case KITH_PATH_SEQUENCE:
    break;
  }
  g_autoptr(GArray) middle = g_array_new(FALSE, FALSE, sizeof(KithId));
  kith_path_ends(evaluation, backwards ? path->second : path->first, from, backwards, middle);
  for (guint i = 0; i < middle->len && !kith_evaluation_stopped(evaluation); i++)
    kith_path_ends(evaluation, backwards ? path->first : path->second, g_array_index(middle, KithId, i),
                   backwards, ends);
}
