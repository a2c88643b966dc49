/*
 * rehearse_compare.h - two verdicts on each document, laid side by side (prefix rehearse_compare_).
 *
 * Findings are the same when rule and fingerprint are; the same finding may bear another severity or
 * other words. What could not be judged again is left out of every count: it is no change.
 *
 * Ownership  A comparison owns its lists until rehearse_compare_free(); it points into the documents.
 */
#ifndef AUDITOR_AUTHOR_REHEARSE_COMPARE_H
#define AUDITOR_AUTHOR_REHEARSE_COMPARE_H

#include "author/rehearse_verdict.h"

/* What holds for an agency as a whole, with what its history, others and persons add; or a file that counts for
 * nobody. */
struct rehearse_document {
    struct str code, agency; /* "": a file of none */
    struct str path;         /* below the inbox; "": an agency without a report */
    struct str shown;        /* as a person reads it */
    struct str
        lost; /* why it was not judged again: "unreadable", "snapshot", "crash" ...; "" it was */
    struct rehearse_verdict before, after;
};

struct rehearse_move { /* of a finding, or of a rule's state */
    const struct rehearse_document *document;
    const struct rehearse_result *before, *after; /* NULL: the rule is not there */
    const struct rehearse_finding *was, *is;      /* of a finding: NULL when it is not there */
};

struct rehearse_moves {
    struct rehearse_move *list; /* by rule, then document */
    size_t n, cap;
};

struct rehearse_tally {
    size_t documents; /* in which the rule has a result */
    size_t states[STATE_FIXED + 1];
    size_t findings;
    int64_t points; /* deducted */
};

struct rehearse_rule {
    struct str id;
    struct str pack_before, pack_after; /* "" when it is not there */
    struct rehearse_tally before, after;
    size_t appear, vanish, change, states;
};

struct rehearse_comparison {
    struct rehearse_moves appear, vanish, change, states;
    struct rehearse_rule *rules; /* by id */
    size_t rule_count, rule_cap;
    size_t judged; /* documents that were judged again */
};

void rehearse_compare(struct rehearse_comparison *out, const struct rehearse_document *documents,
                      size_t n);
void rehearse_compare_free(struct rehearse_comparison *comparison);

/* Documents on which the rule found anything, and on which it had anything to say. */
size_t rehearse_fires(const struct rehearse_tally *tally);
size_t rehearse_applies(const struct rehearse_tally *tally);
bool rehearse_never(const struct rehearse_tally *tally); /* selected somewhere, and never fires */
bool rehearse_nearly(
    const struct rehearse_tally *tally); /* fires on 90 % or more of what it applies to */

#endif /* AUDITOR_AUTHOR_REHEARSE_COMPARE_H */
