/* Names that the tagger has cut off, run together or taken for a person or place, put right by the words
 * around them. */
#include <string.h>

#include "actor/kinds.h"
#include "actor/spans.h"

static KithNameSpan *
span_at(const GArray *spans, guint i)
{
  return &g_array_index(spans, KithNameSpan, i);
}

static gboolean
is_taken(const GArray *spans, guint word)
{
  for (guint i = 0; i < spans->len; i++)
    if (span_at(spans, i)->begin <= word && word < span_at(spans, i)->end)
      return TRUE;
  return FALSE;
}

/* Makes a span a body's name, by what stands around it. */
static void
tell(KithNameSpan *span)
{
  span->ner = KITH_NAME_ORG;
  span->told = TRUE;
}

/* The end of a run of titles that begins at a word ("Chief Executive", "president"); begin where there is
 * none. */
static guint
titles_end(const KithFinder *f, const KithWord *words, guint n, guint begin)
{
  guint i = begin;
  while (i < n) {
    KithNoun noun = kith_span_noun(f, &words[i]);
    if (!noun.title && (noun.kind != KITH_NOUN_PERSON || !noun.listed || noun.doubtful))
      break;
    i++;
  }
  return i;
}

/* Whether a span may be a body's name, though the tagger has it as a person or place. */
static gboolean
is_unknown(const KithFinder *f, const KithWord *words, const KithNameSpan *span)
{
  return span->entry == NULL && !kith_span_noun(f, &words[span->begin]).title &&
         !kith_gazetteer_given_name(f->gazetteer, words[span->begin].form, NULL) &&
         (span->end - span->begin > 1 || !g_hash_table_contains(f->families, words[span->end - 1].form));
}

/* "Nordia Chief Executive Jane Roe", tagged as one person: the body, and the name behind its titles.
 * "Transport Minister Jane Roe": the name alone. */
static void
split_titled(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    if (span->ner != KITH_NAME_PER || span->end - span->begin < 3 || !is_unknown(f, words, span))
      continue;
    for (guint k = span->begin + 1; k + 1 < span->end; k++) {
      guint end = titles_end(f, words, span->end, k);
      if (end == k || end >= span->end || kith_span_noun(f, &words[k]).doubtful)
        continue;
      KithNameSpan body = {span->begin, k, KITH_NAME_ORG, NULL, KITH_GAZ_NAME, TRUE};
      g_autofree char *title = kith_word_lemma(&words[end - 1]);
      gboolean office = kith_title_has_office(title);
      span->begin = end;
      if (!office && kith_span_noun(f, &words[k - 1]).kind == KITH_NOUN_UNKNOWN)
        g_array_append_val(spans, body);
      break;
    }
  }
}

/* "new EU Peru sanctions", tagged as one name: the body, and the country beside it. */
static void
split_beside(const KithFinder *f, guint s, GArray *spans)
{
  for (guint k = 0; k < spans->len; k++) {
    const KithNameSpan span = *span_at(spans, k);
    for (guint i = span.begin + 1; span.entry == NULL && i < span.end; i++) {
      g_autofree char *first = kith_finder_text(f, s, span.begin, i),
                      *second = kith_finder_text(f, s, i, span.end);
      const KithGazetteerEntry *body = kith_gazetteer_find_use(f->gazetteer, first, KITH_GAZ_NAME),
                               *country = kith_gazetteer_find_use(f->gazetteer, second, KITH_GAZ_NAME);
      if (body == NULL || country == NULL || body == country || !kith_is_acronym(first) ||
          country->type != KITH_ACTOR_COUNTRY)
        continue;
      const KithNameSpan behind = {i, span.end, KITH_NAME_LOC, country, KITH_GAZ_NAME, FALSE};
      *span_at(spans, k) = (KithNameSpan){span.begin, i, KITH_NAME_ORG, body, KITH_GAZ_NAME, FALSE};
      g_array_append_val(spans, behind);
      break;
    }
  }
}

