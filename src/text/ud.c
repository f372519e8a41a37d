#include "text/ud.h"

#include <string.h>

static const char *const upos_names[KITH_N_UPOS] = {
    "_",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
    "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

static const char *const deprel_names[KITH_N_DEPRELS] = {
    [KITH_DEP_NONE] = "_",
    [KITH_DEP_ROOT] = "root",
    [KITH_DEP_NSUBJ] = "nsubj",
    [KITH_DEP_NSUBJ_PASS] = "nsubj:pass",
    [KITH_DEP_NSUBJ_OUTER] = "nsubj:outer",
    [KITH_DEP_CSUBJ] = "csubj",
    [KITH_DEP_CSUBJ_PASS] = "csubj:pass",
    [KITH_DEP_CSUBJ_OUTER] = "csubj:outer",
    [KITH_DEP_OBJ] = "obj",
    [KITH_DEP_IOBJ] = "iobj",
    [KITH_DEP_CCOMP] = "ccomp",
    [KITH_DEP_XCOMP] = "xcomp",
    [KITH_DEP_OBL] = "obl",
    [KITH_DEP_OBL_AGENT] = "obl:agent",
    [KITH_DEP_OBL_UNMARKED] = "obl:unmarked",
    [KITH_DEP_OBL_NPMOD] = "obl:npmod",
    [KITH_DEP_OBL_TMOD] = "obl:tmod",
    [KITH_DEP_ADVCL] = "advcl",
    [KITH_DEP_ADVCL_RELCL] = "advcl:relcl",
    [KITH_DEP_ADVMOD] = "advmod",
    [KITH_DEP_NMOD] = "nmod",
    [KITH_DEP_NMOD_POSS] = "nmod:poss",
    [KITH_DEP_NMOD_UNMARKED] = "nmod:unmarked",
    [KITH_DEP_NMOD_DESC] = "nmod:desc",
    [KITH_DEP_NMOD_NPMOD] = "nmod:npmod",
    [KITH_DEP_NMOD_TMOD] = "nmod:tmod",
    [KITH_DEP_APPOS] = "appos",
    [KITH_DEP_NUMMOD] = "nummod",
    [KITH_DEP_AMOD] = "amod",
    [KITH_DEP_ACL] = "acl",
    [KITH_DEP_ACL_RELCL] = "acl:relcl",
    [KITH_DEP_DET] = "det",
    [KITH_DEP_DET_PREDET] = "det:predet",
    [KITH_DEP_CASE] = "case",
    [KITH_DEP_MARK] = "mark",
    [KITH_DEP_COP] = "cop",
    [KITH_DEP_AUX] = "aux",
    [KITH_DEP_AUX_PASS] = "aux:pass",
    [KITH_DEP_EXPL] = "expl",
    [KITH_DEP_CONJ] = "conj",
    [KITH_DEP_CC] = "cc",
    [KITH_DEP_CC_PRECONJ] = "cc:preconj",
    [KITH_DEP_COMPOUND] = "compound",
    [KITH_DEP_COMPOUND_PRT] = "compound:prt",
    [KITH_DEP_FLAT] = "flat",
    [KITH_DEP_FIXED] = "fixed",
    [KITH_DEP_GOESWITH] = "goeswith",
    [KITH_DEP_PARATAXIS] = "parataxis",
    [KITH_DEP_DISCOURSE] = "discourse",
    [KITH_DEP_VOCATIVE] = "vocative",
    [KITH_DEP_DISLOCATED] = "dislocated",
    [KITH_DEP_LIST] = "list",
    [KITH_DEP_ORPHAN] = "orphan",
    [KITH_DEP_REPARANDUM] = "reparandum",
    [KITH_DEP_PUNCT] = "punct",
    [KITH_DEP_DEP] = "dep",
};

const char *
kith_upos_name(KithUpos upos)
{
  return (guint)upos < KITH_N_UPOS ? upos_names[upos] : NULL;
}

const char *
kith_deprel_name(KithDeprel deprel)
{
  return (guint)deprel < KITH_N_DEPRELS ? deprel_names[deprel] : NULL;
}

KithUpos
kith_upos_parse(const char *name)
{
  for (int i = 0; i < KITH_N_UPOS; i++)
    if (strcmp(upos_names[i], name) == 0)
      return (KithUpos)i;
  return KITH_X;
}

/* The relation whose name is the first length bytes of name; -1 where there is none. */
static int
find_deprel(const char *name, gsize length)
{
  for (int i = 0; i < KITH_N_DEPRELS; i++)
    if (strncmp(deprel_names[i], name, length) == 0 && deprel_names[i][length] == '\0')
      return i;
  return -1;
}

KithDeprel
kith_deprel_parse(const char *name)
{
  int exact = find_deprel(name, strlen(name));
  if (exact < 0)
    exact = find_deprel(name, strcspn(name, ":"));
  return exact < 0 ? KITH_DEP_DEP : (KithDeprel)exact;
}

KithDeprel
kith_deprel_universal(KithDeprel deprel)
{
  static guint8 universal[KITH_N_DEPRELS]; /* made once: this is asked of every word many times */
  static gsize is_made;
  if (g_once_init_enter(&is_made)) {
    for (int i = 0; i < KITH_N_DEPRELS; i++)
      universal[i] = (guint8)find_deprel(deprel_names[i], strcspn(deprel_names[i], ":"));
    g_once_init_leave(&is_made, 1);
  }
  return (KithDeprel)universal[deprel];
}
