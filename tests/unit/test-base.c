/* Names of types, slugs, characters, files. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/iso8601.h"
#include "base/chars.h"
#include "base/error.h"
#include "base/file.h"
#include "base/slug.h"
#include "base/types.h"

/* Every name leads back to its value, and nothing else does. */
static void
test_names(void)
{
  for (int i = 0; i < KITH_N_CLASSES; i++) {
    KithClass class = KITH_N_CLASSES;
    g_assert_true(kith_class_parse(kith_class_name((KithClass)i), &class));
    g_assert_cmpint(class, ==, i);
  }
  for (int i = 0; i < KITH_N_ACTOR_TYPES; i++) {
    KithActorType type = KITH_N_ACTOR_TYPES;
    g_assert_true(kith_actor_type_parse(kith_actor_type_name((KithActorType)i), &type));
    g_assert_cmpint(type, ==, i);
  }
  for (int i = 0; i < KITH_N_MODALITIES; i++) {
    KithModality modality = KITH_N_MODALITIES;
    g_assert_true(kith_modality_parse(kith_modality_name((KithModality)i), &modality));
    g_assert_cmpint(modality, ==, i);
  }
  KithPolarity polarity = KITH_N_POLARITIES;
  g_assert_true(kith_polarity_parse("negative", &polarity));
  g_assert_cmpint(polarity, ==, KITH_NEGATIVE);
  g_assert_false(kith_polarity_parse("Negative", &polarity));
  KithClass class = KITH_CLASS_AID;
  g_assert_false(kith_class_parse("consul", &class));
  g_assert_false(kith_class_parse(NULL, &class));
  g_assert_cmpint(class, ==, KITH_CLASS_AID);
  g_assert_null(kith_class_name(KITH_N_CLASSES));
  g_assert_null(kith_actor_type_name(KITH_N_ACTOR_TYPES));
}

static void
test_classes(void)
{
  static const char symmetric[] = " consult agree cooperate ally enemy family ";
  static const char states[] = " role member located-in rules ally enemy family ";
  for (int i = 0; i < KITH_N_CLASSES; i++) {
    g_autofree char *word = g_strdup_printf(" %s ", kith_class_name((KithClass)i));
    g_assert_cmpint(kith_class_is_symmetric((KithClass)i), ==, strstr(symmetric, word) != NULL);
    g_assert_cmpint(kith_class_is_state((KithClass)i), ==, strstr(states, word) != NULL);
  }
  g_assert_cmpstr(kith_class_cameo(KITH_CLASS_CONSULT), ==, "04");
  g_assert_cmpstr(kith_class_cameo(KITH_CLASS_ACCUSE), ==, "11");
  g_assert_null(kith_class_cameo(KITH_CLASS_ROLE));
  g_assert_cmpstr(kith_family_name(kith_class_family(KITH_CLASS_ASSAULT)), ==, "conflict");
  g_assert_cmpstr(kith_family_name(kith_class_family(KITH_CLASS_MEMBER)), ==, "structure");
}

static void
test_slug(void)
{
  static const struct {
    const char *text, *slug;
  } cases[] = {
      {"Imran Khan", "imran-khan"},
      {"U.S.", "us"},
      {"  São Tomé & Príncipe ", "sao-tome-principe"},
      {"Côte d’Ivoire", "cote-divoire"},
      {"北京", "北京"},
      {"?!", "x"},
      {"", "x"},
      {"a/b#c<d>", "a-b-c-d"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *slug = kith_slug(cases[i].text);
    g_assert_cmpstr(slug, ==, cases[i].slug);
  }
}

static void
test_chars(void)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < 500; i++)
    g_string_append(text, i % 3 ? "x" : "€😀");
  g_autoptr(KithChars) chars = kith_chars_new(text->str, text->len);
  for (const char *p = text->str;; p = g_utf8_next_char(p)) {
    gsize byte = (gsize)(p - text->str);
    g_assert_cmpuint(kith_chars_before(chars, byte), ==, (gsize)g_utf8_pointer_to_offset(text->str, p));
    if (*p == '\0')
      break;
  }
  g_assert_cmpuint(kith_chars_before(chars, text->len + 99), ==, (gsize)g_utf8_strlen(text->str, -1));
  g_autoptr(KithChars) none = kith_chars_new("", 0);
  g_assert_cmpuint(kith_chars_before(none, 0), ==, 0);
}

static void
test_files(void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp("kith-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "a", NULL);
  g_assert_true(kith_file_write(path, "12345", 5, &error));
  g_autoptr(GBytes) bytes = kith_file_read(path, 5, &error);
  g_assert_no_error(error);
  g_assert_cmpmem(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), "12345", 5);
  g_autoptr(GBytes) map = kith_file_map(path, &error);
  g_assert_no_error(error);
  g_assert_true(g_bytes_equal(map, bytes));

  g_assert_null(kith_file_read(path, 4, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_LIMIT);
  g_clear_error(&error);
  g_assert_null(kith_file_read(folder, 100, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_IO);
  g_assert_nonnull(strstr(error->message, folder));
  g_clear_error(&error);
  g_assert_false(kith_file_write(folder, "x", 1, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_IO);
  g_clear_error(&error);
  g_assert_false(kith_file_write("/dev/full", "x", 1, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_IO);
  g_clear_error(&error);
  g_unlink(path);
  g_assert_null(kith_file_read(path, 100, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_IO);
  g_clear_error(&error);
  g_assert_null(kith_file_map(path, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_IO);
  g_clear_error(&error);
  g_autofree char *nowhere = g_build_filename(folder, "no", "where", NULL);
  g_assert_false(kith_file_write(nowhere, "x", 1, &error));
  g_assert_error(error, KITH_ERROR, KITH_ERROR_IO);
  g_rmdir(folder);
}

static void
test_days(void)
{
  static const struct {
    const char *time, *first, *last; /* "" for none at all */
  } cases[] = {
      {"2021-10-05", "2021-10-05", "2021-10-05"},
      {"2024-02-26T09:30", "2024-02-26", "2024-02-26"},
      {"2021-W40", "2021-10-04", "2021-10-10"},
      {"2024-W52", "2024-12-23", "2024-12-29"},
      {"2024-02", "2024-02-01", "2024-02-29"},
      {"2020", "2020-01-01", "2020-12-31"},
      {"2022-04/2022-06", "2022-04-01", "2022-06-30"},
      {"2016-10/..", "2016-10-01", NULL},
      {"../2018-06-30", NULL, "2018-06-30"},
      {"P20Y", "", ""},
      {"2021-13", "", ""},
      {"../..", "", ""},
      {"..", "", ""},
      {"2021-02-30", "", ""},
      {"", "", ""},
      {"soon", "", ""},
      {"2021-10-05/", "", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *first = NULL;
    g_autofree char *last = NULL;
    gboolean none = g_strcmp0(cases[i].first, "") == 0;
    g_assert_cmpint(kith_time_days(cases[i].time, &first, &last), ==, !none);
    g_assert_cmpstr(first, ==, none ? NULL : cases[i].first);
    g_assert_cmpstr(last, ==, none ? NULL : cases[i].last);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/base/names", test_names);
  g_test_add_func("/base/classes", test_classes);
  g_test_add_func("/base/slug", test_slug);
  g_test_add_func("/base/chars", test_chars);
  g_test_add_func("/base/files", test_files);
  g_test_add_func("/base/days", test_days);
  return g_test_run();
}
