/* Mentions that are no names: descriptions ("22 Republican senators"), and where pronouns are. */
#include <string.h>

#include "actor/deeds.h"
#include "actor/kinds.h"
#include "actor/spans.h"

/* Nouns that only measure out those that an "of" after them names: "a group of teenagers". */
static const char *const measures[] = {
    "group", "number",   "hundred",  "thousand", "dozen",   "million", "score",    "ten",        "couple",
    "pair",  "majority", "minority", "handful",  "lot",     "crowd",   "hundreds", "thousands",  "dozens",
    "tens",  "series",   "string",   "team",     "rest",    "half",    "third",    "quarter",    "part",
    "kind",  "type",     "sort",     "range",    "variety", "bunch",   "percent",  "percentage", "share",
    "total", "all",      "most",     "some",     "many",    "few",     "several",  "one",        "two",
    "three", "both",     "none",     "each",     "any",     "more",    "list",     "generation", "wave",
    "array", "%",        NULL};

static const char *const peoples[] = {"people",  "population", "public", "national",
                                      "citizen", "nation",     NULL};

static const char *const demonstratives[] = {"the", "this", "that", "these", "those", "both", NULL};

/* Whether a noun may be such a measure: "one of", not "loved ones of". */
static gboolean
may_measure(const KithTree *tree, guint word)
{
  return kith_word_in(&tree->words[word], measures) &&
         (word == 0 || g_ascii_strcasecmp(tree->words[word - 1].form, "loved") != 0);
}

/* The word that a measured noun stands for in the clause: "group" for "teenagers" in "a group of teenagers".
 */
static guint
measure_of(const KithFinder *f, guint s, guint word)
{
  const KithTree *tree = f->trees[s];
  const KithWord *words = tree->words;
  guint top = word;
  for (guint step = 0; step < 3; step++) {
    gint32 head = words[top].head;
    const KithWord *marker = kith_finder_case(f, s, top);
    if (words[top].deprel != KITH_DEP_NMOD || head < 0 || (guint)head > top || marker == NULL ||
        !kith_word_is(marker, "of") || !may_measure(tree, (guint)head))
      break;
    top = (guint)head;
  }
  return top;
}

static gboolean
is_measure(const KithFinder *f, guint s, guint word)
{
  const KithTree *tree = f->trees[s];
  if (!may_measure(tree, word))
    return FALSE;
  for (gint32 c = kith_tree_first(tree, (gint32)word); c >= 0; c = kith_tree_next(tree, c))
    if (tree->words[c].deprel == KITH_DEP_NMOD && (guint)c > word) {
      const KithWord *marker = kith_finder_case(f, s, (guint)c);
      if (marker == NULL || !kith_word_is(marker, "of"))
        continue;
      g_autofree char *lemma = kith_word_lemma(&tree->words[c]);
      KithNounKind kind = kith_gazetteer_noun(f->gazetteer, lemma).kind;
      if (f->demonyms[s][c] != NULL || f->owner[s][c] != 0 ||
          (kind != KITH_NOUN_UNKNOWN && kind != KITH_NOUN_NEVER && kith_word_plural(&tree->words[c])))
        return TRUE;
    }
  return FALSE;
}

/* "had no authority to send troops": what one has is no body. */
static gboolean
is_right(const KithFinder *f, guint s, guint word)
{
  static const char *const rights[] = {"authority", "power", "office", "mission", NULL};
  const KithTree *tree = f->trees[s];
  const KithWord *w = &tree->words[word];
  if (!kith_word_in(w, rights) || kith_word_plural(w) || kith_word_capitalized(w))
    return FALSE;
  const gint32 clause = kith_tree_child(tree, (gint32)word, KITH_DEP_ACL);
  const gint32 mark = clause > (gint32)word ? kith_tree_child(tree, clause, KITH_DEP_MARK) : -1;
  static const char *const having[] = {"have", "lack", "hold", "give", "need", "grant", "exceed", NULL};
  return (mark >= 0 && kith_word_is(&tree->words[mark], "to")) ||
         (w->head >= 0 && w->deprel == KITH_DEP_OBJ && kith_word_in(&tree->words[w->head], having) &&
          kith_tree_child(tree, (gint32)word, KITH_DEP_COMPOUND) < 0);
}

