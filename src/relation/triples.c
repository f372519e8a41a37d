#include "relation/triples.h"

#include <string.h>

#include "relation/speech.h"
#include "relation/wording.h"

enum { MAX_PHRASES = 12 };

typedef struct {
  const KithScene *scene;
  guint number;
  GString *out;
} Writer;

static void
write_triple(Writer *writer, const char *subject, const char *relation, const char *object, double confidence,
             char **further)
{
  if (*subject == '\0' || *relation == '\0')
    return;
  g_string_append_printf(writer->out, "%u\t%s\t%s\t%s\t0.%02d", writer->number, subject, relation, object,
                         (int)(confidence * 100 + 0.5));
  for (guint i = 0; further != NULL && further[i] != NULL; i++)
    g_string_append_printf(writer->out, "\t%s", further[i]);
  g_string_append_c(writer->out, '\n');
}

/* What a predicate says, from here on for one subject. */
typedef struct {
  Writer *writer;
  gint verb;
  const char *subject;
  gint who;    /* the subject's word */
  gint object; /* -1 */
  gint light;  /* the object, where it is short and no name: it may stand in the relation; -1 */
} Saying;

/* Whether a phrase only links sentences: "for example", "in fact". */
static gboolean
is_discourse(const KithScene *scene, gint phrase)
{
  return kith_tree_first(scene->tree, phrase) == kith_tree_child(scene->tree, phrase, KITH_DEP_CASE) &&
         scene->tree->right[phrase] == phrase &&
         kith_scene_lemma_in(
             scene, phrase,
             "example instance effect fact addition general particular course turn part least "
             "contrast comparison practice theory principle");
}

/* The words of an object without the prepositional phrase c. Owned by the caller. */
static char *
without(const KithScene *scene, gint object, gint c)
{
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  kith_phrase_mark(scene, object, used);
  for (gint i = scene->tree->left[c]; i <= scene->tree->right[c]; i++)
    used[i] = FALSE;
  return kith_words_marked(scene, used);
}

/* Writes a triple for each conjunct of a phrase behind the predicate. */
static void
write_oblique(const Saying *saying, gint phrase)
{
  const KithScene *scene = saying->writer->scene;
  g_autofree char *prep = kith_phrase_prep(scene, phrase);
  if (prep == NULL && phrase > saying->verb && kith_scene_rel(scene, phrase) == KITH_DEP_OBL_UNMARKED) {
    g_autofree char *relation = kith_wording_relation(scene, saying->verb, saying->who, saying->light, NULL);
    g_autofree char *text = kith_phrase_text(scene, phrase);
    write_triple(saying->writer, saying->subject, relation, text, 0.45, NULL);
  }
  if (prep == NULL)
    return;
  g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(gint));
  kith_wording_conjuncts(scene, kith_scene_antecedent(scene, phrase), words);
  for (guint i = 0; i < words->len; i++) {
    gint word = g_array_index(words, gint, i);
    g_autofree char *own = i > 0 ? kith_phrase_prep(scene, word) : NULL;
    g_autofree char *relation =
        kith_wording_relation(scene, saying->verb, saying->who, phrase != saying->light ? saying->light : -1,
                              own != NULL ? own : prep);
    g_autofree char *text = kith_phrase_text(scene, kith_phrase_name(scene, word));
    write_triple(saying->writer, saying->subject, relation, text, saying->object < 0 ? 0.7 : 0.45, NULL);
  }
}

/* Writes a triple for each of a coordination of objects, with the further arguments. */
static void
write_objects(const Saying *saying, gint object, double confidence, char **further)
{
  const KithScene *scene = saying->writer->scene;
  g_autofree char *plain = kith_wording_relation(scene, saying->verb, saying->who, -1, NULL);
  g_autoptr(GArray) objects = g_array_new(FALSE, FALSE, sizeof(gint));
  gboolean neither = kith_scene_child_lemma(scene, object, KITH_DEP_CC, "neither") >= 0;
  kith_wording_conjuncts(scene, object, objects);
  for (guint i = 0; i < objects->len; i++) {
    g_autofree char *relation =
        g_strconcat(plain, neither ? " neither" : "", neither && i > 0 ? " nor" : "", NULL);
    gint what = g_array_index(objects, gint, i);
    /* "its curator, John Roe", "a cook, John Roe" says more than the name, which has a triple of its own */
    gboolean whose =
        kith_scene_child_lemma(scene, what, KITH_DEP_NMOD, "his her its their my our your") >= 0 ||
        kith_scene_child_lemma(scene, what, KITH_DEP_DET, "a an") >= 0;
    g_autofree char *words = kith_phrase_text(scene, whose ? what : kith_phrase_name(scene, what));
    write_triple(saying->writer, saying->subject, relation, words, confidence, further);
  }
}

