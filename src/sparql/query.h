/* What a query says: SPARQL 1.1's algebra, as the parser makes it. All of it lives in the query's arena;
 * lists are linked by next. */
#pragma once

#include "sparql/arena.h"
#include "sparql/terms.h"

typedef struct KithExpression KithExpression;
typedef struct KithNode KithNode;
typedef struct KithPath KithPath;
typedef struct KithPattern KithPattern;
typedef struct KithSelect KithSelect;

/* A place in a pattern or an expression. */
typedef struct {
  gboolean is_variable;
  guint32 index; /* of the variable in a row, or the term's KithId */
} KithSlot;

typedef enum {
  KITH_PATH_LINK,     /* iri */
  KITH_PATH_INVERSE,  /* ^first */
  KITH_PATH_SEQUENCE, /* first / second */
  KITH_PATH_CHOICE,   /* first | second */
  KITH_PATH_REPEAT,   /* first, from none (zero) or one to one or any number (many) */
  KITH_PATH_OTHER,    /* none of the links and inverse links in first, linked by next */
} KithPathKind;

struct KithPath {
  KithPathKind kind;
  KithId iri;
  gboolean zero, many;
  KithPath *first, *second, *next;
};

struct KithPattern {
  KithSlot subject, predicate, object;
  KithPath *path; /* in the place of the predicate; NULL: none */
  KithPattern *next;
};

typedef enum {
  KITH_NODE_PATTERNS,
  KITH_NODE_GROUP, /* children in their order, then filters */
  KITH_NODE_UNION,
  KITH_NODE_OPTIONAL,
  KITH_NODE_MINUS,
  KITH_NODE_GRAPH, /* slot is the graph */
  KITH_NODE_BIND,  /* slot is the variable */
  KITH_NODE_VALUES,
  KITH_NODE_SELECT,
  KITH_NODE_SERVICE,
} KithNodeKind;

/* A row of VALUES: as many terms as there are variables; 0 for UNDEF. */
typedef struct KithDataRow {
  KithId *terms;
  struct KithDataRow *next;
} KithDataRow;

struct KithNode {
  KithNodeKind kind;
  KithNode *children, *next;
  KithPattern *patterns;
  KithExpression *filters; /* of GROUP; of BIND the one expression */
  KithSlot slot;
  guint32 *variables; /* of VALUES */
  guint n_variables;
  KithDataRow *rows;
  KithSelect *select;
  gboolean silent; /* of SERVICE */
  gboolean plain;  /* rows may be handed in to be extended: it means the same as a join with them */
};

typedef enum {
  KITH_OP_SLOT,
  KITH_OP_OR,
  KITH_OP_AND,
  KITH_OP_EQUAL,
  KITH_OP_UNEQUAL,
  KITH_OP_LESS,
  KITH_OP_GREATER,
  KITH_OP_LESS_EQUAL,
  KITH_OP_GREATER_EQUAL,
  KITH_OP_IN,
  KITH_OP_NOT_IN,
  KITH_OP_ADD,
  KITH_OP_SUBTRACT,
  KITH_OP_MULTIPLY,
  KITH_OP_DIVIDE,
  KITH_OP_NOT,
  KITH_OP_NEGATE,
  KITH_OP_EXISTS,
  KITH_OP_NOT_EXISTS,
  KITH_OP_BOUND,
  KITH_OP_IF,
  KITH_OP_COALESCE,
  KITH_OP_CALL, /* function */
} KithOp;

struct KithFunction;

struct KithExpression {
  KithOp op;
  KithSlot slot;
  KithExpression *args, *next;
  const struct KithFunction *function;
  KithNode *node; /* of EXISTS */
};

typedef enum {
  KITH_COUNT,
  KITH_SUM,
  KITH_MIN,
  KITH_MAX,
  KITH_AVG,
  KITH_SAMPLE,
  KITH_GROUP_CONCAT,
  KITH_N_AGGREGATES
} KithAggregateKind;

typedef struct KithAggregate {
  KithAggregateKind kind;
  gboolean distinct;
  KithExpression *of;    /* NULL: COUNT(*) */
  const char *separator; /* of GROUP_CONCAT */
  guint32 variable;      /* where its value goes */
  struct KithAggregate *next;
} KithAggregate;

/* A column of SELECT, a key of GROUP BY: a variable and what it is. */
typedef struct KithColumn {
  guint32 variable;
  KithExpression *expression; /* NULL: just the variable */
  struct KithColumn *next;
} KithColumn;

typedef struct KithOrder {
  KithExpression *by;
  gboolean descending;
  struct KithOrder *next;
} KithOrder;

struct KithSelect {
  gboolean distinct, star, grouped;
  KithColumn *columns;
  KithNode *where; /* a GROUP */
  KithColumn *groups;
  KithAggregate *aggregates;
  KithExpression *having;
  KithOrder *order;
  gint64 limit, offset; /* limit -1: none */
  KithNode *values;     /* of the end of the query */
};

typedef enum { KITH_FORM_SELECT, KITH_FORM_ASK, KITH_FORM_CONSTRUCT, KITH_FORM_DESCRIBE } KithForm;

typedef struct {
  KithArena *arena;
  KithForm form;
  KithSelect select;
  KithPattern *template; /* of CONSTRUCT; its blank nodes are variables that begin with "_:" */
  GArray *described;     /* KithSlot, of DESCRIBE */
  GArray *from, *named;  /* KithId, of FROM and FROM NAMED */
  char *base;            /* NULL: none was given */
  GPtrArray *variables;  /* names; those with no name that can be asked for begin with "_:" */
} KithQuery;

/* Reads a query (UTF-8); the prefixes of kith_prefixes() are declared. KITH_ERROR_USAGE with the byte where
 * it is wrong. Owned by the caller. */
KithQuery *kith_query_parse(const char *text, KithTerms *terms, GError **error);
void kith_query_free(KithQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithQuery, kith_query_free)

/* ---- what can be told of a query without data (scope.c); sets have a place for each variable ---- */

/* Adds the variables that a node can bind. */
void kith_node_visible(const KithNode *node, gboolean *variables);
/* Adds the variables that an expression asks for; those in groups of EXISTS aside. */
void kith_expression_variables(const KithExpression *expression, gboolean *variables);
/* Whether there is an EXISTS in an expression. */
gboolean kith_expression_exists(const KithExpression *expression);
/* Marks the nodes that are plain, in a node and below. n: how many variables there are. */
void kith_node_mark_plain(KithNode *node, guint n);
