/* Inside the actor stage: what nouns of actors have in common. */
#pragma once

#include <glib.h>

/* What a description's noun has in common with those that mean the same: "justice" with "judge". The word
 * itself where there is none. */
const char *kith_noun_class(const char *lemma);
/* Whether a noun for a person can tell a firm or a country as well: "operator", "rival", "owner". */
gboolean kith_noun_is_firm(const char *lemma);
/* Whether what stands before a title is what its holder is in charge of: "Transport Minister". */
gboolean kith_title_has_office(const char *lemma);
