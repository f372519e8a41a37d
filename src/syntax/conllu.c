#include "syntax/conllu.h"

#include <string.h>

#include "base/error.h"

enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC, N_COLUMNS };

static const char *const name_types[KITH_N_NAMES] = {"", "PER", "ORG", "LOC", "MISC"};

/* What is known while a file is read. */
typedef struct {
  const char *name;
  guint line;
  KithDocument *document;
  GString *text;
  guint paragraph;
  gboolean new_paragraph; /* the next token begins one */
  gboolean glued;         /* no space before the next token */
  guint first_word;       /* of the sentence being read */
  guint multi_last;       /* last id of the multiword token being read; 0: none */
  KithSpan multi;         /* where it lies in the text */
  gsize cursor;           /* how much of it is spelt */
  gboolean multi_spaced;  /* white space before it */
  gboolean multi_begun;   /* its first part was read */
  const char *sent_id;
  gboolean boilerplate;
} Reader;

static gboolean
fail(const Reader *reader, GError **error, const char *what, const char *value)
{
  g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s:%u: %s '%.40s'", reader->name, reader->line, what,
              value);
  return FALSE;
}

/* A whole number in decimal digits; false where it is none. */
static gboolean
parse_number(const char *text, guint *value)
{
  guint64 n;
  if (!g_ascii_string_to_unsigned(text, 10, 0, G_MAXINT32, &n, NULL))
    return FALSE;
  *value = (guint)n;
  return TRUE;
}

/* The column's value as a string of the document; NULL for "_". */
static const char *
keep(Reader *reader, const char *column)
{
  return strcmp(column, "_") == 0 ? NULL : kith_document_string(reader->document, column, -1);
}

static gboolean
read_name(Reader *reader, const char *tag, KithWord *word, GError **error)
{
  if (strcmp(tag, "O") == 0)
    return TRUE;
  guint type = KITH_NAME_PER;
  while (type < KITH_N_NAMES && (strlen(tag) < 3 || strcmp(tag + 2, name_types[type]) != 0))
    type++;
  if (type == KITH_N_NAMES || (tag[0] != 'B' && tag[0] != 'I') || tag[1] != '-')
    return fail(reader, error, "not the tag of a name:", tag);
  word->name = (guint8)type;
  word->flags |= tag[0] == 'B' ? KITH_WORD_NAME_BEGIN : 0;
  return TRUE;
}

/* Takes NE=, SpaceAfter= and Boilerplate= out of MISC and keeps the rest. */
static gboolean
read_misc(Reader *reader, const char *column, KithWord *word, gboolean *glued, GError **error)
{
  g_auto(GStrv) parts = g_strsplit(column, "|", -1);
  g_autoptr(GString) rest = g_string_new(NULL);
  for (char **part = parts; *part; part++) {
    if (strcmp(*part, "SpaceAfter=No") == 0)
      *glued = TRUE;
    else if (strcmp(*part, "Boilerplate=Yes") == 0)
      reader->boilerplate = TRUE;
    else if (g_str_has_prefix(*part, "NE=")) {
      if (!read_name(reader, *part + 3, word, error))
        return FALSE;
    } else if (strcmp(*part, "_") != 0)
      g_string_append_printf(rest, "%s%s", rest->len ? "|" : "", *part);
  }
  word->misc = rest->len ? kith_document_string(reader->document, rest->str, -1) : NULL;
  return TRUE;
}

/* Appends a token's form to the text, after the space or line ends that are due. */
static KithSpan
append_form(Reader *reader, const char *form)
{
  if (reader->new_paragraph && reader->text->len > 0) {
    g_string_append(reader->text, "\n\n");
    reader->paragraph++;
  } else if (!reader->glued && reader->text->len > 0)
    g_string_append_c(reader->text, ' ');
  reader->new_paragraph = FALSE;
  gsize begin = reader->text->len;
  g_string_append(reader->text, form);
  return (KithSpan){begin, reader->text->len};
}

/* A range line: "8-9  don't". */
static gboolean
read_multiword(Reader *reader, char **columns, const char *dash, GError **error)
{
  g_autofree char *begin = g_strndup(columns[ID], (gsize)(dash - columns[ID]));
  guint first, last;
  guint next = reader->document->words->len - reader->first_word + 1;
  if (!parse_number(begin, &first) || !parse_number(dash + 1, &last) || first != next || last <= first ||
      reader->multi_last != 0)
    return fail(reader, error, "no multiword token can stand here:", columns[ID]);
  gboolean glued = FALSE;
  KithWord ignored = {0};
  if (!read_misc(reader, columns[MISC], &ignored, &glued, error))
    return FALSE;
  reader->multi_spaced = !reader->glued || reader->text->len == 0;
  reader->multi = append_form(reader, columns[FORM]);
  reader->cursor = reader->multi.begin;
  reader->multi_last = last;
  reader->glued = glued;
  return TRUE;
}

