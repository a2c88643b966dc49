/*
 * pdf_bare_maker.h - how a table without ruled lines is made (prefix pdf_maker_; inside read only).
 *
 * pdf_bare_column.c finds the columns of values, pdf_bare_text.c the texts that are cells,
 * pdf_bare_row.c the rows they belong to, and pdf_bare_grid.c calls them and writes the table.
 *
 * Ownership  All lives in the arena of the PDF.
 */
#ifndef AUDITOR_READ_PDF_BARE_MAKER_H
#define AUDITOR_READ_PDF_BARE_MAKER_H

#include "read/pdf_bare.h"

enum { PDF_MAKER_COLUMNS = 64, PDF_MAKER_LABELS = 4 };

struct pdf_column {
    float x0, x1;
};

struct pdf_text { /* a cell in the making */
    struct pdf_box box;
    size_t first; /* atom */
    float y;      /* of its middle */
    float last;   /* height of its last line */
    size_t lines;
    int row; /* it belongs to; -1: none yet */
    bool value;
};

struct pdf_row {
    float y, left; /* left: of its first value */
    bool values;
    int cells[PDF_MAKER_COLUMNS + PDF_MAKER_LABELS]; /* texts, from the left */
    size_t n;
};

struct pdf_maker {
    struct pdf *pdf;
    const struct pdf_page *page;
    bool ruled; /* lines part its rows */
    bool tight; /* rows are as near to each other as the lines of a cell */
    struct pdf_atom *atoms;
    size_t n;
    struct pdf_column columns[PDF_MAKER_COLUMNS]; /* of values, from the left */
    size_t column_count;
    struct pdf_text *texts;
    size_t text_count;
    struct pdf_row *rows;
    size_t row_count;
    float pitch;       /* from line to line inside a cell; 0: no cell has two */
    float first_value; /* height of the first row of values */
};

/* Is there a value at the atom's height? */
bool pdf_maker_level_has_value(const struct pdf_maker *m, size_t atom);

/* --- pdf_bare_column.c --- */

void pdf_maker_columns(struct pdf_maker *m);       /* of values */
void pdf_maker_blank_columns(struct pdf_maker *m); /* of texts in the header alone */
/* How many columns lie below a box, and which is the first. */
size_t pdf_maker_under(const struct pdf_maker *m, const struct pdf_box *box, size_t *first);

/* --- pdf_bare_text.c --- */

void pdf_maker_texts(struct pdf_maker *m);

/* --- pdf_bare_row.c --- */

void pdf_maker_rows(struct pdf_maker *m); /* from top to bottom, with their texts */

/* How far two ranges reach over each other; below 0: not. */
static inline float pdf_overlap(float a0, float a1, float b0, float b1)
{
    return (a1 < b1 ? a1 : b1) - (a0 > b0 ? a0 : b0);
}

#endif /* AUDITOR_READ_PDF_BARE_MAKER_H */
