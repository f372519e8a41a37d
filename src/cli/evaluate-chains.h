/* The part of kith evaluate that scores coreference. */
#pragma once

#include "cli/resources.h"

/* Reads a file of GUM's, analyses the raw text of each of its documents, and prints how well the chains of
 * persons, organizations and places agree with the annotation: spans equal by characters, singletons out on
 * both sides, a row for each kind of text and one for all. With gold, the file's own sentences, tags and
 * trees are read instead of the raw text. */
gboolean kith_evaluate_chains(KithLoaded *loaded, const char *path, gboolean gold, GError **error);