/* Whether a bare object only makes up the verb before its "of": "took possession of". */
static gboolean
is_bare(const KithScene *scene, gint verb, gint object)
{
  return kith_scene_lemma_in(scene, verb, "take make lose gain win assume seize hold") &&
         scene->tree->left[object] == object;
}

/* The last phrase inside an object may be the verb's: "held talks with Y" says held talks, and with whom. */
static void
write_split(const Saying *saying, gint object)
{
  const KithScene *scene = saying->writer->scene;
  gint last = -1;
  for (gint c = kith_tree_first(scene->tree, object); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_NMOD && c > object)
      last = c;
  g_autofree char *prep = last >= 0 ? kith_phrase_prep(scene, last) : NULL;
  if (prep == NULL || scene->words[object].upos != KITH_NOUN ||
      (strcmp(prep, "of") == 0 && !is_bare(scene, saying->verb, object)) || strcmp(prep, "between") == 0 ||
      scene->tree->right[last] != scene->tree->right[object])
    return;
  g_autofree char *core = without(scene, object, last);
  g_autofree char *verb = kith_wording_relation(scene, saying->verb, saying->who, -1, NULL);
  g_autofree char *relation = g_strjoin(" ", verb, core, prep, NULL);
  g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(gint));
  write_triple(saying->writer, saying->subject, verb, core, 0.4, NULL);
  kith_wording_conjuncts(scene, last, words);
  for (guint i = 0; i < words->len; i++) {
    g_autofree char *text = kith_phrase_text(scene, kith_phrase_name(scene, g_array_index(words, gint, i)));
    write_triple(saying->writer, saying->subject, relation, text, 0.4, NULL);
  }
}

/* Writes what is said: the words of the clause. */
static void
write_clause(const Saying *saying, gint clause)
{
  const KithScene *scene = saying->writer->scene;
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  gint mark = kith_tree_child(scene->tree, clause, KITH_DEP_MARK);
  if (mark >= 0 && kith_wording_denies(scene, clause, mark))
    mark = -1;
  if (mark < 0) /* "and \"we left,\" he said" */
    mark = kith_tree_child(scene->tree, clause, KITH_DEP_CC);
  if (kith_speech_is_content(scene, clause))
    mark = scene->tree->left[clause];
  gboolean above = !kith_tree_dominates(scene->tree, saying->verb, clause);
  for (gint i = scene->tree->left[clause]; i <= scene->tree->right[clause]; i++)
    used[i] = i != mark && kith_tree_dominates(scene->tree, clause, i) &&
              !(above && kith_tree_dominates(scene->tree, saying->verb, i));
  g_autofree char *words = kith_words_marked(scene, used);
  gboolean told = saying->object >= 0 || kith_tree_child(scene->tree, saying->verb, KITH_DEP_IOBJ) >= 0;
  gboolean that = mark >= 0 && (told || kith_speech_is_content(scene, clause));
  g_autofree char *relation =
      kith_wording_relation(scene, saying->verb, saying->who, -1, that ? scene->words[mark].form : NULL);
  write_triple(saying->writer, saying->subject, relation, words, 0.5, NULL);
}

/* The complement that a verb like "become" or "remain" has: a noun or an adjective; -1. */
static gint
complement(const KithScene *scene, gint verb)
{
  gint xcomp = kith_tree_child(scene->tree, verb, KITH_DEP_XCOMP);
  return xcomp >= 0 && scene->words[xcomp].upos != KITH_VERB &&
                 kith_tree_child(scene->tree, verb, KITH_DEP_OBJ) < 0
             ? xcomp
             : -1;
}

