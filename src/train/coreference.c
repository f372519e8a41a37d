#include "train/coreference.h"

#include <string.h>

#include "base/error.h"

/* One side of a comparison: mentions without doubles, chains numbered from 0. */
typedef struct {
  GArray *mentions;  /* KithChained */
  GHashTable *spans; /* "begin end" as one 64-bit key -> 1 + index of the mention */
  guint *sizes;      /* by chain */
  guint n;           /* chains */
} Side;

static void
side_init(Side *side, const GArray *chains)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new(NULL, NULL);
  *side = (Side){.mentions = g_array_new(FALSE, FALSE, sizeof(KithChained)),
                 .spans = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
                 .sizes = g_new0(guint, chains->len + 1)};
  for (guint i = 0; i < chains->len; i++) {
    KithChained mention = g_array_index(chains, KithChained, i);
    gint64 key = (gint64)((guint64)mention.begin << 32 | mention.end);
    if (g_hash_table_contains(side->spans, &key))
      continue;
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, GUINT_TO_POINTER(mention.chain + 1)));
    if (number == 0) {
      number = ++side->n;
      g_hash_table_insert(numbers, GUINT_TO_POINTER(mention.chain + 1), GUINT_TO_POINTER(number));
    }
    mention.chain = number - 1;
    side->sizes[mention.chain]++;
    g_array_append_val(side->mentions, mention);
    g_hash_table_insert(side->spans, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(side->mentions->len));
  }
}

static void
side_clear(Side *side)
{
  g_array_unref(side->mentions);
  g_hash_table_unref(side->spans);
  g_free(side->sizes);
}

/* How many mentions each chain of a has in common with each of b: a->n rows of b->n. Owned by the caller. */
static guint *
common_mentions(const Side *a, const Side *b)
{
  guint *common = g_new0(guint, (gsize)a->n * b->n + 1);
  for (guint i = 0; i < a->mentions->len; i++) {
    const KithChained *mention = &g_array_index(a->mentions, KithChained, i);
    gint64 key = (gint64)((guint64)mention->begin << 32 | mention->end);
    guint other = GPOINTER_TO_UINT(g_hash_table_lookup(b->spans, &key));
    if (other != 0)
      common[(gsize)mention->chain * b->n + g_array_index(b->mentions, KithChained, other - 1).chain]++;
  }
  return common;
}

/* MUC's links and B-cubed's shares of one side: what is right of it, and of how much. step_a and step_b walk
 * common by this side's chains and by the other's. */
static void
score_side(const Side *side, guint n_other, const guint *common, gsize step_a, gsize step_b, double *muc,
           double *muc_of, double *b_cubed, double *b_cubed_of)
{
  for (guint a = 0; a < side->n; a++) {
    guint parts = 0, seen = 0;
    double squares = 0;
    for (guint b = 0; b < n_other; b++) {
      guint k = common[a * step_a + b * step_b];
      parts += k > 0;
      seen += k;
      squares += (double)k * k;
    }
    parts += side->sizes[a] - seen; /* what the other side lacks is a part each */
    *muc += side->sizes[a] - parts;
    *muc_of += side->sizes[a] - 1;
    *b_cubed += squares / side->sizes[a];
    *b_cubed_of += side->sizes[a];
  }
}

/* The largest sum of similarities when each row has a column of its own (Kuhn and Munkres; rows <= columns),
 * with potentials, in the time of the cube. */
