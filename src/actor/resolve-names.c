/* Which names are one: the gazetteer's, equal ones, acronyms, parts of names. */
#include <string.h>

#include "actor/finder.h"

/* Tables over the names of a document. */
typedef struct {
  KithFinder *f;
  GHashTable *entries;  /* KithGazetteerEntry * -> 1 + mention */
  GHashTable *peoples;  /* the same, of their peoples */
  GHashTable *keys;     /* key -> 1 + mention, of no persons' short names */
  GHashTable *initials; /* "nasa" -> 1 + mention of the long name */
  GHashTable *families; /* last word -> GArray of guint: persons' long names, in order */
  GHashTable *firsts; /* first word -> 1 + mention of the one long name that has it; KITH_NONE for several */
  GArray *recent;     /* by mention of a long name: the last mention that went to it */
} Names;

static gboolean
is_acronym(const char *text)
{
  guint capitals = 0;
  for (const char *p = text; *p; p++) {
    if (g_ascii_isupper(*p))
      capitals++;
    else if (*p != '.' && *p != '-' && *p != '&' && !g_ascii_isdigit(*p))
      return FALSE;
  }
  return capitals >= 2 && strlen(text) <= 10;
}

static char *
acronym_key(const char *text)
{
  GString *key = g_string_new(NULL);
  for (const char *p = text; *p; p++)
    if (g_ascii_isalnum(*p))
      g_string_append_c(key, g_ascii_tolower(*p));
  return g_string_free(key, FALSE);
}

/* The initials of a name's words, all or the capitalised ones. */
static char *
initials_of(const KithFinder *f, const KithFound *found, gboolean all)
{
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  GString *key = g_string_new(NULL);
  for (guint i = found->core_begin; i < found->core_end; i++)
    if (g_ascii_isalpha(*words[i].form) && (all || kith_word_capitalized(&words[i])))
      g_string_append_c(key, g_ascii_tolower(*words[i].form));
  return g_string_free(key, FALSE);
}

static guint
look_up(GHashTable *table, gconstpointer key)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(table, key));
}

/* Joins with the mention that a table has for a key, or enters this one. */
static gboolean
join_or_enter(Names *names, GHashTable *table, gpointer key, guint mention)
{
  guint known = look_up(table, key);
  if (known != 0)
    return kith_cluster_join(names->f, known - 1, mention);
  g_hash_table_insert(table, key, GUINT_TO_POINTER(mention + 1));
  return FALSE;
}

static const char *
last_word(const char *key)
{
  const char *space = strrchr(key, ' ');
  return space ? space + 1 : key;
}

/* A family's name without the article that Arabic names have: "al-Masri", "Masri". */
static const char *
bare_family(const char *name)
{
  static const char *const articles[] = {"al-", "el-", "as-", "ash-", "ad-", "an-", "ar-", "at-", "az-"};
  for (guint i = 0; i < G_N_ELEMENTS(articles); i++)
    if (g_str_has_prefix(name, articles[i]))
      return name + strlen(articles[i]);
  return name;
}

/* Enters a person's long name under its last word. */
static void
enter_family(Names *names, const char *last, guint mention)
{
  GArray *family = g_hash_table_lookup(names->families, last);
  if (family == NULL) {
    family = g_array_new(FALSE, FALSE, sizeof(guint));
    g_hash_table_insert(names->families, (gpointer)last, family);
  }
  g_array_append_val(family, mention);
}

