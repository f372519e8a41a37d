#include "cli/evaluate-chains.h"

#include <stdio.h>
#include <string.h>

#include "actor/entities.h"
#include "base/file.h"
#include "syntax/conllu.h"
#include "text/reader.h"
#include "train/align.h"
#include "train/coreference.h"

/* A kind of text and its score. */
typedef struct {
  char *kind;
  KithChainScore score;
} Row;

static void
row_clear(gpointer data)
{
  g_free(((Row *)data)->kind);
}

static KithChainScore *
score_of(GArray *rows, const char *kind)
{
  for (guint i = 0; i < rows->len; i++)
    if (strcmp(g_array_index(rows, Row, i).kind, kind) == 0)
      return &g_array_index(rows, Row, i).score;
  Row row = {.kind = g_strdup(kind)};
  g_array_append_val(rows, row);
  return &g_array_index(rows, Row, rows->len - 1).score;
}

/* The chains that kith finds, their phrases as characters. */
static GArray *
found_chains(const KithDocument *document, const KithGazetteer *gazetteer)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(KithChained));
  g_autofree guint *positions = kith_document_positions(document);
  g_autoptr(GArray) links = kith_entities_chains(document, gazetteer);
  for (guint i = 0; i < links->len; i++) {
    const KithChainLink *link = &g_array_index(links, KithChainLink, i);
    const KithWord *words = kith_document_words(document, kith_document_sentence(document, link->sentence));
    KithChained mention = {positions[words[link->begin].span.begin], positions[words[link->end - 1].span.end],
                           link->chain};
    g_array_append_val(out, mention);
  }
  return out;
}

/* Adds what one document of the corpus gets to its rows. */
static gboolean
score_document(const KithLoaded *loaded, const char *path, const char *text, gboolean given, GArray *rows,
               KithChainScore *all, GError **error)
{
  static const char genre[] = "# meta::genre = ";
  g_autoptr(KithDocument) gold = kith_conllu_read(path, text, strlen(text), error);
  if (gold == NULL)
    return FALSE;
  g_autoptr(GArray) right = kith_gum_chains(gold, error);
  if (right == NULL)
    return FALSE;
  g_autofree char *raw = kith_document_raw_text(gold);
  g_autoptr(KithDocument) document = given ? kith_conllu_read(path, text, strlen(text), error)
                                           : kith_text_read(path, raw, strlen(raw), error);
  if (document == NULL)
    return FALSE;
  if (!given)
    kith_model_analyze(loaded->model, document);
  g_autoptr(GArray) found = found_chains(document, loaded->gazetteer);
  kith_chains_drop_single(right);
  kith_chains_drop_single(found);
  const char *kind = strstr(text, genre);
  kind = kind != NULL ? kind + strlen(genre) : "text\n";
  g_autofree char *name = g_strndup(kind, strcspn(kind, "\n"));
  kith_chains_score(right, found, score_of(rows, g_strchomp(name)));
  kith_chains_score(right, found, all);
  return TRUE;
}

static void
print_rows(const GArray *rows)
{
  printf("%-14s %20s %20s %20s %20s %6s\n%-14s", "coreference", "mentions", "MUC", "B-cubed", "CEAF-e", "",
         "");
  for (guint k = 0; k < 4; k++)
    printf(" %6s %6s %6s", "P", "R", "F1");
  printf(" %6s\n", "mean");
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = &g_array_index(rows, Row, i);
    const KithPartial *parts[] = {&row->score.mentions, &row->score.muc, &row->score.b_cubed,
                                  &row->score.ceaf_e};
    printf("%-14s", row->kind);
    for (guint k = 0; k < G_N_ELEMENTS(parts); k++)
      printf(" %6.2f %6.2f %6.2f", kith_partial_precision(parts[k]), kith_partial_recall(parts[k]),
             kith_partial_f1(parts[k]));
    printf(" %6.2f\n", kith_chains_mean(&row->score));
  }
}

gboolean
kith_evaluate_chains(KithLoaded *loaded, const char *path, gboolean gold, GError **error)
{
  static const char mark[] = "# newdoc";
  g_autoptr(GBytes) bytes = kith_file_read(path, KITH_DEFAULT_MAX_SIZE, error);
  if (bytes == NULL || !kith_resources_wait(loaded, error))
    return FALSE;
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  g_autofree char *text = g_strndup(data, size);
  g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(Row));
  g_array_set_clear_func(rows, row_clear);
  KithChainScore all = {0};
  for (char *p = text; *p != '\0';) {
    /* a document reaches to the next one's mark */
    char *next = strstr(p + 1, "\n# newdoc");
    g_autofree char *piece = next != NULL ? g_strndup(p, (gsize)(next + 1 - p)) : g_strdup(p);
    if (strstr(piece, mark) != NULL || strstr(piece, "\n1\t") != NULL)
      if (!score_document(loaded, path, piece, gold, rows, &all, error))
        return FALSE;
    p = next != NULL ? next + 1 : p + strlen(p);
  }
  *score_of(rows, "all") = all;
  print_rows(rows);
  return TRUE;
}
