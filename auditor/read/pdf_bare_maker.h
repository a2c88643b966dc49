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
    int row;           /* it belongs to; -1: none yet */
    size_t value_atom; /* of its row; the number of atoms: not known */
    bool value;
};

struct pdf_row {
    float y, left; /* left: of its first value */
    bool values;
    int cells[PDF_MAKER_COLUMNS + PDF_MAKER_LABELS]; /* texts, from the left */
    size_t n;
};

struct pdf_maker {
    const struct pdf_scroll *scroll;
    bool ruled; /* lines part its rows */
    bool tight; /* rows are as near to each other as the lines of a cell */
    struct pdf_atom *atoms;
    size_t n, room;                               /* of atoms: how many there may be */
    struct pdf_column columns[PDF_MAKER_COLUMNS]; /* of values, from the left */
    size_t column_count;
    struct pdf_text *texts;
    size_t text_count;
    struct pdf_row *rows;
    size_t row_count;
    float border, border_y; /* where two labels that touch were parted, and at which height */
    float drop;             /* of labels below the figures beside them */
    float pitch;            /* from line to line inside a cell; 0: no cell has two */
    float first_value;      /* height of the first row of values */
};

/* Is there a value at the atom's height? */
bool pdf_maker_level_has_value(const struct pdf_maker *m, size_t atom);

/* --- pdf_bare_column.c --- */

void pdf_maker_columns(struct pdf_maker *m);       /* of values */
void pdf_maker_blank_columns(struct pdf_maker *m); /* of texts in the header alone */
/* How many columns lie below a box, and which is the first. */
size_t pdf_maker_under(const struct pdf_maker *m, const struct pdf_box *box, size_t *first);
/* The one that a value stands in. */
size_t pdf_maker_column_of(const struct pdf_maker *m, const struct pdf_box *box);

/* --- pdf_bare_part.c --- */

void pdf_maker_part(struct pdf_maker *m); /* cells that touch each other */

/* --- pdf_bare_text.c --- */

void pdf_maker_texts(struct pdf_maker *m);
void pdf_maker_add_text(struct pdf_maker *m, size_t atom);
void pdf_maker_grow_text(struct pdf_maker *m, struct pdf_text *t, size_t atom);
/* The next text below an atom with no other between them; m->n if there is none near. */
size_t pdf_maker_below(const struct pdf_maker *m, size_t atom);
/* May the lines be of one cell, as far as their sizes and rows tell? */
bool pdf_maker_alike(const struct pdf_maker *m, size_t a, size_t b);
/* Lines of a cell begin, or end, or have their middles below each other. */
bool pdf_maker_aligned(const struct pdf_box *a, const struct pdf_box *b, float em);
bool pdf_maker_torn(const struct pdf_maker *m, size_t a, size_t b); /* by a page's end */
bool pdf_maker_near(const struct pdf_maker *m, size_t a, size_t b); /* as lines of a cell are */
/* A text where values stand, at the atom's height. */
bool pdf_maker_beside_columns(const struct pdf_maker *m, size_t atom);

/* --- pdf_bare_label.c --- */

void pdf_maker_labels(struct pdf_maker *m);

/* --- pdf_bare_row.c --- */

void pdf_maker_rows(struct pdf_maker *m); /* from top to bottom, with their texts */

/* How far two ranges reach over each other; below 0: not. */
static inline float pdf_overlap(float a0, float a1, float b0, float b1)
{
    return (a1 < b1 ? a1 : b1) - (a0 > b0 ? a0 : b0);
}

#endif /* AUDITOR_READ_PDF_BARE_MAKER_H */