static void
enter_names(Names *names)
{
  KithFinder *f = names->f;
  for (guint i = 0; i < f->found->len; i++) {
    KithFound *found = kith_found(f, i);
    if (found->people && found->tie != NULL)
      join_or_enter(names, names->peoples, (gpointer)found->tie, i);
    if (found->m.kind != KITH_MENTION_NAME)
      continue;
    if (found->entry != NULL)
      join_or_enter(names, names->entries, (gpointer)found->entry, i);
    gboolean long_name = strchr(found->key, ' ') != NULL;
    if (found->m.type == KITH_ACTOR_PERSON) {
      if (!long_name)
        continue;
      enter_family(names, bare_family(last_word(found->key)), i);
      char *first = g_strndup(found->key, strcspn(found->key, " "));
      guint known = look_up(names->firsts, first);
      gboolean same =
          known != 0 && known != KITH_NONE && strcmp(kith_found(f, known - 1)->key, found->key) == 0;
      g_hash_table_insert(names->firsts, first,
                          GUINT_TO_POINTER(known == 0 ? i + 1
                                           : same     ? known
                                                      : KITH_NONE));
    } else if (long_name)
      for (guint all = 0; all < 2; all++) {
        char *initials = initials_of(f, found, all);
        if (strlen(initials) >= 2 && look_up(names->initials, initials) == 0)
          g_hash_table_insert(names->initials, initials, GUINT_TO_POINTER(i + 1));
        else
          g_free(initials);
      }
    if (!found->m.metonym)
      join_or_enter(names, names->keys, found->key, i);
  }
}

/* Whether a word is letters of a long name, small ones of small words among them: "CoE" of "Council of
 * Europe", whatever stands before it. */
static gboolean
abbreviates(const KithFinder *f, const char *word, const KithFound *name)
{
  g_autofree char *initials = initials_of(f, name, TRUE), *key = acronym_key(word);
  return strlen(key) >= 3 && strlen(key) == strlen(word) && strchr(word, ' ') == NULL &&
         g_ascii_isupper(word[0]) && g_ascii_isupper(word[strlen(word) - 1]) &&
         g_str_has_suffix(initials, key);
}

/* "X (Y)" and "Y (X)" where one is an acronym. */
static void
join_bracketed(KithFinder *f, guint i)
{
  const KithFound *inner = kith_found(f, i);
  const KithWord *words = kith_finder_words(f, inner->m.sentence);
  if (inner->core_begin < 2 || words[inner->core_begin - 1].upos != KITH_PUNCT ||
      words[inner->core_begin - 1].form[0] != '(')
    return;
  for (guint j = i; j-- > f->first[inner->m.sentence];) {
    const KithFound *outer = kith_found(f, j);
    if (outer->m.kind != KITH_MENTION_NAME || outer->core_end != inner->core_begin - 1)
      continue;
    g_autofree char *a = kith_finder_text(f, inner->m.sentence, inner->core_begin, inner->core_end);
    g_autofree char *b = kith_finder_text(f, outer->m.sentence, outer->core_begin, outer->core_end);
    if ((is_acronym(a) || is_acronym(b) || abbreviates(f, a, outer)) && inner->m.type != KITH_ACTOR_PERSON)
      kith_cluster_join(f, j, i);
    return;
  }
}

/* "507th ARW" for "507th Air Refueling Wing": a unit's number, and the initials of what it is. */
static gboolean
join_numbered(Names *names, guint i)
{
  KithFinder *f = names->f;
  const KithFound *found = kith_found(f, i);
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  if (found->core_end != found->core_begin + 2 || !g_ascii_isdigit(words[found->core_begin].form[0]) ||
      !is_acronym(words[found->core_end - 1].form))
    return FALSE;
  g_autofree char *key = acronym_key(words[found->core_end - 1].form);
  guint known = look_up(names->initials, key);
  if (known == 0)
    return FALSE;
  const KithFound *unit = kith_found(f, known - 1);
  return strcmp(kith_finder_words(f, unit->m.sentence)[unit->core_begin].form,
                words[found->core_begin].form) == 0 &&
         kith_cluster_join(f, known - 1, i);
}