/* Where the part of a multiword token lies: on its own letters if the token spells them next, else on all of
 * it. */
static KithSpan
part_span(Reader *reader, const char *form)
{
  gsize length = strlen(form);
  if (length <= reader->multi.end - reader->cursor &&
      memcmp(reader->text->str + reader->cursor, form, length) == 0) {
    reader->cursor += length;
    return (KithSpan){reader->cursor - length, reader->cursor};
  }
  return reader->multi;
}

/* The columns beside form and MISC. */
static gboolean
read_analysis(Reader *reader, char **columns, KithWord *word, GError **error)
{
  guint head = 0;
  word->lemma = strcmp(columns[FORM], "_") == 0 ? "_" : keep(reader, columns[LEMMA]);
  word->upos = (guint8)kith_upos_parse(columns[UPOS]);
  word->xpos = keep(reader, columns[XPOS]);
  word->feats = kith_document_string(reader->document, columns[FEATS], -1);
  word->deprel = (guint8)kith_deprel_parse(columns[DEPREL]);
  word->head = KITH_HEAD_UNSET;
  if (strcmp(columns[HEAD], "_") == 0)
    return TRUE;
  if (!parse_number(columns[HEAD], &head))
    return fail(reader, error, "not a head:", columns[HEAD]);
  word->head = (gint32)head - 1;
  return TRUE;
}

static gboolean
read_word(Reader *reader, char **columns, GError **error)
{
  KithDocument *document = reader->document;
  guint id;
  if (!parse_number(columns[ID], &id) || id != document->words->len - reader->first_word + 1)
    return fail(reader, error, "not the next word's number:", columns[ID]);
  KithWord word = {.form = kith_document_string(document, columns[FORM], -1)};
  gboolean glued = FALSE;
  if (!read_misc(reader, columns[MISC], &word, &glued, error) ||
      !read_analysis(reader, columns, &word, error))
    return FALSE;
  if (reader->multi_last == 0) {
    gboolean spaced = !reader->glued || reader->text->len == 0;
    word.span = append_form(reader, columns[FORM]);
    word.flags |= spaced ? KITH_WORD_SPACE_BEFORE : 0;
    reader->glued = glued;
  } else {
    if (!reader->multi_begun)
      word.flags |= reader->multi_spaced ? KITH_WORD_SPACE_BEFORE : 0;
    else
      word.flags |= KITH_WORD_JOINED;
    reader->multi_begun = TRUE;
    word.span = part_span(reader, columns[FORM]);
    if (id == reader->multi_last) {
      reader->multi_last = 0;
      reader->multi_begun = FALSE;
    }
  }
  g_array_append_val(document->words, word);
  return TRUE;
}

/* What a comment says of the sentence that follows. */
static void
read_comment(Reader *reader, const char *line)
{
  static const char id[] = "# sent_id = ";
  if (g_str_has_prefix(line, "# newpar") || g_str_has_prefix(line, "# newdoc"))
    reader->new_paragraph = TRUE;
  else if (g_str_has_prefix(line, id))
    reader->sent_id = kith_document_string(reader->document, line + strlen(id), -1);
}

/* A blank line, or the end of the file: what was read is a sentence. */
static gboolean
end_sentence(Reader *reader, GError **error)
{
  KithDocument *document = reader->document;
  guint n = document->words->len - reader->first_word;
  if (n == 0)
    return TRUE;
  if (reader->multi_last != 0)
    return fail(reader, error, "the sentence ends within a multiword token", "");
  KithWord *words = &g_array_index(document->words, KithWord, reader->first_word);
  for (guint i = 0; i < n; i++)
    if (words[i].head >= (gint32)n || words[i].head == (gint32)i)
      return fail(reader, error, "a head in this sentence is none of its other words:", words[i].form);
  KithSentence sentence = {
      .span = {words[0].span.begin, words[n - 1].span.end},
      .first_word = reader->first_word,
      .n_words = n,
      .paragraph = reader->paragraph,
      .kind = reader->boilerplate ? KITH_SENTENCE_BOILERPLATE : KITH_SENTENCE_BODY,
      .id = reader->sent_id,
  };
  g_array_append_val(document->sentences, sentence);
  reader->first_word = document->words->len;
  reader->sent_id = NULL;
  reader->boilerplate = FALSE;
  return TRUE;
}

