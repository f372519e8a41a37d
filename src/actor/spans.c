/* Stretches of words that may be names: the tagger's, set right by the gazetteer and the tree. */
#include <string.h>

#include "actor/kinds.h"
#include "actor/spans.h"
#include "text/wordlist.h"

enum { MAX_NAME_WORDS = 10 };

gboolean
kith_is_article(const KithWord *word)
{
  return g_ascii_strcasecmp(word->form, "the") == 0 || g_ascii_strcasecmp(word->form, "a") == 0 ||
         g_ascii_strcasecmp(word->form, "an") == 0;
}

gboolean
kith_is_guard(const KithWord *words, guint word)
{
  static const char *const guards[] = {"guard", "guards", NULL};
  return word > 0 && kith_word_in(&words[word], guards) && kith_word_capitalized(&words[word]) &&
         kith_word_capitalized(&words[word - 1]) && words[word - 1].head == (gint32)word;
}

gboolean
kith_is_currency(const KithWord *words, guint n, guint end)
{
  static const char *const prefixes[] = {"US", "HK", "NT", "NZ", "AU", "CA", "A", "C", "S", NULL};
  return end > 0 && end < n && (words[end].flags & KITH_WORD_SPACE_BEFORE) == 0 &&
         strcmp(words[end].form, "$") == 0 && g_strv_contains(prefixes, words[end - 1].form);
}

gboolean
kith_is_owner_mark(const KithWord *word)
{
  return word->xpos != NULL && strcmp(word->xpos, "POS") == 0;
}

/* Whether a word is written as sites and newsgroups are: "Example.com", "comp.lang.c". */
gboolean
kith_is_site(const char *form)
{
  const char *dot = strrchr(form, '.');
  if (dot == NULL || dot < form + 2 || strlen(dot) < 3 || strpbrk(form, "/:@") != NULL)
    return FALSE;
  for (const char *p = form; *p; p++)
    if (*p != '.' && *p != '-' && !g_ascii_isalnum(*p))
      return FALSE;
  for (const char *p = dot + 1; *p; p++)
    if (!g_ascii_islower(*p))
      return FALSE;
  return g_ascii_isalpha(*form);
}

/* Whether a name of one word is written as acronyms are, or as a site on the web. */
gboolean
kith_is_acronym(const char *form)
{
  guint capitals = 0, letters = 0;
  for (const char *p = form; *p; p++) {
    capitals += g_ascii_isupper(*p);
    letters += g_ascii_isalpha(*p) || (guchar)*p >= 0x80;
  }
  return (capitals >= 2 && capitals == letters && letters <= 6) || kith_is_site(form);
}

KithNoun
kith_span_noun(const KithFinder *f, const KithWord *word)
{
  g_autofree char *form = g_utf8_strdown(word->form, -1);
  KithNoun noun = kith_gazetteer_noun(f->gazetteer, form);
  if (noun.kind == KITH_NOUN_UNKNOWN && !noun.title) {
    g_autofree char *lemma = kith_word_lemma(word);
    noun = kith_gazetteer_noun(f->gazetteer, lemma);
  }
  gsize length = strlen(form);
  if (noun.kind == KITH_NOUN_UNKNOWN && !noun.title && length > 4 && form[length - 1] == 's') {
    form[length - 1] = '\0';
    if (g_str_has_suffix(form, "ie"))
      strcpy(form + length - 3, "y");
    noun = kith_gazetteer_noun(f->gazetteer, form);
    noun.title = FALSE;
  }
  return noun;
}

gboolean
kith_is_paper(const KithWord *last)
{
  static const char *const papers[] = {"courier",   "herald",   "times",    "tribune",  "gazette",
                                       "chronicle", "examiner", "inquirer", "journal",  "telegraph",
                                       "dispatch",  "sentinel", "bulletin", "advocate", "observer",
                                       "guardian",  "weekly",   NULL};
  return kith_word_in(last, papers) && kith_word_capitalized(last);
}

gboolean
kith_is_titled_body(const KithWord *last)
{
  static const char *const nouns[] = {
      "group", "center", "centre", "collection", "exchange", "trust",   "line", "press", "service",
      "post",  "star",   "voice",  "home",       "standard", "monitor", "mail", "sun",   "mirror",
      "globe", "echo",   "record", "register",   "express",  "review",  "news", NULL};
  return kith_is_paper(last) || (kith_word_in(last, nouns) && kith_word_capitalized(last));
}