static void
join_acronym(Names *names, guint i)
{
  KithFinder *f = names->f;
  const KithFound *found = kith_found(f, i);
  if (join_numbered(names, i) || found->entry != NULL || strchr(found->key, ' ') != NULL ||
      found->m.type == KITH_ACTOR_PERSON)
    return;
  g_autofree char *text = kith_finder_text(f, found->m.sentence, found->core_begin, found->core_end);
  if (!is_acronym(text))
    return;
  g_autofree char *key = acronym_key(text);
  guint known = look_up(names->initials, key);
  gboolean and = known != 0 && (strstr(kith_found(f, known - 1)->key, " and ") != NULL ||
                                strchr(kith_found(f, known - 1)->key, '&') != NULL);
  if (known != 0 && (and || strchr(text, '&') == NULL))
    kith_cluster_join(f, known - 1, i);
}

/* Whether all words of a name but the last are another's, in their order; both begin with the same. */
static gboolean
has_given_names(const char *shorter, const char *longer)
{
  g_auto(GStrv) some = g_strsplit(shorter, " ", 0), all = g_strsplit(longer, " ", 0);
  const guint n = g_strv_length(some), most = g_strv_length(all);
  guint at = 0;
  for (guint i = 0; i + 1 < most && at + 1 < n; i++) {
    if (strcmp(some[at], all[i]) == 0)
      at++;
    else if (i == 0)
      return FALSE;
  }
  return at + 1 == n;
}

/* Whether a shorter person's name may mean the longer: its last words, or first and last without one between.
 */
static gboolean
name_fits(const char *shorter, const char *longer)
{
  gsize s = strlen(shorter), l = strlen(longer);
  if (s >= l)
    return FALSE;
  if (strcmp(longer + l - s, shorter) == 0 && longer[l - s - 1] == ' ')
    return TRUE;
  return strcmp(bare_family(last_word(shorter)), bare_family(last_word(longer))) == 0 &&
         (strchr(shorter, ' ') == NULL || has_given_names(shorter, longer));
}

/* -1 for "the younger Roe", 1 for "the elder Roe", else 0. */
static int
age_of(const KithFinder *f, const KithFound *found)
{
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  if (found->core_begin == 0)
    return 0;
  const KithWord *before = &words[found->core_begin - 1];
  return g_ascii_strcasecmp(before->form, "younger") == 0 ? -1
         : g_ascii_strcasecmp(before->form, "elder") == 0 || g_ascii_strcasecmp(before->form, "older") == 0
             ? 1
             : 0;
}

/* Whether what stands right before a name tells somebody's child: "the senator's son, John Roe". */
static gboolean
is_child(const KithFinder *f, const KithFound *found)
{
  static const char *const kin[] = {"son",    "daughter", "child",   "grandson", "granddaughter",
                                    "nephew", "niece",    "younger", NULL};
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  for (guint w = found->core_begin > 4 ? found->core_begin - 4 : 0; w < found->core_begin; w++)
    if (kith_word_in(&words[w], kin))
      return TRUE;
  return FALSE;
}

