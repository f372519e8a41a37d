/* Universal Dependencies' tags and relations as numbers, with their names (universaldependencies.org/u/). */
#pragma once

#include "base/api.h"

typedef enum {
  KITH_UPOS_NONE, /* "_" */
  KITH_ADJ,
  KITH_ADP,
  KITH_ADV,
  KITH_AUX,
  KITH_CCONJ,
  KITH_DET,
  KITH_INTJ,
  KITH_NOUN,
  KITH_NUM,
  KITH_PART,
  KITH_PRON,
  KITH_PROPN,
  KITH_PUNCT,
  KITH_SCONJ,
  KITH_SYM,
  KITH_VERB,
  KITH_X,
  KITH_N_UPOS
} KithUpos;

/* The relations of UD English with their subtypes. KITH_DEP_NONE is "_". */
typedef enum {
  KITH_DEP_NONE,
  KITH_DEP_ROOT,
  KITH_DEP_NSUBJ,
  KITH_DEP_NSUBJ_PASS,
  KITH_DEP_NSUBJ_OUTER,
  KITH_DEP_CSUBJ,
  KITH_DEP_CSUBJ_PASS,
  KITH_DEP_CSUBJ_OUTER,
  KITH_DEP_OBJ,
  KITH_DEP_IOBJ,
  KITH_DEP_CCOMP,
  KITH_DEP_XCOMP,
  KITH_DEP_OBL,
  KITH_DEP_OBL_AGENT,
  KITH_DEP_OBL_UNMARKED,
  KITH_DEP_OBL_NPMOD,
  KITH_DEP_OBL_TMOD,
  KITH_DEP_ADVCL,
  KITH_DEP_ADVCL_RELCL,
  KITH_DEP_ADVMOD,
  KITH_DEP_NMOD,
  KITH_DEP_NMOD_POSS,
  KITH_DEP_NMOD_UNMARKED,
  KITH_DEP_NMOD_DESC,
  KITH_DEP_NMOD_NPMOD,
  KITH_DEP_NMOD_TMOD,
  KITH_DEP_APPOS,
  KITH_DEP_NUMMOD,
  KITH_DEP_AMOD,
  KITH_DEP_ACL,
  KITH_DEP_ACL_RELCL,
  KITH_DEP_DET,
  KITH_DEP_DET_PREDET,
  KITH_DEP_CASE,
  KITH_DEP_MARK,
  KITH_DEP_COP,
  KITH_DEP_AUX,
  KITH_DEP_AUX_PASS,
  KITH_DEP_EXPL,
  KITH_DEP_CONJ,
  KITH_DEP_CC,
  KITH_DEP_CC_PRECONJ,
  KITH_DEP_COMPOUND,
  KITH_DEP_COMPOUND_PRT,
  KITH_DEP_FLAT,
  KITH_DEP_FIXED,
  KITH_DEP_GOESWITH,
  KITH_DEP_PARATAXIS,
  KITH_DEP_DISCOURSE,
  KITH_DEP_VOCATIVE,
  KITH_DEP_DISLOCATED,
  KITH_DEP_LIST,
  KITH_DEP_ORPHAN,
  KITH_DEP_REPARANDUM,
  KITH_DEP_PUNCT,
  KITH_DEP_DEP,
  KITH_N_DEPRELS
} KithDeprel;

/* Static names ("PROPN", "nsubj:pass"; "_" for none). */
const char *kith_upos_name(KithUpos upos);
const char *kith_deprel_name(KithDeprel deprel);
/* The value of a name; an unknown tag is KITH_X; an unknown subtype is its universal relation, an unknown
 * relation KITH_DEP_DEP. "_" is none. */
KithUpos kith_upos_parse(const char *name);
KithDeprel kith_deprel_parse(const char *name);
/* The universal relation of a subtype: KITH_DEP_NSUBJ for KITH_DEP_NSUBJ_PASS. */
KithDeprel kith_deprel_universal(KithDeprel deprel);
