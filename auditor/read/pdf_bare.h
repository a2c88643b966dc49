/*
 * pdf_bare.h - tables without ruled lines in the making (prefix pdf_bare_; inside read only).
 *
 * The pages hang below each other, as one scroll: a table does not end where a page does. An atom is
 * a run of words that stand close together: a line of a cell. A level is what stands at one height.
 * pdf_bare_atom.c makes the atoms, pdf_bare_level.c the levels, pdf_bare.c finds the runs of levels
 * that are a table, and pdf_bare_grid.c makes cells of their atoms (pdf_bare_maker.h).
 *
 * Ownership  All lives in the arena of the PDF.
 */
#ifndef AUDITOR_READ_PDF_BARE_H
#define AUDITOR_READ_PDF_BARE_H

#include "read/pdf_page.h"

struct pdf_atom {
    const struct pdf_line *line; /* its box is that of the scroll, those of its words are not */
    float y;                     /* of its middle */
    uint32_t level;
    uint32_t page;
    bool value; /* a figure, or what stands for one */
    bool enumerated;
    int cell; /* while cells are being made; -1: none */
};

struct pdf_level {
    size_t first, end; /* atoms */
    float y, em;
    uint32_t page;
    bool seed;   /* a row of a table: values behind a label, or many of them */
    bool prose;  /* running text, or a heading */
    bool inside; /* between two rows of the same columns */
    bool framed; /* stands in a frame, which is a table by itself */
};

struct pdf_scroll {
    struct pdf *pdf;
    float *shift; /* of every page; a height of the scroll is that of the page and its shift */
    struct pdf_atom *atoms; /* sorted by height and x */
    size_t n;
    struct pdf_level *levels;
    size_t level_count;
};

/* --- pdf_bare_atom.c --- */

void pdf_bare_unroll(struct pdf_scroll *s, struct pdf *pdf);
/* Lines, or edges of grounds, that cross more than half of a box. */
size_t pdf_bare_rules(const struct pdf_scroll *s, const struct pdf_box *box);
/* Does a line part two texts, one above the other? */
bool pdf_bare_parted(const struct pdf_scroll *s, const struct pdf_box *a, const struct pdf_box *b);
/* Where the frame ends that holds the level; 0: none does. */
float pdf_bare_frame_end(const struct pdf_scroll *s, uint32_t page, float y);

/* The first grows by the second. */
void pdf_bare_join(struct arena *arena, struct pdf_line *a, const struct pdf_line *b);

/* --- pdf_bare_digit.c --- */

/* The words, and those of wide digits that are drawn out in their parts: each in its own cell. */
const struct pdf_word **pdf_bare_part_digits(struct arena *arena, const struct pdf_word **words,
                                             size_t *n);
/* A figure of two digits in two lines becomes one, at the height of its row. */
void pdf_bare_join_stacked(struct pdf_scroll *s);

/* --- pdf_bare_level.c --- */

void pdf_bare_levels(struct pdf_scroll *s);
/* May the level stand in a table, between or around its rows? */
bool pdf_bare_belongs(const struct pdf_scroll *s, size_t level);

/* --- pdf_bare_grid.c --- */

/* Makes a table of atoms, sorted by level and x; false when they make none. */
bool pdf_bare_grid(const struct pdf_scroll *s, struct pdf_atom *atoms, size_t n,
                   struct pdf_table *out);

#endif /* AUDITOR_READ_PDF_BARE_H */
