#include "relation/phrase.h"

#include <string.h>

#include "actor/kinds.h"

enum { MAX_DEPTH = 200, OLDEST = 130 };

char *
kith_words_marked(const KithScene *scene, const gboolean *used)
{
  gint begin = 0, end = (gint)scene->n - 1;
  while (begin <= end && (!used[begin] || scene->words[begin].upos == KITH_PUNCT))
    begin++;
  while (end >= begin && (!used[end] || scene->words[end].upos == KITH_PUNCT))
    end--;
  GString *text = g_string_new(NULL);
  for (gint i = begin; i <= end; i++)
    if (used[i]) {
      if (text->len > 0)
        g_string_append_c(text, ' ');
      g_string_append(text, scene->words[i].form);
    }
  return g_string_free(text, FALSE);
}

/* Whether a mark stands before the subtree of c, or begins it. */
static gboolean
is_parted(const KithScene *scene, gint c)
{
  gint left = scene->tree->left[c];
  if (scene->words[left].upos == KITH_PUNCT && strcmp(scene->words[left].form, "\"") != 0 && left < c)
    return g_strcmp0(scene->words[left].xpos, "HYPH") != 0; /* "son-in-law" */
  return left > 0 && scene->words[left - 1].upos == KITH_PUNCT &&
         strpbrk(scene->words[left - 1].form, ",;(") != NULL;
}

gboolean
kith_phrase_is_firm(const KithScene *scene, gint c)
{
  KithDeprel rel = kith_scene_rel(scene, c);
  gint sign = rel == KITH_DEP_CONJ ? kith_tree_child(scene->tree, c, KITH_DEP_CC)
              : rel == KITH_DEP_CC ? c
                                   : -1;
  return sign >= 0 && strcmp(scene->words[sign].form, "&") == 0;
}

gboolean
kith_phrase_is_close(const KithScene *scene, gint word, gint c)
{
  KithDeprel rel = kith_scene_universal(scene, c);
  return (rel == KITH_DEP_APPOS || rel == KITH_DEP_FLAT) && c > word && !is_parted(scene, c) &&
         scene->words[c].upos == KITH_PROPN;
}

/* Whether the mark before c only ends an apposition before it: "threats by the chief, John Roe, to them". */
static gboolean
resumes(const KithScene *scene, gint word, gint c)
{
  gint last = scene->tree->left[c];
  while (last > word && scene->words[last].form[0] != ',')
    last--;
  gint at = last - 1;
  for (guint i = 0; i < KITH_MAX_CLIMB && at > word; i++, at = kith_scene_head(scene, at))
    if (kith_scene_rel(scene, at) == KITH_DEP_APPOS && scene->tree->right[at] <= last && is_parted(scene, at))
      return TRUE;
  return FALSE;
}

/* A number after a comma that is somebody's age. */
static gboolean
is_age(const KithScene *scene, gint c)
{
  gint64 number = g_ascii_strtoll(scene->words[c].form, NULL, 10);
  return scene->words[c].upos == KITH_NUM && number > 0 && number <= OLDEST;
}

/* Whether a child parts from the phrase of its noun wherever that stands. */
static gboolean
parts(const KithScene *scene, gint word, gint c)
{
  KithDeprel rel = kith_scene_universal(scene, c);
  if (kith_scene_rel(scene, c) == KITH_DEP_ACL_RELCL || rel == KITH_DEP_PARATAXIS ||
      rel == KITH_DEP_DISCOURSE)
    return TRUE;
  if (rel == KITH_DEP_APPOS)
    return !kith_phrase_is_close(scene, word, c);
  if (rel == KITH_DEP_PUNCT && kith_scene_rel(scene, word) == KITH_DEP_NMOD && c == scene->tree->left[word] &&
      scene->words[c].form[0] == ',')
    return TRUE; /* what resumes has a comma before it */
  /* "Oslo-born Jane Roe" */
  if (rel == KITH_DEP_AMOD && c < word && scene->words[word].name == KITH_NAME_PER && c > 1 &&
      strcmp(scene->words[c - 1].form, "-") == 0 &&
      kith_scene_lemma_in(scene, c, "bear born base based raise educate"))
    return TRUE;
  return c > word && is_parted(scene, c) &&
         (rel == KITH_DEP_ACL || (rel == KITH_DEP_NMOD && !resumes(scene, word, c)) ||
          rel == KITH_DEP_ADVCL || is_age(scene, c) ||
          (scene->words[scene->tree->left[c]].form[0] == '(' && rel != KITH_DEP_PUNCT));
}

