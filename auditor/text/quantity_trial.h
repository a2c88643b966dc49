/*
 * quantity_trial.h - a percentage whose part is known, and what may be its whole (prefix quantity_; inside text only).
 */
#ifndef AUDITOR_TEXT_QUANTITY_TRIAL_H
#define AUDITOR_TEXT_QUANTITY_TRIAL_H

#include "text/quantity_inner.h"

enum { QUANTITY_CANDIDATES = 5 };

struct quantity_trial {
    size_t percent, part;
    size_t wholes[QUANTITY_CANDIDATES];
    size_t count;
    bool doubtful; /* only a fitting whole counts */
};

void quantity_add_candidate(const struct quantity_reader *r, struct quantity_trial *t,
                            size_t whole);
/* "占街道诉求总量的46.6%", of "承接诉求10958件" some sentences before: the only count that ends in the word; right, or missed
 * by a slip of the pen. */
void quantity_add_named_whole(const struct quantity_reader *r, struct quantity_trial *t,
                              struct str label);
/* Takes the whole that fits, else the first; with several that do not fit the share is ambiguous. */
void quantity_settle_trial(struct quantity_reader *r, struct quantity_trial *t);

/* Whether b can be the whole of a: a count of the same class, and no comparison. */
bool quantity_is_comparable(const struct quantity *a, const struct quantity *b);
/* Whether another unit stands at item i, and the percentage is right by it. */
bool quantity_fits_in_other_unit(const struct quantity_reader *r, const struct quantity_trial *t,
                                 size_t i);
/* Roughly so many; what was only rounded is judged as such. */
bool quantity_is_rough(const struct quantity *q);

/* What a rate is the rate of: 解读 in "解读率为", 解读 in "解读比例"; "" for no such words. */
struct str quantity_rate_of(struct str label);
/* "受理600件,已办结590件,办结率为98.3%". */
void quantity_read_rate(struct quantity_reader *r, size_t percent);
/* "发布文件52件,同步解读49件,解读比例94.2%", and "不合格55个,合格率82.48%". */
void quantity_read_ratio(struct quantity_reader *r, size_t percent, struct str stem);

#endif /* AUDITOR_TEXT_QUANTITY_TRIAL_H */
