/*
 * pdf_column.h - texts beside each other on a page (prefix pdf_column_; inside read only).
 *
 * Over a band of a page's height a gutter that nothing crosses parts what stands on its left from
 * what stands on its right: columns of one text, or a menu or a box beside it. Rows of labels and
 * values are none: their lines stand at the same heights.
 */
#ifndef AUDITOR_READ_PDF_COLUMN_H
#define AUDITOR_READ_PDF_COLUMN_H

#include "read/pdf_page.h"

struct pdf_band {
    float y0, y1, x;      /* the middles of its first and last lines; x: of the gutter */
    float from[2], to[2]; /* where the text on its left, on its right, begins and ends */
    bool aside[2];        /* what stands on its left, on its right, is no part of the text */
};

struct pdf_bands {
    struct pdf_band *list; /* from top to bottom */
    size_t n;
};

/* Of what stands in no table; in the arena. The words of band i get `side` 2 i + 1 and 2 i + 2. */
struct pdf_bands pdf_column_find(struct arena *arena, const struct pdf_page *page);

#endif /* AUDITOR_READ_PDF_COLUMN_H */
