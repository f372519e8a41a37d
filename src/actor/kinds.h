/* Inside the actor stage: what nouns of actors have in common. */
#pragma once

#include <glib.h>

/* Sorts of bodies: what "the company", "the party", "the agency" can mean. */
typedef enum {
  KITH_BODY_FIRM = 1 << 0,
  KITH_BODY_PARTY = 1 << 1,
  KITH_BODY_ARMED = 1 << 2,
  KITH_BODY_STATE = 1 << 3, /* ministries, courts, agencies */
  KITH_BODY_CIVIL = 1 << 4, /* unions, federations, charities */
  KITH_BODY_MEDIA = 1 << 5,
  KITH_BODY_WORLD = 1 << 6, /* of states */
  KITH_BODY_SCHOOL = 1 << 7,
  KITH_BODY_SPORT = 1 << 8,
  KITH_BODY_FAITH = 1 << 9,
  KITH_BODY_HOUSE = 1 << 10, /* museums, hospitals */
  KITH_BODY_NAMED = 1 << 11, /* only one that has the noun in its name: "the ministry" */
} KithBodyKind;

/* The sorts of body (KithBodyKind) that a noun can mean; 0 for one that means none. */
guint kith_body_kinds(const char *lemma);
/* Whether its table is in the order that it is searched in. */
gboolean kith_body_table_is_sorted(void);
/* Whether a body of the gazetteer is called so by everybody: NATO "the alliance". */
gboolean kith_body_is_called(const char *id, const char *lemma);
/* What a description's noun has in common with those that mean the same: "justice" with "judge". The word
 * itself where there is none. */
const char *kith_noun_class(const char *lemma);
/* Whether a noun for a person can tell a firm or a country as well: "operator", "rival", "owner". */
gboolean kith_noun_is_firm(const char *lemma);
/* "militants": who fights in an armed body. */
gboolean kith_noun_is_armed(const char *lemma);
/* Whether a noun for a person tells what somebody is rather than which post he has: "athlete". */
gboolean kith_noun_is_trait(const char *lemma);
/* Whether a noun tells a unit of an army: "battalion". */
gboolean kith_noun_is_unit(const char *lemma);
/* Whether a noun tells a stretch of land or water, which nobody acts on: "border", "region". */
gboolean kith_noun_is_area(const char *lemma);
/* Whether what stands before a title is what its holder is in charge of: "Transport Minister". */
gboolean kith_title_has_office(const char *lemma);
