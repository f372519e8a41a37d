/* Statements into a triple store: SPARQL 1.1 Graph Store HTTP Protocol and SPARQL 1.1 Update. */
#pragma once

#include "rdf/statements.h"

typedef struct {
  const char *endpoint;        /* http: or https:, without a name and password in it */
  const char *graph;           /* IRI of the graph that all goes into; NULL: each statement into its own */
  gboolean update;             /* by SPARQL Update; else by the Graph Store Protocol */
  gboolean replace;            /* what the graphs hold goes first */
  guint batch;                 /* statements a request, at most; 0: 10,000 */
  guint timeout;               /* seconds for one request; 0: 60 */
  guint retries;               /* how often a request is tried again that may yet succeed */
  guint pause;                 /* milliseconds before the first retry, doubled for each further; 0: 500 */
  const char *user, *password; /* NULL: what a netrc file has for the host */
  const char *netrc;           /* that file; NULL: ~/.netrc */
  const char *token;           /* sent as a bearer's; NULL: none */
  const char *ca_file;         /* certificates trusted instead of the system's; NULL */
  guint64 sent;                /* out: statements that the server has taken */
  guint requests;              /* out: requests that it has answered well */
} KithPush;

/* Sends all statements, batch by batch. Nothing that is sent again is doubled: statements are a set, and
 * blank nodes go as IRIs made of their names and a hash of the whole, so that the same file gives the same.
 * False and a KITH_ERROR_REMOTE that says how far it came; KITH_ERROR_USAGE for an endpoint or graph that is
 * none. */
gboolean kith_push(const KithStatements *statements, KithPush *push, GError **error);
