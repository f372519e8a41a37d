/* Mentions that are names, out of the stretches of words that may be. */
#include <string.h>

#include "actor/kinds.h"
#include "actor/spans.h"

/* The word of a span that hangs outside it; for several the first. */
static guint
span_head(const KithWord *words, const KithNameSpan *span)
{
  for (guint i = span->begin; i < span->end; i++)
    if ((words[i].head < (gint32)span->begin || words[i].head >= (gint32)span->end) &&
        words[i].upos != KITH_PUNCT)
      return i;
  return span->begin;
}

/* What the tagger's type means, the common noun in the name considered: "Foreign Ministry" is no place.
 * False: no actor. */
static gboolean
weigh_noun(KithNoun noun, gboolean of, gboolean single, gboolean state, KithActorType *type)
{
  if (single && state)
    return FALSE;
  if (noun.kind == KITH_NOUN_NEVER)
    return *type == KITH_ACTOR_PERSON ? !single : of;
  if (noun.doubtful)
    return TRUE;
  if (noun.kind == KITH_NOUN_ORGANIZATION && (!single || noun.listed || *type != KITH_ACTOR_PERSON))
    *type = KITH_ACTOR_ORGANIZATION;
  else if (noun.kind == KITH_NOUN_PLACE && !single && *type == KITH_ACTOR_PERSON)
    *type = KITH_ACTOR_PLACE;
  else if ((noun.kind == KITH_NOUN_PERSON || noun.kind == KITH_NOUN_GROUP) && !of)
    return FALSE; /* "Prime Minister", "Defence Secretaries" */
  return TRUE;
}

static gboolean
has_capital(const char *form)
{
  gboolean letter = FALSE;
  for (const char *p = form; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_isupper(c) || c == '.')
      return TRUE;
    letter |= g_unichar_isalpha(c);
  }
  /* "4chan" is written so; "m3" is not */
  return letter && strlen(form) > 3;
}

/* "the union", tagged as a name: a common noun in small letters. */
static gboolean
is_small_noun(const KithWord *word)
{
  for (const char *p = word->form; *p != '\0'; p++)
    if (!g_ascii_islower(*p))
      return FALSE;
  return word->upos == KITH_NOUN || (kith_body_kinds(word->form) & KITH_BODY_NAMED) != 0;
}

/* "under the XYZ system": an acronym that only tells a thing's kind; "Republic Day", "Army Week". */
static gboolean
tells_kind(const KithFinder *f, const KithWord *words, guint word)
{
  static const char *const feasts[] = {"day", "week", "month", NULL};
  const gint32 head = words[word].head;
  if (head < 0 || words[word].deprel != KITH_DEP_COMPOUND)
    return FALSE;
  return kith_is_acronym(words[word].form)
             ? kith_span_noun(f, &words[head]).kind == KITH_NOUN_NEVER
             : kith_word_capitalized(&words[head]) && kith_word_in(&words[head], feasts);
}

/* Whether what is tagged as a person has an article right before it, as persons have not: "the Volga". */
static gboolean
is_no_persons(const KithFinder *f, guint s, const KithNameSpan *span)
{
  const KithWord *words = kith_finder_words(f, s);
  const KithWord *last = &words[span->end - 1];
  gboolean plural = last->xpos != NULL && strcmp(last->xpos, "NNPS") == 0;
  return span->begin > 0 && g_ascii_strcasecmp(words[span->begin - 1].form, "the") == 0 && !plural &&
         words[span->begin - 1].head >= (gint32)span->begin &&
         words[span->begin - 1].head < (gint32)span->end &&
         !kith_gazetteer_given_name(f->gazetteer, words[span->begin].form, NULL) &&
         (span->end - span->begin > 1 || !g_hash_table_contains(f->families, last->form)) &&
         f->demonyms[s][span->begin] == NULL;
}

/* Whether a span is the subject of a verb, and so rather a body than a place. */
static gboolean
acts_there(const KithFinder *f, guint s, const KithNameSpan *span)
{
  const KithWord *words = kith_finder_words(f, s);
  const KithWord *head = &words[span_head(words, span)];
  return head->deprel == KITH_DEP_NSUBJ && head->head >= 0 && words[head->head].upos == KITH_VERB;
}

/* "the Danish Dream party", "the founder of Danish Dream": what stands beside a name tells that it is a
 * body's. */
