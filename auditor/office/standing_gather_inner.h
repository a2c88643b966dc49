/*
 * standing_gather_inner.h - parts of the gathering (prefix gather_; standing_gather.c and standing_gather_carriers.c only).
 */
#ifndef AUDITOR_OFFICE_STANDING_GATHER_INNER_H
#define AUDITOR_OFFICE_STANDING_GATHER_INNER_H

#include "office/standing_gather.h"

struct gathered_list {
    struct gathered_report *list;
    size_t n, cap;
    struct arena *arena;
};

/* Whether it is the report of a year, and no mere sign that something came in. */
bool gather_counts(const struct gathered_report *s, int year);
/* There is room for it. */
void gather_add(struct gathered *g, const struct gathering *all, struct standing_other other,
                const struct gathered_report *stored);

/* Other files of the report that counts, also those that cannot be read but bear its name or hang on it. Sorts `lost`. */
int gather_carriers(struct gathered *g, const struct gathering *all, struct gathered_list *lost,
                    struct error *err);

#endif /* AUDITOR_OFFICE_STANDING_GATHER_INNER_H */
