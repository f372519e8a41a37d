/* The SPARQL engine: libtracker-sparql, with what it lacks and what it shows too much of put right. */
#pragma once

#include "rdf/statements.h"

/* Tracker has properties and classes of its own in these namespaces, with bounds of their own; ours are
 * written with a mark in the namespace. Owned by the caller. */
char *kith_engine_mark(const char *text);
char *kith_engine_unmark(const char *text);

typedef struct KithEngine KithEngine;

/* Loads statements. properties and classes: IRIs that must be known beside those in the statements. Owned by
 * the caller. */
KithEngine *kith_engine_new(const KithStatements *statements, GHashTable *properties, GHashTable *classes,
                            GError **error);
void kith_engine_free(KithEngine *engine);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithEngine, kith_engine_free)

/* Runs a marked query. The columns' names go to row() first, with values NULL; then each row goes to row() as
 * n texts (NULL: unbound), already unmarked, with Tracker's types (TrackerSparqlValueType). */
typedef void (*KithEngineRow)(gpointer data, int n, char **names, char **values, const int *types);
gboolean kith_engine_run(KithEngine *engine, const char *query, KithEngineRow row, gpointer data,
                         GError **error);
