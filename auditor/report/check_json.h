/*
 * check_json.h - one audited document as JSON (docs/schema/check.schema.json).
 *
 * Written straight into a buffer by the worker that audited the document. Two forms:
 * the published one in one language, and the stored one, which keeps both languages
 * ({"en":…,"zh":…} wherever a person reads), the ledger, the score's interval and the marks that
 * tell a report where in the text the evidence stands. report/model.h makes the former of the latter.
 */
#ifndef AUDITOR_REPORT_CHECK_JSON_H
#define AUDITOR_REPORT_CHECK_JSON_H

#include "base/json.h"
#include "engine/audit.h"
#include "recognise/report.h"
#include "report/check_decision.h"

enum check_json_form { CHECK_JSON_ZH = LANG_ZH, CHECK_JSON_EN = LANG_EN, CHECK_JSON_STORED };

/* Points are thousandths. */
struct check_score {
    bool scored; /* false: score, grade and interval are null */
    int64_t score, low, high, max;
    struct audit_text grade; /* empty: no bands */
    bool vetoed;
    bool complete;
    size_t done, notapplicable, open, total; /* duties */
    const int64_t *deductions;               /* by audit result; NULL: none */
    struct str ledger; /* JSON text of the ledger, stored form only; "" writes null */
};

struct check_problem {
    const char *code; /* NULL: the document was readable */
    struct audit_text message;
};

struct check_input {
    struct str path;
    struct str sha256;           /* "" when the bytes could not be read */
    const struct report *report; /* NULL: there is none, or it is unreadable */
    const char *kind;  /* what there is instead of a report: "unreadable", "missing" ... */
    struct str agency; /* without a report: what the caller knows of it */
    enum report_level level;
    int year;
    const struct audit *audit; /* NULL: nothing was to be judged (extract) */
    struct check_score score;
    struct check_problem problem;
    const struct check_decisions *decisions; /* of persons, in an office; NULL: none are known of */
};

/* The member "problem", of this JSON and of that of `extract`. */
void check_json_problem(struct json *j, const struct check_problem *p, enum check_json_form form);
void check_json_document(struct strbuf *out, const struct check_input *in,
                         enum check_json_form form);

#endif /* AUDITOR_REPORT_CHECK_JSON_H */
