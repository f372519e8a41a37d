/* A strict look at JSON before it is parsed: json-glib takes more than JSON, knows no bound for nesting, and
 * tells no places. */
#pragma once

#include "base/api.h"

/* Checks that bytes are one JSON value (RFC 8259, UTF-8, no U+0000) nested
 * at most KITH_JSON_DEPTH deep. NULL, or what is wrong (static) and *offset where. */
enum { KITH_JSON_DEPTH = 64 };
const char *kith_json_scan(const char *bytes, gsize length, gsize *offset);

/* The offset at which the value of a path ("/relations/3/source"; keys as they are written) begins; 0 where
 * there is none. The JSON has been found right. */
gsize kith_json_locate(const char *bytes, gsize length, const char *path);
