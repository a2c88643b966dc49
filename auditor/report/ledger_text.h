/*
 * ledger_text.h - a score's ledger for people, in the terminal (prefix ledger_text_).
 *
 * Each entry with its evidence and articles, the score or its interval, the subtotals of the levels, and what
 * persons and periods have yet to give. In the chosen language.
 */
#ifndef AUDITOR_REPORT_LEDGER_TEXT_H
#define AUDITOR_REPORT_LEDGER_TEXT_H

#include "base/str.h"

struct cJSON;

/* verdict as model_parse() gives it; its ledger may be null: then why there is no score. */
void ledger_text_verdict(struct strbuf *out, const struct cJSON *verdict);

/* Only what is yet to be given, a line each. */
void ledger_text_missing(struct strbuf *out, const struct cJSON *ledger);

#endif /* AUDITOR_REPORT_LEDGER_TEXT_H */
