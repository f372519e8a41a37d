#include "rdf/rewrite.h"

#include <string.h>

#include "base/error.h"
#include "rdf/engine.h"
#include "rdf/vocabulary.h"

typedef enum { WORD, VAR, IRI, NAME, BLANK, STRING, NUMBER, PUNCT, END } Kind;

typedef struct {
  Kind kind;
  gsize begin, end; /* in the query */
  char *text;       /* what is written instead; owned */
} Token;

typedef struct {
  const char *query;
  GArray *tokens; /* Token, the last one END */
  GHashTable *prefixes;
} Lexer;

static void
clear_token(gpointer data)
{
  g_free(((Token *)data)->text);
}

static const Token *
token_at(const Lexer *lexer, guint i)
{
  return &g_array_index(lexer->tokens, Token, MIN(i, lexer->tokens->len - 1));
}

static gboolean
is_word(const Lexer *lexer, guint i, const char *word)
{
  const Token *token = token_at(lexer, i);
  gsize n = strlen(word);
  return token->kind == WORD && token->end - token->begin == n &&
         g_ascii_strncasecmp(lexer->query + token->begin, word, n) == 0;
}

static gboolean
is_punct(const Lexer *lexer, guint i, char c)
{
  const Token *token = token_at(lexer, i);
  return token->kind == PUNCT && token->end == token->begin + 1 && lexer->query[token->begin] == c;
}

/* ---- tokens ---- */

/* Where an IRI in angle brackets ends; NULL where p is a mere less-than. */
static const char *
iri_end(const char *p)
{
  for (p++; *p != '\0' && (guchar)*p > ' ' && strchr("<\"{}|^`\\", *p) == NULL; p++)
    if (*p == '>')
      return p + 1;
  return NULL;
}

/* Where a string ends, with its quotes of one or three; the end of the text where it is not closed. */
static const char *
string_end(const char *p)
{
  const char quote[4] = {*p, *p, *p, '\0'};
  gboolean three = strncmp(p, quote, 3) == 0;
  for (p += three ? 3 : 1; *p != '\0'; p++) {
    if (*p == '\\' && p[1] != '\0')
      p++;
    else if (strncmp(p, quote, three ? 3 : 1) == 0)
      return p + (three ? 3 : 1);
  }
  return p;
}

static gboolean
is_name_char(const char *p)
{
  return (guchar)*p >= 0x80 || g_ascii_isalnum(*p) || *p == '_' || *p == '-';
}

/* Where a prefixed name ends that has its colon at p. */
static const char *
name_end(const char *p)
{
  const char *end = ++p;
  while (is_name_char(p) || (*p != '\0' && strchr(".:%", *p)) || (*p == '\\' && p[1] != '\0')) {
    p += *p == '\\' ? 2 : 1;
    if (p[-1] != '.')
      end = p;
  }
  return end;
}

static const char *
skip_word(const char *p)
{
  while (is_name_char(p) || (*p == '.' && is_name_char(p + 1)))
    p++;
  return p;
}

/* The kind of the token at p and its end. */
static Kind
next_token(const char *p, const char **end)
{
  const char *stop = skip_word(p);
  *end = p + 1;
  if (*p == '<' && iri_end(p)) {
    *end = iri_end(p);
    return IRI;
  }
  if (*p == '"' || *p == '\'') {
    *end = string_end(p);
    return STRING;
  }
  if ((*p == '?' || *p == '$') && is_name_char(p + 1)) {
    for (*end = p + 1; is_name_char(*end) && **end != '-';)
      (*end)++;
    return VAR;
  }
  if (*p == '_' && p[1] == ':') {
    *end = skip_word(p + 2);
    return BLANK;
  }
  if (g_ascii_isdigit(*p)) {
    *end = stop;
    return NUMBER;
  }
  if (*p == ':' || (stop > p && *stop == ':')) {
    *end = name_end(stop);
    return NAME;
  }
  if (stop > p && *p != '-') {
    while (stop > p && stop[-1] == '.')
      stop--;
    *end = stop;
    return WORD;
  }
  static const char *const pairs[] = {"^^", "&&", "||", "!=", "<=", ">="};
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++)
    if (strncmp(p, pairs[i], 2) == 0)
      *end = p + 2;
  return PUNCT;
}

