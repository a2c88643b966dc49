/*
 * points.h - points as integer thousandths (prefix points_).
 *
 * 92.5 points are 92500. Floating point never touches a score.
 */
#ifndef AUDITOR_SCORE_POINTS_H
#define AUDITOR_SCORE_POINTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { POINTS_MAX = 1000000000 }; /* a million points: more is a slip of the pen */

/* Reads "5", "0.5", "12.125" (full-width digits are not accepted). False when it is anything
 * else, has more than three decimals, is negative or exceeds POINTS_MAX. */
bool points_parse(int64_t *out, struct str text);

void points_print(struct strbuf *out, int64_t thousandths); /* 92500 -> "92.5" */

#endif /* AUDITOR_SCORE_POINTS_H */