/* "Acme president Jane Roe": what stands before a title is no person; "Transport Minister Jane Roe": it is
 * nobody. */
static void
settle_before_titles(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  guint n = kith_finder_length(f, s);
  for (guint i = spans->len; i-- > 0;) {
    KithNameSpan *span = span_at(spans, i);
    guint end = titles_end(f, words, n, span->end);
    if (end == span->end || end >= n || words[end].upos != KITH_PROPN ||
        !kith_word_capitalized(&words[end]) || !is_unknown(f, words, span))
      continue;
    g_autofree char *title = kith_word_lemma(&words[end - 1]);
    if (span->ner != KITH_NAME_PER && strcmp(title, "minister") != 0)
      continue;
    if (kith_title_has_office(title) || kith_span_noun(f, &words[span->end - 1]).kind == KITH_NOUN_NEVER)
      g_array_remove_index(spans, i);
    else
      tell(span);
  }
}

/* "Labour Minister Jane Roe": what she is in charge of, though the gazetteer has a party of that name. */
static void
drop_offices(const KithFinder *f, guint s, GArray *spans)
{
  static const char *const posts[] = {"minister", "secretary", "ministry", NULL};
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = spans->len; i-- > 0;) {
    const KithNameSpan *span = span_at(spans, i);
    if (span->entry != NULL && span->entry->type == KITH_ACTOR_ORGANIZATION && span->end == span->begin + 1 &&
        span->end < kith_finder_length(f, s) && !kith_is_acronym(words[span->begin].form) &&
        kith_word_capitalized(&words[span->end]) && kith_word_in(&words[span->end], posts))
      g_array_remove_index(spans, i);
  }
}

/* "Cyclone Nadia": names of what nobody is. */
static void
drop_events(const KithFinder *f, guint s, GArray *spans)
{
  static const char *const events[] = {"cyclone", "hurricane", "typhoon", "storm", "tsunami", NULL};
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = spans->len; i-- > 0;) {
    const KithNameSpan *span = span_at(spans, i);
    guint before = span->begin > 0 ? span->begin - 1 : 0;
    gboolean first = kith_word_in(&words[span->begin], events) && span->end > span->begin + 1;
    gboolean behind =
        span->begin > 0 && kith_word_capitalized(&words[before]) && kith_word_in(&words[before], events);
    if (span->entry == NULL && (first || behind))
      g_array_remove_index(spans, i);
  }
}

/* "Assistant U.S.": the title before a country is none of its words. */
static void
cut_titles(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    KithNoun first = kith_span_noun(f, &words[span->begin]);
    if (span->entry != NULL || span->end - span->begin < 2 ||
        !(first.title || first.kind == KITH_NOUN_PERSON))
      continue;
    g_autofree char *rest = kith_finder_text(f, s, span->begin + 1, span->end);
    const KithGazetteerEntry *entry = kith_gazetteer_find_use(f->gazetteer, rest, KITH_GAZ_NAME);
    if (entry != NULL && entry->type == KITH_ACTOR_COUNTRY)
      *span = (KithNameSpan){span->begin + 1, span->end, KITH_NAME_LOC, entry, KITH_GAZ_NAME, FALSE};
  }
}

/* "Pentagon Press Secretary": the body before a post's own first word. */
static void
cut_posts(const KithFinder *f, guint s, GArray *spans)
{
  static const char *const firsts[] = {"press", "information", "communications", "media", NULL};
  static const char *const posts[] = {"secretary", "officer", "director", "chief", "operation", NULL};
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    if (span->entry != NULL || span->end - span->begin < 2 || span->end >= kith_finder_length(f, s) ||
        !kith_word_in(&words[span->end - 1], firsts) || !kith_word_in(&words[span->end], posts))
      continue;
    g_autofree char *rest = kith_finder_text(f, s, span->begin, span->end - 1);
    const KithGazetteerEntry *entry = kith_gazetteer_find_use(f->gazetteer, rest, KITH_GAZ_NAME);
    *span = (KithNameSpan){span->begin, span->end - 1, KITH_NAME_ORG, entry, KITH_GAZ_NAME, FALSE};
  }
}

