/* trend.c - see trend.h. */
#include "office/trend.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_add.h"
#include "base/mem.h"
#include "office/asked.h"
#include "office/lineage.h"

enum { YEARS_MAX = 101 };

struct rule_line { /* in how many agencies a rule found something, by year */
    char *rule;
    size_t agencies[YEARS_MAX];
};

struct trend {
    struct trend_options options;
    struct strbuf asked; /* the code of the agency of the options */
    struct store *store;
    struct roster years[YEARS_MAX];
    bool *shown[YEARS_MAX]; /* rows that stand in the line of an agency */
    size_t n;
    struct lineage lineage;
    size_t now; /* the year that is being counted */
    struct rule_line *rules;
    size_t rule_count, rule_cap;
    struct error *err;
};

static int take_year(void *user, int year)
{
    struct trend *t = user;
    char name[16];
    snprintf(name, sizeof name, "%d", year);
    if (t->n == YEARS_MAX)
        return 0;
    return roster_load(&t->years[t->n++], t->store, name, t->options.lang, t->err);
}

static bool asked_for(const struct trend *t, const struct roster_row *row)
{
    return !t->options.agency || str_eq(row->code, strbuf_view(&t->asked));
}

static struct rule_line *line_of(struct trend *t, struct str rule)
{
    for (size_t i = 0; i < t->rule_count; i++)
        if (str_eq_c(rule, t->rules[i].rule))
            return &t->rules[i];
    t->rules = mem_grow(t->rules, t->rule_count, &t->rule_cap, sizeof *t->rules);
    struct rule_line *line = &t->rules[t->rule_count++];
    *line = (struct rule_line){ .rule = mem_strndup(rule.p, rule.n) };
    return line;
}

/* One agency: how many findings; all: how many agencies have any. */
static int take_loss(void *user, const struct store_loss *loss)
{
    struct trend *t = user;
    line_of(t, loss->rule)->agencies[t->now] += loss->count;
    return 0;
}

static int take_failing(void *user, struct str rule, size_t agencies)
{
    struct trend *t = user;
    line_of(t, rule)->agencies[t->now] = agencies;
    return 0;
}

/* What the agency was, or became, in a year. */
static const struct roster_row *row_in(const struct trend *t, size_t year,
                                       const struct roster_row *row)
{
    const struct roster *r = &t->years[year];
    return roster_find(r, lineage_code(&t->lineage, row->code, r->year));
}

/* As the newest year that has it calls the agency. */
static const struct roster_row *newest_of(const struct trend *t, const struct roster_row *row)
{
    for (size_t y = t->n; y-- > 0;)
        if (row_in(t, y, row))
            return row_in(t, y, row);
    return row;
}

static const struct roster_row *asked_row(const struct trend *t)
{
    for (size_t y = t->n; y-- > 0;)
        for (size_t i = 0; i < t->years[y].n; i++)
            if (asked_for(t, &t->years[y].rows[i]))
                return newest_of(t, &t->years[y].rows[i]);
    return NULL;
}

static int count_rules(struct trend *t)
{
    const struct roster_row *one = t->options.agency ? asked_row(t) : NULL;
    int rc = 0;
    for (t->now = 0; rc == 0 && t->now < t->n; t->now++) {
        if (!t->options.agency) {
            rc = store_standing_failing(t->store, t->years[t->now].assessment, take_failing, t,
                                        t->err);
            continue;
        }
        const struct roster_row *row = one ? row_in(t, t->now, one) : NULL;
        if (row)
            rc = store_standing_losses(t->store, row->standing, take_loss, t, t->err);
    }
    return rc;
}

static int by_rule(const void *a, const void *b)
{
    return strcmp(((const struct rule_line *)a)->rule, ((const struct rule_line *)b)->rule);
}

static cJSON *year_json(const struct roster *year, const struct roster_row *row)
{
    bool scored = row && row->scored && row->complete;
    cJSON *out = cJSON_CreateObject();
    cJSON_AddBoolToObject(out, "complete", row && row->complete);
    json_add_str(out, "grade", scored ? *row->grade : str_of(""));
    json_add_str(out, "kind", row ? row->class->kind : str_of(""));
    json_add_points(out, "max", scored, row ? row->max : 0);
    if (row && row->rank)
        cJSON_AddNumberToObject(out, "rank", row->rank);
    else
        cJSON_AddNullToObject(out, "rank");
    json_add_points(out, "score", scored, row ? row->score : 0);
    cJSON_AddNumberToObject(out, "year", year->year);
    return out;
}

static cJSON *agency_json(struct trend *t, const struct roster_row *newest)
{
    cJSON *out = cJSON_CreateObject();
    json_add_str(out, "agency", newest->name);
    json_add_str(out, "code", newest->code);
    json_add_str(out, "group", newest->class->group);
    cJSON *years = cJSON_AddArrayToObject(out, "years");
    for (size_t y = 0; y < t->n; y++) {
        const struct roster_row *row = row_in(t, y, newest);
        if (row)
            t->shown[y][row - t->years[y].rows] = true;
        cJSON_AddItemToArray(years, year_json(&t->years[y], row));
    }
    return out;
}

int trend_agencies(struct trend *t, int (*take)(void *user, cJSON *agency, struct error *err),
                   void *user, struct error *err)
{
    int rc = 0;
    for (size_t y = t->n; y-- > 0;)
        for (size_t i = 0; rc == 0 && i < t->years[y].n; i++) {
            const struct roster_row *row = &t->years[y].rows[i];
            if (asked_for(t, row) && !t->shown[y][i])
                rc = take(user, agency_json(t, newest_of(t, row)), err);
        }
    return rc;
}

