/* Evaluation of what a query says. */
#pragma once

#include "sparql/function.h"
#include "sparql/store.h"

/* A solution: a term for each variable, 0 where it has none. Lives in the arena. */
typedef KithId *KithRow;

typedef struct {
  const KithQuery *query;
  KithTerms *terms;
  KithStore *store;
  KithArena *arena;       /* of rows */
  guint width;            /* of a row */
  const KithScope *scope; /* the graphs that patterns look at */
  GHashTable *named;      /* the graphs that GRAPH can name, of FROM NAMED; NULL: all */
  const KithId *given;    /* the row that EXISTS is asked for; NULL: none */
  KithCalling calling;
  const char *problem; /* what ended the evaluation; NULL: nothing */
} KithEvaluation;

/* Whether there is no room or sense to go on. */
gboolean kith_evaluation_stopped(KithEvaluation *evaluation);

KithRow kith_row_new(const KithEvaluation *evaluation, const KithId *from);

/* ---- expressions (expression.c) ---- */

/* The value of an expression for a row; 0: none, or an error. */
KithId kith_expression_value(KithEvaluation *evaluation, const KithExpression *expression, const KithId *row);
/* Whether a condition holds; whether all of a list do. */
gboolean kith_expression_holds(KithEvaluation *evaluation, const KithExpression *condition,
                               const KithId *row);
gboolean kith_expressions_hold(KithEvaluation *evaluation, const KithExpression *list, const KithId *row);

/* ---- patterns (match.c, path.c) ---- */

/* Extends each row in all ways that the patterns allow. Rows for which one of the conditions is known not to
 * hold are left out, but not all of them. Owned by the caller. */
GPtrArray *kith_match_patterns(KithEvaluation *evaluation, const KithPattern *patterns,
                               const KithExpression *conditions, const GPtrArray *rows);
/* Adds where a path leads to from a node (backwards: from where it leads there), as often as it does: KithId.
 */
void kith_path_ends(KithEvaluation *evaluation, const KithPath *path, KithId from, gboolean backwards,
                    GArray *ends);

/* ---- joins (join.c); rows are owned by the caller ---- */

GPtrArray *kith_join(KithEvaluation *evaluation, const GPtrArray *left, const GPtrArray *right);
/* Rows without a partner for which the conditions hold stay alone. */
GPtrArray *kith_left_join(KithEvaluation *evaluation, const GPtrArray *left, const GPtrArray *right,
                          const KithExpression *conditions);
GPtrArray *kith_minus(KithEvaluation *evaluation, const GPtrArray *left, const GPtrArray *right);

/* ---- nodes (evaluate.c) ---- */

/* All rows of a group or another node, by itself. Owned by the caller. */
GPtrArray *kith_evaluate_node(KithEvaluation *evaluation, const KithNode *node);
/* The row to begin with: what is given. */
KithRow kith_evaluate_unit(KithEvaluation *evaluation);

/* ---- SELECT (select.c) ---- */

/* The rows of a SELECT with what its columns are bound to. Owned by the caller. */
GPtrArray *kith_evaluate_select(KithEvaluation *evaluation, const KithSelect *select);