/* "Went into force", "has no ambassador in Lima", "a third party": what nobody is. */
static gboolean
is_nobody(const KithFinder *f, guint s, guint word)
{
  static const char *const states[] = {"force", "power", "office", NULL};
  const KithTree *tree = f->trees[s];
  const KithWord *w = &tree->words[word];
  const gint32 first = kith_tree_first(tree, (gint32)word);
  if (kith_word_in(w, states) && !kith_word_plural(w) && first >= 0 &&
      tree->words[first].deprel == KITH_DEP_CASE && word > 0 && first == (gint32)word - 1)
    return TRUE;
  if (kith_word_is(w, "party") && word > 0 && kith_word_is(&tree->words[word - 1], "third"))
    return TRUE;
  const gint32 article = kith_tree_child(tree, (gint32)word, KITH_DEP_DET);
  if (kith_word_is(w, "congress") && article >= 0 && !kith_word_is(&tree->words[article], "the"))
    return TRUE; /* to be held */
  const gint32 det = kith_tree_child(tree, (gint32)word, KITH_DEP_DET);
  return det >= 0 && kith_word_is(&tree->words[det], "no") && w->deprel == KITH_DEP_OBJ && w->head >= 0 &&
         kith_word_is(&tree->words[w->head], "have");
}

/* What a noun is, with the noun before it where the two are one word of the list: "prime minister". */
static KithNoun
noun_at(const KithFinder *f, guint s, guint word)
{
  const KithWord *words = kith_finder_words(f, s);
  if (is_right(f, s, word) || is_nobody(f, s, word))
    return (KithNoun){.kind = KITH_NOUN_UNKNOWN};
  if (word >= 2 && kith_is_office_owner(words, kith_finder_length(f, s), word - 2))
    return (KithNoun){.kind = KITH_NOUN_ORGANIZATION, .listed = TRUE};
  g_autofree char *lemma = kith_word_lemma(&words[word]);
  if (word > 0 && words[word - 1].head == (gint32)word) {
    g_autofree char *before = kith_word_lemma(&words[word - 1]);
    g_autofree char *both = g_strconcat(before, " ", lemma, NULL);
    g_autofree char *written = g_strconcat(words[word - 1].form, " ", lemma, NULL); /* "customs office" */
    KithNoun noun = kith_gazetteer_noun(f->gazetteer, both);
    if (noun.kind == KITH_NOUN_UNKNOWN)
      noun = kith_gazetteer_noun(f->gazetteer, written);
    if (noun.kind == KITH_NOUN_PERSON ||
        ((noun.kind == KITH_NOUN_ORGANIZATION || noun.kind == KITH_NOUN_GROUP) && noun.listed))
      return noun;
  }
  static const char *const of_bodies[] = {"governing",   "ruling",       "regulatory",
                                          "supervisory", "advisory",     "legislative",
                                          "judicial",    "professional", NULL};
  if (word > 0 && strcmp(lemma, "body") == 0 && kith_word_in(&words[word - 1], of_bodies))
    return (KithNoun){.kind = KITH_NOUN_ORGANIZATION};
  if (kith_is_guard(words, word))
    return (KithNoun){.kind = KITH_NOUN_ORGANIZATION, .listed = TRUE};
  KithNoun noun = kith_gazetteer_noun(f->gazetteer, lemma);
  const char *hyphen = strrchr(lemma, '-');
  if (noun.kind == KITH_NOUN_UNKNOWN && hyphen != NULL && hyphen[1])
    noun = kith_gazetteer_noun(f->gazetteer, hyphen + 1);
  if (noun.kind == KITH_NOUN_UNKNOWN && (kith_body_kinds(lemma) & KITH_BODY_FIRM) != 0)
    noun.kind = KITH_NOUN_ORGANIZATION;
  return noun;
}

/* The demonym, country or body that a description carries: adjective, compound or genitive. */
static const KithGazetteerEntry *
tie_of(const KithFinder *f, guint s, guint word)
{
  const KithTree *tree = f->trees[s];
  for (gint32 c = kith_tree_first(tree, (gint32)word); c >= 0 && (guint)c < word;
       c = kith_tree_next(tree, c)) {
    KithDeprel r = (KithDeprel)tree->words[c].deprel;
    if (r != KITH_DEP_AMOD && r != KITH_DEP_COMPOUND && r != KITH_DEP_NMOD_POSS && r != KITH_DEP_NMOD)
      continue;
    if (f->demonyms[s][c] != NULL)
      return f->demonyms[s][c];
    if (f->owner[s][c] != 0 && kith_found(f, f->owner[s][c] - 1)->entry != NULL)
      return kith_found(f, f->owner[s][c] - 1)->entry;
  }
  return NULL;
}

/* "A government spokesman", "the Peruvian army's spokesman": a noun that says what somebody speaks for means
 * that body. */
