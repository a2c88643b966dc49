/*
 * movement.h - why a score moved between two assessments (prefix movement_).
 *
 * Rule by rule: what its findings cost before and after, put down to one cause. Amounts are what the score
 * gained (thousandths, negative: lost); they sum to the change of the score exactly, since what no
 * rule accounts for (caps, floors, vetoes, maxima) stands under `other`.
 *
 *   work     the report is another one, and the same duty costs more or less
 *   rules    the report is the same, the rules are others
 *   profile  the same findings have another price
 *   scope    the duty was judged in one of the two only
 *   other    decisions, other agencies' and other years' reports, caps and limits
 */
#ifndef AUDITOR_OFFICE_MOVEMENT_H
#define AUDITOR_OFFICE_MOVEMENT_H

#include <cjson/cJSON.h>

#include "office/roster.h"

enum movement_cause {
    MOVED_WORK,
    MOVED_RULES,
    MOVED_PROFILE,
    MOVED_SCOPE,
    MOVED_OTHER,
    MOVED_CAUSES
};

struct movement {
    bool known; /* both were scored and complete */
    int64_t change;
    int64_t by_cause[MOVED_CAUSES];
};

struct movements; /* two assessments, and what is known of their duties */

/* The rosters, which have their costs, and the rules these are numbered by must outlive it. */
struct movements *movements_new(struct store *store, const struct cost_rules *rules,
                                const struct roster *before, const struct roster *after);
void movements_free(struct movements *movements); /* NULL is allowed */

/* was, is: rows of the two rosters, NULL where there is none. */
int movement_of(struct movement *out, const struct movements *movements,
                const struct roster_row *was, const struct roster_row *is, struct error *err);

/* As "moved", points by cause. */
void movement_add(cJSON *object, const struct movement *movement);

#endif /* AUDITOR_OFFICE_MOVEMENT_H */