static void
add_span(GArray *spans, guint begin, guint end, KithName ner)
{
  KithNameSpan span = {begin, end, ner, NULL, KITH_GAZ_NAME};
  if (begin < end)
    g_array_append_val(spans, span);
}

/* Whether a stretch of words is a name of the gazetteer. */
static gboolean
is_known(const KithFinder *f, guint s, guint begin, guint end)
{
  g_autofree char *text = kith_finder_text(f, s, begin, end);
  return begin < end && kith_gazetteer_find(f->gazetteer, text, NULL) != NULL;
}

/* Where a tagged name is two: at a comma, a genitive or a hyphen. 0: nowhere. */
static guint
cut_of(const KithFinder *f, guint s, guint begin, guint end, KithName ner)
{
  const KithWord *words = kith_finder_words(f, s);
  for (guint i = begin + 1; i + 1 < end; i++) {
    if (strcmp(words[i].form, ",") == 0 && ner == KITH_NAME_LOC)
      return i;
    if (kith_is_owner_mark(&words[i]) && kith_word_capitalized(&words[i + 1]) && ner != KITH_NAME_PER &&
        is_known(f, s, begin, i))
      return i;
    /* "Jane Roe of Norland"; "Jane Roe of the College of Roses", tagged as one body */
    if (kith_word_is(&words[i], "of") && i - begin >= 2 &&
        kith_span_noun(f, &words[i - 1]).kind == KITH_NOUN_UNKNOWN &&
        (ner != KITH_NAME_ORG ? is_known(f, s, i + 1, end)
                              : kith_gazetteer_given_name(f->gazetteer, words[begin].form, NULL)))
      return i;
    if ((strcmp(words[i].form, "-") == 0 || kith_word_is(&words[i], "and")) && is_known(f, s, begin, i) &&
        is_known(f, s, i + 1, end))
      return i;
  }
  return 0;
}

gboolean
kith_is_family(const KithFinder *f, guint s, guint w)
{
  const KithTree *tree = f->trees[s];
  const KithWord *word = &tree->words[w];
  KithNoun noun = kith_span_noun(f, word);
  if (noun.kind != KITH_NOUN_PERSON || noun.listed || noun.title || word->upos != KITH_PROPN ||
      g_strcmp0(word->xpos, "NNP") != 0 || word->deprel == KITH_DEP_COMPOUND ||
      kith_document_sentence(f->doc, s)->kind != KITH_SENTENCE_BODY)
    return FALSE;
  for (gint32 c = kith_tree_first(tree, (gint32)w); c >= 0 && (guint)c < w; c = kith_tree_next(tree, c))
    if (tree->words[c].upos != KITH_ADP && tree->words[c].upos != KITH_CCONJ &&
        tree->words[c].upos != KITH_PUNCT)
      return FALSE;
  return TRUE;
}

/* Whether a stretch is nothing but an office: "U.S. Deputy Secretary of State". */
static gboolean
is_office(const KithFinder *f, guint s, guint begin, guint end)
{
  const KithWord *words = kith_finder_words(f, s);
  guint i = kith_span_behind_country(f, s, begin, end), first = i;
  KithNounKind kind = KITH_NOUN_UNKNOWN;
  if (end == begin + 1 && kith_is_family(f, s, begin))
    return FALSE;
  if (i + 1 < end && words[i].name == KITH_NAME_PER && !kith_span_noun(f, &words[i]).title &&
      kith_gazetteer_given_name(f->gazetteer, words[i].form, NULL))
    return FALSE; /* "Frank King" */
  while (i < end && !kith_word_is(&words[i], "of") && !kith_word_is(&words[i], "for")) {
    KithNoun noun = kith_span_noun(f, &words[i]);
    if (!noun.title && noun.kind != KITH_NOUN_PERSON)
      return FALSE;
    kind = noun.kind;
    i++;
  }
  return i > first && kind == KITH_NOUN_PERSON &&
         (i == end || !kith_gazetteer_given_name(f->gazetteer, words[end - 1].form, NULL));
}

/* Whether a tagged person's name goes on with the word behind it, which the tree has as part of it: "Aksel"
 * of "Aksel Roe". */
