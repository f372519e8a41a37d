#include "syntax/mend-parts.h"

#include <string.h>

gboolean
kith_mend_is_in(const char *word, const char *list)
{
  gsize length = strlen(word);
  for (const char *at = list; length > 0 && (at = strstr(at, word)) != NULL; at += length)
    if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

gint
kith_mend_child(const KithWord *words, guint n, gint head, KithDeprel universal)
{
  for (guint i = (guint)MAX(head - KITH_MEND_REACH, 0); i < MIN(n, (guint)head + KITH_MEND_REACH); i++)
    if (words[i].head == head && kith_deprel_universal((KithDeprel)words[i].deprel) == universal)
      return (gint)i;
  return -1;
}

gboolean
kith_mend_is_nominal(const KithWord *word)
{
  return word->upos == KITH_NOUN || word->upos == KITH_PROPN;
}
