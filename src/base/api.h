/* What every header of kith begins with: the mark of public symbols, and spans. */
#pragma once

#include <glib.h>

/* Marks the functions that libkith exports; all others are hidden. */
#define KITH_API __attribute__((visibility("default")))

/* A half-open range of bytes in a document's text. */
typedef struct {
  gsize begin;
  gsize end;
} KithSpan;

/* "No such thing", where an index is expected. */
#define KITH_NONE G_MAXUINT