/* Whether a child of the phrase's own head is no part of the phrase. */
static gboolean
parts_from_top(const KithScene *scene, gint word, gint c)
{
  switch (kith_scene_universal(scene, c)) {
  case KITH_DEP_CONJ:
  case KITH_DEP_CC:
    return !kith_phrase_is_firm(scene, c);
  case KITH_DEP_NSUBJ:
  case KITH_DEP_COP:
  case KITH_DEP_AUX:
  case KITH_DEP_ADVCL:
  case KITH_DEP_MARK:
  case KITH_DEP_EXPL:
    return TRUE;
  case KITH_DEP_ADVMOD:
    return kith_tree_child(scene->tree, word, KITH_DEP_COP) >= 0 &&
           (kith_scene_lemma_in(scene, c, "not n't never also no longer") ||
            c < kith_tree_child(scene->tree, word, KITH_DEP_COP)); /* "has long been mayor" */
  case KITH_DEP_ACL:
    return c < word; /* a participle before its clause: "Known for his songs, he is a producer" */
  case KITH_DEP_OBL:
    return kith_tree_child(scene->tree, word, KITH_DEP_COP) >= 0 && scene->words[word].upos != KITH_ADJ;
  case KITH_DEP_CASE:
    return strcmp(scene->lemmas[c], "'s") != 0 && c < word;
  case KITH_DEP_PUNCT:
    return c < word ? c == scene->tree->left[word]
                    : c == scene->tree->right[word] || scene->words[c].form[0] == '(';
  default:
    return FALSE;
  }
}

static void
mark(const KithScene *scene, gint word, gboolean top, gboolean *used, guint depth)
{
  used[word] = TRUE;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c))
    if (!parts(scene, word, c) && !(top && parts_from_top(scene, word, c)) && depth < MAX_DEPTH)
      mark(scene, c, FALSE, used, depth + 1);
}

void
kith_phrase_mark(const KithScene *scene, gint word, gboolean *used)
{
  mark(scene, word, TRUE, used, 0);
}

char *
kith_phrase_text(const KithScene *scene, gint word)
{
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  kith_phrase_mark(scene, word, used);
  return kith_words_marked(scene, used);
}

gint
kith_phrase_called(const KithScene *scene, gint word)
{
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c)) {
    if (kith_phrase_is_close(scene, word, c))
      return c; /* "the banker John Roe" */
    gint name =
        kith_scene_rel(scene, c) == KITH_DEP_ACL && kith_scene_lemma_in(scene, c, "call name nickname dub")
            ? kith_tree_child(scene->tree, c, KITH_DEP_XCOMP)
            : -1;
    if (name < 0 && kith_scene_rel(scene, c) == KITH_DEP_ACL &&
        kith_scene_lemma_in(scene, c, "call name nickname dub"))
      name = kith_tree_child(scene->tree, c, KITH_DEP_OBJ);
    if (name == c + 1 && scene->words[name].upos == KITH_PROPN)
      return name; /* "a cook called John Roe" */
  }
  return -1;
}

/* The person in apposition to a word, by name or as "the banker John Roe"; -1. */
static gint
apposed_person(const KithScene *scene, gint word)
{
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c)) {
    if (kith_scene_rel(scene, c) != KITH_DEP_APPOS || c < word || kith_phrase_is_close(scene, word, c))
      continue;
    const gint name = scene->words[c].upos == KITH_NOUN ? kith_phrase_called(scene, c) : c;
    if (name >= 0 && scene->words[name].upos == KITH_PROPN && scene->words[name].name == KITH_NAME_PER)
      return name;
  }
  return -1;
}

gint
kith_phrase_name(const KithScene *scene, gint word)
{
  if (scene->words[word].upos != KITH_NOUN || kith_body_kinds(scene->lemmas[word]) != 0)
    return word; /* "the supplier, Acme" is no person, whatever the tagger takes Acme for */
  gint name = apposed_person(scene, word);
  return name >= 0 ? name : word;
}

/* "the airline Acme": the close apposition as name, what stands before it as title. */
static gboolean
close_title(const KithScene *scene, gint word, char **name, char **title)
{
  gint named = -1;
  for (gint c = kith_tree_first(scene->tree, word);
       c >= 0 && named < 0 && scene->words[word].upos == KITH_NOUN; c = kith_tree_next(scene->tree, c))
    if (kith_phrase_is_close(scene, word, c))
      named = c;
  if (named < 0)
    return FALSE;
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  kith_phrase_mark(scene, word, used);
  for (gint i = scene->tree->left[named]; i < (gint)scene->n; i++)
    used[i] = FALSE;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0 && c < word; c = kith_tree_next(scene->tree, c))
    if (scene->words[named].name == KITH_NAME_PER && kith_body_kinds(scene->lemmas[word]) == 0 &&
        kith_scene_rel(scene, c) == KITH_DEP_AMOD && c > 1 && strcmp(scene->words[c - 1].form, "-") == 0 &&
        scene->words[c].upos == KITH_VERB)
      for (gint i = scene->tree->left[c]; i <= c; i++)
        used[i] = FALSE; /* "Peru-backed singer Ana Roe": a singer */
  *title = kith_words_marked(scene, used);
  *name = kith_phrase_text(scene, named);
  return TRUE;
}

