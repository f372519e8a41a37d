/* What the tests of learning share: files of their own, and treebanks read from text. */
#pragma once

#include <glib/gstdio.h>

#include "train/corpus.h"

/* Writes a file to be removed by the caller; its path, owned by the caller. */
static inline char *
write_temporary(const char *name, const void *data, gssize size)
{
  g_autoptr(GError) error = NULL;
  char *path =
      g_strdup_printf("%s/kith-test-%d-%s", g_get_tmp_dir(), (int)g_random_int_range(0, G_MAXINT), name);
  g_file_set_contents(path, data, size, &error);
  g_assert_no_error(error);
  return path;
}

/* Adds a treebank with NE= to a corpus; texts of the genres in exclude (NULL: none) are left out. */
static inline void
add_treebank(KithCorpus *corpus, const char *treebank, const char *const *exclude)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = write_temporary("treebank.conllu", treebank, -1);
  kith_corpus_add_conllu(corpus, path, KITH_NAMES_MISC, exclude, "test", &error);
  g_assert_no_error(error);
  g_unlink(path);
}
