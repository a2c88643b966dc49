/*
 * pdf_ocr.h - the words of a PDF that holds pictures only, by tesseract (prefix pdf_; inside read only).
 *
 * Each page is drawn by pdftoppm and read by tesseract (chi_sim), both in fenced processes. Ruled
 * lines are found in the picture and taken out of it before it is read. What is not certain is no
 * text: a short word below the confidence, or with a digit in it, becomes U+FFFD, and so does ink
 * that nothing was read of: a cell that holds such a mark is unreadable, never blank and never a
 * figure.
 *
 * Errors     ERR_TOOL with the reason no_ocr (tesseract, its Chinese data or pdftoppm is not
 *            installed). ERR_LIMIT too_many_pages. ERR_TIME. ERR_DAMAGED.
 */
#ifndef AUDITOR_READ_PDF_OCR_H
#define AUDITOR_READ_PDF_OCR_H

#include "base/error.h"
#include "base/str.h"

enum pdf_ocr_limit {
    PDF_OCR_PAGES = 20,
    PDF_OCR_DPI = 200,
    PDF_OCR_CONFIDENCE = 75 /* of 100 */
};

/* xml: as pdftotext -bbox writes it. rules: as pdf_rules_call() does. */
int pdf_ocr(struct strbuf *xml, struct strbuf *rules, struct str bytes, size_t pages,
            const char *name, struct error *err);

#endif /* AUDITOR_READ_PDF_OCR_H */