static gboolean
is_spoken_for(const KithFinder *f, guint s, guint word)
{
  static const char *const posts[] = {"spokesman", "spokeswoman", "spokesperson", NULL};
  const KithWord *words = kith_finder_words(f, s);
  const gint32 head = words[word].head;
  return words[word].deprel == KITH_DEP_COMPOUND && head == (gint32)word + 1 &&
         words[word].upos == KITH_NOUN && kith_span_noun(f, &words[word]).kind == KITH_NOUN_ORGANIZATION &&
         kith_word_in(&words[head], posts);
}

/* Whether this word may head a description at all, by its place in the tree. */
static gboolean
may_head(const KithFinder *f, guint s, guint word)
{
  static const char *const taken_as[] = {"hostage", "prisoner", "captive", NULL};
  const KithWord *w = &kith_finder_words(f, s)[word];
  if (f->owner[s][word] != 0)
    return FALSE;
  if (kith_word_in(w, taken_as) && w->deprel == KITH_DEP_XCOMP)
    return FALSE; /* "took the mayor hostage" */
  if (kith_is_office_owner(kith_finder_words(f, s), kith_finder_length(f, s), word))
    return FALSE;
  switch (w->deprel) {
  case KITH_DEP_COMPOUND:
    return is_spoken_for(f, s, word) || kith_deeds_has_doer(kith_finder_words(f, s), word);
  case KITH_DEP_FLAT:
  case KITH_DEP_FIXED:
  case KITH_DEP_GOESWITH:
  case KITH_DEP_NMOD_DESC:
  case KITH_DEP_AMOD:
  case KITH_DEP_ADVMOD:
  case KITH_DEP_DET:
  case KITH_DEP_CASE:
  case KITH_DEP_NUMMOD:
  case KITH_DEP_OBL_TMOD:
  case KITH_DEP_OBL_NPMOD:
  case KITH_DEP_OBL_UNMARKED:
  case KITH_DEP_NMOD_TMOD:
  case KITH_DEP_NMOD_NPMOD:
  case KITH_DEP_NMOD_UNMARKED:
  case KITH_DEP_DISCOURSE:
  case KITH_DEP_EXPL:
    return FALSE;
  default:
    return TRUE;
  }
}

/* The country of "the people of Tunisia"; NULL. "The people and government of Tunisia" have it between them.
 */
static const KithGazetteerEntry *
tie_behind(const KithFinder *f, guint s, guint word)
{
  const KithTree *tree = f->trees[s];
  const guint first = kith_tree_first_conjunct(tree, word);
  for (guint w = word + 1; w < tree->n && w < word + 8; w++) {
    const gint32 head = tree->words[w].head;
    if (head < 0 || tree->words[w].deprel != KITH_DEP_NMOD || f->owner[s][w] == 0 ||
        kith_tree_first_conjunct(tree, (guint)head) != first)
      continue;
    const KithWord *marker = kith_finder_case(f, s, w);
    if (marker != NULL && kith_word_is(marker, "of"))
      return kith_found(f, f->owner[s][w] - 1)->entry;
  }
  return NULL;
}

static KithActorType
type_of(KithNounKind kind, gboolean plural)
{
  switch (kind) {
  case KITH_NOUN_PERSON:
    return plural ? KITH_ACTOR_GROUP : KITH_ACTOR_PERSON;
  case KITH_NOUN_ORGANIZATION:
    return plural ? KITH_ACTOR_GROUP : KITH_ACTOR_ORGANIZATION;
  case KITH_NOUN_COUNTRY:
    return plural ? KITH_ACTOR_GROUP : KITH_ACTOR_COUNTRY;
  case KITH_NOUN_PLACE:
    return KITH_ACTOR_PLACE;
  default:
    return KITH_ACTOR_GROUP;
  }
}

/* The second word of "at least", "at most", "more than" before a number. */
static gboolean
is_bound(const KithTree *tree, guint word)
{
  static const char *const bounds[] = {"least", "most", "more", "less", "fewer", NULL};
  static const char *const beside[] = {"at", "than", NULL};
  return kith_word_in(&tree->words[word], bounds) &&
         ((word > 0 && kith_word_in(&tree->words[word - 1], beside)) ||
          (word + 1 < tree->n && kith_word_in(&tree->words[word + 1], beside)));
}

/* "Shot dead three men", "gunmen free 31 girls": an adjective before a number, without an article, is none of
 * the noun's. */
static gboolean
is_before_number(const KithTree *tree, guint word, guint noun)
{
  return word + 1 < noun && tree->words[word].upos == KITH_ADJ && tree->words[word + 1].upos == KITH_NUM;
}

