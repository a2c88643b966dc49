/*
 * spread.h - how far a rank depends on the weights of the sheet (prefix spread_).
 *
 * Every weight is varied on its own, evenly between 90 and 110 percent, SPREAD_DRAWS times; the
 * sequence is fixed (SPREAD_SEED), so the same scores give the same range. What findings cost is
 * varied with the weight of the indicator they stand in; a vetoed score, and what persons gave,
 * stays. The range is the best and the worst rank that came up, the real one among them.
 *
 * Units      Points are integer thousandths.
 */
#ifndef AUDITOR_SCORE_SPREAD_H
#define AUDITOR_SCORE_SPREAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SPREAD_DRAWS = 200, SPREAD_PERCENT = 10, SPREAD_SEED = 1 };

struct spread_loss {
    size_t weight; /* number of the indicator */
    int64_t points;
};

struct spread_row {
    size_t group; /* rows of a group stand together */
    int64_t score;
    const struct spread_loss *losses;
    size_t loss_count;
    bool fixed;           /* vetoed: no weight moves it */
    unsigned best, worst; /* result: ranks from 1 */
};

void spread_ranks(struct spread_row *rows, size_t n, size_t weights);

#endif /* AUDITOR_SCORE_SPREAD_H */
