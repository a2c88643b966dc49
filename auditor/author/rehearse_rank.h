/*
 * rehearse_rank.h - where each agency stands before and after (prefix rehearse_rank_).
 *
 * Scores, grades and ranks are those of the ranking (office/ranking.h) that `rank` prints for either side.
 */
#ifndef AUDITOR_AUTHOR_REHEARSE_RANK_H
#define AUDITOR_AUTHOR_REHEARSE_RANK_H

#include <cjson/cJSON.h>

#include "base/arena.h"
#include "base/str.h"

enum rehearse_status { /* as the ranking lists an agency */
                       REHEARSE_NOTDUE,
                       REHEARSE_MISSING,
                       REHEARSE_NOTSCORED,
                       REHEARSE_INCOMPLETE,
                       REHEARSE_RANKED
};

struct rehearse_place {
    enum rehearse_status status;
    struct str path;  /* of the file that counts, as a person reads it; "" none */
    struct str grade; /* of a ranked one; "" none */
    int64_t score, low,
        high; /* thousandths; the score of a ranked one, the interval of a scored one */
    bool vetoed;
    unsigned rank; /* within the group; 0 none */
};

struct rehearse_agency {
    struct str code, name, group;
    struct rehearse_place before, after;
    bool score; /* points, interval, status or the file that counts changed */
    bool grade; /* the grade, or whether there is one */
    bool rank;
};

/* The place that a row of a ranking gives, which stands in the list of that name. Texts live in the arena. */
struct rehearse_place rehearse_rank_place(const cJSON *row, enum rehearse_status status,
                                          struct arena *arena);
void rehearse_rank_compare(struct rehearse_agency *agency); /* sets the three flags */

const char *rehearse_status_name(enum rehearse_status status); /* "ranked" ... */

#endif /* AUDITOR_AUTHOR_REHEARSE_RANK_H */