/* Whether the predicate is only the first half of another's ("seeks to establish"). */
static gboolean
is_completed(const KithScene *scene, gint predicate)
{
  gint xcomp = kith_tree_child(scene->tree, predicate, KITH_DEP_XCOMP);
  return xcomp >= 0 && scene->words[xcomp].upos == KITH_VERB &&
         kith_tree_child(scene->tree, predicate, KITH_DEP_OBJ) < 0 &&
         kith_tree_child(scene->tree, predicate, KITH_DEP_IOBJ) < 0;
}

/* Adds the adverbial clauses of a verb that stand behind it. */
static void
add_clauses(const KithScene *scene, gint verb, GPtrArray *further)
{
  for (gint c = kith_tree_first(scene->tree, verb); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_universal(scene, c) == KITH_DEP_ADVCL && c > verb &&
        (kith_clause_mark(scene, c)[0] != '\0' || kith_clause_is_infinitive(scene, c))) {
      g_autofree gboolean *used = g_new0(gboolean, scene->n);
      for (gint i = scene->tree->left[c]; i <= scene->tree->right[c]; i++)
        used[i] = TRUE;
      g_ptr_array_add(further, kith_words_marked(scene, used));
    }
}

/* Whether a bare object only makes up the verb: "took place in", "takes part in", "took care of". */
static gboolean
is_idiom(const KithScene *scene, gint verb, gint object)
{
  return kith_scene_lemma_in(scene, verb, "take") && kith_tree_first(scene->tree, object) < 0 &&
         kith_scene_lemma_in(scene, object, "place part care effect shape advantage office charge note hold");
}

/* Whether a phrase only makes up the verb: "came under pressure from". */
static gboolean
is_state(const KithScene *scene, gint verb, gint phrase)
{
  return phrase == verb + 2 && kith_scene_lemma_in(scene, verb, "come go fall get") &&
         kith_scene_lemma_in(scene, verb + 1, "under into to in");
}

/* The object of a verb as triples have it: no speaker behind his verb, nobody without what he is taken as;
 * -1. */
static gint
object_of(const Saying *saying, gboolean passive)
{
  const KithScene *scene = saying->writer->scene;
  gint verb = saying->verb, teller = -1;
  gint object = passive ? kith_tree_child(scene->tree, verb, KITH_DEP_OBJ) : kith_clause_object(scene, verb);
  gboolean tail = kith_speech_tail(scene, &teller) == verb;
  if (object == saying->who || (tail && object == kith_scene_head(scene, verb)))
    object = -1; /* "said the minister" */
  return object >= 0 ? object : complement(scene, verb);
}

/* The clause of what is said, wherever it hangs; -1. */
static gint
find_said(const KithScene *scene, gint verb)
{
  gint clause = kith_tree_child(scene->tree, verb, KITH_DEP_CCOMP), teller = -1;
  if (clause >= 0)
    return clause;
  if (kith_scene_rel(scene, verb) == KITH_DEP_PARATAXIS && kith_speech_is(scene, verb))
    return kith_scene_head(scene, verb);
  if (kith_speech_tail(scene, &teller) == verb) {
    clause = kith_scene_head(scene, verb);
    return clause == teller ? kith_scene_head(scene, clause) : clause;
  }
  gint told = kith_tree_child(scene->tree, verb, KITH_DEP_IOBJ);
  for (gint c = told >= 0 ? kith_tree_first(scene->tree, told) : -1; c >= 0;
       c = kith_tree_next(scene->tree, c))
    if (kith_speech_is_content(scene, c))
      return c;
  return -1;
}

/* Gathers the phrases of a verb, at most MAX_PHRASES; how many. */
static guint
find_phrases(const KithScene *scene, gint verb, gint *phrases)
{
  guint n = 0;
  for (gint c = kith_tree_first(scene->tree, verb); c >= 0 && n + 1 < MAX_PHRASES;
       c = kith_tree_next(scene->tree, c)) {
    if (kith_scene_universal(scene, c) == KITH_DEP_OBL && !is_discourse(scene, c) &&
        !kith_wording_denies(scene, verb, c))
      phrases[n++] = c;
    gint inner = c > verb && kith_scene_rel(scene, c) == KITH_DEP_ADVMOD
                     ? kith_tree_child(scene->tree, c, KITH_DEP_OBL)
                     : -1;
    if (inner > c && kith_scene_prep(scene, inner) != NULL)
      phrases[n++] = inner; /* "as far as Lima", "north of Lima" */
  }
  return n;
}

