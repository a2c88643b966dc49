/*
 * ranking_work.h - what the files behind ranking.h share (prefix ranking_).
 *
 * Ownership  All texts live in the arena of struct ranking_work.
 */
#ifndef AUDITOR_OFFICE_RANKING_WORK_H
#define AUDITOR_OFFICE_RANKING_WORK_H

#include "base/arena.h"
#include "base/map.h"
#include "office/movement.h"
#include "office/ranking.h"
#include "score/rank.h"
#include "score/spread.h"

struct ranking_rule { /* that found something */
    struct str id;
    char *title;
    size_t indicator; /* of the profile; indicator_count: none */
    size_t agencies, count;
    int64_t points;
};

struct ranking_loss { /* of an agency by one rule */
    size_t rule;      /* number */
    enum audit_severity severity;
    size_t count;
    int64_t points;
};

struct ranking_entrant { /* an agency with its standing */
    struct store_agency agency;
    bool present; /* a document came in */
    struct store_audit audit;
    int64_t counts[SEVERITY_VETO + 1];
    struct ranking_loss *lost; /* by rule */
    size_t lost_count, lost_cap;
    unsigned best, worst; /* rank under other weights; 0: has none */
};

struct ranking_past { /* the year before */
    struct roster before, now;
    struct movements *movements;
    bool known;
};

struct ranking_work {
    struct ranking *out;
    struct store *store;
    struct error *err;
    const struct engine *engine;
    const struct profile *profile;
    const struct agency_register *everybody; /* of all years */
    enum lang lang;
    int year;
    struct store_assessment assessment;
    struct ranking_entrant *list;
    size_t n, cap;
    struct ranking_rule *rules;
    size_t rule_count, rule_cap;
    struct map rule_numbers;
    int64_t max;
    cJSON *unmatched;
    struct ranking_past past;
    struct arena *arena;
};

/* A score of this year's report; everything else only shows that something came in. */
bool ranking_scored(const struct ranking_entrant *e);

/* All groups in the order of their first agency; counts into w->out. */
int ranking_groups(cJSON **out, struct ranking_work *w);
void ranking_points(cJSON *object, const char *key, int64_t thousandths);

/* Last year's place and why the score moved, as the row's "past"; null when there is none. */
int ranking_past_open(struct ranking_work *w);
int ranking_past_add(cJSON *row, const struct ranking_work *w, const struct ranking_entrant *e);
void ranking_past_close(struct ranking_past *past);

/* Figures of one group: counts, mean, median, highest, lowest, and how scores are distributed. `rows`
 * are the group's own, in the order of their ranks. */
cJSON *ranking_statistics(const struct ranking_work *w, const struct rank_row *rows, size_t n);
/* Rules by how many agencies they found something in. */
cJSON *ranking_defects(const struct ranking_work *w);

#endif /* AUDITOR_OFFICE_RANKING_WORK_H */
