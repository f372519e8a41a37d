/* Open triples of sentences given as CoNLL-U. */
#include <string.h>

#include "relation/triples.h"
#include "syntax/conllu.h"

/* Rows "FORM UPOS XPOS HEAD DEPREL" parted by "; ". */
static char *
to_conllu(const char *rows)
{
  GString *out = g_string_new(NULL);
  g_auto(GStrv) words = g_strsplit(rows, "; ", -1);
  for (guint i = 0; words[i] != NULL; i++) {
    g_auto(GStrv) f = g_strsplit(words[i], " ", -1);
    g_autofree char *lemma = g_ascii_strdown(f[0], -1);
    g_assert_cmpuint(g_strv_length(f), ==, 5);
    g_string_append_printf(out, "%u\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t_\n", i + 1, f[0], lemma, f[1], f[2], f[3],
                           f[4]);
  }
  g_string_append_c(out, '\n');
  return g_string_free(out, FALSE);
}

static void
check(const KithLexicon *lexicon, const char *rows, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = to_conllu(rows);
  g_autoptr(KithDocument) document = kith_conllu_read("case", text, strlen(text), &error);
  g_autoptr(GString) out = g_string_new(NULL);
  g_assert_no_error(error);
  kith_triples_write(document, lexicon, 7, out);
  g_assert_cmpstr(out->str, ==, expected);
}

static void
test_triples(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(g_getenv("KITH_DATA"), "lexicon.tsv", NULL);
  g_autoptr(KithLexicon) lexicon = kith_lexicon_load(path, &error);
  g_assert_no_error(error);
  check(lexicon,
        "Bo PROPN NNP 3 nsubj; has AUX VBZ 3 aux; fed VERB VBN 0 root; the DET DT 5 det; cat NOUN NN 3 obj; "
        "and CCONJ CC 7 cc; dog NOUN NN 5 conj; in ADP IN 9 case; Rome PROPN NNP 3 obl; . PUNCT . 3 punct",
        "7\tBo\thas fed the cat in\tRome\t0.45\n"
        "7\tBo\thas fed\tthe cat\t0.85\tin Rome\n"
        "7\tBo\thas fed\tdog\t0.85\tin Rome\n");
  check(lexicon,
        "It PRON PRP 3 nsubj:pass; was AUX VBD 3 aux:pass; sold VERB VBN 0 root; to ADP IN 5 case; "
        "Bo PROPN NNP 3 obl; by ADP IN 7 case; Al PROPN NNP 3 obl:agent",
        "7\tIt\twas sold to\tBo\t0.70\n7\tIt\twas sold by\tAl\t0.70\n");
  check(lexicon,
        "Bo PROPN NNP 2 nsubj; wants VERB VBZ 0 root; to PART TO 4 mark; see VERB VB 2 xcomp; "
        "Rome PROPN NNP 4 obj; , PUNCT , 8 punct; the DET DT 8 det; capital NOUN NN 5 appos",
        "7\tBo\twants to see\tRome\t0.85\n7\tRome\tis\tthe capital\t0.60\n");
  check(lexicon, "Bo PROPN NNP 4 nsubj; is AUX VBZ 4 cop; in ADP IN 4 case; Rome PROPN NNP 0 root",
        "7\tBo\tis in\tRome\t0.80\n");
  check(lexicon,
        "Bo PROPN NNP 2 nsubj; says VERB VBZ 0 root; that SCONJ IN 5 mark; Al PROPN NNP 5 nsubj; "
        "left VERB VBD 2 ccomp",
        "7\tBo\tsays\tAl left\t0.50\n");
  check(lexicon, "Rain NOUN NN 0 root; . PUNCT . 1 punct", "");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/triples", test_triples);
  return g_test_run();
}
