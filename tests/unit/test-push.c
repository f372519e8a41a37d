/* Pushing to a store: protocols, retries, credentials, and that nothing is doubled or lost. */
#include "base/error.h"
#include "rdf/formats.h"
#include "rdf/push.h"
#include "store.h"

/* 10 statements in the default graph, 5 in a named one, with blank nodes in a cycle. */
static KithStatements *
sample(void)
{
  g_autoptr(GString) text = g_string_new("_:a <x:p> _:b .\n_:b <x:p> _:a .\n");
  g_autoptr(GError) error = NULL;
  for (int i = 0; i < 8; i++)
    g_string_append_printf(text, "<x:s%d> <x:p> \"\\\"%d\\\" } é\"@en .\n", i, i);
  for (int i = 0; i < 5; i++)
    g_string_append_printf(text, "<x:s%d> <x:p> <x:o> <x:g?a&b> .\n", i);
  KithStatements *statements = kith_statements_read("f.nq", text->str, text->len, NULL, &error);
  g_assert_no_error(error);
  kith_statements_sort(statements);
  return statements;
}

/* Pushes the sample; the message of the error, or NULL. Owned by the caller. */
static char *
push_sample(const Store *store, KithPush push)
{
  g_autoptr(KithStatements) statements = sample();
  g_autoptr(GError) error = NULL;
  push.endpoint = store->address;
  push.pause = 1;
  if (push.retries == 0)
    push.netrc = "/dev/null";
  if (kith_push(statements, &push, &error)) {
    g_assert_cmpuint(push.sent, ==, 15);
    return NULL;
  }
  g_assert_error(error, KITH_ERROR, KITH_ERROR_REMOTE);
  return g_strdup(error->message);
}

static const int well[] = {0};

static void
test_protocols(void)
{
  static const struct {
    KithPush push;
    guint n;
    const char *requests[6];
  } cases[] = {
      {{NULL}, 2, {"POST /store?default application/n-triples", "POST /store?graph=x%3Ag%3Fa%26b *"}},
      {{.batch = 4},
       5,
       {"POST /store?default *", "POST /store?default *", "POST /store?default *", "*g%3F*", "*"}},
      {{.graph = "x:one"}, 1, {"POST /store?graph=x%3Aone *"}},
      {{.replace = TRUE, .batch = 8, .graph = "x:one"}, 2, {"PUT /store?graph=x%3Aone *", "POST *"}},
      {{.update = TRUE},
       2,
       {"POST /store application/sparql-update", "POST /store application/sparql-update"}},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Store) store = store_start(well);
    g_autofree char *message = push_sample(store, cases[i].push);
    g_assert_cmpstr(message, ==, NULL);
    store_stop(store);
    g_assert_cmpuint(store->requests->len, ==, cases[i].n);
    g_assert_cmpuint(g_hash_table_size(store->lines), ==, 15);
    for (guint k = 0; k < cases[i].n; k++)
      if (!g_pattern_match_simple(cases[i].requests[k], store->requests->pdata[k]))
        g_test_message("%s", (char *)store->requests->pdata[k]), g_test_fail();
  }
}

/* Busy, gone, and silent after it took all: tried again, and each statement is there once. */
static void
test_retries(void)
{
  static const int troubled[] = {503, STORE_DROP, STORE_KEEP_AND_DROP, 429, 204, STORE_KEEP_AND_DROP, 204,
                                 504, 0};
  for (int update = 0; update < 2; update++) {
    g_autoptr(Store) store = store_start(troubled);
    g_autofree char *message = push_sample(store, (KithPush){.retries = 5, .batch = 4, .update = update});
    g_assert_cmpstr(message, ==, NULL);
    store_stop(store);
    g_assert_cmpuint(store->requests->len, ==, 11);
    g_assert_cmpuint(g_hash_table_size(store->lines), ==, 15);
  }
}

