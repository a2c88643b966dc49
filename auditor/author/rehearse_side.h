/*
 * rehearse_side.h - a year as a database holds it: one side of a rehearsal (prefix rehearse_side_).
 *
 * Ownership  All texts live in the arena that is handed in; rehearse_side_free() frees the lists.
 * Errors     ERR_ABSENT for a year without a finished assessment.
 */
#ifndef AUDITOR_AUTHOR_REHEARSE_SIDE_H
#define AUDITOR_AUTHOR_REHEARSE_SIDE_H

#include "author/rehearse_model.h"

/* An agency as a whole, or a file that counts for nobody. */
struct rehearse_item {
    struct str code;    /* of the agency; "": of none */
    struct str path;    /* below the inbox; "": an agency without a report */
    struct str problem; /* code of what made it unreadable */
    bool standing;      /* of an agency as a whole */
    bool operational;   /* its worker was lost: no last word */
    struct rehearse_verdict verdict;
};

struct rehearse_side {
    struct rehearse_judge judge;
    struct rehearse_item *items; /* agencies in the order of the register, then files by path */
    size_t n, cap;
    struct rehearse_agency
        *agencies; /* with `after` as their place; in the order of the register */
    size_t agency_count, agency_cap;
};

struct rehearse_source {
    struct store *store;
    const struct setup *setup; /* of which profile ranks and grades are */
    const struct office *office;
    int year;
};

int rehearse_side_read(struct rehearse_side *out, const struct rehearse_source *from,
                       struct arena *arena, struct error *err);
void rehearse_side_free(struct rehearse_side *side);

#endif /* AUDITOR_AUTHOR_REHEARSE_SIDE_H */
