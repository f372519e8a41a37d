/* Rows of text for a terminal, for other programs (TSV), and colour. */
#pragma once

#include <glib.h>

typedef struct {
  GPtrArray *rows; /* char ** of n_columns, owned; the first row has the headings */
  guint n_columns;
} KithTable;

/* A table with these headings (ended by NULL). */
KithTable *kith_table_new(const char *const *headings);
void kith_table_free(KithTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithTable, kith_table_free)

/* Adds a row of as many cells as there are headings; NULL counts as "". */
void kith_table_add(KithTable *table, ...);
/* The same; the cells (n_columns of them) are copied. */
void kith_table_add_cells(KithTable *table, const char *const *cells);

/* Appends the table, its columns parted by two spaces. width: columns of the terminal that lines are cut to
 * fit, the widest cells first; 0: not cut. Control characters become spaces, so that no text can speak to the
 * terminal. */
void kith_table_format(const KithTable *table, guint width, gboolean colour, GString *out);

/* Appends the table as TSV: a tab between cells; tabs, line ends and backslashes within them as \t, \n, \r,
 * \\. */
void kith_table_format_tsv(const KithTable *table, GString *out);

/* The columns of the terminal on standard output ($COLUMNS goes before); 0 where it is none. */
guint kith_terminal_width(void);
/* Whether standard output is a terminal that may be sent colours ($NO_COLOR and TERM=dumb forbid it). */
gboolean kith_terminal_colour(void);

/* Appends text in a colour's SGR parameters ("1", "36") where colour is true; control characters become
 * spaces. */
void kith_append_styled(GString *out, const char *text, const char *style, gboolean colour);

/* Appends text in lines of at most width columns (0: one line), each after an indent of spaces. */
void kith_append_wrapped(GString *out, const char *text, guint indent, guint width);
