#include "weave/evidence.h"

#include <string.h>

#include "base/slug.h"

/* What agreement and disagreement weigh. Two people of one full name are as likely two as one, so a name
 * alone is never sure; names of organizations and places that have two words are rarer. */
enum {
  NAME_PERSON = 4,       /* first and last word are equal, and nothing between speaks against it */
  NAME_LONG = 1,         /* all of three words and more are equal */
  NAME_PERSON_SHORT = 2, /* a person's only name */
  NAME_OTHER = 6,        /* an organization or a place, of several words */
  NAME_OTHER_SHORT = 4,  /* of one word */
  POST_AND_TITLE = 6,    /* the same post of the same employer */
  POST = 4,              /* another title, the same employer */
  TITLE = 3,             /* the same title, and nothing against it */
  TIE = 4,               /* member of, located in, kin of the same */
  TIE_BROAD = 2,         /* the same country or city */
  MATE = 3,              /* something happens between them and the same */
  MATES = 5,             /* at most */
  LAND = 2,              /* the country of one is in the other's document */
  COMPANY = 2,           /* the same person or organization in the document */
  COMPANIES = 4,         /* at most */
  BROAD = 1,             /* the same country, city, or actor of many documents, however many of them */
  OTHER_GENDER = -8,
  OTHER_NAME = -8,    /* another middle name, junior and senior */
  OTHER_LANDS = -5,   /* both have countries, none in common */
  OTHER_POSTS = -3,   /* both have posts, neither title nor employer in common */
  OTHER_SETTING = -2, /* both documents name others, none in common */
};

/* An item of the graph. */
typedef struct {
  const char *label; /* for people; lent by the graph */
  gboolean broad;    /* a country, a city: shared by many */
  gboolean land;     /* a country */
  guint documents;   /* how many have it */
} Item;

struct _KithEvidenceBase {
  const KithGraph *graph;
  GArray *items;      /* Item */
  GHashTable *ids;    /* char * -> item + 1; keys owned */
  guint *item_of;     /* by actor: its item, or KITH_NONE for one without a name */
  GPtrArray *company; /* by document: GArray of guint, items */
  GPtrArray *of;      /* by actor: GArray of guint, its relations */
  GPtrArray *words;   /* by document: GArray of Pronoun */
  guint many;         /* an item of more documents than this is broad */
};

/* ---- items ---- */

/* Whether a word has a capital, or is of a script that has none. */
static gboolean
has_capital(const char *word, gsize length)
{
  gboolean letters = FALSE;
  for (const char *p = word; p < word + length; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_isupper(c) || g_unichar_istitle(c))
      return TRUE;
    letters |= g_unichar_islower(c);
  }
  return !letters;
}

/* Whether a label is a name: its first and last words are written as names are ("al-Rashid" is), or the first
 * is a particle of names. */
static gboolean
is_name(const char *label)
{
  static const char *const particles[] = {"al",  "el",    "bin", "ben", "ibn", "abu", "de",
                                          "del", "della", "di",  "da",  "dos", "van", "von",
                                          "der", "den",   "la",  "le",  "du",  NULL};
  const char *last = strrchr(label, ' ');
  g_autofree char *first = g_strndup(label, strcspn(label, " "));
  return has_capital(last ? last + 1 : label, strlen(last ? last + 1 : label)) &&
         (has_capital(first, strlen(first)) || g_strv_contains(particles, first));
}

/* A label's slug without "the". Owned by the caller. */
static char *
name_slug(const char *label)
{
  g_autofree char *slug = kith_slug(label);
  return g_strdup(g_str_has_prefix(slug, "the-") ? slug + 4 : slug);
}

static guint
item_new(KithEvidenceBase *base, char *id, const char *label)
{
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(base->ids, id));
  if (known > 0) {
    g_free(id);
    return known - 1;
  }
  Item item = {.label = label};
  g_array_append_val(base->items, item);
  g_hash_table_insert(base->ids, id, GUINT_TO_POINTER(base->items->len));
  return base->items->len - 1;
}

static Item *
item_at(const KithEvidenceBase *base, guint i)
{
  return &g_array_index(base->items, Item, i);
}

