/*
 * pdf_prose.h - lines become paragraphs again (prefix pdf_prose_; inside read only).
 *
 * A line goes on with the next one when the next one's first characters had no room left in it;
 * where paragraphs begin two characters to the right, a line that begins at the margin goes on with
 * what has not ended its sentence.
 */
#ifndef AUDITOR_READ_PDF_PROSE_H
#define AUDITOR_READ_PDF_PROSE_H

#include "read/pdf_margin.h"

struct pdf_prose {
    struct doc_build *build;
    struct pdf_prose_line before; /* the line that the open paragraph ends with */
    float indent;                 /* where its first line begins */
    int brackets;                 /* open in it */
    size_t lines;                 /* of the open paragraph */
    float pitch;                  /* between its first two lines; 0: it has one */
};

/* Does the line go on with the open paragraph? */
bool pdf_prose_goes_on(const struct pdf_prose *prose, const struct pdf_prose_line *line);
void pdf_prose_write(struct pdf_prose *prose, const struct pdf_prose_line *line);
void pdf_prose_end(struct pdf_prose *prose); /* of the open paragraph */

#endif /* AUDITOR_READ_PDF_PROSE_H */
