/* Claims of sentences given as CoNLL-U with their entities marked: each construction by itself, its tree
 * mended. The cases are in data/relation/claims.conllu: "# case = NAME" begins one, "# expect = CLAIM" says
 * what must come of it (all of it; relation-help.h writes claims), "# label = WORDS", "# lemma = WORDS", "#
 * time = DAY" what one of them carries,
 * "# date = DAY" the document's date. */
#include "relation-help.h"

#include <glib/gstdio.h>

#include "base/error.h"
#include "syntax/mend.h"

static KithLexicon *lexicon;

/* The values of "# key = value" lines of a case, in order. */
static GPtrArray *
values(const char *block, const char *key)
{
  GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *prefix = g_strdup_printf("# %s = ", key);
  g_auto(GStrv) lines = g_strsplit(block, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix(lines[i], prefix))
      g_ptr_array_add(found, g_strdup(lines[i] + strlen(prefix)));
  return found;
}

static gint
compare_strings(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *
join(GPtrArray *strings)
{
  g_ptr_array_sort(strings, compare_strings);
  g_ptr_array_add(strings, NULL);
  char *joined = g_strjoinv("\n", (char **)strings->pdata);
  g_ptr_array_remove_index(strings, strings->len - 1);
  return joined;
}

/* Whether some claim's field has each of the values. */
static void
check_fields(const KithClaims *claims, const char *block, const char *key, gsize offset)
{
  g_autoptr(GPtrArray) wanted = values(block, key);
  for (guint i = 0; i < wanted->len; i++) {
    gboolean found = FALSE;
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint j = 0; j < claims->claims->len; j++) {
      const char *field = G_STRUCT_MEMBER(char *, g_ptr_array_index(claims->claims, j), offset);
      found |= g_strcmp0(field, g_ptr_array_index(wanted, i)) == 0;
      g_string_append_printf(all, "[%s]", field);
    }
    if (!found)
      g_test_message("no %s \"%s\" among %s", key, (char *)g_ptr_array_index(wanted, i), all->str);
    g_assert_true(found);
  }
}

static void
test_case(gconstpointer data)
{
  const char *block = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDocument) document = kith_conllu_read("case", block, strlen(block), &error);
  g_assert_no_error(error);
  g_autoptr(GPtrArray) date = values(block, "date");
  if (date->len > 0) {
    g_free(document->date);
    document->date = g_strdup(g_ptr_array_index(date, 0));
  }
  for (guint s = 0; s < document->sentences->len; s++) {
    const KithSentence *sentence = kith_document_sentence(document, s);
    kith_mend_tree(&g_array_index(document->words, KithWord, sentence->first_word), sentence->n_words);
  }
  KithEntities *entities = help_entities(document);
  g_autoptr(KithClaims) claims = kith_claims_find(document, entities, lexicon, NULL);
  g_autoptr(GPtrArray) expected = values(block, "expect");
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < claims->claims->len; i++) {
    const KithClaim *claim = g_ptr_array_index(claims->claims, i);
    g_ptr_array_add(found, help_claim(entities, claim));
    g_assert_cmpfloat(claim->confidence, >, 0);
    g_assert_cmpfloat(claim->confidence, <=, 1);
    g_assert_cmpuint(claim->trigger.begin, <, claim->trigger.end);
    g_assert_cmpuint(claim->trigger.end, <=, document->length);
    g_assert_cmpstr(claim->label, !=, "");
    g_assert_cmpstr(claim->lemma, !=, "");
  }
  g_autofree char *a = join(found), *b = join(expected);
  g_assert_cmpstr(a, ==, b);
  check_fields(claims, block, "label", G_STRUCT_OFFSET(KithClaim, label));
  check_fields(claims, block, "lemma", G_STRUCT_OFFSET(KithClaim, lemma));
  check_fields(claims, block, "time", G_STRUCT_OFFSET(KithClaim, time));
  help_entities_free(entities);
}

