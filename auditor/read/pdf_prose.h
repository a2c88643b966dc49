/*
 * pdf_prose.h - lines become paragraphs again (prefix pdf_prose_; inside read only).
 *
 * A line goes on with the next one when the next one's first characters had no room left in it;
 * where paragraphs begin two characters to the right, a line that begins at the margin goes on with
 * what has not ended its sentence.
 */
#ifndef AUDITOR_READ_PDF_PROSE_H
#define AUDITOR_READ_PDF_PROSE_H

#include "read/pdf_page.h"

struct pdf_prose_line {
    const struct pdf_line *line;
    const void *where; /* distances tell between lines of one place only: a page, a cell */
    float width;       /* of the place */
};

struct pdf_prose {
    struct doc_build *build;
    float left, right;            /* of the text, mostly */
    float pitch;                  /* from line to line */
    float em;                     /* of most characters */
    struct pdf_prose_line before; /* the line that the open paragraph ends with */
    float indent;                 /* where its first line begins */
    int brackets;                 /* open in it */
    size_t lines;                 /* of the open paragraph */
};

/* Where running text begins and ends, and how far its lines lie from each other. */
void pdf_prose_measure(struct pdf_prose *prose, struct arena *arena,
                       const struct pdf_prose_line *lines, size_t n);
void pdf_prose_write(struct pdf_prose *prose, const struct pdf_prose_line *line);
void pdf_prose_end(struct pdf_prose *prose); /* of the open paragraph */

#endif /* AUDITOR_READ_PDF_PROSE_H */
