/* How well chains of coreference agree with the annotated ones: MUC (Vilain et al. 1995), B-cubed (Bagga and
 * Baldwin 1998) and CEAF-e (Luo 2005), for mentions that are found and not given, as the CoNLL reference
 * scorer has them (Pradhan et al. 2014). */
#pragma once

#include "text/document.h"

/* A mention of a chain: characters [begin, end) of the document, white space not counted. */
typedef struct {
  guint begin, end;
  guint chain;
} KithChained;

/* What recall and precision are quotients of; sums over documents. */
typedef struct {
  double recalled, gold, right, found;
} KithPartial;

typedef struct {
  KithPartial mentions, muc, b_cubed, ceaf_e;
} KithChainScore;

/* Adds one document's chains to a score: arrays of KithChained, in any order, chains numbered at will. A span
 * that comes twice on one side counts once, in the chain that has it first. Chains of one mention count like
 * others: see kith_chains_drop_single. */
void kith_chains_score(const GArray *gold, const GArray *found, KithChainScore *score);

/* Takes out the mentions that are alone in their chain. */
void kith_chains_drop_single(GArray *chains);

/* In percent; 0 where there is nothing to divide by. */
double kith_partial_recall(const KithPartial *partial);
double kith_partial_precision(const KithPartial *partial);
double kith_partial_f1(const KithPartial *partial);
/* The mean of the F1 of MUC, B-cubed and CEAF-e, in percent. */
double kith_chains_mean(const KithChainScore *score);

/* By byte of a document's text, and one more for its end: how many characters other than white space stand
 * before it. Owned by the caller. */
guint *kith_document_positions(const KithDocument *document);

/* The chains of persons, organizations and places that GUM's Entity= in the words' MISC annotates, singletons
 * too, as an array of KithChained owned by the caller; NULL and an error where a note is malformed. The
 * document is one of the corpus: chains are numbered anew in each. */
GArray *kith_gum_chains(const KithDocument *document, GError **error);
