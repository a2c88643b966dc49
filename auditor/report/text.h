/*
 * text.h - the verdict on documents for a terminal (prefix text_report_).
 *
 * Verdict first, then each finding with place, evidence, expected and found, and how to correct it;
 * then what stayed undecided. Lines are wrapped at the given width, counted in terminal columns.
 * Text of documents cannot steer the terminal.
 */
#ifndef AUDITOR_REPORT_TEXT_H
#define AUDITOR_REPORT_TEXT_H

#include <cjson/cJSON.h>

#include "base/lang.h"
#include "base/str.h"
#include "recognise/form.h"

struct text_style {
    bool color;
    unsigned width; /* columns, at least 40 */
};

/* Appends the verdict of one document (the localised object of model_parse). */
void text_report_document(struct strbuf *out, const cJSON *document, const struct form_set *forms,
                          const struct text_style *style);

/* Appends what one result of it says: its findings, and every place it left undecided. */
void text_report_result(struct strbuf *out, const cJSON *result, const struct form *form,
                        const struct text_style *style);

/* "表三 · 总计 · 总计 · 第 210 行": a place as a person names it; names come from the form. */
void text_report_place(struct strbuf *out, const cJSON *place, const struct form *form);

/* Appends the next of several parts, " · " before all but the first. */
void text_report_part(struct strbuf *out, const char *part, size_t n);

/* The word of a kind ("annual-report") and of a level ("county") of the JSON; of a level that is not known NULL. */
const char *text_report_kind(const char *kind);
const char *text_report_level(const char *level);

#endif /* AUDITOR_REPORT_TEXT_H */
