#include "relation/triples.h"

#include <string.h>

#include "relation/clause.h"

enum { MAX_ARGUMENTS = 8, MAX_DEPTH = 200 };

typedef struct {
  const KithScene *scene;
  guint number;
  GString *out;
} Writer;

/* Marks what belongs to the phrase of word: its subtree without what parts from it (relative clauses,
 * appositions, conjuncts, its own preposition). */
static void
mark_phrase(const KithScene *scene, gint word, gboolean top, gboolean *used, guint depth)
{
  used[word] = TRUE;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c)) {
    KithDeprel rel = kith_scene_universal(scene, c);
    gboolean away = kith_scene_rel(scene, c) == KITH_DEP_ACL_RELCL || rel == KITH_DEP_APPOS ||
                    rel == KITH_DEP_PARATAXIS || rel == KITH_DEP_DISCOURSE;
    if (top)
      away = away || rel == KITH_DEP_CONJ || rel == KITH_DEP_CC || rel == KITH_DEP_NSUBJ ||
             rel == KITH_DEP_COP || rel == KITH_DEP_AUX || rel == KITH_DEP_ADVCL || rel == KITH_DEP_MARK ||
             rel == KITH_DEP_EXPL ||
             (rel == KITH_DEP_CASE && strcmp(scene->lemmas[c], "'s") != 0 && c < word) ||
             (rel == KITH_DEP_PUNCT &&
              (c < word ? c == scene->tree->left[word] : c == scene->tree->right[word]));
    if (!away && depth < MAX_DEPTH)
      mark_phrase(scene, c, FALSE, used, depth + 1);
  }
}

/* The words marked, without marks of punctuation at either end. Owned by the caller. */
static char *
write_words(const KithScene *scene, const gboolean *used)
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

static char *
phrase(const KithScene *scene, gint word)
{
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  mark_phrase(scene, word, TRUE, used, 0);
  return write_words(scene, used);
}

/* Whether the predicate is only the first half of another's ("seeks to establish"). */
static gint
completed_by(const KithScene *scene, gint predicate)
{
  gint xcomp = kith_tree_child(scene->tree, predicate, KITH_DEP_XCOMP);
  return xcomp >= 0 && scene->words[xcomp].upos == KITH_VERB &&
                 kith_tree_child(scene->tree, predicate, KITH_DEP_OBJ) < 0
             ? xcomp
             : -1;
}

/* Marks a verb with auxiliaries, negation and particle; the copula of anything else. */
static void
mark_predicate(const KithScene *scene, gint predicate, gboolean *used)
{
  gboolean verb = scene->words[predicate].upos == KITH_VERB;
  used[predicate] = used[predicate] || verb;
  for (gint c = kith_tree_first(scene->tree, predicate); c >= 0; c = kith_tree_next(scene->tree, c)) {
    KithDeprel rel = kith_scene_universal(scene, c);
    if (rel == KITH_DEP_AUX || rel == KITH_DEP_COP || kith_scene_rel(scene, c) == KITH_DEP_COMPOUND_PRT ||
        (rel == KITH_DEP_ADVMOD && (kith_scene_lemma_in(scene, c, "not n't never also") ||
                                    (verb && c == predicate - 1 && kith_tree_first(scene->tree, c) < 0))) ||
        (rel == KITH_DEP_MARK && kith_scene_rel(scene, predicate) == KITH_DEP_XCOMP))
      used[c] = TRUE;
  }
}

/* Marks the words of the relation: the predicate's and those of the verbs that it completes. */
static void
mark_relation(const KithScene *scene, gint predicate, gboolean *used)
{
  mark_predicate(scene, predicate, used);
  for (guint i = 0; i < KITH_MAX_CLIMB && kith_scene_rel(scene, predicate) == KITH_DEP_XCOMP; i++) {
    gint head = kith_scene_head(scene, predicate);
    if (head < 0 || completed_by(scene, head) != predicate)
      return;
    mark_predicate(scene, head, used);
    predicate = head;
  }
}

static char *
relation_words(const KithScene *scene, gint predicate, const char *prep)
{
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  mark_relation(scene, predicate, used);
  g_autofree char *words = write_words(scene, used);
  return prep != NULL ? g_strconcat(words, *words != '\0' ? " " : "", prep, NULL) : g_steal_pointer(&words);
}

/* The words of a phrase's preposition as written; NULL for none. Owned by the caller. */
static char *
preposition(const KithScene *scene, gint word)
{
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  gboolean any = FALSE;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_CASE && c < word) {
      any = TRUE;
      mark_phrase(scene, c, FALSE, used, 0);
    }
  return any ? write_words(scene, used) : NULL;
}

static void
write_triple(Writer *writer, const char *subject, const char *relation, const char *object, double confidence,
             char **further)
{
  if (*subject == '\0' || *relation == '\0' || *object == '\0')
    return;
  g_string_append_printf(writer->out, "%u\t%s\t%s\t%s\t0.%02d", writer->number, subject, relation, object,
                         (int)(confidence * 100));
  for (guint i = 0; further != NULL && further[i] != NULL; i++)
    g_string_append_printf(writer->out, "\t%s", further[i]);
  g_string_append_c(writer->out, '\n');
}

/* Adds word and its conjuncts to words (of gint). */
static void
add_conjuncts(const KithScene *scene, gint word, GArray *words)
{
  g_array_append_val(words, word);
  for (gint c = kith_tree_first(scene->tree, word); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_CONJ && !kith_clause_is_predicate(scene, c))
      g_array_append_val(words, c);
}

