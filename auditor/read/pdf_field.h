/*
 * pdf_field.h - fields of a form, which are filled in on a page (prefix pdf_field_; inside read only).
 *
 * Their values are words of the page, as pdftotext gives them. The box that many programs draw around a field is no border
 * of a table: within a cell it would make rows and columns where there are none.
 */
#ifndef AUDITOR_READ_PDF_FIELD_H
#define AUDITOR_READ_PDF_FIELD_H

#include <qpdf/qpdf-c.h>

#include "read/pdf_path.h"

/* Takes the boxes of the page's fields out of what it draws; `at` leads to the page as it is shown. */
void pdf_field_unbox(struct pdf_path_sink *sink, qpdf_data pdf, qpdf_oh page,
                     const struct pdf_matrix *at);

#endif /* AUDITOR_READ_PDF_FIELD_H */
