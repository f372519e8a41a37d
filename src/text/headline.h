/* Headline, standfirst, subheads; the order of an article's head. */
#pragma once

#include "text/document.h"

/* Sets the kind of headlines, datelines, bylines and lines of dates, and fills in author, place and date. */
void kith_headline_mark(KithDocument *document);

/* Fills in the title, once boilerplate is marked: the first headline above the body that is one. */
void kith_headline_title(KithDocument *document);