/* "A&B": capitals around the mark, which no tagger need have seen. */
static gboolean
is_ampersand_name(const char *form)
{
  static const char *const things[] = {"R&D", "Q&A", "M&A", "R&B", "B&B", "P&L", "A&E", "T&C", NULL};
  gboolean mark = FALSE;
  for (const char *p = form; *p != '\0'; p++)
    if (*p == '&' && p > form && p[1] != '\0')
      mark = TRUE;
    else if (!g_ascii_isupper(*p))
      return FALSE;
  return mark && !g_strv_contains(things, form);
}

static void
add_ampersands(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint w = 0; w < kith_finder_length(f, s); w++) {
    KithNameSpan span = {w, w + 1, KITH_NAME_ORG, NULL, KITH_GAZ_NAME, TRUE};
    if (is_ampersand_name(words[w].form) && !is_taken(spans, w))
      g_array_append_val(spans, span);
  }
}

/* Whether an acronym has a name's capitals in their order, the first for its first: "FORWARD" for "Free Order
 * of Western ...". */
static gboolean
has_capitals(const KithWord *words, guint begin, guint end, const char *acronym)
{
  const char *at = acronym;
  guint n = 0;
  for (guint w = begin; w < end; w++) {
    if (!g_ascii_isupper(*words[w].form))
      continue;
    at = strchr(at, *words[w].form);
    if (at == NULL || (n == 0 && at != acronym))
      return FALSE;
    at++;
    n++;
  }
  return n > 2;
}

/* "Common House for Northern Lands (COHNOL)", of which the tagger has the end: the acronym tells where the
 * name begins. */
static void
extend_to_acronym(const KithFinder *f, guint s, GArray *spans)
{
  enum { MOST = 8 };
  static const char *const small[] = {"of", "for", "and", "in", "on", "the", NULL};
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    guint open = span->end;
    if (span->entry != NULL || open + 2 >= kith_finder_length(f, s) || strcmp(words[open].form, "(") != 0 ||
        !kith_is_acronym(words[open + 1].form))
      continue;
    guint begin = span->begin;
    for (guint w = span->begin; w-- > 0 && w + MOST > span->end && words[w].upos != KITH_PUNCT &&
                                (kith_word_capitalized(&words[w]) || kith_word_in(&words[w], small));)
      if (*words[w].form == *words[open + 1].form && has_capitals(words, w, span->end, words[open + 1].form))
        begin = w;
    if (begin == span->begin || has_capitals(words, span->begin, span->end, words[open + 1].form))
      continue;
    *span = (KithNameSpan){begin, span->end, KITH_NAME_ORG, NULL, KITH_GAZ_NAME, TRUE};
    for (guint k = spans->len; k-- > 0;)
      if (k != i && span_at(spans, k)->begin >= begin && span_at(spans, k)->end <= span_at(spans, i)->end) {
        g_array_remove_index(spans, k);
        i -= k < i;
      }
  }
}

/* "Roe & Sons": two names with "&" between them are a firm's. */
static void
join_ampersands(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  guint n = kith_finder_length(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    guint next = span->end + 1;
    if (next >= n || strcmp(words[span->end].form, "&") != 0 || !kith_word_capitalized(&words[next]))
      continue;
    guint end = next + 1;
    for (guint k = spans->len; k-- > 0;)
      if (span_at(spans, k)->begin == next) {
        end = span_at(spans, k)->end;
        g_array_remove_index(spans, k);
        i -= k < i;
      }
    span = span_at(spans, i);
    *span = (KithNameSpan){span->begin, end, KITH_NAME_ORG, NULL, KITH_GAZ_NAME, TRUE};
  }
}

/* Whether a word behind "of" or "for" may be part of a name. */
static gboolean
is_part(const KithWord *word)
{
  return (word->upos == KITH_PROPN && !kith_is_owner_mark(word)) ||
         (word->upos == KITH_NOUN && kith_word_capitalized(word));
}

