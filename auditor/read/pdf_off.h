/*
 * pdf_off.h - text that runs off the paper (inside read only).
 *
 * A page that was made for screens, printed on paper too narrow for it, loses what lies beyond the
 * edge of the paper or of the window that its contents are clipped to (browsers: within the margins):
 * beginnings or ends of lines, labels, digits. What is left reads as if it were all.
 */
#ifndef AUDITOR_READ_PDF_OFF_H
#define AUDITOR_READ_PDF_OFF_H

#include "read/pdf_page.h"

/* Tells the document how many pages have lost text so (DOC_NOTICE_OFF_PAPER). Of words that are not
 * used: watermarks and running headers may lie where they like. */
void pdf_off_paper(const struct pdf *pdf, struct doc_build *b);

#endif /* AUDITOR_READ_PDF_OFF_H */
