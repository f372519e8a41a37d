/* What the commands that look at a graph share. */
#pragma once

#include "cli/cli.h"
#include "cli/graph-io.h"
#include "cli/table.h"

/* --json and --tsv; both is a usage error. */
typedef struct {
  gboolean json, tsv;
} KithInspectOptions;

/* Adds these options to a command's; they are set when it is parsed, and options must outlive it. */
void kith_inspect_add_options(GOptionContext *context, KithInspectOptions *options);

/* Prints out on standard output and returns the exit code. */
int kith_inspect_print(const GString *out);

/* Prints the table in the form asked for (JSON aside) and returns the exit code. */
int kith_inspect_print_table(const KithTable *table, const KithInspectOptions *options);

/* Fills in the options and reads the one graph that must be named, with n_more arguments after it. NULL:
 * *code is what to return. The context is consumed. */
KithGraph *kith_inspect_open(GOptionContext *context, guint n_more, int *argc, char ***argv,
                             const KithInspectOptions *options, int *code);

/* "negative", "planned", "said by Khan" and so on, parted by commas; "" for what is plainly so. Owned by the
 * caller. */
char *kith_relation_status(const KithGraph *graph, const KithRelation *relation);

/* The day a relation belongs to: its own time, or else its document's; NULL where neither is known. Lent. */
const char *kith_relation_date(const KithGraph *graph, const KithRelation *relation);

/* A table of relations, for people or (tsv) for programs, which get the first sentence too; and a row of it.
 * The table is owned by the caller. */
KithTable *kith_relation_table_new(gboolean tsv);
void kith_relation_table_add(KithTable *table, const KithGraph *graph, guint relation, gboolean tsv);

/* Appends a relation as a line "A -- label --> B  [class, status]" with its sentences below, cut to width. */
void kith_relation_print(const KithGraph *graph, guint relation, guint width, gboolean colour, GString *out);
