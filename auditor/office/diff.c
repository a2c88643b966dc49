/* diff.c - see diff.h. */
#include "office/diff.h"

#include <stdlib.h>
#include <string.h>

#include "base/json_add.h"
#include "base/mem.h"
#include "office/asked.h"
#include "office/finding_diff.h"
#include "office/lineage.h"
#include "office/movement.h"
#include "report/text.h"

struct sums {
    size_t better, worse, unchanged, unknown, changed;
    size_t fresh, gone, same;
    int64_t by_cause[MOVED_CAUSES];
};

struct diff {
    struct diff_options options;
    struct strbuf asked; /* the code of the agency of the options */
    struct store *store;
    struct roster before, after;
    struct lineage lineage;
    bool *matched; /* rows of `before` that became one of `after` */
    struct cost_rules rules;
    struct movements *movements;
    struct sums sums;
    int (*take)(void *user, cJSON *agency, struct error *err);
    void *user;
    struct error *err;
};

static void add_side(cJSON *out, const char *key, const struct roster_row *row)
{
    if (!row) {
        cJSON_AddNullToObject(out, key);
        return;
    }
    cJSON *side = cJSON_AddObjectToObject(out, key);
    cJSON_AddBoolToObject(side, "complete", row->complete);
    json_add_str(side, "grade", row->scored && row->complete ? *row->grade : str_of(""));
    json_add_points(side, "high", row->scored, row->high);
    json_add_str(side, "kind", row->class->kind);
    json_add_points(side, "low", row->scored, row->low);
    json_add_points(side, "max", row->scored, row->max);
    if (row->rank)
        cJSON_AddNumberToObject(side, "rank", row->rank);
    else
        cJSON_AddNullToObject(side, "rank");
    json_add_points(side, "score", row->scored && row->complete, row->score);
    cJSON_AddBoolToObject(side, "vetoed", row->vetoed);
}

/* What became of the report itself. */
static const char *report_word(const struct roster_row *was, const struct roster_row *is)
{
    bool before = was && was->report;
    bool after = is && is->report;
    if (before && after)
        return was->report == is->report ? "same" : "changed";
    return before ? "gone" : after ? "new" : "none";
}

static void add_movement(cJSON *out, const struct movement *m)
{
    if (m->known)
        movement_add(out, m);
    else
        cJSON_AddNullToObject(out, "moved");
}

/* As a person names it: by the labels of the report's form. */
static void name_place(cJSON *out, const struct finding_place *f, const struct form *form)
{
    struct strbuf text = { 0 };
    cJSON *place = cJSON_CreateObject();
    const char *const keys[] = { "column", "row", "section", "table" };
    const char *const values[] = { f->column, f->row, f->section, f->table };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (values[i][0])
            cJSON_AddStringToObject(place, keys[i], values[i]);
    if (f->line)
        cJSON_AddNumberToObject(place, "line", f->line);
    text_report_place(&text, place, form);
    json_add_str(out, "place", strbuf_view(&text));
    strbuf_free(&text);
    cJSON_Delete(place);
}

static void add_place(const struct diff *d, cJSON *list, const struct finding_place *f,
                      const struct form *form)
{
    const struct rule_info *rule = engine_rule_by_id(d->options.engine, str_of(f->rule));
    struct str title = rule ? rule->title.in[d->options.lang] : str_of("");
    cJSON *out = cJSON_CreateObject();
    cJSON_AddStringToObject(out, "column", f->column);
    cJSON_AddStringToObject(out, "fingerprint", f->fingerprint);
    cJSON_AddNumberToObject(out, "line", f->line);
    name_place(out, f, form);
    cJSON_AddStringToObject(out, "row", f->row);
    cJSON_AddStringToObject(out, "rule", f->rule);
    cJSON_AddStringToObject(out, "section", f->section);
    cJSON_AddStringToObject(out, "severity", f->severity);
    cJSON_AddStringToObject(out, "table", f->table);
    json_add_str(out, "title", title.n ? title : str_of(f->rule));
    cJSON_AddItemToArray(list, out);
}

