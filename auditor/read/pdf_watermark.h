/*
 * pdf_watermark.h - what lies over or under the text of a page (prefix pdf_watermark_; inside read
 * only): large letters, and lines that slant.
 *
 * It goes into page->running, as headers do, before anything else looks at the words.
 */
#ifndef AUDITOR_READ_PDF_WATERMARK_H
#define AUDITOR_READ_PDF_WATERMARK_H

#include "read/pdf_page.h"

/* Marks the letters of slanted lines: words still stand in the order of pdftotext. */
void pdf_watermark_mark(struct pdf *pdf);

/* Takes them, and large letters, once words have their lines. */
void pdf_watermark_take(struct pdf *pdf);

#endif /* AUDITOR_READ_PDF_WATERMARK_H */