/* An entry's flag "negative" denies what its words state. */
static void
test_negative_entry(void)
{
  static const char block[] = "1\tAda\tAda\tPROPN\tNNP\t_\t2\tnsubj\t_\tEnt=Ada:person\n"
                              "2\tzorbed\tzorb\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                              "3\tBo\tBo\tPROPN\tNNP\t_\t2\tobj\t_\tEnt=Bo:person\n\n";
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  int file = g_file_open_tmp("kith-lexicon-XXXXXX", &path, &error);
  g_assert_no_error(error);
  g_close(file, NULL);
  g_assert_true(g_file_set_contents(path, "verb\tzorb\tconsult\t-\tnegative\n", -1, &error));
  g_autoptr(KithLexicon) own = kith_lexicon_load(path, &error);
  g_assert_no_error(error);
  g_unlink(path);
  g_autoptr(KithDocument) document = kith_conllu_read("case", block, strlen(block), &error);
  g_assert_no_error(error);
  KithEntities *entities = help_entities(document);
  g_autoptr(KithClaims) claims = kith_claims_find(document, entities, own, NULL);
  g_assert_cmpuint(claims->claims->len, ==, 1);
  g_autofree char *claim = help_claim(entities, g_ptr_array_index(claims->claims, 0));
  g_assert_cmpstr(claim, ==, "Ada consult Bo -");
  help_entities_free(entities);
}

/* What somebody says in no quotation marks is attributed to him, as entities->voices tells. */
static void
test_voice(void)
{
  static const char block[] = "1\tAda\tAda\tPROPN\tNNP\t_\t2\tnsubj\t_\tEnt=Ada:person\n"
                              "2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                              "3\tBo\tBo\tPROPN\tNNP\t_\t2\tobj\t_\tEnt=Bo:person\n\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDocument) document = kith_conllu_read("case", block, strlen(block), &error);
  g_assert_no_error(error);
  KithEntities *entities = help_entities(document);
  const guint voice = 1;
  entities->voices = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(entities->voices, voice);
  g_autoptr(KithClaims) claims = kith_claims_find(document, entities, lexicon, NULL);
  g_assert_cmpuint(claims->claims->len, ==, 1);
  g_assert_cmpuint(((KithClaim *)g_ptr_array_index(claims->claims, 0))->attributed_to, ==, voice);
  help_entities_free(entities);
}

/* What a government's "we" does by speaking is done by who speaks; the rest by the country whose post he
 * holds. */
static void
test_we(void)
{
  static const char block[] = "1\tWe\twe\tPRON\tPRP\t_\t2\tnsubj\t_\tEnt=Peru:country\n"
                              "2\turge\turge\tVERB\tVBP\t_\t0\troot\t_\t_\n"
                              "3\tChad\tChad\tPROPN\tNNP\t_\t2\tobj\t_\tEnt=Chad:country\n\n"
                              "1\tWe\twe\tPRON\tPRP\t_\t2\tnsubj\t_\tEnt=Ada:person\n"
                              "2\tarm\tarm\tVERB\tVBP\t_\t0\troot\t_\t_\n"
                              "3\tChad\tChad\tPROPN\tNNP\t_\t2\tobj\t_\tEnt=Chad:country\n\n"
                              "1\tAda\tAda\tPROPN\tNNP\t_\t4\tnsubj\t_\tEnt=Ada:person\n"
                              "2\tis\tbe\tAUX\tVBZ\t_\t4\tcop\t_\t_\n"
                              "3\tPeru's\tPeru\tPROPN\tNNP\t_\t4\tnmod:poss\t_\tEnt=Peru:country\n"
                              "4\tpresident\tpresident\tNOUN\tNN\t_\t0\troot\t_\t_\n\n";
  static const char *const expected[] = {"Ada request Chad", "Peru aid Chad"};
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDocument) document = kith_conllu_read("case", block, strlen(block), &error);
  g_assert_no_error(error);
  KithEntities *entities = help_entities(document);
  guint ada = help_entity(entities, "Ada", KITH_ACTOR_PERSON);
  entities->voices = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint s = 0; s < document->sentences->len; s++)
    g_array_append_val(entities->voices, ada);
  g_autoptr(KithClaims) claims = kith_claims_find(document, entities, lexicon, NULL);
  g_assert_cmpuint(claims->claims->len, >=, G_N_ELEMENTS(expected));
  for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
    g_autofree char *claim = help_claim(entities, g_ptr_array_index(claims->claims, i));
    g_assert_true(g_str_has_prefix(claim, expected[i]));
  }
  help_entities_free(entities);
}

