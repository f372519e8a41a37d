#include "text/html.h"

#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "text/reader.h"

/* What a page is made into. */
typedef struct {
  GString *text;
  gboolean space; /* white space is due before the next word */
  guint breaks;   /* line ends are due before it */
} Prose;

static gboolean
is_one_of(const xmlChar *name, const char *const *names)
{
  for (; name != NULL && *names != NULL; names++)
    if (g_ascii_strcasecmp((const char *)name, *names) == 0)
      return TRUE;
  return FALSE;
}

/* Whether an attribute has this value, whatever its case. */
static gboolean
has_value(xmlNode *node, const char *attribute, const char *const *values)
{
  xmlChar *value = xmlGetProp(node, (const xmlChar *)attribute);
  const gboolean has = is_one_of(value, values);
  xmlFree(value);
  return has;
}

/* Whether an element is no prose of the page. */
static gboolean
is_left_out(xmlNode *node)
{
  static const char *const names[] = {"aside",  "audio", "button",   "canvas",   "dialog", "figure",
                                      "footer", "form",  "head",     "iframe",   "input",  "math",
                                      "menu",   "nav",   "noscript", "object",   "script", "select",
                                      "style",  "svg",   "template", "textarea", "video",  NULL};
  static const char *const roles[] = {"alert",  "alertdialog", "banner", "complementary", "contentinfo",
                                      "dialog", "form",        "menu",   "menubar",       "navigation",
                                      "search", "toolbar",     NULL};
  static const char *const yes[] = {"true", NULL};
  return node->type != XML_ELEMENT_NODE || is_one_of(node->name, names) ||
         xmlHasProp(node, (const xmlChar *)"hidden") != NULL || has_value(node, "role", roles) ||
         has_value(node, "aria-hidden", yes);
}

static gboolean
is_block(const xmlNode *node)
{
  static const char *const names[] = {
      "address", "article", "blockquote", "body", "caption", "center", "dd",  "details", "div",
      "dl",      "dt",      "fieldset",   "h1",   "h2",      "h3",     "h4",  "h5",      "h6",
      "header",  "hr",      "li",         "main", "ol",      "p",      "pre", "section", "summary",
      "table",   "tbody",   "td",         "th",   "thead",   "tr",     "ul",  NULL};
  return node->type == XML_ELEMENT_NODE && is_one_of(node->name, names);
}

/* Adds characters with runs of white space as one space. */
static void
add_text(Prose *prose, const xmlChar *content)
{
  g_autofree char *text = g_utf8_make_valid((const char *)content, -1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
    const gunichar c = g_utf8_get_char(p);
    if (g_unichar_isspace(c)) {
      prose->space = TRUE;
      continue;
    }
    if (prose->text->len > 0 && prose->breaks > 0)
      g_string_append(prose->text, prose->breaks > 1 ? "\n\n" : "\n");
    else if (prose->text->len > 0 && prose->space)
      g_string_append_c(prose->text, ' ');
    prose->breaks = 0;
    prose->space = FALSE;
    g_string_append_unichar(prose->text, c);
  }
}

/* The node behind this one in the order of the page that is not in it; on the way up, blocks end. */
static xmlNode *
next_beside(const xmlNode *root, xmlNode *node, Prose *prose)
{
  for (; node != root; node = node->parent) {
    if (is_block(node))
      prose->breaks = 2;
    if (node->next != NULL)
      return node->next;
  }
  return NULL;
}

/* The prose in a node. */
static char *
prose_of(xmlNode *root)
{
  Prose prose = {.text = g_string_new(NULL)};
  static const char *const line_end[] = {"br", NULL};
  for (xmlNode *node = root; node != NULL;) {
    const gboolean is_text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    if (is_text && node->content != NULL)
      add_text(&prose, node->content);
    else if (node->type == XML_ELEMENT_NODE && is_one_of(node->name, line_end))
      prose.breaks = MIN(prose.breaks + 1, 2);
    else if (is_block(node))
      prose.breaks = 2;
    const gboolean inside = !is_text && node->children != NULL && (node == root || !is_left_out(node));
    node = inside ? node->children : next_beside(root, node, &prose);
  }
  return g_string_free(prose.text, FALSE);
}

/* The next element in the order of the page, in this one or behind it. */
static xmlNode *
next_element(xmlNode *node, gboolean into)
{
  do {
    if (into && node->children != NULL)
      node = node->children;
    else {
      while (node != NULL && node->next == NULL)
        node = node->parent;
      node = node != NULL ? node->next : NULL;
      into = TRUE;
    }
  } while (node != NULL && node->type != XML_ELEMENT_NODE);
  return node;
}

/* The prose of the element of this name (or of this role), in no other such, that has the most of it; NULL.
 */
