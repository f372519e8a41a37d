/* Times as the graph writes them, in days. */
#pragma once

#include "base/api.h"

/* The first and the last day of a time: "2021-10-05", "2021-10-05T09:30", "2021-W40", "2021-10", "2021", or
 * two of them parted by "/", ".." for an open end (ISO 8601-2). Both are owned by the caller, NULL for an
 * open end. FALSE, and both NULL, for a duration ("P20Y") and anything else. */
KITH_API gboolean kith_time_days(const char *time, char **first, char **last);
