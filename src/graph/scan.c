#include "graph/scan.h"

#include <string.h>

typedef struct {
  gboolean object;
  gsize index;      /* of the current item */
  gsize key, n_key; /* where the current item's key is written */
} Frame;

typedef struct {
  const char *bytes;
  gsize length, at;
  Frame frames[KITH_JSON_DEPTH];
  guint depth;
  const char *target; /* the path that is sought, or NULL */
  gsize found;
} Scan;

static int
peek(const Scan *scan)
{
  return scan->at < scan->length ? (guchar)scan->bytes[scan->at] : -1;
}

static void
skip_space(Scan *scan)
{
  while (scan->at < scan->length && strchr(" \t\r\n", scan->bytes[scan->at]) && scan->bytes[scan->at] != '\0')
    scan->at++;
}

/* The four hexadecimal digits of \uXXXX at offset; -1 where there are none. */
static int
hex4(const Scan *scan, gsize at)
{
  int value = 0;
  for (int i = 0; i < 4; i++) {
    int digit = at + i < scan->length ? g_ascii_xdigit_value(scan->bytes[at + i]) : -1;
    if (digit < 0)
      return -1;
    value = value * 16 + digit;
  }
  return value;
}

/* At the "u" of an escape: surrogates come in pairs, and U+0000 is no text. */
static const char *
scan_unicode(Scan *scan)
{
  int code = hex4(scan, scan->at + 1);
  if (code < 0)
    return "an escape without its four hexadecimal digits";
  if (code == 0)
    return "U+0000 in a string";
  if (code >= 0xdc00 && code <= 0xdfff)
    return "half of a surrogate pair";
  scan->at += 5;
  if (code < 0xd800 || code > 0xdbff)
    return NULL;
  int low = -1;
  if (scan->at + 1 < scan->length && scan->bytes[scan->at] == '\\' && scan->bytes[scan->at + 1] == 'u')
    low = hex4(scan, scan->at + 2);
  if (low < 0xdc00 || low > 0xdfff)
    return "half of a surrogate pair";
  scan->at += 6;
  return NULL;
}

/* At the opening quote; leaves the place after the closing one. */
static const char *
scan_string(Scan *scan)
{
  scan->at++;
  for (int c; (c = peek(scan)) >= 0;) {
    if (c == '"') {
      scan->at++;
      return NULL;
    }
    if (c < 0x20)
      return "a control character in a string";
    scan->at++;
    if (c != '\\')
      continue;
    c = peek(scan);
    if (c == 'u') {
      const char *problem = scan_unicode(scan);
      if (problem)
        return problem;
    } else if (c > 0 && strchr("\"\\/bfnrt", c)) {
      scan->at++;
    } else {
      return "an escape that JSON does not have";
    }
  }
  return "the file ends within a string";
}

static gboolean
scan_digits(Scan *scan)
{
  gsize from = scan->at;
  while (g_ascii_isdigit(peek(scan)))
    scan->at++;
  return scan->at > from;
}

static const char *
scan_number(Scan *scan)
{
  if (peek(scan) == '-')
    scan->at++;
  if (peek(scan) == '0')
    scan->at++;
  else if (!scan_digits(scan))
    return "no digit where a number should go on";
  if (peek(scan) == '.') {
    scan->at++;
    if (!scan_digits(scan))
      return "no digit after the point";
  }
  if (peek(scan) == 'e' || peek(scan) == 'E') {
    scan->at++;
    if (peek(scan) == '+' || peek(scan) == '-')
      scan->at++;
    if (!scan_digits(scan))
      return "no digit in the exponent";
  }
  return NULL;
}

static const char *
scan_scalar(Scan *scan)
{
  static const char *const words[] = {"true", "false", "null"};
  int c = peek(scan);
  if (c == '"')
    return scan_string(scan);
  if (c == '-' || g_ascii_isdigit(c))
    return scan_number(scan);
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
    gsize n = strlen(words[i]);
    if (scan->length - scan->at >= n && memcmp(scan->bytes + scan->at, words[i], n) == 0) {
      scan->at += n;
      return NULL;
    }
  }
  return c < 0 ? "the file ends where a value should be" : "this is no JSON value";
}

