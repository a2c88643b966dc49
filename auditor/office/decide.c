/* decide.c - see decide.h. */
#include "office/decide.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "report/restore.h"

static void keep(struct decide_case *c, const struct store_decision *d)
{
    struct store_decision own = *d;
    struct str *const texts[] = { &own.agency,   &own.rule,   &own.fingerprint, &own.evidence,
                                  &own.kind,     &own.person, &own.made_at,     &own.reason,
                                  &own.number,   &own.expiry, &own.subject,     &own.value,
                                  &own.previous, &own.hash };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = arena_str(c->arena, *texts[i]);
    c->rows = mem_grow(c->rows, c->n, &c->cap, sizeof *c->rows);
    c->rows[c->n++] = own;
}

static int take_row(void *user, const struct store_decision *d)
{
    if (!str_eq_c(d->kind, "notice"))
        keep(user, d);
    return 0;
}

static void weigh(struct decide_case *c)
{
    struct decided decided;
    decided_apply(&decided, c->audit, NULL, c->rows, c->n, c->today, c->arena);
    c->now = decided.all;
}

int decide_open(struct decide_case *c, struct store *store, int64_t standing, int year,
                struct str agency, struct date today, struct error *err)
{
    struct strbuf stored = { 0 };
    char code[24] = "";
    struct audit_text message;
    *c = (struct decide_case){ .year = year, .today = today, .arena = arena_new() };
    c->agency = arena_str(c->arena, agency);
    int rc = store_standing_result(store, standing, &stored, NULL, err);
    c->verdict = arena_str(c->arena, strbuf_view(&stored));
    if (rc == 0)
        rc = restore_audit(&c->audit, c->verdict, code, sizeof code, &message, err);
    c->judged = code[0] == '\0';
    if (rc == 0)
        rc = store_decisions(store, year, agency, take_row, c, err);
    if (rc == 0)
        weigh(c);
    strbuf_free(&stored);
    return rc;
}

void decide_close(struct decide_case *c)
{
    audit_free(c->audit);
    free(c->rows);
    arena_free(c->arena);
    *c = (struct decide_case){ 0 };
}

const char *decide_review(const struct decide_case *c, struct str rule, struct str fingerprint)
{
    return check_decision_review(&c->now, rule, fingerprint);
}

const struct audit_finding *decide_find(const struct decide_case *c, struct str fingerprint,
                                        struct str *rule)
{
    for (size_t i = 0; i < c->audit->n; i++) {
        const struct audit_result *r = &c->audit->results[i];
        for (size_t k = 0; k < r->finding_count; k++) {
            const struct audit_finding *f = &r->findings[k];
            if (f->informational || f->cause.n || !str_eq(f->fingerprint, fingerprint))
                continue;
            *rule = r->rule;
            return f;
        }
    }
    return NULL;
}

static int refuse(struct error *err, const char *why)
{
    return error_set(err, ERR_USAGE, "%s", why);
}

/* What may follow what. */
static int check_order(const struct decide_case *c, enum decision_kind kind,
                       const struct store_decision *d, struct error *err)
{
    const char *now = decide_review(c, d->rule, d->fingerprint);
    bool appealed = strcmp(now, "appealed") == 0;
    bool spared = strcmp(now, "dismissed") == 0 || strcmp(now, "waived") == 0;
    if (kind == DECISION_UPHOLD && !appealed)
        return refuse(err, tr("没有申诉，不能“维持”", "there is no appeal to turn down"));
    if (kind == DECISION_APPEAL && spared)
        return refuse(
            err, tr("这一处已不扣分，无须申诉", "it costs nothing: there is nothing to appeal"));
    if (kind == DECISION_APPEAL && appealed)
        return refuse(err, tr("已在申诉中", "an appeal is pending already"));
    return 0;
}

static int check_words(enum decision_kind kind, const struct store_decision *d, struct date today,
                       struct error *err)
{
    struct date until;
    if (str_trim(d->person).n == 0)
        return refuse(err, tr("没有写明决定人", "it does not say who decided"));
    if (kind != DECISION_CONFIRM && str_trim(d->reason).n == 0)
        return refuse(err, tr("没有写明理由", "it gives no reason"));
    if (d->expiry.n == 0)
        return 0;
    if (kind != DECISION_WAIVE && kind != DECISION_SIGN)
        return refuse(err,
                      tr("只有免扣和签署可以有有效期", "only waivers and signatures end on a day"));
    if (!date_parse_iso(d->expiry, &until) || !date_valid(until))
        return refuse(err, tr("有效期应写成 2026-12-31", "write the last day as 2026-12-31"));
    if (date_cmp(until, today) < 0)
        return refuse(err, tr("有效期已经过去", "the last day has passed already"));
    return 0;
}