static void
tokenize(Lexer *lexer)
{
  const char *p = lexer->query;
  for (;;) {
    while (g_ascii_isspace(*p) || *p == '#')
      if (*p++ == '#')
        while (*p != '\0' && *p != '\n')
          p++;
    Token token = {END, (gsize)(p - lexer->query), (gsize)(p - lexer->query), NULL};
    const char *end = p;
    if (*p != '\0')
      token.kind = next_token(p, &end);
    token.end = (gsize)(end - lexer->query);
    g_autofree char *text = g_strndup(p, (gsize)(end - p));
    token.text = token.kind == IRI || token.kind == STRING ? kith_engine_mark(text) : g_steal_pointer(&text);
    g_array_append_val(lexer->tokens, token);
    if (token.kind == END)
      return;
    p = end;
  }
}

static void
set_text(Lexer *lexer, guint i, char *text)
{
  Token *token = &g_array_index(lexer->tokens, Token, i);
  g_free(token->text);
  token->text = text;
}

static void
append_text(Lexer *lexer, guint i, const char *text)
{
  set_text(lexer, i, g_strconcat(token_at(lexer, i)->text, text, NULL));
}

/* ---- prologue and names ---- */

/* Reads PREFIX clauses, which are not written again; the index of the word after the prologue. */
static guint
read_prologue(Lexer *lexer)
{
  guint i = 0;
  for (const KithPrefix *p = kith_prefixes(); p->prefix; p++)
    g_hash_table_insert(lexer->prefixes, g_strdup(p->prefix), g_strdup(p->iri));
  for (;;) {
    if (is_word(lexer, i, "BASE") && token_at(lexer, i + 1)->kind == IRI) {
      i += 2;
    } else if (is_word(lexer, i, "PREFIX") && token_at(lexer, i + 1)->kind == NAME &&
               token_at(lexer, i + 2)->kind == IRI) {
      const Token *name = token_at(lexer, i + 1), *iri = token_at(lexer, i + 2);
      const char *start = lexer->query + name->begin;
      g_hash_table_insert(lexer->prefixes, g_strndup(start, (gsize)(strchr(start, ':') - start)),
                          g_strndup(lexer->query + iri->begin + 1, iri->end - iri->begin - 2));
      for (guint end = i + 3; i < end; i++)
        set_text(lexer, i, g_strdup(""));
    } else {
      return i;
    }
  }
}

/* Writes prefixed names from a token on as IRIs. */
static gboolean
expand_names(Lexer *lexer, guint from, GError **error)
{
  for (guint i = from; i < lexer->tokens->len; i++) {
    const Token *token = token_at(lexer, i);
    if (token->kind != NAME)
      continue;
    const char *start = lexer->query + token->begin, *colon = strchr(start, ':');
    g_autofree char *prefix = g_strndup(start, (gsize)(colon - start));
    const char *iri = (const char *)g_hash_table_lookup(lexer->prefixes, prefix);
    if (iri == NULL) {
      g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE,
                  "query: at byte %" G_GSIZE_FORMAT ": the prefix '%s:' is not declared", token->begin,
                  prefix);
      return FALSE;
    }
    g_autoptr(GString) whole = g_string_new("<");
    g_string_append(whole, iri);
    for (const char *p = colon + 1; p < lexer->query + token->end; p++)
      if (*p != '\\')
        g_string_append_c(whole, *p);
    g_string_append_c(whole, '>');
    set_text(lexer, i, kith_engine_mark(whole->str));
  }
  return TRUE;
}

/* ---- patterns ---- */

typedef enum { AT_SUBJECT, AT_VERB, AT_OBJECT, AFTER } State;

typedef struct {
  char close; /* '}' of a group, ']' of a blank node's properties */
  guint open; /* token of the brace of the group that it is in */
  State state;
  gboolean loose; /* the verb is a variable or rdf:type */
} Frame;

typedef struct {
  Lexer *lexer;
  GArray *frames;    /* Frame */
  GHashTable *texts; /* variables that are objects of a loose verb: "?o" */
  GPtrArray *names;  /* variables of the pattern in order, once each; owned */
  gboolean nested;   /* there is a SELECT within */
} Walker;

static Frame *
top(Walker *walker)
{
  return &g_array_index(walker->frames, Frame, walker->frames->len - 1);
}

/* The index after the bracket that closes the one at i. */
static guint
skip_brackets(const Lexer *lexer, guint i)
{
  int depth = 0;
  for (; token_at(lexer, i)->kind != END; i++) {
    if (is_punct(lexer, i, '(') || is_punct(lexer, i, '{') || is_punct(lexer, i, '['))
      depth++;
    else if (is_punct(lexer, i, ')') || is_punct(lexer, i, '}') || is_punct(lexer, i, ']'))
      depth--;
    if (depth <= 0)
      return i + 1;
  }
  return i;
}