/* "Last week police", "Sunday protesters": a time that a parser hangs on the noun behind it. */
static gboolean
is_time_before(const KithTree *tree, guint word, guint noun)
{
  static const char *const which[] = {"last", "this", "next", NULL};
  static const char *const times[] = {"week",   "month",  "year",   "night",  "weekend",
                                      "spring", "summer", "autumn", "winter", NULL};
  if (kith_word_is_date(&tree->words[word]))
    return TRUE;
  if (kith_word_in(&tree->words[word], which))
    return word + 1 < noun &&
           (kith_word_in(&tree->words[word + 1], times) || kith_word_is_date(&tree->words[word + 1]));
  return word > 0 && kith_word_in(&tree->words[word], times) && kith_word_in(&tree->words[word - 1], which);
}

/* The first word of a description: its modifiers, but not what stands before a conjunction or a mark. */
static guint
left_end(const KithFinder *f, guint s, guint word)
{
  const KithTree *tree = f->trees[s];
  guint i = word;
  while (i > 0 && kith_tree_dominates(tree, (gint32)word, (gint32)i - 1)) {
    const KithWord *w = &tree->words[i - 1];
    gboolean comma = w->upos == KITH_PUNCT && strcmp(w->form, "-") != 0 && strcmp(w->form, ",") != 0;
    gboolean marker = w->upos == KITH_ADP || w->deprel == KITH_DEP_CASE; /* "including" */
    if (comma || w->upos == KITH_SCONJ || (marker && w->upos != KITH_PART && w->head == (gint32)word))
      break;
    if ((w->deprel == KITH_DEP_MARK || w->deprel == KITH_DEP_COP || w->deprel == KITH_DEP_NSUBJ ||
         kith_deprel_universal((KithDeprel)w->deprel) == KITH_DEP_CC || w->deprel == KITH_DEP_ADVMOD) &&
        w->head == (gint32)word)
      break;
    i--;
  }
  while (i < word && (tree->words[i].upos == KITH_PUNCT || tree->words[i].upos == KITH_PART ||
                      g_strcmp0(tree->words[i].xpos, "PRP") == 0 || /* "most of them members of" */
                      tree->words[i].upos == KITH_ADP || tree->words[i].deprel == KITH_DEP_FIXED ||
                      kith_word_is(&tree->words[i], "according") || is_bound(tree, i) ||
                      is_before_number(tree, i, word) || is_time_before(tree, i, word)))
    i++;
  return i;
}

/* Whether a phrase behind a noun tells a day: "on Monday". */
static gboolean
is_date_phrase(const KithTree *tree, guint word, guint begin)
{
  const KithWord *w = &tree->words[begin];
  const KithWord *day = w->upos == KITH_ADP && w->head > (gint32)begin ? &tree->words[w->head] : w;
  return day->head == (gint32)word && kith_word_is_date(day);
}

/* The end of a description: prepositional phrases that follow, but no clause, apposition or conjunct. */
static guint
right_end(const KithFinder *f, guint s, guint word)
{
  const KithTree *tree = f->trees[s];
  guint i = word + 1;
  while (i < tree->n && kith_tree_dominates(tree, (gint32)word, (gint32)i)) {
    const KithWord *w = &tree->words[i];
    KithDeprel universal = kith_deprel_universal((KithDeprel)w->deprel);
    gboolean list = universal == KITH_DEP_CC && w->head >= 0 && tree->words[w->head].head == (gint32)word &&
                    tree->words[w->head].deprel == KITH_DEP_CONJ;
    if (is_date_phrase(tree, word, i) || (w->upos == KITH_NUM && i == word + 1) || list)
      break;
    /* "the port of Al-Roe", but "foes of the U.S.-led force" ends before the hyphen */
    const KithWord *next = i + 1 < tree->n ? &tree->words[i + 1] : w;
    const gboolean joined = strcmp(w->form, "-") == 0 && next->upos != KITH_PUNCT &&
                            next->upos != KITH_VERB && next->upos != KITH_AUX &&
                            ((w->flags | next->flags) & KITH_WORD_SPACE_BEFORE) == 0;
    if ((w->upos == KITH_PUNCT && !joined) || w->upos == KITH_VERB || w->upos == KITH_AUX ||
        w->deprel == KITH_DEP_MARK ||
        (w->head == (gint32)word &&
         (universal == KITH_DEP_ACL || universal == KITH_DEP_CC || universal == KITH_DEP_CONJ ||
          universal == KITH_DEP_APPOS || universal == KITH_DEP_ADVMOD)) ||
        (w->upos == KITH_PRON && w->xpos != NULL && w->xpos[0] == 'W'))
      break;
    i++;
  }
  while (i > word + 1 && (tree->words[i - 1].upos == KITH_ADP || tree->words[i - 1].upos == KITH_DET ||
                          tree->words[i - 1].upos == KITH_CCONJ || tree->words[i - 1].upos == KITH_PART))
    i--;
  return i;
}