/* The item of each actor: what the gazetteer knows by its id, others by their name. */
static void
make_items(KithEvidenceBase *base)
{
  for (guint i = 0; i < base->graph->actors->len; i++) {
    const KithActor *actor = kith_graph_actor(base->graph, i);
    base->item_of[i] = KITH_NONE;
    if (!actor->global && (actor->type == KITH_ACTOR_GROUP || !is_name(actor->label)))
      continue;
    g_autofree char *slug = actor->global ? g_strdup(actor->id) : name_slug(actor->label);
    guint at = item_new(base, g_strconcat(actor->global ? "" : "=", slug, NULL), actor->label);
    Item *item = item_at(base, at);
    item->land |= actor->type == KITH_ACTOR_COUNTRY;
    item->broad |= actor->type == KITH_ACTOR_COUNTRY || actor->type == KITH_ACTOR_PLACE;
    base->item_of[i] = at;
  }
}

static int
compare_guints(gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;
  return (x > y) - (x < y);
}

/* The items of each document, once each, and in how many documents each item is. */
static void
make_company(KithEvidenceBase *base)
{
  for (guint i = 0; i < base->graph->actors->len; i++) {
    const GArray *spans = kith_graph_actor(base->graph, i)->spans;
    guint before = KITH_NONE;
    for (guint k = 0; k < spans->len && base->item_of[i] != KITH_NONE; k++) {
      guint document = g_array_index(spans, KithMentionSpan, k).document;
      if (document != before)
        g_array_append_val((GArray *)base->company->pdata[document], base->item_of[i]);
      before = document;
    }
  }
  for (guint d = 0; d < base->company->len; d++) {
    GArray *items = (GArray *)base->company->pdata[d];
    g_array_sort(items, compare_guints);
    for (guint k = items->len; k-- > 1;)
      if (g_array_index(items, guint, k) == g_array_index(items, guint, k - 1))
        g_array_remove_index(items, k);
    for (guint k = 0; k < items->len; k++)
      item_at(base, g_array_index(items, guint, k))->documents++;
  }
}

/* ---- genders ---- */

/* A short mention of a person, to be cut out of its document. */
typedef struct {
  gsize begin, end;
  guint actor;
  gint8 gender; /* 1: he, -1: she */
} Pronoun;

static int
compare_pronouns(gconstpointer a, gconstpointer b)
{
  const Pronoun *x = (const Pronoun *)a, *y = (const Pronoun *)b;
  return x->begin < y->begin ? -1 : x->begin > y->begin;
}

/* Whether the text at a place is one of a list's words. */
static gboolean
is_one_of(const char *at, gsize length, const char *const *words)
{
  for (; *words; words++)
    if (strlen(*words) == length && g_ascii_strncasecmp(*words, at, length) == 0)
      return TRUE;
  return FALSE;
}

/* Tells the genders of a document's pronouns in one walk over its text. */
static void
tell_genders(GArray *pronouns, const char *text)
{
  static const char *const he[] = {"he", "him", "his", "himself", NULL};
  static const char *const she[] = {"she", "her", "hers", "herself", NULL};
  gsize chars = 0;
  g_array_sort(pronouns, compare_pronouns);
  for (guint i = 0; i < pronouns->len && text; i++) {
    Pronoun *pronoun = &g_array_index(pronouns, Pronoun, i);
    text = g_utf8_offset_to_pointer(text, (glong)(pronoun->begin - chars));
    chars = pronoun->begin;
    pronoun->gender = is_one_of(text, pronoun->end - pronoun->begin, he)    ? 1
                      : is_one_of(text, pronoun->end - pronoun->begin, she) ? -1
                                                                            : 0;
  }
}

static void
make_genders(KithEvidenceBase *base)
{
  enum { LONGEST = 7 }; /* "himself" */
  for (guint i = 0; i < base->graph->actors->len; i++) {
    const KithActor *actor = kith_graph_actor(base->graph, i);
    for (guint k = 0; actor->type == KITH_ACTOR_PERSON && k < actor->spans->len; k++) {
      const KithMentionSpan *span = &g_array_index(actor->spans, KithMentionSpan, k);
      Pronoun pronoun = {span->begin_chars, span->end_chars, i, 0};
      if (span->end_chars - span->begin_chars <= LONGEST)
        g_array_append_val((GArray *)base->words->pdata[span->document], pronoun);
    }
  }
  for (guint d = 0; d < base->words->len; d++)
    tell_genders((GArray *)base->words->pdata[d], kith_graph_document(base->graph, d)->text);
}