static cJSON *rules_json(const struct trend *t)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < t->rule_count; i++) {
        const struct rule_info *rule =
            engine_rule_by_id(t->options.engine, str_of(t->rules[i].rule));
        struct str title = rule ? rule->title.in[t->options.lang] : str_of("");
        cJSON *out = cJSON_CreateObject();
        cJSON *counts = cJSON_AddArrayToObject(out, "counts");
        for (size_t y = 0; y < t->n; y++)
            cJSON_AddItemToArray(counts, cJSON_CreateNumber((double)t->rules[i].agencies[y]));
        cJSON_AddStringToObject(out, "rule", t->rules[i].rule);
        json_add_str(out, "title", title.n ? title : str_of(t->rules[i].rule));
        cJSON_AddItemToArray(list, out);
    }
    return list;
}

struct mean { /* of a group in a year */
    struct str group;
    size_t scored;
    int64_t sum;
};

static void add_means(cJSON *out, const struct roster *r)
{
    struct mean *means = mem_zero(r->n + 1, sizeof *means);
    cJSON *list = cJSON_AddArrayToObject(out, "groups");
    size_t n = 0;
    for (size_t i = 0; i < r->n; i++) {
        size_t k = 0;
        while (k < n && !str_eq(means[k].group, r->rows[i].class->group))
            k++;
        if (k == n)
            means[n++].group = r->rows[i].class->group;
        if (r->rows[i].rank) {
            means[k].scored++;
            means[k].sum += r->rows[i].score;
        }
    }
    for (size_t k = 0; k < n; k++) {
        cJSON *group = cJSON_CreateObject();
        int64_t ranked = means[k].scored ? (int64_t)means[k].scored : 1;
        json_add_points(group, "mean", means[k].scored > 0, (means[k].sum + ranked / 2) / ranked);
        json_add_str(group, "name", means[k].group);
        cJSON_AddNumberToObject(group, "ranked", (double)means[k].scored);
        cJSON_AddItemToArray(list, group);
    }
    free(means);
}

static cJSON *years_json(const struct trend *t)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t y = 0; y < t->n; y++) {
        const struct roster *r = &t->years[y];
        cJSON *out = cJSON_CreateObject();
        cJSON_AddNumberToObject(out, "agencies", (double)r->n);
        add_means(out, r);
        json_add_str(out, "profile", r->profile);
        json_add_str(out, "profile_digest", r->profile_digest);
        json_add_str(out, "rules_digest", r->rules_digest);
        cJSON_AddNumberToObject(out, "year", r->year);
        cJSON_AddItemToArray(list, out);
    }
    return list;
}

static int check(struct trend *t)
{
    if (t->n == 0)
        return error_set(t->err, ERR_ABSENT,
                         tr("还没有做完的审核：请先运行 auditor assess 年度",
                            "no year was assessed yet: run auditor assess YEAR"));
    if (!t->options.agency)
        return 0;
    int64_t newest_first[YEARS_MAX];
    for (size_t y = 0; y < t->n; y++)
        newest_first[y] = t->years[t->n - 1 - y].assessment;
    return asked_code(&t->asked, t->store, newest_first, t->n, t->options.agency, t->err);
}

cJSON *trend_head(const struct trend *t)
{
    const struct roster_row *one = t->options.agency ? asked_row(t) : NULL;
    cJSON *out = cJSON_CreateObject();
    if (one)
        json_add_str(out, "agency", one->name);
    else
        cJSON_AddNullToObject(out, "agency");
    cJSON_AddStringToObject(out, "lang", t->options.lang == LANG_EN ? "en" : "zh");
    cJSON_AddStringToObject(out, "office", t->options.office->name);
    cJSON_AddItemToObject(out, "rules", rules_json(t));
    cJSON_AddStringToObject(out, "schema", "auditor/trend/1");
    cJSON_AddItemToObject(out, "years", years_json(t));
    return out;
}

static int follow(struct trend *t)
{
    int years[YEARS_MAX];
    for (size_t y = 0; y < t->n; y++) {
        years[y] = t->years[y].year;
        t->shown[y] = mem_zero(t->years[y].n + 1, sizeof *t->shown[y]);
    }
    return lineage_load(&t->lineage, t->options.office, years, t->n, t->err);
}

int trend_open(struct trend **out, struct store *store, const struct trend_options *options,
               struct error *err)
{
    struct trend *t = mem_zero(1, sizeof *t);
    t->options = *options;
    t->store = store;
    t->err = err;
    int rc = store_years(store, take_year, t, err);
    if (rc == 0)
        rc = follow(t);
    if (rc == 0)
        rc = check(t);
    if (rc == 0)
        rc = count_rules(t);
    if (t->rule_count > 1)
        qsort(t->rules, t->rule_count, sizeof *t->rules, by_rule);
    *out = rc ? NULL : t;
    if (rc)
        trend_close(t);
    return rc;
}

void trend_close(struct trend *t)
{
    if (!t)
        return;
    for (size_t i = 0; i < t->n; i++) {
        roster_free(&t->years[i]);
        free(t->shown[i]);
    }
    lineage_free(&t->lineage);
    strbuf_free(&t->asked);
    for (size_t i = 0; i < t->rule_count; i++)
        free(t->rules[i].rule);
    free(t->rules);
    free(t);
}