/* Whether a body's name goes on behind its end: "Municipality" with "of", "Court of Arbitration" with "for".
 */
static gboolean
goes_on(const KithFinder *f, const KithWord *words, const KithNameSpan *body)
{
  static const char *const boards[] = {"commission", "committee", "council", NULL};
  gboolean with_for = kith_word_is(&words[body->end], "for");
  if (kith_word_is(&words[body->end], "on"))
    return kith_word_in(&words[body->end - 1], boards);
  if ((!with_for && !kith_word_is(&words[body->end], "of")) || words[body->end - 1].upos == KITH_PUNCT)
    return FALSE;
  guint last = body->end - 1;
  for (guint i = body->begin + 1; with_for && i < body->end; i++)
    if (kith_word_is(&words[i], "of")) {
      last = i - 1;
      break;
    }
  return kith_span_noun(f, &words[last]).kind == KITH_NOUN_ORGANIZATION;
}

/* "Municipality of Bergen", "Union of Tailors and Weavers (UTW)": bodies that the tagger has cut off too
 * early. */
static void
extend_bodies(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  guint n = kith_finder_length(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *body = &g_array_index(spans, KithNameSpan, i);
    if (body->entry != NULL || body->ner == KITH_NAME_PER || body->ner == KITH_NAME_NONE)
      continue;
    guint next = body->end;
    gboolean of = next + 1 < n && goes_on(f, words, body);
    gboolean and = next + 1 < n && kith_word_is(&words[next], "and");
    next += 1 + (of && kith_word_is(&words[next + 1], "the"));
    guint end = next;
    while ((of || and) && end < n && is_part(&words[end]))
      end++;
    gboolean bracket = end + 2 < n && strcmp(words[end].form, "(") == 0 &&
                       strcmp(words[end + 2].form, ")") == 0 && kith_is_acronym(words[end + 1].form) &&
                       *words[end + 1].form == *words[body->begin].form;
    if (end == next || (and&&!bracket))
      continue;
    guint begin = body->begin;
    for (guint k = spans->len; k-- > 0;) {
      const KithNameSpan *other = &g_array_index(spans, KithNameSpan, k);
      if (other->begin >= next && other->begin < end) {
        end = MAX(end, other->end);
        g_array_remove_index(spans, k);
      }
    }
    for (guint k = 0; k < spans->len; k++)
      if (g_array_index(spans, KithNameSpan, k).begin == begin) {
        g_array_index(spans, KithNameSpan, k).end = end;
        g_array_index(spans, KithNameSpan, k).ner = KITH_NAME_ORG;
      }
  }
}

/* "Northern Rail": a name and, in small text, a capitalised noun that it tells the kind of. */
static void
extend_nouns(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  guint n = kith_finder_length(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = &g_array_index(spans, KithNameSpan, i);
    guint next = span->end;
    gboolean noun_like =
        next + 1 < n && (words[next].upos == KITH_NOUN ||
                         (words[next].upos == KITH_PROPN && words[next].name == KITH_NAME_NONE));
    gboolean person = span->ner == KITH_NAME_PER;
    if (!noun_like || !kith_word_capitalized(&words[next]) || span->ner == KITH_NAME_NONE ||
        (person && (span->end - span->begin > 1 || !is_unknown(f, words, span))) ||
        words[next - 1].head != (gint32)next || words[next - 1].deprel != KITH_DEP_COMPOUND ||
        kith_word_capitalized(&words[next + 1]) ||
        kith_document_sentence(f->doc, s)->kind != KITH_SENTENCE_BODY)
      continue;
    KithNoun noun = kith_span_noun(f, &words[next]);
    if (noun.title || noun.kind == KITH_NOUN_PERSON || noun.kind == KITH_NOUN_GROUP ||
        (noun.kind == KITH_NOUN_NEVER && words[next].deprel != KITH_DEP_NSUBJ))
      continue;
    *span = (KithNameSpan){span->begin, next + 1,
                           noun.kind == KITH_NOUN_PLACE ? KITH_NAME_LOC : KITH_NAME_ORG, NULL, KITH_GAZ_NAME};
  }
}