/* Article, demonstrative or genitive of a description. */
static void
set_definiteness(const KithFinder *f, guint s, guint word, KithFound *found)
{
  const KithTree *tree = f->trees[s];
  /* an office is one person: "Defence Secretary secures progress" */
  if (tree->words[word].upos == KITH_PROPN && kith_word_capitalized(&tree->words[word]) &&
      !kith_word_plural(&tree->words[word])) {
    found->definite = kith_tree_child(tree, (gint32)word, KITH_DEP_DET) < 0;
  }
  static const char *const bare[] = {"parliament", "congress", "police", NULL};
  if (kith_word_in(&tree->words[word], bare) && !kith_word_plural(&tree->words[word]))
    found->definite = kith_tree_child(tree, (gint32)word, KITH_DEP_DET) < 0;
  found->indefinite = !found->definite;
  for (gint32 c = kith_tree_first(tree, (gint32)word); c >= 0 && (guint)c < word;
       c = kith_tree_next(tree, c)) {
    const KithWord *w = &tree->words[c];
    if (w->deprel == KITH_DEP_NMOD_POSS || ((w->deprel == KITH_DEP_DET || w->deprel == KITH_DEP_DET_PREDET) &&
                                            kith_word_in(w, demonstratives))) {
      found->definite = TRUE;
      found->indefinite = FALSE;
    }
  }
}

/* Whether a body's description is as good as a name: "the Weber government", "the Cabinet". */
static gboolean
is_called(const KithFinder *f, guint s, guint word, const KithFound *found)
{
  static const char *const headed[] = {"government", "administration", "cabinet", "regime", "family", NULL};
  static const char *const plain[] = {"government", "state", NULL};
  const KithTree *tree = f->trees[s];
  const KithWord *w = &tree->words[word];
  if (found->noun.kind != KITH_NOUN_ORGANIZATION || found->plural)
    return FALSE;
  gint32 c = kith_tree_child(tree, (gint32)word, KITH_DEP_COMPOUND);
  if (w->upos == KITH_PROPN && kith_word_capitalized(w) && word > 0 && !(c < 0 && kith_word_in(w, plain)))
    return TRUE;
  gboolean after = c >= 0 && tree->words[c].upos == KITH_PROPN && kith_word_in(w, headed) &&
                   f->demonyms[s][c] == NULL && tie_of(f, s, word) == NULL;
  if (after && f->owner[s][c] != 0)
    kith_found(f, f->owner[s][c] - 1)->dropped = TRUE;
  return after;
}

static void
add_nominal(KithFinder *f, guint s, guint word, KithNoun noun, const KithGazetteerEntry *tie)
{
  const KithWord *words = kith_finder_words(f, s), *w = &words[word];
  guint top = measure_of(f, s, word);
  if (noun.kind == KITH_NOUN_ORGANIZATION && kith_word_is(&words[top], "part"))
    top = word; /* "part of the mission" is not the mission */
  KithFound found = {.m = {.sentence = s, .head = word, .kind = KITH_MENTION_NOMINAL},
                     .core_begin = word,
                     .core_end = word + 1,
                     .noun = noun,
                     .tie = tie,
                     .gender = noun.gender};
  found.plural = kith_word_plural(w);
  found.many = found.plural;
  found.m.type = type_of(noun.kind, found.plural);
  const guint last = kith_finder_joint_last(f, s, word);
  found.m.begin = MIN(left_end(f, s, top), left_end(f, s, word));
  found.m.end = right_end(f, s, last);
  found.core_end = last + 1;
  found.key = kith_word_lemma(w);
  if (word >= 2 && kith_is_office_owner(words, kith_finder_length(f, s), word - 2)) {
    g_autofree char *office = g_steal_pointer(&found.key); /* "the office" may be another's */
    g_autofree char *holder = kith_word_lemma(&words[word - 2]);
    found.key = g_strdup_printf("%s's %s", holder, office);
  }
  found.core_begin = left_end(f, s, word);
  set_definiteness(f, s, word, &found);
  if (w->deprel == KITH_DEP_COMPOUND) {
    found.definite = TRUE; /* as if it said "of the" */
    found.indefinite = FALSE;
  }
  if (tie == NULL && kith_word_in(w, peoples))
    found.tie = tie = tie_behind(f, s, word);
  found.people = tie != NULL && tie->type == KITH_ACTOR_COUNTRY && kith_word_in(w, peoples);
  if ((found.m.type == KITH_ACTOR_PERSON && top != word) || last != word)
    found.m.type = KITH_ACTOR_GROUP;
  if (last != word) {
    g_autofree char *first = found.key, *other = kith_word_lemma(&kith_finder_words(f, s)[last]);
    found.key = g_strconcat(first, " and ", other, NULL);
    found.many = TRUE;
  }
  if (noun.kind == KITH_NOUN_ORGANIZATION && found.plural && kith_word_is(w, "force"))
    found.m.type = KITH_ACTOR_ORGANIZATION;
  if (w->deprel == KITH_DEP_COMPOUND && found.m.type == KITH_ACTOR_PERSON)
    found.m.type = KITH_ACTOR_GROUP; /* "a rebel attack": of several */
  found.plural |= found.m.type == KITH_ACTOR_GROUP;
  found.called = is_called(f, s, word, &found);
  g_array_append_val(f->found, found);
}