static GPtrArray *
arrays_new(guint n, gsize size)
{
  GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add(all, g_array_new(FALSE, FALSE, (guint)size));
  return all;
}

KithEvidenceBase *
kith_evidence_base_new(const KithGraph *graph)
{
  KithEvidenceBase *base = g_new0(KithEvidenceBase, 1);
  base->graph = graph;
  base->items = g_array_new(FALSE, TRUE, sizeof(Item));
  base->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  base->item_of = g_new(guint, graph->actors->len + 1);
  base->company = arrays_new(graph->documents->len, sizeof(guint));
  base->words = arrays_new(graph->documents->len, sizeof(Pronoun));
  base->of = arrays_new(graph->actors->len, sizeof(guint));
  base->many = MAX(10, graph->documents->len / 50);
  make_items(base);
  make_company(base);
  make_genders(base);
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *relation = kith_graph_relation(graph, i);
    g_array_append_val((GArray *)base->of->pdata[relation->source], i);
    if (relation->target != relation->source)
      g_array_append_val((GArray *)base->of->pdata[relation->target], i);
  }
  return base;
}

void
kith_evidence_base_free(KithEvidenceBase *base)
{
  if (base == NULL)
    return;
  g_array_unref(base->items);
  g_hash_table_unref(base->ids);
  g_free(base->item_of);
  g_ptr_array_unref(base->company);
  g_ptr_array_unref(base->of);
  g_ptr_array_unref(base->words);
  g_free(base);
}

char *
kith_evidence_key(const KithEvidenceBase *base, guint i)
{
  const KithActor *actor = kith_graph_actor(base->graph, i);
  if (actor->global || base->item_of[i] == KITH_NONE || actor->spans->len == 0)
    return NULL;
  g_autofree char *slug = name_slug(actor->label);
  const char *type = kith_actor_type_name(actor->type), *last = strrchr(slug, '-');
  if (actor->type != KITH_ACTOR_PERSON)
    return g_strconcat(type, " ", slug, NULL);
  static const char *const suffixes[] = {"-jr", "-sr", "-junior", "-senior", "-ii", "-iii", NULL};
  for (const char *const *suffix = suffixes; last && *suffix; suffix++)
    if (strcmp(last, *suffix) == 0) {
      slug[last - slug] = '\0';
      last = strrchr(slug, '-');
      break;
    }
  g_autofree char *first = g_strndup(slug, strcspn(slug, "-"));
  return g_strconcat(type, " ", first, last, NULL);
}

/* ---- figures ---- */

static void
count(GHashTable *set, guint item, guint n)
{
  gpointer key = GUINT_TO_POINTER(item);
  g_hash_table_insert(set, key, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(set, key)) + n));
}

/* The countries that an actor is a member of or lies in. */
static void
count_lands(const KithEvidenceBase *base, KithFigure *figure, guint actor)
{
  const GArray *of = (const GArray *)base->of->pdata[actor];
  for (guint k = 0; k < of->len; k++) {
    const KithRelation *relation = kith_graph_relation(base->graph, g_array_index(of, guint, k));
    guint item = base->item_of[relation->target];
    if (relation->source == actor && item != KITH_NONE && item_at(base, item)->land &&
        (relation->class == KITH_CLASS_MEMBER || relation->class == KITH_CLASS_LOCATED_IN))
      count(figure->lands, item, 1);
  }
}

/* What a relation says of one of its ends. */
static void
count_relation(const KithEvidenceBase *base, KithFigure *figure, guint actor, const KithRelation *relation)
{
  guint other = relation->source == actor ? relation->target : relation->source;
  guint item = base->item_of[other];
  if (relation->polarity == KITH_NEGATIVE || item == KITH_NONE)
    return;
  gboolean post = relation->class == KITH_CLASS_ROLE && relation->source == actor;
  gboolean tie = !post && kith_class_is_state(relation->class);
  count(post ? figure->posts : tie ? figure->ties : figure->mates, item, 1);
  if (post && relation->label && *relation->label) {
    g_autofree char *slug = kith_slug(relation->label);
    guint title = item_new((KithEvidenceBase *)base, g_strconcat("title ", slug, NULL), relation->label);
    count(figure->titles, title, 1);
  }
  if (relation->source != actor || !(post || tie))
    return;
  if (item_at(base, item)->land)
    count(figure->lands, item, 1);
  else
    count_lands(base, figure, other);
}

