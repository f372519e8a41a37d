#include "rdf/push.h"

#include <curl/curl.h>
#include <string.h>

#include "base/error.h"
#include "rdf/iri.h"
#include "rdf/lines.h"

enum {
  DEFAULT_BATCH = 10000,
  DEFAULT_TIMEOUT = 60,
  DEFAULT_PAUSE = 500,
  CONNECT_TIMEOUT = 10, /* seconds */
  MAX_PAUSE = 30000,    /* milliseconds */
  MAX_BODY = 8 << 20,   /* bytes of a request, a statement aside */
  MAX_REPLY = 4096      /* bytes of a reply that are kept */
};

typedef struct {
  KithPush *push;
  CURL *curl;
  struct curl_slist *headers;
  char *salt;    /* of the IRIs of blank nodes */
  GString *body; /* of the request that is made */
  GString *reply;
  const KithTerm *replaced; /* the graph that was emptied last; the default graph has no term */
  gboolean any_replaced;
} Sender;

static size_t
keep_reply(char *bytes, size_t size, size_t n, void *data)
{
  GString *reply = (GString *)data;
  gsize room = MAX_REPLY - MIN(reply->len, MAX_REPLY);
  g_string_append_len(reply, bytes, (gssize)MIN(size * n, room));
  return size * n;
}

/* ---- what is sent ---- */

/* A hash of all statements. Owned by the caller. */
static char *
hash_statements(const KithStatements *statements)
{
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
  g_autoptr(GString) line = g_string_new(NULL);
  for (guint i = 0; i < statements->list->len; i++) {
    const KithStatement *s = kith_statement(statements, i);
    g_string_truncate(line, 0);
    kith_lines_append(line, s->subject, s->predicate, s->object, s->graph);
    g_checksum_update(sum, (const guchar *)line->str, (gssize)line->len);
  }
  return g_strndup(g_checksum_get_string(sum), 16);
}

/* Appends a term; a blank node as an IRI. */
static void
append_term(const Sender *sender, const KithTerm *term)
{
  if (term->kind == KITH_TERM_BLANK) {
    g_autofree char *base = g_strdup_printf("urn:kith:genid:%s:", sender->salt);
    g_autofree char *iri = kith_iri_of_id(base, term->value);
    g_string_append_printf(sender->body, "<%s>", iri);
  } else {
    kith_lines_append_term(sender->body, term);
  }
  g_string_append_c(sender->body, ' ');
}

/* The graph's IRI as it is named in the store; NULL: the default graph. Owned by the caller. */
static char *
graph_iri(const Sender *sender, const KithTerm *graph)
{
  if (sender->push->graph)
    return g_strdup(sender->push->graph);
  if (graph == NULL || graph->kind == KITH_TERM_IRI)
    return g_strdup(graph ? graph->value : NULL);
  g_autofree char *base = g_strdup_printf("urn:kith:genid:%s:", sender->salt);
  return kith_iri_of_id(base, graph->value);
}

/* Fills the body with the statements from first on that fit into it and are of one graph; the index after
 * them. */
static guint
fill_body(const Sender *sender, const KithStatements *statements, guint first, const char *graph,
          gboolean replace)
{
  guint batch = sender->push->batch ? sender->push->batch : DEFAULT_BATCH, i = first;
  const KithTerm *of = kith_statement(statements, first)->graph;
  g_string_truncate(sender->body, 0);
  if (sender->push->update && replace && graph)
    g_string_append_printf(sender->body, "CLEAR SILENT GRAPH <%s> ;\n", graph);
  else if (sender->push->update && replace)
    g_string_append(sender->body, "CLEAR SILENT DEFAULT ;\n");
  if (sender->push->update)
    g_string_append(sender->body, "INSERT DATA {\n");
  if (sender->push->update && graph)
    g_string_append_printf(sender->body, "GRAPH <%s> {\n", graph);
  for (; i < statements->list->len && i - first < batch && sender->body->len < MAX_BODY; i++) {
    const KithStatement *s = kith_statement(statements, i);
    if (s->graph != of && sender->push->graph == NULL)
      break;
    append_term(sender, s->subject);
    append_term(sender, s->predicate);
    append_term(sender, s->object);
    g_string_append(sender->body, ".\n");
  }
  if (sender->push->update)
    g_string_append(sender->body, graph ? "}\n}\n" : "}\n");
  return i;
}

/* ---- a request ---- */

/* The endpoint; with the user's name in it where libcurl has to look for its password: it does not for a name
 * that is set apart. Owned by the caller. */
