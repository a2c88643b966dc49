/*
 * pdf_ink.h - the black of a page's picture: ruled lines, and marks that nobody read (prefix pdf_ink_;
 * inside read only).
 *
 * Units      Pixels, from the upper left corner.
 * Ownership  The picture's bytes belong to the caller; pdf_ink_lines() writes white into them.
 */
#ifndef AUDITOR_READ_PDF_INK_H
#define AUDITOR_READ_PDF_INK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct pdf_ink {
    unsigned char *pixels; /* a byte each, 0 black */
    size_t width, height;
};

struct pdf_ink_box {
    size_t x0, y0, x1, y1; /* x1, y1 behind it */
    bool vertical;         /* of a line */
};

struct pdf_ink_list {
    struct pdf_ink_box *list;
    size_t n, cap;
};

/* A grey picture as pdftoppm writes it (PGM, 8 bits); false when it is none. */
bool pdf_ink_open(struct pdf_ink *ink, struct strbuf *pgm);
/* Straight lines of at least `shortest` pixels, taken out of the picture. */
void pdf_ink_lines(struct pdf_ink *ink, size_t shortest, struct pdf_ink_list *out);
/* What is black and at least so high: the boxes of marks that hang together. */
void pdf_ink_marks(const struct pdf_ink *ink, size_t height, struct pdf_ink_list *out);
void pdf_ink_free(struct pdf_ink_list *list);

#endif /* AUDITOR_READ_PDF_INK_H */
