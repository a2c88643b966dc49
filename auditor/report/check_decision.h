/*
 * check_decision.h - what persons decided about a verdict, and what came of it (prefix check_decision_).
 *
 * Plain data and its JSON. A verdict that knows decisions bears the list of them, each with its effect, the
 * review state of every finding, and what the result would be without them.
 *
 * Ownership  Texts and lists belong to the caller.
 * Units      Points are thousandths; moments as 2026-02-03T09:30:00+08:00, days as 2026-02-03.
 */
#ifndef AUDITOR_REPORT_CHECK_DECISION_H
#define AUDITOR_REPORT_CHECK_DECISION_H

#include "base/json.h"
#include "engine/audit.h"

enum decision_kind {
    DECISION_CONFIRM,
    DECISION_DISMISS, /* it is none: costs nothing */
    DECISION_WAIVE,   /* it is one, and costs nothing */
    DECISION_APPEAL,  /* the agency objects: costs until that is decided */
    DECISION_UPHOLD,  /* the appeal was turned down */
    DECISION_SIGN,    /* a person answers for what is undecided */
    DECISION_ASSIGN,  /* a document belongs to an agency */
    DECISION_FILL,    /* points of an indicator that a person fills in */
    DECISION_NOTICE,  /* a rectification notice went out: what is to be corrected until when */
    DECISION_KINDS
};

enum decision_effect {
    EFFECT_HOLDS,
    EFFECT_REPLACED, /* a later one holds instead */
    EFFECT_EXPIRED,
    EFFECT_LAPSED, /* the evidence is no longer what it was */
    EFFECT_SETTLED /* the duty is met now */
};

struct check_decision {
    int64_t id;
    enum decision_kind kind;
    enum decision_effect effect;
    struct str rule, fingerprint, person, time, reason, number, expiry;
    struct str subject; /* the document or the indicator it is about */
};

struct check_decisions {
    const struct check_decision *list;
    size_t n;
    bool counted; /* one that changes the result holds; it would be: */
    bool complete;
    int64_t score, low, high;
    struct audit_text grade;
};

const char *decision_kind_name(enum decision_kind kind);  /* "confirm" ... */
const char *decision_kind_label(enum decision_kind kind); /* in the chosen language */
bool decision_kind_parse(enum decision_kind *out, struct str name);
const char *decision_effect_name(enum decision_effect effect); /* "holds" ... */
const char *decision_effect_label(enum decision_effect effect);

/* Of a review state, in the chosen language. */
const char *check_review_label(const char *state);

/* "open", "confirmed", "dismissed", "waived", "appealed": what holds for a finding. */
const char *check_decision_review(const struct check_decisions *all, struct str rule,
                                  struct str fingerprint);
bool check_decision_spares(const struct check_decisions *all, struct str rule,
                           struct str fingerprint); /* it costs nothing */

void check_decisions_json(struct json *j, const struct check_decisions *all);
/* What would be without decisions; null when none changes the result. lang -1: in both languages. */
void check_decisions_without(struct json *j, const struct check_decisions *all, int lang);

#endif /* AUDITOR_REPORT_CHECK_DECISION_H */
