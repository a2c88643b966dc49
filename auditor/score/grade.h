/*
 * grade.h - the band a score falls into (prefix grade_).
 */
#ifndef AUDITOR_SCORE_GRADE_H
#define AUDITOR_SCORE_GRADE_H

#include "score/profile.h"

/* The first band whose percent of the maximum is reached, but none better than `best`, an index into the bands;
 * -1: any. NULL when the profile has no bands, or the score lies below all of them. */
const struct profile_band *grade_of(const struct profile *profile, int64_t score, int best);

#endif /* AUDITOR_SCORE_GRADE_H */