static char *
longest(xmlNode *root, const char *name, const char *role)
{
  const char *const names[] = {name, NULL}, *const roles[] = {role, NULL};
  char *best = NULL;
  gboolean found;
  for (xmlNode *node = root; node != NULL; node = next_element(node, !found)) {
    found = is_one_of(node->name, names) || (role != NULL && has_value(node, "role", roles));
    g_autofree char *text = found ? prose_of(node) : NULL;
    if (found && (best == NULL || strlen(text) > strlen(best))) {
      g_free(best);
      best = g_steal_pointer(&text);
    }
  }
  return best;
}

/* The content of the first meta element whose name or property is one of names and that has some; NULL. */
static char *
meta(xmlNode *root, const char *const *names)
{
  static const char *const element[] = {"meta", NULL};
  for (xmlNode *node = root; node != NULL; node = next_element(node, TRUE))
    if (is_one_of(node->name, element) &&
        (has_value(node, "name", names) || has_value(node, "property", names))) {
      xmlChar *content = xmlGetProp(node, (const xmlChar *)"content");
      char *copy = content != NULL && g_utf8_validate((const char *)content, -1, NULL)
                       ? g_strstrip(g_strdup((const char *)content))
                       : NULL;
      xmlFree(content);
      if (copy != NULL && *copy != '\0')
        return copy;
      g_free(copy);
    }
  return NULL;
}

static void
replace(char **field, char *value)
{
  if (value == NULL)
    return;
  g_free(*field);
  *field = value;
}

/* The day at the start of a date in ISO 8601; NULL for others. Frees date. */
static char *
day_of(char *date)
{
  int year, month, day;
  if (date != NULL && sscanf(date, "%4d-%2d-%2d", &year, &month, &day) == 3 &&
      g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year)) {
    g_free(date);
    return g_strdup_printf("%04d-%02d-%02d", year, month, day);
  }
  g_free(date);
  return NULL;
}

/* What the head of a page says of it. */
static void
read_head(xmlNode *root, KithDocument *document)
{
  static const char *const dates[] = {
      "article:published_time", "date", "datePublished", "dc.date", "dcterms.date", "pubdate", "publish-date",
      "parsely-pub-date",       NULL};
  static const char *const addresses[] = {"og:url", NULL};
  static const char *const authors[] = {"author", NULL};
  char *source = meta(root, addresses);
  if (source != NULL && !g_str_has_prefix(source, "http://") && !g_str_has_prefix(source, "https://"))
    g_clear_pointer(&source, g_free);
  replace(&document->date, day_of(meta(root, dates)));
  replace(&document->source, source);
  if (document->author == NULL)
    document->author = meta(root, authors);
  kith_document_update_id(document);
}

/* The article's text with its title above it. */
static char *
page_text(xmlNode *root, char **title)
{
  static const char *const titles[] = {"og:title", NULL};
  g_autofree char *text = longest(root, "article", NULL);
  if (text == NULL || *text == '\0')
    replace(&text, longest(root, "main", "main"));
  if (text == NULL || *text == '\0')
    replace(&text, longest(root, "body", NULL));
  g_autofree char *heading = longest(root, "h1", NULL);
  *title = meta(root, titles);
  if (heading != NULL && *heading != '\0' &&
      (*title == NULL || strstr(*title, heading) != NULL || (text != NULL && strstr(text, heading) != NULL)))
    replace(title, g_steal_pointer(&heading));
  if (*title == NULL || text == NULL || *text == '\0' || strstr(text, *title) != NULL)
    return g_steal_pointer(&text);
  return g_strconcat(*title, "\n\n", text, NULL);
}

KithDocument *
kith_html_read(const char *name, const char *bytes, gsize length, GError **error)
{
  if (length > G_MAXINT || memchr(bytes, '\0', length) != NULL) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: not HTML: %s", name,
                length > G_MAXINT ? "too long" : "it has NUL bytes");
    return NULL;
  }
  static gsize is_ready;
  if (g_once_init_enter(&is_ready)) { /* pages are read in several threads */
    xmlInitParser();
    g_once_init_leave(&is_ready, 1);
  }
  const char *encoding = g_utf8_validate_len(bytes, length, NULL) ? "UTF-8" : NULL;
  htmlDocPtr page =
      htmlReadMemory(bytes, (int)length, NULL, encoding,
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlNode *root = page != NULL ? xmlDocGetRootElement(page) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = root != NULL ? page_text(root, &title) : NULL;
  KithDocument *document = NULL;
  if (text == NULL || *text == '\0')
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: a page without text", name);
  else
    document = kith_text_read(name, text, strlen(text), error);
  if (document != NULL) {
    replace(&document->title, g_steal_pointer(&title));
    read_head(root, document);
  }
  xmlFreeDoc(page);
  return document;
}