/* Whether the place of the value that begins here is the one sought. */
static gboolean
is_target(const Scan *scan)
{
  const char *p = scan->target;
  for (guint i = 0; i < scan->depth; i++) {
    const Frame *frame = &scan->frames[i];
    if (*p++ != '/')
      return FALSE;
    if (frame->object) {
      if (strncmp(p, scan->bytes + frame->key, frame->n_key) != 0)
        return FALSE;
      p += frame->n_key;
    } else {
      char *end;
      if (!g_ascii_isdigit(*p) || g_ascii_strtoull(p, &end, 10) != frame->index)
        return FALSE;
      p = end;
    }
  }
  return *p == '\0';
}

/* At an object's key: reads it and its colon. */
static const char *
scan_key(Scan *scan, Frame *frame)
{
  if (peek(scan) != '"')
    return peek(scan) < 0 ? "the file ends within an object" : "a key in quotes should be here";
  frame->key = scan->at + 1;
  const char *problem = scan_string(scan);
  if (problem)
    return problem;
  frame->n_key = scan->at - 1 - frame->key;
  skip_space(scan);
  if (peek(scan) != ':')
    return "a colon should be here";
  scan->at++;
  skip_space(scan);
  return NULL;
}

/* At a bracket: opens a frame; *empty where it closes at once. */
static const char *
open_frame(Scan *scan, gboolean *empty)
{
  gboolean object = peek(scan) == '{';
  if (scan->depth == KITH_JSON_DEPTH)
    return "nested too deep";
  scan->at++;
  skip_space(scan);
  *empty = peek(scan) == (object ? '}' : ']');
  if (*empty) {
    scan->at++;
    return NULL;
  }
  Frame *frame = &scan->frames[scan->depth++];
  *frame = (Frame){object, 0, 0, 0};
  return object ? scan_key(scan, frame) : NULL;
}

/* After a value: closes all the frames that end here; *more where another value follows. */
static const char *
close_frames(Scan *scan, gboolean *more)
{
  *more = FALSE;
  while (scan->depth > 0) {
    Frame *frame = &scan->frames[scan->depth - 1];
    skip_space(scan);
    int c = peek(scan);
    if (c == ',') {
      scan->at++;
      frame->index++;
      *more = TRUE;
      skip_space(scan);
      return frame->object ? scan_key(scan, frame) : NULL;
    }
    if (c != (frame->object ? '}' : ']'))
      return c < 0 ? "the file ends within a bracket" : "a comma or a closing bracket should be here";
    scan->at++;
    scan->depth--;
  }
  return NULL;
}

static const char *
scan_all(Scan *scan)
{
  for (gboolean more = TRUE; more;) {
    skip_space(scan);
    if (scan->target && is_target(scan)) {
      scan->found = scan->at;
      return NULL;
    }
    gboolean opened = peek(scan) == '{' || peek(scan) == '[', empty = FALSE;
    const char *problem = opened ? open_frame(scan, &empty) : scan_scalar(scan);
    if (problem)
      return problem;
    if (opened && !empty)
      continue;
    problem = close_frames(scan, &more);
    if (problem)
      return problem;
  }
  skip_space(scan);
  return scan->at < scan->length ? "something follows the end" : NULL;
}

const char *
kith_json_scan(const char *bytes, gsize length, gsize *offset)
{
  const char *bad;
  if (!g_utf8_validate_len(bytes, length, &bad)) {
    *offset = (gsize)(bad - bytes);
    return "this is not UTF-8 text";
  }
  Scan scan = {.bytes = bytes, .length = length};
  const char *problem = scan_all(&scan);
  *offset = scan.at;
  return problem;
}

gsize
kith_json_locate(const char *bytes, gsize length, const char *path)
{
  Scan scan = {.bytes = bytes, .length = length, .target = path};
  scan_all(&scan);
  return scan.found;
}
