/* assess_again.c - what is assessed already: judged again after decisions, and found; see assess.h. */
#include "base/lang.h"
#include "office/assess.h"
#include "office/standing.h"

/* The current assessment of the year, if it was made with the same rules, profile and program. */
struct same {
    const struct setup *setup;
    int64_t id;
    bool fresh;
};

static int take_same(void *user, const struct store_assessment *a)
{
    struct same *same = user;
    same->id = a->id;
    same->fresh = str_eq_c(a->state, "done") && str_eq(a->profile, same->setup->profile->id) &&
                  str_eq_c(a->rules_digest, engine_digest(same->setup->engine)) &&
                  str_eq_c(a->profile_digest, same->setup->profile_digest) &&
                  str_eq_c(a->version, same->setup->version);
    return 0;
}

static int judge_again(struct store *store, const struct office *office, struct setup *setup,
                       struct standing_run *run, struct error *err)
{
    struct agency_register *everybody = NULL;
    struct agency_register *agencies = NULL;
    struct given *given = NULL;
    struct standing_result found;
    struct pipeline pipeline = { .engine = setup->engine,
                                 .model = setup->model,
                                 .profile = setup->profile,
                                 .stored = true,
                                 .facts = true,
                                 .lang = lang_get() };
    int rc = office_register(&everybody, office, err);
    if (rc == 0)
        register_of_year(&agencies, everybody, run->year);
    if (rc == 0)
        rc = office_given(&given, office, setup->profile, agencies, run->year, err);
    pipeline.agencies = agencies;
    pipeline.given = given;
    run->pipeline = &pipeline;
    run->everybody = everybody;
    if (rc == 0)
        rc = standing_year(&found, run, err);
    if (rc == 0)
        rc = store_commit(store, err);
    register_free(agencies);
    given_free(given);
    register_free(everybody);
    return rc;
}

int assess_again(bool *fresh, struct store *store, const struct office *office, struct setup *setup,
                 int year, struct str agency, struct date today, struct error *err)
{
    struct same same = { .setup = setup };
    int rc = store_assessment_current(store, year, take_same, &same, err);
    struct standing_run run = { .store = store,
                                .inbox = office->inbox,
                                .year = year,
                                .assessment = same.id,
                                .workers = 1,
                                .today = today,
                                .only = agency };
    *fresh = rc == 0 && same.fresh;
    return *fresh ? judge_again(store, office, setup, &run, err) : rc;
}

struct finished {
    int64_t id;
    bool done;
};

static int take_finished(void *user, const struct store_assessment *a)
{
    *(struct finished *)user = (struct finished){ a->id, str_eq_c(a->state, "done") };
    return 0;
}

int assess_find(int64_t *id, struct store *store, int year, struct error *err)
{
    struct finished found = { 0 };
    int rc = store_assessment_current(store, year, take_finished, &found, err);
    *id = found.id;
    if (rc || found.done)
        return rc;
    return error_set(err, ERR_ABSENT,
                     found.id
                         ? tr("%d 年度的审核没有做完：请再运行 auditor assess %d",
                              "the assessment of %d was not finished: run auditor assess %d again")
                         : tr("%d 年度还没有审核：请先运行 auditor assess %d",
                              "%d has not been assessed: run auditor assess %d first"),
                     year, year);
}