/* "the planemaker Acme", where the noun is part of the name's phrase: the same. */
static gboolean
inner_title(const KithScene *scene, gint word, char **name, char **title)
{
  gint noun = -1;
  if (scene->words[word].upos != KITH_PROPN || scene->words[word].name == KITH_NAME_PER ||
      scene->words[word].name == KITH_NAME_LOC ||
      kith_scene_child_lemma(scene, word, KITH_DEP_DET, "the a an") < 0)
    return FALSE;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0 && c < word; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_COMPOUND)
      noun = scene->words[c].upos == KITH_NOUN && scene->words[c].name == KITH_NAME_NONE ? c : noun;
  if (noun < 0 || ((kith_body_kinds(scene->lemmas[noun]) & KITH_BODY_FIRM) == 0 &&
                   !g_str_has_suffix(scene->lemmas[noun], "maker")))
    return FALSE;
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  g_autofree gboolean *rest = g_new0(gboolean, scene->n);
  kith_phrase_mark(scene, word, used);
  for (gint i = noun + 1; i < (gint)scene->n; i++) {
    rest[i] = used[i];
    used[i] = FALSE;
  }
  *title = kith_words_marked(scene, used);
  *name = kith_words_marked(scene, rest);
  return TRUE;
}

/* Whether a word before a name says what its bearer is, and does not merely address: "Novelist", not "Mr". */
static gboolean
is_calling(const KithScene *scene, gint word)
{
  return kith_scene_rel(scene, word) == KITH_DEP_NMOD_DESC &&
         !kith_scene_lemma_in(scene, word, "mr. mr mrs. mrs ms. ms miss dr. dr sir lady lord dame st. st") &&
         strchr(scene->words[word].form, '.') == NULL;
}

/* The first word of the person's name in a phrase; where the phrase's head is in one, of that one. -1. */
static gint
first_of_name(const KithScene *scene, gint word, const gboolean *used)
{
  gint first = word;
  if (scene->words[word].name != KITH_NAME_PER) {
    for (first = 0; first < (gint)scene->n; first++)
      if (used[first] && scene->words[first].name == KITH_NAME_PER)
        return first;
    return -1;
  }
  while (first > 0 && used[first - 1] && scene->words[first - 1].name == KITH_NAME_PER)
    first--;
  return first;
}

gboolean
kith_phrase_title(const KithScene *scene, gint word, char **name, char **title)
{
  if (close_title(scene, word, name, title) || inner_title(scene, word, name, title))
    return TRUE;
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  kith_phrase_mark(scene, word, used);
  const gint first = first_of_name(scene, word, used);
  if (first < 0 || !(kith_tree_dominates(scene->tree, word, first)))
    return FALSE;
  /* the name ends its phrase, and is the head or the head's name */
  gint head = first;
  for (guint i = 0; i < KITH_MAX_CLIMB && head != word && head >= 0; i++) {
    KithDeprel rel = kith_scene_universal(scene, head);
    if (rel != KITH_DEP_FLAT && rel != KITH_DEP_APPOS && rel != KITH_DEP_COMPOUND && rel != KITH_DEP_NMOD &&
        head != first)
      return FALSE;
    if (head == first && rel == KITH_DEP_NMOD && kith_scene_rel(scene, head) == KITH_DEP_NMOD_POSS)
      return FALSE;
    if (kith_scene_prep(scene, head) != NULL && head != word)
      return FALSE;
    head = kith_scene_head(scene, head);
  }
  if (head != word)
    return FALSE;
  g_autofree gboolean *own = g_new0(gboolean, scene->n);
  gboolean noun = FALSE;
  for (gint i = 0; i < first; i++)
    if (used[i]) {
      own[i] = TRUE;
      noun = noun || scene->words[i].upos == KITH_NOUN || is_calling(scene, i) ||
             kith_lexicon_get(scene->lexicon, KITH_WORDS_TITLE, scene->lemmas[i]) != NULL;
    }
  if (!noun)
    return FALSE;
  *title = kith_words_marked(scene, own);
  for (gint i = 0; i < (gint)scene->n; i++)
    own[i] = used[i] && i >= first;
  *name = kith_words_marked(scene, own);
  return TRUE;
}

char *
kith_phrase_prep(const KithScene *scene, gint word)
{
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  gboolean any = FALSE;
  /* "the boat that they fired on" */
  gboolean stranded = kith_scene_antecedent(scene, word) != word;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_CASE && (c < word || stranded) &&
        strcmp(scene->lemmas[c], "'s") != 0) {
      any = TRUE;
      mark(scene, c, FALSE, used, 0);
    }
  gint adverb = kith_scene_head(scene, word);
  if (any && adverb >= 0 && adverb < word && kith_scene_rel(scene, adverb) == KITH_DEP_ADVMOD)
    for (gint i = scene->tree->left[adverb]; i < scene->tree->left[word]; i++)
      used[i] = TRUE; /* "as far as", "north of" */
  return any ? kith_words_marked(scene, used) : NULL;
}
