/*
 * score.h - an audit and a profile make a score (prefix score_).
 *
 * The arithmetic of deductions is a scoring model, a plugin that sees plain data and returns
 * ledger entries. What it returns is checked before it counts: whole numbers, indicators, rules
 * and fingerprints that it was given, amounts that follow from count x unit and a limit.
 *
 * Errors     ERR_PLUGIN when the model fails or returns what does not add up; the message names
 *            the model and the entry. ERR_INTERNAL never depends on the document.
 */
#ifndef AUDITOR_SCORE_SCORE_H
#define AUDITOR_SCORE_SCORE_H

#include "engine/engine.h"
#include "score/gate.h"
#include "score/ledger.h"

struct score {
    bool scored;   /* false: not an annual report; ledger is NULL, all points 0 */
    bool complete; /* no blocking duty is open, or a person signed for them */
    struct gate gate;
    struct ledger *ledger;
    int64_t score;                    /* what the ledger leaves: open duties cost nothing in it */
    int64_t low, high;                /* all open duties fail; all pass */
    const struct profile_band *grade; /* NULL: no bands, not scored, or not complete */
    int64_t *deductions;              /* by audit result */
    struct scope scope;               /* what the profile means for the agency */
};

/* annual_report: there is something to score; a missing report that the profile has a score for counts as such.
 * The caller frees *out with score_free(); profile, audit and input must outlive it. input is what is known of the
 * agency and what persons said (input.h); NULL: nothing. */
int score_audit(struct score **out, struct engine *engine, struct engine_plugin *model,
                const struct profile *profile, const struct audit *audit, const struct input *input,
                bool annual_report, struct error *err);
void score_free(struct score *score); /* NULL is allowed */

/* Adds a `notselected` result with reason "no-rule" for every rule that the sheet names and that
 * is not loaded, so that a row of the sheet which nothing serves says so. */
void score_add_missing(struct audit *audit, const struct profile *profile,
                       const struct engine *engine);

#endif /* AUDITOR_SCORE_SCORE_H */
