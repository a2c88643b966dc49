/*
 * pdf.h - a PDF to a document (prefix pdf_).
 *
 * Poppler's pdftotext names the words and where they stand, libqpdf the lines that are drawn; both
 * run in fenced processes (base/child.h). Lines and tables are put together from that: what stands
 * in one field of a ruled grid is a cell; without lines, columns are found by their positions. A
 * grid is handed over as a page's table is, with its empty cells. Headers, footers and page numbers
 * come last, as DOC_CHROME.
 *
 * Places     A block's line is the number of its line of text, counted through all pages from 1;
 *            what stands at one height of a page is one line.
 * Errors     ERR_FORMAT, with a reason: no_text_layer (scanned), no_unicode (fonts that do not say
 *            what they show). ERR_DAMAGED, ERR_LOCKED. ERR_TOOL: no_pdf_reader (pdftotext is not
 *            installed), no_character_tables (poppler-data is not, and the fonts are not embedded).
 *            ERR_LIMIT: too_many_pages, too_large. ERR_TIME.
 */
#ifndef AUDITOR_READ_PDF_H
#define AUDITOR_READ_PDF_H

#include "base/error.h"
#include "document/document.h"

bool pdf_is(struct str bytes);

/* ocr: pages that are pictures are recognised (pdf_ocr.h), and a DOC_NOTICE_OCR says so. */
int pdf_read(struct doc **out, struct str bytes, bool ocr, const char *name, struct error *err);

#endif /* AUDITOR_READ_PDF_H */