static gboolean
goes_on(const KithFinder *f, guint s, guint begin, guint end)
{
  const KithWord *words = kith_finder_words(f, s);
  const KithWord *next = words + end;
  if (end >= kith_finder_length(f, s) || kith_document_sentence(f->doc, s)->kind != KITH_SENTENCE_BODY ||
      next->upos != KITH_PROPN || next->name != KITH_NAME_NONE || !kith_word_capitalized(next) ||
      kith_word_is_date(next) || f->demonyms[s][end] != NULL || is_known(f, s, end, end + 1))
    return FALSE;
  KithNoun noun = kith_span_noun(f, next);
  if (noun.title || noun.kind != KITH_NOUN_UNKNOWN)
    return FALSE;
  if (next->deprel == KITH_DEP_FLAT && next->head >= (gint32)begin && next->head < (gint32)end)
    return TRUE;
  /* "the Dane Aksel Roe", but nobody in "the Roe Doctrine" */
  return words[begin].head == (gint32)end && words[begin].deprel == KITH_DEP_COMPOUND &&
         kith_gazetteer_find_use(f->gazetteer, words[begin].form, KITH_GAZ_DEMONYM) != NULL;
}

/* Adds a tagged name without its article, titles and owner's mark, cut in two where it is two. */
static void
add_tagged(const KithFinder *f, guint s, guint begin, guint end, KithName ner, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  if (is_known(f, s, begin, end)) {
    add_span(spans, begin, end, ner);
    return;
  }
  while (begin < end && (kith_is_article(&words[begin]) || words[begin].upos == KITH_PUNCT ||
                         (end - begin > 1 && kith_word_is_date(&words[begin]))))
    begin++;
  while (end > begin && (kith_is_owner_mark(&words[end - 1]) || words[end - 1].upos == KITH_PUNCT ||
                         (end > begin + 1 && kith_is_currency(words, kith_finder_length(f, s), end))))
    end--; /* not "Acme US" in "paid Acme US$20" */
  if (end > begin + 1 && words[begin].upos == KITH_ADJ && is_known(f, s, begin + 1, end))
    begin++; /* "Shia Hezbollah" */
  while (end > begin + 1 && ner == KITH_NAME_PER && g_str_has_suffix(words[end - 1].form, ".") &&
         kith_span_noun(f, &words[end - 1]).title)
    end--;
  guint cut = cut_of(f, s, begin, end, ner);
  if (cut != 0) {
    gboolean of = kith_word_is(&words[cut], "of");
    add_span(spans, begin, cut, kith_is_owner_mark(&words[cut]) ? KITH_NAME_LOC : of ? KITH_NAME_PER : ner);
    add_tagged(f, s, cut + 1, end, of && ner != KITH_NAME_ORG ? KITH_NAME_LOC : ner, spans);
    return;
  }
  /* "Al-Abadi" in three words of which the tagger saw one */
  while (end + 1 < kith_finder_length(f, s) && end > begin && strcmp(words[end].form, "-") == 0 &&
         !((words[end].flags | words[end + 1].flags) & KITH_WORD_SPACE_BEFORE) &&
         kith_word_capitalized(&words[end + 1]) && !is_known(f, s, end + 1, end + 2) &&
         !is_known(f, s, begin, end))
    end += 2;
  while (ner == KITH_NAME_PER && begin < end && goes_on(f, s, begin, end))
    end++;
  gboolean paper = ner != KITH_NAME_PER && end > begin + 1 && kith_is_titled_body(&words[end - 1]);
  if (begin < end && !paper && is_office(f, s, begin, end))
    return;
  /* "Pentagon press operations director Navy": common nouns end a name */
  for (guint i = begin + 1; i < end; i++)
    if (words[i].upos == KITH_NOUN && g_ascii_islower(*words[i].form) && ner != KITH_NAME_MISC &&
        kith_span_noun(f, &words[i]).kind == KITH_NOUN_PERSON) {
      while (end > i + 1 && !kith_word_capitalized(&words[i + 1]))
        i++;
      guint first = begin + 1;
      while (first < end && kith_word_capitalized(&words[first]))
        first++;
      add_span(spans, begin, first, ner);
      if (i + 1 < end)
        add_tagged(f, s, i + 1, end, ner, spans);
      return;
    }
  guint core = begin < end ? kith_span_behind_titles(f, s, begin, end, ner) : begin;
  if (core > begin && kith_span_noun(f, &words[end - 1]).kind != KITH_NOUN_ORGANIZATION) {
    KithNounKind last = kith_span_noun(f, &words[end - 1]).kind;
    if (last != KITH_NOUN_PLACE && words[core].upos == KITH_PROPN)
      add_span(spans, core, end, last == KITH_NOUN_PERSON ? ner : KITH_NAME_PER);
    return;
  }
  add_span(spans, begin, end, ner);
}

