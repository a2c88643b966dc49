/*
 * input.h - what a score needs beside the audit: whose it is, and what persons said (prefix input_).
 *
 * Plain data: files and database are the caller's business. All of it is optional; score_audit() takes NULL.
 *
 * Ownership  Texts and lists belong to the caller and outlive the score.
 * Units      Points are integer thousandths.
 */
#ifndef AUDITOR_SCORE_INPUT_H
#define AUDITOR_SCORE_INPUT_H

#include "recognise/report.h"
#include "score/profile.h"

/* Points that a person gave to an indicator (profile_by_hand()). The last one for an indicator counts. */
struct input_fill {
    struct str indicator; /* its id */
    int64_t points; /* of what it is worth; of one worth 0 negative: points taken, or a veto */
    bool excused;   /* it does not apply to this agency; points are not looked at */
    struct str person, time, evidence, note;
};

/* Points of a month, quarter or half year of an indicator of kind period. */
struct input_period {
    struct str indicator;
    unsigned period; /* from 1, see input_read_period() */
    int64_t points;
};

/* A person's decision that a finding costs nothing. */
struct input_waiver {
    struct str fingerprint, kind, person, time, document;
};

struct input {
    enum report_level level;
    struct str group; /* of the register; "" none */
    const struct input_fill *fills;
    size_t fill_count;
    const struct input_period *periods;
    size_t period_count;
    const struct input_waiver *waivers;
    size_t waiver_count;
    bool missing;  /* nothing came in: profile->missing says what that gets */
    bool accepted; /* a person signed for what is undecided: it counts as met */
};

/* "3", "2024-03", "3月", "Q2", "2024Q2", "二季度", "H1", "上半年": the number of the period within its year, and
 * the year if it is named, else 0. False when it is none of an indicator combined of `periods` a year. */
bool input_read_period(struct str text, unsigned periods, unsigned *period, int *year);

/* Whether a row may be taken in: the indicator exists and is of the right kind, the points are within what it is
 * worth. ERR_CONFIG says what is wrong; scoring itself leaves such rows out. */
int input_check_fill(const struct profile *profile, const struct input_fill *fill,
                     struct error *err);
int input_check_period(const struct profile *profile, const struct input_period *row,
                       struct error *err);

#endif /* AUDITOR_SCORE_INPUT_H */