/* The claims of a document in which all sentences are somebody's, or (NULL) nobody's. */
static void
expect_claims(const char *block, const char *speaker, const char *const *expected, guint n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDocument) document = kith_conllu_read("case", block, strlen(block), &error);
  g_assert_no_error(error);
  KithEntities *entities = help_entities(document);
  guint voice = speaker != NULL ? help_entity(entities, speaker, KITH_ACTOR_PERSON) : KITH_NONE;
  entities->voices = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint s = 0; s < document->sentences->len; s++)
    g_array_append_val(entities->voices, voice);
  g_autoptr(KithClaims) claims = kith_claims_find(document, entities, lexicon, NULL);
  for (guint i = 0; i < MAX(n, claims->claims->len); i++) {
    g_assert_cmpuint(i, <, claims->claims->len);
    g_autofree char *claim = help_claim(entities, g_ptr_array_index(claims->claims, i));
    g_test_message("%s", claim);
    g_assert_cmpuint(i, <, n);
    g_assert_true(g_str_has_prefix(claim, expected[i]));
  }
  help_entities_free(entities);
}

/* Who says in a statement what others have to do asks them for it. */
static void
test_demands(void)
{
  static const char block[] = "1\tChad\tChad\tPROPN\tNNP\t_\t3\tnsubj\t_\tEnt=Chad:country\n"
                              "2\tmust\tmust\tAUX\tMD\t_\t3\taux\t_\t_\n"
                              "3\tyield\tyield\tVERB\tVB\t_\t0\troot\t_\t_\n\n"
                              "1\tIt\tit\tPRON\tPRP\t_\t3\texpl\t_\t_\n"
                              "2\tis\tbe\tAUX\tVBZ\t_\t3\tcop\t_\t_\n"
                              "3\tvital\tvital\tADJ\tJJ\t_\t0\troot\t_\t_\n"
                              "4\tthat\tthat\tSCONJ\tIN\t_\t6\tmark\t_\t_\n"
                              "5\tPeru\tPeru\tPROPN\tNNP\t_\t6\tnsubj\t_\tEnt=Peru:country\n"
                              "6\tpay\tpay\tVERB\tVB\t_\t3\tcsubj\t_\t_\n\n"
                              "1\tOslo\tOslo\tPROPN\tNNP\t_\t4\tnsubj\t_\tEnt=Oslo:country\n"
                              "2\tmust\tmust\tAUX\tMD\t_\t4\taux\t_\t_\n"
                              "3\thave\thave\tAUX\tVB\t_\t4\taux\t_\t_\n"
                              "4\tslept\tsleep\tVERB\tVBN\t_\t0\troot\t_\t_\n\n"
                              "1\tWe\twe\tPRON\tPRP\t_\t3\tnsubj\t_\tEnt=Bonn:country\n"
                              "2\tmust\tmust\tAUX\tMD\t_\t3\taux\t_\t_\n"
                              "3\twait\twait\tVERB\tVB\t_\t0\troot\t_\t_\n\n";
  static const char *const expected[] = {"Ada request Chad", "Ada request Peru"};
  expect_claims(block, "Ada", expected, G_N_ELEMENTS(expected));
  expect_claims(block, NULL, NULL, 0);
}

