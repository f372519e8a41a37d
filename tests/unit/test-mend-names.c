/* Names and descriptions put right (src/syntax/mend-names.c), and what looks like them but is none. */
#include "mend-help.h"

/* "the mayor of Lima, Ana Roe": the mayor, not the town. */
static void
test_holder(void)
{
  static const MendCase cases[] = {
      /* two subjects: what the second is, and who */
      {"Minister minister NOUN 5 nsubj | for for ADP 3 case | Trade Trade PROPN 1 nmod | Ana Ana PROPN 5 "
       "nsubj PER | met meet "
       "VERB/VBD 0 root",
       "1 4 nmod:desc"},
      {"The the DET 2 det | mayor mayor NOUN 0 root | of of ADP 4 case | Lima Lima PROPN 2 nmod LOC | , , "
       "PUNCT 6 punct | Roe "
       "Roe PROPN 4 appos PER",
       "6 2 appos"},
      {"The the DET 2 det | captain captain NOUN 0 root | of of ADP 5 case | the the DET 5 det | ship ship "
       "NOUN 2 nmod | , , "
       "PUNCT 7 punct | Roe Roe PROPN 5 conj PER",
       "7 2 appos"},
      {"The the DET 2 det | judge judge NOUN 0 root | in in ADP 5 case | the the DET 5 det | case case NOUN "
       "2 nmod | , , PUNCT 7 "
       "punct | Roe Roe PROPN 5 appos PER",
       "7 2 appos"},
      /* a person of a person, a place of a place, a list */
      {"The the DET 2 det | sister sister NOUN 0 root | of of ADP 5 case | the the DET 5 det | singer singer "
       "NOUN 2 nmod | , , "
       "PUNCT 7 punct | Roe Roe PROPN 5 appos PER",
       ""},
      {"The the DET 2 det | mayor mayor NOUN 0 root | of of ADP 4 case | Lima Lima PROPN 2 nmod LOC | , , "
       "PUNCT 6 punct | Peru "
       "Peru PROPN 4 appos LOC",
       ""},
      {"Friends friend NOUN 0 root | of of ADP 3 case | Acme Acme PROPN 1 nmod ORG | , , PUNCT 6 punct | and "
       "and CCONJ 6 cc | "
       "Roe Roe PROPN 3 conj PER",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "a bus in Lima, a city of ships" */
static void
test_place(void)
{
  static const MendCase cases[] = {
      {"A a DET 2 det | bus bus NOUN 0 root | in in ADP 4 case | Lima Lima PROPN 2 nmod LOC | , , PUNCT 7 "
       "punct | a a DET 7 det "
       "| city city NOUN 2 appos",
       "7 4 appos"},
      {"A a DET 2 det | bus bus NOUN 0 root | in in ADP 4 case | Lima Lima PROPN 2 nmod LOC | , , PUNCT 7 "
       "punct | a a DET 7 det "
       "| wreck wreck NOUN 2 appos",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "In Lima, Peru's capital, dockers left": Lima is the capital, whatever else the parser makes of it. */
static void
test_fronted_place(void)
{
  static const MendCase cases[] = {
      {"In in ADP 2 case | Lima Lima PROPN 8 obl LOC | , , PUNCT 2 punct | Peru Peru PROPN 6 nmod:poss LOC | "
       "'s 's "
       "PART 4 case | capital capital NOUN 8 nsubj | , , PUNCT 6 punct | left leave VERB/VBD 0 root",
       ""},
      {"In in ADP 2 case | Lima Lima PROPN 9 obl LOC | , , PUNCT 2 punct | Peru Peru PROPN 6 nmod:poss LOC | "
       "'s 's "
       "PART 4 case | capital capital NOUN 9 nsubj | , , PUNCT 8 punct | dockers docker NOUN 6 conj | left "
       "leave "
       "VERB/VBD 0 root",
       "6 2 appos | 8 9 nsubj"},
      {"In in ADP 2 case | Lima Lima PROPN 9 obl LOC | , , PUNCT 2 punct | Peru Peru PROPN 6 nmod:poss LOC | "
       "'s 's "
       "PART 4 case | port port NOUN 9 nsubj | , , PUNCT 8 punct | dockers docker NOUN 9 nsubj | left leave "
       "VERB/VBD "
       "0 root",
       "6 2 appos"},
      {"In in ADP 2 case | Lima Lima PROPN 9 obl LOC | , , PUNCT 2 punct | Peru Peru PROPN 6 nmod:poss LOC | "
       "'s 's "
       "PART 4 case | cooks cook NOUN 9 nsubj | , , PUNCT 8 punct | dockers docker NOUN 6 conj | left leave "
       "VERB/VBD "
       "0 root",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "Acme and its rival, Ovia": the rival's name; a list of three is one. */
static void
test_last_named(void)
{
  static const MendCase cases[] = {
      {"Acme Acme PROPN 7 nsubj | and and CCONJ 4 cc | its its PRON 4 nmod:poss | rival rival NOUN 1 conj | "
       ", , PUNCT "
       "6 punct | Ovia Ovia PROPN 1 conj | left leave VERB 0 root",
       "6 4 appos"},
      {"Acme Acme PROPN 8 nsubj | , , PUNCT 4 punct | its its PRON 4 nmod:poss | rival rival NOUN 1 conj | , "
       ", PUNCT "
       "7 punct | and and CCONJ 7 cc | Ovia Ovia PROPN 1 conj | left leave VERB 0 root",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "a nurse from Lima and mother of two" */
static void
test_also(void)
{
  static const MendCase cases[] = {
      {"He he PRON 4 nsubj | is be AUX 4 cop | the the DET 4 det | son son NOUN/NN 0 root | of of ADP 6 case "
       "| singer singer NOUN/NN 4 "
       "nmod | Roe Roe PROPN 6 appos | and and CCONJ 10 cc | a a DET 10 det | cousin cousin NOUN/NN 7 conj | "
       "of of ADP 12 case | Wu "
       "Wu PROPN 10 nmod",
       "10 4 conj"},
      {"Roe Roe PROPN 0 root | , , PUNCT 4 punct | a a DET 4 det | nurse nurse NOUN/NN 1 appos | from from "
       "ADP 6 case | Lima "
       "Lima PROPN 4 nmod | and and CCONJ 8 cc | mother mother NOUN/NN 6 conj | of of ADP 10 case | two two "
       "NUM 8 nmod",
       "8 4 conj"},
      {"Roe Roe PROPN 0 root | , , PUNCT 4 punct | a a DET 4 det | nurse nurse NOUN/NN 1 appos | from from "
       "ADP 6 case | Lima "
       "Lima PROPN 4 nmod | and and CCONJ 9 cc | a a DET 9 det | mother mother NOUN/NN 6 conj | of of ADP 11 "
       "case | two two "
       "NUM 9 nmod",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* What is said of a name of several words is said of its head. */
static void
test_inner(void)
{
  static const MendCase cases[] = {
      {"Sierra Sierra PROPN 0 root | Leone Leone PROPN 1 flat | , , PUNCT 5 punct | which which PRON 5 nsubj "
       "| fell fall "
       "VERB/VBD 2 acl:relcl",
       "5 1 acl:relcl"},
      {"led lead VERB/VBN 0 root | by by ADP 3 case | singer singer NOUN 4 nmod:desc | Ana Ana PROPN 1 "
       "obl:agent",
       "2 4 case"},
      {"Thugs thug NOUN 2 nsubj | raided raid VERB/VBD 0 root | near near ADP 5 case | Villa Villa PROPN 2 "
       "obl "
       "| Ana Ana PROPN 4 flat",
       "3 4 case"},
      {"Sierra Sierra PROPN 2 compound | Leone Leone PROPN 0 root | , , PUNCT 5 punct | which which PRON 5 "
       "nsubj | fell fall "
       "VERB/VBD 2 acl:relcl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "a cook, Lima-born Ana Roe" and "from Acme-held El Paso to Lima": a name of several words behind a
 * participle, the phrase that the parser made two of. */
static void
test_hyphen(void)
{
  static const MendCase cases[] = {
      {"a a DET 2 det | cook cook NOUN 0 root | , , PUNCT 4 punct | Lima Lima PROPN 2 appos LOC | - - PUNCT "
       "4 punct | born bear "
       "VERB/VBN 2 acl | Ana Ana PROPN 6 xcomp PER | Roe Roe PROPN 7 flat PER",
       "4 6 compound | 6 7 amod | 7 2 appos"},
      {"a a DET 2 det | cook cook NOUN 0 root | , , PUNCT 4 punct | Lima Lima PROPN 6 compound LOC | - - "
       "PUNCT 4 punct | born "
       "bear VERB/VBN 2 acl | Ana Ana PROPN 6 xcomp PER | Roe Roe PROPN 7 flat PER",
       "6 7 amod | 7 2 appos"},
      {"They they PRON 2 nsubj | fled flee VERB/VBD 0 root | from from ADP 4 case | Acme Acme PROPN 2 obl "
       "ORG | - - PUNCT 4 "
       "punct | held hold VERB/VBN 2 advcl | El El PROPN 6 obj LOC | Paso Paso PROPN 7 flat LOC | to to ADP "
       "10 case | Lima Lima "
       "PROPN 6 obl LOC",
       "3 7 case | 4 6 compound | 6 7 amod | 7 2 obl | 10 2 obl"},
      {"They they PRON 2 nsubj | met meet VERB/VBD 0 root | in in ADP 4 case | Acme Acme PROPN 2 obl ORG | - "
       "- PUNCT 4 "
       "punct | run run VERB/VB 7 compound | towns town NOUN 4 nmod",
       "3 7 case | 4 6 compound | 6 7 amod | 7 2 obl"},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "fled from Lima to Quito": both are the verb's; of a noun they are its own. */
static void
test_way(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | fled flee VERB/VBD 0 root | from from ADP 4 case | Lima Lima PROPN 2 obl | "
       "to to ADP 6 case | "
       "Quito Quito PROPN 4 nmod",
       "6 2 obl"},
      {"They they PRON 2 nsubj | fled flee VERB/VBD 0 root | in in ADP 4 case | reply reply NOUN 2 obl | to "
       "to ADP 6 case | "
       "Quito Quito PROPN 4 nmod",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "Roe on Friday left": the day is the verb's; of what is no name it may be its own. */
static void
test_name_day(void)
{
  static const MendCase cases[] = {
      {"Roe Roe PROPN 4 nsubj | on on ADP 3 case | Friday Friday PROPN 1 nmod | left leave VERB/VBD 0 root",
       "3 4 obl"},
      {"Courts court NOUN 6 nsubj | in in ADP 3 case | Lima Lima PROPN 1 nmod | on on ADP 5 case | Friday "
       "Friday "
       "PROPN 1 nmod | ruled rule VERB/VBD 0 root",
       "5 6 obl"},
      {"Talks talk NOUN 4 nsubj | on on ADP 3 case | Friday Friday PROPN 1 nmod | failed fail VERB/VBD 0 "
       "root",
       ""},
      {"Roe Roe PROPN 4 nsubj | on on ADP 3 case | drums drum NOUN 1 nmod | left leave VERB/VBD 0 root", ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "talks between A and B about the pipeline" */
static void
test_topic(void)
{
  static const MendCase cases[] = {
      {"talks talk NOUN 0 root | between between ADP 3 case | Acme Acme PROPN 1 nmod | and and CCONJ 5 cc | "
       "workers worker NOUN 3 "
       "conj | about about ADP 7 case | pay pay NOUN 5 nmod",
       "7 1 nmod"},
      {"books book NOUN 0 root | by by ADP 3 case | Roe Roe PROPN 1 nmod | about about ADP 5 case | pay pay "
       "NOUN 3 nmod",
       ""},
      {"talks talk NOUN 0 root | with with ADP 3 case | workers worker NOUN 1 nmod | of of ADP 5 case | Acme "
       "Acme PROPN 3 nmod",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "threats by the mayor, Ana Roe, against judges" */
static void
test_against(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | heard hear VERB/VBD 0 root | of of ADP 4 case | threats threat NOUN 2 obl | "
       "by by ADP 6 case | mayors "
       "mayor NOUN 4 nmod | , , PUNCT 8 punct | Roe Roe PROPN 6 appos PER | , , PUNCT 11 punct | against "
       "against ADP 11 case | judges "
       "judge NOUN 2 obl",
       "11 4 nmod"},
      {"They they PRON 2 nsubj | voted vote VERB/VBD 0 root | with with ADP 4 case | mayors mayor NOUN 2 obl "
       "| , , PUNCT 6 punct | Roe "
       "Roe PROPN 4 appos PER | , , PUNCT 9 punct | against against ADP 9 case | judges judge NOUN 2 obl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* The words of one name are one phrase; two names are two. */
static void
test_parts(void)
{
  static const char tree[] = "It it PRON 2 nsubj | trades trade VERB/VBZ 0 root | with with ADP 4 case | "
                             "Burkina Burkina PROPN 2 obl LOC | Faso Faso PROPN 2 "
                             "obl LOC";
  mend_check(
      &(MendCase){
          "Thugs thug NOUN 2 nsubj | raided raid VERB/VBD 0 root | near near ADP 5 case | Villa Villa "
          "PROPN 2 obl | Acme Acme PROPN 2 obl",
          ""},
      1);
  for (guint begin = 0; begin < 2; begin++) {
    g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    g_autoptr(GArray) words = mend_words(tree, fields);
    KithWord *last = &g_array_index(words, KithWord, 4);
    if (begin == 1)
      last->flags |= KITH_WORD_NAME_BEGIN;
    kith_mend_tree((KithWord *)(gpointer)words->data, words->len);
    g_assert_cmpint(last->head, ==, begin == 1 ? 1 : 3);
    g_assert_cmpint(last->deprel, ==, begin == 1 ? KITH_DEP_OBL : KITH_DEP_FLAT);
  }
}

/* "Secretary of State Ana Roe" */
static void
test_office(void)
{
  static const MendCase cases[] = {
      {"Deputy Deputy PROPN 2 compound | Secretary Secretary PROPN 7 nsubj | of of ADP 4 case | State State "
       "PROPN 5 compound | Ana Ana PROPN 2 nmod PER | Roe Roe PROPN 5 flat PER | left leave VERB 0 root",
       "2 5 nmod:desc | 4 2 nmod | 5 7 nsubj"},
      {"Secretary Secretary PROPN 7 nsubj | of of ADP 5 case | Homeland Homeland PROPN 5 compound | Security "
       "Security PROPN 5 compound | Ana Ana PROPN 1 nmod PER | Roe Roe PROPN 5 flat PER | left leave VERB 0 "
       "root",
       "1 5 nmod:desc | 2 4 case | 3 4 compound | 4 1 nmod | 5 7 nsubj"},
      /* a body of that name, and a person's own */
      {"Friends Friends PROPN 6 nsubj | of of ADP 4 case | King King PROPN 4 compound ORG | Roe Roe PROPN 1 "
       "nmod PER | have have AUX 6 aux | left leave VERB 0 root",
       ""},
      {"Daughters Daughters PROPN 4 nsubj | of of ADP 3 case | Roe Roe PROPN 1 nmod PER | left leave VERB 0 "
       "root",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "brought a protest from Lima to Quito"; a road is brought nowhere. */
static void
test_addressee(void)
{
  static const MendCase cases[] = {
      {"It it PRON 2 nsubj | brought bring VERB/VBD 0 root | protests protest NOUN 2 obj | from from ADP 5 "
       "case | Lima Lima PROPN 3 nmod "
       "| to to ADP 7 case | Quito Quito PROPN 2 obl",
       "7 3 nmod"},
      {"It it PRON 2 nsubj | led lead VERB/VBD 0 root | to to ADP 4 case | apology apology NOUN 2 obl | from "
       "from "
       "ADP 6 case | Roe Roe PROPN 4 nmod | to to ADP 8 case | Acme Acme PROPN 2 obl",
       "8 4 nmod"},
      {"It it PRON 2 nsubj | brought bring VERB/VBD 0 root | ships ship NOUN 2 obj | from from ADP 5 case | "
       "Lima Lima PROPN 3 nmod "
       "| to to ADP 7 case | Quito Quito PROPN 2 obl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "the miner Acme is likely to leave": a description and a name are one subject, of an adjective too. */
static void
test_subjects(void)
{
  static const MendCase cases[] = {
      {"the the DET 2 det | miner miner NOUN 5 nsubj | Acme Acme PROPN 5 nsubj | is be AUX 5 cop | likely "
       "likely ADJ 0 root",
       "3 2 appos"},
      {"the the DET 2 det | miner miner NOUN 5 nsubj | , , PUNCT 4 punct | Acme Acme PROPN 5 nsubj | left "
       "leave VERB/VBD 0 root",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "fired at New Kent": one name has one place. */
static void
test_two_heads(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | fired fire VERB/VBD 0 root | shells shell NOUN 2 obj | at at ADP 6 case | "
       "New "
       "New PROPN 3 nmod LOC | Kent Kent PROPN 2 obl LOC",
       "5 6 compound"},
      {"They they PRON 2 nsubj | fired fire VERB/VBD 0 root | shells shell NOUN 2 obj | at at ADP 5 case | "
       "New "
       "New PROPN 3 nmod LOC | Kent Kent PROPN 2 obl LOC",
       "4 6 case | 5 6 compound"},
      /* what hangs inside a name */
      {"Friends friend NOUN 0 root | of of ADP 3 case | River River PROPN 1 nmod | Study Study PROPN 3 flat",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "to its border with Chad" */
static void
test_border(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | rode ride VERB/VBD 0 root | to to ADP 4 case | borders border NOUN 2 obl | "
       "with with ADP 6 case | Chad Chad PROPN 2 obl LOC",
       "6 4 nmod"},
      {"They they PRON 2 nsubj | rode ride VERB/VBD 0 root | to to ADP 4 case | market market NOUN 2 obl | "
       "with with ADP 6 case | Roe Roe PROPN 2 obl PER",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/mend-names/holder", test_holder);
  g_test_add_func("/mend-names/two-heads", test_two_heads);
  g_test_add_func("/mend-names/border", test_border);
  g_test_add_func("/mend-names/office", test_office);
  g_test_add_func("/mend-names/place", test_place);
  g_test_add_func("/mend-names/fronted-place", test_fronted_place);
  g_test_add_func("/mend-names/last-named", test_last_named);
  g_test_add_func("/mend-names/also", test_also);
  g_test_add_func("/mend-names/inner", test_inner);
  g_test_add_func("/mend-names/hyphen", test_hyphen);
  g_test_add_func("/mend-names/way", test_way);
  g_test_add_func("/mend-names/name-day", test_name_day);
  g_test_add_func("/mend-names/topic", test_topic);
  g_test_add_func("/mend-names/against", test_against);
  g_test_add_func("/mend-names/parts", test_parts);
  g_test_add_func("/mend-names/addressee", test_addressee);
  g_test_add_func("/mend-names/subjects", test_subjects);
  return g_test_run();
}