static gboolean
is_told_body(const KithFinder *f, guint s, const KithNameSpan *span)
{
  static const char *const posts[] = {"founder",   "co-founder", "leader",    "chairman",    "chair",
                                      "head",      "member",     "president", "chief",       "secretary",
                                      "candidate", "supporter",  "spokesman", "spokeswoman", "lawmaker",
                                      "activist",  "mp",         NULL};
  const KithWord *words = kith_finder_words(f, s);
  const guint head = span_head(words, span);
  const gint32 noun = words[head].head;
  if (noun == (gint32)span->end && words[head].deprel == KITH_DEP_COMPOUND)
    return words[noun].upos == KITH_NOUN && kith_body_kinds(words[noun].form) != 0;
  const KithWord *mark = kith_finder_case(f, s, head);
  return noun >= 0 && words[head].deprel == KITH_DEP_NMOD && mark != NULL && kith_word_is(mark, "of") &&
         kith_word_in(&words[noun], posts);
}

/* "Hill Country Growers": a body called after those who make it up, and not an office. */
static gboolean
is_of_members(const KithFinder *f, guint s, const KithNameSpan *span, KithNoun noun)
{
  const KithWord *words = kith_finder_words(f, s);
  return span->end - span->begin > 1 && span->ner == KITH_NAME_ORG && noun.kind == KITH_NOUN_PERSON &&
         !noun.title && g_strcmp0(words[span->end - 1].xpos, "NNPS") == 0 &&
         f->demonyms[s][span->begin] == NULL && kith_document_sentence(f->doc, s)->kind == KITH_SENTENCE_BODY;
}

/* "Northern Rail sent", "the Home Guard": bodies whose noun tells something else. */
static gboolean
is_acting_body(const KithFinder *f, guint s, const KithNameSpan *span, KithNoun noun)
{
  const KithWord *words = kith_finder_words(f, s);
  return is_of_members(f, s, span, noun) || kith_is_guard(words, span->end - 1) ||
         (noun.kind == KITH_NOUN_NEVER && is_told_body(f, s, span)) ||
         (noun.kind == KITH_NOUN_NEVER && acts_there(f, s, span) && words[span->end - 1].upos != KITH_VERB &&
          kith_document_sentence(f->doc, s)->kind == KITH_SENTENCE_BODY);
}

/* "C-17": a model of something, of which a span ends with the letter. */
static gboolean
is_model(const KithWord *words, guint n, guint end)
{
  return strlen(words[end - 1].form) == 1 && end + 1 < n && strcmp(words[end].form, "-") == 0 &&
         g_ascii_isdigit(*words[end + 1].form);
}

/* Letters that honours and professions put behind a name: "John Roe, QC". */
static gboolean
is_honour(const KithWord *word)
{
  static const char *const letters[] = {"OBE", "MBE",  "CBE",  "KBE",  "DBE", "GBE",  "KCMG", "CMG", "GCMG",
                                        "QC",  "KC",   "SC",   "MD",   "PhD", "Ph.D", "DSO",  "FRS", "CPA",
                                        "Esq", "Esq.", "Q.C.", "K.C.", "M.D", "RN",   "JD",   "J.D", NULL};
  return g_strv_contains(letters, word->form);
}

/* Whether a stretch is such letters behind a person's name and a comma. */
static gboolean
is_behind_person(const KithFinder *f, guint s, guint word)
{
  const KithWord *words = kith_finder_words(f, s);
  return word >= 2 && is_honour(&words[word]) && strcmp(words[word - 1].form, ",") == 0 &&
         words[word - 2].name == KITH_NAME_PER;
}

/* Whether a stretch only looks like a name: a model, what tells a thing's kind, a common noun that opens the
 * sentence ("Labour leader"). */
static gboolean
is_no_name(const KithFinder *f, guint s, const KithNameSpan *span)
{
  const KithWord *words = kith_finder_words(f, s);
  gboolean single = span->end - span->begin == 1;
  gboolean opens = single && span->begin == 0 && words[0].upos == KITH_NOUN &&
                   words[0].deprel == KITH_DEP_COMPOUND && !span->told && !kith_is_acronym(words[0].form);
  return opens || (single && is_behind_person(f, s, span->begin)) ||
         is_model(words, kith_finder_length(f, s), span->end) ||
         (single && tells_kind(f, words, span->begin));
}

