/* The bridge from language to graph: a document in, a graph out. */
#pragma once

#include "actor/gazetteer.h"
#include "graph/graph.h"
#include "relation/lexicon.h"
#include "syntax/analyzer.h"
#include "text/document.h"

/* What the stages need; lent. */
typedef struct {
  const KithModel *model;
  const KithGazetteer *gazetteer;
  const KithLexicon *lexicon;
} KithResources;

/* Analyses a document on so many threads, unless its words already have a tree. What comes out does not
 * depend on the number. */
KITH_API void kith_weave_analyze(KithDocument *document, const KithModel *model, guint threads);

/* Analyses a document (unless its words already have a tree) and weaves its graph, sorted. Owned by the
 * caller. */
KITH_API KithGraph *kith_weave(KithDocument *document, const KithResources *resources, GError **error);
