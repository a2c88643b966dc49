/*
 * rehearse_rank.h - where each agency stands before and after (prefix rehearse_rank_).
 *
 * Which document counts for an agency, and the ranks within the groups, follow office/choose.h and
 * score/rank.h on both sides: other rules may make another document the one that counts.
 */
#ifndef AUDITOR_AUTHOR_REHEARSE_RANK_H
#define AUDITOR_AUTHOR_REHEARSE_RANK_H

#include "author/rehearse_compare.h"
#include "office/register.h"

enum rehearse_status { /* as the ranking lists an agency */
                       REHEARSE_RANKED,
                       REHEARSE_INCOMPLETE,
                       REHEARSE_NOTSCORED,
                       REHEARSE_MISSING
};

struct rehearse_place {
    enum rehearse_status status;
    const struct rehearse_document *document; /* NULL: missing */
    const struct rehearse_verdict *verdict;   /* of the document, on this side */
    unsigned rank;                            /* within the group; 0 none */
};

struct rehearse_agency {
    const struct agency *agency;
    struct rehearse_place before, after;
    bool score; /* points, interval or status changed */
    bool grade; /* the grade, or whether there is one */
    bool rank;
};

/* One for each agency of the register, in its order; the caller frees the list. */
struct rehearse_agency *rehearse_rank(const struct rehearse_document *documents, size_t n,
                                      const struct agency_register *agencies, int year);

/* Whether anything of the score differs: points, interval, completeness, grade, veto. */
bool rehearse_score_differs(const struct rehearse_verdict *a, const struct rehearse_verdict *b);

const char *rehearse_status_name(enum rehearse_status status); /* "ranked" ... */

#endif /* AUDITOR_AUTHOR_REHEARSE_RANK_H */
