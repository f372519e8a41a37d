/* Inside the actor stage: stretches of words that may be names, before they are mentions. */
#pragma once

#include "actor/finder.h"

/* A stretch of words that may be a name. */
typedef struct {
  guint begin, end;
  KithName ner;
  const KithGazetteerEntry *entry;
  KithGazetteerUse use;
  gboolean told; /* what it is, by the words around it */
} KithNameSpan;

/* Adds the spans of a sentence to two arrays of KithNameSpan: names, which do not overlap, and names inside
 * others that are mentions of their own. */
void kith_spans_collect(const KithFinder *f, guint s, GArray *spans, GArray *nested);
/* mend.c: puts right what the tagger has cut off, run together or taken for a person or place. */
void kith_spans_mend(const KithFinder *f, guint s, GArray *spans);

/* mend.c: what a stretch that the tagger has as neither of three is by the words around it; none where they
 * do not tell. */
KithName kith_span_told(const KithFinder *f, guint s, guint begin, guint end);

/* names.c: makes a mention of a span, if it is an actor's name. */
void kith_finder_add_name(KithFinder *f, guint s, const KithNameSpan *span);
/* acting.c: adds the names that the tagger has as none, by what they do and undergo. Whether there were any.
 */
gboolean kith_finder_acting(KithFinder *f);

/* What a word is as a common noun or title: its form in lower case, its lemma, or its form without a plural's
 * ending. */
KithNoun kith_span_noun(const KithFinder *f, const KithWord *word);
/* titles.c: the word behind a country's name or adjective that begins a stretch; begin where there is none.
 */
guint kith_span_behind_country(const KithFinder *f, guint s, guint begin, guint end);
/* titles.c: the first word of a name behind its titles, "Deputy Secretary of State Jane Roe". */
guint kith_span_behind_titles(const KithFinder *f, guint s, guint begin, guint end, KithName ner);
/* "Example.com", "comp.lang.c". */
gboolean kith_is_site(const char *form);
/* "NASA", or a site. */
gboolean kith_is_acronym(const char *form);
/* "Home Guard": a body, for all that its noun is a person. */
gboolean kith_is_guard(const KithWord *words, guint word);
/* "Evening Courier": a newspaper by its last word. */
gboolean kith_is_paper(const KithWord *last);
/* "Acme Group", "Evening Post": a body, for all that its last word tells something else. */
gboolean kith_is_titled_body(const KithWord *last);
/* "Popular Front": a party or an armed body by its last word. */
gboolean kith_is_party(const KithWord *last);
/* firms.c: drops what only tells where a firm's shares are dealt in, "(NYSE: ACM)", and web addresses; who
 * stands before such brackets is a firm. */
void kith_spans_drop_listings(const KithFinder *f, guint s, GArray *spans);
/* undertakings.c: adds projects and initiatives that act: "the Clean Rivers Initiative helped them". */
void kith_spans_add_undertakings(const KithFinder *f, guint s, GArray *spans);
/* firms.c: a name in lower case, without what says what a firm is in law: "acme" for "Acme, Inc.". The
 * caller's. */
char *kith_firm_key(const char *name);
/* firms.c: what only firms have as their last word: "Acme Capital". */
gboolean kith_is_firms(const KithWord *last);
/* Whether a noun for a person is somebody's family name, as it is written: "Baker told reporters". */
gboolean kith_is_family(const KithFinder *f, guint s, guint w);
gboolean kith_is_article(const KithWord *word);
/* Whether a name that ends before a word tells whose dollars they are: "US$ 20". */
gboolean kith_is_currency(const KithWord *words, guint n, guint end);
/* Whether a word is the post whose office, as a body, the words behind it mean: "the Lima sheriff's office".
 */
gboolean kith_is_office_owner(const KithWord *words, guint n, guint word);
/* "'s" */
gboolean kith_is_owner_mark(const KithWord *word);
/* Prepositions that places stand behind; NULL-ended. */
extern const char *const kith_before_places[];
