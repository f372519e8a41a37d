/* Clauses put right (src/syntax/mend-clauses.c), and what looks like them but is none. */
#include "mend-help.h"

/* "Ruiz left, warned the judge": what stands behind a verb of speech is its subject, what before it, said. */
static void
test_inverted(void)
{
  static const MendCase cases[] = {
      {"Ruiz Ruiz PROPN 2 nsubj | left leave VERB/VBD 0 root | , , PUNCT 4 punct | warned warn VERB/VBN 2 "
       "conj | Roe Roe PROPN 4 nsubj",
       "4 2 parataxis"},
      {"Ruiz Ruiz PROPN 2 nsubj | left leave VERB/VBD 4 advcl | , , PUNCT 2 punct | writes write VERB/VBZ 0 "
       "root | "
       "the the DET 6 det | judge judge NOUN 4 obj",
       "2 4 ccomp | 6 4 nsubj"},
      {"Ruiz Ruiz PROPN 2 nsubj | left leave VERB/VBD 0 root | , , PUNCT 4 punct | warned warn VERB/VBD 2 "
       "conj | "
       "the the DET 6 det | judge judge NOUN 4 obj",
       "4 2 parataxis | 6 4 nsubj"},
      {"Leave leave VERB/VB 3 csubj | , , PUNCT 1 punct | ordered order VERB/VBD 0 root | the the DET 5 det "
       "| judge judge "
       "NOUN 3 iobj",
       "1 3 ccomp | 5 3 nsubj"},
      /* three deeds of one doer, a verb with a subject, no speech */
      {"Ruiz Ruiz PROPN 2 nsubj | left leave VERB/VBD 0 root | , , PUNCT 4 punct | warned warn VERB/VBD 2 "
       "conj | "
       "them they NOUN 4 obj | and and CCONJ 7 cc | slept sleep VERB/VBD 2 conj",
       ""},
      {"Told tell VERB/VBN 4 advcl | , , PUNCT 1 punct | Ruiz Ruiz PROPN 4 nsubj | warned warn VERB/VBD 0 "
       "root | judges "
       "judge NOUN 4 obj",
       ""},
      {"Asked ask VERB/VBN 3 advcl | , , PUNCT 1 punct | hit hit VERB/VBD 0 root | judges judge NOUN 3 obj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "Talks between them collapsed" */
static void
test_root(void)
{
  static const MendCase cases[] = {
      {"Talks talk NOUN/NNS 0 root | with with ADP 3 case | Ruiz Ruiz PROPN 1 nmod | collapsed collapse "
       "VERB/VBD 1 conj | "
       ". . PUNCT 1 punct",
       "1 4 nsubj | 4 0 root | 5 4 punct"},
      {"Support support NOUN/NN 0 root | for for ADP 5 case | the the DET 4 det | navy navy NOUN/NN 5 "
       "compound | worries "
       "worry VERB/VBZ 1 nmod | Ruiz Ruiz PROPN 5 obj",
       "1 5 nsubj | 2 4 case | 4 1 nmod | 5 0 root"},
      {"Talks talk NOUN/NNS 0 root | and and CCONJ 3 cc | collapsed collapse VERB/VBD 1 conj", ""},
      {"Talks talk NOUN/NNS 0 root | that that PRON 3 nsubj | collapsed collapse VERB/VBD 1 acl:relcl", ""},
      {"Talks talk NOUN/NNS 0 root | : : PUNCT 3 punct | collapsed collapse VERB/VBD 1 conj", ""},
      {"Talks talk NOUN/NNS 3 nsubj | are be AUX 3 cop | news news NOUN 0 root | , , PUNCT 5 punct | "
       "collapsed collapse "
       "VERB/VBD 3 conj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "Among the guests was Roe": who stands behind the verb; "In Lima it was a feast" has its subject. */
static void
test_among(void)
{
  static const MendCase cases[] = {
      {"Among among ADP 3 case | the the DET 3 det | guests guest NOUN 5 nmod | was be AUX 5 cop | Roe Roe "
       "PROPN "
       "0 root | . . PUNCT 5 punct",
       "3 0 root | 4 3 cop | 5 3 nsubj | 6 3 punct"},
      {"In in ADP 2 case | Lima Lima PROPN 5 obl | it it PRON 5 nsubj | was be AUX 5 cop | feast feast NOUN "
       "0 root",
       ""},
      {"During during ADP 2 case | talks talk NOUN 4 obl | was be AUX 4 cop | war war NOUN 0 root", ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "met in Lima, not in Quito": where they did not. */
static void
test_excepted(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | met meet VERB/VBD 0 root | in in ADP 4 case | Lima Lima PROPN 2 obl | , , "
       "PUNCT 8 "
       "punct | not not PART 8 advmod | in in ADP 8 case | Quito Quito PROPN 2 obl",
       "8 4 conj"},
      {"It it PRON 4 nsubj | is be AUX 4 cop | in in ADP 4 case | Lima Lima PROPN 0 root | , , PUNCT 8 punct "
       "| not not "
       "PART 8 advmod | in in ADP 8 case | Quito Quito PROPN 4 nmod",
       "8 4 conj"},
      {"They they PRON 2 nsubj | left leave VERB/VBD 0 root | , , PUNCT 6 punct | not not PART 6 advmod | in "
       "in ADP 6 "
       "case | anger anger NOUN 2 obl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "wants Acme, not Roe, to pay", "demanded that Acme free them". */
static void
test_wanted(void)
{
  static const MendCase cases[] = {
      {"He he PRON 2 nsubj | wants want VERB/VBZ 0 root | Acme Acme PROPN 2 obj | to to PART 5 mark | pay "
       "pay VERB/VB "
       "2 advcl",
       "5 2 xcomp"},
      {"He he PRON 2 nsubj | met meet VERB/VBD 0 root | Roe Roe PROPN 2 obj | to to PART 5 mark | pay pay "
       "VERB/VB 2 "
       "advcl",
       ""},
      {"He he PRON 2 nsubj | demands demand VERB/VBZ 0 root | Acme Acme PROPN 4 nsubj | free free ADJ/JJ 2 "
       "ccomp | "
       "them they PRON 4 obj",
       "4 2 ccomp VERB"},
      {"He he PRON 2 nsubj | says say VERB/VBZ 0 root | Acme Acme PROPN 5 nsubj | is be AUX 5 cop | free "
       "free ADJ/JJ 2 "
       "ccomp",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "whose boats Chad seized", "whose boss it fired"; "whose boss, Roe, left" and "whose boss Roe left" have
 * one. */
static void
test_whose(void)
{
  static const MendCase cases[] = {
      {"Peru Peru PROPN 0 root | , , PUNCT 6 punct | whose whose PRON 4 nmod:poss | boats boat NOUN 6 nsubj "
       "| Chad Chad "
       "PROPN 4 appos LOC | seized seize VERB/VBD 1 acl:relcl",
       "4 6 obj | 5 6 nsubj"},
      {"Peru Peru PROPN 0 root | , , PUNCT 6 punct | whose whose PRON 4 nmod:poss | boss boss NOUN 6 nsubj | "
       "it it PRON "
       "6 nsubj | fired fire VERB/VBD 1 acl:relcl",
       "4 6 obj"},
      {"Acme Acme PROPN 0 root | , , PUNCT 6 punct | whose whose PRON 4 nmod:poss | boss boss NOUN 6 nsubj | "
       "Roe Roe "
       "PROPN 4 appos PER | left leave VERB/VBD 1 acl:relcl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "the promise it made to Peru, which mediates": Peru does. */
static void
test_second(void)
{
  static const MendCase cases[] = {
      {"promises promise NOUN 0 root | it it PRON 3 nsubj | made make VERB/VBD 1 acl:relcl | to to ADP 5 "
       "case | Peru "
       "Peru PROPN 3 obl | , , PUNCT 8 punct | which which PRON 8 nsubj | mediates mediate VERB/VBZ 1 "
       "acl:relcl",
       "8 5 acl:relcl"},
      {"promises promise NOUN 0 root | to to ADP 3 case | Peru Peru PROPN 1 nmod | , , PUNCT 6 punct | which "
       "which PRON "
       "6 nsubj | help help VERB/VBP 1 acl:relcl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "at a hotel Acme owns" */
static void
test_contact(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | met meet VERB/VBD 0 root | at at ADP 5 case | a a DET 5 det | hotel hotel "
       "NOUN 7 nsubj | "
       "Acme Acme PROPN 5 appos | owns own VERB/VBZ 2 advcl",
       "5 2 obl | 6 7 nsubj | 7 5 acl:relcl"},
      {"They they PRON 2 nsubj | met meet VERB/VBD 0 root | at at ADP 5 case | a a DET 5 det | hotel hotel "
       "NOUN 7 obl | "
       "Acme Acme PROPN 7 nsubj | owns own VERB/VBZ 2 advcl",
       "5 2 obl | 7 5 acl:relcl"},
      {"They they PRON 2 nsubj | met meet VERB/VBD 0 root | as as SCONJ 7 mark | in in ADP 5 case | spring "
       "spring NOUN 7 obl "
       "| Acme Acme PROPN 7 nsubj | fell fall VERB/VBD 2 advcl",
       ""},
      {"They they PRON 2 nsubj | met meet VERB/VBD 0 root | at at ADP 5 case | a a DET 5 det | hotel hotel "
       "NOUN 7 obl | "
       "Acme Acme PROPN 7 nsubj | owns own VERB/VBZ 2 advcl | ships ship NOUN 7 obj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "urged banks to lend" */
static void
test_control(void)
{
  static const MendCase cases[] = {
      {"She she PRON 2 nsubj | urged urge VERB/VBD 0 root | banks bank NOUN 2 iobj | to to PART 5 mark | "
       "lend lend VERB/VB 3 "
       "acl",
       "5 2 xcomp"},
      {"She she PRON 2 nsubj | told tell VERB/VBD 0 root | Ruiz Ruiz PROPN 2 iobj | to to PART 5 mark | "
       "leave leave VERB/VB "
       "3 acl",
       "5 2 xcomp"},
      {"She she PRON 2 nsubj | dropped drop VERB/VBD 0 root | plans plan NOUN 2 obj | to to PART 5 mark | "
       "lend lend VERB/VB 3 "
       "acl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "refused on Monday to pay": what is refused is no purpose. */
static void
test_complement(void)
{
  static const MendCase cases[] = {
      {"She she PRON 2 nsubj | refused refuse VERB/VBD 0 root | on on ADP 4 case | Monday Monday PROPN 2 obl "
       "| "
       "to to PART 6 mark | pay pay VERB/VB 2 advcl",
       "6 2 xcomp"},
      {"She she PRON 2 nsubj | refused refuse VERB/VBD 0 root | food food NOUN 2 obj | to to PART 5 mark | "
       "protest protest VERB/VB 2 advcl",
       ""},
      {"She she PRON 2 nsubj | stopped stop VERB/VBD 0 root | on on ADP 4 case | Monday Monday PROPN 2 obl | "
       "to to PART 6 mark | pay pay VERB/VB 2 advcl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "accused the firm Acme of theft": the charge is the verb's. */
static void
test_charge(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | accused accuse VERB/VBD 0 root | Acme Acme PROPN 2 obj | of of ADP 5 case | "
       "spying spy VERB/VBG 3 "
       "nmod",
       "4 5 mark | 5 2 advcl"},
      {"They they PRON 2 nsubj | accused accuse VERB/VBD 0 root | Acme Acme PROPN 2 obj | of of ADP 5 case | "
       "theft theft NOUN "
       "3 nmod",
       "5 2 obl"},
      {"They they PRON 2 nsubj | accused accuse VERB/VBD 0 root | Acme Acme PROPN 2 obj | , , PUNCT 6 punct "
       "| a a DET 6 det | "
       "firm firm NOUN 3 appos | , , PUNCT 9 punct | of of ADP 9 case | theft theft NOUN 6 nmod",
       "9 2 obl"},
      {"They they PRON 2 nsubj | accused accuse VERB/VBD 0 root | men man NOUN 2 obj | in in ADP 5 case | "
       "hats hat NOUN 3 "
       "nmod | of of SCONJ 7 mark | stealing steal VERB/VBG 5 acl",
       "7 2 advcl"},
      {"They they PRON 2 nsubj | accused accuse VERB/VBD 0 root | Acme Acme PROPN 2 obj | running run "
       "VERB/VBG 2 advcl | it it "
       "PRON 4 obj | of of SCONJ 7 mark | stealing steal VERB/VBG 5 acl",
       "4 3 acl | 7 2 advcl"},
      {"Acme Acme PROPN 3 nsubj:pass | was be AUX 3 aux:pass | accused accuse VERB/VBN 0 root | by by ADP 5 "
       "case | Peru Peru "
       "PROPN 3 obl:agent | of of SCONJ 7 mark | stealing steal VERB/VBG 5 acl",
       "7 3 advcl"},
      {"They they PRON 2 nsubj | accused accuse VERB/VBD 0 root | members member NOUN 2 obj | of of ADP 5 "
       "case | parliament "
       "parliament NOUN 3 nmod",
       ""},
      {"They they PRON 2 nsubj | met meet VERB/VBD 0 root | Acme Acme PROPN 2 obj | of of ADP 5 case | town "
       "town NOUN 3 nmod",
       ""},
      {"Roe Roe PROPN 8 nsubj | accused accuse VERB/VBN 1 acl | by by ADP 4 case | Ruiz Ruiz PROPN 2 "
       "obl:agent | "
       "of of SCONJ 6 mark | theft steal VERB/VBG 4 acl | , , PUNCT 2 punct | fled flee VERB/VBD 0 root",
       "6 2 advcl"},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "let Acme train nurses" */
static void
test_let(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | let let VERB/VBD 0 root | Acme Acme PROPN 4 compound | train train NOUN/NN "
       "5 compound | "
       "nurses nurse NOUN 2 obj",
       "3 2 obj | 4 2 xcomp VERB | 5 4 obj"},
      {"They they PRON 2 nsubj | let let VERB/VBD 0 root | Acme Acme PROPN 4 compound | train train NOUN/NN "
       "2 xcomp | "
       "nurses nurse NOUN 4 obj",
       "3 2 obj | 4 2 xcomp VERB | 5 4 obj"},
      {"They they PRON 2 nsubj | saw see VERB/VBD 0 root | Acme Acme PROPN 4 compound | train train NOUN/NN "
       "5 compound | "
       "nurses nurse NOUN 2 obj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "Acme has broken relations": a perfect; but "has broken windows" of what is no name. */
static void
test_perfect(void)
{
  static const MendCase cases[] = {
      {"Acme Acme PROPN 2 nsubj | has have VERB/VBZ 0 root | broken break VERB/VBN 4 amod | relations "
       "relation NOUN 2 obj | . . "
       "PUNCT 2 punct",
       "1 3 nsubj | 2 3 aux AUX | 3 0 root | 4 3 obj | 5 3 punct"},
      {"cooks cook NOUN 2 nsubj | have have AUX/VBP 0 root | broken break VERB/VBN 4 amod | relations "
       "relation "
       "NOUN 2 obj",
       "1 3 nsubj | 2 3 aux | 3 0 root | 4 3 obj"},
      {"houses house NOUN 2 nsubj | have have VERB/VBP 0 root | broken break VERB/VBN 4 amod | windows "
       "window NOUN 2 obj",
       ""},
      {"Acme Acme PROPN 2 nsubj | has have VERB/VBZ 0 root | a a DET 5 det | broken break VERB/VBN 5 amod | "
       "window window NOUN "
       "2 obj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "Denied a visa by Peru, she left" */
static void
test_fronted(void)
{
  static const MendCase cases[] = {
      {"Denied deny VERB/VBD 0 root | leave leave NOUN 1 obj | by by ADP 4 case | Peru Peru PROPN 2 nmod | , "
       ", PUNCT 1 punct | "
       "she she PRON 7 nsubj | left leave VERB/VBD 1 parataxis | . . PUNCT 1 punct",
       "1 7 advcl | 7 0 root | 8 7 punct"},
      {"Loved love VERB/VBD 0 root | it it PRON 1 obj | , , PUNCT 1 punct | they they PRON 5 nsubj | sang "
       "sing VERB/VBD 1 "
       "parataxis",
       ""},
      {"Denied deny VERB/VBN 0 root | by by ADP 3 case | Peru Peru PROPN 1 obl | , , PUNCT 1 punct | because "
       "because SCONJ 7 mark "
       "| she she PRON 7 nsubj | left leave VERB/VBD 1 advcl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "the boat that they fired on" */
static void
test_stranded(void)
{
  static const MendCase cases[] = {
      {"the the DET 2 det | boat boat NOUN 0 root | that that PRON 5 obj | they they PRON 5 nsubj | fired "
       "fire VERB/VBD 2 "
       "acl:relcl | on on ADP 3 case",
       "3 5 obl"},
      {"the the DET 2 det | boat boat NOUN 0 root | that that PRON 5 obj | they they PRON 5 nsubj | saw see "
       "VERB/VBD 2 acl:relcl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "They met Roe, who had left, and may sue Acme" */
static void
test_resumed(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | met meet VERB/VBD 0 root | Roe Roe PROPN 2 obj | , , PUNCT 7 punct | who "
       "who PRON 7 nsubj | had "
       "have AUX 7 aux | left leave VERB/VBN 3 acl:relcl | , , PUNCT 11 punct | and and CCONJ 11 cc | may "
       "may AUX 11 aux | sue "
       "sue VERB/VB 7 conj | Acme Acme PROPN 11 obj",
       "11 2 conj"},
      {"They they PRON 2 nsubj | met meet VERB/VBD 0 root | Roe Roe PROPN 2 obj | , , PUNCT 7 punct | who "
       "who PRON 7 nsubj | had "
       "have AUX 7 aux | left leave VERB/VBN 3 acl:relcl | and and CCONJ 10 cc | may may AUX 10 aux | sue "
       "sue VERB/VB 7 conj | "
       "Acme Acme PROPN 10 obj",
       ""},
      {"men man NOUN 2 nsubj | met meet VERB/VBD 0 root | Roe Roe PROPN 2 obj | , , PUNCT 7 punct | who who "
       "PRON 7 nsubj | had "
       "have AUX 7 aux | left leave VERB/VBN 3 acl:relcl | , , PUNCT 10 punct | and and CCONJ 10 cc | sued "
       "sue VERB/VBD 7 conj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "hired the pilot Acme had fired"; "told the court Acme had fired" is told. */
static void
test_shared(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | hired hire VERB/VBD 0 root | the the DET 4 det | pilot pilot NOUN 2 obj | "
       "Acme Acme PROPN 7 nsubj "
       "| had have AUX 7 aux | fired fire VERB/VBN 2 ccomp",
       "7 4 acl:relcl"},
      {"They they PRON 2 nsubj | told tell VERB/VBD 0 root | the the DET 4 det | court court NOUN 2 obj | "
       "Acme Acme PROPN 7 nsubj "
       "| had have AUX 7 aux | left leave VERB/VBN 2 ccomp",
       ""},
      {"They they PRON 2 nsubj | hired hire VERB/VBD 0 root | the the DET 4 det | pilot pilot NOUN 2 obj | "
       "Acme Acme PROPN 7 nsubj "
       "| had have AUX 7 aux | fired fire VERB/VBN 2 ccomp | cooks cook NOUN 7 obj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "Acme, warned the minister, is leaving" */
static void
test_aside(void)
{
  static const MendCase cases[] = {
      {"Acme Acme PROPN 3 nsubj | , , PUNCT 1 punct | warned warn VERB/VBD 0 root | the the DET 5 det | "
       "minister minister NOUN 3 "
       "obj | , , PUNCT 8 punct | is be AUX 8 aux | leaving leave VERB/VBG 3 ccomp",
       "1 8 nsubj | 5 3 nsubj"},
      {"Acme Acme PROPN 2 nsubj | warned warn VERB/VBD 0 root | the the DET 4 det | minister minister NOUN 2 "
       "obj | , , PUNCT 7 "
       "punct | is be AUX 7 aux | leaving leave VERB/VBG 2 ccomp",
       ""},
      {"Acme Acme PROPN 3 nsubj | , , PUNCT 1 punct | warned warn VERB/VBD 0 root | ministers minister NOUN "
       "3 obj | it it PRON 7 "
       "nsubj | is be AUX 7 aux | leaving leave VERB/VBG 3 ccomp",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "Asked about the deal, the minister said no" */
static void
test_fronted_subject(void)
{
  static const MendCase cases[] = {
      {"Asked ask VERB/VBD 8 ccomp | about about ADP 4 case | the the DET 4 det | deal deal NOUN 1 obl | , , "
       "PUNCT 7 punct | the the "
       "DET 7 det | minister minister NOUN 4 appos | said say VERB/VBD 0 root | no no INTJ 8 ccomp",
       "1 8 advcl | 7 8 nsubj"},
      {"Asked ask VERB/VBD 9 advcl | about about ADP 3 case | Acme Acme PROPN 1 obl | , , PUNCT 6 punct | "
       "the the DET 6 det | firm "
       "firm NOUN 3 appos | , , PUNCT 6 punct | Roe Roe PROPN 9 nsubj | smiled smile VERB/VBD 0 root",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "Never before has it rained" */
static void
test_never(void)
{
  static const MendCase cases[] = {
      {"Never never ADV 5 advmod | before before ADV 5 advmod | has have AUX 5 aux | it it PRON 5 nsubj | "
       "rained rain VERB/VBN 0 root",
       "1 2 advmod"},
      {"It it PRON 3 nsubj | never never ADV 3 advmod | rained rain VERB/VBD 0 root | before before ADV 3 "
       "advmod",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "met Roe, whom Acme had fired, at a hotel" */
static void
test_after_relative(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | met meet VERB/VBD 0 root | Roe Roe PROPN 2 obj | , , PUNCT 7 punct | whom "
       "whom PRON 7 obj | Acme Acme "
       "PROPN 7 nsubj | fired fire VERB/VBD 3 acl:relcl | , , PUNCT 10 punct | at at ADP 10 case | dawn dawn "
       "NOUN 7 obl",
       "10 2 obl"},
      {"They they PRON 2 nsubj | met meet VERB/VBD 0 root | Roe Roe PROPN 2 obj | , , PUNCT 7 punct | whom "
       "whom PRON 7 obj | Acme Acme "
       "PROPN 7 nsubj | fired fire VERB/VBD 3 acl:relcl | at at ADP 9 case | dawn dawn NOUN 7 obl",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/mend-clauses/inverted", test_inverted);
  g_test_add_func("/mend-clauses/root", test_root);
  g_test_add_func("/mend-clauses/among", test_among);
  g_test_add_func("/mend-clauses/excepted", test_excepted);
  g_test_add_func("/mend-clauses/wanted", test_wanted);
  g_test_add_func("/mend-clauses/whose", test_whose);
  g_test_add_func("/mend-clauses/second", test_second);
  g_test_add_func("/mend-clauses/contact", test_contact);
  g_test_add_func("/mend-clauses/control", test_control);
  g_test_add_func("/mend-clauses/complement", test_complement);
  g_test_add_func("/mend-clauses/charge", test_charge);
  g_test_add_func("/mend-clauses/let", test_let);
  g_test_add_func("/mend-clauses/perfect", test_perfect);
  g_test_add_func("/mend-clauses/fronted", test_fronted);
  g_test_add_func("/mend-clauses/stranded", test_stranded);
  g_test_add_func("/mend-clauses/resumed", test_resumed);
  g_test_add_func("/mend-clauses/shared", test_shared);
  g_test_add_func("/mend-clauses/aside", test_aside);
  g_test_add_func("/mend-clauses/fronted-subject", test_fronted_subject);
  g_test_add_func("/mend-clauses/never", test_never);
  g_test_add_func("/mend-clauses/after-relative", test_after_relative);
  return g_test_run();
}
