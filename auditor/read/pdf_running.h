/*
 * pdf_running.h - what is printed on every page and is no part of the text (prefix pdf_running_).
 */
#ifndef AUDITOR_READ_PDF_RUNNING_H
#define AUDITOR_READ_PDF_RUNNING_H

#include "read/pdf_page.h"

/* Takes headers, footers and page numbers out of the pages into page->running: lines at the upper
 * or lower edge that other pages have at the same place, digits aside; and numbers of pages. */
void pdf_running_find(struct pdf *pdf);

#endif /* AUDITOR_READ_PDF_RUNNING_H */
