/*
 * pdf_bare.h - a table without ruled lines in the making (prefix pdf_bare_; inside read only).
 *
 * An atom is a run of words that stand close together: a line of a cell. pdf_bare.c finds the runs
 * of lines that are a table; pdf_bare_grid.c makes cells of their atoms (pdf_bare_maker.h).
 */
#ifndef AUDITOR_READ_PDF_BARE_H
#define AUDITOR_READ_PDF_BARE_H

#include "read/pdf_page.h"

struct pdf_atom {
    const struct pdf_line *line;
    float y;        /* of its middle */
    uint32_t level; /* what stands at one height has one level */
    bool value;     /* a figure, or what stands for one */
    bool enumerated;
    int cell; /* while cells are being made; -1: none */
};

/* Makes a table of atoms, sorted by level and x; false when they make none. */
bool pdf_bare_grid(struct pdf *pdf, const struct pdf_page *page, struct pdf_atom *atoms, size_t n,
                   struct pdf_table *out);

/* Lines, or edges of grounds, that cross more than half of a box. */
size_t pdf_bare_rules(const struct pdf_page *page, const struct pdf_box *box);
/* Does a line part two texts, one above the other? */
bool pdf_bare_parted(const struct pdf_page *page, const struct pdf_box *a, const struct pdf_box *b);

#endif /* AUDITOR_READ_PDF_BARE_H */