/* "forced him to resign": what somebody is made to do, where that verb has nothing else to say. */
static void
write_told(const Saying *saying)
{
  const KithScene *scene = saying->writer->scene;
  gint todo = kith_tree_child(scene->tree, saying->verb, KITH_DEP_XCOMP);
  gint whom = kith_tree_child(scene->tree, saying->verb, KITH_DEP_OBJ);
  if (todo < 0 || whom < saying->verb || whom > todo || !kith_clause_is_infinitive(scene, todo) ||
      scene->tree->right[todo] != todo || scene->tree->left[todo] != todo - 1)
    return;
  g_autofree char *relation = kith_wording_relation(scene, saying->verb, saying->who, whom, NULL);
  g_autofree char *words = g_strjoin(" ", scene->words[todo - 1].form, scene->words[todo].form, NULL);
  write_triple(saying->writer, saying->subject, relation, words, 0.5, NULL);
}

/* A verb: its objects with everything else behind, each prepositional phrase by itself, what it says. */
static void
write_verb(Saying *saying)
{
  const KithScene *scene = saying->writer->scene;
  gint verb = saying->verb, phrases[MAX_PHRASES];
  gboolean passive = kith_clause_is_passive(scene, verb);
  gint iobj = kith_tree_child(scene->tree, verb, KITH_DEP_IOBJ), clause = find_said(scene, verb);
  saying->object = object_of(saying, passive);
  saying->light = saying->object > verb && kith_wording_is_light(scene, saying->object) ? saying->object : -1;
  guint n = find_phrases(scene, verb, phrases);
  if (saying->object < 0 && n > 1 && is_state(scene, verb, phrases[0]))
    saying->light = phrases[0];
  g_autoptr(GPtrArray) further = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < n; i++) {
    g_autofree char *prep = kith_phrase_prep(scene, phrases[i]);
    g_autofree char *words = kith_phrase_text(scene, kith_scene_antecedent(scene, phrases[i]));
    g_ptr_array_add(further, prep != NULL ? g_strjoin(" ", prep, words, NULL) : g_strdup(words));
    write_oblique(saying, phrases[i]);
  }
  add_clauses(scene, verb, further);
  g_ptr_array_add(further, NULL);
  if (saying->object >= 0 && !(n > 0 && is_idiom(scene, verb, saying->object))) {
    write_objects(saying, saying->object, 0.85, (char **)further->pdata);
    write_split(saying, saying->object);
  }
  if (iobj >= 0 && !passive) {
    write_objects(saying, iobj, 0.45, NULL);
    write_split(saying, iobj);
  }
  if (clause >= 0)
    write_clause(saying, clause);
  write_told(saying);
}

/* What stands between the subject and a phrase behind a complement: "is critical of", "has been mayor since".
 */
static void
write_complement_phrase(const Saying *saying, gint word, gint c, double confidence)
{
  const KithScene *scene = saying->writer->scene;
  g_autofree char *last = kith_phrase_prep(scene, c);
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  if (last == NULL)
    return;
  if (scene->words[word].upos != KITH_ADJ)
    kith_phrase_mark(scene, word, used);
  used[word] = TRUE;
  for (gint i = scene->tree->left[c]; i <= scene->tree->right[c]; i++)
    used[i] = FALSE;
  kith_wording_mark(scene, saying->verb, used);
  g_autofree char *relation = kith_words_marked(scene, used);
  g_autofree char *all = g_strjoin(" ", relation, last, NULL);
  g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(gint));
  kith_wording_conjuncts(scene, kith_scene_antecedent(scene, c), words);
  for (guint i = 0; i < words->len; i++) {
    g_autofree char *object = kith_phrase_text(scene, kith_phrase_name(scene, g_array_index(words, gint, i)));
    write_triple(saying->writer, saying->subject, all, object, confidence, NULL);
  }
}