/* Whether a word is the last one of a body's or party's name. */
static gboolean
ends_body(const KithFinder *f, const KithWord *word)
{
  return kith_span_noun(f, word).kind == KITH_NOUN_ORGANIZATION || kith_is_party(word);
}

/* "The Citizens' Front", which the tagger has not at all: its noun, for join_owners to go on from. */
static void
add_owned(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint w = 2; w < kith_finder_length(f, s); w++) {
    KithNameSpan span = {w, w + 1, KITH_NAME_ORG, NULL, KITH_GAZ_NAME, FALSE};
    if (kith_is_owner_mark(&words[w - 1]) && kith_word_capitalized(&words[w]) &&
        words[w].upos == KITH_PROPN && words[w].head != (gint32)w + 1 && ends_body(f, &words[w]) &&
        kith_span_noun(f, &words[w - 2]).kind == KITH_NOUN_PERSON && !is_taken(spans, w))
      g_array_append_val(spans, span);
  }
}

/* "Weavers' Union", "People's Liberation Front": a body's name that begins with those whose it is. */
static void
join_owners(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    guint begin = span->begin;
    if (begin < 2 || span->entry != NULL || !kith_is_owner_mark(&words[begin - 1]) ||
        !ends_body(f, &words[span->end - 1]))
      continue;
    const KithWord *owner = &words[begin - 2];
    if (!kith_word_capitalized(owner) || (begin == 2 && owner->upos != KITH_PROPN) || owner->xpos == NULL ||
        owner->xpos[strlen(owner->xpos) - 1] != 'S' || f->demonyms[s][begin - 2] != NULL)
      continue;
    gboolean known = FALSE;
    for (guint k = spans->len; k-- > 0;)
      known |= span_at(spans, k)->end == begin - 1 && span_at(spans, k)->entry != NULL;
    if (known)
      continue;
    guint first = begin - 2;
    for (guint k = spans->len; k-- > 0;)
      if (span_at(spans, k)->end == begin - 1) {
        first = MIN(first, span_at(spans, k)->begin);
        g_array_remove_index(spans, k);
        i -= k < i;
      }
    span_at(spans, i)->begin = first;
    tell(span_at(spans, i));
  }
}

/* "union Finans": common nouns in small letters before a name are none of its words. */
static void
cut_nouns(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    guint begin = span->begin;
    while (span->entry == NULL && begin + 1 < span->end && g_ascii_islower(*words[begin].form) &&
           kith_span_noun(f, &words[begin]).kind != KITH_NOUN_UNKNOWN)
      begin++;
    /* a firm's sort with which a sentence begins: "Chipmaker Acme" */
    g_autofree char *first = kith_word_lemma(&words[begin]);
    gboolean sort = begin == 0 && span->entry == NULL && span->end == 2 && words[1].upos == KITH_PROPN &&
                    (kith_body_kinds(first) & KITH_BODY_FIRM) != 0;
    if (sort) {
      span->begin = 1;
      tell(span);
    }
    if (begin > span->begin && kith_word_capitalized(&words[begin]))
      span->begin = begin;
  }
}

/* "82nd". */
static gboolean
is_ordinal(const char *form)
{
  char *end;
  return g_ascii_isdigit(*form) && g_ascii_strtoull(form, &end, 10) > 0 &&
         (strcmp(end, "st") == 0 || strcmp(end, "nd") == 0 || strcmp(end, "rd") == 0 ||
          strcmp(end, "th") == 0);
}

/* "National Bureau of Trade", "Combined Task Force", "82nd Airborne Division": of which the tagger has all
 * but the first word. */
