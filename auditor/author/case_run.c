/* case_run.c - see case_run.h. */
#include "author/case_run.h"

#include <stdlib.h>
#include <string.h>

#include "author/case_file.h"
#include "author/case_text.h"
#include "base/json_read.h"
#include "base/mem.h"
#include "engine/dossier.h"
#include "office/copies.h"
#include "office/unchecked.h"
#include "read/read.h"

struct reading {
    struct doc *doc;
    struct report *report;
};

struct case_subject {
    const struct rule_info *rule;
    struct reading own;
    struct reading *others;
    size_t other_count;
    struct dossier dossier;
    struct dossier_past *past;
    struct dossier_child *children;
    struct strbuf text;
    struct arena *arena;
};

static struct str text_at(const cJSON *object, const char *key)
{
    return str_of(cJSON_GetStringValue(json_member(object, key)));
}

static int read_one(struct reading *out, struct case_subject *s, struct engine *engine,
                    const cJSON *c, const struct report_hint *hint, struct error *err)
{
    int rc = case_text_make(&s->text, engine, s->rule, c, err);
    if (rc == 0)
        rc = read_document(&out->doc, strbuf_view(&s->text), case_text_name(c), NULL, err);
    if (rc == 0)
        out->report = recognise(out->doc, engine_forms(engine), hint);
    return rc;
}

static int read_other(const struct report **out, struct case_subject *s, struct engine *engine,
                      const cJSON *c, const struct report_hint *hint, struct error *err)
{
    struct reading *other = &s->others[s->other_count++];
    int rc = read_one(other, s, engine, c, hint, err);
    *out = other->report;
    return rc;
}

/* The year stands in the case; what the document says of it is for other rules. */
static int read_past(struct case_subject *s, struct engine *engine, const cJSON *list,
                     struct error *err)
{
    const cJSON *item;
    int rc = 0;
    cJSON_ArrayForEach(item, list) {
        struct dossier_past *past = &s->past[s->dossier.past_count++];
        const cJSON *year = json_member(item, "year");
        past->year = cJSON_IsNumber(year) ? year->valueint : 0;
        past->document = arena_fmt(s->arena, "%d/case", past->year);
        struct report_hint hint = { .year = past->year, .level = s->dossier.level };
        if (rc == 0)
            rc = read_other(&past->report, s, engine, json_member(item, "report"), &hint, err);
    }
    return rc;
}

static int read_children(struct case_subject *s, struct engine *engine, const cJSON *list,
                         struct error *err)
{
    const cJSON *item;
    int rc = 0;
    cJSON_ArrayForEach(item, list) {
        struct dossier_child *child = &s->children[s->dossier.child_count++];
        struct report_hint hint = { .year = s->dossier.year };
        child->name = arena_str(s->arena, text_at(item, "name"));
        child->code = arena_fmt(s->arena, "c%zu", s->dossier.child_count);
        child->document = arena_fmt(s->arena, "%d/%s", s->dossier.year, child->code.p);
        if (rc == 0)
            rc = case_file_hint(&hint, item, err);
        child->level = hint.level;
        if (rc == 0 && json_member(item, "report"))
            rc = read_other(&child->report, s, engine, json_member(item, "report"), &hint, err);
    }
    return rc;
}

static int read_carriers(struct case_subject *s, struct engine *engine, const cJSON *list,
                         struct error *err)
{
    const cJSON *item;
    struct dossier *d = &s->dossier;
    int rc = 0;
    struct dossier_carrier *carriers =
        arena_alloc(s->arena, (size_t)(cJSON_GetArraySize(list) + 1) * sizeof *carriers);
    cJSON_ArrayForEach(item, list) {
        struct report_hint hint = { .level = d->level };
        struct dossier_carrier *carrier = &carriers[d->carrier_count++];
        carrier->report = NULL;
        carrier->document = arena_fmt(s->arena, "%d/carrier-%zu", d->year, d->carrier_count);
        if (rc == 0)
            rc = read_other(&carrier->report, s, engine, item, &hint, err);
    }
    d->carriers = carriers;
    return rc;
}

/* Last year's own report and those of others, compared as `assess` does it; of so few nothing is stock. */
static int read_copies(struct case_subject *s, struct engine *engine, const cJSON *list,
                       struct error *err)
{
    const cJSON *item;
    struct dossier *d = &s->dossier;
    size_t n = 0;
    int rc = 0;
    struct copies_other *others =
        arena_alloc(s->arena, (size_t)(cJSON_GetArraySize(list) + 2) * sizeof *others);
    for (size_t i = 0; i < d->past_count; i++)
        if (d->past[i].year == d->year - 1 && d->past[i].report)
            others[n++] = (struct copies_other){ d->code, d->name, d->past[i].year,
                                                 d->past[i].document, d->past[i].report };
    cJSON_ArrayForEach(item, list) {
        struct report_hint hint = { .year = d->year };
        struct copies_other *other = &others[n++];
        other->name = arena_str(s->arena, text_at(item, "name"));
        other->code = arena_fmt(s->arena, "o%zu", n);
        other->document = arena_fmt(s->arena, "%d/%s", d->year, other->code.p);
        other->year = d->year;
        if (rc == 0)
            rc = read_other(&other->report, s, engine, json_member(item, "report"), &hint, err);
    }
    struct dossier_copy *copies = NULL;
    if (rc == 0 && d->report && n)
        copies_find(&copies, &d->copy_count, s->arena, d->report, others, n, NULL, 0);
    d->copies = copies;
    return rc;
}