static char *
endpoint_of(const KithPush *push)
{
  if (push->user == NULL || push->password || push->token)
    return g_strdup(push->endpoint);
  g_autoptr(GUri) uri = g_uri_parse(push->endpoint, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *user = g_uri_escape_string(push->user, NULL, FALSE);
  return g_uri_join(G_URI_FLAGS_ENCODED, g_uri_get_scheme(uri), user, g_uri_get_host(uri),
                    g_uri_get_port(uri), g_uri_get_path(uri), g_uri_get_query(uri), NULL);
}

/* The address of a request. Owned by the caller. */
static char *
address_of(const Sender *sender, const char *graph)
{
  g_autofree char *endpoint = endpoint_of(sender->push);
  if (sender->push->update)
    return g_steal_pointer(&endpoint);
  g_autofree char *escaped = graph ? g_uri_escape_string(graph, NULL, FALSE) : NULL;
  return g_strconcat(endpoint, strchr(endpoint, '?') ? "&" : "?", graph ? "graph=" : "default", escaped,
                     NULL);
}

/* Whether the same request may succeed later. */
static gboolean
may_pass(CURLcode result, long status)
{
  switch (result) {
  case CURLE_OK:
    return status == 408 || status == 425 || status == 429 || (status >= 502 && status <= 504);
  case CURLE_COULDNT_CONNECT:
  case CURLE_OPERATION_TIMEDOUT:
  case CURLE_SEND_ERROR:
  case CURLE_RECV_ERROR:
  case CURLE_GOT_NOTHING:
  case CURLE_PARTIAL_FILE:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Waits before try number n (from 1): longer each time, and as long as the server asks for. */
static void
wait_before(const Sender *sender, guint n)
{
  gint64 pause = sender->push->pause ? sender->push->pause : DEFAULT_PAUSE;
  curl_off_t asked = 0;
  pause = MIN(pause << MIN(n - 1, 10), MAX_PAUSE);
  curl_easy_getinfo(sender->curl, CURLINFO_RETRY_AFTER, &asked);
  g_usleep((gulong)MIN(MAX(pause, (gint64)asked * 1000), 2 * MAX_PAUSE) * 1000);
}

/* What the server or the network said, in a line. Owned by the caller. */
static char *
reason_of(const Sender *sender, CURLcode result, long status, const char *message)
{
  if (result != CURLE_OK)
    return g_strdup(*message ? message : curl_easy_strerror(result));
  if (status == 401 || status == 403)
    return g_strdup_printf("HTTP %ld: the server wants another name or password (--user with $KITH_PASSWORD, "
                           "a netrc file, or $KITH_TOKEN)",
                           status);
  if (status >= 300 && status < 400)
    return g_strdup_printf("HTTP %ld: the address has moved; give the new one", status);
  g_autofree char *line = g_utf8_make_valid(sender->reply->str, (gssize)sender->reply->len);
  for (char *p = line; *p != '\0'; p++)
    *p = g_ascii_iscntrl(*p) ? ' ' : *p;
  g_autofree char *first = g_utf8_substring(line, 0, MIN(g_utf8_strlen(line, -1), 300));
  return g_strdup_printf("HTTP %ld%s%s", status, *g_strstrip(first) ? ": " : "", first);
}

/* Sends the body to an address, more than once where that may help. */
static gboolean
send_body(const Sender *sender, const char *address, const char *method, GError **error)
{
  char message[CURL_ERROR_SIZE] = "";
  curl_easy_setopt(sender->curl, CURLOPT_URL, address);
  curl_easy_setopt(sender->curl, CURLOPT_CUSTOMREQUEST, method);
  curl_easy_setopt(sender->curl, CURLOPT_ERRORBUFFER, message);
  curl_easy_setopt(sender->curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)sender->body->len);
  curl_easy_setopt(sender->curl, CURLOPT_POSTFIELDS, sender->body->str);
  for (guint n = 0;;) {
    long status = 0;
    g_string_truncate(sender->reply, 0);
    CURLcode result = curl_easy_perform(sender->curl);
    curl_easy_getinfo(sender->curl, CURLINFO_RESPONSE_CODE, &status);
    if (result == CURLE_OK && status >= 200 && status < 300)
      break;
    if (n < sender->push->retries && may_pass(result, status)) {
      wait_before(sender, ++n);
      continue;
    }
    g_autofree char *reason = reason_of(sender, result, status, message);
    g_set_error(error, KITH_ERROR, KITH_ERROR_REMOTE, "%s: %s", sender->push->endpoint, reason);
    break;
  }
  curl_easy_setopt(sender->curl, CURLOPT_ERRORBUFFER, NULL);
  return error == NULL || *error == NULL;
}

/* ---- the whole ---- */

static void
set_credentials(const Sender *sender)
{
  const KithPush *push = sender->push;
  CURL *curl = sender->curl;
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC | CURLAUTH_DIGEST);
  if (push->token) {
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
    curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, push->token);
    return;
  }
  if (push->password) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, push->user ? push->user : "");
    curl_easy_setopt(curl, CURLOPT_PASSWORD, push->password);
    return;
  }
  curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_OPTIONAL);
  if (push->netrc)
    curl_easy_setopt(curl, CURLOPT_NETRC_FILE, push->netrc);
}

