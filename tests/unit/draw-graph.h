/* Graphs to draw, made in code; their countries and people are invented. */
#pragma once

#include "graph/graph.h"

static inline KithGraph *
draw_graph_new(const char *title)
{
  KithGraph *graph = kith_graph_new();
  KithSource *source = kith_source_new();
  source->id = g_strdup("news-00000000");
  source->title = g_strdup(title);
  source->date = g_strdup("2021-10-08");
  source->source = g_strdup("The Eastport Courier");
  source->text = g_strdup("Something was said.");
  g_ptr_array_add(graph->documents, source);
  return graph;
}

static inline guint
draw_actor(KithGraph *graph, const char *id, const char *label, KithActorType type)
{
  KithActor *actor = kith_actor_new();
  actor->id = g_strdup(id);
  actor->label = g_strdup(label);
  actor->type = type;
  g_ptr_array_add(graph->actors, actor);
  return graph->actors->len - 1;
}

static inline KithRelation *
draw_relation(KithGraph *graph, guint source, KithClass class, guint target, const char *label)
{
  KithRelation *relation = kith_relation_new();
  relation->id = g_strdup_printf("r%u", graph->relations->len);
  relation->source = source;
  relation->target = target;
  relation->class = class;
  relation->label = g_strdup(label);
  relation->confidence = 0.9;
  g_ptr_array_add(relation->evidence, kith_evidence_new(0, 0, 9, "Something"));
  g_ptr_array_add(graph->relations, relation);
  return relation;
}

/* What an article gives: two countries, their people, talks, threats. */
static inline KithGraph *
draw_article(void)
{
  KithGraph *graph = draw_graph_new("Norland and Sudland talk about the strait");
  guint norland = draw_actor(graph, "norland", "Norland", KITH_ACTOR_COUNTRY);
  guint sudland = draw_actor(graph, "sudland", "Sudland", KITH_ACTOR_COUNTRY);
  guint verne = draw_actor(graph, "news/ada-verne", "Ada Verne", KITH_ACTOR_PERSON);
  guint lind = draw_actor(graph, "news/bo-lind", "Bo Lind", KITH_ACTOR_PERSON);
  guint fleet =
      draw_actor(graph, "news/fleet", "Sudland's Fleet of the Southern Strait", KITH_ACTOR_ORGANIZATION);
  guint eastport = draw_actor(graph, "eastport", "Eastport", KITH_ACTOR_PLACE);
  guint fishers = draw_actor(graph, "news/fishers", "Norland's fishers", KITH_ACTOR_GROUP);
  draw_actor(graph, "news/courier", "Eastport Courier", KITH_ACTOR_ORGANIZATION);
  draw_relation(graph, verne, KITH_CLASS_ROLE, norland, "foreign minister");
  draw_relation(graph, lind, KITH_CLASS_ROLE, sudland, "president");
  draw_relation(graph, verne, KITH_CLASS_CONSULT, lind, "met");
  draw_relation(graph, lind, KITH_CLASS_THREATEN, norland, "warned of war against")->modality = KITH_POSSIBLE;
  draw_relation(graph, norland, KITH_CLASS_ACCUSE, sudland, "blames");
  draw_relation(graph, sudland, KITH_CLASS_REJECT, norland, "rebuffs");
  draw_relation(graph, norland, KITH_CLASS_CONSULT, sudland, "are talking with");
  draw_relation(graph, fleet, KITH_CLASS_MEMBER, sudland, "Sudland's");
  draw_relation(graph, fleet, KITH_CLASS_COERCE, fishers, "seized")->polarity = KITH_NEGATIVE;
  draw_relation(graph, fishers, KITH_CLASS_MEMBER, norland, "Norland's");
  draw_relation(graph, eastport, KITH_CLASS_LOCATED_IN, norland, "in");
  draw_relation(graph, fishers, KITH_CLASS_PROTEST, fleet, "marched against")->modality = KITH_PLANNED;
  draw_relation(graph, verne, KITH_CLASS_SAY, fishers, "told");
  draw_relation(graph, verne, KITH_CLASS_SAY, fishers, "Told");
  return graph;
}

/* Many actors and relations, the same each time. */
static inline KithGraph *
draw_many(guint n_actors, guint n_relations)
{
  KithGraph *graph = draw_graph_new("Many");
  for (guint i = 0; i < n_actors; i++) {
    g_autofree char *id = g_strdup_printf("actor%u", i), *label = g_strdup_printf("Actor Number %u", i);
    draw_actor(graph, id, label, i % KITH_N_ACTOR_TYPES);
  }
  guint32 random = 1;
  for (guint i = 0; i < n_relations; i++) {
    random = random * 1664525 + 1013904223;
    guint source = (random >> 8) % n_actors;
    random = random * 1664525 + 1013904223;
    guint target = (random >> 8) % n_actors * ((random >> 8) % n_actors) / n_actors;
    if (source != target)
      draw_relation(graph, source, (random >> 16) % KITH_N_CLASSES, target, "does something to");
  }
  return graph;
}