static KithFigure *
figure_empty(void)
{
  KithFigure *figure = g_new0(KithFigure, 1);
  GHashTable **const sets[] = {&figure->titles, &figure->posts, &figure->ties,
                               &figure->lands,  &figure->mates, &figure->company};
  figure->actors = g_array_new(FALSE, FALSE, sizeof(guint));
  figure->documents = g_array_new(FALSE, FALSE, sizeof(guint));
  figure->names = g_ptr_array_new_with_free_func(g_free);
  for (gsize i = 0; i < G_N_ELEMENTS(sets); i++)
    *sets[i] = g_hash_table_new(NULL, NULL);
  return figure;
}

KithFigure *
kith_figure_new(const KithEvidenceBase *base, guint i)
{
  const KithActor *actor = kith_graph_actor(base->graph, i);
  KithFigure *figure = figure_empty();
  guint document = g_array_index(actor->spans, KithMentionSpan, 0).document;
  const GArray *of = (const GArray *)base->of->pdata[i];
  const GArray *company = (const GArray *)base->company->pdata[document];
  const GArray *words = (const GArray *)base->words->pdata[document];
  figure->type = actor->type;
  g_array_append_val(figure->actors, i);
  g_array_append_val(figure->documents, document);
  g_ptr_array_add(figure->names, name_slug(actor->label));
  for (guint k = 0; k < of->len; k++)
    count_relation(base, figure, i, kith_graph_relation(base->graph, g_array_index(of, guint, k)));
  for (guint k = 0; k < company->len; k++)
    if (g_array_index(company, guint, k) != base->item_of[i])
      count(figure->company, g_array_index(company, guint, k), 1);
  for (guint k = 0; k < words->len; k++) {
    const Pronoun *pronoun = &g_array_index(words, Pronoun, k);
    figure->he += pronoun->actor == i && pronoun->gender > 0;
    figure->she += pronoun->actor == i && pronoun->gender < 0;
  }
  return figure;
}

void
kith_figure_free(KithFigure *figure)
{
  if (figure == NULL)
    return;
  GHashTable *const sets[] = {figure->titles, figure->posts, figure->ties,
                              figure->lands,  figure->mates, figure->company};
  for (gsize i = 0; i < G_N_ELEMENTS(sets); i++)
    g_hash_table_unref(sets[i]);
  g_array_unref(figure->actors);
  g_array_unref(figure->documents);
  g_ptr_array_unref(figure->names);
  g_free(figure);
}

guint
kith_figure_weight(const KithFigure *figure)
{
  return 3 * g_hash_table_size(figure->posts) + 2 * g_hash_table_size(figure->ties) +
         g_hash_table_size(figure->mates);
}

static void
add_set(GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer item, n;
  g_hash_table_iter_init(&iter, from);
  while (g_hash_table_iter_next(&iter, &item, &n))
    count(to, GPOINTER_TO_UINT(item), GPOINTER_TO_UINT(n));
}

void
kith_figure_add(KithFigure *figure, const KithFigure *other)
{
  add_set(figure->titles, other->titles);
  add_set(figure->posts, other->posts);
  add_set(figure->ties, other->ties);
  add_set(figure->lands, other->lands);
  add_set(figure->mates, other->mates);
  add_set(figure->company, other->company);
  g_array_append_vals(figure->actors, other->actors->data, other->actors->len);
  g_array_append_vals(figure->documents, other->documents->data, other->documents->len);
  g_array_sort(figure->documents, compare_guints);
  figure->he += other->he;
  figure->she += other->she;
  for (guint i = 0; i < other->names->len; i++)
    if (!g_ptr_array_find_with_equal_func(figure->names, other->names->pdata[i], g_str_equal, NULL))
      g_ptr_array_add(figure->names, g_strdup((const char *)other->names->pdata[i]));
}