/* A push that ends in the middle says how far it came; the same again makes it whole. */
static void
test_repeated(void)
{
  static const int broken[] = {204, 507, 0};
  g_autoptr(Store) store = store_start(broken);
  g_autofree char *message = push_sample(store, (KithPush){.batch = 4});
  g_assert_nonnull(strstr(message, "4 of 15 statements are in; the same command again doubles none: "));
  g_autofree char *none = push_sample(store, (KithPush){.batch = 7});
  g_assert_cmpstr(none, ==, NULL);
  store_stop(store);
  g_assert_cmpuint(g_hash_table_size(store->lines), ==, 15);
}

static void
test_refused(void)
{
  static const struct {
    int status;
    const char *message;
  } cases[] = {{400, "*: HTTP 400: a reason"},
               {401, "*: HTTP 401: the server wants another name or password*"},
               {301, "*: HTTP 301: the address has moved*"},
               {500, "*: HTTP 500: a reason"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    const int answers[] = {cases[i].status, 0};
    g_autoptr(Store) store = store_start(answers);
    g_autofree char *message = push_sample(store, (KithPush){.retries = 3});
    if (message == NULL || !g_pattern_match_simple(cases[i].message, message))
      g_test_message("%s", message), g_test_fail();
    store_stop(store);
    g_assert_cmpuint(store->requests->len, ==, 1);
  }
  static const int always[] = {503, 503, 503, 503, 0};
  g_autoptr(Store) store = store_start(always);
  g_autofree char *message = push_sample(store, (KithPush){.retries = 3});
  g_assert_nonnull(strstr(message, "HTTP 503: a reason"));
  store_stop(store);
  g_assert_cmpuint(store->requests->len, ==, 4);
}

static void
test_credentials(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *netrc = NULL;
  int fd = g_file_open_tmp("kith-netrc-XXXXXX", &netrc, &error);
  g_assert_no_error(error);
  g_assert_cmpint(write(fd, "machine 127.0.0.1 login ada password s3cret\n", 44), ==, 44);
  close(fd);
  const struct {
    KithPush push;
    const char *header; /* "ada:s3cret" in Base64, or a token */
  } cases[] = {{{.user = "ada", .password = "s3cret"}, "Authorization: Basic YWRhOnMzY3JldA=="},
               {{.netrc = netrc, .retries = 1}, "Authorization: Basic YWRhOnMzY3JldA=="},
               {{.user = "ada", .netrc = netrc, .retries = 1}, "Authorization: Basic YWRhOnMzY3JldA=="},
               {{.token = "abc.def"}, "Authorization: Bearer abc.def"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Store) store = store_start(well);
    store->authorization = cases[i].header;
    g_autofree char *message = push_sample(store, cases[i].push);
    if (message)
      g_test_message("%" G_GSIZE_FORMAT ": %s", i, message), g_test_fail();
    store_stop(store);
    g_assert_cmpuint(g_hash_table_size(store->lines), ==, message ? 0 : 15);
  }
  unlink(netrc);
}

static void
test_usage(void)
{
  static const char *const bad[] = {"",
                                    "store",
                                    "ftp://127.0.0.1/",
                                    "file:///etc/passwd",
                                    "http://a b",
                                    "http:///x#y",
                                    "http://u:secret@127.0.0.1/x",
                                    "http://u@h/x"};
  g_autoptr(KithStatements) statements = sample();
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_autoptr(GError) error = NULL;
    g_assert_false(kith_push(statements, &(KithPush){.endpoint = bad[i]}, &error));
    g_assert_error(error, KITH_ERROR, KITH_ERROR_USAGE);
    g_assert_null(strstr(error->message, "secret"));
  }
  g_autoptr(GError) error = NULL;
  g_assert_false(
      kith_push(statements, &(KithPush){.endpoint = "http://127.0.0.1:9/", .graph = "a b"}, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_USAGE);
  g_clear_error(&error);
  g_assert_false(kith_push(statements,
                           &(KithPush){.endpoint = "http://127.0.0.1:9/", .retries = 1, .pause = 1}, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_REMOTE);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/push/protocols", test_protocols);
  g_test_add_func("/push/retries", test_retries);
  g_test_add_func("/push/repeated", test_repeated);
  g_test_add_func("/push/refused", test_refused);
  g_test_add_func("/push/credentials", test_credentials);
  g_test_add_func("/push/usage", test_usage);
  return g_test_run();
}
