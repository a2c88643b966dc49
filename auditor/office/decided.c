/* decided.c - see decided.h. */
#include "office/decided.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <time.h>

#include "office/given.h"

enum { BEIJING = 8 * 3600 };

static struct tm beijing(void)
{
    struct tm tm;
    time_t now = time(NULL) + BEIJING;
    gmtime_r(&now, &tm);
    return tm;
}

struct date decided_today(void)
{
    struct tm tm = beijing();
    return (struct date){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday };
}

void decided_now(char out[DECIDED_MOMENT])
{
    struct tm tm = beijing();
    strftime(out, DECIDED_MOMENT, "%Y-%m-%dT%H:%M:%S+08:00", &tm);
}

bool decided_expired(struct str expiry, struct date today)
{
    struct date last;
    return date_parse_iso(expiry, &last) && date_cmp(last, today) < 0;
}

void decided_evidence(char hex[DIGEST_HEX], struct str rule, const struct audit_finding *f)
{
    struct digest *d = digest_new();
    digest_field(d, rule);
    digest_field(d, f->expected);
    digest_field(d, f->found);
    digest_field(d, f->formula);
    for (size_t i = 0; i < f->evidence_count; i++) {
        const struct audit_place *p = &f->evidence[i];
        digest_field(d, p->document);
        digest_field(d, p->section);
        digest_field(d, p->table);
        digest_field(d, p->row);
        digest_field(d, p->column);
        digest_field(d, p->quote);
    }
    digest_end(d, hex);
}

bool decided_undecided(char hex[DIGEST_HEX], const struct audit *audit)
{
    struct digest *d = digest_new();
    bool any = false;
    for (size_t i = 0; i < audit->n; i++) {
        const struct audit_result *r = &audit->results[i];
        if (!audit_is_open(r) && r->state != STATE_NOTCHECKED)
            continue;
        any = true;
        digest_field(d, r->rule);
        digest_field(d, str_of(audit_state_name(r->state)));
        digest_field(d, r->reason ? r->reason->code : str_of(""));
        for (size_t k = 0; k < r->open_count; k++) {
            digest_field(d, r->open[k].code);
            digest_field(d, r->open[k].place.quote);
        }
    }
    digest_end(d, hex);
    return any;
}

static const struct audit_finding *find(const struct audit_result *r, struct str fingerprint)
{
    for (size_t i = 0; r && i < r->finding_count; i++)
        if (str_eq(r->findings[i].fingerprint, fingerprint))
            return &r->findings[i];
    return NULL;
}

static bool met(const struct audit_result *r)
{
    return r && (r->state == STATE_PASS || r->state == STATE_INFORMATIONAL ||
                 r->state == STATE_NOTAPPLICABLE || r->state == STATE_FIXED);
}

static enum decision_effect effect_of(const struct audit *audit, const struct store_decision *row,
                                      enum decision_kind kind, struct date today)
{
    char evidence[DIGEST_HEX];
    if (kind == DECISION_ASSIGN || kind == DECISION_FILL)
        return EFFECT_HOLDS;
    if (kind == DECISION_SIGN) {
        if (!decided_undecided(evidence, audit))
            return EFFECT_SETTLED;
    } else {
        const struct audit_result *r = audit_result(audit, row->rule);
        const struct audit_finding *f = find(r, row->fingerprint);
        if (!f)
            return met(r) ? EFFECT_SETTLED : EFFECT_LAPSED;
        decided_evidence(evidence, row->rule, f);
    }
    if (!str_eq_c(row->evidence, evidence))
        return EFFECT_LAPSED;
    return decided_expired(row->expiry, today) ? EFFECT_EXPIRED : EFFECT_HOLDS;
}

static bool same_subject(const struct store_decision *a, const struct store_decision *b)
{
    return str_eq(a->rule, b->rule) && str_eq(a->fingerprint, b->fingerprint) &&
           str_eq(a->subject, b->subject);
}