static void
extend_left(const KithFinder *f, guint s, GArray *spans)
{
  static const char *const joined[] = {"combined", "joint", "united", "allied", NULL};
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    guint before = span->begin - 1;
    if (span->begin < 1 || span->entry != NULL || span->ner != KITH_NAME_ORG ||
        f->demonyms[s][before] != NULL)
      continue;
    g_autofree char *last = kith_word_lemma(&words[span->end - 1]);
    gboolean ordinal = is_ordinal(words[before].form) && kith_noun_is_unit(last);
    gboolean list = kith_word_in(&words[before], joined) || ordinal;
    gboolean taken = words[before].name != KITH_NAME_NONE || (span->begin < 2 && !list);
    for (guint k = 0; k < spans->len; k++)
      taken |= span_at(spans, k)->end == span->begin;
    if (!taken && (ordinal || kith_word_capitalized(&words[before])) &&
        (words[before].upos == KITH_ADJ || list) && words[before].head >= (gint32)span->begin &&
        words[before].head < (gint32)span->end && !kith_span_noun(f, &words[before]).title)
      span->begin = before;
  }
}

/* "Viktor Roe", of which the tagger has the last word alone. */
static void
extend_given(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    guint before = span->begin - 1;
    if (span->begin > 0 && span->ner == KITH_NAME_PER && span->entry == NULL &&
        span->end == span->begin + 1 && words[before].upos == KITH_PROPN &&
        kith_word_capitalized(&words[before]) && !is_taken(spans, before) &&
        !kith_span_noun(f, &words[before]).title &&
        (kith_gazetteer_given_name(f->gazetteer, words[before].form, NULL) ||
         (words[before].deprel == KITH_DEP_NMOD_DESC && words[before].head == (gint32)span->begin &&
          kith_span_noun(f, &words[before]).kind == KITH_NOUN_UNKNOWN && f->demonyms[s][before] == NULL)))
      span->begin = before;
  }
}

static void
tell_firms(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    if (span->entry == NULL && span->end - span->begin > 1 && span->ner != KITH_NAME_NONE &&
        kith_is_firms(&words[span->end - 1]))
      tell(span);
  }
}

/* Whether a noun tells that the name behind it is a body's: "the lender Acme", "rival Acme". */
static gboolean
tells_body(const KithFinder *f, const KithWord *word)
{
  static const char *const funds[] = {"fund", "chain", "label",  "station", "channel",
                                      "unit", "daily", "weekly", NULL};
  g_autofree char *lemma = kith_word_lemma(word);
  KithNoun noun = kith_span_noun(f, word);
  return kith_noun_is_firm(lemma) || g_strv_contains(funds, lemma) ||
         (noun.kind == KITH_NOUN_UNKNOWN && (kith_body_kinds(lemma) & KITH_BODY_FIRM) != 0) ||
         (noun.kind == KITH_NOUN_ORGANIZATION && !noun.doubtful);
}

/* "The owner Roe, who ...": a person, by the clause behind. */
static gboolean
is_somebody(const KithFinder *f, guint s, const KithNameSpan *span)
{
  const KithWord *words = kith_finder_words(f, s);
  return span->ner == KITH_NAME_PER && span->end + 1 < kith_finder_length(f, s) &&
         strcmp(words[span->end].form, ",") == 0 &&
         (kith_word_is(&words[span->end + 1], "who") || kith_word_is(&words[span->end + 1], "whom"));
}

/* "The pension fund Acme", "rival Acme": what is no known person or place and stands behind such a noun. */
static void
tell_bodies(const KithFinder *f, guint s, GArray *spans)
{
  static const char *const papers[] = {"daily", "weekly", NULL};
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    guint before = span->begin;
    while (before > 0 && (words[before - 1].upos == KITH_PUNCT || kith_is_article(&words[before - 1])))
      before--;
    if (before == 0 || span->entry != NULL || !is_unknown(f, words, span) || is_somebody(f, s, span))
      continue;
    before--;
    gboolean hangs = words[before].head >= (gint32)span->begin && words[before].head < (gint32)span->end;
    for (guint w = span->begin; w < span->end; w++)
      hangs |= words[w].head == (gint32)before ||
               (words[w].deprel == KITH_DEP_COMPOUND && words[before].deprel == KITH_DEP_COMPOUND &&
                words[w].head == words[before].head);
    gboolean noun = words[before].upos == KITH_NOUN || kith_word_in(&words[before], papers);
    if (hangs && before + 2 >= span->begin && noun && strcmp(words[before + 1].form, ",") != 0 &&
        tells_body(f, &words[before]))
      tell(span);
  }
}

