/* Tokens of several words: "don't", "Pakistan's", "cannot". */
#pragma once

#include "base/api.h"

enum { KITH_MAX_PARTS = 6 };

/* The lengths in bytes of the words that the token (length bytes) is made of; returns how many, 1 for one
 * word. */
guint kith_contraction_parts(const char *token, gsize length, gsize parts[KITH_MAX_PARTS]);
