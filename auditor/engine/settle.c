/* settle.c - see settle.h. */
#include "engine/settle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"

/* Order */

static int num_cmp(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int place_cmp(const struct audit_place *a, const struct audit_place *b)
{
    int c = num_cmp(a->block, b->block);
    c = c ? c : num_cmp(a->raw_at, b->raw_at);
    c = c ? c : num_cmp(a->line, b->line);
    c = c ? c : str_cmp(a->table, b->table);
    c = c ? c : str_cmp(a->row, b->row);
    return c ? c : str_cmp(a->column, b->column);
}

static int finding_cmp(const void *pa, const void *pb)
{
    const struct outcome_finding *a = pa, *b = pb;
    int c = place_cmp(&a->finding.evidence[0], &b->finding.evidence[0]);
    c = c ? c : str_cmp(a->finding.message.in[LANG_ZH], b->finding.message.in[LANG_ZH]);
    return c ? c : (a->order > b->order) - (a->order < b->order);
}

static int open_cmp(const void *pa, const void *pb)
{
    const struct outcome_open *a = pa, *b = pb;
    int c = (int)b->error - (int)a->error;
    c = c ? c : place_cmp(&a->reason.place, &b->reason.place);
    c = c ? c : str_cmp(a->reason.code, b->reason.code);
    return c ? c : (a->order > b->order) - (a->order < b->order);
}

/* Fingerprints */

enum { FINGERPRINT = 16 };

static struct str fingerprint(const struct rule *rule, const struct audit_finding *f,
                              unsigned ordinal, struct arena *arena)
{
    const struct audit_place *p = &f->evidence[0];
    char hex[DIGEST_HEX], number[12];
    struct digest *d = digest_new();
    digest_field(d, rule->info.id);
    digest_field(d, p->table.n ? str_of("") : p->section);
    digest_field(d, p->table);
    digest_field(d, p->row);
    digest_field(d, p->column);
    digest_field(d, p->quote);
    digest_field(d, f->expected);
    digest_field(d, f->found);
    digest_field(d, f->formula);
    snprintf(number, sizeof number, "%u", ordinal);
    digest_field(d, str_of(number));
    digest_end(d, hex);
    return arena_str(arena, (struct str){ hex, FINGERPRINT });
}

static bool alike(const struct audit_finding *a, const struct audit_finding *b)
{
    const struct audit_place *p = &a->evidence[0], *q = &b->evidence[0];
    return str_eq(p->quote, q->quote) && str_eq(p->section, q->section) &&
           str_eq(p->table, q->table) && str_eq(p->row, q->row) && str_eq(p->column, q->column) &&
           str_eq(a->expected, b->expected) && str_eq(a->found, b->found) &&
           str_eq(a->formula, b->formula);
}

/* The line is left out: text added above must not change it. The same thing twice is told apart by
 * its turn. */
static void add_fingerprints(struct outcome *o, struct arena *arena)
{
    for (size_t i = 0; i < o->finding_count; i++) {
        unsigned ordinal = 0;
        for (size_t k = 0; k < i; k++)
            ordinal += alike(&o->findings[i].finding, &o->findings[k].finding);
        o->findings[i].finding.fingerprint =
            fingerprint(o->rule, &o->findings[i].finding, ordinal, arena);
    }
}

/* Causes */

static bool within(struct str outer, struct str inner)
{
    return outer.n == 0 || str_eq(outer, inner);
}

/* Whether what stands at `at` explains something at `place`: the same place, or one around it. */
static bool covers(const struct audit_place *at, const struct audit_place *place)
{
    if (place->table.n || at->table.n)
        return str_eq(at->table, place->table) && within(at->row, place->row) &&
               within(at->column, place->column);
    if (at->raw_len && place->raw_len)
        return at->raw_at < place->raw_at + place->raw_len &&
               place->raw_at < at->raw_at + at->raw_len;
    if (at->block && place->block)
        return at->block == place->block;
    if (at->section.n || place->section.n)
        return str_eq(at->section, place->section);
    return at->line == place->line && at->block == place->block;
}

static struct outcome_finding *find_at(struct outcome *o, const struct outcome_cause *cause,
                                       bool any_evidence)
{
    for (size_t i = 0; i < o->finding_count; i++) {
        const struct audit_finding *f = &o->findings[i].finding;
        if (f->informational)
            continue;
        size_t n = any_evidence ? f->evidence_count : 1;
        for (size_t k = 0; k < n; k++)
            if (cause->anywhere || covers(&f->evidence[k], &cause->place))
                return &o->findings[i];
    }
    return NULL;
}

static struct outcome *outcome_by_id(struct outcome *outcomes, size_t n, struct str id)
{
    size_t low = 0, high = n; /* they stand in the order of ids */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int c = str_cmp(outcomes[middle].rule->info.id, id);
        if (c == 0)
            return &outcomes[middle];
        if (c < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* The finding of a rule that was judged before; "" if there is none. */
static struct str judged_at(const struct audit *audit, const struct outcome_cause *cause)
{
    for (size_t i = 0; i < cause->count; i++) {
        const struct audit_result *r = audit_result(audit, cause->rules[i]);
        for (size_t k = 0; r && k < r->finding_count; k++) {
            const struct audit_finding *f = &r->findings[k];
            for (size_t e = 0; !f->informational && e < f->evidence_count; e++)
                if (cause->anywhere || covers(&f->evidence[e], &cause->place))
                    return f->cause.n ? f->cause : f->fingerprint;
        }
    }
    return str_of("");
}

static struct outcome_finding *resolve(struct outcome *outcomes, size_t n,
                                       const struct outcome_cause *cause)
{
    struct outcome_finding *found = NULL;
    for (size_t i = 0; i < cause->count && !found; i++) {
        struct outcome *o = outcome_by_id(outcomes, n, cause->rules[i]);
        if (o)
            found = find_at(o, cause, false);
        if (o && !found)
            found = find_at(o, cause, true);
    }
    return found;
}

enum { CHAIN_MAX = 50 };

/* The finding at the end of a chain of causes; NULL when the chain runs in a circle. */
static struct outcome_finding *root(struct outcome_finding *f)
{
    for (int i = 0; i < CHAIN_MAX; i++) {
        if (!f->target)
            return f;
        f = f->target;
    }
    return NULL;
}

static void link_causes(const struct audit *audit, struct outcome *outcomes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < outcomes[i].finding_count; k++) {
            struct outcome_finding *f = &outcomes[i].findings[k];
            f->target = f->cause.count ? resolve(outcomes, n, &f->cause) : NULL;
            if (f->target && (f->target == f || root(f) == NULL))
                f->target = NULL; /* nothing explains itself */
        }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < outcomes[i].finding_count; k++) {
            struct outcome_finding *f = &outcomes[i].findings[k], *last = root(f);
            f->finding.cause =
                f->target && last ? last->finding.fingerprint : judged_at(audit, &f->cause);
        }
        for (size_t k = 0; k < outcomes[i].open_count; k++) {
            struct outcome_open *open = &outcomes[i].open[k];
            struct outcome_finding *f =
                open->cause.count ? resolve(outcomes, n, &open->cause) : NULL;
            struct outcome_finding *last = f ? root(f) : NULL;
            open->reason.cause = last ? last->finding.fingerprint : judged_at(audit, &open->cause);
        }
    }
}

