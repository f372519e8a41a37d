/* The lexicon's file: what is read, and what is refused with which message. */
#include <glib/gstdio.h>

#include "base/error.h"
#include "relation/pattern.h"

/* Loads a lexicon from text; the error's message without its folder goes to *message. */
static KithLexicon *
load(const char *text, char **message)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp("kith-lexicon-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "words.tsv", NULL);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
  KithLexicon *lexicon = kith_lexicon_load(path, &error);
  g_assert_true((lexicon == NULL) == (error != NULL));
  if (message != NULL)
    *message = error != NULL
                   ? g_strdup(g_str_has_prefix(error->message, folder) ? error->message + strlen(folder) + 1
                                                                       : error->message)
                   : NULL;
  g_remove(path);
  g_rmdir(folder);
  return lexicon;
}

static void
test_entries(void)
{
  g_autoptr(KithLexicon) lexicon = load(
      "# a comment\n"
      "\n"
      "set\ttalk\ttalk|meeting\n"
      "verb\tmeet|see\tconsult\n"
      "verb\thold +&talk|summit @with\tconsult\tsubj>with\tto=person|group,planned\n"
      "verb\tpull out @out_of\tretreat\n"
      "title\tminister\trole\t-\tcountry\n"
      "embed\tseek\tplanned\n"
      "verb\tcome =under_fire|to_blows @from\taccuse\tfrom>subj\tdirect,mutual,infinitive,obliged,also\n",
      NULL);
  g_assert_nonnull(lexicon);
  const GPtrArray *meet = kith_lexicon_get(lexicon, KITH_WORDS_VERB, "meet");
  g_assert_nonnull(meet);
  g_assert_cmpuint(meet->len, ==, 1);
  const KithPattern *pattern = g_ptr_array_index(meet, 0);
  g_assert_cmpint(pattern->class, ==, KITH_CLASS_CONSULT);
  g_assert_null(pattern->objects);
  g_assert_true(g_ptr_array_index(kith_lexicon_get(lexicon, KITH_WORDS_VERB, "see"), 0) == pattern);
  pattern = g_ptr_array_index(kith_lexicon_get(lexicon, KITH_WORDS_VERB, "hold"), 0);
  g_assert_true(kith_pattern_has(pattern->objects, "meeting"));
  g_assert_true(kith_pattern_has(pattern->objects, "summit"));
  g_assert_false(kith_pattern_has(pattern->objects, "party"));
  g_assert_true(kith_pattern_has(pattern->preps, "with"));
  g_assert_true(kith_pattern_has(pattern->sources, "subj"));
  g_assert_cmpuint(pattern->target_types, ==, 1u << KITH_ACTOR_PERSON | 1u << KITH_ACTOR_GROUP);
  g_assert_cmpint(pattern->modality, ==, KITH_PLANNED);
  pattern = g_ptr_array_index(kith_lexicon_get(lexicon, KITH_WORDS_VERB, "pull"), 0);
  g_assert_true(kith_pattern_has(pattern->preps, "out of"));
  g_assert_true(kith_pattern_has(pattern->particles, "out"));
  pattern = g_ptr_array_index(kith_lexicon_get(lexicon, KITH_WORDS_TITLE, "minister"), 0);
  g_assert_cmpuint(pattern->flags, ==, KITH_PATTERN_COUNTRY);
  pattern = g_ptr_array_index(kith_lexicon_get(lexicon, KITH_WORDS_EMBED, "seek"), 0);
  g_assert_cmpint(pattern->modality, ==, KITH_PLANNED);
  pattern = g_ptr_array_index(kith_lexicon_get(lexicon, KITH_WORDS_VERB, "come"), 0);
  g_assert_true(kith_pattern_has(pattern->phrases, "to blows"));
  g_assert_cmpuint(pattern->flags, ==,
                   KITH_PATTERN_DIRECT | KITH_PATTERN_MUTUAL | KITH_PATTERN_INFINITIVE |
                       KITH_PATTERN_OBLIGED | KITH_PATTERN_ALSO);
  g_assert_null(kith_lexicon_get(lexicon, KITH_WORDS_NOUN, "meet"));
  g_assert_false(kith_pattern_has(NULL, "meet"));
}