static void
set_up(Sender *sender)
{
  const KithPush *push = sender->push;
  CURL *curl = sender->curl;
  sender->headers =
      curl_slist_append(NULL, push->update ? "Content-Type: application/sparql-update; charset=utf-8"
                                           : "Content-Type: application/n-triples");
  sender->headers = curl_slist_append(sender->headers, "Expect:");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, sender->headers);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_TIMEOUT);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)(push->timeout ? push->timeout : DEFAULT_TIMEOUT));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep_reply);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, sender->reply);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "kith");
  if (push->ca_file)
    curl_easy_setopt(curl, CURLOPT_CAINFO, push->ca_file);
  set_credentials(sender);
}

/* Whether the graph has not been emptied yet and must be; it is noted. */
static gboolean
must_replace(Sender *sender, const KithTerm *graph)
{
  if (!sender->push->replace || (sender->any_replaced && (sender->push->graph || sender->replaced == graph)))
    return FALSE;
  sender->any_replaced = TRUE;
  sender->replaced = graph;
  return TRUE;
}

static gboolean
send_all(Sender *sender, const KithStatements *statements, GError **error)
{
  for (guint i = 0, last; i < statements->list->len; i = last) {
    const KithTerm *of = kith_statement(statements, i)->graph;
    gboolean replace = must_replace(sender, of);
    g_autofree char *graph = graph_iri(sender, of);
    g_autofree char *address = address_of(sender, graph);
    last = fill_body(sender, statements, i, graph, replace);
    if (!send_body(sender, address, replace && !sender->push->update ? "PUT" : "POST", error))
      return FALSE;
    sender->push->sent += last - i;
    sender->push->requests++;
  }
  return TRUE;
}

static gboolean
check_options(const KithPush *push, GError **error)
{
  g_autoptr(GUri) uri = g_uri_parse(push->endpoint, G_URI_FLAGS_HAS_PASSWORD, NULL);
  const char *scheme = uri ? g_uri_get_scheme(uri) : "", *problem = NULL;
  if ((strcmp(scheme, "http") != 0 && strcmp(scheme, "https") != 0) || !kith_iri_is_valid(push->endpoint))
    problem = "is no address of a store: http: or https:";
  else if (g_uri_get_userinfo(uri))
    problem = "holds a name or password, which the history of a command line would keep: see --user";
  else if (g_uri_get_fragment(uri))
    problem = "has a fragment, which no server sees";
  if (problem) {
    g_autofree char *shown = uri ? g_uri_to_string_partial(uri, G_URI_HIDE_USERINFO) : NULL;
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "'%s' %s", shown ? shown : push->endpoint, problem);
  } else if (push->graph && !kith_iri_is_valid(push->graph)) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE, "--graph: '%s' is no IRI", push->graph);
    return FALSE;
  }
  return problem == NULL;
}

gboolean
kith_push(const KithStatements *statements, KithPush *push, GError **error)
{
  g_autoptr(GString) body = g_string_new(NULL), reply = g_string_new(NULL);
  g_autofree char *salt = hash_statements(statements);
  GError *local = NULL;
  push->sent = push->requests = 0;
  if (!check_options(push, error))
    return FALSE;
  Sender sender = {push, curl_easy_init(), NULL, salt, body, reply, NULL, FALSE};
  if (sender.curl == NULL) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_REMOTE, "libcurl does not start");
    return FALSE;
  }
  set_up(&sender);
  gboolean ok = send_all(&sender, statements, &local);
  curl_easy_cleanup(sender.curl);
  curl_slist_free_all(sender.headers);
  if (ok)
    return TRUE;
  if (push->sent > 0)
    g_prefix_error(&local,
                   "%" G_GUINT64_FORMAT " of %u statements are in; the same command again doubles none: ",
                   push->sent, statements->list->len);
  g_propagate_error(error, local);
  return FALSE;
}
