/* What hung on the wrong one of two words (src/syntax/mend-attached.c), and what hangs rightly. */
#include "mend-help.h"

/* "asked Ruiz to stop and accused Roe" */
static void
test_second(void)
{
  static const MendCase cases[] = {
      {"She she PRON 2 nsubj | asked ask VERB/VBD 0 root | Ruiz Ruiz PROPN 2 obj | to to PART 5 mark | stop "
       "stop "
       "VERB/VB 2 xcomp | and and CCONJ 7 cc | accused accuse VERB/VBD 5 conj | Roe Roe PROPN 7 obj",
       "7 2 conj"},
      {"She she PRON 3 nsubj | has have AUX/VBZ 3 aux | asked ask VERB/VBN 0 root | Ruiz Ruiz PROPN 3 obj | "
       "to to "
       "PART 6 mark | stop stop VERB/VB 3 xcomp | and and CCONJ 8 cc | accused accuse VERB/VBN 6 conj | Roe "
       "Roe "
       "PROPN 8 obj",
       "8 3 conj"},
      {"Ruiz Ruiz PROPN 2 nsubj | denied deny VERB/VBD 0 root | he he PRON 5 nsubj | had have AUX/VBD 5 aux "
       "| left "
       "leave VERB/VBN 2 ccomp | and and CCONJ 7 cc | accused accuse VERB/VBN 5 conj | Roe Roe PROPN 7 obj",
       "7 2 conj"},
      {"Ruiz Ruiz PROPN 2 nsubj | denied deny VERB/VBD 0 root | he he PRON 5 nsubj | had have AUX/VBD 5 aux "
       "| left "
       "leave VERB/VBN 2 ccomp | and and CCONJ 7 cc | accused accuse VERB/VBD 5 conj | Roe Roe PROPN 5 obj",
       "7 2 conj | 8 7 obj"},
      /* what else may be denied; a second infinitive; a verb with a subject of its own */
      {"Ruiz Ruiz PROPN 2 nsubj | denied deny VERB/VBD 0 root | he he PRON 5 nsubj | had have AUX/VBD 5 aux "
       "| left "
       "leave VERB/VBN 2 ccomp | and and CCONJ 7 cc | hit hit VERB/VBN 5 conj | Roe Roe PROPN 7 obj",
       ""},
      {"She she PRON 2 nsubj | asked ask VERB/VBD 0 root | Ruiz Ruiz PROPN 2 obj | to to PART 5 mark | stop "
       "stop "
       "VERB/VB 2 xcomp | and and CCONJ 7 cc | leave leave VERB/VB 5 conj",
       ""},
      {"She she PRON 2 nsubj | asked ask VERB/VBD 0 root | Ruiz Ruiz PROPN 2 obj | to to PART 5 mark | stop "
       "stop "
       "VERB/VB 2 xcomp | and and CCONJ 8 cc | he he PRON 8 nsubj | left leave VERB/VBD 5 conj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "the objections of Lima, whose mayor left" */
static void
test_relative(void)
{
  static const MendCase cases[] = {
      {"objections objection NOUN 0 root | of of ADP 3 case | Lima Lima PROPN 1 nmod | , , PUNCT 7 punct | "
       "whose "
       "whose PRON 6 nmod:poss | leader leader NOUN 7 nsubj | left leave VERB/VBD 1 acl:relcl",
       "7 3 acl:relcl"},
      {"talks talk NOUN 0 root | with with ADP 3 case | Ana Ana PROPN 1 nmod | Roe Roe PROPN 3 flat | , , "
       "PUNCT 7 "
       "punct | who who PRON 7 nsubj | left leave VERB/VBD 1 acl:relcl",
       "7 3 acl:relcl"},
      {"attacks attack NOUN 0 root | in in ADP 3 case | town town NOUN 1 nmod | of of ADP 5 case | Lima Lima "
       "PROPN 3 nmod | which which PRON 7 nsubj | killed kill VERB/VBD 5 acl:relcl",
       "7 1 acl:relcl"},
      {"men man NOUN 0 root | of of ADP 3 case | Lima Lima PROPN 1 nmod | that that PRON 5 nsubj | killed "
       "kill "
       "VERB/VBD 3 acl:relcl",
       ""},
      /* a person that has a name behind it, no comma */
      {"owner owner NOUN 0 root | of of ADP 3 case | Acme Acme PROPN 1 nmod | , , PUNCT 6 punct | who who "
       "PRON 6 "
       "nsubj | left leave VERB/VBD 1 acl:relcl",
       ""},
      {"attacks attack NOUN 0 root | on on ADP 3 case | Lima Lima PROPN 1 nmod | whose whose PRON 5 "
       "nmod:poss | "
       "leader leader NOUN 6 nsubj | left leave VERB/VBD 1 acl:relcl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "In Lima, a city of poets, crowds met" */
static void
test_first_subject(void)
{
  static const MendCase cases[] = {
      {"In in ADP 2 case | Lima Lima PROPN 8 obl | , , PUNCT 2 punct | a a DET 5 det | city city NOUN 8 "
       "nsubj | , "
       ", PUNCT 2 punct | crowds crowd NOUN 8 nsubj | met meet VERB/VBD 0 root",
       "5 2 appos"},
      {"In in ADP 2 case | Lima Lima PROPN 6 obl | , , PUNCT 2 punct | a a DET 5 det | crowd crowd NOUN 6 "
       "nsubj | "
       "met meet VERB/VBD 0 root",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "amid mounting criticism", "what it called blackmail by Ruiz" */
static void
test_nouns(void)
{
  static const MendCase cases[] = {
      {"Amid amid ADP 2 mark | mounting mount VERB/VBG 6 advcl | criticism criticism NOUN 2 obj | , , PUNCT "
       "2 "
       "punct | Roe Roe PROPN 6 nsubj | left leave VERB/VBD 0 root",
       "1 3 case | 2 3 amod | 3 6 obl | 4 3 punct"},
      {"They they PRON 2 nsubj | named name VERB/VBD 0 root | Ana Ana PROPN 5 compound PER | Roe Roe PROPN 3 "
       "flat PER | "
       "head head NOUN 2 obj | of of ADP 7 case | Acme Acme PROPN 5 nmod ORG",
       "3 2 obj | 5 2 xcomp"},
      {"They they PRON 2 nsubj | named name VERB/VBD 0 root | Acme Acme PROPN 4 compound ORG | head head "
       "NOUN 2 obj",
       ""},
      {"Before before SCONJ 2 mark | meeting meet VERB/VBG 6 advcl | judges judge NOUN 2 obj | , , PUNCT 2 "
       "punct | "
       "Roe Roe PROPN 6 nsubj | left leave VERB/VBD 0 root",
       ""},
      {"Roe Roe PROPN 2 nsubj | hates hate VERB/VBZ 0 root | what what PRON 2 obj | he he PRON 5 nsubj | "
       "calls call "
       "VERB/VBZ 3 acl:relcl | fraud fraud NOUN 5 xcomp | by by ADP 8 case | Ruiz Ruiz PROPN 5 obl",
       "8 6 nmod"},
      {"Roe Roe PROPN 2 nsubj | hates hate VERB/VBZ 0 root | a a DET 4 det | man man NOUN 2 obj | called "
       "call "
       "VERB/VBN 4 acl | fraud fraud NOUN 5 xcomp | by by ADP 8 case | Ruiz Ruiz PROPN 5 obl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "Responding to the vote Ana Roe, the envoy, said"; "helps farmers, along with bakers and fishers" */
static void
test_beside(void)
{
  static const MendCase cases[] = {
      {"Reacting react VERB/VBG 10 advcl | to to ADP 4 case | the the DET 4 det | vote vote NOUN 1 obl | Ana "
       "Ana PROPN 4 appos PER | Roe Roe PROPN 5 flat PER | , , PUNCT 1 punct | the the DET 9 det | envoy "
       "envoy NOUN 10 nsubj | said say VERB/VBD 0 root",
       "5 10 nsubj | 9 5 appos"},
      /* what the participle takes for itself */
      {"Reacting react VERB/VBG 10 advcl | to to ADP 5 case | the the DET 5 det | late late ADJ 5 amod | Ana "
       "Ana PROPN 1 obl PER | Roe Roe PROPN 5 flat PER | , , PUNCT 1 punct | the the DET 9 det | envoy "
       "envoy NOUN 10 nsubj | said say VERB/VBD 0 root",
       ""},
      {"Roe Roe PROPN 2 nsubj | helps help VERB/VBZ 0 root | farmers farmer NOUN 2 obj | , , PUNCT 7 punct | "
       "along along ADV 7 case | with with ADP 7 case | bakers baker NOUN 2 obl | and and CCONJ 9 cc | "
       "fishers fisher NOUN 7 conj",
       "7 3 conj"},
      {"destruction destruction NOUN 0 root | of of ADP 3 case | books book NOUN 1 nmod | by by ADP 5 case | "
       "rebels "
       "rebel NOUN 3 nmod",
       "5 1 nmod"},
      {"destruction destruction NOUN 0 root | of of ADP 3 case | books book NOUN 1 nmod | from from ADP 5 "
       "case | "
       "Lima Lima PROPN 3 nmod",
       ""},
      {"love love NOUN 0 root | of of ADP 3 case | books book NOUN 1 nmod | by by ADP 5 case | Roe Roe PROPN "
       "3 "
       "nmod",
       ""},
      /* with whom he came */
      {"Roe Roe PROPN 2 nsubj | came come VERB/VBD 0 root | here here ADV 2 advmod | , , PUNCT 7 punct | "
       "along along ADV 7 case | with with ADP 7 case | bakers baker NOUN 2 obl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "the friends and loved ones of Roe", "acts of terror in Lima" */
static void
test_loved(void)
{
  static const MendCase cases[] = {
      {"acts act NOUN 0 root | of of ADP 3 case | terror terror NOUN 1 nmod | in in ADP 5 case | Lima Lima "
       "PROPN 3 nmod",
       "5 1 nmod"},
      {"acts act NOUN 0 root | of of ADP 3 case | mayors mayor NOUN 1 nmod | in in ADP 5 case | Lima Lima "
       "PROPN 3 nmod",
       ""},
      {"thank thank VERB/VB 0 root | friends friend NOUN 1 obj | and and CCONJ 4 cc | loved love VERB/VBD 1 "
       "conj | ones one NOUN 4 obj | of of ADP 7 case | Roe Roe PROPN 5 nmod",
       "3 5 cc | 4 5 amod | 5 2 conj"},
      {"thank thank VERB/VB 0 root | friends friend NOUN 1 obj | and and CCONJ 4 cc | loved love VERB/VBD 1 "
       "conj | songs song NOUN 4 obj",
       ""},
      /* where a place is; what efforts that begin are for */
      {"took take VERB/VBD 0 root | Gao Gao PROPN 1 obj LOC | in in ADP 4 case | Mali Mali PROPN 1 obl LOC",
       "4 2 nmod"},
      {"met meet VERB/VBD 0 root | Roe Roe PROPN 1 obj PER | in in ADP 4 case | Mali Mali PROPN 1 obl LOC",
       ""},
      {"the the DET 2 det | start start NOUN 0 root | of of ADP 4 case | efforts effort NOUN 2 nmod | to to "
       "PART 6 mark | "
       "take take VERB/VB 2 acl | Gao Gao PROPN 6 obj LOC",
       "6 4 acl"},
      {"the the DET 2 det | plan plan NOUN 0 root | of of ADP 4 case | rebels rebel NOUN 2 nmod | to to PART "
       "6 mark | "
       "take take VERB/VB 2 acl | Gao Gao PROPN 6 obj LOC",
       ""},
      /* a body and people of a country */
      {"talks talk NOUN 0 root | between between ADP 7 case | the the DET 7 det | Dawn Dawn PROPN 7 compound "
       "| "
       "and and CCONJ 6 cc | Chadian Chadian ADJ 4 conj | officials official NOUN 1 nmod",
       "2 4 case | 3 4 det | 4 1 nmod | 5 7 cc | 6 7 amod | 7 4 conj"},
      {"the the DET 5 det | Dawn Dawn PROPN 5 compound | and and CCONJ 4 cc | Liberal Liberal ADJ 2 conj | "
       "parties "
       "party NOUN 0 root",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "condemned the arrest of cooks by police", "denied on Monday charges", "backs the right
 * of cooks to strike" */
static void
test_deeds(void)
{
  static const MendCase cases[] = {
      {"Roe Roe PROPN 2 nsubj | condemned condemn VERB/VBD 0 root | the the DET 4 det | arrest arrest NOUN 2 "
       "obj | of of ADP 6 case | cooks cook NOUN 4 nmod | by by ADP 8 case | police police NOUN 2 obl",
       "8 4 nmod"},
      /* of no deed, and of a passive */
      {"Roe Roe PROPN 2 nsubj | lost lose VERB/VBD 0 root | the the DET 4 det | vote vote NOUN 2 obj | by by "
       "ADP 6 case | miles mile NOUN 2 obl",
       ""},
      {"Roe Roe PROPN 3 nsubj | was be AUX/VBD 3 aux | praised praise VERB/VBN 0 root | by by ADP 5 case | "
       "police police NOUN 3 obl",
       ""},
      {"Roe Roe PROPN 2 nsubj | denied deny VERB/VBD 0 root | on on ADP 5 case | Monday Monday PROPN 5 "
       "compound | charges charge NOUN/NNS 2 obl | by by ADP 7 case | Peru Peru PROPN 5 nmod",
       "3 4 case | 4 2 obl | 5 2 obj"},
      {"Roe Roe PROPN 2 nsubj | left leave VERB/VBD 0 root | on on ADP 5 case | Monday Monday PROPN 5 "
       "compound | night night NOUN/NN 2 obl",
       ""},
      {"Peru Peru PROPN 2 nsubj | backs back VERB/VBZ 0 root | the the DET 4 det | right right NOUN 2 obj | "
       "of "
       "of ADP 6 case | cooks cook NOUN 4 nmod | to to PART 8 mark | strike strike VERB/VB 2 advcl",
       "8 6 acl"},
      {"Peru Peru PROPN 2 nsubj | left leave VERB/VBD 0 root | the the DET 4 det | port port NOUN 2 obj | of "
       "of ADP 6 case | Lima Lima PROPN 4 nmod | to to PART 8 mark | strike strike VERB/VB 2 advcl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "Roe, from Lima, met him" */
static void
test_origin(void)
{
  static const MendCase cases[] = {
      {"Roe Roe PROPN 6 nsubj | , , PUNCT 4 punct | from from ADP 4 case | Lima Lima PROPN 6 obl | , , PUNCT "
       "1 "
       "punct | met meet VERB/VBD 0 root | Ruiz Ruiz PROPN 6 obj",
       "4 1 nmod"},
      /* where a clause begins; a day */
      {"Roe Roe PROPN 5 nsubj | , , PUNCT 5 punct | from from ADP 4 case | Lima Lima PROPN 5 obl | wrote "
       "write "
       "VERB/VBD 0 root",
       ""},
      {"Roe Roe PROPN 6 nsubj | , , PUNCT 4 punct | in in ADP 4 case | Lima Lima PROPN 6 obl | , , PUNCT 1 "
       "punct | met meet VERB/VBD 0 root",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "works with partners in Peru", "works with the community to end", "kidnapped citizens from Peru" */
static void
test_partners(void)
{
  static const MendCase cases[] = {
      {"Chile Chile PROPN 2 nsubj | works work VERB/VBZ 0 root | with with ADP 5 case | our our PRON 5 "
       "nmod:poss | partners partner NOUN 2 obl | in in ADP 7 case | Peru Peru PROPN 2 obl",
       "7 5 nmod"},
      {"Chile Chile PROPN 2 nsubj | met meet VERB/VBD 0 root | with with ADP 5 case | our our PRON 5 "
       "nmod:poss "
       "| partners partner NOUN 2 obl | in in ADP 7 case | Peru Peru PROPN 2 obl",
       ""},
      {"Chile Chile PROPN 2 nsubj | works work VERB/VBZ 0 root | with with ADP 5 case | the the DET 5 det | "
       "community community NOUN 2 obl | to to PART 7 mark | end end VERB/VB 5 acl | it it PRON 7 obj",
       "7 2 advcl"},
      {"Chile Chile PROPN 2 nsubj | works work VERB/VBZ 0 root | on on ADP 5 case | the the DET 5 det | "
       "plan plan NOUN 2 obl | to to PART 7 mark | end end VERB/VB 5 acl | it it PRON 7 obj",
       ""},
      {"Roe Roe PROPN 2 nsubj | kidnapped kidnap VERB/VBD 0 root | citizens citizen NOUN/NNS 2 obj | from "
       "from "
       "ADP 5 case | Peru Peru PROPN 2 obl",
       "5 3 nmod"},
      {"Roe Roe PROPN 2 nsubj | flew fly VERB/VBD 0 root | citizens citizen NOUN/NNS 2 obj | from from ADP 5 "
       "case | Peru Peru PROPN 2 obl",
       ""},
      {"attacks attack NOUN 0 root | in in ADP 3 case | Lima Lima PROPN 1 nmod | which which PRON/WDT 5 "
       "nsubj "
       "| targeted target VERB/VBD 3 acl:relcl | cooks cook NOUN 5 obj",
       "5 1 acl:relcl"},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/mend-attached/second", test_second);
  g_test_add_func("/mend-attached/relative", test_relative);
  g_test_add_func("/mend-attached/first-subject", test_first_subject);
  g_test_add_func("/mend-attached/nouns", test_nouns);
  g_test_add_func("/mend-attached/beside", test_beside);
  g_test_add_func("/mend-attached/loved", test_loved);
  g_test_add_func("/mend-attached/deeds", test_deeds);
  g_test_add_func("/mend-attached/origin", test_origin);
  g_test_add_func("/mend-attached/partners", test_partners);
  return g_test_run();
}