static void
note_name(Walker *walker, guint i)
{
  const char *name = token_at(walker->lexer, i)->text;
  if (!g_ptr_array_find_with_equal_func(walker->names, name, g_str_equal, NULL))
    g_ptr_array_add(walker->names, g_strdup(name));
}

/* An object: what a loose verb finds must not be the class that everything has. */
static void
take_object(Walker *walker, guint i)
{
  const Frame *frame = top(walker);
  const Token *token = token_at(walker->lexer, i);
  if (!frame->loose || token->kind != VAR)
    return;
  g_autofree char *filter = g_strdup_printf(" FILTER(STR(%s) != \"" RDFS_NS "Resource\") ", token->text);
  if (strstr(token_at(walker->lexer, frame->open)->text, filter) == NULL)
    append_text(walker->lexer, frame->open, filter);
  g_hash_table_add(walker->texts, g_strdup(token->text));
}

/* A verb at i, with its path; the index after it. */
static guint
take_verb(Walker *walker, guint i)
{
  const Lexer *lexer = walker->lexer;
  Frame *frame = top(walker);
  frame->state = AT_OBJECT;
  frame->loose = FALSE;
  if (token_at(lexer, i)->kind == VAR) {
    frame->loose = TRUE;
    return i + 1;
  }
  guint first = i, n = 0;
  for (;; n++) {
    while (is_punct(lexer, i, '^') || is_punct(lexer, i, '!'))
      i++;
    i = is_punct(lexer, i, '(') ? skip_brackets(lexer, i) : i + 1;
    if (is_punct(lexer, i, '*') || is_punct(lexer, i, '+') || is_punct(lexer, i, '?'))
      i++;
    if (!is_punct(lexer, i, '/') && !is_punct(lexer, i, '|'))
      break;
    i++;
  }
  const char *type = "<" RDF_NS "type>";
  frame->loose =
      i == first + 1 && (is_word(lexer, first, "a") || strcmp(token_at(lexer, first)->text, type) == 0);
  return i;
}

/* A term in the place of a subject or an object; the index after it. */
static guint
take_term(Walker *walker, guint i)
{
  Frame *frame = top(walker);
  if (frame->state == AT_OBJECT)
    take_object(walker, i);
  frame->state = frame->state == AT_SUBJECT ? AT_VERB : AFTER;
  if (is_punct(walker->lexer, i, '('))
    return skip_brackets(walker->lexer, i);
  if (is_punct(walker->lexer, i, '[')) {
    Frame inner = {']', frame->open, AT_VERB, FALSE};
    g_array_append_val(walker->frames, inner);
  }
  return i + 1;
}

/* After FILTER, BIND, VALUES, HAVING: over its expression or data. A group of EXISTS is left to be walked. */
static guint
skip_expression(Walker *walker, guint i)
{
  const Lexer *lexer = walker->lexer;
  while (token_at(lexer, i)->kind != END && !is_punct(lexer, i, '(') && !is_punct(lexer, i, '{') &&
         !is_punct(lexer, i, '}'))
    i++;
  if (is_punct(lexer, i, '('))
    i = skip_brackets(lexer, i);
  return i;
}

/* A keyword of patterns at i; the index after what belongs to it, or i where it is none. */
static guint
take_keyword(Walker *walker, guint i)
{
  static const char *const plain[] = {"OPTIONAL", "UNION", "MINUS", "SERVICE",
                                      "SILENT",   "WHERE", "NOT",   "EXISTS"};
  const Lexer *lexer = walker->lexer;
  for (gsize k = 0; k < G_N_ELEMENTS(plain); k++)
    if (is_word(lexer, i, plain[k])) {
      top(walker)->state = AT_SUBJECT;
      return i + 1;
    }
  if (is_word(lexer, i, "GRAPH")) {
    if (token_at(lexer, i + 1)->kind == VAR)
      note_name(walker, i + 1);
    top(walker)->state = AT_SUBJECT;
    return i + 2;
  }
  if (is_word(lexer, i, "FILTER") || is_word(lexer, i, "BIND")) {
    top(walker)->state = AT_SUBJECT;
    return skip_expression(walker, i + 1);
  }
  if (is_word(lexer, i, "VALUES")) {
    for (i++; token_at(lexer, i)->kind != END && !is_punct(lexer, i, '{'); i++)
      if (token_at(lexer, i)->kind == VAR)
        note_name(walker, i);
    return skip_brackets(lexer, i);
  }
  if (is_word(lexer, i, "SELECT")) {
    walker->nested = TRUE;
    while (token_at(lexer, i)->kind != END && !is_punct(lexer, i, '{') && !is_punct(lexer, i, '}'))
      i++;
    return i;
  }
  return i;
}

