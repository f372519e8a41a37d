/* Title, legend and notes: what is written round the drawing. */
#pragma once

#include "draw/sheet.h"

/* Adds the texts and samples, without places: title and byline, a heading for actors that stand apart, a
 * sample with its text for whatever occurs in the scene, notes. */
void kith_legend_fill(KithSheet *sheet);

/* Places them, once texts have their sizes, round what is placed already; sets the page. Actors that stand
 * apart get their places here, too. */
void kith_legend_place(KithSheet *sheet);

/* The width and height of samples in points. */
#define KITH_SAMPLE_WIDTH 30.0
#define KITH_SAMPLE_HEIGHT 14.0