/* "the French", "the Chinese": demonyms whose plural is written as the singular, with "the". */
static gboolean
is_plural_demonym(const KithFinder *f, guint s, guint word)
{
  const char *form = kith_finder_words(f, s)[word].form;
  gint32 det = kith_tree_child(f->trees[s], (gint32)word, KITH_DEP_DET);
  return det >= 0 && kith_word_is(&f->trees[s]->words[det], "the") &&
         (g_str_has_suffix(form, "ss") || g_str_has_suffix(form, "ese") || g_str_has_suffix(form, "sh") ||
          g_str_has_suffix(form, "ch"));
}

/* "Pakistanis", "the French", "an Afghan": a demonym that heads its phrase. */
static gboolean
add_people(KithFinder *f, guint s, guint word)
{
  const KithWord *w = &kith_finder_words(f, s)[word];
  const KithGazetteerEntry *entry = f->demonyms[s][word];
  if (entry == NULL || (word + 1 < kith_finder_length(f, s) && f->demonyms[s][word + 1] == entry))
    return FALSE;
  gboolean plural = kith_word_plural(w) || (is_plural_demonym(f, s, word));
  if (w->upos == KITH_ADJ && !plural) {
    gint32 det = kith_tree_child(f->trees[s], (gint32)word, KITH_DEP_DET);
    gboolean counted = measure_of(f, s, word) != word; /* "thousands of Lebanese" */
    if (!counted && (det < 0 || !kith_word_is(&f->trees[s]->words[det], "the")))
      return FALSE;
    plural = TRUE;
  }
  if (w->deprel == KITH_DEP_ROOT && w->upos == KITH_ADJ)
    return FALSE;
  KithNoun noun = {.kind = KITH_NOUN_PERSON};
  add_nominal(f, s, word, noun, entry);
  KithFound *found = kith_found(f, f->found->len - 1);
  found->plural = plural;
  found->m.type = plural ? KITH_ACTOR_GROUP : KITH_ACTOR_PERSON;
  found->people = plural && kith_tree_child(f->trees[s], (gint32)word, KITH_DEP_NUMMOD) < 0;
  return TRUE;
}

/* Whether a capitalised noun is listed by hand, and so an office rather than somebody's name ("Khan"). */
static gboolean
is_office_word(const KithFinder *f, const KithWord *word)
{
  g_autofree char *lemma = kith_word_lemma(word);
  KithNoun noun = kith_gazetteer_noun(f->gazetteer, lemma);
  return noun.title || noun.listed;
}

/* "The Yorkshireman". */
static gboolean
is_countryman(const KithFinder *f, guint s, guint word)
{
  const KithWord *w = &kith_finder_words(f, s)[word];
  gint32 det = kith_tree_child(f->trees[s], (gint32)word, KITH_DEP_DET);
  return det >= 0 && strlen(w->form) > 6 && kith_word_capitalized(w) &&
         (g_str_has_suffix(w->form, "man") || g_str_has_suffix(w->form, "woman"));
}

/* "The 45-year-old": a person by his age. */
static gboolean
is_aged(const KithFinder *f, guint s, guint word)
{
  const KithWord *words = kith_finder_words(f, s);
  if (g_ascii_isdigit(*words[word].form))
    return word > 0 && g_str_has_suffix(words[word].form, "-year-old") &&
           kith_word_is(&words[word - 1], "the");
  return word >= 4 && kith_word_is(&words[word], "old") && kith_word_is(&words[word - 2], "year") &&
         (kith_word_is(&words[word - 4], "the") || (word >= 5 && kith_word_is(&words[word - 5], "the")));
}

/* "Acme's chief executive": somebody, though tagged as an adjective. */
static gboolean
is_chief(const KithFinder *f, guint s, guint word)
{
  const KithWord *words = kith_finder_words(f, s);
  return word > 0 && kith_word_is(&words[word], "executive") && kith_word_is(&words[word - 1], "chief");
}

