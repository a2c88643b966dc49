/*
 * pdf_spaced.h - letters set apart (prefix pdf_spaced_; inside read only).
 *
 * Where a text is spaced out evenly every character comes as a word of its own, and lines of such
 * words look like rows of a table. They become one word again, as wide as they are: most of a page, or the letters of
 * a title.
 */
#ifndef AUDITOR_READ_PDF_SPACED_H
#define AUDITOR_READ_PDF_SPACED_H

#include "read/pdf_page.h"

/* Words as pdftotext gives them, not sorted yet. */
void pdf_spaced_join(struct pdf *pdf);

#endif /* AUDITOR_READ_PDF_SPACED_H */