static gboolean
is_behind_place(const KithWord *words, guint word)
{
  return word > 0 && words[word - 1].upos == KITH_ADP && kith_word_in(&words[word - 1], kith_before_places);
}

/* "A physician from Lima", "residents from Lima": where people come from. */
static gboolean
is_whence(const KithFinder *f, guint s, guint word)
{
  const KithWord *words = kith_finder_words(f, s);
  const gint32 head = words[word].head;
  return word > 0 && kith_word_is(&words[word - 1], "from") && head >= 0 && head < (gint32)word &&
         words[head].upos == KITH_NOUN && kith_span_noun(f, &words[head]).kind == KITH_NOUN_PERSON;
}

/* "Roe & Sons". */
static gboolean
is_firm(const KithWord *words, const KithNameSpan *span)
{
  for (guint i = span->begin + 1; i + 1 < span->end; i++)
    if (strcmp(words[i].form, "&") == 0)
      return TRUE;
  return FALSE;
}

/* "Press Briefing Room", "Metro Convention Centre": rooms and houses that have a name of several words. */
static gboolean
is_named_room(const KithWord *words, const KithNameSpan *span)
{
  static const char *const centres[] = {"center", "centre", NULL}; /* a party's name, too */
  const KithWord *last = &words[span->end - 1];
  const guint first =
      span->begin > 0 && kith_is_article(&words[span->begin - 1]) ? span->begin - 1 : span->begin;
  return span->end - span->begin > 1 && kith_word_capitalized(last) && last->upos == KITH_PROPN &&
         (kith_word_is(last, "room") || (kith_word_in(last, centres) && is_behind_place(words, first)));
}

/* Whether a name's noun lets it be what it is taken for, which may become what the noun means. */
static gboolean
is_weighed(const KithFinder *f, guint s, const KithNameSpan *span, KithNoun noun, KithActorType *type)
{
  static const char *const states[] = {"state", "government", "country", "nation", "president", NULL};
  const KithWord *words = kith_finder_words(f, s);
  const gboolean single = span->end - span->begin == 1;
  const KithNoun first = kith_span_noun(f, &words[span->begin]);
  const gboolean born = kith_gazetteer_given_name(f->gazetteer, words[span->begin].form, NULL);
  gboolean family = *type == KITH_ACTOR_PERSON && !single && !first.title &&
                    (first.kind == KITH_NOUN_UNKNOWN || born) &&
                    (noun.kind == KITH_NOUN_PERSON || noun.kind == KITH_NOUN_UNKNOWN || noun.doubtful ||
                     (born && noun.kind == KITH_NOUN_PLACE));
  family |= *type == KITH_ACTOR_PERSON && single && kith_is_family(f, s, span->begin);
  if (is_named_room(words, span)) {
    *type = KITH_ACTOR_PLACE;
    return TRUE;
  }
  const gboolean of = !single && kith_word_is(&words[span->begin + 1], "of");
  return family || weigh_noun(noun, of, single, kith_word_in(&words[span->begin], states), type);
}