/* "The wounded": an adjective or participle for those who are so. */
static gboolean
is_stricken(const KithFinder *f, guint s, guint word)
{
  static const char *const stricken[] = {"wounded",    "injured",   "sick",    "poor",
                                         "homeless",   "displaced", "elderly", "disabled",
                                         "unemployed", "needy",     "infirm",  NULL};
  const KithTree *tree = f->trees[s];
  const KithWord *w = &tree->words[word];
  const KithDeprel role = kith_deprel_universal((KithDeprel)w->deprel);
  g_autofree char *form = g_ascii_strdown(w->form, -1);
  return word > 0 && g_strv_contains(stricken, form) && kith_word_is(&tree->words[word - 1], "the") &&
         tree->words[word - 1].head == (gint32)word &&
         (role == KITH_DEP_NSUBJ || role == KITH_DEP_OBJ || role == KITH_DEP_IOBJ || role == KITH_DEP_OBL ||
          role == KITH_DEP_NMOD);
}

static void
consider_noun(KithFinder *f, guint s, guint word)
{
  const KithWord *words = kith_finder_words(f, s);
  const KithWord *w = &words[word];
  if (may_head(f, s, word) && is_aged(f, s, word)) {
    add_nominal(f, s, word, (KithNoun){.kind = KITH_NOUN_PERSON}, NULL);
    kith_found(f, f->found->len - 1)->definite = TRUE; /* wherever the tree has the article */
    return;
  }
  if (may_head(f, s, word) && is_stricken(f, s, word)) {
    add_nominal(f, s, word, (KithNoun){.kind = KITH_NOUN_PERSON}, NULL);
    KithFound *found = kith_found(f, f->found->len - 1);
    found->plural = TRUE;
    found->m.type = KITH_ACTOR_GROUP;
    return;
  }
  if (!may_head(f, s, word) || kith_finder_is_joint(f, s, word) ||
      (w->upos != KITH_NOUN && w->upos != KITH_PROPN && w->upos != KITH_ADJ) || add_people(f, s, word) ||
      (w->upos == KITH_ADJ && !is_chief(f, s, word)))
    return;
  KithNoun noun = noun_at(f, s, word);
  if (noun.kind == KITH_NOUN_UNKNOWN && is_countryman(f, s, word))
    noun.kind = KITH_NOUN_PERSON;
  if (kith_deeds_is_manned(f, s, word))
    noun = (KithNoun){.kind = KITH_NOUN_PERSON};
  if (noun.kind == KITH_NOUN_UNKNOWN || noun.kind == KITH_NOUN_NEVER || is_measure(f, s, word) ||
      (w->upos == KITH_PROPN && noun.kind == KITH_NOUN_PERSON && !kith_word_plural(w) &&
       kith_word_capitalized(w) && !is_office_word(f, w) && !is_countryman(f, s, word)))
    return;
  const KithGazetteerEntry *tie = tie_of(f, s, word);
  if (tie == NULL && (kith_deeds_has_doer(words, word) || is_spoken_for(f, s, word)))
    tie = tie_of(f, s, (guint)w->head);
  if (noun.doubtful && !kith_deeds_settle(f, s, word, tie))
    return;
  gboolean plural = kith_word_plural(w);
  gboolean lived = noun.kind == KITH_NOUN_PLACE && kith_deeds_live_in(f, s, word);
  const guint first = kith_tree_first_conjunct(f->trees[s], word);
  gboolean acted_on =
      lived || ((words[first].deprel == KITH_DEP_OBJ || words[first].deprel == KITH_DEP_NSUBJ_PASS) &&
                kith_deeds_fight_over(words, first, word));
  if (noun.kind == KITH_NOUN_PLACE && plural && !acted_on)
    return;
  add_nominal(f, s, word, noun, tie);
  KithFound *found = kith_found(f, f->found->len - 1);
  found->lived = lived;
  if ((noun.kind == KITH_NOUN_PLACE || noun.kind == KITH_NOUN_COUNTRY) && found->indefinite && !plural &&
      !acted_on)
    g_array_set_size(f->found, f->found->len - 1);
}

/* "Both are still there": a pronoun by what it does, whatever its tag. */
static gboolean
is_both(const KithWord *word)
{
  KithDeprel role = kith_deprel_universal((KithDeprel)word->deprel);
  return g_ascii_strcasecmp(word->form, "both") == 0 && (role == KITH_DEP_NSUBJ || role == KITH_DEP_OBJ);
}

