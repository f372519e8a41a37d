#include "train/align.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

/* A word with the characters of its token, white space aside. */
typedef struct {
  guint start, end;
  gboolean multi; /* of a token of several words */
  const KithWord *word;
  gint64 head; /* index among all words, -1 root, -2 none */
} Unit;

typedef struct {
  guint start, end;
} Range;

typedef struct {
  GString *chars;
  GArray *tokens, *sentences; /* Range */
  GArray *units;              /* Unit */
} Side;

static void
side_clear(Side *side)
{
  g_string_free(side->chars, TRUE);
  g_array_unref(side->tokens);
  g_array_unref(side->sentences);
  g_array_unref(side->units);
}

/* Appends what is no white space; returns how many characters. */
static guint
append_chars(GString *out, const char *text, gsize length)
{
  guint n = 0;
  for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_isspace(c))
      continue;
    g_string_append_unichar(out, c);
    n++;
  }
  return n;
}

static void
side_add_sentence(Side *side, const KithDocument *document, const KithSentence *sentence, guint *at)
{
  const KithWord *words = kith_document_words(document, sentence);
  const guint first = side->units->len, start = *at;
  for (guint i = 0; i < sentence->n_words;) {
    guint end = i + 1;
    while (end < sentence->n_words && (words[end].flags & KITH_WORD_JOINED))
      end++;
    guint n = end == i + 1 ? append_chars(side->chars, words[i].form, strlen(words[i].form))
                           : append_chars(side->chars, document->text + words[i].span.begin,
                                          words[end - 1].span.end - words[i].span.begin);
    Range token = {*at, *at + n};
    g_array_append_val(side->tokens, token);
    for (guint w = i; w < end; w++) {
      gint32 head = words[w].head;
      Unit unit = {token.start, token.end, end > i + 1, &words[w], head >= 0 ? (gint64)first + head : head};
      g_array_append_val(side->units, unit);
    }
    *at += n;
    i = end;
  }
  Range range = {start, *at};
  if (sentence->n_words > 0)
    g_array_append_val(side->sentences, range);
}

static void
side_init(Side *side, const KithDocument *document)
{
  guint at = 0;
  side->chars = g_string_new(NULL);
  side->tokens = g_array_new(FALSE, FALSE, sizeof(Range));
  side->sentences = g_array_new(FALSE, FALSE, sizeof(Range));
  side->units = g_array_new(FALSE, FALSE, sizeof(Unit));
  for (guint s = 0; s < document->sentences->len; s++)
    side_add_sentence(side, document, kith_document_sentence(document, s), &at);
}

/* Ranges that are in both lists, each sorted by start. */
static void
count_ranges(GArray *gold, GArray *found, KithCount *count)
{
  count->gold += gold->len;
  count->found += found->len;
  for (guint i = 0, j = 0; i < gold->len && j < found->len;) {
    Range a = g_array_index(gold, Range, i), b = g_array_index(found, Range, j);
    count->right += a.start == b.start && a.end == b.end;
    i += a.start <= b.start;
    j += b.start <= a.start;
  }
}

static gint
compare_ranges(gconstpointer a, gconstpointer b)
{
  const Range *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end < y->end ? -1 : x->end > y->end;
}

/* Where either side has tokens of several words; overlapping ones merged. */
static GArray *
find_zones(const Side *gold, const Side *found)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Range));
  const Side *const sides[] = {gold, found};
  for (guint s = 0; s < 2; s++)
    for (guint i = 0; i < sides[s]->units->len; i++) {
      const Unit *unit = &g_array_index(sides[s]->units, Unit, i);
      Range range = {unit->start, unit->end};
      if (unit->multi)
        g_array_append_val(all, range);
    }
  g_array_sort(all, compare_ranges);
  GArray *zones = g_array_new(FALSE, FALSE, sizeof(Range));
  for (guint i = 0; i < all->len; i++) {
    Range range = g_array_index(all, Range, i);
    Range *last = zones->len > 0 ? &g_array_index(zones, Range, zones->len - 1) : NULL;
    if (last != NULL && range.start < last->end)
      last->end = MAX(last->end, range.end);
    else
      g_array_append_val(zones, range);
  }
  return zones;
}

/* For each unit the zone that it lies within, or KITH_NONE. */
static guint *
zone_of(const Side *side, GArray *zones)
{
  guint *out = g_new(guint, side->units->len + 1);
  for (guint i = 0, z = 0; i < side->units->len; i++) {
    const Unit *unit = &g_array_index(side->units, Unit, i);
    while (z < zones->len && g_array_index(zones, Range, z).end <= unit->start)
      z++;
    Range zone = z < zones->len ? g_array_index(zones, Range, z) : (Range){G_MAXUINT, 0};
    out[i] = zone.start <= unit->start && unit->end <= zone.end ? z : KITH_NONE;
  }
  return out;
}

static gboolean
same_form(const Unit *a, const Unit *b)
{
  g_autofree char *x = g_utf8_strdown(a->word->form, -1);
  g_autofree char *y = g_utf8_strdown(b->word->form, -1);
  return strcmp(x, y) == 0;
}