/* The words of a phrase without a "not" before it. Owned by the caller. */
static char *
without_not(const KithScene *scene, gint word)
{
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  kith_phrase_mark(scene, word, used);
  used[kith_scene_child_lemma(scene, word, KITH_DEP_ADVMOD, "not")] = FALSE;
  return kith_words_marked(scene, used);
}

/* "X is Y", "X is in Y", "X is critical of Y"; word is the predicate or one of its coordination. */
static void
write_complement(const Saying *saying, gint word)
{
  const KithScene *scene = saying->writer->scene;
  g_autofree char *prep = kith_phrase_prep(scene, word);
  const gboolean excepted = word != saying->verb && kith_wording_is_excepted(scene, word);
  g_autofree char *behind = excepted ? g_strjoin(" ", "not", prep, NULL) : g_strdup(prep);
  g_autofree char *relation = kith_wording_relation(scene, saying->verb, -1, -1, behind);
  g_autofree char *words = excepted ? without_not(scene, word) : kith_phrase_text(scene, word);
  g_autoptr(GPtrArray) further = g_ptr_array_new_with_free_func(g_free);
  gboolean noun = scene->words[word].upos == KITH_NOUN, phrase = FALSE;
  for (gint c = kith_tree_first(scene->tree, word); c >= 0 && prep == NULL;
       c = kith_tree_next(scene->tree, c)) {
    if (kith_scene_universal(scene, c) == KITH_DEP_OBL && scene->words[word].upos != KITH_PROPN) {
      write_complement_phrase(saying, word, c, 0.7);
      g_autofree char *last = kith_phrase_prep(scene, c);
      g_autofree char *text = kith_phrase_text(scene, kith_scene_antecedent(scene, c));
      g_ptr_array_add(further, last != NULL ? g_strjoin(" ", last, text, NULL) : g_strdup(text));
      phrase =
          phrase || scene->words[word].upos == KITH_ADJ || g_strcmp0(words, scene->words[word].form) == 0;
    } else if (noun && kith_scene_rel(scene, c) == KITH_DEP_NMOD && c > word &&
               scene->tree->right[c] == scene->tree->right[word])
      write_complement_phrase(saying, word, c, 0.4);
  }
  g_ptr_array_add(further, NULL);
  if (!phrase && !(scene->words[word].upos == KITH_ADJ && is_completed(scene, word)))
    write_triple(saying->writer, saying->subject, relation, words, 0.8, (char **)further->pdata);
}

static void
write_copular(const Saying *saying)
{
  const KithScene *scene = saying->writer->scene;
  write_complement(saying, saying->verb);
  for (gint c = kith_tree_first(scene->tree, saying->verb); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_rel(scene, c) == KITH_DEP_CONJ && scene->words[c].upos != KITH_VERB &&
        kith_tree_child(scene->tree, c, KITH_DEP_COP) < 0 &&
        kith_tree_child_universal(scene->tree, c, KITH_DEP_NSUBJ) < 0)
      write_complement(saying, c);
}

/* The phrase of a subject without the predicate's own clause: "refugees" of "refugees living in camps". */
static char *
subject_text(const KithScene *scene, gint subject, gint predicate)
{
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  kith_phrase_mark(scene, subject, used);
  gint mark = kith_scene_rel(scene, subject) == KITH_DEP_NMOD_POSS
                  ? kith_tree_child(scene->tree, subject, KITH_DEP_CASE)
                  : -1;
  if (mark > subject)
    used[mark] = FALSE; /* "Acme's refusal to leave": Acme */
  if (kith_tree_dominates(scene->tree, subject, predicate) && predicate != subject) {
    gint clause = predicate; /* "a man suspected of lying": of what hangs on him the whole */
    while (kith_scene_head(scene, clause) >= 0 && kith_scene_head(scene, clause) != subject)
      clause = kith_scene_head(scene, clause);
    for (gint i = scene->tree->left[clause]; i <= scene->tree->right[clause]; i++)
      used[i] = FALSE;
  }
  return kith_words_marked(scene, used);
}