static double
best_assignment(const double *similarity, guint rows, guint columns)
{
  g_autofree double *u = g_new0(double, rows + 1), *v = g_new0(double, columns + 1);
  g_autofree double *least = g_new(double, columns + 1);
  g_autofree guint *row_of = g_new0(guint, columns + 1), *way = g_new0(guint, columns + 1);
  g_autofree gboolean *used = g_new(gboolean, columns + 1);
  for (guint i = 1; i <= rows; i++) {
    guint at = 0;
    row_of[0] = i;
    for (guint j = 0; j <= columns; j++) {
      least[j] = G_MAXDOUBLE;
      used[j] = FALSE;
    }
    do {
      used[at] = TRUE;
      guint row = row_of[at], next = 0;
      double delta = G_MAXDOUBLE;
      for (guint j = 1; j <= columns; j++) {
        if (used[j])
          continue;
        double cost = -similarity[(gsize)(row - 1) * columns + j - 1] - u[row] - v[j];
        if (cost < least[j]) {
          least[j] = cost;
          way[j] = at;
        }
        if (least[j] < delta) {
          delta = least[j];
          next = j;
        }
      }
      for (guint j = 0; j <= columns; j++)
        if (used[j]) {
          u[row_of[j]] += delta;
          v[j] -= delta;
        } else
          least[j] -= delta;
      at = next;
    } while (row_of[at] != 0);
    for (; at != 0; at = way[at])
      row_of[at] = row_of[way[at]];
  }
  double sum = 0;
  for (guint j = 1; j <= columns; j++)
    if (row_of[j] != 0)
      sum += similarity[(gsize)(row_of[j] - 1) * columns + j - 1];
  return sum;
}

/* CEAF's similarity of entities: twice what two chains share, by their sizes together. */
static double
ceaf_e(const Side *gold, const Side *found, const guint *common)
{
  gboolean turned = gold->n > found->n;
  guint rows = MIN(gold->n, found->n), columns = MAX(gold->n, found->n);
  g_autofree double *similarity = g_new0(double, (gsize)rows *columns + 1);
  for (guint a = 0; a < gold->n; a++)
    for (guint b = 0; b < found->n; b++)
      similarity[turned ? (gsize)b * columns + a : (gsize)a * columns + b] =
          2.0 * common[(gsize)a * found->n + b] / (gold->sizes[a] + found->sizes[b]);
  return best_assignment(similarity, rows, columns);
}

void
kith_chains_score(const GArray *gold_chains, const GArray *found_chains, KithChainScore *score)
{
  Side gold, found;
  side_init(&gold, gold_chains);
  side_init(&found, found_chains);
  g_autofree guint *common = common_mentions(&gold, &found);
  guint both = 0;
  for (gsize i = 0; i < (gsize)gold.n * found.n; i++)
    both += common[i];
  score->mentions.recalled += both;
  score->mentions.right += both;
  score->mentions.gold += gold.mentions->len;
  score->mentions.found += found.mentions->len;
  score_side(&gold, found.n, common, found.n, 1, &score->muc.recalled, &score->muc.gold,
             &score->b_cubed.recalled, &score->b_cubed.gold);
  score_side(&found, gold.n, common, 1, found.n, &score->muc.right, &score->muc.found, &score->b_cubed.right,
             &score->b_cubed.found);
  double like = ceaf_e(&gold, &found, common);
  score->ceaf_e.recalled += like;
  score->ceaf_e.right += like;
  score->ceaf_e.gold += gold.n;
  score->ceaf_e.found += found.n;
  side_clear(&gold);
  side_clear(&found);
}

void
kith_chains_drop_single(GArray *chains)
{
  g_autoptr(GHashTable) sizes = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < chains->len; i++) {
    gpointer key = GUINT_TO_POINTER(g_array_index(chains, KithChained, i).chain + 1);
    guint size = GPOINTER_TO_UINT(g_hash_table_lookup(sizes, key));
    g_hash_table_insert(sizes, key, GUINT_TO_POINTER(size + 1));
  }
  for (guint i = chains->len; i-- > 0;)
    if (GPOINTER_TO_UINT(g_hash_table_lookup(
            sizes, GUINT_TO_POINTER(g_array_index(chains, KithChained, i).chain + 1))) == 1)
      g_array_remove_index(chains, i);
}

double
kith_partial_recall(const KithPartial *partial)
{
  return partial->gold > 0 ? 100 * partial->recalled / partial->gold : 0;
}

double
kith_partial_precision(const KithPartial *partial)
{
  return partial->found > 0 ? 100 * partial->right / partial->found : 0;
}

double
kith_partial_f1(const KithPartial *partial)
{
  double recall = kith_partial_recall(partial), precision = kith_partial_precision(partial);
  return recall + precision > 0 ? 2 * recall * precision / (recall + precision) : 0;
}