/* What a span is. False: no actor. */
static gboolean
span_type(const KithFinder *f, guint s, const KithNameSpan *span, KithActorType *type)
{
  const KithWord *words = kith_finder_words(f, s);
  if (span->entry != NULL || span->told) {
    *type = span->told ? KITH_ACTOR_ORGANIZATION : span->entry->type;
    return TRUE;
  }
  gboolean single = span->end - span->begin == 1;
  if (single && !kith_word_capitalized(&words[span->begin]) &&
      (!has_capital(words[span->begin].form) || is_small_noun(&words[span->begin])))
    return FALSE;
  gboolean of = span->begin + 1 < span->end && kith_word_is(&words[span->begin + 1], "of");
  KithNoun noun = kith_span_noun(f, &words[of ? span->begin : span->end - 1]);
  switch (span->ner) {
  case KITH_NAME_PER:
    *type = KITH_ACTOR_PERSON;
    break;
  case KITH_NAME_ORG:
    *type = KITH_ACTOR_ORGANIZATION;
    break;
  case KITH_NAME_LOC:
    *type = !single && (kith_is_paper(&words[span->end - 1]) || kith_is_party(&words[span->end - 1]))
                ? KITH_ACTOR_ORGANIZATION
                : KITH_ACTOR_PLACE;
    break;
  default:
    *type = KITH_ACTOR_ORGANIZATION;
    return single ? kith_is_site(words[span->begin].form)
                  : (noun.kind == KITH_NOUN_ORGANIZATION && !noun.doubtful) ||
                        kith_is_party(&words[span->end - 1]);
  }
  if ((single || (*type == KITH_ACTOR_PLACE && noun.kind == KITH_NOUN_UNKNOWN && !of)) &&
      g_hash_table_contains(f->families, words[span->end - 1].form)) {
    *type = KITH_ACTOR_PERSON;
    return TRUE;
  }
  if (is_no_name(f, s, span))
    return FALSE;
  if (is_firm(words, span) || (single && kith_is_acronym(words[span->begin].form))) {
    *type = KITH_ACTOR_ORGANIZATION;
    return TRUE;
  }
  if (span->begin > 0 && kith_span_noun(f, &words[span->begin - 1]).title && noun.kind == KITH_NOUN_UNKNOWN &&
      kith_word_capitalized(&words[span->begin - 1]))
    *type = KITH_ACTOR_PERSON;
  if (single && *type == KITH_ACTOR_PERSON && noun.kind == KITH_NOUN_UNKNOWN &&
      (is_behind_place(words, span->begin) || is_whence(f, s, span->begin)))
    *type = KITH_ACTOR_PLACE; /* "in Bergen" */
  if (*type == KITH_ACTOR_PERSON && is_no_persons(f, s, span))
    *type = acts_there(f, s, span) ? KITH_ACTOR_ORGANIZATION : KITH_ACTOR_PLACE;
  if (!single && *type == KITH_ACTOR_ORGANIZATION &&
      (is_acting_body(f, s, span, noun) || kith_is_titled_body(&words[span->end - 1])))
    return TRUE;
  return is_weighed(f, s, span, noun, type);
}

/* The gender that titles before a name and its given name tell. */
static KithGender
name_gender(const KithFinder *f, guint s, const KithFound *found)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = found->m.begin; i < found->core_begin; i++) {
    KithGender gender = kith_span_noun(f, &words[i]).gender;
    if (gender != KITH_GENDER_UNKNOWN)
      return gender;
  }
  KithGender gender = KITH_GENDER_UNKNOWN;
  if (found->core_end - found->core_begin > 1)
    kith_gazetteer_given_name(f->gazetteer, words[found->core_begin].form, &gender);
  return gender;
}

/* How far to the left a name reaches with article, titles and owner: "U.S. Deputy Secretary of State Wendy
 * ...". */
static guint
reach_left(const KithFinder *f, guint s, guint begin, guint head)
{
  const KithTree *tree = f->trees[s];
  const KithWord *words = tree->words;
  guint i = begin;
  while (i > 0) {
    const KithWord *word = &words[i - 1];
    if (!kith_tree_dominates(tree, (gint32)head, (gint32)i - 1) || word->deprel == KITH_DEP_CC ||
        word->deprel == KITH_DEP_CONJ || word->deprel == KITH_DEP_FIXED)
      break; /* the last of "as well as", too */
    if (word->upos == KITH_PUNCT && strcmp(word->form, "-") != 0)
      break;
    if (word->upos == KITH_ADP && word->head == (gint32)head)
      break;
    if (word->upos == KITH_SCONJ || word->upos == KITH_VERB || word->upos == KITH_AUX)
      break;
    i--;
  }
  /* not from the middle of "Minister of ..." */
  while (i < begin &&
         (words[i].upos == KITH_ADP || words[i].upos == KITH_PART || words[i].upos == KITH_CCONJ))
    i++;
  return i;
}

/* The country whose name or adjective is words [begin, end); NULL. */
static const KithGazetteerEntry *
country_named(const KithFinder *f, guint s, guint begin, guint end)
{
  const KithWord *words = kith_finder_words(f, s);
  if (begin < end && kith_is_article(&words[begin]))
    begin++;
  if (begin >= end)
    return NULL;
  g_autofree char *text = kith_finder_text(f, s, begin, end);
  const KithGazetteerEntry *entry = kith_gazetteer_find_use(f->gazetteer, text, KITH_GAZ_NAME);
  if (entry == NULL)
    entry = kith_gazetteer_find_use(f->gazetteer, text, KITH_GAZ_DEMONYM);
  return entry != NULL && entry->type == KITH_ACTOR_COUNTRY ? entry : NULL;
}

