/* The course of a line from one actor to another. */
#pragma once

#include "draw/sheet.h"

/* A curve from the border of a to that of b, through via (the centre of a label; NULL: straight). Arrowheads,
 * where wanted, take arrow points of the line. */
void kith_curve_course(KithCurve *curve, const KithBox *a, const KithBox *b, const KithBox *via,
                       double start_arrow, double end_arrow);