static gboolean
read_line(Reader *reader, char *line, GError **error)
{
  if (*line == '\0')
    return end_sentence(reader, error);
  if (*line == '#') {
    read_comment(reader, line);
    return TRUE;
  }
  g_auto(GStrv) columns = g_strsplit(line, "\t", N_COLUMNS + 1);
  if (g_strv_length(columns) != N_COLUMNS)
    return fail(reader, error, "not the ten columns of CoNLL-U:", line);
  for (int i = 0; i < N_COLUMNS; i++)
    if (columns[i][0] == '\0')
      return fail(reader, error, "an empty column after", columns[i ? i - 1 : 1]);
  const char *dash = strchr(columns[ID], '-');
  if (dash)
    return read_multiword(reader, columns, dash, error);
  if (strchr(columns[ID], '.')) /* an empty node */
    return TRUE;
  return read_word(reader, columns, error);
}

KithDocument *
kith_conllu_read(const char *name, const char *bytes, gsize length, GError **error)
{
  g_autoptr(KithDocument) document = kith_document_new(name, "", 0);
  g_autoptr(GString) text = g_string_new(NULL);
  Reader reader = {.name = name, .document = document, .text = text};
  const char *end = bytes + length;
  const char *invalid;
  if (!g_utf8_validate_len(bytes, length, &invalid)) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: not UTF-8 text at byte %" G_GSIZE_FORMAT, name,
                (gsize)(invalid - bytes));
    return NULL;
  }
  for (const char *at = bytes; at < end;) {
    const char *stop = memchr(at, '\n', (gsize)(end - at));
    stop = stop ? stop : end;
    gsize size = (gsize)(stop - at);
    g_autofree char *line = g_strndup(at, size && stop[-1] == '\r' ? size - 1 : size);
    reader.line++;
    if (!read_line(&reader, line, error))
      return NULL;
    at = stop + 1;
  }
  if (!end_sentence(&reader, error))
    return NULL;
  if (document->words->len == 0) {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: no words", name);
    return NULL;
  }
  g_free(document->text);
  document->length = text->len;
  document->text = g_strdup(text->str);
  kith_document_update_id(document);
  return g_steal_pointer(&document);
}

/* Appends the span on one line: white space within it as single spaces. */
static void
append_text(GString *out, const KithDocument *document, KithSpan span)
{
  gboolean gap = FALSE;
  for (gsize i = span.begin; i < span.end; i++) {
    if (g_ascii_isspace(document->text[i])) {
      gap = TRUE;
      continue;
    }
    if (gap)
      g_string_append_c(out, ' ');
    gap = FALSE;
    g_string_append_c(out, document->text[i]);
  }
}

/* A number in decimal. */
static void
append_number(GString *out, guint number)
{
  char digits[12];
  guint at = sizeof digits;
  do
    digits[--at] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len(out, digits + at, (gssize)(sizeof digits - at));
}

/* A column and the tab after it. */
static void
append_column(GString *out, const char *text)
{
  g_string_append(out, text);
  g_string_append_c(out, '\t');
}

/* The MISC column: what was given, name, boilerplate, and whether no space follows. */
static void
append_misc(GString *out, const KithWord *word, gboolean boilerplate, gboolean glued)
{
  gsize before = out->len;
  if (boilerplate)
    g_string_append(out, "Boilerplate=Yes|");
  if (word->name != KITH_NAME_NONE && word->name < KITH_N_NAMES)
    g_string_append_printf(out, "NE=%c-%s|", word->flags & KITH_WORD_NAME_BEGIN ? 'B' : 'I',
                           name_types[word->name]);
  if (word->misc)
    g_string_append_printf(out, "%s|", word->misc);
  if (glued)
    g_string_append(out, "SpaceAfter=No|");
  if (out->len == before)
    g_string_append(out, "_|");
  g_string_truncate(out, out->len - 1);
}

static const char *
or_none(const char *value)
{
  return value && *value ? value : "_";
}