/* "Those who marched were joined by": a group without a noun, of one event. */
static gboolean
is_those_who(const KithTree *tree, guint word)
{
  if (g_ascii_strcasecmp(tree->words[word].form, "those") != 0 || word + 1 >= tree->n ||
      !kith_word_is(&tree->words[word + 1], "who"))
    return FALSE;
  const gint32 clause = kith_tree_child(tree, (gint32)word, KITH_DEP_ACL_RELCL);
  return clause > (gint32)word && tree->words[word + 1].head == clause &&
         g_strcmp0(tree->words[clause].xpos, "VBD") == 0 &&
         kith_deprel_universal((KithDeprel)tree->words[word].deprel) == KITH_DEP_NSUBJ;
}

/* "Those in need", "those persecuted by the junta": a group told by what it undergoes or does. */
static gboolean
is_those_told(const KithTree *tree, guint word)
{
  static const char *const plights[] = {"need", "danger", "distress", "hardship", "poverty", NULL};
  if (g_ascii_strcasecmp(tree->words[word].form, "those") != 0 || word + 2 >= tree->n)
    return FALSE;
  const KithWord *next = &tree->words[word + 1];
  if (kith_word_is(next, "in"))
    return kith_word_in(&tree->words[word + 2], plights);
  static const char *const marked[] = {"responsible", "involved", "guilty", "affected", NULL};
  return next->head == (gint32)word &&
         (kith_word_in(next, marked) ||
          (next->deprel == KITH_DEP_ACL && next->upos == KITH_VERB &&
           (g_strcmp0(next->xpos, "VBN") == 0 || g_strcmp0(next->xpos, "VBG") == 0)));
}

/* A group without a noun goes by what is said of it: "those in need". */
static void
add_those(KithFinder *f, guint s, guint word)
{
  enum { MOST = 9 };
  add_nominal(f, s, word, (KithNoun){.kind = KITH_NOUN_PERSON}, NULL);
  KithFound *found = kith_found(f, f->found->len - 1);
  const guint end = (guint)f->trees[s]->right[word] + 1;
  if (end - word <= MOST)
    found->core_end = found->m.end = end;
}

void
kith_finder_nominals(KithFinder *f)
{
  for (guint s = 0; s < f->doc->sentences->len; s++) {
    if (f->trees[s] == NULL)
      continue;
    const KithWord *words = kith_finder_words(f, s);
    guint n = kith_finder_length(f, s);
    for (guint i = 0; i < n; i++)
      if (is_those_who(f->trees[s], i) || is_those_told(f->trees[s], i))
        add_those(f, s, i);
      else if (words[i].upos == KITH_PRON || is_both(&words[i]))
        kith_finder_add_pronoun(f, s, i);
      else
        consider_noun(f, s, i);
    kith_finder_share(f, s);
  }
}

/* The relation by which a word takes part in its clause: that of the first conjunct, or of the measure before
 * it. */
static KithDeprel
clause_role(const KithFinder *f, guint s, guint word)
{
  const guint first = kith_tree_first_conjunct(f->trees[s], measure_of(f, s, word));
  return (KithDeprel)f->trees[s]->words[first].deprel;
}

/* Whether words stand in quotation marks, sentence by sentence; a paragraph ends what was left open. */
static void
mark_quotes(const KithFinder *f, guint s, gboolean *open, guint *paragraph, gboolean *quoted)
{
  const KithSentence *sentence = kith_document_sentence(f->doc, s);
  const KithWord *words = kith_finder_words(f, s);
  if (sentence->paragraph != *paragraph)
    *open = FALSE;
  *paragraph = sentence->paragraph;
  for (guint i = 0; i < sentence->n_words; i++)
    quoted[i] = *open = kith_words_quote(words, i, i + 1, *open);
}

void
kith_finder_describe(KithFinder *f)
{
  gboolean open = FALSE;
  guint paragraph = KITH_NONE;
  for (guint s = 0; s < f->doc->sentences->len; s++) {
    if (f->trees[s] == NULL)
      continue;
    g_autofree gboolean *quoted = g_new0(gboolean, kith_finder_length(f, s) + 1);
    mark_quotes(f, s, &open, &paragraph, quoted);
    for (guint i = f->first[s]; i < f->first[s + 1]; i++) {
      KithFound *found = kith_found(f, i);
      KithDeprel role = clause_role(f, s, found->m.head);
      KithDeprel universal = kith_deprel_universal(role);
      found->quoted = quoted[found->m.head];
      found->subject = universal == KITH_DEP_NSUBJ;
      static const char *const addressed[] = {"with", "to", "against", "by", "from", "on", "between", NULL};
      const KithWord *marker = kith_finder_case(f, s, found->m.head);
      found->acts = found->subject || universal == KITH_DEP_OBJ || universal == KITH_DEP_IOBJ ||
                    role == KITH_DEP_OBL_AGENT ||
                    (role == KITH_DEP_OBL && marker != NULL && kith_word_in(marker, addressed));
    }
  }
}