/* "Acme's chief executive": what only a body has. */
static void
tell_owners(const KithFinder *f, guint s, GArray *spans)
{
  static const char *const owned[] = {"executive", "ceo",        "chairman",    "chairwoman", "chairperson",
                                      "board",     "share",      "shareholder", "stock",      "plant",
                                      "factory",   "subsidiary", "employee",    "workforce",  "headquarters",
                                      "takeover",  "merger",     "profit",      "customer",   "branch",
                                      "fleet",     "founder",    "co-founder",  "owner",      NULL};
  const KithWord *words = kith_finder_words(f, s);
  guint n = kith_finder_length(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    gint32 head = words[span->end - 1].head;
    if (span->ner == KITH_NAME_PER && span->end < n && kith_is_owner_mark(&words[span->end]) && head >= 0 &&
        (guint)head > span->end && span->end - span->begin == 1 && is_unknown(f, words, span) &&
        kith_word_in(&words[head], owned))
      tell(span);
  }
}

/* "The Social Democrats", "the Greens": parties by what their members are, written as names. */
static void
add_parties(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint w = 1; w < kith_finder_length(f, s); w++) {
    g_autofree char *form = g_utf8_strdown(words[w].form, -1);
    if (!kith_word_capitalized(&words[w]) || !g_str_has_suffix(form, "s") ||
        kith_body_kinds(form) != KITH_BODY_PARTY || is_taken(spans, w))
      continue;
    guint begin = w;
    while (begin > 1 && kith_word_capitalized(&words[begin - 1]) && f->demonyms[s][begin - 1] == NULL &&
           (words[begin - 1].upos == KITH_ADJ || words[begin - 1].upos == KITH_PROPN) &&
           !is_taken(spans, begin - 1))
      begin--;
    KithNameSpan span = {begin, w + 1, KITH_NAME_ORG, NULL, KITH_GAZ_NAME, TRUE};
    if (begin < w || kith_is_article(&words[w - 1]) || kith_is_owner_mark(&words[w - 1]))
      g_array_append_val(spans, span);
  }
}

/* "Sanctions on Xul", "a spokesman for Xul", "bought from Xul": of what has these, a name that no gazetteer
 * knows is a body's.
 */
static void
tell_from_heads(const KithFinder *f, guint s, GArray *spans)
{
  static const char *const of_bodies[] = {
      "sanction", "spokesman",   "spokeswoman", "spokesperson", "militant", "fighter",
      "gunman",   "kingpin",     "ally",        "subsidiary",   "chairman", "ceo",
      "employee", "shareholder", "affiliate",   "commander",    NULL};
  static const char *const cases[] = {"of", "for", "on", "against", NULL};
  static const char *const trading[] = {"buy", "purchase", "acquire", "borrow", "sell", "lend", NULL};
  static const char *const sides[] = {"from", "to", NULL};
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    if (span->ner != KITH_NAME_LOC || span->entry != NULL)
      continue;
    for (guint w = span->begin; w < span->end; w++) {
      gint32 head = words[w].head;
      const KithWord *marker = kith_finder_case(f, s, w);
      if (head < 0 || (guint)head >= span->begin || marker == NULL)
        continue;
      gboolean noun = words[w].deprel == KITH_DEP_NMOD && kith_word_in(marker, cases) &&
                      kith_word_in(&words[head], of_bodies);
      gboolean sale = words[w].deprel == KITH_DEP_OBL && kith_word_in(marker, sides) &&
                      kith_word_in(&words[head], trading);
      if (noun || sale)
        tell(span);
    }
  }
}

