/* items.c - see items.h. */
#include "office/items.h"

#define LATE "publication.late"

static bool is(const struct store_item *item, const char *state)
{
    return str_eq_c(item->state, state);
}

static bool passes(const struct audit_result *r)
{
    return r->state == STATE_PASS || r->state == STATE_INFORMATIONAL;
}

/* The day on which the last thing of the rule was corrected: "" when nothing was. */
static struct str corrected_on(const struct standing_job *job, struct str rule, struct str today)
{
    struct str day = str_of("");
    for (size_t i = 0; i < job->item_count; i++) {
        const struct store_item *item = &job->items[i];
        if (!str_eq(item->rule, rule))
            continue;
        bool now = is(item, "open") && !str_eq(item->found_in, job->file.sha256);
        struct str when = now ? today : is(item, "fixed") ? item->closed_on : str_of("");
        if (str_cmp(when, day) > 0)
            day = when;
    }
    return day;
}

static bool concerns(const struct standing_job *job, struct str rule)
{
    for (size_t i = 0; i < job->item_count; i++)
        if (str_eq(job->items[i].rule, rule))
            return true;
    return false;
}

static void mark_fixed(struct audit_result *r, struct str day, struct arena *arena)
{
    struct audit_reason *reason = arena_alloc(arena, sizeof *reason);
    reason->code = STR("fixed");
    reason->message.in[LANG_ZH] = arena_fmt(arena, "%.*s 已整改", STR_ARG(day));
    reason->message.in[LANG_EN] = arena_fmt(arena, "corrected on %.*s", STR_ARG(day));
    r->state = STATE_FIXED;
    r->reason = reason;
}

/* The latest day that was stated before; "" unless the one stated now is earlier, and came in after it. */
static struct str dated_back(struct str dates, struct str now)
{
    struct str latest = str_of("");
    struct str day;
    while (str_split(&dates, ' ', &day)) {
        if (day.n && str_cmp(day, now) <= 0 && latest.n == 0)
            return latest; /* as early a day had come in first */
        if (str_cmp(day, now) > 0 && str_cmp(day, latest) > 0)
            latest = day;
    }
    return latest;
}

/* Another date alone corrects no late report: whether it was there on that day is for a person to say. */
static void hold_late(struct outcome *o, const struct standing_job *job)
{
    struct audit_result *r = audit_result(o->audit, STR(LATE));
    const struct report *report = o->report;
    char now[DATE_LENGTH + 1];
    if (!r || !passes(r) || !concerns(job, r->rule) || !report || report->published < 0)
        return;
    date_write(now, report->dates[report->published].date);
    struct str before = dated_back(job->dates, str_of(now));
    if (before.n == 0)
        return;
    struct arena *arena = o->audit->arena;
    struct audit_reason *reason = arena_alloc(arena, sizeof *reason);
    reason->code = STR("dated-back");
    reason->message.in[LANG_ZH] =
        arena_fmt(arena, "报告现载发布日期 %s，先前收到的内容载为 %.*s：须由人核实并签署", now,
                  STR_ARG(before));
    reason->message.in[LANG_EN] =
        arena_fmt(arena,
                  "published on %s, as it says now; what came in before said %.*s: a person "
                  "has to look and sign",
                  now, STR_ARG(before));
    r->state = STATE_UNKNOWN;
    r->reason = reason;
}

void items_signed(struct outcome *o)
{
    const struct audit_result *r = audit_result(o->audit, STR(LATE));
    if (r && r->state == STATE_UNKNOWN && r->reason && str_eq_c(r->reason->code, "dated-back") &&
        o->decided->accepted)
        o->out->met = arena_fmt(o->out->arena, "%.*s %s ", STR_ARG(o->out->met), LATE);
}

void items_mark(struct outcome *o, const struct standing_job *job)
{
    char today[DATE_LENGTH + 1];
    struct strbuf met = { 0 };
    date_write(today, job->today);
    hold_late(o, job);
    for (size_t i = 0; job->item_count && i < o->audit->n; i++) {
        struct audit_result *r = &o->audit->results[i];
        if (!passes(r) || !concerns(job, r->rule))
            continue;
        strbuf_fmt(&met, " %.*s ", STR_ARG(r->rule));
        struct str day = corrected_on(job, r->rule, str_of(today));
        if (day.n)
            mark_fixed(r, day, o->audit->arena);
    }
    o->out->met = arena_str(o->out->arena, strbuf_view(&met));
    strbuf_free(&met);
}

static bool is_met(const struct pipeline_output *out, struct str rule)
{
    struct strbuf word = { 0 };
    strbuf_fmt(&word, " %.*s ", STR_ARG(rule));
    bool found = str_find(out->met, strbuf_view(&word)) < out->met.n;
    strbuf_free(&word);
    return found;
}

/* The finding of an item; `elsewhere`: another one of its rule. */
static const struct pipeline_finding *find(const struct pipeline_output *out,
                                           const struct store_item *item, bool *elsewhere)
{
    for (size_t i = 0; i < out->findings_n; i++) {
        const struct pipeline_finding *f = &out->findings[i];
        if (f->caused || !str_eq(f->rule, item->rule))
            continue;
        if (str_eq(f->fingerprint, item->fingerprint))
            return f;
        *elsewhere = true;
    }
    return NULL;
}

/* What became of an item that is known. True when something did. */
static bool follow(struct store_item *item, const struct pipeline_output *out, struct str sha256,
                   struct str today)
{
    bool elsewhere = false;
    bool same = str_eq(item->found_in, sha256);
    if (find(out, item, &elsewhere)) {
        if (is(item, "open") && same)
            return false;
        item->returns += is(item, "fixed");
        item->state = STR("open");
        item->found_in = sha256;
        item->closed_on = item->closed_in = str_of("");
        return true;
    }
    bool met = is_met(out, item->rule);
    if (!is(item, "open") || (same ? !met && !elsewhere : !met))
        return false;
    item->state = same ? STR("withdrawn") : STR("fixed");
    item->closed_on = today;
    item->closed_in = sha256;
    return true;
}

static bool is_known(const struct standing_job *job, const struct pipeline_finding *f)
{
    for (size_t i = 0; i < job->item_count; i++)
        if (str_eq(job->items[i].fingerprint, f->fingerprint) &&
            str_eq(job->items[i].rule, f->rule))
            return true;
    return false;
}

int items_follow(struct store *store, struct str agency, const struct standing_job *job,
                 const struct pipeline_output *out, struct error *err)
{
    char today[DATE_LENGTH + 1];
    int rc = 0;
    if (out->operational) /* nothing was judged */
        return 0;
    date_write(today, job->today);
    for (size_t i = 0; rc == 0 && i < job->item_count; i++) {
        struct store_item item = job->items[i];
        item.year = job->year;
        item.agency = agency;
        if (follow(&item, out, job->file.sha256, str_of(today)))
            rc = store_item_save(store, &item, err);
    }
    for (size_t i = 0; rc == 0 && i < out->findings_n; i++) {
        const struct pipeline_finding *f = &out->findings[i];
        struct store_item item = { .year = job->year,
                                   .agency = agency,
                                   .rule = f->rule,
                                   .fingerprint = f->fingerprint,
                                   .severity = str_of(audit_severity_name(f->severity)),
                                   .found_on = str_of(today),
                                   .found_in = job->file.sha256,
                                   .state = STR("open") };
        if (!f->caused && !is_known(job, f))
            rc = store_item_save(store, &item, err);
    }
    return rc;
}