gboolean
kith_is_party(const KithWord *last)
{
  g_autofree char *word = kith_word_lemma(last);
  return kith_word_capitalized(last) && (kith_body_kinds(word) & (KITH_BODY_PARTY | KITH_BODY_ARMED)) != 0;
}

static void
collect_tagged(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  guint n = kith_finder_length(f, s);
  for (guint i = 0; i < n;) {
    guint j = i + 1;
    if (words[i].name != KITH_NAME_NONE) {
      gboolean misc = words[i].name == KITH_NAME_MISC;
      while (j < n && words[j].name == words[i].name && !(words[j].flags & KITH_WORD_NAME_BEGIN))
        j++;
      /* what is tagged as neither of three may still be a body by its noun; the rest is left to
       * collect_proper */
      KithName told = misc ? kith_span_told(f, s, i, j) : KITH_NAME_NONE;
      if (told != KITH_NAME_NONE)
        add_span(spans, i, j, told);
      else if (!misc || (j - i > 1 && (kith_span_noun(f, &words[j - 1]).kind == KITH_NOUN_ORGANIZATION ||
                                       kith_is_firms(&words[j - 1]) || kith_is_party(&words[j - 1]))))
        add_tagged(f, s, i, j, (KithName)words[i].name, spans);
    }
    i = j;
  }
}

/* Whether a name of the gazetteer may begin here. */
static gboolean
may_begin(const KithWord *word)
{
  return kith_word_capitalized(word) || g_ascii_isdigit(*word->form) || word->name != KITH_NAME_NONE ||
         g_str_has_prefix(word->form, "al") || strcmp(word->form, "so") == 0;
}

/* The longest name of the gazetteer that begins at a word. */
static gboolean
match_at(const KithFinder *f, guint s, guint begin, KithNameSpan *span)
{
  const KithWord *words = kith_finder_words(f, s);
  guint n = kith_finder_length(f, s);
  gboolean the = begin > 0 && g_ascii_strcasecmp(words[begin - 1].form, "the") == 0;
  g_autoptr(GString) text = g_string_new("the ");
  gboolean found = FALSE;
  for (guint i = begin; i < n && i < begin + MAX_NAME_WORDS; i++) {
    if (i > begin && (words[i].flags & KITH_WORD_SPACE_BEFORE))
      g_string_append_c(text, ' ');
    g_string_append(text, words[i].form);
    KithGazetteerUse use;
    const KithGazetteerEntry *entry = kith_gazetteer_find(f->gazetteer, text->str + 4, &use);
    if (the) {
      KithGazetteerUse the_use;
      const KithGazetteerEntry *the_entry = kith_gazetteer_find(f->gazetteer, text->str, &the_use);
      if (the_entry != NULL && (entry == NULL || the_use < use)) {
        entry = the_entry;
        use = the_use;
      }
    }
    if (entry != NULL) {
      *span = (KithNameSpan){begin, i + 1, KITH_NAME_NONE, entry, use};
      found = TRUE;
    }
  }
  return found;
}

/* Whether a word alone may be the gazetteer's name: the tagger has it as a proper noun or a name. */
static gboolean
is_proper(const KithWord *word)
{
  return word->upos == KITH_PROPN || word->name != KITH_NAME_NONE ||
         (word->xpos != NULL && g_str_has_prefix(word->xpos, "NNP"));
}

/* "WHO" among words in small letters. */
static gboolean
stands_out(const KithWord *words, guint n, guint word)
{
  if (!kith_is_acronym(words[word].form) || strlen(words[word].form) < 2)
    return FALSE;
  for (guint i = word > 2 ? word - 2 : 0; i < MIN(word + 3, n); i++)
    if (g_ascii_islower(*words[i].form) && strlen(words[i].form) > 2)
      return TRUE;
  return FALSE;
}

