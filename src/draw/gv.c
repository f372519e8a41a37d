#include "draw/gv.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "base/error.h"

static GMutex door;
static GString *said;
static agusererrf former;
static locale_t former_locale;

/* Collects what Graphviz says, in pieces. */
static int
listen_to(char *message)
{
  if (said && said->len < 2000)
    g_string_append(said, message);
  return 0;
}

GVC_t *
kith_gv_enter(void)
{
  static GVC_t *context;
  static locale_t plain;
  g_mutex_lock(&door);
  /* numbers are read and written, and case is turned, as in the C locale: for this thread only, and until the
   * door is given back */
  if (plain == (locale_t)0)
    plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  former_locale = uselocale(plain);
  if (context == NULL)
    context = gvContext();
  said = g_string_new(NULL);
  former = agseterrf(listen_to);
  agseterr(AGWARN);
  return context;
}

gboolean
kith_gv_leave(gboolean ok, const char *doing, GError **error)
{
  agseterrf(former);
  uselocale(former_locale);
  if (!ok) {
    g_autofree char *valid = g_utf8_make_valid(said->str, -1);
    g_strdelimit(g_strchomp(valid), "\n", ' ');
    g_set_error(error, KITH_ERROR, KITH_ERROR_OUTPUT, "Graphviz cannot %s the graph%s%s", doing,
                *valid ? ": " : "", valid);
  }
  g_string_free(said, TRUE);
  said = NULL;
  g_mutex_unlock(&door);
  return ok;
}

static int
put(void *channel, const char *text)
{
  g_string_append(channel, text);
  return 0;
}

static int
flush(void *channel)
{
  (void)channel;
  return 0;
}

Agraph_t *
kith_gv_graph(const char *name)
{
  static Agiodisc_t io;
  static Agdisc_t disc;
  io = (Agiodisc_t){AgIoDisc.afread, put, flush};
  disc = (Agdisc_t){&AgMemDisc, &AgIdDisc, &io};
  g_autofree char *copy = g_strdup(name);
  Agraph_t *graph = agopen(copy, Agdirected, &disc);
  agbindrec(graph, (char *)"Agraphinfo_t", sizeof(Agraphinfo_t), TRUE);
  return graph;
}

gboolean
kith_gv_write(Agraph_t *graph, GString *out)
{
  return agwrite(graph, out) == 0;
}

void
kith_gv_set(void *object, const char *name, const char *value)
{
  g_autofree char *key = g_strdup(name), *copy = g_strdup(value), *empty = g_strdup("");
  agsafeset(object, key, copy, empty);
}

void
kith_gv_set_html(void *object, const char *name, const char *html)
{
  g_autofree char *key = g_strdup(name), *empty = g_strdup(""), *copy = g_strdup(html);
  Agraph_t *graph = agraphof(object);
  char *value = agstrdup_html(graph, copy);
  agsafeset(object, key, value, empty);
  agstrfree(graph, value);
}

void
kith_gv_append_number(GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round(value * 100) / 100;
  g_ascii_formatd(buffer, sizeof buffer, "%.2f", rounded == 0 ? 0 : rounded);
  char *end = buffer + strlen(buffer);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  g_string_append(out, buffer);
}

void
kith_gv_set_number(void *object, const char *name, double value)
{
  g_autoptr(GString) text = g_string_new(NULL);
  kith_gv_append_number(text, value);
  kith_gv_set(object, name, text->str);
}

void
kith_gv_default(Agraph_t *graph, int kind, const char *name, const char *value)
{
  g_autofree char *key = g_strdup(name), *copy = g_strdup(value);
  agattr(graph, kind, key, copy);
}