/* Results */

static void take_findings(struct outcome *o, struct audit_result *r, struct arena *arena)
{
    r->finding_total = o->finding_total;
    if (o->finding_total == 0) /* nearly always */
        return;
    r->findings = arena_alloc(arena, (o->finding_count + 1) * sizeof *r->findings);
    for (size_t i = 0; i < o->finding_count; i++) {
        struct audit_finding *f = &r->findings[r->finding_count++];
        *f = o->findings[i].finding;
        if (f->severity > r->severity)
            r->severity = f->severity;
    }
    if (o->finding_total <= o->finding_count)
        return;
    struct audit_finding *note = &r->findings[r->finding_count++]; /* what was left out */
    size_t more = o->finding_total - o->finding_count;
    *note = (struct audit_finding){ .informational = true, .remedy = o->rule->info.remedy };
    note->message.in[LANG_ZH] = arena_fmt(arena, "另有%zu处未逐一列出", more);
    note->message.in[LANG_EN] = arena_fmt(arena, "%zu more are not listed", more);
    note->expected = note->found = note->formula = note->cause = str_of("");
    note->evidence = arena_alloc(arena, sizeof *note->evidence);
    outcome_keep_place(&note->evidence[0], arena);
    note->evidence_count = 1;
    note->fingerprint = fingerprint(o->rule, note, 0, arena);
}

