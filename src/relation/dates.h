/* Expressions of time in a sentence, and what they mean in ISO 8601. */
#pragma once

#include "relation/scene.h"

/* An expression of time. */
typedef struct {
  gint begin, end; /* its words, half-open; a preposition before it is not among them */
  char *value;   /* "2021-10-05", "2021-W40", "2021-10", "2021", "2024-02-26T09:30", "2021-10-05/2021-10-07",
                    "2016-10/..", "../2018-06-30", "P20Y"; owned */
  gboolean span; /* a duration: "three days" */
} KithTimeWords;

/* How the sentence stands to the document's date, for what has no year. */
typedef enum { KITH_TENSE_PAST, KITH_TENSE_FUTURE } KithTense;

/* The expression of time that begins at the word at, reckoned from the document's date; FALSE where none
 * does. The rules are those of tests/gold/README.md ("times.jsonl"). */
gboolean kith_dates_read(const KithScene *scene, gint at, KithTense tense, KithTimeWords *found);
