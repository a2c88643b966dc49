/*
 * pdf_margin.h - where running text begins and ends (prefix pdf_margin_; inside read only).
 *
 * Told by the lines that are long and of the size of most characters; headings, menus and what
 * stands in the middle tell nothing.
 */
#ifndef AUDITOR_READ_PDF_MARGIN_H
#define AUDITOR_READ_PDF_MARGIN_H

#include "read/pdf_page.h"

struct pdf_margins {
    float left, right; /* of the text, mostly */
    float pitch;       /* from line to line; 0: not known */
    float em;          /* of most characters */
    float hang;        /* how far the lines of a paragraph stand behind its first one */
    size_t told;       /* lines that told it */
    bool justified;    /* full lines end at the very same place */
    float end;         /* that place */
};

struct pdf_prose_line {
    const struct pdf_line *line;
    const void *where; /* distances tell between lines of one place only: a page, a cell */
    float width;       /* of the place */
    const struct pdf_margins *margins;
};

/* Lines in the order of reading. */
struct pdf_margins pdf_margin_measure(struct arena *arena, const struct pdf_prose_line *lines,
                                      size_t n);

#endif /* AUDITOR_READ_PDF_MARGIN_H */