static bool replaced(const struct store_decision *rows, size_t n, size_t at)
{
    for (size_t i = at + 1; i < n; i++)
        if (same_subject(&rows[i], &rows[at]))
            return true;
    return false;
}

void decided_fill_write(struct strbuf *value, struct str points, struct str file)
{
    struct json j;
    json_start(&j, value);
    json_object(&j);
    json_key(&j, "evidence");
    json_str(&j, file);
    json_key(&j, "points");
    json_str(&j, points);
    json_end_object(&j);
}

bool decided_fill_read(struct input_fill *out, const struct store_decision *row,
                       struct arena *arena)
{
    cJSON *value = cJSON_ParseWithLength(row->value.p, row->value.n);
    const char *points = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(value, "points"));
    const char *file = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(value, "evidence"));
    *out = (struct input_fill){
        .indicator = row->subject, .person = row->person, .time = row->made_at, .note = row->reason
    };
    bool sound = points && given_points(str_of(points), &out->points, &out->excused);
    struct str named = str_of(file);
    out->evidence = arena_fmt(arena, "%.*s%s%.*s", STR_ARG(row->number),
                              row->number.n && named.n ? " " : "", STR_ARG(named));
    cJSON_Delete(value);
    return sound;
}

static void count_in(struct decided *out, const struct check_decision *d, struct arena *arena)
{
    if (d->kind == DECISION_SIGN)
        out->accepted = true;
    if (d->kind != DECISION_DISMISS && d->kind != DECISION_WAIVE)
        return;
    out->waivers[out->waiver_count++] = (struct input_waiver){
        .fingerprint = d->fingerprint,
        .kind = arena_fmt(arena, "#%lld", (long long)d->id),
        .person = d->person,
        .time = d->time,
        .document = d->number,
    };
}

/* False when the sheet has no such indicator, or not so many points for it. */
static bool count_fill(struct decided *out, const struct profile *profile,
                       const struct store_decision *row, struct arena *arena)
{
    struct input_fill *fill = &out->fills[out->fill_count];
    if (!decided_fill_read(fill, row, arena) || (profile && input_check_fill(profile, fill, NULL)))
        return false;
    out->fill_count++;
    return true;
}

void decided_apply(struct decided *out, const struct audit *audit, const struct profile *profile,
                   const struct store_decision *rows, size_t n, struct date today,
                   struct arena *arena)
{
    struct check_decision *list = arena_alloc(arena, (n + 1) * sizeof *list);
    size_t count = 0;
    *out = (struct decided){ .waivers = arena_alloc(arena, (n + 1) * sizeof *out->waivers),
                             .fills = arena_alloc(arena, (n + 1) * sizeof *out->fills) };
    for (size_t i = 0; i < n; i++) {
        enum decision_kind kind;
        if (!decision_kind_parse(&kind, rows[i].kind)) /* of a newer program */
            continue;
        struct check_decision *d = &list[count++];
        *d = (struct check_decision){ .id = rows[i].id,
                                      .kind = kind,
                                      .rule = rows[i].rule,
                                      .fingerprint = rows[i].fingerprint,
                                      .person = rows[i].person,
                                      .time = rows[i].made_at,
                                      .reason = rows[i].reason,
                                      .number = rows[i].number,
                                      .subject = rows[i].subject,
                                      .expiry = rows[i].expiry };
        d->effect =
            replaced(rows, n, i) ? EFFECT_REPLACED : effect_of(audit, &rows[i], kind, today);
        if (kind == DECISION_FILL && d->effect == EFFECT_HOLDS &&
            !count_fill(out, profile, &rows[i], arena))
            d->effect = EFFECT_LAPSED;
        if (d->effect == EFFECT_HOLDS)
            count_in(out, d, arena);
    }
    out->all.list = list;
    out->all.n = count;
    out->all.counted = out->waiver_count > 0 || out->accepted;
}
