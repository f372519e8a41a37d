/* What the network makes of a word's form alone: the input of the first recurrent layer's gates. Made once
 * for each form and kept. */
#pragma once

#include "syntax/model.h"

typedef struct _KithForms KithForms;

/* An empty store for one thread. The model is lent. */
KithForms *kith_forms_new(const KithModel *model);
void kith_forms_free(KithForms *forms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithForms, kith_forms_free)

/* Makes sure that n more forms fit in: forgets all where there are too many. */
void kith_forms_reserve(KithForms *forms, guint n);

/* The row of a form, a new one if it is not known; valid until the next kith_forms_reserve. */
guint32 kith_forms_add(KithForms *forms, const char *form);

/* Fills in the rows that are new. */
void kith_forms_project(KithForms *forms);

/* A row's numbers, 8 hidden of them: for each direction the gates as KithModelMatrix has them, KITH_GATE_UNIT
 * for 1. */
const gint16 *kith_forms_get(const KithForms *forms, guint32 row);