static void add_unmatched(const struct diff *d, cJSON *out, const char *key,
                          const struct finding_places *places, const struct roster_row *row)
{
    const struct form *form =
        row ? form_by_id(engine_forms(d->options.engine), row->class->form) : NULL;
    cJSON *list = cJSON_AddArrayToObject(out, key);
    for (size_t i = 0; i < places->n; i++)
        if (!places->list[i].matched)
            add_place(d, list, &places->list[i], form);
}

static size_t unmatched(const struct finding_places *places)
{
    size_t n = 0;
    for (size_t i = 0; i < places->n; i++)
        n += !places->list[i].matched;
    return n;
}

/* Another year's report is another one anyway. */
static bool is_change(const struct roster_row *was, const struct roster_row *is,
                      const struct finding_diff *f, bool same_year)
{
    return !was || !is || was->scored != is->scored || was->complete != is->complete ||
           was->score != is->score || was->rank != is->rank || was->vetoed != is->vetoed ||
           !str_eq(was->class->kind, is->class->kind) || (same_year && was->report != is->report) ||
           unmatched(&f->before) || unmatched(&f->after);
}

static void count(struct sums *s, const struct movement *m, const struct finding_diff *f,
                  bool change)
{
    s->changed += change;
    s->better += m->known && m->change > 0;
    s->worse += m->known && m->change < 0;
    s->unchanged += m->known && m->change == 0;
    s->unknown += !m->known;
    s->fresh += unmatched(&f->after);
    s->gone += unmatched(&f->before);
    s->same += f->same;
    for (int cause = 0; cause < MOVED_CAUSES; cause++)
        s->by_cause[cause] += m->by_cause[cause];
}

static int tell_agency(struct diff *d, const struct roster_row *was, const struct roster_row *is,
                       const struct movement *m, const struct finding_diff *f)
{
    const struct roster_row *shown = is ? is : was;
    cJSON *out = cJSON_CreateObject();
    add_side(out, "after", is);
    json_add_str(out, "agency", shown->name);
    add_side(out, "before", was);
    json_add_points(out, "change", m->known, m->change);
    json_add_str(out, "code", shown->code);
    cJSON *findings = cJSON_AddObjectToObject(out, "findings");
    add_unmatched(d, findings, "gone", &f->before, was);
    add_unmatched(d, findings, "new", &f->after, is);
    cJSON_AddNumberToObject(findings, "same", (double)f->same);
    json_add_str(out, "group", shown->class->group);
    add_movement(out, m);
    cJSON_AddStringToObject(out, "report", report_word(was, is));
    return d->take(d->user, out, d->err);
}

static bool asked_for(const struct diff *d, const struct roster_row *row)
{
    return !d->options.agency || str_eq(row->code, strbuf_view(&d->asked));
}

static int one_agency(struct diff *d, const struct roster_row *was, const struct roster_row *is)
{
    struct movement m = { 0 };
    struct finding_diff f = { 0 };
    int rc = movement_of(&m, d->movements, was, is, d->err);
    if (rc == 0)
        rc = finding_diff_make(&f, d->store, was ? was->standing : 0, is ? is->standing : 0,
                               d->before.year == d->after.year, d->err);
    bool same_year = d->before.year == d->after.year;
    bool change = rc == 0 && is_change(was, is, &f, same_year);
    if (rc == 0)
        count(&d->sums, &m, &f, change);
    if (change || (rc == 0 && d->options.agency))
        rc = tell_agency(d, was, is, &m, &f);
    finding_diff_free(&f);
    return rc;
}

/* Another year's may have another code. */
static const struct roster_row *row_before(const struct diff *d, const struct roster_row *is)
{
    return roster_find(&d->before, lineage_code(&d->lineage, is->code, d->before.year));
}

/* In the order of the later register; agencies that it has no more come last. */
static int all_agencies(struct diff *d)
{
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < d->after.n; i++) {
        const struct roster_row *is = &d->after.rows[i];
        const struct roster_row *was = row_before(d, is);
        if (was)
            d->matched[was - d->before.rows] = true;
        if (!asked_for(d, is) && !(was && asked_for(d, was)))
            continue;
        rc = one_agency(d, was, is);
    }
    for (size_t i = 0; rc == 0 && i < d->before.n; i++)
        if (!d->matched[i] && asked_for(d, &d->before.rows[i]))
            rc = one_agency(d, &d->before.rows[i], NULL);
    return rc;
}

