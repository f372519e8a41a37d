#include "syntax/lemma.h"

#include <string.h>

char *
kith_lemma_fold(const char *form)
{
  g_autofree char *lower = g_utf8_strdown(form, -1);
  GString *out = g_string_new(NULL);
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    g_string_append_unichar(out, c == 0x2019 || c == 0x2018 ? '\'' : c);
  }
  return g_string_free(out, FALSE);
}

char *
kith_lemma_apply(const char *script, const char *form)
{
  if (script[0] == '=')
    return g_strdup(script + 1);
  if (script[0] != 'l' && script[0] != 'k')
    return NULL;
  char *end;
  guint64 cut = g_ascii_strtoull(script + 1, &end, 10);
  if (*end != '|')
    return NULL;
  g_autofree char *base = script[0] == 'l' ? g_utf8_strdown(form, -1) : g_strdup(form);
  gsize length = strlen(base);
  if (cut > length || (length == cut && end[1] == '\0'))
    return NULL;
  const char *at = base + (length - cut);
  if (((guchar)*at & 0xc0) == 0x80)
    return NULL;
  base[length - cut] = '\0';
  return g_strconcat(base, end + 1, NULL);
}

/* The script of a key, NULL for none. */
static const char *
find_rule(const KithLemmas *lemmas, guint64 key)
{
  guint32 i = kith_hash_find(&lemmas->rules, key, G_MAXUINT32);
  return i < lemmas->n_scripts ? lemmas->scripts[i] : NULL;
}

/* The lemma by the rules of these tags; NULL where none fits. */
static char *
get_by(const KithLemmas *lemmas, const char *form, const char *folded, guint upos, const char *xpos)
{
  gsize length = strlen(folded);
  const char *script = find_rule(lemmas, kith_lemma_key(folded, length, TRUE, upos, xpos));
  char *lemma = script != NULL ? kith_lemma_apply(script, form) : NULL;
  for (gsize size = MIN(length, KITH_MAX_LEMMA_SUFFIX) + 1; lemma == NULL && size-- > 0;) {
    script = find_rule(lemmas, kith_lemma_key(folded + length - size, size, FALSE, upos, xpos));
    lemma = script != NULL ? kith_lemma_apply(script, form) : NULL;
  }
  return lemma;
}

char *
kith_lemma_get(const KithLemmas *lemmas, const char *form, guint upos, const char *xpos)
{
  g_autofree char *folded = kith_lemma_fold(form);
  char *lemma = get_by(lemmas, form, folded, upos, xpos);
  if (lemma == NULL)
    lemma = get_by(lemmas, form, folded, upos, "");
  return lemma != NULL ? lemma : g_strdup(form);
}
