/*
 * rehearse_verdict.h - what one set of rules says of one document (prefix rehearse_verdict_).
 *
 * Both sides of a rehearsal come in the form in which the database keeps a verdict (report/check_json.h),
 * whether it was stored or has just been made, so that nothing differs but what the rules say.
 *
 * Ownership  All texts live in the arena that is handed in.
 * Errors     ERR_FORMAT when the stored text is no verdict.
 * Units      Points are integer thousandths.
 */
#ifndef AUDITOR_AUTHOR_REHEARSE_VERDICT_H
#define AUDITOR_AUTHOR_REHEARSE_VERDICT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/lang.h"
#include "engine/audit.h"

struct rehearse_finding {
    struct str fingerprint, message, expected, found, quote;
    struct str section, table, row, column;
    uint32_t line;
    enum audit_severity severity; /* SEVERITY_NONE: it breaks no duty */
    bool caused;                  /* another finding explains it */
};

struct rehearse_result {
    struct str rule, pack;
    enum audit_state state;
    struct str reason; /* why it did not decide, for a person; "" */
    int64_t deduction;
    struct rehearse_finding *findings; /* by fingerprint, place and message */
    size_t n;
};

struct rehearse_verdict {
    struct str kind, form, grade, published;
    int year; /* 0 unknown */
    bool scored, complete, vetoed;
    int64_t score, low, high, max;   /* score only when complete */
    size_t open;                     /* duties */
    struct rehearse_result *results; /* by rule */
    size_t n;
};

int rehearse_verdict_parse(struct rehearse_verdict *out, struct str stored_json, enum lang lang,
                           struct arena *arena, struct error *err);
/* NULL when the rule is not among the results. */
const struct rehearse_result *rehearse_verdict_result(const struct rehearse_verdict *verdict,
                                                      struct str rule);

/* "pass" ... False for anything else, NULL included. */
bool rehearse_state_parse(enum audit_state *out, const char *name);

#endif /* AUDITOR_AUTHOR_REHEARSE_VERDICT_H */