/* The long name of a family that a short one means: the one mentioned last, or else the first to come. */
static void
join_person(Names *names, guint i)
{
  KithFinder *f = names->f;
  const KithFound *found = kith_found(f, i);
  GArray *family = g_hash_table_lookup(names->families, bare_family(last_word(found->key)));
  guint best = KITH_NONE, best_time = 0, next = KITH_NONE;
  int age = age_of(f, found);
  gboolean child = FALSE;
  for (guint k = 0; age != 0 && family != NULL && k < family->len; k++)
    child |= is_child(f, kith_found(f, g_array_index(family, guint, k)));
  if (!child)
    age = 0;
  for (guint k = 0; family != NULL && k < family->len; k++) {
    guint j = g_array_index(family, guint, k);
    const KithFound *full = kith_found(f, j);
    if (!name_fits(found->key, full->key))
      continue;
    KithGender a = found->gender, b = kith_cluster_of(f, j)->gender;
    if (a != KITH_GENDER_UNKNOWN && b != KITH_GENDER_UNKNOWN && a != b)
      continue;
    if (age != 0 && family->len > 1 && (age < 0) != is_child(f, full))
      continue;
    guint time = MAX(j, g_array_index(names->recent, guint, kith_cluster_index(f, j)));
    if (j > i && next == KITH_NONE)
      next = j;
    else if (j < i && (best == KITH_NONE || time > best_time)) {
      best = j;
      best_time = time;
    }
  }
  if (best == KITH_NONE)
    best = next;
  if (best == KITH_NONE && strchr(found->key, ' ') == NULL) {
    guint first = look_up(names->firsts, found->key);
    best = first != 0 && first != KITH_NONE ? first - 1 : KITH_NONE;
  }
  if (best == KITH_NONE && strchr(found->key, ' ') != strrchr(found->key, ' ')) {
    /* "Antony Blinken Travel": a word too many in a headline */
    g_autofree char *shorter = g_strndup(found->key, (gsize)(strrchr(found->key, ' ') - found->key));
    guint known = look_up(names->keys, shorter);
    best = known != 0 && kith_found(f, known - 1)->m.type == KITH_ACTOR_PERSON ? known - 1 : KITH_NONE;
  }
  if (best != KITH_NONE && kith_cluster_join(f, best, i)) {
    g_array_index(names->recent, guint, kith_cluster_index(f, best)) = i;
    return;
  }
  if (best == KITH_NONE && strchr(found->key, ' ') == NULL)
    join_or_enter(names, names->keys, found->key, i);
}

/* Whether all of the shorter's words are the longer's first or last. */
static gboolean
is_end_of(const char *shorter, const char *longer, gboolean *first)
{
  gsize s = strlen(shorter), l = strlen(longer);
  if (s >= l)
    return FALSE;
  *first = strncmp(shorter, longer, s) == 0 && longer[s] == ' ';
  return *first || (strcmp(longer + l - s, shorter) == 0 && longer[l - s - 1] == ' ');
}

static gboolean
is_place_noun(const KithFinder *f, const char *word)
{
  KithNoun noun = kith_gazetteer_noun(f->gazetteer, word);
  return noun.kind == KITH_NOUN_PLACE || strcmp(word, "d.c.") == 0 || strcmp(word, "dc") == 0;
}

/* Whether a word may be a body's name without what tells its kind: "Rioni" for "Rioni TV". */
static gboolean
is_short_name(const KithFinder *f, const KithFound *part)
{
  static const char *const before_places[] = {"in", "at", "near", "from", "to", NULL};
  const KithWord *words = kith_finder_words(f, part->m.sentence);
  const KithWord *word = &words[part->core_begin];
  gboolean place = part->m.type == KITH_ACTOR_PLACE && part->core_begin > 0 &&
                   kith_word_in(&words[part->core_begin - 1], before_places);
  return part->entry == NULL && part->core_end == part->core_begin + 1 && !place &&
         (part->weak || part->m.type == KITH_ACTOR_ORGANIZATION || part->m.type == KITH_ACTOR_PLACE) &&
         kith_gazetteer_noun(f->gazetteer, part->key).kind == KITH_NOUN_UNKNOWN &&
         kith_gazetteer_find(f->gazetteer, word->form, NULL) == NULL;
}

/* "UN council" in a headline for "U.N. Security Council": the first word and the last. */
static gboolean
is_shortened(const KithFinder *f, const KithFound *part, const KithFound *whole)
{
  const KithWord *a = kith_finder_words(f, part->m.sentence), *b = kith_finder_words(f, whole->m.sentence);
  if (kith_document_sentence(f->doc, part->m.sentence)->kind != KITH_SENTENCE_HEADLINE ||
      part->m.type != whole->m.type || part->core_end != part->core_begin + 2 ||
      whole->core_end < whole->core_begin + 3 ||
      g_ascii_strcasecmp(a[part->core_end - 1].form, b[whole->core_end - 1].form) != 0)
    return FALSE;
  g_autofree char *first = acronym_key(a[part->core_begin].form),
                  *other = acronym_key(b[whole->core_begin].form);
  return *first != '\0' && strcmp(first, other) == 0;
}