/* The more specific first, weak ones last, and among equals the later. */
static void
test_order(void)
{
  g_autoptr(KithLexicon) lexicon = load("verb\tcut +aid @to\tsanction\n"
                                        "verb\tcut\tassault\n"
                                        "verb\tcut\tconcede\n"
                                        "verb\tcut +tie @with\treject\t-\tweak\n"
                                        "verb\tcut @off\tcoerce\n",
                                        NULL);
  const KithClass order[] = {KITH_CLASS_SANCTION, KITH_CLASS_COERCE, KITH_CLASS_CONCEDE, KITH_CLASS_ASSAULT,
                             KITH_CLASS_REJECT};
  const GPtrArray *entries = kith_lexicon_get(lexicon, KITH_WORDS_VERB, "cut");
  g_assert_cmpuint(entries->len, ==, G_N_ELEMENTS(order));
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpint(((const KithPattern *)g_ptr_array_index(entries, i))->class, ==, order[i]);
}

static void
test_bad(void)
{
  static const struct {
    const char *text, *message;
  } cases[] = {
      {"verb\n", "words.tsv:1: 1 columns, not 2 to 5"},
      {"verb\tmeet\tconsult\t-\t-\t-\n", "words.tsv:1: 6 columns, not 2 to 5"},
      {"# fine\nadverb\tmeet\tconsult\n", "words.tsv:2: \"adverb\" is no kind of entry"},
      {"verb\tmeet\tencounter\n", "words.tsv:1: \"encounter\" is no class of relation"},
      {"verb\tmeet\n", "words.tsv:1: \"meet\" has no class"},
      {"verb\tmeet||see\tconsult\n", "words.tsv:1: an empty word in \"meet||see\""},
      {"verb\t@with\tconsult\n", "words.tsv:1: \"@with\" has no word to begin with"},
      {"verb\tmeet @with @to\tconsult\n", "words.tsv:1: \"meet @with @to\" has too many parts"},
      {"verb\tmeet +&talks\tconsult\n", "words.tsv:1: no set \"talks\" before this line"},
      {"verb\tmeet\tconsult\tsubj\n", "words.tsv:1: \"subj\" is not SOURCE>TARGET"},
      {"verb\tmeet\tconsult\t-\tloud\n", "words.tsv:1: \"loud\" is no flag"},
      {"verb\tmeet\tconsult\t-\tto=robot\n", "words.tsv:1: \"robot\" is no type of actor"},
      {"embed\tseek\twished\n", "words.tsv:1: \"wished\" is no flag"},
      {"light\thold +talk\t-\n", "words.tsv:1: \"hold +talk\": such an entry takes no object"},
      {"set\ttalk\n", "words.tsv:1: a set needs a name and its words"},
      {"include\ta\tb\n", "words.tsv:1: an include needs one file"},
      {"verb\tm\xff\tconsult\n", "words.tsv:1: not UTF-8"},
      {"include\twords.tsv\n", "words.tsv:1: files include each other too deeply"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *message = NULL;
    g_autoptr(KithLexicon) lexicon = load(cases[i].text, &message);
    g_assert_null(lexicon);
    g_assert_cmpstr(message, ==, cases[i].message);
  }
}

static void
test_missing(void)
{
  g_autoptr(GError) error = NULL;
  g_assert_null(kith_lexicon_load("/nonexistent/words.tsv", &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_IO);
  g_assert_nonnull(strstr(error->message, "/nonexistent/words.tsv"));
}

/* The lexicon that ships is read whole, and a user's entries win over it. */
static void
test_shipped(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(g_getenv("KITH_DATA"), "lexicon.tsv", NULL);
  g_autoptr(KithLexicon) lexicon = kith_lexicon_load(path, &error);
  g_assert_no_error(error);
  const GPtrArray *bomb = kith_lexicon_get(lexicon, KITH_WORDS_VERB, "bombard");
  g_assert_cmpint(((const KithPattern *)g_ptr_array_index(bomb, 0))->class, ==, KITH_CLASS_ASSAULT);
  g_autofree char *own = NULL;
  gint file = g_file_open_tmp("kith-own-XXXXXX.tsv", &own, &error);
  g_assert_no_error(error);
  g_close(file, NULL);
  g_assert_true(g_file_set_contents(own, "verb\tbombard\tprotest\n", -1, NULL));
  g_assert_true(kith_lexicon_add_file(lexicon, own, &error));
  bomb = kith_lexicon_get(lexicon, KITH_WORDS_VERB, "bombard");
  g_assert_cmpint(((const KithPattern *)g_ptr_array_index(bomb, 0))->class, ==, KITH_CLASS_PROTEST);
  g_assert_true(g_file_set_contents(own, "verb\tbombard\n", -1, NULL));
  g_assert_false(kith_lexicon_add_file(lexicon, own, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_INPUT);
  g_remove(own);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/lexicon/entries", test_entries);
  g_test_add_func("/lexicon/order", test_order);
  g_test_add_func("/lexicon/bad", test_bad);
  g_test_add_func("/lexicon/missing", test_missing);
  g_test_add_func("/lexicon/shipped", test_shipped);
  return g_test_run();
}