gboolean
kith_figure_overlaps(const KithFigure *a, const KithFigure *b)
{
  for (guint i = 0, k = 0; i < a->documents->len && k < b->documents->len;) {
    guint x = g_array_index(a->documents, guint, i), y = g_array_index(b->documents, guint, k);
    if (x == y)
      return TRUE;
    i += x < y;
    k += y < x;
  }
  return FALSE;
}

/* ---- names ---- */

/* Whether one of two middle words may be the other: equal, or its initial. */
static gboolean
middle_fits(const char *a, const char *b)
{
  return strcmp(a, b) == 0 || ((a[1] == '\0' || b[1] == '\0') && a[0] == b[0]);
}

/* Whether two persons' names may be one: all words of the shorter are in the longer, in order, or are
 * initials of it. */
static gboolean
names_fit(const char *a, const char *b)
{
  g_auto(GStrv) x = g_strsplit(a, "-", -1), y = g_strsplit(b, "-", -1);
  guint n = g_strv_length(x), m = g_strv_length(y), at = 0;
  char **longer = n > m ? x : y, **shorter = n > m ? y : x;
  for (; *longer && shorter[at]; longer++)
    if (middle_fits(*longer, shorter[at]))
      at++;
  return shorter[at] == NULL;
}

/* The weight of two figures' names. */
static int
score_names(const KithFigure *a, const KithFigure *b, GString *why)
{
  gboolean equal = FALSE, fits = TRUE;
  guint words = 0;
  for (guint i = 0; i < a->names->len; i++)
    for (guint k = 0; k < b->names->len; k++) {
      const char *x = (const char *)a->names->pdata[i], *y = (const char *)b->names->pdata[k];
      if (strcmp(x, y) != 0) {
        fits &= names_fit(x, y);
        continue;
      }
      equal = TRUE;
      words = 1;
      for (const char *p = x; *p; p++)
        words += *p == '-';
    }
  if (!fits)
    return OTHER_NAME;
  if (why)
    g_string_append(why, equal ? "the same name" : "a name that fits");
  if (a->type != KITH_ACTOR_PERSON)
    return words > 1 ? NAME_OTHER : NAME_OTHER_SHORT;
  if (equal && words == 1)
    return NAME_PERSON_SHORT;
  return NAME_PERSON + (equal && words > 2 ? NAME_LONG : 0) - (equal ? 0 : 1);
}

/* ---- scores ---- */

typedef struct {
  const KithEvidenceBase *base;
  const KithFigure *a, *b;
  GHashTable *used; /* items that have counted already */
  GString *why;
} Comparison;

static gboolean
is_broad(const KithEvidenceBase *base, guint item)
{
  return item_at(base, item)->broad || item_at(base, item)->documents > base->many;
}

/* The items of both sets that have not counted yet, sorted. Freed by the caller. */
static GArray *
common(const Comparison *c, GHashTable *x, GHashTable *y)
{
  GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));
  GHashTable *small = g_hash_table_size(x) < g_hash_table_size(y) ? x : y, *large = small == x ? y : x;
  GHashTableIter iter;
  gpointer item;
  g_hash_table_iter_init(&iter, small);
  while (g_hash_table_iter_next(&iter, &item, NULL))
    if (g_hash_table_contains(large, item) && !g_hash_table_contains(c->used, item)) {
      guint value = GPOINTER_TO_UINT(item);
      g_array_append_val(found, value);
    }
  g_array_sort(found, compare_guints);
  return found;
}

/* Notes that items have counted, and for what. */
static void
use(Comparison *c, const GArray *items, const char *what)
{
  enum { NAMED = 3 };
  for (guint i = 0; i < items->len; i++) {
    guint item = g_array_index(items, guint, i);
    g_hash_table_add(c->used, GUINT_TO_POINTER(item));
    if (c->why && i < NAMED)
      g_string_append_printf(c->why, "%s%s", i ? ", " : what, item_at(c->base, item)->label);
  }
}

