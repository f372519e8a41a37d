/* A small triple store on the loopback address, for one thread of a test: it keeps the lines that it is sent
 * and answers as it is told. */
#pragma once

#include <gio/gio.h>
#include <string.h>

enum { STORE_DROP = -1, STORE_KEEP_AND_DROP = -2 }; /* no answer: before or after the lines are kept */

typedef struct {
  const int *answers;        /* statuses in turn, ended by 0; then 204 */
  const char *authorization; /* that a request must have; NULL: none */
  GSocketListener *listener;
  GThread *thread;
  GCancellable *stop;
  char *address;       /* "http://127.0.0.1:PORT/store" */
  GHashTable *lines;   /* "graph line", a set */
  GPtrArray *requests; /* "METHOD TARGET TYPE" */
} Store;

/* Reads a request; its head and its body. False at the end of the connection. */
static inline gboolean
store_read(GDataInputStream *in, GString *head, GString *body)
{
  gsize length = 0;
  g_string_truncate(head, 0);
  for (;;) {
    g_autofree char *line = g_data_input_stream_read_line(in, NULL, NULL, NULL);
    if (line == NULL)
      return FALSE;
    if (*g_strchomp(line) == '\0')
      break;
    if (g_ascii_strncasecmp(line, "content-length:", 15) == 0)
      length = (gsize)g_ascii_strtoull(line + 15, NULL, 10);
    g_string_append_printf(head, "%s\n", line);
  }
  g_string_set_size(body, length);
  return g_input_stream_read_all(G_INPUT_STREAM(in), body->str, length, &length, NULL, NULL);
}

/* What a request does to the store. */
static inline void
store_keep(Store *store, const char *method, const char *target, const char *body)
{
  const char *graph = strchr(target, '?') ? strchr(target, '?') + 1 : "update";
  if (strcmp(method, "PUT") == 0 || strstr(body, "CLEAR"))
    g_hash_table_remove_all(store->lines);
  g_auto(GStrv) lines = g_strsplit(body, "\n", -1);
  for (char **line = lines; *line; line++)
    if (g_str_has_suffix(*line, " ."))
      g_hash_table_add(store->lines, g_strdup_printf("%s %s", graph, *line));
}

/* Answers one request; false: the connection ends. */
static inline gboolean
store_answer(Store *store, GOutputStream *out, const char *head, const char *body)
{
  g_auto(GStrv) words = g_strsplit_set(head, " \n", 4);
  const char *type = strstr(head, "Content-Type: ");
  int status = *store->answers ? *store->answers++ : 204;
  if (store->authorization && strstr(head, store->authorization) == NULL)
    status = 401;
  g_ptr_array_add(store->requests, g_strdup_printf("%s %s %.*s", words[0], words[1],
                                                   type ? (int)strcspn(type + 14, "\n;") : 0, type + 14));
  if (status == 204 || status == STORE_KEEP_AND_DROP)
    store_keep(store, words[0], words[1], body);
  if (status < 0)
    return FALSE;
  const char *challenge = status == 401 ? "WWW-Authenticate: Basic realm=\"store\"\r\n" : "";
  g_autofree char *answer =
      g_strdup_printf("HTTP/1.1 %d Answer\r\n%sContent-Length: %d\r\n\r\n%s", status, challenge,
                      status == 204 ? 0 : 8, status == 204 ? "" : "a reason");
  return g_output_stream_write_all(out, answer, strlen(answer), NULL, NULL, NULL);
}

static inline gpointer
store_serve(gpointer data)
{
  Store *store = (Store *)data;
  g_autoptr(GString) head = g_string_new(NULL), body = g_string_new(NULL);
  for (;;) {
    g_autoptr(GSocketConnection) connection =
        g_socket_listener_accept(store->listener, NULL, store->stop, NULL);
    if (connection == NULL)
      return NULL;
    g_autoptr(GDataInputStream) in =
        g_data_input_stream_new(g_io_stream_get_input_stream(G_IO_STREAM(connection)));
    while (store_read(in, head, body) &&
           store_answer(store, g_io_stream_get_output_stream(G_IO_STREAM(connection)), head->str, body->str))
      ;
    g_io_stream_close(G_IO_STREAM(connection), NULL, NULL);
  }
}

/* Starts a store that answers thus (see above). */
static inline Store *
store_start(const int *answers)
{
  Store *store = g_new0(Store, 1);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback(G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) any = g_inet_socket_address_new(loopback, 0), real = NULL;
  store->answers = answers;
  store->listener = g_socket_listener_new();
  store->stop = g_cancellable_new();
  store->lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  store->requests = g_ptr_array_new_with_free_func(g_free);
  g_assert_true(g_socket_listener_add_address(store->listener, any, G_SOCKET_TYPE_STREAM,
                                              G_SOCKET_PROTOCOL_TCP, NULL, &real, NULL));
  store->address = g_strdup_printf("http://127.0.0.1:%u/store",
                                   g_inet_socket_address_get_port(G_INET_SOCKET_ADDRESS(real)));
  store->thread = g_thread_new("store", store_serve, store);
  return store;
}

/* Ends serving; what it holds can be looked at then. */
static inline void
store_stop(Store *store)
{
  if (store->thread == NULL)
    return;
  g_cancellable_cancel(store->stop);
  g_thread_join(g_steal_pointer(&store->thread));
  g_socket_listener_close(store->listener);
}

static inline void
store_free(Store *store)
{
  store_stop(store);
  g_object_unref(store->listener);
  g_object_unref(store->stop);
  g_hash_table_unref(store->lines);
  g_ptr_array_unref(store->requests);
  g_free(store->address);
  g_free(store);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Store, store_free)