double
kith_chains_mean(const KithChainScore *score)
{
  return (kith_partial_f1(&score->muc) + kith_partial_f1(&score->b_cubed) + kith_partial_f1(&score->ceaf_e)) /
         3;
}

guint *
kith_document_positions(const KithDocument *document)
{
  guint *positions = g_new(guint, document->length + 1);
  guint n = 0;
  for (gsize i = 0; i < document->length;) {
    gunichar c = g_utf8_get_char(document->text + i);
    gsize size = (gsize)(g_utf8_next_char(document->text + i) - (document->text + i));
    for (gsize k = 0; k < size && i < document->length; k++)
      positions[i++] = n;
    n += !g_unichar_isspace(c);
  }
  positions[document->length] = n;
  return positions;
}

/* A mention of GUM's that has begun. */
typedef struct {
  guint begin, chain;
  gboolean counts;
} Open;

/* The chains of a document while its notes are read. */
typedef struct {
  GHashTable *ids; /* GUM's name of an entity -> its number */
  GArray *open;    /* Open */
  GArray *chains;
} Gum;

static guint
number_of(Gum *gum, const char *id, gsize length)
{
  g_autofree char *key = g_strndup(id, length);
  gpointer number;
  if (!g_hash_table_lookup_extended(gum->ids, key, NULL, &number)) {
    number = GUINT_TO_POINTER(g_hash_table_size(gum->ids));
    g_hash_table_insert(gum->ids, g_steal_pointer(&key), number);
  }
  return GPOINTER_TO_UINT(number);
}

/* Closes the last open mention of an entity at a position. */
static gboolean
close_note(Gum *gum, guint chain, guint end)
{
  for (guint k = gum->open->len; k-- > 0;) {
    Open open = g_array_index(gum->open, Open, k);
    if (open.chain != chain)
      continue;
    KithChained mention = {open.begin, end, chain};
    if (open.counts)
      g_array_append_val(gum->chains, mention);
    g_array_remove_index(gum->open, k);
    return TRUE;
  }
  return FALSE;
}

/* "(12-person-new-...": opens; "12)" closes; "(12-person-...)" does both. */
static gboolean
read_note(Gum *gum, const char *note, gsize length, guint begin, guint end)
{
  for (const char *p = note, *stop = note + length; p < stop;) {
    gboolean opens = *p == '(';
    p += opens;
    gsize size = strcspn(p, "()|"), id = strcspn(p, "-()|");
    if (p + size > stop || id == 0)
      return FALSE;
    guint chain = number_of(gum, p, id);
    if (opens) {
      static const char *const counted[] = {"person-", "organization-", "place-", NULL};
      Open open = {begin, chain, FALSE};
      for (guint i = 0; counted[i] != NULL && p[id] == '-'; i++)
        open.counts |= g_str_has_prefix(p + id + 1, counted[i]);
      g_array_append_val(gum->open, open);
    }
    p += size;
    gboolean closes = p < stop && *p == ')';
    if ((!opens && !closes) || (closes && !close_note(gum, chain, end)))
      return FALSE;
    p += closes;
  }
  return TRUE;
}

GArray *
kith_gum_chains(const KithDocument *document, GError **error)
{
  static const char key[] = "Entity=";
  g_autofree guint *positions = kith_document_positions(document);
  g_autoptr(GArray) chains = g_array_new(FALSE, FALSE, sizeof(KithChained));
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(Open));
  g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Gum gum = {ids, open, chains};
  for (guint i = 0; i < document->words->len; i++) {
    const KithWord *word = &g_array_index(document->words, KithWord, i);
    const char *note = word->misc != NULL ? strstr(word->misc, key) : NULL;
    if (note == NULL)
      continue;
    note += strlen(key);
    if (!read_note(&gum, note, strcspn(note, "|"), positions[word->span.begin], positions[word->span.end])) {
      g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: 'Entity=%s' is not well formed", document->name,
                  note);
      return NULL;
    }
  }
  return g_steal_pointer(&chains);
}
