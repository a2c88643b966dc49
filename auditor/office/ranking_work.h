/*
 * ranking_work.h - what the files behind ranking.h share (prefix ranking_).
 */
#ifndef AUDITOR_OFFICE_RANKING_WORK_H
#define AUDITOR_OFFICE_RANKING_WORK_H

#include "office/lineage.h"
#include "office/movement.h"
#include "office/ranking.h"

struct ranking_rule { /* by number of the rule */
    char *title;
    size_t indicator; /* of the profile; indicator_count: none */
    size_t agencies, count;
    int64_t points;
};

struct ranking_place {
    uint32_t row;         /* of the roster */
    uint32_t rank;        /* 0: has none */
    uint32_t best, worst; /* rank under other weights; 0: has none */
    uint8_t list;         /* enum ranking_list */
    bool top;
};

struct ranking_group {
    size_t from[RANKING_LISTS + 1]; /* where its lists begin, and where the last one ends */
};

struct ranking {
    struct store *store;
    const struct engine *engine;
    const struct profile *profile;
    const struct office *office;
    enum lang lang;
    struct roster now, before;
    bool has_past;
    struct movements *movements;
    struct lineage lineage;
    uint32_t *was; /* for each row: 1 + its row of the year before; 0: none */
    struct cost_rules rules;
    struct ranking_rule *about;   /* for each of them */
    struct ranking_place *places; /* group by group, list by list */
    struct ranking_group *groups;
    size_t group_count, group_cap;
    int64_t max;
    cJSON *unmatched;
    cJSON *near;                            /* of each of them the agencies it may be of */
    const struct agency_register *agencies; /* of the year, while these are looked for */
    size_t incomplete, unreadable;
};

/* Sorts the roster into groups and lists, with ranks and their ranges. */
void ranking_sort(struct ranking *r);

/* The year before, when there is one, and who was what then. */
int ranking_past_open(struct ranking *r, struct error *err);
/* What findings cost in both years. */
int ranking_past_costs(struct ranking *r, struct error *err);
/* Last year's place and why the score moved, as the row's "past"; null when there is none. */
int ranking_past_add(cJSON *json, const struct ranking *r, const struct roster_row *row,
                     struct error *err);
/* By how much the score changed; false when there is no telling. */
bool ranking_past_change(const struct ranking *r, const struct roster_row *row, int64_t *change);

const struct roster_row *ranking_row(const struct ranking *r, const struct ranking_place *place);
/* Nothing came in, and it is due; whether that is scored or not. */
bool ranking_absent(const struct roster_row *row);
int ranking_row_json(cJSON **out, const struct ranking *r, const struct ranking_place *place,
                     struct error *err);
void ranking_points(cJSON *object, const char *key, int64_t thousandths);

/* Counts of one group, mean, median, highest, lowest, and how scores are distributed. */
cJSON *ranking_statistics(const struct ranking *r, const struct ranking_group *group);
/* Rules by how many agencies they found something in. */
cJSON *ranking_defects(const struct ranking *r);
/* All beside the groups; groups and movers may be NULL, else they are taken. */
cJSON *ranking_model(const struct ranking *r, const char *schema, cJSON *groups, cJSON *movers);

#endif /* AUDITOR_OFFICE_RANKING_WORK_H */
