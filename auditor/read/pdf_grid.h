/*
 * pdf_grid.h - a ruled grid in the making (prefix pdf_grid_; inside read only).
 *
 * pdf_ruled.c makes the grid of its lines; pdf_place.c puts the words into its cells.
 */
#ifndef AUDITOR_READ_PDF_GRID_H
#define AUDITOR_READ_PDF_GRID_H

#include "read/pdf_page.h"

struct pdf_grid {
    float *x, *y;
    uint32_t nx, ny;     /* edges */
    float *left, *above; /* by field: how much of its left edge, of its upper edge is drawn */
};

/* Every word of the page that stands in the grid goes into its cell; owner: by field, 1-based. */
void pdf_grid_fill(struct arena *arena, const struct pdf_grid *g, struct pdf_table *t,
                   const uint32_t *owner, struct pdf_page *page);

/* Rows too low for a line of text are no rows: borders that stand apart, or were drawn twice. */
void pdf_grid_trim(const struct pdf_grid *g, struct pdf_table *t);

#endif /* AUDITOR_READ_PDF_GRID_H */