/* One step within a pattern; the index to go on at. */
static guint
step(Walker *walker, guint i)
{
  const Lexer *lexer = walker->lexer;
  Frame *frame = top(walker);
  guint after = take_keyword(walker, i);
  if (after != i)
    return after;
  if (is_punct(lexer, i, '{')) {
    frame->state = AT_SUBJECT;
    Frame inner = {'}', i, AT_SUBJECT, FALSE};
    g_array_append_val(walker->frames, inner);
    return i + 1;
  }
  if (is_punct(lexer, i, frame->close)) {
    g_array_set_size(walker->frames, walker->frames->len - 1);
    return i + 1;
  }
  if (is_punct(lexer, i, '.') || is_punct(lexer, i, ';') || is_punct(lexer, i, ',')) {
    frame->state = is_punct(lexer, i, '.') ? AT_SUBJECT : is_punct(lexer, i, ';') ? AT_VERB : AT_OBJECT;
    return i + 1;
  }
  if (token_at(lexer, i)->kind == VAR)
    note_name(walker, i);
  if (frame->state == AT_VERB)
    return take_verb(walker, i);
  if (frame->state == AFTER && token_at(lexer, i)->kind != PUNCT && token_at(lexer, i)->kind != WORD)
    frame->state = AT_SUBJECT; /* a triple after a filter or a group, without a dot */
  if (frame->state == AFTER)
    return i + 1; /* a literal's datatype or language */
  return take_term(walker, i);
}

/* Walks the pattern that opens at i (a brace). */
static guint
walk(Walker *walker, guint i)
{
  Frame outer = {'}', i, AT_SUBJECT, FALSE};
  g_array_append_val(walker->frames, outer);
  for (i++; walker->frames->len > 0 && token_at(walker->lexer, i)->kind != END;)
    i = step(walker, i);
  return i;
}

/* "?o = <iri>" of objects that the engine keeps as text: STR(?o) = "iri". */
static void
compare_as_text(Lexer *lexer, GHashTable *texts)
{
  for (guint i = 0; i + 2 < lexer->tokens->len; i++) {
    const Token *left = token_at(lexer, i), *sign = token_at(lexer, i + 1), *right = token_at(lexer, i + 2);
    gboolean equality = is_punct(lexer, i + 1, '=') || strcmp(sign->text, "!=") == 0;
    if (left->kind != VAR || !equality || *right->text != '<' ||
        (right->kind != IRI && right->kind != NAME) || !g_hash_table_contains(texts, left->text))
      continue;
    g_autofree char *iri = g_strndup(right->text + 1, strlen(right->text) - 2);
    set_text(lexer, i, g_strdup_printf("STR(%s)", left->text));
    set_text(lexer, i + 2, g_strdup_printf("\"%s\"", iri));
  }
}

/* The text of the tokens first to last - 1. Owned by the caller. */
static char *
text_between(const Lexer *lexer, guint first, guint last)
{
  GString *out = g_string_new("(");
  for (guint i = first; i < last; i++)
    g_string_append_printf(out, "%s ", token_at(lexer, i)->text);
  g_string_append_c(out, ')');
  return g_string_free(out, FALSE);
}

/* Writes the expressions of "(expression AS ?v)" for ?v after ORDER BY and HAVING, where Tracker mistakes the
 * names of aggregates. The projection starts after form, the modifiers at end. */
static void
spell_aliases(Lexer *lexer, guint form, guint end)
{
  for (guint i = form + 1; token_at(lexer, i)->kind != END && !is_punct(lexer, i, '{');) {
    if (!is_punct(lexer, i, '(')) {
      i++;
      continue;
    }
    guint close = skip_brackets(lexer, i) - 1;
    if (close >= i + 4 && is_word(lexer, close - 2, "AS") && token_at(lexer, close - 1)->kind == VAR) {
      g_autofree char *expression = text_between(lexer, i + 1, close - 2);
      g_autofree char *alias = g_strdup(token_at(lexer, close - 1)->text);
      gboolean from = FALSE;
      for (guint k = end; k < lexer->tokens->len; k++) {
        from = (from || is_word(lexer, k, "ORDER") || is_word(lexer, k, "HAVING")) &&
               !is_word(lexer, k, "GROUP");
        if (from && token_at(lexer, k)->kind == VAR && strcmp(token_at(lexer, k)->text, alias) == 0)
          set_text(lexer, k, g_strdup(expression));
      }
    }
    i = close + 1;
  }
}

