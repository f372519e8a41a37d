/* Objects put right (src/syntax/mend-objects.c), and what looks like them but is none. */
#include "mend-help.h"

static void
test_taken(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | found find VERB/VBD 0 root | the the DET 5 det | bank bank NOUN 5 compound "
       "| guilty guilty "
       "NOUN/NN 2 obj",
       "3 4 det | 4 2 obj | 5 2 xcomp ADJ"},
      {"They they PRON 2 nsubj | elected elect VERB/VBD 0 root | Ana Ana PROPN 4 compound PER | Roe Roe "
       "PROPN 5 compound PER | "
       "president president NOUN 2 obj",
       "4 2 obj | 5 2 xcomp"},
      {"They they PRON 2 nsubj | elected elect VERB/VBD 0 root | Acme Acme PROPN 4 compound ORG | president "
       "president NOUN 2 obj",
       ""},
      {"They they PRON 2 nsubj | took take VERB/VBD 0 root | the the DET 5 det | mayor mayor NOUN 5 compound "
       "| "
       "hostage hostage NOUN 2 obj",
       "3 4 det | 4 2 obj | 5 2 xcomp"},
      {"They they PRON 2 nsubj | freed free VERB/VBD 0 root | the the DET 5 det | mayor mayor NOUN 5 "
       "compound | "
       "hostage hostage NOUN 2 obj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

static void
test_bare_recipient(void)
{
  static const MendCase cases[] = {
      {"Acme Acme PROPN 2 nsubj | sent send VERB/VBD 0 root | Lima Lima PROPN 5 compound LOC | gas gas NOUN "
       "5 compound | "
       "masks mask NOUN/NNS 2 obj",
       "3 2 iobj"},
      {"Acme Acme PROPN 2 nsubj | lent lend VERB/VBD 0 root | New New PROPN 4 compound LOC | Delhi Delhi "
       "PROPN 7 compound "
       "LOC | two two NUM 6 compound | hundred hundred NUM 7 nummod | boats boat NOUN/NNS 2 obj",
       "4 2 iobj"},
      {"Acme Acme PROPN 2 nsubj | fined fine VERB/VBD 0 root | Lima Lima PROPN 4 compound ORG | $ $ SYM 2 "
       "obj | 2 2 NUM 4 "
       "nummod",
       "3 2 iobj"},
      /* people are sent, not given; nor is what somebody else gets */
      {"Acme Acme PROPN 2 nsubj | sent send VERB/VBD 0 root | Lima Lima PROPN 5 compound LOC | police police "
       "NOUN 5 "
       "compound | officers officer NOUN/NNS 2 obj",
       ""},
      {"Acme Acme PROPN 2 nsubj | sent send VERB/VBD 0 root | Lima Lima PROPN 5 compound LOC | gas gas NOUN "
       "5 compound | "
       "masks mask NOUN/NNS 2 obj | to to ADP 7 case | Peru Peru PROPN 2 obl",
       ""},
      {"Acme Acme PROPN 2 nsubj | sold sell VERB/VBD 0 root | Lima Lima PROPN 4 compound LOC | bonds bond "
       "NOUN/NNS 2 obj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

static void
test_gift(void)
{
  static const MendCase cases[] = {
      {"She she PRON 2 nsubj | paid pay VERB/VBD 0 root | the the DET 4 det | nurses nurse NOUN/NNS 2 obj | "
       "a a DET 6 det | "
       "visit visit NOUN 4 appos",
       "4 2 iobj | 6 2 obj"},
      {"She she PRON 2 nsubj | paid pay VERB/VBD 0 root | the the DET 4 det | cook cook NOUN/NN 2 obj | , , "
       "PUNCT 7 punct | "
       "a a DET 7 det | Swede Swede NOUN 4 appos",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

static void
test_beside(void)
{
  static const MendCase cases[] = {
      {"She she PRON 2 nsubj | sued sue VERB/VBD 0 root | the the DET 4 det | airline airline NOUN/NN 2 obj "
       "| Acme Acme "
       "PROPN 2 obj ORG",
       "5 4 appos"},
      {"She she PRON 2 nsubj | met meet VERB/VBD 0 root | with with ADP 5 case | the the DET 5 det | cook "
       "cook NOUN/NN 2 obl "
       "| Ana Ana PROPN 7 compound | Roe Roe PROPN 2 obl PER",
       "7 5 appos"},
      {"portraits portrait NOUN 0 root | of of ADP 5 case | the the DET 4 det | cook cook NOUN/NN 1 nmod | "
       "Roe Roe PROPN 1 nmod "
       "PER",
       "2 4 case | 5 4 appos"},
      /* two things given, a day, another phrase */
      {"She she PRON 2 nsubj | taught teach VERB/VBD 0 root | sailors sailor NOUN/NNS 2 obj | Greek Greek "
       "PROPN 2 obj",
       "3 2 iobj"},
      {"She she PRON 2 nsubj | came come VERB/VBD 0 root | by by ADP 4 case | bus bus NOUN/NN 2 obl | Monday "
       "Monday PROPN 2 "
       "obl",
       ""},
      {"She she PRON 2 nsubj | met meet VERB/VBD 0 root | in in ADP 4 case | town town NOUN/NN 2 obl | Ana "
       "Ana PROPN 2 obj "
       "PER",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "sued Acme": nobody gets anything. */
static void
test_sole_object(void)
{
  static const MendCase cases[] = {
      {"She she PRON 2 nsubj | sued sue VERB/VBD 0 root | Acme Acme PROPN 2 iobj ORG", "3 2 obj"},
      {"She she PRON 2 nsubj | told tell VERB/VBD 0 root | Acme Acme PROPN 2 iobj ORG", ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "From Lima came nurses": the subject behind its verb. */
static void
test_behind(void)
{
  static const MendCase cases[] = {
      {"From from ADP 2 case | Lima Lima PROPN 3 obl | came come VERB/VBD 0 root | nurses nurse NOUN 3 obj",
       "4 3 nsubj"},
      {"From from ADP 2 case | Lima Lima PROPN 4 obl | they they PRON 4 nsubj | fell fall VERB/VBD 0 root | "
       "trees tree NOUN 4 obj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "four euros a day" */
static void
test_rate(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | paid pay VERB/VBD 0 root | four four NUM 4 nummod | euros euro NOUN 2 obj | "
       "a a DET 6 det | day "
       "day NOUN 2 obl:unmarked",
       "6 4 nmod:unmarked"},
      {"They they PRON 2 nsubj | met meet VERB/VBD 0 root | Roe Roe PROPN 2 obj | a a DET 5 det | day day "
       "NOUN 2 obl:unmarked",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "granted the pilots asylum"; "gave the pilots union" is one thing. */
static void
test_people(void)
{
  static const MendCase cases[] = {
      {"Peru Peru PROPN 2 nsubj | granted grant VERB/VBD 0 root | the the DET 5 det | interpreters "
       "interpreter NOUN/NNS 5 compound | "
       "asylum asylum NOUN 2 obj",
       "3 4 det | 4 2 iobj"},
      {"Peru Peru PROPN 2 nsubj | gave give VERB/VBD 0 root | the the DET 5 det | workers worker NOUN/NNS 5 "
       "compound | union union "
       "NOUN 2 obj",
       ""},
      {"Peru Peru PROPN 2 nsubj | gave give VERB/VBD 0 root | the the DET 5 det | sports sport NOUN/NNS 5 "
       "compound | money money "
       "NOUN 2 obj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "pay the families of sailors $40" */
static void
test_sum(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | paid pay VERB/VBD 0 root | the the DET 4 det | families family NOUN/NNS 2 "
       "obj | of of ADP 6 case | "
       "sailors sailor NOUN 4 nmod | $ $ SYM 4 nmod | 40 40 NUM 7 nummod",
       "4 2 iobj | 7 2 obj"},
      {"They they PRON 2 nsubj | paid pay VERB/VBD 0 root | bills bill NOUN/NNS 2 obj | of of ADP 5 case | $ "
       "$ SYM 3 nmod | 40 40 "
       "NUM 5 nummod",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "took the port to court" */
static void
test_court(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | took take VERB/VBD 0 root | the the DET 4 det | port port NOUN 2 obj | to "
       "to PART 6 mark | court "
       "court VERB/VB 2 advcl",
       "5 6 case ADP | 6 2 obl NOUN"},
      {"They they PRON 2 nsubj | took take VERB/VBD 0 root | the the DET 4 det | port port NOUN 2 obj | to "
       "to ADP 6 case | court "
       "court NOUN 4 nmod",
       "6 2 obl"},
      {"They they PRON 2 nsubj | knew know VERB/VBD 0 root | the the DET 4 det | road road NOUN 2 obj | to "
       "to ADP 6 case | court "
       "court NOUN 4 nmod",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "praised, thanked and rewarded nurses": what all share is the first's. */
static void
test_middle(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | praised praise VERB/VBD 0 root | , , PUNCT 4 punct | thanked thank VERB/VBD "
       "2 conj | and and CCONJ 6 "
       "cc | rewarded reward VERB/VBD 2 conj | nurses nurse NOUN 4 obj",
       "7 2 obj"},
      {"They they PRON 2 nsubj | sang sing VERB/VBD 0 root | , , PUNCT 4 punct | thanked thank VERB/VBD 2 "
       "conj | nurses nurse NOUN 4 obj "
       "| and and CCONJ 7 cc | left leave VERB/VBD 2 conj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "came under pressure from nurses" */
static void
test_under(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | came come VERB/VBD 0 root | under under ADP 4 case | pressure pressure NOUN "
       "2 obl | from from ADP 6 case "
       "| nurses nurse NOUN 4 nmod",
       "6 2 obl"},
      {"They they PRON 2 nsubj | came come VERB/VBD 0 root | under under ADP 4 case | pressure pressure NOUN "
       "2 obl | of of ADP 6 case "
       "| time time NOUN 4 nmod",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "handed over two men to Lima": "over" is the verb's. */
static void
test_over(void)
{
  static const MendCase cases[] = {
      {"They they PRON 2 nsubj | handed hand VERB/VBD 0 root | over over ADV 4 advmod | two two NUM 5 nummod "
       "| "
       "men man NOUN 2 obj",
       "3 2 compound:prt"},
      {"They they PRON 2 nsubj | freed free VERB/VBD 0 root | over over ADV 4 advmod | two two NUM 5 nummod "
       "| "
       "men man NOUN 2 obj",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

/* "condemns in the strongest terms the raid" */
static void
test_terms(void)
{
  static const MendCase cases[] = {
      {"She she PRON 2 nsubj | condemns condemn VERB/VBZ 0 root | in in ADP 5 case | strong strong ADJ 5 "
       "amod | "
       "terms term NOUN 2 obl | the the DET 7 det | raid raid NOUN 5 appos",
       "7 2 obj"},
      /* a comma: what the terms are */
      {"She she PRON 2 nsubj | spoke speak VERB/VBD 0 root | in in ADP 4 case | terms term NOUN 2 obl | , , "
       "PUNCT "
       "6 punct | insults insult NOUN 4 appos",
       ""},
      {"She she PRON 2 nsubj | met meet VERB/VBD 0 root | him he PRON 2 obj | on on ADP 6 case | good good "
       "ADJ 6 "
       "amod | terms term NOUN 2 obl | Roe Roe PROPN 6 appos",
       ""},
  };
  mend_check(cases, G_N_ELEMENTS(cases));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/mend-objects/taken", test_taken);
  g_test_add_func("/mend-objects/bare-recipient", test_bare_recipient);
  g_test_add_func("/mend-objects/gift", test_gift);
  g_test_add_func("/mend-objects/over", test_over);
  g_test_add_func("/mend-objects/beside", test_beside);
  g_test_add_func("/mend-objects/sole-object", test_sole_object);
  g_test_add_func("/mend-objects/behind", test_behind);
  g_test_add_func("/mend-objects/rate", test_rate);
  g_test_add_func("/mend-objects/people", test_people);
  g_test_add_func("/mend-objects/sum", test_sum);
  g_test_add_func("/mend-objects/court", test_court);
  g_test_add_func("/mend-objects/middle", test_middle);
  g_test_add_func("/mend-objects/under", test_under);
  g_test_add_func("/mend-objects/terms", test_terms);
  return g_test_run();
}
