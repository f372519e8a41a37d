/* What the commands share. Exit codes: 0 done, 1 failed, 2 usage. */
#pragma once

#include <glib.h>

typedef struct {
  const char *name;
  const char *summary;               /* one line of kith --help */
  int (*run)(int argc, char **argv); /* argv[0] is "kith NAME"; owned by the caller, may be reordered */
} KithCommand;

enum { KITH_EXIT_DONE, KITH_EXIT_FAILED, KITH_EXIT_USAGE };

/* Parses options into context (with its --help) and leaves the arguments in argv; false: *exit_code says what
 * to return (a usage error was printed). Frees nothing. */
gboolean kith_cli_parse(GOptionContext *context, int *argc, char ***argv, int *exit_code);

/* Prints "kith: message" to standard error and clears the error; returns KITH_EXIT_FAILED, or KITH_EXIT_USAGE
 * for KITH_ERROR_USAGE. */
int kith_cli_fail(GError **error);

/* Prints "kith NAME: message" and a hint to --help on standard error; returns KITH_EXIT_USAGE. */
int kith_cli_usage(const char *command, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Sets the bits of the classes of relations in a list parted by commas ("accuse,threaten"); a usage error
 * names those that there are. */
gboolean kith_cli_classes(const char *list, guint64 *classes, GError **error);

/* The path of a file in kith's data folder: $KITH_DATA if set, else the installed one, else ../data or data
 * beside the program. Owned by the caller. */
char *kith_cli_data(const char *name);