/* "Norway funds Chad. This aid will support Ada." */
static void
test_gifts(void)
{
  static const char block[] = "1\tNorway\tNorway\tPROPN\tNNP\t_\t2\tnsubj\t_\tEnt=Norway:country\n"
                              "2\tfunded\tfund\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                              "3\tChad\tChad\tPROPN\tNNP\t_\t2\tobj\t_\tEnt=Chad:country\n\n"
                              "1\tThis\tthis\tDET\tDT\t_\t2\tdet\t_\t_\n"
                              "2\taid\taid\tNOUN\tNN\t_\t3\tnsubj\t_\t_\n"
                              "3\tsupports\tsupport\tVERB\tVBZ\t_\t0\troot\t_\t_\n"
                              "4\tAda\tAda\tPROPN\tNNP\t_\t3\tobj\t_\tEnt=Ada:person\n\n"
                              "1\tAid\taid\tNOUN\tNN\t_\t2\tnsubj\t_\t_\n"
                              "2\thelps\thelp\tVERB\tVBZ\t_\t0\troot\t_\t_\n"
                              "3\tBo\tBo\tPROPN\tNNP\t_\t2\tobj\t_\tEnt=Bo:person\n\n";
  static const char *const expected[] = {"Norway aid Chad", "Norway aid Ada"};
  expect_claims(block, NULL, expected, G_N_ELEMENTS(expected));
}

/* "Oslo condemned attacks. Rebels claimed attacks on Chad." Who attacks is another matter. */
static void
test_blame(void)
{
  static const char condemned[] = "1\tOslo\tOslo\tPROPN\tNNP\t_\t2\tnsubj\t_\tEnt=Oslo:country\n"
                                  "2\tcondemned\tcondemn\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                                  "3\tattacks\tattack\tNOUN\tNNS\t_\t2\tobj\t_\t_\n\n",
                    claimed[] = "1\tRebels\trebel\tNOUN\tNNS\t_\t2\tnsubj\t_\tEnt=rebels:group\n"
                                "2\tclaimed\tclaim\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                                "3\tattacks\tattack\tNOUN\tNNS\t_\t2\tobj\t_\t_\n"
                                "4\ton\ton\tADP\tIN\t_\t5\tcase\t_\t_\n"
                                "5\tChad\tChad\tPROPN\tNNP\t_\t3\tnmod\t_\tEnt=Chad:country\n\n",
                    attacked[] = "1\tPolice\tpolice\tNOUN\tNNS\t_\t2\tnsubj\t_\tEnt=police:organization\n"
                                 "2\tattacked\tattack\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                                 "3\tRoe\tRoe\tPROPN\tNNP\t_\t2\tobj\t_\tEnt=Roe:person\n\n";
  static const char *const blamed[] = {"Oslo accuse rebels", "rebels assault Chad"},
                           *const other[] = {"police assault Roe"};
  g_autofree char *both = g_strconcat(condemned, claimed, NULL),
                  *apart = g_strconcat(condemned, attacked, NULL);
  expect_claims(both, NULL, blamed, G_N_ELEMENTS(blamed));
  expect_claims(apart, NULL, other, G_N_ELEMENTS(other));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = g_build_filename(g_getenv("KITH_DATA"), "lexicon.tsv", NULL);
  lexicon = kith_lexicon_load(words, &error);
  g_assert_no_error(error);
  g_autofree char *path = g_test_build_filename(G_TEST_DIST, "data", "relation", "claims.conllu", NULL);
  g_autofree char *text = NULL;
  g_assert_true(g_file_get_contents(path, &text, NULL, &error));
  g_auto(GStrv) blocks = g_strsplit(text, "# case = ", -1);
  for (guint i = 1; blocks[i] != NULL; i++) {
    char *end = strchr(blocks[i], '\n');
    g_autofree char *name = g_strndup(blocks[i], (gsize)(end - blocks[i]));
    g_autofree char *test = g_strconcat("/claims/", name, NULL);
    g_test_add_data_func(test, end + 1, test_case);
  }
  g_test_add_func("/claims/negative-entry", test_negative_entry);
  g_test_add_func("/claims/voice", test_voice);
  g_test_add_func("/claims/we", test_we);
  g_test_add_func("/claims/demands", test_demands);
  g_test_add_func("/claims/gifts", test_gifts);
  g_test_add_func("/claims/blame", test_blame);
  int status = g_test_run();
  kith_lexicon_free(lexicon);
  return status;
}