/* Whether a name tells where somebody is from: "a biologist from Lima". */
static gboolean
is_home(const KithFinder *f, guint s, guint word)
{
  const KithWord *words = kith_finder_words(f, s);
  const gint32 who = words[word].head;
  return word > 1 && kith_word_is(&words[word - 1], "from") && words[word].deprel == KITH_DEP_NMOD &&
         who == (gint32)word - 2 && kith_span_noun(f, &words[who]).kind == KITH_NOUN_PERSON;
}

/* What a tagged span and a match of the gazetteer that overlap make: true where the match goes first. */
static gboolean
match_wins(const KithFinder *f, guint s, const KithNameSpan *match, const KithNameSpan *tagged)
{
  guint m = match->end - match->begin, t = tagged->end - tagged->begin;
  if (match->begin <= tagged->begin && match->end >= tagged->end && m > t)
    return TRUE;
  if (m < t)
    return FALSE;
  if (m > t)
    return TRUE;
  if (match->begin != tagged->begin)
    return FALSE;
  if (m == 1 && match->entry->type != KITH_ACTOR_ORGANIZATION &&
      g_hash_table_contains(f->families, kith_finder_words(f, s)[match->begin].form))
    return tagged->ner != KITH_NAME_PER && match->entry->type == KITH_ACTOR_COUNTRY &&
           match->use == KITH_GAZ_NAME;
  if (tagged->ner == KITH_NAME_PER && m == 1 && match->entry->type != KITH_ACTOR_ORGANIZATION) {
    /* "Jordan" after a given name or a title is a person */
    const KithWord *words = kith_finder_words(f, s);
    if (match->entry->type == KITH_ACTOR_PLACE)
      return is_home(f, s, match->begin);
    return match->begin == 0 || !kith_span_noun(f, &words[match->begin - 1]).title;
  }
  return !(tagged->ner == KITH_NAME_ORG && match->entry->type == KITH_ACTOR_PLACE &&
           match->use == KITH_GAZ_NAME);
}

static const char *const public_bodies[] = {
    "ministry", "department", "army",           "court",     "parliament", "government",
    "police",   "embassy",    "council",        "senate",    "congress",   "navy",
    "force",    "forces",     "military",       "agency",    "office",     "bureau",
    "cabinet",  "assembly",   "administration", "authority", "commission", "command",
    "corps",    "guard",      "treasury",       "consulate", "mission",    NULL};

/* A match inside a tagged span: a country's name before a public body is a mention of its own. */
static gboolean
match_nests(const KithFinder *f, guint s, const KithNameSpan *match, const KithNameSpan *tagged)
{
  const KithWord *words = kith_finder_words(f, s);
  return match->begin == tagged->begin && match->use == KITH_GAZ_NAME &&
         match->entry->type == KITH_ACTOR_COUNTRY && tagged->ner == KITH_NAME_ORG &&
         kith_word_in(&words[tagged->end - 1], public_bodies);
}

/* Marks the words of a demonym; whether it may be a name as well is for others to say. */
static void
mark_demonym(const KithFinder *f, guint s, const KithNameSpan *match)
{
  for (guint i = match->begin; i < match->end; i++)
    f->demonyms[s][i] = match->entry;
}

/* "Pakistanis" where the gazetteer has "Pakistani". */
static const KithGazetteerEntry *
plural_demonym(const KithFinder *f, const KithWord *word)
{
  gsize length = strlen(word->form);
  if (length < 4 || word->form[length - 1] != 's' || !kith_word_capitalized(word))
    return NULL;
  g_autofree char *singular = g_strndup(word->form, length - 1);
  return kith_gazetteer_find_use(f->gazetteer, singular, KITH_GAZ_DEMONYM);
}

/* "to the United States Jane Roe", tagged as one: the country, and what follows it. */
static gboolean
match_cuts(const KithFinder *f, guint s, const KithNameSpan *match, KithNameSpan *tagged)
{
  const KithWord *words = kith_finder_words(f, s);
  if (match->begin != tagged->begin || match->end >= tagged->end || tagged->ner == KITH_NAME_ORG ||
      match->entry->type != KITH_ACTOR_COUNTRY || match->use != KITH_GAZ_NAME ||
      (!kith_gazetteer_given_name(f->gazetteer, words[match->end].form, NULL) &&
       (tagged->end - match->end < 2 ||
        kith_span_noun(f, &words[tagged->end - 1]).kind != KITH_NOUN_UNKNOWN)))
    return FALSE;
  tagged->begin = match->end;
  tagged->ner = KITH_NAME_PER;
  return TRUE;
}

