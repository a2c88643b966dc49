/* cases_junit.c - a run of cases as JUnit XML; see cases_write.h. */
#include "author/cases_write.h"

#include <time.h>

#include "base/lang.h"
#include "report/junit.h"

static void properties(struct strbuf *out, const struct cases_rule *r)
{
    struct strbuf text = { 0 };
    junit_property(out, "pack", r->pack);
    strbuf_fmt(&text, "%llu", (unsigned long long)r->instructions);
    junit_property(out, "instructions", strbuf_view(&text));
    strbuf_clear(&text);
    for (int kind = 0; kind < CASES_KINDS; kind++)
        if (cases_lacks(r, (enum cases_kind)kind))
            strbuf_fmt(&text, "%s%s", text.n ? " " : "", cases_kind_name((enum cases_kind)kind));
    if (text.n)
        junit_property(out, "lacking", strbuf_view(&text));
    junit_cases(out);
    strbuf_free(&text);
}

static void differing(struct strbuf *out, const struct junit_case *shown,
                      const struct cases_case *c)
{
    struct strbuf diff = { 0 };
    struct strbuf brief = { 0 };
    cases_write_diff(&diff, c, "", false);
    for (size_t i = 0; i < c->line_count && brief.n == 0; i++)
        if (!c->lines[i].same)
            strbuf_fmt(&brief, tr("%s 应为 %.*s，得到 %.*s", "%s: expected %.*s, found %.*s"),
                       c->lines[i].key, STR_ARG(c->lines[i].expected), STR_ARG(c->lines[i].found));
    junit_complaint(out, shown, "failure", "failure", strbuf_view(&brief), strbuf_view(&diff));
    strbuf_free(&diff);
    strbuf_free(&brief);
}

static void one_case(struct strbuf *out, const struct cases_rule *r, const struct cases_case *c)
{
    const struct junit_case shown = { r->id, c->name, c->time };
    if (c->outcome == CASES_AS_EXPECTED)
        junit_passed(out, &shown);
    else if (c->outcome == CASES_BROKEN)
        junit_complaint(out, &shown, "error", "error", c->problem, c->problem);
    else
        differing(out, &shown, c);
}

static void suite(struct strbuf *out, const struct cases_rule *r, size_t id, const char *stamp)
{
    bool problem = r->problem.n > 0;
    junit_suite(out, &(struct junit_suite){ .id = id,
                                            .name = r->id,
                                            .package = r->pack,
                                            .tests = r->n + problem,
                                            .failures = r->differing,
                                            .errors = r->broken + problem,
                                            .timestamp = stamp,
                                            .time = r->time });
    properties(out, r);
    if (problem)
        junit_complaint(out, &(struct junit_case){ r->id, str_of(tr("载入", "load")), 0 }, "error",
                        "error", r->problem, r->problem);
    for (size_t i = 0; i < r->n; i++)
        one_case(out, r, &r->list[i]);
    junit_suite_end(out, STR(""));
}

void cases_write_junit(struct strbuf *out, const struct cases_run *run, int64_t started)
{
    char stamp[32] = "1970-01-01T00:00:00";
    time_t clock = (time_t)started;
    struct tm tm;
    if (gmtime_r(&clock, &tm))
        strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S", &tm);
    junit_head(out);
    for (size_t i = 0; i < run->n; i++)
        suite(out, &run->rules[i], i, stamp);
    junit_tail(out);
}
