/* What is given, as the subject of what it does: "this aid will support farmers". */
#pragma once

#include "relation/scene.h"

/* Whether a noun is help or money that somebody gives. */
gboolean kith_gift_is(const KithScene *scene, gint noun);

/* Adds who gave what a noun with an article or "this" takes up, by the last of the sentences before that
 * tells of aid. */
void kith_gift_givers(const KithScene *scene, gint noun, GArray *found);