/* "Social Democrats": the gazetteer's "Democrats" with a word before it that makes them others. */
static gboolean
is_others(const KithFinder *f, guint s, const KithNameSpan *match)
{
  const KithWord *words = kith_finder_words(f, s);
  const KithWord *last = &words[match->begin];
  if (match->end - match->begin != 1 || match->begin == 0 || match->entry->type != KITH_ACTOR_ORGANIZATION ||
      !g_str_has_suffix(last->form, "s") || kith_is_acronym(last->form))
    return FALSE;
  const KithWord *before = &words[match->begin - 1];
  return kith_word_capitalized(before) && (before->upos == KITH_ADJ || before->upos == KITH_PROPN) &&
         before->head == (gint32)match->begin && f->demonyms[s][match->begin - 1] == NULL &&
         !kith_span_noun(f, before).title;
}

/* "The U.N. refugee agency": a description that is known for a name has whose it is in it. */
static void
add_owner(const KithFinder *f, guint s, const KithNameSpan *match, GArray *nested)
{
  const KithWord *words = kith_finder_words(f, s);
  const KithWord *last = &words[match->end - 1];
  if (match->end - match->begin < 2 || !g_ascii_islower(*last->form))
    return;
  KithGazetteerUse use;
  const KithGazetteerEntry *owner = kith_gazetteer_find(f->gazetteer, words[match->begin].form, &use);
  KithNameSpan span = {match->begin, match->begin + 1, KITH_NAME_ORG, owner, use, FALSE};
  if (owner != NULL && owner != match->entry && use == KITH_GAZ_NAME &&
      words[match->begin].deprel == KITH_DEP_COMPOUND)
    g_array_append_val(nested, span);
}

/* Settles a match of the gazetteer against the tagged spans: puts it among them, or drops it. */
static void
settle_match(const KithFinder *f, guint s, const KithNameSpan *match, GArray *spans, GArray *nested)
{
  const KithWord *words = kith_finder_words(f, s);
  if (is_others(f, s, match))
    return;
  gboolean overlaps = FALSE;
  for (guint i = 0; i < spans->len; i++) {
    KithNameSpan *tagged = &g_array_index(spans, KithNameSpan, i);
    if (tagged->end <= match->begin || match->end <= tagged->begin)
      continue;
    overlaps = TRUE;
    if (match_cuts(f, s, match, tagged))
      continue;
    if (!match_wins(f, s, match, tagged)) {
      if (match_nests(f, s, match, tagged))
        g_array_append_val(nested, *match);
      return;
    }
  }
  if (!overlaps && match->end - match->begin == 1 && !is_proper(&words[match->begin]) &&
      !stands_out(words, kith_finder_length(f, s), match->begin))
    return;
  KithName ner = KITH_NAME_NONE;
  for (guint i = spans->len; i-- > 0;) {
    KithNameSpan *tagged = &g_array_index(spans, KithNameSpan, i);
    if (tagged->end <= match->begin || match->end <= tagged->begin)
      continue;
    ner = tagged->ner;
    g_array_remove_index(spans, i);
  }
  KithNameSpan span = *match;
  span.ner = ner;
  g_array_append_val(spans, span);
  add_owner(f, s, match, nested);
}

/* Whether a hyphen and a participle say what the country of an adjective does: "Chilean-led". The adjective
 * is a name there. */
static gboolean
is_doer(const KithWord *words, guint n, const KithNameSpan *match)
{
  static const char *const done[] = {"led",       "backed",   "ruled",        "run",       "trained",
                                     "owned",     "held",     "controlled",   "occupied",  "funded",
                                     "supported", "financed", "armed",        "sponsored", "brokered",
                                     "mediated",  "governed", "administered", NULL};
  return match->use == KITH_GAZ_DEMONYM && match->entry->type == KITH_ACTOR_COUNTRY && match->end + 1 < n &&
         strcmp(words[match->end].form, "-") == 0 && g_strv_contains(done, words[match->end + 1].form);
}

static void
add_doer(GArray *nested, const KithNameSpan *match)
{
  KithNameSpan span = {match->begin, match->end, KITH_NAME_NONE, match->entry, KITH_GAZ_NAME};
  g_array_append_val(nested, span);
}

