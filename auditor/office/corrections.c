/* corrections.c - see corrections.h. */
#include "office/corrections.h"

#include <string.h>

#include "base/lang.h"
#include "office/assess.h"
#include "office/decide.h"
#include "office/issued.h"

static const char *const states[CORRECTION_STATES][3] = {
    { "open", "待整改", "open" },
    { "overdue", "逾期未整改", "overdue" },
    { "fixed", "已整改", "corrected" },
    { "late", "逾期整改", "corrected late" },
    { "withdrawn", "不再判为问题", "no longer found" },
    { "spared", "不再要求整改", "not asked for any more" },
    { "returned", "再次出现或再次通知", "came back or was asked for again" },
};

const char *corrections_name(enum corrections_state state)
{
    return states[state][0];
}

const char *corrections_label(enum corrections_state state)
{
    return tr(states[state][1], states[state][2]);
}

bool corrections_is(const struct correction *c, enum corrections_state state)
{
    if (state == CORRECTION_RETURNED)
        return c->item->returns > 0 || c->notices > 1;
    return c->state == state;
}

struct walk {
    struct store *store;
    const struct corrections_options *options;
    int64_t assessment;
    struct issued *issued;
    struct strbuf code, sha256; /* of the agency at hand, and of its report */
    int64_t standing;           /* 0: it is no longer in the register */
    struct decide_case c;       /* of it; no arena: nobody decided about it */
    int (*take)(void *user, const struct correction *correction);
    void *user;
    struct error *err;
};

static int take_standing(void *user, const struct store_standing *s)
{
    struct walk *w = user;
    w->standing = s->id;
    strbuf_str(&w->sha256, s->verdict.sha256);
    return 0;
}

/* A decision that says what becomes of a finding. */
static int note_decision(void *user, const struct store_decision *d)
{
    bool *any = user;
    *any = *any || d->fingerprint.n > 0;
    return 0;
}

/* Where nobody decided anything the verdict needs not be read. */
static int open_agency(struct walk *w, struct str code)
{
    bool any = false;
    decide_close(&w->c);
    strbuf_clear(&w->code);
    strbuf_clear(&w->sha256);
    strbuf_str(&w->code, code);
    w->standing = 0;
    int rc = store_standings(w->store, w->assessment, code, take_standing, w, w->err);
    if (rc == 0 && w->standing)
        rc = store_decisions(w->store, w->options->year, code, note_decision, &any, w->err);
    if (rc == 0 && any)
        rc = decide_open(&w->c, w->store, w->standing, w->options->year, strbuf_view(&w->code),
                         w->options->today, w->err);
    return rc;
}

static const char *review_of(const struct walk *w, const struct store_item *item)
{
    if (!str_eq_c(item->state, "open"))
        return "closed";
    return w->c.arena ? decide_review(&w->c, item->rule, item->fingerprint) : "open";
}

static enum corrections_state state_of(const struct correction *c, struct date day)
{
    bool fixed = str_eq_c(c->item->state, "fixed");
    if (fixed)
        date_parse_iso(c->item->closed_on, &day);
    bool late = date_valid(c->due) && date_cmp(day, c->due) > 0;
    if (fixed)
        return late ? CORRECTION_LATE : CORRECTION_FIXED;
    if (!str_eq_c(c->item->state, "open"))
        return CORRECTION_WITHDRAWN;
    if (strcmp(c->review, "dismissed") == 0 || strcmp(c->review, "waived") == 0)
        return CORRECTION_SPARED;
    return late ? CORRECTION_OVERDUE : CORRECTION_OPEN;
}

static int take_item(void *user, const struct store_item *item)
{
    struct walk *w = user;
    int rc = str_eq(item->agency, strbuf_view(&w->code)) ? 0 : open_agency(w, item->agency);
    if (rc || !w->standing)
        return rc;
    struct issued_due due =
        issued_due(w->issued, item->agency, item->rule, item->fingerprint, NULL);
    struct correction c = { .item = item,
                            .review = review_of(w, item),
                            .due = w->options->deadline,
                            .notices = due.count,
                            .here = str_eq(item->found_in, strbuf_view(&w->sha256)) };
    if (due.deadline)
        date_parse_iso(str_of(due.deadline), &c.due);
    c.state = state_of(&c, w->options->today);
    return w->take(w->user, &c);
}

int corrections_each(struct store *store, const struct corrections_options *options,
                     int (*take)(void *user, const struct correction *correction), void *user,
                     struct error *err)
{
    struct walk w = { .store = store, .options = options, .take = take, .user = user, .err = err };
    int rc = assess_find(&w.assessment, store, options->year, err);
    if (rc == 0)
        rc = issued_read(&w.issued, store, options->year, err);
    if (rc == 0)
        rc = store_items(store, options->year, options->agency, take_item, &w, err);
    decide_close(&w.c);
    issued_free(w.issued);
    strbuf_free(&w.code);
    strbuf_free(&w.sha256);
    return rc;
}

static int count(void *user, const struct correction *c)
{
    size_t *counts = user;
    for (int s = 0; s < CORRECTION_STATES; s++)
        counts[s] += corrections_is(c, (enum corrections_state)s);
    return 0;
}

int corrections_count(cJSON **out, struct store *store, int year, struct date today,
                      struct error *err)
{
    static const enum corrections_state in_order[] = { CORRECTION_FIXED,    CORRECTION_LATE,
                                                       CORRECTION_OPEN,     CORRECTION_OVERDUE,
                                                       CORRECTION_RETURNED, CORRECTION_SPARED,
                                                       CORRECTION_WITHDRAWN };
    size_t counts[CORRECTION_STATES] = { 0 };
    struct corrections_options options = { .year = year, .today = today };
    int rc = corrections_each(store, &options, count, counts, err);
    *out = cJSON_CreateObject();
    for (size_t i = 0; i < sizeof in_order / sizeof *in_order; i++)
        cJSON_AddNumberToObject(*out, corrections_name(in_order[i]), (double)counts[in_order[i]]);
    return rc;
}
