#include "train/name-lists.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"

KithNameLists *
kith_name_lists_read(const char *path, GError **error)
{
  static const char *const kinds[KITH_N_SWAPS] = {
      [KITH_SWAP_GIVEN] = "given", [KITH_SWAP_FAMILY] = "family", [KITH_SWAP_PLACE] = "place"};
  g_autoptr(GBytes) bytes = kith_file_read(path, 1 << 28, error);
  if (bytes == NULL)
    return NULL;
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  g_autofree char *text = g_strndup(data, size);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_autoptr(KithNameLists) lists = g_new0(KithNameLists, 1);
  for (guint k = 0; k < KITH_N_SWAPS; k++)
    lists->names[k] = g_ptr_array_new_with_free_func(g_free);
  lists->given = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; lines[i] != NULL; i++) {
    char *tab = strchr(lines[i], '\t');
    guint kind = KITH_SWAP_NONE;
    if (*lines[i] == '\0' || *lines[i] == '#')
      continue;
    for (guint k = 0; tab != NULL && k < KITH_N_SWAPS; k++)
      if (kinds[k] != NULL && strncmp(lines[i], kinds[k], (gsize)(tab - lines[i])) == 0 &&
          kinds[k][tab - lines[i]] == '\0')
        kind = k;
    if (kind == KITH_SWAP_NONE || !g_utf8_validate(tab + 1, -1, NULL) || tab[1] == '\0') {
      g_set_error(error, KITH_ERROR, KITH_ERROR_INPUT,
                  "%s:%u: given, family or place, a tab and a name are expected", path, i + 1);
      return NULL;
    }
    char *name = g_strdup(tab + 1);
    g_ptr_array_add(lists->names[kind], name);
    if (kind == KITH_SWAP_GIVEN)
      g_hash_table_add(lists->given, name);
  }
  return g_steal_pointer(&lists);
}

void
kith_name_lists_free(KithNameLists *lists)
{
  if (lists == NULL)
    return;
  g_hash_table_unref(lists->given);
  for (guint k = 0; k < KITH_N_SWAPS; k++)
    g_ptr_array_unref(lists->names[k]);
  g_free(lists);
}