static void
collect_matches(const KithFinder *f, guint s, GArray *spans, GArray *nested)
{
  const KithWord *words = kith_finder_words(f, s);
  guint n = kith_finder_length(f, s);
  for (guint i = 0; i < n;) {
    KithNameSpan match;
    guint next = i + 1;
    if (may_begin(&words[i]) && match_at(f, s, i, &match)) {
      const KithGazetteerEntry *demonym = NULL;
      if (is_doer(words, n, &match))
        add_doer(nested, &match);
      if (match.use == KITH_GAZ_DEMONYM)
        mark_demonym(f, s, &match);
      else {
        g_autofree char *text = kith_finder_text(f, s, match.begin, match.end);
        demonym = kith_gazetteer_find_use(f->gazetteer, text, KITH_GAZ_DEMONYM);
        settle_match(f, s, &match, spans, nested);
      }
      if (demonym != NULL && words[i].head != (gint32)i)
        mark_demonym(f, s,
                     &(KithNameSpan){match.begin, match.end, KITH_NAME_NONE, demonym, KITH_GAZ_DEMONYM});
      next = match.end;
    } else {
      const KithGazetteerEntry *people = plural_demonym(f, &words[i]);
      if (people != NULL)
        f->demonyms[s][i] = people;
    }
    i = next;
  }
}

/* Drops tagged spans that are nothing but a demonym: "Pakistani", "Afghans" (nominals.c has those that act).
 */
static void
drop_demonyms(const KithFinder *f, guint s, GArray *spans)
{
  for (guint i = spans->len; i-- > 0;) {
    KithNameSpan *span = &g_array_index(spans, KithNameSpan, i);
    gboolean all = span->entry == NULL;
    for (guint w = span->begin; all && w < span->end; w++)
      all = f->demonyms[s][w] != NULL;
    if (all)
      g_array_remove_index(spans, i);
  }
}

const char *const kith_before_places[] = {"in", "at", "near", NULL};

/* The same by what stands before it and what it does: "their commander, John Roe"; "in Bergen"; "X Y
 * said". */
static KithName
guess_by_place(const KithFinder *f, guint s, guint begin, guint end)
{
  static const char *const speaking[] = {"say",  "tell",  "add",      "ask", "write",
                                         "meet", "visit", "announce", NULL};
  const KithWord *words = kith_finder_words(f, s);
  guint before = begin - 1;
  if (strcmp(words[before].form, ",") == 0 && before > 0)
    before--;
  KithNoun left = kith_span_noun(f, &words[before]);
  if (end - begin >= 2 && ((f->demonyms[s][before] != NULL && words[before].upos != KITH_ADJ) ||
                           (left.kind == KITH_NOUN_PERSON && !left.doubtful)))
    return KITH_NAME_PER;
  if (before == begin - 1 && kith_word_in(&words[before], kith_before_places) &&
      words[before].upos == KITH_ADP && !kith_word_is(&words[begin], "may") &&
      !kith_word_is(&words[begin], "march"))
    return KITH_NAME_LOC;
  gint32 verb = words[begin].head;
  if (end - begin >= 2 && verb >= 0 && words[begin].deprel == KITH_DEP_NSUBJ &&
      kith_word_in(&words[verb], speaking))
    return KITH_NAME_PER;
  return KITH_NAME_NONE;
}