/* The adverbials of a predicate in order, at most MAX_ARGUMENTS. Returns how many. */
static guint
adverbials(const KithScene *scene, gint predicate, gint *found)
{
  guint n = 0;
  for (gint c = kith_tree_first(scene->tree, predicate); c >= 0 && n < MAX_ARGUMENTS;
       c = kith_tree_next(scene->tree, c))
    if (kith_scene_universal(scene, c) == KITH_DEP_OBL)
      found[n++] = c;
  return n;
}

/* A verb with its object: everything else goes behind; without one each prepositional phrase is a triple. */
static void
write_verb(Writer *writer, gint verb, const char *subject)
{
  const KithScene *scene = writer->scene;
  gint phrases[MAX_ARGUMENTS];
  guint n = adverbials(scene, verb, phrases);
  gint object = kith_clause_is_passive(scene, verb) ? kith_tree_child(scene->tree, verb, KITH_DEP_OBJ)
                                                    : kith_clause_object(scene, verb);
  gint clause = kith_tree_child(scene->tree, verb, KITH_DEP_CCOMP);
  g_autoptr(GPtrArray) further = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < n; i++) {
    g_autofree char *prep = preposition(scene, phrases[i]);
    g_autofree char *words = phrase(scene, phrases[i]);
    g_ptr_array_add(further, prep != NULL ? g_strjoin(" ", prep, words, NULL) : g_strdup(words));
    g_autofree char *relation = relation_words(scene, verb, prep);
    if (prep != NULL)
      write_triple(writer, subject, relation, words, object < 0 ? 0.7 : 0.45, NULL);
  }
  g_ptr_array_add(further, NULL);
  g_autofree char *relation = relation_words(scene, verb, NULL);
  if (object >= 0) {
    g_autoptr(GArray) objects = g_array_new(FALSE, FALSE, sizeof(gint));
    add_conjuncts(scene, object, objects);
    for (guint i = 0; i < objects->len; i++) {
      g_autofree char *words = phrase(scene, g_array_index(objects, gint, i));
      write_triple(writer, subject, relation, words, 0.85, (char **)further->pdata);
    }
  } else if (clause >= 0) {
    g_autofree char *words = NULL;
    g_autofree gboolean *used = g_new0(gboolean, scene->n);
    for (gint i = scene->tree->left[clause]; i <= scene->tree->right[clause]; i++)
      used[i] = kith_scene_rel(scene, i) != KITH_DEP_MARK || kith_scene_head(scene, i) != clause;
    words = write_words(scene, used);
    write_triple(writer, subject, relation, words, 0.5, NULL);
  }
}

/* "X is Y", "X is in Y". */
static void
write_copular(Writer *writer, gint predicate, const char *subject)
{
  g_autofree char *prep = preposition(writer->scene, predicate);
  g_autofree char *relation = relation_words(writer->scene, predicate, prep);
  g_autofree char *words = phrase(writer->scene, predicate);
  write_triple(writer, subject, relation, words, 0.8, NULL);
}

static void
write_predicate(Writer *writer, gint predicate)
{
  const KithScene *scene = writer->scene;
  gint subject = kith_clause_surface_subject(scene, predicate);
  if (subject < 0 || subject == predicate || completed_by(scene, predicate) >= 0 ||
      kith_scene_rel(scene, subject) == KITH_DEP_EXPL)
    return;
  g_autoptr(GArray) subjects = g_array_new(FALSE, FALSE, sizeof(gint));
  add_conjuncts(scene, subject, subjects);
  for (guint i = 0; i < subjects->len; i++) {
    g_autofree char *words = phrase(scene, g_array_index(subjects, gint, i));
    if (scene->words[predicate].upos == KITH_VERB)
      write_verb(writer, predicate, words);
    else
      write_copular(writer, predicate, words);
  }
}

/* "X, the head of Y": X is the head of Y. */
static void
write_apposition(Writer *writer, gint word)
{
  gint head = kith_scene_head(writer->scene, word);
  if (head < 0 ||
      (writer->scene->words[word].upos != KITH_NOUN && writer->scene->words[word].upos != KITH_PROPN))
    return;
  g_autofree char *subject = phrase(writer->scene, head);
  g_autofree char *words = phrase(writer->scene, word);
  write_triple(writer, subject, "is", words, 0.6, NULL);
}

void
kith_triples_write(const KithDocument *document, const KithLexicon *lexicon, guint first, GString *out)
{
  g_autoptr(GArray) mentions = g_array_new(FALSE, FALSE, sizeof(KithMention));
  g_autoptr(GPtrArray) none = g_ptr_array_new();
  const KithEntities entities = {.mentions = mentions, .entities = none};
  for (guint s = 0; s < document->sentences->len; s++) {
    g_autoptr(KithScene) scene = kith_scene_new(document, &entities, lexicon, s, none, NULL);
    if (scene == NULL)
      continue;
    Writer writer = {.scene = scene, .number = first + s, .out = out};
    for (gint i = 0; i < (gint)scene->n; i++)
      if (kith_clause_is_predicate(scene, i) && kith_scene_rel(scene, i) != KITH_DEP_AMOD)
        write_predicate(&writer, i);
      else if (kith_scene_rel(scene, i) == KITH_DEP_APPOS)
        write_apposition(&writer, i);
  }
}
