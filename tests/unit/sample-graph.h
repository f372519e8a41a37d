/* A small graph with all that a graph can hold; countries and people are invented. */
#pragma once

#include <string.h>

#include "graph/graph.h"

#define SAMPLE_TEXT                                                                                          \
  "Ada Verne, the foreign minister of Norland, met Bo \"Żółw\" Lind in Eastport on Friday.\r\n"           \
  "Norland did not attack Sudland 🦊. \"We may help Sudland,\" Verne said.\n"

enum { ADA, BO, EASTPORT, NORLAND, SUDLAND };

/* Characters before the first place of words in the sample's text. */
static inline gsize
sample_offset(const char *words)
{
  const char *at = strstr(SAMPLE_TEXT, words);
  g_assert_nonnull(at);
  return (gsize)g_utf8_pointer_to_offset(SAMPLE_TEXT, at);
}

static inline KithActor *
sample_actor(KithGraph *graph, const char *id, const char *label, KithActorType type, const char *mention)
{
  KithActor *actor = kith_actor_new();
  actor->id = g_strdup(id);
  actor->label = g_strdup(label);
  actor->type = type;
  actor->global = kith_id_is_global(id);
  KithMentionSpan span = {0, sample_offset(mention), 0};
  span.end_chars = span.begin_chars + (gsize)g_utf8_strlen(mention, -1);
  g_array_append_val(actor->spans, span);
  g_ptr_array_add(graph->actors, actor);
  return actor;
}

static inline KithRelation *
sample_relation(KithGraph *graph, const char *id, guint source, KithClass class, guint target,
                const char *label, const char *from, const char *to)
{
  KithRelation *relation = kith_relation_new();
  relation->id = g_strdup(id);
  relation->source = source;
  relation->target = target;
  relation->class = class;
  relation->label = g_strdup(label);
  relation->cameo = g_strdup(kith_class_cameo(class));
  relation->confidence = 0.75;
  gsize begin = sample_offset(from), end = sample_offset(to) + (gsize)g_utf8_strlen(to, -1);
  g_autofree char *text = g_utf8_substring(SAMPLE_TEXT, (glong)begin, (glong)end);
  g_ptr_array_add(relation->evidence, kith_evidence_new(0, begin, end, text));
  g_ptr_array_add(graph->relations, relation);
  return relation;
}

/* Sorted and sound; owned by the caller. */
static inline KithGraph *
sample_graph(void)
{
  KithGraph *graph = kith_graph_new();
  KithSource *source = kith_source_new();
  source->id = g_strdup("talks-0123abcd");
  source->title = g_strdup("Talks \"in\" Eastport");
  source->date = g_strdup("2021-10-08");
  source->source = g_strdup("https://news.example/talks?id=1&x=é");
  source->author = g_strdup("A. Writer");
  source->text = g_strdup(SAMPLE_TEXT);
  g_ptr_array_add(graph->documents, source);
  graph->run.tool = g_strdup("kith 0.1.0");
  graph->run.model = g_strdup("1");
  KithActor *ada =
      sample_actor(graph, "talks-0123abcd/ada-verne", "Ada Verne", KITH_ACTOR_PERSON, "Ada Verne");
  g_ptr_array_add(ada->aliases, g_strdup("Verne"));
  g_ptr_array_add(ada->same_as, g_strdup("https://people.example/ada"));
  sample_actor(graph, "talks-0123abcd/bo-\"żółw\"-lind", "Bo \"Żółw\" Lind", KITH_ACTOR_PERSON,
               "Bo \"Żółw\" Lind");
  sample_actor(graph, "talks-0123abcd/eastport", "Eastport", KITH_ACTOR_PLACE, "Eastport");
  sample_actor(graph, "talks-0123abcd/norland", "Norland", KITH_ACTOR_COUNTRY, "Norland")->code =
      g_strdup("NRL");
  sample_actor(graph, "talks-0123abcd/sudland", "Sudland", KITH_ACTOR_COUNTRY, "Sudland");
  KithRelation *met = sample_relation(graph, "talks-0123abcd/consult-44", ADA, KITH_CLASS_CONSULT, BO, "met",
                                      "Ada Verne, the", "Friday.");
  met->lemma = g_strdup("meet");
  met->time = g_strdup("2021-10-08");
  met->place = EASTPORT;
  sample_relation(graph, "talks-0123abcd/role-11", ADA, KITH_CLASS_ROLE, NORLAND, "foreign minister",
                  "Ada Verne, the", "Friday.")
      ->confidence = 1;
  sample_relation(graph, "talks-0123abcd/assault-90", NORLAND, KITH_CLASS_ASSAULT, SUDLAND, "did not attack",
                  "Norland did", "🦊.")
      ->polarity = KITH_NEGATIVE;
  KithRelation *help = sample_relation(graph, "talks-0123abcd/aid-120", NORLAND, KITH_CLASS_AID, SUDLAND,
                                       "may help", "\"We may", "said.");
  help->modality = KITH_POSSIBLE;
  help->attributed_to = ADA;
  help->time = g_strdup("2021-10-08/2021-10-10");
  kith_graph_sort(graph);
  return graph;
}