static enum dossier_received received_of(const struct case_subject *s, const cJSON *c)
{
    if (str_eq_c(text_at(c, "received"), "nothing"))
        return DOSSIER_NOTHING;
    if (str_eq_c(text_at(c, "received"), "unreadable"))
        return DOSSIER_UNREADABLE;
    const struct report *r = s->own.report;
    if (r->kind != REPORT_ANNUAL)
        return DOSSIER_OTHER;
    return r->year == 0 || r->year == s->dossier.year ? DOSSIER_REPORT : DOSSIER_OTHER_YEAR;
}

/* "on", else the last day of the year in which the report is to be published. */
static int read_day(struct dossier *d, const cJSON *c, struct error *err)
{
    struct str on = text_at(c, "on");
    struct date day = { d->year + 1, 12, 31 };
    if (on.n && !(date_parse_iso(on, &day) && date_valid(day)))
        return error_set(err, ERR_CONFIG, tr("on：%.*s 不是日期", "on: %.*s is no date"),
                         STR_ARG(on));
    if (d->received != DOSSIER_REPORT)
        d->day = day;
    return 0;
}

static int make_dossier(struct case_subject *s, struct engine *engine, const cJSON *c,
                        const struct report_hint *hint, struct error *err)
{
    const cJSON *earlier = json_member(c, "earlier");
    const cJSON *children = json_member(c, "children");
    size_t past = (size_t)cJSON_GetArraySize(earlier);
    const cJSON *others = json_member(c, "others");
    const cJSON *carriers = json_member(c, "carriers");
    size_t below = (size_t)cJSON_GetArraySize(children) + (size_t)cJSON_GetArraySize(others) +
                   (size_t)cJSON_GetArraySize(carriers);
    struct dossier *d = &s->dossier;
    s->others = mem_zero(past + below + 1, sizeof *s->others);
    d->past = s->past = arena_alloc(s->arena, (past + 1) * sizeof *s->past);
    d->children = s->children = arena_alloc(s->arena, (below + 1) * sizeof *s->children);
    d->code = STR("case");
    d->report = s->own.report;
    d->year = hint->year ? hint->year : d->report ? d->report->year : 0;
    d->level = d->report ? d->report->level : hint->level;
    d->name = arena_str(s->arena, hint->agency.n ? hint->agency
                                  : d->report    ? d->report->agency
                                                 : str_of("case"));
    d->received = received_of(s, c);
    int rc = read_day(d, c, err);
    if (rc == 0)
        rc = read_past(s, engine, earlier, err);
    if (rc == 0)
        rc = read_children(s, engine, children, err);
    if (rc == 0)
        rc = read_carriers(s, engine, carriers, err);
    return rc ? rc : read_copies(s, engine, others, err);
}

int case_run_make(struct case_subject **out, struct engine *engine, const struct rule_info *rule,
                  const cJSON *c, struct error *err)
{
    struct case_subject *s = mem_zero(1, sizeof *s);
    struct report_hint hint;
    s->rule = rule;
    s->arena = arena_new();
    int rc = case_file_hint(&hint, c, err);
    struct report_hint known = hint;
    if (rule->scope != SCOPE_DOCUMENT)
        known.year = 0; /* that of the dossier; what the report is about it says itself */
    if (rc == 0 && text_at(c, "received").n == 0)
        rc = read_one(&s->own, s, engine, c, &known, err);
    if (rc == 0 && rule->scope != SCOPE_DOCUMENT)
        rc = make_dossier(s, engine, c, &hint, err);
    *out = s;
    if (rc) {
        case_run_free(s);
        *out = NULL;
    }
    return rc;
}

void case_run_free(struct case_subject *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->other_count; i++) {
        report_free(s->others[i].report);
        doc_free(s->others[i].doc);
    }
    report_free(s->own.report);
    doc_free(s->own.doc);
    free(s->others);
    strbuf_free(&s->text);
    arena_free(s->arena);
    free(s);
}

const struct report *case_run_report(const struct case_subject *s)
{
    return s->own.report;
}

static bool only_this(void *user, struct str rule)
{
    return str_eq(rule, ((const struct case_subject *)user)->rule->id);
}

struct audit *case_run_judge(struct engine *engine, const struct case_subject *s)
{
    struct engine_subject subject = { .report = s->own.report,
                                      .choice = { .selected = only_this, .user = (void *)s } };
    if (s->own.report)
        engine_run(engine, &subject, 1);
    else
        subject.audit = unchecked_audit(engine, &subject.choice, UNCHECKED_MISSING);
    if (s->rule->scope != SCOPE_DOCUMENT)
        engine_run_dossier(engine, &s->dossier, &subject.choice, subject.audit);
    return subject.audit;
}