/* All that a predicate says of one subject. */
static void
write_about(Writer *writer, gint predicate, gint subject)
{
  const KithScene *scene = writer->scene;
  g_autoptr(GArray) subjects = g_array_new(FALSE, FALSE, sizeof(gint));
  kith_wording_conjuncts(scene, subject, subjects);
  for (guint i = 0; i < subjects->len; i++) {
    g_autofree char *words =
        subject_text(scene, kith_phrase_name(scene, g_array_index(subjects, gint, i)), predicate);
    Saying saying = {writer, predicate, words, subject, -1, -1};
    if (scene->words[predicate].upos == KITH_VERB)
      write_verb(&saying);
    else
      write_copular(&saying);
  }
}

/* "There were talks on Monday between Peru and Chad": there were talks on Monday, talks were between them. */
static void
write_there(const Saying *saying, const char *relation, gint subject, gint phrase)
{
  const KithScene *scene = saying->writer->scene;
  if (kith_scene_rel(scene, phrase) != KITH_DEP_NMOD || phrase < subject)
    return;
  g_autofree char *prep = kith_phrase_prep(scene, phrase);
  const gboolean between = g_strcmp0(prep, "between") == 0;
  if (prep == NULL || (!between && scene->tree->right[phrase] == scene->tree->right[subject]))
    return; /* the last one is written already */
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  kith_phrase_mark(scene, subject, used);
  for (gint i = subject + 1; i < (gint)scene->n; i++)
    used[i] = FALSE;
  g_autofree char *core = kith_words_marked(scene, used);
  memset(used, 0, scene->n * sizeof *used);
  for (gint i = scene->tree->left[phrase] + 1; i <= scene->tree->right[phrase]; i++)
    used[i] = TRUE;
  g_autofree char *both = kith_words_marked(scene, used);
  g_autofree char *one = kith_phrase_text(scene, phrase);
  g_autofree char *last = g_strjoin(" ", relation, between ? prep : core, between ? NULL : prep, NULL);
  write_triple(saying->writer, between ? core : saying->subject, last, between ? both : one, 0.4, NULL);
}

/* "There were talks in Rome": there were talks, there were talks in Rome. */
static void
write_existential(Writer *writer, gint predicate, gint expletive, gint subject)
{
  const KithScene *scene = writer->scene;
  g_autofree gboolean *used = g_new0(gboolean, scene->n);
  Saying saying = {writer, predicate, scene->words[expletive].form, expletive, subject, subject};
  kith_wording_mark(scene, predicate, used);
  used[predicate] = used[predicate] || scene->words[predicate].upos == KITH_AUX;
  g_autofree char *relation = kith_words_marked(scene, used);
  g_autofree char *text = kith_phrase_text(scene, subject);
  write_triple(writer, saying.subject, relation, text, 0.5, NULL);
  write_split(&saying, subject);
  for (gint c = kith_tree_first(scene->tree, subject); c >= 0; c = kith_tree_next(scene->tree, c))
    write_there(&saying, relation, subject, c);
  for (gint c = kith_tree_first(scene->tree, predicate); c >= 0; c = kith_tree_next(scene->tree, c))
    if (kith_scene_universal(scene, c) == KITH_DEP_OBL)
      write_oblique(&saying, c);
}

/* "a cook called John Roe": John Roe is a cook. */
static void
write_called(Writer *writer, gint predicate)
{
  const KithScene *scene = writer->scene;
  const gint noun = kith_scene_head(scene, predicate);
  const gint name =
      noun >= 0 && kith_scene_rel(scene, predicate) == KITH_DEP_ACL ? kith_phrase_called(scene, noun) : -1;
  if (name != predicate + 1)
    return;
  g_autofree char *who = kith_phrase_text(scene, name);
  g_autofree char *what = subject_text(scene, noun, predicate);
  write_triple(writer, who, "is", what, 0.6, NULL);
}