/* Pairs of the longest common subsequence of gold[0..n) and found[0..m) by form. */
static void
align_zone(const Unit *gold, guint n, const Unit *found, guint m, guint gold_first, guint found_first,
           guint *pairs)
{
  g_autofree guint *best = g_new0(guint, ((gsize)n + 1) * (m + 1));
  for (guint i = n; i-- > 0;)
    for (guint j = m; j-- > 0;)
      best[i * (m + 1) + j] = same_form(&gold[i], &found[j])
                                  ? 1 + best[(i + 1) * (m + 1) + j + 1]
                                  : MAX(best[(i + 1) * (m + 1) + j], best[i * (m + 1) + j + 1]);
  for (guint i = 0, j = 0; i < n && j < m;) {
    if (same_form(&gold[i], &found[j]))
      pairs[gold_first + i++] = found_first + j++;
    else if (best[(i + 1) * (m + 1) + j] >= best[i * (m + 1) + j + 1])
      i++;
    else
      j++;
  }
}

/* For each gold unit the unit found for it, or KITH_NONE. */
static guint *
align(const Side *gold, const Side *found)
{
  const guint n = gold->units->len, m = found->units->len;
  g_autoptr(GArray) zones = find_zones(gold, found);
  g_autofree guint *gold_zone = zone_of(gold, zones), *found_zone = zone_of(found, zones);
  const Unit *g = (const Unit *)(void *)gold->units->data, *f = (const Unit *)(void *)found->units->data;
  guint *pairs = g_new(guint, n + 1);
  for (guint i = 0; i <= n; i++)
    pairs[i] = KITH_NONE;
  for (guint i = 0, j = 0; i < n || j < m;) {
    if (i < n && gold_zone[i] == KITH_NONE && j < m && found_zone[j] == KITH_NONE) {
      if (g[i].start == f[j].start && g[i].end == f[j].end)
        pairs[i] = j;
      guint a = g[i].start, b = f[j].start;
      i += a <= b;
      j += b <= a;
      continue;
    }
    guint zone = KITH_NONE;
    if (i < n && gold_zone[i] != KITH_NONE)
      zone = gold_zone[i];
    if (j < m && found_zone[j] != KITH_NONE)
      zone = MIN(zone, found_zone[j]);
    if (zone == KITH_NONE)
      break;
    Range range = g_array_index(zones, Range, zone);
    while (i < n && gold_zone[i] == KITH_NONE && g[i].start < range.start)
      i++;
    while (j < m && found_zone[j] == KITH_NONE && f[j].start < range.start)
      j++;
    guint i_end = i, j_end = j;
    while (i_end < n && g[i_end].start < range.end)
      i_end++;
    while (j_end < m && f[j_end].start < range.end)
      j_end++;
    align_zone(g + i, i_end - i, f + j, j_end - j, i, j, pairs);
    i = i_end;
    j = j_end;
  }
  return pairs;
}

static gboolean
same_string(const char *a, const char *b)
{
  return strcmp(a != NULL ? a : "_", b != NULL ? b : "_") == 0;
}

static void
count_pair(const Unit *g, const Unit *f, const guint *pairs, KithCount counts[KITH_N_COUNTS])
{
  gboolean head = g->head < 0 ? f->head == KITH_HEAD_ROOT : f->head >= 0 && (gint64)pairs[g->head] == f->head;
  counts[KITH_COUNT_WORDS].right++;
  counts[KITH_COUNT_UPOS].right += g->word->upos == f->word->upos;
  counts[KITH_COUNT_XPOS].right += same_string(g->word->xpos, f->word->xpos);
  counts[KITH_COUNT_LEMMAS].right +=
      same_string(g->word->lemma, "_") || same_string(g->word->lemma, f->word->lemma);
  counts[KITH_COUNT_UAS].right += head;
  counts[KITH_COUNT_LAS].right +=
      head && kith_deprel_universal(g->word->deprel) == kith_deprel_universal(f->word->deprel);
}

gboolean
kith_score_documents(const KithDocument *gold, const KithDocument *found, KithCount counts[KITH_N_COUNTS],
                     GError **error)
{
  Side g, f;
  side_init(&g, gold);
  side_init(&f, found);
  gboolean same = strcmp(g.chars->str, f.chars->str) == 0;
  if (same) {
    count_ranges(g.tokens, f.tokens, &counts[KITH_COUNT_TOKENS]);
    count_ranges(g.sentences, f.sentences, &counts[KITH_COUNT_SENTENCES]);
    g_autofree guint *pairs = align(&g, &f);
    for (guint i = 0; i < g.units->len; i++)
      if (pairs[i] != KITH_NONE)
        count_pair(&g_array_index(g.units, Unit, i), &g_array_index(f.units, Unit, pairs[i]), pairs, counts);
    for (guint k = KITH_COUNT_WORDS; k < KITH_N_COUNTS; k++) {
      counts[k].gold += g.units->len;
      counts[k].found += f.units->len;
    }
  } else {
    g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT, "%s: the analyses have different characters",
                gold->name);
  }
  side_clear(&g);
  side_clear(&f);
  return same;
}

double
kith_count_f1(const KithCount *count)
{
  guint sum = count->gold + count->found;
  return sum == 0 ? 0 : 200.0 * count->right / sum;
}

char *
kith_document_raw_text(const KithDocument *document)
{
  GString *out = g_string_new(NULL);
  guint paragraph = 0;
  for (guint s = 0; s < document->sentences->len; s++) {
    const KithSentence *sentence = kith_document_sentence(document, s);
    if (sentence->n_words == 0)
      continue;
    if (out->len > 0)
      g_string_append(out, sentence->paragraph != paragraph ? "\n\n" : " ");
    paragraph = sentence->paragraph;
    g_string_append_len(out, document->text + sentence->span.begin,
                        (gssize)(sentence->span.end - sentence->span.begin));
  }
  g_string_append_c(out, '\n');
  return g_string_free(out, FALSE);
}
