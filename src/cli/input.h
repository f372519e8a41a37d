/* Documents out of files and standard input, in the forms of --input. */
#pragma once

#include <glib.h>

#include "text/document.h"

/* Adds the options that choose a form to a command's; kith_input_read_all() goes by them. */
void kith_input_add_options(GOptionContext *context);

/* The documents of n files ("-": standard input, which is read where n is 0), in the form that the options
 * say; one a file for most. Up to `threads` files are read at a time. A document whose text does not look
 * English gets a warning on standard error. NULL and an error, KITH_ERROR_USAGE where an option's value is
 * none. Elements are KithDocument *, freed with the array. */
GPtrArray *kith_input_read_all(int n, char **paths, guint threads, GError **error);