/* Writes the variables of the pattern for '*'. */
static void
spell_star(Walker *walker, guint form)
{
  Lexer *lexer = walker->lexer;
  guint star = form + 1;
  if (is_word(lexer, star, "DISTINCT") || is_word(lexer, star, "REDUCED"))
    star++;
  if (!is_word(lexer, form, "SELECT") || !is_punct(lexer, star, '*') || walker->nested ||
      walker->names->len == 0)
    return;
  g_ptr_array_add(walker->names, NULL);
  set_text(lexer, star, g_strjoinv(" ", (char **)walker->names->pdata));
  g_ptr_array_remove_index(walker->names, walker->names->len - 1);
}

/* Rewrites the patterns after the word that says what is asked, at form. */
static void
rewrite_patterns(Lexer *lexer, guint form)
{
  g_autoptr(GArray) frames = g_array_new(FALSE, FALSE, sizeof(Frame));
  g_autoptr(GHashTable) texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  Walker walker = {lexer, frames, texts, names, FALSE};
  gboolean template = is_word(lexer, form, "CONSTRUCT");
  guint end = form + 1;
  for (guint i = form + 1; token_at(lexer, i)->kind != END;) {
    if (!is_punct(lexer, i, '{')) {
      i++;
      continue;
    }
    i = template ? skip_brackets(lexer, i) : walk(&walker, i);
    template = FALSE;
    end = i;
  }
  spell_aliases(lexer, form, end);
  compare_as_text(lexer, texts);
  spell_star(&walker, form);
  if (is_word(lexer, form, "ASK"))
    set_text(lexer, form, g_strdup("SELECT (COUNT(*) AS ?yes)"));
}

/* ---- the whole ---- */

/* Puts the tokens together, with what stood between them as one space. */
static void
join_tokens(const Lexer *lexer, KithRewritten *rewritten)
{
  GString *out = g_string_new(NULL);
  rewritten->places = g_array_new(FALSE, FALSE, 2 * sizeof(gsize));
  for (guint i = 0; i < lexer->tokens->len; i++) {
    const Token *token = token_at(lexer, i);
    if (i > 0 && token->begin > token_at(lexer, i - 1)->end)
      g_string_append_c(out, ' ');
    gsize place[2] = {out->len, token->begin};
    g_array_append_val(rewritten->places, place);
    g_string_append(out, token->text);
  }
  rewritten->text = g_string_free(out, FALSE);
}

gboolean
kith_rewrite(const char *query, KithRewritten *rewritten, GError **error)
{
  static const char *const forms[] = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"};
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));
  g_autoptr(GHashTable) prefixes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_array_set_clear_func(tokens, clear_token);
  Lexer lexer = {query, tokens, prefixes};
  *rewritten = (KithRewritten){NULL, NULL, NULL};
  tokenize(&lexer);
  guint form = read_prologue(&lexer);
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
    if (is_word(&lexer, form, forms[i]))
      rewritten->form = g_strdup(forms[i]);
  if (rewritten->form == NULL)
    g_set_error(error, KITH_ERROR, KITH_ERROR_USAGE,
                "query: at byte %" G_GSIZE_FORMAT " should be SELECT, ASK, CONSTRUCT or DESCRIBE",
                token_at(&lexer, form)->begin);
  if (rewritten->form == NULL || !expand_names(&lexer, form, error)) {
    kith_rewritten_clear(rewritten);
    return FALSE;
  }
  rewrite_patterns(&lexer, form);
  join_tokens(&lexer, rewritten);
  return TRUE;
}

void
kith_rewritten_clear(KithRewritten *rewritten)
{
  g_clear_pointer(&rewritten->form, g_free);
  g_clear_pointer(&rewritten->text, g_free);
  g_clear_pointer(&rewritten->places, g_array_unref);
}

gsize
kith_rewritten_place(const KithRewritten *rewritten, gsize byte)
{
  gsize found = 0;
  for (guint i = 0; i < rewritten->places->len; i++) {
    const gsize *place = &((const gsize *)(gpointer)rewritten->places->data)[2 * (gsize)i];
    if (place[0] <= byte)
      found = place[1];
  }
  return found;
}
