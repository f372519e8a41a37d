/* What the tests of the tree mender share: trees written as lines of words, and what becomes of them. */
#pragma once

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "syntax/mend.h"

/* A tree and what it is to be. In the tree a word is "form lemma UPOS[/XPOS] head deprel [NAME]", heads
 * counted from 1, 0 for the root, NAME being PER, ORG, LOC or MISC; words are parted by " | ". In what it
 * becomes, "number head deprel [UPOS]" for each word that changes, parted likewise; all others stay. */
typedef struct {
  const char *tree, *mended;
} MendCase;

static inline KithName
mend_name(const char *name)
{
  static const char *const names[] = {"PER", "ORG", "LOC", "MISC"};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (g_strcmp0(name, names[i]) == 0)
      return (KithName)(KITH_NAME_PER + i);
  return KITH_NAME_NONE;
}

/* The words of a case's tree; the fields own their strings (freed with the list). */
static inline GArray *
mend_words(const char *tree, GPtrArray *fields)
{
  GArray *words = g_array_new(FALSE, TRUE, sizeof(KithWord));
  g_auto(GStrv) parts = g_strsplit(tree, " | ", -1);
  gboolean spaced = TRUE;
  for (guint i = 0; parts[i] != NULL; i++) {
    char **field = g_strsplit(parts[i], " ", -1);
    g_ptr_array_add(fields, field);
    g_assert_cmpuint(g_strv_length(field), >=, 5);
    char *xpos = strchr(field[2], '/');
    if (xpos != NULL)
      *xpos++ = '\0';
    KithWord word = {.form = field[0], .lemma = field[1], .xpos = xpos, .head = atoi(field[3]) - 1};
    word.upos = (guint8)kith_upos_parse(field[2]);
    word.deprel = (guint8)kith_deprel_parse(field[4]);
    word.name = (guint8)mend_name(field[5]);
    gboolean hyphen = strcmp(word.form, "-") == 0;
    word.flags = spaced && !hyphen ? KITH_WORD_SPACE_BEFORE : 0;
    spaced = !hyphen;
    g_array_append_val(words, word);
  }
  return words;
}

static inline void
mend_check(const MendCase *cases, guint n)
{
  for (guint k = 0; k < n; k++) {
    g_test_message("%s", cases[k].tree);
    g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    g_autoptr(GArray) wanted = mend_words(cases[k].tree, fields);
    g_autoptr(GArray) words = mend_words(cases[k].tree, fields);
    g_auto(GStrv) changes = g_strsplit(cases[k].mended, " | ", -1);
    for (guint i = 0; changes[i] != NULL; i++) {
      g_auto(GStrv) field = g_strsplit(changes[i], " ", -1);
      KithWord *word = &g_array_index(wanted, KithWord, (guint)atoi(field[0]) - 1);
      word->head = atoi(field[1]) - 1;
      word->deprel = (guint8)kith_deprel_parse(field[2]);
      if (field[3] != NULL)
        word->upos = (guint8)kith_upos_parse(field[3]);
    }
    kith_mend_tree((KithWord *)(gpointer)words->data, words->len);
    for (guint i = 0; i < words->len; i++) {
      const KithWord *given = &g_array_index(words, KithWord, i),
                     *right = &g_array_index(wanted, KithWord, i);
      if (given->head != right->head || given->deprel != right->deprel || given->upos != right->upos)
        g_error("%s: %s is %s %s of %d, wanted %s %s of %d", cases[k].tree, given->form,
                kith_upos_name((KithUpos)given->upos), kith_deprel_name((KithDeprel)given->deprel),
                given->head + 1, kith_upos_name((KithUpos)right->upos),
                kith_deprel_name((KithDeprel)right->deprel), right->head + 1);
    }
  }
}