static void
write_predicate(Writer *writer, gint predicate)
{
  const KithScene *scene = writer->scene;
  write_called(writer, predicate);
  gint expletive = kith_tree_child(scene->tree, predicate, KITH_DEP_EXPL);
  gint there = kith_tree_child_universal(scene->tree, predicate, KITH_DEP_NSUBJ);
  if (expletive >= 0 && strcmp(scene->lemmas[expletive], "there") == 0) {
    if (there >= 0 && strcmp(scene->lemmas[predicate], "be") == 0)
      write_existential(writer, predicate, expletive, there);
    return;
  }
  gint subject = kith_speech_is(scene, predicate) && scene->words[predicate].upos == KITH_VERB &&
                         kith_tree_child(scene->tree, predicate, KITH_DEP_NSUBJ_PASS) < 0 &&
                         kith_tree_child(scene->tree, predicate, KITH_DEP_OBL_AGENT) < 0
                     ? kith_speech_subject(scene, predicate)
                     : kith_clause_surface_subject(scene, predicate);
  if (subject < 0 || subject == predicate || is_completed(scene, predicate) ||
      kith_scene_rel(scene, subject) == KITH_DEP_EXPL)
    return;
  gint above = -1; /* "X urged Y to leave Z": X urged to leave Z, too */
  gint at = kith_wording_governor(scene, predicate);
  for (guint i = 0; i < KITH_MAX_CLIMB && at >= 0 && above < 0; i++, at = kith_wording_governor(scene, at)) {
    const gint other = kith_clause_surface_subject(scene, at);
    above = other != subject && other != predicate ? other : -1;
  }
  if (above >= 0 && scene->words[predicate].upos == KITH_VERB)
    write_about(writer, predicate, above);
  write_about(writer, predicate, subject);
}

/* "X, the head of Y": X is the head of Y; the name first, whichever comes first. */
static void
write_apposition(Writer *writer, gint word)
{
  const KithScene *scene = writer->scene;
  gint head = kith_scene_head(scene, word);
  if (head < 0 || scene->words[head].upos == KITH_NUM || scene->words[head].upos == KITH_ADJ ||
      (scene->words[word].upos != KITH_NOUN && scene->words[word].upos != KITH_PROPN) ||
      kith_phrase_is_close(scene, head, word))
    return;
  const gint called = scene->words[head].upos == KITH_NOUN && scene->words[word].upos == KITH_NOUN &&
                              kith_phrase_name(scene, head) != head
                          ? kith_phrase_called(scene, word)
                          : -1; /* "her husband, the cook John Roe" */
  if (called >= 0)
    word = called;
  gboolean turn = scene->words[head].upos == KITH_NOUN && scene->words[word].upos == KITH_PROPN;
  g_autofree char *title = NULL;
  g_autofree char *a = NULL;
  if (!kith_phrase_title(scene, head, &a, &title))
    a = kith_phrase_text(scene, head);
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(gint));
  kith_wording_conjuncts(scene, word, all);
  for (guint i = 0; i < (turn ? 1 : all->len); i++) {
    g_autofree char *b = kith_phrase_text(scene, g_array_index(all, gint, i));
    write_triple(writer, turn ? b : a, "is", turn ? a : b, 0.6, NULL);
  }
}

/* "banker John Roe": John Roe is banker. */
static void
write_title(Writer *writer, gint word)
{
  const KithScene *scene = writer->scene;
  KithDeprel rel = kith_scene_universal(scene, word);
  if ((scene->words[word].upos != KITH_PROPN && scene->words[word].upos != KITH_NOUN) ||
      rel == KITH_DEP_FLAT || rel == KITH_DEP_COMPOUND || kith_scene_rel(scene, word) == KITH_DEP_NMOD_DESC)
    return;
  gint head = kith_scene_head(scene, word);
  if (head >= 0 && kith_phrase_is_close(scene, head, word))
    return;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  if (kith_phrase_title(scene, word, &name, &title))
    write_triple(writer, name, "is", title, 0.6, NULL);
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
    for (gint i = 0; i < (gint)scene->n; i++) {
      if (kith_clause_is_predicate(scene, i) && kith_scene_rel(scene, i) != KITH_DEP_AMOD)
        write_predicate(&writer, i);
      else if (kith_scene_rel(scene, i) == KITH_DEP_APPOS)
        write_apposition(&writer, i);
      write_title(&writer, i);
    }
  }
}
