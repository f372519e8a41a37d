/* Open triples of sentences given as CoNLL-U, whose trees are mended as in kith_model_analyze. */
#include <string.h>

#include "relation/triples.h"
#include "syntax/conllu.h"
#include "syntax/mend.h"

/* Rows "FORM UPOS XPOS HEAD DEPREL [MISC]" parted by "; ". */
static char *
to_conllu(const char *rows)
{
  GString *out = g_string_new(NULL);
  g_auto(GStrv) words = g_strsplit(rows, "; ", -1);
  for (guint i = 0; words[i] != NULL; i++) {
    g_auto(GStrv) f = g_strsplit(words[i], " ", -1);
    g_autofree char *lemma = g_ascii_strdown(f[0], -1);
    g_assert_cmpuint(g_strv_length(f), >=, 5);
    g_string_append_printf(out, "%u\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t%s\n", i + 1, f[0], lemma, f[1], f[2],
                           f[3], f[4], f[5] != NULL ? f[5] : "_");
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
  kith_mend_tree((KithWord *)(gpointer)document->words->data, document->words->len);
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

/* Which words a part has: signs, denials, shared auxiliaries, set phrases. */
static void
test_words(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(g_getenv("KITH_DATA"), "lexicon.tsv", NULL);
  g_autoptr(KithLexicon) lexicon = kith_lexicon_load(path, &error);
  g_assert_no_error(error);
  check(lexicon,
        "She PRON PRP 2 nsubj; led VERB VBD 0 root; Roe PROPN NNP 2 obj; & CCONJ CC 5 cc; Sons PROPN NNPS 3 "
        "conj",
        "7\tShe\tled\tRoe & Sons\t0.85\n");
  check(lexicon,
        "She PRON PRP 3 nsubj; had AUX VBN 3 aux; praised VERB VBN 0 root; , PUNCT , 5 punct; thanked VERB "
        "VBN 3 conj; and CCONJ CC 7 cc; paid VERB VBN 5 conj; Bo PROPN NNP 7 obj",
        "7\tShe\thad praised\tBo\t0.85\n"
        "7\tShe\thad thanked\tBo\t0.85\n"
        "7\tShe\thad paid\tBo\t0.85\n");
  check(lexicon,
        "Bo PROPN NNP 2 nsubj; met VERB VBD 0 root; neither CCONJ CC 4 cc:preconj; Al PROPN NNP 2 obj; nor "
        "CCONJ CC 6 cc; Cy PROPN NNP 4 conj",
        "7\tBo\tmet neither\tAl\t0.85\n"
        "7\tBo\tmet neither nor\tCy\t0.85\n");
  check(lexicon,
        "Under ADP IN 3 case; no DET DT 3 det; circumstances NOUN NNS 6 obl; will AUX MD 6 aux; Bo PROPN NNP "
        "6 nsubj; leave VERB VB 0 root; Rome PROPN NNP 6 obj; , PUNCT , 3 punct",
        "7\tBo\tUnder no circumstances will leave\tRome\t0.85\n");
  check(lexicon,
        "They PRON PRP 2 nsubj; come VERB VBP 0 root; under ADP IN 4 case; pressure NOUN NN 2 obl; from ADP "
        "IN 6 case; Al PROPN NNP 2 obl",
        "7\tThey\tcome under\tpressure\t0.70\n"
        "7\tThey\tcome under pressure from\tAl\t0.70\n");
  check(lexicon,
        "They PRON PRP 2 nsubj; take VERB VBP 0 root; possession NOUN NN 2 obj; of ADP IN 5 case; Rome PROPN "
        "NNP 3 nmod",
        "7\tThey\ttake\tpossession of Rome\t0.85\n"
        "7\tThey\ttake\tpossession\t0.40\n"
        "7\tThey\ttake possession of\tRome\t0.40\n");
  check(lexicon,
        "She PRON PRP 3 nsubj:pass; was AUX VBD 3 aux:pass; shot VERB VBN 0 root; at ADP IN 3 obl; by ADP IN "
        "6 case; Bo PROPN NNP 3 obl:agent",
        "7\tShe\twas shot at by\tBo\t0.70\n");
}

/* What a parser hangs elsewhere, or takes for something else. */
static void
test_attachment(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(g_getenv("KITH_DATA"), "lexicon.tsv", NULL);
  g_autoptr(KithLexicon) lexicon = kith_lexicon_load(path, &error);
  g_assert_no_error(error);
  check(lexicon,
        "Bo PROPN NNP 2 nsubj; sued VERB VBD 0 root; the DET DT 4 det; airline NOUN NN 2 obj; Ovia PROPN NNP "
        "2 obj",
        "7\tBo\tsued\tthe airline Ovia\t0.85\n"
        "7\tOvia\tis\tthe airline\t0.60\n");
  check(lexicon,
        "They PRON PRP 2 nsubj; tell VERB VBP 0 root; Al PROPN NNP 2 iobj; that SCONJ WDT 6 obj; Cy PROPN "
        "NNP 6 nsubj; left VERB VBD 3 acl:relcl; Rome PROPN NNP 6 obj",
        "7\tThey\ttell\tAl\t0.45\n"
        "7\tThey\ttell that\tCy left Rome\t0.50\n"
        "7\tCy\tleft\tRome\t0.85\n");
  check(lexicon,
        "Bo PROPN NNP 2 nsubj; fled VERB VBD 0 root; from ADP IN 4 case; Rome PROPN NNP 2 obl; to ADP IN 6 "
        "case; Lima PROPN NNP 4 nmod; last ADJ JJ 8 amod; spring NOUN NN 2 obl:unmarked",
        "7\tBo\tfled from\tRome\t0.70\n"
        "7\tBo\tfled to\tLima\t0.70\n"
        "7\tBo\tfled\tlast spring\t0.45\n");
  check(lexicon,
        "They PRON PRP 2 nsubj; accuse VERB VBP 0 root; the DET DT 4 det; bank NOUN NN 2 obj; running VERB "
        "VBG 4 acl; it PRON PRP 5 obj; of SCONJ IN 8 mark; selling VERB VBG 6 acl; arms NOUN NNS 8 obj",
        "7\tThey\taccuse\tthe bank running it\t0.85\tof selling arms\n"
        "7\tthe bank\trunning\tit\t0.85\n"
        "7\tThey\taccuse of selling\tarms\t0.85\n"
        "7\tthe bank running it\tof selling\tarms\t0.85\n");
  check(lexicon,
        "It PRON PRP 4 nsubj; was AUX VBD 4 cop; a DET DT 4 det; friend NOUN NN 0 root; , PUNCT , 7 punct; "
        "Bo PROPN NNP 7 nsubj; say VERB VBD 4 acl:relcl; . PUNCT . 4 punct",
        "7\tIt\twas\ta friend\t0.80\n"
        "7\tBo\tsay\tIt was a friend\t0.50\n");
}

/* What else is said of somebody, and with what words. */
static void
test_more(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(g_getenv("KITH_DATA"), "lexicon.tsv", NULL);
  g_autoptr(KithLexicon) lexicon = kith_lexicon_load(path, &error);
  g_assert_no_error(error);
  /* an adverb's phrase */
  check(lexicon,
        "Bo PROPN NNP 2 nsubj; chased VERB VBD 0 root; Al PROPN NNP 2 obj; as ADV RB 5 advmod; far ADV RB 2 "
        "advmod; as ADP IN 7 "
        "case; Rome PROPN NNP 5 obl",
        "7\tBo\tchased as far as\tRome\t0.45\n"
        "7\tBo\tchased\tAl\t0.85\tas far as Rome\n");
  /* a preposition behind its verb */
  check(lexicon,
        "It PRON PRP 4 nsubj; was AUX VBD 4 cop; a DET DT 4 det; boat NOUN NN 0 root; that PRON WDT 7 obj; "
        "Bo PROPN NNP 7 nsubj; "
        "fired VERB VBD 4 acl:relcl; on ADP IN 5 case",
        "7\tIt\twas\ta boat\t0.80\n"
        "7\tBo\tfired on\ta boat\t0.70\n");
  /* names behind "called"; an article makes the description more than the name */
  check(lexicon,
        "Bo PROPN NNP 2 nsubj; met VERB VBD 0 root; a DET DT 4 det; cook NOUN NN 2 obj; called VERB VBN 4 "
        "acl; Al PROPN NNP 5 "
        "xcomp",
        "7\tBo\tmet\ta cook called Al\t0.85\n"
        "7\tAl\tis\ta cook\t0.60\n"
        "7\ta cook\tcalled\tAl\t0.85\n");
  /* what somebody is made to do */
  check(lexicon,
        "Bo PROPN NNP 2 nsubj; forced VERB VBD 0 root; him PRON PRP 2 obj; to PART TO 5 mark; resign VERB VB "
        "2 xcomp",
        "7\tBo\tforced\thim\t0.85\n"
        "7\tBo\tforced him\tto resign\t0.50\n");
  /* "told somebody that", a short object without the names behind it */
  check(lexicon,
        "Bo PROPN NNP 2 nsubj; told VERB VBD 0 root; Al PROPN NNP 2 iobj; that SCONJ IN 6 mark; Cy PROPN NNP "
        "6 nsubj; left VERB VBD 2 "
        "ccomp; Rome PROPN NNP 6 obj",
        "7\tBo\ttold\tAl\t0.45\n"
        "7\tBo\ttold that\tCy left Rome\t0.50\n"
        "7\tCy\tleft\tRome\t0.85\n");
  /* a body's kind inside its name's phrase */
  check(lexicon,
        "Bo PROPN NNP 2 nsubj; sued VERB VBD 0 root; the DET DT 5 det; planemaker NOUN NN 5 compound; Ovia "
        "PROPN NNP 2 obj",
        "7\tBo\tsued\tthe planemaker Ovia\t0.85\n"
        "7\tOvia\tis\tthe planemaker\t0.60\n");
  check(lexicon,
        "Bo PROPN NNP 2 nsubj; held VERB VBD 0 root; talks NOUN NNS 2 obj; with ADP IN 5 case; Ovia PROPN "
        "NNP 3 nmod NE=B-ORG; about "
        "ADP IN 7 case; ships NOUN NNS 2 obl",
        "7\tBo\theld talks about\tships\t0.45\n"
        "7\tBo\theld\ttalks with Ovia\t0.85\tabout ships\n"
        "7\tBo\theld\ttalks\t0.40\n"
        "7\tBo\theld talks with\tOvia\t0.40\n");
  /* what a hyphen says of somebody is no part of what he is */
  check(lexicon,
        "The DET DT 5 det; Rome PROPN NNP 4 compound; - PUNCT HYPH 2 punct; backed VERB VBN 5 amod; singer "
        "NOUN NN 7 nsubj; Al PROPN "
        "NNP 5 appos NE=B-PER; met VERB VBD 0 root; Cy PROPN NNP 7 obj",
        "7\tAl\tis\tThe singer\t0.60\n"
        "7\tThe Rome - backed singer Al\tmet\tCy\t0.85\n");
  /* an owner is named without its mark */
  check(lexicon,
        "Bo PROPN NNP 3 nmod:poss; 's PART POS 1 case; plan NOUN NN 6 nsubj; to PART TO 5 mark; leave VERB "
        "VB 3 acl; angered VERB VBD "
        "0 root; Al PROPN NNP 6 obj; for ADP IN 9 case; Rome PROPN NNP 5 obl",
        "7\tBo\tto leave for\tRome\t0.70\n"
        "7\tBo 's plan to leave for Rome\tangered\tAl\t0.85\n");
  /* what is said has neither "and" nor what else the speaker says */
  check(lexicon,
        "and CCONJ CC 3 cc; Bo PROPN NNP 3 nsubj; left VERB VBD 5 ccomp; , PUNCT , 3 punct; says VERB VBZ 0 "
        "root; Al PROPN NNP 5 "
        "nsubj; . PUNCT . 3 punct",
        "7\tAl\tsays\tBo left\t0.50\n");
}

/* Names behind their bearer's country, bodies that are no persons, what there is between two, who is among
 * others. */
static void
test_names(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(g_getenv("KITH_DATA"), "lexicon.tsv", NULL);
  g_autoptr(KithLexicon) lexicon = kith_lexicon_load(path, &error);
  g_assert_no_error(error);
  check(lexicon,
        "Sri PROPN NNP 3 compound NE=B-PER; Lankan ADJ JJ 3 amod; singer NOUN NN 4 nmod:desc; Al PROPN NNP 5 "
        "nsubj "
        "NE=B-PER; sued VERB VBD 0 root; Cy PROPN NNP 5 obj",
        "7\tAl\tis\tSri Lankan singer\t0.60\n"
        "7\tSri Lankan singer Al\tsued\tCy\t0.85\n");
  check(lexicon,
        "Bo PROPN NNP 2 nsubj; sued VERB VBD 0 root; the DET DT 4 det; supplier NOUN NN 2 obj; , PUNCT , 6 "
        "punct; "
        "Ovia PROPN NNP 4 appos NE=B-PER",
        "7\tBo\tsued\tthe supplier\t0.85\n"
        "7\tOvia\tis\tthe supplier\t0.60\n");
  /* a comma that only closes an apposition ends no phrase */
  check(lexicon,
        "She PRON PRP 2 nsubj; heard VERB VBD 0 root; threats NOUN NNS 2 obj; by ADP IN 5 case; Bo PROPN NNP "
        "3 nmod; "
        ", PUNCT , 8 punct; the DET DT 8 det; cook NOUN NN 5 appos; , PUNCT , 11 punct; to ADP IN 11 case; "
        "Al PROPN "
        "NNP 3 nmod",
        "7\tShe\theard\tthreats by Bo to Al\t0.85\n"
        "7\tShe\theard\tthreats by Bo\t0.40\n"
        "7\tShe\theard threats by Bo to\tAl\t0.40\n"
        "7\tBo\tis\tthe cook\t0.60\n");
  check(lexicon,
        "There PRON EX 2 expl; be VERB VBD 0 root; talks NOUN NNS 2 nsubj; on ADP IN 5 case; Monday PROPN "
        "NNP 3 "
        "nmod; between ADP IN 7 case; Bo PROPN NNP 3 nmod; and CCONJ CC 9 cc; Al PROPN NNP 7 conj",
        "7\tThere\tbe\ttalks on Monday between Bo and Al\t0.50\n"
        "7\tThere\tbe talks on\tMonday\t0.40\n"
        "7\ttalks\tbe between\tBo and Al\t0.40\n");
  check(lexicon,
        "Among ADP IN 2 case; guests NOUN NNS 4 nmod; was AUX VBD 4 cop; Bo PROPN NNP 0 root; . PUNCT . 4 "
        "punct",
        "7\tBo\twas Among\tguests\t0.80\n");
}

/* Of whom a relation is said, and with which of the words around it. */
static void
test_subjects(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(g_getenv("KITH_DATA"), "lexicon.tsv", NULL);
  g_autoptr(KithLexicon) lexicon = kith_lexicon_load(path, &error);
  g_assert_no_error(error);
  check(lexicon,
        "Bo PROPN NNP 3 nsubj:pass; was AUX VBD 3 aux:pass; told VERB VBN 0 root; by ADP IN 5 case; Al PROPN "
        "NNP 3 "
        "obl:agent",
        "7\tBo\twas told by\tAl\t0.70\n");
  check(lexicon,
        "Bo PROPN NNP 0 root; , PUNCT , 3 punct; told VERB VBN 1 acl; by ADP IN 5 case; Al PROPN NNP 3 "
        "obl:agent",
        "7\tBo\ttold by\tAl\t0.70\n");
  check(lexicon,
        "vows NOUN NNS 0 root; it PRON PRP 3 nsubj; made VERB VBD 1 acl:relcl; to ADP IN 5 case; Bo PROPN "
        "NNP 3 obl; , "
        "PUNCT , 8 punct; which PRON WDT 8 nsubj; met VERB VBD 5 acl:relcl; Al PROPN NNP 8 obj",
        "7\tit\tmade to\tBo\t0.45\n7\tit\tmade\tvows\t0.85\tto Bo\n7\tBo\tmet\tAl\t0.85\n");
  check(lexicon,
        "It PRON PRP 3 expl; is AUX VBZ 3 cop; Rome PROPN NNP 5 ccomp; Bo PROPN NNP 5 nsubj; said VERB VBD 0 "
        "root",
        "7\tBo\tsaid\tIt is Rome\t0.50\n");
  check(lexicon,
        "son NOUN NN 6 nsubj; - PUNCT HYPH 3 punct; in ADP IN 5 case; - PUNCT HYPH 3 punct; law NOUN NN 1 "
        "nmod; met "
        "VERB VBD 0 root; Al PROPN NNP 6 obj",
        "7\tson - in - law\tmet\tAl\t0.85\n");
  check(lexicon,
        "clerks NOUN NNS 0 root; it PRON PRP 3 nsubj; fired VERB VBD 1 acl:relcl; in ADP IN 5 case; May "
        "PROPN NNP 3 "
        "obl",
        "7\tit\tfired in\tMay\t0.45\n7\tit\tfired\tclerks\t0.85\tin May\n");
  check(lexicon,
        "Not ADV RB 5 advmod; only ADV RB 5 advmod; do AUX VBD 5 aux; Bo PROPN NNP 5 nsubj; leave VERB VB 0 "
        "root; Rome "
        "PROPN NNP 5 obj",
        "7\tBo\tleave\tRome\t0.85\n");
  check(lexicon,
        "It PRON PRP 3 nsubj; is AUX VBZ 3 cop; Bo PROPN NNP 0 root; , PUNCT , 6 punct; not PART RB 6 "
        "advmod; Al PROPN "
        "NNP 3 conj",
        "7\tIt\tis\tBo\t0.80\n7\tIt\tis not\tAl\t0.80\n");
  check(lexicon,
        "They PRON PRP 2 nsubj; met VERB VBD 0 root; Bo PROPN NNP 2 obj; , PUNCT , 6 punct; not PART RB 6 "
        "advmod; Al "
        "PROPN NNP 3 conj",
        "7\tThey\tmet\tBo\t0.85\n");
  check(lexicon,
        "Bo PROPN NNP 6 nsubj; has AUX VBZ 6 aux; long ADV RB 6 advmod; been AUX VBN 6 cop; a DET DT 6 det; "
        "fan NOUN NN "
        "0 root",
        "7\tBo\thas long been\ta fan\t0.80\n");
  check(lexicon,
        "We PRON PRP 2 nsubj; want VERB VBP 0 root; Bo PROPN NNP 2 obj; to PART TO 5 mark; stop VERB VB 2 "
        "xcomp; selling "
        "VERB VBG 5 xcomp; arms NOUN NNS 6 obj",
        "7\tWe\twant\tBo\t0.85\n"
        "7\tWe\twant to stop selling\tarms\t0.85\n"
        "7\tBo\tto stop selling\tarms\t0.85\n");
  check(lexicon,
        "They PRON PRP 2 nsubj; found VERB VBD 0 root; Bo PROPN NNP 2 obj; guilty ADJ JJ 2 xcomp; of SCONJ "
        "IN 6 mark; "
        "robbing VERB VBG 4 advcl; Al PROPN NNP 6 obj",
        "7\tThey\tfound\tBo\t0.85\n7\tBo\trobbing\tAl\t0.85\n");
  check(lexicon,
        "men NOUN NNS 0 root; suspected VERB VBN 1 acl; of SCONJ IN 4 mark; robbing VERB VBG 2 advcl; Al "
        "PROPN NNP 4 "
        "obj",
        "7\tmen\tsuspected of robbing\tAl\t0.85\n");
  check(lexicon,
        "Her PRON PRP$ 2 nmod:poss; son NOUN NN 6 nsubj; , PUNCT , 4 punct; cook NOUN NN 2 appos; Bo PROPN "
        "NNP 4 appos "
        "NE=B-PER; met VERB VBD 0 root; Al PROPN NNP 6 obj",
        "7\tBo\tis\tHer son\t0.60\n7\tBo\tis\tcook\t0.60\n7\tBo\tmet\tAl\t0.85\n");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/triples/plain", test_triples);
  g_test_add_func("/triples/words", test_words);
  g_test_add_func("/triples/attachment", test_attachment);
  g_test_add_func("/triples/more", test_more);
  g_test_add_func("/triples/names", test_names);
  g_test_add_func("/triples/subjects", test_subjects);
  return g_test_run();
}