/* Whether word i of a sentence is followed by text without a space. */
static gboolean
glued_after(const KithDocument *document, const KithSentence *sentence, guint i)
{
  guint next = sentence->first_word + i + 1;
  return next < document->words->len &&
         !(g_array_index(document->words, KithWord, next).flags & KITH_WORD_SPACE_BEFORE);
}

/* The range line of the multiword token that begins at word i, if one does. */
static void
append_multiword(GString *out, const KithDocument *document, const KithSentence *sentence, guint i)
{
  const KithWord *words = kith_document_words(document, sentence);
  guint last = i;
  while (last + 1 < sentence->n_words && (words[last + 1].flags & KITH_WORD_JOINED))
    last++;
  if (last == i || (words[i].flags & KITH_WORD_JOINED))
    return;
  g_string_append_printf(out, "%u-%u\t", i + 1, last + 1);
  append_text(out, document, (KithSpan){words[i].span.begin, words[last].span.end});
  g_string_append_printf(out, "\t_\t_\t_\t_\t_\t_\t_\t%s\n",
                         glued_after(document, sentence, last) ? "SpaceAfter=No" : "_");
}

static void
append_word(GString *out, const KithDocument *document, const KithSentence *sentence, guint i)
{
  const KithWord *word = kith_document_words(document, sentence) + i;
  gboolean in_multiword =
      (word->flags & KITH_WORD_JOINED) || (i + 1 < sentence->n_words && (word[1].flags & KITH_WORD_JOINED));
  append_multiword(out, document, sentence, i);
  append_number(out, i + 1);
  g_string_append_c(out, '\t');
  append_column(out, word->form);
  append_column(out, or_none(word->lemma));
  append_column(out, kith_upos_name((KithUpos)word->upos));
  append_column(out, or_none(word->xpos));
  append_column(out, or_none(word->feats));
  if (word->head == KITH_HEAD_UNSET)
    g_string_append_c(out, '_');
  else
    append_number(out, (guint)(word->head + 1));
  g_string_append_c(out, '\t');
  append_column(out, kith_deprel_name((KithDeprel)word->deprel));
  append_column(out, "_");
  append_misc(out, word, sentence->kind >= KITH_SENTENCE_BOILERPLATE,
              !in_multiword && glued_after(document, sentence, i));
  g_string_append_c(out, '\n');
}

static void
append_sentence(GString *out, const KithDocument *document, guint s)
{
  const KithSentence *sentence = kith_document_sentence(document, s);
  if (s == 0)
    g_string_append_printf(out, "# newdoc id = %s\n", document->id);
  if (s == 0 || kith_document_sentence(document, s - 1)->paragraph != sentence->paragraph)
    g_string_append(out, "# newpar\n");
  if (sentence->id)
    g_string_append_printf(out, "# sent_id = %s\n", sentence->id);
  else
    g_string_append_printf(out, "# sent_id = %u\n", s + 1);
  g_string_append(out, "# text = ");
  append_text(out, document, sentence->span);
  g_string_append_c(out, '\n');
  for (guint i = 0; i < sentence->n_words; i++)
    append_word(out, document, sentence, i);
  g_string_append_c(out, '\n');
}

/* Some sentences, for one thread. */
typedef struct {
  const KithDocument *document;
  GString *out;
  guint from, to;
} Part;

static gpointer
write_part(gpointer data)
{
  Part *part = data;
  for (guint s = part->from; s < part->to; s++)
    append_sentence(part->out, part->document, s);
  return NULL;
}

void
kith_conllu_write_threads(const KithDocument *document, GString *out, guint threads)
{
  const guint n = document->sentences->len;
  threads = CLAMP(threads, 1, MAX(n / 64, 1));
  g_autofree Part *parts = g_new(Part, threads);
  g_autofree GThread **others = g_new0(GThread *, threads);
  for (guint i = 0; i < threads; i++) {
    guint from = (guint)((guint64)n * i / threads), to = (guint)((guint64)n * (i + 1) / threads);
    parts[i] = (Part){document, i == 0 ? out : g_string_new(NULL), from, to};
    if (i > 0)
      others[i] = g_thread_new("write", write_part, &parts[i]);
  }
  write_part(&parts[0]);
  for (guint i = 1; i < threads; i++) {
    g_thread_join(others[i]);
    g_string_append_len(out, parts[i].out->str, (gssize)parts[i].out->len);
    g_string_free(parts[i].out, TRUE);
  }
}

void
kith_conllu_write(const KithDocument *document, GString *out)
{
  kith_conllu_write_threads(document, out, 1);
}
