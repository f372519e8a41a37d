#include "text/credit.h"

#include <string.h>

#include "text/chars.h"
#include "text/wordlist.h"

enum { MAX_BEFORE = 4, MAX_AFTER = 14, MAX_BY = 9 };

static gboolean
is_picture_word(const char *form)
{
  static const char *const words[] = {"credit", "graphic",    "illustration", "image",       "images",
                                      "photo",  "photograph", "photographer", "photographs", "photos",
                                      "pic",    "picture",    "pictures"};
  return KITH_IN_LIST(words, form, strlen(form));
}

static gboolean
is_picture_suffix(const char *form)
{
  static const char *const words[] = {"copyright", "courtesy", "credit", "credits", "source"};
  return KITH_IN_LIST(words, form, strlen(form));
}

static gboolean
is_capitalised(const KithWord *word)
{
  gsize next;
  return kith_char_kind(kith_char_at(word->form, 0, &next)) == KITH_CHAR_UPPER;
}

static gboolean
is_word(const KithWord *word)
{
  gsize next;
  return kith_kind_is_word(kith_char_kind(kith_char_at(word->form, 0, &next)));
}

/* Words of a credit's names from words[i] on, to its closing bracket, full stop or the end; 0 where what
 * follows is no list of names. */
static guint
names_end(const KithWord *words, guint i, guint n, char close, guint most)
{
  guint capitals = 0, lower = 0, begin = i;
  for (; i < n && i - begin < most; i++) {
    const char *form = words[i].form;
    if (close != 0 && form[0] == close)
      return capitals > 0 ? i + 1 : 0;
    if (close == 0 && (form[0] == '.' || form[0] == '|') && i > begin)
      return capitals > 0 ? i + 1 : 0;
    if (is_capitalised(&words[i]))
      capitals++;
    else if (is_word(&words[i]) && !kith_is_function_word(form, strlen(form)) && strcmp(form, "via") != 0 &&
             !is_picture_suffix(form) && ++lower > (close != 0 ? 2 : 0))
      return 0;
  }
  return i == n && close == 0 && capitals > 0 ? n : 0;
}

guint
kith_credit_length(const KithWord *words, guint n)
{
  static const char opening[] = "([", closing[] = ")]";
  const char *bracket = strchr(opening, words[0].form[0]);
  char close = bracket != NULL && *bracket != '\0' ? closing[bracket - opening] : 0;
  guint i = close != 0 ? 1 : 0, first = i;
  /* "AP Photo", "File photo", "Main image" */
  while (i < n && i - first < MAX_BEFORE && !is_picture_word(words[i].form) && is_word(&words[i]) &&
         (close != 0 || is_capitalised(&words[i])))
    i++;
  if (i >= n || !is_picture_word(words[i].form) || (close == 0 && !is_capitalised(&words[first])))
    return 0;
  i++;
  gboolean suffix = i < n && is_picture_suffix(words[i].form);
  if (suffix)
    i++;
  if (i >= n)
    return close == 0 && suffix ? n : 0;
  const char *mark = words[i].form;
  if (close != 0 && mark[0] == close)
    return i + 1;
  if (strcmp(mark, ":") == 0 || strcmp(mark, "/") == 0 || strcmp(mark, "\xC2\xA9") == 0 ||
      (suffix && strcmp(mark, ",") == 0))
    return names_end(words, i + 1, n, close, MAX_AFTER);
  if (g_ascii_strcasecmp(mark, "by") == 0 || g_ascii_strcasecmp(mark, "courtesy") == 0)
    return names_end(words, i + 1, n, close, close != 0 ? MAX_AFTER : MAX_BY);
  return 0;
}