static void take_open(struct outcome *o, struct audit_result *r, struct arena *arena)
{
    if (o->open_count == 0)
        return;
    r->open = arena_alloc(arena, o->open_count * sizeof *r->open);
    for (size_t i = 0; i < o->open_count; i++)
        r->open[r->open_count++] = o->open[i].reason;
}

/* The reason of an undecided rule: the first that no finding explains. */
static struct audit_reason *open_reason(struct audit_result *r)
{
    for (size_t i = 0; i < r->open_count; i++)
        if (r->open[i].cause.n == 0)
            return &r->open[i];
    return r->open_count ? &r->open[0] : NULL;
}

static void decide(struct outcome *o, struct audit_result *r, struct arena *arena)
{
    if (o->fixed != STATE_PASS) {
        r->state = o->fixed;
        r->reason = o->reason;
    } else if (o->failed) {
        r->state = STATE_FAIL;
    } else if (o->broke) {
        r->state = STATE_ERROR;
        r->reason = &r->open[0]; /* errors stand first */
    } else if (r->open_count > 0) {
        r->state = STATE_UNKNOWN;
        r->reason = open_reason(r);
    } else if (o->informed) {
        r->state = STATE_INFORMATIONAL;
    } else if (o->passed) {
        r->state = STATE_PASS;
    } else if (o->notapplicable) {
        r->state = STATE_NOTAPPLICABLE;
        r->reason = o->reason;
    } else {
        r->state = STATE_UNKNOWN;
        r->reason = arena_alloc(arena, sizeof *r->reason);
        r->reason->code = str_of("nothing-examined");
        r->reason->message =
            outcome_text("规则没有查到可检查的内容", "the rule found nothing to examine");
        r->reason->cause = str_of("");
        outcome_keep_place(&r->reason->place, arena);
    }
}

void settle(struct audit *audit, struct outcome *outcomes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct outcome *o = &outcomes[i];
        if (o->finding_count > 1)
            qsort(o->findings, o->finding_count, sizeof *o->findings, finding_cmp);
        if (o->open_count > 1)
            qsort(o->open, o->open_count, sizeof *o->open, open_cmp);
        add_fingerprints(o, audit->arena);
    }
    link_causes(audit, outcomes, n);
    for (size_t i = 0; i < n; i++) {
        struct audit_result *r = audit_result(audit, outcomes[i].rule->info.id);
        *r = (struct audit_result){ .rule = outcomes[i].rule->info.id };
        r->pack = outcomes[i].rule->info.pack;
        r->overrides = outcomes[i].overrides;
        r->override_count = outcomes[i].override_count;
        r->gap = outcomes[i].rule->info.gap;
        r->instructions = outcomes[i].instructions;
        take_findings(&outcomes[i], r, audit->arena);
        take_open(&outcomes[i], r, audit->arena);
        decide(&outcomes[i], r, audit->arena);
    }
}
