/*
 * extract_json.h - a document as it was understood, as JSON (docs/schema/extract.schema.json).
 */
#ifndef AUDITOR_REPORT_EXTRACT_JSON_H
#define AUDITOR_REPORT_EXTRACT_JSON_H

#include "report/check_json.h"

enum extract_json_form {
    EXTRACT_JSON_PUBLISHED,
    EXTRACT_JSON_MODEL /* also where each text begins in the raw text, for marking evidence */
};

/* in->audit and in->score are not used. lang is that of a problem's message. */
void extract_json_document(struct strbuf *out, const struct check_input *in,
                           enum extract_json_form form, enum lang lang);

#endif /* AUDITOR_REPORT_EXTRACT_JSON_H */
