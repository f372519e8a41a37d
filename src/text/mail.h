/* The header of an e-mail: newsletters and statements are often saved whole. */
#pragma once

#include "text/document.h"

/* Where an e-mail's header ends, in bytes: at the first blank line, if the text begins with lines of the form
 * "From: ...", one of them "Subject:" or "From:" (RFC 5322, 2.2); 0 where it has none. */
gsize kith_mail_header_end(const char *text, gsize length);

/* Fills in title and date, where nothing is known of them, from a field of the header, all of it on one line.
 */
void kith_mail_header_take(KithDocument *document, const char *line);