/* The country of "Government of Iraq", "UK Government", "Iraqi Federal Government"; NULL. */
static const KithGazetteerEntry *
governed(const KithFinder *f, guint s, const KithNameSpan *span)
{
  const KithWord *words = kith_finder_words(f, s);
  if (span->entry != NULL)
    return NULL;
  guint last = span->end - 1;
  if (kith_word_is(&words[last], "government")) {
    if (last > span->begin + 1 &&
        (kith_word_is(&words[last - 1], "federal") || kith_word_is(&words[last - 1], "central")))
      last--;
    return country_named(f, s, span->begin, last);
  }
  guint rest = span->begin + 2;
  return rest < span->end && kith_word_is(&words[span->begin], "government") &&
                 kith_word_is(&words[rest - 1], "of")
             ? country_named(f, s, rest, span->end)
             : NULL;
}

/* Where a name begins whose last word is a known family's: "Mere Roe", of which the tagger has no person. */
static guint
given_before(const KithFinder *f, guint s, guint word)
{
  const KithWord *words = kith_finder_words(f, s);
  guint i = word;
  while (i > 1 && i + 2 > word && f->owner[s][i - 1] == 0 && f->demonyms[s][i - 1] == NULL &&
         kith_word_capitalized(&words[i - 1]) && words[i - 1].xpos != NULL &&
         g_str_has_prefix(words[i - 1].xpos, "NNP") &&
         kith_span_noun(f, &words[i - 1]).kind != KITH_NOUN_PERSON && !kith_span_noun(f, &words[i - 1]).title)
    i--;
  return i;
}

/* "Beekeeper Jane Roe has died": where the tree hangs the name on a word before it that is no title that is
 * known, that word is the mention's head. */
static void
hang_by_title(KithFinder *f, guint s, const KithNameSpan *span, KithFound *found)
{
  const KithWord *words = kith_finder_words(f, s);
  gint32 up = words[found->m.head].head;
  if (words[found->m.head].deprel != KITH_DEP_FLAT || span->begin == 0 || up != (gint32)span->begin - 1 ||
      f->owner[s][up] != 0 || words[up].upos != KITH_PROPN ||
      kith_span_noun(f, &words[up]).kind != KITH_NOUN_UNKNOWN ||
      (span->end - span->begin < 2 && !kith_span_noun(f, &words[up]).title))
    return;
  found->m.head = (guint)up;
  found->m.begin = MIN(found->m.begin, (guint)up);
}

/* Takes off what tells the generation of somebody from a name in lower case: "roe" of "roe jr.". */
static void
strip_generation(char *key)
{
  static const char *const words[] = {"jr", "jr.", "junior", "sr", "sr.", "ii", "iii", "iv", NULL};
  char *space = strrchr(key, ' ');
  if (space == NULL || !g_strv_contains(words, space + 1))
    return;
  *space = '\0';
  g_strchomp(key);
  if (g_str_has_suffix(key, ","))
    key[strlen(key) - 1] = '\0';
  g_strchomp(key);
}

gboolean
kith_is_office_owner(const KithWord *words, guint n, guint word)
{
  static const char *const offices[] = {"office", "department", NULL};
  static const char *const posts[] = {"sheriff",   "prosecutor", "attorney", "general",    "mayor",
                                      "governor",  "president",  "minister", "premier",    "coroner",
                                      "ombudsman", "auditor",    "marshal",  "chancellor", NULL};
  return word + 2 < n && kith_is_owner_mark(&words[word + 1]) && words[word + 2].upos == KITH_NOUN &&
         kith_word_in(&words[word + 2], offices) && kith_word_in(&words[word], posts);
}