/* "2026-02-03T09:30:00+08:00", or a day alone. */
static int check_moment(struct decide_case *c, struct store_decision *d, struct date today,
                        struct error *err)
{
    struct date day;
    char now[DECIDED_MOMENT];
    if (d->made_at.n == 0) {
        decided_now(now);
        d->made_at = arena_str(c->arena, str_of(now));
        return 0;
    }
    struct str rest = str_sub(d->made_at, DATE_LENGTH, d->made_at.n);
    bool sound = date_parse_iso(str_sub(d->made_at, 0, DATE_LENGTH), &day) && date_valid(day);
    sound = sound && (rest.n == 0 || (rest.n == 15 && rest.p[0] == 'T' &&
                                      str_eq_c(str_sub(rest, 9, rest.n), "+08:00")));
    if (!sound)
        return refuse(err, tr("时间应写成 2026-02-03 或 2026-02-03T09:30:00+08:00",
                              "write the time as 2026-02-03 or 2026-02-03T09:30:00+08:00"));
    if (date_cmp(day, today) > 0)
        return refuse(err, tr("时间在今天之后", "the time lies after today"));
    if (rest.n == 0)
        d->made_at = arena_fmt(c->arena, "%.*sT00:00:00+08:00", STR_ARG(d->made_at));
    return 0;
}

static bool alike(const struct store_decision *a, const struct store_decision *b)
{
    return str_eq(a->rule, b->rule) && str_eq(a->fingerprint, b->fingerprint) &&
           str_eq(a->kind, b->kind) && str_eq(a->person, b->person) &&
           str_eq(a->reason, b->reason) && str_eq(a->number, b->number) &&
           str_eq(a->expiry, b->expiry) && str_eq(a->evidence, b->evidence);
}

/* The same with the same time anywhere; without a time the last one about the finding. */
static bool is_known(const struct decide_case *c, const struct store_decision *d, bool timed)
{
    for (size_t i = c->n; i-- > 0;) {
        const struct store_decision *row = &c->rows[i];
        if (!str_eq(row->rule, d->rule) || !str_eq(row->fingerprint, d->fingerprint) ||
            row->subject.n)
            continue;
        if (alike(row, d) && (!timed || str_eq(row->made_at, d->made_at)))
            return true;
        if (!timed)
            return false;
    }
    return false;
}

static int find_evidence(struct decide_case *c, enum decision_kind kind, struct store_decision *d,
                         struct error *err)
{
    char hex[DIGEST_HEX];
    if (kind == DECISION_SIGN) {
        if (!c->judged || !decided_undecided(hex, c->audit))
            return refuse(err, c->judged
                                   ? tr("没有未判定的事项，无须签署", "nothing is undecided")
                                   : tr("报告没有读出来，不能签署",
                                        "the report could not be read: it cannot be signed for"));
    } else {
        struct str rule;
        const struct audit_finding *f = decide_find(c, d->fingerprint, &rule);
        if (!f || (d->rule.n && !str_eq(rule, d->rule)))
            return refuse(err, tr("没有这一处问题，或它由另一处问题引起",
                                  "there is no such finding, or another one explains it"));
        d->rule = rule;
        decided_evidence(hex, rule, f);
    }
    if (d->evidence.n && !str_starts(str_of(hex), d->evidence))
        return refuse(err, tr("导出之后证据已变，请重新导出再决定",
                              "the evidence changed since it was exported: export again"));
    d->evidence = arena_str(c->arena, str_of(hex));
    return 0;
}

int decide_check(struct decide_case *c, struct store_decision *d, bool *known, struct error *err)
{
    enum decision_kind kind;
    bool timed = d->made_at.n > 0;
    *known = false;
    if (!decision_kind_parse(&kind, d->kind) || kind == DECISION_ASSIGN)
        return refuse(err, tr("没有这种决定", "there is no such decision"));
    d->year = c->year;
    d->agency = c->agency;
    int rc = check_moment(c, d, c->today, err);
    if (rc == 0)
        rc = find_evidence(c, kind, d, err);
    if (rc)
        return rc;
    *known = is_known(c, d, timed);
    if (*known)
        return 0;
    rc = check_words(kind, d, c->today, err);
    return rc ? rc : check_order(c, kind, d, err);
}

int decide_record(struct decide_case *c, struct store *store, struct store_decision *d,
                  struct error *err)
{
    int rc = store_decision_add(store, d, err);
    if (rc)
        return rc;
    keep(c, d);
    weigh(c);
    return 0;
}