static void add_assessment(cJSON *out, const char *key, const char *name, const struct roster *r)
{
    cJSON *side = cJSON_AddObjectToObject(out, key);
    json_add_str(side, "finished_at", r->finished_at);
    cJSON_AddStringToObject(side, "name", name);
    json_add_str(side, "profile", r->profile);
    json_add_str(side, "profile_digest", r->profile_digest);
    json_add_str(side, "rules_digest", r->rules_digest);
    json_add_str(side, "version", r->version);
    cJSON_AddNumberToObject(side, "year", r->year);
}

cJSON *diff_totals(const struct diff *d)
{
    const struct sums *s = &d->sums;
    struct movement moved = { .known = true };
    memcpy(moved.by_cause, s->by_cause, sizeof moved.by_cause);
    cJSON *out = cJSON_CreateObject();
    cJSON *totals = cJSON_AddObjectToObject(out, "totals");
    cJSON_AddNumberToObject(totals, "better", (double)s->better);
    cJSON_AddNumberToObject(totals, "changed", (double)s->changed);
    cJSON_AddNumberToObject(totals, "gone", (double)s->gone);
    add_movement(totals, &moved);
    cJSON_AddNumberToObject(totals, "new", (double)s->fresh);
    cJSON_AddNumberToObject(totals, "same", (double)s->same);
    cJSON_AddNumberToObject(totals, "unchanged", (double)s->unchanged);
    cJSON_AddNumberToObject(totals, "unknown", (double)s->unknown);
    cJSON_AddNumberToObject(totals, "worse", (double)s->worse);
    return out;
}

cJSON *diff_head(const struct diff *d)
{
    cJSON *out = cJSON_CreateObject();
    add_assessment(out, "after", d->options.after, &d->after);
    add_assessment(out, "before", d->options.before, &d->before);
    cJSON_AddStringToObject(out, "lang", d->options.lang == LANG_EN ? "en" : "zh");
    cJSON_AddStringToObject(out, "office", d->options.office->name);
    cJSON_AddStringToObject(out, "schema", "auditor/diff/1");
    return out;
}

int diff_agencies(struct diff *d, int (*take)(void *user, cJSON *agency, struct error *err),
                  void *user, struct error *err)
{
    d->take = take;
    d->user = user;
    d->err = err;
    return all_agencies(d);
}

static int read_both(struct diff *d, struct error *err)
{
    const struct diff_options *options = &d->options;
    int rc = roster_load(&d->before, d->store, options->before, options->lang, err);
    if (rc == 0)
        rc = roster_load(&d->after, d->store, options->after, options->lang, err);
    int64_t both[] = { d->after.assessment, d->before.assessment };
    if (rc == 0 && options->agency)
        rc = asked_code(&d->asked, d->store, both, 2, options->agency, err);
    if (rc == 0 && d->before.year != d->after.year)
        rc = lineage_load(&d->lineage, options->office, &d->before.year, 1, err);
    if (rc == 0)
        rc = roster_costs(&d->before, d->store, &d->rules, err);
    return rc ? rc : roster_costs(&d->after, d->store, &d->rules, err);
}

int diff_open(struct diff **out, struct store *store, const struct diff_options *options,
              struct error *err)
{
    struct diff *d = mem_zero(1, sizeof *d);
    d->options = *options;
    d->store = store;
    int rc = read_both(d, err);
    *out = rc ? NULL : d;
    if (rc) {
        diff_close(d);
        return rc;
    }
    d->matched = mem_zero(d->before.n + 1, sizeof *d->matched);
    d->movements = movements_new(store, &d->rules, &d->before, &d->after);
    return 0;
}

void diff_close(struct diff *d)
{
    if (!d)
        return;
    movements_free(d->movements);
    roster_free(&d->before);
    roster_free(&d->after);
    cost_rules_free(&d->rules);
    lineage_free(&d->lineage);
    strbuf_free(&d->asked);
    free(d->matched);
    free(d);
}