/* The type of a run of proper nouns that the tagger has as no name, or none. */
static KithName
guess_name(const KithFinder *f, guint s, guint begin, guint end)
{
  const KithWord *words = kith_finder_words(f, s);
  KithNoun last = kith_span_noun(f, &words[end - 1]);
  if (end - begin >= 2) {
    if (last.kind == KITH_NOUN_ORGANIZATION)
      return KITH_NAME_ORG;
    if (last.kind == KITH_NOUN_PLACE)
      return KITH_NAME_LOC;
    if (last.kind == KITH_NOUN_NEVER)
      return KITH_NAME_NONE;
    if (last.kind != KITH_NOUN_UNKNOWN && !last.doubtful)
      return KITH_NAME_NONE;
    if (kith_gazetteer_given_name(f->gazetteer, words[begin].form, NULL))
      return KITH_NAME_PER;
  }
  guint before = begin;
  g_autofree char *sort = begin > 0 ? kith_word_lemma(&words[begin - 1]) : NULL;
  if (sort != NULL && words[begin - 1].upos == KITH_NOUN && kith_word_capitalized(&words[begin]) &&
      kith_noun_is_firm(sort) && !kith_gazetteer_given_name(f->gazetteer, words[begin].form, NULL))
    return KITH_NAME_ORG; /* "the investor Acme" */
  while (before > 0 &&
         (strcmp(words[before - 1].form, "\"") == 0 || strcmp(words[before - 1].form, "“") == 0))
    before--;
  if (before > 0 && words[before - 1].upos == KITH_NOUN && g_ascii_islower(*words[before - 1].form)) {
    /* the website "Harbour Wiki" */
    KithNoun kind = kith_span_noun(f, &words[before - 1]);
    if (kind.listed && kind.kind == KITH_NOUN_ORGANIZATION)
      return KITH_NAME_ORG;
  }
  if (last.kind == KITH_NOUN_ORGANIZATION && !last.doubtful && end + 1 < kith_finder_length(f, s) &&
      kith_word_is(&words[end], "of") && words[end + 1].upos == KITH_PROPN)
    return KITH_NAME_ORG; /* "Municipality of Bergen" */
  if (begin == 0 || last.kind != KITH_NOUN_UNKNOWN)
    return KITH_NAME_NONE;
  KithNoun left = kith_span_noun(f, &words[begin - 1]);
  if (left.title && kith_word_capitalized(&words[begin - 1]))
    return KITH_NAME_PER;
  return guess_by_place(f, s, begin, end);
}

/* "known as XYZ", "its partner XYZ": an acronym that is given as another name or a firm's, whatever its tag.
 */
static gboolean
is_other_name(const KithWord *words, guint n, guint word)
{
  static const char *const naming[] = {"known", "called", "dubbed", NULL};
  if (word < 2 || strlen(words[word].form) < 3 || !stands_out(words, n, word))
    return FALSE;
  g_autofree char *sort = kith_word_lemma(&words[word - 1]);
  return (words[word - 1].upos == KITH_NOUN && kith_noun_is_firm(sort)) ||
         (kith_word_in(&words[word - 1], naming) ||
          (kith_word_is(&words[word - 1], "as") && kith_word_in(&words[word - 2], naming)));
}

/* Runs of proper nouns in no span yet. */
static void
collect_proper(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  guint n = kith_finder_length(f, s);
  g_autofree gboolean *taken = g_new0(gboolean, n + 1);
  for (guint i = 0; i < spans->len; i++)
    for (guint w = g_array_index(spans, KithNameSpan, i).begin; w < g_array_index(spans, KithNameSpan, i).end;
         w++)
      taken[w] = TRUE;
  for (guint i = 0; i < n; i++) {
    if (!taken[i] && (kith_is_site(words[i].form) || is_other_name(words, n, i)))
      add_span(spans, i, i + 1, KITH_NAME_ORG);
    if (taken[i] || words[i].upos != KITH_PROPN || f->demonyms[s][i] != NULL || kith_is_site(words[i].form) ||
        is_other_name(words, n, i))
      continue;
    guint begin = i, end = i;
    while (end < n && !taken[end] && words[end].upos == KITH_PROPN)
      end++;
    i = end;
    if (end < n && taken[end])
      continue;
    while (begin + 1 < end && kith_span_noun(f, &words[begin]).title)
      begin++;
    for (guint k = begin; k + 1 < end; k++)
      if (g_str_has_suffix(words[k].form, ".") && strlen(words[k].form) > 2 &&
          kith_span_noun(f, &words[k]).title)
        begin = k + 1;
    KithName ner = guess_name(f, s, begin, end);
    /* "Supreme Court": capitalised adjectives are part of a body's name */
    while (ner == KITH_NAME_ORG && begin > 0 && !taken[begin - 1] && words[begin - 1].upos == KITH_ADJ &&
           kith_word_capitalized(&words[begin - 1]) && f->demonyms[s][begin - 1] == NULL && begin > 1 &&
           words[begin - 1].head >= (gint32)begin && words[begin - 1].head < (gint32)end)
      begin--;
    if (ner != KITH_NAME_NONE)
      add_span(spans, begin, end, ner);
  }
}

void
kith_spans_collect(const KithFinder *f, guint s, GArray *spans, GArray *nested)
{
  collect_tagged(f, s, spans);
  collect_matches(f, s, spans, nested);
  drop_demonyms(f, s, spans);
  collect_proper(f, s, spans);
  kith_spans_mend(f, s, spans);
}
