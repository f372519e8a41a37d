#include "train/export.h"

#include <string.h>

#include "base/file.h"

gboolean
kith_corpus_export(const KithCorpus *corpus, const char *path, GError **error)
{
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint s = 0; s < corpus->sentences->len; s++) {
    const KithGoldSentence *sentence = kith_corpus_sentence(corpus, s);
    const KithGoldWord *words = kith_corpus_words(corpus, sentence);
    g_string_append_printf(out, "# kind = %s\n", sentence->kind);
    for (guint i = 0; i < sentence->n; i++) {
      const KithGoldWord *w = &words[i];
      g_string_append_printf(out, "%u\t%s\t_\t", i + 1, w->form);
      if (sentence->has_tree)
        g_string_append_printf(out, "%s\t%s\t%s\t%d\t%s\t_\t", kith_upos_name(w->upos), w->xpos, w->feats,
                               w->head + 1, kith_deprel_name(w->deprel));
      else
        g_string_append(out, "_\t_\t_\t_\t_\t_\t");
      if (sentence->has_names)
        g_string_append_printf(out, "Names=%x\n", w->names);
      else
        g_string_append(out, "_\n");
    }
    g_string_append_c(out, '\n');
  }
  return kith_file_write(path, out->str, out->len, error);
}