static void
add_name(KithFinder *f, guint s, const KithNameSpan *given, gboolean nested)
{
  KithActorType type;
  KithNameSpan copy = *given;
  const KithNameSpan *span = &copy;
  copy.entry = copy.entry != NULL ? copy.entry : governed(f, s, span);
  const KithWord *words = kith_finder_words(f, s);
  if (!span_type(f, s, span, &type) || kith_is_office_owner(words, kith_finder_length(f, s), span->end - 1))
    return;
  if (type == KITH_ACTOR_PERSON && span->end > span->begin + 2 && is_honour(&words[span->end - 1]))
    copy.end--;
  if (type == KITH_ACTOR_PERSON && !nested && span->end == span->begin + 1 &&
      g_hash_table_contains(f->families, words[span->begin].form))
    copy.begin = given_before(f, s, span->begin);
  guint head = span_head(words, span);
  KithFound found = {.m = {.sentence = s, .head = head, .kind = KITH_MENTION_NAME, .type = type},
                     .core_begin = span->begin,
                     .core_end = span->end,
                     .entry = span->entry,
                     .use = span->use,
                     .told = span->told,
                     .definite = TRUE};
  found.m.begin = nested ? span->begin : reach_left(f, s, span->begin, head);
  found.m.end = span->end;
  g_autofree char *core = kith_finder_text(f, s, span->begin, span->end);
  found.key = type == KITH_ACTOR_ORGANIZATION ? kith_firm_key(core) : g_utf8_strdown(core, -1);
  if (type == KITH_ACTOR_PERSON) {
    strip_generation(found.key);
    found.gender = name_gender(f, s, &found);
  }
  if (type == KITH_ACTOR_PERSON && !nested)
    hang_by_title(f, s, span, &found);
  found.weak = type == KITH_ACTOR_PERSON && !span->told && span->end - span->begin == 1 &&
               found.m.begin == span->begin && !g_hash_table_contains(f->families, words[span->begin].form) &&
               !kith_gazetteer_given_name(f->gazetteer, words[span->begin].form, NULL);
  for (guint w = span->begin; w < span->end && type == KITH_ACTOR_ORGANIZATION && found.tie == NULL; w++)
    found.tie = span->entry == NULL && w + 1 < span->end ? f->demonyms[s][w] : NULL;
  g_array_append_val(f->found, found);
  if (!nested)
    for (guint w = span->begin; w < MAX(given->end, span->end); w++)
      f->owner[s][w] = f->found->len;
}

void
kith_finder_add_name(KithFinder *f, guint s, const KithNameSpan *span)
{
  add_name(f, s, span, FALSE);
}

/* Notes the last word behind "Mr." and the like, whatever its tag. */
static void
note_addressed(KithFinder *f, const KithWord *words, guint n, guint i)
{
  static const char *const forms[] = {"Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss", NULL};
  gboolean address = FALSE;
  for (guint k = 0; forms[k] != NULL; k++)
    address |= strcmp(words[i].form, forms[k]) == 0;
  guint end = i + 1;
  while (address && end < n && words[end].upos == KITH_PROPN && kith_word_capitalized(&words[end]))
    end++;
  if (address && end > i + 1)
    g_hash_table_add(f->families, (gpointer)words[end - 1].form);
}

/* Notes the last words of all tagged persons' names of two words and more. */
static void
note_families(KithFinder *f)
{
  for (guint s = 0; s < f->doc->sentences->len; s++) {
    const KithWord *words = kith_finder_words(f, s);
    guint n = f->trees[s] != NULL ? kith_finder_length(f, s) : 0;
    for (guint i = 1; i < n; i++)
      if (words[i].name == KITH_NAME_PER && words[i - 1].name == KITH_NAME_PER &&
          !(words[i].flags & KITH_WORD_NAME_BEGIN) && kith_word_capitalized(&words[i]) &&
          !kith_span_noun(f, &words[i - 1]).title && !kith_span_noun(f, &words[i]).title &&
          (i + 1 == n || words[i + 1].name != KITH_NAME_PER))
        g_hash_table_add(f->families, (gpointer)words[i].form);
    for (guint i = 0; i + 1 < n; i++)
      note_addressed(f, words, n, i);
  }
}

/* The capitals of a name's words: "CAF". */
static char *
initials_of(const KithFinder *f, const KithFound *found)
{
  const KithWord *words = kith_finder_words(f, found->m.sentence);
  GString *initials = g_string_new(NULL);
  for (guint i = found->core_begin; i < found->core_end; i++)
    if (g_ascii_isupper(*words[i].form))
      g_string_append_c(initials, *words[i].form);
  return g_string_free(initials, FALSE);
}

static gboolean
is_initials(const KithWord *word, GHashTable *initials)
{
  return strlen(word->form) > 2 && g_hash_table_contains(initials, word->form);
}

/* Whether a name that is known from elsewhere may stand here: also at the beginning, where all is
 * capitalised. */
