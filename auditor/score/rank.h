/*
 * rank.h - the order of agencies within their groups (prefix rank_).
 *
 * Only a complete audit gets a rank; equal scores share it (1, 2, 2, 4). The rest stands behind
 * the ranked ones of its group. The order is total: group, rank, code.
 */
#ifndef AUDITOR_SCORE_RANK_H
#define AUDITOR_SCORE_RANK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct rank_row {
    struct str code;    /* of the agency: unique */
    struct str group;   /* "" is a group too */
    bool ranked;        /* scored and complete */
    int64_t score;      /* thousandths; only if ranked */
    bool worthy;        /* may be told apart at the top: neither vetoed nor of the lowest grade */
    unsigned rank;      /* result: from 1; 0 when not ranked */
    bool top;           /* result of rank_top() */
    size_t index;       /* the caller's own number for the row */
    size_t group_order; /* used while sorting: groups keep the order of their first row */
};

/* Sorts the rows and fills in their ranks. */
void rank_rows(struct rank_row *rows, size_t n);

/* Marks in every group of ranked rows the first `percent` (thousandths of a percent) of them, whole ones only,
 * so that a quarter of seven is one; who shares a rank with one of these is marked too. Unworthy rows count in
 * the group and are never marked. */
void rank_top(struct rank_row *rows, size_t n, int64_t percent);

#endif /* AUDITOR_SCORE_RANK_H */
