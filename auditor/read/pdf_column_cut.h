/*
 * pdf_column_cut.h - headings across columns of text (prefix pdf_column_; inside read only).
 *
 * Where a text is set in two columns and its headings run across both, every stretch between two
 * headings is read by itself: its left column, then its right one. A heading that is short leaves
 * the gutter free and seems to stand in the left column; what tells is the hole beside it.
 */
#ifndef AUDITOR_READ_PDF_COLUMN_CUT_H
#define AUDITOR_READ_PDF_COLUMN_CUT_H

#include "read/pdf_column.h"

struct pdf_piece { /* a line, or a table, or a picture */
    struct pdf_box box;
    float y;                     /* of the middle of its line; the top of a table or picture */
    const struct pdf_line *line; /* NULL: no line */
};

/* Of n pieces, from top to bottom, around a gutter at x: cuts (room for n) gets the first piece of
 * every stretch. Returns how many there are; the first begins with the first piece. */
size_t pdf_column_cut(struct arena *arena, const struct pdf_piece *list, size_t n, float x,
                      size_t *cuts);

#endif /* AUDITOR_READ_PDF_COLUMN_CUT_H */
