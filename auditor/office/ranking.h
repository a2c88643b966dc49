/*
 * ranking.h - a year's ranking out of the database (prefix ranking_).
 *
 * Per group: ranked agencies, incomplete ones with their interval, documents that are not scored,
 * agencies without a report, those that none is due of yet. A report of another year, and a file that could not be read, are no
 * report of this year; they are listed as not scored, with their kind. An agency without a report stands among
 * the ranked (or incomplete) ones when the profile says what it gets. Each row has last year's
 * place, why the score moved (movement.h), and how far its rank depends on the weights
 * (score/spread.h).
 *
 * What is sorted and counted is held in some hundred bytes an agency; what a row shows besides is read when it is asked
 * for. So the rows come one by one, in any order, as often as wanted.
 *
 * Ownership  cJSON that is handed out belongs to who gets it.
 */
#ifndef AUDITOR_OFFICE_RANKING_H
#define AUDITOR_OFFICE_RANKING_H

#include <cjson/cJSON.h>

#include "office/office.h"
#include "office/setup.h"
#include "store/store.h"

struct ranking;

enum ranking_list { /* of a group, in the order in which they are shown */
                    RANKING_RANKED,
                    RANKING_INCOMPLETE,
                    RANKING_NOTSCORED,
                    RANKING_MISSING,
                    RANKING_NOTDUE, /* no report either, and none is asked for yet */
                    RANKING_LISTS
};

struct ranking_options {
    const struct office *office; /* its name, and of its register what an agency was before */
    int year;
    const struct setup *setup; /* titles of rules, the top of a group, what weights there are */
    enum lang lang;
};

/* ERR_ABSENT when the year was never assessed. */
int ranking_open(struct ranking **out, struct store *store, const struct ranking_options *options,
                 struct error *err);
void ranking_close(struct ranking *ranking); /* NULL is allowed */

/* An audit is not complete, or a file could not be read. */
bool ranking_is_open(const struct ranking *ranking);
/* What stands beside the groups, keys in byte order; reports/ranking.lua describes it. */
cJSON *ranking_head(const struct ranking *ranking);
size_t ranking_groups(const struct ranking *ranking);
/* Name and statistics of a group, without its lists. */
cJSON *ranking_group(const struct ranking *ranking, size_t group);
const char *ranking_list_name(enum ranking_list list); /* "ranked" ..., its key in a group */
size_t ranking_count(const struct ranking *ranking, size_t group, enum ranking_list list);
/* The first `limit` rows of a list. */
int ranking_rows(const struct ranking *ranking, size_t group, enum ranking_list list, size_t limit,
                 int (*take)(void *user, cJSON *row, struct error *err), void *user,
                 struct error *err);

/* All in one, the lists cut to what a page can show; statistics say how many there are. */
int ranking_page(cJSON **out, const struct ranking *ranking, struct error *err);
/* The model of reports/summary.lua, which describes it. */
int ranking_summary(cJSON **out, const struct ranking *ranking, struct error *err);

#endif /* AUDITOR_OFFICE_RANKING_H */