/* "The bishop of Xul Roe": of what has one, a name is a place's. */
static void
tell_places(const KithFinder *f, guint s, GArray *spans)
{
  static const char *const of_places[] = {"bishop",  "archbishop", "mayor",     "governor", "premier",
                                          "prefect", "resident",   "outskirts", "siege",    "battle",
                                          "port",    "village",    "native",    NULL};
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *span = span_at(spans, i);
    if (span->ner == KITH_NAME_PER && span->begin > 1 && kith_word_is(&words[span->begin - 1], "of") &&
        kith_word_in(&words[span->begin - 2], of_places) && is_unknown(f, words, span))
      span->ner = KITH_NAME_LOC;
  }
}

/* "The governor of Lima, Constant Roe,": a name of two words or three between marks that the tree hangs on an
 * office is a person's. */
static gboolean
is_holder(const KithFinder *f, guint s, guint begin, guint end)
{
  enum { CLIMB = 4 };
  const KithWord *words = kith_finder_words(f, s);
  if (begin == 0 || end - begin < 2 || end - begin > 3 || end >= kith_finder_length(f, s) ||
      strcmp(words[begin - 1].form, ",") != 0 || words[end].upos != KITH_PUNCT ||
      words[end - 1].upos != KITH_PROPN || words[end - 1].deprel != KITH_DEP_APPOS)
    return FALSE;
  gint32 at = words[end - 1].head;
  for (guint step = 0; step < CLIMB && at >= 0 && words[at].deprel == KITH_DEP_NMOD; step++)
    at = words[at].head;
  KithNoun noun = at >= 0 ? kith_span_noun(f, &words[at]) : (KithNoun){.kind = KITH_NOUN_UNKNOWN};
  return noun.kind == KITH_NOUN_PERSON && noun.title;
}

/* "The charity Sons of Peace": a name behind the noun that tells what it is. */
static gboolean
is_introduced(const KithFinder *f, guint s, guint begin, guint end)
{
  const KithWord *words = kith_finder_words(f, s);
  if (begin == 0 || end - begin < 2 || words[begin - 1].upos != KITH_NOUN ||
      !kith_word_capitalized(&words[begin]))
    return FALSE;
  KithNoun noun = kith_span_noun(f, &words[begin - 1]);
  return noun.kind == KITH_NOUN_ORGANIZATION && noun.listed && !noun.doubtful &&
         f->demonyms[s][begin] == NULL;
}

KithName
kith_span_told(const KithFinder *f, guint s, guint begin, guint end)
{
  if (is_holder(f, s, begin, end))
    return KITH_NAME_PER;
  return is_introduced(f, s, begin, end) ? KITH_NAME_ORG : KITH_NAME_NONE;
}

void
kith_spans_mend(const KithFinder *f, guint s, GArray *spans)
{
  cut_nouns(f, s, spans);
  drop_events(f, s, spans);
  drop_offices(f, s, spans);
  cut_titles(f, s, spans);
  cut_posts(f, s, spans);
  extend_given(f, s, spans);
  split_titled(f, s, spans);
  split_beside(f, s, spans);
  settle_before_titles(f, s, spans);
  join_ampersands(f, s, spans);
  add_ampersands(f, s, spans);
  add_owned(f, s, spans);
  join_owners(f, s, spans);
  extend_bodies(f, s, spans);
  extend_to_acronym(f, s, spans);
  extend_left(f, s, spans);
  tell_firms(f, s, spans);
  extend_nouns(f, s, spans);
  tell_bodies(f, s, spans);
  tell_owners(f, s, spans);
  tell_from_heads(f, s, spans);
  tell_places(f, s, spans);
  add_parties(f, s, spans);
  kith_spans_add_undertakings(f, s, spans);
  kith_spans_drop_listings(f, s, spans);
}