static gboolean
may_be_named(const KithWord *words, guint begin, guint end, GHashTable *initials)
{
  return words[begin].upos == KITH_PROPN || is_initials(&words[begin], initials) ||
         (begin == 0 && words[begin].upos == KITH_NOUN &&
          (end > begin + 1 || words[begin].deprel == KITH_DEP_COMPOUND));
}

/* Names that the tagger has in one place and not in another: proper nouns in no name that are one elsewhere.
 */
static void
spread_names(KithFinder *f)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) initials = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    static const KithName ner[KITH_N_ACTOR_TYPES] = {KITH_NAME_PER, KITH_NAME_ORG, KITH_NAME_LOC,
                                                     KITH_NAME_LOC, KITH_NAME_ORG};
    if (found->m.type == KITH_ACTOR_ORGANIZATION && found->core_end - found->core_begin > 2)
      g_hash_table_add(initials, initials_of(f, found));
    if (found->entry == NULL)
      g_hash_table_insert(known, kith_finder_text(f, found->m.sentence, found->core_begin, found->core_end),
                          GUINT_TO_POINTER((guint)ner[found->m.type]));
  }
  for (guint s = 0; s < f->doc->sentences->len; s++) {
    const KithWord *words = kith_finder_words(f, s);
    guint n = f->trees[s] != NULL ? kith_finder_length(f, s) : 0;
    for (guint i = 0; i < n; i++)
      for (guint end = MIN(i + 5, n); end > i && may_be_named(words, i, end, initials) && f->owner[s][i] == 0;
           end--) {
        gboolean free_words = TRUE;
        for (guint w = i; w < end; w++)
          free_words = free_words && f->owner[s][w] == 0;
        g_autofree char *text = kith_finder_text(f, s, i, end);
        guint ner = free_words ? GPOINTER_TO_UINT(g_hash_table_lookup(known, text)) : 0;
        if (ner == 0 && free_words && end == i + 1 && g_hash_table_contains(f->families, text))
          ner = KITH_NAME_PER;
        if (ner == 0 && free_words && end == i + 1 && is_initials(&words[i], initials))
          ner = KITH_NAME_ORG;
        if (ner != 0)
          add_name(f, s,
                   &(KithNameSpan){.begin = i,
                                   .end = end,
                                   .ner = (KithName)ner,
                                   .use = KITH_GAZ_NAME,
                                   .told = words[i].upos == KITH_NOUN && ner == KITH_NAME_ORG},
                   FALSE);
      }
  }
}

/* Whether the text speaks of a country, by its name, an adjective, or what lies in it. */
static gboolean
speaks_of(const KithFinder *f, const char *country)
{
  for (guint i = 0; i < f->found->len; i++)
    if (kith_found(f, i)->entry != NULL && (strcmp(kith_found(f, i)->entry->id, country) == 0 ||
                                            (g_strcmp0(kith_found(f, i)->entry->country, country) == 0 &&
                                             kith_body_kinds(kith_found(f, i)->key) == 0)))
      return TRUE;
  for (guint s = 0; s < f->doc->sentences->len; s++)
    for (guint w = 0; f->trees[s] != NULL && w < f->trees[s]->n; w++)
      if (f->demonyms[s][w] != NULL && strcmp(f->demonyms[s][w]->id, country) == 0)
        return TRUE;
  return FALSE;
}

/* "Congress" in a text about Norland is that country's, not the one that the gazetteer knows by the word. */
static void
drop_foreign(KithFinder *f)
{
  const char *asked = NULL; /* the country that was asked for last, and whether the text speaks of it */
  gboolean spoken = FALSE;
  for (guint i = 0; i < f->found->len; i++) {
    KithFound *found = kith_found(f, i);
    if (found->entry == NULL || found->entry->type != KITH_ACTOR_ORGANIZATION ||
        found->entry->country == NULL || kith_body_kinds(found->key) == 0)
      continue;
    if (g_strcmp0(asked, found->entry->country) != 0) {
      asked = found->entry->country;
      spoken = speaks_of(f, asked);
    }
    found->entry = spoken ? found->entry : NULL;
  }
}

/* The acronym that a body's name is or begins with, of three letters or more: "FTC members"; NULL. */
static const char *
leading_acronym(const KithFinder *f, const KithFound *found)
{
  const char *form = kith_finder_words(f, found->m.sentence)[found->core_begin].form;
  return kith_is_acronym(form) && strlen(form) > 2 ? form : NULL;
}