/* "UN Panel of Experts" for "UN Independent Panel of Experts": all words but an adjective inside. */
static gboolean
lacks_adjective(const KithFinder *f, const KithFound *part, const KithFound *whole)
{
  const KithWord *a = kith_finder_words(f, part->m.sentence), *b = kith_finder_words(f, whole->m.sentence);
  const guint length = part->core_end - part->core_begin;
  guint same = 0;
  if (part->m.type != KITH_ACTOR_ORGANIZATION || whole->m.type != KITH_ACTOR_ORGANIZATION || length < 3 ||
      whole->core_end - whole->core_begin != length + 1)
    return FALSE;
  while (same < length &&
         g_ascii_strcasecmp(a[part->core_begin + same].form, b[whole->core_begin + same].form) == 0)
    same++;
  if (same == 0 || same >= length || b[whole->core_begin + same].upos != KITH_ADJ)
    return FALSE;
  for (guint i = same; i < length; i++)
    if (g_ascii_strcasecmp(a[part->core_begin + i].form, b[whole->core_begin + i + 1].form) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
part_fits(const KithFinder *f, const KithFound *part, const KithFound *whole)
{
  gboolean first;
  if (is_shortened(f, part, whole) || lacks_adjective(f, part, whole))
    return TRUE;
  const char *key = whole->key;
  /* "Supreme Court" of "Italian Supreme Court of Appeal" */
  if (f->demonyms[whole->m.sentence][whole->core_begin] != NULL && strchr(key, ' ') != NULL)
    key = strchr(key, ' ') + 1;
  if (!is_end_of(part->key, key, &first) && !is_end_of(part->key, key = whole->key, &first))
    return FALSE;
  const char *rest = key + strlen(part->key) + 1;
  if (first && is_short_name(f, part) && whole->m.type == KITH_ACTOR_ORGANIZATION && whole->entry == NULL)
    return TRUE;
  if (part->m.type == KITH_ACTOR_PLACE && whole->m.type == KITH_ACTOR_PLACE)
    return first && is_place_noun(f, last_word(rest));
  /* "Atlanta" of "Banco Atlanta", tagged as something else */
  if (whole->m.type == KITH_ACTOR_ORGANIZATION && !first && part->entry == NULL &&
      part->m.kind == KITH_MENTION_NAME && (part->weak || part->m.type == KITH_ACTOR_PLACE) &&
      strstr(whole->key, " of ") == NULL && strstr(whole->key, " in ") == NULL &&
      strstr(whole->key, " for ") == NULL)
    return TRUE;
  /* "Atlanta's owner" tells what "Banco Atlanta" is */
  if (part->told && !first && whole->m.type == KITH_ACTOR_PLACE && whole->entry == NULL &&
      is_short_name(f, part))
    return TRUE;
  if (part->m.type != KITH_ACTOR_ORGANIZATION || whole->m.type != KITH_ACTOR_ORGANIZATION)
    return FALSE;
  /* "Supreme Court" of "Supreme Court of Appeal"; "Coalition" of "Global Coalition" */
  if (first)
    return g_str_has_prefix(rest, "of ") || g_str_has_prefix(rest, "for ") ||
           kith_gazetteer_noun(f->gazetteer, last_word(rest)).kind == KITH_NOUN_ORGANIZATION;
  return TRUE;
}

/* A part of an organization's or place's longer name, if only one there is has it. */
static void
join_part(KithFinder *f, guint i, const GArray *longer)
{
  const KithFound *part = kith_found(f, i);
  guint best = KITH_NONE;
  for (guint k = 0; k < longer->len; k++) {
    guint j = g_array_index(longer, guint, k);
    const KithFound *whole = kith_found(f, j);
    if (j == i || !part_fits(f, part, whole))
      continue;
    if (best != KITH_NONE && kith_cluster_index(f, best) != kith_cluster_index(f, j))
      return;
    best = j;
  }
  if (best == KITH_NONE)
    return;
  KithActorType type = part->told ? KITH_ACTOR_ORGANIZATION : kith_found(f, best)->m.type;
  if (part->m.type != type)
    kith_cluster_retype(f, i, type);
  if (kith_found(f, best)->m.type != type)
    kith_cluster_retype(f, best, type);
  kith_cluster_join(f, best, i);
}

/* The organizations and places of several words, a mention for each name, at most so many that the square is
 * no harm. */
static GArray *
longer_names(const KithFinder *f)
{
  enum { MOST = 2000 };
  GArray *longer = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < f->found->len && longer->len < MOST; i++) {
    const KithFound *found = kith_found(f, i);
    if (found->m.kind == KITH_MENTION_NAME && found->m.type != KITH_ACTOR_PERSON && strchr(found->key, ' ') &&
        g_hash_table_add(seen, found->key))
      g_array_append_val(longer, i);
  }
  return longer;
}

static void
unref_array(gpointer array)
{
  g_array_unref(array);
}

/* Gives the names of each cluster that the tagger has as several things the type that most have: a body
 * before a person by tag alone, and that before a place. */
static void
settle_types(KithFinder *f)
{
  for (guint i = 0; i < f->clusters->len; i++) {
    const KithCluster *cluster = &g_array_index(f->clusters, KithCluster, i);
    if (cluster->mentions == NULL || cluster->mentions->len < 2 || cluster->entry != NULL || !cluster->named)
      continue;
    guint votes[KITH_N_ACTOR_TYPES] = {0}, names = 0;
    for (guint k = 0; k < cluster->mentions->len; k++) {
      const KithFound *found = kith_found(f, g_array_index(cluster->mentions, guint, k));
      votes[found->m.type] += found->m.kind != KITH_MENTION_NAME ? 0
                              : found->told                      ? 100
                              : found->weak                      ? 2
                                                                 : 3;
      names += found->m.kind == KITH_MENTION_NAME;
    }
    static const KithActorType order[] = {KITH_ACTOR_ORGANIZATION, KITH_ACTOR_PERSON, KITH_ACTOR_PLACE};
    KithActorType best = KITH_ACTOR_ORGANIZATION;
    for (guint k = 1; k < G_N_ELEMENTS(order); k++)
      if (votes[order[k]] > votes[best])
        best = order[k];
    if (names == cluster->mentions->len && votes[best] > 0)
      kith_cluster_retype(f, g_array_index(cluster->mentions, guint, 0), best);
  }
}

void
kith_finder_resolve_names(KithFinder *f)
{
  Names names = {.f = f};
  names.entries = g_hash_table_new(NULL, NULL);
  names.peoples = g_hash_table_new(NULL, NULL);
  names.keys = g_hash_table_new(g_str_hash, g_str_equal);
  names.initials = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  names.firsts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  names.families = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, unref_array);
  names.recent = g_array_sized_new(FALSE, TRUE, sizeof(guint), f->found->len);
  g_array_set_size(names.recent, f->found->len);
  enter_names(&names);
  g_autoptr(GArray) longer = longer_names(f);
  g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    if (found->m.kind != KITH_MENTION_NAME)
      continue;
    if (found->m.type == KITH_ACTOR_PERSON && found->entry == NULL) {
      join_person(&names, i);
      if (kith_cluster_is_weak(f, i) && g_hash_table_add(done, found->key))
        join_part(f, i, longer);
      continue;
    }
    join_bracketed(f, i);
    join_acronym(&names, i);
    if (found->entry == NULL && g_hash_table_add(done, found->key))
      join_part(f, i, longer);
  }
  g_hash_table_unref(names.entries);
  g_hash_table_unref(names.peoples);
  g_hash_table_unref(names.keys);
  g_hash_table_unref(names.initials);
  g_hash_table_unref(names.families);
  g_hash_table_unref(names.firsts);
  g_array_unref(names.recent);
  settle_types(f);
}
