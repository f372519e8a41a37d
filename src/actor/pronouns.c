/* Mentions that are pronouns. */
#include "actor/finder.h"

typedef struct {
  const char *form;
  guint8 person;
  gboolean plural;
  KithGender gender;
  gboolean human;
} Pronoun;

static const Pronoun pronouns[] = {
    {"i", 1, FALSE, KITH_GENDER_UNKNOWN, TRUE},         {"me", 1, FALSE, KITH_GENDER_UNKNOWN, TRUE},
    {"my", 1, FALSE, KITH_GENDER_UNKNOWN, TRUE},        {"myself", 1, FALSE, KITH_GENDER_UNKNOWN, TRUE},
    {"we", 1, TRUE, KITH_GENDER_UNKNOWN, TRUE},         {"us", 1, TRUE, KITH_GENDER_UNKNOWN, TRUE},
    {"our", 1, TRUE, KITH_GENDER_UNKNOWN, TRUE},        {"ourselves", 1, TRUE, KITH_GENDER_UNKNOWN, TRUE},
    {"mine", 1, FALSE, KITH_GENDER_UNKNOWN, TRUE},      {"ours", 1, TRUE, KITH_GENDER_UNKNOWN, TRUE},
    {"you", 2, FALSE, KITH_GENDER_UNKNOWN, TRUE},       {"your", 2, FALSE, KITH_GENDER_UNKNOWN, TRUE},
    {"yours", 2, FALSE, KITH_GENDER_UNKNOWN, TRUE},     {"yourself", 2, FALSE, KITH_GENDER_UNKNOWN, TRUE},
    {"yourselves", 2, TRUE, KITH_GENDER_UNKNOWN, TRUE}, {"he", 3, FALSE, KITH_GENDER_MALE, TRUE},
    {"him", 3, FALSE, KITH_GENDER_MALE, TRUE},          {"his", 3, FALSE, KITH_GENDER_MALE, TRUE},
    {"himself", 3, FALSE, KITH_GENDER_MALE, TRUE},      {"she", 3, FALSE, KITH_GENDER_FEMALE, TRUE},
    {"her", 3, FALSE, KITH_GENDER_FEMALE, TRUE},        {"hers", 3, FALSE, KITH_GENDER_FEMALE, TRUE},
    {"herself", 3, FALSE, KITH_GENDER_FEMALE, TRUE},    {"it", 3, FALSE, KITH_GENDER_UNKNOWN, FALSE},
    {"its", 3, FALSE, KITH_GENDER_UNKNOWN, FALSE},      {"itself", 3, FALSE, KITH_GENDER_UNKNOWN, FALSE},
    {"they", 3, TRUE, KITH_GENDER_UNKNOWN, FALSE},      {"them", 3, TRUE, KITH_GENDER_UNKNOWN, FALSE},
    {"their", 3, TRUE, KITH_GENDER_UNKNOWN, FALSE},     {"both", 3, TRUE, KITH_GENDER_UNKNOWN, FALSE},
    {"theirs", 3, TRUE, KITH_GENDER_UNKNOWN, FALSE},    {"themselves", 3, TRUE, KITH_GENDER_UNKNOWN, FALSE},
    {"who", 0, FALSE, KITH_GENDER_UNKNOWN, TRUE},       {"whom", 0, FALSE, KITH_GENDER_UNKNOWN, TRUE},
    {"whose", 0, FALSE, KITH_GENDER_UNKNOWN, FALSE},    {"which", 0, FALSE, KITH_GENDER_UNKNOWN, FALSE},
    {"that", 0, FALSE, KITH_GENDER_UNKNOWN, FALSE},
};

/* "It takes a week to count them": "it" that is nothing. */
static gboolean
is_empty_it(const KithTree *tree, guint word)
{
  static const char *const taking[] = {"take", "cost", "require", NULL};
  static const char *const telling[] = {"deny",   "confirm",  "admit",   "acknowledge", "know",
                                        "regret", "announce", "explain", "mention",     "believe",
                                        "doubt",  "say",      "repeat",  NULL};
  gint32 verb = tree->words[word].head;
  if (g_ascii_strcasecmp(tree->words[word].form, "it") == 0 && tree->words[word].deprel == KITH_DEP_OBJ &&
      verb >= 0 && kith_word_in(&tree->words[verb], telling))
    return TRUE; /* "denied it": what was told */
  if (g_ascii_strcasecmp(tree->words[word].form, "it") != 0 || tree->words[word].deprel != KITH_DEP_NSUBJ ||
      verb < 0 || !kith_word_in(&tree->words[verb], taking))
    return FALSE;
  for (guint i = (guint)verb + 1; i + 1 < tree->n; i++)
    if (kith_word_is(&tree->words[i], "to") && tree->words[i].deprel == KITH_DEP_MARK &&
        kith_tree_dominates(tree, verb, (gint32)i))
      return TRUE;
  return FALSE;
}

void
kith_finder_add_pronoun(KithFinder *f, guint s, guint word)
{
  const KithWord *w = &kith_finder_words(f, s)[word];
  if (w->deprel == KITH_DEP_EXPL || f->owner[s][word] != 0 || is_empty_it(f->trees[s], word))
    return;
  for (guint i = 0; i < G_N_ELEMENTS(pronouns); i++) {
    const Pronoun *p = &pronouns[i];
    if (g_ascii_strcasecmp(w->form, p->form) != 0)
      continue;
    if (p->person == 0 && (w->xpos == NULL || w->xpos[0] != 'W'))
      return;
    KithFound found = {
        .m = {.sentence = s, .begin = word, .end = word + 1, .head = word, .kind = KITH_MENTION_PRONOUN},
        .core_begin = word,
        .core_end = word + 1,
        .gender = p->gender,
        .plural = p->plural,
        .person = p->person,
        .definite = TRUE};
    found.m.type = p->person == 1 && p->plural ? KITH_ACTOR_GROUP
                   : p->human                  ? KITH_ACTOR_PERSON
                   : p->plural                 ? KITH_ACTOR_GROUP
                                               : KITH_ACTOR_ORGANIZATION;
    found.key = g_ascii_strdown(w->form, -1);
    g_array_append_val(f->found, found);
    return;
  }
}