/* "FTC" in a text that has a Free Timber Council is that, not the body that the gazetteer knows by the
 * letters, unless the text names that one in full, too. */
static void
drop_namesakes_of_acronyms(KithFinder *f)
{
  g_autoptr(GHashTable) initials = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) spelt = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    if (found->m.type != KITH_ACTOR_ORGANIZATION || leading_acronym(f, found) != NULL)
      continue;
    if (found->entry != NULL)
      g_hash_table_add(spelt, (gpointer)found->entry);
    if (found->core_end > found->core_begin + 2)
      g_hash_table_add(initials, initials_of(f, found));
  }
  for (guint i = 0; i < f->found->len; i++) {
    KithFound *found = kith_found(f, i);
    const char *acronym = found->entry != NULL && found->entry->type == KITH_ACTOR_ORGANIZATION
                              ? leading_acronym(f, found)
                              : NULL;
    if (acronym != NULL && g_hash_table_contains(initials, acronym) &&
        !g_hash_table_contains(spelt, found->entry))
      found->entry = NULL;
  }
}

/* Whether a name has another, shorter one for one of its words. */
static gboolean
has_word(const char *name, const char *word)
{
  g_autofree char *padded = g_strdup_printf(" %s ", name), *wanted = g_strdup_printf(" %s ", word);
  return strstr(padded, wanted) != NULL;
}

/* The other country that a short name of one is meant for, because the text has its longer name and never the
 * first one's: "Congo" where the Democratic Republic of Congo was; NULL. */
static const KithGazetteerEntry *
namesake(const KithFinder *f, const KithFound *found)
{
  const KithGazetteerEntry *other = NULL;
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *c = kith_found(f, i);
    if (c->m.kind != KITH_MENTION_NAME || c->entry == NULL || c->use != KITH_GAZ_NAME)
      continue;
    if (c->entry == found->entry && strcmp(c->key, found->key) != 0)
      return NULL;
    if (c->entry != found->entry && c->entry->type == KITH_ACTOR_COUNTRY && has_word(c->key, found->key))
      other = c->entry;
  }
  return other;
}

/* "Trinidad, the capital of the department": a town that has a country's short name. */
static gboolean
is_town(const KithFinder *f, const KithFound *found)
{
  static const char *const towns[] = {"capital", "city", "town", "village", "suburb", "port", NULL};
  const KithTree *tree = f->trees[found->m.sentence];
  const gint32 beside = kith_tree_child(tree, (gint32)found->m.head, KITH_DEP_APPOS);
  return beside >= 0 && kith_word_in(&tree->words[beside], towns);
}

/* Countries' short names that mean something else here. */
static void
settle_namesakes(KithFinder *f)
{
  for (guint i = 0; i < f->found->len; i++) {
    KithFound *found = kith_found(f, i);
    if (found->m.kind != KITH_MENTION_NAME || found->entry == NULL || found->use != KITH_GAZ_NAME ||
        found->entry->type != KITH_ACTOR_COUNTRY || found->core_end != found->core_begin + 1)
      continue;
    g_autofree char *label = g_utf8_strdown(found->entry->label, -1);
    if (strcmp(label, found->key) == 0 || !has_word(label, found->key))
      continue;
    const KithGazetteerEntry *other = namesake(f, found);
    if (other != NULL)
      found->entry = other;
    else if (is_town(f, found)) {
      found->entry = NULL;
      found->m.type = KITH_ACTOR_PLACE;
    }
  }
}

void
kith_finder_names(KithFinder *f)
{
  note_families(f);
  for (guint s = 0; s < f->doc->sentences->len; s++) {
    if (f->trees[s] == NULL)
      continue;
    g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(KithNameSpan));
    g_autoptr(GArray) nested = g_array_new(FALSE, FALSE, sizeof(KithNameSpan));
    kith_spans_collect(f, s, spans, nested);
    for (guint i = 0; i < spans->len; i++)
      add_name(f, s, &g_array_index(spans, KithNameSpan, i), FALSE);
    for (guint i = 0; i < nested->len; i++)
      add_name(f, s, &g_array_index(nested, KithNameSpan, i), TRUE);
  }
  spread_names(f);
  if (kith_finder_acting(f))
    spread_names(f);
  drop_foreign(f);
  drop_namesakes_of_acronyms(f);
  settle_namesakes(f);
}