static int
score_posts(Comparison *c)
{
  g_autoptr(GArray) employers = common(c, c->a->posts, c->b->posts);
  g_autoptr(GArray) titles = common(c, c->a->titles, c->b->titles);
  gboolean lands = g_hash_table_size(c->a->lands) > 0 && g_hash_table_size(c->b->lands) > 0;
  g_autoptr(GArray) shared = common(c, c->a->lands, c->b->lands);
  int score = 0;
  if (employers->len > 0)
    score = titles->len > 0 ? POST_AND_TITLE : POST;
  else if (titles->len > 0 && (!lands || shared->len > 0))
    score = TITLE;
  else if (g_hash_table_size(c->a->posts) > 0 && g_hash_table_size(c->b->posts) > 0)
    score = OTHER_POSTS;
  if (lands && shared->len == 0)
    score += OTHER_LANDS;
  use(c, titles, "; a post as ");
  use(c, employers, "; a post in ");
  return score;
}

/* The weights of shared items: so much for each and so much at most, and little for broad ones together. */
static int
score_shared(Comparison *c, GHashTable *x, GHashTable *y, int each, int most, const char *what)
{
  g_autoptr(GArray) shared = common(c, x, y);
  int score = 0, broad = 0;
  for (guint i = 0; i < shared->len; i++)
    if (is_broad(c->base, g_array_index(shared, guint, i)))
      broad = BROAD;
    else
      score = MIN(most, score + each);
  use(c, shared, what);
  return score + broad;
}

static int
score_ties(Comparison *c)
{
  g_autoptr(GArray) shared = common(c, c->a->ties, c->b->ties);
  int score = 0;
  for (guint i = 0; i < shared->len; i++)
    score = MAX(score, is_broad(c->base, g_array_index(shared, guint, i)) ? TIE_BROAD : TIE);
  use(c, shared, "; a tie to ");
  return score;
}

/* The country of one that the other's document names. */
static int
score_lands(Comparison *c)
{
  g_autoptr(GArray) one = common(c, c->a->lands, c->b->company);
  g_autoptr(GArray) other = common(c, c->b->lands, c->a->company);
  use(c, one->len ? one : other, "; of ");
  return one->len + other->len > 0 ? LAND : 0;
}

/* Company that a tenth of the actors have, for a figure of many would share something with everybody. */
static GHashTable *
usual_company(const KithFigure *figure)
{
  GHashTable *usual = g_hash_table_new(NULL, NULL);
  GHashTableIter iter;
  gpointer item, n;
  g_hash_table_iter_init(&iter, figure->company);
  while (g_hash_table_iter_next(&iter, &item, &n))
    if (GPOINTER_TO_UINT(n) * 10 >= figure->actors->len)
      g_hash_table_add(usual, item);
  return usual;
}

static int
score_company(Comparison *c)
{
  enum { FEW = 10, SAID = 2 };
  gboolean rare_a = c->a->actors->len > FEW, rare_b = c->b->actors->len > FEW;
  g_autoptr(GHashTable) x = rare_a ? usual_company(c->a) : g_hash_table_ref(c->a->company);
  g_autoptr(GHashTable) y = rare_b ? usual_company(c->b) : g_hash_table_ref(c->b->company);
  gboolean any = g_hash_table_size(c->used) > 0;
  int score = score_shared(c, x, y, COMPANY, COMPANIES, "; in the company of ");
  if (!any && score == 0 && g_hash_table_size(x) >= SAID && g_hash_table_size(y) >= SAID)
    score = OTHER_SETTING;
  return score;
}

static gboolean
is_other_gender(const KithFigure *a, const KithFigure *b)
{
  return (a->he > a->she && b->she > b->he) || (a->she > a->he && b->he > b->she);
}

int
kith_figure_score(const KithEvidenceBase *base, const KithFigure *a, const KithFigure *b, GString *why)
{
  int score = score_names(a, b, why);
  if (score < 0)
    return score;
  g_autoptr(GHashTable) used = g_hash_table_new(NULL, NULL);
  Comparison c = {base, a, b, used, why};
  score += score_posts(&c);
  score += score_ties(&c);
  score += score_lands(&c);
  score += score_shared(&c, a->mates, b->mates, MATE, MATES, "; both deal with ");
  score += score_company(&c);
  return is_other_gender(a, b) ? score + OTHER_GENDER : score;
}
