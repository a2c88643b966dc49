/*
 * extract_text.h - a document as it was understood, for a terminal.
 */
#ifndef AUDITOR_REPORT_EXTRACT_TEXT_H
#define AUDITOR_REPORT_EXTRACT_TEXT_H

#include "report/text.h"

/* extract is one document of the extract JSON (docs/schema/extract.schema.json). */
void extract_text_document(struct strbuf *out, const cJSON *extract, const struct form_set *forms,
                           const struct text_style *style);

#endif /* AUDITOR_REPORT_EXTRACT_TEXT_H */
